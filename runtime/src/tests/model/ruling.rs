//! Rights that the court whose seizure has the first rank transfers by a ruling: its seizure is carried out, those behind it fall.

use super::{
    acts::{Measure, UnderRuling},
    collateral::Closed,
    marks::{Kind, Mark},
    state::{only, Broken, Found, Object, Party, Register, Rules},
};
use std::collections::BTreeSet;

impl Object {
    /// Rights of first registration that have not ended, on one certificate.
    pub fn passes_together(&self, rights: &BTreeSet<u32>) -> bool {
        let certificates: Option<BTreeSet<u32>> = rights
            .iter()
            .map(|number| {
                let right = self.right(*number)?;
                (!right.ended && right.parent.is_none()).then_some(right.certificate)
            })
            .collect();
        certificates.is_some_and(|certificates| certificates.len() == 1)
    }
}

impl Register {
    /// Whether a court may transfer these rights on a seizure.
    pub fn ruling_fits(
        &self,
        object: usize,
        seizure: &Mark,
        organ: usize,
        (rights, to): (&BTreeSet<u32>, Party),
        rules: &mut Rules,
    ) {
        rules.rule(seizure.organ == organ, "OtherOrgan");
        rules.rule(seizure.confirm_by.is_none(), "NotConfirmedYet");
        let first = seizure.kind == Kind::Seizure && !seizure.is_waiting();
        rules.rule(first, "NotFirstRank");
        let fit = self.objects[object].passes_together(rights) && rights.is_subset(&seizure.rights);
        rules.rule(fit, "RightsUnfit");
        rules.rule(self.is_good(to), "ReceiverUnfit");
    }

    /// The mark of the pledge that a ruling enforces, where it enforces one: it stands on all that passes.
    pub fn enforced_mark(
        &self,
        object: usize,
        pledges: UnderRuling,
        rights: &BTreeSet<u32>,
        rules: &mut Rules,
    ) -> Option<usize> {
        let UnderRuling::Enforced(number) = pledges else {
            return None;
        };
        let Some(pledge) = self.pledges.get(&number) else {
            rules.rule(false, "PledgeNotFound");
            return None;
        };
        let here = pledge.items.iter().find(|item| item.object == object);
        let mark = here
            .map(|item| item.mark)
            .filter(|mark| self.mark(object, *mark).stands());
        rules.rule(mark.is_some(), "PledgeNotStanding");
        let covers = mark.is_none_or(|mark| rights.is_subset(&self.mark(object, mark).rights));
        rules.rule(covers, "NotPledged");
        mark
    }

    /// Rights on one certificate pass to a party, without a case.
    pub fn pass_together(&mut self, object: usize, rights: &BTreeSet<u32>, to: Party) {
        let of = &mut self.objects[object];
        let passing: Vec<u32> = rights.iter().copied().collect();
        let (from, known) = (of.rights[passing[0] as usize].certificate, of.certificates.len());
        of.pass(from, passing, vec![(to, 0)]);
        self.note_holdings(object, known);
    }

    pub fn transfer_by_ruling(&mut self, number: usize) -> Broken {
        let Some(stamp) = self.stamps.get(number).cloned() else {
            return only("StampNotFound");
        };
        if let Err(broken) = self.waits(&stamp) {
            return broken;
        }
        let Measure::Transfer {
            of,
            rights,
            to,
            pledges,
        } = &stamp.measure
        else {
            return only("WrongMeasure");
        };
        let mut rules = Rules::default();
        let Some((_, seizure)) = self.target(stamp.object, *of, &mut rules) else {
            return rules.0;
        };
        self.ruling_fits(stamp.object, &seizure, stamp.organ, (rights, *to), &mut rules);
        let enforced = self.enforced_mark(stamp.object, *pledges, rights, &mut rules);
        let now = self.now;
        let object = &self.objects[stamp.object];
        let against = |mark: &Mark| mark.stands() && !mark.rights.is_disjoint(rights);
        let controlled = object
            .marks
            .iter()
            .any(|mark| against(mark) && mark.kind == Kind::Control);
        rules.rule(!controlled, "MarkInTheWay");
        if !rules.0.is_empty() {
            return rules.0;
        }
        // What stands against other rights too goes on standing; of a pledge that the ruling ends, only what does not pass is left.
        // Where it enforces one, earlier ones stay, and so do later ones under the regimes of the walks.
        let ends = |place: &usize| {
            let mark = &object.marks[*place];
            let falls = match mark.kind {
                Kind::Hold | Kind::Seizure | Kind::Reservation => mark.rights.is_subset(rights),
                Kind::Pledge => match pledges {
                    UnderRuling::Travel => false,
                    UnderRuling::End => true,
                    UnderRuling::Enforced(_) => enforced == Some(*place),
                },
                Kind::Notice | Kind::Control | Kind::Source(_) => false,
            };
            falls && against(mark)
        };
        let ended: Vec<usize> = (0..object.marks.len()).filter(ends).collect();
        self.pass_together(stamp.object, rights, *to);
        for place in ended {
            let object = &mut self.objects[stamp.object];
            let mark = &object.marks[place];
            if !mark.rights.is_subset(rights) {
                self.free(stamp.object, place, rights, Closed::CarriedOut);
            } else if mark.is_collateral() {
                object.end_secured(place, now);
            } else {
                object.end_mark(place, now);
            }
        }
        self.stamps[number].found = Found::Confirmed;
        Broken::new()
    }
}
