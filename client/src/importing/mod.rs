//! Earlier registrations of other systems, imported from a CSV or JSON file (NG 41).
//!
//! - [`read`] goes through a file row by row, however long it is; a row has its place in the file and its cells;
//! - [`Row::draft`] turns the cells into a registration whose holders are named as the file names them, or says column
//!   by column what is wrong;
//! - [`Draft::complete`] puts the parties in the place of their names;
//! - [`ErrorFile`] collects what was not imported, and why.
//!
//! The columns are documented in `docs/import.md`.

mod cells;
mod column;
mod draft;
mod error_file;
mod lines;
mod problem;
mod read;

pub use column::Column;
pub use draft::{Draft, HolderName};
pub use error_file::{ErrorFile, ErrorRow};
pub use problem::{FileProblem, RowError, RowProblem};
pub use read::{read, Format, ReadRow, Row};
