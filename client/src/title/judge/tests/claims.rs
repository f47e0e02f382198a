//! Pledges and reservations.

use super::*;
use crate::title::securities::{SecurityKind, Statutory, StatutoryState};

fn security(mark: u32, kind: SecurityKind, statutory: StatutoryState) -> Security {
    Security {
        mark,
        kind,
        deed: None,
        rights: RightSet::NONE.with(2),
        place: mark,
        holder: None,
        sum: None,
        since: AS_OF,
        through: None,
        statutory,
        release_overdue: false,
        in_default: false,
        lapsed: false,
    }
}

fn registered(at: u64) -> StatutoryState {
    StatutoryState::Registered(Statutory {
        register: "movable_finance".into(),
        number: "1".into(),
        at: Moment(at),
    })
}

fn secured(securities: Vec<Security>) -> Given {
    Given {
        securities,
        entries: BTreeMap::from([(0, 4)]),
        ..given(|_| ())
    }
}

#[test]
fn an_earlier_pledge_or_reservation_is_warned_of() {
    let pledge = secured(vec![security(0, SecurityKind::Pledge, registered(1))]);
    assert_eq!(pledge.codes(), ["earlier_pledge"]);
    assert_eq!(pledge.only().entry, Some(4));
    let reservation = secured(vec![security(
        0,
        SecurityKind::Reservation,
        StatutoryState::Missing,
    )]);
    assert_eq!(reservation.codes(), ["earlier_reservation"]);
    let lapsed = Security {
        lapsed: true,
        ..security(0, SecurityKind::Pledge, registered(1))
    };
    assert_eq!(secured(vec![lapsed]).codes(), [""; 0]);
}

#[test]
fn a_pledge_without_statutory_number_is_warned_of() {
    let missing = secured(vec![security(0, SecurityKind::Pledge, StatutoryState::Missing)]);
    assert_eq!(missing.codes(), ["earlier_pledge", "statutory_number_missing"]);
    let unread = secured(vec![security(0, SecurityKind::Pledge, StatutoryState::NotRead)]);
    assert_eq!(unread.codes(), ["earlier_pledge", "statutory_number_not_read"]);
}

#[test]
fn another_statutory_order_is_warned_of() {
    let same = [(0, 100), (1, 200)].map(|(mark, at)| security(mark, SecurityKind::Pledge, registered(at)));
    assert_eq!(
        secured(same.to_vec()).codes(),
        ["earlier_pledge", "earlier_pledge"]
    );
    let differs = [(0, 200), (1, 100)].map(|(mark, at)| security(mark, SecurityKind::Pledge, registered(at)));
    let noted = secured(differs.to_vec()).noted();
    let text = noted
        .last()
        .unwrap()
        .warning
        .text(crate::language::Language::English);
    assert!(text.contains("0-1") && text.contains("1-0"), "{text}");
    // A reservation has no rank by statute and changes no order.
    let mut with_reservation = same.to_vec();
    with_reservation.insert(
        0,
        Security {
            place: 9,
            ..security(3, SecurityKind::Reservation, StatutoryState::Missing)
        },
    );
    assert!(!secured(with_reservation)
        .codes()
        .contains(&"statutory_order_differs".into()));
}

#[test]
fn an_overdue_release_and_a_default_are_warned_of() {
    let base = security(0, SecurityKind::Pledge, registered(1));
    let overdue = secured(vec![Security {
        release_overdue: true,
        ..base.clone()
    }]);
    assert_eq!(overdue.codes(), ["earlier_pledge", "release_overdue"]);
    let default = secured(vec![Security {
        in_default: true,
        ..base
    }]);
    assert_eq!(default.codes(), ["earlier_pledge", "pledge_in_default"]);
}
