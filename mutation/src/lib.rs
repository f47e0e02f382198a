//! Changes rules one at a time and tells which changes no test notices.
//!
//! All changes are compiled into one program, of which each run chooses one, and each is tried with the tests that come past
//! it: thousands of changes take minutes.

pub mod changes;
pub mod programs;
pub mod tree;
pub mod trials;
