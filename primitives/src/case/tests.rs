//! `Case::status` and `Case::standing` at the second before each deadline, at it, and after it, with nothing sent between.

mod ends;
mod notice;
mod pauses;
mod review;

use super::*;
use crate::{
    capacity::Via,
    clock::{CaseClock, Day, Due, Moment, YearCalendar},
    filing::{Declaration, EvidenceKind, FirstRegistration},
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, Source, SourceKind},
    objection::{NoticeObjection, ObjectionGround, ObjectionResult},
    regime::{Completion, Regime},
    regimes::{calendar_2026, national_2026, shenzhen_2023, NATIONAL_2026},
    rights::{Claim, Holders, RightKind},
    written_notice::{Channel, WrittenNotice},
    AuthorityId, CaseId, ConflictId, Digest, OfficerId, PartyId,
};

const DIGEST: Digest = Digest::Sha2_256([1; 32]);

fn calendar(year: u16) -> Option<YearCalendar> {
    (year == 2026).then(calendar_2026)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// `2026-09-24 16:50:00` in China.
fn at(text: &str) -> Moment {
    let (date, time) = text.split_once(' ').unwrap();
    let parts: Vec<u64> = time.split(':').map(|part| part.parse().unwrap()).collect();
    Moment(day(date).start().0 + ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000)
}

fn due(text: &str) -> Due {
    Due {
        day: day(text),
        provisional: false,
    }
}

fn signed(text: &str) -> Signed {
    Signed {
        officer: OfficerId(1),
        at: at(text),
    }
}

fn filing() -> FirstRegistration {
    FirstRegistration {
        authority: AuthorityId(1),
        regime: NATIONAL_2026,
        object: None,
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: DIGEST,
            lineage: Default::default(),
        },
        holders: Holders::Sole(PartyId(1)),
        claims: vec![Claim {
            kind: RightKind::Holding,
            years: 5,
        }]
        .try_into()
        .unwrap(),
        participants: Default::default(),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: Default::default(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: DIGEST,
        },
        withholding: None,
    }
}

/// Filed Thursday 2026-09-24 16:50, before golden week (story 1).
fn filed() -> Case {
    let received_at = at("2026-09-24 16:50:00");
    Case::filed(CaseId(1), PartyId(1), Via::Own, received_at, filing().into())
}

/// Accepted Monday 2026-11-02, to be decided by Monday the 16th.
fn accepted(stage: Stage) -> Case {
    Case {
        stage,
        accepted_at: Some(at("2026-11-02 09:00:00")),
        clock: Some(CaseClock::start(10, day("2026-11-02"))),
        ..filed()
    }
}

fn notice_delivered(delivered_at: Option<&str>) -> WrittenNotice {
    WrittenNotice {
        channel: Channel::Post,
        letter: DIGEST,
        sent_at: at("2026-11-02 10:00:00"),
        delivered_at: delivered_at.map(at),
    }
}

/// In public notice from Tuesday 2026-11-03 to Tuesday the 10th.
fn in_notice() -> Case {
    let mut case = accepted(Stage::InNotice);
    case.clock = case.clock.map(|mut clock| {
        clock.pause(&calendar, day("2026-11-03"));
        clock.resume(day("2026-11-10"));
        clock
    });
    case.notice = Some(Notice {
        published_at: at("2026-11-03 10:00:00"),
        due: due("2026-11-10"),
        text: Some(DIGEST),
        national: None,
    });
    case
}

fn objection(result: Option<(ObjectionResult, &str)>) -> NoticeObjection {
    NoticeObjection {
        objector: PartyId(2),
        via: Via::Own,
        received_at: at("2026-11-05 10:00:00"),
        ground: ObjectionGround::Title,
        materials: DIGEST,
        due: due("2026-11-19"),
        result: result.map(|(result, when)| (result, DIGEST, signed(when))),
    }
}

fn supplement(delivered_at: Option<&str>, last: Option<&str>) -> Supplement {
    Supplement {
        items: vec![EvidenceKind::Contract].try_into().unwrap(),
        by: signed("2026-11-02 10:00:00"),
        notice: notice_delivered(delivered_at),
        working_days: 5,
        due: last.map(due),
        answered_at: None,
    }
}

fn refused(delivered_at: Option<&str>) -> Case {
    Case {
        refusal: Some(Refusal {
            ground: RefusalGround::UnlawfulSource,
            notice: notice_delivered(delivered_at),
            by: signed("2026-11-02 10:00:00"),
            mark: None,
        }),
        ..accepted(Stage::Refused)
    }
}

/// What is true at each moment.
#[track_caller]
fn assert_statuses(case: &Case, regime: &Regime, expected: &[(&str, Status)]) {
    for (moment, status) in expected {
        assert_eq!(case.status(at(moment), regime, &calendar), *status, "{moment}");
        assert_eq!(case.has_ended(at(moment)), status.has_ended(), "{moment}");
    }
}

/// Deadline and working days by which it has passed, at each moment.
#[track_caller]
fn assert_overdue(case: &Case, regime: &Regime, expected: &[(&str, Option<Due>, u16)]) {
    for (moment, last, overdue) in expected {
        let standing = case.standing(at(moment), regime, &calendar);
        assert_eq!((standing.due, standing.overdue), (*last, *overdue), "{moment}");
    }
}

fn since(case: &Case) -> Option<Day> {
    case.clock.and_then(|clock| clock.running_since)
}
