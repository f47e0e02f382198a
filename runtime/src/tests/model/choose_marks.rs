//! What is tried with marks: instruments in the day book, objections and holds.

use super::{
    acts::{Act, Measure, UnderRuling},
    choose::{an_object, Dice, PARTIES},
    collateral::DeedNumber,
    daybook::{ADMINISTRATION, COURTS, ORGANS, POLICE},
    state::{Contest, Register},
    time::DAY,
};
use std::collections::BTreeSet;

pub fn day_book(register: &Register, dice: &mut Dice) -> Act {
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
        (0..5, Some(stamp)) if is_ruling(register, stamp) => Act::TransferByRuling { stamp },
        (0..3, Some(stamp)) => Act::Confirm { stamp },
        (3, Some(stamp)) => Act::Reject { stamp },
        (4, Some(stamp)) if dice.one_in(12) => Act::TransferByRuling { stamp },
        (4, Some(stamp)) => Act::EndByInstrument { stamp },
        _ => new_stamp(register, dice),
    }
}

fn is_ruling(register: &Register, stamp: usize) -> bool {
    matches!(register.stamps[stamp].measure, Measure::Transfer { .. })
}

/// The stamps whose seizure or control stands; of those that may be carried out, only the confirmed seizures of courts in first
/// rank.
fn standing(register: &Register, carried_out: bool) -> Vec<usize> {
    let stands = |number: &usize| {
        let stamp = &register.stamps[*number];
        let sets = matches!(stamp.measure, Measure::Seizure { .. } | Measure::Control { .. });
        let Some(place) = stamp.mark.filter(|_| sets) else {
            return false;
        };
        let mark = &register.objects[stamp.object].marks[place];
        let first = mark.first_since.is_some() && mark.confirm_by.is_none();
        mark.stands() && (!carried_out || (first && COURTS.contains(&stamp.organ)))
    };
    (0..register.stamps.len()).filter(stands).collect()
}

/// What a mark seizes that has not ended, on the certificate of its first right.
fn seized(register: &Register, stamp: usize) -> Option<BTreeSet<u32>> {
    let stamp = register.stamps.get(stamp)?;
    let of = &register.objects[stamp.object];
    let mark = of.marks.get(stamp.mark?)?;
    let roots: Vec<(u32, u32)> = of
        .roots()
        .filter(|(number, _)| mark.rights.contains(number))
        .map(|(number, right)| (number, right.certificate))
        .collect();
    let (_, on) = *roots.first()?;
    let same = roots.iter().filter(|(_, certificate)| *certificate == on);
    Some(same.map(|(number, _)| *number).collect())
}

/// What a ruling says of the pledges: often it enforces one that stands on all that passes, now and then any deed.
fn under_ruling(
    register: &Register,
    (object, rights): (usize, &BTreeSet<u32>),
    dice: &mut Dice,
) -> UnderRuling {
    let secured = register.secured_on(object).into_iter();
    let standing: Vec<DeedNumber> = secured
        .filter(|one| !one.reserves && rights.is_subset(&register.mark(object, one.mark).rights))
        .map(|one| one.deed)
        .collect();
    let chosen = standing.get(dice.below(standing.len())).copied();
    match (dice.below(8), chosen) {
        (0..4, Some(pledge)) => UnderRuling::Enforced(pledge),
        (4, _) => UnderRuling::Enforced(dice.below(register.deeds.len() + 1)),
        (0 | 5 | 6, _) => UnderRuling::End,
        _ => UnderRuling::Travel,
    }
}

fn new_stamp(register: &Register, dice: &mut Dice) -> Act {
    let asked = dice.below(14);
    let (any, an_object) = (dice.one_in(8), an_object(register, dice));
    let standing = standing(register, asked > 11);
    let target = standing.get(dice.below(standing.len())).copied();
    let target = target
        .filter(|_| !any)
        .unwrap_or(dice.below(register.stamps.len() + 1));
    let aims = matches!(asked, 7..=10 | 12 | 13);
    let theirs = register.stamps.get(target).filter(|_| aims && !any);
    let object = theirs.map_or(an_object, |stamp| stamp.object);
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
    let theirs = register.stamps.get(target).map_or(0, |stamp| stamp.organ);
    let (measure, organ) = match asked {
        12 | 13 => {
            let mut seized = seized(register, target).unwrap_or(rights);
            if dice.one_in(3) {
                seized.pop_last();
            }
            let to = register.current(dice.below(PARTIES));
            let pledges = under_ruling(register, (object, &seized), dice);
            (
                Measure::Transfer {
                    of: target,
                    rights: seized,
                    to,
                    pledges,
                },
                theirs,
            )
        }
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

pub fn objection(register: &Register, dice: &mut Dice) -> Act {
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
    let number = an_object(register, dice);
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
