//! Objects to which something has happened since their registration.

use super::Done;
use crate::{
    acts::{self, account, papers, Course, Desk, ENTERPRISE},
    chain::{dispatch, Chain},
};
use anyhow::Context;
use quanji_primitives::{
    clock::{Day, Moment},
    rights::RightKind,
};
use quanji_runtime::{RuntimeCall, SLOT_DURATION};

/// Objects registered in one month: below the 9,999 numbers an authority has.
const PER_MONTH: usize = 1_000;

/// Calls in one block.
const PER_BLOCK: usize = 250;

/// The calls of the runtime, executed natively.
struct Native<'a> {
    chain: &'a mut Chain,
    time: u64,
}

impl Native<'_> {
    fn block(&mut self, work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
        self.time = self.time.saturating_add(SLOT_DURATION);
        self.chain.block(self.time, work)
    }
}

impl Desk for Native<'_> {
    fn each(&mut self, act: &str, who: &str, calls: Vec<RuntimeCall>) -> anyhow::Result<()> {
        let who = account(who)?;
        for calls in calls.chunks(PER_BLOCK) {
            let done = self.block(|| calls.iter().try_for_each(|call| dispatch(&who, call.clone())));
            done.with_context(|| act.to_owned())?;
        }
        Ok(())
    }

    fn ask<R>(&self, question: impl FnOnce() -> R) -> anyhow::Result<R> {
        self.chain.ask(question)
    }

    fn now(&self) -> Moment {
        Moment(self.time)
    }

    fn wait(&mut self, milliseconds: u64) {
        self.time = self.time.saturating_add(milliseconds);
    }
}

/// Registers `objects` objects with all three kinds of right; changes the description of each, licenses it and seizes it.
pub fn run(chain: &mut Chain, objects: u32) -> anyhow::Result<Done> {
    let start = Day::from_date(2026, 11, 2).context("the calendar has no such day")?;
    let time = start.start().0;
    let mut desk = Native { chain, time };
    let holder = acts::party(&desk, ENTERPRISE)?;
    let kinds = RightKind::ALL;
    let change = Course {
        name: "change",
        applicant: ENTERPRISE,
        signatory: None,
        certificate: 0,
        kinds: &[],
    };
    let serials: Vec<u32> = (0..objects).collect();
    for month in serials.chunks(PER_MONTH) {
        let filing = |serial| papers::filing(serial, holder, &kinds, 0);
        let things = acts::register(&mut desk, month, &kinds, filing)?;
        acts::deal(&mut desk, &change, &things, |thing| {
            Ok(papers::change(thing.serial))
        })?;
        acts::license(&mut desk, &things)?;
        acts::seize(&mut desk, &things)?;
    }
    // The last block leaves its events in state: an empty one has none of ours.
    desk.block(|| Ok(()))?;
    Done::counted(desk.chain, 0)
}
