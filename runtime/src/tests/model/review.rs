//! The decision of a case, and its re-assessment: refused as a whole, or of some kinds when the others are entered (NG 22, S046).

use super::{
    acts::{Application, Letter, Matter, Officer},
    cases::OPEN_MAX,
    fits::Look,
    state::{only, Appeal, Broken, Case, Party, Refusal, Register, Rules, Stage},
    time::{day_of, end_of, start_of, working_days_after, Moment},
};

const APPEAL_DAYS: u32 = 15;
/// The parties that are service institutions.
pub const INSTITUTIONS: [Party; 2] = [1, 5];

impl Letter {
    pub fn delivered_at(self, now: Moment) -> Option<Moment> {
        (self == Self::Ledger).then_some(now)
    }
}

impl Case {
    /// Removed: entered as a whole, or closed.
    pub fn is_gone(&self) -> bool {
        matches!(self.stage, Stage::Entered | Stage::Closed)
    }

    /// Neither ended nor refused, be the refusal under re-assessment.
    pub fn is_undecided(&self) -> bool {
        let decided = matches!(
            self.stage,
            Stage::Withdrawn | Stage::Refused | Stage::UnderAppeal | Stage::PartlyRefused
        );
        !decided && !self.is_gone()
    }

    /// How many have signed, once all have.
    fn signatures(&self) -> usize {
        match self.filed.matter {
            Matter::Renewal { .. } | Matter::Further { .. } => 0,
            _ => self.concerned.len(),
        }
    }

    fn grants(&self) -> bool {
        !self.granted.is_empty()
    }

    /// Those of its kinds that were refused.
    fn refused(&self) -> Vec<usize> {
        let kinds = self.filed.kinds.iter().copied();
        kinds.filter(|kind| !self.granted.contains(kind)).collect()
    }

    /// Whether a part that leaves the object is still to be published.
    pub fn has_part_to_publish(&self) -> bool {
        matches!(&self.filed.matter, Matter::Split { parts, .. } if self.parts_published < parts.len())
    }

    /// When a re-assessment can no longer be asked for; nothing when it was, or while nobody was told.
    pub fn appeal_until(&self) -> Option<Moment> {
        let told = self.refusal?.delivered.filter(|_| self.appeal.is_none())?;
        Some(end_of(working_days_after(day_of(told), APPEAL_DAYS)))
    }

    pub fn has_open_appeal(&self) -> bool {
        self.appeal.is_some_and(|appeal| !appeal.is_decided)
    }
}

impl Register {
    /// Silence accepts on the working day after the days of acceptance.
    fn is_accepted(&self, case: &Case) -> bool {
        let silent = case.filed.under.acceptance_days().is_some_and(|days| {
            let due = working_days_after(day_of(case.received), days);
            case.stage == Stage::Filed && self.now >= start_of(working_days_after(due, 1))
        });
        case.stage == Stage::Accepted || silent
    }

    pub fn accept(&mut self, number: usize) -> Broken {
        let case = &self.cases[number];
        match case.stage {
            _ if case.is_gone() => only("CaseNotFound"),
            Stage::Filed if self.is_accepted(case) => only("AcceptedBySilence"),
            Stage::Filed => {
                self.cases[number].stage = Stage::Accepted;
                Broken::new()
            }
            _ => only("WrongStage"),
        }
    }

    pub fn examine(&mut self, number: usize, granted: &[usize], met: bool) -> Broken {
        let case = &self.cases[number];
        if case.is_gone() {
            return only("CaseNotFound");
        }
        let mut rules = Rules::default();
        rules.rule(self.is_accepted(case), "WrongStage");
        let kinds = &case.filed.kinds;
        let grants = if kinds.is_empty() {
            met
        } else {
            !granted.is_empty()
        };
        rules.rule(met || !grants, "GrantedDespiteFindings");
        // What more than one party has signed, some of whom take or lose by it, is one thing.
        let in_part = grants && granted.len() < kinds.len();
        rules.rule(!(in_part && case.signatures() > 1), "SignedInPart");
        if rules.0.is_empty() {
            let case = &mut self.cases[number];
            case.stage = Stage::Examined;
            case.granted = granted.to_vec();
            // A change names no kinds: what was found decides it.
            if case.filed.kinds.is_empty() && met {
                case.granted = vec![usize::MAX];
            }
        }
        rules.0
    }

    pub fn approve(&mut self, number: usize) -> Broken {
        let case = &self.cases[number];
        let mut favourable = case.reports.iter().filter(|(_, favourable)| **favourable);
        let reported = favourable.any(|(institution, _)| self.is_good(*institution));
        match case.stage {
            _ if case.is_gone() => only("CaseNotFound"),
            Stage::Examined if !case.grants() => only("NothingGranted"),
            Stage::Examined if case.filed.under.needs_report() && !reported => only("ReportMissing"),
            Stage::Examined => {
                self.cases[number].stage = Stage::Approved;
                Broken::new()
            }
            _ => only("WrongStage"),
        }
    }

    /// A service institution that has no part in a case reports on it until it is approved; its last report counts.
    pub fn report_on(&mut self, by: Party, number: usize, favourable: bool) -> Broken {
        let case = &mut self.cases[number];
        if case.is_gone() {
            return only("CaseNotFound");
        }
        let mut rules = Rules::default();
        rules.rule(INSTITUTIONS.contains(&by), "NotAServiceInstitution");
        rules.rule(!case.concerns(by), "OwnReport");
        let open = [Stage::Filed, Stage::Accepted, Stage::Examined].contains(&case.stage);
        rules.rule(open, "WrongStage");
        if rules.0.is_empty() {
            case.reports.insert(by, favourable);
        }
        rules.0
    }

    pub fn publish(&mut self, number: usize) -> Broken {
        let today = self.today();
        let case = &mut self.cases[number];
        let days = case.filed.under.notice_days();
        match case.stage {
            _ if case.is_gone() => only("CaseNotFound"),
            Stage::Approved if case.has_part_to_publish() => only("PartNotPublished"),
            Stage::Approved => {
                case.stage = Stage::InNotice(end_of(working_days_after(today, days)));
                Broken::new()
            }
            _ => only("WrongStage"),
        }
    }

    /// Publishes the next part that leaves an object. The notice begins with what stays.
    pub fn publish_part(&mut self, number: usize) -> Broken {
        let case = &mut self.cases[number];
        match case.stage {
            _ if case.is_gone() => only("CaseNotFound"),
            Stage::Approved if !case.has_part_to_publish() => only("NoPartToPublish"),
            Stage::Approved => {
                case.parts_published += 1;
                Broken::new()
            }
            _ => only("WrongStage"),
        }
    }

    fn unlist(&mut self, number: usize) {
        let object = self.cases[number].filed.object;
        self.objects[object].cases.retain(|open| *open != number);
    }

    /// Whether the applicant can be told so.
    pub fn is_reached(&self, case: &Case, letter: Option<Letter>) -> bool {
        letter != Some(Letter::Ledger) || self.has_account(case.filed.by)
    }

    pub fn refuse(&mut self, number: usize, officer: Officer, letter: Letter) -> Broken {
        let now = self.now;
        let is_reached = self.is_reached(&self.cases[number], Some(letter));
        let case = &mut self.cases[number];
        match case.stage {
            _ if case.is_gone() => return only("CaseNotFound"),
            Stage::Examined | Stage::Approved | Stage::InNotice(_) if is_reached => {}
            Stage::Examined | Stage::Approved | Stage::InNotice(_) => return only("ChannelUnfit"),
            _ => return only("WrongStage"),
        }
        case.stage = Stage::Refused;
        case.refusal = Some(Refusal {
            by: officer,
            delivered: letter.delivered_at(now),
        });
        // After a re-assessment it is final.
        if case.appeal.is_some() {
            self.unlist(number);
        }
        Broken::new()
    }

    pub fn acknowledge(&mut self, by: Party, number: usize) -> Broken {
        let now = self.now;
        let case = &mut self.cases[number];
        if case.is_gone() {
            return only("CaseNotFound");
        }
        let mut rules = Rules::default();
        rules.rule(case.filed.by == by, "NotTheApplicant");
        let refused = matches!(case.stage, Stage::Refused | Stage::PartlyRefused);
        let waiting = case
            .refusal
            .as_mut()
            .filter(|refusal| refused && refusal.delivered.is_none());
        rules.rule(waiting.is_some(), "NothingToDeliver");
        if let Some(refusal) = waiting.filter(|_| rules.0.is_empty()) {
            refusal.delivered = Some(now);
        }
        rules.0
    }

    pub fn appeal(&mut self, by: Party, number: usize) -> Broken {
        let now = self.now;
        let case = &mut self.cases[number];
        if case.is_gone() {
            return only("CaseNotFound");
        }
        let mut rules = Rules::default();
        rules.rule(case.filed.by == by, "NotTheApplicant");
        let refused = matches!(case.stage, Stage::Refused | Stage::PartlyRefused);
        rules.rule(refused, "WrongStage");
        rules.rule(case.appeal.is_none(), "AlreadyAppealed");
        let told = case.refusal.is_some_and(|refusal| refusal.delivered.is_some());
        rules.rule(told, "RefusalNotDelivered");
        let in_time = case.appeal_until().is_none_or(|until| now < until);
        rules.rule(in_time, "AppealOutOfTime");
        if rules.0.is_empty() {
            case.appeal = Some(Appeal {
                against: case.refusal.unwrap().by,
                is_decided: false,
            });
            // What is entered stays entered.
            if case.stage == Stage::Refused {
                case.stage = Stage::UnderAppeal;
            }
        }
        rules.0
    }

    /// Decides a re-assessment: by who has not refused, nor approved what refused kinds.
    pub fn decide_appeal(&mut self, number: usize, officer: Officer, anew: bool) -> Broken {
        let case = self.cases[number].clone();
        if case.is_gone() {
            return only("CaseNotFound");
        }
        let Some(appeal) = case.appeal.filter(|_| case.has_open_appeal()) else {
            return only("WrongStage");
        };
        let in_part = case.stage == Stage::PartlyRefused;
        if appeal.against == officer || (in_part && officer == Officer::Reviewer) {
            return only("SamePerson");
        }
        if in_part && anew {
            let broken = self.open_anew(&case);
            if !broken.is_empty() {
                return broken;
            }
        }
        let case = &mut self.cases[number];
        case.appeal = Some(Appeal {
            is_decided: true,
            ..appeal
        });
        match (in_part, anew) {
            (true, _) => {}
            (false, true) => {
                case.stage = Stage::Accepted;
                case.granted = Vec::new();
                case.refusal = None;
            }
            (false, false) => {
                case.stage = Stage::Refused;
                self.unlist(number);
            }
        }
        Broken::new()
    }

    /// Opens a case, accepted now, for the kinds that were refused. It is the re-assessment: a refusal in it is final.
    fn open_anew(&mut self, case: &Case) -> Broken {
        let filed = Application {
            kinds: case.refused(),
            ..case.filed.clone()
        };
        let mut rules = self.fits(&filed, Look::Filing(case.received));
        let object = &mut self.objects[filed.object];
        rules.rule(object.cases.len() < OPEN_MAX, "TooManyOpenCases");
        if !rules.0.is_empty() {
            return rules.0;
        }
        object.cases.push(self.cases.len());
        self.cases.push(Case {
            filed,
            stage: Stage::Accepted,
            granted: Vec::new(),
            refusal: None,
            appeal: case.appeal.map(|appeal| Appeal {
                is_decided: true,
                ..appeal
            }),
            entered: None,
            // Who consents to one case has not consented to another.
            consents: Default::default(),
            ..case.clone()
        });
        Broken::new()
    }

    /// Removes a case in which nothing is open any more.
    pub fn close(&mut self, number: usize) -> Broken {
        let case = &self.cases[number];
        if case.is_gone() {
            return only("CaseNotFound");
        }
        let told = case.refusal.is_some_and(|refusal| refusal.delivered.is_some());
        let final_now = case.appeal_until().is_none_or(|until| self.now >= until);
        let ended = match case.stage {
            Stage::Withdrawn => true,
            Stage::Refused => told && final_now,
            Stage::PartlyRefused => told && final_now && !case.has_open_appeal(),
            _ => false,
        };
        if !ended {
            return only("CaseNotEnded");
        }
        self.cases[number].stage = Stage::Closed;
        self.unlist(number);
        Broken::new()
    }
}
