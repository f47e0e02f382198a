//! Clocks at their edges: bounds of counting, pauses beyond the limit, keys and terms to the millisecond.

use quanji_primitives::{
    capacity::{Acts, Power, PowerScope, PowerTerms, Via},
    clock::{working_days_between, CaseClock, Day, Moment, Year, YearCalendar},
    marks::{Mark, MarkKind, MarkSource, RightSet},
    regime::Act,
    regimes::calendar_2026,
    v1::CredentialKey,
    AuthorityId, ConflictId, Digest, OfficerId, PartyId, PowerId,
};

fn calendar(year: Year) -> Option<YearCalendar> {
    (year == 2026).then(calendar_2026)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn counting_stops_at_its_limit_and_counts_no_more() {
    let count = |limit| working_days_between(&calendar, day("2026-11-02"), day("2026-11-16"), limit);
    assert_eq!([0, 9, 10, 11].map(count), [0, 9, 10, 10]);
}

#[test]
fn a_clock_that_nobody_pauses_counts_a_thousand_days_at_most() {
    let clock = CaseClock::start(10, day("2026-11-02"));
    assert_eq!(clock.used_until(&calendar, day("2046-11-02")), 1_000);
}

#[test]
fn a_paused_clock_is_overdue_when_it_used_more_than_its_limit() {
    let mut clock = CaseClock::start(10, day("2026-11-02"));
    clock.pause(&calendar, day("2026-11-16"));
    assert!(
        !clock.is_overdue(&calendar, day("2027-11-02")),
        "ten of ten are used"
    );
    let mut clock = CaseClock::start(10, day("2026-11-02"));
    clock.pause(&calendar, day("2026-11-17"));
    assert!(
        clock.is_overdue(&calendar, day("2026-11-17")),
        "eleven of ten are used"
    );
    clock.extend(1);
    assert!(!clock.is_overdue(&calendar, day("2026-11-17")));
}

/// A clock on a weekend after its last day is over, though no further working day has passed.
#[test]
fn a_running_clock_is_overdue_from_the_day_after_its_last_worked_or_not() {
    let clock = CaseClock::start(10, day("2026-10-30"));
    let over = |text| clock.is_overdue(&calendar, day(text));
    assert_eq!(clock.due(&calendar).unwrap().day, day("2026-11-13"));
    assert_eq!(
        ["2026-11-13", "2026-11-14", "2026-11-16"].map(over),
        [false, true, true]
    );
}

/// What is valid from 100 and ends at 200, at the moments around both.
const AROUND: [u64; 6] = [99, 100, 101, 199, 200, 201];
const WITHIN: [bool; 6] = [false, true, true, true, false, false];

#[test]
fn a_key_a_power_and_a_mark_hold_from_their_first_moment_to_the_last_before_their_end() {
    let key = CredentialKey {
        version: 1,
        public: [1; 32],
        valid_from: Moment(100),
        valid_until: Some(Moment(200)),
    };
    assert_eq!(AROUND.map(|at| key.is_valid(Moment(at))), WITHIN);
    let endless = CredentialKey {
        valid_until: None,
        ..key
    };
    assert!(endless.is_valid(Moment(u64::MAX)) && !endless.is_valid(Moment(99)));
    let power = power();
    assert_eq!(AROUND.map(|at| power.is_in_force(Moment(at))), WITHIN);
    let mark = Mark {
        version: 1,
        kind: MarkKind::Hold,
        rights: RightSet::NONE,
        source: MarkSource::Conflict(ConflictId(1)),
        authority: AuthorityId(1),
        since: Moment(100),
        until: Some(Moment(200)),
        ended: None,
        order: None,
    };
    assert_eq!(AROUND.map(|at| mark.stands(Moment(at))), WITHIN);
}

fn power() -> Power {
    PowerTerms {
        agent: PartyId(2),
        acts: Acts::NONE.with(Act::First),
        scope: PowerScope::All,
        valid_from: Moment(100),
        valid_until: Moment(200),
        both_sides: true,
        document: Digest::Sha2_256([3; 32]),
    }
    .granted_by(PartyId(1))
}

#[test]
fn a_power_is_granted_on_its_terms_and_not_revoked() {
    let power = power();
    assert_eq!((power.principal, power.agent), (PartyId(1), PartyId(2)));
    assert_eq!((power.valid_from, power.valid_until), (Moment(100), Moment(200)));
    assert_eq!(
        (power.version, power.both_sides, power.revoked_at),
        (1, true, None)
    );
    assert_eq!(
        (power.acts, power.scope),
        (Acts::NONE.with(Act::First), PowerScope::All)
    );
}

#[test]
fn what_an_officer_types_in_counts_from_the_receipt_of_the_paper() {
    let now = Moment(500);
    let counter = Via::Counter {
        officer: OfficerId(7),
        document: Digest::Sha2_256([3; 32]),
        received_at: Moment(400),
    };
    let agent = Via::Agent {
        agent: PartyId(2),
        power: PowerId(1),
    };
    assert_eq!(
        [&counter, &agent, &Via::Own].map(|via| via.received_at(now)),
        [Moment(400), now, now]
    );
    assert_eq!(
        [&counter, &agent, &Via::Own].map(Via::counter_officer),
        [Some(OfficerId(7)), None, None]
    );
    assert_eq!(
        [&counter, &agent, &Via::Own].map(Via::agent),
        [None, Some(PartyId(2)), None]
    );
}
