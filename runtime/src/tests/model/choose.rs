//! Makes an act out of the dice of a step: mostly one that somebody might try at this point, sometimes any.

use super::{
    acts::{Act, Application, Fact, Filing, Matter, Measure, Term},
    daybook::{ADMINISTRATION, ORGANS, POLICE},
    state::{Contest, EndKind, Holders, Party, Register, Stage, Terms, HOLDING, OPERATING, USE},
    time::{end_of, last_day, Moment, DAY},
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
struct Dice {
    left: [u16; 6],
    place: usize,
}

impl Dice {
    fn below(&mut self, number: usize) -> usize {
        let die = &mut self.left[self.place % 6];
        self.place += 1;
        let thrown = usize::from(*die);
        *die = die.rotate_right(3) ^ 0x5a5a;
        thrown % number.max(1)
    }

    fn one_in(&mut self, number: usize) -> bool {
        self.below(number) == number - 1
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Mostly one of these parties, sometimes any.
    fn party(&mut self, likely: &BTreeSet<Party>) -> Party {
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

    fn term(&mut self, today: u64) -> Term {
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
            found.push(super::time::start_of(Register::window(right.until).0));
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

/// Seconds to a year; often to the last moment before something is over, or to the first after it.
fn waiting(register: &Register, dice: &mut Dice) -> u64 {
    let found = deadlines(register);
    match dice.below(12) {
        0 => 1_000,
        1 => DAY / 24,
        2 => DAY,
        3 => 3 * DAY,
        4 => 8 * DAY,
        5 if dice.one_in(4) => 400 * DAY,
        5 => 40 * DAY,
        6 => 8 * DAY,
        _ if found.is_empty() => DAY,
        kind => {
            let near = dice.below(if kind < 11 { 4 } else { 16 });
            let moment = found[near.min(found.len() - 1)];
            moment - register.now - u64::from(dice.one_in(3))
        }
    }
}

fn application(register: &Register, dice: &mut Dice) -> Application {
    let number = dice.below(register.objects.len());
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
        .collect();
    let matter = match dice.below(8) {
        0..4 => transfer(register, number, &chosen, dice),
        4 | 5 => {
            kinds.retain(|_| dice.one_in(16));
            Matter::Change(fact(dice))
        }
        _ => {
            let lapsed = chosen
                .iter()
                .any(|right| object.rights[*right as usize].until <= register.now);
            Matter::Renewal {
                years: u32::try_from(1 + dice.below(6)).unwrap(),
                revives: lapsed != dice.one_in(8),
            }
        }
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

fn licence(register: &Register, dice: &mut Dice) -> Act {
    let number = dice.below(register.objects.len());
    let object = &register.objects[number];
    let licences: Vec<u32> = (0..)
        .zip(&object.rights)
        .filter(|(_, right)| right.licence.is_some())
        .map(|(number, _)| number)
        .collect();
    let licence = match licences.get(dice.below(licences.len())) {
        Some(licence) if !dice.one_in(16) => *licence,
        _ => u32::try_from(dice.below(object.rights.len() + 1)).unwrap(),
    };
    let sides = || {
        let mut sides = object.holders_of(licence);
        let parent = object.right(licence).and_then(|right| right.parent);
        sides.extend(parent.map_or_else(BTreeSet::new, |parent| object.holders_of(parent)));
        sides
    };
    let kind = dice.of(&[EndKind::Agreement, EndKind::Breach]);
    match dice.below(12) {
        0 => Act::ProposeEnd {
            by: dice.party(&sides()),
            object: number,
            licence,
            kind,
        },
        1 => Act::WithdrawEnd {
            by: dice.party(&sides()),
            object: number,
            licence,
            kind,
        },
        2 => Act::OrderEnd {
            object: number,
            licence,
        },
        3 => Act::ConfirmEnd {
            object: number,
            licence,
        },
        4 | 5 => Act::Report {
            by: dice.party(&sides()),
            object: number,
            licence,
            total: dice.below(90) as u64,
        },
        _ => offer(register, number, &licences, dice),
    }
}

fn offer(register: &Register, number: usize, licences: &[u32], dice: &mut Dice) -> Act {
    let object = &register.objects[number];
    let operating = object
        .roots()
        .filter(|(_, right)| right.kind == OPERATING)
        .map(|(number, _)| number);
    let mut parents: Vec<u32> = operating.collect();
    let in_force = licences
        .iter()
        .filter(|number| object.is_in_force(**number, register.now));
    parents.extend(in_force);
    let parent = match parents.get(dice.below(parents.len())) {
        Some(parent) if !dice.one_in(16) => *parent,
        _ => u32::try_from(dice.below(object.rights.len() + 1)).unwrap(),
    };
    let above = object
        .right(parent)
        .map_or(register.now + DAY, |right| right.until);
    let terms = object
        .right(parent)
        .and_then(|right| right.licence.as_ref())
        .map(|licence| licence.terms);
    let subset = |dice: &mut Dice| terms.is_none() || dice.one_in(3);
    let purposes = if subset(dice) {
        dice.of(&[7, 3, 1, 4])
    } else {
        terms.map_or(1, |terms| terms.purposes)
    };
    let regions = if subset(dice) {
        dice.of(&[7, 5, 2, 6])
    } else {
        terms.map_or(1, |terms| terms.regions)
    };
    let quantity = match terms.and_then(|terms| terms.quantity) {
        Some(above) if !dice.one_in(8) => Some(1 + dice.below(usize::try_from(above).unwrap()) as u64),
        _ => dice.of(&[None, None, Some(40), Some(100)]),
    };
    let mut filing = Filing {
        parent,
        licensee: dice.below(PARTIES),
        terms: Terms {
            kind: dice.of(&[0, 0, 0, 1, 2]),
            gives: dice.of(&[USE, USE, USE, OPERATING, OPERATING, HOLDING]),
            purposes,
            regions,
            quantity,
            until: (above + DAY * dice.below(2) as u64).min(register.now + DAY * (dice.below(500) as u64)),
            levels: terms.map_or_else(|| dice.of(&[3, 3, 2, 4]), |terms| terms.levels.saturating_sub(1)),
        },
        root_signs: dice.one_in(3),
        subject_to: Vec::new(),
        open_until: end_of(register.today() + dice.below(30) as u64),
    };
    if filing.terms.kind > 0 && object.right(parent).is_some() && !dice.one_in(4) {
        filing.subject_to = object.overlapping(&filing, register.now);
        filing.subject_to.truncate(16);
    } else if dice.one_in(30) {
        filing.subject_to = vec![u32::try_from(dice.below(object.rights.len())).unwrap()];
    }
    Act::Offer {
        by: dice.party(&object.holders_of(parent)),
        object: number,
        filing,
    }
}

/// A signature that somebody waits for.
fn signature(register: &Register, dice: &mut Dice) -> Act {
    let number = dice.below(register.objects.len());
    let object = &register.objects[number];
    let waiting = object
        .ends
        .iter()
        .filter(|((_, kind), _)| *kind != EndKind::Order);
    let waiting: Vec<_> = waiting.map(|(end, signed)| (*end, signed.clone())).collect();
    if let Some(((licence, kind), signed)) = waiting.get(dice.below(waiting.len() + 2)).cloned() {
        let needed = object.needed_to_end(licence, kind, register.now);
        let left = needed.difference(&signed).copied().collect();
        return Act::SignEnd {
            by: dice.party(&left),
            object: number,
            licence,
            kind,
        };
    }
    let offers: Vec<u32> = object.offers.keys().copied().collect();
    let offer = match offers.get(dice.below(offers.len())) {
        Some(offer) => *offer,
        None => u32::try_from(dice.below(3)).unwrap(),
    };
    let needed = object.offers.get(&offer).map_or_else(BTreeSet::new, |offer| {
        let needed = object.signatories(&offer.filing);
        needed.difference(&offer.signed).copied().collect()
    });
    let by = dice.party(&needed);
    if dice.one_in(12) {
        return Act::WithdrawOffer {
            by,
            object: number,
            offer,
        };
    }
    Act::SignOffer {
        by,
        object: number,
        offer,
    }
}

fn day_book(register: &Register, dice: &mut Dice) -> Act {
    let waiting: Vec<usize> = (0..register.stamps.len())
        .filter(|stamp| register.now < register.stamps[*stamp].confirm_by)
        .collect();
    let stamp = match waiting.get(dice.below(waiting.len())) {
        Some(stamp) if !dice.one_in(10) => Some(*stamp),
        _ => register
            .stamps
            .len()
            .checked_sub(1)
            .map(|last| dice.below(last + 1)),
    };
    match (dice.below(10), stamp) {
        (0..3, Some(stamp)) => Act::Confirm { stamp },
        (3, Some(stamp)) => Act::Reject { stamp },
        (4, Some(stamp)) => Act::EndByInstrument { stamp },
        _ => new_stamp(register, dice),
    }
}

fn new_stamp(register: &Register, dice: &mut Dice) -> Act {
    let object = dice.below(register.objects.len());
    let of = &register.objects[object];
    let mut rights: BTreeSet<u32> = of.live();
    match dice.below(5) {
        0 => {}
        _ => {
            let one = dice.below(of.rights.len());
            rights = [u32::try_from(one).unwrap()].into();
            if dice.one_in(3) {
                rights.insert(u32::try_from(dice.below(of.rights.len())).unwrap());
            }
        }
    }
    let term = dice.term(register.today());
    let standing: Vec<usize> = (0..register.stamps.len())
        .filter(|stamp| {
            let stamp = &register.stamps[*stamp];
            stamp.object == object && stamp.mark.is_some_and(|place| of.marks[place].stands())
        })
        .collect();
    let last = register.stamps.len();
    let target = standing
        .get(dice.below(standing.len()))
        .copied()
        .unwrap_or(dice.below(last + 1));
    let theirs = register.stamps.get(target).map_or(0, |stamp| stamp.organ);
    let (measure, organ) = match dice.below(12) {
        0..5 => (Measure::Seizure { rights, term }, dice.of(&[0, POLICE, 3])),
        5 | 6 => (Measure::Control { rights, term }, ADMINISTRATION),
        7 | 8 => (Measure::Renewal { of: target, term }, theirs),
        9 | 10 => (Measure::Release { of: target }, theirs),
        _ => (Measure::Ending { rights }, dice.of(&[0, 4])),
    };
    let organ = if dice.one_in(16) {
        dice.below(ORGANS)
    } else {
        organ
    };
    Act::Stamp {
        object,
        measure,
        organ,
    }
}

fn objection(register: &Register, dice: &mut Dice) -> Act {
    let open: Vec<usize> = register
        .objects
        .iter()
        .flat_map(|object| object.objections.clone())
        .collect();
    let Some(objection) = open.get(dice.below(open.len() + 2)).copied() else {
        return objecting(register, dice);
    };
    let of = &register.objections[objection];
    let registrants = register.registrants(of);
    let agrees = !dice.one_in(6);
    let any = Act::Answer {
        by: dice.party(&registrants),
        objection,
        agrees,
    };
    match (dice.below(8), of.stage) {
        (0, _) => Act::ProposeHold {
            objection,
            until: register.now + DAY * (dice.below(200) as u64),
        },
        (1, _) => Act::ConfirmHold { objection },
        (2, _) => Act::LiftHold { objection },
        (3, _) => Act::WithdrawObjection {
            by: dice.party(&[of.objector].into()),
            objection,
        },
        (4, _) => any,
        (_, Contest::Filed) => Act::Notify { objection },
        (_, Contest::Notified) => any,
        _ => Act::Execute { objection },
    }
}

fn objecting(register: &Register, dice: &mut Dice) -> Act {
    if dice.one_in(8) && !register.objections.is_empty() {
        let objection = dice.below(register.objections.len());
        return match dice.below(5) {
            0 => Act::Notify { objection },
            1 => Act::ConfirmHold { objection },
            2 => Act::WithdrawObjection {
                by: register.objections[objection].objector,
                objection,
            },
            3 => Act::Answer {
                by: register.objections[objection].registrant,
                objection,
                agrees: true,
            },
            _ => Act::Execute { objection },
        };
    }
    let number = dice.below(register.objects.len());
    let object = &register.objects[number];
    let one = dice.below(object.rights.len());
    let certificate = &object.certificates[object.rights[one].certificate as usize];
    let mut rights: BTreeSet<u32> = [u32::try_from(one).unwrap()].into();
    if dice.one_in(2) {
        rights.extend(&certificate.rights);
    }
    let registrants = object.holders_of(u32::try_from(one).unwrap());
    let registrant = dice.party(&registrants);
    let others = (0..PARTIES)
        .filter(|party| !registrants.contains(party))
        .collect();
    Act::Object {
        by: dice.party(&others),
        object: number,
        rights,
        registrant,
        facts: u8::try_from(dice.below(12)).unwrap(),
    }
}
