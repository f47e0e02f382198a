//! Calls the benchmarks of the wasm runtime.

use anyhow::{anyhow, ensure, Context};
use codec::{Decode, Encode};
use frame_benchmarking::{
    BenchmarkBatch, BenchmarkConfig, BenchmarkList, BenchmarkMetadata, BenchmarkParameter, BenchmarkResult,
};
use frame_support::traits::StorageInfo;
use sc_client_db::BenchmarkingState;
use sc_executor::WasmExecutor;
use sp_core::traits::{CallContext, RuntimeCode, WrappedRuntimeCode};
use sp_externalities::Extensions;
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{OverlayedChanges, StateMachine};
use sp_storage::Storage;

type HostFunctions = (
    sp_io::SubstrateHostFunctions,
    frame_benchmarking::benchmarking::HostFunctions,
);

/// A component of a benchmark with its smallest and largest value.
pub type Component = (BenchmarkParameter, u32, u32);

/// A benchmark of a pallet.
pub struct Benchmark {
    pub name: String,
    pub components: Vec<Component>,
    pallet: Vec<u8>,
    instance: Vec<u8>,
}

/// What the runtime offers to measure, and where each of its storage items lies.
pub struct Offered {
    lists: Vec<BenchmarkList>,
    storage: Vec<StorageInfo>,
}

/// The measurements of one benchmark.
#[derive(Default)]
pub struct Samples {
    /// Execution times, without any tracking.
    pub times: Vec<BenchmarkResult>,
    /// Reads, writes and size of proof.
    pub accesses: Vec<BenchmarkResult>,
}

/// The runtime and the state on which it is measured.
pub struct Runner {
    code: &'static [u8],
    executor: WasmExecutor<HostFunctions>,
    genesis: Storage,
}

impl Offered {
    /// The benchmarks of `pallet`, by name.
    pub fn of(&self, pallet: &str) -> Vec<Benchmark> {
        let lists = self.lists.iter().filter(|list| list.pallet == pallet.as_bytes());
        let mut benchmarks: Vec<_> = lists
            .flat_map(|list| {
                list.benchmarks
                    .iter()
                    .map(|benchmark| Benchmark::new(list, benchmark))
            })
            .collect();
        benchmarks.sort_by(|one, other| one.name.cmp(&other.name));
        benchmarks
    }

    /// The storage item to which a key belongs.
    pub fn item(&self, key: &[u8]) -> String {
        let found = self.storage.iter().find(|info| key.starts_with(&info.prefix));
        found.map_or_else(
            || format!("0x{}", hex::encode(key)),
            |info| {
                let (pallet, item) = (&info.pallet_name, &info.storage_name);
                format!(
                    "{}::{}",
                    String::from_utf8_lossy(pallet),
                    String::from_utf8_lossy(item)
                )
            },
        )
    }
}

impl Benchmark {
    fn new(list: &BenchmarkList, metadata: &BenchmarkMetadata) -> Self {
        Self {
            name: String::from_utf8_lossy(&metadata.name).into_owned(),
            components: metadata.components.clone(),
            pallet: list.pallet.clone(),
            instance: list.instance.clone(),
        }
    }
}

impl Runner {
    /// The runtime built into this program, on the state of its `development` preset.
    pub fn new() -> anyhow::Result<Self> {
        Ok(Self {
            code: crate::genesis::runtime_code()?,
            executor: WasmExecutor::builder().build(),
            genesis: crate::genesis::development()?,
        })
    }

    /// What the runtime offers.
    pub fn offered(&self) -> anyhow::Result<Offered> {
        let state = self.state(false)?;
        let (lists, storage) = self.call(&state, "Benchmark_benchmark_metadata", &false.encode())?;
        Ok(Offered { lists, storage })
    }

    /// Runs a benchmark once with its own checks and once with tracking, then `repeat` times for time, at each point.
    pub fn measure(&self, benchmark: &Benchmark, steps: u32, repeat: u32) -> anyhow::Result<Samples> {
        let mut samples = Samples::default();
        let (tracking, plain) = (self.state(true)?, self.state(false)?);
        for point in points(&benchmark.components, steps) {
            let config = |verify, repeats| BenchmarkConfig {
                pallet: benchmark.pallet.clone(),
                instance: benchmark.instance.clone(),
                benchmark: benchmark.name.clone().into(),
                selected_components: point.clone(),
                verify,
                internal_repeats: repeats,
            };
            self.dispatch(&plain, &config(true, 1))?;
            samples
                .accesses
                .extend(self.dispatch(&tracking, &config(false, 1))?);
            samples
                .times
                .extend(self.dispatch(&plain, &config(false, repeat))?);
        }
        ensure!(
            !samples.times.is_empty(),
            "{} skipped itself: it has no weight",
            benchmark.name
        );
        Ok(samples)
    }

    fn state(&self, tracking: bool) -> anyhow::Result<BenchmarkingState<BlakeTwo256>> {
        BenchmarkingState::new(self.genesis.clone(), None, tracking, tracking)
            .map_err(|error| anyhow!("cannot prepare the state: {error}"))
    }

    fn dispatch(
        &self,
        state: &BenchmarkingState<BlakeTwo256>,
        config: &BenchmarkConfig,
    ) -> anyhow::Result<Vec<BenchmarkResult>> {
        let answer: Result<Vec<BenchmarkBatch>, String> =
            self.call(state, "Benchmark_dispatch_benchmark", &config.encode())?;
        let (pallet, name) = (
            String::from_utf8_lossy(&config.pallet),
            String::from_utf8_lossy(&config.benchmark),
        );
        let at = &config.selected_components;
        let batches = answer.map_err(|error| anyhow!("{pallet}::{name} at {at:?} failed: {error}"))?;
        Ok(batches.into_iter().flat_map(|batch| batch.results).collect())
    }

    fn call<T: Decode>(
        &self,
        state: &BenchmarkingState<BlakeTwo256>,
        method: &str,
        arguments: &[u8],
    ) -> anyhow::Result<T> {
        let fetcher = WrappedRuntimeCode(self.code.into());
        let code = RuntimeCode {
            code_fetcher: &fetcher,
            hash: sp_io::hashing::blake2_256(self.code).to_vec(),
            heap_pages: None,
        };
        let mut overlay = OverlayedChanges::<BlakeTwo256>::default();
        let mut extensions = Extensions::new();
        extensions.register(KeystoreExt::new(MemoryKeystore::new()));
        let answer = StateMachine::new(
            state,
            &mut overlay,
            &self.executor,
            method,
            arguments,
            &mut extensions,
            &code,
            CallContext::Offchain,
        )
        .execute()
        .map_err(|error| anyhow!("{method} failed: {error}"))?;
        T::decode(&mut &answer[..]).with_context(|| format!("the answer of {method} has another form"))
    }
}

/// Each component in turn from its smallest to its largest value, the others at their largest.
fn points(components: &[Component], steps: u32) -> Vec<Vec<(BenchmarkParameter, u32)>> {
    let largest: Vec<_> = components.iter().map(|(name, _, high)| (*name, *high)).collect();
    if components.is_empty() {
        return vec![largest];
    }
    let mut all = Vec::new();
    for (position, (name, low, high)) in components.iter().enumerate() {
        let intervals = steps.saturating_sub(1).clamp(1, high.saturating_sub(*low).max(1));
        for step in 0..=intervals {
            let offset = u64::from(high.saturating_sub(*low)) * u64::from(step) / u64::from(intervals);
            let mut point = largest.clone();
            point[position] = (*name, low.saturating_add(offset as u32));
            all.push(point);
        }
    }
    all
}
