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
    /// A later issue has taken its place, and then an entry has ended the certificate: there is none to ask for.
    SupersededAndEnded {
        /// The last issue.
        issue: u16,
        /// The entry.
        entry: u32,
    },
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
    /// The registration of a pledge has lapsed, which is not the end of the pledge.
    PledgeLapsed,
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
            Self::PledgeLapsed => (
                "pledge_lapsed",
                "质押登记已失效",
                "the registration of a pledge lapsed",
            ),
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
            Status::Ended { by_entry: entry } => {
                verdict
                    .superseded_by()
                    .map_or(Self::Ended(entry), |issue| Self::SupersededAndEnded {
                        issue,
                        entry,
                    })
            }
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
            Self::Ended(_) | Self::SupersededAndEnded { .. } => "ended",
        }
    }

    /// What is said of the certificate as of a block, in Chinese and English; `renewal` tells that a renewal may be on its way.
    fn told(self, block: u32, renewal: bool) -> (String, String) {
        match self {
            Self::InForce => (
                format!("凭证真实，截至区块 {block} 所列权利均有效"),
                format!("is genuine and in force as of block {block}"),
            ),
            Self::PartlyInForce => (
                format!("凭证真实，但截至区块 {block} 所列权利只有一部分有效"),
                format!("is genuine; only some of its rights are in force as of block {block}"),
            ),
            Self::Expired if renewal => (
                format!("凭证真实，但截至区块 {block} 期限已届满"),
                format!("is genuine, but its term is over as of block {block}"),
            ),
            Self::Expired => (
                format!("凭证真实，但截至区块 {block} 所列权利均已届满或失效"),
                format!("is genuine, but none of its rights is in force as of block {block}"),
            ),
            Self::Lapsed => (
                format!("凭证真实，截至区块 {block} 有效，但到所问时间有权利已经届满"),
                format!("is genuine and was in force as of block {block}, but a right has reached the end of its term since"),
            ),
            Self::Superseded(by) => (
                format!("凭证真实，但截至区块 {block} 已被第 {by} 版取代，请索取新版"),
                format!("is genuine, but superseded by issue {by} as of block {block}: ask for that one"),
            ),
            Self::Ended(entry) => (
                format!("凭证真实，但截至区块 {block} 已由第 {entry} 次记载终止"),
                format!("is genuine, but was ended by entry {entry} as of block {block}"),
            ),
            Self::SupersededAndEnded { issue, entry } => (
                format!("凭证真实，但已被第 {issue} 版取代，且截至区块 {block} 该凭证已由第 {entry} 次记载终止，没有现行版可索取"),
                format!("is genuine, but superseded by issue {issue}, and the certificate was ended by entry {entry} as of block {block}: there is none to ask for"),
            ),
        }
    }

    /// Whether it says of rights that their term is over, or may be.
    fn tells_a_term(self) -> bool {
        matches!(self, Self::PartlyInForce | Self::Expired | Self::Lapsed)
    }

    /// What follows, as of which block, and what has come upon the certificate, in one sentence: who reads one line only
    /// reads this (S049).
    pub fn sentence(self, verdict: &Verdict, language: Language) -> String {
        let renewal = verdict.may_be_renewed();
        let (chinese, english) = self.told(verdict.block, renewal);
        let number = format!("{}/{}", verdict.number, verdict.issue);
        let mut sentence = language.pick(format!("{number}：{chinese}"), format!("{number} {english}"));
        // NG 36: a renewal filed in time keeps in force what its term would end.
        if renewal && self.tells_a_term() {
            sentence.push_str(language.pick(
                "；是否因在办续期而继续有效，未获证明",
                "; whether a renewal on its way keeps it in force is not proven",
            ));
        }
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

impl Verdict {
    /// Whether the certificate is in force and nothing has come upon it since its issue.
    pub fn is_in_force_unchanged(&self) -> bool {
        Conclusion::of(self) == Conclusion::InForce && self.since().is_empty()
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
            Self::Recent { .. } | Self::NotLimited { .. } => false,
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
            (Since::PledgeLapsed, "pledge_lapsed", false),
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
            (Conclusion::SupersededAndEnded { issue: 2, entry: 3 }, "ended"),
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
