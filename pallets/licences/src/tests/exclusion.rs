//! Exclusive, sole and non-exclusive, inside one right of first registration (S013, story 9.2).

use super::*;

fn offer(licensor: u64, parent: u32, licensee: u64, terms: LicenceTerms) -> DispatchResult {
    offer_of(licensor, object(), filing(parent, licensee, terms))
}

#[test]
fn a_sole_licence_bars_third_parties_where_it_overlaps() {
    ExtBuilder::default().build_and_execute(|| {
        freight_licence();
        let in_44 = LicenceTerms {
            territory: territory(&[44]),
            ..plain_terms()
        };
        assert_noop!(
            offer(PORT, OPERATING, THIRD, in_44.clone()),
            Error::<Test>::ExcludedByLicence
        );
        let in_31 = LicenceTerms {
            territory: territory(&[31]),
            ..plain_terms()
        };
        assert_ok!(offer(PORT, OPERATING, THIRD, in_31));
        let for_scoring = LicenceTerms {
            purposes: purposes(&[CREDIT_SCORING]),
            ..in_44
        };
        assert_ok!(offer(PORT, OPERATING, THIRD, for_scoring));
    });
}

#[test]
fn an_independent_holder_is_never_bound() {
    ExtBuilder::default().build_and_execute(|| {
        let exclusive = LicenceTerms {
            kind: LicenceKind::Exclusive,
            ..sole_terms()
        };
        granted(PORT, filing(OPERATING, FREIGHT, exclusive.clone()));
        granted(SHIP, filing(INDEPENDENT, THIRD, exclusive));
    });
}

#[test]
fn earlier_licences_go_on_beside_an_exclusive_one_that_lists_them() {
    ExtBuilder::default().build_and_execute(|| {
        let earlier = granted(PORT, filing(OPERATING, THIRD, plain_terms()));
        let exclusive = LicenceTerms {
            kind: LicenceKind::Exclusive,
            ..sole_terms()
        };
        assert_noop!(
            offer(PORT, OPERATING, FREIGHT, exclusive.clone()),
            Error::<Test>::EarlierLicenceNotListed
        );
        let subject_to = vec![earlier].try_into().unwrap();
        let listed = LicenceFiling {
            subject_to,
            ..filing(OPERATING, FREIGHT, exclusive)
        };
        let number = granted(PORT, listed);
        assert_eq!(stored(number).subject_to.as_slice(), [earlier]);
        assert!(is_in_force(earlier) && is_in_force(number));
    });
}

#[test]
fn only_licences_in_force_of_the_same_right_are_listed_and_only_by_who_excludes() {
    ExtBuilder::default().build_and_execute(|| {
        let earlier = granted(PORT, filing(OPERATING, THIRD, plain_terms()));
        let elsewhere = granted(SHIP, filing(INDEPENDENT, THIRD, plain_terms()));
        let with = |kind, listed: &[u32]| {
            let subject_to = listed.to_vec().try_into().unwrap();
            let terms = LicenceTerms { kind, ..sole_terms() };
            offer_of(
                PORT,
                object(),
                LicenceFiling {
                    subject_to,
                    ..filing(OPERATING, FREIGHT, terms)
                },
            )
        };
        let sole = LicenceKind::Sole;
        for listed in [
            &[earlier, earlier][..],
            &[elsewhere],
            &[OPERATING],
            &[77],
            &[elsewhere, earlier],
        ] {
            assert_noop!(with(sole, listed), Error::<Test>::SubjectToUnfit);
        }
        assert_noop!(
            with(LicenceKind::NonExclusive, &[earlier]),
            Error::<Test>::SubjectToUnfit
        );
        assert_ok!(with(sole, &[earlier]));
        end_right(earlier);
        assert_noop!(with(sole, &[earlier]), Error::<Test>::SubjectToUnfit);
    });
}

#[test]
fn what_has_ended_bars_nobody() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        end_right(freight);
        assert_ok!(offer(PORT, OPERATING, THIRD, plain_terms()));
    });
    ExtBuilder::default().build_and_execute(|| {
        freight_licence();
        set_now("2029-01-01 00:00");
        let later = LicenceFiling {
            open_until: end_of("2029-01-31"),
            ..filing(
                OPERATING,
                THIRD,
                LicenceTerms {
                    valid_until: end_of("2029-12-31"),
                    ..plain_terms()
                },
            )
        };
        assert_ok!(offer_of(PORT, object(), later));
    });
}
