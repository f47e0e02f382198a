//! Entry of a first registration: where it is made, on which consents it rests, and the writing of it.

use crate::{
    consents::Key, entering::Decided, examination::registered_object, further_rights::Registered,
    workload::Ending, CertificateByNumber, Config, EntryOfCase, Error, LastNumber, Objects, Pallet,
};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    case::{object_of_first_registration, Case, Examination, MatchFinding},
    certificate_number::{CertificateNumber, ExternalNumber},
    filing::FirstRegistration,
    regime::{NumberForm, Regime},
    text_rules,
    v1::ObjectRecord,
    CaseId, ObjectId, PartyId,
};

/// Where an entry is made.
pub(crate) enum Target {
    /// In a new object.
    NewObject,
    /// In an earlier object, for a further lawful holder (NG 21, last paragraph).
    FurtherHolder(ObjectId, ObjectRecord),
    /// In the object that the application names, under its holders' certificate.
    FurtherRights(Registered),
}

impl Target {
    /// Who holds live rights in the registered `object`.
    fn holders<T: Config>(&self, object: ObjectId) -> BTreeSet<PartyId> {
        match self {
            Self::FurtherRights(registered) => registered.holders(),
            Self::NewObject | Self::FurtherHolder(..) => Pallet::<T>::holders_of_live_rights(object),
        }
    }
}

/// A first registration that may be entered now, with what the entry needs.
pub(crate) struct Ready {
    pub decided: Decided,
    pub result_code: Option<CertificateNumber>,
    pub target: Target,
    /// Consents that the entry uses.
    pub consents: Vec<Key>,
}

impl<T: Config> Pallet<T> {
    fn ensure_first_enters(
        case: &Case,
        filing: &FirstRegistration,
        decided: Decided,
        result_code: Option<ExternalNumber>,
    ) -> Result<Ready, Error<T>> {
        let Decided {
            examination, regime, ..
        } = &decided;
        let result_code = Self::result_code(regime, result_code)?;
        let target = Self::target(case, filing, examination, regime)?;
        let registered = registered_object(case, examination, case.matches);
        let needing = Self::ensure_grants_are_claimable(case, examination, regime, registered)?;
        let consents =
            Self::ensure_consented(case, &needing, registered, |object| target.holders::<T>(object))?;
        Self::ensure_not_typed_in_by(decided.acting.officer, &consents)?;
        Ok(Ready {
            decided,
            result_code,
            target,
            consents,
        })
    }

    /// PD 13: a query code, given once, where the regime gives one.
    fn result_code(
        regime: &Regime,
        code: Option<ExternalNumber>,
    ) -> Result<Option<CertificateNumber>, Error<T>> {
        let fits =
            |code: &ExternalNumber| code.is_valid() && text_rules::check(code.as_str().as_bytes()).is_ok();
        let number = match (regime.number_form, code) {
            (NumberForm::NationalAnnex6, None) => return Ok(None),
            (NumberForm::QueryCode, Some(code)) if fits(&code) => CertificateNumber::QueryCode(code),
            _ => return Err(Error::<T>::ResultCodeUnfit),
        };
        (!CertificateByNumber::<T>::contains_key(number))
            .then_some(Some(number))
            .ok_or(Error::<T>::ResultCodeUnfit)
    }

    /// Where the entry is made. What was registered since the examination counts as well.
    fn target(
        case: &Case,
        filing: &FirstRegistration,
        examination: &Examination,
        regime: &Regime,
    ) -> Result<Target, Error<T>> {
        let registered = Self::ensure_object_of_case_fits(case, filing, regime)?;
        let matches = Self::ensure_not_registered_before(filing, regime)?;
        let coexisting = examination.match_finding == Some(MatchFinding::CoexistingHolder);
        if matches != case.matches || matches.is_some() != coexisting {
            return Err(Error::<T>::MatchedMeanwhile);
        }
        match (registered, matches) {
            (Some(registered), _) => Ok(Target::FurtherRights(registered)),
            (None, Some(object)) => {
                let record = Objects::<T>::get(object).ok_or(Error::<T>::MatchedMeanwhile)?;
                Ok(Target::FurtherHolder(object, record))
            }
            (None, None) => Ok(Target::NewObject),
        }
    }

    /// Enters a first registration: writes object, rights and certificates.
    pub(crate) fn enter_first(
        id: CaseId,
        case: &Case,
        filing: &FirstRegistration,
        decided: Decided,
        result_code: Option<ExternalNumber>,
    ) -> Result<(), Error<T>> {
        let ready = Self::ensure_first_enters(case, filing, decided, result_code)?;
        let (officer, at) = (ready.decided.acting.officer, ready.decided.at);
        let (refusal, letter) = (ready.decided.refusal, ready.decided.letter);
        let consents = ready.consents.clone();
        let mut new = Self::registration(id, case, filing, ready)?;
        Self::store_registration(new.object, new.roll, &new.rights, &new.certificates);
        if let Some((authority, numbering)) = new.numbering {
            LastNumber::<T>::insert(authority, numbering);
        }
        if new.entry.no.number == 1 {
            Self::link_sources(new.object, &new.record.facts);
        }
        Self::add_fingerprints(new.object, &mut new.record, &filing.fingerprints);
        Self::use_consents(&consents);
        new.record.open_cases.retain(|open| *open != id);
        // A registration is complete with its receipt: the days until its entry here do not count.
        Self::record_end(case, Ending::Entered, at);
        if new.entry.no.object != object_of_first_registration(id) {
            EntryOfCase::<T>::insert(id, new.entry.no);
        }
        Self::store_entry_with(Some(officer), new.record, new.entry, (letter, Default::default()));
        Self::unlist_case(id, case);
        Self::keep_or_remove(id, case, refusal);
        Ok(())
    }
}
