//! `quanji check`: whether an operation on a right may be done now, or what stands in the way, since when, and who can remove
//! it.

use clap::Args;
use quanji_primitives::{
    dealing::{Cause, Hindrance},
    marks::{Effect, Operation},
    ObjectId, PartyId, RightId,
};
use serde_json::{json, Value};

use super::{
    context::Context,
    day_book::{remover, remover_json},
    exit::Exit,
    marks,
    node::{coded, with_view},
    output::Report,
    words, CommandResult,
};
use quanji_client::language::Language;

/// Arguments of `quanji check`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The right: R1-1-0-1
    right: RightId,
    /// The operation: transfer, exclusive-licence, non-exclusive-licence, new-pledge, change, voluntary-cancellation, renewal, release-by-mark-holder, universal-succession, transfer-by-first-rank-court, by-instrument, further-seizure, correction
    #[arg(long, value_parser = coded::<Operation>)]
    operation: Operation,
    /// Who would do it [default: anybody]: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    party: Option<PartyId>,
}

/// Runs `quanji check`.
pub fn run(context: &Context, given: &Arguments) -> CommandResult {
    let language = context.language;
    let (right, operation) = (given.right, given.operation);
    with_view(context, |view| async move {
        let found = view.can_deal(right, operation, given.party).await?;
        let now = view.register_time().await?;
        let object = right.object;
        let json = json!({
            "right": right.to_string(),
            "operation": operation,
            "as_of": now.to_string(),
            "may": found.is_empty(),
            "obstacles": found.iter().map(|one| to_json(object, one)).collect::<Vec<_>>(),
        });
        let named = words::word(language, &operation);
        let report = marks::sources(&view, right.object, language, Report::new(json)).await?;
        if found.is_empty() {
            let sentence = language.pick(
                format!("{right} 上没有障碍：{named}"),
                format!("nothing on {right} stands in the way of: {named}"),
            );
            return Ok(report.brief(sentence.clone()).done(sentence));
        }
        let sentence = language.pick(
            format!("{right} 现不能办理：{named}"),
            format!("on {right} this may not be done now: {named}"),
        );
        let report = report.brief(sentence.clone()).caution(sentence);
        let report = found.iter().fold(report, |report, one| {
            report.row(label(language, one.cause), text(language, object, one))
        });
        Ok(report.ending(Exit::Barred))
    })
}

/// What kind of thing stands in the way, in two words.
fn label(language: Language, cause: Cause) -> String {
    let (chinese, english) = match cause {
        Cause::Mark { mark, .. } => {
            return language.pick(format!("备注 {mark}"), format!("mark {mark}"));
        }
        Cause::NotInRegime | Cause::NoPowerToDispose | Cause::OfALicence => ("规则", "rule"),
        Cause::Ended { .. } => ("已终止", "ended"),
        Cause::Lapsed { .. } => ("已失效", "lapsed"),
        Cause::OutOfWindow => ("申请期间", "time to file"),
        Cause::Licence { .. } => ("许可", "licence"),
        Cause::Case(_) => ("案件", "case"),
        Cause::InSuccession(_) | Cause::Suspended(_) | Cause::Erased(_) | Cause::NotAHolder(_) => {
            ("主体", "party")
        }
        Cause::Barred(_) => ("失信", "bad faith"),
    };
    language.pick(chinese, english).to_owned()
}

/// What it is.
fn what(language: Language, object: ObjectId, cause: Cause) -> String {
    let right = |index: u32| RightId { object, index };
    match cause {
        Cause::Mark { kind, source, .. } => {
            let (kind, source) = (words::word(language, &kind), marks::source(source, language));
            language.pick(format!("{kind}（{source}）"), format!("{kind} ({source})"))
        }
        Cause::NotInRegime => language.pick(
            "该登记规则没有此项业务".into(),
            "the regime has no such act".into(),
        ),
        Cause::NoPowerToDispose => language.pick(
            "须有同一凭证上有效的数据经营权才能处分".into(),
            "only an operating right in force on the same certificate gives the power to do this".into(),
        ),
        Cause::OfALicence => language.pick(
            "该权利为许可，不能办理此项业务".into(),
            "the right is a licence, with which this is not done".into(),
        ),
        Cause::Ended { right: number, entry } => {
            let right = right(number);
            language.pick(
                format!("{right} 已由第 {entry} 条记载终止"),
                format!("{right} was ended by entry {entry}"),
            )
        }
        Cause::Lapsed { right: number } => {
            let right = right(number);
            language.pick(
                format!("{right} 有效期已届满，可续期"),
                format!("the term of {right} is over; it can be renewed"),
            )
        }
        Cause::OutOfWindow => language.pick(
            "不在续期申请期间内".into(),
            "outside the time in which a renewal is filed".into(),
        ),
        Cause::Licence {
            right: number,
            licensee,
        } => {
            let right = right(number);
            language.pick(
                format!("{right} 许可 {licensee}"),
                format!("{right}, licensed to {licensee}"),
            )
        }
        Cause::Case(case) => language.pick(format!("{case} 尚未了结"), format!("{case} is open")),
        Cause::InSuccession(party) => language.pick(
            format!("{party} 承继办理中，已锁定"),
            format!("{party} is locked while its succession is carried out"),
        ),
        Cause::Suspended(party) => language.pick(format!("{party} 已暂停"), format!("{party} is suspended")),
        Cause::Erased(party) => language.pick(
            format!("{party} 个人信息已删除，不再办理业务"),
            format!("{party} was erased at her own request and acts no more"),
        ),
        Cause::Barred(party) => language.pick(
            format!("{party} 因失信限制申请"),
            format!("{party} is barred from filing for bad faith"),
        ),
        Cause::NotAHolder(party) => language.pick(
            format!("{party} 不是该权利的权利人"),
            format!("{party} does not hold the right"),
        ),
    }
}

/// What stands in the way, since when, and who can remove it.
pub(super) fn text(language: Language, object: ObjectId, one: &Hindrance) -> String {
    let what = what(language, object, one.cause);
    let since = one.since.map(words::moment).map_or_else(String::new, |since| {
        language.pick(format!("，自 {since} 起"), format!(" since {since}"))
    });
    let until = one.until.map(words::moment).map_or_else(String::new, |until| {
        language.pick(format!("，至 {until} 止"), format!(", until {until}"))
    });
    let effect = match (one.cause, one.effect) {
        (Cause::Licence { .. }, Effect::NeedsConsent) => {
            language.pick("须经被许可人签署", "its licensee must sign")
        }
        (Cause::Licence { .. }, _) => language.pick(
            "条款重叠之处不得再许可",
            "bars licences where their terms overlap",
        ),
        (_, Effect::NeedsConsent) => language.pick("须经其权利人同意", "its holder must consent"),
        _ => language.pick("不得办理", "bars it"),
    };
    let who = remover(language, one.remover);
    language.pick(
        format!("{what}{since}{until}；{effect}；可解除者：{who}"),
        format!("{what}{since}{until}; {effect}; can be removed by {who}"),
    )
}

fn cause_json(object: ObjectId, cause: Cause) -> Value {
    let right = |index: u32| RightId { object, index }.to_string();
    match cause {
        Cause::Mark { mark, kind, source } => {
            json!({ "mark": mark, "kind": kind, "source": marks::source_json(source) })
        }
        Cause::NotInRegime | Cause::NoPowerToDispose | Cause::OfALicence | Cause::OutOfWindow => json!({}),
        Cause::Ended { right: number, entry } => json!({ "right": right(number), "entry": entry }),
        Cause::Lapsed { right: number } => json!({ "right": right(number) }),
        Cause::Licence {
            right: number,
            licensee,
        } => {
            json!({ "right": right(number), "party": licensee.to_string() })
        }
        Cause::Case(case) => json!({ "case": case.to_string() }),
        Cause::InSuccession(party)
        | Cause::Suspended(party)
        | Cause::Erased(party)
        | Cause::Barred(party)
        | Cause::NotAHolder(party) => json!({ "party": party.to_string() }),
    }
}

fn to_json(object: ObjectId, one: &Hindrance) -> Value {
    let mut json = cause_json(object, one.cause);
    json["cause"] = words::code(&one.cause).into();
    json["effect"] = json!(one.effect);
    json["since"] = one.since.map(|since| since.to_string()).into();
    json["until"] = one.until.map(|until| until.to_string()).into();
    json["remover"] = remover_json(one.remover);
    json
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{
        clock::Moment,
        dealing::Remover,
        marks::{MarkKind, MarkSource, Organ, OrganKind},
        CaseId, StampId,
    };

    const OBJECT: ObjectId = ObjectId((1 << 48) | 5);
    const PARTY: PartyId = PartyId((1 << 48) | 7);

    fn hindrance(cause: Cause, remover: Remover) -> Hindrance {
        Hindrance {
            since: Some(Moment(1_790_179_200_000)),
            ..Hindrance::lasting(cause, remover)
        }
    }

    #[test]
    fn an_obstacle_names_what_since_when_and_who() {
        let court = Organ {
            kind: OrganKind::Court,
            code: "12440000MB0000001C".parse().unwrap(),
        };
        let mark = Cause::Mark {
            mark: 2,
            kind: MarkKind::SeizureFirst,
            source: MarkSource::DayBook(StampId((1 << 48) | 1)),
        };
        let one = hindrance(mark, Remover::Organ(court));
        let shown = text(Language::English, OBJECT, &one);
        for part in ["seizure-first", "2026-09-24 00:00", "12440000MB0000001C", "B1-1-"] {
            assert!(shown.contains(part), "{shown}");
        }
        assert!(text(Language::Chinese, OBJECT, &one).contains("查封"));
        let json = to_json(OBJECT, &one);
        assert_eq!(json["remover"]["organ"]["kind"], "court");
        assert_eq!((&json["cause"], &json["mark"]), (&"mark".into(), &2.into()));
    }

    #[test]
    fn each_cause_is_told_in_both_languages_and_in_its_own_words() {
        let (right, case) = (
            RightId {
                object: OBJECT,
                index: 3,
            },
            CaseId((1 << 48) | 9),
        );
        let all = [
            (Cause::NotInRegime, "not_in_regime", String::new()),
            (Cause::NoPowerToDispose, "no_power_to_dispose", String::new()),
            (Cause::OfALicence, "of_a_licence", String::new()),
            (Cause::Ended { right: 3, entry: 4 }, "ended", right.to_string()),
            (Cause::Lapsed { right: 3 }, "lapsed", right.to_string()),
            (Cause::OutOfWindow, "out_of_window", String::new()),
            (
                Cause::Licence {
                    right: 3,
                    licensee: PARTY,
                },
                "licence",
                right.to_string(),
            ),
            (Cause::Case(case), "case", case.to_string()),
            (Cause::InSuccession(PARTY), "in_succession", PARTY.to_string()),
            (Cause::Suspended(PARTY), "suspended", PARTY.to_string()),
            (Cause::Erased(PARTY), "erased", PARTY.to_string()),
            (Cause::Barred(PARTY), "barred", PARTY.to_string()),
            (Cause::NotAHolder(PARTY), "not_a_holder", PARTY.to_string()),
        ];
        for language in [Language::Chinese, Language::English] {
            let mut told = Vec::new();
            for (cause, code, part) in &all {
                let one = hindrance(*cause, Remover::Party(PARTY));
                let shown = text(language, OBJECT, &one);
                assert!(shown.contains(part) && shown.contains("2026-09-24"), "{shown}");
                assert!(!label(language, *cause).is_empty());
                assert_eq!(to_json(OBJECT, &one)["cause"], *code);
                assert!(!told.contains(&shown), "{shown}");
                told.push(shown);
            }
        }
    }

    #[test]
    fn of_a_cancellation_the_licensee_signs_and_of_a_licence_the_terms_decide() {
        let cause = Cause::Licence {
            right: 3,
            licensee: PARTY,
        };
        let bars = hindrance(cause, Remover::Party(PARTY));
        let signs = Hindrance {
            effect: Effect::NeedsConsent,
            ..bars
        };
        assert!(text(Language::English, OBJECT, &bars).contains("overlap"));
        assert!(text(Language::English, OBJECT, &signs).contains("must sign"));
    }
}
