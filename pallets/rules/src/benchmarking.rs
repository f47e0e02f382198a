//! Benchmarks of every call.

use super::*;
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;
use quanji_primitives::{
    clock::{self, Day, Moment, YearCalendar},
    codes::CodeTable,
    regime::{Bilingual, Regime, RegimeId},
    regimes::national_2026,
    Bounded,
};

const SYSTEM: u16 = 60_000;
/// Far ahead of any clock.
const YEAR: u16 = 2090;

/// The next version of a system, with every text at its full length. Tables cannot grow beyond the preset's.
fn largest_regime(version: u16) -> Regime {
    let text = || Bilingual {
        zh: full_text(),
        en: full_text(),
    };
    let mut regime = national_2026();
    regime.id = RegimeId {
        system: SYSTEM,
        version,
    };
    regime.effective_from = first_day().start();
    regime.name = text();
    regime.effect_text = text();
    regime.labels.holding = text();
    regime.labels.processing_use = text();
    regime.labels.operating = text();
    regime
}

fn first_day() -> Day {
    Day::from_date(YEAR.into(), 1, 1).unwrap_or_default()
}

fn full_text() -> Bounded<u8, 1024> {
    Bounded::truncate_from(alloc::vec![b'a'; 1024])
}

/// As many days off and worked as a calendar can hold.
fn largest_calendar() -> YearCalendar {
    let numbers = |weekend: bool| -> Vec<u16> {
        (1u16..=365)
            .filter(|number| {
                first_day()
                    .plus(u32::from(*number).saturating_sub(1))
                    .is_weekend()
                    == weekend
            })
            .collect()
    };
    YearCalendar {
        off: Bounded::truncate_from(numbers(false)),
        worked: Bounded::truncate_from(numbers(true)),
        known_since: Day::default(),
    }
}

fn department<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::DepartmentOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn publish_regime() -> Result<(), BenchmarkError> {
        let origin = department::<T>()?;
        Pallet::<T>::publish_regime(origin.clone(), Box::new(largest_regime(1)))?;
        let second = Box::new(largest_regime(2));

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, second.clone());

        assert_eq!(Regimes::<T>::get(second.id), Some(*second));
        Ok(())
    }

    #[benchmark]
    fn load_calendar() -> Result<(), BenchmarkError> {
        let origin = department::<T>()?;
        let calendar = largest_calendar();
        Calendars::<T>::insert(YEAR, &calendar);

        #[extrinsic_call]
        _(
            origin as T::RuntimeOrigin,
            YEAR,
            calendar.off.clone(),
            calendar.worked.clone(),
        );

        assert_eq!(
            Calendars::<T>::get(YEAR).map(|loaded| loaded.off),
            Some(calendar.off)
        );
        Ok(())
    }

    #[benchmark]
    fn add_code() -> Result<(), BenchmarkError> {
        let origin = department::<T>()?;

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, CodeTable::ProductForm, 99);

        assert!(Codes::<T>::contains_key(CodeTable::ProductForm, 99));
        Ok(())
    }

    #[benchmark]
    fn add_to_negative_list() -> Result<(), BenchmarkError> {
        let origin = department::<T>()?;
        Codes::<T>::insert(CodeTable::Industry, 99, ());

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, 99);

        assert!(NegativeList::<T>::contains_key(99));
        Ok(())
    }

    #[benchmark]
    fn remove_from_negative_list() -> Result<(), BenchmarkError> {
        let origin = department::<T>()?;
        Codes::<T>::insert(CodeTable::Industry, 99, ());
        NegativeList::<T>::insert(99, ());

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, 99);

        assert!(!NegativeList::<T>::contains_key(99));
        Ok(())
    }

    #[benchmark]
    fn set_clock() -> Result<(), BenchmarkError> {
        let origin = department::<T>()?;
        let start = Moment(1_000);
        DevelopmentClock::<T>::put(clock::DevelopmentClock {
            epoch: start,
            anchor: None,
            speed: 1,
        });
        let moment = Moment(2_000);

        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, moment);

        assert_eq!(
            DevelopmentClock::<T>::get().map(|clock| clock.epoch),
            Some(moment)
        );
        Ok(())
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
