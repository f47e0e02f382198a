//! The steps that receipts of the national service system allow.

use std::path::{Path, PathBuf};

use clap::Args;
use futures::{stream, StreamExt};
use quanji_client::{
    chain::{api, Chain, News, Static, SubmitError, View},
    description::DOCUMENT_BYTES_MAX,
    files,
    keys::Signer,
    language::{Language, Localised},
    national::{published_text, receipts, withheld, NationalError, Receipt, ReceiptKind},
};
use quanji_primitives::{
    authority::OfficerRole,
    case::{object_of_first_registration, Case, Reference, Stage},
    filing::Withholding,
    v1::EntryContent,
    CaseId, Digest,
};
use serde_json::{json, Value};

use super::super::{
    clock::moment,
    context::Context,
    exit::{Exit, Failure},
    many::{with_failures, Failed},
    node::with_chain,
    output::Report,
    words, CommandResult,
};

/// Descriptions are never longer.
const TEXT_BYTES_MAX: u64 = DOCUMENT_BYTES_MAX as u64;

/// Lists of receipts and the documents that they name are never longer.
const RECEIPTS_BYTES_MAX: usize = 64 << 20;

/// Arguments of `national receipts`.
#[derive(Debug, Args)]
pub struct Receipts {
    /// List of receipts, as docs/national-exchange.md describes
    file: PathBuf,
    /// Folder with the description of each case to be published: C1-1-T.json
    #[arg(long, value_name = "FOLDER")]
    texts: Option<PathBuf>,
}

quanji_client::messages! {
    /// What stands against a receipt before its step is sent.
    enum Message {
        /// The key is no officer's.
        NotAnOfficer { account: String } =>
            zh "账户 {account} 不属于在任人员", remedy "由登记机构的经办人或复核人办理";
            en "the account {account} belongs to no officer in office", remedy "an examiner or reviewer of the authority acts on receipts";
        /// The case is not there.
        NoCase { case: String } => zh "没有案件 {case}"; en "there is no case {case}";
        /// The moment cannot be read.
        NoMoment { at: String } =>
            zh "“{at}”不是时刻", remedy "写成 2026-11-09T09:30:00+08:00";
            en "{at} is no moment", remedy "write 2026-11-09T09:30:00+08:00";
        /// A file cannot be read.
        Unreadable { file: String, reason: String } =>
            zh "无法读取 {file}：{reason}", remedy "给出摘要，或回执清单所在文件夹中的文件名";
            en "{file} cannot be read: {reason}", remedy "give a digest, or the name of a file beside the list";
    }
}

/// Where a receipt stands in the list, and its case.
#[derive(Debug, Clone, Copy)]
struct Place {
    index: usize,
    case: CaseId,
}

impl Place {
    fn shown(self) -> String {
        format!("{} {}", self.index, self.case)
    }

    fn json(self) -> Value {
        json!({ "index": self.index, "case": self.case.to_string() })
    }
}

/// A step that a receipt allows.
enum Step {
    /// Publish, with this text.
    Publish(Reference, Option<Vec<u8>>),
    /// Enter.
    Enter(Reference),
}

/// What a receipt allows.
enum Allowed {
    /// Nothing: its step was taken before.
    Already,
    /// A step that another officer takes.
    ToAnother,
    /// This step.
    Step(Step),
}

/// What came of the receipts.
#[derive(Default)]
struct Outcome {
    published: Vec<Value>,
    entered: Vec<Value>,
    already: Vec<Value>,
    left: Vec<Value>,
    failed: Vec<Failed>,
}

pub fn run(context: &Context, given: &Receipts) -> CommandResult {
    let language = context.language;
    let list = receipts(&context.read(&given.file, RECEIPTS_BYTES_MAX)?)?;
    let signer = context.signer()?;
    let signer = &*signer;
    let mut outcome = Outcome::default();
    let ended = with_chain(context, |chain| {
        let outcome = &mut outcome;
        async move {
            let steps = prepare(&chain.now().await?, signer, given, list, language, outcome).await?;
            let (notices, evidence): (Vec<_>, Vec<_>) = steps
                .into_iter()
                .partition(|(_, step)| matches!(step, Step::Publish(..)));
            publish(&chain, signer, notices, language, outcome).await?;
            enter(&chain, signer, evidence, language, outcome).await
        }
    });
    ended.map_err(|failure| {
        failure
            .with_fact("published", outcome.published.clone())
            .with_fact("entered", outcome.entered.clone())
    })?;
    let counted = |all: &[Value]| all.len().to_string();
    let mut report = Report::new(json!({
        "published": outcome.published,
        "entered": outcome.entered,
        "already": outcome.already,
        "left": outcome.left,
    }))
    .brief((outcome.published.len() + outcome.entered.len()).to_string())
    .done(language.pick("回执已处理", "receipts taken"))
    .row(language.pick("已公示", "published"), counted(&outcome.published))
    .row(language.pick("已记载", "entered"), counted(&outcome.entered))
    .row(
        language.pick("此前已办", "done before"),
        counted(&outcome.already),
    );
    if !outcome.left.is_empty() {
        report = report
            .row(
                language.pick("留待他人", "left to others"),
                counted(&outcome.left),
            )
            .text(language.pick(
                "公示由经办人办理，记载由复核人办理；由其运行同一命令",
                "an examiner publishes and a reviewer enters: each runs the same command",
            ));
    }
    Ok(with_failures(language, report, &outcome.failed))
}

/// Sorts the receipts: steps that this officer takes now, and what needs none.
async fn prepare(
    view: &View,
    signer: &dyn Signer,
    given: &Receipts,
    list: Vec<Result<Receipt, NationalError>>,
    language: Language,
    outcome: &mut Outcome,
) -> Result<Vec<(Place, Step)>, Failure> {
    let account = signer.address();
    let officer = view.officer_of(signer.public()).await?;
    let (_, officer) =
        officer.ok_or_else(|| Failure::new(Exit::Refused, Message::NotAnOfficer { account }))?;
    let mut steps = Vec::new();
    for (index, receipt) in list.into_iter().enumerate() {
        let receipt = match receipt {
            Ok(receipt) => receipt,
            Err(error) => {
                let facts = json!({ "index": index });
                outcome
                    .failed
                    .push(Failed::new(index.to_string(), facts, &error, language));
                continue;
            }
        };
        let place = Place {
            index,
            case: receipt.case.0,
        };
        let role = match receipt.kind {
            ReceiptKind::Notice => OfficerRole::Examiner,
            ReceiptKind::Evidence => OfficerRole::Reviewer,
        };
        match step(view, given, &receipt, officer.roles.contains(&role)).await? {
            Ok(Allowed::Already) => outcome.already.push(place.json()),
            Ok(Allowed::ToAnother) => outcome.left.push(place.json()),
            Ok(Allowed::Step(step)) => steps.push((place, step)),
            Err(error) => {
                outcome
                    .failed
                    .push(Failed::new(place.shown(), place.json(), &*error, language));
            }
        }
    }
    Ok(steps)
}

/// What a receipt allows; what is wrong with it is the inner error.
async fn step(
    view: &View,
    given: &Receipts,
    receipt: &Receipt,
    has_role: bool,
) -> Result<Result<Allowed, Box<dyn Localised>>, Failure> {
    let id = receipt.case.0;
    if let Some(case) = view.case(id).await? {
        return Ok(allowed(given, receipt, &case, has_role));
    }
    // An entered case is no longer in state; case and object share one serial number.
    let object = object_of_first_registration(id);
    let entered = view.title(object).await?.is_some();
    let case = id.to_string();
    Ok(if entered {
        Ok(Allowed::Already)
    } else {
        Err(Box::new(Message::NoCase { case }))
    })
}

fn allowed(
    given: &Receipts,
    receipt: &Receipt,
    case: &Case,
    has_role: bool,
) -> Result<Allowed, Box<dyn Localised>> {
    let reference = Reference {
        document: document(given, &receipt.document)?,
        at: moment(&receipt.at).map_err(|_| {
            let at = receipt.at.clone();
            Box::new(Message::NoMoment { at }) as Box<dyn Localised>
        })?,
    };
    let published = case.notice.and_then(|notice| notice.national);
    let is_notice = receipt.kind == ReceiptKind::Notice;
    // An entered case stays in state while some of its claims were refused.
    let entered = case.stage == Stage::PartlyRefused;
    if entered || (is_notice && published == Some(reference)) {
        return Ok(Allowed::Already);
    }
    if !has_role {
        return Ok(Allowed::ToAnother);
    }
    if !is_notice {
        return Ok(Allowed::Step(Step::Enter(reference)));
    }
    let id = receipt.case.0;
    let file = match (&given.texts, withheld(case)) {
        (_, Some(Withholding::Whole)) | (None, _) => None,
        (Some(folder), _) => Some(read(&folder.join(format!("{id}.json")), TEXT_BYTES_MAX)?),
    };
    let text =
        published_text(id, case, file.as_deref()).map_err(|error| Box::new(error) as Box<dyn Localised>)?;
    Ok(Allowed::Step(Step::Publish(reference, text)))
}

/// A digest, or that of a file beside the list.
fn document(given: &Receipts, text: &str) -> Result<Digest, Box<dyn Localised>> {
    if let Ok(digest) = text.parse() {
        return Ok(digest);
    }
    let folder = given.file.parent().unwrap_or_else(|| Path::new("."));
    let content = read(&folder.join(text), RECEIPTS_BYTES_MAX as u64)?;
    Ok(Digest::sha2_256(&content))
}

fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Box<dyn Localised>> {
    files::read_at_most(path, limit).map_err(|error| {
        Box::new(Message::Unreadable {
            file: path.display().to_string(),
            reason: error.to_string(),
        }) as Box<dyn Localised>
    })
}

async fn publish(
    chain: &Chain,
    signer: &dyn Signer,
    steps: Vec<(Place, Step)>,
    language: Language,
    outcome: &mut Outcome,
) -> Result<(), SubmitError> {
    let calls = stream::iter(steps).filter_map(|(place, step)| async move {
        let Step::Publish(reference, text) = step else {
            return None;
        };
        let text = text.map(api::runtime_types::bounded_collections::bounded_vec::BoundedVec);
        let call = api::transactions()
            .registry()
            .publish(Static(place.case), text, Some(Static(reference)));
        Some((place, call))
    });
    let tell = &mut |news: News<'_, Place>| {
        let News::Settled(place, result) = news else {
            return;
        };
        let due = result.and_then(|done| Ok(done.event::<api::registry::events::NoticePublished>()?.due.0));
        match due {
            Ok(due) => {
                let mut published = place.json();
                published["due"] = words::due_json(due);
                outcome.published.push(published);
            }
            Err(error) => outcome
                .failed
                .push(Failed::of_call(place.shown(), place.json(), &error, language)),
        }
    };
    chain.submit_many(signer, Box::pin(calls), tell).await
}

async fn enter(
    chain: &Chain,
    signer: &dyn Signer,
    steps: Vec<(Place, Step)>,
    language: Language,
    outcome: &mut Outcome,
) -> Result<(), Failure> {
    let calls = stream::iter(steps).filter_map(|(place, step)| async move {
        let Step::Enter(reference) = step else {
            return None;
        };
        let call =
            api::transactions()
                .registry()
                .enter(Static(place.case), Some(Static(reference)), None, None);
        Some((place, call))
    });
    let tell = &mut |news: News<'_, Place>| {
        let News::Settled(place, result) = news else {
            return;
        };
        let entry = result.and_then(|done| Ok(done.event::<api::registry::events::Entered>()?.entry.0));
        match entry {
            Ok(entry) => {
                let mut entered = place.json();
                entered["object"] = entry.no.object.to_string().into();
                entered["certificates"] = numbers(&entry.content).into();
                outcome.entered.push(entered);
            }
            Err(error) => outcome
                .failed
                .push(Failed::of_call(place.shown(), place.json(), &error, language)),
        }
    };
    Ok(chain.submit_many(signer, Box::pin(calls), tell).await?)
}

/// The numbers of the certificates that an entry issues.
fn numbers(content: &EntryContent) -> Vec<String> {
    match content {
        EntryContent::FirstRegistration { certificates, .. }
        | EntryContent::FurtherHolder { certificates, .. } => {
            certificates.iter().map(|one| one.number.to_string()).collect()
        }
        EntryContent::FurtherRights { certificate, .. }
        | EntryContent::Renewed { certificate, .. }
        | EntryContent::ParticularsChanged { certificate, .. } => {
            vec![certificate.number.to_string()]
        }
        EntryContent::Transferred { certificates, .. } => certificates
            .iter()
            .map(|(_, one)| one.number.to_string())
            .collect(),
        EntryContent::Changed { certificates, .. } | EntryContent::Split { certificates, .. } => certificates
            .iter()
            .map(|(_, one)| one.number.to_string())
            .collect(),
        EntryContent::Licensed { voucher, .. } => vec![voucher.number.to_string()],
        _ => Vec::new(),
    }
}
