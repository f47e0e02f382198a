//! Objects, deeds, pledges and reservations for the benchmarks of collateral, each as large as can be.

use super::{BenchmarkHelper, DIGEST, OF_PARTIES, OF_SOURCES};
use crate::{deeds::Signed, Config, Deeds, OpenDeeds, Pallet, Pledges, DEEDS_MAX};
use alloc::vec::Vec;
use quanji_primitives::{
    capacity::Via,
    clock::{Day, Moment},
    collateral::{Deed, DeedMatter, Offered, OpenDeed, PledgeForm, PledgeTerms, ReservationTerms, Sum},
    directory::Register,
    marks::{Mark, MarkKind, MarkSource, RightSet},
    terms::PartySignature,
    v1::{Collateral, PledgeRecord, VERSION},
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

/// Seven other objects, of which nothing else is known.
pub fn elsewhere(object: &ObjectId) -> Vec<ObjectId> {
    let others = (1..8).map(|number| object.serial() * 8 + number);
    others
        .map(|serial| ObjectId::new(object.authority(), serial).unwrap())
        .collect()
}

/// As many deeds as can wait about each object beside another one, all different; and one more about each that has lapsed, and is
/// about seven other objects too, the lists of which are full.
pub fn write_deeds<T: Config>(scene: &Scene<T::AccountId>) {
    let parties = scene.givers.iter().rev().map(|(_, party)| *party);
    let open = OpenDeed {
        version: VERSION,
        deed: pledge::<T>(scene, &[]),
        signatures: signatures::<T>(parties),
    };
    for (place, object) in (0..).zip(&scene.objects) {
        let ids: Vec<DeedId> = (0..DEEDS_MAX)
            .map(|number| DeedId((place * DEEDS_MAX + number).into()))
            .collect();
        for id in &ids {
            Deeds::<T>::insert(id, &open);
        }
        let mut about = elsewhere(object);
        about.push(*object);
        Deeds::<T>::insert(ids[0], lapsed::<T>(&open, &about));
        for object in &about {
            OpenDeeds::<T>::insert(object, Bounded::truncate_from(ids.clone()));
        }
    }
}

/// The deed, about these objects and no longer open.
fn lapsed<T: Config>(open: &OpenDeed, objects: &[ObjectId]) -> OpenDeed {
    let mut lapsed = open.clone();
    lapsed.deed.open_until = Pallet::<T>::now();
    if let DeedMatter::Pledge(terms) = &mut lapsed.deed.matter {
        let offered = objects.iter().map(|object| Offered {
            object: *object,
            rights: RIGHT,
            reservation: None,
        });
        terms.offered = Bounded::truncate_from(offered.collect());
    }
    lapsed
}

/// Lets every mark of a pledge on an object come from one that is as large as can be.
pub fn write_pledges<T: Config>(object: ObjectId) {
    let mut marks = T::Register::marks(object);
    let of_pledges = (0..)
        .zip(&mut marks)
        .filter(|(_, mark)| mark.kind == MarkKind::Pledge);
    for (number, mark) in of_pledges {
        let deed = DeedId(u64::from(number));
        mark.source = MarkSource::Deed(deed);
        Pledges::<T>::insert(deed, large(object, number, mark.rights));
    }
    T::BenchmarkHelper::put_marks(object, &marks);
}

fn large(object: ObjectId, number: u32, rights: RightSet) -> PledgeRecord {
    let item = |object| Collateral {
        object,
        rights,
        mark: number,
        place: number,
    };
    let items = elsewhere(&object).into_iter().chain([object]).map(item);
    PledgeRecord {
        version: VERSION,
        form: PledgeForm::Pledge,
        pledgors: Bounded::truncate_from((0..64).map(PartyId).collect()),
        pledgee: PartyId(0),
        collateral: Bounded::truncate_from(items.collect()),
        secured: Sum::of_cny(1),
        contract: DIGEST,
        through: Day::from_date(2050, 1, 1).unwrap(),
        entered_at: Moment(0),
        statutory: None,
        demanded: None,
        default: None,
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
