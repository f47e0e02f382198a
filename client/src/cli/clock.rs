//! `quanji clock`: register time, and setting it on a development chain.

use clap::{Args, Subcommand};
use quanji_client::chain::{api, Static};
use quanji_primitives::clock::{Day, Moment, DAY_MILLIS};
use serde_json::json;

use super::{
    context::Context,
    node::{bad_value, in_block, submit, with_chain, with_view},
    output::Report,
    words, CommandResult,
};

/// `quanji clock …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show register time and the last final block
    Show,
    /// Move register time of a development chain forward; signed by the competent department
    Set(Set),
}

/// Arguments of `clock set`.
#[derive(Debug, Args)]
pub struct Set {
    /// The moment: 2026-11-09T09:30:00+08:00, or a date for 00:00 of that day
    moment: String,
}

/// Runs a command of `quanji clock`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Show => show(context),
        Command::Set(arguments) => set(context, &arguments.moment),
    }
}

fn show(context: &Context) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let now = view.register_time().await?;
        Ok(
            Report::new(json!({ "now": now.to_string(), "block": view.number() }))
                .brief(now.to_string())
                .row(language.pick("登记时间", "register time"), words::moment(now))
                .row(
                    language.pick("最新最终区块", "last final block"),
                    view.number().to_string(),
                ),
        )
    })
}

fn set(context: &Context, text: &str) -> CommandResult {
    let language = context.language;
    let moment = moment_of(text).ok_or_else(|| {
        bad_value(
            "moment",
            text,
            language.pick(
                "写成 2026-11-09T09:30:00+08:00",
                "write 2026-11-09T09:30:00+08:00",
            ),
        )
    })?;
    let signer = context.signer()?;
    let call = api::transactions().rules().set_clock(Static(moment));
    with_chain(context, |chain| async move {
        let done = submit(context, &chain, &*signer, &call).await?;
        let report = Report::new(json!({ "now": moment.to_string() }))
            .brief(moment.to_string())
            .done(language.pick("登记时间已设定", "register time set"))
            .row(language.pick("登记时间", "register time"), words::moment(moment));
        Ok(in_block(language, report, &done))
    })
}

/// A moment as an argument.
pub fn moment(text: &str) -> Result<Moment, String> {
    moment_of(text).ok_or_else(|| "write 2026-11-09T09:30:00+08:00".to_owned())
}

/// A moment in China Standard Time: a date, or a date and a time with `+08:00`.
pub fn moment_of(text: &str) -> Option<Moment> {
    let Some((day, time)) = text.split_once('T') else {
        return text.parse::<Day>().ok().map(Day::start);
    };
    let day: Day = day.parse().ok()?;
    let time = time.strip_suffix("+08:00").unwrap_or(time);
    let parts = time
        .split(':')
        .map(|part| Some(part).filter(|part| part.len() == 2)?.parse::<u64>().ok())
        .collect::<Option<Vec<_>>>()?;
    let (hours, minutes, seconds) = match parts.as_slice() {
        [hours, minutes] => (*hours, *minutes, 0),
        [hours, minutes, seconds] => (*hours, *minutes, *seconds),
        _ => return None,
    };
    if hours > 23 || minutes > 59 || seconds > 59 {
        return None;
    }
    let millis = (hours * 3600 + minutes * 60 + seconds) * 1000;
    (millis < DAY_MILLIS).then(|| Moment(day.start().0 + millis))
}

#[cfg(test)]
mod tests {
    use super::moment_of;

    #[test]
    fn moments_are_read_in_the_time_of_china() {
        for (text, expected) in [
            ("2026-11-09T09:30:00+08:00", "2026-11-09T09:30:00+08:00"),
            ("2026-11-09T09:30", "2026-11-09T09:30:00+08:00"),
            ("2026-11-09", "2026-11-09T00:00:00+08:00"),
        ] {
            assert_eq!(moment_of(text).unwrap().to_string(), expected);
        }
        for text in [
            "",
            "2026-11-09T24:00",
            "2026-11-09T9:30",
            "2026-11-09T09:30:00Z",
            "2026-02-30",
        ] {
            assert_eq!(moment_of(text), None, "{text}");
        }
    }
}
