//! `quanji keys`: make, import, show and list keys.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use quanji_client::{
    files,
    keys::{self, address_of, KeyError, KeyFile, KeySource, LocalKey, Secret, Signer},
    language::Localised,
};
use serde_json::{json, Value};

use super::{
    context::Context,
    exit::{Exit, Failure},
    output::Report,
    CommandResult,
};

/// `quanji keys …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a key and write it to an encrypted key file (polkadot.js format)
    New(New),
    /// Show address and public key; needs no password
    Show(Show),
    /// Import a phrase, seed or development key into an encrypted key file
    Import(Import),
    /// List the keys in the key folder
    List,
}

/// Arguments of `keys new`.
#[derive(Debug, Args)]
pub struct New {
    /// Key file [default: in the key folder, by name or address]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Name of the key
    #[arg(long)]
    name: Option<String>,
    /// Show the twelve words as well, to be written down as a backup
    #[arg(long)]
    words: bool,
}

/// Arguments of `keys show`.
#[derive(Debug, Args)]
pub struct Show {
    /// Key file, name, //Alice, or command:/path/to/program [default: --key]
    #[arg(value_name = "KEY")]
    key_shown: Option<String>,
}

/// Arguments of `keys import`.
#[derive(Debug, Args)]
pub struct Import {
    /// File with a phrase, a 0x seed, or //Alice [default: standard input]
    #[arg(long, value_name = "FILE")]
    from_file: Option<PathBuf>,
    /// Key file [default: in the key folder, by name or address]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Name of the key
    #[arg(long)]
    name: Option<String>,
}

quanji_client::messages! {
    /// What is wrong with the arguments.
    enum Message {
        /// The name cannot be part of a file name.
        BadName { name: String } =>
            zh "名称“{name}”不能用作文件名", remedy "请勿使用 / 与控制字符，也不要以点号开头；或用 --out 指定文件";
            en "{name} cannot be used as a file name", remedy "use no slash or control character and no dot at the beginning, or name the file with --out";
    }
}

/// Runs a command of `quanji keys`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::New(arguments) => new(context, &arguments),
        Command::Show(arguments) => show(context, arguments.key_shown.as_deref()),
        Command::Import(arguments) => import(context, &arguments),
        Command::List => list(context),
    }
}

fn new(context: &Context, arguments: &New) -> CommandResult {
    let (key, words) = LocalKey::generate();
    let file = store(context, &key, arguments.out.as_deref(), arguments.name.as_deref())?;
    let words = arguments.words.then_some(words);
    Ok(stored(
        context,
        &key,
        &file,
        context.language.pick("已新建密钥", "key made"),
        words.as_ref(),
    ))
}

fn import(context: &Context, arguments: &Import) -> CommandResult {
    let question = context.language.pick(
        "助记词、0x 种子或 //Alice（不显示）：",
        "Phrase, 0x seed or //Alice (not shown): ",
    );
    let secret = context.secret(arguments.from_file.as_deref(), question)?;
    let key = LocalKey::from_secret(secret.expose())?;
    let file = store(context, &key, arguments.out.as_deref(), arguments.name.as_deref())?;
    Ok(stored(
        context,
        &key,
        &file,
        context.language.pick("已导入密钥", "key imported"),
        None,
    ))
}

/// Encrypts a key into its file and gives the place of it.
fn store(
    context: &Context,
    key: &LocalKey,
    out: Option<&Path>,
    name: Option<&str>,
) -> Result<PathBuf, Failure> {
    let path = match out {
        Some(path) => path.to_owned(),
        None => {
            let folder = context.key_folder()?;
            files::make_private_folder(&folder).map_err(|error| {
                Failure::from(KeyError::Unwritable {
                    file: folder.display().to_string(),
                    reason: error.to_string(),
                })
            })?;
            let address = key.address();
            folder.join(format!("{}.json", file_stem(name.unwrap_or(&address))?))
        }
    };
    // Looked at before the password is asked for; the write itself never replaces a file either.
    if path.exists() {
        return Err(KeyError::AlreadyThere {
            file: path.display().to_string(),
        }
        .into());
    }
    let password = context.new_password(&path)?;
    let progress = context
        .output
        .spinner(context.language.pick("正在加密", "encrypting"));
    let file = KeyFile::seal(key, name.unwrap_or_default(), &password)?;
    progress.finish_and_clear();
    file.write(&path)?;
    Ok(path)
}

fn file_stem(name: &str) -> Result<&str, Failure> {
    let bad = name.is_empty()
        || name.starts_with('.')
        || name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\'));
    if bad {
        return Err(Failure::new(
            Exit::InputInvalid,
            Message::BadName {
                name: name.to_owned(),
            },
        ));
    }
    Ok(name)
}

fn stored(context: &Context, key: &LocalKey, file: &Path, done: &str, words: Option<&Secret>) -> Report {
    let language = context.language;
    let mut json = facts(&key.public());
    json["file"] = file.display().to_string().into();
    if let Some(words) = words {
        json["words"] = words.expose().into();
    }
    let mut report = Report::new(json)
        .brief(key.address())
        .done(done)
        .row(language.pick("地址", "address"), key.address())
        .row(language.pick("公钥", "public key"), hex_of(&key.public()))
        .row(language.pick("文件", "file"), file.display().to_string());
    if let Some(words) = words {
        report = report
            .row(language.pick("助记词", "words"), words.expose())
            .caution(language.pick(
                "请抄写助记词并离线保存：持有者即可使用该密钥，此处不再显示",
                "write the words down and keep them offline: whoever has them has the key, and they are not shown again",
            ));
    }
    report
}

fn show(context: &Context, key: Option<&str>) -> CommandResult {
    let language = context.language;
    let source = match key {
        Some(text) => context.key_source_of(text)?,
        None => context.key_source()?,
    };
    let public = source.public()?;
    let mut json = facts(&public);
    let mut report = Report::new(Value::Null)
        .brief(address_of(&public))
        .row(language.pick("地址", "address"), address_of(&public))
        .row(language.pick("公钥", "public key"), hex_of(&public));
    match &source {
        KeySource::File(path) => {
            let file = KeyFile::read(path)?;
            json["name"] = file.name().into();
            json["file"] = path.display().to_string().into();
            report = report
                .row(language.pick("名称", "name"), file.name())
                .row(language.pick("文件", "file"), path.display().to_string());
        }
        KeySource::Development(_) => {
            report = report.caution(language.pick(
                "开发密钥人人可知，正式链不接受",
                "everyone knows a development key; a live chain does not accept it",
            ));
        }
        KeySource::Command(program) => {
            json["program"] = program.display().to_string().into();
            report = report.row(language.pick("程序", "program"), program.display().to_string());
        }
    }
    Ok(report.with_json(json))
}

fn list(context: &Context) -> CommandResult {
    let language = context.language;
    let folder = context.key_folder()?;
    let listed = keys::list(&folder)?;
    let mut json = Vec::new();
    let mut rows = vec![[
        language.pick("文件", "file"),
        language.pick("名称", "name"),
        language.pick("地址", "address"),
    ]
    .map(str::to_owned)
    .to_vec()];
    let mut unusable = Vec::new();
    for key in &listed {
        let file = key
            .path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match key
            .content
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|content| Ok((content.name(), content.public()?)))
        {
            Ok((name, public)) => {
                let mut facts = facts(&public);
                facts["name"] = name.into();
                facts["file"] = key.path.display().to_string().into();
                json.push(facts);
                rows.push(vec![file, name.to_owned(), address_of(&public)]);
            }
            Err(error) => {
                json.push(json!({ "file": key.path.display().to_string(), "problem": error.text(language) }));
                unusable.push(error.text(language));
            }
        }
    }
    let report = Report::new(json!({ "folder": folder.display().to_string(), "keys": json }));
    let report = if rows.len() > 1 {
        report.table(rows)
    } else {
        let folder = folder.display();
        report.text(language.pick(
            format!("{folder} 中没有密钥；quanji keys new 可新建"),
            format!("no keys in {folder}; `quanji keys new` makes one"),
        ))
    };
    Ok(unusable.into_iter().fold(report, Report::caution))
}

fn facts(public: &[u8; 32]) -> Value {
    json!({ "address": address_of(public), "public_key": hex_of(public) })
}

fn hex_of(public: &[u8; 32]) -> String {
    format!("0x{}", hex::encode(public))
}
