//! Sealing: confidential members become salted digests, as in SD-JWT (RFC 9901), and can be shown later one by one.
//!
//! A disclosure is the base64url text of the JSON array `[salt, name, value]`; its digest, SHA-256 of that text, stands
//! in base64url in `_sd` of the object that held the member. Salts have 128 bits, so that nobody finds a value by
//! trying. Digests are sorted, so that their order tells nothing.

use base64::{engine::general_purpose::URL_SAFE_NO_PAD, Engine};
use crypto_secretbox::aead::{rand_core::RngCore, OsRng};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    check::{canonical_bytes, check_node},
    document::Node,
    problem::{FieldError, Problem},
    schema::NEVER_SEALED,
};

const SALT_BYTES: usize = 16;

/// What is needed to show one sealed member. Keep it as confidential as the member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Where the member was: `volume.records`.
    pub path: String,
    /// `[salt, name, value]` in base64url.
    pub disclosure: String,
}

impl Disclosure {
    /// The digest that stands for the member in the sealed document.
    pub fn digest(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.disclosure.as_bytes()))
    }

    /// Name and value of the member.
    fn open(&self) -> Option<(String, Node)> {
        let text = URL_SAFE_NO_PAD.decode(&self.disclosure).ok()?;
        let Ok(Node::List(parts)) = serde_json::from_slice(&text) else {
            return None;
        };
        match <[Node; 3]>::try_from(parts) {
            Ok([Node::Text(_salt), Node::Text(name), value]) => Some((name, value)),
            _ => None,
        }
    }
}

/// A description whose confidential members are sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The canonical bytes to be published.
    pub public: Vec<u8>,
    /// SHA-256 of them.
    pub digest: [u8; 32],
    /// The members that were sealed.
    pub disclosures: Vec<Disclosure>,
}

/// Checks a description and seals the members at the given paths.
pub fn seal(document: &Value, confidential: &[&str]) -> Result<Sealed, Vec<FieldError>> {
    seal_with(document, confidential, || {
        let mut salt = [0; SALT_BYTES];
        OsRng.fill_bytes(&mut salt);
        salt
    })
}

fn seal_with(
    document: &Value,
    confidential: &[&str],
    mut salt: impl FnMut() -> [u8; SALT_BYTES],
) -> Result<Sealed, Vec<FieldError>> {
    let mut node = Node::from(document);
    check_node(&node)?;
    check_paths(&node, confidential)?;

    let mut disclosures = Vec::new();
    for path in confidential {
        let sealed = take(&mut node, path).and_then(|(name, value)| disclosure(path, &salt(), name, value));
        let sealed = sealed.ok_or_else(|| vec![FieldError::new(path, Problem::NothingToSeal)])?;
        let (parent, _) = split(path);
        add_digest(&mut node, parent, sealed.digest());
        disclosures.push(sealed);
    }
    if let (Node::Object(members), false) = (&mut node, confidential.is_empty()) {
        if !members.iter().any(|(name, _)| name == "_sd_alg") {
            members.push(("_sd_alg".into(), Node::Text("sha-256".into())));
        }
    }
    let checked = check_node(&node)?;
    Ok(Sealed {
        public: checked.canonical().to_vec(),
        digest: checked.digest(),
        disclosures,
    })
}

fn check_paths(document: &Node, confidential: &[&str]) -> Result<(), Vec<FieldError>> {
    let mut problems = Vec::new();
    for (at, path) in confidential.iter().enumerate() {
        let within = |other: &&str| {
            path == other
                || path
                    .strip_prefix(*other)
                    .is_some_and(|rest| rest.starts_with('.'))
        };
        let (parent, name) = split(path);
        let problem = if (parent.is_empty() && NEVER_SEALED.contains(&name))
            || path.starts_with("@context")
            || name.starts_with("_sd")
        {
            Some(Problem::CannotSeal)
        } else if find(document, path).is_none() {
            Some(Problem::NothingToSeal)
        } else if confidential
            .iter()
            .enumerate()
            .any(|(place, other)| place != at && within(other))
        {
            Some(Problem::SealedTwice)
        } else {
            None
        };
        problems.extend(problem.map(|problem| FieldError::new(path, problem)));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn disclosure(path: &str, salt: &[u8], name: String, value: Node) -> Option<Disclosure> {
    let parts = Node::List(vec![
        Node::Text(URL_SAFE_NO_PAD.encode(salt)),
        Node::Text(name),
        value,
    ]);
    let text = canonical_bytes(&parts).ok()?;
    Some(Disclosure {
        path: path.into(),
        disclosure: URL_SAFE_NO_PAD.encode(text),
    })
}

/// The path of the object and the name of the member in it.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}

fn find<'a>(node: &'a Node, path: &str) -> Option<&'a Node> {
    path.split('.').try_fold(node, |node, name| node.member(name))
}

fn find_mut<'a>(node: &'a mut Node, path: &str) -> Option<&'a mut Node> {
    if path.is_empty() {
        return Some(node);
    }
    path.split('.').try_fold(node, |node, part| match node {
        Node::Object(members) => members
            .iter_mut()
            .find(|(name, _)| name == part)
            .map(|(_, value)| value),
        _ => None,
    })
}

fn take(node: &mut Node, path: &str) -> Option<(String, Node)> {
    let (parent, name) = split(path);
    match find_mut(node, parent)? {
        Node::Object(members) => {
            let at = members.iter().position(|(found, _)| found == name)?;
            Some(members.remove(at))
        }
        _ => None,
    }
}

fn add_digest(node: &mut Node, parent: &str, digest: String) {
    let Some(Node::Object(members)) = find_mut(node, parent) else {
        return;
    };
    let digest = Node::Text(digest);
    match members.iter_mut().find(|(name, _)| name == "_sd") {
        Some((_, Node::List(digests))) => {
            digests.push(digest);
            digests.sort_by(|one, other| match (one, other) {
                (Node::Text(one), Node::Text(other)) => one.cmp(other),
                _ => std::cmp::Ordering::Equal,
            });
        }
        _ => members.push(("_sd".into(), Node::List(vec![digest]))),
    }
}

crate::messages! {
    /// Why sealed members cannot be shown.
    pub enum RevealError {
        /// The public document does not pass the check.
        BadDocument =>
            zh "公开文档未通过检查"; en "the public document does not pass the check";
        /// The disclosure cannot be read.
        BadDisclosure { path: String } =>
            zh "{path} 的披露内容无法识别"; en "the disclosure of {path} cannot be read";
        /// The disclosure belongs to another document or was altered.
        NotSealedHere { path: String } =>
            zh "{path} 的披露内容与文档中的摘要不符"; en "the disclosure of {path} matches no digest of the document";
        /// The document already has the member.
        AlreadyThere { path: String } =>
            zh "文档中已有 {path}"; en "the document already has {path}";
    }
}

/// Puts disclosed members back where their digests stand; any other disclosure is an error. What is not disclosed stays
/// a digest.
pub fn reveal(public: &[u8], disclosures: &[Disclosure]) -> Result<Value, RevealError> {
    let checked = super::check(public).map_err(|_| RevealError::BadDocument)?;
    let mut node = Node::from(checked.document());
    for disclosure in disclosures {
        let path = || disclosure.path.clone();
        let (name, value) = disclosure
            .open()
            .ok_or_else(|| RevealError::BadDisclosure { path: path() })?;
        let (parent, last) = split(&disclosure.path);
        if name != last {
            return Err(RevealError::BadDisclosure { path: path() });
        }
        let Some(Node::Object(members)) = find_mut(&mut node, parent) else {
            return Err(RevealError::NotSealedHere { path: path() });
        };
        if members.iter().any(|(found, _)| *found == name) {
            return Err(RevealError::AlreadyThere { path: path() });
        }
        let digest = Node::Text(disclosure.digest());
        let place = members.iter_mut().find_map(|(name, value)| match value {
            Node::List(digests) if name == "_sd" => digests
                .iter()
                .position(|found| *found == digest)
                .map(|at| (digests, at)),
            _ => None,
        });
        let (digests, at) = place.ok_or_else(|| RevealError::NotSealedHere { path: path() })?;
        digests.remove(at);
        members.retain(|(name, value)| {
            name != "_sd" || !matches!(value, Node::List(digests) if digests.is_empty())
        });
        members.push((name, value));
    }
    Ok(Value::from(&node))
}

#[cfg(test)]
#[path = "seal_tests.rs"]
mod tests;
