//! What kind of failure a reason is, its stable name, and what a reader can do about it.

use crate::{
    chinese,
    errors::{CredentialError, Error, FinalityError, PackageError, StateError, TrustError},
    language::Language,
};
use alloc::{
    format,
    string::{String, ToString},
};

/// What a package that is not believed is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failing {
    /// No evidence package of a known format at all, which is less than a forgery.
    NoPackage,
    /// What it holds does not suffice: it may be incomplete, or of a chain that the reader does not trust.
    NotProven,
    /// It contradicts the register that it proves, or itself: somebody changed it, or made it without being entitled to.
    Forged,
}

impl Failing {
    /// Its name for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPackage => "no_package",
            Self::NotProven => "not_proven",
            Self::Forged => "forged",
        }
    }
}

impl Error {
    /// Whether the package is none, proves too little, or is a forgery. An altered byte of a proof is told as what it is:
    /// a proof that does not reach its record.
    pub fn failing(&self) -> Failing {
        match self {
            Self::Package(PackageError::Unreadable { .. }) => Failing::NotProven,
            Self::Package(_) => Failing::NoPackage,
            Self::Trust(_) => Failing::NotProven,
            Self::State { reason, .. } => match reason {
                StateError::HistoryBroken { .. } => Failing::Forged,
                _ => Failing::NotProven,
            },
            Self::Finality { reason, .. } => match reason {
                FinalityError::OtherBlock { .. }
                | FinalityError::DuplicateVote { .. }
                | FinalityError::BadSignature { .. } => Failing::Forged,
                _ => Failing::NotProven,
            },
            Self::Credential(reason) => match reason {
                // With the receipt of the national system an issue is dated before its entry (NG 26): signed between the two,
                // the issue before it is no forgery.
                CredentialError::Missing { .. }
                | CredentialError::NotCanonical { .. }
                | CredentialError::SignedAfterProof { .. }
                | CredentialError::SignedAfterLaterIssue { .. } => Failing::NotProven,
                _ => Failing::Forged,
            },
        }
    }

    /// The reason as a stable name, such as `finality.too-few-votes`.
    pub fn name(&self) -> String {
        let (group, reason) = match self {
            Self::Package(reason) => ("package", format!("{reason:?}")),
            Self::Trust(reason) => ("trust", format!("{reason:?}")),
            Self::Finality { reason, .. } => ("finality", format!("{reason:?}")),
            Self::State { reason, .. } => ("state", format!("{reason:?}")),
            Self::Credential(reason) => ("credential", format!("{reason:?}")),
        };
        // A reason's name is its variant: what stands before its facts.
        let variant = reason.chars().take_while(char::is_ascii_alphanumeric);
        let mut name = format!("{group}.");
        for letter in variant {
            if letter.is_ascii_uppercase() && !name.ends_with('.') {
                name.push('-');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }

    /// What is wrong.
    pub fn text(&self, language: Language) -> String {
        match (language, self.failing()) {
            (Language::Chinese, _) => chinese::text(self),
            (Language::English, Failing::NoPackage) => self.to_string(),
            (Language::English, Failing::NotProven) => format!("not proven: {self}"),
            (Language::English, Failing::Forged) => format!("forged, not proven: {self}"),
        }
    }

    /// What the reader can do.
    pub fn remedy(&self, language: Language) -> &'static str {
        let (chinese, english) = match self {
            Self::Package(PackageError::UnknownFormat { .. })
            | Self::State {
                reason: StateError::UnknownVersion { .. },
                ..
            } => ("请使用新版本的 quanji", "use a newer version of quanji"),
            Self::Package(_) => (
                "请向出具人重新索取证据包文件",
                "get the evidence package again from whoever issued it",
            ),
            Self::Trust(TrustError::WrongGenesis { .. }) => (
                "请核对所信任的创世哈希；若无误，该凭证不属于这条链，请勿采信",
                "check the genesis hash you trust; if it is right, the certificate is not of that chain: do not rely on it",
            ),
            Self::Trust(_) => (
                "请换用证据包覆盖的创世哈希或检查点，或向出具人索取完整的证据包",
                "use a genesis hash or checkpoint that the package covers, or ask the issuer for a complete package",
            ),
            Self::Credential(CredentialError::SignedAfterLaterIssue { .. }) => (
                "该版已被取代，请勿采信；请向出具人索取现行版",
                "this issue is superseded, do not rely on it; ask for the present one",
            ),
            _ => (
                "请勿采信，并直接向登记机构查询",
                "do not rely on it; ask the registration authority itself",
            ),
        };
        language.pick(chinese, english)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::clock::Moment;

    #[test]
    fn reasons_have_stable_names_and_both_languages() {
        let few = Error::Finality {
            block: 3,
            reason: FinalityError::TooFewVotes {
                weight: 1,
                threshold: 3,
            },
        };
        assert_eq!(few.name(), "finality.too-few-votes");
        assert!(few.text(Language::Chinese).contains("需要 3 票"));
        let english = few.text(Language::English);
        assert!(
            english.starts_with("not proven: ") && english.contains("where 3 are needed"),
            "{english}"
        );
        assert_eq!(few.failing(), Failing::NotProven);
        let late = Error::Trust(TrustError::NoGenesisProof);
        assert_eq!(
            (late.name(), late.failing()),
            ("trust.no-genesis-proof".into(), Failing::NotProven)
        );
        let garbage = Error::Package(PackageError::NotJson { reason: "x".into() });
        assert_eq!(garbage.failing(), Failing::NoPackage);
        assert_eq!(garbage.text(Language::English), garbage.to_string());
        assert_eq!(Failing::NoPackage.code(), "no_package");
    }

    #[test]
    fn what_contradicts_the_proven_register_is_a_forgery() {
        let forged = Error::Credential(CredentialError::Differs {
            member: "/a".into(),
            expected: "1".into(),
            found: "2".into(),
        });
        assert_eq!(forged.failing(), Failing::Forged);
        assert!(forged.text(Language::English).starts_with("forged, not proven: "));
        assert!(forged.text(Language::Chinese).starts_with("系伪造"));
        let missing = Error::Credential(CredentialError::Missing { member: "/proof" });
        assert_eq!(missing.failing(), Failing::NotProven);
    }

    #[test]
    fn a_reader_is_told_what_to_do() {
        let unknown = Error::Package(PackageError::UnknownFormat {
            expected: "y",
            found: "x".into(),
        });
        assert!(unknown.remedy(Language::English).contains("newer version"));
        let of_state = Error::State {
            block: 1,
            reason: StateError::TooManyRecords { found: 2, max: 1 },
        };
        assert!(of_state.remedy(Language::English).contains("do not rely on it"));
        let other = Error::Trust(TrustError::WrongGenesis {
            expected: crate::H256([1; 32]),
            found: crate::H256([2; 32]),
        });
        assert!(other.remedy(Language::Chinese).contains("核对所信任的创世哈希"));
        let late = Error::Trust(TrustError::StartsLate { first: 2 });
        assert!(late.remedy(Language::Chinese).contains("完整的证据包"));
        let superseded = Error::Credential(CredentialError::SignedAfterLaterIssue {
            issue: 1,
            created: Moment(2),
            present: 2,
            issued_at: Moment(1),
        });
        assert_eq!(superseded.failing(), Failing::NotProven);
        assert!(superseded
            .remedy(Language::English)
            .contains("ask for the present one"));
        let bytes = Error::Package(PackageError::NotJson { reason: "x".into() });
        assert!(bytes.remedy(Language::Chinese).contains("重新索取"));
    }
}
