//! A copy of the tree in which the changes are written.

use crate::changes::{Change, Writer};
use anyhow::{Context, Result};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use walkdir::WalkDir;

/// What chooses a change when a program runs, and notes which test comes past which.
const CHOICE: &str = include_str!("choice.rs.txt");

/// A change in a file of the tree.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The file, below the root.
    pub file: PathBuf,
    /// What changes there.
    pub change: Change,
}

/// Copies every file that git knows or would take, and leaves alone what is the same already.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(from)
        .output()
        .context("git lists the files of the tree")?;
    for name in String::from_utf8(listed.stdout)?
        .split('\0')
        .filter(|name| !name.is_empty())
    {
        let source = from.join(name);
        if source.is_file() {
            put(&to.join(name), &fs::read(&source)?)?;
        }
    }
    Ok(())
}

fn put(file: &Path, content: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|before| before == content) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, content).with_context(|| format!("{} is written", file.display()))
}

/// Worlds of tests, measurements, and what checks the state: no product of the register.
fn is_product(file: &Path) -> bool {
    let worlds = ["tests", "mock", "benchmarking", "weights", "try_state"];
    let mut parts = file
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    !parts.any(|part| worlds.contains(&part.trim_end_matches(".rs")))
}

/// Writes the changes of crates, which are folders below `tree`, from their sources below `root`.
pub fn write(root: &Path, tree: &Path, crates: &[PathBuf], left_out: &BTreeSet<u32>) -> Result<Vec<Placed>> {
    let mut all = Vec::new();
    for folder in crates {
        let sources = WalkDir::new(root.join(folder).join("src")).sort_by_file_name();
        for entry in sources {
            let entry = entry?;
            let file = entry.path().strip_prefix(root)?.to_path_buf();
            let is_code = file.extension().is_some_and(|extension| extension == "rs");
            if !is_code || !is_product(file.strip_prefix(folder)?) {
                continue;
            }
            let code = fs::read_to_string(entry.path())?;
            let first = u32::try_from(all.len())?;
            let mut writer = Writer::new(first, left_out.clone());
            let mut changed = writer
                .write(&code)
                .with_context(|| format!("{} is read", file.display()))?;
            if file.ends_with("src/lib.rs") {
                changed.push_str(CHOICE);
            }
            put(&tree.join(&file), changed.as_bytes())?;
            all.extend(writer.found.into_iter().map(|change| Placed {
                file: file.clone(),
                change,
            }));
        }
    }
    Ok(all)
}
