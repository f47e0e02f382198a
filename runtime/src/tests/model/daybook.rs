//! The day book: stamps, second persons, seizures and control.

use super::{
    acts::{Measure, Term},
    marks::{Kind, Mark},
    state::{only, Broken, Found, Register, Rules, Stamp},
    time::{day_of, end_of, last_day, plus_months, working_days_after, Day, Moment},
};
use std::collections::BTreeSet;

/// Organs: a court, the police, an administrative department, another court, an arbitral body.
pub const COURTS: [usize; 2] = [0, 3];
pub const POLICE: usize = 1;
pub const ADMINISTRATION: usize = 2;
pub const ARBITRATION: usize = 4;
pub const ORGANS: usize = 5;

impl Register {
    /// A term that begins on a day ends in the future, at most 36 months from there.
    fn term_fits(&self, term: Term, from: Day) -> bool {
        let end = term.end_from(from);
        self.now < end && end <= end_of(plus_months(from, 36))
    }

    fn new_mark(&self, kind: Kind, rights: &BTreeSet<u32>, term: Term, organ: usize) -> Mark {
        let fixed = kind == Kind::Control || matches!(term, Term::Through(_));
        Mark {
            kind,
            rights: rights.clone(),
            since: self.now,
            until: fixed.then(|| term.end_from(self.today())),
            confirm_by: Some(self.confirm_by()),
            over: None,
            first_since: None,
            term,
            organ,
            objection: None,
            closed: None,
        }
    }

    fn confirm_by(&self) -> Moment {
        end_of(working_days_after(self.today(), 1))
    }

    pub fn stamp(&mut self, object: usize, measure: &Measure, organ: usize) -> Broken {
        let mut rules = Rules::default();
        let orders = match measure {
            Measure::Seizure { .. } => COURTS.contains(&organ) || organ == POLICE,
            Measure::Control { .. } => organ == ADMINISTRATION,
            Measure::Renewal { .. } | Measure::Release { .. } => organ != ARBITRATION,
            Measure::Ending { .. } => COURTS.contains(&organ) || organ == ARBITRATION,
            Measure::Transfer { .. } => COURTS.contains(&organ),
        };
        rules.rule(orders, "OrganUnfit");
        let (mut mark, mut renews_from) = (None, 0);
        match measure {
            Measure::Seizure { rights, term } | Measure::Control { rights, term } => {
                let of = &self.objects[object];
                let live = !rights.is_empty() && rights.is_subset(&of.live());
                rules.rule(live, "RightsUnfit");
                rules.rule(self.term_fits(*term, self.today()), "TermUnfit");
                let seizes = matches!(measure, Measure::Seizure { .. });
                let queues: BTreeSet<_> = rights.iter().map(|right| of.queue(*right)).collect();
                rules.rule(!seizes || queues.len() < 2, "RanksDiffer");
                if rules.0.is_empty() {
                    let kind = if seizes { Kind::Seizure } else { Kind::Control };
                    let new = self.new_mark(kind, rights, *term, organ);
                    mark = Some(self.objects[object].set_mark(new));
                }
            }
            Measure::Renewal { of, term } => {
                let Some((place, target)) = self.target(object, *of, &mut rules) else {
                    return rules.0;
                };
                rules.rule(target.organ == organ, "OtherOrgan");
                rules.rule(target.confirm_by.is_none(), "NotConfirmedYet");
                rules.rule(!target.is_waiting(), "StillWaiting");
                let Some(end) = target.until.filter(|_| !target.is_waiting()) else {
                    return rules.0;
                };
                let fits = self.term_fits(*term, last_day(end)) && term.end_from(last_day(end)) > end;
                rules.rule(fits, "TermUnfit");
                if rules.0.is_empty() {
                    (mark, renews_from) = (Some(place), end);
                    let carried = self.confirm_by();
                    if end < carried {
                        self.objects[object].marks[place].until = Some(carried);
                        self.objects[object].enter("mark");
                    }
                }
            }
            Measure::Release { of } => {
                let Some((place, target)) = self.target(object, *of, &mut rules) else {
                    return rules.0;
                };
                let may = target.organ == organ || COURTS.contains(&organ);
                rules.rule(may, "OtherOrgan");
                mark = Some(place);
            }
            Measure::Transfer {
                of,
                rights,
                to,
                pledges,
            } => {
                let Some((place, target)) = self.target(object, *of, &mut rules) else {
                    return rules.0;
                };
                self.ruling_fits(object, &target, organ, (rights, *to), &mut rules);
                self.enforced_mark(object, *pledges, rights, &mut rules);
                mark = Some(place);
            }
            Measure::Ending { rights } => {
                let live = !rights.is_empty() && rights.is_subset(&self.objects[object].live());
                rules.rule(live, "RightsUnfit");
            }
        }
        if rules.0.is_empty() {
            self.stamps.push(Stamp {
                object,
                measure: measure.clone(),
                organ,
                confirm_by: self.confirm_by(),
                found: Found::Nothing,
                mark,
                renews_from,
            });
        }
        rules.0
    }

    /// The seizure or control that a stamp set on the object, while it stands.
    pub fn target(&self, object: usize, of: usize, rules: &mut Rules) -> Option<(usize, Mark)> {
        let stamp = self.stamps.get(of);
        let sets = |stamp: &&Stamp| {
            stamp.object == object
                && matches!(stamp.measure, Measure::Seizure { .. } | Measure::Control { .. })
        };
        let place = stamp.filter(sets).and_then(|stamp| stamp.mark);
        rules.rule(place.is_some(), "StampNotFound");
        let mark = &self.objects[object].marks[place?];
        rules.rule(mark.stands(), "NotStanding");
        mark.stands().then(|| (place.unwrap(), mark.clone()))
    }

    /// A second person finds something in time.
    pub fn waits(&self, stamp: &Stamp) -> Result<(), Broken> {
        match stamp.found {
            Found::Nothing if self.now < stamp.confirm_by => Ok(()),
            Found::Nothing => Err(only("ConfirmationTooLate")),
            Found::Confirmed | Found::Rejected => Err(only("AlreadyDecided")),
        }
    }

    pub fn confirm(&mut self, number: usize) -> Broken {
        let Some(stamp) = self.stamps.get(number).cloned() else {
            return only("StampNotFound");
        };
        if let Err(broken) = self.waits(&stamp) {
            return broken;
        }
        let Some(place) = stamp.mark else {
            return only("WrongMeasure");
        };
        let now = self.now;
        let object = &mut self.objects[stamp.object];
        if !object.marks[place].stands() {
            return only("NotStanding");
        }
        match stamp.measure {
            Measure::Seizure { .. } | Measure::Control { .. } => {
                object.marks[place].confirm_by = None;
                object.enter("mark");
            }
            Measure::Renewal { term, .. } => {
                let end = term.end_from(last_day(stamp.renews_from));
                let mark = &mut object.marks[place];
                mark.until = mark.until.max(Some(end));
                object.enter("mark");
            }
            Measure::Release { .. } => object.end_mark(place, now),
            Measure::Ending { .. } | Measure::Transfer { .. } => return only("WrongMeasure"),
        }
        self.stamps[number].found = Found::Confirmed;
        Broken::new()
    }

    pub fn reject(&mut self, number: usize) -> Broken {
        let Some(stamp) = self.stamps.get(number).cloned() else {
            return only("StampNotFound");
        };
        if let Err(broken) = self.waits(&stamp) {
            return broken;
        }
        let now = self.now;
        let object = &mut self.objects[stamp.object];
        match (&stamp.measure, stamp.mark) {
            (Measure::Seizure { .. } | Measure::Control { .. }, Some(place)) => object.end_mark(place, now),
            // What stands only because of this stamp ends as it would have without it.
            (Measure::Renewal { .. }, Some(place)) => {
                let mark = &mut object.marks[place];
                let carried = stamp.renews_from < stamp.confirm_by && mark.until == Some(stamp.confirm_by);
                if mark.stands() && carried {
                    mark.until = Some(stamp.renews_from.max(now));
                    object.enter("mark");
                    object.pass_until(now);
                }
            }
            (Measure::Release { .. } | Measure::Ending { .. } | Measure::Transfer { .. }, _) | (_, None) => {}
        }
        self.stamps[number].found = Found::Rejected;
        Broken::new()
    }

    pub fn end_by_instrument(&mut self, number: usize) -> Broken {
        let Some(stamp) = self.stamps.get(number).cloned() else {
            return only("StampNotFound");
        };
        if let Err(broken) = self.waits(&stamp) {
            return broken;
        }
        let Measure::Ending { rights } = &stamp.measure else {
            return only("WrongMeasure");
        };
        let now = self.now;
        let object = &mut self.objects[stamp.object];
        let live: BTreeSet<u32> = rights.intersection(&object.live()).copied().collect();
        if live.is_empty() {
            return only("RightsUnfit");
        }
        for place in object.reserved_within(&live) {
            object.end_secured(place, now);
        }
        let fallen = object.falling_with_any(&live, now);
        object.end_rights(&live, now);
        object.enter("rights_ended");
        object.fall(&fallen, now);
        self.stamps[number].found = Found::Confirmed;
        Broken::new()
    }

    /// Time passes over every object.
    pub fn wait(&mut self, milliseconds: u64) {
        self.now += milliseconds;
        for object in &mut self.objects {
            object.pass_until(self.now);
        }
        debug_assert!(day_of(self.now) < 60_000);
    }
}
