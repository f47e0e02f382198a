//! Parties, powers of agents, authorities and their officers.

use quanji_primitives::{
    authority::Officer,
    bad_faith::BadFaith,
    capacity::{Power, Via},
    case::Signed,
    clock::{Due, Moment},
    person::Person,
    v1::{AuthorityRecord, CredentialKey, PartyRecord},
    AuthorityId, OfficerId, PartyId, PowerId,
};
use subxt::utils::{AccountId32, Static};

use super::{bare, bare_pairs, Account};
use crate::chain::{api, ChainError, View};

/// A running recovery of a party's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// The account that is lost or stolen.
    pub lost: Account,
    /// The account to take its place.
    pub replacement: Account,
    /// The registrar who proposed it.
    pub proposed_by: OfficerId,
    /// When it was proposed.
    pub proposed_at: Moment,
    /// From when it may be completed; nothing until it is confirmed.
    pub ready_at: Option<Moment>,
}

/// A request for the erasure of a natural person's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erasure {
    /// Through whom it was asked for.
    pub via: Via,
    /// When it was received.
    pub received_at: Moment,
    /// The last day to carry it out.
    pub due: Due,
    /// Who carried it out, and when.
    pub done: Option<Signed>,
    /// Working days by which it is, or was, overdue.
    pub overdue: u16,
}

impl View {
    /// A party.
    pub async fn party(&self, party: PartyId) -> Result<Option<PartyRecord>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().party(Static(party)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The party to which an account is bound.
    pub async fn party_of(&self, account: Account) -> Result<Option<PartyId>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().party_of(AccountId32(account)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The party that a person is.
    pub async fn party_by_person(&self, person: Person) -> Result<Option<PartyId>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().party_by_person(Static(person)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The accounts of a party.
    pub async fn accounts_of(&self, party: PartyId) -> Result<Vec<Account>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().accounts_of(Static(party)))
            .await?;
        Ok(found.into_iter().map(|account| account.0).collect())
    }

    /// The running recovery of a party's account.
    pub async fn recovery(&self, party: PartyId) -> Result<Option<Recovery>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().recovery(Static(party)))
            .await?;
        Ok(found.map(|found| Recovery {
            lost: found.lost.0,
            replacement: found.replacement.0,
            proposed_by: found.proposed_by.0,
            proposed_at: found.proposed_at.0,
            ready_at: found.confirmed.map(|confirmed| confirmed.ready_at.0),
        }))
    }

    /// The request for erasure of a natural person, carried out or not.
    pub async fn erasure(&self, party: PartyId) -> Result<Option<Erasure>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().erasure(Static(party)))
            .await?;
        Ok(found.map(|found| Erasure {
            via: found.erasure.via.0,
            received_at: found.erasure.received_at.0,
            due: found.erasure.due.0,
            done: found.erasure.done.map(|done| done.0),
            overdue: found.overdue,
        }))
    }

    /// The facts of bad faith on a party, oldest first.
    pub async fn bad_faith(&self, party: PartyId) -> Result<Vec<BadFaith>, ChainError> {
        let mut all: Vec<BadFaith> = Vec::new();
        loop {
            let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
            let next = bare(
                self.ask(api::view_functions().parties().bad_faith(Static(party), from))
                    .await?,
            );
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// A power of an agent, in force or not.
    pub async fn power(&self, power: PowerId) -> Result<Option<Power>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().power(Static(power)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The powers a party granted or holds, ended ones included.
    pub async fn powers_of(&self, party: PartyId) -> Result<Vec<(PowerId, Power)>, ChainError> {
        let mut all: Vec<(PowerId, Power)> = Vec::new();
        loop {
            let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
            let next = bare_pairs(
                self.ask(api::view_functions().parties().powers_of(Static(party), from))
                    .await?,
            );
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// An authority.
    pub async fn authority(&self, authority: AuthorityId) -> Result<Option<AuthorityRecord>, ChainError> {
        let found = self
            .ask(api::view_functions().authorities().authority(Static(authority)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// All authorities of the directory, suspended ones included.
    pub async fn authorities(&self) -> Result<Vec<(AuthorityId, AuthorityRecord)>, ChainError> {
        let mut all = Vec::new();
        // Identifiers are dense from 1.
        for number in 1..=u16::MAX {
            let id = AuthorityId(number);
            let Some(record) = self.authority(id).await? else {
                break;
            };
            all.push((id, record));
        }
        Ok(all)
    }

    /// The officers of an authority, former ones included.
    pub async fn officers(&self, authority: AuthorityId) -> Result<Vec<(OfficerId, Officer)>, ChainError> {
        let mut all: Vec<(OfficerId, Officer)> = Vec::new();
        loop {
            let from = u32::try_from(all.len()).unwrap_or(u32::MAX).saturating_add(1);
            let next = bare_pairs(
                self.ask(
                    api::view_functions()
                        .authorities()
                        .officers(Static(authority), from),
                )
                .await?,
            );
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// An officer in office, by account.
    pub async fn officer_of(&self, account: Account) -> Result<Option<(OfficerId, Officer)>, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .authorities()
                    .officer_of(AccountId32(account)),
            )
            .await?;
        Ok(found.map(|(id, officer)| (id.0, officer.0)))
    }

    /// The credential key of an authority that may sign at a moment, with its number.
    pub async fn credential_key(
        &self,
        authority: AuthorityId,
        at: Moment,
    ) -> Result<Option<(u32, CredentialKey)>, ChainError> {
        let question = api::view_functions()
            .authorities()
            .credential_key(Static(authority), Static(at));
        Ok(self.ask(question).await?.map(|(number, key)| (number, key.0)))
    }

    /// The approved validators by authority.
    pub async fn validators(&self) -> Result<Vec<(AuthorityId, Account)>, ChainError> {
        let found = self.ask(api::view_functions().authorities().validators()).await?;
        Ok(found
            .into_iter()
            .map(|(authority, account)| (authority.0, account.0))
            .collect())
    }
}
