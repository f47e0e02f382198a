//! `quanji verify`: verifies an evidence package without a node and without a network.

use std::path::PathBuf;

use clap::Args;
use quanji_client::evidence::{not_proven::NotProven, trust};
use quanji_primitives::clock::{Day, Moment, DAY_MILLIS};
use quanji_verifier::{
    package::PACKAGE_BYTES_MAX, timestamp, verify_package, EvidencePackage, Request, TrustAnchor, H256,
};

use super::{
    context::Context,
    evidence::reader_time,
    exit::{Exit, Failure},
    opening,
    verdict::{self, Trusted},
    CommandResult,
};

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The evidence package; - is standard input
    file: PathBuf,
    /// Genesis hash that you trust [default: QUANJI_GENESIS, then the chains of `quanji trust`]
    #[arg(long, value_name = "HASH", conflicts_with_all = ["checkpoint", "chain_file"])]
    genesis: Option<String>,
    /// Checkpoint file that you trust
    #[arg(long, value_name = "FILE", conflicts_with = "chain_file")]
    checkpoint: Option<PathBuf>,
    /// Raw chain specification that you trust
    #[arg(long, value_name = "FILE")]
    chain_file: Option<PathBuf>,
    /// Judge at this time, in China: 2026-11-09 (its end) or 2026-11-09T09:30 [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// The proof may be at most this old; what happened after it is unknown
    #[arg(long, value_name = "DAYS")]
    max_age: Option<u64>,
    /// The opening of a holder's commitment, any number of times: proves who that natural person is
    #[arg(long, value_name = "FILE")]
    opening: Vec<PathBuf>,
}

quanji_client::messages! {
    /// What stands in the way of a judgement.
    enum Message {
        /// The reader trusts nothing yet.
        NothingTrusted =>
            zh "尚未指定信任的链：证据包不能为自己作保",
                remedy "请从登记机构或监管部门公布的渠道取得创世哈希，用 --genesis 指定；或用 quanji trust add 名称 创世哈希 记住它，也可设置环境变量 QUANJI_GENESIS";
            en "no chain is trusted yet, and a package cannot vouch for its own",
                remedy "get the genesis hash from where the authorities publish it and give it with --genesis; or keep it with `quanji trust add NAME HASH` or in QUANJI_GENESIS";
        /// Not a time.
        BadTime { text: String } =>
            zh "“{text}”不是时间", remedy "写成 2026-11-09 或 2026-11-09T09:30，按北京时间";
            en "{text} is not a time", remedy "write 2026-11-09 or 2026-11-09T09:30, in China Standard Time";
        /// The package is not text.
        NotText =>
            zh "该文件不是文本，不是证据包", remedy "请向出具人重新索取证据包文件（JSON）";
            en "the file is not text and so no evidence package", remedy "get the package, a JSON file, again from whoever issued it";
    }
}

/// Verifies a package.
pub fn run(context: &Context, arguments: Arguments) -> CommandResult {
    let at = arguments.at.as_deref().map(moment_of).transpose()?;
    let openings = opening::read(context, &arguments.opening)?;
    let content = context.read(&arguments.file, PACKAGE_BYTES_MAX)?;
    let text = String::from_utf8(content).map_err(|_| Failure::new(Exit::InputInvalid, Message::NotText))?;
    let package = EvidencePackage::from_json(&text).map_err(|reason| NotProven(reason.into()))?;
    let trusted = trusted(&arguments, &package)?;
    let request = Request {
        trust: trusted.anchor.clone(),
        now: reader_time(),
        at,
        max_age_millis: arguments.max_age.map(|days| days.saturating_mul(DAY_MILLIS)),
    };
    let verdict = verify_package(&package, &request).map_err(NotProven)?;
    let opened = opening::of_holders(openings, &verdict.title)?;
    verdict::report(context.language, &verdict, &trusted, &opened)
}

/// A date alone means its last moment: the day counts whole.
fn moment_of(text: &str) -> Result<Moment, Failure> {
    let bad = || {
        Failure::new(
            Exit::InputInvalid,
            Message::BadTime {
                text: text.chars().take(40).collect(),
            },
        )
    };
    if let Ok(day) = text.parse::<Day>() {
        return Ok(Moment(day.end().0.saturating_sub(1)));
    }
    let local = text.strip_suffix("+08:00").unwrap_or(text).replace(' ', "T");
    let full = match local.len() {
        16 => format!("{local}:00.000+08:00"),
        19 => format!("{local}.000+08:00"),
        _ => format!("{local}+08:00"),
    };
    timestamp::parse(&full).ok_or_else(bad)
}

/// What the reader trusts: what the options say, else the environment, else the chains kept by `quanji trust`.
fn trusted(arguments: &Arguments, package: &EvidencePackage) -> Result<Trusted, Failure> {
    let genesis = |hash: H256, name: Option<String>| Trusted {
        anchor: TrustAnchor::Genesis(hash),
        name,
    };
    if let Some(file) = &arguments.checkpoint {
        return Ok(Trusted {
            anchor: TrustAnchor::Checkpoint(trust::read_checkpoint(file)?),
            name: None,
        });
    }
    if let Some(file) = &arguments.chain_file {
        return Ok(genesis(trust::genesis_of_chain_file(file)?, None));
    }
    let chain = trust::trusted_of_file(arguments.genesis.as_deref(), trust::claimed_by(&package.proof))?;
    let chain = chain.ok_or_else(|| Failure::new(Exit::Usage, Message::NothingTrusted))?;
    Ok(genesis(chain.genesis, chain.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_china_and_a_date_counts_whole() {
        let read = |text| moment_of(text).map(timestamp::text).ok();
        for (text, full) in [
            ("2026-11-09", "2026-11-09T23:59:59.999+08:00"),
            ("2026-11-09T09:30", "2026-11-09T09:30:00.000+08:00"),
            ("2026-11-09 09:30:05", "2026-11-09T09:30:05.000+08:00"),
            ("2026-11-09T09:30:05+08:00", "2026-11-09T09:30:05.000+08:00"),
            ("2026-11-09T09:30:05.123+08:00", "2026-11-09T09:30:05.123+08:00"),
        ] {
            assert_eq!(read(text).as_deref(), Some(full), "{text}");
        }
        for bad in [
            "",
            "today",
            "2026-13-01",
            "2026-11-09T25:00",
            "2026-11-09T09:30Z",
            "９026-11-09",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
