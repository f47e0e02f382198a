//! What the tests of successions share.

use super::*;
use crate::Successions;
use quanji_primitives::{
    clock::Day,
    person::{ForeignRegister, Person},
    succession::{Assignment, Succession, SuccessionEvent, SuccessionFiler, SuccessionTerms},
};

pub(super) const INSTRUMENT: Digest = Digest::Sha2_256([0x51; 32]);

/// The account of the `number`th further company, which is party `number + 1`.
pub(super) fn account_of(number: u64) -> u64 {
    900 + number
}

/// Admits `count` further companies: parties 2 and following.
pub(super) fn admit_companies(count: u64) {
    for number in 1..=count {
        let extract = Digest::Sha2_256([number as u8; 32]);
        let country = *b"SG";
        let person = Person::ForeignBody(ForeignRegister::Register { country, extract });
        Parties::admit(signed(REGISTRAR), person, roles(&[]), Some(account_of(number))).unwrap();
    }
    System::reset_events();
}

pub(super) fn today() -> Day {
    Now::get().day()
}

/// Terms with the parties of these serial numbers as successors.
pub(super) fn terms_of(event: SuccessionEvent, successors: &[u64]) -> SuccessionTerms {
    SuccessionTerms {
        event,
        instrument: INSTRUMENT,
        effective: today(),
        successors: Bounded::try_from(successors.iter().map(|serial| party(*serial)).collect::<Vec<_>>())
            .unwrap(),
    }
}

pub(super) fn merger() -> SuccessionTerms {
    terms_of(SuccessionEvent::Merger, &[2])
}

pub(super) fn division() -> SuccessionTerms {
    terms_of(SuccessionEvent::Division, &[2, 3])
}

pub(super) fn file(account: u64, serial: u64, terms: SuccessionTerms) -> DispatchResult {
    Parties::file_succession(signed(account), party(serial), terms)
}

pub(super) fn confirm(account: u64, serial: u64) -> DispatchResult {
    Parties::confirm_succession(signed(account), party(serial))
}

/// Files and confirms, by two officers.
#[track_caller]
pub(super) fn succeeded(serial: u64, terms: SuccessionTerms) {
    file(REGISTRAR, serial, terms).unwrap();
    confirm(REVIEWER, serial).unwrap();
    System::reset_events();
}

pub(super) fn batch(items: &[(u32, u8)]) -> crate::Batch {
    let items: Vec<_> = items
        .iter()
        .map(|(holding, successor)| Assignment {
            holding: *holding,
            successor: *successor,
        })
        .collect();
    items.try_into().unwrap()
}

pub(super) fn assign(account: u64, items: &[(u32, u8)]) -> DispatchResult {
    Parties::assign_holdings(signed(account), party(1), batch(items))
}

pub(super) fn finish(account: u64) -> DispatchResult {
    Parties::finish_succession(signed(account), party(1))
}

pub(super) fn stored(serial: u64) -> Succession {
    Successions::<Test>::get(party(serial)).unwrap()
}

/// Only officers of the authority that handles it, without interest, with the role of registrar or reviewer.
pub(super) fn assert_only_officers_without_interest(call: impl Fn(u64) -> DispatchResult) {
    for account in [PORT, account_of(1), FREE, DEPARTMENT] {
        assert_noop!(call(account), Error::<Test>::NotOfficer);
    }
    assert_noop!(call(EXAMINER), Error::<Test>::RoleMissing);
    assert_noop!(call(OTHER_REGISTRAR), Error::<Test>::WrongAuthority);
    assert_noop_while_suspended(|| call(REVIEWER));
    // Affiliated with the predecessor or with a successor, the officer or the authority (NG 10(7)).
    for affiliate in [party(1), party(2)] {
        OfficerAffiliate::set(Some((REVIEWER, affiliate)));
        assert_noop!(call(REVIEWER), Error::<Test>::OfficerConcerned);
        OfficerAffiliate::set(None);
        AuthorityAffiliate::set(Some((HOME, affiliate)));
        assert_noop!(call(REVIEWER), Error::<Test>::AuthorityConcerned);
        AuthorityAffiliate::set(None);
    }
}

pub(super) fn by_officer() -> SuccessionFiler {
    SuccessionFiler::Officer(officer(1))
}
