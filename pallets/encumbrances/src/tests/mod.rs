//! One file for each call, or for what deeds do; and one for each of invariants, queries, a random walk, and completeness of tests.

mod amend;
mod collateral;
mod confirm;
mod coverage;
mod deed_lists;
mod deeds;
mod default_notice;
mod end_by_instrument;
mod enforce;
mod enforce_by_ruling;
mod pledge;
mod queries;
mod reject;
mod release;
mod release_pledge;
mod renew;
mod reserve;
mod stamp;
mod transfer_by_ruling;
mod try_state;
mod walk;
mod withdraw;

use crate::{mock::*, Error, Event, LastStamp, Stamps};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use quanji_primitives::{
    clock::{Day, Moment},
    day_book::{EndingGround, Finding, Measure, Paper, Stamp, StampStatus},
    directory::Register,
    marks::{
        standings, EntryRange, Mark, MarkEnd, MarkKind, MarkSource, MarkStanding, MarkState, OrderTerm,
        Organ, OrganKind, RightSet,
    },
    v1::{EntryBasis, RightStatus},
    Digest, ObjectId, StampId,
};

fn digest(byte: u8) -> Digest {
    Digest::Sha2_256([byte; 32])
}

/// The events of this pallet since the last call of this function.
fn take_events() -> Vec<Event<Test>> {
    let records = System::events();
    System::reset_events();
    let events = records.into_iter().map(|record| record.event);
    events
        .filter_map(|event| match event {
            RuntimeEvent::Encumbrances(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// Exactly one event since the last call, and it is this one.
#[track_caller]
fn assert_only_event(expected: Event<Test>) {
    assert_eq!(take_events(), [expected]);
}

fn court(number: u64) -> Organ {
    Organ {
        kind: OrganKind::Court,
        code: credit_code(number),
    }
}

fn organ(kind: OrganKind) -> Organ {
    Organ {
        kind,
        code: credit_code(77),
    }
}

/// An instrument of an organ, received now.
fn paper(organ: Organ) -> Paper {
    Paper {
        organ,
        instrument: digest(0x55),
        received_at: world(|world| world.now),
        applicant: None,
    }
}

const X: u64 = 1;
const Y: u64 = 2;

fn seizure(numbers: &[u32], months: u16) -> Measure {
    Measure::Seizure {
        rights: rights(numbers),
        term: OrderTerm::Months(months),
    }
}

fn through(day: &str) -> OrderTerm {
    OrderTerm::Through(day.parse().unwrap())
}

fn stamp_as(account: u64, measure: Measure, paper: Paper) -> DispatchResult {
    Encumbrances::stamp(signed(account), object(), measure, paper)
}

fn last_stamp() -> StampId {
    StampId::new(AUTHORITY, LastStamp::<Test>::get(AUTHORITY)).unwrap()
}

/// The stamp of an instrument of court `number`; forgets its event and entry.
#[track_caller]
fn stamped(number: u64, measure: Measure) -> StampId {
    assert_ok!(stamp_as(REGISTRAR, measure, paper(court(number))));
    forget();
    last_stamp()
}

/// A seizure of right 0 by court `number` for some months.
#[track_caller]
fn seized(number: u64, months: u16) -> StampId {
    stamped(number, seizure(&[0], months))
}

fn confirm(account: u64, id: StampId) -> DispatchResult {
    Encumbrances::confirm(signed(account), id)
}

#[track_caller]
fn confirmed(id: StampId) -> StampId {
    assert_ok!(confirm(REVIEWER, id));
    forget();
    id
}

fn forget() {
    take_events();
    take_written();
}

fn stored(id: StampId) -> Stamp {
    Stamps::<Test>::get(id).unwrap()
}

fn status(id: StampId) -> StampStatus {
    Encumbrances::stamp_with_status(id).unwrap().1
}

fn mark(number: u32) -> Mark {
    Registry::mark(object(), number).unwrap()
}

/// What is true of a mark of the object now.
fn standing(number: usize) -> MarkStanding {
    standings(&Registry::marks(object()), world(|world| world.now))[number]
}

fn basis(stamp: StampId, account: u64, second: Option<u64>) -> EntryBasis {
    EntryBasis::Instrument {
        stamp,
        officer: officer(account),
        second: second.map(officer),
    }
}

/// The first moment after a day.
fn end_of(day: &str) -> Moment {
    day.parse::<Day>().unwrap().end()
}

/// Moves the clock to the first moment after a day.
fn set_end_of(day: &str) {
    let end = end_of(day);
    world(|world| world.now = end);
}

/// Moves the clock to the last second of a day.
fn set_last_second_of(day: &str) {
    let end = end_of(day);
    world(|world| world.now = Moment(end.0 - 1_000));
}

/// A call of the second person is refused to everyone but a reviewer in office of the authority without interest.
#[track_caller]
fn assert_second_person_only(id: StampId, call: impl Fn(RuntimeOrigin, StampId) -> DispatchResult) {
    assert_noop!(
        call(RuntimeOrigin::none(), id),
        sp_runtime::DispatchError::BadOrigin
    );
    for account in [STRANGER, FORMER_REVIEWER] {
        assert_noop!(call(signed(account), id), Error::<Test>::NotAnOfficer);
    }
    assert_noop!(call(signed(OTHER_OFFICER), id), Error::<Test>::WrongAuthority);
    for account in [REGISTRAR, EXAMINER, KEEPER] {
        assert_noop!(call(signed(account), id), Error::<Test>::RoleMissing);
    }
    assert_noop!(
        call(signed(AFFILIATED_REVIEWER), id),
        Error::<Test>::OfficerConcerned
    );
}
