//! Tests of the assembled runtime.

mod calls;
mod collateral;
mod dealing;
mod decoding;
mod disputes;
mod encumbrances;
mod errors;
mod licences;
mod matrix;
mod metadata;
mod model;
mod motions;
mod publication;
mod senders;
mod states;
mod storage_keys;
mod weights;

use crate::{
    configs::consensus::REPORTABLE_SESSIONS, genesis_presets, AccountId, Block, Executive, Header,
    Historical, Runtime, RuntimeCall, RuntimeGenesisConfig, Session, SessionKeys, Signature, SignedPayload,
    System, TxExtension, UncheckedExtrinsic,
};
use codec::{Decode, Encode};
use frame_support::{assert_ok, traits::KeyOwnerProofSystem};
use frame_system::{offchain::CreateBare, RawOrigin};
use sp_consensus_grandpa::{Equivocation, EquivocationProof, KEY_TYPE as GRANDPA_KEY_TYPE};
use sp_core::H256;
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_io::TestExternalities;
use sp_keyring::Ed25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::{
    generic::Era,
    traits::Header as _,
    transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidity},
    BuildStorage, MultiSignature,
};

/// Genesis of a preset, in the first block.
fn chain(preset: &str) -> TestExternalities {
    let patch = genesis_presets::get_preset(&preset.into()).expect("the preset exists");
    let patch = serde_json::from_slice(&patch).unwrap();
    let mut genesis = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
    merge(&mut genesis, patch);
    let genesis: RuntimeGenesisConfig = serde_json::from_value(genesis).unwrap();
    let mut chain = TestExternalities::new(genesis.build_storage().unwrap());
    chain.execute_with(|| {
        let header = Header::new(
            1,
            Default::default(),
            Default::default(),
            H256::zero(),
            Default::default(),
        );
        Executive::initialize_block(&header);
    });
    chain
}

fn merge(into: &mut serde_json::Value, patch: serde_json::Value) {
    match (into, patch) {
        (serde_json::Value::Object(into), serde_json::Value::Object(patch)) => {
            for (key, value) in patch {
                merge(into.entry(key).or_insert(serde_json::Value::Null), value);
            }
        }
        (into, patch) => *into = patch,
    }
}

fn extension(nonce: u32) -> TxExtension {
    (
        frame_system::CheckNonZeroSender::new(),
        frame_system::CheckSpecVersion::new(),
        frame_system::CheckTxVersion::new(),
        frame_system::CheckGenesis::new(),
        frame_system::CheckMortality::from(Era::Immortal),
        pallet_admission::AdmitSender(nonce),
        frame_metadata_hash_extension::CheckMetadataHash::new(false),
        frame_system::CheckWeight::new(),
        frame_system::WeightReclaim::new(),
    )
}

/// A transaction as a client makes it: signed and encoded with the SDK's own types.
fn signed(who: Ed25519Keyring, nonce: u32, call: RuntimeCall) -> UncheckedExtrinsic {
    let payload = SignedPayload::new(call.clone(), extension(nonce)).unwrap();
    let signature = MultiSignature::from(payload.using_encoded(|bytes| who.sign(bytes)));
    let signature = Signature::decode(&mut &signature.encode()[..]).unwrap();
    UncheckedExtrinsic::new_signed(call, who.to_account_id().into(), signature, extension(nonce))
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::batch_all { calls })
}

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark {
        remark: b"not on this chain".to_vec(),
    })
}

fn validate(source: TransactionSource, transaction: UncheckedExtrinsic) -> TransactionValidity {
    Executive::validate_transaction(source, transaction, H256::zero())
}

#[test]
fn presets_have_their_validators() {
    for (preset, who) in [
        (DEV_RUNTIME_PRESET, vec![Alice]),
        (LOCAL_TESTNET_RUNTIME_PRESET, vec![Alice, Bob, Charlie, Dave]),
    ] {
        chain(preset).execute_with(|| {
            let mut accounts: Vec<AccountId> = who.iter().map(|who| who.to_account_id()).collect();
            accounts.sort();
            assert_eq!(Session::validators(), accounts);
            assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), who.len());
            for who in &who {
                let grandpa = (who.public().into(), 1);
                assert!(pallet_grandpa::Authorities::<Runtime>::get().contains(&grandpa));
                assert!(pallet_aura::Authorities::<Runtime>::get().contains(&who.public().into()));
                assert!(System::account_exists(&who.to_account_id()));
            }
        });
    }
}

#[test]
fn signed_transactions_of_known_accounts_are_executed() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let transaction = signed(Alice, 0, batch(vec![]));
        assert_ok!(validate(TransactionSource::External, transaction.clone()));
    });
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        assert_ok!(Executive::apply_extrinsic(signed(Alice, 0, batch(vec![]))).unwrap());
        let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
        assert_eq!(
            Executive::apply_extrinsic(signed(Alice, 1, remark())).unwrap(),
            Err(filtered)
        );
        assert_eq!(
            Executive::apply_extrinsic(signed(Alice, 2, batch(vec![remark()]))).unwrap(),
            Err(filtered)
        );
        assert_eq!(System::account_nonce(Alice.to_account_id()), 3);
    });
}

#[test]
fn forged_and_unknown_senders_are_refused() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        assert_eq!(
            validate(TransactionSource::External, signed(Bob, 0, batch(vec![]))),
            Err(InvalidTransaction::Custom(pallet_admission::Refusal::NotAdmitted as u8).into())
        );
    });
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let call = batch(vec![]);
        let signature = Signature::Ed25519(Bob.sign(&call.encode()));
        let forged =
            UncheckedExtrinsic::new_signed(call, Alice.to_account_id().into(), signature, extension(0));
        assert_eq!(
            validate(TransactionSource::External, forged),
            Err(InvalidTransaction::BadProof.into())
        );
    });
}

/// Two votes of `who` in one round.
fn double_vote(who: Ed25519Keyring, set_id: u64) -> EquivocationProof<H256, u32> {
    let vote = |number| {
        let vote = finality_grandpa::Prevote {
            target_hash: H256::repeat_byte(number),
            target_number: number.into(),
        };
        let payload = sp_consensus_grandpa::localized_payload(
            1,
            set_id,
            &finality_grandpa::Message::Prevote(vote.clone()),
        );
        (vote, who.sign(&payload).into())
    };
    let equivocation = finality_grandpa::Equivocation {
        round_number: 1,
        identity: who.public().into(),
        first: vote(1),
        second: vote(2),
    };
    EquivocationProof::new(set_id, Equivocation::Prevote(equivocation))
}

fn report(proof: EquivocationProof<H256, u32>, owner: sp_session::MembershipProof) -> UncheckedExtrinsic {
    let call = pallet_grandpa::Call::report_equivocation_unsigned {
        equivocation_proof: Box::new(proof),
        key_owner_proof: owner,
    };
    <Runtime as CreateBare<pallet_grandpa::Call<Runtime>>>::create_bare(call.into())
}

fn owner_of(who: Ed25519Keyring) -> sp_session::MembershipProof {
    let key: pallet_grandpa::AuthorityId = who.public().into();
    Historical::prove((GRANDPA_KEY_TYPE, key)).expect("the key belongs to a validator")
}

#[test]
fn a_double_vote_is_reported_once() {
    let mut chain = chain(LOCAL_TESTNET_RUNTIME_PRESET);
    let transaction = chain.execute_with(|| report(double_vote(Bob, 0), owner_of(Bob)));
    chain.execute_with(|| {
        let external = validate(TransactionSource::External, transaction.clone());
        assert_eq!(external, Err(InvalidTransaction::Call.into()));
    });
    chain.execute_with(|| {
        System::set_block_number(1);
        assert_ok!(Executive::apply_extrinsic(transaction.clone()).unwrap());
        assert_eq!(pallet_offences::Reports::<Runtime>::iter_values().count(), 1);
        let (offender, ()) = pallet_offences::Reports::<Runtime>::iter_values()
            .next()
            .unwrap()
            .offender;
        assert_eq!(offender, Bob.to_account_id());
        assert_eq!(
            Executive::apply_extrinsic(transaction),
            Err(InvalidTransaction::Stale.into())
        );
    });
}

#[test]
fn a_forged_double_vote_is_refused() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let mut forged = double_vote(Bob, 0).encode();
        let last = forged.len() - 1;
        forged[last] ^= 1;
        let forged = EquivocationProof::decode(&mut &forged[..]).unwrap();
        let error = pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof.into();
        assert_eq!(
            Executive::apply_extrinsic(report(forged, owner_of(Bob))).unwrap(),
            Err(error)
        );
    });
}

#[test]
fn a_thousand_sessions_do_not_change_the_set() {
    let mut chain = chain(LOCAL_TESTNET_RUNTIME_PRESET);
    let early = chain.execute_with(|| owner_of(Charlie));
    chain.execute_with(|| {
        let key: pallet_grandpa::AuthorityId = Charlie.public().into();
        for session in 1..=1_000 {
            Session::rotate_session();
            assert_eq!(pallet_grandpa::CurrentSetId::<Runtime>::get(), 0);
            let reportable = session < REPORTABLE_SESSIONS;
            let proven = Historical::check_proof((GRANDPA_KEY_TYPE, key.clone()), early.clone()).is_some();
            assert!(proven || !reportable, "session {session}");
        }
        let roots = pallet_session::historical::HistoricalSessions::<Runtime>::iter().count();
        assert!(
            roots <= REPORTABLE_SESSIONS as usize + 2,
            "{roots} roots are kept"
        );
    });
}

#[test]
fn only_established_validators_replace_their_keys() {
    let mut chain = chain(DEV_RUNTIME_PRESET);
    chain.register_extension(KeystoreExt::new(MemoryKeystore::new()));
    chain.execute_with(|| {
        System::inc_providers(&Bob.to_account_id());
        let set = |who: Ed25519Keyring, keys: SessionKeys, proof: Vec<u8>| {
            Session::set_keys(RawOrigin::Signed(who.to_account_id()).into(), keys, proof)
        };
        let fresh = |who: Ed25519Keyring| SessionKeys::generate(&who.to_account_id().encode(), None);
        let (alice, bob) = (fresh(Alice), fresh(Bob));
        let error = pallet_session::Error::<Runtime>::InvalidProof.into();
        assert_eq!(set(Alice, alice.keys.clone(), vec![]), Err(error));
        assert_eq!(set(Alice, bob.keys.clone(), bob.proof.encode()), Err(error));
        let error = pallet_session::Error::<Runtime>::NoAssociatedValidatorId.into();
        assert_eq!(set(Bob, bob.keys, bob.proof.encode()), Err(error));
        assert_ok!(set(Alice, alice.keys.clone(), alice.proof.encode()));
        assert_eq!(
            pallet_session::NextKeys::<Runtime>::get(Alice.to_account_id()),
            Some(alice.keys)
        );
    });
}

#[test]
fn blocks_are_typed_as_the_node_expects() {
    let block = Block {
        header: Header::new(1, H256::zero(), H256::zero(), H256::zero(), Default::default()),
        extrinsics: vec![],
    };
    let opaque = crate::opaque::Block::decode(&mut &block.encode()[..]).unwrap();
    assert_eq!(opaque.encode(), block.encode());
}
