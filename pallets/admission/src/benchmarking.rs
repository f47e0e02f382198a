//! Benchmarks of the call and of the extension.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a benchmark stops at once when its setting is wrong"
)]

use super::*;
use frame_benchmarking::v2::*;
use frame_support::{
    dispatch::{DispatchInfo, GetDispatchInfo, PostDispatchInfo},
    traits::{EnsureOrigin, Get},
};
use frame_system::RawOrigin;
use sp_runtime::traits::{AsSystemOriginSigner, DispatchTransaction, Dispatchable};

#[benchmarks(where
    T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo> + GetDispatchInfo,
    <T::RuntimeCall as Dispatchable>::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone + From<RawOrigin<T::AccountId>>,
)]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn set_quota() -> Result<(), BenchmarkError> {
        let origin = T::DepartmentOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
        let limits = Limits {
            pending: 7,
            ..Default::default()
        };
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, limits);
        assert_eq!(Quota::<T>::get(), limits);
        Ok(())
    }

    #[benchmark]
    fn admit_sender() {
        let account = T::BenchmarkSender::get();
        frame_system::Pallet::<T>::inc_providers(&account);
        Quota::<T>::put(Limits::default());
        let call: T::RuntimeCall = frame_system::Call::remark {
            remark: alloc::vec![],
        }
        .into();
        let info = call.get_dispatch_info();
        let nonce = frame_system::Account::<T>::get(&account).nonce;
        let (sender, _) = T::Senders::sender_of(&account, &call).unwrap();
        #[block]
        {
            AdmitSender::<T>(nonce)
                .test_run(RawOrigin::Signed(account).into(), &call, &info, 100, 0, |_| {
                    Ok(Default::default())
                })
                .unwrap()
                .unwrap();
        }
        assert!(Used::<T>::get(sender).is_some());
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
