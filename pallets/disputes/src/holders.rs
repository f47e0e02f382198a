//! For whom the notices and holds of an objection stand: who objected.

use crate::{Config, Objections, Pallet};
use quanji_primitives::{
    directory::MarkHolders,
    marks::{Mark, MarkSource},
    objection::Objection,
    ObjectId, PartyId,
};

impl<T: Config> MarkHolders for Pallet<T> {
    fn holder(object: ObjectId, _: u32, mark: &Mark) -> Option<PartyId> {
        let MarkSource::Objection(id) = mark.source else {
            return None;
        };
        let of_object = |objection: &Objection| objection.object == object;
        Objections::<T>::get(id)
            .filter(of_object)
            .map(|objection| objection.objector)
    }
}
