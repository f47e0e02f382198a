//! `quanji apply licence`: a licence where the regime registers it, through a case. Elsewhere it is offered with `quanji
//! licence offer`.

use clap::Args;
use quanji_primitives::{
    clock::Day, filing::Matter, rights::RightKinds, terms::LicenceFiling, Bounded, Digest, PartyId,
};

use super::{
    super::{
        context::Context,
        licence::{open_until, policy_of, Terms},
        node::{digest, with_view},
        CommandResult,
    },
    dealing::{file, Common},
};

/// Arguments of `apply licence`.
#[derive(Debug, Args)]
pub struct LicenceArguments {
    #[command(flatten)]
    common: Common,
    /// Number, in the object, of the right to license from
    #[arg(long, value_name = "NUMBER")]
    from: u32,
    /// The licensee: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// Its terms
    #[command(flatten)]
    terms: Terms,
    /// The contract or statute on which it rests: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    contract: String,
    /// The holders of the right of first registration sign too, so that it outlives the licences between
    #[arg(long)]
    root_signs: bool,
    /// An earlier licence that goes on beside an exclusive or sole one, repeated: its number in the object
    #[arg(long = "subject-to", value_name = "NUMBER")]
    subject_to: Vec<u32>,
    /// The last day on which it can be signed, 90 days at most [default: in 30 days]
    #[arg(long, value_name = "DAY")]
    open_until: Option<Day>,
}

/// Applies for a licence.
pub fn apply(context: &Context, given: &LicenceArguments) -> CommandResult {
    let terms = given.terms.read(context)?;
    let contract = digest(context, &given.contract)?;
    let mut subject_to = given.subject_to.clone();
    subject_to.sort_unstable();
    let kinds = RightKinds::NONE.with(terms.gives);
    let filing = with_view(context, |view| async move {
        let now = view.register_time().await?;
        let mut filing = LicenceFiling {
            parent: given.from,
            licensee: given.to,
            terms,
            policy: Digest::Sha2_256([0; 32]),
            contract,
            root_signs: given.root_signs,
            subject_to: Bounded::truncate_from(subject_to),
            open_until: open_until(given.open_until, now),
        };
        filing.policy = policy_of(&view, given.common.object, &filing).await?.digest;
        Ok(filing)
    })?;
    file(context, &given.common, kinds, Matter::Licence(Box::new(filing)))
}
