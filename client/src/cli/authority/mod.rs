//! `quanji authority`: the directory of registration authorities, their officers, keys and validators.

mod officers;
mod show;

use clap::{Args, Subcommand};
use quanji_client::chain::{api, AccountId32, Static};
use quanji_primitives::{
    authority::{AuthorityProfile, SuspensionGround},
    clock::Moment,
    person::CreditCode,
    AuthorityId,
};
use serde_json::json;

use super::{
    clock::moment_of,
    context::Context,
    exit::Failure,
    node::{account, act, bad_value, coded, hex_of, in_block, simple, Subject},
    output::Report,
    CommandResult,
};

/// `quanji authority …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the authorities of the directory
    List,
    /// Show an authority with its officers, key and validator
    Show(One),
    /// Admit an authority to the directory (competent department)
    Admit(Admit),
    /// Suspend an authority (competent department)
    Suspend(Suspend),
    /// Restore a suspended authority (competent department)
    Restore(One),
    /// Declare all parties that are affiliates of the authority, in place of those declared before (its account)
    #[command(visible_alias = "affiliate")]
    Affiliates(officers::Affiliates),
    /// Take persons into office and dismiss them (the authority's account)
    #[command(subcommand)]
    Officer(officers::Command),
    /// Keys that sign credentials (the authority's account)
    #[command(subcommand)]
    Key(KeyCommand),
    /// The validator of an authority (competent department)
    #[command(subcommand)]
    Validator(ValidatorCommand),
}

/// An authority.
#[derive(Debug, Args)]
pub struct One {
    /// The authority: A1-Q
    authority: AuthorityId,
}

/// Arguments of `authority admit`.
#[derive(Debug, Args)]
pub struct Admit {
    /// Its name
    #[arg(long)]
    name: String,
    /// Its unified social credit code
    #[arg(long, value_name = "CODE")]
    credit_code: CreditCode,
    /// Region in certificate numbers, 0 to 99
    #[arg(long)]
    region: u8,
    /// Institution digit in certificate numbers, 0 to 9
    #[arg(long)]
    digit: u8,
    /// The account that administers its officers and keys
    #[arg(long)]
    account: String,
    /// The key that signs its credentials: an address, a key file, or //URI
    #[arg(long, value_name = "KEY")]
    credential_key: String,
}

/// Arguments of `authority suspend`.
#[derive(Debug, Args)]
pub struct Suspend {
    /// The authority: A1-Q
    authority: AuthorityId,
    /// The ground: wrong-registration, falsification, leak, conditions-lost, other-breach
    #[arg(long, value_parser = coded::<SuspensionGround>)]
    ground: SuspensionGround,
}

/// `quanji authority key …`
#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// Add a key that signs credentials
    Add(AddKey),
    /// Set the end of a key
    End(EndKey),
}

/// Arguments of `authority key add`.
#[derive(Debug, Args)]
pub struct AddKey {
    /// The public key: an address, a key file, or //URI
    public: String,
    /// From when it signs: 2026-11-09T09:30:00+08:00 [default: now]
    #[arg(long, value_name = "MOMENT")]
    from: Option<String>,
}

/// Arguments of `authority key end`.
#[derive(Debug, Args)]
pub struct EndKey {
    /// The number of the key
    number: u32,
    /// When it ends: 2026-11-09T09:30:00+08:00 [default: now]
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
}

/// `quanji authority validator …`
#[derive(Debug, Subcommand)]
pub enum ValidatorCommand {
    /// Approve, replace or withdraw the validator of an authority
    Set(SetValidator),
}

/// Arguments of `authority validator set`.
#[derive(Debug, Args)]
pub struct SetValidator {
    /// The authority: A1-Q
    authority: AuthorityId,
    /// The validator's account; none withdraws the validator
    #[arg(long)]
    account: Option<String>,
}

/// Runs a command of `quanji authority`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let language = context.language;
    let calls = api::transactions().authorities();
    let subject = |authority: AuthorityId| [Subject::new("authority", "登记机构", authority)];
    match command {
        Command::List => show::list(context),
        Command::Show(one) => show::show(context, one.authority),
        Command::Admit(given) => admit(context, &given),
        Command::Suspend(given) => {
            let call = calls.suspend_authority(Static(given.authority), Static(given.ground));
            let done = language.pick("登记机构已暂停", "authority suspended");
            simple(context, &call, done, &subject(given.authority))
        }
        Command::Restore(one) => {
            let done = language.pick("登记机构已恢复", "authority restored");
            simple(
                context,
                &calls.restore_authority(Static(one.authority)),
                done,
                &subject(one.authority),
            )
        }
        Command::Affiliates(given) => {
            let call = calls.declare_affiliates(given.parties());
            let done = language.pick("关联方已申报", "affiliates declared");
            simple(context, &call, done, &given.subjects())
        }
        Command::Officer(command) => officers::run(context, command),
        Command::Key(command) => key(context, command),
        Command::Validator(ValidatorCommand::Set(given)) => {
            let validator = given
                .account
                .as_deref()
                .map(|text| account(context, text))
                .transpose()?;
            let call = calls.set_validator(Static(given.authority), validator.map(AccountId32));
            let done = language.pick(
                "验证节点已设定，两个会话后生效",
                "validator set; it works two sessions later",
            );
            simple(context, &call, done, &subject(given.authority))
        }
    }
}

fn admit(context: &Context, given: &Admit) -> CommandResult {
    let language = context.language;
    let name = given.name.as_bytes().to_vec().try_into();
    let profile = AuthorityProfile {
        name: name.map_err(|_| bad_value("--name", &given.name, "128 bytes"))?,
        credit_code: given.credit_code,
        region: given.region,
        digit: given.digit,
    };
    let administering = account(context, &given.account)?;
    let credential = account(context, &given.credential_key)?;
    let call = api::transactions().authorities().admit_authority(
        Static(profile),
        AccountId32(administering),
        credential,
    );
    let (done, event) = act::<_, api::authorities::events::AuthorityAdmitted>(context, &call)?;
    let authority = event.authority.0;
    let report = Report::new(json!({ "authority": authority.to_string(), "name": given.name }))
        .brief(authority.to_string())
        .done(language.pick("登记机构已列入名录", "authority admitted"))
        .row(language.pick("登记机构", "authority"), authority.to_string())
        .row(language.pick("名称", "name"), given.name.clone());
    Ok(in_block(language, report, &done))
}

fn moment(argument: &str, text: Option<&str>) -> Result<Option<Static<Moment>>, Failure> {
    let Some(text) = text else { return Ok(None) };
    let moment = moment_of(text).ok_or_else(|| bad_value(argument, text, "2026-11-09T09:30:00+08:00"))?;
    Ok(Some(Static(moment)))
}

fn key(context: &Context, command: KeyCommand) -> CommandResult {
    let language = context.language;
    let calls = api::transactions().authorities();
    match command {
        KeyCommand::Add(given) => {
            let public = account(context, &given.public)?;
            let call = calls.add_credential_key(public, moment("--from", given.from.as_deref())?);
            let (done, event) = act::<_, api::authorities::events::CredentialKeyAdded>(context, &call)?;
            let report = Report::new(json!({ "number": event.number, "public": hex_of(&public) }))
                .brief(event.number.to_string())
                .done(language.pick("凭证密钥已添加", "credential key added"))
                .row(language.pick("编号", "number"), event.number.to_string());
            Ok(in_block(language, report, &done))
        }
        KeyCommand::End(given) => {
            let call = calls.end_credential_key(given.number, moment("--at", given.at.as_deref())?);
            let done = language.pick("凭证密钥的终止已设定", "the end of the credential key is set");
            simple(
                context,
                &call,
                done,
                &[Subject::new("number", "编号", given.number)],
            )
        }
    }
}
