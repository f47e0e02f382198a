//! The record of a case, as written by the acts upon it.

use super::{Examination, RefusalGround, Report, Signed};
use crate::{
    capacity::Via,
    clock::{CaseClock, Due, Moment},
    filing::{
        Application, Dealing, Deficiency, Evidence, EvidenceKind, FirstRegistration, Part, Withholding,
        PARTS_MAX,
    },
    object::Source,
    objection::NoticeObjection,
    regime::{Act, RegimeId},
    written_notice::WrittenNotice,
    Bounded, ConflictId, Digest, ObjectId, OfficerId, PartyId, PowerId,
};
use alloc::{collections::BTreeSet, vec::Vec};

/// The most parties whom a dealing concerns: sixteen who give and sixteen who receive.
pub const CONCERNED_MAX: u32 = 32;

domain! {
    /// A return for completion: once, with the whole list (NG 17, S043).
    pub struct Return {
        /// Everything that is missing.
        pub deficiencies: Bounded<Deficiency, 16>,
        /// Who returned it, and when.
        pub by: Signed,
        /// The notice to the applicant.
        pub notice: WrittenNotice,
        /// Working days to complete it, from delivery of the notice.
        pub working_days: u16,
        /// The last day to complete it; fixed at delivery, so that a later calendar never moves it earlier.
        pub due: Option<Due>,
        /// When it was completed.
        pub completed_at: Option<Moment>,
    }

    /// A request for further proof in review (NG 18). The clock pauses from delivery to the answer (NG 28).
    pub struct Supplement {
        /// What is asked for.
        pub items: Bounded<EvidenceKind, 16>,
        /// Who asked, and when.
        pub by: Signed,
        /// The notice to the applicant.
        pub notice: WrittenNotice,
        /// Working days to answer, from delivery of the notice.
        pub working_days: u16,
        /// The last day to answer, fixed at delivery.
        pub due: Option<Due>,
        /// When it was answered with everything asked for.
        pub answered_at: Option<Moment>,
    }

    /// Whom an authority asks in order to verify (NG 18).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Inquired {
        /// An interested party on the register.
        #[codec(index = 0)]
        Party(PartyId),
        /// A public body, named in the letter.
        #[codec(index = 1)]
        PublicBody,
        /// Anybody else, named in the letter.
        #[codec(index = 2)]
        Other,
    }

    /// What came of an inquiry.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Answer {
        /// What the applicant says was confirmed.
        #[codec(index = 0)]
        Confirmed,
        /// It was contradicted.
        #[codec(index = 1)]
        Contradicted,
        /// Nothing could be learnt.
        #[codec(index = 2)]
        NotVerifiable,
    }

    /// What was recorded of an answer.
    #[derive(Copy)]
    pub struct InquiryAnswer {
        /// The answer.
        pub answer: Answer,
        /// Digest of its record.
        pub record: Digest,
        /// When it was recorded.
        pub at: Moment,
    }

    /// An inquiry to a third party (NG 18). The clock runs on.
    #[derive(Copy)]
    pub struct Inquiry {
        /// Whom.
        pub inquired: Inquired,
        /// Digest of the letter.
        pub letter: Digest,
        /// Who asked, and when.
        pub by: Signed,
        /// The answer.
        pub answer: Option<InquiryAnswer>,
    }

    /// A document of the national service system, and its moment there.
    #[derive(Copy)]
    pub struct Reference {
        /// Digest of the notice or evidencing receipt.
        pub document: Digest,
        /// When it was published or evidenced there.
        pub at: Moment,
    }

    /// The reasoned decision on a request not to be published (NG 24).
    #[derive(Copy)]
    pub struct PublicationDecision {
        /// What is withheld; nothing when the request was refused.
        pub withheld: Option<Withholding>,
        /// Digest of the reasoned decision.
        pub record: Digest,
        /// Who decided, and when.
        pub by: Signed,
    }

    /// Public notice of a case.
    #[derive(Copy)]
    pub struct Notice {
        /// From when the notice runs: publication here, or on the national system where the regime says so.
        pub published_at: Moment,
        /// The last day of the notice, fixed when published.
        pub due: Due,
        /// Digest of the published text; nothing when the whole was withheld.
        pub text: Option<Digest>,
        /// The publication on the national system.
        pub national: Option<Reference>,
    }

    /// A refusal, with its ground and the written notice.
    #[derive(Copy)]
    pub struct Refusal {
        /// The ground.
        pub ground: RefusalGround,
        /// The notice to the applicant; the time for re-assessment runs from its delivery.
        pub notice: WrittenNotice,
        /// Who refused, and when.
        pub by: Signed,
        /// Number of the mark that notes a dispute of title on the earlier object (NG 22(3)).
        pub mark: Option<u32>,
    }

    /// A termination 终止登记: the applicant cannot prove it and the authority cannot verify it (NG 18), or an objection
    /// in public notice was upheld (PD 12). It is no refusal.
    #[derive(Copy)]
    pub struct Termination {
        /// Digest of the reasoned decision, with both conditions.
        pub record: Digest,
        /// The notice to the applicant.
        pub notice: WrittenNotice,
        /// Who terminated, and when.
        pub by: Signed,
    }

    /// The result of a re-assessment.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Reassessment {
        /// The refusal stands, finally.
        #[codec(index = 0)]
        RefusalStands,
        /// The case is examined anew.
        #[codec(index = 1)]
        ExaminedAnew,
    }

    /// A request for re-assessment of a refusal (S046): once.
    #[derive(Copy)]
    pub struct Appeal {
        /// Digest of the statement.
        pub statement: Digest,
        /// When it was received.
        pub received_at: Moment,
        /// The refusal it is against.
        pub against: Refusal,
        /// The result, the digest of its record, and who decided.
        pub result: Option<(Reassessment, Digest, Signed)>,
    }

    /// Where a case stands, as written by the last act upon it. What time alone makes true is in [`super::Status`].
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Stage {
        /// Filed.
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
        /// In public notice, and after it until entry.
        #[codec(index = 5)]
        InNotice,
        /// Refused.
        #[codec(index = 6)]
        Refused,
        /// Withdrawn by the applicant.
        #[codec(index = 7)]
        Withdrawn,
        /// Terminated.
        #[codec(index = 8)]
        Terminated,
        /// Refused; under re-assessment.
        #[codec(index = 9)]
        UnderAppeal,
        /// Filed by one of several who apply together; not received before all have signed.
        #[codec(index = 10)]
        AwaitingSignatures,
        /// Entered, but for claimed kinds that were refused: the case stays for their re-assessment, the appeal included.
        #[codec(index = 11)]
        PartlyRefused,
    }

    /// Whether a party that a dealing concerns signs it.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Signing {
        /// It need not.
        #[codec(index = 0)]
        NotNeeded,
        /// It must, and has not.
        #[codec(index = 1)]
        Awaited,
        /// It has.
        #[codec(index = 2)]
        Given {
            /// Through whom.
            via: Via,
            /// When; at the counter, when the paper was received.
            at: Moment,
        },
    }

    /// A party whom a dealing concerns as holder, or as who receives.
    #[derive(Copy)]
    pub struct Concerned {
        /// The party.
        pub party: PartyId,
        /// Whether it signs.
        pub signing: Signing,
    }

    /// The consent of the holder of a mark to what one case does: used by its entry.
    #[derive(Copy)]
    pub struct MarkConsent {
        /// Number of the mark in the object.
        #[codec(compact)]
        pub mark: u32,
        /// The holder of the mark.
        pub party: PartyId,
        /// Through whom.
        pub via: Via,
        /// When.
        pub at: Moment,
    }

    /// A case 案件 as kept in state until it ends.
    pub struct Case {
        /// Version of this layout: 1.
        pub version: u8,
        /// The act applied for.
        pub act: Act,
        /// The object it concerns; drawn at filing for a first registration of a new object.
        pub object: ObjectId,
        /// The regime version by which it is judged.
        pub regime: RegimeId,
        /// Who filed it.
        pub applicant: PartyId,
        /// Through whom.
        pub via: Via,
        /// Officers who filed anything in the case at the counter: they decide nothing in it.
        pub counter_officers: Bounded<OfficerId, 16>,
        /// Agents who acted for the applicant after the filing, each with the power it acted under.
        pub later_agents: Bounded<(PartyId, PowerId), 8>,
        /// When the application, complete or completed, was received.
        pub received_at: Moment,
        /// The application.
        pub filing: Application,
        /// Further documents given in review.
        pub further_evidence: Bounded<Evidence, 32>,
        /// Where it stands.
        pub stage: Stage,
        /// The return for completion, if there was one.
        pub returned: Option<Return>,
        /// Working days of review, from acceptance. Before it nothing, or the days of acceptance as a conflict stopped them.
        pub clock: Option<CaseClock>,
        /// When it was accepted.
        pub accepted_at: Option<Moment>,
        /// Accepted by silence (NG 17).
        pub by_silence: bool,
        /// The officer who handles it: the last examiner who acted.
        pub handler: Option<OfficerId>,
        /// Working days by which the review was extended, in all.
        pub extended: u16,
        /// The last request for further proof.
        pub supplement: Option<Supplement>,
        /// Inquiries to third parties.
        pub inquiries: Bounded<Inquiry, 8>,
        /// Reports of service institutions.
        pub reports: Bounded<Report, 8>,
        /// An earlier object with the same fingerprint.
        pub matches: Option<ObjectId>,
        /// The decision on a request not to be published.
        pub publication: Option<PublicationDecision>,
        /// The examiner's result and signature.
        pub examination: Option<(Examination, Signed)>,
        /// The approval.
        pub approval: Option<Signed>,
        /// The public notice.
        pub notice: Option<Notice>,
        /// Objections in the public notice.
        pub objections: Bounded<NoticeObjection, 8>,
        /// The refusal.
        pub refusal: Option<Refusal>,
        /// The termination.
        pub termination: Option<Termination>,
        /// The request for re-assessment.
        pub appeal: Option<Appeal>,
        /// An undecided conflict with another authority.
        pub conflict: Option<ConflictId>,
        /// The department decided in a conflict that this case yields: it can only be refused.
        pub yields: bool,
        /// Whom a dealing concerns, and who of them has signed; nobody in a first registration, which names its parties.
        pub concerned: Bounded<Concerned, CONCERNED_MAX>,
        /// Consents of holders of marks.
        pub consents: Bounded<MarkConsent, 16>,
        /// Digests of the published texts of the parts that leave an object by a split, in the order of the application.
        pub part_texts: Bounded<Digest, PARTS_MAX>,
    }
}

impl Notice {
    /// Whether the notice has ended at `at`: with the last second of its last day (NG 24, 25).
    pub fn has_ended(&self, at: Moment) -> bool {
        at >= self.due.day.end()
    }
}

impl Case {
    /// The first registration that is asked for.
    pub fn first(&self) -> Option<&FirstRegistration> {
        self.filing.first()
    }

    /// The dealing that is asked for.
    pub fn dealing(&self) -> Option<&Dealing> {
        self.filing.dealing()
    }

    /// Who holds or would hold what the case is about, each once.
    pub fn parties(&self) -> Vec<PartyId> {
        let mut parties = self.filing.parties();
        for concerned in &self.concerned {
            if !parties.contains(&concerned.party) {
                parties.push(concerned.party);
            }
        }
        parties
    }

    /// Whether the party is an applicant, holds or would hold what the case is about, or acted as agent.
    pub fn concerns(&self, party: PartyId) -> bool {
        let signed_as_agent = |concerned: &Concerned| match concerned.signing {
            Signing::Given { via, .. } => via.agent() == Some(party),
            Signing::NotNeeded | Signing::Awaited => false,
        };
        self.applicant == party
            || self.agents().any(|(agent, _)| agent == party)
            || self.concerned.iter().any(signed_as_agent)
            || self.parties().contains(&party)
    }

    /// Takes the signature of a party from whom one is awaited. With the last one the case is filed, and received when the
    /// latest was given.
    pub fn give_signature(&mut self, party: PartyId, via: Via, at: Moment) {
        for concerned in &mut self.concerned {
            if concerned.party == party && concerned.signing == Signing::Awaited {
                concerned.signing = Signing::Given { via, at };
            }
        }
        if self.stage == Stage::AwaitingSignatures && !self.awaits_signatures() {
            self.received_at = self.received_at.max(at);
            self.stage = Stage::Filed;
        }
    }

    /// Who has signed, and through whom.
    pub fn signatures(&self) -> impl Iterator<Item = (PartyId, Via)> + '_ {
        self.concerned
            .iter()
            .filter_map(|concerned| match concerned.signing {
                Signing::Given { via, .. } => Some((concerned.party, via)),
                Signing::NotNeeded | Signing::Awaited => None,
            })
    }

    /// A returned application is completed, and accepted by that (NG 17).
    pub fn complete(&mut self, received_at: Moment, clock: CaseClock) {
        if let Some(returned) = self.returned.as_mut() {
            returned.completed_at = Some(received_at);
        }
        self.received_at = received_at;
        self.accepted_at = Some(received_at);
        self.clock = Some(clock);
        self.stage = Stage::Accepted;
    }

    /// A party that a dealing concerns has a successor, which stands in its place with what it signed. Who was concerned
    /// itself already, under its own name or one of which `current` says that it stands in its place, signs once. Consents stay
    /// with who has the marks: they do not pass with the case.
    pub fn replace_concerned(
        &mut self,
        from: PartyId,
        to: PartyId,
        now: Moment,
        current: impl Fn(PartyId) -> PartyId,
    ) {
        let itself = |concerned: &Concerned| concerned.party != from && current(concerned.party) == to;
        if self.concerned.iter().any(itself) {
            self.concerned.retain(|concerned| concerned.party != from);
        }
        for concerned in &mut self.concerned {
            if concerned.party == from {
                concerned.party = to;
            }
        }
        if self.stage == Stage::AwaitingSignatures && !self.awaits_signatures() {
            self.received_at = self.received_at.max(now);
            self.stage = Stage::Filed;
        }
    }

    /// Whether a signature is still awaited.
    pub fn awaits_signatures(&self) -> bool {
        self.concerned
            .iter()
            .any(|concerned| concerned.signing == Signing::Awaited)
    }

    /// The objects whose holders are told of the public notice: the one dealt with, or the matching one and those of the
    /// lineage, each once, in rising order.
    pub fn objects_told(&self) -> Bounded<ObjectId, 20> {
        let lineage = self
            .first()
            .into_iter()
            .flat_map(|filing| filing.facts.lineage.iter());
        let dealt_with = self.dealing().map(|dealing| dealing.object);
        let sources = lineage.filter_map(|source| match source {
            Source::Right(right) => Some(right.object),
            Source::Object(object) => Some(*object),
            Source::Unregistered(_) => None,
        });
        let objects: BTreeSet<ObjectId> = sources.chain(self.matches).chain(dealt_with).collect();
        // A lineage names 16 sources at most.
        Bounded::truncate_from(objects.into_iter().collect())
    }

    /// Everybody who acted as agent for the applicant, with the power.
    pub fn agents(&self) -> impl Iterator<Item = (PartyId, PowerId)> + '_ {
        let first = self.via.under_power();
        first.into_iter().chain(self.later_agents.iter().copied())
    }

    /// All documents of the applicant, those given in review included.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.filing.evidence().iter().chain(self.further_evidence.iter())
    }

    /// The request for further proof that is not answered, delivered or not.
    pub fn open_supplement(&self) -> Option<&Supplement> {
        self.supplement
            .as_ref()
            .filter(|supplement| supplement.answered_at.is_none())
    }

    /// Whether an objection in public notice is not decided yet.
    pub fn has_open_objection(&self) -> bool {
        self.objections.iter().any(|objection| objection.result.is_none())
    }

    /// Whether an objection in public notice was upheld.
    pub fn has_upheld_objection(&self) -> bool {
        use crate::objection::ObjectionResult::Upheld;
        self.objections
            .iter()
            .any(|objection| matches!(objection.result, Some((Upheld, _, _))))
    }

    /// Whether a re-assessment was asked for and is not decided yet.
    pub fn has_open_appeal(&self) -> bool {
        self.appeal.is_some_and(|appeal| appeal.result.is_none())
    }

    /// Whether a refusal was re-assessed, and this is what is examined anew or was.
    pub fn is_examined_anew(&self) -> bool {
        let anew = |appeal: Appeal| matches!(appeal.result, Some((Reassessment::ExaminedAnew, ..)));
        self.appeal.is_some_and(anew)
    }

    /// Whether the refusal that stands in the case is the one that was re-assessed, with whatever result.
    pub fn refusal_was_reassessed(&self) -> bool {
        let this = |appeal: Appeal| appeal.result.is_some() && Some(appeal.against) == self.refusal;
        self.appeal.is_some_and(this)
    }

    /// The next part that leaves an object and whose text is published before the notice; none where the whole is withheld.
    pub fn part_to_publish(&self) -> Option<&Part> {
        let withheld = self.publication.and_then(|decision| decision.withheld);
        let parts = self.filing.parts();
        parts
            .get(self.part_texts.len())
            .filter(|_| withheld != Some(Withholding::Whole))
    }

    /// The written notice whose delivery is not recorded yet.
    pub fn undelivered_notice(&mut self) -> Option<&mut WrittenNotice> {
        let notice = match self.stage {
            Stage::Returned => self.returned.as_mut().map(|returned| &mut returned.notice),
            Stage::Refused | Stage::PartlyRefused => self.refusal.as_mut().map(|refusal| &mut refusal.notice),
            Stage::Terminated => self
                .termination
                .as_mut()
                .map(|termination| &mut termination.notice),
            Stage::Accepted | Stage::Examined | Stage::Approved => self
                .supplement
                .as_mut()
                .filter(|supplement| supplement.answered_at.is_none())
                .map(|supplement| &mut supplement.notice),
            Stage::AwaitingSignatures
            | Stage::Filed
            | Stage::InNotice
            | Stage::Withdrawn
            | Stage::UnderAppeal => None,
        };
        notice.filter(|notice| notice.delivered_at.is_none())
    }
}
