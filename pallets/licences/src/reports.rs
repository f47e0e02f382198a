//! Reports of use against a quantity (S062).

use crate::{ends::LicenceId, offers::signed_by, Config, Error, Event, Licences, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    capacity::Capacity,
    directory::LicenceRegister,
    terms::{Side, UseReport},
    Bounded, Digest,
};

impl<T: Config> Pallet<T> {
    /// Records a report of use.
    pub(crate) fn do_report_use(
        account: &T::AccountId,
        capacity: Capacity,
        id: LicenceId,
        total: u64,
        report: Digest,
    ) -> Result<(), Error<T>> {
        let (object, licence) = id;
        let mut stored = Licences::<T>::get(object, licence).ok_or(Error::<T>::LicenceNotFound)?;
        let record = Self::live_object(object)?;
        let acting = Self::acting_party(account, capacity, record.authority, object)?;
        let (tree, now) = (Self::tree(object, &record), Self::now());
        let side = if Self::holders(&tree, licence).contains(&acting.party) {
            Side::Licensee
        } else {
            // The use of a licence that has ended may still be reported by who licensed it.
            let parent = tree.get(licence).and_then(|right| right.parent());
            let licensed = parent.is_some_and(|parent| Self::holders(&tree, parent).contains(&acting.party));
            let licensor = licensed || Self::licensors(&tree, licence, now).contains(&acting.party);
            ensure!(licensor, Error::<T>::NotASignatory);
            Side::Licensor
        };
        let reported = &mut stored.reported;
        let last = match side {
            Side::Licensee => &mut reported.by_licensee,
            Side::Licensor => &mut reported.by_licensor,
        };
        ensure!(total >= *last, Error::<T>::TotalFalls);
        *last = total;
        reported.reports = reported.reports.saturating_add(1);
        let allowed = tree.own_allowance(licence, now);
        let over = allowed
            .map(|allowed| reported.total().saturating_sub(allowed))
            .filter(|over| *over > 0);
        reported.over_since = over.map(|_| reported.over_since.unwrap_or(now));
        let report = UseReport { side, total, report };
        let basis = signed_by(Bounded::truncate_from(alloc::vec![acting]));
        T::Register::enter_use(object, licence, report, over, basis)?;
        Licences::<T>::insert(object, licence, stored);
        let (by, via) = (acting.party, acting.via);
        Self::deposit_event(match over {
            Some(over) => Event::OveruseNoticed {
                object,
                licence,
                report,
                over,
                by,
                via,
            },
            None => Event::UseReported {
                object,
                licence,
                report,
                by,
                via,
            },
        });
        Ok(())
    }
}
