//! Help in both languages, and completions.
//!
//! English help is the doc comments of the arguments. Chinese help is the table [`CHINESE`]: the key is the words of a
//! command, or these and the name of an argument, or `*` and the name of an argument that several commands have; a test
//! fails when an entry lacks.

use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use quanji_client::language::Language;

use super::{
    args::{Cli, GLOBAL_HEADING},
    exit::Exit,
    output::Report,
    CommandResult,
};

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell: bash, zsh or fish
    #[arg(value_parser = ["bash", "zsh", "fish"], hide_possible_values = true)]
    shell: String,
}

/// Chinese help: `command` or `command.argument`.
const CHINESE: &[(&str, &str)] = &[
    ("", "数据产权登记：密钥、指纹、数据说明、申请、凭证"),
    ("json", "以一个 JSON 对象输出；错误以 JSON 问题详情写到标准错误"),
    ("lang", "消息语言：zh 或 en [默认：取自 LANG]"),
    ("node", "节点地址"),
    (
        "key",
        "签名密钥：密钥文件、密钥文件夹中的名称、//Alice 或 command:程序路径",
    ),
    ("block", "查询截至该区块的登记簿 [默认：最新最终区块]"),
    ("key_folder", "密钥文件夹 [默认：配置文件夹中的 quanji/keys]"),
    ("password_file", "含密钥密码的文件；也可设置 QUANJI_PASSWORD"),
    ("quiet", "只输出结果，不显示进度与提示"),
    ("help", "显示帮助"),
    ("version", "显示版本"),
    ("keys", "新建、导入、列出密钥"),
    ("keys new", "新建密钥，写入加密的密钥文件（polkadot.js 格式）"),
    ("keys new.out", "密钥文件 [默认：密钥文件夹中以名称或地址命名]"),
    ("keys new.name", "密钥的名称"),
    ("keys new.words", "同时显示 12 个助记词，请抄写备份"),
    ("keys show", "显示密钥的地址与公钥，不需要密码"),
    (
        "keys show.key_shown",
        "密钥文件、名称、//Alice 或 command:程序路径 [默认：--key]",
    ),
    ("keys import", "导入助记词、种子或开发密钥，写入加密的密钥文件"),
    (
        "keys import.from_file",
        "含助记词、0x 种子或 //Alice 的文件 [默认：标准输入]",
    ),
    ("keys import.out", "密钥文件 [默认：密钥文件夹中以名称或地址命名]"),
    ("keys import.name", "密钥的名称"),
    ("keys list", "列出密钥文件夹中的密钥"),
    ("fingerprint", "计算文件或文件夹的数据指纹"),
    (
        "fingerprint.path",
        "文件（结果与 b3sum 相同）或文件夹（规范清单的摘要）",
    ),
    (
        "fingerprint.kind",
        "内容种类：snapshot 快照、sample 样例、schema 结构、model 模型",
    ),
    ("fingerprint.date", "内容的日期 YYYY-MM-DD [默认：今天，北京时间]"),
    (
        "fingerprint.keyed",
        "用此文件中的 32 字节密钥（64 位十六进制）计算，适用于内容较小或含个人信息的数据",
    ),
    ("fingerprint.out", "将指纹写入此文件（JSON）"),
    ("fingerprint.manifest", "只输出文件夹的规范清单"),
    ("fingerprint.force", "覆盖已有文件"),
    ("describe", "编写、检查、封存数据说明"),
    ("describe new", "生成待填写的数据说明"),
    (
        "describe new.set",
        "填写一个字段，可重复，例如 --set industry.section=G；列表用逗号分隔",
    ),
    ("describe new.service", "描述的是数据服务而不是数据集"),
    ("describe new.out", "写入此文件 [默认：标准输出]"),
    ("describe new.force", "覆盖已有文件"),
    ("describe check", "检查数据说明，并给出其摘要"),
    ("describe check.file", "数据说明文件；- 表示标准输入"),
    ("describe seal", "将保密字段替换为加盐摘要，并给出公开文档的摘要"),
    ("describe seal.file", "数据说明文件；- 表示标准输入"),
    (
        "describe seal.confidential",
        "保密字段的路径，用逗号分隔，例如 purpose,volume.records",
    ),
    ("describe seal.out", "公开文档，以规范形式写入此文件"),
    (
        "describe seal.disclosures",
        "披露内容写入此文件，仅本人可读，请妥善保存",
    ),
    ("describe seal.force", "覆盖已有文件"),
    (
        "describe disclose",
        "取出部分已封存字段的披露内容，供转交（权利人）",
    ),
    ("describe disclose.file", "封存时保存的披露内容"),
    (
        "describe disclose.members",
        "要出示的字段路径，用逗号分隔：purpose,volume.records",
    ),
    ("describe disclose.out", "写入此文件，仅本人可读"),
    ("describe disclose.force", "覆盖已有文件"),
    ("describe reveal", "离线核对披露的字段是否属于公开文档（查阅人）"),
    ("describe reveal.file", "公开文档"),
    ("describe reveal.disclosures", "收到的披露内容"),
    ("describe fields", "列出数据说明的全部字段及其取值"),
    ("regime", "登记制度与工作日日历"),
    ("regime list", "列出国家、深圳与公共数据登记制度的各个版本"),
    (
        "regime show",
        "查看登记制度的一个版本，或写入文件作为下一版的草稿",
    ),
    (
        "regime show.regime",
        "登记制度：national-2026 为现行版本，national-2026/2 为该版本",
    ),
    ("regime show.out", "将整个版本写入此文件（JSON）"),
    ("regime show.force", "覆盖已有文件"),
    (
        "regime publish",
        "发布登记制度的下一版本；在办案件适用原版本（主管部门）",
    ),
    (
        "regime publish.file",
        "版本文件，格式同 regime show --out，编号为下一号",
    ),
    (
        "regime publish.from",
        "自何时起适用于新案件，代替文件所载：2026-10-20T12:00",
    ),
    ("regime calendar", "加载一年的工作日日历（主管部门）"),
    ("regime calendar.year", "年份"),
    ("regime calendar.off", "休息的周一至周五，可重复：2027-01-01"),
    (
        "regime negative-list",
        "负面清单：列入或移出行业大类，列入的不予登记（主管部门）",
    ),
    (
        "regime negative-list add",
        "列入：该行业大类的数据不再登记，也不得许可",
    ),
    (
        "regime negative-list add.industry",
        "GB/T 4754 行业大类，两位数字：74",
    ),
    ("regime negative-list remove", "移出负面清单"),
    (
        "regime negative-list remove.industry",
        "GB/T 4754 行业大类，两位数字：74",
    ),
    ("regime code", "向编码表永久加入一个编码（主管部门）"),
    (
        "regime code.table",
        "编码表：industry 行业、product-form 产品形态、purpose 用途",
    ),
    ("regime code.code", "新编码，1 至 99"),
    ("regime calendar.worked", "上班的周六、周日，可重复：2027-02-20"),
    ("completions", "输出命令补全脚本"),
    ("completions.shell", "命令解释器：bash、zsh 或 fish"),
];

/// The command line with help in a language.
pub fn command(language: Language) -> Command {
    let mut lines = vec![language.pick("退出码：", "Exit codes:").to_owned()];
    lines.extend(
        Exit::ALL
            .iter()
            .map(|exit| format!("  {}  {}", exit.code(), exit.title(language))),
    );
    let command = Cli::command().after_help(lines.join("\n"));
    match language {
        Language::English => command,
        Language::Chinese => in_chinese(command, ""),
    }
}

/// The whole table.
fn entries() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    CHINESE
        .iter()
        .chain(super::help_of_acts::CHINESE)
        .chain(super::help_of_cases::CHINESE)
        .chain(super::help_of_day_book::CHINESE)
        .chain(super::help_of_dealings::CHINESE)
        .chain(super::help_of_disputes::CHINESE)
        .chain(super::help_of_evidence::CHINESE)
        .chain(super::help_of_imports::CHINESE)
        .chain(super::help_of_licences::CHINESE)
        .chain(super::help_of_collateral::CHINESE)
        .chain(super::help_of_successions::CHINESE)
        .chain(super::help_of_titles::CHINESE)
}

fn chinese(key: &str) -> Option<&'static str> {
    entry(key).map(|(_, text)| *text)
}

/// The entry of a key, or of its argument in any command.
fn entry(key: &str) -> Option<&'static (&'static str, &'static str)> {
    let exact = entries().find(|(found, _)| *found == key);
    exact.or_else(|| {
        let (_, argument) = key.split_once('.')?;
        entries().find(|(found, _)| found.strip_prefix("*.") == Some(argument))
    })
}

fn in_chinese(command: Command, words: &str) -> Command {
    let words_of_argument = words.to_owned();
    let words_of_command = words.to_owned();
    let command = match chinese(words) {
        Some(about) => command.about(about),
        None => command,
    };
    command
        .help_template("{about}\n\n用法：{usage}\n\n{all-args}{after-help}")
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .mut_args(move |argument| {
            let heading = match argument.get_help_heading() {
                Some(GLOBAL_HEADING) => "通用选项",
                _ if argument.is_positional() => "参数",
                _ => "选项",
            };
            match chinese(&key_of(&words_of_argument, argument.get_id().as_str())) {
                Some(help) => argument.help(help).help_heading(heading),
                None => argument.help_heading(heading),
            }
        })
        .mut_subcommands(move |inner| {
            let words = format!("{words_of_command} {}", inner.get_name());
            in_chinese(inner, words.trim_start())
        })
}

/// Global options stand in the table without a command.
fn key_of(words: &str, argument: &str) -> String {
    if words.is_empty() {
        argument.to_owned()
    } else {
        format!("{words}.{argument}")
    }
}

/// Prints completions.
pub fn completions(arguments: &Completions) -> CommandResult {
    let shell = match arguments.shell.as_str() {
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "quanji", &mut script);
    Ok(Report::raw(script))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn keys_of(command: &Command, words: &str, keys: &mut BTreeSet<String>) {
        keys.insert(words.to_owned());
        keys.extend(
            command
                .get_arguments()
                .map(|argument| key_of(words, argument.get_id().as_str())),
        );
        for inner in command.get_subcommands() {
            keys_of(inner, format!("{words} {}", inner.get_name()).trim_start(), keys);
        }
    }

    #[test]
    fn every_command_and_argument_has_chinese_help_and_no_entry_is_left_over() {
        let mut needed = BTreeSet::new();
        keys_of(&Cli::command(), "", &mut needed);
        let there: BTreeSet<_> = entries().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(there.len(), entries().count(), "an entry stands twice");
        let lacking: Vec<_> = needed.iter().filter(|key| entry(key).is_none()).collect();
        assert_eq!(lacking, [""; 0], "lacking");
        let used: BTreeSet<_> = needed
            .iter()
            .filter_map(|key| Some(entry(key)?.0.to_owned()))
            .collect();
        assert_eq!(there.difference(&used).collect::<Vec<_>>(), [""; 0], "left over");
    }

    /// The words of a help text that look like identifiers.
    fn identifiers(text: &str) -> Vec<String> {
        text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .filter(|word| {
                let mut letters = word.chars();
                letters.next().is_some_and(|letter| "ABPCFJKORW".contains(letter))
                    && letters.next().is_some_and(|digit| digit.is_ascii_digit())
            })
            .map(str::to_owned)
            .collect()
    }

    fn help_texts(command: &Command, texts: &mut Vec<String>) {
        texts.extend(command.get_about().map(ToString::to_string));
        texts.extend(
            command
                .get_arguments()
                .filter_map(|argument| Some(argument.get_help()?.to_string())),
        );
        command
            .get_subcommands()
            .for_each(|inner| help_texts(inner, texts));
    }

    #[test]
    fn identifiers_in_the_help_read_back() {
        use quanji_primitives::{
            AuthorityId, CaseId, ConflictId, DeedId, ObjectId, ObjectionId, OfficerId, PartyId, PowerId,
            RightId, StampId,
        };
        let mut texts: Vec<_> = entries().map(|(_, text)| (*text).to_owned()).collect();
        help_texts(&Cli::command(), &mut texts);
        let found: BTreeSet<_> = texts.iter().flat_map(|text| identifiers(text)).collect();
        assert!(found.len() >= 4, "{found:?}");
        for text in found {
            let reads = match text.chars().next() {
                Some('A') => text.parse::<AuthorityId>().is_ok(),
                Some('P') => text.parse::<PartyId>().is_ok(),
                Some('C') => text.parse::<CaseId>().is_ok(),
                Some('F') => text.parse::<OfficerId>().is_ok(),
                Some('J') => text.parse::<ObjectionId>().is_ok(),
                Some('K') => text.parse::<ConflictId>().is_ok(),
                Some('O') => text.parse::<ObjectId>().is_ok(),
                Some('W') => text.parse::<PowerId>().is_ok(),
                Some('D') => text.parse::<DeedId>().is_ok(),
                Some('B') => text.parse::<StampId>().is_ok(),
                _ => text.parse::<RightId>().is_ok(),
            };
            assert!(reads, "{text}");
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        command(Language::English).debug_assert();
        command(Language::Chinese).debug_assert();
    }
}
