//! The whole matrix: every call that deals with rights, under everything that may stand against a right, sent by everyone, in
//! every form in which a call can be sent. What passes leaves the register whole; what is refused is refused with the error that
//! the table names, and changes nothing.

mod collateral;
mod dealings;
mod licences;
mod rows;
mod scenes;
mod standing;
mod table;

use super::{calls::every_call, chain, disputes::by, encumbrances::check};
use crate::{pallets::metadata_ir, Runtime, RuntimeCall, RuntimeOrigin};
use frame_support::{assert_ok, traits::Contains};
use quanji_primitives::{
    capacity::{Capacity, CounterFiling},
    PartyId, PowerId,
};
use rows::DEALS;
use scale_info::{form::MetaForm, MetaType, Type, TypeDef};
use scenes::{persons, prepare, Prepared, AGENT};
use sp_genesis_builder::DEV_RUNTIME_PRESET;
use sp_io::storage;
use sp_runtime::{traits::Dispatchable, DispatchError, StateVersion};
use std::collections::BTreeSet;
use table::{Deal, ROLES, STANDING};

/// How a call is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    Single,
    Batch,
    BatchInBatch,
    /// By an agent under a power of the one whose role it is.
    Agent,
    /// By an officer at the counter, for a party that signs with a key of its own.
    Counter,
    /// By nobody: as the root of the runtime, or unsigned.
    Root,
    Unsigned,
}

const FORMS: [Form; 7] = [
    Form::Single,
    Form::Batch,
    Form::BatchInBatch,
    Form::Agent,
    Form::Counter,
    Form::Root,
    Form::Unsigned,
];

fn batch(call: RuntimeCall) -> RuntimeCall {
    pallet_utility::Call::batch_all { calls: vec![call] }.into()
}

/// The name of an error, with the pallet from which it comes.
fn name(error: DispatchError) -> String {
    match error {
        DispatchError::Module(error) => {
            let pallets = metadata_ir().pallets;
            let pallet = pallets.iter().find(|pallet| pallet.index == error.index).unwrap();
            format!("{}::{}", pallet.name, error.message.unwrap())
        }
        other => format!("{other:?}"),
    }
}

struct Tries {
    powers: Vec<(PartyId, PowerId)>,
    passed: u32,
    refused: u32,
    /// What fares otherwise than the table says.
    differing: Vec<String>,
}

impl Tries {
    /// One try, taken back afterwards.
    fn attempt(&mut self, call: RuntimeCall, origin: RuntimeOrigin, expected: Option<String>, what: &str) {
        let before = storage::root(StateVersion::V1);
        storage::start_transaction();
        let result = call
            .dispatch(origin)
            .map(|_| ())
            .map_err(|error| name(error.error));
        let found = result.clone().err();
        if found != expected {
            self.differing
                .push(format!("{what}: {found:?}, not {expected:?}"));
        }
        if result.is_ok() {
            self.passed += 1;
            check();
            assert_ok!(pallet_licences::Pallet::<Runtime>::do_try_state());
            assert_ok!(pallet_parties::Pallet::<Runtime>::do_try_state());
            assert_ne!(storage::root(StateVersion::V1), before, "{what}");
        } else {
            self.refused += 1;
            assert_eq!(storage::root(StateVersion::V1), before, "{what}");
        }
        storage::rollback_transaction();
    }

    /// The call of a role in a form, its origin, and how it fares; nothing where the form is not open to the role.
    fn made(
        &self,
        form: Form,
        role: usize,
        prepared: &Prepared,
        expected: Option<String>,
        deal: &Deal,
    ) -> Option<(RuntimeCall, RuntimeOrigin, Option<String>)> {
        let own = || (prepared.call)(Capacity::Own);
        let of_role = by(ROLES[role]);
        let is_party = role < self.powers.len() && deal.is_of_party();
        let pallet = deal.call.split("::").next().unwrap();
        Some(match form {
            Form::Single => (own(), of_role, expected),
            Form::Batch => (batch(own()), of_role, expected),
            // A batch holds no batch.
            Form::BatchInBatch => (batch(batch(own())), of_role, Some("System::CallFiltered".into())),
            Form::Agent if is_party => {
                let (_, power) = self.powers[role];
                ((prepared.call)(Capacity::Agent(power)), by(AGENT), expected)
            }
            Form::Counter if is_party => {
                let (party, _) = self.powers[role];
                let counter = Capacity::Counter(CounterFiling {
                    party,
                    document: super::disputes::DIGEST,
                    received_at: super::encumbrances::now(),
                });
                let error = format!("{pallet}::PartyHasAccount");
                ((prepared.call)(counter), by("//Lingnan//Registrar"), Some(error))
            }
            // Nobody is asked once.
            Form::Root if role == 0 => (own(), RuntimeOrigin::root(), Some("BadOrigin".into())),
            Form::Unsigned if role == 0 => (own(), RuntimeOrigin::none(), Some("BadOrigin".into())),
            Form::Agent | Form::Counter | Form::Root | Form::Unsigned => return None,
        })
    }

    fn try_everyone(&mut self, deal: &Deal, prepared: &Prepared, standing: table::Standing) {
        let pallet = deal.call.split("::").next().unwrap();
        for (role, name) in ROLES.iter().enumerate() {
            let expected = deal
                .expected(standing, role)
                .map(|error| format!("{pallet}::{error}"));
            for form in FORMS {
                let made = self.made(form, role, prepared, expected.clone(), deal);
                let Some((call, origin, expected)) = made else {
                    continue;
                };
                let what = format!("{:?} under {standing:?} by {name} as {form:?}", deal.scene);
                self.attempt(call, origin, expected, &what);
            }
        }
    }
}

#[test]
fn every_call_that_deals_with_rights_fares_as_the_tables_say() {
    let (mut passed, mut refused, mut differing) = (0, 0, Vec::new());
    for deal in &DEALS {
        chain(DEV_RUNTIME_PRESET).execute_with(|| {
            let mut tries = Tries {
                powers: persons(),
                passed: 0,
                refused: 0,
                differing: Vec::new(),
            };
            for standing in STANDING {
                if standing == table::Standing::SeizureBelow && !deal.has_below() {
                    continue;
                }
                // A licence gives no security, and whose place passes to others signs no deed.
                if standing.is_secured() && (deal.has_below() || deal.is_in_succession()) {
                    continue;
                }
                storage::start_transaction();
                let prepared = prepare(deal.scene, standing);
                tries.try_everyone(deal, &prepared, standing);
                storage::rollback_transaction();
            }
            passed += tries.passed;
            refused += tries.refused;
            differing.extend(tries.differing);
        });
    }
    println!(
        "{} combinations: {passed} pass, {refused} are refused",
        passed + refused
    );
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    assert!(passed > 500 && refused > 2_000);
}

/// What is listed as dealing with rights is tried here, and nothing else.
#[test]
fn every_listed_call_is_in_the_matrix() {
    let tried: BTreeSet<&str> = DEALS.iter().map(|deal| deal.call).collect();
    let listed: BTreeSet<&str> = super::dealing::dealing_calls().collect();
    assert_eq!(tried, listed);
}

/// Whether a type holds a call of the runtime, within a few levels.
fn holds_a_call(described: &MetaType, wanted: &MetaType, levels: u8) -> bool {
    if described == wanted {
        return true;
    }
    let Some(levels) = levels.checked_sub(1) else {
        return false;
    };
    let inside = |one: &MetaType| holds_a_call(one, wanted, levels);
    let Type::<MetaForm> { type_def, .. } = described.type_info();
    match type_def {
        TypeDef::Composite(composite) => composite.fields.iter().any(|field| inside(&field.ty)),
        TypeDef::Variant(variants) => {
            let mut fields = variants.variants.iter().flat_map(|variant| &variant.fields);
            fields.any(|field| inside(&field.ty))
        }
        TypeDef::Sequence(sequence) => inside(&sequence.type_param),
        TypeDef::Array(array) => inside(&array.type_param),
        TypeDef::Tuple(tuple) => tuple.fields.iter().any(inside),
        TypeDef::Compact(compact) => inside(&compact.type_param),
        TypeDef::Primitive(_) | TypeDef::BitSequence(_) => false,
    }
}

/// The forms above are all there are: no other call that senders may make carries a call.
#[test]
fn only_a_batch_wraps_other_calls() {
    let wanted = MetaType::new::<RuntimeCall>();
    let mut wrapping = Vec::new();
    for pallet in metadata_ir().pallets {
        let Some(described) = pallet.calls else { continue };
        let TypeDef::Variant(described) = described.ty.type_info().type_def else {
            continue;
        };
        for call in described.variants {
            if call
                .fields
                .iter()
                .any(|field| holds_a_call(&field.ty, &wanted, 4))
            {
                wrapping.push(format!("{}::{}", pallet.name, call.name));
            }
        }
    }
    assert!(wrapping.len() > 1, "the SDK's wrappers are found: {wrapping:?}");
    let open = every_call()
        .into_iter()
        .filter(|(_, call)| crate::configs::system::CallWhitelist::contains(call))
        .map(|(name, _)| name)
        .filter(|name| wrapping.contains(name));
    assert_eq!(open.collect::<Vec<_>>(), ["Utility::batch_all"]);
}
