//! Entry: whether a decided case may be entered now, and the writing of what it brings into being.

use crate::{
    claims::grants, consents::Key, examination::registered_object, further_rights::Registered, roll::Roll,
    who::Acting, workload::Ending, Cases, CertificateByNumber, Certificates, Config, Derived, EntryOfCase,
    Error, Fingerprints, HoldingCount, Holdings, LastNumber, ObjectByFingerprint, Objects, Pallet, Rights,
    Rolls,
};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    authority::OfficerRole,
    case::{
        object_of_first_registration, Case, Examination, MatchFinding, Reference, Refusal, Signed, Stage,
    },
    certificate_number::{CertificateNumber, ExternalNumber},
    clock::Moment,
    object::{Fingerprint, ObjectFacts, Source},
    regime::{Completion, NumberForm, Regime},
    text_rules,
    v1::{CertificateRecord, ObjectRecord, RightRecord},
    written_notice::RefusalLetter,
    CaseId, ObjectId, PartyId,
};

/// The most rights, and the most certificates, one object may have.
pub const RIGHTS_MAX: u32 = 64;

/// Where an entry is made.
pub(crate) enum Target {
    /// In a new object.
    NewObject,
    /// In an earlier object, for a further lawful holder (NG 21, last paragraph).
    FurtherHolder(ObjectId, ObjectRecord),
    /// In the object that the application names, under its holders' certificate.
    FurtherRights(Registered),
}

impl Target {
    /// Who holds live rights in the registered `object`.
    fn holders<T: Config>(&self, object: ObjectId) -> BTreeSet<PartyId> {
        match self {
            Self::FurtherRights(registered) => registered.holders(),
            Self::NewObject | Self::FurtherHolder(..) => Pallet::<T>::holders_of_live_rights(object),
        }
    }
}

/// A case that may be entered now, with what the entry needs.
pub(crate) struct Ready {
    pub acting: Acting,
    pub regime: Regime,
    /// When the registration is complete: now, or with the receipt of the national system (NG 26).
    pub at: Moment,
    pub receipt: Option<Reference>,
    pub result_code: Option<CertificateNumber>,
    pub examination: Examination,
    pub examiner: Signed,
    pub approver: Signed,
    pub target: Target,
    /// Consents that the entry uses.
    pub consents: Vec<Key>,
    /// The refusal of claimed kinds, if some were refused.
    pub refusal: Option<Refusal>,
}

impl<T: Config> Pallet<T> {
    fn ensure_can_enter(
        account: &T::AccountId,
        case: &Case,
        receipt: Option<Reference>,
        result_code: Option<ExternalNumber>,
        letter: Option<RefusalLetter>,
    ) -> Result<Ready, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        Self::ensure_stage(case, &[Stage::InNotice])?;
        Self::ensure_goes_on(case)?;
        let notice = case.notice.ok_or(Error::<T>::WrongStage)?;
        // NG 24: not before the notice has ended.
        if !notice.has_ended(acting.now) {
            return Err(Error::<T>::NoticeNotEnded);
        }
        Self::ensure_no_objection_stands(case)?;
        // Nothing is entered without a decided case.
        let (examination, examiner) = case.examination.clone().ok_or(Error::<T>::WrongStage)?;
        let approver = case.approval.ok_or(Error::<T>::WrongStage)?;
        let regime = Self::regime_of(case)?;
        if !grants(&examination, &regime) {
            return Err(Error::<T>::NothingGranted);
        }
        let decided = case.objections.iter().filter_map(|objection| objection.result);
        let earliest = decided.fold(notice.due.day.end(), |latest, (_, _, signed)| {
            latest.max(signed.at)
        });
        let at = Self::completed_at(&regime, receipt, earliest, acting.now)?;
        let result_code = Self::result_code(&regime, result_code)?;
        let target = Self::target(case, &examination, &regime)?;
        let registered = registered_object(case, &examination, case.matches);
        let needing = Self::ensure_grants_are_claimable(case, &examination, &regime, registered)?;
        let consents =
            Self::ensure_consented(case, &needing, registered, |object| target.holders::<T>(object))?;
        Self::ensure_not_typed_in_by(acting.officer, &consents)?;
        let refusal = Self::refusal_of_kinds(case, &examination, &acting, letter)?;
        Ok(Ready {
            acting,
            regime,
            at,
            receipt,
            result_code,
            examination,
            examiner,
            approver,
            target,
            consents,
            refusal,
        })
    }

    /// NG 26: a registration is complete with its entry, or with the receipt of the national system where the regime says
    /// so; that lies after the notice and the last decision on an objection in it.
    fn completed_at(
        regime: &Regime,
        receipt: Option<Reference>,
        earliest: Moment,
        now: Moment,
    ) -> Result<Moment, Error<T>> {
        match (regime.completion, receipt) {
            (Completion::Local, None) => Ok(now),
            (Completion::NationalSystem, Some(receipt)) if (earliest..=now).contains(&receipt.at) => {
                Ok(receipt.at)
            }
            (Completion::NationalSystem, None) => Err(Error::<T>::NationalReferenceMissing),
            (Completion::NationalSystem, Some(_)) => Err(Error::<T>::NationalTimeUnfit),
            (Completion::Local, Some(_)) => Err(Error::<T>::NationalReferenceUnfit),
        }
    }

    /// PD 13: a query code, given once, where the regime gives one.
    fn result_code(
        regime: &Regime,
        code: Option<ExternalNumber>,
    ) -> Result<Option<CertificateNumber>, Error<T>> {
        let fits =
            |code: &ExternalNumber| code.is_valid() && text_rules::check(code.as_str().as_bytes()).is_ok();
        let number = match (regime.number_form, code) {
            (NumberForm::NationalAnnex6, None) => return Ok(None),
            (NumberForm::QueryCode, Some(code)) if fits(&code) => CertificateNumber::QueryCode(code),
            _ => return Err(Error::<T>::ResultCodeUnfit),
        };
        (!CertificateByNumber::<T>::contains_key(number))
            .then_some(Some(number))
            .ok_or(Error::<T>::ResultCodeUnfit)
    }

    /// Where the entry is made. What was registered since the examination counts as well.
    fn target(case: &Case, examination: &Examination, regime: &Regime) -> Result<Target, Error<T>> {
        let registered = Self::ensure_object_of_case_fits(case, regime)?;
        let matches = Self::ensure_not_registered_before(&case.filing, regime)?;
        let coexisting = examination.match_finding == Some(MatchFinding::CoexistingHolder);
        if matches != case.matches || matches.is_some() != coexisting {
            return Err(Error::<T>::MatchedMeanwhile);
        }
        match (registered, matches) {
            (Some(registered), _) => Ok(Target::FurtherRights(registered)),
            (None, Some(object)) => {
                let record = Objects::<T>::get(object).ok_or(Error::<T>::MatchedMeanwhile)?;
                Ok(Target::FurtherHolder(object, record))
            }
            (None, None) => Ok(Target::NewObject),
        }
    }

    /// Enters a case: writes object, rights and certificates, and removes the case, unless claimed kinds were refused.
    pub(crate) fn do_enter(
        account: &T::AccountId,
        id: CaseId,
        receipt: Option<Reference>,
        result_code: Option<ExternalNumber>,
        letter: Option<RefusalLetter>,
    ) -> Result<(), Error<T>> {
        let case = Self::open_case(id)?;
        let ready = Self::ensure_can_enter(account, &case, receipt, result_code, letter)?;
        let (officer, at, refusal) = (ready.acting.officer, ready.at, ready.refusal);
        let consents = ready.consents.clone();
        let mut new = Self::registration(id, &case, ready)?;
        Self::store_registration(new.object, new.roll, &new.rights, &new.certificates);
        if let Some((authority, numbering)) = new.numbering {
            LastNumber::<T>::insert(authority, numbering);
        }
        if new.entry.no.number == 1 {
            Self::link_sources(new.object, &new.record.facts);
        }
        Self::add_fingerprints(new.object, &mut new.record, &case.filing.fingerprints);
        Self::use_consents(&consents);
        new.record.open_cases.retain(|open| *open != id);
        // A registration is complete with its receipt: the days until its entry here do not count.
        Self::record_end(&case, Ending::Entered, at);
        if new.entry.no.object != object_of_first_registration(id) {
            EntryOfCase::<T>::insert(id, new.entry.no);
        }
        Self::store_entry_with(Some(officer), new.record, new.entry, letter);
        Self::unlist_case(id, &case);
        Self::keep_or_remove(id, case, refusal);
        Ok(())
    }

    /// S046: the case of refused kinds stays for their re-assessment; an entered case is removed otherwise.
    fn keep_or_remove(id: CaseId, case: Case, refusal: Option<Refusal>) {
        if refusal.is_none() {
            Cases::<T>::remove(id);
            return;
        }
        let stage = Stage::PartlyRefused;
        Cases::<T>::insert(
            id,
            Case {
                stage,
                refusal,
                ..case
            },
        );
    }

    /// Writes rights and certificates under their numbers, with the roll after them and every index.
    pub(crate) fn store_registration(
        object: ObjectId,
        roll: Roll,
        rights: &[(u32, RightRecord)],
        certificates: &[Issued],
    ) {
        Rolls::<T>::insert(object, roll);
        for (number, right) in rights {
            Rights::<T>::insert(object, number, right);
        }
        for issued in certificates {
            Certificates::<T>::insert(object, issued.number, &issued.certificate);
            // A higher issue of a certificate is found already.
            if issued.certificate.issue > 1 {
                continue;
            }
            // Only schemes of earlier registrations may have given one number twice; the first stays its index.
            if !CertificateByNumber::<T>::contains_key(issued.certificate.number) {
                CertificateByNumber::<T>::insert(issued.certificate.number, (object, issued.number));
            }
            for party in &issued.holders {
                Self::add_holding(*party, object, issued.number);
            }
        }
    }

    fn add_holding(party: PartyId, object: ObjectId, certificate: u32) {
        let number = HoldingCount::<T>::get(party);
        Holdings::<T>::insert(party, number, (object, certificate));
        HoldingCount::<T>::insert(party, number.saturating_add(1));
    }

    /// S002: each registered source counts what was made from it, once however many of its rights are named.
    pub(crate) fn link_sources(object: ObjectId, facts: &ObjectFacts) {
        let sources: BTreeSet<ObjectId> = facts
            .lineage
            .iter()
            .filter_map(|source| match source {
                Source::Right(right) => Some(right.object),
                Source::Object(source) => Some(*source),
                Source::Unregistered(_) => None,
            })
            .collect();
        for source in sources {
            Objects::<T>::mutate(source, |of_source| {
                let Some(of_source) = of_source else { return };
                Derived::<T>::insert(source, of_source.derived, object);
                of_source.derived = of_source.derived.saturating_add(1);
            });
        }
    }

    /// Adds fingerprints that the object does not have yet; the first object with a fingerprint stays its index.
    pub(crate) fn add_fingerprints(
        object: ObjectId,
        record: &mut ObjectRecord,
        fingerprints: &[Fingerprint],
    ) {
        for fingerprint in fingerprints {
            if ObjectByFingerprint::<T>::contains_key(fingerprint.digest) {
                continue;
            }
            ObjectByFingerprint::<T>::insert(fingerprint.digest, object);
            Fingerprints::<T>::insert(object, record.fingerprints, fingerprint);
            record.fingerprints = record.fingerprints.saturating_add(1);
        }
    }
}

/// A certificate under its number in the object, with the holders among whose holdings it stands.
pub(crate) struct Issued {
    pub number: u32,
    pub certificate: CertificateRecord,
    pub holders: Vec<PartyId>,
}
