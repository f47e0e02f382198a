//! The file of what was not imported, and why.

use super::{Column, RowProblem};
use crate::{
    chain::Refusal,
    language::{Language, Localised},
};

/// One thing that is wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorRow {
    /// CSV: the line on which the row begins. JSON: the number of the element, from 1.
    pub line: u64,
    /// The number of the registration, when it could be read.
    pub number: String,
    /// The column; empty when it is the row as a whole.
    pub column: String,
    /// The rule that was broken.
    pub rule: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

/// What was not imported, and why.
#[derive(Debug, Default)]
pub struct ErrorFile {
    rows: Vec<ErrorRow>,
}

impl ErrorFile {
    /// The names of its columns.
    pub const HEAD: [&'static str; 6] = ["line", "number", "column", "rule", "problem", "remedy"];

    /// Adds what is wrong with the cells of a row.
    pub fn problem(&mut self, line: u64, number: &str, problem: &RowProblem, language: Language) {
        self.rows.push(ErrorRow {
            line,
            number: number.into(),
            column: problem.column.map(Column::name).unwrap_or_default().into(),
            rule: problem.error.rule().into(),
            problem: problem.text(language),
            remedy: problem.remedy(language).unwrap_or_default(),
        });
    }

    /// Adds what the register refused.
    pub fn refusal(&mut self, line: u64, number: &str, refusal: &Refusal, language: Language) {
        let column = column_of(refusal);
        self.rows.push(ErrorRow {
            line,
            number: number.into(),
            column: column.map(Column::name).unwrap_or_default().into(),
            rule: refusal.rule(),
            problem: refusal.text(language),
            remedy: refusal.remedy(language).unwrap_or_default(),
        });
    }

    /// Adds a row whose end is not known.
    pub fn other(&mut self, line: u64, number: &str, error: &dyn Localised, language: Language) {
        self.rows.push(ErrorRow {
            line,
            number: number.into(),
            column: String::new(),
            rule: "Import::EndUnknown".into(),
            problem: error.text(language),
            remedy: error.remedy(language).unwrap_or_default(),
        });
    }

    /// What was added.
    pub fn rows(&self) -> &[ErrorRow] {
        &self.rows
    }

    /// The file, in the order of the lines.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut rows: Vec<_> = self.rows.iter().collect();
        rows.sort_by_key(|row| row.line);
        let mut writer = csv::Writer::from_writer(Vec::new());
        let written = writer.write_record(Self::HEAD).and_then(|()| {
            rows.into_iter().try_for_each(|row| {
                let line = row.line.to_string();
                let cells = [
                    &line,
                    &row.number,
                    &row.column,
                    &row.rule,
                    &row.problem,
                    &row.remedy,
                ];
                writer.write_record(cells.map(|cell| harmless(cell)))
            })
        });
        // Nothing fails to be written to memory.
        match (written, writer.into_inner()) {
            (Ok(()), Ok(content)) => content,
            _ => Vec::new(),
        }
    }
}

/// A spreadsheet takes a cell that begins like this for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The rules of the register that have to do with one column.
const COLUMN_OF_RULE: &[(&str, Column)] = &[
    ("AlreadyImported", Column::Number),
    ("EarlierNumberUnfit", Column::Number),
    ("EarlierDaysUnfit", Column::ValidThrough),
    ("HoldersUnfit", Column::Holders),
    ("HolderNotAdmitted", Column::Holders),
    ("OwnCase", Column::Holders),
    ("OfficerConcerned", Column::Holders),
    ("ClaimMissing", Column::Rights),
    ("CoreData", Column::Level),
    ("OrganData", Column::PublicClass),
    ("QueryCodeUnfit", Column::PublicClass),
    ("QueryCodeMissing", Column::PublicClass),
    ("NegativeListed", Column::Industry),
    ("IndustryUnknown", Column::Industry),
    ("ProductFormUnfit", Column::Form),
    ("LineageMissing", Column::Lineage),
    ("LineageUnknown", Column::Lineage),
    ("DescriptionNotSha256", Column::Description),
    ("PersonalBasisMissing", Column::PersonalGround),
    ("FingerprintRepeated", Column::Fingerprints),
    ("RepeatedRegistration", Column::Fingerprints),
    ("PublicDataAlreadyRegistered", Column::Fingerprints),
    ("MatchFindingMissing", Column::Fingerprints),
];

/// The column with which a refusal has to do.
fn column_of(refusal: &Refusal) -> Option<Column> {
    COLUMN_OF_RULE
        .iter()
        .find(|(rule, _)| refusal.pallet == "Registry" && *rule == refusal.error)
        .map(|(_, column)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importing::RowError;

    #[test]
    fn rows_stand_in_the_order_of_their_lines_and_no_cell_is_a_formula() {
        let mut file = ErrorFile::default();
        let missing = RowProblem::of(Column::File, RowError::Missing);
        file.problem(9, "=1+1", &missing, Language::English);
        let refusal = Refusal::of_pallet("Registry", "EarlierDaysUnfit", &["Days, \"unfit\".".into()]);
        file.refusal(2, "A-1", &refusal, Language::English);
        let text = String::from_utf8(file.to_csv()).unwrap();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "line,number,column,rule,problem,remedy");
        assert!(
            lines[1].starts_with("2,A-1,valid_through,Registry::EarlierDaysUnfit,\"Days, \"\"unfit\"\""),
            "{text}"
        );
        assert!(lines[2].starts_with("9,'=1+1,file,Import::Missing,"), "{text}");
        assert_eq!(lines.len(), 3);
    }

    #[test]
    fn without_errors_only_the_names_of_the_columns_stand_there() {
        assert_eq!(
            ErrorFile::default().to_csv(),
            b"line,number,column,rule,problem,remedy\n"
        );
    }

    #[test]
    fn every_rule_that_has_a_column_is_a_rule_of_the_register() {
        use codec::Decode;
        let bytes = include_bytes!("../../metadata/quanji.scale");
        let metadata = subxt::Metadata::decode(&mut &bytes[..]).unwrap();
        let registry = metadata.pallet_by_name("Registry").unwrap();
        let rules: Vec<_> = registry
            .error_variants()
            .unwrap()
            .iter()
            .map(|rule| &rule.name)
            .collect();
        for (rule, _) in COLUMN_OF_RULE {
            assert!(rules.contains(&&(*rule).to_owned()), "{rule}");
        }
    }
}
