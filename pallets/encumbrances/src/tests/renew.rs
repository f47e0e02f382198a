//! Renewals: before the end, by the same organ, with the same rank.

use super::*;

fn renewal(of: StampId, months: u16) -> Measure {
    Measure::Renewal {
        of,
        term: OrderTerm::Months(months),
    }
}

#[test]
fn a_renewal_keeps_the_rank_and_moves_the_end() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        confirmed(seized(Y, 6));
        set_now("2027-11-01 10:00");
        assert_ok!(stamp_as(EXAMINER, renewal(id, 12), paper(court(X))));
        let [Event::Stamped {
            mark: number, kind, ..
        }] = take_events()[..]
        else {
            panic!("one event")
        };
        assert_eq!((number, kind), (Some(0), Some(MarkKind::SeizureFirst)));
        assert_eq!(take_written(), [], "it stands long enough by itself");
        let renewed = last_stamp();
        assert_ok!(confirm(REVIEWER, renewed));
        let until = Some(end_of("2028-12-01"));
        assert_only_event(Event::Confirmed {
            stamp: renewed,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            mark: 0,
            until,
        });
        let by = basis(renewed, REVIEWER, Some(EXAMINER));
        assert_eq!(take_written(), [Written::MarkChanged(0, by)]);
        assert_eq!(mark(0).until, until);
        set_last_second_of("2028-12-01");
        assert_eq!(standing(0).kind, MarkKind::SeizureFirst);
        assert_eq!(standing(1).kind, MarkKind::SeizureWaiting);
        set_end_of("2028-12-01");
        assert_eq!(standing(1).first_since, until);
    });
}

#[test]
fn a_renewal_stamped_on_the_last_day_keeps_it_standing() {
    let world_at_end = |confirm_it: bool| {
        ExtBuilder::default().build_and_execute(|| {
            let id = confirmed(seized(X, 12));
            set_last_second_of("2027-12-01");
            assert_ok!(stamp_as(REGISTRAR, renewal(id, 12), paper(court(X))));
            let renewed = last_stamp();
            let by = basis(renewed, REGISTRAR, None);
            assert_eq!(take_written(), [Written::MarkChanged(0, by)]);
            set_last_second_of("2027-12-02");
            assert!(standing(0).stands());
            if confirm_it {
                confirmed(renewed);
                // From the end that it had, not from the end of the working day.
                assert_eq!(mark(0).until, Some(end_of("2028-12-01")));
            } else {
                set_end_of("2027-12-02");
                assert_eq!(standing(0).state, MarkState::Expired);
                assert_eq!(status(renewed), StampStatus::Fallen);
            }
        });
    };
    world_at_end(true);
    world_at_end(false);
}

#[test]
fn what_has_expired_is_not_renewed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        set_end_of("2027-12-01");
        assert_noop!(
            stamp_as(REGISTRAR, renewal(id, 12), paper(court(X))),
            Error::<Test>::NotStanding
        );
    });
}

#[test]
fn a_risen_seizure_is_renewed_from_its_own_end() {
    ExtBuilder::default().build_and_execute(|| {
        confirmed(seized(X, 12));
        let second = confirmed(seized(Y, 6));
        set_now("2028-05-01 10:00");
        confirmed(stamped(Y, renewal(second, 3)));
        // Rose on 2 December 2027, until 2 June 2028, three months more.
        assert_eq!(mark(1).until, Some(end_of("2028-09-02")));
    });
}

#[test]
fn control_is_renewed() {
    ExtBuilder::default().build_and_execute(|| {
        let paper = paper(organ(OrganKind::Administration));
        let control = Measure::Control {
            rights: rights(&[0]),
            term: through("2026-12-31"),
        };
        assert_ok!(stamp_as(KEEPER, control, paper));
        let id = confirmed(last_stamp());
        let longer = Measure::Renewal {
            of: id,
            term: through("2027-03-31"),
        };
        assert_ok!(stamp_as(KEEPER, longer, paper));
        confirmed(last_stamp());
        assert_eq!(mark(0).until, Some(end_of("2027-03-31")));
    });
}

#[test]
fn of_two_renewals_the_longer_counts() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        let [longer, shorter] = [12, 3].map(|months| stamped(X, renewal(id, months)));
        confirmed(longer);
        confirmed(shorter);
        assert_eq!(mark(0).until, Some(end_of("2028-12-01")));
    });
}

#[test]
fn only_the_organ_that_seized_renews() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        assert_noop!(
            stamp_as(REGISTRAR, renewal(id, 12), paper(court(Y))),
            Error::<Test>::OtherOrgan
        );
    });
}

#[test]
fn a_renewal_ends_later_and_within_36_months() {
    ExtBuilder::default().build_and_execute(|| {
        let id = confirmed(seized(X, 12));
        let of = |term| Measure::Renewal { of: id, term };
        for term in [
            OrderTerm::Months(37),
            OrderTerm::Days(0),
            through("2027-12-01"),
            through("2027-06-01"),
        ] {
            let stamp = stamp_as(REGISTRAR, of(term), paper(court(X)));
            assert_noop!(stamp, Error::<Test>::TermUnfit);
        }
        assert_ok!(stamp_as(REGISTRAR, of(OrderTerm::Months(36)), paper(court(X))));
    });
}

#[test]
fn a_waiting_seizure_is_not_renewed() {
    ExtBuilder::default().build_and_execute(|| {
        confirmed(seized(X, 12));
        let second = confirmed(seized(Y, 6));
        assert_noop!(
            stamp_as(REGISTRAR, renewal(second, 12), paper(court(Y))),
            Error::<Test>::StillWaiting
        );
    });
}

#[test]
fn a_waiting_seizure_with_a_known_end_is_not_renewed_either() {
    ExtBuilder::default().build_and_execute(|| {
        confirmed(seized(X, 12));
        let measure = Measure::Seizure {
            rights: rights(&[0]),
            term: through("2028-06-30"),
        };
        let waiting = confirmed(stamped(Y, measure));
        assert_eq!(mark(1).until, Some(end_of("2028-06-30")));
        assert_noop!(
            stamp_as(REGISTRAR, renewal(waiting, 12), paper(court(Y))),
            Error::<Test>::StillWaiting
        );
    });
}

#[test]
fn an_unconfirmed_seizure_is_not_renewed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = seized(X, 12);
        assert_noop!(
            stamp_as(REGISTRAR, renewal(id, 12), paper(court(X))),
            Error::<Test>::NotConfirmedYet
        );
    });
}

#[test]
fn only_seizures_and_control_of_the_object_are_renewed_or_released() {
    ExtBuilder::default().build_and_execute(|| {
        let seizure = confirmed(seized(X, 12));
        let release = stamped(X, Measure::Release { of: seizure });
        let unknown = StampId::new(AUTHORITY, 99).unwrap();
        for of in [release, unknown] {
            for measure in [renewal(of, 12), Measure::Release { of }] {
                assert_noop!(
                    stamp_as(REGISTRAR, measure, paper(court(X))),
                    Error::<Test>::StampNotFound
                );
            }
        }
        assert_noop!(
            Encumbrances::stamp(
                signed(REGISTRAR),
                without_rights(),
                renewal(seizure, 12),
                paper(court(X))
            ),
            Error::<Test>::StampNotFound
        );
    });
}
