//! Signatures of those who apply together, and consents of those for whom marks stand.

use clap::Args;
use quanji_client::{
    chain::{api, Static},
    language::Language,
};
use quanji_primitives::{
    case::{Case, Signing},
    CaseId,
};
use serde_json::json;

use super::{
    super::{
        capacity::{act_as, simple_as, Capacity},
        context::Context,
        node::{in_block, Subject},
        output::Report,
        words, CommandResult,
    },
    facts, OneOfParty,
};

/// Arguments of `case consent` and `case revoke-consent`.
#[derive(Debug, Args)]
pub struct Consent {
    /// The case: C1-1-T
    case: CaseId,
    /// Number of the mark in the object, as `quanji check` names it
    #[arg(long, value_name = "NUMBER")]
    mark: u32,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

impl Consent {
    fn subjects(&self) -> [Subject; 2] {
        [Subject::case(self.case), Subject::new("mark", "备注", self.mark)]
    }
}

/// Signs a dealing.
pub fn sign(context: &Context, given: &OneOfParty) -> CommandResult {
    let language = context.language;
    let call = |capacity| api::transactions().registry().sign(capacity, Static(given.case));
    let (done, event) = act_as::<_, api::registry::events::CaseSigned>(context, &given.capacity, call)?;
    let report = Report::new(facts(given.case))
        .fact("party", event.party.0.to_string().into())
        .fact("complete", event.complete.into())
        .brief(given.case.to_string())
        .done(if event.complete {
            language.pick(
                "已签署；签署齐备，案件即为收到",
                "signed; all have signed, and the case is filed",
            )
        } else {
            language.pick("已签署；尚待他方签署", "signed; others have not signed yet")
        })
        .row(language.pick("案件", "case"), given.case.to_string())
        .row(language.pick("签署者", "party"), event.party.0.to_string());
    Ok(in_block(language, report, &done))
}

/// Consents to what a case does, for whom a mark stands.
pub fn consent(context: &Context, given: &Consent) -> CommandResult {
    let call = |capacity| {
        let calls = api::transactions().registry();
        calls.consent_to_case(capacity, Static(given.case), given.mark)
    };
    let what = context.language.pick("已同意", "consented");
    simple_as(context, &given.capacity, call, what, &given.subjects())
}

/// Revokes such a consent.
pub fn revoke_consent(context: &Context, given: &Consent) -> CommandResult {
    let call = |capacity| {
        let calls = api::transactions().registry();
        calls.revoke_case_consent(capacity, Static(given.case), given.mark)
    };
    let what = context.language.pick("同意已撤回", "consent revoked");
    simple_as(context, &given.capacity, call, what, &given.subjects())
}

/// Who has signed, whose signature is awaited, and which holders of marks consented.
pub fn signatures(language: Language, case: &Case, mut report: Report) -> Report {
    let mut json = Vec::new();
    for concerned in &case.concerned {
        let (code, text) = match concerned.signing {
            Signing::NotNeeded => (
                "not_needed",
                language.pick("无需签署", "need not sign").to_owned(),
            ),
            Signing::Awaited => ("awaited", language.pick("待签署", "has not signed").to_owned()),
            Signing::Given { via, at } => {
                let how = words::via(language, &via).unwrap_or_default();
                (
                    "given",
                    format!("{} {how}", words::moment(at)).trim_end().to_owned(),
                )
            }
        };
        json.push(json!({ "party": concerned.party.to_string(), "signing": code }));
        report = report.row(
            language.pick("签署", "signature"),
            format!("{}  {text}", concerned.party),
        );
    }
    for consent in &case.consents {
        report = report.row(
            language.pick("备注权利人的同意", "consent of the holder of a mark"),
            language.pick(
                format!("备注 {}：{}", consent.mark, consent.party),
                format!("mark {}: {}", consent.mark, consent.party),
            ),
        );
    }
    report.fact("signatures", json.into())
}
