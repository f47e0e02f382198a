//! Showing sealed members: the holder picks them, the reader checks them against the public document, both offline.

use std::path::{Path, PathBuf};

use clap::Args;
use quanji_client::{
    description::{check, reveal, Disclosure, RevealError, DOCUMENT_BYTES_MAX},
    evidence::{not_proven::NotProven, trust::claimed},
    files::Access,
    language::Language,
};
use quanji_primitives::Digest;
use quanji_verifier::{package::PACKAGE_BYTES_MAX, verify, Conclusion, Request, Verdict};
use serde_json::{json, Map, Value};

use super::{
    super::{
        context::Context,
        evidence::reader_time,
        exit::{Exit, Failure},
        output::Report,
        trust::Named,
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
    /// The evidence package of the certificate: it must prove that this document is the registered description
    #[arg(long, value_name = "FILE")]
    package: Option<PathBuf>,
    /// What is believed.
    #[command(flatten)]
    trust: Named,
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
        /// Trust without anything to be believed.
        NoPackage =>
            zh "--genesis 与 --checkpoint 用于验证证据包", remedy "请用 --package 指定证据包";
            en "--genesis and --checkpoint are for verifying a package", remedy "name the package with --package";
        /// The package is not text.
        NotText { file: String } =>
            zh "{file} 不是文本，不是证据包", remedy "请向出具人重新索取证据包文件（JSON）";
            en "{file} is not text and so no evidence package", remedy "get the package, a JSON file, again from whoever issued it";
        /// The certificate is of other data, or the description was changed since.
        OtherDescription { certificate: String, registered: String, document: String } =>
            zh "该文档（{document}）不是凭证 {certificate} 所登记的数据说明（{registered}）", remedy "请向权利人索取现行的公开文档，或核对证据包是否属于该数据";
            en "the document ({document}) is not the registered description ({registered}) of certificate {certificate}", remedy "ask the holder for the public document as it is now, or check that the package is of this data";
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

/// Shows disclosed members after checking that the public document has their digests, and with a package that the document is
/// the registered one.
pub fn run(context: &Context, given: &Reveal) -> CommandResult {
    let language = context.language;
    let public = context.read(&given.file, DOCUMENT_BYTES_MAX)?;
    let shown = given.file.display().to_string();
    let checked = check(&public).map_err(|errors| not_valid(&shown, errors))?;
    let (_, disclosures) = read(context, &given.disclosures)?;
    let whole = reveal(checked.canonical(), &disclosures)?;
    let verdict = certified(context, given, Digest::Sha2_256(checked.digest()))?;
    let digest = hex::encode(checked.digest());
    let members = members(&whole, &disclosures);
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
    Ok(match verdict {
        Some(verdict) => of_certificate(report, &verdict, language),
        None => report.text(language.pick(
            "请与登记凭证中的数据说明摘要核对，或用 --package 指定证据包；其余字段仍只有摘要",
            "compare the digest with that of the certificate, or name its package with --package; what was not disclosed stays a digest",
        )),
    })
}

/// The disclosed members by their paths.
fn members(whole: &Value, disclosures: &[Disclosure]) -> Map<String, Value> {
    let at = |path: &str| path.split('.').fold(whole, |value, name| &value[name]).clone();
    let each = disclosures.iter().map(|one| (one.path.clone(), at(&one.path)));
    each.collect()
}

/// What verifying the package says, where one is named: it must prove that its object has this description.
fn certified(context: &Context, given: &Reveal, document: Digest) -> Result<Option<Verdict>, Failure> {
    let Some(file) = &given.package else {
        return match given.trust.is_given() {
            true => Err(Failure::new(Exit::Usage, Message::NoPackage)),
            false => Ok(None),
        };
    };
    let content = context.read(file, PACKAGE_BYTES_MAX)?;
    let text = String::from_utf8(content).map_err(|_| {
        let file = file.display().to_string();
        Failure::new(Exit::InputInvalid, Message::NotText { file })
    })?;
    let request = Request {
        trust: given.trust.anchor(claimed(&text))?,
        now: reader_time(),
        at: None,
        max_age_millis: None,
    };
    let verdict = verify(&text, &request).map_err(NotProven)?;
    match verdict.title.object.facts.description == document {
        true => Ok(Some(verdict)),
        false => Err(other_description(&verdict, document)),
    }
}

fn other_description(verdict: &Verdict, document: Digest) -> Failure {
    let registered = verdict.title.object.facts.description.to_string();
    let message = Message::OtherDescription {
        certificate: verdict.number.to_string(),
        registered: registered.clone(),
        document: document.to_string(),
    };
    Failure::new(Exit::VerificationFailed, message)
        .with_fact("reason", "description.not-registered")
        .with_fact("registered", registered)
}

/// Adds of which object the document is the description, and how the certificate stands: an earlier issue may have been about
/// an earlier description.
fn of_certificate(report: Report, verdict: &Verdict, language: Language) -> Report {
    let conclusion = Conclusion::of(verdict);
    let (object, block) = (verdict.title.id, verdict.block);
    let report = report.fact(
        "certificate",
        json!({
            "number": verdict.number.to_string(), "issue": verdict.issue, "object": verdict.title.id.to_string(),
            "status": conclusion.code(), "block": block,
        }),
    );
    let report = report.done(language.pick(
        format!("截至区块 {block}，该文档是登记对象 {object} 所登记的数据说明"),
        format!("as of block {block} the document is the registered description of object {object}"),
    ));
    let report = report.row(language.pick("登记对象", "object"), verdict.title.id.to_string());
    let sentence = conclusion.sentence(verdict, language.into());
    match verdict.is_in_force_unchanged() {
        true => report.done(sentence),
        false => report.caution(sentence),
    }
}
