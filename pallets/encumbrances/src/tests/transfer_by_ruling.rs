//! `transfer_by_ruling`: the court whose seizure has the first rank transfers what it has seized.

use super::collateral::*;
use quanji_primitives::{day_book::PledgesUnderRuling, rights::Holders, Bounded, ConflictId};

fn transfer(of: StampId, numbers: &[u32]) -> Measure {
    Measure::Transfer {
        of,
        rights: rights(numbers),
        to: party(CO_HOLDER),
        pledges: PledgesUnderRuling::Travel,
    }
}

fn carry_out(account: u64, id: StampId) -> DispatchResult {
    Encumbrances::transfer_by_ruling(signed(account), id)
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
fn a_ruling_transfers_and_ends_what_it_reaches() {
    for pledges in [PledgesUnderRuling::Travel, PledgesUnderRuling::End] {
        ExtBuilder::default().build_and_execute(|| {
            let first = confirmed(seized(X, 12));
            let waiting = confirmed(seized(Y, 12));
            let notice = set(MarkKind::ObjectionNotice, &[0]);
            let hold = set(MarkKind::Hold, &[0]);
            let pledge = set(MarkKind::Pledge, &[0]);
            let of_both = set(MarkKind::Reservation, &[0, 1]);
            let reservation = set(MarkKind::Reservation, &[0]);
            let measure = Measure::Transfer {
                of: first,
                rights: rights(&[0]),
                to: party(CO_HOLDER),
                pledges,
            };
            let id = stamped(X, measure);
            let before = Registry::right(object(), 0).unwrap();
            assert_ne!(before.holders, Holders::Sole(party(CO_HOLDER)));
            assert_ok!(carry_out(REVIEWER, id));
            let after = Registry::right(object(), 0).unwrap();
            assert_eq!(after.holders, Holders::Sole(party(CO_HOLDER)));
            let from_conflict = |number| (number, MarkSource::Conflict(ConflictId(1)));
            let mut travelling = vec![from_conflict(notice), from_conflict(of_both)];
            let mut ended = vec![
                (0, MarkSource::DayBook(first)),
                (1, MarkSource::DayBook(waiting)),
                from_conflict(hold),
                from_conflict(reservation),
            ];
            let list = match pledges {
                PledgesUnderRuling::End => &mut ended,
                _ => &mut travelling,
            };
            list.push(from_conflict(pledge));
            travelling.sort_by_key(|(number, _)| *number);
            ended.sort_by_key(|(number, _)| *number);
            let by = || basis(id, REVIEWER, Some(REGISTRAR));
            let mut written = vec![Written::RightsPassed(rights(&[0]), party(CO_HOLDER), by())];
            let ends = |number| Written::MarkEnded(number, MarkEnd::CarriedOut, by());
            written.extend(ended.iter().map(|(number, _)| ends(*number)));
            assert_eq!(take_written(), written);
            assert_only_event(Event::RightsPassed {
                stamp: id,
                authority: AUTHORITY,
                officer: officer(REVIEWER),
                object: object(),
                rights: rights(&[0]),
                to: party(CO_HOLDER),
                survivors: Bounded::truncate_from(vec![9]),
                travelling: Bounded::truncate_from(travelling),
                ended: Bounded::truncate_from(ended),
            });
            assert_eq!(stored(id).found.unwrap().0, Finding::Confirmed);
        });
    }
}

/// A pledge of the rights to hold and to operate, and the ruling of the court that has seized the second alone.
fn ruled_on_a_part(pledges: PledgesUnderRuling) -> (DeedId, StampId) {
    let matter = pledge_of(BANK_P, &[(product(), &[0, 1]), (other_product(), &[0])]);
    let pledge = done(&[BANK_P, HOLDER], matter);
    let stamp = |measure| {
        let paper = paper(court(X));
        assert_ok!(Encumbrances::stamp(signed(REGISTRAR), product(), measure, paper));
        last_stamp()
    };
    let of = confirmed(stamp(seizure(&[1], 12)));
    let ruling = stamp(Measure::Transfer {
        of,
        rights: rights(&[1]),
        to: party(BUYER),
        pledges,
    });
    forget();
    (pledge, ruling)
}

/// The seizure that a ruling on a part carries out.
fn carried_out() -> (u32, MarkSource) {
    (1, MarkSource::DayBook(StampId::new(AUTHORITY, 1).unwrap()))
}

#[test]
fn a_ruling_ends_a_pledge_on_what_passes_and_leaves_it_the_rest() {
    ExtBuilder::default().build_and_execute(|| {
        let (pledge, ruling) = ruled_on_a_part(PledgesUnderRuling::End);
        assert_ok!(carry_out(REVIEWER, ruling));
        let of_pledge = (0, MarkSource::Deed(pledge));
        assert_only_event(Event::RightsPassed {
            stamp: ruling,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            object: product(),
            rights: rights(&[1]),
            to: party(BUYER),
            survivors: Bounded::truncate_from(vec![9]),
            travelling: Default::default(),
            ended: Bounded::truncate_from(vec![of_pledge, carried_out()]),
        });
        let record = stored_pledge(pledge);
        let pledged: Vec<_> = record
            .collateral
            .iter()
            .map(|item| (item.object, item.rights))
            .collect();
        assert_eq!(
            pledged,
            [(product(), rights(&[0])), (other_product(), rights(&[0]))]
        );
        let mark = mark_on(product(), 0);
        assert_eq!((mark.rights, mark.ended), (rights(&[0]), None));
        let by = || basis(ruling, REVIEWER, Some(REGISTRAR));
        let encumbrance = Encumbrance::Pledge(Box::new(record));
        assert_eq!(
            take_written(),
            [
                Written::RightsPassed(rights(&[1]), party(BUYER), by()),
                Written::Encumbered(product(), 0, mark, encumbrance, by()),
                Written::MarkEnded(1, MarkEnd::CarriedOut, by()),
            ]
        );
        assert_eq!(ranks(), [], "the right to operate is free");
        assert_eq!(pledge_status(pledge), PledgeStatus::Live);
        // What is left of it stands, and is released.
        assert_eq!(Encumbrances::ranks(product(), 0).len(), 1);
        assert_ok!(Encumbrances::release(signed(BANK_P), OWN, pledge, None));
        assert_eq!(pledge_status(pledge), PledgeStatus::Released);
    });
}

#[test]
fn a_ruling_that_ends_no_pledges_leaves_them_whole() {
    ExtBuilder::default().build_and_execute(|| {
        let (pledge, ruling) = ruled_on_a_part(PledgesUnderRuling::Travel);
        let before = stored_pledge(pledge);
        assert_ok!(carry_out(REVIEWER, ruling));
        let events = take_events();
        let [Event::RightsPassed {
            travelling, ended, ..
        }] = &events[..]
        else {
            panic!("{events:?}");
        };
        assert_eq!(travelling.to_vec(), [(0, MarkSource::Deed(pledge))]);
        assert_eq!(ended.to_vec(), [carried_out()]);
        assert_eq!(stored_pledge(pledge), before);
        assert_eq!(mark_on(product(), 0).rights, rights(&[0, 1]));
        assert_eq!(ranks(), [(pledge, 1, None)]);
    });
}

#[test]
fn only_the_court_of_the_first_rank_transfers() {
    ExtBuilder::default().build_and_execute(|| {
        let first = seized(X, 12);
        let unconfirmed = stamp_as(REGISTRAR, transfer(first, &[0]), paper(court(X)));
        assert_eq!(unconfirmed, Err(Error::<Test>::NotConfirmedYet.into()));
        confirmed(first);
        let waiting = confirmed(seized(Y, 12));
        assert_noop!(
            stamp_as(REGISTRAR, transfer(waiting, &[0]), paper(court(Y))),
            Error::<Test>::NotFirstRank
        );
        assert_noop!(
            stamp_as(REGISTRAR, transfer(first, &[0]), paper(court(Y))),
            Error::<Test>::OtherOrgan
        );
        // Its seizure still stands when the ruling is carried out.
        let id = stamped(X, transfer(first, &[0]));
        confirmed(stamped(X, Measure::Release { of: first }));
        assert_noop!(carry_out(REVIEWER, id), Error::<Test>::NotStanding);
        // The next has risen.
        let id = stamped(Y, transfer(waiting, &[0]));
        assert_ok!(carry_out(REVIEWER, id));
    });
}

#[test]
fn only_what_is_seized_is_transferred() {
    ExtBuilder::default().build_and_execute(|| {
        let first = confirmed(seized(X, 12));
        for numbers in [&[][..], &[1], &[0, 1]] {
            assert_noop!(
                stamp_as(REGISTRAR, transfer(first, numbers), paper(court(X))),
                Error::<Test>::RightsUnfit
            );
        }
        let id = stamped(X, transfer(first, &[0]));
        end_right(0);
        assert_noop!(carry_out(REVIEWER, id), Error::<Test>::RightsUnfit);
    });
}

#[test]
fn who_receives_is_an_admitted_party() {
    ExtBuilder::default().build_and_execute(|| {
        let of = confirmed(seized(X, 12));
        let measure = Measure::Transfer {
            of,
            rights: rights(&[0]),
            to: quanji_primitives::PartyId(77),
            pledges: PledgesUnderRuling::Travel,
        };
        assert_noop!(
            stamp_as(REGISTRAR, measure, paper(court(X))),
            Error::<Test>::ReceiverUnfit
        );
    });
}

#[test]
fn who_receives_is_still_in_good_standing_when_it_is_carried_out() {
    ExtBuilder::default().build_and_execute(|| {
        let of = confirmed(seized(X, 12));
        let id = stamped(X, transfer(of, &[0]));
        succeed(CO_HOLDER, BUYER);
        assert_noop!(carry_out(REVIEWER, id), Error::<Test>::ReceiverUnfit);
    });
}

#[test]
fn a_ruling_ends_no_more_marks_than_a_call_can_write() {
    ExtBuilder::default().build_and_execute(|| {
        let of = confirmed(seized(X, 12));
        let id = stamped(X, transfer(of, &[0]));
        // With the right and the seizure.
        for _ in 0..quanji_primitives::directory::ENDED_AT_ONCE_MAX - 2 {
            set(MarkKind::Reservation, &[0]);
        }
        let last = set(MarkKind::Reservation, &[0]);
        assert_noop!(carry_out(REVIEWER, id), Error::<Test>::TooMuchAtOnce);
        let by = basis(StampId::new(AUTHORITY, 0).unwrap(), REGISTRAR, None);
        Registry::end_mark(object(), last, MarkEnd::GivenUp, by, Some(officer(REGISTRAR))).unwrap();
        assert_ok!(carry_out(REVIEWER, id));
    });
}

#[test]
fn control_is_released_before_a_transfer() {
    ExtBuilder::default().build_and_execute(|| {
        let of = confirmed(seized(X, 12));
        let id = stamped(X, transfer(of, &[0]));
        let control = set(MarkKind::Control, &[0]);
        assert_noop!(carry_out(REVIEWER, id), Error::<Test>::MarkInTheWay);
        let by = basis(StampId::new(AUTHORITY, 0).unwrap(), REGISTRAR, None);
        Registry::end_mark(object(), control, MarkEnd::Released, by, Some(officer(REGISTRAR))).unwrap();
        assert_ok!(carry_out(REVIEWER, id));
    });
}

#[test]
fn a_ruling_is_carried_out_by_its_own_call_and_a_second_person() {
    ExtBuilder::default().build_and_execute(|| {
        let of = confirmed(seized(X, 12));
        let id = stamped(X, transfer(of, &[0]));
        assert_noop!(confirm(REVIEWER, id), Error::<Test>::WrongMeasure);
        assert_noop!(
            Encumbrances::end_by_instrument(signed(REVIEWER), id),
            Error::<Test>::WrongMeasure
        );
        let other = seized(Y, 12);
        assert_noop!(carry_out(REVIEWER, other), Error::<Test>::WrongMeasure);
        assert_second_person_only(id, Encumbrances::transfer_by_ruling);
        world(|world| world.listed = false);
        assert_noop!(carry_out(REVIEWER, id), Error::<Test>::AuthorityNotListed);
        world(|world| world.listed = true);
        set_end_of("2026-12-02");
        assert_noop!(carry_out(REVIEWER, id), Error::<Test>::ConfirmationTooLate);
    });
}

#[test]
fn a_rejected_ruling_changes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let of = confirmed(seized(X, 12));
        let id = stamped(X, transfer(of, &[0]));
        assert_ok!(Encumbrances::reject(signed(REVIEWER), id, digest(7)));
        assert_eq!(take_written(), []);
        assert!(standing(0).stands());
        assert_noop!(carry_out(REVIEWER, id), Error::<Test>::AlreadyDecided);
    });
}
