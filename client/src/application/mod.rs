//! An application for first registration as a document: the JSON that people and programs write, in text forms.
//!
//! ```json
//! { "authority": "A1-Q", "regime": "national-2026/1", "holders": [{ "party": "P1-1-Q" }], … }
//! ```

mod document;
mod holders;
mod text;

use quanji_primitives::{
    filing::{Declaration, Evidence, FirstRegistration},
    object::{Fingerprint, ObjectFacts, PersonalInformation, Source},
    regime::RegimeId,
    rights::Claim,
    Bounded,
};

pub use document::{
    Application, ClaimText, DeclarationText, EvidenceText, FingerprintText, Holder, PersonalText,
};
pub use holders::{holders_of, shares};
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
        let claims = self.claims.iter().map(|claim| Claim {
            kind: claim.kind,
            years: claim.years,
        });
        let fingerprints = self.fingerprints.iter().map(|one| Fingerprint {
            kind: one.kind,
            day: one.day.0,
            digest: one.digest.0,
        });
        let evidence = self.evidence.iter().map(|one| Evidence {
            kind: one.kind,
            digest: one.digest.0,
        });
        Ok(FirstRegistration {
            authority: self.authority.0,
            regime: self.regime.0 .0,
            facts: self.facts()?,
            holders: holders::from_text(&self.holders)?,
            claims: bounded("claims", claims.collect())?,
            conditions: bounded("conditions", self.conditions.clone())?,
            fingerprints: bounded("fingerprints", fingerprints.collect())?,
            evidence: bounded("evidence", evidence.collect())?,
            declaration: Declaration {
                truthful: self.declaration.truthful,
                touches_public_interest: self.declaration.touches_public_interest,
                document: self.declaration.document.0,
            },
        })
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
            claims: filing
                .claims
                .iter()
                .map(|claim| ClaimText {
                    kind: claim.kind,
                    years: claim.years,
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
mod tests {
    use quanji_primitives::{
        filing::EvidenceKind,
        object::{DataCategory, DataLevel, FingerprintKind, LawfulGround, ObjectKind, SourceKind},
        regime::ClaimCondition,
        rights::RightKind,
        AuthorityId, Digest, PartyId,
    };

    use super::*;

    fn digest(byte: u8) -> Text<Digest> {
        Text(Digest::Sha2_256([byte; 32]))
    }

    fn party(serial: u64) -> PartyId {
        PartyId::new(AuthorityId(1), serial).unwrap()
    }

    fn whole() -> Application {
        Application {
            authority: Text(AuthorityId(1)),
            regime: Text("national-2026/1".parse().unwrap()),
            kind: ObjectKind::Product,
            category: DataCategory::Personal,
            level: DataLevel::Important,
            source: SourceKind::OpenDataByProgram,
            public_class: Text("authorised-operation:GD-1".parse().unwrap()),
            industry: 74,
            form: Some(1),
            personal_information: Some(PersonalText {
                ground: LawfulGround::Consent,
                authorisation: digest(9),
                until: Some(Text("2027-12-31".parse().unwrap())),
            }),
            description: digest(1),
            lineage: vec![
                Text(format!("{}", digest(2).0).parse().unwrap()),
                Text("O1-1-5".parse().unwrap()),
            ],
            holders: shares(&[(party(2), 1, 3), (party(1), 2, 3)]).unwrap(),
            claims: vec![ClaimText {
                kind: RightKind::Operating,
                years: 5,
            }],
            conditions: vec![ClaimCondition::NoSubstitution],
            fingerprints: vec![FingerprintText {
                kind: FingerprintKind::Snapshot,
                day: Text("2026-11-01".parse().unwrap()),
                digest: Text(Digest::Blake3_256([3; 32])),
            }],
            evidence: vec![EvidenceText {
                kind: EvidenceKind::Identity,
                digest: digest(4),
            }],
            declaration: DeclarationText {
                truthful: true,
                touches_public_interest: true,
                document: digest(5),
            },
        }
    }

    #[test]
    fn a_document_and_a_filing_give_each_other_back() {
        let filing = whole().to_filing().unwrap();
        let document = Application::from(&filing);
        assert_eq!(document.to_filing().unwrap(), filing);
        let json = serde_json::to_vec(&document).unwrap();
        assert_eq!(Application::from_json(&json).unwrap(), document);
    }

    #[test]
    fn text_forms_stand_in_the_document() {
        let json = serde_json::to_value(whole()).unwrap();
        assert_eq!(json["regime"], "national-2026/1");
        assert_eq!(json["lineage"][1], "O1-1-5");
        assert_eq!(json["public_class"], "authorised-operation:GD-1");
        assert_eq!(json["fingerprints"][0]["day"], "2026-11-01");
    }

    #[test]
    fn an_unknown_member_is_refused() {
        let mut json = serde_json::to_value(whole()).unwrap();
        json["colour"] = "red".into();
        let refused = Application::from_json(json.to_string().as_bytes());
        assert!(matches!(refused, Err(ApplicationError::NotAnApplication { .. })));
    }
}
