//! A deed that waits for signatures, as it stands: its terms, who has signed, and why no signature helps it now.

use quanji_client::{
    chain::{Refusal, View},
    language::{Language, Localised},
};
use quanji_primitives::{clock::Moment, collateral::OpenDeed, DeedId, PartyId};
use serde_json::json;

use super::{
    super::{exit::Failure, output::Report, words},
    terms::{act, in_one_line, terms},
};

/// Why no signature helps a deed now.
pub enum Over {
    /// Its time is over, since then.
    Lapsed(Moment),
    /// A rule bars what it does, as long as that stands.
    Barred(Box<Refusal>),
}

impl Over {
    /// Why nobody's signature helps a deed; nothing where it still waits.
    pub async fn of(view: &View, waiting: &OpenDeed, missing: &[PartyId]) -> Result<Option<Self>, Failure> {
        let open_until = waiting.deed.open_until;
        if open_until <= view.register_time().await? {
            return Ok(Some(Self::Lapsed(open_until)));
        }
        // With the last signature it would have been carried out: one that lacks none is barred.
        if !missing.is_empty() {
            return Ok(None);
        }
        let barred = view.refusal_of(&waiting.deed).await?;
        Ok(barred.map(|refusal| Self::Barred(Box::new(refusal))))
    }

    /// For programs: `lapsed`, or the rule.
    fn code(&self) -> String {
        match self {
            Self::Lapsed(_) => "lapsed".to_owned(),
            Self::Barred(refusal) => refusal.rule(),
        }
    }

    /// In words.
    fn text(&self, language: Language) -> String {
        match self {
            Self::Lapsed(at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("已于 {at} 失效，不能再签署"),
                    format!("lapsed at {at} and can be signed no more"),
                )
            }
            Self::Barred(refusal) => {
                let rule = refusal.text(language);
                language.pick(
                    format!("目前不能生效：{rule}"),
                    format!("cannot be carried out now: {rule}"),
                )
            }
        }
    }
}

/// A deed that waits, or that no signature helps now.
pub fn shown(
    language: Language,
    deed: DeedId,
    waiting: &OpenDeed,
    missing: &[PartyId],
    over: Option<&Over>,
) -> Report {
    let missing: Vec<_> = missing.iter().map(ToString::to_string).collect();
    let signed = signed(waiting);
    let report = Report::new(json!({
        "deed": deed.to_string(),
        "waiting": true,
        "terms": waiting.deed,
        "signed": signed,
        "missing": missing,
        "over": over.map(Over::code),
    }))
    .brief(over.map_or_else(|| missing.join(", "), |over| over.text(language)))
    .row(language.pick("契据", "deed"), deed.to_string())
    .row(language.pick("事项", "does"), act(language, &waiting.deed.matter));
    let report = terms(language, &waiting.deed.matter)
        .into_iter()
        .fold(report, |report, (label, value)| report.row(label, value))
        .row(
            language.pick("文件", "document"),
            waiting.deed.document.to_string(),
        )
        .row(language.pick("已签署", "signed"), signed.join(", "));
    let open_until = (
        language.pick("可签署至", "open until"),
        words::moment(waiting.deed.open_until),
    );
    match over {
        Some(over @ Over::Lapsed(_)) => report.caution(over.text(language)),
        // What bars it may go.
        Some(over @ Over::Barred(_)) => report
            .row(open_until.0, open_until.1)
            .caution(over.text(language)),
        None => report
            .row(language.pick("待签署", "waits for"), missing.join(", "))
            .row(open_until.0, open_until.1),
    }
}

/// Who has signed.
fn signed(waiting: &OpenDeed) -> Vec<String> {
    let signatures = waiting.signatures.iter();
    signatures.map(|one| one.party.to_string()).collect()
}

/// The deeds that wait about an object, below what stands on a right of it.
pub fn listed(language: Language, report: Report, deeds: &[(DeedId, OpenDeed)], now: Moment) -> Report {
    if deeds.is_empty() {
        return report;
    }
    let heading = language.pick("该登记单位待签署的契据：", "deeds about the object that wait:");
    let row = |report: Report, (deed, waiting): &(DeedId, OpenDeed)| {
        report.row(deed.to_string(), summary(language, waiting, now))
    };
    deeds.iter().fold(report.text("").text(heading), row)
}

/// A deed in one line.
fn summary(language: Language, waiting: &OpenDeed, now: Moment) -> String {
    let (terms, signed) = (
        in_one_line(language, &waiting.deed.matter),
        signed(waiting).join(", "),
    );
    let open_until = waiting.deed.open_until;
    let until = if open_until <= now {
        Over::Lapsed(open_until).text(language)
    } else {
        let until = words::moment(open_until);
        language.pick(format!("可签署至 {until}"), format!("open until {until}"))
    };
    language.pick(
        format!("{terms}；已签署 {signed}；{until}"),
        format!("{terms}; signed by {signed}; {until}"),
    )
}

#[cfg(test)]
mod tests {
    use super::{
        super::sample::{open, pledge, BANK, HOLDER, OPEN_UNTIL, RIGHT},
        *,
    };

    const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

    #[test]
    fn a_waiting_pledge_shows_what_is_to_be_signed() {
        for language in LANGUAGES {
            let report = shown(language, DeedId(8), &open(pledge()), &[BANK], None);
            let (text, json) = (report.plain(), report.json());
            for fact in [
                BANK.to_string(),
                RIGHT.to_string(),
                DeedId(9).to_string(),
                "CNY 28000000.50".to_owned(),
                "2028-12-18".to_owned(),
                HOLDER.to_string(),
                "2026-09-24 00:00".to_owned(),
            ] {
                assert!(text.contains(&fact), "{fact}: {text}");
            }
            assert_eq!(json["missing"], json!([BANK.to_string()]));
            assert_eq!(json["over"], json!(null));
        }
    }

    #[test]
    fn a_deed_that_nobody_s_signature_helps_says_why_and_waits_for_nobody() {
        let docs = ["A mark stands in the way.".to_owned()];
        let barred = Over::Barred(Box::new(Refusal::of_pallet("Registry", "BarredByMark", &docs)));
        let report = shown(Language::English, DeedId(8), &open(pledge()), &[], Some(&barred));
        let text = report.plain();
        assert!(
            text.contains("cannot be carried out now: A mark stands in the way"),
            "{text}"
        );
        assert!(
            text.contains("Registry::BarredByMark") && !text.contains("waits for"),
            "{text}"
        );
        // What bars it may go before then.
        assert!(text.contains("open until"), "{text}");
        assert_eq!(report.json()["over"], "Registry::BarredByMark");
        let lapsed = Over::Lapsed(OPEN_UNTIL);
        let report = shown(
            Language::Chinese,
            DeedId(8),
            &open(pledge()),
            &[BANK],
            Some(&lapsed),
        );
        let text = report.plain();
        assert!(text.contains("已于 2026-09-24 00:00 失效"), "{text}");
        assert_eq!(report.json()["over"], "lapsed");
    }

    #[test]
    fn the_list_on_a_right_tells_the_deeds_that_wait_and_those_that_have_lapsed() {
        let deeds = [(DeedId(8), open(pledge()))];
        let listed = |deeds: &[(DeedId, OpenDeed)], now| {
            let report = Report::new(json!({}));
            listed(Language::English, report, deeds, now).plain()
        };
        let waits = listed(&deeds, Moment(OPEN_UNTIL.0 - 1));
        assert!(waits.contains(&DeedId(8).to_string()), "{waits}");
        assert!(waits.contains("open until 2026-09-24 00:00"), "{waits}");
        let over = listed(&deeds, OPEN_UNTIL);
        assert!(over.contains("lapsed at 2026-09-24 00:00"), "{over}");
        assert_eq!(listed(&[], OPEN_UNTIL), "");
    }
}
