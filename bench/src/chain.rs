//! A chain of one's own: the runtime, executed natively, on the node's database, without network and consensus.

use anyhow::{anyhow, ensure, Context};
use codec::Encode;
use quanji_runtime::{
    opaque, AccountId, Executive, Hash, Header, RuntimeCall, RuntimeOrigin, UncheckedExtrinsic, SLOT_DURATION,
};
use sc_client_api::{Backend as _, BlockImportOperation, NewBlockState, TrieCacheContext};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_externalities::{set_and_run_with_externalities, Extensions};
use sp_runtime::{
    traits::{BlakeTwo256, Dispatchable, Header as _},
    Digest, DigestItem, Justifications, OpaqueExtrinsic, StateVersion,
};
use sp_state_machine::{backend::Backend as _, Ext, IterArgs, OverlayedChanges, StorageChanges};
use sp_storage::Storage;
use std::{collections::BTreeMap, io::ErrorKind, os::unix::fs::MetadataExt, path::Path};
use tempfile::TempDir;

type Overlay = OverlayedChanges<BlakeTwo256>;

/// The state of a block, as the database gives it.
pub type State = <Backend<opaque::Block> as sc_client_api::Backend<opaque::Block>>::State;

/// What the execution of a block changed.
pub type Changes = StorageChanges<BlakeTwo256>;

/// Keys and values of a state.
pub type Pairs = BTreeMap<Vec<u8>, Vec<u8>>;

/// What the database keeps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// The last block and its state.
    Last,
    /// Every block and every state.
    All,
}

/// A chain in a temporary folder.
pub struct Chain {
    backend: Backend<opaque::Block>,
    folder: TempDir,
    parent: Header,
    times: Vec<u64>,
    nodes_written: u64,
}

impl Chain {
    /// A chain that starts from `genesis`.
    pub fn new(genesis: Storage, keep: Keep) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        let backend = open(folder.path(), keep, Some(256 * 1024 * 1024))?;
        let mut operation = backend.begin_operation()?;
        let root = operation.set_genesis_state(genesis, true, StateVersion::V1)?;
        let block = sc_chain_spec::construct_genesis_block::<opaque::Block>(root, StateVersion::V1);
        let parent = block.header;
        operation.set_block_data(
            parent.clone(),
            Some(Vec::new()),
            None,
            None,
            NewBlockState::Final,
            true,
        )?;
        backend.commit_operation(operation)?;
        Ok(Self {
            backend,
            folder,
            parent,
            times: Vec::new(),
            nodes_written: 0,
        })
    }

    /// Adds a finalised block of time `time`, in milliseconds, in which `work` is done.
    pub fn block<R>(&mut self, time: u64, work: impl FnOnce() -> anyhow::Result<R>) -> anyhow::Result<R> {
        self.block_with(time, None, work)
    }

    /// The same, with justifications stored beside it.
    pub fn block_with<R>(
        &mut self,
        time: u64,
        justifications: Option<Justifications>,
        work: impl FnOnce() -> anyhow::Result<R>,
    ) -> anyhow::Result<R> {
        let parent = self.parent.hash();
        let state = self.state()?;
        let (mut overlay, mut extensions) = (Overlay::default(), Extensions::new());
        let mut ext = Ext::new(&mut overlay, &state, Some(&mut extensions));
        let next = self.parent.number.saturating_add(1);
        let built = set_and_run_with_externalities(&mut ext, || build(next, parent, time, work));
        let (header, body, result) = built?;
        let changes = overlay
            .drain_storage_changes(&state, StateVersion::V1)
            .map_err(|error| anyhow!("cannot compute the changes of state: {error}"))?;
        ensure!(
            changes.transaction_storage_root == header.state_root,
            "the state has another root than the header"
        );
        drop(state);
        self.append(header, body, justifications, changes)?;
        self.times.push(time);
        Ok(result)
    }

    /// The header of the last block.
    pub fn parent(&self) -> &Header {
        &self.parent
    }

    /// The state of the last block, with the cache that an importing node has.
    pub fn state(&self) -> anyhow::Result<State> {
        Ok(self
            .backend
            .state_at(self.parent.hash(), TrieCacheContext::Trusted)?)
    }

    /// Adds a finalised block that was executed on the state of the last one.
    pub fn append(
        &mut self,
        header: Header,
        body: Vec<OpaqueExtrinsic>,
        justifications: Option<Justifications>,
        changes: Changes,
    ) -> anyhow::Result<()> {
        self.nodes_written = self
            .nodes_written
            .saturating_add(nodes_of(&changes).count() as u64);
        let mut operation = self.backend.begin_operation()?;
        self.backend
            .begin_state_operation(&mut operation, self.parent.hash())?;
        operation.set_block_data(
            header.clone(),
            Some(body),
            None,
            justifications,
            NewBlockState::Final,
            true,
        )?;
        operation.update_db_storage(changes.transaction)?;
        operation.update_storage(changes.main_storage_changes, changes.child_storage_changes)?;
        self.backend.commit_operation(operation)?;
        self.parent = header;
        Ok(())
    }

    /// Closes the database and opens it again, without any cache of the trie.
    pub fn reopened(self, keep: Keep) -> anyhow::Result<Self> {
        drop(self.backend);
        Ok(Self {
            backend: open(self.folder.path(), keep, None)?,
            ..self
        })
    }

    /// Reads keys from the state of the last block, none of which was read before.
    pub fn read(&self, keys: &[Vec<u8>]) -> anyhow::Result<()> {
        let state = self
            .backend
            .state_at(self.parent.hash(), TrieCacheContext::Untrusted)?;
        for key in keys {
            let value = state
                .storage(key)
                .map_err(|error| anyhow!("cannot read the state: {error}"))?;
            ensure!(value.is_some(), "the state lacks 0x{}", hex::encode(key));
        }
        Ok(())
    }

    /// Adds a finalised block without transactions that writes these keys, and gives them to the database.
    pub fn write(&mut self, changes: &[(Vec<u8>, Vec<u8>)]) -> anyhow::Result<()> {
        let parent = self.parent.hash();
        let state = self.backend.state_at(parent, TrieCacheContext::Trusted)?;
        let delta = changes
            .iter()
            .map(|(key, value)| (key.as_slice(), Some(value.as_slice())));
        let (root, transaction) = state.storage_root(delta, StateVersion::V1);
        drop(state);
        let next = self.parent.number.saturating_add(1);
        let header = Header::new(next, Default::default(), root, parent, Default::default());
        let mut operation = self.backend.begin_operation()?;
        self.backend.begin_state_operation(&mut operation, parent)?;
        operation.set_block_data(
            header.clone(),
            Some(Vec::new()),
            None,
            None,
            NewBlockState::Final,
            true,
        )?;
        operation.update_db_storage(transaction)?;
        self.backend.commit_operation(operation)?;
        self.parent = header;
        Ok(())
    }

    /// The times of all blocks after the first.
    pub fn times(&self) -> &[u64] {
        &self.times
    }

    /// Asks the state of the last block.
    pub fn ask<R>(&self, question: impl FnOnce() -> R) -> anyhow::Result<R> {
        let state = self
            .backend
            .state_at(self.parent.hash(), TrieCacheContext::Untrusted)?;
        let (mut overlay, mut extensions) = (Overlay::default(), Extensions::new());
        let mut ext = Ext::new(&mut overlay, &state, Some(&mut extensions));
        Ok(set_and_run_with_externalities(&mut ext, question))
    }

    /// The whole state of the last block.
    pub fn pairs(&self) -> anyhow::Result<Pairs> {
        let state = self
            .backend
            .state_at(self.parent.hash(), TrieCacheContext::Untrusted)?;
        let pairs = state
            .pairs(IterArgs::default())
            .map_err(|error| anyhow!("cannot read the state: {error}"))?;
        pairs
            .map(|pair| pair.map_err(|error| anyhow!("cannot read the state: {error}")))
            .collect()
    }

    /// Entries of the state that all blocks have written: nodes of the trie, none counted twice in a block.
    pub fn nodes_written(&self) -> u64 {
        self.nodes_written
    }

    /// Closes the database and tells the bytes it takes on disk.
    pub fn close(self) -> anyhow::Result<OnDisk> {
        drop(self.backend);
        OnDisk::of(self.folder.path())
    }
}

/// The nodes of the trie that changes of state bring, none counted twice.
pub fn nodes_of(changes: &Changes) -> impl Iterator<Item = Vec<u8>> {
    let mut nodes = changes.transaction.clone();
    let live = nodes
        .drain()
        .into_values()
        .filter(|(_, references)| *references > 0);
    live.map(|(node, _)| node)
}

/// Opens the database in a folder.
fn open(
    folder: &Path,
    keep: Keep,
    trie_cache_maximum_size: Option<usize>,
) -> anyhow::Result<Backend<opaque::Block>> {
    let (state_pruning, blocks_pruning) = match keep {
        Keep::Last => (PruningMode::blocks_pruning(1), BlocksPruning::Some(1)),
        Keep::All => (PruningMode::ArchiveAll, BlocksPruning::KeepAll),
    };
    let settings = DatabaseSettings {
        trie_cache_maximum_size,
        state_pruning: Some(state_pruning),
        source: DatabaseSource::ParityDb { path: folder.into() },
        blocks_pruning,
        pruning_filters: Vec::new(),
        metrics_registry: None,
    };
    Ok(Backend::new(settings, 0)?)
}

/// Executes one block as a node does that authors it.
fn build<R>(
    number: u32,
    parent: Hash,
    time: u64,
    work: impl FnOnce() -> anyhow::Result<R>,
) -> anyhow::Result<(Header, Vec<OpaqueExtrinsic>, R)> {
    let slot = time / SLOT_DURATION;
    let digest = Digest {
        logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())],
    };
    Executive::initialize_block(&Header::new(
        number,
        Default::default(),
        Default::default(),
        parent,
        digest,
    ));
    let set_time =
        UncheckedExtrinsic::new_bare(RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: time }));
    let body = OpaqueExtrinsic::try_from_encoded_extrinsic(&set_time.encode())
        .map_err(|error| anyhow!("cannot encode the time of a block: {error}"))?;
    Executive::apply_extrinsic(set_time)
        .map_err(|error| anyhow!("the time of a block was refused: {error:?}"))?
        .map_err(|error| anyhow!("the time of a block was refused: {error:?}"))?;
    let result = work()?;
    let mut header = Executive::finalize_block();
    // As long as a seal, and no more regular.
    let seal = [
        sp_io::hashing::blake2_256(&header.encode()),
        sp_io::hashing::blake2_256(parent.as_bytes()),
    ]
    .concat();
    header.digest.push(DigestItem::Seal(AURA_ENGINE_ID, seal));
    Ok((header, vec![body], result))
}

/// Dispatches a call of `who`, with the whitelist of calls but without signature and quota.
pub fn dispatch(who: &AccountId, call: impl Into<RuntimeCall>) -> anyhow::Result<()> {
    let call = call.into();
    let name = format!("{call:?}").chars().take(80).collect::<String>();
    let done = call.dispatch(RuntimeOrigin::signed(who.clone()));
    done.map(|_| ())
        .map_err(|failed| anyhow!("{name}… was refused: {:?}", failed.error))
}

/// The bytes that a database takes on disk; holes in files take none.
#[derive(Clone, Copy, Default)]
pub struct OnDisk {
    /// Keys and values.
    pub values: u64,
    /// The hash tables by which they are found. Each begins at 32 MiB, of which the pages in use count, and holds some
    /// million entries before it grows.
    pub index: u64,
    /// Logs and descriptions.
    pub rest: u64,
}

impl OnDisk {
    /// Measures the files in a folder.
    pub fn of(folder: &Path) -> anyhow::Result<Self> {
        let mut sum = Self::default();
        for entry in walkdir::WalkDir::new(folder) {
            let found = entry.and_then(|entry| Ok((entry.file_name().to_owned(), entry.metadata()?)));
            let (name, metadata) = match found {
                Ok(found) => found,
                // A running database removes files.
                Err(error)
                    if error
                        .io_error()
                        .is_some_and(|io| io.kind() == ErrorKind::NotFound) =>
                {
                    continue
                }
                Err(error) => {
                    return Err(error).with_context(|| format!("cannot measure {}", folder.display()))
                }
            };
            if !metadata.is_file() {
                continue;
            }
            let name = name.to_string_lossy();
            let part = match () {
                () if name.starts_with("table_") => &mut sum.values,
                () if name.starts_with("index_") => &mut sum.index,
                () => &mut sum.rest,
            };
            *part = part.saturating_add(metadata.blocks().saturating_mul(512));
        }
        Ok(sum)
    }
}
