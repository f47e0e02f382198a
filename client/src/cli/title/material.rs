//! What is read of the register for a report, at one block, each record proven.

use std::collections::{BTreeMap, BTreeSet};

use quanji_client::{
    evidence::{
        batch::Batch,
        final_block::FinalBlock,
        node::Node,
        places::{self, Wanted},
        title::{self, Name},
        trust::hash_text,
    },
    title::{
        gather::{self, Gathered, OfParty},
        model::{AsOf, Subject},
        Security, SecurityBook,
    },
};
use quanji_primitives::{
    clock::{DevelopmentClock, Moment},
    storage_keys,
    v1::{Outcome, RightStatus},
    ObjectId, PartyId,
};
use quanji_verifier::{Title, H256};
use serde_json::{json, Value};

use super::{
    super::{context::Context, exit::Failure, node::not_found},
    ReportArguments,
};

/// The format of the proof of a report.
const PROOF_FORMAT: &str = "quanji-title-proof/1";

/// What was read for a report.
pub(super) struct Material<'a> {
    pub(super) batch: Batch<'a>,
    pub(super) block: FinalBlock,
    pub(super) subject: Subject,
    pub(super) of_party: Option<OfParty>,
    pub(super) gathered: Gathered,
    pub(super) time: Moment,
    pub(super) real_time: Option<Moment>,
}

pub(super) async fn read<'a>(
    context: &Context,
    given: &ReportArguments,
    node: &'a Node,
    block: FinalBlock,
) -> Result<Material<'a>, Failure> {
    let spinner = context
        .output
        .spinner(context.language.pick("读取登记簿", "reading the register"));
    let mut batch = Batch::new(node, block.hash, block.header.state_root);
    batch
        .fetch([storage_keys::block_time(), storage_keys::development_clock()])
        .await?;
    let (subject, of_party, objects) = match (&given.party, &given.object) {
        (Some(name), _) => {
            let party = gather::find_party(&mut batch, *name).await?;
            let party = party.ok_or_else(|| not_found(name.to_string()))?;
            let of_party = gather::of_party(&mut batch, party).await?;
            let objects: BTreeSet<ObjectId> = of_party.holdings.iter().map(|one| one.object).collect();
            (Subject::Party(of_party.party), Some(of_party), objects)
        }
        (None, text) => {
            let object = match Name::parse(text.as_deref().unwrap_or_default())? {
                Name::Object(object) => object,
                // An index only: what it leads to is read again from the proof.
                number => title::find(node, number, Some(block.hash)).await?.object,
            };
            let record = storage_keys::object(object);
            batch.fetch([record.clone()]).await?;
            batch.raw(&record)?.ok_or_else(|| not_found(object.to_string()))?;
            (Subject::Object(object), None, BTreeSet::from([object]))
        }
    };
    let gathered = gather::objects(&mut batch, objects).await?;
    spinner.finish_and_clear();
    let real: Moment = batch.value(&storage_keys::block_time())?.unwrap_or_default();
    let clock: Option<DevelopmentClock> = batch.value(&storage_keys::development_clock())?;
    Ok(Material {
        batch,
        block,
        subject,
        of_party,
        gathered,
        time: clock.map_or(real, |clock| clock.at(real)),
        real_time: clock.map(|_| real),
    })
}

pub(super) fn as_of(read: &Material<'_>, genesis: H256) -> AsOf {
    let proof = read.block.proof.as_ref();
    AsOf {
        genesis: hash_text(genesis),
        block: read.block.header.number,
        block_hash: hash_text(read.block.hash),
        state_root: hash_text(read.batch.root()),
        time: read.time,
        real_time: read.real_time,
        finality_proven: proof.is_some(),
        set_changes: proof.map_or(0, |proof| proof.links.len()),
    }
}

/// Whether a party holds anything in an object now: a right, or a registration without rights.
pub(super) fn holds(title: &Title, party: PartyId) -> bool {
    let registered = title
        .certificates
        .iter()
        .filter_map(|one| one.without_rights.as_ref());
    let of_rights = title.rights.iter().map(|right| &right.holders);
    let mut stored = of_rights
        .chain(registered.map(|one| &one.subject))
        .flat_map(|holders| holders.parties());
    stored.any(|holder| title.current(holder) == party)
}

pub(super) async fn securities(
    book: &impl SecurityBook,
    read: &mut Material<'_>,
) -> Result<BTreeMap<ObjectId, Vec<Security>>, Failure> {
    let titles = read.gathered.titles.values();
    let keys: Vec<_> = titles.flat_map(|title| book.keys(title)).collect();
    read.batch.fetch(keys).await?;
    let mut found = BTreeMap::new();
    for (object, title) in &read.gathered.titles {
        found.insert(*object, book.read(title, &read.batch, read.time)?);
    }
    Ok(found)
}

/// The entries of marks that stand, and the times of entries that ended something, by object and number.
pub(super) type InHistory = (BTreeMap<(ObjectId, u32), u32>, BTreeMap<(ObjectId, u32), Moment>);

pub(super) async fn in_history(node: &Node, read: &Material<'_>) -> InHistory {
    let mut wanted: BTreeSet<(ObjectId, Wanted)> = BTreeSet::new();
    for object in &read.gathered.objects {
        let Some(title) = read.gathered.titles.get(object) else {
            continue;
        };
        let marks = title.standing_marks(read.time);
        wanted.extend(marks.map(|(number, ..)| (*object, Wanted::Mark(number))));
        let of_rights = title.rights.iter().filter_map(|right| match right.status {
            RightStatus::Ended(entry) => Some(entry),
            RightStatus::Live => None,
        });
        let of_certificates = title.certificates.iter().filter_map(|one| match one.outcome {
            Outcome::Ended(entry) => Some(entry),
            Outcome::Live => None,
        });
        let ends = of_rights.chain(of_certificates);
        wanted.extend(ends.map(|entry| (*object, Wanted::Entry(entry))));
    }
    let wanted: Vec<_> = wanted.into_iter().collect();
    let placed = places::find(node, &wanted, read.block.header.number).await;
    let (mut entries, mut made_at) = InHistory::default();
    for ((object, one), placed) in wanted.into_iter().zip(placed) {
        let Some(placed) = placed else { continue };
        match one {
            Wanted::Mark(number) => {
                if let Some(entry) = placed.entry {
                    entries.insert((object, number), entry);
                }
            }
            Wanted::Entry(number) => {
                made_at.insert((object, number), placed.at);
            }
        }
    }
    (entries, made_at)
}

/// Everything from which the report can be made again without a node.
pub(super) fn proof_of(read: &Material<'_>, genesis: H256) -> Value {
    let nodes: Vec<_> = read
        .batch
        .nodes()
        .into_iter()
        .map(quanji_verifier::package::Bytes::from)
        .collect();
    json!({
        "format": PROOF_FORMAT,
        "genesis": hash_text(genesis),
        "subject": read.subject.to_string(),
        "block": read.block.header.number,
        "block_hash": hash_text(read.block.hash),
        "state_root": hash_text(read.batch.root()),
        "finality": read.block.proof,
        "state": nodes,
    })
}
