//! `offer`: a licence lies within the right it comes from (S025, story 9.1).

use super::*;
use quanji_primitives::terms::{Amount, Exceeds, Member};

/// A sub-licence from the freight company's licence with one member changed.
fn sub_licence(freight: u32, change: impl FnOnce(&mut LicenceTerms)) -> LicenceFiling {
    let mut terms = sub_terms();
    change(&mut terms);
    filing(freight, THIRD, terms)
}

#[track_caller]
fn refused(offered: LicenceFiling, error: Error<Test>, member: Member, asked: Amount, allowed: Amount) {
    let exceeds = Licences::exceeds(object(), Box::new(offered.clone()));
    assert_eq!(
        exceeds,
        Some(Exceeds {
            member,
            asked,
            allowed
        })
    );
    let account = Registry::right(object(), offered.parent)
        .unwrap()
        .holders
        .parties()[0]
        .serial();
    assert_noop!(offer_of(account, object(), offered), error);
}

#[test]
fn cannot_license_beyond_the_parent() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        refused(
            sub_licence(freight, |terms| terms.purposes = purposes(&[CREDIT_SCORING])),
            Error::PurposesExceed,
            Member::Purposes,
            Amount::Purposes(purposes(&[CREDIT_SCORING])),
            Amount::Purposes(purposes(&[LOGISTICS])),
        );
        refused(
            sub_licence(freight, |terms| terms.territory = territory(&[31])),
            Error::TerritoryExceeds,
            Member::Territory,
            Amount::Territory(territory(&[31])),
            Amount::Territory(territory(&[44, 45])),
        );
        refused(
            sub_licence(freight, |terms| terms.valid_until = end_of("2029-01-31")),
            Error::TermExceeds,
            Member::Until,
            Amount::Until(end_of("2029-01-31")),
            Amount::Until(end_of("2028-12-31")),
        );
        // 4,000 of the 10,000 are the sub-licensee's.
        refused(
            sub_licence(freight, |terms| terms.quantity = calls(7_000)),
            Error::QuantityExceeds,
            Member::Quantity,
            Amount::Quantity(calls(7_000)),
            Amount::Quantity(calls(6_000)),
        );
        refused(
            sub_licence(sub, |terms| terms.quantity = calls(1)),
            Error::SublicensingExceeds,
            Member::Sublicensing,
            Amount::Levels(1),
            Amount::Levels(0),
        );
        refused(
            sub_licence(freight, |terms| terms.kind = LicenceKind::Exclusive),
            Error::KindExceeds,
            Member::Kind,
            Amount::Kind(LicenceKind::Exclusive),
            Amount::Kind(LicenceKind::Sole),
        );
    });
}

#[test]
fn a_licence_to_use_does_not_give_the_right_to_operate() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        let operating = sub_licence(freight, |terms| terms.gives = RightKind::Operating);
        assert_noop!(
            offer_of(FREIGHT, object(), operating),
            Error::<Test>::RightExceeds
        );
        let gives = RightKind::Operating;
        let elsewhere = LicenceTerms {
            gives,
            territory: territory(&[31]),
            ..plain_terms()
        };
        assert_ok!(offer_of(PORT, object(), filing(OPERATING, THIRD, elsewhere)));
    });
}

#[test]
fn media_and_authorisation_lie_within_the_parent_s() {
    ExtBuilder::default().build_and_execute(|| {
        let media: Media = vec![Medium::Interface].try_into().unwrap();
        let by_interface = LicenceTerms {
            media: media.clone(),
            ..sole_terms()
        };
        let freight = granted(PORT, filing(OPERATING, FREIGHT, by_interface));
        assert_noop!(
            offer_of(FREIGHT, object(), sub_licence(freight, |_| ())),
            Error::<Test>::MediaExceed
        );
        assert_ok!(offer_of(
            FREIGHT,
            object(),
            sub_licence(freight, |terms| terms.media = media)
        ));
    });
    ExtBuilder::default().build_and_execute(|| {
        let on = other(PUBLIC_PRODUCT);
        let scene = authorised(AuthorisationMode::Scene {
            scene: LOGISTICS,
            list: digest(6),
            approval: digest(7),
        });
        let by_scene = LicenceTerms {
            authorisation: Some(scene),
            ..sole_terms()
        };
        assert_ok!(offer_of(PORT, on, filing(OPERATING, FREIGHT, by_scene)));
        assert_ok!(Licences::accept(signed(FREIGHT), Capacity::Own, on, 1, digest(1)));
        let as_a_whole = Some(authorised(AuthorisationMode::Whole { approval: digest(6) }));
        let wider = sub_licence(FIRST_LICENCE, |terms| terms.authorisation = as_a_whole);
        assert_noop!(offer_of(FREIGHT, on, wider), Error::<Test>::AuthorisationExceeds);
        let same = sub_licence(FIRST_LICENCE, |terms| terms.authorisation = Some(scene));
        assert_ok!(offer_of(FREIGHT, on, same));
    });
}

#[test]
fn licences_reach_four_levels_and_no_further() {
    ExtBuilder::default().build_and_execute(|| {
        let mut parent = OPERATING;
        let holders = [PORT, FREIGHT, SUB, THIRD, SHIP];
        for (level, pair) in holders.windows(2).enumerate() {
            let sublicensing = 3 - level as u8;
            let terms = LicenceTerms {
                sublicensing,
                ..plain_terms()
            };
            parent = granted(pair[0], filing(parent, pair[1], terms));
        }
        assert_eq!(parent, FIRST_LICENCE + 3);
        let fifth = filing(
            parent,
            CO_HOLDER,
            LicenceTerms {
                sublicensing: 0,
                ..plain_terms()
            },
        );
        assert_noop!(
            offer_of(SHIP, object(), fifth),
            Error::<Test>::SublicensingExceeds
        );
    });
}

#[test]
fn what_was_used_or_given_is_no_longer_left() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        let left = || Licences::licence_standing(object(), freight).1;
        assert_eq!(left(), calls(6_000));
        let report = |account, number, total| {
            Licences::report_use(signed(account), Capacity::Own, object(), number, total, digest(3))
        };
        assert_ok!(report(FREIGHT, freight, 1_000));
        assert_ok!(report(SUB, sub, 500));
        assert_eq!(left(), calls(5_000));
        let more = sub_licence(freight, |terms| terms.quantity = calls(5_001));
        assert_noop!(offer_of(FREIGHT, object(), more), Error::<Test>::QuantityExceeds);
        // When the sub-licence ends, what it did not use comes back.
        end_right(sub);
        assert_eq!(left(), calls(8_500));
        assert_ok!(offer_of(
            FREIGHT,
            object(),
            sub_licence(freight, |terms| terms.quantity = calls(8_500))
        ));
    });
}
