//! `quanji apply licence`: a licence where the regime registers it, through a case. Elsewhere it is offered with `quanji
//! licence offer`.

use clap::Args;
use quanji_primitives::{filing::Matter, rights::RightKinds};

use super::{
    super::{context::Context, licence::Asked, node::with_view, CommandResult},
    dealing::{file, Common},
};

/// Arguments of `apply licence`.
#[derive(Debug, Args)]
pub struct LicenceArguments {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    asked: Asked,
}

/// Applies for a licence.
pub fn apply(context: &Context, given: &LicenceArguments) -> CommandResult {
    let draft = given.asked.draft(context)?;
    let (language, object) = (context.language, given.common.object);
    let filing = with_view(context, |view| async move {
        draft.complete(language, &view, object, None).await
    })?;
    let kinds = RightKinds::NONE.with(filing.terms.gives);
    file(context, &given.common, kinds, Matter::Licence(Box::new(filing)))
}
