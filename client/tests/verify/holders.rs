//! Holders, erased ones and others, and the moment that is asked about.

use super::*;
use quanji_client::identity::Opening;
use quanji_primitives::{clock::Moment, person::Person, v1::PartyStanding};

/// The certificate of co-holders, one of whom is the natural person of `opening`.
fn of_person(opening: &Opening, standing: PartyStanding) -> Chain {
    let mut chain = Chain {
        certificate: 1,
        ..Chain::default()
    };
    let mut commitment = [0; 32];
    hex::decode_to_slice(&opening.commitment[2..], &mut commitment).unwrap();
    let record = chain.register.parties.get_mut(&register::party_id(3)).unwrap();
    record.person = Person::NaturalPerson(commitment);
    record.standing = standing;
    chain
}

#[test]
fn an_erased_person_is_named_only_by_who_has_the_opening() {
    let bench = Bench::new();
    let opening = Opening::fresh("梅若兰", "440100199001011237");
    let chain = of_person(&opening, PartyStanding::Erased);
    let package = chain.package();
    let told = verify(&bench, &chain, &package, &[]).ok().stdout;
    assert!(told.contains("natural person (erased)"), "{told}");
    assert!(!told.contains("梅若兰"), "{told}");
    let chinese = verify(&bench, &chain, &package, &["--lang", "zh"]).ok().stdout;
    assert!(chinese.contains("自然人（已删除）"), "{chinese}");

    let file = bench.write("opening.json", serde_json::to_string(&opening).unwrap());
    let more = ["--json", "--opening", text(&file)];
    let verdict = verify(&bench, &chain, &package, &more).ok().json();
    let opened = &verdict["opened"][0];
    assert_eq!(
        (&opened["name"], &opened["erased"]),
        (&"梅若兰".into(), &true.into())
    );
    assert_eq!(opened["party"], register::party_id(3).to_string());
    let person = &verdict["register"]["parties"][2];
    assert_eq!(person["standing"], "erased", "{verdict}");
}

#[test]
fn an_opening_of_somebody_else_or_a_changed_one_proves_nothing() {
    let bench = Bench::new();
    let opening = Opening::fresh("梅若兰", "440100199001011237");
    let chain = of_person(&opening, PartyStanding::Good);
    let with = |opening: &Opening| {
        let file = bench.write("opening.json", serde_json::to_string(opening).unwrap());
        verify(
            &bench,
            &chain,
            &chain.package(),
            &["--json", "--opening", text(&file)],
        )
    };
    let same_person = Opening::fresh("梅若兰", "440100199001011237");
    let problem = with(&same_person).failed(8).problem();
    assert_eq!(problem["reason"], "opening.nobody");
    let changed = Opening {
        name: "梅若竹".into(),
        ..opening.clone()
    };
    with(&changed).failed(3);
    let verdict = with(&opening).ok().json();
    assert_eq!(verdict["opened"][0]["erased"], false);
}

#[test]
fn other_holders_of_the_same_data_are_counted() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let told = verify(&bench, &chain, &chain.package(), &[]).ok().stdout;
    assert!(told.contains("1 independent holder\n"), "{told}");
    let verdict = verify(&bench, &chain, &chain.package(), &["--json"]).ok().json();
    assert_eq!(verdict["register"]["independent_holders"], 1);
}

#[test]
fn the_moment_asked_about_decides_to_the_second() {
    let (bench, chain) = (Bench::new(), Chain::default());
    let (file, hash) = (write(&bench, &chain.package()), genesis(&chain));
    let end = Moment(register::VALID_UNTIL.0 - 1_000).to_string();
    let (last, over) = (end.as_str(), register::VALID_UNTIL.to_string());
    let at = |time| {
        let arguments = ["verify", text(&file), "--json", "--genesis", &hash, "--at", time];
        bench.run(&arguments)
    };
    let verdict = at(last).ok().json();
    assert_eq!(verdict["status"], "in_force", "{verdict}");
    let verdict = at(&over).failed(10).json();
    assert_eq!(verdict["status"], "lapsed_since", "{verdict}");
    for right in verdict["register"]["rights"].as_array().unwrap() {
        assert_eq!(right["state"], "expired", "{right}");
    }
}
