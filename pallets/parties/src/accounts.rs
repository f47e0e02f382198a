//! The accounts of a party.

use crate::{who::Acting, AccountsOf, Config, Error, Event, Pallet, PartyOf, Recoveries, Requests};
use frame_support::{ensure, traits::Get};
use quanji_primitives::PartyId;

impl<T: Config> Pallet<T> {
    /// Binds an account, which may then send transactions: nobody has a coin that would keep it alive.
    pub(crate) fn attach(party: PartyId, account: &T::AccountId) -> Result<(), Error<T>> {
        AccountsOf::<T>::try_mutate(party, |accounts| accounts.try_push(account.clone()))
            .map_err(|_| Error::<T>::TooManyAccounts)?;
        PartyOf::<T>::insert(account, party);
        frame_system::Pallet::<T>::inc_providers(account);
        Ok(())
    }

    /// Unbinds an account. Its last reference stays while another pallet still hangs on the account.
    pub(crate) fn detach(party: PartyId, account: &T::AccountId) {
        AccountsOf::<T>::mutate(party, |accounts| accounts.retain(|other| other != account));
        PartyOf::<T>::remove(account);
        if frame_system::Pallet::<T>::can_dec_provider(account) {
            let released = frame_system::Pallet::<T>::dec_providers(account);
            debug_assert!(released.is_ok(), "a provider that may be released is released");
        }
    }

    /// While a recovery runs, nobody shifts accounts: neither a thief nor the officers.
    fn ensure_no_recovery(party: PartyId) -> Result<(), Error<T>> {
        ensure!(!Recoveries::<T>::contains_key(party), Error::<T>::RecoveryRunning);
        Ok(())
    }

    /// Whether the party has room for an account that nobody has.
    fn ensure_can_attach(party: PartyId, account: &T::AccountId) -> Result<(), Error<T>> {
        Self::ensure_no_recovery(party)?;
        Self::ensure_account_free(account)?;
        let count = AccountsOf::<T>::decode_len(party).unwrap_or(0);
        let full = u32::try_from(count).map_or(true, |count| count >= T::MaxAccountsPerParty::get());
        ensure!(!full, Error::<T>::TooManyAccounts);
        Ok(())
    }

    /// Asks for a further account.
    pub(crate) fn do_request_account(by: T::AccountId, account: T::AccountId) -> Result<(), Error<T>> {
        let party = Self::ensure_party(&by)?;
        Self::ensure_can_attach(party, &account)?;
        Requests::<T>::insert(party, &account);
        Self::deposit_event(Event::AccountRequested { party, account, by });
        Ok(())
    }

    /// Binds the account that the party asked for.
    pub(crate) fn do_bind_account(
        acting: Acting,
        party: PartyId,
        account: T::AccountId,
    ) -> Result<(), Error<T>> {
        Self::own_party(acting, party)?;
        Self::ensure_can_attach(party, &account)?;
        // One officer alone could otherwise act for any party.
        ensure!(
            Requests::<T>::get(party).as_ref() == Some(&account),
            Error::<T>::AccountNotRequested
        );
        Requests::<T>::remove(party);
        Self::attach(party, &account)?;
        let Acting { authority, officer } = acting;
        Self::deposit_event(Event::AccountBound {
            party,
            account,
            authority,
            officer,
        });
        Ok(())
    }

    /// Whether the party may give up the account.
    pub(crate) fn ensure_can_unbind_account(party: PartyId, account: &T::AccountId) -> Result<(), Error<T>> {
        Self::ensure_no_recovery(party)?;
        ensure!(
            PartyOf::<T>::get(account) == Some(party),
            Error::<T>::AccountNotBound
        );
        ensure!(
            AccountsOf::<T>::decode_len(party).unwrap_or(0) > 1,
            Error::<T>::LastAccount
        );
        Ok(())
    }

    /// Gives up an account.
    pub(crate) fn do_unbind_account(by: T::AccountId, account: T::AccountId) -> Result<(), Error<T>> {
        let party = Self::ensure_party(&by)?;
        Self::ensure_can_unbind_account(party, &account)?;
        Self::detach(party, &account);
        Self::deposit_event(Event::AccountUnbound { party, account, by });
        Ok(())
    }
}
