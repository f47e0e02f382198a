//! Holders who were succeeded (S023): the package proves who stands in their place, or is not believed.

use crate::{
    chain::Chain,
    register::{object_id, party_id, Register, State},
};
use quanji_primitives::{rights::Holders, v1::PartyStanding};
use quanji_verifier::{
    errors::{Error, StateError},
    Record, Status, Title,
};

fn chain(change: impl FnOnce(&mut Register)) -> Chain {
    let mut chain = Chain::default();
    change(&mut chain.register);
    chain
}

fn refusal(chain: &Chain) -> StateError {
    match chain.refusal() {
        Error::State { reason, .. } => reason,
        other => panic!("another reason: {other}"),
    }
}

#[test]
fn a_certificate_of_a_succeeded_holder_names_the_one_in_its_place() {
    let verdict = chain(|register| register.succeed(1, 7)).verdict();
    assert_eq!(verdict.status, Status::InForce);
    assert_eq!(verdict.succeeded_holders(), [(party_id(1), party_id(7))]);
    assert_eq!(verdict.title.current(party_id(1)), party_id(7));
    // The certificate itself says what it said: no object was touched.
    let certificate = verdict.title.certificate(verdict.number).unwrap();
    assert_eq!(
        verdict.title.holders_of(certificate).unwrap(),
        Some(&Holders::Sole(party_id(1)))
    );
    assert_eq!(
        verdict.title.current_holders_of(certificate).unwrap(),
        Some(Holders::Sole(party_id(7)))
    );
    let said = format!("; {} is the successor of {}", party_id(7), party_id(1));
    assert!(verdict.to_string().ends_with(&said), "{verdict}");
}

#[test]
fn successors_are_followed_to_the_last() {
    let verdict = chain(|register| {
        register.succeed(1, 7);
        register.succeed(7, 8);
        register.succeed(8, 3);
    })
    .verdict();
    assert_eq!(verdict.succeeded_holders(), [(party_id(1), party_id(3))]);
    assert!(verdict.title.parties.contains_key(&party_id(8)));
}

#[test]
fn co_holders_who_became_one_hold_together() {
    let verdict = Chain {
        certificate: 1,
        ..chain(|register| register.succeed(2, 3))
    }
    .verdict();
    let certificate = verdict.title.certificate(verdict.number).unwrap();
    assert_eq!(
        verdict.title.current_holders_of(certificate).unwrap(),
        Some(Holders::Sole(party_id(3)))
    );
}

#[test]
fn a_party_in_succession_is_still_the_holder() {
    let verdict = chain(|register| {
        register.parties.get_mut(&party_id(1)).unwrap().standing = PartyStanding::InSuccession;
    })
    .verdict();
    assert_eq!(verdict.succeeded_holders(), []);
}

/// The key of the successor and its record are asked for; without their nodes the package is no proof, and silence is not
/// absence.
#[test]
fn a_successor_left_out_of_the_proof_is_an_error() {
    for record in [Record::SuccessorOf(party_id(1)), Record::Party(party_id(7))] {
        let base = chain(|register| register.succeed(1, 7));
        let state = base.state();
        let forged = Chain {
            package: Box::new(move |package| {
                let nodes: Vec<_> = package.proof.state.iter().map(|node| node.0.clone()).collect();
                let place = state.node_of(record, &nodes);
                package.proof.state.remove(place);
            }),
            ..base
        };
        assert_eq!(refusal(&forged), StateError::NotProven { record });
    }
}

/// Reads the title from a proof of every key of the state.
fn read_all(register: &Register) -> Result<Title, StateError> {
    let values = register.values();
    let mut keys: Vec<_> = values.keys().cloned().collect();
    keys.extend([Record::DevelopmentClock, Record::SuccessorOf(party_id(1))].map(|record| record.key()));
    let state = State::new(values);
    Title::read(&state.proof(state.prove(&keys)), object_id())
}

#[test]
fn a_state_that_names_no_successor_is_an_error() {
    let forged = chain(|register| {
        register.succeed(1, 7);
        register.successors.clear();
    });
    let record = Record::SuccessorOf(party_id(1));
    assert_eq!(read_all(&forged.register), Err(StateError::Absent { record }));
}

#[test]
fn a_way_without_end_is_an_error() {
    let forged = chain(|register| {
        register.succeed(1, 7);
        register.succeed(7, 1);
    });
    assert_eq!(
        read_all(&forged.register),
        Err(StateError::SuccessorsTooDeep { party: party_id(1) })
    );
}
