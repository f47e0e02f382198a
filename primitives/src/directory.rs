//! The traits in which the pallets meet. The runtime plugs one pallet into another; tests plug in small ones.

use crate::{
    authority::{AuthorityProfile, Officer},
    capacity::Power,
    clock::{Calendar, Moment},
    codes::CodeTable,
    regime::{Regime, RegimeId},
    v1::{AuthorityRecord, PartyRecord},
    AuthorityId, OfficerId, PartyId, PowerId,
};

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

    /// Whether `account` is bound to a party.
    fn is_bound(account: &AccountId) -> bool {
        Self::party_of(account).is_some()
    }
}
