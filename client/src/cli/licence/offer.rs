//! Offering, signing and withdrawing.

use clap::Args;
use quanji_client::chain::{api, Static, View};
use quanji_primitives::{
    dealing::Obstacle,
    marks::Effect,
    terms::LicenceFiling,
    v1::{CertificateRecord, EntryContent},
    ObjectId, PartyId, RightId,
};
use serde_json::json;

use super::{
    super::{
        capacity::{act_as, simple_as, Capacity},
        check,
        context::Context,
        exit::{Exit, Failure},
        node::{in_block, not_found, submit, with_chain, with_view, Subject},
        output::Report,
        CommandResult,
    },
    contents::{ensure_within, policy_of, Contents},
    offer_name, words, Message,
};

/// Arguments of `licence offer`.
#[derive(Debug, Args)]
pub struct Offer {
    /// The right to license from: R1-1-3-P
    right: RightId,
    /// The licensee: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// What it says
    #[command(flatten)]
    contents: Contents,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `licence withdraw`.
#[derive(Debug, Args)]
pub struct Which {
    /// The object: O1-1-5
    object: ObjectId,
    /// Number of the offer on it
    #[arg(long, value_name = "NUMBER")]
    offer: u32,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `licence accept`.
#[derive(Debug, Args)]
pub struct Accept {
    /// The object: O1-1-5
    object: ObjectId,
    /// Number of the offer on it
    #[arg(long, value_name = "NUMBER")]
    offer: u32,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Marks that stand in the way are named before anything is signed.
async fn ensure_no_mark(
    context: &Context,
    view: &View,
    object: ObjectId,
    filing: &LicenceFiling,
) -> Result<(), Failure> {
    let language = context.language;
    // Who has a pledge or reservation may still consent to the offer.
    let mut in_way = view.obstacles(object, filing).await?;
    in_way.retain(|one| one.effect == Effect::Refused);
    if in_way.is_empty() {
        return Ok(());
    }
    let shown: Vec<_> = in_way
        .into_iter()
        .map(|one| in_the_way(context, object, one))
        .collect();
    let marks = shown.join(language.pick("。", ". "));
    Err(Failure::new(Exit::Refused, Message::Marks { marks })
        .with_fact("rule", "Licences::MarkInTheWay")
        .with_fact("who", "holder"))
}

fn in_the_way(context: &Context, object: ObjectId, one: Obstacle) -> String {
    let (language, mark) = (context.language, one.mark);
    let text = check::text(language, object, &one.into());
    language.pick(format!("备注 {mark}：{text}"), format!("mark {mark}: {text}"))
}

pub fn offer(context: &Context, given: &Offer) -> CommandResult {
    let language = context.language;
    let object = given.right.object;
    let draft = given.contents.draft(context, given.right.index, given.to)?;
    let filing = with_view(context, |view| async move {
        let filing = draft.complete(language, &view, object, None).await?;
        ensure_no_mark(context, &view, object, &filing).await?;
        Ok(filing)
    })?;
    let call = |capacity| {
        api::transactions()
            .licences()
            .offer(capacity, Static(object), Static(filing.clone()))
    };
    let (done, event) = act_as::<_, api::licences::events::LicenceOffered>(context, &given.capacity, call)?;
    let missing: Vec<_> = event.missing.0.iter().map(|party| party.0.to_string()).collect();
    let report = Report::new(json!({
        "object": object.to_string(),
        "offer": event.offer,
        "right": given.right.to_string(),
        "licensee": given.to.to_string(),
        "policy": filing.policy.to_string(),
        "open_until": filing.open_until.to_string(),
        "missing": missing,
    }))
    .brief(event.offer.to_string())
    .done(language.pick("许可要约已提出", "licence offered"))
    .row(language.pick("要约", "offer"), offer_name(object, event.offer))
    .row(language.pick("被许可人", "licensee"), given.to.to_string());
    let report = words::terms(language, report, &filing.terms)
        .row(language.pick("许可条款摘要", "policy"), filing.policy.to_string())
        .row(language.pick("待签署", "waits for"), missing.join(", "));
    Ok(in_block(language, report, &done))
}

/// The voucher in the entry that the last signature made.
fn voucher(content: &EntryContent) -> Option<&CertificateRecord> {
    match content {
        EntryContent::Licensed { voucher, .. } => Some(voucher),
        _ => None,
    }
}

pub fn accept(context: &Context, given: &Accept) -> CommandResult {
    let (language, object, number) = (context.language, given.object, given.offer);
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let offers = view.offers_on(object).await?;
        let found = offers.into_iter().find(|(one, _)| *one == number);
        let (_, offer) = found.ok_or_else(|| not_found(offer_name(object, number)))?;
        // The signatory makes the policy again from the terms that it reads.
        let policy = policy_of(&view, object, &offer.filing).await?;
        if policy.digest != offer.filing.policy {
            let message = Message::OtherPolicy {
                found: offer.filing.policy.to_string(),
                expected: policy.digest.to_string(),
            };
            return Err(Failure::new(Exit::Refused, message));
        }
        ensure_within(language, &view, object, &offer.filing).await?;
        let capacity = given.capacity.registered(context, &view).await?;
        let call = api::transactions().licences().accept(
            Static(capacity),
            Static(object),
            number,
            Static(policy.digest),
        );
        let done = submit(context, &chain, &*signer, &call).await?;
        let report = Report::new(json!({ "object": object.to_string(), "offer": number }));
        let Ok(granted) = done.event::<api::licences::events::LicenceGranted>() else {
            let signed = done.event::<api::licences::events::OfferSigned>()?;
            let missing: Vec<_> = signed.missing.0.iter().map(|party| party.0.to_string()).collect();
            let report = report
                .fact("missing", json!(missing))
                .brief(number.to_string())
                .done(language.pick("要约已签署", "offer signed"))
                .row(language.pick("待签署", "waits for"), missing.join(", "));
            return Ok(in_block(language, report, &done));
        };
        let licence = RightId {
            object,
            index: granted.licence,
        };
        let entered = done.event::<api::registry::events::Entered>()?;
        let voucher = voucher(&entered.entry.0.content).map(|voucher| voucher.number.to_string());
        let shown = voucher.clone().unwrap_or_default();
        let report = report
            .fact("licence", licence.to_string().into())
            .fact("voucher", voucher.into())
            .brief(licence.to_string())
            .done(language.pick("许可已记载", "licence entered"))
            .row(language.pick("许可", "licence"), licence.to_string())
            .row(language.pick("许可凭证", "voucher"), shown);
        let report = words::terms(language, report, &offer.filing.terms);
        Ok(in_block(language, report, &done))
    })
}

pub fn withdraw(context: &Context, given: &Which) -> CommandResult {
    let call = |capacity| {
        api::transactions()
            .licences()
            .withdraw_offer(capacity, Static(given.object), given.offer)
    };
    let what = context.language.pick("要约已撤回", "offer withdrawn");
    let subjects = [
        Subject::new("object", "登记对象", given.object),
        Subject::new("offer", "要约", given.offer),
    ];
    simple_as(context, &given.capacity, call, what, &subjects)
}
