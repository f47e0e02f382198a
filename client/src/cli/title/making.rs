//! The report: the block, the proofs, the consent, and what is written.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use quanji_client::{
    chain::{Chain, View},
    evidence::{
        batch::Batch,
        final_block::{self, FinalBlock, FinalBlockError},
        node::Node,
        not_proven::NotProven,
        trust::{self, hash_text},
    },
    files::Access,
    keys::address_of,
    language::{Language, Localised},
    title::{
        build::{report, Order},
        chained::ChainedError,
        consent::{check_purpose, Asked, Consent, CONSENT_BYTES_MAX},
        described::{Described, DESCRIPTION_BYTES_MAX},
        gather::Gathered,
        material::{bound_to, Material},
        model::{ConsentUsed, Extent},
        proof::{Given, TitleProof},
        reads::{self, Read},
        searches, TitleReport,
    },
};
use quanji_primitives::{Digest, PartyId};
use quanji_verifier::{errors::TrustError, H256};

use super::{
    super::{
        context::Context,
        evidence::reader_time,
        exit::{Exit, Failure},
        node::with_chain_and_view,
        output::Report,
        CommandResult,
    },
    document::Writer,
    material::{as_of, in_history, read},
    terminal, Message, Records, ReportArguments,
};

impl From<FinalBlockError> for Failure {
    fn from(error: FinalBlockError) -> Self {
        match error {
            FinalBlockError::Evidence(error) => error.into(),
            FinalBlockError::NotProven(error) => error.into(),
        }
    }
}

/// Makes the report, notes it in the reader's log, and shows it.
pub fn run(context: &Context, given: &ReportArguments) -> CommandResult {
    if let Some(purpose) = &given.purpose {
        check_purpose(purpose)?;
    }
    let consent = read_consent(context, given)?;
    let (report, proof, reader) = with_chain_and_view(context, |chain, view| async move {
        let (report, proof) = make(context, given, consent, &chain, &view).await?;
        let reader = match &report.consent {
            Some(used) => Some(used.to),
            None => reader(context, &view).await,
        };
        Ok((report, proof, reader))
    })?;
    let digest = report.digest().map_err(failed)?;
    let read = noted(&report, reader, given.purpose.clone(), digest);
    let unnoted = note(&given.records, report.extent, read)?;
    let mut shown = show(context, &report, given.pdf.as_deref(), given.force)?;
    if let Some(error) = unnoted {
        shown = shown.caution(not_noted(context.language, &error));
    }
    if let Some(file) = &given.proof {
        let text = proof.to_text().map_err(failed)?;
        context.write(file, text.as_bytes(), access(report.extent), given.force)?;
        shown = written(context, shown, "proof", &file.display().to_string());
    }
    Ok(shown)
}

pub(super) fn failed(error: serde_json::Error) -> Failure {
    let reason = error.to_string();
    Failure::new(Exit::Unexpected, Message::NoPages { reason })
}

/// A report on the terminal, and as pages where they are asked for.
pub(super) fn show(
    context: &Context,
    report: &TitleReport,
    pages: Option<&Path>,
    force: bool,
) -> Result<Report, Failure> {
    let digest = report.digest().map_err(failed)?;
    let document = Writer {
        language: context.language,
        report,
    }
    .document(&digest);
    let shown = terminal::report(&document, report.to_json().map_err(failed)?);
    let Some(file) = pages else {
        return Ok(shown);
    };
    let bytes = quanji_client::title::pdf::pdf(&document)?;
    context.write(file, &bytes, access(report.extent), force)?;
    Ok(written(context, shown, "pdf", &file.display().to_string()))
}

/// A full report is for its reader only.
fn access(extent: Extent) -> Access {
    match extent {
        Extent::Full => Access::Private,
        Extent::Extract => Access::Public,
    }
}

fn written(context: &Context, shown: Report, what: &str, file: &str) -> Report {
    let text = context
        .language
        .pick(format!("已写入 {file}"), format!("written to {file}"));
    shown.fact(&format!("{what}_file"), file.into()).done(text)
}

/// The line of a report in the log.
fn noted(report: &TitleReport, reader: Option<PartyId>, purpose: Option<String>, digest: String) -> Read {
    let consent = report.consent.as_ref();
    let holders = consent.into_iter().flat_map(|used| &used.signed_by);
    Read {
        at: reader_time().to_string(),
        subject: report.subject.to_string(),
        block: report.as_of.block,
        block_hash: report.as_of.block_hash.clone(),
        holders: holders.map(ToString::to_string).collect(),
        reader: reader.map(|party| party.to_string()).unwrap_or_default(),
        purpose: purpose.unwrap_or_default(),
        consent: consent.map(|used| used.digest.clone()).unwrap_or_default(),
        report: digest,
    }
}

/// Notes a report before anybody sees it. Gives why an extract was not noted, which hinders nobody from reading it.
fn note(records: &Records, extent: Extent, read: Read) -> Result<Option<ChainedError>, Failure> {
    let noted = records.folder().and_then(|folder| reads::note(&folder, read));
    match (extent, noted) {
        (_, Ok(_)) => Ok(None),
        // A full report that cannot be noted is not shown.
        (Extent::Full, Err(error)) => Err(error.into()),
        // Without a place for a log there is none.
        (Extent::Extract, Err(ChainedError::NoFolder)) => Ok(None),
        (Extent::Extract, Err(error)) => Ok(Some(error)),
    }
}

/// What is said of an extract that was not noted.
fn not_noted(language: Language, error: &ChainedError) -> String {
    let reason = error.text(language);
    language.pick(
        format!("未记入查询日志：{reason}"),
        format!("not noted in your log: {reason}"),
    )
}

/// Who reads an extract, if a key was given that is bound to a party: nobody needs one for it.
async fn reader(context: &Context, view: &View) -> Option<PartyId> {
    context.global.key.as_ref()?;
    let own = context.key_source().ok()?.public().ok()?;
    view.party_of(own).await.ok()?
}

fn read_consent(context: &Context, given: &ReportArguments) -> Result<Option<Consent>, Failure> {
    let Some(file) = &given.consent else {
        return Ok(None);
    };
    if given.purpose.is_none() {
        return Err(Failure::new(Exit::Usage, Message::NoPurpose));
    }
    let content = context.read(file, CONSENT_BYTES_MAX)?;
    Ok(Some(Consent::read(&String::from_utf8_lossy(&content))?))
}

async fn make(
    context: &Context,
    given: &ReportArguments,
    consent: Option<Consent>,
    chain: &Chain,
    view: &View,
) -> Result<(TitleReport, TitleProof), Failure> {
    let node = Node::of(chain);
    let genesis = H256(chain.genesis());
    let block = block_of(context, given, &node, view, genesis).await?;
    let mut batch = Batch::new(&node, block.hash, block.header.state_root);
    let read = read(context, given, &node, &mut batch, block.hash).await?;
    let used = match &consent {
        Some(consent) => Some(opened(context, given, chain, &mut batch, (&read, consent)).await?),
        None => None,
    };
    let (entries, made_at) = match given.quick {
        true => Default::default(),
        false => in_history(&node, &read, block.header.number).await,
    };
    let (descriptions, texts) = descriptions(context, given, &read.gathered)?;
    let order = Order {
        as_of: as_of(&block, &read, genesis),
        subject: read.subject,
        extent: match used {
            Some(_) => Extent::Full,
            None => Extent::Extract,
        },
        maturity: given.maturity,
        consent: used,
        descriptions,
        entries,
        made_at,
        searches: recorded(given, &read)?,
        book: read.book,
        received: read.received,
        cases: read.cases,
    };
    let beside = Given::of(&order, consent.as_ref(), texts);
    let report = report(order, &read.gathered, read.of_party.as_ref())?;
    let digest = report.digest().map_err(failed)?;
    let proof = TitleProof::new(read.asked, digest, block.proof, beside, batch.nodes());
    Ok((report, proof))
}

/// The block: proven final where a trusted chain is known, else as the node says. Nothing proves one that was named final, and
/// yet it is never one of another chain than the trusted one.
async fn block_of(
    context: &Context,
    given: &ReportArguments,
    node: &Node,
    view: &View,
    genesis: H256,
) -> Result<FinalBlock, Failure> {
    let trusted = of_trusted_chain(trusted(given.genesis.as_deref(), genesis)?, genesis)?;
    match (context.global.block, trusted) {
        (None, Some(trusted)) => Ok(final_block::proven(node, trusted).await?),
        _ => Ok(final_block::at(node, view.hash().into()).await?),
    }
}

/// The genesis hash that the reader trusts, if there is one: the chain of the node begins with it.
fn of_trusted_chain(trusted: Option<H256>, found: H256) -> Result<Option<H256>, NotProven> {
    match trusted {
        Some(expected) if expected != found => {
            let error = TrustError::WrongGenesis { expected, found };
            Err(NotProven(error.into()))
        }
        trusted => Ok(trusted),
    }
}

/// The genesis hash that the reader trusts: as named; else one of the known chains, if it is that of the node or file.
pub(super) fn trusted(named: Option<&str>, claimed: H256) -> Result<Option<H256>, Failure> {
    Ok(trust::trusted(named, Some(claimed))?.map(|chain| chain.genesis))
}

/// Whether the consent opens this report, judged by the chain at the block.
async fn opened(
    context: &Context,
    given: &ReportArguments,
    chain: &Chain,
    batch: &mut Batch<'_>,
    (read, consent): (&Material, &Consent),
) -> Result<ConsentUsed, Failure> {
    let own = context.key_source()?.public()?;
    let accounts: Vec<_> = consent.accounts().into_iter().chain([own]).collect();
    let bound = bound_to(batch, &accounts).await?;
    let reader = bound.get(&own).copied().ok_or_else(|| {
        let account = address_of(&own);
        Failure::new(Exit::Refused, Message::NotAReader { account })
    })?;
    let asked = Asked {
        chain: hash_text(H256(chain.genesis())),
        subject: read.subject,
        reader,
        purpose: given.purpose.clone().unwrap_or_default(),
        now: read.time,
        latest: chain.now().await?.register_time().await?,
    };
    Ok(read.opened(consent, &asked, &bound)?)
}

/// What the descriptions that were given say, and their texts.
fn descriptions(
    context: &Context,
    given: &ReportArguments,
    gathered: &Gathered,
) -> Result<(BTreeMap<Digest, Described>, Vec<String>), Failure> {
    let digests = gathered.descriptions();
    let (mut found, mut texts) = (BTreeMap::new(), Vec::new());
    for file in &given.description {
        let content = context.read(file, DESCRIPTION_BYTES_MAX)?;
        let (digest, described) = Described::among(&content, &digests).ok_or_else(|| {
            let file = file.display().to_string();
            Failure::new(Exit::InputInvalid, Message::OtherDescription { file })
        })?;
        found.insert(digest, described);
        texts.push(String::from_utf8_lossy(&content).into_owned());
    }
    Ok((found, texts))
}

/// The searches that the reader recorded about the party, or about those who hold the object.
fn recorded(given: &ReportArguments, read: &Material) -> Result<Vec<searches::Search>, Failure> {
    let debtors: BTreeSet<PartyId> = match &read.of_party {
        Some(of_party) => of_party.names.iter().copied().collect(),
        None => read
            .gathered
            .objects
            .iter()
            .filter_map(|object| read.gathered.titles.get(object))
            .flat_map(|title| title.rights.iter().map(move |right| (title, right)))
            .filter(|(_, right)| right.parent.is_none())
            .flat_map(|(title, right)| {
                let stored = right.holders.parties();
                stored
                    .into_iter()
                    .map(|party| title.current(party))
                    .collect::<Vec<_>>()
            })
            .collect(),
    };
    let debtors: Vec<_> = debtors.into_iter().collect();
    match given.records.folder() {
        Ok(folder) => Ok(searches::about(&folder, &debtors)?),
        // Without a place for them there are none.
        Err(_) => Ok(Vec::new()),
    }
}

#[cfg(test)]
mod tests;
