//! What was entered since the examination stops an entry, and so does an object that is full.

use super::*;
use crate::entering::RIGHTS_MAX;
use enter::call;

#[test]
fn what_was_registered_during_the_notice_stops_the_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        assert_noop!(call(REVIEWER, case), Error::<Test>::MatchedMeanwhile);
        refuse(case);
    });
}

#[test]
fn the_same_applicant_s_second_case_is_stopped_at_its_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        assert_noop!(call(REVIEWER, case), Error::<Test>::RepeatedRegistration);
    });
}

#[test]
fn a_second_source_of_public_data_is_stopped_at_its_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let utility = |account| {
            let mut filing = resource_with(account, &[1]);
            filing.facts.category = DataCategory::Public;
            filing.facts.public_class = PublicClass::Utility;
            filing
        };
        let case = in_notice(ENTERPRISE, utility(ENTERPRISE));
        entered(SECOND_ENTERPRISE, utility(SECOND_ENTERPRISE));
        assert_noop!(call(REVIEWER, case), Error::<Test>::PublicDataAlreadyRegistered);
    });
}

#[test]
fn an_object_holds_no_more_rights_than_it_can() {
    ExtBuilder::default().build_and_execute(|| {
        // 21 holders of three rights each make 63: one more right fits, two do not.
        let mut holders = ENTERPRISES;
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        for account in holders.by_ref().take(20) {
            assert_eq!(entered(account, resource_with(account, &[1])), object);
        }
        let last = holders.next().unwrap();
        let with = |kinds: &[RightKind]| FirstRegistration {
            claims: claims(kinds),
            ..resource_with(last, &[1])
        };
        let two = ready_to_enter(last, with(&[RightKind::Holding, RightKind::Operating]));
        assert_noop!(call(REVIEWER, two), Error::<Test>::TooManyRights);
        assert_eq!(entered(last, with(&[RightKind::Holding])), object);
        assert_eq!(Objects::<Test>::get(object).unwrap().rights, RIGHTS_MAX);
    });
}
