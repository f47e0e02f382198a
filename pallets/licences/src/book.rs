//! Licences that a case of the register grants: the same rules of terms, parents and exclusivity.

use crate::{granting::Grantable, Config, Error, Licences, Pallet};
use alloc::vec::Vec;
use quanji_primitives::{
    dealing::Cause,
    directory::{LicenceBook, Register, RuleBook},
    terms::{LicenceFiling, LicensedRight, Standing},
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

    fn in_the_way(object: ObjectId, parent: u32) -> Vec<Cause> {
        let (now, rules) = (Self::now(), T::Rules::default());
        let Ok(record) = Self::live_object(object) else {
            return Vec::new();
        };
        let Some(regime) = rules.regime(record.regime) else {
            return Vec::new();
        };
        let tree = Self::tree(object, &record);
        match Self::ensure_parent(&tree, parent, &regime, now) {
            Ok(()) => {}
            Err(Error::NoRightsToLicense) => return alloc::vec![Cause::NotInRegime],
            Err(Error::OperatingRightNeeded) => return alloc::vec![Cause::NoPowerToDispose],
            Err(_) => return not_in_force(tree.standing(parent, now)),
        }
        let excluding = tree.beside(parent, now).filter(|other| other.excludes_others());
        excluding.flat_map(licence).collect()
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

/// A licence that stands in the way, by each who holds it.
fn licence(other: &LicensedRight) -> Vec<Cause> {
    let right = other.number;
    let holders = other.right.holders.parties().into_iter();
    holders
        .map(|licensee| Cause::Licence { right, licensee })
        .collect()
}

/// Why a right is not in force.
fn not_in_force(standing: Standing) -> Vec<Cause> {
    match standing {
        Standing::Ended { right, entry } => alloc::vec![Cause::Ended { right, entry }],
        Standing::Expired { right, .. } => alloc::vec![Cause::Lapsed { right }],
        Standing::InForce | Standing::Unknown => Vec::new(),
    }
}
