//! What a party was told of the objects in which it holds or held a right, or in which a mark stands for it: an own motion of
//! the authority, a mark that stands against its right or for it, the end of its right. What tells it is an event or an entry;
//! it can be asked for as long as the object is.

use std::collections::BTreeSet;

use quanji_client::language::Language;
use quanji_primitives::{
    clock::Moment,
    ending::Motion,
    marks::{standings, Mark},
    v1::{RightRecord, RightStatus},
    DeedId, ObjectId, PartyId, RightId,
};
use serde_json::{json, Value};

use super::{
    super::{marks, words},
    told_of_securities::Befallen,
    told_to::Marked,
};

/// Of what a party was told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Notice {
    /// The authority is about to do something of its own motion.
    Motion(ObjectId, Moment),
    /// A mark stands against a right of it.
    Mark(RightId, u32, Mark),
    /// A mark stands for it: at its objection, at the court that seized for it, or by the deed of a pledge or reservation.
    MarkFor(ObjectId, u32, Mark),
    /// A right of it was ended by this entry.
    Ended(RightId, u32),
    /// Something befell a pledge or reservation of it, or what that stands on.
    Secured(ObjectId, DeedId, Befallen),
}

/// An object as the register shows it, and what is proposed for it.
pub struct Seen<'a> {
    pub object: ObjectId,
    pub rights: &'a [RightRecord],
    pub marks: &'a [Mark],
    pub motion: Option<&'a Motion>,
    /// From what marks come that stand for the party, with their objects.
    pub marked: &'a [Marked],
}

/// Of what a party with these names was told about an object, at `now`.
pub fn notices(seen: &Seen<'_>, names: &BTreeSet<PartyId>, now: Moment) -> Vec<Notice> {
    let holds = |right: &RightRecord| right.holders.parties().iter().any(|party| names.contains(party));
    let held: Vec<_> = (0..).zip(seen.rights).filter(|(_, right)| holds(right)).collect();
    let standing = standings(seen.marks, now);
    let stand = || {
        (0..)
            .zip(seen.marks)
            .zip(&standing)
            .filter(|(_, standing)| standing.stands())
    };
    let shown = |mark: &Mark, kind| Mark { kind, ..*mark };
    let for_it: Vec<_> = stand()
        .filter(|((_, mark), _)| seen.marked.contains(&(seen.object, mark.source)))
        .map(|((number, mark), standing)| Notice::MarkFor(seen.object, number, shown(mark, standing.kind)))
        .collect();
    let right = |index| RightId {
        object: seen.object,
        index,
    };
    let mut all = Vec::new();
    // Without rights, the holding that led here is the registration itself.
    let concerned = !held.is_empty() || !for_it.is_empty() || seen.rights.is_empty();
    if let Some(motion) = seen.motion.filter(|_| concerned) {
        all.push(Notice::Motion(seen.object, motion.by.at));
    }
    for (index, record) in held {
        match record.status {
            RightStatus::Ended(entry) => all.push(Notice::Ended(right(index), entry)),
            RightStatus::Live => {
                let against = stand().filter(|((_, mark), _)| mark.is_against(index));
                all.extend(against.map(|((number, mark), standing)| {
                    Notice::Mark(right(index), number, shown(mark, standing.kind))
                }));
            }
        }
    }
    all.extend(for_it);
    all
}

impl Notice {
    /// The object that it is about.
    pub fn object(&self) -> ObjectId {
        match self {
            Self::Motion(object, _) | Self::MarkFor(object, ..) | Self::Secured(object, ..) => *object,
            Self::Mark(right, ..) | Self::Ended(right, _) => right.object,
        }
    }

    /// In words, with what shows more of it.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Motion(object, at) => {
                let at = words::moment(*at);
                language.pick(
                    format!("登记机构拟依职权处理，{at} 提出；quanji entry show {object}"),
                    format!("the authority proposed something of its own motion at {at}: quanji entry show {object}"),
                )
            }
            Self::Mark(right, number, mark) => {
                let kind = words::word(language, &mark.kind);
                let (since, source) = (words::moment(mark.since), marks::source(mark.source, language));
                language.pick(
                    format!("{right} 上的备注 {number}：{kind}（{source}），自 {since} 起"),
                    format!("mark {number} against {right}: {kind} ({source}) since {since}"),
                )
            }
            Self::MarkFor(object, number, mark) => {
                let kind = words::word(language, &mark.kind);
                let (since, source) = (words::moment(mark.since), marks::source(mark.source, language));
                language.pick(
                    format!("{object} 上为其设立的备注 {number}：{kind}（{source}），自 {since} 起"),
                    format!("mark {number} on {object} stands for it: {kind} ({source}) since {since}"),
                )
            }
            Self::Ended(right, entry) => {
                let object = right.object;
                language.pick(
                    format!("{right} 已由第 {entry} 条记载终止；quanji history {object}"),
                    format!("{right} was ended by entry {entry}: quanji history {object}"),
                )
            }
            Self::Secured(object, deed, what) => what.text((*object, *deed), language),
        }
    }

    /// For programs.
    pub fn json(&self) -> Value {
        match self {
            Self::Motion(object, at) => {
                json!({ "why": "motion", "object": object.to_string(), "since": at.to_string() })
            }
            Self::Mark(right, number, mark) => json!({
                "why": "mark", "object": right.object.to_string(), "right": right.to_string(), "mark": number,
                "kind": mark.kind, "source": marks::source_json(mark.source), "since": mark.since.to_string(),
            }),
            Self::MarkFor(object, number, mark) => json!({
                "why": "mark_for", "object": object.to_string(), "mark": number, "kind": mark.kind,
                "source": marks::source_json(mark.source), "since": mark.since.to_string(),
            }),
            Self::Ended(right, entry) => json!({
                "why": "ended", "object": right.object.to_string(), "right": right.to_string(), "entry": entry,
            }),
            Self::Secured(object, deed, what) => what.json((*object, *deed)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sample::*, *};
    use quanji_primitives::{
        ending::MotionMatter,
        marks::{MarkKind, MarkSource, RightSet},
        rights::{Holders, RightKind},
        AuthorityId, ConflictId,
    };

    const HOLDER: PartyId = PartyId(7);
    const OTHER: PartyId = PartyId(8);

    /// Of a party with one name.
    fn notices(seen: &Seen<'_>, party: PartyId, now: Moment) -> Vec<Notice> {
        super::notices(seen, &BTreeSet::from([party]), now)
    }

    fn object() -> ObjectId {
        ObjectId(CASE.0 + 1)
    }

    fn right(holder: PartyId, status: RightStatus) -> RightRecord {
        RightRecord {
            version: 1,
            kind: RightKind::Holding,
            holders: Holders::Sole(holder),
            parent: None,
            valid_until: at("2031-11-09"),
            certificate: 0,
            entry: 1,
            status,
            licences: 0,
        }
    }

    fn mark(rights: &[u32]) -> Mark {
        Mark {
            version: 1,
            kind: MarkKind::Hold,
            rights: rights.iter().copied().collect::<RightSet>(),
            source: MarkSource::Conflict(ConflictId(9)),
            authority: AuthorityId(1),
            since: at("2026-11-05"),
            until: None,
            ended: None,
            order: None,
        }
    }

    #[test]
    fn who_holds_is_told_of_the_motion_the_mark_and_the_end_and_nobody_else() {
        let rights = [
            right(HOLDER, RightStatus::Live),
            right(HOLDER, RightStatus::Ended(4)),
            right(OTHER, RightStatus::Live),
        ];
        let marks = [mark(&[0]), mark(&[2])];
        let motion = Motion {
            version: 1,
            matter: MotionMatter::Cancellation { rights: RightSet(1) },
            evidence: Default::default(),
            record: DIGEST,
            by: signed("2026-11-06"),
        };
        let seen = Seen {
            object: object(),
            rights: &rights,
            marks: &marks,
            motion: Some(&motion),
            marked: &[],
        };
        let now = at("2026-12-01");
        let id = |index| RightId {
            object: object(),
            index,
        };
        let told = notices(&seen, HOLDER, now);
        assert_eq!(
            told,
            [
                Notice::Motion(object(), at("2026-11-06")),
                Notice::Mark(id(0), 0, marks[0]),
                Notice::Ended(id(1), 4),
            ]
        );
        assert_eq!(notices(&seen, PartyId(9), now), []);
        for language in [Language::Chinese, Language::English] {
            for one in &told {
                assert!(one.text(language).contains("1-2-"), "{one:?}");
            }
        }
        assert_eq!(told[1].json()["why"], "mark");
        assert_eq!(told[2].json()["entry"], 4);
        // Before it stands, and after it has ended, a mark tells nobody.
        assert!(!notices(&seen, HOLDER, at("2026-11-04"))
            .iter()
            .any(|one| matches!(one, Notice::Mark(..))));
    }

    #[test]
    fn for_whom_a_mark_stands_and_who_took_the_place_of_a_holder_are_told() {
        let rights = [right(OTHER, RightStatus::Live)];
        let marks = [mark(&[0])];
        let marked = [(object(), marks[0].source)];
        let seen = Seen {
            object: object(),
            rights: &rights,
            marks: &marks,
            motion: None,
            marked: &marked,
        };
        let now = at("2026-12-01");
        let told = notices(&seen, HOLDER, now);
        assert_eq!(told, [Notice::MarkFor(object(), 0, marks[0])]);
        assert_eq!(told[0].json()["why"], "mark_for");
        for language in [Language::Chinese, Language::English] {
            assert!(told[0].text(language).contains(&object().to_string()));
        }
        let elsewhere = [(ObjectId(CASE.0 + 2), marks[0].source)];
        let seen = Seen {
            marked: &elsewhere,
            ..seen
        };
        assert_eq!(notices(&seen, HOLDER, now), []);
        // The right is still written to the name of whom it succeeded.
        let names = BTreeSet::from([HOLDER, OTHER]);
        let id = RightId {
            object: object(),
            index: 0,
        };
        assert_eq!(
            super::notices(&seen, &names, now),
            [Notice::Mark(id, 0, marks[0])]
        );
    }
}
