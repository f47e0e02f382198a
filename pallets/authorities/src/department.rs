//! The competent department, which governs for now.

use crate::{Config, Department, Error, Event, Pallet};
use core::marker::PhantomData;
use frame_support::traits::EnsureOrigin;
use frame_system::{pallet_prelude::OriginFor, RawOrigin};

/// The origin of the competent department, for the other pallets that it governs.
pub struct EnsureDepartment<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsureDepartment<T> {
    type Success = T::AccountId;

    fn try_origin(origin: OriginFor<T>) -> Result<T::AccountId, OriginFor<T>> {
        let signer = match origin.clone().into() {
            Ok(RawOrigin::Signed(signer)) => signer,
            _ => return Err(origin),
        };
        if Department::<T>::get().as_ref() == Some(&signer) {
            Ok(signer)
        } else {
            Err(origin)
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<OriginFor<T>, ()> {
        let department = Department::<T>::get().unwrap_or_else(|| {
            let account: T::AccountId = frame_benchmarking::account("department", 0, 0);
            Pallet::<T>::keep_alive(&account);
            Department::<T>::put(&account);
            account
        });
        Ok(RawOrigin::Signed(department).into())
    }
}

impl<T: Config> Pallet<T> {
    /// Authorises an upgrade of the runtime; a lower version than the present one is refused when it is applied.
    pub(crate) fn do_authorize_upgrade(code_hash: T::Hash) {
        frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
    }

    /// Hands the department's powers over.
    pub(crate) fn do_change_department(account: T::AccountId) -> Result<(), Error<T>> {
        Self::ensure_account_free(&account)?;
        let former = Department::<T>::get().ok_or(Error::<T>::NotDepartment)?;
        Self::let_go(&former);
        Self::keep_alive(&account);
        Department::<T>::put(&account);
        Self::deposit_event(Event::DepartmentChanged { former, account });
        Ok(())
    }
}
