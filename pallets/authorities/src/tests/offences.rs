use super::*;
use crate::{Event, ValidatorOf, Validators};
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

/// The offences pallet reports double votes of these validators in session 3.
fn report(validators: &[u64]) {
    let offenders: Vec<_> = validators
        .iter()
        .map(|validator| OffenceDetails {
            offender: (*validator, ()),
            reporters: vec![],
        })
        .collect();
    let fractions = vec![Perbill::from_percent(1); offenders.len()];
    <Authorities as OnOffenceHandler<u64, (u64, ()), _>>::on_offence(&offenders, &fractions, 3);
}

#[test]
fn a_validator_that_votes_twice_is_removed() {
    Chain::default().build_and_execute(|| {
        report(&[validator_of(1)]);
        assert_eq!(Validators::<Test>::get(FIRST), None);
        assert_eq!(ValidatorOf::<Test>::get(validator_of(1)), None);
        assert_only_event(Event::ValidatorRemovedForOffence {
            authority: FIRST,
            validator: validator_of(1),
            session: 3,
        });
        run_sessions(2);
        assert_eq!(Session::validators(), [validator_of(2)]);
    });
}

#[test]
fn the_last_ones_stay_and_are_reported() {
    Chain::default().minimum_validators(2).build_and_execute(|| {
        report(&[validator_of(1)]);
        assert_eq!(Validators::<Test>::get(FIRST), Some(validator_of(1)));
        assert_only_event(Event::OffendingValidatorKept {
            authority: FIRST,
            validator: validator_of(1),
            session: 3,
        });
    });
}

#[test]
fn of_several_offenders_as_many_go_as_the_minimum_allows() {
    Chain::default()
        .authorities(3)
        .minimum_validators(2)
        .build_and_execute(|| {
            report(&[validator_of(1), validator_of(3)]);
            assert_eq!(
                Authorities::validators(),
                [(SECOND, validator_of(2)), (AuthorityId(3), validator_of(3))]
            );
        });
}

#[test]
fn a_second_report_of_the_same_validator_changes_nothing() {
    Chain::default().build_and_execute(|| {
        report(&[validator_of(1)]);
        System::reset_events();
        report(&[validator_of(1), FREE]);
        assert!(System::events().is_empty());
    });
}
