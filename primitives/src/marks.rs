//! Marks 备注: what stands against a right, and what each bars.

use crate::{clock::Moment, AuthorityId, Bounded, ConflictId, DeedId, Digest, ObjectionId, RightId, StampId};

pub mod live;
mod order;
mod source;
mod standing;

pub use live::{LiveMark, Numbered};
pub use order::{EntryRange, Order, OrderTerm, Organ, OrganKind};
pub use source::{notice_of, SourceNotice, SourceState};
pub use standing::{queue, standings, MarkStanding, MarkState};

domain! {
    /// The kinds of mark, in the order of the columns of design section 5.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum MarkKind {
        /// Notice of an objection 异议.
        #[codec(index = 0)]
        ObjectionNotice,
        /// Reasoned and time-limited hold.
        #[codec(index = 1)]
        Hold,
        /// Seizure in first rank 查封.
        #[codec(index = 2)]
        SeizureFirst,
        /// Seizure that waits behind another 轮候查封.
        #[codec(index = 3)]
        SeizureWaiting,
        /// Administrative control 行政管制.
        #[codec(index = 4)]
        Control,
        /// Pledge 质押.
        #[codec(index = 5)]
        Pledge,
        /// Priority reservation.
        #[codec(index = 6)]
        Reservation,
        /// Notice about a source of derived data: no column, because it bars nothing and travels.
        #[codec(index = 7)]
        SourceNotice,
    }

    /// What is done to a right, in the order of the rows of design section 5.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum Operation {
        /// Transfer 转移.
        #[codec(index = 0)]
        Transfer,
        /// Exclusive or sole licence.
        #[codec(index = 1)]
        ExclusiveLicence,
        /// Non-exclusive licence.
        #[codec(index = 2)]
        NonExclusiveLicence,
        /// New pledge.
        #[codec(index = 3)]
        NewPledge,
        /// Change of facts, not of scope.
        #[codec(index = 4)]
        Change,
        /// Voluntary cancellation or split.
        #[codec(index = 5)]
        VoluntaryCancellation,
        /// Renewal or a further snapshot.
        #[codec(index = 6)]
        Renewal,
        /// Release or subordination by the holder of the mark.
        #[codec(index = 7)]
        ReleaseByMarkHolder,
        /// Merger, division, death.
        #[codec(index = 8)]
        UniversalSuccession,
        /// Transfer by order of the first-rank court.
        #[codec(index = 9)]
        TransferByFirstRankCourt,
        /// Extinction, revocation, binding judgment.
        #[codec(index = 10)]
        ByInstrument,
        /// Further seizure or control.
        #[codec(index = 11)]
        FurtherSeizure,
        /// Correction of what was registered wrongly: it disposes of nothing.
        #[codec(index = 12)]
        Correction,
    }

    /// What a mark of one kind does to one operation.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Effect {
        /// Nothing.
        #[codec(index = 0)]
        Passes,
        /// The holder of the mark signs, once, for one named case.
        #[codec(index = 1)]
        NeedsConsent,
        /// Refused.
        #[codec(index = 2)]
        Refused,
        /// Passes; the mark travels with the right and its holder is told.
        #[codec(index = 3)]
        Travels,
        /// Passes and the mark ends, its holder told.
        #[codec(index = 4)]
        Ends,
        /// Ends or stays, as the ruling says.
        #[codec(index = 5)]
        AsRuled,
        /// Queues behind the mark.
        #[codec(index = 6)]
        Queues,
    }

    /// A set of rights of one object, one bit each: bit n is the right with number n.
    #[derive(Copy, Default)]
    pub struct RightSet(pub u64);

    /// From what a mark comes.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum MarkSource {
        /// An objection.
        #[codec(index = 0)]
        Objection(ObjectionId),
        /// A conflict between two authorities.
        #[codec(index = 1)]
        Conflict(ConflictId),
        /// A title dispute found in another case, by the digest of that examination's record (NG 22(3)).
        #[codec(index = 2)]
        TitleDispute(Digest),
        /// An instrument in the day book.
        #[codec(index = 3)]
        DayBook(StampId),
        /// A right, or use licence, from which the object was made.
        #[codec(index = 4)]
        SourceRight {
            /// The right.
            right: RightId,
            /// What is to be known of it.
            state: SourceState,
        },
        /// A pledge or reservation, by the deed that made it.
        #[codec(index = 5)]
        Deed(DeedId),
    }

    /// How a mark ended.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum MarkEnd {
        /// The matter was dismissed or withdrawn.
        #[codec(index = 0)]
        Dismissed,
        /// What was decided was carried out.
        #[codec(index = 1)]
        CarriedOut,
        /// Its time ran out.
        #[codec(index = 2)]
        Lapsed,
        /// The organ released it by an instrument.
        #[codec(index = 3)]
        Released,
        /// The second person did not confirm the stamp of its instrument.
        #[codec(index = 4)]
        NotConfirmed,
        /// What there was to be known of the source is over.
        #[codec(index = 6)]
        SourceClear,
        /// Who has it released it or gave it up: a pledgee, or who reserved.
        #[codec(index = 7)]
        GivenUp,
        /// A pledge took its place.
        #[codec(index = 8)]
        Used,
    }

    /// A mark 备注 on an object, numbered densely from 0 in it.
    #[derive(Copy)]
    pub struct Mark {
        /// Layout version, 1.
        pub version: u8,
        /// The kind, by which its effects are looked up.
        pub kind: MarkKind,
        /// The rights against which it stands.
        pub rights: RightSet,
        /// From what it comes.
        pub source: MarkSource,
        /// The authority that recorded it.
        pub authority: AuthorityId,
        /// Since when it stands.
        pub since: Moment,
        /// The first moment at which it no longer stands; nothing while it has no end.
        pub until: Option<Moment>,
        /// When and how it was ended.
        pub ended: Option<(Moment, MarkEnd)>,
        /// The instrument that ordered it, for marks of the day book.
        pub order: Option<Order>,
    }

    /// The effects of all kinds of mark on one operation, in the order of [`MarkKind`].
    pub struct EffectRow {
        /// The operation.
        pub operation: Operation,
        /// One effect for each kind of mark.
        pub effects: [Effect; 7],
    }
}

/// A regime's whole effect matrix: one row for each operation.
pub type EffectMatrix = Bounded<EffectRow, 32>;

impl RightSet {
    /// No right.
    pub const NONE: Self = Self(0);

    /// The set with right `number` added; numbers of 64 and above are in no set.
    pub fn with(self, number: u32) -> Self {
        Self(self.0 | 1u64.checked_shl(number).unwrap_or(0))
    }

    /// Whether right `number` is in the set.
    pub fn contains(self, number: u32) -> bool {
        1u64.checked_shl(number).is_some_and(|bit| self.0 & bit != 0)
    }

    /// The rights that are in both sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The rights of this set that are not in the other.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether every right of this set is in the other.
    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether a right is in both sets.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers in the set, rising.
    pub fn numbers(self) -> impl Iterator<Item = u32> {
        (0..64).filter(move |number| self.contains(*number))
    }
}

impl FromIterator<u32> for RightSet {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        numbers.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Mark {
    /// Whether the mark, looked at by itself, stands at `now`. The end of a seizure that has waited depends on the marks
    /// before it: [`standings`] knows it.
    pub fn stands(&self, now: Moment) -> bool {
        let over = |moment: Option<Moment>| moment.is_some_and(|moment| moment <= now);
        self.since <= now && self.ended.is_none() && !over(self.until) && !over(self.confirm_by())
    }

    /// Whether it stands against right `number`: by name, or as a mark against the registration itself.
    pub fn is_against(&self, number: u32) -> bool {
        self.rights == RightSet::NONE || self.rights.contains(number)
    }

    /// Whether both stand against the same right, or one against the registration itself.
    pub fn shares_rights_with(&self, other: &Self) -> bool {
        self.is_against_any(other.rights) || other.rights == RightSet::NONE
    }

    /// Whether it stands against one of `rights`.
    pub fn is_against_any(&self, rights: RightSet) -> bool {
        self.rights == RightSet::NONE || self.rights.meets(rights)
    }

    /// When it falls unless a second person confirms its stamp.
    pub fn confirm_by(&self) -> Option<Moment> {
        self.order?.confirm_by
    }

    /// When it was ended by an act.
    pub fn ended_at(&self) -> Option<Moment> {
        self.ended.map(|(at, _)| at)
    }
}

impl Operation {
    /// All operations, in the order of the rows.
    pub const ALL: [Self; 13] = [
        Self::Transfer,
        Self::ExclusiveLicence,
        Self::NonExclusiveLicence,
        Self::NewPledge,
        Self::Change,
        Self::VoluntaryCancellation,
        Self::Renewal,
        Self::ReleaseByMarkHolder,
        Self::UniversalSuccession,
        Self::TransferByFirstRankCourt,
        Self::ByInstrument,
        Self::FurtherSeizure,
        Self::Correction,
    ];

    /// Whether only a holder of the right does it, of its own will.
    pub fn is_of_the_holder(self) -> bool {
        matches!(
            self,
            Self::Transfer
                | Self::ExclusiveLicence
                | Self::NonExclusiveLicence
                | Self::NewPledge
                | Self::Change
                | Self::VoluntaryCancellation
        )
    }

    /// Whether it happens by law or by an instrument that no mark bars: the marks travel or end, and their holders are
    /// told (design section 3).
    pub fn is_never_barred(self) -> bool {
        matches!(
            self,
            Self::UniversalSuccession | Self::ByInstrument | Self::FurtherSeizure | Self::Correction
        )
    }
}

impl Effect {
    /// Whether the operation passes without anybody's consent.
    pub fn lets_pass(self) -> bool {
        !matches!(self, Self::NeedsConsent | Self::Refused)
    }
}

impl MarkKind {
    /// The kinds that a regime gives an effect, in the order of the columns.
    pub const ALL: [Self; 7] = [
        Self::ObjectionNotice,
        Self::Hold,
        Self::SeizureFirst,
        Self::SeizureWaiting,
        Self::Control,
        Self::Pledge,
        Self::Reservation,
    ];
}

/// What a mark of kind `mark` does to `operation`; `Refused` where the matrix has no such row: what a regime does not
/// allow is not done. A notice about a source bars nothing in any regime.
pub fn effect(matrix: &EffectMatrix, operation: Operation, mark: MarkKind) -> Effect {
    if mark == MarkKind::SourceNotice {
        return Effect::Travels;
    }
    let column = MarkKind::ALL.iter().position(|kind| *kind == mark);
    matrix
        .iter()
        .find(|row| row.operation == operation)
        .and_then(|row| row.effects.get(column?).copied())
        .unwrap_or(Effect::Refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_rights_holds_what_was_put_in() {
        let set: RightSet = [0, 5, 63].into_iter().collect();
        assert_eq!(set.numbers().collect::<Vec<_>>(), [0, 5, 63]);
        assert!(!set.contains(1) && !set.contains(64) && !set.contains(u32::MAX));
        assert_eq!(RightSet::NONE.with(64), RightSet::NONE);
        assert!(set.meets(RightSet::NONE.with(5)) && !set.meets(RightSet::NONE.with(6)));
        assert_eq!(
            set.without(RightSet::NONE.with(5).with(7))
                .numbers()
                .collect::<Vec<_>>(),
            [0, 63]
        );
        assert!(RightSet::NONE.with(5).is_within(set) && !set.is_within(RightSet::NONE.with(5)));
    }

    #[test]
    fn a_mark_stands_from_its_beginning_until_its_end() {
        let mark = Mark {
            version: 1,
            kind: MarkKind::Hold,
            rights: RightSet::NONE.with(0),
            source: MarkSource::Conflict(ConflictId(1)),
            authority: AuthorityId(1),
            since: Moment(10),
            until: Some(Moment(20)),
            ended: None,
            order: None,
        };
        assert_eq!(
            [9, 10, 19, 20].map(|at| mark.stands(Moment(at))),
            [false, true, true, false]
        );
        let ended = Mark {
            ended: Some((Moment(12), MarkEnd::Dismissed)),
            ..mark
        };
        assert!(!ended.stands(Moment(12)));
    }
}
