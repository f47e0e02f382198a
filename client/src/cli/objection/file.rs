//! An objection is filed, and completed.

use clap::Args;
use quanji_client::chain::{api, Static, View};
use quanji_primitives::{
    filing::{Evidence, EvidenceKind},
    marks::RightSet,
    objection::ObjectionGround,
    ObjectId, ObjectionId, PartyId,
};
use serde_json::json;

use super::{
    super::{
        capacity::{act_as, Capacity},
        context::Context,
        exit::Failure,
        node::{bad_value, coded, digest, in_block, not_found, pair, with_view},
        output::Report,
        words, CommandResult,
    },
    step,
};

/// The numbers of rights that one object can have lie below this.
const RIGHTS_MAX: u32 = 64;

/// Arguments of `objection file`.
#[derive(Debug, Args)]
pub struct File {
    /// The object: O1-1-5
    object: ObjectId,
    /// A contested right by its number in the object, repeated; all stand on one certificate
    #[arg(long = "right", value_name = "NUMBER", required = true, value_parser = clap::value_parser!(u32).range(..i64::from(RIGHTS_MAX)))]
    rights: Vec<u32>,
    /// Whose rights they are [default: the holder of the first right named]
    #[arg(long, value_name = "PARTY")]
    registrant: Option<PartyId>,
    /// The ground: title, unlawful-source, error, personal-rights, other-law
    #[arg(long, value_parser = coded::<ObjectionGround>)]
    ground: ObjectionGround,
    /// The statement of facts: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    facts: String,
    /// A supporting document, repeated: identity:FILE or contract:sha2-256:…
    #[arg(long, value_name = "KIND:FILE|DIGEST")]
    evidence: Vec<String>,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `objection complete`.
#[derive(Debug, Args)]
pub struct Complete {
    /// The objection: J1-1-2
    objection: ObjectionId,
    /// A supporting document, repeated; all of them again, with what was missing
    #[arg(long, value_name = "KIND:FILE|DIGEST", required = true)]
    evidence: Vec<String>,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

type Documents = api::runtime_types::bounded_collections::bounded_vec::BoundedVec<Static<Evidence>>;

fn documents(context: &Context, given: &[String]) -> Result<Documents, Failure> {
    let read = |text: &String| {
        let (kind, document) = pair("--evidence", text)?;
        let kind = coded::<EvidenceKind>(kind).map_err(|reason| bad_value("--evidence", text, reason))?;
        let digest = digest(context, document)?;
        Ok(Static(Evidence { kind, digest }))
    };
    let all = given.iter().map(read).collect::<Result<Vec<_>, Failure>>()?;
    Ok(api::runtime_types::bounded_collections::bounded_vec::BoundedVec(
        all,
    ))
}

/// The holder of a right; of several the first, for each may answer.
async fn holder(view: &View, object: ObjectId, right: u32) -> Result<PartyId, Failure> {
    let title = view.title(object).await?;
    let title = title.ok_or_else(|| not_found(object.to_string()))?;
    usize::try_from(right)
        .ok()
        .and_then(|place| title.rights.get(place))
        .and_then(|right| right.holders.parties().first().copied())
        .ok_or_else(|| not_found(format!("{object} --right {right}")))
}

pub fn file(context: &Context, given: &File) -> CommandResult {
    let language = context.language;
    let facts = digest(context, &given.facts)?;
    let evidence = documents(context, &given.evidence)?;
    let rights: RightSet = given.rights.iter().copied().collect();
    let first = given.rights.first().copied().unwrap_or(0);
    let registrant = match given.registrant {
        Some(registrant) => registrant,
        None => with_view(
            context,
            |view| async move { holder(&view, given.object, first).await },
        )?,
    };
    let call = |capacity| {
        api::transactions().disputes().object(
            capacity,
            Static(given.object),
            Static(rights),
            Static(registrant),
            Static(given.ground),
            Static(facts),
            evidence,
        )
    };
    let (done, event) = act_as::<_, api::disputes::events::ObjectionFiled>(context, &given.capacity, call)?;
    let (objection, due) = (event.objection.0, event.due.0);
    let numbers: Vec<_> = rights.numbers().collect();
    let report = Report::new(json!({
        "objection": objection.to_string(),
        "object": given.object.to_string(),
        "rights": numbers,
        "registrant": registrant.to_string(),
        "objector": event.objector.0.to_string(),
        "ground": given.ground,
        "due": words::due_json(due),
    }))
    .brief(objection.to_string())
    .done(language.pick("异议已提交", "objection filed"))
    .row(language.pick("异议", "objection"), objection.to_string())
    .row(language.pick("登记对象", "object"), given.object.to_string())
    .row(language.pick("登记权利人", "registrant"), registrant.to_string())
    .row(
        language.pick("理由", "ground"),
        words::word(language, &given.ground),
    )
    .row(
        language.pick("通知登记权利人的期限", "the registrant is told until"),
        words::due(language, due),
    );
    Ok(in_block(language, report, &done))
}

pub fn complete(context: &Context, given: &Complete) -> CommandResult {
    let evidence = documents(context, &given.evidence)?;
    let call = |capacity| {
        api::transactions()
            .disputes()
            .complete_objection(capacity, Static(given.objection), evidence)
    };
    let (done, event) =
        act_as::<_, api::disputes::events::ObjectionCompleted>(context, &given.capacity, call)?;
    let what = context.language.pick("异议已补正", "objection completed");
    let until = ("通知登记权利人的期限", "the registrant is told until");
    let due = Some(event.due.0);
    Ok(step(context, given.objection, &done, what, until, due))
}
