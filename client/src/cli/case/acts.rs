//! The steps of a case.

use std::path::PathBuf;

use clap::Args;
use quanji_client::{
    chain::{api, Chain, Finalised, Static},
    language::Language,
};
use quanji_primitives::{
    case::{Case, Conclusion, Decision, Examination, Finding, Findings, MatchFinding, RefusalGround},
    clock::Due,
    filing::Deficiency,
    rights::RightKind,
    v1::EntryContent,
    CaseId, Digest,
};
use serde_json::{json, Value};

use super::super::{
    context::Context,
    exit::{Exit, Failure},
    node::{
        act, arguments, bad_value, coded, description, digest, in_block, not_found, simple, submit,
        with_chain, Subject,
    },
    output, words, CommandResult,
};

/// Arguments of `case return`.
#[derive(Debug, Args)]
pub struct Return {
    /// The case: C1-1-T
    case: CaseId,
    /// What is missing, repeated: description, coded-fact, holders, public-query-code, declaration, or evidence:KIND
    #[arg(long, required = true, value_name = "WHAT", value_parser = deficiency)]
    missing: Vec<Deficiency>,
    /// Working days to complete it
    #[arg(long, value_name = "WORKING-DAYS")]
    days: u16,
}

/// Arguments of `case report`.
#[derive(Debug, Args)]
pub struct Report {
    /// The case: C1-1-T
    case: CaseId,
    /// The conclusion: favourable or unfavourable
    #[arg(long, value_parser = coded::<Conclusion>)]
    conclusion: Conclusion,
    /// The report: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    document: String,
}

/// Arguments of `case examine`.
#[derive(Debug, Args)]
pub struct Examine {
    /// The case: C1-1-T
    case: CaseId,
    /// A right to be granted, repeated: holding, processing-use, operating
    #[arg(long, value_name = "RIGHT", value_parser = coded::<RightKind>)]
    grant: Vec<RightKind>,
    /// A right to be refused and the ground, repeated: operating:unclear-authorisation
    #[arg(long, value_name = "RIGHT:GROUND", value_parser = refused_right)]
    refuse: Vec<(RightKind, RefusalGround)>,
    /// A condition that is not met, repeated: lawful-source, compliant-content, clear-authorisation
    #[arg(long, value_name = "CONDITION")]
    finding_not_met: Vec<String>,
    /// The finding on an earlier object with the same fingerprint: coexisting-holder, repeat-by-same-applicant, title-dispute
    #[arg(long = "match", value_name = "FINDING", value_parser = coded::<MatchFinding>)]
    matching: Option<MatchFinding>,
    /// The examination record kept by the authority: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
}

/// Arguments of `case publish`.
#[derive(Debug, Args)]
pub struct Publish {
    /// The case: C1-1-T
    case: CaseId,
    /// The description as filed; its canonical form is published
    #[arg(long, value_name = "FILE")]
    text: PathBuf,
}

/// Arguments of `case refuse`.
#[derive(Debug, Args)]
pub struct Refuse {
    /// The case: C1-1-T
    case: CaseId,
    /// The ground: public-interest, unlawful-source, title-dispute, false-material, other-law, repetition, unclear-authorisation
    #[arg(long, value_parser = coded::<RefusalGround>)]
    ground: RefusalGround,
    /// The written notice: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    notice: String,
}

quanji_client::messages! {
    /// What stands against a step before it is sent.
    enum Message {
        /// The text is not the one that was filed.
        OtherText { case: String, filed: String, given: String } =>
            zh "该文本不是案件 {case} 提交的数据说明：提交的摘要为 {filed}，该文本为 {given}",
                remedy "请使用申请时的同一份（已封存的）数据说明";
            en "this text is not the description filed in {case}: {filed} was filed, this text has {given}",
                remedy "use the very description that was filed, sealed where it was sealed";
    }
}

fn deficiency(text: &str) -> Result<Deficiency, String> {
    match text.split_once(':') {
        Some(("evidence", kind)) => coded(kind).map(Deficiency::Evidence),
        _ => coded(text),
    }
}

fn refused_right(text: &str) -> Result<(RightKind, RefusalGround), String> {
    let (kind, ground) = text.split_once(':').ok_or("write RIGHT:GROUND")?;
    Ok((coded(kind)?, coded(ground)?))
}

fn facts(case: CaseId) -> Value {
    json!({ "case": case.to_string() })
}

/// A step whose event has a deadline.
fn timed(
    context: &Context,
    case: CaseId,
    done: &Finalised,
    what: &str,
    until: &str,
    due: Due,
) -> output::Report {
    let language = context.language;
    let mut json = facts(case);
    json["due"] = words::due_json(due);
    let report = output::Report::new(json)
        .brief(due.day.to_string())
        .done(what)
        .row(language.pick("案件", "case"), case.to_string())
        .row(until, words::due(language, due));
    in_block(language, report, done)
}

pub fn accept(context: &Context, case: CaseId) -> CommandResult {
    let language = context.language;
    let call = api::transactions().registry().accept(Static(case));
    let (done, event) = act::<_, api::registry::events::CaseAccepted>(context, &call)?;
    let what = language.pick("已受理", "accepted");
    Ok(timed(
        context,
        case,
        &done,
        what,
        language.pick("审查期限", "review until"),
        event.due.0,
    ))
}

pub fn return_for_completion(context: &Context, given: &Return) -> CommandResult {
    let language = context.language;
    let missing = given.missing.iter().copied().map(Static).collect::<Vec<_>>();
    let missing = api::runtime_types::bounded_collections::bounded_vec::BoundedVec(missing);
    let call = api::transactions()
        .registry()
        .return_for_completion(Static(given.case), missing, given.days);
    let (done, event) = act::<_, api::registry::events::CaseReturned>(context, &call)?;
    let what = language.pick("已退回补正", "returned for completion");
    Ok(timed(
        context,
        given.case,
        &done,
        what,
        language.pick("补正期限", "to be completed until"),
        event.due.0,
    ))
}

pub fn report(context: &Context, given: &Report) -> CommandResult {
    let document = digest(context, &given.document)?;
    let calls = api::transactions().registry();
    let call = calls.report(Static(given.case), Static(given.conclusion), Static(document));
    let done = context.language.pick("报告已记录", "report recorded");
    let subjects = [
        Subject::case(given.case),
        Subject::new("report", "报告摘要", document),
    ];
    simple(context, &call, done, &subjects)
}

pub fn approve(context: &Context, case: CaseId) -> CommandResult {
    let call = api::transactions().registry().approve(Static(case));
    simple(
        context,
        &call,
        context.language.pick("已复核通过", "approved"),
        &[Subject::case(case)],
    )
}

pub fn withdraw(context: &Context, case: CaseId) -> CommandResult {
    let call = api::transactions().registry().withdraw(Static(case));
    simple(
        context,
        &call,
        context.language.pick("已撤回", "withdrawn"),
        &[Subject::case(case)],
    )
}

pub fn close(context: &Context, case: CaseId) -> CommandResult {
    let call = api::transactions().registry().close(Static(case));
    simple(
        context,
        &call,
        context.language.pick("已关闭", "closed"),
        &[Subject::case(case)],
    )
}

pub fn refuse(context: &Context, given: &Refuse) -> CommandResult {
    let notice = digest(context, &given.notice)?;
    let calls = api::transactions().registry();
    let call = calls.refuse(Static(given.case), Static(given.ground), Static(notice));
    let done = context.language.pick("已决定不予登记", "refused");
    let subjects = [
        Subject::case(given.case),
        Subject::new("notice", "书面通知摘要", notice),
    ];
    simple(context, &call, done, &subjects)
}

pub fn examine(context: &Context, given: &Examine) -> CommandResult {
    let record = digest(context, &given.record)?;
    let findings = findings(&given.finding_not_met)?;
    let signer = context.signer()?;
    let language = context.language;
    with_chain(context, |chain| async move {
        let case = filed(&chain, given.case).await?;
        let decisions = decisions(&case, given, language)?;
        let examination = Examination {
            findings,
            decisions: decisions.try_into().map_err(|_| arguments("--grant, --refuse"))?,
            match_finding: given.matching,
            record,
        };
        let call = api::transactions()
            .registry()
            .examine(Static(given.case), Static(examination.clone()));
        let done = submit(context, &chain, &*signer, &call).await?;
        let granted: Vec<_> = examination.granted().collect();
        let report = output::Report::new(facts(given.case))
            .brief(given.case.to_string())
            .fact("granted", json!(granted))
            .fact("record", record.to_string().into())
            .done(language.pick("审查结果已记录", "examination recorded"))
            .row(language.pick("案件", "case"), given.case.to_string())
            .row(
                language.pick("拟准予", "to be granted"),
                words::words(language, &granted),
            );
        Ok(in_block(language, report, &done))
    })
}

async fn filed(chain: &Chain, id: CaseId) -> Result<Case, Failure> {
    chain
        .now()
        .await?
        .case(id)
        .await?
        .ok_or_else(|| not_found(id.to_string()))
}

/// One decision for each claimed right, in the order of the claims.
fn decisions(case: &Case, given: &Examine, language: Language) -> Result<Vec<Decision>, Failure> {
    let claimed = || case.filing.claims.iter().map(|claim| claim.kind);
    let mut named = given
        .grant
        .iter()
        .copied()
        .chain(given.refuse.iter().map(|(kind, _)| *kind));
    if let Some(kind) = named.find(|kind| !claimed().any(|claimed| claimed == *kind)) {
        let reason = language.pick("案件没有申请这项权利", "the case does not claim this right");
        return Err(bad_value(
            "--grant, --refuse",
            &words::word(language, &kind),
            reason,
        ));
    }
    claimed()
        .map(|kind| {
            let granted = given.grant.contains(&kind);
            let refused = given
                .refuse
                .iter()
                .find(|(refused, _)| *refused == kind)
                .map(|(_, ground)| *ground);
            match (granted, refused) {
                (true, None) | (false, Some(_)) => Ok(Decision { kind, refused }),
                _ => {
                    let right = words::word(language, &kind);
                    Err(arguments(language.pick(
                        format!("请对“{right}”给出 --grant 或 --refuse 之一"),
                        format!("give either --grant or --refuse for {right}"),
                    )))
                }
            }
        })
        .collect()
}

fn findings(not_met: &[String]) -> Result<Findings, Failure> {
    let mut findings = Findings {
        lawful_source: Finding::Met,
        compliant_content: Finding::Met,
        clear_authorisation: Finding::Met,
    };
    for condition in not_met {
        match condition.as_str() {
            "lawful-source" => findings.lawful_source = Finding::NotMet,
            "compliant-content" => findings.compliant_content = Finding::NotMet,
            "clear-authorisation" => findings.clear_authorisation = Finding::NotMet,
            other => {
                let known = "lawful-source, compliant-content, clear-authorisation";
                return Err(bad_value("--finding-not-met", other, known));
            }
        }
    }
    Ok(findings)
}

pub fn publish(context: &Context, given: &Publish) -> CommandResult {
    let language = context.language;
    let text = description(context, &given.text)?.canonical().to_vec();
    let found = Digest::sha2_256(&text);
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let case = filed(&chain, given.case).await?;
        let filed = case.filing.facts.description;
        if filed != found {
            let message = Message::OtherText {
                case: given.case.to_string(),
                filed: filed.to_string(),
                given: found.to_string(),
            };
            return Err(Failure::new(Exit::InputInvalid, message));
        }
        let text = api::runtime_types::bounded_collections::bounded_vec::BoundedVec(text);
        let call = api::transactions().registry().publish(Static(given.case), text);
        let done = submit(context, &chain, &*signer, &call).await?;
        let event = done.event::<api::registry::events::NoticePublished>()?;
        let what = language.pick("已公示", "published; the public notice runs");
        let until = language.pick("公示截止", "notice until");
        Ok(timed(context, given.case, &done, what, until, event.due.0))
    })
}

pub fn enter(context: &Context, case: CaseId) -> CommandResult {
    let language = context.language;
    let call = api::transactions().registry().enter(Static(case));
    let (done, event) = act::<_, api::registry::events::Entered>(context, &call)?;
    let entry = &event.entry.0;
    let (EntryContent::FirstRegistration {
        rights, certificate, ..
    }
    | EntryContent::FurtherHolder {
        rights, certificate, ..
    }) = &entry.content;
    let kinds: Vec<_> = rights.iter().map(|right| right.kind).collect();
    let mut json = facts(case);
    json["object"] = entry.no.object.to_string().into();
    json["entry"] = entry.no.to_string().into();
    json["certificate"] = certificate.number.to_string().into();
    json["rights"] = json!(kinds);
    json["entered_at"] = entry.at.to_string().into();
    let report = output::Report::new(json)
        .brief(certificate.number.to_string())
        .done(language.pick("已记载入簿", "entered in the register"))
        .row(language.pick("登记对象", "object"), entry.no.object.to_string())
        .row(language.pick("登记簿记载", "entry"), entry.no.to_string())
        .row(
            language.pick("凭证编号", "certificate"),
            certificate.number.to_string(),
        )
        .row(language.pick("权利", "rights"), words::words(language, &kinds))
        .row(language.pick("记载时间", "entered at"), words::moment(entry.at));
    Ok(in_block(language, report, &done))
}
