//! What a reader trusts: chains known by their genesis hash, and checkpoints. A package never names its own trust.

use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
};

use quanji_primitives::storage_keys;
pub use quanji_verifier::report::hash_text;
use quanji_verifier::{
    checkpoint, errors::Part, finality::AuthoritySet, header::Header, package::Proof, Block, Checkpoint, H256,
};
use serde::Deserialize;
use sp_core::Blake2Hasher;
use sp_trie::{LayoutV1, TrieConfiguration};

use super::{node::Node, EvidenceError};
use crate::{
    files::{self, Access, Existing},
    keys,
};

/// The environment variable that names a trusted genesis hash.
pub const GENESIS_VARIABLE: &str = "QUANJI_GENESIS";

/// Files of trust are small.
const FILE_BYTES_MAX: u64 = 1024 * 1024;
/// A chain specification holds the runtime's code, once or twice.
const SPEC_BYTES_MAX: u64 = 64 * 1024 * 1024;

crate::messages! {
    /// What is wrong with what a reader trusts.
    pub enum TrustFileError {
        /// Not a hash.
        NotAHash { text: String } =>
            zh "“{text}”不是创世哈希", remedy "创世哈希是 64 位十六进制数，可带 0x；请从登记机构或监管部门公布的渠道取得";
            en "{text} is no genesis hash", remedy "it has 64 hexadecimal digits, with or without 0x; get it from where the authorities publish it";
        /// A name that cannot be used.
        BadName { name: String } =>
            zh "“{name}”不能用作链的名称", remedy "请用 1 至 40 个字母、数字、连字符或点";
            en "{name} cannot name a chain", remedy "use 1 to 40 letters, digits, hyphens or dots";
        /// The name means another chain already.
        NameTaken { name: String, hash: String } =>
            zh "名称 {name} 已指向 {hash}", remedy "请换一个名称，或先用 quanji trust remove {name} 移除";
            en "{name} already means {hash}", remedy "take another name, or remove it first with `quanji trust remove {name}`";
        /// No chain of that name.
        NoSuchName { name: String } =>
            zh "没有名为 {name} 的链", remedy "quanji trust list 列出已知的链";
            en "no chain is called {name}", remedy "`quanji trust list` shows the known chains";
        /// The file cannot be read or written.
        File { file: String, reason: String } =>
            zh "无法读写 {file}：{reason}", remedy "请检查路径与权限";
            en "cannot read or write {file}: {reason}", remedy "check the path and the permissions";
        /// The file is not what it should be.
        Malformed { file: String, reason: String } =>
            zh "{file} 的内容无效：{reason}", remedy "请重新取得该文件";
            en "{file} is not valid: {reason}", remedy "get the file again";
        /// A chain specification that names a runtime instead of a state.
        NotRaw { file: String } =>
            zh "{file} 不是原始（raw）格式的链规格", remedy "请用 quanji-node export-chain-spec --raw 生成原始格式";
            en "{file} is not a raw chain specification", remedy "make a raw one with `quanji-node export-chain-spec --raw`";
        /// There is no place for the file.
        NoFolder =>
            zh "无法确定配置文件夹", remedy "请设置环境变量 XDG_CONFIG_HOME 或 HOME，或直接用 --genesis 指定";
            en "cannot tell where the configuration folder is", remedy "set the environment variable XDG_CONFIG_HOME or HOME, or give the hash with --genesis";
    }
}

/// Reads a genesis hash.
pub fn parse_hash(text: &str) -> Result<H256, TrustFileError> {
    checkpoint::parse_hash(text).ok_or_else(|| TrustFileError::NotAHash {
        text: text.chars().take(80).collect(),
    })
}

/// Chains that the reader trusts, by name: the file `chains.json` in the configuration folder.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct KnownChains {
    chains: BTreeMap<String, H256>,
}

impl KnownChains {
    /// Where the file is, beside the key folder.
    pub fn default_file() -> Result<PathBuf, TrustFileError> {
        let folder = keys::default_folder().map_err(|_| TrustFileError::NoFolder)?;
        Ok(folder.with_file_name("chains.json"))
    }

    /// Reads the file; a file that is not there names no chain.
    pub fn read(file: &Path) -> Result<Self, TrustFileError> {
        if !file.exists() {
            return Ok(Self::default());
        }
        let named: BTreeMap<String, String> = read_json(file, FILE_BYTES_MAX)?;
        let chains = named
            .into_iter()
            .map(|(name, hash)| Ok((name, parse_hash(&hash)?)))
            .collect::<Result<_, _>>()?;
        Ok(Self { chains })
    }

    /// Writes the file.
    pub fn write(&self, file: &Path) -> Result<(), TrustFileError> {
        let failed = |error: std::io::Error| TrustFileError::File {
            file: file.display().to_string(),
            reason: error.to_string(),
        };
        let named: BTreeMap<_, _> = self.iter().map(|(name, hash)| (name, hash_text(hash))).collect();
        let text = serde_json::to_string_pretty(&named).map_err(|error| failed(error.into()))?;
        if let Some(folder) = file.parent() {
            files::make_private_folder(folder).map_err(failed)?;
        }
        files::write(
            file,
            format!("{text}\n").as_bytes(),
            Access::Private,
            Existing::Replace,
        )
        .map_err(failed)
    }

    /// Adds a chain. A name never changes its meaning silently.
    pub fn add(&mut self, name: &str, hash: H256) -> Result<(), TrustFileError> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        if name.is_empty() || name.len() > 40 || !name.chars().all(plain) {
            return Err(TrustFileError::BadName {
                name: name.chars().take(60).collect(),
            });
        }
        match self.chains.get(name) {
            Some(there) if *there != hash => Err(TrustFileError::NameTaken {
                name: name.into(),
                hash: hash_text(*there),
            }),
            _ => {
                self.chains.insert(name.into(), hash);
                Ok(())
            }
        }
    }

    /// Removes a chain.
    pub fn remove(&mut self, name: &str) -> Result<H256, TrustFileError> {
        self.chains
            .remove(name)
            .ok_or_else(|| TrustFileError::NoSuchName { name: name.into() })
    }

    /// The chains, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, H256)> {
        self.chains.iter().map(|(name, hash)| (name.as_str(), *hash))
    }

    /// The name of a chain.
    pub fn name_of(&self, hash: H256) -> Option<&str> {
        self.iter()
            .find_map(|(name, known)| (known == hash).then_some(name))
    }

    /// The chains of this reader; none where there is no place for the file.
    pub fn of_reader() -> Result<Self, TrustFileError> {
        match Self::default_file() {
            Ok(file) => Self::read(&file),
            Err(TrustFileError::NoFolder) => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    /// The chain that is claimed, where it is known.
    fn claimed(&self, claimed: Option<H256>) -> Option<TrustedChain> {
        let mut known = self.iter();
        known
            .find(|(_, hash)| Some(*hash) == claimed)
            .map(TrustedChain::known)
    }
}

/// A chain that the reader trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedChain {
    /// The hash of its genesis block.
    pub genesis: H256,
    /// Its name, where it is one of the known chains that was taken.
    pub name: Option<String>,
}

impl TrustedChain {
    fn known((name, genesis): (&str, H256)) -> Self {
        Self {
            genesis,
            name: Some(name.to_owned()),
        }
    }
}

/// The chain that the reader trusts: as named; else that of `QUANJI_GENESIS`; else the one that a node or file claims to be
/// of, if it is among the chains of `quanji trust`. A claim chooses among them, never beyond them.
pub fn trusted(named: Option<&str>, claimed: Option<H256>) -> Result<Option<TrustedChain>, TrustFileError> {
    let named = named
        .map(str::to_owned)
        .or_else(|| env::var(GENESIS_VARIABLE).ok());
    match named {
        Some(text) => Ok(Some(TrustedChain {
            genesis: parse_hash(&text)?,
            name: None,
        })),
        None => Ok(KnownChains::of_reader()?.claimed(claimed)),
    }
}

/// The same for a file that is refused where it is of no trusted chain. Of several known chains that it is not of, it is held
/// against the first, so that the verifier says what is wrong.
pub fn trusted_of_file(
    named: Option<&str>,
    claimed: Option<H256>,
) -> Result<Option<TrustedChain>, TrustFileError> {
    match trusted(named, claimed)? {
        None => Ok(KnownChains::of_reader()?.iter().next().map(TrustedChain::known)),
        found => Ok(found),
    }
}

/// The hash of the genesis header in a proof: a claim.
pub fn claimed_by(proof: &Proof) -> Option<H256> {
    let genesis = proof.genesis.as_ref()?;
    let block = Block::read(&genesis.header.0, Part::GenesisHeader).ok()?;
    Some(block.hash())
}

/// The same in the text of a package, or of another document with a proof.
pub fn claimed(text: &str) -> Option<H256> {
    #[derive(Deserialize)]
    struct Document {
        proof: Proof,
    }
    let document: Document = serde_json::from_str(text).ok()?;
    claimed_by(&document.proof)
}

/// Reads a checkpoint file.
pub fn read_checkpoint(file: &Path) -> Result<Checkpoint, TrustFileError> {
    let malformed = |reason: String| TrustFileError::Malformed {
        file: file.display().to_string(),
        reason,
    };
    let text =
        String::from_utf8(read(file, FILE_BYTES_MAX)?).map_err(|error| malformed(error.to_string()))?;
    Checkpoint::from_json(&text).map_err(|error| malformed(error.to_string()))
}

/// The last finalised block of a node that the reader trusts, as a checkpoint.
pub async fn checkpoint_of(node: &Node) -> Result<Checkpoint, EvidenceError> {
    checkpoint_at(node, node.finalised_head().await?).await
}

/// A block of a node that the reader trusts, as a checkpoint.
pub async fn checkpoint_at(node: &Node, hash: H256) -> Result<Checkpoint, EvidenceError> {
    let header = node.header(hash).await?;
    let authorities = node
        .value(&storage_keys::grandpa_authorities(), Some(hash))
        .await?;
    let set_id = node.value(&storage_keys::grandpa_set_id(), Some(hash)).await?;
    Ok(Checkpoint {
        genesis: node.genesis().await?,
        number: header.number,
        hash,
        set: AuthoritySet {
            set_id: set_id.unwrap_or_default(),
            authorities: authorities.unwrap_or_default(),
        },
    })
}

#[derive(Deserialize)]
struct ChainSpec {
    genesis: GenesisOfSpec,
}

#[derive(Deserialize)]
struct GenesisOfSpec {
    raw: Option<RawGenesis>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawGenesis {
    top: BTreeMap<String, String>,
    #[serde(default)]
    children_default: BTreeMap<String, serde_json::Value>,
}

/// The genesis hash of a raw chain specification: its state decides it, and it alone.
pub fn genesis_of_chain_file(file: &Path) -> Result<H256, TrustFileError> {
    let malformed = |reason: &str| TrustFileError::Malformed {
        file: file.display().to_string(),
        reason: reason.into(),
    };
    let spec: ChainSpec = read_json(file, SPEC_BYTES_MAX)?;
    let raw = spec.genesis.raw.ok_or_else(|| TrustFileError::NotRaw {
        file: file.display().to_string(),
    })?;
    if !raw.children_default.is_empty() {
        return Err(malformed("it has child tries, which this chain never has"));
    }
    let bytes = |text: &str| {
        text.strip_prefix("0x")
            .and_then(|digits| hex::decode(digits).ok())
    };
    let state = raw
        .top
        .iter()
        .map(|(key, value)| Some((bytes(key)?, bytes(value)?)))
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| malformed("a key or value is not hexadecimal"))?;
    let nothing: [(Vec<u8>, Vec<u8>); 0] = [];
    let header = Header {
        parent_hash: H256::zero(),
        number: 0,
        state_root: LayoutV1::<Blake2Hasher>::trie_root(state),
        extrinsics_root: sp_trie::LayoutV0::<Blake2Hasher>::trie_root(nothing),
        digest: Vec::new(),
    };
    Ok(header.hash())
}

fn read_json<T: for<'de> Deserialize<'de>>(file: &Path, limit: u64) -> Result<T, TrustFileError> {
    serde_json::from_slice(&read(file, limit)?).map_err(|error| TrustFileError::Malformed {
        file: file.display().to_string(),
        reason: error.to_string(),
    })
}

fn read(file: &Path, limit: u64) -> Result<Vec<u8>, TrustFileError> {
    files::read_at_most(file, limit).map_err(|error| TrustFileError::File {
        file: file.display().to_string(),
        reason: error.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_verifier::finality::Voter;

    #[test]
    fn a_name_keeps_its_meaning() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("quanji/chains.json");
        let mut chains = KnownChains::read(&file).unwrap();
        chains.add("guangdong", H256([1; 32])).unwrap();
        chains.add("guangdong", H256([1; 32])).unwrap();
        let taken = chains.add("guangdong", H256([2; 32])).unwrap_err();
        assert!(matches!(taken, TrustFileError::NameTaken { .. }));
        for name in ["", "a b", "../x", "广东"] {
            assert!(chains.add(name, H256([3; 32])).is_err(), "{name}");
        }
        chains.write(&file).unwrap();
        let mut again = KnownChains::read(&file).unwrap();
        assert_eq!(again, chains);
        assert_eq!(again.name_of(H256([1; 32])), Some("guangdong"));
        assert_eq!(again.remove("guangdong"), Ok(H256([1; 32])));
        assert!(again.remove("guangdong").is_err());
    }

    #[test]
    fn a_checkpoint_reads_back() {
        let checkpoint = Checkpoint {
            genesis: H256([1; 32]),
            number: 40,
            hash: H256([2; 32]),
            set: AuthoritySet {
                set_id: 3,
                authorities: vec![(Voter([4; 32]), 1)],
            },
        };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("checkpoint.json");
        std::fs::write(&file, checkpoint.to_json()).unwrap();
        assert_eq!(read_checkpoint(&file), Ok(checkpoint));
        for bad in ["", "{}", "[]", "{\"format\":\"quanji-checkpoint/2\"}"] {
            std::fs::write(&file, bad).unwrap();
            assert!(read_checkpoint(&file).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_claim_chooses_among_the_known_chains_and_never_beyond_them() {
        let mut known = KnownChains::default();
        known.add("one", H256([1; 32])).unwrap();
        known.add("two", H256([2; 32])).unwrap();
        let two = known.claimed(Some(H256([2; 32]))).unwrap();
        assert_eq!((two.genesis, two.name.as_deref()), (H256([2; 32]), Some("two")));
        for other in [None, Some(H256([3; 32]))] {
            assert_eq!(known.claimed(other), None);
        }
        for garbage in ["", "{}", "[]", r#"{"proof":{}}"#] {
            assert_eq!(claimed(garbage), None, "{garbage}");
        }
    }

    #[test]
    fn hashes_are_read_with_and_without_prefix() {
        let digits = "ab".repeat(32);
        assert_eq!(parse_hash(&digits), Ok(H256([0xab; 32])));
        assert_eq!(parse_hash(&format!("0x{digits}")), Ok(H256([0xab; 32])));
        for bad in ["", "0x", "0xzz", &digits[2..]] {
            assert!(parse_hash(bad).is_err(), "{bad}");
        }
    }
}
