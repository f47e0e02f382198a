//! Facts of bad faith on a party, and until when they bar it from filing (NG 39, S047).

use quanji_client::language::Language;
use quanji_primitives::{
    bad_faith::{BadFaith, BadFaithFinding},
    clock::Moment,
};
use serde_json::{json, Value};

use super::super::{output::Report, words};

/// Adds the facts, and whether the party is barred at register time `now`.
pub fn describe(language: Language, mut report: Report, facts: &[BadFaith], now: Moment) -> Report {
    for fact in facts {
        report = report.row(language.pick("失信记录", "bad faith"), text(language, fact));
    }
    // The longest bar counts, whichever fact gave it.
    let until = facts.iter().filter_map(|fact| fact.barred_until).max();
    let barred = until.filter(|until| now < *until);
    if let Some(until) = barred {
        let until = words::moment(until);
        report = report.caution(language.pick(
            format!("因失信不得提交申请，至 {until}"),
            format!("barred from filing for bad faith until {until}"),
        ));
    }
    report
        .fact("bad_faith", facts.iter().map(to_json).collect())
        .fact("barred_until", until.map(|until| until.to_string()).into())
        .fact("barred", barred.is_some().into())
}

fn text(language: Language, fact: &BadFaith) -> String {
    let (case, authority, at) = (fact.case, fact.authority, words::moment(fact.at));
    let what = match fact.finding {
        BadFaithFinding::FalseMaterial => language.pick(
            format!("案件 {case} 隐瞒事实或材料虚假，由登记机构 {authority} 于 {at} 认定"),
            format!("facts hidden or false proof given in {case}: finally found by {authority} at {at}"),
        ),
        BadFaithFinding::Revoked(ground) => {
            let ground = words::word(language, &ground);
            language.pick(
                format!("案件 {case} 取得的登记由登记机构 {authority} 于 {at} 撤销（{ground}）"),
                format!("registration obtained in {case} revoked by {authority} at {at} ({ground})"),
            )
        }
    };
    let bar = match fact.barred_until.map(words::moment) {
        Some(until) => language.pick(
            format!("；不得申请至 {until}"),
            format!("; barred from filing until {until}"),
        ),
        None => language
            .pick("；该登记制度未规定禁止申请的期限", "; the regime gives no bar")
            .to_owned(),
    };
    what + &bar
}

fn to_json(fact: &BadFaith) -> Value {
    let (what, ground) = match fact.finding {
        BadFaithFinding::FalseMaterial => ("false_material", None),
        BadFaithFinding::Revoked(ground) => ("revoked", Some(ground)),
    };
    json!({
        "what": what,
        "ground": ground,
        "case": fact.case.to_string(),
        "authority": fact.authority.to_string(),
        "at": fact.at.to_string(),
        "record": fact.record.to_string(),
        "barred_until": fact.barred_until.map(|until| until.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{clock::Day, ending::RevocationGround, AuthorityId, CaseId, Digest};

    fn start(day: &str) -> Moment {
        day.parse::<Day>().unwrap().start()
    }

    fn fact(barred_until: Option<&str>) -> BadFaith {
        BadFaith {
            version: 1,
            finding: BadFaithFinding::FalseMaterial,
            case: CaseId::new(AuthorityId(1), 1).unwrap(),
            authority: AuthorityId(1),
            at: start("2026-12-01"),
            record: Digest::Sha2_256([1; 32]),
            barred_until: barred_until.map(start),
        }
    }

    fn said(language: Language, facts: &[BadFaith], now: &str) -> (Value, String) {
        let report = describe(language, Report::new(json!({})), facts, start(now));
        (report.json().clone(), report.plain())
    }

    #[test]
    fn a_fact_tells_what_by_which_case_when_and_until_when_it_bars() {
        let facts = [fact(Some("2027-12-01"))];
        let (json, english) = said(Language::English, &facts, "2026-12-02");
        for part in ["C1-1-T", "A1-Q", "false proof", "2026-12-01", "until 2027-12-01"] {
            assert!(english.contains(part), "{part}: {english}");
        }
        let (_, chinese) = said(Language::Chinese, &facts, "2026-12-02");
        for part in ["失信记录", "材料虚假", "C1-1-T", "至 2027-12-01"] {
            assert!(chinese.contains(part), "{part}: {chinese}");
        }
        let one = &json["bad_faith"][0];
        assert_eq!(
            (&one["case"], &one["authority"]),
            (&json!("C1-1-T"), &json!("A1-Q"))
        );
        assert_eq!(
            (&one["what"], &one["ground"]),
            (&json!("false_material"), &Value::Null)
        );
        assert_eq!(one["barred_until"], json["barred_until"]);
        assert_eq!(json["barred"], true);
    }

    #[test]
    fn a_revocation_says_that_it_is_one_and_on_what_ground() {
        let revoked = BadFaith {
            finding: BadFaithFinding::Revoked(RevocationGround::ImproperUse),
            ..fact(None)
        };
        let (json, english) = said(Language::English, &[revoked], "2026-12-02");
        assert!(english.contains("revoked by A1-Q"), "{english}");
        let (what, ground) = (json!("revoked"), json!("improper_use"));
        assert_eq!(
            (&json["bad_faith"][0]["what"], &json["bad_faith"][0]["ground"]),
            (&what, &ground)
        );
        let (_, chinese) = said(Language::Chinese, &[revoked], "2026-12-02");
        assert!(chinese.contains("撤销"), "{chinese}");
    }

    #[test]
    fn the_longest_bar_counts_until_its_last_second() {
        let facts = [fact(Some("2028-01-01")), fact(Some("2027-01-01")), fact(None)];
        let bars =
            |now| describe(Language::English, Report::new(json!({})), &facts, now).json()["barred"].clone();
        let end = start("2028-01-01");
        assert_eq!(bars(Moment(end.0 - 1)), true);
        assert_eq!(bars(end), false);
    }

    #[test]
    fn a_fact_without_a_term_stands_and_bars_nobody() {
        let (json, english) = said(Language::English, &[fact(None)], "2026-12-02");
        assert!(english.contains("gives no bar"), "{english}");
        assert_eq!(
            (&json["barred"], &json["barred_until"]),
            (&json!(false), &Value::Null)
        );
        let (json, text) = said(Language::English, &[], "2026-12-02");
        assert_eq!(json["bad_faith"], json!([]));
        assert_eq!(text, "");
    }
}
