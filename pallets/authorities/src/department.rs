//! The competent department, which governs for now.

use crate::{Config, Department, Error, Event, Pallet};

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
