//! Entry, refusal, termination and re-assessment.

use clap::Args;
use quanji_client::chain::{api, Static};
use quanji_primitives::{
    case::{Reassessment, RefusalGround},
    certificate_number::ExternalNumber,
    clock::Moment,
    v1::{CertificateRecord, EntryContent, RightRecord},
    written_notice::{Channel, RefusalLetter},
    CaseId, ObjectId,
};
use serde_json::json;

use super::{
    super::{
        capacity::{simple_as, Capacity},
        clock::moment,
        context::Context,
        exit::Failure,
        letter::Letter,
        node::{act, coded, digest, in_block, simple, Subject},
        output::Report,
        words, CommandResult,
    },
    facts,
    notice::reference,
};

/// Arguments of `case enter`.
#[derive(Debug, Args)]
pub struct Enter {
    /// The case: C1-1-T
    case: CaseId,
    /// The evidencing receipt of the national system, where the regime asks for it: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "receipt_at")]
    receipt: Option<String>,
    /// When it was evidenced there; validity runs from it: 2026-11-09T10:00
    #[arg(long, value_name = "MOMENT", value_parser = moment, requires = "receipt")]
    receipt_at: Option<Moment>,
    /// The query code of the result, where the regime gives one
    #[arg(long, value_name = "CODE")]
    result_code: Option<ExternalNumber>,
    /// The written notice of the claimed rights that were refused, if any were: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    refusal_letter: Option<String>,
    /// How it is delivered: ledger (if nothing is said), electronic, in-person, post, public-announcement
    #[arg(long, value_parser = coded::<Channel>, requires = "refusal_letter")]
    channel: Option<Channel>,
}

impl Enter {
    /// The written notice that goes with the entry.
    fn refusal(&self, context: &Context) -> Result<Option<RefusalLetter>, Failure> {
        let letter = self.refusal_letter.as_deref();
        let letter = letter.map(|letter| digest(context, letter)).transpose()?;
        Ok(letter.map(|letter| RefusalLetter {
            channel: self.channel.unwrap_or(Channel::Ledger),
            letter,
        }))
    }
}

/// Arguments of `case refuse`.
#[derive(Debug, Args)]
pub struct Refuse {
    /// The case: C1-1-T
    case: CaseId,
    /// The ground: public-interest, unlawful-source, title-dispute, false-material, other-law, repetition, unclear-authorisation
    #[arg(long, value_parser = coded::<RefusalGround>)]
    ground: RefusalGround,
    /// The written notice
    #[command(flatten)]
    letter: Letter,
}

/// Arguments of `case terminate`.
#[derive(Debug, Args)]
pub struct Terminate {
    /// The case: C1-1-T
    case: CaseId,
    /// The reasoned decision, with both conditions: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
    /// The written notice
    #[command(flatten)]
    letter: Letter,
}

/// Arguments of `case appeal`.
#[derive(Debug, Args)]
pub struct Appeal {
    /// The case: C1-1-T
    case: CaseId,
    /// The statement: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    statement: String,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `case decide-appeal`.
#[derive(Debug, Args)]
pub struct DecideAppeal {
    /// The case: C1-1-T
    case: CaseId,
    /// The result: refusal-stands or examined-anew
    #[arg(long, value_parser = coded::<Reassessment>)]
    result: Reassessment,
    /// The record of the re-assessment: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
}

/// The rights and certificates that an entry made or changed.
fn made(content: &EntryContent) -> (Vec<&RightRecord>, Vec<&CertificateRecord>) {
    match content {
        EntryContent::FirstRegistration {
            rights, certificates, ..
        }
        | EntryContent::FurtherHolder {
            rights, certificates, ..
        } => (rights.iter().collect(), certificates.iter().collect()),
        EntryContent::FurtherRights {
            rights, certificate, ..
        } => (rights.iter().collect(), vec![certificate]),
        EntryContent::Transferred {
            rights, certificates, ..
        } => (
            rights.iter().map(|(_, right)| right).collect(),
            certificates.iter().rev().map(|(_, one)| one).collect(),
        ),
        EntryContent::Changed { certificates, .. } | EntryContent::Split { certificates, .. } => {
            (Vec::new(), certificates.iter().map(|(_, one)| one).collect())
        }
        EntryContent::Renewed {
            rights, certificate, ..
        } => (rights.iter().map(|(_, right)| right).collect(), vec![certificate]),
        EntryContent::Licensed { right, voucher, .. } => (vec![right], vec![voucher]),
        EntryContent::ParticularsChanged { certificate, .. } => (Vec::new(), vec![certificate]),
        _ => (Vec::new(), Vec::new()),
    }
}

/// The objects that a split brought into being.
fn left(content: &EntryContent) -> Vec<String> {
    match content {
        EntryContent::Split { parts, .. } => parts.iter().map(|part| part.object.to_string()).collect(),
        _ => Vec::new(),
    }
}

pub fn enter(context: &Context, given: &Enter) -> CommandResult {
    let language = context.language;
    let receipt = reference(context, given.receipt.as_deref(), given.receipt_at)?;
    let refusal = given.refusal(context)?;
    let call = api::transactions().registry().enter(
        Static(given.case),
        receipt.map(Static),
        given.result_code.map(Static),
        refusal.map(Static),
    );
    let (done, event) = act::<_, api::registry::events::Entered>(context, &call)?;
    let entry = &event.entry.0;
    let (rights, certificates) = made(&entry.content);
    let kinds: Vec<_> = rights.iter().map(|right| right.kind).collect();
    let numbers: Vec<_> = certificates.iter().map(|one| one.number.to_string()).collect();
    let shown: Vec<_> = certificates
        .iter()
        .map(|one| json!({ "number": one.number.to_string(), "issue": one.issue }))
        .collect();
    let mut report = Report::new(facts(given.case))
        .fact("object", entry.no.object.to_string().into())
        .fact("entry", entry.no.to_string().into())
        .fact("certificate", numbers.first().cloned().into())
        .fact("certificates", shown.into())
        .fact("rights", json!(kinds))
        .fact("entered_at", entry.at.to_string().into())
        .brief(numbers.join(" "))
        .done(language.pick("已记载入簿", "entered in the register"))
        .row(language.pick("登记对象", "object"), entry.no.object.to_string())
        .row(language.pick("登记簿记载", "entry"), entry.no.to_string());
    let parts = left(&entry.content);
    if !parts.is_empty() {
        report = report
            .fact("parts", json!(parts))
            .row(language.pick("拆出的对象", "objects that left"), parts.join(", "));
    }
    for one in certificates {
        report = report.row(
            language.pick("凭证编号", "certificate"),
            language.pick(
                format!("{}  第 {} 版", one.number, one.issue),
                format!("{}  issue {}", one.number, one.issue),
            ),
        );
    }
    report = report
        .row(
            language.pick("权利", "rights"),
            if kinds.is_empty() {
                language.pick("不创设权利", "none is created").to_owned()
            } else {
                words::words(language, &kinds)
            },
        )
        .row(language.pick("记载时间", "entered at"), words::moment(entry.at));
    if let Some(RefusalLetter { channel, letter }) = refusal {
        report = report
            .fact(
                "refusal",
                json!({ "channel": channel, "letter": letter.to_string() }),
            )
            .row(
                language.pick("其余权利不予登记的通知", "notice of the rights refused"),
                letter.to_string(),
            );
    }
    Ok(in_block(language, report, &done))
}

pub fn refuse(context: &Context, given: &Refuse) -> CommandResult {
    let letter = given.letter.digest(context)?;
    let calls = api::transactions().registry();
    let call = calls.refuse(
        Static(given.case),
        Static(given.ground),
        Static(given.letter.channel),
        Static(letter),
    );
    let done = context.language.pick("已决定不予登记", "refused");
    let subjects = [
        Subject::case(given.case),
        Subject::new("notice", "书面通知摘要", letter),
    ];
    simple(context, &call, done, &subjects)
}

pub fn terminate(context: &Context, given: &Terminate) -> CommandResult {
    let record = digest(context, &given.record)?;
    let letter = given.letter.digest(context)?;
    let calls = api::transactions().registry();
    let call = calls.terminate(
        Static(given.case),
        Static(record),
        Static(given.letter.channel),
        Static(letter),
    );
    let done = context
        .language
        .pick("已终止登记（不是不予登记）", "terminated, which is no refusal");
    let subjects = [
        Subject::case(given.case),
        Subject::new("record", "决定摘要", record),
        Subject::new("notice", "书面通知摘要", letter),
    ];
    simple(context, &call, done, &subjects)
}

pub fn appeal(context: &Context, given: &Appeal) -> CommandResult {
    let statement = digest(context, &given.statement)?;
    let call = |capacity| {
        api::transactions()
            .registry()
            .appeal(capacity, Static(given.case), Static(statement))
    };
    let what = context.language.pick("已申请复评", "re-assessment asked for");
    let subjects = [
        Subject::case(given.case),
        Subject::new("statement", "陈述摘要", statement),
    ];
    simple_as(context, &given.capacity, call, what, &subjects)
}

pub fn decide_appeal(context: &Context, given: &DecideAppeal) -> CommandResult {
    let language = context.language;
    let record = digest(context, &given.record)?;
    let calls = api::transactions().registry();
    let call = calls.decide_appeal(Static(given.case), Static(given.result), Static(record));
    let (done, event) = act::<_, api::registry::events::AppealDecided>(context, &call)?;
    let mut report = Report::new(facts(given.case))
        .fact("result", words::code(&given.result).into())
        .brief(given.case.to_string())
        .done(language.pick("复评已作出决定", "the re-assessment is decided"))
        .row(language.pick("案件", "case"), given.case.to_string())
        .row(
            language.pick("结果", "result"),
            words::word(language, &given.result),
        );
    // The refused rights of an entered case are examined anew in cases of their own.
    let opened: Vec<(CaseId, ObjectId)> = event
        .opened
        .0
        .into_iter()
        .map(|(case, object)| (case.0, object.0))
        .collect();
    for (case, object) in &opened {
        report = report.row(
            language.pick("新案件", "new case"),
            language.pick(
                format!("{case}，登记对象 {object}"),
                format!("{case}, object {object}"),
            ),
        );
    }
    let opened: Vec<_> = opened
        .iter()
        .map(|(case, object)| json!({ "case": case.to_string(), "object": object.to_string() }))
        .collect();
    Ok(in_block(language, report.fact("opened", opened.into()), &done))
}
