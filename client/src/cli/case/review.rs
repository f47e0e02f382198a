//! Review: further proof, inquiries to third parties, extensions.

use clap::Args;
use quanji_client::chain::{api, Static};
use quanji_primitives::{
    case::{Answer as Outcome, Inquired},
    filing::EvidenceKind,
    object::QueryCode,
    CaseId, PartyId,
};

use super::{
    super::{
        capacity::{act_as, Capacity},
        context::Context,
        exit::Failure,
        letter::Letter,
        node::{act, coded, digest, done, evidence, simple, submit, with_chain, Subject},
        CommandResult,
    },
    in_state,
    intake::bare,
    timed,
};

/// Arguments of `case ask`.
#[derive(Debug, Args)]
pub struct Ask {
    /// The case: C1-1-T
    case: CaseId,
    /// What is asked for, repeated: identity, lawful-acquisition, sample, contract, impact-assessment, open-data-licence, condition-proof, other
    #[arg(long, required = true, value_name = "EVIDENCE-KIND", value_parser = coded::<EvidenceKind>)]
    item: Vec<EvidenceKind>,
    /// Working days to answer, from delivery of the notice
    #[arg(long, value_name = "WORKING-DAYS")]
    days: u16,
    /// The written notice
    #[command(flatten)]
    letter: Letter,
}

/// Arguments of `case answer`.
#[derive(Debug, Args)]
pub struct Answer {
    /// The case: C1-1-T
    case: CaseId,
    /// A document, repeated: contract:FILE or contract:sha2-256:…; each kind that was asked for
    #[arg(long, required = true, value_name = "KIND:FILE|DIGEST")]
    evidence: Vec<String>,
    /// The query code of a product of authorised operation that was accepted by silence without one
    #[arg(long, value_name = "CODE", value_parser = query_code)]
    query_code: Option<QueryCode>,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `case inquire`.
#[derive(Debug, Args)]
pub struct Inquire {
    /// The case: C1-1-T
    case: CaseId,
    /// Whom
    #[command(flatten)]
    whom: Whom,
    /// The letter of inquiry: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    letter: String,
}

/// Who is asked.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Whom {
    /// An interested party on the register: P1-1-Q
    #[arg(long)]
    party: Option<PartyId>,
    /// A public body, named in the letter
    #[arg(long)]
    public_body: bool,
    /// Anybody else, named in the letter
    #[arg(long)]
    other: bool,
}

impl Whom {
    fn inquired(&self) -> Inquired {
        match (self.party, self.public_body) {
            (Some(party), _) => Inquired::Party(party),
            (None, true) => Inquired::PublicBody,
            (None, false) => Inquired::Other,
        }
    }
}

/// Arguments of `case inquiry-answer`.
#[derive(Debug, Args)]
pub struct InquiryAnswer {
    /// The case: C1-1-T
    case: CaseId,
    /// Number of the inquiry in the case, from 0, as `quanji case show` has it
    #[arg(long)]
    number: u8,
    /// What came of it: confirmed, contradicted, not-verifiable
    #[arg(long, value_parser = coded::<Outcome>)]
    answer: Outcome,
    /// The record of the answer: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
}

/// Arguments of `case extend`.
#[derive(Debug, Args)]
pub struct Extend {
    /// The case: C1-1-T
    case: CaseId,
    /// Working days to add; all extensions together have the regime's limit
    #[arg(long, value_name = "WORKING-DAYS")]
    days: u16,
    /// The written reason: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    reason: String,
}

pub fn ask(context: &Context, given: &Ask) -> CommandResult {
    let language = context.language;
    let items = given.item.iter().copied().map(Static).collect::<Vec<_>>();
    let items = api::runtime_types::bounded_collections::bounded_vec::BoundedVec(items);
    let call = api::transactions().registry().request_supplement(
        Static(given.case),
        items,
        given.days,
        Static(given.letter.channel),
        Static(given.letter.digest(context)?),
    );
    let (done, event) = act::<_, api::registry::events::SupplementRequested>(context, &call)?;
    let what = language.pick(
        "已要求补充证明；自送达之日起审查期限暂停",
        "further proof asked for; the clock pauses on the day of delivery",
    );
    let until = language.pick("补充期限", "to be given until");
    Ok(timed(context, given.case, &done, what, until, bare(event.due)))
}

/// A query code, as it stands on the public platform.
fn query_code(text: &str) -> Result<QueryCode, &'static str> {
    let bytes = text.as_bytes().to_vec();
    bytes
        .try_into()
        .map_err(|_| "a query code has at most 32 characters")
}

pub fn answer(context: &Context, given: &Answer) -> CommandResult {
    let language = context.language;
    let documents = given
        .evidence
        .iter()
        .map(|text| evidence(context, text).map(Static))
        .collect::<Result<Vec<_>, Failure>>()?;
    let documents = api::runtime_types::bounded_collections::bounded_vec::BoundedVec(documents);
    let code = given.query_code.as_ref().map(|code| code.to_vec());
    let code = code.map(api::runtime_types::bounded_collections::bounded_vec::BoundedVec);
    let call = |capacity| {
        api::transactions()
            .registry()
            .answer_supplement(capacity, Static(given.case), documents, code)
    };
    let (done, event) =
        act_as::<_, api::registry::events::SupplementAnswered>(context, &given.capacity, call)?;
    let what = language.pick(
        "证明已补充；审查期限继续计算",
        "further proof given; the clock runs again",
    );
    let until = language.pick("审查期限", "review until");
    Ok(match bare(event.due) {
        // Something else may stop the clock, such as a conflict.
        None => super::super::node::done(language, what, &[Subject::case(given.case)], &done),
        due => timed(context, given.case, &done, what, until, due),
    })
}

pub fn inquire(context: &Context, given: &Inquire) -> CommandResult {
    let language = context.language;
    let letter = digest(context, &given.letter)?;
    let inquired = given.whom.inquired();
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let call =
            api::transactions()
                .registry()
                .inquire(Static(given.case), Static(inquired), Static(letter));
        let finalised = submit(context, &chain, &*signer, &call).await?;
        let case = in_state(&chain, given.case).await?;
        // The last one with this letter is the one just sent.
        let number = case.inquiries.iter().rposition(|one| one.letter == letter);
        let what = language.pick("查询已发出", "inquiry sent");
        let mut subjects = vec![Subject::case(given.case)];
        subjects.extend(number.map(|number| Subject::new("number", "查询编号", number)));
        subjects.push(match inquired {
            Inquired::Party(party) => Subject::new("asked", "查询对象", party),
            other => Subject::word(language, "asked", "查询对象", &other),
        });
        Ok(done(language, what, &subjects, &finalised))
    })
}

pub fn record_answer(context: &Context, given: &InquiryAnswer) -> CommandResult {
    let language = context.language;
    let record = digest(context, &given.record)?;
    let call = api::transactions().registry().record_inquiry_answer(
        Static(given.case),
        given.number,
        Static(given.answer),
        Static(record),
    );
    let subjects = [
        Subject::case(given.case),
        Subject::new("number", "查询编号", given.number),
        Subject::word(language, "answer", "结果", &given.answer),
    ];
    let what = language.pick("查询结果已记录", "the answer is recorded");
    simple(context, &call, what, &subjects)
}

pub fn extend(context: &Context, given: &Extend) -> CommandResult {
    let language = context.language;
    let reason = digest(context, &given.reason)?;
    let call = api::transactions()
        .registry()
        .extend(Static(given.case), given.days, Static(reason));
    let (done, event) = act::<_, api::registry::events::ReviewExtended>(context, &call)?;
    let what = language.pick(
        format!("审查期限已延长 {} 个工作日", given.days),
        format!("the time of review is extended by {} working day(s)", given.days),
    );
    let until = language.pick("审查期限", "review until");
    Ok(match bare(event.due) {
        None => super::super::node::done(language, &what, &[Subject::case(given.case)], &done),
        due => timed(context, given.case, &done, &what, until, due),
    })
}
