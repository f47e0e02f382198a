//! Rules of admission.

use super::{super::Who::Sender, Row};

pub const ROWS: &[Row] = &[("QuotaOfZero", Sender, "配额的每个数都必须大于零")];
