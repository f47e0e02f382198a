//! Licences that a case of the register grants are judged by the same rules.

use super::*;
use quanji_primitives::{dealing::Cause, directory::LicenceBook};
use sp_runtime::DispatchError;

fn fits(
    object: ObjectId,
    filing: &LicenceFiling,
    licensors: Option<&[u64]>,
) -> Result<Vec<PartyId>, DispatchError> {
    let licensors: Option<Vec<_>> = licensors.map(|them| them.iter().copied().map(party).collect());
    <Licences as LicenceBook>::ensure_fits(object, filing, licensors.as_deref()).map_err(Into::into)
}

#[test]
fn a_case_grants_where_an_offer_may_not_and_by_the_same_terms() {
    ExtBuilder::default().build_and_execute(|| {
        let wanted = filing(OPERATING, FREIGHT, plain_terms());
        let signatories = fits(other(SHENZHEN), &wanted, None).unwrap();
        assert!(signatories.contains(&party(PORT)) && signatories.contains(&party(FREIGHT)));
        let late = LicenceFiling {
            terms: LicenceTerms {
                valid_until: at("2026-11-01 00:00"),
                ..plain_terms()
            },
            ..wanted.clone()
        };
        assert_eq!(fits(object(), &late, None), Err(Error::<Test>::TermUnfit.into()));
        assert_eq!(
            fits(other(WITHOUT_RIGHTS), &wanted, None),
            Err(Error::<Test>::NoRightsToLicense.into())
        );
        let to_the_holder = filing(OPERATING, PORT, plain_terms());
        assert_eq!(
            fits(object(), &to_the_holder, None),
            Err(Error::<Test>::OwnLicence.into())
        );
    });
}

#[test]
fn a_licence_back_is_judged_by_who_will_hold_the_right() {
    ExtBuilder::default().build_and_execute(|| {
        let back = filing(OPERATING, PORT, plain_terms());
        let signatories = fits(object(), &back, Some(&[FREIGHT])).unwrap();
        let mut expected = [FREIGHT, PORT].map(party);
        expected.sort_unstable();
        assert_eq!(signatories, expected);
        assert_eq!(
            fits(
                object(),
                &filing(OPERATING, FREIGHT, plain_terms()),
                Some(&[FREIGHT])
            ),
            Err(Error::<Test>::OwnLicence.into())
        );
    });
}

#[test]
fn a_licence_has_ended_by_the_entry_that_ended_what_it_hangs_on() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        let ended = |number| <Licences as LicenceBook>::ended_by(object(), number);
        assert_eq!((ended(freight), ended(sub)), (None, None));
        let cause = EndCause::Breach {
            notice: Digest::Sha2_256([5; 32]),
        };
        assert_ok!(Licences::propose_end(
            signed(PORT),
            Capacity::Own,
            object(),
            freight,
            cause
        ));
        assert!(ended(freight).is_some());
        assert_eq!(ended(sub), ended(freight));
    });
}

#[test]
fn what_bars_every_licence_from_a_right_is_told_before_anybody_offers_one() {
    ExtBuilder::default().build_and_execute(|| {
        let ask = |object, parent| <Licences as LicenceBook>::in_the_way(object, parent);
        assert_eq!(ask(object(), OPERATING), []);
        assert_eq!(ask(object(), HOLDING), [Cause::NoPowerToDispose]);
        assert_eq!(ask(other(WITHOUT_RIGHTS), OPERATING), [Cause::NotInRegime]);
        // A sole licence bars others beside it, and none below itself or from an independent holder's right.
        let (freight, sub) = story_licences();
        let licensee = party(FREIGHT);
        let bars = Cause::Licence {
            right: freight,
            licensee,
        };
        assert_eq!(ask(object(), OPERATING), [bars]);
        assert_eq!(ask(object(), freight), []);
        assert_eq!(ask(object(), INDEPENDENT), []);
        let notice = Digest::Sha2_256([5; 32]);
        let breach = EndCause::Breach { notice };
        assert_ok!(Licences::propose_end(
            signed(PORT),
            Capacity::Own,
            object(),
            freight,
            breach
        ));
        assert_eq!(ask(object(), OPERATING), []);
        let ended = ask(object(), sub);
        assert!(matches!(ended[..], [Cause::Ended { right, .. }] if right == freight));
    });
}

#[test]
fn a_right_whose_term_is_over_is_licensed_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        world(|world| world.now = end_of("2028-12-31"));
        let answer = <Licences as LicenceBook>::in_the_way(object(), freight);
        assert_eq!(answer, [Cause::Lapsed { right: freight }]);
    });
}

#[test]
fn a_case_is_signed_from_now_on_and_not_for_ever_as_an_offer_is() {
    ExtBuilder::default().build_and_execute(|| {
        let until = |open_until| {
            let wanted = LicenceFiling {
                open_until,
                ..filing(OPERATING, FREIGHT, plain_terms())
            };
            <Licences as LicenceBook>::ensure_open(&wanted).map_err(DispatchError::from)
        };
        let latest = end_of("2027-01-31");
        let unfit = [at("2026-11-02 09:00"), Moment(latest.0 + 1)];
        for open_until in unfit {
            assert_noop!(until(open_until), Error::<Test>::OpenUntilUnfit);
        }
        for open_until in [at("2026-11-02 09:00:01"), latest] {
            assert_ok!(until(open_until));
        }
    });
}
