//! No ordinary transaction is so heavy that a hundred of it do not fit into a block.

use super::{calls::every_call, extension};
use crate::{configs::system::RuntimeBlockWeights, RuntimeCall};
use codec::Decode;
use frame_support::dispatch::{DispatchClass, GetDispatchInfo};
use frame_support::weights::Weight;
use quanji_primitives::{
    imported::EarlierRegistration,
    object::{Fingerprint, Source},
    rights::{Holders, RightKinds},
    succession::{Assignment, BATCH_MAX},
    Bounded, CaseId, ObjectId, ObjectionId, PartyId,
};
use sp_runtime::traits::TransactionExtension;
use std::{collections::BTreeSet, fs};

/// How often the heaviest call fits.
const IN_A_BLOCK: u64 = 100;

/// Calls that go through all rights and licences of an object, of which it may hold 64, and what stands against them; or
/// through a text of 16 KiB, sixteen holders and sources of an earlier registration, or a deed over eight objects. None is what
/// most cases need: the figures are of the worst case.
const SLOWER: [&str; 28] = [
    "Disputes::execute",
    "Disputes::execute_change",
    "Encumbrances::end_by_instrument",
    "Encumbrances::propose",
    "Encumbrances::sign",
    "Encumbrances::transfer_by_ruling",
    "Encumbrances::withdraw",
    "Licences::accept",
    "Licences::confirm_end",
    "Licences::offer",
    "Licences::order_end",
    "Licences::propose_end",
    "Licences::sign_end",
    "Parties::confirm_succession",
    "Parties::finish_succession",
    "Registry::consent_to_case",
    "Registry::drop_motion",
    "Registry::enter",
    "Registry::execute_motion",
    "Registry::file_dealing",
    "Registry::propose_motion",
    "Registry::resubmit_dealing",
    "assign_holdings",
    "execute_change",
    "execute_motion",
    "import",
    "publish",
    "publish_part",
];

/// How often the heaviest of those fits.
const SLOWER_IN_A_BLOCK: u64 = 25;

/// A batch weighs what its calls weigh.
const BATCH: &str = "Utility::batch_all";

/// A value of zeros and nothing.
fn nothing<T: Decode>() -> T {
    T::decode(&mut &[0; 4_096][..]).unwrap()
}

/// Every earlier registration by the numbers of its holders, sources and fingerprints.
fn earlier() -> impl Iterator<Item = EarlierRegistration> {
    let numbers = (2..=16).flat_map(|holders| {
        (0..=16).flat_map(move |sources| (0..=4).map(move |prints| (holders, sources, prints)))
    });
    numbers.map(|(holders, sources, prints)| {
        let mut earlier: EarlierRegistration = nothing();
        earlier.holders = Holders::Joint(Bounded::truncate_from((0..holders).map(PartyId).collect()));
        earlier.kinds = RightKinds::HOLDING;
        earlier.facts.lineage = Bounded::truncate_from(vec![Source::Object(ObjectId(0)); sources]);
        earlier.fingerprints = Bounded::truncate_from(vec![nothing::<Fingerprint>(); prints]);
        earlier
    })
}

/// The holdings of a party that pass to its successor, `count` with one call.
fn assign_holdings(count: u32) -> RuntimeCall {
    let assignments = (0..count).map(|holding| Assignment {
        holding,
        successor: 0,
    });
    RuntimeCall::Parties(pallet_parties::Call::assign_holdings {
        predecessor: PartyId(0),
        batch: Bounded::truncate_from(assignments.collect()),
    })
}

/// The calls whose weight depends on what they carry, carrying as much as they can.
fn largest() -> Vec<(String, RuntimeCall)> {
    let publish = pallet_registry::Call::publish {
        case: CaseId(0),
        text: Some(Bounded::truncate_from(vec![0; 16 * 1_024])),
        national: None,
    };
    let part = pallet_registry::Call::publish_part {
        case: CaseId(0),
        text: Bounded::truncate_from(vec![0; 16 * 1_024]),
    };
    let motion = pallet_registry::Call::execute_motion {
        object: ObjectId(0),
        text: Some(Bounded::truncate_from(vec![0; 16 * 1_024])),
    };
    let change = pallet_disputes::Call::execute_change {
        objection: ObjectionId(0),
        facts: Box::new(nothing()),
        text: Some(Bounded::truncate_from(vec![0; 16 * 1_024])),
    };
    let imports = earlier().map(|earlier| pallet_registry::Call::import {
        earlier: Box::new(earlier),
    });
    let imports = imports.map(|call| ("import", call));
    let calls = [
        ("publish", publish),
        ("publish_part", part),
        ("execute_motion", motion),
    ];
    let calls = calls.into_iter().chain(imports);
    // A list weighs what its holdings weigh, like a batch: one of them is the call to look at.
    let others = [
        ("execute_change", RuntimeCall::Disputes(change)),
        ("assign_holdings", assign_holdings(1)),
    ];
    let calls = calls.map(|(name, call)| (name, RuntimeCall::Registry(call)));
    calls
        .chain(others)
        .map(|(name, call)| (name.to_owned(), call))
        .collect()
}

/// What a transaction with the call takes of a block.
fn taken(call: &RuntimeCall) -> Weight {
    let base = RuntimeBlockWeights::get()
        .get(DispatchClass::Normal)
        .base_extrinsic;
    let extension = TransactionExtension::<RuntimeCall>::weight(&extension(0), call);
    let declared = call.get_dispatch_info().call_weight;
    base.saturating_add(extension).saturating_add(declared)
}

/// The calls of the ordinary class that do not fit `times` into a block, each once.
fn too_heavy(times: u64) -> BTreeSet<String> {
    let room = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total;
    let room = room.expect("ordinary transactions have their part of a block");
    let ordinary = |call: &RuntimeCall| call.get_dispatch_info().class == DispatchClass::Normal;
    let calls = every_call().into_iter().chain(largest());
    let fits = |call: &RuntimeCall| taken(call).saturating_mul(times).all_lte(room);
    calls
        .filter(|(name, call)| name != BATCH && ordinary(call) && !fits(call))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn the_heaviest_call_fits_a_hundred_times_in_a_block_unless_it_is_listed() {
    let slower: BTreeSet<String> = SLOWER.map(str::to_owned).into();
    assert_eq!(too_heavy(IN_A_BLOCK), slower);
    assert_eq!(too_heavy(SLOWER_IN_A_BLOCK), BTreeSet::new());
}

/// Officers alone send it, so it does not crowd out others; but a block has room for the longest list.
#[test]
fn the_longest_list_of_holdings_fits_into_a_block() {
    let class = RuntimeBlockWeights::get().get(DispatchClass::Normal).clone();
    let room = class
        .max_extrinsic
        .expect("a transaction has its part of a block");
    let longest = taken(&assign_holdings(BATCH_MAX));
    assert!(longest.all_lte(room), "{longest} of {room}");
    assert!(longest.ref_time() > taken(&assign_holdings(1)).ref_time());
}

/// A measured weight with components is in the list of the largest calls: otherwise its worst case was not looked at.
#[test]
fn every_weight_that_depends_on_its_call_was_taken_at_its_largest() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/weights");
    let mut dependent = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let functions = text.lines().filter_map(|line| line.trim().strip_prefix("fn "));
        let with_components = functions.filter(|function| !function.contains("()"));
        dependent.extend(with_components.filter_map(|function| Some(function.split_once('(')?.0.to_owned())));
    }
    let looked_at: BTreeSet<_> = largest().into_iter().map(|(name, _)| name).collect();
    assert_eq!(dependent, looked_at);
}
