//! What a regime says of collateral. Beside its record, by its identifier: the record is proved by certificates, and its layout
//! stays as it is.

use crate::regime::{Limit, RegimeId};

domain! {
    /// What becomes of later pledges on a right on which an earlier one is enforced, by agreement or by a ruling about it.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum LaterPledges {
        /// They stay on the right that passes: nobody loses a place without signature or ruling.
        #[codec(index = 0)]
        Stay,
        /// They end with it; their pledgees are told, and paid from the surplus.
        #[codec(index = 1)]
        End,
    }

    /// The rules of collateral under a regime version.
    #[derive(Copy)]
    pub struct CollateralRules {
        /// Working days for which a reservation stands, from the next working day.
        pub reservation_working_days: Limit,
        /// Working days in which a pledgee releases a pledge whose release was demanded.
        pub release_working_days: Limit,
        /// Only a party with the role of financier 金融机构 is secured by a pledge or reserves a place.
        pub financier_role_needed: bool,
        /// What becomes of later pledges on a right on which an earlier one is enforced.
        pub later_pledges: LaterPledges,
    }
}

impl CollateralRules {
    /// The rules under a regime version: no text read names any of them, so they are assumptions, the same for every system.
    pub const fn of(_: RegimeId) -> Self {
        Self {
            reservation_working_days: Limit::assumed(30),
            release_working_days: Limit::assumed(10),
            financier_role_needed: true,
            later_pledges: LaterPledges::Stay,
        }
    }
}
