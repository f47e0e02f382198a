//! Filing, completing and withdrawing an application.

use crate::{
    facts::lacks_query_code, further_rights::Registered, workload::Ending, Cases, Config, Error, Event,
    LastSerial, Pallet,
};
use alloc::{boxed::Box, vec::Vec};
use quanji_primitives::{
    capacity::Capacity,
    case::{Case, Return, Stage, Status},
    clock::{add_working_days, CaseClock, Moment},
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    filing::FirstRegistration,
    ids::SERIAL_MAX,
    regime::{Act, Regime},
    AuthorityId, CaseId, ObjectId, PartyId,
};

/// An application that may be filed: the earlier object that it matches, and the registered one that it names.
pub(crate) struct Fitting {
    matches: Option<ObjectId>,
    registered: Option<Registered>,
}

impl<T: Config> Pallet<T> {
    /// Whether `applicant` may file this now, when it was received at `received_at`.
    pub(crate) fn ensure_can_file(
        applicant: PartyId,
        filing: &FirstRegistration,
        received_at: Moment,
    ) -> Result<Fitting, Error<T>> {
        let rules = T::Rules::default();
        let regime = rules.regime(filing.regime).ok_or(Error::<T>::RegimeNotFound)?;
        // What was received on paper is judged by the regime of that time.
        if !regime.is_effective(received_at) {
            return Err(Error::<T>::RegimeNotEffective);
        }
        if regime.act(Act::First).is_none() {
            return Err(Error::<T>::ActNotInRegime);
        }
        if !T::Authorities::is_listed(filing.authority) {
            return Err(Error::<T>::AuthorityNotListed);
        }
        let barred = |party: &PartyId| T::Parties::is_barred(*party, rules.now());
        if filing.parties().iter().any(barred) {
            return Err(Error::<T>::BarredFromFiling);
        }
        let fitting = Self::ensure_filing_fits(applicant, filing, &filing.parties(), &regime)?;
        let full = |registered: &Registered| registered.record.open_cases.is_full();
        if fitting.registered.as_ref().is_some_and(full) {
            return Err(Error::<T>::TooManyOpenCases);
        }
        Ok(fitting)
    }

    /// Everything about an application except whether it is taken as a new one. `parties` are those who would hold.
    fn ensure_filing_fits(
        applicant: PartyId,
        filing: &FirstRegistration,
        parties: &[PartyId],
        regime: &Regime,
    ) -> Result<Fitting, Error<T>> {
        let facts = &filing.facts;
        Self::ensure_data_may_be_registered(facts, regime)?;
        Self::ensure_facts_are_coded(facts, &filing.fingerprints)?;
        Self::ensure_lineage_is_registered(facts)?;
        Self::ensure_personal_basis(facts)?;
        Self::ensure_claims_fit(filing, regime)?;
        Self::ensure_holders_fit(applicant, filing)?;
        Self::ensure_fits_one_entry(filing)?;
        Self::ensure_admitted(parties)?;
        Self::ensure_not_own_case(filing.authority, applicant, &filing.parties())?;
        Self::ensure_papers_are_there(filing)?;
        let registered = Self::ensure_object_fits(filing, regime)?;
        let matches = Self::ensure_not_registered_before(filing, regime)?;
        Ok(Fitting { matches, registered })
    }

    /// Files an application.
    pub(crate) fn do_file(
        account: &T::AccountId,
        capacity: Capacity,
        filing: FirstRegistration,
    ) -> Result<CaseId, Error<T>> {
        let (applicant, via) =
            Self::acting_party(account, capacity, filing.authority, Act::First, filing.object)?;
        let received_at = via.received_at(T::Rules::default().now());
        let Fitting { matches, registered } = Self::ensure_can_file(applicant, &filing, received_at)?;
        let serial = Self::draw_serial(filing.authority).ok_or(Error::<T>::SerialsExhausted)?;
        let id = CaseId::new(filing.authority, serial).ok_or(Error::<T>::SerialsExhausted)?;
        let mut case = Case::filed(id, applicant, via, received_at, filing.clone().into());
        case.matches = matches;
        Self::remember_counter_officer(&mut case, &via)?;
        if let Some(registered) = registered {
            Self::list_case(id, registered.object, registered.record)?;
        }
        let filing = Box::new(filing);
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseFiled {
            case: id,
            applicant,
            via,
            filing,
            matches,
        });
        Ok(id)
    }

    /// The next serial number of an authority; nothing when it has given all.
    pub(crate) fn draw_serial(authority: AuthorityId) -> Option<u64> {
        let serial = LastSerial::<T>::get(authority)
            .checked_add(1)
            .filter(|serial| *serial <= SERIAL_MAX)?;
        LastSerial::<T>::insert(authority, serial);
        Some(serial)
    }

    /// The return that the applicant may still answer with what was received at `received_at`.
    pub(crate) fn ensure_can_complete(case: &Case, received_at: Moment) -> Result<&Return, Error<T>> {
        Self::ensure_stage(case, &[Stage::Returned])?;
        let returned = case.returned.as_ref().ok_or(Error::<T>::WrongStage)?;
        if received_at < returned.by.at {
            return Err(Error::<T>::ReceivedTooEarly);
        }
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        // NG 17: not completed in time, it counts as never filed.
        if matches!(
            case.status(received_at, &regime, &rules),
            Status::NeverFiled { .. }
        ) {
            return Err(Error::<T>::CompletionTooLate);
        }
        Ok(returned)
    }

    /// Whether the applicant may complete the case with what was received at `received_at`.
    fn ensure_can_resubmit(
        case: &Case,
        filing: &FirstRegistration,
        received_at: Moment,
    ) -> Result<(Option<ObjectId>, Regime), Error<T>> {
        let returned = Self::ensure_can_complete(case, received_at)?;
        let regime = Self::regime_of(case)?;
        let before = case.first().ok_or(Error::<T>::FilingChangedTooMuch)?;
        let stays = |filing: &FirstRegistration| {
            let holders = filing.shares().map(|(holders, _)| Self::holders_now(holders));
            let holders: Vec<_> = holders.collect();
            (filing.authority, filing.regime, filing.object, holders)
        };
        if stays(filing) != stays(before) {
            return Err(Error::<T>::FilingChangedTooMuch);
        }
        // NG 17: everything that was listed is there.
        let remedied = |listed: &_| filing.remedies(before, *listed);
        if !returned.deficiencies.iter().all(remedied) {
            return Err(Error::<T>::DeficiencyNotRemedied);
        }
        if lacks_query_code(filing, &regime) {
            return Err(Error::<T>::QueryCodeMissing);
        }
        // Its regime may have ended for new cases meanwhile: running cases stay under theirs.
        // Who applied may have been succeeded since (S023): the application may name either.
        let applicant = Self::current(case.applicant);
        let parties: Vec<PartyId> = Self::parties_now(filing.parties()).into_iter().collect();
        let fitting = Self::ensure_filing_fits(applicant, filing, &parties, &regime)?;
        Ok((fitting.matches, regime))
    }

    /// Completes a returned application. NG 17: everything supplied as asked, it is accepted, that day.
    pub(crate) fn do_resubmit(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
        filing: FirstRegistration,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let via = Self::ensure_applicant(account, capacity, &case)?;
        let rules = T::Rules::default();
        let received_at = via.received_at(rules.now());
        let (matches, regime) = Self::ensure_can_resubmit(&case, &filing, received_at)?;
        Self::remember_via(&mut case, &via)?;
        let days = regime.review_working_days(Act::First);
        let due = add_working_days(&rules, received_at.day(), days);
        let clock = Self::review_clock(&case, days, received_at);
        case.filing = filing.clone().into();
        case.matches = matches;
        case.complete(received_at, clock);
        let applicant = case.applicant;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseResubmitted {
            case: id,
            applicant,
            via,
            filing: Box::new(filing),
            matches,
            due,
        });
        Ok(())
    }

    /// The clock of review that begins `at`, or with the end of the conflict in which the case stands still.
    pub(crate) fn review_clock(case: &Case, days: u16, at: Moment) -> CaseClock {
        match case.conflict {
            Some(_) => CaseClock::stopped(days),
            None => CaseClock::start(days, at.day()),
        }
    }

    /// Withdraws an application.
    pub(crate) fn do_withdraw(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let via = Self::ensure_applicant(account, capacity, &case)?;
        let ended = [
            Stage::Refused,
            Stage::UnderAppeal,
            Stage::PartlyRefused,
            Stage::Withdrawn,
            Stage::Terminated,
        ];
        if ended.contains(&case.stage) {
            return Err(Error::<T>::WrongStage);
        }
        Self::remember_via(&mut case, &via)?;
        Self::record_end(&case, Ending::Withdrawn, T::Rules::default().now());
        Self::unlist_case(id, &case);
        let applicant = case.applicant;
        case.stage = Stage::Withdrawn;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseWithdrawn {
            case: id,
            applicant,
            via,
        });
        Ok(())
    }
}
