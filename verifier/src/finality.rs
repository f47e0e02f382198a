//! GRANDPA finality: authority sets, how one hands over to the next, and the check of a justification.
//!
//! The rules are the chain's own: votes are counted by `finality_grandpa::validate_commit`, signatures are checked by
//! ZIP-215 (`ed25519-zebra`). Beyond them no vote may stand twice, and every vote must be for the target or a block after it,
//! as every justification that a node makes has it.

use crate::{
    errors::FinalityError,
    header::{Block, DigestItem, Header},
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use codec::{Decode, DecodeAll, Encode};
use core::fmt;
use finality_grandpa::{validate_commit, voter_set::VoterSet, Chain, Message};
use sp_core::H256;

/// A GRANDPA authority: its Ed25519 key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode)]
pub struct Voter(pub [u8; 32]);

impl fmt::Display for Voter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

/// Votes for blocks.
pub type Commit = finality_grandpa::Commit<H256, u32, [u8; 64], Voter>;
/// One signed vote.
pub type SignedPrecommit = finality_grandpa::SignedPrecommit<H256, u32, [u8; 64], Voter>;

/// The proof that a block is final, in the layout in which nodes store it.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Justification {
    /// The round of voting.
    pub round: u64,
    /// The votes.
    pub commit: Commit,
    /// Headers that lead from the blocks voted for back to the target.
    pub votes_ancestries: Vec<Header>,
}

/// The GRANDPA authorities that finalise blocks, and the number of their set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuthoritySet {
    /// The number of the set, from 0; part of what voters sign.
    pub set_id: u64,
    /// Keys and weights.
    pub authorities: Vec<(Voter, u64)>,
}

const GRANDPA_ENGINE: [u8; 4] = *b"FRNK";

#[derive(Decode)]
struct ScheduledChange {
    next_authorities: Vec<(Voter, u64)>,
    delay: u32,
}

/// What GRANDPA notes in a header. Other notes do not concern the set.
#[derive(Decode)]
enum ConsensusLog {
    #[codec(index = 1)]
    ScheduledChange(ScheduledChange),
    #[codec(index = 2)]
    ForcedChange(
        #[allow(dead_code, reason = "read past, to reach the end of the note")] (u32, ScheduledChange),
    ),
}

impl AuthoritySet {
    /// The set to which the header of `block` hands over. The first scheduled change counts, as on chain.
    pub fn next(&self, block: &Block) -> Result<Self, FinalityError> {
        let notes = block.header().digest.iter().filter_map(|item| match item {
            DigestItem::Consensus(GRANDPA_ENGINE, bytes) => ConsensusLog::decode(&mut bytes.as_slice()).ok(),
            _ => None,
        });
        let mut scheduled = None;
        for note in notes {
            match note {
                ConsensusLog::ForcedChange(_) => return Err(FinalityError::ForcedChange),
                ConsensusLog::ScheduledChange(change) => scheduled = scheduled.or(Some(change)),
            }
        }
        let change = scheduled.ok_or(FinalityError::NoChange)?;
        if change.delay != 0 {
            return Err(FinalityError::DelayedChange { delay: change.delay });
        }
        Ok(Self {
            set_id: self.set_id.saturating_add(1),
            authorities: change.next_authorities,
        })
    }

    /// Checks that this set finalised `block`. Signatures come before counting, so that nobody but a voter reaches it.
    pub fn check_final(&self, block: &Block, justification: &[u8]) -> Result<(), FinalityError> {
        let justification =
            Justification::decode_all(&mut &*justification).map_err(|_| FinalityError::Unreadable)?;
        let voters = VoterSet::new(self.authorities.iter().copied()).ok_or(FinalityError::EmptySet)?;
        is_for_block(&justification.commit, block)?;
        votes_are_of_the_set_and_once(&justification.commit, &voters)?;
        signatures_are_valid(&justification, self.set_id)?;
        let ancestry = Ancestry::new(block, &justification.votes_ancestries);
        let used = votes_descend_from_target(&justification.commit, &ancestry)?;
        ancestry_is_used(&justification.votes_ancestries, &used)?;
        votes_suffice(&justification.commit, &voters, &ancestry)
    }
}

fn is_for_block(commit: &Commit, block: &Block) -> Result<(), FinalityError> {
    let (expected, found) = (block.hash(), commit.target_hash);
    if expected != found || block.number() != commit.target_number {
        return Err(FinalityError::OtherBlock { expected, found });
    }
    Ok(())
}

/// A voter that voted for two blocks counts as GRANDPA counts it; the same vote twice, or a third one, is refused.
fn votes_are_of_the_set_and_once(commit: &Commit, voters: &VoterSet<Voter>) -> Result<(), FinalityError> {
    let mut seen: BTreeMap<Voter, BTreeSet<H256>> = BTreeMap::new();
    for signed in &commit.precommits {
        let voter = signed.id;
        if !voters.contains(&voter) {
            return Err(FinalityError::NotAnAuthority { voter });
        }
        let targets = seen.entry(voter).or_default();
        if !targets.insert(signed.precommit.target_hash) || targets.len() > 2 {
            return Err(FinalityError::DuplicateVote { voter });
        }
    }
    Ok(())
}

fn signatures_are_valid(justification: &Justification, set_id: u64) -> Result<(), FinalityError> {
    justification.commit.precommits.iter().try_for_each(|signed| {
        let message = Message::Precommit(signed.precommit.clone());
        let payload = (message, justification.round, set_id).encode();
        let valid = ed25519_zebra::VerificationKey::try_from(signed.id.0)
            .and_then(|key| key.verify(&ed25519_zebra::Signature::from(signed.signature), &payload));
        valid.map_err(|_| FinalityError::BadSignature { voter: signed.id })
    })
}

/// The headers that lead from votes to the target.
fn votes_descend_from_target(
    commit: &Commit,
    ancestry: &Ancestry<'_>,
) -> Result<BTreeSet<H256>, FinalityError> {
    let mut used = BTreeSet::new();
    for signed in &commit.precommits {
        let voter = signed.id;
        let vote = &signed.precommit;
        let route = ancestry.route(commit.target_hash, vote.target_hash);
        let number_fits = ancestry.number(&vote.target_hash) == Some(vote.target_number);
        used.extend(
            route
                .filter(|_| number_fits)
                .ok_or(FinalityError::NotDescendant { voter })?,
        );
    }
    Ok(used)
}

fn ancestry_is_used(headers: &[Header], used: &BTreeSet<H256>) -> Result<(), FinalityError> {
    let unused = headers.len().saturating_sub(used.len());
    if unused > 0 {
        return Err(FinalityError::UnusedAncestry { headers: unused });
    }
    Ok(())
}

fn votes_suffice(
    commit: &Commit,
    voters: &VoterSet<Voter>,
    ancestry: &Ancestry<'_>,
) -> Result<(), FinalityError> {
    let valid = validate_commit(commit, voters, ancestry).is_ok_and(|result| result.is_valid());
    if valid {
        return Ok(());
    }
    let voted: BTreeSet<Voter> = commit.precommits.iter().map(|signed| signed.id).collect();
    let weights = voted
        .iter()
        .filter_map(|voter| voters.get(voter))
        .map(|info| info.weight().0.get());
    let weight = weights.fold(0u64, u64::saturating_add);
    Err(FinalityError::TooFewVotes {
        weight,
        threshold: voters.threshold().0.get(),
    })
}

/// The headers of a justification by their hashes, above its target.
struct Ancestry<'a> {
    target: &'a Block,
    headers: BTreeMap<H256, &'a Header>,
}

impl<'a> Ancestry<'a> {
    fn new(target: &'a Block, headers: &'a [Header]) -> Self {
        Self {
            target,
            headers: headers.iter().map(|header| (header.hash(), header)).collect(),
        }
    }

    fn number(&self, block: &H256) -> Option<u32> {
        if *block == self.target.hash() {
            return Some(self.target.number());
        }
        self.headers.get(block).map(|header| header.number)
    }

    /// The blocks from `block` down to the one after `base`; `None` where the headers do not lead there, or where numbers
    /// do not fall by one, as they do in any chain.
    fn route(&self, base: H256, block: H256) -> Option<Vec<H256>> {
        let mut route = Vec::new();
        let mut current = block;
        while current != base {
            let header = self.headers.get(&current)?;
            let parent = self.number(&header.parent_hash)?;
            if parent.checked_add(1) != Some(header.number) {
                return None;
            }
            route.push(current);
            current = header.parent_hash;
        }
        Some(route)
    }
}

impl Chain<H256, u32> for Ancestry<'_> {
    fn ancestry(&self, base: H256, block: H256) -> Result<Vec<H256>, finality_grandpa::Error> {
        let route = self
            .route(base, block)
            .ok_or(finality_grandpa::Error::NotDescendent)?;
        // GRANDPA wants the blocks between, without `block` itself.
        Ok(route.into_iter().skip(1).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sp_consensus_grandpa as sdk;
    use sp_runtime::{generic, traits::BlakeTwo256};

    type SdkHeader = generic::Header<u32, BlakeTwo256>;

    #[test]
    fn justifications_have_the_layout_of_the_sdk() {
        let precommit = finality_grandpa::Precommit {
            target_hash: H256([1; 32]),
            target_number: 7,
        };
        let header = Header {
            parent_hash: H256([2; 32]),
            number: 8,
            state_root: H256([3; 32]),
            extrinsics_root: H256([4; 32]),
            digest: Vec::new(),
        };
        let ours = Justification {
            round: 5,
            commit: Commit {
                target_hash: H256([1; 32]),
                target_number: 7,
                precommits: vec![SignedPrecommit {
                    precommit,
                    signature: [6; 64],
                    id: Voter([7; 32]),
                }],
            },
            votes_ancestries: vec![header],
        };
        let theirs = sdk::GrandpaJustification::<SdkHeader>::decode_all(&mut &ours.encode()[..]).unwrap();
        assert_eq!(theirs.encode(), ours.encode());
        assert_eq!((theirs.round, theirs.commit.target_number), (5, 7));
    }

    #[test]
    fn the_signed_payload_is_the_one_of_the_sdk() {
        let vote = finality_grandpa::Precommit {
            target_hash: H256([1; 32]),
            target_number: 7,
        };
        let message = Message::Precommit(vote);
        let theirs = sdk::localized_payload(3, 9, &message);
        assert_eq!((message, 3u64, 9u64).encode(), theirs);
    }

    fn block_with(logs: &[sdk::ConsensusLog<u32>]) -> Block {
        let note = |log: &sdk::ConsensusLog<u32>| DigestItem::Consensus(GRANDPA_ENGINE, log.encode());
        let header = Header {
            parent_hash: H256::zero(),
            number: 8,
            state_root: H256::zero(),
            extrinsics_root: H256::zero(),
            digest: logs.iter().map(note).collect(),
        };
        Block::read(&header.encode(), crate::errors::Part::BlockHeader).unwrap()
    }

    fn change(key: u8, delay: u32) -> sdk::ScheduledChange<u32> {
        let key = sp_core::ed25519::Public::from_raw([key; 32]).into();
        sdk::ScheduledChange {
            next_authorities: vec![(key, 1)],
            delay,
        }
    }

    #[test]
    fn the_first_scheduled_change_hands_over() {
        use sdk::ConsensusLog::*;
        let set = AuthoritySet {
            set_id: 4,
            authorities: vec![(Voter([9; 32]), 1)],
        };
        let next = set.next(&block_with(&[
            OnDisabled(2),
            ScheduledChange(change(1, 0)),
            ScheduledChange(change(2, 0)),
        ]));
        assert_eq!(
            next,
            Ok(AuthoritySet {
                set_id: 5,
                authorities: vec![(Voter([1; 32]), 1)]
            })
        );
        assert_eq!(
            set.next(&block_with(&[OnDisabled(2)])),
            Err(FinalityError::NoChange)
        );
        let delayed = set.next(&block_with(&[ScheduledChange(change(1, 3))]));
        assert_eq!(delayed, Err(FinalityError::DelayedChange { delay: 3 }));
        let forced = set.next(&block_with(&[
            ScheduledChange(change(1, 0)),
            ForcedChange(1, change(2, 0)),
        ]));
        assert_eq!(forced, Err(FinalityError::ForcedChange));
    }
}
