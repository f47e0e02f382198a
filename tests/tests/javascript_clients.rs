//! Unmodified JavaScript clients sign for the chain, as a wallet or a web page would.

use anyhow::{bail, ensure, Context, Result};
use quanji_tests::{program, source_folder, target_folder, Node, Options};
use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
};

/// What makes the clients' packages what they are.
const PACKAGES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

const SCRIPTS: [&str; 6] = [
    "register.mjs",
    "polkadot-js.mjs",
    "polkadot-api.mjs",
    "credential.mjs",
    "chromium.mjs",
    "verify-page.mjs",
];

/// Kept evidence packages, each with the genesis hash of its chain beside it.
const VECTORS: &str = "../verifier/tests/vectors";

const PASSWORD: &str = "a long password";

#[test]
fn polkadot_js_and_polkadot_api_sign() -> Result<()> {
    let clients = clients()?;
    let node = Node::start(Options::development())?;
    let folder = tempfile::tempdir()?;
    let key_file = folder.path().join("key.json");
    run(Command::new(program("quanji")?)
        .args(["keys", "new", "--out"])
        .arg(&key_file)
        .env("QUANJI_PASSWORD", PASSWORD))?;
    for script in ["polkadot-js.mjs", "polkadot-api.mjs"] {
        let mut command = Command::new("node");
        command
            .arg(clients.join(script))
            .env("PORT", node.port().to_string());
        run(command.env("KEY_FILE", &key_file).env("PASSWORD", PASSWORD))?;
    }
    Ok(())
}

#[test]
fn an_independent_library_verifies_the_credentials_and_refuses_forged_ones() -> Result<()> {
    let mut command = Command::new("node");
    command.arg(clients()?.join("credential.mjs"));
    for (package, _) in vectors()? {
        command.arg(package);
    }
    run(&mut command)
}

/// Needs a Chromium: the one that QUANJI_CHROMIUM names or that is installed. `scripts/test browser` sees to it.
#[test]
fn the_page_verifies_in_a_browser_without_network() -> Result<()> {
    let Some(browser) = chromium() else {
        return Ok(());
    };
    let (clients, folder) = (clients()?, tempfile::tempdir()?);
    for (package, genesis) in vectors()? {
        let page = print_page(folder.path(), &["--genesis", &genesis])?;
        run(Command::new("node")
            .arg(clients.join("verify-page.mjs"))
            .env("CHROMIUM", &browser)
            .env("PAGE", page)
            .env("PACKAGE", package)
            .env("GENESIS", genesis))?;
    }
    Ok(())
}

/// Needs a Chromium too. The packages are made anew from the rehearsed chain of the verifier's tests.
#[test]
fn the_page_tells_every_state_of_the_register_as_the_verifier_does() -> Result<()> {
    let Some(browser) = chromium() else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let states = folder.path().join("states");
    run(Command::new(program("examples/rehearse")?)
        .arg("--states")
        .arg(&states))?;
    run(Command::new("node")
        .arg(clients()?.join("verify-page.mjs"))
        .env("CHROMIUM", browser)
        .env("PAGE", print_page(folder.path(), &[])?)
        .env("STATES", states))
}

/// Writes the page of `quanji verify-page` into a folder.
fn print_page(folder: &Path, arguments: &[&str]) -> Result<PathBuf> {
    let printed = Command::new(program("quanji")?)
        .arg("verify-page")
        .args(arguments)
        .output()?;
    ensure!(
        printed.status.success(),
        "no page: {}",
        String::from_utf8_lossy(&printed.stderr)
    );
    let page = folder.join("verify.html");
    fs::write(&page, printed.stdout)?;
    Ok(page)
}

/// The browser to try the page in. Where there is none it says so: nothing is checked.
fn chromium() -> Option<String> {
    let named = std::env::var("QUANJI_CHROMIUM").ok();
    let installed = ["chromium", "chromium-browser", "google-chrome"].map(String::from);
    let found = named.into_iter().chain(installed).find(|name| {
        let version = Command::new(name).arg("--version").output();
        version.is_ok_and(|ran| ran.status.success())
    });
    if found.is_none() {
        println!("not checked: there is no Chromium; `scripts/test browser` installs one");
    }
    found
}

/// The kept packages, with the genesis hash that their readers trust.
fn vectors() -> Result<Vec<(PathBuf, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(VECTORS);
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("no vectors in {}", folder.display()))? {
        let path = entry?.path();
        let name = path.display().to_string();
        let Some(stem) = name.strip_suffix(".expected.json") else {
            continue;
        };
        let expected: serde_json::Value = serde_json::from_str(&read(&path)?)?;
        let genesis = expected["genesis"]
            .as_str()
            .context("no genesis hash")?
            .to_owned();
        found.push((format!("{stem}.json").into(), genesis));
    }
    ensure!(!found.is_empty(), "no vectors in {}", folder.display());
    found.sort();
    Ok(found)
}

/// The folder of the clients. The first test that asks installs them, the others wait: no script changes while it runs.
fn clients() -> Result<PathBuf> {
    static INSTALLED: Mutex<Option<PathBuf>> = Mutex::new(None);
    let mut installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(folder) = &*installed {
        return Ok(folder.clone());
    }
    Ok(installed.insert(install()?).clone())
}

/// Installs the clients as the lock file names them, outside the source tree, unless they are there already.
fn install() -> Result<PathBuf> {
    let (sources, folder) = (source_folder("clients"), target_folder("clients")?);
    let stamp = folder.join("installed");
    let wanted = PACKAGES
        .iter()
        .map(|name| read(&sources.join(name)))
        .collect::<Result<Vec<_>>>()?
        .join("\n");
    SCRIPTS
        .iter()
        .try_for_each(|name| copy(&sources, &folder, name))?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    PACKAGES
        .iter()
        .try_for_each(|name| copy(&sources, &folder, name))?;
    // Packages have no business to run programs while they are installed.
    run(Command::new("npm")
        .args(["ci", "--ignore-scripts"])
        .current_dir(&folder))?;
    fs::write(stamp, wanted)?;
    Ok(folder)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn copy(from: &Path, to: &Path, name: &str) -> Result<()> {
    fs::copy(from.join(name), to.join(name))
        .with_context(|| format!("cannot copy {name} to {}", to.display()))?;
    Ok(())
}

/// Runs a command to its end and shows what it printed.
fn run(command: &mut Command) -> Result<()> {
    let ran = match command.stdin(Stdio::null()).output() {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "there is no {}: install Node.js 18 or newer with npm (on Debian: apt-get install nodejs npm), or run \
             scripts/setup",
            command.get_program().display()
        ),
        ran => ran?,
    };
    let printed = [ran.stdout, ran.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    println!("{printed}");
    ensure!(
        ran.status.success(),
        "{command:?} failed: {}\n{printed}",
        ran.status
    );
    Ok(())
}
