//! `quanji succession assign`: holdings to successors, batch by batch. What is assigned already is left out, so that it is
//! simply run again after a failure.

use std::path::PathBuf;

use clap::Args;
use quanji_client::{
    chain::{api, Chain, Static},
    keys::Signer,
    language::Language,
};
use quanji_primitives::{
    succession::{Assignment, Succession, BATCH_MAX},
    PartyId,
};
use serde_json::json;

use super::{
    super::{
        context::Context,
        exit::Failure,
        node::{arguments, bad_value, not_found, submit, with_chain},
        output::Report,
        CommandResult,
    },
    list::{self, LineProblem},
};

/// The list of an instrument is never longer.
const LIST_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Arguments of `succession assign`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The party whose place is taken: P1-1-Q
    predecessor: PartyId,
    /// The list of the instrument, a line CERTIFICATE,PARTY for each; - for standard input
    #[arg(long, value_name = "FILE", required_unless_present = "rest_to")]
    list: Option<PathBuf>,
    /// The successor who gets every holding that is not listed: P1-2-K
    #[arg(long, value_name = "PARTY")]
    rest_to: Option<PartyId>,
}

/// Assigns what is not assigned yet.
pub fn run(context: &Context, given: &Arguments) -> CommandResult {
    let signer = context.signer()?;
    let list = match &given.list {
        Some(file) => {
            let bytes = context.read(file, LIST_BYTES_MAX)?;
            Some(
                String::from_utf8(bytes)
                    .map_err(|error| bad_value("--list", &file.display().to_string(), error))?,
            )
        }
        None => None,
    };
    with_chain(context, |chain| async move {
        let language = context.language;
        let view = chain.now().await?;
        let succession = view.succession(given.predecessor).await?;
        let succession = succession.ok_or_else(|| not_found(given.predecessor.to_string()))?;
        let holdings = view.all_holdings(given.predecessor).await?;
        let named = &succession.terms.successors;
        let listed = match &list {
            Some(text) => list::read(text, &holdings, named)
                .map_err(|(line, problem)| bad_line(language, given, line, &problem))?,
            None => Vec::new(),
        };
        let known = view.assignments(given.predecessor).await?;
        let wanted = complete(language, given, &succession, listed, &known)?;
        let batches = carry_out(context, &chain, &*signer, given.predecessor, &wanted).await?;
        let left = chain
            .now()
            .await?
            .assignments(given.predecessor)
            .await?
            .iter()
            .filter(|assigned| assigned.is_none())
            .count();
        Ok(report(language, given.predecessor, wanted.len(), batches, left))
    })
}

fn bad_line(language: Language, given: &Arguments, line: usize, problem: &LineProblem) -> Failure {
    let what = match problem {
        LineProblem::Unreadable => language.pick("应为“凭证编号,主体”", "write CERTIFICATE,PARTY"),
        LineProblem::NotHeld => language.pick("该主体没有这份凭证", "the party never held this certificate"),
        LineProblem::NotNamed => language.pick("不是所列的承继人", "is none of the successors named"),
        LineProblem::Twice => language.pick("该凭证重复出现", "the certificate stands in the list twice"),
    };
    let file = given.list.as_ref().map(|file| file.display().to_string());
    let place = language.pick(format!("第 {line} 行：{what}"), format!("line {line}: {what}"));
    bad_value("--list", &file.unwrap_or_default(), place)
}

/// What is to be assigned: the list and, if wanted, the rest, without what is assigned already.
fn complete(
    language: Language,
    given: &Arguments,
    succession: &Succession,
    listed: Vec<Assignment>,
    known: &[Option<u8>],
) -> Result<Vec<Assignment>, Failure> {
    let done = |holding: u32| {
        known
            .get(usize::try_from(holding).unwrap_or(usize::MAX))
            .copied()
            .flatten()
    };
    for assignment in &listed {
        let otherwise = done(assignment.holding).is_some_and(|place| place != assignment.successor);
        if otherwise {
            let reason = language.pick(
                "已分配给另一承继人，不能更改",
                "was assigned to another successor and stays there",
            );
            return Err(bad_value("--list", &assignment.holding.to_string(), reason));
        }
    }
    let mut wanted: Vec<Assignment> = listed
        .into_iter()
        .filter(|assignment| done(assignment.holding).is_none())
        .collect();
    if let Some(party) = given.rest_to {
        let place = list::place_of(&succession.terms.successors, party);
        let successor = place.ok_or_else(|| arguments("--rest-to"))?;
        let named = |holding| wanted.iter().any(|assignment| assignment.holding == holding);
        let rest: Vec<_> = (0u32..)
            .zip(known)
            .filter(|(holding, assigned)| assigned.is_none() && !named(*holding))
            .map(|(holding, _)| Assignment { holding, successor })
            .collect();
        wanted.extend(rest);
    }
    Ok(wanted)
}

/// Sends the batches one after the other; gives how many they were.
async fn carry_out(
    context: &Context,
    chain: &Chain,
    signer: &dyn Signer,
    predecessor: PartyId,
    wanted: &[Assignment],
) -> Result<usize, Failure> {
    let size = usize::try_from(BATCH_MAX).unwrap_or(1);
    let mut batches = 0;
    for batch in wanted.chunks(size) {
        let batch = batch.iter().copied().map(Static).collect();
        let batch = api::runtime_types::bounded_collections::bounded_vec::BoundedVec(batch);
        let call = api::transactions()
            .parties()
            .assign_holdings(Static(predecessor), batch);
        submit(context, chain, signer, &call).await?;
        batches += 1;
    }
    Ok(batches)
}

fn report(language: Language, predecessor: PartyId, assigned: usize, batches: usize, left: usize) -> Report {
    let report = Report::new(json!({
        "predecessor": predecessor.to_string(),
        "assigned": assigned,
        "batches": batches,
        "left": left,
    }))
    .brief(left.to_string())
    .done(language.pick(
        format!("本次分配 {assigned} 项，分 {batches} 批"),
        format!("{assigned} holdings assigned in {batches} batches"),
    ))
    .row(language.pick("尚未分配", "left"), left.to_string());
    if left == 0 {
        let next = format!("quanji succession finish {predecessor}");
        report.text(language.pick(
            format!("全部已分配；下一步：{next}"),
            format!("everything is assigned; next: {next}"),
        ))
    } else {
        report
    }
}
