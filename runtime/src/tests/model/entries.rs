//! What the entry of a case writes.

use super::{
    acts::Fact,
    state::{parties, Case, Certificate, Holders, Object, Party, Register, Right},
    time::{day_of, end_of, last_day, plus_years, Moment},
};
use std::collections::{BTreeMap, BTreeSet};

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
pub fn holders_after(
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

impl Object {
    /// The rights of the kinds granted, in the order of the kinds.
    pub fn granted(&self, case: &Case) -> Vec<u32> {
        let granted = case.granted.iter();
        granted
            .filter_map(|kind| self.root_on(case.filed.certificate, *kind))
            .collect()
    }

    /// The rights pass; who receives has a certificate of its own, who gave has none of them on its own.
    pub fn transfer(&mut self, case: &Case, to: &Holders, share: Option<(Party, u32)>) {
        let passing = self.granted(case);
        let current = &self.rights[passing[0] as usize].holders;
        let holders = holders_after(current, to, share).unwrap();
        self.pass(case.filed.certificate, passing, holders);
    }

    /// The same of rights on a certificate, whatever the reason.
    pub fn pass(&mut self, from: u32, passing: Vec<u32>, holders: Holders) {
        let current = self.rights[passing[0] as usize].holders.clone();
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
        self.set_fact(fact);
        self.entries.push("changed");
    }

    /// What stays, described anew.
    pub fn split(&mut self, to: u8) {
        self.set_fact(Fact::Description(to));
        self.entries.push("split");
    }

    fn set_fact(&mut self, fact: Fact) {
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
    }

    /// Whether one entry can hold so many parts: each has the certificates, the rights, the holders and the sources of the
    /// whole.
    pub fn parts_fit(&self, parts: usize) -> bool {
        let certificates: BTreeSet<u32> = self.roots().map(|(_, right)| right.certificate).collect();
        let parties: usize = certificates.iter().map(|one| self.holders_on(*one).len()).sum();
        let of_each = 3 * (parties + self.lineage.len());
        let of_part = of_each + 2 * certificates.len() + self.roots().count() + 4;
        of_part * parts + certificates.len() <= 70
    }

    /// A part that left: the rights of first registration, each certificate anew.
    fn part(&self, description: u8) -> Self {
        let mut part = Self {
            regime: self.regime,
            imported: self.imported,
            level: self.level,
            industry: self.industry,
            description,
            published: true,
            lineage: self.lineage.clone(),
            is_new: true,
            entries: vec!["split_off"],
            ..Self::default()
        };
        let certificates: BTreeSet<u32> = self.roots().map(|(_, right)| right.certificate).collect();
        for (number, whole) in (0..).zip(certificates) {
            let first = u32::try_from(part.rights.len()).unwrap();
            let on = self.roots().filter(|(_, right)| right.certificate == whole);
            part.rights.extend(on.map(|(_, right)| Right {
                certificate: number,
                ..right.clone()
            }));
            part.certificates.push(Certificate {
                issue: 1,
                rights: (first..u32::try_from(part.rights.len()).unwrap()).collect(),
                ended: false,
            });
        }
        part
    }

    pub fn renew(&mut self, case: &Case, years: u32, revives: bool, now: Moment) {
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
    pub fn add(&mut self, case: &Case, certificate: u32, years: u32, now: Moment) {
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

impl Register {
    /// A part leaves an object by its last entry, and is one itself.
    pub fn split_off(&mut self, whole: usize, description: u8) {
        let from = &self.objects[whole];
        let part = Object {
            origin: Some((whole, from.entries.len())),
            ..from.part(description)
        };
        self.objects.push(part);
        self.note_holdings(self.objects.len() - 1, 0);
    }
}
