//! A further lawful holder of the same object: separate rights, a second certificate, one more entry (NG 21).

use super::*;
use crate::Fingerprints;
use quanji_primitives::v1::{history_after, EntryContent, NO_HISTORY};

/// The entry that `enter` writes now.
fn entry_of(case: CaseId) -> Entry {
    assert_ok!(Registry::enter(signed(seats(case).1), case, None, None, None));
    last_entry()
}

#[test]
fn a_further_holder_has_rights_and_certificate_of_its_own_in_the_same_object() {
    ExtBuilder::default().build_and_execute(|| {
        let first = entry_of(ready_to_enter(ENTERPRISE, resource_with(ENTERPRISE, &[1])));
        let object = first.no.object;
        let filing = FirstRegistration {
            authority: OTHER_AUTHORITY,
            claims: claims(&[RightKind::Holding, RightKind::ProcessingUse]),
            ..resource_with(SECOND_ENTERPRISE, &[1, 2])
        };
        let case = ready_to_enter(SECOND_ENTERPRISE, filing);
        let before = Objects::<Test>::get(object).unwrap();
        let second = entry_of(case);

        assert_eq!((second.no.object, second.no.number), (object, 2));
        assert_eq!(second.authority, OTHER_AUTHORITY);
        assert_eq!(basis_of(&second).case, case);
        let EntryContent::FurtherHolder {
            rights, certificates, ..
        } = &second.content
        else {
            panic!("the entry adds a holder")
        };
        assert_eq!(rights.len(), 2);
        for (number, right) in (3..).zip(rights) {
            assert_eq!(right.holders, Holders::Sole(party(SECOND_ENTERPRISE)));
            assert_eq!((right.certificate, right.entry), (1, 2));
            assert_eq!(Rights::<Test>::get(object, number).as_ref(), Some(right));
        }
        let [certificate] = &certificates[..] else {
            panic!("one applicant has one certificate")
        };
        assert_eq!(certificate.number.as_str(), "SJ1112026110001");
        assert_eq!((certificate.issue, certificate.rights.to_vec()), (1, vec![3, 4]));
        assert_eq!(Certificates::<Test>::get(object, 1).as_ref(), Some(certificate));

        let record = Objects::<Test>::get(object).unwrap();
        let counts = (
            record.rights,
            record.certificates,
            record.entries,
            record.fingerprints,
        );
        assert_eq!(counts, (5, 2, 2, 2));
        // Facts, authority and the first day are those of the first registration.
        assert_eq!((&record.facts, record.authority), (&before.facts, AUTHORITY));
        assert_eq!(record.entered_at, before.entered_at);
        // The case's own serial number stays without an object.
        assert_eq!(Objects::<Test>::get(ObjectId(case.0)), None);
        assert_eq!(Fingerprints::<Test>::get(object, 1), Some(fingerprint(2)));
    });
}

#[test]
fn the_history_of_an_object_chains_all_its_entries() {
    ExtBuilder::default().build_and_execute(|| {
        let accounts = [ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON];
        let entries: Vec<Entry> = accounts
            .map(|account| entry_of(ready_to_enter(account, resource_with(account, &[1]))))
            .into();
        let object = entries[0].no.object;
        let mut history = NO_HISTORY;
        for (number, entry) in (1..).zip(&entries) {
            assert_eq!(
                (entry.no.object, entry.no.number, entry.previous),
                (object, number, history)
            );
            history = history_after(entry);
        }
        assert_eq!(Objects::<Test>::get(object).unwrap().history, history);
    });
}

#[test]
fn the_earlier_holder_s_rights_and_certificate_stay_as_they_were() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let before = (
            [0, 1, 2].map(|number| Rights::<Test>::get(object, number)),
            Certificates::<Test>::get(object, 0),
        );
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let after = (
            [0, 1, 2].map(|number| Rights::<Test>::get(object, number)),
            Certificates::<Test>::get(object, 0),
        );
        assert_eq!(before, after);
        assert_eq!(Registry::holdings(party(ENTERPRISE), 0).len(), 1);
        assert_eq!(Registry::holdings(party(SECOND_ENTERPRISE), 0).len(), 1);
    });
}

#[test]
fn a_fingerprint_of_another_object_stays_with_that_object() {
    ExtBuilder::default().build_and_execute(|| {
        let of_two_kinds = FirstRegistration {
            claims: claims(&RightKind::ALL[..2]),
            ..resource_with(ENTERPRISE, &[1])
        };
        let first = entered(ENTERPRISE, of_two_kinds);
        let other = entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[2]));
        let further = FirstRegistration {
            fingerprints: fingerprints(&[1, 2, 3]),
            ..further(ENTERPRISE, first, &RightKind::ALL[2..])
        };
        assert_eq!(entered(ENTERPRISE, further), first);
        let found = |byte| Registry::object_by_fingerprint(fingerprint(byte).digest);
        assert_eq!([1, 2, 3].map(found), [Some(first), Some(other), Some(first)]);
        let counts = [first, other].map(|object| Objects::<Test>::get(object).unwrap().fingerprints);
        assert_eq!(counts, [2, 1]);
    });
}

#[test]
fn a_holder_whose_rights_have_lapsed_is_entered_again_in_the_same_object() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        set_now("2031-11-12 09:00");
        assert_eq!(entered(ENTERPRISE, resource_with(ENTERPRISE, &[1])), object);
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.rights, record.certificates, record.entries), (6, 2, 2));
    });
}

#[test]
fn a_further_holder_adds_nothing_to_the_lineage_of_the_object() {
    ExtBuilder::default().build_and_execute(|| {
        let source = entered(ENTERPRISE, resource(ENTERPRISE));
        let with_print = |account, lineage: &[Source]| FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..product(account, lineage)
        };
        let object = entered(
            ENTERPRISE,
            with_print(ENTERPRISE, &[Source::Unregistered(digest(1))]),
        );
        let again = entered(
            SECOND_ENTERPRISE,
            with_print(SECOND_ENTERPRISE, &[Source::Object(source)]),
        );
        assert_eq!(again, object);
        assert_eq!(Objects::<Test>::get(source).unwrap().derived, 0);
    });
}
