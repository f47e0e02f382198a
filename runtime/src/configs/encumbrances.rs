//! The day books: seizures, control and what else organs order by an instrument.

use crate::{Authorities, Parties, Registry, Runtime};

impl pallet_encumbrances::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    // The pallet's own generous weights, until they are measured.
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}
