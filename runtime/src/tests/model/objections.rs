//! Objections after entry, holds, and what the sides agree on.

use super::{
    acts::Operation,
    marks::{Kind, Mark},
    state::{only, Broken, Contest, Objection, Party, Register, Rules},
    time::{end_of, Moment},
};
use std::collections::BTreeSet;

const HOLD_DAYS: u64 = 180;
const OPEN_MAX: usize = 8;

impl Register {
    pub fn object(
        &mut self,
        by: Party,
        object: usize,
        rights: &BTreeSet<u32>,
        registrant: Party,
        facts: u8,
    ) -> Broken {
        let of = &self.objects[object];
        let first = rights.first().and_then(|number| of.right(*number));
        let Some(first) = first else {
            return only("RightsUnfit");
        };
        let fits = |number: &u32| {
            of.right(*number)
                .is_some_and(|right| !right.ended && right.certificate == first.certificate)
        };
        let mut rules = Rules::default();
        let holds = |party| first.holders.iter().any(|(holder, _)| *holder == party);
        rules.rule(rights.iter().all(fits) && holds(registrant), "RightsUnfit");
        rules.rule(!holds(by), "OwnObjection");
        // Nor by those whose place it took, wholly or in part.
        let mut names = self.parties[by].former.iter().copied().chain([by]);
        let heard = names.any(|name| self.heard.contains(&(object, name, facts)));
        rules.rule(!heard, "AlreadyHeard");
        rules.rule(of.objections.len() < OPEN_MAX, "ObjectFull");
        if rules.0.is_empty() {
            self.heard.insert((object, by, facts));
            self.objects[object].objections.push(self.objections.len());
            self.objections.push(Objection {
                object,
                rights: rights.clone(),
                registrant,
                objector: by,
                stage: Contest::Filed,
                agreed: BTreeSet::new(),
                notice: None,
                hold: None,
                proposed: None,
            });
        }
        rules.0
    }

    /// Those of the contested rights that have not ended.
    fn contested(&self, objection: &Objection) -> BTreeSet<u32> {
        let live = self.objects[objection.object].live();
        objection.rights.intersection(&live).copied().collect()
    }

    /// Who holds what is contested: each of them, if several hold different rights by now.
    pub fn registrants(&self, objection: &Objection) -> BTreeSet<Party> {
        let object = &self.objects[objection.object];
        let holders: BTreeSet<Party> = self
            .contested(objection)
            .into_iter()
            .flat_map(|number| object.holders_of(number))
            .collect();
        if holders.is_empty() {
            [objection.registrant].into()
        } else {
            holders
        }
    }

    /// Whether the object has room for a mark that is set.
    fn has_room_for(&self, number: usize) -> bool {
        self.has_room(self.objections[number].object, 0)
    }

    fn set(&mut self, number: usize, kind: Kind, until: Option<Moment>) -> Option<usize> {
        let objection = &self.objections[number];
        let (object, rights) = (objection.object, self.contested(objection));
        if rights.is_empty() {
            return None;
        }
        let mark = Mark::without_order(kind, rights, (self.now, until), Some(number));
        Some(self.objects[object].set_mark(mark))
    }

    pub fn notify(&mut self, number: usize) -> Broken {
        if self.objections[number].stage != Contest::Filed {
            return only("WrongStage");
        }
        // The registrant that the objection names is told, or who stands in its place.
        if !self.has_account(self.objections[number].registrant) {
            return only("ChannelUnfit");
        }
        if !self.has_room_for(number) && !self.contested(&self.objections[number]).is_empty() {
            return only("ObjectFull");
        }
        let Some(mark) = self.set(number, Kind::Notice, None) else {
            return only("ObjectUnfit");
        };
        self.objections[number].notice = Some(mark);
        self.objections[number].stage = Contest::Notified;
        Broken::new()
    }

    pub fn answer(&mut self, by: Party, number: usize, agrees: bool) -> Broken {
        let registrants = self.registrants(&self.objections[number]);
        let objection = &mut self.objections[number];
        let mut rules = Rules::default();
        rules.rule(
            registrants.contains(&by) && by != objection.objector,
            "NotTheRegistrant",
        );
        rules.rule(objection.stage == Contest::Notified, "WrongStage");
        rules.rule(!(agrees && objection.agreed.contains(&by)), "AlreadyAnswered");
        if !rules.0.is_empty() {
            return rules.0;
        }
        if agrees {
            objection.agreed.insert(by);
            // Co-holders, and holders of different rights, dispose together.
            if registrants.is_subset(&objection.agreed) {
                objection.stage = Contest::Decided;
            }
        } else {
            objection.agreed.clear();
            objection.stage = Contest::Contested;
        }
        Broken::new()
    }

    fn is_open(&self, number: usize) -> bool {
        !matches!(
            self.objections[number].stage,
            Contest::Closed | Contest::Withdrawn
        )
    }

    fn standing_hold(&self, number: usize) -> Option<usize> {
        let objection = &self.objections[number];
        let marks = &self.objects[objection.object].marks;
        objection.hold.filter(|place| marks[*place].stands())
    }

    fn open_proposal(&self, number: usize) -> Option<Moment> {
        self.objections[number].proposed.filter(|until| self.now < *until)
    }

    pub fn propose_hold(&mut self, number: usize, until: Moment) -> Broken {
        let mut rules = Rules::default();
        rules.rule(self.is_open(number), "WrongStage");
        let exists = self.standing_hold(number).is_some() || self.open_proposal(number).is_some();
        rules.rule(!exists, "HoldExists");
        let latest = end_of(self.today() + HOLD_DAYS);
        rules.rule(self.now < until && until <= latest, "HoldTermUnfit");
        if rules.0.is_empty() {
            self.objections[number].proposed = Some(until);
        }
        rules.0
    }

    pub fn confirm_hold(&mut self, number: usize) -> Broken {
        if !self.is_open(number) {
            return only("WrongStage");
        }
        let Some(until) = self.open_proposal(number) else {
            return only("NoHold");
        };
        if !self.has_room_for(number) && !self.contested(&self.objections[number]).is_empty() {
            return only("ObjectFull");
        }
        let Some(mark) = self.set(number, Kind::Hold, Some(until)) else {
            return only("ObjectUnfit");
        };
        self.objections[number].hold = Some(mark);
        self.objections[number].proposed = None;
        Broken::new()
    }

    fn end_mark_of(&mut self, number: usize, place: Option<usize>) {
        let (object, now) = (self.objections[number].object, self.now);
        if let Some(place) = place {
            self.objects[object].end_mark(place, now);
        }
    }

    pub fn lift_hold(&mut self, number: usize) -> Broken {
        let standing = self.standing_hold(number);
        if standing.is_none() && self.open_proposal(number).is_none() {
            return only("NoHold");
        }
        self.end_mark_of(number, standing);
        self.objections[number].proposed = None;
        Broken::new()
    }

    fn finish(&mut self, number: usize, stage: Contest) {
        let objection = &mut self.objections[number];
        objection.stage = stage;
        objection.proposed = None;
        self.objects[objection.object]
            .objections
            .retain(|open| *open != number);
    }

    pub fn withdraw_objection(&mut self, by: Party, number: usize) -> Broken {
        let objection = &self.objections[number];
        let (notice, hold) = (objection.notice, objection.hold);
        let mut rules = Rules::default();
        rules.rule(objection.objector == by, "NotTheObjector");
        let open = self.is_open(number) && objection.stage != Contest::Decided;
        rules.rule(open, "WrongStage");
        if rules.0.is_empty() {
            self.end_mark_of(number, notice);
            self.end_mark_of(number, hold);
            self.finish(number, Contest::Withdrawn);
        }
        rules.0
    }

    /// Carries out a cancellation on which the sides agreed.
    pub fn execute(&mut self, number: usize) -> Broken {
        let objection = self.objections[number].clone();
        if objection.stage != Contest::Decided {
            return only("WrongStage");
        }
        let (rights, now) = (self.contested(&objection), self.now);
        let object = &mut self.objects[objection.object];
        if rights.is_empty() {
            self.end_mark_of(number, objection.notice);
        } else {
            let free = object
                .in_the_way(Operation::Cancellation, &rights, Some(number))
                .is_empty();
            if !free {
                return only("BarredByMark");
            }
            let fallen = object.falling_with_any(&rights, now);
            object.end_rights(&rights, now);
            // The same entry ends the notice.
            if let Some(notice) = objection.notice {
                object.marks[notice].over = object.marks[notice].over.or(Some(now));
            }
            object.enter("rights_ended");
            object.fall(&fallen, now);
        }
        self.end_mark_of(number, objection.hold);
        self.finish(number, Contest::Closed);
        Broken::new()
    }
}
