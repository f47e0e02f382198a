//! The records of pledges, reservations and waiting deeds, read at one block. From an object's marks, which are proven complete
//! by their count, each pledge and reservation is found under the deed that its mark names; the deeds that wait are in one
//! list for each object.

use std::collections::{BTreeMap, BTreeSet};

use quanji_primitives::{
    clock::{Day, Moment},
    collateral::{Deed, DeedMatter, OpenDeed, Secured, Sum},
    marks::{Mark, MarkKind, MarkSource, RightSet},
    storage_keys,
    succession::{current, SUCCESSION_DEPTH_MAX},
    v1::{PartyRecord, PledgeRecord, ReservationRecord},
    Bounded, DeedId, ObjectId, PartyId,
};
use quanji_verifier::Title;

use super::{DeedAct, Security, Standing, WaitingDeed};
use crate::{
    evidence::{batch::Batch, EvidenceError},
    title::model::PartyShown,
};

/// The most deeds that can wait about an object.
const DEEDS_MAX: u32 = 32;

/// The pledges, reservations and waiting deeds of an object, ended ones included.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OnObject {
    /// Pledges and reservations, in the order of their marks.
    pub securities: Vec<Security>,
    /// Deeds that can still be signed.
    pub deeds: Vec<WaitingDeed>,
}

/// The same of several objects.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SecurityBook(BTreeMap<ObjectId, OnObject>);

/// A record that a mark names.
enum Stored {
    Pledge(PledgeRecord),
    Reservation(ReservationRecord),
}

impl Stored {
    fn holder(&self) -> PartyId {
        match self {
            Self::Pledge(record) => record.pledgee,
            Self::Reservation(record) => record.financier,
        }
    }
}

impl SecurityBook {
    /// Reads what stands and stood on these objects, and what waits at register time `at`.
    pub async fn read(
        batch: &mut Batch<'_>,
        titles: &BTreeMap<ObjectId, Title>,
        at: Moment,
    ) -> Result<Self, EvidenceError> {
        let of_title = |title: &Title| {
            let lists = [storage_keys::open_deeds(title.id)];
            let records = marks_of_deeds(title).map(|(_, mark, deed)| key_of(mark.kind, deed));
            records.chain(lists).collect::<Vec<_>>()
        };
        batch.fetch(titles.values().flat_map(of_title)).await?;
        let mut listed: BTreeMap<ObjectId, Vec<DeedId>> = BTreeMap::new();
        for object in titles.keys() {
            let open: Option<Bounded<DeedId, DEEDS_MAX>> = batch.value(&storage_keys::open_deeds(*object))?;
            listed.insert(*object, open.unwrap_or_default().to_vec());
        }
        let deeds = listed.values().flatten();
        batch.fetch(deeds.map(|deed| storage_keys::deed(*deed))).await?;
        let mut open: BTreeMap<DeedId, OpenDeed> = BTreeMap::new();
        for deed in listed.values().flatten() {
            // Of one that lapsed, and was removed through another of its objects, the proof shows that there is no record.
            let waiting: Option<OpenDeed> = batch.value(&storage_keys::deed(*deed))?;
            open.extend(waiting.map(|waiting| (*deed, waiting)));
        }
        let mut stored: BTreeMap<DeedId, Stored> = BTreeMap::new();
        for (_, mark, deed) in titles.values().flat_map(marks_of_deeds) {
            stored.insert(deed, stored_of(batch, mark.kind, deed)?);
        }
        let named = stored.values().map(Stored::holder);
        let named = named.chain(open.values().filter_map(|open| holder_of(&open.deed.matter)));
        let parties = Parties::read(batch, named.collect()).await?;
        let mut book = BTreeMap::new();
        for (object, title) in titles {
            let mut on = OnObject::default();
            for (number, mark, deed) in marks_of_deeds(title) {
                if let Some(record) = stored.get(&deed) {
                    on.securities
                        .extend(security(title.id, (number, mark), (deed, record), &parties, at));
                }
            }
            let waiting = listed.get(object).into_iter().flatten();
            let waiting = waiting.filter_map(|deed| Some((*deed, open.get(deed)?)));
            on.deeds = waiting
                .filter(|(_, open)| at < open.deed.open_until)
                .map(|(deed, open)| self::waiting(*object, deed, open, &parties))
                .collect();
            book.insert(*object, on);
        }
        Ok(Self(book))
    }

    /// A book of what is known already.
    pub fn of(known: BTreeMap<ObjectId, OnObject>) -> Self {
        Self(known)
    }

    /// What is known of an object.
    pub fn on(&self, object: ObjectId) -> Option<&OnObject> {
        self.0.get(&object)
    }

    /// What is known, object by object.
    pub fn iter(&self) -> impl Iterator<Item = (ObjectId, &OnObject)> {
        self.0.iter().map(|(object, on)| (*object, on))
    }
}

/// The marks of an object that come from deeds.
fn marks_of_deeds(title: &Title) -> impl Iterator<Item = (u32, &Mark, DeedId)> {
    let of_deed = |(number, mark): (u32, &'_ Mark)| match mark.source {
        MarkSource::Deed(deed) => Some((number, deed)),
        _ => None,
    };
    (0..)
        .zip(&title.marks)
        .filter_map(move |(number, mark)| of_deed((number, mark)).map(|(number, deed)| (number, mark, deed)))
}

fn key_of(kind: MarkKind, deed: DeedId) -> Vec<u8> {
    match kind {
        MarkKind::Reservation => storage_keys::reservation(deed),
        _ => storage_keys::pledge(deed),
    }
}

/// A record that must be there, because a mark names it.
fn record<T: codec::Decode>(batch: &Batch<'_>, key: &[u8], deed: DeedId) -> Result<T, EvidenceError> {
    batch.value(key)?.ok_or_else(|| EvidenceError::Record {
        reason: format!("{deed} is named and has no record"),
    })
}

fn stored_of(batch: &Batch<'_>, kind: MarkKind, deed: DeedId) -> Result<Stored, EvidenceError> {
    let key = key_of(kind, deed);
    Ok(match kind {
        MarkKind::Reservation => Stored::Reservation(record(batch, &key, deed)?),
        _ => Stored::Pledge(record(batch, &key, deed)?),
    })
}

/// Who would be secured, reserve or receive by a deed.
pub(in crate::title) fn holder_of(matter: &DeedMatter) -> Option<PartyId> {
    match matter {
        DeedMatter::Reservation(terms) => Some(terms.financier),
        DeedMatter::Pledge(terms) => Some(terms.pledgee),
        DeedMatter::Assignment { to, .. } | DeedMatter::Enforcement { to, .. } => Some(*to),
        DeedMatter::Amendment { .. } | DeedMatter::Subordination { .. } => None,
    }
}

/// The parties that records name, and those who stand in their place today.
struct Parties {
    records: BTreeMap<PartyId, PartyRecord>,
    successors: BTreeMap<PartyId, PartyId>,
}

impl Parties {
    async fn read(batch: &mut Batch<'_>, named: BTreeSet<PartyId>) -> Result<Self, EvidenceError> {
        let (mut records, mut successors) = (BTreeMap::new(), BTreeMap::new());
        let mut new = named;
        for _ in 0..=SUCCESSION_DEPTH_MAX {
            let of_party =
                |party: &PartyId| [storage_keys::party(*party), storage_keys::successor_of(*party)];
            batch.fetch(new.iter().flat_map(of_party)).await?;
            let mut next = BTreeSet::new();
            for party in new {
                let record: Option<PartyRecord> = batch.value(&storage_keys::party(party))?;
                records.extend(record.map(|record| (party, record)));
                if let Some(successor) = batch.value::<PartyId>(&storage_keys::successor_of(party))? {
                    successors.insert(party, successor);
                    next.insert(successor);
                }
            }
            new = next;
            if new.is_empty() {
                break;
            }
        }
        Ok(Self { records, successors })
    }

    /// A party as it stands today.
    fn shown(&self, stored: PartyId) -> PartyShown {
        let party = current(stored, |party| self.successors.get(&party).copied());
        let record = self.records.get(&party);
        PartyShown {
            party,
            person: record.map(|record| record.person.clone()),
            standing: record.map(|record| record.standing),
            parts: None,
            in_place_of: (party != stored).then_some(stored),
        }
    }
}

fn security(
    object: ObjectId,
    (number, mark): (u32, &Mark),
    (deed, stored): (DeedId, &Stored),
    parties: &Parties,
    at: Moment,
) -> Option<Security> {
    let base = |kind, standing: Standing, through: Day| Security {
        mark: number,
        kind,
        form: None,
        deed,
        rights: mark.rights,
        place: number,
        holder: Some(parties.shown(stored.holder())),
        givers: Vec::new(),
        sum: None,
        since: mark.since,
        through,
        statutory: None,
        over_since: (!standing.stands()).then(|| mark.ended.map_or(through.end(), |(ended, _)| ended)),
        standing,
        release_due: None,
        default_noticed: None,
        used_by: None,
    };
    Some(match stored {
        Stored::Pledge(record) => {
            let standing = Standing::Pledge(record.status(&[*mark], at));
            Security {
                form: Some(record.form),
                place: record.on(object)?.place,
                givers: record.pledgors.to_vec(),
                sum: Some(record.secured),
                statutory: record.statutory,
                release_due: record.demanded.map(|demand| demand.overdue_from),
                default_noticed: record.default.map(|notice| notice.given_on),
                ..base(Secured::Pledge, standing, record.through)
            }
        }
        Stored::Reservation(record) => {
            let standing = Standing::Reservation(record.status(mark, at));
            // The first moment at which it no longer stands is the end of its last day.
            let through = Moment(record.until.0.saturating_sub(1)).day();
            Security {
                givers: record.holders.to_vec(),
                sum: Some(record.maximum),
                used_by: record.used_by,
                ..base(Secured::Reservation, standing, through)
            }
        }
    })
}

fn waiting(object: ObjectId, deed: DeedId, open: &OpenDeed, parties: &Parties) -> WaitingDeed {
    let Deed {
        matter, open_until, ..
    } = &open.deed;
    let (act, rights, sum, through): (DeedAct, RightSet, Option<Sum>, Option<Day>) = match matter {
        DeedMatter::Reservation(terms) => (DeedAct::Reservation, terms.rights, Some(terms.maximum), None),
        DeedMatter::Pledge(terms) => {
            let offered = terms.offered.iter().find(|one| one.object == object);
            let rights = offered.map_or(RightSet::NONE, |one| one.rights);
            (DeedAct::Pledge, rights, Some(terms.secured), Some(terms.through))
        }
        DeedMatter::Amendment { secured, through, .. } => {
            (DeedAct::Amendment, RightSet::NONE, *secured, *through)
        }
        DeedMatter::Assignment { .. } => (DeedAct::Assignment, RightSet::NONE, None, None),
        DeedMatter::Subordination { .. } => (DeedAct::Subordination, RightSet::NONE, None, None),
        DeedMatter::Enforcement { rights, .. } => (DeedAct::Enforcement, *rights, None, None),
    };
    WaitingDeed {
        deed,
        act,
        pledge: matter.pledge(),
        rights,
        holder: holder_of(matter).map(|party| parties.shown(party)),
        sum,
        through,
        signed: open.signatures.iter().map(|signature| signature.party).collect(),
        open_until: *open_until,
    }
}
