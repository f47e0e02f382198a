//! Each invariant is broken by hand and found.

use super::*;
use crate::{Conflicts, HeardFacts, LastConflict, OpenConflicts};
use quanji_primitives::{conflict::ConflictSide, ConflictId};

#[track_caller]
fn assert_found(sentence: &str) {
    let found = Disputes::do_try_state().unwrap_err();
    assert_eq!(<&'static str>::from(found), sentence);
}

/// Breaks an objection at a stage.
#[track_caller]
fn broken(make: Maker, sentence: &str, change: impl FnOnce(&mut Objection)) {
    ExtBuilder::default().build().execute_with(|| {
        let id = make();
        assert_ok!(Disputes::do_try_state());
        let mut objection = stored(id);
        change(&mut objection);
        Objections::<Test>::insert(id, objection);
        assert_found(sentence);
    });
}

#[test]
fn a_broken_objection_is_found() {
    broken(filed, "every objection has layout 1", |objection| {
        objection.version = 2
    });
    let sentence = "an objection is numbered by the authority that keeps its object";
    broken(filed, sentence, |objection| objection.authority = OTHER_AUTHORITY);
    broken(filed, "the same facts are heard once", |objection| {
        objection.facts = digest(9);
    });
    let sentence = "an object lists its open objections and no others";
    broken(filed, sentence, |objection| {
        objection.stage = ObjectionStage::Withdrawn;
    });
    broken(filed, "every contested right exists", |objection| {
        objection.rights = rights(&[9]);
    });
}

#[test]
fn a_broken_step_is_found() {
    broken(returned, "a returned objection has its notice", |objection| {
        objection.returned = None;
    });
    let sentence = "no objection goes on before the registrant was told";
    broken(contested, sentence, |objection| objection.notified = None);
    broken(unaccepted, "answers are to a conclusion", |objection| {
        objection.conclusion = None;
    });
    let sentence = "what is decided says on what";
    broken(closed, sentence, |objection| objection.decided = None);
    broken(contested, sentence, |objection| {
        objection.decided = Some((Disposition::Cancel, Decided::BothAccepted));
    });
    broken(in_court, "a matter before a court has its proof", |objection| {
        objection.court_proof = None;
    });
}

#[test]
fn a_broken_mark_is_found() {
    let sentence = "the marks of an objection name it";
    broken(notified, sentence, |objection| objection.notice_mark = Some(7));
    broken(notified, sentence, |objection| objection.hold_mark = Some(0));
    ExtBuilder::default().build().execute_with(|| {
        let id = notified();
        let by = basis(id, None, None, None);
        Registry::end_mark(object(), 0, MarkEnd::Dismissed, by, None).unwrap();
        assert_found("nobody ends the notice of an open objection");
    });
}

#[test]
fn a_heard_fact_without_objection_is_found() {
    ExtBuilder::default().build().execute_with(|| {
        let id = filed();
        HeardFacts::<Test>::insert(object(), (party(BYSTANDER), digest(1)), id);
        assert_found("each objection was heard on its own facts");
    });
}

#[test]
fn an_objection_against_nothing_is_found() {
    ExtBuilder::default().build().execute_with(|| {
        let id = filed();
        let mut objection = stored(id);
        let nothing = ObjectId::new(AUTHORITY, 55).unwrap();
        HeardFacts::<Test>::remove(object(), (party(OBJECTOR), digest(1)));
        HeardFacts::<Test>::insert(nothing, (party(OBJECTOR), digest(1)), id);
        objection.object = nothing;
        Objections::<Test>::insert(id, objection);
        assert_found("an objection is against a registered object");
    });
}

#[track_caller]
fn broken_conflict(sentence: &str, change: impl FnOnce()) {
    ExtBuilder::default().build().execute_with(|| {
        assert_ok!(Disputes::raise_conflict(
            signed(EXAMINER),
            ConflictSide::Object(object()),
            ConflictSide::Case(other_case()),
            digest(1)
        ));
        assert_ok!(Disputes::do_try_state());
        change();
        assert_found(sentence);
    });
}

#[test]
fn a_broken_conflict_is_found() {
    let id = ConflictId(1);
    let change = |change: fn(&mut quanji_primitives::conflict::Conflict)| {
        let mut conflict = Conflicts::<Test>::get(id).unwrap();
        change(&mut conflict);
        Conflicts::<Test>::insert(id, conflict);
    };
    let dense = "conflicts are numbered densely from 1";
    broken_conflict(dense, || LastConflict::<Test>::put(2));
    broken_conflict(dense, || LastConflict::<Test>::put(0));
    broken_conflict("a conflict is between two authorities", || {
        change(|conflict| conflict.sides[1] = conflict.sides[0]);
    });
    broken_conflict("an officer of the first side reported it", || {
        change(|conflict| conflict.raised_by = officer(OTHER_EXAMINER));
    });
    broken_conflict("both sides of an undecided conflict lead to it", || {
        OpenConflicts::<Test>::remove(ConflictSide::Object(object()));
    });
    broken_conflict("a side is in one undecided conflict at most", || {
        OpenConflicts::<Test>::insert(ConflictSide::Object(other_object()), id);
    });
}

#[cfg(feature = "try-runtime")]
#[test]
fn a_chain_that_is_tried_is_asked_for_every_invariant() {
    use frame_support::traits::Hooks;
    ExtBuilder::default().build().execute_with(|| {
        let id = filed();
        let tried = || <Disputes as Hooks<u64>>::try_state(1);
        assert_ok!(tried());
        let objection = stored(id);
        Objections::<Test>::insert(
            id,
            Objection {
                version: 2,
                ..objection
            },
        );
        let found = tried().unwrap_err();
        assert_eq!(<&'static str>::from(found), "every objection has layout 1");
    });
}
