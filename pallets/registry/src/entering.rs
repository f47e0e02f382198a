//! Entry: whether a decided case may be entered now, and the writing of what every entry writes alike.

use crate::{
    claims::grants, roll::Roll, who::Acting, Cases, CertificateByNumber, Certificates, Config, Derived,
    Error, Fingerprints, HoldingCount, Holdings, ObjectByFingerprint, Objects, Pallet, Rights, Rolls,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::pallet_prelude::DispatchError;
use quanji_primitives::{
    authority::OfficerRole,
    case::{Case, Examination, Reference, Refusal, Signed, Stage},
    certificate_number::ExternalNumber,
    clock::Moment,
    filing::Application,
    object::{Fingerprint, ObjectFacts, Source},
    regime::{Completion, Regime},
    v1::{CertificateRecord, ObjectRecord, RightRecord},
    written_notice::RefusalLetter,
    CaseId, ObjectId, PartyId,
};

/// The most rights, and the most certificates, one object may have.
pub const RIGHTS_MAX: u32 = 64;

/// A decided case whose notice has ended, with the persons who decided it.
pub(crate) struct Decided {
    pub acting: Acting,
    pub regime: Regime,
    /// When the registration is complete: now, or with the receipt of the national system (NG 26).
    pub at: Moment,
    pub receipt: Option<Reference>,
    pub examination: Examination,
    pub examiner: Signed,
    pub approver: Signed,
    /// The refusal of claimed kinds, if some were refused.
    pub refusal: Option<Refusal>,
    /// Its written notice.
    pub letter: Option<RefusalLetter>,
}

impl<T: Config> Pallet<T> {
    fn ensure_decided(
        account: &T::AccountId,
        case: &Case,
        receipt: Option<Reference>,
        letter: Option<RefusalLetter>,
    ) -> Result<Decided, Error<T>> {
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
        if !grants(case, &examination) {
            return Err(Error::<T>::NothingGranted);
        }
        let regime = Self::regime_of(case)?;
        let decided = case.objections.iter().filter_map(|objection| objection.result);
        let earliest = decided.fold(notice.due.day.end(), |latest, (_, _, signed)| {
            latest.max(signed.at)
        });
        let at = Self::completed_at(&regime, receipt, earliest, acting.now)?;
        let refusal = Self::refusal_of_kinds(case, &examination, &acting, letter)?;
        Ok(Decided {
            acting,
            regime,
            at,
            receipt,
            examination,
            examiner,
            approver,
            refusal,
            letter,
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

    /// Enters a case: writes what it brings into being or changes, and removes the case, unless claimed kinds were refused.
    pub(crate) fn do_enter(
        account: &T::AccountId,
        id: CaseId,
        receipt: Option<Reference>,
        result_code: Option<ExternalNumber>,
        letter: Option<RefusalLetter>,
    ) -> Result<(), DispatchError> {
        let case = Self::open_case(id)?;
        let decided = Self::ensure_decided(account, &case, receipt, letter)?;
        match &case.filing {
            Application::First(filing) => Ok(Self::enter_first(id, &case, filing, decided, result_code)?),
            Application::Dealing(dealing) => Self::enter_dealing(id, &case, dealing, decided, result_code),
        }
    }

    /// S046: the case of refused kinds stays for their re-assessment; an entered case is removed otherwise.
    pub(crate) fn keep_or_remove(id: CaseId, case: &Case, refusal: Option<Refusal>) {
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
                ..case.clone()
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

    pub(crate) fn add_holding(party: PartyId, object: ObjectId, certificate: u32) {
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
                Self::queue_new_descendant(source, of_source);
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
