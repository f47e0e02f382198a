//! Typed identifiers. The chain gives them at admission or filing; they are never reused.
//!
//! Identifiers of parties, objects, cases, objections, powers, officers, stamps and deeds hold the authority in the high 16 bits and that
//! authority's serial number below. Their text form is in [`crate::text_form`].

const SERIAL_BITS: u32 = 48;

/// The highest serial number that fits below the authority.
pub const SERIAL_MAX: u64 = (1 << SERIAL_BITS) - 1;

domain! {
    /// A registration authority 登记机构.
    #[derive(Copy, PartialOrd, Ord, Default)]
    pub struct AuthorityId(pub u16);

    /// A party: a verified person who may hold rights or act in cases.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct PartyId(pub u64);

    /// A registered object 登记单位: one data resource or one data product.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct ObjectId(pub u64);

    /// A case 案件: one application on its way.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct CaseId(pub u64);

    /// An officer of an authority, as a natural person.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct OfficerId(pub u64);

    /// A registered power of an agent.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct PowerId(pub u64);

    /// An objection after entry.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct ObjectionId(pub u64);

    /// An instrument in an authority's day book 登记日记, numbered densely from 1 in the authority.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct StampId(pub u64);

    /// A deed on collateral 担保; a pledge or reservation keeps the identifier of the deed that made it.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct DeedId(pub u64);

    /// A conflict between two authorities, numbered from 1 on the whole chain.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct ConflictId(pub u32);

    /// A right: the object and the right's dense number in it, from 0.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct RightId {
        /// The object.
        pub object: ObjectId,
        /// The number of the right in the object, from 0.
        pub index: u32,
    }

    /// An entry of the register 登记簿记载: the object and the entry's dense number, from 1.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct EntryNo {
        /// The object.
        pub object: ObjectId,
        /// The number of the entry in the object's history, from 1.
        pub number: u32,
    }
}

macro_rules! serial_id {
    ($($name:ident),*) => { $(
        impl $name {
            /// The identifier with `serial` (at most 48 bits) given by `authority`; `None` when the serial is too high.
            pub fn new(authority: AuthorityId, serial: u64) -> Option<Self> {
                (serial <= SERIAL_MAX).then_some(Self((u64::from(authority.0) << SERIAL_BITS) | serial))
            }

            /// The authority that gave this identifier.
            pub fn authority(&self) -> AuthorityId {
                // A shift by 48 leaves 16 bits.
                AuthorityId((self.0 >> SERIAL_BITS) as u16)
            }

            /// The serial number within the authority.
            pub fn serial(&self) -> u64 {
                self.0 & SERIAL_MAX
            }
        }
    )* };
}

serial_id!(
    PartyId,
    ObjectId,
    CaseId,
    OfficerId,
    PowerId,
    ObjectionId,
    StampId,
    DeedId
);

#[cfg(test)]
mod tests {
    use super::*;
    use codec::Encode;

    #[test]
    fn authority_is_in_the_high_sixteen_bits() {
        let id = ObjectId::new(AuthorityId(44), 5).unwrap();
        assert_eq!(id.0, (44 << 48) | 5);
        assert_eq!((id.authority(), id.serial()), (AuthorityId(44), 5));
        assert_eq!(id.encode(), [5, 0, 0, 0, 0, 0, 44, 0]);
        assert_eq!(ObjectId::new(AuthorityId(44), SERIAL_MAX + 1), None);
        assert_eq!(
            ObjectId::new(AuthorityId(u16::MAX), SERIAL_MAX).map(|id| id.0),
            Some(u64::MAX)
        );
    }
}
