//! Files that the reader keeps, one JSON object a line, each line with the digest of the one before: a line that was changed,
//! taken out or put in breaks the chain. A tail that was cut off does not: keep the last digest elsewhere to find that.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use quanji_primitives::Digest;
use serde::{de::DeserializeOwned, Deserialize, Serialize};

use crate::{files, keys};

/// A file of lines is never longer.
const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;

crate::messages! {
    /// What is wrong with a file of the reader.
    pub enum ChainedError {
        /// It cannot be read or written.
        File { file: String, reason: String } =>
            zh "无法读写 {file}：{reason}", remedy "请检查路径与权限";
            en "cannot read or write {file}: {reason}", remedy "check the path and the permissions";
        /// A line is none of this format.
        Malformed { file: String, line: usize } =>
            zh "{file} 第 {line} 行无法读取", remedy "该文件已被改动：请从备份恢复";
            en "line {line} of {file} cannot be read", remedy "the file was changed: restore it from a copy";
        /// A line does not follow from the one before.
        Broken { file: String, line: usize } =>
            zh "{file} 第 {line} 行与前文不相衔接", remedy "该文件已被改动：请从备份恢复";
            en "line {line} of {file} does not follow from the one before", remedy "the file was changed: restore it from a copy";
        /// There is no place for the file.
        NoFolder =>
            zh "无法确定配置文件夹", remedy "请用 --records 指定文件夹，或设置环境变量 HOME";
            en "cannot tell where the configuration folder is", remedy "name a folder with --records, or set the environment variable HOME";
    }
}

/// A line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line<T> {
    /// Its number, from 1.
    pub no: u32,
    /// Digest of the line before; of nothing for the first.
    pub previous: String,
    /// What it records.
    pub record: T,
    /// SHA-256 of the canonical JSON of the three others.
    pub digest: String,
}

/// The folder of a reader's records.
pub fn default_folder() -> Result<PathBuf, ChainedError> {
    let keys = keys::default_folder().map_err(|_| ChainedError::NoFolder)?;
    Ok(keys.with_file_name("title"))
}

/// Reads all lines and checks that each follows from the one before; a file that is not there has none.
pub fn read<T: Serialize + DeserializeOwned>(file: &Path) -> Result<Vec<Line<T>>, ChainedError> {
    match File::open(file) {
        Ok(mut open) => {
            let text = content(&mut open).map_err(|error| failed(file, &error))?;
            parse(&text, file)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(failed(file, &error)),
    }
}

/// Adds a line, after all there were checked. Two programs that add at once wait for each other.
pub fn append<T: Serialize + DeserializeOwned + Clone>(
    file: &Path,
    record: T,
) -> Result<Line<T>, ChainedError> {
    let failed = |error: io::Error| failed(file, &error);
    if let Some(folder) = file.parent() {
        files::make_private_folder(folder).map_err(failed)?;
    }
    let mut open = options().open(file).map_err(failed)?;
    open.lock().map_err(failed)?;
    let text = content(&mut open).map_err(failed)?;
    let lines: Vec<Line<T>> = parse(&text, file)?;
    let (no, previous, digest) = next(lines.last(), &record).map_err(|error| failed(error.into()))?;
    let line = Line {
        no,
        previous,
        record,
        digest,
    };
    let mut written = serde_json::to_vec(&line).map_err(|error| failed(error.into()))?;
    written.push(b'\n');
    open.seek(SeekFrom::End(0)).map_err(failed)?;
    open.write_all(&written).map_err(failed)?;
    open.sync_all().map_err(failed)?;
    Ok(line)
}

/// Number, digest of the line before, and own digest of the line that follows.
fn next<T: Serialize>(last: Option<&Line<T>>, record: &T) -> serde_json::Result<(u32, String, String)> {
    let no = last.map_or(1, |last| last.no.saturating_add(1));
    let previous = last.map_or_else(|| Digest::sha2_256(b"").to_string(), |last| last.digest.clone());
    let digest = digest(no, &previous, record)?;
    Ok((no, previous, digest))
}

fn digest<T: Serialize>(no: u32, previous: &str, record: &T) -> serde_json::Result<String> {
    let json = serde_json::json!({ "no": no, "previous": previous, "record": record });
    Ok(Digest::sha2_256(&serde_json_canonicalizer::to_vec(&json)?).to_string())
}

/// Reads the text of a file.
pub fn parse<T: Serialize + DeserializeOwned>(text: &str, file: &Path) -> Result<Vec<Line<T>>, ChainedError> {
    let name = || file.display().to_string();
    let mut lines: Vec<Line<T>> = Vec::new();
    for (place, written) in text.lines().enumerate() {
        let number = place.saturating_add(1);
        let malformed = |_| ChainedError::Malformed {
            file: name(),
            line: number,
        };
        let line: Line<T> = serde_json::from_str(written).map_err(malformed)?;
        let followed = next(lines.last(), &line.record).map_err(malformed)?;
        if followed != (line.no, line.previous.clone(), line.digest.clone()) {
            return Err(ChainedError::Broken {
                file: name(),
                line: number,
            });
        }
        lines.push(line);
    }
    Ok(lines)
}

fn options() -> OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

fn content(file: &mut File) -> io::Result<String> {
    let mut text = String::new();
    file.take(FILE_BYTES_MAX).read_to_string(&mut text)?;
    Ok(text)
}

fn failed(file: &Path, error: &io::Error) -> ChainedError {
    ChainedError::File {
        file: file.display().to_string(),
        reason: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(file: &Path) -> Vec<Line<String>> {
        for word in ["one", "two", "three"] {
            append(file, word.to_owned()).unwrap();
        }
        read(file).unwrap()
    }

    #[test]
    fn each_line_follows_from_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new").join("lines.jsonl");
        assert_eq!(read::<String>(&file).unwrap(), []);
        let lines = lines(&file);
        assert_eq!(lines.iter().map(|line| line.no).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(lines[2].previous, lines[1].digest);
        assert_eq!(lines[0].record, "one");
    }

    #[test]
    fn a_line_that_was_changed_or_taken_out_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lines.jsonl");
        lines(&file);
        let sound = fs::read_to_string(&file).unwrap();
        let changed = sound.replace("two", "too");
        let out: Vec<_> = sound.lines().enumerate().filter(|(at, _)| *at != 1).collect();
        let out: String = out.iter().map(|(_, line)| format!("{line}\n")).collect();
        for damaged in [changed, out] {
            let error = parse::<String>(&damaged, &file).unwrap_err();
            assert!(matches!(error, ChainedError::Broken { line: 2, .. }), "{error}");
        }
        let error = parse::<String>("{}\n", &file).unwrap_err();
        assert!(matches!(error, ChainedError::Malformed { line: 1, .. }));
    }

    #[test]
    fn nothing_is_added_to_a_file_that_was_changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lines.jsonl");
        lines(&file);
        let changed = fs::read_to_string(&file).unwrap().replace("one", "won");
        fs::write(&file, &changed).unwrap();
        assert!(append(&file, "four".to_owned()).is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), changed);
    }
}
