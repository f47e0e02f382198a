//! The check of a description against schema and text rules.

use std::collections::BTreeSet;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    advice,
    document::Node,
    problem::{FieldAdvice, FieldError, Problem},
    schema::{self, Choice, Kind, Member},
    text_rules,
    values::{division, division_range, has_seal, is_blank, is_region, join, same_members},
};
use crate::dates;

/// The longest canonical form that the register accepts.
pub const CANONICAL_BYTES_MAX: usize = 16_384;
/// The longest document that is read at all; spaces and indentation count here.
pub const DOCUMENT_BYTES_MAX: usize = 262_144;
/// The most digests in one `_sd`.
const SEALED_MEMBERS_MAX: usize = 64;
/// Characters of one digest in base64url.
const SEALED_CHARACTERS: usize = 43;
/// The most problems reported at once.
const PROBLEMS_MAX: usize = 100;

/// A description that passed all checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    document: Value,
    canonical: Vec<u8>,
    digest: [u8; 32],
    advice: Vec<FieldAdvice>,
}

impl Checked {
    /// The document.
    pub fn document(&self) -> &Value {
        &self.document
    }

    /// Its canonical bytes (RFC 8785): what is published.
    pub fn canonical(&self) -> &[u8] {
        &self.canonical
    }

    /// SHA-256 of the canonical bytes: what is filed.
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// What could be better without being wrong.
    pub fn advice(&self) -> &[FieldAdvice] {
        &self.advice
    }
}

/// Checks a document, open or sealed, and gives all that is wrong with it.
pub fn check(document: &[u8]) -> Result<Checked, Vec<FieldError>> {
    let whole = |problem| vec![FieldError::new("", problem)];
    if document.len() > DOCUMENT_BYTES_MAX {
        return Err(whole(Problem::DocumentTooLong {
            most: DOCUMENT_BYTES_MAX,
        }));
    }
    let node = serde_json::from_slice::<Node>(document).map_err(|error| {
        whole(Problem::NotJson {
            reason: error.to_string(),
        })
    })?;
    check_node(&node)
}

/// Checks a document in memory.
pub fn check_value(document: &Value) -> Result<Checked, Vec<FieldError>> {
    check_node(&Node::from(document))
}

pub(super) fn check_node(node: &Node) -> Result<Checked, Vec<FieldError>> {
    let mut check = Check::default();
    check.document(node);
    if check.problems.is_empty() {
        match canonical_bytes(node) {
            Ok(canonical) if canonical.len() <= CANONICAL_BYTES_MAX => {
                let digest = Sha256::digest(&canonical).into();
                return Ok(Checked {
                    document: Value::from(node),
                    canonical,
                    digest,
                    advice: advice::on(node),
                });
            }
            Ok(canonical) => {
                check.tell(
                    "",
                    Problem::CanonicalTooLong {
                        size: canonical.len(),
                        most: CANONICAL_BYTES_MAX,
                    },
                );
            }
            Err(error) => check.tell(
                "",
                Problem::NotJson {
                    reason: error.to_string(),
                },
            ),
        }
    }
    Err(check.problems)
}

pub(super) fn canonical_bytes(node: &Node) -> Result<Vec<u8>, serde_json::Error> {
    serde_json_canonicalizer::to_vec(node)
}

#[derive(Default)]
struct Check {
    problems: Vec<FieldError>,
}

impl Check {
    fn tell(&mut self, path: &str, problem: Problem) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(FieldError::new(path, problem));
        }
    }

    fn document(&mut self, node: &Node) {
        let Node::Object(_) = node else {
            return self.tell("", Problem::ExpectedObject);
        };
        self.object("", node, schema::MEMBERS, &["@context", "@type", "_sd_alg"]);

        match node.member("@context") {
            None => self.tell("@context", Problem::Missing),
            Some(context) if same_members(context, &Node::from(&schema::context())) => {}
            Some(_) => self.tell("@context", Problem::OtherContext),
        }
        match node.member("@type") {
            None => self.tell("@type", Problem::Missing),
            Some(value) => self.choice("@type", value, schema::TYPES),
        }
        match node.member("_sd_alg") {
            None if has_seal(node) => self.tell("_sd_alg", Problem::Missing),
            None => {}
            Some(Node::Text(algorithm)) if algorithm == "sha-256" => {}
            Some(_) => self.tell(
                "_sd_alg",
                Problem::NotFixed {
                    value: "sha-256".into(),
                },
            ),
        }
    }

    /// An object: known members once each; the missing ones may be sealed, but not more of them than digests are there.
    fn object(&mut self, path: &str, node: &Node, members: &[Member], besides: &[&str]) {
        let Node::Object(found) = node else {
            return self.not(path, node, Problem::ExpectedObject);
        };
        let mut seen = BTreeSet::new();
        for (name, value) in found {
            let inner = join(path, name);
            if !seen.insert(name.as_str()) {
                self.tell(&inner, Problem::Repeated);
            } else if let Some(member) = members.iter().find(|member| member.name == name) {
                if !member.required && is_blank(value) {
                    self.tell(&inner, Problem::BlankOptional);
                } else {
                    self.value(&inner, value, &member.kind);
                }
            } else if name != "_sd" && !besides.contains(&name.as_str()) {
                self.tell(
                    &inner,
                    if schema::is_personal(name) {
                        Problem::Personal
                    } else {
                        Problem::Unknown
                    },
                );
            }
        }
        let sealed = node
            .member("_sd")
            .map_or(0, |digests| self.seal(&join(path, "_sd"), digests));
        let missing: Vec<_> = members
            .iter()
            .filter(|member| member.required && !seen.contains(member.name))
            .collect();
        let sealable = |member: &Member| !path.is_empty() || !schema::NEVER_SEALED.contains(&member.name);
        let hidden = missing.iter().filter(|member| sealable(member)).count();
        for member in missing {
            if !sealable(member) || hidden > sealed {
                self.tell(&join(path, member.name), Problem::Missing);
            }
        }
        self.relations(path, node, sealed > 0);
    }

    fn value(&mut self, path: &str, node: &Node, kind: &Kind) {
        match kind {
            Kind::Text(most) => {
                self.text(path, node, *most);
            }
            Kind::Choice(choices) => self.choice(path, node, choices),
            Kind::Date => self.date(path, node, None),
            Kind::DateOr(word) => self.date(path, node, Some(word)),
            Kind::Section => self.matching(path, node, Problem::NotASection, |text| {
                division_range(text).is_some()
            }),
            // Whether it lies in its section is judged with the object.
            Kind::Division => {
                self.matching(path, node, Problem::NotADivision, |text| division(text).is_some())
            }
            Kind::Region => self.matching(path, node, Problem::NotARegion, is_region),
            Kind::Count => match node {
                Node::Integer(count) if *count >= 0 => {}
                Node::Integer(_) => self.tell(path, Problem::Negative),
                _ => self.not(path, node, Problem::ExpectedInteger),
            },
            Kind::Object(members) => self.object(path, node, members, &[]),
            Kind::List(item, most) => self.list(path, node, item, *most),
        }
    }

    /// Says that a value is of another kind than expected, in the words that fit it.
    fn not(&mut self, path: &str, node: &Node, expected: Problem) {
        let problem = match node {
            Node::Null => Problem::Blank,
            Node::OtherNumber => Problem::NotInteger,
            _ => expected,
        };
        self.tell(path, problem);
    }

    fn plain_text<'a>(&mut self, path: &str, node: &'a Node) -> Option<&'a str> {
        match node {
            Node::Text(text) if text.is_empty() => self.tell(path, Problem::Blank),
            Node::Text(text) => return Some(text),
            _ => self.not(path, node, Problem::ExpectedText),
        }
        None
    }

    fn matching(&mut self, path: &str, node: &Node, otherwise: Problem, fits: impl Fn(&str) -> bool) {
        if self.plain_text(path, node).is_some_and(|text| !fits(text)) {
            self.tell(path, otherwise);
        }
    }

    fn text(&mut self, path: &str, node: &Node, most: usize) {
        let Some(text) = self.plain_text(path, node) else {
            return;
        };
        let size = text.chars().count();
        if size > most {
            self.tell(path, Problem::TextTooLong { size, most });
        }
        if text.trim() != text {
            self.tell(path, Problem::Untrimmed);
        }
        for problem in text_rules::scan(text) {
            self.tell(path, Problem::Text { problem });
        }
    }

    fn choice(&mut self, path: &str, node: &Node, choices: &[Choice]) {
        let codes = || {
            choices
                .iter()
                .map(|choice| choice.code)
                .collect::<Vec<_>>()
                .join(", ")
        };
        self.matching(path, node, Problem::NotAChoice { choices: codes() }, |text| {
            choices.iter().any(|choice| choice.code == text)
        });
    }

    fn date(&mut self, path: &str, node: &Node, word: Option<&str>) {
        let otherwise = match word {
            Some(word) => Problem::NotAChoice {
                choices: format!("YYYY-MM-DD, {word}"),
            },
            None => Problem::NotADate,
        };
        self.matching(path, node, otherwise, |text| {
            dates::is_date(text) || word == Some(text)
        });
    }

    fn list(&mut self, path: &str, node: &Node, item: &Kind, most: usize) {
        let Node::List(items) = node else {
            return self.not(path, node, Problem::ExpectedList);
        };
        if items.is_empty() {
            return self.tell(path, Problem::Blank);
        }
        if items.len() > most {
            return self.tell(path, Problem::ListTooLong { most });
        }
        for (at, value) in items.iter().enumerate() {
            let inner = format!("{path}[{at}]");
            self.value(&inner, value, item);
            if items[..at].contains(value) {
                self.tell(&inner, Problem::ItemRepeated);
            }
        }
    }

    /// Checks the digests of sealed members and counts them.
    fn seal(&mut self, path: &str, node: &Node) -> usize {
        let Node::List(digests) = node else {
            self.tell(path, Problem::BadSeal);
            return 0;
        };
        let texts: Vec<_> = digests
            .iter()
            .filter_map(|digest| {
                if let Node::Text(text) = digest {
                    Some(text)
                } else {
                    None
                }
            })
            .collect();
        let is_digest = |text: &str| {
            text.len() == SEALED_CHARACTERS
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        };
        let good = texts.len() == digests.len()
            && (1..=SEALED_MEMBERS_MAX).contains(&texts.len())
            && texts.iter().all(|text| is_digest(text))
            && texts.windows(2).all(|pair| pair[0] < pair[1]);
        if !good {
            self.tell(path, Problem::BadSeal);
        }
        texts.len()
    }

    /// Rules between the members of one object.
    fn relations(&mut self, path: &str, node: &Node, sealed: bool) {
        let text = |name: &str| match node.member(name) {
            Some(Node::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        match path {
            "industry" => {
                let number = text("division").and_then(division);
                if let (Some(section), Some(number)) = (text("section"), number) {
                    if let Some((first, last)) =
                        division_range(section).filter(|(first, last)| !(first..=last).contains(&&number))
                    {
                        let section = section.to_owned();
                        self.tell(
                            "industry.division",
                            Problem::NotInSection { section, first, last },
                        );
                    }
                }
            }
            "period" => {
                if let (Some(start), Some(end)) = (text("start"), text("end")) {
                    if dates::is_date(start) && dates::is_date(end) && end < start {
                        self.tell("period.end", Problem::EndBeforeStart { start: start.into() });
                    }
                }
            }
            "region" => {
                let needs_codes = text("extent").is_some_and(|extent| {
                    !extent.is_empty() && !schema::EXTENTS_WITHOUT_CODES.contains(&extent)
                });
                if needs_codes && node.member("codes").is_none() && !sealed {
                    self.tell("region.codes", Problem::CodesMissing);
                }
            }
            "volume" if !sealed && matches!(node, Node::Object(members) if members.is_empty()) => {
                self.tell("volume", Problem::NoVolume);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
