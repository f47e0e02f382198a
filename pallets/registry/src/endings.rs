//! Rights that end, and what ends or falls with them: certificates and licences. The record of each stays (S022).

use crate::{entries::next_entry, roll::Roll, Certificates, Config, Pallet, Rights, Rolls};
use alloc::vec::Vec;
use quanji_primitives::{
    clock::Moment,
    directory::{RegisterError, ENDED_AT_ONCE_MAX},
    marks::RightSet,
    v1::{CertificateRecord, ObjectRecord, Outcome, RightRecord, RightStatus},
    Bounded, ObjectId,
};

/// What an entry that ends rights writes.
pub(crate) struct Ends {
    /// The rights, ended.
    pub rights: Vec<(u32, RightRecord)>,
    /// Their certificates: a new issue without them, or ended with the last of them.
    pub certificates: Bounded<(u32, CertificateRecord), 16>,
    /// The licences in force below them, which are so no longer.
    pub fallen: Vec<u32>,
    /// What is live after it.
    pub roll: Roll,
}

impl<T: Config> Pallet<T> {
    /// What the end of `rights` at `at` writes; all are live until then. Without rights, the registration ends as a whole.
    pub(crate) fn ends(
        object: ObjectId,
        record: &ObjectRecord,
        rights: RightSet,
        at: Moment,
    ) -> Result<Ends, RegisterError> {
        let roll = Rolls::<T>::get(object);
        let entry = next_entry(record);
        let ended = ended_rights::<T>(object, rights, entry)?;
        let mut numbers: Vec<u32> = if rights == RightSet::NONE {
            let registrations = roll.iter().filter(|line| line.number().is_none());
            registrations.map(|line| line.certificate).collect()
        } else {
            ended.iter().map(|(_, right)| right.certificate).collect()
        };
        numbers.sort_unstable();
        numbers.dedup();
        if numbers.is_empty() {
            return Err(RegisterError::NotFound);
        }
        let certificates = certificates_without::<T>(object, &numbers, rights, (entry, at))?;
        Ok(Ends {
            fallen: Self::falling_with(object, rights),
            rights: ended,
            roll: roll_without(roll, rights, &certificates),
            certificates,
        })
    }

    /// Writes it.
    pub(crate) fn store_ends(object: ObjectId, ends: &Ends) {
        for (number, right) in &ends.rights {
            Rights::<T>::insert(object, number, right);
        }
        for (number, certificate) in &ends.certificates {
            Certificates::<T>::insert(object, number, certificate);
        }
        Rolls::<T>::insert(object, &ends.roll);
    }
}

/// The roll after `rights`, and what the ended ones of `certificates` show without rights, have ended.
pub(crate) fn roll_without(
    mut roll: Roll,
    rights: RightSet,
    certificates: &[(u32, CertificateRecord)],
) -> Roll {
    let ended = |number: u32| {
        certificates
            .iter()
            .any(|(known, certificate)| *known == number && certificate.outcome != Outcome::Live)
    };
    roll.retain(|line| match line.number() {
        Some(number) => !rights.contains(number),
        None => !ended(line.certificate),
    });
    roll
}

/// A certificate after `rights` have ended by `entry`: without them, or ended with the last of them.
pub(crate) fn certificate_without(
    mut certificate: CertificateRecord,
    rights: RightSet,
    (entry, at): (u32, Moment),
) -> CertificateRecord {
    if certificate.rights.iter().all(|right| rights.contains(*right)) {
        certificate.outcome = Outcome::Ended(entry);
    } else {
        certificate.rights.retain(|right| !rights.contains(*right));
        certificate.issue = certificate.issue.saturating_add(1);
        certificate.entry = entry;
        certificate.issued_at = at;
    }
    certificate
}

/// The rights as they stand after their end by `entry`; all are live until then, and no more than one entry can write.
fn ended_rights<T: Config>(
    object: ObjectId,
    rights: RightSet,
    entry: u32,
) -> Result<Vec<(u32, RightRecord)>, RegisterError> {
    if rights.numbers().count() > ENDED_AT_ONCE_MAX {
        return Err(RegisterError::Full);
    }
    rights
        .numbers()
        .map(|number| {
            let right = Rights::<T>::get(object, number).filter(|right| right.status == RightStatus::Live)?;
            let status = RightStatus::Ended(entry);
            Some((number, RightRecord { status, ..right }))
        })
        .collect::<Option<Vec<_>>>()
        .ok_or(RegisterError::NotFound)
}

fn certificates_without<T: Config>(
    object: ObjectId,
    numbers: &[u32],
    rights: RightSet,
    by: (u32, Moment),
) -> Result<Bounded<(u32, CertificateRecord), 16>, RegisterError> {
    let changed = numbers
        .iter()
        .map(|number| {
            let certificate = Certificates::<T>::get(object, number).ok_or(RegisterError::NotFound)?;
            Ok((*number, certificate_without(certificate, rights, by)))
        })
        .collect::<Result<Vec<_>, RegisterError>>()?;
    changed.try_into().map_err(|_| RegisterError::Full)
}
