//! The metadata that the client is compiled against is the one of this runtime.

use quanji_runtime::Runtime;
use std::{env, fs, path::PathBuf};

/// The version that describes view functions.
const METADATA_VERSION: u32 = 16;

#[test]
fn the_committed_metadata_is_current() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../client/metadata/quanji.scale");
    let opaque = Runtime::metadata_at_version(METADATA_VERSION).expect("the runtime describes itself");
    let current: Vec<u8> = (*opaque).clone();
    if env::var_os("QUANJI_WRITE_METADATA").is_some() {
        fs::write(&path, &current).expect("the client's folder can be written");
    }
    let committed = fs::read(&path).unwrap_or_default();
    assert!(
        committed == current,
        "client/metadata/quanji.scale is out of date: run scripts/metadata and commit it"
    );
}
