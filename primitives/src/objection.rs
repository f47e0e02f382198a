//! Objections 异议: in the public notice of a case (NG 25) and after entry (NG 29).

use crate::{
    capacity::Via,
    case::Signed,
    clock::{Due, Moment},
    filing::Evidence,
    marks::RightSet,
    regime::RegimeId,
    written_notice::WrittenNotice,
    AuthorityId, Bounded, Digest, ObjectId, OfficerId, PartyId, PowerId,
};

mod standing;

/// The most agents and officers at the counter who act in one objection: one for each of sixteen co-holders and the
/// objector, with room for a change.
pub const REPRESENTATIVES_MAX: u32 = 24;

domain! {
    /// On what an objection rests.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum ObjectionGround {
        /// The right is another's: a title dispute 权属争议 (S012, S048).
        #[codec(index = 0)]
        Title,
        /// The data was obtained unlawfully.
        #[codec(index = 1)]
        UnlawfulSource,
        /// The registration is wrong in its facts.
        #[codec(index = 2)]
        Error,
        /// It harms lawful rights of persons whose data it holds.
        #[codec(index = 3)]
        PersonalRights,
        /// Another ground in law.
        #[codec(index = 4)]
        OtherLaw,
    }

    /// The result of an investigation.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum ObjectionResult {
        /// Well founded.
        #[codec(index = 0)]
        Upheld,
        /// Not well founded.
        #[codec(index = 1)]
        Dismissed,
    }

    /// An objection in the public notice of a case (NG 25).
    pub struct NoticeObjection {
        /// Who objects.
        pub objector: PartyId,
        /// Through whom.
        pub via: Via,
        /// When it was received.
        pub received_at: Moment,
        /// Its ground.
        pub ground: ObjectionGround,
        /// Digest of the reasons and materials.
        pub materials: Digest,
        /// Last day of the investigation, fixed when received.
        pub due: Due,
        /// The result, the digest of its record, and who signed it.
        pub result: Option<(ObjectionResult, Digest, Signed)>,
    }

    /// Where an objection after entry stands, as written by the last act upon it.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum ObjectionStage {
        /// Filed; the authority checks whether it is complete.
        #[codec(index = 0)]
        Filed,
        /// Incomplete; the objector was told what is missing.
        #[codec(index = 1)]
        Returned,
        /// Complete; the registrant was told.
        #[codec(index = 2)]
        Notified,
        /// The registrant disagrees and explained why.
        #[codec(index = 3)]
        Contested,
        /// The authority proposed a conclusion.
        #[codec(index = 4)]
        Concluded,
        /// One side did not accept the conclusion: it changes nothing; the way to court or arbitration is open.
        #[codec(index = 5)]
        Unaccepted,
        /// Proof that a court or arbitral body took the matter was given.
        #[codec(index = 6)]
        InCourt,
        /// The registrant agreed, both sides accepted, or a binding document was given: waits for its execution.
        #[codec(index = 7)]
        Decided,
        /// Carried out, or dismissed with the agreement of both sides.
        #[codec(index = 8)]
        Closed,
        /// Withdrawn by the objector.
        #[codec(index = 9)]
        Withdrawn,
        /// A time limit of a party passed, and an officer removed the notice for it.
        #[codec(index = 10)]
        Lapsed,
    }

    /// What is to happen to the registration.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Disposition {
        /// Nothing changes.
        #[codec(index = 0)]
        Dismiss,
        /// The contested rights are cancelled.
        #[codec(index = 1)]
        Cancel,
        /// The content is changed; carried out by a change or correction.
        #[codec(index = 2)]
        Change,
    }

    /// On what a decided objection rests.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Decided {
        /// The registrant agreed with the objection.
        #[codec(index = 0)]
        RegistrantAgreed,
        /// Both sides accepted the authority's conclusion.
        #[codec(index = 1)]
        BothAccepted,
        /// A binding judgment or award, by the digest of the document.
        #[codec(index = 2)]
        Instrument(Digest),
    }

    /// The two sides of an objection.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Side {
        /// Who objects.
        #[codec(index = 0)]
        Objector,
        /// Whose registration it is.
        #[codec(index = 1)]
        Registrant,
    }

    /// An agent, or an officer at the counter, who acted for a side.
    #[derive(Copy)]
    pub struct Representative {
        /// For which side.
        pub side: Side,
        /// The agent or officer.
        pub via: Via,
    }

    /// The conclusion an authority proposes.
    #[derive(Copy)]
    pub struct Conclusion {
        /// What should happen.
        pub disposition: Disposition,
        /// Digest of the reasoned conclusion.
        pub record: Digest,
        /// The written notice of it to both sides; delivered when the later of them has it.
        pub notice: WrittenNotice,
        /// Who concluded.
        pub by: Signed,
        /// Whether the objector accepts; nothing until it answers.
        pub objector_accepts: Option<bool>,
        /// Whether the registrant accepts; nothing until it answers.
        pub registrant_accepts: Option<bool>,
        /// When the last of the two answers was received.
        pub answered_at: Option<Moment>,
    }

    /// A hold 暂停处分 asked for by one officer and confirmed by another.
    #[derive(Copy)]
    pub struct ProposedHold {
        /// Digest of the reasoned decision.
        pub reason: Digest,
        /// Its end: the first moment at which it no longer holds.
        pub until: Moment,
        /// Who proposed it.
        pub by: Signed,
    }

    /// An objection after entry (NG 29).
    pub struct Objection {
        /// Layout version, 1.
        pub version: u8,
        /// The object.
        pub object: ObjectId,
        /// The contested rights.
        pub rights: RightSet,
        /// The registrant: whose rights are contested.
        pub registrant: PartyId,
        /// Who objects.
        pub objector: PartyId,
        /// Through whom.
        pub via: Via,
        /// The authority that keeps the object.
        pub authority: AuthorityId,
        /// The regime version by which it is judged.
        pub regime: RegimeId,
        /// Its ground.
        pub ground: ObjectionGround,
        /// Digest of the statement of facts; the same facts are heard once.
        pub facts: Digest,
        /// Supporting documents.
        pub evidence: Bounded<Evidence, 16>,
        /// When it was received, complete or completed.
        pub received_at: Moment,
        /// Where it stands.
        pub stage: ObjectionStage,
        /// The notice to the objector of what is missing.
        pub returned: Option<WrittenNotice>,
        /// The notice to the registrant.
        pub notified: Option<WrittenNotice>,
        /// Digest of the registrant's explanation.
        pub explanation: Option<Digest>,
        /// To what holders of the contested rights agreed so far, and which of them: co-holders dispose together.
        pub agreed: Option<(Disposition, Bounded<PartyId, 48>)>,
        /// Agents and officers at the counter who acted in it, each once for a side.
        pub representatives: Bounded<Representative, REPRESENTATIVES_MAX>,
        /// The officer who last found something in it: that it is complete, a conclusion, or what a document says. Another
        /// person executes it.
        pub handled: Option<Signed>,
        /// The conclusion.
        pub conclusion: Option<Conclusion>,
        /// Proof that a court or arbitral body took the matter.
        pub court_proof: Option<(Digest, Moment)>,
        /// What was decided, and on what.
        pub decided: Option<(Disposition, Decided)>,
        /// The number of its notice among the marks of the object.
        pub notice_mark: Option<u32>,
        /// A hold that waits for its second officer.
        pub proposed_hold: Option<ProposedHold>,
        /// The number of its hold among the marks of the object.
        pub hold_mark: Option<u32>,
    }

    /// What is true of an objection at a moment.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum ObjectionStatus {
        /// Filed; the registrant is to be told by `due`.
        #[codec(index = 0)]
        Filed {
            /// Last day to tell the registrant.
            due: Due,
        },
        /// Returned to the objector as incomplete.
        #[codec(index = 1)]
        Returned {
            /// Last day to complete it; nothing until the notice is delivered.
            due: Option<Due>,
        },
        /// The registrant was told and has not answered.
        #[codec(index = 2)]
        Notified {
            /// Last day to answer, after which the authority may conclude without an answer; nothing until the notice is
            /// delivered.
            due: Option<Due>,
        },
        /// Contested.
        #[codec(index = 3)]
        Contested,
        /// Concluded; waits for the answers of both sides.
        #[codec(index = 4)]
        Concluded {
            /// Last day to answer: silence accepts nothing. Nothing until both sides have the notice.
            due: Option<Due>,
        },
        /// Not accepted; proof of a court or arbitral body is due.
        #[codec(index = 5)]
        Unaccepted {
            /// Last day for the proof.
            due: Due,
        },
        /// It was not completed, or the proof did not come, in time: the objection has lapsed.
        #[codec(index = 6)]
        Lapsed {
            /// The last day, which has passed.
            due: Due,
        },
        /// Before a court or arbitral body.
        #[codec(index = 7)]
        InCourt,
        /// Decided; waits for execution.
        #[codec(index = 8)]
        Decided,
        /// Closed.
        #[codec(index = 9)]
        Closed,
        /// Withdrawn.
        #[codec(index = 10)]
        Withdrawn,
    }

    /// Status and deadline of an objection at a moment.
    #[derive(Copy)]
    pub struct ObjectionStanding {
        /// What is true of the objection.
        pub status: ObjectionStatus,
        /// The deadline that runs, whoever must meet it.
        pub due: Option<Due>,
        /// Working days by which it has passed.
        pub overdue: u16,
    }
}

impl ObjectionStage {
    /// Whether an objection at this stage is listed as open on its object.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Withdrawn | Self::Lapsed)
    }
}

impl ObjectionStatus {
    /// Whether the objection stands open: shown in every query (S049).
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Lapsed { .. } | Self::Closed | Self::Withdrawn)
    }

    /// The deadline that runs.
    pub fn due(&self) -> Option<Due> {
        match self {
            Self::Filed { due } | Self::Unaccepted { due } => Some(*due),
            Self::Returned { due } | Self::Notified { due } | Self::Concluded { due } => *due,
            Self::Contested
            | Self::Lapsed { .. }
            | Self::InCourt
            | Self::Decided
            | Self::Closed
            | Self::Withdrawn => None,
        }
    }
}

impl Conclusion {
    /// Whether one of the sides said that it does not accept.
    pub fn is_refused(&self) -> bool {
        self.objector_accepts == Some(false) || self.registrant_accepts == Some(false)
    }

    /// Whether both sides accept.
    pub fn is_accepted(&self) -> bool {
        self.objector_accepts == Some(true) && self.registrant_accepts == Some(true)
    }
}

impl Objection {
    /// The written notice whose delivery is not recorded yet.
    pub fn undelivered_notice(&mut self) -> Option<&mut WrittenNotice> {
        let notice = match self.stage {
            ObjectionStage::Returned => self.returned.as_mut(),
            ObjectionStage::Notified => self.notified.as_mut(),
            ObjectionStage::Concluded => self.conclusion.as_mut().map(|conclusion| &mut conclusion.notice),
            _ => None,
        };
        notice.filter(|notice| notice.delivered_at.is_none())
    }

    /// Whether the officer found or proposed something in it: then that person types in nothing for a side.
    pub fn was_handled_by(&self, officer: OfficerId) -> bool {
        let concluded = self.conclusion.map(|conclusion| conclusion.by);
        let proposed = self.proposed_hold.map(|hold| hold.by);
        [self.handled, concluded, proposed]
            .into_iter()
            .flatten()
            .any(|signed| signed.officer == officer)
    }

    /// Whether the officer typed in what a party had signed on paper: then that person decides nothing in it.
    pub fn was_filed_at_counter_by(&self, officer: OfficerId) -> bool {
        self.representatives
            .iter()
            .any(|representative| representative.via.counter_officer() == Some(officer))
    }

    /// The powers under which `agent` acted for a side.
    pub fn powers_of(&self, agent: PartyId, side: Side) -> impl Iterator<Item = PowerId> + '_ {
        self.representatives
            .iter()
            .filter(move |known| known.side == side)
            .filter_map(move |known| match known.via {
                Via::Agent { agent: other, power } if other == agent => Some(power),
                _ => None,
            })
    }
}

impl Side {
    /// The other side.
    pub fn opposite(self) -> Self {
        match self {
            Self::Objector => Self::Registrant,
            Self::Registrant => Self::Objector,
        }
    }
}

impl Representative {
    /// Whether both are the same person under the same power, or the same officer, for the same side.
    pub fn is_same(&self, other: &Self) -> bool {
        let who = |one: &Self| (one.via.agent(), one.via.counter_officer());
        let power = |one: &Self| match one.via {
            Via::Agent { power, .. } => Some(power),
            _ => None,
        };
        self.side == other.side && who(self) == who(other) && power(self) == power(other)
    }
}
