//! What others may ask.

use crate::{Config, Licences, Offers, OpenOffers, Pallet, ProposedEnds};
use alloc::vec::Vec;
use quanji_primitives::{
    dealing::Obstacle,
    directory::{LicenceRegister, LicenceTies, Register},
    terms::{
        may_use, EndKind, Exceeds, LicenceFiling, Offer, ProposedEnd, Quantity, RightsTree, Standing, Use,
        UseAnswer,
    },
    ObjectId, PartyId,
};

impl<T: Config> LicenceTies for Pallet<T> {
    fn hangs_on_first_right(object: ObjectId, number: u32) -> bool {
        Licences::<T>::get(object, number).is_some_and(|licence| licence.root_signed)
    }
}

impl<T: Config> Pallet<T> {
    fn tree_of(object: ObjectId) -> RightsTree {
        T::Register::object(object).map_or_else(RightsTree::default, |record| Self::tree(object, &record))
    }

    /// How a right stands now.
    pub(crate) fn standing_of(object: ObjectId, number: u32) -> (Standing, Option<Quantity>, Vec<u32>) {
        let (tree, now) = (Self::tree_of(object), Self::now());
        let left = tree.left(number, now);
        (tree.standing(number, now), left, tree.falling_with(number, now))
    }

    /// Whether a use is covered now.
    pub(crate) fn answer_to(object: ObjectId, number: u32, party: PartyId, asked: Use) -> UseAnswer {
        may_use(&Self::tree_of(object), number, party, asked, Self::now())
    }

    /// The member of the terms that exceeds.
    pub(crate) fn excess_of(object: ObjectId, filing: &LicenceFiling) -> Option<Exceeds> {
        let limits = Self::tree_of(object).limits(filing.parent, Self::now())?;
        filing.terms.within(&limits).err().map(|exceeds| *exceeds)
    }

    /// The marks in the way.
    pub(crate) fn obstacles_to(object: ObjectId, filing: &LicenceFiling) -> Vec<Obstacle> {
        let above = Self::tree_of(object).chain(filing.parent).into_iter().collect();
        T::Register::obstacles(object, above, Self::operation(filing.terms.kind))
    }

    /// The offers on an object.
    pub(crate) fn waiting_offers(object: ObjectId) -> Vec<(u32, Offer)> {
        let with_record = |number| Some((number, Offers::<T>::get(object, number)?));
        let open = OpenOffers::<T>::get(object);
        open.into_iter().filter_map(with_record).collect()
    }

    /// Whose signatures an offer waits for.
    pub(crate) fn missing_of(object: ObjectId, number: u32) -> Vec<PartyId> {
        Offers::<T>::get(object, number).map_or_else(Vec::new, |offer| {
            let needed = Self::signatories(&Self::tree_of(object), &offer.filing);
            Self::missing(&needed, &offer.signatures)
        })
    }

    /// The ends that wait for signatures.
    pub(crate) fn waiting_ends(object: ObjectId, number: u32) -> Vec<ProposedEnd> {
        [EndKind::Agreement, EndKind::Breach, EndKind::Order]
            .into_iter()
            .filter_map(|kind| ProposedEnds::<T>::get((object, number, kind)))
            .collect()
    }
}
