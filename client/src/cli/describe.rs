//! `quanji describe`: make, check and seal descriptions, and show sealed members.

mod disclosing;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    description::{
        self, check,
        schema::{self, Choice, Kind, Member},
        seal,
        template::Template,
        Checked, FieldError, CANONICAL_BYTES_MAX, DOCUMENT_BYTES_MAX,
    },
    files::Access,
    language::{Language, Localised},
};
use serde_json::{json, Value};

use super::{
    context::Context,
    exit::{Exit, Failure},
    language::Message as FrameMessage,
    output::Report,
    CommandResult,
};

/// `quanji describe …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a description to be filled in
    New(New),
    /// Check a description and give its digest
    Check(Check),
    /// Replace confidential members by salted digests and give the digest of the public document
    Seal(Seal),
    /// Take the disclosures of some sealed members, to be handed on (holder)
    Disclose(disclosing::Disclose),
    /// Check disclosed members against the public document, offline (reader)
    Reveal(disclosing::Reveal),
    /// List the members of a description and what they may hold
    Fields,
}

/// Arguments of `describe new`.
#[derive(Debug, Args)]
pub struct New {
    /// Set a member, any number of times: --set industry.section=G; items of a list between commas
    #[arg(long, value_name = "MEMBER=VALUE")]
    set: Vec<String>,
    /// The description is of a data service, not of a data set
    #[arg(long)]
    service: bool,
    /// Write to this file [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Arguments of `describe check`.
#[derive(Debug, Args)]
pub struct Check {
    /// The description; - is standard input
    file: PathBuf,
}

/// Arguments of `describe seal`.
#[derive(Debug, Args)]
pub struct Seal {
    /// The description; - is standard input
    file: PathBuf,
    /// Paths of confidential members between commas: purpose,volume.records
    #[arg(long, value_name = "PATHS", value_delimiter = ',', requires = "disclosures")]
    confidential: Vec<String>,
    /// Write the public document to this file in canonical form
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Write the disclosures to this file, readable by you only; keep it
    #[arg(long, value_name = "FILE")]
    disclosures: Option<PathBuf>,
    /// Replace existing files
    #[arg(long)]
    force: bool,
}

quanji_client::messages! {
    /// What is wrong with a description or an argument.
    enum Message {
        /// The description did not pass.
        NotValid { file: String, count: usize } =>
            zh "{file} 有 {count} 处问题"; en "{file} has {count} problem(s)";
        /// The argument of `--set` has no equals sign.
        NoEqualsSign { text: String } =>
            zh "--set 的参数“{text}”没有等号", remedy "写成 --set 字段=值";
            en "--set {text} has no equals sign", remedy "write --set MEMBER=VALUE";
    }
}

/// Runs a command of `quanji describe`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::New(arguments) => new(context, &arguments),
        Command::Check(arguments) => {
            let document = context.read(&arguments.file, DOCUMENT_BYTES_MAX)?;
            let checked = check(&document)
                .map_err(|errors| not_valid(&arguments.file.display().to_string(), errors))?;
            Ok(passed(context, &checked))
        }
        Command::Seal(arguments) => sealed(context, &arguments),
        Command::Disclose(arguments) => disclosing::disclose(context, &arguments),
        Command::Reveal(arguments) => disclosing::run(context, &arguments),
        Command::Fields => Ok(fields(context.language)),
    }
}

fn not_valid(file: &str, errors: Vec<FieldError>) -> Failure {
    let message = Message::NotValid {
        file: file.to_owned(),
        count: errors.len(),
    };
    Failure::new(Exit::InputInvalid, message).with_fields(errors)
}

fn new(context: &Context, arguments: &New) -> CommandResult {
    let language = context.language;
    let mut template = Template::new(if arguments.service {
        "dcat:DataService"
    } else {
        "dcat:Dataset"
    });
    for text in &arguments.set {
        let (path, value) = text
            .split_once('=')
            .ok_or_else(|| Failure::new(Exit::Usage, Message::NoEqualsSign { text: text.clone() }))?;
        template
            .set(path.trim(), value.trim())
            .map_err(|error| Failure::new(Exit::InputInvalid, error))?;
    }
    // Whoever sets members by flags is done with the ones left out; a bare template shows them all.
    if !arguments.set.is_empty() {
        template.without_blanks();
    }
    let left = template.left();
    let Some(out) = &arguments.out else {
        if left.is_empty() {
            context.output.remark(language.pick("已填写完整", "complete"));
        } else {
            context.output.remark(&language.pick(
                format!(
                    "还有 {} 处待填写或更正；quanji describe fields 列出取值",
                    left.len()
                ),
                format!(
                    "{} member(s) left to fill in or correct; `quanji describe fields` lists their values",
                    left.len()
                ),
            ));
        }
        return Ok(Report::raw(template.to_text().into_bytes()));
    };
    context.write(
        out,
        template.to_text().as_bytes(),
        Access::Public,
        arguments.force,
    )?;
    let shown = out.display().to_string();
    let left_json: Vec<_> = left
        .iter()
        .map(|error| json!({ "path": error.path, "detail": error.text(language) }))
        .collect();
    let mut report = Report::new(json!({ "file": shown, "left": left_json }))
        .brief(shown.clone())
        .done(language.pick(format!("已写入 {shown}"), format!("written to {shown}")));
    for error in &left {
        report = report.row(error.path.clone(), error.labelled_text(language));
    }
    if !left.is_empty() {
        report = report.text(language.pick(
            format!("请填写以上字段，再用 quanji describe check {shown} 检查；quanji describe fields 列出取值"),
            format!("fill these in and check with `quanji describe check {shown}`; `quanji describe fields` lists the values"),
        ));
    }
    Ok(report)
}

fn passed(context: &Context, checked: &Checked) -> Report {
    let language = context.language;
    let digest = hex::encode(checked.digest());
    let advice = checked.advice();
    let report = Report::new(json!({
        "digest": digest,
        "algorithm": "sha2-256",
        "bytes": checked.canonical().len(),
        "advice": advice.iter().map(|one| json!({ "path": one.path, "detail": one.advice.text(language) })).collect::<Vec<_>>(),
    }));
    let report = report
        .brief(digest.clone())
        .done(language.pick("数据说明符合要求", "the description is in order"))
        .row(
            language.pick("名称", "name"),
            checked.document()["name"].as_str().unwrap_or_default(),
        )
        .row(language.pick("摘要", "digest"), digest)
        .row(
            language.pick("大小", "size"),
            size_of(language, checked.canonical().len()),
        );
    advice.iter().fold(report, |report, one| {
        report.caution(format!("{}: {}", one.path, one.advice.text(language)))
    })
}

fn size_of(language: Language, bytes: usize) -> String {
    language.pick(
        format!("规范形式 {bytes} 字节（上限 {CANONICAL_BYTES_MAX}）"),
        format!("{bytes} bytes in canonical form (limit {CANONICAL_BYTES_MAX})"),
    )
}

fn sealed(context: &Context, arguments: &Seal) -> CommandResult {
    let language = context.language;
    let shown = arguments.file.display().to_string();
    let document = context.read(&arguments.file, DOCUMENT_BYTES_MAX)?;
    let checked = check(&document).map_err(|errors| not_valid(&shown, errors))?;
    let paths: Vec<_> = arguments.confidential.iter().map(|path| path.trim()).collect();
    let sealed = seal(checked.document(), &paths).map_err(|errors| not_valid(&shown, errors))?;
    let digest = hex::encode(sealed.digest);

    // Both or none: nothing is written when one of the names is taken.
    for file in [Some(&arguments.out), arguments.disclosures.as_ref()]
        .into_iter()
        .flatten()
    {
        if !arguments.force && file.exists() {
            return Err(Failure::new(
                Exit::File,
                FrameMessage::AlreadyThere {
                    file: file.display().to_string(),
                },
            ));
        }
    }
    if let Some(file) = &arguments.disclosures {
        let content = json!({ "document": digest, "disclosures": sealed.disclosures });
        context.write(
            file,
            format!("{content:#}\n").as_bytes(),
            Access::Private,
            arguments.force,
        )?;
    }
    context.write(&arguments.out, &sealed.public, Access::Public, arguments.force)?;

    let disclosures = arguments
        .disclosures
        .as_ref()
        .map(|file| file.display().to_string());
    let mut report = Report::new(json!({
        "digest": digest,
        "algorithm": "sha2-256",
        "bytes": sealed.public.len(),
        "sealed": paths,
        "file": arguments.out.display().to_string(),
        "disclosures": disclosures,
    }))
    .brief(digest.clone())
    .done(language.pick(
        format!("已封存 {} 个字段", paths.len()),
        format!("{} member(s) sealed", paths.len()),
    ))
    .row(language.pick("摘要", "digest"), digest)
    .row(
        language.pick("大小", "size"),
        size_of(language, sealed.public.len()),
    )
    .row(
        language.pick("公开文档", "public document"),
        arguments.out.display().to_string(),
    );
    if let Some(file) = disclosures {
        report = report.row(language.pick("披露内容", "disclosures"), file).caution(language.pick(
            "请妥善保存披露内容：只有凭它才能出示被封存的字段，丢失后无法恢复",
            "keep the disclosures: only they can show the sealed members later, and they cannot be made again",
        ));
    }
    Ok(report)
}

fn fields(language: Language) -> Report {
    let mut rows = vec![[
        language.pick("字段", "member"),
        language.pick("必填", "required"),
        language.pick("含义", "meaning"),
        language.pick("取值", "holds"),
    ]
    .map(str::to_owned)
    .to_vec()];
    let mut json = Vec::new();
    list("", schema::MEMBERS, language, &mut rows, &mut json);
    let context = description::template::Template::new("dcat:Dataset").to_value();
    Report::new(json!({ "@context": context["@context"], "members": json })).table(rows)
}

fn list(
    parent: &str,
    members: &[Member],
    language: Language,
    rows: &mut Vec<Vec<String>>,
    json: &mut Vec<Value>,
) {
    for member in members {
        let path = if parent.is_empty() {
            member.name.to_owned()
        } else {
            format!("{parent}.{}", member.name)
        };
        let required = if member.required {
            language.pick("是", "yes")
        } else {
            ""
        };
        let holds = holds(&member.kind, language);
        json.push(json!({ "path": path, "required": member.required, "meaning": member.label(language), "holds": holds }));
        rows.push(vec![
            path.clone(),
            required.to_owned(),
            member.label(language).to_owned(),
            holds,
        ]);
        match member.kind {
            Kind::Object(inner) => list(&path, inner, language, rows, json),
            Kind::List(&Kind::Object(inner), _) => list(&format!("{path}[]"), inner, language, rows, json),
            _ => {}
        }
    }
}

fn holds(kind: &Kind, language: Language) -> String {
    let choices = |choices: &[Choice]| {
        let each = choices.iter().map(|choice| match language {
            Language::Chinese => format!("{} {}", choice.code, choice.label(language)),
            Language::English => choice.code.to_owned(),
        });
        each.collect::<Vec<_>>().join(language.pick("、", ", "))
    };
    match kind {
        Kind::Text(most) => language.pick(
            format!("文本，最多 {most} 字"),
            format!("text of up to {most} characters"),
        ),
        Kind::Choice(list) => choices(list),
        Kind::Date => "YYYY-MM-DD".to_owned(),
        Kind::DateOr(word) => language.pick(format!("YYYY-MM-DD 或 {word}"), format!("YYYY-MM-DD or {word}")),
        Kind::Section => "A … T".to_owned(),
        Kind::Division => "01 … 97".to_owned(),
        Kind::Region => language
            .pick("2、4 或 6 位代码", "code of 2, 4 or 6 digits")
            .to_owned(),
        Kind::Count => language.pick("整数", "whole number").to_owned(),
        Kind::Object(_) => String::new(),
        Kind::List(Kind::Object(_), most) => {
            language.pick(format!("列表，最多 {most} 项"), format!("list of up to {most}"))
        }
        Kind::List(item, most) => {
            let item = holds(item, language);
            language.pick(
                format!("列表，最多 {most} 项：{item}"),
                format!("list of up to {most}: {item}"),
            )
        }
    }
}
