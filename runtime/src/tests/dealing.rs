//! No path slips past a mark: every call of the runtime is listed as one that deals with registered rights, or as one that does
//! not. What deals with them names its operation, and is tried under every mark that bars it, by itself and in a batch.

use super::{
    calls::every_call,
    chain,
    disputes::{by, import, notified, party, DIGEST, HOME},
    encumbrances::{check, marks, now, paper, pass_days, seizure, stamp},
    licences::{filing, terms, OPERATING},
};
use crate::{Disputes, Encumbrances, Registry, Runtime, RuntimeCall};
use frame_support::{assert_ok, traits::Contains};
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

/// Calls that dispose of registered rights by the will of parties: marks bar them.
const VOLUNTARY: &[(&str, Operation)] = &[
    ("Registry::file_dealing", Operation::Transfer),
    ("Registry::enter", Operation::Transfer),
    ("Disputes::execute", Operation::VoluntaryCancellation),
    ("Licences::offer", Operation::ExclusiveLicence),
    ("Licences::accept", Operation::NonExclusiveLicence),
    ("Licences::propose_end", Operation::VoluntaryCancellation),
    ("Licences::sign_end", Operation::VoluntaryCancellation),
    ("Encumbrances::propose", Operation::NewPledge),
    ("Encumbrances::sign", Operation::NewPledge),
];

/// Calls that do to rights or marks what an organ orders or the law makes happen: no mark bars them.
const NEVER_BARRED: &[(&str, Operation)] = &[
    // The whole place of a party, with the marks on what it holds.
    ("Parties::confirm_succession", Operation::UniversalSuccession),
    ("Parties::assign_holdings", Operation::UniversalSuccession),
    ("Parties::finish_succession", Operation::UniversalSuccession),
    ("Encumbrances::stamp", Operation::FurtherSeizure),
    ("Encumbrances::confirm", Operation::FurtherSeizure),
    ("Encumbrances::reject", Operation::ReleaseByMarkHolder),
    ("Encumbrances::end_by_instrument", Operation::ByInstrument),
    (
        "Encumbrances::transfer_by_ruling",
        Operation::TransferByFirstRankCourt,
    ),
    // Who has a pledge or reservation frees the right of it.
    ("Encumbrances::release", Operation::ReleaseByMarkHolder),
    (
        "Encumbrances::give_up_reservation",
        Operation::ReleaseByMarkHolder,
    ),
    ("Licences::order_end", Operation::ByInstrument),
    ("Licences::confirm_end", Operation::ByInstrument),
    // Of its own motion an authority extinguishes, revokes and corrects. What it cancels so passes the row of a voluntary
    // cancellation.
    ("Registry::propose_motion", Operation::Correction),
    ("Registry::execute_motion", Operation::ByInstrument),
    // What is agreed passes the row of a change.
    ("Disputes::execute_change", Operation::Correction),
];

/// Calls that take nothing from a registered right and put nothing on it: they prepare, decide, or bring rights into being that
/// were not there. Marks that they set or end are the authority's and the department's own.
const NOT_DEALING: &[&str] = &[
    "System::apply_authorized_upgrade",
    "Timestamp::set",
    "Session::set_keys",
    "Grandpa::report_equivocation_unsigned",
    // The calls inside a batch are dispatched one by one.
    "Utility::batch_all",
    "Rules::publish_regime",
    "Rules::load_calendar",
    "Rules::add_code",
    "Rules::add_to_negative_list",
    "Rules::remove_from_negative_list",
    "Rules::set_clock",
    "Authorities::admit_authority",
    "Authorities::suspend_authority",
    "Authorities::restore_authority",
    "Authorities::set_validator",
    "Authorities::authorize_upgrade",
    "Authorities::change_department",
    "Authorities::change_authority_account",
    "Authorities::add_officer",
    "Authorities::set_officer_roles",
    "Authorities::dismiss_officer",
    "Authorities::bind_officer_account",
    "Authorities::unbind_officer_account",
    "Authorities::add_credential_key",
    "Authorities::end_credential_key",
    "Authorities::declare_affiliates",
    "Authorities::declare_own_affiliates",
    // Accounts change hands, parties do not: whoever signs for a holder meets the same marks.
    "Parties::admit",
    "Parties::request_account",
    "Parties::bind_account",
    "Parties::unbind_account",
    "Parties::set_roles",
    "Parties::suspend",
    "Parties::restore",
    "Parties::propose_recovery",
    "Parties::confirm_recovery",
    "Parties::stop_recovery",
    "Parties::complete_recovery",
    "Parties::set_recovery_delay",
    "Parties::replace_all_accounts",
    "Parties::grant_power",
    "Parties::grant_power_at_counter",
    "Parties::revoke_power",
    "Parties::revoke_power_at_counter",
    // Rights stay with the party whose personal data are erased.
    "Parties::request_erasure",
    "Parties::withdraw_erasure",
    "Parties::erase",
    "Parties::file_succession",
    "Parties::give_up_succession",
    "Parties::assign_case",
    // First registrations, and further rights beside those that are there.
    "Registry::file",
    "Registry::accept",
    "Registry::return_for_completion",
    "Registry::resubmit",
    "Registry::report",
    "Registry::examine",
    "Registry::approve",
    "Registry::publish",
    "Registry::refuse",
    "Registry::withdraw",
    "Registry::close",
    "Registry::record_delivery",
    "Registry::acknowledge",
    "Registry::request_supplement",
    "Registry::answer_supplement",
    "Registry::inquire",
    "Registry::record_inquiry_answer",
    "Registry::extend",
    "Registry::terminate",
    "Registry::decide_publication",
    "Registry::object_to_notice",
    "Registry::decide_notice_objection",
    "Registry::appeal",
    "Registry::decide_appeal",
    "Registry::consent_to_operating",
    "Registry::revoke_consent",
    "Registry::import",
    "Registry::review_import",
    // What is signed, completed or consented to passes the gate again with its entry.
    "Registry::sign",
    "Registry::resubmit_dealing",
    "Registry::consent_to_case",
    "Registry::revoke_case_consent",
    "Registry::drop_motion",
    // What leaves by a split passes the gate again with its entry.
    "Registry::publish_part",
    "Admission::set_quota",
    "Disputes::object",
    "Disputes::return_objection",
    "Disputes::complete_objection",
    "Disputes::notify_registrant",
    "Disputes::record_delivery",
    "Disputes::answer_objection",
    "Disputes::conclude",
    "Disputes::answer_conclusion",
    "Disputes::prove_court",
    "Disputes::decide_by_instrument",
    "Disputes::withdraw_objection",
    "Disputes::close",
    "Disputes::propose_hold",
    "Disputes::confirm_hold",
    "Disputes::lift_hold",
    "Disputes::raise_conflict",
    "Disputes::decide_conflict",
    "Encumbrances::withdraw",
    // They say something of a pledge that stands, and lock nothing more.
    "Encumbrances::record_statutory",
    "Encumbrances::demand_release",
    "Encumbrances::give_default_notice",
    // Like the consent to a case: the licence meets the marks.
    "Licences::consent_to_offer",
    "Licences::revoke_offer_consent",
    "Licences::withdraw_offer",
    "Licences::withdraw_end",
    "Licences::report_use",
];

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

/// A pledge of the enterprise's first right to the financier, of which a signature is left.
fn prepared_pledge(name: &str, object: ObjectId) -> Prepared {
    let deed = super::encumbrances::pledge(object, RIGHT, "//Financier");
    let propose = pallet_encumbrances::Call::propose {
        capacity: Capacity::Own,
        deed: Box::new(deed),
    };
    let (call, sender) = match name {
        "Encumbrances::sign" => {
            assert_ok!(dispatch(propose.into(), "//Enterprise"));
            let (deed, _) = Encumbrances::deeds_on(object)[0];
            let sign = pallet_encumbrances::Call::sign {
                capacity: Capacity::Own,
                deed,
                document: DIGEST,
            };
            (sign, "//Financier")
        }
        _ => (propose, "//Enterprise"),
    };
    Prepared {
        call: call.into(),
        sender,
        rights: RIGHT,
        holder: "//Enterprise",
        barred: pallet_encumbrances::Error::<Runtime>::MarkInTheWay.into(),
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
        "Encumbrances::propose" | "Encumbrances::sign" => prepared_pledge(name, object),
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
