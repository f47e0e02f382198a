//! The document of a constructed report, in both languages, on a terminal and on pages.

#[allow(dead_code, reason = "each test uses a part of it")]
#[path = "../../../../verifier/tests/evidence/register.rs"]
mod register;

mod entries;

use std::collections::{BTreeMap, BTreeSet};

use quanji_client::{
    language::Language,
    title::{
        build::{report, Order},
        described::Described,
        gather::{Gathered, Holding, OfParty},
        model::{AsOf, ConsentUsed, Extent, PartyShown, Subject},
        pdf::{pdf, Part},
        received::Received,
        searches::{Outcome, Register as Elsewhere, Search},
        securities::{DeedAct, OnObject, Security, SecurityBook, Standing, WaitingDeed},
        TitleReport,
    },
};
use quanji_primitives::{
    clock::Moment,
    collateral::{
        Amount, Currency, PledgeForm, PledgeStatus, ReservationStatus, Secured, Statutory, StatutoryRegister,
        Sum,
    },
    marks::{MarkKind, RightSet},
    object::{Fingerprint, FingerprintKind},
    person::Person,
    rights::{Holders, RightKind},
    terms::LicenceKind,
    v1::{PartyStanding, RightRecord},
    DeedId, Digest, ObjectId, RightId,
};
use quanji_verifier::Title;
use register::{licence, mark, object_id, party_id, right, Register, State, AS_OF, AUTHORITY, VALID_UNTIL};

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

fn bank(serial: u64) -> PartyShown {
    let person = Person::LegalPerson("91440101MA0000101E".parse().unwrap());
    PartyShown {
        party: party_id(serial),
        person: Some(person),
        standing: Some(PartyStanding::Good),
        parts: None,
        in_place_of: None,
    }
}

fn security(mark: u32, standing: Standing, fen: u64, statutory: Option<Statutory>) -> Security {
    let (kind, form) = match standing {
        Standing::Pledge(_) => (Secured::Pledge, Some(PledgeForm::Pledge)),
        Standing::Reservation(_) => (Secured::Reservation, None),
    };
    Security {
        mark,
        kind,
        form,
        deed: DeedId::new(AUTHORITY, u64::from(mark) + 40).unwrap(),
        rights: RightSet::NONE.with(2),
        place: mark,
        holder: Some(bank(8)),
        givers: vec![party_id(1), party_id(2)],
        sum: Some(Sum::of_cny(fen)),
        since: AS_OF,
        through: AS_OF.day().plus(700),
        statutory,
        over_since: (!standing.stands()).then_some(Moment(AS_OF.0 - 9_000_000_000)),
        standing,
        release_due: None,
        default_noticed: None,
        used_by: None,
    }
}

fn statutory(number: &str, at: u64) -> Option<Statutory> {
    Some(Statutory {
        register: StatutoryRegister::MovableFinance,
        number: number.parse().unwrap(),
        registered_at: Moment(AS_OF.0 - 86_400_000 + at),
    })
}

fn securities() -> Vec<Security> {
    let live = Standing::Pledge(PledgeStatus::Live);
    let standing = Standing::Reservation(ReservationStatus::Standing);
    vec![
        security(3, live, 2_800_000_000, statutory("03518842003177642911", 200)),
        Security {
            default_noticed: Some(AS_OF.day().minus(20)),
            ..security(4, live, 500_000_000, statutory("03518842003177001120", 100))
        },
        Security {
            sum: Some(Sum {
                amount: Amount::Committed(Digest::Sha2_256([0x5a; 32])),
                currency: Currency::CNY,
            }),
            form: Some(PledgeForm::Mortgage),
            ..security(6, Standing::Pledge(PledgeStatus::Overdue), 1, None)
        },
        security(5, standing, 3_000_000_000, None),
        security(7, Standing::Pledge(PledgeStatus::Released), 90_000_000, None),
        security(8, Standing::Pledge(PledgeStatus::Lapsed), 120_000_000, None),
        Security {
            used_by: DeedId::new(AUTHORITY, 43),
            ..security(
                9,
                Standing::Reservation(ReservationStatus::Used),
                3_000_000_000,
                None,
            )
        },
    ]
}

fn deeds() -> Vec<WaitingDeed> {
    let deed = |serial| DeedId::new(AUTHORITY, serial).unwrap();
    let new = WaitingDeed {
        deed: deed(70),
        act: DeedAct::Pledge,
        pledge: None,
        rights: RightSet::NONE.with(2),
        holder: Some(bank(9)),
        sum: Some(Sum::of_cny(1_200_000_000)),
        through: Some(AS_OF.day().plus(365)),
        signed: vec![party_id(1)],
        open_until: Moment(AS_OF.0 + 864_000_000),
    };
    let stepping_back = WaitingDeed {
        deed: deed(71),
        act: DeedAct::Subordination,
        pledge: Some(deed(43)),
        rights: RightSet::NONE,
        holder: None,
        sum: None,
        through: None,
        ..new.clone()
    };
    vec![new, stepping_back]
}

/// A book of what stands on the object.
fn book() -> SecurityBook {
    let on = OnObject {
        securities: securities(),
        deeds: deeds(),
    };
    SecurityBook::of(BTreeMap::from([(object_id(), on)]))
}

fn made_of(subject: Subject, extent: Extent, of_party: Option<&OfParty>) -> TitleReport {
    let id = object_id();
    let snapshot = Fingerprint {
        kind: FingerprintKind::Snapshot,
        day: AS_OF.day().minus(60),
        digest: Digest::Blake3_256([4; 32]),
    };
    let gathered = Gathered {
        titles: BTreeMap::from([(id, title())]),
        fingerprints: BTreeMap::from([(id, vec![snapshot])]),
        under_way: BTreeMap::new(),
        objects: BTreeSet::from([id]),
    };
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
        subject,
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
        book: book(),
        received: of_party.is_some().then(received),
        cases: None,
        searches: vec![searched],
    };
    report(order, &gathered, of_party).unwrap()
}

/// What the party has received: on another object, as the first of two.
fn received() -> Received {
    let elsewhere = ObjectId::new(AUTHORITY, 77).unwrap();
    let mine = |one: Security| Security {
        holder: Some(bank(1)),
        givers: vec![party_id(5)],
        ..one
    };
    let others = securities().into_iter().skip(1).take(1);
    let mine = securities().into_iter().filter(|one| one.mark != 4).map(mine);
    let on = OnObject {
        securities: mine.chain(others).collect(),
        deeds: deeds()
            .into_iter()
            .map(|deed| WaitingDeed {
                holder: Some(bank(1)),
                ..deed
            })
            .collect(),
    };
    Received {
        book: SecurityBook::of(BTreeMap::from([(elsewhere, on)])),
        ..Received::default()
    }
}

/// The party that holds the object.
fn holder() -> OfParty {
    let party = party_id(1);
    let register = Register::new([1; 32], [2; 32], [3; 32]);
    let holding = Holding {
        name: party,
        object: object_id(),
        certificate: 0,
    };
    OfParty {
        asked: party,
        party,
        names: vec![party],
        records: BTreeMap::from([(party, register.parties[&party].clone())]),
        holdings: vec![holding],
    }
}

fn made(extent: Extent) -> TitleReport {
    made_of(Subject::Object(object_id()), extent, None)
}

fn of_party(extent: Extent) -> TitleReport {
    made_of(Subject::Party(party_id(1)), extent, Some(&holder()))
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
        "03518842003177642911",
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
        "2: 1 · 中登网",
        "has no rank by law",
        "registration lapsed, not the end of the pledge",
        "released",
        "used by a pledge",
        "let it step back",
        "default notice of",
        "91440101MA0000101E",
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
        "没有法定顺位",
        "待签署的契据",
        "登记失效，质权不因此消灭",
        "变更顺位",
        "违约通知",
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

#[test]
fn a_party_sees_what_it_has_pledged_and_received() {
    let text = |report: &TitleReport, language| {
        let document = Writer { language, report }.document(&report.digest().unwrap());
        terminal::report(&document, report.to_json().unwrap()).plain()
    };
    let full = of_party(Extent::Full);
    let english = text(&full, Language::English);
    for part in [
        "Pledges and reservations received",
        "Received, ended or lapsed in 24 months",
        "Deeds in the party's favour that wait for signatures",
        "pledges and reservations given",
    ] {
        assert!(english.contains(part), "{part}\n{english}");
    }
    let received = full.received.as_ref().unwrap();
    assert_eq!((received.standing, received.over, received.waiting), (3, 3, 2));
    let chinese = text(&full, Language::Chinese);
    assert!(chinese.contains("所取得的质押与顺位预留"), "{chinese}");
    // An extract has the numbers alone.
    let extract = text(&of_party(Extent::Extract), Language::English);
    assert!(extract.contains("pledges and reservations received"), "{extract}");
    assert!(
        !extract.contains("Pledges and reservations received"),
        "{extract}"
    );
}

/// The pages; written where `QUANJI_WRITE_PAGES` names a folder, to be looked at.
#[test]
fn the_pages_are_made_in_both_languages() {
    for (language, name) in [(Language::Chinese, "zh"), (Language::English, "en")] {
        let reports = [
            (made(Extent::Full), "full"),
            (made(Extent::Extract), "extract"),
            (of_party(Extent::Full), "party"),
        ];
        for (report, kind) in reports {
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
