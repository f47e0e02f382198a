//! Objections 异议: in the public notice of a case (NG 25) and after entry (NG 29).

use crate::{
    capacity::Via,
    case::Signed,
    clock::{Due, Moment},
    filing::Evidence,
    marks::RightSet,
    regime::RegimeId,
    written_notice::WrittenNotice,
    AuthorityId, Bounded, Digest, ObjectId, PartyId,
};

domain! {
    /// On what an objection rests.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum ObjectionGround {
        /// The right belongs to somebody else.
        #[codec(index = 0)]
        Ownership,
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

    /// The conclusion an authority proposes.
    #[derive(Copy)]
    pub struct Conclusion {
        /// What should happen.
        pub disposition: Disposition,
        /// Digest of the reasoned conclusion.
        pub record: Digest,
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
        /// The notice to the registrant.
        pub notified: Option<WrittenNotice>,
        /// Digest of the registrant's explanation.
        pub explanation: Option<Digest>,
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
        Returned,
        /// The registrant was told and has not answered.
        #[codec(index = 2)]
        Notified,
        /// Contested.
        #[codec(index = 3)]
        Contested,
        /// Concluded; waits for the answers of both sides.
        #[codec(index = 4)]
        Concluded,
        /// Not accepted; proof of a court or arbitral body is due.
        #[codec(index = 5)]
        Unaccepted {
            /// Last day for the proof.
            due: Due,
        },
        /// The proof did not come in time: the objection has lapsed.
        #[codec(index = 6)]
        Lapsed {
            /// The last day for the proof, which has passed.
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
}

impl ObjectionStatus {
    /// Whether the objection stands open: shown in every query (S049).
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Lapsed { .. } | Self::Closed | Self::Withdrawn)
    }
}
