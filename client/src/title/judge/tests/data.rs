//! The data, where it comes from, and how it was registered.

use super::*;
use quanji_primitives::{
    case::Signed,
    imported::{EarlierChecks, Imported},
    object::{DataCategory, DataLevel, LawfulGround, PersonalInformation, Source, SourceKind},
    v1::Publication,
    OfficerId,
};

/// Of what the object was made, and the title of that.
fn with_source(change: impl FnOnce(&mut Title)) -> Given {
    let source = RightId {
        object: ObjectId(object_id().0 + 1),
        index: 0,
    };
    let lineage = vec![Source::Right(source)].try_into().unwrap();
    let mut given = given(|register| register.object.facts.lineage = lineage);
    let mut of_source = title(|_| ());
    of_source.id = source.object;
    change(&mut of_source);
    given.titles.insert(source.object, of_source);
    given
}

#[test]
fn a_source_that_ends_before_maturity_is_warned_of() {
    let mut short = with_source(|source| source.rights[0].valid_until = Moment(AS_OF.0 + 86_400_000 * 30));
    assert_eq!(short.codes(), [""; 0]);
    short.maturity = Some(AS_OF.day().plus(60));
    assert_eq!(short.codes(), ["source_ends_before_maturity"]);
    assert_eq!(short.only().entry, Some(1));
}

#[test]
fn an_authorisation_that_ends_before_maturity_is_warned_of() {
    let until = AS_OF.day().plus(30);
    let personal = PersonalInformation {
        ground: LawfulGround::Consent,
        authorisation: Digest::Sha2_256([7; 32]),
        until: Some(until),
    };
    let mut given = given(|register| register.object.facts.personal_information = Some(personal));
    assert_eq!(given.codes(), ["personal_data"]);
    given.maturity = Some(until.plus(1));
    assert_eq!(
        given.codes(),
        ["authorisation_ends_before_maturity", "personal_data"]
    );
    given.maturity = Some(until);
    assert_eq!(given.codes(), ["personal_data"]);
}

#[test]
fn a_disputed_seized_or_ended_source_is_warned_of() {
    let source = RightId {
        object: ObjectId(object_id().0 + 1),
        index: 0,
    };
    let states = [
        (SourceState::Disputed, "source_disputed"),
        (SourceState::Seized, "source_seized"),
        (SourceState::Ended, "source_ended"),
    ];
    for (state, expected) in states {
        let notice = quanji_primitives::marks::Mark {
            source: MarkSource::SourceRight { right: source, state },
            ..mark(MarkKind::SourceNotice, &[])
        };
        assert_eq!(given(|register| register.add_mark(notice)).codes(), [expected]);
    }
    let over = with_source(|source| source.rights[0].valid_until = AS_OF);
    assert_eq!(over.codes(), ["source_ended"]);
}

#[test]
fn crawled_personal_and_important_data_are_warned_of() {
    let crawled = code(|register| register.object.facts.source = SourceKind::OpenDataByProgram);
    assert_eq!(crawled, ("crawled_data".into(), Some(1)));
    let personal = code(|register| register.object.facts.category = DataCategory::Personal);
    assert_eq!(personal, ("personal_data".into(), Some(1)));
    let important = code(|register| register.object.facts.level = DataLevel::Important);
    assert_eq!(important, ("important_data".into(), Some(1)));
}

#[test]
fn a_snapshot_older_than_the_update_cycle_is_warned_of() {
    let with = |days: u32, update_days| Given {
        fingerprints: vec![snapshot(AS_OF.day().minus(40)), snapshot(AS_OF.day().minus(days))],
        update_days,
        ..given(|_| ())
    };
    assert_eq!(with(7, Some(7)).codes(), [""; 0]);
    assert_eq!(with(8, Some(7)).codes(), ["snapshot_old"]);
    assert_eq!(with(8, None).codes(), [""; 0]);
    let none = Given {
        fingerprints: Vec::new(),
        ..given(|_| ())
    };
    assert_eq!(none.codes(), ["no_snapshot"]);
}

fn imported(checked: bool, reviewed: bool) -> Imported {
    let signed = Signed {
        officer: OfficerId(1),
        at: AS_OF,
    };
    Imported {
        scheme: "gd-data-2024".parse().unwrap(),
        registered_on: AS_OF.day(),
        checks: EarlierChecks {
            source: checked,
            content: true,
            authorisation: checked,
        },
        file: Digest::Sha2_256([8; 32]),
        imported: signed,
        reviewed: reviewed.then_some(signed),
    }
}

#[test]
fn an_import_is_warned_of_and_what_was_not_checked() {
    assert_eq!(
        code(|register| register.object.imported = Some(imported(true, true))).0,
        "imported"
    );
    let unreviewed = given(|register| register.object.imported = Some(imported(true, false)));
    assert_eq!(unreviewed.codes(), ["import_not_reviewed", "imported"]);
    let simplified = given(|register| register.object.imported = Some(imported(false, true)));
    assert_eq!(
        simplified.codes(),
        ["imported", "source_not_checked", "authorisation_not_checked"]
    );
    let mut content = imported(true, true);
    content.checks.content = false;
    let content = given(|register| register.object.imported = Some(content));
    assert_eq!(content.codes(), ["imported", "content_not_checked"]);
}

#[test]
fn a_withheld_notice_is_warned_of() {
    let whole = code(|register| register.object.publication = Publication::Withheld);
    assert_eq!(whole, ("notice_withheld".into(), Some(1)));
    let part = Publication::Part(Digest::Sha2_256([9; 32]));
    assert_eq!(
        code(|register| register.object.publication = part).0,
        "notice_withheld_in_part"
    );
}
