//! Regimes: what a publishable one looks like, and how one version follows another.

use crate::{Config, Error, Event, LastVersion, Pallet, Regimes};
use alloc::boxed::Box;
use frame_support::ensure;
use quanji_primitives::{
    clock::Moment,
    marks::Operation,
    regime::{Bilingual, Limit, NumberForm, PeriodUnit, Regime, RegimeId, TimeLimits},
    regimes::{national_2026, public_data_2025, shenzhen_2023},
    rights::RightKinds,
};

/// The longest time limit in working days. The calendar rules rely on it: see `calendars.rs`.
const WORKING_DAYS_MAX: u16 = 60;
/// The longest time limit in days of the calendar: a year.
const DAYS_MAX: u16 = 366;
const DAYS_PER_YEAR: u16 = 365;
const VALIDITY_YEARS_MAX: u16 = 50;
const RETENTION_YEARS_MAX: u16 = 100;
const MONTHS_PER_YEAR: u16 = 12;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_publish_regime(regime: Box<Regime>, by: T::AccountId) -> Result<(), Error<T>> {
        Self::ensure_can_publish(&regime)?;
        if let Some(previous) = Self::previous_version(regime.id) {
            Regimes::<T>::mutate(previous, |known| {
                if let Some(known) = known {
                    known.effective_until = Some(ended(known.effective_until, regime.effective_from));
                }
            });
        }
        LastVersion::<T>::insert(regime.id.system, regime.id.version);
        Regimes::<T>::insert(regime.id, &*regime);
        Self::deposit_event(Event::RegimePublished { regime, by });
        Ok(())
    }

    /// Whether `regime` may be published now.
    pub fn ensure_can_publish(regime: &Regime) -> Result<(), Error<T>> {
        let last = LastVersion::<T>::get(regime.id.system);
        ensure!(
            last.checked_add(1) == Some(regime.id.version),
            Error::VersionNotNext
        );
        ensure!(
            regime.effective_from >= Self::register_time(),
            Error::EffectiveInPast
        );
        let previous = Self::previous_version(regime.id).and_then(Regimes::<T>::get);
        ensure!(
            previous.is_none_or(|previous| regime.effective_from >= previous.effective_from),
            Error::EffectiveBeforePrevious
        );
        ensure!(
            regime
                .effective_until
                .is_none_or(|until| until > regime.effective_from),
            Error::EndsBeforeStart
        );
        Self::ensure_well_formed(regime)
    }

    /// Whether texts, time limits and tables of `regime` are in order, whenever it takes effect.
    pub fn ensure_well_formed(regime: &Regime) -> Result<(), Error<T>> {
        let labels = &regime.labels;
        for text in [
            &regime.name,
            &labels.holding,
            &labels.processing_use,
            &labels.operating,
            &regime.effect_text,
        ] {
            ensure_text(text)?;
        }
        ensure_time_limits(&regime.limits)?;
        ensure_acts(regime)?;
        ensure_claims(regime)?;
        ensure_effects(regime)
    }

    /// The version of a system that judges new cases at `now`. Versions follow one another, so there is at most one.
    pub(crate) fn newest_effective(system: u16, now: Moment) -> Option<Regime> {
        (1..=LastVersion::<T>::get(system))
            .rev()
            .filter_map(|version| Regimes::<T>::get(RegimeId { system, version }))
            .find(|regime| regime.is_effective(now))
    }

    fn previous_version(id: RegimeId) -> Option<RegimeId> {
        let version = id.version.checked_sub(1).filter(|version| *version > 0)?;
        Some(RegimeId { version, ..id })
    }

    pub(crate) fn write_genesis_regimes() {
        for regime in [national_2026(), shenzhen_2023(), public_data_2025()] {
            LastVersion::<T>::insert(regime.id.system, regime.id.version);
            Regimes::<T>::insert(regime.id, regime);
        }
    }
}

/// When a version ends that is followed by one from `next`: its own end, if that comes first.
fn ended(until: Option<Moment>, next: Moment) -> Moment {
    until.map_or(next, |until| until.min(next))
}

fn ensure_text<T>(text: &Bilingual) -> Result<(), Error<T>> {
    for bytes in [&text.zh, &text.en] {
        let text = core::str::from_utf8(bytes).map_err(|_| Error::TextNotUtf8)?;
        ensure!(!text.trim().is_empty(), Error::TextMissing);
    }
    Ok(())
}

fn ensure_working_days<T>(limit: Limit) -> Result<(), Error<T>> {
    ensure!(
        (1..=WORKING_DAYS_MAX).contains(&limit.number),
        Error::WorkingDaysOutOfRange
    );
    Ok(())
}

fn ensure_time_limits<T>(limits: &TimeLimits) -> Result<(), Error<T>> {
    for limit in [
        limits.acceptance_working_days,
        limits.completion_working_days_max,
        limits.review_working_days,
        limits.notice_working_days,
        limits.objection_working_days,
        limits.supplement_working_days_max,
        limits.objection_notice_working_days,
        limits.conflict_working_days,
    ] {
        ensure_working_days(limit)?;
    }
    // A system may know neither.
    for limit in [limits.extension_working_days_max, limits.appeal_working_days] {
        ensure!(limit.number <= WORKING_DAYS_MAX, Error::WorkingDaysOutOfRange);
    }
    for limit in [limits.court_proof_days, limits.hold_days_max] {
        ensure!((1..=DAYS_MAX).contains(&limit.number), Error::DaysOutOfRange);
    }
    ensure!(
        limits.bad_faith_bar_days.number <= DAYS_MAX,
        Error::DaysOutOfRange
    );
    ensure_years(limits)
}

fn ensure_years<T>(limits: &TimeLimits) -> Result<(), Error<T>> {
    let years = limits.validity_years_max.number;
    ensure!(
        (1..=VALIDITY_YEARS_MAX).contains(&years),
        Error::ValidityOutOfRange
    );
    let validity = years.saturating_mul(match limits.renewal_window_unit {
        PeriodUnit::Days => DAYS_PER_YEAR,
        PeriodUnit::Months => MONTHS_PER_YEAR,
    });
    ensure!(
        (1..=validity).contains(&limits.renewal_window.number),
        Error::RenewalWindowOutOfRange
    );
    ensure!(
        (1..=RETENTION_YEARS_MAX).contains(&limits.retention_years.number),
        Error::RetentionOutOfRange
    );
    Ok(())
}

fn ensure_acts<T>(regime: &Regime) -> Result<(), Error<T>> {
    ensure!(all_differ(regime.acts.iter().map(|row| row.act)), Error::ActTwice);
    for limit in regime.acts.iter().filter_map(|row| row.review_working_days) {
        ensure_working_days(limit)?;
    }
    Ok(())
}

fn ensure_claims<T>(regime: &Regime) -> Result<(), Error<T>> {
    // A regime that creates no rights gives none to claim; one that does gives some.
    ensure!(
        regime.creates_rights != regime.claimable.is_empty(),
        Error::ClaimsUnfit
    );
    ensure!(
        regime.creates_rights == (regime.number_form != NumberForm::QueryCode),
        Error::NumberFormUnfit
    );
    ensure!(
        all_differ(regime.claimable.iter().map(|row| (row.source, row.object))),
        Error::ClaimTwice
    );
    for row in &regime.claimable {
        ensure!(
            (row.kinds.0 | row.conditional.0) & !RightKinds::ALL.0 == 0,
            Error::KindUnknown
        );
        let is_conditional = row.conditional != RightKinds::NONE;
        ensure!(
            is_conditional == row.condition.is_some(),
            Error::ConditionMismatch
        );
    }
    Ok(())
}

fn ensure_effects<T>(regime: &Regime) -> Result<(), Error<T>> {
    ensure!(
        all_differ(regime.effects.iter().map(|row| row.operation)),
        Error::EffectTwice
    );
    let has_row = |operation| regime.effects.iter().any(|row| row.operation == operation);
    ensure!(Operation::ALL.into_iter().all(has_row), Error::EffectMissing);
    Ok(())
}

/// Whether no element comes twice. Tables have at most 32 rows.
fn all_differ<E: PartialEq>(rows: impl Iterator<Item = E> + Clone) -> bool {
    let mut rest = rows;
    while let Some(row) = rest.next() {
        if rest.clone().any(|other| other == row) {
            return false;
        }
    }
    true
}
