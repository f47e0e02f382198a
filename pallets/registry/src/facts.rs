//! The coded facts of what is registered: which data no authority registers, and what must be stated.

use crate::{Config, Error, Objects, Pallet, Rights};
use alloc::collections::BTreeSet;
use quanji_primitives::{
    case::Case,
    codes::CodeTable,
    directory::RuleBook,
    filing::FirstRegistration,
    object::{DataCategory, DataLevel, Fingerprint, ObjectFacts, ObjectKind, PublicClass, Source},
    regime::Regime,
    text_rules, Digest,
};

impl<T: Config> Pallet<T> {
    /// Data that may be registered under the regime.
    pub(crate) fn ensure_data_may_be_registered(
        facts: &ObjectFacts,
        regime: &Regime,
    ) -> Result<(), Error<T>> {
        // Core-level data is never registered.
        if facts.level == DataLevel::Core {
            return Err(Error::<T>::CoreData);
        }
        let public = facts.category == DataCategory::Public;
        // NG 15: public data says of which class it is, and no other data is of any.
        if public != (facts.public_class != PublicClass::None) {
            return Err(Error::<T>::PublicClassUnfit);
        }
        // PD 2, 13: what creates no rights registers public data, that of organs included, and nothing else.
        if !regime.creates_rights && !public {
            return Err(Error::<T>::NotPublicData);
        }
        // NG 15(1): data of party and government organs is not registered where rights are created.
        if regime.creates_rights && facts.public_class == PublicClass::OrganData {
            return Err(Error::<T>::OrganData);
        }
        // S112: matters on the negative list are refused.
        if T::Rules::default().is_negative_listed(facts.industry) {
            return Err(Error::<T>::NegativeListed);
        }
        Ok(())
    }

    /// Coded facts come from the chain's code tables.
    pub(crate) fn ensure_facts_are_coded(
        facts: &ObjectFacts,
        fingerprints: &[Fingerprint],
    ) -> Result<(), Error<T>> {
        let rules = T::Rules::default();
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
        let digests: BTreeSet<_> = fingerprints.iter().map(|print| print.digest).collect();
        if digests.len() != fingerprints.len() {
            return Err(Error::<T>::FingerprintRepeated);
        }
        // Descriptions are SHA-256 by format.
        matches!(facts.description, Digest::Sha2_256(_))
            .then_some(())
            .ok_or(Error::<T>::DescriptionNotSha256)
    }

    /// S002: a product lists what it is made from; what it names as registered is registered.
    pub(crate) fn ensure_lineage_is_registered(facts: &ObjectFacts) -> Result<(), Error<T>> {
        if facts.kind == ObjectKind::Product && facts.lineage.is_empty() {
            return Err(Error::<T>::LineageMissing);
        }
        let known = facts.lineage.iter().all(|source| match source {
            Source::Right(right) => Rights::<T>::contains_key(right.object, right.index),
            Source::Object(object) => Objects::<T>::contains_key(object),
            Source::Unregistered(_) => true,
        });
        known.then_some(()).ok_or(Error::<T>::LineageUnknown)
    }

    /// S015: data of persons is claimed on a stated basis.
    pub(crate) fn ensure_personal_basis(facts: &ObjectFacts) -> Result<(), Error<T>> {
        let missing = facts.category == DataCategory::Personal && facts.personal_information.is_none();
        (!missing).then_some(()).ok_or(Error::<T>::PersonalBasisMissing)
    }
}

/// NG 15(2): a product of authorised operation is registered after its registration on the public platform. That
/// registration itself has no code yet.
pub(crate) fn lacks_query_code(filing: &FirstRegistration, regime: &Regime) -> bool {
    let missing = matches!(&filing.facts.public_class,
        PublicClass::AuthorisedOperation { query_code } if query_code.is_empty());
    regime.creates_rights && missing
}

/// The same of a case: only a first registration names one.
pub(crate) fn case_lacks_query_code(case: &Case, regime: &Regime) -> bool {
    case.first()
        .is_some_and(|filing| lacks_query_code(filing, regime))
}

/// A query code comes from elsewhere and has no free text in it.
pub(crate) fn query_code_fits(class: &PublicClass) -> bool {
    let PublicClass::AuthorisedOperation { query_code } = class else {
        return true;
    };
    let coded = query_code
        .iter()
        .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    coded && text_rules::check(query_code).is_ok()
}
