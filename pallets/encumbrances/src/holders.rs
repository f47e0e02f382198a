//! For whom a seizure or control stands: the party that the instrument names 申请执行人.

use crate::{Config, Pallet, Stamps};
use quanji_primitives::{
    day_book::Stamp,
    directory::MarkHolders,
    marks::{Mark, MarkSource},
    ObjectId, PartyId,
};

impl<T: Config> MarkHolders for Pallet<T> {
    fn holder(object: ObjectId, _: u32, mark: &Mark) -> Option<PartyId> {
        let MarkSource::DayBook(id) = mark.source else {
            return None;
        };
        let of_object = |stamp: &Stamp| stamp.object == object;
        Stamps::<T>::get(id).filter(of_object)?.paper.applicant
    }
}

impl<T: Config> Pallet<T> {
    /// The party for whom the seizure or control of a stamp was ordered, or that which it renews, releases or rests on.
    pub(crate) fn applicant(stamp: &Stamp) -> Option<PartyId> {
        let of_other = || Stamps::<T>::get(stamp.measure.of()?)?.paper.applicant;
        stamp.paper.applicant.or_else(of_other)
    }
}
