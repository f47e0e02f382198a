//! `quanji apply licence`: a licence where the regime registers it, through a case. Elsewhere it is offered with `quanji
//! licence offer`.

use clap::Args;
use quanji_primitives::{filing::Matter, rights::RightKinds, PartyId};

use super::{
    super::{context::Context, licence::Contents, node::with_view, CommandResult},
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
    /// What it says
    #[command(flatten)]
    contents: Contents,
}

/// Applies for a licence.
pub fn apply(context: &Context, given: &LicenceArguments) -> CommandResult {
    let draft = given.contents.draft(context, given.from, given.to)?;
    let (language, object) = (context.language, given.common.object);
    let filing = with_view(context, |view| async move {
        draft.complete(language, &view, object, None).await
    })?;
    let kinds = RightKinds::NONE.with(filing.terms.gives);
    file(context, &given.common, kinds, Matter::Licence(Box::new(filing)))
}
