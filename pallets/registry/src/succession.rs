//! Succession of a party (S023), as the register carries it out: who stands in the place of a stored party today, and how one
//! holding passes to a successor by one entry of its object.

use crate::{
    consents::Consent,
    entries::{append_entry, next_entry},
    roll::Roll,
    Cases, Certificates, Config, Consents, HoldingCount, Holdings, Objects, Pallet, Rights, Rolls,
};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    case::{Case, Stage},
    directory::{HoldingRegister, PartyRegister, PassingHolding, RegisterError, RuleBook},
    filing::{Application, FirstRegistration, Matter},
    rights::Holders,
    succession::{current_holders, replaced_holder},
    terms::LicenceFiling,
    v1::{CertificateRecord, EntryBasis, EntryContent, ObjectRecord, Outcome, RightRecord, WithoutRights},
    Bounded, CaseId, ObjectId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// The party that stands in the place of a stored one today.
    pub(crate) fn current(party: PartyId) -> PartyId {
        T::Parties::current(party)
    }

    /// Stored holders as they are today.
    pub(crate) fn holders_now(holders: &Holders) -> Holders {
        current_holders(holders, Self::current)
    }

    /// Rights under their holders as they are stored: whose they are stays as it was written, so that who holds them finds their
    /// certificate among its holdings.
    pub(crate) fn as_stored(object: ObjectId, rights: &mut [(u32, RightRecord)]) {
        for (number, right) in rights {
            if let Some(stored) = Rights::<T>::get(object, *number) {
                right.holders = stored.holders;
            }
        }
    }

    /// The same for holders under a certificate that the same parties keep, who were `stored` under these names.
    pub(crate) fn under_names_of(stored: &Holders, holders: &Holders) -> Holders {
        let names = stored.parties();
        names.iter().fold(holders.clone(), |under, name| {
            let now = Self::current(*name);
            if names.contains(&now) || !under.contains(now) {
                under
            } else {
                replaced_holder(&under, now, *name)
            }
        })
    }

    /// Stored parties as they are today.
    pub(crate) fn parties_now(parties: impl IntoIterator<Item = PartyId>) -> BTreeSet<PartyId> {
        let stored: BTreeSet<PartyId> = parties.into_iter().collect();
        stored.into_iter().map(Self::current).collect()
    }

    /// A licence to the party that stands today in the place of whom its filing names.
    pub(crate) fn licence_now(filing: &LicenceFiling) -> LicenceFiling {
        LicenceFiling {
            licensee: Self::current(filing.licensee),
            ..filing.clone()
        }
    }

    /// Whether an acting party is an applicant of the case, would be a holder, or acted as agent.
    pub(crate) fn concerns(case: &Case, party: PartyId) -> bool {
        case.concerns(party)
            || Self::current(case.applicant) == party
            || case
                .parties()
                .into_iter()
                .any(|stored| Self::current(stored) == party)
    }

    /// A stored party, the one in its place, and those whose whole place that one took: all names under which it may have
    /// acted.
    pub(crate) fn names_of(party: PartyId) -> Vec<PartyId> {
        let now = Self::current(party);
        let mut names = alloc::vec![party];
        let whole = |former: &PartyId| Self::current(*former) == now;
        for name in [now]
            .into_iter()
            .chain(T::Parties::former(now).into_iter().filter(whole))
        {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

impl<T: Config> HoldingRegister for Pallet<T> {
    fn holding_count(party: PartyId) -> u32 {
        HoldingCount::<T>::get(party)
    }

    fn pass_holding(passing: &PassingHolding) -> Result<u32, RegisterError> {
        let from = passing.basis.predecessor;
        let (object, number) = Holdings::<T>::get(from, passing.holding).ok_or(RegisterError::NotFound)?;
        let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let certificate = Certificates::<T>::get(object, number).ok_or(RegisterError::NotFound)?;
        let held = held_under::<T>(object, &certificate);
        // What has ended, or passed on before, is history and stays as it is.
        let Some(before) = held.filter(|holders| holders.contains(from)) else {
            return Ok(0);
        };
        let written = passed::<T>(passing, (object, &record), (number, certificate), &before)?;
        let moved_cases = pass_cases::<T>(&record, from, passing.to);
        let moved_consents = pass_consents::<T>(object, from, passing.to);
        // The cases and consents of the object were written just now.
        let record = Objects::<T>::get(object).unwrap_or(record);
        store_passed::<T>(passing, (object, record), number, &before, written);
        Ok(moved_cases.saturating_add(moved_consents))
    }

    fn pass_case(id: CaseId, from: PartyId, to: PartyId) -> Result<(), RegisterError> {
        let mut case = Cases::<T>::get(id).ok_or(RegisterError::NotFound)?;
        let ended = [Stage::Withdrawn, Stage::Terminated].contains(&case.stage);
        if ended || !replace_in_case::<T>(&mut case, from, to) {
            return Err(RegisterError::NotFound);
        }
        Cases::<T>::insert(id, case);
        Ok(())
    }
}

/// Who holds the rights that a live certificate lists; the subject of a registration without rights.
fn held_under<T: Config>(object: ObjectId, certificate: &CertificateRecord) -> Option<Holders> {
    if certificate.outcome != Outcome::Live {
        return None;
    }
    let subject = certificate.without_rights.as_ref();
    let of_right = |number: &u32| Rights::<T>::get(object, number).map(|right: RightRecord| right.holders);
    let first = certificate.rights.first().and_then(of_right);
    first.or_else(|| subject.map(|registered| registered.subject.clone()))
}

/// What the passing of a holding writes.
struct Passed {
    rights: Vec<(u32, RightRecord)>,
    certificate: CertificateRecord,
    roll: Roll,
    holders: Holders,
}

/// The rights under their new holders, and the new issue of the certificate.
fn passed<T: Config>(
    passing: &PassingHolding,
    (object, record): (ObjectId, &ObjectRecord),
    (number, certificate): (u32, CertificateRecord),
    before: &Holders,
) -> Result<Passed, RegisterError> {
    let holders = replaced_holder(before, passing.basis.predecessor, passing.to);
    let of_right = |number: &u32| {
        let right = Rights::<T>::get(object, number)?;
        let holders = holders.clone();
        Some((*number, RightRecord { holders, ..right }))
    };
    let rights: Vec<_> = certificate.rights.iter().filter_map(of_right).collect();
    let without_rights = certificate
        .without_rights
        .clone()
        .map(|registered| WithoutRights {
            subject: holders.clone(),
            ..registered
        });
    let certificate = CertificateRecord {
        issue: certificate.issue.saturating_add(1),
        entry: next_entry(record),
        issued_at: T::Rules::default().now(),
        without_rights,
        ..certificate
    };
    let certificates = [(number, certificate.clone())];
    let roll = Pallet::<T>::ensure_roll_after(Rolls::<T>::get(object), &rights, &certificates);
    let roll = roll.map_err(|_| RegisterError::Full)?;
    Ok(Passed {
        rights,
        certificate,
        roll,
        holders,
    })
}

/// Writes the rights, the roll, the new issue of the certificate and the entry, and lists the holding for the successor.
fn store_passed<T: Config>(
    passing: &PassingHolding,
    (object, mut record): (ObjectId, ObjectRecord),
    number: u32,
    before: &Holders,
    written: Passed,
) {
    let (from, to) = (passing.basis.predecessor, passing.to);
    let Passed {
        rights,
        certificate,
        roll,
        holders,
    } = written;
    for (number, right) in rights {
        Rights::<T>::insert(object, number, right);
    }
    Rolls::<T>::insert(object, roll);
    Certificates::<T>::insert(object, number, &certificate);
    if !before.contains(to) {
        Pallet::<T>::add_holding(to, object, number);
    }
    let now = certificate.issued_at;
    // Who has a pledge or reservation is told who succeeds.
    let told = Pallet::<T>::secured_on(object, certificate.rights.iter().copied().collect());
    let content = EntryContent::Succeeded {
        from,
        to,
        holders,
        number,
        certificate,
        marks: record.marks,
    };
    let (authority, regime) = (record.authority, record.regime);
    let basis = EntryBasis::Succession(passing.basis);
    let entry = append_entry(object, &mut record, authority, regime, now, basis, content);
    Pallet::<T>::store_entry_with(Some(passing.basis.officer), record, entry, (None, told));
}

/// The open cases on an object, at most eight, go on under the successor.
fn pass_cases<T: Config>(record: &ObjectRecord, from: PartyId, to: PartyId) -> u32 {
    let mut moved = 0u32;
    for id in &record.open_cases {
        let passed = <Pallet<T> as HoldingRegister>::pass_case(*id, from, to).is_ok();
        moved = moved.saturating_add(passed.into());
    }
    moved
}

/// Consents that the predecessor gave in an object bind the successor.
fn pass_consents<T: Config>(object: ObjectId, from: PartyId, to: PartyId) -> u32 {
    let before = Consents::<T>::get(object);
    let (given, mut kept): (Vec<_>, Vec<_>) =
        before.iter().copied().partition(|consent| consent.from == from);
    if given.is_empty() {
        return 0;
    }
    for consent in &given {
        let known = |other: &Consent| (other.from, other.to) == (to, consent.to);
        if consent.to != to && !kept.iter().any(known) {
            kept.push(Consent { from: to, ..*consent });
        }
    }
    // They are no more than they were.
    Pallet::<T>::store_consents(object, Bounded::truncate_from(kept));
    u32::try_from(given.len()).unwrap_or(u32::MAX)
}

/// Whether the predecessor stood in the case. The successor stands there now.
fn replace_in_case<T: Config>(case: &mut Case, from: PartyId, to: PartyId) -> bool {
    let stands = case.applicant == from || case.parties().contains(&from);
    if case.applicant == from {
        case.applicant = to;
    }
    let replace = |holders: &mut Holders| *holders = replaced_holder(holders, from, to);
    match &mut case.filing {
        Application::First(filing) => replace_in_filing(filing, replace),
        Application::Dealing(dealing) => {
            replace_in_matter(&mut dealing.matter, from, to);
        }
    }
    let now = T::Rules::default().now();
    case.replace_concerned(from, to, now, Pallet::<T>::current);
    stands
}

/// Whoever receives, gives a share, or is to be licensed.
fn replace_in_matter(matter: &mut Matter, from: PartyId, to: PartyId) {
    let replace = |party: &mut PartyId| {
        if *party == from {
            *party = to;
        }
    };
    match matter {
        Matter::Transfer(transfer) => {
            transfer.to = replaced_holder(&transfer.to, from, to);
            if let Some(share) = &mut transfer.share {
                replace(&mut share.from);
            }
            if let Some(back) = &mut transfer.back {
                replace(&mut back.licensee);
            }
        }
        Matter::Licence(filing) => replace(&mut filing.licensee),
        // The particulars of a predecessor are not the successor's.
        Matter::Change(_) | Matter::Renewal(_) | Matter::Cancellation(_) | Matter::Particulars(_) => {}
    }
}

fn replace_in_filing(filing: &mut FirstRegistration, replace: impl Fn(&mut Holders)) {
    replace(&mut filing.holders);
    for participant in &mut filing.participants {
        replace(&mut participant.holders);
    }
}
