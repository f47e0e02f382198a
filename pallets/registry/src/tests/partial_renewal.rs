//! A renewal of which some kinds were refused: they end with their term, or are examined anew in a new case (S046).

use super::*;
use partial_reassessment::{call, carried_through, open_cases, reopened, ANEW, STANDS};

/// Of a renewal of everything, filed in its last days, the renewal of the use was refused; asked to assess it anew.
fn renewed_but_for_use() -> (CaseId, ObjectId) {
    let object = registered_until("2031-11-09");
    set_now("2031-11-07 10:00");
    let case = file_dealing(ENTERPRISE, renewal(object, 5));
    accept(case);
    let mut examination = granting(case);
    examination.decisions[1].refused = Some(RefusalGround::UnclearAuthorisation);
    examine(case, examination);
    approve(case);
    publish(case);
    end_notice(case);
    entry_fails_without_letter(case);
    assert_eq!(enter(case), object);
    let still = stored(case);
    assert_eq!(still.stage, Stage::PartlyRefused);
    assert_eq!(still.refusal.unwrap().ground, RefusalGround::UnclearAuthorisation);
    (case, object)
}

fn registered_until(day: &str) -> ObjectId {
    let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
    set_now("2026-11-09 10:00");
    let object = enter(case);
    let until = Rights::<Test>::get(object, 0).unwrap().valid_until;
    assert_eq!(until, day.parse::<Day>().unwrap().end());
    object
}

#[track_caller]
fn entry_fails_without_letter(case: CaseId) {
    assert_noop!(
        Registry::enter(signed(REVIEWER), case, None, None, None),
        Error::<Test>::RefusalLetterMissing
    );
}

fn in_force(object: ObjectId) -> Vec<u32> {
    let lines = Registry::lines_in_force(object);
    lines.iter().filter_map(crate::Line::number).collect()
}

#[test]
fn a_kind_that_is_not_renewed_ends_with_its_term_and_is_re_assessed() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let (case, object) = renewed_but_for_use();
        let until = |number| Rights::<Test>::get(object, number).unwrap().valid_until;
        assert_eq!(
            [0, 1, 2].map(until),
            ["2036", "2031", "2036"].map(|year| at(&format!("{year}-11-10 00:00")))
        );
        assert_eq!(in_force(object), [0, 2]);
        appeal(ENTERPRISE, case);
        assert_eq!(in_force(object), [0, 2]);
        let opened = reopened(case);
        let [(anew, there)] = opened[..] else {
            panic!("one case was opened")
        };
        assert_eq!((there, open_cases(object)), (object, vec![anew]));
        let wanted = Dealing {
            kinds: RightKinds::USE,
            ..renewal(object, 5)
        };
        assert_eq!(stored(anew).dealing(), Some(&wanted));
        assert_eq!(stored(anew).concerned, stored(case).concerned);
        // As after any examination anew, what was asked for in time is in force until it is decided.
        assert_eq!(in_force(object), [0, 1, 2]);
        assert_eq!(carried_through(anew), object);
        assert_eq!(until(1), at("2036-11-10 00:00"));
    });
}

#[test]
fn what_was_renewed_or_is_being_renewed_otherwise_is_not_examined_anew() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let (case, object) = renewed_but_for_use();
        appeal(ENTERPRISE, case);
        let other = Dealing {
            kinds: RightKinds::USE,
            ..revival(object, 5)
        };
        let other = file_dealing(ENTERPRISE, other);
        let anew = || call(SECOND_REVIEWER, case, ANEW);
        assert_noop!(anew(), Error::<Test>::RenewalPending);
        pass_notice(other);
        entry_of(other);
        assert_noop!(anew(), Error::<Test>::RenewalOutOfWindow);
        assert_ok!(call(SECOND_REVIEWER, case, STANDS));
    });
}
