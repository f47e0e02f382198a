//! `quanji party`: verified persons, their accounts and their standing.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use quanji_client::{
    chain::{api, AccountId32, Static, View},
    files::Access,
    keys::address_of,
};
use quanji_primitives::{
    person::{CreditCode, ForeignRegister, Lei, PartyRole, Person, PersonKind},
    v1::{PartyRecord, PartyStanding, SuspensionReason},
    PartyId,
};
use serde_json::{json, Value};

use super::{
    context::Context,
    exit::Failure,
    node::{
        account, act, arguments, bad_value, bytes_of, coded, digest, hex_of, in_block, not_found, simple,
        with_view,
    },
    output::Report,
    words, CommandResult,
};

/// `quanji party …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Admit a verified person as a party (registrar)
    Admit(Admit),
    /// Make the commitment to a natural person's identity; the opening stays in a private file
    Commit(Commit),
    /// Show a party by its identifier, code, commitment or account
    Show(Show),
    /// Bind a further account: the party asks with --account only, then a registrar names the party too
    Bind(Bind),
    /// Give up an account of your own party
    Unbind(Unbind),
    /// Set what a party may do (registrar)
    Roles(Roles),
    /// Suspend a party (registrar)
    Suspend(Suspend),
    /// Restore a suspended party (registrar)
    Restore(One),
    /// Replace a lost account: two officers, a delay, and a party that can stop it
    #[command(subcommand)]
    Recover(Recover),
}

/// A party.
#[derive(Debug, Args)]
pub struct One {
    /// The party: P1-1-5
    party: PartyId,
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
    /// First account: an address, a key file or its name, or //URI
    #[arg(long)]
    account: String,
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

/// Arguments of `party show`.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Show {
    /// The party: P1-1-5
    party: Option<PartyId>,
    /// By unified social credit code
    #[arg(long, value_name = "CODE")]
    code: Option<CreditCode>,
    /// By the commitment of a natural person
    #[arg(long, value_name = "HEX")]
    commitment: Option<String>,
    /// By account
    #[arg(long)]
    account: Option<String>,
}

/// Arguments of `party bind`.
#[derive(Debug, Args)]
pub struct Bind {
    /// The party, for the registrar: P1-1-5
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
pub struct Roles {
    /// The party: P1-1-5
    party: PartyId,
    /// A role besides registrant, repeated: service-institution, financier; none takes all away
    #[arg(long, value_parser = coded::<PartyRole>)]
    role: Vec<PartyRole>,
}

/// Arguments of `party suspend`.
#[derive(Debug, Args)]
pub struct Suspend {
    /// The party: P1-1-5
    party: PartyId,
    /// The reason: false-material, identity-in-doubt, qualification-lost, order
    #[arg(long, value_parser = coded::<SuspensionReason>)]
    reason: SuspensionReason,
}

/// `quanji party recover …`
#[derive(Debug, Subcommand)]
pub enum Recover {
    /// Propose to replace a lost account (registrar)
    Propose(Propose),
    /// Confirm a proposed recovery (another officer)
    Confirm(One),
    /// Stop a recovery (the party, or a registrar)
    Stop(One),
    /// Complete a recovery after the delay (registrar or reviewer)
    Complete(One),
}

/// Arguments of `party recover propose`.
#[derive(Debug, Args)]
pub struct Propose {
    /// The party: P1-1-5
    party: PartyId,
    /// The account that is lost or stolen
    #[arg(long)]
    lost: String,
    /// The account to take its place
    #[arg(long)]
    replacement: String,
}

/// Runs a command of `quanji party`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    let language = context.language;
    let calls = api::transactions().parties();
    let done = |party: PartyId, chinese, english| {
        (
            json!({ "party": party.to_string() }),
            language.pick(chinese, english),
        )
    };
    match command {
        Command::Admit(given) => admit(context, &given),
        Command::Commit(given) => commit(context, &given),
        Command::Show(given) => show(context, &given),
        Command::Bind(given) => bind(context, &given),
        Command::Unbind(given) => {
            let account = account(context, &given.account)?;
            let facts = json!({ "account": address_of(&account) });
            let done = language.pick("已解除账户", "account given up");
            simple(context, &calls.unbind_account(AccountId32(account)), done, facts)
        }
        Command::Roles(given) => {
            let (facts, what) = done(given.party, "角色已变更", "roles set");
            simple(
                context,
                &calls.set_roles(Static(given.party), roles(&given.role)),
                what,
                facts,
            )
        }
        Command::Suspend(given) => {
            let (facts, what) = done(given.party, "主体已暂停", "party suspended");
            simple(
                context,
                &calls.suspend(Static(given.party), Static(given.reason)),
                what,
                facts,
            )
        }
        Command::Restore(one) => {
            let (facts, what) = done(one.party, "主体已恢复", "party restored");
            simple(context, &calls.restore(Static(one.party)), what, facts)
        }
        Command::Recover(command) => recover(context, command),
    }
}

type Roles4 = api::runtime_types::bounded_collections::bounded_vec::BoundedVec<Static<PartyRole>>;

fn roles(given: &[PartyRole]) -> Roles4 {
    let mut roles = vec![PartyRole::Registrant];
    roles.extend(given);
    roles.sort();
    roles.dedup();
    api::runtime_types::bounded_collections::bounded_vec::BoundedVec(roles.into_iter().map(Static).collect())
}

fn admit(context: &Context, given: &Admit) -> CommandResult {
    let language = context.language;
    let person = person(context, given)?;
    let account = account(context, &given.account)?;
    let call =
        api::transactions()
            .parties()
            .admit(Static(person.clone()), roles(&given.role), AccountId32(account));
    let (done, event) = act::<_, api::parties::events::PartyAdmitted>(context, &call)?;
    let party = event.party.0;
    let report = Report::new(json!({
        "party": party.to_string(),
        "person": person,
        "account": address_of(&account),
        "authority": event.authority.0.to_string(),
        "officer": event.officer.0.to_string(),
    }))
    .brief(party.to_string())
    .done(language.pick("主体已接纳", "party admitted"))
    .row(language.pick("主体", "party"), party.to_string())
    .row(language.pick("身份", "person"), person_text(&person))
    .row(language.pick("账户", "account"), address_of(&account));
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

/// The commitment: BLAKE2b-256 of the salt, then name and number, each after its length in four bytes.
fn commitment(salt: &[u8; 32], name: &str, number: &str) -> [u8; 32] {
    let mut bytes = salt.to_vec();
    for part in [name, number] {
        bytes.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
        bytes.extend(part.as_bytes());
    }
    sp_crypto_hashing::blake2_256(&bytes)
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
    // A random key is 32 random bytes from the system's source.
    let (random, _) = quanji_client::keys::LocalKey::generate();
    let salt = quanji_client::keys::Signer::public(&random);
    let commitment = commitment(&salt, name, number);
    let opening = json!({
        "commitment": hex_of(&commitment),
        "salt": hex_of(&salt),
        "name": name,
        "number": number,
        "method": "blake2b-256 of salt, then name and number as UTF-8, each after its length (4 bytes, little endian)",
    });
    context.write(
        &given.opening,
        format!("{opening:#}\n").as_bytes(),
        Access::Private,
        false,
    )?;
    let file = given.opening.display().to_string();
    Ok(
        Report::new(json!({ "commitment": hex_of(&commitment), "opening": file }))
            .brief(hex_of(&commitment))
            .row(language.pick("承诺值", "commitment"), hex_of(&commitment))
            .row(language.pick("开启材料", "opening"), file)
            .caution(language.pick(
                "请妥善保存开启材料：只有凭它才能证明承诺值属于本人",
                "keep the opening: only it can prove later whose commitment this is",
            )),
    )
}

fn bind(context: &Context, given: &Bind) -> CommandResult {
    let language = context.language;
    let account = account(context, &given.account)?;
    let mut facts = json!({ "account": address_of(&account) });
    match given.party {
        None => {
            let call = api::transactions()
                .parties()
                .request_account(AccountId32(account));
            let done = language.pick(
                "已申请绑定；由登记机构的主体管理员核验后绑定",
                "asked for; a registrar binds it after verifying",
            );
            simple(context, &call, done, facts)
        }
        Some(party) => {
            facts["party"] = party.to_string().into();
            let call = api::transactions()
                .parties()
                .bind_account(Static(party), AccountId32(account));
            simple(
                context,
                &call,
                language.pick("账户已绑定", "account bound"),
                facts,
            )
        }
    }
}

fn recover(context: &Context, command: Recover) -> CommandResult {
    let language = context.language;
    let calls = api::transactions().parties();
    let facts = |party: PartyId| json!({ "party": party.to_string() });
    match command {
        Recover::Propose(given) => {
            let lost = AccountId32(account(context, &given.lost)?);
            let replacement = AccountId32(account(context, &given.replacement)?);
            let call = calls.propose_recovery(Static(given.party), lost, replacement);
            let done = language.pick(
                "已提出账户恢复；须由另一人员确认",
                "recovery proposed; another officer confirms it",
            );
            simple(context, &call, done, facts(given.party))
        }
        Recover::Confirm(one) => {
            let call = calls.confirm_recovery(Static(one.party));
            let (done, event) = act::<_, api::parties::events::RecoveryConfirmed>(context, &call)?;
            let ready = event.ready_at.0;
            let report = Report::new(facts(one.party))
                .fact("ready_at", ready.to_string().into())
                .done(language.pick("账户恢复已确认，等待期开始", "recovery confirmed; the delay runs"))
                .row(
                    language.pick("可完成时间", "can be completed from"),
                    words::moment(ready),
                );
            Ok(in_block(language, report, &done))
        }
        Recover::Stop(one) => {
            let done = language.pick("账户恢复已停止", "recovery stopped");
            simple(
                context,
                &calls.stop_recovery(Static(one.party)),
                done,
                facts(one.party),
            )
        }
        Recover::Complete(one) => {
            let done = language.pick("账户恢复已完成", "recovery completed");
            simple(
                context,
                &calls.complete_recovery(Static(one.party)),
                done,
                facts(one.party),
            )
        }
    }
}

fn show(context: &Context, given: &Show) -> CommandResult {
    let by_account = given
        .account
        .as_deref()
        .map(|text| account(context, text))
        .transpose()?;
    let by_commitment = given
        .commitment
        .as_deref()
        .map(|text| bytes_of("--commitment", text))
        .transpose()?;
    with_view(context, |view| async move {
        let (party, what) = match (given.party, given.code, by_commitment, by_account) {
            (Some(party), ..) => (Some(party), party.to_string()),
            (_, Some(code), ..) => {
                let legal = view.party_by_person(Person::LegalPerson(code)).await?;
                let found = match legal {
                    Some(party) => Some(party),
                    None => {
                        view.party_by_person(Person::UnincorporatedOrganisation(code))
                            .await?
                    }
                };
                (found, code.to_string())
            }
            (_, _, Some(commitment), _) => (
                view.party_by_person(Person::NaturalPerson(commitment)).await?,
                hex_of(&commitment),
            ),
            (_, _, _, Some(account)) => (view.party_of(account).await?, address_of(&account)),
            _ => return Err(arguments("PARTY, --code, --commitment, --account")),
        };
        let party = party.ok_or_else(|| not_found(what.clone()))?;
        let record = view.party(party).await?.ok_or_else(|| not_found(what))?;
        describe(context, &view, party, &record).await
    })
}

async fn describe(context: &Context, view: &View, party: PartyId, record: &PartyRecord) -> CommandResult {
    let language = context.language;
    let accounts: Vec<_> = view.accounts_of(party).await?.iter().map(address_of).collect();
    let recovery = view.recovery(party).await?;
    let (standing, reason) = match record.standing {
        PartyStanding::Good => (words::word(language, &record.standing), None),
        PartyStanding::Suspended(reason) => (
            format!(
                "{}: {}",
                words::word(language, &record.standing),
                words::word(language, &reason)
            ),
            Some(reason),
        ),
    };
    let mut report = Report::new(json!({
        "party": party.to_string(),
        "person": record.person,
        "roles": record.roles,
        "admitted_by": record.admitted_by.to_string(),
        "admitted_at": record.admitted_at.to_string(),
        "in_good_standing": reason.is_none(),
        "suspended_for": reason,
        "accounts": accounts,
        "recovery": recovery.as_ref().map(recovery_json),
    }))
    .brief(party.to_string())
    .row(language.pick("主体", "party"), party.to_string())
    .row(
        language.pick("类别", "kind"),
        words::word(language, &record.person.kind()),
    )
    .row(language.pick("身份", "person"), person_text(&record.person))
    .row(
        language.pick("角色", "roles"),
        words::words(language, &record.roles),
    )
    .row(language.pick("状态", "standing"), standing)
    .row(
        language.pick("接纳", "admitted"),
        format!("{} {}", record.admitted_by, words::moment(record.admitted_at)),
    );
    for account in accounts {
        report = report.row(language.pick("账户", "account"), account);
    }
    if let Some(recovery) = recovery {
        let (lost, replacement) = (address_of(&recovery.lost), address_of(&recovery.replacement));
        report = report.caution(match recovery.ready_at {
            None => language.pick(
                format!("有人提出以 {replacement} 替换 {lost}，尚未确认"),
                format!("it is proposed that {replacement} replaces {lost}; not confirmed yet"),
            ),
            Some(ready) => language.pick(
                format!("{replacement} 将于 {} 起可替换 {lost}", words::moment(ready)),
                format!("{replacement} may replace {lost} from {}", words::moment(ready)),
            ),
        });
    }
    Ok(report)
}

fn recovery_json(recovery: &quanji_client::chain::Recovery) -> Value {
    json!({
        "lost": address_of(&recovery.lost),
        "replacement": address_of(&recovery.replacement),
        "proposed_by": recovery.proposed_by.to_string(),
        "proposed_at": recovery.proposed_at.to_string(),
        "ready_at": recovery.ready_at.map(|at| at.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_depends_on_every_part_and_where_it_ends() {
        let one = commitment(&[1; 32], "ab", "c");
        assert_eq!(one, commitment(&[1; 32], "ab", "c"));
        assert_ne!(one, commitment(&[2; 32], "ab", "c"));
        assert_ne!(one, commitment(&[1; 32], "a", "bc"));
    }

    #[test]
    fn registrant_is_always_among_the_roles_and_each_stands_once() {
        let both = roles(&[PartyRole::Financier, PartyRole::Financier]).0;
        assert_eq!(
            both,
            [Static(PartyRole::Registrant), Static(PartyRole::Financier)]
        );
    }
}
