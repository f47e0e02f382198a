//! Texts: what may not be published, to the last digit.

use quanji_primitives::text_rules::{check, TextFault};

#[track_caller]
fn assert_all(texts: &[&str], expected: Result<(), TextFault>) {
    for text in texts {
        assert_eq!(check(text.as_bytes()), expected, "{text}");
    }
}

const TELEPHONE: Result<(), TextFault> = Err(TextFault::TelephoneNumber);

#[test]
fn a_mobile_number_has_eleven_digits_and_begins_with_13_to_19() {
    assert_all(&["13000000000", "19000000000", "x 15912345678 y"], TELEPHONE);
    assert_all(
        &[
            "1390000000",
            "139000000000",
            "12900000000",
            "23900000000",
            "10900000000",
        ],
        Ok(()),
    );
    assert_all(&["8613900000000", "008613900000000", "+8613900000000"], TELEPHONE);
    assert_all(&["8612900000000", "861390000000", "8513900000000"], Ok(()));
}

#[test]
fn a_mobile_number_in_groups_has_three_four_and_four_digits_with_equal_separators() {
    assert_all(
        &["139-1234-5678", "139 1234 5678", "tel 139 1234 5678"],
        TELEPHONE,
    );
    assert_all(
        &[
            "139-1234 5678",
            "139 1234-5678",
            "139  1234  5678",
            "139/1234/5678",
            "129-1234-5678",
            "1391-234-5678",
            "13-1234-5678",
            "139-123-5678",
            "139-12345-678",
            "139-1234-567",
            "139-1234-56789",
            "139-12a4-5678",
            "139-1234-567a",
        ],
        Ok(()),
    );
}

#[test]
fn a_landline_has_its_area_before_a_hyphen_or_in_one_word() {
    assert_all(
        &["020-1234567", "020-12345678", "0755-1234567", "0755-12345678"],
        TELEPHONE,
    );
    assert_all(
        &[
            "020 12345678",
            "120-12345678",
            "02-12345678",
            "07551-1234567",
            "020-123456",
            "020-123456789",
            "0a0-12345678",
            "020-1234567a",
        ],
        Ok(()),
    );
    assert_all(&["0201234567", "02012345678", "075512345678"], TELEPHONE);
    assert_all(
        &["020123456", "0755123456789", "1201234567", "02012345a7"],
        Ok(()),
    );
}

#[test]
fn an_identity_number_has_eighteen_characters_with_a_date_of_birth() {
    let identity = Err(TextFault::IdentityNumber);
    assert_all(
        &["110101199003071234", "11010119900307123X", "11010119900307123x"],
        identity,
    );
    assert_all(&["110101190001011234", "110101209912311234"], identity);
    assert_all(
        &[
            "11010119900307123",
            "1101011990030712345",
            "11010119900307123A",
            "1101011990030712X4",
            "110101189912311234",
            "110101210001011234",
            "110101199000071234",
            "110101199013071234",
            "110101199003001234",
            "110101199003321234",
        ],
        Ok(()),
    );
}

#[test]
fn a_mail_address_has_a_name_an_at_sign_and_a_domain_with_a_point() {
    assert_all(&["name@example.org", "a@b.c"], Err(TextFault::MailAddress));
    assert_all(
        &[
            "@example.org",
            "name@example",
            "name@example.",
            "name@example. org",
            "name @example.org",
            "name@ example.org",
            "name#example.org",
        ],
        Ok(()),
    );
}

#[test]
fn invisible_characters_are_refused_and_their_neighbours_are_not() {
    for hidden in [
        '\u{061c}', '\u{200b}', '\u{200f}', '\u{202a}', '\u{202e}', '\u{2060}', '\u{2069}', '\u{feff}',
    ] {
        let text = format!("数{hidden}据");
        assert_eq!(
            check(text.as_bytes()),
            Err(TextFault::DirectionOverride),
            "{hidden:?}"
        );
    }
    for visible in [
        '\u{061b}', '\u{200a}', '\u{2010}', '\u{202f}', '\u{206a}', '\u{fefe}',
    ] {
        let text = format!("数{visible}据");
        assert_eq!(check(text.as_bytes()), Ok(()), "{visible:?}");
    }
    for control in ['\0', '\t', '\n', '\u{7f}', '\u{85}'] {
        let text = format!("数{control}据");
        assert_eq!(
            check(text.as_bytes()),
            Err(TextFault::ControlCharacter),
            "{control:?}"
        );
    }
}
