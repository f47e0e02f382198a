//! What a party may do, and whether it may act.

use crate::{who::Acting, Config, Error, Event, Pallet, Parties};
use frame_support::ensure;
use quanji_primitives::{
    person::PartyRole,
    v1::{PartyRecord, PartyStanding, SuspensionReason},
    Bounded, PartyId,
};

impl<T: Config> Pallet<T> {
    /// Changes the roles of a party.
    pub(crate) fn do_set_roles(
        acting: Acting,
        party: PartyId,
        roles: Bounded<PartyRole, 4>,
    ) -> Result<(), Error<T>> {
        let record = Self::own_party(acting, party)?;
        Self::ensure_not_erased(&record)?;
        let roles = Self::with_registrant(roles);
        Parties::<T>::insert(
            party,
            PartyRecord {
                roles: roles.clone(),
                ..record
            },
        );
        let Acting { authority, officer } = acting;
        Self::deposit_event(Event::RolesSet {
            party,
            roles,
            authority,
            officer,
        });
        Ok(())
    }

    /// Suspends a party.
    pub(crate) fn do_suspend(
        acting: Acting,
        party: PartyId,
        reason: SuspensionReason,
    ) -> Result<(), Error<T>> {
        let record = Self::own_party(acting, party)?;
        Self::ensure_not_erased(&record)?;
        ensure!(record.is_in_good_standing(), Error::<T>::PartySuspended);
        Parties::<T>::insert(
            party,
            PartyRecord {
                standing: PartyStanding::Suspended(reason),
                ..record
            },
        );
        let Acting { authority, officer } = acting;
        Self::deposit_event(Event::PartySuspended {
            party,
            reason,
            authority,
            officer,
        });
        Ok(())
    }

    /// Restores a suspended party.
    pub(crate) fn do_restore(acting: Acting, party: PartyId) -> Result<(), Error<T>> {
        let record = Self::own_party(acting, party)?;
        Self::ensure_not_erased(&record)?;
        ensure!(!record.is_in_good_standing(), Error::<T>::NotSuspended);
        Parties::<T>::insert(
            party,
            PartyRecord {
                standing: PartyStanding::Good,
                ..record
            },
        );
        let Acting { authority, officer } = acting;
        Self::deposit_event(Event::PartyRestored {
            party,
            authority,
            officer,
        });
        Ok(())
    }
}
