//! Whether pledges, reservations, ranks and deeds of the chain are those of the model.

use super::{
    chain::Chain,
    compare::today,
    secured::{PledgeStanding, ReservationStanding, Secured},
    state::{Party, Register},
    words::set,
};
use crate::{Encumbrances, Runtime};
use quanji_primitives::{
    collateral::{PledgeStatus, ReservationStatus, Secured as What, Sum},
    marks::RightSet,
    v1::{PledgeRecord, ReservationRecord},
    DeedId, ObjectId, PartyId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Of each object that is pledged: the rights, the mark, the place.
type Items = Vec<(ObjectId, RightSet, u32, u32)>;

/// What anyone sees of a pledge.
#[derive(PartialEq, Debug)]
struct PledgeSeen {
    status: PledgeStatus,
    pledgee: PartyId,
    items: Items,
    secured: Sum,
    through: u64,
    statutory: Option<u64>,
    overdue_from: Option<u64>,
    noticed_on: Option<u64>,
}

fn day(day: quanji_primitives::clock::Day) -> u64 {
    u64::try_from(day.0).unwrap()
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap()
}

fn pledge_on_chain((record, status): (PledgeRecord, PledgeStatus)) -> PledgeSeen {
    let items = record.collateral.iter();
    PledgeSeen {
        status,
        pledgee: today(record.pledgee),
        items: items
            .map(|one| (one.object, one.rights, one.mark, one.place))
            .collect(),
        secured: record.secured,
        through: day(record.through),
        statutory: record.statutory.map(|statutory| statutory.registered_at.0),
        overdue_from: record.demanded.map(|demand| demand.overdue_from.0),
        noticed_on: record.default.map(|notice| day(notice.given_on)),
    }
}

fn same_pledges(chain: &Chain, register: &Register, place: usize) {
    for (deed, pledge) in &register.pledges {
        if pledge.items.iter().all(|item| item.object != place) {
            continue;
        }
        let items = pledge.items.iter().map(|item| {
            let rights = set(&register.mark(item.object, item.mark).rights);
            let object = chain.objects[item.object];
            (object, rights, number(item.mark), number(item.place))
        });
        let ours = PledgeSeen {
            status: match register.pledge_standing(pledge) {
                PledgeStanding::Live => PledgeStatus::Live,
                PledgeStanding::Overdue => PledgeStatus::Overdue,
                PledgeStanding::Lapsed => PledgeStatus::Lapsed,
                PledgeStanding::Released => PledgeStatus::Released,
                PledgeStanding::Enforced => PledgeStatus::Enforced,
            },
            pledgee: chain.parties[pledge.pledgee],
            items: items.collect(),
            secured: Sum::of_cny(pledge.secured),
            through: pledge.through,
            statutory: pledge.statutory,
            overdue_from: pledge.demanded,
            noticed_on: pledge.default,
        };
        let theirs = Encumbrances::pledge_of(chain.deed(*deed)).map(pledge_on_chain);
        assert_eq!(theirs, Some(ours), "pledge {deed}");
    }
}

fn same_reservations(chain: &Chain, register: &Register, place: usize) {
    let here = register.reservations.iter();
    for (deed, reservation) in here.filter(|(_, reservation)| reservation.object == place) {
        let status = match register.reservation_standing(reservation) {
            ReservationStanding::Standing => ReservationStatus::Standing,
            ReservationStanding::Lapsed => ReservationStatus::Lapsed,
            ReservationStanding::GivenUp => ReservationStatus::GivenUp,
            ReservationStanding::Used => ReservationStatus::Used,
            ReservationStanding::Ended => ReservationStatus::Ended,
        };
        let holders: BTreeSet<PartyId> = reservation
            .holders
            .iter()
            .map(|party| chain.parties[*party])
            .collect();
        let ours = (
            status,
            chain.parties[reservation.financier],
            holders,
            number(reservation.mark),
            reservation.used_by.map(|pledge| chain.deed(pledge)),
        );
        let found = Encumbrances::reservation_of(chain.deed(*deed));
        let theirs = found.map(|(record, status): (ReservationRecord, ReservationStatus)| {
            let holders = record.holders.iter().map(|party| today(*party)).collect();
            (
                status,
                today(record.financier),
                holders,
                record.mark,
                record.used_by,
            )
        });
        assert_eq!(theirs, Some(ours), "reservation {deed}");
    }
}

/// The ranks on a right, in the ledger and by statute.
fn same_ranks(chain: &Chain, register: &Register, place: usize) {
    let standing = register.secured_on(place);
    for right in 0..number(register.objects[place].rights.len()) {
        let on = |one: &&Secured| register.mark(place, one.mark).rights.contains(&right);
        let on: Vec<&Secured> = standing.iter().filter(on).collect();
        // Before one come those that a statutory register had before, and of the same moment those before it here.
        let statutory = |which: usize| {
            let at = on[which].statutory?;
            let before = (0..on.len()).filter(|other| {
                on[*other]
                    .statutory
                    .is_some_and(|theirs| (theirs, *other) < (at, which))
            });
            Some(number(before.count() + 1))
        };
        let ours: Vec<_> = on
            .iter()
            .enumerate()
            .map(|(which, one)| {
                let what = if one.reserves {
                    What::Reservation
                } else {
                    What::Pledge
                };
                let holder = chain.parties[one.holder];
                (
                    chain.deed(one.deed),
                    what,
                    holder,
                    number(which + 1),
                    statutory(which),
                )
            })
            .collect();
        let theirs: Vec<_> = Encumbrances::ranks(chain.objects[place], right)
            .into_iter()
            .map(|rank| (rank.deed, rank.secured, rank.holder, rank.ledger, rank.statutory))
            .collect();
        assert_eq!(theirs, ours, "ranks on right {right} of object {place}");
    }
}

/// The deeds that wait: who has signed each, and who is still to sign.
fn same_deeds(chain: &Chain, register: &Register, place: usize) {
    type Waiting = BTreeMap<DeedId, (BTreeSet<PartyId>, BTreeSet<PartyId>)>;
    let parties = |parties: &BTreeSet<usize>| parties.iter().map(|party| chain.parties[*party]).collect();
    let ours = register.waiting_on(place).into_iter().map(|number| {
        let deed = &register.deeds[number];
        let signers = register.deed_fits(&deed.matter).unwrap_or_default();
        let left = signers.difference(&deed.signed).copied().collect();
        (chain.deed(number), (parties(&deed.signed), parties(&left)))
    });
    let theirs = Encumbrances::deeds_on(chain.objects[place])
        .into_iter()
        .map(|(id, waiting)| {
            let signed = waiting.signatures.iter();
            let signed = signed.map(|signature| today(signature.party)).collect();
            let left = Encumbrances::deed_signatures_missing(id).into_iter().collect();
            (id, (signed, left))
        });
    let (ours, theirs): (Waiting, Waiting) = (ours.collect(), theirs.collect());
    assert_eq!(theirs, ours, "deeds on object {place}");
}

impl Chain {
    /// All of these were told, each for its mark, by one entry on an object.
    pub fn told_all(&self, object: usize, told: &BTreeSet<(usize, Party)>) {
        let told: BTreeSet<_> = told
            .iter()
            .map(|(mark, party)| (number(*mark), Some(self.parties[*party])))
            .collect();
        let mut entries = self.told.iter().filter(|(told, _)| *told == self.objects[object]);
        let found = entries.any(|(_, by)| by.iter().copied().collect::<BTreeSet<_>>() == told);
        assert!(found, "{told:?} were told of an order: {:?}", self.told);
    }
}

/// Everything about the collateral of an object.
pub fn same_collateral(chain: &Chain, register: &Register, place: usize) {
    assert_eq!(chain.deeds.len(), register.deeds.len());
    let pledges = pallet_encumbrances::Pledges::<Runtime>::iter_keys().count();
    let reservations = pallet_encumbrances::Reservations::<Runtime>::iter_keys().count();
    let known = (register.pledges.len(), register.reservations.len());
    assert_eq!((pledges, reservations), known);
    same_pledges(chain, register, place);
    same_reservations(chain, register, place);
    same_ranks(chain, register, place);
    same_deeds(chain, register, place);
}
