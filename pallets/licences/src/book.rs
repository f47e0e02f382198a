//! Licences that a case of the register grants: the same rules of terms, parents and exclusivity.

use crate::{granting::Grantable, Config, Error, Licences, Pallet};
use alloc::vec::Vec;
use quanji_primitives::{
    directory::{LicenceBook, Register},
    terms::{LicenceFiling, Standing},
    v1::LicenceRecord,
    ObjectId, PartyId,
};

impl<T: Config> LicenceBook for Pallet<T> {
    type Refusal = Error<T>;

    fn ensure_open(filing: &LicenceFiling) -> Result<(), Error<T>> {
        Self::ensure_can_be_signed(filing)
    }

    fn ensure_fits(
        object: ObjectId,
        filing: &LicenceFiling,
        licensors: Option<&[PartyId]>,
    ) -> Result<Vec<PartyId>, Error<T>> {
        let Grantable { tree, licensors } = Self::ensure_terms_fit(object, filing, licensors)?;
        Ok(Self::with_others(&tree, filing, licensors))
    }

    fn ended_by(object: ObjectId, number: u32) -> Option<u32> {
        let record = T::Register::object(object)?;
        match Self::tree(object, &record).standing(number, Self::now()) {
            Standing::Ended { entry, .. } => Some(entry),
            Standing::InForce | Standing::Expired { .. } | Standing::Unknown => None,
        }
    }

    fn record(object: ObjectId, number: u32, licence: LicenceRecord) {
        Licences::<T>::insert(object, number, licence);
    }
}
