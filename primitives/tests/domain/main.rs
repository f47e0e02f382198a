//! What the domain's words mean, rule by rule, where no module's own tests say it.

mod applications;
mod clocks;
mod objections;
mod persons;
mod records;
mod texts;
mod words;
