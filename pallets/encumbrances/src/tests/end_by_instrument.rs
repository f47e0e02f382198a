//! Rights that end by an instrument: no mark bars it, every mark is told.

use super::*;
use quanji_primitives::ending::RightsEndCause;
use quanji_primitives::{Bounded, ConflictId};

fn ending(numbers: &[u32], ground: EndingGround) -> Measure {
    Measure::Ending {
        rights: rights(numbers),
        ground,
    }
}

fn end(account: u64, id: StampId) -> DispatchResult {
    Encumbrances::end_by_instrument(signed(account), id)
}

/// Sets a mark that another pallet would set.
fn set(kind: MarkKind, numbers: &[u32]) -> u32 {
    let mark = Mark {
        version: 1,
        kind,
        rights: rights(numbers),
        source: MarkSource::Conflict(ConflictId(1)),
        authority: AUTHORITY,
        since: world(|world| world.now),
        until: None,
        ended: None,
        order: None,
    };
    let by = basis(StampId::new(AUTHORITY, 0).unwrap(), REGISTRAR, None);
    let number = Registry::set_mark(object(), mark, by, Some(officer(REGISTRAR))).unwrap();
    take_written();
    number
}

#[test]
fn a_judgment_ends_seized_rights_and_every_mark_travels() {
    ExtBuilder::default().build_and_execute(|| {
        let seizure = confirmed(stamped(X, seizure(&[0, 1], 12)));
        confirmed(stamped(Y, super::seizure(&[0, 1], 12)));
        for kind in [MarkKind::ObjectionNotice, MarkKind::Hold, MarkKind::Pledge] {
            set(kind, &[0]);
        }
        set(MarkKind::Hold, &[2]);
        let id = stamped(X, ending(&[0], EndingGround::Judgment));
        assert_eq!(Registry::right(object(), 0).unwrap().status, RightStatus::Live);
        assert_ok!(end(REVIEWER, id));
        let from_conflict = |number| (number, MarkSource::Conflict(ConflictId(1)));
        let second = StampId::new(AUTHORITY, 2).unwrap();
        let travelling = vec![
            (0, MarkSource::DayBook(seizure)),
            (1, MarkSource::DayBook(second)),
            from_conflict(2),
            from_conflict(3),
            from_conflict(4),
        ];
        assert_only_event(Event::RightsEnded {
            stamp: id,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            object: object(),
            rights: rights(&[0]),
            ground: EndingGround::Judgment,
            travelling: Bounded::truncate_from(travelling),
            ended: Default::default(),
        });
        let by = basis(id, REVIEWER, Some(REGISTRAR));
        assert_eq!(
            take_written(),
            [Written::RightsEnded(
                rights(&[0]),
                RightsEndCause::Instrument(EndingGround::Judgment),
                by
            )]
        );
        assert!((0..6).all(|number| standing(number).stands()));
        assert_eq!(stored(id).found.unwrap().0, Finding::Confirmed);
    });
}

#[test]
fn a_reservation_ends_with_its_right() {
    ExtBuilder::default().build_and_execute(|| {
        let of_both = set(MarkKind::Reservation, &[0, 1]);
        let of_one = set(MarkKind::Reservation, &[0]);
        let id = stamped(X, ending(&[0], EndingGround::Revocation));
        assert_ok!(end(REVIEWER, id));
        let [Event::RightsEnded {
            travelling, ended, ..
        }] = &take_events()[..]
        else {
            panic!("one event")
        };
        let source = MarkSource::Conflict(ConflictId(1));
        assert_eq!(travelling[..], [(of_both, source)]);
        assert_eq!(ended[..], [(of_one, source)]);
        let by = || basis(id, REVIEWER, Some(REGISTRAR));
        assert_eq!(
            take_written(),
            [
                Written::MarkEnded(of_one, MarkEnd::CarriedOut, by()),
                Written::RightsEnded(
                    rights(&[0]),
                    RightsEndCause::Instrument(EndingGround::Revocation),
                    by()
                )
            ]
        );
    });
}

#[test]
fn no_more_rights_and_marks_end_at_once_than_a_call_can_write() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..47 {
            set(MarkKind::Reservation, &[0]);
        }
        let both = stamped(X, ending(&[0, 1], EndingGround::Judgment));
        assert_noop!(end(REVIEWER, both), Error::<Test>::TooMuchAtOnce);
        // In parts it is carried out.
        let one = stamped(X, ending(&[0], EndingGround::Judgment));
        assert_ok!(end(REVIEWER, one));
        assert_ok!(end(REVIEWER, both));
    });
}

#[test]
fn only_live_rights_are_ended() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            stamp_as(REGISTRAR, ending(&[3], EndingGround::Extinction), paper(court(X))),
            Error::<Test>::RightsUnfit
        );
        let both = stamped(X, ending(&[0, 1], EndingGround::Extinction));
        let one = stamped(X, ending(&[1], EndingGround::Extinction));
        assert_ok!(end(REVIEWER, one));
        take_events();
        // What ended meanwhile stays as it ended.
        assert_ok!(end(REVIEWER, both));
        let [Event::RightsEnded { rights: ended, .. }] = &take_events()[..] else {
            panic!("one event")
        };
        assert_eq!(*ended, rights(&[0]));
        let late = stamped(X, ending(&[2], EndingGround::Extinction));
        end_right(2);
        assert_noop!(end(REVIEWER, late), Error::<Test>::RightsUnfit);
    });
}

#[test]
fn an_ending_is_not_confirmed_and_a_seizure_ends_no_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stamped(X, ending(&[0], EndingGround::Judgment));
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::WrongMeasure);
        let seizure = seized(X, 12);
        assert_noop!(end(REVIEWER, seizure), Error::<Test>::WrongMeasure);
    });
}

#[test]
fn a_suspended_authority_ends_no_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stamped(X, ending(&[0], EndingGround::Judgment));
        world(|world| world.listed = false);
        assert_noop!(end(REVIEWER, id), Error::<Test>::AuthorityNotListed);
    });
}

#[test]
fn only_a_second_person_without_interest_ends_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let id = stamped(X, ending(&[0], EndingGround::Judgment));
        assert_second_person_only(id, Encumbrances::end_by_instrument);
        set_end_of("2026-12-02");
        assert_noop!(end(REVIEWER, id), Error::<Test>::ConfirmationTooLate);
    });
}
