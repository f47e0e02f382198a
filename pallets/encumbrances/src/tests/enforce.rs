//! Enforcement by an agreement that is dated after the default notice.

use super::collateral::*;
use quanji_primitives::{
    collateral::{CollateralRules, LaterPledges},
    day_book::PledgesUnderRuling,
    object::DataLevel,
    regimes::NATIONAL_2026,
};

pub(super) fn notice(account: u64, id: DeedId, given_on: &str) -> DispatchResult {
    Encumbrances::give_default_notice(signed(account), OWN, id, given_on.parse().unwrap(), digest(8))
}

pub(super) fn enforcement(id: DeedId, numbers: &[u32], to: u64, agreed_on: &str) -> DeedMatter {
    DeedMatter::Enforcement {
        pledge: id,
        object: product(),
        rights: rights(numbers),
        to: party(to),
        agreed_on: agreed_on.parse().unwrap(),
        surplus: digest(9),
    }
}

/// A pledge in default since 1 December; it is the 10th.
fn in_default() -> DeedId {
    let id = pledged(BANK_P, 28);
    assert_ok!(notice(BANK_P, id, "2026-12-01"));
    set_now("2026-12-10 10:00");
    forget();
    id
}

/// A paper that an officer types in counts from its receipt, which may be thirty days ago: before the agreement, and before the
/// default.
#[test]
fn a_paper_from_before_the_agreement_signs_no_enforcement() {
    ExtBuilder::default().build_and_execute(|| {
        let id = in_default();
        let filed = |received: &str| {
            let counter = CounterFiling {
                party: party(WITHOUT_ACCOUNT),
                document: digest(6),
                received_at: at(received),
            };
            let agreed = deed(enforcement(id, &[1], WITHOUT_ACCOUNT, "2026-12-09"));
            Encumbrances::propose(signed(REGISTRAR), Capacity::Counter(counter), Box::new(agreed))
        };
        for before in ["2026-11-20 09:00", "2026-12-08 23:59:59"] {
            assert_noop!(filed(before), Error::<Test>::AgreementInFuture);
        }
        assert_ok!(filed("2026-12-09 00:00"));
        let agreed = last_deed();
        for account in [HOLDER, BANK_P] {
            assert_ok!(sign(account, agreed));
        }
        assert_eq!(pledge_status(id), PledgeStatus::Enforced);
    });
}

/// As a transfer by a case does not pass it either (NG 34).
#[test]
fn a_right_whose_term_is_over_is_not_enforced() {
    ExtBuilder::default().build_and_execute(|| {
        let offered = Offered {
            object: product(),
            rights: rights(&[0, 1]),
            reservation: None,
        };
        let matter = DeedMatter::Pledge(PledgeTerms {
            offered: vec![offered].try_into().unwrap(),
            through: "2035-01-01".parse().unwrap(),
            ..terms(BANK_P, 1, None)
        });
        let id = done(&[BANK_P, HOLDER], matter);
        assert_ok!(notice(BANK_P, id, "2026-12-01"));
        // The right to operate is renewed, that to hold is not.
        let operating = Registry::right(product(), 1).unwrap();
        let valid_until = at("2036-11-02 00:00");
        let renewed = quanji_primitives::v1::RightRecord {
            valid_until,
            ..operating
        };
        Registry::put_right(product(), 1, &renewed);
        let all = || enforcement(id, &[0, 1], BUYER, "2031-11-01");
        set_last_second_of("2031-11-01");
        assert_eq!(Encumbrances::can_propose(Box::new(deed(all()))), Ok(()));
        set_end_of("2031-11-01");
        for lapsed in [&[0][..], &[0, 1]] {
            assert_refused(
                BANK_P,
                enforcement(id, lapsed, BUYER, "2031-11-01"),
                Error::<Test>::RightsLapsed,
            );
        }
        assert_ok!(propose(BANK_P, deed(enforcement(id, &[1], BUYER, "2031-11-01"))));
    });
}

#[test]
fn who_reserved_an_earlier_place_signs_an_enforcement() {
    ExtBuilder::default().build_and_execute(|| {
        let place = done(&[HOLDER, BANK_R], reservation(product(), &[0, 1], BANK_R, 1));
        let id = in_default();
        let agreed = || deed(enforcement(id, &[1], BUYER, "2026-12-09"));
        assert_ok!(propose(BANK_P, agreed()));
        let waiting = last_deed();
        assert_ok!(sign(HOLDER, waiting));
        assert_ok!(sign(BUYER, waiting));
        // It would stand against a right with which it can do nothing any more.
        assert_eq!(Encumbrances::deed_signatures_missing(waiting), [party(BANK_R)]);
        assert_eq!(pledge_status(id), PledgeStatus::Live);
        assert!(Registry::right(product(), 1)
            .unwrap()
            .holders
            .contains(party(HOLDER)));
        forget();
        assert_ok!(sign(BANK_R, waiting));
        let events = take_events();
        let [Event::PledgeEnforced { travelling, by, .. }] = &events[..] else {
            panic!("{events:?}");
        };
        assert_eq!(travelling.to_vec(), [(product(), place, party(BANK_R))]);
        assert_eq!(*by, party(BANK_R));
        assert_eq!(pledge_status(id), PledgeStatus::Enforced);
        // The other right is still its pledgor's.
        assert_eq!(reservation_status(place), ReservationStatus::Standing);
    });
    ExtBuilder::default().build_and_execute(|| {
        let place = reserved(BANK_R, 1);
        let id = in_default();
        let by = [BANK_P, HOLDER, BUYER, BANK_R];
        done(&by, enforcement(id, &[1], BUYER, "2026-12-09"));
        assert_eq!(reservation_status(place), ReservationStatus::Ended);
    });
    // Once it has lapsed nobody asks for it.
    ExtBuilder::default().build_and_execute(|| {
        let place = reserved(BANK_R, 1);
        let id = in_default();
        set_now("2027-01-15 10:00");
        assert_eq!(reservation_status(place), ReservationStatus::Lapsed);
        let by = [BANK_P, HOLDER, BUYER];
        done(&by, enforcement(id, &[1], BUYER, "2027-01-14"));
    });
}

#[test]
fn a_later_place_ends_by_an_enforcement_without_signature() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let place = reserved(BANK_R, 1);
        assert_ok!(notice(BANK_P, id, "2026-12-01"));
        set_now("2026-12-10 10:00");
        let agreed = || deed(enforcement(id, &[1], BUYER, "2026-12-09"));
        assert_noop!(propose(BANK_R, agreed()), Error::<Test>::NotASignatory);
        assert_ok!(propose(BANK_P, agreed()));
        let waiting = last_deed();
        assert_eq!(
            Encumbrances::deed_signatures_missing(waiting),
            [party(HOLDER), party(BUYER)]
        );
        assert_ok!(sign(HOLDER, waiting));
        forget();
        assert_ok!(sign(BUYER, waiting));
        let events = take_events();
        let [Event::PledgeEnforced { ended, .. }] = &events[..] else {
            panic!("{events:?}");
        };
        assert_eq!(ended.to_vec(), [(product(), place, party(BANK_R))]);
        assert_eq!(reservation_status(place), ReservationStatus::Ended);
    });
}

#[test]
fn an_agreement_before_the_default_notice_enforces_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        set_now("2026-12-10 10:00");
        assert_refused(
            BANK_P,
            enforcement(id, &[1], BUYER, "2026-12-09"),
            Error::<Test>::NoDefaultNotice,
        );
        assert_ok!(notice(BANK_P, id, "2026-12-05"));
        for before in ["2026-12-01", "2026-12-05"] {
            assert_refused(
                BANK_P,
                enforcement(id, &[1], BUYER, before),
                Error::<Test>::AgreementBeforeDefault,
            );
        }
        assert_refused(
            BANK_P,
            enforcement(id, &[1], BUYER, "2026-12-11"),
            Error::<Test>::AgreementInFuture,
        );
        assert_ok!(propose(BANK_P, deed(enforcement(id, &[1], BUYER, "2026-12-06"))));
    });
}

#[test]
fn the_right_passes_and_the_pledge_ends_while_other_ranks_stay() {
    ExtBuilder::default().build_and_execute(|| {
        let earlier = pledged(BANK_R, 2);
        let id = pledged(BANK_P, 28);
        let later = pledged(BANK_Q, 5);
        let place = done(&[HOLDER, BANK_R], reservation(product(), &[1], BANK_R, 1));
        assert_ok!(notice(BANK_P, id, "2026-12-01"));
        set_now("2026-12-10 10:00");
        assert_ok!(propose(BANK_P, deed(enforcement(id, &[1], BUYER, "2026-12-09"))));
        let agreed = last_deed();
        assert_eq!(
            Encumbrances::deed_signatures_missing(agreed),
            [party(HOLDER), party(BUYER)]
        );
        assert_ok!(sign(HOLDER, agreed));
        forget();
        assert_ok!(sign(BUYER, agreed));
        assert_only_event(Event::PledgeEnforced {
            pledge: id,
            deed: agreed,
            object: product(),
            rights: rights(&[1]),
            to: party(BUYER),
            surplus: digest(9),
            survivors: vec![9].try_into().unwrap(),
            travelling: vec![
                (product(), earlier, party(BANK_R)),
                (product(), later, party(BANK_Q)),
            ]
            .try_into()
            .unwrap(),
            ended: vec![(product(), place, party(BANK_R))].try_into().unwrap(),
            by: party(BUYER),
            via: Via::Own,
        });
        let by = [BANK_P, HOLDER, BUYER];
        let written = take_written();
        assert_eq!(written.len(), 3);
        assert_eq!(
            written[0],
            Written::RightsPassed(rights(&[1]), party(BUYER), signatures(&by))
        );
        assert_eq!(written[2], entry_of_pledge(id, product(), &by));
        assert_eq!(pledge_status(id), PledgeStatus::Enforced);
        assert_eq!(reservation_status(place), ReservationStatus::Ended);
        assert_eq!(ranks(), [(earlier, 1, None), (later, 2, None)]);
        assert!(Registry::right(product(), 1)
            .unwrap()
            .holders
            .contains(party(BUYER)));
    });
}

#[test]
fn a_regime_may_let_later_pledges_end() {
    ExtBuilder::default().build_and_execute(|| {
        let rules = CollateralRules {
            later_pledges: LaterPledges::End,
            ..CollateralRules::of(NATIONAL_2026)
        };
        world(|world| world.collateral = Some(rules));
        let earlier = pledged(BANK_R, 2);
        let id = pledged(BANK_P, 28);
        let later = pledged(BANK_Q, 5);
        assert_ok!(notice(BANK_P, id, "2026-12-01"));
        set_now("2026-12-10 10:00");
        done(
            &[BANK_P, HOLDER, BUYER],
            enforcement(id, &[1], BUYER, "2026-12-09"),
        );
        assert_eq!(pledge_status(later), PledgeStatus::Enforced);
        assert_eq!(ranks(), [(earlier, 1, None)]);
    });
}

#[test]
fn a_part_of_what_is_pledged_passes_and_the_rest_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let offered = Offered {
            object: product(),
            rights: rights(&[0, 1]),
            reservation: None,
        };
        let matter = DeedMatter::Pledge(PledgeTerms {
            offered: vec![offered].try_into().unwrap(),
            ..terms(BANK_P, 1, None)
        });
        let id = done(&[BANK_P, HOLDER], matter);
        assert_ok!(notice(BANK_P, id, "2026-12-01"));
        set_now("2026-12-10 10:00");
        done(
            &[BANK_P, HOLDER, BUYER],
            enforcement(id, &[1], BUYER, "2026-12-09"),
        );
        assert_eq!(mark_on(product(), 0).rights, rights(&[0]));
        assert_eq!(pledge_status(id), PledgeStatus::Live);
    });
}

#[test]
fn the_pledgee_itself_may_receive() {
    ExtBuilder::default().build_and_execute(|| {
        let id = in_default();
        done(&[BANK_P, HOLDER], enforcement(id, &[1], BANK_P, "2026-12-09"));
        assert!(Registry::right(product(), 1)
            .unwrap()
            .holders
            .contains(party(BANK_P)));
    });
}

#[test]
fn what_is_enforced_is_pledged_and_on_one_certificate() {
    ExtBuilder::default().build_and_execute(|| {
        let id = in_default();
        for unfit in [&[][..], &[0], &[0, 1]] {
            assert_refused(
                BANK_P,
                enforcement(id, unfit, BUYER, "2026-12-09"),
                Error::<Test>::NotPledged,
            );
        }
        let offered = Offered {
            object: product(),
            rights: rights(&[1, 2]),
            reservation: None,
        };
        let matter = DeedMatter::Pledge(PledgeTerms {
            offered: vec![offered].try_into().unwrap(),
            ..terms(BANK_Q, 1, None)
        });
        let two = done(&[BANK_Q, HOLDER, CO_HOLDER], matter);
        assert_ok!(notice(BANK_Q, two, "2026-12-10"));
        set_now("2026-12-12 10:00");
        assert_refused(
            BANK_Q,
            enforcement(two, &[1, 2], BUYER, "2026-12-11"),
            Error::<Test>::RightsUnfit,
        );
    });
}

#[test]
fn who_receives_is_another_admitted_party_and_needs_no_examination() {
    ExtBuilder::default().build_and_execute(|| {
        let id = in_default();
        let to = |account| enforcement(id, &[1], account, "2026-12-09");
        for unfit in [999, HOLDER] {
            assert_refused(BANK_P, to(unfit), Error::<Test>::ReceiverUnfit);
        }
        assert_refused(BANK_P, to(FOREIGN_BODY), Error::<Test>::ExaminationNeeded);
        let mut important = Registry::object(product()).unwrap();
        important.facts.level = DataLevel::Important;
        Registry::put_object(product(), &important);
        assert_refused(BANK_P, to(BUYER), Error::<Test>::ExaminationNeeded);
    });
}

#[test]
fn a_seized_right_is_not_enforced_by_agreement() {
    ExtBuilder::default().build_and_execute(|| {
        let id = in_default();
        seize_product();
        assert_refused(
            BANK_P,
            enforcement(id, &[1], BUYER, "2026-12-09"),
            Error::<Test>::MarkInTheWay,
        );
    });
}

/// The other way: the court whose seizure has the first rank transfers by a ruling, and says what becomes of the pledge.
#[test]
fn a_ruling_that_ends_pledges_enforces_them() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let paper = || paper(court(X));
        let stamp = |measure| {
            assert_ok!(Encumbrances::stamp(
                signed(REGISTRAR),
                product(),
                measure,
                paper()
            ));
            last_stamp()
        };
        let of = confirmed(stamp(seizure(&[1], 12)));
        let ruling = stamp(Measure::Transfer {
            of,
            rights: rights(&[1]),
            to: party(BUYER),
            pledges: PledgesUnderRuling::End,
        });
        assert_ok!(Encumbrances::transfer_by_ruling(signed(REVIEWER), ruling));
        assert_eq!(pledge_status(id), PledgeStatus::Enforced);
        assert_eq!(ranks(), []);
    });
}
