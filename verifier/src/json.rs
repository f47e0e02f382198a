//! JSON for signing and comparing: canonical form (RFC 8785), no member twice, differences by member.
//!
//! Only what needs no choice has a canonical form here: ASCII member names, strings, whole numbers up to 2^53, booleans,
//! null. Anything else is refused rather than guessed.

use crate::errors::{CredentialError, PackageError};
use alloc::{
    borrow::ToOwned,
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Whole numbers beyond this have no exact form in other JSON software.
const INTEGER_MAX: u64 = 1 << 53;

/// The canonical bytes of a value.
pub fn canonical(value: &Value) -> Result<Vec<u8>, CredentialError> {
    let mut text = String::new();
    write(value, &mut text)?;
    Ok(text.into_bytes())
}

fn write(value: &Value, text: &mut String) -> Result<(), CredentialError> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&integer(number)?),
        Value::String(string) => write_string(string, text),
        Value::Array(elements) => {
            text.push('[');
            for (position, element) in elements.iter().enumerate() {
                if position > 0 {
                    text.push(',');
                }
                write(element, text)?;
            }
            text.push(']');
        }
        Value::Object(members) => {
            // Sorted here, because another crate of the build may let maps keep the order of insertion.
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| name.as_bytes());
            text.push('{');
            for (position, (name, member)) in members.into_iter().enumerate() {
                if !name.is_ascii() {
                    return Err(CredentialError::NotCanonical { text: name.clone() });
                }
                if position > 0 {
                    text.push(',');
                }
                write_string(name, text);
                text.push(':');
                write(member, text)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

fn integer(number: &serde_json::Number) -> Result<String, CredentialError> {
    let written = number
        .as_i64()
        .filter(|whole| whole.unsigned_abs() <= INTEGER_MAX);
    written
        .map(|whole| whole.to_string())
        .ok_or_else(|| CredentialError::NotCanonical {
            text: number.to_string(),
        })
}

fn write_string(string: &str, text: &mut String) {
    text.push('"');
    for character in string.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            control if control < ' ' => text.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => text.push(other),
        }
    }
    text.push('"');
}

/// The first member, in canonical order, in which `found` differs from `expected`.
pub fn compare(member: &str, expected: &Value, found: &Value) -> Result<(), CredentialError> {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(given)) => {
            let names: BTreeSet<&String> = wanted.keys().chain(given.keys()).collect();
            names.into_iter().try_for_each(|name| {
                let member = format!("{member}/{}", name.replace('~', "~0").replace('/', "~1"));
                compare_present(&member, wanted.get(name), given.get(name))
            })
        }
        (Value::Array(wanted), Value::Array(given)) => {
            (0..wanted.len().max(given.len())).try_for_each(|position| {
                compare_present(
                    &format!("{member}/{position}"),
                    wanted.get(position),
                    given.get(position),
                )
            })
        }
        _ if expected == found => Ok(()),
        _ => Err(differs(member, Some(expected), Some(found))),
    }
}

fn compare_present(
    member: &str,
    wanted: Option<&Value>,
    given: Option<&Value>,
) -> Result<(), CredentialError> {
    match (wanted, given) {
        (Some(wanted), Some(given)) => compare(member, wanted, given),
        (None, None) => Ok(()),
        (wanted, given) => Err(differs(member, wanted, given)),
    }
}

fn differs(member: &str, expected: Option<&Value>, found: Option<&Value>) -> CredentialError {
    let text = |value: Option<&Value>| value.map_or_else(|| "nothing".to_owned(), Value::to_string);
    CredentialError::Differs {
        member: member.to_owned(),
        expected: text(expected),
        found: text(found),
    }
}

/// Refuses a text in which an object names a member twice: readers disagree on which one counts.
pub fn refuse_duplicate_members(text: &str) -> Result<(), PackageError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let checked = Unique
        .deserialize(&mut deserializer)
        .and_then(|()| deserializer.end());
    checked.map_err(|error| PackageError::NotJson {
        reason: error.to_string(),
    })
}

/// Walks a document and keeps nothing but the names of the members of the objects it is in.
struct Unique;

impl<'de> DeserializeSeed<'de> for Unique {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON in which no object names a member twice")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while elements.next_element_seed(Unique)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = members.next_key::<String>()? {
            members.next_value_seed(Unique)?;
            if let Some(twice) = names.replace(name) {
                return Err(A::Error::custom(format!(
                    "the member \"{twice}\" stands twice in one object"
                )));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn members_are_sorted_and_strings_escaped_as_the_rfc_says() {
        let value = json!({ "b": [1, -2, true, null], "a": "\u{20ac}$\u{f}\nA'B\"\\\"/权", "@": {} });
        let text = String::from_utf8(canonical(&value).unwrap()).unwrap();
        assert_eq!(
            text,
            r#"{"@":{},"a":"€$\u000f\nA'B\"\\\"/权","b":[1,-2,true,null]}"#
        );
    }

    #[test]
    fn what_has_no_single_form_is_refused() {
        let refused = |value: Value, text: &str| {
            assert_eq!(
                canonical(&value),
                Err(CredentialError::NotCanonical { text: text.into() })
            );
        };
        refused(json!({ "权": 1 }), "权");
        refused(json!(1.5), "1.5");
        refused(json!(9_007_199_254_740_993u64), "9007199254740993");
        assert!(canonical(&json!(9_007_199_254_740_992u64)).is_ok());
    }

    #[test]
    fn a_member_that_stands_twice_is_found_at_any_depth() {
        assert_eq!(
            refuse_duplicate_members(r#"{"a":[{"b":1.5,"c":{"b":null}}]}"#),
            Ok(())
        );
        for text in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":[{"b":1,"c":2,"b":3}]}"#,
            r#"{"a":1,"\u0061":1}"#,
        ] {
            assert!(refuse_duplicate_members(text).is_err(), "{text}");
        }
    }

    #[test]
    fn differences_name_their_member() {
        let difference = |expected: Value, found: Value| match compare("", &expected, &found) {
            Err(CredentialError::Differs {
                member,
                expected,
                found,
            }) => (member, expected, found),
            other => panic!("no difference: {other:?}"),
        };
        let found = difference(
            json!({ "a": [1, { "b/c": "x" }] }),
            json!({ "a": [1, { "b/c": "y" }] }),
        );
        assert_eq!(found, ("/a/1/b~1c".into(), "\"x\"".into(), "\"y\"".into()));
        assert_eq!(difference(json!([1]), json!([1, 2])).0, "/1");
        assert_eq!(
            difference(json!({ "a": 1 }), json!({})),
            ("/a".into(), "1".into(), "nothing".into())
        );
    }

    proptest! {
        #[test]
        fn canonical_text_reads_back_to_the_same_value(string in "\\PC{0,20}|[\\x00-\\x1f]{0,5}", whole: i32) {
            let value = json!({ "s": string, "n": whole });
            let bytes = canonical(&value).unwrap();
            prop_assert_eq!(serde_json::from_slice::<Value>(&bytes).unwrap(), value);
        }
    }
}
