//! What waits at an authority, what is overdue, and how long ended cases took (S044, NG 10(3)).

use crate::{Cases, Config, Pallet, StatisticsOf};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use codec::{Decode, Encode, MaxEncodedLen};
use quanji_primitives::{
    case::{Case, Standing},
    certificate_number::NumberingMonth,
    clock::Moment,
    directory::RuleBook,
    AuthorityId, CaseId, OfficerId,
};
use scale_info::TypeInfo;

/// The most cases one answer lists.
const CASES_PER_ANSWER: usize = 100;

/// Ended cases of an authority in a month. A case that is examined anew after its refusal ends, and counts, once more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, MaxEncodedLen, TypeInfo)]
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
    /// Cases that were not completed in time and count as never filed (NG 17), when they are closed.
    pub never_filed: u32,
}

/// How a case ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ending {
    Entered,
    Refused,
    Terminated,
    Withdrawn,
    NeverFiled,
}

/// Open cases, and what in them waits for the authority.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Encode, Decode, TypeInfo)]
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

/// What waits at an authority at one moment.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
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

impl Load {
    fn add(&mut self, standing: &Standing) {
        if standing.status.has_ended() {
            return;
        }
        self.open = self.open.saturating_add(1);
        if !standing.status.waits_for_authority() {
            return;
        }
        self.waiting = self.waiting.saturating_add(1);
        if standing.overdue > 0 {
            self.overdue = self.overdue.saturating_add(1);
            self.overdue_days_max = self.overdue_days_max.max(standing.overdue);
        }
    }
}

impl Statistics {
    fn count(&mut self, ending: Ending) {
        let counter = match ending {
            Ending::Entered => &mut self.entered,
            Ending::Refused => &mut self.refused,
            Ending::Terminated => &mut self.terminated,
            Ending::Withdrawn => &mut self.withdrawn,
            Ending::NeverFiled => &mut self.never_filed,
        };
        *counter = counter.saturating_add(1);
    }

    /// Adds the `used` working days of a case that was allowed `limit`.
    fn add_review(&mut self, used: u16, limit: u16, by_silence: bool) {
        self.accepted = self.accepted.saturating_add(1);
        self.by_silence = self.by_silence.saturating_add(by_silence.into());
        self.working_days = self.working_days.saturating_add(used.into());
        self.working_days_max = self.working_days_max.max(used);
        self.over_limit = self.over_limit.saturating_add((used > limit).into());
    }
}

impl<T: Config> Pallet<T> {
    /// Counts a case that ended at `at`.
    pub(crate) fn record_end(case: &Case, ending: Ending, at: Moment) {
        let rules = T::Rules::default();
        let acceptance = rules
            .regime(case.regime)
            .and_then(|regime| case.acceptance(at, &regime, &rules));
        let month = NumberingMonth::of(at.day());
        StatisticsOf::<T>::mutate(case.filing.authority(), month, |statistics| {
            statistics.count(ending);
            if let Some(acceptance) = acceptance {
                let used = acceptance.clock.used_until(&rules, at.day());
                statistics.add_review(used, acceptance.clock.limit, acceptance.by_silence);
            }
        });
    }

    /// Status, deadline and days of a case now.
    pub(crate) fn standing_of(case: CaseId) -> Option<Standing> {
        Self::standing_now(&Cases::<T>::get(case)?)
    }

    fn standing_now(case: &Case) -> Option<Standing> {
        let rules = T::Rules::default();
        Some(case.standing(rules.now(), &rules.regime(case.regime)?, &rules))
    }

    /// The cases of an authority in state with identifiers above `after`, at most [`CASES_PER_ANSWER`], in rising order.
    pub(crate) fn cases_with_standing(
        authority: AuthorityId,
        after: Option<CaseId>,
    ) -> Vec<(CaseId, Standing)> {
        let mut first = BTreeSet::new();
        let listed = |case: &CaseId| case.authority() == authority && after.is_none_or(|after| *case > after);
        for case in Cases::<T>::iter_keys().filter(listed) {
            first.insert(case);
            if first.len() > CASES_PER_ANSWER {
                first.pop_last();
            }
        }
        first
            .into_iter()
            .filter_map(|case| Some((case, Self::standing_of(case)?)))
            .collect()
    }

    /// What waits at an authority, in all, for each officer and without one.
    pub(crate) fn workload_of(authority: AuthorityId) -> Workload {
        let (mut total, mut unassigned, mut officers) =
            (Load::default(), Load::default(), BTreeMap::<_, Load>::new());
        for case in Cases::<T>::iter_keys().filter(|case| case.authority() == authority) {
            let Some(case) = Cases::<T>::get(case) else {
                continue;
            };
            let Some(standing) = Self::standing_now(&case) else {
                continue;
            };
            total.add(&standing);
            match case.handler {
                Some(officer) => officers.entry(officer).or_default().add(&standing),
                None => unassigned.add(&standing),
            }
        }
        Workload {
            now: T::Rules::default().now(),
            total,
            unassigned,
            officers: officers.into_iter().collect(),
        }
    }
}
