//! The rules of an application, when it is filed and again when it is entered.

use super::{
    acts::{Application, Fact, Filing, Matter},
    entries::holders_after,
    state::{only, parties, Case, Party, Register, Right, Rules, Stage, OPERATING},
    time::{day_of, end_of, Moment},
};
use std::collections::BTreeSet;

/// How many days a licence may be open to signatures.
const OPEN_DAYS_MAX: u64 = 90;
/// How often what was split off may have been split off before.
const GENERATIONS_MAX: usize = 8;

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
        let unfit = if matches!(filed.matter, Matter::Licence(_)) && !filed.under.registers_licences() {
            Some("ActNotInRegime")
        } else if object.regime != filed.under {
            Some("ObjectUnfit")
        } else {
            None
        };
        if let Some(error) = unfit {
            return Rules(only(error));
        }
        let rights = match self.rights_of(filed) {
            Ok(rights) => rights,
            Err(error) => return Rules(only(error)),
        };
        match &filed.matter {
            Matter::Transfer { .. } => self.transfer_fits(filed, &rights, look, &mut rules),
            Matter::Change(fact) => self.change_fits(filed, *fact, look, &mut rules),
            Matter::Cancellation { licences } => {
                self.cancellation_fits(filed, licences, &rights, look, &mut rules);
            }
            Matter::Split { to, parts } => self.split_fits(filed, *to, parts, look, &mut rules),
            Matter::Licence(filing) => {
                rules.rule(filed.kinds == [filing.terms.gives], "KindsUnfit");
                let licensors = object.holders_of(filing.parent);
                self.licence_fits(filed.object, filing, &licensors, look, &mut rules);
                self.marks_let(filed, look, &mut rules);
            }
            Matter::Further { .. } => {}
            Matter::Renewal { years, revives } => {
                rules.rule(!rights.is_empty(), "ClaimMissing");
                let fits = (1..=filed.under.years_max()).contains(years);
                rules.rule(fits, "ValidityOutOfRange");
                self.renewal_fits(filed, *revives, &rights, look, &mut rules);
            }
        }
        rules
    }

    /// The rights of the kinds that are asked for, on the certificate; of a licence the one from which it comes.
    pub fn rights_of(&self, filed: &Application) -> Result<BTreeSet<u32>, &'static str> {
        let object = &self.objects[filed.object];
        if object.regime != filed.under {
            return Err("ObjectUnfit");
        }
        let live = |number: u32| {
            object
                .certificates
                .get(number as usize)
                .is_some_and(|one| !one.ended)
        };
        let rights: Option<BTreeSet<u32>> = match filed.licence() {
            Some(filing) => {
                let parent = object.right(filing.parent);
                let on = |right: &&Right| !right.ended && right.certificate == filed.certificate;
                parent.filter(on).map(|_| [filing.parent].into())
            }
            None => {
                let found = filed.kinds.iter();
                found
                    .map(|kind| object.root_on(filed.certificate, *kind))
                    .collect()
            }
        };
        rights
            .filter(|_| live(filed.certificate))
            .ok_or("NotOnCertificate")
    }

    /// What marks say to what a case asks for: who has one that needs a consent may still give it until the entry.
    fn marks_let(&self, filed: &Application, look: Look<'_>, rules: &mut Rules) {
        let obstacles = self.obstacles_to(filed).unwrap_or_default();
        let given = match look {
            Look::Filing(_) => None,
            Look::Entry(_, case) => Some(self.in_force_on(filed.object, &case.consents)),
        };
        rules.no_mark_bars(&obstacles, given.as_ref());
    }

    fn transfer_fits(&self, filed: &Application, rights: &BTreeSet<u32>, look: Look<'_>, rules: &mut Rules) {
        let object = &self.objects[filed.object];
        let Matter::Transfer {
            to,
            share,
            limited,
            survivors,
            back,
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
        if let Some(filing) = back {
            // Who gives may get a licence back from what passes: judged as granted by who receives.
            let from = object.holders_of(filing.parent);
            let gives = rights.contains(&filing.parent) && from.contains(&filing.licensee);
            rules.rule(gives && share.is_none(), "LicenceBackUnfit");
            self.licence_fits(filed.object, filing, &parties(to), look, rules);
        }
        let admitted = to.iter().all(|(party, _)| self.is_good(*party));
        rules.rule(admitted, "HolderNotAdmitted");
        let operating = object.root_on(filed.certificate, OPERATING);
        let power = operating.is_some_and(|number| self.in_force(filed.object, number));
        let needed = filed.under.needs_operating_right();
        rules.rule(power || !needed, "OperatingRightNeeded");
        self.marks_let(filed, look, rules);
    }

    fn licence_fits(
        &self,
        object: usize,
        filing: &Filing,
        licensors: &BTreeSet<Party>,
        look: Look<'_>,
        rules: &mut Rules,
    ) {
        if matches!(look, Look::Filing(_)) {
            let latest = end_of(self.today() + OPEN_DAYS_MAX);
            let open = self.now < filing.open_until && filing.open_until <= latest;
            rules.rule(open, "OpenUntilUnfit");
        }
        let mut sides = licensors.iter().chain([&filing.licensee]);
        rules.rule(sides.all(|party| self.is_good(*party)), "PartySuspended");
        self.objects[object].terms_fit(filing, licensors, self.now, rules);
    }

    fn change_fits(&self, filed: &Application, fact: Fact, look: Look<'_>, rules: &mut Rules) {
        let object = &self.objects[filed.object];
        self.fact_fits(filed, fact, rules);
        rules.rule(
            !matches!(fact, Fact::Level(to) if to >= object.level),
            "LevelNotLower",
        );
        rules.rule(!matches!(fact, Fact::Industry(97)), "NegativeListed");
        // An organ that controls may still consent until the entry; its account is no party's, so none does.
        self.marks_let(filed, look, rules);
    }

    /// What every change of a fact needs.
    fn fact_fits(&self, filed: &Application, fact: Fact, rules: &mut Rules) {
        let object = &self.objects[filed.object];
        rules.rule(filed.kinds.is_empty(), "KindsUnfit");
        let mut roots = object
            .roots()
            .filter(|(_, right)| right.certificate == filed.certificate);
        let something = roots.any(|(number, _)| self.in_force(filed.object, number));
        rules.rule(something, "RightNotInForce");
        rules.rule(object.differs(fact), "NothingChanges");
    }

    fn split_fits(&self, filed: &Application, to: u8, parts: &[u8], look: Look<'_>, rules: &mut Rules) {
        let object = &self.objects[filed.object];
        self.fact_fits(filed, Fact::Description(to), rules);
        rules.rule(!parts.is_empty(), "SplitNotDescribed");
        let named = parts.iter().chain([&to, &object.description]);
        let distinct = named.collect::<BTreeSet<_>>().len() == parts.len() + 2;
        rules.rule(distinct, "PartNotDistinct");
        rules.rule(object.parts_fit(parts.len()), "EntryTooLarge");
        rules.rule(
            self.origins(filed.object).count() < GENERATIONS_MAX,
            "SplitTooOften",
        );
        let holders: BTreeSet<Party> = object
            .roots()
            .flat_map(|(_, right)| parties(&right.holders))
            .collect();
        let good = holders.iter().all(|party| self.is_good(*party));
        rules.rule(good, "HolderNotAdmitted");
        let own = match look {
            Look::Filing(_) => None,
            Look::Entry(number, case) => {
                // Whoever came to hold since the filing has not signed.
                let signed = case.concerned.iter().map(|(party, _)| *party).collect();
                rules.rule(holders.is_subset(&signed), "SplitNotSigned");
                Some(number)
            }
        };
        let covered = (0..).take(object.rights.len());
        rules.rule(
            !covered
                .into_iter()
                .any(|number| object.may_stand(number, self.now)),
            "LicenceStands",
        );
        let other = |case: &usize| Some(*case) != own && self.cases[*case].stage != Stage::Refused;
        rules.rule(!object.cases.iter().any(other), "CaseStands");
        rules.rule(object.motion.is_none(), "MotionPending");
        self.marks_let(filed, look, rules);
    }

    /// From where an object was split off, the nearest first: the whole, and its entry.
    pub fn origins(&self, object: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        std::iter::successors(self.objects[object].origin, |(whole, _)| {
            self.objects[*whole].origin
        })
    }

    /// Whether a case was entered in an object, or in what was the whole before this was split off.
    pub fn was_entered_in(&self, case: usize, object: usize) -> bool {
        let case = &self.cases[case];
        let Some(entry) = case.entered else {
            return false;
        };
        let mut origins = self.origins(object);
        case.filed.object == object
            || origins.any(|(whole, split)| whole == case.filed.object && entry <= split)
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
        self.marks_let(filed, look, rules);
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
    pub fn further_certificate(&self, filed: &Application) -> Result<u32, &'static str> {
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
