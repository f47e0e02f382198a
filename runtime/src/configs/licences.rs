//! Licences: they meet the register through one trait.

use crate::{Authorities, Parties, Registry, Runtime};

impl pallet_licences::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    // Generous until they are measured on the reference machine.
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}
