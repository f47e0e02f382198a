//! What a reader names as trusted, and where a proof for such a reader begins.

use std::path::PathBuf;

use clap::Args;
use quanji_client::{
    evidence::trust::{hash_text, read_checkpoint, trusted_of_file, TrustFileError},
    language::Language,
};
use quanji_verifier::{Checkpoint, TrustAnchor, H256};
use serde_json::{json, Value};

use super::super::{
    exit::{Exit, Failure},
    output::Report,
};

/// What is believed without proof, in the commands that check a file.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub struct Named {
    /// Genesis hash that you trust [default: QUANJI_GENESIS, then the chains of `quanji trust`]
    #[arg(long, value_name = "HASH")]
    genesis: Option<String>,
    /// Checkpoint file that you trust
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
}

/// Where a proof that is made begins.
#[derive(Debug, Args)]
pub struct Begin {
    /// Begin at this checkpoint and not at genesis: a shorter file, which verifies with the checkpoint only
    #[arg(long, value_name = "FILE")]
    from_checkpoint: Option<PathBuf>,
}

quanji_client::messages! {
    /// What stands in the way of trust.
    enum Message {
        /// The reader trusts nothing yet.
        NothingTrusted =>
            zh "尚未指定信任的链：证明不能为自己作保",
                remedy "请从登记机构或监管部门公布的渠道取得创世哈希，用 --genesis 指定；或用 quanji trust add 名称 创世哈希 记住它，也可设置环境变量 QUANJI_GENESIS";
            en "no chain is trusted yet, and a proof cannot vouch for its own",
                remedy "get the genesis hash from where the authorities publish it and give it with --genesis; or keep it with `quanji trust add NAME HASH` or in QUANJI_GENESIS";
    }
}

impl Named {
    /// Whether something is named.
    pub fn is_given(&self) -> bool {
        self.genesis.is_some() || self.checkpoint.is_some()
    }

    /// Where belief begins for a file that claims to be of a chain: as named, else by environment, else among the known chains.
    pub fn anchor(&self, claimed: Option<H256>) -> Result<TrustAnchor, Failure> {
        if let Some(file) = &self.checkpoint {
            return Ok(TrustAnchor::Checkpoint(read_checkpoint(file)?));
        }
        let trusted = trusted_of_file(self.genesis.as_deref(), claimed)?;
        let trusted = trusted.ok_or_else(|| Failure::new(Exit::Usage, Message::NothingTrusted))?;
        Ok(TrustAnchor::Genesis(trusted.genesis))
    }
}

impl Begin {
    /// The checkpoint, where one is named.
    pub fn checkpoint(&self) -> Result<Option<Checkpoint>, TrustFileError> {
        self.from_checkpoint.as_deref().map(read_checkpoint).transpose()
    }

    /// The option with which a reader verifies what was made.
    pub fn option(&self, genesis: &str) -> String {
        match &self.from_checkpoint {
            Some(file) => format!("--checkpoint {}", file.display()),
            None => format!("--genesis {genesis}"),
        }
    }
}

/// Adds to a report where the proof that was made begins.
pub fn beginning(report: Report, from: Option<&Checkpoint>, language: Language) -> Report {
    let Some(from) = from else {
        return report.fact("from_checkpoint", Value::Null);
    };
    let (block, hash) = (from.number, hash_text(from.hash));
    let report = report.fact("from_checkpoint", json!({ "block": block, "hash": hash }));
    report.row(
        language.pick("证明起点", "begins at"),
        language.pick(
            format!("检查点，区块 {block}；须凭检查点验证，只凭创世哈希不能验证"),
            format!("the checkpoint at block {block}: verifies with that checkpoint, not with the genesis hash alone"),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_at_a_checkpoint_is_verified_with_it() {
        let of = |file: Option<&str>| Begin {
            from_checkpoint: file.map(PathBuf::from),
        };
        assert_eq!(of(None).option("0xab"), "--genesis 0xab");
        assert_eq!(of(Some("c.json")).option("0xab"), "--checkpoint c.json");
        assert!(of(None).checkpoint().unwrap().is_none());
        assert!(of(Some("/nowhere/c.json")).checkpoint().is_err());
    }
}
