//! Benchmarks of the calls, each in its worst case: all sixty-four rights of an object, held jointly by sixteen parties
//! where the runtime prepares them so, and as many live marks as the object can hold.

use super::*;
use alloc::boxed::Box;
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use quanji_primitives::{
    capacity::Capacity,
    collateral::{PledgeStatus, ReservationStatus, Statutory, StatutoryRegister},
    day_book::{EndingGround, Finding, Measure, Paper, PledgesUnderRuling},
    directory::Register,
    marks::{Mark, MarkEnd, MarkKind, MarkSource, Order, OrderTerm, Organ, OrganKind, RightSet},
    person::CreditCode,
    v1::{RightStatus, VERSION},
    ConflictId, Digest, ObjectId, StampId,
};

pub mod collateral;

/// What the benchmarks find on the chain.
pub struct Scene<AccountId> {
    /// An officer who stamps.
    pub keeper: AccountId,
    /// A reviewer of the same authority, another person, with as many affiliates as an officer can have.
    pub reviewer: AccountId,
    /// A live object with as many rights as it can hold.
    pub object: ObjectId,
    /// All its rights: sixteen stand on the first certificate, three on each other one.
    pub rights: RightSet,
}

/// Prepares objects, officers and time for benchmarks.
pub trait BenchmarkHelper<AccountId> {
    /// Sets the scene.
    fn prepare() -> Scene<AccountId>;

    /// Writes these as the marks of the object.
    fn put_marks(object: ObjectId, marks: &[Mark]);

    /// Sets the scene of collateral.
    fn prepare_collateral() -> collateral::Scene<AccountId>;
}

/// As many live marks as an object can hold that no organ ordered, and that organs ordered.
const OF_PARTIES: usize = 16;
const OF_ORGANS: usize = 24;
/// As many live notices about sources as an object can hold.
const OF_SOURCES: usize = 16;
/// As many rights as one call can end with all marks of parties: two of three on each certificate but the first.
const ENDING: RightSet = RightSet(0x6DB6_DB6D_B6DB_0000);
const ENDED: u32 = 16;

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
        applicant: None,
    }
}

/// The object has all live marks that it can hold but `free` of organs: seizures that wait for one another, and marks of
/// `kind` against `rights` that no organ ordered.
fn fill<T: Config>(scene: &Scene<T::AccountId>, free: usize, kind: MarkKind, rights: RightSet) {
    let mut marks = T::Register::marks(scene.object);
    let mark = Mark {
        version: VERSION,
        kind,
        rights,
        source: MarkSource::Conflict(ConflictId(1)),
        authority: scene.object.authority(),
        since: Pallet::<T>::now(),
        until: None,
        ended: None,
        order: None,
    };
    let Paper {
        organ,
        instrument,
        received_at,
        ..
    } = paper::<T>();
    let seizure = Mark {
        kind: MarkKind::SeizureFirst,
        rights: scene.rights,
        order: Some(Order {
            organ,
            instrument,
            received_at,
            confirm_by: None,
            term: OrderTerm::Months(12),
            entered_between: None,
        }),
        ..mark
    };
    let seizures = OF_ORGANS - free - marks.len();
    marks.extend(core::iter::repeat_n(seizure, seizures));
    marks.extend(core::iter::repeat_n(mark, OF_PARTIES));
    let notice = Mark {
        kind: MarkKind::SourceNotice,
        rights: RightSet::NONE,
        ..mark
    };
    marks.extend(core::iter::repeat_n(notice, OF_SOURCES));
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
        fill::<T>(&scene, 1, MarkKind::ObjectionNotice, scene.rights);

        #[extrinsic_call]
        _(
            by(&scene.keeper),
            scene.object,
            seizure::<T>(&scene),
            paper::<T>(),
        );

        assert_eq!(
            T::Register::live_marks(scene.object).len(),
            OF_PARTIES + OF_ORGANS + OF_SOURCES,
            "the last mark for which the object has a place"
        );
    }

    #[benchmark]
    fn confirm() {
        let scene = T::BenchmarkHelper::prepare();
        let id = renewal::<T>(&scene);
        fill::<T>(&scene, 0, MarkKind::ObjectionNotice, scene.rights);

        #[extrinsic_call]
        _(by(&scene.reviewer), id);

        let (found, _) = Stamps::<T>::get(id).unwrap().found.unwrap();
        assert_eq!(found, Finding::Confirmed);
    }

    #[benchmark]
    fn reject() {
        let scene = T::BenchmarkHelper::prepare();
        let id = stamped::<T>(&scene, seizure::<T>(&scene));
        fill::<T>(&scene, 0, MarkKind::ObjectionNotice, scene.rights);

        #[extrinsic_call]
        _(by(&scene.reviewer), id, DIGEST);

        let mark = T::Register::mark(scene.object, 0).unwrap();
        assert!(matches!(mark.ended, Some((_, MarkEnd::NotConfirmed))));
    }

    /// Of as many rights, with sixteen reservations, as end at once, while as many seizures stand as the object can hold.
    #[benchmark]
    fn end_by_instrument() {
        let scene = T::BenchmarkHelper::prepare();
        fill::<T>(&scene, 0, MarkKind::Reservation, ENDING);
        let measure = Measure::Ending {
            rights: ENDING,
            ground: EndingGround::Judgment,
        };
        let id = stamped::<T>(&scene, measure);

        #[extrinsic_call]
        _(by(&scene.reviewer), id);

        let right = T::Register::right(scene.object, ENDED).unwrap();
        assert!(matches!(right.status, RightStatus::Ended(_)));
        assert_eq!(
            T::Register::live_marks(scene.object).len(),
            OF_ORGANS + OF_SOURCES
        );
    }

    /// While as many seizures wait behind that of the court, and as many pledges of another right too stand, as the object can
    /// hold.
    #[benchmark]
    fn transfer_by_ruling() {
        let mut scene = T::BenchmarkHelper::prepare();
        scene.rights = RightSet::NONE.with(0);
        let of = stamped::<T>(&scene, seizure::<T>(&scene));
        Pallet::<T>::confirm(by(&scene.reviewer).into(), of).unwrap();
        let to = T::Register::live_holders(scene.object)[0];
        let measure = Measure::Transfer {
            of,
            rights: scene.rights,
            to,
            pledges: PledgesUnderRuling::End,
        };
        let id = stamped::<T>(&scene, measure);
        fill::<T>(&scene, 0, MarkKind::Pledge, scene.rights.with(1));
        collateral::write_pledges::<T>(scene.object);

        #[extrinsic_call]
        _(by(&scene.reviewer), id);

        assert_eq!(
            T::Register::live_marks(scene.object).len(),
            OF_PARTIES + OF_SOURCES,
            "the pledges go on on the other right"
        );
    }

    /// Of eight objects, about each of which as many deeds wait as can beside one that has lapsed, which is about seven others
    /// too.
    #[benchmark]
    fn propose() {
        let scene = collateral::full::<T>();
        collateral::write_deeds::<T>(&scene);
        let deed = Box::new(collateral::pledge::<T>(&scene, &[]));

        #[extrinsic_call]
        _(by(&scene.givers[0].0), Capacity::Own, deed);

        assert_eq!(OpenDeeds::<T>::get(scene.objects[7]).len(), DEEDS_MAX as usize);
        let other = collateral::elsewhere(&scene.objects[7])[6];
        assert_eq!(OpenDeeds::<T>::get(other).len(), DEEDS_MAX as usize - 1);
    }

    /// By the last of seventeen signatories: a pledge of eight objects takes the places of eight reservations.
    #[benchmark]
    fn sign() {
        let scene = collateral::full::<T>();
        let places = collateral::reserved::<T>(&scene);
        let id = collateral::waiting::<T>(&scene, collateral::pledge::<T>(&scene, &places));

        #[extrinsic_call]
        _(by(&scene.bank.0), Capacity::Own, id, DIGEST);

        assert_eq!(Pledges::<T>::get(id).unwrap().collateral.len(), 8);
    }

    /// By one who would pledge and has not signed: the last of the eight places that the pledge would take was given up.
    #[benchmark]
    fn withdraw() {
        let scene = collateral::full::<T>();
        let places = collateral::reserved::<T>(&scene);
        let id = collateral::waiting::<T>(&scene, collateral::pledge::<T>(&scene, &places));
        let (giver, party) = scene.givers[0].clone();
        Deeds::<T>::mutate(id, |waiting| {
            let signatures = &mut waiting.as_mut().unwrap().signatures;
            signatures.retain(|signature| signature.party != party);
        });
        Pallet::<T>::give_up_reservation(by(&scene.bank.0).into(), Capacity::Own, places[7]).unwrap();

        #[extrinsic_call]
        _(by(&giver), Capacity::Own, id);

        assert!(!Deeds::<T>::contains_key(id));
    }

    #[benchmark]
    fn give_up_reservation() {
        let scene = collateral::full::<T>();
        let id = collateral::reserved::<T>(&scene)[0];

        #[extrinsic_call]
        _(by(&scene.bank.0), Capacity::Own, id);

        let (_, status) = Pallet::<T>::reservation_of(id).unwrap();
        assert_eq!(status, ReservationStatus::GivenUp);
    }

    /// Of eight objects.
    #[benchmark]
    fn release() {
        let scene = collateral::full::<T>();
        let id = collateral::pledged::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.bank.0), Capacity::Own, id, None);

        assert_eq!(Pallet::<T>::pledge_of(id).unwrap().1, PledgeStatus::Released);
    }

    /// On eight objects.
    #[benchmark]
    fn record_statutory() {
        let scene = collateral::full::<T>();
        let id = collateral::pledged::<T>(&scene);
        let statutory = Statutory {
            register: StatutoryRegister::MovableFinance,
            number: "05100000012345678901234567890123".parse().unwrap(),
            registered_at: Pallet::<T>::now(),
        };

        #[extrinsic_call]
        _(by(&scene.bank.0), Capacity::Own, id, statutory);

        assert_eq!(Pledges::<T>::get(id).unwrap().statutory, Some(statutory));
    }

    /// On eight objects.
    #[benchmark]
    fn demand_release() {
        let scene = collateral::full::<T>();
        let id = collateral::pledged::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.givers[0].0), Capacity::Own, id, DIGEST);

        assert!(Pledges::<T>::get(id).unwrap().demanded.is_some());
    }

    /// On eight objects.
    #[benchmark]
    fn give_default_notice() {
        let scene = collateral::full::<T>();
        let id = collateral::pledged::<T>(&scene);
        let today = Pallet::<T>::now().day();

        #[extrinsic_call]
        _(by(&scene.bank.0), Capacity::Own, id, today, DIGEST);

        assert!(Pledges::<T>::get(id).unwrap().default.is_some());
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
