//! Persons, time, and what is registered before the largest application is filed.

use super::{
    filings::{
        by_shares, digest, earlier, filing, fingerprint, further_filing, register, FINGERPRINTS, SOURCES,
    },
    Helper, Seats,
};
use crate::{
    consents::CONSENTS_MAX, entering::RIGHTS_MAX, register::MARKS_MAX, Cases, Config, Consents, Marks,
    ObjectByFingerprint, Objects,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::BenchmarkError;
use frame_system::RawOrigin;
use quanji_primitives::{
    capacity::Capacity,
    case::Case,
    clock::{Day, Moment},
    filing::FirstRegistration,
    imported::EarlierRegistration,
    marks::{Mark, MarkEnd, MarkKind, MarkSource, RightSet},
    person::PartyRole,
    regime::Regime,
    regimes::national_2026,
    rights::{Holders, RightKind, MAX_HOLDERS},
    v1::VERSION,
    CaseId, ObjectId, PartyId, PowerId,
};

const REPORTS: u32 = 8;
const OBJECTIONS: u32 = 8;
/// Participants of a joint application, the applicant included, and co-holders of each.
const SHARES: usize = 8;
const HOUR_MILLIS: u64 = 3_600_000;

/// 09:00 on a day in December 2026: every period runs into a year that has no calendar, so two years are read.
fn nine_o_clock(day: u32) -> Moment {
    let start = Day::from_date(2026, 12, 28).unwrap_or_default().plus(day).start();
    Moment(start.0.saturating_add(9 * HOUR_MILLIS))
}

/// The day on which everything is filed.
pub(super) fn first_day() -> Moment {
    nine_o_clock(0)
}

/// A day by which silence has accepted a case, every notice has ended, and every appeal window too.
pub(super) fn much_later() -> Moment {
    nine_o_clock(60)
}

/// What the application is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// New data: eight participants of two co-holders each, two of them for the operating right as well.
    NewData,
    /// The same with one participant for the operating right, and fingerprints that match four objects, each with as many
    /// rights as it can hold.
    FullMatches,
    /// The same, and the first of these objects has room for the rights.
    Match,
    /// Further rights of sixteen co-holders in an object with as many rights as it can hold afterwards; its fingerprints
    /// match four other objects.
    FurtherRights,
}

/// Persons, and the largest application.
pub(super) struct Worst<T: Config> {
    pub seats: Seats<T::AccountId>,
    pub agent: T::AccountId,
    pub power: PowerId,
    pub applicant: PartyId,
    pub institutions: Vec<T::AccountId>,
    pub objectors: Vec<(T::AccountId, PowerId)>,
    pub filing: FirstRegistration,
    pub sources: Vec<ObjectId>,
    /// Who holds rights in the objects that match.
    pub earlier: Vec<PartyId>,
    /// The first of these objects.
    pub matching: ObjectId,
}

fn regime() -> Regime {
    Regime {
        report_required: true,
        ..national_2026()
    }
}

fn ids<AccountId>(admitted: &[(AccountId, PartyId)]) -> Vec<PartyId> {
    admitted.iter().map(|(_, party)| *party).collect()
}

impl<T: Config> Worst<T> {
    /// Admits everyone and registers what the application names or matches.
    pub fn prepare(about: About) -> Self {
        T::BenchmarkHelper::install_rules(regime());
        T::BenchmarkHelper::set_time(first_day());
        let seats = T::BenchmarkHelper::admit_authority();
        let authority = seats.authority;
        let admit = |number, roles: &[PartyRole]| T::BenchmarkHelper::admit_parties(authority, number, roles);
        let registrant = [PartyRole::Registrant];
        let applicants = ids(&admit(MAX_HOLDERS, &registrant));
        let earlier = ids(&admit(MAX_HOLDERS, &registrant));
        let institutions = admit(REPORTS, &[PartyRole::Registrant, PartyRole::ServiceInstitution]);
        let agents = admit(OBJECTIONS + 1, &registrant);
        let principals = ids(&admit(OBJECTIONS, &registrant));
        let object = |serial: u64| ObjectId::new(authority, 1_000_000u64.saturating_add(serial));
        let sources: Vec<_> = (0..SOURCES).filter_map(object).collect();
        let matching: Vec<_> = (SOURCES..).filter_map(object).take(FINGERPRINTS.into()).collect();
        for source in &sources {
            register::<T>(*source, &[&by_shares(&earlier)]);
        }
        let filing = match about {
            About::FurtherRights => {
                let own = object(999).expect("the serial is in range");
                let holders = by_shares(&applicants);
                Self::register_further(own, &earlier, &holders);
                further_filing(own, filing(authority, &[holders], 1, &sources))
            }
            _ => {
                let shares: Vec<Holders> = applicants
                    .chunks(applicants.len() / SHARES)
                    .map(by_shares)
                    .collect();
                let operating = if about == About::NewData { 2 } else { 1 };
                filing(authority, &shares, operating, &sources)
            }
        };
        if about != About::NewData {
            Self::register_matching(&matching, &earlier, about, filing.claimed().count());
        }
        // The applicant is the last of the holders that may file, and acts through an agent.
        let applicant = filing.holders.parties()[filing.holders.parties().len() - 1];
        let objectors = agents[1..]
            .iter()
            .zip(principals)
            .map(|((account, agent), principal)| {
                let power = T::BenchmarkHelper::grant_power(principal, *agent);
                (account.clone(), power)
            })
            .collect();
        Self {
            power: T::BenchmarkHelper::grant_power(applicant, agents[0].1),
            agent: agents[0].0.clone(),
            applicant,
            institutions: institutions.into_iter().map(|(account, _)| account).collect(),
            objectors,
            filing,
            sources,
            earlier,
            matching: matching[0],
            seats,
        }
    }

    /// All rights but two are others', who are as few as can all consent; the last certificate is that of `holders`.
    fn register_further(object: ObjectId, earlier: &[PartyId], holders: &Holders) {
        let others = by_shares(&earlier[..CONSENTS_MAX / MAX_HOLDERS as usize]);
        let mut all = alloc::vec![&others; RIGHTS_MAX as usize - 3];
        all.push(holders);
        register::<T>(object, &all);
    }

    fn register_matching(objects: &[ObjectId], earlier: &[PartyId], about: About, claimed: usize) {
        let holders = by_shares(earlier);
        for (byte, object) in (0..FINGERPRINTS).zip(objects) {
            let room = if byte == 0 && about == About::Match {
                claimed
            } else {
                0
            };
            register::<T>(*object, &alloc::vec![&holders; RIGHTS_MAX as usize - room]);
            ObjectByFingerprint::<T>::insert(fingerprint(byte).digest, object);
        }
    }

    /// Gives every consent that the operating rights of `case` need, each where it is looked for last.
    pub fn give_consents(&self, case: CaseId) -> Result<(), BenchmarkError> {
        let case = stored::<T>(case)?;
        let registered = self.filing.object.or(case.matches);
        let object = registered.unwrap_or(case.object);
        let mut others = self.filing.parties();
        others.extend(registered.iter().flat_map(|_| self.earlier.clone()));
        for (holders, claims) in self.filing.shares() {
            if !claims.iter().any(|claim| claim.kind == RightKind::Operating) {
                continue;
            }
            for from in others.iter().filter(|party| !holders.contains(**party)) {
                for to in holders.parties() {
                    Consents::<T>::insert((object, from, to), Moment(0));
                }
            }
        }
        Ok(())
    }

    /// The first matching object has had as many marks as it can, but one.
    pub fn fill_marks(&self) {
        let mark = Mark {
            version: VERSION,
            kind: MarkKind::ObjectionNotice,
            rights: RightSet(u64::MAX),
            source: MarkSource::TitleDispute(digest(0)),
            authority: self.seats.authority,
            since: Moment(0),
            until: None,
            ended: Some((Moment(1), MarkEnd::Dismissed)),
            order: None,
        };
        for number in 1..MARKS_MAX {
            Marks::<T>::insert(self.matching, number - 1, mark);
        }
        Objects::<T>::mutate(self.matching, |record| {
            if let Some(record) = record {
                record.marks = MARKS_MAX - 1;
            }
        });
    }

    /// The largest earlier registration, of sixteen co-holders.
    pub fn earlier_registration(&self) -> EarlierRegistration {
        let holders = by_shares(&self.earlier);
        earlier(self.seats.authority, holders, &self.sources, first_day().day())
    }

    /// The applicant through its agent.
    pub fn agent(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.agent.clone())
    }

    pub fn capacity(&self) -> Capacity {
        Capacity::Agent(self.power)
    }

    pub fn registrar(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.seats.registrar.clone())
    }

    pub fn examiner(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.seats.examiner.clone())
    }

    pub fn reviewer(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.seats.reviewer.clone())
    }

    pub fn second_reviewer(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.seats.second_reviewer.clone())
    }

    /// The last of the institutions.
    pub fn institution(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.institutions[self.institutions.len() - 1].clone())
    }
}

/// A case in state.
pub(super) fn stored<T: Config>(case: CaseId) -> Result<Case, BenchmarkError> {
    Cases::<T>::get(case).ok_or(BenchmarkError::Stop("the case is in state"))
}
