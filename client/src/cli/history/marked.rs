//! Marks in the history: what an entry says of one, and what time alone has made of it since.

use std::collections::BTreeMap;

use quanji_client::language::Language;
use quanji_primitives::{
    clock::Moment,
    marks::{standings, Mark, MarkKind},
    v1::EntryContent,
};

use super::super::{marks, words};

/// Since when each seizure that had to wait is in first rank, by its number as a mark, at register time `now`: nobody sends
/// anything for that, so no entry says it. The entries have every mark as it was last written.
pub fn risen<'a>(entries: impl Iterator<Item = &'a EntryContent>, now: Moment) -> BTreeMap<u32, Moment> {
    let mut marks = BTreeMap::new();
    for content in entries {
        match content {
            EntryContent::Mark { number, mark }
            | EntryContent::RightsEnded {
                mark: Some((number, mark)),
                ..
            } => {
                marks.insert(*number, *mark);
            }
            _ => {}
        }
    }
    let all: Vec<_> = marks.values().copied().collect();
    let standing = marks.iter().zip(standings(&all, now));
    let waited = standing.filter(|((_, mark), standing)| {
        mark.kind == MarkKind::SeizureWaiting && mark.ended.is_none() && standing.stands()
    });
    waited
        .filter_map(|((number, _), standing)| Some((*number, standing.first_since?)))
        .collect()
}

/// That a seizure that had to wait has risen.
pub fn rank(content: &EntryContent, risen: &BTreeMap<u32, Moment>, language: Language) -> String {
    let since = risen_since(content, risen).map(words::moment);
    since.map_or_else(String::new, |since| {
        language.pick(
            format!("；自 {since} 起为首封"),
            format!("; in first rank since {since}"),
        )
    })
}

pub fn risen_since(content: &EntryContent, risen: &BTreeMap<u32, Moment>) -> Option<Moment> {
    match content {
        EntryContent::Mark { number, mark } if mark.ended.is_none() => risen.get(number).copied(),
        _ => None,
    }
}

/// A mark that was set or ended.
pub fn marked(number: u32, mark: &Mark, language: Language) -> String {
    let mut kind = words::word(language, &mark.kind);
    if mark.kind == MarkKind::SourceNotice {
        let source = marks::source(mark.source, language);
        kind += &language.pick(format!("（{source}）"), format!(" ({source})"));
    }
    match &mark.ended {
        None => language.pick(format!("备注 {number}：{kind}"), format!("mark {number}: {kind}")),
        Some((_, end)) => {
            let end = words::word(language, end);
            language.pick(
                format!("备注 {number} 终止：{kind}，{end}"),
                format!("mark {number} ended: {kind}, {end}"),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{
        clock::Day,
        marks::{MarkEnd, MarkSource, RightSet, SourceState},
        AuthorityId, ObjectId, RightId, StampId,
    };

    fn at(day: &str) -> Moment {
        day.parse::<Day>().unwrap().start()
    }

    fn seizure(kind: MarkKind, since: &str, until: Option<&str>) -> Mark {
        Mark {
            version: 1,
            kind,
            rights: RightSet::NONE.with(0),
            source: MarkSource::DayBook(StampId::new(AuthorityId(1), 1).unwrap()),
            authority: AuthorityId(1),
            since: at(since),
            until: until.map(at),
            ended: None,
            order: None,
        }
    }

    #[test]
    fn a_seizure_that_has_risen_says_since_when_and_only_then() {
        let first = seizure(MarkKind::SeizureFirst, "2026-11-02", Some("2027-11-02"));
        let waiting = seizure(MarkKind::SeizureWaiting, "2026-11-05", None);
        let entry = |number, mark| EntryContent::Mark { number, mark };
        let entries = [entry(0, first), entry(1, waiting)];
        let known = |now| risen(entries.iter(), at(now));
        assert_eq!(known("2027-11-01"), BTreeMap::new());
        let after = known("2027-11-02");
        assert_eq!(after, BTreeMap::from([(1, at("2027-11-02"))]));
        let said = |entry, language| rank(entry, &after, language);
        assert!(said(&entries[1], Language::English).contains("in first rank since 2027-11-02"));
        assert!(said(&entries[1], Language::Chinese).contains("首封"));
        assert_eq!(said(&entries[0], Language::English), "");
        // The entry that ends it tells of its end.
        let ended = Some((at("2027-12-01"), MarkEnd::Released));
        let over = entry(1, Mark { ended, ..waiting });
        let known = risen(entries.iter().chain([&over]), at("2027-12-02"));
        assert_eq!(known, BTreeMap::new());
    }

    #[test]
    fn a_notice_about_a_source_names_the_source_and_how_it_stands() {
        let object = ObjectId::new(AuthorityId(1), 5).unwrap();
        let right = RightId { object, index: 2 };
        let state = SourceState::Seized;
        let mark = Mark {
            kind: MarkKind::SourceNotice,
            source: MarkSource::SourceRight { right, state },
            ..seizure(MarkKind::SourceNotice, "2026-11-02", None)
        };
        for (language, word) in [(Language::English, "seized"), (Language::Chinese, "被查封")] {
            let text = marked(3, &mark, language);
            assert!(text.contains(&right.to_string()) && text.contains(word), "{text}");
        }
    }
}
