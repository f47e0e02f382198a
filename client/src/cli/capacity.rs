//! In which capacity the signer acts: for its own party, as agent under a power, or as officer at the counter.

use clap::Args;
use quanji_client::{
    chain::{Finalised, Static, View},
    keys::Signer,
};
use quanji_primitives::{
    capacity::{Capacity as Registered, CounterFiling},
    clock::Moment,
    PartyId, PowerId,
};
use subxt::{events::DecodeAsEvent, transactions::Payload};

use super::{
    clock::moment,
    context::Context,
    exit::Failure,
    node::{arguments, digest, done, not_found, own_party, submit, with_chain, Subject},
    output::Report,
};

/// In which capacity the signer acts; without any of these, for the party of its own account.
#[derive(Debug, Clone, Default, Args)]
pub struct Capacity {
    /// Act as agent under a power: W1-1-D
    #[arg(long, value_name = "POWER", conflicts_with = "counter")]
    as_agent: Option<PowerId>,
    /// File at the counter for a party that signed on paper (officer): P1-1-Q
    #[arg(long, value_name = "PARTY", requires = "counter_document")]
    counter: Option<PartyId>,
    /// The document that the party signed: a file, whose SHA-256 is recorded, or a digest
    #[arg(
        id = "counter_document",
        long = "document",
        value_name = "FILE|DIGEST",
        requires = "counter"
    )]
    document: Option<String>,
    /// When the signed document was received: 2026-11-09T09:30 [default: now]
    #[arg(long, value_name = "MOMENT", value_parser = moment, requires = "counter")]
    received_at: Option<Moment>,
}

impl Capacity {
    /// The capacity of these parts, for a command that names them otherwise.
    pub fn of(
        as_agent: Option<PowerId>,
        counter: Option<PartyId>,
        document: Option<String>,
        received_at: Option<Moment>,
    ) -> Self {
        Self {
            as_agent,
            counter,
            document,
            received_at,
        }
    }

    /// The capacity as the register takes it.
    pub async fn registered(&self, context: &Context, view: &View) -> Result<Registered, Failure> {
        match (self.as_agent, self.counter, self.document.as_deref()) {
            (Some(power), ..) => Ok(Registered::Agent(power)),
            (None, Some(party), Some(document)) => {
                let received_at = match self.received_at {
                    Some(at) => at,
                    None => view.register_time().await?,
                };
                Ok(Registered::Counter(CounterFiling {
                    party,
                    document: digest(context, document)?,
                    received_at,
                }))
            }
            (None, Some(_), None) => Err(arguments("--document")),
            (None, None, _) => Ok(Registered::Own),
        }
    }

    /// The party for which the signer acts.
    pub async fn party(&self, view: &View, signer: &dyn Signer) -> Result<PartyId, Failure> {
        match (self.as_agent, self.counter) {
            (Some(power), _) => {
                let found = view.power(power).await?;
                Ok(found.ok_or_else(|| not_found(power.to_string()))?.principal)
            }
            (None, Some(party)) => Ok(party),
            (None, None) => own_party(view, signer).await,
        }
    }
}

/// Sends one call of a party with the key of `--key`, in the given capacity, and reads one event of it.
pub fn act_as<Call: Payload, E: DecodeAsEvent>(
    context: &Context,
    capacity: &Capacity,
    call: impl FnOnce(Static<Registered>) -> Call,
) -> Result<(Finalised, E), Failure> {
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let capacity = capacity.registered(context, &chain.now().await?).await?;
        let done = submit(context, &chain, &*signer, &call(Static(capacity))).await?;
        let event = done.event::<E>()?;
        Ok((done, event))
    })
}

/// Sends one call of a party with the key of `--key`, in the given capacity, and reports what was done to what.
pub fn simple_as<Call: Payload>(
    context: &Context,
    capacity: &Capacity,
    call: impl FnOnce(Static<Registered>) -> Call,
    what: &str,
    subjects: &[Subject],
) -> Result<Report, Failure> {
    let signer = context.signer()?;
    let finalised = with_chain(context, |chain| async move {
        let capacity = capacity.registered(context, &chain.now().await?).await?;
        submit(context, &chain, &*signer, &call(Static(capacity))).await
    })?;
    Ok(done(context.language, what, subjects, &finalised))
}
