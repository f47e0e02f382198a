//! What people and programs give by mistake: texts, JSON, and documents with something else in one place.

#![allow(dead_code, reason = "each test program uses a part of it")]

use proptest::{prelude::*, sample::Index};
use serde_json::Value;

/// Text of the characters that identifiers, dates, digests and addresses are made of.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,60}",
        "[A-Za-z0-9:/.=-]{0,80}",
        "[APOCFREWJK][0-9A-Z]{0,14}(-[0-9A-Z]{0,14}){0,3}",
        "[0-9]{0,5}-[0-9]{0,3}-[0-9]{0,3}",
        "(sha2-256|blake3-256|sm3|0x)?:?[0-9a-f]{0,66}",
        "(national-2026|shenzhen-2023|[0-9]{1,6})/[0-9]{0,6}",
        "authorised-operation:\\PC{0,40}",
    ]
}

pub fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        text().prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z@_]{1,12}", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Every place in a document.
fn places(document: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.into());
    match document {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, value)| places(value, &format!("{here}/{}", name.replace('/', "~1")), found)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| places(item, &format!("{here}/{at}"), found)),
        _ => {}
    }
}

/// A document with something else in one place.
pub fn damaged(document: &Value, place: Index, with: Value) -> Value {
    let mut found = Vec::new();
    places(document, "", &mut found);
    let mut document = document.clone();
    let place: &String = place.get(&found);
    if let Some(value) = document.pointer_mut(place) {
        *value = with;
    }
    document
}
