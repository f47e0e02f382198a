//! Rights that the court whose seizure has the first rank transfers by a ruling, or that pass when a pledge is enforced (design
//! section 3). Whether it may, and what becomes of the marks, is judged by the pallet of encumbrances.

use crate::{
    dealings::{numbers, Dealt},
    register::enter,
    transfer::Place,
    Certificates, Config, Error, Objects, Pallet, Rolls,
};
use alloc::vec::Vec;
use quanji_primitives::{
    directory::{RegisterError, RuleBook, RulingRegister},
    filing::TransferReason,
    marks::RightSet,
    rights::Holders,
    v1::{EntryBasis, EntryContent},
    Bounded, ObjectId, OfficerId, PartyId,
};

impl<T: Config> RulingRegister for Pallet<T> {
    fn pass_rights(
        object: ObjectId,
        rights: RightSet,
        to: PartyId,
        reason: TransferReason,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<Vec<u32>, RegisterError> {
        let (dealt, certificate) = Self::passing_by_ruling(object, rights).ok_or(RegisterError::NotFound)?;
        let survivors = dealt.licences.clone();
        let authority = dealt.record.authority;
        let place = Place {
            object,
            authority,
            certificate,
            at: T::Rules::default().now(),
        };
        let passing = dealt.rights.clone();
        let passed = Self::passed(&place, dealt, passing, &Holders::Sole(to));
        let passed = passed.map_err(|error| match error {
            Error::NothingGranted | Error::NotOnCertificate => RegisterError::NotFound,
            _ => RegisterError::Full,
        })?;
        let content = EntryContent::Transferred {
            certificates: passed.certificates(),
            rights: Bounded::truncate_from(passed.rights),
            reason,
            share: None,
            survivors: Bounded::truncate_from(survivors.clone()),
            signatures: Bounded::default(),
            back: None,
        };
        Self::store_written(object, &passed.written);
        enter::<T>(object, passed.written.record, authority, basis, content, officer);
        Ok(survivors)
    }
}

impl<T: Config> Pallet<T> {
    /// The rights, with all that is live in their object, and the one certificate on which they stand.
    fn passing_by_ruling(object: ObjectId, rights: RightSet) -> Option<(Dealt, u32)> {
        let record = Objects::<T>::get(object)?;
        let roll = Rolls::<T>::get(object);
        let (live, in_force) = Self::live_and_in_force(object, &record, &roll);
        let passing: Vec<_> = live
            .iter()
            .filter(|(number, right)| rights.contains(*number) && right.parent.is_none())
            .cloned()
            .collect();
        let (_, first) = passing.first()?;
        let number = first.certificate;
        let one = passing.iter().all(|(_, right)| right.certificate == number);
        let dealt = Dealt {
            certificate: Certificates::<T>::get(object, number)?,
            record,
            roll,
            live,
            in_force,
            rights: passing,
            licences: Self::licences_from(object, rights),
            chain: RightSet::NONE,
            travelling: Vec::new(),
        };
        (one && numbers(&dealt.rights) == rights).then_some((dealt, number))
    }
}
