//! What is true of a case at a moment: a function of state and time, the same for every reader.

use super::{Case, Notice, Return, Stage, Supplement};
use crate::{
    clock::{add_working_days, working_days_between, Calendar, CaseClock, Day, Due, Moment},
    filing::{Dealing, Matter},
    regime::{Completion, Regime},
};

domain! {
    /// What is open to an applicant some of whose claimed kinds were refused when the others were entered.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Recourse {
        /// The written notice is not delivered yet: nothing runs.
        #[codec(index = 0)]
        Undelivered,
        /// Re-assessment can be asked for (S046).
        #[codec(index = 1)]
        Open {
            /// The last day.
            due: Due,
        },
        /// Under re-assessment.
        #[codec(index = 2)]
        UnderAppeal,
        /// Nothing: the period is over, or the refusal was re-assessed.
        #[codec(index = 3)]
        Final,
    }

    /// What is true of a case at a moment.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Status {
        /// Filed; the authority has until `due` to accept or return it.
        #[codec(index = 0)]
        Filed {
            /// Last day of acceptance.
            due: Due,
        },
        /// Returned; the applicant has until `due` to complete it.
        #[codec(index = 1)]
        Returned {
            /// Last day of completion; nothing until the notice is delivered.
            due: Option<Due>,
        },
        /// Returned and not completed in time: treated as never filed (NG 17).
        #[codec(index = 2)]
        NeverFiled {
            /// The last day of completion, which has passed.
            due: Due,
        },
        /// Accepted, expressly or by silence; under examination.
        #[codec(index = 3)]
        Examining {
            /// Last day of review; nothing while the clock is paused.
            due: Option<Due>,
            /// Accepted by silence (NG 17).
            by_silence: bool,
        },
        /// Examined; waits for approval.
        #[codec(index = 4)]
        AwaitingApproval {
            /// Last day of review; nothing while the clock is paused.
            due: Option<Due>,
        },
        /// Approved; waits for publication.
        #[codec(index = 5)]
        AwaitingPublication {
            /// Last day of review; nothing while the clock is paused.
            due: Option<Due>,
        },
        /// In public notice.
        #[codec(index = 6)]
        InNotice {
            /// Last day of notice.
            due: Due,
        },
        /// The notice has ended: ready to be entered.
        #[codec(index = 7)]
        ReadyToEnter {
            /// Last day of review; nothing while the clock is paused.
            due: Option<Due>,
        },
        /// Refused.
        #[codec(index = 8)]
        Refused {
            /// Last day to ask for re-assessment; nothing until the notice is delivered, or when the refusal is final.
            appeal_due: Option<Due>,
        },
        /// Withdrawn.
        #[codec(index = 9)]
        Withdrawn,
        /// Further proof was asked for; the clock is paused from delivery.
        #[codec(index = 10)]
        AwaitingSupplement {
            /// Last day to answer; nothing until the request is delivered.
            due: Option<Due>,
        },
        /// An objection in public notice is being investigated; the clock is paused.
        #[codec(index = 11)]
        InvestigatingObjection {
            /// Last day of the investigation.
            due: Due,
        },
        /// Approved, not yet registered: waits for the evidencing receipt of the national system (NG 26).
        #[codec(index = 12)]
        AwaitingEvidence {
            /// Last day of review; nothing while the clock is paused.
            due: Option<Due>,
        },
        /// In conflict with another authority; the clock is paused until the department decides.
        #[codec(index = 13)]
        InConflict,
        /// Under re-assessment (S046).
        #[codec(index = 14)]
        UnderAppeal,
        /// Terminated, which is no refusal (NG 18, PD 12).
        #[codec(index = 15)]
        Terminated,
        /// An objection in the notice was upheld, or the department decided that the case yields: it can only be refused,
        /// or terminated where the regime says so (NG 25, PD 12).
        #[codec(index = 16)]
        MustBeRefused {
            /// Last day of review; nothing while the clock is paused or before acceptance.
            due: Option<Due>,
        },
        /// Entered, but for claimed kinds that were refused (NG 22).
        #[codec(index = 17)]
        PartlyRefused {
            /// What is open against their refusal.
            recourse: Recourse,
        },
        /// Filed by one of several who apply together: not received before all have signed. No clock runs.
        #[codec(index = 18)]
        AwaitingSignatures,
    }

    /// Status, deadline and days of a case at a moment.
    #[derive(Copy)]
    pub struct Standing {
        /// What is true of the case.
        pub status: Status,
        /// The deadline that runs, whoever must meet it.
        pub due: Option<Due>,
        /// Working days by which it has passed.
        pub overdue: u16,
        /// Working days of review used, today included, and allowed; nothing before acceptance.
        pub review: Option<(u16, u16)>,
    }
}

/// The acceptance of a case, expressly or by silence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Acceptance {
    /// When: for silence, the start of the first working day after the period.
    pub at: Moment,
    /// Whether by silence.
    pub by_silence: bool,
    /// The clock of review.
    pub clock: CaseClock,
}

impl Status {
    /// The deadline that runs.
    pub fn due(&self) -> Option<Due> {
        match self {
            Self::Filed { due } | Self::InNotice { due } | Self::InvestigatingObjection { due } => Some(*due),
            Self::Returned { due }
            | Self::Examining { due, .. }
            | Self::AwaitingApproval { due }
            | Self::AwaitingPublication { due }
            | Self::ReadyToEnter { due }
            | Self::AwaitingSupplement { due }
            | Self::AwaitingEvidence { due }
            | Self::MustBeRefused { due } => *due,
            Self::Refused { appeal_due } => *appeal_due,
            Self::PartlyRefused {
                recourse: Recourse::Open { due },
            } => Some(*due),
            Self::PartlyRefused { .. }
            | Self::NeverFiled { .. }
            | Self::Withdrawn
            | Self::InConflict
            | Self::UnderAppeal
            | Self::AwaitingSignatures
            | Self::Terminated => None,
        }
    }

    /// Whether nothing is open any more but, after a refusal, the way to a re-assessment.
    pub fn has_ended(&self) -> bool {
        match self {
            Self::NeverFiled { .. } | Self::Refused { .. } | Self::Withdrawn | Self::Terminated => true,
            Self::PartlyRefused { recourse } => *recourse != Recourse::UnderAppeal,
            _ => false,
        }
    }

    /// Whether the case is approved and not entered yet: so says every query until the entry (NG 26).
    pub fn is_approved(&self) -> bool {
        matches!(
            self,
            Self::AwaitingPublication { .. }
                | Self::InNotice { .. }
                | Self::InvestigatingObjection { .. }
                | Self::ReadyToEnter { .. }
                | Self::AwaitingEvidence { .. }
        )
    }

    /// Whether it is the authority that must meet the deadline: until a request for further proof is delivered, the days
    /// of review run.
    pub fn waits_for_authority(&self) -> bool {
        matches!(
            self,
            Self::Filed { .. }
                | Self::Examining { .. }
                | Self::AwaitingApproval { .. }
                | Self::AwaitingPublication { .. }
                | Self::ReadyToEnter { .. }
                | Self::InvestigatingObjection { .. }
                | Self::AwaitingEvidence { .. }
                | Self::AwaitingSupplement { due: None }
                | Self::UnderAppeal
                | Self::MustBeRefused { .. }
                | Self::PartlyRefused {
                    recourse: Recourse::UnderAppeal
                }
        )
    }

    /// Whether the deadline is that of the review.
    fn is_in_review(&self) -> bool {
        matches!(
            self,
            Self::Examining { .. }
                | Self::AwaitingApproval { .. }
                | Self::AwaitingPublication { .. }
                | Self::ReadyToEnter { .. }
                | Self::AwaitingEvidence { .. }
                | Self::AwaitingSupplement { due: None }
                | Self::MustBeRefused { .. }
        )
    }
}

impl Case {
    /// The working days in which the authority accepts or returns the application (NG 17): from its receipt, or as a
    /// conflict stopped them.
    pub fn acceptance_clock(&self, regime: &Regime) -> CaseClock {
        let days = regime.limits.acceptance_working_days.number;
        self.clock
            .filter(|_| self.accepted_at.is_none())
            .unwrap_or_else(|| CaseClock::start(days, self.received_at.day()))
    }

    /// Last day on which the authority accepts or returns the application (NG 17); while a conflict stops these days,
    /// the day on which they would have ended.
    pub fn acceptance_due(&self, regime: &Regime, calendar: &impl Calendar) -> Due {
        let days = regime.limits.acceptance_working_days.number;
        let uninterrupted = || add_working_days(calendar, self.received_at.day(), days);
        let clock = self.acceptance_clock(regime);
        clock.due(calendar).unwrap_or_else(uninterrupted)
    }

    /// The last day of a time for further proof that has passed at `now` without an answer.
    fn missed_proof(&self, now: Moment) -> Option<Day> {
        let due = self.open_supplement()?.due?;
        (now >= due.day.end()).then_some(due.day)
    }

    /// The request for further proof that can still be answered in time at `now`, delivered or not.
    pub fn awaited_supplement(&self, now: Moment) -> Option<&Supplement> {
        self.open_supplement()
            .filter(|_| self.missed_proof(now).is_none())
    }

    /// The clock of review at `now`: after a time for further proof that was not used it runs on by itself.
    pub fn clock_at(&self, now: Moment) -> Option<CaseClock> {
        let mut clock = self.clock?;
        let in_review = matches!(self.stage, Stage::Accepted | Stage::Examined | Stage::Approved);
        let missed = self.missed_proof(now);
        if let Some(day) = missed.filter(|_| in_review && self.conflict.is_none()) {
            clock.resume(day);
        }
        Some(clock)
    }

    /// Writes down that the clock runs on after a time for further proof that was not used.
    pub fn settle_clock(&mut self, now: Moment) {
        self.clock = self.clock_at(now);
    }

    /// Whether and since when the case is accepted at `now`. Silence accepts nothing while a conflict lasts.
    pub fn acceptance(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> Option<Acceptance> {
        if let (Some(at), Some(clock)) = (self.accepted_at, self.clock_at(now)) {
            return Some(Acceptance {
                at,
                by_silence: self.by_silence,
                clock,
            });
        }
        let waiting = self.stage == Stage::Filed && self.conflict.is_none();
        if !waiting || !regime.limits.silence_is_acceptance {
            return None;
        }
        let due = self.acceptance_due(regime, calendar);
        let deemed = add_working_days(calendar, due.day, 1).day;
        (now >= deemed.start()).then(|| Acceptance {
            at: deemed.start(),
            by_silence: true,
            clock: CaseClock::start(regime.review_working_days(self.filing.act()), deemed),
        })
    }

    /// What is true of the case at `now`.
    pub fn status(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> Status {
        match (self.stage, self.returned.as_ref(), self.notice) {
            (Stage::Refused, ..) => Status::Refused {
                appeal_due: self.appeal_due(regime, calendar),
            },
            (Stage::Withdrawn, ..) => Status::Withdrawn,
            (Stage::Terminated, ..) => Status::Terminated,
            (Stage::UnderAppeal, ..) => Status::UnderAppeal,
            (Stage::AwaitingSignatures, ..) => Status::AwaitingSignatures,
            (Stage::PartlyRefused, ..) => Status::PartlyRefused {
                recourse: self.recourse(now, regime, calendar),
            },
            (Stage::Returned, Some(returned), _) if !self.yields || is_late(returned, now) => {
                returned_status(returned, now)
            }
            _ if self.conflict.is_some() => Status::InConflict,
            _ if self.yields => self.refusal_due(now, regime, calendar),
            (Stage::InNotice, _, Some(notice)) => self.notice_status(&notice, now, regime, calendar),
            (Stage::Filed | Stage::Returned | Stage::Accepted, ..) => {
                self.early_status(now, regime, calendar)
            }
            _ if self.has_upheld_objection() => self.refusal_due(now, regime, calendar),
            _ => self.later_status(now, calendar),
        }
    }

    /// Nothing is open but a refusal or termination.
    fn refusal_due(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> Status {
        let acceptance = self.acceptance(now, regime, calendar);
        Status::MustBeRefused {
            due: acceptance.and_then(|acceptance| acceptance.clock.due(calendar)),
        }
    }

    /// Whether it has ended at `now`, as [`Status::has_ended`] says of its status: that depends on no calendar and no regime.
    pub fn has_ended(&self, now: Moment) -> bool {
        match (self.stage, &self.returned) {
            (Stage::Refused | Stage::Withdrawn | Stage::Terminated, _) => true,
            (Stage::PartlyRefused, _) => !self.has_open_appeal(),
            (Stage::Returned, Some(returned)) => is_late(returned, now),
            _ => false,
        }
    }

    /// Whether the case is open: it has neither ended nor is a refusal of it under re-assessment.
    pub fn is_undecided(&self, now: Moment) -> bool {
        let reassessed = matches!(self.stage, Stage::UnderAppeal | Stage::PartlyRefused);
        !self.has_ended(now) && !reassessed
    }

    /// The renewal that this case asks for, if it was filed in time and is not decided at `now`: what it covers is in
    /// force until then, though its term is over (NG 36).
    pub fn timely_renewal(&self, now: Moment) -> Option<&Dealing> {
        let in_time =
            |dealing: &&Dealing| matches!(&dealing.matter, Matter::Renewal(renewal) if !renewal.revives);
        self.dealing().filter(in_time).filter(|_| self.is_undecided(now))
    }

    /// Before the examination's result.
    fn early_status(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> Status {
        match (
            self.acceptance(now, regime, calendar),
            self.awaited_supplement(now),
        ) {
            (Some(_), Some(supplement)) => Status::AwaitingSupplement { due: supplement.due },
            (Some(acceptance), None) => Status::Examining {
                due: acceptance.clock.due(calendar),
                by_silence: acceptance.by_silence,
            },
            (None, _) => Status::Filed {
                due: self.acceptance_due(regime, calendar),
            },
        }
    }

    /// Between the examination's result and the public notice.
    fn later_status(&self, now: Moment, calendar: &impl Calendar) -> Status {
        let due = self.review_due(now, calendar);
        match (self.awaited_supplement(now), self.stage) {
            (Some(supplement), _) => Status::AwaitingSupplement { due: supplement.due },
            (None, Stage::Examined) => Status::AwaitingApproval { due },
            (None, _) => Status::AwaitingPublication { due },
        }
    }

    /// In the public notice and after it.
    fn notice_status(
        &self,
        notice: &Notice,
        now: Moment,
        regime: &Regime,
        calendar: &impl Calendar,
    ) -> Status {
        let open = self
            .objections
            .iter()
            .find(|objection| objection.result.is_none());
        if self.has_upheld_objection() {
            return self.refusal_due(now, regime, calendar);
        }
        if !notice.has_ended(now) {
            return Status::InNotice { due: notice.due };
        }
        match (open, regime.completion) {
            (Some(objection), _) => Status::InvestigatingObjection { due: objection.due },
            (None, Completion::Local) => Status::ReadyToEnter {
                due: self.review_due(now, calendar),
            },
            (None, Completion::NationalSystem) => Status::AwaitingEvidence {
                due: self.review_due(now, calendar),
            },
        }
    }

    /// The last day of review; nothing while the clock is paused.
    fn review_due(&self, now: Moment, calendar: &impl Calendar) -> Option<Due> {
        self.clock_at(now).and_then(|clock| clock.due(calendar))
    }

    /// The last day to ask for re-assessment of a refusal (S046): once, from delivery of its notice.
    pub fn appeal_due(&self, regime: &Regime, calendar: &impl Calendar) -> Option<Due> {
        let delivered = self.refusal.as_ref()?.notice.delivered_at?;
        let days = regime.limits.appeal_working_days.number;
        self.appeal
            .is_none()
            .then(|| add_working_days(calendar, delivered.day(), days))
    }

    /// What is open at `now` against the refusal of claimed kinds.
    fn recourse(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> Recourse {
        if self.has_open_appeal() {
            return Recourse::UnderAppeal;
        }
        let delivered = self.refusal.and_then(|refusal| refusal.notice.delivered_at);
        let open = |due: &Due| now < due.day.end();
        match (delivered, self.appeal_due(regime, calendar).filter(open)) {
            (None, _) => Recourse::Undelivered,
            (Some(_), Some(due)) => Recourse::Open { due },
            (Some(_), None) => Recourse::Final,
        }
    }

    /// Status, deadline and days at `now`.
    pub fn standing(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> Standing {
        let status = self.status(now, regime, calendar);
        let clock = self
            .acceptance(now, regime, calendar)
            .map(|acceptance| acceptance.clock);
        let due = match (status, clock) {
            (Status::AwaitingSupplement { due: None }, Some(clock)) => clock.due(calendar),
            _ => status.due(),
        };
        let today = now.day();
        let used = clock.filter(|_| status.is_in_review());
        // What was overrun before a pause is overrun after it.
        let beyond = used.map_or(0, |clock| {
            clock.used_until(calendar, today).saturating_sub(clock.limit)
        });
        let late = |due: Due| working_days_between(calendar, due.day, today, u16::MAX).max(beyond);
        Standing {
            status,
            due,
            overdue: due.filter(|_| !status.has_ended()).map_or(0, late),
            review: clock.map(|clock| (clock.used_until(calendar, today), clock.limit)),
        }
    }

    /// The day after which the clock runs again once the notice and the objections in it are over (NG 28).
    pub fn resumes_after(&self) -> Option<Day> {
        let decided = self
            .objections
            .iter()
            .filter_map(|objection| objection.result.map(|(_, _, signed)| signed.at.day()));
        let notice = self.notice.map(|notice| notice.due.day)?;
        Some(decided.fold(notice, Day::max))
    }

    /// Lets the days of review run on after an event on `day`, unless something else stops them: a conflict, a delivered
    /// request for further proof until its last day, the notice, or an objection in it.
    pub fn resume_clock(&mut self, day: Day) {
        let awaits_proof = self.open_supplement().is_some_and(|supplement| {
            let in_time = supplement.due.is_none_or(|due| day <= due.day);
            supplement.notice.delivered_at.is_some() && in_time
        });
        let in_notice = self.stage == Stage::InNotice;
        if self.conflict.is_some() || awaits_proof || (in_notice && self.has_open_objection()) {
            return;
        }
        let notice_over = self.resumes_after().filter(|_| in_notice);
        let day = notice_over.map_or(day, |over| over.max(day));
        if let Some(clock) = self.clock.as_mut() {
            clock.resume(day);
        }
    }
}

/// A return that was not completed in time.
fn is_late(returned: &Return, now: Moment) -> bool {
    returned.due.is_some_and(|due| now >= due.day.end())
}

fn returned_status(returned: &Return, now: Moment) -> Status {
    match returned.due {
        Some(due) if now >= due.day.end() => Status::NeverFiled { due },
        due => Status::Returned { due },
    }
}
