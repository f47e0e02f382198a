//! Text forms inside the document.

use std::{fmt, str::FromStr};

use quanji_primitives::{
    object::{PublicClass, Source},
    regime::RegimeId,
    Digest, ObjectId, RightId,
};
use serde::{de::Error, Deserialize, Deserializer, Serialize, Serializer};

/// A value written as its text form in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Text<T>(pub T);

impl<T: fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: FromStr<Err: fmt::Display>> Deserialize<'de> for Text<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map(Self)
            .map_err(|error| D::Error::custom(format!("{text}: {error}")))
    }
}

impl<T: FromStr> FromStr for Text<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.parse().map(Self)
    }
}

/// The registration systems that have a name.
const SYSTEMS: [(u16, &str); 3] = [
    (1, "national-2026"),
    (2, "shenzhen-2023"),
    (3, "public-data-2025"),
];

/// The number of a registration system, from its name or its number.
pub fn regime_system(text: &str) -> Option<u16> {
    SYSTEMS
        .iter()
        .find(|(_, name)| *name == text)
        .map(|(number, _)| *number)
        .or_else(|| text.parse().ok())
}

/// A regime's name and version, `national-2026/1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegimeText(pub RegimeId);

impl fmt::Display for RegimeText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RegimeId { system, version } = self.0;
        match SYSTEMS.iter().find(|(number, _)| *number == system) {
            Some((_, name)) => write!(formatter, "{name}/{version}"),
            None => write!(formatter, "{system}/{version}"),
        }
    }
}

impl FromStr for RegimeText {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "a regime is written name/version: national-2026/1";
        let (name, version) = text.split_once('/').ok_or(FORM)?;
        let system = regime_system(name).ok_or(FORM)?;
        let version = version.parse().map_err(|_| FORM)?;
        Ok(Self(RegimeId { system, version }))
    }
}

/// Whether data is public data: `none`, `utility`, `organ-data`, `authorised-operation:QUERY-CODE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicText(pub PublicClass);

impl Default for PublicText {
    fn default() -> Self {
        Self(PublicClass::None)
    }
}

const AUTHORISED: &str = "authorised-operation";

impl fmt::Display for PublicText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            PublicClass::None => formatter.write_str("none"),
            PublicClass::OrganData => formatter.write_str("organ-data"),
            PublicClass::Utility => formatter.write_str("utility"),
            PublicClass::AuthorisedOperation { query_code } => {
                write!(formatter, "{AUTHORISED}:{}", String::from_utf8_lossy(query_code))
            }
        }
    }
}

impl FromStr for PublicText {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let class = match text.split_once(':') {
            None if text == "none" => PublicClass::None,
            None if text == "organ-data" => PublicClass::OrganData,
            None if text == "utility" => PublicClass::Utility,
            None if text == AUTHORISED => PublicClass::AuthorisedOperation {
                query_code: Default::default(),
            },
            Some((AUTHORISED, code)) => PublicClass::AuthorisedOperation {
                query_code: code
                    .as_bytes()
                    .to_vec()
                    .try_into()
                    .map_err(|_| "a query code has at most 32 characters")?,
            },
            _ => return Err("write none, utility, organ-data or authorised-operation:QUERY-CODE"),
        };
        Ok(Self(class))
    }
}

/// Something an object was made from: an object, a right, or the digest of what is not registered here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText(pub Source);

impl fmt::Display for SourceText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Right(right) => right.fmt(formatter),
            Source::Object(object) => object.fmt(formatter),
            Source::Unregistered(digest) => digest.fmt(formatter),
        }
    }
}

impl FromStr for SourceText {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(object) = text.parse::<ObjectId>() {
            return Ok(Self(Source::Object(object)));
        }
        if let Ok(right) = text.parse::<RightId>() {
            return Ok(Self(Source::Right(right)));
        }
        text.parse::<Digest>()
            .map(|digest| Self(Source::Unregistered(digest)))
            .map_err(|_| "write an object O…, a right R…, or a digest such as sha2-256:…")
    }
}
