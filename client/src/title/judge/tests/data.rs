//! The data, where it comes from, and how it was registered.

use super::*;
use quanji_primitives::{
    case::Signed,
    imported::{EarlierChecks, Imported},
    object::{DataCategory, DataLevel, LawfulGround, PersonalInformation, Source, SourceKind},
    v1::{Publication, WithoutRights},
    OfficerId,
};

/// The object of which the object was made.
fn source_id() -> ObjectId {
    ObjectId(object_id().0 + 1)
}

/// The object, made from `source`, and the title of that.
fn made_from(source: Source, change: impl FnOnce(&mut Title)) -> Given {
    let lineage = vec![source].try_into().unwrap();
    let mut given = given(|register| register.object.facts.lineage = lineage);
    let mut of_source = title(|_| ());
    of_source.id = source_id();
    change(&mut of_source);
    given.titles.insert(source_id(), of_source);
    given
}

/// Made from a right of it.
fn with_source(change: impl FnOnce(&mut Title)) -> Given {
    let source = RightId {
        object: source_id(),
        index: 0,
    };
    made_from(Source::Right(source), change)
}

/// Made from the object, without naming a right.
fn with_whole_source(change: impl FnOnce(&mut Title)) -> Given {
    made_from(Source::Object(source_id()), change)
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
fn a_source_named_as_an_object_ends_with_the_last_of_its_first_rights() {
    let with_ended = |numbers: &[usize]| {
        with_whole_source(|source| {
            for number in numbers {
                source.rights[*number].valid_until = AS_OF;
            }
        })
    };
    assert_eq!(with_ended(&[0, 1]).codes(), [""; 0]);
    let over = with_ended(&[0, 1, 2]);
    assert_eq!(over.codes(), ["source_ended"]);
    let source = source_id().to_string();
    assert_eq!(over.only().warning, Warning::SourceEnded { source });
    assert_eq!(over.only().entry, Some(1));
    let ended = with_whole_source(|source| source.object.outcome = Outcome::Ended(9));
    assert_eq!(ended.codes(), ["source_ended"]);
}

#[test]
fn the_end_of_a_source_that_a_mark_tells_is_told_once() {
    let of_mark = MarkSource::SourceRight {
        right: RightId {
            object: source_id(),
            index: 0,
        },
        state: SourceState::Ended,
    };
    let ended = [
        with_source(|source| source.rights[0].status = RightStatus::Ended(9)),
        with_whole_source(|source| source.object.outcome = Outcome::Ended(9)),
    ];
    for mut told in ended {
        assert_eq!(told.only().entry, Some(1));
        told.title.marks.push(quanji_primitives::marks::Mark {
            source: of_mark,
            ..mark(MarkKind::SourceNotice, &[])
        });
        assert_eq!(told.codes(), ["source_ended"]);
        assert_eq!(told.only().entry, None);
    }
}

#[test]
fn a_source_named_as_an_object_reaches_as_far_as_the_longest_of_its_first_rights() {
    let mut short = with_whole_source(|source| {
        for (right, days) in source.rights.iter_mut().zip([30, 90, 60]) {
            right.valid_until = AS_OF.day().plus(days).end();
        }
    });
    assert_eq!(short.codes(), [""; 0]);
    short.maturity = Some(AS_OF.day().plus(90));
    assert_eq!(short.codes(), [""; 0]);
    short.maturity = Some(AS_OF.day().plus(91));
    assert_eq!(short.codes(), ["source_ends_before_maturity"]);
    let text = short.only().warning.text(crate::language::Language::English);
    let until = AS_OF.day().plus(90).to_string();
    assert!(
        text.contains(&source_id().to_string()) && text.contains(&until),
        "{text}"
    );
}

#[test]
fn a_source_without_rights_is_judged_by_its_registration() {
    let registered = |valid_until: Moment| {
        with_whole_source(|source| {
            source.rights.clear();
            source.certificates[0].without_rights = Some(WithoutRights {
                subject: Holders::Sole(party_id(1)),
                valid_until,
            });
        })
    };
    assert_eq!(registered(VALID_UNTIL).codes(), [""; 0]);
    assert_eq!(registered(AS_OF).codes(), ["source_ended"]);
    // Of a source with neither nothing is known.
    let neither = with_whole_source(|source| source.rights.clear());
    assert_eq!(neither.codes(), [""; 0]);
}

/// The object, with personal information whose processing is authorised until a day.
fn authorised(until: Day) -> Given {
    let personal = PersonalInformation {
        ground: LawfulGround::Consent,
        authorisation: Digest::Sha2_256([7; 32]),
        until: Some(until),
    };
    given(|register| register.object.facts.personal_information = Some(personal))
}

#[test]
fn an_authorisation_that_is_over_is_warned_of_whatever_the_maturity() {
    let today = AS_OF.day();
    assert_eq!(authorised(today).codes(), ["personal_data"]);
    let mut over = authorised(today.minus(1));
    for maturity in [None, Some(today.plus(30))] {
        over.maturity = maturity;
        assert_eq!(over.codes(), ["authorisation_ended", "personal_data"]);
    }
    assert_eq!(over.noted()[0].article, "NG 20; PIPL 13");
}

#[test]
fn an_authorisation_that_ends_before_maturity_is_warned_of() {
    let until = AS_OF.day().plus(30);
    let mut given = authorised(until);
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
