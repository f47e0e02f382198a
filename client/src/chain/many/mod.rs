//! Many calls of one sender: signed with nonces counted here, as many waiting at once as the register admits, each
//! followed to a final block.
//!
//! Every final block is read once, whatever the number of calls in it. A call that the pool lost is signed and sent
//! anew under the same nonce, so that it can be carried out once only.

mod flight;
mod pool;

use std::time::Duration;

use futures::{Stream, StreamExt};
use subxt::{
    events::{DecodeAsEvent, Event, Phase},
    transactions::Payload,
};
use tokio::time::MissedTickBehavior;

use super::{
    api::{runtime_types::sp_runtime::DispatchError, system::events::ExtrinsicFailed},
    connect::{innermost, Config},
    Chain, ChainError, Refusal, SubmitError, View,
};
use crate::keys::Signer;
use flight::Run;

/// Between two looks at what the pool takes, when no block became final.
const PAUSE: Duration = Duration::from_millis(250);

/// What is told of many calls.
pub enum News<'a, T> {
    /// What came of a call, in a final block.
    Settled(T, Result<Carried<'a>, SubmitError>),
    /// The register takes no further call for now; it will be asked again.
    Resting(Refusal),
}

/// A call that was carried out in a final block.
pub struct Carried<'a> {
    /// The number of the block.
    pub block_number: u32,
    /// The hash of the transaction.
    pub transaction: [u8; 32],
    events: &'a [Event<'a, Config>],
    place: u32,
}

impl Carried<'_> {
    /// The first event of a kind that the call left.
    pub fn event<E: DecodeAsEvent>(&self) -> Result<E, ChainError> {
        let no_event = |reason: String| ChainError::NoAnswer {
            what: "event".into(),
            reason,
        };
        events_at(self.events, self.place)
            .find_map(|event| event.decode_fields_as::<E>())
            .ok_or_else(|| no_event("none".into()))?
            .map_err(|error| no_event(innermost(&error)))
    }
}

/// The events of the transaction at a place in its block.
fn events_at<'a>(events: &'a [Event<'a, Config>], place: u32) -> impl Iterator<Item = &'a Event<'a, Config>> {
    events
        .iter()
        .filter(move |event| event.phase() == Phase::ApplyExtrinsic(place))
}

impl Chain {
    /// Signs and sends calls in their order and tells what came of each as soon as that is final.
    ///
    /// A refused call does not stop the others. An error does: what was sent by then and is not settled is told as
    /// [`ChainError::EndUnknown`], and what was not sent is not told.
    pub async fn submit_many<T, C: Payload>(
        &self,
        signer: &dyn Signer,
        calls: impl Stream<Item = (T, C)>,
        tell: &mut dyn FnMut(News<'_, T>),
    ) -> Result<(), SubmitError> {
        let mut run = Run::begin(self, signer).await?;
        let result = follow(&mut run, calls, tell).await;
        if let Err(error) = &result {
            for item in run.abandon() {
                let reason = error.to_string();
                tell(News::Settled(item, Err(ChainError::EndUnknown { reason }.into())));
            }
        }
        result
    }
}

async fn follow<T, C: Payload>(
    run: &mut Run<'_, T, C>,
    calls: impl Stream<Item = (T, C)>,
    tell: &mut dyn FnMut(News<'_, T>),
) -> Result<(), SubmitError> {
    let lost = |reason: String| ChainError::NoAnswer {
        what: "blocks".into(),
        reason,
    };
    let mut calls = std::pin::pin!(calls);
    let mut more = true;
    let mut blocks = run
        .chain
        .client()
        .stream_blocks()
        .await
        .map_err(|error| lost(innermost(&error)))?;
    let mut looks = tokio::time::interval(PAUSE);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while more || !run.is_idle() {
        // Calls go on being prepared while blocks are awaited.
        tokio::select! {
            next = calls.next(), if more && run.has_room() => {
                match next {
                    Some((item, call)) => run.queue(item, call),
                    None => more = false,
                }
                run.send_queued(tell).await?;
                continue;
            }
            block = blocks.next() => match block {
                Some(Ok(block)) => {
                    let at = block.at().await.map_err(|error| lost(innermost(&error)))?;
                    run.settle(View { at }, tell).await?;
                }
                Some(Err(error)) => return Err(lost(innermost(&error)).into()),
                None => return Err(lost("-".into()).into()),
            },
            _ = looks.tick() => {}
        }
        run.look_at_pool().await?;
        run.send_queued(tell).await?;
    }
    Ok(())
}

impl View {
    /// The refusal that a dispatch error of this block's runtime is.
    pub(super) fn refusal(&self, error: &DispatchError) -> Refusal {
        let module = match error {
            DispatchError::Module(module) => module,
            DispatchError::BadOrigin => return Refusal::wrong_office(),
            other => return Refusal::unnamed(&format!("{other:?}")),
        };
        let metadata = self.at.metadata_ref();
        let pallet = metadata.pallet_by_error_index(module.index);
        let variant = pallet
            .as_ref()
            .and_then(|pallet| pallet.error_variant_by_index(module.error[0]));
        match (pallet, variant) {
            (Some(pallet), Some(variant)) => Refusal::of_pallet(pallet.name(), &variant.name, &variant.docs),
            _ => Refusal::unnamed(&format!("{module:?}")),
        }
    }

    /// What came of the transaction at a place in this block.
    fn judged<'a>(
        &self,
        events: &'a [Event<'a, Config>],
        place: u32,
        transaction: [u8; 32],
    ) -> Result<Carried<'a>, SubmitError> {
        let failure = events_at(events, place).find_map(|event| event.decode_fields_as::<ExtrinsicFailed>());
        match failure {
            None => Ok(Carried {
                block_number: self.number(),
                transaction,
                events,
                place,
            }),
            Some(Ok(failed)) => Err(self.refusal(&failed.dispatch_error).into()),
            Some(Err(error)) => Err(ChainError::NoAnswer {
                what: "events".into(),
                reason: innermost(&error),
            }
            .into()),
        }
    }
}
