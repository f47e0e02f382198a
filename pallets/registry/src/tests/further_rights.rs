//! Further kinds of right for the holders of a registered object (story 2.2): same object, same certificate.

use super::*;
use file::filing_fails;
use quanji_primitives::v1::EntryContent;
use RightKind::{Holding, Operating, ProcessingUse};

/// An object in which the enterprise has holding and use.
fn registered() -> ObjectId {
    let filing = FirstRegistration {
        claims: claims(&[Holding, ProcessingUse]),
        ..resource_with(ENTERPRISE, &[1])
    };
    entered(ENTERPRISE, filing)
}

#[test]
fn further_rights_stand_under_the_same_number_with_a_higher_issue() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let before = Certificates::<Test>::get(object, 0).unwrap();
        let mut filing = further(ENTERPRISE, object, &[Operating]);
        filing.fingerprints = fingerprints(&[1, 2]);
        let case = file(ENTERPRISE, filing);
        // The fingerprint of the object itself is no match.
        assert_eq!((stored(case).matches, stored(case).object), (None, object));
        assert_eq!(Objects::<Test>::get(object).unwrap().open_cases.to_vec(), [case]);
        accept(case);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        assert_ok!(Registry::enter(signed(REVIEWER), case, None, None, None));
        let entry = last_entry();
        let EntryContent::FurtherRights {
            rights,
            number,
            certificate,
            fingerprints,
            ..
        } = &entry.content
        else {
            panic!("the entry adds rights")
        };
        assert_eq!((entry.no.object, entry.no.number, *number), (object, 2, 0));
        let now = stored_now();
        let expected = quanji_primitives::v1::CertificateRecord {
            issue: 2,
            rights: vec![0, 1, 2].try_into().unwrap(),
            entry: 2,
            issued_at: now,
            ..before
        };
        assert_eq!(certificate, &expected);
        assert_eq!(Certificates::<Test>::get(object, 0), Some(expected));
        assert_eq!((rights.len(), fingerprints.len()), (1, 2));
        let right = Rights::<Test>::get(object, 2).unwrap();
        assert_eq!((&right, right.kind), (&rights[0], Operating));
        assert_eq!((right.certificate, right.entry), (0, 2));
        let record = Objects::<Test>::get(object).unwrap();
        let counts = (
            record.rights,
            record.certificates,
            record.entries,
            record.fingerprints,
        );
        assert_eq!(counts, (3, 1, 2, 2));
        assert!(record.open_cases.is_empty());
        assert_eq!(Registry::holdings(party(ENTERPRISE), 0).len(), 1);
    });
}

fn stored_now() -> quanji_primitives::clock::Moment {
    world(|world| world.now)
}

#[test]
fn an_object_lists_its_cases_until_they_end() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let open = || Objects::<Test>::get(object).unwrap().open_cases.to_vec();
        let cases = [(); 3].map(|()| file(ENTERPRISE, further(ENTERPRISE, object, &[Operating])));
        assert_eq!(open(), cases);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, cases[0]));
        assert_eq!(open(), cases[1..]);
        accept(cases[1]);
        examine(cases[1], denying(cases[1], RefusalGround::UnclearAuthorisation));
        refuse(cases[1]);
        // A refused applicant may still ask for re-assessment.
        assert_eq!(open(), cases[1..]);
        set_now("2027-02-01 09:00");
        assert_ok!(Registry::close(signed(REVIEWER), cases[1]));
        assert_eq!(open(), cases[2..]);
    });
}

#[test]
fn an_object_has_eight_open_cases_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let filing = || further(ENTERPRISE, object, &[Operating]);
        let cases: Vec<_> = (0..8).map(|_| file(ENTERPRISE, filing())).collect();
        filing_fails(filing(), Error::TooManyOpenCases);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, cases[3]));
        file(ENTERPRISE, filing());
    });
}

#[test]
fn the_object_is_live_and_of_the_same_authority_regime_and_kind() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let changed = |change: fn(&mut FirstRegistration)| {
            let mut filing = further(ENTERPRISE, object, &[Operating]);
            change(&mut filing);
            filing
        };
        let nowhere = ObjectId::new(AUTHORITY, 99).unwrap();
        filing_fails(further(ENTERPRISE, nowhere, &[Operating]), Error::ObjectUnfit);
        let elsewhere = changed(|filing| filing.authority = OTHER_AUTHORITY);
        filing_fails(elsewhere, Error::ObjectUnfit);
        let other_regime = changed(|filing| {
            filing.regime = SHENZHEN_2023;
            filing.claims = vec![Claim {
                kind: Holding,
                years: 3,
            }]
            .try_into()
            .unwrap();
        });
        filing_fails(other_regime, Error::ObjectUnfit);
        let mut other_kind = product(ENTERPRISE, &[Source::Object(object)]);
        other_kind.object = Some(object);
        filing_fails(other_kind, Error::ObjectUnfit);
        let of_public_data = FirstRegistration {
            object: Some(object),
            ..public_data(ENTERPRISE)
        };
        filing_fails(of_public_data, Error::ObjectUnfit);
        Objects::<Test>::mutate(object, |record| {
            record.as_mut().unwrap().outcome = quanji_primitives::v1::Outcome::Ended(1)
        });
        filing_fails(changed(|_| ()), Error::ObjectUnfit);
    });
}

#[test]
fn further_rights_rest_on_the_source_that_was_registered() {
    ExtBuilder::default().build_and_execute(|| {
        // Of open data collected by a program, nobody has the operating right in the resource.
        let mut filing = resource(ENTERPRISE);
        filing.claims = claims(&[Holding]);
        filing.facts.source = SourceKind::OpenDataByProgram;
        let object = entered(ENTERPRISE, filing);
        let with = |change: fn(&mut ObjectFacts)| {
            let mut filing = further(ENTERPRISE, object, &[ProcessingUse]);
            filing.facts.source = SourceKind::OpenDataByProgram;
            change(&mut filing.facts);
            filing
        };
        let other_source = with(|facts| facts.source = SourceKind::Collected);
        filing_fails(other_source, Error::ObjectFactsDiffer);
        let other_category = with(|facts| {
            facts.category = DataCategory::Public;
            facts.public_class = PublicClass::Utility;
        });
        filing_fails(other_category, Error::ObjectFactsDiffer);
        let other_level = with(|facts| facts.level = DataLevel::Important);
        filing_fails(other_level, Error::ObjectFactsDiffer);
        let mut operating = with(|_| ());
        operating.claims = claims(&[Operating]);
        filing_fails(operating, Error::KindNotClaimable);
        file(ENTERPRISE, with(|_| ()));
    });
}

#[test]
fn the_class_of_public_data_stays_as_it_was_registered() {
    ExtBuilder::default().build_and_execute(|| {
        let of_utility = |mut filing: FirstRegistration| {
            filing.facts.category = DataCategory::Public;
            filing.facts.public_class = PublicClass::Utility;
            filing
        };
        let first = FirstRegistration {
            claims: claims(&[Holding]),
            ..of_utility(resource(ENTERPRISE))
        };
        let object = entered(ENTERPRISE, first);
        let mut other_class = of_utility(further(ENTERPRISE, object, &[Operating]));
        other_class.facts.public_class = PublicClass::AuthorisedOperation {
            query_code: b"44010020260001".to_vec().try_into().unwrap(),
        };
        filing_fails(other_class, Error::ObjectFactsDiffer);
        file(ENTERPRISE, of_utility(further(ENTERPRISE, object, &[Operating])));
    });
}

#[test]
fn exactly_the_holders_of_a_live_certificate_ask() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let mut filing = further(ENTERPRISE, object, &[Operating]);
        filing.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        filing_fails(filing, Error::NotTheHolders);
        let of_another = Registry::file(
            signed(SECOND_ENTERPRISE),
            OWN,
            Box::new(further(SECOND_ENTERPRISE, object, &[Operating])),
        );
        assert_noop!(of_another, Error::<Test>::NotTheHolders);
        let mut with_participant = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
        with_participant.object = Some(object);
        filing_fails(with_participant, Error::NotTheHolders);
    });
}

#[test]
fn what_is_held_in_force_is_not_asked_for_again() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let again = further(ENTERPRISE, object, &[Holding, Operating]);
        filing_fails(again.clone(), Error::RepeatedRegistration);
        // A case that another one has overtaken is stopped at its entry.
        let cases = [(); 2].map(|()| ready_to_enter(ENTERPRISE, further(ENTERPRISE, object, &[Operating])));
        enter(cases[0]);
        assert_noop!(
            Registry::enter(signed(REVIEWER), cases[1], None, None, None),
            Error::<Test>::RepeatedRegistration
        );
        // What has lapsed may be registered again, under the same certificate.
        set_now("2032-01-05 09:00");
        assert_eq!(entered(ENTERPRISE, again), object);
        let certificate = Certificates::<Test>::get(object, 0).unwrap();
        assert_eq!((certificate.issue, certificate.rights.len()), (3, 5));
    });
}

#[test]
fn a_certificate_lists_sixteen_rights_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let all = || further(ENTERPRISE, object, &RightKind::ALL);
        for year in 2032..2036 {
            set_now(&format!("{}-01-05 09:00", year * 6 - 10_160));
            assert_eq!(entered(ENTERPRISE, all()), object);
        }
        set_now("2068-01-05 09:00");
        let case = ready_to_enter(ENTERPRISE, all());
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::TooManyRights
        );
    });
}
