//! Results to standard output, everything else to standard error; colours and progress only for people.

mod layout;

use std::{
    env,
    io::{self, IsTerminal, Write},
    time::Duration,
};

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use quanji_client::{
    fingerprint::Progress,
    language::{Language, Localised},
};
use serde_json::Value;

use super::{
    exit::{Exit, Failure},
    language::Message,
};
use layout::{gap, harmless, painted, render, width};

const GOOD: Style = AnsiColor::Green.on_default().bold();
const CAUTION: Style = AnsiColor::Yellow.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();
const LABEL: Style = Style::new().dimmed();
const HEAD: Style = Style::new().bold();

/// The result of a command, once for programs and once for people.
#[derive(Debug)]
pub struct Report {
    json: Value,
    lines: Vec<Line>,
    brief: Option<String>,
    raw: Option<Vec<u8>>,
    exit: Exit,
}

#[derive(Debug)]
enum Line {
    Done(String),
    Caution(String),
    Text(String),
    Row(String, String),
    Table(Vec<Vec<String>>),
}

impl Report {
    /// A result for programs; lines for people are added to it.
    pub fn new(json: Value) -> Self {
        Self {
            json,
            lines: Vec::new(),
            brief: None,
            raw: None,
            exit: Exit::Ok,
        }
    }

    /// A result that is printed as it is, whatever the options.
    pub fn raw(content: Vec<u8>) -> Self {
        Self {
            json: Value::Null,
            lines: Vec::new(),
            brief: None,
            raw: Some(content),
            exit: Exit::Ok,
        }
    }

    /// Replaces the result for programs.
    pub fn with_json(mut self, json: Value) -> Self {
        self.json = json;
        self
    }

    /// Adds a member to the result for programs.
    pub fn fact(mut self, name: &str, value: Value) -> Self {
        if !self.json.is_object() {
            self.json = Value::Object(serde_json::Map::new());
        }
        self.json[name] = value;
        self
    }

    /// What was done, with a tick.
    pub fn done(mut self, text: impl Into<String>) -> Self {
        self.lines.push(Line::Done(text.into()));
        self
    }

    /// Something to mind.
    pub fn caution(mut self, text: impl Into<String>) -> Self {
        self.lines.push(Line::Caution(text.into()));
        self
    }

    /// A line of text; an empty one is a gap.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.lines.push(Line::Text(text.into()));
        self
    }

    /// A fact with its label; labels of neighbouring rows are aligned.
    pub fn row(mut self, label: impl Into<String>, value: impl Into<String>) -> Self {
        self.lines.push(Line::Row(label.into(), value.into()));
        self
    }

    /// A table, its first row the head.
    pub fn table(mut self, rows: Vec<Vec<String>>) -> Self {
        self.lines.push(Line::Table(rows));
        self
    }

    /// Ends the program with another code than success: the result itself says why.
    pub fn ending(mut self, exit: Exit) -> Self {
        self.exit = exit;
        self
    }

    /// The code with which the program ends.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// The result for programs.
    #[cfg(test)]
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// The lines for people, without colours.
    #[cfg(test)]
    pub fn plain(&self) -> String {
        render(&self.lines, false)
    }

    /// What `--quiet` prints instead of the lines.
    pub fn brief(mut self, text: impl Into<String>) -> Self {
        self.brief = Some(text.into());
        self
    }
}

/// Where results, remarks and progress go.
pub struct Output {
    json: bool,
    quiet: bool,
    language: Language,
    colour: bool,
    colour_of_errors: bool,
}

impl Output {
    /// Colours only on a terminal, and not when `NO_COLOR` is set.
    pub fn new(json: bool, quiet: bool, language: Language) -> Self {
        let wanted = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && env::var_os("TERM").is_none_or(|term| term != "dumb");
        Self {
            json,
            quiet,
            language,
            colour: wanted && io::stdout().is_terminal(),
            colour_of_errors: wanted && io::stderr().is_terminal(),
        }
    }

    /// Prints a result.
    pub fn report(&self, report: &Report) -> Result<(), Failure> {
        let content = match (&report.raw, &report.brief) {
            (Some(raw), _) => raw.clone(),
            (None, _) if self.json => format!("{}\n", report.json).into_bytes(),
            (None, Some(brief)) if self.quiet => format!("{}\n", harmless(brief)).into_bytes(),
            (None, _) => render(&report.lines, self.colour).into_bytes(),
        };
        let mut stdout = io::stdout().lock();
        match stdout.write_all(&content).and_then(|()| stdout.flush()) {
            // The reader has read enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(Failure::new(
                Exit::File,
                Message::NoOutput {
                    reason: error.to_string(),
                },
            )),
            Ok(()) => Ok(()),
        }
    }

    /// Prints a failure.
    pub fn failure(&self, failure: &Failure) {
        if self.json {
            return to_stderr(&failure.to_json(self.language).to_string());
        }
        let paint = |style: Style, text: &str| painted(style, text, self.colour_of_errors);
        let mut text = format!(
            "{}{}",
            paint(BAD, self.language.pick("错误：", "error: ")),
            harmless(&failure.detail(self.language))
        );
        let fields: Vec<_> = failure
            .fields()
            .iter()
            .map(|field| (field.path.clone(), field))
            .collect();
        let widest = fields
            .iter()
            .map(|(path, _)| width(path))
            .max()
            .unwrap_or(0)
            .min(32);
        for (path, field) in &fields {
            text += &format!(
                "\n  {}{}  {}",
                paint(HEAD, path),
                gap(path, widest),
                harmless(&field.labelled_text(self.language))
            );
            if let Some(remedy) = field.remedy(self.language) {
                text += &format!("\n  {}  {}", gap("", widest), paint(LABEL, &harmless(&remedy)));
            }
        }
        if let Some(remedy) = failure.remedy(self.language) {
            text += &format!(
                "\n{}{}",
                paint(HEAD, self.language.pick("办法：", "what to do: ")),
                harmless(&remedy)
            );
        }
        to_stderr(&text);
    }

    /// Prints a remark for people.
    pub fn remark(&self, text: &str) {
        if !self.quiet && !self.json {
            to_stderr(&painted(LABEL, &harmless(text), self.colour_of_errors));
        }
    }

    /// A progress bar of bytes.
    pub fn bar(&self, what: &str) -> Bar {
        let bar = ProgressBar::with_draw_target(Some(1), self.target());
        let template = "{msg} {bar:32.cyan/dim} {percent:>3}% {decimal_bytes}/{decimal_total_bytes} {decimal_bytes_per_sec} {eta}";
        // The template is fixed; were it wrong, the plain style would do.
        bar.set_style(
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        bar.set_message(what.to_owned());
        Bar(bar)
    }

    /// A sign of life for work without measure, such as waiting for finality.
    pub fn spinner(&self, what: &str) -> ProgressBar {
        let spinner = ProgressBar::with_draw_target(None, self.target());
        spinner.set_style(
            ProgressStyle::with_template("{spinner} {msg} {elapsed}")
                .unwrap_or_else(|_| ProgressStyle::default_spinner()),
        );
        spinner.set_message(what.to_owned());
        spinner.enable_steady_tick(Duration::from_millis(120));
        spinner
    }

    /// Where progress is drawn.
    pub(super) fn target(&self) -> ProgressDrawTarget {
        // Drawn on a terminal only; `stderr` looks to that itself.
        if self.quiet || self.json {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        }
    }
}

/// A progress bar; it vanishes when dropped.
pub struct Bar(ProgressBar);

impl Progress for Bar {
    fn total(&self, bytes: u64) {
        self.0.set_length(bytes);
    }

    fn advance(&self, bytes: u64) {
        self.0.inc(bytes);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn to_stderr(text: &str) {
    // When standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{text}");
}
