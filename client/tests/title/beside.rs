//! What a report says beside the titles: the effect texts, about whom to search elsewhere, and what it cannot judge.

use quanji_client::{
    evidence::batch::Batch,
    title::{
        model::{EffectText, Extent, Gap},
        warnings::Warning,
        TitleReport,
    },
};
use quanji_primitives::{
    regimes::{national_2026, shenzhen_2023, SHENZHEN_2023},
    rights::Holders,
    v1::RightStatus,
};
use quanji_verifier::H256;

use super::{
    deeds::Secured,
    licensed, made, node, object_of, party_report,
    register::{party_id, Register},
    root, values, PartyName,
};

fn of_object(register: &Register, extent: Extent) -> TitleReport {
    let values = values(register);
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    made(&object_of(&mut batch), extent, vec![party_id(1)])
}

/// About whom no search of 中登网 is recorded.
fn not_searched(report: &TitleReport) -> Vec<String> {
    let debtors = report.warnings.iter().filter_map(|noted| match &noted.warning {
        Warning::SearchMissing { register, debtor } if register == "movable_finance" => Some(debtor.clone()),
        _ => None,
    });
    debtors.collect()
}

#[test]
fn who_holds_nothing_gets_the_effect_text_of_what_it_has_received_or_the_national_one() {
    let mut register = licensed();
    register.regime = shenzhen_2023();
    register.object.regime = SHENZHEN_2023;
    let mut secured = Secured::new(register);
    let texts = |secured: &Secured, extent| {
        let bank = PartyName::Id(party_id(3));
        party_report(&secured.values(), bank, extent).effect_texts
    };
    let national = [EffectText::of(&national_2026())];
    assert_eq!(texts(&secured, Extent::Full), national);
    secured.pledge(1, 3, |_| ());
    for extent in [Extent::Extract, Extent::Full] {
        assert_eq!(texts(&secured, extent), [EffectText::of(&shenzhen_2023())]);
    }
}

#[test]
fn searches_are_asked_for_about_who_holds_what_is_told_today() {
    let mut register = licensed();
    // Party 2 holds on its own; what party 3 held has ended.
    register.rights[0].holders = Holders::Sole(party_id(2));
    register.rights[1].holders = Holders::Sole(party_id(3));
    register.rights[1].status = RightStatus::Ended(2);
    register.certificates[0].rights = vec![0].try_into().unwrap();
    let names = |serials: &[u64]| -> Vec<String> {
        let parties = serials.iter().map(|serial| party_id(*serial).to_string());
        parties.collect()
    };
    let asked = |register: &Register, extent| not_searched(&of_object(register, extent));
    assert_eq!(asked(&register, Extent::Extract), names(&[1, 2]));
    // Of a full report, about who opened it.
    assert_eq!(asked(&register, Extent::Full), names(&[1]));
    register.succeed(2, 7);
    assert_eq!(asked(&register, Extent::Extract), names(&[1, 7]));
    let bank = party_report(&values(&register), PartyName::Id(party_id(3)), Extent::Extract);
    assert_eq!(not_searched(&bank), names(&[3]));
}

#[test]
fn a_report_without_a_maturity_says_what_it_could_not_judge() {
    let report = of_object(&licensed(), Extent::Extract);
    assert_eq!(report.maturity, None);
    assert!(report.completeness.not_proven.contains(&Gap::Maturity));
}
