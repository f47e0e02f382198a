//! Deeds: whether one may be carried out now, and whose signatures it needs.

use super::{
    acts::Operation,
    collateral::{DeedMatter, DeedNumber, Offered, Pledge, FINANCIERS, MONTHS},
    secured::ReservationStanding,
    state::{only, Broken, Party, Register, Rules, OPERATING},
    time::{plus_months, Day},
};
use std::collections::BTreeSet;

/// Who must sign a deed, or the rules that it breaks.
type Judged = Result<BTreeSet<Party>, Broken>;

fn judged(rules: Rules, signers: BTreeSet<Party>) -> Judged {
    if rules.0.is_empty() {
        Ok(signers)
    } else {
        Err(rules.0)
    }
}

impl Register {
    /// Whether a deed may be carried out now on all signatures, and whose they are.
    pub fn deed_fits(&self, matter: &DeedMatter) -> Judged {
        let signers = match matter {
            DeedMatter::Reservation {
                object,
                rights,
                financier,
                ..
            } => self.reservation_fits(*object, rights, *financier),
            DeedMatter::Pledge {
                pledgee,
                offered,
                secured,
                through,
            } => self.pledge_fits(*pledgee, offered, *secured, *through),
            DeedMatter::Amendment {
                pledge,
                secured,
                through,
                with_later,
            } => self.amendment_fits(*pledge, *secured, *through, *with_later),
            DeedMatter::Assignment { pledge, to } => self.assignment_fits(*pledge, *to),
            DeedMatter::Subordination {
                pledge,
                behind,
                object,
            } => self.subordination_fits(*pledge, *behind, *object),
            DeedMatter::Enforcement { .. } => self.enforcement_fits(matter),
        }?;
        let mut rules = Rules::default();
        rules.rule(signers.iter().all(|party| self.is_good(*party)), "PartySuspended");
        judged(rules, signers)
    }

    /// Nothing new is secured on rights that a mark bars.
    fn no_mark_bars(&self, object: usize, rights: &BTreeSet<u32>, rules: &mut Rules) {
        let obstacles = self.objects[object].in_the_way(Operation::NewPledge, rights, None);
        rules.rule(obstacles.is_empty(), "MarkInTheWay");
    }

    /// Rights of first registration in force give security, by who has the power to.
    fn gives_security(&self, object: usize, rights: &BTreeSet<u32>, rules: &mut Rules) {
        let of = &self.objects[object];
        let roots = || of.roots().filter(|(number, _)| rights.contains(number));
        rules.rule(
            !rights.is_empty() && roots().count() == rights.len(),
            "RightsUnfit",
        );
        rules.rule(
            roots().all(|(number, _)| self.in_force(object, number)),
            "RightsLapsed",
        );
        let has_power = |certificate| {
            let operating = of.root_on(certificate, OPERATING);
            operating.is_some_and(|number| self.in_force(object, number))
        };
        let power =
            !of.regime.needs_operating_right() || roots().all(|(_, right)| has_power(right.certificate));
        rules.rule(power, "OperatingRightNeeded");
        rules.rule(!of.live().is_empty(), "ObjectUnfit");
        self.no_mark_bars(object, rights, rules);
    }

    fn is_secured(&self, party: Party, holders: &BTreeSet<Party>, rules: &mut Rules) {
        rules.rule(FINANCIERS.contains(&party), "NotAFinancier");
        rules.rule(!holders.contains(&party), "OwnPledge");
    }

    fn reservation_fits(&self, object: usize, rights: &BTreeSet<u32>, financier: Party) -> Judged {
        let mut rules = Rules::default();
        self.gives_security(object, rights, &mut rules);
        let mut signers = self.holders_of_all(object, rights);
        self.is_secured(financier, &signers, &mut rules);
        let own = self.secured_on(object).into_iter().any(|one| {
            let meets = !self.mark(object, one.mark).rights.is_disjoint(rights);
            one.reserves && one.holder == financier && meets
        });
        rules.rule(!own, "AlreadyReserved");
        signers.insert(financier);
        judged(rules, signers)
    }

    fn term_fits_pledge(&self, through: Day, rules: &mut Rules) {
        let (first, last) = MONTHS;
        let first = plus_months(self.today(), first);
        let last = plus_months(self.today(), last);
        rules.rule((first..=last).contains(&through), "RegistrationUnfit");
    }

    /// Who holds the rights that a deed names, or the rights under a pledge that it changes; between pledgees nobody's are.
    pub fn holders_named(&self, matter: &DeedMatter) -> BTreeSet<Party> {
        match matter {
            DeedMatter::Reservation { object, rights, .. }
            | DeedMatter::Enforcement { object, rights, .. } => self.holders_of_all(*object, rights),
            DeedMatter::Pledge { offered, .. } => {
                let holders = |one: &Offered| self.holders_of_all(one.object, &one.rights);
                offered.iter().flat_map(holders).collect()
            }
            DeedMatter::Amendment { pledge, .. } => {
                let pledge = self.pledges.get(pledge);
                pledge.map(|pledge| self.pledgors(pledge)).unwrap_or_default()
            }
            DeedMatter::Assignment { .. } | DeedMatter::Subordination { .. } => BTreeSet::new(),
        }
    }

    fn pledge_fits(&self, pledgee: Party, offered: &[Offered], secured: u64, through: Day) -> Judged {
        let mut rules = Rules::default();
        let rising = offered.windows(2).all(|pair| pair[0].object < pair[1].object);
        rules.rule(rising && !offered.is_empty(), "RightsUnfit");
        self.term_fits_pledge(through, &mut rules);
        let mut signers = BTreeSet::from([pledgee]);
        for one in offered {
            self.gives_security(one.object, &one.rights, &mut rules);
            let holders = self.holders_of_all(one.object, &one.rights);
            self.is_secured(pledgee, &holders, &mut rules);
            if let Some(reservation) = one.reservation {
                self.may_use(reservation, one, pledgee, (&holders, secured), &mut rules);
            }
            signers.extend(holders);
        }
        judged(rules, signers)
    }

    /// The same financier, the same who hold, no other rights, no more than the most.
    fn may_use(
        &self,
        number: DeedNumber,
        offered: &Offered,
        pledgee: Party,
        (holders, secured): (&BTreeSet<Party>, u64),
        rules: &mut Rules,
    ) {
        let Some(place) = self.reservations.get(&number) else {
            return rules.rule(false, "ReservationNotFound");
        };
        let stands = self.reservation_standing(place) == ReservationStanding::Standing;
        rules.rule(stands, "ReservationNotStanding");
        rules.rule(place.financier == pledgee, "ReservedForAnother");
        let reserved = &self.mark(place.object, place.mark).rights;
        let same = place.object == offered.object && offered.rights.is_subset(reserved);
        rules.rule(same && place.holders == *holders, "ReservedForOther");
        rules.rule(secured <= place.maximum, "OverReserved");
    }

    /// Who ranks after a pledge on what it stands on.
    fn later(&self, pledge: &Pledge) -> BTreeSet<Party> {
        let mut later = BTreeSet::new();
        for item in self.items(pledge) {
            let rights = &self.mark(item.object, item.mark).rights;
            for other in self.secured_on(item.object) {
                let meets = !self.mark(item.object, other.mark).rights.is_disjoint(rights);
                if meets && other.place > item.place {
                    later.insert(other.holder);
                }
            }
        }
        later
    }

    fn amendment_fits(
        &self,
        pledge: DeedNumber,
        secured: Option<u64>,
        through: Option<Day>,
        with_later: bool,
    ) -> Judged {
        let pledge = self.standing_pledge(pledge).map_err(only)?;
        let mut rules = Rules::default();
        rules.rule(secured.is_some() || through.is_some(), "NothingAmended");
        if let Some(through) = through {
            // The month is that of the entry.
            let last = plus_months(self.today(), MONTHS.1);
            let fits = pledge.through < through && through <= last;
            rules.rule(fits, "RegistrationUnfit");
        }
        let raises = secured.is_some_and(|sum| sum > pledge.secured);
        if raises {
            for item in self.items(pledge) {
                let rights = &self.mark(item.object, item.mark).rights;
                self.no_mark_bars(item.object, rights, &mut rules);
            }
        }
        let mut signers = self.pledgors(pledge);
        signers.insert(pledge.pledgee);
        if raises || through.is_some() {
            let later = self.later(pledge);
            rules.rule(with_later || later.is_empty(), "LaterRankMustSign");
            signers.extend(later);
        }
        judged(rules, signers)
    }

    fn assignment_fits(&self, pledge: DeedNumber, to: Party) -> Judged {
        let pledge = self.standing_pledge(pledge).map_err(only)?;
        let mut rules = Rules::default();
        rules.rule(pledge.pledgee != to, "NothingAmended");
        self.is_secured(to, &self.pledgors(pledge), &mut rules);
        judged(rules, [pledge.pledgee, to].into())
    }

    fn subordination_fits(&self, pledge: DeedNumber, behind: DeedNumber, object: usize) -> Judged {
        let first = self.standing_pledge(pledge).map_err(only)?;
        let second = self.standing_pledge(behind).map_err(only)?;
        let back = self.item(first, object).ok_or_else(|| only("NotPledged"))?;
        let ahead = self.item(second, object).ok_or_else(|| only("NotPledged"))?;
        let rights = &self.mark(object, back.mark).rights;
        let shared = *rights == self.mark(object, ahead.mark).rights;
        let mut rules = Rules::default();
        rules.rule(shared && back.place < ahead.place, "SubordinationUnfit");
        let between = self.secured_on(object).into_iter().filter(|one| {
            let meets = !self.mark(object, one.mark).rights.is_disjoint(rights);
            meets && back.place < one.place && one.place < ahead.place
        });
        let mut signers: BTreeSet<Party> = between.map(|one| one.holder).collect();
        signers.extend([first.pledgee, second.pledgee]);
        judged(rules, signers)
    }

    fn enforcement_fits(&self, matter: &DeedMatter) -> Judged {
        let DeedMatter::Enforcement {
            pledge,
            object,
            rights,
            to,
            agreed_on,
        } = matter
        else {
            panic!("an enforcement")
        };
        let pledge = self.standing_pledge(*pledge).map_err(only)?;
        let item = self.item(pledge, *object).ok_or_else(|| only("NotPledged"))?;
        let mut rules = Rules::default();
        let pledged = &self.mark(*object, item.mark).rights;
        rules.rule(!rights.is_empty() && rights.is_subset(pledged), "NotPledged");
        // Before the default nobody agrees that the pledge is enforced.
        rules.rule(pledge.default.is_some(), "NoDefaultNotice");
        let after = pledge.default.is_none_or(|given_on| given_on < *agreed_on);
        rules.rule(after, "AgreementBeforeDefault");
        rules.rule(*agreed_on <= self.today(), "AgreementInFuture");
        let mut signers = self.holders_of_all(*object, rights);
        let receives = self.is_good(*to) && !signers.contains(to);
        rules.rule(receives, "ReceiverUnfit");
        let of = &self.objects[*object];
        rules.rule(of.level == 0, "ExaminationNeeded");
        rules.rule(of.passes_together(rights), "RightsUnfit");
        let in_force = rights.iter().all(|right| self.in_force(*object, *right));
        rules.rule(in_force, "RightsLapsed");
        // Whoever else is secured stays so, or has reserved a place that ends: only other marks bar it.
        let obstacles = of.in_the_way(Operation::Transfer, rights, None);
        let barred = obstacles
            .iter()
            .any(|(mark, _)| !of.marks[*mark as usize].is_collateral());
        rules.rule(!barred, "MarkInTheWay");
        signers.extend([pledge.pledgee, *to]);
        // An earlier place is not lost without signature.
        let reserved = self.secured_on(*object).into_iter().filter(|one| {
            let meets = !self.mark(*object, one.mark).rights.is_disjoint(rights);
            one.reserves && meets && one.place < item.place
        });
        signers.extend(reserved.map(|one| one.holder));
        judged(rules, signers)
    }
}
