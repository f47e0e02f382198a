//! Offering, signing and withdrawing. The last signature enters the licence.

use crate::{
    granting::Grantable, mark_consents::Consents, Config, Error, Event, LastOffer, OfferConsents, Offers,
    OpenOffers, Pallet,
};
use alloc::{boxed::Box, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    capacity::Capacity,
    clock::Moment,
    directory::PartyRegister,
    terms::{LicenceFiling, Offer, PartySignature, RightsTree, Signatures, SIGNATORIES_MAX},
    v1::{EntryBasis, VERSION},
    Bounded, Digest, ObjectId, PartyId,
};

/// An offer stays open this many days at most.
const OPEN_DAYS_MAX: u32 = 90;

/// An offer: its object and its number there.
pub(crate) type OfferId = (ObjectId, u32);

/// The basis of an entry that rests on signatures.
pub(crate) fn signed_by(parties: Bounded<PartySignature, SIGNATORIES_MAX>) -> EntryBasis {
    let officers = Bounded::default();
    EntryBasis::Signatures(Box::new(Signatures { parties, officers }))
}

impl<T: Config> Pallet<T> {
    /// Those of `needed` that have not signed, nor a predecessor of theirs.
    pub(crate) fn missing(needed: &[PartyId], signatures: &[PartySignature]) -> Vec<PartyId> {
        let signed = |party: &PartyId| {
            signatures
                .iter()
                .any(|signature| T::Parties::current(signature.party) == *party)
        };
        needed.iter().copied().filter(|party| !signed(party)).collect()
    }

    /// An offer to the party that stands today in the place of whom it names (S023).
    fn filing_now(filing: LicenceFiling) -> LicenceFiling {
        LicenceFiling {
            licensee: T::Parties::current(filing.licensee),
            ..filing
        }
    }

    /// All whose signatures an offer needs: every licensor, the licensee, and, where it says so, the holders of the right of
    /// first registration.
    pub(crate) fn signatories(tree: &RightsTree, filing: &LicenceFiling) -> Vec<PartyId> {
        let needed = Self::holders(tree, filing.parent);
        Self::with_others(tree, filing, needed)
    }

    /// The licensors, with the licensee and, where the filing says so, the holders of the right of first registration.
    pub(crate) fn with_others(
        tree: &RightsTree,
        filing: &LicenceFiling,
        mut needed: Vec<PartyId>,
    ) -> Vec<PartyId> {
        needed.push(T::Parties::current(filing.licensee));
        let root = tree.root(filing.parent).filter(|_| filing.root_signs);
        needed.extend(root.map_or_else(Vec::new, |root| Self::holders(tree, root)));
        needed.sort_unstable();
        needed.dedup();
        needed
    }

    /// Whether the licence may be offered now.
    pub(crate) fn ensure_can_offer(object: ObjectId, filing: &LicenceFiling) -> Result<Grantable, Error<T>> {
        Self::ensure_can_be_signed(filing)?;
        Self::ensure_can_grant(object, filing, Consents::MayStillCome)
    }

    /// It can be signed from now on, and not for ever.
    pub(crate) fn ensure_can_be_signed(filing: &LicenceFiling) -> Result<(), Error<T>> {
        let now = Self::now();
        let latest = now.day().plus(OPEN_DAYS_MAX).end();
        let open = now < filing.open_until && filing.open_until <= latest;
        ensure!(open, Error::<T>::OpenUntilUnfit);
        Ok(())
    }

    /// Offers a licence.
    pub(crate) fn do_offer(
        account: &T::AccountId,
        capacity: Capacity,
        object: ObjectId,
        filing: LicenceFiling,
    ) -> Result<(), Error<T>> {
        let authority = Self::live_object(object)?.authority;
        let acting = Self::acting_party(account, capacity, authority, object)?;
        let Grantable { tree, licensors } = Self::ensure_can_offer(object, &filing)?;
        ensure!(licensors.contains(&acting.party), Error::<T>::NotTheLicensor);
        Self::ensure_one_side(&[], &[filing.licensee], &acting)?;
        let mut open = Self::still_open(object);
        let number = LastOffer::<T>::get(object).saturating_add(1);
        open.try_push(number).map_err(|_| Error::<T>::TooManyOffers)?;
        let offer = Offer {
            version: VERSION,
            filing,
            signatures: Bounded::truncate_from(alloc::vec![acting]),
        };
        let needed = Self::signatories(&tree, &offer.filing);
        Self::drop_lapsed(object, &open);
        LastOffer::<T>::insert(object, number);
        OpenOffers::<T>::insert(object, open);
        Offers::<T>::insert(object, number, &offer);
        Self::deposit_event(Event::LicenceOffered {
            object,
            offer: number,
            missing: Bounded::truncate_from(Self::missing(&needed, &offer.signatures)),
            filing: Box::new(offer.filing),
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// The numbers of the offers on an object that have not lapsed.
    fn still_open(object: ObjectId) -> Bounded<u32, { crate::OFFERS_MAX }> {
        let now = Self::now();
        let mut open = OpenOffers::<T>::get(object);
        open.retain(|number| {
            Offers::<T>::get(object, number).is_some_and(|offer| now < offer.filing.open_until)
        });
        open
    }

    /// Removes the lapsed offers of an object: those on its list that are not in `open`.
    fn drop_lapsed(object: ObjectId, open: &[u32]) {
        let listed = OpenOffers::<T>::get(object);
        let lapsed = listed.into_iter().filter(|number| !open.contains(number));
        lapsed.for_each(|number| {
            Offers::<T>::remove(object, number);
            OfferConsents::<T>::remove(object, number);
        });
    }

    /// An offer that waits, in time at `at`.
    pub(crate) fn open_offer((object, number): OfferId, at: Moment) -> Result<Offer, Error<T>> {
        let offer = Offers::<T>::get(object, number).ok_or(Error::<T>::OfferNotFound)?;
        ensure!(at < offer.filing.open_until, Error::<T>::OfferLapsed);
        Ok(offer)
    }

    /// Whether the party may sign the offer, and who must still sign after it.
    pub(crate) fn ensure_can_accept(
        tree: &RightsTree,
        offer: &Offer,
        acting: &PartySignature,
        policy: Digest,
    ) -> Result<Vec<PartyId>, Error<T>> {
        let needed = Self::signatories(tree, &offer.filing);
        ensure!(needed.contains(&acting.party), Error::<T>::NotASignatory);
        Self::ensure_new_signature(&offer.signatures, acting)?;
        // Both sides sign the same policy.
        ensure!(policy == offer.filing.policy, Error::<T>::PolicyDiffers);
        let licensee = T::Parties::current(offer.filing.licensee);
        let opponents: Vec<PartyId> = if acting.party == licensee {
            needed
                .iter()
                .copied()
                .filter(|party| *party != licensee)
                .collect()
        } else {
            alloc::vec![licensee]
        };
        Self::ensure_one_side(&offer.signatures, &opponents, acting)?;
        let mut left = Self::missing(&needed, &offer.signatures);
        left.retain(|party| *party != acting.party);
        Ok(left)
    }

    /// Signs an offer.
    pub(crate) fn do_accept(
        account: &T::AccountId,
        capacity: Capacity,
        id: OfferId,
        policy: Digest,
    ) -> Result<(), Error<T>> {
        let (object, number) = id;
        let record = Self::live_object(object)?;
        let acting = Self::acting_party(account, capacity, record.authority, object)?;
        let mut offer = Self::open_offer(id, acting.at)?;
        let tree = Self::tree(object, &record);
        let missing = Self::ensure_can_accept(&tree, &offer, &acting, policy)?;
        offer
            .signatures
            .try_push(acting)
            .map_err(|_| Error::<T>::NotASignatory)?;
        let PartySignature { party: by, via, .. } = acting;
        if !missing.is_empty() {
            Offers::<T>::insert(object, number, offer);
            Self::deposit_event(Event::OfferSigned {
                object,
                offer: number,
                by,
                via,
                missing: Bounded::truncate_from(missing),
            });
            return Ok(());
        }
        // What has changed since the offer counts.
        offer.filing = Self::filing_now(offer.filing);
        let consents = Self::consents_to(id);
        let marks: Vec<u32> = consents.iter().map(|consent| consent.mark).collect();
        Self::ensure_can_grant(object, &offer.filing, Consents::Given(&marks))?;
        let mut signatures = offer.signatures.into_inner();
        signatures.extend(consents.iter().map(Self::as_signature));
        // No more sign and consent than an entry holds.
        let basis = signed_by(Bounded::truncate_from(signatures));
        let licence = Self::grant(object, &offer.filing, basis)?;
        Self::remove_offer(id);
        Self::deposit_event(Event::LicenceGranted {
            object,
            offer: number,
            licence,
            parent: offer.filing.parent,
            licensee: offer.filing.licensee,
            by,
            via,
        });
        Ok(())
    }

    fn remove_offer((object, number): OfferId) {
        Offers::<T>::remove(object, number);
        OfferConsents::<T>::remove(object, number);
        OpenOffers::<T>::mutate_exists(object, |stored| {
            let Some(open) = stored else { return };
            open.retain(|one| *one != number);
            if open.is_empty() {
                *stored = None;
            }
        });
    }

    /// Withdraws an offer.
    pub(crate) fn do_withdraw_offer(
        account: &T::AccountId,
        capacity: Capacity,
        id: OfferId,
    ) -> Result<(), Error<T>> {
        let (object, number) = id;
        let record = Self::live_object(object)?;
        let acting = Self::acting_party(account, capacity, record.authority, object)?;
        let offer = Offers::<T>::get(object, number).ok_or(Error::<T>::OfferNotFound)?;
        let needed = Self::signatories(&Self::tree(object, &record), &offer.filing);
        ensure!(needed.contains(&acting.party), Error::<T>::NotASignatory);
        Self::remove_offer(id);
        Self::deposit_event(Event::OfferWithdrawn {
            object,
            offer: number,
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }
}
