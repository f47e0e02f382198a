//! Objections after entry and conflicts: they meet the register through one trait.

use crate::{weights, Authorities, Parties, Registry, Runtime};

impl pallet_disputes::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    type DepartmentOrigin = pallet_authorities::EnsureDepartment<Runtime>;
    type WeightInfo = weights::pallet_disputes::WeightInfo<Runtime>;
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}
