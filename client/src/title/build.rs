//! Makes the report from what was gathered: whose rights are told, and how much of them.

use std::collections::{BTreeMap, BTreeSet};

use quanji_primitives::{
    clock::{Day, Moment},
    regimes::national_2026,
    succession::current_holders,
    v1::RightRecord,
    Digest, ObjectId, PartyId,
};
use quanji_verifier::{title::RightState, Title};

use super::{
    described::Described,
    gather::{Gathered, OfParty, OpenCase},
    judge::{self, Facts},
    model::{
        AsOf, CaseShown, Completeness, ConsentUsed, EffectText, Extent, Gap, ObjectShown, Proven, Relation,
        RightShown, State, Subject, TitleReport, FORMAT,
    },
    received::Received,
    searches::{self, Search},
    securities::SecurityBook,
    warnings::{Noted, Warning},
};
use crate::evidence::EvidenceError;

mod object;
mod party;

pub use party::party_shown;

/// A party's report leaves out what lapsed or ended more months before.
pub const MONTHS_SHOWN: u32 = 24;

/// What a report is to be made of.
pub struct Order {
    /// The block.
    pub as_of: AsOf,
    /// What it is about.
    pub subject: Subject,
    /// How much it tells.
    pub extent: Extent,
    /// When the loan is due.
    pub maturity: Option<Day>,
    /// The consent.
    pub consent: Option<ConsentUsed>,
    /// Descriptions by their digests.
    pub descriptions: BTreeMap<Digest, Described>,
    /// The entries in which marks were set, as far as they were found.
    pub entries: BTreeMap<(ObjectId, u32), u32>,
    /// When entries were made, as far as that was found.
    pub made_at: BTreeMap<(ObjectId, u32), Moment>,
    /// Pledges, reservations and waiting deeds.
    pub book: SecurityBook,
    /// What the party has received; nothing where there is too much to read.
    pub received: Option<Received>,
    /// Cases in state; nothing where there are too many.
    pub cases: Option<Vec<OpenCase>>,
    /// Searches that the reader recorded.
    pub searches: Vec<Search>,
}

impl Order {
    /// Whose rights are told: those who consented; of a party's own report, the party alone. A co-holder who signed with it
    /// has opened nothing else of its own.
    fn told_for(&self, of_party: Option<&OfParty>) -> BTreeSet<PartyId> {
        match of_party {
            Some(of) => BTreeSet::from([of.party]),
            None => self.signed(),
        }
    }

    fn signed(&self) -> BTreeSet<PartyId> {
        let consent = self.consent.iter();
        consent
            .flat_map(|consent| consent.signed_by.iter().copied())
            .collect()
    }
}

/// Makes the report.
pub fn report(
    order: Order,
    gathered: &Gathered,
    of_party: Option<&OfParty>,
) -> Result<TitleReport, EvidenceError> {
    let told_for = order.told_for(of_party);
    let (mut objects, mut warnings, mut older) = (Vec::new(), Vec::new(), 0);
    for id in &gathered.objects {
        let Some(title) = gathered.titles.get(id) else {
            continue;
        };
        let mut shown = object::shown(&order, gathered, title, of_party, &told_for)?;
        let all = shown.securities.len();
        let since = shown_since(order.as_of.time);
        shown.securities.retain(|one| one.is_recent(since));
        older += all - shown.securities.len();
        if of_party.is_some() {
            let all = shown.rights.len();
            shown.rights.retain(|right| is_recent(right, order.as_of.time));
            older += all - shown.rights.len();
        }
        if of_party.is_some() && shown.rights.is_empty() {
            continue;
        }
        warnings.extend(of_object(&order, gathered, title, &shown)?);
        objects.push(shown);
    }
    let cases = of_party.map(|of| cases(&order, of)).unwrap_or_default();
    for case in &cases {
        let told = |noted: &Noted| matches!(&noted.warning, Warning::PendingCase { case: known } if *known == case.case.to_string());
        if !warnings.iter().any(told) {
            let case = case.case.to_string();
            warnings.push(Noted::general(Warning::PendingCase { case }));
        }
    }
    let debtors = debtors(&objects, of_party);
    warnings.extend(searches::warnings(&order.searches, &debtors, order.as_of.time));
    if order.as_of.real_time.is_some() {
        warnings.push(Noted::general(Warning::TestChain));
    }
    warnings.sort_by_key(|noted| noted.weight);
    let received = of_party.zip(order.received.as_ref()).map(|(of, received)| {
        let since = shown_since(order.as_of.time);
        received.shown(of.party, since, order.extent == Extent::Full)
    });
    Ok(TitleReport {
        format: FORMAT,
        extent: order.extent,
        subject: order.subject,
        party: of_party.map(party_shown),
        completeness: completeness(&order, &objects, of_party, older),
        effect_texts: effect_texts(gathered, order.received.as_ref()),
        as_of: order.as_of,
        maturity: order.maturity,
        consent: order.consent,
        objects,
        received,
        cases,
        warnings,
        searches: order.searches,
    })
}

/// The warnings about an object: only of rights that the report tells of.
fn of_object(
    order: &Order,
    gathered: &Gathered,
    title: &Title,
    shown: &ObjectShown,
) -> Result<Vec<Noted>, EvidenceError> {
    let own = |right: &&RightShown| matches!(right.relation, Relation::Held | Relation::LicensedIn);
    let mut rights: Vec<u32> = shown
        .rights
        .iter()
        .filter(own)
        .filter_map(|right| Some(right.right?.index))
        .collect();
    rights.sort_unstable();
    let registered = shown
        .rights
        .iter()
        .any(|right| right.relation == Relation::Registered);
    if rights.is_empty() && !registered {
        return Ok(Vec::new());
    }
    let of_this = |map: &BTreeMap<(ObjectId, u32), u32>| -> BTreeMap<u32, u32> {
        let own = map.iter().filter(|((object, _), _)| *object == title.id);
        own.map(|((_, mark), entry)| (*mark, *entry)).collect()
    };
    let described = order.descriptions.get(&title.object.facts.description);
    let (signed, entries) = (order.signed(), of_this(&order.entries));
    let on = order.book.on(title.id);
    let facts = Facts {
        title,
        at: order.as_of.time,
        rights: &rights,
        fingerprints: gathered.fingerprints.get(&title.id).map_or(&[], Vec::as_slice),
        titles: &gathered.titles,
        under_way: &gathered.under_way,
        securities: on.map_or(&[], |on| &on.securities),
        deeds: on.map_or(&[], |on| &on.deeds),
        maturity: order.maturity,
        update_days: described.and_then(|described| described.update_days),
        signed: &signed,
        entries: &entries,
    };
    judge::warnings(&facts)
}

/// Since when what is over is shown.
fn shown_since(now: Moment) -> Moment {
    now.day().minus_months(MONTHS_SHOWN).start()
}

/// Whether a right is in force, or was within the months that are shown.
fn is_recent(right: &RightShown, now: Moment) -> bool {
    let since = shown_since(now);
    match right.state {
        State::InForce | State::KeptInForce { .. } => true,
        State::Lapsed | State::AboveNotInForce { .. } => right.valid_until >= since,
        // What the node no longer dates is shown rather than left out.
        State::Ended { at, .. } => at.is_none_or(|at| at >= since),
    }
}

/// Open cases in which the party takes part, under any of its names. In an extract those that it filed: whom else a case
/// names, a licensee for one, is for the full report.
fn cases(order: &Order, of_party: &OfParty) -> Vec<CaseShown> {
    let takes_part = |open: &OpenCase| {
        let mut parties = match order.extent {
            Extent::Full => open.case.parties(),
            Extent::Extract => Vec::new(),
        };
        parties.push(open.case.applicant);
        parties.iter().any(|party| of_party.names.contains(party))
    };
    let open = order
        .cases
        .iter()
        .flatten()
        .filter(|open| !open.case.has_ended(order.as_of.time) && takes_part(open));
    let shown = open.map(|case| CaseShown {
        case: case.id,
        act: case.case.act,
        object: case.case.object,
        received_at: case.case.received_at,
    });
    shown.collect()
}

fn completeness(
    order: &Order,
    objects: &[ObjectShown],
    of_party: Option<&OfParty>,
    older_left_out: usize,
) -> Completeness {
    let mut proven = vec![Proven::Titles, Proven::Securities];
    if of_party.is_some() {
        proven.insert(0, Proven::Holdings);
        proven.extend(order.cases.as_ref().map(|_| Proven::Cases));
        proven.extend(order.received.as_ref().map(|_| Proven::Received));
    }
    let dated = |right: &RightShown| matches!(right.state, State::Ended { .. });
    let told_by_node = objects
        .iter()
        .any(|object| !object.marks.is_empty() || object.rights.iter().any(dated));
    let undescribed = objects.iter().any(|object| object.name.is_none());
    let gaps = [
        (true, Gap::LaterFacts),
        (!order.as_of.finality_proven, Gap::Finality),
        (
            of_party.is_some() && order.cases.is_none(),
            Gap::FirstRegistrations,
        ),
        (of_party.is_some() && order.received.is_none(), Gap::Received),
        (told_by_node, Gap::EntriesOfMarks),
        (true, Gap::OtherRegisters),
        (undescribed, Gap::Description),
        (order.maturity.is_none(), Gap::Maturity),
    ];
    Completeness {
        proven,
        certificates_listed: of_party.map_or(0, |of| of.holdings.len()),
        names: of_party.map(|of| of.names.clone()).unwrap_or_default(),
        older_left_out,
        not_proven: gaps
            .into_iter()
            .filter_map(|(lacks, gap)| lacks.then_some(gap))
            .collect(),
    }
}

/// About whom other registers are to be searched: the party; of an object who holds what is told, ended rights left out.
fn debtors(objects: &[ObjectShown], of_party: Option<&OfParty>) -> Vec<PartyId> {
    if let Some(of_party) = of_party {
        return vec![of_party.party];
    }
    let rights = objects.iter().flat_map(|object| &object.rights);
    let held = rights
        .filter(|right| right.relation == Relation::Held && !matches!(right.state, State::Ended { .. }));
    let holders = held.flat_map(|right| &right.holders);
    let each: BTreeSet<PartyId> = holders.map(|holder| holder.party).collect();
    each.into_iter().collect()
}

/// The effect texts of all regimes, each once: of the objects, and of those on which the party is secured.
fn effect_texts(gathered: &Gathered, received: Option<&Received>) -> Vec<EffectText> {
    let mut texts = Vec::new();
    let titles = gathered.objects.iter().filter_map(|id| gathered.titles.get(id));
    EffectText::add(&mut texts, titles.map(|title| EffectText::of(&title.regime)));
    let received = received.into_iter().flat_map(|received| &received.effect_texts);
    EffectText::add(&mut texts, received.cloned());
    // No page is without one, whatever the party has.
    if texts.is_empty() {
        texts.push(EffectText::of(&national_2026()));
    }
    texts
}

/// How a right stands, for the report.
fn state(
    order: &Order,
    gathered: &Gathered,
    title: &Title,
    (number, record): (u32, &RightRecord),
) -> Result<State, EvidenceError> {
    let at = order.as_of.time;
    let under_way = gathered.under_way.get(&title.id);
    let renewal = under_way.and_then(|under_way| under_way.renewal_of(record, at));
    Ok(match title.right_state(number, at)? {
        RightState::InForce => State::InForce,
        RightState::Expired => renewal.map_or(State::Lapsed, |renewal| State::KeptInForce { renewal }),
        RightState::Ended { entry } => ended(order, title, entry),
        RightState::ParentNotInForce { parent } => State::AboveNotInForce { above: parent },
    })
}

fn ended(order: &Order, title: &Title, entry: u32) -> State {
    State::Ended {
        entry,
        at: order.made_at.get(&(title.id, entry)).copied(),
    }
}

/// Who holds a right now, by those who stand in the place of the stored ones.
fn holders_now(
    title: &Title,
    stored: &quanji_primitives::rights::Holders,
) -> quanji_primitives::rights::Holders {
    current_holders(stored, |party| title.current(party))
}
