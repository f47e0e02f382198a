//! The language of this run, and the messages of the frame itself.

use std::{env, ffi::OsString};

use quanji_client::language::Language;

/// Finds the language before the arguments are parsed, so that help and usage errors speak it too: `--lang`, then
/// `QUANJI_LANG`, then the locale.
pub fn before_parsing(arguments: &[OsString]) -> Language {
    option(arguments)
        .or_else(|| env::var("QUANJI_LANG").ok())
        .and_then(|code| code.parse().ok())
        .unwrap_or_else(Language::of_environment)
}

fn option(arguments: &[OsString]) -> Option<String> {
    let mut texts = arguments
        .iter()
        .filter_map(|argument| argument.to_str())
        .take_while(|text| *text != "--");
    while let Some(text) = texts.next() {
        if text == "--lang" {
            return texts.next().map(str::to_owned);
        }
        if let Some(code) = text.strip_prefix("--lang=") {
            return Some(code.to_owned());
        }
    }
    None
}

quanji_client::messages! {
    /// What the frame says about itself and about files.
    pub enum Message {
        /// No key was given.
        NoKey =>
            zh "没有指定签名密钥", remedy "请用 --key 或环境变量 QUANJI_KEY 指定密钥文件、//Alice 或 command:程序路径";
            en "no signing key was given", remedy "name a key file, //Alice or command:/path/to/program with --key or the environment variable QUANJI_KEY";
        /// A password is needed and nobody can be asked.
        NoPassword { file: String } =>
            zh "需要 {file} 的密码，但当前没有终端可供输入", remedy "请设置环境变量 QUANJI_PASSWORD，或用 --password-file 指定密码文件";
            en "the password of {file} is needed and there is no terminal to ask for it", remedy "set the environment variable QUANJI_PASSWORD, or name a file with --password-file";
        /// The password file is not usable.
        BadPasswordFile { file: String, reason: String } =>
            zh "无法使用密码文件 {file}：{reason}", remedy "密码文件应为 UTF-8 文本，第一行是密码";
            en "cannot use password file {file}: {reason}", remedy "it must be UTF-8 text with the password on its first line";
        /// The two passwords typed differ.
        PasswordsDiffer =>
            zh "两次输入的密码不一致", remedy "请重新输入";
            en "the two passwords differ", remedy "try again";
        /// The terminal cannot be read.
        NoTerminal { reason: String } =>
            zh "无法从终端读取：{reason}", remedy "请改用 --password-file 或 QUANJI_PASSWORD";
            en "cannot read from the terminal: {reason}", remedy "use --password-file or QUANJI_PASSWORD";
        /// A file cannot be read.
        Unreadable { file: String, reason: String } =>
            zh "无法读取 {file}：{reason}", remedy "请检查路径与读取权限";
            en "cannot read {file}: {reason}", remedy "check the path and the permission to read";
        /// A file cannot be written.
        Unwritable { file: String, reason: String } =>
            zh "无法写入 {file}：{reason}", remedy "请检查所在文件夹是否存在、是否可写、空间是否足够";
            en "cannot write {file}: {reason}", remedy "check that its folder exists, is writable, and has room";
        /// A file to be written is there already.
        AlreadyThere { file: String } =>
            zh "{file} 已经存在，未作改动", remedy "请换一个文件名，或用 --force 覆盖";
            en "{file} is there already and was left as it is", remedy "take another name, or replace it with --force";
        /// Standard output cannot be written.
        NoOutput { reason: String } =>
            zh "无法写到标准输出：{reason}"; en "cannot write to standard output: {reason}";
        /// The runtime for chain work cannot be started.
        NoRuntime { reason: String } =>
            zh "无法启动异步运行环境：{reason}"; en "cannot start the asynchronous runtime: {reason}";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(arguments: &[&str]) -> Option<String> {
        option(&arguments.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn finds_the_option_in_both_forms() {
        assert_eq!(found(&["quanji", "keys", "--lang", "zh"]).as_deref(), Some("zh"));
        assert_eq!(found(&["quanji", "--lang=en"]).as_deref(), Some("en"));
        assert_eq!(found(&["quanji", "--lang"]), None);
        assert_eq!(found(&["quanji", "--", "--lang=en"]), None);
    }
}
