//! Where a signer comes from.

use std::path::{Path, PathBuf};

use super::{CommandKey, KeyError, KeyFile, LocalKey, Secret, Signer};

/// Where a signer comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeySource {
    /// An encrypted key file.
    File(PathBuf),
    /// A development URI such as `//Alice`: known to everyone, refused by live chains.
    Development(String),
    /// An external program that keeps the key.
    Command(PathBuf),
}

impl KeySource {
    /// Reads what a person gives as key: `//Alice`, `command:/path/to/program`, the path of a key file, or the name of
    /// a file in the key folder without its `.json`.
    pub fn parse(text: &str, folder: &Path) -> Result<Self, KeyError> {
        if text.starts_with("//") {
            return Ok(Self::Development(text.into()));
        }
        if let Some(program) = text.strip_prefix("command:") {
            return Ok(Self::Command(program.into()));
        }
        let named = folder.join(format!("{text}.json"));
        [PathBuf::from(text), named]
            .into_iter()
            .find(|path| path.is_file())
            .map(Self::File)
            .ok_or_else(|| KeyError::NoSuchKey {
                text: text.chars().take(80).collect(),
                folder: folder.display().to_string(),
            })
    }

    /// The file that only a password opens, if this source is one.
    pub fn locked_file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Development(_) | Self::Command(_) => None,
        }
    }

    /// The public key; a key file tells it without its password.
    pub fn public(&self) -> Result<[u8; 32], KeyError> {
        match self {
            Self::File(path) => KeyFile::read(path)?.public(),
            Self::Development(uri) => Ok(LocalKey::from_secret(uri)?.public()),
            Self::Command(program) => Ok(CommandKey::open(program)?.public()),
        }
    }

    /// Opens the signer; a key file needs its password.
    pub fn open(&self, password: Option<&Secret>) -> Result<Box<dyn Signer>, KeyError> {
        match self {
            Self::File(path) => {
                let password = password.ok_or_else(|| KeyError::PasswordNeeded {
                    file: path.display().to_string(),
                })?;
                Ok(Box::new(KeyFile::read(path)?.open(password)?))
            }
            Self::Development(uri) => Ok(Box::new(LocalKey::from_secret(uri)?)),
            Self::Command(program) => Ok(Box::new(CommandKey::open(program)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_kind_of_source() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.json");
        std::fs::write(&file, include_bytes!("../../tests/data/polkadot-js-ed25519.json")).unwrap();
        let parse = |text: &str| KeySource::parse(text, folder.path());
        assert_eq!(parse("//Alice"), Ok(KeySource::Development("//Alice".into())));
        assert_eq!(
            parse("command:/bin/sign"),
            Ok(KeySource::Command("/bin/sign".into()))
        );
        assert_eq!(parse("mine"), Ok(KeySource::File(file.clone())));
        assert_eq!(parse(&file.display().to_string()), Ok(KeySource::File(file)));
        assert!(matches!(parse("other"), Err(KeyError::NoSuchKey { .. })));
    }

    #[test]
    fn a_key_file_tells_its_public_key_but_opens_only_with_its_password() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("mine.json");
        std::fs::write(&file, include_bytes!("../../tests/data/polkadot-js-ed25519.json")).unwrap();
        let source = KeySource::File(file);
        assert!(matches!(source.open(None), Err(KeyError::PasswordNeeded { .. })));
        let signer = source
            .open(Some(&Secret::new("correct horse 权籍".into())))
            .unwrap();
        assert_eq!(signer.public(), source.public().unwrap());
    }
}
