//! `quanji history`: every entry of an object; for officers the refused attempts to register the same data too.

mod attempts;
mod marked;

use std::collections::BTreeMap;

use clap::Args;
use quanji_client::{
    chain::Chain,
    evidence::{
        history::{self, History, Made},
        title::Name,
        EvidenceError,
    },
    keys::address_of,
    language::Language,
};
use quanji_primitives::{
    clock::Moment,
    ending::RightsEndCause,
    filing::TransferReason,
    v1::{CertificateRecord, ChangedFacts, Entry, EntryBasis, EntryContent, RightRecord, SplitPart},
    ObjectId, OfficerId,
};
use serde_json::{json, Value};

use super::{
    context::Context,
    exit::{Exit, Failure},
    node::with_chain,
    output::Report,
    pending, words, CommandResult,
};
use marked::{marked, rank, risen, risen_since};

quanji_client::messages! {
    /// Why attempts are not shown.
    enum Message {
        /// The key is no officer's.
        NotAnOfficer { account: String } =>
            zh "账户 {account} 不属于在任的机构人员：未获准的申请只供其查看", remedy "请用在任人员的密钥：--key";
            en "the account {account} belongs to no officer in office: refused attempts are for officers",
                remedy "sign with the key of an officer: --key";
    }
}

/// Arguments of `history`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The object (O…)
    object: String,
    /// Show the refused attempts to register the same data too (an officer in office, with --key)
    #[arg(long)]
    officer: bool,
}

/// Prints the history of an object.
pub fn run(context: &Context, arguments: Arguments) -> CommandResult {
    let text = arguments.object.trim().to_ascii_uppercase();
    let object = text.parse().map_err(|_| EvidenceError::NotAName {
        text: text.chars().take(60).collect(),
    })?;
    let signer = match arguments.officer {
        true => Some(context.signer()?),
        false => None,
    };
    with_chain(context, |chain| async move {
        let account = signer.map(|signer| signer.public());
        if let Some(account) = account {
            let in_office = chain.now().await?.officer_of(account).await?.is_some();
            in_office.then_some(()).ok_or_else(|| {
                let account = address_of(&account);
                Failure::new(Exit::Refused, Message::NotAnOfficer { account })
            })?;
        }
        let (history, report) = read(context, &chain, object).await?;
        match account {
            Some(_) => attempts::with(context, &chain, object, &history, report).await,
            None => Ok(report),
        }
    })
}

async fn read(context: &Context, chain: &Chain, object: ObjectId) -> Result<(History, Report), Failure> {
    let language = context.language;
    let spinner = context
        .output
        .spinner(language.pick("读取历史", "reading the history"));
    let told = |done, of| {
        spinner.set_message(language.pick(
            format!("已读取 {done}/{of} 次记载"),
            format!("entries read: {done} of {of}"),
        ))
    };
    let history = history::read(chain, object, &told).await;
    spinner.finish_and_clear();
    let history = match history {
        Ok(history) => history,
        Err(error) => return Err(pending::explained(&chain.now().await?, Name::Object(object), error).await),
    };
    let now = chain.at_number(history.as_of).await?.register_time().await?;
    let report = report(object, &history, now, language);
    Ok((history, report))
}

fn report(object: ObjectId, history: &History, now: Moment, language: Language) -> Report {
    let risen = risen(history.entries.iter().map(|made| &made.entry.content), now);
    let digest = hex::encode(history.record.history);
    let count = history.entries.len();
    let json = json!({
        "object": object.to_string(),
        "as_of_block": history.as_of,
        "history": digest,
        "complete": true,
        "entries": history.entries.iter().map(|made| entry_json(made, &risen)).collect::<Vec<_>>(),
    });
    let report = Report::new(json).done(language.pick(
        format!("{object} 共 {count} 次记载，与登记簿中的历史摘要一致，无一遗漏"),
        format!(
            "{object}: entries {count}, which lead to the history digest in the register: none is missing"
        ),
    ));
    let head = [
        language.pick("次", "no."),
        language.pick("时间", "time"),
        language.pick("区块", "block"),
        language.pick("记载", "entry"),
        language.pick("依据", "on"),
        language.pick("机构", "authority"),
        language.pick("经办 / 复核", "officers"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(history.entries.iter().map(|made| row(made, &risen, language)));
    report
        .table(rows)
        .row(language.pick("历史摘要", "history digest"), digest)
        .row(
            language.pick("截至", "as of"),
            language.pick(
                format!("区块 {}", history.as_of),
                format!("block {}", history.as_of),
            ),
        )
}

fn row(made: &Made, risen: &BTreeMap<u32, Moment>, language: Language) -> Vec<String> {
    let entry = &made.entry;
    let officers = officers(made).into_iter().map(|officer| officer.to_string());
    vec![
        entry.no.number.to_string(),
        words::moment(entry.at),
        made.block.to_string(),
        what(&entry.content, language) + refused(made, language) + &rank(&entry.content, risen, language),
        basis(entry, language),
        entry.authority.to_string(),
        officers.collect::<Vec<_>>().join(" / "),
    ]
}

/// The officers who signed, in the order of their steps; of a decision of the competent department there are none.
fn officers(made: &Made) -> Vec<OfficerId> {
    match &made.entry.basis {
        EntryBasis::Case(case) => vec![case.examiner, case.approver],
        EntryBasis::Objection { officer, second, .. } => officer.iter().chain(second).copied().collect(),
        EntryBasis::Import(officer) | EntryBasis::TitleDispute { officer, .. } => vec![*officer],
        EntryBasis::Instrument { officer, second, .. } => second.iter().chain([officer]).copied().collect(),
        EntryBasis::Conflict(_) => made.officer.into_iter().collect(),
        EntryBasis::Signatures(signatures) => signatures.officers.to_vec(),
        EntryBasis::Succession(basis) => {
            let [first, second] = basis.confirmed_by;
            vec![first, second, basis.officer]
        }
        EntryBasis::OwnMotion(motion, officer) => vec![motion.by.officer, *officer],
        EntryBasis::Source(_) | EntryBasis::RightAbove(_) => Vec::new(),
    }
}

/// On what an entry rests.
fn basis(entry: &Entry, language: Language) -> String {
    match &entry.basis {
        EntryBasis::Case(case) => case.case.to_string(),
        EntryBasis::Objection { objection, .. } => objection.to_string(),
        EntryBasis::Conflict(conflict) => conflict.to_string(),
        EntryBasis::Import(_) => language.pick("先前登记", "earlier registration").to_owned(),
        EntryBasis::TitleDispute { case, .. } => case.to_string(),
        EntryBasis::Instrument { stamp, .. } => stamp.to_string(),
        EntryBasis::OwnMotion(..) => language.pick("依职权", "own motion").to_owned(),
        EntryBasis::Source(entry) => language.pick(
            format!("来源的记载 {entry}"),
            format!("entry {entry} of its source"),
        ),
        EntryBasis::RightAbove(entry) => language.pick(
            format!("上位权利终止的记载 {entry}"),
            format!("entry {entry}, which ended a right above it"),
        ),
        EntryBasis::Signatures(signatures) => {
            let parties: Vec<_> = signatures
                .parties
                .iter()
                .map(|one| one.party.to_string())
                .collect();
            if parties.is_empty() {
                language.pick("命令", "order").to_owned()
            } else {
                language.pick(
                    format!("签署：{}", parties.join("、")),
                    format!("signed: {}", parties.join(", ")),
                )
            }
        }
        EntryBasis::Succession(basis) => words::word(language, &basis.event),
    }
}

/// That some of what was applied for is not registered.
fn refused(made: &Made, language: Language) -> &'static str {
    match made.refusal {
        Some(_) => language.pick(
            "；其余不予登记，已书面通知",
            "; the rest refused by written notice",
        ),
        None => "",
    }
}

/// What an entry changes.
pub(super) fn what(content: &EntryContent, language: Language) -> String {
    let granted = |rights: &[RightRecord], certificates: &[CertificateRecord], zh: &str, en: &str| {
        let numbers: Vec<_> = certificates.iter().map(|one| one.number.to_string()).collect();
        let (count, numbers) = (rights.len(), numbers.join(", "));
        language.pick(
            format!("{zh}：{count} 项权利，凭证 {numbers}"),
            format!("{en}: {count} rights, certificate {numbers}"),
        )
    };
    match content {
        EntryContent::FirstRegistration {
            rights, certificates, ..
        } => granted(rights, certificates, "首次登记", "first registration"),
        EntryContent::FurtherHolder {
            rights, certificates, ..
        } => granted(rights, certificates, "另一权利人登记", "further holder"),
        EntryContent::FurtherRights {
            rights, certificate, ..
        } => granted(
            rights,
            std::slice::from_ref(certificate),
            "追加权利",
            "further rights",
        ),
        EntryContent::Imported {
            rights, certificate, ..
        } => granted(
            rights,
            std::slice::from_ref(certificate),
            "导入先前登记",
            "earlier registration imported",
        ),
        EntryContent::ImportReviewed(_) => language
            .pick("导入的登记已审核", "the import was reviewed")
            .to_owned(),
        EntryContent::Licensed { number, voucher, .. } => {
            let voucher = voucher.number;
            language.pick(
                format!("许可：第 {number} 项，许可凭证 {voucher}"),
                format!("licence: right {number}, voucher {voucher}"),
            )
        }
        EntryContent::LicenceEnded { number, fallen, .. } => licence_ended(*number, fallen, language),
        EntryContent::LicenceFell { number, .. } => language.pick(
            format!("许可第 {number} 项随上位权利失效"),
            format!("licence {number} fell with a right above it"),
        ),
        EntryContent::UseReported { number, report, over } => {
            let (total, over) = (report.total, over.unwrap_or(0));
            language.pick(
                format!("许可第 {number} 项用量 {total}，超量 {over}"),
                format!("use of licence {number}: {total} in all, {over} too many"),
            )
        }
        EntryContent::Mark { number, mark } | EntryContent::Encumbered { number, mark, .. } => {
            marked(*number, mark, language)
        }
        EntryContent::Transferred {
            rights,
            reason,
            survivors,
            back,
            ..
        } => {
            let mut text = transferred(rights, *reason, survivors.len(), language);
            if let Some(back) = back {
                let (number, voucher) = (back.number, back.voucher.number);
                text += &language.pick(
                    format!("；回授许可：第 {number} 项，许可凭证 {voucher}"),
                    format!("; licensed back: right {number}, voucher {voucher}"),
                );
            }
            text
        }
        EntryContent::Changed { before, after, .. } => changed(before, after, language),
        EntryContent::ParticularsChanged { holder, after, .. } => language.pick(
            format!("身份信息变更：{holder}，{after}"),
            format!("particulars of {holder} changed: {after}"),
        ),
        EntryContent::Split { parts, .. } => split(parts, language),
        EntryContent::SplitOff {
            from,
            rights,
            certificates,
            ..
        } => granted(
            rights,
            certificates,
            &format!("由 {from} 拆出"),
            &format!("split off by {from}"),
        ),
        EntryContent::Renewed { rights, revived, .. } => {
            let until = rights.iter().map(|(_, right)| right.valid_until).max();
            let until = until.map_or_else(String::new, words::moment);
            match revived {
                false => language.pick(format!("续期至 {until}"), format!("renewed until {until}")),
                true => language.pick(format!("恢复效力至 {until}"), format!("revived until {until}")),
            }
        }
        EntryContent::Succeeded {
            from,
            to,
            certificate,
            ..
        } => language.pick(
            format!(
                "承继：{to} 承继 {from}，凭证 {}/{}",
                certificate.number, certificate.issue
            ),
            format!(
                "succession: {to} in the place of {from}, certificate {}/{}",
                certificate.number, certificate.issue
            ),
        ),
        EntryContent::RightsEnded {
            rights,
            cause,
            fallen,
            ..
        } => ended(rights, *cause, fallen, language),
    }
}

/// Rights that ended, why, and the licences that fell with them.
fn ended(rights: &[u32], cause: RightsEndCause, fallen: &[u32], language: Language) -> String {
    let what = match cause {
        RightsEndCause::Extinguished(_) => language.pick("权利灭失", "rights extinguished"),
        RightsEndCause::Revoked(_) => language.pick("撤销登记", "registration revoked"),
        _ => language.pick("注销权利", "rights cancelled"),
    };
    let why = match cause {
        RightsEndCause::Requested(reason) => words::word(language, &reason),
        RightsEndCause::Extinguished(ground) => words::word(language, &ground),
        RightsEndCause::Revoked(ground) => words::word(language, &ground),
        RightsEndCause::Instrument(ground) => words::word(language, &ground),
        RightsEndCause::Objection | RightsEndCause::OwnMotion => words::word(language, &cause),
    };
    let list = |numbers: &[u32]| {
        let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        numbers.join(", ")
    };
    let mut text = match rights {
        [] => language.pick(format!("{what}（{why}）"), format!("{what} ({why})")),
        numbers => {
            let numbers = list(numbers);
            language.pick(
                format!("{what}：第 {numbers} 项（{why}）"),
                format!("{what}: number {numbers} ({why})"),
            )
        }
    };
    if !fallen.is_empty() {
        let fallen = list(fallen);
        text.push_str(&language.pick(
            format!("，许可第 {fallen} 项随之失效"),
            format!(", licences {fallen} with them"),
        ));
    }
    text
}

/// A licence that ended, and those that fell with it.
fn licence_ended(number: u32, fallen: &[u32], language: Language) -> String {
    let with: Vec<_> = fallen.iter().map(ToString::to_string).collect();
    if with.is_empty() {
        return language.pick(
            format!("许可第 {number} 项终止"),
            format!("licence {number} ended"),
        );
    }
    language.pick(
        format!("许可第 {number} 项终止，第 {} 项随之失效", with.join("、")),
        format!("licence {number} ended, and {} with it", with.join(", ")),
    )
}

/// What passed to whom, and why.
fn transferred(
    rights: &[(u32, RightRecord)],
    reason: TransferReason,
    survivors: usize,
    language: Language,
) -> String {
    let kinds: Vec<_> = rights.iter().map(|(_, right)| right.kind).collect();
    let kinds = words::words(language, &kinds);
    let to = rights.first().map(|(_, right)| right.holders.parties());
    let to: Vec<_> = to.unwrap_or_default().iter().map(ToString::to_string).collect();
    let (to, reason) = (to.join(", "), words::word(language, &reason));
    let mut text = language.pick(
        format!("转移：{kinds} → {to}（{reason}）"),
        format!("transferred: {kinds} → {to} ({reason})"),
    );
    if survivors > 0 {
        text.push_str(&language.pick(
            format!("，{survivors} 项许可继续有效"),
            format!(", {survivors} licences stay in force"),
        ));
    }
    text
}

/// What left an object.
fn split(parts: &[SplitPart], language: Language) -> String {
    let objects: Vec<_> = parts.iter().map(|part| part.object.to_string()).collect();
    language.pick(
        format!("拆分：拆出 {}", objects.join("、")),
        format!("split: {} left", objects.join(", ")),
    )
}

/// Which facts changed.
fn changed(before: &ChangedFacts, after: &ChangedFacts, language: Language) -> String {
    let level = |facts: &ChangedFacts| words::word(language, &facts.level);
    let mut parts = Vec::new();
    if before.description != after.description {
        parts.push(language.pick("数据说明", "description").to_owned());
    }
    if before.industry != after.industry {
        let (old, new) = (before.industry, after.industry);
        parts.push(language.pick(
            format!("行业 {old:02} → {new:02}"),
            format!("industry {old:02} → {new:02}"),
        ));
    }
    if before.form != after.form {
        parts.push(language.pick("产品形态", "form of product").to_owned());
    }
    if before.level != after.level {
        parts.push(format!("{} → {}", level(before), level(after)));
    }
    let parts = parts.join(language.pick("、", ", "));
    language.pick(format!("变更：{parts}"), format!("changed: {parts}"))
}

fn entry_json(made: &Made, risen: &BTreeMap<u32, Moment>) -> Value {
    let case = match &made.entry.basis {
        EntryBasis::Case(case) => Some(case),
        _ => None,
    };
    json!({
        "number": made.entry.no.number,
        "at": made.entry.at.to_string(),
        "block": made.block,
        "block_hash": format!("0x{}", hex::encode(made.hash)),
        "basis": basis(&made.entry, Language::English),
        "case": case.map(|case| case.case.to_string()),
        "authority": made.entry.authority.to_string(),
        "examiner": case.map(|case| case.examiner.to_string()),
        "approver": case.map(|case| case.approver.to_string()),
        "officers": officers(made).iter().map(ToString::to_string).collect::<Vec<_>>(),
        "entered_by": made.officer.map(|officer| officer.to_string()),
        "refusal": made.refusal,
        "risen_since": risen_since(&made.entry.content, risen).map(|since| since.to_string()),
        "travelling": made.travelling.iter().map(|(mark, party)| json!({
            "mark": mark,
            "told": party.map(|party| party.to_string()),
        })).collect::<Vec<_>>(),
        "entry": made.entry,
    })
}
