//! What an authority sends to the national service system.

use quanji_primitives::{
    case::{Case, Examination, Finding, Findings, RefusalGround, Signed, Status},
    clock::Moment,
    filing::{FirstRegistration, Withholding},
    person::{ForeignRegister, Person},
    regime::{Completion, Regime},
    rights::RightKind,
    CaseId, Digest, ObjectId, OfficerId, PartyId,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{published::withheld, NationalError};
use crate::application::{holders_of, regime_text, EvidenceText, FingerprintText, Holder, RegimeText, Text};

/// The form of the file.
const FORM: &str = "quanji-national-export/1";

/// For what a file is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To be published (NG 24).
    Notice,
    /// To be evidenced, by which the registration is complete (NG 26).
    Evidence,
}

/// An applicant: who is to hold rights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// The party.
    pub party: Text<PartyId>,
    /// Legal person, unincorporated organisation, foreign body or natural person.
    pub kind: String,
    /// Its number: a credit code or a legal entity identifier. Nothing of a natural person leaves this register.
    pub number: Option<String>,
}

/// A right as it was examined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightText {
    /// The kind.
    pub kind: RightKind,
    /// Who is to hold it.
    pub holders: Vec<Holder>,
    /// Years of validity.
    pub years: u8,
    /// The ground of a right that is not granted.
    pub refused: Option<RefusalGround>,
}

/// What the description says in the part that is published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Name of the data.
    pub name: Option<String>,
    /// Overview.
    pub overview: Option<String>,
    /// Limits of use.
    pub limits: Option<String>,
    /// Limits that rank before the right.
    pub prior_limits: Option<String>,
}

/// The data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Data {
    /// What of the description is published.
    #[serde(flatten)]
    pub shown: Shown,
    /// How much of the notice is withheld with reason.
    pub withheld: Option<Withholding>,
    /// SHA-256 of the description as filed.
    pub description: Text<Digest>,
    /// Coded facts of the application, in its own text forms.
    pub facts: Map<String, Value>,
    /// Fingerprints.
    pub fingerprints: Vec<FingerprintText>,
}

/// Who signed a step, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedText {
    /// The officer.
    pub officer: Text<OfficerId>,
    /// When.
    pub at: String,
}

/// The examination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examined {
    /// Lawful source.
    pub lawful_source: Finding,
    /// Compliant content.
    pub compliant_content: Finding,
    /// Clear authorisation.
    pub clear_authorisation: Finding,
    /// Digest of the examination record.
    pub record: Text<Digest>,
    /// Who examined.
    pub examined: SignedText,
    /// Who approved.
    pub approved: SignedText,
}

/// The notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noticed {
    /// Digest of the notice on the national system.
    pub document: Option<Text<Digest>>,
    /// From when it ran.
    pub published_at: String,
    /// Its last day.
    pub until: String,
    /// Digest of the published text; nothing when the whole was withheld.
    pub text: Option<Text<Digest>>,
    /// Objections in it.
    pub objections: usize,
}

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// The form of the file.
    pub format: String,
    /// For what it is sent.
    pub purpose: Purpose,
    /// The case.
    pub case: Text<CaseId>,
    /// The object that it registers.
    pub object: Text<ObjectId>,
    /// The authority, by its credit code.
    pub authority: String,
    /// The regime version by which it is judged.
    pub regime: Text<RegimeText>,
    /// Register time of the export.
    pub exported_at: String,
    /// When the application was received.
    pub received_at: String,
    /// When it was accepted.
    pub accepted_at: Option<String>,
    /// Everybody who applies.
    pub applicants: Vec<Applicant>,
    /// The data.
    pub data: Data,
    /// The rights, in the order of the decisions.
    pub rights: Vec<RightText>,
    /// The examination.
    pub examination: Examined,
    /// Supporting documents, for evidencing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceText>,
    /// The notice, for evidencing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Noticed>,
}

impl Purpose {
    /// For what a case is to be sent as it stands.
    pub fn of(id: CaseId, case: &Case, status: &Status, regime: &Regime) -> Result<Self, NationalError> {
        if regime.completion != Completion::NationalSystem {
            let regime = regime_text(regime.id);
            return Err(NationalError::CompletesHere { regime });
        }
        if case.first().is_none() {
            return Err(NationalError::NotFirst { case: id.to_string() });
        }
        let undecided = case.filing.withholding().is_some() && case.publication.is_none();
        match status {
            Status::AwaitingPublication { .. } if undecided => {
                Err(NationalError::Undecided { case: id.to_string() })
            }
            Status::AwaitingPublication { .. } => Ok(Self::Notice),
            Status::AwaitingEvidence { .. } => Ok(Self::Evidence),
            other => Err(NationalError::OtherStep {
                case: id.to_string(),
                status: name_of(other),
            }),
        }
    }
}

/// The name of a status as programs write it.
fn name_of(status: &Status) -> String {
    match serde_json::to_value(status) {
        Ok(Value::Object(members)) => members.keys().next().cloned().unwrap_or_default(),
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

impl Shown {
    /// What a published text says.
    pub fn of(text: Option<&[u8]>) -> Self {
        let document: Value = text
            .and_then(|text| serde_json::from_slice(text).ok())
            .unwrap_or_default();
        let member = |name: &str| document[name].as_str().map(str::to_owned);
        Self {
            name: member("name"),
            overview: member("overview"),
            limits: member("limits"),
            prior_limits: member("prior_limits"),
        }
    }
}

impl Applicant {
    /// A party as the national system is told of it.
    pub fn new(party: PartyId, person: &Person) -> Self {
        let (kind, number) = match person {
            Person::LegalPerson(code) => ("legal_person", Some(code.to_string())),
            Person::UnincorporatedOrganisation(code) => {
                ("unincorporated_organisation", Some(code.to_string()))
            }
            Person::ForeignBody(ForeignRegister::Lei(lei)) => ("foreign_body", Some(lei.to_string())),
            Person::ForeignBody(ForeignRegister::Register { .. }) => ("foreign_body", None),
            Person::NaturalPerson(_) => ("natural_person", None),
        };
        Self {
            party: Text(party),
            kind: kind.to_owned(),
            number,
        }
    }
}

fn signed(by: &Signed) -> SignedText {
    SignedText {
        officer: Text(by.officer),
        at: by.at.to_string(),
    }
}

/// The rights of a case, each with its decision.
fn rights(filing: &FirstRegistration, examination: &Examination) -> Vec<RightText> {
    let claims = filing
        .shares()
        .flat_map(|(holders, claims)| claims.iter().map(move |claim| (holders, claim)));
    claims
        .zip(examination.decisions.iter())
        .map(|((holders, claim), decision)| RightText {
            kind: claim.kind,
            holders: holders_of(holders),
            years: claim.years,
            refused: decision.refused,
        })
        .collect()
}

/// The coded facts, as the application writes them.
fn facts(filing: &FirstRegistration) -> Map<String, Value> {
    const FACTS: [&str; 9] = [
        "kind",
        "category",
        "level",
        "source",
        "public_class",
        "industry",
        "form",
        "personal_information",
        "lineage",
    ];
    let application = crate::application::Application::from(filing);
    match serde_json::to_value(application) {
        Ok(Value::Object(members)) => members
            .into_iter()
            .filter(|(name, _)| FACTS.contains(&name.as_str()))
            .collect(),
        _ => Map::new(),
    }
}

impl Export {
    /// The file of a case that was examined and approved. `authority` is its credit code, `persons` are the parties of the
    /// application in its order, and `text` is what is published.
    pub fn new(
        purpose: Purpose,
        id: CaseId,
        case: &Case,
        authority: String,
        persons: &[(PartyId, Person)],
        text: Option<&[u8]>,
        now: Moment,
    ) -> Result<Self, NationalError> {
        let not_examined = || NationalError::OtherStep {
            case: id.to_string(),
            status: "examining".into(),
        };
        let (examination, examined) = case.examination.as_ref().ok_or_else(not_examined)?;
        let approved = case.approval.as_ref().ok_or_else(not_examined)?;
        let not_first = || NationalError::NotFirst { case: id.to_string() };
        let filing = case.first().ok_or_else(not_first)?;
        let application = crate::application::Application::from(filing);
        let Findings {
            lawful_source,
            compliant_content,
            clear_authorisation,
        } = examination.findings;
        let is_evidence = purpose == Purpose::Evidence;
        let notice = case.notice.filter(|_| is_evidence).map(|notice| Noticed {
            document: notice.national.map(|national| Text(national.document)),
            published_at: notice.published_at.to_string(),
            until: notice.due.day.to_string(),
            text: notice.text.map(Text),
            objections: case.objections.len(),
        });
        let evidence = case.evidence().filter(|_| is_evidence).map(|one| EvidenceText {
            kind: one.kind,
            digest: Text(one.digest),
        });
        Ok(Self {
            format: FORM.to_owned(),
            purpose,
            case: Text(id),
            object: Text(case.object),
            authority,
            regime: Text(RegimeText(case.regime)),
            exported_at: now.to_string(),
            received_at: case.received_at.to_string(),
            accepted_at: case.accepted_at.map(|at| at.to_string()),
            applicants: persons
                .iter()
                .map(|(party, person)| Applicant::new(*party, person))
                .collect(),
            data: Data {
                shown: Shown::of(text),
                withheld: withheld(case),
                description: Text(filing.facts.description),
                facts: facts(filing),
                fingerprints: application.fingerprints,
            },
            rights: rights(filing, examination),
            examination: Examined {
                lawful_source,
                compliant_content,
                clear_authorisation,
                record: Text(examination.record),
                examined: signed(examined),
                approved: signed(approved),
            },
            evidence: evidence.collect(),
            notice,
        })
    }
}
