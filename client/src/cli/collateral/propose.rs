//! Proposing, signing and withdrawing deeds.

use clap::Args;
use quanji_client::chain::{api, Finalised, Static};
use quanji_primitives::{
    clock::Day,
    collateral::{DeedMatter, PledgeForm, PledgeTerms, ReservationTerms},
    v1::PledgeRecord,
    Bounded, DeedId, ObjectId, PartyId, RightId,
};
use serde_json::json;

use super::{
    super::{
        capacity::{simple_as, Capacity},
        context::Context,
        exit::Failure,
        node::{arguments, coded, digest, in_block, submit, with_chain, with_view},
        output::Report,
        title::Records,
        CommandResult,
    },
    given::{of_one_object, Money, Paper},
    offered::{self, ensure_no_licence, NotTaken},
    searched::Reminder,
    subject,
};

/// Arguments of `reserve propose`.
#[derive(Debug, Args)]
pub struct Reserve {
    /// The rights, of one object: R1-1-2-T
    #[arg(required = true, value_name = "RIGHT")]
    rights: Vec<RightId>,
    /// The financier that reserves: P1-1-Q
    #[arg(long = "for", value_name = "PARTY")]
    financier: PartyId,
    /// The most that a pledge in its place may secure
    #[command(flatten)]
    money: Money,
    /// Its document
    #[command(flatten)]
    paper: Paper,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge propose`.
#[derive(Debug, Args)]
pub struct Pledge {
    /// The rights, of at most eight objects: R1-1-2-T
    #[arg(required = true, value_name = "RIGHT")]
    rights: Vec<RightId>,
    /// The pledgee: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// What it secures
    #[command(flatten)]
    money: Money,
    /// The last day of its registration, a month to thirty years ahead: 2028-12-31
    #[arg(long, value_name = "DATE")]
    through: Day,
    /// The form of the security: pledge, mortgage or other
    #[arg(long, value_name = "FORM", default_value = "pledge", value_parser = coded::<PledgeForm>)]
    form: PledgeForm,
    /// A reservation whose place it takes, one for each object at most: D1-7-N
    #[arg(long = "reservation", value_name = "DEED")]
    reservations: Vec<DeedId>,
    /// The contract
    #[command(flatten)]
    paper: Paper,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
    /// Where the pledgee keeps its searches
    #[command(flatten)]
    records: Records,
}

/// Arguments of `pledge amend`.
#[derive(Debug, Args)]
pub struct Amend {
    /// The pledge: D1-7-N
    pledge: DeedId,
    /// What it secures from then on
    #[command(flatten)]
    money: Money,
    /// A later last day of its registration: 2030-12-31
    #[arg(long, value_name = "DATE")]
    through: Option<Day>,
    /// Those of later rank sign too: needed where it harms them
    #[arg(long)]
    with_later_ranks: bool,
    /// The agreement
    #[command(flatten)]
    paper: Paper,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge extend`.
#[derive(Debug, Args)]
pub struct Extend {
    /// The pledge: D1-7-N
    pledge: DeedId,
    /// The later last day of its registration: 2030-12-31
    #[arg(long, value_name = "DATE")]
    through: Day,
    /// Those of later rank sign too: needed where there are some
    #[arg(long)]
    with_later_ranks: bool,
    /// The agreement
    #[command(flatten)]
    paper: Paper,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge assign`.
#[derive(Debug, Args)]
pub struct Assign {
    /// The pledge: D1-7-N
    pledge: DeedId,
    /// Who is secured from then on: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// The agreement
    #[command(flatten)]
    paper: Paper,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge subordinate`.
#[derive(Debug, Args)]
pub struct Subordinate {
    /// The pledge that steps back: D1-7-N
    pledge: DeedId,
    /// The later one that takes its place: D1-7-N
    #[arg(long, value_name = "DEED")]
    behind: DeedId,
    /// On this object: O1-1-5
    #[arg(long, value_name = "OBJECT")]
    object: ObjectId,
    /// The agreement
    #[command(flatten)]
    paper: Paper,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge enforce`.
#[derive(Debug, Args)]
pub struct Enforce {
    /// The pledge: D1-7-N
    pledge: DeedId,
    /// The rights that pass, of one object: R1-1-2-T
    #[arg(required = true, value_name = "RIGHT")]
    rights: Vec<RightId>,
    /// Who receives them: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// The day of the agreement, after that of the default notice: 2027-01-15
    #[arg(long, value_name = "DATE")]
    agreed_on: Day,
    /// The statement of the surplus: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    surplus: String,
    /// The agreement
    #[command(flatten)]
    paper: Paper,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge sign`.
#[derive(Debug, Args)]
pub struct Sign {
    /// The deed: D1-7-N
    deed: DeedId,
    /// Its document, as you have it: a file or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    contract: String,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
    /// Where the pledgee keeps its searches
    #[command(flatten)]
    records: Records,
}

/// A deed, and in which capacity.
#[derive(Debug, Args)]
pub struct Which {
    /// The deed: D1-7-N
    pub deed: DeedId,
    /// In which capacity
    #[command(flatten)]
    pub capacity: Capacity,
}

pub fn reserve(context: &Context, given: &Reserve) -> CommandResult {
    let (object, rights) = of_one_object(&given.rights)?;
    let matter = DeedMatter::Reservation(ReservationTerms {
        object,
        rights,
        financier: given.financier,
        maximum: given.money.needed()?,
    });
    propose(context, matter, &given.paper, &given.capacity, None)
}

pub fn pledge(context: &Context, given: &Pledge) -> CommandResult {
    let offered = with_view(context, |view| async move {
        offered::read(&view, &given.rights, &given.reservations).await
    })?;
    let matter = DeedMatter::Pledge(PledgeTerms {
        form: given.form,
        pledgee: given.to,
        offered: Bounded::try_from(offered).map_err(|_| arguments("RIGHT"))?,
        secured: given.money.needed()?,
        through: given.through,
    });
    propose(
        context,
        matter,
        &given.paper,
        &given.capacity,
        Some(&given.records),
    )
}

pub fn amend(context: &Context, given: &Amend) -> CommandResult {
    let matter = DeedMatter::Amendment {
        pledge: given.pledge,
        secured: given.money.sum()?,
        through: given.through,
        with_later_ranks: given.with_later_ranks,
    };
    propose(context, matter, &given.paper, &given.capacity, None)
}

pub fn extend(context: &Context, given: &Extend) -> CommandResult {
    let matter = DeedMatter::Amendment {
        pledge: given.pledge,
        secured: None,
        through: Some(given.through),
        with_later_ranks: given.with_later_ranks,
    };
    propose(context, matter, &given.paper, &given.capacity, None)
}

pub fn assign(context: &Context, given: &Assign) -> CommandResult {
    let (pledge, to) = (given.pledge, given.to);
    let matter = DeedMatter::Assignment { pledge, to };
    propose(context, matter, &given.paper, &given.capacity, None)
}

pub fn subordinate(context: &Context, given: &Subordinate) -> CommandResult {
    let matter = DeedMatter::Subordination {
        pledge: given.pledge,
        behind: given.behind,
        object: given.object,
    };
    propose(context, matter, &given.paper, &given.capacity, None)
}

pub fn enforce(context: &Context, given: &Enforce) -> CommandResult {
    let (object, rights) = of_one_object(&given.rights)?;
    let matter = DeedMatter::Enforcement {
        pledge: given.pledge,
        object,
        rights,
        to: given.to,
        agreed_on: given.agreed_on,
        surplus: digest(context, &given.surplus)?,
    };
    propose(context, matter, &given.paper, &given.capacity, None)
}

/// Proposes a deed, and reports its number and whose signatures it waits for; with `records`, what a pledgee is reminded of.
fn propose(
    context: &Context,
    matter: DeedMatter,
    paper: &Paper,
    capacity: &Capacity,
    records: Option<&Records>,
) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        ensure_no_licence(&view, &matter).await?;
        let not_taken = NotTaken::of(&view, &matter).await?;
        let reminder = match records {
            Some(records) => Reminder::of(&view, records, &matter).await?,
            None => None,
        };
        let deed = paper.deed(context, &view, matter).await?;
        let capacity = capacity.registered(context, &view).await?;
        let open_until = deed.open_until;
        let call = api::transactions()
            .encumbrances()
            .propose(Static(capacity), Static(deed));
        let done = submit(context, &chain, &*signer, &call).await?;
        let event = done.event::<api::encumbrances::events::DeedProposed>()?;
        let missing: Vec<_> = event.missing.0.iter().map(|party| party.0.to_string()).collect();
        let id = event.deed.0;
        let report = Report::new(json!({
            "deed": id.to_string(),
            "open_until": open_until.to_string(),
            "missing": missing,
        }))
        .brief(id.to_string())
        .done(language.pick("契据已提出", "deed proposed"))
        .row(language.pick("契据", "deed"), id.to_string())
        .row(language.pick("待签署", "waits for"), missing.join(", "));
        let report = match not_taken {
            Some(not_taken) => not_taken.added_to(report, language),
            None => report,
        };
        let report = match reminder {
            Some(reminder) => reminder.added_to(report, event.by.0, language),
            None => report,
        };
        Ok(in_block(language, report, &done))
    })
}

pub fn sign(context: &Context, given: &Sign) -> CommandResult {
    let (language, deed) = (context.language, given.deed);
    let document = digest(context, &given.contract)?;
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let view = chain.now().await?;
        let capacity = given.capacity.registered(context, &view).await?;
        let reminder = match view.deed(deed).await? {
            Some(waiting) => Reminder::of(&view, &given.records, &waiting.deed.matter).await?,
            None => None,
        };
        let call = api::transactions()
            .encumbrances()
            .sign(Static(capacity), Static(deed), Static(document));
        let done = submit(context, &chain, &*signer, &call).await?;
        let report = Report::new(json!({ "deed": deed.to_string() })).brief(deed.to_string());
        let report = match done.event::<api::encumbrances::events::DeedSigned>() {
            Ok(signed) => {
                let missing: Vec<_> = signed.missing.0.iter().map(|party| party.0.to_string()).collect();
                report
                    .fact("missing", json!(missing))
                    .done(language.pick("契据已签署", "deed signed"))
                    .row(language.pick("待签署", "waits for"), missing.join(", "))
            }
            Err(_) => carried_out(context, report, &done)?,
        };
        let report = match reminder.zip(signed_by(&done)) {
            Some((reminder, by)) => reminder.added_to(report, by, language),
            None => report,
        };
        Ok(in_block(language, report, &done))
    })
}

/// Who signed a deed, or a pledge as the last one.
fn signed_by(done: &Finalised) -> Option<PartyId> {
    let one_of_several = done.event::<api::encumbrances::events::DeedSigned>();
    let last = || done.event::<api::encumbrances::events::Pledged>();
    one_of_several
        .map(|signed| signed.by.0)
        .or_else(|_| last().map(|pledged| pledged.by.0))
        .ok()
}

/// What the last signature did.
fn carried_out(context: &Context, report: Report, done: &Finalised) -> Result<Report, Failure> {
    let language = context.language;
    let entered = done.event::<api::registry::events::Entered>()?;
    let entry = entered.entry.0.no;
    let report = report
        .fact("missing", json!([]))
        .fact("entry", entry.to_string().into())
        .done(language.pick("契据已生效并记载", "deed carried out and entered"))
        .row(language.pick("记载", "entry"), entry.to_string());
    let Ok(pledged) = done.event::<api::encumbrances::events::Pledged>() else {
        return Ok(report);
    };
    let behind: Vec<_> = pledged
        .behind
        .0
        .iter()
        .map(|(_, deed, party)| format!("{} ({})", deed.0, party.0))
        .collect();
    Ok(warn_of_statutory(language, report, None)
        .fact("behind", json!(behind))
        .row(language.pick("顺位在后于", "ranks behind"), behind.join(", ")))
}

/// A pledge has no statutory rank before its number in a statutory register is known.
pub fn warn_of_statutory(
    language: quanji_client::language::Language,
    report: Report,
    record: Option<&PledgeRecord>,
) -> Report {
    if record.is_some_and(|record| record.statutory.is_some()) {
        return report;
    }
    report.caution(language.pick(
        "尚无法定登记编号：本登记仅作公示与锁定，法定顺位以法定登记系统（中登网）为准",
        "no number of a statutory register: this is notice and lock only, statutory rank is elsewhere (中登网)",
    ))
}

pub fn withdraw(context: &Context, given: &Which) -> CommandResult {
    let call = |capacity| {
        api::transactions()
            .encumbrances()
            .withdraw(capacity, Static(given.deed))
    };
    let what = context.language.pick("契据已撤回", "deed withdrawn");
    simple_as(context, &given.capacity, call, what, &[subject(given.deed)])
}
