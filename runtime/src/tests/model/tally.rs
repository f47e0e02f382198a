//! How often each act comes about in the walks, and by which rules it is refused.

use super::{
    acts::{Act, Matter, Measure},
    collateral::Securing,
    state::{Register, Stage},
};
use std::{collections::BTreeMap, time::Instant};

/// How often each act was accepted, and by which rule it was refused.
pub type Tally = BTreeMap<(String, &'static str), u64>;

fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

/// The name of an act, with what it is about.
pub fn kind(act: &Act, register: &Register) -> String {
    let text = format!("{act:?}");
    let name = first_word(&text);
    let of = |number: &usize| &register.cases[*number];
    let matter = |matter: &Matter| first_word(&format!("{matter:?}")).to_string();
    match act {
        Act::Secure(act) => of_collateral(act, register),
        Act::File(filed) => format!("{name} {}", matter(&filed.matter)),
        Act::Enter { case, .. } => {
            let in_part = of(case).filed.kinds.len() > of(case).granted.len();
            let back = matches!(&of(case).filed.matter, Matter::Transfer { back: Some(_), .. });
            let extent = match (in_part, back) {
                (true, _) => " in part",
                (false, true) => " with a licence back",
                (false, false) => "",
            };
            format!("{name} {}{extent}", matter(&of(case).filed.matter))
        }
        Act::Stamp {
            measure: Measure::Transfer { .. },
            ..
        } => format!("{name} Transfer"),
        Act::DecideAppeal { case, anew: true, .. } if of(case).stage == Stage::PartlyRefused => {
            format!("{name} of a part")
        }
        Act::ExecuteMotion { object, .. } => {
            let motion = register.objects[*object].motion.as_ref();
            let motion = motion.map_or(String::new(), |(motion, _)| format!("{motion:?}"));
            format!("{name} {}", first_word(&motion))
        }
        Act::ConfirmSuccession { of, .. } => {
            let several = register
                .successions
                .get(of)
                .is_some_and(|filed| filed.successors.len() > 1);
            format!("{name}{}", if several { " by several" } else { "" })
        }
        _ => name.to_string(),
    }
}

/// The name of an act on collateral, and of the deed.
fn of_collateral(act: &Securing, register: &Register) -> String {
    let text = format!("{act:?}");
    let name = first_word(&text);
    let deed = match act {
        Securing::Propose { matter, .. } => Some(matter),
        Securing::SignDeed { deed, .. } => register.deeds.get(*deed).map(|deed| &deed.matter),
        _ => None,
    };
    let of_deed = deed.map(|matter| format!("{matter:?}"));
    match of_deed {
        Some(text) => format!("{name} {}", first_word(&text)),
        None => name.to_string(),
    }
}

pub fn report(tally: &Tally, began: Instant) {
    let steps: u64 = tally.values().sum();
    let seconds = began.elapsed().as_secs_f64();
    for ((act, outcome), number) in tally {
        println!("{act:28} {outcome:28} {number}");
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

/// What must be accepted, and refused, at least so often in 100,000 steps.
const AT_LEAST: [(&str, u64, u64); 64] = [
    ("File Transfer", 100, 100),
    ("File Change", 100, 50),
    ("File Renewal", 50, 100),
    ("File Cancellation", 50, 50),
    ("File Split", 20, 50),
    ("File Licence", 50, 50),
    ("Enter Transfer", 20, 20),
    ("Enter Change", 20, 1),
    ("Enter Renewal", 5, 1),
    ("Enter Renewal in part", 1, 0),
    ("Enter Cancellation", 10, 5),
    ("Enter Cancellation in part", 1, 0),
    ("Enter Transfer with a licence back", 1, 30),
    ("Enter Split", 3, 30),
    ("PublishPart", 20, 50),
    ("Enter Licence", 8, 50),
    ("Enter Further", 10, 5),
    ("Examine", 500, 100),
    ("ReportOn", 50, 50),
    ("Refuse", 50, 50),
    ("Acknowledge", 20, 20),
    ("Appeal", 50, 50),
    ("DecideAppeal", 20, 50),
    ("DecideAppeal of a part", 50, 5),
    ("Close", 100, 50),
    ("ProposeMotion", 300, 100),
    ("ExecuteMotion Extinction", 20, 0),
    ("ExecuteMotion Cancellation", 20, 20),
    ("ExecuteMotion Revocation", 5, 1),
    ("ExecuteMotion Correction", 100, 50),
    ("DropMotion", 20, 5),
    ("FileSuccession", 50, 50),
    ("ConfirmSuccession", 20, 10),
    ("ConfirmSuccession by several", 20, 10),
    ("GiveUpSuccession", 10, 5),
    ("AssignHoldings", 50, 10),
    ("AssignCase", 5, 20),
    ("FinishSuccession", 10, 20),
    ("Offer", 500, 500),
    ("Stamp", 500, 100),
    ("Stamp Transfer", 20, 100),
    ("EndByInstrument", 5, 50),
    ("TransferByRuling", 5, 20),
    ("Propose Reservation", 200, 150),
    ("Propose Pledge", 400, 400),
    ("Propose Amendment", 60, 60),
    ("Propose Assignment", 8, 30),
    ("Propose Subordination", 3, 30),
    ("Propose Enforcement", 4, 60),
    ("SignDeed Reservation", 150, 30),
    ("SignDeed Pledge", 300, 60),
    ("SignDeed Amendment", 40, 5),
    ("SignDeed Assignment", 1, 0),
    ("SignDeed Enforcement", 2, 0),
    ("WithdrawDeed", 5, 0),
    ("GiveUpReservation", 8, 30),
    ("ReleasePledge", 60, 30),
    ("RecordStatutory", 40, 30),
    ("DemandRelease", 12, 10),
    ("NoticeDefault", 40, 40),
    ("ConsentToCase", 50, 50),
    ("RevokeCaseConsent", 5, 5),
    ("ConsentToOffer", 15, 50),
    ("RevokeOfferConsent", 1, 1),
];

/// The acts of the walks come about, and are refused, often enough for the comparison to mean something.
pub fn every_act_is_tried(tally: &Tally) {
    let steps: u64 = tally.values().sum();
    for (act, accepted, refused) in AT_LEAST {
        let of_act = || tally.iter().filter(|((name, _), _)| name == act);
        let all: u64 = of_act().map(|(_, number)| number).sum();
        let passed: u64 = of_act()
            .filter(|((_, outcome), _)| *outcome == "accepted")
            .map(|(_, number)| number)
            .sum();
        let enough = |number: u64, least: u64| number >= least * steps / 100_000;
        assert!(enough(passed, accepted), "{act} was accepted {passed} times");
        let stopped = all - passed;
        assert!(enough(stopped, refused), "{act} was refused {stopped} times");
    }
}
