//! From the application to the entry and its certificate, with and without a power cut on the way.

use anyhow::{Context, Result};
use quanji_tests::{
    desk::{APPLICANT, DONE, FINGERPRINT, NOT_PROVEN, OWN_DATA, REVIEWER},
    program, Desk,
};
use serde_json::Value;
use std::{fs, path::Path, process::Command};

/// After the public notice of a case published on the first day of a development chain.
const AFTER_NOTICE: &str = "2026-11-10T00:00:00+08:00";

/// The first certificate of the first authority in that month.
const NUMBER: &str = "SJ4412026110001";

#[test]
fn a_data_set_becomes_a_certificate_that_verifies_without_a_node() -> Result<()> {
    let desk = Desk::open()?;
    let (case, object) = desk.to_notice()?;
    let enter = ["--key", REVIEWER, "case", "enter", &case];
    desk.refused("Registry::NoticeNotEnded", &enter)?;
    desk.clock(AFTER_NOTICE)?;
    let entered = desk.done(&enter)?;
    assert!(entered.to_string().contains(NUMBER), "{entered}");
    let history = desk.done(&["history", &object])?;
    assert!(history.to_string().contains(NUMBER), "{history}");
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
    let again = [&OWN_DATA[..], &["--fingerprint", FINGERPRINT]].concat();
    desk.refused(
        "Registry::RepeatedRegistration",
        &desk.application(APPLICANT, &again),
    )?;

    let genesis = desk.genesis()?;
    let folder = desk.close();
    let certificate = folder.path().join("certificate.json");
    assert_eq!(verify(&certificate, &genesis)?, DONE);
    let stranger = format!("0x{}", "f".repeat(64));
    assert_eq!(
        verify(&certificate, &stranger)?,
        NOT_PROVEN,
        "another chain's genesis does not prove it"
    );
    let forged = fs::read_to_string(&certificate)?.replace(NUMBER, "SJ4412026110002");
    let forgery = folder.path().join("forged.json");
    fs::write(&forgery, forged)?;
    assert_eq!(verify(&forgery, &genesis)?, NOT_PROVEN);
    Ok(())
}

/// Verifies without a node: nobody listens at the address it is given.
fn verify(package: &Path, genesis: &str) -> Result<i32> {
    let ran = Command::new(program("quanji")?)
        .args(["--json", "--node", "ws://127.0.0.1:9", "verify"])
        .arg(package)
        .args(["--genesis", genesis])
        .output()?;
    ran.status.code().context("quanji was ended by a signal")
}

#[test]
fn a_node_killed_in_the_middle_of_a_case_takes_the_same_case_to_its_entry() -> Result<()> {
    let mut desk = Desk::open()?;
    let genesis = desk.genesis()?;
    let (case, object) = desk.to_examination()?;
    let before = standing(&desk, &case)?;
    assert_eq!(before["status"], "awaiting_approval");

    desk.node.kill()?;
    assert_ne!(desk.run(&["case", "list"])?.code, DONE, "nobody answers any more");
    desk.node.restart()?;

    assert_eq!(desk.genesis()?, genesis, "the chain is not made anew");
    assert_eq!(standing(&desk, &case)?, before, "the case is as it was left");
    desk.publish(&case)?;
    desk.clock(AFTER_NOTICE)?;
    let entered = desk.done(&["--key", REVIEWER, "case", "enter", &case])?;
    assert_eq!(entered["object"], object.as_str(), "{entered}");
    assert!(entered.to_string().contains(NUMBER), "{entered}");
    assert_eq!(desk.done(&["case", "show", &case])?["status"], "entered");
    Ok(())
}

/// Everything about a case but the register time at which it was looked at.
fn standing(desk: &Desk, case: &str) -> Result<Value> {
    let mut shown = desk.done(&["case", "show", case])?;
    if let Some(members) = shown.as_object_mut() {
        members.remove("now");
    }
    Ok(shown)
}
