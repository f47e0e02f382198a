//! Which certificate of an object an application means.

use quanji_primitives::{certificate_number::CertificateNumber, v1::CertificateRecord};

/// The place of a certificate in its object, by that place or by its number.
pub fn place_of(text: &str, certificates: &[CertificateRecord]) -> Option<u32> {
    if let Ok(place) = text.parse() {
        return Some(place);
    }
    let upper = text.to_ascii_uppercase();
    let number: CertificateNumber = text.parse().or_else(|_| upper.parse()).ok()?;
    let place = certificates.iter().position(|one| one.number == number)?;
    u32::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{clock::Moment, v1::Outcome};

    #[test]
    fn a_certificate_is_named_by_its_number_or_its_place() {
        let certificate = |number: &str| CertificateRecord {
            version: 1,
            number: number.parse().unwrap(),
            issue: 1,
            rights: Default::default(),
            entry: 1,
            issued_at: Moment(0),
            outcome: Outcome::Live,
            without_rights: None,
        };
        let known = ["SJ4412026110001", "SJ4412026110002"].map(certificate);
        let place = |text: &str| place_of(text, &known);
        assert_eq!((place("0"), place("1")), (Some(0), Some(1)));
        assert_eq!(place("sj4412026110002"), Some(1));
        for text in ["SJ4412026110003", "", "first"] {
            assert_eq!(place(text), None, "{text}");
        }
    }
}
