//! A sender that has used its quota is refused, and nobody else feels it.

use anyhow::{ensure, Context, Result};
use quanji_tests::{
    desk::{APPLICANT, DONE, EXAMINER, OWN_DATA},
    program, Desk, Options,
};
use serde_json::{json, Value};
use std::{fs, path::Path, process::Command};

/// Bytes of transactions that a sender may use at once: a few applications.
const QUOTA_BYTES: u32 = 2_048;

/// Applications after which the quota is certainly used.
const FILINGS_MAX: usize = 12;

/// A development chain whose quota is that small and does not recover while the test runs.
fn small_quota(folder: &Path) -> Result<Options> {
    let exported = Command::new(program("quanji-node")?)
        .args(["export-chain-spec", "--chain", "dev"])
        .output()?;
    ensure!(
        exported.status.success(),
        "{}",
        String::from_utf8_lossy(&exported.stderr)
    );
    let mut spec: Value = serde_json::from_slice(&exported.stdout)?;
    let patch = spec["genesis"]["runtimeGenesis"]["patch"]
        .as_object_mut()
        .context("a genesis that can be changed")?;
    let limits = json!({
        "weight": 4_000_000_000_000_u64,
        "bytes": QUOTA_BYTES,
        "recovery_blocks": 1_000_000,
        "pending": 64,
    });
    patch.insert("admission".into(), json!({ "limits": limits }));
    let path = folder.join("small-quota.json");
    fs::write(&path, spec.to_string())?;
    Ok(Options {
        chain: path.display().to_string(),
        ..Options::development()
    })
}

#[test]
fn a_party_that_has_used_its_quota_is_refused_and_the_others_go_on() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let desk = Desk::open_on(small_quota(folder.path())?)?;
    let application = desk.application(APPLICANT, &OWN_DATA);
    let mut filed = 0;
    while desk.run(&application)?.code == DONE {
        filed += 1;
        ensure!(
            filed < FILINGS_MAX,
            "a quota of {QUOTA_BYTES} bytes is never used"
        );
    }
    ensure!(filed > 0, "the quota lets something in");
    desk.refused("Admission::QuotaUsed", &application)?;

    let (case, _) = desk.file("//ServiceInstitution", &OWN_DATA)?;
    desk.done(&["--key", EXAMINER, "case", "accept", &case])?;
    Ok(())
}
