//! `enter` of a joint application: independent rights and a certificate for each participant (NG 21; story 2).

use super::*;
use consent_to_operating::consent;
use quanji_primitives::{regime::NumberForm, v1::EntryContent};

/// Enters `case` on an examination that refuses what stands at `refused`.
fn enter_without(case: CaseId, refused: &[usize]) -> Entry {
    let mut examination = granting(case);
    for place in refused {
        examination.decisions[*place].refused = Some(RefusalGround::UnclearAuthorisation);
    }
    examine(case, examination);
    approve(case);
    publish(case);
    end_notice(case);
    let letter = refusal_letter(case);
    assert_ok!(Registry::enter(signed(seats(case).1), case, None, None, letter));
    last_entry()
}

#[test]
fn each_participant_gets_holding_and_use_with_a_certificate_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        // Story 2.1: the operating right is claimed without the other's consent.
        let case = accepted(ENTERPRISE, fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[ENTERPRISE]));
        let entry = enter_without(case, &[2]);
        let EntryContent::FirstRegistration {
            rights, certificates, ..
        } = &entry.content
        else {
            panic!("an object came into being")
        };
        let object = entry.no.object;
        let expected = [
            (ENTERPRISE, RightKind::Holding, 0),
            (ENTERPRISE, RightKind::ProcessingUse, 0),
            (SECOND_ENTERPRISE, RightKind::Holding, 1),
            (SECOND_ENTERPRISE, RightKind::ProcessingUse, 1),
        ];
        let found: Vec<_> = rights
            .iter()
            .map(|right| (right.holders.clone(), right.kind, right.certificate))
            .collect();
        let expected = expected.map(|(account, kind, number)| (Holders::Sole(party(account)), kind, number));
        assert_eq!(found, expected);
        for (number, right) in (0..).zip(rights) {
            assert_eq!(Rights::<Test>::get(object, number).as_ref(), Some(right));
        }
        let lists: Vec<_> = certificates
            .iter()
            .map(|certificate| (certificate.number.to_string(), certificate.rights.to_vec()))
            .collect();
        let (first, second) = ("SJ4412026110001".into(), "SJ4412026110002".into());
        assert_eq!(lists, [(first, vec![0, 1]), (second, vec![2, 3])]);
        for (number, account) in [(0, ENTERPRISE), (1, SECOND_ENTERPRISE)] {
            let certificate = Certificates::<Test>::get(object, number).unwrap();
            assert_eq!(certificate, certificates[number as usize]);
            assert_eq!(Registry::holdings(party(account), 0), [(object, certificate)]);
        }
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.rights, record.certificates, record.entries), (4, 2, 1));
    });
}

#[test]
fn who_is_granted_nothing_gets_no_certificate_and_draws_no_number() {
    ExtBuilder::default().build_and_execute(|| {
        let accounts = [ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON];
        let case = accepted(ENTERPRISE, fused(&accounts, &[]));
        let entry = enter_without(case, &[2, 3]);
        let object = entry.no.object;
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.rights, record.certificates), (4, 2));
        assert_eq!(Registry::holdings(party(SECOND_ENTERPRISE), 0), []);
        let [(_, last)] = &Registry::holdings(party(NATURAL_PERSON), 0)[..] else {
            panic!("the last participant has one certificate")
        };
        assert_eq!(
            (last.number.as_str(), last.rights.to_vec()),
            ("SJ4412026110002", vec![2, 3])
        );
    });
}

#[test]
fn each_participant_has_the_years_it_asked_for() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
        filing.claims[0].years = 1;
        filing.participants[0].claims[1].years = 2;
        let case = accepted(ENTERPRISE, filing);
        let object = enter_without(case, &[]).no.object;
        let ends = [0, 1, 2, 3].map(|number| Rights::<Test>::get(object, number).unwrap().valid_until.day());
        let expected = ["2027-11-11", "2031-11-11", "2031-11-11", "2028-11-11"].map(day);
        assert_eq!(ends, expected);
    });
}

#[test]
fn a_month_without_enough_numbers_for_all_is_used() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]));
        let month = quanji_primitives::certificate_number::NumberingMonth {
            year: 2026,
            month: 11,
        };
        crate::LastNumber::<Test>::insert(AUTHORITY, (month, 9_998));
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::NumbersOfMonthUsed
        );
    });
}

#[test]
fn all_participants_with_all_consents_get_all_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let both = [ENTERPRISE, SECOND_ENTERPRISE];
        let case = accepted(ENTERPRISE, fused(&both, &both));
        let object = stored(case).object;
        consent(ENTERPRISE, object, SECOND_ENTERPRISE);
        consent(SECOND_ENTERPRISE, object, ENTERPRISE);
        let entry = enter_without(case, &[]);
        assert_eq!(basis_of(&entry).examination.granted().count(), 6);
        assert_eq!(Objects::<Test>::get(object).unwrap().rights, 6);
    });
}

#[test]
fn joint_applicants_become_further_holders_together() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let filing = FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..fused(&[SECOND_ENTERPRISE, NATURAL_PERSON], &[])
        };
        let case = accepted(SECOND_ENTERPRISE, filing);
        let entry = enter_without(case, &[]);
        assert_eq!((entry.no.object, entry.no.number), (object, 2));
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.rights, record.certificates), (7, 3));
        let of_person = Certificates::<Test>::get(object, 2).unwrap();
        assert_eq!(of_person.rights.to_vec(), [5, 6]);
    });
}

#[test]
fn one_query_code_is_no_number_for_several_certificates() {
    ExtBuilder::default().build().execute_with(|| {
        change_regime(NATIONAL_2026, |regime| regime.number_form = NumberForm::QueryCode);
        let alone = ready_to_enter(NATURAL_PERSON, resource(NATURAL_PERSON));
        let joint = ready_to_enter(ENTERPRISE, fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]));
        let enter_with_code = |case| {
            let code = Some("44010020260001".parse().unwrap());
            Registry::enter(signed(REVIEWER), case, None, code, None)
        };
        assert_noop!(enter_with_code(joint), Error::<Test>::ResultCodeUnfit);
        assert_ok!(enter_with_code(alone));
    });
}
