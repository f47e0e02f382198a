//! The proof of a report, as it is kept: everything from which the report is made again without a node. Whoever reads it trusts a
//! genesis block or a checkpoint, and nothing else. What the report itself calls not proven (in which entry a mark was set,
//! searches of other registers) stands in it as it was given.

use std::collections::BTreeMap;

use quanji_primitives::{
    clock::{Day, Moment},
    Digest, ObjectId, PartyId,
};
use quanji_verifier::{
    errors::Part,
    finalised_block,
    package::{Bytes, Proof},
    Block, TrustAnchor, H256,
};
use serde::{Deserialize, Serialize};

use super::{
    build::{report, Order},
    consent::{Asked, Consent, ConsentError},
    described::Described,
    material::{bound_to, Material},
    model::{AsOf, Extent, Subject, TitleReport},
    searches::{moment, Search},
};
use crate::evidence::{batch::Batch, not_proven::NotProven, trust::hash_text, EvidenceError};

/// The format of the proof of a report.
pub const PROOF_FORMAT: &str = "quanji-title-proof/1";

/// A proof is never longer.
pub const PROOF_BYTES_MAX: usize = 64 * 1024 * 1024;

crate::messages! {
    /// Why a proof is refused.
    pub enum ProofError {
        /// The text is no proof of a report.
        NotAProof { reason: String } =>
            zh "不是权属报告的证明：{reason}", remedy "请提供 quanji title --proof 写出的文件";
            en "this is no proof of a title report: {reason}", remedy "give a file that quanji title --proof has written";
        /// It has no proof of finality.
        NotFinal =>
            zh "该证明制作时未指定所信任的链，不含最终性证明", remedy "请在 quanji title 中用 --genesis 指定所信任的创世哈希，重新制作";
            en "it was made without a trusted chain and does not prove that its block is final", remedy "make it again with quanji title --genesis HASH --proof FILE";
        /// Its state proof does not hold what the report tells.
        State { reason: String } =>
            zh "状态证明不含报告所需的全部记录：{reason}", remedy "文件被改动过或不完整，请重新索取";
            en "its proof of state does not hold everything that the report tells: {reason}", remedy "it was changed or cut: get it again";
        /// The proof shows that there is no such object or party.
        NoSubject { subject: String } =>
            zh "该区块的登记簿中没有 {subject}"; en "at that block there is no {subject} in the register";
        /// A value in it is of no such form.
        BadValue { value: String } =>
            zh "“{value}”的形式不对", remedy "文件被改动过，请重新索取";
            en "{value} is not of the form that it must have", remedy "it was changed: get it again";
        /// The report that it makes is another one.
        OtherReport { said: String, made: String } =>
            zh "由证明得出的报告（{made}）与所称的报告（{said}）不同", remedy "文件被改动过，请重新索取";
            en "the report that it makes ({made}) is not the one that it names ({said})", remedy "it was changed: get it again";
    }
}

/// Why nothing is proven.
#[derive(Debug)]
pub enum Refused {
    /// The file.
    Proof(ProofError),
    /// The block is not proven final.
    NotProven(NotProven),
    /// The consent does not open it.
    Consent(ConsentError),
}

impl From<ProofError> for Refused {
    fn from(error: ProofError) -> Self {
        Self::Proof(error)
    }
}

impl From<ConsentError> for Refused {
    fn from(error: ConsentError) -> Self {
        Self::Consent(error)
    }
}

impl From<EvidenceError> for Refused {
    fn from(error: EvidenceError) -> Self {
        let reason = error.to_string();
        Self::Proof(ProofError::State { reason })
    }
}

/// Something of an object by its number: an entry, or the time of one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Placed<T> {
    object: String,
    number: u32,
    at: T,
}

/// What went into the report beside the register.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    maturity: Option<String>,
    consent: Option<Consent>,
    descriptions: Vec<String>,
    entries: Vec<Placed<u32>>,
    made_at: Vec<Placed<String>>,
    searches: Vec<Search>,
}

/// The proof of a report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleProof {
    format: String,
    /// What the report is about.
    subject: String,
    /// The digest of the report.
    report: String,
    /// From the trusted block to that of the report; nothing where no chain was trusted.
    finality: Option<Proof>,
    given: Given,
    /// Trie nodes of everything that was read.
    state: Vec<Bytes>,
}

impl Given {
    /// What of an order does not come from the register.
    pub fn of(order: &Order, consent: Option<&Consent>, descriptions: Vec<String>) -> Self {
        let placed = |((object, number), entry): (&(ObjectId, u32), &u32)| Placed {
            object: object.to_string(),
            number: *number,
            at: *entry,
        };
        let made = |((object, number), at): (&(ObjectId, u32), &Moment)| Placed {
            object: object.to_string(),
            number: *number,
            at: at.to_string(),
        };
        Self {
            maturity: order.maturity.map(|day| day.to_string()),
            consent: consent.cloned(),
            descriptions,
            entries: order.entries.iter().map(placed).collect(),
            made_at: order.made_at.iter().map(made).collect(),
            searches: order.searches.clone(),
        }
    }
}

fn bad(value: &str) -> ProofError {
    ProofError::BadValue {
        value: value.chars().take(60).collect(),
    }
}

fn placed<A, T>(
    all: &[Placed<A>],
    read: impl Fn(&A) -> Result<T, ProofError>,
) -> Result<BTreeMap<(ObjectId, u32), T>, ProofError> {
    let each = all.iter().map(|one| {
        let object = one.object.parse().map_err(|_| bad(&one.object))?;
        Ok(((object, one.number), read(&one.at)?))
    });
    each.collect()
}

impl TitleProof {
    /// The proof of a report about `subject` whose digest is `report`.
    pub fn new(
        subject: Subject,
        report: String,
        finality: Option<Proof>,
        given: Given,
        state: Vec<Vec<u8>>,
    ) -> Self {
        Self {
            format: PROOF_FORMAT.to_owned(),
            subject: subject.to_string(),
            report,
            finality,
            given,
            state: state.into_iter().map(Bytes).collect(),
        }
    }

    /// Reads a proof.
    pub fn read(text: &str) -> Result<Self, ProofError> {
        let not = |reason: String| ProofError::NotAProof { reason };
        let proof: Self = serde_json::from_str(text).map_err(|error| not(error.to_string()))?;
        match proof.format == PROOF_FORMAT {
            true => Ok(proof),
            false => Err(not(proof.format.chars().take(60).collect())),
        }
    }

    /// The text of the file.
    pub fn to_text(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string(self)? + "\n")
    }

    /// The hash of the genesis header in the proof: a claim.
    pub fn genesis(&self) -> Option<H256> {
        let genesis = self.finality.as_ref()?.genesis.as_ref()?;
        let block = Block::read(&genesis.header.0, Part::GenesisHeader).ok()?;
        Some(block.hash())
    }

    /// Makes the report again, and checks that it is the one that the proof names.
    pub async fn check(&self, trust: &TrustAnchor) -> Result<TitleReport, Refused> {
        let finality = self.finality.as_ref().ok_or(ProofError::NotFinal)?;
        let block = finalised_block(finality, trust).map_err(|error| Refused::NotProven(NotProven(error)))?;
        let nodes = self.state.iter().map(|node| node.0.clone());
        let mut batch = Batch::of_proof(block.header().state_root, nodes);
        let asked = self.subject.parse().map_err(|()| bad(&self.subject))?;
        let read = Material::read(&mut batch, asked).await?;
        let read = read.ok_or_else(|| ProofError::NoSubject {
            subject: asked.to_string(),
        })?;
        let as_of = AsOf {
            genesis: hash_text(trust.genesis()),
            block: block.number(),
            block_hash: hash_text(block.hash()),
            state_root: hash_text(block.header().state_root),
            time: read.time,
            real_time: read.real_time,
            finality_proven: true,
            set_changes: finality.links.len(),
        };
        let of_party = read.of_party.clone();
        let gathered = read.gathered.clone();
        let order = self.order(&mut batch, read, as_of, trust.genesis()).await?;
        let made = report(order, &gathered, of_party.as_ref())?;
        let digest = made.digest().map_err(|error| bad(&error.to_string()))?;
        if digest != self.report {
            return Err(Refused::Proof(ProofError::OtherReport {
                said: self.report.chars().take(80).collect(),
                made: digest,
            }));
        }
        Ok(made)
    }

    async fn order(
        &self,
        batch: &mut Batch<'_>,
        read: Material,
        as_of: AsOf,
        genesis: H256,
    ) -> Result<Order, Refused> {
        let given = &self.given;
        let consent = match &given.consent {
            Some(consent) => {
                // Its form is checked as that of any other.
                let consent = Consent::read(&consent.to_text()?)?;
                let terms = &consent.consent;
                let asked = Asked {
                    chain: hash_text(genesis),
                    subject: read.subject,
                    reader: terms.to.parse::<PartyId>().map_err(|_| bad(&terms.to))?,
                    purpose: terms.purpose.clone(),
                    now: read.time,
                    latest: read.time,
                };
                let bound = bound_to(batch, &consent.accounts()).await?;
                Some(read.opened(&consent, &asked, &bound)?)
            }
            None => None,
        };
        let day = |text: &String| text.parse::<Day>().map_err(|_| bad(text));
        let digests = read.gathered.descriptions();
        let described = given
            .descriptions
            .iter()
            .map(|text| Described::among(text.as_bytes(), &digests).ok_or_else(|| bad(text)));
        Ok(Order {
            as_of,
            subject: read.subject,
            extent: match consent {
                Some(_) => Extent::Full,
                None => Extent::Extract,
            },
            maturity: given.maturity.as_ref().map(day).transpose()?,
            consent,
            descriptions: described.collect::<Result<BTreeMap<Digest, Described>, _>>()?,
            entries: placed(&given.entries, |entry| Ok(*entry))?,
            made_at: placed(&given.made_at, |text| moment(text).ok_or_else(|| bad(text)))?,
            book: read.book,
            received: read.received,
            cases: read.cases,
            searches: given.searches.clone(),
        })
    }
}
