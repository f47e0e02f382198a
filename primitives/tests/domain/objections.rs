//! Objections: who accepted, which deadline runs, which notice waits.

use quanji_primitives::{
    capacity::Via,
    case::Signed,
    clock::{Due, Moment},
    marks::RightSet,
    objection::{Conclusion, Disposition, Objection, ObjectionGround, ObjectionStage, ObjectionStatus, Side},
    regimes::NATIONAL_2026,
    written_notice::{Channel, WrittenNotice},
    AuthorityId, Digest, ObjectId, OfficerId, PartyId,
};

fn conclusion(objector_accepts: Option<bool>, registrant_accepts: Option<bool>) -> Conclusion {
    Conclusion {
        disposition: Disposition::Cancel,
        record: Digest::Sha2_256([1; 32]),
        notice: WrittenNotice::send(Channel::Post, Digest::Sha2_256([1; 32]), Moment(1)),
        by: Signed {
            officer: OfficerId(1),
            at: Moment(1),
        },
        objector_accepts,
        registrant_accepts,
        answered_at: None,
    }
}

#[test]
fn a_conclusion_is_accepted_by_both_and_refused_by_one() {
    let (yes, no, silent) = (Some(true), Some(false), None);
    for (objector, registrant, accepted, refused) in [
        (yes, yes, true, false),
        (yes, silent, false, false),
        (silent, yes, false, false),
        (silent, silent, false, false),
        (yes, no, false, true),
        (no, yes, false, true),
        (no, silent, false, true),
        (silent, no, false, true),
        (no, no, false, true),
    ] {
        let conclusion = conclusion(objector, registrant);
        let found = (conclusion.is_accepted(), conclusion.is_refused());
        assert_eq!(found, (accepted, refused), "{objector:?} {registrant:?}");
    }
}

#[test]
fn a_deadline_runs_while_somebody_must_meet_it() {
    let due = Due {
        day: "2026-11-16".parse().unwrap(),
        provisional: false,
    };
    use ObjectionStatus as Status;
    for (status, runs, open) in [
        (Status::Filed { due }, true, true),
        (Status::Returned { due: Some(due) }, true, true),
        (Status::Notified { due: Some(due) }, true, true),
        (Status::Contested, false, true),
        (Status::Concluded { due: Some(due) }, true, true),
        (Status::Unaccepted { due }, true, true),
        (Status::Lapsed { due }, false, false),
        (Status::InCourt, false, true),
        (Status::Decided, false, true),
        (Status::Closed, false, false),
        (Status::Withdrawn, false, false),
    ] {
        assert_eq!(status.due(), runs.then_some(due), "{status:?}");
        assert_eq!(status.is_open(), open, "{status:?}");
    }
    for (stage, open) in [
        (ObjectionStage::Filed, true),
        (ObjectionStage::Returned, true),
        (ObjectionStage::Notified, true),
        (ObjectionStage::Contested, true),
        (ObjectionStage::Concluded, true),
        (ObjectionStage::Unaccepted, true),
        (ObjectionStage::Lapsed, false),
        (ObjectionStage::InCourt, true),
        (ObjectionStage::Decided, true),
        (ObjectionStage::Closed, false),
        (ObjectionStage::Withdrawn, false),
    ] {
        assert_eq!(stage.is_open(), open, "{stage:?}");
    }
}

#[test]
fn each_side_faces_the_other() {
    assert_eq!(Side::Objector.opposite(), Side::Registrant);
    assert_eq!(Side::Registrant.opposite(), Side::Objector);
}

/// An objection with two letters in the post: of its return, and to the registrant.
fn with_letters(stage: ObjectionStage) -> Objection {
    let letter = |number| {
        let letter = Digest::Sha2_256([number; 32]);
        Some(WrittenNotice::send(Channel::Post, letter, Moment(1)))
    };
    Objection {
        version: 1,
        object: ObjectId(1),
        rights: RightSet::NONE.with(0),
        registrant: PartyId(1),
        objector: PartyId(2),
        via: Via::Own,
        authority: AuthorityId(1),
        regime: NATIONAL_2026,
        ground: ObjectionGround::Title,
        facts: Digest::Sha2_256([7; 32]),
        evidence: Default::default(),
        received_at: Moment(0),
        stage,
        returned: letter(1),
        notified: letter(2),
        explanation: None,
        agreed: None,
        representatives: Default::default(),
        handled: None,
        conclusion: None,
        court_proof: None,
        decided: None,
        notice_mark: None,
        proposed_hold: None,
        hold_mark: None,
    }
}

#[test]
fn the_letter_of_the_present_step_waits_for_its_delivery_and_no_other() {
    let waits = |stage| {
        let mut objection = with_letters(stage);
        objection
            .undelivered_notice()
            .map(|notice| notice.letter.bytes()[0])
    };
    assert_eq!(waits(ObjectionStage::Returned), Some(1));
    assert_eq!(waits(ObjectionStage::Notified), Some(2));
    assert_eq!(waits(ObjectionStage::Contested), None);
    for stage in [ObjectionStage::Returned, ObjectionStage::Notified] {
        let mut delivered = with_letters(stage);
        delivered.undelivered_notice().unwrap().delivered_at = Some(Moment(2));
        assert_eq!(delivered.undelivered_notice(), None);
    }
}
