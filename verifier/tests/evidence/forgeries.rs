//! A program makes forgeries of every kept package: each member of its documents changed or removed, each binary part cut,
//! stretched or altered, parts left out, repeated, exchanged or taken from another package. Not one may verify as anything but
//! what the genuine package says, and the program prints how many it made.

use crate::vectors::{kept, Kept};
use base64::{engine::general_purpose::STANDARD, Engine};
use quanji_verifier::{verify, Failing};
use serde_json::Value;
use std::collections::BTreeMap;

/// Every place in a document, by its path.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| (escaped(name), member))
            .collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(at, member)| (at.to_string(), member))
            .collect(),
        _ => Vec::new(),
    };
    for (name, member) in members {
        let path = format!("{path}/{name}");
        places(member, &path, found);
        found.push(path);
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What a place may hold instead.
fn instead(value: &Value, path: &str) -> Vec<Value> {
    match value {
        Value::Null => vec!["forged".into()],
        Value::Bool(is) => vec![(!is).into()],
        Value::Number(number) => [1, -1]
            .into_iter()
            .filter_map(|step| number.as_i64()?.checked_add(step))
            .map(Value::from)
            .collect(),
        Value::String(text) if path.starts_with("/proof/") => altered_bytes(text),
        Value::String(text) => vec![format!("{text}x").into(), "".into(), shortened(text)],
        Value::Array(list) => rearranged(list),
        Value::Object(members) => {
            let mut more = members.clone();
            more.insert("forged".into(), true.into());
            vec![more.into(), Value::Null]
        }
    }
}

fn shortened(text: &str) -> Value {
    let mut letters = text.chars();
    letters.next_back();
    letters.as_str().into()
}

/// Binary parts: every thirty-second byte with a bit turned, cut short, stretched.
fn altered_bytes(text: &str) -> Vec<Value> {
    let Ok(bytes) = STANDARD.decode(text) else {
        return vec!["".into()];
    };
    let mut made = vec![
        bytes[..bytes.len() / 2].to_vec(),
        [&bytes[..], &[0]].concat(),
        Vec::new(),
    ];
    for place in (0..bytes.len()).step_by(32) {
        let mut other = bytes.clone();
        other[place] ^= 1 << (place / 32 % 8);
        made.push(other);
    }
    made.into_iter()
        .map(|bytes| STANDARD.encode(bytes).into())
        .collect()
}

/// Lists: one left out, one twice, the first two exchanged, none.
fn rearranged(list: &[Value]) -> Vec<Value> {
    let mut made = vec![Value::Array(Vec::new())];
    for place in 0..list.len() {
        let mut fewer = list.to_vec();
        let twice = [list, &list[place..=place]].concat();
        fewer.remove(place);
        made.extend([Value::Array(fewer), Value::Array(twice)]);
    }
    if let [first, second, ..] = list {
        let exchanged = [&[second.clone(), first.clone()], &list[2..]].concat();
        made.push(Value::Array(exchanged));
    }
    made
}

/// All forgeries of a package, with what was done.
fn forgeries(genuine: &Value, other: &Value) -> Vec<(String, Value)> {
    let (mut paths, mut made) = (Vec::new(), Vec::new());
    places(genuine, "", &mut paths);
    for path in &paths {
        let place = genuine.pointer(path).unwrap();
        let taken = other.pointer(path).cloned();
        let values = instead(place, path).into_iter().chain(taken);
        for value in values.filter(|value| value != place) {
            let mut forged = genuine.clone();
            *forged.pointer_mut(path).unwrap() = value;
            made.push((format!("{path} changed"), forged));
        }
        let (holder, name) = path.rsplit_once('/').unwrap();
        let mut forged = genuine.clone();
        if let Some(Value::Object(members)) = forged.pointer_mut(holder) {
            members.remove(&name.replace("~1", "/").replace("~0", "~"));
            made.push((format!("{path} removed"), forged));
        }
    }
    made
}

/// What stays true though it is changed: nodes that belong to nothing, or stand twice or elsewhere in the list, are never
/// reached, and the number of the first set may be left out where it is none.
fn may_stay(what: &str) -> bool {
    what.starts_with("/proof/state")
        || what.starts_with("/proof/genesis/state")
        || what == "/proof/first_set removed"
}

#[test]
fn no_forgery_of_a_kept_package_verifies() {
    let (kept, mut all) = (kept(), 0);
    let documents: Vec<Value> = kept
        .iter()
        .map(|one| serde_json::from_str(&one.text).unwrap())
        .collect();
    for (at, one) in kept.iter().enumerate() {
        let Kept {
            name, text, request, ..
        } = one;
        let genuine = verify(text, request).unwrap();
        // Parts of another package of the same chain would be no forgery.
        let other = kept
            .iter()
            .position(|other| other.genesis != one.genesis)
            .unwrap();
        let other = &documents[other];
        let (mut refused, mut stayed): (BTreeMap<&str, usize>, usize) = Default::default();
        for (what, forged) in forgeries(&documents[at], other) {
            match verify(&forged.to_string(), request) {
                Err(error) => {
                    // Every reason can be told.
                    assert!(!error.to_string().is_empty() && error.name().contains('.'));
                    *refused.entry(error.failing().code()).or_default() += 1;
                }
                Ok(verdict) => {
                    assert!(may_stay(&what), "{name}: verified with {what}");
                    assert_eq!(verdict, genuine, "{name}: another verdict with {what}");
                    stayed += 1;
                }
            }
        }
        let forgeries: usize = refused.values().sum();
        println!("{name}: {forgeries} forgeries refused {refused:?}, {stayed} changes without meaning");
        assert!(forgeries > 400, "{name}: only {forgeries}");
        assert!(refused
            .get(Failing::Forged.code())
            .is_some_and(|count| *count > 40));
        all += forgeries;
    }
    println!("{all} forgeries of {} kept packages, none verified", kept.len());
}
