//! Consents of those for whom marks stand to one offer of a licence: given once, revocable before use, used by the licence that the
//! offer grants and by no other.

use crate::{offers::OfferId, Config, Error, Event, OfferConsents, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    capacity::Capacity,
    case::MarkConsent,
    directory::{LicenceRegister, MarkHolders, PartyRegister, Register},
    marks::{Effect, RightSet},
    terms::{LicenceFiling, Offer, PartySignature, RightsTree},
    ObjectId, PartyId,
};

/// What is asked of marks whose holders must consent.
#[derive(Clone, Copy)]
pub(crate) enum Consents<'a> {
    /// They may still do so.
    MayStillCome,
    /// They have, of these marks.
    Given(&'a [u32]),
}

impl Consents<'_> {
    fn covers(&self, mark: u32) -> bool {
        match self {
            Self::MayStillCome => true,
            Self::Given(marks) => marks.contains(&mark),
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Design section 4, rule 4: a mark on the right, or on one above it, bars new licences below it as well; of some marks
    /// the holders may consent.
    pub(crate) fn ensure_no_mark(
        object: ObjectId,
        tree: &RightsTree,
        filing: &LicenceFiling,
        consents: Consents<'_>,
    ) -> Result<(), Error<T>> {
        let above: RightSet = tree.chain(filing.parent).into_iter().collect();
        let obstacles = T::Register::obstacles(object, above, Self::operation(filing.terms.kind));
        let refused = obstacles.iter().any(|one| one.effect == Effect::Refused);
        ensure!(!refused, Error::<T>::MarkInTheWay);
        let covered = obstacles.iter().all(|one| consents.covers(one.mark));
        ensure!(covered, Error::<T>::MarkHolderMustConsent);
        Ok(())
    }

    /// Who has a mark today.
    fn holder_of_mark(object: ObjectId, number: u32) -> Option<PartyId> {
        let mark = T::Register::mark(object, number)?;
        T::MarkHolders::holder(object, number, &mark).map(T::Parties::current)
    }

    /// The consents to an offer of those who still have their marks.
    pub(crate) fn consents_to((object, number): OfferId) -> Vec<MarkConsent> {
        let given = OfferConsents::<T>::get(object, number).into_iter();
        given
            .filter(|consent| {
                Self::holder_of_mark(object, consent.mark) == Some(T::Parties::current(consent.party))
            })
            .collect()
    }

    /// A consent as the entry of the licence carries it.
    pub(crate) fn as_signature(consent: &MarkConsent) -> PartySignature {
        PartySignature {
            party: consent.party,
            via: consent.via,
            at: consent.at,
        }
    }

    /// The holder of a mark that needs the holder's consent to what is offered, which was not given.
    pub(crate) fn ensure_can_consent(
        id: OfferId,
        offer: &Offer,
        mark: u32,
        acting: &PartySignature,
    ) -> Result<(), Error<T>> {
        let obstacles = Self::obstacles_to(id.0, &offer.filing);
        let needed = obstacles
            .iter()
            .any(|one| one.mark == mark && one.effect == Effect::NeedsConsent);
        let own = Self::holder_of_mark(id.0, mark) == Some(acting.party);
        let given = Self::consents_to(id).iter().any(|consent| consent.mark == mark);
        ensure!(needed && own && !given, Error::<T>::ConsentUnfit);
        Ok(())
    }

    /// Records the consent of the holder of a mark to one offer.
    pub(crate) fn do_consent_to_offer(
        account: &T::AccountId,
        capacity: Capacity,
        id: OfferId,
        mark: u32,
    ) -> Result<(), Error<T>> {
        let (object, number) = id;
        let record = Self::live_object(object)?;
        let acting = Self::acting_party(account, capacity, record.authority, object)?;
        let offer = Self::open_offer(id, acting.at)?;
        Self::ensure_can_consent(id, &offer, mark, &acting)?;
        let PartySignature { party, via, at } = acting;
        let mut given = OfferConsents::<T>::get(object, number);
        // A consent of who had the mark before takes no place.
        given.retain(|consent| consent.mark != mark);
        given
            .try_push(MarkConsent { mark, party, via, at })
            .map_err(|_| Error::<T>::ConsentUnfit)?;
        OfferConsents::<T>::insert(object, number, given);
        Self::deposit_event(Event::OfferConsented {
            object,
            offer: number,
            mark,
            by: party,
            via,
        });
        Ok(())
    }

    /// Revokes such a consent before its use.
    pub(crate) fn do_revoke_offer_consent(
        account: &T::AccountId,
        capacity: Capacity,
        id: OfferId,
        mark: u32,
    ) -> Result<(), Error<T>> {
        let (object, number) = id;
        let record = Self::live_object(object)?;
        let acting = Self::acting_party(account, capacity, record.authority, object)?;
        let mut given = OfferConsents::<T>::get(object, number);
        let before = given.len();
        given.retain(|consent| consent.mark != mark || T::Parties::current(consent.party) != acting.party);
        ensure!(given.len() < before, Error::<T>::ConsentNotFound);
        if given.is_empty() {
            OfferConsents::<T>::remove(object, number);
        } else {
            OfferConsents::<T>::insert(object, number, given);
        }
        Self::deposit_event(Event::OfferConsentRevoked {
            object,
            offer: number,
            mark,
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }
}
