//! What a licence is to say, besides from which right it comes and to whom it goes: given in the same way wherever one is
//! offered or applied for. And a licence in a file, for one that goes back in the case of a transfer.

use clap::{Args, Parser};
use quanji_client::{
    chain::View,
    language::Language,
    policy::{policy, Policy},
};
use quanji_primitives::{
    clock::{Day, Moment},
    terms::{LicenceFiling, Member},
    Digest, ObjectId, PartyId, RightId,
};

use super::{
    super::{
        context::Context,
        exit::{Exit, Failure},
        node::{arguments, bad_value, digest, not_found},
        words::code,
    },
    terms::{open_until, Terms},
    words, Message,
};

/// What a licence is to say.
#[derive(Debug, Args)]
pub struct Contents {
    /// Its terms
    #[command(flatten)]
    terms: Terms,
    /// The contract or statute on which it rests: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    contract: String,
    /// The holders of the right of first registration sign too, so that it outlives the licences between
    #[arg(long)]
    root_signs: bool,
    /// An earlier licence that goes on beside an exclusive or sole one, repeated: its number in the object
    #[arg(long = "subject-to", value_name = "NUMBER")]
    subject_to: Vec<u32>,
    /// The last day on which it can be signed, 90 days at most [default: in 30 days]
    #[arg(long, value_name = "DAY")]
    open_until: Option<Day>,
}

/// A licence that is filed, before the register was asked about it.
#[derive(Debug)]
pub struct Draft {
    filing: LicenceFiling,
    open_until: Option<Day>,
}

impl Contents {
    /// A licence from the right with a number to a party.
    pub fn draft(&self, context: &Context, parent: u32, licensee: PartyId) -> Result<Draft, Failure> {
        let mut subject_to = self.subject_to.clone();
        subject_to.sort_unstable();
        Ok(Draft {
            filing: LicenceFiling {
                parent,
                licensee,
                terms: self.terms.read(context)?,
                policy: Digest::Sha2_256([0; 32]),
                contract: digest(context, &self.contract)?,
                root_signs: self.root_signs,
                subject_to: subject_to.try_into().map_err(|_| arguments("--subject-to"))?,
                open_until: Moment(0),
            },
            open_until: self.open_until,
        })
    }
}

impl Draft {
    /// What is filed, with the policy that `licensors` give; nothing: the present holders. What exceeds is named before
    /// anything is signed.
    pub async fn complete(
        mut self,
        language: Language,
        view: &View,
        object: ObjectId,
        licensors: Option<Vec<PartyId>>,
    ) -> Result<LicenceFiling, Failure> {
        let now = view.register_time().await?;
        self.filing.open_until = open_until(self.open_until, now);
        ensure_within(language, view, object, &self.filing).await?;
        let licensors = match licensors {
            Some(licensors) => licensors,
            None => holders(view, right(object, self.filing.parent)).await?,
        };
        self.filing.policy = policy_by(object, &self.filing, &licensors)?.digest;
        Ok(self.filing)
    }
}

fn right(object: ObjectId, index: u32) -> RightId {
    RightId { object, index }
}

/// The holders of a right.
pub async fn holders(view: &View, right: RightId) -> Result<Vec<PartyId>, Failure> {
    let title = view.title(right.object).await?;
    let title = title.ok_or_else(|| not_found(right.object.to_string()))?;
    usize::try_from(right.index)
        .ok()
        .and_then(|place| title.rights.get(place))
        .map(|found| found.holders.parties())
        .ok_or_else(|| not_found(right.to_string()))
}

/// The policy of what is filed, by the present holders of the parent.
pub async fn policy_of(view: &View, object: ObjectId, filing: &LicenceFiling) -> Result<Policy, Failure> {
    let licensors = holders(view, right(object, filing.parent)).await?;
    policy_by(object, filing, &licensors)
}

fn policy_by(object: ObjectId, filing: &LicenceFiling, licensors: &[PartyId]) -> Result<Policy, Failure> {
    policy(object, filing, licensors).map_err(|_| Failure::new(Exit::InputInvalid, Message::QuantityTooLarge))
}

/// What exceeds the right it comes from is named, with both values, before anything is signed.
pub async fn ensure_within(
    language: Language,
    view: &View,
    object: ObjectId,
    filing: &LicenceFiling,
) -> Result<(), Failure> {
    let Some(found) = view.exceeds(object, filing).await? else {
        return Ok(());
    };
    let message = Message::Exceeds {
        member: words::member(language, found.member).to_owned(),
        asked: words::amount(language, &found.asked),
        allowed: words::amount(language, &found.allowed),
    };
    Err(Failure::new(Exit::Refused, message)
        .with_fact("rule", format!("Licences::{}", rule(found.member)))
        .with_fact("who", "sender")
        .with_fact("member", code(&found.member))
        .with_fact("asked", words::amount(Language::English, &found.asked))
        .with_fact("allowed", words::amount(Language::English, &found.allowed)))
}

/// The register's name of the rule that a member breaks.
fn rule(member: Member) -> &'static str {
    match member {
        Member::Right => "RightExceeds",
        Member::Kind => "KindExceeds",
        Member::Purposes => "PurposesExceed",
        Member::Territory => "TerritoryExceeds",
        Member::Media => "MediaExceed",
        Member::Authorisation => "AuthorisationExceeds",
        Member::Until => "TermExceeds",
        Member::Export => "ExportRouteExceeded",
        Member::Sublicensing => "SublicensingExceeds",
        Member::Quantity => "QuantityExceeds",
    }
}

/// A licence that is asked for: from which right, to whom, and what it says.
#[derive(Debug, Args)]
pub struct Asked {
    /// Number, in the object, of the right to license from
    #[arg(long, value_name = "NUMBER")]
    from: u32,
    /// The licensee: P1-1-Q
    #[arg(long, value_name = "PARTY")]
    to: PartyId,
    /// What it says
    #[command(flatten)]
    contents: Contents,
}

impl Asked {
    /// The licence.
    pub fn draft(&self, context: &Context) -> Result<Draft, Failure> {
        self.contents.draft(context, self.from, self.to)
    }
}

/// A licence as a file gives it: one argument of `quanji apply licence` on each line, without quotes; empty lines and lines
/// that begin with # do not count.
#[derive(Debug, Parser)]
#[command(name = "back", no_binary_name = true, disable_help_flag = true)]
pub struct InFile {
    #[command(flatten)]
    asked: Asked,
}

/// The arguments on the lines of a file.
fn arguments_of(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    let given = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    given
        .flat_map(|line| match line.split_once(char::is_whitespace) {
            Some((name, value)) => vec![name.to_owned(), value.trim().to_owned()],
            None => vec![line.to_owned()],
        })
        .collect()
}

impl InFile {
    /// Reads a file that `argument` names.
    pub fn read(argument: &str, name: &str, text: &str) -> Result<Self, Failure> {
        Self::try_parse_from(arguments_of(text)).map_err(|error| {
            let shown = error.to_string();
            let lines = shown.lines().take_while(|line| !line.starts_with("Usage"));
            let reason: Vec<_> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
            bad_value(argument, name, reason.join(" ").trim_start_matches("error: "))
        })
    }

    /// The licence.
    pub fn draft(&self, context: &Context) -> Result<Draft, Failure> {
        self.asked.draft(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{rights::RightKind, terms::LicenceKind};

    const BACK: &str = "\
# PortCo goes on using what it sold
--from 2
--to P1-1-Q
--kind non-exclusive
--purpose logistics-planning
--purpose 2
--region guangdong

--until 2028-12-31
--contract licence back.pdf
--root-signs
";

    #[test]
    fn a_file_gives_a_licence_as_the_command_line_does() {
        let read = InFile::read("--back", "back.txt", BACK).unwrap().asked;
        let party: PartyId = "P1-1-Q".parse().unwrap();
        assert_eq!((read.from, read.to), (2, party));
        assert_eq!(read.contents.contract, "licence back.pdf");
        assert!(read.contents.root_signs);
        let shown = format!("{:?}", read.contents.terms);
        assert!(
            shown.contains(&format!("{:?}", LicenceKind::NonExclusive)),
            "{shown}"
        );
        assert!(
            shown.contains(&format!("{:?}", RightKind::ProcessingUse)),
            "{shown}"
        );
    }

    #[test]
    fn what_is_missing_or_unknown_in_the_file_is_named() {
        let refusal = |text: &str| {
            let failure = InFile::read("--back", "back.txt", text).unwrap_err();
            format!("{failure:?}")
        };
        assert!(refusal("--from 2").contains("required"));
        let unknown = BACK.replace("--root-signs", "--sublicencing 2");
        assert!(refusal(&unknown).contains("--sublicencing"));
        let unfit = BACK.replace("guangdong", "atlantis");
        assert!(refusal(&unfit).contains("atlantis"));
    }
}
