//! What is tried with cases, and of the authority's own motion.

use super::{
    acts::{Act, Application, Fact, Filing, Letter, Matter, Motion, Officer},
    choose::{an_object, Dice, PART, PARTIES},
    choose_licences::filing,
    regimes::Regime,
    review::INSTITUTIONS,
    state::{Register, Stage, OPERATING},
};
use std::collections::BTreeSet;

/// So many objects there may be when one is split.
const OBJECTS_WITH_PARTS_MAX: usize = 9;

pub fn application(register: &Register, dice: &mut Dice) -> Application {
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
    let asked = dice.below(9);
    let asked = if lapsed && !dice.one_in(4) { 7 } else { asked };
    let matter = match asked {
        8 => Matter::Cancellation {
            licences: licences_from(register, number, &chosen, dice),
        },
        0..4 => transfer(register, number, &chosen, dice),
        4 if dice.one_in(2) && register.objects.len() < OBJECTS_WITH_PARTS_MAX => {
            kinds.retain(|_| dice.one_in(16));
            split(object.description, dice)
        }
        4 | 5 => {
            kinds.retain(|_| dice.one_in(16));
            Matter::Change(fact(dice))
        }
        _ => Matter::Renewal {
            years: u32::try_from(1 + dice.below(6)).unwrap(),
            revives: lapsed != dice.one_in(8),
        },
    };
    let other = match object.regime {
        Regime::National => Regime::Shenzhen,
        Regime::Shenzhen => Regime::National,
    };
    Application {
        by,
        under: if dice.one_in(40) { other } else { object.regime },
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
    let survivors = licences_from(register, number, chosen, dice);
    let limited = dice.one_in(40);
    let back = dice.one_in(if share.is_none() { 2 } else { 24 }).then(|| {
        // Where it passes, the right that carries the power to license.
        let operating = |number: &&u32| object.rights[**number as usize].kind == OPERATING;
        let parent = chosen.iter().find(operating).or(chosen.first());
        let parent = parent.copied().unwrap_or_default();
        let from = object.holders_of(parent);
        let licensee = dice.party(&from);
        let mut back = Filing {
            licensee,
            ..filing(register, number, parent, dice)
        };
        // Mostly for as long as the right, so that it has not ended when the case is entered.
        if let Some(right) = object.right(parent).filter(|_| !dice.one_in(4)) {
            back.terms.until = right.until;
        }
        back
    });
    Matter::Transfer {
        to,
        share,
        limited,
        survivors,
        back,
    }
}

/// One or two ranges leave; mostly described each in its own words.
fn split(whole: u8, dice: &mut Dice) -> Matter {
    let first = u8::try_from(4 + dice.below(16)).unwrap();
    let mut parts = vec![first];
    match dice.below(8) {
        0..4 => {}
        7 => parts.push(dice.of(&[first, whole])),
        _ => parts.push(first + 1),
    }
    Matter::Split {
        to: u8::try_from(dice.below(4)).unwrap(),
        parts,
    }
}

/// The licences that stand on rights; sometimes one is left out.
fn licences_from(
    register: &Register,
    number: usize,
    chosen: &BTreeSet<u32>,
    dice: &mut Dice,
) -> BTreeSet<u32> {
    let mut standing = register.objects[number].surviving(chosen, register.now);
    if dice.one_in(12) {
        standing.pop_last();
    }
    standing
}

fn fact(dice: &mut Dice) -> Fact {
    match dice.below(5) {
        0 | 1 => Fact::Industry(dice.of(&[55, 62, 55, 62, 97])),
        2 | 3 => Fact::Description(u8::try_from(dice.below(4)).unwrap()),
        _ => Fact::Level(u8::try_from(dice.below(2)).unwrap()),
    }
}

fn letter(dice: &mut Dice) -> Letter {
    dice.of(&[Letter::Ledger, Letter::Ledger, Letter::Post])
}

/// What a case needs next, done by who has to.
pub fn next(register: &Register, dice: &mut Dice) -> Act {
    let listed = register.objects.iter().flat_map(|object| object.cases.clone());
    let mut open: Vec<usize> = listed.collect();
    let refused = |case: &usize| matches!(register.cases[*case].stage, Stage::PartlyRefused | Stage::Refused);
    let unlisted = (0..register.cases.len()).filter(|case| refused(case) && !open.contains(case));
    open.extend(unlisted.collect::<Vec<_>>());
    let Some(case) = open.get(dice.below(open.len())).copied() else {
        return any_step(register, dice);
    };
    let of = &register.cases[case];
    match of.stage {
        Stage::AwaitingSignatures => {
            let awaited = of.concerned.iter().find(|(_, awaited)| *awaited);
            Act::Sign {
                by: awaited.map_or(0, |(party, _)| *party),
                case,
            }
        }
        Stage::Filed if dice.one_in(4) => examination(register, case, dice),
        Stage::Filed => Act::Accept { case },
        Stage::Accepted => examination(register, case, dice),
        Stage::Examined if of.granted.is_empty() && !dice.one_in(4) => refusal(case, dice),
        Stage::Examined if of.filed.under.needs_report() && !dice.one_in(2) => report(case, dice),
        Stage::Examined => Act::Approve { case },
        Stage::Approved if of.has_part_to_publish() && !dice.one_in(8) => Act::PublishPart { case },
        Stage::Approved => Act::Publish { case },
        Stage::InNotice(end) if end > register.now => Act::Wait(end - register.now),
        Stage::Refused | Stage::PartlyRefused | Stage::UnderAppeal => after_refusal(register, case, dice),
        _ => entry(register, case, dice),
    }
}

/// A report: mostly in favour, of an institution.
fn report(case: usize, dice: &mut Dice) -> Act {
    let any = dice.below(PARTIES);
    let by = if dice.one_in(12) {
        any
    } else {
        dice.of(&INSTITUTIONS)
    };
    Act::ReportOn {
        by,
        case,
        favourable: !dice.one_in(6),
    }
}

fn refusal(case: usize, dice: &mut Dice) -> Act {
    Act::Refuse {
        case,
        officer: dice.of(&[Officer::Reviewer, Officer::SecondReviewer]),
        letter: letter(dice),
    }
}

fn entry(register: &Register, case: usize, dice: &mut Dice) -> Act {
    let of = &register.cases[case];
    let in_part = of.filed.kinds.len() > of.granted.len();
    let letter = (in_part != dice.one_in(16)).then(|| letter(dice));
    Act::Enter { case, letter }
}

/// What is open after a refusal.
fn after_refusal(register: &Register, case: usize, dice: &mut Dice) -> Act {
    let of = &register.cases[case];
    let by = of.filed.by;
    if of.has_open_appeal() {
        return Act::DecideAppeal {
            case,
            officer: dice.of(&[
                Officer::SecondReviewer,
                Officer::SecondReviewer,
                Officer::Reviewer,
            ]),
            anew: !dice.one_in(3),
        };
    }
    let told = of.refusal.is_some_and(|refusal| refusal.delivered.is_some());
    match of.appeal_until() {
        _ if !told => Act::Acknowledge { by, case },
        Some(until) if register.now < until && !dice.one_in(8) => Act::Appeal { by, case },
        Some(until) if register.now < until => Act::Wait(until - register.now),
        _ if dice.one_in(8) => Act::Appeal { by, case },
        _ => Act::Close { case },
    }
}

fn examination(register: &Register, case: usize, dice: &mut Dice) -> Act {
    let of = &register.cases[case];
    let mut granted = of.filed.kinds.clone();
    granted.sort_unstable();
    // Who is alone may be refused a part.
    let alone = of.concerned.len() < 2 || matches!(of.filed.matter, Matter::Renewal { .. });
    if dice.one_in(if alone { 2 } else { 8 }) && !granted.is_empty() {
        granted.remove(0);
    }
    let met = !dice.one_in(20);
    Act::Examine { case, granted, met }
}

pub fn any_step(register: &Register, dice: &mut Dice) -> Act {
    let case = dice.below(register.cases.len());
    let by = dice.party(&[register.cases[case].filed.by].into());
    match dice.below(15) {
        0 | 1 => Act::Withdraw { by, case },
        14 => report(case, dice),
        2 => Act::Sign {
            by: dice.below(PARTIES),
            case,
        },
        3 => Act::Accept { case },
        4 => examination(register, case, dice),
        5 => Act::Approve { case },
        6 if dice.one_in(3) => Act::PublishPart { case },
        6 => Act::Publish { case },
        7 | 8 => refusal(case, dice),
        9 => Act::Acknowledge { by, case },
        10 => Act::Appeal { by, case },
        11 => Act::DecideAppeal {
            case,
            officer: dice.of(&[Officer::Reviewer, Officer::SecondReviewer]),
            anew: dice.one_in(2),
        },
        12 => Act::Close { case },
        _ => entry(register, case, dice),
    }
}

/// What the authority does of its own motion: with what is proposed, or anew.
pub fn motion(register: &Register, dice: &mut Dice) -> Act {
    let proposed = |place: &usize| register.objects[*place].motion.is_some();
    let pending: Vec<usize> = (0..register.objects.len()).filter(proposed).collect();
    if let Some(object) = pending.get(dice.below(pending.len() * 2)).copied() {
        return carry_out(register, object, dice);
    }
    let object = an_object(register, dice);
    if dice.one_in(16) {
        return carry_out(register, object, dice);
    }
    let of = &register.objects[object];
    let mut rights: BTreeSet<u32> = of.roots().map(|(number, _)| number).collect();
    match dice.below(8) {
        0 => rights = BTreeSet::new(),
        1 => {}
        _ => {
            let one = dice.below(of.rights.len());
            rights.retain(|number| usize::try_from(*number).unwrap() % 3 == one % 3);
            if dice.one_in(8) {
                rights.insert(u32::try_from(one).unwrap());
            }
        }
    }
    let holders = rights
        .first()
        .map_or_else(BTreeSet::new, |number| of.holders_of(*number));
    let motion = match dice.below(8) {
        0 => Motion::Extinction { rights },
        1 | 2 => Motion::Cancellation { rights },
        3 => Motion::Revocation {
            rights,
            party: dice.party(&holders),
            case: some_case(register, object, dice),
        },
        _ => Motion::Correction(fact(dice)),
    };
    Act::ProposeMotion {
        object,
        motion,
        officer: dice.of(&[Officer::Examiner, Officer::Examiner, Officer::Reviewer]),
        proven: !dice.one_in(12),
    }
}

/// Mostly a case that was entered in the object, or the one by which it was.
fn some_case(register: &Register, object: usize, dice: &mut Dice) -> Option<usize> {
    if dice.one_in(6) {
        return Some(dice.below(register.cases.len()));
    }
    let entered = |case: &usize| register.was_entered_in(*case, object);
    let entered: Vec<usize> = (0..register.cases.len()).filter(entered).collect();
    entered.get(dice.below(entered.len() + 1)).copied()
}

fn carry_out(register: &Register, object: usize, dice: &mut Dice) -> Act {
    if dice.one_in(8) {
        return Act::DropMotion { object };
    }
    let of = &register.objects[object];
    let describes = matches!(of.motion, Some((Motion::Correction(Fact::Description(_)), _)));
    Act::ExecuteMotion {
        object,
        officer: dice.of(&[Officer::Reviewer, Officer::SecondReviewer, Officer::Reviewer]),
        text: (describes && of.published) != dice.one_in(12),
    }
}
