//! The day books: seizures, control and what else organs order by an instrument.

use crate::{weights, Authorities, Parties, Registry, Runtime};

impl pallet_encumbrances::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    type WeightInfo = weights::pallet_encumbrances::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}
