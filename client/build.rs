//! Compiles the verifier to WebAssembly, for the page that `quanji verify-page` writes.
//!
//! As the runtime's build does: with `WASM_BUILD_TOOLCHAIN` where it is set, for `wasm32v1-none`, in a target folder of its
//! own (`wbuild`), without what surrounds this build (wrappers, flags). With `SKIP_WASM_BUILD` set nothing is compiled, and
//! `quanji verify-page` says so.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const TARGET: &str = "wasm32v1-none";
const PROFILE: &str = "page";

/// What the verifier is made of, from the root of the workspace.
const SOURCES: [&str; 6] = [
    "Cargo.lock",
    "Cargo.toml",
    "primitives/Cargo.toml",
    "primitives/src",
    "verifier/Cargo.toml",
    "verifier/src",
];

/// What this build was started with and must not reach into the other one.
const FOREIGN: [&str; 8] = [
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_TARGET_DIR",
    "RUSTC",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTDOC",
    "RUSTFLAGS",
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("..");
    for variable in ["SKIP_WASM_BUILD", "WASM_BUILD_TOOLCHAIN"] {
        println!("cargo:rerun-if-env-changed={variable}");
    }
    for source in SOURCES
        .iter()
        .chain(&["verifier/wasm/Cargo.toml", "verifier/wasm/src"])
    {
        println!("cargo:rerun-if-changed={}", root.join(source).display());
    }
    let wasm = out.join("verifier.wasm");
    if env::var_os("SKIP_WASM_BUILD").is_some() {
        fs::write(wasm, [])?;
        return Ok(());
    }
    fs::copy(compiled(&root, &out)?, wasm)?;
    Ok(())
}

/// Compiles the verifier; gives the file.
fn compiled(root: &Path, out: &Path) -> Result<PathBuf, Box<dyn Error>> {
    // OUT_DIR is FOLDER/build/PACKAGE-HASH/out.
    let folder = out
        .ancestors()
        .nth(3)
        .ok_or("OUT_DIR is not where cargo puts it")?;
    let target = folder.join("wbuild/quanji-verifier-wasm");
    let mut cargo = match env::var("WASM_BUILD_TOOLCHAIN") {
        Ok(toolchain) if !toolchain.is_empty() => {
            let mut rustup = Command::new("rustup");
            rustup.args(["run", &toolchain, "cargo"]);
            rustup
        }
        _ => Command::new(env::var("CARGO")?),
    };
    cargo
        .args(["build", "--locked", "--package", "quanji-verifier-wasm"])
        .args(["--profile", PROFILE, "--target", TARGET])
        .arg("--target-dir")
        .arg(&target)
        .current_dir(root);
    if env::var("CARGO_NET_OFFLINE").is_ok_and(|offline| offline == "true") {
        cargo.arg("--offline");
    }
    let is_linker = |name: &str| name.starts_with("CARGO_TARGET_") && name.ends_with("_LINKER");
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        if FOREIGN.contains(&name.as_ref()) || is_linker(&name) || name.starts_with("CARGO_FEATURE_") {
            cargo.env_remove(name.as_ref());
        }
    }
    let status = cargo.status()?;
    if !status.success() {
        return Err(format!(
            "the verifier does not compile for {TARGET} ({status}): is the target there? scripts/setup adds it. \
             With SKIP_WASM_BUILD=1 the client is built without the page of `quanji verify-page`"
        )
        .into());
    }
    Ok(target
        .join(TARGET)
        .join(PROFILE)
        .join("quanji_verifier_wasm.wasm"))
}
