//! Licences: inside the right from which they come, exclusive inside one root, ended with it.

use super::{
    acts::{Filing, Operation},
    state::{parties, Certificate, EndKind, Licence, Object, Party, Right, Rules, HOLDING, OPERATING, USE},
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
    pub fn hangs_on(&self, number: u32) -> Vec<u32> {
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

    /// Whether a right is a licence that is in force, or would be so again with a right that has lapsed and is revived.
    pub fn may_stand(&self, number: u32, now: Moment) -> bool {
        let may = |one: &u32| {
            let right = &self.rights[*one as usize];
            !right.ended && (right.licence.is_none() || now < right.until)
        };
        self.rights[number as usize].licence.is_some() && self.hangs_on(number).iter().all(may)
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
    pub fn licensors(&self, number: u32, now: Moment) -> BTreeSet<Party> {
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

    /// The rules of every licence, but for marks.
    pub fn terms_fit(&self, filing: &Filing, licensors: &BTreeSet<Party>, now: Moment, rules: &mut Rules) {
        let terms = &filing.terms;
        rules.rule(terms.gives != HOLDING, "RightUnfit");
        rules.rule(terms.purposes != 0, "PurposesUnfit");
        rules.rule(terms.regions != 0, "TerritoryUnfit");
        rules.rule(terms.levels < LEVELS, "SublicensingTooDeep");
        rules.rule(terms.quantity != Some(0), "QuantityUnfit");
        rules.rule(now < terms.until, "TermUnfit");
        let Some(parent) = self.right(filing.parent) else {
            rules.rule(false, "ParentNotInForce");
            return;
        };
        rules.rule(self.is_in_force(filing.parent, now), "ParentNotInForce");
        let needed = parent.licence.is_none() && self.regime.needs_operating_right();
        rules.rule(!needed || parent.kind == OPERATING, "OperatingRightNeeded");
        rules.rule(!licensors.contains(&filing.licensee), "OwnLicence");
        self.exceeds(filing, now, rules);
        self.excludes(filing, now, rules);
    }

    /// The marks on the parent, or above it, that stand in the way of a licence.
    pub fn licence_obstacles(&self, filing: &Filing, now: Moment) -> Vec<(u32, char)> {
        let operation = match filing.terms.kind {
            0 => Operation::NonExclusiveLicence,
            _ => Operation::ExclusiveLicence,
        };
        if self.right(filing.parent).is_none() {
            return Vec::new();
        }
        let above = self.met_by(operation, filing.parent, now);
        self.in_the_way(operation, &above, None)
    }

    /// Whether a licence may be granted now on all signatures, but for marks.
    pub fn grantable(&self, filing: &Filing, now: Moment) -> Rules {
        let mut rules = Rules::default();
        rules.rule(!self.regime.registers_licences(), "RegistrationNeedsCase");
        let licensors = self.holders_of(filing.parent);
        self.terms_fit(filing, &licensors, now, &mut rules);
        rules
    }

    pub fn grant(&mut self, filing: &Filing) {
        self.add_licence(filing);
        self.enter("licensed");
    }

    /// Adds a licence under a certificate of its own.
    pub fn add_licence(&mut self, filing: &Filing) {
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
            ended_at: None,
            licence: Some(Licence {
                terms: filing.terms,
                root_signed: filing.root_signs,
                by_licensee: 0,
                by_licensor: 0,
            }),
        });
    }

    /// Whether a licence can still be ended.
    pub fn endable(&self, licence: u32, now: Moment) -> Rules {
        let mut rules = Rules::default();
        let known = self.right(licence).is_some_and(|right| right.licence.is_some());
        rules.rule(known, "LicenceNotFound");
        rules.rule(!known || self.is_in_force(licence, now), "LicenceNotInForce");
        rules
    }

    /// Licences fall with a right on which they hang, each by an entry of its own.
    pub fn fall(&mut self, fallen: &BTreeSet<u32>, now: Moment) {
        for number in fallen {
            let right = &mut self.rights[*number as usize];
            right.ended = true;
            right.ended_at = Some(now);
            self.certificates[right.certificate as usize].ended = true;
            self.enter("licence_fell");
        }
    }

    pub fn end_licence(&mut self, licence: u32, now: Moment) {
        let fallen = self.falling_with(licence, now).into_iter().collect();
        let right = &mut self.rights[licence as usize];
        right.ended = true;
        right.ended_at = Some(now);
        self.certificates[right.certificate as usize].ended = true;
        self.ends.retain(|(one, _), _| *one != licence);
        self.enter("licence_ended");
        self.fall(&fallen, now);
    }

    pub fn ends_when_signed(&self, licence: u32, now: Moment, rules: &mut Rules) {
        let rights = self.met_by(Operation::Cancellation, licence, now);
        let free = self.in_the_way(Operation::Cancellation, &rights, None).is_empty();
        rules.rule(free, "MarkInTheWay");
    }
}
