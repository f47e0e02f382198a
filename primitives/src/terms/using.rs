//! Whether a party may use a right for a purpose in a region now (S060).

use super::{Medium, Purposes, Region, RightsTree, Standing, Territory};
use crate::{clock::Moment, rights::RightKind, Bounded, PartyId};

domain! {
    /// A use that is asked about.
    #[derive(Copy)]
    pub struct Use {
        /// The purpose, from the chain's code table.
        pub purpose: u8,
        /// Where.
        pub region: Region,
        /// In which medium; nothing when it is not asked.
        pub medium: Option<Medium>,
    }

    /// Why a use is not covered.
    #[serde(rename_all = "snake_case")]
    pub enum UseBar {
        /// There is no such right.
        #[codec(index = 0)]
        NoSuchRight,
        /// The party does not hold it.
        #[codec(index = 1)]
        NotTheHolder,
        /// It is not in force.
        #[codec(index = 2)]
        NotInForce(Standing),
        /// A holding right alone does not carry use.
        #[codec(index = 3)]
        NoRightToUse,
        /// Another purpose.
        #[codec(index = 4)]
        Purpose {
            /// What was asked.
            asked: u8,
            /// What is allowed.
            allowed: Purposes,
        },
        /// Another region.
        #[codec(index = 5)]
        Region {
            /// What was asked.
            asked: Region,
            /// What is allowed.
            allowed: Territory,
        },
        /// Another medium.
        #[codec(index = 6)]
        Medium {
            /// What was asked.
            asked: Medium,
        },
        /// Another scene than the authorised one (S080).
        #[codec(index = 7)]
        Scene {
            /// What was asked.
            asked: u8,
            /// The one scene.
            allowed: u8,
        },
        /// The quantity is used up.
        #[codec(index = 8)]
        QuantityUsed {
            /// Reported uses.
            used: u64,
            /// What the holder may use itself.
            allowed: u64,
        },
        /// The export route is over.
        #[codec(index = 9)]
        RouteEnded {
            /// Since when.
            since: Moment,
        },
        /// The holder gave an exclusive licence for it.
        #[codec(index = 10)]
        GivenExclusively {
            /// The licence.
            licence: u32,
        },
    }

    /// The answer, with the right and every right above it, the right of first registration last.
    #[serde(rename_all = "snake_case")]
    pub enum UseAnswer {
        /// The use is covered.
        #[codec(index = 0)]
        Yes {
            /// The rights on which the answer rests.
            chain: Chain,
        },
        /// It is not.
        #[codec(index = 1)]
        No {
            /// Why.
            bar: UseBar,
            /// The rights that were looked at.
            chain: Chain,
        },
    }
}

/// A right and every right above it.
pub type Chain = Bounded<u32, 5>;

/// Whether `party` may use the right with `number` so at `now`.
pub fn may_use(tree: &RightsTree, number: u32, party: PartyId, asked: Use, now: Moment) -> UseAnswer {
    let chain = Chain::truncate_from(tree.chain(number));
    match bar(tree, number, party, asked, now) {
        None => UseAnswer::Yes { chain },
        Some(bar) => UseAnswer::No { bar, chain },
    }
}

fn bar(tree: &RightsTree, number: u32, party: PartyId, asked: Use, now: Moment) -> Option<UseBar> {
    let Some(right) = tree.get(number) else {
        return Some(UseBar::NoSuchRight);
    };
    if !right.right.holders.contains(party) {
        return Some(UseBar::NotTheHolder);
    }
    let standing = tree.standing(number, now);
    if standing != Standing::InForce {
        return Some(UseBar::NotInForce(standing));
    }
    if right.right.kind == RightKind::Holding {
        return Some(UseBar::NoRightToUse);
    }
    if let Some(licence) = &right.licence {
        let terms = &licence.terms;
        if let Some(allowed) = terms
            .authorised_scene()
            .filter(|_| !terms.has_purpose(asked.purpose))
        {
            return Some(UseBar::Scene {
                asked: asked.purpose,
                allowed,
            });
        }
        if !terms.has_purpose(asked.purpose) {
            return Some(UseBar::Purpose {
                asked: asked.purpose,
                allowed: terms.purposes.clone(),
            });
        }
        if !terms.covers_region(asked.region) {
            return Some(UseBar::Region {
                asked: asked.region,
                allowed: terms.territory.clone(),
            });
        }
        let other_medium = |medium: &Medium| !terms.media.is_empty() && !terms.media.contains(medium);
        if let Some(medium) = asked.medium.filter(other_medium) {
            return Some(UseBar::Medium { asked: medium });
        }
        if let Some(route) = terms.export.filter(|route| route.until <= now) {
            return Some(UseBar::RouteEnded { since: route.until });
        }
        let used = licence.reported.total();
        if let Some(allowed) = tree.own_allowance(number, now).filter(|allowed| used >= *allowed) {
            return Some(UseBar::QuantityUsed { used, allowed });
        }
    }
    let covers =
        |terms: &super::LicenceTerms| terms.has_purpose(asked.purpose) && terms.covers_region(asked.region);
    tree.given_exclusively(number, covers, now)
        .map(|licence| UseBar::GivenExclusively { licence })
}
