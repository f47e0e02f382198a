//! Showing sealed members: the holder picks them, the reader checks them against the public document, both offline.

use std::path::{Path, PathBuf};

use clap::Args;
use quanji_client::{
    description::{check, reveal, Disclosure, RevealError, DOCUMENT_BYTES_MAX},
    files::Access,
};
use serde_json::{json, Map, Value};

use super::{
    super::{
        context::Context,
        exit::{Exit, Failure},
        output::Report,
        CommandResult,
    },
    not_valid,
};

/// Arguments of `describe disclose`.
#[derive(Debug, Args)]
pub struct Disclose {
    /// The disclosures that were kept at the sealing
    file: PathBuf,
    /// Paths of the members to show between commas: purpose,volume.records
    #[arg(long, value_name = "PATHS", value_delimiter = ',', required = true)]
    members: Vec<String>,
    /// Write what may be handed on to this file, readable by you only
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Arguments of `describe reveal`.
#[derive(Debug, Args)]
pub struct Reveal {
    /// The public document, as it was published or handed on
    file: PathBuf,
    /// The disclosures that were handed on
    #[arg(long, value_name = "FILE")]
    disclosures: PathBuf,
}

quanji_client::messages! {
    /// What is wrong with disclosures.
    enum Message {
        /// Not the file that the sealing wrote.
        NotDisclosures { file: String } =>
            zh "{file} 不是披露内容", remedy "须为 quanji describe seal 或 describe disclose 写出的文件";
            en "{file} has no disclosures", remedy "give a file that `quanji describe seal` or `describe disclose` wrote";
        /// No such member was sealed.
        NotSealed { path: String } =>
            zh "{path} 没有披露内容", remedy "请核对字段路径；未封存的字段本来就是公开的";
            en "there is no disclosure of {path}", remedy "check the path; members that were not sealed are public already";
    }
}

impl From<RevealError> for Failure {
    fn from(error: RevealError) -> Self {
        Self::new(Exit::VerificationFailed, error)
    }
}

/// The digest of the document to which disclosures belong, and the disclosures.
fn read(context: &Context, file: &Path) -> Result<(Value, Vec<Disclosure>), Failure> {
    let bad = || {
        let file = file.display().to_string();
        Failure::new(Exit::InputInvalid, Message::NotDisclosures { file })
    };
    let content = context.read(file, DOCUMENT_BYTES_MAX)?;
    let mut content: Value = serde_json::from_slice(&content).map_err(|_| bad())?;
    let disclosures = content["disclosures"].take();
    let disclosures = serde_json::from_value(disclosures).map_err(|_| bad())?;
    Ok((content["document"].take(), disclosures))
}

/// Writes the disclosures of some members, and of no other.
pub fn disclose(context: &Context, given: &Disclose) -> CommandResult {
    let language = context.language;
    let (document, kept) = read(context, &given.file)?;
    let mut shown = Vec::new();
    for path in given.members.iter().map(|path| path.trim()) {
        let found = kept.iter().find(|one| one.path == path);
        shown.push(found.ok_or_else(|| {
            let path = path.to_owned();
            Failure::new(Exit::InputInvalid, Message::NotSealed { path })
        })?);
    }
    let paths: Vec<_> = shown.iter().map(|one| one.path.clone()).collect();
    let content = json!({ "document": document, "disclosures": shown });
    let text = format!("{content:#}\n");
    context.write(&given.out, text.as_bytes(), Access::Private, given.force)?;
    let file = given.out.display().to_string();
    Ok(Report::new(json!({ "file": file, "members": paths }))
        .brief(file.clone())
        .done(language.pick(
            format!("已写入 {} 个字段的披露内容", paths.len()),
            format!("disclosures of {} member(s) written", paths.len()),
        ))
        .row(language.pick("文件", "file"), file)
        .row(language.pick("字段", "members"), paths.join(", "))
        .caution(language.pick(
            "持有此文件的人可以读取并证明这些字段",
            "whoever has this file can read these members and prove them",
        )))
}

/// Shows disclosed members after checking that the public document has their digests.
pub fn run(context: &Context, given: &Reveal) -> CommandResult {
    let language = context.language;
    let public = context.read(&given.file, DOCUMENT_BYTES_MAX)?;
    let shown = given.file.display().to_string();
    let checked = check(&public).map_err(|errors| not_valid(&shown, errors))?;
    let digest = hex::encode(checked.digest());
    let (_, disclosures) = read(context, &given.disclosures)?;
    let whole = reveal(checked.canonical(), &disclosures)?;
    let mut members = Map::new();
    for Disclosure { path, .. } in &disclosures {
        let value = path.split('.').fold(&whole, |value, name| &value[name]);
        members.insert(path.clone(), value.clone());
    }
    let mut report = Report::new(json!({ "digest": digest, "members": members }))
        .brief(digest.clone())
        .done(language.pick(
            "披露的字段属于该文档",
            "the disclosed members belong to the document",
        ))
        .row(language.pick("文档摘要", "digest of the document"), digest);
    for (path, value) in &members {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        report = report.row(path.clone(), text);
    }
    Ok(report.text(language.pick(
        "请与登记凭证中的数据说明摘要核对；其余字段仍只有摘要",
        "compare the digest with that of the certificate; what was not disclosed stays a digest",
    )))
}
