//! Refusals in words: which rule refused, who can remove the obstacle, what to do.

mod chinese;

use std::fmt;

use super::ChainError;
use crate::{
    keys::KeyError,
    language::{Language, Localised},
};

/// Who can remove what stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever sent the call, by sending another one.
    Sender,
    /// Nobody: time has to pass.
    Time,
    /// The applicant.
    Applicant,
    /// A registrar of an authority.
    Registrar,
    /// An examiner of the case's authority.
    Examiner,
    /// A reviewer of the case's authority.
    Reviewer,
    /// Another officer of the same authority.
    OtherOfficer,
    /// The authority's administrating account.
    Authority,
    /// The competent department.
    Department,
    /// The party for which an agent acts.
    Principal,
    /// Who objects.
    Objector,
    /// A holder of the rights concerned.
    Holder,
    /// Nobody: the rule does not allow it.
    Nobody,
    /// For whom a mark stands, or the organ that ordered it.
    MarkHolder,
}

impl Who {
    /// Its name in problem details.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Time => "time",
            Self::Applicant => "applicant",
            Self::Registrar => "registrar",
            Self::Examiner => "examiner",
            Self::Reviewer => "reviewer",
            Self::OtherOfficer => "other-officer",
            Self::Authority => "authority",
            Self::Department => "department",
            Self::Principal => "principal",
            Self::Objector => "objector",
            Self::Holder => "holder",
            Self::Nobody => "nobody",
            Self::MarkHolder => "mark-holder",
        }
    }

    fn remedy(self, language: Language) -> &'static str {
        let (chinese, english) = match self {
            Self::Sender => ("请更正后重新提交", "correct it and send it again"),
            Self::Time => ("请等到期限届满后再办理", "wait until the time has come"),
            Self::Applicant => ("须由申请人办理", "the applicant can see to it"),
            Self::Registrar => (
                "请联系登记机构的主体管理员办理",
                "ask a registrar of the authority",
            ),
            Self::Examiner => (
                "须由本案登记机构的经办人办理",
                "an examiner of the case's authority can see to it",
            ),
            Self::Reviewer => (
                "须由本案登记机构的复核人办理",
                "a reviewer of the case's authority can see to it",
            ),
            Self::OtherOfficer => (
                "须由同一机构的另一位人员办理",
                "another officer of the same authority must act",
            ),
            Self::Authority => (
                "请由有该职权的人员办理；任用人员与授予角色由登记机构的管理账户办理",
                "let an officer act who may; the authority's own account appoints officers and gives roles",
            ),
            Self::Department => ("须由主管部门办理", "the competent department can see to it"),
            Self::Principal => (
                "须由委托人办理授权：quanji power grant",
                "the principal can grant a power that does: quanji power grant",
            ),
            Self::Objector => ("须由异议人办理", "the objector can see to it"),
            Self::Holder => (
                "须由有关权利的权利人或参与方办理",
                "the holders or participants concerned can see to it",
            ),
            Self::Nobody => (
                "规则不允许，任何人都不能办理",
                "the rules do not allow it to anybody",
            ),
            Self::MarkHolder => (
                "须由备注所为之人或作出决定的机关解除：quanji check 列明是谁",
                "who has the mark, or the organ that ordered it, can remove it: quanji check shows who",
            ),
        };
        language.pick(chinese, english)
    }
}

/// A refusal by the register. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The pallet that refused.
    pub pallet: String,
    /// The rule's name.
    pub error: String,
    /// Who can remove the obstacle.
    pub who: Who,
    english: String,
    chinese: String,
}

impl Refusal {
    /// A pallet's error; `docs` are the words of the runtime for it.
    pub fn of_pallet(pallet: &str, error: &str, docs: &[String]) -> Self {
        let row = chinese::row(pallet, error);
        let words = docs.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        let english = if words.is_empty() {
            format!("{pallet}::{error}")
        } else {
            words
        };
        Self {
            pallet: pallet.to_owned(),
            error: error.to_owned(),
            who: row.map_or(Who::Sender, |(_, who, _)| *who),
            chinese: row.map_or_else(
                || format!("登记系统拒绝：{english}"),
                |(_, _, words)| (*words).to_owned(),
            ),
            english: english.trim_end_matches('.').to_owned(),
        }
    }

    /// A refusal at the door, by its number there.
    pub fn of_admission(number: u8) -> Self {
        let (error, who, english, chinese) = match number {
            1 => (
                "NotAdmitted",
                Who::Registrar,
                "the account belongs to nobody the register knows: an authority's registrar admits parties",
                "该账户不属于登记系统认识的任何人：由登记机构的主体管理员核验并接纳主体",
            ),
            2 => (
                "Suspended",
                Who::Registrar,
                "the party is suspended: the authority that admitted it can restore it",
                "该主体已被暂停：接纳它的登记机构可以恢复",
            ),
            3 => (
                "QuotaUsed",
                Who::Time,
                "the quota is used: it recovers within a few minutes",
                "配额已用完：数分钟内会恢复",
            ),
            4 => (
                "TooManyPending",
                Who::Time,
                "too many transactions of this sender wait to be included",
                "该发送者等待打包的交易过多",
            ),
            5 => (
                "LargerThanQuota",
                Who::Sender,
                "the transaction alone is larger than the whole quota",
                "单笔交易已超过全部配额",
            ),
            6 => (
                "NotToBePublished",
                Who::Sender,
                "the text may not be published now, or not by this officer: it is not let into a block",
                "该文本现在不得公示，或不得由该人员公示：不会写入区块",
            ),
            _ => (
                "Refused",
                Who::Sender,
                "the register does not let this transaction in",
                "登记系统不接收该交易",
            ),
        };
        Self::in_words("Admission", error, who, english, chinese)
    }

    /// The call belongs to another office.
    pub fn wrong_office() -> Self {
        let english = "the key that signed may not do this: it is an act of the competent department";
        Self::in_words(
            "System",
            "BadOrigin",
            Who::Department,
            english,
            "签名密钥无权办理：这是主管部门的职权",
        )
    }

    /// A refusal without a name of its own.
    pub fn unnamed(words: &str) -> Self {
        Self::in_words(
            "System",
            "Refused",
            Who::Sender,
            words,
            &format!("登记系统拒绝：{words}"),
        )
    }

    fn in_words(pallet: &str, error: &str, who: Who, english: &str, chinese: &str) -> Self {
        Self {
            pallet: pallet.into(),
            error: error.into(),
            who,
            english: english.into(),
            chinese: chinese.into(),
        }
    }

    /// Pallet and rule, as programs name them.
    pub fn rule(&self) -> String {
        format!("{}::{}", self.pallet, self.error)
    }
}

impl Localised for Refusal {
    fn text(&self, language: Language) -> String {
        let words = language.pick(&self.chinese, &self.english);
        language.pick(
            format!("{words}（规则 {}）", self.rule()),
            format!("{words} (rule {})", self.rule()),
        )
    }

    fn remedy(&self, language: Language) -> Option<String> {
        Some(self.who.remedy(language).to_owned())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text(Language::English))
    }
}

impl std::error::Error for Refusal {}

/// Why a call was not carried out.
#[derive(Debug)]
pub enum SubmitError {
    /// The chain could not be asked.
    Chain(ChainError),
    /// The register refused.
    Refused(Box<Refusal>),
    /// The key does not sign.
    Key(KeyError),
}

impl From<ChainError> for SubmitError {
    fn from(error: ChainError) -> Self {
        Self::Chain(error)
    }
}

impl From<Refusal> for SubmitError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<KeyError> for SubmitError {
    fn from(error: KeyError) -> Self {
        Self::Key(error)
    }
}

impl fmt::Display for SubmitError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chain(error) => error.fmt(formatter),
            Self::Refused(refusal) => refusal.fmt(formatter),
            Self::Key(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for SubmitError {}

#[cfg(test)]
mod tests {
    use super::*;
    use codec::Decode;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_of_the_register_has_words_in_both_languages_and_no_row_is_left_over() {
        let bytes = include_bytes!("../../metadata/quanji.scale");
        let metadata = subxt::Metadata::decode(&mut &bytes[..]).unwrap();
        let mut needed = BTreeSet::new();
        for (pallet, _) in chinese::PALLETS {
            let found = metadata.pallet_by_name(pallet).unwrap();
            for variant in found.error_variants().unwrap() {
                let refusal = Refusal::of_pallet(pallet, &variant.name, &variant.docs);
                assert!(
                    !variant.docs.is_empty(),
                    "{} has no English words",
                    refusal.rule()
                );
                needed.insert(refusal.rule());
            }
        }
        let rows = || {
            chinese::PALLETS
                .iter()
                .flat_map(|(pallet, rows)| rows.iter().map(move |(error, ..)| format!("{pallet}::{error}")))
        };
        let there: BTreeSet<_> = rows().collect();
        assert_eq!(there.len(), rows().count(), "a row stands twice");
        assert_eq!(needed.difference(&there).collect::<Vec<_>>(), [""; 0], "lacking");
        assert_eq!(
            there.difference(&needed).collect::<Vec<_>>(),
            [""; 0],
            "left over"
        );
    }

    #[test]
    fn no_type_of_the_domain_is_generated_a_second_time() {
        let bytes = include_bytes!("../../metadata/quanji.scale");
        let metadata = subxt::Metadata::decode(&mut &bytes[..]).unwrap();
        let generated = include_str!("api.rs");
        let shapes = metadata.types().types.iter();
        let paths = shapes.map(|shape| shape.ty.path.segments.join("::"));
        let ours: Vec<_> = paths
            .filter(|path| path.starts_with("quanji_primitives::"))
            .collect();
        assert!(ours.len() > 50, "{}", ours.len());
        let named = |path: &&String| generated.contains(&format!("path = \"{path}\""));
        let missing: Vec<_> = ours.iter().filter(|path| !named(path)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn a_refusal_names_rule_sentence_and_remedy() {
        let docs = vec!["The public notice has not ended (NG 24).".to_owned()];
        let refusal = Refusal::of_pallet("Registry", "NoticeNotEnded", &docs);
        assert_eq!(refusal.who, Who::Time);
        assert_eq!(
            refusal.text(Language::English),
            "The public notice has not ended (NG 24) (rule Registry::NoticeNotEnded)"
        );
        assert!(refusal.text(Language::Chinese).contains("公示期"));
        assert!(refusal.remedy(Language::Chinese).is_some());
    }

    #[test]
    fn every_refusal_at_the_door_has_its_own_words() {
        let all: BTreeSet<_> = (1..=6)
            .map(|number| Refusal::of_admission(number).error)
            .collect();
        assert_eq!(all.len(), 6);
        assert_eq!(Refusal::of_admission(99).error, "Refused");
    }
}
