//! A stand-in for the national service system: it takes the files of `quanji national export` and gives receipts, as
//! `docs/national-exchange.md` describes them.

use crate::story::iso;
use anyhow::{ensure, Context, Result};
use serde_json::{json, Value};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The form of the files that it takes.
const FORM: &str = "quanji-national-export/1";

/// The national service system: a folder with a growing list of receipts and the documents that they name.
#[derive(Debug)]
pub struct NationalSystem {
    folder: PathBuf,
    receipts: Vec<Value>,
}

impl NationalSystem {
    /// A system that has received nothing.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            receipts: Vec::new(),
        }
    }

    /// Publishes or evidences what a file asks for, at `2026-10-30 10:00`. Gives the file.
    pub fn receive(&mut self, export: &Path, at: &str) -> Result<Value> {
        let export: Value = serde_json::from_slice(&fs::read(export)?)?;
        ensure!(export["format"] == FORM, "not an export: {export}");
        let (case, purpose) = (&export["case"], &export["purpose"]);
        let case = case.as_str().context("an export names its case")?;
        let kind = purpose.as_str().context("an export names its purpose")?;
        let told = |kind: &str| {
            let mut given = self.receipts.iter();
            given.any(|one| one["case"] == case && one["kind"] == kind)
        };
        ensure!(!told(kind), "{case} has its receipt of {kind}");
        match kind {
            "notice" => ensure!(export["data"]["name"].is_string(), "nothing to publish: {export}"),
            "evidence" => ensure!(
                told("notice") && export["notice"]["document"].is_string(),
                "nothing was published: {export}"
            ),
            other => anyhow::bail!("{other} is nothing that this system does"),
        }
        let document = format!("{kind}-{case}.pdf");
        fs::write(self.folder.join(&document), format!("{kind} {case} {at}"))?;
        self.receipts
            .push(json!({ "case": case, "kind": kind, "document": document, "at": iso(at) }));
        Ok(export)
    }

    /// Writes the list of all receipts so far beside their documents.
    pub fn give_receipts(&self, file: &str) -> Result<()> {
        Ok(fs::write(
            self.folder.join(file),
            json!(self.receipts).to_string(),
        )?)
    }
}
