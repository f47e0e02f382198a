//! Collateral: what is pledged and reserved by deeds, and what parties do about it. A pledge and a reservation stand by a mark on
//! each object; the marks know when time is over, the register what they stand for.

use super::{
    state::{Party, Register},
    time::{Day, Moment},
};
use std::collections::BTreeSet;

/// Parties that are financiers.
pub const FINANCIERS: [Party; 3] = [2, 3, 4];
/// Working days for which a place is reserved, and in which a pledge is released after a demand.
pub const RESERVED_DAYS: u32 = 30;
pub const RELEASE_DAYS: u32 = 10;
/// A pledge is registered for so many months at least, and at most.
pub const MONTHS: (i64, i64) = (1, 360);
/// A deed is open to signatures for so many days at most.
pub const OPEN_DAYS_MAX: u64 = 90;

/// A deed, by its place in the list of deeds; what it made has the same number.
pub type DeedNumber = usize;

/// Rights of one object that are pledged together with those of others.
#[derive(Clone, Debug)]
pub struct Offered {
    pub object: usize,
    pub rights: BTreeSet<u32>,
    /// The reservation whose place it takes.
    pub reservation: Option<DeedNumber>,
}

/// What a deed does.
#[derive(Clone, Debug)]
pub enum DeedMatter {
    Reservation {
        object: usize,
        rights: BTreeSet<u32>,
        financier: Party,
        maximum: u64,
    },
    Pledge {
        pledgee: Party,
        offered: Vec<Offered>,
        secured: u64,
        through: Day,
    },
    Amendment {
        pledge: DeedNumber,
        secured: Option<u64>,
        through: Option<Day>,
        with_later: bool,
    },
    Assignment {
        pledge: DeedNumber,
        to: Party,
    },
    Subordination {
        pledge: DeedNumber,
        behind: DeedNumber,
        object: usize,
    },
    Enforcement {
        pledge: DeedNumber,
        object: usize,
        rights: BTreeSet<u32>,
        to: Party,
        agreed_on: Day,
    },
}

/// A deed, and who has signed it.
#[derive(Clone, Debug)]
pub struct Deed {
    pub matter: DeedMatter,
    pub open_until: Moment,
    /// Who proposed it, whoever stands in its place today.
    pub by: Party,
    pub signed: BTreeSet<Party>,
    /// Neither carried out nor withdrawn nor removed.
    pub waits: bool,
}

/// How a mark of collateral came to its end, but for time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    GivenUp,
    Used,
    CarriedOut,
}

/// Where a pledge stands: its mark on an object, and its place in the ranks there.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub object: usize,
    pub mark: usize,
    pub place: usize,
}

#[derive(Clone, Debug)]
pub struct Pledge {
    pub pledgee: Party,
    pub items: Vec<Item>,
    pub secured: u64,
    pub through: Day,
    pub entered_on: Day,
    /// Since when a statutory register has it.
    pub statutory: Option<Moment>,
    /// When the release that was demanded is overdue.
    pub demanded: Option<Moment>,
    /// The day of the default notice.
    pub default: Option<Day>,
}

#[derive(Clone, Debug)]
pub struct Reservation {
    pub financier: Party,
    /// Who held the rights then.
    pub holders: BTreeSet<Party>,
    pub object: usize,
    pub mark: usize,
    pub maximum: u64,
    pub used_by: Option<DeedNumber>,
}

/// What parties do about collateral.
#[derive(Clone, Debug)]
pub enum Securing {
    Propose {
        by: Party,
        matter: DeedMatter,
        open_until: Moment,
    },
    SignDeed {
        by: Party,
        deed: DeedNumber,
    },
    WithdrawDeed {
        by: Party,
        deed: DeedNumber,
    },
    GiveUpReservation {
        by: Party,
        reservation: DeedNumber,
    },
    ReleasePledge {
        by: Party,
        pledge: DeedNumber,
        part: Option<(usize, BTreeSet<u32>)>,
    },
    RecordStatutory {
        by: Party,
        pledge: DeedNumber,
        at: Moment,
    },
    DemandRelease {
        by: Party,
        pledge: DeedNumber,
    },
    NoticeDefault {
        by: Party,
        pledge: DeedNumber,
        given_on: Day,
    },
    /// Who has a mark consents to one case, or to one offer of a licence; or takes that back.
    ConsentToCase {
        by: Party,
        case: usize,
        mark: u32,
    },
    RevokeCaseConsent {
        by: Party,
        case: usize,
        mark: u32,
    },
    ConsentToOffer {
        by: Party,
        object: usize,
        offer: u32,
        mark: u32,
    },
    RevokeOfferConsent {
        by: Party,
        object: usize,
        offer: u32,
        mark: u32,
    },
}

impl Securing {
    pub fn by(&self) -> Party {
        match self {
            Self::Propose { by, .. }
            | Self::SignDeed { by, .. }
            | Self::WithdrawDeed { by, .. }
            | Self::GiveUpReservation { by, .. }
            | Self::ReleasePledge { by, .. }
            | Self::RecordStatutory { by, .. }
            | Self::DemandRelease { by, .. }
            | Self::NoticeDefault { by, .. }
            | Self::ConsentToCase { by, .. }
            | Self::RevokeCaseConsent { by, .. }
            | Self::ConsentToOffer { by, .. }
            | Self::RevokeOfferConsent { by, .. } => *by,
        }
    }

    /// The one object that it is about, where there is one.
    pub fn about(&self, register: &Register) -> Option<usize> {
        match self {
            Self::ConsentToCase { case, .. } | Self::RevokeCaseConsent { case, .. } => {
                Some(register.cases[*case].filed.object)
            }
            Self::ConsentToOffer { object, .. } | Self::RevokeOfferConsent { object, .. } => Some(*object),
            _ => None,
        }
    }
}
