//! Succession (S023): one takes the whole place of a party at once, of several each gets the holdings that are listed for it
//! while the party is locked. The chain follows aliases when it reads; the model writes the new name everywhere.

use super::{
    acts::{Application, Event, Matter},
    names::rename_consents,
    state::{
        only, Admitted, Broken, Case, Holders, Object, Party, Register, Rules, Stage, Standing, Succession,
    },
    time::{start_of, Day},
};
use std::collections::{BTreeMap, BTreeSet};

/// The parties that are natural persons.
const NATURAL: [Party; 2] = [3, 4];

/// The holders, with another in the place of one of them.
pub fn renamed(holders: &Holders, from: Party, to: Party) -> Holders {
    let mut after = BTreeMap::new();
    for (party, parts) in holders {
        let party = if *party == from { to } else { *party };
        *after.entry(party).or_default() += parts;
    }
    match after.len() {
        1 => after.into_keys().map(|party| (party, 0)).collect(),
        _ => after.into_iter().collect(),
    }
}

pub fn rename(party: &mut Party, from: Party, to: Party) {
    if *party == from {
        *party = to;
    }
}

pub fn rename_in(set: &mut BTreeSet<Party>, from: Party, to: Party) {
    if set.remove(&from) {
        set.insert(to);
    }
}

impl Admitted {
    pub fn new(number: Party) -> Self {
        Self {
            standing: Standing::Good,
            current: number,
            former: BTreeSet::new(),
            holdings: Vec::new(),
        }
    }
}

impl Application {
    fn rename(&mut self, from: Party, to: Party) {
        rename(&mut self.by, from, to);
        match &mut self.matter {
            Matter::Transfer {
                to: receiving,
                share,
                back,
                ..
            } => {
                *receiving = renamed(receiving, from, to);
                if let Some(filing) = back {
                    rename(&mut filing.licensee, from, to);
                }
                if let Some((giving, _)) = share {
                    rename(giving, from, to);
                }
            }
            Matter::Licence(filing) => rename(&mut filing.licensee, from, to),
            _ => {}
        }
    }
}

impl Case {
    /// The party stands in it.
    pub fn concerns(&self, party: Party) -> bool {
        self.filed.by == party
            || self.filed.receiving().contains(&party)
            || self.concerned.iter().any(|(concerned, _)| *concerned == party)
    }

    /// A successor goes on with it; who was concerned itself already signs once.
    fn pass(&mut self, from: Party, to: Party, now: u64) {
        self.filed.rename(from, to);
        if self.concerned.iter().any(|(party, _)| *party == to) {
            self.concerned.retain(|(party, _)| *party != from);
        }
        for (party, _) in &mut self.concerned {
            rename(party, from, to);
        }
        self.receive_if_signed(now);
    }
}

impl Object {
    /// Offers and proposed ends name another.
    fn rename_in_papers(&mut self, from: Party, to: Party) {
        for offer in self.offers.values_mut() {
            rename(&mut offer.filing.licensee, from, to);
            rename_in(&mut offer.signed, from, to);
        }
        for offer in self.offers.values_mut() {
            rename_consents(&mut offer.consents, from, to);
        }
        for signed in self.ends.values_mut() {
            rename_in(signed, from, to);
        }
    }
}

impl Register {
    pub fn current(&self, party: Party) -> Party {
        self.parties[party].current
    }

    /// A party, and who took its place, wholly or in part.
    pub fn successors(&self, party: Party) -> BTreeSet<Party> {
        let filed = self.successions.get(&party).filter(|filed| filed.confirmed);
        let named = filed.map_or(Vec::new(), |filed| filed.successors.clone());
        named
            .into_iter()
            .chain([party])
            .map(|party| self.current(party))
            .collect()
    }

    /// Why a party cannot act.
    pub fn cannot_act(&self, party: Party) -> Option<&'static str> {
        match self.parties[party].standing {
            Standing::Good => None,
            Standing::Locked { survives: true } => Some("PartySuspended"),
            Standing::Locked { survives: false } | Standing::Gone => Some("NotAParty"),
        }
    }

    pub fn is_good(&self, party: Party) -> bool {
        self.parties[party].standing == Standing::Good
    }

    /// Whether something can be delivered to it through the ledger.
    pub fn has_account(&self, party: Party) -> bool {
        self.cannot_act(party) != Some("NotAParty")
    }

    pub fn hold(&mut self, party: Party, object: usize, certificate: u32) {
        self.parties[party].holdings.push((object, certificate));
    }

    /// `to` stands in the place of `from`, in everything.
    fn take_place(&mut self, from: Party, to: Party) {
        let mut former = self.parties[from].former.clone();
        former.insert(from);
        self.parties[to].former.extend(former);
        self.parties[from].standing = Standing::Gone;
        for person in &mut self.parties {
            rename(&mut person.current, from, to);
        }
        for object in &mut self.objects {
            for right in &mut object.rights {
                right.holders = renamed(&right.holders, from, to);
            }
            object.rename_in_papers(from, to);
        }
        for case in &mut self.cases {
            case.filed.rename(from, to);
            for (party, _) in &mut case.concerned {
                rename(party, from, to);
            }
            rename_consents(&mut case.consents, from, to);
            if let Some(favourable) = case.reports.remove(&from) {
                case.reports.insert(to, favourable);
            }
        }
        self.rename_in_collateral(from, to);
        for objection in &mut self.objections {
            rename(&mut objection.registrant, from, to);
            rename(&mut objection.objector, from, to);
            rename_in(&mut objection.agreed, from, to);
        }
    }

    fn terms_fit(&self, of: Party, successors: &[Party], rules: &mut Rules) {
        rules.rule(self.is_good(of), "PartySucceeded");
        for successor in successors.iter().filter(|successor| **successor != of) {
            match self.parties[*successor].standing {
                Standing::Good => {}
                Standing::Locked { .. } => rules.rule(false, "SuccessorInSuccession"),
                Standing::Gone => rules.rule(false, "SuccessorSucceeded"),
            }
        }
    }

    pub fn file_succession(
        &mut self,
        of: Party,
        event: Event,
        successors: &[Party],
        effective: Day,
    ) -> Broken {
        let mut rules = Rules::default();
        self.terms_fit(of, successors, &mut rules);
        let dies = event == Event::Death;
        rules.rule(dies == NATURAL.contains(&of), "EventUnfit");
        let numerous = match event {
            Event::Merger => successors.len() == 1,
            Event::Division => successors.len() > 1,
            Event::Dissolution | Event::Death => !successors.is_empty(),
        };
        let once = successors.iter().collect::<BTreeSet<_>>().len() == successors.len();
        rules.rule(numerous && once, "SuccessorsUnfit");
        let survives = event == Event::Division && successors.first() == Some(&of);
        rules.rule(survives || !successors.contains(&of), "OwnSuccessor");
        let open = self.successions.get(&of).is_some_and(|known| !known.finished);
        rules.rule(!open, "SuccessionOpen");
        if rules.0.is_empty() {
            let filed = Succession {
                successors: successors.to_vec(),
                effective,
                confirmed: false,
                assigned: BTreeSet::new(),
                finished: false,
            };
            self.successions.insert(of, filed);
        }
        rules.0
    }

    /// A succession that was filed and not given up.
    fn filed(&self, of: Party) -> Option<Succession> {
        let filed = self.successions.get(&of)?;
        (filed.confirmed || !filed.finished).then(|| filed.clone())
    }

    pub fn confirm_succession(&mut self, of: Party, same: bool) -> Broken {
        let Some(filed) = self.filed(of) else {
            return only("SuccessionNotFound");
        };
        if filed.confirmed {
            return only("SuccessionConfirmed");
        }
        let mut rules = Rules::default();
        rules.rule(!same, "SuccessionBySamePerson");
        self.terms_fit(of, &filed.successors, &mut rules);
        rules.rule(self.now >= start_of(filed.effective), "SuccessionNotEffective");
        if !rules.0.is_empty() {
            return rules.0;
        }
        let alone = filed.successors.len() == 1;
        if alone {
            self.take_place(of, filed.successors[0]);
        } else {
            let survives = filed.successors[0] == of;
            self.parties[of].standing = Standing::Locked { survives };
            for successor in filed.successors.iter().filter(|successor| **successor != of) {
                self.parties[*successor].former.insert(of);
            }
        }
        let filed = self.successions.get_mut(&of).unwrap();
        (filed.confirmed, filed.finished) = (true, alone);
        Broken::new()
    }

    pub fn give_up_succession(&mut self, of: Party) -> Broken {
        let Some(filed) = self.filed(of) else {
            return only("SuccessionNotFound");
        };
        if filed.confirmed {
            return only("SuccessionConfirmed");
        }
        self.successions.get_mut(&of).unwrap().finished = true;
        Broken::new()
    }

    /// A succession that is being carried out, or was.
    fn carried_out(&self, of: Party) -> Result<Succession, Broken> {
        let filed = self.filed(of).ok_or_else(|| only("SuccessionNotFound"))?;
        if filed.confirmed {
            Ok(filed)
        } else {
            Err(only("SuccessionNotConfirmed"))
        }
    }

    pub fn assign_holdings(&mut self, of: Party, batch: &[(u32, u8)]) -> Broken {
        let filed = match self.carried_out(of) {
            Ok(filed) => filed,
            Err(broken) => return broken,
        };
        let (mut rules, mut assigned) = (Rules::default(), filed.assigned);
        rules.rule(!batch.is_empty(), "BatchEmpty");
        for (holding, successor) in batch {
            let exists = (*holding as usize) < self.parties[of].holdings.len();
            rules.rule(exists, "HoldingNotFound");
            rules.rule(assigned.insert(*holding), "HoldingAssigned");
            let named = usize::from(*successor) < filed.successors.len();
            rules.rule(named, "SuccessorNotNamed");
        }
        if rules.0.is_empty() {
            for (holding, successor) in batch {
                let to = self.current(filed.successors[usize::from(*successor)]);
                let (object, certificate) = self.parties[of].holdings[*holding as usize];
                if to != of {
                    self.pass_holding(of, to, object, certificate);
                }
            }
            self.successions.get_mut(&of).unwrap().assigned = assigned;
        }
        rules.0
    }

    /// What a certificate lists passes, with the open cases on its object; what has ended or passed before does not.
    fn pass_holding(&mut self, from: Party, to: Party, place: usize, certificate: u32) {
        let now = self.now;
        let object = &mut self.objects[place];
        let listed = object.certificates[certificate as usize].clone();
        let before = listed
            .rights
            .first()
            .map_or_else(BTreeSet::new, |right| object.holders_of(*right));
        if listed.ended || !before.contains(&from) {
            return;
        }
        for number in &listed.rights {
            let right = &mut object.rights[*number as usize];
            right.holders = renamed(&right.holders, from, to);
        }
        object.certificates[certificate as usize].issue += 1;
        object.enter("succeeded");
        for case in object.cases.clone() {
            self.cases[case].pass(from, to, now);
        }
        if !before.contains(&to) {
            self.hold(to, place, certificate);
        }
    }

    pub fn assign_case(&mut self, of: Party, number: usize, successor: u8) -> Broken {
        let filed = match self.carried_out(of) {
            Ok(filed) => filed,
            Err(broken) => return broken,
        };
        let mut rules = Rules::default();
        rules.rule(!filed.finished, "SuccessionFinished");
        let named = filed.successors.get(usize::from(successor)).copied();
        rules.rule(named.is_some(), "SuccessorNotNamed");
        let to = named.map(|named| self.current(named));
        rules.rule(to != Some(of), "OwnSuccessor");
        let case = &self.cases[number];
        let goes_on = !case.is_gone() && case.stage != Stage::Withdrawn;
        rules.rule(goes_on && case.concerns(of), "CaseNotOfPredecessor");
        if rules.0.is_empty() {
            let now = self.now;
            self.cases[number].pass(of, to.unwrap(), now);
        }
        rules.0
    }

    pub fn finish_succession(&mut self, of: Party) -> Broken {
        let filed = match self.carried_out(of) {
            Ok(filed) => filed,
            Err(broken) => return broken,
        };
        let mut rules = Rules::default();
        rules.rule(!filed.finished, "SuccessionFinished");
        let all = filed.assigned.len() == self.parties[of].holdings.len();
        rules.rule(all, "HoldingsLeft");
        if rules.0.is_empty() {
            match filed.successors[0] {
                first if first == of => self.parties[of].standing = Standing::Good,
                first => self.take_place(of, self.current(first)),
            }
            self.successions.get_mut(&of).unwrap().finished = true;
        }
        rules.0
    }
}
