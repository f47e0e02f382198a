//! `quanji apply`: file applications.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use quanji_client::{
    application::{
        self, regime_system, ApplicationError, ClaimText, DeclarationText, EvidenceText, FingerprintText,
        Holder, PersonalText, PublicText, RegimeText, SourceText, Text,
    },
    chain::{api, Chain, Static, View},
    language::Language,
};
use quanji_primitives::{
    case::object_of_first_registration,
    filing::EvidenceKind,
    object::{DataCategory, DataLevel, FingerprintKind, LawfulGround, ObjectKind, Source, SourceKind},
    regime::ClaimCondition,
    rights::RightKind,
    AuthorityId, CaseId, Digest, PartyId,
};
use serde_json::{json, Value};

use super::{
    context::Context,
    exit::{Exit, Failure},
    node::{
        arguments, bad_value, coded, description, digest, in_block, not_found, own_party, submit, with_chain,
    },
    output::Report,
    words, CommandResult,
};

/// Documents of an application are never longer.
const APPLICATION_BYTES_MAX: usize = 262_144;

/// The shortest text form of a digest's digits.
const DIGEST_BYTES: usize = 32;

/// `quanji apply …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Apply for first registration
    First(Box<First>),
}

/// Arguments of `apply first`.
#[derive(Debug, Args)]
pub struct First {
    /// Ask the register whether it would take the application, and send nothing
    #[arg(long)]
    dry_run: bool,
    /// The application
    #[command(flatten)]
    application: Application,
}

/// An application for first registration.
#[derive(Debug, Args)]
pub struct Application {
    /// The whole application as a JSON document, in place of the arguments below
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// The description, sealed where it is confidential
    #[arg(long, value_name = "FILE", required_unless_present = "file")]
    description: Option<PathBuf>,
    /// The registration authority: A1-Q
    #[arg(long, required_unless_present = "file")]
    authority: Option<AuthorityId>,
    /// The regime: national-2026 or shenzhen-2023
    #[arg(long, default_value = "national-2026")]
    regime: String,
    /// What is registered: resource or product
    #[arg(long, value_parser = coded::<ObjectKind>, required_unless_present = "file")]
    kind: Option<ObjectKind>,
    /// Category: public, enterprise or personal
    #[arg(long, value_parser = coded::<DataCategory>, default_value = "enterprise")]
    category: DataCategory,
    /// Level: general or important
    #[arg(long, value_parser = coded::<DataLevel>, default_value = "general")]
    level: DataLevel,
    /// How the data came about: collected, commissioned, agreement, open-data-by-program, joint-fusion, derived, entrusted
    #[arg(long, value_parser = coded::<SourceKind>, required_unless_present = "file")]
    source: Option<SourceKind>,
    /// Whether it is public data: none, utility, authorised-operation:QUERY-CODE
    #[arg(long, value_name = "CLASS", default_value = "none")]
    public_class: PublicText,
    /// Industry division of GB/T 4754, two digits: 74
    #[arg(long, required_unless_present = "file")]
    industry: Option<u8>,
    /// Form of a product: 1 data set, 2 interface, 3 model, 4 verification, 5 index, 6 report
    #[arg(long)]
    form: Option<u8>,
    /// A right claimed and the years, repeated: holding, processing-use:3, operating
    #[arg(long, value_name = "RIGHT[:YEARS]", value_parser = claim, required_unless_present = "file")]
    claim: Vec<(RightKind, Option<u8>)>,
    /// A supporting document, repeated: identity:FILE or lawful-acquisition:sha2-256:…
    #[arg(long, value_name = "KIND:FILE|DIGEST")]
    evidence: Vec<String>,
    /// A fingerprint written by `quanji fingerprint --out`, repeated
    #[arg(long, value_name = "FILE")]
    fingerprint: Vec<PathBuf>,
    /// What it was made from, repeated: an object O…, a right R…, a digest, or a file that describes it
    #[arg(long, value_name = "O…|R…|FILE")]
    lineage: Vec<String>,
    /// A condition declared as met, repeated: no-substitution, participants-consent, law-or-contract
    #[arg(long, value_parser = coded::<ClaimCondition>)]
    condition: Vec<ClaimCondition>,
    /// A holder, repeated for joint holders [default: the party that files]
    #[arg(long, value_name = "PARTY")]
    holder: Vec<PartyId>,
    /// A holder and its share, repeated: P1-1-Q=1/3
    #[arg(long, value_name = "PARTY=SHARE", value_parser = share, conflicts_with = "holder")]
    share: Vec<(PartyId, u32, u32)>,
    /// The data bears personal information: lawful ground and the document that states purpose and scope: consent:FILE
    #[arg(long, value_name = "GROUND:FILE|DIGEST")]
    personal: Option<String>,
    /// Last day of the authorised term of the personal information: 2027-12-31
    #[arg(long, value_name = "DATE", requires = "personal")]
    personal_until: Option<quanji_primitives::clock::Day>,
    /// The signed declaration that the material is true, correct and complete
    #[arg(long, value_name = "FILE|DIGEST", required_unless_present = "file")]
    declaration: Option<String>,
    /// The data touches the public interest
    #[arg(long)]
    public_interest: bool,
}

quanji_client::messages! {
    /// What is wrong with the material.
    enum Message {
        /// The description and the application do not belong together.
        OtherDescription { file: String, found: String, filed: String } =>
            zh "{file} 的摘要为 {found}，申请中为 {filed}", remedy "请更正申请中的 description";
            en "{file} has the digest {found}, the application names {filed}", remedy "correct `description` in the application";
        /// The file is no fingerprint.
        NotAFingerprint { file: String } =>
            zh "{file} 不是数据指纹文件", remedy "用 quanji fingerprint … --out 生成";
            en "{file} is not a fingerprint", remedy "make one with `quanji fingerprint … --out`";
    }
}

impl From<ApplicationError> for Failure {
    fn from(error: ApplicationError) -> Self {
        Self::new(Exit::InputInvalid, error)
    }
}

fn claim(text: &str) -> Result<(RightKind, Option<u8>), String> {
    match text.split_once(':') {
        Some((kind, years)) => Ok((
            coded(kind)?,
            Some(years.parse().map_err(|_| "YEARS is a number")?),
        )),
        None => Ok((coded(text)?, None)),
    }
}

fn share(text: &str) -> Result<(PartyId, u32, u32), String> {
    const FORM: &str = "write PARTY=n/m";
    let (party, fraction) = text.split_once('=').ok_or(FORM)?;
    let (numerator, denominator) = fraction.split_once('/').ok_or(FORM)?;
    let number = |text: &str| text.parse::<u32>().map_err(|_| FORM.to_owned());
    let party = party.parse::<PartyId>().map_err(|error| error.to_string())?;
    Ok((party, number(numerator)?, number(denominator)?))
}

/// Runs a command of `quanji apply`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let Command::First(given) = command;
    let language = context.language;
    let signer = context.signer()?;
    let signer = &*signer;
    let given = &*given;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let party = own_party(&view, signer).await?;
        let application = complete(context, &view, &given.application, Some(party)).await?;
        let filing = application.to_filing()?;
        let json = json!({ "applicant": party.to_string(), "application": application });
        if given.dry_run {
            view.can_file(party, &filing).await?;
            return Ok(summary(language, Report::new(json), &application)
                .done(language.pick("可以提交；未提交", "the register would take it; nothing was sent")));
        }
        let call = api::transactions().registry().file(Static(filing));
        let done = submit(context, &chain, signer, &call).await?;
        let event = done.event::<api::registry::events::CaseFiled>()?;
        filed(language, &chain, event.case.0, json, &application)
            .await
            .map(|report| in_block(language, report, &done))
    })
}

/// Completes a returned application.
pub fn resubmit(context: &Context, case: CaseId, given: &Application) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    let signer = &*signer;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let party = own_party(&view, signer).await?;
        let before = view
            .case(case)
            .await?
            .ok_or_else(|| not_found(case.to_string()))?;
        let mut application = complete(context, &view, given, Some(party)).await?;
        if given.file.is_none() {
            // These stay as filed; only the whole document could name others.
            application.regime = Text(RegimeText(before.regime));
            if given.holder.is_empty() && given.share.is_empty() {
                application.holders = application::holders_of(&before.filing.holders);
            }
        }
        let filing = application.to_filing()?;
        let json = json!({ "applicant": party.to_string(), "application": application });
        let call = api::transactions()
            .registry()
            .resubmit(Static(case), Static(filing));
        let done = submit(context, &chain, signer, &call).await?;
        filed(language, &chain, case, json, &application)
            .await
            .map(|report| in_block(language, report, &done))
    })
}

async fn filed(
    language: Language,
    chain: &Chain,
    case: CaseId,
    json: Value,
    application: &application::Application,
) -> Result<Report, Failure> {
    let status = chain.now().await?.case_status(case).await?;
    let object = object_of_first_registration(case);
    let mut report = Report::new(json)
        .brief(case.to_string())
        .fact("case", case.to_string().into())
        .fact("object", object.to_string().into())
        .done(language.pick("申请已提交", "application filed"))
        .row(language.pick("案件", "case"), case.to_string())
        .row(
            language.pick("登记对象（拟）", "object, once entered"),
            object.to_string(),
        );
    if let Some(status) = status {
        let (code, text, due) = words::status(language, &status);
        report = report
            .fact("status", code.into())
            .fact("due", due.map(words::due_json).into())
            .row(language.pick("状态", "status"), text);
    }
    Ok(summary(language, report, application))
}

fn summary(language: Language, report: Report, application: &application::Application) -> Report {
    let kinds: Vec<_> = application
        .claims
        .iter()
        .map(|claim| {
            let kind = words::word(language, &claim.kind);
            language.pick(
                format!("{kind} {} 年", claim.years),
                format!("{kind} {} years", claim.years),
            )
        })
        .collect();
    report
        .row(
            language.pick("权利人", "holders"),
            words::holders(&application.holders),
        )
        .row(
            language.pick("申请的权利", "claims"),
            kinds.join(language.pick("、", ", ")),
        )
        .row(
            language.pick("数据说明", "description"),
            application.description.0.to_string(),
        )
}

/// The application that the arguments or the document give.
async fn complete(
    context: &Context,
    view: &View,
    given: &Application,
    applicant: Option<PartyId>,
) -> Result<application::Application, Failure> {
    let described = match &given.description {
        Some(file) => Some((
            file.as_path(),
            Digest::Sha2_256(description(context, file)?.digest()),
        )),
        None => None,
    };
    if let Some(file) = &given.file {
        let document = context.read(file, APPLICATION_BYTES_MAX)?;
        let application = application::Application::from_json(&document)?;
        return match described {
            Some((file, found)) if found != application.description.0 => {
                let message = Message::OtherDescription {
                    file: file.display().to_string(),
                    found: found.to_string(),
                    filed: application.description.0.to_string(),
                };
                Err(Failure::new(Exit::InputInvalid, message))
            }
            _ => Ok(application),
        };
    }
    let system =
        regime_system(&given.regime).ok_or_else(|| bad_value("--regime", &given.regime, "national-2026"))?;
    let regime = view
        .current_regime(system)
        .await?
        .ok_or_else(|| not_found(given.regime.clone()))?;
    let years = u8::try_from(regime.limits.validity_years_max.number).unwrap_or(u8::MAX);
    let claims = given.claim.iter().map(|(kind, asked)| ClaimText {
        kind: *kind,
        years: asked.unwrap_or(years),
    });
    let holders = match (given.holder.as_slice(), given.share.as_slice()) {
        ([], []) => applicant.into_iter().map(sole).collect(),
        (holders, []) => holders.iter().copied().map(sole).collect(),
        (_, shares) => application::shares(shares)?,
    };
    let lacking = || arguments("--description, --authority, --kind, --source, --industry, --declaration");
    let (_, description) = described.ok_or_else(lacking)?;
    let declaration = given.declaration.as_deref().ok_or_else(lacking)?;
    Ok(application::Application {
        authority: Text(given.authority.ok_or_else(lacking)?),
        regime: Text(RegimeText(regime.id)),
        kind: given.kind.ok_or_else(lacking)?,
        category: given.category,
        level: given.level,
        source: given.source.ok_or_else(lacking)?,
        public_class: Text(given.public_class.clone()),
        industry: given.industry.ok_or_else(lacking)?,
        form: given.form,
        personal_information: personal(context, given)?,
        description: Text(description),
        lineage: given
            .lineage
            .iter()
            .map(|one| source(context, one))
            .collect::<Result<_, _>>()?,
        holders,
        claims: claims.collect(),
        conditions: given.condition.clone(),
        fingerprints: given
            .fingerprint
            .iter()
            .map(|file| fingerprint(context, file))
            .collect::<Result<_, _>>()?,
        evidence: given
            .evidence
            .iter()
            .map(|one| evidence(context, one))
            .collect::<Result<_, _>>()?,
        declaration: DeclarationText {
            truthful: true,
            touches_public_interest: given.public_interest,
            document: Text(digest(context, declaration)?),
        },
    })
}

fn sole(party: PartyId) -> Holder {
    Holder {
        party: Text(party),
        parts: None,
    }
}

fn personal(context: &Context, given: &Application) -> Result<Option<PersonalText>, Failure> {
    let Some(text) = &given.personal else {
        return Ok(None);
    };
    let (ground, document) = super::node::pair("--personal", text)?;
    let ground = coded::<LawfulGround>(ground).map_err(|reason| bad_value("--personal", text, reason))?;
    Ok(Some(PersonalText {
        ground,
        authorisation: Text(digest(context, document)?),
        until: given.personal_until.map(Text),
    }))
}

fn source(context: &Context, text: &str) -> Result<Text<SourceText>, Failure> {
    match text.parse() {
        Ok(source) => Ok(Text(source)),
        Err(_) => Ok(Text(SourceText(Source::Unregistered(digest(context, text)?)))),
    }
}

fn evidence(context: &Context, text: &str) -> Result<EvidenceText, Failure> {
    let (kind, document) = super::node::pair("--evidence", text)?;
    let kind = coded::<EvidenceKind>(kind).map_err(|reason| bad_value("--evidence", text, reason))?;
    Ok(EvidenceText {
        kind,
        digest: Text(digest(context, document)?),
    })
}

fn fingerprint(context: &Context, file: &Path) -> Result<FingerprintText, Failure> {
    let bad = || {
        Failure::new(
            Exit::InputInvalid,
            Message::NotAFingerprint {
                file: file.display().to_string(),
            },
        )
    };
    let document: Value =
        serde_json::from_slice(&context.read(file, APPLICATION_BYTES_MAX)?).map_err(|_| bad())?;
    if document["algorithm"] != "blake3-256" {
        return Err(bad());
    }
    let kind: FingerprintKind = serde_json::from_value(document["kind"].clone()).map_err(|_| bad())?;
    let day = document["date"]
        .as_str()
        .and_then(|date| date.parse().ok())
        .ok_or_else(bad)?;
    let mut digest = [0; DIGEST_BYTES];
    hex::decode_to_slice(document["digest"].as_str().unwrap_or_default(), &mut digest).map_err(|_| bad())?;
    Ok(FingerprintText {
        kind,
        day: Text(day),
        digest: Text(Digest::Blake3_256(digest)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_and_shares_are_read() {
        assert_eq!(claim("processing-use:3"), Ok((RightKind::ProcessingUse, Some(3))));
        assert_eq!(claim("holding"), Ok((RightKind::Holding, None)));
        assert!(claim("owning").is_err() && claim("holding:many").is_err());
        let party = PartyId::new(AuthorityId(1), 1).unwrap();
        assert_eq!(share(&format!("{party}=1/3")), Ok((party, 1, 3)));
        for text in ["", "P1-1-Q", "P1-1-Q=1", "P1-1-6=1/2"] {
            assert!(share(text).is_err(), "{text}");
        }
    }
}
