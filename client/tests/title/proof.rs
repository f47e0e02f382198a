//! The kept proof of a report: the same report without a node, and no other one.

use codec::Encode;
use futures::executor::block_on;
use quanji_client::{
    evidence::{batch::Batch, trust::hash_text},
    keys::{address_of, LocalKey, Signer},
    title::{
        build::{report, Order},
        consent::{Asked, Consent, Terms, FORMAT},
        material::{bound_to, Material},
        model::{AsOf, Extent, Subject},
        proof::{Given, ProofError, Refused, TitleProof},
        TitleReport,
    },
};
use quanji_primitives::{clock::Moment, storage_keys};
use quanji_verifier::{
    finality::Justification,
    header::Header,
    package::{GenesisProof, Justified, Proof},
    TrustAnchor, H256,
};
use serde_json::Value;

use super::{
    chain::{header, justify, keys, Chain},
    deeds::Secured,
    licensed, node,
    register::{object_id, party_id, State, AS_OF},
    support::{text, Bench},
    Values,
};

/// A state with a pledge and a deed that waits.
fn state() -> Values {
    let mut secured = Secured::new(licensed());
    secured.pledge(1, 2, |_| ());
    secured.proposed(2, 2, Moment(AS_OF.0 + 1));
    secured.values()
}

/// The proof that a block with this state is final.
fn finality(chain: &Chain, root: H256) -> (Header, Proof) {
    let bytes = |nodes: Vec<Vec<u8>>| nodes.into_iter().map(Into::into).collect();
    let justified = |header: &Header, justification: Justification| Justified {
        header: header.encode().into(),
        justification: justification.encode().into(),
    };
    let authorities = chain
        .genesis_state()
        .prove(&[storage_keys::grandpa_authorities()]);
    let (link, block) = (chain.link(), header(20, H256([3; 32]), root, Vec::new()));
    let proof = Proof {
        genesis: Some(GenesisProof {
            header: chain.genesis().encode().into(),
            state: bytes(authorities),
        }),
        first_set: 0,
        links: vec![justified(&link, (chain.link_ballot)(&link))],
        block: justified(&block, justify(&block, &keys(11..15), 1)),
        state: Vec::new(),
    };
    (block, proof)
}

/// A report about `asked` from a node with this state, and its proof.
fn made(values: &Values, asked: Subject, consent: Option<&Consent>) -> (TitleReport, TitleProof) {
    let chain = Chain::default();
    let genesis = hash_text(chain.genesis().hash());
    let (block, finality) = finality(&chain, State::new(values.clone()).root());
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, block.hash(), block.state_root);
    let read = block_on(Material::read(&mut batch, asked)).unwrap().unwrap();
    let used = consent.map(|consent| {
        let bound = block_on(bound_to(&mut batch, &consent.accounts())).unwrap();
        let asked = Asked {
            chain: genesis.clone(),
            subject: read.subject,
            reader: consent.consent.to.parse().unwrap(),
            purpose: consent.consent.purpose.clone(),
            now: read.time,
            latest: read.time,
        };
        read.opened(consent, &asked, &bound).unwrap()
    });
    let order = Order {
        as_of: AsOf {
            genesis,
            block: block.number,
            block_hash: hash_text(block.hash()),
            state_root: hash_text(block.state_root),
            time: read.time,
            real_time: read.real_time,
            finality_proven: true,
            set_changes: 1,
        },
        subject: read.subject,
        extent: used.as_ref().map_or(Extent::Extract, |_| Extent::Full),
        maturity: Some(AS_OF.day().plus(100)),
        consent: used,
        descriptions: Default::default(),
        entries: [((object_id(), 2), 2)].into(),
        made_at: [((object_id(), 2), AS_OF)].into(),
        book: read.book.clone(),
        received: read.received.clone(),
        cases: read.cases.clone(),
        searches: Vec::new(),
    };
    let given = Given::of(&order, consent, Vec::new());
    let report = report(order, &read.gathered, read.of_party.as_ref()).unwrap();
    let digest = report.digest().unwrap();
    let proof = TitleProof::new(read.asked, digest, Some(finality), given, batch.nodes());
    (report, proof)
}

fn trust() -> TrustAnchor {
    TrustAnchor::Genesis(Chain::default().genesis().hash())
}

/// What a changed file gives.
fn checked(json: &Value) -> Result<TitleReport, Refused> {
    let proof = TitleProof::read(&json.to_string()).map_err(Refused::Proof)?;
    block_on(proof.check(&trust()))
}

fn json_of(proof: &TitleProof) -> Value {
    serde_json::from_str(&proof.to_text().unwrap()).unwrap()
}

#[test]
fn a_kept_proof_gives_the_same_report_without_a_node() {
    for asked in [
        Subject::Object(object_id()),
        Subject::Party(party_id(1)),
        Subject::Party(party_id(2)),
    ] {
        let (report, proof) = made(&state(), asked, None);
        let again = checked(&json_of(&proof)).unwrap();
        assert_eq!(again, report);
        assert_eq!(again.digest().unwrap(), report.digest().unwrap());
        let checkpoint = TrustAnchor::Checkpoint(Chain::default().checkpoint());
        assert_eq!(block_on(proof.check(&checkpoint)).unwrap(), report);
    }
}

#[test]
fn a_succeeded_party_is_asked_for_under_its_old_name_again() {
    let mut register = licensed();
    register.succeed(1, 7);
    let mut values = super::values(&register);
    values.insert(storage_keys::predecessor_count(party_id(7)), 1_u32.encode());
    values.insert(storage_keys::predecessor(party_id(7), 0), party_id(1).encode());
    let (report, proof) = made(&values, Subject::Party(party_id(1)), None);
    assert_eq!(report.subject, Subject::Party(party_id(7)));
    assert_eq!(checked(&json_of(&proof)).unwrap(), report);
}

#[test]
fn a_full_report_is_made_again_with_the_consent_in_its_proof() {
    let signer = LocalKey::from_seed(&[9; 32]);
    let mut values = state();
    values.insert(storage_keys::party_of(&signer.public()), party_id(1).encode());
    let mut consent = Consent {
        consent: Terms {
            format: FORMAT.into(),
            chain: hash_text(Chain::default().genesis().hash()),
            about: object_id().to_string(),
            to: party_id(2).to_string(),
            purpose: "loan".into(),
            given_at: Moment(AS_OF.0 - 1_000).to_string(),
            until: AS_OF.day().plus(1).to_string(),
        },
        signatures: Vec::new(),
    };
    consent.sign(party_id(1), &signer).unwrap();
    assert_eq!(consent.signatures[0].account, address_of(&signer.public()));
    let (report, proof) = made(&values, Subject::Object(object_id()), Some(&consent));
    assert_eq!(report.extent, Extent::Full);
    assert_eq!(checked(&json_of(&proof)).unwrap(), report);
    // Another purpose than that which was signed.
    let mut changed = json_of(&proof);
    changed["given"]["consent"]["consent"]["purpose"] = "other".into();
    assert!(matches!(checked(&changed), Err(Refused::Consent(_))));
}

#[test]
fn a_changed_proof_is_refused() {
    let (_, proof) = made(&state(), Subject::Party(party_id(1)), None);
    let sound = json_of(&proof);
    let nodes = sound["state"].as_array().unwrap().len();
    // Each trie node that is left out.
    for place in 0..nodes {
        let mut cut = sound.clone();
        cut["state"].as_array_mut().unwrap().remove(place);
        assert!(checked(&cut).is_err(), "node {place}");
    }
    // Another subject, maturity, entry, digest; no finality, or votes for another block.
    let other = party_id(2).to_string();
    let changes: [(&str, Value); 5] = [
        ("/subject", other.into()),
        ("/report", "sha2-256:00".into()),
        ("/given/maturity", Value::Null),
        ("/given/entries/0/at", 9.into()),
        ("/finality", Value::Null),
    ];
    for (place, value) in changes {
        let mut changed = sound.clone();
        *changed.pointer_mut(place).unwrap() = value;
        assert!(matches!(checked(&changed), Err(Refused::Proof(_))), "{place}");
    }
    let (_, elsewhere) = finality(&Chain::default(), H256([9; 32]));
    let mut changed = sound.clone();
    changed["finality"]["block"]["header"] = serde_json::to_value(&elsewhere.block.header).unwrap();
    assert!(matches!(checked(&changed), Err(Refused::NotProven(_))));
    // Who trusts another chain.
    let stranger = TrustAnchor::Genesis(H256([7; 32]));
    assert!(matches!(
        block_on(proof.check(&stranger)),
        Err(Refused::NotProven(_))
    ));
}

#[test]
fn what_is_no_proof_is_told_from_a_forgery() {
    for other in ["", "{}", "[]", r#"{"format":"quanji-title/1"}"#] {
        assert!(
            matches!(TitleProof::read(other), Err(ProofError::NotAProof { .. })),
            "{other}"
        );
    }
    let (_, proof) = made(&state(), Subject::Object(object_id()), None);
    let mut later = json_of(&proof);
    later["format"] = "quanji-title-proof/2".into();
    assert!(matches!(
        TitleProof::read(&later.to_string()),
        Err(ProofError::NotAProof { .. })
    ));
}

#[test]
fn the_program_shows_a_sound_proof_and_refuses_a_changed_one() {
    let (report, proof) = made(&state(), Subject::Object(object_id()), None);
    let bench = Bench::new();
    let genesis = hash_text(Chain::default().genesis().hash());
    let file = bench.write("proof.json", proof.to_text().unwrap());
    let check = |more: &[&str]| {
        let arguments = [&["title", "check", text(&file), "--genesis", &genesis], more].concat();
        bench.run(&arguments)
    };
    let json = check(&["--json"]).ok().json();
    assert_eq!(json["digest"], report.digest().unwrap());
    assert_eq!(json["checked"], true);
    let chinese = check(&["--lang", "zh", "--pdf", "report.pdf"]).ok().stdout;
    assert!(
        chinese.contains("核对无误") && bench.path("report.pdf").exists(),
        "{chinese}"
    );
    let mut changed = json_of(&proof);
    changed["given"]["maturity"] = Value::Null;
    let file = bench.write("changed.json", changed.to_string());
    bench
        .run(&["title", "check", text(&file), "--genesis", &genesis])
        .failed(8);
    let file = bench.write("other.json", "{}");
    bench
        .run(&["title", "check", text(&file), "--genesis", &genesis])
        .failed(3);
    // Nothing is trusted.
    let file = bench.write("again.json", proof.to_text().unwrap());
    bench.run(&["title", "check", text(&file)]).failed(2);
}
