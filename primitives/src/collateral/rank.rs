//! Ranks of pledges and reservations on a right: in this ledger by the order of their places, and by statute where the law gives
//! a rank by the time of another register.

use super::Statutory;
use crate::{clock::Moment, marks::RightSet, DeedId, PartyId};
use alloc::vec::Vec;

domain! {
    /// What is secured, or keeps a place for that.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Secured {
        /// A pledge.
        #[codec(index = 0)]
        Pledge,
        /// A reservation of a place for one.
        #[codec(index = 1)]
        Reservation,
    }

    /// A pledge or reservation that stands on an object.
    #[derive(Copy)]
    pub struct Ranked {
        /// The deed that made it.
        pub deed: DeedId,
        /// What it is.
        pub secured: Secured,
        /// For whom it stands.
        pub holder: PartyId,
        /// Against these rights of the object.
        pub rights: RightSet,
        /// Its place on the object: the lower, the earlier.
        #[codec(compact)]
        pub place: u32,
        /// Its registration in a statutory register.
        pub statutory: Option<Statutory>,
    }

    /// The rank of one of them on a right.
    #[derive(Copy)]
    pub struct Rank {
        /// The deed that made it.
        pub deed: DeedId,
        /// What it is.
        pub secured: Secured,
        /// For whom it stands.
        pub holder: PartyId,
        /// Its rank in this ledger, from 1.
        pub ledger: u32,
        /// Its rank by statute, from 1; nothing without a registration in a statutory register, which ranks after all that
        /// have one.
        pub statutory: Option<u32>,
    }
}

/// The ranks on the right with `number`, in the order of this ledger.
pub fn ranks_on(number: u32, standing: &[Ranked]) -> Vec<Rank> {
    let mut on: Vec<&Ranked> = standing
        .iter()
        .filter(|one| one.rights.contains(number))
        .collect();
    on.sort_by_key(|one| one.place);
    let mut by_statute: Vec<(Moment, DeedId)> = on
        .iter()
        .filter_map(|one| Some((one.statutory?.registered_at, one.deed)))
        .collect();
    // What was registered at the same moment stays in the order of this ledger.
    by_statute.sort_by_key(|(at, _)| *at);
    let statutory = |deed: DeedId| (1..).zip(&by_statute).find(|(_, (_, known))| *known == deed);
    (1..)
        .zip(on)
        .map(|(ledger, one)| Rank {
            deed: one.deed,
            secured: one.secured,
            holder: one.holder,
            ledger,
            statutory: statutory(one.deed).map(|(rank, _)| rank),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collateral::StatutoryRegister;

    fn ranked(deed: u64, place: u32, rights: &[u32], at: Option<u64>) -> Ranked {
        Ranked {
            deed: DeedId(deed),
            secured: Secured::Pledge,
            holder: PartyId(deed),
            rights: rights.iter().copied().collect(),
            place,
            statutory: at.map(|at| Statutory {
                register: StatutoryRegister::MovableFinance,
                number: "12345".parse().unwrap(),
                registered_at: Moment(at),
            }),
        }
    }

    fn shown(number: u32, standing: &[Ranked]) -> Vec<(u64, u32, Option<u32>)> {
        let ranks = ranks_on(number, standing);
        ranks
            .iter()
            .map(|rank| (rank.deed.0, rank.ledger, rank.statutory))
            .collect()
    }

    #[test]
    fn the_earlier_place_has_the_earlier_rank() {
        let standing = [ranked(5, 9, &[0, 1], None), ranked(8, 2, &[0], None)];
        assert_eq!(shown(0, &standing), [(8, 1, None), (5, 2, None)]);
        assert_eq!(shown(1, &standing), [(5, 1, None)]);
        assert_eq!(shown(2, &standing), []);
    }

    #[test]
    fn an_earlier_time_in_a_statutory_register_gives_another_order() {
        let standing = [
            ranked(1, 0, &[0], Some(200)),
            ranked(2, 1, &[0], Some(100)),
            ranked(3, 2, &[0], None),
        ];
        assert_eq!(
            shown(0, &standing),
            [(1, 1, Some(2)), (2, 2, Some(1)), (3, 3, None)]
        );
    }
}
