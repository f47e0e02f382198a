//! Ending a licence because a consent was withdrawn, by order, or by judgment: by two officers (S027). Marks do not bar it.

use crate::{
    ends::{EndedBy, LicenceId},
    who::Acting,
    Config, Error, Event, Pallet, ProposedEnds,
};
use alloc::boxed::Box;
use frame_support::ensure;
use quanji_primitives::{
    case::Signed,
    terms::{EndCause, EndKind, ProposedEnd, Signatures},
    v1::{EntryBasis, VERSION},
    Bounded,
};

impl<T: Config> Pallet<T> {
    /// Proposes an end by order.
    pub(crate) fn do_order_end(
        account: &T::AccountId,
        id: LicenceId,
        cause: EndCause,
    ) -> Result<(), Error<T>> {
        let (object, licence) = id;
        // Parties end by agreement or for breach themselves.
        ensure!(cause.kind() == EndKind::Order, Error::<T>::CauseUnfit);
        let ending = Self::ending(id)?;
        let acting = Self::ensure_decider(account, ending.record.authority, &ending.parties())?;
        let Acting {
            officer,
            authority,
            now,
        } = acting;
        let proposed = ProposedEnd {
            version: VERSION,
            cause,
            signatures: Bounded::default(),
            officer: Some(Signed { officer, at: now }),
        };
        ProposedEnds::<T>::insert((object, licence, EndKind::Order), proposed);
        Self::deposit_event(Event::EndOrdered {
            object,
            licence,
            cause,
            authority,
            officer,
        });
        Ok(())
    }

    /// Confirms an end by order.
    pub(crate) fn do_confirm_end(account: &T::AccountId, id: LicenceId) -> Result<(), Error<T>> {
        let (object, licence) = id;
        let ending = Self::ending(id)?;
        let acting = Self::ensure_decider(account, ending.record.authority, &ending.parties())?;
        let proposed = ProposedEnds::<T>::get((object, licence, EndKind::Order));
        let proposed = proposed.ok_or(Error::<T>::EndNotProposed)?;
        let by = proposed.officer.ok_or(Error::<T>::EndNotProposed)?;
        // Two persons answer for it.
        ensure!(by.officer != acting.officer, Error::<T>::SamePerson);
        let basis = EntryBasis::Signatures(Box::new(Signatures {
            parties: Bounded::default(),
            officers: Bounded::truncate_from(alloc::vec![by.officer, acting.officer]),
        }));
        Self::end(id, ending, proposed.cause, basis, EndedBy::Officers(acting))
    }
}
