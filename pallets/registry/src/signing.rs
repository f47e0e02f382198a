//! Signatures of those who apply together (NG 34).

use crate::{Cases, Config, Error, Event, Pallet};
use alloc::vec::Vec;
use quanji_primitives::{
    capacity::{Capacity, Via},
    case::{Case, Signing, Stage},
    directory::RuleBook,
    CaseId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// Who signs, and through whom.
    fn ensure_can_sign(
        account: &T::AccountId,
        capacity: Capacity,
        case: &Case,
    ) -> Result<(PartyId, Via), Error<T>> {
        let (authority, object) = (case.filing.authority(), case.filing.object());
        let (party, via) = Self::acting_party(account, capacity, authority, case.act, object)?;
        Self::ensure_stage(case, &[Stage::AwaitingSignatures])?;
        if Self::awaited_of(case, party).is_empty() {
            return Err(Error::<T>::NotASignatory);
        }
        let signed_at = via.received_at(T::Rules::default().now());
        let licence = case.dealing().and_then(|dealing| dealing.matter.grants());
        if licence.is_some_and(|filing| filing.open_until <= signed_at) {
            return Err(Error::<T>::SignatureTooLate);
        }
        // Who gives and who receives are two sides; so are holder and licensee.
        let counterparties = Self::counterparties(case);
        let receives = |party| counterparties.contains(&Self::current(party));
        for other in &case.concerned {
            match other.signing {
                Signing::Given { via: theirs, .. } if receives(other.party) != receives(party) => {
                    Self::ensure_not_on_both_sides(via.under_power(), theirs.under_power())?;
                }
                _ => {}
            }
        }
        Ok((party, via))
    }

    /// The names under which a signature of `party` is awaited: its own, or of those in whose place it stands.
    fn awaited_of(case: &Case, party: PartyId) -> Vec<PartyId> {
        let awaited = case.concerned.iter();
        awaited
            .filter(|concerned| concerned.signing == Signing::Awaited)
            .map(|concerned| concerned.party)
            .filter(|stored| Self::current(*stored) == party)
            .collect()
    }

    /// Records a signature. With the last one the case is filed, and received at that moment.
    pub(crate) fn do_sign(account: &T::AccountId, capacity: Capacity, id: CaseId) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (party, via) = Self::ensure_can_sign(account, capacity, &case)?;
        Self::remember_counter_officer(&mut case, &via)?;
        let at = via.received_at(T::Rules::default().now());
        for name in Self::awaited_of(&case, party) {
            case.give_signature(name, via, at);
        }
        let complete = !case.awaits_signatures();
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseSigned {
            case: id,
            party,
            via,
            complete,
        });
        Ok(())
    }
}
