//! What a party was told of the objects in which it holds or held a right: an own motion of the authority, a mark that stands
//! against its right, the end of its right. What tells it is an event or an entry; it can be asked for as long as the object is.

use quanji_client::language::Language;
use quanji_primitives::{
    clock::Moment,
    ending::Motion,
    marks::{standings, Mark},
    v1::{RightRecord, RightStatus},
    ObjectId, PartyId, RightId,
};
use serde_json::{json, Value};

use super::super::{marks, words};

/// Of what a party was told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Notice {
    /// The authority is about to do something of its own motion.
    Motion(ObjectId, Moment),
    /// A mark stands against a right of it.
    Mark(RightId, u32, Mark),
    /// A right of it was ended by this entry.
    Ended(RightId, u32),
}

/// An object as the register shows it, and what is proposed for it.
pub struct Seen<'a> {
    pub object: ObjectId,
    pub rights: &'a [RightRecord],
    pub marks: &'a [Mark],
    pub motion: Option<&'a Motion>,
}

/// Of what `party` was told about an object, at `now`.
pub fn notices(seen: &Seen<'_>, party: PartyId, now: Moment) -> Vec<Notice> {
    let held: Vec<_> = (0..)
        .zip(seen.rights)
        .filter(|(_, right)| right.holders.contains(party))
        .collect();
    let right = |index| RightId {
        object: seen.object,
        index,
    };
    let mut all = Vec::new();
    // Without rights, the holding that led here is the registration itself.
    if let Some(motion) = seen.motion.filter(|_| !held.is_empty() || seen.rights.is_empty()) {
        all.push(Notice::Motion(seen.object, motion.by.at));
    }
    let standing = standings(seen.marks, now);
    for (index, record) in held {
        match record.status {
            RightStatus::Ended(entry) => all.push(Notice::Ended(right(index), entry)),
            RightStatus::Live => {
                let stand = (0..).zip(seen.marks).zip(&standing);
                let against =
                    stand.filter(|((_, mark), standing)| standing.stands() && mark.is_against(index));
                all.extend(against.map(|((number, mark), standing)| {
                    let kind = standing.kind;
                    Notice::Mark(right(index), number, Mark { kind, ..*mark })
                }));
            }
        }
    }
    all
}

impl Notice {
    /// The object that it is about.
    pub fn object(&self) -> ObjectId {
        match self {
            Self::Motion(object, _) => *object,
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
            Self::Ended(right, entry) => {
                let object = right.object;
                language.pick(
                    format!("{right} 已由第 {entry} 条记载终止；quanji history {object}"),
                    format!("{right} was ended by entry {entry}: quanji history {object}"),
                )
            }
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
            Self::Ended(right, entry) => json!({
                "why": "ended", "object": right.object.to_string(), "right": right.to_string(), "entry": entry,
            }),
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
            kind: MarkKind::ObjectionNotice,
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
}
