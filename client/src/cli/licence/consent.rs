//! Consents of those for whom marks stand to one offer.

use clap::Args;
use quanji_client::chain::{api, Static};
use quanji_primitives::ObjectId;

use super::super::{
    capacity::{simple_as, Capacity},
    context::Context,
    node::Subject,
    CommandResult,
};

/// Arguments of `licence consent` and `licence revoke-consent`.
#[derive(Debug, Args)]
pub struct Consent {
    /// The object: O1-1-5
    object: ObjectId,
    /// Number of the offer on it
    #[arg(long, value_name = "NUMBER")]
    offer: u32,
    /// Number of the mark on it
    #[arg(long, value_name = "NUMBER")]
    mark: u32,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

impl Consent {
    fn subjects(&self) -> [Subject; 3] {
        [
            Subject::new("object", "登记对象", self.object),
            Subject::new("offer", "要约", self.offer),
            Subject::new("mark", "备注", self.mark),
        ]
    }
}

pub fn give(context: &Context, given: &Consent) -> CommandResult {
    let call = |capacity| {
        let calls = api::transactions().licences();
        calls.consent_to_offer(capacity, Static(given.object), given.offer, given.mark)
    };
    let what = context.language.pick("已同意", "consented");
    simple_as(context, &given.capacity, call, what, &given.subjects())
}

pub fn revoke(context: &Context, given: &Consent) -> CommandResult {
    let call = |capacity| {
        let calls = api::transactions().licences();
        calls.revoke_offer_consent(capacity, Static(given.object), given.offer, given.mark)
    };
    let what = context.language.pick("同意已撤回", "consent revoked");
    simple_as(context, &given.capacity, call, what, &given.subjects())
}
