//! What a verdict does not prove, each with its name for programs and its words in both languages: a verdict says no more than
//! its proof.

use crate::{language::Language, verdict::Verdict};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use quanji_primitives::marks::MarkKind;

/// Something that a package does not prove.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unproven {
    /// What happened after the block.
    LaterFacts,
    /// What the contracts behind licences say.
    ContentOfLicences,
    /// That the data is true or worth anything.
    TruthAndValueOfData,
    /// Whether an open case is a renewal that keeps in force what is over by its term (NG 36).
    RenewalOnItsWay,
    /// Who has pledges and reservations, what they secure, and their rank: of them the proof has the marks alone.
    TermsAndRankOfSecurities,
}

impl Unproven {
    /// What this verdict does not prove.
    pub fn of(verdict: &Verdict) -> Vec<Self> {
        let renewal = verdict.may_be_renewed().then_some(Self::RenewalOnItsWay);
        let securities = has_securities(verdict).then_some(Self::TermsAndRankOfSecurities);
        let always = [
            Self::LaterFacts,
            Self::ContentOfLicences,
            Self::TruthAndValueOfData,
        ];
        always.into_iter().chain(renewal).chain(securities).collect()
    }

    /// Its name for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::LaterFacts => "later_facts",
            Self::ContentOfLicences => "content_of_licences",
            Self::TruthAndValueOfData => "truth_and_value_of_data",
            Self::RenewalOnItsWay => "renewal_on_its_way",
            Self::TermsAndRankOfSecurities => "terms_and_rank_of_securities",
        }
    }

    /// What is not proven as of a block, in words.
    pub fn text(self, block: u32, language: Language) -> String {
        let (chinese, english) = match self {
            Self::LaterFacts => {
                return language.pick(
                    format!("区块 {block} 之后的变化"),
                    format!("what happened after block {block}"),
                )
            }
            Self::ContentOfLicences => ("许可合同的内容", "what the contracts behind licences say"),
            Self::TruthAndValueOfData => (
                "数据本身的真实性与价值",
                "that the data is true or worth anything",
            ),
            Self::RenewalOnItsWay => (
                "在办案件是否为按期提出、使届满权利继续有效的续期",
                "whether an open case is a renewal that keeps in force what is over by its term",
            ),
            Self::TermsAndRankOfSecurities => (
                "质押与顺位预留的权利人、担保金额、顺位和法定登记编号",
                "who has the pledges and reservations, what they secure, their rank, and their numbers in a statutory register",
            ),
        };
        language.pick(chinese, english).to_string()
    }
}

/// Whether a pledge or a reservation stands on the object, or a pledge whose registration has lapsed may still be one.
fn has_securities(verdict: &Verdict) -> bool {
    let is_security = |kind| matches!(kind, MarkKind::Pledge | MarkKind::Reservation);
    let stands = verdict.marks.iter().any(|mark| is_security(mark.kind));
    stands || !verdict.lapsed_pledges.is_empty()
}
