//! Deeds for tests.

use quanji_primitives::{
    capacity::Via,
    clock::{Day, Moment},
    collateral::{Deed, DeedMatter, Offered, OpenDeed, PledgeForm, PledgeTerms, ReservationTerms, Sum},
    marks::RightSet,
    terms::PartySignature,
    DeedId, Digest, ObjectId, PartyId, RightId,
};

/// The object that is dealt with.
pub const OBJECT: ObjectId = ObjectId((1 << 48) | 5);
/// The right of it.
pub const RIGHT: RightId = RightId {
    object: OBJECT,
    index: 2,
};
/// A pledge that is changed.
pub const PLEDGE: DeedId = DeedId((1 << 48) | 7);
/// Who holds the right.
pub const HOLDER: PartyId = PartyId((1 << 48) | 3);
/// Who is secured.
pub const BANK: PartyId = PartyId((1 << 48) | 4);
/// The first moment at which a deed can no longer be signed: 2026-09-24 00:00 in China.
pub const OPEN_UNTIL: Moment = Moment(1_790_179_200_000);

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn rights() -> RightSet {
    RightSet::NONE.with(RIGHT.index)
}

/// A pledge of the right in the place of deed 9.
pub fn pledge() -> DeedMatter {
    let offered = Offered {
        object: OBJECT,
        rights: rights(),
        reservation: Some(DeedId(9)),
    };
    DeedMatter::Pledge(PledgeTerms {
        form: PledgeForm::Mortgage,
        pledgee: BANK,
        offered: vec![offered].try_into().unwrap(),
        secured: Sum::of_cny(2_800_000_050),
        through: day("2028-12-18"),
    })
}

/// One deed of each kind.
pub fn every_matter() -> [DeedMatter; 6] {
    let (pledge_of, object, rights) = (PLEDGE, OBJECT, rights());
    [
        DeedMatter::Reservation(ReservationTerms {
            object,
            rights,
            financier: BANK,
            maximum: Sum::of_cny(100),
        }),
        pledge(),
        DeedMatter::Amendment {
            pledge: pledge_of,
            secured: Some(Sum::of_cny(200)),
            through: Some(day("2030-12-31")),
            with_later_ranks: true,
        },
        DeedMatter::Assignment {
            pledge: pledge_of,
            to: BANK,
        },
        DeedMatter::Subordination {
            pledge: pledge_of,
            behind: DeedId(9),
            object,
        },
        DeedMatter::Enforcement {
            pledge: pledge_of,
            object,
            rights,
            to: BANK,
            agreed_on: day("2027-01-15"),
            surplus: Digest::Sha2_256([1; 32]),
        },
    ]
}

/// A deed that the holder has signed.
pub fn open(matter: DeedMatter) -> OpenDeed {
    let signature = PartySignature {
        party: HOLDER,
        via: Via::Own,
        at: Moment(1),
    };
    OpenDeed {
        version: 1,
        deed: Deed {
            matter,
            document: Digest::Sha2_256([2; 32]),
            open_until: OPEN_UNTIL,
        },
        signatures: vec![signature].try_into().unwrap(),
    }
}
