//! Persons, time, and what is registered before the largest application is filed.

use super::{
    filings::{
        by_shares, digest, earlier, filing, fingerprint, further_filing, register, unregistered,
        FINGERPRINTS, SOURCES,
    },
    Helper, Seats,
};
use crate::{
    consents::CONSENTS_MAX, entering::RIGHTS_MAX, register::MARKS_MAX, roll::HOLDERS_MAX, Cases, Config,
    Consent, Consents, LiveMarks, LiveMarksOf, Marks, ObjectByFingerprint, Objects, Pallet,
    LIVE_OF_ORGANS_MAX, LIVE_OF_PARTIES_MAX, LIVE_OF_SOURCES_MAX,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::BenchmarkError;
use frame_system::RawOrigin;
use quanji_primitives::{
    capacity::Capacity,
    case::Case,
    clock::{Day, Moment},
    directory::RuleBook,
    filing::FirstRegistration,
    imported::EarlierRegistration,
    marks::{
        live, EntryRange, Mark, MarkEnd, MarkKind, MarkSource, Order, OrderTerm, Organ, OrganKind, RightSet,
    },
    object::SourceKind,
    person::{CreditCode, PartyRole},
    regime::Regime,
    regimes::national_2026,
    rights::{Holders, RightKind, MAX_HOLDERS},
    v1::VERSION,
    Bounded, CaseId, ObjectId, PartyId, PowerId,
};

const REPORTS: u32 = 8;
const OBJECTIONS: u32 = 8;
/// Participants of a joint application, the applicant included.
const SHARES: usize = 8;
/// Others who hold rights, as few as can all consent to sixteen; a roll lists as many for each right on average.
const OTHERS: usize = (CONSENTS_MAX / MAX_HOLDERS) as usize;
/// Rights of these others beside which three of sixteen co-holders have room.
const OTHERS_WITH_THREE: usize = ((HOLDERS_MAX - 3 * MAX_HOLDERS) as usize) / OTHERS;
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
    /// New data of eight participants, each for every kind of right.
    NewData,
    /// New data of one applicant, made from as many registered sources as can be named.
    ManySources,
    /// Data of sixteen co-holders for every kind of right; its fingerprints match an object with as many rights as it can
    /// hold.
    FullMatch,
    /// The same, and the object has room for the rights.
    Match,
    /// Further rights of sixteen co-holders in an object with as many holders as it can have afterwards; its fingerprints
    /// match another object.
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
    /// Who holds rights in the object that matches.
    pub earlier: Vec<PartyId>,
    /// This object.
    pub matching: ObjectId,
}

fn regime() -> Regime {
    Regime {
        report_required: true,
        // The largest application is one of public data, which matches in these benchmarks.
        public_match_refused: false,
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
        let matching = object(SOURCES).expect("the serial is in range");
        for source in &sources {
            register::<T>(*source, &[&by_shares(&earlier)]);
        }
        let together = by_shares(&applicants);
        let alone = |party: &PartyId| Holders::Sole(*party);
        let filing = match about {
            About::NewData => {
                let shares: Vec<_> = applicants.iter().take(SHARES).map(alone).collect();
                let mut filing = filing(authority, &shares, SHARES, &[]);
                filing.facts.lineage = unregistered();
                filing.fingerprints.truncate(2);
                filing
            }
            About::ManySources => {
                let mut filing = filing(authority, &[alone(&applicants[0])], 1, &sources);
                filing.facts.source = SourceKind::Derived;
                filing
            }
            About::FullMatch | About::Match => filing(authority, &[together], 1, &sources[..1]),
            About::FurtherRights => {
                let own = object(999).expect("the serial is in range");
                Self::register_further(own, &earlier, &together);
                further_filing(own, filing(authority, &[together], 1, &sources[..2]))
            }
        };
        if !matches!(about, About::NewData | About::ManySources) {
            Self::register_matching(matching, &earlier, about);
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
            matching,
            seats,
        }
    }

    /// The last certificate is that of `holders`, who want two rights more.
    fn register_further(object: ObjectId, earlier: &[PartyId], holders: &Holders) {
        let others = by_shares(&earlier[..OTHERS]);
        let mut all = alloc::vec![&others; OTHERS_WITH_THREE];
        all.push(holders);
        register::<T>(object, &all);
    }

    /// All fingerprints lead to one object: what matches several is not filed.
    fn register_matching(object: ObjectId, earlier: &[PartyId], about: About) {
        let holders = by_shares(&earlier[..OTHERS]);
        let rights = if about == About::Match {
            OTHERS_WITH_THREE
        } else {
            RIGHTS_MAX as usize
        };
        register::<T>(object, &alloc::vec![&holders; rights]);
        for byte in 0..FINGERPRINTS {
            ObjectByFingerprint::<T>::insert(fingerprint(byte).digest, object);
        }
    }

    /// Gives every consent that the operating rights of `case` need.
    pub fn give_consents(&self, case: CaseId) -> Result<(), BenchmarkError> {
        let case = stored::<T>(case)?;
        let registered = self.filing.object.or(case.matches);
        let object = registered.unwrap_or(case.object);
        let (mut given, mut others) = (Vec::new(), self.filing.parties());
        others.extend(
            registered
                .iter()
                .flat_map(|object| Pallet::<T>::holders_of_live_rights(*object)),
        );
        for (holders, claims) in self.filing.shares() {
            if !claims.iter().any(|claim| claim.kind == RightKind::Operating) {
                continue;
            }
            for from in others.iter().filter(|party| !holders.contains(**party)) {
                given.extend(holders.parties().into_iter().map(|to| Consent {
                    from: *from,
                    to,
                    at: Moment(0),
                    typed_in: None,
                }));
            }
        }
        // What is asked for first stands last.
        given.reverse();
        if !given.is_empty() {
            Consents::<T>::insert(object, Bounded::truncate_from(given));
        }
        Ok(())
    }

    /// All consents in an object but one are those of others.
    pub fn fill_consents(&self, object: ObjectId) {
        let of_others = (1..CONSENTS_MAX).map(|number| Consent {
            from: PartyId(number.into()),
            to: self.earlier[0],
            at: Moment(0),
            typed_in: None,
        });
        Consents::<T>::insert(object, Bounded::truncate_from(of_others.collect()));
    }

    /// Whether the applicant has consented.
    pub fn consented(&self, object: ObjectId, to: PartyId) -> bool {
        let consents = Consents::<T>::get(object);
        consents
            .iter()
            .any(|consent| (consent.from, consent.to) == (self.applicant, to))
    }

    /// The matching object has had as many marks as it can, but one; as many as can stand, but one, stand.
    pub fn fill_marks(&self) {
        let mark = Mark {
            version: VERSION,
            kind: MarkKind::ObjectionNotice,
            rights: RightSet(u64::MAX),
            source: MarkSource::TitleDispute(digest(0)),
            authority: self.seats.authority,
            since: Moment(0),
            until: None,
            ended: None,
            order: None,
        };
        let ended = Mark {
            ended: Some((Moment(1), MarkEnd::Dismissed)),
            ..mark
        };
        let free = 1;
        let marks = standing_marks(mark, free).into_iter();
        let ended = core::iter::repeat(ended);
        put_marks::<T>(
            self.matching,
            &marks
                .chain(ended)
                .take((MARKS_MAX - free) as usize)
                .collect::<Vec<_>>(),
        );
    }

    /// An earlier registration of `holders` co-holders, made from `sources`, with `fingerprints`.
    pub fn earlier_registration(&self, holders: u32, sources: u32, fingerprints: u32) -> EarlierRegistration {
        let holders = match holders {
            1 => Holders::Sole(self.earlier[0]),
            _ => by_shares(&self.earlier[..holders as usize]),
        };
        let sources = &self.sources[..sources as usize];
        let mut earlier = earlier(self.seats.authority, holders, sources, first_day().day());
        earlier.fingerprints.truncate(fingerprints as usize);
        earlier
    }

    /// An earlier registration of as many co-holders as can be.
    pub fn largest_earlier_registration(&self) -> EarlierRegistration {
        self.earlier_registration(MAX_HOLDERS, 1, FINGERPRINTS.into())
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

/// As many marks as can stand against an object: those that organs ordered and those of others, all like `mark`, of which
/// last `free` places are left, and notices about sources.
pub(super) fn standing_marks(mark: Mark, free: u32) -> Vec<Mark> {
    let ordered = Mark {
        order: Some(largest_order()),
        ..mark
    };
    let of_organs = core::iter::repeat_n(ordered, LIVE_OF_ORGANS_MAX as usize);
    let of_parties = core::iter::repeat_n(mark, (LIVE_OF_PARTIES_MAX - free) as usize);
    let notice = Mark {
        kind: MarkKind::SourceNotice,
        rights: RightSet::NONE,
        ..mark
    };
    let of_sources = core::iter::repeat_n(notice, LIVE_OF_SOURCES_MAX as usize);
    of_organs.chain(of_parties).chain(of_sources).collect()
}

fn largest_order() -> Order {
    Order {
        organ: Organ {
            kind: OrganKind::Court,
            code: CreditCode(*b"12440000MB0000001C"),
        },
        instrument: digest(1),
        received_at: Moment(0),
        confirm_by: Some(Moment(u64::MAX)),
        term: OrderTerm::Days(1),
        entered_between: Some(EntryRange {
            first: u32::MAX,
            last: u32::MAX,
        }),
    }
}

/// Writes these as the marks of an object.
pub fn put_marks<T: Config>(object: ObjectId, marks: &[Mark]) {
    for (number, mark) in (0..).zip(marks) {
        Marks::<T>::insert(object, number, mark);
    }
    let live = live::of_all(marks, T::Rules::default().now());
    LiveMarks::<T>::insert(object, LiveMarksOf::truncate_from(live));
    Objects::<T>::mutate(object, |record| {
        record.as_mut().expect("the object is registered").marks = marks.len() as u32;
    });
}

/// A case in state.
pub(super) fn stored<T: Config>(case: CaseId) -> Result<Case, BenchmarkError> {
    Cases::<T>::get(case).ok_or(BenchmarkError::Stop("the case is in state"))
}
