//! Objections: who accepted, which deadline runs, which notice waits.

use quanji_primitives::{
    case::Signed,
    clock::{Due, Moment},
    objection::{Conclusion, Disposition, ObjectionStage, ObjectionStatus, Side},
    written_notice::{Channel, WrittenNotice},
    Digest, OfficerId,
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
