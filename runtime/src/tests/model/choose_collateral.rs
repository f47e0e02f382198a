//! What is tried with collateral: deeds and their signatures, releases and demands, consents to cases and offers.

use super::{
    choose::{an_object, Dice, PARTIES},
    collateral::{DeedMatter, DeedNumber, Offered, Pledge, Securing, FINANCIERS},
    state::{Party, Register},
    time::{end_of, plus_months, DAY},
};
use std::collections::BTreeSet;

pub fn collateral(register: &Register, dice: &mut Dice) -> Securing {
    let secured = !pledges(register).is_empty() || dice.one_in(8);
    match dice.below(16) {
        0..7 => signature(register, dice),
        7..10 => consent(register, dice),
        10..13 if secured => alone(register, dice),
        _ => proposal(register, dice),
    }
}

fn in_time(register: &Register) -> Vec<DeedNumber> {
    let waits = |deed: &DeedNumber| {
        let deed = &register.deeds[*deed];
        deed.waits && register.now < deed.open_until
    };
    (0..register.deeds.len()).filter(waits).collect()
}

/// A signature that a deed waits for; sometimes any, or a withdrawal.
fn signature(register: &Register, dice: &mut Dice) -> Securing {
    let waiting = in_time(register);
    let chosen = waiting.get(dice.below(waiting.len())).copied();
    let Some(deed) = chosen.filter(|_| !dice.one_in(24)) else {
        if register.deeds.is_empty() || !dice.one_in(4) {
            return proposal(register, dice);
        }
        let (by, deed) = (dice.below(PARTIES), dice.below(register.deeds.len() + 1));
        return Securing::SignDeed { by, deed };
    };
    let of = &register.deeds[deed];
    let signers = register.deed_fits(&of.matter).unwrap_or_default();
    let mut left: BTreeSet<Party> = signers.difference(&of.signed).copied().collect();
    if left.is_empty() {
        left = register.holders_named(&of.matter);
    }
    let by = dice.party(&left);
    if dice.one_in(10) {
        return Securing::WithdrawDeed { by, deed };
    }
    Securing::SignDeed { by, deed }
}

/// The pledges that are neither released nor enforced.
fn pledges(register: &Register) -> Vec<DeedNumber> {
    let all = register.pledges.keys().copied();
    all.filter(|pledge| register.is_unreleased(*pledge)).collect()
}

/// Mostly one of those that still stand, sometimes any deed.
fn a_pledge(register: &Register, dice: &mut Dice) -> DeedNumber {
    let pledges = pledges(register);
    let chosen = pledges.get(dice.below(pledges.len())).copied();
    let any = dice.below(register.deeds.len() + 1);
    chosen.filter(|_| !dice.one_in(24)).unwrap_or(any)
}

fn pledgee(register: &Register, pledge: DeedNumber) -> BTreeSet<Party> {
    let known = register.pledges.get(&pledge);
    known.map(|pledge| pledge.pledgee).into_iter().collect()
}

/// What one side does alone.
fn alone(register: &Register, dice: &mut Dice) -> Securing {
    let pledge = a_pledge(register, dice);
    let by = dice.party(&pledgee(register, pledge));
    match dice.below(10) {
        0 | 1 => given_up(register, dice),
        2 => Securing::ReleasePledge {
            by,
            pledge,
            part: None,
        },
        3 => Securing::ReleasePledge {
            by,
            pledge,
            part: Some(a_part(register, pledge, dice)),
        },
        4 | 5 => Securing::RecordStatutory {
            by,
            pledge,
            at: register.now + DAY - DAY * dice.below(9) as u64,
        },
        6 => {
            let known = register.pledges.get(&pledge);
            let holders = known.map_or_else(BTreeSet::new, |known| register.pledgors(known));
            let by = dice.party(&holders);
            Securing::DemandRelease { by, pledge }
        }
        _ => Securing::NoticeDefault {
            by,
            pledge,
            given_on: register.today() + 1 - dice.of(&[0, 1, 1, 1, 2, 4]),
        },
    }
}

fn given_up(register: &Register, dice: &mut Dice) -> Securing {
    let reserved: Vec<DeedNumber> = register.reservations.keys().copied().collect();
    let chosen = reserved.get(dice.below(reserved.len())).copied();
    let reservation = chosen.unwrap_or(register.deeds.len());
    let known = register.reservations.get(&reservation);
    let by = dice.party(&known.map(|known| known.financier).into_iter().collect());
    Securing::GiveUpReservation { by, reservation }
}

/// One of the objects of a pledge, with some of what is pledged there.
fn a_part(register: &Register, pledge: DeedNumber, dice: &mut Dice) -> (usize, BTreeSet<u32>) {
    let items = register
        .pledges
        .get(&pledge)
        .map(|pledge: &Pledge| pledge.items.clone());
    let items = items.unwrap_or_default();
    let Some(item) = items.get(dice.below(items.len())) else {
        return (0, [0].into());
    };
    let mut rights = register.mark(item.object, item.mark).rights.clone();
    if dice.one_in(2) {
        rights.pop_first();
    }
    (item.object, rights)
}

/// Rights of first registration in force on one certificate; sometimes others too.
fn rights(register: &Register, object: usize, dice: &mut Dice) -> BTreeSet<u32> {
    let of = &register.objects[object];
    let roots: Vec<_> = of
        .roots()
        .filter(|(number, _)| register.in_force(object, *number))
        .collect();
    let any = u32::try_from(dice.below(of.rights.len())).unwrap();
    let Some((number, right)) = roots.get(dice.below(roots.len())) else {
        return [any].into();
    };
    let mut chosen: BTreeSet<u32> = [*number].into();
    if dice.one_in(2) {
        let same = roots
            .iter()
            .filter(|(_, other)| other.certificate == right.certificate);
        chosen.extend(same.map(|(number, _)| *number));
    }
    if dice.one_in(24) {
        chosen.insert(any);
    }
    chosen
}

fn a_financier(register: &Register, holders: &BTreeSet<Party>, dice: &mut Dice) -> Party {
    let others = FINANCIERS.into_iter().map(|party| register.current(party));
    let others = others.filter(|party| !holders.contains(party)).collect();
    register.current(dice.party(&others))
}

fn proposal(register: &Register, dice: &mut Dice) -> Securing {
    let kind = dice.below(16);
    let possible = kind < 8 || !pledges(register).is_empty() || dice.one_in(8);
    let matter = match kind {
        0..3 => reservation(register, dice),
        3..8 => pledge(register, dice),
        _ if !possible => pledge(register, dice),
        8..11 => amendment(register, dice),
        11 => DeedMatter::Assignment {
            pledge: a_pledge(register, dice),
            to: a_financier(register, &BTreeSet::new(), dice),
        },
        12 | 13 => subordination(register, dice),
        _ => enforcement(register, dice),
    };
    let signers = register
        .deed_fits(&matter)
        .unwrap_or_else(|_| likely(register, &matter));
    let open_until = match dice.below(20) {
        0 => register.now,
        1 => end_of(register.today() + 91),
        _ => end_of(register.today() + 8 + dice.below(60) as u64),
    };
    Securing::Propose {
        by: dice.party(&signers),
        matter,
        open_until,
    }
}

/// Who would sign it, if it could be carried out.
fn likely(register: &Register, matter: &DeedMatter) -> BTreeSet<Party> {
    match matter {
        DeedMatter::Reservation { object, rights, .. } => register.holders_of_all(*object, rights),
        DeedMatter::Pledge { pledgee, .. } => [*pledgee].into(),
        DeedMatter::Amendment { pledge, .. }
        | DeedMatter::Assignment { pledge, .. }
        | DeedMatter::Subordination { pledge, .. }
        | DeedMatter::Enforcement { pledge, .. } => pledgee(register, *pledge),
    }
}

fn reservation(register: &Register, dice: &mut Dice) -> DeedMatter {
    let object = an_object(register, dice);
    let rights = rights(register, object, dice);
    let holders = register.holders_of_all(object, &rights);
    DeedMatter::Reservation {
        object,
        rights,
        financier: a_financier(register, &holders, dice),
        maximum: dice.of(&[100, 200]),
    }
}

/// A pledge: of one object or two, mostly in the place that its pledgee has reserved.
fn pledge(register: &Register, dice: &mut Dice) -> DeedMatter {
    let object = an_object(register, dice);
    let standing = register.secured_on(object);
    let reserved: Vec<_> = standing.iter().filter(|one| one.reserves).collect();
    let place = reserved
        .get(dice.below(reserved.len()))
        .filter(|_| !dice.one_in(4));
    let mut offered = Offered {
        object,
        rights: rights(register, object, dice),
        reservation: place.map(|place| place.deed),
    };
    // What is pledged already is pledged once more, or what is reserved.
    let pledged = standing.iter().find(|one| !one.reserves);
    let pledged = pledged.filter(|_| dice.one_in(3));
    if let Some(place) = place.copied().or(pledged).filter(|_| !dice.one_in(8)) {
        offered.rights = register.mark(object, place.mark).rights.clone();
    }
    let holders = register.holders_of_all(object, &offered.rights);
    let any = a_financier(register, &holders, dice);
    let pledgee = place.map_or(any, |place| place.holder);
    let mut offered = vec![offered];
    if dice.one_in(5) {
        let other = an_object(register, dice);
        let second = Offered {
            object: other,
            rights: rights(register, other, dice),
            reservation: None,
        };
        offered.push(second);
        if !dice.one_in(8) {
            offered.sort_by_key(|one| one.object);
        }
    }
    let today = register.today();
    let through = match dice.below(24) {
        0 => plus_months(today, 1) - 1,
        1 => plus_months(today, 360) + dice.below(2) as u64,
        2 => plus_months(today, 1),
        _ => plus_months(today, 1) + 2 + dice.below(90) as u64,
    };
    DeedMatter::Pledge {
        pledgee,
        offered,
        secured: dice.of(&[50, 100, 100, 150]),
        through,
    }
}

fn amendment(register: &Register, dice: &mut Dice) -> DeedMatter {
    let pledge = a_pledge(register, dice);
    let known = register.pledges.get(&pledge);
    let through = known.map_or(register.today(), |known| known.through);
    DeedMatter::Amendment {
        pledge,
        secured: dice.of(&[None, None, Some(40), Some(120), Some(300)]),
        through: dice.one_in(2).then(|| through + dice.below(60) as u64),
        with_later: dice.one_in(2),
    }
}

/// Two pledges of the same rights, where there are such.
fn subordination(register: &Register, dice: &mut Dice) -> DeedMatter {
    let mut pairs = Vec::new();
    for object in 0..register.objects.len() {
        let standing = register.secured_on(object);
        let pledges: Vec<_> = standing.iter().filter(|one| !one.reserves).collect();
        for first in &pledges {
            for second in pledges.iter().filter(|second| second.place > first.place) {
                let rights = |mark| &register.mark(object, mark).rights;
                if rights(first.mark) == rights(second.mark) {
                    pairs.push((first.deed, second.deed, object));
                }
            }
        }
    }
    let any = (
        a_pledge(register, dice),
        a_pledge(register, dice),
        an_object(register, dice),
    );
    let chosen = pairs.get(dice.below(pairs.len())).copied();
    let (pledge, behind, object) = chosen.filter(|_| !dice.one_in(12)).unwrap_or(any);
    DeedMatter::Subordination {
        pledge,
        behind,
        object,
    }
}

fn enforcement(register: &Register, dice: &mut Dice) -> DeedMatter {
    let noticed = |pledge: &DeedNumber| {
        let standing = register.standing_pledge(*pledge);
        standing.is_ok_and(|pledge| pledge.default.is_some())
    };
    let ready: Vec<DeedNumber> = pledges(register).into_iter().filter(noticed).collect();
    let any = a_pledge(register, dice);
    let chosen = ready.get(dice.below(ready.len())).copied();
    let pledge = chosen.filter(|_| !dice.one_in(12)).unwrap_or(any);
    let (object, rights) = a_part(register, pledge, dice);
    DeedMatter::Enforcement {
        pledge,
        object,
        rights,
        to: register.current(dice.below(PARTIES)),
        agreed_on: register.today() + 1 - dice.of(&[0, 1, 1, 1, 1, 1, 1, 2]),
    }
}

/// What waits for the consent of who has a mark: cases and offers, with the mark.
fn consent(register: &Register, dice: &mut Dice) -> Securing {
    let mut cases = Vec::new();
    let listed = register.objects.iter().flat_map(|object| &object.cases);
    for case in listed {
        let obstacles = register.obstacles_to(&register.cases[*case].filed);
        let needed = obstacles.unwrap_or_default().into_iter();
        cases.extend(
            needed
                .filter(|(_, effect)| *effect == 'C')
                .map(|(mark, _)| (*case, mark)),
        );
    }
    let mut offers = Vec::new();
    for (object, of) in register.objects.iter().enumerate() {
        for (offer, waiting) in &of.offers {
            let needed = of.licence_obstacles(&waiting.filing, register.now).into_iter();
            let needed = needed.filter(|(_, effect)| *effect == 'C');
            offers.extend(needed.map(|(mark, _)| (object, *offer, mark)));
        }
    }
    // What is given already is mostly taken back.
    let revokes = |given: bool, dice: &mut Dice| if given { dice.one_in(2) } else { dice.one_in(16) };
    let holder = |object, mark: u32| {
        let holder = register.holder_of_mark(object, mark as usize);
        holder.into_iter().collect()
    };
    if let Some((case, mark)) = cases.get(dice.below(cases.len() + offers.len())).copied() {
        let of = &register.cases[case];
        let by = dice.party(&holder(of.filed.object, mark));
        return if revokes(of.consents.contains_key(&mark), dice) {
            Securing::RevokeCaseConsent { by, case, mark }
        } else {
            Securing::ConsentToCase { by, case, mark }
        };
    }
    if let Some((object, offer, mark)) = offers.get(dice.below(offers.len())).copied() {
        let by = dice.party(&holder(object, mark));
        let of = &register.objects[object].offers[&offer];
        return if revokes(of.consents.contains_key(&mark), dice) {
            Securing::RevokeOfferConsent {
                by,
                object,
                offer,
                mark,
            }
        } else {
            Securing::ConsentToOffer {
                by,
                object,
                offer,
                mark,
            }
        };
    }
    needless_consent(register, dice)
}

/// A consent for which nobody waits.
fn needless_consent(register: &Register, dice: &mut Dice) -> Securing {
    let object = an_object(register, dice);
    let secured = register.secured_on(object);
    let one = secured.get(dice.below(secured.len()));
    let (by, mark) = one.map_or((0, 0), |one| (one.holder, u32::try_from(one.mark).unwrap()));
    if register.cases.is_empty() || dice.one_in(3) {
        let offer = u32::try_from(dice.below(3)).unwrap();
        return Securing::ConsentToOffer {
            by,
            object,
            offer,
            mark,
        };
    }
    if !dice.one_in(4) {
        return proposal(register, dice);
    }
    let case = dice.below(register.cases.len());
    Securing::ConsentToCase { by, case, mark }
}
