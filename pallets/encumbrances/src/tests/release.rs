//! Releases: by the organ itself or a court, when a second person has confirmed.

use super::*;

#[test]
fn a_release_ends_the_seizure_when_it_is_confirmed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        confirmed(seized(Y, 6));
        let release = stamped(X, Measure::Release { of: id });
        assert!(standing(0).stands(), "a release frees nothing yet");
        set_now("2026-12-02 11:00");
        assert_ok!(confirm(REVIEWER, release));
        assert_only_event(Event::Confirmed {
            stamp: release,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            mark: 0,
            until: Some(at("2026-12-02 11:00")),
        });
        let by = basis(release, REVIEWER, Some(REGISTRAR));
        assert_eq!(take_written(), [Written::MarkEnded(0, MarkEnd::Released, by)]);
        assert_eq!(standing(0).state, MarkState::Ended(MarkEnd::Released));
        let risen = standing(1);
        assert_eq!(
            (risen.kind, risen.until),
            (MarkKind::SeizureFirst, Some(end_of("2027-06-02")))
        );
    });
}

#[test]
fn an_unconfirmed_release_falls_and_frees_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        let release = stamped(X, Measure::Release { of: id });
        set_end_of("2026-12-02");
        assert_eq!(status(release), StampStatus::Fallen);
        assert!(standing(0).stands());
    });
}

#[test]
fn what_was_released_is_not_released_again() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        let [first, second] = [(); 2].map(|()| stamped(X, Measure::Release { of: id }));
        confirmed(first);
        assert_noop!(confirm(REVIEWER, second), Error::<Test>::NotStanding);
        assert_noop!(
            stamp_as(REGISTRAR, Measure::Release { of: id }, paper(court(X))),
            Error::<Test>::NotStanding
        );
    });
}

#[test]
fn a_seizure_is_released_before_its_own_second_person_came() {
    ExtBuilder::default().build_and_execute(|| {
        let id = seized(X, 12);
        confirmed(stamped(X, Measure::Release { of: id }));
        assert!(!standing(0).stands());
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::NotStanding);
    });
}

#[test]
fn the_organ_or_a_court_releases() {
    ExtBuilder::default().build_and_execute(|| {
        let police = organ(OrganKind::Police);
        assert_ok!(stamp_as(REGISTRAR, seizure(&[0], 12), paper(police)));
        let id = confirmed(last_stamp());
        let release = Measure::Release { of: id };
        for other in [OrganKind::Procuratorate, OrganKind::Administration] {
            assert_noop!(
                stamp_as(REGISTRAR, release, paper(organ(other))),
                Error::<Test>::OtherOrgan
            );
        }
        assert_noop!(
            stamp_as(REGISTRAR, release, paper(organ(OrganKind::ArbitralBody))),
            Error::<Test>::OrganUnfit
        );
        assert_ok!(stamp_as(REGISTRAR, release, paper(police)));
        assert_ok!(stamp_as(REGISTRAR, release, paper(court(Y))));
    });
}

#[test]
fn a_suspended_authority_releases_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        let release = stamped(X, Measure::Release { of: id });
        world(|world| world.listed = false);
        assert_noop!(confirm(REVIEWER, release), Error::<Test>::AuthorityNotListed);
        world(|world| world.listed = true);
        assert_ok!(confirm(REVIEWER, release));
    });
}
