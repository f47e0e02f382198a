//! Executes blocks of any runtime as a node does that imports them: its wasm form, by the node's executor, on the node's
//! database.

use crate::chain::{nodes_of, Chain, Changes, Keep};
use anyhow::{anyhow, ensure};
use codec::{Decode, Encode};
use quanji_runtime::{opaque, Hash, Header, SLOT_DURATION};
use sc_executor::{WasmExecutionMethod, WasmExecutor, WasmtimeInstantiationStrategy};
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_core::traits::{CallContext, RuntimeCode, WrappedRuntimeCode};
use sp_externalities::Extensions;
use sp_runtime::{
    traits::{BlakeTwo256, Header as _},
    ApplyExtrinsicResult, Digest, DigestItem, OpaqueExtrinsic, StateVersion,
};
use sp_state_machine::{
    backend::{AsTrieBackend, Backend},
    OverlayedChanges, StateMachine, TrieBackendBuilder,
};
use sp_storage::{well_known_keys, Storage};
use sp_trie::recorder::Recorder;
use std::time::Instant;

/// What a node offers to its runtime. A runtime with benchmarks asks for theirs as well.
#[cfg(feature = "runtime-benchmarks")]
type HostFunctions = (
    sp_io::SubstrateHostFunctions,
    frame_benchmarking::benchmarking::HostFunctions,
);
#[cfg(not(feature = "runtime-benchmarks"))]
type HostFunctions = sp_io::SubstrateHostFunctions;

type Overlay = OverlayedChanges<BlakeTwo256>;

/// Instances of a runtime that are kept, and runtimes: as a node has them.
const INSTANCES: usize = 8;
const RUNTIMES: u8 = 2;

/// What a block cost.
#[derive(Clone, Default)]
pub struct Cost {
    /// Microseconds of each execution with the root of the new state, the first one left out.
    pub micros: Vec<f64>,
    /// Bytes of the keys and values written, without the events, which the next block removes.
    pub written: u64,
    /// Bytes of the nodes of the trie written.
    pub nodes: u64,
    /// Bytes of the proof that lets somebody execute the block without the state.
    pub proof: u64,
    /// Bytes of the transactions.
    pub body: u64,
}

/// A chain of one runtime.
pub struct Engine {
    chain: Chain,
    genesis: Hash,
    executor: WasmExecutor<HostFunctions>,
    code: &'static [u8],
    hash: Vec<u8>,
    repeats: u32,
}

impl Engine {
    /// A chain that starts from `genesis` and executes each block `repeats` times, and once before that.
    pub fn new(code: &'static [u8], mut genesis: Storage, repeats: u32) -> anyhow::Result<Self> {
        genesis.top.insert(well_known_keys::CODE.to_vec(), code.to_vec());
        let chain = Chain::new(genesis, Keep::Last)?;
        let pooled = WasmExecutionMethod::Compiled {
            instantiation_strategy: WasmtimeInstantiationStrategy::PoolingCopyOnWrite,
        };
        Ok(Self {
            genesis: chain.parent().hash(),
            chain,
            executor: WasmExecutor::builder()
                .with_execution_method(pooled)
                .with_max_runtime_instances(INSTANCES)
                .with_runtime_cache_size(RUNTIMES)
                .build(),
            code,
            hash: sp_io::hashing::blake2_256(code).to_vec(),
            repeats,
        })
    }

    /// Hash of the first block.
    pub fn genesis(&self) -> Hash {
        self.genesis
    }

    /// Asks the state of the last block.
    pub fn ask<R>(&self, question: impl FnOnce() -> R) -> anyhow::Result<R> {
        self.chain.ask(question)
    }

    /// Makes a block of encoded transactions, executes it again and again on the same state, and adds it to the chain.
    pub fn block(&mut self, time: u64, transactions: &[Vec<u8>]) -> anyhow::Result<Cost> {
        let mut body = Vec::new();
        for transaction in transactions {
            let opaque = OpaqueExtrinsic::try_from_encoded_extrinsic(transaction);
            body.push(opaque.map_err(|error| anyhow!("cannot encode a transaction: {error}"))?);
        }
        let header = self.author(time, &body)?;
        let block = opaque::Block {
            header: header.clone(),
            extrinsics: body.clone(),
        };
        let block = block.encode();
        let mut micros = Vec::new();
        let mut done = None;
        for repeat in 0..=self.repeats {
            let state = self.chain.state()?;
            let started = Instant::now();
            let changes = self.execute(&state, &block)?;
            if repeat > 0 {
                micros.push(started.elapsed().as_secs_f64() * 1e6);
            }
            done = Some(changes);
        }
        let changes = done.ok_or_else(|| anyhow!("the block was never executed"))?;
        ensure!(
            changes.transaction_storage_root == header.state_root,
            "the state has another root than the header"
        );
        let cost = Cost {
            micros,
            written: written(&changes),
            nodes: nodes_of(&changes).map(|node| node.len() as u64).sum(),
            proof: self.proof(&block)?,
            body: transactions.iter().map(|one| one.len() as u64).sum(),
        };
        self.chain.append(header, body, None, changes)?;
        Ok(cost)
    }

    /// Makes a block as its author does, and refuses one in which anything fails.
    fn author(&self, time: u64, body: &[OpaqueExtrinsic]) -> anyhow::Result<Header> {
        let state = self.chain.state()?;
        let mut overlay = Overlay::default();
        let parent = self.chain.parent();
        let slot = DigestItem::PreRuntime(AURA_ENGINE_ID, (time / SLOT_DURATION).encode());
        let header = Header::new(
            parent.number.saturating_add(1),
            Default::default(),
            Default::default(),
            parent.hash(),
            Digest { logs: vec![slot] },
        );
        self.call(&state, &mut overlay, "Core_initialize_block", &header.encode())?;
        for transaction in body {
            let answer = self.call(
                &state,
                &mut overlay,
                "BlockBuilder_apply_extrinsic",
                &transaction.encode(),
            )?;
            match ApplyExtrinsicResult::decode(&mut &answer[..])? {
                Ok(Ok(())) => {}
                other => return Err(anyhow!("a transaction was refused: {other:?}")),
            }
        }
        let answer = self.call(&state, &mut overlay, "BlockBuilder_finalize_block", &[])?;
        Ok(Header::decode(&mut &answer[..])?)
    }

    fn execute(&self, state: &impl Backend<BlakeTwo256>, block: &[u8]) -> anyhow::Result<Changes> {
        let mut overlay = Overlay::default();
        self.call(state, &mut overlay, "Core_execute_block", block)?;
        overlay
            .drain_storage_changes(state, StateVersion::V1)
            .map_err(|error| anyhow!("cannot compute the changes of state: {error}"))
    }

    fn proof(&self, block: &[u8]) -> anyhow::Result<u64> {
        let (state, recorder) = (self.chain.state()?, Recorder::default());
        let recording = TrieBackendBuilder::wrap(state.as_trie_backend())
            .with_recorder(recorder.clone())
            .build();
        self.execute(&recording, block)?;
        drop(recording);
        Ok(recorder.drain_storage_proof().encoded_size() as u64)
    }

    fn call(
        &self,
        state: &impl Backend<BlakeTwo256>,
        overlay: &mut Overlay,
        method: &str,
        arguments: &[u8],
    ) -> anyhow::Result<Vec<u8>> {
        let fetcher = WrappedRuntimeCode(self.code.into());
        let code = RuntimeCode {
            code_fetcher: &fetcher,
            hash: self.hash.clone(),
            heap_pages: None,
        };
        let mut extensions = Extensions::new();
        let mut machine = StateMachine::new(
            state,
            overlay,
            &self.executor,
            method,
            arguments,
            &mut extensions,
            &code,
            CallContext::Onchain { import: true },
        );
        machine
            .execute()
            .map_err(|error| anyhow!("{method} failed: {error}"))
    }
}

/// Bytes of the keys and values that a block wrote, without its events.
fn written(changes: &Changes) -> u64 {
    let events = frame_support::storage::storage_prefix(b"System", b"Events");
    let kept = changes
        .main_storage_changes
        .iter()
        .filter(|(key, _)| key[..] != events);
    kept.map(|(key, value)| {
        let value = value.as_ref().map_or(0, |value| value.len());
        key.len().saturating_add(value) as u64
    })
    .sum()
}
