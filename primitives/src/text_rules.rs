//! What a published text may not contain: control characters, direction overrides, and numbers that look like a
//! person's telephone, identity card or mail address (design section 4, rule 5).

use core::fmt;

/// The longest description that can be published, in bytes.
pub const TEXT_BYTES_MAX: u32 = 16 * 1024;

/// Why a text may not be published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextFault {
    /// Not UTF-8.
    NotUtf8,
    /// A control character.
    ControlCharacter,
    /// A character that changes the direction of writing or is invisible.
    DirectionOverride,
    /// Looks like a mobile or landline telephone number.
    TelephoneNumber,
    /// Looks like the number of an identity card.
    IdentityNumber,
    /// Looks like a mail address.
    MailAddress,
}

impl fmt::Display for TextFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotUtf8 => "the text is not UTF-8",
            Self::ControlCharacter => "the text has a control character",
            Self::DirectionOverride => {
                "the text has an invisible character or one that changes the direction of writing"
            }
            Self::TelephoneNumber => {
                "the text has what looks like a telephone number; write quantities with their unit"
            }
            Self::IdentityNumber => "the text has what looks like an identity card number",
            Self::MailAddress => "the text has what looks like a mail address",
        })
    }
}

impl core::error::Error for TextFault {}

/// Checks a text in one pass over its characters and one over its words.
pub fn check(bytes: &[u8]) -> Result<(), TextFault> {
    let text = core::str::from_utf8(bytes).map_err(|_| TextFault::NotUtf8)?;
    for character in text.chars() {
        if character.is_control() {
            return Err(TextFault::ControlCharacter);
        }
        if is_invisible(character) {
            return Err(TextFault::DirectionOverride);
        }
    }
    check_numbers(text)
}

fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Words are runs of ASCII letters and digits, so that digits inside a digest are no telephone number.
fn check_numbers(text: &str) -> Result<(), TextFault> {
    let mut before: [&str; 2] = ["", ""];
    let mut separators = [None, None];
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_alphanumeric()) {
        let gap = rest.get(..start).unwrap_or("");
        let from_word = rest.get(start..).unwrap_or("");
        let end = from_word
            .find(|letter: char| !letter.is_ascii_alphanumeric())
            .unwrap_or(from_word.len());
        let word = from_word.get(..end).unwrap_or("");
        rest = from_word.get(end..).unwrap_or("");
        separators = [separators[1], single(gap)];
        check_word(word, before, separators)?;
        if is_mail_address(gap, before[1], word, rest) {
            return Err(TextFault::MailAddress);
        }
        before = [before[1], word];
    }
    Ok(())
}

/// The one separator between two words, if it is one by which telephone numbers are grouped.
fn single(gap: &str) -> Option<char> {
    let mut characters = gap.chars();
    characters
        .next()
        .filter(|first| matches!(first, ' ' | '-') && characters.next().is_none())
}

fn is_digits(word: &str, lengths: core::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn begins_like_mobile(word: &str) -> bool {
    let mut bytes = word.bytes();
    bytes.next() == Some(b'1') && bytes.next().is_some_and(|second| (b'3'..=b'9').contains(&second))
}

fn check_word(
    word: &str,
    [first, second]: [&str; 2],
    separators: [Option<char>; 2],
) -> Result<(), TextFault> {
    let plain_mobile = |word: &str| is_digits(word, 11..=11) && begins_like_mobile(word);
    let with_country = word
        .strip_prefix("86")
        .or_else(|| word.strip_prefix("0086"))
        .is_some_and(plain_mobile);
    let grouped = separators == [separators[1], separators[1]]
        && separators[1].is_some()
        && is_digits(first, 3..=3)
        && begins_like_mobile(first)
        && is_digits(second, 4..=4)
        && is_digits(word, 4..=4);
    let landline = separators[1] == Some('-')
        && is_digits(second, 3..=4)
        && second.starts_with('0')
        && is_digits(word, 7..=8);
    let plain_landline = is_digits(word, 10..=12) && word.starts_with('0');
    if plain_mobile(word) || with_country || grouped || landline || plain_landline {
        return Err(TextFault::TelephoneNumber);
    }
    if is_identity_number(word) {
        return Err(TextFault::IdentityNumber);
    }
    Ok(())
}

/// 17 digits and a digit or X, with a birth date from 1900 to 2099 in the middle.
fn is_identity_number(word: &str) -> bool {
    let number = |from: usize, to: usize| word.get(from..to).and_then(|part| part.parse::<i32>().ok());
    let last_fits = word
        .bytes()
        .last()
        .is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'X' | b'x'));
    word.len() == 18
        && last_fits
        && word.get(..17).is_some_and(|digits| is_digits(digits, 17..=17))
        && matches!(number(6, 10), Some(1900..=2099))
        && matches!(number(10, 12), Some(1..=12))
        && matches!(number(12, 14), Some(1..=31))
}

fn is_mail_address(gap: &str, before: &str, word: &str, rest: &str) -> bool {
    let domain_follows = rest
        .strip_prefix('.')
        .and_then(|rest| rest.chars().next())
        .is_some_and(|c| c.is_ascii_alphanumeric());
    gap == "@" && !before.is_empty() && !word.is_empty() && domain_follows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_persons_are_found_in_their_usual_forms() {
        for text in [
            "电话13800138000联系",
            "+86 13912345678",
            "8613912345678",
            "139-1234-5678",
            "139 1234 5678",
            "020-12345678",
            "02012345678",
        ] {
            assert_eq!(check(text.as_bytes()), Err(TextFault::TelephoneNumber), "{text}");
        }
        assert_eq!(
            check("证号11010119900307123X。".as_bytes()),
            Err(TextFault::IdentityNumber)
        );
        assert_eq!(check(b"write to name@example.org"), Err(TextFault::MailAddress));
    }

    #[test]
    fn ordinary_texts_pass() {
        for text in [
            "2024年广东省港口业集装箱作业表格数据",
            r#"{"@context":"https://www.w3.org/ns/dcat3.jsonld","dcat:byteSize":1234567,"records":"10000000"}"#,
            "914403007084611360 and 9f8613800138000aa",
            "2026-11-09, 1949-2024, 0.1380013",
            "per 100 000 000 rows",
        ] {
            assert_eq!(check(text.as_bytes()), Ok(()), "{text}");
        }
    }

    #[test]
    fn invisible_and_control_characters_are_refused() {
        assert_eq!(check("a\u{202e}b".as_bytes()), Err(TextFault::DirectionOverride));
        assert_eq!(check("a\u{200b}b".as_bytes()), Err(TextFault::DirectionOverride));
        assert_eq!(check(b"a\0b"), Err(TextFault::ControlCharacter));
        assert_eq!(check(b"a\nb"), Err(TextFault::ControlCharacter));
        assert_eq!(check(&[0xff]), Err(TextFault::NotUtf8));
    }

    proptest! {
        #[test]
        fn any_bytes_are_judged_without_panic(bytes: Vec<u8>) {
            let _ = check(&bytes);
        }

        #[test]
        fn a_mobile_number_is_found_anywhere(before in "[^0-9A-Za-z]{0,9}", after in "[^0-9A-Za-z]{0,9}", tail in 300_000_000u64..1_000_000_000) {
            let text = format!("{before}1{tail:09}0{after}");
            prop_assert!(check(text.as_bytes()).is_err());
        }
    }
}
