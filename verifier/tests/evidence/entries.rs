//! Entries proven through the digest of the history, and what a forger may try with them.

use crate::{
    chain::{header, justify, keys, Chain},
    register::{mark, object_id, other_object_id, State, AS_OF, AUTHORITY},
};
use codec::Encode;
use quanji_primitives::{
    marks::MarkKind,
    regimes::national_2026,
    v1::{history_after, Entry, EntryBasis, EntryContent, NO_HISTORY, VERSION},
    EntryNo, ObjectId,
};
use quanji_verifier::{
    errors::{Error, PackageError, StateError, TrustError},
    verify_entries, EntriesProof, Failing, ProvenEntries, Record, TrustAnchor, H256,
};

fn entry(object: ObjectId, number: u32, previous: [u8; 32]) -> Entry {
    Entry {
        version: VERSION,
        no: EntryNo { object, number },
        authority: AUTHORITY,
        regime: national_2026().id,
        at: AS_OF,
        previous,
        basis: EntryBasis::RightAbove(EntryNo { object, number: 1 }),
        content: EntryContent::Mark {
            number,
            mark: mark(MarkKind::Hold, &[0]),
        },
    }
}

/// The first `count` entries of the object.
pub fn history(count: u32) -> Vec<Entry> {
    let mut previous = NO_HISTORY;
    (1..=count)
        .map(|number| {
            let made = entry(object_id(), number, previous);
            previous = history_after(&made);
            made
        })
        .collect()
}

/// A chain whose object has these entries.
pub fn chain(entries: &[Entry]) -> Chain {
    let mut chain = Chain::default();
    chain.register.object.entries = entries.len() as u32;
    chain.register.object.history = entries.last().map_or(NO_HISTORY, history_after);
    chain
}

/// A proof of what is given, with the finality of the chain.
pub fn proof(chain: &Chain, given: &[Entry]) -> EntriesProof {
    let state = State::new(chain.register.values());
    let nodes = state.prove(&[Record::Object(object_id()).key()]);
    let mut proof = chain.package().proof;
    proof.state = nodes.into_iter().map(Into::into).collect();
    let entries = given.iter().map(|entry| entry.encode().into()).collect();
    EntriesProof::new(object_id(), entries, proof)
}

fn ask(chain: &Chain, proof: &EntriesProof) -> Result<ProvenEntries, Error> {
    verify_entries(&proof.to_json().unwrap(), &chain.request().trust)
}

fn refused(change: impl Fn(&mut Vec<Entry>)) -> StateError {
    let genuine = history(4);
    let chain = chain(&genuine);
    let mut given = genuine;
    change(&mut given);
    match ask(&chain, &proof(&chain, &given)) {
        Err(Error::State { block: 20, reason }) => reason,
        other => panic!("another reason: {other:?}"),
    }
}

#[test]
fn the_last_entries_are_proven_from_any_one_on() {
    let genuine = history(4);
    let chain = chain(&genuine);
    for from in 0..4 {
        let proven = ask(&chain, &proof(&chain, &genuine[from..])).unwrap();
        assert_eq!(proven.entries, genuine[from..]);
        assert_eq!(
            (proven.object, proven.record.entries, proven.block),
            (object_id(), 4, 20)
        );
        assert_eq!(proven.block_hash, chain.block().hash());
    }
}

#[test]
fn an_entry_is_altered() {
    for place in 0..4 {
        let reason = refused(|given| given[place].at.0 += 1);
        // The one after it says so, or the digest in the record.
        let entry = (place as u32 + 2).min(4);
        assert_eq!(reason, StateError::HistoryBroken { entry });
    }
}

#[test]
fn an_entry_is_left_out_added_or_moved() {
    let broken = |entry| StateError::HistoryBroken { entry };
    assert_eq!(refused(|given| drop(given.remove(1))), broken(2));
    assert_eq!(refused(|given| drop(given.pop())), broken(2));
    assert_eq!(refused(|given| given.swap(1, 2)), broken(2));
    let wrong = |found| StateError::WrongEntryCount { proven: 4, found };
    assert_eq!(refused(Vec::clear), wrong(0));
    assert_eq!(
        refused(|given| given.push(entry(object_id(), 5, history_after(&given[3])))),
        wrong(5)
    );
}

#[test]
fn a_history_begins_with_nothing() {
    let forged = refused(|given| {
        let mut previous = [7; 32];
        for made in given.iter_mut() {
            made.previous = previous;
            previous = history_after(made);
        }
    });
    assert_eq!(forged, StateError::HistoryBroken { entry: 1 });
}

#[test]
fn numbers_are_those_of_the_object() {
    let reason = refused(|given| {
        *given = vec![Entry {
            no: EntryNo {
                object: object_id(),
                number: 3,
            },
            ..given[3].clone()
        }];
    });
    assert_eq!(reason, StateError::HistoryBroken { entry: 4 });
    let reason = refused(|given| given[2] = entry(other_object_id(), 3, given[2].previous));
    assert_eq!(reason, StateError::EntryUnreadable { position: 2 });
    let error = Error::State { block: 20, reason };
    assert_eq!(error.failing(), Failing::NotProven);
}

#[test]
fn finality_format_and_object_are_checked_as_in_packages() {
    let genuine = history(2);
    let chain = chain(&genuine);
    let mut given = proof(&chain, &genuine);
    let other = TrustAnchor::Genesis(H256([7; 32]));
    let text = given.to_json().unwrap();
    assert!(matches!(
        verify_entries(&text, &other),
        Err(Error::Trust(TrustError::WrongGenesis { .. }))
    ));
    let unknown = text.replace("quanji-entries/1", "quanji-evidence/1");
    assert!(matches!(
        verify_entries(&unknown, &chain.request().trust),
        Err(Error::Package(PackageError::UnknownFormat { .. }))
    ));
    given.object = "P1-1-Q".into();
    assert!(matches!(
        ask(&chain, &given),
        Err(Error::Package(PackageError::NotJson { .. }))
    ));
    given.object = other_object_id().to_string();
    assert!(matches!(ask(&chain, &given), Err(Error::State { .. })));
    let mut unvoted = proof(&chain, &genuine);
    let block = header(20, H256([3; 32]), H256([4; 32]), Vec::new());
    unvoted.proof.block.justification = justify(&block, &keys(11..15), 1).encode().into();
    assert!(matches!(
        ask(&chain, &unvoted),
        Err(Error::Finality { block: 20, .. })
    ));
}
