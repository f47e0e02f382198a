//! `decide_appeal` of an entered case: its refused kinds stay refused, or are examined anew in new cases (S046).

use super::*;
use marks::end_rights;
use quanji_primitives::{
    case::{Appeal, Reassessment, Recourse, Signed},
    clock::CaseClock,
    ids::SERIAL_MAX,
    rights::RightKind::{Holding, Operating, ProcessingUse},
    v1::{EntryContent, Outcome},
};
use sp_runtime::DispatchResult;

pub(super) const STANDS: Reassessment = Reassessment::RefusalStands;
pub(super) const ANEW: Reassessment = Reassessment::ExaminedAnew;

pub(super) fn call(account: u64, case: CaseId, result: Reassessment) -> DispatchResult {
    Registry::decide_appeal(signed(account), case, result, digest(7))
}

/// Entered on Tuesday 2026-11-10 without the claims at `places`, and appealed against.
fn appealed(account: u64, filing: FirstRegistration, places: &[usize]) -> (CaseId, ObjectId) {
    let (case, object) = partly_refused(account, filing, places);
    appeal(account, case);
    (case, object)
}

/// Of all rights in a resource the use was refused.
fn appealed_for_use() -> (CaseId, ObjectId) {
    appealed(ENTERPRISE, resource(ENTERPRISE), &[1])
}

/// What is refused is examined anew in these cases, each about an object.
#[track_caller]
pub(super) fn reopened(case: CaseId) -> Vec<(CaseId, ObjectId)> {
    assert_ok!(call(SECOND_REVIEWER, case, ANEW));
    let Some(Event::AppealDecided { opened, .. }) = take_events().pop() else {
        panic!("the appeal was decided")
    };
    opened.to_vec()
}

/// Everything in the case is granted and entered.
pub(super) fn carried_through(case: CaseId) -> ObjectId {
    ready_with(case, granting(case));
    enter(case)
}

fn decided(before: &Case, result: Reassessment, moment: &str) -> Option<Appeal> {
    let by = Signed {
        officer: officer(SECOND_REVIEWER),
        at: at(moment),
    };
    before.appeal.map(|appeal| Appeal {
        result: Some((result, digest(7), by)),
        ..appeal
    })
}

fn filing_of(case: &Case) -> &FirstRegistration {
    case.first().unwrap()
}

pub(super) fn open_cases(object: ObjectId) -> Vec<CaseId> {
    Objects::<Test>::get(object).unwrap().open_cases.to_vec()
}

#[test]
fn refused_kinds_that_stay_refused_are_final_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = appealed_for_use();
        set_now("2026-11-12 10:00");
        let (before, title) = (stored(case), Registry::title(object));
        assert_ok!(call(SECOND_REVIEWER, case, STANDS));
        assert_only_event(Event::AppealDecided {
            case,
            authority: AUTHORITY,
            officer: officer(SECOND_REVIEWER),
            result: STANDS,
            record: digest(7),
            opened: Default::default(),
        });
        let expected = Case {
            appeal: decided(&before, STANDS, "2026-11-12 10:00"),
            ..before
        };
        assert_eq!(stored(case), expected);
        let recourse = Recourse::Final;
        assert_eq!(status(case), Status::PartlyRefused { recourse });
        assert_eq!(Registry::title(object), title);
        assert_noop!(
            Registry::appeal(signed(ENTERPRISE), OWN, case, digest(4)),
            Error::<Test>::AlreadyAppealed
        );
        assert_noop!(call(SECOND_REVIEWER, case, ANEW), Error::<Test>::WrongStage);
        assert_ok!(Registry::close(signed(EXAMINER), case));
    });
}

#[test]
fn refused_kinds_are_examined_anew_in_a_new_case_for_further_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = appealed_for_use();
        set_now("2026-11-12 10:00");
        let before = stored(case);
        assert_ok!(call(SECOND_REVIEWER, case, ANEW));
        let new = CaseId::new(AUTHORITY, case.serial() + 1).unwrap();
        assert_only_event(Event::AppealDecided {
            case,
            authority: AUTHORITY,
            officer: officer(SECOND_REVIEWER),
            result: ANEW,
            record: digest(7),
            opened: vec![(new, object)].try_into().unwrap(),
        });
        let appeal = decided(&before, ANEW, "2026-11-12 10:00");
        let earlier = Case {
            appeal,
            ..before.clone()
        };
        assert_eq!(stored(case), earlier);
        let recourse = Recourse::Final;
        assert_eq!(status(case), Status::PartlyRefused { recourse });
        let expected = Case {
            object,
            filing: FirstRegistration {
                object: Some(object),
                claims: claims(&[ProcessingUse]),
                ..filing_of(&before).clone()
            }
            .into(),
            stage: Stage::Accepted,
            clock: Some(CaseClock::start(10, day("2026-11-12"))),
            accepted_at: Some(at("2026-11-12 10:00")),
            by_silence: false,
            examination: None,
            approval: None,
            notice: None,
            refusal: None,
            appeal,
            ..before
        };
        assert_eq!(stored(new), expected);
        assert_eq!(open_cases(object), [new]);
        assert_eq!(Registry::entry_of_case(new), None);
        // The earlier case is over, whatever becomes of the new one.
        assert_ok!(Registry::close(signed(EXAMINER), case));
        assert_eq!(open_cases(object), [new]);
    });
}

#[test]
fn a_kind_refused_at_first_is_entered_under_the_same_certificate() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = appealed_for_use();
        let before = Certificates::<Test>::get(object, 0).unwrap();
        let [(new, _)] = reopened(case)[..] else {
            panic!("one case was opened")
        };
        assert_eq!(carried_through(new), object);
        let right = Rights::<Test>::get(object, 2).unwrap();
        assert_eq!(
            (right.kind, right.certificate, right.entry),
            (ProcessingUse, 0, 2)
        );
        let certificate = Certificates::<Test>::get(object, 0).unwrap();
        assert_eq!((certificate.number, certificate.issue), (before.number, 2));
        assert_eq!(certificate.rights.to_vec(), [0, 1, 2]);
        let first = Registry::entry_of_case(case).unwrap();
        let second = Registry::entry_of_case(new).unwrap();
        assert_eq!((first.number, second.number), (1, 2));
        assert_eq!((first.object, second.object), (object, object));
        assert_eq!(Registry::case(new), None);
        assert_eq!(open_cases(object), []);
        let month = quanji_primitives::certificate_number::NumberingMonth {
            year: 2026,
            month: 11,
        };
        let counted = Registry::statistics(AUTHORITY, month);
        assert_eq!((counted.entered, counted.accepted), (2, 2));
    });
}

#[test]
fn what_is_refused_again_after_the_re_assessment_is_final() {
    ExtBuilder::default().build_and_execute(|| {
        // In whole.
        let (case, _) = appealed_for_use();
        let (new, _) = reopened(case)[0];
        examine(new, denying(new, RefusalGround::OtherLaw));
        refuse(new);
        let again = |case| Registry::appeal(signed(ENTERPRISE), OWN, case, digest(4));
        assert_noop!(again(new), Error::<Test>::AlreadyAppealed);
        assert_eq!(status(new), Status::Refused { appeal_due: None });
        // In part, by post.
        let (case, object) = appealed(ENTERPRISE, resource(ENTERPRISE), &[0, 1]);
        let (new, _) = reopened(case)[0];
        let mut examination = granting(new);
        examination.decisions[0].refused = Some(RefusalGround::OtherLaw);
        ready_with(new, examination);
        let letter = RefusalLetter {
            channel: Channel::Post,
            letter: LETTER,
        };
        assert_ok!(Registry::enter(signed(REVIEWER), new, None, None, Some(letter)));
        let of = |recourse| Status::PartlyRefused { recourse };
        assert_eq!(status(new), of(Recourse::Undelivered));
        assert_noop!(
            Registry::close(signed(EXAMINER), new),
            Error::<Test>::CaseNotEnded
        );
        let now = world(|world| world.now);
        assert_ok!(Registry::record_delivery(signed(REGISTRAR), new, now));
        assert_eq!(status(new), of(Recourse::Final));
        assert_noop!(again(new), Error::<Test>::AlreadyAppealed);
        assert_ok!(Registry::close(signed(EXAMINER), new));
        assert_eq!(Objects::<Test>::get(object).unwrap().rights, 2);
    });
}

#[test]
fn who_examined_approved_or_entered_does_not_re_assess_refused_kinds() {
    ExtBuilder::default().build_and_execute(|| {
        // Who examined has both chairs; one reviewer approved and another entered.
        let case = accepted(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE));
        let mut examination = granting(case);
        examination.decisions[1].refused = Some(RefusalGround::OtherLaw);
        assert_ok!(Registry::examine(
            signed(BOTH_CHAIRS),
            case,
            Box::new(examination)
        ));
        approve(case);
        publish(case);
        end_notice(case);
        let (clerk, letter) = (signed(REGISTRAR_AND_REVIEWER), refusal_letter(case));
        assert_ok!(Registry::enter(clerk, case, None, None, letter));
        appeal(SECOND_ENTERPRISE, case);
        for account in [BOTH_CHAIRS_SECOND_ACCOUNT, REVIEWER, REGISTRAR_AND_REVIEWER] {
            for result in [STANDS, ANEW] {
                assert_noop!(call(account, case, result), Error::<Test>::SamePerson);
            }
        }
        assert_ok!(call(SECOND_REVIEWER, case, ANEW));
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_re_assesses_refused_kinds() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, _) = appealed_for_use();
        assert_officers_only(
            |origin, case| Registry::decide_appeal(origin, case, ANEW, digest(7)),
            case,
            OTHER_AUTHORITY_REVIEWER,
            EXAMINER,
            AFFILIATED_REVIEWER,
        );
    });
}

#[test]
fn refused_kinds_are_re_assessed_once_and_only_on_an_appeal() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, _) = partly_refused(ENTERPRISE, resource(ENTERPRISE), &[1]);
        assert_noop!(call(SECOND_REVIEWER, case, ANEW), Error::<Test>::WrongStage);
        appeal(ENTERPRISE, case);
        reopened(case);
        for result in [STANDS, ANEW] {
            assert_noop!(call(SECOND_REVIEWER, case, result), Error::<Test>::WrongStage);
        }
    });
}

#[test]
fn who_could_not_act_in_the_earlier_case_cannot_in_the_new_one() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, _) = partly_refused(ENTERPRISE, resource(ENTERPRISE), &[1]);
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-10 00:00");
        let filer = signed(REGISTRAR_AND_REVIEWER);
        assert_ok!(Registry::appeal(filer, received, case, digest(4)));
        let (new, _) = reopened(case)[0];
        examine(new, granting(new));
        let by_filer = Registry::approve(signed(REGISTRAR_AND_REVIEWER), new);
        assert_noop!(by_filer, Error::<Test>::FiledAtCounterBySamePerson);
        approve(new);
    });
}

#[test]
fn kinds_are_not_examined_anew_when_certificate_or_object_has_ended() {
    ExtBuilder::default().build().execute_with(|| {
        let (case, object) = appealed_for_use();
        Objects::<Test>::mutate(object, |record| {
            record.as_mut().unwrap().outcome = Outcome::Ended(1)
        });
        assert_noop!(call(SECOND_REVIEWER, case, ANEW), Error::<Test>::ObjectUnfit);
        Objects::<Test>::mutate(object, |record| record.as_mut().unwrap().outcome = Outcome::Live);
        assert_eq!(end_rights(object, &[0, 1], None), Ok(()));
        assert_noop!(call(SECOND_REVIEWER, case, ANEW), Error::<Test>::NotTheHolders);
        assert_ok!(call(SECOND_REVIEWER, case, STANDS));
    });
}

#[test]
fn a_kind_registered_meanwhile_is_not_examined_anew() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = appealed_for_use();
        assert_eq!(
            entered(ENTERPRISE, further(ENTERPRISE, object, &[ProcessingUse])),
            object
        );
        assert_noop!(
            call(SECOND_REVIEWER, case, ANEW),
            Error::<Test>::RepeatedRegistration
        );
    });
}

#[test]
fn a_new_case_needs_a_place_in_the_list_of_its_object_and_a_serial_number() {
    ExtBuilder::default().build().execute_with(|| {
        let (case, object) = appealed_for_use();
        let others: Vec<_> = (0..8)
            .map(|_| file(ENTERPRISE, further(ENTERPRISE, object, &[ProcessingUse])))
            .collect();
        assert_noop!(call(SECOND_REVIEWER, case, ANEW), Error::<Test>::TooManyOpenCases);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, others[0]));
        crate::LastSerial::<Test>::insert(AUTHORITY, SERIAL_MAX);
        assert_noop!(call(SECOND_REVIEWER, case, ANEW), Error::<Test>::SerialsExhausted);
    });
}

#[test]
fn what_was_refused_to_several_participants_is_examined_anew_for_each() {
    ExtBuilder::default().build_and_execute(|| {
        let accounts = [ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON];
        let filing = FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..fused(&accounts, &[])
        };
        // To the first the use, to the second everything, to the third nothing.
        let (case, object) = appealed(ENTERPRISE, filing, &[1, 2, 3]);
        let opened = reopened(case);
        let [(of_first, there), (of_second, own)] = opened[..] else {
            panic!("two cases were opened")
        };
        assert_eq!((there, own), (object, ObjectId(of_second.0)));
        assert_eq!(open_cases(object), [of_first]);
        let (first, second) = (stored(of_first), stored(of_second));
        assert_eq!(filing_of(&first).claims, claims(&[ProcessingUse]));
        assert_eq!(filing_of(&second).claims, claims(&[Holding, ProcessingUse]));
        for (case, account) in [(&first, ENTERPRISE), (&second, SECOND_ENTERPRISE)] {
            assert_eq!(filing_of(case).holders, Holders::Sole(party(account)));
            assert_eq!(case.applicant, party(ENTERPRISE));
            assert!(filing_of(case).participants.is_empty());
        }
        // Who has a certificate gets a higher issue of it; who has none becomes a further holder of the same data.
        assert_eq!(second.matches, Some(object));
        assert_eq!([of_first, of_second].map(carried_through), [object; 2]);
        let of = |account| Registry::holdings(party(account), 0);
        let issues: Vec<_> = accounts
            .iter()
            .flat_map(|account| of(*account))
            .map(|(_, certificate)| (certificate.issue, certificate.rights.to_vec()))
            .collect();
        assert_eq!(issues, [(2, vec![0, 3]), (1, vec![4, 5]), (1, vec![1, 2])]);
    });
}

#[test]
fn who_got_nothing_and_shows_no_fingerprint_has_an_object_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
        // The applicant itself got nothing.
        let (case, object) = appealed(ENTERPRISE, filing, &[0, 1]);
        let (new, own) = reopened(case)[0];
        assert_eq!((stored(new).matches, open_cases(object)), (None, vec![]));
        assert_eq!(carried_through(new), own);
        assert_ne!(own, object);
        assert_eq!(Objects::<Test>::get(own).unwrap().rights, 2);
    });
}

#[test]
fn a_further_holder_has_its_refused_kinds_examined_anew_by_its_own_authority() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let mut filing = resource_with(SECOND_ENTERPRISE, &[1]);
        filing.authority = OTHER_AUTHORITY;
        // Its own data came about otherwise.
        filing.facts.source = SourceKind::Derived;
        filing.facts.lineage = vec![Source::Unregistered(digest(1))].try_into().unwrap();
        let (case, same) = partly_refused(SECOND_ENTERPRISE, filing, &[2]);
        assert_eq!(same, object);
        appeal(SECOND_ENTERPRISE, case);
        let third = quanji_primitives::OfficerId::new(OTHER_AUTHORITY, 99).unwrap();
        world(|world| {
            let reviewer = world.officers[&world.officer_of[&OTHER_AUTHORITY_REVIEWER]].clone();
            world.officers.insert(third, reviewer);
            world.officer_of.insert(99, third);
        });
        assert_ok!(call(99, case, ANEW));
        let Some(Event::AppealDecided { opened, .. }) = take_events().pop() else {
            panic!("the appeal was decided")
        };
        let [(new, there)] = opened[..] else {
            panic!("one case was opened")
        };
        assert_eq!((there, new.authority()), (object, OTHER_AUTHORITY));
        let entry_before = Objects::<Test>::get(object).unwrap().entries;
        assert_eq!(carried_through(new), object);
        let right = Rights::<Test>::get(object, 5).unwrap();
        assert_eq!((right.kind, right.certificate), (Operating, 1));
        assert_eq!(Objects::<Test>::get(object).unwrap().entries, entry_before + 1);
    });
}

#[test]
fn a_new_case_is_overtaken_by_the_end_of_its_certificate() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = appealed_for_use();
        let (new, _) = reopened(case)[0];
        ready_with(new, granting(new));
        assert_eq!(end_rights(object, &[0, 1], None), Ok(()));
        assert_noop!(
            Registry::enter(signed(REVIEWER), new, None, None, None),
            Error::<Test>::NotTheHolders
        );
    });
}

#[test]
fn bad_faith_is_a_fact_once_the_refusal_of_a_kind_stands_and_not_when_it_is_examined_anew() {
    ExtBuilder::default().build_and_execute(|| {
        let facts = || world(|world| world.bad_faith.len());
        for (result, expected) in [(ANEW, 0), (STANDS, 1)] {
            let case = accepted(ENTERPRISE, resource(ENTERPRISE));
            let mut examination = granting(case);
            examination.decisions[1].refused = Some(RefusalGround::FalseMaterial);
            ready_with(case, examination);
            enter(case);
            appeal(ENTERPRISE, case);
            assert_ok!(call(SECOND_REVIEWER, case, result));
            assert_eq!(facts(), expected);
            assert_ok!(Registry::close(signed(EXAMINER), case));
            assert_eq!(facts(), expected);
        }
    });
}

#[test]
fn the_second_entry_adds_rights_to_the_first() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = appealed_for_use();
        let (new, _) = reopened(case)[0];
        ready_with(new, granting(new));
        assert_ok!(Registry::enter(signed(REVIEWER), new, None, None, None));
        let entry = last_entry();
        let basis = basis_of(&entry);
        assert_eq!((basis.case, basis.applicant), (new, party(ENTERPRISE)));
        assert_eq!((entry.no.object, entry.no.number), (object, 2));
        let EntryContent::FurtherRights {
            rights, number: 0, ..
        } = &entry.content
        else {
            panic!("the entry adds rights")
        };
        assert_eq!(rights.len(), 1);
    });
}
