//! Files written whole or not at all.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Its owner only: keys, disclosures.
    Private,
    /// Everyone.
    Public,
}

/// What to do when the file is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Fail with [`io::ErrorKind::AlreadyExists`].
    Keep,
    /// Replace it.
    Replace,
}

/// Writes a file under a temporary name, brings it to disk, and gives it its name: a reader sees the whole file or
/// none.
pub fn write(path: &Path, content: &[u8], access: Access, existing: Existing) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // The temporary file is created for its owner only.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    if access == Access::Public {
        make_public(file.as_file())?;
    }
    file.as_file().sync_all()?;
    match existing {
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace => file.persist(path),
    }
    .map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Makes a folder and its parents, readable by their owner only.
pub fn make_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Reads a file of at most `limit` bytes; a longer one is [`io::ErrorKind::InvalidData`].
pub fn read_at_most(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    read_stream_at_most(fs::File::open(path)?, limit)
}

/// Reads a stream of at most `limit` bytes; a longer one is [`io::ErrorKind::InvalidData`].
pub fn read_stream_at_most(stream: impl io::Read, limit: u64) -> io::Result<Vec<u8>> {
    use io::Read;
    let mut content = Vec::new();
    stream.take(limit.saturating_add(1)).read_to_end(&mut content)?;
    if content.len() as u64 > limit {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("longer than {limit} bytes"),
        ));
    }
    Ok(content)
}

#[cfg(unix)]
fn make_public(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_public(_file: &fs::File) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Some file systems refuse to sync a folder; the file itself is safe already.
    fs::File::open(folder)?.sync_all().or(Ok(()))
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_an_existing_file_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write(&path, b"one", Access::Private, Existing::Keep).unwrap();
        let error = write(&path, b"two", Access::Private, Existing::Keep).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write(&path, b"three", Access::Private, Existing::Replace).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"three");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn sets_the_access() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        for (access, mode) in [(Access::Private, 0o600), (Access::Public, 0o644)] {
            let path = folder.path().join(format!("{mode}"));
            write(&path, b"", access, Existing::Keep).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode);
        }
    }

    #[test]
    fn refuses_to_read_more_than_allowed() {
        assert_eq!(read_stream_at_most(&b"abc"[..], 3).unwrap(), b"abc");
        assert_eq!(
            read_stream_at_most(&b"abcd"[..], 3).unwrap_err().kind(),
            io::ErrorKind::InvalidData
        );
    }
}
