//! Licences: inside the right from which they come, exclusive inside one root, ended with it.

use super::{
    acts::{Filing, Operation},
    state::{
        only, parties, Broken, Certificate, EndKind, Licence, Object, Offer, Party, Register, Right, Rules,
        HOLDING, OPERATING, USE,
    },
    time::Moment,
};
use std::collections::BTreeSet;

const LEVELS: u8 = 4;

impl Object {
    /// A right and those above it.
    pub fn chain(&self, number: u32) -> Vec<u32> {
        let above = |current: &u32| self.right(*current)?.parent;
        std::iter::successors(Some(number), above).collect()
    }

    fn root(&self, number: u32) -> u32 {
        *self.chain(number).last().unwrap()
    }

    /// The rights with which a right stands and falls: those above it, or only the root if its holders signed.
    fn hangs_on(&self, number: u32) -> Vec<u32> {
        let mut hangs = Vec::new();
        for one in self.chain(number) {
            hangs.push(one);
            if self.rights[one as usize]
                .licence
                .as_ref()
                .is_some_and(|licence| licence.root_signed)
            {
                hangs.push(self.root(number));
                break;
            }
        }
        hangs
    }

    /// Whether a right is in force within the terms recorded; a licence never outlasts the term of its root.
    pub fn is_in_force(&self, number: u32, now: Moment) -> bool {
        let stands = |one: &u32| {
            let right = &self.rights[*one as usize];
            !right.ended && now < right.until
        };
        self.hangs_on(number).iter().all(stands)
    }

    fn licences(&self) -> impl Iterator<Item = (u32, &Right, &Licence)> {
        let rights = (0..).zip(&self.rights);
        rights.filter_map(|(number, right)| Some((number, right, right.licence.as_ref()?)))
    }

    /// The licences in force that would no longer be without `number`.
    pub fn falling_with(&self, number: u32, now: Moment) -> Vec<u32> {
        let falls = |one: &u32| {
            *one != number && self.hangs_on(*one).contains(&number) && self.is_in_force(*one, now)
        };
        self.licences().map(|(one, ..)| one).filter(falls).collect()
    }

    /// The same of several rights, none of them themselves.
    pub fn falling_with_any(&self, rights: &BTreeSet<u32>, now: Moment) -> BTreeSet<u32> {
        let falling = rights.iter().flat_map(|number| self.falling_with(*number, now));
        falling.filter(|number| !rights.contains(number)).collect()
    }

    /// The licences in force that come from rights of first registration.
    pub fn surviving(&self, roots: &BTreeSet<u32>, now: Moment) -> BTreeSet<u32> {
        let survives = |one: &u32| roots.contains(&self.root(*one)) && self.is_in_force(*one, now);
        self.licences().map(|(one, ..)| one).filter(survives).collect()
    }

    /// What the licences below one take of its quantity: all they may use while in force, what was used afterwards.
    fn given(&self, number: u32, now: Moment) -> u64 {
        let below = self
            .licences()
            .filter(|(_, right, _)| right.parent == Some(number));
        below
            .map(|(child, _, licence)| match licence.terms.quantity {
                Some(quantity) if self.is_in_force(child, now) => quantity,
                _ => licence.by_licensee.max(licence.by_licensor) + self.given(child, now),
            })
            .sum()
    }

    /// What is left of a quantity.
    pub fn left(&self, number: u32, now: Moment) -> Option<u64> {
        let licence = self.right(number)?.licence.as_ref()?;
        let used = licence.by_licensee.max(licence.by_licensor);
        let quantity = licence.terms.quantity?;
        Some(
            quantity
                .saturating_sub(self.given(number, now))
                .saturating_sub(used),
        )
    }

    /// The other licences in force from the same root that third parties have for the same purposes somewhere.
    pub fn overlapping(&self, filing: &Filing, now: Moment) -> Vec<u32> {
        let (root, above) = (self.root(filing.parent), self.chain(filing.parent));
        let terms = &filing.terms;
        let others = self.licences().filter(|(number, right, licence)| {
            let theirs = &licence.terms;
            self.root(*number) == root
                && !above.contains(number)
                && !parties(&right.holders).contains(&filing.licensee)
                && theirs.purposes & terms.purposes != 0
                && theirs.regions & terms.regions != 0
                && self.is_in_force(*number, now)
        });
        others.map(|(number, ..)| number).collect()
    }

    /// Who grants a licence: the holders of its parent, or of the root if that is what is left of what it hangs on.
    fn licensors(&self, number: u32, now: Moment) -> BTreeSet<Party> {
        let parent = self.rights[number as usize].parent;
        let parent = parent.filter(|parent| self.is_in_force(*parent, now));
        let above = parent.or_else(|| self.hangs_on(number).get(1).copied());
        above.map_or_else(BTreeSet::new, |above| self.holders_of(above))
    }

    /// Whose signatures an offer needs.
    pub fn signatories(&self, filing: &Filing) -> BTreeSet<Party> {
        let mut needed = self.holders_of(filing.parent);
        needed.insert(filing.licensee);
        if filing.root_signs && self.right(filing.parent).is_some() {
            needed.extend(self.holders_of(self.root(filing.parent)));
        }
        needed
    }

    /// Whose signatures an end needs.
    pub fn needed_to_end(&self, licence: u32, kind: EndKind, now: Moment) -> BTreeSet<Party> {
        let mut needed = self.licensors(licence, now);
        if kind == EndKind::Agreement {
            needed.extend(self.holders_of(licence));
        }
        needed
    }

    fn exceeds(&self, filing: &Filing, now: Moment, rules: &mut Rules) {
        let (parent, terms) = (&self.rights[filing.parent as usize], &filing.terms);
        rules.rule(terms.until <= parent.until, "TermExceeds");
        let Some(above) = parent.licence.as_ref().map(|licence| licence.terms) else {
            let operates = parent.kind == OPERATING || terms.gives == USE;
            rules.rule(operates, "RightExceeds");
            rules.rule(terms.levels < LEVELS, "SublicensingExceeds");
            return;
        };
        rules.rule(above.gives == OPERATING || terms.gives == USE, "RightExceeds");
        rules.rule(terms.kind <= above.kind, "KindExceeds");
        rules.rule(terms.purposes & !above.purposes == 0, "PurposesExceed");
        rules.rule(terms.regions & !above.regions == 0, "TerritoryExceeds");
        rules.rule(terms.levels < above.levels, "SublicensingExceeds");
        if above.quantity.is_some() {
            let left = self.left(filing.parent, now).unwrap();
            let fits = terms.quantity.is_some_and(|asked| asked <= left);
            rules.rule(fits, "QuantityExceeds");
        }
    }

    fn excludes(&self, filing: &Filing, now: Moment, rules: &mut Rules) {
        let root = self.root(filing.parent);
        let binding = filing.terms.kind > 0;
        let listed = |number: &u32| {
            self.right(*number).is_some_and(|right| right.licence.is_some())
                && self.root(*number) == root
                && self.is_in_force(*number, now)
        };
        let rising = filing.subject_to.windows(2).all(|pair| pair[0] < pair[1]);
        let meant = binding || filing.subject_to.is_empty();
        rules.rule(
            rising && meant && filing.subject_to.iter().all(listed),
            "SubjectToUnfit",
        );
        let others = self.overlapping(filing, now);
        let binds = |number: &u32| {
            let licence = self.rights[*number as usize].licence.as_ref().unwrap();
            licence.terms.kind > 0
        };
        rules.rule(!others.iter().any(binds), "ExcludedByLicence");
        let unlisted = others.iter().any(|number| !filing.subject_to.contains(number));
        rules.rule(!(binding && unlisted), "EarlierLicenceNotListed");
    }

    /// Whether a licence may be granted now.
    fn grantable(&self, filing: &Filing, now: Moment) -> Rules {
        let mut rules = Rules::default();
        let terms = &filing.terms;
        rules.rule(terms.gives != HOLDING, "RightUnfit");
        rules.rule(terms.purposes != 0, "PurposesUnfit");
        rules.rule(terms.regions != 0, "TerritoryUnfit");
        rules.rule(terms.levels < LEVELS, "SublicensingTooDeep");
        rules.rule(terms.quantity != Some(0), "QuantityUnfit");
        rules.rule(now < terms.until, "TermUnfit");
        let Some(parent) = self.right(filing.parent) else {
            rules.rule(false, "ParentNotInForce");
            return rules;
        };
        rules.rule(self.is_in_force(filing.parent, now), "ParentNotInForce");
        let may_license = parent.licence.is_some() || parent.kind == OPERATING;
        rules.rule(may_license, "OperatingRightNeeded");
        let own = parties(&parent.holders).contains(&filing.licensee);
        rules.rule(!own, "OwnLicence");
        self.exceeds(filing, now, &mut rules);
        self.excludes(filing, now, &mut rules);
        let operation = match terms.kind {
            0 => Operation::NonExclusiveLicence,
            _ => Operation::ExclusiveLicence,
        };
        let above = self.met_by(operation, filing.parent, now);
        let free = self.in_the_way(operation, &above, None).is_empty();
        rules.rule(free, "MarkInTheWay");
        rules
    }

    fn grant(&mut self, filing: &Filing) {
        let certificate = u32::try_from(self.certificates.len()).unwrap();
        self.certificates.push(Certificate {
            issue: 1,
            rights: vec![u32::try_from(self.rights.len()).unwrap()],
            ended: false,
        });
        self.rights.push(Right {
            kind: filing.terms.gives,
            holders: vec![(filing.licensee, 0)],
            parent: Some(filing.parent),
            until: filing.terms.until,
            certificate,
            ended: false,
            licence: Some(Licence {
                terms: filing.terms,
                root_signed: filing.root_signs,
                by_licensee: 0,
                by_licensor: 0,
            }),
        });
        self.enter("licensed");
    }

    /// Whether a licence can still be ended.
    fn endable(&self, licence: u32, now: Moment) -> Rules {
        let mut rules = Rules::default();
        let known = self.right(licence).is_some_and(|right| right.licence.is_some());
        rules.rule(known, "LicenceNotFound");
        rules.rule(!known || self.is_in_force(licence, now), "LicenceNotInForce");
        rules
    }

    /// Licences fall with a right on which they hang, each by an entry of its own.
    pub fn fall(&mut self, fallen: &BTreeSet<u32>) {
        for number in fallen {
            let right = &mut self.rights[*number as usize];
            right.ended = true;
            self.certificates[right.certificate as usize].ended = true;
            self.enter("licence_fell");
        }
    }

    fn end_licence(&mut self, licence: u32, now: Moment) {
        let fallen = self.falling_with(licence, now).into_iter().collect();
        let right = &mut self.rights[licence as usize];
        right.ended = true;
        self.certificates[right.certificate as usize].ended = true;
        self.ends.retain(|(one, _), _| *one != licence);
        self.enter("licence_ended");
        self.fall(&fallen);
    }

    fn ends_when_signed(&self, licence: u32, now: Moment, rules: &mut Rules) {
        let rights = self.met_by(Operation::Cancellation, licence, now);
        let free = self.in_the_way(Operation::Cancellation, &rights, None).is_empty();
        rules.rule(free, "MarkInTheWay");
    }
}

impl Register {
    pub fn offer(&mut self, by: Party, object: usize, filing: &Filing) -> Broken {
        let now = self.now;
        let object = &mut self.objects[object];
        let mut rules = object.grantable(filing, now);
        rules.rule(object.holders_of(filing.parent).contains(&by), "NotTheLicensor");
        if rules.0.is_empty() {
            // Lapsed offers make room for it.
            object.offers.retain(|_, offer| now < offer.filing.open_until);
            object.last_offer += 1;
            let signed = [by].into();
            let offer = Offer {
                filing: filing.clone(),
                signed,
            };
            object.offers.insert(object.last_offer, offer);
        }
        rules.0
    }

    pub fn sign_offer(&mut self, by: Party, object: usize, number: u32) -> Broken {
        let now = self.now;
        let object = &mut self.objects[object];
        let Some(offer) = object.offers.get(&number).cloned() else {
            return only("OfferNotFound");
        };
        let mut rules = Rules::default();
        rules.rule(now < offer.filing.open_until, "OfferLapsed");
        let needed = object.signatories(&offer.filing);
        rules.rule(needed.contains(&by), "NotASignatory");
        rules.rule(!offer.signed.contains(&by), "AlreadySigned");
        let mut signed = offer.signed.clone();
        signed.insert(by);
        let last = needed.is_subset(&signed);
        if last {
            rules.0.extend(object.grantable(&offer.filing, now).0);
            rules.rule(
                object.rights.len() < 64 && object.certificates.len() < 64,
                "ObjectFull",
            );
        }
        if rules.0.is_empty() && last {
            object.offers.remove(&number);
            object.grant(&offer.filing);
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
