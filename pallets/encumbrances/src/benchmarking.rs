//! Benchmarks of the calls, each in its worst case: all sixty-four rights of an object, held jointly by sixteen parties
//! where the runtime prepares them so, and as many marks as the object can hold.

use super::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use quanji_primitives::{
    day_book::{EndingGround, Finding, Measure, Paper},
    directory::Register,
    marks::{Mark, MarkEnd, MarkKind, MarkSource, OrderTerm, Organ, OrganKind, RightSet},
    person::CreditCode,
    v1::{RightStatus, VERSION},
    ConflictId, Digest, ObjectId, StampId,
};

/// What the benchmarks find on the chain.
pub struct Scene<AccountId> {
    /// An officer who stamps.
    pub keeper: AccountId,
    /// A reviewer of the same authority, another person, with as many affiliates as an officer can have.
    pub reviewer: AccountId,
    /// A live object with as many rights as it can hold.
    pub object: ObjectId,
    /// All its rights.
    pub rights: RightSet,
}

/// Prepares objects, officers and time for benchmarks.
pub trait BenchmarkHelper<AccountId> {
    /// Sets the scene.
    fn prepare() -> Scene<AccountId>;

    /// Writes these as the marks of the object.
    fn put_marks(object: ObjectId, marks: &[Mark]);
}

/// As many marks as an object can hold.
const MARKS_MAX: u32 = 320;

const DIGEST: Digest = Digest::Sha2_256([9; 32]);

fn by<AccountId: Clone>(account: &AccountId) -> RawOrigin<AccountId> {
    RawOrigin::Signed(account.clone())
}

fn paper<T: Config>() -> Paper {
    Paper {
        organ: Organ {
            kind: OrganKind::Court,
            code: CreditCode(*b"12440000MB0000001C"),
        },
        instrument: DIGEST,
        received_at: Pallet::<T>::now(),
    }
}

/// The object has all marks that it can hold but `free`, all standing: seizures that wait for one another, or notices.
fn fill<T: Config>(scene: &Scene<T::AccountId>, free: u32, kind: MarkKind) {
    let present = T::Register::marks(scene.object);
    let mark = Mark {
        version: VERSION,
        kind,
        rights: scene.rights,
        source: MarkSource::Conflict(ConflictId(1)),
        authority: scene.object.authority(),
        since: Pallet::<T>::now(),
        until: None,
        ended: None,
        order: None,
    };
    let more = MARKS_MAX.saturating_sub(free) as usize - present.len();
    let marks: Vec<Mark> = present
        .into_iter()
        .chain(core::iter::repeat_n(mark, more))
        .collect();
    T::BenchmarkHelper::put_marks(scene.object, &marks);
}

fn seizure<T: Config>(scene: &Scene<T::AccountId>) -> Measure {
    Measure::Seizure {
        rights: scene.rights,
        term: OrderTerm::Months(12),
    }
}

fn stamped<T: Config>(scene: &Scene<T::AccountId>, measure: Measure) -> StampId {
    Pallet::<T>::do_stamp(&scene.keeper, scene.object, measure, paper::<T>()).unwrap()
}

/// A renewal, which waits for its second person, of a confirmed seizure.
fn renewal<T: Config>(scene: &Scene<T::AccountId>) -> StampId {
    let of = stamped::<T>(scene, seizure::<T>(scene));
    Pallet::<T>::confirm(by(&scene.reviewer).into(), of).unwrap();
    let term = OrderTerm::Months(12);
    stamped::<T>(scene, Measure::Renewal { of, term })
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// Of a seizure behind which as many seizures stood as the object can hold.
    #[benchmark]
    fn stamp() {
        let scene = T::BenchmarkHelper::prepare();
        fill::<T>(&scene, 1, MarkKind::SeizureFirst);

        #[extrinsic_call]
        _(
            by(&scene.keeper),
            scene.object,
            seizure::<T>(&scene),
            paper::<T>(),
        );

        assert_eq!(
            T::Register::object(scene.object).unwrap().marks,
            MARKS_MAX,
            "the last mark that the object can hold"
        );
    }

    #[benchmark]
    fn confirm() {
        let scene = T::BenchmarkHelper::prepare();
        let id = renewal::<T>(&scene);
        fill::<T>(&scene, 0, MarkKind::SeizureFirst);

        #[extrinsic_call]
        _(by(&scene.reviewer), id);

        let (found, _) = Stamps::<T>::get(id).unwrap().found.unwrap();
        assert_eq!(found, Finding::Confirmed);
    }

    #[benchmark]
    fn reject() {
        let scene = T::BenchmarkHelper::prepare();
        let id = stamped::<T>(&scene, seizure::<T>(&scene));
        fill::<T>(&scene, 0, MarkKind::SeizureFirst);

        #[extrinsic_call]
        _(by(&scene.reviewer), id, DIGEST);

        let mark = T::Register::mark(scene.object, 0).unwrap();
        assert!(matches!(mark.ended, Some((_, MarkEnd::NotConfirmed))));
    }

    /// Of all rights, while as many marks stand as the object can hold.
    #[benchmark]
    fn end_by_instrument() {
        let scene = T::BenchmarkHelper::prepare();
        fill::<T>(&scene, 0, MarkKind::ObjectionNotice);
        let measure = Measure::Ending {
            rights: scene.rights,
            ground: EndingGround::Judgment,
        };
        let id = stamped::<T>(&scene, measure);

        #[extrinsic_call]
        _(by(&scene.reviewer), id);

        let right = T::Register::right(scene.object, 0).unwrap();
        assert!(matches!(right.status, RightStatus::Ended(_)));
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
