//! `quanji apply batch`: many applications, each its own case.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Instant,
};

use clap::Args;
use futures::{stream, StreamExt};
use quanji_client::{
    application::{Application, ApplicationError},
    chain::{api, Chain, News, Static, View},
    files::{self, Access},
    keys::Signer,
    language::{Language, Localised},
};
use quanji_primitives::{case::object_of_first_registration, filing::FirstRegistration};
use serde_json::{json, Value};

use super::{
    capacity::Capacity,
    context::Context,
    exit::{Exit, Failure},
    many::{to_csv, with_failures, Failed},
    node::with_chain,
    output::Report,
    CommandResult,
};

/// A list of applications is never longer.
const LIST_BYTES_MAX: usize = 256 << 20;

/// One application is never longer.
const APPLICATION_BYTES_MAX: u64 = 262_144;

/// Arguments of `apply batch`.
#[derive(Debug, Args)]
pub struct Batch {
    /// A JSON array of applications, or a folder with one application in each .json file
    from: PathBuf,
    /// Write what was not filed to this CSV file, with index, rule and remedy; it is replaced
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Ask the register for each application whether it would take it, and send nothing
    #[arg(long)]
    dry_run: bool,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

quanji_client::messages! {
    /// Why there is nothing to file.
    enum Message {
        /// No array.
        NotAnArray { file: String, reason: String } =>
            zh "{file} 不是申请的 JSON 数组：{reason}", remedy "文件须为一个数组，每个元素是一份申请";
            en "{file} is not a JSON array of applications: {reason}", remedy "the file is one array with an application in each element";
        /// Nothing in the folder.
        Empty { folder: String } => zh "{folder} 中没有 .json 文件"; en "{folder} has no .json files";
        /// A file or folder cannot be read.
        Unreadable { file: String, reason: String } => zh "无法读取 {file}：{reason}"; en "{file} cannot be read: {reason}";
    }
}

/// Where an application stands: its index, and its file where each has one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    index: usize,
    file: Option<String>,
}

impl Place {
    fn shown(&self) -> String {
        match &self.file {
            Some(file) => format!("{} {file}", self.index),
            None => self.index.to_string(),
        }
    }

    fn json(&self) -> Value {
        json!({ "index": self.index, "file": self.file })
    }
}

/// An application as it was read, or why it is none.
type Read = Result<Application, Box<dyn Localised>>;

fn unreadable(file: &Path, error: &dyn ToString) -> Message {
    Message::Unreadable {
        file: file.display().to_string(),
        reason: error.to_string(),
    }
}

/// The applications of a folder, in the order of the names of their files.
fn of_folder(folder: &Path) -> Result<Vec<(Place, Read)>, Failure> {
    let failed = |error: std::io::Error| Failure::new(Exit::File, unreadable(folder, &error));
    let mut paths = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_json = path.extension().is_some_and(|ending| ending == "json");
        if let (true, Some(name)) = (is_json, path.file_name()) {
            paths.insert(name.to_string_lossy().into_owned(), path);
        }
    }
    if paths.is_empty() {
        let folder = folder.display().to_string();
        return Err(Failure::new(Exit::InputInvalid, Message::Empty { folder }));
    }
    let read = |(index, (name, path)): (usize, (String, PathBuf))| {
        let application: Read = match files::read_at_most(&path, APPLICATION_BYTES_MAX) {
            Ok(document) => Application::from_json(&document).map_err(boxed),
            Err(error) => Err(Box::new(unreadable(&path, &error))),
        };
        let file = Some(name);
        (Place { index, file }, application)
    };
    Ok(paths.into_iter().enumerate().map(read).collect())
}

fn boxed(error: ApplicationError) -> Box<dyn Localised> {
    Box::new(error)
}

/// The applications of an array.
fn of_array(context: &Context, file: &Path) -> Result<Vec<(Place, Read)>, Failure> {
    let document = context.read(file, LIST_BYTES_MAX)?;
    let elements: Vec<Value> = serde_json::from_slice(&document).map_err(|error| {
        let message = Message::NotAnArray {
            file: file.display().to_string(),
            reason: error.to_string(),
        };
        Failure::new(Exit::InputInvalid, message)
    })?;
    let read = |(index, element): (usize, Value)| {
        let application = Application::from_json(element.to_string().as_bytes()).map_err(boxed);
        (Place { index, file: None }, application)
    };
    Ok(elements.into_iter().enumerate().map(read).collect())
}

/// What came of the applications.
#[derive(Default)]
struct Outcome {
    filed: Vec<Value>,
    failed: Vec<(usize, Failed)>,
}

impl Outcome {
    fn fail(&mut self, place: &Place, failed: impl FnOnce(String, Value) -> Failed) {
        self.failed
            .push((place.index, failed(place.shown(), place.json())));
    }
}

/// Runs `quanji apply batch`.
pub fn run(context: &Context, given: &Batch) -> CommandResult {
    let language = context.language;
    let read = if given.from.is_dir() {
        of_folder(&given.from)?
    } else {
        of_array(context, &given.from)?
    };
    let total = read.len();
    let mut outcome = Outcome::default();
    let mut fit = Vec::new();
    for (place, application) in read {
        let filing = application.and_then(|application| application.to_filing().map_err(boxed));
        match filing {
            Ok(filing) => fit.push((place, filing)),
            Err(error) => outcome.fail(&place, |what, facts| Failed::new(what, facts, &*error, language)),
        }
    }
    let signer = context.signer()?;
    let started = Instant::now();
    let ended = with_chain(context, |chain| {
        let outcome = &mut outcome;
        let signer = &*signer;
        async move {
            if given.dry_run {
                ask(context, given, &chain.now().await?, signer, fit, outcome).await
            } else {
                send(context, given, &chain, signer, fit, outcome).await
            }
        }
    });
    outcome.failed.sort_by_key(|(index, _)| *index);
    let failed: Vec<_> = outcome.failed.into_iter().map(|(_, failed)| failed).collect();
    if let Some(errors) = &given.errors {
        context.write(errors, &to_csv(&failed), Access::Public, true)?;
    }
    ended.map_err(|failure| failure.with_fact("filed", outcome.filed.clone()))?;
    Ok(report(
        language,
        given.dry_run,
        total,
        outcome.filed,
        &failed,
        started,
    ))
}

/// Asks for each application whether the register would take it.
async fn ask(
    context: &Context,
    given: &Batch,
    view: &View,
    signer: &dyn Signer,
    fit: Vec<(Place, FirstRegistration)>,
    outcome: &mut Outcome,
) -> Result<(), Failure> {
    let language = context.language;
    let party = given.capacity.party(view, signer).await?;
    let counter = context
        .output
        .counter(language.pick("正在询问", "asking"), fit.len() as u64);
    for (place, filing) in fit {
        match view.can_file(party, &filing).await {
            Ok(()) => outcome.filed.push(place.json()),
            Err(error) => outcome.fail(&place, |what, facts| {
                Failed::of_call(what, facts, &error, language)
            }),
        }
        counter.advance();
    }
    Ok(())
}

/// Files each application.
async fn send(
    context: &Context,
    given: &Batch,
    chain: &Chain,
    signer: &dyn Signer,
    fit: Vec<(Place, FirstRegistration)>,
    outcome: &mut Outcome,
) -> Result<(), Failure> {
    let language = context.language;
    let capacity = given.capacity.registered(context, &chain.now().await?).await?;
    let counter = context
        .output
        .counter(language.pick("正在提交", "filing"), fit.len() as u64);
    let calls = stream::iter(fit).map(|(place, filing)| {
        let call = api::transactions()
            .registry()
            .file(Static(capacity), Static(filing));
        (place, call)
    });
    let tell = &mut |news: News<'_, Place>| match news {
        News::Settled(place, result) => {
            counter.advance();
            let case = result.and_then(|done| Ok(done.event::<api::registry::events::CaseFiled>()?.case.0));
            match case {
                Ok(case) => {
                    let mut filed = place.json();
                    filed["case"] = case.to_string().into();
                    filed["object"] = object_of_first_registration(case).to_string().into();
                    outcome.filed.push(filed);
                }
                Err(error) => outcome.fail(&place, |what, facts| {
                    Failed::of_call(what, facts, &error, language)
                }),
            }
        }
        News::Resting(_) => counter.say(language.pick("等待配额恢复", "waiting for the quota to recover")),
    };
    Ok(chain.submit_many(signer, calls, tell).await?)
}

fn report(
    language: Language,
    dry_run: bool,
    total: usize,
    mut filed: Vec<Value>,
    failed: &[Failed],
    started: Instant,
) -> Report {
    filed.sort_by_key(|one| one["index"].as_u64());
    let taken = filed.len().to_string();
    let mut rows = vec![[
        language.pick("序号", "index"),
        language.pick("文件", "file"),
        language.pick("案件", "case"),
    ]
    .map(str::to_owned)
    .to_vec()];
    rows.extend(filed.iter().map(|one| {
        let text = |name: &str| one[name].as_str().unwrap_or_default().to_owned();
        vec![one["index"].to_string(), text("file"), text("case")]
    }));
    let seconds = (started.elapsed().as_secs_f64() * 10.0).round() / 10.0;
    let report = Report::new(json!({
        "applications": total,
        "filed": filed,
        "dry_run": dry_run,
        "seconds": seconds,
    }))
    .brief(taken.clone());
    let report = if dry_run {
        report
            .done(language.pick("已询问；未提交", "asked; nothing was sent"))
            .row(language.pick("可以提交", "would be taken"), taken)
    } else {
        report
            .done(language.pick("批量提交结束", "batch ended"))
            .row(language.pick("已提交", "filed"), taken)
    };
    let report = report.row(language.pick("未提交", "not filed"), failed.len().to_string());
    let report = if rows.len() > 1 {
        report.table(rows)
    } else {
        report
    };
    with_failures(language, report, failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_in_the_order_of_names_and_a_bad_file_is_told_at_its_place() {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in [("2.json", "{}"), ("1.json", "nothing"), ("3.txt", "{}")] {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        let read = of_folder(folder.path()).unwrap();
        let places: Vec<_> = read.iter().map(|(place, _)| place.shown()).collect();
        assert_eq!(places, ["0 1.json", "1 2.json"]);
        assert!(read.iter().all(|(_, application)| application.is_err()));
        let empty = tempfile::tempdir().unwrap();
        assert_eq!(of_folder(empty.path()).unwrap_err().exit(), Exit::InputInvalid);
    }
}
