//! The text of a public notice: read from the block that published it, or one that somebody has, checked by its digest.

use std::path::Path;

use quanji_client::{
    chain::{Chain, PublishedText, View},
    description::{in_lines, is_text},
    language::{Language, Localised},
};
use quanji_primitives::{
    case::{Case, Notice},
    CaseId, Digest,
};
use serde_json::{json, Value};

use super::{
    super::{
        context::Context,
        exit::{Exit, Failure},
        output::Report,
        CommandResult,
    },
    notice::TEXT_BYTES_MAX,
};

/// A file may have white space that the published form has not.
const TEXT_FILE_BYTES_MAX: usize = 4 * TEXT_BYTES_MAX;

quanji_client::messages! {
    /// Why a text is not the published one.
    enum Message {
        /// The text is another one.
        OtherText { case: String, published: String, file: String } =>
            zh "{file} 不是案件 {case} 公示的文本：公示文本的摘要为 {published}", remedy "不带 --text 时从公示的区块读取文本";
            en "{file} is not the text published in {case}, whose digest is {published}",
                remedy "without --text the text is read from the block that published it";
        /// Nothing was published.
        NothingPublished { case: String } =>
            zh "案件 {case} 全部不予公示，没有公示文本", remedy "请去掉 --text";
            en "the whole of {case} is withheld: there is no published text", remedy "leave out --text";
    }
}

/// Reads the text from the block that published it. A node that does not keep it does not make the notice less valid.
pub async fn read(
    context: &Context,
    chain: &Chain,
    view: &View,
    id: CaseId,
    notice: &Notice,
    report: Report,
) -> Report {
    let language = context.language;
    let spinner = context
        .output
        .spinner(language.pick("查找公示的区块", "looking for the block of the notice"));
    let found = chain.published_text(id, notice, view.number()).await;
    spinner.finish_and_clear();
    match found {
        Ok(Some(found)) => with_text(language, &found, report),
        Ok(None) if notice.text.is_none() => report.fact("published_text", Value::Null),
        Ok(None) => report.fact("published_text", Value::Null).caution(language.pick(
            "公示的区块中没有单独公示该文本的交易；可用 --text 核对手中的文本",
            "no transaction of the block of the notice has the text by itself; --text checks one that you have",
        )),
        Err(error) => report.fact("published_text", Value::Null).caution(language.pick(
            format!(
                "未能从该节点读取公示文本（{}）；可用 --text 核对手中的文本",
                error.text(language)
            ),
            format!(
                "the text could not be read from this node ({}); --text checks one that you have",
                error.text(language)
            ),
        )),
    }
}

/// Adds the texts of the parts that a split would have leave the object, each read from the block that published it.
pub async fn parts(
    context: &Context,
    chain: &Chain,
    view: &View,
    (id, case): (CaseId, &Case),
    mut report: Report,
) -> Report {
    let language = context.language;
    let mut facts = Vec::new();
    for (place, digest) in case.part_texts.iter().enumerate() {
        let found = chain
            .published_part(id, (place, *digest), view.number())
            .await
            .ok()
            .flatten();
        let number = place.saturating_add(1);
        report = part(language, (number, *digest), found.as_ref(), report);
        facts.push(json!({
            "part": number,
            "text": digest.to_string(),
            "published_in": found.as_ref().map(|found| found.block),
            "published_text": found.as_ref().map(|found| String::from_utf8_lossy(&found.text).into_owned()),
        }));
    }
    report.fact("parts", facts.into())
}

/// One part that would leave, with what was published of it.
fn part(
    language: Language,
    (number, digest): (usize, Digest),
    found: Option<&PublishedText>,
    report: Report,
) -> Report {
    match found {
        Some(PublishedText { block, text }) => report
            .done(language.pick(
                format!("拆出的第 {number} 部分的公示文本（区块 {block}），与摘要相符："),
                format!("the published text of part {number} that would leave, of block {block}, has this digest:"),
            ))
            .text(in_lines(&String::from_utf8_lossy(text))),
        None => report.caution(language.pick(
            format!("未能从该节点读取拆出的第 {number} 部分的公示文本，其摘要为 {digest}"),
            format!("the text of part {number} that would leave could not be read from this node; its digest is {digest}"),
        )),
    }
}

fn with_text(language: Language, found: &PublishedText, report: Report) -> Report {
    let text = String::from_utf8_lossy(&found.text).into_owned();
    let lines = in_lines(&text);
    let block = found.block;
    report
        .fact("published_text", text.into())
        .fact("published_in", block.into())
        .done(language.pick(
            format!("公示文本（区块 {block}），与摘要相符："),
            format!("the published text, of block {block}, has this digest:"),
        ))
        .text(lines)
}

/// Checks a text that somebody has.
pub fn compared(
    context: &Context,
    id: CaseId,
    notice: &Notice,
    file: &Path,
    report: Report,
) -> CommandResult {
    let language = context.language;
    let case = id.to_string();
    let Some(published) = notice.text else {
        return Err(Failure::new(
            Exit::InputInvalid,
            Message::NothingPublished { case },
        ));
    };
    let shown = file.display().to_string();
    if !is_text(&context.read(file, TEXT_FILE_BYTES_MAX)?, published) {
        let message = Message::OtherText {
            case,
            published: published.to_string(),
            file: shown,
        };
        return Err(Failure::new(Exit::VerificationFailed, message));
    }
    Ok(report.fact("verified", true.into()).done(language.pick(
        format!("{shown} 是公示的文本，与摘要相符"),
        format!("{shown} is the published text: it has this digest"),
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_leave_is_shown_with_its_own_text_or_its_digest() {
        let found = PublishedText {
            block: 8,
            text: br#"{"a":"y"}"#.to_vec(),
        };
        let digest = Digest::sha2_256(&found.text);
        let said = |found| part(Language::English, (2, digest), found, Report::new(json!({}))).plain();
        let text = said(Some(&found));
        assert!(text.contains("part 2") && text.contains("\"a\": \"y\""), "{text}");
        assert!(said(None).contains(&digest.to_string()));
    }

    #[test]
    fn the_text_stands_below_the_notice_as_it_was_published() {
        let found = PublishedText {
            block: 9,
            text: br#"{"a":"x","b":1}"#.to_vec(),
        };
        let report = with_text(Language::English, &found, Report::new(json!({})));
        assert_eq!(report.json()["published_text"], r#"{"a":"x","b":1}"#);
        assert_eq!(report.json()["published_in"], 9);
        assert!(report.plain().contains("\n  \"b\": 1\n"), "{}", report.plain());
    }
}
