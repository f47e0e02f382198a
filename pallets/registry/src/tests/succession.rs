//! Succession (S023): a stored party is followed to the one in its place, and a holding passes by one entry.

use super::*;
use crate::{consents::Consent, Consents, HoldingCount, Holdings};
use consent_to_operating::consent;
use quanji_primitives::{
    clock::Moment,
    directory::{HoldingRegister, PassingHolding, RegisterError, RuleBook},
    ending::RightsEndCause,
    marks::{Mark, MarkKind, MarkSource},
    succession::{SuccessionBasis, SuccessionEvent},
    v1::{history_after, CertificateRecord, EntryContent, Outcome},
    OfficerId,
};
use sp_runtime::{DispatchResult, StateVersion};
use RightKind::{Holding, Operating, ProcessingUse};

const HEIR: u64 = SECOND_ENTERPRISE;

/// A holding of one party that passes to another.
pub(super) fn passing(from: u64, to: u64, holding: u32) -> PassingHolding {
    let officer = |serial| OfficerId::new(AUTHORITY, serial).unwrap();
    PassingHolding {
        basis: SuccessionBasis {
            predecessor: party(from),
            event: SuccessionEvent::Division,
            instrument: digest(0x51),
            effective: day("2026-11-01"),
            confirmed_by: [officer(61), officer(62)],
            officer: officer(63),
        },
        holding,
        to: party(to),
    }
}

fn pass(from: u64, to: u64, holding: u32) -> Result<u32, RegisterError> {
    Registry::pass_holding(&passing(from, to, holding))
}

fn root() -> Vec<u8> {
    sp_io::storage::root(StateVersion::V1)
}

/// Nothing of the register changes by this.
#[track_caller]
fn untouched(change: impl FnOnce()) {
    let before = root();
    change();
    assert_eq!(root(), before, "no object is touched");
    assert_eq!(take_events(), []);
}

#[track_caller]
fn filing_fails_for(account: u64, filing: FirstRegistration, error: Error<Test>) {
    assert_noop!(Registry::file(signed(account), OWN, Box::new(filing)), error);
}

fn two_kinds(account: u64) -> FirstRegistration {
    FirstRegistration {
        claims: claims(&[Holding, ProcessingUse]),
        ..resource(account)
    }
}

fn right(object: ObjectId, number: u32) -> quanji_primitives::v1::RightRecord {
    Rights::<Test>::get(object, number).unwrap()
}

fn certificate(object: ObjectId, number: u32) -> CertificateRecord {
    Certificates::<Test>::get(object, number).unwrap()
}

#[test]
fn a_successor_stands_in_the_place_of_the_holder_without_a_write_to_any_object() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, two_kinds(ENTERPRISE));
        let ask = |account| {
            Registry::file(
                signed(account),
                OWN,
                Box::new(further(account, object, &[Operating])),
            )
        };
        assert_noop!(ask(HEIR), Error::<Test>::NotTheHolders);
        untouched(|| succeed(ENTERPRISE, HEIR));
        assert_noop!(ask(ENTERPRISE), Error::<Test>::NotAParty);
        // The successor asks for a further kind of right as the holder that it is.
        let case = file(HEIR, further(HEIR, object, &[Operating]));
        accept(case);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        enter(case);
        // All rights of one certificate have the same holders, as they are stored.
        assert_eq!(right(object, 2).holders, Holders::Sole(party(ENTERPRISE)));
        assert_eq!(certificate(object, 0).rights.to_vec(), [0, 1, 2]);
    });
}

#[test]
fn a_case_goes_on_under_the_successor_and_the_predecessors_key_is_dead() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let withdraw = |account| Registry::withdraw(signed(account), OWN, case);
        assert_noop!(withdraw(HEIR), Error::<Test>::NotTheApplicant);
        untouched(|| succeed(ENTERPRISE, HEIR));
        assert_noop!(withdraw(ENTERPRISE), Error::<Test>::NotAParty);
        assert_noop!(withdraw(NATURAL_PERSON), Error::<Test>::NotTheApplicant);
        assert_ok!(withdraw(HEIR));
        assert_eq!(stored(case).stage, Stage::Withdrawn);
    });
}

#[test]
fn a_successor_completes_in_the_predecessors_time_under_either_name() {
    for named in [ENTERPRISE, HEIR] {
        ExtBuilder::default().build_and_execute(|| {
            let case = file(ENTERPRISE, resource(ENTERPRISE));
            return_case(case, 10);
            succeed(ENTERPRISE, HEIR);
            let mut completed = resource(named);
            completed.evidence = evidence(&[
                EvidenceKind::Identity,
                EvidenceKind::LawfulAcquisition,
                EvidenceKind::Contract,
            ]);
            let resubmit = |filing: &FirstRegistration| -> DispatchResult {
                Registry::resubmit(signed(HEIR), OWN, case, Box::new(filing.clone()))
            };
            let other = FirstRegistration {
                holders: Holders::Sole(party(NATURAL_PERSON)),
                ..completed.clone()
            };
            assert_noop!(resubmit(&other), Error::<Test>::FilingChangedTooMuch);
            assert_ok!(resubmit(&completed));
            assert_eq!(stored(case).stage, Stage::Accepted);
        });
    }
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        return_case(case, 10);
        succeed(ENTERPRISE, HEIR);
        set_now("2026-12-20 09:00");
        let late = Registry::resubmit(signed(HEIR), OWN, case, Box::new(resource(HEIR)));
        assert_noop!(late, Error::<Test>::CompletionTooLate);
    });
}

#[test]
fn what_is_entered_after_a_succession_is_held_by_the_successor() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: shares(&[(ENTERPRISE, 250_000), (HEIR, 250_000), (NATURAL_PERSON, 500_000)]),
            ..resource(ENTERPRISE)
        };
        let case = ready_to_enter(ENTERPRISE, filing);
        succeed(ENTERPRISE, HEIR);
        let object = enter(case);
        let expected = shares(&[(HEIR, 500_000), (NATURAL_PERSON, 500_000)]);
        assert_eq!(right(object, 0).holders, expected);
        assert_eq!(HoldingCount::<Test>::get(party(ENTERPRISE)), 0);
        assert_eq!(HoldingCount::<Test>::get(party(HEIR)), 1);
    });
}

#[test]
fn nobody_files_for_a_party_whose_place_is_taken() {
    ExtBuilder::default().build_and_execute(|| {
        succeed(ENTERPRISE, HEIR);
        let filing = FirstRegistration {
            holders: joint(&[ENTERPRISE, HEIR]),
            ..resource(HEIR)
        };
        filing_fails_for(HEIR, filing, Error::HolderNotAdmitted);
        let paper = Registry::file(
            signed(REGISTRAR),
            at_counter(ENTERPRISE, "2026-11-02 08:00"),
            Box::new(resource(ENTERPRISE)),
        );
        assert_noop!(paper, Error::<Test>::PartySuspended);
        // A power dies with its principal.
        let power = grant_power(ENTERPRISE, AGENT);
        let by_agent = Registry::file(
            signed(AGENT),
            Capacity::Agent(power),
            Box::new(resource(ENTERPRISE)),
        );
        assert_noop!(by_agent, Error::<Test>::PartySuspended);
    });
}

#[test]
fn a_successor_repeats_no_registration_of_its_predecessor() {
    ExtBuilder::default().build_and_execute(|| {
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        succeed(ENTERPRISE, HEIR);
        filing_fails_for(HEIR, resource_with(HEIR, &[1]), Error::RepeatedRegistration);
        assert_noop!(
            Registry::import(
                signed(REGISTRAR),
                Box::new(EarlierRegistration {
                    fingerprints: fingerprints(&[1]),
                    ..earlier(HEIR, "GD-7")
                })
            ),
            Error::<Test>::RepeatedRegistration
        );
    });
}

#[test]
fn an_officer_linked_with_predecessor_or_successor_decides_nothing() {
    // The officer is affiliated with the enterprise, in whose place the applicant stands.
    ExtBuilder::default().build_and_execute(|| {
        succeed(ENTERPRISE, HEIR);
        let case = file(HEIR, resource(HEIR));
        let accept = |account| Registry::accept(signed(account), case);
        assert_noop!(accept(AFFILIATED_EXAMINER), Error::<Test>::OfficerConcerned);
        assert_ok!(accept(EXAMINER));
    });
    // The enterprise stands in the place of the applicant.
    ExtBuilder::default().build_and_execute(|| {
        let case = file(HEIR, resource(HEIR));
        succeed(HEIR, ENTERPRISE);
        let accept = |account| Registry::accept(signed(account), case);
        assert_noop!(accept(AFFILIATED_EXAMINER), Error::<Test>::OfficerConcerned);
        assert_ok!(accept(EXAMINER));
    });
    // The examiner is the natural person whose heir applies, or who inherits what was applied for.
    ExtBuilder::default().build_and_execute(|| {
        let case = file(HEIR, resource(HEIR));
        succeed(HEIR, NATURAL_PERSON);
        let by_himself = Registry::accept(signed(EXAMINER_WHO_IS_THE_NATURAL_PERSON), case);
        assert_noop!(by_himself, Error::<Test>::OfficerConcerned);
    });
    // The authority's own affiliate took the place of the applicant, or of it somebody else.
    for (from, to) in [(HEIR, AFFILIATE), (HEIR, AUTHORITY_ITSELF)] {
        ExtBuilder::default().build_and_execute(|| {
            let case = file(HEIR, resource(HEIR));
            succeed(from, to);
            assert_noop!(Registry::accept(signed(EXAMINER), case), Error::<Test>::OwnCase);
        });
    }
    ExtBuilder::default().build_and_execute(|| {
        succeed(AFFILIATE, HEIR);
        filing_fails_for(HEIR, resource(HEIR), Error::OwnCase);
    });
}

#[test]
fn a_notice_through_the_ledger_reaches_the_successor() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        succeed(ENTERPRISE, HEIR);
        return_case(case, 10);
        assert!(stored(case).returned.unwrap().notice.delivered_at.is_some());
    });
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        succeed(ENTERPRISE, PAPER_PERSON);
        let missing = vec![Deficiency::Description].try_into().unwrap();
        let by_ledger =
            Registry::return_for_completion(signed(EXAMINER), case, missing, 10, Channel::Ledger, LETTER);
        assert_noop!(by_ledger, Error::<Test>::ChannelUnfit);
    });
}

#[test]
fn a_successor_is_no_third_party_in_its_predecessors_case() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        succeed(ENTERPRISE, SERVICE_INSTITUTION);
        let object = Registry::object_to_notice(
            signed(SERVICE_INSTITUTION),
            OWN,
            case,
            quanji_primitives::objection::ObjectionGround::Title,
            digest(1),
        );
        assert_noop!(object, Error::<Test>::OwnObjection);
        let inquire = Registry::inquire(signed(EXAMINER), case, Inquired::Party(party(ENTERPRISE)), LETTER);
        assert_noop!(inquire, Error::<Test>::InquiredUnfit);
    });
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        succeed(ENTERPRISE, SERVICE_INSTITUTION);
        let report = Registry::report(
            signed(SERVICE_INSTITUTION),
            case,
            Conclusion::Favourable,
            digest(1),
        );
        assert_noop!(report, Error::<Test>::OwnReport);
    });
}

#[test]
fn the_successor_of_an_objector_objects_once() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        let object = |account| {
            Registry::object_to_notice(
                signed(account),
                OWN,
                case,
                quanji_primitives::objection::ObjectionGround::Title,
                digest(1),
            )
        };
        assert_ok!(object(NATURAL_PERSON));
        succeed(NATURAL_PERSON, HEIR);
        assert_noop!(object(HEIR), Error::<Test>::AlreadyObjected);
    });
}

#[test]
fn the_report_of_an_institution_stands_for_its_successor() {
    ExtBuilder::default().build_and_execute(|| {
        change_regime(NATIONAL_2026, |regime| regime.report_required = true);
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        let institution = INSTITUTIONS.start;
        assert_ok!(Registry::report(
            signed(SERVICE_INSTITUTION),
            case,
            Conclusion::Favourable,
            digest(1)
        ));
        succeed(SERVICE_INSTITUTION, institution);
        assert_ok!(Registry::approve(signed(REVIEWER), case));
        // Its own report takes the place of the one before.
        let again = Registry::report(signed(institution), case, Conclusion::Unfavourable, digest(2));
        assert_noop!(again, Error::<Test>::WrongStage);
    });
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let institution = INSTITUTIONS.start;
        let report = |account| Registry::report(signed(account), case, Conclusion::Favourable, digest(1));
        assert_ok!(report(SERVICE_INSTITUTION));
        succeed(SERVICE_INSTITUTION, institution);
        assert_ok!(report(institution));
        let reporters: Vec<_> = stored(case)
            .reports
            .iter()
            .map(|report| report.institution)
            .collect();
        assert_eq!(reporters, [party(institution)]);
    });
}

/// Data that three fused, of whom the first claims the operating right.
fn fused_case() -> (CaseId, ObjectId) {
    let case = accepted(
        ENTERPRISE,
        fused(&[ENTERPRISE, HEIR, NATURAL_PERSON], &[ENTERPRISE]),
    );
    (case, stored(case).object)
}

fn examine_granting(case: CaseId) -> DispatchResult {
    Registry::examine(signed(EXAMINER), case, Box::new(granting(case)))
}

#[test]
fn consents_move_with_who_gave_and_who_got_them() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = fused_case();
        consent(HEIR, object, ENTERPRISE);
        // The one who consented, and the one to whom it was, are succeeded by others.
        succeed(HEIR, AGENT);
        succeed(ENTERPRISE, SECOND_AGENT);
        assert_noop!(examine_granting(case), Error::<Test>::ParticipantsConsentMissing);
        consent(NATURAL_PERSON, object, SECOND_AGENT);
        assert_ok!(examine_granting(case));
        // What the predecessor gave is not given again, and the successor takes it back.
        let again = Registry::consent_to_operating(signed(AGENT), OWN, object, party(ENTERPRISE));
        assert_noop!(again, Error::<Test>::ConsentGiven);
        assert_ok!(Registry::revoke_consent(
            signed(AGENT),
            OWN,
            object,
            party(SECOND_AGENT)
        ));
        let left = Consents::<Test>::get(object);
        assert!(left.iter().all(|consent| consent.from == party(NATURAL_PERSON)));
    });
}

#[test]
fn participants_who_became_one_party_need_no_consent_of_their_own() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = fused_case();
        succeed(HEIR, ENTERPRISE);
        assert_noop!(examine_granting(case), Error::<Test>::ParticipantsConsentMissing);
        consent(NATURAL_PERSON, object, ENTERPRISE);
        assert_ok!(examine_granting(case));
    });
}

#[test]
fn a_full_list_of_consents_passes_as_a_whole() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let given = |serial: u64| Consent {
            from: party(ENTERPRISE),
            to: PartyId::new(AUTHORITY, 500 + serial).unwrap(),
            at: Moment(1),
            typed_in: None,
        };
        let list: Vec<_> = (0..64).map(given).collect();
        Consents::<Test>::insert(object, quanji_primitives::Bounded::truncate_from(list.clone()));
        let call = Registry::consent_to_operating(signed(ENTERPRISE), OWN, object, party(HEIR));
        assert_noop!(call, Error::<Test>::TooManyConsents);
        assert_eq!(pass(ENTERPRISE, HEIR, 0), Ok(64));
        let heirs = |consent| Consent {
            from: party(HEIR),
            ..consent
        };
        let passed: Vec<_> = list.into_iter().map(heirs).collect();
        assert_eq!(Consents::<Test>::get(object).to_vec(), passed);
    });
}

#[test]
fn a_holding_passes_by_one_entry_with_a_new_issue_under_the_same_number() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, two_kinds(ENTERPRISE));
        let mark = Mark {
            version: 1,
            kind: MarkKind::Pledge,
            rights: [0].into_iter().collect(),
            source: MarkSource::TitleDispute(digest(9)),
            authority: AUTHORITY,
            since: world(|world| world.now),
            until: None,
            ended: None,
            order: None,
        };
        let basis = EntryBasis::Import(officer(EXAMINER));
        use quanji_primitives::directory::Register;
        Registry::set_mark(object, mark, basis, None).unwrap();
        let before = certificate(object, 0);
        let history = Objects::<Test>::get(object).unwrap().history;
        take_events();

        // No mark bars it: the mark travels.
        assert_eq!(pass(ENTERPRISE, HEIR, 0), Ok(0));
        let passing = passing(ENTERPRISE, HEIR, 0);
        let expected = CertificateRecord {
            issue: 2,
            entry: 3,
            issued_at: Rules.now(),
            ..before
        };
        let entry = Entry {
            version: 1,
            no: quanji_primitives::EntryNo { object, number: 3 },
            authority: AUTHORITY,
            regime: NATIONAL_2026,
            at: Rules.now(),
            previous: history,
            basis: EntryBasis::Succession(passing.basis),
            content: EntryContent::Succeeded {
                from: party(ENTERPRISE),
                to: party(HEIR),
                holders: Holders::Sole(party(HEIR)),
                number: 0,
                certificate: expected.clone(),
                marks: 1,
            },
        };
        assert_only_event(Event::Entered {
            officer: Some(passing.basis.officer),
            entry: Box::new(entry.clone()),
            refusal: None,
            // Who has the pledge is told.
            travelling: vec![(0, None)].try_into().unwrap(),
        });
        assert_eq!(
            Objects::<Test>::get(object).unwrap().history,
            history_after(&entry)
        );
        assert_eq!(certificate(object, 0), expected);
        for number in [0, 1] {
            assert_eq!(right(object, number).holders, Holders::Sole(party(HEIR)));
            assert_eq!(right(object, number).entry, 1);
        }
        assert_eq!(Registry::title(object).unwrap().marks, [mark]);
        assert_eq!(Holdings::<Test>::get(party(HEIR), 0), Some((object, 0)));
        // The predecessor's list stays as it was: a list of what it ever held.
        assert_eq!(HoldingCount::<Test>::get(party(ENTERPRISE)), 1);
    });
}

#[test]
fn what_has_passed_or_ended_passes_without_an_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, two_kinds(ENTERPRISE));
        assert_eq!(pass(ENTERPRISE, HEIR, 0), Ok(0));
        take_events();
        untouched(|| assert_eq!(pass(ENTERPRISE, NATURAL_PERSON, 0), Ok(0)));
        let rights = [0, 1].into_iter().collect();
        let basis = EntryBasis::Import(officer(EXAMINER));
        use quanji_primitives::directory::Register;
        Registry::end_rights(object, rights, None, RightsEndCause::OwnMotion, basis, None).unwrap();
        take_events();
        assert!(matches!(certificate(object, 0).outcome, Outcome::Ended(_)));
        untouched(|| assert_eq!(pass(HEIR, NATURAL_PERSON, 0), Ok(0)));
        untouched(|| assert_eq!(pass(HEIR, NATURAL_PERSON, 1), Err(RegisterError::NotFound)));
    });
}

#[test]
fn shares_of_a_co_holder_who_inherits_are_added_up() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: shares(&[(ENTERPRISE, 400_000), (HEIR, 600_000)]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        assert_eq!(pass(ENTERPRISE, HEIR, 0), Ok(0));
        assert_eq!(right(object, 0).holders, Holders::Sole(party(HEIR)));
        // It has the certificate among its holdings already, and once.
        assert_eq!(HoldingCount::<Test>::get(party(HEIR)), 1);
    });
}

#[test]
fn a_registration_without_rights_passes_with_its_subject() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, public_data(ENTERPRISE));
        let code = Some("44010020260001".parse().unwrap());
        assert_ok!(Registry::enter(signed(REVIEWER), case, None, code, None));
        let object = last_entry().no.object;
        assert_eq!(pass(ENTERPRISE, HEIR, 0), Ok(0));
        let registered = certificate(object, 0).without_rights.unwrap();
        assert_eq!(registered.subject, Holders::Sole(party(HEIR)));
        assert_eq!(certificate(object, 0).issue, 2);
    });
}

#[test]
fn open_cases_and_consents_in_the_object_go_with_the_holding() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, two_kinds(ENTERPRISE));
        let case = file(ENTERPRISE, further(ENTERPRISE, object, &[Operating]));
        consent(ENTERPRISE, object, AGENT);
        consent(ENTERPRISE, object, HEIR);
        assert_eq!(pass(ENTERPRISE, HEIR, 0), Ok(3));
        take_events();
        assert_eq!(stored(case).applicant, party(HEIR));
        assert_eq!(stored(case).filing.parties(), [party(HEIR)]);
        let given = Consents::<Test>::get(object);
        let given: Vec<_> = given.iter().map(|consent| (consent.from, consent.to)).collect();
        assert_eq!(given, [(party(HEIR), party(AGENT))]);
        accept(case);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        enter(case);
        assert_eq!(certificate(object, 0).rights.to_vec(), [0, 1, 2]);
    });
}

#[test]
fn an_open_case_of_the_predecessor_passes_alone() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, fused(&[ENTERPRISE, NATURAL_PERSON], &[]));
        let pass = |case| Registry::pass_case(case, party(ENTERPRISE), party(HEIR));
        assert_eq!(pass(case), Ok(()));
        assert_eq!(
            stored(case).filing.parties(),
            [party(HEIR), party(NATURAL_PERSON)]
        );
        untouched(|| assert_eq!(pass(case), Err(RegisterError::NotFound)));
        let nowhere = CaseId::new(AUTHORITY, 99).unwrap();
        untouched(|| assert_eq!(pass(nowhere), Err(RegisterError::NotFound)));
        let ended = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, ended));
        take_events();
        untouched(|| assert_eq!(pass(ended), Err(RegisterError::NotFound)));
    });
}
