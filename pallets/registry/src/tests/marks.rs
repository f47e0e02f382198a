//! The register as the pallet of disputes uses it: marks, rights that end, cases that stop.

use super::*;
use crate::{register::MARKS_MAX, Live, Marks, RecentEntries};
use quanji_primitives::{
    clock::CaseClock,
    day_book::RECEIPT_DAYS_MAX,
    directory::{Register, RegisterError},
    ending::RightsEndCause,
    marks::{Mark, MarkEnd, MarkKind, MarkSource, RightSet},
    objection::Decided,
    v1::{history_after, EntryContent, Outcome, RightStatus},
    ConflictId, ObjectionId,
};

const OBJECTION: ObjectionId = ObjectionId((1 << 48) | 77);
const CONFLICT: ConflictId = ConflictId(5);

fn mark_on(rights: &[u32]) -> Mark {
    Mark {
        version: 1,
        kind: MarkKind::ObjectionNotice,
        rights: rights.iter().copied().collect(),
        source: MarkSource::Objection(OBJECTION),
        authority: AUTHORITY,
        since: world(|world| world.now),
        until: None,
        ended: None,
        order: None,
    }
}

fn basis() -> EntryBasis {
    EntryBasis::Objection {
        objection: OBJECTION,
        decided: None,
        officer: Some(officer(EXAMINER)),
        second: None,
    }
}

fn set(object: ObjectId, mark: Mark) -> Result<u32, RegisterError> {
    Registry::set_mark(object, mark, basis(), Some(officer(EXAMINER)))
}

fn end(object: ObjectId, number: u32) -> Result<(), RegisterError> {
    Registry::end_mark(object, number, MarkEnd::Dismissed, basis(), None)
}

pub(super) fn end_rights(
    object: ObjectId,
    rights: &[u32],
    mark: Option<(u32, MarkEnd)>,
) -> Result<(), RegisterError> {
    let basis = EntryBasis::Objection {
        objection: OBJECTION,
        decided: Some(Decided::BothAccepted),
        officer: Some(officer(EXAMINER)),
        second: Some(officer(REVIEWER)),
    };
    let rights: RightSet = rights.iter().copied().collect();
    Registry::end_rights(
        object,
        rights,
        mark,
        RightsEndCause::Objection,
        basis,
        Some(officer(REVIEWER)),
    )
}

/// Nothing changed.
#[track_caller]
fn refused<R: std::fmt::Debug + PartialEq>(
    call: impl FnOnce() -> Result<R, RegisterError>,
    error: RegisterError,
) {
    let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
    assert_eq!(call(), Err(error));
    assert_eq!(before, sp_io::storage::root(sp_runtime::StateVersion::V1));
}

#[test]
fn a_mark_is_set_and_ended_by_entries() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let before = Objects::<Test>::get(object).unwrap();
        let mark = mark_on(&[0, 2]);
        assert_eq!(set(object, mark), Ok(0));
        let first = last_entry();
        let set_at = world(|world| world.now);
        assert_eq!(first.content, EntryContent::Mark { number: 0, mark });
        assert_eq!(
            (first.no.number, first.previous, first.at),
            (2, before.history, set_at)
        );
        assert_eq!(Registry::mark(object, 0), Some(mark));

        set_now("2026-12-01 10:00");
        assert_eq!(end(object, 0), Ok(()));
        let second = last_entry();
        let ended = Mark {
            ended: Some((at("2026-12-01 10:00"), MarkEnd::Dismissed)),
            ..mark
        };
        assert_eq!(
            second.content,
            EntryContent::Mark {
                number: 0,
                mark: ended
            }
        );
        assert_eq!(second.previous, history_after(&first));
        assert_eq!(Marks::<Test>::get(object, 0), Some(ended));
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.marks, record.entries), (1, 3));
        assert_eq!(record.history, history_after(&second));
        assert_eq!(Registry::title(object).unwrap().marks, [ended]);
        // Ended marks stay, and end once.
        refused(|| end(object, 0), RegisterError::NotFound);
        assert_eq!(set(object, mark), Ok(1));
    });
}

#[test]
fn a_mark_stands_against_rights_of_the_object() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        refused(|| set(object, mark_on(&[0, 3])), RegisterError::NotFound);
        refused(|| set(object, mark_on(&[])), RegisterError::NotFound);
        refused(|| set(ObjectId(1), mark_on(&[0])), RegisterError::NotFound);
        refused(|| end(object, 0), RegisterError::NotFound);
        // Where there is no right, it stands against the registration itself.
        let without = public_object();
        assert_eq!(set(without, mark_on(&[])), Ok(0));
        assert_eq!(Registry::mark(without, 0), Some(mark_on(&[])));
        refused(|| set(without, mark_on(&[0])), RegisterError::NotFound);
    });
}

#[test]
fn an_entry_is_remembered_for_the_days_in_which_an_instrument_is_stamped() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let first = world(|world| world.now.day());
        let remembered_after = |days: u32| {
            world(|world| world.now = first.plus(days).start());
            assert!(set(object, mark_on(&[0])).is_ok());
            let recent = RecentEntries::<Test>::get(object);
            recent.iter().map(|(_, number)| *number).collect::<Vec<_>>()
        };
        assert_eq!(remembered_after(0), [2]);
        assert_eq!(remembered_after(RECEIPT_DAYS_MAX), [2, 3]);
        assert_eq!(remembered_after(RECEIPT_DAYS_MAX + 1), [3, 4]);
    });
}

#[test]
fn an_object_holds_as_many_marks_as_it_can() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        for number in 0..MARKS_MAX {
            assert_eq!(set(object, mark_on(&[0])), Ok(number));
            assert_eq!(end(object, number), Ok(()));
        }
        refused(|| set(object, mark_on(&[0])), RegisterError::Full);
    });
}

#[test]
fn ended_rights_leave_a_certificate_with_the_others() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let mark = mark_on(&[1]);
        assert_eq!(set(object, mark), Ok(0));
        take_events();
        set_now("2026-12-01 10:00");
        assert_eq!(end_rights(object, &[1], Some((0, MarkEnd::CarriedOut))), Ok(()));
        let entry = last_entry();
        let EntryContent::RightsEnded {
            rights,
            certificates,
            mark: ended,
            cause,
            fallen,
            signatures,
        } = &entry.content
        else {
            panic!("rights ended")
        };
        assert_eq!(rights.to_vec(), [1]);
        let status = Rights::<Test>::get(object, 1).unwrap().status;
        assert_eq!(status, RightStatus::Ended(3));
        let certificate = Certificates::<Test>::get(object, 0).unwrap();
        assert_eq!((certificate.issue, certificate.rights.to_vec()), (2, vec![0, 2]));
        assert_eq!((certificate.entry, certificate.outcome), (3, Outcome::Live));
        assert_eq!(certificate.issued_at, at("2026-12-01 10:00"));
        assert_eq!(certificates.to_vec(), [(0, certificate)]);
        let mark = Marks::<Test>::get(object, 0).unwrap();
        assert_eq!(mark.ended, Some((at("2026-12-01 10:00"), MarkEnd::CarriedOut)));
        assert_eq!(*ended, Some((0, mark)));
        assert_eq!(*cause, RightsEndCause::Objection);
        assert!(fallen.is_empty() && signatures.is_empty());
    });
}

#[test]
fn a_certificate_ends_with_its_last_right() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        assert_eq!(end_rights(object, &[0, 1, 2, 4], None), Ok(()));
        let outcomes = [0, 1].map(|number| Certificates::<Test>::get(object, number).unwrap().outcome);
        assert_eq!(outcomes, [Outcome::Ended(3), Outcome::Live]);
        let lists = [0, 1].map(|number| Certificates::<Test>::get(object, number).unwrap().rights.to_vec());
        assert_eq!(lists, [vec![0, 1, 2], vec![3, 5]]);
        // Whose rights have ended registers anew.
        assert_eq!(entered(ENTERPRISE, resource_with(ENTERPRISE, &[1])), object);
    });
}

#[test]
fn licences_from_other_rights_do_not_fall_with_a_right() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let licence = license(object, 2, SECOND_ENTERPRISE, "2028-01-01 00:00");
        assert_eq!(end_rights(object, &[0], None), Ok(()));
        let EntryContent::RightsEnded { fallen, .. } = last_entry().content else {
            panic!("a right ended")
        };
        assert!(fallen.is_empty());
        assert_eq!(right(object, licence).status, RightStatus::Live);
    });
}

#[test]
fn a_registration_without_rights_stays_when_all_rights_beside_it_end() {
    ExtBuilder::default().build_and_execute(|| {
        let object = public_object();
        let with_rights = resource_with(SECOND_ENTERPRISE, &[1]);
        assert_eq!(entered(SECOND_ENTERPRISE, with_rights), object);
        assert_eq!(end_rights(object, &[0, 1, 2], None), Ok(()));
        let outcomes = [0, 1].map(|number| certificate(object, number).outcome);
        assert_eq!(outcomes, [Outcome::Live, Outcome::Ended(3)]);
        let lines = Registry::lines_in_force(object);
        let live: Vec<_> = lines.iter().map(|line| (line.live, line.certificate)).collect();
        assert_eq!(live, [(Live::Registration, 0)]);
    });
}

#[test]
fn only_live_rights_end() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        refused(|| end_rights(object, &[], None), RegisterError::NotFound);
        refused(|| end_rights(object, &[0, 3], None), RegisterError::NotFound);
        refused(|| end_rights(ObjectId(1), &[0], None), RegisterError::NotFound);
        let unknown_mark = Some((0, MarkEnd::CarriedOut));
        refused(|| end_rights(object, &[0], unknown_mark), RegisterError::NotFound);
        assert_eq!(end_rights(object, &[0], None), Ok(()));
        refused(|| end_rights(object, &[0, 1], None), RegisterError::NotFound);
    });
}

#[test]
fn one_entry_changes_sixteen_certificates_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let one = |account| FirstRegistration {
            claims: claims(&[RightKind::Holding]),
            ..resource_with(account, &[1])
        };
        let object = entered(ENTERPRISE, one(ENTERPRISE));
        for account in ENTERPRISES.take(16) {
            entered(account, one(account));
        }
        let all: Vec<u32> = (0..17).collect();
        refused(|| end_rights(object, &all, None), RegisterError::Full);
        assert_eq!(end_rights(object, &all[..16], None), Ok(()));
    });
}

#[test]
fn open_objections_are_listed_by_their_object() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let open = || Objects::<Test>::get(object).unwrap().open_objections.to_vec();
        let objections: Vec<_> = (0..8).map(ObjectionId).collect();
        for objection in &objections {
            assert_eq!(Registry::open_objection(object, *objection), Ok(()));
        }
        assert_eq!(open(), objections);
        refused(
            || Registry::open_objection(object, OBJECTION),
            RegisterError::Full,
        );
        refused(
            || Registry::open_objection(ObjectId(1), OBJECTION),
            RegisterError::NotFound,
        );
        Registry::close_objection(object, objections[2]);
        Registry::close_objection(ObjectId(1), objections[3]);
        assert_eq!(open().len(), 7);
        assert!(!open().contains(&objections[2]));
    });
}

#[test]
fn parties_and_regime_of_a_case_are_known_while_it_is_open() {
    ExtBuilder::default().build_and_execute(|| {
        let power = grant_power(ENTERPRISE, AGENT);
        let filing = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
        assert_ok!(Registry::file(
            signed(AGENT),
            Capacity::Agent(power),
            Box::new(filing)
        ));
        let case = CaseId::new(AUTHORITY, 1).unwrap();
        let parties = [ENTERPRISE, SECOND_ENTERPRISE, AGENT].map(party);
        assert_eq!(Registry::parties_of_case(case), Some(parties.to_vec()));
        assert_eq!(Registry::regime_of_case(case), Some(NATIONAL_2026));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_eq!(Registry::parties_of_case(case), None);
        assert_eq!(Registry::regime_of_case(case), None);
        assert_eq!(Registry::next_serial(AUTHORITY), Some(2));
        assert_eq!(
            file(ENTERPRISE, resource(ENTERPRISE)),
            CaseId::new(AUTHORITY, 3).unwrap()
        );
    });
}

#[test]
fn a_stopped_case_stands_still_until_it_is_released() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-04 10:00");
        assert_eq!(Registry::stop_case(case, CONFLICT), Ok(()));
        assert_eq!(status(case), Status::InConflict);
        refused(|| Registry::stop_case(case, CONFLICT), RegisterError::Full);
        let examine = || Registry::examine(signed(EXAMINER), case, Box::new(granting(case)));
        assert_noop!(examine(), Error::<Test>::InConflict);
        set_now("2026-11-20 10:00");
        Registry::release_case(case, false);
        // Two days were used; eight run from Friday November 20.
        assert_eq!(
            status(case),
            Status::Examining {
                due: Some(due("2026-12-02")),
                by_silence: false
            }
        );
        assert_ok!(examine());
    });
}

#[test]
fn a_case_that_yields_is_only_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let case = examined(ENTERPRISE, resource(ENTERPRISE));
        assert_eq!(Registry::stop_case(case, CONFLICT), Ok(()));
        assert_noop!(
            Registry::approve(signed(REVIEWER), case),
            Error::<Test>::InConflict
        );
        Registry::release_case(case, true);
        assert_noop!(
            Registry::approve(signed(REVIEWER), case),
            Error::<Test>::CaseYields
        );
        refuse(case);
        let nowhere = CaseId::new(AUTHORITY, 99).unwrap();
        refused(|| Registry::stop_case(nowhere, CONFLICT), RegisterError::NotFound);
        refused(|| Registry::stop_case(case, CONFLICT), RegisterError::NotFound);
        Registry::release_case(nowhere, true);
    });
}

#[test]
fn silence_accepts_nothing_that_stands_still() {
    ExtBuilder::default().build_and_execute(|| {
        // Filed on Monday; stopped on Tuesday, the first of three days; released on Friday the 20th.
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-03 10:00");
        assert_eq!(Registry::stop_case(case, CONFLICT), Ok(()));
        assert_eq!(status(case), Status::InConflict);
        set_now("2026-11-20 10:00");
        Registry::release_case(case, false);
        let last = due("2026-11-24");
        assert_eq!(status(case), Status::Filed { due: last });
        set_now("2026-11-24 23:59:59");
        assert_eq!(status(case), Status::Filed { due: last });
        set_now("2026-11-25 00:00:00");
        let silent = Status::Examining {
            due: Some(due("2026-12-09")),
            by_silence: true,
        };
        assert_eq!(status(case), silent);
        assert_ok!(Registry::inquire(signed(EXAMINER), case, Inquired::Other, LETTER));
        assert_eq!(stored(case).clock, Some(CaseClock::start(10, day("2026-11-25"))));
    });
}

#[test]
fn what_silence_accepted_before_a_conflict_is_accepted() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        set_now("2026-11-09 10:00");
        assert_eq!(Registry::stop_case(case, CONFLICT), Ok(()));
        assert_eq!(stored(case).stage, Stage::Accepted);
        assert_eq!(stored(case).accepted_at, Some(at("2026-11-06 00:00")));
        assert_eq!(review(case), (1, 10, None));
    });
}

#[test]
fn in_a_conflict_a_completed_or_re_assessed_case_begins_with_a_clock_that_stands_still() {
    ExtBuilder::default().build_and_execute(|| {
        let completed = file(ENTERPRISE, resource(ENTERPRISE));
        return_case(completed, 10);
        let re_assessed = examined(ENTERPRISE, resource(ENTERPRISE));
        refuse(re_assessed);
        appeal(ENTERPRISE, re_assessed);
        for case in [completed, re_assessed] {
            assert_eq!(Registry::stop_case(case, CONFLICT), Ok(()));
        }
        set_now("2026-11-05 10:00");
        let mut filing = resource(ENTERPRISE);
        filing.evidence = evidence(&[
            EvidenceKind::Identity,
            EvidenceKind::LawfulAcquisition,
            EvidenceKind::Contract,
        ]);
        assert_ok!(Registry::resubmit(
            signed(ENTERPRISE),
            OWN,
            completed,
            Box::new(filing)
        ));
        let anew = quanji_primitives::case::Reassessment::ExaminedAnew;
        assert_ok!(Registry::decide_appeal(
            signed(SECOND_REVIEWER),
            re_assessed,
            anew,
            digest(7)
        ));
        for case in [completed, re_assessed] {
            set_now("2026-11-10 10:00");
            assert_eq!(
                (stored(case).stage, status(case)),
                (Stage::Accepted, Status::InConflict)
            );
            assert_eq!(review(case), (0, 10, None));
            Registry::release_case(case, false);
            assert_eq!(review(case), (0, 10, Some(due("2026-11-24"))));
        }
    });
}

#[test]
fn a_notice_goes_on_while_the_case_stands_still() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        let clock = stored(case).clock;
        set_now("2026-11-04 10:00");
        assert_eq!(Registry::stop_case(case, CONFLICT), Ok(()));
        end_notice(case);
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::InConflict
        );
        set_now("2026-11-05 10:00");
        Registry::release_case(case, false);
        assert_eq!(stored(case).clock, clock);
        end_notice(case);
        enter(case);
    });
}
