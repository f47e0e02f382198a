//! Weights of `pallet_licences`, not measured yet: each call weighs as the measured call that it resembles most. `scripts/bench
//! weights` writes this file anew.

use super::{pallet_disputes::WeightInfo as Disputes, pallet_registry::WeightInfo as Registry};
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_licences::WeightInfo for WeightInfo<T> {
    fn offer() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::object()
    }

    fn accept() -> Weight {
        <Registry<T> as ::pallet_registry::WeightInfo>::enter_further_rights()
    }

    fn withdraw_offer() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::withdraw_objection()
    }

    fn propose_end() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::object()
    }

    fn sign_end() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::execute()
    }

    fn withdraw_end() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::withdraw_objection()
    }

    fn report_use() -> Weight {
        <Registry<T> as ::pallet_registry::WeightInfo>::refuse()
    }

    fn order_end() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::notify_registrant()
    }

    fn confirm_end() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::execute()
    }

    fn consent_to_offer() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::object()
    }

    fn revoke_offer_consent() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::withdraw_objection()
    }
}
