//! The arguments of an application for first registration.

use std::path::PathBuf;

use clap::Args;
use quanji_client::application::PublicText;
use quanji_primitives::{
    clock::Day,
    filing::Withholding,
    object::{DataCategory, DataLevel, ObjectKind, SourceKind},
    regime::ClaimCondition,
    rights::RightKind,
    AuthorityId, ObjectId, PartyId,
};

use super::super::node::coded;

/// An application for first registration.
#[derive(Debug, Args)]
pub struct Application {
    /// The whole application as a JSON document, in place of the arguments below
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The description, sealed where it is confidential
    #[arg(long, value_name = "FILE", required_unless_present = "file")]
    pub description: Option<PathBuf>,
    /// The registration authority: A1-Q
    #[arg(long, required_unless_present = "file")]
    pub authority: Option<AuthorityId>,
    /// The regime: national-2026, shenzhen-2023 or public-data-2025
    #[arg(long, default_value = "national-2026")]
    pub regime: String,
    /// What is registered: resource or product
    #[arg(long, value_parser = coded::<ObjectKind>, required_unless_present = "file")]
    pub kind: Option<ObjectKind>,
    /// Category: public, enterprise or personal
    #[arg(long, value_parser = coded::<DataCategory>, default_value = "enterprise")]
    pub category: DataCategory,
    /// Level: general or important
    #[arg(long, value_parser = coded::<DataLevel>, default_value = "general")]
    pub level: DataLevel,
    /// How the data came about: collected, commissioned, agreement, open-data-by-program, joint-fusion, derived, entrusted
    #[arg(long, value_parser = coded::<SourceKind>, required_unless_present = "file")]
    pub source: Option<SourceKind>,
    /// Whether it is public data: none, utility, authorised-operation:QUERY-CODE
    #[arg(long, value_name = "CLASS", default_value = "none")]
    pub public_class: PublicText,
    /// Industry division of GB/T 4754, two digits: 74
    #[arg(long, required_unless_present = "file")]
    pub industry: Option<u8>,
    /// Form of a product: 1 data set, 2 interface, 3 model, 4 verification, 5 index, 6 report
    #[arg(long)]
    pub form: Option<u8>,
    /// A right claimed and the years, repeated: holding, processing-use:3, operating; none of public data that gets no rights
    #[arg(long, value_name = "RIGHT[:YEARS]", value_parser = claim)]
    pub claim: Vec<Asked>,
    /// A supporting document, repeated: identity:FILE or lawful-acquisition:sha2-256:…
    #[arg(long, value_name = "KIND:FILE|DIGEST")]
    pub evidence: Vec<String>,
    /// A fingerprint written by `quanji fingerprint --out`, repeated
    #[arg(long, value_name = "FILE")]
    pub fingerprint: Vec<PathBuf>,
    /// What it was made from, repeated: an object O…, a right R…, a digest, or a file that describes it
    #[arg(long, value_name = "O…|R…|FILE")]
    pub lineage: Vec<String>,
    /// A condition declared as met, repeated: no-substitution, participants-consent, law-or-contract
    #[arg(long, value_parser = coded::<ClaimCondition>)]
    pub condition: Vec<ClaimCondition>,
    /// A holder, repeated for joint holders [default: the party that files]
    #[arg(long, value_name = "PARTY")]
    pub holder: Vec<PartyId>,
    /// A holder and its share, repeated: P1-1-Q=1/3
    #[arg(long, value_name = "PARTY=SHARE", value_parser = share, conflicts_with = "holder")]
    pub share: Vec<(PartyId, u32, u32)>,
    /// A further participant with rights and a certificate of its own, repeated: P1-1-Q:holding:3,processing-use
    #[arg(long, value_name = "PARTY:RIGHT[:YEARS],RIGHT…", value_parser = joint)]
    pub joint: Vec<Joint>,
    /// A registered object in which the same holders ask for further rights: O1-1-5
    #[arg(long)]
    pub object: Option<ObjectId>,
    /// The data bears personal information: lawful ground and the document that states purpose and scope: consent:FILE
    #[arg(long, value_name = "GROUND:FILE|DIGEST")]
    pub personal: Option<String>,
    /// Last day of the authorised term of the personal information: 2027-12-31
    #[arg(long, value_name = "DATE", requires = "personal")]
    pub personal_until: Option<Day>,
    /// The signed declaration that the material is true, correct and complete
    #[arg(long, value_name = "FILE|DIGEST", required_unless_present = "file")]
    pub declaration: Option<String>,
    /// The data touches the public interest
    #[arg(long)]
    pub public_interest: bool,
    /// Ask not to be published: part or whole
    #[arg(long, value_name = "EXTENT", value_parser = coded::<Withholding>)]
    pub withhold: Option<Withholding>,
    /// The written reason not to be published; without one nothing can be withheld
    #[arg(long, value_name = "FILE|DIGEST", requires = "withhold")]
    pub withhold_reason: Option<String>,
}

impl Application {
    /// Whether the holders are named by arguments; otherwise the document names them, or nobody does.
    pub fn names_holders(&self) -> bool {
        !self.holder.is_empty() || !self.share.is_empty()
    }

    /// Whether the whole application stands in a document.
    pub fn is_document(&self) -> bool {
        self.file.is_some()
    }
}

/// A right claimed, and the years where they are named.
pub type Asked = (RightKind, Option<u8>);

/// A further participant of a joint application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// Who.
    pub party: PartyId,
    /// What it claims.
    pub claims: Vec<Asked>,
}

fn claim(text: &str) -> Result<Asked, String> {
    match text.split_once(':') {
        Some((kind, years)) => Ok((
            coded(kind)?,
            Some(years.parse().map_err(|_| "YEARS is a number")?),
        )),
        None => Ok((coded(text)?, None)),
    }
}

/// A party and a fraction.
pub fn share(text: &str) -> Result<(PartyId, u32, u32), String> {
    const FORM: &str = "write PARTY=n/m";
    let (party, fraction) = text.split_once('=').ok_or(FORM)?;
    let (numerator, denominator) = fraction.split_once('/').ok_or(FORM)?;
    let number = |text: &str| text.parse::<u32>().map_err(|_| FORM.to_owned());
    let party = party.parse::<PartyId>().map_err(|error| error.to_string())?;
    Ok((party, number(numerator)?, number(denominator)?))
}

fn joint(text: &str) -> Result<Joint, String> {
    let (party, claims) = text.split_once(':').ok_or("write PARTY:RIGHT[:YEARS],RIGHT…")?;
    Ok(Joint {
        party: party.parse::<PartyId>().map_err(|error| error.to_string())?,
        claims: claims.split(',').map(claim).collect::<Result<_, _>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_and_shares_are_read() {
        assert_eq!(claim("processing-use:3"), Ok((RightKind::ProcessingUse, Some(3))));
        assert_eq!(claim("holding"), Ok((RightKind::Holding, None)));
        assert!(claim("owning").is_err() && claim("holding:many").is_err());
        let party = PartyId::new(AuthorityId(1), 1).unwrap();
        assert_eq!(share(&format!("{party}=1/3")), Ok((party, 1, 3)));
        for text in ["", "P1-1-Q", "P1-1-Q=1", "P1-1-6=1/2"] {
            assert!(share(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_further_participant_has_claims_of_its_own() {
        let party = PartyId::new(AuthorityId(1), 1).unwrap();
        let claims = vec![(RightKind::Holding, Some(3)), (RightKind::ProcessingUse, None)];
        assert_eq!(
            joint(&format!("{party}:holding:3,processing-use")),
            Ok(Joint { party, claims })
        );
        for text in ["", "P1-1-Q", "P1-1-Q:", "P1-1-Q:owning", "P1-1-6:holding"] {
            assert!(joint(text).is_err(), "{text}");
        }
    }
}
