//! Makes an act out of the dice of a step: mostly one that somebody might try at this point, sometimes any.

use super::{
    acts::{Act, Application, Fact, Matter, Term},
    choose_licences::{licence, signature},
    choose_marks::{day_book, objection},
    state::{Holders, Party, Register, Stage},
    time::{end_of, last_day, start_of, Moment, DAY},
};
use std::collections::BTreeSet;

pub const PARTIES: usize = 5;
const OBJECTS_MAX: usize = 5;
/// Parts of a share.
const PART: u32 = 100_000;

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
    Registration,
}

/// A step before it meets the register.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub about: About,
    pub dice: [u16; 6],
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

    fn holders(&mut self) -> Holders {
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

/// The act of a step.
pub fn act(step: &Step, register: &Register) -> Act {
    let mut dice = Dice {
        left: step.dice,
        place: 0,
    };
    match step.about {
        About::Time => Act::Wait(waiting(register, &mut dice)),
        About::Registration if register.objects.len() < OBJECTS_MAX => Act::Register {
            by: dice.below(PARTIES),
            years: u8::try_from(1 + dice.below(5)).unwrap(),
        },
        About::Filing | About::Registration => Act::File(application(register, &mut dice)),
        About::NextOfCase if !register.cases.is_empty() => next(register, &mut dice),
        About::Case if !register.cases.is_empty() => any_step(register, &mut dice),
        About::NextOfCase | About::Case => Act::File(application(register, &mut dice)),
        About::Licence => licence(register, &mut dice),
        About::Signature => signature(register, &mut dice),
        About::DayBook => day_book(register, &mut dice),
        About::Objection => objection(register, &mut dice),
    }
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
        _ => None,
    }));
    found.extend(register.stamps.iter().map(|stamp| stamp.confirm_by));
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

fn application(register: &Register, dice: &mut Dice) -> Application {
    let number = an_object(register, dice);
    let object = &register.objects[number];
    let roots: Vec<_> = object.roots().collect();
    let mut certificate = u32::try_from(dice.below(object.certificates.len())).unwrap();
    let mut kinds = vec![dice.below(3)];
    if let Some((_, right)) = roots.get(dice.below(roots.len())).filter(|_| !dice.one_in(16)) {
        certificate = right.certificate;
        kinds = match dice.below(4) {
            0 | 1 => vec![right.kind],
            _ => (0..3)
                .filter(|kind| object.root_on(certificate, *kind).is_some())
                .collect(),
        };
    }
    let by = dice.party(&object.holders_on(certificate));
    let chosen = kinds
        .iter()
        .filter_map(|kind| object.root_on(certificate, *kind))
        .collect::<BTreeSet<u32>>();
    let is_over = |right: &u32| object.rights[*right as usize].until <= register.now;
    let lapsed = chosen.iter().any(is_over);
    // What has lapsed is mostly revived.
    let asked = dice.below(8);
    let asked = if lapsed && !dice.one_in(4) { 7 } else { asked };
    let matter = match asked {
        0..4 => transfer(register, number, &chosen, dice),
        4 | 5 => {
            kinds.retain(|_| dice.one_in(16));
            Matter::Change(fact(dice))
        }
        _ => Matter::Renewal {
            years: u32::try_from(1 + dice.below(6)).unwrap(),
            revives: lapsed != dice.one_in(8),
        },
    };
    Application {
        by,
        object: number,
        certificate,
        kinds,
        matter,
    }
}

fn transfer(register: &Register, number: usize, chosen: &BTreeSet<u32>, dice: &mut Dice) -> Matter {
    let object = &register.objects[number];
    let current = chosen
        .first()
        .map(|right| object.rights[*right as usize].holders.clone());
    let by_shares = current.filter(|holders| holders.len() > 1 && holders[0].1 > 0);
    let mut to = dice.holders();
    let share = by_shares.filter(|_| !dice.one_in(3)).map(|holders| {
        to.truncate(1);
        to[0].1 = 0;
        let (from, parts) = dice.of(&holders);
        (
            from,
            if dice.one_in(2) {
                parts
            } else {
                PART + dice.below(7) as u32 * PART
            },
        )
    });
    let mut survivors = object.surviving(chosen, register.now);
    if dice.one_in(12) {
        survivors.pop_last();
    }
    Matter::Transfer {
        to,
        share,
        limited: dice.one_in(40),
        survivors,
    }
}

fn fact(dice: &mut Dice) -> Fact {
    match dice.below(5) {
        0 | 1 => Fact::Industry(dice.of(&[55, 62, 55, 62, 97])),
        2 | 3 => Fact::Description(u8::try_from(dice.below(4)).unwrap()),
        _ => Fact::Level(u8::try_from(dice.below(2)).unwrap()),
    }
}

/// What a case needs next, done by who has to.
fn next(register: &Register, dice: &mut Dice) -> Act {
    let open: Vec<usize> = register
        .objects
        .iter()
        .flat_map(|object| object.cases.clone())
        .collect();
    let Some(case) = open.get(dice.below(open.len())).copied() else {
        return any_step(register, dice);
    };
    let of = &register.cases[case];
    match of.stage {
        Stage::AwaitingSignatures => {
            let awaited = of.concerned.iter().find(|(_, awaited)| **awaited);
            Act::Sign {
                by: awaited.map_or(0, |(party, _)| *party),
                case,
            }
        }
        Stage::Filed if dice.one_in(4) => examination(register, case, dice),
        Stage::Filed => Act::Accept { case },
        Stage::Accepted => examination(register, case, dice),
        Stage::Examined => Act::Approve { case },
        Stage::Approved => Act::Publish { case },
        Stage::InNotice(end) if end > register.now => Act::Wait(end - register.now),
        _ => Act::Enter { case },
    }
}

fn examination(register: &Register, case: usize, dice: &mut Dice) -> Act {
    let mut granted = register.cases[case].filed.kinds.clone();
    granted.sort_unstable();
    if dice.one_in(6) {
        granted.pop();
    }
    let met = !dice.one_in(20);
    Act::Examine { case, granted, met }
}

fn any_step(register: &Register, dice: &mut Dice) -> Act {
    let case = dice.below(register.cases.len());
    let by = dice.party(&[register.cases[case].filed.by].into());
    match dice.below(8) {
        0 | 1 => Act::Withdraw { by, case },
        2 => Act::Sign {
            by: dice.below(PARTIES),
            case,
        },
        3 => Act::Accept { case },
        4 => examination(register, case, dice),
        5 => Act::Approve { case },
        6 => Act::Publish { case },
        _ => Act::Enter { case },
    }
}
