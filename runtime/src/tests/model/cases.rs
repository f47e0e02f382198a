//! Cases about what is registered: transfer, change, renewal, from the application to the entry.

use super::{
    acts::{Application, Fact, Letter, Matter, Officer, Operation},
    state::{
        only, parties, Broken, Case, Certificate, Holders, Object, Party, Refusal, Register, Right, Rules,
        Stage, OPERATING,
    },
    time::{day_of, end_of, last_day, plus_years, Moment},
};
use std::collections::{BTreeMap, BTreeSet};

pub const OPEN_MAX: usize = 8;
const YEARS_MAX: u32 = 5;

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

/// When an application is looked at.
#[derive(Clone, Copy)]
pub enum Look<'a> {
    /// Filed, as if received then.
    Filing(Moment),
    /// Entered: the case, and its number.
    Entry(usize, &'a Case),
}

impl Register {
    /// What must be true of an application when it is filed, and again when it is entered.
    pub fn fits(&self, filed: &Application, look: Look<'_>) -> Rules {
        let mut rules = Rules::default();
        let object = &self.objects[filed.object];
        if !filed.is_dealing() {
            return self
                .further_certificate(filed)
                .map_or_else(|error| Rules(only(error)), |_| rules);
        }
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
            Matter::Transfer { .. } => self.transfer_fits(filed, &rights, look, &mut rules),
            Matter::Change(fact) => self.change_fits(filed, *fact, look, &mut rules),
            Matter::Cancellation { licences } => {
                self.cancellation_fits(filed, licences, &rights, look, &mut rules);
            }
            Matter::Further { .. } => {}
            Matter::Renewal { years, revives } => {
                rules.rule(!rights.is_empty(), "ClaimMissing");
                rules.rule((1..=YEARS_MAX).contains(years), "ValidityOutOfRange");
                self.renewal_fits(filed, *revives, &rights, look, &mut rules);
            }
        }
        rules
    }

    fn transfer_fits(&self, filed: &Application, rights: &BTreeSet<u32>, look: Look<'_>, rules: &mut Rules) {
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
        let listed = look.lists(&staying, survivors);
        rules.rule(listed, "SurvivorsUnfit");
        let operating = object.root_on(filed.certificate, OPERATING);
        let power = operating.is_some_and(|number| self.in_force(filed.object, number));
        rules.rule(power, "OperatingRightNeeded");
        let free = object.in_the_way(Operation::Transfer, rights, None).is_empty();
        rules.rule(free, "BarredByMark");
    }

    fn change_fits(&self, filed: &Application, fact: Fact, look: Look<'_>, rules: &mut Rules) {
        let object = &self.objects[filed.object];
        rules.rule(filed.kinds.is_empty(), "KindsUnfit");
        let mut roots = object
            .roots()
            .filter(|(_, right)| right.certificate == filed.certificate);
        let something = roots.any(|(number, _)| self.in_force(filed.object, number));
        rules.rule(something, "RightNotInForce");
        rules.rule(object.differs(fact), "NothingChanges");
        rules.rule(
            !matches!(fact, Fact::Level(to) if to >= object.level),
            "LevelNotLower",
        );
        rules.rule(!matches!(fact, Fact::Industry(97)), "NegativeListed");
        // An organ that controls may still consent until the entry; its account is no party's, so none does.
        let obstacles = object.in_the_way(Operation::Change, &object.live(), None);
        let filing = matches!(look, Look::Filing(_));
        rules.rule(filing || obstacles.is_empty(), "MarkConsentMissing");
    }

    fn cancellation_fits(
        &self,
        filed: &Application,
        licences: &BTreeSet<u32>,
        rights: &BTreeSet<u32>,
        look: Look<'_>,
        rules: &mut Rules,
    ) {
        let object = &self.objects[filed.object];
        rules.rule(!rights.is_empty(), "ClaimMissing");
        let standing = object.surviving(rights, self.now);
        rules.rule(look.lists(&standing, licences), "LicenceStands");
        let own = match look {
            Look::Filing(_) => None,
            Look::Entry(number, _) => Some(number),
        };
        let free = self
            .open_about(filed.object, filed.certificate, &filed.kinds, own)
            .is_empty();
        rules.rule(free, "CaseStands");
        let touched: BTreeSet<u32> = rights.union(&standing).copied().collect();
        let free = object
            .in_the_way(Operation::Cancellation, &touched, None)
            .is_empty();
        rules.rule(free, "BarredByMark");
    }

    /// The open dealings, but `own`, with one of these kinds on a certificate, or with all that it lists.
    pub fn open_about(
        &self,
        object: usize,
        certificate: u32,
        kinds: &[usize],
        own: Option<usize>,
    ) -> Vec<usize> {
        let open = |number: &usize| {
            let case = &self.cases[*number];
            let filed = &case.filed;
            let whole = kinds.is_empty() || filed.kinds.is_empty();
            Some(*number) != own
                && filed.is_dealing()
                && case.stage != Stage::Refused
                && filed.certificate == certificate
                && (whole || filed.kinds.iter().any(|kind| kinds.contains(kind)))
        };
        self.objects[object].cases.iter().copied().filter(open).collect()
    }

    /// Under which certificate further rights come: of exactly who applies, who has none of these kinds in force.
    fn further_certificate(&self, filed: &Application) -> Result<u32, &'static str> {
        let object = &self.objects[filed.object];
        let own = || {
            object
                .roots()
                .filter(|(_, right)| right.holders == [(filed.by, 0)])
        };
        let in_force = || own().filter(|(number, _)| self.in_force(filed.object, *number));
        let (_, first) = in_force().chain(own()).next().ok_or("NotTheHolders")?;
        let repeated = in_force().any(|(_, right)| filed.kinds.contains(&right.kind));
        if repeated {
            return Err("RepeatedRegistration");
        }
        Ok(first.certificate)
    }

    fn renewal_fits(
        &self,
        filed: &Application,
        revives: bool,
        rights: &BTreeSet<u32>,
        look: Look<'_>,
        rules: &mut Rules,
    ) {
        let object = &self.objects[filed.object];
        let ends: Vec<Moment> = rights
            .iter()
            .map(|right| object.rights[*right as usize].until)
            .collect();
        let filing = matches!(look, Look::Filing(_));
        let mut open = self
            .open_about(filed.object, filed.certificate, &filed.kinds, None)
            .into_iter();
        let pending = open.any(|case| matches!(self.cases[case].filed.matter, Matter::Renewal { .. }));
        rules.rule(!filing || !pending, "RenewalPending");
        if revives {
            rules.rule(ends.iter().all(|until| *until <= self.now), "NotLapsed");
            return;
        }
        let received = day_of(match look {
            Look::Filing(received) => received,
            Look::Entry(_, case) => case.received,
        });
        let in_time = |until: &Moment| {
            let (first, last) = Self::window(*until);
            first <= received && (!filing || received <= last)
        };
        rules.rule(ends.iter().all(in_time), "RenewalOutOfWindow");
    }

    pub fn file(&mut self, filed: &Application) -> Broken {
        let mut rules = self.fits(filed, Look::Filing(self.now));
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
            entered: false,
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
        if case.is_gone() {
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
        if !rules.0.is_empty() {
            return rules.0;
        }
        let (now, certificate) = (self.now, self.further_certificate(&case.filed));
        let object = &mut self.objects[case.filed.object];
        match &case.filed.matter {
            Matter::Transfer { to, share, .. } => object.transfer(&case, to, *share),
            Matter::Change(fact) => {
                // A description that changes is published with the notice.
                object.published |= matches!(fact, Fact::Description(_));
                object.change(*fact);
            }
            Matter::Renewal { years, revives } => object.renew(&case, *years, *revives, now),
            Matter::Cancellation { .. } => {
                let ending = object.granted(&case).into_iter().collect();
                let fallen = object.falling_with_any(&ending, now);
                object.end_rights(&ending);
                object.enter("rights_ended");
                object.fall(&fallen);
            }
            Matter::Further { years } => object.add(&case, certificate.unwrap(), *years, now),
        }
        object.cases.retain(|open| *open != number);
        let case = &mut self.cases[number];
        case.entered = true;
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

impl Look<'_> {
    /// Whether the licences that stand are those listed; of those listed some may have ended until the entry.
    fn lists(self, standing: &BTreeSet<u32>, listed: &BTreeSet<u32>) -> bool {
        match self {
            Look::Filing(_) => standing == listed,
            Look::Entry(..) => standing.is_subset(listed),
        }
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

    pub fn differs(&self, fact: Fact) -> bool {
        match fact {
            Fact::Industry(to) => to != self.industry,
            Fact::Description(to) => to != self.description,
            Fact::Level(to) => to != self.level,
        }
    }

    pub fn change(&mut self, fact: Fact) {
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

    /// Further rights come under the certificate of who holds it alone.
    fn add(&mut self, case: &Case, certificate: u32, years: u32, now: Moment) {
        let until = end_of(plus_years(day_of(now), years));
        for kind in &case.granted {
            let number = u32::try_from(self.rights.len()).unwrap();
            self.rights
                .push(Right::first(*kind, &vec![(case.filed.by, 0)], until, certificate));
            self.certificates[certificate as usize].rights.push(number);
        }
        self.certificates[certificate as usize].issue += 1;
        self.entries.push("further_rights");
    }
}
