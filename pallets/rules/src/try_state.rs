//! What always holds in the rules.

use crate::{Calendars, Codes, Config, DevelopmentClock, LastVersion, NegativeList, Pallet, Regimes};
use frame_support::ensure;
use quanji_primitives::{codes::CodeTable, regime::RegimeId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
        Self::try_state_regimes()?;
        Self::try_state_versions()?;
        for (year, calendar) in Calendars::<T>::iter() {
            ensure!(calendar.is_valid_for(year), "a calendar does not fit its year");
        }
        for industry in NegativeList::<T>::iter_keys() {
            ensure!(
                Codes::<T>::contains_key(CodeTable::Industry, industry),
                "the negative list names an unknown industry"
            );
        }
        if let Some(clock) = DevelopmentClock::<T>::get() {
            ensure!(clock.speed > 0, "the development clock stands still");
        }
        Ok(())
    }

    fn try_state_regimes() -> Result<(), TryRuntimeError> {
        for (id, regime) in Regimes::<T>::iter() {
            ensure!(regime.id == id, "a regime is kept under another's number");
            ensure!(
                (1..=LastVersion::<T>::get(id.system)).contains(&id.version),
                "a regime version lies beyond the last one"
            );
            ensure!(
                Self::ensure_well_formed(&regime).is_ok(),
                "a regime is not well formed"
            );
        }
        Ok(())
    }

    fn try_state_versions() -> Result<(), TryRuntimeError> {
        for (system, last) in LastVersion::<T>::iter() {
            let mut ended = None;
            for version in 1..=last {
                let regime = Regimes::<T>::get(RegimeId { system, version })
                    .ok_or("the versions of a system are not dense from 1")?;
                ensure!(
                    version == 1 || ended.is_some_and(|until| until <= regime.effective_from),
                    "two versions of a system judge new cases at the same time"
                );
                ended = regime.effective_until;
            }
        }
        Ok(())
    }
}
