//! Reservations: made with the holder's signature, given up, used, and over by time.

use super::collateral::*;

#[test]
fn a_place_is_reserved_with_the_last_signature() {
    ExtBuilder::at("2026-11-09 10:00").build_and_execute(|| {
        assert_ok!(propose(BANK_P, deed(reservation(product(), &[1], BANK_P, 30))));
        let id = last_deed();
        forget();
        set_now("2026-11-09 15:00");
        assert_ok!(sign(HOLDER, id));
        let until = end_of("2026-12-21");
        assert_only_event(Event::Reserved {
            reservation: id,
            financier: party(BANK_P),
            object: product(),
            rights: rights(&[1]),
            mark: 0,
            until,
            behind: Default::default(),
            by: party(HOLDER),
            via: Via::Own,
        });
        let record = stored_reservation(id);
        assert_eq!(
            (
                record.financier,
                record.holders.to_vec(),
                record.until,
                record.used_by
            ),
            (party(BANK_P), vec![party(HOLDER)], until, None)
        );
        let mark = mark_on(product(), 0);
        assert_eq!(
            (mark.kind, mark.source, mark.until),
            (MarkKind::Reservation, MarkSource::Deed(id), Some(until))
        );
        let [Written::Encumbered(object, 0, entered, Encumbrance::Reservation(carried), _)] =
            &take_written()[..]
        else {
            panic!("one entry");
        };
        assert_eq!(
            (*object, *entered, (**carried).clone()),
            (product(), mark, record)
        );
    });
}

/// Story 6.2: Monday 9 November and thirty working days end on Monday 21 December at 24:00.
#[test]
fn a_reservation_stands_thirty_working_days_and_ends_by_time_alone() {
    ExtBuilder::at("2026-11-09 10:00").build_and_execute(|| {
        let id = reserved(BANK_P, 30);
        set_last_second_of("2026-12-21");
        assert_eq!(reservation_status(id), ReservationStatus::Standing);
        assert_eq!(ranks(), [(id, 1, None)]);
        set_end_of("2026-12-21");
        assert_eq!(reservation_status(id), ReservationStatus::Lapsed);
        assert_eq!(ranks(), []);
        assert_refused(
            BANK_P,
            pledge(BANK_P, 28, Some(id)),
            Error::<Test>::ReservationNotStanding,
        );
    });
}

#[test]
fn a_later_reservation_ranks_behind_and_its_financier_is_told_of_whom() {
    ExtBuilder::default().build_and_execute(|| {
        let first = reserved(BANK_P, 30);
        assert_ok!(propose(BANK_Q, deed(reservation(product(), &[1], BANK_Q, 9))));
        let second = last_deed();
        forget();
        assert_ok!(sign(HOLDER, second));
        let events = take_events();
        let [Event::Reserved { behind, .. }] = &events[..] else {
            panic!("{events:?}");
        };
        assert_eq!(behind.to_vec(), [(product(), first, party(BANK_P))]);
        assert_eq!(ranks(), [(first, 1, None), (second, 2, None)]);
    });
}

#[test]
fn a_financier_reserves_one_place_on_a_right() {
    ExtBuilder::default().build_and_execute(|| {
        let id = reserved(BANK_P, 30);
        let again = || reservation(product(), &[0, 1], BANK_P, 5);
        assert_refused(BANK_P, again(), Error::<Test>::AlreadyReserved);
        assert_ok!(Encumbrances::give_up_reservation(signed(BANK_P), OWN, id));
        assert_ok!(propose(BANK_P, deed(again())));
    });
}

#[test]
fn a_reservation_is_given_up_by_who_has_it() {
    ExtBuilder::default().build_and_execute(|| {
        let id = reserved(BANK_P, 30);
        for account in [HOLDER, BANK_Q] {
            assert_noop!(
                Encumbrances::give_up_reservation(signed(account), OWN, id),
                Error::<Test>::NotThePledgee
            );
        }
        let unknown = DeedId::new(AUTHORITY, 999).unwrap();
        assert_noop!(
            Encumbrances::give_up_reservation(signed(BANK_P), OWN, unknown),
            Error::<Test>::ReservationNotFound
        );
        assert_ok!(Encumbrances::give_up_reservation(signed(BANK_P), OWN, id));
        assert_only_event(Event::ReservationGivenUp {
            reservation: id,
            object: product(),
            by: party(BANK_P),
            via: Via::Own,
        });
        assert_eq!(reservation_status(id), ReservationStatus::GivenUp);
        assert_eq!(mark_on(product(), 0).ended, Some((now(), MarkEnd::GivenUp)));
        assert_noop!(
            Encumbrances::give_up_reservation(signed(BANK_P), OWN, id),
            Error::<Test>::ReservationNotStanding
        );
    });
}

/// Story 6.3: entered in the place of the reservation, before the bank that came between.
#[test]
fn a_pledge_takes_the_place_of_the_reservation_that_it_uses() {
    ExtBuilder::at("2026-11-09 10:00").build_and_execute(|| {
        let place = reserved(BANK_P, 30);
        let other = pledged(BANK_Q, 5);
        assert_eq!(ranks(), [(place, 1, None), (other, 2, None)]);
        set_now("2026-12-18 10:00");
        let used = done(&[BANK_P, HOLDER], pledge(BANK_P, 28, Some(place)));
        assert_eq!(ranks(), [(used, 1, None), (other, 2, None)]);
        let item = stored_pledge(used).collateral[0];
        assert_eq!((item.mark, item.place), (2, 0));
        assert_eq!(stored_reservation(place).used_by, Some(used));
        assert_eq!(reservation_status(place), ReservationStatus::Used);
        // It is used once.
        assert_refused(
            BANK_P,
            pledge(BANK_P, 1, Some(place)),
            Error::<Test>::ReservationNotStanding,
        );
    });
}

#[test]
fn a_lapsed_reservation_leaves_a_pledge_its_own_rank() {
    ExtBuilder::at("2026-11-09 10:00").build_and_execute(|| {
        reserved(BANK_P, 30);
        let other = pledged(BANK_Q, 5);
        set_now("2026-12-22 09:00");
        let late = pledged(BANK_P, 28);
        assert_eq!(ranks(), [(other, 1, None), (late, 2, None)]);
    });
}

#[test]
fn a_pledge_secures_no_more_than_was_reserved() {
    ExtBuilder::default().build_and_execute(|| {
        let place = reserved(BANK_P, 30);
        let using = |secured| {
            DeedMatter::Pledge(PledgeTerms {
                secured,
                ..terms(BANK_P, 0, Some(place))
            })
        };
        let sum = |amount, letters: &[u8; 3]| Sum {
            amount,
            currency: Currency(*letters),
        };
        for secured in [
            Sum::of_cny(31 * MILLION),
            sum(Amount::InClear(1), b"USD"),
            sum(Amount::Committed(digest(3)), b"CNY"),
        ] {
            assert_refused(BANK_P, using(secured), Error::<Test>::OverReserved);
        }
        assert_ok!(propose(BANK_P, deed(using(Sum::of_cny(30 * MILLION)))));
    });
}

#[test]
fn only_the_same_financier_holder_and_rights_use_a_reservation() {
    ExtBuilder::default().build_and_execute(|| {
        let place = reserved(BANK_P, 30);
        assert_refused(
            BANK_Q,
            pledge(BANK_Q, 1, Some(place)),
            Error::<Test>::ReservedForAnother,
        );
        let on = |object, numbers: &[u32]| {
            let offered = Offered {
                object,
                rights: rights(numbers),
                reservation: Some(place),
            };
            DeedMatter::Pledge(PledgeTerms {
                offered: vec![offered].try_into().unwrap(),
                ..terms(BANK_P, 1, None)
            })
        };
        for other in [on(product(), &[0, 1]), on(other_product(), &[0])] {
            assert_refused(BANK_P, other, Error::<Test>::ReservedForOther);
        }
        let unknown = DeedId::new(AUTHORITY, 999).unwrap();
        assert_refused(
            BANK_P,
            pledge(BANK_P, 1, Some(unknown)),
            Error::<Test>::ReservationNotFound,
        );
        // The right has passed to another since.
        let right = Registry::right(product(), 1).unwrap();
        let holders = quanji_primitives::rights::Holders::Sole(party(BUYER));
        let passed = quanji_primitives::v1::RightRecord { holders, ..right };
        Registry::put_right(product(), 1, &passed);
        assert_refused(
            BANK_P,
            pledge(BANK_P, 1, Some(place)),
            Error::<Test>::ReservedForOther,
        );
    });
}

#[test]
fn a_reservation_postpones_no_seizure() {
    ExtBuilder::default().build_and_execute(|| {
        reserved(BANK_P, 30);
        seize_product();
        let standing = standings(&Registry::marks(product()), now());
        assert_eq!(
            (standing[1].kind, standing[1].state),
            (MarkKind::SeizureFirst, MarkState::Standing)
        );
        assert_refused(BANK_P, pledge(BANK_P, 1, None), Error::<Test>::MarkInTheWay);
        assert_refused(
            BANK_Q,
            reservation(product(), &[1], BANK_Q, 1),
            Error::<Test>::MarkInTheWay,
        );
    });
}

#[test]
fn who_reserves_is_a_financier_and_not_the_holder_and_the_sum_has_a_currency() {
    ExtBuilder::default().build_and_execute(|| {
        let by = |financier| reservation(product(), &[1], financier, 30);
        assert_refused(HOLDER, by(999), Error::<Test>::PledgeeUnknown);
        assert_refused(HOLDER, by(BUYER), Error::<Test>::NotAFinancier);
        let roles = vec![quanji_primitives::person::PartyRole::Financier];
        world(|world| world.parties.get_mut(&party(HOLDER)).unwrap().roles = roles.try_into().unwrap());
        assert_refused(HOLDER, by(HOLDER), Error::<Test>::OwnPledge);
        let DeedMatter::Reservation(terms) = by(BANK_P) else {
            panic!("a reservation");
        };
        let maximum = Sum {
            currency: Currency(*b"cny"),
            ..terms.maximum
        };
        let without_currency = DeedMatter::Reservation(ReservationTerms { maximum, ..terms });
        assert_refused(HOLDER, without_currency, Error::<Test>::CurrencyUnfit);
        assert_ok!(propose(HOLDER, deed(by(BANK_P))));
    });
}
