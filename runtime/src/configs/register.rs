//! The register's own pallets, and how they meet.

use crate::{
    weights, AccountId, Authorities, Disputes, Encumbrances, Licences, Parties, Registry, Runtime,
    RuntimeCall,
};
use frame_support::traits::{ConstU16, ConstU32};
use pallet_admission::{Refusal, Sender, Senders};
use quanji_primitives::directory::{AuthorityDirectory, PartyRegister};

impl pallet_rules::Config for Runtime {
    type DepartmentOrigin = pallet_authorities::EnsureDepartment<Runtime>;
    type WeightInfo = weights::pallet_rules::WeightInfo<Runtime>;
}

impl pallet_authorities::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Parties = Parties;
    type MaxValidators = ConstU32<{ crate::configs::consensus::MAX_VALIDATORS }>;
    type WeightInfo = weights::pallet_authorities::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}

impl pallet_parties::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Authorities = Authorities;
    type DepartmentOrigin = pallet_authorities::EnsureDepartment<Runtime>;
    type Holdings = Registry;
    type MaxAccountsPerParty = ConstU32<8>;
    type ErasureWorkingDays = ConstU16<15>;
    type WeightInfo = weights::pallet_parties::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}

impl pallet_registry::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Authorities = Authorities;
    type Parties = Parties;
    type MarkHolders = (Encumbrances, Disputes);
    type Licences = Licences;
    type WeightInfo = weights::pallet_registry::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}

impl pallet_admission::Config for Runtime {
    type Senders = KnownSenders;
    type DepartmentOrigin = pallet_authorities::EnsureDepartment<Runtime>;
    type WeightInfo = weights::pallet_admission::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkSender = crate::benchmarks::Prepared;
}

/// Design section 3: no free text enters a block before an officer has examined it and it was decided what of it is
/// published. What is in a block stays there, though the call fails; so such a call does not get in at all.
///
/// A batch publishes what was decided before it, not what it decides itself.
fn ensure_texts_may_be_read(account: &AccountId, call: &RuntimeCall) -> Result<(), Refusal> {
    match call {
        RuntimeCall::Registry(pallet_registry::Call::publish { case, text, national }) => {
            let text = text.as_ref().map(|text| text.as_slice());
            Registry::ensure_may_publish(account, *case, text, *national)
                .map_err(|_| Refusal::NotToBePublished)
        }
        RuntimeCall::Registry(pallet_registry::Call::publish_part { case, text }) => {
            Registry::ensure_may_publish_part(account, *case, text).map_err(|_| Refusal::NotToBePublished)
        }
        RuntimeCall::Registry(pallet_registry::Call::execute_motion {
            object,
            text: Some(text),
        }) => Registry::ensure_may_execute_motion(account, *object, Some(text.as_slice()))
            .map_err(|_| Refusal::NotToBePublished),
        RuntimeCall::Disputes(pallet_disputes::Call::execute_change {
            objection,
            facts,
            text: Some(text),
        }) => Disputes::ensure_may_execute_change(account, *objection, facts, Some(text.as_slice()))
            .map_err(|_| Refusal::NotToBePublished),
        // The texts of a regime are the department's.
        RuntimeCall::Rules(pallet_rules::Call::publish_regime { .. }) => {
            let department = pallet_authorities::Department::<Runtime>::get();
            (department.as_ref() == Some(account))
                .then_some(())
                .ok_or(Refusal::NotToBePublished)
        }
        RuntimeCall::Utility(pallet_utility::Call::batch_all { calls }) => calls
            .iter()
            .try_for_each(|inner| ensure_texts_may_be_read(account, inner)),
        _ => Ok(()),
    }
}

/// Whom the register knows: department, authorities, validators, officers and parties in good standing.
pub struct KnownSenders;

impl Senders<AccountId, RuntimeCall> for KnownSenders {
    fn sender_of(account: &AccountId, call: &RuntimeCall) -> Result<(Sender, u32), Refusal> {
        let known = known_sender(account, call)?;
        ensure_texts_may_be_read(account, call)?;
        Ok(known)
    }
}

/// Whom an account acts for, and how many accounts that sender has.
fn known_sender(account: &AccountId, call: &RuntimeCall) -> Result<(Sender, u32), Refusal> {
    if let Some(party) = <Parties as PartyRegister<AccountId>>::party_of(account) {
        let good = <Parties as PartyRegister<AccountId>>::party(party)
            .is_some_and(|record| record.is_in_good_standing());
        let accounts = pallet_parties::AccountsOf::<Runtime>::decode_len(party).unwrap_or(1);
        let accounts = u32::try_from(accounts).unwrap_or(u32::MAX);
        // A suspended party still stops the recovery of an account that is not lost, takes back a power it gave, and
        // asks for the erasure of its data.
        let defence = matches!(
            call,
            RuntimeCall::Parties(
                pallet_parties::Call::stop_recovery { .. }
                    | pallet_parties::Call::revoke_power { .. }
                    | pallet_parties::Call::request_erasure { .. }
                    | pallet_parties::Call::withdraw_erasure { .. }
            )
        );
        return (good || defence)
            .then_some((Sender::Party(party), accounts))
            .ok_or(Refusal::Suspended);
    }
    if let Some((officer, _)) = <Authorities as AuthorityDirectory<AccountId>>::officer_of(account) {
        return Ok((Sender::Officer(officer), 1));
    }
    let of_authority = pallet_authorities::AuthorityAccounts::<Runtime>::get(account)
        .or_else(|| pallet_authorities::ValidatorOf::<Runtime>::get(account));
    if let Some(authority) = of_authority {
        return Ok((Sender::Authority(authority), 1));
    }
    let department = pallet_authorities::Department::<Runtime>::get();
    (department.as_ref() == Some(account))
        .then_some((Sender::Department, 1))
        .ok_or(Refusal::NotAdmitted)
}
