//! Publication of what leaves an object by a split, part by part, before the notice.

use std::path::PathBuf;

use clap::Args;
use quanji_client::chain::{api, Static};
use quanji_primitives::CaseId;

use super::{
    super::{
        context::Context,
        node::{done, submit, with_chain, Subject},
        CommandResult,
    },
    in_state,
    notice::text_of,
};

/// Arguments of `case publish-part`.
#[derive(Debug, Args)]
pub struct PublishPart {
    /// The case: C1-1-T
    case: CaseId,
    /// The description of the part as filed, published in its canonical form; where a part of it is withheld, what remains
    #[arg(long, value_name = "FILE")]
    text: PathBuf,
}

/// Publishes the description of the next part.
pub fn publish_part(context: &Context, given: &PublishPart) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let case = in_state(&chain, given.case).await?;
        let filed = case.part_to_publish().map(|part| part.description);
        let text = text_of(context, given.case, &case, filed, &given.text)?;
        // What is in a block stays there, though the call fails: so the register is asked before the text is sent.
        let view = chain.now().await?;
        view.can_publish_part(signer.public(), given.case, text.clone())
            .await?;
        let text = api::runtime_types::bounded_collections::bounded_vec::BoundedVec(text);
        let call = api::transactions()
            .registry()
            .publish_part(Static(given.case), text);
        let finalised = submit(context, &chain, &*signer, &call).await?;
        let event = finalised.event::<api::registry::events::PartPublished>()?;
        let number = u32::from(event.part).saturating_add(1);
        let what = language.pick(
            "已公布拆出部分的数据说明",
            "the description of a part that leaves is published",
        );
        let subjects = [
            Subject::case(given.case),
            Subject::new("part", "拆出部分", number),
            Subject::new("text", "公布文本的摘要", event.text.0),
        ];
        Ok(done(language, what, &subjects, &finalised))
    })
}
