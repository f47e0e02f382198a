//! The one checked text form of identifiers, for command line, web address and QR code.
//!
//! Type letter, authority and numbers in Crockford's base32 (no I, L, O, U; case does not matter; I and L read as 1,
//! O as 0), parts joined by `-`, and one check character at the end: `O1-2A-K`. Letters: `A` authority, `P` party,
//! `O` object, `C` case, `F` officer, `W` power, `J` objection, `K` conflict, `B` stamp in the day book,
//! `D` deed on collateral, `R` right, `E` entry. The check is the ISO 7064 hybrid system over 32 symbols; it
//! covers the type letter, finds every single wrong character and every swap of two neighbours in one part.

use crate::ids::{
    AuthorityId, CaseId, ConflictId, DeedId, EntryNo, ObjectId, ObjectionId, OfficerId, PartyId, PowerId,
    RightId, StampId,
};
use alloc::{string::String, vec::Vec};
use core::{fmt, str::FromStr};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Why a text is not an identifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IdTextError {
    /// The first letter names another kind of identifier or none.
    WrongKind {
        /// The letter this kind of identifier begins with.
        expected: char,
    },
    /// The parts between dashes are not the ones this kind has.
    Malformed,
    /// A character outside base32, or a number that is too large.
    NotANumber,
    /// The check character does not fit: a character is wrong or two are swapped.
    WrongCheck,
}

impl fmt::Display for IdTextError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongKind { expected } => {
                write!(formatter, "this identifier must begin with the letter {expected}")
            }
            Self::Malformed => {
                formatter.write_str("an identifier looks like O1-2A-K: letter, parts, check character")
            }
            Self::NotANumber => {
                formatter.write_str("an identifier has digits and letters without I, L, O and U only")
            }
            Self::WrongCheck => formatter
                .write_str("the check character does not fit: compare the identifier with its source"),
        }
    }
}

impl core::error::Error for IdTextError {}

fn value_of(symbol: u8) -> Option<u8> {
    let symbol = match symbol.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|known| *known == symbol)
        .and_then(|position| u8::try_from(position).ok())
}

fn symbol(value: u64) -> char {
    ALPHABET
        .get((value % 32) as usize)
        .map_or('0', |byte| char::from(*byte))
}

/// ISO 7064, hybrid system: a running product modulo 33 over symbols of 32 values.
fn check_character(kind: char, parts: &[u64]) -> char {
    let mut product: u64 = 32;
    let mut feed = |value: u64| {
        let sum = match product.wrapping_add(value) % 32 {
            0 => 32,
            sum => sum,
        };
        product = sum.wrapping_mul(2) % 33;
    };
    feed(u64::from(kind as u32) % 32);
    for part in parts {
        digits(*part).into_iter().for_each(&mut feed);
        // The end of a part counts, so that digits cannot move from one part to the next.
        feed(31);
    }
    symbol(33u64.wrapping_sub(product) % 32)
}

/// The base32 digits of `number`, highest first; at least one.
fn digits(number: u64) -> Vec<u64> {
    let mut rest = number;
    let mut digits = Vec::new();
    loop {
        digits.push(rest % 32);
        rest /= 32;
        if rest == 0 {
            break;
        }
    }
    digits.reverse();
    digits
}

fn write_id(formatter: &mut fmt::Formatter<'_>, kind: char, parts: &[u64]) -> fmt::Result {
    let mut text = String::new();
    text.push(kind);
    for part in parts {
        text.extend(digits(*part).into_iter().map(symbol));
        text.push('-');
    }
    text.push(check_character(kind, parts));
    formatter.pad(&text)
}

fn read_number(text: &str) -> Result<u64, IdTextError> {
    if text.is_empty() || (text.len() > 1 && text.starts_with(['0', 'o', 'O'])) {
        return Err(IdTextError::Malformed);
    }
    text.bytes().try_fold(0u64, |number, symbol| {
        let digit = value_of(symbol).ok_or(IdTextError::NotANumber)?;
        number
            .checked_mul(32)
            .and_then(|number| number.checked_add(digit.into()))
            .ok_or(IdTextError::NotANumber)
    })
}

fn read_id<const PARTS: usize>(text: &str, kind: char) -> Result<[u64; PARTS], IdTextError> {
    let mut letters = text.chars();
    if letters.next().map(|letter| letter.to_ascii_uppercase()) != Some(kind) {
        return Err(IdTextError::WrongKind { expected: kind });
    }
    let (numbers, check) = letters.as_str().rsplit_once('-').ok_or(IdTextError::Malformed)?;
    let parts = numbers
        .split('-')
        .map(read_number)
        .collect::<Result<Vec<u64>, _>>()?;
    let given = match check.as_bytes() {
        [one] => value_of(*one)
            .map(|value| symbol(value.into()))
            .ok_or(IdTextError::NotANumber)?,
        _ => return Err(IdTextError::Malformed),
    };
    let parts: [u64; PARTS] = parts.try_into().map_err(|_| IdTextError::Malformed)?;
    (given == check_character(kind, &parts))
        .then_some(parts)
        .ok_or(IdTextError::WrongCheck)
}

fn authority_part(part: u64) -> Result<AuthorityId, IdTextError> {
    u16::try_from(part)
        .map(AuthorityId)
        .map_err(|_| IdTextError::NotANumber)
}

impl fmt::Display for AuthorityId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_id(formatter, 'A', &[self.0.into()])
    }
}

impl FromStr for AuthorityId {
    type Err = IdTextError;

    fn from_str(text: &str) -> Result<Self, IdTextError> {
        let [authority] = read_id(text, 'A')?;
        authority_part(authority)
    }
}

/// Conflicts are numbered on the whole chain.
impl fmt::Display for ConflictId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_id(formatter, 'K', &[self.0.into()])
    }
}

impl FromStr for ConflictId {
    type Err = IdTextError;

    fn from_str(text: &str) -> Result<Self, IdTextError> {
        let [number] = read_id(text, 'K')?;
        u32::try_from(number)
            .map(Self)
            .map_err(|_| IdTextError::NotANumber)
    }
}

macro_rules! serial_text {
    ($($name:ident $letter:literal),*) => { $(
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_id(formatter, $letter, &[self.authority().0.into(), self.serial()])
            }
        }

        impl FromStr for $name {
            type Err = IdTextError;

            fn from_str(text: &str) -> Result<Self, IdTextError> {
                let [authority, serial] = read_id(text, $letter)?;
                Self::new(authority_part(authority)?, serial).ok_or(IdTextError::NotANumber)
            }
        }
    )* };
}

serial_text!(PartyId 'P', ObjectId 'O', CaseId 'C', OfficerId 'F', PowerId 'W', ObjectionId 'J', StampId 'B', DeedId 'D');

macro_rules! numbered_text {
    ($($name:ident $letter:literal $field:ident),*) => { $(
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                let object = self.object;
                write_id(formatter, $letter, &[object.authority().0.into(), object.serial(), self.$field.into()])
            }
        }

        impl FromStr for $name {
            type Err = IdTextError;

            fn from_str(text: &str) -> Result<Self, IdTextError> {
                let [authority, serial, number] = read_id(text, $letter)?;
                let object = ObjectId::new(authority_part(authority)?, serial).ok_or(IdTextError::NotANumber)?;
                let $field = u32::try_from(number).map_err(|_| IdTextError::NotANumber)?;
                Ok(Self { object, $field })
            }
        }
    )* };
}

numbered_text!(RightId 'R' index, EntryNo 'E' number);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_identifier_reads_back_from_its_text(raw: u64, index: u32) {
            let object = ObjectId(raw);
            prop_assert_eq!(object.to_string().parse(), Ok(object));
            prop_assert_eq!(object.to_string().to_lowercase().parse(), Ok(object));
            let right = RightId { object, index };
            prop_assert_eq!(right.to_string().parse(), Ok(right));
            let entry = EntryNo { object, number: index };
            prop_assert_eq!(entry.to_string().parse(), Ok(entry));
            prop_assert!(PartyId(raw).to_string().parse::<CaseId>().is_err());
            prop_assert_eq!(PowerId(raw).to_string().parse(), Ok(PowerId(raw)));
            prop_assert_eq!(ObjectionId(raw).to_string().parse(), Ok(ObjectionId(raw)));
            prop_assert_eq!(StampId(raw).to_string().parse(), Ok(StampId(raw)));
            prop_assert_eq!(DeedId(raw).to_string().parse(), Ok(DeedId(raw)));
            prop_assert_eq!(ConflictId(index).to_string().parse(), Ok(ConflictId(index)));
        }

        #[test]
        fn any_single_wrong_character_is_found(raw: u64, index: u32, place: prop::sample::Index, with in 0u64..32) {
            let text = RightId { object: ObjectId(raw), index }.to_string();
            let place = place.index(text.len() - 1) + 1;
            let mut wrong: Vec<char> = text.chars().collect();
            prop_assume!(wrong[place] != '-' && wrong[place] != symbol(with));
            wrong[place] = symbol(with);
            let wrong: String = wrong.into_iter().collect();
            prop_assert!(wrong.parse::<RightId>().is_err(), "{wrong} for {text}");
        }

        #[test]
        fn arbitrary_text_is_refused_without_panic(text in ".{0,40}") {
            let _ = text.parse::<RightId>();
            let _ = text.parse::<AuthorityId>();
        }
    }

    #[test]
    fn the_text_form_is_short_and_stable() {
        let object = ObjectId::new(AuthorityId(1), 1).unwrap();
        assert_eq!(object.to_string(), "O1-1-5");
        assert_eq!("o1-1-5".parse(), Ok(object));
        assert_eq!("OL-I-5".parse(), Ok(object));
        assert_eq!("O1-1-8".parse::<ObjectId>(), Err(IdTextError::WrongCheck));
        assert_eq!(
            "P1-1-5".parse::<ObjectId>(),
            Err(IdTextError::WrongKind { expected: 'O' })
        );
        assert_eq!("O1-1".parse::<ObjectId>(), Err(IdTextError::Malformed));
        assert_eq!("O1-01-7".parse::<ObjectId>(), Err(IdTextError::Malformed));
        assert_eq!("O1-U-7".parse::<ObjectId>(), Err(IdTextError::NotANumber));
    }

    #[test]
    fn every_kind_of_identifier_has_its_own_letter() {
        let (authority, object) = (AuthorityId(1), ObjectId::new(AuthorityId(1), 1).unwrap());
        let raw = object.0;
        let texts = [
            authority.to_string(),
            PartyId(raw).to_string(),
            object.to_string(),
            CaseId(raw).to_string(),
            OfficerId(raw).to_string(),
            PowerId(raw).to_string(),
            ObjectionId(raw).to_string(),
            ConflictId(1).to_string(),
            DeedId(raw).to_string(),
            RightId { object, index: 1 }.to_string(),
            EntryNo { object, number: 1 }.to_string(),
        ];
        let letters: String = texts.iter().filter_map(|text| text.chars().next()).collect();
        assert_eq!(letters, "APOCFWJKDRE");
    }
}
