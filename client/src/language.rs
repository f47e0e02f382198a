//! Messages in two languages.
//!
//! Each module declares what it can say with [`messages!`](crate::messages): an enum whose variants carry the facts and whose
//! texts stand beside each other, so that neither language can be forgotten.

use std::{env, fmt, str::FromStr};

/// A language in which messages are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Chinese, `zh`.
    Chinese,
    /// English, `en`.
    #[default]
    English,
}

impl Language {
    /// The codes accepted by [`FromStr`].
    pub const CODES: [&'static str; 2] = ["zh", "en"];

    /// The language of the environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
    pub fn of_environment() -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| env::var(name).ok())
            .find(|value| !value.is_empty())
            .unwrap_or_default();
        if locale.starts_with("zh") {
            Self::Chinese
        } else {
            Self::English
        }
    }

    /// Picks the text of this language.
    pub fn pick<T>(self, chinese: T, english: T) -> T {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }
}

impl From<Language> for quanji_verifier::Language {
    fn from(language: Language) -> Self {
        language.pick(Self::Chinese, Self::English)
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        match code {
            "zh" => Ok(Self::Chinese),
            "en" => Ok(Self::English),
            _ => Err(UnknownLanguage),
        }
    }
}

/// The language code is neither `zh` nor `en`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("language must be zh or en")
    }
}

impl std::error::Error for UnknownLanguage {}

/// Something that can be said in both languages.
pub trait Localised: fmt::Debug {
    /// What is the case.
    fn text(&self, language: Language) -> String;

    /// What the reader can do about it, when there is something.
    fn remedy(&self, language: Language) -> Option<String>;
}

/// Declares an enum of messages with a Chinese and an English text for each, and optionally a remedy for each.
///
/// The enum gets [`Localised`], [`std::fmt::Display`] (English) and [`std::error::Error`].
///
/// ```
/// use quanji_client::{language::{Language, Localised}, messages};
///
/// messages! {
///     /// Why a box stays shut.
///     pub enum BoxError {
///         /// It has a lock.
///         Locked { name: String } =>
///             zh "{name} 已上锁", remedy "请取钥匙";
///             en "{name} is locked", remedy "fetch the key";
///         /// It is stuck.
///         Stuck => zh "卡住了"; en "it is stuck";
///     }
/// }
///
/// let error = BoxError::Locked { name: "A".into() };
/// assert_eq!(error.to_string(), "A is locked");
/// assert_eq!(error.remedy(Language::Chinese).as_deref(), Some("请取钥匙"));
/// assert_eq!(BoxError::Stuck.remedy(Language::English), None);
/// ```
#[macro_export]
macro_rules! messages {
    (
        $(#[$enum_attribute:meta])*
        $visibility:vis enum $name:ident {
            $(
                $(#[$variant_attribute:meta])*
                $variant:ident $( { $( $field:ident : $type:ty ),+ $(,)? } )? =>
                    zh $zh:literal $(, remedy $zh_remedy:literal)? ;
                    en $en:literal $(, remedy $en_remedy:literal)? ;
            )+
        }
    ) => {
        $(#[$enum_attribute])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $visibility enum $name {
            $(
                $(#[$variant_attribute])*
                $variant $( { $( #[doc = "A fact that the message shows."] $field: $type ),+ } )?
            ),+
        }

        #[allow(
            unused_variables,
            clippy::useless_format,
            reason = "a fact may be shown by the text or by the remedy alone, and some have no fact"
        )]
        impl $crate::language::Localised for $name {
            fn text(&self, language: $crate::language::Language) -> String {
                match self {
                    $(
                        Self::$variant $( { $( $field ),+ } )? => language.pick(format!($zh), format!($en)),
                    )+
                }
            }

            fn remedy(&self, language: $crate::language::Language) -> Option<String> {
                match self {
                    $(
                        Self::$variant $( { $( $field ),+ } )? => {
                            let remedy: Option<(String, String)> =
                                $crate::messages!(@remedy $( $zh_remedy )? ; $( $en_remedy )?);
                            remedy.map(|(zh, en)| language.pick(zh, en))
                        }
                    )+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&$crate::language::Localised::text(self, $crate::language::Language::English))
            }
        }

        impl std::error::Error for $name {}
    };
    (@remedy ;) => { None };
    (@remedy $zh:literal ; $en:literal) => { Some((format!($zh), format!($en))) };
}

#[cfg(test)]
mod tests {
    use super::*;

    messages! {
        /// Test messages.
        enum Sample {
            /// With a fact.
            Fact { size: u64 } => zh "大小为 {size}"; en "the size is {size}";
        }
    }

    #[test]
    fn both_languages_show_the_fact() {
        let message = Sample::Fact { size: 7 };
        assert_eq!(message.text(Language::Chinese), "大小为 7");
        assert_eq!(message.text(Language::English), "the size is 7");
    }
}
