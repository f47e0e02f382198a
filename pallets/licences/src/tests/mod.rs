//! One file for each call, and one for each of terms, exclusion, marks, capacity, queries, invariants, a random walk, and
//! completeness of tests.

mod accept;
mod book;
mod capacity;
mod consent_to_offer;
mod coverage;
mod data;
mod end_by_order;
mod end_by_parties;
mod exclusion;
mod marks;
mod offer;
mod queries;
mod report_use;
mod succession;
mod try_state;
mod walk;
mod withdraw_offer;
mod within;

use crate::{mock::*, Error, Event, LastOffer, Licences as Stored, Offers, OpenOffers, ProposedEnds};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use quanji_primitives::{
    capacity::{Capacity, CounterFiling, Via},
    clock::{Day, Moment},
    directory::Register,
    marks::MarkKind,
    rights::RightKind,
    terms::{
        Authorisation, AuthorisationMode, EndCause, EndKind, ExportRoute, ExportRouteKind, LicenceFiling,
        LicenceKind, LicenceTerms, Media, Medium, Offer, PartySignature, Quantity, QuantityUnit, Region,
        Side, Signatures, UseReport,
    },
    v1::{EntryBasis, LicenceRecord, RightStatus},
    Bounded, Digest, ObjectId, OfficerId, PartyId,
};

const LOGISTICS: u8 = 1;
const CREDIT_SCORING: u8 = 2;

fn digest(byte: u8) -> Digest {
    Digest::Sha2_256([byte; 32])
}

/// The first moment after a day.
fn end_of(day: &str) -> Moment {
    day.parse::<Day>().unwrap().end()
}

fn territory(codes: &[u8]) -> Bounded<Region, 35> {
    codes
        .iter()
        .copied()
        .map(Region)
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

fn purposes(codes: &[u8]) -> Bounded<u8, 16> {
    codes.to_vec().try_into().unwrap()
}

fn calls(number: u64) -> Option<Quantity> {
    let unit = QuantityUnit::Calls;
    Some(Quantity { unit, number })
}

/// The licence of story 9.1 to the freight company.
fn sole_terms() -> LicenceTerms {
    LicenceTerms {
        kind: LicenceKind::Sole,
        gives: RightKind::ProcessingUse,
        purposes: purposes(&[LOGISTICS]),
        territory: territory(&[44, 45]),
        media: Media::default(),
        quantity: calls(10_000),
        valid_until: end_of("2028-12-31"),
        sublicensing: 1,
        export: None,
        department_consent: None,
        authorisation: None,
        in_return_for: None,
    }
}

/// A licence that others may have alike, without quantity.
fn plain_terms() -> LicenceTerms {
    LicenceTerms {
        kind: LicenceKind::NonExclusive,
        quantity: None,
        ..sole_terms()
    }
}

/// The sub-licence of story 9.1.
fn sub_terms() -> LicenceTerms {
    LicenceTerms {
        kind: LicenceKind::NonExclusive,
        territory: territory(&[44]),
        quantity: calls(4_000),
        valid_until: end_of("2028-06-30"),
        sublicensing: 0,
        ..sole_terms()
    }
}

/// Public data authorised so.
fn authorised(mode: AuthorisationMode) -> Authorisation {
    Authorisation {
        mode,
        exit_terms: digest(8),
        safety_duties: digest(9),
    }
}

fn filing(parent: u32, licensee: u64, terms: LicenceTerms) -> LicenceFiling {
    LicenceFiling {
        parent,
        licensee: party(licensee),
        terms,
        policy: digest(1),
        contract: digest(2),
        root_signs: false,
        subject_to: Bounded::default(),
        open_until: end_of("2026-12-01"),
    }
}

fn offer_of(account: u64, object: ObjectId, filing: LicenceFiling) -> DispatchResult {
    Licences::offer(signed(account), Capacity::Own, object, Box::new(filing))
}

fn accept(account: u64, offer: u32) -> DispatchResult {
    Licences::accept(signed(account), Capacity::Own, object(), offer, digest(1))
}

/// The number of the offer just made on the object.
fn last_offer() -> u32 {
    LastOffer::<Test>::get(object())
}

/// A licence that licensor and licensee have signed; gives its number.
#[track_caller]
fn granted(licensor: u64, filing: LicenceFiling) -> u32 {
    let licensee = filing.licensee;
    assert_ok!(offer_of(licensor, object(), filing));
    let number = Registry::object(object()).unwrap().rights;
    let account = licensee.serial();
    assert_ok!(accept(account, last_offer()));
    take_events();
    take_written();
    number
}

/// The licence of story 9.1.
fn freight_licence() -> u32 {
    granted(PORT, filing(OPERATING, FREIGHT, sole_terms()))
}

/// Both licences of story 9.1.
fn story_licences() -> (u32, u32) {
    let freight = freight_licence();
    let sub = granted(FREIGHT, filing(freight, SUB, sub_terms()));
    (freight, sub)
}

/// The same, the holder of the first right having signed the lower one too.
fn licences_signed_by_the_root() -> (u32, u32) {
    let freight = freight_licence();
    let offered = LicenceFiling {
        root_signs: true,
        ..filing(freight, SUB, sub_terms())
    };
    assert_ok!(offer_of(FREIGHT, object(), offered));
    assert_ok!(accept(SUB, last_offer()));
    assert_ok!(accept(PORT, last_offer()));
    (freight, FIRST_LICENCE + 1)
}

/// The events of this pallet since the last call of this function.
fn take_events() -> Vec<Event<Test>> {
    let records = System::events();
    System::reset_events();
    let events = records.into_iter().map(|record| record.event);
    events
        .filter_map(|event| match event {
            RuntimeEvent::Licences(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// Exactly one event since the last call, and it is this one.
#[track_caller]
fn assert_only_event(expected: Event<Test>) {
    assert_eq!(take_events(), [expected]);
}

fn stored(number: u32) -> LicenceRecord {
    Stored::<Test>::get(object(), number).unwrap()
}

fn missing(accounts: &[u64]) -> Bounded<PartyId, { quanji_primitives::terms::SIGNATORIES_MAX }> {
    let parties: Vec<_> = accounts.iter().map(|account| party(*account)).collect();
    parties.try_into().unwrap()
}

fn own_signature(account: u64) -> PartySignature {
    PartySignature {
        party: party(account),
        via: Via::Own,
        at: world(|world| world.now),
    }
}

/// The basis of an entry that these parties signed now, by themselves.
fn signed_by(accounts: &[u64]) -> EntryBasis {
    let parties: Vec<_> = accounts.iter().map(|account| own_signature(*account)).collect();
    EntryBasis::Signatures(Box::new(Signatures {
        parties: parties.try_into().unwrap(),
        officers: Bounded::default(),
    }))
}

fn counter(account: u64, received_at: &str) -> Capacity {
    Capacity::Counter(CounterFiling {
        party: party(account),
        document: digest(0xc0),
        received_at: at(received_at),
    })
}

fn is_in_force(number: u32) -> bool {
    use quanji_primitives::terms::Standing;
    Licences::licence_standing(object(), number).0 == Standing::InForce
}
