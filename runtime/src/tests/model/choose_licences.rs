//! What is tried with licences: offers, signatures, reports, ends.

use super::{
    acts::{Act, Application, Filing, Matter},
    choose::{an_object, Dice, PARTIES},
    state::{EndKind, Register, Right, Terms, HOLDING, OPERATING, USE},
    time::{end_of, DAY},
};
use std::collections::BTreeSet;

pub fn licence(register: &Register, dice: &mut Dice) -> Act {
    let number = an_object(register, dice);
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
    let asked = if licences.is_empty() && !dice.one_in(24) {
        11
    } else {
        dice.below(12)
    };
    match asked {
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
        // Where it is registered, a filing with a voucher is tried now and then.
        _ if object.regime.registers_licences() && !dice.one_in(8) => {
            Act::File(asked_for(register, number, &licences, dice))
        }
        _ => offer(register, number, &licences, dice),
    }
}

fn offer(register: &Register, number: usize, licences: &[u32], dice: &mut Dice) -> Act {
    let parent = parent(register, number, licences, dice);
    let filing = filing(register, number, parent, dice);
    let object = &register.objects[number];
    Act::Offer {
        by: dice.party(&object.holders_of(filing.parent)),
        object: number,
        filing,
    }
}

/// An application for a licence.
fn asked_for(register: &Register, number: usize, licences: &[u32], dice: &mut Dice) -> Application {
    let parent = parent(register, number, licences, dice);
    let filing = filing(register, number, parent, dice);
    let object = &register.objects[number];
    let known = object.right(filing.parent);
    let certificate = known.map_or(0, |right| right.certificate);
    let kinds = if dice.one_in(24) {
        vec![HOLDING, USE]
    } else {
        vec![filing.terms.gives]
    };
    Application {
        by: dice.party(&object.holders_of(filing.parent)),
        under: object.regime,
        object: number,
        certificate: if dice.one_in(24) { 0 } else { certificate },
        kinds,
        matter: Matter::Licence(filing),
    }
}

/// The right to license from: mostly one that is in force.
fn parent(register: &Register, number: usize, licences: &[u32], dice: &mut Dice) -> u32 {
    let object = &register.objects[number];
    let powerful = |right: &Right| right.kind == OPERATING || !object.regime.needs_operating_right();
    let operating = object
        .roots()
        .filter(|(_, right)| powerful(right) && register.now < right.until)
        .map(|(number, _)| number);
    let mut parents: Vec<u32> = operating.collect();
    let in_force = licences
        .iter()
        .filter(|number| object.is_in_force(**number, register.now));
    parents.extend(in_force);
    match parents.get(dice.below(parents.len())) {
        Some(parent) if !dice.one_in(16) => *parent,
        _ => u32::try_from(dice.below(object.rights.len() + 1)).unwrap(),
    }
}

/// A licence of a right.
pub fn filing(register: &Register, number: usize, parent: u32, dice: &mut Dice) -> Filing {
    let object = &register.objects[number];
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
        open_until: end_of(register.today() + 2 + dice.below(40) as u64),
    };
    if filing.terms.kind > 0 && object.right(parent).is_some() && !dice.one_in(4) {
        filing.subject_to = object.overlapping(&filing, register.now);
        filing.subject_to.truncate(16);
    } else if dice.one_in(30) {
        filing.subject_to = vec![u32::try_from(dice.below(object.rights.len())).unwrap()];
    }
    filing
}

/// A signature that somebody waits for.
pub fn signature(register: &Register, dice: &mut Dice) -> Act {
    let waits = |place: &usize| {
        let object = &register.objects[*place];
        let mut offers = object.offers.values();
        offers.any(|offer| register.now < offer.filing.open_until) || !object.ends.is_empty()
    };
    let waiting: Vec<usize> = (0..register.objects.len()).filter(waits).collect();
    let Some(number) = waiting.get(dice.below(waiting.len())).copied() else {
        return licence(register, dice);
    };
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
    let offer = if dice.one_in(16) { offer + 1 } else { offer };
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
