//! What a reader may conclude from a verdict: *authentic and in force as of a block*, or *authentic, since …*.

use crate::{
    language::Language,
    verdict::{Freshness, Status, Verdict},
};
use alloc::{format, string::String, vec::Vec};
use quanji_primitives::marks::MarkKind;

/// Two clocks may differ by this much before the reader's is called wrong.
pub const CLOCKS_DIFFER_MAX: u64 = 10 * 60_000;

/// How a genuine certificate stands for its reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conclusion {
    /// The current issue; everything it lists was in force and, by its term, still is.
    InForce,
    /// The current issue; only some of its rights were in force.
    PartlyInForce,
    /// None of its rights was in force.
    Expired,
    /// In force at the proven block, its term over at the reader's time.
    Lapsed,
    /// A later issue has taken its place.
    Superseded(u16),
    /// An entry has ended it.
    Ended(u32),
}

/// What has come upon a genuine certificate since it was issued, as far as the proof reaches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Since {
    /// Entries were made on the object after the one by which the certificate was issued.
    Changed,
    /// A later issue took its place.
    Superseded,
    /// The term of a right is over.
    Expired,
    /// The certificate, its object or a right of it was ended: cancelled, revoked, transferred or extinct.
    Cancelled,
    /// An objection is open, its notice or a dispute notice stands.
    Objected,
    /// Dealings are on hold.
    Held,
    /// Seized, or a seizure waits.
    Seized,
    /// Under administrative control.
    Controlled,
    /// Pledged.
    Pledged,
    /// A priority is reserved.
    Reserved,
    /// A source it was made from is disputed, seized or ended.
    SourceTroubled,
    /// A holder was succeeded by another party.
    Succeeded,
}

impl Since {
    /// What a mark of this kind does to a certificate.
    pub fn of_mark(kind: MarkKind) -> Self {
        match kind {
            MarkKind::ObjectionNotice => Self::Objected,
            MarkKind::Hold => Self::Held,
            MarkKind::SeizureFirst | MarkKind::SeizureWaiting => Self::Seized,
            MarkKind::Control => Self::Controlled,
            MarkKind::Pledge => Self::Pledged,
            MarkKind::Reservation => Self::Reserved,
            MarkKind::SourceNotice => Self::SourceTroubled,
        }
    }

    /// Its name for programs.
    pub fn code(self) -> &'static str {
        self.texts().0
    }

    /// What it is called.
    pub fn text(self, language: Language) -> &'static str {
        let (_, chinese, english) = self.texts();
        language.pick(chinese, english)
    }

    fn texts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Changed => ("changed", "其后另有记载", "later entries were made"),
            Self::Superseded => ("superseded", "已被新版取代", "superseded"),
            Self::Expired => ("expired", "已届满", "expired"),
            Self::Cancelled => ("cancelled", "已终止", "cancelled"),
            Self::Objected => ("objected", "有异议", "objected to"),
            Self::Held => ("held", "暂停处分", "on hold"),
            Self::Seized => ("seized", "已查封", "seized"),
            Self::Controlled => ("controlled", "受行政管制", "under administrative control"),
            Self::Pledged => ("pledged", "已质押", "pledged"),
            Self::Reserved => ("reserved", "已预留顺位", "priority reserved"),
            Self::SourceTroubled => ("source_troubled", "来源存在问题", "trouble with a source"),
            Self::Succeeded => ("succeeded", "权利人已被承继", "a holder was succeeded"),
        }
    }
}

impl Conclusion {
    /// What follows from a verdict.
    pub fn of(verdict: &Verdict) -> Self {
        match verdict.status {
            Status::InForce | Status::PartlyInForce if verdict.has_lapsed() => Self::Lapsed,
            Status::InForce => Self::InForce,
            Status::PartlyInForce => Self::PartlyInForce,
            Status::Expired => Self::Expired,
            Status::Superseded { by_issue } => Self::Superseded(by_issue),
            Status::Ended { by_entry } => Self::Ended(by_entry),
        }
    }

    /// Its name for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::PartlyInForce => "partly_in_force",
            Self::Expired => "expired",
            Self::Lapsed => "lapsed_since",
            Self::Superseded(_) => "superseded",
            Self::Ended(_) => "ended",
        }
    }

    /// The one sentence, about the certificate with this number and issue.
    pub fn text(self, number: &str, language: Language) -> String {
        let (zh, en) = match self {
            Self::InForce => (
                "凭证真实，所列权利均有效".into(),
                "is genuine and in force".into(),
            ),
            Self::PartlyInForce => (
                "凭证真实，但所列权利只有一部分有效".into(),
                "is genuine; only some of its rights are in force".into(),
            ),
            Self::Expired => (
                "凭证真实，但所列权利均已届满或失效".into(),
                "is genuine, but none of its rights is in force".into(),
            ),
            Self::Lapsed => (
                "凭证真实，证明时有效，但到所问时间有权利已经届满".into(),
                "is genuine and was in force when proven, but a right has reached the end of its term since"
                    .into(),
            ),
            Self::Superseded(by) => (
                format!("凭证真实，但已被第 {by} 版取代，请索取新版"),
                format!("is genuine, but superseded by issue {by}: ask for that one"),
            ),
            Self::Ended(entry) => (
                format!("凭证真实，但已由第 {entry} 次记载终止"),
                format!("is genuine, but was ended by entry {entry}"),
            ),
        };
        language.pick(format!("{number}：{zh}"), format!("{number} {en}"))
    }

    /// What follows and what has come upon the certificate, in one sentence: who reads one line only reads this (S049).
    pub fn sentence(self, verdict: &Verdict, language: Language) -> String {
        let number = format!("{}/{}", verdict.number, verdict.issue);
        let mut sentence = self.text(&number, language);
        if verdict.is_encumbered() {
            sentence.push_str(language.pick("；有异议或备注：", "; objections or marks stand against it: "));
            let against: Vec<_> = verdict
                .since()
                .into_iter()
                .filter(|since| since.stands_against())
                .map(|since| since.text(language))
                .collect();
            sentence.push_str(&against.join(language.pick("、", ", ")));
        }
        sentence
    }
}

impl Since {
    /// Whether it is a mark or an objection, which others can lift.
    fn stands_against(self) -> bool {
        (Self::Objected..=Self::SourceTroubled).contains(&self)
    }
}

impl Freshness {
    /// Whether the age of the proof leaves more open than the reader allows.
    pub fn is_doubtful(self) -> bool {
        match self {
            Self::Recent { .. } => false,
            Self::LaterFactsUnknown { .. } => true,
            Self::AheadOfCaller { by_millis } => by_millis > CLOCKS_DIFFER_MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_for_programs_are_stable_and_marks_and_objections_alone_stand_against_a_certificate() {
        let named = [
            (Since::Changed, "changed", false),
            (Since::Superseded, "superseded", false),
            (Since::Expired, "expired", false),
            (Since::Cancelled, "cancelled", false),
            (Since::Objected, "objected", true),
            (Since::Held, "held", true),
            (Since::Seized, "seized", true),
            (Since::Controlled, "controlled", true),
            (Since::Pledged, "pledged", true),
            (Since::Reserved, "reserved", true),
            (Since::SourceTroubled, "source_troubled", true),
            (Since::Succeeded, "succeeded", false),
        ];
        for (since, name, against) in named {
            assert_eq!((since.code(), since.stands_against()), (name, against));
        }
        let conclusions = [
            (Conclusion::InForce, "in_force"),
            (Conclusion::PartlyInForce, "partly_in_force"),
            (Conclusion::Expired, "expired"),
            (Conclusion::Lapsed, "lapsed_since"),
            (Conclusion::Superseded(2), "superseded"),
            (Conclusion::Ended(3), "ended"),
        ];
        for (conclusion, name) in conclusions {
            assert_eq!(conclusion.code(), name);
        }
    }

    #[test]
    fn clocks_may_differ_by_ten_minutes() {
        let ahead = |by_millis| Freshness::AheadOfCaller { by_millis }.is_doubtful();
        assert!(!ahead(600_000) && ahead(600_001));
    }
}
