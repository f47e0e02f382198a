//! Numbers of certificates: the national form of NG annex 6, and numbers that other systems gave.

use crate::clock::Day;
use core::{fmt, str::FromStr};

domain! {
    /// A number in the national form: `SJ` + region 2 + institution 1 + year and month 6 + serial of the month 4.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(try_from = "alloc::string::String", into = "alloc::string::String")]
    pub struct NationalNumber(pub [u8; 15]);

    /// A number that another system gave: 1 to 32 letters, digits, hyphens, dots and slashes of ASCII, filled up with
    /// zero bytes.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(try_from = "alloc::string::String", into = "alloc::string::String")]
    pub struct ExternalNumber([u8; 32]);

    /// The number of a certificate that lists rights of first registration.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum RootNumber {
        /// In the national form.
        #[codec(index = 0)]
        National(NationalNumber),
        /// The number of an earlier registration that was imported.
        #[codec(index = 1)]
        Earlier(ExternalNumber),
    }

    /// The number of a voucher 许可凭证: the certificate on which the right of first registration stood when the licence was
    /// entered, and the licence's number in its object. Both are unique and never reused, so no serial is drawn.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct VoucherNumber {
        /// The certificate.
        pub certificate: RootNumber,
        /// Number of the licence among the rights of its object.
        #[codec(compact)]
        pub licence: u32,
    }

    /// A certificate number 登记凭证编号. An attribute with an index, never a key. As text, a number of another system
    /// is preceded by `earlier:` or `query-code:`; a voucher is `SJ4412026110001-L3`, under an earlier number
    /// `voucher:earlier:GD/2025-00001-L3`.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(try_from = "alloc::string::String", into = "alloc::string::String")]
    pub enum CertificateNumber {
        /// In the national form (NG annex 6).
        #[codec(index = 0)]
        National(NationalNumber),
        /// The number of an earlier registration that was imported (NG 41).
        #[codec(index = 1)]
        Earlier(ExternalNumber),
        /// The result query code of a registration of public data 登记结果查询码 (PD 13).
        #[codec(index = 2)]
        QueryCode(ExternalNumber),
        /// The number of a voucher of a licence 许可凭证.
        #[codec(index = 3)]
        Voucher(VoucherNumber),
    }

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

impl NationalNumber {
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

impl FromStr for NationalNumber {
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

impl TryFrom<alloc::string::String> for NationalNumber {
    type Error = NotACertificateNumber;

    fn try_from(text: alloc::string::String) -> Result<Self, NotACertificateNumber> {
        text.parse()
    }
}

impl From<NationalNumber> for alloc::string::String {
    fn from(number: NationalNumber) -> Self {
        number.as_str().into()
    }
}

impl fmt::Display for NationalNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

const EARLIER: &str = "earlier:";
const QUERY_CODE: &str = "query-code:";
const VOUCHER: &str = "voucher:";
const LICENCE: &str = "-L";

impl ExternalNumber {
    /// The number without what fills it up.
    pub fn as_str(&self) -> &str {
        let text = core::str::from_utf8(&self.0).unwrap_or("");
        text.trim_end_matches('\0')
    }

    /// Whether it is a number as it should be: decoded bytes are not checked.
    pub fn is_valid(&self) -> bool {
        self.as_str().parse() == Ok(*self)
    }
}

impl FromStr for ExternalNumber {
    type Err = NotACertificateNumber;

    fn from_str(text: &str) -> Result<Self, NotACertificateNumber> {
        let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'/');
        if text.is_empty() || !text.bytes().all(known) {
            return Err(NotACertificateNumber);
        }
        let mut bytes = [0; 32];
        bytes
            .get_mut(..text.len())
            .ok_or(NotACertificateNumber)?
            .copy_from_slice(text.as_bytes());
        Ok(Self(bytes))
    }
}

impl TryFrom<alloc::string::String> for ExternalNumber {
    type Error = NotACertificateNumber;

    fn try_from(text: alloc::string::String) -> Result<Self, NotACertificateNumber> {
        text.parse()
    }
}

impl From<ExternalNumber> for alloc::string::String {
    fn from(number: ExternalNumber) -> Self {
        number.as_str().into()
    }
}

impl CertificateNumber {
    /// The national number with `serial` in `month` of the institution `digit` in `region`; `None` when a field is out of
    /// range.
    pub fn new(region: u8, digit: u8, month: NumberingMonth, serial: u16) -> Option<Self> {
        NationalNumber::new(region, digit, month, serial).map(Self::National)
    }

    /// The bare number; of a voucher, that of its certificate.
    pub fn as_str(&self) -> &str {
        match self {
            Self::National(number) => number.as_str(),
            Self::Earlier(number) | Self::QueryCode(number) => number.as_str(),
            Self::Voucher(number) => number.certificate.as_str(),
        }
    }

    /// The number of the voucher of `licence`, which comes from a right on the certificate or voucher with this number;
    /// nothing for a query code, under which there are no rights.
    pub fn voucher(&self, licence: u32) -> Option<Self> {
        let certificate = match self {
            Self::National(number) => RootNumber::National(*number),
            Self::Earlier(number) => RootNumber::Earlier(*number),
            Self::Voucher(number) => number.certificate,
            Self::QueryCode(_) => return None,
        };
        Some(Self::Voucher(VoucherNumber { certificate, licence }))
    }
}

impl RootNumber {
    /// The bare number.
    pub fn as_str(&self) -> &str {
        match self {
            Self::National(number) => number.as_str(),
            Self::Earlier(number) => number.as_str(),
        }
    }
}

impl FromStr for VoucherNumber {
    type Err = NotACertificateNumber;

    fn from_str(text: &str) -> Result<Self, NotACertificateNumber> {
        let (certificate, licence) = text.rsplit_once(LICENCE).ok_or(NotACertificateNumber)?;
        let digits = licence.bytes().all(|byte| byte.is_ascii_digit());
        let written_once = licence == "0" || !licence.starts_with('0');
        let licence = licence
            .parse()
            .ok()
            .filter(|_| digits && written_once)
            .ok_or(NotACertificateNumber)?;
        let certificate = match certificate.strip_prefix(EARLIER) {
            Some(number) => RootNumber::Earlier(number.parse()?),
            None => RootNumber::National(certificate.parse()?),
        };
        Ok(Self { certificate, licence })
    }
}

impl fmt::Display for VoucherNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { certificate, licence } = self;
        match certificate {
            RootNumber::National(number) => write!(formatter, "{}{LICENCE}{licence}", number.as_str()),
            RootNumber::Earlier(number) => {
                write!(
                    formatter,
                    "{VOUCHER}{EARLIER}{}{LICENCE}{licence}",
                    number.as_str()
                )
            }
        }
    }
}

impl FromStr for CertificateNumber {
    type Err = NotACertificateNumber;

    fn from_str(text: &str) -> Result<Self, NotACertificateNumber> {
        let after = |prefix| text.strip_prefix(prefix);
        match (after(EARLIER), after(QUERY_CODE), after(VOUCHER)) {
            (Some(number), ..) => number.parse().map(Self::Earlier),
            (_, Some(number), _) => number.parse().map(Self::QueryCode),
            // Under a number in the national form the prefix is not written.
            (.., Some(number)) if number.starts_with(EARLIER) => number.parse().map(Self::Voucher),
            (.., Some(_)) => Err(NotACertificateNumber),
            (None, None, None) if text.contains(LICENCE) => text.parse().map(Self::Voucher),
            (None, None, None) => text.parse().map(Self::National),
        }
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
        alloc::format!("{number}")
    }
}

impl fmt::Display for CertificateNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::National(number) => formatter.write_str(number.as_str()),
            Self::Earlier(number) => write!(formatter, "{EARLIER}{}", number.as_str()),
            Self::QueryCode(number) => write!(formatter, "{QUERY_CODE}{}", number.as_str()),
            Self::Voucher(number) => number.fmt(formatter),
        }
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

    #[test]
    fn a_voucher_is_numbered_under_the_certificate_of_the_first_right() {
        let certificate = CertificateNumber::new(44, 1, NOVEMBER, 1).unwrap();
        let voucher = certificate.voucher(3).unwrap();
        assert_eq!(voucher.to_string(), "SJ4412026110001-L3");
        assert_eq!(voucher.voucher(12).unwrap().to_string(), "SJ4412026110001-L12");
        let earlier: CertificateNumber = "earlier:GD-L1".parse().unwrap();
        assert!(matches!(earlier, CertificateNumber::Earlier(_)));
        assert_eq!(
            earlier.voucher(0).unwrap().to_string(),
            "voucher:earlier:GD-L1-L0"
        );
        for text in [
            "SJ4412026110001-L3",
            "voucher:earlier:GD-L1-L0",
            "voucher:earlier:GD-L4294967295",
        ] {
            assert_eq!(text.parse::<CertificateNumber>().unwrap().to_string(), text);
        }
        let query_code: CertificateNumber = "query-code:44010020250001".parse().unwrap();
        assert_eq!(query_code.voucher(1), None);
        for text in [
            "SJ4412026110001-L03",
            "SJ4412026110001-L",
            "SJ4412026110001-L+3",
            "voucher:SJ4412026110001-L3",
            "voucher:earlier:GD",
            "GD-L3",
        ] {
            assert!(text.parse::<CertificateNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_of_other_systems_are_read_and_written() {
        for text in ["earlier:SZDP-2023/0001.2", "query-code:44010020250001"] {
            assert_eq!(text.parse::<CertificateNumber>().unwrap().to_string(), text);
        }
        let long = "9".repeat(33);
        for text in ["", "a b", "号", long.as_str()] {
            assert_eq!(
                text.parse::<ExternalNumber>(),
                Err(NotACertificateNumber),
                "{text}"
            );
        }
        let fits = "9".repeat(32).parse::<ExternalNumber>().unwrap();
        assert_eq!(fits.as_str().len(), 32);
        assert!(fits.is_valid());
        assert!(!ExternalNumber([0; 32]).is_valid(), "nothing is no number");
        assert!(!ExternalNumber([b' '; 32]).is_valid());
    }
}
