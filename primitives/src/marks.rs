//! Marks 备注: what stands against a right, and what each bars.

use crate::Bounded;

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

impl MarkKind {
    /// All kinds, in the order of the columns.
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
/// allow is not done.
pub fn effect(matrix: &EffectMatrix, operation: Operation, mark: MarkKind) -> Effect {
    let column = MarkKind::ALL.iter().position(|kind| *kind == mark);
    matrix
        .iter()
        .find(|row| row.operation == operation)
        .and_then(|row| row.effects.get(column?).copied())
        .unwrap_or(Effect::Refused)
}
