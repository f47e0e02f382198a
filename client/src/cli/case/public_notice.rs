//! `quanji case notice`: the public notice of a case as it was published, its days, and what an objector does next (NG 24,
//! 25).

use std::path::PathBuf;

use clap::Args;
use quanji_client::{chain::View, language::Language};
use quanji_primitives::{
    case::{Case, Notice, Stage, Standing},
    clock::Moment,
    filing::Withholding,
    regime::Regime,
    CaseId,
};
use serde_json::json;

use super::{
    super::{
        context::Context,
        exit::{Exit, Failure},
        node::{not_found, with_chain_and_view},
        output::Report,
        words, CommandResult,
    },
    made_public::{published, withheld},
    published_text::{compared, parts, read},
    show::standing_of,
};

/// Arguments of `case notice`.
#[derive(Debug, Args)]
pub struct Show {
    /// The case: C1-1-T
    case: CaseId,
    /// A text said to be the published one, checked against its digest [default: read from the block that published it]
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
}

quanji_client::messages! {
    /// Why there is no notice to show.
    enum Message {
        /// The case was not published.
        NotPublished { case: String, zh: String, en: String } =>
            zh "案件 {case} 没有公示：{zh}", remedy "公示后再查询；quanji case show 显示案件的情况";
            en "{case} has no public notice: {en}", remedy "ask again after its publication; `quanji case show` tells how it stands";
        /// The case was entered.
        Over { case: String, object: String } =>
            zh "案件 {case} 的公示已结束，已记载于对象 {object}", remedy "登记后的异议：quanji objection file {object}";
            en "the public notice of {case} is over: it is entered in {object}",
                remedy "object to what is registered with `quanji objection file {object}`";
    }
}

/// Shows the public notice of a case.
pub fn show(context: &Context, given: &Show) -> CommandResult {
    with_chain_and_view(context, |chain, view| async move {
        let id = given.case;
        let (Some(case), Some(standing)) = (view.case(id).await?, view.case_standing(id).await?) else {
            return Err(over(&view, id).await);
        };
        let notice = case.notice.ok_or_else(|| not_published(id, &standing))?;
        let unknown = || not_found(id.to_string());
        let regime = view.regime(case.regime).await?.ok_or_else(unknown)?;
        let now = view.register_time().await?;
        let report = describe(context.language, id, &case, &standing, &notice, &regime, now);
        match &given.text {
            Some(file) => compared(context, id, &notice, file, report),
            None => {
                let report = read(context, &chain, &view, id, &notice, report).await;
                Ok(parts(context, &chain, &view, (id, &case), report).await)
            }
        }
    })
}

/// Why a case that is not in state has no notice.
async fn over(view: &View, case: CaseId) -> Failure {
    match view.entry_of_case(case).await {
        Ok(Some(entry)) => {
            let (case, object) = (case.to_string(), entry.object.to_string());
            Failure::new(Exit::NotFound, Message::Over { case, object })
        }
        Ok(None) => not_found(case.to_string()),
        Err(error) => error.into(),
    }
}

fn not_published(case: CaseId, standing: &Standing) -> Failure {
    let said = |language| words::status(language, &standing.status).1;
    let message = Message::NotPublished {
        case: case.to_string(),
        zh: said(Language::Chinese),
        en: said(Language::English),
    };
    Failure::new(Exit::NotFound, message)
}

/// Whether the notice takes objections at register time `now`: to its last second (NG 25).
pub fn takes_objections(case: &Case, now: Moment) -> bool {
    let runs = |notice: &Notice| notice.published_at <= now && !notice.has_ended(now);
    case.stage == Stage::InNotice && case.notice.as_ref().is_some_and(runs)
}

/// How much was published: full, partial, withheld.
fn extent(case: &Case) -> (&'static str, &'static str, &'static str) {
    if case.filing.description_to_publish().is_none() {
        return (
            "unchanged",
            "不公示新的说明：已公布的保持不变",
            "nothing new: what is published of the object stays",
        );
    }
    match case.publication.and_then(|decision| decision.withheld) {
        None => ("full", "全文公示", "full: the whole description as filed"),
        Some(Withholding::Part) => (
            "partial",
            "部分公示：一部分不予公示",
            "partial: a part is withheld",
        ),
        Some(Withholding::Whole) => (
            "withheld",
            "全部不予公示，公示期照常进行",
            "withheld as a whole; the days run all the same",
        ),
    }
}

/// Everything about the notice except its text.
fn describe(
    language: Language,
    id: CaseId,
    case: &Case,
    standing: &Standing,
    notice: &Notice,
    regime: &Regime,
    now: Moment,
) -> Report {
    let (code, chinese, english) = extent(case);
    let report = Report::new(json!({
        "case": id.to_string(), "object": case.object.to_string(), "authority": id.authority().to_string(),
        "extent": code, "description": case.filing.description_to_publish().map(|digest| digest.to_string()), "now": now.to_string(),
    }))
    .brief(code)
    .row(language.pick("案件", "case"), id.to_string())
    .row(language.pick("登记机构", "authority"), id.authority().to_string());
    let report = standing_of(language, report, standing)
        .row(language.pick("公示", "notice"), language.pick(chinese, english));
    let report = withheld(language, case, report);
    let report = decision(language, case, report);
    let report = days(language, notice, regime, published(language, case, report));
    let report = match notice.text {
        Some(digest) => report.row(
            language.pick("公示文本的摘要", "digest of the text"),
            digest.to_string(),
        ),
        None => report,
    };
    let report = told(language, case, report);
    let next = next(id, case, notice, regime, now);
    let open = case.objections.iter().filter(|one| one.result.is_none()).count();
    report
        .row(
            language.pick("公示期内的异议", "objections in it"),
            language.pick(
                format!("{} 件，{open} 件未作出决定", case.objections.len()),
                format!("{}, of which {open} not decided", case.objections.len()),
            ),
        )
        .row(
            language.pick("提出异议", "to object"),
            language.pick(next.0.clone(), next.1.clone()),
        )
        .fact("objections", case.objections.len().into())
        .fact("takes_objections", takes_objections(case, now).into())
        .fact("next_text", json!({ "zh": next.0, "en": next.1 }))
}

/// The digests behind what was withheld: the request's reason and the reasoned decision.
fn decision(language: Language, case: &Case, mut report: Report) -> Report {
    let reason = case.filing.withholding().and_then(|request| request.reason);
    if let Some(reason) = reason {
        report = report.row(
            language.pick("请求的书面理由", "reason of the request"),
            reason.to_string(),
        );
    }
    if let Some(decision) = &case.publication {
        report = report.row(
            language.pick("说明理由的决定", "reasoned decision"),
            decision.record.to_string(),
        );
    }
    let asked = case.filing.withholding().map(|request| request.extent);
    report
        .fact("asked_to_withhold", json!(asked))
        .fact("reason", reason.map(|reason| reason.to_string()).into())
}

fn days(language: Language, notice: &Notice, regime: &Regime, report: Report) -> Report {
    let days = regime.limits.notice_working_days.number;
    let until = notice.due.day;
    report
        .row(
            language.pick("公示期", "days of notice"),
            language.pick(
                format!("{days} 个工作日，自公布之日的次日起算"),
                format!("{days} working days, the day of publication not counted"),
            ),
        )
        .row(
            language.pick("异议期限", "objections until"),
            language.pick(
                format!("{until} 24:00 之前，以登记时间为准，精确到秒"),
                format!("before {until} 24:00 of register time, to the second"),
            ),
        )
        .fact("working_days", days.into())
}

fn told(language: Language, case: &Case, report: Report) -> Report {
    let told: Vec<_> = case.objects_told().iter().map(ToString::to_string).collect();
    let report = if told.is_empty() {
        report
    } else {
        report.row(
            language.pick("告知权利人的对象", "objects whose holders are told"),
            told.join(", "),
        )
    };
    report.fact("told", told.into())
}

/// What an objector does next, in Chinese and in English.
fn next(id: CaseId, case: &Case, notice: &Notice, regime: &Regime, now: Moment) -> (String, String) {
    let (object, authority, until) = (case.object, id.authority(), notice.due.day);
    if takes_objections(case, now) {
        return (
            format!(
                "在 {until} 24:00 之前：quanji case object {id} --ground title --materials 文件；没有账户的，向登记机构 {authority} 提交签署的书面异议，由其在窗口代为提交"
            ),
            format!(
                "before {until} 24:00: quanji case object {id} --ground title --materials FILE; who has no account hands a signed objection to {authority}, which files it at the counter"
            ),
        );
    }
    if case.stage == Stage::InNotice && regime.objection_after_entry {
        return (
            format!("公示期已满；记载入簿后：quanji objection file {object}"),
            format!("the notice has ended; after the entry: quanji objection file {object}"),
        );
    }
    if case.stage == Stage::InNotice {
        return (
            "公示期已满；该登记制度没有登记后的异议程序".to_owned(),
            "the notice has ended, and the regime knows no objection after the entry".to_owned(),
        );
    }
    (
        "该公示不再进行，无须提出异议".to_owned(),
        "this notice does not run any more; there is nothing to object to".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::{super::sample::*, *};
    use quanji_primitives::{
        case::{PublicationDecision, Status},
        filing::WithholdingRequest,
        regimes::national_2026,
        Digest,
    };
    use serde_json::Value;

    fn said(language: Language, case: &Case, now: Moment) -> (Value, String) {
        let notice = case.notice.unwrap();
        let standing = Standing {
            status: Status::InNotice { due: notice.due },
            due: Some(notice.due),
            overdue: 0,
            review: Some((2, 10)),
        };
        let report = describe(language, CASE, case, &standing, &notice, &national_2026(), now);
        (report.json().clone(), report.plain())
    }

    #[test]
    fn a_full_notice_tells_its_days_and_until_when_one_may_object() {
        let case = in_notice();
        let (json, english) = said(Language::English, &case, at("2026-11-10"));
        for part in [
            "full: the whole description",
            "5 working days",
            "before 2026-11-10 24:00 of register time",
            "quanji case object C1-1-T --ground",
            "hands a signed objection to A1-Q",
        ] {
            assert!(english.contains(part), "{part}: {english}");
        }
        let (_, chinese) = said(Language::Chinese, &case, at("2026-11-10"));
        for part in [
            "全文公示",
            "5 个工作日",
            "2026-11-10 24:00 之前",
            "quanji case object C1-1-T",
        ] {
            assert!(chinese.contains(part), "{part}: {chinese}");
        }
        assert_eq!(json["extent"], "full");
        assert_eq!(json["notice"]["text"], DIGEST.to_string());
        assert_eq!(
            (&json["working_days"], &json["takes_objections"]),
            (&json!(5), &json!(true))
        );
    }

    #[test]
    fn objections_are_taken_to_the_last_second_of_the_notice() {
        let case = in_notice();
        let notice = case.notice.unwrap();
        let end = notice.due.day.end();
        assert!(!takes_objections(&case, Moment(notice.published_at.0 - 1)));
        assert!(takes_objections(&case, notice.published_at));
        assert!(takes_objections(&case, Moment(end.0 - 1)));
        assert!(!takes_objections(&case, end));
        let (json, english) = said(Language::English, &case, end);
        assert_eq!(json["takes_objections"], false);
        assert!(
            english.contains("after the entry: quanji objection file O1-1-5"),
            "{english}"
        );
        let mut regime = national_2026();
        regime.objection_after_entry = false;
        let (_, english) = next(CASE, &case, &notice, &regime, end);
        assert!(
            english.contains("knows no objection after the entry"),
            "{english}"
        );
        let ended = Case {
            stage: Stage::Refused,
            ..case
        };
        assert!(!takes_objections(&ended, notice.published_at));
    }

    #[test]
    fn what_is_withheld_is_shown_with_its_reasoned_decision() {
        for (extent, code, words) in [
            (Some(Withholding::Part), "partial", "a part is withheld"),
            (Some(Withholding::Whole), "withheld", "withheld as a whole"),
            (None, "full", "the request was refused"),
        ] {
            let mut case = in_notice();
            case.filing.first_mut().unwrap().withholding = Some(WithholdingRequest {
                extent: Withholding::Whole,
                reason: Some(Digest::Sha2_256([3; 32])),
            });
            case.publication = Some(PublicationDecision {
                withheld: extent,
                record: Digest::Sha2_256([4; 32]),
                by: signed("2026-11-02"),
            });
            let (json, english) = said(Language::English, &case, at("2026-11-10"));
            assert!(english.contains(words), "{words}: {english}");
            assert!(
                english.contains(&Digest::Sha2_256([4; 32]).to_string()),
                "{english}"
            );
            assert_eq!(json["extent"], code);
            assert_eq!(json["reason"], Digest::Sha2_256([3; 32]).to_string());
            assert_eq!(
                json["publication"]["record"],
                Digest::Sha2_256([4; 32]).to_string()
            );
        }
    }

    #[test]
    fn a_case_without_notice_says_how_it_stands() {
        let due = in_notice().notice.unwrap().due;
        let standing = Standing {
            status: Status::AwaitingPublication { due: Some(due) },
            due: Some(due),
            overdue: 0,
            review: None,
        };
        let failure = not_published(CASE, &standing);
        assert_eq!(failure.exit(), Exit::NotFound);
        assert!(failure.detail(Language::English).contains("to be published"));
        assert!(failure.detail(Language::Chinese).contains("待公示"));
    }
}
