//! Deeds: proposed, signed, withdrawn, and who may.

use super::collateral::*;
use quanji_primitives::v1::{PartyStanding, SuspensionReason};

#[test]
fn a_deed_waits_for_all_whose_signatures_it_needs() {
    ExtBuilder::default().build_and_execute(|| {
        let terms = deed(pledge(BANK_P, 28, None));
        assert_ok!(propose(HOLDER, terms.clone()));
        let id = last_deed();
        assert_only_event(Event::DeedProposed {
            deed: id,
            terms: Box::new(terms.clone()),
            by: party(HOLDER),
            via: Via::Own,
            missing: vec![party(BANK_P)].try_into().unwrap(),
        });
        assert_eq!(Encumbrances::deed(id).unwrap().deed, terms);
        let waiting: Vec<_> = Encumbrances::deeds_on(product())
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        assert_eq!(waiting, [id]);
        assert_noop!(sign(HOLDER, id), Error::<Test>::AlreadySigned);
        assert_noop!(sign(BANK_Q, id), Error::<Test>::NotASignatory);
        assert_noop!(
            Encumbrances::sign(signed(BANK_P), OWN, id, digest(0x0e)),
            Error::<Test>::DocumentDiffers
        );
        assert_ok!(sign(BANK_P, id));
        assert_noop!(sign(BANK_P, id), Error::<Test>::DeedNotFound);
        assert_eq!(Encumbrances::deeds_on(product()), []);
    });
}

#[test]
fn a_signature_between_is_told_with_those_that_are_missing() {
    ExtBuilder::default().build_and_execute(|| {
        let offered = Offered {
            object: product(),
            rights: rights(&[2]),
            reservation: None,
        };
        let matter = DeedMatter::Pledge(PledgeTerms {
            offered: vec![offered].try_into().unwrap(),
            ..terms(BANK_P, 1, None)
        });
        assert_ok!(propose(HOLDER, deed(matter)));
        let id = last_deed();
        forget();
        assert_ok!(sign(BANK_P, id));
        assert_only_event(Event::DeedSigned {
            deed: id,
            by: party(BANK_P),
            via: Via::Own,
            missing: vec![party(CO_HOLDER)].try_into().unwrap(),
        });
    });
}

#[test]
fn only_whose_signature_is_needed_proposes() {
    ExtBuilder::default().build_and_execute(|| {
        let matter = || pledge(BANK_P, 28, None);
        assert_refused(BANK_Q, matter(), Error::<Test>::NotASignatory);
        assert_refused(STRANGER, matter(), Error::<Test>::NotAParty);
        assert_noop!(
            Encumbrances::propose(RuntimeOrigin::none(), OWN, Box::new(deed(matter()))),
            sp_runtime::DispatchError::BadOrigin
        );
        succeed(BUYER, AGENT);
        assert_refused(BUYER, matter(), Error::<Test>::PartySuspended);
        assert_eq!(Encumbrances::can_propose(Box::new(deed(matter()))), Ok(()));
        let unknown = Encumbrances::can_propose(Box::new(deed(pledge(999, 28, None))));
        assert_eq!(unknown, Err(Error::<Test>::PledgeeUnknown.into()));
    });
}

#[test]
fn a_deed_is_signed_until_it_lapses_and_for_ninety_days_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let until = |open_until| Deed {
            open_until,
            ..deed(pledge(BANK_P, 28, None))
        };
        for unfit in [now(), Moment(end_of("2027-03-01").0 + 1)] {
            assert_noop!(propose(HOLDER, until(unfit)), Error::<Test>::OpenUntilUnfit);
        }
        assert_ok!(propose(HOLDER, until(end_of("2026-12-05"))));
        let id = last_deed();
        set_end_of("2026-12-05");
        assert_noop!(sign(BANK_P, id), Error::<Test>::DeedLapsed);
        // The next deed about the object clears it away.
        assert_ok!(propose(HOLDER, deed(pledge(BANK_Q, 1, None))));
        assert_eq!(Encumbrances::deed(id), None);
    });
}

#[test]
fn what_has_changed_since_it_was_proposed_counts() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(propose(HOLDER, deed(pledge(BANK_P, 28, None))));
        let id = last_deed();
        seize_product();
        assert_noop!(sign(BANK_P, id), Error::<Test>::MarkInTheWay);
        // Who has signed withdraws what can no longer be carried out.
        assert_eq!(Encumbrances::deed_signatures_missing(id), []);
        assert_ok!(Encumbrances::withdraw(signed(HOLDER), OWN, id));
    });
}

#[test]
fn the_serial_numbers_of_deeds_end() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.serials_max = 0);
        assert_refused(HOLDER, pledge(BANK_P, 28, None), Error::<Test>::NumbersExhausted);
    });
}

#[test]
fn an_agent_signs_within_a_power_over_pledges() {
    ExtBuilder::default().build_and_execute(|| {
        let by_agent = |power| {
            let terms = Box::new(deed(pledge(BANK_P, 28, None)));
            Encumbrances::propose(signed(AGENT), Capacity::Agent(power), terms)
        };
        let pledges = Acts::NONE.with(quanji_primitives::regime::Act::Pledge);
        let good = power(1, HOLDER, pledges, false);
        let unknown = PowerId::new(AUTHORITY, 99).unwrap();
        assert_noop!(by_agent(unknown), Error::<Test>::PowerNotHeld);
        let licences = Acts::NONE.with(quanji_primitives::regime::Act::Licence);
        assert_noop!(
            by_agent(power(2, HOLDER, licences, false)),
            Error::<Test>::PowerWithoutAct
        );
        let narrow = power(3, HOLDER, pledges, false);
        world(|world| {
            world.powers.get_mut(&narrow).unwrap().scope =
                PowerScope::Objects(vec![other_product()].try_into().unwrap());
        });
        assert_noop!(by_agent(narrow), Error::<Test>::PowerWithoutObject);
        assert_ok!(by_agent(good));
        let id = last_deed();
        // The same agent is the pledgee's only if both powers say so.
        let theirs = power(4, BANK_P, pledges, true);
        let sign = |power| Encumbrances::sign(signed(AGENT), Capacity::Agent(power), id, digest(0x0d));
        assert_noop!(sign(theirs), Error::<Test>::AgentOfBothSides);
        world(|world| world.powers.get_mut(&good).unwrap().both_sides = true);
        assert_ok!(sign(theirs));
        assert_eq!(pledge_status(id), PledgeStatus::Live);
        set_now("2028-01-01 00:00");
        assert_noop!(by_agent(good), Error::<Test>::PowerNotInForce);
    });
}

#[test]
fn all_whose_signatures_a_deed_needs_may_act() {
    ExtBuilder::default().build_and_execute(|| {
        let suspend = |number| {
            let standing = PartyStanding::Suspended(SuspensionReason::Order);
            world(|world| world.parties.get_mut(&party(number)).unwrap().standing = standing);
        };
        assert_ok!(propose(HOLDER, deed(pledge(BANK_P, 28, None))));
        let id = last_deed();
        suspend(BANK_Q);
        assert_refused(HOLDER, pledge(BANK_Q, 28, None), Error::<Test>::PartySuspended);
        // And still when the last of them signs.
        suspend(HOLDER);
        assert_noop!(sign(BANK_P, id), Error::<Test>::PartySuspended);
    });
}

#[test]
fn an_agent_who_may_not_act_signs_for_nobody() {
    ExtBuilder::default().build_and_execute(|| {
        let pledges = Acts::NONE.with(quanji_primitives::regime::Act::Pledge);
        let power = power(1, HOLDER, pledges, false);
        succeed(AGENT, BUYER);
        let terms = Box::new(deed(pledge(BANK_P, 28, None)));
        assert_noop!(
            Encumbrances::propose(signed(AGENT), Capacity::Agent(power), terms),
            Error::<Test>::PartySuspended
        );
    });
}

#[test]
fn a_paper_answers_nothing_that_came_after_it() {
    ExtBuilder::default().build_and_execute(|| {
        let right = Registry::right(product(), 1).unwrap();
        let holders = quanji_primitives::rights::Holders::Sole(party(WITHOUT_ACCOUNT));
        let of_paper = quanji_primitives::v1::RightRecord { holders, ..right };
        Registry::put_right(product(), 1, &of_paper);
        assert_ok!(propose(BANK_P, deed(pledge(BANK_P, 28, None))));
        let id = last_deed();
        let filed = |received_at| {
            let counter = CounterFiling {
                party: party(WITHOUT_ACCOUNT),
                document: digest(6),
                received_at,
            };
            Encumbrances::sign(signed(REGISTRAR), Capacity::Counter(counter), id, digest(0x0d))
        };
        let proposed = now();
        set_now("2026-12-02 09:00");
        assert_noop!(filed(Moment(proposed.0 - 1_000)), Error::<Test>::ReceivedAtUnfit);
        assert_ok!(filed(proposed));
        assert_eq!(pledge_status(id), PledgeStatus::Live);
    });
}

#[test]
fn a_deed_that_is_carried_out_leaves_the_others_waiting() {
    ExtBuilder::default().build_and_execute(|| {
        let proposed = |bank| {
            assert_ok!(propose(HOLDER, deed(pledge(bank, 1, None))));
            last_deed()
        };
        let (first, second) = (proposed(BANK_P), proposed(BANK_Q));
        assert_ok!(sign(BANK_P, first));
        let waiting = Encumbrances::deeds_on(product());
        assert_eq!(
            waiting.into_iter().map(|(id, _)| id).collect::<Vec<_>>(),
            [second]
        );
        assert_eq!(Encumbrances::deed_signatures_missing(second), [party(BANK_Q)]);
    });
}

#[test]
fn an_officer_at_the_counter_signs_for_who_has_no_key() {
    ExtBuilder::default().build_and_execute(|| {
        let right = Registry::right(product(), 1).unwrap();
        let holders = quanji_primitives::rights::Holders::Sole(party(WITHOUT_ACCOUNT));
        let of_paper = quanji_primitives::v1::RightRecord { holders, ..right };
        Registry::put_right(product(), 1, &of_paper);
        let filed = |account: u64, of: u64, received: &str| {
            let counter = CounterFiling {
                party: party(of),
                document: digest(6),
                received_at: at(received),
            };
            let terms = Box::new(deed(pledge(BANK_P, 28, None)));
            Encumbrances::propose(signed(account), Capacity::Counter(counter), terms)
        };
        let day = "2026-12-01 08:00";
        assert_noop!(filed(STRANGER, WITHOUT_ACCOUNT, day), Error::<Test>::NotAnOfficer);
        assert_noop!(
            filed(OTHER_OFFICER, WITHOUT_ACCOUNT, day),
            Error::<Test>::WrongAuthority
        );
        assert_noop!(filed(KEEPER, WITHOUT_ACCOUNT, day), Error::<Test>::RoleMissing);
        assert_noop!(filed(REGISTRAR, HOLDER, day), Error::<Test>::PartyHasAccount);
        for unfit in ["2026-12-01 09:01", "2026-10-31 08:00"] {
            assert_noop!(
                filed(REGISTRAR, WITHOUT_ACCOUNT, unfit),
                Error::<Test>::ReceivedAtUnfit
            );
        }
        world(|world| world.listed = false);
        assert_noop!(
            filed(REGISTRAR, WITHOUT_ACCOUNT, day),
            Error::<Test>::AuthorityNotListed
        );
        world(|world| world.listed = true);
        assert_ok!(filed(REGISTRAR, WITHOUT_ACCOUNT, day));
        assert_ok!(sign(BANK_P, last_deed()));
    });
}

#[test]
fn a_deed_needs_no_more_signatures_than_it_can_hold() {
    ExtBuilder::default().build_and_execute(|| {
        use quanji_primitives::rights::Holders;
        let mut offered = Vec::new();
        for serial in 0..4u64 {
            let object = ObjectId::new(AUTHORITY, 50 + serial).unwrap();
            Registry::put_object(object, &record(object, 1));
            let many: Vec<_> = (0..16)
                .map(|number| party(1_000 + serial * 16 + number))
                .collect();
            let right = quanji_primitives::v1::RightRecord {
                holders: Holders::Joint(many.try_into().unwrap()),
                ..Registry::right(other_product(), 0).unwrap()
            };
            Registry::put_right(object, 0, &right);
            offered.push(Offered {
                object,
                rights: rights(&[0]),
                reservation: None,
            });
        }
        let matter = DeedMatter::Pledge(PledgeTerms {
            offered: offered.try_into().unwrap(),
            ..terms(BANK_P, 1, None)
        });
        assert_refused(BANK_P, matter, Error::<Test>::TooManySignatories);
    });
}
