//! Forgeries of the register's state.

use crate::{
    chain::Chain,
    register::{licence, mark, object_id, objection_id, other_object_id, party_id, State, AS_OF, AUTHORITY},
};
use quanji_primitives::{
    clock::Moment,
    marks::{Mark, MarkEnd, MarkKind},
    rights::Holders,
    v1::VERSION,
    RightId,
};
use quanji_verifier::{
    errors::{Error, StateError},
    package::Bytes,
    Record,
};

fn not_proven(chain: &Chain) -> StateError {
    match chain.refusal() {
        Error::State { block: 20, reason } => reason,
        other => panic!("another reason: {other}"),
    }
}

/// Changes the node that holds a record.
fn with_node(record: Record, change: impl Fn(&mut Vec<Bytes>, usize) + 'static) -> Chain {
    let state = Chain::default().state();
    Chain {
        package: Box::new(move |package| {
            let nodes: Vec<_> = package.proof.state.iter().map(|node| node.0.clone()).collect();
            let place = state.node_of(record, &nodes);
            change(&mut package.proof.state, place);
        }),
        ..Chain::default()
    }
}

#[test]
fn a_node_is_altered() {
    let record = Record::Object(object_id());
    let chain = with_node(record, |nodes, place| *nodes[place].0.last_mut().unwrap() ^= 1);
    assert_eq!(not_proven(&chain), StateError::NotProven { record });
}

#[test]
fn a_record_is_left_out_of_the_proof() {
    let records = [
        Record::Object(object_id()),
        Record::Right(object_id(), 0),
        Record::Right(object_id(), 1),
        Record::Right(object_id(), 2),
        Record::Certificate(object_id(), 1),
        Record::Mark(object_id(), 0),
        Record::Mark(object_id(), 1),
        Record::Party(party_id(1)),
        Record::Party(party_id(3)),
        Record::Authority(AUTHORITY),
        Record::CredentialKey(AUTHORITY, 0),
        Record::CredentialKey(AUTHORITY, 1),
        Record::Regime(Chain::default().register.object.regime),
    ];
    for record in records {
        let chain = with_node(record, |nodes, place| drop(nodes.remove(place)));
        assert_eq!(not_proven(&chain), StateError::NotProven { record });
    }
}

#[test]
fn all_nodes_are_left_out() {
    let chain = Chain {
        package: Box::new(|package| package.proof.state.clear()),
        ..Chain::default()
    };
    assert_eq!(
        not_proven(&chain),
        StateError::NotProven {
            record: Record::Object(object_id())
        }
    );
}

#[test]
fn the_development_clock_is_neither_shown_nor_shown_absent() {
    // Everything but the clock's key is asked for, in a state where that leaves the way to it open.
    let chain = Chain::default();
    let mut values = chain.register.values();
    let near = |last: u8| {
        let mut key = Record::DevelopmentClock.key();
        *key.last_mut().unwrap() ^= last;
        key
    };
    values.extend([(near(1), vec![1; 40]), (near(2), vec![2; 40])]);
    let state = State::new(values.clone());
    let mut keys = quanji_verifier::TitleKeys::new(object_id());
    while !keys.missing().unwrap().is_empty() {
        keys.missing()
            .unwrap()
            .into_iter()
            .for_each(|key| keys.insert(key.clone(), values.get(&key).cloned()));
    }
    let asked: Vec<_> = keys
        .all()
        .into_iter()
        .filter(|key| *key != Record::DevelopmentClock.key())
        .collect();
    let read = |nodes| quanji_verifier::Title::read(&state.proof(nodes), object_id());
    assert!(read(state.prove(&keys.all())).is_ok());
    assert_eq!(
        read(state.prove(&asked)),
        Err(StateError::NotProven {
            record: Record::DevelopmentClock
        })
    );
}

#[test]
fn the_proof_is_of_another_object() {
    let chain = Chain::default();
    let nodes: Vec<Bytes> = chain
        .state()
        .prove(&[Record::Object(other_object_id()).key()])
        .into_iter()
        .map(Into::into)
        .collect();
    let chain = Chain {
        package: Box::new(move |package| package.proof.state = nodes.clone()),
        ..chain
    };
    assert_eq!(
        not_proven(&chain),
        StateError::NotProven {
            record: Record::Object(object_id())
        }
    );
}

#[test]
fn the_proof_is_of_another_state() {
    let mut other = Chain::default();
    other.register.rights[0].licences = 5;
    let nodes = other.package().proof.state;
    let chain = Chain {
        package: Box::new(move |package| package.proof.state = nodes.clone()),
        ..Chain::default()
    };
    assert_eq!(
        not_proven(&chain),
        StateError::NotProven {
            record: Record::Object(object_id())
        }
    );
}

/// A genuine credential with the state of a chain whose register is not in order, or not of this layout.
fn in_disorder(change: impl Fn(&mut Chain)) -> StateError {
    let credential = Chain::default().credential();
    let mut chain = Chain::default();
    change(&mut chain);
    let package = chain.package_with(credential);
    match quanji_verifier::verify_package(&package, &chain.request()) {
        Err(Error::State { block: 20, reason }) => reason,
        other => panic!("another reason: {other:?}"),
    }
}

#[test]
fn a_record_that_counts_or_fields_name_does_not_exist() {
    let absent = |record| StateError::Absent { record };
    assert_eq!(
        in_disorder(|chain| chain.register.object.rights = 4),
        absent(Record::Right(object_id(), 3))
    );
    assert_eq!(
        in_disorder(|chain| chain.register.object.certificates = 3),
        absent(Record::Certificate(object_id(), 2))
    );
    assert_eq!(
        in_disorder(|chain| chain.register.object.marks = 3),
        absent(Record::Mark(object_id(), 2))
    );
    let reason = in_disorder(|chain| chain.register.authority.credential_keys = 3);
    assert_eq!(reason, absent(Record::CredentialKey(AUTHORITY, 2)));
    let reason = in_disorder(|chain| drop(chain.register.parties.remove(&party_id(2))));
    assert_eq!(reason, absent(Record::Party(party_id(2))));
    assert_eq!(
        in_disorder(|chain| chain.register.block_time = None),
        absent(Record::BlockTime)
    );
}

#[test]
fn a_record_has_a_layout_from_later_times() {
    let reason = in_disorder(|chain| chain.register.rights[2].version = VERSION + 1);
    assert_eq!(
        reason,
        StateError::UnknownVersion {
            record: Record::Right(object_id(), 2),
            found: 2
        }
    );
    let reason = in_disorder(|chain| chain.register.marks[1].version = 7);
    assert_eq!(
        reason,
        StateError::UnknownVersion {
            record: Record::Mark(object_id(), 1),
            found: 7
        }
    );
    let reason = in_disorder(|chain| chain.register.keys[0].version = 0);
    assert_eq!(
        reason,
        StateError::UnknownVersion {
            record: Record::CredentialKey(AUTHORITY, 0),
            found: 0
        }
    );
}

#[test]
fn a_certificate_names_a_right_that_is_not_there() {
    let reason = in_disorder(|chain| chain.register.certificates[0].rights = vec![0, 7].try_into().unwrap());
    assert_eq!(reason, StateError::NoSuchRight { right: 7 });
}

#[test]
fn a_certificate_lists_rights_of_different_holders() {
    let reason = in_disorder(|chain| chain.register.rights[1].holders = Holders::Sole(party_id(2)));
    assert_eq!(reason, StateError::HoldersDiffer { right: 1 });
}

#[test]
fn a_licence_comes_from_elsewhere_or_from_itself() {
    let parent = |object, index| Some(RightId { object, index });
    let licensed = |chain: &mut Chain, parent| {
        chain.register.rights[1].parent = parent;
        chain.register.licences.insert(1, licence());
    };
    let reason = in_disorder(|chain| licensed(chain, parent(other_object_id(), 0)));
    assert_eq!(reason, StateError::ParentElsewhere { right: 1 });
    let reason = in_disorder(|chain| licensed(chain, parent(object_id(), 1)));
    assert_eq!(reason, StateError::ParentsTooDeep { right: 1 });
}

#[test]
fn a_licence_has_no_terms() {
    let object = object_id();
    let reason = in_disorder(|chain| chain.register.rights[1].parent = Some(RightId { object, index: 0 }));
    let record = Record::Licence(object, 1);
    assert_eq!(reason, StateError::Absent { record });
}

#[test]
fn a_count_is_beyond_every_title() {
    let mut register = Chain::default().register;
    register.object.certificates = u32::MAX;
    let mut keys = quanji_verifier::TitleKeys::new(object_id());
    let object = Record::Object(object_id()).key();
    keys.insert(object.clone(), Some(register.values()[&object].clone()));
    let (found, max) = (
        u64::from(u32::MAX) + 5,
        quanji_verifier::title_keys::TITLE_RECORDS_MAX,
    );
    assert_eq!(keys.missing(), Err(StateError::TooManyRecords { found, max }));
}

#[test]
fn an_authority_counts_more_keys_than_any_title_has_records() {
    let max = quanji_verifier::title_keys::TITLE_RECORDS_MAX;
    let mut register = Chain::default().register;
    register.authority.credential_keys = u32::MAX;
    let mut keys = quanji_verifier::TitleKeys::new(object_id());
    for record in [Record::Object(object_id()), Record::Authority(AUTHORITY)] {
        let key = record.key();
        keys.insert(key.clone(), Some(register.values()[&key].clone()));
    }
    let found = u32::MAX.into();
    assert_eq!(keys.missing(), Err(StateError::TooManyRecords { found, max }));
}

/// A chain whose object is under objection and held.
fn encumbered() -> Chain {
    let mut chain = Chain::default();
    chain.register.add_mark(mark(MarkKind::ObjectionNotice, &[0, 1]));
    chain.register.add_mark(mark(MarkKind::Hold, &[0]));
    chain
        .register
        .object
        .open_objections
        .try_push(objection_id())
        .unwrap();
    chain
}

#[test]
fn a_mark_is_hidden_by_leaving_it_out() {
    for number in [2, 3] {
        let record = Record::Mark(object_id(), number);
        let state = encumbered().state();
        let chain = Chain {
            package: Box::new(move |package| {
                let nodes: Vec<_> = package.proof.state.iter().map(|node| node.0.clone()).collect();
                let place = state.node_of(record, &nodes);
                package.proof.state.remove(place);
            }),
            ..encumbered()
        };
        assert_eq!(not_proven(&chain), StateError::NotProven { record });
    }
}

/// The nodes of a state in which the marks do not stand, in the package of a chain in which they do.
fn with_state_of(other: Chain) -> StateError {
    let nodes = other.package().proof.state;
    let chain = Chain {
        package: Box::new(move |package| package.proof.state = nodes.clone()),
        ..encumbered()
    };
    not_proven(&chain)
}

#[test]
fn a_mark_is_hidden_by_the_state_of_another_time() {
    let object = Record::Object(object_id());
    // Before the marks were set.
    let before = with_state_of(Chain::default());
    assert_eq!(before, StateError::NotProven { record: object });
    // After they were ended.
    let mut after = encumbered();
    let ended = Some((AS_OF, MarkEnd::Dismissed));
    for mark in &mut after.register.marks {
        *mark = Mark { ended, ..*mark };
    }
    assert_eq!(with_state_of(after), StateError::NotProven { record: object });
}

/// Replaces the value of a record in the nodes of the package.
fn with_value(record: Record, value: Vec<u8>) -> StateError {
    let state = encumbered().state();
    let former = encumbered().register.values()[&record.key()].clone();
    assert_ne!(former, value);
    let chain = Chain {
        package: Box::new(move |package| {
            let nodes: Vec<_> = package.proof.state.iter().map(|node| node.0.clone()).collect();
            let node = &mut package.proof.state[state.node_of(record, &nodes)].0;
            node.truncate(node.len() - former.len());
            node.extend(&value);
        }),
        ..encumbered()
    };
    not_proven(&chain)
}

#[test]
fn a_mark_is_hidden_by_rewriting_it() {
    use codec::Encode;
    let record = Record::Mark(object_id(), 2);
    let standing = mark(MarkKind::ObjectionNotice, &[0, 1]);
    for forged in [
        Mark {
            ended: Some((Moment(AS_OF.0 - 1), MarkEnd::Dismissed)),
            ..standing
        },
        Mark {
            until: Some(AS_OF),
            ..standing
        },
        Mark {
            rights: [2].into_iter().collect(),
            ..standing
        },
        Mark {
            since: Moment(AS_OF.0 + 1),
            ..standing
        },
    ] {
        assert_eq!(
            with_value(record, forged.encode()),
            StateError::NotProven { record }
        );
    }
}

#[test]
fn marks_and_objections_are_hidden_by_rewriting_the_object() {
    use codec::Encode;
    let record = Record::Object(object_id());
    // A smaller count would hide the last marks without leaving a gap.
    let mut fewer = encumbered().register.object;
    fewer.marks = 2;
    assert_eq!(
        with_value(record, fewer.encode()),
        StateError::NotProven { record }
    );
    let mut unlisted = encumbered().register.object;
    unlisted.open_objections = Default::default();
    assert_eq!(
        with_value(record, unlisted.encode()),
        StateError::NotProven { record }
    );
}
