//! An application for first registration as a document: the JSON that people and programs write, in text forms.
//!
//! ```json
//! { "authority": "A1-Q", "regime": "national-2026/1", "holders": [{ "party": "P1-1-Q" }], … }
//! ```

mod document;
mod holders;
mod text;

use quanji_primitives::{
    filing::{Declaration, Evidence, FirstRegistration, Participant, WithholdingRequest},
    object::{Fingerprint, ObjectFacts, PersonalInformation, Source},
    regime::RegimeId,
    rights::Claim,
    Bounded,
};

pub use document::{
    Application, ClaimText, DeclarationText, EvidenceText, FingerprintText, Holder, ParticipantText,
    PersonalText, WithholdingText,
};
pub use holders::{from_text as holders_from_text, holders_of, shares};
pub use text::{regime_system, PublicText, RegimeText, SourceText, Text};

crate::messages! {
    /// Why a document is no application.
    pub enum ApplicationError {
        /// Not JSON of this form.
        NotAnApplication { reason: String } =>
            zh "不是首次登记申请：{reason}", remedy "用 quanji apply first … --dry-run --json 可得到一份样式";
            en "not an application for first registration: {reason}", remedy "`quanji apply first … --dry-run --json` shows one";
        /// A list has more members than the register takes.
        TooMany { what: String, most: u32 } =>
            zh "{what} 最多 {most} 项"; en "{what}: {most} at most";
        /// There is no holder.
        NoHolder => zh "没有权利人", remedy "用 --holder 给出主体编号";
            en "there is no holder", remedy "name a party with --holder";
        /// Some holders have shares and others have not.
        SharesMixed => zh "权利人须全部有份额或全部没有份额", remedy "共同共有用 --holder，按份共有用 --share";
            en "either all holders have shares or none has", remedy "hold jointly with --holder, or by shares with --share";
        /// Shares do not add up.
        SharesNotWhole => zh "份额合计不是一个整体", remedy "例如 --share P…=1/3 --share P…=2/3";
            en "the shares do not add up to one whole", remedy "for example --share P…=1/3 --share P…=2/3";
    }
}

impl Application {
    /// Reads a document.
    pub fn from_json(document: &[u8]) -> Result<Self, ApplicationError> {
        serde_json::from_slice(document).map_err(|error| ApplicationError::NotAnApplication {
            reason: error.to_string(),
        })
    }

    /// The application as the register takes it.
    pub fn to_filing(&self) -> Result<FirstRegistration, ApplicationError> {
        let fingerprints = self.fingerprints.iter().map(Fingerprint::from);
        let evidence = self.evidence.iter().map(|one| Evidence {
            kind: one.kind,
            digest: one.digest.0,
        });
        Ok(FirstRegistration {
            authority: self.authority.0,
            regime: self.regime.0 .0,
            object: self.object.as_ref().map(|object| object.0),
            facts: self.facts()?,
            holders: holders::from_text(&self.holders)?,
            claims: claims(&self.claims)?,
            participants: bounded("participants", self.participants()?)?,
            conditions: bounded("conditions", self.conditions.clone())?,
            fingerprints: bounded("fingerprints", fingerprints.collect())?,
            evidence: bounded("evidence", evidence.collect())?,
            declaration: Declaration {
                truthful: self.declaration.truthful,
                touches_public_interest: self.declaration.touches_public_interest,
                document: self.declaration.document.0,
            },
            withholding: self.withholding.as_ref().map(|request| WithholdingRequest {
                extent: request.extent,
                reason: request.reason.as_ref().map(|reason| reason.0),
            }),
        })
    }

    fn participants(&self) -> Result<Vec<Participant>, ApplicationError> {
        let participant = |one: &ParticipantText| {
            Ok(Participant {
                holders: holders::from_text(&one.holders)?,
                claims: claims(&one.claims)?,
            })
        };
        self.participants.iter().map(participant).collect()
    }

    fn facts(&self) -> Result<ObjectFacts, ApplicationError> {
        let personal = self
            .personal_information
            .as_ref()
            .map(|personal| PersonalInformation {
                ground: personal.ground,
                authorisation: personal.authorisation.0,
                until: personal.until.as_ref().map(|day| day.0),
            });
        let lineage = self.lineage.iter().map(|source| source.0 .0.clone());
        Ok(ObjectFacts {
            kind: self.kind,
            category: self.category,
            level: self.level,
            source: self.source,
            public_class: self.public_class.0 .0.clone(),
            industry: self.industry,
            form: self.form,
            personal_information: personal,
            description: self.description.0,
            lineage: bounded("lineage", lineage.collect::<Vec<Source>>())?,
        })
    }
}

impl From<&FirstRegistration> for Application {
    fn from(filing: &FirstRegistration) -> Self {
        let facts = &filing.facts;
        let personal = facts.personal_information.map(|personal| PersonalText {
            ground: personal.ground,
            authorisation: Text(personal.authorisation),
            until: personal.until.map(Text),
        });
        let declaration = &filing.declaration;
        Self {
            authority: Text(filing.authority),
            regime: Text(RegimeText(filing.regime)),
            object: filing.object.map(Text),
            kind: facts.kind,
            category: facts.category,
            level: facts.level,
            source: facts.source,
            public_class: Text(PublicText(facts.public_class.clone())),
            industry: facts.industry,
            form: facts.form,
            personal_information: personal,
            description: Text(facts.description),
            lineage: facts
                .lineage
                .iter()
                .cloned()
                .map(|source| Text(SourceText(source)))
                .collect(),
            holders: holders_of(&filing.holders),
            claims: claims_of(&filing.claims),
            participants: filing
                .participants
                .iter()
                .map(|one| ParticipantText {
                    holders: holders_of(&one.holders),
                    claims: claims_of(&one.claims),
                })
                .collect(),
            conditions: filing.conditions.to_vec(),
            fingerprints: filing.fingerprints.iter().map(fingerprint_of).collect(),
            evidence: filing
                .evidence
                .iter()
                .map(|one| EvidenceText {
                    kind: one.kind,
                    digest: Text(one.digest),
                })
                .collect(),
            declaration: DeclarationText {
                truthful: declaration.truthful,
                touches_public_interest: declaration.touches_public_interest,
                document: Text(declaration.document),
            },
            withholding: filing.withholding.map(|request| WithholdingText {
                extent: request.extent,
                reason: request.reason.map(Text),
            }),
        }
    }
}

/// Claims as the register takes them: in the order of the kinds.
fn claims(given: &[ClaimText]) -> Result<Bounded<Claim, 3>, ApplicationError> {
    let mut claims: Vec<_> = given
        .iter()
        .map(|claim| Claim {
            kind: claim.kind,
            years: claim.years,
        })
        .collect();
    claims.sort_by_key(|claim| claim.kind);
    bounded("claims", claims)
}

fn claims_of(claims: &[Claim]) -> Vec<ClaimText> {
    let text = |claim: &Claim| ClaimText {
        kind: claim.kind,
        years: claim.years,
    };
    claims.iter().map(text).collect()
}

impl From<&FingerprintText> for Fingerprint {
    fn from(one: &FingerprintText) -> Self {
        Self {
            kind: one.kind,
            day: one.day.0,
            digest: one.digest.0,
        }
    }
}

fn fingerprint_of(one: &Fingerprint) -> FingerprintText {
    FingerprintText {
        kind: one.kind,
        day: Text(one.day),
        digest: Text(one.digest),
    }
}

fn bounded<T, const N: u32>(what: &str, all: Vec<T>) -> Result<Bounded<T, N>, ApplicationError> {
    all.try_into().map_err(|_| ApplicationError::TooMany {
        what: what.to_owned(),
        most: N,
    })
}

/// A regime's name and version, `national-2026/1`.
pub fn regime_text(id: RegimeId) -> String {
    RegimeText(id).to_string()
}

#[cfg(test)]
#[path = "application_tests.rs"]
mod tests;
