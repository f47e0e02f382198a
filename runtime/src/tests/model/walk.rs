//! The walks.

use super::{
    acts::{Act, Operation},
    chain::{self, call, Chain, Form, EXAMINER},
    choose::{act, About, Step},
    compare::{same_answer, same_licence, same_object, same_register},
    prepared::{beginning, register_first},
    state::{Broken, Register},
};
use crate::System;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::{cell::RefCell, collections::BTreeMap, time::Instant};

/// Steps of one walk.
const LENGTH: usize = 200;
/// Every so many accepted steps the pallets check the whole state themselves; and after the last step.
const CHECKED: usize = 25;

fn steps() -> u32 {
    let asked = std::env::var("QUANJI_WALK_STEPS").ok();
    asked.and_then(|number| number.parse().ok()).unwrap_or(100_000)
}

fn step() -> impl Strategy<Value = Step> {
    let about = prop_oneof![
        5 => Just(About::Time),
        8 => Just(About::NextOfCase),
        2 => Just(About::Case),
        4 => Just(About::Filing),
        5 => Just(About::Licence),
        5 => Just(About::Signature),
        6 => Just(About::DayBook),
        4 => Just(About::Objection),
        3 => Just(About::Motion),
        1 => Just(About::Registration),
    ];
    (about, any::<[u16; 6]>()).prop_map(|(about, dice)| Step { about, dice })
}

/// How often each act was accepted, and by which rule it was refused.
type Tally = BTreeMap<(String, &'static str), u64>;

struct Walk<'a> {
    chain: Chain,
    register: Register,
    accepted: usize,
    tally: &'a RefCell<Tally>,
}

/// The name of an act.
fn kind(act: &Act) -> String {
    let text = format!("{act:?}");
    let end = text.find(|letter: char| !letter.is_alphanumeric());
    text[..end.unwrap_or(text.len())].to_string()
}

/// The object that an act is about; all, when time passes.
fn about(act: &Act, register: &Register) -> Option<usize> {
    Some(match act {
        Act::Wait(_) | Act::Register { .. } => return None,
        Act::File(filed) => filed.object,
        Act::Sign { case, .. }
        | Act::Withdraw { case, .. }
        | Act::Accept { case }
        | Act::Examine { case, .. }
        | Act::Approve { case }
        | Act::Publish { case }
        | Act::Enter { case, .. }
        | Act::Refuse { case, .. }
        | Act::Acknowledge { case, .. }
        | Act::Appeal { case, .. }
        | Act::DecideAppeal { case, .. }
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
        Act::Confirm { stamp } | Act::Reject { stamp } | Act::EndByInstrument { stamp } => {
            register.stamps[*stamp].object
        }
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
        match act {
            Act::Wait(milliseconds) => {
                self.wait(*milliseconds);
                Broken::new()
            }
            Act::Register { .. } => Broken::new(),
            Act::File(filed) => self.file(filed),
            Act::Sign { by, case } => self.sign(*by, *case),
            Act::Withdraw { by, case } => self.withdraw(*by, *case),
            Act::Accept { case } => self.accept(*case),
            Act::Examine { case, granted, met } => self.examine(*case, granted, *met),
            Act::Approve { case } => self.approve(*case),
            Act::Publish { case } => self.publish(*case),
            Act::Enter { case, letter } => self.enter(*case, *letter),
            Act::Refuse {
                case,
                officer,
                letter,
            } => self.refuse(*case, *officer, *letter),
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
        let broken = self.register.take(&act);
        match result {
            Ok(()) => assert!(broken.is_empty(), "{act:?} was accepted, and breaks {broken:?}"),
            Err(error) => assert!(
                broken.contains(error),
                "{act:?} was refused: {error}; it breaks {broken:?}"
            ),
        }
        let outcome = result.err().unwrap_or("accepted");
        *self.tally.borrow_mut().entry((kind(&act), outcome)).or_default() += 1;
        self.chain.take_events();
        self.compare(&act, step);
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
            if concerned.is_none_or(|object| object == place) {
                same_object(chain, register, place);
            }
        }
        let [one, another, ..] = step.dice.map(usize::from);
        let place = concerned.unwrap_or(another % register.objects.len());
        let number = u32::try_from(one % register.objects[place].rights.len()).unwrap();
        let asked = [
            Operation::Transfer,
            Operation::ExclusiveLicence,
            Operation::NonExclusiveLicence,
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

#[test]
fn the_chain_and_the_model_agree_on_every_walk() {
    let walks = steps().div_ceil(u32::try_from(LENGTH).unwrap());
    let config = Config {
        cases: walks,
        source_file: Some(file!()),
        test_name: Some("the_chain_and_the_model_agree_on_every_walk"),
        ..Config::default()
    };
    let tally = RefCell::new(Tally::new());
    let began = Instant::now();
    let steps = prop::collection::vec(step(), LENGTH);
    TestRunner::new(config)
        .run(&steps, |steps| {
            walk(&steps, &tally);
            Ok(())
        })
        .unwrap();
    report(&tally.borrow(), began);
}

fn report(tally: &Tally, began: Instant) {
    let steps: u64 = tally.values().sum();
    let seconds = began.elapsed().as_secs_f64();
    for ((act, outcome), number) in tally {
        println!("{act:20} {outcome:28} {number}");
    }
    let accepted: u64 = tally
        .iter()
        .filter(|((_, outcome), _)| *outcome == "accepted")
        .map(|(_, number)| number)
        .sum();
    println!(
        "{steps} steps, {accepted} of them accepted, in {seconds:.0} s: {:.0} a second",
        steps as f64 / seconds
    );
}
