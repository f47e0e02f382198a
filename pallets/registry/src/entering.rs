//! Entry: a decided case becomes object, rights, certificate and one entry.

use crate::{
    who::Acting, Cases, CertificateByNumber, Certificates, Config, Derived, Error, Event, Fingerprints,
    HoldingCount, Holdings, LastNumber, ObjectByFingerprint, Objects, Pallet, Rights,
};
use alloc::{boxed::Box, collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    authority::OfficerRole,
    case::{Case, Examination, MatchFinding, Signed, Stage, Status},
    certificate_number::NumberingMonth,
    clock::Moment,
    directory::AuthorityDirectory,
    object::{Fingerprint, Source},
    v1::{
        self, history_after, CertificateRecord, Entry, EntryBasis, EntryContent, ObjectRecord, Outcome,
        Publication, RightRecord, RightStatus, NO_HISTORY,
    },
    Bounded, CaseId, EntryNo, ObjectId, PartyId,
};

/// The most rights one object may have.
pub const RIGHTS_MAX: u32 = 64;

/// A case that may be entered now, with what the entry needs.
struct Ready {
    acting: Acting,
    examination: Examination,
    examiner: Signed,
    approver: Signed,
    /// The object, if the applicant becomes a further holder of an earlier one.
    earlier: Option<(ObjectId, ObjectRecord)>,
}

/// What an entry writes.
struct Written {
    object: ObjectId,
    record: ObjectRecord,
    first_right: u32,
    rights: Vec<RightRecord>,
    certificate: CertificateRecord,
    numbering: (NumberingMonth, u16),
    entry: Entry,
}

impl<T: Config> Pallet<T> {
    fn ensure_can_enter(account: &T::AccountId, case: &Case) -> Result<Ready, Error<T>> {
        let acting = Self::ensure_officer_may_act(account, case, &[OfficerRole::Reviewer])?;
        Self::ensure_stage(case, &[Stage::InNotice])?;
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        // NG 24: not before the notice has ended.
        if !matches!(
            case.status(acting.now, &regime, &rules),
            Status::ReadyToEnter { .. }
        ) {
            return Err(Error::<T>::NoticeNotEnded);
        }
        // Nothing is entered without a decided case.
        let (examination, examiner) = case.examination.clone().ok_or(Error::<T>::WrongStage)?;
        let approver = case.approval.ok_or(Error::<T>::WrongStage)?;
        // What was registered during the notice counts as well.
        let matches = Self::ensure_not_registered_before(&case.filing, &regime)?;
        let coexisting = examination.match_finding == Some(MatchFinding::CoexistingHolder);
        let earlier = match matches {
            Some(object) if coexisting && case.matches == Some(object) => {
                let record = Objects::<T>::get(object).ok_or(Error::<T>::MatchedMeanwhile)?;
                Some((object, record))
            }
            Some(_) => return Err(Error::<T>::MatchedMeanwhile),
            None => None,
        };
        let granted = u32::try_from(examination.granted().count()).unwrap_or(RIGHTS_MAX);
        let had = earlier.as_ref().map_or(0, |(_, record)| record.rights);
        if had.saturating_add(granted) > RIGHTS_MAX {
            return Err(Error::<T>::TooManyRights);
        }
        Ok(Ready {
            acting,
            examination,
            examiner,
            approver,
            earlier,
        })
    }

    /// Enters a case: writes object, rights and certificate, and removes the case.
    pub(crate) fn do_enter(account: &T::AccountId, id: CaseId) -> Result<(), Error<T>> {
        let case = Self::open_case(id)?;
        let ready = Self::ensure_can_enter(account, &case)?;
        let officer = ready.acting.officer;
        let written = Self::prepare(id, &case, ready)?;
        let entry = Box::new(written.entry.clone());
        Self::write(&case, written);
        Cases::<T>::remove(id);
        Self::deposit_event(Event::Entered { officer, entry });
        Ok(())
    }

    /// Computes everything an entry writes, without writing.
    fn prepare(id: CaseId, case: &Case, ready: Ready) -> Result<Written, Error<T>> {
        let now = ready.acting.now;
        let further = ready.earlier.is_some();
        let (object, mut record) = match ready.earlier.clone() {
            Some(earlier) => earlier,
            None => (case.object, new_object(case, now)),
        };
        let (first_right, certificate_number) = (record.rights, record.certificates);
        let entry_number = record.entries.saturating_add(1);
        let rights = granted_rights(case, &ready.examination, now, certificate_number, entry_number);
        let rights_count = u32::try_from(rights.len()).unwrap_or(0);

        let authority = ready.acting.authority;
        let profile = T::Authorities::profile(authority).ok_or(Error::<T>::AuthorityNotListed)?;
        let (number, month, serial) = Self::next_number(authority, &profile, now)?;
        let numbers: Vec<u32> = (first_right..first_right.saturating_add(rights_count)).collect();
        let certificate = CertificateRecord {
            version: v1::VERSION,
            number,
            issue: 1,
            rights: numbers.try_into().map_err(|_| Error::<T>::TooManyRights)?,
            entry: entry_number,
            issued_at: now,
            outcome: Outcome::Live,
        };
        let no = EntryNo {
            object,
            number: entry_number,
        };
        let entry = entry_of(
            id,
            case,
            &ready,
            no,
            record.history,
            content(case, &rights, &certificate, further)?,
        );

        record.rights = first_right.saturating_add(rights_count);
        record.certificates = certificate_number.saturating_add(1);
        record.entries = entry_number;
        record.history = history_after(&entry);
        Ok(Written {
            object,
            record,
            first_right,
            rights,
            certificate,
            numbering: (month, serial),
            entry,
        })
    }

    fn write(case: &Case, written: Written) {
        let Written {
            object,
            mut record,
            first_right,
            rights,
            certificate,
            numbering,
            entry,
        } = written;
        let certificate_number = record.certificates.saturating_sub(1);
        for (number, right) in (first_right..).zip(&rights) {
            Rights::<T>::insert(object, number, right);
        }
        Certificates::<T>::insert(object, certificate_number, &certificate);
        CertificateByNumber::<T>::insert(certificate.number, (object, certificate_number));
        LastNumber::<T>::insert(entry.authority, numbering);
        for party in case.filing.holders.parties() {
            Self::add_holding(party, object, certificate_number);
        }
        if entry.no.number == 1 {
            Self::link_sources(object, &record);
        }
        Self::add_fingerprints(object, &mut record, &case.filing.fingerprints);
        Objects::<T>::insert(object, record);
    }

    fn add_holding(party: PartyId, object: ObjectId, certificate: u32) {
        let number = HoldingCount::<T>::get(party);
        Holdings::<T>::insert(party, number, (object, certificate));
        HoldingCount::<T>::insert(party, number.saturating_add(1));
    }

    /// S002: each registered source counts what was made from it, once however many of its rights are named.
    fn link_sources(object: ObjectId, record: &ObjectRecord) {
        let sources: BTreeSet<ObjectId> = record
            .facts
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
    fn add_fingerprints(object: ObjectId, record: &mut ObjectRecord, fingerprints: &[Fingerprint]) {
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

fn new_object(case: &Case, now: Moment) -> ObjectRecord {
    ObjectRecord {
        version: v1::VERSION,
        facts: case.filing.facts.clone(),
        authority: case.filing.authority,
        regime: case.regime,
        publication: Publication::Full,
        outcome: Outcome::Live,
        entered_at: now,
        rights: 0,
        certificates: 0,
        entries: 0,
        fingerprints: 0,
        derived: 0,
        open_cases: Default::default(),
        history: NO_HISTORY,
    }
}

/// The granted rights, in the order of the claims. A term of years ends at 24:00 of the same date (NG 26).
fn granted_rights(
    case: &Case,
    examination: &Examination,
    now: Moment,
    certificate: u32,
    entry: u32,
) -> Vec<RightRecord> {
    let years = |kind| {
        case.filing
            .claims
            .iter()
            .find(|claim| claim.kind == kind)
            .map_or(0, |claim| claim.years)
    };
    examination
        .granted()
        .map(|kind| RightRecord {
            version: v1::VERSION,
            kind,
            holders: case.filing.holders.clone(),
            parent: None,
            valid_until: now.day().plus_years(years(kind).into()).end(),
            certificate,
            entry,
            status: RightStatus::Live,
            marks: 0,
            licences: 0,
        })
        .collect()
}

fn content<T: Config>(
    case: &Case,
    rights: &[RightRecord],
    certificate: &CertificateRecord,
    further: bool,
) -> Result<EntryContent, Error<T>> {
    let rights: Bounded<RightRecord, 3> = rights
        .to_vec()
        .try_into()
        .map_err(|_| Error::<T>::TooManyRights)?;
    let certificate = certificate.clone();
    let (facts, fingerprints) = (case.filing.facts.clone(), case.filing.fingerprints.clone());
    Ok(if further {
        EntryContent::FurtherHolder {
            facts,
            rights,
            certificate,
            fingerprints,
        }
    } else {
        EntryContent::FirstRegistration {
            facts,
            rights,
            certificate,
            fingerprints,
        }
    })
}

fn entry_of(
    id: CaseId,
    case: &Case,
    ready: &Ready,
    no: EntryNo,
    previous: [u8; 32],
    content: EntryContent,
) -> Entry {
    Entry {
        version: v1::VERSION,
        no,
        case: id,
        act: case.act,
        authority: ready.acting.authority,
        regime: case.regime,
        examiner: ready.examiner.officer,
        approver: ready.approver.officer,
        at: ready.acting.now,
        previous,
        basis: EntryBasis {
            applicant: case.applicant,
            declaration: case.filing.declaration,
            evidence: case.filing.evidence.clone(),
            reports: case.reports.clone(),
            examination: ready.examination.clone(),
        },
        content,
    }
}
