//! Objects, deeds, pledges and reservations for the benchmarks of collateral, each as large as can be.

use super::{BenchmarkHelper, DIGEST, OF_PARTIES, OF_SOURCES};
use crate::{deeds::Signed, Config, Deeds, OpenDeeds, Pallet, DEEDS_MAX};
use alloc::vec::Vec;
use quanji_primitives::{
    capacity::Via,
    collateral::{Deed, DeedMatter, Offered, OpenDeed, PledgeForm, PledgeTerms, ReservationTerms, Sum},
    marks::{Mark, MarkKind, MarkSource, RightSet},
    terms::PartySignature,
    v1::VERSION,
    Bounded, ConflictId, DeedId, ObjectId, PartyId,
};

/// What the benchmarks of collateral find on the chain.
pub struct Scene<AccountId> {
    /// Sixteen parties with their accounts, who jointly hold right 0 of each object.
    pub givers: Vec<(AccountId, PartyId)>,
    /// A financier.
    pub bank: (AccountId, PartyId),
    /// Eight live objects in rising order, of which right 0 is one to operate, in force.
    pub objects: Vec<ObjectId>,
}

const RIGHT: RightSet = RightSet(1);

/// The scene; on each object stand as many marks that bar no pledge as leave two places.
pub fn full<T: Config>() -> Scene<T::AccountId> {
    let scene = T::BenchmarkHelper::prepare_collateral();
    for object in &scene.objects {
        let notice = Mark {
            version: VERSION,
            kind: MarkKind::ObjectionNotice,
            rights: RIGHT,
            source: MarkSource::Conflict(ConflictId(1)),
            authority: object.authority(),
            since: Pallet::<T>::now(),
            until: None,
            ended: None,
            order: None,
        };
        let of_source = Mark {
            kind: MarkKind::SourceNotice,
            rights: RightSet::NONE,
            ..notice
        };
        let mut marks = alloc::vec![notice; OF_PARTIES - 2];
        marks.extend(core::iter::repeat_n(of_source, OF_SOURCES));
        T::BenchmarkHelper::put_marks(*object, &marks);
    }
    scene
}

fn deed<T: Config>(matter: DeedMatter) -> Deed {
    Deed {
        matter,
        document: DIGEST,
        open_until: Pallet::<T>::now().day().plus(30).end(),
    }
}

/// A pledge of all objects, in the places of `reservations` where there are some.
pub fn pledge<T: Config>(scene: &Scene<T::AccountId>, reservations: &[DeedId]) -> Deed {
    let offered = scene.objects.iter().enumerate().map(|(place, object)| Offered {
        object: *object,
        rights: RIGHT,
        reservation: reservations.get(place).copied(),
    });
    deed::<T>(DeedMatter::Pledge(PledgeTerms {
        form: PledgeForm::Pledge,
        pledgee: scene.bank.1,
        offered: Bounded::truncate_from(offered.collect()),
        secured: Sum::of_cny(1),
        through: Pallet::<T>::now().day().plus(365),
    }))
}

fn signatures<T: Config>(parties: impl Iterator<Item = PartyId>) -> Signed {
    let sign = |party| PartySignature {
        party,
        via: Via::Own,
        at: Pallet::<T>::now(),
    };
    Bounded::truncate_from(parties.map(sign).collect())
}

/// A deed that all but the bank have signed.
pub fn waiting<T: Config>(scene: &Scene<T::AccountId>, deed: Deed) -> DeedId {
    let id = DeedId::new(scene.objects[0].authority(), 1).unwrap();
    let signatures = signatures::<T>(scene.givers.iter().map(|(_, party)| *party));
    for object in &scene.objects {
        OpenDeeds::<T>::insert(object, Bounded::truncate_from(alloc::vec![id]));
    }
    let version = VERSION;
    Deeds::<T>::insert(
        id,
        OpenDeed {
            version,
            deed,
            signatures,
        },
    );
    id
}

/// As many deeds as can wait about each object beside another one.
pub fn write_deeds<T: Config>(scene: &Scene<T::AccountId>) {
    let id = waiting::<T>(scene, pledge::<T>(scene, &[]));
    let one = Deeds::<T>::get(id).unwrap();
    let ids: Vec<DeedId> = (1..DEEDS_MAX).map(|number| DeedId(number.into())).collect();
    for id in &ids {
        Deeds::<T>::insert(id, &one);
    }
    for object in &scene.objects {
        OpenDeeds::<T>::insert(object, Bounded::truncate_from(ids.clone()));
    }
}

fn carried_out<T: Config>(scene: &Scene<T::AccountId>, serial: u64, deed: Deed) -> DeedId {
    let id = DeedId::new(scene.objects[0].authority(), serial).unwrap();
    let all = scene.givers.iter().chain([&scene.bank]).map(|(_, party)| *party);
    let signatures = signatures::<T>(all);
    let last = *signatures.last().unwrap();
    Pallet::<T>::complete(id, deed, signatures, last).unwrap();
    id
}

/// A place of the bank on each object.
pub fn reserved<T: Config>(scene: &Scene<T::AccountId>) -> Vec<DeedId> {
    let each = (100..).zip(&scene.objects);
    each.map(|(serial, object)| {
        let terms = ReservationTerms {
            object: *object,
            rights: RIGHT,
            financier: scene.bank.1,
            maximum: Sum::of_cny(1),
        };
        let matter = DeedMatter::Reservation(terms);
        carried_out::<T>(scene, serial, deed::<T>(matter))
    })
    .collect()
}

/// All objects, pledged to the bank.
pub fn pledged<T: Config>(scene: &Scene<T::AccountId>) -> DeedId {
    carried_out::<T>(scene, 99, pledge::<T>(scene, &[]))
}
