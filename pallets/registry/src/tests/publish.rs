//! `publish`: the examined text, and the notice that runs from it.

use super::*;
use quanji_primitives::{
    case::Notice,
    clock::CaseClock,
    filing::{Withholding, WithholdingRequest},
    objection::ObjectionResult,
    RightId,
};
use sp_runtime::DispatchResult;

fn call(case: CaseId, text: &[u8]) -> DispatchResult {
    publish_of(case, Some(text), None)
}

fn publish_of(case: CaseId, text: Option<&[u8]>, national: Option<Reference>) -> DispatchResult {
    let text = text.map(|text| text.to_vec().try_into().unwrap());
    Registry::publish(signed(EXAMINER), case, text, national)
}

/// An approved case whose applicant asked for `asked` not to be published, and the examiner withheld `withheld`.
fn withheld(asked: Withholding, withheld: Option<Withholding>) -> CaseId {
    let mut filing = resource(ENTERPRISE);
    filing.withholding = Some(WithholdingRequest {
        extent: asked,
        reason: Some(digest(8)),
    });
    let case = approved(ENTERPRISE, filing);
    let examiner = signed(EXAMINER);
    assert_ok!(Registry::decide_publication(examiner, case, withheld, digest(9)));
    take_events();
    case
}

/// An approved case with this description.
fn described(text: &[u8]) -> CaseId {
    let mut filing = resource(ENTERPRISE);
    filing.facts.description = Digest::sha2_256(text);
    approved(ENTERPRISE, filing)
}

#[test]
fn the_text_is_published_and_the_notice_runs_for_five_working_days() {
    ExtBuilder::at("2026-10-26 09:00").build_and_execute(|| {
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-10-30 17:30");
        let before = stored(case);
        assert_ok!(call(case, TEXT));
        let due = due("2026-11-06");
        assert_only_event(Event::NoticePublished {
            case,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            text: Some(Digest::sha2_256(TEXT)),
            national: None,
            due,
            told: Default::default(),
        });
        // The day of publication counts as used; the clock runs on after the notice.
        let clock = CaseClock {
            limit: 10,
            used: 4,
            running_since: Some(day("2026-11-06")),
        };
        let notice = Some(Notice {
            published_at: at("2026-10-30 17:30"),
            due,
            text: Some(Digest::sha2_256(TEXT)),
            national: None,
        });
        assert_eq!(
            stored(case),
            Case {
                stage: Stage::InNotice,
                notice,
                clock: Some(clock),
                ..before
            }
        );
        assert_eq!(status(case), Status::InNotice { due });
    });
}

#[test]
fn the_notice_ends_at_twenty_four_hours_of_its_last_day() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        let due = due("2026-11-06");
        set_now("2026-11-06 23:59:59");
        assert_eq!(status(case), Status::InNotice { due });
        for moment in ["2026-11-07 00:00:00", "2026-11-07 00:00:01"] {
            set_now(moment);
            let last = Some(self::due("2026-11-20"));
            assert_eq!(status(case), Status::ReadyToEnter { due: last });
        }
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_publishes() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        let call = |origin, case| {
            let text = Some(TEXT.to_vec().try_into().unwrap());
            Registry::publish(origin, case, text, None)
        };
        assert_officers_only(
            call,
            case,
            OTHER_AUTHORITY_EXAMINER,
            REVIEWER,
            AFFILIATED_EXAMINER,
        );
    });
}

#[test]
fn only_an_approved_case_is_published() {
    ExtBuilder::default().build_and_execute(|| {
        assert_only_at(&[Stage::Approved], Error::WrongStage, |case| call(case, TEXT));
    });
}

#[test]
fn another_text_than_the_one_filed_is_not_published() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        for text in [&b""[..], &TEXT[..TEXT.len() - 1], &[TEXT, b" "].concat()] {
            assert_noop!(call(case, text), Error::<Test>::TextNotAsFiled);
        }
    });
}

#[test]
fn numbers_of_persons_and_invisible_characters_are_not_published() {
    ExtBuilder::default().build_and_execute(|| {
        for text in [
            "联系电话13800138000",
            "证号11010119900307123X。",
            "write to name@example.org",
            "a\u{202e}b",
            "a\0b",
        ] {
            let case = described(text.as_bytes());
            assert_noop!(call(case, text.as_bytes()), Error::<Test>::TextNotPublishable);
        }
        let case = described(&[0xff, 0xfe]);
        assert_noop!(call(case, &[0xff, 0xfe]), Error::<Test>::TextNotPublishable);
    });
}

#[test]
fn a_text_has_at_most_sixteen_kibibytes() {
    ExtBuilder::default().build_and_execute(|| {
        let longest = vec![b'x'; 16 * 1024];
        let case = described(&longest);
        assert_ok!(call(case, &longest));
        let longer = Bounded::<u8, { 16 * 1024 }>::try_from(vec![b'x'; 16 * 1024 + 1]);
        assert!(longer.is_err());
    });
}

#[test]
fn a_whole_text_is_published_unless_withheld() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(publish_of(case, None, None), Error::<Test>::TextUnfit);
        let asked_in_vain = withheld(Withholding::Whole, None);
        assert_noop!(publish_of(asked_in_vain, None, None), Error::<Test>::TextUnfit);
        assert_noop!(call(asked_in_vain, b"a part"), Error::<Test>::TextNotAsFiled);
        assert_ok!(call(asked_in_vain, TEXT));
    });
}

#[test]
fn of_what_is_withheld_in_part_a_part_is_published() {
    ExtBuilder::default().build_and_execute(|| {
        let case = withheld(Withholding::Part, Some(Withholding::Part));
        assert_noop!(publish_of(case, None, None), Error::<Test>::TextUnfit);
        assert_noop!(call(case, b""), Error::<Test>::TextUnfit);
        let number = "13800138000".as_bytes();
        assert_noop!(call(case, number), Error::<Test>::TextNotPublishable);
        assert_ok!(call(case, b"a part"));
        let notice = stored(case).notice.unwrap();
        assert_eq!(notice.text, Some(Digest::sha2_256(b"a part")));
    });
}

#[test]
fn of_what_is_withheld_nothing_is_published_and_the_days_run_all_the_same() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let case = withheld(Withholding::Whole, Some(Withholding::Whole));
        for text in [&b"a part"[..], TEXT] {
            assert_noop!(call(case, text), Error::<Test>::TextUnfit);
        }
        assert_ok!(publish_of(case, None, None));
        let due = due("2026-11-06");
        assert_only_event(Event::NoticePublished {
            case,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            text: None,
            national: None,
            due,
            told: Default::default(),
        });
        assert_eq!(status(case), Status::InNotice { due });
    });
}

#[test]
fn a_request_not_to_be_published_is_decided_first() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.withholding = Some(WithholdingRequest {
            extent: Withholding::Part,
            reason: None,
        });
        let case = approved(ENTERPRISE, filing);
        assert_noop!(call(case, TEXT), Error::<Test>::PublicationUndecided);
        assert_ok!(Registry::decide_publication(
            signed(EXAMINER),
            case,
            None,
            digest(9)
        ));
        assert_ok!(call(case, TEXT));
    });
}

#[test]
fn the_notice_runs_from_its_publication_on_the_national_system() {
    for (moment, fits) in [
        ("2026-10-30 09:59:59", false),
        // The approval.
        ("2026-10-30 10:00:00", true),
        // Now.
        ("2026-11-02 15:00:00", true),
        ("2026-11-02 15:00:01", false),
    ] {
        ExtBuilder::at("2026-10-30 10:00").build_and_execute(|| {
            complete_nationally();
            let case = approved(ENTERPRISE, resource(ENTERPRISE));
            set_now("2026-11-02 15:00");
            assert_noop!(call(case, TEXT), Error::<Test>::NationalReferenceMissing);
            let national = reference(moment);
            let publish = publish_of(case, Some(TEXT), Some(national));
            if !fits {
                assert_noop!(publish, Error::<Test>::NationalTimeUnfit);
                return;
            }
            assert_ok!(publish);
            let notice = stored(case).notice.unwrap();
            assert_eq!(
                (notice.published_at, notice.national),
                (at(moment), Some(national))
            );
            let last = if moment < "2026-11-01" {
                "2026-11-06"
            } else {
                "2026-11-09"
            };
            assert_eq!(notice.due, due(last));
        });
    }
}

#[test]
fn where_registrations_are_completed_here_no_national_notice_is_named() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        let national = Some(reference("2026-11-02 09:00"));
        assert_noop!(
            publish_of(case, Some(TEXT), national),
            Error::<Test>::NationalReferenceUnfit
        );
    });
}

#[test]
fn holders_of_the_match_and_of_the_lineage_are_told() {
    ExtBuilder::default().build_and_execute(|| {
        let matched = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let sources: Vec<_> = (0..3)
            .map(|_| entered(ENTERPRISE, resource(ENTERPRISE)))
            .collect();
        let right = |object, index| Source::Right(RightId { object, index });
        let lineage = [
            right(sources[0], 0),
            right(sources[0], 1),
            Source::Object(sources[1]),
            Source::Unregistered(digest(1)),
        ];
        let mut filing = product(SECOND_ENTERPRISE, &lineage);
        filing.fingerprints = fingerprints(&[1]);
        let case = approved(SECOND_ENTERPRISE, filing);
        assert_ok!(call(case, TEXT));
        let Some(Event::NoticePublished { told, .. }) = take_events().pop() else {
            panic!("nothing was published")
        };
        assert_eq!(told.to_vec(), [matched, sources[0], sources[1]]);
    });
}

#[test]
fn nothing_is_published_while_proof_is_awaited() {
    ExtBuilder::default().build_and_execute(|| {
        for channel in [Channel::Ledger, Channel::Post] {
            let case = approved(ENTERPRISE, resource(ENTERPRISE));
            ask(case, channel);
            assert_noop!(call(case, TEXT), Error::<Test>::SupplementOpen);
        }
    });
}

#[test]
fn a_case_in_conflict_or_that_yields_is_not_published() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        assert_goes_on_only(case, |case| call(case, TEXT));
    });
}

#[test]
fn what_was_objected_to_with_reason_is_not_published_again() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        object_to(SECOND_ENTERPRISE, case);
        decide_objection(case, 0, ObjectionResult::Upheld);
        refuse(case);
        examined_anew(ENTERPRISE, case);
        examine(case, granting(case));
        approve(case);
        decide_objection(case, 0, ObjectionResult::Upheld);
        assert_noop!(call(case, TEXT), Error::<Test>::ObjectionUpheld);
    });
}
