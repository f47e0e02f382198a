//! Under which names a party was told, and which marks stand for it.

use std::collections::BTreeSet;

use quanji_client::chain::{ChainError, View};
use quanji_primitives::{marks::MarkSource, ObjectId, PartyId};

/// From what a mark comes that stands for a party, with the object on which it stands.
pub type Marked = (ObjectId, MarkSource);

/// A party and all in whose place it stands alone: what they held and were told is now its own.
pub async fn names_of(view: &View, party: PartyId) -> Result<BTreeSet<PartyId>, ChainError> {
    let mut names = BTreeSet::from([party]);
    let mut asked = vec![party];
    while let Some(one) = asked.pop() {
        for before in view.predecessors(one).await? {
            // Of who was divided each successor has what was passed to it, under its own name.
            if view.current(before).await? == party && names.insert(before) {
                asked.push(before);
            }
        }
    }
    Ok(names)
}

/// What the party objects to, and what was seized or put under control for it.
pub async fn marked_for(view: &View, names: &BTreeSet<PartyId>) -> Result<Vec<Marked>, ChainError> {
    let mut all = Vec::new();
    for (authority, _) in view.authorities().await? {
        for (id, _) in view.objections_at(authority).await? {
            let objection = view.objection(id).await?;
            let own = objection.filter(|objection| names.contains(&objection.objector));
            all.extend(own.map(|objection| (objection.object, MarkSource::Objection(id))));
        }
        let mut from = 0;
        loop {
            let page = view.day_book(authority, from).await?;
            let Some((last, ..)) = page.last() else { break };
            from = last.serial().saturating_add(1);
            let own = |party: Option<PartyId>| party.is_some_and(|party| names.contains(&party));
            let for_it = page.iter().filter(|(_, stamp, _)| own(stamp.paper.applicant));
            all.extend(for_it.map(|(id, stamp, _)| (stamp.object, MarkSource::DayBook(*id))));
        }
    }
    Ok(all)
}
