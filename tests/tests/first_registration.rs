//! First registration through the command line, on a real chain: the whole path, and what the register refuses.

use anyhow::{ensure, Context, Result};
use quanji_tests::{program, source_folder, Node, Options, Ran};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

const EXAMINER: &str = "//Lingnan//Examiner";
const REVIEWER: &str = "//Lingnan//Reviewer";
const REGISTRAR: &str = "//Lingnan//Registrar";
const APPLICANT: &str = "//Enterprise";

const DONE: i32 = 0;
const USAGE: i32 = 2;
const INPUT: i32 = 3;
const REFUSED: i32 = 6;
const NOT_PROVEN: i32 = 8;

/// A node and a folder with what an applicant brings.
struct Desk {
    node: Node,
    folder: TempDir,
}

impl Desk {
    fn open() -> Result<Self> {
        let desk = Self {
            node: Node::start(Options::development())?,
            folder: tempfile::tempdir()?,
        };
        fs::write(
            desk.path("paper.txt"),
            "identity, lawful acquisition and declaration of a test",
        )?;
        desk.describe("sealed.json", "2012-2015年西雅图气象业每日气象观测表格数据")?;
        let data = source_folder("data/weather/daily-weather.csv");
        desk.done(&[
            "fingerprint",
            text(&data)?,
            "--kind",
            "snapshot",
            "--date",
            "2015-12-31",
            "--out",
            "print.json",
        ])?;
        Ok(desk)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `quanji` with these arguments; names of files in the folder become their paths.
    fn run(&self, arguments: &[&str]) -> Result<Ran> {
        let arguments = arguments
            .iter()
            .map(|argument| self.in_folder(argument))
            .collect::<Vec<_>>();
        self.node
            .quanji(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn in_folder(&self, argument: &str) -> String {
        let (kind, name) = argument
            .rsplit_once(':')
            .map_or(("", argument), |(kind, name)| (kind, name));
        let is_file = name.ends_with(".json") || name.ends_with(".txt");
        match (is_file && !name.contains('/'), kind) {
            (false, _) => argument.into(),
            (true, "") => self.path(name).display().to_string(),
            (true, kind) => format!("{kind}:{}", self.path(name).display()),
        }
    }

    fn done(&self, arguments: &[&str]) -> Result<Value> {
        let ran = self.run(arguments)?;
        ensure!(
            ran.code == DONE,
            "{arguments:?} exited with {}: {}",
            ran.code,
            ran.errors
        );
        Ok(ran.output)
    }

    /// The command is refused by this rule, and the open cases are as before.
    fn refused(&self, rule: &str, arguments: &[&str]) -> Result<()> {
        let before = self.done(&["case", "list"])?;
        let ran = self.run(arguments)?;
        ensure!(
            ran.code == REFUSED,
            "{arguments:?} exited with {}: {} {}",
            ran.code,
            ran.output,
            ran.errors
        );
        let named = ran.problem["rule"].as_str().unwrap_or_default();
        ensure!(
            named == rule,
            "{arguments:?} is refused by {named}, not {rule}: {}",
            ran.errors
        );
        ensure!(
            !ran.problem["remedy"].as_str().unwrap_or_default().is_empty(),
            "no remedy: {}",
            ran.errors
        );
        ensure!(
            self.done(&["case", "list"])? == before,
            "{arguments:?} was refused and changed a case"
        );
        Ok(())
    }

    fn describe(&self, file: &str, name: &str) -> Result<()> {
        let name = format!("name={name}");
        self.done(&[
            "describe",
            "new",
            "--force",
            "--out",
            "draft.json",
            "--set",
            &name,
            "--set",
            "overview=逐日气象观测数据",
            "--set",
            "industry.section=M",
            "--set",
            "industry.division=74",
            "--set",
            "source=collected",
            "--set",
            "source_parties=own_operations",
            "--set",
            "prior_limits=无",
            "--set",
            "region.extent=international",
            "--set",
            "period.start=2012-01-01",
            "--set",
            "update_frequency=on_demand",
            "--set",
            "volume.records=1461",
            "--set",
            "form.media=table",
            "--set",
            "form.structure=structured",
            "--set",
            "limits=无",
            "--set",
            "purpose=物流与农业分析",
            "--set",
            "storage_place=自有机房",
            "--set",
            "storage_term=indefinite",
        ])?;
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

    /// The arguments of an application, with these in addition.
    fn application<'a>(&self, key: &'a str, further: &[&'a str]) -> Vec<&'a str> {
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
            "sealed.json",
            "--evidence",
            "identity:paper.txt",
            "--evidence",
            "lawful-acquisition:paper.txt",
            "--declaration",
            "paper.txt",
        ];
        arguments.extend(further);
        arguments
    }

    /// Files and takes the case to its public notice. Gives case and object.
    fn to_notice(&self) -> Result<(String, String)> {
        let further = [
            "--source",
            "collected",
            "--industry",
            "74",
            "--claim",
            "holding",
            "--fingerprint",
            "print.json",
        ];
        let filed = self.done(&self.application(APPLICANT, &further))?;
        let case = filed["case"].as_str().context("a case is filed")?.to_owned();
        let object = filed["object"].as_str().context("an object is named")?.to_owned();
        self.done(&["--key", EXAMINER, "case", "accept", &case])?;
        self.done(&[
            "--key",
            EXAMINER,
            "case",
            "examine",
            &case,
            "--grant",
            "holding",
            "--record",
            "paper.txt",
        ])?;
        self.done(&["--key", REVIEWER, "case", "approve", &case])?;
        self.done(&[
            "--key",
            EXAMINER,
            "case",
            "publish",
            &case,
            "--text",
            "sealed.json",
        ])?;
        Ok((case, object))
    }
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().context("the path is text")
}

#[test]
fn a_data_set_becomes_a_certificate_that_verifies_without_a_node() -> Result<()> {
    let desk = Desk::open()?;
    let (case, object) = desk.to_notice()?;
    desk.refused(
        "Registry::NoticeNotEnded",
        &["--key", REVIEWER, "case", "enter", &case],
    )?;
    desk.done(&[
        "--key",
        "//Department",
        "clock",
        "set",
        "2026-11-10T00:00:00+08:00",
    ])?;
    let entered = desk.done(&["--key", REVIEWER, "case", "enter", &case])?;
    assert!(entered.to_string().contains("SJ4412026110001"), "{entered}");
    let history = desk.done(&["history", &object])?;
    assert!(history.to_string().contains("SJ4412026110001"), "{history}");
    desk.done(&[
        "certificate",
        "issue",
        &object,
        "--credential-key",
        "//Lingnan//Credential",
        "--out",
        "certificate.json",
    ])?;
    // The same applicant registers the same data once (NG 39(2)).
    let again = [
        "--source",
        "collected",
        "--industry",
        "74",
        "--claim",
        "holding",
        "--fingerprint",
        "print.json",
    ];
    desk.refused(
        "Registry::RepeatedRegistration",
        &desk.application(APPLICANT, &again),
    )?;

    let genesis = desk.node.rpc("chain_getBlockHash", serde_json::json!([0]))?;
    let genesis = genesis.as_str().context("a genesis hash")?.to_owned();
    let Desk { node, folder } = desk;
    drop(node);
    let certificate = folder.path().join("certificate.json");
    assert_eq!(verify(&certificate, &genesis)?, DONE);
    let stranger = format!("0x{}", "f".repeat(64));
    assert_eq!(
        verify(&certificate, &stranger)?,
        NOT_PROVEN,
        "another chain's genesis does not prove it"
    );
    let forged = fs::read_to_string(&certificate)?.replace("SJ4412026110001", "SJ4412026110002");
    let forgery = folder.path().join("forged.json");
    fs::write(&forgery, forged)?;
    assert_eq!(verify(&forgery, &genesis)?, NOT_PROVEN);
    Ok(())
}

/// Verifies without a node: nobody listens at the address it is given.
fn verify(package: &Path, genesis: &str) -> Result<i32> {
    let ran = Command::new(program("quanji")?)
        .args([
            "--json",
            "--node",
            "ws://127.0.0.1:9",
            "verify",
            text(package)?,
            "--genesis",
            genesis,
        ])
        .output()?;
    ran.status.code().context("quanji was ended by a signal")
}

#[test]
fn bad_input_is_refused_by_its_rule_and_changes_nothing() -> Result<()> {
    let desk = Desk::open()?;
    let own = ["--source", "collected", "--industry", "74", "--claim", "holding"];
    let with = |further: &[&'static str]| desk.application(APPLICANT, further);

    let unknown = desk.run(&desk.application("//Eve", &own))?;
    assert_eq!(
        unknown.code, REFUSED,
        "an account that nobody admitted: {}",
        unknown.errors
    );
    desk.refused(
        "Registry::CoreData",
        &with(&[
            "--source",
            "collected",
            "--industry",
            "74",
            "--claim",
            "holding",
            "--level",
            "core",
        ]),
    )?;
    desk.refused(
        "Registry::OrganData",
        &with(&[
            "--source",
            "collected",
            "--industry",
            "74",
            "--claim",
            "holding",
            "--public-class",
            "organ-data",
        ]),
    )?;
    desk.refused(
        "Registry::NegativeListed",
        &with(&["--source", "collected", "--industry", "97", "--claim", "holding"]),
    )?;
    desk.refused(
        "Registry::IndustryUnknown",
        &with(&["--source", "collected", "--industry", "99", "--claim", "holding"]),
    )?;
    desk.refused(
        "Registry::KindNotClaimable",
        &with(&[
            "--source",
            "open-data-by-program",
            "--industry",
            "74",
            "--claim",
            "operating",
        ]),
    )?;
    desk.refused(
        "Registry::ValidityOutOfRange",
        &with(&[
            "--source",
            "collected",
            "--industry",
            "74",
            "--claim",
            "holding:6",
        ]),
    )?;

    let wrong_code = desk.run(&[
        "--key",
        REGISTRAR,
        "party",
        "admit",
        "--kind",
        "legal-person",
        "--credit-code",
        "91440000MA0000008X",
        "--account",
        "//Eve",
    ])?;
    assert_eq!(
        wrong_code.code, USAGE,
        "a credit code with a wrong check character: {}",
        wrong_code.errors
    );
    let phone = desk
        .run(&[
            "describe",
            "new",
            "--out",
            "phone.json",
            "--set",
            "overview=联系电话13800138000",
        ])
        .and_then(|_| {
            desk.run(&[
                "describe",
                "seal",
                "phone.json",
                "--out",
                "x.json",
                "--disclosures",
                "y.json",
            ])
        })?;
    assert_eq!(
        phone.code, INPUT,
        "a telephone number in a description: {}",
        phone.errors
    );

    // A suspended party, and the same party restored.
    desk.done(&[
        "--key",
        REGISTRAR,
        "party",
        "suspend",
        "P1-1-Q",
        "--reason",
        "identity-in-doubt",
    ])?;
    let suspended = desk.run(&desk.application(APPLICANT, &own))?;
    assert_eq!(suspended.code, REFUSED, "{}", suspended.errors);
    desk.done(&["--key", REGISTRAR, "party", "restore", "P1-1-Q"])?;

    // Officers: the wrong role, the wrong step, and a text that is not its digest.
    let (case, _) = desk.to_notice()?;
    desk.refused(
        "Registry::WrongStage",
        &["--key", EXAMINER, "case", "accept", &case],
    )?;
    desk.refused(
        "Registry::RoleMissing",
        &["--key", EXAMINER, "case", "enter", &case],
    )?;
    desk.refused(
        "Registry::NoticeNotEnded",
        &["--key", REVIEWER, "case", "enter", &case],
    )?;
    let filed = desk.done(&desk.application(APPLICANT, &own))?;
    let second = filed["case"].as_str().context("a second case")?.to_owned();
    desk.done(&["--key", EXAMINER, "case", "accept", &second])?;
    desk.done(&[
        "--key",
        EXAMINER,
        "case",
        "examine",
        &second,
        "--grant",
        "holding",
        "--record",
        "paper.txt",
    ])?;
    desk.refused(
        "Registry::RoleMissing",
        &["--key", EXAMINER, "case", "approve", &second],
    )?;
    desk.done(&["--key", REVIEWER, "case", "approve", &second])?;
    desk.describe("other.json", "2012-2015年西雅图气象业其他气象观测表格数据")?;
    let other = desk.run(&[
        "--key",
        EXAMINER,
        "case",
        "publish",
        &second,
        "--text",
        "other.json",
    ])?;
    assert_eq!(
        other.code, INPUT,
        "a text that is not its digest: {}",
        other.errors
    );
    Ok(())
}
