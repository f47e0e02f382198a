//! Import of earlier registrations of other systems, and their review (NG 41).

use crate::{
    entering::Issued,
    entries::append_entry,
    registrations::{empty_object, lines, new_right},
    roll::Roll,
    Config, EarlierNumbers, Error, Objects, Pallet, Rights,
};
use alloc::{boxed::Box, vec::Vec};
use quanji_primitives::{
    authority::OfficerRole,
    case::Signed,
    certificate_number::{CertificateNumber, ExternalNumber},
    clock::Moment,
    directory::{AuthorityDirectory, RuleBook},
    imported::{EarlierRegistration, Imported},
    object::ObjectKind,
    regime::Regime,
    rights::RightKind,
    text_rules,
    v1::{self, CertificateRecord, EntryBasis, EntryContent, ObjectRecord, Outcome, RightRecord},
    AuthorityId, Bounded, ObjectId, OfficerId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// The officer of `account` with `role` at a listed `authority`, if neither has an interest in what concerns `parties`
    /// (NG 10(7), 38).
    fn ensure_officer_of(
        account: &T::AccountId,
        authority: AuthorityId,
        role: OfficerRole,
        parties: &[PartyId],
    ) -> Result<OfficerId, Error<T>> {
        let (id, officer) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotAnOfficer)?;
        if officer.authority != authority {
            return Err(Error::<T>::WrongAuthority);
        }
        if !officer.may(role) {
            return Err(Error::<T>::RoleMissing);
        }
        if !T::Authorities::is_listed(authority) {
            return Err(Error::<T>::AuthorityNotListed);
        }
        if let [first, others @ ..] = parties {
            Self::ensure_not_own_case(authority, *first, others)?;
        }
        Self::ensure_without_interest(&officer, parties.iter().copied())?;
        Ok(id)
    }

    /// Numbers, days and facts as an import needs them. What was checked once is not checked again.
    fn ensure_earlier_fits(earlier: &EarlierRegistration, now: Moment) -> Result<Regime, Error<T>> {
        let regime = T::Rules::default()
            .regime(earlier.regime)
            .ok_or(Error::<T>::RegimeNotFound)?;
        if !regime.is_effective(now) {
            return Err(Error::<T>::RegimeNotEffective);
        }
        if !regime.creates_rights {
            return Err(Error::<T>::NoRightsCreated);
        }
        // Design section 4, rule 5: no number of a person, no free text.
        let fits = |number: &ExternalNumber| {
            number.is_valid() && text_rules::check(number.as_str().as_bytes()).is_ok()
        };
        if !fits(&earlier.number) || !fits(&earlier.scheme) {
            return Err(Error::<T>::EarlierNumberUnfit);
        }
        if EarlierNumbers::<T>::contains_key((earlier.scheme, earlier.number)) {
            return Err(Error::<T>::AlreadyImported);
        }
        // NG 42: "within" includes the last day.
        if !(earlier.registered_on < now.day() && now.day() <= earlier.valid_through) {
            return Err(Error::<T>::EarlierDaysUnfit);
        }
        Self::ensure_data_may_be_registered(&earlier.facts, &regime)?;
        Self::ensure_facts_are_coded(&earlier.facts, &earlier.fingerprints)?;
        Self::ensure_personal_basis(&earlier.facts)?;
        Ok(regime)
    }

    fn ensure_can_import(
        account: &T::AccountId,
        earlier: &EarlierRegistration,
        now: Moment,
    ) -> Result<OfficerId, Error<T>> {
        let parties = earlier.holders.parties();
        let officer = Self::ensure_officer_of(account, earlier.authority, OfficerRole::Registrar, &parties)?;
        let regime = Self::ensure_earlier_fits(earlier, now)?;
        // Where the earlier system did not ask for the lineage of a product, none is named.
        if earlier.facts.kind == ObjectKind::Resource || !earlier.facts.lineage.is_empty() {
            Self::ensure_lineage_is_registered(&earlier.facts)?;
        }
        if !RightKind::ALL.iter().any(|kind| earlier.kinds.contains(*kind)) {
            return Err(Error::<T>::ClaimMissing);
        }
        earlier.holders.check().map_err(|_| Error::<T>::HoldersUnfit)?;
        Self::ensure_admitted(&parties)?;
        let matches = Self::matches(&earlier.fingerprints, None);
        Self::ensure_new(&matches, &parties, earlier.facts.category, &regime)?;
        // NG 21, 22(3): what matches an earlier object is filed, so that an examiner records a finding.
        matches
            .is_empty()
            .then_some(officer)
            .ok_or(Error::<T>::MatchFindingMissing)
    }

    /// Imports an earlier registration: object, rights, and a certificate with the earlier number.
    pub(crate) fn do_import(account: &T::AccountId, earlier: EarlierRegistration) -> Result<(), Error<T>> {
        Self::ensure_earlier_fits_one_entry(&earlier)?;
        Self::import_of_any_size(account, earlier)
    }

    /// Imports what may be larger than an entry can be; what a part of it costs is measured so.
    pub(crate) fn import_of_any_size(
        account: &T::AccountId,
        earlier: EarlierRegistration,
    ) -> Result<(), Error<T>> {
        let now = T::Rules::default().now();
        let officer = Self::ensure_can_import(account, &earlier, now)?;
        let authority = earlier.authority;
        let object = Self::draw_serial(authority)
            .and_then(|serial| ObjectId::new(authority, serial))
            .ok_or(Error::<T>::SerialsExhausted)?;
        let (mut record, rights, issued) = imported(&earlier, Signed { officer, at: now });
        let records: Vec<_> = rights.iter().map(|(_, right)| right.clone()).collect();
        let content = EntryContent::Imported {
            earlier: Box::new(earlier.clone()),
            rights: Bounded::truncate_from(records),
            certificate: issued.certificate.clone(),
        };
        let basis = EntryBasis::Import(officer);
        let entry = append_entry(
            object,
            &mut record,
            authority,
            earlier.regime,
            now,
            basis,
            content,
        );
        EarlierNumbers::<T>::insert((earlier.scheme, earlier.number), (object, issued.number));
        let roll = Self::ensure_room(Roll::default(), lines(&rights, &[]))?;
        Self::store_registration(object, roll, &rights, &[issued]);
        Self::link_sources(object, &record.facts);
        Self::add_fingerprints(object, &mut record, &earlier.fingerprints);
        Self::store_entry(Some(officer), record, entry);
        Ok(())
    }

    fn ensure_can_review_import(
        account: &T::AccountId,
        object: ObjectId,
    ) -> Result<(OfficerId, ObjectRecord, Imported), Error<T>> {
        let record = Objects::<T>::get(object).ok_or(Error::<T>::ObjectNotFound)?;
        // What was imported has the first numbers; all of it has the same holders.
        let parties = Rights::<T>::get(object, 0).map_or_else(Vec::new, |right| right.holders.parties());
        let officer = Self::ensure_officer_of(account, record.authority, OfficerRole::Reviewer, &parties)?;
        let imported = record
            .imported
            .filter(|imported| imported.reviewed.is_none() && imported.imported.officer != officer)
            .ok_or(Error::<T>::ImportNotReviewable)?;
        Ok((officer, record, imported))
    }

    /// Records that another officer reviewed an import.
    pub(crate) fn do_review_import(account: &T::AccountId, object: ObjectId) -> Result<(), Error<T>> {
        let (officer, mut record, imported) = Self::ensure_can_review_import(account, object)?;
        let now = T::Rules::default().now();
        let reviewed = Imported {
            reviewed: Some(Signed { officer, at: now }),
            ..imported
        };
        record.imported = Some(reviewed);
        let (authority, regime) = (record.authority, record.regime);
        let basis = EntryBasis::Import(officer);
        let content = EntryContent::ImportReviewed(reviewed);
        let entry = append_entry(object, &mut record, authority, regime, now, basis, content);
        Self::store_entry(Some(officer), record, entry);
        Ok(())
    }
}

/// Object, rights and certificate of an import, before its entry.
fn imported(
    earlier: &EarlierRegistration,
    signed: Signed,
) -> (ObjectRecord, Vec<(u32, RightRecord)>, Issued) {
    let kinds = RightKind::ALL
        .into_iter()
        .filter(|kind| earlier.kinds.contains(*kind));
    let until = earlier.valid_through.end();
    let rights: Vec<_> = (0..)
        .zip(kinds)
        .map(|(number, kind)| (number, new_right(kind, &earlier.holders, until, 0, 1)))
        .collect();
    let certificate = CertificateRecord {
        version: v1::VERSION,
        number: CertificateNumber::Earlier(earlier.number),
        issue: 1,
        rights: Bounded::truncate_from(rights.iter().map(|(number, _)| *number).collect()),
        entry: 1,
        issued_at: signed.at,
        outcome: Outcome::Live,
        without_rights: None,
    };
    let record = ObjectRecord {
        imported: Some(Imported {
            scheme: earlier.scheme,
            registered_on: earlier.registered_on,
            checks: earlier.checks,
            file: earlier.file,
            imported: signed,
            reviewed: None,
        }),
        rights: u32::try_from(rights.len()).unwrap_or(0),
        certificates: 1,
        ..empty_object(
            earlier.authority,
            earlier.regime,
            earlier.facts.clone(),
            signed.at,
        )
    };
    let issued = Issued {
        number: 0,
        certificate,
        holders: earlier.holders.parties(),
    };
    (record, rights, issued)
}
