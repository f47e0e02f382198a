//! Further kinds of right for the holders of a registered object: same object, same certificate, a higher issue.

use crate::{Certificates, Config, Consents, Error, Objects, Pallet, Rights};
use quanji_primitives::{
    case::Case,
    filing::FirstRegistration,
    regime::Regime,
    rights::Holders,
    v1::{CertificateRecord, ObjectRecord, Outcome},
    CaseId, ObjectId,
};

/// The registered object in which further rights are asked for, and the certificate that will list them.
pub(crate) struct Registered {
    pub object: ObjectId,
    pub record: ObjectRecord,
    pub number: u32,
    pub certificate: CertificateRecord,
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
        let (number, certificate) =
            Self::certificate_of(object, &record, &filing.holders).ok_or(Error::<T>::NotTheHolders)?;
        let held = Self::rights_in_force(object);
        let repeated = filing.claims.iter().any(|claim| {
            held.iter()
                .any(|(_, right)| right.kind == claim.kind && right.holders == filing.holders)
        });
        // NG 39(2): what is in force is not registered again.
        if repeated {
            return Err(Error::<T>::RepeatedRegistration);
        }
        Ok(Some(Registered {
            object,
            record,
            number,
            certificate,
        }))
    }

    /// The live certificate of exactly these holders.
    fn certificate_of(
        object: ObjectId,
        record: &ObjectRecord,
        holders: &Holders,
    ) -> Option<(u32, CertificateRecord)> {
        let of_holders = |certificate: &CertificateRecord| {
            certificate
                .rights
                .first()
                .and_then(|number| Rights::<T>::get(object, number))
                .is_some_and(|right| right.holders == *holders)
        };
        (0..record.certificates)
            .filter_map(|number| Some((number, Certificates::<T>::get(object, number)?)))
            .find(|(_, certificate)| certificate.outcome == Outcome::Live && of_holders(certificate))
    }

    /// The object lists the case as open.
    pub(crate) fn list_case(id: CaseId, mut registered: Registered) -> Result<(), Error<T>> {
        registered
            .record
            .open_cases
            .try_push(id)
            .map_err(|_| Error::<T>::TooManyOpenCases)?;
        Objects::<T>::insert(registered.object, registered.record);
        Ok(())
    }

    /// What an ended case leaves: its object no longer lists it, and consents given within it, at most `CONSENTS_MAX`, are
    /// void.
    pub(crate) fn unlist_case(id: CaseId, case: &Case) {
        let Some(object) = case.filing.object else {
            let _ = Consents::<T>::clear_prefix((case.object,), u32::MAX, None);
            return;
        };
        Objects::<T>::mutate(object, |record| {
            if let Some(record) = record {
                record.open_cases.retain(|open| *open != id);
            }
        });
    }
}
