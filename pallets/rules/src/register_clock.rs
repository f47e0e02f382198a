//! Register time: block time on every live chain, a settable clock on a development chain.

use crate::{Config, DevelopmentClock, Error, Event, Pallet};
use frame_support::{ensure, traits::OnTimestampSet};
use quanji_primitives::clock::{self, Moment};

impl<T: Config> Pallet<T> {
    /// Register time. Nothing else reads the clock.
    pub(crate) fn register_time() -> Moment {
        let block_time = Self::block_time();
        DevelopmentClock::<T>::get().map_or(block_time, |clock| clock.at(block_time))
    }

    fn block_time() -> Moment {
        Moment(pallet_timestamp::Now::<T>::get())
    }

    pub(crate) fn do_set_clock(moment: Moment, by: T::AccountId) -> Result<(), Error<T>> {
        let clock = DevelopmentClock::<T>::get().ok_or(Error::NoDevelopmentClock)?;
        ensure!(moment > Self::register_time(), Error::ClockGoesBack);
        let clock = clock::DevelopmentClock {
            epoch: moment,
            anchor: Some(Self::block_time()),
            ..clock
        };
        DevelopmentClock::<T>::put(clock);
        Self::deposit_event(Event::ClockSet { clock, by });
        Ok(())
    }

    pub(crate) fn write_genesis_clock(clock: Option<clock::DevelopmentClock>) {
        let Some(clock) = clock else { return };
        assert!(
            clock.speed > 0,
            "genesis: the development clock stands still; give it a speed of at least 1"
        );
        DevelopmentClock::<T>::put(clock);
    }
}

/// Genesis does not know block time, so the clock of a development chain stands at its epoch until the first block sets
/// the time, and is anchored there. On a live chain this reads one absent value.
impl<T: Config> OnTimestampSet<u64> for Pallet<T> {
    fn on_timestamp_set(block_time: u64) {
        if let Some(clock) = DevelopmentClock::<T>::get().filter(|clock| clock.anchor.is_none()) {
            DevelopmentClock::<T>::put(clock::DevelopmentClock {
                anchor: Some(Moment(block_time)),
                ..clock
            });
        }
    }
}
