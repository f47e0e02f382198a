//! The desk of an authority on a development chain: what an applicant brings, and the acts of everybody concerned
//! through the command line.

use crate::{
    command_line::Ran,
    node::{Node, Options},
    programs::source_folder,
};
use anyhow::{ensure, Context, Result};
use serde_json::{json, Value};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// The examiner of the first authority.
pub const EXAMINER: &str = "//Lingnan//Examiner";

/// Its reviewer.
pub const REVIEWER: &str = "//Lingnan//Reviewer";

/// Its registrar.
pub const REGISTRAR: &str = "//Lingnan//Registrar";

/// Its administrating account.
pub const AUTHORITY: &str = "//Lingnan//Authority";

/// The competent department.
pub const DEPARTMENT: &str = "//Department";

/// A party that registers.
pub const APPLICANT: &str = "//Enterprise";

/// The description that [`Desk::open`] seals.
pub const DESCRIPTION: &str = "sealed.json";

/// The fingerprint that [`Desk::open`] takes.
pub const FINGERPRINT: &str = "print.json";

/// A document for every purpose.
pub const PAPER: &str = "paper.txt";

/// Data that the applicant collected itself, with the right to hold it claimed.
pub const OWN_DATA: [&str; 6] = ["--source", "collected", "--industry", "74", "--claim", "holding"];

/// Exit code of a command that was done.
pub const DONE: i32 = 0;

/// Exit code of a wrong command line.
pub const USAGE: i32 = 2;

/// Exit code of a wrong document or value.
pub const INPUT: i32 = 3;

/// Exit code of what the register refuses.
pub const REFUSED: i32 = 6;

/// Exit code of a package that does not verify.
pub const NOT_PROVEN: i32 = 8;

/// A node and a folder with what an applicant brings.
///
/// An argument that ends in `.json` or `.txt` names a file in the folder, also after a kind and a colon.
#[derive(Debug)]
pub struct Desk {
    /// The node; a test may kill and restart it.
    pub node: Node,
    folder: TempDir,
}

impl Desk {
    /// A fresh development chain, a sealed description, a fingerprint and a paper.
    pub fn open() -> Result<Self> {
        Self::open_on(Options::development())
    }

    /// The same on another chain.
    pub fn open_on(options: Options) -> Result<Self> {
        let desk = Self {
            node: Node::start(options)?,
            folder: tempfile::tempdir()?,
        };
        fs::write(
            desk.path(PAPER),
            "identity, lawful acquisition and declaration of a test",
        )?;
        desk.describe(DESCRIPTION, "2012-2015年西雅图气象业每日气象观测表格数据")?;
        let data = source_folder("data/weather/daily-weather.csv");
        let data = data.to_str().context("the path is text")?;
        desk.done(&[
            "fingerprint",
            data,
            "--kind",
            "snapshot",
            "--date",
            "2015-12-31",
            "--out",
            FINGERPRINT,
        ])?;
        Ok(desk)
    }

    /// Ends the node and keeps the folder.
    pub fn close(self) -> TempDir {
        self.folder
    }

    /// Path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Hash of the genesis block.
    pub fn genesis(&self) -> Result<String> {
        let hash = self.node.block_hash(0)?;
        Ok(hash.as_str().context("a genesis hash")?.to_owned())
    }

    /// Runs `quanji` with these arguments.
    pub fn run(&self, arguments: &[&str]) -> Result<Ran> {
        let arguments: Vec<_> = arguments
            .iter()
            .map(|argument| in_folder(self.folder.path(), argument))
            .collect();
        self.node
            .quanji(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Runs a command that is done, and gives what it answers.
    pub fn done(&self, arguments: &[&str]) -> Result<Value> {
        let ran = self.run(arguments)?;
        ensure!(
            ran.code == DONE,
            "{arguments:?} exited with {}: {}",
            ran.code,
            ran.errors
        );
        Ok(ran.output)
    }

    /// The command ends with this exit code and says what is wrong, and the register is as before. Gives the problem.
    pub fn rejected(&self, code: i32, arguments: &[&str]) -> Result<Value> {
        let before = self.register()?;
        let ran = self.run(arguments)?;
        ensure!(
            ran.code == code,
            "{arguments:?} exited with {}, not {code}: {} {}",
            ran.code,
            ran.output,
            ran.errors
        );
        ensure!(!ran.errors.is_empty(), "{arguments:?} failed without a word");
        let after = self.register()?;
        ensure!(
            after == before,
            "{arguments:?} was refused and changed {before} to {after}"
        );
        Ok(ran.problem)
    }

    /// The command is refused by this rule, with a remedy, and the register is as before.
    pub fn refused(&self, rule: &str, arguments: &[&str]) -> Result<()> {
        let problem = self.rejected(REFUSED, arguments)?;
        let named = problem["rule"].as_str().unwrap_or_default();
        ensure!(
            named == rule,
            "{arguments:?} is refused by {named}, not {rule}: {problem}"
        );
        ensure!(
            !problem["remedy"].as_str().unwrap_or_default().is_empty(),
            "no remedy: {problem}"
        );
        Ok(())
    }

    /// What a refused command could have changed: the open cases, the authorities, and the officers of the first one.
    fn register(&self) -> Result<Value> {
        Ok(json!({
            "cases": self.done(&["case", "list"])?,
            "authorities": self.done(&["authority", "list"])?,
            "first_authority": self.done(&["authority", "show", "A1-Q"])?,
        }))
    }

    /// Writes a draft of a description in which these members are set as well, such as `name=…`.
    pub fn draft(&self, file: &str, members: &[&str]) -> Result<()> {
        let mut arguments = vec!["describe", "new", "--force", "--out", file];
        for member in MEMBERS.iter().chain(members) {
            arguments.extend(["--set", member]);
        }
        self.done(&arguments)?;
        Ok(())
    }

    /// Writes a sealed description of data with this name; its disclosures stand beside it.
    pub fn describe(&self, file: &str, name: &str) -> Result<()> {
        self.draft("draft.json", &[&format!("name={name}")])?;
        self.done(&[
            "describe",
            "seal",
            "draft.json",
            "--confidential",
            "storage_place",
            "--out",
            file,
            "--disclosures",
            &format!("private-{file}"),
        ])?;
        Ok(())
    }

    /// The arguments of an application for a resource at the first authority, with these in addition.
    pub fn application<'a>(&self, key: &'a str, further: &[&'a str]) -> Vec<&'a str> {
        let mut arguments = vec![
            "--key",
            key,
            "apply",
            "first",
            "--authority",
            "A1-Q",
            "--kind",
            "resource",
            "--description",
            DESCRIPTION,
            "--evidence",
            "identity:paper.txt",
            "--evidence",
            "lawful-acquisition:paper.txt",
            "--declaration",
            PAPER,
        ];
        arguments.extend(further);
        arguments
    }

    /// Files an application with these arguments in addition. Gives case and object.
    pub fn file(&self, key: &str, further: &[&str]) -> Result<(String, String)> {
        let filed = self.done(&self.application(key, further))?;
        let case = filed["case"].as_str().context("a case is filed")?;
        let object = filed["object"].as_str().context("an object is named")?;
        Ok((case.to_owned(), object.to_owned()))
    }

    /// The arguments by which an officer grants the right to hold.
    pub fn examination<'a>(&self, key: &'a str, case: &'a str) -> Vec<&'a str> {
        vec![
            "--key", key, "case", "examine", case, "--grant", "holding", "--record", PAPER,
        ]
    }

    /// Files, accepts and examines an application with the fingerprint. Gives case and object.
    pub fn to_examination(&self) -> Result<(String, String)> {
        let (case, object) = self.file(
            APPLICANT,
            &[&OWN_DATA[..], &["--fingerprint", FINGERPRINT]].concat(),
        )?;
        self.done(&["--key", EXAMINER, "case", "accept", &case])?;
        self.done(&self.examination(EXAMINER, &case))?;
        Ok((case, object))
    }

    /// Approves an examined case and publishes its description.
    pub fn publish(&self, case: &str) -> Result<()> {
        self.done(&["--key", REVIEWER, "case", "approve", case])?;
        self.done(&["--key", EXAMINER, "case", "publish", case, "--text", DESCRIPTION])?;
        Ok(())
    }

    /// Files and takes the case to its public notice. Gives case and object.
    pub fn to_notice(&self) -> Result<(String, String)> {
        let (case, object) = self.to_examination()?;
        self.publish(&case)?;
        Ok((case, object))
    }

    /// Moves register time forward.
    pub fn clock(&self, moment: &str) -> Result<()> {
        self.done(&["--key", DEPARTMENT, "clock", "set", moment])?;
        Ok(())
    }
}

/// What every description says besides its name.
const MEMBERS: [&str; 16] = [
    "overview=逐日气象观测数据",
    "industry.section=M",
    "industry.division=74",
    "source=collected",
    "source_parties=own_operations",
    "prior_limits=无",
    "region.extent=international",
    "period.start=2012-01-01",
    "update_frequency=on_demand",
    "volume.records=1461",
    "form.media=table",
    "form.structure=structured",
    "limits=无",
    "purpose=物流与农业分析",
    "storage_place=自有机房",
    "storage_term=indefinite",
];

/// The path of a file that an argument names, in place of its name.
fn in_folder(folder: &Path, argument: &str) -> String {
    let (kind, name) = argument
        .rsplit_once(':')
        .map_or(("", argument), |(kind, name)| (kind, name));
    let is_file = name.ends_with(".json") || name.ends_with(".txt");
    match (is_file && !name.contains('/'), kind) {
        (false, _) => argument.into(),
        (true, "") => folder.join(name).display().to_string(),
        (true, kind) => format!("{kind}:{}", folder.join(name).display()),
    }
}
