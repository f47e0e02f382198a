//! The acceptance stories through the command line, on a real chain with the development clock: dates and numbers as
//! written. `scripts/demo --story N` tells one of them as a timeline, `scripts/demo --full` the one that uses every act,
//! `scripts/demo --collateral` the one of a loan from the first search to its repayment.
//!
//! Stories 1 to 4, 6 and 9 run whole.

mod beyond_scope;
mod collateral;
mod every_act;
mod fused_data;
mod golden_week;
mod natural_person;
mod not_published;
mod partial_transfer;
mod two_provinces;
