//! Brings each matter to where only the call that is tried is left, and sets what stands against the right. Everything is done
//! by the calls of those who do it.

use super::{
    collateral::{admit_bank, of_collateral},
    table::Scene,
};
use crate::{
    tests::{
        disputes::{by, party, DIGEST, HOME},
        encumbrances::{now, paper, pass_days, seizure, stamp},
        licences::{filing, terms, OPERATING},
        model::examination,
    },
    AccountId, Disputes, Encumbrances, Licences, Parties, Registry, Runtime, RuntimeCall,
};
use frame_support::assert_ok;
use quanji_primitives::{
    capacity::{Acts, Capacity, PowerScope, PowerTerms},
    clock::{Moment, DAY_MILLIS},
    day_book::{EndingGround, Measure},
    ending::{CancellationReason, Correction, CorrectionGround, Extinction, MotionMatter},
    filing::{self, Dealing, Declaration, Evidence, EvidenceKind, Matter, Transfer, TransferReason},
    imported::{EarlierChecks, EarlierRegistration},
    marks::{OrderTerm, OrganKind, RightSet},
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    objection::{Disposition, ObjectionGround},
    person::{PartyRole, Person},
    regimes::NATIONAL_2026,
    rights::{Holders, RightKinds},
    succession::{Assignment, SuccessionEvent, SuccessionTerms},
    terms::{EndCause, LicenceKind, LicenceTerms},
    written_notice::Channel,
    CaseId, ObjectId, ObjectionId, PartyId, PowerId,
};
use sp_runtime::traits::Dispatchable;

pub const AGENT: &str = "//Ferdie";
pub const HOLDER: &str = "//Enterprise";
pub const CO_HOLDER: &str = "//Eve";
pub const LICENSEE: &str = "//Financier";
pub const STRANGER: &str = "//ServiceInstitution";
const RECEIVER: &str = "//Charlie";
const OBJECTOR: &str = "//Dave";
pub const EXAMINER: &str = "//Lingnan//Examiner";
pub const REVIEWER: &str = "//Lingnan//Reviewer";
pub const REGISTRAR: &str = "//Lingnan//Registrar";
pub const OWN: Capacity = Capacity::Own;

/// A matter of which one call is left.
pub struct Prepared {
    pub object: ObjectId,
    /// The right whose marks it meets, and who is its registrant in an objection.
    pub rights: RightSet,
    pub registrant: &'static str,
    /// Another right.
    pub elsewhere: RightSet,
    /// A sub-licence.
    pub below: RightSet,
    /// The call that is left, as somebody makes it in a capacity.
    pub call: Box<dyn Fn(Capacity) -> RuntimeCall>,
}

/// Everyone who is needed, and the powers of the agent: one of each party.
pub fn persons() -> Vec<(PartyId, PowerId)> {
    for path in [CO_HOLDER, AGENT, RECEIVER, OBJECTOR] {
        let account = AccountId::new(crate::development_keys::public(path).unwrap());
        let person = Person::NaturalPerson(sp_crypto_hashing::blake2_256(path.as_bytes()));
        let roles = vec![PartyRole::Registrant].try_into().unwrap();
        assert_ok!(Parties::admit(by(REGISTRAR), person, roles, Some(account)));
    }
    admit_bank();
    [HOLDER, CO_HOLDER, LICENSEE, STRANGER]
        .map(|principal| {
            let terms = PowerTerms {
                agent: party(AGENT),
                acts: Acts::ALL,
                scope: PowerScope::All,
                valid_from: now(),
                valid_until: Moment(now().0 + 365 * DAY_MILLIS),
                both_sides: false,
                document: DIGEST,
            };
            assert_ok!(Parties::grant_power(by(principal), terms));
            let mut powers = pallet_parties::Powers::<Runtime>::iter();
            let of = party(principal);
            let power = powers.find(|(_, power)| power.principal == of).unwrap().0;
            (of, power)
        })
        .to_vec()
}

/// An object of two joint holders, valid for ninety days more.
fn object() -> ObjectId {
    let mut joint = vec![party(HOLDER), party(CO_HOLDER)];
    joint.sort_unstable();
    let today = now().day();
    let earlier = EarlierRegistration {
        authority: HOME,
        regime: NATIONAL_2026,
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

fn transfer(object: ObjectId) -> Dealing {
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

fn change(object: ObjectId) -> Dealing {
    let change = filing::Change {
        description: None,
        industry: Some(62),
        form: None,
        level: None,
        split: None,
    };
    dealing(object, RightKinds::NONE, Matter::Change(change))
}

fn renewal(object: ObjectId) -> Dealing {
    let renewal = filing::Renewal {
        years: 1,
        revives: false,
    };
    dealing(object, RightKinds::HOLDING, Matter::Renewal(renewal))
}

fn cancellation(object: ObjectId) -> Dealing {
    let cancellation = filing::Cancellation {
        reason: CancellationReason::GivenUp,
        licences: Default::default(),
    };
    dealing(object, RightKinds::HOLDING, Matter::Cancellation(cancellation))
}

/// A motion of the authority, or its execution.
fn of_own_motion(scene: Scene, object: ObjectId) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let rights = RightSet(0b001);
    let matter = match scene {
        Scene::ProposeExtinction | Scene::ExecuteExtinction => MotionMatter::Extinction {
            rights,
            ground: Extinction::DataDestroyed,
        },
        Scene::ProposeCancellation | Scene::ExecuteCancellation => MotionMatter::Cancellation { rights },
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

fn correction() -> Correction {
    Correction {
        description: None,
        industry: Some(62),
        form: None,
        level: None,
    }
}

fn filing_of(dealing: Dealing) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    Box::new(move |capacity| {
        let dealing = Box::new(dealing.clone());
        pallet_registry::Call::file_dealing { capacity, dealing }.into()
    })
}

/// The entry of a dealing that all have signed, that was decided, and whose notice is over.
fn entry_of(dealing: Dealing, signatories: &[&str]) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let (object, kinds) = (dealing.object, dealing.kinds);
    assert_ok!(Registry::file_dealing(by(HOLDER), OWN, Box::new(dealing)));
    let case: CaseId = Registry::title(object).unwrap().record.open_cases[0];
    for signatory in signatories {
        assert_ok!(Registry::sign(by(signatory), OWN, case));
    }
    assert_ok!(Registry::accept(by(EXAMINER), case));
    let decided: &[usize] = if kinds == RightKinds::NONE { &[] } else { &[0] };
    assert_ok!(Registry::examine(
        by(EXAMINER),
        case,
        examination(decided, decided, true)
    ));
    assert_ok!(Registry::approve(by(REVIEWER), case));
    assert_ok!(Registry::publish(by(EXAMINER), case, None, None));
    pass_days(14);
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

fn offer(object: ObjectId, kind: LicenceKind) -> pallet_licences::Call<Runtime> {
    let terms = LicenceTerms {
        kind,
        ..terms(1_000, 60, 1)
    };
    let filing = filing(OPERATING, LICENSEE, terms);
    pallet_licences::Call::offer {
        capacity: OWN,
        object,
        filing,
    }
}

/// An offer that both holders have signed.
fn offered(object: ObjectId, kind: LicenceKind) -> u32 {
    let pallet_licences::Call::offer { filing, .. } = offer(object, kind) else {
        panic!("an offer")
    };
    assert_ok!(Licences::offer(by(HOLDER), OWN, object, filing));
    let number = pallet_licences::LastOffer::<Runtime>::get(object);
    assert_ok!(Licences::accept(by(CO_HOLDER), OWN, object, number, DIGEST));
    number
}

/// The number of the licence, and of the licence below it.
const LICENCE: u32 = 3;
const BELOW: u32 = 4;

/// A licence with a sub-licence below it.
fn licensed(object: ObjectId) {
    let number = offered(object, LicenceKind::NonExclusive);
    assert_ok!(Licences::accept(by(LICENSEE), OWN, object, number, DIGEST));
    let terms = LicenceTerms {
        kind: LicenceKind::NonExclusive,
        ..terms(10, 30, 0)
    };
    assert_ok!(Licences::offer(
        by(LICENSEE),
        OWN,
        object,
        filing(LICENCE, RECEIVER, terms)
    ));
    let number = pallet_licences::LastOffer::<Runtime>::get(object);
    assert_ok!(Licences::accept(by(RECEIVER), OWN, object, number, DIGEST));
}

/// Objects for a party and tells the registrant: the objection.
pub fn objected(object: ObjectId, rights: RightSet, registrant: &str, objector: &str) -> ObjectionId {
    assert_ok!(Disputes::object(
        by(objector),
        OWN,
        object,
        rights,
        party(registrant),
        ObjectionGround::Title,
        DIGEST,
        Default::default(),
    ));
    let open = Registry::title(object).unwrap().record.open_objections;
    let objection = *open.last().unwrap();
    assert_ok!(Disputes::notify_registrant(
        by(EXAMINER),
        objection,
        Channel::Ledger,
        DIGEST
    ));
    objection
}

/// An objection on which both sides agree what is done.
fn agreed(object: ObjectId, what: Disposition) -> ObjectionId {
    let objection = objected(object, RightSet(0b001), HOLDER, OBJECTOR);
    for holder in [HOLDER, CO_HOLDER] {
        let what = Some(what);
        assert_ok!(Disputes::answer_objection(
            by(holder),
            OWN,
            objection,
            what,
            DIGEST
        ));
    }
    objection
}

pub fn control(rights: RightSet) -> Measure {
    Measure::Control {
        rights,
        term: OrderTerm::Days(60),
    }
}

fn of_licence(scene: Scene, object: ObjectId) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let kind = match scene {
        Scene::OfferSole | Scene::AcceptSole => LicenceKind::Sole,
        _ => LicenceKind::NonExclusive,
    };
    let breach = EndCause::Breach { notice: DIGEST };
    let agreement = EndCause::Agreement { document: DIGEST };
    let order = EndCause::Order { document: DIGEST };
    let licence = LICENCE;
    match scene {
        Scene::OfferSole | Scene::OfferNonExclusive => Box::new(move |as_whom| match offer(object, kind) {
            pallet_licences::Call::offer { object, filing, .. } => {
                let capacity = as_whom;
                pallet_licences::Call::offer {
                    capacity,
                    object,
                    filing,
                }
                .into()
            }
            _ => panic!("an offer"),
        }),
        Scene::AcceptSole | Scene::AcceptNonExclusive => {
            let (offer, policy) = (offered(object, kind), DIGEST);
            Box::new(move |capacity| {
                pallet_licences::Call::accept {
                    capacity,
                    object,
                    offer,
                    policy,
                }
                .into()
            })
        }
        Scene::ProposeEnd => {
            licensed(object);
            Box::new(move |capacity| {
                let cause = breach;
                pallet_licences::Call::propose_end {
                    capacity,
                    object,
                    licence,
                    cause,
                }
                .into()
            })
        }
        Scene::SignEnd => {
            licensed(object);
            assert_ok!(Licences::propose_end(by(HOLDER), OWN, object, licence, agreement));
            assert_ok!(Licences::sign_end(by(CO_HOLDER), OWN, object, licence, agreement));
            Box::new(move |capacity| {
                let cause = agreement;
                pallet_licences::Call::sign_end {
                    capacity,
                    object,
                    licence,
                    cause,
                }
                .into()
            })
        }
        _ => {
            licensed(object);
            if scene == Scene::OrderEnd {
                return Box::new(move |_| {
                    let cause = order;
                    pallet_licences::Call::order_end {
                        object,
                        licence,
                        cause,
                    }
                    .into()
                });
            }
            assert_ok!(Licences::order_end(by(EXAMINER), object, licence, order));
            Box::new(move |_| pallet_licences::Call::confirm_end { object, licence }.into())
        }
    }
}

fn of_day_book(scene: Scene, object: ObjectId) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let right = RightSet(0b001);
    let stamping = move |measure, organ| -> Box<dyn Fn(Capacity) -> RuntimeCall> {
        Box::new(move |_| {
            let paper = paper(organ);
            pallet_encumbrances::Call::stamp {
                object,
                measure,
                paper,
            }
            .into()
        })
    };
    match scene {
        Scene::StampSeizure => stamping(seizure(right), OrganKind::Court),
        Scene::StampControl => stamping(control(right), OrganKind::Administration),
        Scene::EndByInstrument => {
            let (rights, ground) = (right, EndingGround::Judgment);
            let stamp = stamp(
                object,
                Measure::Ending { rights, ground },
                paper(OrganKind::Court),
            );
            Box::new(move |_| pallet_encumbrances::Call::end_by_instrument { stamp }.into())
        }
        Scene::TransferByRuling => {
            let of = stamp(object, seizure(right), paper(OrganKind::Court));
            assert_ok!(Encumbrances::confirm(by(REVIEWER), of));
            let measure = Measure::Transfer {
                of,
                rights: right,
                to: party(RECEIVER),
                ends_pledges: true,
            };
            let stamp = stamp(object, measure, paper(OrganKind::Court));
            Box::new(move |_| pallet_encumbrances::Call::transfer_by_ruling { stamp }.into())
        }
        Scene::ConfirmRelease => {
            let of = stamp(object, seizure(right), paper(OrganKind::Court));
            assert_ok!(Encumbrances::confirm(by(REVIEWER), of));
            let stamp = stamp(object, Measure::Release { of }, paper(OrganKind::Court));
            Box::new(move |_| pallet_encumbrances::Call::confirm { stamp }.into())
        }
        _ => {
            let stamp = stamp(object, seizure(right), paper(OrganKind::Court));
            let confirms = scene == Scene::ConfirmSeizure;
            Box::new(move |_| match confirms {
                true => pallet_encumbrances::Call::confirm { stamp }.into(),
                false => pallet_encumbrances::Call::reject {
                    stamp,
                    reason: DIGEST,
                }
                .into(),
            })
        }
    }
}

/// The co-holder has died: two take its place, and as much is done as the scene has behind it.
fn of_succession(scene: Scene) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let predecessor = party(CO_HOLDER);
    let terms = SuccessionTerms {
        event: SuccessionEvent::Death,
        instrument: DIGEST,
        effective: now().day(),
        successors: vec![party(RECEIVER), party(STRANGER)].try_into().unwrap(),
    };
    assert_ok!(Parties::file_succession(by(REGISTRAR), predecessor, terms));
    if scene == Scene::ConfirmSuccession {
        return Box::new(move |_| pallet_parties::Call::confirm_succession { predecessor }.into());
    }
    assert_ok!(Parties::confirm_succession(by(REVIEWER), predecessor));
    let (holding, successor) = (0, 0);
    let batch: pallet_parties::Batch = vec![Assignment { holding, successor }].try_into().unwrap();
    if scene == Scene::AssignHoldings {
        return Box::new(move |_| {
            let batch = batch.clone();
            pallet_parties::Call::assign_holdings { predecessor, batch }.into()
        });
    }
    assert_ok!(Parties::assign_holdings(by(REVIEWER), predecessor, batch));
    Box::new(move |_| pallet_parties::Call::finish_succession { predecessor }.into())
}

/// Brings a matter to where one call is left.
pub fn prepare(scene: Scene) -> Prepared {
    let object = object();
    let both = [CO_HOLDER, RECEIVER];
    let call = match scene {
        Scene::FileTransfer => filing_of(transfer(object)),
        Scene::FileChange => filing_of(change(object)),
        Scene::FileRenewal => filing_of(renewal(object)),
        Scene::EnterTransfer => entry_of(transfer(object), &both),
        Scene::EnterChange => entry_of(change(object), &both[..1]),
        Scene::EnterRenewal => entry_of(renewal(object), &[]),
        Scene::FileCancellation => filing_of(cancellation(object)),
        Scene::EnterCancellation => entry_of(cancellation(object), &both[..1]),
        Scene::ProposeExtinction
        | Scene::ProposeCancellation
        | Scene::ProposeCorrection
        | Scene::ExecuteExtinction
        | Scene::ExecuteCancellation
        | Scene::ExecuteCorrection => of_own_motion(scene, object),
        Scene::ExecuteChange => {
            let objection = agreed(object, Disposition::Change);
            Box::new(move |_| {
                let (facts, text) = (Box::new(correction()), None);
                pallet_disputes::Call::execute_change {
                    objection,
                    facts,
                    text,
                }
                .into()
            })
        }
        Scene::ExecuteAgreed => {
            let objection = agreed(object, Disposition::Cancel);
            Box::new(move |_| pallet_disputes::Call::execute { objection }.into())
        }
        Scene::StampSeizure
        | Scene::StampControl
        | Scene::ConfirmSeizure
        | Scene::ConfirmRelease
        | Scene::RejectSeizure
        | Scene::EndByInstrument
        | Scene::TransferByRuling => of_day_book(scene, object),
        Scene::OfferSole
        | Scene::OfferNonExclusive
        | Scene::AcceptSole
        | Scene::AcceptNonExclusive
        | Scene::ProposeEnd
        | Scene::SignEnd
        | Scene::OrderEnd
        | Scene::ConfirmEnd => of_licence(scene, object),
        Scene::ConfirmSuccession | Scene::AssignHoldings | Scene::FinishSuccession => of_succession(scene),
        _ => of_collateral(scene, object),
    };
    let (right, registrant) = match scene {
        Scene::OfferSole | Scene::OfferNonExclusive | Scene::AcceptSole | Scene::AcceptNonExclusive => {
            (OPERATING, HOLDER)
        }
        Scene::ProposeEnd | Scene::SignEnd | Scene::OrderEnd | Scene::ConfirmEnd => (LICENCE, LICENSEE),
        scene if scene.is_of_collateral() => (OPERATING, HOLDER),
        _ => (0, HOLDER),
    };
    Prepared {
        object,
        rights: RightSet::NONE.with(right),
        registrant,
        elsewhere: RightSet::NONE.with(1),
        below: RightSet::NONE.with(BELOW),
        call,
    }
}
