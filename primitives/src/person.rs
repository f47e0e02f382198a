//! Persons: the four kinds of design section 3 and the numbers that identify them.

use crate::digest::hex_bytes;
use core::fmt;

/// Characters of a unified social credit code, in the order of their values (GB 32100-2015, 5.3).
const CREDIT_CODE_ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Weights of the first 17 characters: powers of 3 modulo 31.
const CREDIT_CODE_WEIGHTS: [u16; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

domain! {
    /// A unified social credit code 统一社会信用代码 of 18 characters, GB 32100-2015. Only codes whose check character
    /// fits are admitted.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(try_from = "alloc::string::String", into = "alloc::string::String")]
    pub struct CreditCode(pub [u8; 18]);

    /// A legal entity identifier of 20 characters, ISO 17442.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(try_from = "alloc::string::String", into = "alloc::string::String")]
    pub struct Lei(pub [u8; 20]);

    /// How a foreign body is identified.
    #[serde(rename_all = "snake_case")]
    pub enum ForeignRegister {
        /// By its legal entity identifier.
        #[codec(index = 0)]
        Lei(Lei),
        /// By an entry in a foreign register.
        #[codec(index = 1)]
        Register {
            /// ISO 3166-1 alpha-2 letters of the country.
            country: [u8; 2],
            /// Digest of the authenticated extract.
            extract: crate::Digest,
        },
    }

    /// A verified person: who can hold rights or act in cases.
    #[serde(rename_all = "snake_case")]
    pub enum Person {
        /// A legal person 法人.
        #[codec(index = 0)]
        LegalPerson(CreditCode),
        /// An unincorporated organisation 非法人组织.
        #[codec(index = 1)]
        UnincorporatedOrganisation(CreditCode),
        /// A foreign body 境外主体.
        #[codec(index = 2)]
        ForeignBody(ForeignRegister),
        /// A natural person 自然人: a salted commitment only. The name lives off chain and is proven by opening it.
        #[codec(index = 3)]
        NaturalPerson(#[serde(with = "hex_bytes")] [u8; 32]),
    }

    /// The kinds of person, without the identification.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum PersonKind {
        /// A legal person 法人.
        #[codec(index = 0)]
        LegalPerson,
        /// An unincorporated organisation 非法人组织.
        #[codec(index = 1)]
        UnincorporatedOrganisation,
        /// A foreign body 境外主体.
        #[codec(index = 2)]
        ForeignBody,
        /// A natural person 自然人.
        #[codec(index = 3)]
        NaturalPerson,
    }

    /// What a party may do besides registering its own data.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum PartyRole {
        /// Registers data and holds rights 登记主体. Every party has it.
        #[codec(index = 0)]
        Registrant,
        /// Signs reports on truth and compliance 第三方专业服务机构 (S038, S039).
        #[codec(index = 1)]
        ServiceInstitution,
        /// Checks title and registers pledges 金融机构.
        #[codec(index = 2)]
        Financier,
    }
}

/// Why a number does not identify a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PersonNumberError {
    /// The number has the wrong length.
    Length {
        /// Characters it must have.
        expected: usize,
    },
    /// A character that such a number cannot hold.
    Character,
    /// The check characters do not fit.
    Check,
}

impl fmt::Display for PersonNumberError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { expected } => write!(formatter, "the number must have {expected} characters"),
            Self::Character => {
                formatter.write_str("the number has a character that is never used in such a number")
            }
            Self::Check => formatter.write_str(
                "the check character does not fit: compare the number with the licence it stands on",
            ),
        }
    }
}

impl core::error::Error for PersonNumberError {}

impl CreditCode {
    /// Checks characters and check digit.
    pub fn check(&self) -> Result<(), PersonNumberError> {
        let value = |byte: &u8| {
            CREDIT_CODE_ALPHABET
                .iter()
                .position(|known| known == byte)
                .and_then(|position| u16::try_from(position).ok())
                .ok_or(PersonNumberError::Character)
        };
        let weighted = self
            .0
            .iter()
            .zip(CREDIT_CODE_WEIGHTS)
            .try_fold(0u16, |sum, (byte, weight)| {
                value(byte).map(|value| sum.saturating_add(value.saturating_mul(weight)))
            })?;
        let check = self.0.last().map_or(Err(PersonNumberError::Character), value)?;
        let expected = 31u16.saturating_sub(weighted % 31) % 31;
        (check == expected).then_some(()).ok_or(PersonNumberError::Check)
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl Lei {
    /// Checks characters and the two check digits (ISO 7064 MOD 97-10).
    pub fn check(&self) -> Result<(), PersonNumberError> {
        let remainder = self.0.iter().try_fold(0u32, |remainder, byte| {
            let value = match byte {
                b'0'..=b'9' => byte.saturating_sub(b'0'),
                b'A'..=b'Z' => byte.saturating_sub(b'A').saturating_add(10),
                _ => return Err(PersonNumberError::Character),
            };
            let shift: u32 = if value > 9 { 100 } else { 10 };
            Ok(remainder.saturating_mul(shift).saturating_add(value.into()) % 97)
        })?;
        (remainder == 1).then_some(()).ok_or(PersonNumberError::Check)
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("")
    }
}

macro_rules! checked_text {
    ($($name:ident $length:literal),*) => { $(
        impl core::str::FromStr for $name {
            type Err = PersonNumberError;

            fn from_str(text: &str) -> Result<Self, PersonNumberError> {
                let bytes = text.as_bytes().try_into().map_err(|_| PersonNumberError::Length { expected: $length })?;
                let number = Self(bytes);
                number.check().map(|()| number)
            }
        }

        impl TryFrom<alloc::string::String> for $name {
            type Error = PersonNumberError;

            fn try_from(text: alloc::string::String) -> Result<Self, PersonNumberError> {
                text.parse()
            }
        }

        impl From<$name> for alloc::string::String {
            fn from(number: $name) -> Self {
                number.as_str().into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    )* };
}

checked_text!(CreditCode 18, Lei 20);

impl Person {
    /// Checks the number that identifies the person. A commitment cannot be checked.
    pub fn check(&self) -> Result<(), PersonNumberError> {
        match self {
            Self::LegalPerson(code) | Self::UnincorporatedOrganisation(code) => code.check(),
            Self::ForeignBody(ForeignRegister::Lei(lei)) => lei.check(),
            Self::ForeignBody(ForeignRegister::Register { country, .. }) => country
                .iter()
                .all(u8::is_ascii_uppercase)
                .then_some(())
                .ok_or(PersonNumberError::Character),
            Self::NaturalPerson(_) => Ok(()),
        }
    }

    /// The kind of person.
    pub fn kind(&self) -> PersonKind {
        match self {
            Self::LegalPerson(_) => PersonKind::LegalPerson,
            Self::UnincorporatedOrganisation(_) => PersonKind::UnincorporatedOrganisation,
            Self::ForeignBody(_) => PersonKind::ForeignBody,
            Self::NaturalPerson(_) => PersonKind::NaturalPerson,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_code_is_admitted_only_with_its_check_character() {
        for code in ["9144030071526726XG", "91440300708461136T"] {
            assert!(code.parse::<CreditCode>().is_ok());
            let wrong = format!("{}0", &code[..17]);
            assert_eq!(wrong.parse::<CreditCode>(), Err(PersonNumberError::Check));
        }
        assert_eq!(
            "91440300".parse::<CreditCode>(),
            Err(PersonNumberError::Length { expected: 18 })
        );
        assert_eq!(
            "9144030071526726IG".parse::<CreditCode>(),
            Err(PersonNumberError::Character)
        );
    }

    #[test]
    fn exactly_one_check_character_fits_each_code() {
        let base = b"9144030071526726X";
        let fitting = CREDIT_CODE_ALPHABET
            .iter()
            .filter(|check| {
                let mut code = [0u8; 18];
                code[..17].copy_from_slice(base);
                code[17] = **check;
                CreditCode(code).check().is_ok()
            })
            .count();
        assert_eq!(fitting, 1);
    }

    #[test]
    fn a_legal_entity_identifier_is_checked() {
        assert!("5493001KJTIIGC8Y1R12".parse::<Lei>().is_ok());
        assert_eq!(
            "5493001KJTIIGC8Y1R13".parse::<Lei>(),
            Err(PersonNumberError::Check)
        );
        assert_eq!(
            "5493001KJTIIGC8Y1r12".parse::<Lei>(),
            Err(PersonNumberError::Character)
        );
    }

    #[test]
    fn a_foreign_register_needs_country_letters() {
        let extract = crate::Digest::Sha2_256([0; 32]);
        let person = |country| Person::ForeignBody(ForeignRegister::Register { country, extract });
        assert_eq!(person(*b"SG").check(), Ok(()));
        assert_eq!(person(*b"s1").check(), Err(PersonNumberError::Character));
    }
}
