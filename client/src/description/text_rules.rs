//! Rules for every text that may become public: its form, and that it holds no contact or identity of a person.
//!
//! [`scan`] is the only door.

use unicode_normalization::is_nfc;

crate::messages! {
    /// What is wrong with a text.
    pub enum TextProblem {
        /// Not in Unicode normal form C.
        NotNormalised =>
            zh "文本不是 Unicode NFC 规范形式", remedy "请在编辑器中重新输入该文本";
            en "the text is not in Unicode normal form C", remedy "type the text again in an editor";
        /// A control character, line breaks included.
        ControlCharacter { code: String } =>
            zh "文本含有控制字符 {code}", remedy "请删除换行、制表符等控制字符";
            en "the text contains control character {code}", remedy "remove line breaks, tabs and the like";
        /// A character that turns the direction of the text around.
        DirectionCharacter { code: String } =>
            zh "文本含有改变书写方向的字符 {code}，会使显示与内容不符", remedy "请删除该字符";
            en "the text contains {code}, which changes the direction of writing and makes it look other than it is", remedy "remove that character";
        /// A character that cannot be seen.
        InvisibleCharacter { code: String } =>
            zh "文本含有不可见字符 {code}", remedy "请删除该字符";
            en "the text contains the invisible character {code}", remedy "remove that character";
        /// Something like a mobile number.
        MobileNumber =>
            zh "文本含有疑似手机号码", remedy "联系方式不进入公开说明，请删除";
            en "the text contains what looks like a mobile number", remedy "contacts do not enter a public description: remove it";
        /// Something like a landline number with area code.
        LandlineNumber =>
            zh "文本含有疑似带区号的固定电话", remedy "联系方式不进入公开说明，请删除";
            en "the text contains what looks like a telephone number with area code", remedy "contacts do not enter a public description: remove it";
        /// Something like an identity number.
        IdentityNumber =>
            zh "文本含有疑似 18 位证件号码", remedy "证件号码不进入公开说明，请删除";
            en "the text contains what looks like an identity number of 18 characters", remedy "identity numbers do not enter a public description: remove it";
        /// Something like an email address.
        EmailAddress =>
            zh "文本含有疑似电子邮箱", remedy "联系方式不进入公开说明，请删除";
            en "the text contains what looks like an email address", remedy "contacts do not enter a public description: remove it";
    }
}

/// Everything that is wrong with a text, each kind once.
pub fn scan(text: &str) -> Vec<TextProblem> {
    let mut problems = Vec::new();
    if !is_nfc(text) {
        problems.push(TextProblem::NotNormalised);
    }
    let first = |wanted: fn(char) -> bool| text.chars().find(|c| wanted(*c)).map(code_of);
    problems.extend(first(char::is_control).map(|code| TextProblem::ControlCharacter { code }));
    problems.extend(first(turns_direction).map(|code| TextProblem::DirectionCharacter { code }));
    problems.extend(first(is_invisible).map(|code| TextProblem::InvisibleCharacter { code }));

    let plain: Vec<char> = text.chars().map(fold_width).collect();
    let runs = digit_runs(&plain);
    for (found, problem) in [
        (runs.iter().any(|run| run.has_mobile()), TextProblem::MobileNumber),
        (
            runs.iter().any(|run| run.has_landline()),
            TextProblem::LandlineNumber,
        ),
        (
            runs.iter().any(|run| run.has_identity()),
            TextProblem::IdentityNumber,
        ),
        (has_email(&plain), TextProblem::EmailAddress),
    ] {
        if found {
            problems.push(problem);
        }
    }
    problems
}

fn code_of(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}'
        | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Full-width forms are read like the ASCII characters they show.
fn fold_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Groups of digits with separators between them, as people write numbers: `138 0013 8000`, `(020) 1234-5678`.
#[derive(Default)]
struct Run {
    groups: Vec<String>,
    /// The last group is followed by X, the check digit of some identity numbers.
    check_x: bool,
}

/// The most groups in which one number is written.
const GROUPS_MAX: usize = 5;

impl Run {
    /// Neighbouring groups, and whether they reach the end of the run.
    fn windows(&self) -> impl Iterator<Item = (&[String], bool)> {
        let last = self.groups.len();
        (0..last).flat_map(move |from| {
            (from + 1..=last.min(from + GROUPS_MAX)).map(move |to| (&self.groups[from..to], to == last))
        })
    }

    fn has_mobile(&self) -> bool {
        self.windows().any(|(groups, _)| {
            let number = groups.concat();
            let national = without_country(&number, 11);
            let written = match groups {
                [_] => national.len() == 11,
                _ => matches!(sizes(groups).as_slice(), [3, 4, 4] | [3, 8] | [7, 4]),
            };
            written && matches!(national.as_bytes(), [b'1', b'3'..=b'9', ..])
        })
    }

    fn has_landline(&self) -> bool {
        self.windows().any(|(groups, _)| match groups {
            [whole] => area_bytes(whole).is_some_and(|area| is_local_number(whole.len() - area)),
            [country, area, rest @ ..]
                if matches!(country.as_str(), "86" | "0086") && !area.starts_with('0') =>
            {
                area_bytes(&format!("0{area}")) == Some(area.len() + 1)
                    && is_local_number(rest.concat().len())
            }
            [area, rest @ ..] => area_bytes(area) == Some(area.len()) && is_local_number(rest.concat().len()),
            [] => false,
        })
    }

    fn has_identity(&self) -> bool {
        self.windows().any(|(groups, to_end)| {
            let mut sizes = sizes(groups);
            if let (true, true, Some(last)) = (self.check_x, to_end, sizes.last_mut()) {
                *last += 1;
            }
            matches!(
                sizes.as_slice(),
                [18] | [6, 12] | [14, 4] | [6, 8, 4] | [6, 4, 4, 4] | [6, 4, 2, 2, 4]
            )
        })
    }
}

fn sizes(groups: &[String]) -> Vec<usize> {
    groups.iter().map(String::len).collect()
}

/// A number of known length without the country code before it.
fn without_country(number: &str, length: usize) -> &str {
    ["0086", "86"]
        .iter()
        .find_map(|prefix| number.strip_prefix(prefix))
        .filter(|rest| rest.len() == length)
        .unwrap_or(number)
}

/// How many digits the area code has with which a number begins: 010, 02x, 03xx to 09xx.
fn area_bytes(number: &str) -> Option<usize> {
    let area = match number.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', _, ..] => 3,
        [b'0', b'3'..=b'9', _, _, ..] => 4,
        _ => return None,
    };
    Some(area)
}

fn is_local_number(digits: usize) -> bool {
    matches!(digits, 7 | 8)
}

fn is_separator(c: char) -> bool {
    // Not the full stop: coordinates would be read as telephone numbers.
    matches!(
        c,
        ' ' | '-' | '(' | ')' | '\u{00a0}' | '\u{2010}'..='\u{2015}' | '\u{2212}'
    )
}

fn digit_runs(text: &[char]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !text[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let (run, end) = digit_run(text, at);
        runs.push(run);
        at = end;
    }
    runs
}

fn digit_run(text: &[char], start: usize) -> (Run, usize) {
    let mut run = Run::default();
    let mut at = start;
    loop {
        let digits: String = text[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
        at += digits.len();
        run.groups.push(digits);
        // At most two separators in a row, as in `(020) 123`.
        let gap = text[at..]
            .iter()
            .take(3)
            .take_while(|c| is_separator(**c))
            .count();
        let continues = (1..=2).contains(&gap) && text.get(at + gap).is_some_and(char::is_ascii_digit);
        if !continues {
            break;
        }
        at += gap;
    }
    run.check_x = matches!(text.get(at), Some('x' | 'X'));
    (run, at)
}

fn has_email(text: &[char]) -> bool {
    let is_local = |c: &char| c.is_ascii_alphanumeric() || "._%+-".contains(*c);
    let is_domain = |c: &char| c.is_alphanumeric() || *c == '-' || *c == '.';
    text.iter()
        .enumerate()
        .filter(|(_, c)| **c == '@')
        .any(|(at, _)| {
            let before = text[..at].last().is_some_and(is_local);
            let domain: String = text[at + 1..].iter().take_while(|c| is_domain(c)).collect();
            let dotted = domain
                .trim_end_matches('.')
                .split('.')
                .filter(|label| !label.is_empty())
                .count()
                >= 2;
            before && dotted
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<TextProblem> {
        scan(text)
    }

    #[test]
    fn plain_text_passes() {
        for text in [
            "2024年广东省港口业集装箱作业表格数据",
            "Hourly PM2.5 at 12 stations, 2020-01-01 to 2024-12-31",
            "2020-01-01—2024-12-31，共 12345678901 条，约 3.5 TB",
            "编码 SJ4432026090001，行业 G53",
            "0001234567 号表，20240101 至 20241231",
            "GB/T 4754—2017 第 55 大类",
            "单位 @ 每小时",
            "坐标 113.264385, 23.129112",
            "1990-1995-2000 三期",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn phones_are_found_however_written() {
        for text in [
            "13800138000",
            "电话138-0013-8000。",
            "138 0013 8000",
            "+86 138 0013 8000",
            "8613800138000",
            "１３８００１３８０００",
            "008613800138000",
            "2024 13800138000",
            "Tel13800138000",
        ] {
            assert!(found(text).contains(&TextProblem::MobileNumber), "{text}");
        }
        for text in [
            "020-12345678",
            "(0755)1234567",
            "（０７５５）１２３４５６７８",
            "010 8765 4321",
            "01087654321",
            "+86 20 1234 5678",
        ] {
            assert!(found(text).contains(&TextProblem::LandlineNumber), "{text}");
        }
    }

    #[test]
    fn longer_codes_are_not_phones() {
        for text in ["138001380001234", "12800138000", "1380013800", "135.12345678"] {
            assert!(!found(text).contains(&TextProblem::MobileNumber), "{text}");
        }
    }

    #[test]
    fn identity_numbers_are_found() {
        for text in [
            "11010119900307888X",
            "110101199003078888",
            "号110101 19900307 8888止",
            "11010119900307888x。",
        ] {
            assert!(found(text).contains(&TextProblem::IdentityNumber), "{text}");
        }
        // A unified social credit code has letters.
        assert_eq!(found("91440101MA59UQXH2L"), []);
    }

    #[test]
    fn emails_are_found() {
        for text in ["a@b.cn", "写信给data.office@example.com。", "ａ＠ｂ．ｃｎ"] {
            assert_eq!(found(text), [TextProblem::EmailAddress], "{text}");
        }
    }

    #[test]
    fn hidden_characters_are_found() {
        let code = |text: &str| text.to_owned();
        assert_eq!(
            found("a\0b"),
            [TextProblem::ControlCharacter { code: code("U+0000") }]
        );
        assert_eq!(
            found("a\nb"),
            [TextProblem::ControlCharacter { code: code("U+000A") }]
        );
        assert_eq!(
            found("a\u{202e}b"),
            [TextProblem::DirectionCharacter { code: code("U+202E") }]
        );
        assert_eq!(
            found("a\u{200b}b"),
            [TextProblem::InvisibleCharacter { code: code("U+200B") }]
        );
        assert_eq!(found("e\u{301}"), [TextProblem::NotNormalised]);
    }

    proptest! {
        #[test]
        fn any_text_is_judged_without_panic(text in any::<String>()) {
            let _ = scan(&text);
        }

        #[test]
        fn a_mobile_number_is_found_in_any_chinese_text(before in "[\u{4e00}-\u{4fff}]{0,5}", number in "1[3-9][0-9]{9}", after in "[\u{4e00}-\u{4fff}]{0,5}") {
            let text = format!("{before}{number}{after}");
            prop_assert!(scan(&text).contains(&TextProblem::MobileNumber));
        }

        #[test]
        fn numbers_and_dots_are_judged_without_panic(text in "[0-9Xx @.()+-]{0,60}") {
            let _ = scan(&text);
        }
    }
}
