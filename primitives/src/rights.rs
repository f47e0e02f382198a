//! The three rights, who holds them, and for how long.

use crate::{Bounded, PartyId};

domain! {
    /// The three rights of the structural separation 三权分置. There is no other.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum RightKind {
        /// Right to hold 数据(资源)持有权.
        #[codec(index = 0)]
        Holding,
        /// Right to process and use 数据加工使用权.
        #[codec(index = 1)]
        ProcessingUse,
        /// Right to operate 数据(产品)经营权: to transfer, license, contribute and give security (NG 3).
        #[codec(index = 2)]
        Operating,
    }

    /// A set of right kinds, one bit each: bit 0 holding, bit 1 processing-use, bit 2 operating.
    #[derive(Copy, Default)]
    pub struct RightKinds(pub u8);

    /// A co-holder's share.
    #[derive(Copy)]
    pub struct Share {
        /// The co-holder.
        pub party: PartyId,
        /// Parts of [`SHARES_WHOLE`].
        #[codec(compact)]
        pub parts: u32,
    }

    /// Who holds one right.
    #[serde(rename_all = "snake_case")]
    pub enum Holders {
        /// One party.
        #[codec(index = 0)]
        Sole(PartyId),
        /// Two to sixteen parties jointly, in rising order.
        #[codec(index = 1)]
        Joint(Bounded<PartyId, MAX_HOLDERS>),
        /// Two to sixteen parties by shares that add up to one whole, in rising order of the party.
        #[codec(index = 2)]
        Shares(Bounded<Share, MAX_HOLDERS>),
    }

    /// A right claimed in an application.
    #[derive(Copy)]
    pub struct Claim {
        /// The kind.
        pub kind: RightKind,
        /// Years of validity asked for; the regime has a limit.
        pub years: u8,
    }
}

/// The most co-holders one right may have.
pub const MAX_HOLDERS: u32 = 16;

/// Shares are parts of this number.
pub const SHARES_WHOLE: u32 = 1_000_000;

impl RightKind {
    /// All three, in their order.
    pub const ALL: [Self; 3] = [Self::Holding, Self::ProcessingUse, Self::Operating];

    const fn bit(self) -> u8 {
        match self {
            Self::Holding => 1,
            Self::ProcessingUse => 2,
            Self::Operating => 4,
        }
    }
}

impl RightKinds {
    /// No right.
    pub const NONE: Self = Self(0);
    /// All three.
    pub const ALL: Self = Self(7);
    /// Holding and processing-use.
    pub const HOLDING_AND_USE: Self = Self(3);
    /// Holding only.
    pub const HOLDING: Self = Self(1);
    /// Processing-use only.
    pub const USE: Self = Self(2);
    /// Operating only.
    pub const OPERATING: Self = Self(4);

    /// Whether `kind` is in the set.
    pub const fn contains(self, kind: RightKind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// The set with `kind` added.
    pub const fn with(self, kind: RightKind) -> Self {
        Self(self.0 | kind.bit())
    }
}

impl FromIterator<RightKind> for RightKinds {
    fn from_iter<I: IntoIterator<Item = RightKind>>(kinds: I) -> Self {
        kinds.into_iter().fold(Self::NONE, Self::with)
    }
}

/// Why a list of holders is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HoldersError {
    /// A joint or shared right needs at least two holders.
    TooFew,
    /// Holders must stand in rising order, each once.
    NotInOrder,
    /// A share is zero, or the shares do not add up to one whole.
    NotOneWhole,
}

impl Holders {
    /// Checks number, order and shares.
    pub fn check(&self) -> Result<(), HoldersError> {
        let parties = self.parties();
        let rising = parties
            .windows(2)
            .all(|pair| matches!(pair, [first, second] if first < second));
        match self {
            Self::Sole(_) => return Ok(()),
            Self::Joint(_) | Self::Shares(_) if parties.len() < 2 => return Err(HoldersError::TooFew),
            Self::Joint(_) | Self::Shares(_) if !rising => return Err(HoldersError::NotInOrder),
            Self::Joint(_) => return Ok(()),
            Self::Shares(_) => {}
        }
        let Self::Shares(shares) = self else { return Ok(()) };
        let whole = shares.iter().try_fold(0u32, |sum, share| {
            if share.parts == 0 {
                return None;
            }
            sum.checked_add(share.parts)
        });
        (whole == Some(SHARES_WHOLE))
            .then_some(())
            .ok_or(HoldersError::NotOneWhole)
    }

    /// Whether all of `current` who give up their right are out of it: either none of them is among these holders, or
    /// these are some of them and nobody else.
    pub fn is_left_by(&self, current: &Self) -> bool {
        let (new, old) = (self.parties(), current.parties());
        let stays = |party: &PartyId| old.contains(party);
        let (none, only) = (!new.iter().any(stays), new.iter().all(stays));
        none || (only && new.len() < old.len())
    }

    /// The holders after `from` has passed `parts` of the right on to `to`; nothing unless they hold by shares and `from`
    /// has as many, or when the right would have too many holders.
    pub fn after_passing(&self, from: PartyId, to: PartyId, parts: u32) -> Option<Self> {
        let Self::Shares(shares) = self else { return None };
        let has = shares.iter().find(|share| share.party == from)?.parts;
        if from == to || parts == 0 || parts > has {
            return None;
        }
        let mut after: alloc::vec::Vec<Share> = shares.to_vec();
        if !after.iter().any(|share| share.party == to) {
            after.push(Share { party: to, parts: 0 });
        }
        for share in &mut after {
            if share.party == from {
                share.parts = share.parts.saturating_sub(parts);
            } else if share.party == to {
                share.parts = share.parts.saturating_add(parts);
            }
        }
        after.retain(|share| share.parts > 0);
        after.sort_by_key(|share| share.party);
        if let [only] = after.as_slice() {
            return Some(Self::Sole(only.party));
        }
        after.try_into().ok().map(Self::Shares)
    }

    /// The parties, in order.
    pub fn parties(&self) -> alloc::vec::Vec<PartyId> {
        match self {
            Self::Sole(party) => alloc::vec![*party],
            Self::Joint(parties) => parties.to_vec(),
            Self::Shares(shares) => shares.iter().map(|share| share.party).collect(),
        }
    }

    /// How many they are.
    pub fn count(&self) -> u32 {
        let count = match self {
            Self::Sole(_) => 1,
            Self::Joint(parties) => parties.len(),
            Self::Shares(shares) => shares.len(),
        };
        // At most `MAX_HOLDERS`.
        u32::try_from(count).unwrap_or(MAX_HOLDERS)
    }

    /// Whether `party` is one of them.
    pub fn contains(&self, party: PartyId) -> bool {
        match self {
            Self::Sole(holder) => *holder == party,
            Self::Joint(parties) => parties.contains(&party),
            Self::Shares(shares) => shares.iter().any(|share| share.party == party),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joint(ids: &[u64]) -> Holders {
        Holders::Joint(
            ids.iter()
                .map(|id| PartyId(*id))
                .collect::<Vec<_>>()
                .try_into()
                .unwrap(),
        )
    }

    fn shares(parts: &[(u64, u32)]) -> Holders {
        let shares: Vec<_> = parts
            .iter()
            .map(|(id, parts)| Share {
                party: PartyId(*id),
                parts: *parts,
            })
            .collect();
        Holders::Shares(shares.try_into().unwrap())
    }

    #[test]
    fn co_holders_stand_once_in_rising_order() {
        assert_eq!(joint(&[1, 2, 9]).check(), Ok(()));
        assert_eq!(joint(&[1]).check(), Err(HoldersError::TooFew));
        assert_eq!(joint(&[2, 1]).check(), Err(HoldersError::NotInOrder));
        assert_eq!(joint(&[1, 1]).check(), Err(HoldersError::NotInOrder));
        assert!(joint(&[1, 2]).contains(PartyId(2)));
        assert!(!joint(&[1, 2]).contains(PartyId(3)));
    }

    #[test]
    fn shares_add_up_to_one_whole() {
        assert_eq!(shares(&[(1, 250_000), (2, 750_000)]).check(), Ok(()));
        assert_eq!(
            shares(&[(1, 250_000), (2, 750_001)]).check(),
            Err(HoldersError::NotOneWhole)
        );
        assert_eq!(
            shares(&[(1, 0), (2, 1_000_000)]).check(),
            Err(HoldersError::NotOneWhole)
        );
        assert_eq!(
            shares(&[(1, u32::MAX), (2, 1_000_001)]).check(),
            Err(HoldersError::NotOneWhole)
        );
        assert_eq!(shares(&[(1, 1_000_000)]).check(), Err(HoldersError::TooFew));
    }

    #[test]
    fn a_share_passes_from_who_has_it() {
        let before = shares(&[(1, 250_000), (3, 750_000)]);
        let pass = |from, to, parts| before.after_passing(PartyId(from), PartyId(to), parts);
        assert_eq!(
            pass(3, 2, 500_000),
            Some(shares(&[(1, 250_000), (2, 500_000), (3, 250_000)]))
        );
        assert_eq!(pass(3, 2, 750_000), Some(shares(&[(1, 250_000), (2, 750_000)])));
        assert_eq!(pass(1, 3, 1), Some(shares(&[(1, 249_999), (3, 750_001)])));
        assert_eq!(pass(1, 3, 250_000), Some(Holders::Sole(PartyId(3))));
        for refused in [(1, 2, 250_001), (1, 2, 0), (1, 1, 1), (2, 1, 1)] {
            assert_eq!(pass(refused.0, refused.1, refused.2), None);
        }
        let whole = Holders::Sole(PartyId(1)).after_passing(PartyId(1), PartyId(2), 1);
        assert_eq!(whole, None);
        let sixteen = shares(
            &[1; 16]
                .map(|_| 62_500)
                .iter()
                .zip(1..)
                .map(|(parts, id)| (id, *parts))
                .collect::<Vec<_>>(),
        );
        assert_eq!(sixteen.check(), Ok(()));
        assert_eq!(sixteen.after_passing(PartyId(1), PartyId(17), 1), None);
        assert!(sixteen.after_passing(PartyId(1), PartyId(17), 62_500).is_some());
    }

    proptest::proptest! {
        /// Whatever share passes, the holders are in order and make one whole, and who gave has so much less.
        #[test]
        fn shares_stay_one_whole_when_one_passes(
            cuts in proptest::collection::btree_set(1..SHARES_WHOLE, 1..15),
            from in 0usize..16,
            to in 0u64..20,
            parts in 1..SHARES_WHOLE,
        ) {
            let edges: Vec<u32> = [0].into_iter().chain(cuts).chain([SHARES_WHOLE]).collect();
            let before: Vec<(u64, u32)> = (0..).zip(edges.windows(2).map(|edge| edge[1] - edge[0])).collect();
            let (giver, has) = before[from % before.len()];
            let after = shares(&before).after_passing(PartyId(giver), PartyId(to), parts);
            let room = before.len() < 16 || before.iter().any(|(party, _)| *party == to) || parts == has;
            proptest::prop_assert_eq!(after.is_some(), giver != to && parts <= has && room);
            if let Some(after) = after {
                proptest::prop_assert_eq!(after.check(), Ok(()));
                let left = match &after {
                    Holders::Shares(shares) => shares
                        .iter()
                        .find(|share| share.party == PartyId(giver))
                        .map_or(0, |share| share.parts),
                    _ => 0,
                };
                proptest::prop_assert_eq!(left, has - parts);
            }
        }
    }

    #[test]
    fn who_gives_a_right_up_is_out_of_it() {
        let left = |new: &Holders, old: &Holders| new.is_left_by(old);
        let one = |id| Holders::Sole(PartyId(id));
        assert!(left(&one(2), &one(1)) && left(&joint(&[3, 4]), &joint(&[1, 2])));
        assert!(left(&one(1), &joint(&[1, 2])));
        assert!(!left(&one(1), &one(1)) && !left(&joint(&[1, 2]), &one(1)));
        assert!(!left(&joint(&[2, 3]), &joint(&[1, 2])) && !left(&joint(&[1, 2]), &joint(&[1, 2])));
    }

    #[test]
    fn a_set_of_kinds_holds_what_was_put_in() {
        let set = RightKinds::NONE
            .with(RightKind::Holding)
            .with(RightKind::Operating);
        assert_eq!(RightKind::ALL.map(|kind| set.contains(kind)), [true, false, true]);
    }
}
