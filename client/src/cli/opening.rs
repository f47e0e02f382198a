//! Holders whose commitments are opened: who a natural person is, or was before the erasure.

use std::path::PathBuf;

use quanji_client::{
    identity::{Opening, OpeningError},
    language::Language,
};
use quanji_primitives::{person::Person, PartyId};
use quanji_verifier::Title;
use serde_json::{json, Value};

use super::{
    context::Context,
    exit::{Exit, Failure},
    output::Report,
};

/// Openings are never longer.
const OPENING_BYTES_MAX: usize = 4_096;

quanji_client::messages! {
    /// Why an opening proves nothing here.
    enum Message {
        /// No holder in the package has this commitment.
        OpensNobody { commitment: String } =>
            zh "证据包中没有承诺值为 {commitment} 的权利人", remedy "请核对开启材料与证据包是否属于同一人";
            en "no holder in the package has the commitment {commitment}",
                remedy "check that the opening and the package are of the same person";
    }
}

/// A holder whose commitment was opened.
pub struct Opened {
    /// The party.
    party: PartyId,
    /// Whether the register has erased the person since.
    is_erased: bool,
    opening: Opening,
}

impl From<OpeningError> for Failure {
    fn from(error: OpeningError) -> Self {
        Self::new(Exit::InputInvalid, error)
    }
}

/// Reads openings; each opens its own commitment.
pub fn read(context: &Context, files: &[PathBuf]) -> Result<Vec<Opening>, Failure> {
    let read = |file: &PathBuf| {
        let text = String::from_utf8(context.read(file, OPENING_BYTES_MAX)?);
        let text = text.map_err(|_| OpeningError::NotAnOpening)?;
        Ok(Opening::read(&text)?)
    };
    files.iter().map(read).collect()
}

/// The holders of a proven title that the openings open.
pub fn of_holders(openings: Vec<Opening>, title: &Title) -> Result<Vec<Opened>, Failure> {
    let opened = |opening: Opening| {
        let found = title.parties.iter().find(
            |(_, record)| matches!(&record.person, Person::NaturalPerson(committed) if opening.opens(committed)),
        );
        let (party, record) = found.ok_or_else(|| {
            let commitment = opening.commitment.clone();
            let message = Message::OpensNobody { commitment };
            Failure::new(Exit::VerificationFailed, message).with_fact("reason", "opening.nobody")
        })?;
        Ok(Opened {
            party: *party,
            is_erased: record.is_erased(),
            opening,
        })
    };
    openings.into_iter().map(opened).collect()
}

/// Adds who the opened holders are.
pub fn rows(mut report: Report, opened: &[Opened], language: Language) -> Report {
    for one in opened {
        let Opening { name, number, .. } = &one.opening;
        let erased = match one.is_erased {
            true => language.pick("（登记簿已删除其身份）", ", erased from the register since"),
            false => "",
        };
        report = report.row(
            language.pick("身份（由开启材料证明）", "identity, by its opening"),
            format!("{}  {name} {number}{erased}", one.party),
        );
    }
    let facts: Vec<Value> = opened.iter().map(json_of).collect();
    report.fact("opened", facts.into())
}

fn json_of(one: &Opened) -> Value {
    json!({
        "party": one.party.to_string(), "name": one.opening.name, "number": one.opening.number,
        "commitment": one.opening.commitment, "erased": one.is_erased,
    })
}
