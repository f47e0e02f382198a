//! Story 4, steps 1 and 2: "please do not publish this".

use super::*;
use codec::Encode;
use quanji_primitives::{
    filing::{Withholding, WithholdingRequest},
    v1::Publication,
};

const PRICING: &[u8] = "2025年港口定价模型：参数与权重".as_bytes();
const PART: &[u8] = "2025年港口定价模型".as_bytes();

/// An application with this description, not to be published.
fn asking(reason: Option<Digest>) -> FirstRegistration {
    let mut filing = resource(ENTERPRISE);
    filing.facts.description = Digest::sha2_256(PRICING);
    filing.withholding = Some(WithholdingRequest {
        extent: Withholding::Part,
        reason,
    });
    filing
}

fn decide(case: CaseId, withheld: Option<Withholding>) -> sp_runtime::DispatchResult {
    Registry::decide_publication(signed(EXAMINER), case, withheld, digest(9))
}

fn publish_text(case: CaseId, text: &[u8]) -> sp_runtime::DispatchResult {
    let text = Some(text.to_vec().try_into().unwrap());
    Registry::publish(signed(EXAMINER), case, text, None)
}

/// Whether any event holds the readable text.
fn events_hold(text: &[u8]) -> bool {
    let events = System::events().encode();
    events.windows(text.len()).any(|part| part == text)
}

#[test]
fn a_part_is_withheld_and_the_five_days_still_run() {
    ExtBuilder::at("2026-10-26 09:00").build_and_execute(|| {
        let source = entered(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE));
        set_now("2026-11-16 09:00");
        let mut filing = asking(Some(digest(8)));
        filing.facts.lineage = vec![Source::Object(source)].try_into().unwrap();
        let case = examined(ENTERPRISE, filing);
        assert_ok!(decide(case, Some(Withholding::Part)));
        approve(case);
        assert!(!events_hold(PART), "nothing is readable before its publication");
        assert_ok!(publish_text(case, PART));
        let Some(Event::NoticePublished {
            text,
            due: last,
            told,
            ..
        }) = take_events().pop()
        else {
            panic!("nothing was published")
        };
        assert_eq!(text, Some(Digest::sha2_256(PART)));
        assert_eq!(last, due("2026-11-23"), "five working days");
        assert_eq!(told.to_vec(), [source], "the holder of the source is told");
        set_now("2026-11-23 23:59:59");
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::NoticeNotEnded
        );
        set_now("2026-11-24 00:00:00");
        let object = enter(case);
        let publication = Objects::<Test>::get(object).unwrap().publication;
        assert_eq!(publication, Publication::Part(Digest::sha2_256(PART)));
    });
}

#[test]
fn a_request_without_reason_is_refused_and_the_notice_is_a_normal_one() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved(ENTERPRISE, asking(None));
        assert_noop!(
            decide(case, Some(Withholding::Part)),
            Error::<Test>::WithholdingUnreasoned
        );
        assert_ok!(decide(case, None));
        assert_noop!(publish_text(case, PART), Error::<Test>::TextNotAsFiled);
        assert_ok!(publish_text(case, PRICING));
        end_notice(case);
        let object = enter(case);
        let publication = Objects::<Test>::get(object).unwrap().publication;
        assert_eq!(publication, Publication::Full);
    });
}

#[test]
fn of_what_is_refused_or_withdrawn_only_digests_were_ever_readable() {
    ExtBuilder::default().build_and_execute(|| {
        System::reset_events();
        let refuse_call = |case| {
            let ground = RefusalGround::UnclearAuthorisation;
            Registry::refuse(signed(REVIEWER), case, ground, Channel::Ledger, LETTER)
        };
        let filing = Box::new(asking(Some(digest(8))));
        assert_ok!(Registry::file(signed(ENTERPRISE), OWN, filing.clone()));
        let refused = CaseId::new(AUTHORITY, 1).unwrap();
        assert_ok!(Registry::accept(signed(EXAMINER), refused));
        let denied = Box::new(denying(refused, RefusalGround::UnclearAuthorisation));
        assert_ok!(Registry::examine(signed(EXAMINER), refused, denied));
        assert_ok!(refuse_call(refused));
        assert_ok!(Registry::file(signed(ENTERPRISE), OWN, filing));
        let withdrawn = CaseId::new(AUTHORITY, 2).unwrap();
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, withdrawn));
        assert_eq!(System::events().len(), 6);
        assert!(!events_hold(PART));
        for case in [refused, withdrawn] {
            assert!(!stored(case).encode().windows(PART.len()).any(|part| part == PART));
        }
    });
}
