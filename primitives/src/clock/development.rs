//! The settable clock of development chains.

use super::Moment;

domain! {
    /// On the `development` chain type only: register time runs from `epoch` at block time `anchor`, `speed` times as
    /// fast as block time. A live chain spec with such a clock is refused.
    #[derive(Copy)]
    pub struct DevelopmentClock {
        /// Register time at the anchor.
        pub epoch: Moment,
        /// Block time at the anchor; nothing until the first block sets it.
        pub anchor: Option<Moment>,
        /// Milliseconds of register time for each millisecond of block time.
        pub speed: u32,
    }
}

impl DevelopmentClock {
    /// Register time when block time is `block_time`.
    pub fn at(&self, block_time: Moment) -> Moment {
        let since = block_time.0.saturating_sub(self.anchor.unwrap_or(block_time).0);
        Moment(
            self.epoch
                .0
                .saturating_add(since.saturating_mul(self.speed.into())),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_runs_from_the_epoch_at_the_given_speed() {
        let clock = DevelopmentClock {
            epoch: Moment(1_000),
            anchor: Some(Moment(50)),
            speed: 10,
        };
        assert_eq!(clock.at(Moment(50)), Moment(1_000));
        assert_eq!(clock.at(Moment(53)), Moment(1_030));
        assert_eq!(
            clock.at(Moment(10)),
            Moment(1_000),
            "block time before the anchor does not run backwards"
        );
        let unset = DevelopmentClock {
            anchor: None,
            ..clock
        };
        assert_eq!(unset.at(Moment(99)), Moment(1_000));
    }
}
