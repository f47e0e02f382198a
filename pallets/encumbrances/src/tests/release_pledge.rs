//! What one side enters alone: release, the number in a statutory register, the demand for a release.

use super::collateral::*;

fn release(account: u64, id: DeedId, part: Option<(ObjectId, RightSet)>) -> DispatchResult {
    Encumbrances::release(signed(account), OWN, id, part)
}

fn demand(account: u64, id: DeedId) -> DispatchResult {
    Encumbrances::demand_release(signed(account), OWN, id, digest(5))
}

fn statutory(number: &str, registered_at: Moment) -> Statutory {
    Statutory {
        register: StatutoryRegister::MovableFinance,
        number: number.parse().unwrap(),
        registered_at,
    }
}

fn record(account: u64, id: DeedId, statutory: Statutory) -> DispatchResult {
    Encumbrances::record_statutory(signed(account), OWN, id, statutory)
}

/// Both rights of the holder, and a right of another object.
fn wide() -> DeedId {
    let matter = pledge_of(BANK_P, &[(product(), &[0, 1]), (other_product(), &[0])]);
    done(&[BANK_P, HOLDER], matter)
}

#[test]
fn the_pledgee_releases_all_that_is_pledged() {
    ExtBuilder::default().build_and_execute(|| {
        let id = wide();
        for account in [HOLDER, BANK_Q] {
            assert_noop!(release(account, id, None), Error::<Test>::NotThePledgee);
        }
        assert_ok!(release(BANK_P, id, None));
        let released = [(product(), rights(&[0, 1])), (other_product(), rights(&[0]))];
        assert_only_event(Event::PledgeReleased {
            pledge: id,
            released: released.to_vec().try_into().unwrap(),
            by: party(BANK_P),
            via: Via::Own,
        });
        let by = [BANK_P];
        assert_eq!(
            take_written(),
            [
                entry_of_pledge(id, product(), &by),
                entry_of_pledge(id, other_product(), &by)
            ]
        );
        for object in [product(), other_product()] {
            assert_eq!(mark_on(object, 0).ended, Some((now(), MarkEnd::GivenUp)));
        }
        assert_eq!(pledge_status(id), PledgeStatus::Released);
        assert_noop!(release(BANK_P, id, None), Error::<Test>::PledgeNotStanding);
    });
}

#[test]
fn a_pledge_is_released_right_by_right() {
    ExtBuilder::default().build_and_execute(|| {
        let id = wide();
        assert_ok!(release(BANK_P, id, Some((product(), rights(&[1])))));
        assert_eq!(mark_on(product(), 0).rights, rights(&[0]));
        assert_eq!(ranks(), [], "the right to operate is free");
        assert_eq!(pledge_status(id), PledgeStatus::Live);
        for unfit in [rights(&[1]), rights(&[0, 1]), RightSet::NONE] {
            assert_noop!(
                release(BANK_P, id, Some((product(), unfit))),
                Error::<Test>::NotPledged
            );
        }
        assert_noop!(
            release(BANK_P, id, Some((object(), rights(&[0])))),
            Error::<Test>::NotPledged
        );
        assert_ok!(release(BANK_P, id, Some((product(), rights(&[0])))));
        assert_eq!(pledge_status(id), PledgeStatus::Live);
        assert_ok!(release(BANK_P, id, Some((other_product(), rights(&[0])))));
        assert_eq!(pledge_status(id), PledgeStatus::Released);
    });
}

/// No mark bars what frees a right.
#[test]
fn a_seized_right_is_released_too() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        seize_product();
        assert_ok!(release(BANK_P, id, None));
        assert_eq!(pledge_status(id), PledgeStatus::Released);
    });
}

/// Story 6.4: the number of the statutory register is entered later, with Q's earlier time.
#[test]
fn statutory_and_ledger_rank_are_both_known() {
    ExtBuilder::default().build_and_execute(|| {
        let (p, q) = (pledged(BANK_P, 28), pledged(BANK_Q, 5));
        let number = statutory("05100000012345678901", at("2026-11-30 10:00"));
        assert_ok!(record(BANK_P, p, number));
        assert_only_event(Event::StatutoryRecorded {
            pledge: p,
            statutory: number,
            by: party(BANK_P),
            via: Via::Own,
        });
        assert_eq!(take_written(), [entry_of_pledge(p, product(), &[BANK_P])]);
        assert_eq!(ranks(), [(p, 1, Some(1)), (q, 2, None)]);
        assert_ok!(record(BANK_Q, q, statutory("0510-2", at("2026-11-20 10:00"))));
        assert_eq!(ranks(), [(p, 1, Some(2)), (q, 2, Some(1))]);
    });
}

#[test]
fn a_statutory_registration_has_a_number_and_a_time_in_the_past() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let good = statutory("0510", now());
        assert_noop!(record(HOLDER, id, good), Error::<Test>::NotThePledgee);
        let future = statutory("0510", Moment(now().0 + 1));
        assert_noop!(record(BANK_P, id, future), Error::<Test>::StatutoryUnfit);
        let bytes = codec::Encode::encode(&(StatutoryRegister::Other, [0xffu8; 32], now()));
        let garbled: Statutory = codec::Decode::decode(&mut &bytes[..]).unwrap();
        assert_noop!(record(BANK_P, id, garbled), Error::<Test>::StatutoryUnfit);
    });
}

/// Story 6.6: the release that was demanded is overdue after ten working days.
#[test]
fn a_demanded_release_is_overdue_after_the_days_of_the_regime() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        for account in [BANK_P, CO_HOLDER] {
            assert_noop!(demand(account, id), Error::<Test>::NotAPledgor);
        }
        assert_ok!(demand(HOLDER, id));
        let overdue_from = end_of("2026-12-15");
        assert_only_event(Event::ReleaseDemanded {
            pledge: id,
            pledgee: party(BANK_P),
            overdue_from,
            document: digest(5),
            by: party(HOLDER),
            via: Via::Own,
        });
        assert_eq!(take_written(), [entry_of_pledge(id, product(), &[HOLDER])]);
        assert_noop!(demand(HOLDER, id), Error::<Test>::AlreadyDemanded);
        set_last_second_of("2026-12-15");
        assert_eq!(pledge_status(id), PledgeStatus::Live);
        set_end_of("2026-12-15");
        assert_eq!(pledge_status(id), PledgeStatus::Overdue);
        assert_ok!(release(BANK_P, id, None));
        assert_eq!(pledge_status(id), PledgeStatus::Released);
        assert_noop!(demand(HOLDER, id), Error::<Test>::PledgeNotStanding);
    });
}
