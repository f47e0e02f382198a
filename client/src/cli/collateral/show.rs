//! Pledges, reservations and waiting deeds, as they stand.

use clap::Args;
use quanji_client::{chain::View, language::Language};
use quanji_primitives::{
    collateral::{Amount, PledgeStatus, ReservationStatus, Sum},
    marks::RightSet,
    v1::{PledgeRecord, ReservationRecord},
    DeedId, ObjectId, RightId,
};
use serde_json::{json, Value};

use super::{
    super::{
        context::Context,
        exit::Failure,
        node::{not_found, with_view},
        output::Report,
        words, CommandResult,
    },
    propose::warn_of_statutory,
    waiting::{self, Over},
};

/// A deed.
#[derive(Debug, Args)]
pub struct One {
    /// The deed: D1-7-N
    pub deed: DeedId,
}

/// Arguments of `pledge list`.
#[derive(Debug, Args)]
pub struct List {
    /// The right: R1-1-2-T
    pub right: RightId,
}

/// A sum in words.
pub fn sum(language: Language, sum: &Sum) -> String {
    let currency = sum.currency;
    match sum.amount {
        Amount::InClear(least) => format!("{currency} {}.{:02}", least / 100, least % 100),
        Amount::Committed(digest) => language.pick(
            format!("{currency}，金额未公开（摘要 {digest}）"),
            format!("{currency}, the amount is committed to by {digest}"),
        ),
    }
}

/// Rights of an object, each by its identifier.
pub fn rights_of(object: ObjectId, rights: RightSet) -> Vec<String> {
    let right = |index| RightId { object, index }.to_string();
    rights.numbers().map(right).collect()
}

pub fn show(context: &Context, deed: DeedId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        if let Some((record, status)) = view.pledge(deed).await? {
            return pledge(language, &view, deed, &record, status).await;
        }
        if let Some((record, status)) = view.reservation(deed).await? {
            return Ok(reservation(language, deed, &record, status));
        }
        let waiting = view.deed(deed).await?;
        let waiting = waiting.ok_or_else(|| not_found(deed.to_string()))?;
        let missing = view.deed_signatures_missing(deed).await?;
        let over = Over::of(&view, &waiting, &missing).await?;
        Ok(waiting::shown(language, deed, &waiting, &missing, over.as_ref()))
    })
}

async fn pledge(
    language: Language,
    view: &View,
    deed: DeedId,
    record: &PledgeRecord,
    status: PledgeStatus,
) -> CommandResult {
    let mut report = Report::new(json!({
        "pledge": deed.to_string(),
        "status": status,
        "record": record,
    }))
    .brief(words::word(language, &status))
    .row(language.pick("质押", "pledge"), deed.to_string())
    .row(language.pick("状态", "status"), words::word(language, &status))
    .row(language.pick("形式", "form"), words::word(language, &record.form))
    .row(language.pick("质权人", "pledgee"), record.pledgee.to_string())
    .row(
        language.pick("担保金额", "secures"),
        sum(language, &record.secured),
    )
    .row(
        language.pick("登记至", "registered through"),
        record.through.to_string(),
    );
    let mut ranks = Vec::new();
    for item in &record.collateral {
        for number in item.rights.numbers() {
            let right = RightId {
                object: item.object,
                index: number,
            };
            let on = view.ranks(right).await?;
            let Some(rank) = on.into_iter().find(|rank| rank.deed == deed) else {
                continue;
            };
            ranks.push(
                json!({ "right": right.to_string(), "ledger": rank.ledger, "statutory": rank.statutory }),
            );
            report = report.row(
                right.to_string(),
                rank_text(language, rank.ledger, rank.statutory),
            );
        }
    }
    if let Some(statutory) = record.statutory {
        let register = words::word(language, &statutory.register);
        let (number, at) = (statutory.number.as_str(), words::moment(statutory.registered_at));
        report = report.row(
            language.pick("法定登记", "statutory register"),
            format!("{register} {number}, {at}"),
        );
    }
    if let Some(demand) = record.demanded {
        report = report.row(
            language.pick("解除期限", "release due"),
            words::moment(demand.overdue_from),
        );
    }
    if let Some(notice) = record.default {
        report = report.row(
            language.pick("违约通知", "default notice"),
            notice.given_on.to_string(),
        );
    }
    let report = report.fact("ranks", Value::Array(ranks));
    let report = match status {
        PledgeStatus::Overdue => report.caution(language.pick(
            "已要求解除，逾期未解除",
            "its release was demanded and is overdue",
        )),
        PledgeStatus::Lapsed => report.caution(language.pick(
            "登记已失效：不再锁定权利；质权本身不因此消灭",
            "its registration has lapsed and locks nothing; that is not the end of the pledge",
        )),
        _ => report,
    };
    Ok(warn_of_statutory(language, report, Some(record)))
}

fn rank_text(language: Language, ledger: u32, statutory: Option<u32>) -> String {
    let by_statute = statutory.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
    language.pick(
        format!("本登记顺位 {ledger}，法定顺位 {by_statute}"),
        format!("ledger rank {ledger}, statutory rank {by_statute}"),
    )
}

fn reservation(
    language: Language,
    deed: DeedId,
    record: &ReservationRecord,
    status: ReservationStatus,
) -> Report {
    let report = Report::new(json!({
        "reservation": deed.to_string(),
        "status": status,
        "record": record,
    }))
    .brief(words::word(language, &status))
    .row(language.pick("顺位预留", "reservation"), deed.to_string())
    .row(language.pick("状态", "status"), words::word(language, &status))
    .row(
        language.pick("金融机构", "financier"),
        record.financier.to_string(),
    )
    .row(
        language.pick("权利", "rights"),
        rights_of(record.object, record.rights).join(", "),
    )
    .row(
        language.pick("最高金额", "at most"),
        sum(language, &record.maximum),
    )
    .row(language.pick("至", "until"), words::moment(record.until));
    match record.used_by {
        Some(pledge) => report.row(language.pick("由此质押使用", "used by"), pledge.to_string()),
        None => report,
    }
}

pub fn list(context: &Context, right: RightId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let ranks = view.ranks(right).await?;
        let deeds = view.deeds_on(right.object).await?;
        let head = [
            language.pick("契据", "deed"),
            language.pick("种类", "kind"),
            language.pick("权利人", "holder"),
            language.pick("本登记顺位", "ledger rank"),
            language.pick("法定顺位", "statutory rank"),
        ];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        rows.extend(ranks.iter().map(|rank| {
            vec![
                rank.deed.to_string(),
                words::word(language, &rank.secured),
                rank.holder.to_string(),
                rank.ledger.to_string(),
                rank.statutory
                    .map_or_else(|| "-".to_owned(), |rank| rank.to_string()),
            ]
        }));
        let json = json!({
            "right": right.to_string(),
            "ranks": ranks.iter().map(rank_json).collect::<Vec<_>>(),
            "waiting": deeds.iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>(),
        });
        let report = Report::new(json).table(rows);
        let now = view.register_time().await?;
        Ok::<_, Failure>(waiting::listed(language, report, &deeds, now))
    })
}

fn rank_json(rank: &quanji_primitives::collateral::Rank) -> Value {
    json!({
        "deed": rank.deed.to_string(),
        "kind": rank.secured,
        "holder": rank.holder.to_string(),
        "ledger": rank.ledger,
        "statutory": rank.statutory,
    })
}
