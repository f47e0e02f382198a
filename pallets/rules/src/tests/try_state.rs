//! Every invariant is noticed when it is broken.

use super::*;
use crate::{Calendars, DevelopmentClock, LastVersion, NegativeList, Regimes};
use quanji_primitives::{
    clock::{self, Moment},
    regime::{Regime, RegimeId},
    regimes::{calendar_2026, national_2026, NATIONAL_2026},
};

fn assert_noticed(sentence: &'static str, damage: impl FnOnce()) {
    ExtBuilder::default().build().execute_with(|| {
        assert_eq!(Rules::do_try_state(), Ok(()));
        damage();
        assert_eq!(Rules::do_try_state(), Err(sentence.into()));
    });
}

#[test]
fn a_damaged_regime_is_noticed() {
    assert_noticed("a regime is kept under another's number", || {
        let id = RegimeId {
            version: 2,
            ..NATIONAL_2026
        };
        Regimes::<Test>::insert(
            NATIONAL_2026,
            Regime {
                id,
                ..national_2026()
            },
        );
    });
    assert_noticed("a regime version lies beyond the last one", || {
        let id = RegimeId {
            version: 2,
            ..NATIONAL_2026
        };
        Regimes::<Test>::insert(
            id,
            Regime {
                id,
                ..national_2026()
            },
        );
    });
    assert_noticed("a regime is not well formed", || {
        Regimes::<Test>::insert(
            NATIONAL_2026,
            Regime {
                effects: Default::default(),
                ..national_2026()
            },
        );
    });
}

#[test]
fn damaged_versions_are_noticed() {
    assert_noticed("the versions of a system are not dense from 1", || {
        LastVersion::<Test>::insert(NATIONAL_2026.system, 2);
    });
    assert_noticed(
        "two versions of a system judge new cases at the same time",
        || {
            let id = RegimeId {
                version: 2,
                ..NATIONAL_2026
            };
            LastVersion::<Test>::insert(id.system, 2);
            Regimes::<Test>::insert(
                id,
                Regime {
                    id,
                    effective_from: Moment(5),
                    ..national_2026()
                },
            );
        },
    );
}

#[test]
fn a_damaged_calendar_list_or_clock_is_noticed() {
    assert_noticed("a calendar does not fit its year", || {
        Calendars::<Test>::insert(2027, calendar_2026());
    });
    assert_noticed("the negative list names an unknown industry", || {
        NegativeList::<Test>::insert(98, ());
    });
    assert_noticed("the development clock stands still", || {
        DevelopmentClock::<Test>::put(clock::DevelopmentClock {
            epoch: START,
            anchor: None,
            speed: 0,
        });
    });
}
