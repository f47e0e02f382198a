use super::super::examples::good;
use super::*;
use crate::{
    description::Advice,
    language::{Language, Localised},
};
use proptest::prelude::*;
use serde_json::json;

fn problems(document: &Value) -> Vec<(String, Problem)> {
    match check(document.to_string().as_bytes()) {
        Ok(_) => Vec::new(),
        Err(errors) => errors
            .into_iter()
            .map(|error| (error.path, error.problem))
            .collect(),
    }
}

/// The good description with one member (a JSON pointer) set to a value.
fn with(pointer: &str, value: Value) -> Value {
    let mut document = good();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[name] = value;
    document
}

/// The good description without one member.
fn without(pointer: &str) -> Value {
    let mut document = good();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    document
        .pointer_mut(parent)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove(name);
    document
}

fn one(path: &str, problem: Problem) -> Vec<(String, Problem)> {
    vec![(path.to_owned(), problem)]
}

#[test]
fn a_good_description_passes_without_advice() {
    let checked = check_value(&good()).unwrap();
    assert_eq!(checked.advice(), []);
    assert_eq!(
        checked.digest(),
        <[u8; 32]>::from(Sha256::digest(checked.canonical()))
    );
}

#[test]
fn spaces_and_order_do_not_change_the_digest() {
    let pretty = serde_json::to_string_pretty(&good()).unwrap();
    let digest = check_value(&good()).unwrap().digest();
    assert_eq!(check(pretty.as_bytes()).unwrap().digest(), digest);
    let checked = check(pretty.as_bytes()).unwrap();
    assert_eq!(check(checked.canonical()).unwrap().digest(), digest);
}

#[test]
fn every_missing_member_is_named() {
    for member in schema::MEMBERS.iter().filter(|member| member.required) {
        let document = without(&format!("/{}", member.name));
        assert_eq!(problems(&document), one(member.name, Problem::Missing));
    }
    assert_eq!(problems(&without("/@context")), one("@context", Problem::Missing));
    assert_eq!(problems(&without("/@type")), one("@type", Problem::Missing));
    assert_eq!(
        problems(&without("/industry/division")),
        one("industry.division", Problem::Missing)
    );
}

#[test]
fn unknown_and_personal_members_are_refused() {
    assert_eq!(
        problems(&with("/price", json!(1))),
        one("price", Problem::Unknown)
    );
    assert_eq!(
        problems(&with("/form/colour", json!("red"))),
        one("form.colour", Problem::Unknown)
    );
    for name in [
        "contact",
        "phone",
        "address",
        "legal_representative",
        "联系人",
        "dcat:contactPoint",
    ] {
        let found = problems(&with(&format!("/{name}"), json!("x")));
        assert_eq!(found.len(), 1, "{name}");
        assert_eq!(found[0].1, Problem::Personal, "{name}");
    }
}

#[test]
fn values_of_another_kind_are_refused() {
    assert_eq!(
        problems(&with("/name", json!(1))),
        one("name", Problem::ExpectedText)
    );
    assert_eq!(problems(&with("/name", json!(null))), one("name", Problem::Blank));
    assert_eq!(problems(&with("/name", json!(""))), one("name", Problem::Blank));
    assert_eq!(
        problems(&with("/name", json!(true))),
        one("name", Problem::ExpectedText)
    );
    assert_eq!(
        problems(&with("/industry", json!("G"))),
        one("industry", Problem::ExpectedObject)
    );
    assert_eq!(
        problems(&with("/form/media", json!("table"))),
        one("form.media", Problem::ExpectedList)
    );
    assert_eq!(
        problems(&with("/volume/records", json!("12"))),
        one("volume.records", Problem::ExpectedInteger)
    );
    assert_eq!(
        problems(&with("/volume/records", json!(1.5))),
        one("volume.records", Problem::NotInteger)
    );
    assert_eq!(
        problems(&with("/volume/records", json!(9_007_199_254_740_992_u64))),
        one("volume.records", Problem::NotInteger)
    );
    assert_eq!(
        problems(&with("/volume/records", json!(-1))),
        one("volume.records", Problem::Negative)
    );
    assert_eq!(problems(&json!([])), one("", Problem::ExpectedObject));
}

#[test]
fn codes_and_dates_are_checked() {
    assert!(
        matches!(problems(&with("/source", json!("bought"))).as_slice(), [(path, Problem::NotAChoice { .. })] if path == "source")
    );
    assert_eq!(
        problems(&with("/period/start", json!("2024-02-30"))),
        one("period.start", Problem::NotADate)
    );
    let late = Problem::EndBeforeStart {
        start: "2024-01-01".into(),
    };
    assert_eq!(
        problems(&with("/period/end", json!("2023-12-31"))),
        one("period.end", late)
    );
    assert_eq!(problems(&with("/storage_term", json!("indefinite"))), []);
    assert!(matches!(
        problems(&with("/storage_term", json!("long"))).as_slice(),
        [(_, Problem::NotAChoice { .. })]
    ));
    assert_eq!(
        problems(&with("/industry/section", json!("U"))),
        one("industry.section", Problem::NotASection)
    );
    let outside = Problem::NotInSection {
        section: "G".into(),
        first: 53,
        last: 60,
    };
    assert_eq!(
        problems(&with("/industry/division", json!("52"))),
        one("industry.division", outside)
    );
    for division in ["00", "98", "5", "055", "电力"] {
        assert_eq!(
            problems(&with("/industry/division", json!(division))),
            one("industry.division", Problem::NotADivision)
        );
    }
    for code in ["99", "4", "440", "4401000", "粤"] {
        assert_eq!(
            problems(&with("/region/codes", json!([code]))),
            one("region.codes[0]", Problem::NotARegion)
        );
    }
}

#[test]
fn members_that_depend_on_each_other_are_checked() {
    assert_eq!(
        problems(&without("/region/codes")),
        one("region.codes", Problem::CodesMissing)
    );
    assert_eq!(problems(&with("/region", json!({ "extent": "national" }))), []);
    assert_eq!(
        problems(&with("/volume", json!({}))),
        one("volume", Problem::NoVolume)
    );
    assert_eq!(problems(&without("/period/end")), []);
}

#[test]
fn lists_are_bounded_and_without_repetition() {
    assert_eq!(
        problems(&with("/form/media", json!([]))),
        one("form.media", Problem::Blank)
    );
    assert_eq!(
        problems(&with("/form/media", json!(["table", "table"]))),
        one("form.media[1]", Problem::ItemRepeated)
    );
    let many = vec!["44"; 41];
    assert_eq!(
        problems(&with("/region/codes", json!(many))),
        one("region.codes", Problem::ListTooLong { most: 40 })
    );
}

#[test]
fn texts_are_scanned() {
    let found = problems(&with("/overview", json!("请致电13800138000")));
    assert_eq!(
        found,
        one(
            "overview",
            Problem::Text {
                problem: text_rules::TextProblem::MobileNumber
            }
        )
    );
    let found = problems(&with("/items", json!([{ "name": "a\u{202e}b", "type": "text" }])));
    assert!(matches!(found.as_slice(), [(path, Problem::Text { .. })] if path == "items[0].name"));
    assert_eq!(
        problems(&with("/purpose", json!(" 规划"))),
        one("purpose", Problem::Untrimmed)
    );
    let long = "长".repeat(201);
    assert_eq!(
        problems(&with("/name", json!(long))),
        one("name", Problem::TextTooLong { size: 201, most: 200 })
    );
}

#[test]
fn repeated_members_are_refused_even_in_the_context() {
    let text = good().to_string();
    let twice = text.replacen("\"purpose\":", "\"purpose\":\"一\",\"purpose\":", 1);
    let errors = check(twice.as_bytes()).unwrap_err();
    assert_eq!(errors, [FieldError::new("purpose", Problem::Repeated)]);
    let context = text.replacen("\"dcat\":", "\"dcat\":\"http://example.org/\",\"dcat\":", 1);
    let errors = check(context.as_bytes()).unwrap_err();
    assert_eq!(errors, [FieldError::new("@context", Problem::OtherContext)]);
}

#[test]
fn the_context_is_fixed() {
    let found = problems(&with("/@context/dcat", json!("http://example.org/")));
    assert_eq!(found, one("@context", Problem::OtherContext));
}

#[test]
fn sealing_marks_are_checked() {
    let digest = "A".repeat(43);
    let sealed = |count: usize| {
        let mut document = without("/purpose");
        let digests: Vec<_> = (0..count).map(|at| format!("{}{at}", &digest[1..])).collect();
        document["_sd"] = json!(digests);
        document["_sd_alg"] = json!("sha-256");
        document
    };
    assert_eq!(problems(&sealed(1)), []);
    let mut two_missing = sealed(1);
    two_missing.as_object_mut().unwrap().remove("limits");
    assert_eq!(problems(&two_missing).len(), 2);
    let mut no_name = sealed(2);
    no_name.as_object_mut().unwrap().remove("name");
    assert_eq!(problems(&no_name), one("name", Problem::Missing));
    let mut no_algorithm = sealed(1);
    no_algorithm.as_object_mut().unwrap().remove("_sd_alg");
    assert_eq!(problems(&no_algorithm), one("_sd_alg", Problem::Missing));
    let mut unsorted = sealed(2);
    unsorted["_sd"].as_array_mut().unwrap().reverse();
    assert_eq!(problems(&unsorted), one("_sd", Problem::BadSeal));
    let mut free_text = sealed(1);
    free_text["_sd"] = json!(["call me"]);
    assert_eq!(problems(&free_text), one("_sd", Problem::BadSeal));
    free_text["_sd"] = json!([{ "phone": "13800138000" }]);
    assert!(problems(&free_text).contains(&("_sd".into(), Problem::BadSeal)));
    let mut other_algorithm = sealed(1);
    other_algorithm["_sd_alg"] = json!("md5");
    assert_eq!(
        problems(&other_algorithm),
        one(
            "_sd_alg",
            Problem::NotFixed {
                value: "sha-256".into()
            }
        )
    );
}

#[test]
fn size_is_bounded_before_and_after_canonicalisation() {
    let item =
        |at: usize| json!({ "name": format!("第{at}项"), "type": "text", "meaning": "义".repeat(100) });
    let large = with("/items", (0..60).map(item).collect());
    assert!(matches!(
        problems(&large).as_slice(),
        [(_, Problem::CanonicalTooLong { .. })]
    ));
    let spaces = " ".repeat(DOCUMENT_BYTES_MAX + 1);
    assert_eq!(
        check(spaces.as_bytes()).unwrap_err(),
        [FieldError::new(
            "",
            Problem::DocumentTooLong {
                most: DOCUMENT_BYTES_MAX
            }
        )]
    );
}

#[test]
fn advice_follows_the_national_form() {
    let advice = |pointer: &str, text: &str| {
        let checked = check_value(&with(pointer, json!(text))).unwrap();
        checked
            .advice()
            .iter()
            .map(|field| field.advice.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        advice("/name", "作业清单"),
        [
            Advice::NameWithoutTime,
            Advice::NameWithoutRegion,
            Advice::NameWithoutIndustry,
            Advice::NameWithoutDataType,
        ]
    );
    assert_eq!(advice("/name", "Port container table data 2024"), []);
    let long = format!("2024年广东省港口业表格数据{}", "甲".repeat(30));
    assert_eq!(advice("/name", &long), [Advice::LongName { size: 45, most: 40 }]);
    assert_eq!(
        advice("/overview", &"述".repeat(401)),
        [Advice::LongOverview { size: 401, most: 400 }]
    );
}

#[test]
fn names_from_outside_cannot_disturb_the_display() {
    let found = problems(&with("/a\u{202e}b\u{1b}[31m", json!(1)));
    assert_eq!(found.len(), 1);
    assert!(
        !found[0].0.chars().any(|c| c.is_control() || c == '\u{202e}'),
        "{:?}",
        found[0].0
    );
}

#[test]
fn every_problem_speaks_both_languages() {
    let errors = check(b"{").unwrap_err();
    assert!(errors[0].text(Language::Chinese).contains("JSON"));
    assert!(errors[0].remedy(Language::English).is_some());
    let found = check_value(&with("/overview", json!("13800138000"))).unwrap_err();
    assert_eq!(found[0].text(Language::Chinese), "文本含有疑似手机号码");
    assert_eq!(
        found[0].text(Language::English),
        "the text contains what looks like a mobile number"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_judged_without_panic(document in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(check(&document).is_err());
    }

    #[test]
    fn a_damaged_document_is_judged_without_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut document = good().to_string().into_bytes();
        let at = at.index(document.len());
        document[at] = byte;
        let _ = check(&document);
    }

    #[test]
    fn any_text_in_any_member_is_judged_without_panic(text in any::<String>(), member in 0..schema::MEMBERS.len()) {
        let name = schema::MEMBERS[member].name;
        let _ = check_value(&with(&format!("/{name}"), json!(text)));
    }
}
