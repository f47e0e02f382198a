//! Who gets a transaction in, and how many: real transactions through the real checks.

use super::{chain, extension, validate};
use crate::{
    signature::{MultiSignature, MultiSigner},
    AccountId, Executive, Parties, Rules, RuntimeCall, SignedPayload, System, UncheckedExtrinsic,
};
use codec::Encode;
use frame_support::{assert_ok, storage::transactional::with_transaction_unchecked};
use pallet_admission::{Limits, Refusal};
use quanji_primitives::{
    authority::OfficerRole,
    capacity::{Acts, PowerScope, PowerTerms},
    clock::Moment,
    codes::CodeTable,
    person::{CreditCode, Person},
    v1::SuspensionReason,
    AuthorityId, Bounded, Digest, PartyId,
};
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_genesis_builder::DEV_RUNTIME_PRESET;
use sp_runtime::{
    traits::IdentifyAccount,
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
    },
    TransactionOutcome,
};

/// Room for a few transactions.
const SMALL: Limits = Limits {
    weight: 400_000_000_000,
    bytes: 1_024,
    recovery_blocks: 100,
    pending: 16,
};

fn key<P: Pair>(path: &str) -> P {
    P::from_string(path, None).unwrap()
}

fn account<P: Pair>(pair: &P) -> AccountId
where
    MultiSigner: From<P::Public>,
{
    MultiSigner::from(pair.public()).into_account()
}

/// A transaction of the account `sender`, signed with `pair`.
fn transaction<P: Pair>(sender: &AccountId, pair: &P, nonce: u32, call: &RuntimeCall) -> UncheckedExtrinsic
where
    MultiSignature: From<P::Signature>,
{
    let payload = SignedPayload::new(call.clone(), extension(nonce)).unwrap();
    let signature = payload.using_encoded(|bytes| pair.sign(bytes)).into();
    UncheckedExtrinsic::new_signed(call.clone(), sender.clone().into(), signature, extension(nonce))
}

/// A transaction of the account `sender`, signed with an Ed25519 key that is not its own.
fn by_another_scheme(sender: &AccountId, call: &RuntimeCall) -> UncheckedExtrinsic {
    let pair: ed25519::Pair = key("//Enterprise");
    transaction(sender, &pair, 0, call)
}

/// A transaction of the development key with this path.
fn of(path: &str, nonce: u32, call: &RuntimeCall) -> UncheckedExtrinsic {
    let pair: ed25519::Pair = key(path);
    transaction(&account(&pair), &pair, nonce, call)
}

/// What the pool says of a transaction; as in the pool, validation leaves nothing behind.
fn judged(transaction: UncheckedExtrinsic) -> TransactionValidity {
    let judge = || TransactionOutcome::Rollback(validate(TransactionSource::External, transaction));
    with_transaction_unchecked(judge)
}

/// Why the pool would refuse a transaction, or nothing.
fn refusal(transaction: UncheckedExtrinsic) -> Option<TransactionValidityError> {
    judged(transaction).err()
}

fn because(refusal: Refusal) -> Option<TransactionValidityError> {
    Some(InvalidTransaction::Custom(refusal as u8).into())
}

/// Something a party may do as often as it likes.
fn wish() -> RuntimeCall {
    pallet_parties::Call::request_account {
        account: AccountId::new([9; 32]),
    }
    .into()
}

fn set_quota(limits: Limits) {
    let call = pallet_admission::Call::set_quota { limits };
    assert_ok!(Executive::apply_extrinsic(of("//Department", 0, &call.into())).unwrap());
}

fn enterprise() -> PartyId {
    Parties::party_of(account(&key::<ed25519::Pair>("//Enterprise"))).unwrap()
}

#[test]
fn one_party_uses_its_quota_and_another_is_not_affected() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        set_quota(SMALL);
        let mut nonce = 0;
        while refusal(of("//Enterprise", nonce, &wish())).is_none() {
            assert_ok!(Executive::apply_extrinsic(of("//Enterprise", nonce, &wish())).unwrap());
            nonce += 1;
            assert!(nonce < 100, "a quota of {SMALL:?} is never used");
        }
        assert!(nonce > 0, "a quota lets something in");
        assert_eq!(
            refusal(of("//Enterprise", nonce, &wish())),
            because(Refusal::QuotaUsed)
        );
        // The same in a block: an author who ignores the pool cannot include it.
        let applied = Executive::apply_extrinsic(of("//Enterprise", nonce, &wish()));
        assert_eq!(applied.err(), because(Refusal::QuotaUsed));
        for other in ["//Financier", "//Lingnan//Registrar", "//Alice"] {
            assert_eq!(refusal(of(other, 0, &wish())), None, "{other}");
        }
        // It recovers by itself.
        System::set_block_number(System::block_number() + SMALL.recovery_blocks);
        assert_eq!(refusal(of("//Enterprise", nonce, &wish())), None);
    });
}

#[test]
fn a_quota_counts_for_all_accounts_of_a_party() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let second: sr25519::Pair = key("//Second");
        bind(&account(&second));
        set_quota(SMALL);
        for nonce in 1.. {
            let transaction = of("//Enterprise", nonce, &wish());
            if refusal(transaction.clone()).is_some() {
                break;
            }
            assert_ok!(Executive::apply_extrinsic(transaction).unwrap());
        }
        let transaction = transaction(&account(&second), &second, 0, &wish());
        assert_eq!(refusal(transaction), because(Refusal::QuotaUsed));
    });
}

#[test]
fn no_party_fills_the_pool() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        set_quota(Limits {
            pending: 3,
            ..Limits::default()
        });
        assert_eq!(refusal(of("//Enterprise", 2, &wish())), None);
        assert_eq!(
            refusal(of("//Enterprise", 3, &wish())),
            because(Refusal::TooManyPending)
        );
    });
}

#[test]
fn a_transaction_larger_than_the_quota_is_refused_at_once() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        set_quota(Limits { bytes: 64, ..SMALL });
        assert_eq!(
            refusal(of("//Enterprise", 0, &wish())),
            because(Refusal::LargerThanQuota)
        );
    });
}

#[test]
fn priority_falls_as_the_quota_is_used() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        set_quota(SMALL);
        let priority = |path, nonce| judged(of(path, nonce, &wish())).unwrap().priority;
        let fresh = priority("//Enterprise", 0);
        assert_ok!(Executive::apply_extrinsic(of("//Enterprise", 0, &wish())).unwrap());
        assert!(priority("//Enterprise", 1) < fresh);
        assert_eq!(priority("//Financier", 0), fresh);
    });
}

#[test]
fn a_suspended_party_gets_nothing_in_until_it_is_restored() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let party = enterprise();
        let suspend = pallet_parties::Call::suspend {
            party,
            reason: SuspensionReason::FalseMaterial,
        };
        assert_ok!(Executive::apply_extrinsic(of("//Lingnan//Registrar", 0, &suspend.into())).unwrap());
        assert_eq!(
            refusal(of("//Enterprise", 0, &wish())),
            because(Refusal::Suspended)
        );
        assert_eq!(refusal(of("//Financier", 0, &wish())), None);
        let restore = pallet_parties::Call::restore { party };
        assert_ok!(Executive::apply_extrinsic(of("//Lingnan//Registrar", 1, &restore.into())).unwrap());
        assert_eq!(refusal(of("//Enterprise", 0, &wish())), None);
    });
}

/// Whom it no longer trusts must not go on acting for it.
#[test]
fn a_suspended_party_takes_back_a_power_it_gave() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let party = enterprise();
        let day = 86_400_000;
        let grant = pallet_parties::Call::grant_power {
            terms: PowerTerms {
                agent: Parties::party_of(account(&key::<ed25519::Pair>("//Financier"))).unwrap(),
                acts: Acts::ALL,
                scope: PowerScope::All,
                valid_from: Rules::now(),
                valid_until: Moment(Rules::now().0 + day),
                both_sides: false,
                document: Digest::Sha2_256([1; 32]),
            },
        };
        assert_ok!(Executive::apply_extrinsic(of("//Enterprise", 0, &grant.into())).unwrap());
        let suspend = pallet_parties::Call::suspend {
            party,
            reason: SuspensionReason::IdentityInDoubt,
        };
        assert_ok!(Executive::apply_extrinsic(of("//Lingnan//Registrar", 0, &suspend.into())).unwrap());
        let (power, _) = Parties::powers_of(party, 0).pop().unwrap();
        let revoke = pallet_parties::Call::revoke_power { power };
        assert_ok!(Executive::apply_extrinsic(of("//Enterprise", 1, &revoke.into())).unwrap());
        assert!(Parties::power(power).unwrap().revoked_at.is_some());
    });
}

#[test]
fn strangers_get_nothing_in_whatever_they_sign_with() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let not_admitted = because(Refusal::NotAdmitted);
        assert_eq!(refusal(of("//Stranger", 0, &wish())), not_admitted);
        let schnorr: sr25519::Pair = key("//Enterprise");
        assert_eq!(
            refusal(transaction(&account(&schnorr), &schnorr, 0, &wish())),
            not_admitted
        );
        let curve: ecdsa::Pair = key("//Enterprise");
        assert_eq!(
            refusal(transaction(&account(&curve), &curve, 0, &wish())),
            not_admitted
        );
    });
}

#[test]
fn everybody_in_the_genesis_of_a_development_chain_gets_in() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        for path in [
            "//Department",
            "//Alice",
            "//Lingnan//Authority",
            "//Lingnan//Registrar",
            "//Lingnan//Examiner",
            "//Lingnan//Reviewer",
            "//Enterprise",
            "//ServiceInstitution",
            "//Financier",
        ] {
            assert_eq!(refusal(of(path, 0, &wish())), None, "{path}");
        }
    });
}

/// Lets `//Enterprise` ask for an account and its authority bind it.
fn bind(account: &AccountId) {
    let ask = pallet_parties::Call::request_account {
        account: account.clone(),
    };
    assert_ok!(Executive::apply_extrinsic(of("//Enterprise", 0, &ask.into())).unwrap());
    let bind = pallet_parties::Call::bind_account {
        party: enterprise(),
        account: account.clone(),
    };
    assert_ok!(Executive::apply_extrinsic(of("//Lingnan//Registrar", 0, &bind.into())).unwrap());
}

/// Admits an account of this scheme, lets it sign, and refuses what it did not sign.
fn signs<P: Pair>()
where
    MultiSigner: From<P::Public>,
    MultiSignature: From<P::Signature>,
{
    let (pair, stranger): (P, P) = (key("//Founder"), key("//Stranger"));
    let sender = account(&pair);
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let admit = pallet_parties::Call::admit {
            person: Person::LegalPerson(CreditCode(*b"91440000MA000001A2")),
            roles: Bounded::default(),
            account: Some(sender.clone()),
        };
        assert_ok!(Executive::apply_extrinsic(of("//Lingnan//Registrar", 0, &admit.into())).unwrap());
        assert_eq!(refusal(transaction(&sender, &pair, 0, &wish())), None);
        let bad = Some(InvalidTransaction::BadProof.into());
        assert_eq!(
            refusal(transaction(&sender, &stranger, 0, &wish())),
            bad,
            "another key of the scheme"
        );
        assert_eq!(
            refusal(by_another_scheme(&sender, &wish())),
            bad,
            "another scheme"
        );
        assert_ok!(Executive::apply_extrinsic(transaction(&sender, &pair, 0, &wish())).unwrap());
        let again = Executive::apply_extrinsic(transaction(&sender, &pair, 0, &wish()));
        assert_eq!(again, Err(InvalidTransaction::Stale.into()), "nobody replays it");
    });
}

#[test]
fn ed25519_sr25519_and_ecdsa_accounts_sign() {
    signs::<ed25519::Pair>();
    signs::<sr25519::Pair>();
    signs::<ecdsa::Pair>();
}

/// A call is judged by its own signer, whoever it is: being let in gives no power.
#[test]
fn being_admitted_gives_nobody_the_powers_of_another() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let code: RuntimeCall = pallet_rules::Call::add_code {
            table: CodeTable::ProductForm,
            code: 90,
        }
        .into();
        for path in [
            "//Enterprise",
            "//Lingnan//Authority",
            "//Lingnan//Registrar",
            "//Alice",
        ] {
            let applied = Executive::apply_extrinsic(of(path, 0, &code)).unwrap();
            assert_eq!(applied, Err(sp_runtime::DispatchError::BadOrigin), "{path}");
        }
        assert!(!Rules::codes(CodeTable::ProductForm).contains(&90));
        assert_ok!(Executive::apply_extrinsic(of("//Department", 0, &code)).unwrap());
        assert!(Rules::codes(CodeTable::ProductForm).contains(&90));
    });
}

#[test]
fn an_officer_who_is_dismissed_gets_nothing_in() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let account = account(&key::<ed25519::Pair>("//Lingnan//Examiner"));
        let (officer, record) = crate::Authorities::officer_of(account.clone()).unwrap();
        assert!(record.may(OfficerRole::Examiner));
        assert_eq!(officer.authority(), AuthorityId(1));
        let dismiss = pallet_authorities::Call::dismiss_officer { officer };
        assert_ok!(Executive::apply_extrinsic(of("//Lingnan//Authority", 0, &dismiss.into())).unwrap());
        assert_eq!(
            refusal(of("//Lingnan//Examiner", 0, &wish())),
            because(Refusal::NotAdmitted)
        );
    });
}
