//! The review of imported registrations by another officer.

use clap::{ArgGroup, Args};
use futures::{stream, StreamExt};
use quanji_client::chain::{api, News, Static};
use quanji_primitives::ObjectId;
use serde_json::json;

use super::{
    super::{
        context::Context,
        many::{with_failures, Failed},
        node::with_chain,
        output::Report,
        CommandResult,
    },
    officer,
};

/// Arguments of `import review`.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("which").required(true).args(["object", "all"]))]
pub struct Review {
    /// An imported object, repeated: O1-1-5
    object: Vec<ObjectId>,
    /// Every import of the officer's authority that is not reviewed yet
    #[arg(long)]
    all: bool,
}

pub fn run(context: &Context, given: &Review) -> CommandResult {
    let language = context.language;
    let signer = context.signer()?;
    let signer = &*signer;
    let mut reviewed: Vec<String> = Vec::new();
    let mut refused: Vec<Failed> = Vec::new();
    with_chain(context, |chain| {
        let (reviewed, refused) = (&mut reviewed, &mut refused);
        async move {
            let objects = if given.all {
                let view = chain.now().await?;
                let (_, officer) = officer(&view, signer).await?;
                view.unreviewed_imports(officer.authority).await?
            } else {
                given.object.clone()
            };
            let counter = context.output.counter(
                language.pick("正在记录复核", "recording reviews"),
                objects.len() as u64,
            );
            let calls = stream::iter(objects).map(|object| {
                let call = api::transactions().registry().review_import(Static(object));
                (object, call)
            });
            let tell = &mut |news: News<'_, ObjectId>| {
                if let News::Settled(object, result) = news {
                    counter.advance();
                    match result {
                        Ok(_) => reviewed.push(object.to_string()),
                        Err(error) => {
                            let facts = json!({ "object": object.to_string() });
                            refused.push(Failed::of_call(object.to_string(), facts, &error, language));
                        }
                    }
                }
            };
            chain.submit_many(signer, calls, tell).await?;
            Ok(())
        }
    })?;
    let count = reviewed.len().to_string();
    let report = Report::new(json!({ "reviewed": reviewed }))
        .brief(count.clone())
        .done(language.pick("复核已记录", "reviews recorded"))
        .row(language.pick("已复核", "reviewed"), count)
        .row(language.pick("未复核", "not reviewed"), refused.len().to_string());
    Ok(with_failures(language, report, &refused))
}
