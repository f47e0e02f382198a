//! Turns measurements into a weight: a base and a slope for each component.

use super::run::{Benchmark, Component, Offered, Samples};
use anyhow::Context;
use frame_benchmarking::{Analysis, BenchmarkResult, BenchmarkSelector};

/// A base, and what one unit of each component adds.
pub struct Line {
    pub base: u128,
    /// In the order of the components; empty when the benchmark has none.
    pub slopes: Vec<u128>,
}

/// How often a call touches the keys of a storage item.
pub struct Touched {
    pub item: String,
    pub reads: u32,
    pub writes: u32,
}

/// A benchmark with its weight.
pub struct Fitted {
    pub name: String,
    pub components: Vec<Component>,
    /// Picoseconds.
    pub time: Line,
    pub reads: Line,
    pub writes: Line,
    /// Bytes.
    pub proof: Line,
    pub touched: Vec<Touched>,
}

impl Fitted {
    /// The weight that fits the samples.
    pub fn of(benchmark: &Benchmark, samples: &Samples, offered: &Offered) -> anyhow::Result<Self> {
        let line = |results: &Vec<BenchmarkResult>, selector| -> anyhow::Result<Line> {
            let analysis = Analysis::min_squares_iqr(results, selector)
                .with_context(|| format!("{}: no line fits the measurements", benchmark.name))?;
            Ok(Line {
                base: analysis.base,
                slopes: analysis.slopes,
            })
        };
        Ok(Self {
            name: benchmark.name.clone(),
            components: benchmark.components.clone(),
            time: line(&samples.times, BenchmarkSelector::ExtrinsicTime)?,
            reads: line(&samples.accesses, BenchmarkSelector::Reads)?,
            writes: line(&samples.accesses, BenchmarkSelector::Writes)?,
            proof: line(&samples.accesses, BenchmarkSelector::ProofSize)?,
            touched: touched(&samples.accesses, offered),
        })
    }
}

impl Line {
    /// The value with every component at its largest.
    pub fn at_most(&self, components: &[Component]) -> u128 {
        let slopes = self.slopes.iter().zip(components);
        slopes.fold(self.base, |sum, (slope, (_, _, high))| {
            sum.saturating_add(slope.saturating_mul(u128::from(*high)))
        })
    }
}

/// The storage items touched, each with its worst sample.
fn touched(accesses: &[BenchmarkResult], offered: &Offered) -> Vec<Touched> {
    let mut all: Vec<Touched> = Vec::new();
    for (key, reads, writes, _) in accesses.iter().flat_map(|result| &result.keys) {
        let item = offered.item(key);
        match all.iter_mut().find(|known| known.item == item) {
            Some(known) => {
                known.reads = known.reads.max(*reads);
                known.writes = known.writes.max(*writes);
            }
            None => all.push(Touched {
                item,
                reads: *reads,
                writes: *writes,
            }),
        }
    }
    all.retain(|one| one.reads > 0 || one.writes > 0);
    all.sort_by(|one, other| one.item.cmp(&other.item));
    all
}
