//! What a row says, with holders still under the names that the file gives them.

use std::{fmt, str::FromStr};

use quanji_primitives::{
    certificate_number::ExternalNumber,
    clock::Day,
    imported::{EarlierChecks, EarlierRegistration},
    object::{DataCategory, DataLevel, Fingerprint, ObjectFacts, PersonalInformation, PublicClass},
    person::CreditCode,
    regime::RegimeId,
    rights::{RightKind, RightKinds},
    AuthorityId, Bounded, Digest, PartyId,
};

use super::{
    cells::{coded, parsed, Cells},
    Column, Row, RowError, RowProblem,
};
use crate::{
    application::{holders_from_text, shares, ApplicationError, Holder, PublicText, SourceText, Text},
    language::{Language, Localised},
};

/// How a file names a holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HolderName {
    /// By the identifier of the party.
    Party(PartyId),
    /// By the unified social credit code.
    Code(CreditCode),
}

impl fmt::Display for HolderName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Party(party) => party.fmt(formatter),
            Self::Code(code) => formatter.write_str(code.as_str()),
        }
    }
}

impl FromStr for HolderName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Ok(party) = text.parse() {
            return Ok(Self::Party(party));
        }
        // No credit code has a hyphen, and every identifier has one.
        if text.contains('-') {
            return parsed(text).map(Self::Party);
        }
        parsed(text).map(Self::Code)
    }
}

/// A holder as the file names it, with its share where there are shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Named {
    name: HolderName,
    share: Option<(u32, u32)>,
}

impl FromStr for Named {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((name, fraction)) = text.split_once('=') else {
            return Ok(Self {
                name: parsed(text)?,
                share: None,
            });
        };
        let form = || "write a share as CODE=1/3".to_owned();
        let (numerator, denominator) = fraction.split_once('/').ok_or_else(form)?;
        let number = |text: &str| text.trim().parse::<u32>().map_err(|_| form());
        Ok(Self {
            name: parsed(name.trim())?,
            share: Some((number(numerator)?, number(denominator)?)),
        })
    }
}

/// An earlier registration, its holders under their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where its row stands in the file.
    pub line: u64,
    /// Its number in the earlier system.
    pub number: ExternalNumber,
    authority: AuthorityId,
    regime: RegimeId,
    /// The regime under which it was made.
    pub scheme: ExternalNumber,
    registered_on: Day,
    valid_through: Day,
    facts: ObjectFacts,
    holders: Vec<Named>,
    kinds: RightKinds,
    fingerprints: Bounded<Fingerprint, 4>,
    checks: EarlierChecks,
    file: Digest,
}

impl Row {
    /// The registration that the row says, to be kept by an authority under a regime; or all that is wrong with it.
    pub fn draft(&self, authority: AuthorityId, regime: RegimeId) -> Result<Draft, Vec<RowProblem>> {
        let mut cells = Cells::of(self);
        let scheme = cells.value(Column::Scheme);
        let number = cells.value(Column::Number);
        let registered_on = cells.value(Column::RegisteredOn);
        let valid_through = cells.value(Column::ValidThrough);
        let facts = facts(&mut cells);
        let holders = cells.filled_list(Column::Holders, parsed::<Named>);
        let kinds = cells.filled_list(Column::Rights, coded::<RightKind>);
        let fingerprints = cells.list(Column::Fingerprints, fingerprint);
        let fingerprints = cells.bounded(Column::Fingerprints, fingerprints);
        let checks = cells.list(Column::Checks, coded::<Check>);
        let file = cells.value(Column::File);
        let draft = (|| {
            Some(Draft {
                line: self.line,
                number: number?,
                authority,
                regime,
                scheme: scheme?,
                registered_on: registered_on?,
                valid_through: valid_through?,
                facts: facts?,
                holders: holders?,
                kinds: kinds?.into_iter().fold(RightKinds::NONE, RightKinds::with),
                fingerprints: fingerprints?,
                checks: checks_of(&checks?),
                file: file?,
            })
        })();
        draft.ok_or(cells.problems)
    }
}

fn facts(cells: &mut Cells<'_>) -> Option<ObjectFacts> {
    let kind = cells.word(Column::Kind);
    let category = cells.word_or(Column::Category, DataCategory::Enterprise);
    let level = cells.word_or(Column::Level, DataLevel::General);
    let source = cells.word(Column::Source);
    let public_class = cells.value_if_any::<PublicText>(Column::PublicClass);
    let industry = cells.value(Column::Industry);
    let form = cells.value_if_any(Column::Form);
    let personal_information = personal(cells);
    let description = cells.value(Column::Description);
    let lineage = cells.list(Column::Lineage, |text| {
        parsed::<SourceText>(text).map(|source| source.0)
    });
    let lineage = cells.bounded(Column::Lineage, lineage);
    Some(ObjectFacts {
        kind: kind?,
        category: category?,
        level: level?,
        source: source?,
        public_class: public_class?.map_or(PublicClass::None, |class| class.0),
        industry: industry?,
        form: form?,
        personal_information: personal_information?,
        description: description?,
        lineage: lineage?,
    })
}

/// The basis of personal information: ground and document stand together.
fn personal(cells: &mut Cells<'_>) -> Option<Option<PersonalInformation>> {
    let ground = cells.word_if_any(Column::PersonalGround);
    let authorisation = cells.value_if_any(Column::PersonalAuthorisation);
    let until = cells.value_if_any(Column::PersonalUntil)?;
    let lacking = match (ground?, authorisation?) {
        (Some(ground), Some(authorisation)) => {
            return Some(Some(PersonalInformation {
                ground,
                authorisation,
                until,
            }));
        }
        (None, None) if until.is_none() => return Some(None),
        (None, _) => Column::PersonalGround,
        (Some(_), None) => Column::PersonalAuthorisation,
    };
    cells.problems.push(RowProblem::of(lacking, RowError::Missing));
    None
}

/// A fingerprint as `snapshot 2025-12-31 blake3:…`.
fn fingerprint(text: &str) -> Result<Fingerprint, String> {
    let mut parts = text.split_whitespace();
    let (Some(kind), Some(day), Some(digest), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err("write KIND DAY DIGEST: snapshot 2025-12-31 blake3:…".into());
    };
    Ok(Fingerprint {
        kind: coded(kind)?,
        day: parsed(day)?,
        digest: parsed(digest)?,
    })
}

/// What an earlier registration was checked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Check {
    Source,
    Content,
    Authorisation,
}

fn checks_of(checks: &[Check]) -> EarlierChecks {
    EarlierChecks {
        source: checks.contains(&Check::Source),
        content: checks.contains(&Check::Content),
        authorisation: checks.contains(&Check::Authorisation),
    }
}

impl Draft {
    /// The names of its holders.
    pub fn names(&self) -> impl Iterator<Item = HolderName> + '_ {
        self.holders.iter().map(|holder| holder.name)
    }

    /// The registration, with the parties that its holders are.
    pub fn complete(
        self,
        party_of: impl Fn(HolderName) -> Option<PartyId>,
    ) -> Result<EarlierRegistration, RowProblem> {
        let mut parties = Vec::new();
        for holder in &self.holders {
            let party = party_of(holder.name).ok_or_else(|| {
                let holder = holder.name.to_string();
                RowProblem::of(Column::Holders, RowError::UnknownHolder { holder })
            })?;
            parties.push((party, holder.share));
        }
        let holders = holders_of(&parties)
            .and_then(|holders| holders_from_text(&holders))
            .map_err(|error| {
                let (zh, en) = (error.text(Language::Chinese), error.text(Language::English));
                RowProblem::of(Column::Holders, RowError::Holders { zh, en })
            })?;
        Ok(EarlierRegistration {
            authority: self.authority,
            regime: self.regime,
            scheme: self.scheme,
            number: self.number,
            registered_on: self.registered_on,
            valid_through: self.valid_through,
            facts: self.facts,
            holders,
            kinds: self.kinds,
            fingerprints: self.fingerprints,
            checks: self.checks,
            file: self.file,
        })
    }
}

fn holders_of(parties: &[(PartyId, Option<(u32, u32)>)]) -> Result<Vec<Holder>, ApplicationError> {
    let fractions: Vec<_> = parties
        .iter()
        .filter_map(|(party, share)| share.map(|(numerator, denominator)| (*party, numerator, denominator)))
        .collect();
    match fractions.len() {
        0 => Ok(parties
            .iter()
            .map(|(party, _)| Holder {
                party: Text(*party),
                parts: None,
            })
            .collect()),
        some if some == parties.len() => shares(&fractions),
        _ => Err(ApplicationError::SharesMixed),
    }
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
