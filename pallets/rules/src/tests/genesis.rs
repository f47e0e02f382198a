//! Genesis, storage keys, and the rules as other pallets read them.

use super::*;
use crate::{Book, Calendars, DevelopmentClock, GenesisConfig, LastVersion, Regimes};
use quanji_primitives::{
    clock::{self, Calendar, Moment},
    codes::CodeTable,
    directory::RuleBook,
    regimes::{
        calendar_2026, national_2026, public_data_2025, shenzhen_2023, NATIONAL_2026, PUBLIC_DATA_2025,
        SHENZHEN_2023,
    },
    storage_keys,
};

#[test]
fn genesis_knows_three_regimes_one_calendar_and_the_code_tables() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(Regimes::<Test>::get(NATIONAL_2026), Some(national_2026()));
        assert_eq!(Regimes::<Test>::get(SHENZHEN_2023), Some(shenzhen_2023()));
        assert_eq!(Regimes::<Test>::get(PUBLIC_DATA_2025), Some(public_data_2025()));
        assert_eq!(Regimes::<Test>::iter().count(), 3);
        assert_eq!([1, 2, 3, 4].map(LastVersion::<Test>::get), [1, 1, 1, 0]);
        assert_eq!(
            Calendars::<Test>::iter().collect::<Vec<_>>(),
            [(2026, calendar_2026())]
        );
        assert_eq!(Rules::codes(CodeTable::Industry), (1..=97).collect::<Vec<u8>>());
        assert_eq!(Rules::codes(CodeTable::ProductForm), [1, 2, 3, 4, 5, 6]);
        assert_eq!(Rules::codes(CodeTable::Purpose), (1..=12).collect::<Vec<u8>>());
        assert!(Rules::negative_list().is_empty());
    });
}

#[test]
fn the_regimes_of_genesis_could_have_been_published() {
    for regime in [national_2026(), shenzhen_2023(), public_data_2025()] {
        assert!(Rules::ensure_well_formed(&regime).is_ok());
    }
}

/// PD 24: in force from 1 March 2025 for five years, to the end of February 2030.
#[test]
fn the_measures_on_public_data_judge_cases_for_five_years() {
    ExtBuilder::default().build_and_execute(|| {
        let judged_on = |text: &str| {
            pallet_timestamp::Now::<Test>::put(day(text).start().0);
            Rules::current_regime(PUBLIC_DATA_2025.system).map(|regime| regime.id)
        };
        let last_moment = |text: &str| {
            pallet_timestamp::Now::<Test>::put(day(text).end().0 - 1);
            Rules::current_regime(PUBLIC_DATA_2025.system).map(|regime| regime.id)
        };
        assert_eq!(last_moment("2025-02-28"), None);
        assert_eq!(judged_on("2025-03-01"), Some(PUBLIC_DATA_2025));
        assert_eq!(last_moment("2030-02-28"), Some(PUBLIC_DATA_2025));
        assert_eq!(judged_on("2030-03-01"), None);
        pallet_timestamp::Now::<Test>::put(START.0);
    });
}

/// Certificates prove these two.
#[test]
fn proved_keys_are_the_ones_the_verifier_computes() {
    assert_eq!(
        Regimes::<Test>::hashed_key_for(NATIONAL_2026),
        storage_keys::regime(NATIONAL_2026)
    );
    assert_eq!(
        DevelopmentClock::<Test>::hashed_key().to_vec(),
        storage_keys::development_clock()
    );
}

#[test]
fn other_pallets_read_the_rules_through_the_book() {
    ExtBuilder::default()
        .with_negative_list(&[97])
        .build_and_execute(|| {
            let book = Book::<Test>::default();
            assert_eq!(book.regime(NATIONAL_2026), Some(national_2026()));
            assert_eq!(book.year(2026), Some(calendar_2026()));
            assert_eq!(book.year(2027), None);
            assert!(book.has_code(CodeTable::Industry, 97) && !book.has_code(CodeTable::Industry, 98));
            assert!(book.is_negative_listed(97) && !book.is_negative_listed(96));
        });
}

#[test]
fn the_genesis_of_a_chain_specification_is_small() {
    let read = |text: &str| serde_json::from_str::<GenesisConfig<Test>>(text);
    let full = read(r#"{"negativeList":[97],"developmentClock":{"epoch":5000,"speed":60}}"#).unwrap();
    assert_eq!(full.negative_list, [97]);
    let clock = clock::DevelopmentClock {
        epoch: Moment(5_000),
        anchor: None,
        speed: 60,
    };
    assert_eq!(full.development_clock, Some(clock));
    let empty = serde_json::to_string(&GenesisConfig::<Test>::default()).unwrap();
    assert_eq!(empty, r#"{"negativeList":[],"developmentClock":null}"#);
    assert!(
        read(r#"{"negativeList":[],"regimes":[]}"#).is_err(),
        "an unknown member is refused"
    );
}

#[test]
#[should_panic(expected = "no division of GB/T 4754")]
fn genesis_refuses_an_unknown_industry() {
    ExtBuilder::default().with_negative_list(&[98]).build();
}

#[test]
#[should_panic(expected = "give it a speed of at least 1")]
fn genesis_refuses_a_clock_that_stands_still() {
    ExtBuilder::default().with_clock(START, 0).build();
}
