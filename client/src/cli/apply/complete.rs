//! The application that the arguments or the document give, with the digests of the files they name.

use std::path::Path;

use quanji_client::{
    application::{
        self, regime_system, ClaimText, DeclarationText, EvidenceText, FingerprintText, Holder,
        ParticipantText, PersonalText, RegimeText, SourceText, Text, WithholdingText,
    },
    chain::View,
};
use quanji_primitives::{
    filing::Evidence,
    object::{LawfulGround, Source},
    Digest, PartyId,
};

use super::{
    super::{
        context::Context,
        exit::{Exit, Failure},
        node::{arguments, bad_value, coded, description, digest, evidence, not_found, pair},
    },
    arguments::{Asked, Joint},
    Application,
};

/// Documents of an application are never longer.
const APPLICATION_BYTES_MAX: usize = 262_144;

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

/// The application that the arguments or the document give.
pub async fn complete(
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
    if regime.creates_rights && given.claim.is_empty() {
        return Err(arguments("--claim"));
    }
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
        object: given.object.map(Text),
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
        claims: claims(&given.claim, years),
        participants: given.joint.iter().map(|one| participant(one, years)).collect(),
        conditions: given.condition.clone(),
        fingerprints: given
            .fingerprint
            .iter()
            .map(|file| fingerprint(context, file))
            .collect::<Result<_, _>>()?,
        evidence: given
            .evidence
            .iter()
            .map(|one| evidence(context, one).map(document))
            .collect::<Result<_, _>>()?,
        declaration: DeclarationText {
            truthful: true,
            touches_public_interest: given.public_interest,
            document: Text(digest(context, declaration)?),
        },
        withholding: withholding(context, given)?,
    })
}

/// Rights claimed; where no years are named, for as long as the regime allows.
fn claims(asked: &[Asked], years_max: u8) -> Vec<ClaimText> {
    let claim = |(kind, years): &Asked| ClaimText {
        kind: *kind,
        years: years.unwrap_or(years_max),
    };
    asked.iter().map(claim).collect()
}

fn participant(one: &Joint, years_max: u8) -> ParticipantText {
    ParticipantText {
        holders: vec![sole(one.party)],
        claims: claims(&one.claims, years_max),
    }
}

fn withholding(context: &Context, given: &Application) -> Result<Option<WithholdingText>, Failure> {
    let Some(extent) = given.withhold else {
        return Ok(None);
    };
    let reason = given.withhold_reason.as_deref();
    let reason = reason.map(|text| digest(context, text)).transpose()?;
    Ok(Some(WithholdingText {
        extent,
        reason: reason.map(Text),
    }))
}

fn document(one: Evidence) -> EvidenceText {
    EvidenceText {
        kind: one.kind,
        digest: Text(one.digest),
    }
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
    let (ground, document) = pair("--personal", text)?;
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

/// A fingerprint that `quanji fingerprint` wrote.
pub fn fingerprint(context: &Context, file: &Path) -> Result<FingerprintText, Failure> {
    let document = context.read(file, APPLICATION_BYTES_MAX)?;
    FingerprintText::from_file(&document).ok_or_else(|| {
        let file = file.display().to_string();
        Failure::new(Exit::InputInvalid, Message::NotAFingerprint { file })
    })
}
