//! Marks on a right, and on those above it (design section 4, rule 4, and section 5).

use super::*;

fn offer_sub(freight: u32) -> DispatchResult {
    offer_of(FREIGHT, object(), filing(freight, SUB, sub_terms()))
}

#[test]
fn the_effect_matrix_decides() {
    let expected = |kind| match kind {
        // Who has a pledge or reservation may still consent.
        MarkKind::ObjectionNotice | MarkKind::Pledge | MarkKind::Reservation => None,
        _ => Some(Error::<Test>::MarkInTheWay),
    };
    for kind in MarkKind::ALL {
        for terms in [plain_terms(), sole_terms()] {
            ExtBuilder::default().build_and_execute(|| {
                put_mark(kind, OPERATING);
                let non_exclusive = terms.kind == LicenceKind::NonExclusive;
                let result = offer_of(PORT, object(), filing(OPERATING, FREIGHT, terms.clone()));
                let wanted = expected(kind).map_or(Ok(()), |error| Err(error.into()));
                assert_eq!(result, wanted, "{kind:?}");
                let offered = Box::new(filing(OPERATING, FREIGHT, terms.clone()));
                let needs = kind == MarkKind::Pledge || (kind == MarkKind::Reservation && !non_exclusive);
                let free = wanted.is_ok() && !needs;
                assert_eq!(Licences::obstacles(object(), offered).is_empty(), free);
                if wanted.is_ok() {
                    let entered = if needs {
                        Err(Error::<Test>::MarkHolderMustConsent.into())
                    } else {
                        Ok(())
                    };
                    assert_eq!(accept(FREIGHT, 1), entered, "{kind:?}");
                }
            });
        }
    }
}

#[test]
fn a_mark_on_another_right_of_the_object_bars_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        put_mark(MarkKind::SeizureFirst, INDEPENDENT);
        assert_ok!(offer_of(
            PORT,
            object(),
            filing(OPERATING, FREIGHT, plain_terms())
        ));
    });
}

#[test]
fn a_mark_above_bars_new_licences_below() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(offer_sub(freight));
        put_mark(MarkKind::Control, OPERATING);
        assert_noop!(offer_sub(freight), Error::<Test>::MarkInTheWay);
    });
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        put_mark(MarkKind::SeizureFirst, freight);
        assert_noop!(offer_sub(freight), Error::<Test>::MarkInTheWay);
    });
}

/// A licence that is seized is not ended by its parties, and neither is one above it.
#[test]
fn marks_bar_the_parties_from_ending_a_licence_and_not_an_order() {
    for marked in 0..2 {
        ExtBuilder::default().build_and_execute(|| {
            let (freight, sub) = story_licences();
            put_mark(MarkKind::SeizureFirst, [freight, sub][marked]);
            let breach = EndCause::Breach { notice: digest(4) };
            let propose = Licences::propose_end(signed(PORT), Capacity::Own, object(), freight, breach);
            assert_eq!(propose, Err(Error::<Test>::MarkInTheWay.into()));
            let order = EndCause::Order { document: digest(4) };
            assert_ok!(Licences::order_end(signed(EXAMINER), object(), freight, order));
            assert_ok!(Licences::confirm_end(signed(REVIEWER), object(), freight));
            assert!(!is_in_force(freight) && !is_in_force(sub));
        });
    }
}

/// Who has a licence in pledge does not lose it by what its parties agree on.
#[test]
fn a_pledge_of_a_licence_or_of_one_below_it_bars_the_parties_from_ending_it() {
    for marked in 0..2 {
        ExtBuilder::default().build_and_execute(|| {
            let (freight, sub) = story_licences();
            put_mark(MarkKind::Pledge, [freight, sub][marked]);
            let breach = EndCause::Breach { notice: digest(4) };
            assert_noop!(
                Licences::propose_end(signed(PORT), Capacity::Own, object(), freight, breach),
                Error::<Test>::MarkHolderMustConsent
            );
            assert!(is_in_force(freight) && is_in_force(sub));
        });
    }
}
