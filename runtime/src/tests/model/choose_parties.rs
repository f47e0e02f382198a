//! What is tried with the places of parties.

use super::{
    acts::{Act, Event},
    choose::{Dice, PARTIES},
    state::{Party, Register, Standing},
};

impl Register {
    /// Whether another party lives on in it.
    pub fn lives_on_in(&self, party: Party) -> bool {
        let mut others = (0..self.parties.len()).filter(|other| *other != party);
        others.any(|other| self.current(other) == party)
    }
}

/// Goes on with a succession that is open, or files one.
pub fn succession(register: &Register, dice: &mut Dice) -> Act {
    let open = register.successions.iter().find(|(_, filed)| !filed.finished);
    match open {
        Some((of, filed)) if !filed.confirmed => match dice.below(8) {
            0 => Act::GiveUpSuccession { of: *of },
            1 => Act::FinishSuccession { of: *of },
            same => Act::ConfirmSuccession {
                of: *of,
                same: same == 2,
            },
        },
        Some((of, _)) => carried_out(register, *of, dice),
        None => filed(register, dice),
    }
}

fn filed(register: &Register, dice: &mut Dice) -> Act {
    let good: Vec<Party> = (0..PARTIES).filter(|party| register.is_good(*party)).collect();
    // Some must be left who deal with each other.
    if good.len() < 4 || dice.one_in(4) {
        return wrong(register, dice);
    }
    let of = dice.of(&good);
    let natural = of > 2;
    let others: Vec<Party> = good.iter().copied().filter(|party| *party != of).collect();
    let first = dice.below(others.len());
    let mut successors = vec![others[first]];
    // In whom another lives on is not divided: its certificates would stay under two names.
    let divided = !register.lives_on_in(of) && !dice.one_in(3);
    if divided {
        successors.push(others[(first + 1 + dice.below(others.len() - 1)) % others.len()]);
    }
    let survives = divided && !natural && dice.one_in(3);
    if survives {
        successors.insert(0, of);
    }
    let event = match (natural, divided) {
        (true, _) => Event::Death,
        (false, true) if survives || dice.one_in(2) => Event::Division,
        (false, true) => Event::Dissolution,
        (false, false) => Event::Merger,
    };
    Act::FileSuccession {
        of,
        event,
        successors,
        effective: register.today() + u64::from(dice.one_in(8)),
    }
}

/// What somebody tries without reason.
fn wrong(register: &Register, dice: &mut Dice) -> Act {
    let of = dice.below(PARTIES);
    let known = register.successions.get(&of);
    let case = dice.below(register.cases.len().max(1));
    match dice.below(8) {
        0 => Act::ConfirmSuccession { of, same: false },
        1 => Act::GiveUpSuccession { of },
        2 => Act::FinishSuccession { of },
        3 if known.is_none_or(|known| known.successors.len() > 1) => Act::AssignHoldings {
            of,
            batch: vec![(u32::try_from(dice.below(8)).unwrap(), 0)],
        },
        4 => Act::AssignCase {
            of,
            case,
            successor: 0,
        },
        _ => wrongly_filed(register, of, dice),
    }
}

/// Never as the law knows it.
fn wrongly_filed(register: &Register, of: Party, dice: &mut Dice) -> Act {
    let (event, successors) = match dice.below(4) {
        0 => (Event::Merger, vec![of]),
        1 => (Event::Division, vec![(of + 1) % PARTIES]),
        2 => (Event::Merger, vec![]),
        _ => (Event::Division, vec![(of + 1) % PARTIES, of]),
    };
    let effective = register.today();
    Act::FileSuccession {
        of,
        event,
        successors,
        effective,
    }
}

fn carried_out(register: &Register, of: Party, dice: &mut Dice) -> Act {
    let filed = &register.successions[&of];
    let holdings = u32::try_from(register.parties[of].holdings.len()).unwrap();
    let left: Vec<u32> = (0..holdings)
        .filter(|holding| !filed.assigned.contains(holding))
        .collect();
    let successor = |dice: &mut Dice| {
        let beyond = usize::from(dice.one_in(24));
        u8::try_from(dice.below(filed.successors.len()) + beyond).unwrap()
    };
    let theirs: Vec<usize> = (0..register.cases.len())
        .filter(|case| {
            register.cases[*case]
                .concerned
                .iter()
                .any(|(party, _)| *party == of)
        })
        .collect();
    match (dice.below(10), left.as_slice(), theirs.as_slice()) {
        (0, ..) => Act::FileSuccession {
            of: (of + 1) % PARTIES,
            event: if of > 1 && of < 4 {
                Event::Death
            } else {
                Event::Merger
            },
            successors: vec![of],
            effective: register.today(),
        },
        (1, ..) => wrong_while_locked(register, of, dice),
        (2 | 3, _, [_, ..]) => Act::AssignCase {
            of,
            case: dice.of(&theirs),
            successor: successor(dice),
        },
        (_, [], _) => Act::FinishSuccession { of },
        _ => {
            let many = 1 + dice.below(left.len().min(3));
            let from = dice.below(left.len());
            let mut batch: Vec<(u32, u8)> = Vec::new();
            for place in 0..many {
                let holding = left[(from + place) % left.len()];
                batch.push((holding, successor(dice)));
            }
            if dice.one_in(16) {
                batch.push((dice.of(&left), 0));
            }
            Act::AssignHoldings { of, batch }
        }
    }
}

fn wrong_while_locked(register: &Register, of: Party, dice: &mut Dice) -> Act {
    debug_assert!(matches!(register.parties[of].standing, Standing::Locked { .. }));
    match dice.below(5) {
        0 => Act::FinishSuccession { of },
        1 => Act::GiveUpSuccession { of },
        2 => Act::ConfirmSuccession { of, same: false },
        3 => Act::AssignCase {
            of,
            case: dice.below(register.cases.len()),
            successor: 0,
        },
        _ => Act::AssignHoldings {
            of,
            batch: Vec::new(),
        },
    }
}
