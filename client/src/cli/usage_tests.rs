//! Whatever words a person gives, they are understood or refused in both languages, without panic.

use super::{
    super::{args::Cli, help},
    command_of, explain,
};
use clap::{Command, FromArgMatches};
use proptest::{prelude::*, sample::Index};
use quanji_client::language::{Language, Localised};
use std::{ffi::OsString, os::unix::ffi::OsStringExt, sync::LazyLock};

/// The words of each command, and its options.
static COMMANDS: LazyLock<Vec<(Vec<String>, Vec<String>)>> = LazyLock::new(|| {
    let mut found = Vec::new();
    gather(&help::command(Language::English), &[], &mut found);
    found
});

fn gather(command: &Command, words: &[String], found: &mut Vec<(Vec<String>, Vec<String>)>) {
    let options = command
        .get_arguments()
        .filter_map(|argument| argument.get_long().map(|name| format!("--{name}")));
    found.push((words.to_vec(), options.collect()));
    for inner in command.get_subcommands() {
        let words = [words, &[inner.get_name().to_owned()]].concat();
        gather(inner, &words, found);
    }
}

/// A word as people mistype it, a word of our own, or any bytes.
fn word() -> impl Strategy<Value = OsString> {
    prop_oneof![
        "[A-Za-z0-9:/.,=-]{0,30}".prop_map(OsString::from),
        "\\PC{0,20}".prop_map(OsString::from),
        "[APOCFRE]1-[0-9A-Z]{1,3}-[0-9A-Z]".prop_map(OsString::from),
        "20[0-9]{2}-[0-9]{2}-[0-9]{2}".prop_map(OsString::from),
        "(holding|operating|resource|product|collected|enterprise|general|1/2|national-2026/1)"
            .prop_map(OsString::from),
        prop::collection::vec(any::<u8>(), 0..12).prop_map(OsString::from_vec),
    ]
}

fn read(arguments: &[OsString], language: Language) {
    match help::command(language).try_get_matches_from(arguments) {
        Ok(matches) => {
            let _ = Cli::from_arg_matches(&matches);
        }
        Err(error) => {
            let explained = explain(&error, &command_of(arguments));
            assert!(!explained.text(language).is_empty());
            let _ = explained.remedy(language);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_command_line_is_read_or_refused(
        command in any::<Index>(),
        given in prop::collection::vec((any::<Index>(), any::<bool>(), word()), 0..12),
    ) {
        let (words, options) = command.get(&COMMANDS);
        let mut arguments = vec![OsString::from("quanji")];
        arguments.extend(words.iter().map(OsString::from));
        for (option, named, word) in &given {
            if *named && !options.is_empty() {
                arguments.push(option.get(options).into());
            }
            arguments.push(word.clone());
        }
        for language in [Language::English, Language::Chinese] {
            read(&arguments, language);
        }
    }
}
