//! What the model knows of the register: objects, rights, certificates, marks, and what is under way.

use super::{
    acts::{Application, Filing, Measure, Motion, Officer},
    collateral::{Deed, DeedNumber, Pledge, Reservation},
    marks::Mark,
    regimes::Regime,
    sources::Source,
    time::{day_of, last_day, plus_months, Day, Moment},
};
use std::collections::{BTreeMap, BTreeSet};

/// A party, by its place in the list of parties.
pub type Party = usize;

/// One party with no share, several jointly with no shares, or several by shares; in the order of the parties.
pub type Holders = Vec<(Party, u32)>;

/// The rules that an act breaks, by the names of their errors. It is refused with one of them; it passes when there is none.
pub type Broken = BTreeSet<&'static str>;

/// Kinds of right.
pub const HOLDING: usize = 0;
pub const USE: usize = 1;
pub const OPERATING: usize = 2;

/// A right, a licence among them.
#[derive(Clone, Debug)]
pub struct Right {
    pub kind: usize,
    pub holders: Holders,
    pub parent: Option<u32>,
    pub until: Moment,
    pub certificate: u32,
    pub ended: bool,
    /// Since when, if an entry has ended it.
    pub ended_at: Option<Moment>,
    pub licence: Option<Licence>,
}

/// What a licence has beside its right.
#[derive(Clone, Debug)]
pub struct Licence {
    pub terms: Terms,
    pub root_signed: bool,
    pub by_licensee: u64,
    pub by_licensor: u64,
}

/// Terms of a licence: sets are bits.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// 0 non-exclusive, 1 sole, 2 exclusive.
    pub kind: u8,
    pub gives: usize,
    pub purposes: u8,
    pub regions: u8,
    pub quantity: Option<u64>,
    pub until: Moment,
    pub levels: u8,
}

#[derive(Clone, Debug)]
pub struct Certificate {
    pub issue: u16,
    pub rights: Vec<u32>,
    pub ended: bool,
}

/// An offer of a licence that waits.
#[derive(Clone, Debug)]
pub struct Offer {
    pub filing: Filing,
    pub signed: BTreeSet<Party>,
    /// The marks to which it is consented, and by whom.
    pub consents: BTreeMap<u32, Party>,
}

/// Why the end of a licence is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndKind {
    Agreement,
    Breach,
    Order,
}

/// A registered object.
#[derive(Clone, Debug, Default)]
pub struct Object {
    pub regime: Regime,
    /// Whether it was imported, or split off what was.
    pub imported: bool,
    /// From where it was split off: the whole, and its entry.
    pub origin: Option<(usize, usize)>,
    /// From what it was made.
    pub lineage: BTreeSet<Source>,
    /// The marks that tell of its sources, each with the right of which it tells.
    pub notices: BTreeMap<Source, (usize, u32)>,
    /// Made since its sources were last looked at.
    pub is_new: bool,
    /// How many of its entries were looked at for what is made from it.
    pub looked_at: usize,
    pub rights: Vec<Right>,
    pub certificates: Vec<Certificate>,
    pub marks: Vec<Mark>,
    /// The kinds of its entries.
    pub entries: Vec<&'static str>,
    /// 0 general, 1 important.
    pub level: u8,
    pub industry: u8,
    pub description: u8,
    /// Whether the description is published.
    pub published: bool,
    /// Cases and objections that are open.
    pub cases: Vec<usize>,
    pub objections: Vec<usize>,
    /// Offers by their numbers, from 1; withdrawn or used ones are gone.
    pub offers: BTreeMap<u32, Offer>,
    pub last_offer: u32,
    /// What the authority has proposed of its own motion.
    pub motion: Option<(Motion, Officer)>,
    /// Ends that are proposed, with who has signed.
    pub ends: BTreeMap<(u32, EndKind), BTreeSet<Party>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    AwaitingSignatures,
    Filed,
    Accepted,
    Examined,
    Approved,
    /// In public notice until this moment.
    InNotice(Moment),
    Withdrawn,
    Entered,
    Refused,
    /// Refused as a whole, and under re-assessment.
    UnderAppeal,
    /// Entered but for kinds that were refused, their re-assessment included.
    PartlyRefused,
    /// Ended, and removed.
    Closed,
}

/// The refusal of an application, or of some kinds of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub by: Officer,
    pub delivered: Option<Moment>,
}

/// The one re-assessment of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// Who refused.
    pub against: Officer,
    pub is_decided: bool,
}

/// A case about what is registered.
#[derive(Clone, Debug)]
pub struct Case {
    pub filed: Application,
    pub stage: Stage,
    pub received: Moment,
    /// Who is concerned, and whether the signature is still awaited; twice, who has taken the place of another of them.
    pub concerned: Vec<(Party, bool)>,
    /// The kinds that were granted; something, where no kinds are asked for.
    pub granted: Vec<usize>,
    pub refusal: Option<Refusal>,
    pub appeal: Option<Appeal>,
    /// The service institutions that have reported on it, and whether in favour.
    pub reports: BTreeMap<Party, bool>,
    /// The marks to which it is consented, and by whom.
    pub consents: BTreeMap<u32, Party>,
    /// How many of the parts that leave the object are published.
    pub parts_published: usize,
    /// The number of the entry to which it led.
    pub entered: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    Confirmed,
    Rejected,
}

/// An instrument in the day book.
#[derive(Clone, Debug)]
pub struct Stamp {
    pub object: usize,
    pub measure: Measure,
    pub organ: usize,
    pub confirm_by: Moment,
    pub found: Found,
    pub mark: Option<usize>,
    pub renews_from: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contest {
    Filed,
    Notified,
    Contested,
    Decided,
    Closed,
    Withdrawn,
}

/// An objection after entry.
#[derive(Clone, Debug)]
pub struct Objection {
    pub object: usize,
    pub rights: BTreeSet<u32>,
    pub registrant: Party,
    pub objector: Party,
    pub stage: Contest,
    pub agreed: BTreeSet<Party>,
    pub notice: Option<usize>,
    pub hold: Option<usize>,
    /// Until when a hold is proposed.
    pub proposed: Option<Moment>,
}

/// The register.
#[derive(Clone, Debug, Default)]
pub struct Register {
    pub now: Moment,
    pub objects: Vec<Object>,
    pub cases: Vec<Case>,
    pub stamps: Vec<Stamp>,
    pub objections: Vec<Objection>,
    /// Who has objected to what object on what facts.
    pub heard: BTreeSet<(usize, Party, u8)>,
    /// The parties themselves, in their order.
    pub parties: Vec<Admitted>,
    pub successions: BTreeMap<Party, Succession>,
    /// Deeds, and what they made.
    pub deeds: Vec<Deed>,
    pub pledges: BTreeMap<DeedNumber, Pledge>,
    pub reservations: BTreeMap<DeedNumber, Reservation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Good,
    /// Its place is being taken; it survives, or its keys are dead.
    Locked {
        survives: bool,
    },
    Gone,
}

/// What is known of a party.
#[derive(Clone, Debug)]
pub struct Admitted {
    pub standing: Standing,
    /// Who stands in its place today.
    pub current: Party,
    /// Whose place it took, wholly or in part.
    pub former: BTreeSet<Party>,
    /// The certificates that were given to it, in their order.
    pub holdings: Vec<(usize, u32)>,
}

/// The place of a party, taken or to be taken.
#[derive(Clone, Debug)]
pub struct Succession {
    pub successors: Vec<Party>,
    pub effective: Day,
    pub confirmed: bool,
    /// The holdings that were passed.
    pub assigned: BTreeSet<u32>,
    /// Carried out, or given up.
    pub finished: bool,
}

/// Collects the rules that are broken.
#[derive(Default)]
pub struct Rules(pub Broken);

impl Rules {
    /// A rule that must hold.
    pub fn rule(&mut self, holds: bool, error: &'static str) {
        if !holds {
            self.0.insert(error);
        }
    }

    /// No mark bars a dealing; one whose holder must consent does not, if that was given, or may still be.
    pub fn no_mark_bars(&mut self, obstacles: &[(u32, char)], given: Option<&BTreeSet<u32>>) {
        let refused = obstacles.iter().any(|(_, effect)| *effect == 'X');
        self.rule(!refused, "BarredByMark");
        let missing = |given: &BTreeSet<u32>| obstacles.iter().any(|(mark, _)| !given.contains(mark));
        self.rule(refused || !given.is_some_and(missing), "MarkConsentMissing");
    }
}

/// The one broken rule.
pub fn only(error: &'static str) -> Broken {
    [error].into()
}

/// Who they are.
pub fn parties(holders: &Holders) -> BTreeSet<Party> {
    holders.iter().map(|(party, _)| *party).collect()
}

impl Right {
    /// A right of first registration.
    pub fn first(kind: usize, holders: &Holders, until: Moment, certificate: u32) -> Self {
        Self {
            kind,
            holders: holders.clone(),
            parent: None,
            until,
            certificate,
            ended: false,
            ended_at: None,
            licence: None,
        }
    }
}

impl Object {
    pub fn right(&self, number: u32) -> Option<&Right> {
        self.rights.get(number as usize)
    }

    /// Rights of first registration that have not ended, with their numbers.
    pub fn roots(&self) -> impl Iterator<Item = (u32, &Right)> {
        (0..)
            .zip(&self.rights)
            .filter(|(_, right)| right.parent.is_none() && !right.ended)
    }

    /// All rights that have not ended, licences among them.
    pub fn live(&self) -> BTreeSet<u32> {
        let rights = (0..).zip(&self.rights);
        rights
            .filter(|(_, right)| !right.ended)
            .map(|(number, _)| number)
            .collect()
    }

    pub fn holders_of(&self, number: u32) -> BTreeSet<Party> {
        self.right(number)
            .map_or_else(BTreeSet::new, |right| parties(&right.holders))
    }

    /// The right of first registration of a kind on a certificate; of several the one that is valid longest.
    pub fn root_on(&self, certificate: u32, kind: usize) -> Option<u32> {
        self.roots()
            .filter(|(_, right)| right.certificate == certificate && right.kind == kind)
            .max_by_key(|(number, right)| (right.until, *number))
            .map(|(number, _)| number)
    }

    /// Who holds rights of first registration on a certificate.
    pub fn holders_on(&self, certificate: u32) -> BTreeSet<Party> {
        let on = self.roots().filter(|(_, right)| right.certificate == certificate);
        on.flat_map(|(_, right)| parties(&right.holders)).collect()
    }

    pub fn enter(&mut self, entry: &'static str) {
        self.entries.push(entry);
    }

    /// Ends rights of first registration or licences, and what the certificates still list.
    pub fn end_rights(&mut self, rights: &BTreeSet<u32>, now: Moment) {
        let mut concerned = BTreeSet::new();
        for number in rights {
            let right = &mut self.rights[*number as usize];
            right.ended = true;
            right.ended_at = Some(now);
            concerned.insert(right.certificate);
        }
        for number in concerned {
            let certificate = &mut self.certificates[number as usize];
            certificate.rights.retain(|right| !rights.contains(right));
            if certificate.rights.is_empty() {
                certificate.ended = true;
            } else {
                certificate.issue += 1;
            }
        }
    }
}

impl Register {
    pub fn today(&self) -> Day {
        day_of(self.now)
    }

    /// Whether a right of first registration is in force: within its term, or kept in force by a renewal that was filed in time
    /// and is not decided.
    pub fn in_force(&self, object: usize, number: u32) -> bool {
        let of = &self.objects[object];
        let Some(right) = of.right(number).filter(|right| !right.ended) else {
            return false;
        };
        let renewed = || {
            of.cases.iter().any(|case| {
                let case = &self.cases[*case];
                let filed = &case.filed;
                case.is_undecided()
                    && filed.renews_in_time()
                    && filed.certificate == right.certificate
                    && filed.kinds.contains(&right.kind)
            })
        };
        self.now < right.until || renewed()
    }

    /// Six months before the last day to the day before it.
    pub fn window(until: Moment) -> (Day, Day) {
        let last = last_day(until);
        (plus_months(last, -6), last - 1)
    }
}
