//! The calls of parties about collateral, and the deeds in the words of the chain.

use super::{
    chain::{Chain, PATHS},
    collateral::{DeedMatter, DeedNumber, Offered, Securing},
    words::set,
};
use crate::{tests::disputes::DIGEST, RuntimeCall};
use quanji_primitives::{
    capacity::Capacity,
    clock::{Day, Moment},
    collateral::{self, Deed, PledgeForm, PledgeTerms, ReservationTerms, Statutory, StatutoryRegister, Sum},
    DeedId,
};

fn day(day: u64) -> Day {
    Day(i32::try_from(day).unwrap())
}

impl Chain {
    pub fn deed(&self, number: DeedNumber) -> DeedId {
        self.deeds.get(number).copied().unwrap_or(DeedId(u64::MAX))
    }

    fn offered(&self, offered: &Offered) -> collateral::Offered {
        collateral::Offered {
            object: self.objects[offered.object],
            rights: set(&offered.rights),
            reservation: offered.reservation.map(|deed| self.deed(deed)),
        }
    }

    fn matter(&self, matter: &DeedMatter) -> collateral::DeedMatter {
        match matter {
            DeedMatter::Reservation {
                object,
                rights,
                financier,
                maximum,
            } => collateral::DeedMatter::Reservation(ReservationTerms {
                object: self.objects[*object],
                rights: set(rights),
                financier: self.parties[*financier],
                maximum: Sum::of_cny(*maximum),
            }),
            DeedMatter::Pledge {
                pledgee,
                offered,
                secured,
                through,
            } => {
                let offered: Vec<_> = offered.iter().map(|one| self.offered(one)).collect();
                collateral::DeedMatter::Pledge(PledgeTerms {
                    form: PledgeForm::Pledge,
                    pledgee: self.parties[*pledgee],
                    offered: offered.try_into().unwrap(),
                    secured: Sum::of_cny(*secured),
                    through: day(*through),
                })
            }
            DeedMatter::Amendment {
                pledge,
                secured,
                through,
                with_later,
            } => collateral::DeedMatter::Amendment {
                pledge: self.deed(*pledge),
                secured: secured.map(Sum::of_cny),
                through: through.map(day),
                with_later_ranks: *with_later,
            },
            DeedMatter::Assignment { pledge, to } => collateral::DeedMatter::Assignment {
                pledge: self.deed(*pledge),
                to: self.parties[*to],
            },
            DeedMatter::Subordination {
                pledge,
                behind,
                object,
            } => collateral::DeedMatter::Subordination {
                pledge: self.deed(*pledge),
                behind: self.deed(*behind),
                object: self.objects[*object],
            },
            DeedMatter::Enforcement {
                pledge,
                object,
                rights,
                to,
                agreed_on,
            } => collateral::DeedMatter::Enforcement {
                pledge: self.deed(*pledge),
                object: self.objects[*object],
                rights: set(rights),
                to: self.parties[*to],
                agreed_on: day(*agreed_on),
                surplus: DIGEST,
            },
        }
    }

    /// The call of an act on collateral, and who sends it.
    pub fn call_on_collateral(&self, act: &Securing) -> (RuntimeCall, &'static str) {
        let call = self
            .call_on_deed(act)
            .or_else(|| self.call_of_one_side(act))
            .unwrap_or_else(|| self.call_of_consent(act));
        (call, PATHS[act.by()])
    }

    fn call_on_deed(&self, act: &Securing) -> Option<RuntimeCall> {
        use pallet_encumbrances::Call;
        let capacity = Capacity::Own;
        Some(match act {
            Securing::Propose {
                matter, open_until, ..
            } => {
                let deed = Box::new(Deed {
                    matter: self.matter(matter),
                    document: DIGEST,
                    open_until: Moment(*open_until),
                });
                Call::propose { capacity, deed }.into()
            }
            Securing::SignDeed { deed, .. } => {
                let (deed, document) = (self.deed(*deed), DIGEST);
                Call::sign {
                    capacity,
                    deed,
                    document,
                }
                .into()
            }
            Securing::WithdrawDeed { deed, .. } => {
                let deed = self.deed(*deed);
                Call::withdraw { capacity, deed }.into()
            }
            _ => return None,
        })
    }

    fn call_of_one_side(&self, act: &Securing) -> Option<RuntimeCall> {
        use pallet_encumbrances::Call;
        let capacity = Capacity::Own;
        Some(match act {
            Securing::GiveUpReservation { reservation, .. } => {
                let reservation = self.deed(*reservation);
                Call::give_up_reservation {
                    capacity,
                    reservation,
                }
                .into()
            }
            Securing::ReleasePledge { pledge, part, .. } => {
                let part = part.as_ref();
                let part = part.map(|(object, rights)| (self.objects[*object], set(rights)));
                let pledge = self.deed(*pledge);
                Call::release {
                    capacity,
                    pledge,
                    part,
                }
                .into()
            }
            Securing::RecordStatutory { pledge, at, .. } => {
                let statutory = Statutory {
                    register: StatutoryRegister::MovableFinance,
                    number: "MODEL-1".parse().unwrap(),
                    registered_at: Moment(*at),
                };
                let pledge = self.deed(*pledge);
                Call::record_statutory {
                    capacity,
                    pledge,
                    statutory,
                }
                .into()
            }
            Securing::DemandRelease { pledge, .. } => {
                let (pledge, document) = (self.deed(*pledge), DIGEST);
                Call::demand_release {
                    capacity,
                    pledge,
                    document,
                }
                .into()
            }
            Securing::NoticeDefault { pledge, given_on, .. } => {
                let (pledge, given_on, document) = (self.deed(*pledge), day(*given_on), DIGEST);
                Call::give_default_notice {
                    capacity,
                    pledge,
                    given_on,
                    document,
                }
                .into()
            }
            _ => return None,
        })
    }

    fn call_of_consent(&self, act: &Securing) -> RuntimeCall {
        let capacity = Capacity::Own;
        match act {
            Securing::ConsentToCase { case, mark, .. } => {
                let (case, mark) = (self.cases[*case], *mark);
                pallet_registry::Call::consent_to_case { capacity, case, mark }.into()
            }
            Securing::RevokeCaseConsent { case, mark, .. } => {
                let (case, mark) = (self.cases[*case], *mark);
                pallet_registry::Call::revoke_case_consent { capacity, case, mark }.into()
            }
            Securing::ConsentToOffer {
                object, offer, mark, ..
            } => {
                let (object, offer, mark) = (self.objects[*object], *offer, *mark);
                pallet_licences::Call::consent_to_offer {
                    capacity,
                    object,
                    offer,
                    mark,
                }
                .into()
            }
            Securing::RevokeOfferConsent {
                object, offer, mark, ..
            } => {
                let (object, offer, mark) = (self.objects[*object], *offer, *mark);
                pallet_licences::Call::revoke_offer_consent {
                    capacity,
                    object,
                    offer,
                    mark,
                }
                .into()
            }
            other => panic!("no call for {other:?}"),
        }
    }
}
