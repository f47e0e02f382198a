//! `resubmit_dealing`: completing a returned dealing (NG 17).

use super::*;
use RightKind::{Holding, Operating};

/// A sale signed by both and returned for the contract, with ten working days to complete it.
fn returned() -> (CaseId, Dealing) {
    let object = entered(ENTERPRISE, resource(ENTERPRISE));
    set_now("2026-11-10 10:00");
    let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
    let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted.clone());
    return_case(case, 10);
    (case, wanted)
}

/// The same with another contract.
fn completed(wanted: &Dealing) -> Dealing {
    let mut dealing = wanted.clone();
    let contract = Evidence {
        kind: EvidenceKind::Contract,
        digest: digest(0xab),
    };
    dealing.evidence.try_push(contract).unwrap();
    dealing
}

fn resubmit(case: CaseId, dealing: Dealing) -> sp_runtime::DispatchResult {
    Registry::resubmit_dealing(signed(ENTERPRISE), OWN, case, Box::new(dealing))
}

#[test]
fn a_completed_dealing_is_accepted_that_day_with_its_signatures() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, wanted) = returned();
        set_now("2026-11-12 10:00");
        let before = stored(case);
        assert_ok!(resubmit(case, completed(&wanted)));
        assert_only_event(Event::DealingResubmitted {
            case,
            applicant: party(ENTERPRISE),
            via: Via::Own,
            dealing: Box::new(completed(&wanted)),
            due: due("2026-11-26"),
        });
        let record = stored(case);
        assert_eq!(record.filing, completed(&wanted).into());
        assert_eq!(
            (record.stage, record.accepted_at, record.received_at),
            (
                Stage::Accepted,
                Some(at("2026-11-12 10:00")),
                at("2026-11-12 10:00")
            )
        );
        assert_eq!(record.concerned, before.concerned);
        let completed_at = record.returned.unwrap().completed_at;
        assert_eq!(completed_at, Some(at("2026-11-12 10:00")));
    });
}

#[test]
fn what_others_have_signed_stays_as_they_signed_it() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, wanted) = returned();
        let sound = completed(&wanted);
        let object = wanted.object;
        let changed = [
            transfer(object, &[Holding, Operating], SECOND_ENTERPRISE),
            transfer(object, &[Operating], NATURAL_PERSON),
            renewal(object, 5),
        ];
        for other in changed {
            let other = Dealing {
                evidence: sound.evidence.clone(),
                ..other
            };
            assert_noop!(resubmit(case, other), Error::<Test>::FilingChangedTooMuch);
        }
        let first = Box::new(resource(ENTERPRISE));
        assert_noop!(
            Registry::resubmit(signed(ENTERPRISE), OWN, case, first),
            Error::<Test>::FilingChangedTooMuch
        );
        assert_noop!(resubmit(case, wanted), Error::<Test>::DeficiencyNotRemedied);
        assert_noop!(
            Registry::resubmit_dealing(signed(SECOND_ENTERPRISE), OWN, case, Box::new(sound.clone())),
            Error::<Test>::NotTheApplicant
        );
        // A dealing does not complete a first registration.
        let other = file(ENTERPRISE, resource(ENTERPRISE));
        return_case(other, 10);
        assert_noop!(resubmit(other, sound), Error::<Test>::FilingChangedTooMuch);
    });
}

#[test]
fn a_fact_that_one_alone_stated_is_put_right() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let case = file_dealing(ENTERPRISE, change(object, industry(56)));
        returned_for_a_fact(case);
        assert_noop!(
            resubmit(case, change(object, industry(56))),
            Error::<Test>::DeficiencyNotRemedied
        );
        assert_ok!(resubmit(case, change(object, industry(57))));
        let now = stored(case);
        assert_eq!(now.filing, change(object, industry(57)).into());
    });
}

/// What was filed in time stays in time, and is no second renewal of itself.
#[test]
fn a_returned_renewal_is_completed_after_its_window() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let until = right(object, 0).valid_until;
        world(|world| world.now = Moment(until.0 - 2 * 24 * 3_600_000));
        let wanted = Dealing {
            evidence: evidence(&[EvidenceKind::Identity]),
            ..renewal(object, 5)
        };
        let case = file_dealing(ENTERPRISE, wanted.clone());
        return_case(case, 10);
        world(|world| world.now = Moment(until.0 + 24 * 3_600_000));
        assert_eq!(Registry::lines_in_force(object).len(), 3);
        assert_ok!(resubmit(case, completed(&wanted)));
        assert_eq!(Registry::lines_in_force(object).len(), 3);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        entry_of(case);
        assert!(right(object, 0).valid_until > until);
    });
}

#[test]
fn a_dealing_not_completed_in_time_counts_as_never_filed() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, wanted) = returned();
        set_now("2026-11-24 23:59:59");
        assert_ok!(resubmit(case, completed(&wanted)));
        let (case, wanted) = {
            let object = wanted.object;
            let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
            let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted.clone());
            return_case(case, 10);
            (case, wanted)
        };
        set_now("2026-12-09 00:00");
        assert_noop!(
            resubmit(case, completed(&wanted)),
            Error::<Test>::CompletionTooLate
        );
    });
}

#[test]
fn who_completes_a_dealing_at_the_counter_decides_nothing_after_it() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, wanted) = returned();
        set_now("2026-11-12 10:00");
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-12 09:00");
        let through = |account| {
            let dealing = Box::new(completed(&wanted));
            Registry::resubmit_dealing(signed(account), received, case, dealing)
        };
        // Who returned it has decided in it.
        assert_noop!(through(EXAMINER), Error::<Test>::FiledAtCounterBySamePerson);
        assert_ok!(through(SECOND_EXAMINER));
        let typed_in = [officer(SECOND_EXAMINER)];
        assert_eq!(stored(case).counter_officers.to_vec(), typed_in);
        let examination = Box::new(granting(case));
        assert_noop!(
            Registry::examine(signed(SECOND_EXAMINER), case, examination),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        examine(case, granting(case));
    });
}

/// Returned for a coded fact.
fn returned_for_a_fact(case: CaseId) {
    let listed = vec![Deficiency::CodedFact].try_into().unwrap();
    assert_ok!(Registry::return_for_completion(
        signed(EXAMINER),
        case,
        listed,
        10,
        Channel::Ledger,
        LETTER
    ));
    take_events();
}

#[test]
fn a_completed_dealing_fits_as_one_that_is_filed() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let case = file_dealing(ENTERPRISE, change(object, industry(56)));
        returned_for_a_fact(case);
        for (code, error) in [
            (0, Error::<Test>::IndustryUnknown),
            (NEGATIVE_LISTED_INDUSTRY, Error::NegativeListed),
        ] {
            assert_noop!(resubmit(case, change(object, industry(code))), error);
        }
        let mut untrue = change(object, industry(57));
        untrue.declaration.truthful = false;
        assert_noop!(resubmit(case, untrue), Error::<Test>::DeclarationMissing);
    });
}

#[test]
fn a_fact_that_several_have_signed_is_not_restated_by_one() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let wanted = change(object, industry(56));
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted);
        assert_eq!(stored(case).concerned.len(), 2);
        returned_for_a_fact(case);
        assert_noop!(
            resubmit(case, change(object, industry(57))),
            Error::<Test>::FilingChangedTooMuch
        );
    });
}
