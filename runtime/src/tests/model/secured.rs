//! What stands of pledges and reservations, for whom, and in which order.

use super::{
    acts::{Act, Measure},
    collateral::{Closed, Deed, DeedMatter, DeedNumber, Item, Pledge, Reservation},
    marks::{Kind, Mark},
    state::{Party, Register},
    time::{end_of, Moment},
};
use std::collections::BTreeSet;

/// So many marks of parties an object has room for.
const ROOM: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PledgeStanding {
    Live,
    Overdue,
    Lapsed,
    Released,
    Enforced,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReservationStanding {
    Standing,
    Lapsed,
    GivenUp,
    Used,
    Ended,
}

/// A pledge or reservation that stands on an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secured {
    pub place: usize,
    pub deed: DeedNumber,
    pub mark: usize,
    pub holder: Party,
    pub reserves: bool,
    pub statutory: Option<Moment>,
}

impl Mark {
    pub fn is_collateral(&self) -> bool {
        matches!(self.kind, Kind::Pledge | Kind::Reservation)
    }
}

impl Register {
    /// The objects that a deed is about; nothing when the pledge that it is about was never made.
    pub fn objects_of(&self, matter: &DeedMatter) -> Option<Vec<usize>> {
        let of_pledge = |pledge: &DeedNumber| {
            let pledge = self.pledges.get(pledge)?;
            Some(pledge.items.iter().map(|item| item.object).collect())
        };
        match matter {
            DeedMatter::Reservation { object, .. }
            | DeedMatter::Subordination { object, .. }
            | DeedMatter::Enforcement { object, .. } => Some(vec![*object]),
            DeedMatter::Pledge { offered, .. } => Some(offered.iter().map(|one| one.object).collect()),
            DeedMatter::Amendment { pledge, .. } | DeedMatter::Assignment { pledge, .. } => of_pledge(pledge),
        }
    }

    /// The deeds that wait about an object.
    pub fn waiting_on(&self, object: usize) -> Vec<DeedNumber> {
        let about = |deed: &Deed| {
            let objects = self.objects_of(&deed.matter).unwrap_or_default();
            deed.waits && objects.contains(&object)
        };
        let deeds = self.deeds.iter().enumerate();
        deeds
            .filter(|(_, deed)| about(deed))
            .map(|(number, _)| number)
            .collect()
    }

    pub fn mark(&self, object: usize, mark: usize) -> &Mark {
        &self.objects[object].marks[mark]
    }

    /// Where a pledge stands on an object, unless that ended but by time.
    pub fn item(&self, pledge: &Pledge, object: usize) -> Option<Item> {
        let mut items = pledge.items.iter();
        let item = *items.find(|item| item.object == object)?;
        self.mark(object, item.mark).closed.is_none().then_some(item)
    }

    /// All of those.
    pub fn items(&self, pledge: &Pledge) -> Vec<Item> {
        let items = pledge.items.iter();
        items.filter_map(|item| self.item(pledge, item.object)).collect()
    }

    pub fn pledge_standing(&self, pledge: &Pledge) -> PledgeStanding {
        let closed = pledge
            .items
            .iter()
            .map(|item| self.mark(item.object, item.mark).closed);
        let closed: Vec<_> = closed.collect();
        if closed.iter().all(Option::is_some) {
            let released = closed.iter().all(|how| *how == Some(Closed::GivenUp));
            return if released {
                PledgeStanding::Released
            } else {
                PledgeStanding::Enforced
            };
        }
        if self.now >= end_of(pledge.through) {
            PledgeStanding::Lapsed
        } else if pledge.demanded.is_some_and(|overdue| self.now >= overdue) {
            PledgeStanding::Overdue
        } else {
            PledgeStanding::Live
        }
    }

    pub fn reservation_standing(&self, reservation: &Reservation) -> ReservationStanding {
        let mark = self.mark(reservation.object, reservation.mark);
        match mark.closed {
            Some(Closed::GivenUp) => ReservationStanding::GivenUp,
            Some(Closed::Used) => ReservationStanding::Used,
            Some(Closed::CarriedOut) => ReservationStanding::Ended,
            None if mark.stands() => ReservationStanding::Standing,
            None => ReservationStanding::Lapsed,
        }
    }

    /// A pledge that stands.
    pub fn standing_pledge(&self, pledge: DeedNumber) -> Result<&Pledge, &'static str> {
        let pledge = self.pledges.get(&pledge).ok_or("PledgeNotFound")?;
        match self.pledge_standing(pledge) {
            PledgeStanding::Live | PledgeStanding::Overdue => Ok(pledge),
            _ => Err("PledgeNotStanding"),
        }
    }

    /// Pledges and reservations that stand on an object, the first rank first.
    pub fn secured_on(&self, object: usize) -> Vec<Secured> {
        let of_pledges = self.pledges.iter().flat_map(|(deed, pledge)| {
            let items = pledge.items.iter().filter(move |item| item.object == object);
            items.map(|item| Secured {
                place: item.place,
                deed: *deed,
                mark: item.mark,
                holder: pledge.pledgee,
                reserves: false,
                statutory: pledge.statutory,
            })
        });
        let reserved = self.reservations.iter();
        let reserved = reserved.filter(|(_, reservation)| reservation.object == object);
        let of_reservations = reserved.map(|(deed, reservation)| Secured {
            place: reservation.mark,
            deed: *deed,
            mark: reservation.mark,
            holder: reservation.financier,
            reserves: true,
            statutory: None,
        });
        let mut all: Vec<Secured> = of_pledges.chain(of_reservations).collect();
        all.retain(|one| self.mark(object, one.mark).stands());
        all.sort_by_key(|one| one.place);
        all
    }

    /// Who is told of what an organ orders against rights of an object: everyone secured on them, each for its mark.
    pub fn told_by(&self, act: &Act) -> Option<(usize, BTreeSet<(usize, Party)>)> {
        let Act::Stamp {
            object,
            measure: Measure::Seizure { rights, .. } | Measure::Control { rights, .. },
            ..
        } = act
        else {
            return None;
        };
        let secured = self.secured_on(*object).into_iter();
        let met = secured.filter(|one| !self.mark(*object, one.mark).rights.is_disjoint(rights));
        Some((*object, met.map(|one| (one.mark, one.holder)).collect()))
    }

    /// For whom a mark stands, where it stands for a party.
    pub fn holder_of_mark(&self, object: usize, mark: usize) -> Option<Party> {
        let pledged = self.pledges.values().find_map(|pledge| {
            let here = |item: &Item| item.object == object && item.mark == mark;
            pledge.items.iter().any(here).then_some(pledge.pledgee)
        });
        pledged.or_else(|| {
            let mut reserved = self.reservations.values();
            let here = |one: &&Reservation| one.object == object && one.mark == mark;
            reserved.find(here).map(|one| one.financier)
        })
    }

    /// Who holds these rights of an object.
    pub fn holders_of_all(&self, object: usize, rights: &BTreeSet<u32>) -> BTreeSet<Party> {
        let of = &self.objects[object];
        rights.iter().flat_map(|number| of.holders_of(*number)).collect()
    }

    /// Who holds what stands under a pledge.
    pub fn pledgors(&self, pledge: &Pledge) -> BTreeSet<Party> {
        let items = self.items(pledge).into_iter();
        items
            .flat_map(|item| {
                let rights = &self.mark(item.object, item.mark).rights;
                self.holders_of_all(item.object, rights)
            })
            .collect()
    }

    /// Whether an object has room for another mark of a party, after some have ended.
    pub fn has_room(&self, object: usize, ending: usize) -> bool {
        let of_party = |mark: &&Mark| {
            let of_parties = matches!(mark.kind, Kind::Notice | Kind::Hold) || mark.is_collateral();
            mark.stands() && of_parties
        };
        let standing = self.objects[object].marks.iter().filter(of_party).count();
        standing - ending < ROOM
    }
}
