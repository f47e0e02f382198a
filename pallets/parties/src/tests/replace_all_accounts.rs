use super::*;
use crate::{Event, PartyOf, Recoveries, Requests};
use frame_support::assert_ok;
use sp_runtime::{BoundedVec, DispatchError::BadOrigin};

fn replace(account: u64, replacement: u64) -> DispatchResult {
    Parties::replace_all_accounts(signed(account), party(1), replacement)
}

/// A thief who holds both accounts stops each recovery with the other one.
#[test]
fn a_thief_with_several_accounts_is_put_out_by_two_institutions() {
    Chain::with_accounts(&[FREE]).build_and_execute(|| {
        assert_ok!(Parties::request_account(signed(PORT), 950));
        assert_ok!(Parties::propose_recovery(
            signed(REGISTRAR),
            party(1),
            PORT,
            FREE_TOO
        ));
        suspend_party();
        assert_ok!(replace(DEPARTMENT, FREE_TOO));
        assert_eq!(accounts(), [FREE_TOO]);
        for stolen in [PORT, FREE] {
            assert_eq!((PartyOf::<Test>::get(stolen), providers(stolen)), (None, 0));
        }
        assert_eq!(providers(FREE_TOO), 1);
        assert_eq!(
            (Recoveries::<Test>::get(party(1)), Requests::<Test>::get(party(1))),
            (None, None)
        );
        assert_only_event(Event::AccountsReplaced {
            party: party(1),
            former: BoundedVec::truncate_from(vec![PORT, FREE]),
            replacement: FREE_TOO,
            by: DEPARTMENT,
        });
    });
}

#[test]
fn the_department_alone_cannot_take_over_a_party() {
    Chain::default().build_and_execute(|| {
        assert_noop!(replace(DEPARTMENT, FREE), Error::<Test>::NotSuspended);
    });
}

#[test]
fn the_authority_alone_cannot_take_over_a_party() {
    Chain::default().build_and_execute(|| {
        suspend_party();
        assert_noop!(replace(REGISTRAR, FREE), BadOrigin);
    });
}

#[test]
fn the_party_exists_and_the_replacement_belongs_to_nobody() {
    Chain::default().build_and_execute(|| {
        suspend_party();
        for account in [PORT, REGISTRAR, DEPARTMENT] {
            assert_noop!(replace(DEPARTMENT, account), Error::<Test>::AccountTaken);
        }
        let call = Parties::replace_all_accounts(signed(DEPARTMENT), party(UNKNOWN), FREE);
        assert_noop!(call, Error::<Test>::PartyNotFound);
    });
}

#[test]
fn a_party_that_signed_on_paper_gets_its_first_account_from_two_institutions() {
    Chain::default().build_and_execute(|| {
        admit_on_paper();
        assert_ok!(Parties::suspend(
            signed(REGISTRAR),
            party(2),
            SuspensionReason::IdentityInDoubt
        ));
        System::reset_events();
        assert_ok!(Parties::replace_all_accounts(signed(DEPARTMENT), party(2), FREE));
        assert_eq!(Parties::accounts_of(party(2)), [FREE]);
        assert_only_event(Event::AccountsReplaced {
            party: party(2),
            former: BoundedVec::default(),
            replacement: FREE,
            by: DEPARTMENT,
        });
    });
}
