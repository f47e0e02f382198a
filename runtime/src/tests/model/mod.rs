//! A model of the register in plain Rust, written from the design and the tables of the regimes, and random walks over it and
//! over the real runtime. The model says for every act whether it is accepted, or by which rules it may be refused; after it,
//! rights, holders, certificates, marks with their rank, collateral, licences, entries and the answers about what may be dealt with
//! are the same in both.
//!
//! A step is one act, most often one call, by itself or in a batch; or time that passes, from a second to a year, often to the
//! very moment at which something is over. Every walk begins with a copy of one register that was made once by real calls, and
//! holds a first registration as one step: repeating whole cases would make the walks longer, not wider.
//!
//! `QUANJI_WALK_STEPS` says how many steps are taken in all, `QUANJI_WALK_THREADS` by how many independent walkers at a time;
//! `scripts/long walk` takes five million. A walk that fails is made shorter and kept in `proptest-regressions`, to be tried
//! first from then on.

mod acts;
mod calls;
mod calls_of_officers;
mod calls_on_collateral;
mod cases;
mod chain;
mod choose;
mod choose_cases;
mod choose_collateral;
mod choose_licences;
mod choose_marks;
mod choose_parties;
mod collateral;
mod collateral_acts;
mod compare;
mod compare_collateral;
mod consents;
mod daybook;
mod deed_entries;
mod deeds;
mod entries;
mod fits;
mod licence_acts;
mod licences;
mod marks;
mod motions;
mod names;
mod objections;
mod prepared;
mod regimes;
mod review;
mod ruling;
mod secured;
mod sources;
mod state;
mod succession;
mod tally;
mod time;
mod walk;
mod words;

pub(super) use words::examination;
