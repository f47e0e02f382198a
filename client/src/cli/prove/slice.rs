//! A record or a piece of a file, proven to belong to the file's fingerprint.

use std::{ops::Range, path::PathBuf};

use clap::Args;
use quanji_client::fingerprint::{
    slice::{self, SliceError, PIECE_MAX},
    FingerprintKey,
};
use serde_json::json;

use super::Out;
use crate::cli::{
    context::Context,
    exit::{Exit, Failure},
    output::Report,
    CommandResult,
};

/// The most bytes of a slice: the piece and its way up.
const SLICE_BYTES_MAX: usize = 2 * PIECE_MAX as usize;

/// Arguments of `prove slice`.
#[derive(Debug, Args)]
pub struct Make {
    /// The file whose fingerprint is registered; of a folder the manifest of `fingerprint --manifest`
    file: PathBuf,
    /// Prove the line with this number, from 1
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["from", "length"])]
    record: Option<u64>,
    /// Prove the bytes from here on, from 0
    #[arg(
        long,
        value_name = "BYTE",
        required_unless_present = "record",
        requires = "length"
    )]
    from: Option<u64>,
    /// So many bytes
    #[arg(long, value_name = "BYTES", requires = "from")]
    length: Option<u64>,
    /// The key of a keyed fingerprint: a file of 64 hexadecimal digits
    #[arg(long, value_name = "FILE")]
    keyed: Option<PathBuf>,
    /// Where.
    #[command(flatten)]
    out: Out,
}

/// Arguments of `prove check-slice`.
#[derive(Debug, Args)]
pub struct Check {
    /// The slice
    file: PathBuf,
    /// The registered fingerprint: 64 hexadecimal digits
    #[arg(long, value_name = "HASH")]
    fingerprint: String,
    /// Where the piece begins in the file, from 0
    #[arg(long, value_name = "BYTE")]
    from: u64,
    /// How many bytes it has
    #[arg(long, value_name = "BYTES")]
    length: u64,
    /// The key of a keyed fingerprint: a file of 64 hexadecimal digits
    #[arg(long, value_name = "FILE")]
    keyed: Option<PathBuf>,
    /// Where.
    #[command(flatten)]
    out: Out,
}

quanji_client::messages! {
    /// What is wrong with a slice.
    enum Message {
        /// No such line.
        NoRecord { number: u64 } =>
            zh "文件没有第 {number} 行"; en "the file has no line {number}";
        /// Not within the file.
        BadRange { most: u64 } =>
            zh "所要证明的部分为空、不在文件之内，或超过 {most} 字节"; en "the piece is empty, not within the file, or longer than {most} bytes";
        /// Cut off or too long.
        BadLength =>
            zh "该证明不完整", remedy "请向出具人重新索取"; en "the proof is not complete", remedy "get it again from whoever made it";
        /// Another fingerprint.
        OtherFile =>
            zh "未获证明：这些内容不属于该指纹所指的文件", remedy "请勿采信"; en "not proven: these bytes do not belong to the file with that fingerprint", remedy "do not rely on them";
        /// Not a fingerprint.
        NotAFingerprint { text: String } =>
            zh "“{text}”不是指纹", remedy "指纹是 64 位十六进制数"; en "{text} is no fingerprint", remedy "it has 64 hexadecimal digits";
    }
}

fn failure(error: SliceError) -> Failure {
    match error {
        SliceError::Range => Failure::new(Exit::InputInvalid, Message::BadRange { most: PIECE_MAX }),
        SliceError::Length => Failure::new(Exit::VerificationFailed, Message::BadLength),
        SliceError::OtherFile => Failure::new(Exit::VerificationFailed, Message::OtherFile),
    }
}

fn span(from: u64, length: u64) -> Range<u64> {
    from..from.saturating_add(length)
}

/// Makes a slice.
pub fn make(context: &Context, arguments: &Make) -> CommandResult {
    let key = arguments.keyed.as_deref().map(FingerprintKey::read).transpose()?;
    let range = match (arguments.record, arguments.from, arguments.length) {
        (Some(number), _, _) => slice::line(&arguments.file, number)?
            .ok_or_else(|| Failure::new(Exit::NotFound, Message::NoRecord { number }))?,
        (None, from, length) => span(from.unwrap_or_default(), length.unwrap_or_default()),
    };
    let made = slice::prove(&arguments.file, range.clone(), key.as_ref())?.map_err(failure)?;
    let file = arguments.out.write(context, &made)?;
    let (from, length) = (range.start, range.end - range.start);
    let language = context.language;
    let json = json!({ "file": file, "from": from, "length": length, "bytes": made.len() });
    Ok(Report::new(json)
        .done(language.pick(
            format!("已证明：自第 {from} 字节起的 {length} 字节属于该文件"),
            format!("proven: {length} bytes from byte {from} on belong to the file"),
        ))
        .row(language.pick("已写入", "written to"), format!("{file}, {} bytes", made.len()))
        .text(language.pick(
            format!("验证：quanji prove check-slice {file} --fingerprint 指纹 --from {from} --length {length} --out 文件"),
            format!("verify it: quanji prove check-slice {file} --fingerprint HASH --from {from} --length {length} --out FILE"),
        )))
}

/// Checks a slice and writes its piece.
pub fn check(context: &Context, arguments: &Check) -> CommandResult {
    let key = arguments.keyed.as_deref().map(FingerprintKey::read).transpose()?;
    let mut fingerprint = [0; 32];
    hex::decode_to_slice(arguments.fingerprint.trim(), &mut fingerprint).map_err(|_| {
        let text = arguments.fingerprint.chars().take(80).collect();
        Failure::new(Exit::InputInvalid, Message::NotAFingerprint { text })
    })?;
    let content = context.read(&arguments.file, SLICE_BYTES_MAX)?;
    let range = span(arguments.from, arguments.length);
    let piece = slice::check(&content, &fingerprint, range, key.as_ref()).map_err(failure)?;
    let file = arguments.out.write(context, &piece.bytes)?;
    let (from, length) = (piece.from, piece.bytes.len());
    let json = json!({ "genuine": true, "from": from, "length": length, "file": file });
    let language = context.language;
    Ok(Report::new(json)
        .done(language.pick(
            format!("属实：这 {length} 字节位于该指纹所指文件的第 {from} 字节起"),
            format!("genuine: these {length} bytes stand at byte {from} of the file with that fingerprint"),
        ))
        .row(language.pick("已写入", "written to"), file))
}
