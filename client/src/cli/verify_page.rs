//! `quanji verify-page`: the verifier as one HTML file, for readers who have nothing but a browser.

use std::path::{Path, PathBuf};

use base64::{engine::general_purpose::STANDARD, Engine};
use clap::Args;
use quanji_client::evidence::trust::{self, TrustFileError};
use quanji_verifier::TrustAnchor;
use sha2::{Digest, Sha256};

use super::{
    context::Context,
    exit::{Exit, Failure},
    output::Report,
    CommandResult,
};

/// The verifier for browsers; empty where this program was built without it.
const WASM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/verifier.wasm"));

const PAGE: &str = include_str!("../page/page.html");
const STYLE: &str = include_str!("../page/page.css");
const WRAPPER: &str = include_str!("../../../verifier/wasm/quanji-verifier.js");
const WORDS: &str = include_str!("../page/words.js");
const SCRIPT: &str = include_str!("../page/page.js");

/// Arguments of `verify-page`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Genesis hash that the page trusts unless its reader writes another
    #[arg(long, value_name = "HASH", conflicts_with = "checkpoint")]
    genesis: Option<String>,
    /// Checkpoint file that the page trusts unless its reader writes another
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
}

quanji_client::messages! {
    /// What stands in the way of a page.
    enum Message {
        /// The program holds no wasm.
        BuiltWithout =>
            zh "本程序编译时未包含网页验证器（SKIP_WASM_BUILD）", remedy "请不设 SKIP_WASM_BUILD 重新编译";
            en "this program was built without the verifier for browsers (SKIP_WASM_BUILD)", remedy "build it again without SKIP_WASM_BUILD";
    }
}

/// Prints the page.
pub fn run(_: &Context, arguments: &Arguments) -> CommandResult {
    let verifier = built_in(WASM)?;
    let trusted = match (&arguments.genesis, &arguments.checkpoint) {
        (Some(text), _) => trust::hash_text(trust::parse_hash(text)?),
        (None, Some(file)) => checkpoint_text(file)?,
        (None, None) => String::new(),
    };
    Ok(Report::raw(page(&trusted, verifier).into_bytes()))
}

/// The wasm, where this program holds one.
fn built_in(wasm: &[u8]) -> Result<&[u8], Failure> {
    if wasm.is_empty() {
        return Err(Failure::new(Exit::Unexpected, Message::BuiltWithout));
    }
    Ok(wasm)
}

fn checkpoint_text(file: &Path) -> Result<String, TrustFileError> {
    let anchor = TrustAnchor::Checkpoint(trust::read_checkpoint(file)?);
    Ok(match anchor {
        TrustAnchor::Checkpoint(checkpoint) => checkpoint.to_json(),
        TrustAnchor::Genesis(hash) => trust::hash_text(hash),
    })
}

/// The page: it may load nothing and send nothing, and runs no script but its own.
fn page(trusted: &str, verifier: &[u8]) -> String {
    let script = [WRAPPER, WORDS, SCRIPT].join("\n");
    let parts = [
        ("{{policy}}", policy(&script)),
        ("{{version}}", env!("CARGO_PKG_VERSION").to_owned()),
        ("{{trust}}", escaped(trusted)),
        ("{{style}}", STYLE.to_owned()),
        ("{{script}}", script),
        ("{{wasm}}", STANDARD.encode(verifier)),
    ];
    // Each part is put in once and never looked into.
    parts.into_iter().fold(PAGE.to_owned(), |page, (mark, part)| {
        page.replacen(mark, &part, 1)
    })
}

fn policy(script: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(STYLE)
    )
}

fn escaped(text: &str) -> String {
    let escape = |character| match character {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        other => String::from(other),
    };
    text.chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_all_its_parts_and_refers_to_nothing_outside() {
        let page = page("<\"0xab\">", b"\0asm");
        assert!(!page.contains("{{"), "a part is missing");
        assert!(page.contains("&lt;&quot;0xab&quot;&gt;"));
        for outside in [
            "src=\"http",
            "href=\"http",
            "url(",
            "@import",
            "fetch(",
            "XMLHttpRequest",
        ] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    #[test]
    fn a_program_built_without_the_verifier_says_so_instead_of_printing_a_page() {
        assert!(built_in(&[]).is_err());
        assert!(built_in(b"\0asm").is_ok());
    }

    #[test]
    fn parts_cannot_end_the_element_they_stand_in() {
        for part in [WRAPPER, WORDS, SCRIPT, STYLE] {
            assert!(!part.contains("</") && !part.contains("{{"));
        }
    }
}
