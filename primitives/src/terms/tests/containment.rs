//! Containment as properties, and every member alone.

use super::*;
use proptest::prelude::*;

fn limits() -> Limits {
    Limits::of_licence(&freight(), calls(10_000))
}

fn set(of: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
    proptest::sample::subsequence(of, 1..=of.len())
}

fn any_terms() -> impl Strategy<Value = LicenceTerms> {
    let kinds = [
        LicenceKind::NonExclusive,
        LicenceKind::Sole,
        LicenceKind::Exclusive,
    ];
    let media = [Medium::Interface, Medium::DataSet, Medium::OnSite];
    let authorisation = [
        None,
        Some(AuthorisationMode::Whole { approval: DIGEST }),
        Some(AuthorisationMode::Field {
            list: DIGEST,
            approval: DIGEST,
        }),
        Some(AuthorisationMode::Scene {
            scene: 1,
            list: DIGEST,
            approval: DIGEST,
        }),
    ]
    .map(|mode| mode.map(authorised));
    (
        proptest::sample::select(kinds.to_vec()),
        any::<bool>(),
        set(&[1, 2, 3]),
        set(&[1, 44, 45, 81, 99]),
        proptest::sample::subsequence(media.to_vec(), 0..=3),
        1u64..4,
        0u8..4,
        proptest::sample::select(authorisation.to_vec()),
    )
        .prop_map(
            |(kind, operating, codes, regions, media, until, sublicensing, authorisation)| LicenceTerms {
                kind,
                gives: if operating {
                    RightKind::Operating
                } else {
                    RightKind::ProcessingUse
                },
                purposes: purposes(&codes),
                territory: territory(&regions),
                media: media.try_into().unwrap(),
                quantity: None,
                valid_until: Moment(until),
                sublicensing,
                authorisation,
                ..freight()
            },
        )
}

fn inside(inner: &LicenceTerms, outer: &LicenceTerms) -> bool {
    inner.scope_within(&Limits::of_licence(outer, None)).is_ok()
}

proptest! {
    #[test]
    fn a_scope_lies_within_itself(terms in any_terms()) {
        prop_assert!(inside(&terms, &terms));
    }

    #[test]
    fn a_scope_within_another_within_a_third_lies_within_the_third(
        inner in any_terms(), middle in any_terms(), outer in any_terms()
    ) {
        if inside(&inner, &middle) && inside(&middle, &outer) {
            prop_assert!(inside(&inner, &outer));
        }
    }

    /// Narrowing each member of some terms gives terms within them, all the way down.
    #[test]
    fn what_is_narrowed_lies_within(outer in any_terms(), cut in any::<[bool; 4]>()) {
        let mut inner = outer.clone();
        if cut[0] { inner.kind = LicenceKind::NonExclusive; }
        if cut[1] { inner.gives = RightKind::ProcessingUse; }
        if cut[2] { inner.purposes.truncate(1); inner.territory.truncate(1); }
        if cut[3] { inner.valid_until = Moment(0); }
        prop_assert!(inside(&inner, &outer));
    }

    #[test]
    fn what_is_named_as_exceeding_is_really_asked_and_not_allowed(inner in any_terms(), outer in any_terms()) {
        let limits = Limits::of_licence(&outer, None);
        if let Err(exceeds) = inner.scope_within(&limits) {
            let Exceeds { member, asked, allowed } = *exceeds;
            prop_assert_ne!(&asked, &allowed);
            if let (Member::Territory, Amount::Territory(more)) = (member, asked) {
                prop_assert!(more.iter().all(|region| !outer.covers_region(*region)));
            }
        }
    }
}

#[test]
fn the_sub_licence_of_the_story_lies_within() {
    assert_eq!(sub().within(&limits()), Ok(()));
    assert_eq!(freight().within(&Limits::of_root(&root_right())), Ok(()));
}

#[test]
fn every_member_alone_exceeds_and_is_named_with_both_values() {
    let route = |until| {
        let (kind, document) = (ExportRouteKind::StandardContract, DIGEST);
        Some(ExportRoute {
            kind,
            document,
            until: Moment(until),
        })
    };
    let whole = authorised(AuthorisationMode::Whole { approval: DIGEST });
    let with = |change: fn(&mut LicenceTerms)| {
        let mut terms = sub();
        change(&mut terms);
        terms
    };
    let asked = [
        (
            with(|terms| terms.gives = RightKind::Operating),
            Member::Right,
            Amount::Rights(crate::rights::RightKinds::OPERATING),
            Amount::Rights(crate::rights::RightKinds::USE),
        ),
        (
            with(|terms| terms.kind = LicenceKind::Exclusive),
            Member::Kind,
            Amount::Kind(LicenceKind::Exclusive),
            Amount::Kind(LicenceKind::Sole),
        ),
        (
            with(|terms| terms.purposes = purposes(&[1, 2])),
            Member::Purposes,
            Amount::Purposes(purposes(&[2])),
            Amount::Purposes(purposes(&[1])),
        ),
        (
            with(|terms| terms.territory = territory(&[31, 44])),
            Member::Territory,
            Amount::Territory(territory(&[31])),
            Amount::Territory(territory(&[44, 45])),
        ),
        (
            with(|terms| terms.valid_until = Moment(1_001)),
            Member::Until,
            Amount::Until(Moment(1_001)),
            Amount::Until(Moment(1_000)),
        ),
        (
            LicenceTerms {
                export: route(499),
                ..sub()
            },
            Member::Export,
            Amount::Until(Moment(500)),
            Amount::Until(Moment(499)),
        ),
        (
            with(|terms| terms.sublicensing = 1),
            Member::Sublicensing,
            Amount::Levels(2),
            Amount::Levels(1),
        ),
        (
            with(|terms| terms.quantity = calls(10_001)),
            Member::Quantity,
            Amount::Quantity(calls(10_001)),
            Amount::Quantity(calls(10_000)),
        ),
        (
            with(|terms| terms.quantity = None),
            Member::Quantity,
            Amount::Quantity(None),
            Amount::Quantity(calls(10_000)),
        ),
    ];
    for (terms, member, asked, allowed) in asked {
        assert_eq!(
            terms.within(&limits()),
            Err(Box::new(Exceeds {
                member,
                asked,
                allowed
            }))
        );
    }
    let by_medium = Limits {
        media: vec![Medium::OnSite].try_into().unwrap(),
        ..limits()
    };
    assert_eq!(sub().within(&by_medium).unwrap_err().member, Member::Media);
    let by_field = authorised(AuthorisationMode::Field {
        list: DIGEST,
        approval: DIGEST,
    });
    let limited = Limits {
        authorisation: Some(by_field),
        ..limits()
    };
    let as_a_whole = LicenceTerms {
        authorisation: Some(whole),
        ..sub()
    };
    assert_eq!(
        as_a_whole.within(&limited).unwrap_err().member,
        Member::Authorisation
    );
    assert_eq!(sub().within(&limited).unwrap_err().member, Member::Authorisation);
    // What an operator has to keep safe, and how it leaves, is settled with each.
    let of_its_own = LicenceTerms {
        authorisation: Some(Authorisation {
            exit_terms: Digest::Sm3([8; 32]),
            safety_duties: Digest::Sm3([9; 32]),
            ..by_field
        }),
        ..sub()
    };
    assert_eq!(of_its_own.within(&limited), Ok(()));
}

#[test]
fn the_country_covers_its_provinces_and_not_what_is_abroad() {
    let country = Limits {
        territory: Some(territory(&[1])),
        ..limits()
    };
    assert_eq!(sub().within(&country), Ok(()));
    let abroad = LicenceTerms {
        territory: territory(&[81]),
        ..sub()
    };
    assert_eq!(abroad.within(&country).unwrap_err().member, Member::Territory);
    assert!(abroad.needs_export_route(false) && sub().needs_export_route(true));
    assert!(!sub().needs_export_route(false));
}

#[test]
fn terms_are_well_formed_or_say_what_is_not() {
    assert_eq!(freight().check(), Ok(()));
    let scene = Some(authorised(AuthorisationMode::Scene {
        scene: 2,
        list: DIGEST,
        approval: DIGEST,
    }));
    for (terms, error) in [
        (
            LicenceTerms {
                gives: RightKind::Holding,
                ..freight()
            },
            TermsError::Right,
        ),
        (
            LicenceTerms {
                purposes: purposes(&[]),
                ..freight()
            },
            TermsError::Purposes,
        ),
        (
            LicenceTerms {
                purposes: purposes(&[2, 1]),
                ..freight()
            },
            TermsError::Purposes,
        ),
        (
            LicenceTerms {
                territory: territory(&[]),
                ..freight()
            },
            TermsError::Territory,
        ),
        (
            LicenceTerms {
                territory: territory(&[2]),
                ..freight()
            },
            TermsError::Territory,
        ),
        (
            LicenceTerms {
                territory: territory(&[44, 44]),
                ..freight()
            },
            TermsError::Territory,
        ),
        (
            LicenceTerms {
                media: vec![Medium::OnSite, Medium::DataSet].try_into().unwrap(),
                ..freight()
            },
            TermsError::Media,
        ),
        (
            LicenceTerms {
                quantity: calls(0),
                ..freight()
            },
            TermsError::Quantity,
        ),
        (
            LicenceTerms {
                sublicensing: 4,
                ..freight()
            },
            TermsError::Sublicensing,
        ),
        (
            LicenceTerms {
                authorisation: scene,
                ..freight()
            },
            TermsError::Scene,
        ),
    ] {
        assert_eq!(terms.check(), Err(error));
    }
}
