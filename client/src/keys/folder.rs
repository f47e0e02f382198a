//! The folder in which a person keeps key files.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use super::{KeyError, KeyFile};

/// One file of the key folder.
#[derive(Debug)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// What is in it, or why it cannot be used.
    pub content: Result<KeyFile, KeyError>,
}

/// Where keys are kept when nothing else is said: `quanji/keys` in the configuration folder of the user.
pub fn default_folder() -> Result<PathBuf, KeyError> {
    let set = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("XDG_CONFIG_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".config")))
        .map(|base| base.join("quanji").join("keys"))
        .ok_or(KeyError::NoFolder)
}

/// Lists the key files of a folder, sorted by file name; a folder that is not there has none.
pub fn list(folder: &Path) -> Result<Vec<Listed>, KeyError> {
    let unreadable = |error: std::io::Error| KeyError::Unreadable {
        file: folder.display().to_string(),
        reason: error.to_string(),
    };
    if !folder.try_exists().map_err(unreadable)? {
        return Ok(Vec::new());
    }
    let mut listed = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let content = KeyFile::read(&path);
            listed.push(Listed { path, content });
        }
    }
    listed.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_good_and_bad_files_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b.json"), "{}").unwrap();
        fs::write(
            folder.path().join("a.json"),
            include_bytes!("../../tests/data/polkadot-js-ed25519.json"),
        )
        .unwrap();
        fs::write(folder.path().join("notes.txt"), "").unwrap();
        let listed = list(folder.path()).unwrap();
        assert_eq!(listed.len(), 2);
        assert_eq!(listed[0].content.as_ref().unwrap().name(), "vector");
        assert!(listed[1].content.is_err());
    }

    #[test]
    fn a_missing_folder_has_no_keys() {
        let folder = tempfile::tempdir().unwrap();
        assert!(list(&folder.path().join("none")).unwrap().is_empty());
    }
}
