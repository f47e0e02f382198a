//! The errors, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The errors.
#[pallet_section]
mod errors {
    /// Why a call was refused.
    #[pallet::error]
    pub enum Error<T> {
        /// Only an officer in office may do this.
        NotOfficer,
        /// The officer lacks the role for this: ask a registrar, or to confirm or complete a recovery a reviewer.
        RoleMissing,
        /// The authority is suspended (NG 38): its officers admit and change nothing.
        AuthorityNotListed,
        /// Another authority admitted this party: only its officers may do this.
        WrongAuthority,
        /// There is no party with this identifier.
        PartyNotFound,
        /// Only an account bound to a party may do this.
        NotParty,
        /// The party is suspended: the authority that admitted it must restore it first.
        PartySuspended,
        /// The party is not suspended.
        NotSuspended,
        /// The credit code or identifier has the wrong check characters, or the country is not two capital letters.
        WrongPersonNumber,
        /// The commitment to the natural person's identity is missing: it cannot be all zeros.
        CommitmentMissing,
        /// The person is a party already: use that party.
        PersonAlreadyAdmitted,
        /// The account belongs to a party, an officer, an authority, a validator or the department: use another one.
        AccountTaken,
        /// The account is not bound to this party.
        AccountNotBound,
        /// The party has as many accounts as allowed: it must unbind one first.
        TooManyAccounts,
        /// A party keeps at least one account: bind another one first.
        LastAccount,
        /// The party has not asked for this account: one of its accounts must ask first.
        AccountNotRequested,
        /// The authority has no serial number left for another party.
        TooManyParties,
        /// A recovery is running: the party's accounts stay as they are until it ends.
        RecoveryRunning,
        /// There is no recovery running for this party.
        RecoveryNotFound,
        /// Another person must confirm what this officer proposed.
        SamePerson,
        /// The recovery is confirmed already.
        AlreadyConfirmed,
        /// Another officer must confirm the recovery first.
        NotConfirmed,
        /// The delay has not ended: wait for the moment in `RecoveryConfirmed`.
        TooEarly,
        /// The account named as lost cannot stop its own replacement: another account of the party can.
        LostAccountCannotStop,
        /// The delay must be 1 to 90 days.
        DelayOutOfRange,
        /// Nobody is the own agent.
        AgentIsPrincipal,
        /// The agent must be an admitted party in good standing.
        AgentNotInGoodStanding,
        /// A power names at least one act, and none that does not exist.
        ActsUnfit,
        /// A power over single objects names at least one, and each once.
        ScopeUnfit,
        /// A power ends after it begins, and not before it is registered.
        PowerEndsTooEarly,
        /// A power lasts at most ten years.
        PowerTooLong,
        /// The authority has no serial number left for another power.
        TooManyPowers,
        /// The party has an account: it grants and revokes powers itself.
        PartyHasAccount,
        /// A document at the counter was received in the future or more than 30 days ago.
        ReceivedAtUnfit,
        /// There is no power with this identifier.
        PowerNotFound,
        /// Only the principal revokes a power.
        NotThePrincipal,
        /// The power was revoked already or has expired.
        PowerEnded,
        /// Only the data of a natural person are erased.
        NotANaturalPerson,
        /// Erasure of this person was asked for already.
        ErasureAlreadyRequested,
        /// No erasure of this person waits to be carried out.
        ErasureNotRequested,
        /// Who filed the request at the counter does not carry it out: another registrar must.
        FiledAtCounterBySamePerson,
        /// The agent does not hold this power.
        PowerNotHeld,
        /// Erasure needs a power over every act and every object.
        PowerTooNarrow,
        /// The person was erased at its own request: the party acts no more and is not changed any more.
        PartyErased,
        /// Others have taken this party's place, or are taking it: deal with the successor.
        PartySucceeded,
        /// A succession of this party is open already: confirm it, finish it, or give it up.
        SuccessionOpen,
        /// There is no succession of this party.
        SuccessionNotFound,
        /// Death ends natural persons only, and nothing else ends them.
        EventUnfit,
        /// A merger has one successor, a division at least two, everything else at least one; each is named once.
        SuccessorsUnfit,
        /// Only a party that survives its own division is its own successor, and then stands first.
        OwnSuccessor,
        /// A successor is no admitted party: admit it first.
        SuccessorNotFound,
        /// A successor was itself succeeded: name the party in its place.
        SuccessorSucceeded,
        /// A successor is locked in a succession of its own: finish that one first.
        SuccessorInSuccession,
        /// Only an officer or one of the successors files a succession.
        NotASuccessor,
        /// Only the successor who filed it, or a registrar of the authority, gives it up.
        NotTheFiler,
        /// The officer or an affiliate is predecessor or successor (NG 10(7)): another officer must act.
        OfficerConcerned,
        /// The authority or an affiliate of it is predecessor or successor (NG 10(7)): another authority must act.
        AuthorityConcerned,
        /// Two persons answer for a succession: another officer must confirm it.
        SuccessionBySamePerson,
        /// The succession is confirmed already: it is carried out, not changed.
        SuccessionConfirmed,
        /// Two officers must answer for the succession first.
        SuccessionNotConfirmed,
        /// The succession has no effect before the day that its instrument names.
        SuccessionNotEffective,
        /// The way to the party that stands in the place of others would be too long. Report it: the register is at its limit.
        ChainTooLong,
        /// The batch names no holding.
        BatchEmpty,
        /// The party has no holding with this number.
        HoldingNotFound,
        /// The holding was assigned before, or stands twice in the batch.
        HoldingAssigned,
        /// The list of successors has no such place.
        SuccessorNotNamed,
        /// More open cases and consents hang on these holdings than one call moves: send fewer.
        BatchTooHeavy,
        /// The case is not open, or not one of the party whose place is taken.
        CaseNotOfPredecessor,
        /// Holdings are left that were not assigned yet.
        HoldingsLeft,
        /// The succession is finished.
        SuccessionFinished,
    }
}
