//! The largest dealings: an object with as many rights, marks and open cases as it can hold, thirty-two parties, and a
//! case that is otherwise as large as that of the largest first registration.

use super::{
    filings::{by_shares, digest, evidence, fingerprint, register, unregistered},
    worst_case::{first_day, put_marks, standing_marks, stored, About, Worst},
    Helper,
};
use crate::{
    change::CHANGED_CERTIFICATES_MAX,
    entering::RIGHTS_MAX,
    live_marks::LIVE_OF_PARTIES_MAX,
    roll::{Line, HOLDERS_MAX},
    Cases, Certificates, Config, Derived, Objects, Pallet, Rights, Rolls,
};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::BenchmarkError;
use quanji_primitives::{
    capacity::{Capacity, Via},
    case::{Case, Concerned, MarkConsent, Signing, Stage},
    clock::Moment,
    directory::PartyRegister,
    ending::{CancellationReason, Correction, CorrectionGround, Extinction, MotionMatter},
    filing::{
        Application, Cancellation, Change, Dealing, Declaration, DescriptionChange, LevelChange, Matter,
        Part, Renewal, Split, Transfer, TransferReason,
    },
    marks::{Mark, MarkKind, MarkSource, RightSet},
    object::DataLevel,
    object::Source,
    regimes::NATIONAL_2026,
    rights::{Holders, RightKind, RightKinds, MAX_HOLDERS},
    terms::{DepartmentConsent, ExportRoute, ExportRouteKind},
    v1::VERSION,
    Bounded, CaseId, Digest, ObjectId, PartyId, RightId,
};

/// As many open cases as an object can list, but the one at work.
const OTHER_CASES: u64 = 7;
/// Of each licence: with sixteen holders of three rights, as many as an object has room for.
const LICENSEES: usize = ((HOLDERS_MAX - 3 * MAX_HOLDERS) / (RIGHTS_MAX - 3)) as usize;

/// Persons, and the object dealt with.
pub(super) struct Dealings<T: Config> {
    pub worst: Worst<T>,
    pub object: ObjectId,
    giving: Vec<PartyId>,
    receiving: Vec<PartyId>,
}

impl<T: Config> Dealings<T> {
    /// Sixteen co-holders have the three rights on the first certificate; all others are licences but one, which has
    /// lapsed.
    pub fn prepare() -> Self {
        let worst = Worst::<T>::prepare(About::NewData);
        let (giving, receiving) = (worst.filing.parties(), worst.earlier.clone());
        let object = ObjectId::new(worst.seats.authority, 2_000_000).expect("the serial is in range");
        let holders = Holders::Joint(Bounded::truncate_from(giving.clone()));
        let licensee = by_shares(&receiving[..LICENSEES]);
        register::<T>(object, &alloc::vec![&licensee; RIGHTS_MAX as usize - 1]);
        for (number, kind) in (0..).zip(RightKind::ALL) {
            Rights::<T>::mutate(object, number, |right| {
                let right = right.as_mut().expect("the right is registered");
                right.kind = kind;
                right.holders = holders.clone();
                right.certificate = 0;
                right.valid_until = first_day().day().plus(100).end();
            });
        }
        Certificates::<T>::mutate(object, 0, |certificate| {
            let certificate = certificate.as_mut().expect("the certificate is registered");
            certificate.rights = Bounded::truncate_from(alloc::vec![0, 1, 2]);
        });
        for number in 3..RIGHTS_MAX - 1 {
            Rights::<T>::mutate(object, number, |right| {
                let right = right.as_mut().expect("the right is registered");
                right.parent = Some(RightId { object, index: 2 });
                if number == RIGHTS_MAX - 2 {
                    right.parent = None;
                    right.valid_until = quanji_primitives::clock::Moment(0);
                }
            });
        }
        let this = Self {
            worst,
            object,
            giving,
            receiving,
        };
        this.write_roll();
        this.fill_marks();
        this
    }

    /// As many certificates show the facts as one change can raise, that of the lapsed right among them.
    pub fn show_on_many(&self) {
        let shown = CHANGED_CERTIFICATES_MAX as u32;
        for number in 3..=shown {
            Rights::<T>::mutate(self.object, number, |right| {
                right.as_mut().expect("the right is registered").parent = None;
            });
        }
        self.write_roll();
    }

    fn write_roll(&self) {
        let lines = Rights::<T>::iter_prefix(self.object);
        let lines = lines.filter_map(|(number, right)| Line::of_right(number, &right));
        Rolls::<T>::insert(self.object, Bounded::truncate_from(lines.collect()));
    }

    /// As many notices as can stand, all against all rights.
    fn fill_marks(&self) {
        let mark = self.mark(MarkKind::ObjectionNotice, RightSet(u64::MAX));
        put_marks::<T>(self.object, &standing_marks(mark, 0));
    }

    fn mark(&self, kind: MarkKind, rights: RightSet) -> Mark {
        Mark {
            version: VERSION,
            kind,
            rights,
            source: MarkSource::TitleDispute(digest(0)),
            authority: self.worst.seats.authority,
            since: quanji_primitives::clock::Moment(0),
            until: None,
            ended: None,
            order: None,
        }
    }

    /// What was made from sixteen rights of the object, waiting to be told of the marks.
    pub fn descendant(&self) -> ObjectId {
        let (source, made) = (self.object, ObjectId(self.object.0.saturating_add(1_000_000)));
        let right = |index| {
            Source::Right(RightId {
                object: source,
                index,
            })
        };
        Objects::<T>::mutate(source, |record| {
            let record = record.as_mut().expect("the object is registered");
            record.derived = 1;
            let mut derived = record.clone();
            derived.marks = 0;
            derived.facts.lineage = Bounded::truncate_from((0..16).map(right).collect());
            Objects::<T>::insert(made, derived);
        });
        Derived::<T>::insert(source, 0, made);
        let record = Objects::<T>::get(source).expect("the object is registered");
        Pallet::<T>::queue_new_descendant(source, &record);
        made
    }

    fn dealing(&self, kinds: RightKinds, matter: Matter) -> Dealing {
        Dealing {
            authority: self.worst.seats.authority,
            regime: NATIONAL_2026,
            object: self.object,
            certificate: 0,
            kinds,
            evidence: evidence(1),
            declaration: Declaration {
                truthful: true,
                touches_public_interest: true,
                document: digest(3),
            },
            matter,
        }
    }

    /// Of all three rights from sixteen co-holders to sixteen others, with every licence in force.
    pub fn transfer(&self) -> Dealing {
        let transfer = Transfer {
            to: Holders::Joint(Bounded::truncate_from(self.receiving.clone())),
            share: None,
            reason: TransferReason::Ruling,
            limit: None,
            survivors: Bounded::truncate_from((3..RIGHTS_MAX - 2).collect()),
            back: None,
            export: Some(ExportRoute {
                kind: ExportRouteKind::SecurityAssessment,
                document: digest(1),
                until: Moment(u64::MAX),
            }),
            department_consent: Some(DepartmentConsent {
                number: "12345678901234567890123456789012".parse().expect("a number"),
                document: digest(1),
            }),
        };
        self.dealing(RightKinds::ALL, Matter::Transfer(transfer))
    }

    /// Of every fact that may change.
    pub fn change(&self) -> Dealing {
        let change = Change {
            description: Some(DescriptionChange {
                to: Digest::sha2_256(&[1]),
                withholding: None,
            }),
            industry: Some(96),
            form: Some(5),
            level: Some(LevelChange {
                to: DataLevel::General,
                assessment: digest(7),
            }),
            split: None,
        };
        self.proven(change)
    }

    /// Of one part with this description, with as many fingerprints as it can have.
    pub fn split(&self, description: Digest) -> Dealing {
        let part = Part {
            description,
            fingerprints: Bounded::truncate_from((100..104).map(fingerprint).collect()),
        };
        let change = Change {
            description: Some(DescriptionChange {
                to: Digest::sha2_256(&[1]),
                withholding: None,
            }),
            industry: None,
            form: None,
            level: None,
            split: Some(Box::new(Split {
                fingerprints: Bounded::default(),
                parts: Bounded::truncate_from(alloc::vec![part]),
            })),
        };
        self.proven(change)
    }

    fn proven(&self, change: Change) -> Dealing {
        let mut dealing = self.dealing(RightKinds::NONE, Matter::Change(change));
        if let Some(last) = dealing.evidence.last_mut() {
            last.kind = quanji_primitives::filing::EvidenceKind::ChangeProof;
        }
        dealing
    }

    /// Lets a split pass: the licences are over, against what is split only those marks stand whose holders have consented, no
    /// source is registered, and the other cases have ended.
    pub fn let_split(&self) {
        for number in 3..RIGHTS_MAX - 1 {
            Rights::<T>::mutate(self.object, number, |right| {
                let right = right.as_mut().expect("the right is registered");
                right.parent = Some(RightId {
                    object: self.object,
                    index: 2,
                });
                right.valid_until = quanji_primitives::clock::Moment(0);
            });
        }
        self.write_roll();
        let consented = self.mark(MarkKind::Pledge, RightSet(u64::MAX));
        let of_none = self.mark(MarkKind::Pledge, RightSet::NONE.with(RIGHTS_MAX - 1));
        let others = standing_marks(of_none, LIVE_OF_PARTIES_MAX);
        let marks: Vec<_> = core::iter::repeat_n(consented, 16).chain(others).collect();
        put_marks::<T>(self.object, &marks);
        let cases = Objects::<T>::mutate(self.object, |record| {
            let record = record.as_mut().expect("the object is registered");
            record.facts.lineage = unregistered();
            record.open_cases.clone()
        });
        for other in cases.iter().take(OTHER_CASES as usize) {
            Cases::<T>::mutate(other, |case| {
                case.as_mut().expect("the case is in state").stage = Stage::Withdrawn;
            });
        }
    }

    /// Of all three rights.
    pub fn renewal(&self) -> Dealing {
        let renewal = Renewal {
            years: 5,
            revives: false,
        };
        self.dealing(RightKinds::ALL, Matter::Renewal(renewal))
    }

    /// Of all three rights, with every licence in force.
    pub fn cancellation(&self) -> Dealing {
        let cancellation = Cancellation {
            reason: CancellationReason::GivenUp,
            licences: Bounded::truncate_from((3..RIGHTS_MAX - 2).collect()),
        };
        self.dealing(RightKinds::ALL, Matter::Cancellation(cancellation))
    }

    /// Lets a cancellation pass: against what ends only those marks stand whose holders have consented, and the other cases
    /// are about a certificate of their own.
    pub fn let_cancel(&self) {
        let consented = self.mark(MarkKind::Pledge, RightSet(u64::MAX));
        let of_another = self.mark(MarkKind::Pledge, RightSet::NONE.with(RIGHTS_MAX - 2));
        let others = standing_marks(of_another, LIVE_OF_PARTIES_MAX);
        let marks: Vec<_> = core::iter::repeat_n(consented, 16).chain(others).collect();
        put_marks::<T>(self.object, &marks);
        let record = Objects::<T>::get(self.object).expect("the object is registered");
        for other in record.open_cases.iter().take(OTHER_CASES as usize) {
            Cases::<T>::mutate(other, |case| {
                if let Some(Application::Dealing(dealing)) = case.as_mut().map(|case| &mut case.filing) {
                    dealing.certificate = 1;
                }
            });
        }
    }

    /// An extinction of all three rights.
    pub fn extinction(&self) -> MotionMatter {
        MotionMatter::Extinction {
            rights: [0, 1, 2].into_iter().collect(),
            ground: Extinction::DataDestroyed,
        }
    }

    /// A correction of every fact that may be corrected.
    pub fn correction(&self, text: &[u8]) -> MotionMatter {
        MotionMatter::Correction {
            ground: CorrectionGround::ProvenError,
            facts: Correction {
                description: Some(Digest::sha2_256(text)),
                industry: Some(96),
                form: Some(5),
                level: Some(DataLevel::General),
            },
        }
    }

    /// As many reservations as can stand, against the first right.
    pub fn reserve(&self) {
        let mark = self.mark(MarkKind::Reservation, RightSet::NONE.with(0));
        put_marks::<T>(self.object, &standing_marks(mark, 0));
    }

    /// Proposes a motion of the authority.
    pub fn propose(&self, matter: MotionMatter) -> Result<(), BenchmarkError> {
        let examiner = self.worst.examiner().into();
        Ok(Pallet::<T>::propose_motion(
            examiner,
            self.object,
            matter,
            evidence(1),
            digest(8),
        )?)
    }

    /// Makes the case of the largest first registration one of `dealing`, listed by its object behind as many others as it
    /// can be. `awaited` of the signatures are missing.
    pub fn made_about(&self, id: CaseId, dealing: Dealing, awaited: usize) -> Result<(), BenchmarkError> {
        let mut case = stored::<T>(id)?;
        let via = case.via;
        let parties: Vec<_> = self.giving.iter().chain(&self.receiving).copied().collect();
        let given = parties.len().saturating_sub(awaited);
        let concerned = parties.into_iter().enumerate().map(|(place, party)| Concerned {
            party,
            signing: if place < given {
                Signing::Given {
                    via,
                    at: case.received_at,
                }
            } else {
                Signing::Awaited
            },
        });
        case.concerned = Bounded::truncate_from(concerned.collect());
        case.consents = self.consents(via, &case);
        case.act = dealing.matter.act();
        case.object = self.object;
        case.matches = None;
        if let Some((examination, _)) = &mut case.examination {
            let kinds: Vec<_> = dealing.claimed().collect();
            examination
                .decisions
                .retain(|decision| kinds.contains(&decision.kind));
            examination.decisions.truncate(kinds.len());
            for (decision, kind) in examination.decisions.iter_mut().zip(kinds) {
                decision.kind = kind;
                decision.refused = None;
            }
            examination.match_finding = None;
        }
        case.filing = dealing.into();
        if awaited > 0 {
            case.stage = Stage::AwaitingSignatures;
        }
        self.list(Some(id), &case);
        Cases::<T>::insert(id, case);
        Ok(())
    }

    fn consents(&self, via: Via, case: &Case) -> Bounded<MarkConsent, 16> {
        let consents = (0..16).map(|mark| MarkConsent {
            mark,
            party: case.applicant,
            via,
            at: case.received_at,
        });
        Bounded::truncate_from(consents.collect())
    }

    /// Lists open cases of the object, each as large as `like`, and last the one at work.
    pub fn list(&self, id: Option<CaseId>, like: &Case) {
        let authority = self.worst.seats.authority;
        let others: Vec<_> = (0..OTHER_CASES)
            .filter_map(|number| CaseId::new(authority, 3_000_000u64.saturating_add(number)))
            .collect();
        for other in &others {
            Cases::<T>::insert(other, like);
        }
        Objects::<T>::mutate(self.object, |record| {
            let record = record.as_mut().expect("the object is registered");
            record.open_cases = Bounded::truncate_from(others.into_iter().chain(id).collect());
        });
    }

    /// The agent, with a power of the last of those who receive.
    pub fn capacity_of_receiver(&self) -> Capacity {
        let agent = T::Parties::party_of(&self.worst.agent).expect("the agent is admitted");
        let last = self.receiving[self.receiving.len() - 1];
        Capacity::Agent(T::BenchmarkHelper::grant_power(last, agent))
    }
}
