//! Cases about what is registered: transfer, change, renewal, cancellation, from the application to the entry.

use super::{
    acts::{Application, Fact, Letter, Matter, Officer},
    fits::Look,
    state::{only, parties, Broken, Case, Party, Refusal, Register, Rules, Stage},
    time::Moment,
};
use std::collections::BTreeMap;

pub const OPEN_MAX: usize = 8;

impl Register {
    /// Those who hold what the certificates from a number on list have these among their holdings.
    pub fn note_holdings(&mut self, place: usize, from: usize) {
        for certificate in from..self.objects[place].certificates.len() {
            let object = &self.objects[place];
            let first = object.certificates[certificate].rights[0];
            for party in object.holders_of(first) {
                self.hold(party, place, u32::try_from(certificate).unwrap());
            }
        }
    }

    pub fn file(&mut self, filed: &Application) -> Broken {
        let mut rules = self.fits(filed, Look::Filing(self.now));
        let object = &self.objects[filed.object];
        let holders = match filed.licence() {
            Some(filing) => object.holders_of(filing.parent),
            None => object.holders_on(filed.certificate),
        };
        let secured = self.renews_what_secures(filed);
        rules.rule(holders.contains(&filed.by) || secured, "ApplicantWithoutRight");
        rules.rule(object.cases.len() < OPEN_MAX, "TooManyOpenCases");
        if !rules.0.is_empty() {
            return rules.0;
        }
        let mut concerned = match filed.licence() {
            Some(filing) => object.signatories(filing),
            None => object.holders_on(filed.certificate),
        };
        concerned.extend(filed.receiving());
        if matches!(filed.matter, Matter::Change(_)) {
            let roots = object
                .roots()
                .filter(|(number, _)| self.in_force(filed.object, *number));
            concerned.extend(roots.flat_map(|(_, right)| parties(&right.holders)));
        }
        if matches!(filed.matter, Matter::Split { .. }) {
            concerned.extend(object.roots().flat_map(|(_, right)| parties(&right.holders)));
        }
        if let Matter::Cancellation { licences } = &filed.matter {
            concerned.extend(licences.iter().flat_map(|licence| object.holders_of(*licence)));
        }
        let signs = !matches!(filed.matter, Matter::Renewal { .. });
        let mut case = Case {
            filed: filed.clone(),
            stage: Stage::AwaitingSignatures,
            received: self.now,
            concerned: concerned.into_iter().map(|party| (party, signs)).collect(),
            granted: Vec::new(),
            refusal: None,
            appeal: None,
            reports: BTreeMap::new(),
            consents: BTreeMap::new(),
            parts_published: 0,
            entered: None,
        };
        case.sign(filed.by, self.now);
        self.objects[filed.object].cases.push(self.cases.len());
        self.cases.push(case);
        Broken::new()
    }

    /// A pledgee keeps alive what secures it.
    fn renews_what_secures(&self, filed: &Application) -> bool {
        let rights = self.rights_of(filed).unwrap_or_default();
        let pledged = self.secured_on(filed.object).into_iter().any(|one| {
            let meets = !self.mark(filed.object, one.mark).rights.is_disjoint(&rights);
            !one.reserves && one.holder == filed.by && meets
        });
        pledged && matches!(filed.matter, Matter::Renewal { .. })
    }

    pub fn sign(&mut self, by: Party, number: usize) -> Broken {
        let now = self.now;
        let case = &mut self.cases[number];
        let mut rules = Rules::default();
        if case.is_gone() {
            return only("CaseNotFound");
        }
        rules.rule(case.stage == Stage::AwaitingSignatures, "WrongStage");
        let awaited = case.concerned.contains(&(by, true));
        rules.rule(awaited, "NotASignatory");
        let in_time = case.filed.grants().is_none_or(|filing| now < filing.open_until);
        rules.rule(in_time, "SignatureTooLate");
        if rules.0.is_empty() {
            case.sign(by, now);
        }
        rules.0
    }

    pub fn withdraw(&mut self, by: Party, number: usize) -> Broken {
        let case = &mut self.cases[number];
        if case.is_gone() {
            return only("CaseNotFound");
        }
        let mut rules = Rules::default();
        rules.rule(case.filed.by == by, "NotTheApplicant");
        let ended = [
            Stage::Withdrawn,
            Stage::Refused,
            Stage::UnderAppeal,
            Stage::PartlyRefused,
        ];
        rules.rule(!ended.contains(&case.stage), "WrongStage");
        if rules.0.is_empty() {
            case.stage = Stage::Withdrawn;
            self.objects[case.filed.object]
                .cases
                .retain(|open| *open != number);
        }
        rules.0
    }

    pub fn enter(&mut self, number: usize, letter: Option<Letter>) -> Broken {
        let case = self.cases[number].clone();
        let end = match case.stage {
            _ if case.is_gone() => return only("CaseNotFound"),
            Stage::InNotice(end) => end,
            _ => return only("WrongStage"),
        };
        if self.now < end {
            return only("NoticeNotEnded");
        }
        let mut rules = self.fits(&case.filed, Look::Entry(number, &case));
        // What is refused of it is told in writing with the entry; else there is nothing to tell.
        let in_part = case.filed.kinds.len() > case.granted.len();
        rules.rule(!in_part || letter.is_some(), "RefusalLetterMissing");
        rules.rule(in_part || letter.is_none(), "RefusalLetterUnfit");
        rules.rule(self.is_reached(&case, letter), "ChannelUnfit");
        if !rules.0.is_empty() {
            return rules.0;
        }
        let (now, certificate) = (self.now, self.further_certificate(&case.filed));
        let object = &mut self.objects[case.filed.object];
        let known = object.certificates.len();
        let entry = object.entries.len() + 1;
        let mut off = Vec::new();
        match &case.filed.matter {
            Matter::Transfer { to, share, back, .. } => {
                object.transfer(&case, to, *share);
                if let Some(filing) = back {
                    object.add_licence(filing);
                }
            }
            Matter::Split { to, parts } => {
                object.published = true;
                object.split(*to);
                off = parts.clone();
            }
            Matter::Change(fact) => {
                // A description that changes is published with the notice.
                object.published |= matches!(fact, Fact::Description(_));
                object.change(*fact);
            }
            Matter::Renewal { years, revives } => object.renew(&case, *years, *revives, now),
            Matter::Cancellation { .. } => {
                let ending = object.granted(&case).into_iter().collect();
                let fallen = object.falling_with_any(&ending, now);
                object.end_rights(&ending, now);
                object.enter("rights_ended");
                object.fall(&fallen, now);
            }
            Matter::Licence(filing) => object.grant(filing),
            Matter::Further { years } => object.add(&case, certificate.unwrap(), *years, now),
        }
        object.cases.retain(|open| *open != number);
        self.note_holdings(case.filed.object, known);
        for part in off {
            self.split_off(case.filed.object, part);
        }
        let case = &mut self.cases[number];
        case.entered = Some(entry);
        case.stage = if in_part {
            Stage::PartlyRefused
        } else {
            Stage::Entered
        };
        case.refusal = letter.map(|letter| Refusal {
            by: Officer::Reviewer,
            delivered: letter.delivered_at(now),
        });
        Broken::new()
    }
}

impl Case {
    fn sign(&mut self, by: Party, now: Moment) {
        for (party, awaited) in &mut self.concerned {
            *awaited &= *party != by;
        }
        self.receive_if_signed(now);
    }

    /// Filed and received when nobody's signature is awaited any more.
    pub fn receive_if_signed(&mut self, now: Moment) {
        let awaited = self.concerned.iter().any(|(_, awaited)| *awaited);
        if self.stage == Stage::AwaitingSignatures && !awaited {
            self.stage = Stage::Filed;
            self.received = now;
        }
    }
}
