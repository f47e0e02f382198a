//! Register time without any call.

use super::*;
use crate::{Book, DevelopmentClock};
use quanji_primitives::{
    clock::{self, Moment},
    directory::RuleBook,
};

const EPOCH: Moment = Moment(5_000);

#[test]
fn a_live_chain_runs_on_block_time() {
    ExtBuilder::default().build_and_execute(|| {
        assert_eq!(Rules::now(), START);
        assert_eq!(Book::<Test>::default().now(), START);
        assert_eq!(DevelopmentClock::<Test>::get(), None);
    });
}

#[test]
fn a_development_clock_stands_at_its_epoch_until_the_first_block() {
    ExtBuilder::default()
        .with_clock(EPOCH, 10)
        .build_genesis()
        .execute_with(|| {
            assert_eq!(Rules::now(), EPOCH);
            Timestamp::set_timestamp(START.0);
            assert_eq!(Rules::now(), EPOCH);
            Timestamp::set_timestamp(START.0 + 3);
            assert_eq!(Rules::now(), Moment(5_030));
            assert_eq!(Book::<Test>::default().now(), Moment(5_030));
        });
}

#[test]
fn the_anchor_is_written_once() {
    ExtBuilder::default().with_clock(EPOCH, 10).build_and_execute(|| {
        Timestamp::set_timestamp(START.0 + 3_000);
        let anchored = clock::DevelopmentClock {
            epoch: EPOCH,
            anchor: Some(START),
            speed: 10,
        };
        assert_eq!(DevelopmentClock::<Test>::get(), Some(anchored));
    });
}
