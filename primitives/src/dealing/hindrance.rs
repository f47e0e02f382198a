//! What stands in the way of an operation, marks and all else, in one form: what it is, since when, and who can remove it.

use super::{Obstacle, Remover};
use crate::{
    clock::Moment,
    marks::{Effect, MarkKind, MarkSource},
    CaseId, PartyId,
};

domain! {
    /// What stands in the way of an operation on a right.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Cause {
        /// A mark.
        #[codec(index = 0)]
        Mark {
            /// Its number on the object.
            #[codec(compact)]
            mark: u32,
            /// Its kind; of a seizure, by its rank now.
            kind: MarkKind,
            /// From what it comes.
            source: MarkSource,
        },
        /// The regime version has no such act (NG 32), or creates no rights (NG 15).
        #[codec(index = 1)]
        NotInRegime,
        /// The regime gives the power to do this to the operating right alone, and none is in force on the same certificate
        /// (NG 3).
        #[codec(index = 2)]
        NoPowerToDispose,
        /// The right is a licence: its terms and its end are a matter of the licence, not of a certificate.
        #[codec(index = 3)]
        OfALicence,
        /// The right, or one on which it hangs, was ended.
        #[codec(index = 4)]
        Ended {
            /// The right that was ended.
            #[codec(compact)]
            right: u32,
            /// By the entry of the object with this number.
            #[codec(compact)]
            entry: u32,
        },
        /// The term of the right, or of one on which it hangs, is over. It can be renewed.
        #[codec(index = 5)]
        Lapsed {
            /// The right whose term is over.
            #[codec(compact)]
            right: u32,
        },
        /// The time to file the renewal has not come, or has passed (NG 36).
        #[codec(index = 6)]
        OutOfWindow,
        /// A licence in force: exclusive or sole, it bars others where their terms overlap; of whatever kind, it bars the
        /// cancellation of the right from which it comes unless its licensee signs.
        #[codec(index = 7)]
        Licence {
            /// Its number among the rights of the object.
            #[codec(compact)]
            right: u32,
            /// Who holds it.
            licensee: PartyId,
        },
        /// Another open case about the right.
        #[codec(index = 8)]
        Case(CaseId),
        /// A holder is locked: what it holds is passing to its successors (S023).
        #[codec(index = 9)]
        InSuccession(PartyId),
        /// A holder is suspended.
        #[codec(index = 10)]
        Suspended(PartyId),
        /// A holder was erased at her own request, and acts no more.
        #[codec(index = 11)]
        Erased(PartyId),
        /// A fact of bad faith bars the party from filing for a term (S047).
        #[codec(index = 12)]
        Barred(PartyId),
        /// The party that asks does not hold the right.
        #[codec(index = 13)]
        NotAHolder(PartyId),
    }

    /// Something that stands in the way of an operation on a right now.
    #[derive(Copy)]
    pub struct Hindrance {
        /// What it is.
        pub cause: Cause,
        /// What it does to the operation: refuses it, or asks for somebody's consent.
        pub effect: Effect,
        /// Since when it stands, as far as the register knows a moment.
        pub since: Option<Moment>,
        /// When it will no longer stand, as far as it is known.
        pub until: Option<Moment>,
        /// Who can remove it.
        pub remover: Remover,
    }
}

impl Hindrance {
    /// What refuses the operation and has no known beginning or end.
    pub fn lasting(cause: Cause, remover: Remover) -> Self {
        Hindrance {
            cause,
            effect: Effect::Refused,
            since: None,
            until: None,
            remover,
        }
    }

    /// The number and the kind of the mark, where it is one.
    pub fn mark(&self) -> Option<(u32, MarkKind)> {
        match self.cause {
            Cause::Mark { mark, kind, .. } => Some((mark, kind)),
            _ => None,
        }
    }
}

impl From<Obstacle> for Hindrance {
    fn from(obstacle: Obstacle) -> Self {
        let Obstacle {
            mark,
            kind,
            effect,
            since,
            until,
            source,
            remover,
        } = obstacle;
        Hindrance {
            cause: Cause::Mark { mark, kind, source },
            effect,
            since: Some(since),
            until,
            remover,
        }
    }
}
