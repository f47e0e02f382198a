//! Succession of a party (S023), as the register carries it out: who stands in the place of a stored party today, and how one
//! holding passes to a successor by one entry of its object.

use crate::{
    consents::CONSENTS_MAX,
    entries::{append_entry, next_entry},
    Cases, Certificates, Config, Consents, HoldingCount, Holdings, Objects, Pallet, Rights,
};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    case::{Case, Stage},
    directory::{HoldingRegister, PartyRegister, Passing, RegisterError, RuleBook},
    rights::Holders,
    succession::{current_holders, replaced_holder},
    v1::{CertificateRecord, EntryBasis, EntryContent, ObjectRecord, Outcome, RightRecord},
    CaseId, ObjectId, PartyId,
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

    /// Stored parties as they are today.
    pub(crate) fn parties_now(parties: impl IntoIterator<Item = PartyId>) -> BTreeSet<PartyId> {
        parties.into_iter().map(Self::current).collect()
    }

    /// Whether an acting party is an applicant of the case, would be a holder, or acted as agent.
    pub(crate) fn concerns(case: &Case, party: PartyId) -> bool {
        case.concerns(party)
            || Self::current(case.applicant) == party
            || case
                .filing
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

    fn pass_holding(passing: &Passing) -> Result<u32, RegisterError> {
        let from = passing.basis.predecessor;
        let (object, number) = Holdings::<T>::get(from, passing.holding).ok_or(RegisterError::NotFound)?;
        let record = Objects::<T>::get(object).ok_or(RegisterError::NotFound)?;
        let certificate = Certificates::<T>::get(object, number).ok_or(RegisterError::NotFound)?;
        let held = held_under::<T>(object, &certificate);
        // What has ended, or passed on before, is history and stays as it is.
        let Some(before) = held.filter(|holders| holders.contains(from)) else {
            return Ok(0);
        };
        let moved_cases = pass_cases::<T>(&record, from, passing.to);
        let moved_consents = pass_consents::<T>(object, from, passing.to)?;
        write_passing::<T>(passing, (object, record), (number, certificate), &before);
        Ok(moved_cases.saturating_add(moved_consents))
    }

    fn pass_case(id: CaseId, from: PartyId, to: PartyId) -> Result<(), RegisterError> {
        let mut case = Cases::<T>::get(id).ok_or(RegisterError::NotFound)?;
        let ended = [Stage::Withdrawn, Stage::Terminated].contains(&case.stage);
        if ended || !replace_in_case(&mut case, from, to) {
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

/// Writes the rights, the new issue of the certificate and the entry, and lists the holding for the successor.
fn write_passing<T: Config>(
    passing: &Passing,
    (object, mut record): (ObjectId, ObjectRecord),
    (number, mut certificate): (u32, CertificateRecord),
    before: &Holders,
) {
    let (from, to) = (passing.basis.predecessor, passing.to);
    let holders = replaced_holder(before, from, to);
    let now = T::Rules::default().now();
    for right in &certificate.rights {
        Rights::<T>::mutate(object, right, |right| {
            if let Some(right) = right {
                right.holders = holders.clone();
            }
        });
    }
    if let Some(registered) = certificate.without_rights.as_mut() {
        registered.subject = holders.clone();
    }
    certificate.issue = certificate.issue.saturating_add(1);
    certificate.entry = next_entry(&record);
    certificate.issued_at = now;
    Certificates::<T>::insert(object, number, &certificate);
    if !before.contains(to) {
        Pallet::<T>::add_holding(to, object, number);
    }
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
    Pallet::<T>::store_entry(Some(passing.basis.officer), record, entry);
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

/// Consents that the predecessor gave in an object, at most `CONSENTS_MAX`, bind the successor.
fn pass_consents<T: Config>(object: ObjectId, from: PartyId, to: PartyId) -> Result<u32, RegisterError> {
    let limit = CONSENTS_MAX.saturating_add(1);
    let given: Vec<_> = Consents::<T>::iter_prefix((object, from)).take(limit).collect();
    if given.len() > CONSENTS_MAX {
        return Err(RegisterError::Full);
    }
    for (receiver, at) in &given {
        Consents::<T>::remove((object, from, receiver));
        if *receiver != to {
            Consents::<T>::insert((object, to, receiver), at);
        }
    }
    Ok(u32::try_from(given.len()).unwrap_or(u32::MAX))
}

/// Whether the predecessor stood in the case. The successor stands there now.
fn replace_in_case(case: &mut Case, from: PartyId, to: PartyId) -> bool {
    let stands = case.applicant == from || case.filing.parties().contains(&from);
    if case.applicant == from {
        case.applicant = to;
    }
    let replace = |holders: &mut Holders| *holders = replaced_holder(holders, from, to);
    replace(&mut case.filing.holders);
    for participant in &mut case.filing.participants {
        replace(&mut participant.holders);
    }
    stands
}
