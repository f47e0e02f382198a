//! Benchmarks of the calls, each in its worst case: as many rights as a certificate can list, held jointly by sixteen parties, sixteen
//! documents, objects with as many rights as they can hold.

use super::*;
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use quanji_primitives::{
    capacity::{Capacity, Via},
    clock::Moment,
    conflict::{ConflictSide, Ruling},
    directory::Register,
    ending::Correction,
    filing::{Evidence, EvidenceKind},
    marks::RightSet,
    objection::{
        Decided, Disposition, ObjectionGround, ObjectionStage, Representative, Side, REPRESENTATIVES_MAX,
    },
    written_notice::Channel,
    Bounded, ConflictId, Digest, ObjectId, ObjectionId, PartyId, PowerId,
};

/// What the benchmarks find on the chain.
pub struct Scene<AccountId> {
    /// An examiner of the first object's authority, with as many affiliates as an officer can have.
    pub examiner: AccountId,
    /// A reviewer of it, another person.
    pub reviewer: AccountId,
    /// The account of a party without rights.
    pub objector: AccountId,
    /// Sixteen parties with their accounts, in rising order.
    pub registrants: Vec<(AccountId, PartyId)>,
    /// Two live objects of different authorities, under a regime that hears objections, with as many rights as an object can
    /// hold, all held jointly by the registrants.
    pub objects: [ObjectId; 2],
    /// As many rights of the first object as one certificate can list, on one.
    pub rights: RightSet,
}

/// Prepares objects, persons and time for benchmarks.
pub trait BenchmarkHelper<AccountId> {
    /// Sets the scene.
    fn prepare() -> Scene<AccountId>;

    /// Moves register time forward.
    fn advance(days: u32);
}

const DIGEST: Digest = Digest::Sha2_256([9; 32]);

fn scene<T: Config>() -> Scene<T::AccountId> {
    T::BenchmarkHelper::prepare()
}

fn by<AccountId: Clone>(account: &AccountId) -> RawOrigin<AccountId> {
    RawOrigin::Signed(account.clone())
}

fn documents(byte: u8) -> Bounded<Evidence, 16> {
    let document = |number| Evidence {
        kind: EvidenceKind::Other,
        digest: Digest::Sha2_256([byte.wrapping_add(number); 32]),
    };
    Bounded::truncate_from((0..16).map(document).collect())
}

/// An objection with as many agents as can be remembered.
fn filed<T: Config>(scene: &Scene<T::AccountId>) -> ObjectionId {
    let contested = (scene.objects[0], scene.rights, scene.registrants[0].1);
    let ground = ObjectionGround::Title;
    let id = Pallet::<T>::do_object(
        &scene.objector,
        Capacity::Own,
        contested,
        ground,
        DIGEST,
        documents(1),
    )
    .unwrap();
    let agent = |number| Representative {
        side: Side::Objector,
        via: Via::Agent {
            agent: PartyId(number),
            power: PowerId(number),
        },
    };
    Objections::<T>::mutate(id, |objection| {
        let agents = (0..u64::from(REPRESENTATIVES_MAX)).map(agent).collect();
        objection.as_mut().unwrap().representatives = Bounded::truncate_from(agents);
    });
    id
}

fn notified<T: Config>(scene: &Scene<T::AccountId>) -> ObjectionId {
    let id = filed::<T>(scene);
    let by_examiner = by(&scene.examiner).into();
    Pallet::<T>::notify_registrant(by_examiner, id, Channel::Ledger, DIGEST).unwrap();
    id
}

fn contested<T: Config>(scene: &Scene<T::AccountId>) -> ObjectionId {
    let id = notified::<T>(scene);
    let registrant = by(&scene.registrants[0].0).into();
    Pallet::<T>::answer_objection(registrant, Capacity::Own, id, None, DIGEST).unwrap();
    id
}

/// Concluded, and accepted by the objector and by all holders but the last.
fn concluded<T: Config>(scene: &Scene<T::AccountId>) -> ObjectionId {
    let id = contested::<T>(scene);
    let by_examiner = by(&scene.examiner).into();
    Pallet::<T>::conclude(by_examiner, id, Disposition::Cancel, DIGEST, Channel::Ledger).unwrap();
    let holders = scene.registrants.iter().map(|(account, _)| account);
    for account in holders.take(15).chain([&scene.objector]) {
        Pallet::<T>::answer_conclusion(by(account).into(), Capacity::Own, id, true).unwrap();
    }
    id
}

fn unaccepted<T: Config>(scene: &Scene<T::AccountId>) -> ObjectionId {
    let id = concluded::<T>(scene);
    let last = by(&scene.registrants[15].0).into();
    Pallet::<T>::answer_conclusion(last, Capacity::Own, id, false).unwrap();
    id
}

fn decided<T: Config>(scene: &Scene<T::AccountId>) -> ObjectionId {
    let id = concluded::<T>(scene);
    let last = by(&scene.registrants[15].0).into();
    Pallet::<T>::answer_conclusion(last, Capacity::Own, id, true).unwrap();
    id
}

fn until<T: Config>() -> Moment {
    Pallet::<T>::now().day().plus(30).start()
}

fn propose<T: Config>(scene: &Scene<T::AccountId>, id: ObjectionId) {
    Pallet::<T>::propose_hold(by(&scene.examiner).into(), id, until::<T>(), DIGEST).unwrap();
}

fn hold<T: Config>(scene: &Scene<T::AccountId>, id: ObjectionId) {
    propose::<T>(scene, id);
    Pallet::<T>::confirm_hold(by(&scene.reviewer).into(), id).unwrap();
}

fn sides<AccountId>(scene: &Scene<AccountId>) -> [ConflictSide; 2] {
    scene.objects.map(ConflictSide::Object)
}

fn stage<T: Config>(id: ObjectionId) -> ObjectionStage {
    Objections::<T>::get(id).unwrap().stage
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn object() {
        let scene = scene::<T>();
        let contested = scene.objects[0];

        #[extrinsic_call]
        _(
            by(&scene.objector),
            Capacity::Own,
            contested,
            scene.rights,
            scene.registrants[0].1,
            ObjectionGround::Title,
            DIGEST,
            documents(1),
        );

        assert_eq!(T::Register::object(contested).unwrap().open_objections.len(), 1);
    }

    #[benchmark]
    fn return_objection() {
        let scene = scene::<T>();
        let id = filed::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.examiner), id, Channel::Ledger, DIGEST);

        assert_eq!(stage::<T>(id), ObjectionStage::Returned);
    }

    #[benchmark]
    fn complete_objection() {
        let scene = scene::<T>();
        let id = filed::<T>(&scene);
        let examiner = by(&scene.examiner).into();
        Pallet::<T>::return_objection(examiner, id, Channel::Ledger, DIGEST).unwrap();

        #[extrinsic_call]
        _(by(&scene.objector), Capacity::Own, id, documents(2));

        assert_eq!(stage::<T>(id), ObjectionStage::Filed);
    }

    #[benchmark]
    fn notify_registrant() {
        let scene = scene::<T>();
        let id = filed::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.examiner), id, Channel::Ledger, DIGEST);

        assert_eq!(stage::<T>(id), ObjectionStage::Notified);
    }

    #[benchmark]
    fn record_delivery() {
        let scene = scene::<T>();
        let id = filed::<T>(&scene);
        let examiner = by(&scene.examiner).into();
        Pallet::<T>::notify_registrant(examiner, id, Channel::Post, DIGEST).unwrap();

        #[extrinsic_call]
        _(by(&scene.examiner), id, Pallet::<T>::now());

        let notice = Objections::<T>::get(id).unwrap().notified.unwrap();
        assert!(notice.delivered_at.is_some());
    }

    /// By the last of sixteen co-holders who agree.
    #[benchmark]
    fn answer_objection() {
        let scene = scene::<T>();
        let id = notified::<T>(&scene);
        let cancel = Some(Disposition::Cancel);
        for (account, _) in scene.registrants.iter().take(15) {
            Pallet::<T>::answer_objection(by(account).into(), Capacity::Own, id, cancel, DIGEST).unwrap();
        }

        #[extrinsic_call]
        _(by(&scene.registrants[15].0), Capacity::Own, id, cancel, DIGEST);

        assert_eq!(stage::<T>(id), ObjectionStage::Decided);
    }

    #[benchmark]
    fn conclude() {
        let scene = scene::<T>();
        let id = contested::<T>(&scene);

        #[extrinsic_call]
        _(
            by(&scene.examiner),
            id,
            Disposition::Cancel,
            DIGEST,
            Channel::Ledger,
        );

        assert_eq!(stage::<T>(id), ObjectionStage::Concluded);
    }

    /// By the last of sixteen co-holders who accept.
    #[benchmark]
    fn answer_conclusion() {
        let scene = scene::<T>();
        let id = concluded::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.registrants[15].0), Capacity::Own, id, true);

        assert_eq!(stage::<T>(id), ObjectionStage::Decided);
    }

    #[benchmark]
    fn prove_court() {
        let scene = scene::<T>();
        let id = unaccepted::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.objector), Capacity::Own, id, DIGEST);

        assert_eq!(stage::<T>(id), ObjectionStage::InCourt);
    }

    #[benchmark]
    fn decide_by_instrument() {
        let scene = scene::<T>();
        let id = unaccepted::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.reviewer), id, Disposition::Cancel, DIGEST);

        assert_eq!(stage::<T>(id), ObjectionStage::Decided);
    }

    /// Of a cancellation of as many rights as a certificate can list, which are held.
    #[benchmark]
    fn execute() {
        let scene = scene::<T>();
        let id = decided::<T>(&scene);
        hold::<T>(&scene, id);

        #[extrinsic_call]
        _(by(&scene.reviewer), id);

        assert_eq!(stage::<T>(id), ObjectionStage::Closed);
    }

    /// Of a change for which the rights are held, with a text of `t` bytes.
    #[benchmark]
    fn execute_change(t: Linear<0, 16_384>) {
        let scene = scene::<T>();
        let id = decided::<T>(&scene);
        hold::<T>(&scene, id);
        Objections::<T>::mutate(id, |objection| {
            let decided = Decided::BothAccepted;
            objection.as_mut().unwrap().decided = Some((Disposition::Change, decided));
        });
        let text = alloc::vec![b'a'; t as usize];
        let facts = Correction {
            description: Some(Digest::sha2_256(&text)),
            industry: Some(96),
            form: None,
            level: None,
        };

        #[extrinsic_call]
        _(
            by(&scene.reviewer),
            id,
            Box::new(facts),
            Some(Bounded::truncate_from(text)),
        );

        assert_eq!(stage::<T>(id), ObjectionStage::Closed);
    }

    /// Of an objection for which the rights are held.
    #[benchmark]
    fn withdraw_objection() {
        let scene = scene::<T>();
        let id = unaccepted::<T>(&scene);
        hold::<T>(&scene, id);

        #[extrinsic_call]
        _(by(&scene.objector), Capacity::Own, id);

        assert_eq!(stage::<T>(id), ObjectionStage::Withdrawn);
    }

    /// Of an objection for which the rights are held.
    #[benchmark]
    fn close() {
        let scene = scene::<T>();
        let id = unaccepted::<T>(&scene);
        hold::<T>(&scene, id);
        T::BenchmarkHelper::advance(25);

        #[extrinsic_call]
        _(by(&scene.reviewer), id);

        assert_eq!(stage::<T>(id), ObjectionStage::Lapsed);
    }

    #[benchmark]
    fn propose_hold() {
        let scene = scene::<T>();
        let id = unaccepted::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.examiner), id, until::<T>(), DIGEST);

        assert!(Objections::<T>::get(id).unwrap().proposed_hold.is_some());
    }

    #[benchmark]
    fn confirm_hold() {
        let scene = scene::<T>();
        let id = unaccepted::<T>(&scene);
        propose::<T>(&scene, id);

        #[extrinsic_call]
        _(by(&scene.reviewer), id);

        assert!(Objections::<T>::get(id).unwrap().hold_mark.is_some());
    }

    #[benchmark]
    fn lift_hold() {
        let scene = scene::<T>();
        let id = unaccepted::<T>(&scene);
        hold::<T>(&scene, id);

        #[extrinsic_call]
        _(by(&scene.reviewer), id, DIGEST);

        let number = Objections::<T>::get(id).unwrap().hold_mark.unwrap();
        assert!(!Pallet::<T>::stands(scene.objects[0], number));
    }

    /// Between two objects with as many rights as they can hold.
    #[benchmark]
    fn raise_conflict() {
        let scene = scene::<T>();
        let [own, other] = sides(&scene);

        #[extrinsic_call]
        _(by(&scene.examiner), own, other, DIGEST);

        assert!(Conflicts::<T>::contains_key(ConflictId(LastConflict::<T>::get())));
    }

    #[benchmark]
    fn decide_conflict() {
        let scene = scene::<T>();
        let [own, other] = sides(&scene);
        Pallet::<T>::raise_conflict(by(&scene.examiner).into(), own, other, DIGEST).unwrap();
        let id = ConflictId(LastConflict::<T>::get());
        let department: OriginFor<T> = T::DepartmentOrigin::try_successful_origin().unwrap();

        #[extrinsic_call]
        _(department as OriginFor<T>, id, [Ruling::Stands; 2], DIGEST);

        assert!(Conflicts::<T>::get(id).unwrap().decision.is_some());
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
