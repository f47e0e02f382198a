//! A test runtime: account 1 is the department, 2 an officer, 10 to 12 are accounts of one party, 20 of another, 30 is
//! suspended.

use crate::{self as pallet_admission, Limits, Refusal, Sender, Senders};
use frame_support::{derive_impl, parameter_types};
use frame_system::EnsureSignedBy;
use quanji_primitives::{OfficerId, PartyId};
use sp_runtime::BuildStorage;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Admission: pallet_admission,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
    pub const Department: u64 = 1;
    pub const BenchmarkSender: u64 = 20;
}

/// The officer with account 2.
pub const OFFICER: OfficerId = OfficerId(2);

pub struct KnownSenders;

impl Senders<u64, RuntimeCall> for KnownSenders {
    fn sender_of(account: &u64, call: &RuntimeCall) -> Result<(Sender, u32), Refusal> {
        match account {
            1 => Ok((Sender::Department, 1)),
            2 => Ok((Sender::Officer(OFFICER), 1)),
            10..=12 => Ok((Sender::Party(PartyId(10)), 3)),
            20 => Ok((Sender::Party(PartyId(20)), 1)),
            // Suspended, but heard where it defends itself: here, by this call.
            30 if matches!(
                call,
                RuntimeCall::System(frame_system::Call::set_heap_pages { .. })
            ) =>
            {
                Ok((Sender::Party(PartyId(30)), 1))
            }
            30 => Err(Refusal::Suspended),
            _ => Err(Refusal::NotAdmitted),
        }
    }
}

frame_support::ord_parameter_types! {
    pub const DepartmentAccount: u64 = 1;
}

impl pallet_admission::Config for Test {
    type Senders = KnownSenders;
    type DepartmentOrigin = EnsureSignedBy<DepartmentAccount, u64>;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkSender = BenchmarkSender;
}

/// A small quota, so that tests reach its end.
pub const LIMITS: Limits = Limits {
    weight: 1_000,
    bytes: 500,
    recovery_blocks: 10,
    pending: 6,
};

pub fn new_test_ext() -> sp_io::TestExternalities {
    let genesis = RuntimeGenesisConfig {
        admission: pallet_admission::GenesisConfig {
            limits: LIMITS,
            ..Default::default()
        },
        ..Default::default()
    };
    let mut externalities: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
    externalities.execute_with(|| {
        System::set_block_number(1);
        for account in [1, 2, 10, 11, 12, 20, 30] {
            System::inc_providers(&account);
        }
    });
    externalities
}

/// Runs a test and then every invariant.
pub fn build_and_execute(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        test();
        Admission::do_try_state().unwrap();
    });
}
