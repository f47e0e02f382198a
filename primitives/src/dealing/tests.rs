//! The effect matrix, cell by cell, from the table in `docs/regimes/`: every operation, every kind of mark, every way in
//! which a mark stands or does not.

use super::*;
use crate::{
    clock::Moment,
    marks::{MarkEnd, Order, OrderTerm, OrganKind},
    person::CreditCode,
    regime::Regime,
    regimes::{national_2026, public_data_2025, shenzhen_2023},
    Digest, StampId,
};

const NATIONAL: &str = include_str!("../../../docs/regimes/national-2026.md");

const NOW: Moment = Moment(1_800_000_000_000);
const BEFORE: Moment = Moment(NOW.0 - 1_000);
/// The right on which the operation is done, and another one.
const RIGHT: u32 = 2;
const ANOTHER: u32 = 5;

fn organ(digit: u8) -> Organ {
    let mut code = *b"11440000MB00000000";
    code[17] = digit;
    Organ {
        kind: OrganKind::Court,
        code: CreditCode(code),
    }
}

fn order() -> Order {
    Order {
        organ: organ(b'1'),
        instrument: Digest::Sha2_256([1; 32]),
        received_at: Moment(0),
        confirm_by: None,
        term: OrderTerm::Months(36),
        entered_between: None,
    }
}

/// A mark that stands against the right since a year ago.
fn mark(kind: MarkKind) -> Mark {
    let by_day_book = kind.is_seizure() || kind == MarkKind::Control;
    Mark {
        version: 1,
        kind,
        rights: RightSet::NONE.with(RIGHT),
        source: match by_day_book {
            true => MarkSource::DayBook(StampId(1)),
            false => MarkSource::Conflict(ConflictId(1)),
        },
        authority: AuthorityId(1),
        since: Moment(NOW.0 - 365 * 86_400_000),
        until: None,
        ended: None,
        order: by_day_book.then(order),
    }
}

/// How a mark stands, or why it does not.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Way {
    InForce,
    WithEndInFuture,
    AgainstTheRegistration,
    Provisional,
    Expired,
    Ended,
    Fallen,
    NotBegun,
    AgainstAnotherRight,
}

const WAYS: [Way; 9] = [
    Way::InForce,
    Way::WithEndInFuture,
    Way::AgainstTheRegistration,
    Way::Provisional,
    Way::Expired,
    Way::Ended,
    Way::Fallen,
    Way::NotBegun,
    Way::AgainstAnotherRight,
];

fn stands(way: Way) -> bool {
    use Way::{AgainstTheRegistration, InForce, Provisional, WithEndInFuture};
    matches!(
        way,
        InForce | WithEndInFuture | AgainstTheRegistration | Provisional
    )
}

fn changed(mark: Mark, way: Way) -> Mark {
    let confirm_by = |confirm_by| {
        Some(Order {
            confirm_by: Some(confirm_by),
            ..order()
        })
    };
    let after = Moment(NOW.0 + 1);
    match way {
        Way::InForce => mark,
        Way::WithEndInFuture => Mark {
            until: Some(after),
            ..mark
        },
        Way::AgainstTheRegistration => Mark {
            rights: RightSet::NONE,
            ..mark
        },
        Way::Provisional => Mark {
            order: confirm_by(after),
            ..mark
        },
        Way::Expired => Mark {
            until: Some(NOW),
            ..mark
        },
        Way::Ended => Mark {
            ended: Some((BEFORE, MarkEnd::Dismissed)),
            ..mark
        },
        Way::Fallen => Mark {
            order: confirm_by(NOW),
            ..mark
        },
        Way::NotBegun => Mark { since: after, ..mark },
        Way::AgainstAnotherRight => Mark {
            rights: RightSet::NONE.with(ANOTHER),
            ..mark
        },
    }
}

/// The cells of the table with the operation of their row, in the order of the columns.
fn table() -> Vec<(Operation, Vec<String>)> {
    let cells = |line: &str| -> Vec<String> {
        let inner = line.trim_matches('|').replace('`', "");
        inner.split('|').map(|cell| cell.trim().to_string()).collect()
    };
    let lines = NATIONAL
        .lines()
        .skip_while(|line| *line != "## Effects of marks")
        .skip(1)
        .take_while(|line| !line.starts_with('#'));
    let rows = lines.filter(|line| line.starts_with('|')).skip(2).map(cells);
    rows.map(|row| {
        let name = serde_json::Value::String(row[0].replace(' ', "_"));
        (serde_json::from_value(name).unwrap(), row[1..].to_vec())
    })
    .collect()
}

/// What a cell says of the mark with `number`, with or without its holder's consent: the list in which it must stand.
fn says(cell: &str, number: u32, consents: bool, judged: &Result<Passing, Vec<Obstacle>>) -> bool {
    let only = |list: fn(&Passing) -> &Vec<u32>| match judged {
        Ok(passing) => {
            let all = [
                &passing.travel,
                &passing.end,
                &passing.as_ruled,
                &passing.behind,
                &passing.consented,
            ];
            let times: usize = all
                .iter()
                .map(|list| list.iter().filter(|n| **n == number).count())
                .sum();
            times == 1 && list(passing).contains(&number)
        }
        Err(_) => false,
    };
    let barred = |effect| match judged {
        Ok(_) => false,
        Err(obstacles) => obstacles
            .iter()
            .any(|obstacle| obstacle.mark == number && obstacle.effect == effect),
    };
    match (cell, consents) {
        ("ok", _) => *judged == Ok(Passing::default()),
        ("+", _) => only(|passing| &passing.travel),
        ("ends", _) => only(|passing| &passing.end),
        ("as ruled", _) => only(|passing| &passing.as_ruled),
        ("behind", _) => only(|passing| &passing.behind),
        ("C", true) => only(|passing| &passing.consented),
        ("C", false) => barred(Effect::NeedsConsent),
        ("X", _) => barred(Effect::Refused),
        (other, _) => panic!("the table says {other}"),
    }
}

fn regimes() -> [Regime; 3] {
    [national_2026(), shenzhen_2023(), public_data_2025()]
}

fn deal(operation: Operation, consents: &[u32]) -> Deal<'_> {
    Deal {
        consents,
        ..Deal::ordered_by(organ(b'1'), operation, RightSet::NONE.with(RIGHT))
    }
}

/// One mark by itself; of a waiting seizure, the one before it stands against another right of its own, so that the cell
/// is judged alone.
#[test]
fn every_cell_of_the_effect_matrix_holds_in_every_way_a_mark_stands() {
    let mut count = 0;
    for regime in regimes() {
        for (operation, cells) in table() {
            for (kind, cell) in MarkKind::ALL.into_iter().zip(&cells) {
                for way in WAYS {
                    for consents in [false, true] {
                        let waiting = kind == MarkKind::SeizureWaiting;
                        let mut one = changed(mark(kind), way);
                        let mut marks = Vec::new();
                        if waiting {
                            // Waits behind a seizure of the other right.
                            let before = RightSet::NONE.with(ANOTHER);
                            marks.push(Mark {
                                rights: before,
                                ..mark(MarkKind::SeizureFirst)
                            });
                            if way != Way::AgainstTheRegistration {
                                one.rights = one.rights.with(ANOTHER);
                            }
                        }
                        if waiting && way == Way::AgainstAnotherRight {
                            one.rights = RightSet::NONE.with(ANOTHER);
                        }
                        let number = u32::try_from(marks.len()).unwrap();
                        marks.push(one);
                        let signed = [number];
                        let signed: &[u32] = if consents { &signed } else { &[] };
                        let judged = judge(&regime.effects, &deal(operation, signed), &marks, NOW);
                        let expected = if stands(way) { cell.as_str() } else { "ok" };
                        assert!(
                            says(expected, number, consents, &judged),
                            "{operation:?}, {kind:?}, {way:?}, consents {consents}: {expected}, not {judged:?}"
                        );
                        count += 1;
                    }
                }
            }
        }
    }
    println!("{count} cells judged");
    assert_eq!(count, 3 * 13 * 7 * 9 * 2);
}

/// Two marks together: each does what its own cell says, and one that refuses is not hidden by the other.
#[test]
fn every_pair_of_marks_does_what_both_cells_say() {
    let mut count = 0;
    let matrix = national_2026().effects;
    for (operation, cells) in table() {
        let kinds: Vec<_> = MarkKind::ALL.into_iter().zip(&cells).collect();
        for (first, first_cell) in &kinds {
            for (second, second_cell) in &kinds {
                // A second seizure waits.
                if first.is_seizure() && *second != MarkKind::SeizureWaiting && second.is_seizure()
                    || *second == MarkKind::SeizureWaiting && !first.is_seizure()
                    || *first == MarkKind::SeizureWaiting
                {
                    continue;
                }
                let marks = [mark(*first), mark(*second)];
                let judged = judge(&matrix, &deal(operation, &[]), &marks, NOW);
                let bars = |cell: &str| matches!(cell, "X" | "C");
                let barred: Vec<u32> = [(0, first_cell), (1, second_cell)]
                    .into_iter()
                    .filter(|(_, cell)| bars(cell))
                    .map(|(number, _)| number)
                    .collect();
                let found: Vec<u32> = judged.err().map_or_else(Vec::new, |obstacles| {
                    obstacles.iter().map(|obstacle| obstacle.mark).collect()
                });
                assert_eq!(found, barred, "{operation:?}: {first:?} and {second:?}");
                count += 1;
            }
        }
    }
    println!("{count} pairs judged");
    assert!(count > 300);
}

#[test]
fn a_waiting_seizure_that_has_risen_bars_as_the_first_does() {
    let matrix = national_2026().effects;
    for way in [Way::Expired, Way::Ended, Way::Fallen] {
        let first = changed(mark(MarkKind::SeizureFirst), way);
        let marks = [first, mark(MarkKind::SeizureWaiting)];
        let obstacles = standing_in_the_way(&matrix, &deal(Operation::Transfer, &[]), &marks, NOW);
        let [one] = obstacles[..] else {
            panic!("{way:?}: {obstacles:?}")
        };
        assert_eq!((one.mark, one.kind), (1, MarkKind::SeizureFirst), "{way:?}");
        assert_eq!(one.remover, Remover::Organ(organ(b'1')));
    }
}

#[test]
fn only_the_court_of_the_first_rank_transfers() {
    let matrix = national_2026().effects;
    let second = Mark {
        order: Some(Order {
            organ: organ(b'2'),
            ..order()
        }),
        ..mark(MarkKind::SeizureWaiting)
    };
    let marks = [mark(MarkKind::SeizureFirst), second];
    let by = |digit| Deal {
        organ: Some(organ(digit)),
        ..deal(Operation::TransferByFirstRankCourt, &[])
    };
    let passing = judge(&matrix, &by(b'1'), &marks, NOW).unwrap();
    assert_eq!(passing.travel, [1]);
    let obstacles = standing_in_the_way(&matrix, &by(b'2'), &marks, NOW);
    assert_eq!(obstacles.len(), 1);
    assert_eq!((obstacles[0].mark, obstacles[0].effect), (0, Effect::Refused));
}

#[test]
fn nothing_bars_what_the_law_makes_happen_whatever_a_regime_says() {
    for operation in Operation::ALL {
        let barred = MarkKind::ALL.into_iter().any(|kind| {
            let marks = [mark(kind)];
            !standing_in_the_way(&Default::default(), &deal(operation, &[]), &marks, NOW).is_empty()
        });
        assert_eq!(barred, !operation.is_never_barred(), "{operation:?}");
    }
}

#[test]
fn a_matter_does_not_stand_in_its_own_way() {
    let matrix = national_2026().effects;
    let own = MarkSource::Objection(ObjectionId(7));
    let notice = Mark {
        source: own,
        ..mark(MarkKind::ObjectionNotice)
    };
    let cancels = |own_matter| Deal {
        own_matter,
        ..deal(Operation::VoluntaryCancellation, &[])
    };
    assert_eq!(
        standing_in_the_way(&matrix, &cancels(Some(own)), &[notice], NOW),
        []
    );
    let marks = [notice, mark(MarkKind::SeizureFirst)];
    assert_eq!(
        standing_in_the_way(&matrix, &cancels(Some(own)), &marks, NOW).len(),
        1
    );
    assert_eq!(standing_in_the_way(&matrix, &cancels(None), &marks, NOW).len(), 2);
}

#[test]
fn each_obstacle_says_who_can_remove_it() {
    let objection = MarkSource::Objection(ObjectionId(7));
    let of = |kind, source| Mark { source, ..mark(kind) };
    let pairs = [
        (mark(MarkKind::Control), Remover::Organ(organ(b'1'))),
        (
            of(MarkKind::ObjectionNotice, objection),
            Remover::Objection(ObjectionId(7)),
        ),
        (of(MarkKind::Hold, objection), Remover::Authority(AuthorityId(1))),
        (mark(MarkKind::Hold), Remover::Department(ConflictId(1))),
        (
            of(MarkKind::Pledge, MarkSource::Deed(DeedId(7))),
            Remover::Secured(DeedId(7)),
        ),
        (
            of(
                MarkKind::ObjectionNotice,
                MarkSource::TitleDispute(Digest::Sha2_256([3; 32])),
            ),
            Remover::Authority(AuthorityId(1)),
        ),
    ];
    for (mark, expected) in pairs {
        assert_eq!(remover(&mark), expected);
    }
}
