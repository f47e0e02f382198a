//! Invariants of the register, each with its sentence (design section 4).

use crate::{
    entering::RIGHTS_MAX, Cases, CertificateByNumber, Certificates, Config, Derived, Fingerprints,
    HoldingCount, Holdings, LastSerial, ObjectByFingerprint, Objects, Pallet, Rights,
};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use quanji_primitives::{
    case::Stage,
    directory::{PartyRegister, RuleBook},
    rights::RightKind,
    v1::{ObjectRecord, RightStatus, NO_HISTORY},
    ObjectId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks every invariant of the register.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        for (object, record) in Objects::<T>::iter() {
            check_object::<T>(object, &record)?;
        }
        check_orphans::<T>()?;
        check_indices::<T>()?;
        check_cases::<T>()
    }
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
        record.rights <= RIGHTS_MAX,
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
        ensure!(
            (1..=record.entries).contains(&right.entry),
            "a right was made by an entry of its object"
        );
        let certificate = Certificates::<T>::get(object, right.certificate)
            .ok_or("a right stands on a certificate of its object")?;
        let listed = certificate.rights.contains(&number);
        ensure!(
            listed || right.status != RightStatus::Live,
            "a live right is listed on its certificate"
        );
    }
    for number in 0..record.certificates {
        let certificate =
            Certificates::<T>::get(object, number).ok_or("certificates are numbered densely")?;
        ensure!(certificate.issue >= 1, "issues count from one");
        ensure!(
            CertificateByNumber::<T>::get(certificate.number) == Some((object, number)),
            "a certificate is found by its number"
        );
    }
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

fn check_cases<T: Config>() -> Result<(), TryRuntimeError> {
    for (id, case) in Cases::<T>::iter() {
        ensure!(
            id.serial() <= LastSerial::<T>::get(id.authority()),
            "a case has a serial its authority gave"
        );
        ensure!(
            !Objects::<T>::contains_key(case.object),
            "an entered case is no longer in state"
        );
        ensure!(
            T::Rules::default().regime(case.regime).is_some(),
            "a case names a known regime version"
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
            (case.stage == Stage::Refused) == case.refusal.is_some(),
            "a refused case has its refusal"
        );
    }
    Ok(())
}
