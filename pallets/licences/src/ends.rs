//! Ending a licence by its parties: by agreement of both sides, or for breach by the licensors. The future ends, the past stays.

use crate::{offers::signed_by, who::Acting, Config, Error, Event, Licences, Pallet, ProposedEnds};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    capacity::Capacity,
    clock::Moment,
    directory::LicenceRegister,
    marks::Operation,
    terms::{EndCause, EndKind, PartySignature, ProposedEnd, RightsTree, Standing},
    v1::{EntryBasis, ObjectRecord, VERSION},
    Bounded, ObjectId, PartyId,
};

/// A licence: its object and its number there.
pub(crate) type LicenceId = (ObjectId, u32);

/// Who is concerned by the end of a licence in force.
pub(crate) struct Ending {
    pub record: ObjectRecord,
    pub licensors: Vec<PartyId>,
    pub licensees: Vec<PartyId>,
    /// The licences that fall with it.
    pub fallen: Vec<u32>,
}

/// Who ended a licence.
pub(crate) enum EndedBy {
    Party(PartySignature),
    Officers(Acting),
}

impl Ending {
    /// Both sides.
    pub(crate) fn parties(&self) -> Vec<PartyId> {
        let mut parties = self.licensors.clone();
        parties.extend(&self.licensees);
        parties.sort_unstable();
        parties.dedup();
        parties
    }

    /// Whose signatures an end of this kind needs.
    fn needed(&self, kind: EndKind) -> Vec<PartyId> {
        match kind {
            EndKind::Agreement => self.parties(),
            EndKind::Breach => self.licensors.clone(),
            EndKind::Order => Vec::new(),
        }
    }

    fn opponents(&self, party: PartyId) -> &[PartyId] {
        if self.licensors.contains(&party) {
            &self.licensees
        } else {
            &self.licensors
        }
    }
}

impl<T: Config> Pallet<T> {
    /// The licensors of a licence: the holders of its parent, or of the right of first registration where the parent has
    /// ended and those holders signed.
    pub(crate) fn licensors(tree: &RightsTree, number: u32, now: Moment) -> Vec<PartyId> {
        let parent = tree.get(number).and_then(|right| right.parent());
        let parent = parent.filter(|parent| tree.is_in_force(*parent, now));
        let above = parent.or_else(|| tree.hangs_on(number).get(1).copied());
        above.map_or_else(Vec::new, |above| Self::holders(tree, above))
    }

    /// A licence that can still be ended.
    pub(crate) fn ending((object, number): LicenceId) -> Result<Ending, Error<T>> {
        ensure!(
            Licences::<T>::contains_key(object, number),
            Error::<T>::LicenceNotFound
        );
        let record = Self::live_object(object)?;
        let (tree, now) = (Self::tree(object, &record), Self::now());
        ensure!(
            tree.standing(number, now) == Standing::InForce,
            Error::<T>::LicenceNotInForce
        );
        Ok(Ending {
            licensors: Self::licensors(&tree, number, now),
            licensees: Self::holders(&tree, number),
            fallen: tree.falling_with(number, now),
            record,
        })
    }

    /// Whether parties may end the licence now: not where a mark on it, or on one that falls with it, bars its cancellation.
    pub(crate) fn ensure_can_end((object, number): LicenceId, ending: &Ending) -> Result<(), Error<T>> {
        let concerned = ending.fallen.iter().copied().chain([number]).collect();
        Self::ensure_passes(object, concerned, Operation::VoluntaryCancellation)
    }

    /// Whether the party may sign an end of this kind.
    fn ensure_can_sign_end(
        ending: &Ending,
        kind: EndKind,
        signatures: &[PartySignature],
        acting: &PartySignature,
    ) -> Result<Vec<PartyId>, Error<T>> {
        let needed = ending.needed(kind);
        ensure!(needed.contains(&acting.party), Error::<T>::NotASignatory);
        Self::ensure_new_signature(signatures, acting)?;
        Self::ensure_one_side(signatures, ending.opponents(acting.party), acting)?;
        let mut left = Self::missing(&needed, signatures);
        left.retain(|party| *party != acting.party);
        Ok(left)
    }

    /// Proposes an end, or ends the licence where no other signature is needed.
    pub(crate) fn do_propose_end(
        account: &T::AccountId,
        capacity: Capacity,
        id: LicenceId,
        cause: EndCause,
    ) -> Result<(), Error<T>> {
        let (object, licence) = id;
        // An order or a judgment is entered by officers.
        ensure!(cause.kind() != EndKind::Order, Error::<T>::CauseUnfit);
        let ending = Self::ending(id)?;
        let acting = Self::acting_party(account, capacity, ending.record.authority, object)?;
        let missing = Self::ensure_can_sign_end(&ending, cause.kind(), &[], &acting)?;
        Self::ensure_can_end(id, &ending)?;
        let signatures = Bounded::truncate_from(alloc::vec![acting]);
        if missing.is_empty() {
            return Self::end(id, ending, cause, signed_by(signatures), EndedBy::Party(acting));
        }
        let proposed = ProposedEnd {
            version: VERSION,
            cause,
            signatures,
            officer: None,
        };
        ProposedEnds::<T>::insert((object, licence, cause.kind()), proposed);
        Self::deposit_event(Event::EndProposed {
            object,
            licence,
            cause,
            by: acting.party,
            via: acting.via,
            missing: Bounded::truncate_from(missing),
        });
        Ok(())
    }

    /// Signs a proposed end.
    pub(crate) fn do_sign_end(
        account: &T::AccountId,
        capacity: Capacity,
        id: LicenceId,
        cause: EndCause,
    ) -> Result<(), Error<T>> {
        let (object, licence) = id;
        ensure!(cause.kind() != EndKind::Order, Error::<T>::CauseUnfit);
        let ending = Self::ending(id)?;
        let key = (object, licence, cause.kind());
        let mut proposed = ProposedEnds::<T>::get(key).ok_or(Error::<T>::EndNotProposed)?;
        let acting = Self::acting_party(account, capacity, ending.record.authority, object)?;
        let missing = Self::ensure_can_sign_end(&ending, cause.kind(), &proposed.signatures, &acting)?;
        ensure!(proposed.cause == cause, Error::<T>::CauseDiffers);
        proposed
            .signatures
            .try_push(acting)
            .map_err(|_| Error::<T>::NotASignatory)?;
        if missing.is_empty() {
            Self::ensure_can_end(id, &ending)?;
            let basis = signed_by(proposed.signatures);
            return Self::end(id, ending, cause, basis, EndedBy::Party(acting));
        }
        ProposedEnds::<T>::insert(key, proposed);
        Self::deposit_event(Event::EndSigned {
            object,
            licence,
            cause,
            by: acting.party,
            via: acting.via,
            missing: Bounded::truncate_from(missing),
        });
        Ok(())
    }

    /// Withdraws a proposed end.
    pub(crate) fn do_withdraw_end(
        account: &T::AccountId,
        capacity: Capacity,
        id: LicenceId,
        kind: EndKind,
    ) -> Result<(), Error<T>> {
        let (object, licence) = id;
        let ending = Self::ending(id)?;
        let acting = Self::acting_party(account, capacity, ending.record.authority, object)?;
        let needed = ending.needed(kind);
        ensure!(needed.contains(&acting.party), Error::<T>::NotASignatory);
        ensure!(
            ProposedEnds::<T>::contains_key((object, licence, kind)),
            Error::<T>::EndNotProposed
        );
        ProposedEnds::<T>::remove((object, licence, kind));
        Self::deposit_event(Event::EndWithdrawn {
            object,
            licence,
            kind,
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// Ends a licence with one write; what hangs on it is no longer in force at the same instant, and the entry names it.
    pub(crate) fn end(
        (object, licence): LicenceId,
        ending: Ending,
        cause: EndCause,
        basis: EntryBasis,
        by: EndedBy,
    ) -> Result<(), Error<T>> {
        let (by, acting) = match by {
            EndedBy::Party(signature) => (Some((signature.party, signature.via)), None),
            EndedBy::Officers(acting) => (None, Some(acting)),
        };
        let fallen = ending.fallen;
        let officer = acting.map(|acting| acting.officer);
        T::Register::end_licence(object, licence, cause, fallen.clone(), basis, officer)?;
        for kind in [EndKind::Agreement, EndKind::Breach, EndKind::Order] {
            ProposedEnds::<T>::remove((object, licence, kind));
        }
        Self::deposit_event(Event::LicenceEnded {
            object,
            licence,
            cause,
            // An object has at most as many rights.
            fallen: Bounded::truncate_from(fallen),
            by,
            officer: acting.map(|acting| (acting.authority, acting.officer)),
        });
        Ok(())
    }
}
