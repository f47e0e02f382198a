//! The second person confirms, or the stamp falls.

use super::*;

#[test]
fn a_confirmed_seizure_stands_firm() {
    ExtBuilder::default().build_and_execute(|| {
        let id = seized(X, 12);
        set_now("2026-12-02 10:00");
        assert_ok!(confirm(REVIEWER, id));
        assert_only_event(Event::Confirmed {
            stamp: id,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            mark: 0,
            until: Some(end_of("2027-12-01")),
        });
        let by = basis(id, REVIEWER, Some(REGISTRAR));
        assert_eq!(take_written(), [Written::MarkChanged(0, by)]);
        let (finding, signed) = stored(id).found.unwrap();
        assert_eq!(
            (finding, signed.officer, signed.at),
            (Finding::Confirmed, officer(REVIEWER), at("2026-12-02 10:00"))
        );
        assert_eq!(mark(0).order.unwrap().confirm_by, None);
        assert_eq!(status(id), StampStatus::Confirmed);
        set_end_of("2026-12-02");
        assert_eq!(standing(0).state, MarkState::Standing);
        set_end_of("2027-12-01");
        assert_eq!(standing(0).state, MarkState::Expired);
    });
}

#[test]
fn a_stamp_is_confirmed_until_the_last_second_of_the_next_working_day() {
    // Friday: the next working day is Monday.
    ExtBuilder::at("2026-12-04 16:50").build_and_execute(|| {
        let (first, second) = (seized(X, 12), stamped(Y, seizure(&[2], 12)));
        set_last_second_of("2026-12-07");
        assert_ok!(confirm(REVIEWER, first));
        set_end_of("2026-12-07");
        assert_noop!(confirm(REVIEWER, second), Error::<Test>::ConfirmationTooLate);
        assert_noop!(
            Encumbrances::reject(signed(REVIEWER), second, digest(9)),
            Error::<Test>::ConfirmationTooLate
        );
        assert_eq!(status(second), StampStatus::Fallen);
    });
}

#[test]
fn a_holiday_does_not_count() {
    // Thursday 2026-09-24; 25 to 27 are off.
    ExtBuilder::at("2026-09-24 10:00").build_and_execute(|| {
        let id = seized(X, 12);
        assert_eq!(stored(id).confirm_by, end_of("2026-09-28"));
        set_last_second_of("2026-09-28");
        assert_ok!(confirm(REVIEWER, id));
    });
}

#[test]
fn an_unconfirmed_seizure_falls_by_itself_and_the_next_rises() {
    ExtBuilder::default().build_and_execute(|| {
        seized(X, 12);
        set_now("2026-12-02 08:00");
        confirmed(seized(Y, 6));
        set_last_second_of("2026-12-02");
        assert!(standing(0).stands());
        assert_eq!(standing(1).kind, MarkKind::SeizureWaiting);
        set_end_of("2026-12-02");
        assert_eq!(standing(0).state, MarkState::Fallen);
        let risen = standing(1);
        assert_eq!(
            (risen.kind, risen.first_since),
            (MarkKind::SeizureFirst, Some(end_of("2026-12-02")))
        );
        assert_eq!(take_events(), [], "nobody sent anything");
    });
}

#[test]
fn a_waiting_seizure_rises_and_its_term_begins_then() {
    ExtBuilder::default().build_and_execute(|| {
        confirmed(seized(X, 12));
        confirmed(seized(Y, 6));
        set_last_second_of("2027-12-01");
        assert_eq!(standing(1).until, None);
        set_end_of("2027-12-01");
        // Six months from 2 December 2027.
        assert_eq!(
            standing(1),
            MarkStanding {
                kind: MarkKind::SeizureFirst,
                state: MarkState::Standing,
                until: Some(end_of("2028-06-02")),
                first_since: Some(end_of("2027-12-01")),
            }
        );
        set_end_of("2028-06-02");
        assert_eq!(standing(1).state, MarkState::Expired);
    });
}

#[test]
fn only_a_reviewer_of_the_authority_is_the_second_person() {
    ExtBuilder::default().build_and_execute(|| {
        let id = seized(X, 12);
        assert_second_person_only(id, Encumbrances::confirm);
        assert_second_person_only(id, |origin, id| Encumbrances::reject(origin, id, digest(9)));
        // Whoever holds the right does not decide on its seizure.
        let of_holder = stamped(X, seizure(&[2], 12));
        assert_noop!(
            confirm(REVIEWER_WHO_HOLDS, of_holder),
            Error::<Test>::OfficerConcerned
        );
        let release = stamped(X, Measure::Release { of: of_holder });
        assert_noop!(
            confirm(REVIEWER_WHO_HOLDS, release),
            Error::<Test>::OfficerConcerned
        );
    });
}

#[test]
fn who_stamped_does_not_confirm_under_another_account() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(stamp_as(BOTH_CHAIRS, seizure(&[0], 12), paper(court(X))));
        let id = last_stamp();
        for account in [BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT] {
            assert_noop!(confirm(account, id), Error::<Test>::SamePerson);
            assert_noop!(
                Encumbrances::reject(signed(account), id, digest(9)),
                Error::<Test>::SamePerson
            );
            assert_noop!(
                Encumbrances::end_by_instrument(signed(account), id),
                Error::<Test>::SamePerson
            );
        }
        assert_ok!(confirm(REVIEWER, id));
    });
}

#[test]
fn a_stamp_is_confirmed_once() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::AlreadyDecided);
    });
}

#[test]
fn an_unknown_stamp_is_not_found() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = StampId::new(AUTHORITY, 7).unwrap();
        assert_noop!(confirm(REVIEWER, unknown), Error::<Test>::StampNotFound);
        assert_noop!(
            Encumbrances::reject(signed(REVIEWER), unknown, digest(9)),
            Error::<Test>::StampNotFound
        );
        assert_noop!(
            Encumbrances::end_by_instrument(signed(REVIEWER), unknown),
            Error::<Test>::StampNotFound
        );
    });
}

#[test]
fn the_second_person_is_not_linked_with_the_successor_of_a_holder() {
    ExtBuilder::default().build_and_execute(|| {
        let id = seized(X, 12);
        succeed(HOLDER, CO_HOLDER);
        assert_noop!(confirm(AFFILIATED_REVIEWER, id), Error::<Test>::OfficerConcerned);
        // Who took the holder's place does not decide either.
        assert_noop!(confirm(REVIEWER_WHO_HOLDS, id), Error::<Test>::OfficerConcerned);
        assert_ok!(confirm(REVIEWER, id));
    });
}

#[test]
fn nobody_decides_on_a_seizure_for_himself_or_an_affiliate() {
    ExtBuilder::default().build_and_execute(|| {
        let paper = Paper {
            applicant: Some(party(CO_HOLDER)),
            ..paper(court(X))
        };
        assert_ok!(stamp_as(REGISTRAR, seizure(&[0], 12), paper));
        let id = last_stamp();
        assert_noop!(confirm(REVIEWER_WHO_HOLDS, id), Error::<Test>::OfficerConcerned);
        assert_ok!(confirm(REVIEWER, id));
        forget();
        // Nor on its release.
        let release = stamped(X, Measure::Release { of: id });
        assert_noop!(
            confirm(REVIEWER_WHO_HOLDS, release),
            Error::<Test>::OfficerConcerned
        );
        assert_ok!(confirm(REVIEWER, release));
    });
}
