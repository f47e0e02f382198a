//! What was made from a source tells that the source has ended, is seized or is disputed (S002). Blocks have room, so that after
//! every act all that is to be told has been told. When something ends is computed by letting all time pass over a copy.

use super::{
    marks::{Kind, Mark},
    state::{Object, Register},
    time::Moment,
};
use std::collections::BTreeSet;

/// What is to be known of a source, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grave {
    Disputed,
    Seized,
    Ended,
}

/// A source: an object, and the right that is named; or none.
pub type Source = (usize, Option<u32>);

/// Of which right something is to be known, and what: since when, and until when.
type Known = (u32, Option<(Grave, Moment, Option<Moment>)>);

/// The entries after which it may be something else.
const TOLD: [&str; 4] = ["mark", "rights_ended", "licence_ended", "renewed"];
/// No mark lasts so long.
const LATE: Moment = u64::MAX / 2;

impl Object {
    fn ended_since(&self, number: u32, in_force: impl Fn(u32) -> bool, now: Moment) -> Option<Moment> {
        let hangs = self.hangs_on(number);
        let ended = hangs.iter().find_map(|one| self.rights[*one as usize].ended_at);
        let over = hangs.iter().filter(|one| !in_force(**one));
        let over = over.map(|one| self.rights[*one as usize].until);
        over.filter(|until| *until <= now).chain(ended).min()
    }

    /// What the marks against a right say; it stands as long as one of them does, if all of them end by themselves.
    fn said_by_marks(&self, number: u32) -> Option<(Grave, Moment, Option<Moment>)> {
        let mut later = self.clone();
        later.pass_until(LATE);
        let both = self.marks.iter().zip(&later.marks);
        let against = both.filter(|(mark, _)| mark.stands() && mark.rights.contains(&number));
        let said = against.filter_map(|(mark, later)| {
            let grave = match mark.kind {
                Kind::Seizure => Grave::Seized,
                Kind::Notice | Kind::Hold => Grave::Disputed,
                Kind::Control | Kind::Pledge | Kind::Reservation | Kind::Source(_) => return None,
            };
            Some((grave, mark.since, later.over))
        });
        said.reduce(|one, other| {
            let until = one.2.zip(other.2).map(|(one, other)| one.max(other));
            (one.0.max(other.0), one.1.min(other.1), until)
        })
    }
}

impl Register {
    fn known_of_right(&self, source: usize, number: u32) -> Known {
        let object = &self.objects[source];
        let in_force = |one: u32| self.in_force(source, one);
        let ended = object.ended_since(number, in_force, self.now);
        let of_end = ended.map(|since| (Grave::Ended, since, None));
        (number, of_end.or_else(|| object.said_by_marks(number)))
    }

    /// Of a source named without a right: what its first right says of which something is to be known; that it has ended only
    /// when all have.
    fn known_of(&self, source: Source) -> Known {
        let (object, right) = source;
        if let Some(number) = right {
            return self.known_of_right(object, number);
        }
        let rights = (0..).zip(&self.objects[object].rights);
        let roots = rights.filter(|(_, right)| right.parent.is_none());
        let known: Vec<Known> = roots
            .map(|(number, _)| self.known_of_right(object, number))
            .collect();
        let ended = |(_, said): &Known| said.is_some_and(|(grave, ..)| grave == Grave::Ended);
        let all = known.iter().all(ended);
        let mut told = known
            .into_iter()
            .filter(|one| one.1.is_some() && (all || !ended(one)));
        told.next().unwrap_or((0, None))
    }

    /// Writes what differs of what an object tells of a source.
    fn tell(&mut self, place: usize, source: usize) {
        let named: Vec<Source> = self.objects[place].lineage.iter().copied().collect();
        let now = self.now;
        for one in named.into_iter().filter(|(object, _)| *object == source) {
            let (right, said) = self.known_of(one);
            let object = &mut self.objects[place];
            let before = object.notices.get(&one).map(|(mark, of)| (*mark, *of));
            let Some((grave, since, until)) = said else {
                if let Some((mark, _)) = before {
                    object.end_mark(mark, now);
                }
                continue;
            };
            let same = |mark: &Mark, of: u32| {
                let ended = grave == Grave::Ended || (mark.since, mark.until) == (since, until);
                let lifted = mark.over.is_some_and(|over| Some(over) != mark.until);
                mark.kind == Kind::Source(grave) && of == right && ended && !lifted
            };
            if before.is_some_and(|(mark, of)| same(&object.marks[mark], of)) {
                continue;
            }
            let mark = Mark::without_order(Kind::Source(grave), BTreeSet::new(), (since, until), None);
            let number = match before {
                Some((number, _)) => {
                    object.marks[number] = mark;
                    object.enter("mark");
                    number
                }
                None => object.set_mark(mark),
            };
            object.notices.insert(one, (number, right));
            object.pass_until(now);
        }
    }

    /// Tells all that is to be told since the last time.
    pub fn tell_descendants(&mut self) {
        for source in 0..self.objects.len() {
            let object = &mut self.objects[source];
            let new = &object.entries[object.looked_at..];
            let to_tell = new.iter().any(|entry| TOLD.contains(entry));
            object.looked_at = object.entries.len();
            // What was made since the last time is told of what stood before.
            let stands =
                !object.marks.is_empty() || object.rights.iter().any(|right| right.ended_at.is_some());
            for place in 0..self.objects.len() {
                let made = &self.objects[place];
                let from = made.lineage.iter().any(|(named, _)| *named == source);
                if from && (to_tell || (made.is_new && stands)) {
                    self.tell(place, source);
                }
            }
        }
        for object in &mut self.objects {
            object.is_new = false;
        }
    }
}
