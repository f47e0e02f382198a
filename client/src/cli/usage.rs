//! What the argument parser has to say: help, version, and usage errors in both languages.

use std::{
    error::Error,
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use quanji_client::language::Language;

use super::{
    exit::{Exit, Failure},
    output::Output,
};

quanji_client::messages! {
    /// What is wrong with a command line.
    enum UsageError {
        /// An argument that does not exist.
        UnknownArgument { argument: String, command: String } =>
            zh "没有参数“{argument}”", remedy "用 {command} --help 查看用法";
            en "there is no argument {argument}", remedy "`{command} --help` shows how it is used";
        /// An argument or command that does not exist, but one much like it does.
        Mistyped { argument: String, suggestion: String, command: String } =>
            zh "没有“{argument}”，是否想用“{suggestion}”？", remedy "用 {command} --help 查看用法";
            en "there is no {argument}; did you mean {suggestion}?", remedy "`{command} --help` shows how it is used";
        /// A command that does not exist.
        UnknownCommand { argument: String, command: String } =>
            zh "没有命令“{argument}”", remedy "用 {command} --help 查看全部命令";
            en "there is no command {argument}", remedy "`{command} --help` lists the commands";
        /// Required arguments that are not there.
        MissingArgument { argument: String, command: String } =>
            zh "缺少参数 {argument}", remedy "用 {command} --help 查看用法";
            en "{argument} is missing", remedy "`{command} --help` shows how it is used";
        /// A value that does not fit.
        InvalidValue { argument: String, value: String, command: String } =>
            zh "{argument} 的值“{value}”无效", remedy "用 {command} --help 查看可用的值";
            en "{value} is not a value of {argument}", remedy "`{command} --help` shows the values";
        /// A value that does not fit, and why.
        UnfitValue { argument: String, value: String, zh: String, en: String, command: String } =>
            zh "{argument} 的值“{value}”无效：{zh}", remedy "用 {command} --help 查看用法";
            en "{value} is not a value of {argument}: {en}", remedy "`{command} --help` shows how it is used";
        /// Anything else.
        Other { text: String, command: String } =>
            zh "{text}", remedy "用 {command} --help 查看用法";
            en "{text}", remedy "`{command} --help` shows how it is used";
    }
}

/// Ends the program when the arguments ask for help or are wrong.
pub fn end(error: &clap::Error, arguments: &[OsString], language: Language) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // As with any result, a reader that has read enough is no failure.
            match error.print().and_then(|()| io::stdout().flush()) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::File.into(),
                _ => Exit::Ok.into(),
            }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // Nobody can be told when standard error is closed.
            let _ = error.print();
            Exit::Usage.into()
        }
        _ => {
            let json = arguments
                .iter()
                .take_while(|argument| *argument != "--")
                .any(|argument| argument == "--json");
            let failure = Failure::new(Exit::Usage, explain(error, &command_of(arguments)));
            Output::new(json, false, language).failure(&failure);
            failure.exit().into()
        }
    }
}

fn explain(error: &clap::Error, command: &str) -> UsageError {
    let command = command.to_owned();
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let suggestion = context(ContextKind::SuggestedArg) + &context(ContextKind::SuggestedSubcommand);
    match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand if !suggestion.is_empty() => {
            let argument = argument + &context(ContextKind::InvalidSubcommand);
            UsageError::Mistyped {
                argument,
                suggestion,
                command,
            }
        }
        ErrorKind::UnknownArgument => UsageError::UnknownArgument { argument, command },
        ErrorKind::InvalidSubcommand => UsageError::UnknownCommand {
            argument: context(ContextKind::InvalidSubcommand),
            command,
        },
        ErrorKind::MissingRequiredArgument => UsageError::MissingArgument { argument, command },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            match error.source().map(ToString::to_string) {
                Some(en) => UsageError::UnfitValue {
                    argument,
                    value,
                    zh: in_chinese(&en),
                    en,
                    command,
                },
                None => UsageError::InvalidValue {
                    argument,
                    value,
                    command,
                },
            }
        }
        _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default();
            UsageError::Other {
                text: first.trim_start_matches("error: ").to_owned(),
                command,
            }
        }
    }
}

/// What the domain says about a text that does not fit, in Chinese.
const CHINESE: [(&str, &str); 10] = [
    (
        "this identifier must begin with the letter ",
        "该编号的首字母应为 ",
    ),
    (
        "an identifier looks like ",
        "编号的样式为字母、各段、校验位，例如 ",
    ),
    (
        "an identifier has digits and letters",
        "编号只含数字与字母，不含 I、L、O、U",
    ),
    (
        "the check character does not fit: compare the identifier",
        "校验位不符：请与原处核对编号",
    ),
    ("the number must have ", "该号码的位数应为 "),
    ("the number has a character", "该号码含有不会使用的字符"),
    (
        "the check character does not fit: compare the number",
        "校验位不符：请与证照核对",
    ),
    ("write a date as ", "日期写成 "),
    ("unknown variant ", "没有这个词，可用的词见 "),
    ("write ", "写成 "),
];

fn in_chinese(reason: &str) -> String {
    let found = CHINESE
        .iter()
        .find_map(|(english, chinese)| Some((reason.strip_prefix(english)?, chinese)));
    match found {
        Some((rest, chinese)) if chinese.ends_with(' ') => format!("{chinese}{rest}"),
        Some((_, chinese)) => (*chinese).to_owned(),
        None => reason.to_owned(),
    }
}

/// The program and the commands with which the arguments begin, for pointing at the right help.
fn command_of(arguments: &[OsString]) -> String {
    let mut present = super::help::command(Language::English);
    let mut words = vec![present.get_name().to_owned()];
    for argument in arguments.iter().skip(1).filter_map(|argument| argument.to_str()) {
        let Some(next) = present.find_subcommand(argument).cloned() else {
            continue;
        };
        words.push(argument.to_owned());
        present = next;
    }
    words.join(" ")
}

#[cfg(test)]
#[path = "usage_tests.rs"]
mod tests;
