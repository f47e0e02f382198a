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

fn perform(step: &Step) -> DispatchResult {
    let account = ACTORS[step.actor];
    let (by, own, number) = (signed(account), Capacity::Own, step.number);
    let cause = match step.choice % 3 {
        0 => EndCause::Agreement { document: digest(4) },
        1 => EndCause::Breach { notice: digest(4) },
        _ => EndCause::Order { document: digest(4) },
    };
    match step.call {
        0..=4 => {
            let terms = random_terms(step);
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
                if perform(&step).is_err() {
                    assert_eq!(before, root(), "{step:?}");
                }
                Licences::do_try_state().unwrap();
            }
        });
    }
}

/// The walk is worth something only if it gets somewhere.
#[test]
fn a_walk_of_the_story_grants_reports_and_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        assert_ok!(Licences::report_use(
            signed(SUB),
            Capacity::Own,
            object(),
            sub,
            1,
            digest(3)
        ));
        let breach = EndCause::Breach { notice: digest(4) };
        assert_ok!(Licences::propose_end(
            signed(PORT),
            Capacity::Own,
            object(),
            freight,
            breach
        ));
        assert!(!is_in_force(sub));
    });
}
