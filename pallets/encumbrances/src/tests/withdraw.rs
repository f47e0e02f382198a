//! `withdraw`: who ends a deed that waits.

use super::{
    collateral::*,
    deed_lists::{listed, pledge_of_both},
};

#[test]
fn a_deed_is_withdrawn_by_any_side() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [HOLDER, BANK_P] {
            assert_ok!(propose(HOLDER, deed(pledge(BANK_P, 28, None))));
            let id = last_deed();
            forget();
            assert_noop!(
                Encumbrances::withdraw(signed(BANK_Q), OWN, id),
                Error::<Test>::NotASignatory
            );
            assert_ok!(Encumbrances::withdraw(signed(account), OWN, id));
            assert_only_event(Event::DeedWithdrawn {
                deed: id,
                by: party(account),
                via: Via::Own,
            });
            assert_noop!(
                Encumbrances::withdraw(signed(account), OWN, id),
                Error::<Test>::DeedNotFound
            );
            assert_noop!(sign(BANK_P, id), Error::<Test>::DeedNotFound);
        }
    });
}

/// A stranger's deed does not stay because a seizure has come.
#[test]
fn who_holds_the_right_withdraws_what_can_no_longer_be_carried_out() {
    ExtBuilder::default().build_and_execute(|| {
        let id = pledged(BANK_Q, 5);
        let raised = DeedMatter::Amendment {
            pledge: id,
            secured: Some(Sum::of_cny(40 * MILLION)),
            through: None,
            with_later_ranks: true,
        };
        let of_both = pledge_of_both(BANK_P);
        let matters = [
            (BANK_P, pledge(BANK_P, 28, None), HOLDER),
            (BANK_P, reservation(product(), &[1], BANK_P, 1), HOLDER),
            (BANK_P, of_both, CO_HOLDER),
            (BANK_Q, raised, HOLDER),
        ];
        let proposed = matters.map(|(account, matter, holder)| {
            assert_ok!(propose(account, deed(matter)));
            (last_deed(), holder)
        });
        let seizure = seizure(&[1, 2], 12);
        let paper = paper(court(X));
        assert_ok!(Encumbrances::stamp(signed(REGISTRAR), product(), seizure, paper));
        forget();
        for (waiting, holder) in proposed {
            assert_noop!(
                Encumbrances::withdraw(signed(BANK_R), OWN, waiting),
                Error::<Test>::NotASignatory
            );
            assert_eq!(Encumbrances::deed_signatures_missing(waiting), []);
            assert_ok!(Encumbrances::withdraw(signed(holder), OWN, waiting));
            assert_only_event(Event::DeedWithdrawn {
                deed: waiting,
                by: party(holder),
                via: Via::Own,
            });
            assert_eq!(Encumbrances::deed(waiting), None);
        }
        assert_eq!(listed(product()), []);
    });
}

#[test]
fn who_holds_what_is_pledged_withdraws_no_deed_of_pledgees() {
    ExtBuilder::default().build_and_execute(|| {
        let (first, second) = (pledged(BANK_P, 28), pledged(BANK_Q, 5));
        let to_r = DeedMatter::Assignment {
            pledge: first,
            to: party(BANK_R),
        };
        let behind = DeedMatter::Subordination {
            pledge: first,
            behind: second,
            object: product(),
        };
        let proposed = [to_r, behind].map(|matter| {
            assert_ok!(propose(BANK_P, deed(matter)));
            last_deed()
        });
        let refused = || {
            for waiting in proposed {
                assert_noop!(
                    Encumbrances::withdraw(signed(HOLDER), OWN, waiting),
                    Error::<Test>::NotASignatory
                );
            }
        };
        refused();
        // Nor when they can no longer be carried out.
        assert_ok!(Encumbrances::release(signed(BANK_P), OWN, first, None));
        refused();
        for waiting in proposed {
            assert_ok!(Encumbrances::withdraw(signed(BANK_P), OWN, waiting));
        }
    });
}

#[test]
fn who_holds_what_was_released_withdraws_no_deed_about_the_rest() {
    ExtBuilder::default().build_and_execute(|| {
        let matter = pledge_of(BANK_P, &[(product(), &[2]), (other_product(), &[0])]);
        let id = done(&[BANK_P, HOLDER, CO_HOLDER], matter);
        let of_both = Some((product(), rights(&[2])));
        assert_ok!(Encumbrances::release(signed(BANK_P), OWN, id, of_both));
        let raised = DeedMatter::Amendment {
            pledge: id,
            secured: Some(Sum::of_cny(40 * MILLION)),
            through: None,
            with_later_ranks: true,
        };
        assert_ok!(propose(BANK_P, deed(raised)));
        let waiting = last_deed();
        let (seizure, paper) = (seizure(&[0], 12), paper(court(X)));
        assert_ok!(Encumbrances::stamp(
            signed(REGISTRAR),
            other_product(),
            seizure,
            paper
        ));
        assert_noop!(
            Encumbrances::withdraw(signed(CO_HOLDER), OWN, waiting),
            Error::<Test>::NotASignatory
        );
        assert_ok!(Encumbrances::withdraw(signed(HOLDER), OWN, waiting));
    });
}
