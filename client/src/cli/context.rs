//! What every command can use: options, output, keys, the asynchronous runtime, files.

use std::{
    env,
    future::Future,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

use quanji_client::{
    files::{self, Access, Existing},
    keys::{self, KeySource, Secret, Signer},
    language::Language,
};

use super::{
    args::Global,
    exit::{Exit, Failure},
    language::Message,
    output::Output,
};

/// Passwords and secrets are never longer.
const SECRET_BYTES_MAX: u64 = 4096;

/// What every command can use.
pub struct Context {
    /// The options of every command.
    pub global: Global,
    /// The language of messages.
    pub language: Language,
    /// Where results, remarks and progress go.
    pub output: Output,
}

impl Context {
    /// Puts a context together.
    pub fn new(global: Global, language: Language, output: Output) -> Self {
        Self {
            global,
            language,
            output,
        }
    }

    /// The folder of key files.
    pub fn key_folder(&self) -> Result<PathBuf, Failure> {
        match &self.global.key_folder {
            Some(folder) => Ok(folder.clone()),
            None => Ok(keys::default_folder()?),
        }
    }

    /// The key that `--key` names, not yet opened.
    pub fn key_source(&self) -> Result<KeySource, Failure> {
        let text = self
            .global
            .key
            .as_deref()
            .ok_or_else(|| Failure::new(Exit::Usage, Message::NoKey))?;
        self.key_source_of(text)
    }

    /// A key named by its file, its name in the key folder, its development URI or its program.
    pub fn key_source_of(&self, text: &str) -> Result<KeySource, Failure> {
        Ok(KeySource::parse(text, &self.key_folder()?)?)
    }

    /// The signer that `--key` names, opened with its password.
    pub fn signer(&self) -> Result<Box<dyn Signer>, Failure> {
        let source = self.key_source()?;
        let password = match source.locked_file() {
            Some(file) => Some(self.password_of(file)?),
            None => None,
        };
        Ok(source.open(password.as_ref())?)
    }

    /// Runs asynchronous work to its end.
    pub fn block_on<F: Future>(&self, work: F) -> Result<F::Output, Failure> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(|error| {
                Failure::new(
                    Exit::Unexpected,
                    Message::NoRuntime {
                        reason: error.to_string(),
                    },
                )
            })?;
        Ok(runtime.block_on(work))
    }

    /// The password of a key file.
    pub fn password_of(&self, file: &Path) -> Result<Secret, Failure> {
        let shown = file.display();
        let question = self
            .language
            .pick(format!("{shown} 的密码："), format!("Password of {shown}: "));
        match self.given_password()? {
            Some(password) => Ok(password),
            None => ask(&question, &shown.to_string()),
        }
    }

    /// The password for a new key file; on a terminal it is asked twice.
    pub fn new_password(&self, file: &Path) -> Result<Secret, Failure> {
        if let Some(password) = self.given_password()? {
            return Ok(password);
        }
        let shown = file.display().to_string();
        let first = ask(
            self.language.pick(
                "新密码（至少 8 个字符）：",
                "New password (at least 8 characters): ",
            ),
            &shown,
        )?;
        let second = ask(self.language.pick("再输入一次：", "Once more: "), &shown)?;
        if first.expose() != second.expose() {
            return Err(Failure::new(Exit::Key, Message::PasswordsDiffer));
        }
        Ok(first)
    }

    /// The password from `--password-file` or `QUANJI_PASSWORD`.
    fn given_password(&self) -> Result<Option<Secret>, Failure> {
        let Some(file) = &self.global.password_file else {
            return Ok(env::var("QUANJI_PASSWORD").ok().map(Secret::new));
        };
        let bad = |reason: String| {
            Failure::new(
                Exit::Key,
                Message::BadPasswordFile {
                    file: file.display().to_string(),
                    reason,
                },
            )
        };
        let content = files::read_at_most(file, SECRET_BYTES_MAX).map_err(|error| bad(error.to_string()))?;
        let text = Secret::new(String::from_utf8(content).map_err(|error| bad(error.to_string()))?);
        let password = text.expose().lines().next().unwrap_or_default();
        Ok(Some(Secret::new(password.to_owned())))
    }

    /// A secret from a file, from a pipe, or typed without echo.
    pub fn secret(&self, file: Option<&Path>, question: &str) -> Result<Secret, Failure> {
        let stdin = io::stdin();
        let (content, shown) = match file {
            Some(file) => (
                files::read_at_most(file, SECRET_BYTES_MAX),
                file.display().to_string(),
            ),
            None if stdin.is_terminal() => return ask(question, "-"),
            None => (
                files::read_stream_at_most(stdin.lock(), SECRET_BYTES_MAX),
                "-".to_owned(),
            ),
        };
        let content = content.map_err(|error| unreadable(&shown, &error))?;
        String::from_utf8(content)
            .map(Secret::new)
            .map_err(|error| unreadable(&shown, &io::Error::other(error)))
    }

    /// Reads a document; `-` is standard input.
    pub fn read(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
        let content = if path == Path::new("-") {
            files::read_stream_at_most(io::stdin().lock(), limit as u64)
        } else {
            files::read_at_most(path, limit as u64)
        };
        content.map_err(|error| unreadable(&path.display().to_string(), &error))
    }

    /// Writes a result whole or not at all; an existing file is kept unless `force`.
    pub fn write(&self, path: &Path, content: &[u8], access: Access, force: bool) -> Result<(), Failure> {
        let existing = if force { Existing::Replace } else { Existing::Keep };
        let file = path.display().to_string();
        files::write(path, content, access, existing).map_err(|error| {
            let message = match error.kind() {
                io::ErrorKind::AlreadyExists => Message::AlreadyThere { file },
                _ => Message::Unwritable {
                    file,
                    reason: error.to_string(),
                },
            };
            Failure::new(Exit::File, message)
        })
    }
}

fn unreadable(file: &str, error: &io::Error) -> Failure {
    Failure::new(
        Exit::File,
        Message::Unreadable {
            file: file.into(),
            reason: error.to_string(),
        },
    )
}

/// Asks without echo; without a terminal nobody is asked.
fn ask(question: &str, file: &str) -> Result<Secret, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::new(Exit::Key, Message::NoPassword { file: file.into() }));
    }
    rpassword::prompt_password(question)
        .map(Secret::new)
        .map_err(|error| {
            Failure::new(
                Exit::Key,
                Message::NoTerminal {
                    reason: error.to_string(),
                },
            )
        })
}
