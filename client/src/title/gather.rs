//! What a title report is about, read at one block, each record proven, and each list proven complete by its count.
//!
//! - what a party holds: the count of its certificates and each of them, under its own name and under those of the parties
//!   whose place it took;
//! - an object: its whole title, and that of the objects it was made from;
//! - cases on their way: every case in state, proven complete as a whole, because no index leads from a party to them.

use std::collections::{BTreeMap, BTreeSet};

use codec::{Decode, DecodeAll};
use quanji_primitives::{
    case::Case,
    object::{Fingerprint, Source},
    person::{CreditCode, ForeignRegister, Lei, Person},
    storage_keys,
    succession::{current, SUCCESSION_DEPTH_MAX},
    v1::{PartyRecord, PartyStanding},
    CaseId, Digest, ObjectId, PartyId,
};
use quanji_verifier::Title;

use super::under_way::UnderWay;
use crate::evidence::{
    batch::{Batch, Pair},
    EvidenceError,
};

/// The most parties in whose place one stands that are followed.
const NAMES_MAX: u32 = 10_000;
/// The most certificates of one party that are read.
const HOLDINGS_MAX: u32 = 100_000;
/// The most cases in state that are read to find those of one party.
pub const CASES_MAX: u32 = 2_000;

/// A case in state.
#[derive(Clone, Debug)]
pub struct OpenCase {
    /// Its identifier.
    pub id: CaseId,
    /// The case.
    pub case: Case,
}

/// What a reader calls a party by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartyName {
    /// Its identifier on the chain.
    Id(PartyId),
    /// Its unified social credit code.
    Code(CreditCode),
    /// Its legal entity identifier.
    Lei(Lei),
}

impl std::str::FromStr for PartyName {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let upper = text.trim().to_ascii_uppercase();
        let id = upper.parse().map(Self::Id).ok();
        id.or_else(|| upper.parse().map(Self::Code).ok())
            .or_else(|| upper.parse().map(Self::Lei).ok())
            .ok_or("P…, a unified social credit code of 18 characters, or a LEI of 20")
    }
}

impl std::fmt::Display for PartyName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Id(party) => party.fmt(formatter),
            Self::Code(code) => code.fmt(formatter),
            Self::Lei(lei) => lei.fmt(formatter),
        }
    }
}

/// A certificate in the list of a party, itself or one in whose place it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Holding {
    /// Under whose name it is listed.
    pub name: PartyId,
    /// The object.
    pub object: ObjectId,
    /// Its number among the certificates of the object.
    pub certificate: u32,
}

/// A party with everything that was ever listed for it.
#[derive(Clone, Debug)]
pub struct OfParty {
    /// The party as it was asked for.
    pub asked: PartyId,
    /// Who stands in its place: itself, unless it was succeeded.
    pub party: PartyId,
    /// The party, and those whose place it took, wholly or in part.
    pub names: Vec<PartyId>,
    /// The records of all of them.
    pub records: BTreeMap<PartyId, PartyRecord>,
    /// Their certificates.
    pub holdings: Vec<Holding>,
}

/// Objects with all that hangs on them.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// The titles of the objects in question, and of those they were made from.
    pub titles: BTreeMap<ObjectId, Title>,
    /// Their fingerprints.
    pub fingerprints: BTreeMap<ObjectId, Vec<Fingerprint>>,
    /// What is under way about each of them, and about those they were made from.
    pub under_way: BTreeMap<ObjectId, UnderWay>,
    /// The objects in question.
    pub objects: BTreeSet<ObjectId>,
}

impl Gathered {
    /// The digests of the descriptions of everything that was gathered.
    pub fn descriptions(&self) -> BTreeSet<Digest> {
        let titles = self.titles.values();
        titles.map(|title| title.object.facts.description).collect()
    }
}

/// The party of that name, or `None` where the proof shows that there is none.
pub async fn find_party(batch: &mut Batch<'_>, name: PartyName) -> Result<Option<PartyId>, EvidenceError> {
    let person = match name {
        PartyName::Id(party) => {
            let key = storage_keys::party(party);
            batch.fetch([key.clone()]).await?;
            return Ok(batch.raw(&key)?.map(|_| party));
        }
        PartyName::Code(code) => Person::LegalPerson(code),
        PartyName::Lei(lei) => Person::ForeignBody(ForeignRegister::Lei(lei)),
    };
    let key = storage_keys::person(&person);
    batch.fetch([key.clone()]).await?;
    batch.value(&key)
}

/// Everything that was ever listed for a party.
pub async fn of_party(batch: &mut Batch<'_>, asked: PartyId) -> Result<OfParty, EvidenceError> {
    let party = in_its_place(batch, asked).await?;
    let names = names_of(batch, party).await?;
    let mut records = BTreeMap::new();
    batch
        .fetch(names.iter().map(|name| storage_keys::party(*name)))
        .await?;
    for name in names.iter().copied().chain([asked]) {
        if let Some(record) = batch.value::<PartyRecord>(&storage_keys::party(name))? {
            records.insert(name, record);
        }
    }
    batch
        .fetch(names.iter().map(|name| storage_keys::holding_count(*name)))
        .await?;
    let mut places = Vec::new();
    for name in &names {
        let count: Option<u32> = batch.value(&storage_keys::holding_count(*name))?;
        within(count.unwrap_or_default(), HOLDINGS_MAX)?;
        places.extend((0..count.unwrap_or_default()).map(|number| (*name, number)));
    }
    batch
        .fetch(
            places
                .iter()
                .map(|(name, number)| storage_keys::holding(*name, *number)),
        )
        .await?;
    let mut holdings = Vec::new();
    for (name, number) in places {
        let found: Option<(ObjectId, u32)> = batch.value(&storage_keys::holding(name, number))?;
        let (object, certificate) = found.ok_or_else(|| EvidenceError::Record {
            reason: format!("certificate {number} of {name} is counted and not there"),
        })?;
        holdings.push(Holding {
            name,
            object,
            certificate,
        });
    }
    Ok(OfParty {
        asked,
        party,
        names,
        records,
        holdings,
    })
}

/// Who stands in the place of a party; each step is proven.
async fn in_its_place(batch: &mut Batch<'_>, asked: PartyId) -> Result<PartyId, EvidenceError> {
    let mut successors = BTreeMap::new();
    let mut party = asked;
    for _ in 0..=SUCCESSION_DEPTH_MAX {
        batch
            .fetch([storage_keys::party(party), storage_keys::successor_of(party)])
            .await?;
        let record: Option<PartyRecord> = batch.value(&storage_keys::party(party))?;
        if record.is_none_or(|record| record.standing != PartyStanding::Succeeded) {
            break;
        }
        let Some(successor) = batch.value::<PartyId>(&storage_keys::successor_of(party))? else {
            break;
        };
        successors.insert(party, successor);
        party = successor;
    }
    Ok(current(asked, |party| successors.get(&party).copied()))
}

/// A party, and those whose place it took, wholly or in part, and so on: every list proven complete by its count.
async fn names_of(batch: &mut Batch<'_>, party: PartyId) -> Result<Vec<PartyId>, EvidenceError> {
    let mut names = vec![party];
    let mut from = 0;
    while from < names.len() {
        let new: Vec<PartyId> = names.iter().skip(from).copied().collect();
        from = names.len();
        batch
            .fetch(new.iter().map(|name| storage_keys::predecessor_count(*name)))
            .await?;
        let mut places = Vec::new();
        for name in new {
            let count: Option<u32> = batch.value(&storage_keys::predecessor_count(name))?;
            within(count.unwrap_or_default(), HOLDINGS_MAX)?;
            places.extend((0..count.unwrap_or_default()).map(|number| (name, number)));
        }
        let keys = places
            .iter()
            .map(|(name, number)| storage_keys::predecessor(*name, *number));
        batch.fetch(keys).await?;
        for (name, number) in places {
            let former: Option<PartyId> = batch.value(&storage_keys::predecessor(name, number))?;
            let former = former.ok_or_else(|| EvidenceError::Record {
                reason: format!("predecessor {number} of {name} is counted and not there"),
            })?;
            if !names.contains(&former) {
                names.push(former);
            }
        }
        // What is left out would not be complete.
        within(u32::try_from(names.len()).unwrap_or(u32::MAX), NAMES_MAX)?;
    }
    Ok(names)
}

/// Objects with their titles, fingerprints, and the titles of what they were made from.
pub async fn objects(batch: &mut Batch<'_>, objects: BTreeSet<ObjectId>) -> Result<Gathered, EvidenceError> {
    let mut titles = batch.titles(objects.iter().copied()).await?;
    let sources: BTreeSet<ObjectId> = titles
        .values()
        .flat_map(|title| title.object.facts.lineage.iter())
        .filter_map(|source| match source {
            Source::Right(right) => Some(right.object),
            Source::Object(object) => Some(*object),
            Source::Unregistered(_) => None,
        })
        .filter(|source| !objects.contains(source))
        .collect();
    titles.extend(batch.titles(sources).await?);
    let places: Vec<(ObjectId, u32)> = objects
        .iter()
        .filter_map(|object| Some((*object, titles.get(object)?.object.fingerprints)))
        .flat_map(|(object, count)| (0..count).map(move |number| (object, number)))
        .collect();
    let prints = places.iter();
    let prints = prints.map(|(object, number)| storage_keys::fingerprint(*object, *number));
    batch
        .fetch(prints.chain(titles.values().flat_map(UnderWay::keys)))
        .await?;
    let mut fingerprints: BTreeMap<ObjectId, Vec<Fingerprint>> = BTreeMap::new();
    for (object, number) in places {
        let found: Option<Fingerprint> = batch.value(&storage_keys::fingerprint(object, number))?;
        fingerprints.entry(object).or_default().extend(found);
    }
    let under_way = UnderWay::read(batch, &titles).await?;
    Ok(Gathered {
        titles,
        fingerprints,
        under_way,
        objects,
    })
}

/// Every case in state, proven complete; nothing where there are too many to read.
pub async fn cases(batch: &mut Batch<'_>) -> Result<Option<Vec<OpenCase>>, EvidenceError> {
    let Some(pairs) = batch.walk(&storage_keys::cases(), CASES_MAX).await? else {
        return Ok(None);
    };
    let cases = decoded(pairs)?.into_iter();
    Ok(Some(cases.map(|(id, case)| OpenCase { id, case }).collect()))
}

/// Records of a map with `Blake2_128Concat`, whose keys end with an identifier of eight bytes.
pub(super) fn decoded<I: Decode, T: Decode>(pairs: Vec<Pair>) -> Result<Vec<(I, T)>, EvidenceError> {
    let bad = |error: codec::Error| EvidenceError::Record {
        reason: error.to_string(),
    };
    let decoded = pairs.into_iter().map(|(key, value)| {
        let id = key.get(key.len().saturating_sub(8)..).unwrap_or_default();
        Ok((
            I::decode_all(&mut &*id).map_err(bad)?,
            T::decode_all(&mut &*value).map_err(bad)?,
        ))
    });
    decoded.collect()
}

fn within(found: u32, most: u32) -> Result<(), EvidenceError> {
    if found > most {
        return Err(EvidenceError::Record {
            reason: format!("a party has {found} records, more than the {most} that are read"),
        });
    }
    Ok(())
}
