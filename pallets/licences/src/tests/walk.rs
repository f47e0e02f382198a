//! Random calls by random accounts over months: whatever happens, every invariant holds and a refused call changes nothing.

use super::*;
use proptest::prelude::*;

const ACTORS: [u64; 11] = [
    PORT, FREIGHT, SUB, THIRD, SHIP, SING, MEI, CO_HOLDER, EXAMINER, REVIEWER, REGISTRAR,
];
const KINDS: [LicenceKind; 3] = [
    LicenceKind::NonExclusive,
    LicenceKind::Sole,
    LicenceKind::Exclusive,
];

#[derive(Clone, Debug)]
struct Step {
    call: u8,
    actor: usize,
    number: u32,
    licensee: usize,
    choice: u8,
    quantity: u64,
    hours: u64,
}

fn step() -> impl Strategy<Value = Step> {
    (
        0u8..14,
        0..ACTORS.len(),
        0u32..14,
        1usize..6,
        any::<u8>(),
        0u64..6_000,
        0u64..400,
    )
        .prop_map(|(call, actor, number, licensee, choice, quantity, hours)| Step {
            call,
            actor,
            number,
            licensee,
            choice,
            quantity,
            hours,
        })
}

fn random_terms(step: &Step) -> LicenceTerms {
    let choice = step.choice;
    LicenceTerms {
        kind: KINDS[usize::from(choice % 3)],
        territory: territory(if choice & 8 == 0 { &[44] } else { &[31, 44] }),
        quantity: (choice & 16 == 0).then_some(calls(step.quantity + 1)).flatten(),
        sublicensing: choice >> 6,
        valid_until: end_of(if choice & 32 == 0 {
            "2027-06-30"
        } else {
            "2028-06-30"
        }),
        ..sole_terms()
    }
}

/// Below a licence mostly what lies within it, so that the walk goes deep.
fn likely_terms(step: &Step) -> LicenceTerms {
    let Some(above) = Stored::<Test>::get(object(), step.number % 9) else {
        return random_terms(step);
    };
    if step.choice.is_multiple_of(4) {
        return random_terms(step);
    }
    let part = |quantity: Quantity| Quantity {
        number: quantity.number / 4 + 1,
        ..quantity
    };
    LicenceTerms {
        kind: LicenceKind::NonExclusive,
        quantity: above.terms.quantity.map(part),
        sublicensing: above.terms.sublicensing.saturating_sub(1),
        ..above.terms
    }
}

/// Mostly somebody whom the call concerns, so that the walk gets somewhere.
fn actor(step: &Step) -> u64 {
    let random = ACTORS[step.actor];
    if step.actor < 3 {
        return random;
    }
    let holder = |number| {
        let right = Registry::right(object(), number)?;
        right.holders.parties().first().map(PartyId::serial)
    };
    let concerned = match step.call {
        0..=4 => holder(step.number % 9),
        5..=8 => Licences::signatures_missing(object(), last_offer())
            .first()
            .map(PartyId::serial),
        10 | 11 if step.choice & 1 == 0 => {
            Registry::right(object(), step.number).and_then(|right| holder(right.parent?.index))
        }
        10..=12 => holder(step.number),
        _ => None,
    };
    concerned.unwrap_or(random)
}

fn perform(step: &Step) -> DispatchResult {
    let account = actor(step);
    let (by, own, number) = (signed(account), Capacity::Own, step.number);
    let cause = match step.choice % 3 {
        0 => EndCause::Agreement { document: digest(4) },
        1 => EndCause::Breach { notice: digest(4) },
        _ => EndCause::Order { document: digest(4) },
    };
    match step.call {
        0..=4 => {
            let terms = likely_terms(step);
            let now = world(|world| world.now);
            let listed: Vec<u32> = (FIRST_LICENCE..FIRST_LICENCE + u32::from(step.choice % 4)).collect();
            let plain = terms.kind == LicenceKind::NonExclusive;
            let offered = LicenceFiling {
                root_signs: step.choice & 4 != 0,
                subject_to: if plain {
                    Bounded::default()
                } else {
                    listed.try_into().unwrap()
                },
                open_until: now.day().plus(u32::from(step.choice % 40)).end(),
                ..filing(number % 9, ACTORS[step.licensee], terms)
            };
            offer_of(account, object(), offered)
        }
        5..=8 => accept(account, last_offer().saturating_sub(u32::from(step.choice % 2))),
        9 => Licences::withdraw_offer(by, own, object(), number),
        10 => Licences::propose_end(by, own, object(), number, cause),
        11 => Licences::sign_end(by, own, object(), number, cause),
        12 => Licences::report_use(by, own, object(), number, step.quantity, digest(3)),
        _ if step.choice & 1 == 0 => Licences::order_end(by, object(), number, cause),
        _ => Licences::confirm_end(by, object(), number),
    }
}

fn root() -> Vec<u8> {
    sp_io::storage::root(sp_runtime::StateVersion::V1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_licences_stay_whole_on_every_walk(steps in proptest::collection::vec(step(), 1..120)) {
        ExtBuilder::default().build().execute_with(|| {
            for step in steps {
                world(|world| world.now.0 += step.hours * 3_600_000 / 4);
                let before = root();
                match perform(&step) {
                    Err(_) => assert_eq!(before, root(), "{step:?}"),
                    Ok(()) => Licences::do_try_state().unwrap(),
                }
            }
            Licences::do_try_state().unwrap();
        });
    }
}

/// The walk is worth something only if it gets somewhere: with fixed seeds it grants, reports, ends, and goes deep.
#[test]
fn walks_get_somewhere() {
    use proptest::{
        strategy::ValueTree,
        test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut licences, mut deep, mut ended, mut reported) = (0, 0, 0, 0);
    for _ in 0..40 {
        let steps = proptest::collection::vec(step(), 120);
        let steps = steps.new_tree(&mut runner).unwrap().current();
        ExtBuilder::default().build_and_execute(|| {
            for step in steps {
                world(|world| world.now.0 += step.hours * 3_600_000 / 4);
                let _ = perform(&step);
            }
            for (object, number, licence) in Stored::<Test>::iter() {
                let right = Registry::right(object, number).unwrap();
                licences += 1;
                deep += u32::from(right.parent.unwrap().index >= FIRST_LICENCE);
                ended += u32::from(right.status != RightStatus::Live);
                reported += licence.reported.reports;
            }
        });
    }
    assert!(
        licences > 40 && deep > 5 && ended > 5 && reported > 5,
        "{licences} {deep} {ended} {reported}"
    );
}
