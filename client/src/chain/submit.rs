//! Signed calls: sent, included, final, and the events they left.

use std::time::Duration;

use subxt::{
    config::DefaultExtrinsicParamsBuilder,
    error::{DispatchError, ExtrinsicError, TransactionEventsError},
    events::DecodeAsEvent,
    extrinsics::ExtrinsicEvents,
    transactions::{Payload, TransactionInvalid, TransactionProgress, TransactionStatus, ValidationResult},
    utils::{AccountId32, MultiSignature},
    OnlineClient,
};

use super::{
    connect::{innermost, Config},
    Chain, ChainError, Refusal, SubmitError,
};
use crate::keys::Signer;

/// Blocks after which a signed call that was not included can no longer be.
pub(super) const MORTAL_BLOCKS: u64 = 64;

/// How long the next step of a transaction may take.
const STEP_SECONDS: u64 = 120;

type AtBlock = subxt::client::OnlineClientAtBlockImpl<Config>;

/// How far a transaction has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The node has it.
    Sent,
    /// It is in a block.
    InBlock,
    /// The block is final.
    Final,
}

/// A call that was carried out in a final block.
pub struct Finalised {
    /// The number of the block.
    pub block_number: u32,
    /// The hash of the block.
    pub block_hash: [u8; 32],
    /// The hash of the transaction.
    pub transaction: [u8; 32],
    events: ExtrinsicEvents<Config>,
}

impl Finalised {
    /// The first event of a kind that the call left.
    pub fn event<E: DecodeAsEvent>(&self) -> Result<E, ChainError> {
        let found = self
            .events
            .find_first::<E>()
            .ok_or_else(|| ChainError::NoAnswer {
                what: "event".into(),
                reason: "none".into(),
            })?;
        found.map_err(|error| ChainError::NoAnswer {
            what: "event".into(),
            reason: innermost(&error),
        })
    }
}

impl Chain {
    /// Signs a call, sends it and waits until it is final.
    ///
    /// Refused calls give the [`Refusal`]; nothing was changed then.
    pub async fn submit<Call: Payload>(
        &self,
        call: &Call,
        signer: &dyn Signer,
        follow: &(dyn Fn(Step) + Sync),
    ) -> Result<Finalised, SubmitError> {
        let view = self.now().await?;
        let account = AccountId32(signer.public());
        let parameters = DefaultExtrinsicParamsBuilder::<Config>::new()
            .mortal(MORTAL_BLOCKS)
            .build();
        let transactions = view.at.transactions();
        let version = view.runtime_version();
        let mut signable = transactions
            .create_signable(call, &account, parameters)
            .await
            .map_err(|error| unbuilt(&error, version))?;
        let payload = signable
            .signer_payload()
            .map_err(|error| unbuilt(&error, version))?;
        let signature = MultiSignature::Ed25519(signer.sign(&payload)?);
        let transaction = signable
            .sign_with_account_and_signature(&account, &signature)
            .map_err(|error| unbuilt(&error, version))?;

        // Asked beforehand, the chain says why; the pool would say only that it does not take the transaction.
        let judged = transaction
            .validate()
            .await
            .map_err(|error| unbuilt(&error, version))?;
        if let ValidationResult::Invalid(reason) = judged {
            return Err(not_let_in(&reason));
        }
        let progress = transaction
            .submit_and_watch()
            .await
            .map_err(|error| ChainError::NotIncluded {
                reason: innermost(&error),
            })?;
        follow(Step::Sent);
        wait(self.client(), progress, follow).await
    }
}

/// Follows a transaction to a final block.
async fn wait(
    client: &OnlineClient<Config>,
    mut progress: TransactionProgress<Config, AtBlock>,
    follow: &(dyn Fn(Step) + Sync),
) -> Result<Finalised, SubmitError> {
    let mut block = None;
    let not_included = |reason: String| SubmitError::from(ChainError::NotIncluded { reason });
    loop {
        let step = tokio::time::timeout(Duration::from_secs(STEP_SECONDS), progress.next());
        let Ok(step) = step.await else {
            return Err(match block {
                Some(block) => ChainError::NotFinal {
                    block,
                    seconds: STEP_SECONDS,
                }
                .into(),
                None => not_included(format!("{STEP_SECONDS} s")),
            });
        };
        match step {
            Some(Ok(TransactionStatus::InBestBlock(found))) => {
                block = Some(format!("{:?}", found.block_hash()));
                follow(Step::InBlock);
            }
            Some(Ok(TransactionStatus::InFinalizedBlock(found))) => {
                follow(Step::Final);
                let hash = found.block_hash();
                let no_block = |reason: String| ChainError::NoAnswer {
                    what: format!("{hash:?}"),
                    reason,
                };
                let at = client
                    .at_block(hash)
                    .await
                    .map_err(|error| no_block(innermost(&error)))?;
                let events = found.wait_for_success().await.map_err(failed)?;
                return Ok(Finalised {
                    block_number: u32::try_from(at.block_number()).unwrap_or(u32::MAX),
                    block_hash: hash.0,
                    transaction: found.extrinsic_hash().0,
                    events,
                });
            }
            Some(Ok(
                TransactionStatus::Error { message }
                | TransactionStatus::Invalid { message }
                | TransactionStatus::Dropped { message },
            )) => return Err(not_included(message)),
            Some(Ok(_)) => {}
            Some(Err(error)) => return Err(not_included(innermost(&error))),
            None => return Err(not_included("-".into())),
        }
    }
}

fn failed(error: TransactionEventsError) -> SubmitError {
    match error {
        TransactionEventsError::ExtrinsicFailed(DispatchError::Module(module)) => match module.details() {
            Ok(details) => Refusal::of_pallet(
                details.pallet.name(),
                &details.variant.name,
                &details.variant.docs,
            )
            .into(),
            Err(_) => Refusal::unnamed(&module.details_string()).into(),
        },
        TransactionEventsError::ExtrinsicFailed(DispatchError::BadOrigin) => Refusal::wrong_office().into(),
        TransactionEventsError::ExtrinsicFailed(other) => Refusal::unnamed(&other.to_string()).into(),
        other => ChainError::NoAnswer {
            what: "events".into(),
            reason: innermost(&other),
        }
        .into(),
    }
}

fn not_let_in(reason: &TransactionInvalid) -> SubmitError {
    match reason {
        TransactionInvalid::Custom(number) => Refusal::of_admission(*number).into(),
        TransactionInvalid::Call => Refusal::unnamed("the call is not open to senders").into(),
        other => ChainError::NotIncluded {
            reason: format!("{other:?}"),
        }
        .into(),
    }
}

pub(super) fn unbuilt(error: &ExtrinsicError, version: u32) -> ChainError {
    match error {
        ExtrinsicError::IncompatibleCodegen
        | ExtrinsicError::PalletNameNotFound(_)
        | ExtrinsicError::CallNameNotFound { .. } => ChainError::OtherVersion { version },
        other => ChainError::NotIncluded {
            reason: innermost(other),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use codec::Encode;

    #[test]
    fn a_signature_is_encoded_as_the_runtime_reads_it() {
        let bytes = [7; 64];
        let ours = MultiSignature::Ed25519(bytes).encode();
        let mut expected = vec![0];
        expected.extend(bytes);
        assert_eq!(ours, expected);
        let read: sp_runtime::MultiSignature = codec::Decode::decode(&mut &ours[..]).unwrap();
        assert_eq!(
            read,
            sp_runtime::MultiSignature::Ed25519(sp_core::ed25519::Signature::from_raw(bytes))
        );
    }
}
