//! Whatever bytes come in, decoding them and carrying out what they mean never panics.

use super::chain;
use crate::{development_keys, AccountId, Runtime, RuntimeCall, UncheckedExtrinsic};
use codec::{Compact, Decode, DecodeAll, DecodeLimit, Encode};
use frame_support::view_functions::ViewFunctionId;
use proptest::{prelude::*, sample::Index, strategy::ValueTree, test_runner::TestRunner};
use scale_info::{
    form::PortableForm, MetaType, PortableRegistry, Registry, TypeDef, TypeDefPrimitive, Variant,
};
use sp_genesis_builder::DEV_RUNTIME_PRESET;
use sp_runtime::{traits::Dispatchable, StateVersion};
use std::sync::LazyLock;

/// The depth to which the transaction pool decodes calls.
const DEPTH_MAX: u32 = frame_support::MAX_EXTRINSIC_DEPTH;

/// From this depth on a made value nests no further.
const SHALLOW: u32 = 14;

/// The description of all calls.
struct Described {
    types: PortableRegistry,
    root: u32,
    /// Index of pallet, index of call, name.
    calls: Vec<(u8, u8, String)>,
}

static DESCRIBED: LazyLock<Described> = LazyLock::new(|| {
    let mut registry = Registry::new();
    let root = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
    let types = PortableRegistry::from(registry);
    let calls = variants(&types, root)
        .iter()
        .flat_map(|pallet| {
            let calls = variants(&types, pallet.fields[0].ty.id);
            let named = |call: &Variant<PortableForm>| {
                (
                    pallet.index,
                    call.index,
                    format!("{}::{}", pallet.name, call.name),
                )
            };
            calls.iter().map(named).collect::<Vec<_>>()
        })
        .collect();
    Described { types, root, calls }
});

fn variants(types: &PortableRegistry, id: u32) -> Vec<Variant<PortableForm>> {
    match types.resolve(id).map(|described| &described.type_def) {
        Some(TypeDef::Variant(described)) => described.variants.clone(),
        _ => Vec::new(),
    }
}

/// Makes bytes that a type's description allows, choosing by the bytes of `seed` and zeros after them.
struct Maker<'a> {
    types: &'a PortableRegistry,
    seed: std::slice::Iter<'a, u8>,
    out: Vec<u8>,
}

impl<'a> Maker<'a> {
    fn new(seed: &'a [u8]) -> Self {
        Self::over(&DESCRIBED.types, seed)
    }

    fn over(types: &'a PortableRegistry, seed: &'a [u8]) -> Self {
        Self {
            types,
            seed: seed.iter(),
            out: Vec::new(),
        }
    }

    /// The bytes of one call of one pallet.
    fn call(mut self, pallet: u8, call: u8) -> Vec<u8> {
        self.out.extend([pallet, call]);
        let pallets = variants(self.types, DESCRIBED.root);
        let calls = pallets.iter().find(|known| known.index == pallet);
        let calls = variants(self.types, calls.expect("a known pallet").fields[0].ty.id);
        let found = calls.iter().find(|known| known.index == call);
        for field in &found.expect("a known call").fields {
            self.make(field.ty.id, 0);
        }
        self.out
    }

    fn next(&mut self) -> u8 {
        self.seed.next().copied().unwrap_or(0)
    }

    fn choose(&mut self, count: usize) -> usize {
        usize::from(self.next()) % count.max(1)
    }

    fn make(&mut self, id: u32, depth: u32) {
        let types = self.types;
        let deeper = depth + 1;
        match &types.resolve(id).expect("a described type").type_def {
            TypeDef::Composite(described) => {
                described
                    .fields
                    .iter()
                    .for_each(|field| self.make(field.ty.id, deeper));
            }
            TypeDef::Tuple(described) => {
                described
                    .fields
                    .iter()
                    .for_each(|field| self.make(field.id, deeper));
            }
            TypeDef::Array(described) => {
                (0..described.len).for_each(|_| self.make(described.type_param.id, deeper));
            }
            TypeDef::Sequence(described) => {
                let length = if depth > SHALLOW { 0 } else { self.choose(5) as u32 };
                Compact(length).encode_to(&mut self.out);
                (0..length).for_each(|_| self.make(described.type_param.id, deeper));
            }
            TypeDef::Variant(described) if described.variants.is_empty() => self.out.push(0),
            TypeDef::Variant(described) => {
                let count = described.variants.len();
                let chosen = if depth > SHALLOW { 0 } else { self.choose(count) };
                let variant = &described.variants[chosen];
                self.out.push(variant.index);
                variant
                    .fields
                    .iter()
                    .for_each(|field| self.make(field.ty.id, deeper));
            }
            TypeDef::Compact(_) => {
                let number = u32::from(self.next());
                Compact(number % 64).encode_to(&mut self.out);
            }
            TypeDef::Primitive(primitive) => self.make_primitive(primitive),
            TypeDef::BitSequence(_) => Compact(0u32).encode_to(&mut self.out),
        }
    }

    fn make_primitive(&mut self, primitive: &TypeDefPrimitive) {
        use TypeDefPrimitive::*;
        let size = match primitive {
            Bool => {
                let bit = self.next() % 2;
                return self.out.push(bit);
            }
            Str => return "data".encode_to(&mut self.out),
            U8 | I8 => 1,
            U16 | I16 => 2,
            U32 | I32 | Char => 4,
            U64 | I64 => 8,
            U128 | I128 => 16,
            U256 | I256 => 32,
        };
        // Small numbers, the largest one, and any.
        match self.choose(4) {
            0 => self.out.extend(vec![u8::MAX; size]),
            1 => (0..size).for_each(|_| {
                let byte = self.next();
                self.out.push(byte);
            }),
            _ => {
                let small = self.next() % 8;
                self.out.push(small);
                self.out.extend(vec![0; size - 1]);
            }
        }
    }
}

/// Decodes as the pool and the block builder do.
fn decode_in_every_way(bytes: &[u8]) {
    let _ = RuntimeCall::decode(&mut &bytes[..]);
    let _ = RuntimeCall::decode_all_with_depth_limit(DEPTH_MAX, &mut &bytes[..]);
    let _ = UncheckedExtrinsic::decode_all_with_depth_limit(DEPTH_MAX, &mut &bytes[..]);
    let _ = UncheckedExtrinsic::decode(&mut &bytes.to_vec().encode()[..]);
}

fn bytes(longest: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..longest)
}

fn any_call() -> impl Strategy<Value = (u8, u8)> {
    any::<Index>().prop_map(|index| {
        let (pallet, call, _) = &DESCRIBED.calls[index.index(DESCRIBED.calls.len())];
        (*pallet, *call)
    })
}

/// A filing's worth of bytes, so that long arguments are filled too.
const SEED: usize = 600;

/// How often each call and each view function is tried, so that none is left to chance.
const TRIES: usize = 24;

/// Any bytes.
fn some(runner: &mut TestRunner) -> Vec<u8> {
    bytes(SEED).new_tree(runner).unwrap().current()
}

#[test]
fn every_call_of_every_pallet_is_described() {
    let mut known: Vec<_> = Vec::new();
    for pallet in crate::pallets::metadata_ir().pallets {
        let Some(calls) = pallet.calls else { continue };
        let TypeDef::Variant(calls) = calls.ty.type_info().type_def else {
            panic!("the calls of {} are variants", pallet.name);
        };
        let named = |call: &Variant| {
            (
                pallet.index,
                call.index,
                format!("{}::{}", pallet.name, call.name),
            )
        };
        known.extend(calls.variants.iter().map(named));
    }
    let mut described = DESCRIBED.calls.clone();
    known.sort();
    described.sort();
    assert_eq!(described, known);
}

#[test]
fn bytes_made_by_the_description_of_a_call_decode_as_it() {
    let mut runner = TestRunner::deterministic();
    let mut never = Vec::new();
    for (pallet, call, name) in &DESCRIBED.calls {
        let decodes = (0..64).any(|_| {
            let seed = bytes(SEED).new_tree(&mut runner).unwrap().current();
            let made = Maker::new(&seed).call(*pallet, *call);
            RuntimeCall::decode_all(&mut &made[..]).is_ok_and(|call| call.encode() == made)
        });
        if !decodes {
            never.push(name);
        }
    }
    assert_eq!(never, Vec::<&String>::new());
}

#[test]
fn each_call_is_carried_out_or_refused() {
    let mut runner = TestRunner::deterministic();
    let accounts = development_keys::ALL.map(|(_, public)| AccountId::new(public));
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        pallet_timestamp::Now::<Runtime>::put(1_790_000_000_000);
        for (pallet, call, _) in &DESCRIBED.calls {
            for turn in 0..TRIES {
                let made = Maker::new(&some(&mut runner)).call(*pallet, *call);
                if let Ok(call) = RuntimeCall::decode_all(&mut &made[..]) {
                    carry_out(&accounts[turn % accounts.len()], call);
                }
            }
        }
    });
}

/// Arguments that fit, arguments cut off, and any bytes: a view function answers or refuses.
#[test]
fn each_view_function_answers_or_refuses() {
    let mut runner = TestRunner::deterministic();
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let mut asked = 0;
        for function in crate::pallets::metadata_ir()
            .pallets
            .into_iter()
            .flat_map(|pallet| pallet.view_functions)
        {
            let mut registry = Registry::new();
            let arguments = function.inputs.iter();
            let arguments: Vec<_> = arguments.map(|one| registry.register_type(&one.ty).id).collect();
            let types = PortableRegistry::from(registry);
            let mut answered = false;
            for _ in 0..TRIES {
                let (seed, noise) = (some(&mut runner), some(&mut runner));
                let mut maker = Maker::over(&types, &seed);
                arguments.iter().for_each(|argument| maker.make(*argument, 0));
                let fitting = maker.out;
                let cut = noise.len() % (fitting.len() + 1);
                for input in [&fitting[..], &fitting[..cut], &noise] {
                    let id = ViewFunctionId::decode(&mut &function.id[..]).unwrap();
                    let answer = Runtime::execute_view_function(id, input.to_vec());
                    answered |= answer.is_ok();
                }
            }
            assert!(answered, "{} never understood a question", function.name);
            asked += 1;
        }
        assert!(asked > 30, "all pallets are asked: {asked}");
    });
}

#[test]
fn arguments_of_each_call_decode_or_are_refused() {
    let mut runner = TestRunner::deterministic();
    for (pallet, call, _) in &DESCRIBED.calls {
        for _ in 0..TRIES {
            let (seed, arguments, noise) = (some(&mut runner), some(&mut runner), some(&mut runner));
            decode_in_every_way(&[&[*pallet, *call], &arguments[..]].concat());
            let mut made = Maker::new(&seed).call(*pallet, *call);
            decode_in_every_way(&[&made[..], &noise].concat());
            for byte in noise {
                let place = usize::from(byte) * 7 % made.len();
                made[place] ^= byte | 1;
            }
            decode_in_every_way(&made);
            made.truncate(arguments.len() % made.len());
            decode_in_every_way(&made);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn arbitrary_bytes_decode_or_are_refused(bytes in bytes(600)) {
        decode_in_every_way(&bytes);
    }

    #[test]
    fn arbitrary_arguments_of_every_call_decode_or_are_refused((pallet, call) in any_call(), arguments in bytes(600)) {
        decode_in_every_way(&[&[pallet, call], &arguments[..]].concat());
    }

    #[test]
    fn damaged_calls_decode_or_are_refused(
        (pallet, call) in any_call(),
        seed in bytes(SEED),
        place in any::<Index>(),
        byte in any::<u8>(),
        length in any::<Index>(),
    ) {
        let mut made = Maker::new(&seed).call(pallet, call);
        let place = place.index(made.len());
        made[place] = byte;
        decode_in_every_way(&made);
        made.truncate(length.index(made.len()));
        decode_in_every_way(&made);
    }
}

/// Carries out a call of an account. What is refused changes nothing.
fn carry_out(account: &AccountId, call: RuntimeCall) {
    let before = sp_io::storage::root(StateVersion::V1);
    let origin = frame_system::RawOrigin::Signed(account.clone());
    if call.clone().dispatch(origin.into()).is_err() {
        let after = sp_io::storage::root(StateVersion::V1);
        assert_eq!(before, after, "{call:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_call_of_every_development_key_is_carried_out_or_refused(
        made in prop::collection::vec((any_call(), bytes(SEED), any::<Index>()), 1..12),
    ) {
        chain(DEV_RUNTIME_PRESET).execute_with(|| {
            pallet_timestamp::Now::<Runtime>::put(1_790_000_000_000);
            for ((pallet, call), seed, key) in &made {
                let bytes = Maker::new(seed).call(*pallet, *call);
                let Ok(call) = RuntimeCall::decode_all(&mut &bytes[..]) else {
                    continue;
                };
                let (_, public) = development_keys::ALL[key.index(development_keys::ALL.len())];
                carry_out(&AccountId::new(public), call);
            }
        });
    }
}
