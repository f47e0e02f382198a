//! Which calls exist for senders: every call of the runtime stands in one of the two lists below.

use super::{batch, chain, double_vote, extension, owner_of, validate};
use crate::pallets::metadata_ir;
use crate::{
    configs::system::CallWhitelist, Executive, Runtime, RuntimeCall, RuntimeEvent, System, UncheckedExtrinsic,
};
use codec::Decode;
use frame_support::{
    assert_ok,
    traits::{Contains, GetCallMetadata},
};
use pallet_admission::Refusal;
use sp_core::H256;
use sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;
use sp_keyring::Ed25519Keyring::Bob;
use sp_runtime::{
    traits::{BlakeTwo256, Hash},
    transaction_validity::{InvalidTransaction, TransactionSource},
};

/// What senders may call, in the order of the metadata.
const LISTED: &[&str] = &[
    "System::apply_authorized_upgrade",
    "Timestamp::set",
    "Session::set_keys",
    "Grandpa::report_equivocation_unsigned",
    "Utility::batch_all",
    "Rules::publish_regime",
    "Rules::load_calendar",
    "Rules::add_code",
    "Rules::add_to_negative_list",
    "Rules::remove_from_negative_list",
    "Rules::set_clock",
    "Authorities::admit_authority",
    "Authorities::suspend_authority",
    "Authorities::restore_authority",
    "Authorities::set_validator",
    "Authorities::authorize_upgrade",
    "Authorities::change_department",
    "Authorities::change_authority_account",
    "Authorities::add_officer",
    "Authorities::set_officer_roles",
    "Authorities::dismiss_officer",
    "Authorities::bind_officer_account",
    "Authorities::unbind_officer_account",
    "Authorities::add_credential_key",
    "Authorities::end_credential_key",
    "Authorities::declare_affiliates",
    "Authorities::declare_own_affiliates",
    "Parties::admit",
    "Parties::request_account",
    "Parties::bind_account",
    "Parties::unbind_account",
    "Parties::set_roles",
    "Parties::suspend",
    "Parties::restore",
    "Parties::propose_recovery",
    "Parties::confirm_recovery",
    "Parties::stop_recovery",
    "Parties::complete_recovery",
    "Parties::set_recovery_delay",
    "Parties::replace_all_accounts",
    "Parties::grant_power",
    "Parties::grant_power_at_counter",
    "Parties::revoke_power",
    "Parties::revoke_power_at_counter",
    "Parties::request_erasure",
    "Parties::withdraw_erasure",
    "Parties::erase",
    "Parties::file_succession",
    "Parties::confirm_succession",
    "Parties::give_up_succession",
    "Parties::assign_holdings",
    "Parties::assign_case",
    "Parties::finish_succession",
    "Registry::file",
    "Registry::accept",
    "Registry::return_for_completion",
    "Registry::resubmit",
    "Registry::report",
    "Registry::examine",
    "Registry::approve",
    "Registry::publish",
    "Registry::enter",
    "Registry::refuse",
    "Registry::withdraw",
    "Registry::close",
    "Registry::record_delivery",
    "Registry::acknowledge",
    "Registry::request_supplement",
    "Registry::answer_supplement",
    "Registry::inquire",
    "Registry::record_inquiry_answer",
    "Registry::extend",
    "Registry::terminate",
    "Registry::decide_publication",
    "Registry::object_to_notice",
    "Registry::decide_notice_objection",
    "Registry::appeal",
    "Registry::decide_appeal",
    "Registry::consent_to_operating",
    "Registry::revoke_consent",
    "Registry::import",
    "Registry::review_import",
    "Registry::file_dealing",
    "Registry::sign",
    "Registry::resubmit_dealing",
    "Registry::consent_to_case",
    "Registry::revoke_case_consent",
    "Registry::propose_motion",
    "Registry::execute_motion",
    "Registry::drop_motion",
    "Registry::publish_part",
    "Admission::set_quota",
    "Disputes::object",
    "Disputes::return_objection",
    "Disputes::complete_objection",
    "Disputes::notify_registrant",
    "Disputes::record_delivery",
    "Disputes::answer_objection",
    "Disputes::conclude",
    "Disputes::answer_conclusion",
    "Disputes::prove_court",
    "Disputes::decide_by_instrument",
    "Disputes::execute",
    "Disputes::withdraw_objection",
    "Disputes::close",
    "Disputes::propose_hold",
    "Disputes::confirm_hold",
    "Disputes::lift_hold",
    "Disputes::raise_conflict",
    "Disputes::decide_conflict",
    "Disputes::execute_change",
    "Encumbrances::stamp",
    "Encumbrances::confirm",
    "Encumbrances::reject",
    "Encumbrances::end_by_instrument",
    "Encumbrances::transfer_by_ruling",
    "Encumbrances::propose",
    "Encumbrances::sign",
    "Encumbrances::withdraw",
    "Encumbrances::give_up_reservation",
    "Encumbrances::release",
    "Encumbrances::record_statutory",
    "Encumbrances::demand_release",
    "Encumbrances::give_default_notice",
    "Licences::offer",
    "Licences::accept",
    "Licences::withdraw_offer",
    "Licences::propose_end",
    "Licences::sign_end",
    "Licences::withdraw_end",
    "Licences::report_use",
    "Licences::order_end",
    "Licences::confirm_end",
    "Licences::consent_to_offer",
    "Licences::revoke_offer_consent",
];

/// What the SDK's pallets offer and this chain refuses.
const REFUSED: &[&str] = &[
    "System::remark",
    "System::set_heap_pages",
    "System::set_code",
    "System::set_code_without_checks",
    "System::set_storage",
    "System::kill_storage",
    "System::kill_prefix",
    "System::remark_with_event",
    "System::authorize_upgrade",
    "System::authorize_upgrade_without_checks",
    "Session::purge_keys",
    "Grandpa::report_equivocation",
    "Grandpa::note_stalled",
    "Utility::batch",
    "Utility::as_derivative",
    "Utility::dispatch_as",
    "Utility::force_batch",
    "Utility::with_weight",
    "Utility::if_else",
    "Utility::dispatch_as_fallible",
    "Migrations::force_set_cursor",
    "Migrations::force_set_active_cursor",
    "Migrations::force_onboard_mbms",
    "Migrations::clear_historic",
];

/// Enough bytes for the arguments of any call.
const ARGUMENT_BYTES: usize = 4_096;

/// Every call of the runtime under its name, with arguments that are zero or empty.
pub(super) fn every_call() -> Vec<(String, RuntimeCall)> {
    let mut calls = Vec::new();
    for pallet in metadata_ir().pallets {
        let Some(described) = pallet.calls else { continue };
        let scale_info::TypeDef::Variant(described) = described.ty.type_info().type_def else {
            panic!("the calls of {} are an enum", pallet.name)
        };
        for call in described.variants {
            let mut bytes = vec![pallet.index, call.index];
            bytes.resize(ARGUMENT_BYTES, 0);
            let name = format!("{}::{}", pallet.name, call.name);
            let call = RuntimeCall::decode(&mut &bytes[..]).unwrap_or_else(|error| panic!("{name}: {error}"));
            let known = call.get_call_metadata();
            assert_eq!(name, format!("{}::{}", known.pallet_name, known.function_name));
            calls.push((name, call));
        }
    }
    calls
}

#[test]
fn every_call_is_listed_or_refused() {
    let (listed, refused): (Vec<_>, Vec<_>) = every_call()
        .into_iter()
        .partition(|(_, call)| CallWhitelist::contains(call));
    let names =
        |calls: Vec<(String, RuntimeCall)>| calls.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(listed), LISTED);
    assert_eq!(names(refused), REFUSED);
}

#[test]
fn refused_calls_do_not_hide_in_a_batch() {
    for (name, call) in every_call() {
        // A batch of batches is refused by the pallet itself.
        let refused = REFUSED.contains(&name.as_str()) || name == "Utility::batch_all";
        chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
            let transaction = super::signed(Bob, 0, batch(vec![call]));
            let applied = Executive::apply_extrinsic(transaction);
            // A text that may not be published does not even get in.
            let texts = [
                "Registry::publish",
                "Registry::publish_part",
                "Rules::publish_regime",
            ];
            if texts.contains(&name.as_str()) {
                let kept_out = InvalidTransaction::Custom(Refusal::NotToBePublished as u8);
                assert_eq!(applied, Err(kept_out.into()));
                return;
            }
            let result = applied.unwrap();
            let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
            assert_eq!(result == filtered, refused, "{name}: {result:?}");
        });
    }
}

/// Every call, the two that carry their own proof with a good one.
fn every_call_at_its_best() -> Vec<(String, RuntimeCall)> {
    let report = pallet_grandpa::Call::<Runtime>::report_equivocation_unsigned {
        equivocation_proof: Box::new(double_vote(Bob, 0)),
        key_owner_proof: owner_of(Bob),
    };
    let signed_report = pallet_grandpa::Call::<Runtime>::report_equivocation {
        equivocation_proof: Box::new(double_vote(Bob, 0)),
        key_owner_proof: owner_of(Bob),
    };
    every_call()
        .into_iter()
        .map(|(name, call)| match name.as_str() {
            "Grandpa::report_equivocation_unsigned" => (name, report.clone().into()),
            "Grandpa::report_equivocation" => (name, signed_report.clone().into()),
            _ => (name, call),
        })
        .collect()
}

/// Gives the names of the calls for which `accepts` is true, each tried on a chain of its own on which an upgrade to
/// empty code is authorised and a double vote can be proven.
fn names_of(accepts: impl Fn(RuntimeCall) -> bool) -> Vec<String> {
    let calls = chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(every_call_at_its_best);
    calls
        .into_iter()
        .filter(|(_, call)| {
            chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
                System::do_authorize_upgrade(BlakeTwo256::hash(&[]), false);
                accepts(call.clone())
            })
        })
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn the_pool_takes_two_calls_unsigned() {
    let taken = |source| names_of(|call| validate(source, UncheckedExtrinsic::new_bare(call)).is_ok());
    let upgrade = "System::apply_authorized_upgrade";
    // A validator reports what its own node has seen.
    assert_eq!(
        taken(TransactionSource::Local),
        [upgrade, "Grandpa::report_equivocation_unsigned"]
    );
    assert_eq!(taken(TransactionSource::External), [upgrade]);
}

/// The author of a block may put any bare call into it. What was not validated changes nothing: it fails for want of an
/// origin.
#[test]
fn a_block_takes_those_and_the_time_unsigned() {
    let taken = names_of(|call| {
        matches!(
            Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(call)),
            Ok(Ok(()))
        )
    });
    let report = "Grandpa::report_equivocation_unsigned";
    assert_eq!(
        taken,
        ["System::apply_authorized_upgrade", "Timestamp::set", report]
    );
}

/// Transactions of the fifth format carry extensions but no signature: nobody vouches for them.
#[test]
fn no_call_passes_the_extensions_without_signer() {
    let general = |call| UncheckedExtrinsic::new_transaction(call, extension(0));
    for source in [
        TransactionSource::Local,
        TransactionSource::External,
        TransactionSource::InBlock,
    ] {
        assert_eq!(names_of(|call| validate(source, general(call)).is_ok()), [""; 0]);
    }
    assert_eq!(
        names_of(|call| Executive::apply_extrinsic(general(call)).is_ok()),
        [""; 0]
    );
}

#[test]
fn only_code_that_was_authorised_is_taken() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let code_hash = H256::repeat_byte(7);
        let department = crate::AccountId::new(crate::development_keys::public("//Department").unwrap());
        let origin = || frame_system::RawOrigin::Signed(department.clone()).into();
        assert_ok!(crate::Authorities::authorize_upgrade(origin(), code_hash));
        System::assert_last_event(RuntimeEvent::System(frame_system::Event::UpgradeAuthorized {
            code_hash,
            check_version: true,
        }));
        let other = frame_system::Call::apply_authorized_upgrade {
            code: b"other code".to_vec(),
        };
        assert!(validate(
            TransactionSource::External,
            UncheckedExtrinsic::new_bare(other.into())
        )
        .is_err());
    });
}
