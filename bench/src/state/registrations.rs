//! Registers objects by the calls of the runtime, month by month.

use super::Done;
use crate::{
    acts::{
        account,
        papers::{self, bounded, digest, AUTHORITY},
        ENTERPRISE, EXAMINER, REVIEWER, WAIT,
    },
    chain::{dispatch, Chain},
};
use anyhow::Context;
use pallet_registry::Call;
use quanji_primitives::{
    capacity::Capacity, case::RefusalGround, clock::Day, rights::RightKind, written_notice::Channel, CaseId,
    PartyId,
};
use quanji_runtime::{AccountId, Parties, SLOT_DURATION};

/// The right that is claimed in each object.
const CLAIMED: [RightKind; 1] = [RightKind::Holding];

/// Objects registered in one month: below the 9,999 numbers an authority has.
const PER_MONTH: u32 = 1_000;

/// Calls in one block.
const PER_BLOCK: usize = 250;

/// How an application ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Entered,
    Refused,
    Withdrawn,
}

/// Those who act, all from the `development` preset.
#[derive(Clone)]
struct Actors {
    applicant: AccountId,
    holder: PartyId,
    examiner: AccountId,
    reviewer: AccountId,
}

/// An application on its way.
struct Application {
    serial: u32,
    case: CaseId,
    end: End,
}

/// The chain, the time of its next block, and those who act on it.
struct Register<'a> {
    chain: &'a mut Chain,
    time: u64,
    actors: Actors,
    fingerprints: u32,
}

/// Registers `objects` objects; a tenth as many applications are refused or withdrawn, and closed.
pub fn run(chain: &mut Chain, objects: u32, fingerprints: u32) -> anyhow::Result<Done> {
    let actors = actors(chain)?;
    let start = Day::from_date(2026, 11, 2)
        .context("the calendar has no such day")?
        .start()
        .0;
    let mut register = Register {
        chain,
        time: start,
        actors,
        fingerprints,
    };
    let (mut entered, mut ended, mut serial) = (0, 0, 0);
    while entered < objects {
        let mut ends = Vec::new();
        while ends.len() < PER_MONTH as usize && entered < objects {
            ends.push(End::Entered);
            entered += 1;
            if entered % 20 == 10 {
                ends.push(End::Refused);
            } else if entered % 20 == 0 {
                ends.push(End::Withdrawn);
            }
        }
        ended += ends.iter().filter(|end| **end != End::Entered).count() as u32;
        serial = register.month(ends, serial)?;
    }
    // The last block leaves its events in state: an empty one has none of ours.
    register.block(|| Ok(()))?;
    Done::counted(register.chain, ended)
}

fn actors(chain: &Chain) -> anyhow::Result<Actors> {
    let applicant = account(ENTERPRISE)?;
    let holder = chain
        .ask(|| Parties::party_of(applicant.clone()))?
        .context("//Enterprise is no party")?;
    Ok(Actors {
        holder,
        applicant,
        examiner: account(EXAMINER)?,
        reviewer: account(REVIEWER)?,
    })
}

impl Register<'_> {
    /// One month of work: applications are filed and decided, and after the notice entered or closed.
    fn month(&mut self, ends: Vec<End>, mut serial: u32) -> anyhow::Result<u32> {
        let mut all = Vec::new();
        for end in ends {
            serial = serial.checked_add(1).context("too many applications")?;
            let case = CaseId::new(AUTHORITY, serial.into()).context("too many applications")?;
            all.push(Application { serial, case, end });
        }
        self.decide(&all)?;
        self.time = self.time.saturating_add(WAIT);
        self.conclude(&all)?;
        Ok(serial)
    }

    /// Files every application, and refuses, withdraws or publishes it.
    fn decide(&mut self, all: &[Application]) -> anyhow::Result<()> {
        let Actors {
            applicant,
            holder,
            examiner,
            reviewer,
        } = self.actors.clone();
        let fingerprints = self.fingerprints;
        let is = |wanted| move |end| end == wanted;
        let stays = |end| end != End::Withdrawn;
        self.each(
            all,
            |_| true,
            |one| {
                let filing = Box::new(papers::filing(one.serial, holder, &CLAIMED, fingerprints)?);
                let capacity = Capacity::Own;
                dispatch(&applicant, Call::file { capacity, filing })
            },
        )?;
        self.each(all, is(End::Withdrawn), |one| {
            let (capacity, case) = (Capacity::Own, one.case);
            dispatch(&applicant, Call::withdraw { capacity, case })
        })?;
        self.each(all, stays, |one| {
            dispatch(&examiner, Call::accept { case: one.case })
        })?;
        self.each(all, stays, |one| {
            let refused = (one.end == End::Refused).then_some(RefusalGround::UnclearAuthorisation);
            let examination = Box::new(papers::examination(&CLAIMED, refused)?);
            dispatch(
                &examiner,
                Call::examine {
                    case: one.case,
                    examination,
                },
            )
        })?;
        self.each(all, is(End::Refused), |one| {
            let letter = digest("notice", one.serial);
            dispatch(
                &reviewer,
                Call::refuse {
                    case: one.case,
                    ground: RefusalGround::UnclearAuthorisation,
                    channel: Channel::Ledger,
                    letter,
                },
            )
        })?;
        self.each(all, is(End::Entered), |one| {
            dispatch(&reviewer, Call::approve { case: one.case })
        })?;
        self.each(all, is(End::Entered), |one| {
            let text = bounded(papers::text(one.serial).into_bytes())?;
            dispatch(
                &examiner,
                Call::publish {
                    case: one.case,
                    text: Some(text),
                    national: None,
                },
            )
        })
    }

    /// Enters what was published, and closes the other cases.
    fn conclude(&mut self, all: &[Application]) -> anyhow::Result<()> {
        let Actors {
            examiner, reviewer, ..
        } = self.actors.clone();
        self.each(
            all,
            |end| end == End::Entered,
            |one| {
                dispatch(
                    &reviewer,
                    Call::enter {
                        case: one.case,
                        receipt: None,
                        result_code: None,
                        refusal: None,
                    },
                )
            },
        )?;
        self.each(
            all,
            |end| end != End::Entered,
            |one| dispatch(&examiner, Call::close { case: one.case }),
        )
    }

    /// Does something with each application that is to end so, a number of them in each block.
    fn each(
        &mut self,
        all: &[Application],
        which: impl Fn(End) -> bool,
        what: impl Fn(&Application) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let chosen: Vec<_> = all.iter().filter(|one| which(one.end)).collect();
        for some in chosen.chunks(PER_BLOCK) {
            self.block(|| some.iter().try_for_each(|one| what(one)))?;
        }
        Ok(())
    }

    fn block(&mut self, work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
        self.time = self.time.saturating_add(SLOT_DURATION);
        self.chain.block(self.time, work)
    }
}
