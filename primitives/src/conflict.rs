//! Conflicts between two authorities over the same data: clocks stop and the competent department decides.

use crate::{
    clock::{Due, Moment},
    AuthorityId, CaseId, Digest, ObjectId, OfficerId,
};

domain! {
    /// One side of a conflict.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum ConflictSide {
        /// A case on its way.
        #[codec(index = 0)]
        Case(CaseId),
        /// A registered object.
        #[codec(index = 1)]
        Object(ObjectId),
    }

    /// What the department decides for one side.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Ruling {
        /// The case goes on, the entry stands.
        #[codec(index = 0)]
        Stands,
        /// The case is to be refused; the entry is to be corrected by its authority.
        #[codec(index = 1)]
        Yields,
    }

    /// The department's decision.
    #[derive(Copy)]
    pub struct ConflictDecision {
        /// For the first and the second side.
        pub rulings: [Ruling; 2],
        /// Digest of the decision.
        pub document: Digest,
        /// When it was made.
        pub at: Moment,
    }

    /// A conflict between two authorities.
    #[derive(Copy)]
    pub struct Conflict {
        /// Layout version, 1.
        pub version: u8,
        /// The two sides, of different authorities.
        pub sides: [ConflictSide; 2],
        /// The officer who reported it.
        pub raised_by: OfficerId,
        /// When.
        pub raised_at: Moment,
        /// Digest of the report.
        pub report: Digest,
        /// Last day of the department's decision, fixed when reported.
        pub due: Due,
        /// The notices on the objects of the two sides.
        pub marks: [Option<u32>; 2],
        /// The decision.
        pub decision: Option<ConflictDecision>,
    }
}

impl ConflictSide {
    /// The authority of this side.
    pub fn authority(&self) -> AuthorityId {
        match self {
            Self::Case(case) => case.authority(),
            Self::Object(object) => object.authority(),
        }
    }
}
