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
        /// The power is unknown or belongs to another agent.
        PowerNotHeld,
        /// The power is not valid yet, has expired or was revoked: the principal can register a new one.
        PowerNotInForce,
        /// The power does not cover objections.
        PowerWithoutAct,
        /// The power does not cover this object.
        PowerWithoutObject,
        /// The agent acts for the other side of this matter: both principals' powers must say that he may.
        AgentOfBothSides,
        /// An officer at the counter files at the officer's own authority and for a party that exists.
        CounterFilingUnfit,
        /// A document at the counter was received in the future, more than 30 days ago, or before what it answers.
        ReceivedAtUnfit,
        /// So many agents and officers at the counter have acted in this objection that no further one can.
        TooManyRepresentatives,
        /// The account does not belong to an officer in office.
        NotAnOfficer,
        /// The officer belongs to another authority than the matter.
        WrongAuthority,
        /// The officer does not have the role that this step needs.
        RoleMissing,
        /// The authority is unknown or suspended: the competent department can restore it.
        AuthorityNotListed,
        /// The authority or an affiliate of it is a side of the objection (NG 10(7)): the way to court is open.
        OwnCase,
        /// The officer is a side of the objection or affiliated with one (NG 10(7)): another officer must act.
        OfficerConcerned,
        /// Who filed at the counter decides nothing in the matter: another officer must act.
        FiledAtCounterBySamePerson,
        /// The same person cannot decide and execute, or propose and confirm: another officer must act.
        SamePerson,
        /// There is no such regime version.
        RegimeNotFound,
        /// The object is not registered or has ended.
        ObjectUnfit,
        /// Name live rights of the registrant that stand on one certificate.
        RightsUnfit,
        /// The regime hears objections in the public notice only.
        NotHeardAfterEntry,
        /// Nobody objects to rights of its own.
        OwnObjection,
        /// The same party objected on the same facts before: they are heard once.
        AlreadyHeard,
        /// All serial numbers are given.
        SerialsExhausted,
        /// The object has as many marks or open objections as it can hold.
        ObjectFull,
        /// There is no such objection.
        ObjectionNotFound,
        /// The objection is not at the step that this call needs: look at its status.
        WrongStage,
        /// An objection is returned once only.
        AlreadyReturned,
        /// Through the ledger only a party with an account can be told: choose another channel.
        ChannelUnfit,
        /// No written notice waits for its delivery.
        NothingToDeliver,
        /// A notice is delivered after it was sent and not in the future.
        DeliveryTimeUnfit,
        /// Only who objects may do this.
        NotTheObjector,
        /// Only a holder of the contested rights may do this.
        NotTheRegistrant,
        /// Only a side of the objection may do this.
        NotASide,
        /// Give at least one document that was not there before.
        EvidenceMissing,
        /// The time to complete the objection has passed: it has lapsed.
        CompletionTooLate,
        /// Agree to a cancellation or a change, all co-holders to the same one.
        DispositionUnfit,
        /// This side or co-holder answered already.
        AlreadyAnswered,
        /// The registrant still has time to answer, or the notice is not delivered yet.
        AnswerTimeRunning,
        /// The time to prove that a court or arbitral body took the matter has passed: the objection has lapsed.
        CourtProofTooLate,
        /// What was decided is a change of the content: `execute_change` names it and carries it out.
        ChangeNotNamed,
        /// The objection has not lapsed.
        NotLapsed,
        /// A hold ends in the future and within the regime's days.
        HoldTermUnfit,
        /// A hold is proposed or stands already: it can be lifted.
        HoldExists,
        /// No hold is proposed, or none stands.
        NoHold,
        /// The two sides of a conflict are kept by different authorities.
        SidesOfOneAuthority,
        /// There is no such open case or live object.
        SideNotFound,
        /// The case or object is in an undecided conflict already.
        AlreadyInConflict,
        /// There is no such conflict.
        ConflictNotFound,
        /// The conflict was decided already.
        ConflictDecided,
        /// The party has an account and signs with it: no officer acts in its place.
        PartyHasAccount,
        /// A mark of another matter stands in the way of what the sides agreed on: ask the registry's `can_deal`.
        BarredByMark,
        /// No change of the content was decided: `execute` carries out what was.
        NoChangeDecided,
        /// The facts differ in nothing, may not be registered so, or the text is not theirs: publish to the extent that it was
        /// published before.
        CorrectionUnfit,
    }
}
