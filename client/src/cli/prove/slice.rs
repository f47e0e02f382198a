//! A record or a piece of a file, proven to belong to the file's fingerprint.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use clap::Args;
use quanji_client::fingerprint::{
    slice::{self, Piece, SliceError, PIECE_MAX},
    FingerprintKey,
};
use serde_json::{json, Value};

use super::{
    entries,
    recorded::{fitting, Given},
    Out,
};
use crate::cli::{
    context::Context,
    exit::{Exit, Failure},
    output::Report,
    trust::Named,
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
    /// Against what.
    #[command(flatten)]
    against: Against,
    /// What is believed.
    #[command(flatten)]
    trust: Named,
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

/// Against what a slice is checked: one of the two.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Against {
    /// A fingerprint that you know: 64 hexadecimal digits. Nothing ties it to the register
    #[arg(long, value_name = "HASH", conflicts_with_all = ["genesis", "checkpoint"])]
    fingerprint: Option<String>,
    /// A proof of entries, as `prove entries` writes it: the fingerprint is one that they record
    #[arg(long, value_name = "FILE")]
    entries: Option<PathBuf>,
}

quanji_client::messages! {
    /// What is wrong with a slice.
    enum Message {
        /// No such line.
        NoRecord { number: u64 } =>
            zh "文件没有第 {number} 行", remedy "行号从 1 起，请核对行号与文件";
            en "the file has no line {number}", remedy "lines are counted from 1: check the number and the file";
        /// Not within the file.
        BadRange { most: u64 } =>
            zh "所要证明的部分为空、不在文件之内，或超过 {most} 字节", remedy "请核对 --from 与 --length；较长的部分请分段证明";
            en "the piece is empty, not within the file, or longer than {most} bytes", remedy "check --from and --length; prove a longer piece in parts";
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
        .row(
            language.pick("已写入", "written to"),
            language.pick(
                format!("{file}，{} 字节", made.len()),
                format!("{file}, {} bytes", made.len()),
            ),
        )
        .text(language.pick(
            format!("验证：quanji prove check-slice {file} --entries 记载的证明 --from {from} --length {length} --out 文件"),
            format!("verify it: quanji prove check-slice {file} --entries ENTRIES --from {from} --length {length} --out FILE"),
        ))
        .text(language.pick(
            "记载的证明由 quanji prove entries 写出",
            "`quanji prove entries` writes the proof of the entries",
        )))
}

/// Checks a slice and writes its piece.
pub fn check(context: &Context, arguments: &Check) -> CommandResult {
    let key = arguments.keyed.as_deref().map(FingerprintKey::read).transpose()?;
    let content = context.read(&arguments.file, SLICE_BYTES_MAX)?;
    let given = Given {
        slice: &content,
        range: span(arguments.from, arguments.length),
        key: key.as_ref(),
    };
    match &arguments.against.entries {
        Some(file) => of_entries(context, arguments, &given, file),
        None => of_fingerprint(context, arguments, given),
    }
}

/// Against the fingerprints that the register has.
fn of_entries(context: &Context, arguments: &Check, given: &Given<'_>, file: &Path) -> CommandResult {
    let language = context.language;
    let proven = entries::verified(context, file, &arguments.trust)?;
    let (piece, recorded) = fitting(given, &proven, language)?.map_err(failure)?;
    let file = arguments.out.write(context, &piece.bytes)?;
    let (from, length, what) = (piece.from, piece.bytes.len(), recorded.what(language));
    let report = Report::new(facts(&piece, &file)).done(language.pick(
        format!("属实：这 {length} 字节位于登记时所报数据的{what}中，自第 {from} 字节起"),
        format!("genuine: these {length} bytes stand at byte {from} of the data as filed, the {what}"),
    ));
    let report = recorded.add_to(report, &proven, language);
    Ok(report.row(language.pick("已写入", "written to"), file))
}

/// Against a fingerprint that the reader knows.
fn of_fingerprint(context: &Context, arguments: &Check, given: Given<'_>) -> CommandResult {
    let text = arguments.against.fingerprint.as_deref().unwrap_or_default();
    let mut fingerprint = [0; 32];
    hex::decode_to_slice(text.trim(), &mut fingerprint).map_err(|_| {
        let text = text.chars().take(80).collect();
        Failure::new(Exit::InputInvalid, Message::NotAFingerprint { text })
    })?;
    let piece = slice::check(given.slice, &fingerprint, given.range, given.key).map_err(failure)?;
    let file = arguments.out.write(context, &piece.bytes)?;
    let (from, length) = (piece.from, piece.bytes.len());
    let language = context.language;
    Ok(Report::new(facts(&piece, &file))
        .done(language.pick(
            format!("属实：这 {length} 字节位于该指纹所指文件的第 {from} 字节起"),
            format!("genuine: these {length} bytes stand at byte {from} of the file with that fingerprint"),
        ))
        .row(language.pick("已写入", "written to"), file))
}

fn facts(piece: &Piece, file: &str) -> Value {
    json!({ "genuine": true, "from": piece.from, "length": piece.bytes.len(), "file": file })
}
