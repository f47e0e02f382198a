//! Everything that is read of the register for one report, at one block, each record proven. A node or a kept proof gives the same.

use std::collections::{BTreeMap, BTreeSet};

use quanji_primitives::{
    clock::{DevelopmentClock, Moment},
    rights::Holders,
    storage_keys,
    v1::{Outcome, RightStatus},
    ObjectId, PartyId,
};
use quanji_verifier::Title;

use super::{
    consent::{Asked, Consent, ConsentError},
    gather::{self, Gathered, OfParty, OpenCase},
    model::{ConsentUsed, Subject},
    received::{self, Received},
    securities::SecurityBook,
};
use crate::evidence::{batch::Batch, EvidenceError};

/// What was read for a report.
#[derive(Clone, Debug)]
pub struct Material {
    /// What was asked for.
    pub asked: Subject,
    /// What it is about: of a party that was succeeded, who stands in its place.
    pub subject: Subject,
    /// The party, with all that was ever listed for it.
    pub of_party: Option<OfParty>,
    /// The objects.
    pub gathered: Gathered,
    /// Their pledges, reservations and waiting deeds.
    pub book: SecurityBook,
    /// What the party has received; nothing of an object, or where there is too much to read.
    pub received: Option<Received>,
    /// Cases on their way; nothing of an object, or where there are too many.
    pub cases: Option<Vec<OpenCase>>,
    /// Register time.
    pub time: Moment,
    /// Real time, where the register's clock can be set.
    pub real_time: Option<Moment>,
}

impl Material {
    /// Reads everything about an object or a party; nothing where the proof shows that there is none.
    pub async fn read(batch: &mut Batch<'_>, asked: Subject) -> Result<Option<Self>, EvidenceError> {
        batch
            .fetch([storage_keys::block_time(), storage_keys::development_clock()])
            .await?;
        let real: Moment = batch.value(&storage_keys::block_time())?.unwrap_or_default();
        let clock: Option<DevelopmentClock> = batch.value(&storage_keys::development_clock())?;
        let time = clock.map_or(real, |clock| clock.at(real));
        let record = match asked {
            Subject::Object(object) => storage_keys::object(object),
            Subject::Party(party) => storage_keys::party(party),
        };
        batch.fetch([record.clone()]).await?;
        if batch.raw(&record)?.is_none() {
            return Ok(None);
        }
        let (of_party, objects) = match asked {
            Subject::Object(object) => (None, BTreeSet::from([object])),
            Subject::Party(party) => {
                let of_party = gather::of_party(batch, party).await?;
                let objects = of_party.holdings.iter().map(|one| one.object).collect();
                (Some(of_party), objects)
            }
        };
        let gathered = gather::objects(batch, objects).await?;
        let own = |(object, title): (&ObjectId, &Title)| {
            gathered
                .objects
                .contains(object)
                .then(|| (*object, title.clone()))
        };
        let titles: BTreeMap<ObjectId, Title> = gathered.titles.iter().filter_map(own).collect();
        let book = SecurityBook::read(batch, &titles, time).await?;
        let (received, cases) = match &of_party {
            Some(of_party) => (
                received::received(batch, &of_party.names, time).await?,
                gather::cases(batch).await?,
            ),
            None => (None, None),
        };
        Ok(Some(Self {
            asked,
            subject: of_party.as_ref().map_or(asked, |of| Subject::Party(of.party)),
            of_party,
            gathered,
            book,
            received,
            cases,
            time,
            real_time: clock.map(|_| real),
        }))
    }

    /// Whether a consent opens what `asked` describes, judged by the accounts that are `bound` to parties at the block.
    pub fn opened(
        &self,
        consent: &Consent,
        asked: &Asked,
        bound: &BTreeMap<[u8; 32], PartyId>,
    ) -> Result<ConsentUsed, ConsentError> {
        let holds = |party: PartyId| match (&self.of_party, self.subject) {
            (Some(of), _) => party == of.party || self.hold_together(party, of.party),
            (None, Subject::Object(object)) => {
                let title = self.gathered.titles.get(&object);
                title.is_some_and(|title| holds(title, party))
            }
            (None, Subject::Party(_)) => false,
        };
        let signed_by = consent.check(asked, |account| bound.get(account).copied(), holds)?;
        Ok(ConsentUsed {
            digest: consent.digest()?,
            signed_by: signed_by.into_iter().collect(),
            to: asked.reader,
            purpose: asked.purpose.clone(),
            until: consent.until().unwrap_or_default(),
        })
    }

    /// Whether two parties hold a right together that has not ended, in one of the objects in question.
    fn hold_together(&self, one: PartyId, other: PartyId) -> bool {
        let objects = self.gathered.objects.iter();
        let mut titles = objects.filter_map(|object| self.gathered.titles.get(object));
        titles.any(|title| {
            let live = title
                .rights
                .iter()
                .filter(|right| right.status == RightStatus::Live);
            let mut holders = live.map(|right| now(title, &right.holders));
            holders.any(|parties| parties.contains(&one) && parties.contains(&other))
        })
    }
}

/// The parties to which accounts are bound at the block.
pub async fn bound_to(
    batch: &mut Batch<'_>,
    accounts: &[[u8; 32]],
) -> Result<BTreeMap<[u8; 32], PartyId>, EvidenceError> {
    batch.fetch(accounts.iter().map(storage_keys::party_of)).await?;
    let mut bound = BTreeMap::new();
    for account in accounts {
        let party: Option<PartyId> = batch.value(&storage_keys::party_of(account))?;
        bound.extend(party.map(|party| (*account, party)));
    }
    Ok(bound)
}

/// Whether a party holds something of its own in an object: a right of first registration, or a registration without rights.
/// A licence gives nothing of the object to open, nor does what has ended; what has lapsed is its holder's still.
fn holds(title: &Title, party: PartyId) -> bool {
    let rights = title.rights.iter();
    let rights = rights.filter(|right| right.parent.is_none() && right.status == RightStatus::Live);
    let certificates = title.certificates.iter();
    let registered = certificates
        .filter(|one| one.outcome == Outcome::Live)
        .filter_map(|one| one.without_rights.as_ref());
    let mut stored = rights
        .map(|right| &right.holders)
        .chain(registered.map(|one| &one.subject));
    stored.any(|holders| now(title, holders).contains(&party))
}

/// Those who hold now what stands under these names.
fn now(title: &Title, stored: &Holders) -> Vec<PartyId> {
    let stored = stored.parties().into_iter();
    stored.map(|party| title.current(party)).collect()
}
