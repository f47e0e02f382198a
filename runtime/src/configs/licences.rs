//! Licences: they meet the register through one trait.

use crate::{weights, Authorities, Disputes, Encumbrances, Parties, Registry, Runtime};

impl pallet_licences::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    type MarkHolders = (Encumbrances, Disputes);
    type WeightInfo = weights::pallet_licences::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}
