//! Invariants of the register, each with its sentence (design section 4).

mod marks;

use crate::{
    entering::RIGHTS_MAX, roll::Line, Cases, CertificateByNumber, Certificates, Config, Consents, Derived,
    EarlierNumbers, EntryOfCase, Falling, Fingerprints, HoldingCount, Holdings, LastSerial, LiveMarks, Marks,
    Motions, ObjectByFingerprint, Objects, Pallet, Particulars, Rights, Rolls, SourceNotices, SourceQueue,
    SplitFrom, Tellings,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    case::{object_of_first_registration, Case, Stage},
    certificate_number::{CertificateNumber, RootNumber},
    directory::{PartyRegister, RuleBook},
    marks::MarkKind,
    rights::RightKind,
    v1::{CertificateRecord, ObjectRecord, Outcome, PartyStanding, RightStatus, NO_HISTORY},
    CaseId, ObjectId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks every invariant of the register.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        for (object, record) in Objects::<T>::iter() {
            check_object::<T>(object, &record)?;
            check_rights::<T>(object, &record)?;
            check_certificates::<T>(object, &record)?;
            marks::check::<T>(object, &record)?;
        }
        check_orphans::<T>()?;
        check_indices::<T>()?;
        for (id, case) in Cases::<T>::iter() {
            check_case::<T>(id, &case)?;
            check_papers(&case)?;
        }
        check_entries_of_cases::<T>()?;
        Falling::<T>::iter().try_for_each(|(object, waiting)| check_falling::<T>(object, &waiting))?;
        check_splits::<T>()?;
        ensure!(
            Particulars::<T>::iter_keys().all(|(object, _)| Objects::<T>::contains_key(object)),
            "particulars were entered in an object"
        );
        check_consents::<T>()?;
        ensure!(
            Motions::<T>::iter_keys().all(Objects::<T>::contains_key),
            "what an authority is about to do of its own motion concerns an object"
        );
        Objects::<T>::iter_keys().try_for_each(check_roll::<T>)
    }
}

fn check_falling<T: Config>(object: ObjectId, waiting: &[(u32, u32)]) -> Result<(), TryRuntimeError> {
    let entries = Objects::<T>::get(object).map_or(0, |record| record.entries);
    for (above, number) in waiting {
        let live = Rights::<T>::get(object, number)
            .is_some_and(|right| right.status == RightStatus::Live && right.parent.is_some());
        ensure!(
            live && (2..=entries).contains(above),
            "what waits to fall is a licence, with the entry that ended a right above it"
        );
    }
    let numbers: BTreeSet<_> = waiting.iter().map(|(_, number)| number).collect();
    ensure!(
        !waiting.is_empty() && numbers.len() == waiting.len(),
        "a licence waits to fall at most once"
    );
    Ok(())
}

fn check_entries_of_cases<T: Config>() -> Result<(), TryRuntimeError> {
    for (case, entry) in EntryOfCase::<T>::iter() {
        let ended = Cases::<T>::get(case).is_none_or(|case| case.stage == Stage::PartlyRefused);
        ensure!(
            ended,
            "an entered case is in state only while kinds of it were refused"
        );
        let entries = Objects::<T>::get(entry.object).map_or(0, |record| record.entries);
        ensure!(
            (2..=entries).contains(&entry.number),
            "a case that is listed with its entry was entered in an earlier object"
        );
    }
    Ok(())
}

fn check_splits<T: Config>() -> Result<(), TryRuntimeError> {
    for (object, from) in SplitFrom::<T>::iter() {
        ensure!(
            Objects::<T>::contains_key(object) && object != from.object,
            "what was split off another object is an object of its own"
        );
        let entries = Objects::<T>::get(from.object).map_or(0, |record| record.entries);
        ensure!(
            (2..=entries).contains(&from.number),
            "an object is split by an entry after its first"
        );
    }
    Ok(())
}

fn check_object<T: Config>(object: ObjectId, record: &ObjectRecord) -> Result<(), TryRuntimeError> {
    ensure!(
        record.entries > 0 && record.history != NO_HISTORY,
        "an object exists by an entry"
    );
    ensure!(
        object.serial() <= LastSerial::<T>::get(object.authority()),
        "serial numbers are given in order"
    );
    ensure!(
        T::Rules::default().regime(record.regime).is_some(),
        "an object names a known regime version"
    );
    ensure!(
        record.rights <= RIGHTS_MAX && record.certificates <= RIGHTS_MAX,
        "an object has no more rights than it can hold"
    );
    ensure!(
        Rights::<T>::iter_prefix(object).count() as u32 == record.rights,
        "rights are as many as counted"
    );
    ensure!(
        Certificates::<T>::iter_prefix(object).count() as u32 == record.certificates,
        "certificates are as many as counted"
    );
    ensure!(
        Fingerprints::<T>::iter_prefix(object).count() as u32 == record.fingerprints,
        "fingerprints are as many as counted"
    );
    ensure!(
        Derived::<T>::iter_prefix(object).count() as u32 == record.derived,
        "derived objects are as many as counted"
    );
    let reviewed_by_another = record.imported.is_none_or(|imported| {
        let same = |reviewed: quanji_primitives::case::Signed| reviewed.officer == imported.imported.officer;
        !imported.reviewed.is_some_and(same)
    });
    ensure!(reviewed_by_another, "an import is reviewed by another officer");
    for case in &record.open_cases {
        let open = Cases::<T>::get(case).is_some_and(|case| case.filing.object() == Some(object));
        ensure!(open, "an open case of an object is in state and names the object");
    }
    Ok(())
}

fn check_rights<T: Config>(object: ObjectId, record: &ObjectRecord) -> Result<(), TryRuntimeError> {
    for number in 0..record.rights {
        let right = Rights::<T>::get(object, number).ok_or("rights are numbered densely")?;
        ensure!(
            right.holders.check().is_ok(),
            "holders of a right are in order and whole"
        );
        ensure!(
            right
                .holders
                .parties()
                .into_iter()
                .all(|party| T::Parties::party(party).is_some()),
            "every right belongs to parties that exist"
        );
        let in_place = |party: quanji_primitives::PartyId| {
            T::Parties::party(T::Parties::current(party))
                .is_some_and(|record| record.standing != PartyStanding::Succeeded)
        };
        ensure!(
            right.holders.parties().into_iter().all(in_place),
            "every right belongs to a party in whose place another stands, or that stands itself"
        );
        ensure!(
            Pallet::<T>::holders_now(&right.holders).check().is_ok(),
            "holders of a right are in order and whole after every succession"
        );
        ensure!(
            (1..=record.entries).contains(&right.entry),
            "a right was made by an entry of its object"
        );
        if let Some(parent) = right.parent {
            ensure!(
                parent.object == object && parent.index < number,
                "a licence comes from an earlier right of its object"
            );
        }
        let from_it = Rights::<T>::iter_prefix_values(object)
            .filter_map(|other| other.parent)
            .filter(|parent| parent.index == number);
        ensure!(
            from_it.count() as u32 == right.licences,
            "licences of a right are as many as counted"
        );
        let certificate = Certificates::<T>::get(object, right.certificate)
            .ok_or("a right stands on a certificate of its object")?;
        let listed = certificate.rights.contains(&number) && certificate.outcome == Outcome::Live;
        ensure!(
            listed || right.status != RightStatus::Live,
            "a live right is listed on its live certificate"
        );
    }
    Ok(())
}

fn check_certificates<T: Config>(object: ObjectId, record: &ObjectRecord) -> Result<(), TryRuntimeError> {
    for number in 0..record.certificates {
        let certificate =
            Certificates::<T>::get(object, number).ok_or("certificates are numbered densely")?;
        ensure!(certificate.issue >= 1, "issues count from one");
        ensure!(
            (1..=record.entries).contains(&certificate.entry),
            "an issue was made by an entry of its object"
        );
        let (listed, none) = (
            !certificate.rights.is_empty(),
            certificate.without_rights.is_some(),
        );
        // What a transfer empties has ended.
        let emptied = !listed && certificate.outcome != Outcome::Live;
        ensure!(
            listed != none || emptied,
            "a certificate lists rights, or is one of a registration without rights"
        );
        let found = match (certificate.number, record.imported) {
            (CertificateNumber::Earlier(earlier), Some(imported)) => {
                EarlierNumbers::<T>::get((imported.scheme, earlier))
            }
            (other, _) => CertificateByNumber::<T>::get(other),
        };
        // Where two schemes gave one earlier number, so are vouchers under it, and the first of them is found.
        let may_be_another = matches!(certificate.number,
            CertificateNumber::Voucher(voucher) if matches!(voucher.certificate, RootNumber::Earlier(_)));
        ensure!(
            found == Some((object, number)) || may_be_another && found.is_some(),
            "a certificate is found by its number"
        );
        check_outcome::<T>(object, &certificate)?;
    }
    Ok(())
}

fn check_outcome<T: Config>(
    object: ObjectId,
    certificate: &CertificateRecord,
) -> Result<(), TryRuntimeError> {
    let live = certificate
        .rights
        .iter()
        .filter_map(|number| Rights::<T>::get(object, number))
        .filter(|right| right.status == RightStatus::Live)
        .count();
    let expected = match certificate.outcome {
        Outcome::Live => certificate.rights.len(),
        Outcome::Ended(_) => 0,
    };
    ensure!(
        live == expected,
        "a certificate lists live rights and ends with the last of them"
    );
    Ok(())
}

fn check_roll<T: Config>(object: ObjectId) -> Result<(), TryRuntimeError> {
    let rights =
        Rights::<T>::iter_prefix(object).filter_map(|(number, right)| Line::of_right(number, &right));
    let certificates = Certificates::<T>::iter_prefix(object);
    let registrations = certificates.filter_map(|(number, record)| Line::of_certificate(number, &record));
    let live: Vec<_> = rights.chain(registrations).collect();
    let roll = Rolls::<T>::get(object);
    ensure!(
        live.len() == roll.len() && live.iter().all(|line| roll.contains(line)),
        "the roll of an object lists what is live in it, and nothing else"
    );
    Ok(())
}

fn check_orphans<T: Config>() -> Result<(), TryRuntimeError> {
    ensure!(
        Rights::<T>::iter_keys().all(|(object, _)| Objects::<T>::contains_key(object)),
        "every right belongs to an object"
    );
    ensure!(
        Certificates::<T>::iter_keys().all(|(object, _)| Objects::<T>::contains_key(object)),
        "every certificate belongs to an object"
    );
    ensure!(
        Rolls::<T>::iter_keys().all(Objects::<T>::contains_key),
        "every roll belongs to an object"
    );
    ensure!(
        LiveMarks::<T>::iter_keys().all(Objects::<T>::contains_key),
        "every list of live marks belongs to an object"
    );
    ensure!(
        Marks::<T>::iter_keys().all(|(object, _)| Objects::<T>::contains_key(object)),
        "every mark belongs to an object"
    );
    ensure!(
        Fingerprints::<T>::iter().all(|(object, _, fingerprint)| {
            ObjectByFingerprint::<T>::get(fingerprint.digest) == Some(object)
        }),
        "every fingerprint of an object leads to it"
    );
    ensure!(
        Derived::<T>::iter().all(|(source, _, object)| {
            Objects::<T>::contains_key(source) && Objects::<T>::contains_key(object)
        }),
        "objects are made from objects"
    );
    ensure!(
        SourceQueue::<T>::iter_values().all(Tellings::<T>::contains_key)
            && SourceQueue::<T>::iter().count() == Tellings::<T>::iter().count(),
        "a source of which something is to be told waits once"
    );
    let notice = |(object, _, number)| {
        Marks::<T>::get(object, number).is_some_and(|mark| mark.kind == MarkKind::SourceNotice)
    };
    ensure!(
        SourceNotices::<T>::iter().all(notice),
        "a notice about a source is a mark of that kind"
    );
    ensure!(
        Rights::<T>::iter_values().all(|right| RightKind::ALL.contains(&right.kind)),
        "there are three kinds of right and no other"
    );
    Ok(())
}

fn check_indices<T: Config>() -> Result<(), TryRuntimeError> {
    for (number, (object, certificate)) in CertificateByNumber::<T>::iter() {
        let found = Certificates::<T>::get(object, certificate).is_some_and(|record| record.number == number);
        ensure!(found, "numbers are unique and lead to their certificate");
    }
    for (digest, object) in ObjectByFingerprint::<T>::iter() {
        let found =
            Fingerprints::<T>::iter_prefix_values(object).any(|fingerprint| fingerprint.digest == digest);
        ensure!(found, "a fingerprint leads to an object that has it");
    }
    ensure!(
        Holdings::<T>::iter_keys().all(|(party, number)| number < HoldingCount::<T>::get(party)),
        "every holding is counted"
    );
    let holdings: BTreeSet<_> = Holdings::<T>::iter()
        .map(|(party, _, certificate)| (party, certificate))
        .collect();
    for (object, _, right) in Rights::<T>::iter() {
        let mut holders = right.holders.parties().into_iter();
        ensure!(
            holders.all(|party| holdings.contains(&(party, (object, right.certificate)))),
            "every holder finds the certificate of the right among its holdings"
        );
    }
    for (object, number, certificate) in Certificates::<T>::iter() {
        let subjects = certificate.without_rights.iter();
        let mut subjects = subjects.flat_map(|registered| registered.subject.parties());
        ensure!(
            subjects.all(|party| holdings.contains(&(party, (object, number)))),
            "every subject finds the certificate of its registration among its holdings"
        );
    }
    for (party, count) in HoldingCount::<T>::iter() {
        ensure!(
            Holdings::<T>::iter_prefix(party).count() as u32 == count,
            "holdings are as many as counted"
        );
        for number in 0..count {
            let (object, certificate) =
                Holdings::<T>::get(party, number).ok_or("holdings are numbered densely")?;
            ensure!(
                Certificates::<T>::contains_key(object, certificate),
                "a holding leads to a certificate"
            );
        }
    }
    Ok(())
}

fn check_case<T: Config>(id: CaseId, case: &Case) -> Result<(), TryRuntimeError> {
    ensure!(
        id.serial() <= LastSerial::<T>::get(id.authority()),
        "a case has a serial its authority gave"
    );
    ensure!(
        T::Rules::default().regime(case.regime).is_some(),
        "a case names a known regime version"
    );
    let entered = Pallet::<T>::entry_of(id).is_some();
    ensure!(
        entered == (case.stage == Stage::PartlyRefused),
        "an entered case is in state only while kinds of it were refused"
    );
    let Some(object) = case.filing.object() else {
        ensure!(
            case.object == object_of_first_registration(id),
            "a case for new data concerns the object of its own serial number"
        );
        return Ok(());
    };
    let listed = Objects::<T>::get(object).is_some_and(|record| record.open_cases.contains(&id));
    let ended = match case.stage {
        Stage::Withdrawn | Stage::Terminated | Stage::PartlyRefused => true,
        Stage::Refused => case.appeal.is_some(),
        _ => false,
    };
    ensure!(
        case.object == object && listed != ended,
        "a case about a registered object is listed by it until it ends"
    );
    Ok(())
}

fn check_papers(case: &Case) -> Result<(), TryRuntimeError> {
    ensure!(
        (case.stage == Stage::AwaitingSignatures) == case.awaits_signatures()
            || case.stage == Stage::Withdrawn,
        "a case is filed when all have signed"
    );
    let mut consenting = BTreeSet::new();
    ensure!(
        case.consents
            .iter()
            .all(|consent| consenting.insert(consent.mark)),
        "the holder of a mark consents to a case once"
    );
    let two_persons = match (&case.examination, case.approval) {
        (Some((_, examiner)), Some(approver)) => examiner.officer != approver.officer,
        (None, Some(_)) => false,
        _ => true,
    };
    ensure!(two_persons, "examiner and approver are different persons");
    ensure!(
        (case.stage == Stage::InNotice) <= case.notice.is_some(),
        "a case in notice was published"
    );
    ensure!(
        case.part_texts.len() <= case.filing.parts().len(),
        "no more parts are published than leave an object"
    );
    let refused = matches!(
        case.stage,
        Stage::Refused | Stage::UnderAppeal | Stage::PartlyRefused
    );
    ensure!(
        refused == case.refusal.is_some(),
        "a refused case has its refusal"
    );
    ensure!(
        (case.stage == Stage::Terminated) == case.termination.is_some(),
        "a terminated case has its termination"
    );
    let decided_in_part = case.examination.as_ref().is_some_and(|(examination, _)| {
        examination.granted().next().is_some() && examination.grounds().next().is_some()
    });
    ensure!(
        (case.stage == Stage::PartlyRefused) <= (decided_in_part && case.approval.is_some()),
        "a partly refused case was examined and approved, some kinds granted and others refused"
    );
    ensure!(
        (case.stage == Stage::UnderAppeal) <= case.appeal.is_some(),
        "a case under re-assessment was appealed"
    );
    ensure!(
        (case.stage == Stage::Returned) <= case.returned.is_some(),
        "a returned case has its return"
    );
    let accepted = matches!(
        case.stage,
        Stage::Accepted | Stage::Examined | Stage::Approved | Stage::InNotice
    );
    ensure!(
        accepted <= (case.accepted_at.is_some() && case.clock.is_some()),
        "an accepted case has its clock"
    );
    Ok(())
}

fn check_consents<T: Config>() -> Result<(), TryRuntimeError> {
    for (object, consents) in Consents::<T>::iter() {
        let concerned = Objects::<T>::contains_key(object) || Cases::<T>::contains_key(CaseId(object.0));
        ensure!(
            concerned && consents.iter().all(|consent| consent.from != consent.to),
            "a consent belongs to an object or a case that would register it"
        );
        let pairs: BTreeSet<_> = consents
            .iter()
            .map(|consent| (consent.from, consent.to))
            .collect();
        ensure!(
            !consents.is_empty() && pairs.len() == consents.len(),
            "a consent stands once, and no list is kept empty"
        );
    }
    Ok(())
}
