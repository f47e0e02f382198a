//! The terms of a licence as a policy: ODRL 2.2, canonical JSON (RFC 8785). Both sides sign its digest, and each makes it
//! again from the terms, so that what is signed is what is registered.

use quanji_primitives::{
    clock::Moment,
    rights::RightKind,
    terms::{AuthorisationMode, LicenceFiling, LicenceKind, LicenceTerms, Quantity},
    Digest, ObjectId, PartyId, RightId,
};
use quanji_verifier::json::canonical;
use serde_json::{json, Value};

/// The profile that names what ODRL itself does not: kinds of licence, export routes, authorisations of public data.
const PROFILE: &str = "urn:quanji:odrl:1";

/// A policy and its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The canonical text.
    pub text: Vec<u8>,
    /// SHA-256 of it.
    pub digest: Digest,
}

/// A quantity is larger than JSON numbers are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuantityTooLarge;

/// The policy of a licence from `licensors`.
pub fn policy(
    object: ObjectId,
    filing: &LicenceFiling,
    licensors: &[PartyId],
) -> Result<Policy, QuantityTooLarge> {
    let text = canonical(&document(object, filing, licensors)).map_err(|_| QuantityTooLarge)?;
    let digest = Digest::sha2_256(&text);
    Ok(Policy { text, digest })
}

fn document(object: ObjectId, filing: &LicenceFiling, licensors: &[PartyId]) -> Value {
    let parent = RightId {
        object,
        index: filing.parent,
    };
    let terms = &filing.terms;
    let parties: Vec<_> = licensors.iter().map(|party| party_uri(*party)).collect();
    let mut permissions = vec![json!({
        "target": format!("urn:quanji:object:{object}"),
        "assigner": parties,
        "assignee": party_uri(filing.licensee),
        "action": action(terms.gives),
        "constraint": constraints(terms),
    })];
    if terms.sublicensing > 0 {
        permissions.push(json!({
            "target": format!("urn:quanji:object:{object}"),
            "assigner": parties,
            "assignee": party_uri(filing.licensee),
            "action": "grantUse",
            "constraint": [limit("quanji:levels", "lteq", terms.sublicensing.into())],
        }));
    }
    json!({
        "@context": ["http://www.w3.org/ns/odrl.jsonld", { "quanji": "urn:quanji:odrl:" }],
        "type": "Agreement",
        "uid": format!("urn:quanji:right:{parent}:to:{}", filing.licensee),
        "profile": PROFILE,
        "permission": permissions,
        "quanji:kind": kind(terms.kind),
        "quanji:signedByFirstHolder": filing.root_signs,
        "quanji:contract": filing.contract.to_string(),
        "quanji:subjectTo": filing.subject_to.iter().map(|number| right_uri(object, *number)).collect::<Vec<_>>(),
        "quanji:inReturnFor": terms.in_return_for.map(|right| right_uri(right.object, right.index)),
        "quanji:departmentConsent": terms.department_consent.map(|consent| json!({
            "quanji:number": consent.number.as_str(),
            "quanji:document": consent.document.to_string(),
        })),
        "quanji:authorisation": authorisation(terms),
    })
}

fn party_uri(party: PartyId) -> String {
    format!("urn:quanji:party:{party}")
}

fn right_uri(object: ObjectId, index: u32) -> String {
    format!("urn:quanji:right:{}", RightId { object, index })
}

fn action(gives: RightKind) -> &'static str {
    match gives {
        RightKind::Operating => "quanji:operate",
        RightKind::Holding | RightKind::ProcessingUse => "use",
    }
}

fn kind(kind: LicenceKind) -> &'static str {
    match kind {
        LicenceKind::NonExclusive => "non-exclusive",
        LicenceKind::Sole => "sole",
        LicenceKind::Exclusive => "exclusive",
    }
}

fn limit(operand: &str, operator: &str, value: Value) -> Value {
    json!({ "leftOperand": operand, "operator": operator, "rightOperand": value })
}

fn moment(moment: Moment) -> Value {
    json!({ "@value": moment.to_string(), "@type": "http://www.w3.org/2001/XMLSchema#dateTime" })
}

fn constraints(terms: &LicenceTerms) -> Vec<Value> {
    let purposes: Vec<_> = terms
        .purposes
        .iter()
        .map(|code| format!("urn:quanji:purpose:{code}"))
        .collect();
    let regions: Vec<_> = terms
        .territory
        .iter()
        .map(|region| format!("urn:quanji:region:{}", region.0))
        .collect();
    let mut all = vec![
        limit("purpose", "isAnyOf", json!(purposes)),
        limit("spatial", "isAnyOf", json!(regions)),
        limit("dateTime", "lt", moment(terms.valid_until)),
    ];
    if !terms.media.is_empty() {
        all.push(limit("media", "isAnyOf", json!(terms.media)));
    }
    if let Some(Quantity { unit, number }) = terms.quantity {
        let mut count = limit("count", "lteq", number.into());
        count["unit"] = json!(unit);
        all.push(count);
    }
    if let Some(route) = terms.export {
        let mut export = limit("quanji:exportRoute", "lt", moment(route.until));
        export["quanji:route"] = json!(route.kind);
        export["quanji:document"] = route.document.to_string().into();
        all.push(export);
    }
    all
}

fn authorisation(terms: &LicenceTerms) -> Value {
    let Some(authorisation) = terms.authorisation else {
        return Value::Null;
    };
    let mut made = match authorisation.mode {
        AuthorisationMode::Whole { approval } => {
            json!({ "quanji:mode": "whole", "quanji:approval": approval.to_string() })
        }
        AuthorisationMode::Field { list, approval } => json!({
            "quanji:mode": "field",
            "quanji:list": list.to_string(),
            "quanji:approval": approval.to_string(),
        }),
        AuthorisationMode::Scene {
            scene,
            list,
            approval,
        } => json!({
            "quanji:mode": "scene",
            "quanji:scene": format!("urn:quanji:purpose:{scene}"),
            "quanji:list": list.to_string(),
            "quanji:approval": approval.to_string(),
        }),
    };
    made["quanji:exitTerms"] = authorisation.exit_terms.to_string().into();
    made["quanji:safetyDuties"] = authorisation.safety_duties.to_string().into();
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::{
        terms::{Authorisation, DepartmentConsent, ExportRoute, ExportRouteKind, QuantityUnit, Region},
        AuthorityId,
    };

    const DIGEST: Digest = Digest::Sha2_256([7; 32]);

    fn party(serial: u64) -> PartyId {
        PartyId::new(AuthorityId(1), serial).unwrap()
    }

    fn consent(number: &str) -> Option<DepartmentConsent> {
        Some(DepartmentConsent {
            number: number.parse().unwrap(),
            document: DIGEST,
        })
    }

    fn authorised() -> Authorisation {
        Authorisation {
            mode: AuthorisationMode::Whole { approval: DIGEST },
            exit_terms: DIGEST,
            safety_duties: DIGEST,
        }
    }

    fn filing() -> LicenceFiling {
        LicenceFiling {
            parent: 2,
            licensee: party(6),
            terms: LicenceTerms {
                kind: LicenceKind::Sole,
                gives: RightKind::ProcessingUse,
                purposes: vec![1].try_into().unwrap(),
                territory: vec![Region(44), Region(45)].try_into().unwrap(),
                media: Default::default(),
                quantity: Some(Quantity {
                    unit: QuantityUnit::Calls,
                    number: 10_000,
                }),
                valid_until: "2028-12-31"
                    .parse::<quanji_primitives::clock::Day>()
                    .unwrap()
                    .end(),
                sublicensing: 1,
                export: None,
                department_consent: None,
                authorisation: None,
                in_return_for: None,
            },
            policy: DIGEST,
            contract: DIGEST,
            root_signs: false,
            subject_to: Default::default(),
            open_until: Moment(1),
        }
    }

    fn made(filing: &LicenceFiling) -> Policy {
        let object = ObjectId::new(AuthorityId(1), 5).unwrap();
        policy(object, filing, &[party(5)]).unwrap()
    }

    #[test]
    fn a_policy_is_canonical_odrl_that_names_every_term() {
        let made = made(&filing());
        let read: Value = serde_json::from_slice(&made.text).unwrap();
        assert_eq!(read["type"], "Agreement");
        let use_of = &read["permission"][0];
        assert_eq!(use_of["action"], "use");
        let constraint = |operand: &str| {
            let all = use_of["constraint"].as_array().unwrap();
            all.iter()
                .find(|one| one["leftOperand"] == operand)
                .unwrap()
                .clone()
        };
        assert_eq!(
            constraint("purpose")["rightOperand"],
            json!(["urn:quanji:purpose:1"])
        );
        assert_eq!(constraint("count")["rightOperand"], 10_000);
        assert_eq!(
            constraint("dateTime")["rightOperand"]["@value"],
            "2029-01-01T00:00:00+08:00"
        );
        assert_eq!(read["permission"][1]["action"], "grantUse");
        assert_eq!(canonical(&read).unwrap(), made.text, "canonical already");
        assert_eq!(made.digest, Digest::sha2_256(&made.text));
    }

    /// Whatever differs in the terms differs in the digest that both sides sign.
    #[test]
    fn every_term_changes_the_digest() {
        let changes: [fn(&mut LicenceFiling); 19] = [
            |one| one.parent = 3,
            |one| one.licensee = party(7),
            |one| one.contract = Digest::Sha2_256([8; 32]),
            |one| one.root_signs = true,
            |one| one.subject_to = vec![4].try_into().unwrap(),
            |one| one.terms.kind = LicenceKind::Exclusive,
            |one| one.terms.gives = RightKind::Operating,
            |one| one.terms.purposes = vec![2].try_into().unwrap(),
            |one| one.terms.territory = vec![Region(44)].try_into().unwrap(),
            |one| one.terms.media = vec![quanji_primitives::terms::Medium::OnSite].try_into().unwrap(),
            |one| one.terms.quantity = None,
            |one| one.terms.valid_until = Moment(5),
            |one| one.terms.sublicensing = 0,
            |one| {
                one.terms.export = Some(ExportRoute {
                    kind: ExportRouteKind::Exemption,
                    document: DIGEST,
                    until: Moment(5),
                })
            },
            |one| one.terms.department_consent = consent("GX-2027-1"),
            |one| one.terms.department_consent = consent("GX-2027-2"),
            |one| one.terms.authorisation = Some(authorised()),
            |one| {
                one.terms.authorisation = Some(Authorisation {
                    exit_terms: Digest::Sha2_256([8; 32]),
                    ..authorised()
                })
            },
            |one| {
                one.terms.authorisation = Some(Authorisation {
                    safety_duties: Digest::Sha2_256([8; 32]),
                    ..authorised()
                })
            },
        ];
        let original = made(&filing()).digest;
        let mut digests = vec![original];
        for change in changes {
            let mut filing = filing();
            change(&mut filing);
            digests.push(made(&filing).digest);
        }
        let unique: std::collections::BTreeSet<_> = digests.iter().map(ToString::to_string).collect();
        assert_eq!(unique.len(), digests.len());
    }

    #[test]
    fn a_quantity_that_json_does_not_hold_exactly_is_refused() {
        let mut filing = filing();
        let unit = QuantityUnit::Calls;
        filing.terms.quantity = Some(Quantity {
            unit,
            number: u64::MAX,
        });
        let object = ObjectId::new(AuthorityId(1), 5).unwrap();
        assert_eq!(policy(object, &filing, &[party(5)]), Err(QuantityTooLarge));
    }
}
