//! Reads a file row by row.

use std::{
    collections::BTreeMap,
    fmt,
    io::{BufReader, Read},
    path::Path,
};

use csv::{ByteRecord, ReaderBuilder, Trim};
use serde::{
    de::{DeserializeSeed, Error, SeqAccess, Visitor},
    Deserializer,
};
use serde_json::Value;

use super::{lines::Lines, Column, FileProblem, RowError, RowProblem};

/// Import files are never longer; a quotation mark without its counterpart would read to the end.
const FILE_BYTES_MAX: u64 = 1 << 30;

/// Separates the items of a list in one cell.
pub(super) const ITEMS: char = ';';

/// The forms of an import file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, the first line naming the columns.
    Csv,
    /// One JSON array of objects.
    Json,
}

impl Format {
    /// The form that the name of a file tells.
    pub fn of_name(file: &Path) -> Result<Self, FileProblem> {
        let ending = file
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            _ => Err(FileProblem::UnknownForm {
                file: file.display().to_string(),
            }),
        }
    }
}

/// A row: where it stands in the file, and its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// CSV: the line on which it begins. JSON: the number of the element, from 1.
    pub line: u64,
    cells: [String; Column::ALL.len()],
}

impl Row {
    fn empty(line: u64) -> Self {
        Self {
            line,
            cells: Default::default(),
        }
    }

    /// A cell; nothing when it is empty or not there.
    pub fn cell(&self, column: Column) -> Option<&str> {
        Some(self.cells[column.place()].trim()).filter(|text| !text.is_empty())
    }

    /// The items of a cell with a list.
    pub(super) fn items(&self, column: Column) -> impl Iterator<Item = &str> {
        self.cell(column)
            .unwrap_or_default()
            .split(ITEMS)
            .map(str::trim)
            .filter(|item| !item.is_empty())
    }

    fn set(&mut self, column: Column, text: &str) {
        text.clone_into(&mut self.cells[column.place()]);
    }
}

/// A row, or where it stands and what is wrong with it.
pub type ReadRow = Result<Row, (u64, RowProblem)>;

/// Reads a file and gives its rows to `take`, which answers whether it wants more.
///
/// A row that cannot be read does not end the reading; a file that is no import file does.
pub fn read(
    file: impl Read,
    format: Format,
    take: &mut dyn FnMut(ReadRow) -> bool,
) -> Result<(), FileProblem> {
    let file = file.take(FILE_BYTES_MAX);
    match format {
        Format::Csv => read_csv(file, take),
        Format::Json => read_json(file, take),
    }
}

fn read_csv(file: impl Read, take: &mut dyn FnMut(ReadRow) -> bool) -> Result<(), FileProblem> {
    let unreadable = |error: csv::Error| FileProblem::Unreadable {
        reason: error.to_string(),
    };
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .trim(Trim::All)
        .from_reader(Lines::new(file));
    let columns = columns(reader.byte_headers().map_err(unreadable)?)?;
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(unreadable)? {
        // The position may lie on the end of the line before.
        let begins = record.position().map_or(0, csv::Position::byte);
        let line = reader.get_ref().line_at(begins);
        let row = row_of_record(line, &columns, &record).map_err(|problem| (line, problem));
        if !take(row) {
            break;
        }
    }
    Ok(())
}

/// The columns that the first line names.
fn columns(header: &ByteRecord) -> Result<Vec<Column>, FileProblem> {
    let names: Vec<_> = header
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim().to_ascii_lowercase())
        .collect();
    let mut columns = Vec::new();
    let mut unknown = Vec::new();
    for name in names {
        match Column::of_name(&name) {
            Some(column) if columns.contains(&column) => {
                return Err(FileProblem::ColumnTwice { column: name });
            }
            Some(column) => columns.push(column),
            None => unknown.push(name),
        }
    }
    let lacking: Vec<_> = Column::ALL
        .into_iter()
        .filter(|column| column.is_required() && !columns.contains(column))
        .map(Column::name)
        .collect();
    if !lacking.is_empty() {
        return Err(FileProblem::ColumnsLacking {
            columns: lacking.join(", "),
        });
    }
    if !unknown.is_empty() {
        return Err(FileProblem::ColumnsUnknown {
            columns: unknown.join(", "),
        });
    }
    Ok(columns)
}

fn row_of_record(line: u64, columns: &[Column], record: &ByteRecord) -> Result<Row, RowProblem> {
    if record.len() != columns.len() {
        return Err(RowProblem::of_row(RowError::Cells {
            expected: columns.len(),
            found: record.len(),
        }));
    }
    let mut row = Row::empty(line);
    for (column, cell) in columns.iter().zip(record) {
        let text = std::str::from_utf8(cell).map_err(|_| RowProblem::of(*column, RowError::NotText))?;
        row.set(*column, text);
    }
    Ok(row)
}

fn read_json(file: impl Read, take: &mut dyn FnMut(ReadRow) -> bool) -> Result<(), FileProblem> {
    let mut deserializer = serde_json::Deserializer::from_reader(BufReader::new(file));
    let rows = Rows { take, stopped: false };
    match rows.deserialize(&mut deserializer) {
        Ok(true) => Ok(()),
        Ok(false) => deserializer.end().map_err(|error| not_an_array(&error)),
        Err(error) => Err(not_an_array(&error)),
    }
}

fn not_an_array(error: &serde_json::Error) -> FileProblem {
    FileProblem::NotAnArray {
        reason: error.to_string(),
    }
}

/// Takes the elements of an array one by one; gives whether it was stopped.
struct Rows<'a> {
    take: &'a mut dyn FnMut(ReadRow) -> bool,
    stopped: bool,
}

/// Ends the reading of an array early; never seen by a reader of messages.
const STOPPED: &str = "stopped";

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<bool, D::Error> {
        let result = deserializer.deserialize_seq(&mut self);
        // An array that is not read to its end is an error to the deserializer.
        if self.stopped {
            return Ok(true);
        }
        result.map(|()| false)
    }
}

impl<'de> Visitor<'de> for &mut Rows<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array of registrations")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut number = 0;
        while let Some(element) = elements.next_element::<Value>()? {
            number += 1;
            let row = row_of_element(number, &element).map_err(|problem| (number, problem));
            if !(self.take)(row) {
                self.stopped = true;
                return Err(A::Error::custom(STOPPED));
            }
        }
        Ok(())
    }
}

fn row_of_element(number: u64, element: &Value) -> Result<Row, RowProblem> {
    let members = element
        .as_object()
        .ok_or_else(|| RowProblem::of_row(RowError::NotAnObject))?;
    let members: BTreeMap<_, _> = members.iter().collect();
    let mut row = Row::empty(number);
    for (name, value) in members {
        let unknown = || RowError::UnknownMember { member: name.clone() };
        let column = Column::of_name(name).ok_or_else(|| RowProblem::of_row(unknown()))?;
        let text = text_of(value).ok_or_else(|| {
            let reason = "a text, a number, or a list of texts".to_owned();
            let value = value.to_string();
            RowProblem::of(column, RowError::Unfit { value, reason })
        })?;
        row.set(column, &text);
    }
    Ok(row)
}

/// A member as the cell of a CSV file has it.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map(str::to_owned))
            .collect::<Option<Vec<_>>>()
            .map(|items| items.join(&ITEMS.to_string())),
        Value::Bool(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
