//! A ruling that enforces one of the pledges on what it transfers.

use super::collateral::*;
use quanji_primitives::{
    collateral::{CollateralRules, LaterPledges},
    day_book::PledgesUnderRuling,
    regimes::NATIONAL_2026,
    Bounded,
};

fn stamp_on_product(measure: Measure) -> DispatchResult {
    Encumbrances::stamp(signed(REGISTRAR), product(), measure, paper(court(X)))
}

/// The confirmed seizure of rights of the product.
#[track_caller]
fn seized_product(numbers: &[u32]) -> StampId {
    assert_ok!(stamp_on_product(seizure(numbers, 12)));
    confirmed(last_stamp())
}

fn ruling(of: StampId, numbers: &[u32], pledge: DeedId) -> Measure {
    let surplus = digest(9);
    Measure::Transfer {
        of,
        rights: rights(numbers),
        to: party(BUYER),
        pledges: PledgesUnderRuling::Enforced { pledge, surplus },
    }
}

#[track_caller]
fn ruled(of: StampId, numbers: &[u32], pledge: DeedId) -> StampId {
    assert_ok!(stamp_on_product(ruling(of, numbers, pledge)));
    forget();
    last_stamp()
}

fn carry_out(id: StampId) -> DispatchResult {
    Encumbrances::transfer_by_ruling(signed(REVIEWER), id)
}

/// A pledge of these rights of an object.
#[track_caller]
fn pledged_on(object: ObjectId, numbers: &[u32], bank: u64) -> DeedId {
    done(&[bank, HOLDER], pledge_of(bank, &[(object, numbers)]))
}

#[test]
fn a_ruling_that_enforces_one_pledge_leaves_earlier_ones_and_ends_it() {
    for later_pledges in [LaterPledges::Stay, LaterPledges::End] {
        ExtBuilder::default().build_and_execute(|| {
            let rules = CollateralRules {
                later_pledges,
                ..CollateralRules::of(NATIONAL_2026)
            };
            world(|world| world.collateral = Some(rules));
            let earlier = pledged(BANK_R, 2);
            let id = pledged(BANK_P, 28);
            let later = pledged(BANK_Q, 5);
            let place = reserved(BANK_R, 1);
            let of = seized_product(&[1]);
            let before = stored_pledge(earlier);
            let ruled = ruled(of, &[1], id);
            assert_ok!(carry_out(ruled));
            let by_deed = |number, deed| (number, MarkSource::Deed(deed));
            let mut travelling = vec![by_deed(0, earlier)];
            let mut ended = vec![by_deed(1, id), by_deed(3, place), (4, MarkSource::DayBook(of))];
            let (status, left) = match later_pledges {
                LaterPledges::Stay => {
                    travelling.push(by_deed(2, later));
                    (PledgeStatus::Live, vec![(earlier, 1, None), (later, 2, None)])
                }
                LaterPledges::End => {
                    ended.insert(1, by_deed(2, later));
                    (PledgeStatus::Enforced, vec![(earlier, 1, None)])
                }
            };
            let by = || basis(ruled, REVIEWER, Some(REGISTRAR));
            let mut written = vec![Written::RightsPassed(rights(&[1]), party(BUYER), by())];
            let ends = |number| Written::MarkEnded(number, MarkEnd::CarriedOut, by());
            written.extend(ended.iter().map(|(number, _)| ends(*number)));
            assert_eq!(take_written(), written);
            assert_only_event(Event::RightsPassed {
                stamp: ruled,
                authority: AUTHORITY,
                officer: officer(REVIEWER),
                object: product(),
                rights: rights(&[1]),
                to: party(BUYER),
                survivors: Bounded::truncate_from(vec![9]),
                travelling: Bounded::truncate_from(travelling),
                ended: Bounded::truncate_from(ended),
            });
            assert_eq!(pledge_status(id), PledgeStatus::Enforced);
            assert_eq!(reservation_status(place), ReservationStatus::Ended);
            assert_eq!(pledge_status(earlier), PledgeStatus::Live);
            assert_eq!(stored_pledge(earlier), before);
            assert_eq!(pledge_status(later), status);
            assert_eq!(ranks(), left);
            // No default notice was needed; the statement of the surplus is kept with the stamp.
            assert_eq!(stored_pledge(id).default, None);
            assert_eq!(stored(ruled).measure, ruling(of, &[1], id));
        });
    }
}

#[test]
fn a_pledge_that_a_ruling_enforces_keeps_the_rights_that_do_not_pass() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged_on(product(), &[0, 1], BANK_P);
        let later = pledged_on(product(), &[0, 1], BANK_Q);
        let of = seized_product(&[1]);
        assert_ok!(carry_out(ruled(of, &[1], id)));
        assert_eq!(mark_on(product(), 0).rights, rights(&[0]));
        assert_eq!(mark_on(product(), 1).rights, rights(&[0, 1]));
        assert_eq!(pledge_status(id), PledgeStatus::Live);
        assert_eq!(ranks(), [(later, 1, None)]);
        assert_eq!(Encumbrances::ranks(product(), 0).len(), 2);
    });
}

#[test]
fn nobody_carries_out_the_enforcement_of_his_own_pledge() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let of = seized_product(&[1]);
        let stamp = ruled(of, &[1], id);
        // Who has it now is the reviewer himself.
        succeed(BANK_P, CO_HOLDER);
        forget();
        assert_noop!(
            Encumbrances::transfer_by_ruling(signed(REVIEWER_WHO_HOLDS), stamp),
            Error::<Test>::OfficerConcerned
        );
        assert_ok!(carry_out(stamp));
    });
}

#[test]
fn a_ruling_enforces_only_a_pledge_that_stands_on_all_that_passes() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_P, 28);
        let place = reserved(BANK_R, 1);
        let of_other = pledged_on(other_product(), &[0], BANK_Q);
        let released = pledged(BANK_Q, 5);
        assert_ok!(Encumbrances::release(signed(BANK_Q), OWN, released, None));
        let both = pledged_on(product(), &[0, 1], BANK_R);
        let of = seized_product(&[0, 1]);
        let unknown = DeedId::new(AUTHORITY, 99).unwrap();
        let refused: [(&[u32], DeedId, Error<Test>); 6] = [
            (&[1], unknown, Error::<Test>::PledgeNotFound),
            (&[1], place, Error::<Test>::PledgeNotFound),
            (&[1], of_other, Error::<Test>::PledgeNotStanding),
            (&[1], released, Error::<Test>::PledgeNotStanding),
            (&[0], id, Error::<Test>::NotPledged),
            (&[0, 1], id, Error::<Test>::NotPledged),
        ];
        for (numbers, pledge, error) in refused {
            assert_noop!(stamp_on_product(ruling(of, numbers, pledge)), error);
        }
        // So it is when the ruling is carried out.
        let of_one = ruled(of, &[1], id);
        assert_ok!(Encumbrances::release(signed(BANK_P), OWN, id, None));
        assert_noop!(carry_out(of_one), Error::<Test>::PledgeNotStanding);
        let of_both = ruled(of, &[0, 1], both);
        let part = (product(), rights(&[0]));
        assert_ok!(Encumbrances::release(signed(BANK_R), OWN, both, Some(part)));
        assert_noop!(carry_out(of_both), Error::<Test>::NotPledged);
    });
}
