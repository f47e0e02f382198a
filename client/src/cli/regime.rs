//! `quanji regime`: the rules of registration systems and the working-day calendars, which the competent department sets.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    application::{regime_system, regime_text, RegimeText},
    chain::{
        api::{self, runtime_types::bounded_collections::bounded_vec::BoundedVec},
        Static, View,
    },
    files::Access,
};
use quanji_primitives::{
    clock::{Day, Moment, Year, YearCalendar},
    codes::CodeTable,
    regime::{Completion, Regime, RegimeId},
};
use serde_json::json;

use super::{
    clock::moment,
    context::Context,
    evidence,
    exit::Failure,
    node::{bad_value, coded, not_found, simple, with_view, Subject},
    output::Report,
    words, CommandResult,
};

/// A regime as a document is never longer.
const REGIME_BYTES_MAX: usize = 262_144;

/// Registration systems of the presets, in which `list` looks for versions; further ones are shown by their number.
const SYSTEMS: std::ops::RangeInclusive<u16> = 1..=3;

/// `quanji regime …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the versions of the national, the Shenzhen and the public-data regime
    List,
    /// Show a regime version, or write it to a file as a draft of the next one
    Show(Show),
    /// Publish the next version of a regime; running cases keep theirs (competent department)
    Publish(Publish),
    /// Load the working-day calendar of a year (competent department)
    Calendar(OfYear),
    /// Put an industry division on the negative list, or take it off: its data is not registered (competent department)
    #[command(subcommand)]
    NegativeList(NegativeList),
    /// Add a code to a code table, for ever (competent department)
    Code(Code),
}

/// `quanji regime negative-list …`
#[derive(Debug, Subcommand)]
pub enum NegativeList {
    /// Put a division on the list: new data of it is neither registered nor licensed
    Add(Industry),
    /// Take a division off the list
    Remove(Industry),
}

/// Arguments of `regime negative-list add` and `remove`.
#[derive(Debug, Args)]
pub struct Industry {
    /// The industry division of GB/T 4754, two digits: 74
    #[arg(value_parser = clap::value_parser!(u8).range(1..100))]
    industry: u8,
}

/// Arguments of `regime code`.
#[derive(Debug, Args)]
pub struct Code {
    /// The table: industry, product-form, purpose
    #[arg(value_parser = coded::<CodeTable>)]
    table: CodeTable,
    /// The new code, 1 to 99
    #[arg(value_parser = clap::value_parser!(u8).range(1..100))]
    code: u8,
}

/// Arguments of `regime show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The regime: national-2026 for the version now in force, national-2026/2 for that one
    regime: String,
    /// Write the whole version to this file (JSON)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Arguments of `regime publish`.
#[derive(Debug, Args)]
pub struct Publish {
    /// The version as `regime show --out` writes it, with the next number
    file: PathBuf,
    /// From when new cases are judged by it, in place of what the file says: 2026-10-20T12:00
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    from: Option<Moment>,
}

/// Arguments of `regime calendar`.
#[derive(Debug, Args)]
pub struct OfYear {
    /// The year
    year: Year,
    /// A weekday that is off, repeated: 2027-01-01
    #[arg(long, value_name = "DATE")]
    off: Vec<Day>,
    /// A Saturday or Sunday that is worked, repeated: 2027-02-20
    #[arg(long, value_name = "DATE")]
    worked: Vec<Day>,
}

/// Runs a command of `quanji regime`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::List => list(context),
        Command::Show(given) => show(context, &given),
        Command::Publish(given) => publish(context, &given),
        Command::Calendar(given) => calendar(context, &given),
        Command::NegativeList(given) => negative_list(context, &given),
        Command::Code(given) => add_code(context, &given),
    }
}

fn list(context: &Context) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let now = view.register_time().await?;
        let mut json = Vec::new();
        let mut rows = vec![[
            language.pick("登记制度", "regime"),
            language.pick("生效", "from"),
            language.pick("失效", "until"),
            language.pick("现行", "in force"),
        ]
        .map(str::to_owned)
        .to_vec()];
        for system in SYSTEMS {
            for version in 1.. {
                let Some(regime) = view.regime(RegimeId { system, version }).await? else {
                    break;
                };
                let (name, in_force) = (regime_text(regime.id), regime.is_effective(now));
                let until = regime.effective_until;
                json.push(json!({
                    "regime": name,
                    "effective_from": regime.effective_from.to_string(),
                    "effective_until": until.map(|until| until.to_string()),
                    "in_force": in_force,
                }));
                let yes = language.pick("是", "yes");
                rows.push(vec![
                    name,
                    words::moment(regime.effective_from),
                    until.map(words::moment).unwrap_or_default(),
                    if in_force { yes } else { "" }.to_owned(),
                ]);
            }
        }
        Ok(Report::new(json!({ "regimes": json })).table(rows))
    })
}

/// The version that a text names: `national-2026/2`, or the one in force of `national-2026`.
async fn named(view: &View, text: &str) -> Result<Regime, Failure> {
    let found = match (text.parse::<RegimeText>(), regime_system(text)) {
        (Ok(RegimeText(id)), _) => view.regime(id).await?,
        (Err(_), Some(system)) => view.current_regime(system).await?,
        (Err(reason), None) => return Err(bad_value("REGIME", text, reason)),
    };
    found.ok_or_else(|| not_found(text))
}

fn show(context: &Context, given: &Show) -> CommandResult {
    let language = context.language;
    let regime = with_view(context, |view| async move { named(&view, &given.regime).await })?;
    if let Some(out) = &given.out {
        let json = serde_json::to_value(&regime).unwrap_or_default();
        context.write(out, format!("{json:#}\n").as_bytes(), Access::Public, given.force)?;
    }
    let name = regime_text(regime.id);
    let limits = &regime.limits;
    let days = |number: u16| language.pick(format!("{number} 个工作日"), format!("{number} working days"));
    let report = Report::new(json!({ "regime": name, "rules": regime }))
        .brief(name.clone())
        .row(language.pick("登记制度", "regime"), name)
        .row(
            language.pick("名称", "name"),
            evidence::regime_text(&regime.name, language),
        )
        .row(
            language.pick("生效", "from"),
            words::moment(regime.effective_from),
        )
        .row(
            language.pick("受理", "acceptance"),
            days(limits.acceptance_working_days.number),
        )
        .row(
            language.pick("审查", "review"),
            days(limits.review_working_days.number),
        )
        .row(
            language.pick("公示", "notice"),
            days(limits.notice_working_days.number),
        )
        .row(
            language.pick("登记完成于", "completed by"),
            match regime.completion {
                Completion::Local => language.pick("本登记簿的记载", "the entry in this register"),
                Completion::NationalSystem => language.pick(
                    "全国系统的存证回执",
                    "the evidencing receipt of the national system",
                ),
            },
        );
    // An act may have a time of review of its own (PD 9(4)).
    let report = regime.acts.iter().fold(report, |report, row| {
        let act = words::word(language, &row.act);
        match row.review_working_days {
            Some(own) => report.row(
                language.pick(format!("审查（{act}）"), format!("review ({act})")),
                days(own.number),
            ),
            None => report,
        }
    });
    Ok(match regime.effective_until {
        Some(until) => report.row(language.pick("失效", "until"), words::moment(until)),
        None => report,
    })
}

fn publish(context: &Context, given: &Publish) -> CommandResult {
    let document = context.read(&given.file, REGIME_BYTES_MAX)?;
    let file = given.file.display().to_string();
    let mut regime: Regime =
        serde_json::from_slice(&document).map_err(|error| bad_value("FILE", &file, error))?;
    if let Some(from) = given.from {
        regime.effective_from = from;
    }
    let subjects = [
        Subject::new("regime", "登记制度", regime_text(regime.id)),
        Subject::new("effective_from", "生效", regime.effective_from),
    ];
    let call = api::transactions().rules().publish_regime(Static(regime));
    let done = context.language.pick("登记制度已发布", "regime published");
    simple(context, &call, done, &subjects)
}

fn calendar(context: &Context, given: &OfYear) -> CommandResult {
    let language = context.language;
    let unfit = || {
        let reason = language.pick(
            "休息日须为该年的周一至周五，上班日须为该年的周六、周日",
            "days off are weekdays and worked days are weekend days of that year",
        );
        bad_value("--off, --worked", &given.year.to_string(), reason)
    };
    let calendar = YearCalendar::new(given.year, &given.off, &given.worked).ok_or_else(unfit)?;
    let off = BoundedVec(calendar.off.into_inner());
    let worked = BoundedVec(calendar.worked.into_inner());
    let call = api::transactions().rules().load_calendar(given.year, off, worked);
    let done = language.pick("日历已加载", "calendar loaded");
    simple(context, &call, done, &[Subject::new("year", "年份", given.year)])
}

fn negative_list(context: &Context, given: &NegativeList) -> CommandResult {
    let (language, rules) = (context.language, api::transactions().rules());
    let subject = |industry: u8| [Subject::new("industry", "行业大类", format!("{industry:02}"))];
    match given {
        NegativeList::Add(Industry { industry }) => {
            let done = language.pick("已列入负面清单", "on the negative list");
            simple(
                context,
                &rules.add_to_negative_list(*industry),
                done,
                &subject(*industry),
            )
        }
        NegativeList::Remove(Industry { industry }) => {
            let done = language.pick("已移出负面清单", "off the negative list");
            let call = rules.remove_from_negative_list(*industry);
            simple(context, &call, done, &subject(*industry))
        }
    }
}

fn add_code(context: &Context, given: &Code) -> CommandResult {
    let call = api::transactions()
        .rules()
        .add_code(Static(given.table), given.code);
    let done = context.language.pick("编码已加入", "code added");
    let subjects = [
        Subject::new("table", "编码表", words::code(&given.table)),
        Subject::new("code", "编码", given.code),
    ];
    simple(context, &call, done, &subjects)
}
