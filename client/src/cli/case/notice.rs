//! Publication, what is withheld, and objections in the public notice.

use std::path::{Path, PathBuf};

use clap::Args;
use quanji_client::{
    chain::{api, Static},
    description::scan,
};
use quanji_primitives::{
    case::{Case, Reference},
    clock::Moment,
    filing::Withholding,
    objection::{ObjectionGround, ObjectionResult},
    CaseId, Digest,
};

use super::{
    super::{
        capacity::{act_as, Capacity},
        clock::moment,
        context::Context,
        exit::{Exit, Failure},
        node::{bad_value, coded, description, digest, simple, submit, with_chain, Subject},
        CommandResult,
    },
    in_state, timed,
};

/// Texts that are published are never longer.
pub const TEXT_BYTES_MAX: usize = 16 * 1024;

/// Arguments of `case withhold`.
#[derive(Debug, Args)]
pub struct Withhold {
    /// The case: C1-1-T
    case: CaseId,
    /// What is withheld: part, whole, or none to refuse the request
    #[arg(long, value_name = "EXTENT", value_parser = allowed)]
    allow: Allowed,
    /// The reasoned decision: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
}

/// What is withheld.
#[derive(Debug, Clone, Copy)]
struct Allowed(Option<Withholding>);

fn allowed(text: &str) -> Result<Allowed, String> {
    match text {
        "none" => Ok(Allowed(None)),
        _ => coded(text).map(|extent| Allowed(Some(extent))),
    }
}

/// Arguments of `case publish`.
#[derive(Debug, Args)]
pub struct Publish {
    /// The case: C1-1-T
    case: CaseId,
    /// The description as filed, published in its canonical form; where a part is withheld, what remains; where the whole is, none
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// The notice on the national system, where the regime says so: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "national_at")]
    national: Option<String>,
    /// When it was published there; the notice runs from that day: 2026-10-30T10:00
    #[arg(long, value_name = "MOMENT", value_parser = moment, requires = "national")]
    national_at: Option<Moment>,
}

/// Arguments of `case object`.
#[derive(Debug, Args)]
pub struct Object {
    /// The case: C1-1-T
    case: CaseId,
    /// The ground: title, unlawful-source, error, personal-rights, other-law
    #[arg(long, value_parser = coded::<ObjectionGround>)]
    ground: ObjectionGround,
    /// Reasons and materials: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    materials: String,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `case decide-objection`.
#[derive(Debug, Args)]
pub struct DecideObjection {
    /// The case: C1-1-T
    case: CaseId,
    /// Number of the objection in the case, from 0, as `quanji case show` has it
    #[arg(long)]
    number: u8,
    /// The result: upheld or dismissed
    #[arg(long, value_parser = coded::<ObjectionResult>)]
    result: ObjectionResult,
    /// The record of the investigation: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
}

quanji_client::messages! {
    /// What stands against a publication before it is sent.
    enum Message {
        /// The text is not the one that was filed.
        OtherText { case: String, filed: String, given: String } =>
            zh "该文本不是案件 {case} 提交的数据说明：提交的摘要为 {filed}，该文本为 {given}",
                remedy "请使用申请时的同一份（已封存的）数据说明";
            en "this text is not the description filed in {case}: {filed} was filed, this text has {given}",
                remedy "use the very description that was filed, sealed where it was sealed";
        /// The part to be published has what may not be published.
        NotPublishable { file: String } =>
            zh "{file} 含控制字符、不可见字符，或疑似个人号码、地址", remedy "请删除后重新公示";
            en "{file} has control or invisible characters, or what looks like a person's number or address",
                remedy "remove it and publish again";
    }
}

/// A document of the national system and its moment there.
pub fn reference(
    context: &Context,
    document: Option<&str>,
    at: Option<Moment>,
) -> Result<Option<Reference>, Failure> {
    let (Some(document), Some(at)) = (document, at) else {
        return Ok(None);
    };
    let document = digest(context, document)?;
    Ok(Some(Reference { document, at }))
}

pub fn withhold(context: &Context, given: &Withhold) -> CommandResult {
    let language = context.language;
    let record = digest(context, &given.record)?;
    let Allowed(withheld) = given.allow;
    let call = api::transactions().registry().decide_publication(
        Static(given.case),
        withheld.map(Static),
        Static(record),
    );
    let what = language.pick(
        "已就不予公示的请求作出决定",
        "the request not to be published is decided",
    );
    let extent = match &withheld {
        Some(extent) => Subject::word(language, "withheld", "不予公示的范围", extent),
        None => Subject::new("withheld", "不予公示的范围", "none"),
    };
    simple(context, &call, what, &[Subject::case(given.case), extent])
}

pub fn publish(context: &Context, given: &Publish) -> CommandResult {
    let language = context.language;
    let national = reference(context, given.national.as_deref(), given.national_at)?;
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let case = in_state(&chain, given.case).await?;
        let text = match &given.text {
            Some(file) => Some(text(context, given.case, &case, file)?),
            None => None,
        };
        // What is in a block stays there, though the call fails: so the register is asked before the text is sent.
        let view = chain.now().await?;
        view.can_publish(signer.public(), given.case, text.clone(), national)
            .await?;
        let text = text.map(api::runtime_types::bounded_collections::bounded_vec::BoundedVec);
        let call = api::transactions()
            .registry()
            .publish(Static(given.case), text, national.map(Static));
        let done = submit(context, &chain, &*signer, &call).await?;
        let event = done.event::<api::registry::events::NoticePublished>()?;
        let what = language.pick("已公示", "published; the public notice runs");
        let until = language.pick("公示截止", "notice until");
        let told: Vec<_> = event.told.0.iter().map(|object| object.0.to_string()).collect();
        let mut report = timed(context, given.case, &done, what, until, Some(event.due.0));
        if !told.is_empty() {
            report = report.row(
                language.pick("告知权利人的对象", "objects whose holders are told"),
                told.join(", "),
            );
        }
        Ok(report
            .fact("text", event.text.map(|text| text.0.to_string()).into())
            .fact("told", told.into()))
    })
}

/// The text to be published: the whole description as filed, or where a part is withheld what remains.
fn text(context: &Context, id: CaseId, case: &Case, file: &Path) -> Result<Vec<u8>, Failure> {
    text_of(context, id, case, case.filing.description_to_publish(), file)
}

/// The same of a description that was filed with the case.
pub fn text_of(
    context: &Context,
    id: CaseId,
    case: &Case,
    filed: Option<Digest>,
    file: &Path,
) -> Result<Vec<u8>, Failure> {
    if case
        .publication
        .is_some_and(|decision| decision.withheld.is_some())
    {
        return part(file, context.read(file, TEXT_BYTES_MAX)?);
    }
    let text = description(context, file)?.canonical().to_vec();
    let found = Digest::sha2_256(&text);
    if filed != Some(found) {
        let message = Message::OtherText {
            case: id.to_string(),
            filed: filed.map_or_else(|| "-".to_owned(), |filed| filed.to_string()),
            given: found.to_string(),
        };
        return Err(Failure::new(Exit::InputInvalid, message));
    }
    Ok(text)
}

/// A part of a description: JSON in its canonical form, or text without the line break at its end.
fn part(file: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let shown = file.display().to_string();
    let text = String::from_utf8(bytes).map_err(|error| bad_value("--text", &shown, error))?;
    let text = match serde_json::from_str::<serde_json::Value>(&text) {
        Ok(json) => {
            serde_json_canonicalizer::to_string(&json).map_err(|error| bad_value("--text", &shown, error))?
        }
        Err(_) => text.trim_end_matches(['\r', '\n']).to_owned(),
    };
    if quanji_primitives::text_rules::check(text.as_bytes()).is_err() {
        // The checks of descriptions say more closely what it is.
        return Err(match scan(&text).into_iter().next() {
            Some(problem) => Failure::new(Exit::InputInvalid, problem),
            None => Failure::new(Exit::InputInvalid, Message::NotPublishable { file: shown }),
        });
    }
    Ok(text.into_bytes())
}

pub fn object(context: &Context, given: &Object) -> CommandResult {
    let language = context.language;
    let materials = digest(context, &given.materials)?;
    let call = |capacity| {
        api::transactions().registry().object_to_notice(
            capacity,
            Static(given.case),
            Static(given.ground),
            Static(materials),
        )
    };
    let (done, event) = act_as::<_, api::registry::events::ObjectedToNotice>(context, &given.capacity, call)?;
    let what = language.pick(
        "异议已提交；审查期限暂停",
        "objection filed; the clock of review is paused",
    );
    let until = language.pick("调查期限", "investigated until");
    let report = timed(context, given.case, &done, what, until, Some(event.due.0));
    Ok(report
        .fact("number", event.number.into())
        .fact("objector", event.objector.0.to_string().into())
        .row(
            language.pick("异议编号", "number in the case"),
            event.number.to_string(),
        )
        .row(language.pick("异议人", "objector"), event.objector.0.to_string()))
}

pub fn decide_objection(context: &Context, given: &DecideObjection) -> CommandResult {
    let language = context.language;
    let record = digest(context, &given.record)?;
    let call = api::transactions().registry().decide_notice_objection(
        Static(given.case),
        given.number,
        Static(given.result),
        Static(record),
    );
    let subjects = [
        Subject::case(given.case),
        Subject::new("number", "异议编号", given.number),
        Subject::word(language, "result", "结果", &given.result),
    ];
    let what = language.pick("异议已作出决定", "the objection is decided");
    simple(context, &call, what, &subjects)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(text: &str) -> Result<String, Failure> {
        part(Path::new("part.json"), text.as_bytes().to_vec()).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_part_is_published_in_its_canonical_form() {
        assert_eq!(
            published("{\n  \"b\": 1,\n  \"a\": \"x\"\n}\n").unwrap(),
            r#"{"a":"x","b":1}"#
        );
        assert_eq!(published("名称：气象观测\n").unwrap(), "名称：气象观测");
    }

    #[test]
    fn what_may_not_be_published_is_found_before_it_is_sent() {
        for text in ["电话 13800138000", "a\u{202e}b", "two\nlines"] {
            let failure = published(text).unwrap_err();
            assert_eq!(failure.exit(), Exit::InputInvalid, "{text}");
        }
    }

    #[test]
    fn what_is_allowed_to_be_withheld_is_read() {
        assert_eq!(allowed("none").unwrap().0, None);
        assert_eq!(allowed("part").unwrap().0, Some(Withholding::Part));
        assert!(allowed("much").is_err());
    }
}
