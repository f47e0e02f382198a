//! The size of a state: of its trie, and item by item.

use crate::{chain::Pairs, table::Table};
use anyhow::anyhow;
use frame_support::traits::StorageInfoTrait;
use quanji_runtime::{AllPalletsWithSystem, Hash};
use sp_runtime::traits::BlakeTwo256;
use sp_trie::{trie_types::TrieDBMutBuilderV1, MemoryDB, TrieMut};
use std::collections::BTreeMap;

/// Bytes of all encoded nodes of the state's trie, values in nodes of their own included, and the number of nodes.
pub fn trie(pairs: &Pairs) -> anyhow::Result<(u64, u64)> {
    let mut nodes = MemoryDB::<BlakeTwo256>::default();
    let mut root = Hash::default();
    let mut trie = TrieDBMutBuilderV1::<BlakeTwo256>::new(&mut nodes, &mut root).build();
    for (key, value) in pairs {
        trie.insert(key, value)
            .map_err(|error| anyhow!("cannot build the trie: {error}"))?;
    }
    drop(trie);
    let live = nodes
        .drain()
        .into_values()
        .filter(|(_, references)| *references > 0);
    Ok(live.fold((0, 0), |(bytes, number), (node, _)| {
        (bytes + node.len() as u64, number + 1)
    }))
}

#[derive(Clone, Copy, Default)]
struct Item {
    entries: u64,
    keys: u64,
    values: u64,
}

/// What the objects added, by storage item: SCALE bytes of keys and values.
pub fn items(without: &Pairs, with: &Pairs, objects: u32) -> Table {
    let (before, after) = (by_item(without), by_item(with));
    let each = |number: u64| format!("{:.1}", number as f64 / f64::from(objects));
    let heading = "SCALE bytes per object, by storage item";
    let mut table = Table::new(heading, &["item", "entries", "bytes of keys", "bytes of values"]);
    let mut sum = Item::default();
    for (name, item) in &after {
        let old = before.get(name).copied().unwrap_or_default();
        let entries = item.entries.saturating_sub(old.entries);
        let (keys, values) = (
            item.keys.saturating_sub(old.keys),
            item.values.saturating_sub(old.values),
        );
        if keys == 0 && values == 0 {
            continue;
        }
        sum = Item {
            entries: sum.entries + entries,
            keys: sum.keys + keys,
            values: sum.values + values,
        };
        table.row([name.clone(), each(entries), each(keys), each(values)]);
    }
    table.row(["all".into(), each(sum.entries), each(sum.keys), each(sum.values)]);
    table
}

fn by_item(pairs: &Pairs) -> BTreeMap<String, Item> {
    let infos = AllPalletsWithSystem::storage_info();
    let mut items = BTreeMap::<String, Item>::new();
    for (key, value) in pairs {
        let info = infos.iter().find(|info| key.starts_with(&info.prefix));
        let name = info.map_or_else(
            || "well-known keys".into(),
            |info| {
                let (pallet, item) = (&info.pallet_name, &info.storage_name);
                format!(
                    "{}::{}",
                    String::from_utf8_lossy(pallet),
                    String::from_utf8_lossy(item)
                )
            },
        );
        let item = items.entry(name).or_default();
        item.entries += 1;
        item.keys += key.len() as u64;
        item.values += value.len() as u64;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_a_node_of_its_own() {
        let short = Pairs::from([(b"key".to_vec(), vec![1; 32])]);
        let long = Pairs::from([(b"key".to_vec(), vec![1; 33])]);
        let (short_bytes, short_nodes) = trie(&short).unwrap();
        let (long_bytes, long_nodes) = trie(&long).unwrap();
        assert_eq!((short_nodes, long_nodes), (1, 2));
        assert!(long_bytes >= short_bytes + 32, "{long_bytes} {short_bytes}");
    }
}
