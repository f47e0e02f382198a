//! The largest application there can be, and its case at each step.

use super::{Helper, Seats};
use crate::{
    entering::RIGHTS_MAX, publication::TEXT_BYTES_MAX, Cases, Config, LastSerial, ObjectByFingerprint,
    Objects, Pallet, Rights,
};
use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::BenchmarkError;
use frame_system::RawOrigin;
use quanji_primitives::{
    case::{Case, Conclusion, Decision, Examination, Finding, Findings, MatchFinding, RefusalGround},
    clock::{Day, Moment},
    filing::{Declaration, Deficiency, Evidence, EvidenceKind, FirstRegistration},
    object::{
        DataCategory, DataLevel, Fingerprint, FingerprintKind, LawfulGround, ObjectFacts, ObjectKind,
        PersonalInformation, PublicClass, Source, SourceKind,
    },
    person::PartyRole,
    regime::{ClaimCondition, Regime},
    regimes::{national_2026, NATIONAL_2026},
    rights::{Claim, Holders, RightKind, Share, MAX_HOLDERS, SHARES_WHOLE},
    v1::{ObjectRecord, Outcome, Publication, RightRecord, RightStatus, VERSION},
    AuthorityId, Bounded, CaseId, Digest, ObjectId, PartyId, RightId,
};

const FINGERPRINTS: u8 = 4;
const SOURCES: u64 = 16;
const REPORTS: u32 = 8;
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

/// What an application matches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Matches {
    /// Nothing.
    None,
    /// Four objects, each with as many rights as it can hold.
    Full,
    /// Four objects, the first with room for three rights.
    WithRoom,
}

/// Persons, and the largest application.
pub(super) struct Worst<T: Config> {
    pub seats: Seats<T::AccountId>,
    pub applicant: T::AccountId,
    pub institutions: Vec<T::AccountId>,
    pub filing: FirstRegistration,
}

fn regime() -> Regime {
    Regime {
        report_required: true,
        ..national_2026()
    }
}

fn digest(byte: u8) -> Digest {
    Digest::Sha2_256([byte; 32])
}

fn fingerprint(byte: u8) -> Fingerprint {
    Fingerprint {
        kind: FingerprintKind::Snapshot,
        day: Day(20_000),
        digest: Digest::Blake3_256([byte; 32]),
    }
}

fn by_shares(parties: &[PartyId]) -> Holders {
    let parts = SHARES_WHOLE / MAX_HOLDERS;
    let shares = parties.iter().map(|party| Share { party: *party, parts });
    Holders::Shares(Bounded::truncate_from(shares.collect()))
}

/// Everything that a rule looks for stands last.
fn evidence() -> Bounded<Evidence, 16> {
    let mut kinds = vec![EvidenceKind::Contract; 12];
    kinds.extend([
        EvidenceKind::Identity,
        EvidenceKind::LawfulAcquisition,
        EvidenceKind::ImpactAssessment,
        EvidenceKind::ConditionProof,
    ]);
    let documents = kinds.into_iter().map(|kind| Evidence {
        kind,
        digest: digest(1),
    });
    Bounded::truncate_from(documents.collect())
}

fn facts(sources: &[ObjectId]) -> ObjectFacts {
    let lineage = sources.iter().map(|object| {
        Source::Right(RightId {
            object: *object,
            index: 0,
        })
    });
    ObjectFacts {
        kind: ObjectKind::Product,
        category: DataCategory::Enterprise,
        level: DataLevel::Important,
        source: SourceKind::JointFusion,
        public_class: PublicClass::AuthorisedOperation {
            query_code: Bounded::truncate_from(vec![b'A'; 32]),
        },
        industry: 97,
        form: Some(6),
        personal_information: Some(PersonalInformation {
            ground: LawfulGround::Consent,
            authorisation: digest(2),
            until: Some(Day(30_000)),
        }),
        description: Digest::sha2_256(&text(TEXT_BYTES_MAX)),
        lineage: Bounded::truncate_from(lineage.collect()),
    }
}

fn filing(authority: AuthorityId, holders: Holders, sources: &[ObjectId]) -> FirstRegistration {
    let claims = RightKind::ALL.map(|kind| Claim { kind, years: 5 });
    let conditions = [
        ClaimCondition::NoSubstitution,
        ClaimCondition::LawOrContract,
        ClaimCondition::ParticipantsConsent,
    ];
    FirstRegistration {
        authority,
        regime: NATIONAL_2026,
        facts: facts(sources),
        holders,
        claims: Bounded::truncate_from(claims.to_vec()),
        conditions: Bounded::truncate_from([&conditions[..1], &conditions].concat()),
        fingerprints: Bounded::truncate_from((0..FINGERPRINTS).map(fingerprint).collect()),
        evidence: evidence(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: true,
            document: digest(3),
        },
    }
}

/// A text of `length` bytes in which every second byte begins a word of digits.
pub(super) fn text(length: u32) -> Vec<u8> {
    [b'1', b' '].into_iter().cycle().take(length as usize).collect()
}

/// Registers an object with `rights` rights of sixteen holders.
fn register<T: Config>(object: ObjectId, rights: u32, holders: &Holders) {
    let right = RightRecord {
        version: VERSION,
        kind: RightKind::Operating,
        holders: holders.clone(),
        parent: None,
        valid_until: Moment(u64::MAX),
        certificate: 0,
        entry: 1,
        status: RightStatus::Live,
        marks: 0,
        licences: 0,
    };
    for number in 0..rights {
        Rights::<T>::insert(object, number, &right);
    }
    let record = ObjectRecord {
        version: VERSION,
        facts: facts(&vec![object; SOURCES as usize]),
        authority: object.authority(),
        regime: NATIONAL_2026,
        publication: Publication::Full,
        outcome: Outcome::Live,
        entered_at: Moment(0),
        rights,
        certificates: 0,
        entries: 1,
        fingerprints: 0,
        derived: 0,
        open_cases: Default::default(),
        history: [1; 32],
    };
    Objects::<T>::insert(object, record);
}

impl<T: Config> Worst<T> {
    /// Admits everyone and registers what the application names or matches.
    pub fn prepare(matches: Matches) -> Self {
        T::BenchmarkHelper::install_rules(regime());
        T::BenchmarkHelper::set_time(first_day());
        let seats = T::BenchmarkHelper::admit_authority();
        let authority = seats.authority;
        let admit = |number, roles: &[PartyRole]| T::BenchmarkHelper::admit_parties(authority, number, roles);
        let holders = admit(MAX_HOLDERS, &[PartyRole::Registrant]);
        let earlier = admit(MAX_HOLDERS, &[PartyRole::Registrant]);
        let institutions = admit(REPORTS, &[PartyRole::Registrant, PartyRole::ServiceInstitution]);
        let ids = |admitted: &[(T::AccountId, PartyId)]| {
            by_shares(&admitted.iter().map(|(_, party)| *party).collect::<Vec<_>>())
        };
        let object = |serial: u64| ObjectId::new(authority, 1_000_000u64.saturating_add(serial));
        let sources: Vec<_> = (0..SOURCES).filter_map(object).collect();
        for source in &sources {
            register::<T>(*source, 1, &ids(&earlier));
        }
        if matches != Matches::None {
            for (byte, object) in (0..FINGERPRINTS).zip((SOURCES..).filter_map(object)) {
                let room = if byte == 0 && matches == Matches::WithRoom {
                    3
                } else {
                    0
                };
                register::<T>(object, RIGHTS_MAX.saturating_sub(room), &ids(&earlier));
                ObjectByFingerprint::<T>::insert(fingerprint(byte).digest, object);
            }
        }
        // The applicant is the last of the holders.
        let applicant = holders[holders.len() - 1].0.clone();
        let institutions = institutions.into_iter().map(|(account, _)| account).collect();
        let filing = filing(authority, ids(&holders), &sources);
        Self {
            seats,
            applicant,
            institutions,
            filing,
        }
    }

    pub fn applicant(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.applicant.clone())
    }

    pub fn examiner(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.seats.examiner.clone())
    }

    pub fn reviewer(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.seats.reviewer.clone())
    }

    /// The last of the institutions.
    pub fn institution(&self) -> RawOrigin<T::AccountId> {
        RawOrigin::Signed(self.institutions[self.institutions.len() - 1].clone())
    }

    /// The last case filed.
    pub fn last_case(&self) -> CaseId {
        let serial = LastSerial::<T>::get(self.seats.authority);
        CaseId::new(self.seats.authority, serial).unwrap_or(CaseId(0))
    }

    /// A filed case with the reports of all institutions but `without`; of all conclusions only the last is favourable.
    pub fn filed(&self, without: usize) -> Result<CaseId, BenchmarkError> {
        Pallet::<T>::file(self.applicant().into(), Box::new(self.filing.clone()))?;
        let case = self.last_case();
        let last = self.institutions.len() - 1;
        for (place, account) in self.institutions[..=last - without].iter().enumerate() {
            let conclusion = if place == last {
                Conclusion::Favourable
            } else {
                Conclusion::Unfavourable
            };
            Pallet::<T>::report(
                RawOrigin::Signed(account.clone()).into(),
                case,
                conclusion,
                digest(4),
            )?;
        }
        Ok(case)
    }

    /// A filed case that was returned and completed once: the largest record.
    pub fn completed(&self, without: usize) -> Result<CaseId, BenchmarkError> {
        let case = self.filed(without)?;
        Pallet::<T>::return_for_completion(self.examiner().into(), case, deficiencies(), 20)?;
        Pallet::<T>::resubmit(self.applicant().into(), case, Box::new(self.filing.clone()))?;
        Ok(case)
    }

    /// The examination that grants everything, with a finding on the match if there is one.
    pub fn examination(&self) -> Examination {
        let granted = RightKind::ALL.map(|kind| Decision { kind, refused: None });
        let matched = Pallet::<T>::first_match(&self.filing).is_some();
        Examination {
            findings: Findings {
                lawful_source: Finding::Met,
                compliant_content: Finding::Met,
                clear_authorisation: Finding::Met,
            },
            decisions: Bounded::truncate_from(granted.to_vec()),
            match_finding: matched.then_some(MatchFinding::CoexistingHolder),
            record: digest(5),
        }
    }

    pub fn examined(&self) -> Result<CaseId, BenchmarkError> {
        let case = self.completed(0)?;
        Pallet::<T>::accept(self.examiner().into(), case)?;
        Pallet::<T>::examine(self.examiner().into(), case, Box::new(self.examination()))?;
        Ok(case)
    }

    pub fn approved(&self) -> Result<CaseId, BenchmarkError> {
        let case = self.examined()?;
        Pallet::<T>::approve(self.reviewer().into(), case)?;
        Ok(case)
    }

    pub fn in_notice(&self) -> Result<CaseId, BenchmarkError> {
        let case = self.approved()?;
        let text = Bounded::truncate_from(text(TEXT_BYTES_MAX));
        Pallet::<T>::publish(self.examiner().into(), case, text)?;
        Ok(case)
    }

    pub fn ready_to_enter(&self) -> Result<CaseId, BenchmarkError> {
        let case = self.in_notice()?;
        T::BenchmarkHelper::set_time(much_later());
        Ok(case)
    }

    pub fn refused(&self) -> Result<CaseId, BenchmarkError> {
        let case = self.in_notice()?;
        Pallet::<T>::refuse(self.reviewer().into(), case, RefusalGround::OtherLaw, digest(6))?;
        Ok(case)
    }
}

/// As many deficiencies as a return can list.
pub(super) fn deficiencies() -> Bounded<Deficiency, 16> {
    Bounded::truncate_from(vec![Deficiency::Evidence(EvidenceKind::Contract); 16])
}

/// A case in state.
pub(super) fn stored<T: Config>(case: CaseId) -> Result<Case, BenchmarkError> {
    Cases::<T>::get(case).ok_or(BenchmarkError::Stop("the case is in state"))
}
