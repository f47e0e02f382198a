//! Further kinds of right for the holders of a registered object: same object, same certificate, a higher issue.

use crate::{Certificates, Config, Consents, Error, Objects, Pallet};
use alloc::collections::BTreeSet;
use quanji_primitives::{
    case::Case,
    directory::RuleBook,
    filing::FirstRegistration,
    regime::Regime,
    rights::{Claim, Holders},
    v1::{CertificateRecord, ObjectRecord, Outcome},
    CaseId, ObjectId, PartyId,
};

/// The registered object in which further rights are asked for, and the certificate that will list them.
pub(crate) struct Registered {
    pub object: ObjectId,
    pub record: ObjectRecord,
    pub number: u32,
    pub certificate: CertificateRecord,
    /// Whose certificate it is, as stored: all its rights have the same holders.
    pub own: Holders,
    /// Who holds live rights in the object.
    pub holders: BTreeSet<PartyId>,
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
        let rights = Self::live_rights(object);
        let now = T::Rules::default().now();
        let applying = Self::holders_now(&filing.holders);
        let own = || {
            rights
                .iter()
                .filter(|(_, right)| Self::holders_now(&right.holders) == applying)
        };
        let in_force = || own().filter(|(_, right)| now < right.valid_until);
        // Who registered anew after a lapse has several certificates: the one with what is in force comes first.
        let first = in_force().chain(own()).map(|(_, right)| right).next();
        let (number, certificate, stored) = first
            .and_then(|right| {
                let number = right.certificate;
                Some((
                    number,
                    Certificates::<T>::get(object, number)?,
                    right.holders.clone(),
                ))
            })
            .filter(|(_, certificate, _)| certificate.outcome == Outcome::Live)
            .ok_or(Error::<T>::NotTheHolders)?;
        // NG 39(2): what is in force is not registered again.
        let repeated = |claim: &Claim| in_force().any(|(_, right)| right.kind == claim.kind);
        if filing.claims.iter().any(repeated) {
            return Err(Error::<T>::RepeatedRegistration);
        }
        let holders = rights.iter().flat_map(|(_, right)| right.holders.parties());
        Ok(Some(Registered {
            object,
            record,
            number,
            certificate,
            own: stored,
            holders: holders.collect(),
        }))
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
