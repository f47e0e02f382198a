//! `report_use` (S062, story 9.3).

use super::*;

fn report(account: u64, number: u32, total: u64) -> DispatchResult {
    Licences::report_use(signed(account), Capacity::Own, object(), number, total, digest(3))
}

fn use_report(side: Side, total: u64) -> UseReport {
    let report = digest(3);
    UseReport { side, total, report }
}

#[test]
fn a_report_is_recorded_and_entered() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(report(FREIGHT, freight, 10_000));
        let reported = stored(freight).reported;
        assert_eq!(
            (reported.by_licensee, reported.reports, reported.over_since),
            (10_000, 1, None)
        );
        let told = use_report(Side::Licensee, 10_000);
        let basis = signed_by(&[FREIGHT]);
        assert_eq!(
            take_written(),
            [Written::Used(object(), freight, told, None, basis)]
        );
        assert_only_event(Event::UseReported {
            object: object(),
            licence: freight,
            report: told,
            by: party(FREIGHT),
            via: Via::Own,
        });
    });
}

#[test]
fn the_10_001st_call_of_10_000_is_recorded_and_noticed() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(report(FREIGHT, freight, 10_000));
        take_events();
        set_now("2026-11-20 10:00");
        assert_ok!(report(FREIGHT, freight, 10_001));
        assert_eq!(stored(freight).reported.over_since, Some(at("2026-11-20 10:00")));
        assert_only_event(Event::OveruseNoticed {
            object: object(),
            licence: freight,
            report: use_report(Side::Licensee, 10_001),
            over: 1,
            by: party(FREIGHT),
            via: Via::Own,
        });
        set_now("2026-11-21 10:00");
        assert_ok!(report(FREIGHT, freight, 10_002));
        assert_eq!(
            stored(freight).reported.over_since,
            Some(at("2026-11-20 10:00")),
            "since the first"
        );
        assert!(is_in_force(freight), "a notice, no end");
    });
}

#[test]
fn both_sides_report_the_same_use_and_the_higher_reading_counts() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(report(FREIGHT, freight, 9_000));
        assert_ok!(report(PORT, freight, 10_500));
        let reported = stored(freight).reported;
        assert_eq!((reported.by_licensee, reported.by_licensor), (9_000, 10_500));
        assert_eq!((reported.total(), reported.reports), (10_500, 2));
        assert!(reported.over_since.is_some());
    });
}

#[test]
fn what_was_given_to_others_is_not_used_by_oneself() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        assert_ok!(report(FREIGHT, freight, 6_001));
        assert!(stored(freight).reported.over_since.is_some());
        // When the sub-licence ends unused, there is room again.
        end_right(sub);
        assert_ok!(report(FREIGHT, freight, 6_002));
        assert_eq!(stored(freight).reported.over_since, None);
    });
}

#[test]
fn a_reading_does_not_fall() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(report(FREIGHT, freight, 7));
        assert_noop!(report(FREIGHT, freight, 6), Error::<Test>::TotalFalls);
        // Nothing used since is a report as well.
        assert_ok!(report(FREIGHT, freight, 7));
        let reported = stored(freight).reported;
        assert_eq!((reported.by_licensee, reported.reports), (7, 2));
        assert_ok!(report(PORT, freight, 1));
    });
}

#[test]
fn only_a_side_of_the_licence_reports() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = story_licences();
        assert_noop!(report(THIRD, freight, 1), Error::<Test>::NotASignatory);
        assert_noop!(report(PORT, sub, 1), Error::<Test>::NotASignatory);
        assert_noop!(report(PORT, OPERATING, 1), Error::<Test>::LicenceNotFound);
    });
}

#[test]
fn a_licence_without_quantity_is_never_overused() {
    ExtBuilder::default().build_and_execute(|| {
        let number = granted(PORT, filing(OPERATING, FREIGHT, plain_terms()));
        assert_ok!(report(FREIGHT, number, u64::MAX));
        assert_eq!(stored(number).reported.over_since, None);
    });
}

/// When the licence above has ended, the holder of the first right who signed stands in the licensor's place: both have
/// readings of the use.
#[test]
fn who_licensed_it_and_who_is_its_licensor_now_both_report() {
    ExtBuilder::default().build_and_execute(|| {
        let (freight, sub) = licences_signed_by_the_root();
        assert_noop!(report(PORT, sub, 5), Error::<Test>::NotASignatory);
        let breach = EndCause::Breach { notice: digest(4) };
        assert_ok!(Licences::propose_end(
            signed(PORT),
            Capacity::Own,
            object(),
            freight,
            breach
        ));
        assert_ok!(report(FREIGHT, sub, 5));
        assert_eq!(stored(sub).reported.by_licensor, 5);
        take_events();
        assert_ok!(report(PORT, sub, 6));
        let reported = stored(sub).reported;
        assert_eq!((reported.by_licensor, reported.reports), (6, 2));
        assert_only_event(Event::UseReported {
            object: object(),
            licence: sub,
            report: use_report(Side::Licensor, 6),
            by: party(PORT),
            via: Via::Own,
        });
        assert_noop!(report(THIRD, sub, 7), Error::<Test>::NotASignatory);
    });
}
