//! What a party in succession holds, as the benchmarks of the parties need it.

use super::Prepared;
use crate::Runtime;
use pallet_registry::benchmarking::{successions, Helper};
use quanji_primitives::{
    clock::{Day, Moment},
    directory::RuleBook,
    regimes::national_2026,
    CaseId, PartyId,
};

/// Certificates, open cases and consents of a party.
pub(super) fn hold(party: PartyId, count: u32, moved: u32) {
    let now: Moment = pallet_rules::Book::<Runtime>::default().now();
    Prepared::install_rules(national_2026());
    Prepared::set_time(now.max(Day(20_000).start()));
    successions::hold::<Runtime>(party, count, moved);
}

/// An open case of a party.
pub(super) fn open_case(party: PartyId) -> CaseId {
    successions::open_case::<Runtime>(party)
}
