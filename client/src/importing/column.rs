//! The columns of an import file.

/// A column. In JSON it is the member of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The regime under which the earlier registration was made.
    Scheme,
    /// Its number there.
    Number,
    /// The day on which it was registered.
    RegisteredOn,
    /// The last day on which it is valid.
    ValidThrough,
    /// Resource or product.
    Kind,
    /// Public, enterprise or personal.
    Category,
    /// General or important.
    Level,
    /// How the data came about.
    Source,
    /// Whether it is public data.
    PublicClass,
    /// Industry division.
    Industry,
    /// Form of a product.
    Form,
    /// Lawful ground of personal information.
    PersonalGround,
    /// Document that states its purpose and scope.
    PersonalAuthorisation,
    /// Last day of its authorised term.
    PersonalUntil,
    /// SHA-256 of the description.
    Description,
    /// What it was made from.
    Lineage,
    /// Who holds the rights.
    Holders,
    /// Which rights.
    Rights,
    /// Fingerprints.
    Fingerprints,
    /// What it was checked for.
    Checks,
    /// Digest of the file that the authority keeps.
    File,
}

impl Column {
    /// All, in the order of the documentation.
    pub const ALL: [Self; 21] = [
        Self::Scheme,
        Self::Number,
        Self::RegisteredOn,
        Self::ValidThrough,
        Self::Kind,
        Self::Category,
        Self::Level,
        Self::Source,
        Self::PublicClass,
        Self::Industry,
        Self::Form,
        Self::PersonalGround,
        Self::PersonalAuthorisation,
        Self::PersonalUntil,
        Self::Description,
        Self::Lineage,
        Self::Holders,
        Self::Rights,
        Self::Fingerprints,
        Self::Checks,
        Self::File,
    ];

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::Number => "number",
            Self::RegisteredOn => "registered_on",
            Self::ValidThrough => "valid_through",
            Self::Kind => "kind",
            Self::Category => "category",
            Self::Level => "level",
            Self::Source => "source",
            Self::PublicClass => "public_class",
            Self::Industry => "industry",
            Self::Form => "form",
            Self::PersonalGround => "personal_ground",
            Self::PersonalAuthorisation => "personal_authorisation",
            Self::PersonalUntil => "personal_until",
            Self::Description => "description",
            Self::Lineage => "lineage",
            Self::Holders => "holders",
            Self::Rights => "rights",
            Self::Fingerprints => "fingerprints",
            Self::Checks => "checks",
            Self::File => "file",
        }
    }

    /// The column of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }

    /// Whether every row must have it.
    pub fn is_required(self) -> bool {
        matches!(
            self,
            Self::Scheme
                | Self::Number
                | Self::RegisteredOn
                | Self::ValidThrough
                | Self::Kind
                | Self::Source
                | Self::Industry
                | Self::Description
                | Self::Holders
                | Self::Rights
                | Self::File
        )
    }

    /// Its place among all.
    pub(super) fn place(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_stands_at_its_place_under_a_name_of_its_own() {
        for (place, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column.place(), place);
            assert_eq!(Column::of_name(column.name()), Some(column));
        }
        assert_eq!(Column::of_name("colour"), None);
    }
}
