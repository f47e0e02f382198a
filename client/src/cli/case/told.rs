//! `quanji case told`: of what a party was told: cases in which it is no applicant, what befalls its own rights and those
//! against which a mark stands for it, and what befalls its pledges and reservations. What tells a party is an event;
//! everything that the event says follows from the case or the object, so it can be asked for as long as that is in state.
//! Who stands in the place of another was told what that one was.

use std::collections::{BTreeMap, BTreeSet};

use clap::Args;
use quanji_client::{
    chain::{Title, View},
    language::Language,
};
use quanji_primitives::{
    case::{Case, Standing},
    clock::Moment,
    v1::Outcome,
    CaseId, ObjectId, PartyId,
};
use serde_json::{json, Value};

use super::{
    super::{
        context::Context,
        exit::Failure,
        node::{not_found, with_chain_and_view},
        output::Report,
        words, CommandResult,
    },
    public_notice::takes_objections,
    told_of_cases::{why, why_secured, Stands, Why},
    told_of_rights::{notices, Notice, Seen},
    told_of_securities::{befallen, Today},
    told_to::{marked_for, names_of, own, secured_for, Marked, Own},
};

/// Arguments of `case told`.
#[derive(Debug, Args)]
pub struct Told {
    /// The party that was told: P1-1-Q
    #[arg(long)]
    party: PartyId,
}

/// Lists of what a party was told.
pub fn told(context: &Context, given: &Told) -> CommandResult {
    let (language, party) = (context.language, given.party);
    with_chain_and_view(context, |chain, view| async move {
        let unknown = || not_found(party.to_string());
        view.party(party).await?.ok_or_else(unknown)?;
        let (names, now) = (names_of(&view, party).await?, view.register_time().await?);
        let received = secured_for(&chain, &view, &names, now).await?;
        let secured = received.as_ref().map(|received| own(received, &names));
        let secured = secured.unwrap_or_default();
        let known = Known::read(&view, (&names, &secured), now).await?;
        let (found, of_rights) = (known.cases(&view).await?, known.notices(&view).await?);
        let report = report(language, party, &found, &of_rights, now);
        Ok(with_securities(language, report, received.is_some()))
    })
}

/// What the register has of a party.
struct Known<'a> {
    names: &'a BTreeSet<PartyId>,
    now: Moment,
    /// The objects in which a certificate of it stands.
    held: BTreeSet<ObjectId>,
    /// From what marks come that stand for it, with their objects.
    marked: Vec<Marked>,
    /// Its pledges and reservations, those that are over included.
    secured: &'a [Own<'a>],
    /// The objects in which it holds or held something, or in which a mark stands or stood for it.
    titles: BTreeMap<ObjectId, Title>,
}

impl<'a> Known<'a> {
    async fn read(
        view: &View,
        (names, secured): (&'a BTreeSet<PartyId>, &'a [Own<'a>]),
        now: Moment,
    ) -> Result<Self, Failure> {
        let mut all = Vec::new();
        for name in names {
            all.extend(holdings(view, *name).await?);
        }
        let mut marked = marked_for(view, names).await?;
        marked.extend(secured.iter().map(Own::marked));
        let of_marks = marked.iter().map(|(object, _)| *object);
        let objects: BTreeSet<_> = all.iter().map(|(object, _)| *object).chain(of_marks).collect();
        let mut titles = BTreeMap::new();
        for object in objects {
            titles.extend(view.title(object).await?.map(|title| (object, title)));
        }
        Ok(Self {
            names,
            now,
            held: standing(&all),
            marked,
            secured,
            titles,
        })
    }

    /// Its pledges and reservations that stand, with the rights of their objects.
    fn stand(&self) -> Vec<Stands<'_>> {
        let stand = self.secured.iter().filter(|own| own.security.stands());
        let with_rights = |own: &'a Own<'a>| Some((own, self.titles.get(&own.object)?.rights.as_slice()));
        stand.filter_map(with_rights).collect()
    }

    /// The cases of which it was told.
    async fn cases(&self, view: &View) -> Result<Vec<Found>, Failure> {
        let stand = self.stand();
        let mut found = Vec::new();
        for (id, case) in view.cases().await? {
            let mut why = why(&case, self.names, &self.held);
            why.extend(why_secured(&case, self.names, &stand));
            if why.is_empty() {
                continue;
            }
            if let Some(standing) = view.case_standing(id).await? {
                found.push((id, case, standing, why));
            }
        }
        Ok(found)
    }

    /// Of what it was told about objects and rights.
    async fn notices(&self, view: &View) -> Result<Vec<Notice>, Failure> {
        let today = self.today(view).await?;
        let mut all = Vec::new();
        for (object, title) in &self.titles {
            let motion = view.motion(*object).await?;
            let seen = Seen {
                object: *object,
                rights: &title.rights,
                marks: &title.marks,
                motion: motion.as_ref(),
                marked: &self.marked,
            };
            all.extend(notices(&seen, self.names, self.now));
            let secured = self.secured.iter().filter(|own| own.object == *object);
            all.extend(secured.flat_map(|own| befallen(&seen, own, &today, self.now)));
        }
        Ok(all)
    }

    /// Who stands today in the place of those who hold what it has as security.
    async fn today(&self, view: &View) -> Result<Today, Failure> {
        let mut holders = BTreeSet::new();
        for (own, rights) in self.stand() {
            let on = (0..)
                .zip(rights)
                .filter(|(index, _)| own.security.rights.contains(*index));
            holders.extend(on.flat_map(|(_, right)| right.holders.parties()));
        }
        let mut today = Today::new();
        for party in holders {
            today.insert(party, view.current(party).await?);
        }
        Ok(today)
    }
}

/// Says whether its pledges and reservations are among what is listed.
fn with_securities(language: Language, report: Report, are_read: bool) -> Report {
    let report = report.fact("securities_read", are_read.into());
    if are_read {
        return report;
    }
    report.caution(language.pick(
        "登记簿中质押与预留过多，未读取：上文不含与该主体的质押和预留有关的事项",
        "the register has too many pledges and reservations to read: what befell those of this party is not listed",
    ))
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
    use quanji_primitives::case::Status;

    #[test]
    fn the_list_says_why_and_until_when_to_object() {
        let case = in_notice();
        let (notice, object) = (case.notice.unwrap(), ObjectId(CASE.0 + 1));
        let due = notice.due;
        let standing = Standing {
            status: Status::InNotice { due },
            due: Some(due),
            overdue: 0,
            review: None,
        };
        let why = vec![
            Why::Matches(object, case.received_at),
            Why::MadeFrom(object, notice.published_at),
        ];
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

    #[test]
    fn where_pledges_are_too_many_to_read_the_list_says_so() {
        let list = || {
            report(
                Language::English,
                PartyId((1 << 48) | 1),
                &[],
                &[],
                at("2026-11-04"),
            )
        };
        let whole = with_securities(Language::English, list(), true);
        assert_eq!(whole.json()["securities_read"], true);
        assert!(!whole.plain().contains("too many"));
        let part = with_securities(Language::English, list(), false);
        assert_eq!(part.json()["securities_read"], false);
        assert!(part.plain().contains("too many"));
    }
}
