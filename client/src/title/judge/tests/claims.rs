//! Pledges and reservations.

use super::*;
use crate::title::securities::{DeedAct, Standing};
use quanji_primitives::{
    collateral::{PledgeStatus, ReservationStatus, Secured, Statutory, StatutoryRegister},
    DeedId,
};

fn security(mark: u32, standing: Standing, statutory: Option<Statutory>) -> Security {
    Security {
        mark,
        kind: match standing {
            Standing::Pledge(_) => Secured::Pledge,
            Standing::Reservation(_) => Secured::Reservation,
        },
        form: None,
        deed: DeedId(u64::from(mark)),
        rights: RightSet::NONE.with(2),
        place: mark,
        holder: None,
        givers: Vec::new(),
        sum: None,
        since: AS_OF,
        through: AS_OF.day(),
        statutory,
        standing,
        over_since: None,
        release_due: None,
        default_noticed: None,
        used_by: None,
    }
}

fn pledge(mark: u32, statutory: Option<Statutory>) -> Security {
    security(mark, Standing::Pledge(PledgeStatus::Live), statutory)
}

fn reservation(mark: u32) -> Security {
    security(mark, Standing::Reservation(ReservationStatus::Standing), None)
}

fn registered(at: u64) -> Option<Statutory> {
    Some(Statutory {
        register: StatutoryRegister::MovableFinance,
        number: "1".parse().unwrap(),
        registered_at: Moment(at),
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
    let earlier = secured(vec![pledge(0, registered(1))]);
    assert_eq!(earlier.codes(), ["earlier_pledge"]);
    assert_eq!(earlier.only().entry, Some(4));
    assert_eq!(secured(vec![reservation(0)]).codes(), ["earlier_reservation"]);
}

#[test]
fn what_is_over_is_no_earlier_claim() {
    let over = [
        Standing::Pledge(PledgeStatus::Released),
        Standing::Pledge(PledgeStatus::Enforced),
        Standing::Reservation(ReservationStatus::Lapsed),
        Standing::Reservation(ReservationStatus::GivenUp),
        Standing::Reservation(ReservationStatus::Used),
        Standing::Reservation(ReservationStatus::Ended),
    ];
    for standing in over {
        assert_eq!(
            secured(vec![security(0, standing, None)]).codes(),
            [""; 0],
            "{standing:?}"
        );
    }
}

#[test]
fn a_lapsed_registration_is_warned_of_because_the_pledge_may_go_on() {
    let lapsed = security(0, Standing::Pledge(PledgeStatus::Lapsed), None);
    assert_eq!(secured(vec![lapsed]).codes(), ["pledge_lapsed"]);
}

#[test]
fn a_pledge_without_statutory_number_is_warned_of() {
    let missing = secured(vec![pledge(0, None)]);
    assert_eq!(missing.codes(), ["earlier_pledge", "statutory_number_missing"]);
}

#[test]
fn a_pledge_on_other_rights_is_not_warned_of() {
    let elsewhere = Security {
        rights: RightSet::NONE.with(1),
        ..pledge(0, None)
    };
    assert_eq!(secured(vec![elsewhere]).codes(), [""; 0]);
}

#[test]
fn another_statutory_order_is_warned_of() {
    let same = [(0, 100), (1, 200)].map(|(mark, at)| pledge(mark, registered(at)));
    assert_eq!(
        secured(same.to_vec()).codes(),
        ["earlier_pledge", "earlier_pledge"]
    );
    let differs = [(0, 200), (1, 100)].map(|(mark, at)| pledge(mark, registered(at)));
    let noted = secured(differs.to_vec()).noted();
    let text = noted
        .last()
        .unwrap()
        .warning
        .text(crate::language::Language::English);
    assert!(text.contains("0-1") && text.contains("1-0"), "{text}");
    // One without a number ranks after those that have one.
    let without = vec![pledge(0, None), pledge(1, registered(100))];
    assert!(secured(without)
        .codes()
        .contains(&"statutory_order_differs".into()));
    // A reservation has no rank by statute and changes no order.
    let mut with_reservation = same.to_vec();
    with_reservation.insert(
        0,
        Security {
            place: 9,
            ..reservation(3)
        },
    );
    assert!(!secured(with_reservation)
        .codes()
        .contains(&"statutory_order_differs".into()));
}

#[test]
fn an_overdue_release_and_a_default_are_warned_of() {
    let overdue = security(0, Standing::Pledge(PledgeStatus::Overdue), registered(1));
    assert_eq!(
        secured(vec![overdue]).codes(),
        ["earlier_pledge", "release_overdue"]
    );
    let default = Security {
        default_noticed: Some(AS_OF.day()),
        ..pledge(0, registered(1))
    };
    assert_eq!(
        secured(vec![default]).codes(),
        ["earlier_pledge", "pledge_in_default"]
    );
}

#[test]
fn a_deed_that_waits_is_warned_of() {
    let waiting = |rights| WaitingDeed {
        deed: DeedId(7),
        act: DeedAct::Pledge,
        pledge: None,
        rights,
        holder: None,
        sum: None,
        through: None,
        signed: Vec::new(),
        open_until: AS_OF,
    };
    let with = |rights| Given {
        deeds: vec![waiting(rights)],
        ..given(|_| ())
    };
    assert_eq!(with(RightSet::NONE.with(2)).codes(), ["deed_waits"]);
    assert_eq!(with(RightSet::NONE).codes(), ["deed_waits"]);
    assert_eq!(with(RightSet::NONE.with(1)).codes(), [""; 0]);
}
