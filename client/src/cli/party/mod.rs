//! `quanji party`: verified persons, their accounts and their standing.

mod bad_faith;
mod erasure;
mod recover;
mod show;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    chain::{api, AccountId32, Static},
    files::Access,
    identity::Opening,
    keys::address_of,
};
use quanji_primitives::{
    person::{CreditCode, ForeignRegister, Lei, PartyRole, Person, PersonKind},
    v1::SuspensionReason,
    PartyId,
};
use serde_json::json;

use super::{
    context::Context,
    exit::Failure,
    node::{
        account as account_of, act, arguments, bad_value, bytes_of, coded, digest, hex_of, in_block, simple,
        Subject,
    },
    output::Report,
    CommandResult,
};

/// `quanji party …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Admit a verified person as a party (registrar)
    Admit(Admit),
    /// Make the commitment to a natural person's identity; the opening stays in a private file
    Commit(Commit),
    /// Show a party by its identifier, code, commitment or account
    Show(show::Arguments),
    /// Bind a further account: the party asks with --account only, then a registrar names the party too
    Bind(Bind),
    /// Give up an account of your own party
    Unbind(Unbind),
    /// Set what a party may do (registrar)
    Roles(SetRoles),
    /// Suspend a party (registrar)
    Suspend(Suspend),
    /// Restore a suspended party (registrar)
    Restore(One),
    /// Erase the data of a natural person at her request, within fifteen working days
    #[command(subcommand)]
    Erasure(erasure::Command),
    /// Replace a lost account: two officers, a delay, and a party that can stop it
    #[command(subcommand)]
    Recover(recover::Command),
}

/// A party.
#[derive(Debug, Args)]
pub struct One {
    /// The party: P1-1-Q
    pub party: PartyId,
}

/// Arguments of `party admit`.
#[derive(Debug, Args)]
pub struct Admit {
    /// Kind of person: legal-person, unincorporated-organisation, foreign-body, natural-person
    #[arg(long, value_parser = coded::<PersonKind>)]
    kind: PersonKind,
    /// Unified social credit code of a legal person or unincorporated organisation
    #[arg(long, value_name = "CODE")]
    credit_code: Option<CreditCode>,
    /// Legal entity identifier of a foreign body
    #[arg(long, value_name = "LEI")]
    lei: Option<Lei>,
    /// Country of a foreign body without legal entity identifier, two letters: SG
    #[arg(long, value_name = "LETTERS", requires = "extract")]
    country: Option<String>,
    /// Authenticated extract of the foreign register
    #[arg(long, value_name = "FILE|DIGEST", requires = "country")]
    extract: Option<String>,
    /// Commitment of a natural person, from `quanji party commit`
    #[arg(long, value_name = "HEX")]
    commitment: Option<String>,
    /// First account: an address, a key file or its name, or //URI; none for a person who signs on paper
    #[arg(long)]
    account: Option<String>,
    /// A role besides registrant, repeated: service-institution, financier
    #[arg(long, value_parser = coded::<PartyRole>)]
    role: Vec<PartyRole>,
}

/// Arguments of `party commit`.
#[derive(Debug, Args)]
pub struct Commit {
    /// File with two lines: name, number of the identity document
    #[arg(long, value_name = "FILE")]
    from_file: PathBuf,
    /// Write salt, name and number to this file, readable by you only; they open the commitment later
    #[arg(long, value_name = "FILE")]
    opening: PathBuf,
}

/// Arguments of `party bind`.
#[derive(Debug, Args)]
pub struct Bind {
    /// The party, for the registrar: P1-1-Q
    party: Option<PartyId>,
    /// The further account
    #[arg(long)]
    account: String,
}

/// Arguments of `party unbind`.
#[derive(Debug, Args)]
pub struct Unbind {
    /// The account
    #[arg(long)]
    account: String,
}

/// Arguments of `party roles`.
#[derive(Debug, Args)]
pub struct SetRoles {
    /// The party: P1-1-Q
    party: PartyId,
    /// A role besides registrant, repeated: service-institution, financier; none takes all away
    #[arg(long, value_parser = coded::<PartyRole>)]
    role: Vec<PartyRole>,
}

/// Arguments of `party suspend`.
#[derive(Debug, Args)]
pub struct Suspend {
    /// The party: P1-1-Q
    party: PartyId,
    /// The reason: false-material, identity-in-doubt, qualification-lost, order
    #[arg(long, value_parser = coded::<SuspensionReason>)]
    reason: SuspensionReason,
}

/// Runs a command of `quanji party`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let language = context.language;
    let calls = api::transactions().parties();
    match command {
        Command::Admit(given) => admit(context, &given),
        Command::Commit(given) => commit(context, &given),
        Command::Show(given) => show::run(context, &given),
        Command::Bind(given) => bind(context, &given),
        Command::Unbind(given) => {
            let account = account_of(context, &given.account)?;
            let call = calls.unbind_account(AccountId32(account));
            let done = language.pick("已解除账户", "account given up");
            simple(context, &call, done, &[Subject::account(&account)])
        }
        Command::Roles(given) => {
            let call = calls.set_roles(Static(given.party), roles(&given.role));
            let done = language.pick("角色已变更", "roles set");
            simple(context, &call, done, &[Subject::party(given.party)])
        }
        Command::Suspend(given) => {
            let call = calls.suspend(Static(given.party), Static(given.reason));
            let done = language.pick("主体已暂停", "party suspended");
            simple(context, &call, done, &[Subject::party(given.party)])
        }
        Command::Restore(one) => {
            let call = calls.restore(Static(one.party));
            let done = language.pick("主体已恢复", "party restored");
            simple(context, &call, done, &[Subject::party(one.party)])
        }
        Command::Erasure(command) => erasure::run(context, command),
        Command::Recover(command) => recover::run(context, command),
    }
}

type Roles = api::runtime_types::bounded_collections::bounded_vec::BoundedVec<Static<PartyRole>>;

fn roles(given: &[PartyRole]) -> Roles {
    let mut roles = vec![PartyRole::Registrant];
    roles.extend(given);
    roles.sort();
    roles.dedup();
    api::runtime_types::bounded_collections::bounded_vec::BoundedVec(roles.into_iter().map(Static).collect())
}

fn admit(context: &Context, given: &Admit) -> CommandResult {
    let language = context.language;
    let person = person(context, given)?;
    let account = given.account.as_deref();
    let account = account.map(|text| account_of(context, text)).transpose()?;
    let address = account.as_ref().map(address_of);
    let call = api::transactions().parties().admit(
        Static(person.clone()),
        roles(&given.role),
        account.map(AccountId32),
    );
    let (done, event) = act::<_, api::parties::events::PartyAdmitted>(context, &call)?;
    let party = event.party.0;
    let report = Report::new(json!({
        "party": party.to_string(),
        "person": person,
        "account": address,
        "authority": event.authority.0.to_string(),
        "officer": event.officer.0.to_string(),
    }))
    .brief(party.to_string())
    .done(language.pick("主体已接纳", "party admitted"))
    .row(language.pick("主体", "party"), party.to_string())
    .row(language.pick("身份", "person"), person_text(&person))
    .row(
        language.pick("账户", "account"),
        address.unwrap_or_else(|| {
            language
                .pick(
                    "无：经窗口或代理人办理",
                    "none: acts at the counter or through an agent",
                )
                .to_owned()
        }),
    );
    Ok(in_block(language, report, &done))
}

fn person(context: &Context, given: &Admit) -> Result<Person, Failure> {
    let lacking = |what: &str| arguments(what);
    match given.kind {
        PersonKind::LegalPerson => given
            .credit_code
            .map(Person::LegalPerson)
            .ok_or_else(|| lacking("--credit-code")),
        PersonKind::UnincorporatedOrganisation => given
            .credit_code
            .map(Person::UnincorporatedOrganisation)
            .ok_or_else(|| lacking("--credit-code")),
        PersonKind::ForeignBody => match (given.lei, &given.country, &given.extract) {
            (Some(lei), ..) => Ok(Person::ForeignBody(ForeignRegister::Lei(lei))),
            (None, Some(letters), Some(extract)) => {
                let country = letters
                    .as_bytes()
                    .try_into()
                    .map_err(|_| bad_value("--country", letters, "two capital letters: SG"))?;
                let extract = digest(context, extract)?;
                Ok(Person::ForeignBody(ForeignRegister::Register {
                    country,
                    extract,
                }))
            }
            _ => Err(lacking("--lei, --country --extract")),
        },
        PersonKind::NaturalPerson => {
            let text = given
                .commitment
                .as_deref()
                .ok_or_else(|| lacking("--commitment"))?;
            Ok(Person::NaturalPerson(bytes_of("--commitment", text)?))
        }
    }
}

fn person_text(person: &Person) -> String {
    match person {
        Person::LegalPerson(code) | Person::UnincorporatedOrganisation(code) => code.to_string(),
        Person::ForeignBody(ForeignRegister::Lei(lei)) => lei.to_string(),
        Person::ForeignBody(ForeignRegister::Register { country, extract }) => {
            format!("{} {extract}", String::from_utf8_lossy(country))
        }
        Person::NaturalPerson(commitment) => hex_of(commitment),
    }
}

fn commit(context: &Context, given: &Commit) -> CommandResult {
    let language = context.language;
    let shown = given.from_file.display().to_string();
    let content = context.read(&given.from_file, 4096)?;
    let text = String::from_utf8(content).map_err(|error| bad_value("--from-file", &shown, error))?;
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(name), Some(number), None) = (lines.next(), lines.next(), lines.next()) else {
        let form = language.pick(
            "须有两行：姓名、证件号码",
            "two lines are needed: name, number of the document",
        );
        return Err(bad_value("--from-file", &shown, form));
    };
    let opening = Opening::fresh(name, number);
    let text =
        serde_json::to_string_pretty(&opening).map_err(|error| bad_value("--opening", &shown, error))?;
    context.write(
        &given.opening,
        format!("{text}\n").as_bytes(),
        Access::Private,
        false,
    )?;
    let file = given.opening.display().to_string();
    Ok(
        Report::new(json!({ "commitment": opening.commitment, "opening": file }))
            .brief(opening.commitment.clone())
            .row(language.pick("承诺值", "commitment"), opening.commitment)
            .row(language.pick("开启材料", "opening"), file)
            .caution(language.pick(
                "请妥善保存开启材料：只有凭它才能证明承诺值属于本人",
                "keep the opening: only it can prove later whose commitment this is",
            )),
    )
}

fn bind(context: &Context, given: &Bind) -> CommandResult {
    let language = context.language;
    let account = account_of(context, &given.account)?;
    let calls = api::transactions().parties();
    match given.party {
        None => {
            let call = calls.request_account(AccountId32(account));
            let done = language.pick(
                "已申请绑定；由登记机构的主体管理员核验后绑定",
                "asked for; a registrar binds it after verifying",
            );
            simple(context, &call, done, &[Subject::account(&account)])
        }
        Some(party) => {
            let call = calls.bind_account(Static(party), AccountId32(account));
            let done = language.pick("账户已绑定", "account bound");
            simple(
                context,
                &call,
                done,
                &[Subject::party(party), Subject::account(&account)],
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registrant_is_always_among_the_roles_and_each_stands_once() {
        let both = roles(&[PartyRole::Financier, PartyRole::Financier]).0;
        assert_eq!(
            both,
            [Static(PartyRole::Registrant), Static(PartyRole::Financier)]
        );
    }
}
