//! What in a report is complete, and what it cannot prove.

use quanji_primitives::{regime::Regime, PartyId};
use serde::Serialize;

use super::super::shown_list;

/// A list that is complete, and why.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Proven {
    /// Every certificate ever listed for the party and those whose place it took: dense keys up to a proven count.
    Holdings,
    /// Every right, licence, certificate and mark of each object: dense keys up to proven counts.
    Titles,
    /// Every pledge and reservation on each object, under the deed that its mark names, and the one list of its waiting deeds.
    Securities,
    /// Every case in state was read, and the proof leaves no key out.
    Cases,
    /// Every pledge, reservation and waiting deed in state was read, and the proof leaves no key out.
    Received,
}

/// What the report cannot prove.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// Facts after the block.
    LaterFacts,
    /// That the block is final: no trusted chain was named.
    Finality,
    /// Cases for first registrations: there are too many cases in state to read them all.
    FirstRegistrations,
    /// What the party has received as security: there are too many pledges in state to read them all.
    Received,
    /// In which entry a mark was set, and when an entry ended a right: told by the node of earlier blocks.
    EntriesOfMarks,
    /// Pledges and registrations elsewhere: 中登网 and data-IP registers keep their own.
    OtherRegisters,
    /// Name and update cycle: no description was given.
    Description,
    /// Whether what the loan rests on outlasts it: no maturity was given.
    Maturity,
}

/// What is complete, and what is not proven.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Completeness {
    /// Lists that are proven complete.
    pub proven: Vec<Proven>,
    /// How many certificates the party's lists have.
    pub certificates_listed: usize,
    /// Names under which they are listed.
    #[serde(serialize_with = "shown_list")]
    pub names: Vec<PartyId>,
    /// Rights, pledges and reservations that lapsed or ended more than 24 months before, which are left out.
    pub older_left_out: usize,
    /// What is not proven.
    pub not_proven: Vec<Gap>,
}

/// What a regime says that registration does and does not do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct EffectText {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl EffectText {
    /// What a regime says.
    pub fn of(regime: &Regime) -> Self {
        let text = &regime.effect_text;
        Self {
            zh: text.zh().to_owned(),
            en: text.en().to_owned(),
        }
    }

    /// Those of `further` that are not among `texts` come after them, each once.
    pub fn add(texts: &mut Vec<Self>, further: impl IntoIterator<Item = Self>) {
        for text in further {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
}
