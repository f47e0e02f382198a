//! The words of the register as people read them.

mod chinese;
mod next;
mod person;
mod record;
mod standing;

use quanji_client::{
    application::{Holder, PublicText},
    language::Language,
};
use quanji_primitives::{
    clock::{Day, Due, Moment},
    filing::Deficiency,
    object::PublicClass,
};
use serde::Serialize;
use serde_json::{json, Value};

pub use next::next;
pub use person::person;
pub use record::{notice, notice_json, signed, signed_json, via, via_json};
pub use standing::{overdue, review, standing_facts, status};

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
    let chinese = chinese::CHINESE
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

/// Monday to Sunday: Chinese, and English as people and programs write it.
const WEEKDAYS: [(&str, &str); 7] = [
    ("周一", "Mon"),
    ("周二", "Tue"),
    ("周三", "Wed"),
    ("周四", "Thu"),
    ("周五", "Fri"),
    ("周六", "Sat"),
    ("周日", "Sun"),
];

fn weekday(day: Day) -> (&'static str, &'static str) {
    // 1970-01-01, day 0, was a Thursday.
    let place = day.0.wrapping_add(3).rem_euclid(7);
    usize::try_from(place)
        .ok()
        .and_then(|place| WEEKDAYS.get(place))
        .copied()
        .unwrap_or_default()
}

/// The last day of a period, with its weekday; a day counted on a year whose holidays are not known is provisional.
pub fn due(language: Language, due: Due) -> String {
    let day = due.day;
    let (chinese, english) = weekday(day);
    let last = language.pick(format!("{day} {chinese} 24:00"), format!("{english} {day} 24:00"));
    if due.provisional {
        language.pick(
            format!("{last}（暂定：该年放假安排尚未公布）"),
            format!("{last} (provisional: that year's holidays are not published yet)"),
        )
    } else {
        last
    }
}

/// A deadline for programs.
pub fn due_json(due: Due) -> Value {
    let (_, weekday) = weekday(due.day);
    json!({ "day": due.day.to_string(), "weekday": weekday, "provisional": due.provisional })
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

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{
        authority::{OfficerRole, SuspensionGround},
        case::{Answer, Conclusion, Finding, Inquired, MatchFinding, Reassessment, RefusalGround},
        collateral::{PledgeForm, PledgeStatus, ReservationStatus, Secured, StatutoryRegister},
        conflict::Ruling,
        day_book::{EndingGround, StampStatus},
        ending::{
            CancellationReason, CorrectionGround, Extinction, MotionMatter, RevocationGround, RightsEndCause,
        },
        filing::{EvidenceKind, Withholding},
        marks::{MarkEnd, MarkKind, MarkState, Operation, OrganKind},
        object::{DataCategory, DataLevel, FingerprintKind, ObjectKind, SourceKind},
        objection::{Decided, Disposition, ObjectionGround, ObjectionResult, ObjectionStage, Side},
        person::{PartyRole, PersonKind},
        regime::{Act, ClaimCondition},
        rights::RightKind,
        succession::SuccessionEvent,
        terms::{ExportRouteKind, LicenceKind, Medium, QuantityUnit},
        v1::SuspensionReason,
        written_notice::Channel,
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
            known::<Withholding>(),
            known::<Channel>(),
            known::<Inquired>(),
            known::<Answer>(),
            known::<Reassessment>(),
            known::<Act>(),
            known::<ObjectionGround>(),
            known::<ObjectionResult>(),
            known::<ObjectionStage>(),
            known::<Disposition>(),
            known::<Decided>(),
            known::<Side>(),
            known::<Ruling>(),
            known::<MarkKind>(),
            known::<MarkEnd>(),
            known::<MarkState>(),
            known::<Operation>(),
            known::<OrganKind>(),
            known::<EndingGround>(),
            known::<StampStatus>(),
            known::<CancellationReason>(),
            known::<Extinction>(),
            known::<RevocationGround>(),
            known::<CorrectionGround>(),
            known::<RightsEndCause>(),
            known::<MotionMatter>(),
            known::<LicenceKind>(),
            known::<Medium>(),
            known::<QuantityUnit>(),
            known::<ExportRouteKind>(),
            known::<SuccessionEvent>(),
            known::<PledgeForm>(),
            known::<PledgeStatus>(),
            known::<ReservationStatus>(),
            known::<StatutoryRegister>(),
            known::<Secured>(),
        ];
        for word in all.concat() {
            assert!(chinese::CHINESE.iter().any(|(known, _)| *known == word), "{word}");
        }
    }

    /// S012: the only rights are the three; nothing says "ownership".
    #[test]
    fn no_word_of_the_register_says_ownership() {
        let says = |text: &str| text.contains("ownership") || text.contains("所有权");
        let found = chinese::CHINESE
            .iter()
            .find(|(code, word)| says(code) || says(word));
        assert_eq!(found, None);
    }

    #[test]
    fn a_word_stands_once_in_the_table() {
        let mut known: Vec<_> = chinese::CHINESE.iter().map(|(known, _)| known).collect();
        known.sort();
        known.dedup();
        assert_eq!(known.len(), chinese::CHINESE.len());
    }

    #[test]
    fn a_deadline_has_its_weekday() {
        for (day, english, chinese) in [
            ("2026-10-08", "Thu 2026-10-08 24:00", "2026-10-08 周四 24:00"),
            ("2026-10-10", "Sat 2026-10-10 24:00", "2026-10-10 周六 24:00"),
            ("2027-01-04", "Mon 2027-01-04 24:00", "2027-01-04 周一 24:00"),
        ] {
            let last = Due {
                day: day.parse().unwrap(),
                provisional: false,
            };
            assert_eq!(due(Language::English, last), english);
            assert_eq!(due(Language::Chinese, last), chinese);
            assert_eq!(due_json(last)["weekday"], english[..3]);
        }
    }
}
