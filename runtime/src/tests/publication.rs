//! Texts in transactions: what may not be published gets into no block.

use super::{batch, chain, extension, validate};
use crate::{AccountId, Executive, Registry, RuntimeCall, RuntimeOrigin, SignedPayload, UncheckedExtrinsic};
use codec::Encode;
use frame_support::{assert_ok, storage::transactional::with_transaction_unchecked};
use pallet_admission::Refusal;
use quanji_primitives::{
    capacity::Capacity,
    case::{Decision, Examination, Finding, Findings},
    filing::{Declaration, Evidence, EvidenceKind, FirstRegistration, Withholding, WithholdingRequest},
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    regimes::NATIONAL_2026,
    rights::{Claim, Holders, RightKind},
    AuthorityId, Bounded, CaseId, Digest,
};
use sp_core::{ed25519, Pair};
use sp_genesis_builder::DEV_RUNTIME_PRESET;
use sp_runtime::{
    transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
    TransactionOutcome,
};

const EXAMINER: &str = "//Lingnan//Examiner";
const HOME: AuthorityId = AuthorityId(1);
const DIGEST: Digest = Digest::Sha2_256([1; 32]);
const TEXT: &[u8] = b"hourly energy consumption of berths";

fn account(path: &str) -> AccountId {
    AccountId::new(crate::development_keys::public(path).unwrap())
}

fn by(path: &str) -> RuntimeOrigin {
    RuntimeOrigin::signed(account(path))
}

/// A transaction of the development key with this path.
fn of(path: &str, call: &RuntimeCall) -> UncheckedExtrinsic {
    let pair = ed25519::Pair::from_string(path, None).unwrap();
    let payload = SignedPayload::new(call.clone(), extension(0)).unwrap();
    let signature = sp_runtime::MultiSignature::Ed25519(payload.using_encoded(|bytes| pair.sign(bytes)));
    let signature = codec::Decode::decode(&mut &signature.encode()[..]).unwrap();
    UncheckedExtrinsic::new_signed(call.clone(), account(path).into(), signature, extension(0))
}

/// Why the pool and an author of blocks refuse a transaction, or nothing. It is not carried out.
fn refusal(path: &str, call: &RuntimeCall) -> Option<TransactionValidityError> {
    let judged = with_transaction_unchecked(|| {
        TransactionOutcome::Rollback(validate(TransactionSource::External, of(path, call)).err())
    });
    let applied = with_transaction_unchecked(|| {
        TransactionOutcome::Rollback(Executive::apply_extrinsic(of(path, call)).err())
    });
    assert_eq!(
        judged, applied,
        "an author who ignores the pool includes it neither"
    );
    judged
}

fn kept_out() -> Option<TransactionValidityError> {
    Some(InvalidTransaction::Custom(Refusal::NotToBePublished as u8).into())
}

fn publishing(case: CaseId, text: &[u8]) -> RuntimeCall {
    let text = Some(Bounded::try_from(text.to_vec()).unwrap());
    let national = None;
    pallet_registry::Call::publish { case, text, national }.into()
}

/// An application of the enterprise with a reasoned request to withhold a part.
fn filing() -> FirstRegistration {
    let evidence = [EvidenceKind::Identity, EvidenceKind::LawfulAcquisition];
    let evidence = evidence.map(|kind| Evidence { kind, digest: DIGEST });
    let claim = Claim {
        kind: RightKind::Holding,
        years: 5,
    };
    let enterprise = pallet_parties::PartyOf::<crate::Runtime>::get(account("//Enterprise")).unwrap();
    FirstRegistration {
        authority: HOME,
        regime: NATIONAL_2026,
        object: None,
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: Digest::sha2_256(TEXT),
            lineage: Default::default(),
        },
        holders: Holders::Sole(enterprise),
        claims: Bounded::try_from(vec![claim]).unwrap(),
        participants: Default::default(),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: Bounded::try_from(evidence.to_vec()).unwrap(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: DIGEST,
        },
        withholding: Some(WithholdingRequest {
            extent: Withholding::Part,
            reason: Some(DIGEST),
        }),
    }
}

/// The case of that application, approved; the request is not decided.
fn approved() -> CaseId {
    let filing = Box::new(filing());
    assert_ok!(Registry::file(by("//Enterprise"), Capacity::Own, filing));
    let case = CaseId::new(HOME, 1).unwrap();
    assert_ok!(Registry::accept(by(EXAMINER), case));
    let decision = Decision {
        kind: RightKind::Holding,
        refused: None,
    };
    let examination = Examination {
        findings: Findings {
            lawful_source: Finding::Met,
            compliant_content: Finding::Met,
            clear_authorisation: Finding::Met,
        },
        decisions: Bounded::try_from(vec![decision]).unwrap(),
        match_finding: None,
        record: DIGEST,
    };
    assert_ok!(Registry::examine(by(EXAMINER), case, Box::new(examination)));
    assert_ok!(Registry::approve(by("//Lingnan//Reviewer"), case));
    case
}

#[test]
fn a_text_that_may_not_be_published_gets_into_no_block() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let case = approved();
        let whole = publishing(case, TEXT);
        // Undecided; nor does it hide in a batch, or in a batch of batches.
        assert_eq!(refusal(EXAMINER, &whole), kept_out());
        assert_eq!(refusal(EXAMINER, &batch(vec![whole.clone()])), kept_out());
        let nested = batch(vec![batch(vec![whole.clone()])]);
        assert_eq!(refusal(EXAMINER, &nested), kept_out());
        let unknown = publishing(CaseId::new(HOME, 9).unwrap(), TEXT);
        assert_eq!(refusal(EXAMINER, &unknown), kept_out());
        let part = Some(Withholding::Part);
        assert_ok!(Registry::decide_publication(by(EXAMINER), case, part, DIGEST));
        // Decided: the part gets in, by the examiner and by nobody else.
        let part = publishing(case, b"energy consumption");
        assert_eq!(refusal(EXAMINER, &part), None);
        assert_eq!(refusal(EXAMINER, &batch(vec![part.clone()])), None);
        assert_eq!(refusal("//Lingnan//Reviewer", &part), kept_out());
        assert_eq!(
            refusal(EXAMINER, &publishing(case, "电话 13800138000".as_bytes())),
            kept_out()
        );
    });
}

#[test]
fn who_is_no_officer_gets_no_text_in() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let call = publishing(approved(), TEXT);
        for path in ["//Enterprise", "//Department", "//Lingnan//Authority"] {
            assert_eq!(refusal(path, &call), kept_out(), "{path}");
            assert_eq!(refusal(path, &batch(vec![call.clone()])), kept_out(), "{path}");
        }
    });
}

#[test]
fn only_the_department_gets_the_texts_of_a_regime_in() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let regime = Box::new(quanji_primitives::regimes::shenzhen_2023());
        let call: RuntimeCall = pallet_rules::Call::publish_regime { regime }.into();
        for path in ["//Enterprise", EXAMINER, "//Lingnan//Authority"] {
            assert_eq!(refusal(path, &call), kept_out(), "{path}");
            assert_eq!(refusal(path, &batch(vec![call.clone()])), kept_out(), "{path}");
        }
        assert_eq!(refusal("//Department", &call), None);
    });
}
