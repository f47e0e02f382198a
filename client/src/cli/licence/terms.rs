//! The terms of a licence as arguments.

use clap::{ArgGroup, Args};
use quanji_primitives::{
    clock::{Day, Moment},
    codes::PURPOSES,
    rights::RightKind,
    terms::{
        regions::{BEYOND_THE_BORDER, PROVINCES},
        Authorisation, AuthorisationMode, DepartmentConsent, ExportRoute, ExportRouteKind, LicenceKind,
        LicenceTerms, Medium, Quantity, QuantityUnit, Region,
    },
    Bounded, RightId,
};

use super::super::{
    context::Context,
    exit::Failure,
    node::{arguments, bad_value, coded, digest, pair},
};

/// The terms of a licence.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("quantity").args(["calls", "uses"]))]
pub struct Terms {
    /// The kind: exclusive, sole, non-exclusive
    #[arg(long, value_parser = coded::<LicenceKind>)]
    kind: LicenceKind,
    /// Which right is given: processing-use, operating
    #[arg(long, default_value = "processing-use", value_parser = coded::<RightKind>)]
    gives: RightKind,
    /// A purpose, repeated: its code or its name, for example logistics-planning
    #[arg(long = "purpose", required = true, value_name = "PURPOSE", value_parser = purpose)]
    purposes: Vec<u8>,
    /// A region, repeated: two digits of GB/T 2260, a name such as guangdong, country, or abroad
    #[arg(long = "region", required = true, value_name = "REGION", value_parser = region)]
    regions: Vec<Region>,
    /// A medium of use, repeated: interface, data-set, controlled-environment, on-site [default: any]
    #[arg(long = "medium", value_parser = coded::<Medium>)]
    media: Vec<Medium>,
    /// How many calls in all [default: not limited]
    #[arg(long, value_name = "NUMBER")]
    calls: Option<u64>,
    /// How many uses in all [default: not limited]
    #[arg(long, value_name = "NUMBER")]
    uses: Option<u64>,
    /// The last day: 2028-12-31
    #[arg(long, value_name = "DAY")]
    until: Day,
    /// How many levels of sub-licences may stand below it
    #[arg(long, value_name = "LEVELS", default_value_t = 0)]
    sublicensing: u8,
    #[command(flatten)]
    permits: Permits,
    /// How public data is authorised: whole, field, scene
    #[arg(long, value_parser = ["whole", "field", "scene"], hide_possible_values = true,
        requires_all = ["approval", "exit_terms", "safety_duties"])]
    authorisation: Option<String>,
    /// The approval of the authorisation: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "authorisation")]
    approval: Option<String>,
    /// The list of data, by field or scene: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "authorisation")]
    list: Option<String>,
    /// The terms on which the operator of public data leaves: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "authorisation")]
    exit_terms: Option<String>,
    /// The duties of safety of the operator of public data: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST", requires = "authorisation")]
    safety_duties: Option<String>,
    /// The licence that the licensee grants in return: R1-1-3-P
    #[arg(long, value_name = "RIGHT")]
    in_return_for: Option<RightId>,
}

/// What data may need before others get it: an export route, the competent department's consent.
#[derive(Debug, Args)]
pub struct Permits {
    /// The export route: security-assessment:FILE, standard-contract:FILE, certification:FILE, exemption:FILE
    #[arg(long, value_name = "ROUTE:FILE|DIGEST", requires = "export_until")]
    export: Option<String>,
    /// The last day of the export route: 2027-05-31
    #[arg(long, value_name = "DAY", requires = "export")]
    export_until: Option<Day>,
    /// The department's consent, for important data: its number, and a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "NUMBER:FILE|DIGEST")]
    department_consent: Option<String>,
}

impl Permits {
    /// The export route as the register takes it.
    pub fn route(&self, context: &Context) -> Result<Option<ExportRoute>, Failure> {
        let (Some(text), Some(until)) = (self.export.as_deref(), self.export_until) else {
            return Ok(None);
        };
        let (kind, document) = pair("--export", text)?;
        Ok(Some(ExportRoute {
            kind: coded::<ExportRouteKind>(kind).map_err(|reason| bad_value("--export", text, reason))?,
            document: digest(context, document)?,
            until: until.end(),
        }))
    }

    /// The department's consent as the register takes it.
    pub fn consent(&self, context: &Context) -> Result<Option<DepartmentConsent>, Failure> {
        const ARGUMENT: &str = "--department-consent";
        let Some(text) = self.department_consent.as_deref() else {
            return Ok(None);
        };
        let (number, document) = pair(ARGUMENT, text)?;
        Ok(Some(DepartmentConsent {
            number: number
                .parse()
                .map_err(|_| bad_value(ARGUMENT, text, "[0-9A-Za-z./-]{1,32}:FILE"))?,
            document: digest(context, document)?,
        }))
    }
}

/// A name as it is typed.
fn typed(name: &str) -> String {
    name.to_lowercase().replace([' ', '_'], "-")
}

/// A purpose by its code or its name.
pub fn purpose(text: &str) -> Result<u8, String> {
    let named = PURPOSES
        .iter()
        .find(|(_, zh, en)| *zh == text || typed(en) == typed(text))
        .map(|(code, ..)| *code);
    let code = || text.parse::<u8>().ok().filter(|code| (1..100).contains(code));
    named.or_else(code).ok_or_else(|| {
        let names: Vec<_> = PURPOSES
            .iter()
            .map(|(code, _, en)| format!("{code} {}", typed(en)))
            .collect();
        names.join(", ")
    })
}

/// A region by its code or its name.
pub fn region(text: &str) -> Result<Region, String> {
    let name = typed(text);
    match name.as_str() {
        "country" | "全国" => return Ok(Region::COUNTRY),
        "abroad" | "境外" => return Ok(Region::ABROAD),
        _ => {}
    }
    let mut all = PROVINCES.iter().chain(&BEYOND_THE_BORDER);
    let named = all.find(|(code, zh, en)| code.to_string() == name || *zh == text || typed(en) == name);
    named
        .map(|(code, ..)| Region(*code))
        .ok_or_else(|| "44, guangdong, country, abroad".to_owned())
}

/// A list in rising order, each once.
fn set<T: Ord + Clone, const N: u32>(argument: &str, given: &[T]) -> Result<Bounded<T, N>, Failure> {
    let mut all = given.to_vec();
    all.sort();
    all.dedup();
    all.try_into()
        .map_err(|_| bad_value(argument, &given.len().to_string(), N))
}

impl Terms {
    /// The terms as the register takes them.
    pub fn read(&self, context: &Context) -> Result<LicenceTerms, Failure> {
        let quantity = |unit| move |number| Quantity { unit, number };
        let calls = self.calls.map(quantity(QuantityUnit::Calls));
        Ok(LicenceTerms {
            kind: self.kind,
            gives: self.gives,
            purposes: set("--purpose", &self.purposes)?,
            territory: set("--region", &self.regions)?,
            media: set("--medium", &self.media)?,
            quantity: calls.or(self.uses.map(quantity(QuantityUnit::Uses))),
            valid_until: self.until.end(),
            sublicensing: self.sublicensing,
            export: self.permits.route(context)?,
            department_consent: self.permits.consent(context)?,
            authorisation: self.authorised(context)?,
            in_return_for: self.in_return_for,
        })
    }

    fn authorised(&self, context: &Context) -> Result<Option<Authorisation>, Failure> {
        let Some(mode) = self.authorisation.as_deref() else {
            return Ok(None);
        };
        let document = |name: &'static str, given: &Option<String>| match given.as_deref() {
            Some(document) => digest(context, document),
            None => Err(arguments(name)),
        };
        let approval = document("--approval", &self.approval)?;
        let list = || document("--list", &self.list);
        let mode = match mode {
            "whole" => AuthorisationMode::Whole { approval },
            "field" => AuthorisationMode::Field {
                list: list()?,
                approval,
            },
            _ => AuthorisationMode::Scene {
                scene: self.purposes.first().copied().unwrap_or(0),
                list: list()?,
                approval,
            },
        };
        Ok(Some(Authorisation {
            mode,
            exit_terms: document("--exit-terms", &self.exit_terms)?,
            safety_duties: document("--safety-duties", &self.safety_duties)?,
        }))
    }
}

/// The end of an offer that names none: thirty days from now.
pub fn open_until(given: Option<Day>, now: Moment) -> Moment {
    given.unwrap_or_else(|| now.day().plus(30)).end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_and_regions_are_named_by_code_or_name() {
        assert_eq!(purpose("1"), Ok(1));
        assert_eq!(purpose("logistics-planning"), Ok(1));
        assert_eq!(purpose("信用评分"), Ok(2));
        assert_eq!(purpose("77"), Ok(77), "the department may have added it");
        assert!(purpose("0").is_err() && purpose("100").is_err());
        assert!(purpose("sightseeing").unwrap_err().contains("credit-scoring"));
        assert_eq!(region("44"), Ok(Region(44)));
        assert_eq!(region("Guangdong"), Ok(Region(44)));
        assert_eq!(region("hong-kong"), Ok(Region(81)));
        assert_eq!(region("country"), Ok(Region::COUNTRY));
        assert!(region("47").is_err());
    }
}
