//! What one side enters alone: release and giving up, the number in a statutory register, a default notice; and the demand for a
//! release by who holds the rights.

use crate::{deeds::signed_alone, Config, Error, Event, Pallet, Pledges, Reservations};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    capacity::Capacity,
    clock::{add_working_days, Day, Moment},
    collateral::Statutory,
    directory::{PartyRegister, RuleBook},
    marks::{MarkEnd, RightSet},
    terms::PartySignature,
    v1::{DefaultNotice, Demand, PledgeRecord, ReservationRecord},
    Bounded, DeedId, Digest, ObjectId,
};

/// Rights of one object that a release frees; nothing: all that is pledged.
pub(crate) type Part = Option<(ObjectId, RightSet)>;

impl<T: Config> Pallet<T> {
    /// The party that acts about a pledge.
    fn acting_on(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
        record: &PledgeRecord,
    ) -> Result<PartySignature, Error<T>> {
        let objects: Vec<_> = record.collateral.iter().map(|one| one.object).collect();
        Self::acting_party(account, capacity, id.authority(), &objects)
    }

    /// The same, when it is the pledgee.
    fn pledgee_acts(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
        record: &PledgeRecord,
    ) -> Result<PartySignature, Error<T>> {
        let acting = Self::acting_on(account, capacity, id, record)?;
        let own = T::Parties::current(record.pledgee) == acting.party;
        ensure!(own, Error::<T>::NotThePledgee);
        Ok(acting)
    }

    /// What a release frees. Also a pledge whose registration has lapsed is released.
    pub(crate) fn ensure_can_free(
        record: &PledgeRecord,
        part: Part,
    ) -> Result<Vec<(ObjectId, RightSet)>, Error<T>> {
        let standing = |object| Self::standing_item(record, object);
        if let Some((object, rights)) = part {
            let (_, mark) = standing(object)?;
            let fits = rights != RightSet::NONE && rights.is_within(mark.rights);
            ensure!(fits, Error::<T>::NotPledged);
            return Ok(alloc::vec![(object, rights)]);
        }
        let items = record.collateral.iter();
        let all: Vec<_> = items
            .filter_map(|item| standing(item.object).ok())
            .map(|(item, mark)| (item.object, mark.rights))
            .collect();
        ensure!(!all.is_empty(), Error::<T>::PledgeNotStanding);
        Ok(all)
    }

    /// Releases a pledge, or a part of what it stands on.
    pub(crate) fn do_release(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
        part: Part,
    ) -> Result<(), Error<T>> {
        let mut record = Self::stored_pledge(id)?;
        let acting = Self::pledgee_acts(account, capacity, id, &record)?;
        let released = Self::ensure_can_free(&record, part)?;
        let end = (Self::now(), MarkEnd::GivenUp);
        for (object, rights) in &released {
            let found = Self::standing_item(&record, *object)?;
            let (after, mark) = Self::ended_on(record, found, *rights, end);
            Self::enter_change(&found.0, mark, &after, signed_alone(acting))?;
            record = after;
        }
        Pledges::<T>::insert(id, record);
        Self::deposit_event(Event::PledgeReleased {
            pledge: id,
            released: Bounded::truncate_from(released),
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// Gives a reservation up before its end.
    pub(crate) fn do_give_up_reservation(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
    ) -> Result<(), Error<T>> {
        let record: ReservationRecord = Reservations::<T>::get(id).ok_or(Error::<T>::ReservationNotFound)?;
        let acting = Self::acting_party(account, capacity, id.authority(), &[record.object])?;
        let own = T::Parties::current(record.financier) == acting.party;
        ensure!(own, Error::<T>::NotThePledgee);
        let (record, mark) = Self::standing_reservation(id)?;
        let object = record.object;
        Self::end_reservation(id, record, mark, MarkEnd::GivenUp, signed_alone(acting))?;
        Self::deposit_event(Event::ReservationGivenUp {
            reservation: id,
            object,
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// Records under which number and since when a statutory register has the pledge.
    pub(crate) fn do_record_statutory(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
        statutory: Statutory,
    ) -> Result<(), Error<T>> {
        let record = Self::standing_pledge(id)?;
        let acting = Self::pledgee_acts(account, capacity, id, &record)?;
        let known = statutory.number.is_valid() && statutory.registered_at <= Self::now();
        ensure!(known, Error::<T>::StatutoryUnfit);
        let record = PledgeRecord {
            statutory: Some(statutory),
            ..record
        };
        Self::rewrite_pledge(id, &record, &signed_alone(acting))?;
        Self::deposit_event(Event::StatutoryRecorded {
            pledge: id,
            statutory,
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// The first moment at which a release demanded now is overdue.
    fn overdue_from(record: &PledgeRecord, now: Moment) -> Result<Moment, Error<T>> {
        let rules = T::Rules::default();
        let first = record.collateral.first().ok_or(Error::<T>::NotPledged)?;
        let days = rules
            .collateral(Self::regime_of(first.object)?)
            .release_working_days;
        Ok(add_working_days(&rules, now.day(), days.number).day.end())
    }

    /// Demands the release of a pledge.
    pub(crate) fn do_demand_release(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
        document: Digest,
    ) -> Result<(), Error<T>> {
        let record = Self::standing_pledge(id)?;
        let acting = Self::acting_on(account, capacity, id, &record)?;
        let holds = Self::pledgors_now(&record).contains(&acting.party);
        ensure!(holds, Error::<T>::NotAPledgor);
        ensure!(record.demanded.is_none(), Error::<T>::AlreadyDemanded);
        let at = Self::now();
        let overdue_from = Self::overdue_from(&record, at)?;
        let record = PledgeRecord {
            demanded: Some(Demand {
                at,
                overdue_from,
                document,
            }),
            ..record
        };
        Self::rewrite_pledge(id, &record, &signed_alone(acting))?;
        Self::deposit_event(Event::ReleaseDemanded {
            pledge: id,
            pledgee: T::Parties::current(record.pledgee),
            overdue_from,
            document,
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// Records a default notice.
    pub(crate) fn do_give_default_notice(
        account: &T::AccountId,
        capacity: Capacity,
        id: DeedId,
        given_on: Day,
        document: Digest,
    ) -> Result<(), Error<T>> {
        let record = Self::standing_pledge(id)?;
        let acting = Self::pledgee_acts(account, capacity, id, &record)?;
        let at = Self::now();
        let fits = record.entered_at.day() <= given_on && given_on <= at.day();
        ensure!(fits, Error::<T>::DefaultNoticeUnfit);
        // Dated back it would let an agreement pass that was made before the notice that is recorded.
        let later = record.default.is_none_or(|known| known.given_on <= given_on);
        ensure!(later, Error::<T>::DefaultNoticeUnfit);
        let record = PledgeRecord {
            default: Some(DefaultNotice {
                given_on,
                at,
                document,
            }),
            ..record
        };
        Self::rewrite_pledge(id, &record, &signed_alone(acting))?;
        Self::deposit_event(Event::DefaultNoticed {
            pledge: id,
            given_on,
            document,
            told: Bounded::truncate_from(Self::told_of_default(&record)),
            by: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// Everyone else with a pledge or reservation on what the pledge still stands on.
    fn told_of_default(record: &PledgeRecord) -> Vec<crate::ranks::Told> {
        let items = record.collateral.iter();
        items
            .filter_map(|item| Self::standing_item(record, item.object).ok())
            .flat_map(|(item, mark)| Self::told_on(item.object, mark.rights, |one| one.number != item.mark))
            .collect()
    }
}
