//! A chain with nothing but the rules and the time.

use crate as pallet_rules;
use frame_support::{derive_impl, traits::ConstU64};
use frame_system::EnsureSignedBy;
use quanji_primitives::clock::{DevelopmentClock, Moment};
use sp_runtime::BuildStorage;

type Block = frame_system::mocking::MockBlock<Test>;

/// The account of the competent department.
pub const DEPARTMENT: u64 = 1;
/// An account of nobody in particular.
pub const STRANGER: u64 = 2;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Timestamp: pallet_timestamp,
        Rules: pallet_rules,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
}

impl pallet_timestamp::Config for Test {
    type Moment = u64;
    type OnTimestampSet = Rules;
    type MinimumPeriod = ConstU64<1>;
    type WeightInfo = ();
}

frame_support::ord_parameter_types! {
    pub const Department: u64 = DEPARTMENT;
}

impl pallet_rules::Config for Test {
    type DepartmentOrigin = EnsureSignedBy<Department, u64>;
    type WeightInfo = ();
}

/// Builds a chain whose blocks begin at a given moment.
pub struct ExtBuilder {
    block_time: Moment,
    negative_list: Vec<u8>,
    development_clock: Option<DevelopmentClock>,
}

/// 2026-09-24T09:00:00+08:00.
pub const START: Moment = Moment(1_790_211_600_000);

impl Default for ExtBuilder {
    fn default() -> Self {
        Self {
            block_time: START,
            negative_list: Vec::new(),
            development_clock: None,
        }
    }
}

impl ExtBuilder {
    /// Block time of the first block.
    pub fn at(self, block_time: Moment) -> Self {
        Self { block_time, ..self }
    }

    /// Industries on the negative list at genesis.
    pub fn with_negative_list(self, negative_list: &[u8]) -> Self {
        Self {
            negative_list: negative_list.to_vec(),
            ..self
        }
    }

    /// A development clock that begins at `epoch`.
    pub fn with_clock(self, epoch: Moment, speed: u32) -> Self {
        Self {
            development_clock: Some(DevelopmentClock {
                epoch,
                anchor: None,
                speed,
            }),
            ..self
        }
    }

    /// The chain after genesis, before its first block sets the time.
    pub fn build_genesis(self) -> sp_io::TestExternalities {
        let genesis = RuntimeGenesisConfig {
            rules: pallet_rules::GenesisConfig {
                negative_list: self.negative_list,
                development_clock: self.development_clock,
                ..Default::default()
            },
            ..Default::default()
        };
        genesis
            .build_storage()
            .expect("the genesis of the mock is sound")
            .into()
    }

    /// The chain in its first block.
    pub fn build(self) -> sp_io::TestExternalities {
        let block_time = self.block_time;
        let mut ext = self.build_genesis();
        ext.execute_with(|| {
            System::set_block_number(1);
            Timestamp::set_timestamp(block_time.0);
        });
        ext
    }

    /// Runs a test and then checks every invariant.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Rules::do_try_state().expect("every invariant holds after the test");
        });
    }
}

/// A chain for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
    ExtBuilder::default().build()
}
