//! What is done with licences: offers and their signatures, ends, reports of use.

use super::{
    acts::Filing,
    state::{only, Broken, EndKind, Offer, Party, Register, Rules},
};
use std::collections::{BTreeMap, BTreeSet};

impl Register {
    /// Both sides can act.
    pub fn is_among_good(&self, object: usize, filing: &Filing) -> bool {
        let mut parties = self.objects[object].holders_of(filing.parent);
        parties.insert(filing.licensee);
        parties.iter().all(|party| self.is_good(*party))
    }

    pub fn offer(&mut self, by: Party, object: usize, filing: &Filing) -> Broken {
        let (now, good) = (self.now, self.is_among_good(object, filing));
        let object = &mut self.objects[object];
        let mut rules = object.grantable(filing, now);
        let obstacles = object.licence_obstacles(filing, now);
        let refused = obstacles.iter().any(|(_, effect)| *effect == 'X');
        rules.rule(!refused, "MarkInTheWay");
        rules.rule(good, "PartySuspended");
        rules.rule(object.holders_of(filing.parent).contains(&by), "NotTheLicensor");
        if rules.0.is_empty() {
            // Lapsed offers make room for it.
            object.offers.retain(|_, offer| now < offer.filing.open_until);
            object.last_offer += 1;
            let signed = [by].into();
            let offer = Offer {
                filing: filing.clone(),
                signed,
                consents: BTreeMap::new(),
            };
            object.offers.insert(object.last_offer, offer);
        }
        rules.0
    }

    pub fn sign_offer(&mut self, by: Party, object: usize, number: u32) -> Broken {
        let (now, place) = (self.now, object);
        let Some(offer) = self.objects[place].offers.get(&number).cloned() else {
            return only("OfferNotFound");
        };
        let good = self.is_among_good(place, &offer.filing);
        let consents = self.in_force_on(place, &offer.consents);
        let object = &mut self.objects[place];
        let mut rules = Rules::default();
        rules.rule(now < offer.filing.open_until, "OfferLapsed");
        let needed = object.signatories(&offer.filing);
        rules.rule(needed.contains(&by), "NotASignatory");
        rules.rule(!offer.signed.contains(&by), "AlreadySigned");
        let mut signed = offer.signed.clone();
        signed.insert(by);
        let last = needed.is_subset(&signed);
        if last {
            rules.rule(good, "PartySuspended");
            rules.0.extend(object.grantable(&offer.filing, now).0);
            let obstacles = object.licence_obstacles(&offer.filing, now);
            let refused = obstacles.iter().any(|(_, effect)| *effect == 'X');
            rules.rule(!refused, "MarkInTheWay");
            let given = obstacles.iter().all(|(mark, _)| consents.contains(mark));
            rules.rule(refused || given, "MarkHolderMustConsent");
            rules.rule(
                object.rights.len() < 64 && object.certificates.len() < 64,
                "ObjectFull",
            );
        }
        if rules.0.is_empty() && last {
            object.offers.remove(&number);
            let known = object.certificates.len();
            object.grant(&offer.filing);
            self.note_holdings(place, known);
        } else if rules.0.is_empty() {
            object.offers.insert(number, Offer { signed, ..offer });
        }
        rules.0
    }

    pub fn withdraw_offer(&mut self, by: Party, object: usize, number: u32) -> Broken {
        let object = &mut self.objects[object];
        let Some(offer) = object.offers.get(&number) else {
            return only("OfferNotFound");
        };
        if !object.signatories(&offer.filing).contains(&by) {
            return only("NotASignatory");
        }
        object.offers.remove(&number);
        Broken::new()
    }

    pub fn propose_end(&mut self, by: Party, object: usize, licence: u32, kind: EndKind) -> Broken {
        let now = self.now;
        let object = &mut self.objects[object];
        let mut rules = object.endable(licence, now);
        if !rules.0.is_empty() {
            return rules.0;
        }
        let needed = object.needed_to_end(licence, kind, now);
        rules.rule(needed.contains(&by), "NotASignatory");
        object.ends_when_signed(licence, now, &mut rules);
        if rules.0.is_empty() && needed.len() == 1 {
            object.end_licence(licence, now);
        } else if rules.0.is_empty() {
            object.ends.insert((licence, kind), [by].into());
        }
        rules.0
    }

    pub fn sign_end(&mut self, by: Party, object: usize, licence: u32, kind: EndKind) -> Broken {
        let now = self.now;
        let object = &mut self.objects[object];
        let mut rules = object.endable(licence, now);
        if !rules.0.is_empty() {
            return rules.0;
        }
        let Some(mut signed) = object.ends.get(&(licence, kind)).cloned() else {
            return only("EndNotProposed");
        };
        let needed = object.needed_to_end(licence, kind, now);
        rules.rule(needed.contains(&by), "NotASignatory");
        rules.rule(signed.insert(by), "AlreadySigned");
        let last = needed.is_subset(&signed);
        if last {
            object.ends_when_signed(licence, now, &mut rules);
        }
        if rules.0.is_empty() && last {
            object.end_licence(licence, now);
        } else if rules.0.is_empty() {
            object.ends.insert((licence, kind), signed);
        }
        rules.0
    }

    pub fn withdraw_end(&mut self, by: Party, object: usize, licence: u32, kind: EndKind) -> Broken {
        let now = self.now;
        let object = &mut self.objects[object];
        let mut rules = object.endable(licence, now);
        if !rules.0.is_empty() {
            return rules.0;
        }
        let needed = object.needed_to_end(licence, kind, now);
        rules.rule(needed.contains(&by), "NotASignatory");
        rules.rule(object.ends.contains_key(&(licence, kind)), "EndNotProposed");
        if rules.0.is_empty() {
            object.ends.remove(&(licence, kind));
        }
        rules.0
    }

    pub fn order_end(&mut self, object: usize, licence: u32) -> Broken {
        let now = self.now;
        let object = &mut self.objects[object];
        let rules = object.endable(licence, now);
        if rules.0.is_empty() {
            object.ends.insert((licence, EndKind::Order), BTreeSet::new());
        }
        rules.0
    }

    pub fn confirm_end(&mut self, object: usize, licence: u32) -> Broken {
        let now = self.now;
        let object = &mut self.objects[object];
        let mut rules = object.endable(licence, now);
        let proposed = object.ends.contains_key(&(licence, EndKind::Order));
        rules.rule(proposed, "EndNotProposed");
        if rules.0.is_empty() {
            object.end_licence(licence, now);
        }
        rules.0
    }

    pub fn report(&mut self, by: Party, object: usize, licence: u32, total: u64) -> Broken {
        let now = self.now;
        let object = &mut self.objects[object];
        let Some(parent) = object
            .right(licence)
            .filter(|right| right.licence.is_some())
            .and_then(|right| right.parent)
        else {
            return only("LicenceNotFound");
        };
        let is_licensee = object.holders_of(licence).contains(&by);
        let is_licensor =
            object.holders_of(parent).contains(&by) || object.licensors(licence, now).contains(&by);
        if !is_licensee && !is_licensor {
            return only("NotASignatory");
        }
        let licence = object.rights[licence as usize].licence.as_mut().unwrap();
        let last = if is_licensee {
            &mut licence.by_licensee
        } else {
            &mut licence.by_licensor
        };
        if total < *last {
            return only("TotalFalls");
        }
        *last = total;
        object.enter("use_reported");
        Broken::new()
    }
}
