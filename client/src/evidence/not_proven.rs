//! Why a package proves nothing: the verifier's typed reasons, as failures of this program.

use quanji_verifier::{Error, Failing};

use crate::language::{Language, Localised};

/// Why a package proves nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotProven(pub Error);

impl NotProven {
    /// Whether the file is no package of this format at all, which is less than a forgery.
    pub fn is_no_package(&self) -> bool {
        self.0.failing() == Failing::NoPackage
    }
}

impl Localised for NotProven {
    fn text(&self, language: Language) -> String {
        self.0.text(language.into())
    }

    fn remedy(&self, language: Language) -> Option<String> {
        Some(self.0.remedy(language.into()).to_owned())
    }
}
