//! Under which names a party was told, which marks stand for it, and which pledges and reservations it has.

use std::collections::BTreeSet;

use quanji_client::{
    chain::{Chain, ChainError, View},
    evidence::{batch::Batch, final_block, node::Node, EvidenceError},
    title::{
        received::{received, Received},
        Security,
    },
};
use quanji_primitives::{clock::Moment, marks::MarkSource, ObjectId, PartyId};

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

/// A pledge or reservation that a party has, or had.
#[derive(Debug, Clone, Copy)]
pub struct Own<'a> {
    /// On which object.
    pub object: ObjectId,
    /// The pledge or reservation.
    pub security: &'a Security,
    /// All that is secured on the object, that of others and what is over included.
    pub all: &'a [Security],
}

impl Own<'_> {
    /// Its mark comes from the deed that made it.
    pub fn marked(&self) -> Marked {
        (self.object, MarkSource::Deed(self.security.deed))
    }
}

/// What is secured where a party with these names has a pledge or reservation, as its title report finds it; nothing where
/// there are too many records to read.
pub async fn secured_for(
    chain: &Chain,
    view: &View,
    names: &BTreeSet<PartyId>,
    now: Moment,
) -> Result<Option<Received>, EvidenceError> {
    let node = Node::of(chain);
    let block = final_block::at(&node, view.hash().into()).await?;
    let mut batch = Batch::new(&node, block.hash, block.header.state_root);
    let names: Vec<_> = names.iter().copied().collect();
    received(&mut batch, &names, now).await
}

/// The pledges and reservations of a party with these names, those that are over included.
pub fn own<'a>(received: &'a Received, names: &BTreeSet<PartyId>) -> Vec<Own<'a>> {
    let is_own = |security: &Security| {
        let holder = security.holder.as_ref();
        holder.is_some_and(|holder| names.contains(&holder.in_place_of.unwrap_or(holder.party)))
    };
    let mut found = Vec::new();
    for (object, on) in received.book.iter() {
        let all = on.securities.as_slice();
        let own = all.iter().filter(|one| is_own(one));
        found.extend(own.map(|security| Own {
            object,
            security,
            all,
        }));
    }
    found
}
