//! Verdicts and reasons for programs: the JSON of `quanji verify --json`, the same on the command line and in a browser.

use crate::{
    conclusion::Conclusion,
    errors::{Error, StateError},
    language::Language,
    state::Record,
    title::{RightState, Title},
    trust::TrustAnchor,
    verdict::{Freshness, Verdict},
    words::{holder_texts, mark_text, party_text},
    H256,
};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use quanji_primitives::{
    clock::Moment,
    marks::{EntryRange, Mark, MarkSource, MarkStanding, Organ, RightSet},
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
    pub marks: usize,
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
            let against = title.standing_marks(at);
            Ok(ShownRight {
                id: RightId {
                    object: title.id,
                    index: number,
                },
                label: language.pick(label.zh(), label.en()).to_string(),
                state: title.right_state(number, at)?,
                renewal: None,
                until: right.valid_until,
                marks: against
                    .filter(|(_, mark, _)| mark.rights.contains(number))
                    .count(),
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

/// A mark that stands, as shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ShownMark<'a> {
    /// Its number on the object.
    pub number: u32,
    /// The mark.
    pub mark: &'a Mark,
    /// What is true of it at the moment: rank, end.
    pub standing: MarkStanding,
    /// Whether it stands against a right of the certificate, or against the registration itself.
    pub on_certificate: bool,
}

/// The marks that stand on the object at register time `at`.
pub fn standing_marks<'a>(
    title: &'a Title,
    certificate: &CertificateRecord,
    at: Moment,
) -> Vec<ShownMark<'a>> {
    let listed: RightSet = certificate.rights.iter().copied().collect();
    let shown = title
        .standing_marks(at)
        .map(|(number, mark, standing)| ShownMark {
            number,
            mark,
            standing,
            on_certificate: mark.rights == RightSet::NONE || mark.rights.meets(listed),
        });
    shown.collect()
}

/// Whether something stands against the certificate, or an objection to its object is open.
pub fn is_encumbered(title: &Title, certificate: &CertificateRecord, at: Moment) -> bool {
    let marked = standing_marks(title, certificate, at)
        .iter()
        .any(|shown| shown.on_certificate);
    marked || title.open_objections(at).next().is_some()
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
    let mark = |shown: &ShownMark<'_>| {
        json!({
            "number": shown.number,
            "kind": shown.standing.kind,
            "reads": mark_text(shown.standing.kind, language),
            "rights": right_ids(title, shown.mark.rights),
            "on_certificate": shown.on_certificate,
            "source": source_json(shown.mark.source),
            "since": shown.mark.since.to_string(),
            "until": shown.standing.until.map(|until| until.to_string()),
            "confirm_by": shown.mark.confirm_by().map(|by| by.to_string()),
            "organ": shown.mark.order.map(|order| organ_json(order.organ)),
            "entered_between": shown.mark.order.and_then(|order| order.entered_between).map(range_json),
        })
    };
    let object = &title.object;
    json!({
        "encumbered": is_encumbered(title, certificate, at),
        "marks": standing_marks(title, certificate, at).iter().map(mark).collect::<Vec<_>>(),
        "marks_ever": object.marks,
        "open_objections": title.open_objections(at).map(|id| id.to_string()).collect::<Vec<_>>(),
        "open_cases": object.open_cases.iter().map(ToString::to_string).collect::<Vec<_>>(),
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
        "authority": { "id": title.object.authority.to_string(), "name": String::from_utf8_lossy(&title.authority.profile.name) },
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
        Freshness::LaterFactsUnknown { age_millis } => ("later_facts_unknown", age_millis),
        Freshness::AheadOfCaller { by_millis } => ("ahead_of_caller", by_millis),
    };
    let since = verdict.since();
    Ok(json!({
        "genuine": true,
        "verdict": if conclusion == Conclusion::InForce && since.is_empty() { "authentic_and_in_force" } else { "authentic_since_changed" },
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
        "not_proven": ["later_facts", "content_of_licences", "truth_and_value_of_data"],
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
