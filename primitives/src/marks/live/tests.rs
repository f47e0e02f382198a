//! The list of live marks says of every moment to come what all the marks say.

use super::*;
use crate::{
    clock::{Day, DAY_MILLIS},
    marks::{MarkEnd, MarkKind, MarkSource, Order, OrderTerm, Organ, OrganKind, RightSet},
    person::CreditCode,
    AuthorityId, Digest, StampId,
};
use proptest::prelude::*;

fn noon(day: i32) -> Moment {
    Moment(Day(20_000 + day).start().0 + DAY_MILLIS / 2)
}

fn order(term: u16, confirm_by: Option<Moment>) -> Order {
    Order {
        organ: Organ {
            kind: OrganKind::Court,
            code: CreditCode(*b"12440000MB0000001C"),
        },
        instrument: Digest::Sha2_256([1; 32]),
        received_at: noon(0),
        confirm_by,
        term: OrderTerm::Days(term),
        entered_between: None,
    }
}

fn mark(kind: MarkKind, rights: u64, since: Moment) -> Mark {
    Mark {
        version: 1,
        kind,
        rights: RightSet(rights),
        source: MarkSource::DayBook(StampId(1)),
        authority: AuthorityId(1),
        since,
        until: None,
        ended: None,
        order: None,
    }
}

fn seizure(rights: u64, since: Moment, term: u16) -> Mark {
    Mark {
        order: Some(order(term, None)),
        ..mark(MarkKind::SeizureFirst, rights, since)
    }
}

/// All marks, and the list that is kept beside them.
#[derive(Default)]
struct Book {
    marks: Vec<Mark>,
    live: Vec<LiveMark>,
}

impl Book {
    fn write(&mut self, number: usize, mark: Mark, at: Moment) {
        if number == self.marks.len() {
            self.marks.push(mark);
        }
        self.marks[number] = mark;
        self.live = after(&self.live, u32::try_from(number).unwrap(), mark, at);
    }

    fn set(&mut self, mark: Mark) {
        self.write(self.marks.len(), mark, mark.since);
    }

    fn end(&mut self, number: usize, at: Moment) {
        let ended = Some((at, MarkEnd::Released));
        let mark = Mark {
            ended,
            ..self.marks[number]
        };
        self.write(number, mark, at);
    }

    fn stands(&self, number: usize, at: Moment) -> bool {
        standings(&self.marks, at)[number].stands()
    }
}

fn standing<'a>(marks: impl Iterator<Item = Numbered<'a>>) -> Vec<(u32, Mark, MarkStanding)> {
    let standing = marks.filter(|(_, _, standing)| standing.stands());
    standing
        .map(|(number, mark, standing)| (number, *mark, standing))
        .collect()
}

#[test]
fn a_seizure_keeps_the_moment_at_which_what_stood_before_it_was_over() {
    let mut book = Book::default();
    book.set(seizure(0b11, noon(0), 100));
    book.set(seizure(0b10, noon(1), 10));
    book.set(seizure(0b01, noon(2), 10));
    book.end(0, noon(5));
    let kept: Vec<_> = book
        .live
        .iter()
        .map(|listed| (listed.number, listed.free_from))
        .collect();
    assert_eq!(kept, [(1, noon(5)), (2, noon(5))]);
    // Its ten days run from there.
    let shown = standing(numbered_live(&book.live, noon(15)));
    assert!(shown
        .iter()
        .all(|(_, _, standing)| standing.first_since == Some(noon(5))));
    assert_eq!(shown.len(), 2);
    assert_eq!(standing(numbered_live(&book.live, noon(16))), []);
}

#[test]
fn what_lapsed_leaves_the_list_with_the_next_mark() {
    let mut book = Book::default();
    let until = Some(noon(3));
    book.set(Mark {
        until,
        ..mark(MarkKind::Hold, 1, noon(0))
    });
    book.set(mark(MarkKind::Pledge, 1, noon(1)));
    assert_eq!(book.live.len(), 2);
    book.set(mark(MarkKind::Pledge, 1, noon(4)));
    let numbers: Vec<_> = book.live.iter().map(|listed| listed.number).collect();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn a_notice_that_had_lapsed_comes_back_at_its_place() {
    let mut book = Book::default();
    let until = Some(noon(3));
    let notice = Mark {
        until,
        ..mark(MarkKind::ObjectionNotice, 1, noon(0))
    };
    book.set(notice);
    book.set(mark(MarkKind::Pledge, 1, noon(4)));
    book.write(
        0,
        Mark {
            until: Some(noon(9)),
            ..notice
        },
        noon(5),
    );
    let numbers: Vec<_> = book.live.iter().map(|listed| listed.number).collect();
    assert_eq!(numbers, [0, 1]);
}

#[derive(Clone, Debug)]
enum Act {
    Seize {
        rights: u64,
        term: u16,
        confirm_in: Option<i32>,
    },
    Note {
        rights: u64,
        days: Option<i32>,
    },
    Confirm(prop::sample::Index),
    Prolong(prop::sample::Index, i32),
    End(prop::sample::Index),
}

fn acts() -> impl Strategy<Value = Act> {
    let rights = || prop::sample::select(vec![0u64, 1, 2, 3, 4, 6]);
    let any = any::<prop::sample::Index>;
    prop_oneof![
        3 => (rights(), 1u16..12, prop::option::of(1i32..4))
            .prop_map(|(rights, term, confirm_in)| Act::Seize { rights, term, confirm_in }),
        1 => (rights(), prop::option::of(1i32..9)).prop_map(|(rights, days)| Act::Note { rights, days }),
        1 => any().prop_map(Act::Confirm),
        1 => (any(), 1i32..9).prop_map(|(which, days)| Act::Prolong(which, days)),
        2 => any().prop_map(Act::End),
    ]
}

/// What stands is confirmed and prolonged; a notice also after it has lapsed; what has not been ended is ended.
fn act(book: &mut Book, act: Act, today: i32) {
    let now = noon(today);
    let chosen = |which: prop::sample::Index| (!book.marks.is_empty()).then(|| which.index(book.marks.len()));
    match act {
        Act::Seize {
            rights,
            term,
            confirm_in,
        } => {
            let confirm_by = confirm_in.map(|days| noon(today + days));
            book.set(Mark {
                order: Some(order(term, confirm_by)),
                ..seizure(rights, now, term)
            });
        }
        Act::Note { rights, days } => {
            let until = days.map(|days| noon(today + days));
            book.set(Mark {
                until,
                ..mark(MarkKind::ObjectionNotice, rights, now)
            });
        }
        Act::Confirm(which) => {
            let Some(number) = chosen(which).filter(|number| book.stands(*number, now)) else {
                return;
            };
            let old = book.marks[number];
            let order = old.order.map(|order| Order {
                confirm_by: None,
                ..order
            });
            book.write(number, Mark { order, ..old }, now);
        }
        Act::Prolong(which, days) => {
            let Some(number) = chosen(which) else { return };
            let old = book.marks[number];
            let waits = standings(&book.marks, now)[number].kind == MarkKind::SeizureWaiting;
            let seized = old.kind.is_seizure();
            if old.ended.is_none() && !waits && (!seized || book.stands(number, now)) {
                book.write(
                    number,
                    Mark {
                        until: Some(noon(today + days)),
                        ..old
                    },
                    now,
                );
            }
        }
        Act::End(which) => {
            let open = |number: &usize| book.marks[*number].ended.is_none();
            if let Some(number) = chosen(which).filter(open) {
                book.end(number, now);
            }
        }
    }
}

proptest! {
    #[test]
    fn the_list_says_of_every_day_to_come_what_all_marks_say(
        steps in prop::collection::vec((0i32..5, acts()), 1..20),
    ) {
        let (mut book, mut today) = (Book::default(), 0);
        for (days, step) in steps {
            today += days;
            act(&mut book, step, today);
            prop_assert_eq!(not_over(&book.live, noon(today)), of_all(&book.marks, noon(today)));
            for day in today..today + 40 {
                let by_list = standing(numbered_live(&book.live, noon(day)));
                prop_assert_eq!(by_list, standing(numbered(&book.marks, noon(day))));
            }
        }
    }
}
