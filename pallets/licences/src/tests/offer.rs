//! `offer`: parent, licensee, and the offer itself.

use super::*;
use quanji_primitives::{
    regimes::{national_2026, public_data_2025},
    v1::{Outcome, RightRecord},
};

#[test]
fn a_licensor_offers_and_the_offer_waits_for_the_licensee() {
    ExtBuilder::default().build_and_execute(|| {
        let offered = filing(OPERATING, FREIGHT, sole_terms());
        assert_ok!(offer_of(PORT, object(), offered.clone()));
        let waiting = Offers::<Test>::get(object(), 1).unwrap();
        assert_eq!(waiting.filing, offered);
        assert_eq!(waiting.signatures.as_slice(), [own_signature(PORT)]);
        assert_eq!(OpenOffers::<Test>::get(object()).as_slice(), [1]);
        assert_only_event(Event::LicenceOffered {
            object: object(),
            offer: 1,
            filing: Box::new(offered),
            by: party(PORT),
            via: Via::Own,
            missing: missing(&[FREIGHT]),
        });
        assert_eq!(take_written(), [], "nothing is entered before all have signed");
    });
}

#[test]
fn only_a_holder_of_the_right_offers() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [FREIGHT, SHIP, MEI, SUSPENDED_PARTY] {
            let expected = match account {
                SUSPENDED_PARTY => Error::<Test>::PartySuspended,
                _ => Error::<Test>::NotTheLicensor,
            };
            let offered = filing(OPERATING, THIRD, plain_terms());
            assert_noop!(offer_of(account, object(), offered), expected);
        }
        let offered = filing(OPERATING, THIRD, plain_terms());
        assert_noop!(
            offer_of(STRANGER, object(), offered.clone()),
            Error::<Test>::NotAParty
        );
        let none = Licences::offer(RuntimeOrigin::none(), Capacity::Own, object(), Box::new(offered));
        assert_eq!(none, Err(sp_runtime::DispatchError::BadOrigin));
    });
}

/// NG 3: who licenses must hold the right to operate.
#[test]
fn only_from_the_right_to_operate_is_licensed() {
    ExtBuilder::default().build_and_execute(|| {
        let offered = filing(HOLDING, FREIGHT, plain_terms());
        assert_noop!(
            offer_of(PORT, object(), offered),
            Error::<Test>::OperatingRightNeeded
        );
    });
}

#[test]
fn a_right_that_is_not_in_force_is_not_licensed() {
    ExtBuilder::default().build_and_execute(|| {
        for parent in [ENDED, 77] {
            let offered = filing(parent, FREIGHT, plain_terms());
            assert_noop!(offer_of(PORT, object(), offered), Error::<Test>::ParentNotInForce);
        }
        let right = Registry::right(object(), OPERATING).unwrap();
        let valid_until = at("2026-11-02 09:00");
        Registry::put_right(object(), OPERATING, &RightRecord { valid_until, ..right });
        let offered = filing(OPERATING, FREIGHT, plain_terms());
        assert_noop!(offer_of(PORT, object(), offered), Error::<Test>::ParentNotInForce);
    });
}

#[test]
fn only_a_live_object_is_licensed() {
    ExtBuilder::default().build_and_execute(|| {
        let offered = filing(OPERATING, FREIGHT, plain_terms());
        let unknown = offer_of(PORT, other(77), offered.clone());
        assert_eq!(unknown, Err(Error::<Test>::ObjectUnfit.into()));
        let record = Registry::object(object()).unwrap();
        let outcome = Outcome::Ended(1);
        Registry::put_object(
            object(),
            &quanji_primitives::v1::ObjectRecord { outcome, ..record },
        );
        assert_noop!(offer_of(PORT, object(), offered), Error::<Test>::ObjectUnfit);
    });
}

#[test]
fn a_registration_type_needs_a_case_and_a_regime_without_rights_knows_no_licence() {
    ExtBuilder::default().build_and_execute(|| {
        let offer = |serial| offer_of(PORT, other(serial), filing(OPERATING, FREIGHT, plain_terms()));
        assert_noop!(offer(SHENZHEN), Error::<Test>::RegistrationNeedsCase);
        assert_noop!(offer(WITHOUT_RIGHTS), Error::<Test>::NoRightsToLicense);
        assert_noop!(offer(UNKNOWN_REGIME), Error::<Test>::RegimeNotFound);
    });
}

/// NG 15: the table of acts does not bring back what registrations do not create.
#[test]
fn where_registrations_create_no_rights_nothing_is_licensed_though_the_acts_name_licences() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| {
            let regime = world.regimes.get_mut(&public_data_2025().id).unwrap();
            regime.acts = national_2026().acts;
        });
        let offered = filing(OPERATING, FREIGHT, plain_terms());
        assert_noop!(
            offer_of(PORT, other(WITHOUT_RIGHTS), offered),
            Error::<Test>::NoRightsToLicense
        );
    });
}

#[test]
fn a_licensee_is_known_in_good_standing_and_not_the_licensor() {
    ExtBuilder::default().build_and_execute(|| {
        let to = |account| offer_of(PORT, object(), filing(OPERATING, account, plain_terms()));
        assert_noop!(to(777), Error::<Test>::LicenseeUnknown);
        assert_noop!(to(SUSPENDED_PARTY), Error::<Test>::PartySuspended);
        assert_noop!(to(PORT), Error::<Test>::OwnLicence);
        let to_co_holder = filing(JOINT, CO_HOLDER, plain_terms());
        assert_noop!(offer_of(MEI, object(), to_co_holder), Error::<Test>::OwnLicence);
    });
}

#[test]
fn a_suspended_co_holder_does_not_license() {
    ExtBuilder::default().build_and_execute(|| {
        suspend_party(CO_HOLDER);
        let offered = filing(JOINT, FREIGHT, plain_terms());
        assert_noop!(offer_of(MEI, object(), offered), Error::<Test>::PartySuspended);
    });
}

#[test]
fn a_policy_is_named_by_sha_256() {
    ExtBuilder::default().build_and_execute(|| {
        let policy = Digest::Blake3_256([1; 32]);
        let offered = LicenceFiling {
            policy,
            ..filing(OPERATING, FREIGHT, plain_terms())
        };
        assert_noop!(offer_of(PORT, object(), offered), Error::<Test>::PolicyNotSha256);
    });
}

#[test]
fn an_offer_stays_open_for_ninety_days_at_most() {
    ExtBuilder::default().build_and_execute(|| {
        let until = |open_until| {
            let offered = LicenceFiling {
                open_until,
                ..filing(OPERATING, FREIGHT, plain_terms())
            };
            offer_of(PORT, object(), offered)
        };
        let latest = end_of("2027-01-31");
        assert_noop!(until(at("2026-11-02 09:00")), Error::<Test>::OpenUntilUnfit);
        assert_noop!(until(Moment(latest.0 + 1)), Error::<Test>::OpenUntilUnfit);
        assert_ok!(until(latest));
    });
}

#[test]
fn an_object_holds_thirty_two_offers_and_lapsed_ones_make_room() {
    ExtBuilder::default().build_and_execute(|| {
        let offer = || offer_of(PORT, object(), filing(OPERATING, FREIGHT, plain_terms()));
        for _ in 0..crate::OFFERS_MAX {
            assert_ok!(offer());
        }
        assert_noop!(offer(), Error::<Test>::TooManyOffers);
        set_now("2026-12-02 00:00");
        let later = LicenceFiling {
            open_until: end_of("2026-12-31"),
            ..filing(OPERATING, FREIGHT, plain_terms())
        };
        assert_ok!(offer_of(PORT, object(), later));
        assert_eq!(OpenOffers::<Test>::get(object()).as_slice(), [33]);
        assert_eq!(Offers::<Test>::iter_prefix(object()).count(), 1);
    });
}

/// S024: the licence given in return goes the other way and is in force.
#[test]
fn a_cross_licence_names_one_that_goes_the_other_way() {
    ExtBuilder::default().build_and_execute(|| {
        let to_port = granted(SHIP, filing(INDEPENDENT, PORT, plain_terms()));
        let in_return = |number| {
            let in_return_for = Some(quanji_primitives::RightId {
                object: object(),
                index: number,
            });
            LicenceTerms {
                in_return_for,
                ..plain_terms()
            }
        };
        let to = |account, number| offer_of(PORT, object(), filing(OPERATING, account, in_return(number)));
        assert_noop!(to(FREIGHT, to_port), Error::<Test>::CounterLicenceUnfit);
        assert_noop!(to(SHIP, INDEPENDENT), Error::<Test>::CounterLicenceUnfit);
        assert_noop!(to(SHIP, 77), Error::<Test>::CounterLicenceUnfit);
        assert_ok!(to(SHIP, to_port));
        end_right(to_port);
        assert_noop!(to(SHIP, to_port), Error::<Test>::CounterLicenceUnfit);
    });
}
