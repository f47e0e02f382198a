//! The moment that is asked about, who else holds rights, and what is left of an erased person.

use crate::{
    chain::Chain,
    register::{licence, number, party_id, right, AS_OF, VALID_UNTIL},
};
use quanji_primitives::{
    clock::{DevelopmentClock, Moment, DAY_MILLIS},
    person::Person,
    rights::{Holders, RightKind},
    v1::{PartyStanding, RightStatus},
};
use quanji_verifier::{title::RightState, Freshness, Status};

#[test]
fn a_certificate_lapses_at_the_moment_of_the_register_that_is_asked_about() {
    let chain = Chain::default();
    let mut request = chain.request();
    for (at, lapsed) in [(VALID_UNTIL.0 - 1, false), (VALID_UNTIL.0, true)] {
        request.at = Some(Moment(at));
        request.max_age_millis = None;
        let verdict = chain.ask(&request).unwrap();
        assert_eq!((verdict.asked_at, verdict.has_lapsed()), (Moment(at), lapsed));
        assert_eq!(verdict.status, Status::InForce, "it was in force when proven");
        let state = verdict.title.right_state(0, verdict.asked_at).unwrap();
        let expected = if lapsed {
            RightState::Expired
        } else {
            RightState::InForce
        };
        assert_eq!(state, expected);
    }
}

/// A chain whose register clock stands a hundred days before real time.
fn slow_chain() -> Chain {
    let mut chain = Chain::default();
    chain.register.block_time = Some(Moment(AS_OF.0 + 100 * DAY_MILLIS));
    chain.register.clock = Some(DevelopmentClock {
        epoch: AS_OF,
        anchor: chain.register.block_time,
        speed: 1,
    });
    chain
}

#[test]
fn a_moment_of_the_register_is_not_taken_for_real_time_on_a_development_chain() {
    let chain = slow_chain();
    let mut request = chain.request();
    request.now = Moment(AS_OF.0 + 100 * DAY_MILLIS + 60_000);
    // By the caller's own clock: a minute after the proof, in both times.
    let verdict = chain.ask(&request).unwrap();
    assert_eq!(verdict.asked_at, Moment(AS_OF.0 + 60_000));
    assert_eq!(verdict.freshness, Freshness::Recent { age_millis: 60_000 });
    // By the register's clock, to the second.
    request.max_age_millis = None;
    for (at, lapsed) in [(VALID_UNTIL.0 - 1, false), (VALID_UNTIL.0, true)] {
        request.at = Some(Moment(at));
        let verdict = chain.ask(&request).unwrap();
        assert_eq!(verdict.has_lapsed(), lapsed);
        let age_millis = at - AS_OF.0;
        assert_eq!(verdict.freshness, Freshness::NotLimited { age_millis });
    }
    request.at = Some(Moment(AS_OF.0 - 5));
    let ahead = chain.ask(&request).unwrap().freshness;
    assert_eq!(ahead, Freshness::AheadOfCaller { by_millis: 5 });
}

#[test]
fn others_with_rights_in_force_are_independent_holders() {
    let mut chain = Chain::default();
    let others = |chain: &Chain, serial, at| {
        let title = chain.verdict().title;
        let certificate = title.certificate(number(serial)).unwrap();
        title.independent_holders(certificate, at).unwrap().len()
    };
    // Co-holders of one right are one holder together.
    assert_eq!(others(&chain, 1, AS_OF), 1);
    assert_eq!(others(&chain, 2, AS_OF), 1);
    assert_eq!(others(&chain, 1, VALID_UNTIL), 0, "their term is over");
    chain.register.rights[2].status = RightStatus::Ended(2);
    assert_eq!(others(&chain, 1, AS_OF), 0, "their right has ended");
    chain.register.rights[2].status = RightStatus::Live;
    // A further right of the same holder counts once, and a licence makes no independent holder.
    let holder = Holders::Sole(party_id(2));
    chain.register.rights[1] = right(RightKind::ProcessingUse, holder.clone(), 0);
    chain.register.rights[0].holders = holder;
    assert_eq!(others(&chain, 2, AS_OF), 1);
    let parent = quanji_primitives::RightId {
        object: crate::register::object_id(),
        index: 0,
    };
    chain.register.rights[2].parent = Some(parent);
    chain.register.licences = [(2, licence())].into();
    assert_eq!(others(&chain, 1, AS_OF), 0);
}

#[test]
fn an_erased_person_stays_proven_by_the_commitment() {
    let earlier = Chain {
        certificate: 1,
        ..Chain::default()
    };
    let credential = earlier.credential();
    let mut later = earlier;
    let record = later.register.parties.get_mut(&party_id(3)).unwrap();
    record.standing = PartyStanding::Erased;
    // What was signed before the erasure verifies with a proof made after it.
    let package = later.package_with(credential);
    let verdict = quanji_verifier::verify_package(&package, &later.request()).unwrap();
    assert_eq!(verdict.status, Status::InForce);
    let party = &verdict.title.parties[&party_id(3)];
    assert!(party.is_erased());
    assert_eq!(party.person, Person::NaturalPerson([0xc0; 32]));
}
