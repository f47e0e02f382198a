//! Objections after entry and conflicts: they meet the register through one trait.

use crate::{Authorities, Parties, Registry, Runtime};

impl pallet_disputes::Config for Runtime {
    type Rules = pallet_rules::Book<Runtime>;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    type DepartmentOrigin = pallet_authorities::EnsureDepartment<Runtime>;
    // Not measured yet.
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Prepared;
}
