#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod book;
mod calendars;
mod code_tables;
#[cfg(test)]
mod mock;
mod regimes;
mod register_clock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod weights;

pub use book::Book;
pub use pallet::*;
pub use weights::WeightInfo;

#[allow(
    clippy::expect_used,
    reason = "FRAME's macros expect, in code they write; ours is in the other files"
)]
#[frame_support::pallet]
pub mod pallet {
    use super::WeightInfo;
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::{pallet_prelude::*, traits::EnsureOrigin};
    use frame_system::pallet_prelude::*;
    use quanji_primitives::{
        clock::{self, Day, Due, Moment, Year, YearCalendar},
        codes::CodeTable,
        regime::{Regime, RegimeId, TimeLimits},
        Bounded,
    };

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    /// The rules of the register.
    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the runtime plugs in.
    #[pallet::config]
    pub trait Config:
        frame_system::Config<RuntimeEvent: From<Event<Self>>> + pallet_timestamp::Config<Moment = u64>
    {
        /// The competent department 主管部门, which alone sets the rules.
        type DepartmentOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

        /// Weights of the calls.
        type WeightInfo: WeightInfo;
    }

    /// Every regime version ever published. Certificates prove it: name and hasher never change.
    #[pallet::storage]
    pub type Regimes<T: Config> = StorageMap<_, Blake2_128Concat, RegimeId, Regime>;

    /// The number of the last published version of each registration system; versions are dense from 1.
    #[pallet::storage]
    pub type LastVersion<T: Config> = StorageMap<_, Twox64Concat, u16, u16, ValueQuery>;

    /// The working-day calendar of each year that has been loaded.
    #[pallet::storage]
    pub type Calendars<T: Config> = StorageMap<_, Twox64Concat, Year, YearCalendar>;

    /// The codes of the code tables. A code is never removed: entries use it.
    #[pallet::storage]
    pub type Codes<T: Config> = StorageDoubleMap<_, Twox64Concat, CodeTable, Twox64Concat, u8, ()>;

    /// Industry divisions whose data may not be registered 负面清单.
    #[pallet::storage]
    pub type NegativeList<T: Config> = StorageMap<_, Twox64Concat, u8, ()>;

    /// The settable clock of a development chain; absent on every live chain. Certificates prove it: the name never
    /// changes.
    #[pallet::storage]
    pub type DevelopmentClock<T: Config> = StorageValue<_, clock::DevelopmentClock>;

    /// Genesis of the rules. Regimes, calendar and code tables are the ones of `quanji_primitives`.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Industry divisions on the negative list.
        pub negative_list: Vec<u8>,
        /// On the `development` chain type only: where register time begins and how fast it runs.
        pub development_clock: Option<clock::DevelopmentClock>,
        /// Carries the type only.
        #[serde(skip)]
        pub _config: PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            Pallet::<T>::write_genesis_regimes();
            Pallet::<T>::write_genesis_calendars();
            Pallet::<T>::write_genesis_codes();
            Pallet::<T>::write_genesis_negative_list(&self.negative_list);
            Pallet::<T>::write_genesis_clock(self.development_clock);
        }
    }

    /// What has happened to the rules.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// A regime version was published. From its `effective_from` it judges new cases of its system, and the version
        /// before it no longer does.
        #[codec(index = 0)]
        RegimePublished {
            /// The whole version.
            regime: Box<Regime>,
            /// The account of the competent department.
            by: T::AccountId,
        },
        /// The calendar of a year was loaded or corrected.
        #[codec(index = 1)]
        CalendarLoaded {
            /// The year.
            year: Year,
            /// The calendar as it now stands.
            calendar: YearCalendar,
            /// The account of the competent department.
            by: T::AccountId,
        },
        /// A code was added to a code table.
        #[codec(index = 2)]
        CodeAdded {
            /// The table.
            table: CodeTable,
            /// The code.
            code: u8,
            /// The account of the competent department.
            by: T::AccountId,
        },
        /// An industry division was put on the negative list.
        #[codec(index = 3)]
        IndustryListed {
            /// The division of GB/T 4754.
            industry: u8,
            /// The account of the competent department.
            by: T::AccountId,
        },
        /// An industry division was taken off the negative list.
        #[codec(index = 4)]
        IndustryDelisted {
            /// The division of GB/T 4754.
            industry: u8,
            /// The account of the competent department.
            by: T::AccountId,
        },
        /// Register time of a development chain was moved forward.
        #[codec(index = 5)]
        ClockSet {
            /// The clock as it now runs.
            clock: clock::DevelopmentClock,
            /// The account of the competent department.
            by: T::AccountId,
        },
    }

    /// Why a change of the rules is refused.
    #[pallet::error]
    pub enum Error<T> {
        /// The version is not the next number of its registration system: publish versions in order, from 1.
        VersionNotNext,
        /// The regime would take effect in the past: give a moment that is still to come.
        EffectiveInPast,
        /// The regime would take effect before the version it follows: give that version's moment or a later one.
        EffectiveBeforePrevious,
        /// The regime ends before it takes effect: give a later end, or none.
        EndsBeforeStart,
        /// A name, label or effect text is empty: give it in Chinese and in English.
        TextMissing,
        /// A name, label or effect text is not UTF-8.
        TextNotUtf8,
        /// A number of working days is zero or above 60; only extension and appeal may be zero.
        WorkingDaysOutOfRange,
        /// The validity is not between 1 and 50 years.
        ValidityOutOfRange,
        /// The renewal window is none or longer than the validity.
        RenewalWindowOutOfRange,
        /// The retention is not between 1 and 100 years.
        RetentionOutOfRange,
        /// An act stands twice in the table of acts.
        ActTwice,
        /// A source and object stand twice in the table of claimable kinds.
        ClaimTwice,
        /// A row of the table of claimable kinds names a right that does not exist.
        KindUnknown,
        /// A row of the table of claimable kinds has conditional kinds without a condition, or a condition without them.
        ConditionMismatch,
        /// An operation stands twice in the effect matrix.
        EffectTwice,
        /// An operation has no row in the effect matrix: give all twelve.
        EffectMissing,
        /// The calendar does not fit the year: days off must be weekdays and worked days weekend days of that year.
        CalendarInvalid,
        /// The year is over: its deadlines have passed.
        YearOver,
        /// The year has begun under the calendar that is loaded: it can no longer be corrected.
        CalendarInUse,
        /// A day off within the next 120 days would become a working day: a running deadline would end earlier.
        DayOffNeeded,
        /// The code is not between 1 and 99.
        CodeOutOfRange,
        /// The code already stands in the table.
        CodeAlreadyExists,
        /// The industry is not a code of the industry table.
        IndustryUnknown,
        /// The industry already stands on the negative list.
        IndustryAlreadyListed,
        /// The industry does not stand on the negative list.
        IndustryNotListed,
        /// This chain runs on block time: only a development chain has a clock to set.
        NoDevelopmentClock,
        /// Register time only moves forward: give a moment after the present one.
        ClockGoesBack,
        /// The days for proof of a court or of a hold are none or more than 366.
        DaysOutOfRange,
        /// A regime that creates rights needs a table of claimable kinds; one that creates none has no such table.
        ClaimsUnfit,
        /// A query code is the number of a regime that creates no rights, and of no other.
        NumberFormUnfit,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        /// Writes nothing: pays for reading the development clock when the time of the block is set.
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            T::DbWeight::get().reads(1)
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Publishes the next version of a registration system, or the first of a new one. Only the competent
        /// department; emits [`Event::RegimePublished`]. Running cases keep the version they were filed under.
        ///
        /// `regime`: the version, with the next number of its system.
        #[pallet::call_index(0)]
        #[pallet::weight(<T as Config>::WeightInfo::publish_regime())]
        pub fn publish_regime(origin: OriginFor<T>, regime: Box<Regime>) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_publish_regime(regime, by)?)
        }

        /// Loads the working-day calendar of a year, days numbered in the year from 1, or corrects one that lies wholly
        /// in the future. Only the competent department; emits [`Event::CalendarLoaded`]. No running deadline ends
        /// earlier by it.
        ///
        /// `year`: the year; `off`: weekdays that are off; `worked`: weekend days that are worked.
        #[pallet::call_index(1)]
        #[pallet::weight(<T as Config>::WeightInfo::load_calendar())]
        pub fn load_calendar(
            origin: OriginFor<T>,
            year: Year,
            off: Bounded<u16, 64>,
            worked: Bounded<u16, 32>,
        ) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_load_calendar(year, off, worked, by)?)
        }

        /// Adds a code to a code table, for ever. Only the competent department; emits [`Event::CodeAdded`].
        ///
        /// `table`: the table; `code`: the new code, from 1 to 99.
        #[pallet::call_index(2)]
        #[pallet::weight(<T as Config>::WeightInfo::add_code())]
        pub fn add_code(origin: OriginFor<T>, table: CodeTable, code: u8) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_add_code(table, code, by)?)
        }

        /// Puts an industry division on the negative list. Only the competent department; emits
        /// [`Event::IndustryListed`].
        ///
        /// `industry`: its division of GB/T 4754.
        #[pallet::call_index(3)]
        #[pallet::weight(<T as Config>::WeightInfo::add_to_negative_list())]
        pub fn add_to_negative_list(origin: OriginFor<T>, industry: u8) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_add_to_negative_list(industry, by)?)
        }

        /// Takes an industry division off the negative list. Only the competent department; emits
        /// [`Event::IndustryDelisted`].
        ///
        /// `industry`: its division of GB/T 4754.
        #[pallet::call_index(4)]
        #[pallet::weight(<T as Config>::WeightInfo::remove_from_negative_list())]
        pub fn remove_from_negative_list(origin: OriginFor<T>, industry: u8) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_remove_from_negative_list(industry, by)?)
        }

        /// Moves register time of a development chain forward. Only the competent department; emits
        /// [`Event::ClockSet`]. Refused on every live chain.
        ///
        /// `moment`: the new register time.
        #[pallet::call_index(5)]
        #[pallet::weight(<T as Config>::WeightInfo::set_clock())]
        pub fn set_clock(origin: OriginFor<T>, moment: Moment) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_set_clock(moment, by)?)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// Register time.
        pub fn now() -> Moment {
            Self::register_time()
        }

        /// A regime version.
        pub fn regime(id: RegimeId) -> Option<Regime> {
            Regimes::<T>::get(id)
        }

        /// The version of a registration system that judges new cases now.
        pub fn current_regime(system: u16) -> Option<Regime> {
            Self::newest_effective(system, Self::register_time())
        }

        /// The time limits of a regime version, each with the article or assumption it rests on.
        pub fn limits(id: RegimeId) -> Option<TimeLimits> {
            Regimes::<T>::get(id).map(|regime| regime.limits)
        }

        /// The calendar of a year, if it has been loaded.
        pub fn calendar(year: Year) -> Option<YearCalendar> {
            Calendars::<T>::get(year)
        }

        /// Whether a day is a working day.
        pub fn is_working_day(day: Day) -> bool {
            clock::is_working_day(&super::Book::<T>::default(), day)
        }

        /// The last day of a period of `days` working days after an event on `event`, which is not counted.
        pub fn add_working_days(event: Day, days: u16) -> Due {
            clock::add_working_days(&super::Book::<T>::default(), event, days)
        }

        /// The codes of a table, in rising order.
        pub fn codes(table: CodeTable) -> Vec<u8> {
            Self::codes_of(table)
        }

        /// The industry divisions on the negative list, in rising order.
        pub fn negative_list() -> Vec<u8> {
            Self::listed_industries()
        }
    }
}
