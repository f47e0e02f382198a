//! The roll of an object: what is live in it, in short. Rights lie under keys of their own, because each is proved by
//! itself; who judges an application asks for all of them at once, and that is one read here instead of up to
//! [`RIGHTS_MAX`].

use crate::{entering::RIGHTS_MAX, Config, Error, Pallet, Rolls};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, Encode, MaxEncodedLen};
use quanji_primitives::{
    clock::Moment,
    directory::RuleBook,
    marks::RightSet,
    rights::{Holders, RightKind},
    v1::{CertificateRecord, Outcome, RightRecord, RightStatus},
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
    fn number(&self) -> Option<u32> {
        match self.live {
            Live::Right { number, .. } | Live::Licence { number } => Some(number),
            Live::Registration => None,
        }
    }

    fn is_right_of(&self, rights: RightSet) -> bool {
        self.number().is_some_and(|number| rights.contains(number))
    }
}

impl<T: Config> Pallet<T> {
    /// What has neither ended nor lapsed in an object.
    pub(crate) fn lines_in_force(object: ObjectId) -> Vec<Line> {
        let now = T::Rules::default().now();
        let mut lines = Rolls::<T>::get(object).into_inner();
        lines.retain(|line| now < line.valid_until);
        lines
    }

    /// Who holds a right of first registration in an object that has not ended.
    pub(crate) fn holders_of_live_rights(object: ObjectId) -> BTreeSet<PartyId> {
        right_holders(&Rolls::<T>::get(object))
    }

    /// Adds lines, as many as an object has room for.
    pub(crate) fn ensure_room(mut roll: Roll, lines: impl Iterator<Item = Line>) -> Result<Roll, Error<T>> {
        for line in lines {
            roll.try_push(line).map_err(|_| Error::<T>::TooManyRights)?;
        }
        Ok(roll)
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

/// Who holds a right of first registration of a roll.
pub(crate) fn right_holders(roll: &Roll) -> BTreeSet<PartyId> {
    let rights = roll.iter().filter(|line| line.right().is_some());
    rights.flat_map(|line| line.holders.parties()).collect()
}
