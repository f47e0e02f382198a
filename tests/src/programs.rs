//! Where the programs under test are.

use anyhow::{ensure, Context, Result};
use std::{
    env,
    path::{Path, PathBuf},
};

/// Folder of the programs: `QUANJI_BIN_DIR`, or where cargo puts them beside this test.
fn bin_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("QUANJI_BIN_DIR") {
        return Ok(folder.into());
    }
    let test = env::current_exe()?;
    let folder = test
        .parent()
        .and_then(Path::parent)
        .context("a test lies in the folder deps of its target")?;
    Ok(folder.into())
}

/// Path of a program of this workspace.
pub fn program(name: &str) -> Result<PathBuf> {
    let path = bin_folder()?.join(name);
    ensure!(
        path.is_file(),
        "there is no {}: build it first, with `scripts/test build`, or name its folder in QUANJI_BIN_DIR",
        path.display()
    );
    Ok(path)
}

/// A folder with this name for what tests make, beside the programs and kept from run to run.
pub fn target_folder(name: &str) -> Result<PathBuf> {
    let folder = bin_folder()?.join("e2e").join(name);
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// A folder or file of this crate's sources.
pub fn source_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
