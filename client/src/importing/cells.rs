//! Values out of the cells of a row, with what is wrong in each.

use std::{fmt::Display, str::FromStr};

use quanji_primitives::Bounded;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Column, Row, RowError, RowProblem};

/// The cells of a row, and what was found wrong in them so far.
pub(super) struct Cells<'a> {
    row: &'a Row,
    pub(super) problems: Vec<RowProblem>,
}

impl<'a> Cells<'a> {
    pub(super) fn of(row: &'a Row) -> Self {
        Self {
            row,
            problems: Vec::new(),
        }
    }

    fn wrong(&mut self, column: Column, error: RowError) {
        self.problems.push(RowProblem::of(column, error));
    }

    /// The value of a cell that may be empty; the outer option is nothing when the value does not fit.
    fn read<T>(&mut self, column: Column, read: impl Fn(&str) -> Result<T, String>) -> Option<Option<T>> {
        let Some(text) = self.row.cell(column) else {
            return Some(None);
        };
        match read(text) {
            Ok(value) => Some(Some(value)),
            Err(reason) => {
                self.wrong(column, unfit(text, reason));
                None
            }
        }
    }

    fn needed<T>(&mut self, column: Column, found: Option<Option<T>>) -> Option<T> {
        if matches!(found, Some(None)) {
            self.wrong(column, RowError::Missing);
        }
        found.flatten()
    }

    /// A value in its text form that must be there.
    pub(super) fn value<T: FromStr<Err: Display>>(&mut self, column: Column) -> Option<T> {
        let found = self.read(column, parsed);
        self.needed(column, found)
    }

    /// A value in its text form that may be absent; the outer option is nothing when it does not fit.
    pub(super) fn value_if_any<T: FromStr<Err: Display>>(&mut self, column: Column) -> Option<Option<T>> {
        self.read(column, parsed)
    }

    /// A word of the register that must be there.
    pub(super) fn word<T: DeserializeOwned>(&mut self, column: Column) -> Option<T> {
        let found = self.read(column, coded);
        self.needed(column, found)
    }

    /// A word of the register, or what stands for an empty cell.
    pub(super) fn word_or<T: DeserializeOwned>(&mut self, column: Column, otherwise: T) -> Option<T> {
        self.read(column, coded).map(|found| found.unwrap_or(otherwise))
    }

    /// A word of the register that may be absent.
    pub(super) fn word_if_any<T: DeserializeOwned>(&mut self, column: Column) -> Option<Option<T>> {
        self.read(column, coded)
    }

    /// The items of a list.
    pub(super) fn list<T>(
        &mut self,
        column: Column,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Option<Vec<T>> {
        let mut all = Vec::new();
        let mut fit = true;
        for item in self.row.items(column) {
            match read(item) {
                Ok(value) => all.push(value),
                Err(reason) => {
                    fit = false;
                    self.problems.push(RowProblem::of(column, unfit(item, reason)));
                }
            }
        }
        fit.then_some(all)
    }

    /// The items of a list that has at least one.
    pub(super) fn filled_list<T>(
        &mut self,
        column: Column,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Option<Vec<T>> {
        let list = self.list(column, read)?;
        if list.is_empty() {
            self.wrong(column, RowError::Missing);
            return None;
        }
        Some(list)
    }

    /// A list as the register takes it.
    pub(super) fn bounded<T, const N: u32>(
        &mut self,
        column: Column,
        list: Option<Vec<T>>,
    ) -> Option<Bounded<T, N>> {
        let bounded = list?.try_into().ok();
        if bounded.is_none() {
            self.wrong(column, RowError::TooMany { most: N });
        }
        bounded
    }
}

fn unfit(value: &str, reason: String) -> RowError {
    /// Longer values are shortened in messages.
    const SHOWN: usize = 100;
    RowError::Unfit {
        value: value.chars().take(SHOWN).collect(),
        reason,
    }
}

/// A value in its text form.
pub(super) fn parsed<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

/// A word of the register, written with hyphens or underscores.
pub(super) fn coded<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(Value::String(text.replace('-', "_"))).map_err(|error| error.to_string())
}
