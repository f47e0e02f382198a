//! Applications that the register refused at the door: what stands of them in the blocks that hold the transactions.
//!
//! Nothing is written to the state when a filing is refused. The transaction is in its block all the same, with digests
//! and coded fields only, and so is the event that says which rule refused it.

use codec::{Decode, DecodeAll};
use quanji_primitives::{
    capacity::Capacity, clock::Moment, filing::FirstRegistration, AuthorityId, Digest, ObjectId, PartyId,
};
use subxt::events::Phase;

use super::Account;
use crate::chain::{connect::innermost, Chain, ChainError, Refusal, View};

/// The place of errors of pallets among the errors of the SDK.
const OF_A_PALLET: u8 = 3;

/// The place of an account's own identifier among the forms of addresses.
const BY_ACCOUNT: u8 = 0;

/// An application that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Number of the block that holds it.
    pub block: u32,
    /// Register time of that block.
    pub at: Moment,
    /// The party for which it was filed; nothing when the signer acted for none.
    pub party: Option<PartyId>,
    /// In which capacity the signer acted.
    pub capacity: Capacity,
    /// The authority to which it was addressed.
    pub authority: AuthorityId,
    /// The fingerprints that it named.
    pub fingerprints: Vec<Digest>,
    /// The registered object that it named.
    pub object: Option<ObjectId>,
    /// The rule that refused it.
    pub refusal: Refusal,
}

impl Chain {
    /// The refused applications of the blocks `from` to `to`, oldest first; `read` is told each block that was read.
    pub async fn attempts(&self, from: u32, to: u32, read: &dyn Fn(u32)) -> Result<Vec<Attempt>, ChainError> {
        let mut all = Vec::new();
        for number in from..=to {
            all.extend(self.at_number(number).await?.attempts().await?);
            read(number);
        }
        Ok(all)
    }
}

impl View {
    /// The refused applications of this block.
    pub async fn attempts(&self) -> Result<Vec<Attempt>, ChainError> {
        let unread = |error: &dyn std::error::Error| ChainError::NoAnswer {
            what: format!("block {}", self.number()),
            reason: innermost(error),
        };
        let refused = self.refused_transactions().await?;
        if refused.is_empty() {
            return Ok(Vec::new());
        }
        let body = self
            .at
            .extrinsics()
            .fetch()
            .await
            .map_err(|error| unread(&error))?;
        let mut found = Vec::new();
        for transaction in body.iter() {
            let transaction = transaction.map_err(|error| unread(&error))?;
            let at = refused.iter().find(|(place, _)| *place == transaction.index());
            let is_filing = (transaction.pallet_name(), transaction.call_name()) == ("Registry", "file");
            let Some((_, refusal)) = at.filter(|_| is_filing) else {
                continue;
            };
            let signer = transaction.address_bytes().and_then(signer_of);
            let filed =
                <(Capacity, Box<FirstRegistration>)>::decode_all(&mut transaction.call_data_field_bytes());
            let (capacity, filing) = filed.map_err(|error| unread(&error))?;
            found.push(Attempt {
                block: self.number(),
                at: self.register_time().await?,
                party: self.party_behind(signer, capacity).await?,
                capacity,
                authority: filing.authority,
                fingerprints: filing.fingerprints.iter().map(|one| one.digest).collect(),
                object: filing.object,
                refusal: refusal.clone(),
            });
        }
        Ok(found)
    }

    /// The transactions of this block that a rule of the register refused, by their places.
    async fn refused_transactions(&self) -> Result<Vec<(usize, Refusal)>, ChainError> {
        let unread = |error: &dyn std::error::Error| ChainError::NoAnswer {
            what: "System.Events".into(),
            reason: innermost(error),
        };
        let events = self.at.events().fetch().await.map_err(|error| unread(&error))?;
        let mut refused = Vec::new();
        for event in events.iter() {
            let event = event.map_err(|error| unread(&error))?;
            let is_failure = (event.pallet_name(), event.event_name()) == ("System", "ExtrinsicFailed");
            let (true, Phase::ApplyExtrinsic(place)) = (is_failure, event.phase()) else {
                continue;
            };
            let refusal = self.refusal_in(event.field_bytes());
            refused.extend(usize::try_from(place).ok().zip(refusal));
        }
        Ok(refused)
    }

    /// The refusal in an error of the SDK, encoded; nothing where no rule of the register refused.
    fn refusal_in(&self, mut error: &[u8]) -> Option<Refusal> {
        let (kind, pallet, variant) = <(u8, u8, u8)>::decode(&mut error).ok()?;
        let metadata = self.at.metadata();
        let pallet = metadata
            .pallet_by_error_index(pallet)
            .filter(|_| kind == OF_A_PALLET)?;
        let variant = pallet.error_variant_by_index(variant)?;
        Some(Refusal::of_pallet(pallet.name(), &variant.name, &variant.docs))
    }

    /// The party for which a signer acted.
    async fn party_behind(
        &self,
        signer: Option<Account>,
        capacity: Capacity,
    ) -> Result<Option<PartyId>, ChainError> {
        match (capacity, signer) {
            (Capacity::Own, Some(signer)) => self.party_of(signer).await,
            (Capacity::Own, None) => Ok(None),
            (Capacity::Agent(power), _) => Ok(self.power(power).await?.map(|power| power.principal)),
            (Capacity::Counter(filing), _) => Ok(Some(filing.party)),
        }
    }
}

/// The account in an address.
fn signer_of(address: &[u8]) -> Option<Account> {
    let (form, account) = address.split_first()?;
    let account = (*form == BY_ACCOUNT).then_some(account)?;
    account.try_into().ok()
}

impl Attempt {
    /// Whether it concerns an object with these fingerprints.
    pub fn concerns(&self, object: ObjectId, fingerprints: &[Digest]) -> bool {
        self.object == Some(object) || self.fingerprints.iter().any(|one| fingerprints.contains(one))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_of_a_signer_is_read_from_its_address() {
        let mut address = vec![BY_ACCOUNT];
        address.extend([7; 32]);
        assert_eq!(signer_of(&address), Some([7; 32]));
        assert_eq!(signer_of(&address[..20]), None);
        address[0] = 3;
        assert_eq!(signer_of(&address), None);
        assert_eq!(signer_of(&[]), None);
    }

    #[test]
    fn an_attempt_concerns_an_object_by_name_or_by_fingerprint() {
        let print = |byte| Digest::Blake3_256([byte; 32]);
        let attempt = Attempt {
            block: 9,
            at: Moment(0),
            party: None,
            capacity: Capacity::Own,
            authority: AuthorityId(2),
            fingerprints: vec![print(1), print(2)],
            object: Some(ObjectId(5)),
            refusal: Refusal::of_pallet("Registry", "RepeatedRegistration", &[]),
        };
        assert!(attempt.concerns(ObjectId(5), &[]));
        assert!(attempt.concerns(ObjectId(6), &[print(2)]));
        assert!(!attempt.concerns(ObjectId(6), &[print(3)]));
    }
}
