//! The document of a constructed report, in both languages, on a terminal and on pages.

#[allow(dead_code, reason = "each test uses a part of it")]
#[path = "../../../../verifier/tests/evidence/register.rs"]
mod register;

use std::collections::{BTreeMap, BTreeSet};

use quanji_client::{
    language::Language,
    title::{
        build::{report, Order},
        described::Described,
        gather::Gathered,
        model::{AsOf, ConsentUsed, Extent, Subject},
        pdf::{pdf, Part},
        searches::{Outcome, Register as Elsewhere, Search},
        securities::{Amount, Security, SecurityKind, Statutory, StatutoryState, Sum},
        TitleReport,
    },
};
use quanji_primitives::{
    clock::Moment,
    marks::{MarkKind, RightSet},
    object::{Fingerprint, FingerprintKind},
    rights::{Holders, RightKind},
    terms::LicenceKind,
    v1::RightRecord,
    Digest, RightId,
};
use quanji_verifier::Title;
use register::{licence, mark, object_id, party_id, right, Register, State, AS_OF, VALID_UNTIL};

use super::{document::Writer, terminal};

const DESCRIPTION: Digest = Digest::Sha2_256([0xd1; 32]);

/// An object with licences, marks, two pledges and a reservation.
fn title() -> Title {
    let mut register = Register::new([1; 32], [2; 32], [3; 32]);
    let both = Holders::Joint(vec![party_id(1), party_id(2)].try_into().unwrap());
    register.rights[2].holders = both;
    for number in 3..9 {
        let parent = Some(RightId {
            object: object_id(),
            index: 2,
        });
        let held = right(RightKind::ProcessingUse, Holders::Sole(party_id(3)), 1);
        register.rights.push(RightRecord {
            parent,
            entry: number + 3,
            ..held
        });
        let mut of_kind = licence();
        of_kind.terms.kind = if number == 3 {
            LicenceKind::Sole
        } else {
            LicenceKind::NonExclusive
        };
        register.licences.insert(number, of_kind);
    }
    register.object.rights = 9;
    register.object.entries = 14;
    register.add_mark(mark(MarkKind::SeizureFirst, &[2]));
    register.add_mark(mark(MarkKind::Pledge, &[2]));
    register.add_mark(mark(MarkKind::Pledge, &[2]));
    register.add_mark(mark(MarkKind::Reservation, &[2]));
    let state = State::new(register.values());
    let nodes = state.prove_title(object_id());
    Title::read(&state.proof(nodes), object_id()).unwrap()
}

fn security(mark: u32, kind: SecurityKind, fen: u64, statutory: StatutoryState) -> Security {
    Security {
        mark,
        kind,
        deed: None,
        rights: RightSet::NONE.with(2),
        place: mark,
        holder: Some(party_id(8)),
        sum: Some(Sum {
            amount: Amount::InClear(fen),
            currency: "CNY".into(),
        }),
        since: AS_OF,
        through: Some(AS_OF.day().plus(700)),
        statutory,
        release_overdue: false,
        in_default: false,
        lapsed: false,
    }
}

fn statutory(number: &str, at: u64) -> StatutoryState {
    StatutoryState::Registered(Statutory {
        register: "movable_finance".into(),
        number: number.into(),
        at: Moment(at),
    })
}

fn made(extent: Extent) -> TitleReport {
    let id = object_id();
    let snapshot = Fingerprint {
        kind: FingerprintKind::Snapshot,
        day: AS_OF.day().minus(60),
        digest: Digest::Blake3_256([4; 32]),
    };
    let gathered = Gathered {
        titles: BTreeMap::from([(id, title())]),
        fingerprints: BTreeMap::from([(id, vec![snapshot])]),
        objects: BTreeSet::from([id]),
    };
    let securities = vec![
        security(
            3,
            SecurityKind::Pledge,
            2_800_000_000,
            statutory("0351 8842 0031 7764 2911", 200),
        ),
        security(
            4,
            SecurityKind::Pledge,
            500_000_000,
            statutory("0351 8842 0031 7700 1120", 100),
        ),
        security(
            5,
            SecurityKind::Reservation,
            3_000_000_000,
            StatutoryState::Missing,
        ),
    ];
    let consent = ConsentUsed {
        digest: Digest::Sha2_256([0xc0; 32]).to_string(),
        signed_by: vec![party_id(1)],
        to: party_id(8),
        purpose: "授信审查 2026-1109".into(),
        until: AS_OF.day().plus(11),
    };
    let name = "2024年广东省港口业集装箱作业表格数据".to_owned();
    let searched = Search {
        register: Elsewhere::MovableFinance,
        number: "2026 1105 0001 7731".into(),
        at: "2026-11-05T10:12:00+08:00".into(),
        outcome: Outcome::None,
        debtor: party_id(1).to_string(),
        digest: Digest::Sha2_256([0x5e; 32]).to_string(),
    };
    let order = Order {
        as_of: AsOf {
            genesis: format!("0x{}", "17".repeat(32)),
            block: 48_211,
            block_hash: format!("0x{}", "ab".repeat(32)),
            state_root: format!("0x{}", "cd".repeat(32)),
            time: AS_OF,
            real_time: None,
            finality_proven: true,
            set_changes: 3,
        },
        subject: Subject::Object(id),
        extent,
        maturity: Some(VALID_UNTIL.day().minus_months(3)),
        consent: (extent == Extent::Full).then_some(consent),
        descriptions: BTreeMap::from([(
            DESCRIPTION,
            Described {
                name,
                update_days: Some(31),
            },
        )]),
        entries: BTreeMap::from([((id, 2), 11), ((id, 3), 12), ((id, 4), 13), ((id, 5), 14)]),
        made_at: BTreeMap::new(),
        securities: BTreeMap::from([(id, securities)]),
        security_records: true,
        cases: None,
        searches: vec![searched],
    };
    report(order, &gathered, None).unwrap()
}

fn shown(extent: Extent, language: Language) -> String {
    let report = made(extent);
    let document = Writer {
        language,
        report: &report,
    }
    .document(&report.digest().unwrap());
    terminal::report(&document, report.to_json().unwrap()).plain()
}

#[test]
fn a_full_report_says_in_both_languages_what_a_bank_asks() {
    let english = shown(Extent::Full, Language::English);
    let chinese = shown(Extent::Full, Language::Chinese);
    for part in [
        "CNY 28,000,000.00",
        "0351 8842 0031 7764 2911",
        "48211",
        &party_id(3).to_string(),
    ] {
        assert!(
            english.contains(part) && chinese.contains(part),
            "{part}\n{english}"
        );
    }
    for part in [
        "seized",
        "entry 11",
        "NG 23",
        "has not signed",
        "CC 414",
        "report digest sha2-256:",
        "older than the update cycle",
    ] {
        assert!(english.contains(part), "{part}\n{english}");
    }
    for part in [
        "权属报告",
        "查封",
        "第 11 条记载",
        "民法典 414",
        "工作指引 23",
        "尚未签署",
        "法定顺位",
        "报告摘要 sha2-256:",
        "港口业",
        "以登记簿为准",
    ] {
        assert!(chinese.contains(part), "{part}\n{chinese}");
    }
}

#[test]
fn an_extract_has_neither_sums_nor_licensees() {
    for language in [Language::Chinese, Language::English] {
        let text = shown(Extent::Extract, language);
        for hidden in [
            "28,000,000",
            "CNY",
            &party_id(3).to_string(),
            &party_id(8).to_string(),
        ] {
            assert!(!text.contains(hidden), "{hidden}\n{text}");
        }
    }
    let json = made(Extent::Extract).to_json().unwrap().to_string();
    assert!(!json.contains(&party_id(3).to_string()) && !json.contains("2800000000"));
}

#[test]
fn the_digest_is_of_the_report_and_of_no_language() {
    let (full, extract) = (made(Extent::Full), made(Extent::Extract));
    assert_ne!(full.digest().unwrap(), extract.digest().unwrap());
    let json = full.to_json().unwrap();
    assert_eq!(json["digest"].as_str(), Some(full.digest().unwrap().as_str()));
    assert_eq!(json["format"], "quanji-title/1");
    assert_eq!(json["warnings"][0]["weight"], "grave");
}

/// The pages; written where `QUANJI_WRITE_PAGES` names a folder, to be looked at.
#[test]
fn the_pages_are_made_in_both_languages() {
    for (language, name) in [(Language::Chinese, "zh"), (Language::English, "en")] {
        for (extent, kind) in [(Extent::Full, "full"), (Extent::Extract, "extract")] {
            let report = made(extent);
            let document = Writer {
                language,
                report: &report,
            }
            .document(&report.digest().unwrap());
            assert!(document
                .parts
                .iter()
                .any(|part| matches!(part, Part::Remark { .. })));
            let file = pdf(&document).unwrap();
            assert!(file.len() < 1_000_000, "{}", file.len());
            if let Some(folder) = std::env::var_os("QUANJI_WRITE_PAGES") {
                let path = std::path::Path::new(&folder).join(format!("{kind}-{name}.pdf"));
                std::fs::write(path, &file).unwrap();
            }
        }
    }
}
