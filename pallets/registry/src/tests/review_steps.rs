//! Steps in review, in the public notice and in a conflict.

use super::*;
use quanji_primitives::{
    directory::Register,
    objection::{ObjectionGround, ObjectionResult},
    ConflictId, PowerId,
};

pub(super) fn items(kinds: &[EvidenceKind]) -> Bounded<EvidenceKind, 16> {
    kinds.to_vec().try_into().unwrap()
}

/// Documents, each with a digest made of one byte.
pub(super) fn documents(documents: &[(EvidenceKind, u8)]) -> Bounded<Evidence, 16> {
    let documents = documents.iter().map(|(kind, byte)| Evidence {
        kind: *kind,
        digest: digest(*byte),
    });
    documents.collect::<Vec<_>>().try_into().unwrap()
}

/// Asks for the collection contract within five working days.
pub(super) fn ask(case: CaseId, channel: Channel) {
    let items = items(&[EvidenceKind::Contract]);
    let examiner = signed(seats(case).0);
    assert_ok!(Registry::request_supplement(
        examiner, case, items, 5, channel, LETTER
    ));
    take_events();
}

/// The applicant gives the collection contract.
pub(super) fn answer(account: u64, case: CaseId, byte: u8) {
    let contract = documents(&[(EvidenceKind::Contract, byte)]);
    assert_ok!(Registry::answer_supplement(
        signed(account),
        OWN,
        case,
        contract,
        None
    ));
    take_events();
}

#[track_caller]
pub(super) fn deliver(case: CaseId, delivered_at: &str) {
    assert_ok!(Registry::record_delivery(
        signed(REGISTRAR),
        case,
        at(delivered_at)
    ));
    take_events();
}

#[track_caller]
pub(super) fn object_to(account: u64, case: CaseId) {
    let call = Registry::object_to_notice(signed(account), OWN, case, ObjectionGround::Title, digest(5));
    assert_ok!(call);
    take_events();
}

#[track_caller]
pub(super) fn decide_objection(case: CaseId, number: u8, result: ObjectionResult) {
    let reviewer = signed(seats(case).1);
    assert_ok!(Registry::decide_notice_objection(
        reviewer,
        case,
        number,
        result,
        digest(6)
    ));
    take_events();
}

/// A refused case, decided upon by a second reviewer after its appeal.
pub(super) fn examined_anew(account: u64, case: CaseId) {
    use quanji_primitives::case::Reassessment::ExaminedAnew;
    appeal(account, case);
    let third = signed(SECOND_REVIEWER);
    assert_ok!(Registry::decide_appeal(third, case, ExaminedAnew, digest(7)));
    take_events();
}

/// A conflict with another authority stops the case.
pub(super) fn stop(case: CaseId) {
    <Registry as Register>::stop_case(case, ConflictId(1)).unwrap();
}

/// The department decided: the case goes on or yields.
pub(super) fn release(case: CaseId, yields: bool) {
    <Registry as Register>::release_case(case, yields);
}

/// A call is refused while a conflict stops the case, and when it yields.
#[track_caller]
pub(super) fn assert_goes_on_only(case: CaseId, call: impl Fn(CaseId) -> sp_runtime::DispatchResult) {
    stop(case);
    assert_noop!(call(case), Error::<Test>::InConflict);
    release(case, true);
    assert_noop!(call(case), Error::<Test>::CaseYields);
}

/// As agent under a power.
pub(super) fn as_agent(power: PowerId) -> Capacity {
    Capacity::Agent(power)
}

/// The review clock: working days used and allowed, and the last day.
pub(super) fn review(case: CaseId) -> (u16, u16, Option<Due>) {
    let standing = Registry::case_standing(case).unwrap();
    let (used, limit) = standing.review.unwrap();
    let clock = stored(case).clock;
    (used, limit, clock.and_then(|clock| clock.due(&Rules)))
}
