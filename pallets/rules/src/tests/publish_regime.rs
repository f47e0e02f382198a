//! `publish_regime`.

use super::*;
use crate::{Error, Event, LastVersion, Regimes};
use frame_support::assert_ok;
use quanji_primitives::{
    clock::Moment,
    marks::EffectRow,
    regime::{
        ActRow, Bilingual, ClaimCondition, ClaimableRow, Limit, NumberForm, PeriodUnit, Regime, RegimeId,
    },
    regimes::{national_2026, NATIONAL_2026},
    rights::RightKinds,
    Bounded,
};

const LATER: Moment = Moment(START.0 + 86_400_000);

/// Version 2 of the national regime, in force a day after the start.
fn second() -> Regime {
    Regime {
        id: RegimeId {
            version: 2,
            ..NATIONAL_2026
        },
        effective_from: LATER,
        ..national_2026()
    }
}

fn publish(regime: &Regime) -> frame_support::dispatch::DispatchResult {
    Rules::publish_regime(department(), Box::new(regime.clone()))
}

/// Publishing the second version with one thing changed is refused, and nothing changes.
fn assert_refused(change: impl Fn(&mut Regime), error: Error<Test>) {
    ExtBuilder::default().build_and_execute(|| {
        let mut regime = second();
        change(&mut regime);
        assert_noop!(publish(&regime), error);
    });
}

#[test]
fn the_next_version_judges_new_cases_from_its_day_and_ends_the_one_before() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(publish(&second()));
        assert_eq!(Regimes::<Test>::get(second().id), Some(second()));
        let first = Regime {
            effective_until: Some(LATER),
            ..national_2026()
        };
        assert_eq!(
            Rules::regime(NATIONAL_2026),
            Some(first.clone()),
            "nothing but its end is changed"
        );
        assert_eq!(LastVersion::<Test>::get(NATIONAL_2026.system), 2);
        assert_only_event(Event::RegimePublished {
            regime: Box::new(second()),
            by: DEPARTMENT,
        });
        assert_eq!(Rules::current_regime(NATIONAL_2026.system), Some(first));
        pallet_timestamp::Now::<Test>::put(LATER.0);
        assert_eq!(Rules::current_regime(NATIONAL_2026.system), Some(second()));
    });
}

#[test]
fn a_new_system_begins_with_version_one() {
    ExtBuilder::default().build_and_execute(|| {
        let id = RegimeId {
            system: 4,
            version: 1,
        };
        let regime = Regime {
            id,
            effective_from: START,
            effective_until: Some(LATER),
            ..national_2026()
        };
        assert_ok!(publish(&regime));
        assert_eq!(Rules::current_regime(4), Some(regime.clone()));
        assert_only_event(Event::RegimePublished {
            regime: Box::new(regime),
            by: DEPARTMENT,
        });
        pallet_timestamp::Now::<Test>::put(LATER.0);
        assert_eq!(Rules::current_regime(4), None, "it has ended");
    });
}

#[test]
fn a_version_not_yet_in_force_is_superseded_by_one_of_the_same_moment() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(publish(&second()));
        let third = Regime {
            id: RegimeId {
                version: 3,
                ..NATIONAL_2026
            },
            ..second()
        };
        assert_ok!(publish(&third));
        pallet_timestamp::Now::<Test>::put(LATER.0);
        assert_eq!(Rules::current_regime(NATIONAL_2026.system), Some(third));
    });
}

#[test]
fn a_version_that_ends_by_itself_keeps_its_earlier_end() {
    ExtBuilder::default().build_and_execute(|| {
        let end = Moment(LATER.0 + 1);
        assert_ok!(publish(&Regime {
            effective_until: Some(end),
            ..second()
        }));
        let id = RegimeId {
            version: 3,
            ..NATIONAL_2026
        };
        assert_ok!(publish(&Regime {
            id,
            effective_from: Moment(end.0 + 1),
            ..second()
        }));
        assert_eq!(
            Rules::regime(second().id).and_then(|regime| regime.effective_until),
            Some(end)
        );
    });
}

#[test]
fn only_the_department_publishes() {
    ExtBuilder::default().build_and_execute(|| {
        assert_department_only(|origin| Rules::publish_regime(origin, Box::new(second())));
    });
}

#[test]
fn a_version_that_is_not_the_next_is_refused() {
    for version in [0, 1, 3] {
        assert_refused(|regime| regime.id.version = version, Error::VersionNotNext);
    }
    assert_refused(
        |regime| {
            regime.id = RegimeId {
                system: 9,
                version: 2,
            }
        },
        Error::VersionNotNext,
    );
    ExtBuilder::default().build_and_execute(|| {
        LastVersion::<Test>::insert(NATIONAL_2026.system, u16::MAX);
        let last = Regime {
            id: RegimeId {
                version: u16::MAX,
                ..NATIONAL_2026
            },
            ..second()
        };
        assert_noop!(publish(&last), Error::<Test>::VersionNotNext);
        LastVersion::<Test>::insert(NATIONAL_2026.system, 1);
    });
}

#[test]
fn a_regime_is_not_set_in_force_in_the_past() {
    assert_refused(
        |regime| regime.effective_from = Moment(START.0 - 1),
        Error::EffectiveInPast,
    );
}

#[test]
fn a_version_does_not_take_effect_before_the_one_it_follows() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(publish(&second()));
        let id = RegimeId {
            version: 3,
            ..NATIONAL_2026
        };
        let third = Regime {
            id,
            effective_from: Moment(LATER.0 - 1),
            ..second()
        };
        assert_noop!(publish(&third), Error::<Test>::EffectiveBeforePrevious);
    });
}

#[test]
fn a_regime_does_not_end_before_it_begins() {
    assert_refused(
        |regime| regime.effective_until = Some(LATER),
        Error::EndsBeforeStart,
    );
}

#[test]
fn every_text_is_given_in_both_languages() {
    let texts: [fn(&mut Regime) -> &mut Bilingual; 5] = [
        |regime| &mut regime.name,
        |regime| &mut regime.labels.holding,
        |regime| &mut regime.labels.processing_use,
        |regime| &mut regime.labels.operating,
        |regime| &mut regime.effect_text,
    ];
    for text in texts {
        assert_refused(|regime| text(regime).zh = Bounded::default(), Error::TextMissing);
        assert_refused(
            |regime| text(regime).en = b" \n".to_vec().try_into().unwrap(),
            Error::TextMissing,
        );
        assert_refused(
            |regime| text(regime).zh = vec![0xff].try_into().unwrap(),
            Error::TextNotUtf8,
        );
    }
}

#[test]
fn working_days_lie_between_one_and_sixty() {
    let needed: [fn(&mut Regime) -> &mut Limit; 8] = [
        |regime| &mut regime.limits.acceptance_working_days,
        |regime| &mut regime.limits.completion_working_days_max,
        |regime| &mut regime.limits.review_working_days,
        |regime| &mut regime.limits.notice_working_days,
        |regime| &mut regime.limits.objection_working_days,
        |regime| &mut regime.limits.supplement_working_days_max,
        |regime| &mut regime.limits.objection_notice_working_days,
        |regime| &mut regime.limits.conflict_working_days,
    ];
    for days in [0, 61] {
        let of_one_act =
            |regime: &mut Regime| regime.acts[0].review_working_days = Some(Limit::assumed(days));
        assert_refused(of_one_act, Error::WorkingDaysOutOfRange);
    }
    for limit in needed {
        assert_refused(|regime| limit(regime).number = 0, Error::WorkingDaysOutOfRange);
        assert_refused(|regime| limit(regime).number = 61, Error::WorkingDaysOutOfRange);
    }
    assert_refused(
        |regime| regime.limits.extension_working_days_max.number = 61,
        Error::WorkingDaysOutOfRange,
    );
    assert_refused(
        |regime| regime.limits.appeal_working_days.number = 61,
        Error::WorkingDaysOutOfRange,
    );
}

#[test]
fn limits_at_their_bounds_are_accepted_and_a_system_may_know_no_extension_or_appeal() {
    ExtBuilder::default().build_and_execute(|| {
        let mut regime = second();
        regime.limits.acceptance_working_days.number = 1;
        regime.limits.review_working_days.number = 60;
        regime.acts[0].review_working_days = Some(Limit::assumed(1));
        regime.limits.extension_working_days_max.number = 0;
        regime.limits.appeal_working_days.number = 0;
        regime.limits.validity_years_max.number = 50;
        regime.limits.renewal_window.number = 600;
        regime.limits.court_proof_days.number = 1;
        regime.limits.hold_days_max.number = 366;
        regime.limits.retention_years.number = 100;
        assert_ok!(publish(&regime));
        assert_eq!(Rules::limits(regime.id), Some(regime.limits));
    });
}

#[test]
fn a_renewal_window_in_days_is_not_measured_in_months() {
    ExtBuilder::default().build_and_execute(|| {
        let mut regime = second();
        regime.limits.renewal_window.number = 5 * 365;
        regime.limits.renewal_window_unit = PeriodUnit::Days;
        assert_ok!(publish(&regime));
    });
}

#[test]
fn proof_of_a_court_and_holds_take_a_day_to_a_year() {
    let limits: [fn(&mut Regime) -> &mut Limit; 2] = [
        |regime| &mut regime.limits.court_proof_days,
        |regime| &mut regime.limits.hold_days_max,
    ];
    for limit in limits {
        for days in [0, 367] {
            assert_refused(|regime| limit(regime).number = days, Error::DaysOutOfRange);
        }
    }
}

#[test]
fn kinds_are_claimed_where_rights_are_created_and_nowhere_else() {
    assert_refused(|regime| regime.claimable = Bounded::default(), Error::ClaimsUnfit);
    assert_refused(|regime| regime.creates_rights = false, Error::ClaimsUnfit);
    let nothing_to_claim = |regime: &mut Regime| {
        regime.creates_rights = false;
        regime.claimable = Bounded::default();
    };
    assert_refused(nothing_to_claim, Error::NumberFormUnfit);
    assert_refused(
        |regime| regime.number_form = NumberForm::QueryCode,
        Error::NumberFormUnfit,
    );
}

#[test]
fn years_and_the_renewal_window_lie_within_bounds() {
    for years in [0, 51] {
        assert_refused(
            |regime| regime.limits.validity_years_max.number = years,
            Error::ValidityOutOfRange,
        );
    }
    for months in [0, 61] {
        assert_refused(
            |regime| regime.limits.renewal_window.number = months,
            Error::RenewalWindowOutOfRange,
        );
    }
    for days in [0, 5 * 365 + 1] {
        let in_days = |regime: &mut Regime| {
            regime.limits.renewal_window.number = days;
            regime.limits.renewal_window_unit = PeriodUnit::Days;
        };
        assert_refused(in_days, Error::RenewalWindowOutOfRange);
    }
    for years in [0, 101] {
        assert_refused(
            |regime| regime.limits.retention_years.number = years,
            Error::RetentionOutOfRange,
        );
    }
}

#[test]
fn no_row_of_a_table_comes_twice() {
    let repeat_act = |regime: &mut Regime| {
        let row: ActRow = regime.acts[0];
        regime.acts.try_push(row).unwrap();
    };
    assert_refused(repeat_act, Error::ActTwice);
    let repeat_claim = |regime: &mut Regime| {
        let row = ClaimableRow {
            kinds: RightKinds::NONE,
            ..regime.claimable[3]
        };
        regime.claimable.try_push(row).unwrap();
    };
    assert_refused(repeat_claim, Error::ClaimTwice);
    let repeat_effect = |regime: &mut Regime| {
        let row: EffectRow = regime.effects[11].clone();
        regime.effects.try_push(row).unwrap();
    };
    assert_refused(repeat_effect, Error::EffectTwice);
}

#[test]
fn every_operation_has_a_row_in_the_effect_matrix() {
    for row in 0..12 {
        let remove = |regime: &mut Regime| {
            regime.effects.remove(row);
        };
        assert_refused(remove, Error::EffectMissing);
    }
}

#[test]
fn a_claim_names_known_rights_and_the_condition_of_conditional_ones() {
    assert_refused(
        |regime| regime.claimable[0].kinds = RightKinds(8),
        Error::KindUnknown,
    );
    assert_refused(
        |regime| regime.claimable[7].conditional = RightKinds(0x84),
        Error::KindUnknown,
    );
    assert_refused(
        |regime| regime.claimable[0].conditional = RightKinds::OPERATING,
        Error::ConditionMismatch,
    );
    let condition = Some(ClaimCondition::LawOrContract);
    assert_refused(
        |regime| regime.claimable[0].condition = condition,
        Error::ConditionMismatch,
    );
}
