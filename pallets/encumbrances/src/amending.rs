//! What becomes of a pledge by deed: another sum or a later last day, another pledgee, another place. Nobody of later rank is
//! harmed without signature.

use crate::{
    deeds::{signed_by, Carried},
    signing::Signatories,
    Config, Error, Event, Pallet, Pledges,
};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    clock::Day,
    collateral::Sum,
    directory::{PartyRegister, Register},
    v1::{Collateral, PledgeRecord},
    Bounded, DeedId, ObjectId, PartyId,
};

/// What two pledges change: their places, and the rights on which both stand.
pub(crate) struct Swap {
    first: (PledgeRecord, Collateral),
    second: (PledgeRecord, Collateral),
}

impl<T: Config> Pallet<T> {
    /// Who holds what stands under a pledge today.
    pub(crate) fn pledgors_now(record: &PledgeRecord) -> Vec<PartyId> {
        let items = record.collateral.iter();
        let mut holders: Vec<_> = items
            .filter_map(|item| Self::standing_item(record, item.object).ok())
            .flat_map(|(item, mark)| Self::holders_of(item.object, mark.rights))
            .collect();
        holders.sort_unstable();
        holders.dedup();
        holders
    }

    /// More is secured only where a new pledge could be: a lower sum or a later last day secures nothing new.
    fn ensure_no_mark_on_any(record: &PledgeRecord) -> Result<(), Error<T>> {
        for item in &record.collateral {
            if let Ok((_, mark)) = Self::standing_item(record, item.object) {
                Self::ensure_no_mark(item.object, mark.rights)?;
            }
        }
        Ok(())
    }

    /// Whether the pledge may be changed so now.
    pub(crate) fn ensure_can_amend(
        id: DeedId,
        secured: Option<Sum>,
        through: Option<Day>,
        with_later_ranks: bool,
    ) -> Result<Signatories, Error<T>> {
        let record = Self::standing_pledge(id)?;
        ensure!(secured.is_some() || through.is_some(), Error::<T>::NothingAmended);
        if let Some(sum) = secured {
            ensure!(sum.currency.is_valid(), Error::<T>::CurrencyUnfit);
        }
        if let Some(through) = through {
            // It has its month since its entry: an extension may add a day.
            ensure!(through > record.through, Error::<T>::RegistrationUnfit);
            Self::ensure_within_thirty_years(through, Self::now())?;
        }
        let raises = secured.is_some_and(|sum| !sum.is_within(&record.secured));
        if raises {
            Self::ensure_no_mark_on_any(&record)?;
        }
        let mut others = alloc::vec![T::Parties::current(record.pledgee)];
        if raises || through.is_some() {
            let later = Self::later_than(&record);
            // Civil Code 414: what ranks later is not harmed without its own signature.
            ensure!(
                later.is_empty() || with_later_ranks,
                Error::<T>::LaterRankMustSign
            );
            others.extend(later.into_iter().map(|(_, _, holder)| holder));
        }
        Ok(Signatories {
            givers: Self::pledgors_now(&record),
            others,
        })
    }

    /// Changes what a pledge secures, or extends its registration.
    pub(crate) fn amend(
        carried: &Carried,
        id: DeedId,
        secured: Option<Sum>,
        through: Option<Day>,
    ) -> Result<(), Error<T>> {
        let record = Self::standing_pledge(id)?;
        let record = PledgeRecord {
            secured: secured.unwrap_or(record.secured),
            through: through.unwrap_or(record.through),
            contract: carried.document,
            ..record
        };
        Self::rewrite_pledge(id, &record, &signed_by(carried.signatures.clone()))?;
        Self::deposit_event(Event::PledgeAmended {
            pledge: id,
            deed: carried.id,
            secured: record.secured,
            through: record.through,
            later: Bounded::truncate_from(Self::later_than(&record)),
            by: carried.last.party,
            via: carried.last.via,
        });
        Ok(())
    }

    /// Whether the pledge may be assigned now.
    pub(crate) fn ensure_can_assign(id: DeedId, to: PartyId) -> Result<Signatories, Error<T>> {
        let record = Self::standing_pledge(id)?;
        let (from, to) = (T::Parties::current(record.pledgee), T::Parties::current(to));
        ensure!(from != to, Error::<T>::NothingAmended);
        let pledgors = Self::pledgors_now(&record);
        for item in &record.collateral {
            Self::ensure_can_be_secured(to, Self::regime_of(item.object)?, &pledgors)?;
        }
        Ok(Signatories {
            givers: alloc::vec![from],
            others: alloc::vec![to],
        })
    }

    /// Puts another in the place of the pledgee. The rank stays.
    pub(crate) fn assign(carried: &Carried, id: DeedId, to: PartyId) -> Result<(), Error<T>> {
        let record = Self::standing_pledge(id)?;
        let from = T::Parties::current(record.pledgee);
        let record = PledgeRecord {
            pledgee: T::Parties::current(to),
            ..record
        };
        Self::rewrite_pledge(id, &record, &signed_by(carried.signatures.clone()))?;
        Self::deposit_event(Event::PledgeAssigned {
            pledge: id,
            deed: carried.id,
            from,
            to: record.pledgee,
            pledgors: Bounded::truncate_from(Self::pledgors_now(&record)),
            by: carried.last.party,
            via: carried.last.via,
        });
        Ok(())
    }

    /// Whether the two pledges may change their places on the object now.
    pub(crate) fn ensure_can_subordinate(
        id: DeedId,
        behind: DeedId,
        object: ObjectId,
    ) -> Result<(Signatories, Swap), Error<T>> {
        let (first, second) = (Self::standing_pledge(id)?, Self::standing_pledge(behind)?);
        let (back, back_mark) = Self::standing_item(&first, object)?;
        let (ahead, ahead_mark) = Self::standing_item(&second, object)?;
        // One steps back behind the other on rights that both have.
        let shared = back_mark.rights == ahead_mark.rights;
        ensure!(shared && back.place < ahead.place, Error::<T>::SubordinationUnfit);
        let between = Self::told_on(object, back_mark.rights, |one| {
            back.place < one.place && one.place < ahead.place
        });
        let mut others = alloc::vec![T::Parties::current(second.pledgee)];
        others.extend(between.into_iter().map(|(_, _, holder)| holder));
        let signatories = Signatories {
            givers: alloc::vec![T::Parties::current(first.pledgee)],
            others,
        };
        let swap = Swap {
            first: (first, back),
            second: (second, ahead),
        };
        Ok((signatories, swap))
    }

    /// Lets two pledges change their places.
    pub(crate) fn subordinate(
        carried: &Carried,
        id: DeedId,
        behind: DeedId,
        object: ObjectId,
    ) -> Result<(), Error<T>> {
        let (_, swap) = Self::ensure_can_subordinate(id, behind, object)?;
        let Swap { first, second } = swap;
        let (earlier, later) = (first.1.place, second.1.place);
        for (deed, (record, item), place) in [(id, first, later), (behind, second, earlier)] {
            let mut record = record;
            for one in record.collateral.iter_mut().filter(|one| one.object == object) {
                one.place = place;
            }
            let mark = T::Register::mark(object, item.mark).ok_or(Error::<T>::NotPledged)?;
            let basis = signed_by(carried.signatures.clone());
            Self::enter_change(&item, mark, &record, basis)?;
            Pledges::<T>::insert(deed, record);
        }
        Self::deposit_event(Event::RanksSwapped {
            object,
            pledge: id,
            behind,
            deed: carried.id,
            places: (later, earlier),
            by: carried.last.party,
            via: carried.last.via,
        });
        Ok(())
    }
}
