//! The fingerprints that proven entries record, and the one that a slice fits.

use std::ops::Range;

use quanji_client::{
    fingerprint::{
        slice::{self, Piece, SliceError},
        FingerprintKey,
    },
    language::Language,
};
use quanji_primitives::{
    clock::Moment,
    object::Fingerprint,
    v1::{Entry, EntryContent, Outcome},
    Digest,
};
use quanji_verifier::ProvenEntries;
use serde_json::{json, Value};

use super::super::{
    exit::{Exit, Failure},
    output::Report,
    words,
};

/// A slice as it was given.
pub struct Given<'a> {
    /// Its bytes.
    pub slice: &'a [u8],
    /// Where its piece stands in the file.
    pub range: Range<u64>,
    /// The key of a keyed fingerprint.
    pub key: Option<&'a FingerprintKey>,
}

/// A fingerprint, and the entry that records it first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    entry: u32,
    at: Moment,
    fingerprint: Fingerprint,
}

quanji_client::messages! {
    /// Why a slice is of no registered data.
    enum Message {
        /// No fingerprint of a file at all.
        NothingRecorded { object: String } =>
            zh "{object} 的这些记载没有 BLAKE3 指纹", remedy "请索取自第 1 次记载起的证明：quanji prove entries {object} --out 文件";
            en "these entries of {object} record no fingerprint by BLAKE3", remedy "get a proof from entry 1 on: quanji prove entries {object} --out FILE";
        /// Other data.
        NotRecorded { object: String, recorded: String } =>
            zh "未获证明：这些内容不属于 {object} 所登记的数据。已登记：{recorded}",
                remedy "请勿采信；请核对 --from、--length 与 --keyed，以及记载的证明是否自第 1 次记载起";
            en "not proven: these bytes do not belong to the data of {object}. Registered: {recorded}",
                remedy "do not rely on them; check --from, --length and --keyed, and that the proof of entries begins with entry 1";
    }
}

/// The piece of a slice and the fingerprint that it fits, of those that the entries record.
pub fn fitting(
    given: &Given<'_>,
    proven: &ProvenEntries,
    language: Language,
) -> Result<Result<(Piece, Recorded), SliceError>, Failure> {
    let all = recorded(&proven.entries);
    for one in &all {
        let range = given.range.clone();
        match slice::check(given.slice, one.fingerprint.digest.bytes(), range, given.key) {
            Ok(piece) => return Ok(Ok((piece, *one))),
            Err(SliceError::OtherFile) => {}
            Err(error) => return Ok(Err(error)),
        }
    }
    Err(fits_none(&all, proven, language))
}

fn fits_none(all: &[Recorded], proven: &ProvenEntries, language: Language) -> Failure {
    let object = proven.object.to_string();
    let (message, reason) = match all {
        [] => (Message::NothingRecorded { object }, "slice.nothing-recorded"),
        all => {
            let each: Vec<_> = all.iter().map(|one| one.text(language)).collect();
            let recorded = each.join(language.pick("；", "; "));
            (Message::NotRecorded { object, recorded }, "slice.not-recorded")
        }
    };
    let facts: Vec<Value> = all.iter().copied().map(Recorded::to_json).collect();
    Failure::new(Exit::VerificationFailed, message)
        .with_fact("reason", reason)
        .with_fact("recorded", facts)
}

/// The fingerprints by BLAKE3, oldest first, each once.
fn recorded(entries: &[Entry]) -> Vec<Recorded> {
    let mut all: Vec<Recorded> = Vec::new();
    for entry in entries {
        for fingerprint in fingerprints(&entry.content) {
            let known = all.iter().any(|one| one.fingerprint.digest == fingerprint.digest);
            if matches!(fingerprint.digest, Digest::Blake3_256(_)) && !known {
                all.push(Recorded {
                    entry: entry.no.number,
                    at: entry.at,
                    fingerprint: *fingerprint,
                });
            }
        }
    }
    all
}

/// The fingerprints that an entry records: of its object, as filed.
fn fingerprints(content: &EntryContent) -> &[Fingerprint] {
    match content {
        EntryContent::FirstRegistration { fingerprints, .. }
        | EntryContent::FurtherHolder { fingerprints, .. }
        | EntryContent::FurtherRights { fingerprints, .. }
        | EntryContent::Split { fingerprints, .. }
        | EntryContent::SplitOff { fingerprints, .. } => fingerprints.as_slice(),
        EntryContent::Imported { earlier, .. } => earlier.fingerprints.as_slice(),
        _ => &[],
    }
}

impl Recorded {
    /// What was fingerprinted, and the day of the data.
    pub fn what(&self, language: Language) -> String {
        let (kind, day) = (
            words::word(language, &self.fingerprint.kind),
            self.fingerprint.day,
        );
        language.pick(format!("{kind}（{day}）"), format!("{kind} of {day}"))
    }

    fn text(&self, language: Language) -> String {
        let (entry, what, digest) = (self.entry, self.what(language), self.digest());
        language.pick(
            format!("第 {entry} 次记载，{what}：{digest}"),
            format!("entry {entry}, {what}: {digest}"),
        )
    }

    fn to_json(self) -> Value {
        json!({
            "entry": self.entry, "at": self.at.to_string(), "kind": self.fingerprint.kind,
            "day": self.fingerprint.day.to_string(), "digest": self.fingerprint.digest.to_string(),
        })
    }

    /// Adds to a report which registration the piece belongs to.
    pub fn add_to(&self, report: Report, proven: &ProvenEntries, language: Language) -> Report {
        let mut fact = self.to_json();
        fact["object"] = proven.object.to_string().into();
        fact["block"] = proven.block.into();
        let (number, at) = (self.entry, words::moment(self.at));
        let report = report
            .fact("registered", fact)
            .row(language.pick("登记对象", "object"), proven.object.to_string())
            .row(
                language.pick("记载", "entry"),
                language.pick(format!("第 {number} 次，{at}"), format!("number {number}, {at}")),
            )
            .row(language.pick("指纹", "fingerprint"), self.digest())
            .row(
                language.pick("截至", "as of"),
                language.pick(
                    format!("区块 {}", proven.block),
                    format!("block {}", proven.block),
                ),
            );
        // What was filed covered the whole: a part may have left it since.
        let split = |entry: &&Entry| {
            entry.no.number > self.entry && matches!(entry.content, EntryContent::Split { .. })
        };
        let report = match proven.entries.iter().find(split) {
            Some(entry) => report.caution(language.pick(
                format!(
                    "该登记其后由第 {} 次记载拆分：该部分数据可能已不属于此登记",
                    entry.no.number
                ),
                format!(
                    "entry {} has split the registration since: the piece may be of what left it",
                    entry.no.number
                ),
            )),
            None => report,
        };
        match proven.record.outcome {
            Outcome::Live => report,
            Outcome::Ended(entry) => report.caution(language.pick(
                format!("该登记已由第 {entry} 次记载终止"),
                format!("the registration was ended by entry {entry}"),
            )),
        }
    }

    fn digest(&self) -> String {
        hex::encode(self.fingerprint.digest.bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{
        clock::Day,
        object::{DataLevel, FingerprintKind},
        regimes::national_2026,
        v1::{ChangedFacts, EntryBasis, Publication, NO_HISTORY, VERSION},
        AuthorityId, EntryNo, ObjectId,
    };

    fn print(day: i32, digest: Digest) -> Fingerprint {
        Fingerprint {
            kind: FingerprintKind::Snapshot,
            day: Day(day),
            digest,
        }
    }

    fn entry(number: u32, fingerprints: Vec<Fingerprint>) -> Entry {
        let object = ObjectId::new(AuthorityId(44), 1).unwrap();
        let no = EntryNo { object, number };
        Entry {
            version: VERSION,
            no,
            authority: AuthorityId(44),
            regime: national_2026().id,
            at: Moment(u64::from(number)),
            previous: NO_HISTORY,
            basis: EntryBasis::Source(no),
            content: split(fingerprints),
        }
    }

    /// The shortest content that has fingerprints.
    fn split(fingerprints: Vec<Fingerprint>) -> EntryContent {
        let facts = ChangedFacts {
            description: Digest::Sha2_256([1; 32]),
            industry: 55,
            form: None,
            level: DataLevel::General,
        };
        EntryContent::Split {
            before: facts,
            after: facts,
            publication: Publication::Full,
            fingerprints: fingerprints.try_into().unwrap(),
            parts: Default::default(),
            certificates: Default::default(),
            signatures: Default::default(),
        }
    }

    #[test]
    fn a_fingerprint_is_of_the_entry_that_records_it_first_and_only_those_of_files_count() {
        let [one, two] = [1, 2].map(|byte| Digest::Blake3_256([byte; 32]));
        let entries = [
            entry(1, vec![print(10, one), print(10, Digest::Sm3([3; 32]))]),
            entry(2, vec![print(20, two), print(20, one)]),
            entry(3, Vec::new()),
        ];
        let found: Vec<_> = recorded(&entries)
            .iter()
            .map(|one| (one.entry, one.fingerprint.day, one.fingerprint.digest))
            .collect();
        assert_eq!(found, [(1, Day(10), one), (2, Day(20), two)]);
    }
}
