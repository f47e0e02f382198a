//! What is asked of the node for a report: the register at one block, each record proven, and where things stand in its history.

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
        gather,
        material::Material,
        model::{AsOf, Subject},
    },
};
use quanji_primitives::{
    clock::Moment,
    v1::{Outcome, RightStatus},
    ObjectId,
};
use quanji_verifier::H256;

use super::{
    super::{context::Context, exit::Failure, node::not_found},
    ReportArguments,
};

/// Everything about what was asked for.
pub(super) async fn read(
    context: &Context,
    given: &ReportArguments,
    node: &Node,
    batch: &mut Batch<'_>,
    block: H256,
) -> Result<Material, Failure> {
    let spinner = context
        .output
        .spinner(context.language.pick("读取登记簿", "reading the register"));
    let asked = match (&given.party, &given.object) {
        (Some(name), _) => {
            let party = gather::find_party(batch, *name).await?;
            Subject::Party(party.ok_or_else(|| not_found(name.to_string()))?)
        }
        (None, text) => Subject::Object(match Name::parse(text.as_deref().unwrap_or_default())? {
            Name::Object(object) => object,
            // An index only: what it leads to is read again from the proof.
            number => title::find(node, number, Some(block)).await?.object,
        }),
    };
    let read = Material::read(batch, asked).await?;
    spinner.finish_and_clear();
    read.ok_or_else(|| not_found(asked.to_string()))
}

pub(super) fn as_of(block: &FinalBlock, read: &Material, genesis: H256) -> AsOf {
    let proof = block.proof.as_ref();
    AsOf {
        genesis: hash_text(genesis),
        block: block.header.number,
        block_hash: hash_text(block.hash),
        state_root: hash_text(block.header.state_root),
        time: read.time,
        real_time: read.real_time,
        finality_proven: proof.is_some(),
        set_changes: proof.map_or(0, |proof| proof.links.len()),
    }
}

/// The entries of marks that stand, and the times of entries that ended something, by object and number.
pub(super) type InHistory = (BTreeMap<(ObjectId, u32), u32>, BTreeMap<(ObjectId, u32), Moment>);

pub(super) async fn in_history(node: &Node, read: &Material, last: u32) -> InHistory {
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
    let placed = places::find(node, &wanted, last).await;
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
