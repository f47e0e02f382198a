//! `add_code`.

use super::*;
use crate::{Codes, Error, Event};
use frame_support::assert_ok;
use quanji_primitives::codes::CodeTable::{Industry, ProductForm};

#[test]
fn a_code_is_added_to_its_table_only() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(Rules::add_code(department(), ProductForm, 99));
        assert!(Codes::<Test>::contains_key(ProductForm, 99));
        assert!(!Codes::<Test>::contains_key(Industry, 99));
        assert_eq!(Rules::codes(ProductForm), [1, 2, 3, 4, 5, 6, 99]);
        assert_only_event(Event::CodeAdded {
            table: ProductForm,
            code: 99,
            by: DEPARTMENT,
        });
    });
}

#[test]
fn only_the_department_adds_codes() {
    ExtBuilder::default().build_and_execute(|| {
        assert_department_only(|origin| Rules::add_code(origin, ProductForm, 7));
    });
}

#[test]
fn a_code_has_two_digits() {
    ExtBuilder::default().build_and_execute(|| {
        for code in [0, 100, 255] {
            assert_noop!(
                Rules::add_code(department(), Industry, code),
                Error::<Test>::CodeOutOfRange
            );
        }
    });
}

#[test]
fn a_code_is_added_once() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            Rules::add_code(department(), Industry, 97),
            Error::<Test>::CodeAlreadyExists
        );
        assert_ok!(Rules::add_code(department(), Industry, 98));
        assert_noop!(
            Rules::add_code(department(), Industry, 98),
            Error::<Test>::CodeAlreadyExists
        );
    });
}
