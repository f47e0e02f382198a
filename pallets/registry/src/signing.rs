//! Signatures of those who apply together (NG 34).

use crate::{Cases, Config, Error, Event, Pallet};
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
        let awaited = case
            .concerned
            .iter()
            .any(|concerned| concerned.party == party && concerned.signing == Signing::Awaited);
        if !awaited {
            return Err(Error::<T>::NotASignatory);
        }
        let signed_at = via.received_at(T::Rules::default().now());
        let licence = case.dealing().and_then(|dealing| dealing.matter.grants());
        if licence.is_some_and(|filing| filing.open_until <= signed_at) {
            return Err(Error::<T>::SignatureTooLate);
        }
        // Who gives and who receives are two sides; so are holder and licensee.
        let receives = |party| Self::is_counterparty(case, party);
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

    /// Records a signature. With the last one the case is filed, and received at that moment.
    pub(crate) fn do_sign(account: &T::AccountId, capacity: Capacity, id: CaseId) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (party, via) = Self::ensure_can_sign(account, capacity, &case)?;
        Self::remember_counter_officer(&mut case, &via)?;
        case.give_signature(party, via, via.received_at(T::Rules::default().now()));
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
