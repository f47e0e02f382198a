//! What a party was told of a pledge or reservation that it has: marks that came against the same rights after it, others that
//! ended, another place, who received the right, its end, a default notice beside it, a demand to release it; and its own end
//! where it did not end it itself. All of it follows from the object and the records of what is secured on it.

use std::collections::{BTreeMap, BTreeSet};

use quanji_client::{
    language::Language,
    title::{securities::ranks, Security},
};
use quanji_primitives::{
    clock::{Day, Moment},
    marks::{standings, Mark, MarkEnd, MarkSource},
    v1::RightStatus,
    DeedId, ObjectId, PartyId, RightId,
};
use serde_json::{json, Value};

use super::{
    super::{marks, words},
    told_of_rights::{Notice, Seen},
    told_to::Own,
};

/// Who stands today in the place of a party that is written to a right.
pub type Today = BTreeMap<PartyId, PartyId>;

/// What befell a pledge or reservation, or what it stands on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Befallen {
    /// Another mark came after it, and stands against the same rights.
    Mark(u32, Mark),
    /// Another mark against the same rights has ended since.
    MarkEnded(u32, Mark),
    /// It has another place than at first: its rank on a right here, and by statute.
    Rank(RightId, u32, Option<u32>),
    /// The right is held by somebody else than who gave it as security: it passed, or its holder was succeeded.
    Passed(RightId, PartyId),
    /// The right was ended by this entry.
    RightEnded(RightId, u32),
    /// A default notice was recorded for another pledge on the same rights.
    Default(DeedId, Day),
    /// Its release was demanded, and is overdue from this moment.
    Demanded(Moment),
    /// It was ended, and not by who has it.
    Ended(Moment, MarkEnd),
}

/// Of what a party was told about one of its pledges or reservations, at `now`.
pub fn befallen(seen: &Seen<'_>, own: &Own<'_>, today: &Today, now: Moment) -> Vec<Notice> {
    let security = own.security;
    let all = match security.stands() {
        true => while_it_stands(seen, own, today, now),
        false => ended(seen, security).into_iter().collect(),
    };
    let notice = |what| Notice::Secured(own.object, security.deed, what);
    all.into_iter().map(notice).collect()
}

/// Who releases or uses what it has knows of it, and nobody is told of what lapses.
fn ended(seen: &Seen<'_>, security: &Security) -> Option<Befallen> {
    let mut marks = (0..).zip(seen.marks);
    let (_, mark) = marks.find(|(number, _)| *number == security.mark)?;
    let (at, end) = mark.ended?;
    match end {
        MarkEnd::GivenUp | MarkEnd::Used => None,
        _ => Some(Befallen::Ended(at, end)),
    }
}

fn while_it_stands(seen: &Seen<'_>, own: &Own<'_>, today: &Today, now: Moment) -> Vec<Befallen> {
    let security = own.security;
    let mut all = marks_beside(seen, own, now);
    all.extend(another_place(own));
    all.extend(of_rights(seen, security, today));
    let others = own.all.iter().filter(|one| {
        let is_own = seen.marked.contains(&(own.object, MarkSource::Deed(one.deed)));
        !is_own && one.stands() && one.rights.meets(security.rights)
    });
    all.extend(others.filter_map(|one| {
        let given_on = one.default_noticed.filter(|day| *day >= security.since.day())?;
        Some(Befallen::Default(one.deed, given_on))
    }));
    all.extend(security.release_due.map(Befallen::Demanded));
    all
}

/// The place that it had at first: of a pledge that used a reservation, the reserved one.
fn first_place(own: &Own<'_>) -> u32 {
    let used = own.all.iter().find(|one| one.used_by == Some(own.security.deed));
    used.unwrap_or(own.security).mark
}

/// The marks of others against the same rights: those that came after it and stand, and those that ended since.
fn marks_beside(seen: &Seen<'_>, own: &Own<'_>, now: Moment) -> Vec<Befallen> {
    let (security, place) = (own.security, first_place(own));
    let standing = standings(seen.marks, now);
    let all = (0..).zip(seen.marks).zip(&standing);
    let others = all.filter(|((_, mark), _)| {
        mark.is_against_any(security.rights) && !seen.marked.contains(&(seen.object, mark.source))
    });
    let told = others.filter_map(|((number, mark), standing)| match mark.ended {
        Some((at, _)) if at >= security.since => Some(Befallen::MarkEnded(number, *mark)),
        None if number > place && standing.stands() => {
            let kind = standing.kind;
            Some(Befallen::Mark(number, Mark { kind, ..*mark }))
        }
        _ => None,
    });
    told.collect()
}

/// Its ranks, where it has another place than at first.
fn another_place(own: &Own<'_>) -> Vec<Befallen> {
    let (object, security) = (own.object, own.security);
    if security.place == first_place(own) {
        return Vec::new();
    }
    let rank = |index: u32| {
        let mut on = ranks(index, own.all).into_iter();
        let rank = on.find(|rank| rank.mark == security.mark)?;
        let right = RightId { object, index };
        Some(Befallen::Rank(right, rank.ledger, rank.statutory))
    };
    security.rights.numbers().filter_map(rank).collect()
}

/// Who received the rights on which it stands, or how they ended.
fn of_rights(seen: &Seen<'_>, security: &Security, today: &Today) -> Vec<Befallen> {
    let object = seen.object;
    let mut all = Vec::new();
    for (index, record) in (0..).zip(seen.rights) {
        if !security.rights.contains(index) {
            continue;
        }
        let right = RightId { object, index };
        if let RightStatus::Ended(entry) = record.status {
            all.push(Befallen::RightEnded(right, entry));
            continue;
        }
        let stored = record.holders.parties().into_iter();
        let holders: BTreeSet<PartyId> = stored
            .map(|party| today.get(&party).copied().unwrap_or(party))
            .collect();
        let others = holders
            .into_iter()
            .filter(|party| !security.givers.contains(party));
        all.extend(others.map(|party| Befallen::Passed(right, party)));
    }
    all
}

impl Befallen {
    /// In words, with what shows more of it.
    pub fn text(&self, (object, deed): (ObjectId, DeedId), language: Language) -> String {
        let source = |mark: &Mark| marks::source(mark.source, language);
        match self {
            Self::Mark(number, mark) => {
                let (kind, source) = (words::word(language, &mark.kind), source(mark));
                let since = words::moment(mark.since);
                language.pick(
                    format!("与 {deed} 针对同一权利的备注 {number}：{kind}（{source}），自 {since} 起"),
                    format!("beside {deed}: mark {number}, {kind} ({source}), since {since}"),
                )
            }
            Self::MarkEnded(number, mark) => {
                let (kind, source) = (words::word(language, &mark.kind), source(mark));
                let how = mark.ended.map_or_else(String::new, |(at, end)| {
                    let (at, end) = (words::moment(at), words::word(language, &end));
                    language.pick(format!("，{at}，{end}"), format!(", at {at}: {end}"))
                });
                language.pick(
                    format!("与 {deed} 针对同一权利的备注 {number} 已终止：{kind}（{source}）{how}"),
                    format!("beside {deed}: mark {number}, {kind} ({source}), was ended{how}"),
                )
            }
            Self::Rank(right, ledger, statutory) => {
                let by_law = statutory.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
                language.pick(
                    format!("{deed} 的顺位已变更：{right} 上本登记顺位 {ledger}，法定顺位 {by_law}"),
                    format!(
                        "{deed} has another place: on {right} ledger rank {ledger}, statutory rank {by_law}"
                    ),
                )
            }
            Self::Passed(right, party) => language.pick(
                format!("{deed} 所及的 {right} 现由 {party} 持有；quanji history {object}"),
                format!("{right}, on which {deed} stands, is held by {party} now: quanji history {object}"),
            ),
            Self::RightEnded(right, entry) => language.pick(
                format!("{deed} 所及的 {right} 已由第 {entry} 条记载终止；quanji history {object}"),
                format!(
                    "{right}, on which {deed} stands, was ended by entry {entry}: quanji history {object}"
                ),
            ),
            Self::Default(other, day) => language.pick(
                format!("与 {deed} 针对同一权利的 {other}：违约通知，{day}；quanji pledge show {other}"),
                format!("beside {deed}: {other} had a default notice on {day}: quanji pledge show {other}"),
            ),
            Self::Demanded(due) => {
                let due = words::moment(*due);
                language.pick(
                    format!("已要求解除 {deed}，自 {due} 起逾期；quanji pledge show {deed}"),
                    format!(
                        "the release of {deed} was demanded, overdue from {due}: quanji pledge show {deed}"
                    ),
                )
            }
            Self::Ended(at, end) => {
                let (at, end) = (words::moment(*at), words::word(language, end));
                language.pick(
                    format!("{deed} 已于 {at} 终止：{end}；quanji history {object}"),
                    format!("{deed} was ended at {at}: {end}: quanji history {object}"),
                )
            }
        }
    }

    /// For programs.
    pub fn json(&self, (object, deed): (ObjectId, DeedId)) -> Value {
        let mut json = match self {
            Self::Mark(number, mark) => json!({
                "why": "mark_beside", "mark": number, "kind": mark.kind,
                "source": marks::source_json(mark.source), "since": mark.since.to_string(),
            }),
            Self::MarkEnded(number, mark) => json!({
                "why": "mark_beside_ended", "mark": number, "kind": mark.kind,
                "source": marks::source_json(mark.source),
                "at": mark.ended.map(|(at, _)| at.to_string()), "end": mark.ended.map(|(_, end)| end),
            }),
            Self::Rank(right, ledger, statutory) => json!({
                "why": "rank", "right": right.to_string(), "ledger": ledger, "statutory": statutory,
            }),
            Self::Passed(right, party) => json!({
                "why": "passed", "right": right.to_string(), "holder": party.to_string(),
            }),
            Self::RightEnded(right, entry) => json!({
                "why": "secured_right_ended", "right": right.to_string(), "entry": entry,
            }),
            Self::Default(other, day) => json!({
                "why": "default_notice", "of": other.to_string(), "given_on": day.to_string(),
            }),
            Self::Demanded(due) => json!({ "why": "release_demanded", "overdue_from": due.to_string() }),
            Self::Ended(at, end) => {
                json!({ "why": "security_ended", "at": at.to_string(), "end": end })
            }
        };
        json["object"] = object.to_string().into();
        json["deed"] = deed.to_string().into();
        json
    }
}

#[cfg(test)]
mod tests;
