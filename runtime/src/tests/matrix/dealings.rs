//! Cases about an object of two holders, and what the authority does of its own motion, up to the call that is tried.

use super::{
    scenes::{CO_HOLDER, EXAMINER, HOLDER, LICENSEE, OWN, RECEIVER, REGISTRAR, REVIEWER, STRANGER},
    table::Scene,
};
use crate::{
    tests::{
        disputes::{by, party, DIGEST, HOME},
        encumbrances::{now, pass_days},
        licences::{filing, terms, OPERATING},
        model::examination,
    },
    Registry, Runtime, RuntimeCall,
};
use frame_support::assert_ok;
use quanji_primitives::{
    capacity::Capacity,
    case::Conclusion,
    ending::{CancellationReason, Correction, CorrectionGround, Extinction, MotionMatter, RevocationGround},
    filing::{self, Dealing, Declaration, Evidence, EvidenceKind, Matter, Transfer, TransferReason},
    imported::{EarlierChecks, EarlierRegistration},
    marks::RightSet,
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    regime::RegimeId,
    regimes::{NATIONAL_2026, SHENZHEN_2023},
    rights::{Holders, RightKind, RightKinds},
    terms::{LicenceKind, LicenceTerms},
    CaseId, ObjectId,
};
use sp_runtime::traits::Dispatchable;

/// An object of two joint holders, valid for ninety days more.
pub fn object(regime: RegimeId) -> ObjectId {
    let mut joint = vec![party(HOLDER), party(CO_HOLDER)];
    joint.sort_unstable();
    let today = now().day();
    let earlier = EarlierRegistration {
        authority: HOME,
        regime,
        scheme: "OLD".parse().unwrap(),
        number: "OLD-1".parse().unwrap(),
        registered_on: today.minus(100),
        valid_through: today.plus(90),
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: DIGEST,
            lineage: Default::default(),
        },
        holders: Holders::Joint(joint.try_into().unwrap()),
        kinds: RightKinds::ALL,
        fingerprints: Default::default(),
        checks: EarlierChecks {
            source: true,
            content: true,
            authorisation: true,
        },
        file: DIGEST,
    };
    assert_ok!(Registry::import(by(REGISTRAR), Box::new(earlier)));
    pallet_registry::Objects::<Runtime>::iter_keys().next().unwrap()
}

fn dealing(object: ObjectId, kinds: RightKinds, matter: Matter) -> Dealing {
    let evidence = [EvidenceKind::Contract, EvidenceKind::ChangeProof];
    let evidence = evidence.map(|kind| Evidence { kind, digest: DIGEST });
    Dealing {
        authority: HOME,
        regime: NATIONAL_2026,
        object,
        certificate: 0,
        kinds,
        evidence: evidence.to_vec().try_into().unwrap(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: DIGEST,
        },
        matter,
    }
}

pub fn transfer(object: ObjectId) -> Dealing {
    let transfer = Transfer {
        to: Holders::Sole(party(RECEIVER)),
        share: None,
        reason: TransferReason::Sale,
        limit: None,
        survivors: Default::default(),
        back: None,
        export: None,
        department_consent: None,
    };
    dealing(object, RightKinds::HOLDING, Matter::Transfer(transfer))
}

pub fn change(object: ObjectId) -> Dealing {
    let change = filing::Change {
        description: None,
        industry: Some(62),
        form: None,
        level: None,
        split: None,
    };
    dealing(object, RightKinds::NONE, Matter::Change(change))
}

pub fn renewal(object: ObjectId) -> Dealing {
    let renewal = filing::Renewal {
        years: 1,
        revives: false,
    };
    dealing(object, RightKinds::HOLDING, Matter::Renewal(renewal))
}

pub fn cancellation(object: ObjectId) -> Dealing {
    let cancellation = filing::Cancellation {
        reason: CancellationReason::GivenUp,
        licences: Default::default(),
    };
    dealing(object, RightKinds::HOLDING, Matter::Cancellation(cancellation))
}

/// A transfer of the operating right that leaves who gives with a licence.
pub fn transfer_with_licence_back(object: ObjectId) -> Dealing {
    let Matter::Transfer(transfer) = transfer(object).matter else {
        panic!("a transfer")
    };
    let back = Some(filing(OPERATING, HOLDER, plain(60)));
    dealing(
        object,
        RightKinds::OPERATING,
        Matter::Transfer(Transfer { back, ..transfer }),
    )
}

/// A licence that a case grants, where the regime registers licences.
pub fn licence_by_case(object: ObjectId, kind: LicenceKind) -> Dealing {
    let terms = LicenceTerms { kind, ..plain(60) };
    let filing = filing(OPERATING, LICENSEE, terms);
    Dealing {
        regime: SHENZHEN_2023,
        ..dealing(object, RightKinds::USE, Matter::Licence(filing))
    }
}

/// Terms of a licence that nothing excludes.
fn plain(days: u32) -> LicenceTerms {
    LicenceTerms {
        kind: LicenceKind::NonExclusive,
        ..terms(1_000, days, 1)
    }
}

/// A motion of the authority, or its execution.
pub fn of_own_motion(scene: Scene, object: ObjectId) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let rights = RightSet(0b001);
    let matter = match scene {
        Scene::ProposeExtinction | Scene::ExecuteExtinction => MotionMatter::Extinction {
            rights,
            ground: Extinction::DataDestroyed,
        },
        Scene::ProposeCancellation | Scene::ExecuteCancellation => MotionMatter::Cancellation { rights },
        Scene::ProposeRevocation | Scene::ExecuteRevocation => MotionMatter::Revocation {
            rights,
            party: party(HOLDER),
            case: CaseId(object.0),
            ground: RevocationGround::FalseMaterial,
        },
        _ => MotionMatter::Correction {
            ground: CorrectionGround::ProvenError,
            facts: correction(),
        },
    };
    let kind = EvidenceKind::Other;
    let evidence = vec![Evidence { kind, digest: DIGEST }];
    let propose = pallet_registry::Call::propose_motion {
        object,
        matter,
        evidence: evidence.try_into().unwrap(),
        record: DIGEST,
    };
    let executes = [
        Scene::ExecuteExtinction,
        Scene::ExecuteCancellation,
        Scene::ExecuteRevocation,
        Scene::ExecuteCorrection,
    ];
    if !executes.contains(&scene) {
        return Box::new(move |_| propose.clone().into());
    }
    assert_ok!(RuntimeCall::from(propose).dispatch(by(EXAMINER)));
    Box::new(move |_| {
        let text = None;
        pallet_registry::Call::execute_motion { object, text }.into()
    })
}

pub fn correction() -> Correction {
    Correction {
        description: None,
        industry: Some(62),
        form: None,
        level: None,
    }
}

pub fn filing_of(dealing: Dealing) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    Box::new(move |capacity| {
        let dealing = Box::new(dealing.clone());
        pallet_registry::Call::file_dealing { capacity, dealing }.into()
    })
}

/// The entry of a dealing that all have signed, that was decided, and whose notice is over.
pub fn entry_of(dealing: Dealing, signatories: &[&str]) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let (object, kinds, regime) = (dealing.object, dealing.kinds, dealing.regime);
    assert_ok!(Registry::file_dealing(by(HOLDER), OWN, Box::new(dealing)));
    let case: CaseId = Registry::title(object).unwrap().record.open_cases[0];
    for signatory in signatories {
        assert_ok!(Registry::sign(by(signatory), OWN, case));
    }
    assert_ok!(Registry::accept(by(EXAMINER), case));
    let places = (0..).zip(RightKind::ALL);
    let decided: Vec<usize> = places
        .filter(|(_, kind)| kinds.contains(*kind))
        .map(|(place, _)| place)
        .collect();
    assert_ok!(Registry::examine(
        by(EXAMINER),
        case,
        examination(&decided, &decided, true)
    ));
    if regime == SHENZHEN_2023 {
        let conclusion = Conclusion::Favourable;
        assert_ok!(Registry::report(by(STRANGER), case, conclusion, DIGEST));
    }
    assert_ok!(Registry::approve(by(REVIEWER), case));
    assert_ok!(Registry::publish(by(EXAMINER), case, None, None));
    // Five working days of notice, or ten.
    pass_days(21);
    Box::new(move |_| {
        let (receipt, result_code, refusal) = (None, None, None);
        pallet_registry::Call::enter {
            case,
            receipt,
            result_code,
            refusal,
        }
        .into()
    })
}
