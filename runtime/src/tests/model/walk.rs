//! The walks.

use super::{
    acts::{Act, Matter, Operation},
    chain::{self, call, Chain, Form, EXAMINER},
    choose::{act, step, Step},
    compare::{same_answer, same_licence, same_object, same_parties, same_register},
    compare_collateral::same_collateral,
    prepared::{beginning, register_first},
    state::{Broken, Register},
    tally::{every_act_is_tried, kind, report, Tally},
};
use crate::{Registry, System};
use frame_support::{traits::Hooks, weights::Weight};
use proptest::{
    prelude::*,
    test_runner::{Config, RngSeed, TestRunner},
};
use std::{cell::RefCell, thread, time::Instant};

/// Steps of one walk.
const LENGTH: usize = 200;
/// Steps in all, unless somebody asks for another number.
const STEPS: u32 = 100_000;
/// How many walk at the same time, unless somebody asks for another number.
const WALKERS: u32 = 2;
/// How often a walk that fails is tried again to make it shorter, unless somebody asks for another number.
const SHORTENED: u32 = 4_000;
/// Every so many accepted steps the pallets check the whole state themselves; and after the last step.
const CHECKED: usize = 25;

fn asked(variable: &str) -> Option<u32> {
    std::env::var(variable).ok()?.parse().ok()
}

struct Walk<'a> {
    chain: Chain,
    register: Register,
    accepted: usize,
    tally: &'a RefCell<Tally>,
}

/// The object that an act is about; all, when time passes.
fn about(act: &Act, register: &Register) -> Option<usize> {
    Some(match act {
        Act::Wait(_)
        | Act::Register { .. }
        | Act::FileSuccession { .. }
        | Act::ConfirmSuccession { .. }
        | Act::GiveUpSuccession { .. }
        | Act::AssignHoldings { .. }
        | Act::FinishSuccession { .. } => return None,
        Act::File(filed) => filed.object,
        Act::Secure(act) => return act.about(register),
        // A split brings objects into being.
        Act::Enter { case, .. } => match register.cases[*case].filed.matter {
            Matter::Split { .. } => return None,
            _ => register.cases[*case].filed.object,
        },
        Act::Sign { case, .. }
        | Act::Withdraw { case, .. }
        | Act::Accept { case }
        | Act::Examine { case, .. }
        | Act::Approve { case }
        | Act::PublishPart { case }
        | Act::Publish { case }
        | Act::Refuse { case, .. }
        | Act::ReportOn { case, .. }
        | Act::Acknowledge { case, .. }
        | Act::Appeal { case, .. }
        | Act::DecideAppeal { case, .. }
        | Act::AssignCase { case, .. }
        | Act::Close { case } => register.cases[*case].filed.object,
        Act::Offer { object, .. }
        | Act::SignOffer { object, .. }
        | Act::WithdrawOffer { object, .. }
        | Act::ProposeEnd { object, .. }
        | Act::SignEnd { object, .. }
        | Act::WithdrawEnd { object, .. }
        | Act::OrderEnd { object, .. }
        | Act::ConfirmEnd { object, .. }
        | Act::Report { object, .. }
        | Act::Stamp { object, .. }
        | Act::ProposeMotion { object, .. }
        | Act::ExecuteMotion { object, .. }
        | Act::DropMotion { object }
        | Act::Object { object, .. } => *object,
        Act::Confirm { stamp }
        | Act::Reject { stamp }
        | Act::EndByInstrument { stamp }
        | Act::TransferByRuling { stamp } => register.stamps[*stamp].object,
        Act::Notify { objection }
        | Act::Answer { objection, .. }
        | Act::ProposeHold { objection, .. }
        | Act::ConfirmHold { objection }
        | Act::LiftHold { objection }
        | Act::WithdrawObjection { objection, .. }
        | Act::Execute { objection } => register.objections[*objection].object,
    })
}

impl Register {
    /// Carries out an act, or says which rules it breaks.
    fn take(&mut self, act: &Act) -> Broken {
        let dead = act.by().and_then(|party| self.cannot_act(party));
        match dead {
            None => self.carry_out(act),
            // Nothing comes of it, whatever else it breaks.
            Some(error) => {
                let mut broken = self.clone().carry_out(act);
                broken.insert(error);
                broken
            }
        }
    }

    fn carry_out(&mut self, act: &Act) -> Broken {
        match act {
            Act::Wait(milliseconds) => {
                self.wait(*milliseconds);
                Broken::new()
            }
            Act::Register { .. } => Broken::new(),
            Act::Secure(act) => self.secure_by(act),
            Act::File(filed) => self.file(filed),
            Act::Sign { by, case } => self.sign(*by, *case),
            Act::Withdraw { by, case } => self.withdraw(*by, *case),
            Act::Accept { case } => self.accept(*case),
            Act::Examine { case, granted, met } => self.examine(*case, granted, *met),
            Act::Approve { case } => self.approve(*case),
            Act::PublishPart { case } => self.publish_part(*case),
            Act::Publish { case } => self.publish(*case),
            Act::Enter { case, letter } => self.enter(*case, *letter),
            Act::Refuse {
                case,
                officer,
                letter,
            } => self.refuse(*case, *officer, *letter),
            Act::ReportOn { by, case, favourable } => self.report_on(*by, *case, *favourable),
            Act::Acknowledge { by, case } => self.acknowledge(*by, *case),
            Act::Appeal { by, case } => self.appeal(*by, *case),
            Act::DecideAppeal { case, officer, anew } => self.decide_appeal(*case, *officer, *anew),
            Act::Close { case } => self.close(*case),
            Act::ProposeMotion {
                object,
                motion,
                officer,
                proven,
            } => self.propose_motion(*object, motion, *officer, *proven),
            Act::ExecuteMotion {
                object,
                officer,
                text,
            } => self.execute_motion(*object, *officer, *text),
            Act::DropMotion { object } => self.drop_motion(*object),
            Act::FileSuccession {
                of,
                event,
                successors,
                effective,
            } => self.file_succession(*of, *event, successors, *effective),
            Act::ConfirmSuccession { of, same } => self.confirm_succession(*of, *same),
            Act::GiveUpSuccession { of } => self.give_up_succession(*of),
            Act::AssignHoldings { of, batch } => self.assign_holdings(*of, batch),
            Act::AssignCase { of, case, successor } => self.assign_case(*of, *case, *successor),
            Act::FinishSuccession { of } => self.finish_succession(*of),
            Act::Offer { by, object, filing } => self.offer(*by, *object, filing),
            Act::SignOffer { by, object, offer } => self.sign_offer(*by, *object, *offer),
            Act::WithdrawOffer { by, object, offer } => self.withdraw_offer(*by, *object, *offer),
            Act::ProposeEnd {
                by,
                object,
                licence,
                kind,
            } => self.propose_end(*by, *object, *licence, *kind),
            Act::SignEnd {
                by,
                object,
                licence,
                kind,
            } => self.sign_end(*by, *object, *licence, *kind),
            Act::WithdrawEnd {
                by,
                object,
                licence,
                kind,
            } => self.withdraw_end(*by, *object, *licence, *kind),
            Act::OrderEnd { object, licence } => self.order_end(*object, *licence),
            Act::ConfirmEnd { object, licence } => self.confirm_end(*object, *licence),
            Act::Report {
                by,
                object,
                licence,
                total,
            } => self.report(*by, *object, *licence, *total),
            Act::Stamp {
                object,
                measure,
                organ,
            } => self.stamp(*object, measure, *organ),
            Act::Confirm { stamp } => self.confirm(*stamp),
            Act::Reject { stamp } => self.reject(*stamp),
            Act::EndByInstrument { stamp } => self.end_by_instrument(*stamp),
            Act::TransferByRuling { stamp } => self.transfer_by_ruling(*stamp),
            Act::Object {
                by,
                object,
                rights,
                registrant,
                facts,
            } => self.object(*by, *object, rights, *registrant, *facts),
            Act::Notify { objection } => self.notify(*objection),
            Act::Answer {
                by,
                objection,
                agrees,
            } => self.answer(*by, *objection, *agrees),
            Act::ProposeHold { objection, until } => self.propose_hold(*objection, *until),
            Act::ConfirmHold { objection } => self.confirm_hold(*objection),
            Act::LiftHold { objection } => self.lift_hold(*objection),
            Act::WithdrawObjection { by, objection } => self.withdraw_objection(*by, *objection),
            Act::Execute { objection } => self.execute(*objection),
        }
    }
}

impl Walk<'_> {
    /// Carries out an act on the chain.
    fn send(&mut self, act: &Act, form: Form) -> Result<(), &'static str> {
        let filed = |case: &usize| &self.register.cases[*case].filed;
        match act {
            Act::PublishPart { case } => {
                let part = self.chain.part(*case, &self.register.cases[*case]);
                call(part, EXAMINER, form)
            }
            Act::Publish { case } => {
                let publication = self.chain.publication(*case, &filed(case).matter);
                call(publication, EXAMINER, form)
            }
            Act::ExecuteMotion {
                object,
                officer,
                text,
            } => {
                let (asked, sender) = self.chain.execution(&self.register, *object, *officer, *text);
                call(asked, sender, form)
            }
            act => {
                let claimed = match act {
                    Act::Examine { case, .. } => filed(case).kinds.clone(),
                    _ => Vec::new(),
                };
                let (asked, sender) = self.chain.call(act, self.register.now, &claimed);
                call(asked, sender, form)
            }
        }
    }

    /// Who looks for the cause of a failure sees every act.
    fn tell(&self, act: &Act, form: Form, outcome: &str) {
        if asked("QUANJI_WALK_TOLD").is_some() {
            eprintln!("{} {outcome} {form:?} {act:?}", self.register.now);
        }
    }

    fn take(&mut self, step: &Step) {
        let act = act(step, &self.register);
        let form = if step.dice[5].is_multiple_of(4) {
            Form::Batch
        } else {
            Form::Single
        };
        let result = match act {
            Act::Register {
                by,
                years,
                ref refused,
            } => {
                register_first(&mut self.chain, &mut self.register, by, years, refused);
                Ok(())
            }
            _ => self.send(&act, form),
        };
        let kind = kind(&act, &self.register);
        let told = self.register.told_by(&act);
        let broken = self.register.take(&act);
        Registry::on_idle(0, Weight::MAX);
        self.register.tell_descendants();
        match result {
            Ok(()) => assert!(broken.is_empty(), "{act:?} was accepted, and breaks {broken:?}"),
            Err(error) => assert!(
                broken.contains(error),
                "{act:?} was refused: {error}; it breaks {broken:?}"
            ),
        }
        let outcome = result.err().unwrap_or("accepted");
        *self.tally.borrow_mut().entry((kind, outcome)).or_default() += 1;
        self.tell(&act, form, outcome);
        self.chain.take_events();
        if let Some((object, told)) = told.filter(|_| result.is_ok()) {
            self.chain.told_all(object, &told);
        }
        self.compare(&act, step);
        same_parties(&self.chain, &self.register);
        if result.is_ok() {
            self.accepted += 1;
            if self.accepted.is_multiple_of(CHECKED) {
                chain::try_state();
            }
        }
    }

    fn compare(&self, act: &Act, step: &Step) {
        let (chain, register) = (&self.chain, &self.register);
        let concerned = about(act, register);
        for place in 0..register.objects.len() {
            let made_from = |object| {
                let lineage = &register.objects[place].lineage;
                lineage.iter().any(|(source, _)| *source == object)
            };
            if concerned.is_none_or(|object| object == place || made_from(object)) {
                same_object(chain, register, place);
            }
            if matches!(act, Act::Secure(_)) {
                same_collateral(chain, register, place);
            }
        }
        let [one, another, ..] = step.dice.map(usize::from);
        let place = concerned.unwrap_or(another % register.objects.len());
        let number = u32::try_from(one % register.objects[place].rights.len()).unwrap();
        let asked = [
            Operation::Transfer,
            Operation::ExclusiveLicence,
            Operation::NonExclusiveLicence,
            Operation::NewPledge,
            Operation::Change,
            Operation::Cancellation,
            Operation::Renewal,
        ];
        same_licence(chain, register, place, number);
        same_answer(chain, register, place, number, asked[another % asked.len()]);
    }
}

fn walk(steps: &[Step], tally: &RefCell<Tally>) {
    let (mut state, chain, register) = beginning();
    state.execute_with(|| {
        System::reset_events();
        let mut walk = Walk {
            chain,
            register,
            accepted: 0,
            tally,
        };
        steps.iter().for_each(|step| walk.take(step));
        chain::try_state();
        same_register(&walk.chain, &walk.register);
    });
}

/// Walks one after the other. Those that every change must pass are the same each time; who asks for a number of steps gets new
/// ones.
fn walks(number: u32, walker: u64) -> Tally {
    let rng_seed = match asked("QUANJI_WALK_STEPS") {
        None => RngSeed::Fixed(walker),
        Some(_) => RngSeed::Random,
    };
    let config = Config {
        rng_seed,
        cases: number,
        source_file: Some(file!()),
        test_name: Some("the_chain_and_the_model_agree_on_every_walk"),
        max_shrink_iters: asked("QUANJI_WALK_SHORTENED").unwrap_or(SHORTENED),
        ..Config::default()
    };
    let tally = RefCell::new(Tally::new());
    let steps = prop::collection::vec(step(), LENGTH);
    TestRunner::new(config)
        .run(&steps, |steps| {
            walk(&steps, &tally);
            Ok(())
        })
        .unwrap();
    tally.into_inner()
}

#[test]
fn the_chain_and_the_model_agree_on_every_walk() {
    let (threads, began) = (asked("QUANJI_WALK_THREADS").unwrap_or(WALKERS), Instant::now());
    let steps = asked("QUANJI_WALK_STEPS").unwrap_or(STEPS);
    let number = steps.div_ceil(LENGTH as u32).div_ceil(threads);
    let mut tally = Tally::new();
    thread::scope(|scope| {
        let walking: Vec<_> = (0..threads)
            .map(|walker| scope.spawn(move || walks(number, walker.into())))
            .collect();
        for walked in walking {
            for (act, times) in walked.join().expect("the chain and the model agree") {
                *tally.entry(act).or_default() += times;
            }
        }
    });
    report(&tally, began);
    every_act_is_tried(&tally);
}
