//! `quanji entry`: what an authority does of its own motion 依职权: extinction, cancellation, revocation, correction.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    chain::{api, Static},
    language::Language,
};
use quanji_primitives::{
    ending::{Correction, CorrectionGround, Extinction, Motion, MotionMatter, RevocationGround},
    filing::Evidence,
    marks::RightSet,
    object::DataLevel,
    Bounded, CaseId, Digest, ObjectId, PartyId,
};
use serde_json::json;

use super::{
    context::Context,
    day_book::Rights,
    exit::Failure,
    node::{
        act, arguments, coded, description, digest, evidence, in_block, simple, submit, with_chain,
        with_view, Subject,
    },
    output::Report,
    words, CommandResult,
};

/// `quanji entry …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Propose that rights are extinguished: the data destroyed, what they rest on ended, the holder ceased (examiner or reviewer)
    Extinguish(Extinguish),
    /// Propose that rights are cancelled because the authority found that they should be (examiner or reviewer)
    Cancel(Cancel),
    /// Propose that a registration is revoked, with a fact of bad faith on who obtained it (examiner or reviewer)
    Revoke(Revoke),
    /// Propose that facts registered wrongly are corrected (examiner or reviewer)
    Correct(Correct),
    /// Carry out what was proposed (reviewer, another person than who proposed it)
    Execute(Execute),
    /// Drop what was proposed (examiner or reviewer)
    Drop(Drop),
    /// Show what is proposed of the authority's own motion for an object
    Show(One),
}

/// An object.
#[derive(Debug, Args)]
pub struct One {
    /// The object: O1-1-5
    object: ObjectId,
}

/// With what an officer proves and explains it.
#[derive(Debug, Args)]
pub struct Proof {
    /// A document that proves it, repeated: other:FILE or contract:sha2-256:…
    #[arg(long, value_name = "KIND:FILE|DIGEST")]
    evidence: Vec<String>,
    /// The reasoned decision, which is the written notice: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
}

/// Arguments of `entry extinguish`.
#[derive(Debug, Args)]
pub struct Extinguish {
    #[command(flatten)]
    rights: Rights,
    /// Why: data-destroyed, basis-ended, person-ceased or other-law
    #[arg(long, value_parser = coded::<Extinction>)]
    ground: Extinction,
    #[command(flatten)]
    proof: Proof,
}

/// Arguments of `entry cancel`.
#[derive(Debug, Args)]
pub struct Cancel {
    #[command(flatten)]
    rights: Rights,
    #[command(flatten)]
    proof: Proof,
}

/// Arguments of `entry revoke`.
#[derive(Debug, Args)]
pub struct Revoke {
    #[command(flatten)]
    rights: Rights,
    /// What was proven: false-material, altered, improper-use or other-law
    #[arg(long, value_parser = coded::<RevocationGround>)]
    ground: RevocationGround,
    /// Who obtained the registration: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    party: PartyId,
    /// The case in which it was obtained [default: the one with the number of the object]: C1-1-T
    #[arg(long, value_name = "CASE")]
    case: Option<CaseId>,
    #[command(flatten)]
    proof: Proof,
}

/// The facts of a correction.
#[derive(Debug, Args)]
pub struct Facts {
    /// The corrected description, sealed where it is confidential
    #[arg(long, value_name = "FILE")]
    description: Option<PathBuf>,
    /// The industry division of GB/T 4754, two digits: 74
    #[arg(long)]
    industry: Option<u8>,
    /// The form of a product: 1 data set, 2 interface, 3 model, 4 verification, 5 index, 6 report
    #[arg(long)]
    form: Option<u8>,
    /// The level: general, important
    #[arg(long, value_parser = coded::<DataLevel>)]
    level: Option<DataLevel>,
}

impl Facts {
    /// The facts as the register takes them.
    pub fn correction(&self, context: &Context) -> Result<Correction, Failure> {
        let description = match &self.description {
            Some(file) => Some(Digest::Sha2_256(description(context, file)?.digest())),
            None => None,
        };
        Ok(Correction {
            description,
            industry: self.industry,
            form: self.form,
            level: self.level,
        })
    }
}

/// Arguments of `entry correct`.
#[derive(Debug, Args)]
pub struct Correct {
    /// The object: O1-1-5
    object: ObjectId,
    /// Why: slip (of the authority) or proven-error
    #[arg(long, value_parser = coded::<CorrectionGround>)]
    ground: CorrectionGround,
    #[command(flatten)]
    facts: Facts,
    #[command(flatten)]
    proof: Proof,
}

/// Arguments of `entry execute`.
#[derive(Debug, Args)]
pub struct Execute {
    /// The object: O1-1-5
    object: ObjectId,
    /// The corrected description, where it is published; nothing else has a text
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
}

/// Arguments of `entry drop`.
#[derive(Debug, Args)]
pub struct Drop {
    /// The object: O1-1-5
    object: ObjectId,
    /// Why: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    reason: String,
}

/// Runs a command of `quanji entry`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Extinguish(given) => {
            let ground = given.ground;
            let matter = |rights| MotionMatter::Extinction { rights, ground };
            ending(context, &given.rights, &given.proof, matter)
        }
        Command::Cancel(given) => {
            let matter = |rights| MotionMatter::Cancellation { rights };
            ending(context, &given.rights, &given.proof, matter)
        }
        Command::Revoke(given) => revoke(context, &given),
        Command::Correct(given) => {
            let matter = MotionMatter::Correction {
                ground: given.ground,
                facts: given.facts.correction(context)?,
            };
            propose(context, given.object, matter, &given.proof)
        }
        Command::Execute(given) => execute(context, &given),
        Command::Drop(given) => drop(context, &given),
        Command::Show(one) => show(context, one.object),
    }
}

fn ending(
    context: &Context,
    rights: &Rights,
    proof: &Proof,
    matter: impl FnOnce(RightSet) -> MotionMatter,
) -> CommandResult {
    let (object, rights) = rights.named()?;
    propose(context, object, matter(rights), proof)
}

fn revoke(context: &Context, given: &Revoke) -> CommandResult {
    let (object, rights) = given.rights.named()?;
    let matter = MotionMatter::Revocation {
        rights,
        ground: given.ground,
        party: given.party,
        case: given.case.unwrap_or(CaseId(object.0)),
    };
    propose(context, object, matter, &given.proof)
}

fn propose(context: &Context, object: ObjectId, matter: MotionMatter, proof: &Proof) -> CommandResult {
    let language = context.language;
    let documents = proof
        .evidence
        .iter()
        .map(|one| evidence(context, one))
        .collect::<Result<Vec<_>, _>>()?;
    let documents: Bounded<Evidence, 16> = documents.try_into().map_err(|_| arguments("--evidence"))?;
    let record = digest(context, &proof.record)?;
    let documents = documents.into_iter().map(Static).collect();
    let documents = api::runtime_types::bounded_collections::bounded_vec::BoundedVec(documents);
    let calls = api::transactions().registry();
    let call = calls.propose_motion(Static(object), Static(matter), documents, Static(record));
    let (done, event) = act::<_, api::registry::events::MotionProposed>(context, &call)?;
    let what = language.pick(
        "已提出，由另一人员执行；有关各方已获通知",
        "proposed: another person carries it out; everybody concerned is told",
    );
    let told: Vec<_> = event.told.0.iter().map(|party| party.0.to_string()).collect();
    let report = Report::new(json!({ "object": object.to_string(), "motion": event.motion.0, "told": told }))
        .brief(object.to_string())
        .done(what);
    let report = summary(language, report, object, &event.motion.0);
    Ok(in_block(language, told_of(language, report, &told), &done))
}

/// What is proposed, as lines.
fn summary(language: Language, report: Report, object: ObjectId, motion: &Motion) -> Report {
    let report = report
        .row(language.pick("登记对象", "object"), object.to_string())
        .row(
            language.pick("事项", "matter"),
            words::word(language, &motion.matter),
        );
    let report = match motion.matter.ends() {
        Some((rights, _)) if rights != RightSet::NONE => {
            let numbers: Vec<_> = rights.numbers().map(|number| number.to_string()).collect();
            report.row(language.pick("权利编号", "rights"), numbers.join(", "))
        }
        _ => report,
    };
    let ground = match &motion.matter {
        MotionMatter::Extinction { ground, .. } => Some(words::word(language, ground)),
        MotionMatter::Revocation { ground, .. } => Some(words::word(language, ground)),
        MotionMatter::Correction { ground, .. } => Some(words::word(language, ground)),
        MotionMatter::Cancellation { .. } => None,
    };
    match ground {
        Some(ground) => report.row(language.pick("原因", "ground"), ground),
        None => report,
    }
}

fn told_of(language: Language, report: Report, told: &[String]) -> Report {
    if told.is_empty() {
        return report;
    }
    report.row(
        language.pick("已通知", "told"),
        told.join(language.pick("、", ", ")),
    )
}

fn execute(context: &Context, given: &Execute) -> CommandResult {
    let (language, object) = (context.language, given.object);
    let text = match &given.text {
        Some(file) => Some(description(context, file)?.canonical().to_vec()),
        None => None,
    };
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        // What is in a block stays there, though the call fails: so the register is asked before the text is sent.
        let view = chain.now().await?;
        view.can_execute_motion(signer.public(), object, text.clone())
            .await?;
        let text = text.map(api::runtime_types::bounded_collections::bounded_vec::BoundedVec);
        let call = api::transactions()
            .registry()
            .execute_motion(Static(object), text);
        let done = submit(context, &chain, &*signer, &call).await?;
        let event = done.event::<api::registry::events::MotionExecuted>()?;
        let told: Vec<_> = event.told.0.iter().map(|party| party.0.to_string()).collect();
        let (travelling, ended) = (event.travelling.0, event.ended.0);
        let report = Report::new(json!({
            "object": object.to_string(),
            "marks_that_travel": travelling,
            "marks_that_end": ended,
            "told": told,
        }))
        .brief(object.to_string())
        .done(language.pick("已执行并记载", "carried out and entered"))
        .row(language.pick("登记对象", "object"), object.to_string());
        let marks = |marks: &[u32]| {
            let numbers: Vec<_> = marks.iter().map(ToString::to_string).collect();
            numbers.join(", ")
        };
        let report = [
            (language.pick("随附的备注", "marks that stay on them"), travelling),
            (language.pick("终止的备注", "marks that ended"), ended),
        ]
        .into_iter()
        .filter(|(_, numbers)| !numbers.is_empty())
        .fold(report, |report, (label, numbers)| {
            report.row(label, marks(&numbers))
        });
        Ok(in_block(language, told_of(language, report, &told), &done))
    })
}

fn drop(context: &Context, given: &Drop) -> CommandResult {
    let reason = digest(context, &given.reason)?;
    let calls = api::transactions().registry();
    let call = calls.drop_motion(Static(given.object), Static(reason));
    let what = context.language.pick("已撤回", "dropped");
    let subjects = [
        Subject::new("object", "登记对象", given.object),
        Subject::new("reason", "理由摘要", reason),
    ];
    simple(context, &call, what, &subjects)
}

fn show(context: &Context, object: ObjectId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let Some(motion) = view.motion(object).await? else {
            let json = json!({ "object": object.to_string(), "motion": null });
            return Ok(Report::new(json).text(language.pick("没有待执行的事项", "nothing is proposed")));
        };
        let by = words::signed(language, &motion.by);
        let report = Report::new(json!({ "object": object.to_string(), "motion": motion }));
        let report = summary(language, report.brief(object.to_string()), object, &motion);
        Ok(report.row(language.pick("提出者", "proposed by"), by))
    })
}
