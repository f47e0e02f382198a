//! What is true of an objection at a moment: a function of state and time, the same for every reader.

use super::{Objection, ObjectionStage, ObjectionStanding, ObjectionStatus};
use crate::{
    clock::{add_working_days, working_days_between, Calendar, Due, Moment},
    regime::Regime,
};

impl Objection {
    /// Last day to tell the registrant of the objection (NG 29).
    pub fn notice_due(&self, regime: &Regime, calendar: &impl Calendar) -> Due {
        let days = regime.limits.objection_notice_working_days.number;
        add_working_days(calendar, self.received_at.day(), days)
    }

    /// Last day to complete a returned objection, from delivery of the notice.
    pub fn completion_due(&self, regime: &Regime, calendar: &impl Calendar) -> Option<Due> {
        let delivered = self.returned?.delivered_at?;
        let days = regime.limits.completion_working_days_max.number;
        Some(add_working_days(calendar, delivered.day(), days))
    }

    /// Last day for the registrant's answer, from delivery of the notice.
    pub fn answer_due(&self, regime: &Regime, calendar: &impl Calendar) -> Option<Due> {
        let delivered = self.notified?.delivered_at?;
        let days = regime.limits.objection_working_days.number;
        Some(add_working_days(calendar, delivered.day(), days))
    }

    /// Last day for the answers to the conclusion, from the delivery of its notice.
    pub fn acceptance_due(&self, regime: &Regime, calendar: &impl Calendar) -> Option<Due> {
        let delivered = self.conclusion?.notice.delivered_at?;
        let days = regime.limits.objection_working_days.number;
        Some(add_working_days(calendar, delivered.day(), days))
    }

    /// Last day to prove that a court or arbitral body took the matter: calendar days from the refusal of the conclusion,
    /// or from the last day on which it could be accepted.
    pub fn court_due(&self, regime: &Regime, calendar: &impl Calendar) -> Option<Due> {
        let conclusion = self.conclusion?;
        let refused = conclusion.answered_at.filter(|_| conclusion.is_refused());
        let open_since = match refused {
            Some(at) => Due {
                day: at.day(),
                provisional: false,
            },
            None => self.acceptance_due(regime, calendar)?,
        };
        Some(Due {
            day: open_since.day.plus(regime.limits.court_proof_days.number.into()),
            ..open_since
        })
    }

    /// What is true of the objection at `now`.
    pub fn status(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> ObjectionStatus {
        let filed = || ObjectionStatus::Filed {
            due: self.notice_due(regime, calendar),
        };
        match self.stage {
            ObjectionStage::Filed => filed(),
            ObjectionStage::Returned => match self.completion_due(regime, calendar) {
                Some(due) if has_passed(due, now) => ObjectionStatus::Lapsed { due },
                due => ObjectionStatus::Returned { due },
            },
            ObjectionStage::Notified => ObjectionStatus::Notified {
                due: self.answer_due(regime, calendar),
            },
            ObjectionStage::Contested => ObjectionStatus::Contested,
            ObjectionStage::Concluded => match self.acceptance_due(regime, calendar) {
                Some(due) if has_passed(due, now) => self.unaccepted(now, regime, calendar),
                due => ObjectionStatus::Concluded { due },
            },
            ObjectionStage::Unaccepted => self.unaccepted(now, regime, calendar),
            ObjectionStage::Lapsed => {
                let due = match self.conclusion {
                    Some(_) => self.court_due(regime, calendar),
                    None => self.completion_due(regime, calendar),
                };
                due.map_or_else(filed, |due| ObjectionStatus::Lapsed { due })
            }
            ObjectionStage::InCourt => ObjectionStatus::InCourt,
            ObjectionStage::Decided => ObjectionStatus::Decided,
            ObjectionStage::Closed => ObjectionStatus::Closed,
            ObjectionStage::Withdrawn => ObjectionStatus::Withdrawn,
        }
    }

    /// Of a conclusion that one side did not accept, or that nobody answered.
    fn unaccepted(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> ObjectionStatus {
        match self.court_due(regime, calendar) {
            Some(due) if has_passed(due, now) => ObjectionStatus::Lapsed { due },
            Some(due) => ObjectionStatus::Unaccepted { due },
            None => ObjectionStatus::Contested,
        }
    }

    /// Status and deadline at `now`.
    pub fn standing(&self, now: Moment, regime: &Regime, calendar: &impl Calendar) -> ObjectionStanding {
        let status = self.status(now, regime, calendar);
        let late = |due: Due| working_days_between(calendar, due.day, now.day(), u16::MAX);
        ObjectionStanding {
            status,
            due: status.due(),
            overdue: status.due().map_or(0, late),
        }
    }
}

/// Whether the last day of a period is over.
fn has_passed(due: Due, now: Moment) -> bool {
    now >= due.day.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        capacity::Via,
        case::Signed,
        clock::{Year, YearCalendar},
        marks::RightSet,
        objection::{Conclusion, Disposition, ObjectionGround, Representative, Side},
        regimes::{calendar_2026, national_2026},
        written_notice::{Channel, WrittenNotice},
        AuthorityId, Digest, ObjectId, OfficerId, PartyId, PowerId,
    };

    const DIGEST: Digest = Digest::Sha2_256([7; 32]);

    fn calendar(year: Year) -> Option<YearCalendar> {
        (year == 2026).then(calendar_2026)
    }

    /// Nine in the morning of a day.
    fn at(day: &str) -> Moment {
        Moment(day.parse::<crate::clock::Day>().unwrap().start().0 + 9 * 3_600_000)
    }

    fn due(day: &str) -> Due {
        Due {
            day: day.parse().unwrap(),
            provisional: false,
        }
    }

    /// The second before the end of a day, the end, and the second after it.
    fn around(day: &str) -> [Moment; 3] {
        let end = due(day).day.end().0;
        [Moment(end - 1_000), Moment(end), Moment(end + 1_000)]
    }

    fn objection(stage: ObjectionStage) -> Objection {
        Objection {
            version: 1,
            object: ObjectId(1),
            rights: RightSet::NONE.with(0),
            registrant: PartyId(1),
            objector: PartyId(2),
            via: Via::Own,
            authority: AuthorityId(1),
            regime: national_2026().id,
            ground: ObjectionGround::Title,
            facts: DIGEST,
            evidence: Default::default(),
            received_at: at("2026-09-29"),
            stage,
            returned: None,
            notified: None,
            explanation: None,
            agreed: None,
            representatives: Default::default(),
            handled: None,
            conclusion: None,
            court_proof: None,
            decided: None,
            notice_mark: None,
            proposed_hold: None,
            hold_mark: None,
        }
    }

    fn notice(delivered: Option<&str>) -> Option<WrittenNotice> {
        Some(WrittenNotice {
            channel: Channel::Post,
            letter: DIGEST,
            sent_at: at("2026-09-28"),
            delivered_at: delivered.map(at),
        })
    }

    fn concluded(answered: Option<(&str, bool)>) -> Objection {
        Objection {
            conclusion: Some(Conclusion {
                disposition: Disposition::Cancel,
                record: DIGEST,
                notice: WrittenNotice {
                    sent_at: at("2026-10-12"),
                    ..notice(Some("2026-10-12")).unwrap()
                },
                by: Signed {
                    officer: OfficerId(1),
                    at: at("2026-10-12"),
                },
                objector_accepts: answered.map(|(_, accepts)| accepts),
                registrant_accepts: None,
                answered_at: answered.map(|(day, _)| at(day)),
            }),
            ..objection(ObjectionStage::Concluded)
        }
    }

    fn status(objection: &Objection, now: Moment) -> ObjectionStatus {
        objection.status(now, &national_2026(), &calendar)
    }

    #[test]
    fn the_registrant_is_told_within_five_working_days_and_a_late_notice_is_overdue() {
        let filed = objection(ObjectionStage::Filed);
        // Golden week does not count, Saturday 10 October does.
        let last = due("2026-10-12");
        let standing = |now| filed.standing(now, &national_2026(), &calendar);
        let [before, end, after] = around("2026-10-12");
        for now in [before, end, after] {
            assert_eq!(standing(now).status, ObjectionStatus::Filed { due: last });
            assert_eq!(standing(now).due, Some(last));
        }
        assert_eq!([before, end, after].map(|now| standing(now).overdue), [0, 1, 1]);
        assert_eq!(standing(at("2026-10-19")).overdue, 5);
    }

    #[test]
    fn a_returned_objection_lapses_after_the_days_to_complete_it_which_run_from_delivery() {
        let returned = |delivered| Objection {
            returned: notice(delivered),
            ..objection(ObjectionStage::Returned)
        };
        let undelivered = returned(None);
        assert_eq!(
            status(&undelivered, at("2026-12-31")),
            ObjectionStatus::Returned { due: None }
        );
        let delivered = returned(Some("2026-09-30"));
        let last = due("2026-11-03");
        let waiting = ObjectionStatus::Returned { due: Some(last) };
        let lapsed = ObjectionStatus::Lapsed { due: last };
        let found = around("2026-11-03").map(|now| status(&delivered, now));
        assert_eq!(found, [waiting, lapsed, lapsed]);
        assert!(waiting.is_open() && !lapsed.is_open());
    }

    #[test]
    fn the_registrant_s_time_to_answer_runs_from_delivery_and_ends_nothing() {
        let notified = |delivered| Objection {
            notified: notice(delivered),
            ..objection(ObjectionStage::Notified)
        };
        let none = ObjectionStatus::Notified { due: None };
        assert_eq!(status(&notified(None), at("2026-12-31")), none);
        let told = ObjectionStatus::Notified {
            due: Some(due("2026-10-21")),
        };
        for now in around("2026-10-21") {
            assert_eq!(status(&notified(Some("2026-10-08")), now), told);
        }
    }

    #[test]
    fn silence_accepts_no_conclusion() {
        let unanswered = concluded(None);
        let (answers, court) = (due("2026-10-26"), due("2026-11-10"));
        let open = ObjectionStatus::Unaccepted { due: court };
        let found = around("2026-10-26").map(|now| status(&unanswered, now));
        let waiting = ObjectionStatus::Concluded { due: Some(answers) };
        assert_eq!(found, [waiting, open, open]);
        let lapsed = ObjectionStatus::Lapsed { due: court };
        let found = around("2026-11-10").map(|now| status(&unanswered, now));
        assert_eq!(found, [open, lapsed, lapsed]);
        // One side's acceptance is no acceptance by both.
        let half = concluded(Some(("2026-10-13", true)));
        assert_eq!(status(&half, around("2026-10-26")[1]), open);
    }

    #[test]
    fn the_time_to_answer_a_conclusion_runs_from_the_delivery_of_its_notice() {
        let delivered = |day: Option<&str>| {
            let mut objection = concluded(None);
            let notice = objection
                .conclusion
                .as_mut()
                .map(|conclusion| &mut conclusion.notice);
            notice.unwrap().delivered_at = day.map(at);
            objection
        };
        let undelivered = ObjectionStatus::Concluded { due: None };
        assert_eq!(status(&delivered(None), at("2027-12-31")), undelivered);
        assert!(delivered(None).undelivered_notice().is_some());
        let (later, last) = (delivered(Some("2026-10-19")), due("2026-11-02"));
        let waiting = ObjectionStatus::Concluded { due: Some(last) };
        let open = ObjectionStatus::Unaccepted {
            due: due("2026-11-17"),
        };
        let found = around("2026-11-02").map(|now| status(&later, now));
        assert_eq!(found, [waiting, open, open]);
    }

    #[test]
    fn proof_of_a_court_is_in_time_to_the_second_and_calendar_days_do_not_roll() {
        let refused = Objection {
            stage: ObjectionStage::Unaccepted,
            ..concluded(Some(("2026-10-16", false)))
        };
        // Fifteen days after Friday the 16th: a Saturday.
        let last = due("2026-10-31");
        let (open, lapsed) = (
            ObjectionStatus::Unaccepted { due: last },
            ObjectionStatus::Lapsed { due: last },
        );
        let found = around("2026-10-31").map(|now| status(&refused, now));
        assert_eq!(found, [open, lapsed, lapsed]);
        assert_eq!((open.due(), lapsed.due()), (Some(last), None));
    }

    #[test]
    fn what_has_lapsed_stays_lapsed_when_it_is_closed() {
        let refused = Objection {
            stage: ObjectionStage::Lapsed,
            ..concluded(Some(("2026-10-16", false)))
        };
        let lapsed = ObjectionStatus::Lapsed {
            due: due("2026-10-31"),
        };
        assert_eq!(status(&refused, at("2026-10-17")), lapsed);
        let incomplete = Objection {
            returned: notice(Some("2026-09-30")),
            ..objection(ObjectionStage::Lapsed)
        };
        let lapsed = ObjectionStatus::Lapsed {
            due: due("2026-11-03"),
        };
        assert_eq!(status(&incomplete, at("2026-12-01")), lapsed);
    }

    #[test]
    fn the_other_stages_have_no_deadline() {
        let pairs = [
            (ObjectionStage::Contested, ObjectionStatus::Contested, true),
            (ObjectionStage::InCourt, ObjectionStatus::InCourt, true),
            (ObjectionStage::Decided, ObjectionStatus::Decided, true),
            (ObjectionStage::Closed, ObjectionStatus::Closed, false),
            (ObjectionStage::Withdrawn, ObjectionStatus::Withdrawn, false),
        ];
        for (stage, expected, open) in pairs {
            let standing = objection(stage).standing(at("2027-01-04"), &national_2026(), &calendar);
            let found = (standing.status, standing.due, standing.overdue);
            assert_eq!(found, (expected, None, 0));
            assert_eq!((expected.is_open(), stage.is_open()), (open, open));
        }
    }

    #[test]
    fn a_year_without_calendar_makes_the_last_day_provisional() {
        let refused = concluded(None);
        let none = |_: Year| None;
        let found = refused.court_due(&national_2026(), &none).unwrap();
        assert!(found.provisional);
    }

    #[test]
    fn representatives_are_told_apart_by_side_power_and_officer() {
        let agent = |side, power| Representative {
            side,
            via: Via::Agent {
                agent: PartyId(9),
                power: PowerId(power),
            },
        };
        let counter = |document| Representative {
            side: Side::Objector,
            via: Via::Counter {
                officer: OfficerId(4),
                document,
                received_at: at("2026-10-08"),
            },
        };
        let mut objection = objection(ObjectionStage::Filed);
        objection.representatives = vec![agent(Side::Objector, 1), counter(DIGEST)]
            .try_into()
            .unwrap();
        assert!(agent(Side::Objector, 1).is_same(&agent(Side::Objector, 1)));
        assert!(!agent(Side::Objector, 1).is_same(&agent(Side::Objector, 2)));
        assert!(!agent(Side::Objector, 1).is_same(&agent(Side::Registrant, 1)));
        assert!(counter(DIGEST).is_same(&counter(Digest::Sha2_256([8; 32]))));
        assert!(objection.was_filed_at_counter_by(OfficerId(4)));
        assert!(!objection.was_filed_at_counter_by(OfficerId(5)));
        let powers = |side| objection.powers_of(PartyId(9), side).collect::<Vec<_>>();
        assert_eq!(powers(Side::Objector), [PowerId(1)]);
        assert_eq!(powers(Side::Objector.opposite()), []);
    }
}
