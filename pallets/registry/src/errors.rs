//! The errors, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The errors.
#[pallet_section]
mod errors {
    /// Why a call was refused. Nothing was changed.
    #[pallet::error]
    pub enum Error<T> {
        /// The account is not bound to a party: an authority's registrar admits parties.
        NotAParty,
        /// The party is suspended, and the authority that admitted it can restore it; or it is a natural person who was
        /// erased at her own request.
        PartySuspended,
        /// The account does not belong to an officer in office.
        NotAnOfficer,
        /// The officer belongs to another authority than the case.
        WrongAuthority,
        /// The officer does not have the role that this step needs.
        RoleMissing,
        /// The authority is unknown or suspended: the competent department can restore it.
        AuthorityNotListed,
        /// The authority or an affiliate of it is a party to the case (NG 10(7)): file at another authority.
        OwnCase,
        /// The officer is a party to the case or affiliated with one (NG 10(7)): another officer must act.
        OfficerConcerned,
        /// The same person cannot examine and decide: another officer must act.
        SamePerson,
        /// There is no such case in state: it never existed, was entered, or was closed.
        CaseNotFound,
        /// The case is not at the step that this call needs: look at its status.
        WrongStage,
        /// There is no such regime version.
        RegimeNotFound,
        /// The regime version does not take new cases at this time.
        RegimeNotEffective,
        /// Core-level data is never registered.
        CoreData,
        /// Data of party and government organs is not registered here (NG 15(1)).
        OrganData,
        /// The industry is on the negative list.
        NegativeListed,
        /// The industry division is not in the code table (GB/T 4754).
        IndustryUnknown,
        /// A product must name its form from the code table, and a resource has none (S007).
        ProductFormUnfit,
        /// A product must name what it was made from (S002).
        LineageMissing,
        /// The lineage names an object or right that is not registered.
        LineageUnknown,
        /// The description must be given by its SHA-256 digest.
        DescriptionNotSha256,
        /// Data of the personal category needs its lawful ground, purpose, scope and term (S015).
        PersonalBasisMissing,
        /// Personal information needs an impact assessment among the evidence.
        ImpactAssessmentMissing,
        /// Claim at least one right.
        ClaimMissing,
        /// Each kind of right may be claimed once.
        ClaimRepeated,
        /// This kind of right cannot be claimed for this source and object under the regime (NG 21).
        KindNotClaimable,
        /// A declared condition needs proof among the evidence.
        ConditionUnproven,
        /// The years asked for are none or more than the regime allows (NG 26).
        ValidityOutOfRange,
        /// Co-holders stand in rising order with shares that add up to one whole; at most sixteen parties apply, each once.
        HoldersUnfit,
        /// A holder is not an admitted party in good standing.
        HolderNotAdmitted,
        /// The filing party must be one of the holders.
        ApplicantNotHolder,
        /// Proof of identity and of lawful acquisition must be among the evidence (NG 33).
        EvidenceMissing,
        /// The declaration that the material is true must be made (NG 16, S041).
        DeclarationMissing,
        /// The applicant already holds rights in data with this fingerprint (NG 39(2)).
        RepeatedRegistration,
        /// Public data with this fingerprint is already registered 一数一源 (S008).
        PublicDataAlreadyRegistered,
        /// The authority has given all its serial numbers.
        SerialsExhausted,
        /// The time limit has passed: the case is accepted by silence on the first working day after it (NG 17).
        AcceptedBySilence,
        /// An application is returned once only (NG 17, S043).
        AlreadyReturned,
        /// A return must list what is missing.
        DeficienciesMissing,
        /// The time to complete it is none or more than the regime allows.
        CompletionTimeOutOfRange,
        /// The time to complete the application has passed: it counts as never filed (NG 17). File anew.
        CompletionTooLate,
        /// Only the applicant who filed may do this, for all who apply together.
        NotTheApplicant,
        /// Authority, regime and holders stay as filed: withdraw and file anew to change them.
        FilingChangedTooMuch,
        /// The result of the public-data registration, its query code, is missing (NG 15(2)): return the application.
        QueryCodeMissing,
        /// The party has no role as service institution.
        NotAServiceInstitution,
        /// A service institution cannot report on a case to which it is a party.
        OwnReport,
        /// The case has as many reports as it can hold.
        TooManyReports,
        /// There must be one decision for each claimed right, in the order of the claims.
        DecisionsUnfit,
        /// A right cannot be granted while one of the three conditions is not met (S040).
        GrantedDespiteFindings,
        /// The data matches an earlier object: record one finding on it (NG 21, 22(3), 39(2)).
        MatchFindingMissing,
        /// There is no match on which to record a finding.
        NothingMatches,
        /// A repeated registration or a title dispute must be refused (NG 22(3), 39(2)).
        GrantedDespiteMatch,
        /// No right was granted: refuse the case instead.
        NothingGranted,
        /// The regime needs a favourable report of a service institution in good standing (S038).
        ReportMissing,
        /// The text is not the description that was filed: its SHA-256 differs.
        TextNotAsFiled,
        /// The text has control or invisible characters, or what looks like a person's number or address.
        TextNotPublishable,
        /// The public notice has not ended (NG 24).
        NoticeNotEnded,
        /// Another object was registered with the same fingerprint after the examination: examine anew or refuse.
        MatchedMeanwhile,
        /// The month's 9,999 certificate numbers are used: the case stays as it is; enter it next month.
        NumbersOfMonthUsed,
        /// The object has as many rights as it can hold.
        TooManyRights,
        /// The case is still open, or its appeal window has not ended.
        CaseNotEnded,
        /// A query code has letters, digits and hyphens only and looks like no person's number.
        QueryCodeUnfit,
        /// Each fingerprint stands once.
        FingerprintRepeated,
        /// The power is unknown or belongs to another agent.
        PowerNotHeld,
        /// The power is not valid yet, has expired or was revoked: the principal can register a new one.
        PowerNotInForce,
        /// The power does not cover this act.
        PowerWithoutAct,
        /// The power does not cover this object.
        PowerWithoutObject,
        /// The agent acts for the other side of this matter: both principals' powers must say that he may.
        AgentOfBothSides,
        /// An officer at the counter files at the officer's own authority and for a party that exists.
        CounterFilingUnfit,
        /// A document at the counter was received in the future or more than 30 days ago.
        ReceivedAtUnfit,
        /// Who files at the counter decides nothing in the case, before it or after it: another officer must act.
        FiledAtCounterBySamePerson,
        /// Through the ledger only a party with an account can be told: choose another channel.
        ChannelUnfit,
        /// No written notice waits for its delivery.
        NothingToDeliver,
        /// A notice is delivered after it was sent and not in the future.
        DeliveryTimeUnfit,
        /// A listed item is still missing: give each item that the return or the request names.
        DeficiencyNotRemedied,
        /// Further proof was asked for: it is given, or its time is over, before the case goes on.
        SupplementOpen,
        /// No further proof was asked for, or the request is not delivered yet.
        NoSupplementOpen,
        /// Name at least one kind of document.
        ItemsMissing,
        /// The case has as many documents, inquiries or officers at the counter as it can hold.
        CaseFull,
        /// There is no such inquiry or objection in the case, or it is answered already.
        NothingToAnswer,
        /// An extension is one working day at least; all together are at most the regime's limit (NG 28).
        ExtensionOutOfRange,
        /// The time of review has passed: it cannot be extended any more (NG 28).
        ExtensionTooLate,
        /// Both conditions are needed: the applicant did not prove it when asked, and an inquiry could not verify it (NG 18).
        TerminationUnfounded,
        /// The applicant asked not to be published: decide that first (NG 24).
        PublicationUndecided,
        /// There is no undecided request not to be published.
        NothingToWithhold,
        /// Nothing is withheld without a written reason, and no more than was asked for (NG 24).
        WithholdingUnreasoned,
        /// A text is published unless the whole is withheld, and none when it is.
        TextUnfit,
        /// The regime completes registrations on the national system: name its notice or receipt (NG 24, 26).
        NationalReferenceMissing,
        /// The regime completes registrations here: there is no notice or receipt of the national system to name.
        NationalReferenceUnfit,
        /// The public notice has ended: object to the entry instead (NG 25, 29).
        NoticeEnded,
        /// Nobody objects to the own application.
        OwnObjection,
        /// An objection in the public notice is not decided yet (NG 25).
        ObjectionOpen,
        /// An objection in the public notice was upheld: the case can only be refused or terminated (NG 25, PD 12).
        ObjectionUpheld,
        /// The case was re-assessed once: the refusal is final (S046).
        AlreadyAppealed,
        /// The time for re-assessment has passed (S046).
        AppealOutOfTime,
        /// This kind of right needs its condition declared and proven (NG 21(4), (7)).
        ConditionNotMet,
        /// The operating right in fused data needs the consent of every other participant (NG 21(5)).
        ParticipantsConsentMissing,
        /// A participant consents to another one that claims the right, or a holder to another party.
        ConsentUnfit,
        /// There is no such consent, or it was used.
        ConsentNotFound,
        /// The object is not registered, has ended, is of another kind, or is kept by another authority or regime.
        ObjectUnfit,
        /// Rights in a registered object are added for exactly the holders who hold rights in it.
        NotTheHolders,
        /// The object has as many open cases as it can hold.
        TooManyOpenCases,
        /// The regime creates no rights: claim none.
        NoRightsCreated,
        /// The regime registers public data only.
        NotPublicData,
        /// The query code is missing, unfit or already given; other regimes give none.
        ResultCodeUnfit,
        /// The case is in conflict with another authority: the competent department decides.
        InConflict,
        /// The competent department decided that this case yields: it can only be refused.
        CaseYields,
        /// The object has as many marks as it can hold, or as many at a time that no organ ordered.
        TooManyMarks,
        /// Number or scheme of the earlier registration is unfit, or looks like the number of a person.
        EarlierNumberUnfit,
        /// An earlier registration with this number of this scheme was imported already.
        AlreadyImported,
        /// The days of the earlier registration are unfit: registered before today, and valid today.
        EarlierDaysUnfit,
        /// An import is reviewed once, by another officer than the one who imported it.
        ImportNotReviewable,
        /// A third party is asked: on the register, and no party to the case (NG 18).
        InquiredUnfit,
        /// A notice of the national system follows the approval, its receipt the end of the notice and of every objection;
        /// neither is in the future.
        NationalTimeUnfit,
        /// The party has an objection in this notice that is not decided yet.
        AlreadyObjected,
        /// The right would rest on more consents than one entry can use.
        TooManyConsents,
        /// The party has an account of its own: it signs with its key, and nothing is filed for it at the counter.
        PartyHasAccount,
        /// Source, category, public class and level of a registered object stay as they were registered (NG 21).
        ObjectFactsDiffer,
        /// The fingerprints lead to several registered objects: file what matches each of them apart (NG 21, 22(3)).
        SeveralMatches,
        /// Under this regime an upheld objection in the notice terminates the registration: terminate it (PD 12).
        TerminationDue,
        /// Under this regime nothing of the notice is withheld (PD 12).
        NoticeNotWithheld,
        /// Public data names its class, and only public data has one (NG 15).
        PublicClassUnfit,
        /// The regime has no such act, or takes it as a filing that needs no case.
        ActNotInRegime,
        /// The case has as many undecided objections as it can hold: one of them is decided first.
        TooManyObjections,
        /// It was received before what it answers: the return of the application, or the publication.
        ReceivedTooEarly,
        /// The time to give further proof is none or more than the regime allows.
        SupplementTimeOutOfRange,
        /// The refusal is not delivered yet: the time for re-assessment has not begun (S046).
        RefusalNotDelivered,
        /// This consent is given already.
        ConsentGiven,
        /// There is no such registered object.
        ObjectNotFound,
        /// The application has its query code, or needs none: it is not changed by further proof.
        QueryCodeNotMissing,
        /// A fact of bad faith bars one of those who apply from filing for a term (S047).
        BarredFromFiling,
        /// One entry touches no more records than a hundredth of a block allows: file in parts, as further holders. A change or
        /// correction is shown by 32 certificates at most; a motion ends 48 rights and marks.
        EntryTooLarge,
        /// The live rights of the object have as many holders as its roll can list.
        TooManyHolders,
        /// Some claimed kinds were refused: their written notice goes with the entry of the others (NG 22).
        RefusalLetterMissing,
        /// No claimed kind was refused: there is no refusal to give notice of.
        RefusalLetterUnfit,
        /// A mark stands in the way: ask `can_deal` which, since when, and who can remove it.
        BarredByMark,
        /// There is no such right, or it has ended.
        RightUnfit,
        /// Only who holds the right may deal in it.
        NotAHolder,
        /// The certificate has ended, or lists no right of this kind: licences are not dealt with here.
        NotOnCertificate,
        /// Only who holds the operating right on the same certificate may do this (NG 3).
        OperatingRightNeeded,
        /// A holder on the certificate applies; for a renewal, also for whom a pledge or seizure stands.
        ApplicantWithoutRight,
        /// The dealing concerns more parties than one case can hold.
        TooManyConcerned,
        /// No signature of this party is awaited: it need not sign, or has signed.
        NotASignatory,
        /// A mark against the right needs the consent of its holder to this case: `consent_to_case`.
        MarkConsentMissing,
        /// Consent to a case is given once, by the holder of a mark that needs it.
        MarkConsentUnfit,
        /// There is no such consent to this case, or another party gave it.
        MarkConsentNotFound,
        /// What is limited in time does not pass: register a licence (NG 34).
        TransferLimitedInTime,
        /// What is limited in territory does not pass: register a licence (NG 34).
        TransferLimitedInTerritory,
        /// What is limited in purpose does not pass: register a licence (NG 34).
        TransferLimitedInPurpose,
        /// The right is not in force: its term is over.
        RightNotInForce,
        /// The contract, or for a succession or ruling the proof of acquisition, must be among the evidence (NG 34).
        TransferPaperMissing,
        /// Who transfers keeps nothing of what passes (NG 34).
        TransferorKeeps,
        /// A share passes from a co-holder by shares who has as much, to one party.
        ShareUnfit,
        /// The signed list of licences that stay in force is not that of the register.
        SurvivorsUnfit,
        /// The object has as many certificates as it can hold.
        TooManyCertificates,
        /// What concerns the object or a registration without rights names no kind of right.
        KindsUnfit,
        /// A change names at least one fact, and each differs from what is registered (NG 35).
        NothingChanges,
        /// A change lowers the level, after the data was made less sensitive (NG 35).
        LevelNotLower,
        /// Proof of what has changed must be among the evidence (NG 35).
        ChangeProofMissing,
        /// A renewal is filed from six months to one day before expiry, or as the regime says (NG 36).
        RenewalOutOfWindow,
        /// What is in force is renewed in its window: only what has lapsed revives (NG 36).
        NotLapsed,
        /// Another case renews this already.
        RenewalPending,
        /// What more than one party has signed is registered as a whole or not at all.
        SignedInPart,
        /// A licence in force stands on the right: in a cancellation name it, and its licensee signs in the same case; what is
        /// split has none that is in force or would revive. Ask `stands_on`.
        LicenceStands,
        /// Another open case deals with the right: withdraw it, or wait until it is decided; ask `stands_on`.
        CaseStands,
        /// The authority is about to do something of its own motion with this object: execute or drop that first.
        MotionPending,
        /// Nothing is proposed of the authority's own motion for this object.
        MotionNotFound,
        /// What is not a slip of the authority itself is proven by evidence.
        MotionUnproven,
        /// Name rights of first registration that have not ended; none where the registration has none. A licence ends by
        /// itself.
        MotionRightsUnfit,
        /// The case in which a registration was obtained is one that was entered in the object.
        MotionCaseUnfit,
        /// Somebody else has acquired the right since then in good faith: what is revoked is still held by who obtained it,
        /// or by who took its place.
        HeldInGoodFaith,
        /// The licence could be signed until the moment that its filing names: it can be filed anew.
        SignatureTooLate,
        /// A licence back goes to one who gives a whole right, from a right that passes.
        LicenceBackUnfit,
        /// A transfer of important data needs the competent department's consent with its number (S092).
        DepartmentConsentMissing,
        /// The number of the department's consent has 1 to 32 letters, digits, hyphens, dots and slashes (S092).
        ConsentNumberUnfit,
        /// A transfer to a foreign body needs an export route with its end (S093).
        ExportRouteMissing,
        /// The term of a right that passes ends after the export route (S093).
        ExportRouteExceeded,
        /// Only rights are split: a registration that creates none has one query code and stays whole (PD 13).
        SplitWithoutRights,
        /// A split describes anew what stays, names one part at least, and changes no other fact in the same case (NG 35).
        SplitNotDescribed,
        /// Each part has a description of its own: not that of the whole, of what stays, or of another part.
        PartNotDistinct,
        /// A fingerprint of a part or of what stays leads to a registered object already: a range has fingerprints of its own.
        PartRegistered,
        /// The text of each part that leaves is published before the notice begins: `publish_part` (NG 24).
        PartNotPublished,
        /// No text of a part is awaited: the case splits nothing, all are published, or the whole is withheld.
        NoPartToPublish,
        /// What was split off eight times in a row is split no more: where it comes from is read at once.
        SplitTooOften,
        /// Somebody holds a right in the object who has not signed the split: file it anew, for all to sign.
        SplitNotSigned,
        /// The particulars are those of a holder on the certificate, who applies for their change itself (NG 35(1)).
        ParticularsOfAnother,
    }
}
