//! The cases in state, with their standing.

use std::collections::BTreeMap;

use clap::Args;
use quanji_client::{chain::View, language::Language};
use quanji_primitives::{
    case::{Case, Standing},
    AuthorityId, CaseId, OfficerId, PartyId,
};
use serde_json::{json, Value};

use super::super::{
    context::Context,
    exit::Failure,
    node::{bad_value, with_view},
    output::Report,
    words, CommandResult,
};

/// The statuses by which a list can be narrowed.
const STATUSES: [&str; 18] = [
    "filed",
    "returned",
    "never_filed",
    "examining",
    "awaiting_approval",
    "awaiting_publication",
    "in_notice",
    "ready_to_enter",
    "refused",
    "withdrawn",
    "awaiting_supplement",
    "investigating_objection",
    "awaiting_evidence",
    "in_conflict",
    "under_appeal",
    "terminated",
    "must_be_refused",
    "partly_refused",
];

/// Arguments of `case list`.
#[derive(Debug, Args)]
pub struct List {
    /// Cases of this authority only: A1-Q
    #[arg(long)]
    authority: Option<AuthorityId>,
    /// Cases with this status only: filed, returned, never-filed, examining, awaiting-supplement, awaiting-approval, awaiting-publication, in-notice, investigating-objection, ready-to-enter, awaiting-evidence, must-be-refused, in-conflict, refused, partly-refused, under-appeal, terminated, withdrawn
    #[arg(long, value_name = "STATUS")]
    stage: Option<String>,
    /// Cases that this officer handles only: F1-1-X
    #[arg(long)]
    handler: Option<OfficerId>,
    /// Cases in which this party is applicant, joint applicant, future holder or agent only: P1-1-Q
    #[arg(long)]
    party: Option<PartyId>,
    /// Cases whose deadline has passed only
    #[arg(long)]
    overdue: bool,
}

impl List {
    fn wants(&self, case: &Case, standing: &Standing, stage: Option<&str>) -> bool {
        let handled = self.handler.is_none_or(|officer| case.handler == Some(officer));
        let staged = stage.is_none_or(|wanted| words::code(&standing.status) == wanted);
        let concerned = self.party.is_none_or(|party| case.concerns(party));
        handled && staged && concerned && (!self.overdue || standing.overdue > 0)
    }
}

pub fn list(context: &Context, given: &List) -> CommandResult {
    let language = context.language;
    let stage = given.stage.as_ref().map(|stage| stage.replace('-', "_"));
    if let Some(wanted) = stage.as_deref().filter(|wanted| !STATUSES.contains(wanted)) {
        return Err(bad_value("--stage", wanted, STATUSES.join(", ")));
    }
    with_view(context, |view| async move {
        let standings = standings(&view, given.authority).await?;
        let mut json = Vec::new();
        let mut rows = vec![[
            language.pick("案件", "case"),
            language.pick("申请人", "applicant"),
            language.pick("对象", "object"),
            language.pick("申请的权利", "claims"),
            language.pick("审查日", "day"),
            language.pick("逾期", "overdue"),
            language.pick("状态", "status"),
        ]
        .map(str::to_owned)
        .to_vec()];
        for (id, case) in view.cases().await? {
            let Some(standing) = standings.get(&id) else {
                continue;
            };
            if given.wants(&case, standing, stage.as_deref()) {
                json.push(facts(id, &case, standing));
                rows.push(row(language, id, &case, standing));
            }
        }
        let report = Report::new(json!({ "cases": json }));
        Ok(if rows.len() > 1 {
            report.table(rows)
        } else {
            report.text(language.pick("没有案件", "no cases"))
        })
    })
}

/// The standing of every case, or of one authority's.
async fn standings(
    view: &View,
    authority: Option<AuthorityId>,
) -> Result<BTreeMap<CaseId, Standing>, Failure> {
    let authorities = match authority {
        Some(authority) => vec![authority],
        None => view.authorities().await?.into_iter().map(|(id, _)| id).collect(),
    };
    let mut all = BTreeMap::new();
    for authority in authorities {
        all.extend(view.standings(authority).await?);
    }
    Ok(all)
}

fn facts(id: CaseId, case: &Case, standing: &Standing) -> Value {
    let kinds = case.filing.claimed();
    let mut facts = json!({
        "case": id.to_string(),
        "act": case.act,
        "applicant": case.applicant.to_string(),
        "claims": kinds,
        "handler": case.handler.map(|officer| officer.to_string()),
    });
    for (name, value) in words::standing_facts(standing) {
        facts[name] = value;
    }
    facts
}

fn row(language: Language, id: CaseId, case: &Case, standing: &Standing) -> Vec<String> {
    let (_, text, _) = words::status(language, &standing.status);
    let kinds = case.filing.claimed();
    let what = match case.first() {
        Some(filing) => words::word(language, &filing.facts.kind),
        None => words::word(language, &case.act),
    };
    let overdue = match standing.overdue {
        0 => String::new(),
        days => days.to_string(),
    };
    vec![
        id.to_string(),
        case.applicant.to_string(),
        what,
        words::words(language, &kinds),
        standing
            .review
            .map_or_else(String::new, |(used, limit)| format!("{used}/{limit}")),
        overdue,
        text,
    ]
}
