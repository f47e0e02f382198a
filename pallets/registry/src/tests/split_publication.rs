//! `publish_part`: the description of what leaves an object is published before the notice begins (NG 24).

use super::*;
use quanji_primitives::{
    filing::{Withholding, WithholdingRequest},
    v1::Publication,
};
use split::{bounded, into_parts, part, pass_split_notice, split, text_of_part, REST};

/// An approved case that splits off two parts; `extent` of the publication was asked to be withheld, and is.
fn approved_split(extent: Option<Withholding>) -> CaseId {
    let object = entered(ENTERPRISE, resource(ENTERPRISE));
    let mut wanted = into_parts(vec![part(1, &[]), part(2, &[])]);
    if let (Some(extent), Some(description)) = (extent, wanted.description.as_mut()) {
        description.withholding = Some(WithholdingRequest {
            extent,
            reason: Some(digest(7)),
        });
    }
    let case = signed_by(&[ENTERPRISE], change(object, wanted));
    accept(case);
    examine(case, granting(case));
    approve(case);
    case
}

fn decide(case: CaseId, extent: Withholding) {
    assert_ok!(Registry::decide_publication(
        signed(EXAMINER),
        case,
        Some(extent),
        digest(8)
    ));
    take_events();
}

fn publish_part(account: u64, case: CaseId, text: &[u8]) -> sp_runtime::DispatchResult {
    Registry::publish_part(signed(account), case, bounded(text))
}

fn publish_rest(case: CaseId, text: Option<&[u8]>) -> sp_runtime::DispatchResult {
    Registry::publish(signed(EXAMINER), case, text.map(bounded), None)
}

/// Publication of the parts after their entry, in their order.
fn published_as(case: CaseId) -> Vec<Publication> {
    end_notice(case);
    take_events();
    assert_ok!(Registry::enter(signed(REVIEWER), case, None, None, None));
    let events = take_events().into_iter();
    let objects = events.filter_map(|event| match event {
        Event::Entered { entry, .. } => Some(entry.no.object),
        _ => None,
    });
    objects
        .map(|object| Objects::<Test>::get(object).unwrap().publication)
        .collect()
}

#[test]
fn what_leaves_is_published_part_by_part_before_the_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved_split(None);
        assert_noop!(publish_rest(case, Some(REST)), Error::<Test>::PartNotPublished);
        assert_noop!(
            publish_part(EXAMINER, case, &text_of_part(2)),
            Error::<Test>::TextNotAsFiled
        );
        let ask = Registry::can_publish_part(EXAMINER, case, text_of_part(2));
        assert_eq!(ask, Err(Error::<Test>::TextNotAsFiled.into()));
        assert_noop!(publish_part(EXAMINER, case, &[]), Error::<Test>::TextNotAsFiled);
        for number in 1..=2 {
            let text = text_of_part(number);
            let ask = Registry::can_publish_part(EXAMINER, case, text.clone());
            assert_eq!(ask, Ok(()));
            assert_ok!(publish_part(EXAMINER, case, &text));
            assert_only_event(Event::PartPublished {
                case,
                authority: AUTHORITY,
                officer: officer(EXAMINER),
                part: number - 1,
                text: Digest::sha2_256(&text),
            });
            assert_eq!(stored(case).part_texts.len(), usize::from(number));
        }
        assert_noop!(
            publish_part(EXAMINER, case, &text_of_part(1)),
            Error::<Test>::NoPartToPublish
        );
        assert_noop!(publish_rest(case, None), Error::<Test>::TextUnfit);
        assert_ok!(publish_rest(case, Some(REST)));
        assert_eq!(published_as(case), [Publication::Full; 3]);
    });
}

#[test]
fn only_an_examiner_publishes_a_part_of_an_approved_case() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved_split(None);
        let text = text_of_part(1);
        assert_noop!(publish_part(REVIEWER, case, &text), Error::<Test>::RoleMissing);
        assert_noop!(publish_part(ENTERPRISE, case, &text), Error::<Test>::NotAnOfficer);
        let object = entered(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE));
        let filed = signed_by(&[SECOND_ENTERPRISE], split(object));
        assert_noop!(publish_part(EXAMINER, filed, &text), Error::<Test>::WrongStage);
        pass_split_notice(filed);
        assert_noop!(publish_part(EXAMINER, filed, &text), Error::<Test>::WrongStage);
    });
}

#[test]
fn of_what_is_withheld_in_part_a_part_of_each_text_is_published() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved_split(Some(Withholding::Part));
        let text = text_of_part(1);
        assert_noop!(
            publish_part(EXAMINER, case, &text),
            Error::<Test>::PublicationUndecided
        );
        decide(case, Withholding::Part);
        let shown: [&[u8]; 3] = [b"rest", b"first", b"second"];
        assert_noop!(publish_part(EXAMINER, case, &[]), Error::<Test>::TextUnfit);
        assert_noop!(
            publish_part(EXAMINER, case, "a\u{200b}b".as_bytes()),
            Error::<Test>::TextNotPublishable
        );
        assert_ok!(publish_part(EXAMINER, case, shown[1]));
        assert_ok!(publish_part(EXAMINER, case, shown[2]));
        assert_ok!(publish_rest(case, Some(shown[0])));
        let digests = shown.map(|text| Publication::Part(Digest::sha2_256(text)));
        assert_eq!(published_as(case), digests);
    });
}

#[test]
fn of_what_is_withheld_as_a_whole_no_part_is_published() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved_split(Some(Withholding::Whole));
        decide(case, Withholding::Whole);
        assert_noop!(
            publish_part(EXAMINER, case, &text_of_part(1)),
            Error::<Test>::NoPartToPublish
        );
        assert_ok!(publish_rest(case, None));
        assert_eq!(published_as(case), [Publication::Withheld; 3]);
    });
}

#[test]
fn a_case_that_splits_nothing_has_no_part_to_publish() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let case = signed_by(&[ENTERPRISE], change(object, industry(56)));
        accept(case);
        examine(case, granting(case));
        approve(case);
        assert_noop!(publish_part(EXAMINER, case, TEXT), Error::<Test>::NoPartToPublish);
    });
}
