//! `declare_affiliates` and `declare_own_affiliates`.

use super::*;
use crate::{Error, Event, Officers};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{authority::Officer, Bounded, PartyId};

fn parties(ids: &[u64]) -> Bounded<PartyId, 16> {
    Bounded::truncate_from(ids.iter().copied().map(PartyId).collect())
}

#[test]
fn an_authority_declares_its_affiliates_anew() {
    Chain::default().build_and_execute(|| {
        assert_ok!(Authorities::declare_affiliates(
            signed(FIRST_ACCOUNT),
            parties(&[5])
        ));
        System::reset_events();
        let before = record(FIRST);
        assert_ok!(Authorities::declare_affiliates(
            signed(FIRST_ACCOUNT),
            parties(&[9, 2, 9])
        ));
        let affiliates = parties(&[2, 9]);
        assert_eq!(
            record(FIRST),
            AuthorityRecord {
                affiliates: affiliates.clone(),
                ..before
            }
        );
        assert_only_event(Event::AffiliatesDeclared {
            authority: FIRST,
            affiliates,
        });
    });
}

#[test]
fn an_officer_declares_affiliates() {
    Chain::default().build_and_execute(|| {
        let before = Officers::<Test>::get(officer(1, 2)).unwrap();
        assert_ok!(Authorities::declare_own_affiliates(
            signed(officer_account(1, 2)),
            parties(&[9, 2, 9])
        ));
        let affiliates = parties(&[2, 9]);
        assert_eq!(
            Officers::<Test>::get(officer(1, 2)),
            Some(Officer {
                affiliates: affiliates.clone(),
                ..before
            })
        );
        assert_only_event(Event::OfficerAffiliatesDeclared {
            authority: FIRST,
            officer: officer(1, 2),
            affiliates,
        });
    });
}

#[test]
fn an_affiliate_is_an_admitted_party() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::declare_affiliates(signed(FIRST_ACCOUNT), parties(&[1, 21]));
        assert_noop!(call, Error::<Test>::PartyNotFound);
        let call = Authorities::declare_own_affiliates(signed(officer_account(1, 1)), parties(&[21]));
        assert_noop!(call, Error::<Test>::PartyNotFound);
    });
}

#[test]
fn each_declares_its_own_affiliates() {
    Chain::default().build_and_execute(|| {
        let call = Authorities::declare_affiliates(signed(officer_account(1, 1)), parties(&[1]));
        assert_noop!(call, Error::<Test>::NotAuthority);
        let call = Authorities::declare_own_affiliates(signed(FIRST_ACCOUNT), parties(&[1]));
        assert_noop!(call, Error::<Test>::NotOfficer);
        assert_ok!(Authorities::dismiss_officer(signed(FIRST_ACCOUNT), officer(1, 1)));
        let call = Authorities::declare_own_affiliates(signed(officer_account(1, 1)), parties(&[1]));
        assert_noop!(call, Error::<Test>::NotOfficer);
    });
}
