//! Whatever a person or a file gives, reading it ends in a value or in an error, never in a panic.

#[path = "support/garbage.rs"]
mod garbage;

use futures::executor::block_on;
use garbage::{any_json, damaged, text};
use proptest::{prelude::*, sample::Index};
use quanji_client::{
    application::{regime_system, shares, Application, PublicText, RegimeText, SourceText},
    dates,
    description::{self, template::Template, Disclosure},
    evidence::trust::{self, genesis_of_chain_file, parse_hash, read_checkpoint, KnownChains},
    keys::{public_of, KeyFile, KeySource, LocalKey, Secret},
    language::{Language, Localised},
    title::{
        chained::parse,
        consent::Consent,
        described::Described,
        proof::TitleProof,
        searches::{self, Outcome, Register, Search},
    },
};
use quanji_primitives::{
    certificate_number::CertificateNumber,
    clock::{Day, Moment},
    person::{CreditCode, Lei},
    AuthorityId, CaseId, ConflictId, Digest, EntryNo, ObjectId, ObjectionId, OfficerId, PartyId, PowerId,
    RightId,
};
use quanji_verifier::{verify, EvidencePackage, Request, TrustAnchor, H256};
use serde_json::{json, Value};
use std::{fs, path::Path, str::FromStr};

/// A description that passes.
fn a_description() -> Value {
    let mut template = Template::new("dcat:Dataset");
    let members = [
        ("name", "2024年广东省港口业集装箱作业表格数据"),
        ("overview", "由广东省沿海港口在集装箱装卸中产生。"),
        ("industry.section", "G"),
        ("industry.division", "55"),
        ("source", "collected"),
        ("source_parties", "own_operations"),
        ("prior_limits", "无"),
        ("region.extent", "provincial"),
        ("region.codes", "44"),
        ("period.start", "2024-01-01"),
        ("period.end", "2024-12-31"),
        ("update_frequency", "monthly"),
        ("volume.records", "120000"),
        ("volume.bytes", "34000000"),
        ("form.media", "table"),
        ("form.structure", "structured"),
        ("limits", "不得转售"),
        ("purpose", "物流规划"),
        ("storage_place", "广东省内自有机房"),
        ("storage_term", "2034-12-31"),
    ];
    for (path, value) in members {
        template.set(path, value).unwrap();
    }
    template.without_blanks();
    template.to_value()
}

/// An application that is read.
fn an_application() -> Value {
    let digest = format!("sha2-256:{}", "ab".repeat(32));
    let holder = |serial: u64| {
        let party = PartyId::new(AuthorityId(1), serial).unwrap();
        json!({ "party": party.to_string(), "parts": 500_000 })
    };
    json!({
        "authority": AuthorityId(1).to_string(),
        "regime": "national-2026/1",
        "kind": "product",
        "category": "personal",
        "level": "important",
        "source": "open_data_by_program",
        "public_class": "authorised-operation:GD-1",
        "industry": 74,
        "form": 1,
        "personal_information": { "ground": "consent", "authorisation": digest, "until": "2027-12-31" },
        "description": digest,
        "lineage": [digest, ObjectId::new(AuthorityId(1), 1).unwrap().to_string()],
        "holders": [holder(4), holder(5)],
        "claims": [{ "kind": "operating", "years": 5 }],
        "conditions": ["no_substitution"],
        "fingerprints": [{ "kind": "snapshot", "day": "2026-11-01", "digest": digest }],
        "evidence": [{ "kind": "identity", "digest": digest }],
        "declaration": { "truthful": true, "touches_public_interest": false, "document": digest },
    })
}

fn a_key_file() -> Value {
    serde_json::from_str(include_str!("data/polkadot-js-ed25519.json")).unwrap()
}

fn a_package() -> Value {
    serde_json::from_str(include_str!(
        "../../verifier/tests/vectors/first-registration.json"
    ))
    .unwrap()
}

#[test]
fn the_documents_that_are_damaged_here_are_sound() {
    assert!(description::check_value(&a_description()).is_ok());
    let application = Application::from_json(an_application().to_string().as_bytes()).unwrap();
    assert!(application.to_filing().is_ok(), "{:?}", application.to_filing());
    assert!(KeyFile::parse(a_key_file().to_string().as_bytes(), "test").is_ok());
    assert!(serde_json::from_value::<EvidencePackage>(a_package()).is_ok());
}

/// What is read comes back as it is written.
fn reads_or_refuses<T: FromStr + ToString + PartialEq + std::fmt::Debug>(text: &str)
where
    T::Err: std::fmt::Display,
{
    match text.parse::<T>() {
        Ok(value) => match value.to_string().parse::<T>() {
            Ok(again) => assert_eq!(again, value, "{text}"),
            Err(error) => panic!("{text} is read but not its own text form: {error}"),
        },
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn a_consent() -> Value {
    let party = PartyId::new(AuthorityId(1), 7).unwrap().to_string();
    json!({
        "consent": {
            "format": "quanji-title-consent/1",
            "chain": "0x01",
            "about": ObjectId::new(AuthorityId(1), 5).unwrap().to_string(),
            "to": party,
            "purpose": "loan",
            "given_at": "2026-11-09T09:30:00+08:00",
            "until": "2026-11-20",
        },
        "signatures": [{ "party": party, "account": "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu", "signature": "00" }],
    })
}

fn a_title_proof() -> Value {
    let block = json!({ "header": "AA==", "justification": "AA==" });
    let object = ObjectId::new(AuthorityId(1), 5).unwrap().to_string();
    json!({
        "format": "quanji-title-proof/1",
        "subject": object,
        "report": "sha2-256:00",
        "finality": {
            "genesis": { "header": "AA==", "state": ["AA=="] },
            "first_set": 0,
            "links": [block],
            "block": block,
            "state": [],
        },
        "given": {
            "maturity": "2028-11-09",
            "consent": a_consent(),
            "descriptions": ["{}"],
            "entries": [{ "object": object, "number": 2, "at": 3 }],
            "made_at": [{ "object": object, "number": 2, "at": "2026-11-09T09:30:00+08:00" }],
            "searches": [a_search()],
        },
        "state": ["AA=="],
    })
}

fn a_search() -> Search {
    Search {
        register: Register::MovableFinance,
        number: "1".into(),
        at: "2026-11-09T09:30:00+08:00".into(),
        outcome: Outcome::None,
        debtor: "P1-1-Q".into(),
        digest: "sha2-256:00".into(),
    }
}

/// A text without its end.
fn cut(text: &str, at: Index) -> String {
    String::from_utf8_lossy(&text.as_bytes()[..at.index(text.len())]).into_owned()
}

#[test]
fn the_consent_that_is_damaged_here_is_sound() {
    assert!(Consent::read(&a_consent().to_string()).is_ok());
}

#[test]
fn the_proof_that_is_damaged_here_is_read() {
    assert!(TitleProof::read(&a_title_proof().to_string()).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn damaged_consents_are_read_or_refused(place in any::<Index>(), with in any_json(), end in any::<Index>()) {
        let text = damaged(&a_consent(), place, with).to_string();
        if let Ok(consent) = Consent::read(&text) {
            prop_assert!(consent.consent.subject().is_some() && consent.until().is_some());
            let _ = (consent.accounts(), consent.digest());
        }
        prop_assert!(Consent::read(&cut(&text, end)).is_err());
    }

    #[test]
    fn damaged_proofs_of_reports_are_read_or_refused(place in any::<Index>(), with in any_json(), end in any::<Index>()) {
        let text = damaged(&a_title_proof(), place, with).to_string();
        let trust = TrustAnchor::Genesis(H256::zero());
        if let Ok(proof) = TitleProof::read(&text) {
            prop_assert!(block_on(proof.check(&trust)).is_err());
        }
        prop_assert!(TitleProof::read(&cut(&text, end)).is_err());
    }

    #[test]
    fn damaged_records_of_a_reader_are_read_or_refused(place in any::<Index>(), with in any_json(), end in any::<Index>()) {
        let folder = tempfile::tempdir().unwrap();
        let sound = serde_json::to_value(searches::record(folder.path(), a_search()).unwrap()).unwrap();
        let file = searches::file(folder.path());
        let given = damaged(&sound, place, with);
        for text in [given.to_string(), cut(&given.to_string(), end)] {
            match parse::<Search>(&text, &file) {
                Ok(lines) => prop_assert!(lines.is_empty() || given == sound),
                Err(error) => prop_assert!(!error.text(Language::Chinese).is_empty()),
            }
        }
    }

    #[test]
    fn any_description_is_believed_by_its_digest_alone(document in any_json(), end in any::<Index>()) {
        let text = document.to_string();
        let digest = Digest::sha2_256(text.as_bytes());
        if let Some(described) = Described::read(text.as_bytes(), digest) {
            prop_assert!(described.update_days.is_none_or(|days| days > 0));
        }
        prop_assert_eq!(Described::read(cut(&text, end).as_bytes(), digest), None);
    }

    #[test]
    fn identifiers_dates_and_numbers_are_read_or_refused(text in text()) {
        reads_or_refuses::<AuthorityId>(&text);
        reads_or_refuses::<PartyId>(&text);
        reads_or_refuses::<ObjectId>(&text);
        reads_or_refuses::<CaseId>(&text);
        reads_or_refuses::<OfficerId>(&text);
        reads_or_refuses::<PowerId>(&text);
        reads_or_refuses::<ObjectionId>(&text);
        reads_or_refuses::<ConflictId>(&text);
        reads_or_refuses::<RightId>(&text);
        reads_or_refuses::<EntryNo>(&text);
        reads_or_refuses::<Day>(&text);
        reads_or_refuses::<Digest>(&text);
        reads_or_refuses::<RegimeText>(&text);
        reads_or_refuses::<PublicText>(&text);
        reads_or_refuses::<SourceText>(&text);
        let _ = text.parse::<CreditCode>();
        let _ = text.parse::<Lei>();
        let _ = text.parse::<CertificateNumber>();
        let _ = regime_system(&text);
        prop_assert!(text.parse::<Day>().is_err() || dates::is_date(&text));
    }

    #[test]
    fn hashes_addresses_and_secrets_are_read_or_refused(text in text()) {
        let _ = parse_hash(&text);
        let _ = public_of(&text);
        let _ = KeySource::parse(&text, Path::new("/nonexistent"));
        let _ = LocalKey::from_secret(&text);
        let _ = LocalKey::from_secret(&format!("//{text}"));
    }

    #[test]
    fn shares_of_any_size_add_up_or_are_refused(
        fractions in prop::collection::vec((any::<u64>(), any::<u32>(), any::<u32>()), 0..20),
    ) {
        let fractions: Vec<_> = fractions.into_iter().map(|(party, part, whole)| (PartyId(party), part, whole)).collect();
        let _ = shares(&fractions);
    }

    #[test]
    fn any_text_is_set_in_a_description_or_refused(path in text(), value in text()) {
        let mut template = Template::new(&value);
        let _ = template.set(&path, &value);
        for path in ["name", "volume.records", "region.codes", "items", "period.start"] {
            let _ = template.set(path, &value);
        }
        let _ = template.to_text();
        let _ = description::check_value(&template.to_value());
    }

    #[test]
    fn arbitrary_bytes_are_no_document(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = description::check(&bytes);
        let _ = Application::from_json(&bytes);
        let _ = KeyFile::parse(&bytes, "test");
        let _ = description::reveal(&bytes, &[]);
        let _ = serde_json::from_slice::<EvidencePackage>(&bytes);
    }

    #[test]
    fn a_damaged_description_passes_or_is_refused(place in any::<Index>(), with in any_json(), cut in any::<Index>()) {
        let document = damaged(&a_description(), place, with);
        let _ = description::check_value(&document);
        let text = document.to_string();
        let _ = description::check(text.as_bytes());
        let _ = description::check(&text.as_bytes()[..cut.index(text.len())]);
    }

    #[test]
    fn a_damaged_application_is_filed_or_refused(place in any::<Index>(), with in any_json(), cut in any::<Index>()) {
        let text = damaged(&an_application(), place, with).to_string();
        if let Ok(application) = Application::from_json(text.as_bytes()) {
            if let Ok(filing) = application.to_filing() {
                prop_assert_eq!(Application::from(&filing).to_filing(), Ok(filing));
            }
        }
        let _ = Application::from_json(&text.as_bytes()[..cut.index(text.len())]);
    }

    #[test]
    fn a_damaged_key_file_is_read_or_refused(place in any::<Index>(), with in any_json(), cut in any::<Index>()) {
        let text = damaged(&a_key_file(), place, with).to_string();
        if let Ok(file) = KeyFile::parse(text.as_bytes(), "test") {
            let _ = (file.name().len(), file.public());
        }
        let _ = KeyFile::parse(&text.as_bytes()[..cut.index(text.len())], "test");
    }

    #[test]
    fn a_key_file_with_any_content_is_not_opened(encoded in prop_oneof!["[A-Za-z0-9+/]{0,200}", "\\PC{0,40}"]) {
        let mut file = a_key_file();
        file["encoded"] = encoded.into();
        let file = KeyFile::parse(file.to_string().as_bytes(), "test").unwrap();
        prop_assert!(file.open(&Secret::new("password".into())).is_err());
    }

    #[test]
    fn any_disclosure_is_shown_or_refused(path in text(), disclosure in "[A-Za-z0-9_-]{0,80}", inner in any_json()) {
        use base64::{engine::general_purpose::URL_SAFE_NO_PAD, Engine};
        let public = serde_json::to_vec(&a_description()).unwrap();
        let well_formed = URL_SAFE_NO_PAD.encode(json!(["salt", path, inner]).to_string());
        for disclosure in [disclosure, well_formed] {
            let disclosure = Disclosure { path: path.clone(), disclosure };
            prop_assert!(description::reveal(&public, &[disclosure]).is_err());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_damaged_package_proves_nothing_or_the_same(place in any::<Index>(), with in any_json(), cut in any::<Index>()) {
        let request = Request {
            trust: TrustAnchor::Genesis(H256([0; 32])),
            now: Moment(0),
            at: None,
            max_age_millis: None,
        };
        let text = damaged(&a_package(), place, with).to_string();
        prop_assert!(verify(&text, &request).is_err(), "no such chain is trusted");
        let cut = text.char_indices().map(|(at, _)| at).nth(cut.index(text.chars().count())).unwrap();
        prop_assert!(verify(&text[..cut], &request).is_err());
    }

    #[test]
    fn files_of_trust_are_read_or_refused(document in any_json(), place in any::<Index>(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file.json");
        let checkpoint = json!({
            "format": "quanji-checkpoint/1",
            "genesis": format!("0x{}", "00".repeat(32)),
            "number": 7,
            "hash": format!("0x{}", "11".repeat(32)),
            "set": 0,
            "authorities": [[format!("0x{}", "22".repeat(32)), 1]],
        });
        let documents = [
            document.to_string().into_bytes(),
            damaged(&checkpoint, place, document).to_string().into_bytes(),
            bytes,
        ];
        for content in documents {
            fs::write(&file, content).unwrap();
            let _ = read_checkpoint(&file);
            let _ = KnownChains::read(&file);
            let _ = genesis_of_chain_file(&file);
            let _ = KeyFile::read(&file);
            let _ = trust::claimed(&fs::read_to_string(&file).unwrap_or_default());
        }
    }
}
