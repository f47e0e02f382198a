//! `file`: what may be applied for, and by whom.

use super::*;
use crate::LastSerial;
use quanji_primitives::{
    ids::SERIAL_MAX,
    object::{LawfulGround, PersonalInformation},
    regime::Act,
    RightId,
};
use sp_runtime::DispatchError;

pub(super) fn filing_fails(filing: FirstRegistration, error: Error<Test>) {
    let expected = DispatchError::from(error);
    assert_eq!(
        Registry::can_file(party(ENTERPRISE), Box::new(filing.clone())),
        Err(expected)
    );
    assert_noop!(
        Registry::file(signed(ENTERPRISE), OWN, Box::new(filing)),
        expected
    );
}

pub(super) fn changed(change: impl FnOnce(&mut FirstRegistration)) -> FirstRegistration {
    let mut filing = resource(ENTERPRISE);
    change(&mut filing);
    filing
}

#[test]
fn a_filed_application_is_a_case_in_state_with_one_event() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let filing = resource_with(ENTERPRISE, &[1, 2]);
        assert_eq!(
            Registry::can_file(party(ENTERPRISE), Box::new(filing.clone())),
            Ok(())
        );
        assert_ok!(Registry::file(signed(ENTERPRISE), OWN, Box::new(filing.clone())));
        let case = CaseId::new(AUTHORITY, 1).unwrap();
        let applicant = party(ENTERPRISE);
        assert_only_event(Event::CaseFiled {
            case,
            applicant,
            via: Via::Own,
            filing: Box::new(filing.clone()),
            matches: None,
        });
        let expected = Case {
            version: 1,
            act: Act::First,
            object: ObjectId::new(AUTHORITY, 1).unwrap(),
            regime: NATIONAL_2026,
            applicant,
            via: Via::Own,
            counter_officers: Default::default(),
            later_agents: Default::default(),
            received_at: at("2026-09-24 16:50"),
            filing: filing.into(),
            further_evidence: Default::default(),
            stage: Stage::Filed,
            returned: None,
            clock: None,
            accepted_at: None,
            by_silence: false,
            handler: None,
            extended: 0,
            supplement: None,
            inquiries: Default::default(),
            reports: Default::default(),
            matches: None,
            publication: None,
            examination: None,
            approval: None,
            notice: None,
            objections: Default::default(),
            refusal: None,
            termination: None,
            appeal: None,
            conflict: None,
            yields: false,
            concerned: Default::default(),
            consents: Default::default(),
            part_texts: Default::default(),
        };
        assert_eq!(stored(case), expected);
        assert_eq!(
            status(case),
            Status::Filed {
                due: due("2026-09-30")
            }
        );
    });
}

#[test]
fn serial_numbers_are_dense_and_counted_by_each_authority() {
    ExtBuilder::default().build_and_execute(|| {
        let elsewhere = FirstRegistration {
            authority: OTHER_AUTHORITY,
            ..resource(ENTERPRISE)
        };
        assert_eq!(
            file(ENTERPRISE, resource(ENTERPRISE)),
            CaseId::new(AUTHORITY, 1).unwrap()
        );
        assert_eq!(
            file(ENTERPRISE, elsewhere),
            CaseId::new(OTHER_AUTHORITY, 1).unwrap()
        );
        assert_eq!(
            file(ENTERPRISE, resource(ENTERPRISE)),
            CaseId::new(AUTHORITY, 2).unwrap()
        );
    });
}

#[test]
fn the_last_serial_number_can_be_given_but_none_after_it() {
    ExtBuilder::default().build_and_execute(|| {
        LastSerial::<Test>::insert(AUTHORITY, SERIAL_MAX - 1);
        assert_eq!(
            file(ENTERPRISE, resource(ENTERPRISE)),
            CaseId::new(AUTHORITY, SERIAL_MAX).unwrap()
        );
        let call = Registry::file(signed(ENTERPRISE), OWN, Box::new(resource(ENTERPRISE)));
        assert_noop!(call, Error::<Test>::SerialsExhausted);
    });
}

#[test]
fn only_a_party_in_good_standing_files() {
    ExtBuilder::default().build_and_execute(|| {
        let file = |origin, holder| Registry::file(origin, OWN, Box::new(resource(holder)));
        assert_noop!(file(RuntimeOrigin::none(), ENTERPRISE), DispatchError::BadOrigin);
        assert_noop!(file(RuntimeOrigin::root(), ENTERPRISE), DispatchError::BadOrigin);
        assert_noop!(file(signed(STRANGER), ENTERPRISE), Error::<Test>::NotAParty);
        assert_noop!(file(signed(EXAMINER), ENTERPRISE), Error::<Test>::NotAParty);
        assert_noop!(
            file(signed(SUSPENDED_ENTERPRISE), SUSPENDED_ENTERPRISE),
            Error::<Test>::PartySuspended
        );
        world(|world| world.parties.remove(&party(NATURAL_PERSON)));
        assert_noop!(
            file(signed(NATURAL_PERSON), NATURAL_PERSON),
            Error::<Test>::NotAParty
        );
    });
}

#[test]
fn an_unknown_regime_or_one_out_of_force_takes_no_case() {
    ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
        let unknown = RegimeId {
            system: 1,
            version: 2,
        };
        filing_fails(changed(|filing| filing.regime = unknown), Error::RegimeNotFound);
        let until = |moment| {
            world(|world| world.regimes.get_mut(&NATIONAL_2026).unwrap().effective_until = Some(moment));
        };
        until(at("2026-11-02 09:00"));
        filing_fails(resource(ENTERPRISE), Error::RegimeNotEffective);
        until(at("2026-11-02 09:00:01"));
        file(ENTERPRISE, resource(ENTERPRISE));
    });
}

#[test]
fn an_unknown_or_suspended_authority_takes_no_case() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = quanji_primitives::AuthorityId(9);
        filing_fails(
            changed(|filing| filing.authority = unknown),
            Error::AuthorityNotListed,
        );
        suspend_authority(AUTHORITY);
        filing_fails(resource(ENTERPRISE), Error::AuthorityNotListed);
        let elsewhere = changed(|filing| filing.authority = OTHER_AUTHORITY);
        file(ENTERPRISE, elsewhere);
    });
}

#[test]
fn core_data_is_never_registered_and_important_data_may_be() {
    ExtBuilder::default().build_and_execute(|| {
        filing_fails(
            changed(|filing| filing.facts.level = DataLevel::Core),
            Error::CoreData,
        );
        file(
            ENTERPRISE,
            changed(|filing| filing.facts.level = DataLevel::Important),
        );
    });
}

#[test]
fn data_of_organs_is_not_registered_and_a_utility_s_is() {
    ExtBuilder::default().build_and_execute(|| {
        let of_class = |class| {
            changed(|filing| {
                filing.facts.category = DataCategory::Public;
                filing.facts.public_class = class;
            })
        };
        filing_fails(of_class(PublicClass::OrganData), Error::OrganData);
        file(ENTERPRISE, of_class(PublicClass::Utility));
    });
}

#[test]
fn public_data_names_its_class_and_no_other_data_has_one() {
    ExtBuilder::default().build_and_execute(|| {
        let without_class = changed(|filing| filing.facts.category = DataCategory::Public);
        filing_fails(without_class, Error::PublicClassUnfit);
        for class in [PublicClass::OrganData, PublicClass::Utility] {
            let filing = changed(|filing| filing.facts.public_class = class.clone());
            filing_fails(filing, Error::PublicClassUnfit);
        }
    });
}

#[test]
fn an_act_that_the_regime_does_not_know_is_not_filed() {
    ExtBuilder::default().build_and_execute(|| {
        change_regime(NATIONAL_2026, |regime| {
            regime
                .acts
                .retain(|row| row.act != quanji_primitives::regime::Act::First)
        });
        filing_fails(resource(ENTERPRISE), Error::ActNotInRegime);
    });
}

#[test]
fn an_industry_on_the_negative_list_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let listed = changed(|filing| filing.facts.industry = NEGATIVE_LISTED_INDUSTRY);
        filing_fails(listed, Error::NegativeListed);
    });
}

#[test]
fn an_industry_stands_in_the_code_table() {
    ExtBuilder::default().build_and_execute(|| {
        for industry in [0, 98] {
            filing_fails(
                changed(|filing| filing.facts.industry = industry),
                Error::IndustryUnknown,
            );
        }
        for industry in [1, 97] {
            file(ENTERPRISE, changed(|filing| filing.facts.industry = industry));
        }
    });
}

#[test]
fn a_product_names_a_known_form_and_a_resource_has_none() {
    ExtBuilder::default().build_and_execute(|| {
        let lineage = [Source::Unregistered(digest(1))];
        for form in [None, Some(0), Some(7)] {
            let mut filing = product(ENTERPRISE, &lineage);
            filing.facts.form = form;
            filing_fails(filing, Error::ProductFormUnfit);
        }
        filing_fails(
            changed(|filing| filing.facts.form = Some(1)),
            Error::ProductFormUnfit,
        );
        file(ENTERPRISE, product(ENTERPRISE, &lineage));
    });
}

#[test]
fn a_query_code_has_no_free_text() {
    ExtBuilder::default().build_and_execute(|| {
        let with_code = |code: &[u8]| {
            let query_code = code.to_vec().try_into().unwrap();
            changed(|filing| {
                filing.facts.category = DataCategory::Public;
                filing.facts.public_class = PublicClass::AuthorisedOperation { query_code };
            })
        };
        for code in ["call Mei", "电话", "13800138000", "a@b.c"] {
            filing_fails(with_code(code.as_bytes()), Error::QueryCodeUnfit);
        }
        for code in ["", "GD-2026-000123"] {
            file(ENTERPRISE, with_code(code.as_bytes()));
        }
    });
}

#[test]
fn each_fingerprint_stands_once() {
    ExtBuilder::default().build_and_execute(|| {
        filing_fails(resource_with(ENTERPRISE, &[1, 2, 1]), Error::FingerprintRepeated);
    });
}

#[test]
fn a_product_names_what_it_was_made_from() {
    ExtBuilder::default().build_and_execute(|| {
        filing_fails(product(ENTERPRISE, &[]), Error::LineageMissing);
    });
}

#[test]
fn lineage_names_only_what_is_registered() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let nowhere = ObjectId::new(AUTHORITY, 99).unwrap();
        for source in [
            Source::Object(nowhere),
            Source::Right(RightId {
                object: nowhere,
                index: 0,
            }),
            Source::Right(RightId { object, index: 3 }),
        ] {
            filing_fails(
                product(ENTERPRISE, &[Source::Object(object), source]),
                Error::LineageUnknown,
            );
        }
        file(
            ENTERPRISE,
            product(ENTERPRISE, &[Source::Right(RightId { object, index: 2 })]),
        );
    });
}

#[test]
fn a_case_is_not_an_object_of_lineage_before_its_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
        let object = stored(case).object;
        filing_fails(
            product(ENTERPRISE, &[Source::Object(object)]),
            Error::LineageUnknown,
        );
    });
}

#[test]
fn a_description_is_named_by_sha_256() {
    ExtBuilder::default().build_and_execute(|| {
        for description in [
            Digest::Blake3_256([1; 32]),
            Digest::Blake2_256([1; 32]),
            Digest::Sm3([1; 32]),
        ] {
            filing_fails(
                changed(|filing| filing.facts.description = description),
                Error::DescriptionNotSha256,
            );
        }
    });
}

#[test]
fn personal_data_needs_its_basis_and_an_impact_assessment() {
    ExtBuilder::default().build_and_execute(|| {
        let basis = PersonalInformation {
            ground: LawfulGround::Consent,
            authorisation: digest(3),
            until: None,
        };
        let personal = |basis| {
            changed(|filing| {
                filing.facts.category = DataCategory::Personal;
                filing.facts.personal_information = basis;
            })
        };
        filing_fails(personal(None), Error::PersonalBasisMissing);
        filing_fails(personal(Some(basis)), Error::ImpactAssessmentMissing);
        // Enterprise data may bear personal information too.
        let enterprise = changed(|filing| filing.facts.personal_information = Some(basis));
        filing_fails(enterprise, Error::ImpactAssessmentMissing);
        let mut complete = personal(Some(basis));
        complete.evidence = evidence(&[
            EvidenceKind::Identity,
            EvidenceKind::LawfulAcquisition,
            EvidenceKind::ImpactAssessment,
        ]);
        file(ENTERPRISE, complete);
    });
}

#[test]
fn identity_and_lawful_acquisition_are_proven() {
    ExtBuilder::default().build_and_execute(|| {
        for kinds in [
            &[][..],
            &[EvidenceKind::Identity],
            &[EvidenceKind::LawfulAcquisition, EvidenceKind::Other],
        ] {
            filing_fails(
                changed(|filing| filing.evidence = evidence(kinds)),
                Error::EvidenceMissing,
            );
        }
    });
}

#[test]
fn truth_is_declared() {
    ExtBuilder::default().build_and_execute(|| {
        filing_fails(
            changed(|filing| filing.declaration.truthful = false),
            Error::DeclarationMissing,
        );
    });
}

#[test]
fn an_authority_takes_no_case_of_its_own_or_of_an_affiliate() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [AUTHORITY_ITSELF, AFFILIATE] {
            let file = |authority| {
                let filing = FirstRegistration {
                    authority,
                    ..resource(account)
                };
                Registry::file(signed(account), OWN, Box::new(filing))
            };
            assert_noop!(file(AUTHORITY), Error::<Test>::OwnCase);
            assert_ok!(file(OTHER_AUTHORITY));
        }
        let with_affiliate = changed(|filing| filing.holders = joint(&[ENTERPRISE, AFFILIATE]));
        filing_fails(with_affiliate, Error::OwnCase);
    });
}
