//! `decide_publication`: a request not to be published, with reasons (NG 24).

use super::*;
use quanji_primitives::{
    case::{PublicationDecision, Signed},
    filing::{Withholding, WithholdingRequest},
};
use sp_runtime::DispatchResult;

const PART: Option<Withholding> = Some(Withholding::Part);
const WHOLE: Option<Withholding> = Some(Withholding::Whole);

fn call(case: CaseId, withheld: Option<Withholding>) -> DispatchResult {
    Registry::decide_publication(signed(EXAMINER), case, withheld, digest(9))
}

/// An application whose applicant asks not to be published.
fn asking(extent: Withholding, reason: Option<Digest>) -> FirstRegistration {
    FirstRegistration {
        withholding: Some(WithholdingRequest { extent, reason }),
        ..resource(ENTERPRISE)
    }
}

fn asked(extent: Withholding) -> CaseId {
    accepted(ENTERPRISE, asking(extent, Some(digest(8))))
}

#[test]
fn a_request_is_decided_with_its_record() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked(Withholding::Whole);
        set_now("2026-11-04 10:00");
        let before = stored(case);
        assert_ok!(call(case, PART));
        let decision = PublicationDecision {
            withheld: PART,
            record: digest(9),
            by: Signed {
                officer: officer(EXAMINER),
                at: at("2026-11-04 10:00"),
            },
        };
        assert_only_event(Event::PublicationDecided {
            case,
            authority: AUTHORITY,
            decision,
        });
        let expected = Case {
            publication: Some(decision),
            ..before
        };
        assert_eq!(stored(case), expected);
    });
}

#[test]
fn no_more_is_withheld_than_was_asked_for() {
    ExtBuilder::default().build_and_execute(|| {
        for (extent, withheld, fits) in [
            (Withholding::Part, None, true),
            (Withholding::Part, PART, true),
            (Withholding::Part, WHOLE, false),
            (Withholding::Whole, None, true),
            (Withholding::Whole, PART, true),
            (Withholding::Whole, WHOLE, true),
        ] {
            let case = asked(extent);
            if fits {
                assert_ok!(call(case, withheld));
            } else {
                assert_noop!(call(case, withheld), Error::<Test>::WithholdingUnreasoned);
            }
        }
    });
}

#[test]
fn nothing_is_withheld_without_a_written_reason() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, asking(Withholding::Whole, None));
        for withheld in [PART, WHOLE] {
            assert_noop!(call(case, withheld), Error::<Test>::WithholdingUnreasoned);
        }
        assert_ok!(call(case, None));
    });
}

#[test]
fn nothing_of_the_notice_of_public_data_is_withheld() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            withholding: asking(Withholding::Whole, Some(digest(8))).withholding,
            ..public_data(ENTERPRISE)
        };
        let case = accepted(ENTERPRISE, filing);
        for withheld in [PART, WHOLE] {
            assert_noop!(call(case, withheld), Error::<Test>::NoticeNotWithheld);
        }
        assert_ok!(call(case, None));
    });
}

#[test]
fn a_request_is_decided_once_and_not_without_one() {
    ExtBuilder::default().build_and_execute(|| {
        let not_asked = accepted(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(call(not_asked, PART), Error::<Test>::NothingToWithhold);
        let case = asked(Withholding::Part);
        assert_ok!(call(case, None));
        assert_noop!(call(case, PART), Error::<Test>::NothingToWithhold);
    });
}

#[test]
fn a_request_is_decided_from_acceptance_to_publication() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = || asking(Withholding::Part, Some(digest(8)));
        let filed = file(ENTERPRISE, filing());
        assert_noop!(call(filed, PART), Error::<Test>::WrongStage);
        assert_ok!(call(examined(ENTERPRISE, filing()), PART));
        let case = approved(ENTERPRISE, filing());
        assert_ok!(call(case, None));
        publish(case);
        assert_noop!(call(case, PART), Error::<Test>::WrongStage);
        let refused = examined(ENTERPRISE, filing());
        refuse(refused);
        assert_noop!(call(refused, PART), Error::<Test>::WrongStage);
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_decides_it() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked(Withholding::Part);
        let call = |origin, case| Registry::decide_publication(origin, case, PART, digest(9));
        assert_officers_only(
            call,
            case,
            OTHER_AUTHORITY_EXAMINER,
            REVIEWER,
            AFFILIATED_EXAMINER,
        );
    });
}

#[test]
fn in_a_case_in_conflict_or_that_yields_it_is_not_decided() {
    ExtBuilder::default().build_and_execute(|| {
        assert_goes_on_only(asked(Withholding::Part), |case| call(case, PART));
    });
}
