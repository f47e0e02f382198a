//! Pledges 质押, reservations 顺位预留 and deeds that wait for signatures, as a report shows them: [`book`] reads them from their
//! records, and everything after it (ranks, warnings, pages) works from [`Security`] and [`WaitingDeed`].

pub mod book;

pub use book::{OnObject, SecurityBook};

use quanji_primitives::{
    clock::{Day, Moment},
    collateral::{
        ranks_on, PledgeForm, PledgeStatus, Ranked, ReservationStatus, Secured, Statutory, StatutoryRegister,
        Sum,
    },
    marks::RightSet,
    DeedId, PartyId,
};
use serde::{Serialize, Serializer};

use super::{model::PartyShown, shown, shown_list, shown_option, shown_rights};

/// A registration in a statutory register as a report writes it: the number as text, the time in China.
fn shown_statutory<S: Serializer>(statutory: &Option<Statutory>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Shown {
        register: StatutoryRegister,
        number: String,
        #[serde(serialize_with = "shown")]
        at: Moment,
    }
    let text = statutory.map(|statutory| Shown {
        register: statutory.register,
        number: statutory.number.as_str().to_owned(),
        at: statutory.registered_at,
    });
    text.serialize(serializer)
}

/// How a pledge or reservation stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(untagged)]
pub enum Standing {
    /// A pledge.
    Pledge(PledgeStatus),
    /// A reservation.
    Reservation(ReservationStatus),
}

impl Standing {
    /// Whether it locks the right and has a rank.
    pub fn stands(self) -> bool {
        matches!(
            self,
            Self::Pledge(PledgeStatus::Live | PledgeStatus::Overdue)
                | Self::Reservation(ReservationStatus::Standing)
        )
    }
}

/// A pledge or reservation on an object.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Security {
    /// The number of its mark on the object.
    pub mark: u32,
    /// What it is.
    pub kind: Secured,
    /// The form of a pledge.
    pub form: Option<PledgeForm>,
    /// The deed that made it.
    #[serde(serialize_with = "shown")]
    pub deed: DeedId,
    /// Against these rights of the object.
    #[serde(serialize_with = "shown_rights")]
    pub rights: RightSet,
    /// Its place: the lower, the earlier its rank in this ledger.
    pub place: u32,
    /// Who is secured, or has reserved; not in an extract.
    pub holder: Option<PartyShown>,
    /// Who held the rights when it was made.
    #[serde(serialize_with = "shown_list")]
    pub givers: Vec<PartyId>,
    /// The secured sum, or the most that a pledge in the place may secure; not in an extract.
    pub sum: Option<Sum>,
    /// Since when it stands.
    #[serde(serialize_with = "shown")]
    pub since: Moment,
    /// The last day of its registration.
    #[serde(serialize_with = "shown")]
    pub through: Day,
    /// The registration of a pledge in a statutory register; without one it has no rank by law.
    #[serde(serialize_with = "shown_statutory")]
    pub statutory: Option<Statutory>,
    /// How it stands.
    pub standing: Standing,
    /// When it ended or lapsed.
    #[serde(serialize_with = "shown_option")]
    pub over_since: Option<Moment>,
    /// The first moment at which the release that was demanded is overdue.
    #[serde(serialize_with = "shown_option")]
    pub release_due: Option<Moment>,
    /// The day of the last notice of default.
    #[serde(serialize_with = "shown_option")]
    pub default_noticed: Option<Day>,
    /// The pledge that took the place of a reservation.
    #[serde(serialize_with = "shown_option")]
    pub used_by: Option<DeedId>,
}

impl Security {
    /// Whether it locks the right and has a rank.
    pub fn stands(&self) -> bool {
        self.standing.stands()
    }

    /// Whether it stands, or ended or lapsed at `since` or later.
    pub fn is_recent(&self, since: Moment) -> bool {
        self.stands() || self.over_since.is_none_or(|over| over >= since)
    }

    fn ranked(&self) -> Ranked {
        Ranked {
            deed: self.deed,
            secured: self.kind,
            // No rank depends on it, and an extract has none.
            holder: self.holder.as_ref().map_or(PartyId(0), |holder| holder.party),
            rights: self.rights,
            place: self.place,
            statutory: self.statutory,
        }
    }
}

/// What a deed that waits would do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeedAct {
    /// Reserve a place.
    Reservation,
    /// Pledge.
    Pledge,
    /// Change what a pledge secures, or extend its registration.
    Amendment,
    /// Assign a pledge.
    Assignment,
    /// Let two pledges change their places.
    Subordination,
    /// Enforce a pledge.
    Enforcement,
}

/// A deed about an object that was proposed and not yet signed by all.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct WaitingDeed {
    /// Which.
    #[serde(serialize_with = "shown")]
    pub deed: DeedId,
    /// What it would do.
    pub act: DeedAct,
    /// The pledge that it would change.
    #[serde(serialize_with = "shown_option")]
    pub pledge: Option<DeedId>,
    /// The rights of the object that it names; none of one that names a pledge alone.
    #[serde(serialize_with = "shown_rights")]
    pub rights: RightSet,
    /// Who would be secured, reserve or receive; not in an extract.
    pub holder: Option<PartyShown>,
    /// The sum; not in an extract.
    pub sum: Option<Sum>,
    /// The last day of the registration that it would make.
    #[serde(serialize_with = "shown_option")]
    pub through: Option<Day>,
    /// Who signed, the proposer first; not in an extract.
    #[serde(serialize_with = "shown_list")]
    pub signed: Vec<PartyId>,
    /// The first moment at which it can no longer be signed.
    #[serde(serialize_with = "shown")]
    pub open_until: Moment,
}

impl WaitingDeed {
    /// The rights that it is about: those that it names; of one that names a pledge alone, those of that pledge among the
    /// securities of the object.
    pub fn concerns(&self, securities: &[Security]) -> RightSet {
        if self.rights != RightSet::NONE {
            return self.rights;
        }
        let changed = securities.iter().find(|one| Some(one.deed) == self.pledge);
        changed.map_or(RightSet::NONE, |pledge| pledge.rights)
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

/// The ranks of what stands on right `number`, in the order of this ledger: by the rule of the chain. Reservations have no
/// statutory rank.
pub fn ranks(number: u32, securities: &[Security]) -> Vec<Rank> {
    let standing = || securities.iter().filter(|one| one.stands());
    let ranked: Vec<_> = standing().map(Security::ranked).collect();
    let with_mark = |rank: quanji_primitives::collateral::Rank| {
        let one = standing().find(|one| one.deed == rank.deed)?;
        Some(Rank {
            mark: one.mark,
            ledger: rank.ledger,
            statutory: rank.statutory,
        })
    };
    ranks_on(number, &ranked)
        .into_iter()
        .filter_map(with_mark)
        .collect()
}
