//! `quanji fingerprint`: the fingerprint of a file or folder.

use std::path::PathBuf;

use clap::Args;
use quanji_client::{
    dates,
    files::Access,
    fingerprint::{manifest::Manifest, measure, Fingerprint, FingerprintKey, Kind, Subject},
};

use super::{
    context::Context,
    exit::{Exit, Failure},
    output::Report,
    CommandResult,
};

/// Arguments of `fingerprint`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A file (the result equals b3sum) or a folder (the digest of its canonical manifest)
    path: PathBuf,
    /// What the content is: snapshot, sample, schema or model
    #[arg(long, default_value = "snapshot", value_parser = ["snapshot", "sample", "schema", "model"], hide_possible_values = true)]
    kind: String,
    /// Date of the content, YYYY-MM-DD [default: today in China]
    #[arg(long)]
    date: Option<String>,
    /// Use the 32-byte key (64 hexadecimal digits) in this file, for small or personal content
    #[arg(long, value_name = "FILE")]
    keyed: Option<PathBuf>,
    /// Write the fingerprint to this file as JSON
    #[arg(long, value_name = "FILE", conflicts_with = "manifest")]
    out: Option<PathBuf>,
    /// Print the canonical manifest of a folder, and nothing else
    #[arg(long)]
    manifest: bool,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

quanji_client::messages! {
    /// What is wrong with the arguments.
    enum Message {
        /// Not a date.
        BadDate { text: String } =>
            zh "“{text}”不是日期", remedy "格式为 YYYY-MM-DD，例如 2026-09-01";
            en "{text} is not a date", remedy "write YYYY-MM-DD, 2026-09-01 for example";
    }
}

/// Takes a fingerprint.
pub fn run(context: &Context, arguments: Arguments) -> CommandResult {
    let language = context.language;
    let date = match arguments.date {
        Some(date) if dates::is_date(&date) => date,
        Some(text) => return Err(Failure::new(Exit::InputInvalid, Message::BadDate { text })),
        None => dates::today(),
    };
    let key = arguments.keyed.as_deref().map(FingerprintKey::read).transpose()?;
    let bar = context.output.bar(language.pick("读取", "reading"));
    if arguments.manifest {
        let manifest = Manifest::of(&arguments.path, key.as_ref(), &bar)?;
        return Ok(Report::raw(manifest.text().into_bytes()));
    }
    let measured = measure(&arguments.path, key.as_ref(), &bar)?;
    drop(bar);
    let kind = Kind::ALL
        .into_iter()
        .find(|kind| kind.code() == arguments.kind)
        .unwrap_or(Kind::Snapshot);
    let fingerprint = Fingerprint { measured, kind, date };

    let json = fingerprint.to_json();
    let mut report = describe(context, &fingerprint, Report::new(json.clone()));
    if let Some(out) = &arguments.out {
        context.write(
            out,
            format!("{json:#}\n").as_bytes(),
            Access::Public,
            arguments.force,
        )?;
        report = report.row(language.pick("已写入", "written to"), out.display().to_string());
    }
    Ok(report)
}

fn describe(context: &Context, fingerprint: &Fingerprint, report: Report) -> Report {
    let language = context.language;
    let measured = &fingerprint.measured;
    let digest = hex::encode(measured.digest);
    let (files, bytes) = (measured.files, measured.bytes);
    let what = match measured.subject {
        Subject::File => language.pick(format!("文件，{bytes} 字节"), format!("file, {bytes} bytes")),
        Subject::Folder => language.pick(
            format!("文件夹，{files} 个文件，共 {bytes} 字节"),
            format!("folder, {files} files, {bytes} bytes"),
        ),
    };
    let kind = match fingerprint.kind {
        Kind::Snapshot => language.pick("快照", "snapshot"),
        Kind::Sample => language.pick("样例", "sample"),
        Kind::Schema => language.pick("结构", "schema"),
        Kind::Model => language.pick("模型", "model"),
    };
    let algorithm = match measured.keyed {
        true => language.pick("BLAKE3（带密钥）", "BLAKE3, keyed"),
        false => "BLAKE3",
    };
    report
        .brief(digest.clone())
        .row(language.pick("指纹", "fingerprint"), digest)
        .row(language.pick("算法", "algorithm"), algorithm)
        .row(language.pick("内容", "content"), what)
        .row(language.pick("种类", "kind"), kind)
        .row(language.pick("日期", "date"), fingerprint.date.clone())
}
