//! What others may ask.

use super::*;

#[test]
fn the_day_book_is_read_in_pages_of_a_hundred() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.marks_max = 320);
        let first = confirmed(seized(X, 12));
        for _ in 0..120 {
            stamped(X, Measure::Release { of: first });
        }
        let numbers = |from| -> Vec<u64> {
            Encumbrances::day_book(AUTHORITY, from)
                .iter()
                .map(|(id, ..)| id.serial())
                .collect()
        };
        assert_eq!(numbers(0), (1..=100).collect::<Vec<_>>());
        assert_eq!(numbers(101), (101..=121).collect::<Vec<_>>());
        assert_eq!(numbers(122), [0; 0]);
        assert_eq!(Encumbrances::day_book(OTHER_AUTHORITY, 1), []);
    });
}

#[test]
fn a_stamp_is_shown_with_its_status_now() {
    ExtBuilder::default().build_and_execute(|| {
        let id = seized(X, 12);
        assert_eq!(
            Encumbrances::stamp_with_status(id),
            Some((stored(id), StampStatus::Provisional))
        );
        set_end_of("2026-12-02");
        assert_eq!(status(id), StampStatus::Fallen);
        let unknown = StampId::new(AUTHORITY, 9).unwrap();
        assert_eq!(Encumbrances::stamp_with_status(unknown), None);
    });
}
