//! Pledges 质押 and reservations 顺位预留, as a report shows them. This is the one place where they come in: whoever keeps their
//! records implements [`SecurityBook`], and everything after it (ranks, warnings, pages) works from [`Security`].

use quanji_primitives::{
    clock::{Day, Moment},
    marks::{MarkKind, RightSet},
    PartyId,
};
use quanji_verifier::Title;
use serde::Serialize;

use super::shown;
use crate::evidence::{batch::Batch, EvidenceError};

/// What a security is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SecurityKind {
    /// A pledge, mortgage or other security.
    Pledge,
    /// A reservation of a place for one.
    Reservation,
}

/// How much is secured, or for how much a place is kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// In the smallest unit of the currency.
    InClear(u64),
    /// A salted digest that the parties can open.
    Committed(String),
}

/// An amount and its currency.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Sum {
    /// How much.
    pub amount: Amount,
    /// Three letters of ISO 4217.
    pub currency: String,
}

/// A registration in a register that the law gives rank by (中登网, data-IP registers).
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Statutory {
    /// Which register, by its code.
    pub register: String,
    /// Its number there.
    pub number: String,
    /// When it was registered there.
    #[serde(serialize_with = "shown")]
    pub at: Moment,
}

/// What is known of the statutory registration.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StatutoryState {
    /// The record was not read: nothing is known.
    NotRead,
    /// There is none.
    Missing,
    /// There is one.
    Registered(Statutory),
}

/// A pledge or reservation that stands on an object.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Security {
    /// The number of its mark on the object.
    pub mark: u32,
    /// What it is.
    pub kind: SecurityKind,
    /// The deed that made it, where its record was read.
    pub deed: Option<String>,
    /// Against these rights of the object; none named: against the registration itself.
    #[serde(serialize_with = "super::shown_rights")]
    pub rights: RightSet,
    /// Its place: the lower, the earlier its rank in this ledger.
    pub place: u32,
    /// Who is secured, or has reserved.
    #[serde(serialize_with = "super::shown_option")]
    pub holder: Option<PartyId>,
    /// The secured sum, or the most that a pledge in the place may secure.
    pub sum: Option<Sum>,
    /// Since when it stands.
    #[serde(serialize_with = "shown")]
    pub since: Moment,
    /// The last day of its registration.
    #[serde(serialize_with = "super::shown_option")]
    pub through: Option<Day>,
    /// Its registration elsewhere.
    pub statutory: StatutoryState,
    /// Its release was demanded, and the time for that has passed.
    pub release_overdue: bool,
    /// A notice of default was recorded.
    pub in_default: bool,
    /// The registration has lapsed: it locks nothing, and the pledge itself may go on.
    pub lapsed: bool,
}

/// Who reads the records of pledges and reservations.
pub trait SecurityBook {
    /// The keys of the records that belong to the marks of an object.
    fn keys(&self, title: &Title) -> Vec<Vec<u8>>;

    /// The pledges and reservations that stand on the object at register time `at`, given the proofs of these keys.
    fn read(&self, title: &Title, batch: &Batch<'_>, at: Moment) -> Result<Vec<Security>, EvidenceError>;

    /// Whether it reads records beyond the marks: parties, sums, statutory registrations.
    fn has_records(&self) -> bool;
}

/// The book that knows no more than the marks tell: that there is a pledge or reservation, since when, on what.
#[derive(Clone, Copy, Debug, Default)]
pub struct MarksOnly;

impl SecurityBook for MarksOnly {
    fn keys(&self, _: &Title) -> Vec<Vec<u8>> {
        Vec::new()
    }

    fn read(&self, title: &Title, _: &Batch<'_>, at: Moment) -> Result<Vec<Security>, EvidenceError> {
        let of_mark = title.standing_marks(at).filter_map(|(number, mark, standing)| {
            let kind = match standing.kind {
                MarkKind::Pledge => SecurityKind::Pledge,
                MarkKind::Reservation => SecurityKind::Reservation,
                _ => return None,
            };
            Some(Security {
                mark: number,
                kind,
                deed: None,
                rights: mark.rights,
                place: number,
                holder: None,
                sum: None,
                since: mark.since,
                // The first moment at which it no longer stands is the end of its last day.
                through: standing
                    .until
                    .map(|until| Moment(until.0.saturating_sub(1)).day()),
                statutory: StatutoryState::NotRead,
                release_overdue: false,
                in_default: false,
                lapsed: false,
            })
        });
        Ok(of_mark.collect())
    }

    fn has_records(&self) -> bool {
        false
    }
}

/// The rank of a security on one right.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Rank {
    /// The number of its mark.
    pub mark: u32,
    /// In this ledger, from 1.
    pub ledger: u32,
    /// By the time of its statutory registration, from 1; nothing without one.
    pub statutory: Option<u32>,
}

/// The ranks of what stands on right `number`, in the order of this ledger. Reservations have no statutory rank.
pub fn ranks(number: u32, securities: &[Security]) -> Vec<Rank> {
    let on = |one: &&Security| !one.lapsed && (one.rights == RightSet::NONE || one.rights.contains(number));
    let mut standing: Vec<&Security> = securities.iter().filter(on).collect();
    standing.sort_by_key(|one| one.place);
    let mut by_law: Vec<(Moment, u32)> = standing
        .iter()
        .filter_map(|one| match &one.statutory {
            StatutoryState::Registered(statutory) => Some((statutory.at, one.mark)),
            StatutoryState::NotRead | StatutoryState::Missing => None,
        })
        .collect();
    // What was registered at the same moment stays in the order of this ledger.
    by_law.sort_by_key(|(at, _)| *at);
    let statutory = |mark: u32| {
        let place = by_law.iter().position(|(_, known)| *known == mark)?;
        u32::try_from(place).ok()?.checked_add(1)
    };
    (1..)
        .zip(standing)
        .map(|(ledger, one)| Rank {
            mark: one.mark,
            ledger,
            statutory: statutory(one.mark),
        })
        .collect()
}
