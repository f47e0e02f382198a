//! Numbers of certificates in the national form, NG annex 6.

use crate::clock::Day;
use core::{fmt, str::FromStr};

domain! {
    /// A certificate number 登记凭证编号: `SJ` + region 2 + institution 1 + year and month 6 + serial of the month 4.
    /// An attribute with an index, never a key.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(try_from = "alloc::string::String", into = "alloc::string::String")]
    pub struct CertificateNumber(pub [u8; 15]);

    /// A month of one authority, for which serial numbers are drawn.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct NumberingMonth {
        /// The year.
        pub year: u16,
        /// The month, 1 to 12.
        pub month: u8,
    }
}

/// The highest serial of a month; 0000 is none.
pub const SERIAL_OF_MONTH_MAX: u16 = 9_999;

/// Why a text is no certificate number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotACertificateNumber;

impl fmt::Display for NotACertificateNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "a certificate number looks like SJ4412026110001: SJ, 13 digits, a month, a serial above 0000",
        )
    }
}

impl core::error::Error for NotACertificateNumber {}

impl NumberingMonth {
    /// The month in which `day` lies.
    pub fn of(day: Day) -> Self {
        let date = day.date();
        Self {
            year: u16::try_from(date.year).unwrap_or(u16::MAX),
            month: u8::try_from(date.month).unwrap_or(0),
        }
    }
}

impl CertificateNumber {
    /// The number with `serial` in `month` of the institution `digit` in `region`; `None` when a field is out of range.
    pub fn new(region: u8, digit: u8, month: NumberingMonth, serial: u16) -> Option<Self> {
        let in_range = region < 100
            && digit < 10
            && (1..=12).contains(&month.month)
            && month.year < 10_000
            && (1..=SERIAL_OF_MONTH_MAX).contains(&serial);
        in_range.then_some(())?;
        let text = alloc::format!(
            "SJ{region:02}{digit}{:04}{:02}{serial:04}",
            month.year,
            month.month
        );
        text.into_bytes().try_into().ok().map(Self)
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl FromStr for CertificateNumber {
    type Err = NotACertificateNumber;

    fn from_str(text: &str) -> Result<Self, NotACertificateNumber> {
        let digits = text.strip_prefix("SJ").ok_or(NotACertificateNumber)?;
        let number = |from: usize, to: usize| {
            digits
                .get(from..to)
                .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<u16>().ok())
                .ok_or(NotACertificateNumber)
        };
        let small = |value: u16| u8::try_from(value).map_err(|_| NotACertificateNumber);
        let month = NumberingMonth {
            year: number(3, 7)?,
            month: small(number(7, 9)?)?,
        };
        Self::new(
            small(number(0, 2)?)?,
            small(number(2, 3)?)?,
            month,
            number(9, 13)?,
        )
        .filter(|number| number.as_str() == text)
        .ok_or(NotACertificateNumber)
    }
}

impl TryFrom<alloc::string::String> for CertificateNumber {
    type Error = NotACertificateNumber;

    fn try_from(text: alloc::string::String) -> Result<Self, NotACertificateNumber> {
        text.parse()
    }
}

impl From<CertificateNumber> for alloc::string::String {
    fn from(number: CertificateNumber) -> Self {
        number.as_str().into()
    }
}

impl fmt::Display for CertificateNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOVEMBER: NumberingMonth = NumberingMonth {
        year: 2026,
        month: 11,
    };

    #[test]
    fn the_number_of_story_one_is_made_and_read() {
        let number = CertificateNumber::new(44, 1, NOVEMBER, 1).unwrap();
        assert_eq!(number.to_string(), "SJ4412026110001");
        assert_eq!("SJ4412026110001".parse(), Ok(number));
        assert_eq!(NumberingMonth::of("2026-11-30".parse().unwrap()), NOVEMBER);
    }

    #[test]
    fn fields_out_of_range_make_no_number() {
        assert_eq!(CertificateNumber::new(100, 1, NOVEMBER, 1), None);
        assert_eq!(CertificateNumber::new(44, 10, NOVEMBER, 1), None);
        assert_eq!(CertificateNumber::new(44, 1, NOVEMBER, 0), None);
        assert_eq!(CertificateNumber::new(44, 1, NOVEMBER, 10_000), None);
        assert!(CertificateNumber::new(44, 1, NOVEMBER, 9_999).is_some());
        for text in [
            "SJ4412026130001",
            "SJ4412026110000",
            "SJ441202611001",
            "SJ44120261100011",
            "sj4412026110001",
            "SJ44120261+0001",
        ] {
            assert_eq!(
                text.parse::<CertificateNumber>(),
                Err(NotACertificateNumber),
                "{text}"
            );
        }
    }
}
