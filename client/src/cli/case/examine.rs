//! The examiner's findings and decisions, and their approval.

use clap::Args;
use quanji_client::{
    chain::{api, Static},
    language::Language,
};
use quanji_primitives::{
    case::{Case, Decision, Examination, Finding, Findings, MatchFinding, RefusalGround},
    rights::{Holders, RightKind},
    CaseId, PartyId,
};
use serde_json::json;

use super::{
    super::{
        context::Context,
        exit::Failure,
        node::{arguments, bad_value, coded, digest, in_block, simple, submit, with_chain, Subject},
        output::Report,
        words, CommandResult,
    },
    facts, in_state,
};

/// Arguments of `case examine`.
#[derive(Debug, Args)]
pub struct Examine {
    /// The case: C1-1-T
    case: CaseId,
    /// A right to be granted, repeated: holding, processing-use, operating; of one participant: P1-1-Q:operating
    #[arg(long, value_name = "[PARTY:]RIGHT", value_parser = granted_right)]
    grant: Vec<Decided>,
    /// A right to be refused and the ground, repeated: operating:unclear-authorisation, P1-1-Q:operating:unclear-authorisation
    #[arg(long, value_name = "[PARTY:]RIGHT:GROUND", value_parser = refused_right)]
    refuse: Vec<Decided>,
    /// A condition that is not met, repeated: lawful-source, compliant-content, clear-authorisation
    #[arg(long, value_name = "CONDITION")]
    finding_not_met: Vec<String>,
    /// The finding on an earlier object with the same fingerprint: coexisting-holder, repeat-by-same-applicant, title-dispute
    #[arg(long = "match", value_name = "FINDING", value_parser = coded::<MatchFinding>)]
    matching: Option<MatchFinding>,
    /// The examination record kept by the authority: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    record: String,
}

/// A decision as the arguments name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Decided {
    /// One of those who apply; nothing means all of them who claim the right.
    party: Option<PartyId>,
    kind: RightKind,
    refused: Option<RefusalGround>,
}

impl Decided {
    fn is_about(&self, holders: Option<&Holders>, kind: RightKind) -> bool {
        let applies = |party| holders.is_some_and(|holders| holders.contains(party));
        self.kind == kind && self.party.is_none_or(applies)
    }
}

/// A party in front, where there is one, and the rest.
fn of_party(text: &str) -> (Option<PartyId>, &str) {
    let named = text
        .split_once(':')
        .and_then(|(party, rest)| Some((party.parse().ok()?, rest)));
    match named {
        Some((party, rest)) => (Some(party), rest),
        None => (None, text),
    }
}

fn granted_right(text: &str) -> Result<Decided, String> {
    let (party, kind) = of_party(text);
    Ok(Decided {
        party,
        kind: coded(kind)?,
        refused: None,
    })
}

fn refused_right(text: &str) -> Result<Decided, String> {
    let (party, right) = of_party(text);
    let (kind, ground) = right.split_once(':').ok_or("write RIGHT:GROUND")?;
    Ok(Decided {
        party,
        kind: coded(kind)?,
        refused: Some(coded(ground)?),
    })
}

pub fn examine(context: &Context, given: &Examine) -> CommandResult {
    let record = digest(context, &given.record)?;
    let findings = findings(&given.finding_not_met)?;
    let signer = context.signer()?;
    let language = context.language;
    with_chain(context, |chain| async move {
        let case = in_state(&chain, given.case).await?;
        let decisions = decisions(&case, given, language)?;
        let examination = Examination {
            findings,
            decisions: decisions.try_into().map_err(|_| arguments("--grant, --refuse"))?,
            match_finding: given.matching,
            record,
        };
        let call = api::transactions()
            .registry()
            .examine(Static(given.case), Static(examination.clone()));
        let done = submit(context, &chain, &*signer, &call).await?;
        let granted: Vec<_> = examination.granted().collect();
        let mut report = Report::new(facts(given.case))
            .brief(given.case.to_string())
            .fact("granted", json!(granted))
            .fact("record", record.to_string().into())
            .done(language.pick("审查结果已记录", "examination recorded"))
            .row(language.pick("案件", "case"), given.case.to_string());
        if !examination.decisions.is_empty() {
            report = report.row(
                language.pick("拟准予", "to be granted"),
                words::words(language, &granted),
            );
        }
        Ok(in_block(language, report, &done))
    })
}

/// One decision for each claimed right, in the order of the application. One that names a party goes before one that names
/// none.
fn decisions(case: &Case, given: &Examine, language: Language) -> Result<Vec<Decision>, Failure> {
    let claims = case.filing.decided();
    let named: Vec<_> = given.grant.iter().chain(&given.refuse).copied().collect();
    let unclaimed = named
        .iter()
        .find(|one| !claims.iter().any(|(holders, kind)| one.is_about(*holders, *kind)));
    if let Some(one) = unclaimed {
        let reason = language.pick("案件没有申请这项权利", "the case does not claim this right");
        return Err(bad_value(
            "--grant, --refuse",
            &words::word(language, &one.kind),
            reason,
        ));
    }
    claims
        .into_iter()
        .map(|(holders, kind)| decision(&named, holders, kind, language))
        .collect()
}

fn decision(
    named: &[Decided],
    holders: Option<&Holders>,
    kind: RightKind,
    language: Language,
) -> Result<Decision, Failure> {
    let about: Vec<_> = named.iter().filter(|one| one.is_about(holders, kind)).collect();
    let of_party: Vec<_> = about.iter().filter(|one| one.party.is_some()).copied().collect();
    let counts = if of_party.is_empty() { about } else { of_party };
    match counts.as_slice() {
        [one] => Ok(Decision {
            kind,
            refused: one.refused,
        }),
        _ => {
            let right = words::word(language, &kind);
            let parties = holders.map(Holders::parties).unwrap_or_default();
            let whose: Vec<_> = parties.iter().map(ToString::to_string).collect();
            let whose = whose.join(", ");
            Err(arguments(language.pick(
                format!("请对 {whose} 的“{right}”给出 --grant 或 --refuse 之一"),
                format!("give either --grant or --refuse for {right} of {whose}"),
            )))
        }
    }
}

fn findings(not_met: &[String]) -> Result<Findings, Failure> {
    let mut findings = Findings {
        lawful_source: Finding::Met,
        compliant_content: Finding::Met,
        clear_authorisation: Finding::Met,
    };
    for condition in not_met {
        match condition.as_str() {
            "lawful-source" => findings.lawful_source = Finding::NotMet,
            "compliant-content" => findings.compliant_content = Finding::NotMet,
            "clear-authorisation" => findings.clear_authorisation = Finding::NotMet,
            other => {
                let known = "lawful-source, compliant-content, clear-authorisation";
                return Err(bad_value("--finding-not-met", other, known));
            }
        }
    }
    Ok(findings)
}

pub fn approve(context: &Context, case: CaseId) -> CommandResult {
    let call = api::transactions().registry().approve(Static(case));
    simple(
        context,
        &call,
        context
            .language
            .pick("已批准，尚未登记", "approved, not yet registered"),
        &[Subject::case(case)],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(serial: u64) -> PartyId {
        PartyId::new(quanji_primitives::AuthorityId(1), serial).unwrap()
    }

    #[test]
    fn a_decision_may_name_one_of_those_who_apply() {
        let one = party(1);
        assert_eq!(
            refused_right(&format!("{one}:operating:unclear-authorisation")),
            Ok(Decided {
                party: Some(one),
                kind: RightKind::Operating,
                refused: Some(RefusalGround::UnclearAuthorisation),
            })
        );
        assert_eq!(granted_right("holding").unwrap().party, None);
        for text in ["", "operating", "P1-1-6:operating:repetition", "operating:mood"] {
            assert!(refused_right(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_names_a_party_goes_before_what_names_none_and_each_right_is_decided_once() {
        let named = [
            granted_right("operating").unwrap(),
            refused_right(&format!("{}:operating:unclear-authorisation", party(2))).unwrap(),
        ];
        let of = |named: &[Decided], serial| {
            decision(
                named,
                Some(&Holders::Sole(party(serial))),
                RightKind::Operating,
                Language::English,
            )
        };
        assert_eq!(of(&named, 1).unwrap().refused, None);
        assert_eq!(
            of(&named, 2).unwrap().refused,
            Some(RefusalGround::UnclearAuthorisation)
        );
        assert!(of(&[], 1).is_err());
        assert!(of(&[named[0], named[0]], 1).is_err());
    }
}
