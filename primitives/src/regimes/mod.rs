//! The regimes and the calendar known at genesis, written from the articles (`docs/regimes/`).

mod calendar_2026;
mod national_2026;
mod public_data_2025;
mod shenzhen_2023;

pub use calendar_2026::calendar_2026;
pub use national_2026::{national_2026, NATIONAL_2026};
pub use public_data_2025::{public_data_2025, PUBLIC_DATA_2025};
pub use shenzhen_2023::{shenzhen_2023, SHENZHEN_2023};

use crate::{
    marks::{Effect, EffectMatrix, EffectRow, Operation},
    Bounded,
};
use alloc::vec::Vec;
use Effect::{AsRuled, Ends, NeedsConsent, Passes, Queues, Refused, Travels};

/// The matrix of design section 5, row by row.
pub fn default_effects() -> EffectMatrix {
    use Operation::*;
    let row = |operation, effects| EffectRow { operation, effects };
    bounded(alloc::vec![
        row(
            Transfer,
            [
                Travels,
                Refused,
                Refused,
                Refused,
                Refused,
                NeedsConsent,
                NeedsConsent
            ]
        ),
        row(
            ExclusiveLicence,
            [
                Travels,
                Refused,
                Refused,
                Refused,
                Refused,
                NeedsConsent,
                NeedsConsent
            ]
        ),
        row(
            NonExclusiveLicence,
            [Travels, Refused, Refused, Refused, Refused, NeedsConsent, Passes]
        ),
        row(
            NewPledge,
            [Travels, Refused, Refused, Refused, Refused, Queues, Queues]
        ),
        row(
            Change,
            [Passes, Passes, Travels, Travels, NeedsConsent, Travels, Travels]
        ),
        row(
            VoluntaryCancellation,
            [
                Refused,
                Refused,
                Refused,
                Refused,
                Refused,
                NeedsConsent,
                NeedsConsent
            ]
        ),
        row(Renewal, [Passes; 7]),
        row(ReleaseByMarkHolder, [Passes; 7]),
        row(UniversalSuccession, [Travels; 7]),
        row(
            TransferByFirstRankCourt,
            [Travels, Ends, Passes, Travels, NeedsConsent, AsRuled, Ends]
        ),
        row(
            ByInstrument,
            [Travels, Travels, Travels, Travels, Travels, Travels, Ends]
        ),
        row(
            FurtherSeizure,
            [Passes, Passes, Queues, Queues, Passes, Passes, Passes]
        ),
        row(Correction, [Travels; 7]),
    ])
}

/// A table of fixed length as a bounded vector. Empty when it is too long, which a test of every preset refuses.
fn bounded<T, const N: u32>(rows: Vec<T>) -> Bounded<T, N> {
    rows.try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests;
