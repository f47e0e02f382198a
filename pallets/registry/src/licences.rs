//! Licences as the register enters them: a right with a parent, its voucher, and the entry. Who may grant, end or report is
//! judged by the pallet of licences.

use crate::{
    entering::{Issued, RIGHTS_MAX},
    entries::next_entry,
    register::enter,
    registrations::lines,
    Certificates, Config, Objects, Pallet, Rights, Rolls,
};
use alloc::{boxed::Box, vec::Vec};
use quanji_primitives::{
    dealing::{Deal, Obstacle},
    directory::{RegisterError, RuleBook},
    marks::{Operation, RightSet},
    rights::Holders,
    terms::{EndCause, UseReport},
    v1::{
        self, CertificateRecord, EntryBasis, EntryContent, LicenceRecord, ObjectRecord, Outcome, RightRecord,
        RightStatus,
    },
    Bounded, ObjectId, OfficerId, PartyId, RightId,
};

/// A right that has not ended.
fn live_right<T: Config>(object: ObjectId, number: u32) -> Result<RightRecord, RegisterError> {
    Rights::<T>::get(object, number)
        .filter(|right| right.status == RightStatus::Live)
        .ok_or(RegisterError::NotFound)
}

/// The right that a licence gives, and its voucher, with the record that counts them.
fn granted<T: Config>(
    record: &mut ObjectRecord,
    (object, parent): (ObjectId, u32),
    licensee: PartyId,
    licence: &LicenceRecord,
) -> Result<(RightRecord, CertificateRecord), RegisterError> {
    let of_parent = live_right::<T>(object, parent)?;
    let (number, certificate) = (record.rights, record.certificates);
    if number >= RIGHTS_MAX || certificate >= RIGHTS_MAX {
        return Err(RegisterError::Full);
    }
    let above = Certificates::<T>::get(object, of_parent.certificate).ok_or(RegisterError::NotFound)?;
    let entry = next_entry(record);
    let right = RightRecord {
        version: v1::VERSION,
        kind: licence.terms.gives,
        holders: Holders::Sole(licensee),
        parent: Some(RightId {
            object,
            index: parent,
        }),
        valid_until: licence.terms.valid_until,
        certificate,
        entry,
        status: RightStatus::Live,
        licences: 0,
    };
    let voucher = CertificateRecord {
        version: v1::VERSION,
        number: above.number.voucher(number).ok_or(RegisterError::NotFound)?,
        issue: 1,
        rights: Bounded::truncate_from(alloc::vec![number]),
        entry,
        issued_at: T::Rules::default().now(),
        outcome: Outcome::Live,
        without_rights: None,
    };
    record.rights = number.saturating_add(1);
    record.certificates = certificate.saturating_add(1);
    Ok((right, voucher))
}

/// Enters a licence.
pub(crate) fn add<T: Config>(
    object: ObjectId,
    parent: u32,
    licensee: PartyId,
    licence: &LicenceRecord,
    basis: EntryBasis,
) -> Result<u32, RegisterError> {
    let mut record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
    let (right, voucher) = granted::<T>(&mut record, (object, parent), licensee, licence)?;
    let number = record.rights.saturating_sub(1);
    let rights = [(number, right.clone())];
    let issued = [Issued {
        number: right.certificate,
        certificate: voucher.clone(),
        holders: alloc::vec![licensee],
    }];
    let roll = Pallet::<T>::ensure_room(Rolls::<T>::get(object), lines(&rights, &issued))
        .map_err(|_| RegisterError::Full)?;
    Rights::<T>::mutate(object, parent, |right| {
        if let Some(right) = right {
            right.licences = right.licences.saturating_add(1);
        }
    });
    Pallet::<T>::store_registration(object, roll, &rights, &issued);
    let content = EntryContent::Licensed {
        number,
        right,
        licence: Box::new(licence.clone()),
        voucher,
        signatures: Bounded::default(),
    };
    let authority = record.authority;
    enter::<T>(object, record, authority, basis, content, None);
    Ok(number)
}

/// Ends a licence and its voucher.
pub(crate) fn end<T: Config>(
    object: ObjectId,
    number: u32,
    (cause, fallen): (EndCause, Vec<u32>),
    basis: EntryBasis,
    officer: Option<OfficerId>,
) -> Result<(), RegisterError> {
    let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
    let right = live_right::<T>(object, number)?;
    let voucher = Certificates::<T>::get(object, right.certificate).ok_or(RegisterError::NotFound)?;
    let entry = next_entry(&record);
    let outcome = Outcome::Ended(entry);
    let voucher = CertificateRecord { outcome, ..voucher };
    let (certificate, status) = (right.certificate, RightStatus::Ended(entry));
    Rights::<T>::insert(object, number, RightRecord { status, ..right });
    Certificates::<T>::insert(object, certificate, voucher.clone());
    Pallet::<T>::strike(object, RightSet::NONE.with(number));
    let content = EntryContent::LicenceEnded {
        number,
        cause,
        // An object has at most as many rights.
        fallen: Bounded::truncate_from(fallen),
        voucher,
    };
    let authority = record.authority;
    enter::<T>(object, record, authority, basis, content, officer);
    Ok(())
}

/// Enters a report of use.
pub(crate) fn report<T: Config>(
    object: ObjectId,
    number: u32,
    (report, over): (UseReport, Option<u64>),
    basis: EntryBasis,
) -> Result<(), RegisterError> {
    let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
    Rights::<T>::get(object, number).ok_or(RegisterError::NotFound)?;
    let content = EntryContent::UseReported { number, report, over };
    let (authority, officer) = (record.authority, None);
    enter::<T>(object, record, authority, basis, content, officer);
    Ok(())
}

/// What stands in the way of an operation on `rights` now, by the effect matrix of the object's regime version.
pub(crate) fn obstacles<T: Config>(
    object: ObjectId,
    rights: RightSet,
    operation: Operation,
) -> Vec<Obstacle> {
    let judged = Pallet::<T>::judge_deal(object, &Deal::of_party(operation, rights));
    // Without an object there is no mark.
    judged.ok().and_then(Result::err).unwrap_or_default()
}
