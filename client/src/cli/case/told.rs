//! `quanji case told`: of what a party was told: cases in which it is no applicant, and what befalls its own rights and those
//! against which a mark stands for it. What tells a party is an event; everything that the event says follows from the case,
//! so it can be asked for as long as the case is in state. Who stands in the place of another was told what that one was.

use std::collections::BTreeSet;

use clap::Args;
use quanji_client::{chain::View, language::Language};
use quanji_primitives::{
    case::{Case, Inquired, Standing},
    clock::Moment,
    v1::Outcome,
    CaseId, ObjectId, PartyId,
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
    public_notice::takes_objections,
    told_of_rights::{notices, Notice, Seen},
    told_to::{marked_for, names_of, Marked},
};

/// Arguments of `case told`.
#[derive(Debug, Args)]
pub struct Told {
    /// The party that was told: P1-1-Q
    #[arg(long)]
    party: PartyId,
}

/// Why a party was told of a case, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// It holds in an object with the same fingerprint; told at the filing, and again by the notice.
    Matches(ObjectId, Moment),
    /// It holds in an object of the lineage; told by the notice.
    MadeFrom(ObjectId, Moment),
    /// It holds in the object that is dealt with; told by the notice.
    DealtWith(ObjectId, Moment),
    /// It was asked as a third party.
    Asked(Moment),
}

/// Why a party with these names, which holds in `held`, was told of a case. Who applies knows of it anyway.
fn why(case: &Case, names: &BTreeSet<PartyId>, held: &BTreeSet<ObjectId>) -> Vec<Why> {
    let applies = names.contains(&case.applicant);
    if applies || case.parties().iter().any(|party| names.contains(party)) {
        return Vec::new();
    }
    let matches = case.matches.filter(|object| held.contains(object));
    let mut all: Vec<_> = matches
        .map(|object| Why::Matches(object, case.received_at))
        .into_iter()
        .collect();
    if let Some(notice) = &case.notice {
        let told = case.objects_told();
        let others = told
            .iter()
            .filter(|object| held.contains(object) && case.matches != Some(**object));
        all.extend(others.map(|object| match case.dealing() {
            Some(_) => Why::DealtWith(*object, notice.published_at),
            None => Why::MadeFrom(*object, notice.published_at),
        }));
    }
    let asked = case
        .inquiries
        .iter()
        .filter(|one| matches!(one.inquired, Inquired::Party(party) if names.contains(&party)));
    all.extend(asked.map(|one| Why::Asked(one.by.at)));
    all
}

impl Why {
    fn text(&self, language: Language) -> String {
        match self {
            Self::Matches(object, at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("与 {object} 指纹相同，{at} 申请"),
                    format!("same fingerprint as {object}, filed {at}"),
                )
            }
            Self::MadeFrom(object, at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("由 {object} 制成，{at} 公示"),
                    format!("made from {object}, published {at}"),
                )
            }
            Self::DealtWith(object, at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("涉及 {object}，{at} 公示"),
                    format!("deals with {object}, published {at}"),
                )
            }
            Self::Asked(at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("作为第三方被查询，{at}"),
                    format!("asked as a third party at {at}"),
                )
            }
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Matches(object, at) => {
                json!({ "why": "matches", "object": object.to_string(), "since": at.to_string() })
            }
            Self::MadeFrom(object, at) => {
                json!({ "why": "made_from", "object": object.to_string(), "since": at.to_string() })
            }
            Self::DealtWith(object, at) => {
                json!({ "why": "deals_with", "object": object.to_string(), "since": at.to_string() })
            }
            Self::Asked(at) => json!({ "why": "asked", "since": at.to_string() }),
        }
    }
}

/// Lists the cases of which a party was told.
pub fn told(context: &Context, given: &Told) -> CommandResult {
    let language = context.language;
    let party = given.party;
    with_view(context, |view| async move {
        let unknown = || not_found(party.to_string());
        view.party(party).await?.ok_or_else(unknown)?;
        let (names, now) = (names_of(&view, party).await?, view.register_time().await?);
        let mut all = Vec::new();
        for name in &names {
            all.extend(holdings(&view, *name).await?);
        }
        let held = standing(&all);
        let marked = marked_for(&view, &names).await?;
        let mut found = Vec::new();
        for (id, case) in view.cases().await? {
            let why = why(&case, &names, &held);
            if why.is_empty() {
                continue;
            }
            if let Some(standing) = view.case_standing(id).await? {
                found.push((id, case, standing, why));
            }
        }
        let of_marks = marked.iter().map(|(object, _)| *object);
        let objects: BTreeSet<_> = all.iter().map(|(object, _)| *object).chain(of_marks).collect();
        let mut of_rights = Vec::new();
        for object in objects {
            of_rights.extend(of_object(&view, object, (&names, &marked), now).await?);
        }
        Ok(report(language, party, &found, &of_rights, now))
    })
}

/// Of what the party was told about an object in which it holds or held something, or in which a mark stands for it.
async fn of_object(
    view: &View,
    object: ObjectId,
    (names, marked): (&BTreeSet<PartyId>, &[Marked]),
    now: Moment,
) -> Result<Vec<Notice>, Failure> {
    let Some(title) = view.title(object).await? else {
        return Ok(Vec::new());
    };
    let motion = view.motion(object).await?;
    let seen = Seen {
        object,
        rights: &title.rights,
        marks: &title.marks,
        motion: motion.as_ref(),
        marked,
    };
    Ok(notices(&seen, names, now))
}

/// Every certificate that a party holds or held, with its object.
async fn holdings(view: &View, party: PartyId) -> Result<Vec<(ObjectId, Outcome)>, Failure> {
    let mut all = Vec::new();
    let mut from = 0_u32;
    loop {
        let next = view.holdings(party, from).await?;
        if next.is_empty() {
            return Ok(all);
        }
        from = from.saturating_add(u32::try_from(next.len()).unwrap_or(u32::MAX));
        all.extend(next.into_iter().map(|(object, one)| (object, one.outcome)));
    }
}

/// The objects in which a certificate stands.
fn standing(holdings: &[(ObjectId, Outcome)]) -> BTreeSet<ObjectId> {
    let live = holdings.iter().filter(|(_, outcome)| *outcome == Outcome::Live);
    live.map(|(object, _)| *object).collect()
}

type Found = (CaseId, Case, Standing, Vec<Why>);

fn report(language: Language, party: PartyId, found: &[Found], of_rights: &[Notice], now: Moment) -> Report {
    let facts: Vec<_> = found.iter().map(|one| facts(one, now)).collect();
    let report = Report::new(json!({
        "party": party.to_string(), "now": now.to_string(), "told": facts,
        "rights": of_rights.iter().map(Notice::json).collect::<Vec<_>>(),
    }));
    let report = of_rights.iter().fold(report, |report, one| {
        report.row(one.object().to_string(), one.text(language))
    });
    if found.is_empty() {
        return report.text(language.pick(
            format!("{party} 目前没有被告知的案件"),
            format!("{party} was told of no case that is in state now"),
        ));
    }
    let head = [
        language.pick("案件", "case"),
        language.pick("为何告知", "told because"),
        language.pick("异议期限", "objections until"),
        language.pick("状态", "status"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(found.iter().map(|one| row(language, one, now)));
    report.table(rows).text(language.pick(
        "查看公示：quanji case notice 案件；在公示期内提出异议：quanji case object 案件",
        "read a notice: quanji case notice CASE; object while it runs: quanji case object CASE",
    ))
}

fn row(language: Language, (id, case, standing, why): &Found, now: Moment) -> Vec<String> {
    let because: Vec<_> = why.iter().map(|one| one.text(language)).collect();
    let until = case.notice.filter(|_| takes_objections(case, now));
    vec![
        id.to_string(),
        because.join(language.pick("；", "; ")),
        until.map_or_else(String::new, |notice| words::due(language, notice.due)),
        words::word(language, &words::code(&standing.status)),
    ]
}

fn facts((id, case, standing, why): &Found, now: Moment) -> Value {
    let mut facts = json!({
        "case": id.to_string(),
        "object": case.object.to_string(),
        "applicant": case.applicant.to_string(),
        "because": why.iter().map(Why::json).collect::<Vec<_>>(),
        "notice": case.notice.map(|notice| json!({
            "published_at": notice.published_at.to_string(), "due": words::due_json(notice.due),
        })),
        "takes_objections": takes_objections(case, now),
    });
    for (name, value) in words::standing_facts(standing) {
        facts[name] = value;
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::{super::sample::*, *};
    use quanji_primitives::{
        case::{Inquiry, Stage, Status},
        object::Source,
        RightId,
    };

    const HOLDER: PartyId = PartyId(7);

    /// Of a party with one name.
    fn why(case: &Case, party: PartyId, held: &BTreeSet<ObjectId>) -> Vec<Why> {
        super::why(case, &BTreeSet::from([party]), held)
    }

    #[test]
    fn who_took_the_place_of_another_is_told_what_that_one_was() {
        let mut case = in_notice();
        let inquiry = Inquiry {
            inquired: Inquired::Party(HOLDER),
            letter: DIGEST,
            by: signed("2026-11-02"),
            answer: None,
        };
        case.inquiries = vec![inquiry].try_into().unwrap();
        let names = BTreeSet::from([HOLDER, PartyId(9)]);
        let told = super::why(&case, &names, &BTreeSet::new());
        assert_eq!(told, [Why::Asked(at("2026-11-02"))]);
        let applied = BTreeSet::from([case.applicant, PartyId(9)]);
        assert_eq!(super::why(&case, &applied, &BTreeSet::new()), []);
    }

    fn object(serial: u64) -> ObjectId {
        ObjectId(CASE.0 + serial)
    }

    fn with_lineage() -> Case {
        let mut case = in_notice();
        let right = RightId {
            object: object(2),
            index: 0,
        };
        let lineage = vec![Source::Object(object(1)), Source::Right(right)];
        case.filing.first_mut().unwrap().facts.lineage = lineage.try_into().unwrap();
        case.matches = Some(object(3));
        case
    }

    #[test]
    fn holders_of_the_match_and_of_the_lineage_are_told_and_nobody_else() {
        let case = with_lineage();
        let published = case.notice.unwrap().published_at;
        let told = |number| why(&case, HOLDER, &BTreeSet::from([object(number)]));
        assert_eq!(told(1), [Why::MadeFrom(object(1), published)]);
        assert_eq!(told(2), [Why::MadeFrom(object(2), published)]);
        assert_eq!(told(3), [Why::Matches(object(3), case.received_at)]);
        assert_eq!(told(4), []);
        assert_eq!(why(&case, HOLDER, &BTreeSet::new()), []);
    }

    #[test]
    fn of_the_lineage_nobody_is_told_before_the_notice() {
        let case = Case {
            notice: None,
            stage: Stage::Approved,
            ..with_lineage()
        };
        assert_eq!(why(&case, HOLDER, &BTreeSet::from([object(1)])), []);
        assert_eq!(why(&case, HOLDER, &BTreeSet::from([object(3)])).len(), 1);
    }

    #[test]
    fn other_holders_in_an_object_are_told_of_a_dealing_with_it() {
        let case = Case {
            filing: renewal(object(1)).into(),
            ..in_notice()
        };
        let published = case.notice.unwrap().published_at;
        let told = why(&case, HOLDER, &BTreeSet::from([object(1)]));
        assert_eq!(told, [Why::DealtWith(object(1), published)]);
        assert!(told[0].text(Language::English).starts_with("deals with"));
        assert_eq!(told[0].json()["why"], "deals_with");
    }

    #[test]
    fn who_applies_is_not_told_of_its_own_case() {
        let held = BTreeSet::from([object(1), object(3)]);
        assert_eq!(why(&with_lineage(), PartyId(1), &held), []);
    }

    #[test]
    fn a_party_that_was_asked_is_told() {
        let mut case = in_notice();
        let inquiry = |inquired| Inquiry {
            inquired,
            letter: DIGEST,
            by: signed("2026-11-02"),
            answer: None,
        };
        let all = vec![inquiry(Inquired::PublicBody), inquiry(Inquired::Party(HOLDER))];
        case.inquiries = all.try_into().unwrap();
        assert_eq!(
            why(&case, HOLDER, &BTreeSet::new()),
            [Why::Asked(at("2026-11-02"))]
        );
    }

    #[test]
    fn the_list_says_why_and_until_when_to_object() {
        let case = with_lineage();
        let due = case.notice.unwrap().due;
        let standing = Standing {
            status: Status::InNotice { due },
            due: Some(due),
            overdue: 0,
            review: None,
        };
        let why = why(&case, HOLDER, &BTreeSet::from([object(1), object(3)]));
        let found = [(CASE, case, standing, why)];
        let (now, party) = (at("2026-11-04"), PartyId((1 << 48) | 1));
        let english = report(Language::English, party, &found, &[], now);
        let text = english.plain();
        for part in [
            "C1-1-T",
            "same fingerprint as",
            "made from",
            "2026-11-10 24:00",
            "quanji case notice",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let one = &english.json()["told"][0];
        assert_eq!(one["because"][0]["why"], "matches");
        assert_eq!(one["because"][1]["why"], "made_from");
        assert_eq!(one["takes_objections"], true);
        let chinese = report(Language::Chinese, party, &found, &[], due.day.end());
        assert!(chinese.plain().contains("指纹相同"));
        assert_eq!(chinese.json()["told"][0]["takes_objections"], false);
        let nothing = report(Language::English, party, &[], &[], now);
        assert!(nothing.plain().contains("told of no case"));
        assert_eq!(nothing.json()["told"], json!([]));
    }
}
