//! Claims and grants: who asks for which right, and what may be granted to it (NG 21).

use crate::{Config, Error, Objects, Pallet};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    case::{Case, Examination},
    directory::PartyRegister,
    filing::{EvidenceKind, FirstRegistration},
    object::SourceKind,
    regime::{ClaimCondition, ClaimableRow, Regime},
    rights::{Claim, Holders, RightKinds, MAX_HOLDERS},
    ObjectId, PartyId,
};

/// One of those who apply, with the claims that were granted to it.
pub(crate) struct Granted<'a> {
    pub holders: &'a Holders,
    pub claims: Vec<Claim>,
}

/// What is granted to each of those who apply, in the order of the application. Decisions stand in that order too.
pub(crate) fn granted<'a>(filing: &'a FirstRegistration, examination: &Examination) -> Vec<Granted<'a>> {
    let mut decisions = examination.decisions.iter();
    filing
        .shares()
        .map(|(holders, claims)| {
            let decided = claims.iter().zip(decisions.by_ref());
            let granted = decided.filter(|(_, decision)| decision.refused.is_none());
            Granted {
                holders,
                claims: granted.map(|(claim, _)| *claim).collect(),
            }
        })
        .collect()
}

/// Whether an examination grants something: a right, or what is asked for where no right is decided on.
pub(crate) fn grants(case: &Case, examination: &Examination) -> bool {
    if case.filing.claimed().is_empty() {
        examination.findings.all_met()
    } else {
        examination.granted().next().is_some()
    }
}

impl<T: Config> Pallet<T> {
    /// Each kind once for each of those who apply, nameable for this source and object, for a term the regime allows.
    pub(crate) fn ensure_claims_fit(filing: &FirstRegistration, regime: &Regime) -> Result<(), Error<T>> {
        // NG 15, PD 13: no right is created, so none is claimed, and nobody claims beside the applicant.
        if !regime.creates_rights {
            let none = filing.claims.is_empty() && filing.participants.is_empty();
            return none.then_some(()).ok_or(Error::<T>::NoRightsCreated);
        }
        let nameable = regime.nameable(filing.facts.source, filing.facts.kind);
        filing
            .shares()
            .try_for_each(|(_, claims)| Self::ensure_claims_of_one_fit(claims, nameable, regime))
    }

    fn ensure_claims_of_one_fit(
        claims: &[Claim],
        nameable: RightKinds,
        regime: &Regime,
    ) -> Result<(), Error<T>> {
        if claims.is_empty() {
            return Err(Error::<T>::ClaimMissing);
        }
        let rising = claims
            .windows(2)
            .all(|pair| matches!(pair, [first, second] if first.kind < second.kind));
        if !rising {
            return Err(Error::<T>::ClaimRepeated);
        }
        if !claims.iter().all(|claim| nameable.contains(claim.kind)) {
            return Err(Error::<T>::KindNotClaimable);
        }
        // NG 26: generally at most five years.
        let years = 1..=regime.limits.validity_years_max.number;
        let in_range = claims.iter().all(|claim| years.contains(&claim.years.into()));
        in_range.then_some(()).ok_or(Error::<T>::ValidityOutOfRange)
    }

    /// Each holder stands once in the whole application, the applicant among the first.
    pub(crate) fn ensure_holders_fit(applicant: PartyId, filing: &FirstRegistration) -> Result<(), Error<T>> {
        let parties = filing.parties();
        let each_once = parties.iter().collect::<BTreeSet<_>>().len() == parties.len();
        let sound = filing.shares().all(|(holders, _)| holders.check().is_ok());
        if !sound || !each_once || parties.len() > MAX_HOLDERS as usize {
            return Err(Error::<T>::HoldersUnfit);
        }
        let applies = Self::parties_now(filing.holders.parties()).contains(&applicant);
        applies.then_some(()).ok_or(Error::<T>::ApplicantNotHolder)
    }

    /// All are admitted parties in good standing.
    pub(crate) fn ensure_admitted(parties: &[PartyId]) -> Result<(), Error<T>> {
        let admitted = parties
            .iter()
            .all(|party| T::Parties::party(*party).is_some_and(|record| record.is_in_good_standing()));
        admitted.then_some(()).ok_or(Error::<T>::HolderNotAdmitted)
    }

    /// NG 16 and 33: proof of identity and of lawful acquisition, and the declaration.
    pub(crate) fn ensure_papers_are_there(filing: &FirstRegistration) -> Result<(), Error<T>> {
        let has = |kind| filing.evidence.iter().any(|evidence| evidence.kind == kind);
        let needed = [EvidenceKind::Identity, EvidenceKind::LawfulAcquisition];
        if !needed.into_iter().all(has) {
            return Err(Error::<T>::EvidenceMissing);
        }
        // S015: personal information has been assessed.
        let personal = filing.facts.personal_information.is_some();
        if personal && !has(EvidenceKind::ImpactAssessment) {
            return Err(Error::<T>::ImpactAssessmentMissing);
        }
        filing
            .declaration
            .truthful
            .then_some(())
            .ok_or(Error::<T>::DeclarationMissing)
    }

    /// NG 21: every grant is claimable, and what must be declared and proven is. Gives those whose grants need the consent
    /// of all others besides. In a `registered` object of fused data a further holder needs it too, however its own data
    /// came about.
    pub(crate) fn ensure_grants_are_claimable<'a>(
        case: &'a Case,
        examination: &Examination,
        regime: &Regime,
        registered: Option<ObjectId>,
    ) -> Result<Vec<&'a Holders>, Error<T>> {
        let Some(filing) = case.first() else {
            return Ok(Vec::new());
        };
        let facts = &filing.facts;
        let row = regime.claimable_row(facts.source, facts.kind);
        let of_fused = registered
            .and_then(Objects::<T>::get)
            .filter(|record| record.facts.source == SourceKind::JointFusion)
            .and_then(|record| regime.claimable_row(record.facts.source, record.facts.kind));
        let mut needing_consent = Vec::new();
        for share in granted(filing, examination) {
            if share.claims.is_empty() {
                continue;
            }
            let own = Self::ensure_claimable(case, &share.claims, row)?;
            let there = match of_fused {
                Some(_) => Self::ensure_claimable(case, &share.claims, of_fused)?,
                None => false,
            };
            if own || there {
                needing_consent.push(share.holders);
            }
        }
        Ok(needing_consent)
    }

    /// The claims are within one row of the table, its condition met; whether it asks for everybody's consent.
    fn ensure_claimable(case: &Case, claims: &[Claim], row: Option<&ClaimableRow>) -> Result<bool, Error<T>> {
        let row = row.ok_or(Error::<T>::KindNotClaimable)?;
        let beyond = |claim: &&Claim| !row.kinds.contains(claim.kind);
        if !claims.iter().any(|claim| beyond(&claim)) {
            return Ok(false);
        }
        let conditional = |claim: &Claim| row.conditional.contains(claim.kind);
        if !claims.iter().filter(beyond).all(conditional) {
            return Err(Error::<T>::KindNotClaimable);
        }
        if row.condition == Some(ClaimCondition::ParticipantsConsent) {
            return Ok(true);
        }
        Self::ensure_condition_is_met(case, row).map(|()| false)
    }

    /// NG 21(4), (7): the condition is declared, with proof among the documents.
    fn ensure_condition_is_met(case: &Case, row: &ClaimableRow) -> Result<(), Error<T>> {
        let condition = row.condition.ok_or(Error::<T>::KindNotClaimable)?;
        let declared = case
            .first()
            .is_some_and(|filing| filing.conditions.contains(&condition));
        if !declared {
            return Err(Error::<T>::ConditionNotMet);
        }
        let proven = case
            .evidence()
            .any(|evidence| evidence.kind == EvidenceKind::ConditionProof);
        proven.then_some(()).ok_or(Error::<T>::ConditionUnproven)
    }
}
