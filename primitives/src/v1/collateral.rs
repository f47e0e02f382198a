//! Pledges and reservations, as state keeps them and entries carry them.

use crate::{
    clock::{Day, Moment},
    collateral::{PledgeForm, Statutory, Sum, COLLATERAL_MAX},
    marks::RightSet,
    terms::SIGNATORIES_MAX,
    Bounded, DeedId, Digest, ObjectId, PartyId,
};
use alloc::boxed::Box;

domain! {
    /// Rights of one object under a pledge.
    #[derive(Copy)]
    pub struct Collateral {
        /// The object.
        pub object: ObjectId,
        /// These rights of it.
        pub rights: RightSet,
        /// The number of its mark on the object.
        #[codec(compact)]
        pub mark: u32,
        /// Its place: the number of the mark in whose place it stands, its own unless it took that of a reservation or, by
        /// subordination, of another pledge. The lower, the earlier its rank.
        #[codec(compact)]
        pub place: u32,
    }

    /// A demand to release a pledge.
    #[derive(Copy)]
    pub struct Demand {
        /// When it was recorded.
        pub at: Moment,
        /// The first moment at which the release is overdue.
        pub overdue_from: Moment,
        /// Digest of the demand, with the proof of payment.
        pub document: Digest,
    }

    /// A notice that what a pledge secures was not paid 违约通知.
    #[derive(Copy)]
    pub struct DefaultNotice {
        /// The day on which it was given.
        pub given_on: Day,
        /// When it was recorded.
        pub at: Moment,
        /// Digest of the notice.
        pub document: Digest,
    }

    /// A pledge 质押, under the identifier of the deed that made it.
    pub struct PledgeRecord {
        /// Layout version, 1.
        pub version: u8,
        /// Its form.
        pub form: PledgeForm,
        /// Who held the rights when they were pledged.
        pub pledgors: Bounded<PartyId, SIGNATORIES_MAX>,
        /// Who is secured.
        pub pledgee: PartyId,
        /// What is pledged. Released rights leave it; an object stays with its last ones, whose mark has ended.
        pub collateral: Bounded<Collateral, COLLATERAL_MAX>,
        /// The secured sum.
        pub secured: Sum,
        /// Digest of the contract, as last amended.
        pub contract: Digest,
        /// The last day of the registration.
        pub through: Day,
        /// When it was entered.
        pub entered_at: Moment,
        /// Its registration in a statutory register; without one it has no statutory rank.
        pub statutory: Option<Statutory>,
        /// The demand to release it.
        pub demanded: Option<Demand>,
        /// The last default notice.
        pub default: Option<DefaultNotice>,
    }

    /// A reservation of a place 顺位预留, under the identifier of the deed that made it.
    pub struct ReservationRecord {
        /// Layout version, 1.
        pub version: u8,
        /// Who alone may use it.
        pub financier: PartyId,
        /// Who held the rights when it was made: only their pledge uses it.
        pub holders: Bounded<PartyId, SIGNATORIES_MAX>,
        /// The object.
        pub object: ObjectId,
        /// These rights of it.
        pub rights: RightSet,
        /// The number of its mark on the object: its place.
        #[codec(compact)]
        pub mark: u32,
        /// The most that a pledge in its place may secure.
        pub maximum: Sum,
        /// Digest of the document on which it rests.
        pub document: Digest,
        /// When it was entered.
        pub entered_at: Moment,
        /// The first moment at which it no longer stands.
        pub until: Moment,
        /// The pledge that took its place.
        pub used_by: Option<DeedId>,
    }

    /// A pledge or reservation as an entry carries it.
    #[serde(rename_all = "snake_case")]
    pub enum Encumbrance {
        /// A pledge.
        #[codec(index = 0)]
        Pledge(Box<PledgeRecord>),
        /// A reservation.
        #[codec(index = 1)]
        Reservation(Box<ReservationRecord>),
    }
}

impl PledgeRecord {
    /// What of an object is pledged.
    pub fn on(&self, object: ObjectId) -> Option<&Collateral> {
        self.collateral.iter().find(|one| one.object == object)
    }
}
