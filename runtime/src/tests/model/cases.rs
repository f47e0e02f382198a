//! Cases about what is registered: transfer, change, renewal, from the application to the entry.

use super::{
    acts::{Application, Fact, Matter, Operation},
    state::{
        only, parties, Broken, Case, Certificate, Holders, Object, Party, Register, Rules, Stage, OPERATING,
    },
    time::{day_of, end_of, last_day, plus_years, start_of, working_days_after, Moment},
};
use std::collections::{BTreeMap, BTreeSet};

const OPEN_MAX: usize = 8;
const YEARS_MAX: u32 = 5;
const ACCEPTANCE_DAYS: u32 = 3;
const NOTICE_DAYS: u32 = 5;

/// Who holds a right after a share has passed; nothing when it cannot.
fn after_passing(holders: &Holders, from: Party, to: Party, parts: u32) -> Option<Holders> {
    let mut after: BTreeMap<Party, u32> = holders.iter().copied().collect();
    let by_shares = holders.len() > 1 && holders.iter().all(|(_, parts)| *parts > 0);
    let has = after
        .get_mut(&from)
        .filter(|_| by_shares && from != to && parts > 0)?;
    *has = has.checked_sub(parts)?;
    *after.entry(to).or_default() += parts;
    let left: Holders = after.into_iter().filter(|(_, parts)| *parts > 0).collect();
    Some(match left.as_slice() {
        [(only, _)] => vec![(*only, 0)],
        _ => left,
    })
}

/// Who holds a right after a transfer, or the rule that is broken.
fn holders_after(
    current: &Holders,
    to: &Holders,
    share: Option<(Party, u32)>,
) -> Result<Holders, &'static str> {
    let (new, old) = (parties(to), parties(current));
    match share {
        None if new.is_disjoint(&old) || (new.is_subset(&old) && new.len() < old.len()) => Ok(to.clone()),
        None => Err("TransferorKeeps"),
        Some((from, parts)) if to.len() == 1 => {
            after_passing(current, from, to[0].0, parts).ok_or("ShareUnfit")
        }
        Some(_) => Err("ShareUnfit"),
    }
}

impl Register {
    /// What must be true of an application when it is filed, and again when it is entered.
    fn fits(&self, filed: &Application, entered: Option<&Case>) -> Rules {
        let mut rules = Rules::default();
        let object = &self.objects[filed.object];
        let live = |number: u32| {
            object
                .certificates
                .get(number as usize)
                .is_some_and(|one| !one.ended)
        };
        let found = filed
            .kinds
            .iter()
            .map(|kind| object.root_on(filed.certificate, *kind));
        let rights: Option<BTreeSet<u32>> = found.collect();
        let Some(rights) = rights.filter(|_| live(filed.certificate)) else {
            return Rules(only("NotOnCertificate"));
        };
        match &filed.matter {
            Matter::Transfer { .. } => self.transfer_fits(filed, &rights, entered, &mut rules),
            Matter::Change(fact) => self.change_fits(filed, *fact, entered, &mut rules),
            Matter::Renewal { years, revives } => {
                rules.rule(!rights.is_empty(), "ClaimMissing");
                rules.rule((1..=YEARS_MAX).contains(years), "ValidityOutOfRange");
                self.renewal_fits(filed, *revives, &rights, entered, &mut rules);
            }
        }
        rules
    }

    fn transfer_fits(
        &self,
        filed: &Application,
        rights: &BTreeSet<u32>,
        entered: Option<&Case>,
        rules: &mut Rules,
    ) {
        let object = &self.objects[filed.object];
        let Matter::Transfer {
            to,
            share,
            limited,
            survivors,
        } = &filed.matter
        else {
            return;
        };
        rules.rule(!limited, "TransferLimitedInTerritory");
        rules.rule(!rights.is_empty(), "ClaimMissing");
        rules.rule(
            rights.iter().all(|right| self.in_force(filed.object, *right)),
            "RightNotInForce",
        );
        if let Some(first) = rights.first() {
            let current = &object.rights[*first as usize].holders;
            if let Err(error) = holders_after(current, to, *share) {
                rules.rule(false, error);
            }
        }
        let staying = object.surviving(rights, self.now);
        let listed = match entered {
            None => staying == *survivors,
            Some(_) => staying.is_subset(survivors),
        };
        rules.rule(listed, "SurvivorsUnfit");
        let operating = object.root_on(filed.certificate, OPERATING);
        let power = operating.is_some_and(|number| self.in_force(filed.object, number));
        rules.rule(power, "OperatingRightNeeded");
        let free = object.in_the_way(Operation::Transfer, rights, None).is_empty();
        rules.rule(free, "BarredByMark");
    }

    fn change_fits(&self, filed: &Application, fact: Fact, entered: Option<&Case>, rules: &mut Rules) {
        let object = &self.objects[filed.object];
        rules.rule(filed.kinds.is_empty(), "KindsUnfit");
        let mut roots = object
            .roots()
            .filter(|(_, right)| right.certificate == filed.certificate);
        let something = roots.any(|(number, _)| self.in_force(filed.object, number));
        rules.rule(something, "RightNotInForce");
        let differs = match fact {
            Fact::Industry(to) => to != object.industry,
            Fact::Description(to) => to != object.description,
            Fact::Level(to) => to != object.level,
        };
        rules.rule(differs, "NothingChanges");
        rules.rule(
            !matches!(fact, Fact::Level(to) if to >= object.level),
            "LevelNotLower",
        );
        rules.rule(!matches!(fact, Fact::Industry(97)), "NegativeListed");
        // An organ that controls may still consent until the entry; its account is no party's, so none does.
        let obstacles = object.in_the_way(Operation::Change, &object.live(), None);
        rules.rule(entered.is_none() || obstacles.is_empty(), "MarkConsentMissing");
    }

    fn renewal_fits(
        &self,
        filed: &Application,
        revives: bool,
        rights: &BTreeSet<u32>,
        entered: Option<&Case>,
        rules: &mut Rules,
    ) {
        let object = &self.objects[filed.object];
        let ends: Vec<Moment> = rights
            .iter()
            .map(|right| object.rights[*right as usize].until)
            .collect();
        let pending = object.cases.iter().any(|case| {
            let other = &self.cases[*case].filed;
            matches!(other.matter, Matter::Renewal { .. })
                && other.certificate == filed.certificate
                && other.kinds.iter().any(|kind| filed.kinds.contains(kind))
        });
        rules.rule(entered.is_some() || !pending, "RenewalPending");
        if revives {
            rules.rule(ends.iter().all(|until| *until <= self.now), "NotLapsed");
            return;
        }
        let received = day_of(entered.map_or(self.now, |case| case.received));
        let in_time = |until: &Moment| {
            let (first, last) = Self::window(*until);
            first <= received && (entered.is_some() || received <= last)
        };
        rules.rule(ends.iter().all(in_time), "RenewalOutOfWindow");
    }

    pub fn file(&mut self, filed: &Application) -> Broken {
        let mut rules = self.fits(filed, None);
        let object = &self.objects[filed.object];
        rules.rule(
            object.holders_on(filed.certificate).contains(&filed.by),
            "ApplicantWithoutRight",
        );
        rules.rule(object.cases.len() < OPEN_MAX, "TooManyOpenCases");
        if !rules.0.is_empty() {
            return rules.0;
        }
        let mut concerned = object.holders_on(filed.certificate);
        concerned.extend(filed.receiving());
        if matches!(filed.matter, Matter::Change(_)) {
            let roots = object
                .roots()
                .filter(|(number, _)| self.in_force(filed.object, *number));
            concerned.extend(roots.flat_map(|(_, right)| parties(&right.holders)));
        }
        let signs = !matches!(filed.matter, Matter::Renewal { .. });
        let mut case = Case {
            filed: filed.clone(),
            stage: Stage::AwaitingSignatures,
            received: self.now,
            concerned: concerned.into_iter().map(|party| (party, signs)).collect(),
            granted: Vec::new(),
        };
        case.sign(filed.by, self.now);
        self.objects[filed.object].cases.push(self.cases.len());
        self.cases.push(case);
        Broken::new()
    }

    pub fn sign(&mut self, by: Party, number: usize) -> Broken {
        let now = self.now;
        let case = &mut self.cases[number];
        let mut rules = Rules::default();
        if case.stage == Stage::Entered {
            return only("CaseNotFound");
        }
        rules.rule(case.stage == Stage::AwaitingSignatures, "WrongStage");
        rules.rule(case.concerned.get(&by) == Some(&true), "NotASignatory");
        if rules.0.is_empty() {
            case.sign(by, now);
        }
        rules.0
    }

    pub fn withdraw(&mut self, by: Party, number: usize) -> Broken {
        let case = &mut self.cases[number];
        if case.stage == Stage::Entered {
            return only("CaseNotFound");
        }
        let mut rules = Rules::default();
        rules.rule(case.filed.by == by, "NotTheApplicant");
        rules.rule(case.stage != Stage::Withdrawn, "WrongStage");
        if rules.0.is_empty() {
            case.stage = Stage::Withdrawn;
            self.objects[case.filed.object]
                .cases
                .retain(|open| *open != number);
        }
        rules.0
    }

    /// Silence accepts on the working day after the days of acceptance.
    fn is_accepted(&self, case: &Case) -> bool {
        let due = working_days_after(day_of(case.received), ACCEPTANCE_DAYS);
        let silent = case.stage == Stage::Filed && self.now >= start_of(working_days_after(due, 1));
        case.stage == Stage::Accepted || silent
    }

    pub fn accept(&mut self, number: usize) -> Broken {
        let case = &self.cases[number];
        match case.stage {
            Stage::Entered => only("CaseNotFound"),
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
        if case.stage == Stage::Entered {
            return only("CaseNotFound");
        }
        let mut rules = Rules::default();
        rules.rule(self.is_accepted(case), "WrongStage");
        let grants = if case.filed.kinds.is_empty() {
            met
        } else {
            !granted.is_empty()
        };
        rules.rule(met || !grants, "GrantedDespiteFindings");
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
        let case = &mut self.cases[number];
        match case.stage {
            Stage::Entered => only("CaseNotFound"),
            Stage::Examined if case.granted.is_empty() => only("NothingGranted"),
            Stage::Examined => {
                case.stage = Stage::Approved;
                Broken::new()
            }
            _ => only("WrongStage"),
        }
    }

    pub fn publish(&mut self, number: usize) -> Broken {
        let today = self.today();
        let case = &mut self.cases[number];
        match case.stage {
            Stage::Entered => only("CaseNotFound"),
            Stage::Approved => {
                case.stage = Stage::InNotice(end_of(working_days_after(today, NOTICE_DAYS)));
                Broken::new()
            }
            _ => only("WrongStage"),
        }
    }

    pub fn enter(&mut self, number: usize) -> Broken {
        let case = self.cases[number].clone();
        let end = match case.stage {
            Stage::Entered => return only("CaseNotFound"),
            Stage::InNotice(end) => end,
            _ => return only("WrongStage"),
        };
        if self.now < end {
            return only("NoticeNotEnded");
        }
        let rules = self.fits(&case.filed, Some(&case));
        if !rules.0.is_empty() {
            return rules.0;
        }
        let now = self.now;
        let object = &mut self.objects[case.filed.object];
        match &case.filed.matter {
            Matter::Transfer { to, share, .. } => object.transfer(&case, to, *share),
            Matter::Change(fact) => object.change(*fact),
            Matter::Renewal { years, revives } => object.renew(&case, *years, *revives, now),
        }
        object.cases.retain(|open| *open != number);
        self.cases[number].stage = Stage::Entered;
        Broken::new()
    }
}

impl Case {
    fn sign(&mut self, by: Party, now: Moment) {
        if let Some(awaited) = self.concerned.get_mut(&by) {
            *awaited = false;
        }
        if self.stage == Stage::AwaitingSignatures && !self.concerned.values().any(|awaited| *awaited) {
            self.stage = Stage::Filed;
            self.received = now;
        }
    }
}

impl Object {
    /// The rights of the kinds granted, in the order of the kinds.
    fn granted(&self, case: &Case) -> Vec<u32> {
        let granted = case.granted.iter();
        granted
            .filter_map(|kind| self.root_on(case.filed.certificate, *kind))
            .collect()
    }

    /// The rights pass; who receives has a certificate of its own, who gave has none of them on its own.
    fn transfer(&mut self, case: &Case, to: &Holders, share: Option<(Party, u32)>) {
        let (from, passing) = (case.filed.certificate, self.granted(case));
        let current = self.rights[passing[0] as usize].holders.clone();
        let holders = holders_after(&current, to, share).unwrap();
        let keep_group = parties(&holders) == parties(&current);
        let left: Vec<u32> = self.certificates[from as usize]
            .rights
            .iter()
            .copied()
            .filter(|number| !passing.contains(number))
            .collect();
        let to = if keep_group && left.is_empty() {
            self.certificates[from as usize].issue += 1;
            from
        } else {
            let kinds: Vec<usize> = passing
                .iter()
                .map(|number| self.rights[*number as usize].kind)
                .collect();
            let room = self.certificate_with_room(from, &holders, &kinds);
            let giving = &mut self.certificates[from as usize];
            giving.ended = left.is_empty();
            giving.issue += u16::from(!left.is_empty());
            giving.rights = left;
            let to = room.unwrap_or_else(|| {
                self.certificates.push(Certificate {
                    issue: 0,
                    rights: Vec::new(),
                    ended: false,
                });
                u32::try_from(self.certificates.len()).unwrap() - 1
            });
            let receiving = &mut self.certificates[to as usize];
            receiving.issue += 1;
            receiving.rights.extend(&passing);
            receiving.rights.sort_unstable();
            to
        };
        for number in passing {
            let right = &mut self.rights[number as usize];
            right.holders = holders.clone();
            right.certificate = to;
        }
        self.entries.push("transferred");
    }

    /// Another certificate of the same holders that lists none of these kinds.
    fn certificate_with_room(&self, from: u32, holders: &Holders, kinds: &[usize]) -> Option<u32> {
        let theirs = self
            .roots()
            .filter(|(_, right)| right.holders == *holders && right.certificate != from);
        let has_room = |number: &u32| kinds.iter().all(|kind| self.root_on(*number, *kind).is_none());
        theirs.map(|(_, right)| right.certificate).find(has_room)
    }

    fn change(&mut self, fact: Fact) {
        match fact {
            Fact::Industry(to) => self.industry = to,
            Fact::Description(to) => self.description = to,
            Fact::Level(to) => self.level = to,
        }
        // Every certificate shows the facts; a voucher shows the licence.
        let rights = &self.rights;
        let of_roots = |one: &&mut Certificate| {
            let mut listed = one.rights.iter();
            listed.all(|number| rights[*number as usize].parent.is_none())
        };
        let live = self.certificates.iter_mut().filter(|one| !one.ended);
        for certificate in live.filter(of_roots) {
            certificate.issue += 1;
        }
        self.entries.push("changed");
    }

    fn renew(&mut self, case: &Case, years: u32, revives: bool, now: Moment) {
        for number in self.granted(case) {
            let right = &mut self.rights[number as usize];
            let from = if revives {
                day_of(now)
            } else {
                last_day(right.until)
            };
            right.until = end_of(plus_years(from, years));
        }
        self.certificates[case.filed.certificate as usize].issue += 1;
        self.entries.push("renewed");
    }
}
