//! From what a reader believes, along the changes of the authority set, to one finalised block.

use crate::{
    errors::{Error, FinalityError, Part, TrustError},
    finality::AuthoritySet,
    header::Block,
    package::{Justified, Proof},
    state::{Record, StateProof},
    trust::{Checkpoint, TrustAnchor},
};
use alloc::vec::Vec;
use sp_core::H256;

/// The block whose state is proven, finalised by the last of the sets that lead to it from the anchor.
pub fn finalised_block(proof: &Proof, trust: &TrustAnchor) -> Result<Block, Error> {
    follow(proof, trust).map(|(block, _)| block)
}

/// The proven block as a checkpoint: believed by everybody who believes the anchor.
pub fn reached_checkpoint(proof: &Proof, trust: &TrustAnchor) -> Result<Checkpoint, Error> {
    let (block, office) = follow(proof, trust)?;
    let set = match office {
        Office::After(set) => set,
        Office::At(set) => match set.next(&block) {
            Ok(next) => next,
            Err(FinalityError::NoChange) => set,
            Err(reason) => {
                return Err(Error::Finality {
                    block: block.number(),
                    reason,
                })
            }
        },
    };
    Ok(Checkpoint {
        genesis: trust.genesis(),
        number: block.number(),
        hash: block.hash(),
        set,
    })
}

/// When a set is in office, seen from a block.
enum Office {
    /// It finalised the block.
    At(AuthoritySet),
    /// It finalises the blocks after it.
    After(AuthoritySet),
}

fn follow(proof: &Proof, trust: &TrustAnchor) -> Result<(Block, Office), Error> {
    let block = Block::read(&proof.block.header.0, Part::BlockHeader)?;
    let (mut set, mut reached, links) = match trust {
        TrustAnchor::Genesis(hash) => from_genesis(proof, *hash)?,
        TrustAnchor::Checkpoint(checkpoint) if checkpoint.hash == block.hash() => {
            return Ok((block, Office::After(checkpoint.set.clone())));
        }
        TrustAnchor::Checkpoint(checkpoint) => from_checkpoint(proof, checkpoint)?,
    };
    for (position, link) in links {
        let handover = Block::read(&link.header.0, Part::LinkHeader { position })?;
        number_rises(reached, &handover)?;
        check_final(&set, &handover, link)?;
        set = set.next(&handover).map_err(|reason| Error::Finality {
            block: handover.number(),
            reason,
        })?;
        reached = handover.number();
    }
    number_rises(reached, &block)?;
    check_final(&set, &block, &proof.block)?;
    Ok((block, Office::At(set)))
}

fn check_final(set: &AuthoritySet, block: &Block, justified: &Justified) -> Result<(), Error> {
    let reason = set.check_final(block, &justified.justification.0);
    reason.map_err(|reason| Error::Finality {
        block: block.number(),
        reason,
    })
}

/// Links still to be followed, each with its place in the package.
type Links<'a> = Vec<(usize, &'a Justified)>;

fn from_genesis(proof: &Proof, expected: H256) -> Result<(AuthoritySet, u32, Links<'_>), Error> {
    let genesis = proof.genesis.as_ref().ok_or(TrustError::NoGenesisProof)?;
    let block = Block::read(&genesis.header.0, Part::GenesisHeader)?;
    if block.hash() != expected {
        return Err(TrustError::WrongGenesis {
            expected,
            found: block.hash(),
        }
        .into());
    }
    if proof.first_set != 0 {
        return Err(TrustError::StartsLate {
            first: proof.first_set,
        }
        .into());
    }
    let state = StateProof::new(
        block.header().state_root,
        genesis.state.iter().map(|node| node.0.clone()),
    );
    let authorities = state
        .require(Record::GrandpaAuthorities)
        .map_err(|reason| Error::State {
            block: block.number(),
            reason,
        })?;
    let set = AuthoritySet {
        set_id: 0,
        authorities,
    };
    Ok((set, block.number(), proof.links.iter().enumerate().collect()))
}

/// Links before the checkpoint are not needed and not looked at.
fn from_checkpoint<'a>(
    proof: &'a Proof,
    checkpoint: &Checkpoint,
) -> Result<(AuthoritySet, u32, Links<'a>), TrustError> {
    let (expected, first) = (checkpoint.set.set_id, proof.first_set);
    let last = first.saturating_add(u64::try_from(proof.links.len()).unwrap_or(u64::MAX));
    let passed = expected
        .checked_sub(first)
        .filter(|_| expected <= last)
        .and_then(|passed| usize::try_from(passed).ok())
        .ok_or(TrustError::SetNotReached {
            expected,
            first,
            last,
        })?;
    let links = proof.links.iter().enumerate().skip(passed).collect();
    Ok((checkpoint.set.clone(), checkpoint.number, links))
}

/// Sets take office one after the other: so do the blocks they finalise here.
fn number_rises(reached: u32, block: &Block) -> Result<(), TrustError> {
    if block.number() <= reached {
        return Err(TrustError::NotRising {
            reached,
            found: block.number(),
        });
    }
    Ok(())
}
