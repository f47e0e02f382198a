//! What readers ask.

use super::*;
use crate::Title;

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
