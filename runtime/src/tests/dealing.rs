//! No path slips past a mark: every call of the runtime is listed as one that deals with registered rights, or as one that does
//! not. What deals with them names its operation, and is tried under every mark that bars it, by itself and in a batch.

mod lists;

use super::{
    calls::every_call,
    chain,
    disputes::{by, import, notified, party, DIGEST, HOME},
    encumbrances::{check, marks, now, paper, pass_days, seizure, stamp},
    licences::{filing, terms, OPERATING},
};
use crate::{Disputes, Encumbrances, Registry, Runtime, RuntimeCall};
use frame_support::{assert_ok, traits::Contains};
use lists::{NEVER_BARRED, NOT_DEALING, VOLUNTARY};
use quanji_primitives::{
    capacity::Capacity,
    case::{Decision, Examination, Finding, Findings},
    clock::DAY_MILLIS,
    day_book::Measure,
    dealing::Hindrance,
    directory::Register,
    filing::{Dealing, Declaration, Evidence, EvidenceKind, Matter, Transfer, TransferReason},
    marks::{effect, Effect, MarkEnd, MarkKind, Operation, OrderTerm, OrganKind, RightSet},
    objection::{Disposition, ObjectionGround},
    regimes::{national_2026, NATIONAL_2026},
    rights::{Holders, RightKind, RightKinds},
    terms::{EndCause, LicenceKind, LicenceTerms},
    v1::EntryBasis,
    written_notice::Channel,
    ConflictId, ObjectId, ObjectionId, RightId,
};
use sp_genesis_builder::DEV_RUNTIME_PRESET;
use sp_runtime::{traits::Dispatchable, DispatchError, StateVersion};

/// Every call that deals with rights.
pub(super) fn dealing_calls() -> impl Iterator<Item = &'static str> {
    VOLUNTARY.iter().chain(NEVER_BARRED).map(|(name, _)| *name)
}

#[test]
fn every_call_is_listed_as_dealing_with_rights_or_as_not_doing_so() {
    let dealing = VOLUNTARY.iter().chain(NEVER_BARRED).map(|(name, _)| *name);
    let listed: Vec<&str> = dealing.chain(NOT_DEALING.iter().copied()).collect();
    for (name, call) in every_call() {
        if !crate::configs::system::CallWhitelist::contains(&call) {
            continue;
        }
        let times = listed.iter().filter(|known| **known == name).count();
        assert_eq!(times, 1, "{name} is listed once, as dealing with rights or not");
    }
    let known: Vec<String> = every_call().into_iter().map(|(name, _)| name).collect();
    for name in &listed {
        assert!(known.iter().any(|call| call == name), "there is no call {name}");
    }
    for (name, operation) in VOLUNTARY {
        assert!(operation.is_of_the_holder(), "{name} is of the holder");
    }
    for (name, operation) in NEVER_BARRED {
        let of_mark = *operation == Operation::ReleaseByMarkHolder;
        // What the court of the first rank transfers waits for the release of control only.
        let by_court = *operation == Operation::TransferByFirstRankCourt;
        assert!(
            operation.is_never_barred() || of_mark || by_court,
            "{name} is by law"
        );
    }
}

/// The right on which marks are tried.
pub(super) const RIGHT: RightSet = RightSet(0b001);
/// The right from which a licence comes.
const LICENSED: RightSet = RightSet(0b100);
/// The licence from it.
const LICENCE: u32 = 3;

/// An operation of which only its call is left.
struct Prepared {
    call: RuntimeCall,
    sender: &'static str,
    /// The rights with whose marks it meets, and who holds them.
    rights: RightSet,
    holder: &'static str,
    /// How a mark refuses it.
    barred: DispatchError,
}

/// The enterprise offers the financier a licence from its third right.
fn offer(object: ObjectId, kind: LicenceKind) -> pallet_licences::Call<Runtime> {
    let terms = LicenceTerms {
        kind,
        ..terms(1, 10, 0)
    };
    pallet_licences::Call::offer {
        capacity: Capacity::Own,
        object,
        filing: filing(OPERATING, "//Financier", terms),
    }
}

/// An offer that waits for the financier's signature: the call that gives it.
fn offered(object: ObjectId) -> pallet_licences::Call<Runtime> {
    let offer = RuntimeCall::from(offer(object, LicenceKind::NonExclusive));
    assert_ok!(dispatch(offer, "//Enterprise"));
    pallet_licences::Call::accept {
        capacity: Capacity::Own,
        object,
        offer: pallet_licences::LastOffer::<Runtime>::get(object),
        policy: DIGEST,
    }
}

/// A licence in force: the call by which the enterprise ends it, or proposes to.
fn licensed(object: ObjectId, cause: EndCause) -> pallet_licences::Call<Runtime> {
    assert_ok!(dispatch(offered(object).into(), "//Financier"));
    pallet_licences::Call::propose_end {
        capacity: Capacity::Own,
        object,
        licence: LICENCE,
        cause,
    }
}

/// Brings a call on licences of the object to where only it is left.
fn prepared_licence(name: &str, object: ObjectId) -> Prepared {
    let (call, sender, rights, holder) = match name {
        "Licences::offer" => {
            let call = offer(object, LicenceKind::Sole);
            (call, "//Enterprise", LICENSED, "//Enterprise")
        }
        "Licences::accept" => (offered(object), "//Financier", LICENSED, "//Enterprise"),
        "Licences::propose_end" => {
            let call = licensed(object, EndCause::Breach { notice: DIGEST });
            (call, "//Enterprise", RightSet::NONE.with(LICENCE), "//Financier")
        }
        "Licences::sign_end" => {
            let cause = EndCause::Agreement { document: DIGEST };
            let proposal = licensed(object, cause);
            assert_ok!(dispatch(proposal.into(), "//Enterprise"));
            let call = pallet_licences::Call::sign_end {
                capacity: Capacity::Own,
                object,
                licence: LICENCE,
                cause,
            };
            (call, "//Financier", RightSet::NONE.with(LICENCE), "//Financier")
        }
        other => panic!("nobody tries {other}"),
    };
    Prepared {
        call: call.into(),
        sender,
        rights,
        holder,
        barred: pallet_licences::Error::<Runtime>::MarkInTheWay.into(),
    }
}

/// The enterprise transfers its first right to the financier.
fn transfer(object: ObjectId) -> pallet_registry::Call<Runtime> {
    let evidence = Evidence {
        kind: EvidenceKind::Contract,
        digest: DIGEST,
    };
    let transfer = Transfer {
        to: Holders::Sole(party("//Financier")),
        share: None,
        reason: TransferReason::Sale,
        limit: None,
        survivors: Default::default(),
        back: None,
        export: None,
        department_consent: None,
    };
    let dealing = Dealing {
        authority: HOME,
        regime: NATIONAL_2026,
        object,
        certificate: 0,
        kinds: RightKinds::HOLDING,
        evidence: vec![evidence].try_into().unwrap(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: DIGEST,
        },
        matter: Matter::Transfer(transfer),
    };
    pallet_registry::Call::file_dealing {
        capacity: Capacity::Own,
        dealing: Box::new(dealing),
    }
}

/// A transfer that both have signed, decided, its notice over: the call that enters it.
fn decided_transfer(object: ObjectId) -> pallet_registry::Call<Runtime> {
    assert_ok!(dispatch(transfer(object).into(), "//Enterprise"));
    let case = Registry::title(object).unwrap().record.open_cases[0];
    assert_ok!(Registry::sign(by("//Financier"), Capacity::Own, case));
    assert_ok!(Registry::accept(by("//Lingnan//Examiner"), case));
    let examination = Examination {
        findings: Findings {
            lawful_source: Finding::Met,
            compliant_content: Finding::Met,
            clear_authorisation: Finding::Met,
        },
        decisions: vec![Decision {
            kind: RightKind::Holding,
            refused: None,
        }]
        .try_into()
        .unwrap(),
        match_finding: None,
        record: DIGEST,
    };
    assert_ok!(Registry::examine(
        by("//Lingnan//Examiner"),
        case,
        Box::new(examination)
    ));
    assert_ok!(Registry::approve(by("//Lingnan//Reviewer"), case));
    assert_ok!(Registry::publish(by("//Lingnan//Examiner"), case, None, None));
    pass_days(14);
    pallet_registry::Call::enter {
        case,
        receipt: None,
        result_code: None,
        refusal: None,
    }
}

/// Brings a transfer to where only its filing or its entry is left.
fn prepared_transfer(name: &str, object: ObjectId) -> Prepared {
    let (call, sender) = match name {
        "Registry::enter" => (decided_transfer(object), "//Lingnan//Reviewer"),
        _ => (transfer(object), "//Enterprise"),
    };
    Prepared {
        call: call.into(),
        sender,
        rights: RIGHT,
        holder: "//Enterprise",
        barred: pallet_registry::Error::<Runtime>::BarredByMark.into(),
    }
}

/// Brings an operation on a right of the object to where only its call is left.
fn prepared(name: &str, object: ObjectId) -> Prepared {
    match name {
        "Disputes::execute" => {
            let objection = notified(object, RightSet(0b011));
            assert_ok!(Disputes::answer_objection(
                by("//Enterprise"),
                Capacity::Own,
                objection,
                Some(Disposition::Cancel),
                DIGEST
            ));
            Prepared {
                call: pallet_disputes::Call::execute { objection }.into(),
                sender: "//Lingnan//Reviewer",
                rights: RIGHT,
                holder: "//Enterprise",
                barred: pallet_disputes::Error::<Runtime>::BarredByMark.into(),
            }
        }
        "Registry::file_dealing" | "Registry::enter" => prepared_transfer(name, object),
        "Encumbrances::propose" | "Encumbrances::sign" => {
            let (call, sender) = super::collateral::last_of_pledge(name, object, RIGHT);
            Prepared {
                call,
                sender,
                rights: RIGHT,
                holder: "//Enterprise",
                barred: pallet_encumbrances::Error::<Runtime>::MarkInTheWay.into(),
            }
        }
        licences => prepared_licence(licences, object),
    }
}

/// Holds rights for an objection of another party.
fn hold(object: ObjectId, rights: RightSet, holder: &str) {
    assert_ok!(Disputes::object(
        by("//ServiceInstitution"),
        Capacity::Own,
        object,
        rights,
        party(holder),
        ObjectionGround::Title,
        DIGEST,
        Default::default(),
    ));
    let open = Registry::title(object).unwrap().record.open_objections;
    let objection: ObjectionId = *open.last().unwrap();
    assert_ok!(Disputes::notify_registrant(
        by("//Lingnan//Examiner"),
        objection,
        Channel::Ledger,
        DIGEST
    ));
    let until = quanji_primitives::clock::Moment(now().0 + 30 * DAY_MILLIS);
    assert_ok!(Disputes::propose_hold(
        by("//Lingnan//Examiner"),
        objection,
        until,
        DIGEST
    ));
    assert_ok!(Disputes::confirm_hold(by("//Lingnan//Reviewer"), objection));
}

/// Ends a mark by hand, as if its matter had ended.
fn end_mark(object: ObjectId, number: u32) {
    let basis = EntryBasis::Conflict(ConflictId(1));
    <Registry as Register>::end_mark(object, number, MarkEnd::Dismissed, basis, None).unwrap();
}

/// Sets a mark of a kind on rights of a holder by the calls that set it.
fn set_on(object: ObjectId, kind: MarkKind, rights: RightSet, holder: &str) {
    match kind {
        MarkKind::Hold => hold(object, rights, holder),
        MarkKind::SeizureFirst => {
            stamp(object, seizure(rights), paper(OrganKind::Court));
        }
        MarkKind::SeizureWaiting => {
            stamp(object, seizure(rights), paper(OrganKind::Court));
            stamp(object, seizure(rights), paper(OrganKind::Police));
        }
        MarkKind::Control => {
            let control = Measure::Control {
                rights,
                term: OrderTerm::Days(30),
            };
            stamp(object, control, paper(OrganKind::Administration));
        }
        other => panic!("nobody sets {other:?} yet"),
    }
}

/// Sets a mark of a kind on right 0 of the enterprise.
pub(super) fn set(object: ObjectId, kind: MarkKind) {
    set_on(object, kind, RIGHT, "//Enterprise");
}

/// The marks that organs and authorities set and that refuse voluntary dispositions.
pub(super) const BARRING: [MarkKind; 4] = [
    MarkKind::Hold,
    MarkKind::SeizureFirst,
    MarkKind::SeizureWaiting,
    MarkKind::Control,
];

pub(super) fn dispatch(call: RuntimeCall, sender: &str) -> Result<(), DispatchError> {
    frame_support::storage::with_storage_layer(|| {
        call.dispatch(by(sender)).map(|_| ()).map_err(|error| error.error)
    })
}

#[test]
fn every_call_that_deals_with_rights_meets_every_mark_that_bars_it() {
    let matrix = national_2026().effects;
    let mut count = 0;
    for (name, operation) in VOLUNTARY {
        for kind in BARRING {
            assert_eq!(
                effect(&matrix, *operation, kind),
                Effect::Refused,
                "{name}: {kind:?}"
            );
            for wrapped in [false, true] {
                chain(DEV_RUNTIME_PRESET).execute_with(|| {
                    let object = import(HOME, "//Lingnan//Registrar");
                    let tried = prepared(name, object);
                    let first_mark = marks(object).len();
                    set_on(object, kind, tried.rights, tried.holder);
                    let index = tried.rights.numbers().next().unwrap();
                    let right = RightId { object, index };
                    let obstacles = Registry::can_deal(right, *operation, None).unwrap();
                    assert!(
                        obstacles
                            .iter()
                            .filter_map(Hindrance::mark)
                            .any(|(_, found)| found == kind),
                        "{name}: {kind:?}"
                    );
                    let (call, sender) = (tried.call, tried.sender);
                    let call = match wrapped {
                        true => pallet_utility::Call::batch_all { calls: vec![call] }.into(),
                        false => call,
                    };
                    let before = sp_io::storage::root(StateVersion::V1);
                    let refused = dispatch(call.clone(), sender);
                    assert_eq!(refused, Err(tried.barred), "{name}: {kind:?}");
                    assert_eq!(sp_io::storage::root(StateVersion::V1), before, "{name}: {kind:?}");
                    check();
                    // Without the mark it passes: the mark alone stood in its way.
                    for number in first_mark..marks(object).len() {
                        end_mark(object, u32::try_from(number).unwrap());
                    }
                    assert_eq!(dispatch(call, sender), Ok(()), "{name}: {kind:?}");
                });
                count += 1;
            }
        }
    }
    println!("{count} tries");
    assert_eq!(count, VOLUNTARY.len() * BARRING.len() * 2);
}

/// An instrument passes under every mark.
#[test]
fn what_an_organ_orders_passes_under_every_mark() {
    for kind in BARRING {
        chain(DEV_RUNTIME_PRESET).execute_with(|| {
            let object = import(HOME, "//Lingnan//Registrar");
            set(object, kind);
            let further = stamp(object, seizure(RIGHT), paper(OrganKind::Court));
            assert_ok!(Encumbrances::confirm(by("//Lingnan//Reviewer"), further));
            let ending = Measure::Ending {
                rights: RIGHT,
                ground: quanji_primitives::day_book::EndingGround::Judgment,
            };
            let id = stamp(object, ending, paper(OrganKind::Court));
            assert_ok!(Encumbrances::end_by_instrument(by("//Lingnan//Reviewer"), id));
            check();
        });
    }
}

/// A binding document that decides an objection passes as well: it is the law's, not the parties'.
#[test]
fn a_judgment_in_an_objection_passes_under_every_mark() {
    for kind in BARRING {
        chain(DEV_RUNTIME_PRESET).execute_with(|| {
            let object = import(HOME, "//Lingnan//Registrar");
            let objection = notified(object, RightSet(0b011));
            set(object, kind);
            assert_ok!(Disputes::decide_by_instrument(
                by("//Lingnan//Reviewer"),
                objection,
                Disposition::Cancel,
                DIGEST
            ));
            // Another person executes: a second reviewer of the authority.
            let handled = pallet_disputes::Objections::<Runtime>::mutate(objection, |objection| {
                let objection = objection.as_mut().unwrap();
                let examiner = quanji_primitives::OfficerId::new(HOME, 1).unwrap();
                objection.handled.as_mut().unwrap().officer = examiner;
                objection.handled
            });
            assert!(handled.is_some());
            assert_ok!(Disputes::execute(by("//Lingnan//Reviewer"), objection));
            let entry = super::disputes::entries().pop().unwrap();
            assert!(matches!(entry.basis, EntryBasis::Objection { .. }));
        });
    }
}
