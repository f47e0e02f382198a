//! Benchmarks of the calls, each in its worst case: an object with as many rights and marks as it can hold, licences four levels
//! deep, sixteen holders of the right of first registration who sign.

use super::*;
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use quanji_primitives::{
    capacity::{Capacity, Via},
    case::MarkConsent,
    clock::Moment,
    codes::PURPOSES,
    directory::Register,
    rights::RightKind,
    terms::{
        regions::{BEYOND_THE_BORDER, PROVINCES},
        DepartmentConsent, EndCause, EndKind, ExportRoute, ExportRouteKind, LicenceFiling, LicenceKind,
        LicenceTerms, Medium, Offer, PartySignature, Quantity, QuantityUnit, Region,
    },
    v1::{LicenceRecord, Reported, RightStatus, VERSION},
    Bounded, Digest, ObjectId, PartyId,
};

/// What the benchmarks find on the chain.
pub struct Scene<AccountId> {
    /// An examiner of the object's authority, with as many affiliates as an officer can have.
    pub examiner: AccountId,
    /// A reviewer of it, another person.
    pub reviewer: AccountId,
    /// Sixteen parties with their accounts, in rising order, who jointly hold right 0, an operating right in force.
    pub holders: Vec<(AccountId, PartyId)>,
    /// Parties with their accounts: the licensee of right 1, which comes from 0; of 2, from 1; of 3 and all further rights, from
    /// 2; and a party without rights.
    pub licensees: [(AccountId, PartyId); 4],
    /// A live object with [`RIGHTS`] such rights and as many live marks of another right as it can have, under a regime in which a licence is
    /// a filing with voucher.
    pub object: ObjectId,
}

/// The rights of the scene's object: one less than it can hold.
pub const RIGHTS: u32 = 63;

/// Prepares objects, persons and time for benchmarks.
pub trait BenchmarkHelper<AccountId> {
    /// Sets the scene.
    fn prepare() -> Scene<AccountId>;

    /// Puts a pledge of the party in the place of the first mark, against right 0.
    fn put_pledge(object: ObjectId, pledgee: PartyId);
}

/// The rights from which the rights of the scene come; nothing for the first.
pub fn parent_of(number: u32) -> Option<u32> {
    match number {
        0 => None,
        1 | 2 => Some(number - 1),
        _ => Some(2),
    }
}

const DIGEST: Digest = Digest::Sha2_256([9; 32]);
const AGREEMENT: EndCause = EndCause::Agreement { document: DIGEST };
const ORDER: EndCause = EndCause::Order { document: DIGEST };

/// Terms with every member, below `level` other licences.
fn terms<T: Config>(level: u8) -> LicenceTerms {
    let valid_until = Pallet::<T>::now().day().plus(365).end();
    let provinces = PROVINCES
        .iter()
        .chain(&BEYOND_THE_BORDER)
        .map(|(code, ..)| Region(*code));
    LicenceTerms {
        kind: LicenceKind::NonExclusive,
        gives: RightKind::ProcessingUse,
        purposes: Bounded::truncate_from(PURPOSES.iter().map(|(code, ..)| *code).collect()),
        territory: Bounded::truncate_from(provinces.chain([Region::ABROAD]).collect()),
        media: Bounded::truncate_from(alloc::vec![Medium::Interface, Medium::DataSet]),
        quantity: Some(Quantity {
            unit: QuantityUnit::Calls,
            number: 1_000_000_000 >> (8 * level),
        }),
        valid_until,
        sublicensing: 3 - level,
        export: Some(ExportRoute {
            kind: ExportRouteKind::SecurityAssessment,
            document: DIGEST,
            until: valid_until,
        }),
        department_consent: Some(DepartmentConsent {
            number: "12345678901234567890123456789012".parse().unwrap(),
            document: DIGEST,
        }),
        authorisation: None,
        in_return_for: None,
    }
}

/// The scene, with the terms of its licences.
pub fn scene<T: Config>() -> Scene<T::AccountId> {
    let scene = T::BenchmarkHelper::prepare();
    for number in 1..RIGHTS {
        let licence = LicenceRecord {
            version: VERSION,
            terms: terms::<T>(number.min(3) as u8 - 1),
            policy: DIGEST,
            contract: DIGEST,
            root_signed: false,
            subject_to: Default::default(),
            reported: Reported::default(),
        };
        Licences::<T>::insert(scene.object, number, licence);
    }
    scene
}

fn by<AccountId: Clone>(account: &AccountId) -> RawOrigin<AccountId> {
    RawOrigin::Signed(account.clone())
}

fn filing<T: Config>(scene: &Scene<T::AccountId>) -> LicenceFiling {
    LicenceFiling {
        parent: 3,
        licensee: scene.licensees[3].1,
        terms: terms::<T>(3),
        policy: DIGEST,
        contract: DIGEST,
        root_signs: true,
        subject_to: Bounded::default(),
        open_until: Pallet::<T>::now().day().plus(30).end(),
    }
}

fn signature<T: Config>(party: PartyId) -> PartySignature {
    let (via, at) = (Via::Own, Pallet::<T>::now());
    PartySignature { party, via, at }
}

/// An offer that all but the licensee have signed, after 31 others.
fn offered<T: Config>(scene: &Scene<T::AccountId>) {
    let signatories = scene.holders.iter().chain([&scene.licensees[2]]);
    let signatures = signatories.map(|(_, party)| signature::<T>(*party)).collect();
    let offer = Offer {
        version: VERSION,
        filing: filing::<T>(scene),
        signatures: Bounded::truncate_from(signatures),
    };
    write_offers::<T>(scene.object, &offer);
}

/// As many offers as an object can hold.
fn write_offers<T: Config>(object: ObjectId, offer: &Offer) {
    for number in 1..=OFFERS_MAX {
        Offers::<T>::insert(object, number, offer);
    }
    OpenOffers::<T>::insert(object, Bounded::truncate_from((1..=OFFERS_MAX).collect()));
    LastOffer::<T>::insert(object, OFFERS_MAX);
}

fn proposed<T: Config>(scene: &Scene<T::AccountId>) {
    let origin = by(&scene.licensees[0].0).into();
    Pallet::<T>::propose_end(origin, Capacity::Own, scene.object, 2, AGREEMENT).unwrap();
}

fn assert_ended<T: Config>(object: ObjectId, number: u32) {
    let right = T::Register::right(object, number).unwrap();
    assert!(matches!(right.status, RightStatus::Ended(_)));
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// After as many lapsed offers as an object can hold.
    #[benchmark]
    fn offer() {
        let scene = scene::<T>();
        let mut lapsed = Offer {
            version: VERSION,
            filing: filing::<T>(&scene),
            signatures: Bounded::truncate_from(alloc::vec![signature::<T>(scene.licensees[2].1)]),
        };
        lapsed.filing.open_until = Moment(1);
        write_offers::<T>(scene.object, &lapsed);
        let filing = Box::new(filing::<T>(&scene));

        #[extrinsic_call]
        _(by(&scene.licensees[2].0), Capacity::Own, scene.object, filing);

        assert_eq!(OpenOffers::<T>::get(scene.object).as_slice(), [OFFERS_MAX + 1]);
    }

    /// By the last of eighteen signatories.
    #[benchmark]
    fn accept() {
        let scene = scene::<T>();
        offered::<T>(&scene);

        #[extrinsic_call]
        _(
            by(&scene.licensees[3].0),
            Capacity::Own,
            scene.object,
            OFFERS_MAX,
            DIGEST,
        );

        assert!(Licences::<T>::contains_key(scene.object, RIGHTS));
    }

    #[benchmark]
    fn withdraw_offer() {
        let scene = scene::<T>();
        offered::<T>(&scene);

        #[extrinsic_call]
        _(by(&scene.licensees[3].0), Capacity::Own, scene.object, OFFERS_MAX);

        assert!(!Offers::<T>::contains_key(scene.object, OFFERS_MAX));
    }

    /// For breach, by a sole licensor: sixty licences fall with it.
    #[benchmark]
    fn propose_end() {
        let scene = scene::<T>();
        let breach = EndCause::Breach { notice: DIGEST };

        #[extrinsic_call]
        _(by(&scene.licensees[0].0), Capacity::Own, scene.object, 2, breach);

        assert_ended::<T>(scene.object, 2);
    }

    /// By the last signatory: sixty licences fall with it.
    #[benchmark]
    fn sign_end() {
        let scene = scene::<T>();
        proposed::<T>(&scene);

        #[extrinsic_call]
        _(
            by(&scene.licensees[1].0),
            Capacity::Own,
            scene.object,
            2,
            AGREEMENT,
        );

        assert_ended::<T>(scene.object, 2);
    }

    #[benchmark]
    fn withdraw_end() {
        let scene = scene::<T>();
        proposed::<T>(&scene);

        #[extrinsic_call]
        _(
            by(&scene.licensees[1].0),
            Capacity::Own,
            scene.object,
            2,
            EndKind::Agreement,
        );

        assert_eq!(Pallet::<T>::proposed_ends(scene.object, 2), alloc::vec![]);
    }

    /// On a licence with sixty sub-licences.
    #[benchmark]
    fn report_use() {
        let scene = scene::<T>();

        #[extrinsic_call]
        _(
            by(&scene.licensees[1].0),
            Capacity::Own,
            scene.object,
            2,
            10_000_000_000,
            DIGEST,
        );

        let reported = Licences::<T>::get(scene.object, 2).unwrap().reported;
        assert!(reported.over_since.is_some());
    }

    #[benchmark]
    fn order_end() {
        let scene = scene::<T>();

        #[extrinsic_call]
        _(by(&scene.examiner), scene.object, 1, ORDER);

        assert_eq!(Pallet::<T>::proposed_ends(scene.object, 1).len(), 1);
    }

    /// Sixty-one licences fall with it.
    #[benchmark]
    fn confirm_end() {
        let scene = scene::<T>();
        Pallet::<T>::order_end(by(&scene.examiner).into(), scene.object, 1, ORDER).unwrap();

        #[extrinsic_call]
        _(by(&scene.reviewer), scene.object, 1);

        assert_ended::<T>(scene.object, 1);
    }

    /// To an offer below three other licences, while as many marks stand as the object can hold.
    #[benchmark]
    fn consent_to_offer() {
        let scene = scene::<T>();
        offered::<T>(&scene);
        T::BenchmarkHelper::put_pledge(scene.object, scene.licensees[0].1);

        #[extrinsic_call]
        _(
            by(&scene.licensees[0].0),
            Capacity::Own,
            scene.object,
            OFFERS_MAX,
            0,
        );

        assert_eq!(Pallet::<T>::offer_consents(scene.object, OFFERS_MAX).len(), 1);
    }

    #[benchmark]
    fn revoke_offer_consent() {
        let scene = scene::<T>();
        offered::<T>(&scene);
        T::BenchmarkHelper::put_pledge(scene.object, scene.licensees[0].1);
        let (account, party) = &scene.licensees[0];
        let signed = signature::<T>(*party);
        let given = (0..CONSENTS_MAX).map(|mark| MarkConsent {
            mark,
            party: signed.party,
            via: signed.via,
            at: signed.at,
        });
        let given = Bounded::truncate_from(given.collect());
        OfferConsents::<T>::insert(scene.object, OFFERS_MAX, given);

        #[extrinsic_call]
        _(by(account), Capacity::Own, scene.object, OFFERS_MAX, 0);

        assert_eq!(
            OfferConsents::<T>::get(scene.object, OFFERS_MAX).len(),
            CONSENTS_MAX as usize - 1
        );
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
