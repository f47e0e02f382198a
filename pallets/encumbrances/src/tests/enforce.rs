//! Enforcement by an agreement that is dated after the default notice.

use super::collateral::*;
use quanji_primitives::{
    collateral::{CollateralRules, LaterPledges},
    object::DataLevel,
    regimes::NATIONAL_2026,
};

fn notice(account: u64, id: DeedId, given_on: &str) -> DispatchResult {
    Encumbrances::give_default_notice(signed(account), OWN, id, given_on.parse().unwrap(), digest(8))
}

fn enforcement(id: DeedId, numbers: &[u32], to: u64, agreed_on: &str) -> DeedMatter {
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

#[test]
fn a_default_notice_is_recorded_with_its_day_and_told_to_the_others() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let other = pledged(BANK_Q, 5);
        assert_noop!(notice(HOLDER, id, "2026-12-01"), Error::<Test>::NotThePledgee);
        for unfit in ["2026-11-30", "2026-12-02"] {
            assert_noop!(notice(BANK_P, id, unfit), Error::<Test>::DefaultNoticeUnfit);
        }
        assert_ok!(notice(BANK_P, id, "2026-12-01"));
        assert_only_event(Event::DefaultNoticed {
            pledge: id,
            given_on: "2026-12-01".parse().unwrap(),
            document: digest(8),
            told: vec![(product(), other, party(BANK_Q))].try_into().unwrap(),
            by: party(BANK_P),
            via: Via::Own,
        });
        assert_eq!(take_written(), [entry_of_pledge(id, product(), &[BANK_P])]);
        let recorded = stored_pledge(id).default.unwrap();
        assert_eq!((recorded.at, recorded.document), (now(), digest(8)));
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
            ends_pledges: true,
        });
        assert_ok!(Encumbrances::transfer_by_ruling(signed(REVIEWER), ruling));
        assert_eq!(pledge_status(id), PledgeStatus::Enforced);
        assert_eq!(ranks(), []);
    });
}
