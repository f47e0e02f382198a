//! Registrations of public data: a query code, no rights (PD 13, 15; NG 15).

use super::*;
use file::filing_fails;
use quanji_primitives::{
    certificate_number::{CertificateNumber, ExternalNumber},
    v1::{EntryContent, Outcome, WithoutRights},
};

fn code(text: &str) -> Option<ExternalNumber> {
    Some(text.parse().unwrap())
}

fn enter_with(case: CaseId, code: Option<ExternalNumber>) -> sp_runtime::DispatchResult {
    Registry::enter(signed(seats(case).1), case, None, code, None)
}

/// The registration of a bureau's data, in which nothing is decided but the findings.
fn ready(account: u64, filing: FirstRegistration) -> CaseId {
    let case = ready_to_enter(account, filing);
    assert!(stored(case).examination.unwrap().0.decisions.is_empty());
    case
}

#[test]
fn a_registration_of_public_data_gives_a_query_code_and_no_right() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..public_data(ENTERPRISE)
        };
        // Ten working days of notice, to Monday November 16.
        let case = ready(ENTERPRISE, filing);
        assert_ok!(enter_with(case, code("44010020260001")));
        let entry = last_entry();
        let EntryContent::FirstRegistration {
            rights, certificates, ..
        } = &entry.content
        else {
            panic!("an object came into being")
        };
        assert_eq!((rights.len(), certificates.len()), (0, 1));
        let object = entry.no.object;
        let certificate = Certificates::<Test>::get(object, 0).unwrap();
        assert_eq!(certificate, certificates[0]);
        assert_eq!(certificate.number.to_string(), "query-code:44010020260001");
        let without_rights = WithoutRights {
            subject: Holders::Sole(party(ENTERPRISE)),
            valid_until: at("2029-11-18 00:00"),
        };
        assert_eq!(certificate.without_rights, Some(without_rights));
        assert_eq!(
            (certificate.rights.len(), certificate.outcome),
            (0, Outcome::Live)
        );
        let number = CertificateNumber::QueryCode(code("44010020260001").unwrap());
        assert_eq!(
            Registry::certificate_by_number(number),
            Some((object, certificate.clone()))
        );
        assert_eq!(Registry::holdings(party(ENTERPRISE), 0), [(object, certificate)]);
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!(
            (record.rights, record.certificates, record.fingerprints),
            (0, 1, 1)
        );
        assert_eq!(crate::LastNumber::<Test>::get(AUTHORITY), None);
    });
}

#[test]
fn no_right_is_claimed_in_public_data() {
    ExtBuilder::default().build_and_execute(|| {
        let mut claiming = public_data(ENTERPRISE);
        claiming.claims = claims(&[RightKind::Holding]);
        filing_fails(claiming, Error::NoRightsCreated);
        let mut with_participant = public_data(ENTERPRISE);
        let participant = Participant {
            holders: Holders::Sole(party(SECOND_ENTERPRISE)),
            claims: Default::default(),
        };
        with_participant.participants = vec![participant].try_into().unwrap();
        filing_fails(with_participant, Error::NoRightsCreated);
    });
}

#[test]
fn only_public_data_is_registered_there_that_of_organs_included() {
    ExtBuilder::default().build_and_execute(|| {
        let changed = |change: fn(&mut ObjectFacts)| {
            let mut filing = public_data(ENTERPRISE);
            change(&mut filing.facts);
            filing
        };
        let enterprise = changed(|facts| {
            facts.category = DataCategory::Enterprise;
            facts.public_class = PublicClass::None;
        });
        filing_fails(enterprise, Error::NotPublicData);
        let of_no_class = changed(|facts| facts.public_class = PublicClass::None);
        filing_fails(of_no_class, Error::PublicClassUnfit);
        // A product of authorised operation has no query code before this registration.
        let operated = changed(|facts| {
            facts.public_class = PublicClass::AuthorisedOperation {
                query_code: Default::default(),
            }
        });
        for filing in [public_data(ENTERPRISE), operated] {
            accepted(ENTERPRISE, filing);
        }
    });
}

#[test]
fn what_is_not_found_in_order_is_not_approved() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, public_data(ENTERPRISE));
        let mut examination = granting(case);
        examination.findings.compliant_content = Finding::NotMet;
        examine(case, examination);
        assert_noop!(
            Registry::approve(signed(REVIEWER), case),
            Error::<Test>::NothingGranted
        );
        let decided = Decision {
            kind: RightKind::Holding,
            refused: None,
        };
        let case = accepted(ENTERPRISE, public_data(ENTERPRISE));
        let examination = Examination {
            decisions: vec![decided].try_into().unwrap(),
            ..granting(case)
        };
        let call = Registry::examine(signed(EXAMINER), case, Box::new(examination));
        assert_noop!(call, Error::<Test>::DecisionsUnfit);
    });
}

#[test]
fn a_query_code_is_given_once_and_only_where_the_regime_gives_one() {
    ExtBuilder::default().build_and_execute(|| {
        let [first, second] = [(); 2].map(|()| ready(ENTERPRISE, public_data(ENTERPRISE)));
        let unfit = Error::<Test>::ResultCodeUnfit;
        assert_noop!(enter_with(first, None), unfit);
        assert_noop!(
            enter_with(first, code("13800138000")),
            Error::<Test>::ResultCodeUnfit
        );
        let undecodable: ExternalNumber = codec::Decode::decode(&mut &[b' '; 32][..]).unwrap();
        assert_noop!(
            enter_with(first, Some(undecodable)),
            Error::<Test>::ResultCodeUnfit
        );
        assert_ok!(enter_with(first, code("44010020260001")));
        assert_noop!(
            enter_with(second, code("44010020260001")),
            Error::<Test>::ResultCodeUnfit
        );
        assert_ok!(enter_with(second, code("44010020260002")));
        let with_rights = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(
            enter_with(with_rights, code("44010020260003")),
            Error::<Test>::ResultCodeUnfit
        );
    });
}

#[test]
fn public_data_is_registered_once_until_the_registration_lapses() {
    ExtBuilder::default().build_and_execute(|| {
        let with_print = |account| FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..public_data(account)
        };
        let case = ready(ENTERPRISE, with_print(ENTERPRISE));
        assert_ok!(enter_with(case, code("44010020260001")));
        let object = last_entry().no.object;
        filing_fails(with_print(ENTERPRISE), Error::RepeatedRegistration);
        let by_another = Registry::file(
            signed(SECOND_ENTERPRISE),
            OWN,
            Box::new(with_print(SECOND_ENTERPRISE)),
        );
        assert_noop!(by_another, Error::<Test>::PublicDataAlreadyRegistered);
        set_now("2029-11-18 00:00");
        let case = ready(SECOND_ENTERPRISE, with_print(SECOND_ENTERPRISE));
        assert_ok!(enter_with(case, code("44010020290001")));
        assert_eq!(last_entry().no.object, object);
    });
}

#[test]
fn an_operated_product_is_registered_with_rights_after_its_registration_without() {
    ExtBuilder::default().build_and_execute(|| {
        let operated = |filing: FirstRegistration, query_code: &[u8]| {
            let mut filing = FirstRegistration {
                fingerprints: fingerprints(&[1]),
                ..filing
            };
            filing.facts.category = DataCategory::Public;
            filing.facts.public_class = PublicClass::AuthorisedOperation {
                query_code: query_code.to_vec().try_into().unwrap(),
            };
            filing
        };
        let case = ready(ENTERPRISE, operated(public_data(ENTERPRISE), b""));
        assert_ok!(enter_with(case, code("44010020260001")));
        let object = last_entry().no.object;
        let filing = operated(resource(ENTERPRISE), b"44010020260001");
        assert_eq!(entered(ENTERPRISE, filing), object);
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.rights, record.certificates), (3, 2));
    });
}
