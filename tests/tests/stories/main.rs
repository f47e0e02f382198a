//! The acceptance stories through the command line, on a real chain with the development clock: dates and numbers as
//! written. `scripts/demo --story N` tells one of them as a timeline.

mod fused_data;
mod golden_week;
mod not_published;
mod two_provinces;
