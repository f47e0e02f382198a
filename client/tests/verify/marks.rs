//! What stands against an entry, as verification shows it.

use super::*;
use quanji_primitives::{
    clock::Moment,
    marks::{EntryRange, Mark, MarkKind, MarkSource, Order, OrderTerm, Organ, OrganKind},
    CaseId, ConflictId, Digest, StampId,
};

/// The rehearsed chain with a notice and a hold on the first right, a notice for a conflict on the right of others, and an
/// open objection and case.
fn encumbered() -> Chain {
    let mut chain = Chain::default();
    let register = &mut chain.register;
    register.add_mark(register::mark(MarkKind::ObjectionNotice, &[0, 1]));
    register.add_mark(Mark {
        until: Some(Moment(register::VALID_UNTIL.0)),
        ..register::mark(MarkKind::Hold, &[0])
    });
    register.add_mark(Mark {
        source: MarkSource::Conflict(ConflictId(1)),
        ..register::mark(MarkKind::ObjectionNotice, &[2])
    });
    let object = &mut register.object;
    object.open_objections.try_push(register::objection_id()).unwrap();
    let case = CaseId::new(register::AUTHORITY, 12).unwrap();
    object.open_cases.try_push(case).unwrap();
    chain
}

#[test]
fn an_entry_under_objection_shows_it_in_both_languages() {
    let (bench, chain) = (Bench::new(), encumbered());
    let objection = register::objection_id().to_string();
    // It is in force all the same.
    let english = verify(&bench, &chain, &chain.package(), &[]).ok().stdout;
    for fragment in [
        "is genuine and in force as of block 20; objections or marks stand against it",
        "objection notice (objection J",
        "hold (objection J",
        "(not on this certificate)",
        "conflict K",
        &objection,
        "is not closed",
        "is on its way",
        "ask the authority before you deal in it",
    ] {
        assert!(english.contains(fragment), "{fragment}: {english}");
    }
    let chinese = verify(&bench, &chain, &chain.package(), &["--lang", "zh"])
        .ok()
        .stdout;
    for fragment in [
        "凭证真实，截至区块 20 所列权利均有效；有异议或备注",
        "异议（异议 J",
        "暂停处分",
        "（不在本凭证上）",
        "尚未了结",
        "正在办理",
    ] {
        assert!(chinese.contains(fragment), "{fragment}: {chinese}");
    }
}

/// The rehearsed chain with a seizure of the first right, stamped an hour before, after an entry that its court could not know.
fn seized() -> Chain {
    let mut chain = Chain::default();
    let plain = register::mark(MarkKind::SeizureFirst, &[0]);
    chain.register.add_mark(Mark {
        source: MarkSource::DayBook(StampId::new(register::AUTHORITY, 1).unwrap()),
        order: Some(Order {
            organ: Organ {
                kind: OrganKind::Court,
                code: "12440000MB0000001C".parse().unwrap(),
            },
            instrument: Digest::Sha2_256([7; 32]),
            received_at: plain.since,
            confirm_by: Some(Moment(register::AS_OF.0 + 3_600_000)),
            term: OrderTerm::Months(12),
            entered_between: Some(EntryRange { first: 2, last: 3 }),
        }),
        ..plain
    });
    chain
}

#[test]
fn a_seizure_is_shown_with_its_organ_and_what_was_entered_before_its_stamp() {
    let (bench, chain) = (Bench::new(), seized());
    let english = verify(&bench, &chain, &chain.package(), &[]).ok().stdout;
    for fragment in [
        "seizure in first rank (instrument B",
        "(unless it is confirmed)",
        "ordered by court 12440000MB0000001C",
        "entries 2 to 3 were made between receipt and stamp",
    ] {
        assert!(english.contains(fragment), "{fragment}: {english}");
    }
    let chinese = verify(&bench, &chain, &chain.package(), &["--lang", "zh"])
        .ok()
        .stdout;
    for fragment in ["查封（登记日记 B", "作出机关 人民法院", "第 2 至 3 次记载"] {
        assert!(chinese.contains(fragment), "{fragment}: {chinese}");
    }
    let verdict = verify(&bench, &chain, &chain.package(), &["--json"]).ok().json();
    let mark = &verdict["register"]["against"]["marks"][0];
    assert_eq!(mark["organ"]["kind"], "court");
    assert_eq!(mark["entered_between"]["last"], 3);
    assert_eq!(
        mark["until"], mark["confirm_by"],
        "it falls unless it is confirmed"
    );
}

#[test]
fn programs_get_marks_objections_and_cases() {
    let (bench, chain) = (Bench::new(), encumbered());
    let verdict = verify(&bench, &chain, &chain.package(), &["--json"]).ok().json();
    let against = &verdict["register"]["against"];
    assert_eq!(against["encumbered"], true);
    assert_eq!(against["marks"].as_array().unwrap().len(), 3);
    assert_eq!(against["marks"][0]["kind"], "objection_notice");
    assert_eq!(against["marks"][0]["until"], Value::Null);
    assert_eq!(against["marks"][1]["kind"], "hold");
    assert_eq!(against["marks"][2]["on_certificate"], false);
    let objection = register::objection_id().to_string();
    assert_eq!(against["marks"][0]["source"]["objection"], objection);
    assert_eq!(against["open_objections"][0], objection);
    assert_eq!(against["open_cases"].as_array().unwrap().len(), 1);
    assert_eq!(verdict["register"]["rights"][0]["marks"], 2);
}
