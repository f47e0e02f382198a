//! Random calls by random accounts over months: whatever happens, every invariant holds and a refused call changes nothing.

use super::*;
use proptest::prelude::*;
use quanji_primitives::{
    clock::DAY_MILLIS,
    conflict::{ConflictSide, Ruling},
    ConflictId,
};

/// Sides, a bystander, officers of both authorities, and the department.
const ACTORS: [u64; 13] = [
    OBJECTOR,
    REGISTRANT,
    NATURAL_PERSON,
    CO_HOLDER,
    BYSTANDER,
    EXAMINER,
    REVIEWER,
    BOTH_CHAIRS,
    REGISTRAR,
    AFFILIATED_REVIEWER,
    OTHER_EXAMINER,
    OTHER_REVIEWER,
    DEPARTMENT,
];

const DISPOSITIONS: [Disposition; 3] = [Disposition::Dismiss, Disposition::Cancel, Disposition::Change];

#[derive(Clone, Debug)]
struct Step {
    call: u8,
    actor: usize,
    objection: u64,
    choice: u8,
    hours: u64,
}

fn step() -> impl Strategy<Value = Step> {
    (0u8..22, 0..ACTORS.len(), 1u64..5, any::<u8>(), 0u64..240).prop_map(
        |(call, actor, objection, choice, hours)| Step {
            call,
            actor,
            objection,
            choice,
            hours,
        },
    )
}

fn sides(choice: u8) -> [ConflictSide; 2] {
    let own = [ConflictSide::Object(object()), ConflictSide::Case(own_case())];
    let other = [
        ConflictSide::Object(other_object()),
        ConflictSide::Case(other_case()),
    ];
    let (own, other) = (own[usize::from(choice & 1)], other[usize::from(choice >> 1 & 1)]);
    if choice & 4 == 0 {
        [own, other]
    } else {
        [other, own]
    }
}

fn perform(step: &Step) -> DispatchResult {
    let account = ACTORS[step.actor];
    let (by, own) = (signed(account), Capacity::Own);
    let id = ObjectionId::new(AUTHORITY, 1_000 + step.objection).unwrap();
    let disposition = DISPOSITIONS[usize::from(step.choice % 3)];
    let channel = if step.choice & 1 == 0 {
        Channel::Ledger
    } else {
        Channel::Post
    };
    let now = world(|world| world.now);
    match step.call {
        0 | 1 => object_as(account, own, step.choice),
        2 => object_to_joint(account, step.choice),
        3 => Disputes::return_objection(by, id, channel, digest(2)),
        4 => Disputes::complete_objection(by, own, id, documents(&[step.choice])),
        5 | 6 => Disputes::notify_registrant(by, id, channel, digest(3)),
        7 => Disputes::record_delivery(by, id, now),
        8 => {
            let agrees = (step.choice & 8 == 0).then_some(disposition);
            Disputes::answer_objection(by, own, id, agrees, digest(4))
        }
        9 | 10 => Disputes::conclude(by, id, disposition, digest(5), Channel::Ledger),
        11 | 12 => Disputes::answer_conclusion(by, own, id, step.choice & 3 != 0),
        13 => Disputes::prove_court(by, own, id, digest(6)),
        14 => Disputes::decide_by_instrument(by, id, disposition, digest(7)),
        15 => Disputes::execute(by, id),
        16 => Disputes::withdraw_objection(by, own, id),
        17 => Disputes::close(by, id),
        18 => {
            let until = Moment(now.0 + u64::from(step.choice) * DAY_MILLIS);
            Disputes::propose_hold(by, id, until, digest(8))
        }
        19 => Disputes::confirm_hold(by, id),
        20 => Disputes::lift_hold(by, id, digest(9)),
        _ if step.choice & 16 == 0 => {
            let [own, other] = sides(step.choice);
            Disputes::raise_conflict(by, own, other, digest(1))
        }
        _ => {
            let rulings = [Ruling::Stands, Ruling::Yields].map(|ruling| match step.choice & 1 {
                0 => ruling,
                _ => Ruling::Stands,
            });
            Disputes::decide_conflict(by, ConflictId(step.objection as u32), rulings, digest(2))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_invariants_hold_on_every_walk(steps in prop::collection::vec(step(), 1..160)) {
        ExtBuilder::default().build().execute_with(|| {
            for step in &steps {
                let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
                take_events();
                let result = frame_support::storage::with_storage_layer(|| perform(step));
                let events = take_events().len();
                if result.is_err() {
                    assert_eq!(before, sp_io::storage::root(sp_runtime::StateVersion::V1), "{step:?}");
                }
                assert_eq!(events, usize::from(result.is_ok()), "exactly one event: {step:?}");
                Disputes::do_try_state().unwrap();
                world(|world| world.now.0 += step.hours * 3_600_000);
            }
        });
    }
}
