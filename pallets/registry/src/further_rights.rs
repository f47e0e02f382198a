//! Further kinds of right for the holders of a registered object: same object, same certificate, a higher issue.

use crate::{
    roll::{right_holders, Line, Roll},
    Certificates, Config, Consents, Error, Objects, Pallet, Rolls,
};
use alloc::collections::BTreeSet;
use quanji_primitives::{
    case::Case,
    filing::FirstRegistration,
    once::asked_once,
    regime::Regime,
    rights::{Claim, Holders},
    succession::current_holders,
    v1::{CertificateRecord, ObjectRecord, Outcome},
    CaseId, ObjectId, PartyId,
};

/// The registered object in which further rights are asked for, and the certificate that will list them.
pub(crate) struct Registered {
    pub object: ObjectId,
    pub record: ObjectRecord,
    pub number: u32,
    pub certificate: CertificateRecord,
    /// What is live in the object.
    pub roll: Roll,
    /// Whose certificate it is, as stored: all its rights have the same holders.
    pub own: Holders,
}

impl Registered {
    /// Who holds live rights in the object.
    pub fn holders(&self) -> BTreeSet<PartyId> {
        right_holders(&self.roll)
    }
}

impl<T: Config> Pallet<T> {
    /// The registered object that an application names, when its holders may ask for further rights in it.
    pub(crate) fn ensure_object_fits(
        filing: &FirstRegistration,
        regime: &Regime,
    ) -> Result<Option<Registered>, Error<T>> {
        let Some(object) = filing.object else {
            return Ok(None);
        };
        let fits = |record: &ObjectRecord| {
            record.outcome == Outcome::Live
                && record.authority == filing.authority
                && record.regime.system == filing.regime.system
                && record.facts.kind == filing.facts.kind
        };
        let record = Objects::<T>::get(object)
            .filter(|record| regime.creates_rights && fits(record))
            .ok_or(Error::<T>::ObjectUnfit)?;
        if !filing.participants.is_empty() {
            return Err(Error::<T>::NotTheHolders);
        }
        // NG 21: what may be claimed depends on these; they stay as they were registered.
        let (known, named) = (&record.facts, &filing.facts);
        let same = known.source == named.source
            && known.category == named.category
            && known.public_class == named.public_class
            && known.level == named.level;
        if !same {
            return Err(Error::<T>::ObjectFactsDiffer);
        }
        Self::ensure_certificate_fits(filing, object, record).map(Some)
    }

    /// The same for a case at its entry. Refused kinds that are examined anew are those of a certificate which the object
    /// has: what its holders registered there stands, though a further holder's own data came about otherwise (NG 21).
    pub(crate) fn ensure_object_of_case_fits(
        case: &Case,
        filing: &FirstRegistration,
        regime: &Regime,
    ) -> Result<Option<Registered>, Error<T>> {
        if case.is_examined_anew() {
            Self::ensure_object_is_held(filing)
        } else {
            Self::ensure_object_fits(filing, regime)
        }
    }

    /// The registered object that an application names, when it is live and its holders have a live certificate in it.
    pub(crate) fn ensure_object_is_held(filing: &FirstRegistration) -> Result<Option<Registered>, Error<T>> {
        let Some(object) = filing.object else {
            return Ok(None);
        };
        let record = Objects::<T>::get(object)
            .filter(|record| record.outcome == Outcome::Live)
            .ok_or(Error::<T>::ObjectUnfit)?;
        Self::ensure_certificate_fits(filing, object, record).map(Some)
    }

    /// The certificate under which further rights in `object` would stand: a live one of exactly those who apply, who hold
    /// none of the kinds in force.
    fn ensure_certificate_fits(
        filing: &FirstRegistration,
        object: ObjectId,
        record: ObjectRecord,
    ) -> Result<Registered, Error<T>> {
        let roll = Rolls::<T>::get(object);
        let lines = Self::those_in_force(&record, &roll);
        let applying = Self::holders_now(&filing.holders);
        let current = asked_once(Self::current);
        let is_own =
            |line: &&Line| line.right().is_some() && current_holders(&line.holders, &current) == applying;
        let own = || roll.iter().filter(is_own);
        let in_force = || own().filter(|line| lines.contains(line));
        // Who registered anew after a lapse has several certificates: the one with what is in force comes first.
        let first = in_force().chain(own()).next();
        let (number, certificate, stored) = first
            .and_then(|line| {
                let certificate = Certificates::<T>::get(object, line.certificate)?;
                Some((line.certificate, certificate, line.holders.clone()))
            })
            .filter(|(_, certificate, _)| certificate.outcome == Outcome::Live)
            .ok_or(Error::<T>::NotTheHolders)?;
        // NG 39(2): what is in force is not registered again.
        let kinds = || in_force().filter_map(Line::right).map(|(_, kind)| kind);
        let repeated = |claim: &Claim| kinds().any(|kind| kind == claim.kind);
        if filing.claims.iter().any(repeated) {
            return Err(Error::<T>::RepeatedRegistration);
        }
        Ok(Registered {
            object,
            record,
            number,
            certificate,
            roll,
            own: stored,
        })
    }

    /// The object lists the case as open.
    pub(crate) fn list_case(id: CaseId, object: ObjectId, mut record: ObjectRecord) -> Result<(), Error<T>> {
        record
            .open_cases
            .try_push(id)
            .map_err(|_| Error::<T>::TooManyOpenCases)?;
        Objects::<T>::insert(object, record);
        Ok(())
    }

    /// What an ended case leaves: its object no longer lists it, and consents given within it are void.
    pub(crate) fn unlist_case(id: CaseId, case: &Case) {
        let Some(object) = case.filing.object() else {
            Consents::<T>::remove(case.object);
            return;
        };
        Objects::<T>::mutate(object, |record| {
            if let Some(record) = record {
                record.open_cases.retain(|open| *open != id);
            }
        });
    }
}
