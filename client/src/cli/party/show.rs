//! `quanji party show`.

use clap::Args;
use quanji_client::{
    chain::{Erasure, Recovery, View},
    keys::address_of,
    language::Language,
};
use quanji_primitives::{
    person::{CreditCode, Person},
    v1::{PartyRecord, PartyStanding},
    PartyId,
};
use serde_json::{json, Value};

use super::{
    super::{
        context::Context,
        node::{account, arguments, bytes_of, hex_of, not_found, with_view},
        output::Report,
        words, CommandResult,
    },
    bad_faith, person_text,
};

/// Arguments of `party show`.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Arguments {
    /// The party: P1-1-Q
    party: Option<PartyId>,
    /// By unified social credit code
    #[arg(long, value_name = "CODE")]
    code: Option<CreditCode>,
    /// By the commitment of a natural person
    #[arg(long, value_name = "HEX")]
    commitment: Option<String>,
    /// By account
    #[arg(long)]
    account: Option<String>,
}

/// Shows a party.
pub fn run(context: &Context, given: &Arguments) -> CommandResult {
    let by_account = given
        .account
        .as_deref()
        .map(|text| account(context, text))
        .transpose()?;
    let by_commitment = given
        .commitment
        .as_deref()
        .map(|text| bytes_of("--commitment", text))
        .transpose()?;
    with_view(context, |view| async move {
        let (party, what) = match (given.party, given.code, by_commitment, by_account) {
            (Some(party), ..) => (Some(party), party.to_string()),
            (_, Some(code), ..) => {
                let legal = view.party_by_person(Person::LegalPerson(code)).await?;
                let found = match legal {
                    Some(party) => Some(party),
                    None => {
                        view.party_by_person(Person::UnincorporatedOrganisation(code))
                            .await?
                    }
                };
                (found, code.to_string())
            }
            (_, _, Some(commitment), _) => (
                view.party_by_person(Person::NaturalPerson(commitment)).await?,
                hex_of(&commitment),
            ),
            (_, _, _, Some(account)) => (view.party_of(account).await?, address_of(&account)),
            _ => return Err(arguments("PARTY, --code, --commitment, --account")),
        };
        let party = party.ok_or_else(|| not_found(what.clone()))?;
        let record = view.party(party).await?.ok_or_else(|| not_found(what))?;
        describe(context, &view, party, &record).await
    })
}

async fn describe(context: &Context, view: &View, party: PartyId, record: &PartyRecord) -> CommandResult {
    let language = context.language;
    let accounts: Vec<_> = view.accounts_of(party).await?.iter().map(address_of).collect();
    let recovery = view.recovery(party).await?;
    let (standing, reason) = match record.standing {
        PartyStanding::Good => (words::word(language, &record.standing), None),
        PartyStanding::Suspended(reason) => (
            format!(
                "{}: {}",
                words::word(language, &record.standing),
                words::word(language, &reason)
            ),
            Some(reason),
        ),
        PartyStanding::Erased => (
            language
                .pick("自然人（已删除）", "natural person (erased)")
                .to_owned(),
            None,
        ),
        PartyStanding::InSuccession | PartyStanding::Succeeded => {
            (words::word(language, &record.standing), None)
        }
    };
    let erasure = view.erasure(party).await?;
    let (facts, now) = (view.bad_faith(party).await?, view.register_time().await?);
    let current = view.current(party).await?;
    let predecessors = view.predecessors(party).await?;
    let predecessors: Vec<String> = predecessors.iter().map(ToString::to_string).collect();
    let mut report = Report::new(json!({
        "party": party.to_string(),
        "person": record.person,
        "roles": record.roles,
        "admitted_by": record.admitted_by.to_string(),
        "admitted_at": record.admitted_at.to_string(),
        "in_good_standing": record.is_in_good_standing(),
        "standing": words::code(&record.standing),
        "current": current.to_string(),
        "predecessors": predecessors,
        "suspended_for": reason,
        "accounts": accounts,
        "recovery": recovery.as_ref().map(recovery_json),
        "erased": record.is_erased(),
        "erasure": erasure.as_ref().map(erasure_json),
    }))
    .brief(party.to_string())
    .row(language.pick("主体", "party"), party.to_string())
    .row(
        language.pick("类别", "kind"),
        words::word(language, &record.person.kind()),
    )
    .row(language.pick("身份", "person"), person_text(&record.person))
    .row(
        language.pick("角色", "roles"),
        words::words(language, &record.roles),
    )
    .row(language.pick("状态", "standing"), standing)
    .row(
        language.pick("接纳", "admitted"),
        format!("{} {}", record.admitted_by, words::moment(record.admitted_at)),
    );
    if let Some(erasure) = &erasure {
        report = erasure_rows(language, report, erasure);
    }
    report = bad_faith::describe(language, report, &facts, now);
    if current != party {
        report = report.row(
            language.pick("现主体", "stands in its place"),
            current.to_string(),
        );
    }
    if !predecessors.is_empty() {
        report = report.row(
            language.pick("所承继的主体", "successor of"),
            predecessors.join(", "),
        );
    }
    if accounts.is_empty() && !record.is_erased() {
        report = report.row(
            language.pick("账户", "account"),
            language.pick(
                "无：经窗口或代理人办理",
                "none: acts at the counter or through an agent",
            ),
        );
    }
    for account in accounts {
        report = report.row(language.pick("账户", "account"), account);
    }
    if let Some(recovery) = recovery {
        let (lost, replacement) = (address_of(&recovery.lost), address_of(&recovery.replacement));
        report = report.caution(match recovery.ready_at {
            None => language.pick(
                format!("有人提出以 {replacement} 替换 {lost}，尚未确认"),
                format!("it is proposed that {replacement} replaces {lost}; not confirmed yet"),
            ),
            Some(ready) => language.pick(
                format!("{replacement} 将于 {} 起可替换 {lost}", words::moment(ready)),
                format!("{replacement} may replace {lost} from {}", words::moment(ready)),
            ),
        });
    }
    Ok(report)
}

/// When erasure was asked for, until when it is due, and when it was carried out.
fn erasure_rows(language: Language, mut report: Report, erasure: &Erasure) -> Report {
    let due = words::due(language, erasure.due);
    report = report
        .row(
            language.pick("请求删除", "erasure asked for"),
            words::moment(erasure.received_at),
        )
        .row(language.pick("办理期限", "to be carried out until"), due);
    if let Some(late) = words::overdue(language, erasure.overdue) {
        report = report.row(language.pick("逾期", "overdue"), late);
    }
    match &erasure.done {
        Some(done) => report.row(
            language.pick("已办理", "carried out"),
            words::signed(language, done),
        ),
        None => report,
    }
}

fn erasure_json(erasure: &Erasure) -> Value {
    json!({
        "via": words::via_json(&erasure.via),
        "received_at": erasure.received_at.to_string(),
        "due": words::due_json(erasure.due),
        "overdue": erasure.overdue,
        "done": erasure.done.as_ref().map(words::signed_json),
    })
}

fn recovery_json(recovery: &Recovery) -> Value {
    json!({
        "lost": address_of(&recovery.lost),
        "replacement": address_of(&recovery.replacement),
        "proposed_by": recovery.proposed_by.to_string(),
        "proposed_at": recovery.proposed_at.to_string(),
        "ready_at": recovery.ready_at.map(|at| at.to_string()),
    })
}
