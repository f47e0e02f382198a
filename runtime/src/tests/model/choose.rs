//! Makes an act out of the dice of a step: mostly one that somebody might try at this point, sometimes any.

use super::{
    acts::{Act, Matter, Term},
    choose_cases::{any_step, application, motion, next},
    choose_collateral::collateral,
    choose_licences::{licence, signature},
    choose_marks::{day_book, objection},
    choose_parties::succession,
    state::{Holders, Party, Register, Stage},
    succession::renamed,
    time::{end_of, last_day, start_of, Moment, DAY},
};
use proptest::prelude::*;
use std::collections::BTreeSet;

pub const PARTIES: usize = 5;
const OBJECTS_MAX: usize = 6;
/// Parts of a share.
pub const PART: u32 = 100_000;

/// What a step is about.
#[derive(Clone, Copy, Debug)]
pub enum About {
    Time,
    NextOfCase,
    Case,
    Filing,
    Licence,
    Signature,
    DayBook,
    Objection,
    Motion,
    Succession,
    Registration,
    Collateral,
}

/// A step before it meets the register.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub about: About,
    pub dice: [u16; 6],
}

pub fn step() -> impl Strategy<Value = Step> {
    let about = prop_oneof![
        4 => Just(About::Time),
        10 => Just(About::NextOfCase),
        2 => Just(About::Case),
        4 => Just(About::Filing),
        5 => Just(About::Licence),
        5 => Just(About::Signature),
        6 => Just(About::DayBook),
        4 => Just(About::Objection),
        3 => Just(About::Motion),
        2 => Just(About::Succession),
        10 => Just(About::Collateral),
        1 => Just(About::Registration),
    ];
    (about, any::<[u16; 6]>()).prop_map(|(about, dice)| Step { about, dice })
}

/// Dice that are used one after the other; each again in another way when all are used.
pub struct Dice {
    left: [u16; 6],
    place: usize,
}

impl Dice {
    pub fn below(&mut self, number: usize) -> usize {
        let die = &mut self.left[self.place % 6];
        self.place += 1;
        let thrown = usize::from(*die);
        *die = die.rotate_right(3) ^ 0x5a5a;
        thrown % number.max(1)
    }

    pub fn one_in(&mut self, number: usize) -> bool {
        self.below(number) == number - 1
    }

    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Mostly one of these parties, sometimes any.
    pub fn party(&mut self, likely: &BTreeSet<Party>) -> Party {
        let any = self.below(PARTIES);
        if self.one_in(8) {
            return any;
        }
        likely
            .iter()
            .nth(self.below(likely.len()))
            .copied()
            .unwrap_or(any)
    }

    pub fn holders(&mut self) -> Holders {
        let party = self.below(PARTIES);
        let other = (party + 1 + self.below(PARTIES - 1)) % PARTIES;
        let (first, second) = (party.min(other), party.max(other));
        match self.below(6) {
            0 => vec![(first, 0), (second, 0)],
            1 | 2 => vec![(first, 3 * PART), (second, 7 * PART)],
            _ => vec![(party, 0)],
        }
    }

    pub fn term(&mut self, today: u64) -> Term {
        match self.below(6) {
            0 => Term::Days(0),
            1 | 2 => Term::Days(u16::try_from(1 + self.below(40)).unwrap()),
            3 => Term::Months(u16::try_from(1 + self.below(14)).unwrap()),
            4 => Term::Through(today - 2 + self.below(60) as u64),
            _ => Term::Months(u16::try_from(30 + self.below(9)).unwrap()),
        }
    }
}

/// The act of a step: who is named in it is who stands there today.
pub fn act(step: &Step, register: &Register) -> Act {
    let mut act = first_thought(step, register);
    let today = |party: Party| register.current(party);
    match &mut act {
        Act::Register { by, .. } => *by = today(*by),
        Act::Offer { filing, .. } => filing.licensee = today(filing.licensee),
        Act::Object { registrant, .. } => *registrant = today(*registrant),
        Act::File(filed) => match &mut filed.matter {
            Matter::Transfer { to, share, back, .. } => {
                if let Some(filing) = back {
                    filing.licensee = today(filing.licensee);
                }
                for party in 0..PARTIES {
                    *to = renamed(to, party, today(party));
                }
                *share = share.map(|(from, parts)| (today(from), parts));
            }
            Matter::Licence(filing) => filing.licensee = today(filing.licensee),
            _ => {}
        },
        _ => {}
    }
    act
}

fn first_thought(step: &Step, register: &Register) -> Act {
    let mut dice = Dice {
        left: step.dice,
        place: 0,
    };
    match step.about {
        About::Time => Act::Wait(waiting(register, &mut dice)),
        About::Registration if may_register(step, register) => Act::Register {
            by: dice.below(PARTIES),
            years: u8::try_from(1 + dice.below(5)).unwrap(),
            refused: dice.of(&[&[][..], &[1], &[0, 1], &[2]]).to_vec(),
        },
        About::Filing | About::Registration => Act::File(application(register, &mut dice)),
        About::NextOfCase if !register.cases.is_empty() => next(register, &mut dice),
        About::Case if !register.cases.is_empty() => any_step(register, &mut dice),
        About::NextOfCase | About::Case => Act::File(application(register, &mut dice)),
        About::Licence => licence(register, &mut dice),
        About::Signature => signature(register, &mut dice),
        About::DayBook => day_book(register, &mut dice),
        About::Objection => objection(register, &mut dice),
        About::Motion => motion(register, &mut dice),
        About::Succession => succession(register, &mut dice),
        About::Collateral => Act::Secure(collateral(register, &mut dice)),
    }
}

/// There is room for one object more, and who would hold it can act.
fn may_register(step: &Step, register: &Register) -> bool {
    let by = usize::from(step.dice[0]) % PARTIES;
    register.objects.len() < OBJECTS_MAX && register.is_good(register.current(by))
}

/// The moments at which something is over by itself.
fn deadlines(register: &Register) -> Vec<Moment> {
    let mut found = Vec::new();
    for object in &register.objects {
        found.extend(
            object
                .marks
                .iter()
                .filter(|mark| mark.stands())
                .filter_map(|mark| mark.ends()),
        );
        found.extend(object.rights.iter().map(|right| right.until));
        found.extend(object.offers.values().map(|offer| offer.filing.open_until));
        for (_, right) in object.roots() {
            found.push(start_of(Register::window(right.until).0));
            found.push(end_of(last_day(right.until) - 1));
        }
    }
    found.extend(register.cases.iter().filter_map(|case| match case.stage {
        Stage::InNotice(end) => Some(end),
        Stage::Refused | Stage::PartlyRefused => case.appeal_until(),
        _ => None,
    }));
    found.extend(register.stamps.iter().map(|stamp| stamp.confirm_by));
    let waiting = register.deeds.iter().filter(|deed| deed.waits);
    found.extend(waiting.map(|deed| deed.open_until));
    found.extend(register.pledges.values().filter_map(|pledge| pledge.demanded));
    found.retain(|moment| *moment > register.now + 1);
    found.sort_unstable();
    found.dedup();
    found
}

/// Mostly hours and days, rarely a year; often to the last moment before something is over, or to the first after it.
fn waiting(register: &Register, dice: &mut Dice) -> u64 {
    let found = deadlines(register);
    match dice.below(16) {
        0 => 1_000,
        1..4 => DAY / 24,
        4 | 5 => DAY,
        6 => 3 * DAY,
        7 => 8 * DAY,
        8 if dice.one_in(24) => 400 * DAY,
        8 if dice.one_in(6) => 40 * DAY,
        _ if found.is_empty() => DAY,
        kind => {
            let near = dice.below(if kind < 15 { 2 } else { 12 });
            let moment = found[near.min(found.len() - 1)];
            moment - register.now - u64::from(dice.one_in(3))
        }
    }
}

/// An object: mostly one in which something is in force.
pub fn an_object(register: &Register, dice: &mut Dice) -> usize {
    let any = dice.below(register.objects.len());
    let alive = |place: &usize| {
        let object = &register.objects[*place];
        object.roots().any(|(_, right)| register.now < right.until)
    };
    let living: Vec<usize> = (0..register.objects.len()).filter(alive).collect();
    match living.get(dice.below(living.len())) {
        Some(place) if !dice.one_in(8) => *place,
        _ => any,
    }
}
