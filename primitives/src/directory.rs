//! The traits in which the pallets meet. The runtime plugs one pallet into another; tests plug in small ones.

use crate::{
    authority::{AuthorityProfile, Officer},
    capacity::Power,
    clock::{Calendar, Moment},
    codes::CodeTable,
    marks::{Mark, MarkEnd, RightSet},
    regime::{Regime, RegimeId},
    succession::SuccessionBasis,
    v1::{AuthorityRecord, EntryBasis, ObjectRecord, PartyRecord, RightRecord},
    AuthorityId, CaseId, ConflictId, ObjectId, ObjectionId, OfficerId, PartyId, PowerId,
};
use alloc::{collections::BTreeSet, vec::Vec};

/// The rules pallet, as others see it.
pub trait RuleBook: Calendar + Default {
    /// Register time.
    fn now(&self) -> Moment;

    /// A regime version.
    fn regime(&self, id: RegimeId) -> Option<Regime>;

    /// Whether a code stands in a code table.
    fn has_code(&self, table: CodeTable, code: u8) -> bool;

    /// Whether data of this industry division may not be registered (negative list).
    fn is_negative_listed(&self, industry: u8) -> bool;
}

/// The authorities pallet, as others see it.
pub trait AuthorityDirectory<AccountId> {
    /// The officer in office to whom an account belongs.
    fn officer_of(account: &AccountId) -> Option<(OfficerId, Officer)>;

    /// An officer, in office or not.
    fn officer(id: OfficerId) -> Option<Officer>;

    /// An authority.
    fn authority(id: AuthorityId) -> Option<AuthorityRecord>;

    /// Whether an authority may complete registrations.
    fn is_listed(id: AuthorityId) -> bool;

    /// The public facts of an authority.
    fn profile(id: AuthorityId) -> Option<AuthorityProfile> {
        Self::authority(id).map(|record| record.profile)
    }

    /// Whether `account` already belongs to an authority, an officer or the competent department.
    fn is_taken(account: &AccountId) -> bool;
}

/// The most predecessors that a question about a party's past looks at.
pub const FORMER_MAX: u32 = 8;

/// The parties pallet, as others see it.
pub trait PartyRegister<AccountId> {
    /// The party to which an account is bound, in good standing or not.
    fn party_of(account: &AccountId) -> Option<PartyId>;

    /// A party.
    fn party(id: PartyId) -> Option<PartyRecord>;

    /// A registered power of an agent.
    fn power(id: PowerId) -> Option<Power>;

    /// Whether the party has an account of its own.
    fn has_account(id: PartyId) -> bool;

    /// The party that stands in the place of `id` today: itself, unless another succeeded it (S023). Every comparison of a
    /// stored party with an acting one goes through this.
    fn current(id: PartyId) -> PartyId {
        id
    }

    /// The party itself, the one in its place today, and all who took a part of it in a division.
    fn successors(id: PartyId) -> Vec<PartyId> {
        alloc::vec![id]
    }

    /// Parties whose place `id` took, wholly or in part: the latest ones, at most [`FORMER_MAX`].
    fn former(_id: PartyId) -> Vec<PartyId> {
        Vec::new()
    }

    /// Whether one of `parties` is among `affiliates`, or they are predecessor and successor (NG 10(7)).
    fn are_linked(affiliates: &[PartyId], parties: &[PartyId]) -> bool {
        let followed: BTreeSet<PartyId> = affiliates
            .iter()
            .flat_map(|affiliate| Self::successors(*affiliate))
            .collect();
        let linked = |party: &PartyId| {
            followed.contains(party)
                || Self::successors(*party)
                    .iter()
                    .any(|successor| followed.contains(successor))
        };
        !followed.is_empty() && parties.iter().any(linked)
    }

    /// Whether `account` is bound to a party.
    fn is_bound(account: &AccountId) -> bool {
        Self::party_of(account).is_some()
    }
}

/// Why the register cannot take what another pallet asks it to write. Nothing was changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RegisterError {
    /// There is no such object, case, right or mark, or it has ended.
    NotFound,
    /// The object has as many marks, entries or open matters as it can hold.
    Full,
}

/// One holding that passes to a successor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Passing {
    /// On what it rests, with the predecessor.
    pub basis: SuccessionBasis,
    /// The number of the holding among those of the predecessor.
    pub holding: u32,
    /// Who gets it.
    pub to: PartyId,
}

/// The registry pallet, as succession sees it: what a party holds, and how it passes to a successor (S023).
pub trait HoldingRegister {
    /// How many certificates a party holds or ever held; they are numbered densely from 0.
    fn holding_count(party: PartyId) -> u32;

    /// Passes one holding by one entry of its object, with the open cases and consents of the predecessor in it. Gives how
    /// many of these it moved.
    fn pass_holding(passing: &Passing) -> Result<u32, RegisterError>;

    /// Puts `to` in the place of `from` in an open case.
    fn pass_case(case: CaseId, from: PartyId, to: PartyId) -> Result<(), RegisterError>;
}

/// The registry pallet, as the pallet of disputes sees it. Every write is one entry of the object.
pub trait Register {
    /// A registered object.
    fn object(id: ObjectId) -> Option<ObjectRecord>;

    /// A right.
    fn right(object: ObjectId, number: u32) -> Option<RightRecord>;

    /// A mark, ended or not.
    fn mark(object: ObjectId, number: u32) -> Option<Mark>;

    /// All parties of an open case: applicant, holders, agent.
    fn parties_of_case(case: CaseId) -> Option<Vec<PartyId>>;

    /// The regime of an open case.
    fn regime_of_case(case: CaseId) -> Option<RegimeId>;

    /// The next serial number of an authority, which cases, objects and objections share.
    fn next_serial(authority: AuthorityId) -> Option<u64>;

    /// Sets a mark and gives its number.
    fn set_mark(
        object: ObjectId,
        mark: Mark,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<u32, RegisterError>;

    /// Ends a mark.
    fn end_mark(
        object: ObjectId,
        number: u32,
        end: MarkEnd,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError>;

    /// Ends rights, and with the same entry the mark under which they stood.
    fn end_rights(
        object: ObjectId,
        rights: RightSet,
        mark: Option<(u32, MarkEnd)>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError>;

    /// Lists an objection as open on its object.
    fn open_objection(object: ObjectId, objection: ObjectionId) -> Result<(), RegisterError>;

    /// Takes it off that list.
    fn close_objection(object: ObjectId, objection: ObjectionId);

    /// Stops an open case until its conflict is decided: the clock pauses.
    fn stop_case(case: CaseId, conflict: ConflictId) -> Result<(), RegisterError>;

    /// Lets a stopped case go on; if it yields, it can only be refused.
    fn release_case(case: CaseId, yields: bool);
}
