//! Parties as a report names them.

use quanji_primitives::{rights::Holders, v1::PartyRecord, PartyId};
use quanji_verifier::Title;

use super::{
    super::{gather::OfParty, model::PartyShown},
    holders_now,
};

/// The party that a report is about.
pub fn party_shown(of: &OfParty) -> PartyShown {
    let record = of.records.get(&of.party);
    shown(of.party, record, None, (of.asked != of.party).then_some(of.asked))
}

/// Those who hold a right now.
pub(super) fn holders(title: &Title, stored: &Holders) -> Vec<PartyShown> {
    let one = |party: PartyId, parts: Option<u32>| {
        let former = stored
            .parties()
            .into_iter()
            .find(|other| *other != party && title.current(*other) == party);
        shown(party, title.parties.get(&party), parts, former)
    };
    match holders_now(title, stored) {
        Holders::Sole(party) => vec![one(party, None)],
        Holders::Joint(parties) => parties.iter().map(|party| one(*party, None)).collect(),
        Holders::Shares(shares) => shares
            .iter()
            .map(|share| one(share.party, Some(share.parts)))
            .collect(),
    }
}

fn shown(
    party: PartyId,
    record: Option<&PartyRecord>,
    parts: Option<u32>,
    in_place_of: Option<PartyId>,
) -> PartyShown {
    PartyShown {
        party,
        person: record.map(|record| record.person.clone()),
        standing: record.map(|record| record.standing),
        parts,
        in_place_of,
    }
}
