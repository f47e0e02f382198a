//! `quanji apply transfer`, `change`, `renewal`, `cancellation`: dealings with what is registered.

use std::path::{Path, PathBuf};

use clap::Args;
use quanji_client::{
    application,
    chain::{api, Chain, Static, View},
    language::Language,
};
use quanji_primitives::{
    clock::Day,
    ending::CancellationReason,
    filing::{
        Cancellation, Change, Dealing, Declaration, DescriptionChange, LevelChange, Matter, Particulars,
        PassingShare, Renewal, Transfer, TransferLimit, TransferReason, Withholding, WithholdingRequest,
    },
    object::DataLevel,
    regime::RegimeId,
    rights::{Holders, RightKind, RightKinds, SHARES_WHOLE},
    terms::LicenceFiling,
    CaseId, Digest, ObjectId, PartyId,
};
use serde_json::json;

use super::{
    super::{
        capacity::Capacity,
        case,
        context::Context,
        exit::Failure,
        licence::{permits_of, terms_of, InFile, Permits},
        node::{
            arguments, bad_value, coded, description, digest, evidence, in_block, not_found, submit,
            with_chain, with_view,
        },
        output::Report,
        words, CommandResult,
    },
    arguments::share,
    place::place_of,
    splitting::{split_of, SplitArguments},
};

/// What every dealing names.
#[derive(Debug, Args)]
pub struct Common {
    /// The registered object: O1-1-5
    pub object: ObjectId,
    /// The certificate on which the rights stand: its number (SJ…), or its place in the object, from 0
    #[arg(long, value_name = "NUMBER", default_value = "0")]
    certificate: String,
    /// A supporting document, repeated: contract:FILE or change-proof:sha2-256:…
    #[arg(long, value_name = "KIND:FILE|DIGEST")]
    evidence: Vec<String>,
    /// The signed declaration that the material is true, correct and complete
    #[arg(long, value_name = "FILE|DIGEST")]
    declaration: String,
    /// Complete this returned case with it, in place of a new one: C1-1-T
    #[arg(long, value_name = "CASE")]
    completes: Option<CaseId>,
    /// Ask the register whether it would take the application, and send nothing
    #[arg(long, conflicts_with = "completes")]
    dry_run: bool,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `apply transfer`.
#[derive(Debug, Args)]
pub struct TransferArguments {
    #[command(flatten)]
    common: Common,
    /// A kind of right that passes, repeated: holding, processing-use, operating
    #[arg(long, value_name = "RIGHT", value_parser = coded::<RightKind>, required = true)]
    right: Vec<RightKind>,
    /// Who receives, repeated for joint holders: P1-1-Q
    #[arg(long, value_name = "PARTY", required_unless_present = "to_share")]
    to: Vec<PartyId>,
    /// Who receives and its share, repeated: P1-1-Q=1/3
    #[arg(long, value_name = "PARTY=SHARE", value_parser = share, conflicts_with = "to")]
    to_share: Vec<(PartyId, u32, u32)>,
    /// The co-holder whose share passes, and how much of the whole right: P1-1-Q=1/4
    #[arg(long, value_name = "PARTY=SHARE", value_parser = share)]
    share_of: Option<(PartyId, u32, u32)>,
    /// Why: sale, contribution-in-kind, trust, succession, ruling
    #[arg(long, value_parser = coded::<TransferReason>)]
    reason: TransferReason,
    /// Number of a licence in force that stays in force against who receives, repeated
    #[arg(long, value_name = "NUMBER")]
    survivor: Vec<u32>,
    /// A limit that the contract sets, with which the register refuses: 2029-11-01, territory or purpose
    #[arg(long, value_name = "LIMIT", value_parser = limit)]
    limit: Option<TransferLimit>,
    #[command(flatten)]
    permits: Permits,
    /// The licence that who gives gets back in the same case: a file with the arguments of `quanji apply licence`, one on each line
    #[arg(long, value_name = "FILE", conflicts_with = "share_of")]
    back: Option<PathBuf>,
}

/// A file of arguments is never longer.
const ARGUMENTS_BYTES_MAX: usize = 16_384;

/// Arguments of `apply change`.
#[derive(Debug, Args)]
pub struct ChangeArguments {
    #[command(flatten)]
    common: Common,
    /// The new description, sealed where it is confidential
    #[arg(long, value_name = "FILE")]
    description: Option<PathBuf>,
    /// The new industry division of GB/T 4754, two digits: 74
    #[arg(long)]
    industry: Option<u8>,
    /// The new form of a product: 1 data set, 2 interface, 3 model, 4 verification, 5 index, 6 report
    #[arg(long)]
    form: Option<u8>,
    /// The lower level after the data was made less sensitive: general, important
    #[arg(long, value_parser = coded::<DataLevel>, requires = "assessment")]
    level: Option<DataLevel>,
    /// The assessment on which the lower level rests: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "level")]
    assessment: Option<String>,
    /// Ask not to publish the new description: part or whole
    #[arg(long, value_name = "EXTENT", value_parser = coded::<Withholding>, requires = "description")]
    withhold: Option<Withholding>,
    /// The written reason not to be published; without one nothing can be withheld
    #[arg(long, value_name = "FILE|DIGEST", requires = "withhold")]
    withhold_reason: Option<String>,
    /// The applicant's own new particulars, by themselves (name, legal representative, address): a file, whose SHA-256 is recorded, or a digest; of a natural person a salted file, such as `quanji party commit` writes
    #[arg(long, value_name = "FILE|DIGEST",
        conflicts_with_all = ["description", "industry", "form", "level", "split_off"])]
    particulars: Option<String>,
    #[command(flatten)]
    split: SplitArguments,
}

/// Arguments of `apply renewal`.
#[derive(Debug, Args)]
pub struct RenewalArguments {
    #[command(flatten)]
    common: Common,
    /// A kind of right to be renewed, repeated: holding, processing-use, operating; none of a registration without rights
    #[arg(long, value_name = "RIGHT", value_parser = coded::<RightKind>)]
    right: Vec<RightKind>,
    /// Years of the new term
    #[arg(long)]
    years: u8,
    /// The certificate has lapsed: revive its rights with their marks, licences and ranks
    #[arg(long)]
    revive: bool,
}

/// Arguments of `apply cancellation`.
#[derive(Debug, Args)]
pub struct CancellationArguments {
    #[command(flatten)]
    common: Common,
    /// A kind of right that is cancelled, repeated: holding, processing-use, operating; none of a registration without rights
    #[arg(long, value_name = "RIGHT", value_parser = coded::<RightKind>)]
    right: Vec<RightKind>,
    /// Why: given-up, term-ended, data-lost, subject-ends, other-law
    #[arg(long, value_parser = coded::<CancellationReason>)]
    reason: CancellationReason,
    /// Number of a licence in force that ends with it, repeated: its licensee signs in the same case
    #[arg(long, value_name = "NUMBER")]
    licence: Vec<u32>,
}

fn limit(text: &str) -> Result<TransferLimit, String> {
    match text {
        "territory" => Ok(TransferLimit::Territory),
        "purpose" => Ok(TransferLimit::Purpose),
        day => {
            let day: Day = day
                .parse()
                .map_err(|_| "write YYYY-MM-DD, territory or purpose")?;
            Ok(TransferLimit::Time(day))
        }
    }
}

fn kinds(rights: &[RightKind]) -> RightKinds {
    rights
        .iter()
        .fold(RightKinds::NONE, |kinds, kind| kinds.with(*kind))
}

/// A part of the whole right.
fn parts(argument: &str, (_, numerator, denominator): (PartyId, u32, u32)) -> Result<u32, Failure> {
    let whole = u64::from(SHARES_WHOLE).saturating_mul(numerator.into());
    let parts = whole
        .checked_div(denominator.into())
        .and_then(|parts| u32::try_from(parts).ok());
    let text = format!("{numerator}/{denominator}");
    parts.ok_or_else(|| bad_value(argument, &text, "n/m"))
}

/// Applies for a transfer.
pub fn transfer(context: &Context, given: &TransferArguments) -> CommandResult {
    let holders = if given.to_share.is_empty() {
        let sole = |party: &PartyId| application::Holder {
            party: application::Text(*party),
            parts: None,
        };
        given.to.iter().map(sole).collect()
    } else {
        application::shares(&given.to_share)?
    };
    let to: Holders = application::holders_from_text(&holders)?;
    let share = given
        .share_of
        .map(|share| {
            let parts = parts("--share-of", share)?;
            Ok::<_, Failure>(PassingShare { from: share.0, parts })
        })
        .transpose()?;
    let mut survivors = given.survivor.clone();
    survivors.sort_unstable();
    let back = match &given.back {
        Some(file) => Some(Box::new(licence_back(context, given.common.object, file, &to)?)),
        None => None,
    };
    let matter = Matter::Transfer(Transfer {
        to,
        share,
        reason: given.reason,
        limit: given.limit,
        survivors: survivors.try_into().map_err(|_| arguments("--survivor"))?,
        back,
        export: given.permits.route(context)?,
        department_consent: given.permits.consent(context)?,
    });
    file(context, &given.common, kinds(&given.right), matter)
}

/// The licence back that a file gives, granted by who receives.
fn licence_back(
    context: &Context,
    object: ObjectId,
    file: &Path,
    to: &Holders,
) -> Result<LicenceFiling, Failure> {
    let (language, name) = (context.language, file.display().to_string());
    let text = context.read(file, ARGUMENTS_BYTES_MAX)?;
    let text = String::from_utf8(text).map_err(|error| bad_value("--back", &name, error))?;
    let draft = InFile::read("--back", &name, &text)?.draft(context)?;
    let licensors = to.parties();
    with_view(context, |view| async move {
        draft.complete(language, &view, object, Some(licensors)).await
    })
}

/// Applies for a change of facts, or of the applicant's own particulars.
pub fn change(context: &Context, given: &ChangeArguments) -> CommandResult {
    if let Some(document) = given.particulars.as_deref() {
        let to = digest(context, document)?;
        let of = |holder| Matter::Particulars(Particulars { holder, to });
        return file_for(context, &given.common, RightKinds::NONE, of);
    }
    let withholding = match given.withhold {
        Some(extent) => Some(WithholdingRequest {
            extent,
            reason: given
                .withhold_reason
                .as_deref()
                .map(|text| digest(context, text))
                .transpose()?,
        }),
        None => None,
    };
    let new_description = match &given.description {
        Some(file) => Some(DescriptionChange {
            to: Digest::Sha2_256(description(context, file)?.digest()),
            withholding,
        }),
        None => None,
    };
    let level = match (given.level, given.assessment.as_deref()) {
        (Some(to), Some(assessment)) => Some(LevelChange {
            to,
            assessment: digest(context, assessment)?,
        }),
        _ => None,
    };
    let matter = Matter::Change(Change {
        description: new_description,
        industry: given.industry,
        form: given.form,
        level,
        split: given.split.split(context)?,
    });
    file(context, &given.common, RightKinds::NONE, matter)
}

/// Applies for a renewal.
pub fn renewal(context: &Context, given: &RenewalArguments) -> CommandResult {
    let matter = Matter::Renewal(Renewal {
        years: given.years,
        revives: given.revive,
    });
    file(context, &given.common, kinds(&given.right), matter)
}

/// Applies for a cancellation.
pub fn cancellation(context: &Context, given: &CancellationArguments) -> CommandResult {
    let mut licences = given.licence.clone();
    licences.sort_unstable();
    let matter = Matter::Cancellation(Cancellation {
        reason: given.reason,
        licences: licences.try_into().map_err(|_| arguments("--licence"))?,
    });
    file(context, &given.common, kinds(&given.right), matter)
}

/// The regime version that judges new cases about an object: the current one of its system.
async fn regime_of(view: &View, first: RegimeId) -> Result<RegimeId, Failure> {
    let current = view.current_regime(first.system).await?;
    Ok(current.map_or(first, |regime| regime.id))
}

/// Files a dealing, completes a returned one with it, or asks whether it would be taken.
pub fn file(context: &Context, given: &Common, kinds: RightKinds, matter: Matter) -> CommandResult {
    file_for(context, given, kinds, |_| matter)
}

/// The same of what names who applies.
fn file_for(
    context: &Context,
    given: &Common,
    kinds: RightKinds,
    matter: impl FnOnce(PartyId) -> Matter,
) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    let signer = &*signer;
    let documents = given
        .evidence
        .iter()
        .map(|one| evidence(context, one))
        .collect::<Result<Vec<_>, _>>()?;
    let document = digest(context, &given.declaration)?;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let party = given.capacity.party(&view, signer).await?;
        let title = view
            .title(given.object)
            .await?
            .ok_or_else(|| not_found(given.object.to_string()))?;
        let dealing = Dealing {
            authority: title.record.authority,
            regime: regime_of(&view, title.record.regime).await?,
            object: given.object,
            certificate: place_of(&given.certificate, &title.certificates)
                .ok_or_else(|| not_found(given.certificate.clone()))?,
            kinds,
            evidence: documents.try_into().map_err(|_| arguments("--evidence"))?,
            declaration: Declaration {
                truthful: true,
                touches_public_interest: false,
                document,
            },
            matter: matter(party),
        };
        let json = json!({ "applicant": party.to_string(), "dealing": dealing });
        let report = summary(language, Report::new(json), &dealing);
        if given.dry_run {
            view.can_file_dealing(party, &dealing).await?;
            return Ok(report
                .done(language.pick("可以提交；未提交", "the register would take it; nothing was sent")));
        }
        let capacity = given.capacity.registered(context, &view).await?;
        let calls = api::transactions().registry();
        if let Some(case) = given.completes {
            let call = calls.resubmit_dealing(Static(capacity), Static(case), Static(dealing));
            let done = submit(context, &chain, signer, &call).await?;
            let what = language.pick("已补正，即予受理", "completed, and accepted by that");
            let report = filed(language, &chain, case, report.done(what)).await?;
            return Ok(in_block(language, report, &done));
        }
        let call = calls.file_dealing(Static(capacity), Static(dealing));
        let done = submit(context, &chain, signer, &call).await?;
        let event = done.event::<api::registry::events::DealingFiled>()?;
        let what = language.pick("申请已提交", "application filed");
        let report = filed(language, &chain, event.case.0, report.done(what)).await?;
        Ok(in_block(language, report, &done))
    })
}

/// The case that was filed or completed, and whose signatures it waits for.
async fn filed(language: Language, chain: &Chain, id: CaseId, report: Report) -> Result<Report, Failure> {
    let view = chain.now().await?;
    let mut report = report
        .brief(id.to_string())
        .fact("case", id.to_string().into())
        .row(language.pick("案件", "case"), id.to_string());
    if let Some(standing) = view.case_standing(id).await? {
        report = case::standing_of(language, report, &standing);
    }
    Ok(match view.case(id).await? {
        Some(found) => case::signatures(language, &found, report),
        None => report,
    })
}

/// What is asked for, as lines.
pub fn summary(language: Language, report: Report, dealing: &Dealing) -> Report {
    let mut report = report
        .row(
            language.pick("登记类型", "act"),
            words::word(language, &dealing.matter.act()),
        )
        .row(language.pick("登记对象", "object"), dealing.object.to_string());
    let kinds: Vec<_> = dealing.claimed().collect();
    if !kinds.is_empty() {
        report = report.row(language.pick("权利", "rights"), words::words(language, &kinds));
    }
    match &dealing.matter {
        Matter::Transfer(transfer) => transfer_of(language, transfer, report),
        Matter::Change(change) => change_of(language, change, report),
        Matter::Cancellation(cancellation) => cancellation_of(language, cancellation, report),
        Matter::Licence(filing) => licence_of(language, filing, report),
        Matter::Particulars(particulars) => report
            .row(language.pick("权利人", "holder"), particulars.holder.to_string())
            .row(
                language.pick("变更后的身份信息", "new particulars"),
                particulars.to.to_string(),
            ),
        Matter::Renewal(renewal) => report.row(
            if renewal.revives {
                language.pick("恢复效力", "to revive for")
            } else {
                language.pick("续期", "to renew for")
            },
            language.pick(
                format!("{} 年", renewal.years),
                format!("{} years", renewal.years),
            ),
        ),
    }
}

fn transfer_of(language: Language, transfer: &Transfer, report: Report) -> Report {
    let to = words::holders(&application::holders_of(&transfer.to));
    let mut report = report.row(language.pick("受让方", "to"), to).row(
        language.pick("原因", "reason"),
        words::word(language, &transfer.reason),
    );
    if let Some(share) = transfer.share {
        report = report.row(
            language.pick("转移的份额", "share that passes"),
            format!("{} {}/{SHARES_WHOLE}", share.from, share.parts),
        );
    }
    if !transfer.survivors.is_empty() {
        let numbers: Vec<_> = transfer.survivors.iter().map(ToString::to_string).collect();
        report = report.row(
            language.pick("继续有效的许可", "licences that stay in force"),
            numbers.join(", "),
        );
    }
    report = permits_of(language, report, transfer.export, transfer.department_consent);
    if let Some(back) = &transfer.back {
        report = licence_of(language, back, report);
    }
    report
}

fn cancellation_of(language: Language, cancellation: &Cancellation, report: Report) -> Report {
    let report = report.row(
        language.pick("注销事由", "reason"),
        words::word(language, &cancellation.reason),
    );
    if cancellation.licences.is_empty() {
        return report;
    }
    let numbers: Vec<_> = cancellation.licences.iter().map(ToString::to_string).collect();
    report.row(
        language.pick("随之终止的许可", "licences that end with it"),
        numbers.join(", "),
    )
}

fn licence_of(language: Language, filing: &LicenceFiling, report: Report) -> Report {
    let report = report
        .row(
            language.pick("所依据的权利编号", "licensed from right"),
            filing.parent.to_string(),
        )
        .row(language.pick("被许可人", "licensee"), filing.licensee.to_string());
    terms_of(language, report, &filing.terms)
}

fn change_of(language: Language, change: &Change, mut report: Report) -> Report {
    if let Some(new) = &change.description {
        report = report.row(language.pick("数据说明", "description"), new.to.to_string());
    }
    if let Some(new) = change.industry {
        report = report.row(language.pick("行业大类", "industry"), format!("{new:02}"));
    }
    if let Some(new) = change.form {
        report = report.row(language.pick("产品形态", "form of product"), new.to_string());
    }
    if let Some(new) = &change.level {
        report = report.row(language.pick("级别", "level"), words::word(language, &new.to));
    }
    match &change.split {
        Some(split) => split_of(language, split, report),
        None => report,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_day_a_territory_or_a_purpose() {
        assert_eq!(limit("territory"), Ok(TransferLimit::Territory));
        assert_eq!(limit("purpose"), Ok(TransferLimit::Purpose));
        let day = "2029-11-01".parse().unwrap();
        assert_eq!(limit("2029-11-01"), Ok(TransferLimit::Time(day)));
        for text in ["", "three years", "2029-13-01"] {
            assert!(limit(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_share_is_a_part_of_the_whole() {
        let of = |numerator, denominator| parts("--share-of", (PartyId(1), numerator, denominator));
        assert_eq!(of(1, 4).unwrap(), 250_000);
        assert!(of(1, 0).is_err() && of(u32::MAX, 1).is_err());
    }
}
