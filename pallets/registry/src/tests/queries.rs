//! What readers ask.

use super::*;
use crate::Title;
use quanji_primitives::EntryNo;

#[test]
fn a_title_lists_all_rights_certificates_and_fingerprints() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1, 2]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1, 3]));
        set_now("2026-12-01 09:00");
        let Title {
            now,
            object: of,
            record,
            rights,
            certificates,
            fingerprints,
            marks,
        } = Registry::title(object).unwrap();
        assert_eq!((now, of), (at("2026-12-01 09:00"), object));
        assert_eq!(Some(record), Objects::<Test>::get(object));
        let kinds: Vec<_> = rights.iter().map(|right| right.kind).collect();
        assert_eq!(kinds, [RightKind::ALL, RightKind::ALL].concat());
        let numbers: Vec<_> = certificates
            .iter()
            .map(|certificate| certificate.rights.to_vec())
            .collect();
        assert_eq!(numbers, [[0, 1, 2], [3, 4, 5]]);
        assert_eq!(fingerprints, [1, 2, 3].map(fingerprint));
        assert_eq!(marks, []);
        assert_eq!(Registry::title(ObjectId(0)), None);
    });
}

#[test]
fn a_certificate_is_found_by_its_number() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let certificate = Certificates::<Test>::get(object, 0).unwrap();
        let found = Registry::certificate_by_number(certificate.number);
        assert_eq!(found, Some((object, certificate)));
        assert_eq!(
            Registry::certificate_by_number("SJ4412026110002".parse().unwrap()),
            None
        );
    });
}

#[test]
fn holdings_are_answered_a_hundred_at_a_time() {
    ExtBuilder::default().build_and_execute(|| {
        let objects: Vec<_> = (0..103)
            .map(|_| entered(ENTERPRISE, resource(ENTERPRISE)))
            .collect();
        let listed = |from| -> Vec<ObjectId> {
            Registry::holdings(party(ENTERPRISE), from)
                .into_iter()
                .map(|(object, _)| object)
                .collect()
        };
        assert_eq!(listed(0), objects[..100]);
        assert_eq!(listed(100), objects[100..]);
        assert_eq!(listed(3), objects[3..]);
        assert_eq!(listed(103), []);
        assert_eq!(listed(u32::MAX), []);
        assert_eq!(Registry::holdings(party(SECOND_ENTERPRISE), 0), []);
    });
}

#[test]
fn case_and_standing_are_answered_while_the_case_is_in_state() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_eq!(Registry::case(case), Some(stored(case)));
        assert_eq!(
            Registry::case_standing(case).map(|standing| standing.status),
            Some(Status::Filed {
                due: due("2026-11-05")
            })
        );
        let nowhere = CaseId::new(OTHER_AUTHORITY, 1).unwrap();
        assert_eq!(
            (Registry::case(nowhere), Registry::case_standing(nowhere)),
            (None, None)
        );
    });
}

#[test]
fn a_fingerprint_leads_to_the_first_object_that_has_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        assert_eq!(
            Registry::object_by_fingerprint(fingerprint(1).digest),
            Some(object)
        );
        assert_eq!(Registry::object_by_fingerprint(fingerprint(2).digest), None);
    });
}

#[test]
fn a_deadline_in_a_year_without_calendar_is_provisional() {
    ExtBuilder::at("2026-12-30 09:00").build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        let provisional = Due {
            day: day("2027-01-04"),
            provisional: true,
        };
        assert_eq!(status(case), Status::Filed { due: provisional });
    });
}

#[test]
fn an_ended_case_leads_to_its_entry_wherever_that_was_made() {
    ExtBuilder::default().build_and_execute(|| {
        let first = ready_to_enter(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        assert_eq!(Registry::entry_of_case(first), None, "not entered yet");
        let object = enter(first);
        let entry = |number| Some(EntryNo { object, number });
        let holder = ready_to_enter(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        enter(holder);
        let lesser = FirstRegistration {
            claims: claims(&[RightKind::Holding]),
            ..resource_with(ENTERPRISE, &[2])
        };
        let other = entered(ENTERPRISE, lesser);
        let rights = ready_to_enter(ENTERPRISE, further(ENTERPRISE, other, &[RightKind::Operating]));
        enter(rights);
        assert_eq!(Registry::entry_of_case(first), entry(1));
        assert_eq!(Registry::entry_of_case(holder), entry(2));
        let in_other = EntryNo {
            object: other,
            number: 2,
        };
        assert_eq!(Registry::entry_of_case(rights), Some(in_other));
        assert_eq!(crate::EntryOfCase::<Test>::iter().count(), 2);
    });
}

#[test]
fn what_was_not_entered_leads_nowhere() {
    ExtBuilder::default().build_and_execute(|| {
        let case = file(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_ok!(Registry::close(signed(EXAMINER), case));
        assert_eq!(Registry::entry_of_case(case), None);
        // An imported object has a serial number of its own, and no case.
        let imported = import::imported(ENTERPRISE, "GD-2024-0017");
        assert!(Objects::<Test>::contains_key(imported));
        assert_eq!(Registry::entry_of_case(CaseId(imported.0)), None);
    });
}

#[test]
fn whether_a_text_may_be_published_is_told_beforehand() {
    ExtBuilder::default().build_and_execute(|| {
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        let ask = |account, text: &[u8]| Registry::can_publish(account, case, Some(text.to_vec()), None);
        assert_eq!(ask(EXAMINER, TEXT), Ok(()));
        assert_eq!(
            ask(EXAMINER, b"another"),
            Err(Error::<Test>::TextNotAsFiled.into())
        );
        assert_eq!(ask(REVIEWER, TEXT), Err(Error::<Test>::RoleMissing.into()));
        let none = CaseId::new(AUTHORITY, 99).unwrap();
        assert_eq!(
            Registry::can_publish(EXAMINER, none, None, None),
            Err(Error::<Test>::CaseNotFound.into())
        );
        publish(case);
        assert_eq!(ask(EXAMINER, TEXT), Err(Error::<Test>::WrongStage.into()));
    });
}

#[test]
fn a_right_is_in_force_until_the_second_its_term_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let end = Rights::<Test>::get(object, 0).unwrap().valid_until;
        world(|world| world.now.0 = end.0 - 1);
        assert_eq!(Registry::in_force(object), [0, 1, 2]);
        world(|world| world.now = end);
        assert_eq!(Registry::in_force(object), [0; 0]);
        assert_eq!(Registry::in_force(ObjectId(0)), [0; 0]);
    });
}
