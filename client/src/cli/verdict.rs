//! What `quanji verify` says of a package that verifies.

use quanji_client::{
    evidence::{trust::hash_text, EvidenceError},
    language::Language,
};
use quanji_primitives::RightId;
use quanji_verifier::{
    report::{verdict_json, Shown},
    title::RightState,
    words::suspended_text,
    Conclusion, Freshness, TrustAnchor, Unproven, Verdict,
};

use super::{evidence, exit::Exit, opening, opening::Opened, output::Report, words, CommandResult};

/// What the reader trusts, and what it is called.
pub struct Trusted {
    /// Where belief begins.
    pub anchor: TrustAnchor,
    /// The name of the chain among the known ones.
    pub name: Option<String>,
}

/// Reports a verdict as of the time asked about.
pub fn report(language: Language, verdict: &Verdict, trusted: &Trusted, opened: &[Opened]) -> CommandResult {
    let title = &verdict.title;
    // The verifier has found it: only a verified package comes here.
    let unknown = || EvidenceError::NoSuchCertificate {
        number: verdict.number.to_string(),
    };
    let certificate = title.certificate(verdict.number).ok_or_else(unknown)?;
    // By its proven term a right ends after the proof too.
    let at = verdict.as_of.max(verdict.asked_at);
    let shown = Shown::of(title, certificate, at, language.into()).map_err(EvidenceError::from)?;
    let conclusion = Conclusion::of(verdict);
    let settled = conclusion == Conclusion::InForce && !verdict.freshness.is_doubtful();
    let json = verdict_json(verdict, &trusted.anchor, trusted.name.as_deref(), language.into())
        .map_err(EvidenceError::from)?;
    let sentence = conclusion.sentence(verdict, language.into());
    let report = Report::new(json).brief(sentence.clone());
    let report = if verdict.is_in_force_unchanged() && !verdict.freshness.is_doubtful() {
        report.done(sentence)
    } else {
        report.caution(sentence)
    };
    let report = as_of(report, verdict, language);
    let report = since_issue(report, verdict, language);
    let report = evidence::describe(report, title, certificate, &shown, language);
    let report = opening::rows(report, opened, language);
    let report = trust_rows(report, verdict, trusted, language);
    let report = limits(report, verdict, language);
    let report = cautions(report, verdict, conclusion, language);
    let report = freshness(report, verdict.freshness, language);
    let report = report.text(evidence::regime_text(&title.regime.effect_text, language));
    Ok(if settled {
        report
    } else {
        report.ending(Exit::NotInForce)
    })
}

/// The block and moment of the proof, and whether its chain is one for tests.
fn as_of(report: Report, verdict: &Verdict, language: Language) -> Report {
    let (block, time) = (verdict.block, words::moment(verdict.as_of));
    let report = report.row(
        language.pick("证明至", "as of"),
        language.pick(
            format!("区块 {block}，登记时间 {time}"),
            format!("block {block}, register time {time}"),
        ),
    );
    if verdict.title.development_clock.is_none() {
        return report;
    }
    let real = words::moment(verdict.title.block_time);
    report.row(
        language.pick("测试链", "test chain"),
        language.pick(
            format!("登记时间为可调时钟，实际出块时间 {real}；没有法律效力"),
            format!("its register clock can be set; real time of the block {real}; of no legal effect"),
        ),
    )
}

/// What has come upon the certificate since its issue, and the sources that are no longer in force.
fn since_issue(report: Report, verdict: &Verdict, language: Language) -> Report {
    let since = verdict.since().into_iter();
    let since: Vec<_> = since.map(|since| since.text(language.into())).collect();
    let report = match since.is_empty() {
        true => report,
        false => report.row(
            language.pick("出具以来", "since issue"),
            since.join(language.pick("、", ", ")),
        ),
    };
    let troubled = verdict.troubled_sources().into_iter();
    troubled.fold(report, |report, (right, state)| {
        report.row(
            language.pick("来源", "source"),
            source_text(right, state, language),
        )
    })
}

/// A right that the object was made from, and how it stands.
fn source_text(right: RightId, state: RightState, language: Language) -> String {
    match state {
        RightState::InForce => language.pick(format!("{right}，有效"), format!("{right}, in force")),
        RightState::Expired => language.pick(
            format!("{right}，期限已届满"),
            format!("{right}, its term is over"),
        ),
        RightState::Ended { entry } => language.pick(
            format!("{right}，已由其登记对象的第 {entry} 次记载终止"),
            format!("{right}, ended by entry {entry} of its object"),
        ),
        RightState::ParentNotInForce { parent } => language.pick(
            format!("{right}，所依据的权利（第 {parent} 项）已失效"),
            format!("{right}, the right it was licensed from (number {parent}) is not in force"),
        ),
    }
}

fn trust_rows(report: Report, verdict: &Verdict, trusted: &Trusted, language: Language) -> Report {
    let genesis = hash_text(trusted.anchor.genesis());
    let chain = match (&trusted.name, &trusted.anchor) {
        (Some(name), _) => format!("{name}  {genesis}"),
        (None, TrustAnchor::Checkpoint(checkpoint)) => language.pick(
            format!("{genesis}，自检查点区块 {}", checkpoint.number),
            format!("{genesis}, from the checkpoint at block {}", checkpoint.number),
        ),
        (None, TrustAnchor::Genesis(_)) => genesis,
    };
    report
        .row(language.pick("所信任的链", "trusted chain"), chain)
        .row(language.pick("签署密钥", "signed with"), verdict.key.to_string())
}

/// What was proven and what was not: a verdict says no more than its proof.
fn limits(report: Report, verdict: &Verdict, language: Language) -> Report {
    let block = verdict.block;
    let unproven = Unproven::of(verdict).into_iter();
    let unproven: Vec<_> = unproven.map(|one| one.text(block, language.into())).collect();
    let unproven = unproven.join(language.pick("；", "; "));
    let report = report.text("").text(language.pick(
        format!("已证明：登记机构的签名；在区块 {block}（已由验证人最终确定）的登记簿中，上述对象、权利、权利人、期限、备注与异议的完整记载。"),
        format!("Proven: the authority's signature, and the complete record of this object, its rights, holders, terms, marks and open objections in the register at block {block}, which the validators made final."),
    ));
    report.text(language.pick(
        format!("未证明：{unproven}。"),
        format!("Not proven: {unproven}."),
    ))
}

/// What a reader has to mind beside what is shown.
fn cautions(report: Report, verdict: &Verdict, conclusion: Conclusion, language: Language) -> Report {
    let of_register_now = matches!(
        conclusion,
        Conclusion::Superseded(_) | Conclusion::Ended(_) | Conclusion::SupersededAndEnded { .. }
    );
    let told = [
        // NG 36: what a renewal filed in time covers stays in force; the proof has the case, not what it asks for.
        verdict.may_be_renewed().then(|| {
            language.pick(
                "有在办案件：如为按期提出的续期，决定前继续有效，请向登记机构查询",
                "a case is open: if it is a renewal filed in time, it is in force until that is decided; ask the authority",
            )
        }),
        of_register_now.then(|| {
            language.pick(
                "以上权利与权利人为登记簿现在的记载，不是所出示凭证的内容",
                "rights and holders above are what the register says now, not what the certificate shown says",
            )
        }),
        suspended_text(verdict.title.authority.status, language.into()),
    ];
    let told = told.into_iter().flatten();
    told.fold(report, |report, told| report.caution(told))
}

/// How old the proof is, against what the reader allows.
fn freshness(report: Report, freshness: Freshness, language: Language) -> Report {
    match freshness {
        Freshness::Recent { age_millis } => report.text(language.pick(
            format!("证明形成于 {}前。", age(age_millis, language)),
            format!("The proof is {} old.", age(age_millis, language)),
        )),
        Freshness::NotLimited { age_millis } => report.text(language.pick(
            format!(
                "证明形成于 {}前；未限定最长时间（--max-age）。",
                age(age_millis, language)
            ),
            format!(
                "The proof is {} old; no greatest age was set (--max-age).",
                age(age_millis, language)
            ),
        )),
        Freshness::LaterFactsUnknown { age_millis } => report.caution(language.pick(
            format!(
                "证明形成于 {}前，超过所允许的时间：此后的事实不明，请索取新的证据包",
                age(age_millis, language)
            ),
            format!(
                "the proof is {} old, more than you allow: later facts are unknown; ask for a new package",
                age(age_millis, language)
            ),
        )),
        Freshness::AheadOfCaller { by_millis } => report.caution(language.pick(
            format!(
                "证明形成于所问时间之后 {}：请检查本机时钟或 --at",
                age(by_millis, language)
            ),
            format!(
                "the proof was made {} after the time asked about: check this computer's clock, or --at",
                age(by_millis, language)
            ),
        )),
    }
}

fn age(millis: u64, language: Language) -> String {
    let minutes = millis / 60_000;
    let (count, zh, en) = match minutes {
        0..=119 => (minutes, "分钟", "minutes"),
        120..=2_879 => (minutes / 60, "小时", "hours"),
        _ => (minutes / 1_440, "天", "days"),
    };
    language.pick(format!("{count} {zh}"), format!("{count} {en}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_told_in_a_fitting_unit() {
        assert_eq!(age(59_999, Language::English), "0 minutes");
        assert_eq!(age(3 * 3_600_000, Language::English), "3 hours");
        assert_eq!(age(9 * 86_400_000, Language::Chinese), "9 天");
    }
}
