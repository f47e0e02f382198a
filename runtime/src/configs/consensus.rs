//! Time, authorship of blocks (Aura) and finality (GRANDPA).

use crate::{
    Aura, Authorities, Historical, Offences, Rules, Runtime, RuntimeEvent, Session, DAYS, SLOT_DURATION,
};
use frame_support::{
    parameter_types,
    traits::{ConstBool, ConstU32, ConstU64, KeyOwnerProofSystem},
};
use sp_core::crypto::KeyTypeId;

/// Largest number of validators.
pub const MAX_VALIDATORS: u32 = 64;

/// Sessions for which a double vote can still be reported: a month on a live chain.
pub const REPORTABLE_SESSIONS: u32 = 30;

parameter_types! {
    /// Blocks for which a report of a double vote stays in the transaction pool.
    pub const ReportLongevity: u64 = (REPORTABLE_SESSIONS as u64).saturating_mul(DAYS as u64);
}

impl pallet_timestamp::Config for Runtime {
    type Moment = u64;
    type OnTimestampSet = (Aura, Rules);
    type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
    type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_authorship::Config for Runtime {
    type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
    type EventHandler = ();
}

impl pallet_aura::Config for Runtime {
    type AuthorityId = sp_consensus_aura::ed25519::AuthorityId;
    type DisabledValidators = Session;
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type AllowMultipleBlocksPerSlot = ConstBool<false>;
    type SlotDuration = ConstU64<{ SLOT_DURATION }>;
}

impl pallet_grandpa::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = ();
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type MaxNominators = ConstU32<0>;
    // A set lasts at least a session.
    type MaxSetIdSessionEntries = ConstU64<{ REPORTABLE_SESSIONS as u64 }>;
    type KeyOwnerProof = <Historical as KeyOwnerProofSystem<(KeyTypeId, pallet_grandpa::AuthorityId)>>::Proof;
    type EquivocationReportSystem =
        pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_offences::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
    type OnOffenceHandler = Authorities;
}
