//! A case on its way: its steps, and what is true of it at a moment without anyone acting.

use crate::{
    clock::{add_working_days, Calendar, CaseClock, Due, Moment},
    filing::{Deficiency, FirstRegistration},
    regime::{Act, Regime, RegimeId},
    rights::RightKind,
    Bounded, CaseId, Digest, ObjectId, OfficerId, PartyId,
};

domain! {
    /// An examiner's finding on one of the three conditions (S040).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Finding {
        /// Met.
        #[codec(index = 0)]
        Met,
        /// Not met.
        #[codec(index = 1)]
        NotMet,
    }

    /// The findings on lawful source 来源合法, compliant content 内容合规, clear authorisation 授权明晰.
    #[derive(Copy)]
    pub struct Findings {
        /// Lawful source.
        pub lawful_source: Finding,
        /// Compliant content.
        pub compliant_content: Finding,
        /// Clear authorisation.
        pub clear_authorisation: Finding,
    }

    /// Why registration is refused (NG 22, NG 39).
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum RefusalGround {
        /// May endanger national security, public interest or lawful rights, NG 22(1).
        #[codec(index = 0)]
        PublicInterest,
        /// The source breaches law, NG 22(2).
        #[codec(index = 1)]
        UnlawfulSource,
        /// An unresolved title dispute, NG 22(3).
        #[codec(index = 2)]
        TitleDispute,
        /// Facts hidden or false proof given, NG 22(4).
        #[codec(index = 3)]
        FalseMaterial,
        /// Another case in law, NG 22(5).
        #[codec(index = 4)]
        OtherLaw,
        /// Repeated registration by the same applicant, NG 39(2).
        #[codec(index = 5)]
        Repetition,
        /// Authorisation for this kind of right is not clear, NG 20 and 21.
        #[codec(index = 6)]
        UnclearAuthorisation,
    }

    /// The examiner's decision on one claimed right.
    #[derive(Copy)]
    pub struct Decision {
        /// The right.
        pub kind: RightKind,
        /// Granted, or refused on a ground.
        pub refused: Option<RefusalGround>,
    }

    /// What the examiner found about a fingerprint that another object already has (NG 21, 22(3), 39(2)).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum MatchFinding {
        /// A further lawful holder of the same object.
        #[codec(index = 0)]
        CoexistingHolder,
        /// The same applicant registers again: refused.
        #[codec(index = 1)]
        RepeatBySameApplicant,
        /// Title is disputed: refused.
        #[codec(index = 2)]
        TitleDispute,
    }

    /// The examiner's result.
    pub struct Examination {
        /// The three conditions.
        pub findings: Findings,
        /// One decision for each claimed right.
        pub decisions: Bounded<Decision, 3>,
        /// The finding on a matching fingerprint; required when the case has a match.
        pub match_finding: Option<MatchFinding>,
        /// Digest of the examination record kept by the authority.
        pub record: Digest,
    }

    /// Conclusion of a service institution's report.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Conclusion {
        /// True and compliant.
        #[codec(index = 0)]
        Favourable,
        /// Not true or not compliant.
        #[codec(index = 1)]
        Unfavourable,
    }

    /// A service institution's report on truth and compliance (S038).
    #[derive(Copy)]
    pub struct Report {
        /// The institution that signed it.
        pub institution: PartyId,
        /// Its conclusion.
        pub conclusion: Conclusion,
        /// Digest of the report.
        pub digest: Digest,
        /// When it was recorded.
        pub at: Moment,
    }

    /// An officer's act and its moment.
    #[derive(Copy)]
    pub struct Signed {
        /// The officer.
        pub officer: OfficerId,
        /// When.
        pub at: Moment,
    }

    /// A return for completion: once, with the whole list (NG 17, S043).
    pub struct Return {
        /// Everything that is missing.
        pub deficiencies: Bounded<Deficiency, 16>,
        /// Who returned it, and when.
        pub by: Signed,
        /// The last day to complete it; fixed when returned, so that a later calendar never moves it earlier.
        pub due: Due,
        /// When it was completed.
        pub completed_at: Option<Moment>,
    }

    /// Public notice of a case.
    #[derive(Copy)]
    pub struct Notice {
        /// When the examined text was published.
        pub published_at: Moment,
        /// The last day of the notice, fixed when published.
        pub due: Due,
    }

    /// Where a case stands, as written by the last act upon it. What time alone makes true is in [`Status`].
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Stage {
        /// Filed, or completed after a return.
        #[codec(index = 0)]
        Filed,
        /// Returned for completion.
        #[codec(index = 1)]
        Returned,
        /// Accepted; under examination.
        #[codec(index = 2)]
        Accepted,
        /// Examined; waits for another officer's approval.
        #[codec(index = 3)]
        Examined,
        /// Approved; waits for publication.
        #[codec(index = 4)]
        Approved,
        /// In public notice.
        #[codec(index = 5)]
        InNotice,
        /// Refused.
        #[codec(index = 6)]
        Refused,
        /// Withdrawn by the applicant.
        #[codec(index = 7)]
        Withdrawn,
    }

    /// A refusal, with its ground and the digest of the written notice.
    #[derive(Copy)]
    pub struct Refusal {
        /// The ground.
        pub ground: RefusalGround,
        /// Digest of the written notice.
        pub notice: Digest,
        /// Who refused, and when.
        pub by: Signed,
    }

    /// A case 案件 as kept in state until it ends.
    pub struct Case {
        /// Version of this layout: 1.
        pub version: u8,
        /// The act applied for.
        pub act: Act,
        /// The object it concerns; drawn at filing for a first registration.
        pub object: ObjectId,
        /// The regime version by which it is judged.
        pub regime: RegimeId,
        /// Who filed it.
        pub applicant: PartyId,
        /// When the application, complete or completed, was received.
        pub received_at: Moment,
        /// The application.
        pub filing: FirstRegistration,
        /// Where it stands.
        pub stage: Stage,
        /// The return for completion, if there was one.
        pub returned: Option<Return>,
        /// Working days of review; set at acceptance.
        pub clock: Option<CaseClock>,
        /// When it was accepted.
        pub accepted_at: Option<Moment>,
        /// Reports of service institutions.
        pub reports: Bounded<Report, 8>,
        /// An earlier object with the same fingerprint.
        pub matches: Option<ObjectId>,
        /// The examiner's result and signature.
        pub examination: Option<(Examination, Signed)>,
        /// The approval.
        pub approval: Option<Signed>,
        /// The public notice.
        pub notice: Option<Notice>,
        /// The refusal.
        pub refusal: Option<Refusal>,
    }

    /// What is true of a case at a moment: a function of state and time, the same for everyone.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Status {
        /// Filed; the authority has until `due` to accept or return it.
        #[codec(index = 0)]
        Filed {
            /// Last day of acceptance.
            due: Due,
        },
        /// Returned; the applicant has until `due` to complete it.
        #[codec(index = 1)]
        Returned {
            /// Last day of completion.
            due: Due,
        },
        /// Returned and not completed in time: treated as never filed (NG 17).
        #[codec(index = 2)]
        NeverFiled {
            /// The last day of completion, which has passed.
            due: Due,
        },
        /// Accepted, expressly or by silence; under examination.
        #[codec(index = 3)]
        Examining {
            /// Last day of review; nothing while the clock is paused.
            due: Option<Due>,
            /// Accepted by silence (NG 17).
            by_silence: bool,
        },
        /// Examined; waits for approval.
        #[codec(index = 4)]
        AwaitingApproval {
            /// Last day of review.
            due: Option<Due>,
        },
        /// Approved; waits for publication.
        #[codec(index = 5)]
        AwaitingPublication {
            /// Last day of review.
            due: Option<Due>,
        },
        /// In public notice.
        #[codec(index = 6)]
        InNotice {
            /// Last day of notice.
            due: Due,
        },
        /// The notice has ended: ready to be entered.
        #[codec(index = 7)]
        ReadyToEnter {
            /// The last day of the notice, which has passed.
            due: Due,
        },
        /// Refused.
        #[codec(index = 8)]
        Refused,
        /// Withdrawn.
        #[codec(index = 9)]
        Withdrawn,
    }
}

/// The acceptance of a case, expressly or by silence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Acceptance {
    /// When: for silence, the start of the first working day after the period.
    pub at: Moment,
    /// Whether by silence.
    pub by_silence: bool,
    /// The clock of review.
    pub clock: CaseClock,
}

impl Case {
    /// Last day on which the authority accepts or returns the application (NG 17).
    pub fn acceptance_due(&self, regime: &Regime, calendar: &impl Calendar) -> Due {
        add_working_days(
            calendar,
            self.received_at.day(),
            regime.limits.acceptance_working_days.number,
        )
    }

    /// Whether and since when the case is accepted at `now`.
    pub fn acceptance(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> Option<Acceptance> {
        if let (Some(at), Some(clock)) = (self.accepted_at, self.clock) {
            return Some(Acceptance {
                at,
                by_silence: false,
                clock,
            });
        }
        let waiting = self.stage == Stage::Filed;
        if !waiting || !regime.limits.silence_is_acceptance {
            return None;
        }
        let due = self.acceptance_due(regime, calendar);
        let deemed = add_working_days(calendar, due.day, 1).day;
        (now >= deemed.start()).then(|| Acceptance {
            at: deemed.start(),
            by_silence: true,
            clock: CaseClock::start(regime.limits.review_working_days.number, deemed),
        })
    }

    /// What is true of the case at `now`.
    pub fn status(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> Status {
        let review_due = || self.clock.and_then(|clock| clock.due(calendar));
        match (self.stage, self.returned.as_ref(), self.notice) {
            (Stage::Returned, Some(returned), _) if now >= returned.due.day.end() => {
                Status::NeverFiled { due: returned.due }
            }
            (Stage::Returned, Some(returned), _) => Status::Returned { due: returned.due },
            (Stage::InNotice, _, Some(notice)) if now >= notice.due.day.end() => {
                Status::ReadyToEnter { due: notice.due }
            }
            (Stage::InNotice, _, Some(notice)) => Status::InNotice { due: notice.due },
            (Stage::Examined, ..) => Status::AwaitingApproval { due: review_due() },
            (Stage::Approved | Stage::InNotice, ..) => Status::AwaitingPublication { due: review_due() },
            (Stage::Refused, ..) => Status::Refused,
            (Stage::Withdrawn, ..) => Status::Withdrawn,
            (Stage::Filed | Stage::Returned | Stage::Accepted, ..) => {
                match self.acceptance(now, regime, calendar) {
                    Some(acceptance) => Status::Examining {
                        due: acceptance.clock.due(calendar),
                        by_silence: acceptance.by_silence,
                    },
                    None => Status::Filed {
                        due: self.acceptance_due(regime, calendar),
                    },
                }
            }
        }
    }

    /// Whether the party is an applicant or would be a holder.
    pub fn concerns(&self, party: PartyId) -> bool {
        self.applicant == party || self.filing.holders.contains(party)
    }
}

impl Findings {
    /// Whether all three conditions are met.
    pub fn all_met(&self) -> bool {
        [
            self.lawful_source,
            self.compliant_content,
            self.clear_authorisation,
        ]
        .iter()
        .all(|finding| *finding == Finding::Met)
    }
}

impl Examination {
    /// The kinds granted.
    pub fn granted(&self) -> impl Iterator<Item = RightKind> + '_ {
        self.decisions
            .iter()
            .filter(|decision| decision.refused.is_none())
            .map(|decision| decision.kind)
    }
}

/// The identifiers of a case and its object share one serial number at filing, so that a closed case is found through
/// its object.
pub fn object_of_first_registration(case: CaseId) -> ObjectId {
    ObjectId(case.0)
}
