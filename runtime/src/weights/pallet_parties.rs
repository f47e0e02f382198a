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
        Weight::from_parts(161_920_000, 2_382)
            .saturating_add(T::DbWeight::get().reads(14))
            .saturating_add(T::DbWeight::get().writes(6))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 17 read, 0 written
    // Parties::Successions: 33 read, 0 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::Cases: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn assign_case() -> Weight {
        Weight::from_parts(941_806_000, 7_963)
            .saturating_add(T::DbWeight::get().reads(72))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Assignments: 50 read, 50 written
    // Parties::Parties: 17 read, 0 written
    // Parties::Successions: 33 read, 1 written
    // Parties::SuccessorOf: 16 read, 0 written
    // Registry::Cases: 8 read, 8 written
    // Registry::Certificates: 50 read, 50 written
    // Registry::Consents: 50 read, 1 written
    // Registry::HoldingCount: 17 read, 16 written
    // Registry::Holdings: 50 read, 50 written
    // Registry::LiveMarks: 50 read, 0 written
    // Registry::Objects: 50 read, 50 written
    // Registry::RecentEntries: 50 read, 50 written
    // Registry::Rights: 800 read, 800 written
    // Registry::Rolls: 50 read, 50 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    // n: 1 to 50
    fn assign_holdings(n: u32) -> Weight {
        Weight::from_parts(916_916_987, 26_648)
            .saturating_add(Weight::from_parts(405_759_651, 970).saturating_mul(n.into()))
            .saturating_add(T::DbWeight::get().reads(87))
            .saturating_add(T::DbWeight::get().reads(24_u64.saturating_mul(n.into())))
            .saturating_add(T::DbWeight::get().writes(17))
            .saturating_add(T::DbWeight::get().writes(22_u64.saturating_mul(n.into())))
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
        Weight::from_parts(144_974_000, 2_702)
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
        Weight::from_parts(174_098_000, 2_888)
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
        Weight::from_parts(77_455_000, 2_016)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::AccountsOf: 1 read, 1 written
    // Parties::Parties: 2 read, 1 written
    // Parties::PartyOf: 0 read, 8 written
    // Parties::PredecessorCount: 2 read, 1 written
    // Parties::Predecessors: 32 read, 33 written
    // Parties::Recoveries: 0 read, 1 written
    // Parties::Requests: 0 read, 1 written
    // Parties::SuccessionDepth: 2 read, 1 written
    // Parties::Successions: 18 read, 1 written
    // Parties::SuccessorOf: 33 read, 33 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // System::Account: 8 read, 8 written
    // Timestamp::Now: 1 read, 0 written
    fn confirm_succession() -> Weight {
        Weight::from_parts(1_828_510_000, 5_829)
            .saturating_add(T::DbWeight::get().reads(103))
            .saturating_add(T::DbWeight::get().writes(89))
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
        Weight::from_parts(372_893_000, 3_060)
            .saturating_add(T::DbWeight::get().reads(16))
            .saturating_add(T::DbWeight::get().writes(21))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 17 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Successions: 33 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn file_succession() -> Weight {
        Weight::from_parts(777_934_000, 3_638)
            .saturating_add(T::DbWeight::get().reads(56))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 17 read, 1 written
    // Parties::PredecessorCount: 2 read, 1 written
    // Parties::Predecessors: 32 read, 33 written
    // Parties::SuccessionDepth: 2 read, 1 written
    // Parties::Successions: 33 read, 1 written
    // Parties::SuccessorOf: 48 read, 33 written
    // Registry::HoldingCount: 1 read, 0 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn finish_succession() -> Weight {
        Weight::from_parts(2_052_323_000, 7_507)
            .saturating_add(T::DbWeight::get().reads(140))
            .saturating_add(T::DbWeight::get().writes(70))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Successions: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn give_up_succession() -> Weight {
        Weight::from_parts(106_558_000, 2_455)
            .saturating_add(T::DbWeight::get().reads(7))
            .saturating_add(T::DbWeight::get().writes(1))
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
        Weight::from_parts(103_023_000, 868)
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
        Weight::from_parts(136_662_000, 2_315)
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
        Weight::from_parts(117_644_000, 2_379)
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
        Weight::from_parts(372_162_000, 2_336)
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
        Weight::from_parts(94_840_000, 1_876)
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
        Weight::from_parts(86_729_000, 1_145)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 1 written
    fn restore() -> Weight {
        Weight::from_parts(68_621_000, 1_812)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Parties::PartyOf: 1 read, 0 written
    // Parties::Powers: 1 read, 1 written
    // Rules::DevelopmentClock: 1 read, 0 written
    // Timestamp::Now: 1 read, 0 written
    fn revoke_power() -> Weight {
        Weight::from_parts(53_760_000, 939)
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
        Weight::from_parts(95_923_000, 2_486)
            .saturating_add(T::DbWeight::get().reads(8))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Department: 1 read, 0 written
    // Parties::RecoveryDelay: 0 read, 1 written
    fn set_recovery_delay() -> Weight {
        Weight::from_parts(21_842_000, 453)
            .saturating_add(T::DbWeight::get().reads(1))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 1 written
    fn set_roles() -> Weight {
        Weight::from_parts(77_355_000, 1_811)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::PartyOf: 1 read, 0 written
    // Parties::Recoveries: 1 read, 1 written
    fn stop_recovery() -> Weight {
        Weight::from_parts(73_539_000, 1_989)
            .saturating_add(T::DbWeight::get().reads(5))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Authorities::Authorities: 1 read, 0 written
    // Authorities::OfficerOf: 1 read, 0 written
    // Authorities::Officers: 1 read, 0 written
    // Parties::Parties: 1 read, 1 written
    fn suspend() -> Weight {
        Weight::from_parts(69_533_000, 1_811)
            .saturating_add(T::DbWeight::get().reads(4))
            .saturating_add(T::DbWeight::get().writes(1))
    }

    // Parties::AccountsOf: 1 read, 1 written
    // Parties::Parties: 1 read, 0 written
    // Parties::PartyOf: 1 read, 1 written
    // Parties::Recoveries: 1 read, 0 written
    // System::Account: 1 read, 1 written
    fn unbind_account() -> Weight {
        Weight::from_parts(99_318_000, 1_127)
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
        Weight::from_parts(75_673_000, 1_122)
            .saturating_add(T::DbWeight::get().reads(6))
            .saturating_add(T::DbWeight::get().writes(1))
    }
}
