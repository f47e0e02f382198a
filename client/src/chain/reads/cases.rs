//! Cases, what waits, and how ended ones went.

use quanji_primitives::{
    case::{Case, Reference, Standing},
    certificate_number::NumberingMonth,
    clock::Moment,
    filing::{Dealing, FirstRegistration},
    AuthorityId, CaseId, EntryNo, ObjectId, OfficerId, PartyId,
};
use subxt::{
    error::StorageError,
    utils::{AccountId32, Static},
};

use super::{bare_pairs, Account};
use crate::chain::{api, connect::innermost, ChainError, SubmitError, View};

/// Open cases, and what in them waits for the authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// Cases that have not ended.
    pub open: u32,
    /// Of these, cases in which the authority must act.
    pub waiting: u32,
    /// Of these, cases in which its time limit has passed.
    pub overdue: u32,
    /// Working days by which the latest of these is overdue.
    pub overdue_days_max: u16,
}

/// What waits at an authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workload {
    /// Register time of the answer.
    pub now: Moment,
    /// All cases.
    pub total: Load,
    /// Cases without an officer who handles them.
    pub unassigned: Load,
    /// For each officer who handles any, in rising order.
    pub officers: Vec<(OfficerId, Load)>,
}

/// Ended cases of an authority in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Statistics {
    /// Cases entered.
    pub entered: u32,
    /// Cases refused.
    pub refused: u32,
    /// Cases terminated.
    pub terminated: u32,
    /// Cases withdrawn.
    pub withdrawn: u32,
    /// Of all these, cases that had been accepted: the following is about them.
    pub accepted: u32,
    /// Cases accepted by silence (NG 17).
    pub by_silence: u32,
    /// Working days of review used, in sum.
    pub working_days: u64,
    /// Working days of review used by the longest.
    pub working_days_max: u16,
    /// Cases that used more working days than they had (NG 28).
    pub over_limit: u32,
    /// Cases that were not completed in time and count as never filed (NG 17).
    pub never_filed: u32,
}

impl Statistics {
    /// All ended cases.
    pub fn ended(&self) -> u32 {
        [
            self.entered,
            self.refused,
            self.terminated,
            self.withdrawn,
            self.never_filed,
        ]
        .into_iter()
        .fold(0, u32::saturating_add)
    }

    /// Working days of review on average, in tenths.
    pub fn tenths_of_days_on_average(&self) -> Option<u64> {
        self.working_days
            .saturating_mul(10)
            .checked_div(self.accepted.into())
    }
}

impl From<api::runtime_types::pallet_registry::workload::Load> for Load {
    fn from(load: api::runtime_types::pallet_registry::workload::Load) -> Self {
        Self {
            open: load.open,
            waiting: load.waiting,
            overdue: load.overdue,
            overdue_days_max: load.overdue_days_max,
        }
    }
}

impl View {
    /// A case in state.
    pub async fn case(&self, case: CaseId) -> Result<Option<Case>, ChainError> {
        let found = self
            .ask(api::view_functions().registry().case(Static(case)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// Status, deadline and days of a case now.
    pub async fn case_standing(&self, case: CaseId) -> Result<Option<Standing>, ChainError> {
        let found = self
            .ask(api::view_functions().registry().case_standing(Static(case)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The cases of an authority in state, with their standing, in rising order.
    pub async fn standings(&self, authority: AuthorityId) -> Result<Vec<(CaseId, Standing)>, ChainError> {
        let mut all = Vec::new();
        loop {
            let after = all.last().map(|(case, _): &(CaseId, Standing)| Static(*case));
            let next = bare_pairs(
                self.ask(
                    api::view_functions()
                        .registry()
                        .cases_of(Static(authority), after),
                )
                .await?,
            );
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// What waits at an authority, for each officer and without one, and what is overdue.
    pub async fn workload(&self, authority: AuthorityId) -> Result<Workload, ChainError> {
        let found = self
            .ask(api::view_functions().registry().workload(Static(authority)))
            .await?;
        Ok(Workload {
            now: found.now.0,
            total: found.total.into(),
            unassigned: found.unassigned.into(),
            officers: found
                .officers
                .into_iter()
                .map(|(officer, load)| (officer.0, load.into()))
                .collect(),
        })
    }

    /// Ended cases of an authority in a month.
    pub async fn statistics(
        &self,
        authority: AuthorityId,
        month: NumberingMonth,
    ) -> Result<Statistics, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .registry()
                    .statistics(Static(authority), Static(month)),
            )
            .await?;
        Ok(Statistics {
            entered: found.entered,
            refused: found.refused,
            terminated: found.terminated,
            withdrawn: found.withdrawn,
            accepted: found.accepted,
            by_silence: found.by_silence,
            working_days: found.working_days,
            working_days_max: found.working_days_max,
            over_limit: found.over_limit,
            never_filed: found.never_filed,
        })
    }

    /// The consents that wait for their use in an object: who consents, to whom, and since when.
    pub async fn consents(&self, object: ObjectId) -> Result<Vec<(PartyId, PartyId, Moment)>, ChainError> {
        let storage = self.at.storage();
        let unread = |error: StorageError| self.unread("consents", &error);
        let list = storage
            .try_fetch(api::storage().registry().consents(), (Static(object),))
            .await
            .map_err(unread)?;
        let Some(list) = list else {
            return Ok(Vec::new());
        };
        let list = list.decode().map_err(|error| ChainError::NoAnswer {
            what: "consents".into(),
            reason: innermost(&error),
        })?;
        let each = list.0.into_iter();
        let mut consents: Vec<_> = each
            .map(|consent| (consent.from.0, consent.to.0, consent.at.0))
            .collect();
        consents.sort();
        Ok(consents)
    }

    /// All cases in state, with their identifiers, in rising order.
    pub async fn cases(&self) -> Result<Vec<(CaseId, Case)>, ChainError> {
        let storage = self.at.storage();
        let unread = |error: StorageError| self.unread("cases", &error);
        let mut rows = storage
            .iter(api::storage().registry().cases(), ())
            .await
            .map_err(unread)?;
        let mut cases = Vec::new();
        while let Some(row) = rows.next().await {
            let row = row.map_err(unread)?;
            let undecoded = |reason: String| ChainError::NoAnswer {
                what: "cases".into(),
                reason,
            };
            let key = row
                .key()
                .and_then(|key| key.decode())
                .map_err(|error| undecoded(innermost(&error)))?;
            let value = row
                .value()
                .decode()
                .map_err(|error| undecoded(innermost(&error)))?;
            cases.push((key.0 .0, value.0));
        }
        cases.sort_by_key(|(case, _)| *case);
        Ok(cases)
    }

    /// The entry that a case ended in.
    pub async fn entry_of_case(&self, case: CaseId) -> Result<Option<EntryNo>, ChainError> {
        let found = self
            .ask(api::view_functions().registry().entry_of_case(Static(case)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// Whether an officer could publish a text now, or the refusal it would get. The text goes to this node only.
    pub async fn can_publish(
        &self,
        account: Account,
        case: CaseId,
        text: Option<Vec<u8>>,
        national: Option<Reference>,
    ) -> Result<(), SubmitError> {
        let question = api::view_functions().registry().can_publish(
            AccountId32(account),
            Static(case),
            text,
            national.map(Static),
        );
        self.answered(self.ask(question).await?)
    }

    /// The same of the text of the next part that leaves an object.
    pub async fn can_publish_part(
        &self,
        account: Account,
        case: CaseId,
        text: Vec<u8>,
    ) -> Result<(), SubmitError> {
        let registry = api::view_functions().registry();
        let question = registry.can_publish_part(AccountId32(account), Static(case), text);
        self.answered(self.ask(question).await?)
    }

    /// Whether a party could file an application now, or the refusal it would get.
    pub async fn can_file(&self, party: PartyId, filing: &FirstRegistration) -> Result<(), SubmitError> {
        let question = api::view_functions()
            .registry()
            .can_file(Static(party), Static(filing.clone()));
        self.answered(self.ask(question).await?)
    }

    /// Whether a party could file a dealing now, or the refusal it would get.
    pub async fn can_file_dealing(&self, party: PartyId, dealing: &Dealing) -> Result<(), SubmitError> {
        let question = api::view_functions()
            .registry()
            .can_file_dealing(Static(party), Static(dealing.clone()));
        self.answered(self.ask(question).await?)
    }

    /// What the register says of an act that was not sent.
    pub(super) fn answered(
        &self,
        answer: Result<(), api::runtime_types::sp_runtime::DispatchError>,
    ) -> Result<(), SubmitError> {
        answer.map_err(|error| self.refusal(&error).into())
    }
}
