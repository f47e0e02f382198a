//! The roll of an object: what is live in it, in short. Rights lie under keys of their own, because each is proved by
//! itself; who judges an application asks for all of them at once, and that is one read here instead of up to
//! [`RIGHTS_MAX`].

use crate::{entering::RIGHTS_MAX, Config, Error, Objects, Pallet, Rolls};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, Encode, MaxEncodedLen};
use quanji_primitives::{
    clock::Moment,
    directory::RuleBook,
    filing::Dealing,
    marks::RightSet,
    rights::{Holders, RightKind},
    v1::{CertificateRecord, ObjectRecord, Outcome, RightRecord, RightStatus},
    Bounded, ObjectId, PartyId,
};
use scale_info::TypeInfo;

/// What is live.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Live {
    /// A right of first registration.
    #[codec(index = 0)]
    Right {
        /// Its number in the object.
        #[codec(compact)]
        number: u32,
        /// Its kind.
        kind: RightKind,
    },
    /// A registration that creates no right (PD 13, NG 15).
    #[codec(index = 1)]
    Registration,
    /// A licence: whose it is has registered nothing.
    #[codec(index = 2)]
    Licence {
        /// Its number among the rights of the object.
        #[codec(compact)]
        number: u32,
    },
}

/// A line of a roll: what is live, whose it is and until when.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Line {
    /// What it is.
    pub live: Live,
    /// Number of its certificate in the object.
    #[codec(compact)]
    pub certificate: u32,
    /// The first moment at which it is no longer valid.
    pub valid_until: Moment,
    /// Whose it is.
    pub holders: Holders,
}

/// The most holders that all lines of a roll have together, each counted once for each of its rights: the roll of an object
/// with as many rights as it can hold lists four for each, one with fewer rights more. It bounds what is read at once.
pub const HOLDERS_MAX: u32 = 256;

/// The roll of an object: as many lines as it may have rights.
pub type Roll = Bounded<Line, RIGHTS_MAX>;

impl Line {
    /// The line of a right; nothing when the right has ended.
    pub fn of_right(number: u32, right: &RightRecord) -> Option<Self> {
        (right.status == RightStatus::Live).then(|| Self {
            live: match right.parent {
                None => Live::Right {
                    number,
                    kind: right.kind,
                },
                Some(_) => Live::Licence { number },
            },
            certificate: right.certificate,
            valid_until: right.valid_until,
            holders: right.holders.clone(),
        })
    }

    /// The line of a certificate of a registration without rights; nothing for another one.
    pub(crate) fn of_certificate(number: u32, certificate: &CertificateRecord) -> Option<Self> {
        let without_rights = certificate.without_rights.as_ref();
        let registered = without_rights.filter(|_| certificate.outcome == Outcome::Live)?;
        Some(Self {
            live: Live::Registration,
            certificate: number,
            valid_until: registered.valid_until,
            holders: registered.subject.clone(),
        })
    }

    /// The number and kind of the right of first registration.
    pub(crate) fn right(&self) -> Option<(u32, RightKind)> {
        match self.live {
            Live::Right { number, kind } => Some((number, kind)),
            Live::Registration | Live::Licence { .. } => None,
        }
    }

    /// The number of the right, or of the licence, among the rights of the object.
    pub(crate) fn number(&self) -> Option<u32> {
        match self.live {
            Live::Right { number, .. } | Live::Licence { number } => Some(number),
            Live::Registration => None,
        }
    }

    /// Whether a dealing deals with it.
    fn is_dealt_with_by(&self, dealing: &Dealing) -> bool {
        let named = match self.live {
            Live::Right { kind, .. } => dealing.kinds.contains(kind),
            Live::Registration => true,
            Live::Licence { .. } => false,
        };
        named && self.certificate == dealing.certificate
    }

    /// Whether both are of the same right or registration.
    fn is_the_same_as(&self, other: &Self) -> bool {
        match (self.number(), other.number()) {
            (None, None) => self.certificate == other.certificate,
            (one, another) => one == another,
        }
    }

    fn is_right_of(&self, rights: RightSet) -> bool {
        self.number().is_some_and(|number| rights.contains(number))
    }
}

impl<T: Config> Pallet<T> {
    /// What has neither ended nor lapsed in an object.
    pub(crate) fn lines_in_force(object: ObjectId) -> Vec<Line> {
        let Some(record) = Objects::<T>::get(object) else {
            return Vec::new();
        };
        Self::those_in_force(&record, &Rolls::<T>::get(object))
    }

    /// Those of the lines of an object that are in force now: within their term, or kept in force by a renewal that was
    /// filed in time (NG 36).
    pub(crate) fn those_in_force(record: &ObjectRecord, roll: &Roll) -> Vec<Line> {
        let now = T::Rules::default().now();
        let in_term = |line: &Line| now < line.valid_until;
        let renewals = if roll.iter().all(in_term) {
            Vec::new()
        } else {
            Self::timely_renewals(record)
        };
        let kept = |line: &Line| renewals.iter().any(|renewal| line.is_dealt_with_by(renewal));
        let lines = roll.iter().filter(|line| in_term(line) || kept(line));
        lines.cloned().collect()
    }

    /// The rights of an object that are in force though their term is over, because a renewal filed in time is not decided
    /// (NG 36).
    pub(crate) fn kept_by_renewals(object: ObjectId) -> RightSet {
        let now = T::Rules::default().now();
        let over = |line: &Line| line.valid_until <= now;
        let lines = Self::lines_in_force(object).into_iter().filter(over);
        lines.filter_map(|line| line.number()).collect()
    }

    /// The roll after the rights and registrations that it lists have changed, with as many holders as an object has room
    /// for.
    pub(crate) fn ensure_roll_after(
        mut roll: Roll,
        rights: &[(u32, RightRecord)],
        certificates: &[(u32, CertificateRecord)],
    ) -> Result<Roll, Error<T>> {
        let of_rights = rights
            .iter()
            .filter_map(|(number, right)| Line::of_right(*number, right));
        let of_certificates = certificates
            .iter()
            .filter_map(|(number, certificate)| Line::of_certificate(*number, certificate));
        for changed in of_rights.chain(of_certificates) {
            if let Some(line) = roll.iter_mut().find(|line| line.is_the_same_as(&changed)) {
                *line = changed;
            }
        }
        Self::ensure_room(roll, core::iter::empty())
    }

    /// Who holds a right of first registration in an object that has not ended.
    pub(crate) fn holders_of_live_rights(object: ObjectId) -> BTreeSet<PartyId> {
        right_holders(&Rolls::<T>::get(object))
    }

    /// Adds lines, as many and with as many holders as an object has room for.
    pub(crate) fn ensure_room(mut roll: Roll, lines: impl Iterator<Item = Line>) -> Result<Roll, Error<T>> {
        for line in lines {
            roll.try_push(line).map_err(|_| Error::<T>::TooManyRights)?;
        }
        let holders: u32 = roll.iter().map(|line| line.holders.count()).sum();
        (holders <= HOLDERS_MAX)
            .then_some(roll)
            .ok_or(Error::<T>::TooManyHolders)
    }

    /// Takes rights that ended off the roll.
    pub(crate) fn strike(object: ObjectId, rights: RightSet) {
        Rolls::<T>::mutate(object, |roll| roll.retain(|line| !line.is_right_of(rights)));
    }
}

/// The rights of a roll, licences among them.
pub(crate) fn rights(roll: &Roll) -> RightSet {
    roll.iter().filter_map(Line::number).collect()
}

/// The licences of a roll.
pub(crate) fn licences(roll: &Roll) -> RightSet {
    let licences = roll
        .iter()
        .filter(|line| matches!(line.live, Live::Licence { .. }));
    licences.filter_map(Line::number).collect()
}

/// Who holds a right of first registration of a roll.
pub(crate) fn right_holders(roll: &Roll) -> BTreeSet<PartyId> {
    let rights = roll.iter().filter(|line| line.right().is_some());
    rights.flat_map(|line| line.holders.parties()).collect()
}
