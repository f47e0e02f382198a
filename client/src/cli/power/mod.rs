//! `quanji power`: powers of agents 授权委托 (NG 16).

mod show;

use clap::{Args, Subcommand};
use quanji_client::chain::{api, Static};
use quanji_primitives::{
    capacity::{Acts, PowerScope, PowerTerms},
    clock::{Day, Moment},
    regime::Act,
    ObjectId, PartyId, PowerId,
};

use super::{
    clock::{moment, moment_of},
    context::Context,
    exit::Failure,
    node::{arguments, bad_value, coded, digest, done, in_block, not_found, submit, with_chain, Subject},
    CommandResult,
};

/// `quanji power …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Register a power of an agent (the principal; a registrar for a principal without account)
    Grant(Grant),
    /// Revoke a power (the principal; a registrar for a principal without account)
    Revoke(Revoke),
    /// Show a power
    Show(One),
    /// List the powers that a party granted or holds, ended ones included
    List(OfParty),
}

/// A power.
#[derive(Debug, Args)]
pub struct One {
    /// The power: W1-1-D
    power: PowerId,
}

/// A party.
#[derive(Debug, Args)]
pub struct OfParty {
    /// The party: P1-1-Q
    party: PartyId,
}

/// Arguments of `power grant`.
#[derive(Debug, Args)]
pub struct Grant {
    /// The agent: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    agent: PartyId,
    /// An act that it covers, with every step of its cases, repeated: first, licence, transfer, change, renewal, cancellation, objection
    #[arg(long, required = true, value_parser = coded::<Act>)]
    act: Vec<Act>,
    /// An object that it covers, repeated; without one it covers all, and first registrations: O1-1-5
    #[arg(long)]
    object: Vec<ObjectId>,
    /// Valid from this day or moment: 2026-11-09
    #[arg(long, value_name = "DATE", value_parser = moment)]
    from: Moment,
    /// The last day on which it is valid, or the moment of its end: 2027-11-08
    #[arg(long, value_name = "DATE", value_parser = end)]
    until: Moment,
    /// The agent may act for the other side of the same matter too
    #[arg(long)]
    both_sides: bool,
    /// The power of attorney: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    document: String,
    /// The principal that signed on paper, for the registrar: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    counter: Option<PartyId>,
    /// When the signed document was received: 2026-11-09T09:30 [default: now]
    #[arg(long, value_name = "MOMENT", value_parser = moment, requires = "counter")]
    received_at: Option<Moment>,
}

/// Arguments of `power revoke`.
#[derive(Debug, Args)]
pub struct Revoke {
    /// The power: W1-1-D
    power: PowerId,
    /// The principal that signed the revocation on paper, for the registrar: P1-1-Q
    #[arg(long, value_name = "PARTY", requires = "document")]
    counter: Option<PartyId>,
    /// The signed revocation: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "counter")]
    document: Option<String>,
    /// When the signed document was received: 2026-11-09T09:30 [default: now]
    #[arg(long, value_name = "MOMENT", value_parser = moment, requires = "counter")]
    received_at: Option<Moment>,
}

/// The end of a term: of a day its last second, or a moment itself.
fn end(text: &str) -> Result<Moment, String> {
    match text.parse::<Day>() {
        Ok(day) => Ok(day.end()),
        Err(_) => moment_of(text).ok_or_else(|| "write 2027-11-08".to_owned()),
    }
}

/// Runs a command of `quanji power`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Grant(given) => grant(context, &given),
        Command::Revoke(given) => revoke(context, &given),
        Command::Show(one) => show::show(context, one.power),
        Command::List(of) => show::list(context, of.party),
    }
}

fn terms(context: &Context, given: &Grant) -> Result<PowerTerms, Failure> {
    let mut objects = given.object.clone();
    objects.sort();
    objects.dedup();
    let scope = if objects.is_empty() {
        PowerScope::All
    } else {
        PowerScope::Objects(objects.try_into().map_err(|_| arguments("--object"))?)
    };
    Ok(PowerTerms {
        agent: given.agent,
        acts: given.act.iter().copied().fold(Acts::NONE, Acts::with),
        scope,
        valid_from: given.from,
        valid_until: given.until,
        both_sides: given.both_sides,
        document: digest(context, &given.document)?,
    })
}

fn grant(context: &Context, given: &Grant) -> CommandResult {
    let language = context.language;
    let terms = terms(context, given)?;
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let calls = api::transactions().parties();
        let finalised = match given.counter {
            None => {
                let call = calls.grant_power(Static(terms));
                submit(context, &chain, &*signer, &call).await?
            }
            Some(principal) => {
                let received_at = match given.received_at {
                    Some(at) => at,
                    None => chain.now().await?.register_time().await?,
                };
                let call =
                    calls.grant_power_at_counter(Static(principal), Static(terms), Static(received_at));
                submit(context, &chain, &*signer, &call).await?
            }
        };
        let event = finalised.event::<api::parties::events::PowerGranted>()?;
        let (id, power) = (event.id.0, event.power.0);
        let report = show::describe(language, id, &power, None)
            .brief(id.to_string())
            .done(language.pick("授权已登记", "power registered"));
        Ok(in_block(language, report, &finalised))
    })
}

fn revoke(context: &Context, given: &Revoke) -> CommandResult {
    let language = context.language;
    let document = given.document.as_deref();
    let document = document.map(|text| digest(context, text)).transpose()?;
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let calls = api::transactions().parties();
        let finalised = match (given.counter, document) {
            (Some(principal), Some(document)) => {
                let view = chain.now().await?;
                let power = view.power(given.power).await?;
                let power = power.ok_or_else(|| not_found(given.power.to_string()))?;
                if power.principal != principal {
                    let reason = language.pick("委托人是另一主体", "the principal is another party");
                    return Err(bad_value("--counter", &principal.to_string(), reason));
                }
                let received_at = match given.received_at {
                    Some(at) => at,
                    None => view.register_time().await?,
                };
                let call =
                    calls.revoke_power_at_counter(Static(given.power), Static(document), Static(received_at));
                submit(context, &chain, &*signer, &call).await?
            }
            _ => {
                let call = calls.revoke_power(Static(given.power));
                submit(context, &chain, &*signer, &call).await?
            }
        };
        let what = language.pick("授权已撤销", "power revoked");
        let subjects = [Subject::new("power", "授权", given.power)];
        Ok(done(language, what, &subjects, &finalised))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_the_term_with_its_last_second() {
        let day: Day = "2027-11-08".parse().unwrap();
        assert_eq!(end("2027-11-08"), Ok(day.end()));
        assert_eq!(
            end("2027-11-08T12:00"),
            Ok(moment_of("2027-11-08T12:00:00+08:00").unwrap())
        );
        assert!(end("soon").is_err());
    }
}
