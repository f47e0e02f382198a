//! Consents of those for whom a mark stands: to one case or one offer, given once, taken back before its use.

use super::{
    acts::{Application, Matter, Operation},
    state::{only, Broken, Party, Register, Rules, Stage},
};
use std::collections::{BTreeMap, BTreeSet};

impl Register {
    /// Of the consents given, those of who still has the mark.
    pub fn in_force_on(&self, object: usize, given: &BTreeMap<u32, Party>) -> BTreeSet<u32> {
        let own =
            |(mark, party): &(&u32, &Party)| self.holder_of_mark(object, **mark as usize) == Some(**party);
        given.iter().filter(own).map(|(mark, _)| *mark).collect()
    }

    /// What stands in the way of what a case asks for.
    pub fn obstacles_to(&self, filed: &Application) -> Result<Vec<(u32, char)>, &'static str> {
        let rights = self.rights_of(filed)?;
        let object = &self.objects[filed.object];
        let (operation, touched) = match &filed.matter {
            Matter::Transfer { .. } => (Operation::Transfer, rights),
            Matter::Renewal { .. } => (Operation::Renewal, rights),
            Matter::Change(_) => (Operation::Change, object.live()),
            Matter::Split { .. } => (Operation::Cancellation, object.live()),
            Matter::Cancellation { .. } => {
                let licences = object.surviving(&rights, self.now);
                (
                    Operation::Cancellation,
                    rights.union(&licences).copied().collect(),
                )
            }
            Matter::Licence(filing) => return Ok(object.licence_obstacles(filing, self.now)),
            Matter::Further { .. } => return Ok(Vec::new()),
        };
        Ok(object.in_the_way(operation, &touched, None))
    }

    pub fn consent_to_case(&mut self, by: Party, number: usize, mark: u32) -> Broken {
        let case = &self.cases[number];
        if case.is_gone() {
            return only("CaseNotFound");
        }
        let mut rules = Rules::default();
        let open = match case.stage {
            Stage::Withdrawn | Stage::Refused => false,
            Stage::PartlyRefused => case.has_open_appeal(),
            _ => true,
        };
        rules.rule(open, "WrongStage");
        let filed = &case.filed;
        let obstacles = match self.obstacles_to(filed) {
            Ok(obstacles) => obstacles,
            Err(error) => {
                rules.rule(false, error);
                Vec::new()
            }
        };
        let given = self.in_force_on(filed.object, &case.consents).contains(&mark);
        let needed = obstacles.contains(&(mark, 'C')) && !given;
        let own = self.holder_of_mark(filed.object, mark as usize) == Some(by);
        rules.rule(needed && own, "MarkConsentUnfit");
        if rules.0.is_empty() {
            self.cases[number].consents.insert(mark, by);
        }
        rules.0
    }

    pub fn revoke_case_consent(&mut self, by: Party, number: usize, mark: u32) -> Broken {
        let case = &mut self.cases[number];
        if case.is_gone() {
            return only("CaseNotFound");
        }
        if case.consents.get(&mark) != Some(&by) {
            return only("MarkConsentNotFound");
        }
        case.consents.remove(&mark);
        Broken::new()
    }

    pub fn consent_to_offer(&mut self, by: Party, place: usize, number: u32, mark: u32) -> Broken {
        let object = &self.objects[place];
        let Some(offer) = object.offers.get(&number) else {
            return only("OfferNotFound");
        };
        let mut rules = Rules::default();
        rules.rule(self.now < offer.filing.open_until, "OfferLapsed");
        let obstacles = object.licence_obstacles(&offer.filing, self.now);
        let given = self.in_force_on(place, &offer.consents).contains(&mark);
        let needed = obstacles.contains(&(mark, 'C')) && !given;
        let own = self.holder_of_mark(place, mark as usize) == Some(by);
        rules.rule(needed && own, "ConsentUnfit");
        if rules.0.is_empty() {
            let offers = &mut self.objects[place].offers;
            offers.get_mut(&number).unwrap().consents.insert(mark, by);
        }
        rules.0
    }

    pub fn revoke_offer_consent(&mut self, by: Party, place: usize, number: u32, mark: u32) -> Broken {
        let offer = self.objects[place].offers.get_mut(&number);
        let given = offer.filter(|offer| offer.consents.get(&mark) == Some(&by));
        match given {
            None => only("ConsentNotFound"),
            Some(offer) => {
                offer.consents.remove(&mark);
                Broken::new()
            }
        }
    }
}
