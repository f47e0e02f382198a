//! Weights of `pallet_parties`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), 20 steps, 10 repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_parties::WeightInfo for WeightInfo<T> {
    // Authorities::Authorities: 1 read, 0 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 2 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 1 written
    // Parties::LastSerial: 1 read, 1 written
    // Parties::Parties: 0 read, 1 written
    // Parties::PartyOf: 1 read, 1 written
    // Parties::PersonIndex: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // System::Account: 1 read, 1 written
    // Timestamp::Now: 1 read, 0 written
    fn admit() -> Weight {
        Weight::from_parts(153_437_000, 2_346)
            .saturating_add(T::DbWeight::get().reads(14))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 2 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 1 written
    // Parties::Recoveries: 1 read, 0 written
    // Parties::Requests: 1 read, 1 written
    // System::Account: 1 read, 1 written
    fn bind_account() -> Weight {
        Weight::from_parts(148_530_000, 2_702)
            .saturating_add(T::DbWeight::get().reads(13))
            .saturating_add(T::DbWeight::get().writes(4))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 2 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 1 written
    // Parties::PartyOf: 1 read, 2 written
    // Parties::Recoveries: 1 read, 1 written
    // Parties::Requests: 0 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // System::Account: 2 read, 2 written
    // Timestamp::Now: 1 read, 0 written
    fn complete_recovery() -> Weight {
        Weight::from_parts(173_678_000, 2_852)
            .saturating_add(T::DbWeight::get().reads(14))
            .saturating_add(T::DbWeight::get().writes(7))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Recoveries: 1 read, 1 written
    // Parties::RecoveryDelay: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn confirm_recovery() -> Weight {
        Weight::from_parts(76_163_000, 1_980)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 1 written
    // Parties::Erasures: 1 read, 1 written
    // Parties::Parties: 1 read, 1 written
    // Parties::PartyOf: 0 read, 8 written
    // Parties::Recoveries: 0 read, 1 written
    // Parties::Requests: 0 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // System::Account: 8 read, 8 written
    // Timestamp::Now: 1 read, 0 written
    fn erase() -> Weight {
        Weight::from_parts(367_975_000, 3_024)
            .saturating_add(T::DbWeight::get().reads(16))
            .saturating_add(T::DbWeight::get().writes(21))
    }

    // Parties::LastPower: 1 read, 1 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::PowerCount: 2 read, 2 written
    // Parties::Powers: 0 read, 1 written
    // Parties::PowersOf: 0 read, 2 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn grant_power() -> Weight {
        Weight::from_parts(102_101_000, 832)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::LastPower: 1 read, 1 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PowerCount: 2 read, 2 written
    // Parties::Powers: 0 read, 1 written
    // Parties::PowersOf: 0 read, 2 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn grant_power_at_counter() -> Weight {
        Weight::from_parts(136_813_000, 2_279)
            .saturating_add(T::DbWeight::get().reads(11))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 2 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 2 read, 0 written
    // Parties::Recoveries: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn propose_recovery() -> Weight {
        Weight::from_parts(118_606_000, 2_343)
            .saturating_add(T::DbWeight::get().reads(13))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 9 written
    // Parties::Recoveries: 0 read, 1 written
    // Parties::Requests: 0 read, 1 written
    // System::Account: 9 read, 9 written
    fn replace_all_accounts() -> Weight {
        Weight::from_parts(366_243_000, 2_336)
            .saturating_add(T::DbWeight::get().reads(16))
            .saturating_add(T::DbWeight::get().writes(21))
    }

    // Authorities::AuthorityAccounts: 1 read, 0 written
    // Authorities::Department: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::ValidatorOf: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 2 read, 0 written
    // Parties::Recoveries: 1 read, 0 written
    // Parties::Requests: 0 read, 1 written
    fn request_account() -> Weight {
        Weight::from_parts(93_458_000, 1_876)
            .saturating_add(T::DbWeight::get().reads(9))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Parties::Erasures: 1 read, 1 written
    // Parties::Parties: 2 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Rules::Calendars: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn request_erasure() -> Weight {
        Weight::from_parts(84_836_000, 1_109)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 1 written
    fn restore() -> Weight {
        Weight::from_parts(67_520_000, 1_812)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn revoke_power() -> Weight {
        Weight::from_parts(52_087_000, 903)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 0 written
    // Parties::Parties: 1 read, 0 written
    // Parties::Powers: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn revoke_power_at_counter() -> Weight {
        Weight::from_parts(94_390_000, 2_450)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Department: 1 read, 0 written
    // Parties::RecoveryDelay: 0 read, 1 written
    fn set_recovery_delay() -> Weight {
        Weight::from_parts(21_252_000, 453)
            .saturating_add(T::DbWeight::get().reads(1))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 1 written
    fn set_roles() -> Weight {
        Weight::from_parts(69_382_000, 1_811)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Recoveries: 1 read, 1 written
    fn stop_recovery() -> Weight {
        Weight::from_parts(97_825_000, 1_989)
            .saturating_add(T::DbWeight::get().reads(5))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 1 written
    fn suspend() -> Weight {
        Weight::from_parts(103_103_000, 1_811)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Parties::AccountsOf: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 1 written
    // Parties::Recoveries: 1 read, 0 written
    // System::Account: 1 read, 1 written
    fn unbind_account() -> Weight {
        Weight::from_parts(95_522_000, 1_127)
            .saturating_add(T::DbWeight::get().reads(5))
            .saturating_add(T::DbWeight::get().writes(3))
    }

    // Parties::Erasures: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn withdraw_erasure() -> Weight {
        Weight::from_parts(67_399_000, 1_086)
            .saturating_add(T::DbWeight::get().reads(6))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Not measured yet: as `replace_all_accounts`.
    fn assign_case() -> Weight {
        Self::replace_all_accounts()
    }

    // Not measured yet: counted by hand from the worst case of the benchmark.
    fn assign_holdings(n: u32) -> Weight {
        Weight::from_parts(700_000_000, 9_000)
            .saturating_add(T::DbWeight::get().reads_writes(22, 22))
            .saturating_mul(n.into())
            .saturating_add(Self::replace_all_accounts())
    }

    // Not measured yet: as `replace_all_accounts`.
    fn confirm_succession() -> Weight {
        Self::replace_all_accounts()
    }

    // Not measured yet: as `admit`.
    fn file_succession() -> Weight {
        Self::admit()
    }

    // Not measured yet: as `replace_all_accounts`.
    fn finish_succession() -> Weight {
        Self::replace_all_accounts()
    }

    // Not measured yet: as `stop_recovery`.
    fn give_up_succession() -> Weight {
        Self::stop_recovery()
    }
}
