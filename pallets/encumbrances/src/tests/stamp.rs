//! Stamping an instrument on receipt.

use super::*;
use quanji_primitives::{directory::MarkHolders, marks::Order};

#[test]
fn a_seizure_stands_at_once_under_the_next_number() {
    ExtBuilder::default().build_and_execute(|| {
        let (measure, paper) = (seizure(&[0, 1], 12), paper(court(X)));
        assert_ok!(stamp_as(REGISTRAR, measure, paper));
        let id = StampId::new(AUTHORITY, 1).unwrap();
        let confirm_by = end_of("2026-12-02");
        assert_only_event(Event::Stamped {
            stamp: id,
            authority: AUTHORITY,
            officer: officer(REGISTRAR),
            object: object(),
            measure,
            paper,
            mark: Some(0),
            kind: Some(MarkKind::SeizureFirst),
            confirm_by,
            entered_between: None,
        });
        assert_eq!(take_written(), [Written::MarkSet(0, basis(id, REGISTRAR, None))]);
        let expected = Mark {
            version: 1,
            kind: MarkKind::SeizureFirst,
            rights: rights(&[0, 1]),
            source: MarkSource::DayBook(id),
            authority: AUTHORITY,
            since: at("2026-12-01 09:00"),
            until: Some(end_of("2027-12-01")),
            ended: None,
            order: Some(Order {
                organ: court(X),
                instrument: digest(0x55),
                received_at: at("2026-12-01 09:00"),
                confirm_by: Some(confirm_by),
                term: OrderTerm::Months(12),
                entered_between: None,
            }),
        };
        assert_eq!(mark(0), expected);
        assert_eq!(standing(0).state, MarkState::Standing);
        assert_eq!(status(id), StampStatus::Provisional);
        for (account, serial) in [(EXAMINER, 2), (KEEPER, 3)] {
            assert_ok!(stamp_as(account, seizure(&[2], 12), paper));
            assert_eq!(last_stamp(), StampId::new(AUTHORITY, serial).unwrap());
        }
        assert_eq!(stored(last_stamp()).stamped.officer, officer(KEEPER));
    });
}

#[test]
fn only_keepers_of_the_authority_stamp() {
    ExtBuilder::default().build_and_execute(|| {
        let stamp = |origin| Encumbrances::stamp(origin, object(), seizure(&[0], 12), paper(court(X)));
        assert_noop!(stamp(RuntimeOrigin::none()), sp_runtime::DispatchError::BadOrigin);
        for account in [STRANGER, FORMER_REVIEWER] {
            assert_noop!(stamp(signed(account)), Error::<Test>::NotAnOfficer);
        }
        assert_noop!(stamp(signed(OTHER_OFFICER)), Error::<Test>::WrongAuthority);
        assert_noop!(stamp(signed(REVIEWER)), Error::<Test>::RoleMissing);
        assert_noop!(
            Encumbrances::stamp(signed(REGISTRAR), elsewhere(), seizure(&[0], 12), paper(court(X))),
            Error::<Test>::WrongAuthority
        );
    });
}

#[test]
fn a_suspended_authority_still_takes_instruments_in() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.listed = false);
        let id = seized(X, 12);
        assert!(standing(0).stands());
        assert_ok!(confirm(REVIEWER, id));
        let renewal = Measure::Renewal {
            of: id,
            term: OrderTerm::Months(12),
        };
        let renewal = stamped(X, renewal);
        assert_ok!(confirm(REVIEWER, renewal));
        // A concerned officer may stamp: it decides nothing.
        let (keeper, holder) = (officer(REGISTRAR), vec![party(HOLDER)].try_into().unwrap());
        world(|world| world.officers.get_mut(&keeper).unwrap().affiliates = holder);
        seized(Y, 12);
    });
}

#[test]
fn only_a_registered_object_is_seized() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = ObjectId::new(AUTHORITY, 999).unwrap();
        assert_noop!(
            Encumbrances::stamp(signed(REGISTRAR), unknown, seizure(&[0], 12), paper(court(X))),
            Error::<Test>::ObjectUnfit
        );
        let release = Measure::Release { of: seized(X, 12) };
        assert_noop!(
            Encumbrances::stamp(signed(REGISTRAR), unknown, release, paper(court(X))),
            Error::<Test>::ObjectUnfit
        );
    });
}

#[test]
fn live_rights_of_the_object_are_seized() {
    ExtBuilder::default().build_and_execute(|| {
        // None, an ended one, an unknown one.
        for numbers in [&[][..], &[0, 3], &[4]] {
            assert_noop!(
                stamp_as(REGISTRAR, seizure(numbers, 12), paper(court(X))),
                Error::<Test>::RightsUnfit
            );
        }
    });
}

#[test]
fn control_of_a_registration_without_rights_names_none() {
    ExtBuilder::default().build_and_execute(|| {
        let control = |rights| Measure::Control {
            rights,
            term: through("2026-12-31"),
        };
        let stamp = |measure| {
            let paper = paper(organ(OrganKind::Administration));
            Encumbrances::stamp(signed(REGISTRAR), without_rights(), measure, paper)
        };
        assert_noop!(stamp(control(rights(&[0]))), Error::<Test>::RightsUnfit);
        assert_ok!(stamp(control(RightSet::NONE)));
        let marks = Registry::marks(without_rights());
        assert_eq!((marks.len(), marks[0].rights), (1, RightSet::NONE));
        // Rights that are not there do not end.
        let ending = Measure::Ending {
            rights: RightSet::NONE,
            ground: EndingGround::Extinction,
        };
        assert_noop!(stamp(ending), Error::<Test>::RightsUnfit);
        let of_court = |rights, month| Measure::Seizure {
            rights,
            term: OrderTerm::Months(month),
        };
        let seize =
            |measure| Encumbrances::stamp(signed(REGISTRAR), without_rights(), measure, paper(court(X)));
        assert_ok!(seize(of_court(RightSet::NONE, 3)));
        assert_ok!(seize(of_court(RightSet::NONE, 6)));
        let kinds: Vec<_> = Registry::marks(without_rights())
            .iter()
            .map(|mark| mark.kind)
            .collect();
        assert_eq!(
            kinds,
            [
                MarkKind::Control,
                MarkKind::SeizureFirst,
                MarkKind::SeizureWaiting
            ]
        );
    });
}

#[test]
fn each_organ_orders_what_it_may() {
    ExtBuilder::default().build_and_execute(|| {
        use OrganKind::*;
        let control = Measure::Control {
            rights: rights(&[0]),
            term: OrderTerm::Days(30),
        };
        let refused = |measure, kind| {
            assert_noop!(
                stamp_as(REGISTRAR, measure, paper(organ(kind))),
                Error::<Test>::OrganUnfit
            );
        };
        refused(seizure(&[0], 12), Administration);
        refused(seizure(&[0], 12), ArbitralBody);
        [Court, Procuratorate, Police, OtherOrgan]
            .into_iter()
            .for_each(|kind| refused(control, kind));
        let mut forged = court(X);
        forged.code.0[17] = if forged.code.0[17] == b'0' { b'1' } else { b'0' };
        assert_noop!(
            stamp_as(REGISTRAR, seizure(&[0], 12), paper(forged)),
            Error::<Test>::OrganUnfit
        );
        for kind in [Procuratorate, Police, OtherOrgan] {
            assert_ok!(stamp_as(REGISTRAR, seizure(&[0], 12), paper(organ(kind))));
        }
        assert_ok!(stamp_as(REGISTRAR, control, paper(organ(Administration))));
    });
}

#[test]
fn an_instrument_is_received_before_it_is_stamped_and_within_thirty_days() {
    ExtBuilder::default().build_and_execute(|| {
        let received = |text: &str| {
            let paper = Paper {
                received_at: at(text),
                ..paper(court(X))
            };
            stamp_as(REGISTRAR, seizure(&[0], 12), paper)
        };
        for unfit in ["2026-12-01 09:00:01", "2026-10-31 23:59:59"] {
            assert_noop!(received(unfit), Error::<Test>::ReceivedAtUnfit);
        }
        assert_ok!(received("2026-11-01 00:00"));
        assert_ok!(received("2026-12-01 09:00"));
    });
}

#[test]
fn a_seizure_ends_in_the_future_and_within_36_months() {
    ExtBuilder::default().build_and_execute(|| {
        let of = |term| Measure::Seizure {
            rights: rights(&[0]),
            term,
        };
        let unfit = [
            OrderTerm::Months(37),
            OrderTerm::Days(2_000),
            through("2026-11-30"),
            through("2029-12-02"),
        ];
        for term in unfit {
            let stamp = stamp_as(REGISTRAR, of(term), paper(court(X)));
            assert_noop!(stamp, Error::<Test>::TermUnfit);
        }
        for (number, term) in [
            (0, OrderTerm::Months(36)),
            (1, OrderTerm::Days(1)),
            (2, through("2026-12-01")),
            (3, through("2029-12-01")),
        ] {
            assert_ok!(stamp_as(REGISTRAR, of(term), paper(court(X))));
            let fixed = number != 1;
            assert_eq!(mark(number).until.is_some(), fixed, "{term:?}");
        }
    });
}

#[test]
fn a_second_seizure_waits_behind_the_first() {
    ExtBuilder::default().build_and_execute(|| {
        seized(X, 12);
        assert_ok!(stamp_as(EXAMINER, seizure(&[0], 6), paper(court(Y))));
        let [Event::Stamped {
            kind, mark: number, ..
        }] = take_events()[..]
        else {
            panic!("one event")
        };
        assert_eq!((kind, number), (Some(MarkKind::SeizureWaiting), Some(1)));
        assert_eq!(mark(1).until, None, "its term has not begun");
        assert_eq!(standing(0).kind, MarkKind::SeizureFirst);
        assert_eq!(standing(1).kind, MarkKind::SeizureWaiting);
        // On another right it is the first.
        let elsewhere = stamped(Y, seizure(&[2], 6));
        assert_eq!(mark(stored(elsewhere).mark.unwrap()).kind, MarkKind::SeizureFirst);
    });
}

#[test]
fn one_seizure_has_one_rank() {
    ExtBuilder::default().build_and_execute(|| {
        seized(X, 12);
        assert_noop!(
            stamp_as(REGISTRAR, seizure(&[0, 1], 12), paper(court(Y))),
            Error::<Test>::RanksDiffer
        );
        seized(Y, 12);
        stamped(Y, seizure(&[1], 12));
        // What has fallen gives no rank any more, so both are free.
        set_end_of("2026-12-02");
        let both = stamped(X, seizure(&[0, 1], 12));
        assert_eq!(mark(stored(both).mark.unwrap()).kind, MarkKind::SeizureFirst);
    });
}

#[test]
fn what_was_entered_between_receipt_and_stamp_is_flagged_for_ever() {
    ExtBuilder::default().build_and_execute(|| {
        set_now("2026-12-01 10:00");
        enter_something(object());
        set_now("2026-12-01 11:00");
        enter_something(object());
        set_now("2026-12-01 12:00");
        enter_something(object());
        let stamp = |received: &str| {
            let paper = Paper {
                received_at: at(received),
                ..paper(court(X))
            };
            assert_ok!(stamp_as(REGISTRAR, seizure(&[0], 12), paper));
            take_written();
            let [Event::Stamped { entered_between, .. }] = take_events()[..] else {
                panic!("one event")
            };
            let id = last_stamp();
            assert_eq!(stored(id).entered_between, entered_between);
            let of_mark = mark(stored(id).mark.unwrap()).order.unwrap();
            assert_eq!(of_mark.entered_between, entered_between);
            entered_between
        };
        let range = |first, last| Some(EntryRange { first, last });
        assert_eq!(stamp("2026-12-01 10:30"), range(3, 4));
        // The stamp before is an entry as well.
        assert_eq!(stamp("2026-12-01 10:00"), range(2, 5));
        set_now("2026-12-01 12:01");
        assert_eq!(stamp("2026-12-01 12:00:01"), None);
        // For ever: whatever happens to the seizure.
        assert_ok!(confirm(REVIEWER, StampId::new(AUTHORITY, 1).unwrap()));
        assert_eq!(mark(0).order.unwrap().entered_between, range(3, 4));
    });
}

#[test]
fn an_object_full_of_marks_takes_no_seizure() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.marks_max = 1);
        seized(X, 12);
        assert_noop!(
            stamp_as(REGISTRAR, seizure(&[0], 12), paper(court(Y))),
            Error::<Test>::ObjectFull
        );
    });
}

#[test]
fn the_numbers_of_the_day_book_end() {
    ExtBuilder::default().build().execute_with(|| {
        LastStamp::<Test>::insert(AUTHORITY, quanji_primitives::ids::SERIAL_MAX);
        assert_noop!(
            stamp_as(REGISTRAR, seizure(&[0], 12), paper(court(X))),
            Error::<Test>::NumbersExhausted
        );
    });
}

#[test]
fn control_stands_until_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        let control = Measure::Control {
            rights: rights(&[0, 1, 2]),
            term: through("2026-12-31"),
        };
        let paper = paper(organ(OrganKind::Administration));
        assert_ok!(stamp_as(KEEPER, control, paper));
        confirmed(last_stamp());
        assert_eq!(mark(0).until, Some(end_of("2026-12-31")));
        set_last_second_of("2026-12-31");
        assert_eq!(
            (standing(0).kind, standing(0).stands()),
            (MarkKind::Control, true)
        );
        set_end_of("2026-12-31");
        assert_eq!(standing(0).state, MarkState::Expired);
    });
}

fn ordered_for(number: u64) -> Paper {
    Paper {
        applicant: Some(party(number)),
        ..paper(court(X))
    }
}

#[test]
fn a_seizure_stands_for_the_party_that_the_instrument_names() {
    ExtBuilder::default().build_and_execute(|| {
        let holder = |number: u32| Encumbrances::holder(object(), number, &mark(number));
        seized(Y, 12);
        assert_eq!(holder(0), None);
        assert_ok!(stamp_as(REGISTRAR, seizure(&[0], 12), ordered_for(CO_HOLDER)));
        assert_eq!(stored(last_stamp()).paper.applicant, Some(party(CO_HOLDER)));
        assert_eq!(holder(1), Some(party(CO_HOLDER)));
        let elsewhere = Encumbrances::holder(elsewhere(), 1, &mark(1));
        assert_eq!(elsewhere, None);
        let of_objection = Mark {
            source: MarkSource::TitleDispute(digest(1)),
            ..mark(1)
        };
        assert_eq!(Encumbrances::holder(object(), 1, &of_objection), None);
    });
}

#[test]
fn for_whom_an_instrument_is_ordered_is_an_admitted_party() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            stamp_as(REGISTRAR, seizure(&[0], 12), ordered_for(STRANGER)),
            Error::<Test>::ApplicantUnknown
        );
        assert_ok!(stamp_as(REGISTRAR, seizure(&[0], 12), ordered_for(CO_HOLDER)));
    });
}

#[test]
fn only_a_seizure_or_control_is_ordered_for_a_party() {
    ExtBuilder::default().build_and_execute(|| {
        let of = confirmed(seized(X, 12));
        let ending = Measure::Ending {
            rights: rights(&[0]),
            ground: EndingGround::Judgment,
        };
        let renewal = Measure::Renewal {
            of,
            term: OrderTerm::Months(6),
        };
        for measure in [ending, renewal, Measure::Release { of }] {
            assert_noop!(
                stamp_as(REGISTRAR, measure, ordered_for(CO_HOLDER)),
                Error::<Test>::ApplicantUnfit
            );
        }
        let control = Measure::Control {
            rights: rights(&[0]),
            term: OrderTerm::Days(30),
        };
        let paper = Paper {
            organ: organ(OrganKind::Administration),
            ..ordered_for(CO_HOLDER)
        };
        assert_ok!(stamp_as(REGISTRAR, control, paper));
    });
}
