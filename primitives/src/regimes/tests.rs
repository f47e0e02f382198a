//! The presets are what the tables of `docs/regimes/` say, which are written from the articles.

use super::*;
use crate::{
    clock::Moment,
    collateral::CollateralRules,
    marks::{effect, MarkKind},
    object::{ObjectKind, SourceKind},
    regime::{Act, Basis, ClaimCondition, ClaimableRow, Limit, Regime},
    rights::RightKinds,
};
use serde_json::Value;

const NATIONAL: &str = include_str!("../../../docs/regimes/national-2026.md");
const SHENZHEN: &str = include_str!("../../../docs/regimes/shenzhen-2023.md");
const PUBLIC_DATA: &str = include_str!("../../../docs/regimes/public-data-2025.md");

/// Each preset with its page.
fn presets() -> [(Regime, &'static str); 3] {
    [
        (national_2026(), NATIONAL),
        (shenzhen_2023(), SHENZHEN),
        (public_data_2025(), PUBLIC_DATA),
    ]
}

/// The rows of the table under a heading, without its head; no backticks.
fn table(page: &str, heading: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| -> Vec<String> {
        let inner = line.trim_matches('|').replace('`', "");
        inner.split('|').map(|cell| cell.trim().to_string()).collect()
    };
    let lines = page.lines().skip_while(|line| *line != heading).skip(1);
    lines
        .take_while(|line| !line.starts_with('#'))
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(cells)
        .collect()
}

fn yes_or_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.into()
}

/// A name as JSON has it, with spaces.
fn words(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        Value::String(text) => text.replace('_', " "),
        Value::Null => "-".into(),
        other => panic!("no name: {other}"),
    }
}

fn basis(basis: Basis) -> String {
    match basis {
        Basis::Article(article) => article.to_string(),
        Basis::Assumption => "assumed".into(),
    }
}

/// Value and origin of a member of the limits, as a table writes them; a switch or a unit names no origin in the code.
fn written(limit: &Value) -> (String, Option<String>) {
    match limit {
        Value::Bool(yes) => (yes_or_no(*yes), None),
        Value::String(unit) => (unit.clone(), None),
        limit => {
            let origin = serde_json::from_value(limit["basis"].clone()).unwrap();
            (limit["number"].to_string(), Some(basis(origin)))
        }
    }
}

#[test]
fn every_time_limit_is_the_one_of_its_table() {
    for (regime, page) in presets() {
        let limits = serde_json::to_value(&regime.limits).unwrap();
        let limits = limits.as_object().unwrap();
        let rows = table(page, "## Numbers");
        assert_eq!(
            rows.len(),
            limits.len(),
            "one row for each limit: {}",
            regime.name.en()
        );
        for row in rows {
            let limit = limits
                .get(&row[0])
                .unwrap_or_else(|| panic!("no limit {}", row[0]));
            let (value, origin) = written(limit);
            assert_eq!(row[1], value, "{} of {}", row[0], regime.name.en());
            assert!(
                origin.is_none_or(|origin| origin == row[2]),
                "origin of {}",
                row[0]
            );
        }
    }
}

#[test]
fn every_act_is_treated_as_its_table_says() {
    for (regime, page) in presets() {
        let acts: Vec<Vec<String>> = regime
            .acts
            .iter()
            .map(|row| {
                let power = yes_or_no(row.needs_operating_right);
                let own = |limit: Limit| format!("{} ({})", limit.number, basis(limit.basis));
                let review = row.review_working_days.map_or("-".into(), own);
                vec![words(row.act), words(row.form), power, review, basis(row.basis)]
            })
            .collect();
        assert_eq!(table(page, "## Acts"), acts, "{}", regime.name.en());
    }
}

#[test]
fn every_rule_of_collateral_is_the_one_of_its_table() {
    for (regime, page) in presets() {
        let rules = CollateralRules::of(regime.id);
        let limit = |limit: crate::regime::Limit| (limit.number.to_string(), basis(limit.basis));
        let assumed = |value: String| (value, "assumed".to_string());
        let expected = [
            ("reservation_working_days", limit(rules.reservation_working_days)),
            ("release_working_days", limit(rules.release_working_days)),
            (
                "financier_role_needed",
                assumed(yes_or_no(rules.financier_role_needed)),
            ),
            ("later_pledges", assumed(words(rules.later_pledges))),
        ];
        let rows = table(page, "## Collateral");
        if !regime.creates_rights {
            assert!(rows.is_empty(), "nothing is pledged where there are no rights");
            continue;
        }
        let found: Vec<_> = rows
            .into_iter()
            .map(|row| (row[0].clone(), (row[1].clone(), row[2].clone())))
            .collect();
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(name, rule)| (name.to_string(), rule))
            .collect();
        assert_eq!(found, expected, "{}", regime.name.en());
    }
}

fn kinds(kinds: RightKinds) -> String {
    let names = [
        (RightKinds::HOLDING, "hold"),
        (RightKinds::USE, "use"),
        (RightKinds::OPERATING, "operate"),
    ];
    let named: Vec<&str> = names
        .into_iter()
        .filter(|(one, _)| kinds.0 & one.0 != 0)
        .map(|(_, name)| name)
        .collect();
    if named.is_empty() {
        "none".into()
    } else {
        named.join(", ")
    }
}

#[test]
fn every_claimable_kind_is_the_one_of_its_table() {
    for (regime, page) in presets() {
        let row = |row: &ClaimableRow| {
            vec![
                words(row.source),
                words(row.object),
                kinds(row.kinds),
                kinds(row.conditional),
                words(row.condition),
                basis(row.basis),
            ]
        };
        let claimable: Vec<_> = regime.claimable.iter().map(row).collect();
        assert_eq!(table(page, "## Claims"), claimable, "{}", regime.name.en());
    }
}

#[test]
fn every_other_rule_is_the_one_of_its_table() {
    for (regime, page) in presets() {
        let day = |moment: Moment| moment.day().to_string();
        let rules: Vec<(&str, String)> = vec![
            ("effective_from", day(regime.effective_from)),
            ("effective_until", regime.effective_until.map_or("-".into(), day)),
            ("number_form", words(regime.number_form)),
            ("completion", words(regime.completion)),
            ("report_required", yes_or_no(regime.report_required)),
            ("public_match_refused", yes_or_no(regime.public_match_refused)),
            ("creates_rights", yes_or_no(regime.creates_rights)),
            ("upheld_objection", words(regime.upheld_objection)),
            ("objection_after_entry", yes_or_no(regime.objection_after_entry)),
            ("notice_may_be_withheld", yes_or_no(regime.notice_may_be_withheld)),
        ];
        let found: Vec<_> = table(page, "## Other rules")
            .into_iter()
            .map(|row| (row[0].clone(), row[1].clone()))
            .collect();
        let rules: Vec<_> = rules
            .into_iter()
            .map(|(name, rule)| (name.to_string(), rule))
            .collect();
        assert_eq!(found, rules, "{}", regime.name.en());
    }
}

#[test]
fn every_effect_of_a_mark_is_the_one_of_the_table() {
    let symbol = |effect| match effect {
        Effect::Passes => "ok",
        Effect::NeedsConsent => "C",
        Effect::Refused => "X",
        Effect::Travels => "+",
        Effect::Ends => "ends",
        Effect::AsRuled => "as ruled",
        Effect::Queues => "behind",
    };
    for (regime, _) in presets() {
        let rows: Vec<Vec<String>> = regime
            .effects
            .iter()
            .map(|row| {
                let effects = row.effects.iter().map(|effect| symbol(*effect).to_string());
                std::iter::once(words(row.operation)).chain(effects).collect()
            })
            .collect();
        assert_eq!(
            table(NATIONAL, "## Effects of marks"),
            rows,
            "{}",
            regime.name.en()
        );
    }
}

#[test]
fn no_text_of_a_preset_was_too_long() {
    for (regime, _) in presets() {
        for text in [
            &regime.name,
            &regime.effect_text,
            &regime.labels.holding,
            &regime.labels.processing_use,
            &regime.labels.operating,
        ] {
            assert!(!text.zh().is_empty() && !text.en().is_empty());
        }
    }
}

#[test]
fn tables_have_a_row_for_everything_they_should() {
    let size = |regime: &Regime| (regime.acts.len(), regime.claimable.len(), regime.effects.len());
    // Seven sources, two kinds of object; nothing is claimed where no rights are created.
    assert_eq!(size(&national_2026()), (8, 14, 13));
    assert_eq!(size(&shenzhen_2023()), (8, 14, 13));
    assert_eq!(size(&public_data_2025()), (5, 0, 13));
}

#[test]
fn national_claims_follow_article_21() {
    let regime = national_2026();
    let claimable = |source, object| regime.claimable(source, object, &[]);
    use {ObjectKind::*, SourceKind::*};
    assert_eq!(claimable(Collected, Resource), RightKinds::ALL);
    assert_eq!(claimable(Commissioned, Resource), RightKinds::ALL);
    assert_eq!(
        claimable(OpenDataByProgram, Resource),
        RightKinds::HOLDING_AND_USE
    );
    assert_eq!(claimable(OpenDataByProgram, Product), RightKinds::HOLDING_AND_USE);
    let met = [ClaimCondition::NoSubstitution];
    assert_eq!(
        regime.claimable(OpenDataByProgram, Product, &met),
        RightKinds::ALL
    );
    assert_eq!(
        regime.claimable(OpenDataByProgram, Resource, &met),
        RightKinds::HOLDING_AND_USE
    );
    assert_eq!(claimable(JointFusion, Resource), RightKinds::HOLDING_AND_USE);
    assert_eq!(claimable(Derived, Product), RightKinds::ALL);
    assert_eq!(claimable(Entrusted, Product), RightKinds::NONE);
    assert_eq!(
        regime.claimable(Entrusted, Product, &[ClaimCondition::LawOrContract]),
        RightKinds::ALL
    );
}

#[test]
fn what_may_be_named_is_what_may_be_granted_when_its_condition_is_met() {
    let conditions = [
        ClaimCondition::NoSubstitution,
        ClaimCondition::ParticipantsConsent,
        ClaimCondition::LawOrContract,
    ];
    for (regime, _) in presets() {
        for row in &regime.claimable {
            assert_eq!(
                regime.nameable(row.source, row.object),
                regime.claimable(row.source, row.object, &conditions)
            );
        }
    }
    let crawled = national_2026().nameable(SourceKind::OpenDataByProgram, ObjectKind::Resource);
    assert_eq!(crawled, RightKinds::HOLDING_AND_USE);
    let nothing = public_data_2025().nameable(SourceKind::Collected, ObjectKind::Resource);
    assert_eq!(nothing, RightKinds::NONE);
}

#[test]
fn shenzhen_claims_follow_the_object() {
    let regime = shenzhen_2023();
    let claimable = |object| regime.claimable(SourceKind::Collected, object, &[]);
    assert_eq!(claimable(ObjectKind::Resource), RightKinds::HOLDING);
    assert_eq!(claimable(ObjectKind::Product), RightKinds::OPERATING);
}

#[test]
fn shenzhen_numbers_are_assumptions_but_for_retention() {
    let rows = table(SHENZHEN, "## Numbers");
    assert!(rows.iter().all(|row| row[2] == "assumed"));
    let retention = rows.iter().find(|row| row[0] == "retention_years").unwrap();
    assert_eq!(retention[1], "30");
    assert!(retention[3].contains("confirmed"));
}

#[test]
fn registration_types_are_five_nationally_and_six_in_shenzhen() {
    use crate::regime::ActForm::Registration;
    let types = |regime: Regime| -> Vec<Act> {
        let rows = regime.acts.iter().filter(|row| row.form == Registration);
        rows.map(|row| row.act).collect()
    };
    use Act::*;
    assert_eq!(
        types(national_2026()),
        [First, Transfer, Change, Renewal, Cancellation]
    );
    assert_eq!(
        types(shenzhen_2023()),
        [First, Licence, Transfer, Change, Cancellation, Objection]
    );
}

#[test]
fn an_operation_without_row_is_refused() {
    let matrix = default_effects();
    assert_eq!(
        effect(&matrix, Operation::Transfer, MarkKind::Pledge),
        Effect::NeedsConsent
    );
    assert_eq!(
        effect(&matrix, Operation::NonExclusiveLicence, MarkKind::Reservation),
        Effect::Passes
    );
    assert_eq!(
        effect(&Default::default(), Operation::Renewal, MarkKind::Pledge),
        Effect::Refused
    );
}

#[test]
fn a_licence_is_a_filing_nationally_and_a_registration_in_shenzhen() {
    use crate::regime::ActForm::*;
    let form = |regime: &Regime, act| regime.act(act).map(|row| row.form);
    assert_eq!(form(&national_2026(), Act::Licence), Some(FilingWithVoucher));
    assert_eq!(form(&national_2026(), Act::Objection), Some(Procedure));
    assert_eq!(form(&shenzhen_2023(), Act::Licence), Some(Registration));
    assert_eq!(form(&shenzhen_2023(), Act::Objection), Some(Registration));
    assert_eq!(form(&public_data_2025(), Act::Licence), None);
}

#[test]
fn a_regime_is_effective_between_its_dates() {
    let mut regime = national_2026();
    regime.effective_from = Moment(10);
    regime.effective_until = Some(Moment(20));
    let effective = |now| regime.is_effective(Moment(now));
    assert_eq!([9, 10, 19, 20].map(effective), [false, true, true, false]);
}
