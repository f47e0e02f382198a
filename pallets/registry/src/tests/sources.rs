//! What was made from a source is told that it has ended, is seized or is disputed.

use super::{dealings::license, *};
use crate::{
    Marks, RecentEntries, SourceNotices, SourceQueue, SourceQueueEnds, Telling, Tellings, WeightInfo,
};
use frame_support::{traits::Hooks, weights::Weight};
use quanji_primitives::{
    dealing::Hindrance,
    directory::{LicenceRegister, Register},
    ending::RightsEndCause,
    marks::{Mark, MarkEnd, MarkKind, MarkSource, RightSet, SourceState},
    terms::EndCause,
    v1::{history_after, EntryContent},
    ConflictId, EntryNo, RightId,
};

fn source() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

fn of_right(object: ObjectId, index: u32) -> Source {
    Source::Right(RightId { object, index })
}

fn made_from(lineage: &[Source]) -> ObjectId {
    entered(SECOND_ENTERPRISE, product(SECOND_ENTERPRISE, lineage))
}

/// Everything that waits is told; gives the entries, each the next of its object.
fn told() -> Vec<Entry> {
    System::reset_events();
    Registry::on_idle(1, Weight::MAX);
    assert_eq!(
        SourceQueue::<Test>::iter().count() + Tellings::<Test>::iter().count(),
        0
    );
    let entered = take_events().into_iter().map(|event| match event {
        Event::Entered {
            officer: None, entry, ..
        } => *entry,
        other => panic!("{other:?}"),
    });
    entered.collect()
}

fn mark(object: ObjectId, number: u32) -> Mark {
    Marks::<Test>::get(object, number).unwrap()
}

/// What a mark of an object tells: of which right, what, and since when.
fn notice(object: ObjectId, number: u32) -> (RightId, SourceState, Moment) {
    let mark = mark(object, number);
    let MarkSource::SourceRight { right, state } = mark.source else {
        panic!("{mark:?} is no notice about a source")
    };
    assert_eq!((mark.kind, mark.rights), (MarkKind::SourceNotice, RightSet::NONE));
    (right, state, mark.since)
}

fn now() -> Moment {
    world(|world| world.now)
}

fn marks(object: ObjectId) -> u32 {
    Objects::<Test>::get(object).unwrap().marks
}

#[test]
fn a_seizure_of_a_source_is_told_and_ends_with_it() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        let before = Objects::<Test>::get(made).unwrap();
        let seized = set_mark_for(NATURAL_PERSON, source, MarkKind::SeizureFirst, &[1]);
        let since = now();
        world(|world| world.now.0 += 3_600_000);
        let [entry] = told().try_into().unwrap();
        let right = RightId {
            object: source,
            index: 1,
        };
        assert_eq!(notice(made, 0), (right, SourceState::Seized, since));
        let of_source = EntryNo {
            object: source,
            number: 2,
        };
        assert_eq!(entry.basis, EntryBasis::Source(of_source));
        let set = mark(made, 0);
        assert_eq!(entry.content, EntryContent::Mark { number: 0, mark: set });
        let record = Objects::<Test>::get(made).unwrap();
        assert_eq!((record.marks, record.entries), (1, before.entries + 1));
        assert_eq!(
            (entry.previous, record.history),
            (before.history, history_after(&entry))
        );
        // It bars nothing.
        let deal = quanji_primitives::marks::Operation::ALL.map(|operation| {
            Registry::can_deal(
                RightId {
                    object: made,
                    index: 0,
                },
                operation,
                None,
            )
        });
        let no_mark = |answer: &[Hindrance]| answer.iter().all(|one| one.mark().is_none());
        assert!(deal.iter().all(|answer| no_mark(answer.as_ref().unwrap())));
        end_mark(source, seized);
        assert_eq!(told().len(), 1);
        assert_eq!(mark(made, 0).ended, Some((now(), MarkEnd::SourceClear)));
        // One mark tells of one right for ever.
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        assert_eq!(told().len(), 1);
        assert_eq!(notice(made, 0), (right, SourceState::Disputed, now()));
        assert_eq!((mark(made, 0).ended, marks(made)), (None, 1));
    });
}

#[test]
fn a_mark_against_another_right_or_of_another_kind_is_not_told() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        set_mark_for(NATURAL_PERSON, source, MarkKind::SeizureFirst, &[0]);
        for kind in [MarkKind::Control, MarkKind::Pledge, MarkKind::Reservation] {
            set_mark_for(NATURAL_PERSON, source, kind, &[1]);
        }
        assert_eq!((told(), marks(made)), (vec![], 0));
    });
}

#[test]
fn only_what_was_made_from_it_directly_is_told() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        let below = made_from(&[Source::Object(made)]);
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        assert_eq!(told().len(), 1);
        assert_eq!((marks(made), marks(below)), (1, 0));
    });
}

#[test]
fn the_end_of_a_right_is_told_and_nothing_is_cancelled_by_itself() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        told();
        let basis = EntryBasis::Conflict(ConflictId(5));
        let rights = RightSet::NONE.with(1);
        assert_eq!(
            Registry::end_rights(source, rights, None, RightsEndCause::Objection, basis, None),
            Ok(())
        );
        let since = now();
        world(|world| world.now.0 += 7_200_000);
        assert_eq!(told().len(), 1);
        let right = RightId {
            object: source,
            index: 1,
        };
        assert_eq!(notice(made, 0), (right, SourceState::Ended, since));
        // That the dispute ends as well makes no difference.
        end_mark(source, 0);
        assert_eq!(told(), []);
        assert_eq!(notice(made, 0), (right, SourceState::Ended, since));
        assert_eq!(
            super::dealings::right(made, 0).status,
            quanji_primitives::v1::RightStatus::Live
        );
    });
}

#[test]
fn a_use_licence_that_ends_or_falls_is_told() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let licence = license(source, 2, SECOND_ENTERPRISE, "2029-01-01 00:00");
        let below = license(source, licence, NATURAL_PERSON, "2028-01-01 00:00");
        let made = made_from(&[of_right(source, licence)]);
        let fallen = made_from(&[of_right(source, below)]);
        let beside = made_from(&[of_right(source, 1)]);
        let (cause, basis) = (
            EndCause::Breach { notice: LETTER },
            EntryBasis::Conflict(ConflictId(5)),
        );
        assert_eq!(
            Registry::end_licence(source, licence, cause, vec![below], basis, None),
            Ok(())
        );
        assert_eq!(told().len(), 2);
        let id = |index| RightId {
            object: source,
            index,
        };
        assert_eq!(notice(made, 0), (id(licence), SourceState::Ended, now()));
        assert_eq!(notice(fallen, 0), (id(below), SourceState::Ended, now()));
        assert_eq!(marks(beside), 0);
    });
}

#[test]
fn a_source_named_without_a_right_has_ended_with_the_last_of_its_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[Source::Object(source)]);
        let end = |rights: &[u32]| {
            let rights = rights.iter().copied().collect();
            let basis = EntryBasis::Conflict(ConflictId(5));
            assert_eq!(
                Registry::end_rights(source, rights, None, RightsEndCause::Objection, basis, None),
                Ok(())
            );
        };
        end(&[0, 1]);
        assert_eq!((told(), marks(made)), (vec![], 0));
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[2]);
        assert_eq!(told().len(), 1);
        let right = |index| RightId {
            object: source,
            index,
        };
        assert_eq!(notice(made, 0), (right(2), SourceState::Disputed, now()));
        end(&[2]);
        assert_eq!(told().len(), 1);
        assert_eq!(notice(made, 0).1, SourceState::Ended);
        assert_eq!(SourceNotices::<Test>::get(made, right(u32::MAX)), Some(0));
    });
}

#[test]
fn several_rights_of_one_source_are_told_each_by_its_own_mark() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let lineage = [of_right(source, 0), of_right(source, 1), Source::Object(source)];
        let made = made_from(&lineage);
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[0, 1]);
        assert_eq!(told().len(), 2);
        let right = |index| RightId {
            object: source,
            index,
        };
        assert_eq!((notice(made, 0).0, notice(made, 1).0), (right(0), right(1)));
    });
}

#[test]
fn what_ends_by_time_ends_by_the_same_time_below() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        let number = set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        let until = Moment(now().0 + 86_400_000);
        let basis = || EntryBasis::Conflict(ConflictId(5));
        let limited = Mark {
            until: Some(until),
            ..mark(source, number)
        };
        assert_eq!(
            Registry::change_mark(source, number, limited, basis(), None),
            Ok(())
        );
        assert_eq!(told().len(), 1);
        assert_eq!(mark(made, 0).until, Some(until));
        world(|world| world.now = until);
        assert!(!mark(made, 0).stands(now()));
        // Ended by hand after that, it needs no other end below.
        assert_eq!(
            Registry::end_mark(source, number, MarkEnd::Lapsed, basis(), None),
            Ok(())
        );
        assert_eq!(told(), []);
    });
}

#[test]
fn what_is_made_from_a_source_in_dispute_is_told_at_once() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let earlier = made_from(&[of_right(source, 1)]);
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        told();
        let made = made_from(&[of_right(source, 1)]);
        assert_eq!(told().len(), 1);
        assert_eq!((marks(earlier), marks(made)), (1, 1));
        // Without anything against the source nothing waits.
        let clear = entered(ENTERPRISE, resource(ENTERPRISE));
        made_from(&[of_right(clear, 1)]);
        let (first, next) = SourceQueueEnds::<Test>::get();
        assert_eq!(first, next);
    });
}

#[test]
fn as_many_are_told_as_a_block_has_room_for_and_a_source_waits_once() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made: Vec<_> = (0..5).map(|_| made_from(&[of_right(source, 1)])).collect();
        let look = <() as WeightInfo>::look_for_descendants();
        let one = <() as WeightInfo>::tell_descendant();
        let number = set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        let room = |count: u64| look.saturating_add(one.saturating_mul(count));
        assert_eq!(Registry::on_idle(1, Weight::zero()), Weight::zero());
        assert_eq!(Registry::on_idle(1, look), look);
        assert_eq!(Registry::on_idle(1, room(2)), room(2));
        let count = |made: &[ObjectId]| made.iter().map(|made| marks(*made)).sum::<u32>();
        assert_eq!(count(&made), 2);
        let telling = Tellings::<Test>::get(source).unwrap();
        let entry = EntryNo {
            object: source,
            number: 2,
        };
        assert_eq!(
            telling,
            Telling {
                entry,
                at: now(),
                next: 2,
                left: 3
            }
        );
        // What happens meanwhile begins another round where this one stands.
        end_mark(source, number);
        assert_eq!(SourceQueue::<Test>::iter().count(), 1);
        assert_eq!(
            Tellings::<Test>::get(source).map(|telling| (telling.next, telling.left)),
            Some((2, 5))
        );
        let later = made_from(&[of_right(source, 1)]);
        assert_eq!(Tellings::<Test>::get(source).map(|telling| telling.left), Some(6));
        assert_eq!(told().len(), 2);
        assert_eq!((count(&made), marks(later)), (2, 0));
        let ended = |made: &ObjectId| mark(*made, 0).ended.is_some();
        assert!(made[..2].iter().all(ended));
        assert_eq!(Registry::on_idle(2, Weight::MAX), look);
    });
}

#[test]
fn an_object_that_has_ended_is_told_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        Objects::<Test>::mutate(made, |record| {
            record.as_mut().unwrap().outcome = quanji_primitives::v1::Outcome::Ended(1);
        });
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        assert_eq!((told(), marks(made)), (vec![], 0));
    });
}

/// What readers are told of the sources of an object.
fn known(made: ObjectId) -> Vec<(RightId, SourceState, Moment)> {
    let all = Registry::source_notices(made).into_iter();
    all.map(|(right, notice)| (right, notice.state, notice.since))
        .collect()
}

#[test]
fn a_source_whose_term_is_over_has_ended_with_no_one_acting() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let licence = license(source, 2, SECOND_ENTERPRISE, "2028-01-01 00:00");
        let below = license(source, licence, NATURAL_PERSON, "2028-06-01 00:00");
        let id = |index| RightId {
            object: source,
            index,
        };
        let lineage = [of_right(source, 1), of_right(source, below)];
        let made = made_from(&lineage);
        let whole = made_from(&[Source::Object(source)]);
        assert_eq!((known(made), known(whole)), (vec![], vec![]));
        // With the licence above it the one below is over as well.
        let licensed_until = at("2028-01-01 00:00");
        world(|world| world.now = Moment(licensed_until.0 - 1));
        assert_eq!(known(made), []);
        world(|world| world.now = licensed_until);
        let of_licence = (id(below), SourceState::Ended, licensed_until);
        assert_eq!(known(made), [of_licence]);
        let until = super::dealings::right(source, 1).valid_until;
        world(|world| world.now = Moment(until.0 - 1));
        assert_eq!(known(made), [of_licence]);
        assert_eq!(known(whole), []);
        world(|world| world.now = until);
        assert_eq!(known(made), [(id(1), SourceState::Ended, until), of_licence]);
        assert_eq!(known(whole), [(id(0), SourceState::Ended, until)]);
        assert_eq!((told(), marks(made)), (vec![], 0), "nobody sent anything");
    });
}

#[test]
fn a_source_that_is_being_renewed_has_not_ended_and_one_that_revives_has_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        let until = super::dealings::right(source, 1).valid_until;
        world(|world| world.now = Moment(until.0 - 60 * 86_400_000));
        let case = file_dealing(ENTERPRISE, renewal(source, 3));
        world(|world| world.now = until);
        assert_eq!(known(made), []);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_eq!(known(made).len(), 1);
        // A mark that tells of it ends with the revival.
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        assert_eq!(told().len(), 1);
        assert_eq!(notice(made, 0).1, SourceState::Ended);
        end_mark(source, 0);
        carried_out(&[ENTERPRISE], revival(source, 3));
        assert_eq!(known(made), []);
        told();
        assert_eq!(mark(made, 0).ended, Some((now(), MarkEnd::SourceClear)));
    });
}

#[test]
fn readers_are_told_of_a_source_what_its_marks_tell() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        set_mark_for(NATURAL_PERSON, source, MarkKind::SeizureFirst, &[1]);
        let right = RightId {
            object: source,
            index: 1,
        };
        assert_eq!(known(made), [(right, SourceState::Seized, now())]);
        assert_eq!(known(ObjectId(1)), []);
    });
}

#[test]
fn a_change_of_its_facts_is_not_told() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        made_from(&[of_right(source, 1)]);
        carried_out(&[ENTERPRISE], change(source, industry(56)));
        assert!(!Tellings::<Test>::contains_key(source));
    });
}

fn end_right(source: ObjectId, number: u32) {
    let (rights, basis) = (RightSet::NONE.with(number), EntryBasis::Conflict(ConflictId(5)));
    let ended = Registry::end_rights(source, rights, None, RightsEndCause::Objection, basis, None);
    assert_eq!(ended, Ok(()));
}

#[test]
fn what_is_made_from_a_source_of_which_a_right_has_ended_is_told_at_once_since_when() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        end_right(source, 0);
        let since = now();
        let made = made_from(&[of_right(source, 0)]);
        assert!(now() > since);
        assert_eq!(told().len(), 1);
        let right = RightId {
            object: source,
            index: 0,
        };
        assert_eq!(notice(made, 0), (right, SourceState::Ended, since));
    });
}

#[test]
fn what_is_told_already_is_not_told_again() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1), of_right(source, 2)]);
        set_mark_for(NATURAL_PERSON, source, MarkKind::SeizureFirst, &[1]);
        end_right(source, 2);
        assert_eq!(told().len(), 2);
        let before = [notice(made, 0), notice(made, 1)];
        // When its entry is remembered no more, an end that was told stays told as of then.
        RecentEntries::<Test>::remove(source);
        world(|world| world.now.0 += 3_600_000);
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[0]);
        assert!(Tellings::<Test>::contains_key(source));
        assert_eq!(told(), []);
        assert_eq!([notice(made, 0), notice(made, 1)], before);
    });
}

#[test]
fn an_object_with_as_many_marks_as_it_can_hold_is_told_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let source = source();
        let made = made_from(&[of_right(source, 1)]);
        let count = |marks: u32| {
            Objects::<Test>::mutate(made, |record| {
                core::mem::replace(&mut record.as_mut().unwrap().marks, marks)
            })
        };
        let had = count(crate::register::MARKS_WITH_NOTICES_MAX);
        set_mark_for(NATURAL_PERSON, source, MarkKind::Hold, &[1]);
        assert_eq!(told(), []);
        count(had);
    });
}
