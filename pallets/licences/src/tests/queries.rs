//! View functions.

use super::*;
use quanji_primitives::{
    dealing::Cause,
    directory::{LicenceBook, LicenceTies},
    marks::RightSet,
    terms::{Standing, Use, UseAnswer, UseBar},
};

fn asked(purpose: u8, region: u8) -> Use {
    Use {
        purpose,
        region: Region(region),
        medium: None,
    }
}

/// Story 9.3: "is SubCo allowed credit scoring now?"
#[test]
fn a_gateway_asks_whether_a_use_is_covered_now() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        let may = |account, asked| Licences::may_use(object(), sub, party(account), asked);
        let chain: Bounded<u32, 5> = vec![sub, freight, OPERATING].try_into().unwrap();
        assert_eq!(
            may(SUB, asked(LOGISTICS, 44)),
            UseAnswer::Yes { chain: chain.clone() }
        );
        let bar = UseBar::Purpose {
            asked: CREDIT_SCORING,
            allowed: purposes(&[LOGISTICS]),
        };
        assert_eq!(may(SUB, asked(CREDIT_SCORING, 44)), UseAnswer::No { bar, chain });
        let breach = EndCause::Breach { notice: digest(4) };
        assert_ok!(Licences::propose_end(
            signed(PORT),
            Capacity::Own,
            object(),
            freight,
            breach
        ));
        let UseAnswer::No { bar, .. } = may(SUB, asked(LOGISTICS, 44)) else {
            panic!("it fell with its parent")
        };
        assert_eq!(
            bar,
            UseBar::NotInForce(Standing::Ended {
                right: freight,
                entry: 2
            })
        );
    });
}

#[test]
fn a_licence_shows_how_it_stands_what_is_left_and_what_hangs_on_it() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        let standing = Licences::licence_standing(object(), freight);
        assert_eq!(standing, (Standing::InForce, calls(6_000), vec![sub]));
        assert_eq!(Licences::licence(object(), freight), Some(stored(freight)));
        set_now("2028-07-01 00:00");
        let since = end_of("2028-06-30");
        assert_eq!(
            Licences::licence_standing(object(), sub).0,
            Standing::Expired { right: sub, since },
            "with no one acting (S026)"
        );
        assert_eq!(Licences::licence_standing(object(), freight).1, calls(10_000));
        assert_eq!(Licences::licence(object(), OPERATING), None);
        assert_eq!(Licences::licence_standing(other(77), 0).0, Standing::Unknown);
    });
}

/// NG 36: its holder goes on using it, and nothing says that it has lapsed.
#[test]
fn a_right_that_is_being_renewed_is_in_force_past_its_term() {
    ExtBuilder::default().build_and_execute(|| {
        let since = at("2031-11-02 00:00");
        set_now("2031-11-02 00:00");
        let standing = || Licences::licence_standing(object(), OPERATING).0;
        let bars = || <Licences as LicenceBook>::in_the_way(object(), OPERATING);
        let may = || Licences::may_use(object(), OPERATING, party(PORT), asked(LOGISTICS, 44));
        let lapsed = Standing::Expired {
            right: OPERATING,
            since,
        };
        assert_eq!(
            (standing(), bars()),
            (lapsed, vec![Cause::Lapsed { right: OPERATING }])
        );
        assert!(matches!(may(), UseAnswer::No { bar: UseBar::NotInForce(bar), .. } if bar == lapsed));
        Registry::put_kept(object(), RightSet::NONE.with(OPERATING));
        assert_eq!((standing(), bars()), (Standing::InForce, vec![]));
        assert!(matches!(may(), UseAnswer::Yes { .. }));
        // The other rights of the object have lapsed all the same.
        let other = Licences::licence_standing(object(), INDEPENDENT).0;
        assert_eq!(
            other,
            Standing::Expired {
                right: INDEPENDENT,
                since
            }
        );
    });
}

#[test]
fn a_client_asks_before_it_offers() {
    ExtBuilder::default().build_and_execute(|| {
        freight_licence();
        let asked = |terms| Licences::can_offer(object(), Box::new(filing(OPERATING, THIRD, terms)));
        let in_31 = LicenceTerms {
            territory: territory(&[31]),
            ..plain_terms()
        };
        assert_eq!(asked(in_31), Ok(()));
        assert_eq!(asked(plain_terms()), Err(Error::<Test>::ExcludedByLicence.into()));
        let offered = Box::new(filing(OPERATING, THIRD, plain_terms()));
        assert_eq!(Licences::exceeds(object(), offered), None);
    });
}

#[test]
fn offers_are_found_on_their_object() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(offer_of(
            PORT,
            object(),
            filing(OPERATING, FREIGHT, plain_terms())
        ));
        assert_ok!(offer_of(MEI, object(), filing(JOINT, FREIGHT, plain_terms())));
        let found: Vec<(u32, Offer)> = Licences::offers_on(object());
        assert_eq!(
            found.iter().map(|(number, _)| *number).collect::<Vec<_>>(),
            [1, 2]
        );
        assert_eq!(
            Licences::signatures_missing(object(), 2),
            [party(FREIGHT), party(CO_HOLDER)]
        );
        assert_eq!(Licences::signatures_missing(object(), 3), []);
        assert_eq!(Licences::offers_on(other(2)), []);
    });
}

#[test]
fn a_licence_hangs_on_the_first_right_where_its_holders_signed_it() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        let offered = LicenceFiling {
            root_signs: true,
            ..filing(freight, THIRD, sub_terms())
        };
        assert_ok!(offer_of(FREIGHT, object(), offered));
        assert_ok!(accept(THIRD, last_offer()));
        assert_ok!(accept(PORT, last_offer()));
        let signed_above = sub + 1;
        assert!(stored(signed_above).root_signed);
        let hangs = |number| <Licences as LicenceTies>::hangs_on_first_right(object(), number);
        assert_eq!(
            [OPERATING, freight, sub, signed_above, 77].map(hangs),
            [false, false, false, true, false]
        );
    });
}
