//! A licence as it stands, the licences of an object, and policies.

use std::path::PathBuf;

use clap::Args;
use quanji_client::{chain::View, files::Access, language::Language};
use quanji_primitives::{
    terms::{LicenceFiling, Standing},
    v1::LicenceRecord,
    ObjectId, RightId,
};
use serde_json::{json, Value};

use super::{
    super::{
        context::Context,
        exit::{Exit, Failure},
        node::{not_found, with_view},
        output::Report,
        words::{moment, word},
        CommandResult,
    },
    contents::policy_of as made_policy,
    offer_name, words,
};

/// Arguments of `licence show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The licence: R1-1-3-P
    pub licence: RightId,
}

/// Arguments of `licence list`.
#[derive(Debug, Args)]
pub struct List {
    /// The object: O1-1-5
    pub object: ObjectId,
}

/// Arguments of `licence policy`.
#[derive(Debug, Args)]
pub struct PolicyOf {
    /// The object: O1-1-5
    object: ObjectId,
    /// A licence, by its number in the object
    #[arg(long, value_name = "NUMBER", required_unless_present = "offer")]
    licence: Option<u32>,
    /// An offer, by its number on the object
    #[arg(long, value_name = "NUMBER", conflicts_with = "licence")]
    offer: Option<u32>,
    /// Write it to this file [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// A licence with its right.
struct Found {
    record: LicenceRecord,
    parent: RightId,
    holders: Vec<String>,
}

async fn found(view: &View, licence: RightId) -> Result<Found, Failure> {
    let absent = || not_found(licence.to_string());
    let record = view.licence(licence).await?.ok_or_else(absent)?;
    let title = view.title(licence.object).await?.ok_or_else(absent)?;
    let place = usize::try_from(licence.index).ok();
    let right = place
        .and_then(|place| title.rights.get(place))
        .ok_or_else(absent)?;
    Ok(Found {
        record,
        parent: right.parent.ok_or_else(absent)?,
        holders: right.holders.parties().iter().map(ToString::to_string).collect(),
    })
}

pub fn show(context: &Context, licence: RightId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let found = found(&view, licence).await?;
        let standing = view.licence_standing(licence).await?;
        let ends = view.proposed_ends(licence).await?;
        let (code, text) = words::standing(language, licence, standing.standing);
        let reported = &found.record.reported;
        let below: Vec<_> = standing
            .below
            .iter()
            .map(|index| {
                RightId {
                    index: *index,
                    ..licence
                }
                .to_string()
            })
            .collect();
        let mut report = Report::new(json!({
            "licence": licence.to_string(),
            "status": code,
            "parent": found.parent.to_string(),
            "licensee": found.holders,
            "terms": found.record.terms,
            "policy": found.record.policy.to_string(),
            "contract": found.record.contract.to_string(),
            "root_signed": found.record.root_signed,
            "subject_to": found.record.subject_to,
            "reported": found.record.reported,
            "left": standing.left,
            "below": below,
            "proposed_ends": ends,
        }))
        .brief(code)
        .row(language.pick("许可", "licence"), licence.to_string())
        .row(language.pick("状态", "status"), text)
        .row(
            language.pick("所依据的权利", "granted from"),
            found.parent.to_string(),
        )
        .row(language.pick("被许可人", "licensee"), found.holders.join(", "));
        report = words::terms(language, report, &found.record.terms)
            .row(
                language.pick("已报告用量", "reported use"),
                reported.total().to_string(),
            )
            .row(
                language.pick("剩余数量", "left"),
                words::quantity(language, standing.left),
            )
            .row(
                language.pick("许可条款摘要", "policy"),
                found.record.policy.to_string(),
            )
            .row(
                language.pick("合同摘要", "contract"),
                found.record.contract.to_string(),
            );
        if !below.is_empty() {
            report = report.row(language.pick("下级许可", "licences below"), below.join(", "));
        }
        if found.record.root_signed {
            report = report.row(
                language.pick("首次登记权利人", "holder of the first right"),
                language.pick(
                    "已签署，不随中间许可终止",
                    "signed: it outlives the licences between",
                ),
            );
        }
        for end in &ends {
            report = report.row(
                language.pick("待签署的终止", "proposed end"),
                words::cause(language, &end.cause).1,
            );
        }
        Ok(match reported.over_since {
            Some(since) => report.caution(language.pick(
                format!("自 {} 起超量使用", moment(since)),
                format!("used more than allowed since {}", moment(since)),
            )),
            None => report,
        })
    })
}

pub fn list(context: &Context, object: ObjectId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let title = view.title(object).await?;
        let title = title.ok_or_else(|| not_found(object.to_string()))?;
        let (mut licences, mut rows) = (Vec::new(), vec![head(language)]);
        for (index, right) in (0..).zip(&title.rights) {
            let (Some(parent), licence) = (right.parent, RightId { object, index }) else {
                continue;
            };
            let Some(record) = view.licence(licence).await? else {
                continue;
            };
            let standing = view.licence_standing(licence).await?.standing;
            let (code, text) = words::standing(language, licence, standing);
            let licensee: Vec<_> = right.holders.parties().iter().map(ToString::to_string).collect();
            rows.push(vec![
                licence.to_string(),
                parent.to_string(),
                licensee.join(", "),
                word(language, &record.terms.kind),
                text,
            ]);
            licences.push(json!({
                "licence": licence.to_string(),
                "parent": parent.to_string(),
                "licensee": licensee,
                "kind": record.terms.kind,
                "status": code,
                "in_force": standing == Standing::InForce,
            }));
        }
        let mut offers = Vec::new();
        let mut report = Report::new(Value::Null);
        report = if licences.is_empty() {
            report.text(language.pick("没有许可", "no licences"))
        } else {
            report.table(rows)
        };
        for (number, offer) in view.offers_on(object).await? {
            let missing: Vec<_> = view
                .signatures_missing(object, number)
                .await?
                .iter()
                .map(ToString::to_string)
                .collect();
            let until = moment(offer.filing.open_until);
            report = report.row(
                language.pick("未决要约", "offer"),
                language.pick(
                    format!(
                        "{number}：许可给 {}，至 {until}，待 {} 签署",
                        offer.filing.licensee,
                        missing.join(", ")
                    ),
                    format!(
                        "{number}: to {}, until {until}, waits for {}",
                        offer.filing.licensee,
                        missing.join(", ")
                    ),
                ),
            );
            offers.push(json!({
                "offer": number,
                "licensee": offer.filing.licensee.to_string(),
                "parent": RightId { object, index: offer.filing.parent }.to_string(),
                "open_until": offer.filing.open_until.to_string(),
                "missing": missing,
            }));
        }
        Ok(report.with_json(json!({
            "object": object.to_string(), "licences": licences, "offers": offers,
        })))
    })
}

fn head(language: Language) -> Vec<String> {
    [
        language.pick("许可", "licence"),
        language.pick("依据", "from"),
        language.pick("被许可人", "licensee"),
        language.pick("方式", "kind"),
        language.pick("状态", "status"),
    ]
    .map(str::to_owned)
    .to_vec()
}

/// What was filed for a licence, as far as its policy goes.
async fn filing_of(view: &View, licence: RightId) -> Result<LicenceFiling, Failure> {
    let absent = || not_found(licence.to_string());
    let record = view.licence(licence).await?.ok_or_else(absent)?;
    let title = view.title(licence.object).await?.ok_or_else(absent)?;
    let place = usize::try_from(licence.index).ok();
    let right = place
        .and_then(|place| title.rights.get(place))
        .ok_or_else(absent)?;
    let licensee = right.holders.parties().first().copied().ok_or_else(absent)?;
    Ok(LicenceFiling {
        parent: right.parent.ok_or_else(absent)?.index,
        licensee,
        terms: record.terms,
        policy: record.policy,
        contract: record.contract,
        root_signs: record.root_signed,
        subject_to: record.subject_to,
        open_until: Default::default(),
    })
}

pub fn policy_of(context: &Context, given: &PolicyOf) -> CommandResult {
    let (language, object) = (context.language, given.object);
    let (policy, signed) = with_view(context, |view| async move {
        let filing = match (given.licence, given.offer) {
            (Some(index), _) => filing_of(&view, RightId { object, index }).await?,
            (None, number) => {
                let number = number.unwrap_or_default();
                let offers = view.offers_on(object).await?;
                let found = offers.into_iter().find(|(one, _)| *one == number);
                let (_, offer) = found.ok_or_else(|| not_found(offer_name(object, number)))?;
                offer.filing
            }
        };
        let policy = made_policy(&view, object, &filing).await?;
        Ok((policy, filing.policy))
    })?;
    let Some(out) = &given.out else {
        return Ok(Report::raw(policy.text));
    };
    context.write(out, &policy.text, Access::Public, given.force)?;
    let same = policy.digest == signed;
    let report = Report::new(json!({
        "file": out.display().to_string(),
        "policy": policy.digest.to_string(),
        "signed": signed.to_string(),
        "same": same,
    }))
    .brief(policy.digest.to_string())
    .done(language.pick("许可条款已写入", "policy written"))
    .row(language.pick("文件", "file"), out.display().to_string())
    .row(language.pick("摘要", "digest"), policy.digest.to_string());
    Ok(if same {
        report
    } else {
        // The holders of the parent may have changed since.
        report
            .caution(language.pick(
                format!("签署的是 {signed}：所依据权利的权利人可能已变更"),
                format!("signed was {signed}: the licensors may have changed since"),
            ))
            .ending(Exit::NotInForce)
    })
}
