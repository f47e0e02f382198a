//! Stamping instruments.

use clap::Args;
use quanji_client::chain::{api, Static};
use quanji_primitives::{
    day_book::{EndingGround, Measure, Paper, PledgesUnderRuling},
    DeedId, ObjectId, PartyId, StampId,
};
use serde_json::json;

use super::{
    super::{
        context::Context,
        exit::Failure,
        node::{act, arguments, coded, digest, in_block, not_found, with_view},
        output::Report,
        words, CommandResult,
    },
    given::{Instrument, Rights, Term},
    label,
    words::{entered_between, range_json},
    Kind,
};

/// Arguments of `stamp`.
#[derive(Debug, Args)]
pub struct Stamp {
    #[command(flatten)]
    rights: Rights,
    #[command(flatten)]
    term: Term,
    /// For whom it is ordered, where the instrument names a party: P1-1-Q
    #[arg(long = "for", value_name = "PARTY")]
    applicant: Option<PartyId>,
    #[command(flatten)]
    instrument: Instrument,
}

/// Arguments of `release`.
#[derive(Debug, Args)]
pub struct Release {
    /// The stamp of what is released: B1-1-S
    stamp: StampId,
    #[command(flatten)]
    instrument: Instrument,
}

/// Arguments of `renew`.
#[derive(Debug, Args)]
pub struct Renew {
    /// The stamp of what is renewed: B1-1-S
    stamp: StampId,
    #[command(flatten)]
    term: Term,
    #[command(flatten)]
    instrument: Instrument,
}

/// Arguments of `daybook end`.
#[derive(Debug, Args)]
pub struct End {
    #[command(flatten)]
    rights: Rights,
    /// Why: extinction, revocation or judgment
    #[arg(long, value_parser = coded::<EndingGround>)]
    ground: EndingGround,
    #[command(flatten)]
    instrument: Instrument,
}

/// Arguments of `daybook transfer`.
#[derive(Debug, Args)]
pub struct Transfer {
    /// The stamp of the seizure in first rank: B1-1-S
    stamp: StampId,
    #[command(flatten)]
    rights: Rights,
    /// Who receives the rights: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// The ruling ends the pledges on them; otherwise they travel
    #[arg(long)]
    ends_pledges: bool,
    /// The ruling enforces this pledge: it ends, earlier ones travel, later ones as the regime says: D1-7-N
    #[arg(
        long,
        value_name = "PLEDGE",
        requires = "surplus",
        conflicts_with = "ends_pledges"
    )]
    enforces: Option<DeedId>,
    /// The statement of the surplus: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "enforces")]
    surplus: Option<String>,
    #[command(flatten)]
    instrument: Instrument,
}

impl Transfer {
    /// What the ruling says of the pledges.
    fn pledges(&self, context: &Context) -> Result<PledgesUnderRuling, Failure> {
        match (self.enforces, &self.surplus) {
            (Some(pledge), Some(surplus)) => Ok(PledgesUnderRuling::Enforced {
                pledge,
                surplus: digest(context, surplus)?,
            }),
            (None, None) if self.ends_pledges => Ok(PledgesUnderRuling::End),
            (None, None) => Ok(PledgesUnderRuling::Travel),
            _ => Err(arguments("--enforces, --surplus")),
        }
    }
}

pub fn transfer(context: &Context, given: &Transfer) -> CommandResult {
    let (object, rights) = given.rights.named()?;
    let measure = Measure::Transfer {
        of: given.stamp,
        rights,
        to: given.to,
        pledges: given.pledges(context)?,
    };
    let what = context.language.pick(
        "转移权利的裁定已登入登记日记，由另一人员执行",
        "stamped: a second person carries the ruling out",
    );
    send(context, object, measure, &given.instrument, what)
}

pub fn stamp(context: &Context, kind: Kind, given: &Stamp) -> CommandResult {
    let (object, rights) = given.rights.named()?;
    let term = given.term.order()?;
    let measure = match kind {
        Kind::Seizure => Measure::Seizure { rights, term },
        Kind::Control => Measure::Control { rights, term },
    };
    let what = context.language.pick(
        "已登入登记日记，即行生效，待另一人员确认",
        "stamped: it blocks at once; a second person confirms it",
    );
    let instrument = (&given.instrument, given.applicant);
    send_for(context, object, measure, instrument, what)
}

pub fn release(context: &Context, given: &Release) -> CommandResult {
    let object = object_of(context, given.stamp)?;
    let what = context.language.pick(
        "解除文书已登入登记日记，待另一人员确认后解除",
        "release stamped: it counts when a second person has confirmed it",
    );
    let measure = Measure::Release { of: given.stamp };
    send(context, object, measure, &given.instrument, what)
}

pub fn renew(context: &Context, given: &Renew) -> CommandResult {
    let object = object_of(context, given.stamp)?;
    let measure = Measure::Renewal {
        of: given.stamp,
        term: given.term.order()?,
    };
    let what = context.language.pick(
        "续期文书已登入登记日记，待另一人员确认，顺位不变",
        "renewal stamped: a second person confirms it; the rank stays",
    );
    send(context, object, measure, &given.instrument, what)
}

pub fn end(context: &Context, given: &End) -> CommandResult {
    let (object, rights) = given.rights.named()?;
    let measure = Measure::Ending {
        rights,
        ground: given.ground,
    };
    let what = context.language.pick(
        "终止权利的文书已登入登记日记，由另一人员执行",
        "stamped: a second person carries it out",
    );
    send(context, object, measure, &given.instrument, what)
}

/// What a stamp orders.
pub fn measure_of(context: &Context, stamp: StampId) -> Result<Measure, Failure> {
    let found = with_view(context, |view| async move {
        let found = view.instrument(stamp).await?;
        found.ok_or_else(|| not_found(stamp.to_string()))
    })?;
    Ok(found.0.measure)
}

/// The object of a stamp.
fn object_of(context: &Context, stamp: StampId) -> Result<ObjectId, Failure> {
    let found = with_view(context, |view| async move {
        let found = view.instrument(stamp).await?;
        found.ok_or_else(|| not_found(stamp.to_string()))
    })?;
    Ok(found.0.object)
}

fn send(
    context: &Context,
    object: ObjectId,
    measure: Measure,
    instrument: &Instrument,
    what: &str,
) -> CommandResult {
    send_for(context, object, measure, (instrument, None), what)
}

/// Stamps an instrument, and for whom it is ordered.
fn send_for(
    context: &Context,
    object: ObjectId,
    measure: Measure,
    (instrument, applicant): (&Instrument, Option<PartyId>),
    what: &str,
) -> CommandResult {
    let language = context.language;
    let paper: Paper = with_view(context, |view| async move {
        instrument.paper(context, &view, applicant).await
    })?;
    let calls = api::transactions().encumbrances();
    let call = calls.stamp(Static(object), Static(measure), Static(paper));
    let (done, event) = act::<_, api::encumbrances::events::Stamped>(context, &call)?;
    let (stamp, confirm_by) = (event.stamp.0, event.confirm_by.0);
    let kind = event.kind.map(|kind| kind.0);
    let flagged = event.entered_between.map(|range| range.0);
    let mut report = Report::new(json!({
        "stamp": stamp.to_string(),
        "object": object.to_string(),
        "mark": event.mark,
        "kind": kind,
        "for": applicant.map(|party| party.to_string()),
        "confirm_by": confirm_by.to_string(),
        "entered_between": flagged.map(range_json),
    }))
    .brief(stamp.to_string())
    .done(what)
    .row(label(language), stamp.to_string())
    .row(language.pick("登记对象", "object"), object.to_string());
    if let Some((number, kind)) = event.mark.zip(kind) {
        let kind = words::word(language, &kind);
        report = report.row(
            language.pick("备注编号", "mark"),
            language.pick(format!("{number}（{kind}）"), format!("{number} ({kind})")),
        );
    }
    report = report.row(
        language.pick("确认截止", "falls unless confirmed before"),
        words::moment(confirm_by),
    );
    if let Some(range) = flagged {
        report = report.caution(entered_between(language, range));
    }
    Ok(in_block(language, report, &done))
}
