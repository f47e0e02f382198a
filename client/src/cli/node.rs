//! What the commands that talk to a node share: connect, sign and send, read values.

use std::{future::Future, path::Path};

use quanji_client::{
    chain::{Account, Chain, ChainError, Finalised, Step, SubmitError, View},
    description::{check, Checked, DOCUMENT_BYTES_MAX},
    keys::{address_of, public_of, KeySource, Signer},
    language::Language,
};
use quanji_primitives::{
    filing::{Evidence, EvidenceKind},
    CaseId, Digest, PartyId,
};
use serde::{de::DeserializeOwned, Serialize};
use serde_json::{json, Value};
use subxt::{events::DecodeAsEvent, transactions::Payload};

use super::{
    context::Context,
    exit::{Exit, Failure},
    output::Report,
    words,
};

/// Files whose digest is taken are never longer.
const EVIDENCE_BYTES_MAX: usize = 1 << 30;

quanji_client::messages! {
    /// What is wrong with a value, or not there.
    pub enum Message {
        /// Nothing of that name.
        NotFound { what: String } =>
            zh "登记系统中没有 {what}", remedy "请核对编号；用 list 命令查看已有内容";
            en "the register has no {what}", remedy "check the identifier; the list commands show what is there";
        /// The signer is no party.
        NotAParty { account: String } =>
            zh "账户 {account} 未绑定到主体", remedy "由登记机构的主体管理员用 quanji party admit 接纳主体";
            en "the account {account} is not bound to a party", remedy "a registrar admits parties with `quanji party admit`";
        /// The text names no account.
        NotAnAccount { text: String } =>
            zh "“{text}”不是账户", remedy "请给出地址、密钥文件或其名称、//Alice 一类的开发密钥";
            en "{text} is not an account", remedy "give an address, a key file or its name, or a development key such as //Alice";
        /// The value does not fit.
        BadValue { argument: String, value: String, reason: String } =>
            zh "{argument} 的值“{value}”无效：{reason}"; en "{value} does not fit {argument}: {reason}";
        /// The description has faults.
        NotValid { file: String, count: usize } =>
            zh "{file} 有 {count} 处问题"; en "{file} has {count} problem(s)";
        /// A past block was named for what cannot be done in the past.
        OnlyNow =>
            zh "该命令只能针对现在的登记簿，不能用 --block", remedy "请去掉 --block；show、list 一类的查询命令可以用它";
            en "this command is about the register as it is now, not as it was at a block", remedy "leave out --block; commands that only show or list take it";
        /// Two arguments that exclude or need each other.
        Arguments { reason: String } => zh "参数不齐：{reason}"; en "the arguments do not fit together: {reason}";
    }
}

impl From<ChainError> for Failure {
    fn from(error: ChainError) -> Self {
        let exit = match &error {
            ChainError::BadAddress { .. } => Exit::Usage,
            ChainError::Unreachable { .. } | ChainError::OtherChain { .. } | ChainError::NoAnswer { .. } => {
                Exit::Unreachable
            }
            ChainError::NoBlock { .. } => Exit::NotFound,
            ChainError::OtherVersion { .. }
            | ChainError::NotFinal { .. }
            | ChainError::EndUnknown { .. }
            | ChainError::NotIncluded { .. } => Exit::Unexpected,
        };
        Self::new(exit, error)
    }
}

impl From<SubmitError> for Failure {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::Chain(error) => error.into(),
            SubmitError::Key(error) => error.into(),
            SubmitError::Refused(refusal) => {
                let (rule, who) = (refusal.rule(), refusal.who.code());
                Self::new(Exit::Refused, *refusal)
                    .with_fact("rule", rule)
                    .with_fact("who", who)
            }
        }
    }
}

/// A failure because something is not in the register.
pub fn not_found(what: impl Into<String>) -> Failure {
    Failure::new(Exit::NotFound, Message::NotFound { what: what.into() })
}

/// A failure because of a value.
pub fn bad_value(argument: &str, value: &str, reason: impl ToString) -> Failure {
    let message = Message::BadValue {
        argument: argument.to_owned(),
        value: value.to_owned(),
        reason: reason.to_string(),
    };
    Failure::new(Exit::InputInvalid, message)
}

/// A failure because of arguments that do not go together.
pub fn arguments(reason: impl ToString) -> Failure {
    let message = Message::Arguments {
        reason: reason.to_string(),
    };
    Failure::new(Exit::Usage, message)
}

/// Runs work on a connection, on the register as it is now.
pub fn with_chain<T, F, W>(context: &Context, work: W) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
    W: FnOnce(Chain) -> F,
{
    match context.global.block {
        Some(_) => Err(Failure::new(Exit::Usage, Message::OnlyNow)),
        None => connected(context, work),
    }
}

/// Runs work on a connection.
fn connected<T, F, W>(context: &Context, work: W) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
    W: FnOnce(Chain) -> F,
{
    context.block_on(async {
        let chain = Chain::connect(&context.global.node).await?;
        work(chain).await
    })?
}

/// Runs work that only reads, on the block of `--block` or on the last finalised one.
pub fn with_view<T, F, W>(context: &Context, work: W) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
    W: FnOnce(View) -> F,
{
    with_chain_and_view(context, |_, view| work(view))
}

/// The same for work that asks the node for more than a view has.
pub fn with_chain_and_view<T, F, W>(context: &Context, work: W) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
    W: FnOnce(Chain, View) -> F,
{
    let block = context.global.block;
    connected(context, |chain| async move {
        let view = final_view(&chain, block).await?;
        work(chain, view).await
    })
}

/// A block, which is final, or the last finalised one.
async fn final_view(chain: &Chain, block: Option<u32>) -> Result<View, ChainError> {
    let now = chain.now().await?;
    match block {
        None => Ok(now),
        Some(number) if number <= now.number() => chain.at_number(number).await,
        Some(number) => Err(ChainError::NoBlock {
            block: number.to_string(),
        }),
    }
}

/// Signs a call, sends it, and shows how far it has come until it is final.
pub async fn submit<Call: Payload>(
    context: &Context,
    chain: &Chain,
    signer: &dyn Signer,
    call: &Call,
) -> Result<Finalised, Failure> {
    let language = context.language;
    let spinner = context
        .output
        .spinner(language.pick("正在签名并提交", "signing and sending"));
    let follow = |step: Step| {
        spinner.set_message(match step {
            Step::Sent => language.pick("已提交，等待打包", "sent; waiting for a block"),
            Step::InBlock => language.pick("已打包，等待最终确定", "in a block; waiting for finality"),
            Step::Final => language.pick("已最终确定", "final"),
        });
    };
    let result = chain.submit(call, signer, &follow).await;
    spinner.finish_and_clear();
    Ok(result?)
}

/// Sends one call with the key of `--key` and reads one event of it.
pub fn act<Call: Payload, E: DecodeAsEvent>(
    context: &Context,
    call: &Call,
) -> Result<(Finalised, E), Failure> {
    let signer = context.signer()?;
    with_chain(context, |chain| async move {
        let done = submit(context, &chain, &*signer, call).await?;
        let event = done.event::<E>()?;
        Ok((done, event))
    })
}

/// What a call is about: its name for programs, its label, and its value for programs and for people.
pub struct Subject {
    name: &'static str,
    chinese: &'static str,
    value: String,
    shown: String,
}

impl Subject {
    /// A subject; its English label is its name.
    pub fn new(name: &'static str, chinese: &'static str, value: impl ToString) -> Self {
        let value = value.to_string();
        Self {
            name,
            chinese,
            shown: value.clone(),
            value,
        }
    }

    /// A value of a domain type, by its name for programs and in words for people.
    pub fn word(
        language: Language,
        name: &'static str,
        chinese: &'static str,
        value: &impl Serialize,
    ) -> Self {
        Self {
            name,
            chinese,
            value: words::code(value),
            shown: words::word(language, value),
        }
    }

    /// Adds the subject to a report.
    pub fn add_to(self, language: Language, report: Report) -> Report {
        report
            .fact(self.name, self.value.into())
            .row(language.pick(self.chinese, self.name), self.shown)
    }

    /// A party.
    pub fn party(party: PartyId) -> Self {
        Self::new("party", "主体", party)
    }

    /// A case.
    pub fn case(case: CaseId) -> Self {
        Self::new("case", "案件", case)
    }

    /// An account.
    pub fn account(account: &Account) -> Self {
        Self::new("account", "账户", address_of(account))
    }
}

/// Sends one call with the key of `--key` and reports what was done to what.
pub fn simple<Call: Payload>(
    context: &Context,
    call: &Call,
    done: &str,
    subjects: &[Subject],
) -> Result<Report, Failure> {
    let signer = context.signer()?;
    let finalised = with_chain(context, |chain| async move {
        submit(context, &chain, &*signer, call).await
    })?;
    Ok(self::done(context.language, done, subjects, &finalised))
}

/// Reports what was done to what in a final block.
pub fn done(language: Language, what: &str, subjects: &[Subject], finalised: &Finalised) -> Report {
    let mut report = Report::new(json!({})).done(what);
    if let [first, ..] = subjects {
        report = report.brief(first.value.clone());
    }
    for subject in subjects {
        report = report.fact(subject.name, subject.value.clone().into()).row(
            language.pick(subject.chinese, subject.name),
            subject.shown.clone(),
        );
    }
    in_block(language, report, finalised)
}

/// Adds block and transaction to a report.
pub fn in_block(language: Language, report: Report, done: &Finalised) -> Report {
    report
        .fact(
            "block",
            json!({ "number": done.block_number, "hash": hex_of(&done.block_hash) }),
        )
        .fact("transaction", hex_of(&done.transaction).into())
        .fact("final", true.into())
        .row(
            language.pick("区块", "block"),
            language.pick(
                format!("{}（已最终确定）", done.block_number),
                format!("{} (final)", done.block_number),
            ),
        )
}

/// Bytes in hexadecimal.
pub fn hex_of(bytes: &[u8]) -> String {
    format!("0x{}", hex::encode(bytes))
}

/// 32 bytes from hexadecimal digits, with or without `0x`.
pub fn bytes_of(argument: &str, text: &str) -> Result<[u8; 32], Failure> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(text.trim_start_matches("0x"), &mut bytes)
        .map_err(|error| bad_value(argument, text, error))?;
    Ok(bytes)
}

/// An account from an address, a development key, or a key file or its name.
pub fn account(context: &Context, text: &str) -> Result<Account, Failure> {
    if let Ok(public) = public_of(text) {
        return Ok(public);
    }
    let no_account = || {
        Failure::new(
            Exit::InputInvalid,
            Message::NotAnAccount {
                text: text.to_owned(),
            },
        )
    };
    if text.starts_with("//") {
        return KeySource::Development(text.to_owned())
            .public()
            .map_err(|_| no_account());
    }
    let source = context.key_source_of(text).map_err(|_| no_account())?;
    Ok(source.public()?)
}

/// A digest given as such, or SHA-256 of a file.
pub fn digest(context: &Context, text: &str) -> Result<Digest, Failure> {
    if let Ok(digest) = text.parse() {
        return Ok(digest);
    }
    Ok(Digest::sha2_256(
        &context.read(Path::new(text), EVIDENCE_BYTES_MAX)?,
    ))
}

/// A supporting document, `KIND:FILE|DIGEST`.
pub fn evidence(context: &Context, text: &str) -> Result<Evidence, Failure> {
    let (kind, document) = pair("--evidence", text)?;
    let kind = coded::<EvidenceKind>(kind).map_err(|reason| bad_value("--evidence", text, reason))?;
    let digest = digest(context, document)?;
    Ok(Evidence { kind, digest })
}

/// A description that passes all checks.
pub fn description(context: &Context, file: &Path) -> Result<Checked, Failure> {
    let document = context.read(file, DOCUMENT_BYTES_MAX)?;
    check(&document).map_err(|errors| {
        let message = Message::NotValid {
            file: file.display().to_string(),
            count: errors.len(),
        };
        Failure::new(Exit::InputInvalid, message).with_fields(errors)
    })
}

/// The party for which the key of `--key` acts.
pub async fn own_party(view: &View, signer: &dyn Signer) -> Result<PartyId, Failure> {
    let account = signer.address();
    let party = view.party_of(signer.public()).await?;
    party.ok_or_else(|| Failure::new(Exit::Refused, Message::NotAParty { account }))
}

/// A word of the domain, written with hyphens or underscores: `processing-use`.
pub fn coded<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(Value::String(text.replace('-', "_"))).map_err(|error| error.to_string())
}

/// The parts of `a:b`.
pub fn pair<'a>(argument: &str, text: &'a str) -> Result<(&'a str, &'a str), Failure> {
    text.split_once(':')
        .ok_or_else(|| bad_value(argument, text, "a:b"))
}
