//! Judgements on single values.

use super::{document::Node, schema};

pub(super) fn is_blank(node: &Node) -> bool {
    match node {
        Node::Null => true,
        Node::Text(text) => text.is_empty(),
        Node::List(items) => items.is_empty(),
        _ => false,
    }
}

pub(super) fn has_seal(node: &Node) -> bool {
    match node {
        Node::Object(members) => members
            .iter()
            .any(|(name, value)| name == "_sd" || has_seal(value)),
        Node::List(items) => items.iter().any(has_seal),
        _ => false,
    }
}

/// A path for people: names from outside are cut short and shown without characters that could disturb the display.
pub(super) fn join(path: &str, name: &str) -> String {
    let shown: String = name
        .chars()
        .take(60)
        .flat_map(|c| {
            if c.is_alphanumeric() {
                vec![c]
            } else {
                c.escape_debug().collect()
            }
        })
        .collect();
    if path.is_empty() {
        shown
    } else {
        format!("{path}.{shown}")
    }
}

pub(super) fn division_range(section: &str) -> Option<(u8, u8)> {
    schema::SECTIONS
        .iter()
        .find(|(letter, ..)| *letter == section)
        .map(|(_, first, last)| (*first, *last))
}

pub(super) fn division(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
    .filter(|number| (1..=97).contains(number))
}

/// Whether two objects have the same members, whatever their order.
pub(super) fn same_members(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Object(found), Node::Object(wanted)) => {
            found.len() == wanted.len() && wanted.iter().all(|(name, value)| one.member(name) == Some(value))
        }
        _ => false,
    }
}

pub(super) fn is_region(text: &str) -> bool {
    matches!(text.len(), 2 | 4 | 6)
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && schema::PROVINCES
            .iter()
            .any(|province| text.starts_with(province))
}
