//! One object: which of its rights are told, and how much of them.

use std::collections::BTreeSet;

use quanji_primitives::{
    ending::Motion,
    marks::RightSet,
    object::{FingerprintKind, ObjectFacts, Source},
    terms::{LicenceTerms, Offer},
    v1::{CertificateRecord, Outcome, RightRecord},
    PartyId, RightId,
};
use quanji_verifier::{title::RightState, Title};

use super::{
    super::{
        gather::{Gathered, OfParty},
        model::{
            Extent, FactsShown, MarkShown, MotionShown, ObjectShown, OfferShown, Relation, RightShown, State,
            TermsShown,
        },
        securities::{ranks, Security, WaitingDeed},
        under_way::UnderWay,
    },
    ended, holders_now, party, state, Order,
};
use crate::evidence::EvidenceError;

/// An object as the report tells it.
pub(super) fn shown(
    order: &Order,
    gathered: &Gathered,
    title: &Title,
    of_party: Option<&OfParty>,
    told_for: &BTreeSet<PartyId>,
) -> Result<ObjectShown, EvidenceError> {
    let at = order.as_of.time;
    let on = order.book.on(title.id).cloned().unwrap_or_default();
    let mut rights = Vec::new();
    for (number, record) in (0..).zip(&title.rights) {
        let Some(relation) = relation(order, title, number, record, of_party.is_some(), told_for) else {
            continue;
        };
        rights.push(right(
            order,
            gathered,
            title,
            (number, record),
            relation,
            &on.securities,
        )?);
    }
    rights.extend(without_rights(order, title, of_party));
    rights.extend(of_party.map(|of| passed_on(order, title, of)).unwrap_or_default());
    rights.sort_by_key(|right| (right.relation, right.right));
    let told: RightSet = rights
        .iter()
        .filter_map(|right| Some(right.right?.index))
        .collect();
    let on_told = |rights: RightSet| rights == RightSet::NONE || rights.meets(told);
    let opened = opened(order.extent, &rights);
    let none = UnderWay::default();
    let under_way = gathered.under_way.get(&title.id).unwrap_or(&none);
    let prints = gathered
        .fingerprints
        .get(&title.id)
        .map_or(&[][..], Vec::as_slice);
    let snapshots = prints
        .iter()
        .filter(|print| print.kind == FingerprintKind::Snapshot);
    let object = &title.object;
    let described = order.descriptions.get(&object.facts.description);
    Ok(ObjectShown {
        object: title.id,
        name: described.map(|described| described.name.clone()),
        facts: facts(&object.facts),
        publication: object.publication,
        authority: object.authority,
        authority_name: String::from_utf8_lossy(&title.authority.profile.name).into_owned(),
        regime: (
            title.regime.name.zh().to_owned(),
            title.regime.name.en().to_owned(),
            format!("{}/{}", title.regime.id.system, title.regime.id.version),
        ),
        entered_at: object.entered_at,
        ended_by: match object.outcome {
            Outcome::Live => None,
            Outcome::Ended(entry) => Some(entry),
        },
        entries: object.entries,
        history: hex::encode(object.history),
        last_snapshot: snapshots.map(|print| print.day).max(),
        licences_in_force: licences_in_force(title, &rights, at)?,
        rights,
        marks: title
            .standing_marks(at)
            .filter(|(_, mark, _)| on_told(mark.rights))
            .map(|(number, mark, standing)| MarkShown {
                number,
                kind: standing.kind,
                rights: mark.rights.numbers().collect(),
                since: mark.since,
                until: standing.until,
                entry: order.entries.get(&(title.id, number)).copied(),
            })
            .collect(),
        marks_ever: object.marks,
        securities: on
            .securities
            .iter()
            .filter(|one| on_told(one.rights))
            .map(|one| for_reader(opened, one))
            .collect(),
        deeds: on
            .deeds
            .iter()
            .map(|one| (one, one.concerns(&on.securities)))
            .filter(|(_, rights)| on_told(*rights))
            .map(|(one, rights)| deed_for_reader(opened, one, rights))
            .collect(),
        objections: title.open_objections(at).collect(),
        offers: under_way
            .open_offers(at)
            .map(|(number, offer)| offer_shown(number, offer, title, opened))
            .collect(),
        motion: under_way.motion.as_ref().map(motion_shown),
        cases: under_way.open_cases(title, at),
    })
}

/// What a right is to the one the report is about; nothing for one that the report does not tell of.
fn relation(
    order: &Order,
    title: &Title,
    number: u32,
    record: &RightRecord,
    of_a_party: bool,
    told_for: &BTreeSet<PartyId>,
) -> Option<Relation> {
    let held_by_told = |record: &RightRecord| {
        let now = holders_now(title, &record.holders).parties();
        now.iter().any(|party| told_for.contains(party))
    };
    let is_licence = record.parent.is_some();
    if order.extent == Extent::Extract {
        // No licensees in what everybody may read.
        let told = !is_licence && (!of_a_party || held_by_told(record));
        return told.then_some(Relation::Held);
    }
    match (is_licence, held_by_told(record)) {
        (false, true) => return Some(Relation::Held),
        (true, true) => return Some(Relation::LicensedIn),
        (false, false) => return (!of_a_party).then_some(Relation::OfOthers),
        (true, false) => {}
    }
    // A licence is told to whom the holders of the right below which it stands have opened their title.
    let above = title.tree().chain(number).into_iter().skip(1);
    let mut above = above.filter_map(|above| title.rights.get(usize::try_from(above).ok()?));
    above.any(held_by_told).then_some(Relation::LicensedOut)
}

fn right(
    order: &Order,
    gathered: &Gathered,
    title: &Title,
    (number, record): (u32, &RightRecord),
    relation: Relation,
    securities: &[Security],
) -> Result<RightShown, EvidenceError> {
    let place = usize::try_from(record.certificate).unwrap_or(usize::MAX);
    let certificate = title.certificates.get(place);
    let certificate = certificate.ok_or_else(|| EvidenceError::Record {
        reason: format!("right {number} names certificate {place}, which is not there"),
    })?;
    let label = title.regime.label(record.kind);
    Ok(RightShown {
        relation,
        right: Some(RightId {
            object: title.id,
            index: number,
        }),
        kind: Some(record.kind),
        label: (label.zh().to_owned(), label.en().to_owned()),
        holders: party::holders(title, &record.holders),
        certificate: certificate.number,
        issue: certificate.issue,
        entry: record.entry,
        parent: record.parent.map(|parent| parent.index),
        valid_until: record.valid_until,
        state: state(order, gathered, title, (number, record))?,
        terms: title.licences.get(&number).map(|licence| terms(&licence.terms)),
        ranks: ranks(number, securities),
    })
}

/// Registrations that create no rights (PD 13).
fn without_rights(order: &Order, title: &Title, of_party: Option<&OfParty>) -> Vec<RightShown> {
    let mut shown = Vec::new();
    for certificate in &title.certificates {
        let Some(registered) = &certificate.without_rights else {
            continue;
        };
        let now = holders_now(title, &registered.subject).parties();
        if of_party.is_some_and(|of| !now.contains(&of.party)) {
            continue;
        }
        let state = match certificate.outcome {
            Outcome::Ended(entry) => ended(order, title, entry),
            Outcome::Live if registered.valid_until <= order.as_of.time => State::Lapsed,
            Outcome::Live => State::InForce,
        };
        shown.push(RightShown {
            holders: party::holders(title, &registered.subject),
            valid_until: registered.valid_until,
            ..bare(Relation::Registered, certificate, state)
        });
    }
    shown
}

/// Certificates that are listed for the party itself and under which it holds nothing any more: their rights have passed to
/// others.
fn passed_on(order: &Order, title: &Title, of: &OfParty) -> Vec<RightShown> {
    if order.extent == Extent::Extract {
        return Vec::new();
    }
    let mut shown = Vec::new();
    let own = of
        .holdings
        .iter()
        .filter(|holding| holding.object == title.id && holding.name == of.party);
    for holding in own {
        let place = usize::try_from(holding.certificate).unwrap_or(usize::MAX);
        let Some(certificate) = title.certificates.get(place) else {
            continue;
        };
        let holds = |right: &RightRecord| {
            right.certificate == holding.certificate && holders_now(title, &right.holders).contains(of.party)
        };
        if title.rights.iter().any(holds) || certificate.without_rights.is_some() {
            continue;
        }
        let state = match certificate.outcome {
            Outcome::Ended(entry) => ended(order, title, entry),
            Outcome::Live => State::InForce,
        };
        shown.push(RightShown {
            valid_until: certificate.issued_at,
            ..bare(Relation::PassedOn, certificate, state)
        });
    }
    shown
}

/// A line of a certificate without a right.
fn bare(relation: Relation, certificate: &CertificateRecord, state: State) -> RightShown {
    RightShown {
        relation,
        right: None,
        kind: None,
        label: Default::default(),
        holders: Vec::new(),
        certificate: certificate.number,
        issue: certificate.issue,
        entry: certificate.entry,
        parent: None,
        valid_until: certificate.issued_at,
        state,
        terms: None,
        ranks: Vec::new(),
    }
}

/// Licences in force below the rights that are held.
fn licences_in_force(
    title: &Title,
    rights: &[RightShown],
    at: quanji_primitives::clock::Moment,
) -> Result<usize, EvidenceError> {
    let held = |number: &u32| {
        let is_it = |right: &&RightShown| right.right.is_some_and(|id| id.index == *number);
        rights
            .iter()
            .filter(is_it)
            .any(|right| right.relation == Relation::Held)
    };
    let tree = title.tree();
    let mut count = 0;
    for licence in tree.iter().filter(|one| one.parent().is_some()) {
        let in_force = title.right_state(licence.number, at)? == RightState::InForce;
        if in_force && tree.root(licence.number).is_some_and(|root| held(&root)) {
            count += 1;
        }
    }
    Ok(count)
}

/// An offer of a licence; who would get it is told where the right above is opened.
fn offer_shown(number: u32, offer: &Offer, title: &Title, opened: RightSet) -> OfferShown {
    let filing = &offer.filing;
    let above = title.tree().chain(filing.parent);
    let told = above.iter().any(|right| opened.contains(*right));
    OfferShown {
        number,
        from: filing.parent,
        kind: filing.terms.kind,
        licensee: Some(filing.licensee).filter(|_| told),
        open_until: filing.open_until,
    }
}

fn motion_shown(motion: &Motion) -> MotionShown {
    MotionShown {
        matter: (&motion.matter).into(),
        rights: motion.matter.ends().map_or(RightSet::NONE, |(rights, _)| rights),
        since: motion.by.at,
    }
}

/// The rights whose creditors and sums are told: in a full report those held by who consented, or by the party that it is
/// about. Nobody opens what stands on the right of an independent holder.
fn opened(extent: Extent, rights: &[RightShown]) -> RightSet {
    let is_opened = |right: &&RightShown| extent == Extent::Full && right.relation == Relation::Held;
    let numbers = rights.iter().filter(is_opened);
    numbers.filter_map(|right| Some(right.right?.index)).collect()
}

/// Who is secured and for how much is told of what stands on a right that is opened.
fn for_reader(opened: RightSet, security: &Security) -> Security {
    let told = security.rights.meets(opened);
    Security {
        holder: security.holder.clone().filter(|_| told),
        sum: security.sum.filter(|_| told),
        ..security.clone()
    }
}

/// The same of a deed that waits and concerns these rights, and who has signed it.
fn deed_for_reader(opened: RightSet, deed: &WaitingDeed, rights: RightSet) -> WaitingDeed {
    let told = rights.meets(opened);
    WaitingDeed {
        holder: deed.holder.clone().filter(|_| told),
        sum: deed.sum.filter(|_| told),
        signed: deed.signed.iter().copied().filter(|_| told).collect(),
        ..deed.clone()
    }
}

fn facts(facts: &ObjectFacts) -> FactsShown {
    FactsShown {
        kind: facts.kind,
        category: facts.category,
        level: facts.level,
        source: facts.source,
        industry: facts.industry,
        personal_information: facts.personal_information.is_some(),
        authorised_until: facts.personal_information.and_then(|personal| personal.until),
        description: facts.description.to_string(),
        made_from: facts
            .lineage
            .iter()
            .map(|source| match source {
                Source::Right(right) => right.to_string(),
                Source::Object(object) => object.to_string(),
                Source::Unregistered(digest) => digest.to_string(),
            })
            .collect(),
    }
}

fn terms(terms: &LicenceTerms) -> TermsShown {
    TermsShown {
        kind: terms.kind,
        purposes: terms.purposes.to_vec(),
        territory: terms.territory.iter().map(|region| region.0).collect(),
        quantity: terms
            .quantity
            .map(|quantity| (quantity.unit, quantity.number.to_string())),
        sublicensing: terms.sublicensing,
    }
}
