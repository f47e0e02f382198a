//! Random instruments by random officers over months: whatever happens, every invariant holds, a refused call changes
//! nothing, and every seizure that stands refuses a transfer.

use super::*;
use proptest::prelude::*;
use quanji_primitives::{
    dealing::{judge, Deal},
    marks::Operation,
    regimes::national_2026,
};

const ACTORS: [u64; 6] = [
    REGISTRAR,
    KEEPER,
    REVIEWER,
    BOTH_CHAIRS,
    AFFILIATED_REVIEWER,
    OTHER_OFFICER,
];

#[derive(Clone, Debug)]
struct Step {
    call: u8,
    actor: usize,
    stamp: u64,
    choice: u8,
    hours: u64,
}

fn step() -> impl Strategy<Value = Step> {
    (0u8..12, 0..ACTORS.len(), 1u64..12, any::<u8>(), 0u64..60).prop_map(
        |(call, actor, stamp, choice, hours)| Step {
            call,
            actor,
            stamp,
            choice,
            hours,
        },
    )
}

fn perform(step: &Step) -> DispatchResult {
    let account = ACTORS[step.actor];
    let id = StampId::new(AUTHORITY, step.stamp).unwrap();
    let by_court = paper(court(u64::from(step.choice % 3)));
    let numbers = rights(&[u32::from(step.choice % 3), u32::from(step.choice / 3 % 3)]);
    let term = match step.choice % 4 {
        0 => OrderTerm::Months(1),
        1 => OrderTerm::Days(u16::from(step.choice)),
        2 => OrderTerm::Through(by_court.received_at.day().plus(u32::from(step.choice))),
        _ => OrderTerm::Days(3),
    };
    match step.call {
        0..=3 => stamp_as(
            account,
            Measure::Seizure {
                rights: numbers,
                term,
            },
            by_court,
        ),
        4 => {
            let paper = paper(organ(OrganKind::Administration));
            stamp_as(
                account,
                Measure::Control {
                    rights: numbers,
                    term,
                },
                paper,
            )
        }
        5 => stamp_as(account, Measure::Renewal { of: id, term }, by_court),
        6 => stamp_as(account, Measure::Release { of: id }, by_court),
        7 if step.choice.is_multiple_of(8) => {
            let ground = EndingGround::Judgment;
            stamp_as(
                account,
                Measure::Ending {
                    rights: numbers,
                    ground,
                },
                by_court,
            )
        }
        8 => Encumbrances::reject(signed(account), id, digest(step.choice)),
        9 => Encumbrances::end_by_instrument(signed(account), id),
        _ => confirm(account, id),
    }
}

/// On every right, at most one seizure is in first rank; if any stands, one is, and a transfer is refused.
fn check_ranks() {
    let marks = Registry::marks(object());
    let now = world(|world| world.now);
    let all = standings(&marks, now);
    for right in 0..3 {
        let against = || {
            marks
                .iter()
                .zip(&all)
                .filter(move |(mark, standing)| mark.is_against(right) && standing.stands())
        };
        let of = |kind| against().filter(|(_, standing)| standing.kind == kind).count();
        let (first, waiting) = (of(MarkKind::SeizureFirst), of(MarkKind::SeizureWaiting));
        assert!(first <= 1, "two in first rank");
        assert!(first == 1 || waiting == 0, "one waits for nobody");
        let deal = Deal::of_party(Operation::Transfer, RightSet::NONE.with(right));
        let barred = judge(&national_2026().effects, &deal, &marks, now).is_err();
        assert_eq!(barred, against().count() > 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_invariants_hold_on_every_walk(steps in prop::collection::vec(step(), 1..120)) {
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
                Encumbrances::do_try_state().unwrap();
                check_ranks();
                world(|world| world.now.0 += step.hours * 3_600_000);
            }
        });
    }
}
