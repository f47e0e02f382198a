//! `offer`: terms by themselves, and the data they are about.

use super::*;
use quanji_primitives::terms::{DepartmentConsent, Purposes, Territory};

fn offer_on(serial: u64, terms: LicenceTerms) -> DispatchResult {
    offer_of(PORT, other(serial), filing(OPERATING, FREIGHT, terms))
}

fn offer(terms: LicenceTerms) -> DispatchResult {
    offer_on(1, terms)
}

fn route(until: &str) -> Option<ExportRoute> {
    Some(ExportRoute {
        kind: ExportRouteKind::StandardContract,
        document: digest(5),
        until: end_of(until),
    })
}

#[test]
fn terms_are_well_formed() {
    ExtBuilder::default().build_and_execute(|| {
        let plain = plain_terms;
        let refused = |terms, error: Error<Test>| {
            assert_noop!(offer(terms), error);
        };
        refused(
            LicenceTerms {
                gives: RightKind::Holding,
                ..plain()
            },
            Error::RightUnfit,
        );
        refused(
            LicenceTerms {
                purposes: Purposes::default(),
                ..plain()
            },
            Error::PurposesUnfit,
        );
        refused(
            LicenceTerms {
                territory: Territory::default(),
                ..plain()
            },
            Error::TerritoryUnfit,
        );
        refused(
            LicenceTerms {
                territory: territory(&[47]),
                ..plain()
            },
            Error::TerritoryUnfit,
        );
        let media = vec![Medium::OnSite, Medium::Interface].try_into().unwrap();
        refused(LicenceTerms { media, ..plain() }, Error::MediaUnfit);
        refused(
            LicenceTerms {
                quantity: calls(0),
                ..plain()
            },
            Error::QuantityUnfit,
        );
        refused(
            LicenceTerms {
                sublicensing: 4,
                ..plain()
            },
            Error::SublicensingTooDeep,
        );
        let valid_until = at("2026-11-02 09:00");
        refused(
            LicenceTerms {
                valid_until,
                ..plain()
            },
            Error::TermUnfit,
        );
    });
}

#[test]
fn purposes_stand_in_the_code_table() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = LicenceTerms {
            purposes: purposes(&[1, 90]),
            ..plain_terms()
        };
        assert_noop!(offer(unknown), Error::<Test>::PurposeUnknown);
        assert_ok!(offer(LicenceTerms {
            purposes: purposes(&[1, 12]),
            ..plain_terms()
        }));
    });
}

/// S090.
#[test]
fn what_is_negative_listed_is_not_licensed() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(offer_on(LISTED, plain_terms()), Error::<Test>::NegativeListed);
    });
}

/// S092.
#[test]
fn important_data_needs_the_consent_of_the_department() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            offer_on(IMPORTANT, plain_terms()),
            Error::<Test>::DepartmentConsentMissing
        );
        let with = |number| LicenceTerms {
            department_consent: Some(DepartmentConsent {
                number,
                document: digest(8),
            }),
            ..plain_terms()
        };
        let nothing = codec::Decode::decode(&mut &[0; 32][..]).unwrap();
        assert_noop!(
            offer_on(IMPORTANT, with(nothing)),
            Error::<Test>::ConsentNumberUnfit
        );
        assert_ok!(offer_on(IMPORTANT, with("GX-2027-012".parse().unwrap())));
    });
}

/// S017.
#[test]
fn raw_public_data_that_was_not_opened_is_not_licensed() {
    ExtBuilder::default().build_and_execute(|| {
        let authorisation = Some(authorised(AuthorisationMode::Whole { approval: digest(6) }));
        let authorised = LicenceTerms {
            authorisation,
            ..plain_terms()
        };
        assert_noop!(
            offer_on(RAW_PUBLIC, authorised.clone()),
            Error::<Test>::RawPublicData
        );
        assert_ok!(offer_on(UTILITY, authorised.clone()));
        assert_ok!(offer_on(PUBLIC_PRODUCT, authorised));
    });
}

/// S079, S080.
#[test]
fn public_data_is_licensed_by_an_authorisation_and_only_public_data_is() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            offer_on(PUBLIC_PRODUCT, plain_terms()),
            Error::<Test>::AuthorisationMissing
        );
        let scene = authorised(AuthorisationMode::Scene {
            scene: LOGISTICS,
            list: digest(6),
            approval: digest(7),
        });
        let by_scene = LicenceTerms {
            authorisation: Some(scene),
            ..plain_terms()
        };
        assert_noop!(offer(by_scene.clone()), Error::<Test>::AuthorisationUnfit);
        let two = LicenceTerms {
            purposes: purposes(&[LOGISTICS, CREDIT_SCORING]),
            ..by_scene.clone()
        };
        assert_noop!(offer_on(PUBLIC_PRODUCT, two), Error::<Test>::SceneUnfit);
        assert_ok!(offer_on(PUBLIC_PRODUCT, by_scene));
        // The record says how the operator leaves, and its duties of safety.
        let on = other(PUBLIC_PRODUCT);
        let number = LastOffer::<Test>::get(on);
        assert_ok!(Licences::accept(
            signed(FREIGHT),
            Capacity::Own,
            on,
            number,
            digest(1)
        ));
        let granted = Stored::<Test>::get(on, FIRST_LICENCE).unwrap();
        let granted = granted.terms.authorisation.unwrap();
        assert_eq!(
            (granted.exit_terms, granted.safety_duties),
            (digest(8), digest(9))
        );
    });
}

/// S093, story 9.5.
#[test]
fn a_foreign_licensee_needs_an_export_route_that_covers_the_term() {
    ExtBuilder::default().build_and_execute(|| {
        let to_sing = |export, until: &str| {
            let valid_until = end_of(until);
            let terms = LicenceTerms {
                export,
                valid_until,
                ..plain_terms()
            };
            offer_of(PORT, object(), filing(OPERATING, SING, terms))
        };
        assert_noop!(to_sing(None, "2028-12-31"), Error::<Test>::ExportRouteMissing);
        assert_noop!(
            to_sing(route("2027-05-31"), "2028-12-31"),
            Error::<Test>::ExportRouteExceeded
        );
        assert_ok!(to_sing(route("2027-05-31"), "2027-05-31"));
    });
}

#[test]
fn use_abroad_needs_an_export_route_whoever_the_licensee_is() {
    ExtBuilder::default().build_and_execute(|| {
        let in_hong_kong = LicenceTerms {
            territory: territory(&[44, 81]),
            ..plain_terms()
        };
        assert_noop!(offer(in_hong_kong.clone()), Error::<Test>::ExportRouteMissing);
        let export = route("2029-12-31");
        assert_ok!(offer(LicenceTerms {
            export,
            ..in_hong_kong
        }));
    });
}

/// S015.
#[test]
fn a_licence_does_not_outlast_the_ground_for_personal_information() {
    ExtBuilder::default().build_and_execute(|| {
        let until = |day: &str| {
            let valid_until = end_of(day);
            offer_on(
                PERSONAL,
                LicenceTerms {
                    valid_until,
                    ..plain_terms()
                },
            )
        };
        assert_noop!(until("2028-01-01"), Error::<Test>::PersonalBasisEnds);
        assert_ok!(until("2027-12-31"));
    });
}
