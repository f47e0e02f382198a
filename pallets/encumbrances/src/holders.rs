//! For whom a mark stands: a seizure or control for the party that the instrument names 申请执行人, a pledge for the pledgee, a
//! reservation for who made it.

use crate::{Config, Pallet, Pledges, Reservations, Stamps};
use quanji_primitives::{
    day_book::Stamp,
    directory::MarkHolders,
    marks::{Mark, MarkKind, MarkSource},
    ObjectId, PartyId,
};

impl<T: Config> MarkHolders for Pallet<T> {
    fn holder(object: ObjectId, _: u32, mark: &Mark) -> Option<PartyId> {
        match (mark.source, mark.kind) {
            (MarkSource::DayBook(id), _) => {
                let of_object = |stamp: &Stamp| stamp.object == object;
                Stamps::<T>::get(id).filter(of_object)?.paper.applicant
            }
            (MarkSource::Deed(id), MarkKind::Pledge) => Pledges::<T>::get(id).map(|record| record.pledgee),
            (MarkSource::Deed(id), _) => Reservations::<T>::get(id).map(|record| record.financier),
            _ => None,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// The party for whom the seizure or control of a stamp was ordered, or that which it renews, releases or rests on.
    pub(crate) fn applicant(stamp: &Stamp) -> Option<PartyId> {
        let of_other = || Stamps::<T>::get(stamp.measure.of()?)?.paper.applicant;
        stamp.paper.applicant.or_else(of_other)
    }
}
