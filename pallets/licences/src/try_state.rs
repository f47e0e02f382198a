//! Invariants of the licences, each with its sentence.

#![cfg(any(feature = "try-runtime", test))]

use crate::{Config, LastOffer, Licences, OfferConsents, Offers, OpenOffers, Pallet, ProposedEnds};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    directory::{PartyRegister, Register},
    terms::{LicenceKind, LicenceTerms, LicensedRight, Limits, RightsTree, LEVELS_MAX},
    v1::{LicenceRecord, VERSION},
    ObjectId, PartyId,
};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
    /// Checks every invariant of this pallet.
    pub fn do_try_state() -> Checked {
        let objects: BTreeSet<ObjectId> = Licences::<T>::iter_keys().map(|(object, _)| object).collect();
        for object in objects {
            let record = T::Register::object(object).ok_or("every licence belongs to an object")?;
            let tree = Self::tree(object, &record);
            for (number, licence) in Licences::<T>::iter_prefix(object) {
                Self::check_licence(&tree, number, &licence)?;
                Self::check_exclusion(&tree, number, &licence)?;
            }
            let with_licence = tree.iter().filter(|right| right.parent().is_some());
            ensure!(
                with_licence.into_iter().all(|right| right.licence.is_some()),
                "every right with a parent has its terms"
            );
        }
        Self::check_offers()?;
        for (object, number, given) in OfferConsents::<T>::iter() {
            ensure!(
                Offers::<T>::contains_key(object, number) && !given.is_empty(),
                "consents are given to an offer that waits"
            );
        }
        Self::check_ends()
    }

    fn check_licence(tree: &RightsTree, number: u32, licence: &LicenceRecord) -> Checked {
        let right = tree.get(number).ok_or("every licence is a right of its object")?;
        let parent = right.parent().ok_or("every licence has a parent")?;
        let terms = &licence.terms;
        ensure!(licence.version == VERSION, "every licence has layout 1");
        ensure!(
            right.right.kind == terms.gives && right.right.valid_until == terms.valid_until,
            "a licence gives the right and the term of its record"
        );
        ensure!(terms.check().is_ok(), "terms are well formed");
        ensure!(
            (1..=LEVELS_MAX).contains(&tree.level(number)),
            "licences reach four levels deep at most"
        );
        let of_parent = tree.get(parent).ok_or("a parent is a right of the same object")?;
        let limits = match &of_parent.licence {
            Some(above) => Limits::of_licence(&above.terms, None),
            None => Limits::of_root(&of_parent.right),
        };
        ensure!(
            terms.scope_within(&limits).is_ok() && terms.sublicensing < limits.levels,
            "every licence lies within its parent"
        );
        Self::check_quantity(tree, number, terms)
    }

    fn check_quantity(tree: &RightsTree, number: u32, terms: &LicenceTerms) -> Checked {
        let Some(quantity) = terms.quantity else {
            return Ok(());
        };
        let in_force = tree
            .children(number)
            .filter(|child| tree.is_in_force(child.number, Self::now()));
        let given = in_force
            .filter_map(|child| child.licence.as_ref()?.terms.quantity)
            .fold(0u64, |sum, given| sum.saturating_add(given.number));
        ensure!(
            given <= quantity.number,
            "sub-licences in force take no more than the quantity of their parent"
        );
        Ok(())
    }

    /// Beside an exclusive or sole licence no licence of a third party is in force that it does not name. Licences of one
    /// party go on beside each other when its successors share them.
    fn check_exclusion(tree: &RightsTree, number: u32, licence: &LicenceRecord) -> Checked {
        let now = Self::now();
        if licence.terms.kind == LicenceKind::NonExclusive || !tree.is_in_force(number, now) {
            return Ok(());
        }
        let own = Self::with_former(tree.get(number).ok_or("every licence is a right of its object")?);
        let beside = tree.iter().filter(|other| {
            let related =
                tree.chain(other.number).contains(&number) || tree.chain(number).contains(&other.number);
            let overlaps = other
                .licence
                .as_ref()
                .is_some_and(|theirs| theirs.terms.overlaps(&licence.terms));
            !related
                && overlaps
                && tree.root(other.number) == tree.root(number)
                && Self::with_former(other).is_disjoint(&own)
        });
        let excluded = beside
            .filter(|other| tree.is_in_force(other.number, now))
            .any(|other| !licence.subject_to.contains(&other.number));
        ensure!(!excluded, "an exclusive or sole licence stands alone");
        Ok(())
    }

    /// The holders of a right and those whose place they took.
    fn with_former(right: &LicensedRight) -> BTreeSet<PartyId> {
        let mut parties = right.right.holders.parties();
        let former: Vec<_> = parties
            .iter()
            .flat_map(|party| T::Parties::former(*party))
            .collect();
        parties.extend(former);
        parties.into_iter().collect()
    }

    fn check_offers() -> Checked {
        for (object, number, offer) in Offers::<T>::iter() {
            ensure!(
                OpenOffers::<T>::get(object).contains(&number),
                "every offer is listed on its object"
            );
            ensure!(
                (1..=LastOffer::<T>::get(object)).contains(&number),
                "offers are numbered from 1"
            );
            let parties: BTreeSet<_> = offer.signatures.iter().map(|signature| signature.party).collect();
            ensure!(
                !parties.is_empty() && parties.len() == offer.signatures.len(),
                "an offer is signed, by each party once"
            );
        }
        for (object, open) in OpenOffers::<T>::iter() {
            ensure!(!open.is_empty(), "an object without offers has no list of them");
            ensure!(
                open.iter()
                    .all(|number| Offers::<T>::contains_key(object, number)),
                "an object lists only offers that wait"
            );
        }
        Ok(())
    }

    fn check_ends() -> Checked {
        for ((object, number, kind), proposed) in ProposedEnds::<T>::iter() {
            ensure!(
                Licences::<T>::contains_key(object, number),
                "what is to end is a licence"
            );
            ensure!(
                proposed.cause.kind() == kind,
                "a proposed end is kept by the kind of its cause"
            );
            ensure!(
                proposed.signatures.is_empty() == proposed.officer.is_some(),
                "an end is proposed by a party or by an officer"
            );
        }
        Ok(())
    }
}
