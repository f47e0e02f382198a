//! The frame of every block: its size, its versions, and the calls that senders may use.

use crate::{
    migrations, AccountId, Block, BlockNumber, Hash, Migrations, Nonce, PalletInfo, Runtime, RuntimeCall,
    RuntimeEvent, RuntimeOrigin, RuntimeTask, UncheckedExtrinsic, Version,
};
use frame_support::{
    derive_impl,
    dispatch::DispatchClass,
    parameter_types,
    traits::{ConstU32, Contains},
    weights::{
        constants::{
            BlockExecutionWeight, ExtrinsicBaseWeight, WEIGHT_REF_TIME_PER_MICROS, WEIGHT_REF_TIME_PER_MILLIS,
        },
        RuntimeDbWeight, Weight,
    },
};
use frame_system::{
    limits::{BlockLength, BlockWeights},
    offchain::{CreateBare, CreateTransactionBase},
};
use sp_runtime::Perbill;

/// Execution time that ordinary transactions may take of a block. Every validator executes every block.
const NORMAL_WEIGHT: Weight = Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(400), u64::MAX);

/// Execution time kept for operational transactions.
const OPERATIONAL_WEIGHT: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(200), u64::MAX);

/// Execution time of a whole block.
const MAXIMUM_WEIGHT: Weight = Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(600), u64::MAX);

/// Execution time per block that migrations may take while they run.
const MIGRATION_WEIGHT: Weight = Weight::from_parts(
    WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(480),
    u64::MAX.saturating_div(2),
);

/// Execution time of reading a key that the block has not read yet. Measured by `quanji-bench database`, without any cache
/// of the trie, in a register of 250,000 objects: median 10 µs, mean 13 µs (docs/performance.md).
const READ: u64 = WEIGHT_REF_TIME_PER_MICROS.saturating_mul(12);

/// Execution time of writing a key: its part of the new root and of the commit. Measured in the same way: median 29 µs, mean
/// 31 µs.
const WRITE: u64 = WEIGHT_REF_TIME_PER_MICROS.saturating_mul(32);

/// Bytes in a block.
const MAXIMUM_LENGTH: u32 = 2 * 1024 * 1024;

/// Part of [`MAXIMUM_LENGTH`] that ordinary transactions may fill.
const NORMAL_LENGTH: Perbill = Perbill::from_percent(75);

parameter_types! {
    /// Number of block hashes the state remembers: two hours, which bounds the mortality of transactions.
    pub const BlockHashCount: BlockNumber = 2_400;

    /// Prefix of account addresses in text: the generic one.
    pub const SS58Prefix: u8 = 42;

    /// Execution time of reads and writes of state.
    pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight { read: READ, write: WRITE };

    /// Limits of execution time.
    pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
        .base_block(BlockExecutionWeight::get())
        .for_class(DispatchClass::all(), |weights| {
            weights.base_extrinsic = ExtrinsicBaseWeight::get();
        })
        .for_class(DispatchClass::Normal, |weights| weights.max_total = Some(NORMAL_WEIGHT))
        .for_class(DispatchClass::Operational, |weights| {
            weights.max_total = Some(MAXIMUM_WEIGHT);
            weights.reserved = Some(OPERATIONAL_WEIGHT);
        })
        .avg_block_initialization(Perbill::from_percent(10))
        .build_or_panic();

    /// Limits of length.
    pub RuntimeBlockLength: BlockLength = BlockLength::builder()
        .max_length(MAXIMUM_LENGTH)
        .modify_max_length_for_class(DispatchClass::Normal, |length| *length = NORMAL_LENGTH.mul_floor(MAXIMUM_LENGTH))
        .build();

    /// Execution time per block that migrations may take while they run.
    pub const MigrationWeight: Weight = MIGRATION_WEIGHT;
}

/// The calls that senders may use: each is named here, and what is not named is refused.
///
/// Unsigned calls pass the same list; the origin of governance does not.
pub struct CallWhitelist;

impl Contains<RuntimeCall> for CallWhitelist {
    fn contains(call: &RuntimeCall) -> bool {
        match call {
            RuntimeCall::System(call) => matches!(call, frame_system::Call::apply_authorized_upgrade { .. }),
            RuntimeCall::Timestamp(call) => matches!(call, pallet_timestamp::Call::set { .. }),
            RuntimeCall::Session(call) => matches!(call, pallet_session::Call::set_keys { .. }),
            RuntimeCall::Grandpa(call) => {
                matches!(call, pallet_grandpa::Call::report_equivocation_unsigned { .. })
            }
            // The calls inside a batch pass this list one by one.
            RuntimeCall::Utility(call) => matches!(call, pallet_utility::Call::batch_all { .. }),
            RuntimeCall::Migrations(_) => false,
            // Each call of the register checks who may make it.
            RuntimeCall::Rules(_)
            | RuntimeCall::Authorities(_)
            | RuntimeCall::Parties(_)
            | RuntimeCall::Registry(_)
            | RuntimeCall::Admission(_)
            | RuntimeCall::Disputes(_)
            | RuntimeCall::Encumbrances(_)
            | RuntimeCall::Licences(_) => true,
        }
    }
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
    type Block = Block;
    type BaseCallFilter = CallWhitelist;
    type BlockWeights = RuntimeBlockWeights;
    type BlockLength = RuntimeBlockLength;
    type BlockHashCount = BlockHashCount;
    type AccountId = AccountId;
    type Nonce = Nonce;
    type Hash = Hash;
    type DbWeight = DatabaseWeight;
    type Version = Version;
    type SS58Prefix = SS58Prefix;
    type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
    type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
    type MaxConsumers = ConstU32<16>;
    type SingleBlockMigrations = migrations::SingleBlock;
    type MultiBlockMigrator = Migrations;
}

impl pallet_migrations::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Migrations = migrations::MultiBlock;
    type CursorMaxLen = ConstU32<65_536>;
    type IdentifierMaxLen = ConstU32<256>;
    type MigrationStatusHandler = ();
    type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
    type MaxServiceWeight = MigrationWeight;
    type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}

/// Validators send reports of double votes as unsigned transactions.
impl<C> CreateTransactionBase<C> for Runtime
where
    RuntimeCall: From<C>,
{
    type Extrinsic = UncheckedExtrinsic;
    type RuntimeCall = RuntimeCall;
}

impl<C> CreateBare<C> for Runtime
where
    RuntimeCall: From<C>,
{
    fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
        UncheckedExtrinsic::new_bare(call)
    }
}
