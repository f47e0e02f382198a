//! A node of the test: a process of its own with a folder of its own.

use crate::{
    json_rpc::{self, Answer},
    programs::program,
};
use anyhow::{bail, Context, Result};
use serde_json::{json, Value};
use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Longest wait for anything: a machine may be slow, and several nodes start at once.
const PATIENCE: Duration = Duration::from_secs(240);

/// Time between two looks.
const PAUSE: Duration = Duration::from_millis(250);

/// What the node writes once it listens, before its addresses.
const RPC_LINE: &str = "Running JSON-RPC server: addr=";

/// Lines of the log that a failure shows.
const LOG_LINES: usize = 20;

/// Network backend of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Backend {
    /// The default.
    #[default]
    Litep2p,
    /// The older one.
    Libp2p,
}

/// How a node is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// Chain: `dev`, `local`, or the path of a specification.
    pub chain: String,
    /// Development keys of a validator: `alice`, `bob` and so on; `None` for a node that only follows.
    pub keys: Option<String>,
    /// Network backend.
    pub backend: Backend,
    /// Folder of its data; a temporary one when there is none.
    pub base_path: Option<PathBuf>,
    /// Addresses of nodes it connects to first.
    pub bootnodes: Vec<String>,
    /// Further arguments.
    pub arguments: Vec<String>,
}

impl Options {
    /// A development chain with its one validator.
    pub fn development() -> Self {
        Self::validator("dev", "alice")
    }

    /// A validator with development keys.
    pub fn validator(chain: &str, keys: &str) -> Self {
        Self {
            chain: chain.into(),
            keys: Some(keys.into()),
            backend: Backend::default(),
            base_path: None,
            bootnodes: Vec::new(),
            arguments: Vec::new(),
        }
    }

    /// With a network backend.
    pub fn backend(self, backend: Backend) -> Self {
        Self { backend, ..self }
    }

    /// Everything but the folder of data.
    fn arguments(&self) -> Vec<String> {
        let mut arguments: Vec<String> = ["--rpc-port", "0", "--listen-addr", "/ip4/127.0.0.1/tcp/0"]
            .into_iter()
            .chain([
                "--no-mdns",
                "--allow-private-ip",
                "--no-prometheus",
                "--no-telemetry",
            ])
            .chain([
                "--network-backend",
                if self.backend == Backend::Libp2p {
                    "libp2p"
                } else {
                    "litep2p"
                },
            ])
            .map(str::to_owned)
            .collect();
        match self.chain.as_str() {
            "dev" => arguments.push("--dev".into()),
            chain => arguments.extend(["--chain".into(), chain.into()]),
        }
        if let Some(keys) = &self.keys {
            arguments.extend([format!("--{keys}"), "--validator".into()]);
        }
        self.bootnodes
            .iter()
            .for_each(|peer| arguments.extend(["--bootnodes".into(), peer.clone()]));
        arguments.extend(self.arguments.iter().cloned());
        arguments
    }
}

/// A node, which is killed when it is dropped.
#[derive(Debug)]
pub struct Node {
    options: Options,
    folder: TempDir,
    process: Child,
    port: u16,
    starts: u32,
}

impl Node {
    /// Where the command line keeps what it notes of reports that were read.
    pub(crate) fn records(&self) -> PathBuf {
        self.folder.path().join("title-records")
    }

    /// Starts a node and waits until finality advances.
    pub fn start(options: Options) -> Result<Self> {
        let mut node = Self::launch(options)?;
        node.wait_for_answer()?;
        node.wait_for_finality(1)?;
        Ok(node)
    }

    /// Starts a node and does not wait: see [`Node::wait_for_answer`].
    pub fn launch(options: Options) -> Result<Self> {
        let folder = TempDir::new()?;
        make_identity(folder.path())?;
        let process = spawn(&options, folder.path(), 1)?;
        Ok(Self {
            options,
            folder,
            process,
            port: 0,
            starts: 1,
        })
    }

    /// Waits until the node answers calls.
    pub fn wait_for_answer(&mut self) -> Result<()> {
        let log = self.log_path();
        self.port = self.wait_for("the node to listen", |_| Ok(listening_port(&log)))?;
        self.wait_for("the node to answer", |node| {
            Ok(node.rpc("system_health", json!([])).ok())
        })?;
        Ok(())
    }

    /// Waits until the block with this number is final.
    pub fn wait_for_finality(&mut self, number: u32) -> Result<()> {
        let what = format!("block {number} to be final");
        self.wait_for(&what, |node| Ok((node.finalised()? >= number).then_some(())))
    }

    /// Waits until finality has advanced by some blocks from where it is now.
    pub fn wait_for_more_finality(&mut self, blocks: u32) -> Result<()> {
        let number = self.finalised()? + blocks;
        self.wait_for_finality(number)
    }

    /// Waits until `look` finds something; fails when the node ends or the time is up.
    pub fn wait_for<T>(&mut self, what: &str, look: impl Fn(&Self) -> Result<Option<T>>) -> Result<T> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look(self)? {
                return Ok(found);
            }
            if let Some(status) = self.process.try_wait()? {
                bail!(
                    "waited for {what}, but the node ended: {status}\n{}",
                    self.log_tail()
                );
            }
            if Instant::now() > end {
                bail!(
                    "waited {} seconds for {what} in vain\n{}",
                    PATIENCE.as_secs(),
                    self.log_tail()
                );
            }
            thread::sleep(PAUSE);
        }
    }

    /// Waits until the process ends by itself.
    pub fn wait_for_end(&mut self) -> Result<ExitStatus> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.process.try_wait()? {
                return Ok(status);
            }
            thread::sleep(PAUSE);
        }
        bail!(
            "the node went on for {} seconds\n{}",
            PATIENCE.as_secs(),
            self.log_tail()
        )
    }

    /// Ends the process at once (SIGKILL), as a power cut would.
    pub fn kill(&mut self) -> Result<()> {
        self.process.kill()?;
        self.process.wait()?;
        Ok(())
    }

    /// Starts a killed node again on its data, and waits until it answers.
    pub fn restart(&mut self) -> Result<()> {
        self.kill()?;
        self.starts += 1;
        self.process = spawn(&self.options, self.folder.path(), self.starts)?;
        self.wait_for_answer()
    }

    /// RPC port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Address for clients.
    pub fn url(&self) -> String {
        format!("ws://127.0.0.1:{}", self.port)
    }

    /// Calls an RPC method; a refusal is an [`crate::RpcError`].
    pub fn rpc(&self, method: &str, params: Value) -> Result<Value> {
        json_rpc::call(self.port, method, &params)
    }

    /// Posts any bytes to the RPC server.
    pub fn post(&self, body: &[u8]) -> Result<Answer> {
        json_rpc::post(self.port, body)
    }

    /// Number of the last final block.
    pub fn finalised(&self) -> Result<u32> {
        let hash = self.rpc("chain_getFinalizedHead", json!([]))?;
        self.number_of(json!([hash]))
    }

    /// Number of the best block.
    pub fn best(&self) -> Result<u32> {
        self.number_of(json!([]))
    }

    fn number_of(&self, block: Value) -> Result<u32> {
        let header = self.rpc("chain_getHeader", block)?;
        let number = header["number"]
            .as_str()
            .and_then(|number| number.strip_prefix("0x"));
        Ok(u32::from_str_radix(number.context("a header has a number")?, 16)?)
    }

    /// Hash of the block with a number; 0 gives the genesis.
    pub fn block_hash(&self, number: u32) -> Result<Value> {
        self.rpc("chain_getBlockHash", json!([number]))
    }

    /// Addresses, with its identity, at which other nodes reach it.
    pub fn addresses(&self) -> Result<Vec<String>> {
        let addresses = self.rpc("system_localListenAddresses", json!([]))?;
        Ok(serde_json::from_value(addresses)?)
    }

    /// Everything the node has written since it was last started.
    pub fn log(&self) -> String {
        fs::read_to_string(self.log_path()).unwrap_or_default()
    }

    fn log_path(&self) -> PathBuf {
        log_path(self.folder.path(), self.starts)
    }

    fn log_tail(&self) -> String {
        let log = self.log();
        let lines: Vec<_> = log.lines().collect();
        lines[lines.len().saturating_sub(LOG_LINES)..].join("\n")
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // Nothing can be done about a process that is gone already.
        let _ = self.kill();
    }
}

fn log_path(folder: &Path, start: u32) -> PathBuf {
    folder.join(format!("log-{start}"))
}

fn identity_path(folder: &Path) -> PathBuf {
    folder.join("node-key")
}

/// Gives the node a network key of its own, without which a validator does not start.
fn make_identity(folder: &Path) -> Result<()> {
    let mut key = [0; 32];
    File::open("/dev/urandom")?.read_exact(&mut key)?;
    let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(fs::write(identity_path(folder), key)?)
}

fn spawn(options: &Options, folder: &Path, start: u32) -> Result<Child> {
    let log = File::create(log_path(folder, start))?;
    let data = options.base_path.clone().unwrap_or_else(|| folder.join("data"));
    Command::new(program("quanji-node")?)
        .args(options.arguments())
        .arg("--node-key-file")
        .arg(identity_path(folder))
        .arg("--base-path")
        .arg(data)
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()
        .context("quanji-node cannot be started")
}

/// The port that the log names: chosen by the system, so that tests running side by side never meet.
fn listening_port(log: &Path) -> Option<u16> {
    let log = fs::read_to_string(log).ok()?;
    let (_, addresses) = log.split_once(RPC_LINE)?;
    let (addresses, _) = addresses.split_once('\n')?;
    addresses
        .split(',')
        .find_map(|address| address.strip_prefix("127.0.0.1:")?.trim().parse().ok())
}
