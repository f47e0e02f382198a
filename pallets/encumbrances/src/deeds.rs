//! Deeds: proposed by one, signed by all concerned, carried out at once with the last signature. No officer decides.

use crate::{
    signing::Signatories, Config, Deeds, Error, Event, OpenDeeds, Pallet, CLEARED_MAX, DEEDS_MAX,
    DEEDS_OF_ONE_MAX,
};
use alloc::{boxed::Box, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    capacity::Capacity,
    clock::Moment,
    collateral::{Deed, DeedMatter, OpenDeed, DEED_OPEN_DAYS_MAX},
    directory::{PartyRegister, Register},
    terms::{PartySignature, Signatures, SIGNATORIES_MAX},
    v1::{EntryBasis, VERSION},
    Bounded, DeedId, Digest, ObjectId, PartyId,
};

/// The signatures on which an entry rests.
pub(crate) type Signed = Bounded<PartySignature, SIGNATORIES_MAX>;

/// A deed that is carried out, with its identifier and all its signatures.
pub(crate) struct Carried {
    pub id: DeedId,
    pub document: Digest,
    pub signatures: Signed,
    /// Who signed last.
    pub last: PartySignature,
    pub now: Moment,
}

/// The basis of an entry that rests on signatures.
pub(crate) fn signed_by(parties: Signed) -> EntryBasis {
    let officers = Bounded::default();
    EntryBasis::Signatures(Box::new(Signatures { parties, officers }))
}

/// The basis of what one party enters alone.
pub(crate) fn signed_alone(party: PartySignature) -> EntryBasis {
    signed_by(Bounded::truncate_from(alloc::vec![party]))
}

impl<T: Config> Pallet<T> {
    /// The objects that a deed is about.
    pub(crate) fn objects_of(matter: &DeedMatter) -> Result<Vec<ObjectId>, Error<T>> {
        let of_pledge = |pledge| {
            let record = Self::stored_pledge(pledge)?;
            Ok(record.collateral.iter().map(|one| one.object).collect())
        };
        match matter {
            DeedMatter::Reservation(terms) => Ok(alloc::vec![terms.object]),
            DeedMatter::Pledge(terms) => Ok(terms.offered.iter().map(|one| one.object).collect()),
            DeedMatter::Amendment { pledge, .. } | DeedMatter::Assignment { pledge, .. } => {
                of_pledge(*pledge)
            }
            DeedMatter::Subordination { object, .. } | DeedMatter::Enforcement { object, .. } => {
                Ok(alloc::vec![*object])
            }
        }
    }

    /// Whether the deed may be carried out now on all signatures, and whose they are.
    pub(crate) fn ensure_fits(deed: &Deed) -> Result<Signatories, Error<T>> {
        let signatories = match &deed.matter {
            DeedMatter::Reservation(terms) => Self::ensure_can_reserve(terms)?,
            DeedMatter::Pledge(terms) => Self::ensure_can_pledge(terms)?,
            DeedMatter::Amendment {
                pledge,
                secured,
                through,
                with_later_ranks,
            } => Self::ensure_can_amend(*pledge, *secured, *through, *with_later_ranks)?,
            DeedMatter::Assignment { pledge, to } => Self::ensure_can_assign(*pledge, *to)?,
            DeedMatter::Subordination {
                pledge,
                behind,
                object,
            } => Self::ensure_can_subordinate(*pledge, *behind, *object)?.0,
            DeedMatter::Enforcement { .. } => Self::ensure_can_enforce(&deed.matter)?.0,
        };
        let all = signatories.all();
        let most = usize::try_from(SIGNATORIES_MAX).unwrap_or(usize::MAX);
        ensure!(all.len() <= most, Error::<T>::TooManySignatories);
        all.iter()
            .try_for_each(|party| Self::ensure_good_standing(*party).map(|_| ()))?;
        Ok(signatories)
    }

    /// Whether the deed may be proposed now.
    pub(crate) fn ensure_can_propose(deed: &Deed) -> Result<Signatories, Error<T>> {
        // It can be signed from now on, and not for ever.
        let now = Self::now();
        let latest = now.day().plus(DEED_OPEN_DAYS_MAX).end();
        let open = now < deed.open_until && deed.open_until <= latest;
        ensure!(open, Error::<T>::OpenUntilUnfit);
        Self::ensure_fits(deed)
    }

    /// Proposes a deed with the first signature. One that needs no other is carried out at once.
    pub(crate) fn do_propose(
        account: &T::AccountId,
        capacity: Capacity,
        deed: Deed,
    ) -> Result<DeedId, Error<T>> {
        let objects = Self::objects_of(&deed.matter)?;
        let authority = objects.first().ok_or(Error::<T>::RightsUnfit)?.authority();
        let acting = Self::acting_party(account, capacity, authority, &objects)?;
        let signatories = Self::ensure_can_propose(&deed)?;
        Self::ensure_may_sign(&signatories, &[], &acting)?;
        Self::ensure_signed_when_agreed(&deed.matter, &acting)?;
        let lapsed = Self::ensure_room(&objects, acting.party)?;
        let id = T::Register::next_serial(authority)
            .and_then(|serial| DeedId::new(authority, serial))
            .ok_or(Error::<T>::NumbersExhausted)?;
        let signatures = Bounded::truncate_from(alloc::vec![acting]);
        let missing = Self::missing(&signatories.all(), &signatures);
        Self::deposit_event(Event::DeedProposed {
            deed: id,
            terms: Box::new(deed.clone()),
            by: acting.party,
            via: acting.via,
            missing: Bounded::truncate_from(missing.clone()),
        });
        if missing.is_empty() {
            return Self::complete(id, deed, signatures, acting).map(|()| id);
        }
        for (object, lapsed) in lapsed {
            Self::clear(object, lapsed);
        }
        for object in &objects {
            OpenDeeds::<T>::try_mutate(object, |listed| listed.try_push(id))
                .map_err(|_| Error::<T>::TooManyDeeds)?;
        }
        let version = VERSION;
        Deeds::<T>::insert(
            id,
            OpenDeed {
                version,
                deed,
                signatures,
            },
        );
        Ok(id)
    }

    /// What is listed about an object: who proposed the deeds that have not lapsed, and those that have.
    fn listed(object: ObjectId) -> (Vec<PartyId>, Vec<DeedId>) {
        let now = Self::now();
        let (mut proposers, mut lapsed) = (Vec::new(), Vec::new());
        for id in OpenDeeds::<T>::get(object) {
            match Deeds::<T>::get(id).filter(|waiting| now < waiting.deed.open_until) {
                Some(waiting) => proposers.extend(waiting.signatures.first().map(|first| first.party)),
                None => lapsed.push(id),
            }
        }
        (proposers, lapsed)
    }

    /// Whether another deed of this party has a place about each of these objects, and which lapsed ones are cleared away for it:
    /// of each object as many, one at least. They may be about seven other objects each, and one call writes no more lists.
    fn ensure_room(objects: &[ObjectId], proposer: PartyId) -> Result<Vec<(ObjectId, DeedId)>, Error<T>> {
        let each = CLEARED_MAX.checked_div(objects.len()).unwrap_or(CLEARED_MAX);
        let mut cleared = Vec::new();
        for object in objects {
            let (proposers, lapsed) = Self::listed(*object);
            ensure!(proposers.len() < DEEDS_MAX as usize, Error::<T>::TooManyDeeds);
            // No stranger takes all places. What another has proposed in whose place the party stands is not its own.
            let own = proposers.iter().filter(|party| **party == proposer);
            ensure!(own.count() < DEEDS_OF_ONE_MAX, Error::<T>::TooManyDeeds);
            cleared.extend(lapsed.into_iter().take(each).map(|id| (*object, id)));
        }
        Ok(cleared)
    }

    /// Removes a lapsed deed, wherever it is listed.
    fn clear(object: ObjectId, id: DeedId) {
        let waiting = Deeds::<T>::get(id);
        let about = waiting.and_then(|waiting| Self::objects_of(&waiting.deed.matter).ok());
        let mut about = about.unwrap_or_default();
        about.push(object);
        Self::remove_deed(id, &about);
    }

    /// Signs a deed. The last signature carries it out.
    pub(crate) fn do_sign(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
        document: Digest,
    ) -> Result<(), Error<T>> {
        let mut waiting = Deeds::<T>::get(id).ok_or(Error::<T>::DeedNotFound)?;
        let objects = Self::objects_of(&waiting.deed.matter)?;
        let acting = Self::acting_party(account, capacity, id.authority(), &objects)?;
        ensure!(acting.at < waiting.deed.open_until, Error::<T>::DeedLapsed);
        // All sign the same document.
        ensure!(document == waiting.deed.document, Error::<T>::DocumentDiffers);
        // What has changed since it was proposed counts.
        let signatories = Self::ensure_fits(&waiting.deed)?;
        Self::ensure_may_sign(&signatories, &waiting.signatures, &acting)?;
        waiting
            .signatures
            .try_push(acting)
            .map_err(|_| Error::<T>::TooManySignatories)?;
        let missing = Self::missing(&signatories.all(), &waiting.signatures);
        if missing.is_empty() {
            Self::remove_deed(id, &objects);
            return Self::complete(id, waiting.deed, waiting.signatures, acting);
        }
        Deeds::<T>::insert(id, waiting);
        Self::deposit_event(Event::DeedSigned {
            deed: id,
            by: acting.party,
            via: acting.via,
            missing: Bounded::truncate_from(missing),
        });
        Ok(())
    }

    /// Removes a deed, and from the lists of the objects that it is about.
    fn remove_deed(id: DeedId, objects: &[ObjectId]) {
        Deeds::<T>::remove(id);
        for object in objects {
            OpenDeeds::<T>::mutate(object, |open| open.retain(|one| *one != id));
        }
    }

    pub(crate) fn complete(
        id: DeedId,
        deed: Deed,
        signatures: Signed,
        last: PartySignature,
    ) -> Result<(), Error<T>> {
        let carried = Carried {
            id,
            document: deed.document,
            signatures,
            last,
            now: Self::now(),
        };
        match deed.matter {
            DeedMatter::Reservation(terms) => Self::reserve(&carried, &terms),
            DeedMatter::Pledge(terms) => Self::pledge(&carried, &terms),
            DeedMatter::Amendment {
                pledge,
                secured,
                through,
                ..
            } => Self::amend(&carried, pledge, secured, through),
            DeedMatter::Assignment { pledge, to } => Self::assign(&carried, pledge, to),
            DeedMatter::Subordination {
                pledge,
                behind,
                object,
            } => Self::subordinate(&carried, pledge, behind, object),
            DeedMatter::Enforcement { .. } => Self::enforce(&carried, &deed.matter),
        }
    }

    /// Withdraws a deed that waits.
    pub(crate) fn do_withdraw(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
    ) -> Result<(), Error<T>> {
        let waiting = Deeds::<T>::get(id).ok_or(Error::<T>::DeedNotFound)?;
        let objects = Self::objects_of(&waiting.deed.matter)?;
        let acting = Self::acting_party(account, capacity, id.authority(), &objects)?;
        let signed = waiting
            .signatures
            .iter()
            .any(|signature| T::Parties::current(signature.party) == acting.party);
        ensure!(
            signed || Self::may_withdraw(&waiting.deed, acting.party),
            Error::<T>::NotASignatory
        );
        Self::remove_deed(id, &objects);
        Self::deposit_event(Event::DeedWithdrawn {
            deed: id,
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// Whether the deed waits for the party. One that can no longer be carried out waits for nobody: who holds what it names clears
    /// it away.
    fn may_withdraw(deed: &Deed, party: PartyId) -> bool {
        match Self::ensure_fits(deed) {
            Ok(signatories) => signatories.all().contains(&party),
            Err(_) => Self::holders_named_by(&deed.matter).contains(&party),
        }
    }

    /// Who holds what a deed disposes of. What pledgees do among themselves disposes of nothing.
    fn holders_named_by(matter: &DeedMatter) -> Vec<PartyId> {
        match matter {
            DeedMatter::Reservation(terms) => Self::holders_of(terms.object, terms.rights),
            DeedMatter::Pledge(terms) => {
                let offered = terms.offered.iter();
                offered
                    .flat_map(|one| Self::holders_of(one.object, one.rights))
                    .collect()
            }
            // Not who holds what was released before.
            DeedMatter::Amendment { pledge, .. } => {
                let record = Self::stored_pledge(*pledge).ok();
                record.map_or_else(Vec::new, |record| Self::pledgors_now(&record))
            }
            DeedMatter::Enforcement { object, rights, .. } => Self::holders_of(*object, *rights),
            DeedMatter::Assignment { .. } | DeedMatter::Subordination { .. } => Vec::new(),
        }
    }
}
