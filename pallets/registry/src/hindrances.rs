//! The one answer to readers: everything that stands in the way of an operation on a right now (design sections 3 and 5).
//! Each rule is asked where calls meet it; here is only told what it means for a reader.

use crate::{roll::Roll, Cases, Certificates, Config, Error, Marks, Objects, Pallet, Rights, Rolls};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    clock::Moment,
    dealing::{Cause, Deal, Hindrance, Obstacle, Remover},
    directory::{LicenceBook, MarkHolders, PartyRegister, RuleBook},
    marks::{Effect, Operation},
    regime::{Act, ActForm, Regime},
    renewal::{is_in_time, window},
    rights::RightKinds,
    v1::{ObjectRecord, PartyStanding, RightRecord, RightStatus},
    CaseId, PartyId, RightId,
};

/// What is asked about.
struct Asked {
    right: RightId,
    of_right: RightRecord,
    record: ObjectRecord,
    roll: Roll,
    regime: Regime,
    operation: Operation,
    now: Moment,
}

/// The act by which a holder does an operation.
fn act(operation: Operation) -> Option<Act> {
    match operation {
        Operation::Transfer => Some(Act::Transfer),
        Operation::ExclusiveLicence | Operation::NonExclusiveLicence => Some(Act::Licence),
        Operation::Change => Some(Act::Change),
        Operation::VoluntaryCancellation => Some(Act::Cancellation),
        Operation::Renewal => Some(Act::Renewal),
        Operation::NewPledge => Some(Act::Pledge),
        _ => None,
    }
}

impl<T: Config> Pallet<T> {
    /// What stands in the way of an operation on a right, for a party.
    pub(crate) fn hindrances(
        right: RightId,
        operation: Operation,
        party: Option<PartyId>,
    ) -> Result<Vec<Hindrance>, Error<T>> {
        let of_right = Rights::<T>::get(right.object, right.index).ok_or(Error::<T>::RightUnfit)?;
        if let RightStatus::Ended(entry) = of_right.status {
            let right = right.index;
            return Ok(alloc::vec![Hindrance::lasting(
                Cause::Ended { right, entry },
                Remover::Nobody
            )]);
        }
        let rules = T::Rules::default();
        let record = Objects::<T>::get(right.object).ok_or(Error::<T>::ObjectUnfit)?;
        let regime = rules.regime(record.regime).ok_or(Error::<T>::RegimeNotFound)?;
        let deal = Deal::of_party(operation, Self::met_by(right, operation));
        let marks = Self::judge_deal(right.object, &deal)?.err().unwrap_or_default();
        let asked = Asked {
            right,
            of_right,
            record,
            roll: Rolls::<T>::get(right.object),
            regime,
            operation,
            now: rules.now(),
        };
        let mut found: Vec<_> = marks
            .into_iter()
            .map(|obstacle| Self::of_mark(right, obstacle))
            .collect();
        found.extend(Self::by_rules(&asked));
        found.extend(Self::by_parties(&asked, party));
        Ok(found)
    }

    /// A mark in the way; of a pledge or reservation, with the party that can remove it.
    fn of_mark(right: RightId, obstacle: Obstacle) -> Hindrance {
        let number = obstacle.mark;
        let told = Hindrance::from(obstacle);
        let Remover::Secured(_) = told.remover else {
            return told;
        };
        let mark = Marks::<T>::get(right.object, number);
        let holder = mark.and_then(|mark| T::MarkHolders::holder(right.object, number, &mark));
        Hindrance {
            remover: holder.map_or(told.remover, |party| Remover::Party(Self::current(party))),
            ..told
        }
    }

    /// What the regime, the term, licences and cases bar.
    fn by_rules(asked: &Asked) -> Vec<Hindrance> {
        match asked.operation {
            Operation::ExclusiveLicence | Operation::NonExclusiveLicence => {
                let causes = T::Licences::in_the_way(asked.right.object, asked.right.index);
                causes.into_iter().map(|cause| Self::told(asked, cause)).collect()
            }
            // A licence is ended by those who signed it, under the rules of the pallet of licences.
            Operation::VoluntaryCancellation if asked.of_right.parent.is_some() => Vec::new(),
            Operation::Transfer
            | Operation::NewPledge
            | Operation::Change
            | Operation::VoluntaryCancellation
            | Operation::Renewal => {
                let causes = Self::by_act(asked);
                causes.into_iter().map(|cause| Self::told(asked, cause)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn by_act(asked: &Asked) -> Vec<Cause> {
        if asked.of_right.parent.is_some() {
            return alloc::vec![Cause::OfALicence];
        }
        let act = act(asked.operation).unwrap_or(Act::Transfer);
        if Self::ensure_act_by_case(act, &asked.regime).is_err() {
            return alloc::vec![Cause::NotInRegime];
        }
        let mut causes = Vec::new();
        let (live, in_force) = Self::live_and_in_force(asked.right.object, &asked.record, &asked.roll);
        let certificate = asked.of_right.certificate;
        let known = (live.as_slice(), in_force);
        if Self::ensure_power_to_dispose(act, certificate, known, &asked.regime).is_err() {
            causes.push(Cause::NoPowerToDispose);
        }
        let lapsed = match asked.operation {
            Operation::Transfer | Operation::NewPledge => !in_force.contains(asked.right.index),
            Operation::Change => !Self::is_in_force(certificate, &asked.record, &asked.roll),
            _ => false,
        };
        if lapsed {
            causes.push(Cause::Lapsed {
                right: asked.right.index,
            });
        }
        match asked.operation {
            Operation::VoluntaryCancellation => causes.extend(Self::against_cancellation(asked)),
            Operation::Renewal => causes.extend(Self::against_renewal(asked)),
            _ => {}
        }
        causes
    }

    fn against_cancellation(asked: &Asked) -> Vec<Cause> {
        let Some(stands) = Self::standing_on(asked.right) else {
            return Vec::new();
        };
        let object = asked.right.object;
        let held = |right: u32| {
            let holders = Rights::<T>::get(object, right).map(|right| right.holders.parties());
            let holders = Self::parties_now(holders.unwrap_or_default()).into_iter();
            holders.map(move |licensee| Cause::Licence { right, licensee })
        };
        let licences = stands.licences.into_iter().flat_map(held);
        licences
            .chain(stands.cases.into_iter().map(Cause::Case))
            .collect()
    }

    fn against_renewal(asked: &Asked) -> Vec<Cause> {
        let kinds = RightKinds::NONE.with(asked.of_right.kind);
        let certificate = asked.of_right.certificate;
        let renewals = Self::renewals_of(&asked.record, certificate, kinds, None);
        let mut causes: Vec<_> = renewals.into_iter().map(Cause::Case).collect();
        let until = asked.of_right.valid_until;
        // What has lapsed revives at any time.
        if asked.now < until && !is_in_time(&asked.regime, until, asked.now) {
            causes.push(Cause::OutOfWindow);
        }
        causes
    }

    /// The parties that hold it, and the one that would do it.
    fn by_parties(asked: &Asked, party: Option<PartyId>) -> Vec<Hindrance> {
        let of_holder = asked.operation.is_of_the_holder();
        if !of_holder && asked.operation != Operation::Renewal {
            return Vec::new();
        }
        let holders = Self::parties_now(asked.of_right.holders.parties());
        let mut found = Vec::new();
        if let Some(party) = party.filter(|_| of_holder) {
            if Self::ensure_holds(party, &holders).is_err() {
                found.push(Hindrance::lasting(Cause::NotAHolder(party), Remover::Nobody));
            }
        }
        // A renewal each files alone; everything else all sign.
        let acting = match (asked.operation, party) {
            (Operation::Renewal, _) => party.into_iter().collect(),
            (Operation::Change, _) => {
                let all = Self::holders_of_live_rights(asked.right.object);
                Self::parties_now(all.into_iter().chain(holders.clone()).collect::<BTreeSet<_>>())
            }
            _ => holders.clone(),
        };
        found.extend(acting.into_iter().filter_map(Self::not_in_good_standing));
        // S047: who applies is not barred. Any holder applies.
        let by_case = act(asked.operation)
            // A pledge is filed by deed.
            .filter(|act| *act != Act::Pledge)
            .and_then(|act| asked.regime.act(act))
            .is_some_and(|row| row.form != ActForm::FilingWithVoucher);
        let applicants = party.map_or(holders, |party| BTreeSet::from([party]));
        let barred = |party: &PartyId| T::Parties::is_barred(*party, asked.now);
        if by_case && applicants.iter().all(barred) {
            found.extend(applicants.into_iter().map(|party| Hindrance {
                until: T::Parties::barred_until(party),
                ..Hindrance::lasting(Cause::Barred(party), Remover::Time)
            }));
        }
        found
    }

    /// A right is disposed of by who holds it.
    pub(crate) fn ensure_holds(party: PartyId, holders: &BTreeSet<PartyId>) -> Result<(), Error<T>> {
        holders
            .contains(&party)
            .then_some(())
            .ok_or(Error::<T>::NotAHolder)
    }

    /// Why a party may not act.
    fn not_in_good_standing(party: PartyId) -> Option<Hindrance> {
        Self::ensure_good_standing(party).err()?;
        let record = T::Parties::party(party)?;
        let by_authority = Remover::Authority(record.admitted_by);
        Some(match record.standing {
            PartyStanding::InSuccession => Hindrance::lasting(Cause::InSuccession(party), by_authority),
            PartyStanding::Erased => Hindrance::lasting(Cause::Erased(party), Remover::Nobody),
            PartyStanding::Good | PartyStanding::Succeeded | PartyStanding::Suspended(_) => {
                Hindrance::lasting(Cause::Suspended(party), by_authority)
            }
        })
    }

    /// Since when something other than a mark stands, and who can remove it.
    fn told(asked: &Asked, cause: Cause) -> Hindrance {
        let nobody = Hindrance::lasting(cause, Remover::Nobody);
        match cause {
            Cause::Lapsed { right } => Self::lapsed(asked, right, nobody),
            Cause::OutOfWindow => {
                let (first, _) = window(&asked.regime, asked.of_right.valid_until);
                let opens = Some(first.start()).filter(|opens| asked.now < *opens);
                Hindrance {
                    until: Some(opens.unwrap_or(asked.of_right.valid_until)),
                    remover: Remover::Time,
                    ..nobody
                }
            }
            Cause::Licence { right, licensee } => Self::licence_in_the_way(asked, right, licensee, nobody),
            Cause::Case(id) => Self::case_in_the_way(id, nobody),
            _ => nobody,
        }
    }

    fn lapsed(asked: &Asked, right: u32, bare: Hindrance) -> Hindrance {
        let Some(over) = Rights::<T>::get(asked.right.object, right) else {
            return bare;
        };
        let holders = Self::parties_now(over.holders.parties());
        let renews = holders.first().filter(|_| over.parent.is_none());
        Hindrance {
            since: Some(over.valid_until),
            remover: renews.map_or(Remover::Nobody, |party| Remover::Party(*party)),
            ..bare
        }
    }

    fn licence_in_the_way(asked: &Asked, right: u32, licensee: PartyId, bare: Hindrance) -> Hindrance {
        let object = asked.right.object;
        let licence = Rights::<T>::get(object, right);
        let certificate = licence.as_ref().map(|licence| licence.certificate);
        let voucher = certificate.and_then(|number| Certificates::<T>::get(object, number));
        // Of a cancellation, the licensee may sign it too.
        let effect = match asked.operation {
            Operation::VoluntaryCancellation => Effect::NeedsConsent,
            _ => Effect::Refused,
        };
        Hindrance {
            effect,
            since: voucher.map(|voucher| voucher.issued_at),
            until: licence.map(|licence| licence.valid_until),
            remover: Remover::Party(licensee),
            ..bare
        }
    }

    fn case_in_the_way(id: CaseId, bare: Hindrance) -> Hindrance {
        let Some(case) = Cases::<T>::get(id) else {
            return bare;
        };
        Hindrance {
            since: Some(case.received_at),
            remover: Remover::Party(Self::current(case.applicant)),
            ..bare
        }
    }
}
