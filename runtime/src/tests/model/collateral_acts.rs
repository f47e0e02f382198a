//! What parties do about collateral: they propose and sign deeds, release, demand, give notice.

use super::{
    collateral::{Closed, Deed, DeedMatter, DeedNumber, Item, Pledge, Securing, OPEN_DAYS_MAX, RELEASE_DAYS},
    secured::{PledgeStanding, ReservationStanding},
    state::{only, Broken, Party, Register, Rules},
    time::{end_of, working_days_after, Day, Moment},
};
use std::collections::BTreeSet;

/// So many deeds wait about an object at most, and so many of them that one party has proposed.
const DEEDS_MAX: usize = 32;
const DEEDS_OF_ONE_MAX: usize = 8;
/// So many that have lapsed are cleared away by one proposal, shared out evenly to its objects.
const CLEARED_MAX: usize = 8;

impl Register {
    pub fn secure_by(&mut self, act: &Securing) -> Broken {
        match act {
            Securing::Propose {
                by,
                matter,
                open_until,
            } => self.propose_deed(*by, matter, *open_until),
            Securing::SignDeed { by, deed } => self.sign_deed(*by, *deed),
            Securing::WithdrawDeed { by, deed } => self.withdraw_deed(*by, *deed),
            Securing::GiveUpReservation { by, reservation } => self.give_up_reservation(*by, *reservation),
            Securing::ReleasePledge { by, pledge, part } => self.release_pledge(*by, *pledge, part.as_ref()),
            Securing::RecordStatutory { by, pledge, at } => self.record_statutory(*by, *pledge, *at),
            Securing::DemandRelease { by, pledge } => self.demand_release(*by, *pledge),
            Securing::NoticeDefault { by, pledge, given_on } => self.notice_default(*by, *pledge, *given_on),
            Securing::ConsentToCase { by, case, mark } => self.consent_to_case(*by, *case, *mark),
            Securing::RevokeCaseConsent { by, case, mark } => self.revoke_case_consent(*by, *case, *mark),
            Securing::ConsentToOffer {
                by,
                object,
                offer,
                mark,
            } => self.consent_to_offer(*by, *object, *offer, *mark),
            Securing::RevokeOfferConsent {
                by,
                object,
                offer,
                mark,
            } => self.revoke_offer_consent(*by, *object, *offer, *mark),
        }
    }

    fn propose_deed(&mut self, by: Party, matter: &DeedMatter, open_until: Moment) -> Broken {
        let Some(objects) = self.objects_of(matter) else {
            return only("PledgeNotFound");
        };
        let mut rules = Rules::default();
        let latest = end_of(self.today() + OPEN_DAYS_MAX);
        let open = self.now < open_until && open_until <= latest;
        rules.rule(open, "OpenUntilUnfit");
        let signers = match self.deed_fits(matter) {
            Ok(signers) => signers,
            Err(broken) => {
                rules.0.extend(broken);
                return rules.0;
            }
        };
        rules.rule(signers.contains(&by), "NotASignatory");
        let full = objects.iter().any(|object| {
            let (open, _) = self.open_and_lapsed(*object);
            let own = open.iter().filter(|deed| self.deeds[**deed].by == by);
            open.len() >= DEEDS_MAX || own.count() >= DEEDS_OF_ONE_MAX
        });
        rules.rule(!full, "TooManyDeeds");
        if !rules.0.is_empty() {
            return rules.0;
        }
        let (number, alone) = (self.deeds.len(), signers.len() == 1);
        if alone {
            let broken = self.carry_out_deed(number, matter);
            if !broken.is_empty() {
                return broken;
            }
        } else {
            // What has lapsed about the objects makes room, the oldest first.
            let each = CLEARED_MAX / objects.len();
            let lapsed = |object: &usize| self.open_and_lapsed(*object).1.into_iter().take(each);
            for cleared in objects.iter().flat_map(lapsed).collect::<Vec<_>>() {
                self.deeds[cleared].waits = false;
            }
        }
        self.deeds.push(Deed {
            matter: matter.clone(),
            open_until,
            by,
            signed: [by].into(),
            waits: !alone,
        });
        Broken::new()
    }

    /// The deeds that wait about an object: those that can be signed, and those that have lapsed.
    fn open_and_lapsed(&self, object: usize) -> (Vec<DeedNumber>, Vec<DeedNumber>) {
        let waiting = self.waiting_on(object).into_iter();
        waiting.partition(|deed| self.now < self.deeds[*deed].open_until)
    }

    fn waiting(&self, number: DeedNumber) -> Option<Deed> {
        self.deeds.get(number).filter(|deed| deed.waits).cloned()
    }

    fn sign_deed(&mut self, by: Party, number: DeedNumber) -> Broken {
        let Some(deed) = self.waiting(number) else {
            return only("DeedNotFound");
        };
        let mut rules = Rules::default();
        rules.rule(self.now < deed.open_until, "DeedLapsed");
        let signers = match self.deed_fits(&deed.matter) {
            Ok(signers) => signers,
            Err(broken) => {
                rules.0.extend(broken);
                return rules.0;
            }
        };
        rules.rule(signers.contains(&by), "NotASignatory");
        let mut signed = deed.signed.clone();
        rules.rule(signed.insert(by), "AlreadySigned");
        if !rules.0.is_empty() {
            return rules.0;
        }
        let last = signers.is_subset(&signed);
        if last {
            let broken = self.carry_out_deed(number, &deed.matter);
            if !broken.is_empty() {
                return broken;
            }
        }
        let deed = &mut self.deeds[number];
        (deed.signed, deed.waits) = (signed, !last);
        Broken::new()
    }

    fn withdraw_deed(&mut self, by: Party, number: DeedNumber) -> Broken {
        let Some(deed) = self.waiting(number) else {
            return only("DeedNotFound");
        };
        // What can no longer be carried out is cleared away by who holds the rights.
        let holders = |_| self.holders_named(&deed.matter);
        let concerned = self.deed_fits(&deed.matter).unwrap_or_else(holders);
        if !deed.signed.contains(&by) && !concerned.contains(&by) {
            return only("NotASignatory");
        }
        self.deeds[number].waits = false;
        Broken::new()
    }

    fn give_up_reservation(&mut self, by: Party, number: DeedNumber) -> Broken {
        let Some(reservation) = self.reservations.get(&number).cloned() else {
            return only("ReservationNotFound");
        };
        let mut rules = Rules::default();
        rules.rule(reservation.financier == by, "NotThePledgee");
        let stands = self.reservation_standing(&reservation) == ReservationStanding::Standing;
        rules.rule(stands, "ReservationNotStanding");
        if rules.0.is_empty() {
            self.end_secured(reservation.object, reservation.mark, Closed::GivenUp);
        }
        rules.0
    }

    /// Also what has lapsed is released.
    fn release_pledge(
        &mut self,
        by: Party,
        number: DeedNumber,
        part: Option<&(usize, BTreeSet<u32>)>,
    ) -> Broken {
        let Some(pledge) = self.pledges.get(&number).cloned() else {
            return only("PledgeNotFound");
        };
        let mut rules = Rules::default();
        rules.rule(pledge.pledgee == by, "NotThePledgee");
        let pledged = |item: &Item| self.mark(item.object, item.mark).rights.clone();
        let items = self.items(&pledge);
        let freed: Vec<_> = match part {
            None => {
                rules.rule(!items.is_empty(), "PledgeNotStanding");
                items.iter().map(|item| (*item, pledged(item))).collect()
            }
            Some((object, rights)) => {
                let item = items.iter().find(|item| item.object == *object);
                let fits = item.filter(|item| !rights.is_empty() && rights.is_subset(&pledged(item)));
                rules.rule(fits.is_some(), "NotPledged");
                fits.map(|item| (*item, rights.clone())).into_iter().collect()
            }
        };
        if rules.0.is_empty() {
            for (item, rights) in freed {
                self.free(item.object, item.mark, &rights, Closed::GivenUp);
            }
        }
        rules.0
    }

    /// What the pledgee enters alone about a pledge that stands, unless it breaks a rule.
    fn of_pledgee(
        &mut self,
        by: Party,
        number: DeedNumber,
        rule: (bool, &'static str),
        write: impl FnOnce(&mut Pledge),
    ) -> Broken {
        let mut rules = Rules::default();
        match self.standing_pledge(number) {
            Ok(pledge) => rules.rule(pledge.pledgee == by, "NotThePledgee"),
            Err(error) => return only(error),
        }
        rules.rule(rule.0, rule.1);
        if rules.0.is_empty() {
            write(self.pledges.get_mut(&number).unwrap());
            self.rewrite(number);
        }
        rules.0
    }

    fn record_statutory(&mut self, by: Party, number: DeedNumber, at: Moment) -> Broken {
        let known = (at <= self.now, "StatutoryUnfit");
        self.of_pledgee(by, number, known, |pledge| pledge.statutory = Some(at))
    }

    fn notice_default(&mut self, by: Party, number: DeedNumber, given_on: Day) -> Broken {
        let pledge = self.pledges.get(&number);
        let after = pledge.is_some_and(|pledge| {
            let first = pledge.default.unwrap_or(pledge.entered_on);
            first <= given_on
        });
        let fits = (after && given_on <= self.today(), "DefaultNoticeUnfit");
        self.of_pledgee(by, number, fits, |pledge| pledge.default = Some(given_on))
    }

    fn demand_release(&mut self, by: Party, number: DeedNumber) -> Broken {
        let pledge = match self.standing_pledge(number) {
            Ok(pledge) => pledge,
            Err(error) => return only(error),
        };
        let mut rules = Rules::default();
        rules.rule(self.pledgors(pledge).contains(&by), "NotAPledgor");
        rules.rule(pledge.demanded.is_none(), "AlreadyDemanded");
        if rules.0.is_empty() {
            let overdue = end_of(working_days_after(self.today(), RELEASE_DAYS));
            self.pledges.get_mut(&number).unwrap().demanded = Some(overdue);
            self.rewrite(number);
        }
        rules.0
    }

    /// Whether a pledge still stands, be it lapsed.
    pub fn is_unreleased(&self, number: DeedNumber) -> bool {
        let standing = self
            .pledges
            .get(&number)
            .map(|pledge| self.pledge_standing(pledge));
        !matches!(
            standing,
            None | Some(PledgeStanding::Released | PledgeStanding::Enforced)
        )
    }
}
