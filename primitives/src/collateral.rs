//! Collateral: pledges 质押 and other security on registered rights, and reservations of a place for them. Both are filed by
//! deed, which all concerned sign; no officer decides. A pledge here is notice and lock: statutory rank is elsewhere.

use crate::{clock::Day, terms::PartySignature, Bounded, DeedId, Digest, ObjectId, PartyId};
use alloc::string::String;
use core::fmt;

mod rank;
mod rules;
mod standing;

pub use rank::{ranks_on, Rank, Ranked, Secured};
pub use rules::{CollateralRules, LaterPledges};
pub use standing::{PledgeStatus, ReservationStatus};

domain! {
    /// A currency: three letters of ISO 4217.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(try_from = "String", into = "String")]
    pub struct Currency(pub [u8; 3]);

    /// An amount of money.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Amount {
        /// In clear, in the smallest unit of the currency: 分 of CNY.
        #[codec(index = 0)]
        InClear(#[codec(compact)] u64),
        /// Committed to, by a salted digest that the parties can open.
        #[codec(index = 1)]
        Committed(Digest),
    }

    /// A sum: an amount and its currency.
    #[derive(Copy)]
    pub struct Sum {
        /// How much.
        pub amount: Amount,
        /// Of which currency.
        pub currency: Currency,
    }

    /// The form of a security 担保.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum PledgeForm {
        /// Pledge of rights 质押.
        #[codec(index = 0)]
        Pledge,
        /// Mortgage 抵押.
        #[codec(index = 1)]
        Mortgage,
        /// Another security.
        #[codec(index = 2)]
        Other,
    }

    /// Rights of one object that are to be pledged.
    #[derive(Copy)]
    pub struct Offered {
        /// The object.
        pub object: ObjectId,
        /// These rights of it.
        pub rights: crate::marks::RightSet,
        /// The reservation whose place the pledge takes, by the deed that made it.
        pub reservation: Option<DeedId>,
    }

    /// What a pledge secures, on what, and for how long it is registered.
    pub struct PledgeTerms {
        /// Its form.
        pub form: PledgeForm,
        /// Who is secured.
        pub pledgee: PartyId,
        /// What is pledged, each object once.
        pub offered: Bounded<Offered, COLLATERAL_MAX>,
        /// The secured sum.
        pub secured: Sum,
        /// The last day of the registration: a month to thirty years from its entry.
        pub through: Day,
    }

    /// What a reservation keeps a place for.
    #[derive(Copy)]
    pub struct ReservationTerms {
        /// The object.
        pub object: ObjectId,
        /// These rights of it.
        pub rights: crate::marks::RightSet,
        /// Who alone may use it.
        pub financier: PartyId,
        /// The most that a pledge in its place may secure.
        pub maximum: Sum,
    }

    /// What a deed does.
    #[serde(rename_all = "snake_case")]
    pub enum DeedMatter {
        /// Reserves a place: all who hold the rights and the financier sign.
        #[codec(index = 0)]
        Reservation(ReservationTerms),
        /// Pledges: all who hold the rights and the pledgee sign.
        #[codec(index = 1)]
        Pledge(PledgeTerms),
        /// Changes what a pledge secures or extends its registration: both sides sign, and every later rank that it harms. A
        /// higher sum is barred where a new pledge would be; a lower one, or a later last day, is not.
        #[codec(index = 2)]
        Amendment {
            /// The pledge.
            pledge: DeedId,
            /// Another sum.
            secured: Option<Sum>,
            /// A later last day.
            through: Option<Day>,
            /// Those of later rank sign too: without them nothing is done that harms them.
            with_later_ranks: bool,
        },
        /// Assigns a pledge with what it secures: pledgee and assignee sign.
        #[codec(index = 3)]
        Assignment {
            /// The pledge.
            pledge: DeedId,
            /// Who is secured from then on.
            to: PartyId,
        },
        /// Two pledges change their places on an object: both pledgees sign, and those whose rank is between.
        #[codec(index = 4)]
        Subordination {
            /// The pledge that steps back.
            pledge: DeedId,
            /// The later one that takes its place.
            behind: DeedId,
            /// On this object.
            object: ObjectId,
        },
        /// Enforces a pledge by agreement after its default notice: all who hold the rights, the pledgee and who receives
        /// sign, and who has reserved an earlier place.
        #[codec(index = 5)]
        Enforcement {
            /// The pledge.
            pledge: DeedId,
            /// The object.
            object: ObjectId,
            /// Rights of it that pass, all pledged.
            rights: crate::marks::RightSet,
            /// Who receives them.
            to: PartyId,
            /// The day on which it was agreed: after that of the default notice.
            agreed_on: Day,
            /// Digest of the statement of the surplus 清算书: what is left when the secured debt is paid, and whose it is.
            surplus: Digest,
        },
    }

    /// A deed: everything that its signatures cover.
    pub struct Deed {
        /// What it does.
        pub matter: DeedMatter,
        /// Digest of the contract or other document on which it rests.
        pub document: Digest,
        /// The first moment at which it can no longer be signed.
        pub open_until: crate::clock::Moment,
    }

    /// A deed that waits for signatures.
    pub struct OpenDeed {
        /// Layout version, 1.
        pub version: u8,
        /// The deed.
        pub deed: Deed,
        /// Who signed; who proposed it first.
        pub signatures: Bounded<PartySignature, { crate::terms::SIGNATORIES_MAX }>,
    }

    /// A register in which the law gives a security its rank.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum StatutoryRegister {
        /// The unified register of movables and rights 动产融资统一登记公示系统 (中登网).
        #[codec(index = 0)]
        MovableFinance,
        /// A register of pledges of data intellectual property 数据知识产权登记.
        #[codec(index = 1)]
        DataIntellectualProperty,
        /// Another one.
        #[codec(index = 2)]
        Other,
    }

    /// A registration in such a register.
    #[derive(Copy)]
    pub struct Statutory {
        /// The register.
        pub register: StatutoryRegister,
        /// Its number there.
        pub number: crate::certificate_number::ExternalNumber,
        /// When it was registered there.
        pub registered_at: crate::clock::Moment,
    }
}

/// The most objects of one pledge.
pub const COLLATERAL_MAX: u32 = 8;

/// A pledge is registered for a month at least.
pub const REGISTRATION_MONTHS_MIN: u32 = 1;

/// And for thirty years at most, counted from its entry or extension.
pub const REGISTRATION_MONTHS_MAX: u32 = 360;

/// A deed can be signed for so many days at most.
pub const DEED_OPEN_DAYS_MAX: u32 = 90;

/// Why a text is no currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotACurrency;

impl fmt::Display for NotACurrency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a currency has three capital letters, such as CNY (ISO 4217)")
    }
}

impl core::error::Error for NotACurrency {}

impl Currency {
    /// The yuan 人民币.
    pub const CNY: Self = Self(*b"CNY");

    /// Whether it has three capital letters.
    pub fn is_valid(&self) -> bool {
        self.0.iter().all(u8::is_ascii_uppercase)
    }
}

impl core::str::FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Self, NotACurrency> {
        let letters = text.as_bytes().try_into().map_err(|_| NotACurrency)?;
        Some(Self(letters)).filter(Self::is_valid).ok_or(NotACurrency)
    }
}

impl TryFrom<String> for Currency {
    type Error = NotACurrency;

    fn try_from(text: String) -> Result<Self, NotACurrency> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        alloc::string::ToString::to_string(&currency)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(core::str::from_utf8(&self.0).unwrap_or("???"))
    }
}

impl Sum {
    /// An amount of yuan in 分.
    pub const fn of_cny(fen: u64) -> Self {
        Self {
            amount: Amount::InClear(fen),
            currency: Currency::CNY,
        }
    }

    /// Whether the sum is seen to be no more than `other`: both in clear and in one currency, or the same.
    pub fn is_within(&self, other: &Self) -> bool {
        match (self.amount, other.amount) {
            (Amount::InClear(own), Amount::InClear(most)) => self.currency == other.currency && own <= most,
            _ => self == other,
        }
    }
}

impl DeedMatter {
    /// The pledge that it changes.
    pub fn pledge(&self) -> Option<DeedId> {
        match self {
            Self::Reservation(_) | Self::Pledge(_) => None,
            Self::Amendment { pledge, .. }
            | Self::Assignment { pledge, .. }
            | Self::Subordination { pledge, .. }
            | Self::Enforcement { pledge, .. } => Some(*pledge),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_has_three_capital_letters() {
        assert_eq!("CNY".parse(), Ok(Currency::CNY));
        for text in ["cny", "CN", "CNYY", "C1Y", "人"] {
            assert_eq!(text.parse::<Currency>(), Err(NotACurrency), "{text}");
        }
        assert_eq!(Currency::CNY.to_string(), "CNY");
        assert_eq!(serde_json::to_string(&Currency::CNY).unwrap(), "\"CNY\"");
        assert!(serde_json::from_str::<Currency>("\"cny\"").is_err());
    }

    #[test]
    fn a_sum_is_compared_in_clear_and_in_one_currency() {
        let (small, large) = (Sum::of_cny(28), Sum::of_cny(30));
        assert!(small.is_within(&large) && large.is_within(&large) && !large.is_within(&small));
        let dollars = Sum {
            currency: Currency(*b"USD"),
            ..small
        };
        assert!(!dollars.is_within(&large));
        let committed = Sum {
            amount: Amount::Committed(Digest::Sha2_256([1; 32])),
            ..small
        };
        assert!(
            !committed.is_within(&large) && !small.is_within(&committed) && committed.is_within(&committed)
        );
    }
}
