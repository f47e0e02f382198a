//! Each invariant is broken by hand and found.

use super::collateral::*;

#[track_caller]
fn assert_found(sentence: &str) {
    let found = Encumbrances::do_try_state().unwrap_err();
    assert_eq!(<&'static str>::from(found), sentence);
}

/// Breaks the stamp of a confirmed seizure.
#[track_caller]
fn broken(sentence: &str, change: impl FnOnce(&mut Stamp)) {
    ExtBuilder::default().build().execute_with(|| {
        let id = confirmed(seized(X, 12));
        assert_ok!(Encumbrances::do_try_state());
        let mut stamp = stored(id);
        change(&mut stamp);
        Stamps::<Test>::insert(id, stamp);
        assert_found(sentence);
    });
}

/// Breaks the mark of a seizure that waits for its second person.
#[track_caller]
fn broken_mark(sentence: &str, change: impl FnOnce(&mut Mark)) {
    ExtBuilder::default().build().execute_with(|| {
        seized(X, 12);
        let mut broken = mark(0);
        change(&mut broken);
        Registry::put_mark(object(), 0, &broken);
        assert_found(sentence);
    });
}

#[test]
fn a_broken_stamp_is_found() {
    broken("every stamp has layout 1", |stamp| stamp.version = 2);
    let sentence = "a day book is about objects of its authority";
    broken(sentence, |stamp| stamp.object = elsewhere());
    let sentence = "an instrument is stamped after its receipt and confirmed after its stamp";
    broken(sentence, |stamp| stamp.paper.received_at.0 += 1);
    broken(sentence, |stamp| stamp.confirm_by = stamp.stamped.at);
    let sentence = "another person confirms or rejects, in time";
    broken(sentence, |stamp| {
        stamp.stamped.officer = stamp.found.unwrap().1.officer
    });
    broken(sentence, |stamp| {
        let (finding, mut signed) = stamp.found.unwrap();
        signed.at = stamp.confirm_by;
        stamp.found = Some((finding, signed));
    });
    let sentence = "a stamp is about a mark, or ends rights";
    broken(sentence, |stamp| stamp.mark = None);
    let sentence = "a renewal knows the end before it";
    broken(sentence, |stamp| stamp.renews_from = Some(Moment(1)));
}

#[test]
fn a_missing_number_is_found() {
    ExtBuilder::default().build().execute_with(|| {
        let id = seized(X, 12);
        seized(Y, 12);
        let stamp = Stamps::<Test>::take(id).unwrap();
        assert_found("no number of a day book is missing");
        Stamps::<Test>::insert(id, stamp);
        Stamps::<Test>::insert(StampId::new(AUTHORITY, 3).unwrap(), stamp);
        assert_found("stamps are numbered in order");
    });
}

#[test]
fn a_broken_mark_is_found() {
    broken("the mark of a stamp exists", |stamp| stamp.mark = Some(9));
    let sentence = "the mark of a stamp names it and its instrument";
    broken_mark(sentence, |mark| mark.order = None);
    broken_mark(sentence, |mark| {
        mark.source = MarkSource::DayBook(StampId::new(AUTHORITY, 9).unwrap())
    });
    let sentence = "a mark stands firm once its stamp is confirmed";
    broken_mark(sentence, |mark| mark.order.as_mut().unwrap().confirm_by = None);
}

#[test]
fn what_stands_on_a_fallen_stamp_is_found() {
    ExtBuilder::default().build().execute_with(|| {
        seized(X, 12);
        let mut later = mark(0);
        later.order.as_mut().unwrap().confirm_by = Some(end_of("2026-12-31"));
        Registry::put_mark(object(), 0, &later);
        set_end_of("2026-12-02");
        assert_found("nothing stands on a stamp that fell or was rejected");
    });
}

#[test]
fn a_seizure_that_waits_for_nobody_is_found() {
    ExtBuilder::default().build().execute_with(|| {
        confirmed(seized(X, 12));
        let second = confirmed(seized(Y, 12));
        assert_ok!(Encumbrances::do_try_state());
        // On right 1 nothing stands before it: the stamp would have refused it.
        let waiting = stored(second).mark.unwrap();
        let wide = Mark {
            rights: rights(&[0, 1]),
            ..mark(waiting)
        };
        Registry::put_mark(object(), waiting, &wide);
        assert_found("where a seizure stands, one is in first rank");
    });
}

/// Breaks a pledge that took the place of a reservation.
#[track_caller]
fn broken_pledge(sentence: &str, change: impl FnOnce(&mut PledgeRecord)) {
    ExtBuilder::default().build().execute_with(|| {
        let place = reserved(BANK_P, 30);
        let id = done(&[HOLDER, BANK_P], pledge(BANK_P, 28, Some(place)));
        assert_ok!(Encumbrances::do_try_state());
        let mut record = stored_pledge(id);
        change(&mut record);
        crate::Pledges::<Test>::insert(id, record);
        assert_found(sentence);
    });
}

/// Breaks a reservation that was used.
#[track_caller]
fn broken_reservation(sentence: &str, change: impl FnOnce(&mut ReservationRecord)) {
    ExtBuilder::default().build().execute_with(|| {
        let id = reserved(BANK_P, 30);
        done(&[HOLDER, BANK_P], pledge(BANK_P, 28, Some(id)));
        let mut record = stored_reservation(id);
        change(&mut record);
        crate::Reservations::<Test>::insert(id, record);
        assert_found(sentence);
    });
}

#[test]
fn a_broken_pledge_is_found() {
    broken_pledge("every pledge has layout 1", |record| record.version = 2);
    let sentence = "a pledge names each of its objects once";
    broken_pledge(sentence, |record| record.collateral.clear());
    let sentence = "a pledge has a mark on each of its objects";
    broken_pledge(sentence, |record| record.collateral[0].mark = 0);
    let sentence = "the mark of a pledge stands against what is pledged";
    broken_pledge(sentence, |record| record.collateral[0].rights = rights(&[0]));
    let sentence = "the mark of a pledge locks until its registration lapses";
    broken_pledge(sentence, |record| record.through = "2030-01-01".parse().unwrap());
}

#[test]
fn a_broken_reservation_is_found() {
    broken_reservation("every reservation has layout 1", |record| record.version = 2);
    let sentence = "a reservation has a mark on its object";
    broken_reservation(sentence, |record| record.mark = 1);
    let sentence = "the mark of a reservation ends with it";
    broken_reservation(sentence, |record| record.until.0 += 1);
    let sentence = "a used reservation names the pledge that took its place";
    broken_reservation(sentence, |record| record.used_by = None);
}

#[test]
fn two_in_one_place_are_found() {
    ExtBuilder::default().build().execute_with(|| {
        pledged(BANK_P, 28);
        let id = pledged(BANK_Q, 5);
        let mut record = stored_pledge(id);
        record.collateral[0].place = 0;
        crate::Pledges::<Test>::insert(id, record);
        assert_found("no two pledges or reservations have one place");
    });
}

#[test]
fn a_broken_deed_is_found() {
    let broken = |sentence: &str, change: &dyn Fn(&mut OpenDeed)| {
        ExtBuilder::default().build().execute_with(|| {
            assert_ok!(propose(HOLDER, deed(pledge(BANK_P, 28, None))));
            let id = last_deed();
            let mut waiting = Encumbrances::deed(id).unwrap();
            change(&mut waiting);
            crate::Deeds::<Test>::insert(id, waiting);
            assert_found(sentence);
        });
    };
    broken("every deed has layout 1", &|waiting| waiting.version = 2);
    broken("who proposed a deed has signed it", &|waiting| {
        waiting.signatures.clear()
    });
    let unknown = DeedId::new(AUTHORITY, 999).unwrap();
    broken("a deed is about what is registered", &|waiting| {
        waiting.deed.matter = DeedMatter::Assignment {
            pledge: unknown,
            to: party(BANK_R),
        };
    });
    broken("a deed is listed on each of its objects", &|waiting| {
        waiting.deed.matter = reservation(other_product(), &[0], BANK_P, 1);
    });
}

#[test]
fn a_broken_list_of_deeds_is_found() {
    ExtBuilder::default().build().execute_with(|| {
        assert_ok!(propose(HOLDER, deed(pledge(BANK_P, 28, None))));
        let id = last_deed();
        assert_ok!(Encumbrances::do_try_state());
        let list = |id: DeedId| crate::OpenDeeds::<Test>::insert(other_product(), listing(id));
        list(DeedId::new(AUTHORITY, 999).unwrap());
        assert_found("a deed that is listed waits");
        list(id);
        assert_found("a deed is listed on no other object than its own");
    });
}

fn listing(id: DeedId) -> quanji_primitives::Bounded<DeedId, { crate::DEEDS_MAX }> {
    vec![id].try_into().unwrap()
}
