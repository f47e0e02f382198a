//! Damaged documents by the million: no panic, and no verdict but the genuine one. What is damaged follows from a seed, so
//! that a failure is found again: it is printed with the number of its input.
//!
//! `QUANJI_DECODER_INPUTS` says how many; `scripts/long decoder` takes ten million.

use crate::{chain::Chain, entries, vectors::kept};
use base64::{engine::general_purpose::STANDARD, Engine};
use quanji_verifier::{
    verify, verify_checkpoint, verify_entries, Checkpoint, CheckpointProof, Error, ProvenEntries, Request,
    TrustAnchor, Verdict,
};
use std::{
    env,
    fmt::Debug,
    panic,
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

/// How many inputs the ordinary tests try.
const INPUTS: u64 = 5_000;

/// A stream of numbers that follows from its seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// What can be damaged, and what the genuine one says.
struct Document {
    text: String,
    request: Request,
    verdict: Option<Verdict>,
    /// The checkpoint that it proves.
    checkpoint: Option<Checkpoint>,
    /// The entries that it proves.
    entries: Option<ProvenEntries>,
    /// Where its base64 parts are.
    parts: Vec<(usize, usize)>,
}

impl Document {
    fn new(text: String, request: Request) -> Self {
        let mut parts = Vec::new();
        for (start, quoted) in text.match_indices('"').zip(text.match_indices('"').skip(1)) {
            let (from, to) = (start.0 + 1, quoted.0);
            let part = &text[from..to];
            if part.len() > 60 && part.len().is_multiple_of(4) && STANDARD.decode(part).is_ok() {
                parts.push((from, to));
            }
        }
        Self {
            verdict: verify(&text, &request).ok(),
            checkpoint: verify_checkpoint(&text, &request.trust).ok(),
            entries: verify_entries(&text, &request.trust).ok(),
            text,
            request,
            parts,
        }
    }

    /// Whether one of the readers believes it as it is.
    fn is_genuine(&self) -> bool {
        let is_trust = TrustAnchor::from_text(&self.text).is_ok();
        let proves = self.verdict.is_some() || self.checkpoint.is_some() || self.entries.is_some();
        is_trust || proves
    }

    /// The text with a few places damaged.
    fn damaged(&self, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.text.clone().into_bytes();
        // In the binary parts first: what does not decode there says little of what comes after.
        if dice.below(4) > 0 {
            if let Some((from, to)) = self.parts.get(dice.below(self.parts.len())) {
                let mut part = STANDARD.decode(&self.text[*from..*to]).unwrap_or_default();
                damage(&mut part, dice);
                bytes.splice(from..to, STANDARD.encode(part).into_bytes());
                return bytes;
            }
        }
        for _ in 0..=dice.below(3) {
            damage(&mut bytes, dice);
        }
        bytes
    }
}

fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let place = dice.below(bytes.len());
    let length = dice.below(16).min(bytes.len().saturating_sub(place));
    match dice.below(7) {
        0 => bytes.truncate(place),
        1 => bytes.insert(place, dice.next() as u8),
        2 => drop(bytes.drain(place..place + length)),
        3 => {
            let copied = bytes[place..place + length].to_vec();
            let to = dice.below(bytes.len());
            bytes.splice(to..to, copied);
        }
        4 => {
            if let Some(byte) = bytes.get_mut(place) {
                *byte = [0, 0xff, 0x7f, 0x80, b'0', b'"', b'{'][dice.below(7)];
            }
        }
        5 => {
            // A number of four bytes, as counts are.
            for (byte, value) in bytes
                .iter_mut()
                .skip(place)
                .zip((dice.next() as u32).to_le_bytes())
            {
                *byte = value;
            }
        }
        _ => {
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 1 << dice.below(8);
            }
        }
    }
}

/// Packages, a checkpoint, the proof of one, and a proof of entries: each is believed before it is damaged.
fn documents() -> Vec<Document> {
    let chain = Chain::default();
    let mut proof = chain.package().proof;
    proof.state.clear();
    let history = entries::history(3);
    let of_entries = entries::chain(&history);
    let mut documents: Vec<_> = kept()
        .into_iter()
        .map(|kept| Document::new(kept.text, kept.request))
        .collect();
    for text in [
        chain.package().to_json(),
        CheckpointProof::new(proof).to_json(),
        entries::proof(&of_entries, &history).to_json(),
        Ok(chain.checkpoint().to_json()),
    ] {
        documents.push(Document::new(text.unwrap(), chain.request()));
    }
    assert!(documents.iter().all(Document::is_genuine));
    documents
}

/// Tries one damaged document in every reader; says whether one believed it.
fn tried(document: &Document, dice: &mut Dice) -> bool {
    let bytes = document.damaged(dice);
    let text = String::from_utf8_lossy(&bytes);
    let trust = &document.request.trust;
    let _ = TrustAnchor::from_text(&text);
    [
        is_the_same(verify_checkpoint(&text, trust), &document.checkpoint),
        is_the_same(verify_entries(&text, trust), &document.entries),
        is_the_same(verify(&text, &document.request), &document.verdict),
    ]
    .contains(&true)
}

/// Whether something was told; then it is what the genuine document tells.
fn is_the_same<T: PartialEq + Debug>(told: Result<T, Error>, genuine: &Option<T>) -> bool {
    let told = told.ok();
    let is_told = told.is_some();
    assert!(
        !is_told || told == *genuine,
        "{told:?}, where the genuine one says {genuine:?}"
    );
    is_told
}

#[test]
fn damaged_documents_by_the_million_say_nothing_new() {
    let inputs = env::var("QUANJI_DECODER_INPUTS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(INPUTS);
    let documents = documents();
    let (next, verified) = (AtomicU64::new(0), AtomicU64::new(0));
    let work = || loop {
        let input = next.fetch_add(1, Ordering::Relaxed);
        if input >= inputs {
            break;
        }
        let document = &documents[(input % documents.len() as u64) as usize];
        let told = panic::catch_unwind(|| tried(document, &mut Dice(input)));
        match told {
            Ok(is_verified) => drop(verified.fetch_add(is_verified.into(), Ordering::Relaxed)),
            Err(_) => panic!("input {input}"),
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, |cores| cores.get()) {
            scope.spawn(work);
        }
    });
    println!(
        "{inputs} damaged documents read: no panic; {} verified and said what the genuine one says",
        verified.into_inner()
    );
}
