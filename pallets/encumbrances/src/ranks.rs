//! What stands of pledges and reservations on an object, and in which order.

use crate::{Config, Error, Pallet, Pledges, Reservations};
use alloc::{boxed::Box, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    clock::Moment,
    collateral::{ranks_on, OpenDeed, PledgeStatus, Rank, Ranked, ReservationStatus, Secured, Statutory},
    directory::{CollateralRegister, PartyRegister, Register},
    marks::{live::numbered_live, Mark, MarkEnd, MarkKind, MarkSource, RightSet},
    v1::{Collateral, Encumbrance, EntryBasis, PledgeRecord, ReservationRecord},
    DeedId, ObjectId, PartyId,
};

/// Those who are told of something: on which object, by which deed, for whom.
pub(crate) type Told = (ObjectId, DeedId, PartyId);

/// A pledge or reservation that stands on an object.
pub(crate) struct Standing {
    pub deed: DeedId,
    pub number: u32,
    pub mark: Mark,
    pub place: u32,
    /// For whom it stands today.
    pub holder: PartyId,
    pub statutory: Option<Statutory>,
}

impl Standing {
    pub fn is_reservation(&self) -> bool {
        self.mark.kind == MarkKind::Reservation
    }

    fn ranked(&self) -> Ranked {
        Ranked {
            deed: self.deed,
            secured: if self.is_reservation() {
                Secured::Reservation
            } else {
                Secured::Pledge
            },
            holder: self.holder,
            rights: self.mark.rights,
            place: self.place,
            statutory: self.statutory,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// A pledge, whatever has become of it.
    pub(crate) fn stored_pledge(id: DeedId) -> Result<PledgeRecord, Error<T>> {
        Pledges::<T>::get(id).ok_or(Error::<T>::PledgeNotFound)
    }

    /// The marks of a pledge, in the order of its collateral.
    pub(crate) fn marks_of_pledge(record: &PledgeRecord) -> Vec<Mark> {
        let mark = |one: &Collateral| T::Register::mark(one.object, one.mark);
        record.collateral.iter().filter_map(mark).collect()
    }

    /// How a pledge stands now.
    pub(crate) fn status_of(record: &PledgeRecord) -> PledgeStatus {
        record.status(&Self::marks_of_pledge(record), Self::now())
    }

    /// A pledge that stands.
    pub(crate) fn standing_pledge(id: DeedId) -> Result<PledgeRecord, Error<T>> {
        let record = Self::stored_pledge(id)?;
        let stands = matches!(
            Self::status_of(&record),
            PledgeStatus::Live | PledgeStatus::Overdue
        );
        ensure!(stands, Error::<T>::PledgeNotStanding);
        Ok(record)
    }

    /// What of an object stands under the pledge, with its mark.
    pub(crate) fn standing_item(
        record: &PledgeRecord,
        object: ObjectId,
    ) -> Result<(Collateral, Mark), Error<T>> {
        let item = *record.on(object).ok_or(Error::<T>::NotPledged)?;
        let mark = T::Register::mark(object, item.mark).filter(|mark| mark.ended.is_none());
        Ok((item, mark.ok_or(Error::<T>::NotPledged)?))
    }

    /// A reservation that keeps its place.
    pub(crate) fn standing_reservation(id: DeedId) -> Result<(ReservationRecord, Mark), Error<T>> {
        let record = Reservations::<T>::get(id).ok_or(Error::<T>::ReservationNotFound)?;
        let mark = T::Register::mark(record.object, record.mark).ok_or(Error::<T>::ReservationNotFound)?;
        let stands = record.status(&mark, Self::now()) == ReservationStatus::Standing;
        ensure!(stands, Error::<T>::ReservationNotStanding);
        Ok((record, mark))
    }

    /// Pledges and reservations that stand on an object now, in the order of their places.
    pub(crate) fn standing_on(object: ObjectId) -> Vec<Standing> {
        let live = T::Register::live_marks(object);
        let now = Self::now();
        let mut standing: Vec<_> = numbered_live(&live, now)
            .filter(|(_, _, standing)| standing.stands())
            .filter_map(|(number, mark, _)| Self::standing_of(object, number, mark))
            .collect();
        standing.sort_by_key(|one| one.place);
        standing
    }

    fn standing_of(object: ObjectId, number: u32, mark: &Mark) -> Option<Standing> {
        let MarkSource::Deed(deed) = mark.source else {
            return None;
        };
        let (place, holder, statutory) = match mark.kind {
            MarkKind::Pledge => {
                let record = Pledges::<T>::get(deed)?;
                (record.on(object)?.place, record.pledgee, record.statutory)
            }
            MarkKind::Reservation => (number, Reservations::<T>::get(deed)?.financier, None),
            _ => return None,
        };
        Some(Standing {
            deed,
            number,
            mark: *mark,
            place,
            holder: T::Parties::current(holder),
            statutory,
        })
    }

    /// Those on one of `rights` that `which` chooses, as they are told.
    pub(crate) fn told_on(
        object: ObjectId,
        rights: RightSet,
        which: impl Fn(&Standing) -> bool,
    ) -> Vec<Told> {
        Self::standing_on(object)
            .into_iter()
            .filter(|one| one.mark.rights.meets(rights) && which(one))
            .map(|one| (object, one.deed, one.holder))
            .collect()
    }

    /// Those that rank after a pledge on what it stands on.
    pub(crate) fn later_than(record: &PledgeRecord) -> Vec<Told> {
        let items = record.collateral.iter();
        items
            .filter_map(|item| Self::standing_item(record, item.object).ok())
            .flat_map(|(item, mark)| {
                Self::told_on(item.object, mark.rights, |other| other.place > item.place)
            })
            .collect()
    }

    /// Writes a pledge as it now is: one entry on each object where its mark has not ended.
    pub(crate) fn rewrite_pledge(
        id: DeedId,
        record: &PledgeRecord,
        basis: &EntryBasis,
    ) -> Result<(), Error<T>> {
        for item in &record.collateral {
            let Ok((_, mark)) = Self::standing_item(record, item.object) else {
                continue;
            };
            let mark = Mark {
                until: Some(record.through.end()),
                ..mark
            };
            Self::enter_change(item, mark, record, basis.clone())?;
        }
        Pledges::<T>::insert(id, record);
        Ok(())
    }

    /// One entry of what a pledge has become on an object.
    pub(crate) fn enter_change(
        item: &Collateral,
        mark: Mark,
        record: &PledgeRecord,
        basis: EntryBasis,
    ) -> Result<(), Error<T>> {
        let encumbrance = Encumbrance::Pledge(Box::new(record.clone()));
        T::Register::change_encumbrance(item.object, item.mark, mark, encumbrance, basis)?;
        Ok(())
    }

    /// The mark and the record of a pledge after it has ended on `rights` of one object: what is left of them stands on.
    pub(crate) fn ended_on(
        mut record: PledgeRecord,
        (item, mark): (Collateral, Mark),
        rights: RightSet,
        (now, end): (Moment, MarkEnd),
    ) -> (PledgeRecord, Mark) {
        let left = mark.rights.without(rights);
        if left == RightSet::NONE {
            let ended = Some((now, end));
            return (record, Mark { ended, ..mark });
        }
        for one in record
            .collateral
            .iter_mut()
            .filter(|one| one.object == item.object)
        {
            one.rights = left;
        }
        (record, Mark { rights: left, ..mark })
    }

    /// Ends a pledge on `rights` of one object; on what else it stands it goes on.
    pub(crate) fn end_pledge_on(
        id: DeedId,
        object: ObjectId,
        rights: RightSet,
        end: (Moment, MarkEnd),
        basis: EntryBasis,
    ) -> Result<(), Error<T>> {
        let record = Self::stored_pledge(id)?;
        let found = Self::standing_item(&record, object)?;
        let (record, mark) = Self::ended_on(record, found, rights, end);
        Self::enter_change(&found.0, mark, &record, basis)?;
        Pledges::<T>::insert(id, record);
        Ok(())
    }

    /// Ends a reservation.
    pub(crate) fn end_reservation(
        id: DeedId,
        record: ReservationRecord,
        mark: Mark,
        end: MarkEnd,
        basis: EntryBasis,
    ) -> Result<(), Error<T>> {
        let ended = Some((Self::now(), end));
        let encumbrance = Encumbrance::Reservation(Box::new(record.clone()));
        let mark = Mark { ended, ..mark };
        T::Register::change_encumbrance(record.object, record.mark, mark, encumbrance, basis)?;
        Reservations::<T>::insert(id, record);
        Ok(())
    }

    /// A pledge with its status now.
    pub(crate) fn pledge_with_status(id: DeedId) -> Option<(PledgeRecord, PledgeStatus)> {
        let record = Pledges::<T>::get(id)?;
        let status = Self::status_of(&record);
        Some((record, status))
    }

    /// A reservation with its status now.
    pub(crate) fn reservation_with_status(id: DeedId) -> Option<(ReservationRecord, ReservationStatus)> {
        let record = Reservations::<T>::get(id)?;
        let mark = T::Register::mark(record.object, record.mark)?;
        let status = record.status(&mark, Self::now());
        Some((record, status))
    }

    /// The ranks on a right.
    pub(crate) fn ranks_of(object: ObjectId, right: u32) -> Vec<Rank> {
        let standing = Self::standing_on(object);
        let ranked: Vec<_> = standing.iter().map(Standing::ranked).collect();
        ranks_on(right, &ranked)
    }

    /// The deeds that wait about an object, lapsed ones included.
    pub(crate) fn waiting_deeds(object: ObjectId) -> Vec<(DeedId, OpenDeed)> {
        let listed = crate::OpenDeeds::<T>::get(object).into_iter();
        listed
            .filter_map(|id| Some((id, crate::Deeds::<T>::get(id)?)))
            .collect()
    }

    /// Whose signatures a deed still waits for.
    pub(crate) fn missing_of_deed(id: DeedId) -> Vec<PartyId> {
        let Some(waiting) = crate::Deeds::<T>::get(id) else {
            return Vec::new();
        };
        let signatories = Self::ensure_fits(&waiting.deed);
        signatories.map_or_else(
            |_| Vec::new(),
            |needed| Self::missing(&needed.all(), &waiting.signatures),
        )
    }
}
