//! What a party has received as security: pledges and reservations for it, and deeds that would make or change one. No index leads
//! from a party to them: all pledges, reservations and waiting deeds in state are read, and the proof leaves no key out.

use std::collections::{BTreeMap, BTreeSet};

use quanji_primitives::{
    clock::Moment,
    collateral::{DeedMatter, OpenDeed},
    storage_keys,
    v1::{PledgeRecord, ReservationRecord},
    DeedId, ObjectId, PartyId, RightId,
};
use serde::Serialize;

use super::{
    gather::decoded,
    model::EffectText,
    securities::{book::holder_of, ranks, Security, SecurityBook, WaitingDeed},
    shown,
};
use crate::evidence::{batch::Batch, EvidenceError};

/// The most pledges, and the most reservations and deeds, that are read to find those of one party.
pub const RECORDS_MAX: u32 = 20_000;

/// The objects on which a party is secured or has reserved, or would be, with what stands on them.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// Their pledges, reservations and waiting deeds, those of others included.
    pub book: SecurityBook,
    /// The effect texts of their regimes, each once: a bank need not hold anything itself.
    pub effect_texts: Vec<EffectText>,
}

/// The rank of a security on a right.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct RankOn {
    /// The right.
    #[serde(serialize_with = "shown")]
    pub right: RightId,
    /// In this ledger, from 1.
    pub ledger: u32,
    /// By statute, from 1; nothing without a registration in a statutory register.
    pub statutory: Option<u32>,
}

/// A pledge or reservation that a party has received.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReceivedSecurity {
    /// On which object.
    #[serde(serialize_with = "shown")]
    pub object: ObjectId,
    /// The pledge or reservation.
    #[serde(flatten)]
    pub security: Security,
    /// Its ranks, right by right.
    pub ranks: Vec<RankOn>,
}

/// A deed that would give a party a pledge or reservation, or change one that it has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReceivedDeed {
    /// On which object.
    #[serde(serialize_with = "shown")]
    pub object: ObjectId,
    /// The deed.
    #[serde(flatten)]
    pub deed: WaitingDeed,
}

/// What a party has received, as a report tells it: an extract has the counts alone.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct ReceivedShown {
    /// Pledges and reservations that stand, object by object.
    pub standing: usize,
    /// Those that ended or lapsed within the months that are shown.
    pub over: usize,
    /// Deeds that wait.
    pub waiting: usize,
    /// The pledges and reservations.
    pub securities: Vec<ReceivedSecurity>,
    /// The deeds.
    pub deeds: Vec<ReceivedDeed>,
}

/// Everything that a party with these names has received; nothing where there are too many records to read.
pub async fn received(
    batch: &mut Batch<'_>,
    names: &[PartyId],
    at: Moment,
) -> Result<Option<Received>, EvidenceError> {
    let pledges = batch.walk(&storage_keys::pledges(), RECORDS_MAX).await?;
    let reservations = batch.walk(&storage_keys::reservations(), RECORDS_MAX).await?;
    let deeds = batch.walk(&storage_keys::deeds(), RECORDS_MAX).await?;
    let (Some(pledges), Some(reservations), Some(deeds)) = (pledges, reservations, deeds) else {
        return Ok(None);
    };
    let pledges: BTreeMap<DeedId, PledgeRecord> = decoded(pledges)?.into_iter().collect();
    let own = |party: PartyId| names.contains(&party);
    let mut objects: BTreeSet<ObjectId> = BTreeSet::new();
    for record in pledges.values().filter(|record| own(record.pledgee)) {
        objects.extend(record.collateral.iter().map(|one| one.object));
    }
    for (_, record) in decoded::<DeedId, ReservationRecord>(reservations)? {
        objects.extend(own(record.financier).then_some(record.object));
    }
    for (_, open) in decoded::<DeedId, OpenDeed>(deeds)? {
        let matter = &open.deed.matter;
        if holder_of(matter).is_some_and(own) {
            objects.extend(objects_of(matter, &pledges));
        }
    }
    let titles = batch.titles(objects).await?;
    let book = SecurityBook::read(batch, &titles, at).await?;
    let mut effect_texts = Vec::new();
    let regimes = titles.values().map(|title| &title.regime);
    EffectText::add(&mut effect_texts, regimes.map(EffectText::of));
    Ok(Some(Received { book, effect_texts }))
}

/// The objects that a deed is about.
fn objects_of(matter: &DeedMatter, pledges: &BTreeMap<DeedId, PledgeRecord>) -> Vec<ObjectId> {
    match matter {
        DeedMatter::Reservation(terms) => vec![terms.object],
        DeedMatter::Pledge(terms) => terms.offered.iter().map(|one| one.object).collect(),
        DeedMatter::Subordination { object, .. } | DeedMatter::Enforcement { object, .. } => vec![*object],
        DeedMatter::Amendment { pledge, .. } | DeedMatter::Assignment { pledge, .. } => {
            let record = pledges.get(pledge).into_iter();
            record
                .flat_map(|record| record.collateral.iter().map(|one| one.object))
                .collect()
        }
    }
}

impl Received {
    /// What the report tells of it: what is over only since `since`, and nothing but the counts where it is not `told`.
    pub fn shown(&self, party: PartyId, since: Moment, told: bool) -> ReceivedShown {
        let mut all = ReceivedShown::default();
        for (object, on) in self.book.iter() {
            let is_own = |security: &Security| {
                security
                    .holder
                    .as_ref()
                    .is_some_and(|holder| holder.party == party)
            };
            let own: Vec<_> = on
                .securities
                .iter()
                .filter(|one| is_own(one) && one.is_recent(since))
                .collect();
            let standing = own.iter().filter(|one| one.stands()).count();
            all.standing += standing;
            all.over += own.len() - standing;
            let of_own_pledge = |deed: &WaitingDeed| {
                let of_pledge = |one: &Security| is_own(one) && Some(one.deed) == deed.pledge;
                on.securities.iter().any(of_pledge)
            };
            let would_hold = |deed: &WaitingDeed| {
                let holder = deed.holder.as_ref();
                holder.is_some_and(|holder| holder.party == party)
            };
            let deeds = on
                .deeds
                .iter()
                .filter(|deed| would_hold(deed) || of_own_pledge(deed));
            let deeds: Vec<_> = deeds.cloned().map(|deed| ReceivedDeed { object, deed }).collect();
            all.waiting += deeds.len();
            if told {
                all.securities.extend(own.into_iter().map(|one| ReceivedSecurity {
                    object,
                    security: one.clone(),
                    ranks: ranks_of(object, one, &on.securities),
                }));
                all.deeds.extend(deeds);
            }
        }
        all
    }
}

fn ranks_of(object: ObjectId, security: &Security, all: &[Security]) -> Vec<RankOn> {
    let on_right = |index: u32| {
        let of_this = ranks(index, all)
            .into_iter()
            .find(|rank| rank.mark == security.mark)?;
        Some(RankOn {
            right: RightId { object, index },
            ledger: of_this.ledger,
            statutory: of_this.statutory,
        })
    };
    security.rights.numbers().filter_map(on_right).collect()
}
