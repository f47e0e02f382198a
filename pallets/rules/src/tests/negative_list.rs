//! `add_to_negative_list` and `remove_from_negative_list`.

use super::*;
use crate::{Error, Event, NegativeList};
use frame_support::assert_ok;

#[test]
fn an_industry_is_put_on_the_list() {
    ExtBuilder::default()
        .with_negative_list(&[97])
        .build_and_execute(|| {
            assert_ok!(Rules::add_to_negative_list(department(), 12));
            assert!(NegativeList::<Test>::contains_key(12));
            assert_eq!(Rules::negative_list(), [12, 97]);
            assert_only_event(Event::IndustryListed {
                industry: 12,
                by: DEPARTMENT,
            });
        });
}

#[test]
fn an_industry_is_taken_off_the_list() {
    ExtBuilder::default()
        .with_negative_list(&[12, 97])
        .build_and_execute(|| {
            assert_ok!(Rules::remove_from_negative_list(department(), 12));
            assert_eq!(Rules::negative_list(), [97]);
            assert_only_event(Event::IndustryDelisted {
                industry: 12,
                by: DEPARTMENT,
            });
        });
}

#[test]
fn only_the_department_keeps_the_list() {
    ExtBuilder::default()
        .with_negative_list(&[97])
        .build_and_execute(|| {
            assert_department_only(|origin| Rules::add_to_negative_list(origin, 12));
            assert_department_only(|origin| Rules::remove_from_negative_list(origin, 97));
        });
}

#[test]
fn the_list_names_known_industries_once() {
    ExtBuilder::default()
        .with_negative_list(&[97])
        .build_and_execute(|| {
            assert_noop!(
                Rules::add_to_negative_list(department(), 98),
                Error::<Test>::IndustryUnknown
            );
            assert_noop!(
                Rules::add_to_negative_list(department(), 97),
                Error::<Test>::IndustryAlreadyListed
            );
        });
}

#[test]
fn an_industry_that_is_not_listed_is_not_taken_off() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            Rules::remove_from_negative_list(department(), 12),
            Error::<Test>::IndustryNotListed
        );
    });
}
