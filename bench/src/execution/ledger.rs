//! What each act cost, and how it compares.

use super::{
    engine::Cost,
    mint::{BARE, WITH_METADATA},
};
use crate::table::{median, Table};
use anyhow::Context;

/// A filing should take at most so many times what a mint with 4 KiB of metadata takes.
pub const TARGET: f64 = 1.5;

/// One transaction of an act, over all its blocks.
#[derive(Default)]
struct Act {
    name: String,
    micros: Vec<f64>,
    written: Vec<f64>,
    nodes: Vec<f64>,
    proof: Vec<f64>,
    body: Vec<f64>,
}

/// The acts in the order in which they first came.
#[derive(Default)]
pub struct Ledger {
    acts: Vec<Act>,
}

impl Ledger {
    /// Adds a block of `count` transactions of an act, less what an empty block of the same runtime costs.
    pub fn add(&mut self, name: &str, count: u32, block: &Cost, empty: &Cost) {
        let position = self.acts.iter().position(|act| act.name == name);
        let position = position.unwrap_or_else(|| {
            let name = name.to_owned();
            self.acts.push(Act {
                name,
                ..Act::default()
            });
            self.acts.len().saturating_sub(1)
        });
        let Some(act) = self.acts.get_mut(position) else {
            return;
        };
        let idle = median(empty.micros.clone());
        let each = |whole: f64, idle: f64| (whole - idle) / f64::from(count);
        act.micros
            .extend(block.micros.iter().map(|micros| each(*micros, idle)));
        act.written.push(each(block.written as f64, empty.written as f64));
        act.nodes.push(each(block.nodes as f64, empty.nodes as f64));
        act.proof.push(each(block.proof as f64, empty.proof as f64));
        act.body.push(each(block.body as f64, empty.body as f64));
    }

    fn find(&self, name: &str) -> anyhow::Result<&Act> {
        let found = self.acts.iter().find(|act| act.name == name);
        found.with_context(|| format!("{name} was not measured"))
    }

    /// How many times the median of `name` is that of a mint with metadata.
    pub fn ratio(&self, name: &str) -> anyhow::Result<f64> {
        let of = |name| -> anyhow::Result<f64> { Ok(median(self.find(name)?.micros.clone())) };
        Ok(of(name)? / of(WITH_METADATA)?)
    }

    /// Time of each act, and how many times that of a mint without and with metadata it is.
    pub fn times(&self, heading: &str) -> anyhow::Result<Table> {
        let columns = ["act", "µs", "x mint", "x with 4 KiB"];
        self.table(heading, &columns, &[Column::Compared(|act| &act.micros)])
    }

    /// Bytes of each act, and the same of what it writes and of its proof.
    pub fn bytes(&self, heading: &str) -> anyhow::Result<Table> {
        let columns = [
            "act",
            "transaction",
            "trie nodes",
            "written",
            "x mint",
            "x with 4 KiB",
            "proof",
            "x mint",
            "x with 4 KiB",
        ];
        let figures = [
            Column::Plain(|act| &act.body),
            Column::Plain(|act| &act.nodes),
            Column::Compared(|act| &act.written),
            Column::Compared(|act| &act.proof),
        ];
        self.table(heading, &columns, &figures)
    }

    fn table(&self, heading: &str, columns: &[&str], figures: &[Column]) -> anyhow::Result<Table> {
        let (bare, full) = (self.find(BARE)?, self.find(WITH_METADATA)?);
        let mut table = Table::new(heading, columns);
        for act in &self.acts {
            let mut cells = vec![act.name.clone()];
            for column in figures {
                let (Column::Plain(figure) | Column::Compared(figure)) = column;
                let of = |act: &Act| median(figure(act).clone());
                // What is below the noise of the empty block is nothing.
                let value = Some(of(act)).filter(|value| *value >= 0.5).unwrap_or_default();
                cells.push(format!("{value:.0}"));
                if matches!(column, Column::Compared(_)) {
                    cells.push(format!("{:.2}", value / of(bare)));
                    cells.push(format!("{:.2}", value / of(full)));
                }
            }
            table.cells(cells);
        }
        Ok(table)
    }
}

/// A figure of each act.
enum Column {
    /// By itself.
    Plain(fn(&Act) -> &Vec<f64>),
    /// With how many times that of a mint it is.
    Compared(fn(&Act) -> &Vec<f64>),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(micros: &[f64], written: u64) -> Cost {
        Cost {
            micros: micros.to_vec(),
            written,
            ..Cost::default()
        }
    }

    #[test]
    fn an_act_is_what_its_block_takes_more_than_an_empty_one_for_each_transaction() {
        let mut ledger = Ledger::default();
        let empty = block(&[90.0, 100.0, 500.0], 20);
        ledger.add(BARE, 10, &block(&[600.0], 120), &empty);
        ledger.add(
            WITH_METADATA,
            10,
            &block(&[1_100.0, 1_000.0, 1_300.0], 220),
            &empty,
        );
        ledger.add("file", 10, &block(&[1_600.0], 320), &empty);
        assert_eq!(ledger.ratio("file").unwrap(), 1.5);
        let table = ledger.times("Acts").unwrap().to_string();
        let last = table.lines().last().unwrap();
        assert_eq!(
            last.split_whitespace().collect::<Vec<_>>(),
            ["file", "150", "3.00", "1.50"]
        );
        assert!(ledger.ratio("enter").is_err());
    }
}
