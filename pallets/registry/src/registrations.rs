//! What an entry brings into being, computed without writing: rights, certificates, and the entry itself.

use crate::{
    claims::{granted, Granted},
    entering::{Decided, Issued, RIGHTS_MAX},
    entries::{append_entry, next_entry},
    first_entry::{Ready, Target},
    roll::{Line, Roll},
    Config, Error, Pallet, Rolls,
};
use alloc::{boxed::Box, vec::Vec};
use quanji_primitives::{
    case::{Case, PublicationDecision},
    certificate_number::{CertificateNumber, NumberingMonth},
    clock::Moment,
    directory::AuthorityDirectory,
    filing::{FirstRegistration, Withholding},
    regime::RegimeId,
    rights::{Holders, RightKind},
    v1::{
        self, CaseBasis, CertificateRecord, Entry, EntryBasis, EntryContent, ObjectRecord, Outcome,
        Publication, RightRecord, RightStatus, WithoutRights, NO_HISTORY,
    },
    AuthorityId, Bounded, CaseId, ObjectId,
};

/// What an entry writes.
pub(crate) struct Registration {
    pub object: ObjectId,
    /// The record after the entry, fingerprints not yet counted.
    pub record: ObjectRecord,
    /// What is live in the object after the entry.
    pub roll: Roll,
    pub rights: Vec<(u32, RightRecord)>,
    pub certificates: Vec<Issued>,
    /// The last number that the authority has drawn by it.
    pub numbering: Option<(AuthorityId, (NumberingMonth, u16))>,
    pub entry: Entry,
}

/// What every right of one entry has in common.
struct Shared {
    at: Moment,
    entry: u32,
    first_right: u32,
}

impl<T: Config> Pallet<T> {
    /// What the entry of a case writes.
    pub(crate) fn registration(
        id: CaseId,
        case: &Case,
        filing: &FirstRegistration,
        ready: Ready,
    ) -> Result<Registration, Error<T>> {
        // What is entered is held by those who stand in the place of the applicants today.
        let filed = granted(filing, &ready.decided.examination);
        let holders: Vec<Holders> = filed
            .iter()
            .map(|share| Self::holders_now(share.holders))
            .collect();
        let shares: Vec<Granted> = filed
            .into_iter()
            .zip(&holders)
            .map(|(share, holders)| Granted { holders, ..share })
            .filter(|share| !share.claims.is_empty() || !ready.decided.regime.creates_rights)
            .collect();
        let basis = basis(id, case, &ready.decided);
        let Ready {
            decided: Decided {
                acting, regime, at, ..
            },
            result_code,
            target,
            ..
        } = ready;
        let publication = publication(case);
        let authority = acting.authority;
        let (object, mut record, further) = match target {
            Target::FurtherRights(registered) => {
                let new = further_rights::<T>(case, filing, shares, registered, authority, at, basis)?;
                return Ok(new);
            }
            Target::FurtherHolder(object, record) => (object, record, true),
            Target::NewObject => {
                let record = new_object(case, filing, publication, at);
                (case.object, record, false)
            }
        };
        let shared = Shared {
            at,
            entry: next_entry(&record),
            first_right: record.rights,
        };
        let (numbers, numbering) = match result_code {
            Some(code) => (alloc::vec![code], None),
            None => {
                let profile = T::Authorities::profile(authority).ok_or(Error::<T>::AuthorityNotListed)?;
                let count = u16::try_from(shares.len()).unwrap_or(u16::MAX);
                let (numbers, numbering) = Self::next_numbers(authority, &profile, at, count)?;
                (numbers, Some((authority, numbering)))
            }
        };
        if numbers.len() != shares.len() {
            return Err(Error::<T>::ResultCodeUnfit);
        }
        let without_rights = (!regime.creates_rights).then(|| WithoutRights {
            subject: Self::holders_now(&filing.holders),
            valid_until: end_of_term(at, regime.limits.validity_years_max.number.into()),
        });
        let (rights, certificates) = issue(&shares, numbers, &record, &shared, without_rights.as_ref());
        add_counts::<T>(&mut record, rights.len(), certificates.len())?;
        let roll = Self::ensure_room(Rolls::<T>::get(object), lines(&rights, &certificates))?;
        let content = content::<T>(filing, &rights, &certificates, further)?;
        let entry = append_entry(object, &mut record, authority, case.regime, at, basis, content);
        Ok(Registration {
            object,
            record,
            roll,
            rights,
            certificates,
            numbering,
            entry,
        })
    }
}

/// One certificate for each share, each right under the certificate of its holders.
fn issue(
    shares: &[Granted],
    numbers: Vec<CertificateNumber>,
    record: &ObjectRecord,
    shared: &Shared,
    without_rights: Option<&WithoutRights>,
) -> (Vec<(u32, RightRecord)>, Vec<Issued>) {
    let (mut rights, mut certificates) = (Vec::new(), Vec::new());
    for ((number, share), certificate_number) in (record.certificates..).zip(shares).zip(numbers) {
        let of_share = rights_of_share(share, number, shared, rights.len());
        let listed = of_share.iter().map(|(number, _)| *number).collect::<Vec<_>>();
        certificates.push(Issued {
            number,
            certificate: CertificateRecord {
                version: v1::VERSION,
                number: certificate_number,
                issue: 1,
                // One share claims each of the three kinds at most once.
                rights: Bounded::truncate_from(listed),
                entry: shared.entry,
                issued_at: shared.at,
                outcome: Outcome::Live,
                without_rights: without_rights.cloned(),
            },
            holders: share.holders.parties(),
        });
        rights.extend(of_share);
    }
    (rights, certificates)
}

/// The granted rights of one share, numbered after `before` others of the same entry.
fn rights_of_share(
    share: &Granted,
    certificate: u32,
    shared: &Shared,
    before: usize,
) -> Vec<(u32, RightRecord)> {
    let before = u32::try_from(before).unwrap_or(u32::MAX);
    let claims = share.claims.iter();
    let numbered = (shared.first_right.saturating_add(before)..).zip(claims);
    numbered
        .map(|(number, claim)| {
            let until = end_of_term(shared.at, claim.years.into());
            let right = new_right(claim.kind, share.holders, until, certificate, shared.entry);
            (number, right)
        })
        .collect()
}

/// What new rights and certificates add to the roll of their object.
pub(crate) fn lines<'a>(
    rights: &'a [(u32, RightRecord)],
    certificates: &'a [Issued],
) -> impl Iterator<Item = Line> + 'a {
    let of_rights = rights
        .iter()
        .filter_map(|(number, right)| Line::of_right(*number, right));
    let of_certificates = certificates
        .iter()
        .filter_map(|issued| Line::of_certificate(issued.number, &issued.certificate));
    of_rights.chain(of_certificates)
}

/// A live right of first registration.
pub(crate) fn new_right(
    kind: RightKind,
    holders: &Holders,
    valid_until: Moment,
    certificate: u32,
    entry: u32,
) -> RightRecord {
    RightRecord {
        version: v1::VERSION,
        kind,
        holders: holders.clone(),
        parent: None,
        valid_until,
        certificate,
        entry,
        status: RightStatus::Live,
        licences: 0,
    }
}

/// A term of years ends at 24:00 of the same date (NG 26).
pub(crate) fn end_of_term(at: Moment, years: u32) -> Moment {
    at.day().plus_years(years).end()
}

fn new_object(case: &Case, filing: &FirstRegistration, publication: Publication, at: Moment) -> ObjectRecord {
    ObjectRecord {
        publication,
        ..empty_object(filing.authority, case.regime, filing.facts.clone(), at)
    }
}

/// An object before its first entry.
pub(crate) fn empty_object(
    authority: AuthorityId,
    regime: RegimeId,
    facts: quanji_primitives::object::ObjectFacts,
    at: Moment,
) -> ObjectRecord {
    ObjectRecord {
        version: v1::VERSION,
        facts,
        authority,
        regime,
        publication: Publication::Withheld,
        outcome: Outcome::Live,
        entered_at: at,
        imported: None,
        rights: 0,
        certificates: 0,
        entries: 0,
        fingerprints: 0,
        derived: 0,
        marks: 0,
        open_cases: Default::default(),
        open_objections: Default::default(),
        history: NO_HISTORY,
    }
}

/// How the description was published (NG 24).
pub(crate) fn publication(case: &Case) -> Publication {
    let text = case.notice.and_then(|notice| notice.text);
    let withheld = case
        .publication
        .and_then(|PublicationDecision { withheld, .. }| withheld);
    match (withheld, text) {
        (None, Some(_)) => Publication::Full,
        (Some(Withholding::Part), Some(text)) => Publication::Part(text),
        (Some(Withholding::Whole), _) | (_, None) => Publication::Withheld,
    }
}

/// Counts new rights and certificates.
fn add_counts<T: Config>(
    record: &mut ObjectRecord,
    rights: usize,
    certificates: usize,
) -> Result<(), Error<T>> {
    let add = |count: u32, more: usize| {
        u32::try_from(more)
            .ok()
            .and_then(|more| count.checked_add(more))
            .filter(|sum| *sum <= RIGHTS_MAX)
            .ok_or(Error::<T>::TooManyRights)
    };
    record.rights = add(record.rights, rights)?;
    record.certificates = add(record.certificates, certificates)?;
    Ok(())
}

fn records<T: Config, const N: u32>(
    rights: &[(u32, RightRecord)],
) -> Result<Bounded<RightRecord, N>, Error<T>> {
    let records: Vec<_> = rights.iter().map(|(_, right)| right.clone()).collect();
    records.try_into().map_err(|_| Error::<T>::TooManyRights)
}

fn content<T: Config>(
    filing: &FirstRegistration,
    rights: &[(u32, RightRecord)],
    certificates: &[Issued],
    further: bool,
) -> Result<EntryContent, Error<T>> {
    let rights = records::<T, _>(rights)?;
    let certificates: Vec<_> = certificates
        .iter()
        .map(|issued| issued.certificate.clone())
        .collect();
    let certificates = certificates.try_into().map_err(|_| Error::<T>::TooManyRights)?;
    let (facts, fingerprints) = (filing.facts.clone(), filing.fingerprints.clone());
    Ok(if further {
        EntryContent::FurtherHolder {
            facts,
            rights,
            certificates,
            fingerprints,
        }
    } else {
        EntryContent::FirstRegistration {
            facts,
            rights,
            certificates,
            fingerprints,
        }
    })
}

/// Further rights under the certificate of their holders: it keeps its number and raises its issue.
fn further_rights<T: Config>(
    case: &Case,
    filing: &FirstRegistration,
    shares: Vec<Granted>,
    registered: crate::further_rights::Registered,
    authority: AuthorityId,
    at: Moment,
    basis: EntryBasis,
) -> Result<Registration, Error<T>> {
    let crate::further_rights::Registered {
        object,
        mut record,
        number,
        mut certificate,
        roll,
        own,
    } = registered;
    let shared = Shared {
        at,
        entry: next_entry(&record),
        first_right: record.rights,
    };
    let rights: Vec<_> = shares
        .into_iter()
        .flat_map(|share| {
            let share = Granted {
                holders: &own,
                ..share
            };
            rights_of_share(&share, number, &shared, 0)
        })
        .collect();
    add_counts::<T>(&mut record, rights.len(), 0)?;
    let roll = Pallet::<T>::ensure_room(roll, lines(&rights, &[]))?;
    for (right, _) in &rights {
        certificate
            .rights
            .try_push(*right)
            .map_err(|_| Error::<T>::TooManyRights)?;
    }
    certificate.issue = certificate.issue.saturating_add(1);
    certificate.entry = shared.entry;
    certificate.issued_at = at;
    let content = EntryContent::FurtherRights {
        facts: filing.facts.clone(),
        rights: records::<T, _>(&rights)?,
        number,
        certificate: certificate.clone(),
        fingerprints: filing.fingerprints.clone(),
    };
    let entry = append_entry(object, &mut record, authority, case.regime, at, basis, content);
    Ok(Registration {
        object,
        record,
        roll,
        rights,
        certificates: alloc::vec![Issued {
            number,
            certificate,
            holders: Vec::new(),
        }],
        numbering: None,
        entry,
    })
}

/// The decided case on which the entry rests.
pub(crate) fn basis(id: CaseId, case: &Case, decided: &Decided) -> EntryBasis {
    let evidence = case.evidence().copied().collect();
    EntryBasis::Case(Box::new(CaseBasis {
        case: id,
        act: case.act,
        applicant: case.applicant,
        via: case.via,
        declaration: case.filing.declaration(),
        // Sixteen filed and thirty-two further documents at most.
        evidence: Bounded::truncate_from(evidence),
        reports: case.reports.clone(),
        examination: decided.examination.clone(),
        examiner: decided.examiner.officer,
        approver: decided.approver.officer,
        receipt: decided.receipt,
    }))
}
