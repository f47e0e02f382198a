//! The acceptance stories through the command line, on a real chain with the development clock: dates and numbers as
//! written. `scripts/demo --story N` tells one of them as a timeline, `scripts/demo --full` the one that uses every act.
//!
//! Stories 1 to 4 and 9 run whole; story 6 without the reports on title.

mod beyond_scope;
mod every_act;
mod fused_data;
mod golden_week;
mod natural_person;
mod not_published;
mod partial_transfer;
mod two_banks;
mod two_provinces;
