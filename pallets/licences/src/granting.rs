//! Whether a licence may be granted, and its entry. All checks are formal: as a filing with voucher no officer decides, and
//! where the regime registers licences a case does.

use crate::{mark_consents::Consents, Config, Error, Licences, Pallet};
use alloc::{boxed::Box, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    clock::Moment,
    codes::CodeTable,
    directory::{LicenceRegister, PartyRegister, Register, RuleBook},
    marks::{Effect, Operation, RightSet},
    object::{DataCategory, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    once::asked_once,
    person::Person,
    regime::{Act, ActForm, Regime},
    rights::RightKind,
    succession::current_holders,
    terms::{
        needs_department_consent, tree::Excluded, Exceeds, LicenceFiling, LicenceKind, LicenceTerms,
        LicensedRight, Member, RightsTree, TermsError,
    },
    v1::{EntryBasis, LicenceRecord, ObjectRecord, Outcome},
    Digest, ObjectId, PartyId,
};

/// What a grant needs, once it was found possible.
pub(crate) struct Grantable {
    pub tree: RightsTree,
    /// Who grants: the holders of the parent.
    pub licensors: Vec<PartyId>,
}

impl<T: Config> Pallet<T> {
    /// A registered object that has not ended.
    pub(crate) fn live_object(object: ObjectId) -> Result<ObjectRecord, Error<T>> {
        T::Register::object(object)
            .filter(|record| record.outcome == Outcome::Live)
            .ok_or(Error::<T>::ObjectUnfit)
    }

    /// All rights of an object with their licences, as they are held today (S023) and with what renewals keep in force
    /// (NG 36); at most as many as an object can hold.
    pub(crate) fn tree(object: ObjectId, record: &ObjectRecord) -> RightsTree {
        let current = asked_once(T::Parties::current);
        let read = |number| {
            let mut right = T::Register::right(object, number)?;
            right.holders = current_holders(&right.holders, &current);
            let licence = right.parent.and_then(|_| Licences::<T>::get(object, number));
            Some(LicensedRight {
                number,
                right,
                licence,
            })
        };
        let rights: Vec<_> = (0..record.rights).filter_map(read).collect();
        let now = Self::now();
        // Whether something is being renewed is asked only where a term is over.
        let over = |one: &LicensedRight| one.right.parent.is_none() && one.right.valid_until <= now;
        let asked = rights.iter().any(over);
        let kept = asked.then(|| T::Register::kept_in_force(object));
        RightsTree::new(rights).keeping(kept.unwrap_or(RightSet::NONE))
    }

    /// The holders of a right.
    pub(crate) fn holders(tree: &RightsTree, number: u32) -> Vec<PartyId> {
        tree.get(number)
            .map_or_else(Vec::new, |right| right.right.holders.parties())
    }

    /// Whether the licence may be granted now on all signatures.
    pub(crate) fn ensure_can_grant(
        object: ObjectId,
        filing: &LicenceFiling,
        consents: Consents<'_>,
    ) -> Result<Grantable, Error<T>> {
        let record = Self::live_object(object)?;
        let regime = T::Rules::default().regime(record.regime);
        let row = regime.and_then(|regime| regime.act(Act::Licence).copied());
        // A type of registration is decided by a case.
        ensure!(
            row.is_none_or(|row| row.form == ActForm::FilingWithVoucher),
            Error::<T>::RegistrationNeedsCase
        );
        let grantable = Self::ensure_terms_fit(object, filing, None)?;
        Self::ensure_no_mark(object, &grantable.tree, filing, consents)?;
        Ok(grantable)
    }

    /// The rules of every licence, however it is granted; marks apart. `licensors`: who will hold the right to license from
    /// when it is granted; nothing where that stays as it is.
    pub(crate) fn ensure_terms_fit(
        object: ObjectId,
        filing: &LicenceFiling,
        licensors: Option<&[PartyId]>,
    ) -> Result<Grantable, Error<T>> {
        let record = Self::live_object(object)?;
        let rules = T::Rules::default();
        let (now, regime) = (rules.now(), rules.regime(record.regime));
        let regime = regime.ok_or(Error::<T>::RegimeNotFound)?;
        let tree = Self::tree(object, &record);
        Self::ensure_parent(&tree, filing.parent, &regime, now)?;
        let present = || Self::holders(&tree, filing.parent);
        let licensors = licensors.map_or_else(present, <[PartyId]>::to_vec);
        Self::ensure_licensee(filing, &licensors)?;
        Self::ensure_terms(&filing.terms, now)?;
        Self::ensure_data(&record.facts, filing)?;
        Self::ensure_within(&tree, filing, now)?;
        Self::ensure_not_excluded(&tree, filing, now)?;
        Self::ensure_counter_licence(filing, &licensors, now)?;
        ensure!(
            matches!(filing.policy, Digest::Sha2_256(_)),
            Error::<T>::PolicyNotSha256
        );
        Ok(Grantable { tree, licensors })
    }

    /// The right to license from, and how the regime lets it be licensed.
    pub(crate) fn ensure_parent(
        tree: &RightsTree,
        parent: u32,
        regime: &Regime,
        now: Moment,
    ) -> Result<(), Error<T>> {
        // NG 15: where registrations create no rights, there is nothing to license.
        ensure!(regime.creates_rights, Error::<T>::NoRightsToLicense);
        let row = regime.act(Act::Licence).ok_or(Error::<T>::NoRightsToLicense)?;
        ensure!(tree.is_in_force(parent, now), Error::<T>::ParentNotInForce);
        // NG 3: to license belongs to the right to operate; below it, a licence says itself whether it may be passed on.
        let first = tree.get(parent).filter(|right| right.parent().is_none());
        let operating = first.is_none_or(|right| right.right.kind == RightKind::Operating);
        ensure!(
            operating || !row.needs_operating_right,
            Error::<T>::OperatingRightNeeded
        );
        Ok(())
    }

    fn ensure_licensee(filing: &LicenceFiling, licensors: &[PartyId]) -> Result<(), Error<T>> {
        let foreign = match T::Parties::party(filing.licensee) {
            Some(record) => matches!(record.person, Person::ForeignBody(_)),
            None => return Err(Error::<T>::LicenseeUnknown),
        };
        ensure!(!licensors.contains(&filing.licensee), Error::<T>::OwnLicence);
        licensors
            .iter()
            .chain([&filing.licensee])
            .try_for_each(|party| Self::ensure_good_standing(*party))?;
        // S093: no export without its route.
        let covered = !filing.terms.needs_export_route(foreign) || filing.terms.export.is_some();
        ensure!(covered, Error::<T>::ExportRouteMissing);
        Ok(())
    }

    /// Terms by themselves.
    fn ensure_terms(terms: &LicenceTerms, now: Moment) -> Result<(), Error<T>> {
        terms.check().map_err(|error| match error {
            TermsError::Right => Error::<T>::RightUnfit,
            TermsError::Purposes => Error::<T>::PurposesUnfit,
            TermsError::Territory => Error::<T>::TerritoryUnfit,
            TermsError::Media => Error::<T>::MediaUnfit,
            TermsError::Quantity => Error::<T>::QuantityUnfit,
            TermsError::Sublicensing => Error::<T>::SublicensingTooDeep,
            TermsError::Scene => Error::<T>::SceneUnfit,
        })?;
        let known = |purpose: &u8| T::Rules::default().has_code(CodeTable::Purpose, *purpose);
        ensure!(terms.purposes.iter().all(known), Error::<T>::PurposeUnknown);
        ensure!(now < terms.valid_until, Error::<T>::TermUnfit);
        Ok(())
    }

    /// Terms and the data they are about.
    fn ensure_data(facts: &ObjectFacts, filing: &LicenceFiling) -> Result<(), Error<T>> {
        let terms = &filing.terms;
        // S090: what is negative-listed since its registration is not licensed.
        let listed = T::Rules::default().is_negative_listed(facts.industry);
        ensure!(!listed, Error::<T>::NegativeListed);
        let public = facts.category == DataCategory::Public;
        // S017: raw public data circulates only where it was opened, authorised, or is a utility's own.
        let opened = facts.public_class != PublicClass::None || facts.source == SourceKind::OpenDataByProgram;
        ensure!(
            !public || facts.kind == ObjectKind::Product || opened,
            Error::<T>::RawPublicData
        );
        // S079: public data is licensed by an authorisation, and only public data is.
        ensure!(
            !public || terms.authorisation.is_some(),
            Error::<T>::AuthorisationMissing
        );
        ensure!(
            public || terms.authorisation.is_none(),
            Error::<T>::AuthorisationUnfit
        );
        // S092: important data needs the department's consent, with its number.
        let consent = terms.department_consent;
        ensure!(
            !needs_department_consent(facts.level) || consent.is_some(),
            Error::<T>::DepartmentConsentMissing
        );
        ensure!(
            consent.is_none_or(|consent| consent.number.is_valid()),
            Error::<T>::ConsentNumberUnfit
        );
        // S015: personal information is processed within the authorised term.
        let until = facts.personal_information.and_then(|basis| basis.until);
        ensure!(
            until.is_none_or(|day| terms.valid_until <= day.end()),
            Error::<T>::PersonalBasisEnds
        );
        Ok(())
    }

    /// S025: a licence lies within the right it comes from.
    fn ensure_within(tree: &RightsTree, filing: &LicenceFiling, now: Moment) -> Result<(), Error<T>> {
        let limits = tree
            .limits(filing.parent, now)
            .ok_or(Error::<T>::ParentNotInForce)?;
        let named = |exceeds: Box<Exceeds>| match exceeds.member {
            Member::Right => Error::<T>::RightExceeds,
            Member::Kind => Error::<T>::KindExceeds,
            Member::Purposes => Error::<T>::PurposesExceed,
            Member::Territory => Error::<T>::TerritoryExceeds,
            Member::Media => Error::<T>::MediaExceed,
            Member::Authorisation => Error::<T>::AuthorisationExceeds,
            Member::Until => Error::<T>::TermExceeds,
            Member::Export => Error::<T>::ExportRouteExceeded,
            Member::Sublicensing => Error::<T>::SublicensingExceeds,
            Member::Quantity => Error::<T>::QuantityExceeds,
        };
        filing.terms.within(&limits).map_err(named)
    }

    /// Exclusive, sole and non-exclusive are judged inside one right of first registration.
    fn ensure_not_excluded(tree: &RightsTree, filing: &LicenceFiling, now: Moment) -> Result<(), Error<T>> {
        let (terms, listed) = (&filing.terms, filing.subject_to.as_slice());
        let rising = listed
            .windows(2)
            .all(|pair| matches!(pair, [first, second] if first < second));
        let root = tree.root(filing.parent);
        let fits = |number: &u32| {
            Some(*number) != root && tree.root(*number) == root && tree.is_in_force(*number, now)
        };
        let meant = terms.kind != LicenceKind::NonExclusive || listed.is_empty();
        ensure!(
            rising && meant && listed.iter().all(fits),
            Error::<T>::SubjectToUnfit
        );
        match tree.excluded(filing.parent, filing.licensee, terms, listed, now) {
            None => Ok(()),
            Some(Excluded::By(_)) => Err(Error::<T>::ExcludedByLicence),
            Some(Excluded::NotSubjectTo(_)) => Err(Error::<T>::EarlierLicenceNotListed),
        }
    }

    /// S024: of a cross-licence, the one given in return is in force and goes the other way.
    fn ensure_counter_licence(
        filing: &LicenceFiling,
        licensors: &[PartyId],
        now: Moment,
    ) -> Result<(), Error<T>> {
        let Some(counter) = filing.terms.in_return_for else {
            return Ok(());
        };
        let record = T::Register::object(counter.object).ok_or(Error::<T>::CounterLicenceUnfit)?;
        let tree = Self::tree(counter.object, &record);
        let found = tree
            .get(counter.index)
            .and_then(|right| Some((right, right.parent()?)));
        let (right, parent) = found.ok_or(Error::<T>::CounterLicenceUnfit)?;
        let to_a_licensor = licensors.iter().any(|party| right.right.holders.contains(*party));
        let by_the_licensee = Self::holders(&tree, parent).contains(&filing.licensee);
        ensure!(
            to_a_licensor && by_the_licensee && tree.is_in_force(counter.index, now),
            Error::<T>::CounterLicenceUnfit
        );
        Ok(())
    }

    /// What a licence is in the effect matrix.
    pub(crate) fn operation(kind: LicenceKind) -> Operation {
        match kind {
            LicenceKind::Exclusive | LicenceKind::Sole => Operation::ExclusiveLicence,
            LicenceKind::NonExclusive => Operation::NonExclusiveLicence,
        }
    }

    /// Whether no mark on `rights` bars the operation.
    pub(crate) fn ensure_passes(
        object: ObjectId,
        rights: RightSet,
        operation: Operation,
    ) -> Result<(), Error<T>> {
        let obstacles = T::Register::obstacles(object, rights, operation);
        let refused = obstacles.iter().any(|one| one.effect == Effect::Refused);
        ensure!(!refused, Error::<T>::MarkInTheWay);
        ensure!(obstacles.is_empty(), Error::<T>::MarkHolderMustConsent);
        Ok(())
    }

    /// Enters a licence on all signatures, and gives its number.
    pub(crate) fn grant(
        object: ObjectId,
        filing: &LicenceFiling,
        basis: EntryBasis,
    ) -> Result<u32, Error<T>> {
        let licence = LicenceRecord::granted(filing);
        let number = T::Register::add_licence(object, filing.parent, filing.licensee, &licence, basis)?;
        Licences::<T>::insert(object, number, licence);
        Ok(number)
    }
}
