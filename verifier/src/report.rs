//! Verdicts and reasons for programs: the JSON of `quanji verify --json`, the same on the command line and in a browser.

use crate::{
    conclusion::Conclusion,
    errors::{Error, StateError},
    language::Language,
    marks::{is_encumbered, lapsed_pledges, marks_against, standing_marks, ShownMark},
    state::Record,
    title::{RightState, Title},
    trust::TrustAnchor,
    unproven::Unproven,
    verdict::{Freshness, Verdict},
    words::{holder_texts, lapsed_text, mark_text, party_text, suspended_text},
    H256,
};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use quanji_primitives::{
    clock::Moment,
    marks::{EntryRange, MarkSource, Organ, RightSet},
    v1::CertificateRecord,
    CaseId, RightId,
};
use serde_json::{json, Value};

/// One right of a certificate, as shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownRight {
    /// Its identifier.
    pub id: RightId,
    /// What it is called.
    pub label: String,
    /// How it stands.
    pub state: RightState,
    /// The renewal, filed in time, that keeps it in force though its term is over; a proof alone does not tell.
    pub renewal: Option<CaseId>,
    /// End of its term.
    pub until: Moment,
    /// How many marks stand against it.
    pub marks: u32,
    /// Licences ever granted from it.
    pub licences: u32,
}

/// How a certificate is shown: its rights, and what else is in the object at the same moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// Its rights.
    pub rights: Vec<ShownRight>,
    /// How many others hold rights of their own in the object.
    pub independent_holders: usize,
    /// Register time at which it is shown.
    pub at: Moment,
}

impl Shown {
    /// A certificate as it stands at register time `at`.
    pub fn of(
        title: &Title,
        certificate: &CertificateRecord,
        at: Moment,
        language: Language,
    ) -> Result<Self, StateError> {
        let listed = title.rights_of(certificate)?;
        let rights = listed.into_iter().map(|(number, right)| {
            let label = title.regime.label(right.kind);
            Ok(ShownRight {
                id: RightId {
                    object: title.id,
                    index: number,
                },
                label: language.pick(label.zh(), label.en()).to_string(),
                state: title.right_state(number, at)?,
                renewal: None,
                until: right.valid_until,
                marks: marks_against(title, number, at),
                licences: right.licences,
            })
        });
        Ok(Self {
            rights: rights.collect::<Result<_, _>>()?,
            independent_holders: title.independent_holders(certificate, at)?.len(),
            at,
        })
    }
}

impl ShownRight {
    /// How it stands, and because of what.
    pub fn state_json(&self) -> (&'static str, Value) {
        match (self.state, self.renewal) {
            (RightState::Expired, Some(case)) => ("in_force", json!({ "renewal": case.to_string() })),
            (RightState::InForce, _) => ("in_force", Value::Null),
            (RightState::Expired, None) => ("expired", Value::Null),
            (RightState::Ended { entry }, _) => ("ended", json!({ "entry": entry })),
            (RightState::ParentNotInForce { parent }, _) => {
                ("parent_not_in_force", json!({ "parent": parent }))
            }
        }
    }

    fn to_json(&self) -> Value {
        let (state, by) = self.state_json();
        json!({
            "right": self.id.to_string(), "label": self.label, "state": state, "because": by,
            "valid_until": self.until.to_string(), "marks": self.marks, "licences_ever": self.licences,
        })
    }
}

/// Rights of an object by their identifiers.
pub fn right_ids(title: &Title, rights: RightSet) -> Vec<String> {
    let right = |index| RightId {
        object: title.id,
        index,
    };
    rights.numbers().map(|number| right(number).to_string()).collect()
}

/// Marks, objections and cases.
pub fn against_json(title: &Title, certificate: &CertificateRecord, at: Moment, language: Language) -> Value {
    let standing = standing_marks(title, certificate, at).into_iter();
    let standing = standing.map(|mark| mark_json(title, &mark, mark_text(mark.kind, language), false));
    let lapsed = lapsed_pledges(title, certificate, at).into_iter();
    let lapsed = lapsed.map(|mark| mark_json(title, &mark, &lapsed_text(&mark, language), true));
    let object = &title.object;
    json!({
        "encumbered": is_encumbered(title, certificate, at),
        "marks": standing.collect::<Vec<_>>(),
        "lapsed_pledges": lapsed.collect::<Vec<_>>(),
        "marks_ever": object.marks,
        "open_objections": title.open_objections(at).map(|id| id.to_string()).collect::<Vec<_>>(),
        "open_cases": object.open_cases.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

/// A mark, with what it reads and whether its time is over.
fn mark_json(title: &Title, mark: &ShownMark, reads: &str, lapsed: bool) -> Value {
    json!({
        "number": mark.number,
        "kind": mark.kind,
        "reads": reads,
        "rights": right_ids(title, mark.rights),
        "on_certificate": mark.on_certificate,
        "source": source_json(mark.source),
        "since": mark.since.to_string(),
        "until": mark.until.map(|until| until.to_string()),
        "lapsed": lapsed,
        "confirm_by": mark.confirm_by().map(|by| by.to_string()),
        "organ": mark.order.map(|order| organ_json(order.organ)),
        "entered_between": mark.order.and_then(|order| order.entered_between).map(range_json),
    })
}

/// From what a mark comes.
pub fn source_json(source: MarkSource) -> Value {
    match source {
        MarkSource::Objection(objection) => json!({ "objection": objection.to_string() }),
        MarkSource::Conflict(conflict) => json!({ "conflict": conflict.to_string() }),
        MarkSource::TitleDispute(record) => json!({ "title_dispute": record.to_string() }),
        MarkSource::DayBook(stamp) => json!({ "day_book": stamp.to_string() }),
        MarkSource::Deed(deed) => json!({ "deed": deed.to_string() }),
        MarkSource::SourceRight { right, state } => {
            json!({ "source_right": { "right": right.to_string(), "state": state } })
        }
    }
}

/// An organ.
pub fn organ_json(organ: Organ) -> Value {
    json!({ "kind": organ.kind, "code": organ.code.to_string() })
}

/// What was entered between receipt and stamp of an instrument.
pub fn range_json(range: EntryRange) -> Value {
    json!({ "first": range.first, "last": range.last })
}

/// A certificate.
pub fn certificate_json(
    title: &Title,
    certificate: &CertificateRecord,
    shown: &Shown,
    language: Language,
) -> Value {
    json!({
        "number": certificate.number.to_string(),
        "issue": certificate.issue,
        "issued_at": certificate.issued_at.to_string(),
        "entry": certificate.entry,
        "object": title.id.to_string(),
        "facts": title.object.facts,
        "publication": title.object.publication,
        "authority": authority_json(title, language),
        "regime": title.regime.id,
        "holders": title.holders_of(certificate).ok().flatten(),
        "holders_read": holder_texts(title, certificate, language),
        "current_holders": title.current_holders_of(certificate).ok().flatten(),
        "successors": title.successors.iter().map(|(party, successor)| json!({ "party": party.to_string(), "successor": successor.to_string() })).collect::<Vec<_>>(),
        "parties": title.parties.iter().map(|(id, record)| json!({
            "party": id.to_string(), "person": record.person, "standing": record.standing,
            "reads": party_text(title, *id, Language::English),
        })).collect::<Vec<_>>(),
        "rights": shown.rights.iter().map(ShownRight::to_json).collect::<Vec<_>>(),
        "independent_holders": shown.independent_holders,
        "sources": sources_json(title, shown.at),
        "against": against_json(title, certificate, title.register_time(), language),
        "effect_text": { "zh": title.regime.effect_text.zh(), "en": title.regime.effect_text.en() },
    })
}

/// The authority that keeps the file, and whether it may register.
fn authority_json(title: &Title, language: Language) -> Value {
    let status = title.authority.status;
    json!({
        "id": title.object.authority.to_string(),
        "name": String::from_utf8_lossy(&title.authority.profile.name),
        "status": status,
        "suspended_reads": suspended_text(status, language),
    })
}

/// The registered rights that the object was made from, and how they stood.
fn sources_json(title: &Title, at: Moment) -> Vec<Value> {
    let one = |(right, state): (RightId, RightState)| {
        let until = title
            .sources
            .get(&right)
            .map(|source| source.right.valid_until.to_string());
        json!({ "right": right.to_string(), "in_force": state == RightState::InForce, "valid_until": until })
    };
    title.source_states(at).into_iter().map(one).collect()
}

/// A verdict for a reader who trusts `trust`, which is called `name` among the known chains.
pub fn verdict_json(
    verdict: &Verdict,
    trust: &TrustAnchor,
    name: Option<&str>,
    language: Language,
) -> Result<Value, StateError> {
    let title = &verdict.title;
    let conclusion = Conclusion::of(verdict);
    let certificate = title.certificate(verdict.number).ok_or(StateError::Absent {
        record: Record::Certificate(title.id, 0),
    })?;
    // By its proven term a right ends after the proof too.
    let shown = Shown::of(title, certificate, verdict.as_of.max(verdict.asked_at), language)?;
    let (freshness, millis) = match verdict.freshness {
        Freshness::Recent { age_millis } => ("recent", age_millis),
        Freshness::NotLimited { age_millis } => ("not_limited", age_millis),
        Freshness::LaterFactsUnknown { age_millis } => ("later_facts_unknown", age_millis),
        Freshness::AheadOfCaller { by_millis } => ("ahead_of_caller", by_millis),
    };
    let (since, unproven) = (verdict.since(), Unproven::of(verdict));
    Ok(json!({
        "genuine": true,
        "verdict": if verdict.is_in_force_unchanged() { "authentic_and_in_force" } else { "authentic_since_changed" },
        "status": conclusion.code(),
        "since": since.iter().map(|since| since.code()).collect::<Vec<_>>(),
        "since_reads": since.iter().map(|since| since.text(language)).collect::<Vec<_>>(),
        "in_force": conclusion == Conclusion::InForce,
        "certificate": verdict.number.to_string(),
        "issue": verdict.issue,
        "as_of": {
            "block": verdict.block,
            "hash": hash_text(verdict.block_hash),
            "register_time": verdict.as_of.to_string(),
            "block_time": title.block_time.to_string(),
        },
        "asked_at": verdict.asked_at.to_string(),
        "freshness": { "state": freshness, "milliseconds": millis, "doubtful": verdict.freshness.is_doubtful() },
        "trust": {
            "genesis": hash_text(trust.genesis()),
            "name": name,
            "from": match trust { TrustAnchor::Genesis(_) => "genesis", TrustAnchor::Checkpoint(_) => "checkpoint" },
        },
        "development_chain": title.development_clock.is_some(),
        "key": verdict.key.to_string(),
        "register": certificate_json(title, certificate, &shown, language),
        "not_proven": unproven.iter().map(|one| one.code()).collect::<Vec<_>>(),
        "not_proven_reads": unproven.iter().map(|one| one.text(verdict.block, language)).collect::<Vec<_>>(),
    }))
}

/// Why a package is not believed.
pub fn refusal_json(error: &Error, language: Language) -> Value {
    json!({
        "genuine": false,
        "verdict": error.failing().code(),
        "reason": error.name(),
        "detail": error.text(language),
        "remedy": error.remedy(language),
    })
}

/// A hash as people see it.
pub fn hash_text(hash: H256) -> String {
    format!("0x{}", hex::encode(hash))
}
