//! The words of the register as people read them.

use quanji_client::{
    application::{Holder, PublicText},
    language::Language,
};
use quanji_primitives::{
    case::Status,
    clock::{Due, Moment},
    filing::Deficiency,
    object::PublicClass,
};
use serde::Serialize;
use serde_json::{json, Value};

/// The name of a value of a domain type, as programs write it.
pub fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(code)) => code,
        Ok(Value::Object(members)) => members.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

/// The name of a value of a domain type, as people read it.
pub fn word(language: Language, value: &impl Serialize) -> String {
    let code = code(value);
    let chinese = CHINESE
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, word)| *word);
    match (language, chinese) {
        (Language::Chinese, Some(word)) => word.to_owned(),
        _ => code.replace('_', "-"),
    }
}

/// Several words.
pub fn words<'a, T: Serialize + 'a>(language: Language, values: impl IntoIterator<Item = &'a T>) -> String {
    let each: Vec<_> = values.into_iter().map(|value| word(language, value)).collect();
    each.join(language.pick("、", ", "))
}

/// Day and minute of a moment, in China.
pub fn moment(moment: Moment) -> String {
    moment.to_string().replace('T', " ").chars().take(16).collect()
}

/// The last day of a period; a day counted on a year whose holidays are not known is provisional.
pub fn due(language: Language, due: Due) -> String {
    let day = due.day;
    if due.provisional {
        language.pick(
            format!("{day} 24:00（暂定：该年放假安排尚未公布）"),
            format!("{day} 24:00 (provisional: that year's holidays are not published yet)"),
        )
    } else {
        format!("{day} 24:00")
    }
}

/// A deadline for programs.
pub fn due_json(due: Due) -> Value {
    json!({ "day": due.day.to_string(), "provisional": due.provisional })
}

/// What is missing.
pub fn deficiency(language: Language, one: &Deficiency) -> String {
    match one {
        Deficiency::Evidence(kind) => format!(
            "{}{}",
            language.pick("佐证材料：", "evidence: "),
            word(language, kind)
        ),
        other => word(language, other),
    }
}

/// A status: its code, its words, and its deadline.
pub fn status(language: Language, status: &Status) -> (String, String, Option<Due>) {
    let until = |last: Option<Due>| {
        last.map_or_else(
            || language.pick("期限已暂停", "the time limit is paused").to_owned(),
            |last| due(language, last),
        )
    };
    let (chinese, english, last) = match status {
        Status::Filed { due } => (
            "已提交，待受理；受理期限",
            "filed; the authority accepts or returns it until",
            Some(Some(*due)),
        ),
        Status::Returned { due } => (
            "已退回补正；补正期限",
            "returned; to be completed until",
            Some(Some(*due)),
        ),
        Status::NeverFiled { due } => (
            "未在期限内补正，视为未申请；期限为",
            "not completed in time, so it counts as never filed; the limit was",
            Some(Some(*due)),
        ),
        Status::Examining {
            due,
            by_silence: false,
        } => (
            "已受理，审查中；审查期限",
            "accepted, under examination until",
            Some(*due),
        ),
        Status::Examining {
            due,
            by_silence: true,
        } => (
            "逾期未处理，视为受理，审查中；审查期限",
            "accepted by silence, under examination until",
            Some(*due),
        ),
        Status::AwaitingApproval { due } => (
            "已审查，待复核；审查期限",
            "examined; to be approved until",
            Some(*due),
        ),
        Status::AwaitingPublication { due } => (
            "已复核，待公示；审查期限",
            "approved; to be published until",
            Some(*due),
        ),
        Status::InNotice { due } => ("公示中，至", "in public notice until", Some(Some(*due))),
        Status::ReadyToEnter { due } => (
            "公示期满，可以记载；公示截止",
            "the notice has ended and it can be entered; the last day was",
            Some(Some(*due)),
        ),
        Status::Refused => ("不予登记", "refused", None),
        Status::Withdrawn => ("申请人已撤回", "withdrawn by the applicant", None),
    };
    let words = language.pick(chinese, english);
    let text = match last {
        Some(last) => format!("{words} {}", until(last)),
        None => words.to_owned(),
    };
    (code(status), text, last.flatten())
}

/// Holders, with their shares.
pub fn holders(holders: &[Holder]) -> String {
    let each: Vec<_> = holders
        .iter()
        .map(|holder| match holder.parts {
            Some(parts) => format!("{} ({}.{:04}%)", holder.party.0, parts / 10_000, parts % 10_000),
            None => holder.party.0.to_string(),
        })
        .collect();
    each.join(", ")
}

/// Whether data is public data.
pub fn public_class(language: Language, class: &PublicText) -> String {
    let words = word(language, &class.0);
    match &class.0 {
        PublicClass::AuthorisedOperation { query_code } => {
            format!("{words} {}", String::from_utf8_lossy(query_code))
        }
        _ => words,
    }
}

const CHINESE: &[(&str, &str)] = &[
    ("holding", "数据持有权"),
    ("processing_use", "数据加工使用权"),
    ("operating", "数据经营权"),
    ("resource", "数据资源"),
    ("product", "数据产品"),
    ("public", "公共数据"),
    ("enterprise", "企业数据"),
    ("personal", "个人数据"),
    ("general", "一般数据"),
    ("important", "重要数据"),
    ("core", "核心数据"),
    ("collected", "采集生成"),
    ("commissioned", "委托采集"),
    ("agreement", "协议取得"),
    ("open_data_by_program", "自动化程序收集的公开数据"),
    ("joint_fusion", "数据融合"),
    ("derived", "衍生数据"),
    ("entrusted", "受托处理"),
    ("none", "否"),
    ("organ_data", "党政机关数据"),
    ("authorised_operation", "授权运营，查询码"),
    ("utility", "公用事业数据"),
    ("identity", "身份证明"),
    ("lawful_acquisition", "合法取得证明"),
    ("sample", "数据样例"),
    ("contract", "合同"),
    ("impact_assessment", "个人信息保护影响评估"),
    ("open_data_licence", "开放数据许可"),
    ("condition_proof", "条件证明"),
    ("other", "其他"),
    ("description", "数据说明"),
    ("coded_fact", "编码事项"),
    ("holders", "权利人与份额"),
    ("public_query_code", "公共数据登记查询码"),
    ("declaration", "声明与承诺"),
    ("no_substitution", "不构成实质替代"),
    ("participants_consent", "其他参与方同意"),
    ("law_or_contract", "法律或合同授予"),
    ("met", "符合"),
    ("not_met", "不符合"),
    ("public_interest", "可能危害国家安全、公共利益或合法权益"),
    ("unlawful_source", "来源不合法"),
    ("title_dispute", "权属争议未解决"),
    ("false_material", "隐瞒事实或提供虚假材料"),
    ("other_law", "法律规定的其他情形"),
    ("repetition", "重复登记"),
    ("unclear_authorisation", "授权不明晰"),
    ("coexisting_holder", "同一对象的另一合法权利人"),
    ("repeat_by_same_applicant", "同一申请人重复登记"),
    ("favourable", "真实合规"),
    ("unfavourable", "不真实或不合规"),
    ("snapshot", "快照"),
    ("schema", "结构"),
    ("model", "模型"),
    ("first", "首次登记"),
    ("filed", "已提交"),
    ("returned", "已退回补正"),
    ("never_filed", "视为未申请"),
    ("examining", "审查中"),
    ("awaiting_approval", "待复核"),
    ("awaiting_publication", "待公示"),
    ("in_notice", "公示中"),
    ("ready_to_enter", "可以记载"),
    ("refused", "不予登记"),
    ("withdrawn", "已撤回"),
    ("registrant", "登记主体"),
    ("service_institution", "第三方专业服务机构"),
    ("financier", "金融机构"),
    ("registrar", "主体管理员"),
    ("examiner", "经办人"),
    ("reviewer", "复核人"),
    ("day_book_keeper", "日记簿管理员"),
    ("legal_person", "法人"),
    ("unincorporated_organisation", "非法人组织"),
    ("foreign_body", "境外主体"),
    ("natural_person", "自然人"),
    ("good", "正常"),
    ("suspended", "已暂停"),
    ("identity_in_doubt", "身份存疑"),
    ("qualification_lost", "丧失资格"),
    ("order", "有权机关命令"),
    ("listed", "在册"),
    ("wrong_registration", "登记错误"),
    ("falsification", "伪造或毁损登记信息"),
    ("leak", "泄露信息"),
    ("conditions_lost", "不再符合条件"),
    ("other_breach", "其他违法情形"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{
        authority::{OfficerRole, SuspensionGround},
        case::{Conclusion, Finding, MatchFinding, RefusalGround},
        filing::EvidenceKind,
        object::{DataCategory, DataLevel, FingerprintKind, ObjectKind, SourceKind},
        person::{PartyRole, PersonKind},
        regime::ClaimCondition,
        rights::RightKind,
        v1::SuspensionReason,
    };
    use serde::de::DeserializeOwned;

    /// The words that a type knows, from its own complaint about a word it does not.
    fn known<T: DeserializeOwned>() -> Vec<String> {
        let complaint = serde_json::from_value::<T>("?".into()).err().unwrap().to_string();
        let found: Vec<_> = complaint
            .split('`')
            .skip(3)
            .step_by(2)
            .map(str::to_owned)
            .collect();
        assert!(found.len() > 1, "{complaint}");
        found
    }

    #[test]
    fn every_word_of_the_register_has_its_chinese() {
        let all = [
            known::<RightKind>(),
            known::<ObjectKind>(),
            known::<DataCategory>(),
            known::<DataLevel>(),
            known::<SourceKind>(),
            known::<EvidenceKind>(),
            known::<FingerprintKind>(),
            known::<ClaimCondition>(),
            known::<Finding>(),
            known::<RefusalGround>(),
            known::<MatchFinding>(),
            known::<Conclusion>(),
            known::<PartyRole>(),
            known::<PersonKind>(),
            known::<OfficerRole>(),
            known::<SuspensionGround>(),
            known::<SuspensionReason>(),
        ];
        for word in all.concat() {
            assert!(CHINESE.iter().any(|(known, _)| *known == word), "{word}");
        }
    }

    #[test]
    fn a_status_tells_its_deadline_and_that_it_is_provisional() {
        let last = Due {
            day: "2027-01-04".parse().unwrap(),
            provisional: true,
        };
        let (code, text, found) = status(Language::English, &Status::InNotice { due: last });
        assert_eq!((code.as_str(), found), ("in_notice", Some(last)));
        assert!(text.contains("2027-01-04 24:00 (provisional"), "{text}");
        let (_, text, found) = status(
            Language::English,
            &Status::Examining {
                due: None,
                by_silence: true,
            },
        );
        assert_eq!(found, None);
        assert!(text.contains("by silence") && text.contains("paused"), "{text}");
    }
}
