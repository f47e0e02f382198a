//! Stamps as they stand now.

use quanji_client::{chain::View, language::Language};
use quanji_primitives::{
    clock::Moment,
    day_book::{Finding, Measure, PledgesUnderRuling, Stamp, StampStatus},
    marks::{standings, Mark, MarkStanding},
    AuthorityId, DeedId, Digest, RightId, StampId,
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
    label,
    words::{entered_between, organ, organ_json, range_json, term},
};

/// How a stamp stands, in words.
fn status_text(language: Language, stamp: &Stamp, status: StampStatus) -> String {
    let until = words::moment(stamp.confirm_by);
    let (zh, en) = match status {
        StampStatus::Provisional => (
            format!("待另一人员确认，{until} 前未确认即失效"),
            format!("waits for a second person; falls at {until} unless confirmed"),
        ),
        StampStatus::Confirmed => ("已确认".into(), "confirmed".into()),
        StampStatus::Rejected => ("不予确认".into(), "rejected".into()),
        StampStatus::Fallen => (
            format!("{until} 前未确认，已失效"),
            format!("not confirmed before {until}: it has fallen"),
        ),
    };
    language.pick(zh, en)
}

/// What an instrument orders, in words.
fn measure_text(language: Language, measure: &Measure) -> String {
    let of = |measure: String, one: String| format!("{measure} {one}");
    match measure {
        Measure::Seizure { term: given, .. } => {
            of(language.pick("查封", "seizure").into(), term(language, *given))
        }
        Measure::Control { term: given, .. } => of(
            language.pick("行政管制", "administrative control").into(),
            term(language, *given),
        ),
        Measure::Renewal {
            of: renewed,
            term: given,
        } => language.pick(
            format!("续行 {renewed}，{}", term(language, *given)),
            format!("renewal of {renewed}, {}", term(language, *given)),
        ),
        Measure::Release { of: released } => {
            language.pick(format!("解除 {released}"), format!("release of {released}"))
        }
        Measure::Transfer {
            of: seizure,
            to,
            pledges,
            ..
        } => {
            let pledges = pledges_text(language, pledges);
            language.pick(
                format!("依查封 {seizure} 裁定转移给 {to}{pledges}"),
                format!("transfer to {to} on seizure {seizure}{pledges}"),
            )
        }
        Measure::Ending { ground, .. } => {
            let ground = words::word(language, ground);
            language.pick(
                format!("终止权利（{ground}）"),
                format!("end of rights ({ground})"),
            )
        }
    }
}

/// What a ruling says of the pledges, in words; nothing where they travel.
fn pledges_text(language: Language, pledges: &PledgesUnderRuling) -> String {
    match pledges {
        PledgesUnderRuling::Travel => String::new(),
        PledgesUnderRuling::End => language.pick("，其上的质押消灭", "; the pledges end").to_owned(),
        PledgesUnderRuling::Enforced { pledge, .. } => language.pick(
            format!("，实现质押 {pledge}"),
            format!("; pledge {pledge} is enforced"),
        ),
    }
}

/// What a ruling says of the pledges.
fn pledges(stamp: &Stamp) -> Option<PledgesUnderRuling> {
    match stamp.measure {
        Measure::Transfer { pledges, .. } => Some(pledges),
        _ => None,
    }
}

/// The pledge that a ruling enforces, with the statement of the surplus.
fn enforced(stamp: &Stamp) -> Option<(DeedId, Digest)> {
    match pledges(stamp)? {
        PledgesUnderRuling::Enforced { pledge, surplus } => Some((pledge, surplus)),
        PledgesUnderRuling::Travel | PledgesUnderRuling::End => None,
    }
}

fn facts(id: StampId, stamp: &Stamp, status: StampStatus) -> Value {
    json!({
        "stamp": id.to_string(),
        "number": id.serial(),
        "status": status,
        "object": stamp.object.to_string(),
        "measure": words::code(&stamp.measure),
        "rights": rights(stamp),
        "of": stamp.measure.of().map(|of| of.to_string()),
        "pledges": pledges(stamp).map(|pledges| words::code(&pledges)),
        "enforces": enforced(stamp).map(|(pledge, _)| pledge.to_string()),
        "surplus": enforced(stamp).map(|(_, surplus)| surplus.to_string()),
        "organ": organ_json(stamp.paper.organ),
        "instrument": stamp.paper.instrument.to_string(),
        "for": stamp.paper.applicant.map(|party| party.to_string()),
        "received_at": stamp.paper.received_at.to_string(),
        "stamped_at": stamp.stamped.at.to_string(),
        "stamped_by": stamp.stamped.officer.to_string(),
        "confirm_by": stamp.confirm_by.to_string(),
        "second": stamp.found.map(|(_, signed)| words::signed_json(&signed)),
        "reason": stamp.found.and_then(|(finding, _)| match finding {
            Finding::Rejected(reason) => Some(reason.to_string()),
            Finding::Confirmed => None,
        }),
        "mark": stamp.mark,
        "entered_between": stamp.entered_between.map(range_json),
    })
}

/// The rights that an instrument names.
fn rights(stamp: &Stamp) -> Vec<String> {
    let right = |index| RightId {
        object: stamp.object,
        index,
    };
    let named = stamp.measure.rights().unwrap_or_default();
    named.numbers().map(|number| right(number).to_string()).collect()
}

/// The mark of a stamp, as it stands now.
async fn mark_of(view: &View, stamp: &Stamp) -> Result<Option<(u32, Mark, MarkStanding)>, Failure> {
    let Some(number) = stamp.mark else { return Ok(None) };
    let Some(title) = view.title(stamp.object).await? else {
        return Ok(None);
    };
    let all = title.marks.iter().zip(standings(&title.marks, title.now));
    let found = (0..).zip(all).find(|(known, _)| *known == number);
    Ok(found.map(|(number, (mark, standing))| (number, *mark, standing)))
}

/// A mark as it stands now, in words.
fn mark_text(language: Language, number: u32, standing: &MarkStanding) -> String {
    let kind = words::word(language, &standing.kind);
    let state = words::word(language, &standing.state);
    let until = match standing.until {
        Some(until) => {
            let until = words::moment(until);
            language.pick(format!("，至 {until}"), format!(", until {until}"))
        }
        None => String::new(),
    };
    language.pick(
        format!("第 {number} 项：{kind}，{state}{until}"),
        format!("{number}: {kind}, {state}{until}"),
    )
}

pub fn show(context: &Context, id: StampId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let found = view.instrument(id).await?;
        let (stamp, status) = found.ok_or_else(|| not_found(id.to_string()))?;
        let mark = mark_of(&view, &stamp).await?;
        let standing = mark.map(|(_, _, standing)| {
            json!({
                "kind": standing.kind,
                "state": standing.state,
                "until": text_of(standing.until),
                "first_since": text_of(standing.first_since),
            })
        });
        let mut report = Report::new(facts(id, &stamp, status))
            .fact("mark_now", standing.unwrap_or(Value::Null))
            .brief(id.to_string())
            .row(label(language), id.to_string())
            .row(
                language.pick("状态", "status"),
                status_text(language, &stamp, status),
            )
            .row(
                language.pick("事项", "orders"),
                measure_text(language, &stamp.measure),
            )
            .row(language.pick("登记对象", "object"), stamp.object.to_string());
        let named = rights(&stamp);
        if !named.is_empty() {
            report = report.row(
                language.pick("权利", "rights"),
                named.join(language.pick("、", ", ")),
            );
        }
        if let Some((_, surplus)) = enforced(&stamp) {
            report = report.row(language.pick("清算书", "surplus"), surplus.to_string());
        }
        report = report
            .row(language.pick("机关", "organ"), organ(language, stamp.paper.organ))
            .row(
                language.pick("文书摘要", "instrument"),
                stamp.paper.instrument.to_string(),
            )
            .row(
                language.pick("收到时间", "received"),
                words::moment(stamp.paper.received_at),
            )
            .row(
                language.pick("登入", "stamped"),
                words::signed(language, &stamp.stamped),
            );
        if let Some((_, second)) = stamp.found {
            report = report.row(
                language.pick("另一人员", "second person"),
                words::signed(language, &second),
            );
        }
        if let Some((number, _, standing)) = &mark {
            report = report.row(
                language.pick("备注", "mark"),
                mark_text(language, *number, standing),
            );
        }
        Ok(match stamp.entered_between {
            Some(range) => report.caution(entered_between(language, range)),
            None => report,
        })
    })
}

fn text_of(moment: Option<Moment>) -> Option<String> {
    moment.map(|moment| moment.to_string())
}

pub fn list(context: &Context, authority: AuthorityId, from: u64) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let all = view.day_book(authority, from).await?;
        let mut rows = vec![[
            label(language),
            language.pick("登入时间", "stamped at"),
            language.pick("事项", "orders"),
            language.pick("登记对象", "object"),
            language.pick("机关", "organ"),
            language.pick("状态", "status"),
        ]
        .map(str::to_owned)
        .to_vec()];
        for (id, stamp, status) in &all {
            rows.push(vec![
                id.to_string(),
                words::moment(stamp.stamped.at),
                measure_text(language, &stamp.measure),
                stamp.object.to_string(),
                organ(language, stamp.paper.organ),
                words::word(language, status),
            ]);
        }
        let json: Vec<_> = all
            .iter()
            .map(|(id, stamp, status)| facts(*id, stamp, *status))
            .collect();
        let report = Report::new(json!({ "stamps": json }));
        Ok(if rows.len() > 1 {
            report.table(rows)
        } else {
            report.text(language.pick(
                "登记日记从此号起没有记载",
                "the day book has nothing from there on",
            ))
        })
    })
}
