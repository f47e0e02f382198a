//! `publish`: the examined text, and the notice that runs from it.

use super::*;
use quanji_primitives::{case::Notice, clock::CaseClock};
use sp_runtime::DispatchResult;

fn call(case: CaseId, text: &[u8]) -> DispatchResult {
    Registry::publish(signed(EXAMINER), case, text.to_vec().try_into().unwrap())
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
            text: Digest::sha2_256(TEXT),
            due,
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
            assert_eq!(status(case), Status::ReadyToEnter { due });
        }
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_publishes() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        let call = |origin, case| Registry::publish(origin, case, TEXT.to_vec().try_into().unwrap());
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
