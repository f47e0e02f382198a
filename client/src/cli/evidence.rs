//! What the evidence commands share: failures, the reader's clock, and a certificate in words.

use std::time::{SystemTime, UNIX_EPOCH};

use quanji_client::{
    evidence::{not_proven::NotProven, trust::TrustFileError, EvidenceError},
    language::Language,
};
use quanji_primitives::{
    clock::Moment,
    object::{DataCategory, DataLevel, ObjectKind},
    regime::Bilingual,
    rights::Holders,
    v1::{CertificateRecord, Publication},
};
use quanji_verifier::{report::Shown, title::RightState, words::holder_text, Title};

use super::{
    exit::{Exit, Failure},
    marks,
    output::Report,
    renewing,
    words::moment,
};

impl From<EvidenceError> for Failure {
    fn from(error: EvidenceError) -> Self {
        let exit = match &error {
            EvidenceError::Unreachable { .. }
            | EvidenceError::NodeRefused { .. }
            | EvidenceError::BadAnswer { .. }
            | EvidenceError::NotFinal { .. }
            | EvidenceError::NotNewer { .. }
            | EvidenceError::NoJustification { .. } => Exit::Unreachable,
            EvidenceError::NoSuchCertificate { .. } | EvidenceError::NoSuchObject { .. } => Exit::NotFound,
            EvidenceError::SeveralCertificates { .. }
            | EvidenceError::NotAName { .. }
            | EvidenceError::OtherCheckpoint { .. }
            | EvidenceError::CheckpointTooNew { .. } => Exit::InputInvalid,
            EvidenceError::WrongKey { .. } | EvidenceError::Key { .. } => Exit::Key,
            EvidenceError::Record { .. }
            | EvidenceError::SelfCheck { .. }
            | EvidenceError::OtherChain { .. }
            | EvidenceError::EntryMissing { .. }
            | EvidenceError::HistoryBroken { .. } => Exit::VerificationFailed,
        };
        Self::new(exit, error)
    }
}

impl From<TrustFileError> for Failure {
    fn from(error: TrustFileError) -> Self {
        let exit = match &error {
            TrustFileError::File { .. } => Exit::File,
            TrustFileError::NoFolder => Exit::Usage,
            TrustFileError::NoSuchName { .. } => Exit::NotFound,
            _ => Exit::InputInvalid,
        };
        Self::new(exit, error)
    }
}

impl From<NotProven> for Failure {
    fn from(error: NotProven) -> Self {
        let exit = if error.is_no_package() {
            Exit::InputInvalid
        } else {
            Exit::VerificationFailed
        };
        let (reason, verdict) = (error.0.name(), error.0.failing().code());
        Self::new(exit, error)
            .with_fact("reason", reason)
            .with_fact("verdict", verdict)
    }
}

/// The reader's clock.
pub fn reader_time() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Moment(since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX)))
}

/// The text of a regime in the reader's language.
pub fn regime_text(text: &Bilingual, language: Language) -> String {
    language.pick(text.zh(), text.en()).to_owned()
}

/// The authority's name.
pub fn authority_name(title: &Title) -> String {
    String::from_utf8_lossy(&title.authority.profile.name).into_owned()
}

fn holders(title: &Title, certificate: &CertificateRecord, language: Language) -> Vec<(String, String)> {
    let one = |id| holder_text(title, id, language.into());
    let label = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match title.holders_of(certificate) {
        Ok(Some(Holders::Sole(id))) => vec![(label("权利人", "holder"), one(*id))],
        Ok(Some(Holders::Joint(ids))) => ids
            .iter()
            .map(|id| (label("共同共有人", "joint holder"), one(*id)))
            .collect(),
        Ok(Some(Holders::Shares(shares))) => shares
            .iter()
            .map(|share| {
                let parts = f64::from(share.parts) / 10_000.0;
                (
                    label("按份共有人", "co-holder"),
                    format!("{}  {parts}%", one(share.party)),
                )
            })
            .collect(),
        Ok(None) | Err(_) => Vec::new(),
    }
}

fn object(title: &Title, language: Language) -> String {
    let facts = &title.object.facts;
    let kind = match facts.kind {
        ObjectKind::Resource => language.pick("数据资源", "data resource"),
        ObjectKind::Product => language.pick("数据产品", "data product"),
    };
    let category = match facts.category {
        DataCategory::Public => language.pick("公共数据", "public data"),
        DataCategory::Enterprise => language.pick("企业数据", "enterprise data"),
        DataCategory::Personal => language.pick("个人数据", "personal data"),
    };
    let level = match facts.level {
        DataLevel::General => language.pick("一般数据", "general level"),
        DataLevel::Important => language.pick("重要数据", "important level"),
        DataLevel::Core => language.pick("核心数据", "core level"),
    };
    let comma = language.pick("，", ", ");
    format!("{}  {kind}{comma}{category}{comma}{level}", title.id)
}

fn right_state(state: RightState, until: Moment, language: Language) -> String {
    let until = moment(until);
    match state {
        RightState::InForce => {
            language.pick(format!("有效，至 {until} 止"), format!("in force until {until}"))
        }
        RightState::Expired => language.pick(format!("已于 {until} 届满"), format!("expired at {until}")),
        RightState::Ended { entry } => language.pick(
            format!("已由第 {entry} 次记载终止"),
            format!("ended by entry {entry}"),
        ),
        RightState::ParentNotInForce { parent } => language.pick(
            format!("所依据的权利（第 {parent} 项）已失效"),
            format!("the right it was licensed from (number {parent}) is not in force"),
        ),
    }
}

/// Adds what a certificate says to a report, in the language of the reader.
pub fn describe(
    report: Report,
    title: &Title,
    certificate: &CertificateRecord,
    shown: &Shown,
    language: Language,
) -> Report {
    let mut report = report.row(language.pick("登记对象", "object"), object(title, language));
    for (label, value) in holders(title, certificate, language) {
        report = report.row(label, value);
    }
    for right in &shown.rights {
        let state = match right.renewal {
            Some(case) => renewing::text(case, right.until, language),
            None => right_state(right.state, right.until, language),
        };
        report = report.row(
            language.pick("权利", "right"),
            format!(
                "{}  {}{}{state}",
                right.id,
                right.label,
                language.pick("，", ", ")
            ),
        );
    }
    if shown.independent_holders > 0 {
        let (count, label) = (shown.independent_holders, language.pick("其他权利人", "others"));
        report = report.row(label, independent_holders(count, language));
    }
    let licences = shown
        .rights
        .iter()
        .fold(0_u32, |licences, right| licences.saturating_add(right.licences));
    marks::describe(report, title, certificate, title.register_time(), language)
        .row(
            language.pick("许可", "licences"),
            licences_text(licences, language),
        )
        .row(
            language.pick("签发", "issued"),
            language.pick(
                format!(
                    "{}，第 {} 版，依据第 {} 次记载",
                    moment(certificate.issued_at),
                    certificate.issue,
                    certificate.entry
                ),
                format!(
                    "{}, issue {}, by entry {}",
                    moment(certificate.issued_at),
                    certificate.issue,
                    certificate.entry
                ),
            ),
        )
        .row(
            language.pick("登记机构", "authority"),
            format!("{}  {}", title.object.authority, authority_name(title)),
        )
        .row(
            language.pick("登记规则", "rules"),
            format!(
                "{} ({}/{})",
                regime_text(&title.regime.name, language),
                title.regime.id.system,
                title.regime.id.version
            ),
        )
        .row(
            language.pick("数据说明", "description"),
            description(title, language),
        )
}

fn description(title: &Title, language: Language) -> String {
    let digest = &title.object.facts.description;
    match title.object.publication {
        Publication::Full => {
            language.pick(format!("{digest}（已全文公示）"), format!("{digest} (published)"))
        }
        Publication::Part(part) => language.pick(
            format!("{digest}（部分不予公示；已公示部分：{part}）"),
            format!("{digest} (notice withheld in part; published: {part})"),
        ),
        Publication::Withheld => language.pick(
            format!("{digest}（不予公示）"),
            format!("{digest} (notice withheld)"),
        ),
    }
}

/// Each holds rights of its own in the same object (NG 21, last paragraph).
fn independent_holders(count: usize, language: Language) -> String {
    let holders = if count == 1 { "holder" } else { "holders" };
    language.pick(
        format!("{count} 个独立权利人"),
        format!("{count} independent {holders}"),
    )
}

fn licences_text(licences: u32, language: Language) -> String {
    match licences {
        0 => language.pick("从未登记许可".into(), "none was ever registered".into()),
        count => language.pick(
            format!("曾登记 {count} 项许可"),
            format!("{count} were registered"),
        ),
    }
}
