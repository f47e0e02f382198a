//! Keys kept by an external program, for hardware and for policies that this program need not know.
//!
//! The program is run as `program public`, which prints the public key (hexadecimal or address), and as `program sign`,
//! which reads the payload in hexadecimal from standard input and prints the signature in hexadecimal. What it writes
//! to standard error goes to the person.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::{local::verifies, public_of, KeyError, Signer};
use crate::files;

/// Long enough for a person to confirm on a device.
const ANSWER_SECONDS_MAX: u64 = 120;
const ANSWER_BYTES_MAX: u64 = 4096;
const POLL: Duration = Duration::from_millis(10);

/// A key kept by an external program.
#[derive(Debug, Clone)]
pub struct CommandKey {
    program: PathBuf,
    public: [u8; 32],
}

impl CommandKey {
    /// Asks the program for its public key.
    pub fn open(program: &Path) -> Result<Self, KeyError> {
        let answer = ask(program, "public", b"")?;
        let public = from_hex::<32>(&answer)
            .or_else(|| public_of(&answer).ok())
            .ok_or_else(|| unexpected(program, "32 bytes in hexadecimal, or an address"))?;
        Ok(Self {
            program: program.into(),
            public,
        })
    }
}

impl Signer for CommandKey {
    fn public(&self) -> [u8; 32] {
        self.public
    }

    fn sign(&self, payload: &[u8]) -> Result<[u8; 64], KeyError> {
        let answer = ask(&self.program, "sign", hex::encode(payload).as_bytes())?;
        let signature =
            from_hex::<64>(&answer).ok_or_else(|| unexpected(&self.program, "64 bytes in hexadecimal"))?;
        if !verifies(&self.public, payload, &signature) {
            return Err(KeyError::CommandSignature {
                program: shown(&self.program),
            });
        }
        Ok(signature)
    }
}

fn shown(program: &Path) -> String {
    program.display().to_string()
}

fn unexpected(program: &Path, expected: &str) -> KeyError {
    KeyError::CommandAnswer {
        program: shown(program),
        expected: expected.into(),
    }
}

fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut bytes).ok()?;
    Some(bytes)
}

/// Runs the program once and gives its trimmed answer.
fn ask(program: &Path, argument: &str, input: &[u8]) -> Result<String, KeyError> {
    let mut child = Command::new(program)
        .arg(argument)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(|error| KeyError::CommandNotStarted {
            program: shown(program),
            reason: error.to_string(),
        })?;
    let failed = |reason: String| KeyError::CommandFailed {
        program: shown(program),
        reason,
    };

    // Standard input and output are served beside the wait, so that neither side waits for the other for ever.
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let input = input.to_vec();
    let writer = thread::spawn(move || stdin.map_or(Ok(()), |mut stdin| stdin.write_all(&input)));
    let reader = thread::spawn(move || {
        stdout.map_or(Ok(Vec::new()), |stdout| {
            files::read_stream_at_most(stdout, ANSWER_BYTES_MAX)
        })
    });

    let status = wait(&mut child, program)?;
    if !status.success() {
        return Err(failed(status.to_string()));
    }
    let answer = reader
        .join()
        .unwrap_or_else(|_| Err(io::Error::other("output lost")))
        .map_err(|error| failed(error.to_string()))?;
    match writer.join() {
        // A program may answer without reading all of its input.
        Ok(Err(error)) if error.kind() != io::ErrorKind::BrokenPipe => return Err(failed(error.to_string())),
        _ => {}
    }
    String::from_utf8(answer)
        .map(|text| text.trim().to_owned())
        .map_err(|_| unexpected(program, "text"))
}

fn wait(child: &mut Child, program: &Path) -> Result<std::process::ExitStatus, KeyError> {
    let failed = |error: io::Error| KeyError::CommandFailed {
        program: shown(program),
        reason: error.to_string(),
    };
    let end = Instant::now() + Duration::from_secs(ANSWER_SECONDS_MAX);
    loop {
        if let Some(status) = child.try_wait().map_err(failed)? {
            return Ok(status);
        }
        if Instant::now() >= end {
            child.kill().map_err(failed)?;
            child.wait().map_err(failed)?;
            return Err(KeyError::CommandTimedOut {
                program: shown(program),
                seconds: ANSWER_SECONDS_MAX,
            });
        }
        thread::sleep(POLL);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::keys::LocalKey;
    use std::os::unix::fs::PermissionsExt;

    /// A program that answers `public` and `sign` with fixed texts.
    fn program(folder: &Path, public: &str, sign: &str) -> PathBuf {
        let path = folder.join("signer");
        let script = format!("#!/bin/sh\ncase \"$1\" in public) {public};; sign) {sign};; esac\n");
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    #[test]
    fn signs_through_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let key = LocalKey::from_secret("//Alice").unwrap();
        let signature = hex::encode(key.sign(b"payload").unwrap());
        let payload = hex::encode(b"payload");
        let sign = format!("test \"$(cat)\" = {payload} && echo 0x{signature}");
        let program = program(folder.path(), &format!("echo {}", key.address()), &sign);
        let signer = CommandKey::open(&program).unwrap();
        assert_eq!(signer.public(), key.public());
        assert_eq!(signer.sign(b"payload").unwrap(), key.sign(b"payload").unwrap());
        assert!(matches!(
            signer.sign(b"other"),
            Err(KeyError::CommandFailed { .. })
        ));
    }

    #[test]
    fn a_signature_by_another_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let key = LocalKey::from_secret("//Alice").unwrap();
        let public = format!("echo {}", hex::encode(key.public()));
        let other = LocalKey::from_secret("//Bob").unwrap().sign(b"payload").unwrap();
        let program = program(folder.path(), &public, &format!("echo {}", hex::encode(other)));
        let result = CommandKey::open(&program).unwrap().sign(b"payload");
        assert!(matches!(result, Err(KeyError::CommandSignature { .. })));
    }

    #[test]
    fn failures_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let missing = CommandKey::open(&folder.path().join("none"));
        assert!(matches!(missing, Err(KeyError::CommandNotStarted { .. })));
        let garbage = CommandKey::open(&program(folder.path(), "echo hello", "exit 1"));
        assert!(matches!(garbage, Err(KeyError::CommandAnswer { .. })));
        let failing = CommandKey::open(&program(folder.path(), "exit 3", "exit 1"));
        assert!(matches!(failing, Err(KeyError::CommandFailed { .. })));
        let endless = CommandKey::open(&program(folder.path(), "head -c 5000 /dev/zero", "exit 1"));
        assert!(matches!(endless, Err(KeyError::CommandFailed { .. })));
    }
}
