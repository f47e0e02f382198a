//! The meter: what a sender has used, and what is left.

use crate::{Config, Pallet, Quota, Used};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_system::pallet_prelude::BlockNumberFor;
use quanji_primitives::{AuthorityId, OfficerId, PartyId};
use scale_info::TypeInfo;
use sp_runtime::traits::{Saturating, UniqueSaturatedInto};

/// Whom an account acts for. Used as key, so that several accounts of one party share one quota.
#[derive(
    Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Sender {
    /// The competent department.
    #[codec(index = 0)]
    Department,
    /// An authority's own account or its validator.
    #[codec(index = 1)]
    Authority(AuthorityId),
    /// An officer.
    #[codec(index = 2)]
    Officer(OfficerId),
    /// A party.
    #[codec(index = 3)]
    Party(PartyId),
}

/// Why a transaction was not let in: the number in `InvalidTransaction::Custom`. Appended, never renumbered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Refusal {
    /// The account belongs to nobody the register knows: an authority's registrar admits parties.
    NotAdmitted = 1,
    /// The party is suspended: the authority that admitted it can restore it.
    Suspended = 2,
    /// The quota is used: wait for it to recover.
    QuotaUsed = 3,
    /// Too many transactions of this sender wait in the pool: wait for them to be included.
    TooManyPending = 4,
    /// The transaction alone is larger than the whole quota: split it.
    LargerThanQuota = 5,
    /// The text may not be published now, or not by this officer: it does not get into a block.
    NotToBePublished = 6,
}

/// The quota of a sender.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Debug,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct Limits {
    /// Most execution time used at once, in picoseconds of weight.
    pub weight: u64,
    /// Most bytes of transactions used at once.
    pub bytes: u32,
    /// Blocks in which a wholly used quota recovers.
    pub recovery_blocks: u32,
    /// Most transactions of one sender that wait in the pool.
    pub pending: u32,
}

/// Ten full blocks of normal transactions at once, one part in ten of the chain in the long run; an officer has
/// [`OFFICER_TIMES`] as much.
impl Default for Limits {
    fn default() -> Self {
        Self {
            weight: 4_000_000_000_000,
            bytes: 4 * 1024 * 1024,
            recovery_blocks: 100,
            pending: 64,
        }
    }
}

impl Limits {
    /// Whether every number is above zero.
    pub fn is_valid(&self) -> bool {
        self.weight > 0 && self.bytes > 0 && self.recovery_blocks > 0 && self.pending > 0
    }
}

/// How many times the quota of a sender an officer has. An officer acts for everybody who applies at the authority, and
/// brings in whole earlier registers, which are ten thousand rows at a time (NG 41). An officer is a named person whom an
/// admitted authority appointed and can remove, so there are few and each answers for it. The more of its quota a sender
/// has used, the later its transactions come in the pool: others go before an officer who imports.
pub const OFFICER_TIMES: u32 = 5;

impl Sender {
    /// This sender's quota where `limits` is that of every sender.
    pub fn quota(&self, limits: Limits) -> Limits {
        match self {
            Self::Department | Self::Authority(_) | Self::Party(_) => limits,
            Self::Officer(_) => Limits {
                weight: limits.weight.saturating_mul(OFFICER_TIMES.into()),
                bytes: limits.bytes.saturating_mul(OFFICER_TIMES),
                recovery_blocks: limits.recovery_blocks,
                pending: limits.pending.saturating_mul(OFFICER_TIMES),
            },
        }
    }
}

/// What a sender has used, as of block `at`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Usage<BlockNumber> {
    /// Execution time, in picoseconds of weight.
    pub weight: u64,
    /// Bytes.
    pub bytes: u32,
    /// The block.
    pub at: BlockNumber,
}

/// What one transaction costs.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub weight: u64,
    pub bytes: u32,
}

impl<BlockNumber> Usage<BlockNumber> {
    fn with(self, cost: Cost, times: u32) -> Self {
        Self {
            weight: self
                .weight
                .saturating_add(cost.weight.saturating_mul(times.into())),
            bytes: self.bytes.saturating_add(cost.bytes.saturating_mul(times)),
            at: self.at,
        }
    }

    fn fits(&self, limits: &Limits) -> bool {
        self.weight <= limits.weight && self.bytes <= limits.bytes
    }
}

impl<T: Config> Pallet<T> {
    /// The quota of `sender`.
    pub(crate) fn quota_of_sender(sender: Sender) -> Limits {
        sender.quota(Quota::<T>::get())
    }

    /// What `sender` has used, recovered up to this block.
    pub(crate) fn usage_now(sender: Sender) -> Usage<BlockNumberFor<T>> {
        let now = frame_system::Pallet::<T>::block_number();
        let Some(usage) = Used::<T>::get(sender) else {
            return Usage {
                weight: 0,
                bytes: 0,
                at: now,
            };
        };
        let limits = Self::quota_of_sender(sender);
        let elapsed: u32 = now.saturating_sub(usage.at).unique_saturated_into();
        let recovered = |whole: u64| {
            let whole = u128::from(whole).saturating_mul(elapsed.into());
            // Validity of the quota is an invariant; a zero recovers at once.
            whole
                .checked_div(limits.recovery_blocks.into())
                .unwrap_or(u128::MAX)
        };
        let rest = |used: u64, whole: u64| {
            u64::try_from(u128::from(used).saturating_sub(recovered(whole))).unwrap_or(used)
        };
        Usage {
            weight: rest(usage.weight, limits.weight),
            bytes: u32::try_from(rest(usage.bytes.into(), limits.bytes.into())).unwrap_or(usage.bytes),
            at: now,
        }
    }

    /// Whether `sender` may use `cost` once more, with `ahead` transactions waiting before it. Gives the usage after it.
    pub(crate) fn ensure_within_quota(
        sender: Sender,
        cost: Cost,
        ahead: u32,
    ) -> Result<Usage<BlockNumberFor<T>>, Refusal> {
        let limits = Self::quota_of_sender(sender);
        let used = Self::usage_now(sender);
        let alone = Usage {
            weight: 0,
            bytes: 0,
            at: used.at,
        }
        .with(cost, 1);
        if !alone.fits(&limits) {
            return Err(Refusal::LargerThanQuota);
        }
        if !used.with(cost, ahead.saturating_add(1)).fits(&limits) {
            return Err(Refusal::QuotaUsed);
        }
        Ok(used.with(cost, 1))
    }

    /// What is left of the quota of `sender` after `usage`, in parts of a million: the priority in the pool.
    pub(crate) fn priority(sender: Sender, usage: &Usage<BlockNumberFor<T>>) -> u64 {
        let limits = Self::quota_of_sender(sender);
        let left = |used: u64, whole: u64| {
            let left = u128::from(whole.saturating_sub(used)).saturating_mul(1_000_000);
            left.checked_div(whole.into())
                .and_then(|parts| u64::try_from(parts).ok())
                .unwrap_or(0)
        };
        left(usage.weight, limits.weight).min(left(usage.bytes.into(), limits.bytes.into()))
    }
}
