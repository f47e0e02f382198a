//! Rights that the object was made from: their end by the term is known offline, though nothing was entered.

use crate::{
    chain::Chain,
    register::{licence, other_object_id, right, AS_OF, VALID_UNTIL},
};
use quanji_primitives::{
    clock::Moment,
    object::Source,
    rights::{Holders, RightKind},
    v1::{LicenceRecord, RightRecord, RightStatus},
    ObjectId, RightId,
};
use quanji_verifier::{
    errors::{Error, StateError},
    title::RightState,
    Record, Since,
};

fn of_other(index: u32) -> RightId {
    RightId {
        object: other_object_id(),
        index,
    }
}

/// A product made under the licence 2 of another object, given under the licence 1 of its right 0.
fn made_from(change: impl Fn(&mut [RightRecord], &mut [LicenceRecord])) -> Chain {
    let mut chain = Chain::default();
    chain.register.object.entries = 1;
    let lineage = vec![Source::Right(of_other(2)), Source::Object(other_object_id())];
    chain.register.object.facts.lineage = lineage.try_into().unwrap();
    let holder = Holders::Sole(crate::register::party_id(1));
    let mut rights = vec![right(RightKind::ProcessingUse, holder, 0); 3];
    rights[1].parent = Some(of_other(0));
    rights[2].parent = Some(of_other(1));
    let mut licences = vec![licence(), licence()];
    change(&mut rights, &mut licences);
    chain.register.sources = (0..)
        .zip(rights)
        .map(|(index, right)| {
            let beside = (index as usize)
                .checked_sub(1)
                .map(|at: usize| licences[at].clone());
            (of_other(index), right, beside)
        })
        .collect();
    chain
}

fn state(chain: &Chain, at: Moment) -> RightState {
    let states = chain.verdict().title.source_states(at);
    assert_eq!(states.len(), 1, "an object is named without a right");
    assert_eq!(states[0].0, of_other(2));
    states[0].1
}

#[test]
fn a_source_in_force_is_proven_with_all_on_which_it_hangs() {
    let chain = made_from(|_, _| ());
    let verdict = chain.verdict();
    assert_eq!(verdict.since(), []);
    let proven: Vec<_> = verdict.title.sources.keys().copied().collect();
    assert_eq!(proven, [of_other(0), of_other(1), of_other(2)]);
    assert_eq!(state(&chain, AS_OF), RightState::InForce);
}

#[test]
fn the_end_of_a_source_by_its_term_is_known_offline() {
    let end = Moment(AS_OF.0 + 1_000);
    let chain = made_from(|rights, _| rights[2].valid_until = end);
    assert_eq!(state(&chain, Moment(end.0 - 1)), RightState::InForce);
    assert_eq!(state(&chain, end), RightState::Expired);
    // No mark and no entry tells it, and its end came after the proof.
    let mut request = chain.request();
    request.at = Some(end);
    assert_eq!(chain.ask(&request).unwrap().since(), [Since::SourceTroubled]);
    request.at = Some(Moment(end.0 - 1));
    assert_eq!(chain.ask(&request).unwrap().since(), []);
}

#[test]
fn a_source_ends_with_what_it_hangs_on() {
    let by = |parent| RightState::ParentNotInForce { parent };
    let expired = made_from(|rights, _| rights[0].valid_until = AS_OF);
    assert_eq!(state(&expired, AS_OF), by(0));
    let ended = made_from(|rights, _| rights[1].status = RightStatus::Ended(3));
    assert_eq!(state(&ended, AS_OF), by(1));
    let own = made_from(|rights, _| rights[2].status = RightStatus::Ended(4));
    assert_eq!(state(&own, AS_OF), RightState::Ended { entry: 4 });
    assert_eq!(own.verdict().since(), [Since::SourceTroubled]);
    let troubled = (of_other(2), RightState::Ended { entry: 4 });
    assert_eq!(own.verdict().troubled_sources(), [troubled]);
    assert_eq!(made_from(|_, _| ()).verdict().troubled_sources(), []);
    assert_eq!(state(&made_from(|_, _| ()), VALID_UNTIL), RightState::Expired);
}

#[test]
fn a_source_that_the_first_holder_signed_outlives_the_one_between() {
    let signed = |licences: &mut [LicenceRecord]| licences[1].root_signed = true;
    let between = made_from(|rights, licences| {
        rights[1].status = RightStatus::Ended(3);
        signed(licences);
    });
    assert_eq!(state(&between, AS_OF), RightState::InForce);
    let first = made_from(|rights, licences| {
        rights[0].status = RightStatus::Ended(3);
        signed(licences);
    });
    assert_eq!(state(&first, AS_OF), RightState::ParentNotInForce { parent: 0 });
}

#[test]
fn a_source_is_hidden_by_leaving_it_out() {
    for record in [
        Record::Right(other_object_id(), 0),
        Record::Right(other_object_id(), 2),
        Record::Licence(other_object_id(), 2),
    ] {
        let mut chain = made_from(|_, _| ());
        let state = chain.state();
        chain.package = Box::new(move |package| {
            let nodes: Vec<_> = package.proof.state.iter().map(|node| node.0.clone()).collect();
            let place = state.node_of(record, &nodes);
            package.proof.state.remove(place);
        });
        let refused = chain.refusal();
        let Error::State {
            reason: StateError::NotProven { .. },
            ..
        } = refused
        else {
            panic!("{refused}")
        };
    }
}

#[test]
fn a_source_that_hangs_on_itself_is_refused() {
    let genuine = made_from(|_, _| ());
    let credential = genuine.credential();
    let mut endless = made_from(|_, _| ());
    for (number, right, beside) in &mut endless.register.sources {
        right.parent = Some(*number);
        *beside = Some(licence());
    }
    let package = endless.package_with(credential);
    let told = quanji_verifier::verify_package(&package, &endless.request());
    let reason = StateError::ParentsTooDeep { right: 2 };
    assert_eq!(told, Err(Error::State { block: 20, reason }));
    assert!(ObjectId::new(crate::register::AUTHORITY, 2).is_some_and(|object| object == other_object_id()));
}
