//! The Chinese words of every rule that can refuse, and who can remove the obstacle. English words are the runtime's own.

mod admission;
mod authorities;
mod dealings;
mod disputes;
mod encumbrances;
mod licences;
mod parties;
mod registry;
mod rules;

use super::Who;

/// One rule: the error's name, who can remove the obstacle, the Chinese sentence.
pub type Row = (&'static str, Who, &'static str);

/// All rules by pallet, some in several parts; a test compares them with the metadata.
pub const PALLETS: [(&str, &[Row]); 9] = [
    ("Admission", admission::ROWS),
    ("Authorities", authorities::ROWS),
    ("Disputes", disputes::ROWS),
    ("Encumbrances", encumbrances::ROWS),
    ("Licences", licences::ROWS),
    ("Parties", parties::ROWS),
    ("Registry", registry::ROWS),
    ("Registry", dealings::ROWS),
    ("Rules", rules::ROWS),
];

/// The row of a rule.
pub fn row(pallet: &str, error: &str) -> Option<&'static Row> {
    PALLETS
        .iter()
        .filter(|(name, _)| *name == pallet)
        .flat_map(|(_, rows)| rows.iter())
        .find(|(name, ..)| *name == error)
}
