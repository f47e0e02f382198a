//! The members of a description: those of the national application form (guide, annex 1) and of the object record.
//!
//! The class and level of the data, the provider and the rights are coded fields of the application and are not repeated
//! here: one fact has one place.

mod codes;

use crate::language::Language;
use codes::{EXTENTS, FREQUENCIES, ITEM_TYPES, MEDIA, SOURCES, SOURCE_PARTIES, STRUCTURES};

pub use codes::TYPES;
pub(super) use codes::{EXTENTS_WITHOUT_CODES, PROVINCES, SECTIONS};

/// One member of an object.
pub struct Member {
    /// Its name in the document.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// Its name in Chinese, as on the national form.
    pub chinese: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// What it may hold.
    pub kind: Kind,
}

impl Member {
    /// Its name for people.
    pub fn label(&self, language: Language) -> &'static str {
        language.pick(self.chinese, self.english)
    }
}

/// What a member may hold.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A text of at most so many characters.
    Text(usize),
    /// One of these codes.
    Choice(&'static [Choice]),
    /// A date.
    Date,
    /// A date, or this word.
    DateOr(&'static str),
    /// A section of GB/T 4754.
    Section,
    /// A division of GB/T 4754, two digits.
    Division,
    /// A region code (GB/T 2260) of 2, 4 or 6 digits.
    Region,
    /// A whole number from zero.
    Count,
    /// An object.
    Object(&'static [Member]),
    /// A list of one to so many items, without repetition.
    List(&'static Kind, usize),
}

/// A code and what it means.
pub struct Choice {
    /// The code in the document.
    pub code: &'static str,
    chinese: &'static str,
    english: &'static str,
}

impl Choice {
    /// Its meaning for people.
    pub fn label(&self, language: Language) -> &'static str {
        language.pick(self.chinese, self.english)
    }
}

const fn choice(code: &'static str, chinese: &'static str, english: &'static str) -> Choice {
    Choice {
        code,
        chinese,
        english,
    }
}

const fn required(name: &'static str, chinese: &'static str, english: &'static str, kind: Kind) -> Member {
    Member {
        name,
        required: true,
        chinese,
        english,
        kind,
    }
}

const fn optional(name: &'static str, chinese: &'static str, english: &'static str, kind: Kind) -> Member {
    Member {
        name,
        required: false,
        chinese,
        english,
        kind,
    }
}

/// Advice of the national form on the length of the name.
pub const NAME_CHARACTERS_ADVISED: usize = 40;
/// Advice of the national form on the length of the overview.
pub const OVERVIEW_CHARACTERS_ADVISED: usize = 400;

/// The members of a description besides `@context`, `@type` and the marks of sealing.
pub static MEMBERS: &[Member] = &[
    required("name", "数据名称", "data name", Kind::Text(200)),
    required("overview", "数据概述", "data overview", Kind::Text(4000)),
    required(
        "industry",
        "所属行业",
        "industry (GB/T 4754)",
        Kind::Object(INDUSTRY),
    ),
    required("source", "数据来源", "source", Kind::Choice(SOURCES)),
    required(
        "source_parties",
        "数据来源者类别",
        "classes of data source parties",
        Kind::List(&Kind::Choice(SOURCE_PARTIES), 6),
    ),
    required(
        "prior_limits",
        "来源者在先权益的限制",
        "limits that rank before the right",
        Kind::Text(1000),
    ),
    required("region", "地域范围", "region range", Kind::Object(REGION)),
    required("period", "时域范围", "time range", Kind::Object(PERIOD)),
    required(
        "update_frequency",
        "更新频率",
        "update frequency",
        Kind::Choice(FREQUENCIES),
    ),
    required("volume", "数据量", "volume", Kind::Object(VOLUME)),
    required("form", "数据形态", "form", Kind::Object(FORM)),
    required("limits", "限制范围", "limits of use", Kind::Text(1000)),
    required("purpose", "用途", "purpose", Kind::Text(1000)),
    required("storage_place", "存储地点", "storage place", Kind::Text(100)),
    required(
        "storage_term",
        "存储期限",
        "term of storage",
        Kind::DateOr("indefinite"),
    ),
    optional(
        "items",
        "信息项",
        "information items",
        Kind::List(&Kind::Object(ITEM), 200),
    ),
];

static INDUSTRY: &[Member] = &[
    required("section", "门类", "section, A to T", Kind::Section),
    required("division", "大类", "division, two digits", Kind::Division),
];

static REGION: &[Member] = &[
    required("extent", "范围级别", "extent", Kind::Choice(EXTENTS)),
    optional(
        "codes",
        "行政区划代码",
        "region codes",
        Kind::List(&Kind::Region, 40),
    ),
];

static PERIOD: &[Member] = &[
    required("start", "开始日期", "start", Kind::Date),
    optional(
        "end",
        "结束日期（持续更新的可不填）",
        "end (absent while the data grows)",
        Kind::Date,
    ),
];

static VOLUME: &[Member] = &[
    optional("records", "条数", "number of records", Kind::Count),
    optional("bytes", "字节数", "number of bytes", Kind::Count),
    optional("files", "文件数", "number of files", Kind::Count),
];

static FORM: &[Member] = &[
    required("media", "载体形式", "media", Kind::List(&Kind::Choice(MEDIA), 6)),
    required(
        "structure",
        "结构化程度",
        "degree of structure",
        Kind::Choice(STRUCTURES),
    ),
];

static ITEM: &[Member] = &[
    required("name", "名称", "name", Kind::Text(100)),
    required("type", "类型", "type", Kind::Choice(ITEM_TYPES)),
    optional("meaning", "含义", "meaning", Kind::Text(400)),
];

/// Members that are always public: the notice carries the name.
pub(super) const NEVER_SEALED: [&str; 5] = ["@context", "@type", "name", "_sd", "_sd_alg"];

/// Names under which contacts and persons are usually given, in lower case without separators.
const PERSONAL: [&str; 26] = [
    "contact",
    "contactpoint",
    "contactperson",
    "contactname",
    "phone",
    "phonenumber",
    "telephone",
    "tel",
    "mobile",
    "fax",
    "email",
    "mail",
    "address",
    "contactaddress",
    "legalrepresentative",
    "legalperson",
    "idnumber",
    "联系人",
    "联系电话",
    "电话",
    "手机",
    "联系地址",
    "地址",
    "邮箱",
    "法定代表人",
    "证件号码",
];

/// Whether a member of this name would carry a contact or a person.
pub(super) fn is_personal(name: &str) -> bool {
    let local = name.rsplit(':').next().unwrap_or(name);
    let plain: String = local
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    PERSONAL.contains(&plain.as_str())
}

/// The JSON-LD context that gives the members their meaning in DCAT 3; every description carries exactly this one.
pub(super) fn context() -> serde_json::Value {
    serde_json::json!({
        "@vocab": "urn:quanji:description:1#",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "name": "dct:title",
        "overview": "dct:description",
        "industry": "dcat:theme",
        "source": "dct:provenance",
        "region": "dct:spatial",
        "period": "dct:temporal",
        "start": "dcat:startDate",
        "end": "dcat:endDate",
        "update_frequency": "dct:accrualPeriodicity",
        "limits": "dct:accessRights",
    })
}

/// The member at a path such as `industry.section` or `items[0].name`.
pub fn find(path: &str) -> Option<&'static Member> {
    let mut members = MEMBERS;
    let mut parts = path.split('.').peekable();
    while let Some(part) = parts.next() {
        let name = part.split_once('[').map_or(part, |(name, _place)| name);
        let member = members.iter().find(|member| member.name == name)?;
        if parts.peek().is_none() {
            return Some(member);
        }
        members = match member.kind {
            Kind::Object(inner) | Kind::List(&Kind::Object(inner), _) => inner,
            _ => return None,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_follow_each_other_without_gap() {
        assert_eq!(SECTIONS[0].1, 1);
        assert_eq!(SECTIONS[19].2, 97);
        for pair in SECTIONS.windows(2) {
            assert_eq!(pair[0].2 + 1, pair[1].1);
        }
    }

    #[test]
    fn no_member_is_itself_personal() {
        fn visit(members: &[Member]) {
            for member in members {
                assert!(!is_personal(member.name), "{}", member.name);
                if let Kind::Object(inner) = member.kind {
                    visit(inner);
                }
            }
        }
        visit(MEMBERS);
    }

    #[test]
    fn personal_names_are_known_however_written() {
        for name in [
            "contact",
            "contactPoint",
            "dcat:contactPoint",
            "legal_representative",
            "Tel",
            "联系电话",
            "E-Mail",
        ] {
            assert!(is_personal(name), "{name}");
        }
        assert!(!is_personal("storage_place"));
    }

    #[test]
    fn finds_members_by_path() {
        assert_eq!(
            find("industry.section").map(|member| member.name),
            Some("section")
        );
        assert_eq!(
            find("items[3].meaning").map(|member| member.name),
            Some("meaning")
        );
        assert!(find("industry.other").is_none());
        assert!(find("name.first").is_none());
        assert!(find("").is_none());
    }
}
