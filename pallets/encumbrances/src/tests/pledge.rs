//! Pledges: made by the signatures of all concerned, on formal checks alone.

use super::collateral::*;
use quanji_primitives::collateral::CollateralRules;

#[test]
fn a_pledge_is_entered_at_once_with_the_last_signature() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(propose(HOLDER, deed(pledge(BANK_P, 28, None))));
        let id = last_deed();
        assert_eq!(take_written(), []);
        forget();
        assert_ok!(sign(BANK_P, id));
        let record = stored_pledge(id);
        assert_only_event(Event::Pledged {
            pledge: id,
            pledgee: party(BANK_P),
            collateral: record.collateral.clone(),
            behind: Default::default(),
            by: party(BANK_P),
            via: Via::Own,
        });
        let expected = PledgeRecord {
            version: 1,
            form: PledgeForm::Pledge,
            pledgors: vec![party(HOLDER)].try_into().unwrap(),
            pledgee: party(BANK_P),
            collateral: vec![Collateral {
                object: product(),
                rights: rights(&[1]),
                mark: 0,
                place: 0,
            }]
            .try_into()
            .unwrap(),
            secured: Sum::of_cny(28 * MILLION),
            contract: digest(0x0d),
            through: "2028-12-18".parse().unwrap(),
            entered_at: now(),
            statutory: None,
            demanded: None,
            default: None,
        };
        assert_eq!(record, expected);
        assert_eq!(
            take_written(),
            [entry_of_pledge(id, product(), &[HOLDER, BANK_P])]
        );
        let mark = mark_on(product(), 0);
        assert_eq!(
            (mark.kind, mark.source, mark.until),
            (MarkKind::Pledge, MarkSource::Deed(id), Some(end_of("2028-12-18")))
        );
        assert_eq!(pledge_status(id), PledgeStatus::Live);
    });
}

#[test]
fn all_co_holders_of_all_pledged_rights_sign_and_each_object_has_an_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let both = pledge_of(BANK_P, &[(product(), &[2]), (other_product(), &[0])]);
        assert_ok!(propose(BANK_P, deed(both)));
        let id = last_deed();
        assert_eq!(
            Encumbrances::deed_signatures_missing(id),
            [party(HOLDER), party(CO_HOLDER)]
        );
        assert_ok!(sign(HOLDER, id));
        take_written();
        assert_ok!(sign(CO_HOLDER, id));
        let by = [BANK_P, HOLDER, CO_HOLDER];
        assert_eq!(
            take_written(),
            [
                entry_of_pledge(id, product(), &by),
                entry_of_pledge(id, other_product(), &by)
            ]
        );
        assert_eq!(
            stored_pledge(id).pledgors.to_vec(),
            [party(HOLDER), party(CO_HOLDER)]
        );
    });
}

/// Story 2.4: the right to hold alone gives no security where no right to operate stands beside it.
#[test]
fn the_right_to_hold_alone_is_not_pledged() {
    ExtBuilder::default().build_and_execute(|| {
        let on = |numbers: &[u32]| pledge_of(BANK_P, &[(product(), numbers)]);
        assert_refused(CO_HOLDER, on(&[3]), Error::<Test>::OperatingRightNeeded);
        assert_refused(CO_HOLDER, on(&[1, 3]), Error::<Test>::OperatingRightNeeded);
        assert_refused(HOLDER, on(&[4]), Error::<Test>::RightsLapsed);
        for unfit in [&[][..], &[9]] {
            assert_refused(HOLDER, on(unfit), Error::<Test>::RightsUnfit);
        }
        assert_ok!(propose(HOLDER, deed(on(&[0, 1]))));
    });
}

#[test]
fn what_has_no_rights_or_is_not_registered_is_not_pledged() {
    ExtBuilder::default().build_and_execute(|| {
        let on = |objects: &[ObjectId]| {
            let offered = |object: &ObjectId| Offered {
                object: *object,
                rights: rights(&[0]),
                reservation: None,
            };
            DeedMatter::Pledge(PledgeTerms {
                offered: objects
                    .iter()
                    .map(offered)
                    .collect::<Vec<_>>()
                    .try_into()
                    .unwrap(),
                ..terms(BANK_P, 1, None)
            })
        };
        assert_refused(HOLDER, on(&[without_rights()]), Error::<Test>::NoRightsToPledge);
        let unknown = ObjectId::new(AUTHORITY, 99).unwrap();
        assert_refused(HOLDER, on(&[unknown]), Error::<Test>::ObjectUnfit);
        for twice in [[product(); 2], [other_product(), product()]] {
            assert_refused(HOLDER, on(&twice), Error::<Test>::RightsUnfit);
        }
        assert_refused(HOLDER, on(&[]), Error::<Test>::RightsUnfit);
    });
}

#[test]
fn who_is_secured_is_an_admitted_financier_and_not_the_holder() {
    ExtBuilder::default().build_and_execute(|| {
        assert_refused(HOLDER, pledge(999, 1, None), Error::<Test>::PledgeeUnknown);
        assert_refused(HOLDER, pledge(BUYER, 1, None), Error::<Test>::NotAFinancier);
        let rules = CollateralRules::of(quanji_primitives::regimes::NATIONAL_2026);
        world(|world| {
            world.collateral = Some(CollateralRules {
                financier_role_needed: false,
                ..rules
            });
        });
        assert_refused(HOLDER, pledge(HOLDER, 1, None), Error::<Test>::OwnPledge);
        assert_ok!(propose(HOLDER, deed(pledge(BUYER, 1, None))));
    });
}

#[test]
fn a_registration_lasts_a_month_to_thirty_years() {
    ExtBuilder::default().build_and_execute(|| {
        let through = |day: &str| {
            DeedMatter::Pledge(PledgeTerms {
                through: day.parse().unwrap(),
                ..terms(BANK_P, 1, None)
            })
        };
        for unfit in ["2026-12-31", "2056-12-02"] {
            assert_refused(HOLDER, through(unfit), Error::<Test>::RegistrationUnfit);
        }
        for fits in ["2027-01-01", "2056-12-01"] {
            assert_ok!(propose(HOLDER, deed(through(fits))));
        }
    });
}

#[test]
fn a_sum_has_a_currency() {
    ExtBuilder::default().build_and_execute(|| {
        let secured = Sum {
            currency: Currency(*b"cny"),
            ..Sum::of_cny(1)
        };
        let matter = DeedMatter::Pledge(PledgeTerms {
            secured,
            ..terms(BANK_P, 1, None)
        });
        assert_refused(HOLDER, matter, Error::<Test>::CurrencyUnfit);
        let committed = Sum {
            amount: Amount::Committed(digest(4)),
            ..Sum::of_cny(1)
        };
        let matter = DeedMatter::Pledge(PledgeTerms {
            secured: committed,
            ..terms(BANK_P, 1, None)
        });
        let id = done(&[HOLDER, BANK_P], matter);
        assert_eq!(stored_pledge(id).secured, committed);
    });
}

#[test]
fn a_second_pledge_ranks_behind_the_first_and_names_it() {
    ExtBuilder::default().build_and_execute(|| {
        let first = pledged(BANK_P, 28);
        assert_ok!(propose(HOLDER, deed(pledge(BANK_Q, 5, None))));
        let second = last_deed();
        forget();
        assert_ok!(sign(BANK_Q, second));
        let events = take_events();
        let [Event::Pledged { behind, .. }] = &events[..] else {
            panic!("{events:?}");
        };
        assert_eq!(behind.to_vec(), [(product(), first, party(BANK_P))]);
        assert_eq!(ranks(), [(first, 1, None), (second, 2, None)]);
    });
}

#[test]
fn a_pledge_lapses_by_time_and_locks_no_more_but_is_not_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        set_end_of("2028-12-18");
        assert_eq!(pledge_status(id), PledgeStatus::Lapsed);
        assert_eq!(ranks(), []);
        assert_eq!(mark_on(product(), 0).ended, None);
        assert_ok!(Encumbrances::release(signed(BANK_P), OWN, id, None));
        assert_eq!(pledge_status(id), PledgeStatus::Released);
    });
}

#[test]
fn an_object_full_of_marks_takes_no_pledge() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.marks_max = 0);
        assert_ok!(propose(HOLDER, deed(pledge(BANK_P, 1, None))));
        let id = last_deed();
        assert_noop!(
            frame_support::storage::with_storage_layer(|| sign(BANK_P, id)),
            Error::<Test>::ObjectFull
        );
    });
}

#[test]
fn a_pledge_and_a_reservation_stand_for_who_has_them() {
    use quanji_primitives::directory::MarkHolders;
    ExtBuilder::default().build_and_execute(|| {
        reserved(BANK_Q, 5);
        pledged(BANK_P, 28);
        let holder = |number| Encumbrances::holder(product(), number, &mark_on(product(), number));
        assert_eq!([holder(0), holder(1)], [Some(party(BANK_Q)), Some(party(BANK_P))]);
    });
}

#[test]
fn who_succeeds_a_pledgee_has_its_pledge() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        succeed(BANK_P, BANK_R);
        assert_eq!(Encumbrances::ranks(product(), 1)[0].holder, party(BANK_R));
        assert_noop!(
            Encumbrances::release(signed(BANK_P), OWN, id, None),
            Error::<Test>::PartySuspended
        );
        assert_ok!(Encumbrances::release(signed(BANK_R), OWN, id, None));
        assert_eq!(pledge_status(id), PledgeStatus::Released);
    });
}
