//! What the authority does of its own motion (NG 37, 39; PD 9): one officer proposes, another executes.

use super::{
    acts::{Fact, Motion, Officer, Operation},
    state::{only, Broken, Register, Rules},
};
use std::collections::BTreeSet;

impl Register {
    /// The rules of a motion, when it is proposed and again when it is executed.
    fn motion_fits(&self, place: usize, motion: &Motion) -> Rules {
        let mut rules = Rules::default();
        let object = &self.objects[place];
        if let Some(rights) = motion.ends() {
            // Licences end by themselves.
            let roots: BTreeSet<u32> = object.roots().map(|(number, _)| number).collect();
            let may_end = !rights.is_empty() && rights.is_subset(&roots);
            rules.rule(may_end, "MotionRightsUnfit");
            if !may_end {
                return rules;
            }
        }
        match motion {
            // By operation of law: no mark bars it, and what hangs on the rights falls.
            Motion::Extinction { .. } => {}
            Motion::Cancellation { rights } => {
                let licences = object.surviving(rights, self.now);
                rules.rule(licences.is_empty(), "LicenceStands");
                let mut of_rights = rights.iter().map(|number| &object.rights[*number as usize]);
                let free = of_rights.all(|right| {
                    self.open_about(place, right.certificate, &[right.kind], None)
                        .is_empty()
                });
                rules.rule(free, "CaseStands");
                let touched = rights.union(&licences).copied().collect();
                let obstacles = object.in_the_way(Operation::Cancellation, &touched, None);
                rules.no_mark_bars(&obstacles, Some(&BTreeSet::new()));
            }
            Motion::Revocation { rights, party, case } => {
                // What was imported has a number of its own, and what was first registered that of its case.
                let own = object.imported || object.origin.is_none();
                let entered = case.map_or(own, |case| self.was_entered_in(case, place));
                rules.rule(entered, "MotionCaseUnfit");
                // Who took the place of who obtained it has acquired nothing.
                let theirs = self.successors(*party);
                let kept = rights
                    .iter()
                    .all(|number| !object.holders_of(*number).is_disjoint(&theirs));
                rules.rule(kept, "HeldInGoodFaith");
            }
            Motion::Correction(fact) => {
                rules.rule(object.differs(*fact), "NothingChanges");
                rules.rule(!matches!(fact, Fact::Industry(97)), "NegativeListed");
            }
        }
        rules
    }

    pub fn propose_motion(
        &mut self,
        place: usize,
        motion: &Motion,
        officer: Officer,
        proven: bool,
    ) -> Broken {
        let mut rules = self.motion_fits(place, motion);
        let object = &mut self.objects[place];
        rules.rule(object.motion.is_none(), "MotionPending");
        let slip = matches!(motion, Motion::Correction(_));
        rules.rule(proven || slip, "MotionUnproven");
        if rules.0.is_empty() {
            object.motion = Some((motion.clone(), officer));
        }
        rules.0
    }

    pub fn execute_motion(&mut self, place: usize, officer: Officer, text: bool) -> Broken {
        let Some((motion, proposer)) = self.objects[place].motion.clone() else {
            return only("MotionNotFound");
        };
        let mut rules = self.motion_fits(place, &motion);
        rules.rule(officer != proposer, "SamePerson");
        let (now, object) = (self.now, &mut self.objects[place]);
        // A description is published again to the extent that it was.
        let publishes = matches!(motion, Motion::Correction(Fact::Description(_))) && object.published;
        rules.rule(text == publishes, "TextUnfit");
        if rules.0.is_empty() {
            match (&motion, motion.ends()) {
                (_, Some(rights)) => {
                    if !matches!(motion, Motion::Cancellation { .. }) {
                        for mark in object.reserved_within(rights) {
                            object.end_secured(mark, now);
                        }
                    }
                    let fallen = object.falling_with_any(rights, now);
                    object.end_rights(rights, now);
                    object.enter("rights_ended");
                    object.fall(&fallen, now);
                }
                (Motion::Correction(fact), None) => object.change(*fact),
                (_, None) => {}
            }
            object.motion = None;
        }
        rules.0
    }

    pub fn drop_motion(&mut self, place: usize) -> Broken {
        if self.objects[place].motion.take().is_none() {
            return only("MotionNotFound");
        }
        Broken::new()
    }
}

impl Motion {
    /// The rights that end.
    pub fn ends(&self) -> Option<&BTreeSet<u32>> {
        match self {
            Self::Extinction { rights } | Self::Cancellation { rights } | Self::Revocation { rights, .. } => {
                Some(rights)
            }
            Self::Correction(_) => None,
        }
    }
}
