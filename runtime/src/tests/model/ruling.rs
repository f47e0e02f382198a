//! Rights that the court whose seizure has the first rank transfers by a ruling: its seizure is carried out, those behind it fall.

use super::{
    acts::Measure,
    marks::{Kind, Mark},
    state::{only, Broken, Found, Object, Party, Register, Rules},
};
use std::collections::BTreeSet;

impl Object {
    /// Rights of first registration that have not ended, on one certificate, seized by a mark.
    fn may_be_ruled_on(&self, rights: &BTreeSet<u32>, seizure: &Mark) -> bool {
        let certificates: Option<BTreeSet<u32>> = rights
            .iter()
            .map(|number| {
                let right = self.right(*number)?;
                (!right.ended && right.parent.is_none()).then_some(right.certificate)
            })
            .collect();
        let one = certificates.is_some_and(|certificates| certificates.len() == 1);
        one && rights.is_subset(&seizure.rights)
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
        let fit = self.objects[object].may_be_ruled_on(rights, seizure);
        rules.rule(fit, "RightsUnfit");
        rules.rule(self.is_good(to), "ReceiverUnfit");
    }

    pub fn transfer_by_ruling(&mut self, number: usize) -> Broken {
        let Some(stamp) = self.stamps.get(number).cloned() else {
            return only("StampNotFound");
        };
        if let Err(broken) = self.waits(&stamp) {
            return broken;
        }
        let Measure::Transfer { of, rights, to } = &stamp.measure else {
            return only("WrongMeasure");
        };
        let mut rules = Rules::default();
        let Some((_, seizure)) = self.target(stamp.object, *of, &mut rules) else {
            return rules.0;
        };
        self.ruling_fits(stamp.object, &seizure, stamp.organ, (rights, *to), &mut rules);
        let now = self.now;
        let object = &mut self.objects[stamp.object];
        let against = |mark: &Mark| mark.stands() && !mark.rights.is_disjoint(rights);
        let controlled = object
            .marks
            .iter()
            .any(|mark| against(mark) && mark.kind == Kind::Control);
        rules.rule(!controlled, "MarkInTheWay");
        if !rules.0.is_empty() {
            return rules.0;
        }
        // What stands against other rights too goes on standing.
        let ends = |mark: &Mark| {
            let falls = matches!(mark.kind, Kind::Hold | Kind::Seizure);
            falls && against(mark) && mark.rights.is_subset(rights)
        };
        let ended = (0..object.marks.len()).filter(|place| ends(&object.marks[*place]));
        let ended: Vec<usize> = ended.collect();
        let passing: Vec<u32> = rights.iter().copied().collect();
        let (from, known) = (
            object.rights[passing[0] as usize].certificate,
            object.certificates.len(),
        );
        object.pass(from, passing, vec![(*to, 0)]);
        for place in ended {
            object.end_mark(place, now);
        }
        self.note_holdings(stamp.object, known);
        self.stamps[number].found = Found::Confirmed;
        Broken::new()
    }
}
