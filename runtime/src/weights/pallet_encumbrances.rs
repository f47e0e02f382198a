//! Weights of `pallet_encumbrances`, not measured yet: each call weighs as the measured call that it resembles most. `scripts/bench
//! weights` writes this file anew.

use super::pallet_disputes::WeightInfo as Disputes;
use core::marker::PhantomData;
use frame_support::weights::Weight;

/// Weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_encumbrances::WeightInfo for WeightInfo<T> {
    fn stamp() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::notify_registrant()
    }

    fn confirm() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::confirm_hold()
    }

    fn reject() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::lift_hold()
    }

    fn end_by_instrument() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::execute()
    }

    // Not measured yet: as `end_by_instrument`, with an entry for each mark that ends.
    fn transfer_by_ruling() -> Weight {
        Self::end_by_instrument().saturating_mul(2)
    }

    // Not measured yet: what a deed carries out at most writes about as much as the end of rights by an instrument.
    fn propose() -> Weight {
        Self::end_by_instrument()
    }

    fn sign() -> Weight {
        Self::end_by_instrument()
    }

    fn withdraw() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::withdraw_objection()
    }

    fn give_up_reservation() -> Weight {
        <Disputes<T> as ::pallet_disputes::WeightInfo>::lift_hold()
    }

    // On eight objects.
    fn release() -> Weight {
        Self::end_by_instrument()
    }

    fn record_statutory() -> Weight {
        Self::end_by_instrument()
    }

    fn demand_release() -> Weight {
        Self::end_by_instrument()
    }

    fn give_default_notice() -> Weight {
        Self::end_by_instrument()
    }
}
