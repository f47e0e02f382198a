//! `quanji licence`: licences of registered rights, from their offer to their end; and `quanji check-use`.

mod check_use;
mod consent;
mod contents;
mod ends;
mod offer;
mod show;
mod terms;
mod words;

use clap::Subcommand;

use super::{context::Context, node::Subject, CommandResult};
use quanji_primitives::{ObjectId, RightId};

pub use check_use::{check_use, CheckUse};
pub use contents::{Asked, InFile};
pub use terms::Permits;
pub use words::{permits_of, purpose as purpose_name, region as region_name, terms as terms_of};

quanji_client::messages! {
    /// Why a licence is not offered or signed.
    pub enum Message {
        /// A member of the terms exceeds what the right allows.
        Exceeds { member: String, asked: String, allowed: String } =>
            zh "超出所依据权利：{member}，要求 {asked}，允许 {allowed}", remedy "请在允许的范围内重新提出";
            en "the terms exceed the right they come from: {member}: asked {asked}, allowed {allowed}", remedy "stay within what is allowed, or ask the licensor for more";
        /// Marks stand in the way.
        Marks { marks: String } =>
            zh "该权利或其上级权利上的备注禁止许可：{marks}", remedy "请用 quanji certificate show 查看备注；由备注的来源方解除";
            en "marks on the right, or on one above it, stand in the way: {marks}", remedy "see them with `quanji certificate show`; who set them can remove them";
        /// The policy is not the one made from the terms.
        OtherPolicy { found: String, expected: String } =>
            zh "要约中的许可条款摘要 {found} 与由条款生成的 {expected} 不一致，未签署", remedy "请许可人撤回并重新提出要约";
            en "the offer's policy {found} is not the one its terms make, {expected}; nothing was signed", remedy "let the licensor withdraw the offer and make it anew";
        /// A quantity is too large.
        QuantityTooLarge =>
            zh "数量过大", remedy "数量最多为 9007199254740992"; en "the quantity is too large", remedy "it is at most 9007199254740992";
    }
}

/// `quanji licence …`
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Offer a licence from a right, and sign it (licensor)
    Offer(Box<offer::Offer>),
    /// Sign an offer; the last signature enters the licence (licensee, co-holder)
    Accept(offer::Accept),
    /// Withdraw an offer, or decline it (either side)
    Withdraw(offer::Which),
    /// Consent to one offer, for whom a mark stands: a pledgee, or who reserved
    Consent(consent::Consent),
    /// Revoke such a consent before its use (who gave it)
    RevokeConsent(consent::Consent),
    /// End a licence: by agreement or for breach (its parties), or by order (officer)
    End(ends::End),
    /// Sign a proposed end (a party whose signature it needs)
    SignEnd(ends::SignEnd),
    /// Withdraw a proposed end, or decline it (either side)
    WithdrawEnd(ends::WithdrawEnd),
    /// Confirm an end by order (another officer)
    ConfirmEnd(ends::Confirm),
    /// Report the use of a licence: the reading of a meter (either side)
    ReportUse(ends::ReportUse),
    /// Show everything about a licence
    Show(show::Show),
    /// List the licences of an object, and the offers that wait
    List(show::List),
    /// Print the terms of a licence or offer as a policy: ODRL 2.2, canonical JSON
    Policy(show::PolicyOf),
}

/// Runs a command of `quanji licence`.
pub fn run(context: &Context, command: Command) -> CommandResult {
    match command {
        Command::Offer(given) => offer::offer(context, &given),
        Command::Accept(given) => offer::accept(context, &given),
        Command::Withdraw(given) => offer::withdraw(context, &given),
        Command::Consent(given) => consent::give(context, &given),
        Command::RevokeConsent(given) => consent::revoke(context, &given),
        Command::End(given) => ends::end(context, &given),
        Command::SignEnd(given) => ends::sign(context, &given),
        Command::WithdrawEnd(given) => ends::withdraw(context, &given),
        Command::ConfirmEnd(given) => ends::confirm(context, given.licence),
        Command::ReportUse(given) => ends::report_use(context, &given),
        Command::Show(given) => show::show(context, given.licence),
        Command::List(given) => show::list(context, given.object),
        Command::Policy(given) => show::policy_of(context, &given),
    }
}

/// The licence as a subject of a report.
fn subject(licence: RightId) -> Subject {
    Subject::new("licence", "许可", licence)
}

/// An offer by its number on an object, as people name it.
fn offer_name(object: ObjectId, number: u32) -> String {
    format!("{object} --offer {number}")
}
