//! Officers of an authority: office, roles, accounts, and affiliates of whom they decide nothing (NG 10(7)).

use clap::{Args, Subcommand};
use quanji_client::{
    chain::{api, AccountId32, Static},
    keys::address_of,
};
use quanji_primitives::{authority::OfficerRole, OfficerId, PartyId};
use serde_json::json;

use super::super::{
    context::Context,
    node::{account, act, bytes_of, coded, in_block, simple, Subject},
    output::Report,
    words, CommandResult,
};

/// `quanji authority officer …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take a person into office
    Add(Add),
    /// Set the roles of an officer
    Roles(Roles),
    /// Give an officer a further account
    Bind(Bind),
    /// Take an account from an officer
    Unbind(Unbind),
    /// End an officer's office
    Dismiss(Dismiss),
    /// Declare all parties that are your own affiliates, in place of those declared before (officer)
    Affiliates(Affiliates),
}

/// Arguments of `authority officer add`.
#[derive(Debug, Args)]
pub struct Add {
    /// Commitment to the person's identity, from `quanji party commit`
    #[arg(long, value_name = "HEX")]
    commitment: String,
    /// A role, repeated: registrar, examiner, reviewer, day-book-keeper
    #[arg(long, required = true, value_parser = coded::<OfficerRole>)]
    role: Vec<OfficerRole>,
    /// The officer's account
    #[arg(long)]
    account: String,
}

/// Arguments of `authority officer roles`.
#[derive(Debug, Args)]
pub struct Roles {
    /// The officer: F1-1-X
    officer: OfficerId,
    /// A role, repeated, in place of those before: registrar, examiner, reviewer, day-book-keeper
    #[arg(long, required = true, value_parser = coded::<OfficerRole>)]
    role: Vec<OfficerRole>,
}

/// Arguments of `authority officer bind`.
#[derive(Debug, Args)]
pub struct Bind {
    /// The officer: F1-1-X
    officer: OfficerId,
    /// The further account: an address, a key file or its name, or //URI
    #[arg(long)]
    account: String,
}

/// Arguments of `authority officer unbind`.
#[derive(Debug, Args)]
pub struct Unbind {
    /// The account: an address, a key file or its name, or //URI
    #[arg(long)]
    account: String,
}

/// Arguments of `authority officer dismiss`.
#[derive(Debug, Args)]
pub struct Dismiss {
    /// The officer: F1-1-X
    officer: OfficerId,
}

/// All affiliates, in place of those declared before.
#[derive(Debug, Args)]
pub struct Affiliates {
    /// An affiliated party, repeated; none takes all back: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    party: Vec<PartyId>,
}

type Bounded<T> = api::runtime_types::bounded_collections::bounded_vec::BoundedVec<T>;

impl Affiliates {
    /// The parties as the register takes them, each once.
    pub fn parties(&self) -> Bounded<Static<PartyId>> {
        let mut parties = self.party.clone();
        parties.sort();
        parties.dedup();
        api::runtime_types::bounded_collections::bounded_vec::BoundedVec(
            parties.into_iter().map(Static).collect(),
        )
    }

    /// The parties in words.
    pub fn subjects(&self) -> [Subject; 1] {
        let each: Vec<_> = self.party.iter().map(ToString::to_string).collect();
        [Subject::new("affiliates", "关联方", each.join(", "))]
    }
}

fn sorted(roles: &[OfficerRole]) -> Vec<OfficerRole> {
    let mut roles = roles.to_vec();
    roles.sort();
    roles.dedup();
    roles
}

fn bounded(roles: Vec<OfficerRole>) -> Bounded<Static<OfficerRole>> {
    api::runtime_types::bounded_collections::bounded_vec::BoundedVec(roles.into_iter().map(Static).collect())
}

/// Runs a command of `quanji authority officer`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let language = context.language;
    let calls = api::transactions().authorities();
    let subject = |officer: OfficerId| Subject::new("officer", "人员", officer);
    match command {
        Command::Add(given) => add(context, &given),
        Command::Roles(given) => {
            let roles = sorted(&given.role);
            let codes: Vec<_> = roles.iter().map(words::code).collect();
            let shown = Subject::new("roles", "角色", codes.join(", "));
            let call = calls.set_officer_roles(Static(given.officer), bounded(roles));
            let what = language.pick("角色已变更", "roles set");
            simple(context, &call, what, &[subject(given.officer), shown])
        }
        Command::Bind(given) => {
            let account = account(context, &given.account)?;
            let call = calls.bind_officer_account(Static(given.officer), AccountId32(account));
            let what = language.pick("账户已绑定", "account bound");
            let subjects = [subject(given.officer), Subject::account(&account)];
            simple(context, &call, what, &subjects)
        }
        Command::Unbind(given) => {
            let account = account(context, &given.account)?;
            let call = calls.unbind_officer_account(AccountId32(account));
            let what = language.pick("账户已解除", "account taken");
            simple(context, &call, what, &[Subject::account(&account)])
        }
        Command::Dismiss(given) => {
            let what = language.pick("人员已离任", "officer dismissed");
            let call = calls.dismiss_officer(Static(given.officer));
            simple(context, &call, what, &[subject(given.officer)])
        }
        Command::Affiliates(given) => {
            let call = calls.declare_own_affiliates(given.parties());
            let what = language.pick("关联方已申报", "affiliates declared");
            simple(context, &call, what, &given.subjects())
        }
    }
}

fn add(context: &Context, given: &Add) -> CommandResult {
    let language = context.language;
    let person = bytes_of("--commitment", &given.commitment)?;
    let account = account(context, &given.account)?;
    let roles = sorted(&given.role);
    let role_words = words::words(language, &roles);
    let call = api::transactions()
        .authorities()
        .add_officer(person, bounded(roles), AccountId32(account));
    let (done, event) = act::<_, api::authorities::events::OfficerAdded>(context, &call)?;
    let officer = event.officer.0;
    let report = Report::new(json!({ "officer": officer.to_string(), "account": address_of(&account) }))
        .brief(officer.to_string())
        .done(language.pick("人员已任用", "officer added"))
        .row(language.pick("人员", "officer"), officer.to_string())
        .row(language.pick("角色", "roles"), role_words);
    Ok(in_block(language, report, &done))
}
