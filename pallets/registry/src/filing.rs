//! Filing, completing and withdrawing an application.

use crate::{Cases, Config, Error, Event, LastSerial, ObjectByFingerprint, Objects, Pallet, Rights};
use alloc::{boxed::Box, collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    case::{object_of_first_registration, Case, Stage, Status},
    codes::CodeTable,
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    filing::{EvidenceKind, FirstRegistration},
    object::{DataCategory, DataLevel, ObjectKind, PublicClass, Source},
    regime::{Act, Regime},
    text_rules,
    v1::{self, RightRecord, RightStatus},
    AuthorityId, CaseId, Digest, ObjectId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// Whether `applicant` may file this, and the earlier object that it matches.
    pub(crate) fn ensure_can_file(
        applicant: PartyId,
        filing: &FirstRegistration,
    ) -> Result<Option<ObjectId>, Error<T>> {
        let rules = T::Rules::default();
        let regime = rules.regime(filing.regime).ok_or(Error::<T>::RegimeNotFound)?;
        if !regime.is_effective(rules.now()) {
            return Err(Error::<T>::RegimeNotEffective);
        }
        if !T::Authorities::is_listed(filing.authority) {
            return Err(Error::<T>::AuthorityNotListed);
        }
        Self::ensure_filing_fits(applicant, filing, &regime)
    }

    /// Everything about an application except whether its regime still takes new cases.
    fn ensure_filing_fits(
        applicant: PartyId,
        filing: &FirstRegistration,
        regime: &Regime,
    ) -> Result<Option<ObjectId>, Error<T>> {
        Self::ensure_data_may_be_registered(filing)?;
        Self::ensure_facts_are_coded(filing)?;
        Self::ensure_lineage_is_registered(filing)?;
        Self::ensure_personal_basis(filing)?;
        Self::ensure_claims_fit(filing, regime)?;
        Self::ensure_holders_fit(applicant, filing)?;
        Self::ensure_not_own_case(filing.authority, applicant, &filing.holders.parties())?;
        Self::ensure_papers_are_there(filing)?;
        Self::ensure_not_registered_before(filing, regime)
    }

    /// Data that no authority registers.
    fn ensure_data_may_be_registered(filing: &FirstRegistration) -> Result<(), Error<T>> {
        // Core-level data is never registered.
        if filing.facts.level == DataLevel::Core {
            return Err(Error::<T>::CoreData);
        }
        // NG 15(1): data of party and government organs is not registered here.
        if filing.facts.public_class == PublicClass::OrganData {
            return Err(Error::<T>::OrganData);
        }
        // S112: matters on the negative list are refused.
        if T::Rules::default().is_negative_listed(filing.facts.industry) {
            return Err(Error::<T>::NegativeListed);
        }
        Ok(())
    }

    /// Coded facts come from the chain's code tables.
    fn ensure_facts_are_coded(filing: &FirstRegistration) -> Result<(), Error<T>> {
        let (rules, facts) = (T::Rules::default(), &filing.facts);
        if !rules.has_code(CodeTable::Industry, facts.industry) {
            return Err(Error::<T>::IndustryUnknown);
        }
        // S007: a product names its form; a resource has none.
        let form_fits = match (facts.kind, facts.form) {
            (ObjectKind::Product, Some(form)) => rules.has_code(CodeTable::ProductForm, form),
            (ObjectKind::Resource, None) => true,
            _ => false,
        };
        if !form_fits {
            return Err(Error::<T>::ProductFormUnfit);
        }
        if !query_code_fits(&facts.public_class) {
            return Err(Error::<T>::QueryCodeUnfit);
        }
        let fingerprints: BTreeSet<_> = filing
            .fingerprints
            .iter()
            .map(|fingerprint| fingerprint.digest)
            .collect();
        if fingerprints.len() != filing.fingerprints.len() {
            return Err(Error::<T>::FingerprintRepeated);
        }
        // Descriptions are SHA-256 by format.
        matches!(facts.description, Digest::Sha2_256(_))
            .then_some(())
            .ok_or(Error::<T>::DescriptionNotSha256)
    }

    /// S002: a product lists what it is made from; what it names as registered is registered.
    fn ensure_lineage_is_registered(filing: &FirstRegistration) -> Result<(), Error<T>> {
        let lineage = &filing.facts.lineage;
        if filing.facts.kind == ObjectKind::Product && lineage.is_empty() {
            return Err(Error::<T>::LineageMissing);
        }
        let known = lineage.iter().all(|source| match source {
            Source::Right(right) => Rights::<T>::contains_key(right.object, right.index),
            Source::Object(object) => Objects::<T>::contains_key(object),
            Source::Unregistered(_) => true,
        });
        known.then_some(()).ok_or(Error::<T>::LineageUnknown)
    }

    /// S015: data of persons is claimed on a stated basis, with an impact assessment.
    fn ensure_personal_basis(filing: &FirstRegistration) -> Result<(), Error<T>> {
        let basis = filing.facts.personal_information.is_some();
        if filing.facts.category == DataCategory::Personal && !basis {
            return Err(Error::<T>::PersonalBasisMissing);
        }
        if basis && !has_evidence(filing, EvidenceKind::ImpactAssessment) {
            return Err(Error::<T>::ImpactAssessmentMissing);
        }
        Ok(())
    }

    /// NG 21: each kind once, claimable for this source and object, for a term the regime allows.
    fn ensure_claims_fit(filing: &FirstRegistration, regime: &Regime) -> Result<(), Error<T>> {
        if filing.claims.is_empty() {
            return Err(Error::<T>::ClaimMissing);
        }
        let rising = filing
            .claims
            .windows(2)
            .all(|pair| matches!(pair, [first, second] if first.kind < second.kind));
        if !rising {
            return Err(Error::<T>::ClaimRepeated);
        }
        let claimable = regime.claimable(filing.facts.source, filing.facts.kind, &filing.conditions);
        if !filing.claims.iter().all(|claim| claimable.contains(claim.kind)) {
            return Err(Error::<T>::KindNotClaimable);
        }
        if !filing.conditions.is_empty() && !has_evidence(filing, EvidenceKind::ConditionProof) {
            return Err(Error::<T>::ConditionUnproven);
        }
        // NG 26: generally at most five years.
        let years = 1..=regime.limits.validity_years_max.number;
        let in_range = filing
            .claims
            .iter()
            .all(|claim| years.contains(&claim.years.into()));
        in_range.then_some(()).ok_or(Error::<T>::ValidityOutOfRange)
    }

    /// Holders are admitted parties in good standing, the applicant among them.
    fn ensure_holders_fit(applicant: PartyId, filing: &FirstRegistration) -> Result<(), Error<T>> {
        filing.holders.check().map_err(|_| Error::<T>::HoldersUnfit)?;
        if !filing.holders.contains(applicant) {
            return Err(Error::<T>::ApplicantNotHolder);
        }
        let admitted = filing
            .holders
            .parties()
            .into_iter()
            .all(|party| T::Parties::party(party).is_some_and(|record| record.is_in_good_standing()));
        admitted.then_some(()).ok_or(Error::<T>::HolderNotAdmitted)
    }

    /// NG 16 and 33: proof of identity and of lawful acquisition, and the declaration.
    fn ensure_papers_are_there(filing: &FirstRegistration) -> Result<(), Error<T>> {
        let needed = [EvidenceKind::Identity, EvidenceKind::LawfulAcquisition];
        if !needed.into_iter().all(|kind| has_evidence(filing, kind)) {
            return Err(Error::<T>::EvidenceMissing);
        }
        filing
            .declaration
            .truthful
            .then_some(())
            .ok_or(Error::<T>::DeclarationMissing)
    }

    /// NG 39(2) and S008: no repetition by the same applicant, and one source for public data. Another holder's match stops
    /// nothing by itself (NG 21).
    pub(crate) fn ensure_not_registered_before(
        filing: &FirstRegistration,
        regime: &Regime,
    ) -> Result<Option<ObjectId>, Error<T>> {
        let parties = filing.holders.parties();
        let in_force: Vec<RightRecord> = Self::matches(filing).flat_map(Self::rights_in_force).collect();
        let held = |right: &RightRecord| parties.iter().any(|party| right.holders.contains(*party));
        if in_force.iter().any(held) {
            return Err(Error::<T>::RepeatedRegistration);
        }
        let public = filing.facts.category == DataCategory::Public;
        if public && regime.public_match_refused && !in_force.is_empty() {
            return Err(Error::<T>::PublicDataAlreadyRegistered);
        }
        Ok(Self::first_match(filing))
    }

    /// The first object that has one of the fingerprints.
    pub(crate) fn first_match(filing: &FirstRegistration) -> Option<ObjectId> {
        Self::matches(filing).next()
    }

    /// The objects that have one of the fingerprints, at most four.
    fn matches(filing: &FirstRegistration) -> impl Iterator<Item = ObjectId> + '_ {
        filing
            .fingerprints
            .iter()
            .filter_map(|fingerprint| ObjectByFingerprint::<T>::get(fingerprint.digest))
    }

    /// The rights in `object` that have neither ended nor lapsed: what has lapsed may be registered again. An object has
    /// at most `RIGHTS_MAX` rights.
    fn rights_in_force(object: ObjectId) -> Vec<RightRecord> {
        let now = T::Rules::default().now();
        let count = Objects::<T>::get(object).map_or(0, |record| record.rights);
        (0..count)
            .filter_map(|number| Rights::<T>::get(object, number))
            .filter(|right| right.status == RightStatus::Live && now < right.valid_until)
            .collect()
    }

    /// Files an application.
    pub(crate) fn do_file(applicant: PartyId, filing: FirstRegistration) -> Result<CaseId, Error<T>> {
        let matches = Self::ensure_can_file(applicant, &filing)?;
        let case = Self::next_case(filing.authority)?;
        Cases::<T>::insert(
            case,
            Case {
                version: v1::VERSION,
                act: Act::First,
                object: object_of_first_registration(case),
                regime: filing.regime,
                applicant,
                received_at: T::Rules::default().now(),
                filing: filing.clone(),
                stage: Stage::Filed,
                returned: None,
                clock: None,
                accepted_at: None,
                reports: Default::default(),
                matches,
                examination: None,
                approval: None,
                notice: None,
                refusal: None,
            },
        );
        Self::deposit_event(Event::CaseFiled {
            case,
            applicant,
            filing: Box::new(filing),
            matches,
        });
        Ok(case)
    }

    fn next_case(authority: AuthorityId) -> Result<CaseId, Error<T>> {
        let serial = LastSerial::<T>::get(authority).saturating_add(1);
        let case = CaseId::new(authority, serial).ok_or(Error::<T>::SerialsExhausted)?;
        LastSerial::<T>::insert(authority, serial);
        Ok(case)
    }

    /// Whether the applicant may complete the case with this application, and the earlier object that it matches.
    fn ensure_can_resubmit(
        applicant: PartyId,
        case: &Case,
        filing: &FirstRegistration,
    ) -> Result<Option<ObjectId>, Error<T>> {
        if case.applicant != applicant {
            return Err(Error::<T>::NotTheApplicant);
        }
        Self::ensure_stage(case, &[Stage::Returned])?;
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        // NG 17: not completed in time, it counts as never filed.
        if matches!(
            case.status(rules.now(), &regime, &rules),
            Status::NeverFiled { .. }
        ) {
            return Err(Error::<T>::CompletionTooLate);
        }
        let same = (filing.authority, filing.regime) == (case.filing.authority, case.filing.regime)
            && filing.holders == case.filing.holders;
        if !same {
            return Err(Error::<T>::FilingChangedTooMuch);
        }
        // Its regime may have ended for new cases meanwhile: running cases stay under theirs.
        Self::ensure_filing_fits(applicant, filing, &regime)
    }

    /// Completes a returned application: it is received anew, today.
    pub(crate) fn do_resubmit(
        applicant: PartyId,
        id: CaseId,
        filing: FirstRegistration,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let matches = Self::ensure_can_resubmit(applicant, &case, &filing)?;
        let now = T::Rules::default().now();
        if let Some(returned) = case.returned.as_mut() {
            returned.completed_at = Some(now);
        }
        case.filing = filing.clone();
        case.matches = matches;
        case.received_at = now;
        case.stage = Stage::Filed;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseResubmitted {
            case: id,
            applicant,
            filing: Box::new(filing),
            matches,
        });
        Ok(())
    }

    fn ensure_can_withdraw(applicant: PartyId, case: &Case) -> Result<(), Error<T>> {
        if case.applicant != applicant {
            return Err(Error::<T>::NotTheApplicant);
        }
        let decided = matches!(case.stage, Stage::Refused | Stage::Withdrawn);
        (!decided).then_some(()).ok_or(Error::<T>::WrongStage)
    }

    /// Withdraws an application.
    pub(crate) fn do_withdraw(applicant: PartyId, id: CaseId) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        Self::ensure_can_withdraw(applicant, &case)?;
        case.stage = Stage::Withdrawn;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseWithdrawn { case: id, applicant });
        Ok(())
    }
}

/// NG 15(2): a product of authorised operation is registered after its registration on the public platform.
pub(crate) fn lacks_query_code(filing: &FirstRegistration) -> bool {
    matches!(&filing.facts.public_class,
        PublicClass::AuthorisedOperation { query_code } if query_code.is_empty())
}

/// A query code comes from elsewhere and has no free text in it.
fn query_code_fits(class: &PublicClass) -> bool {
    let PublicClass::AuthorisedOperation { query_code } = class else {
        return true;
    };
    let coded = query_code
        .iter()
        .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    coded && text_rules::check(query_code).is_ok()
}

/// Whether a document of `kind` is among the evidence.
fn has_evidence(filing: &FirstRegistration, kind: EvidenceKind) -> bool {
    filing.evidence.iter().any(|evidence| evidence.kind == kind)
}
