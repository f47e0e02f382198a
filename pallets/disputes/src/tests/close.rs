use super::*;

fn close(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::close(signed(account), id)
}

#[test]
fn only_a_lapsed_objection_is_closed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        take_written();
        last_second_of("2026-11-17");
        assert_noop!(close(EXAMINER, id), Error::<Test>::NotLapsed);
        end_of("2026-11-17");
        assert_ok!(close(EXAMINER, id));
        assert_only_event(Event::ObjectionClosed {
            objection: id,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
        });
        // The notice had ended by itself.
        assert_eq!(written(), []);
        assert!(!mark(object(), 0).stands(Disputes::now()));
        assert_eq!(stored(id).stage, ObjectionStage::Lapsed);
        let lapsed = ObjectionStatus::Lapsed {
            due: due("2026-11-17"),
        };
        assert_eq!(status(id), lapsed);
        assert!(Registry::object(object()).unwrap().open_objections.is_empty());
        // Once.
        assert_noop!(close(EXAMINER, id), Error::<Test>::NotLapsed);
    });
    for (stage, make) in STAGES {
        ExtBuilder::default().build_and_execute(|| {
            let id = make();
            assert_eq!(
                close(EXAMINER, id),
                Err(Error::<Test>::NotLapsed.into()),
                "{stage:?}"
            );
        });
    }
}

#[test]
fn an_incomplete_objection_is_closed_after_its_last_day() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        last_second_of("2026-11-30");
        assert_noop!(close(EXAMINER, id), Error::<Test>::NotLapsed);
        end_of("2026-11-30");
        assert_ok!(close(EXAMINER, id));
        // It had no notice yet.
        assert_eq!(written(), []);
        assert!(matches!(status(id), ObjectionStatus::Lapsed { .. }));
    });
}

#[test]
fn any_officer_of_the_authority_closes() {
    for account in [EXAMINER, REVIEWER, REGISTRAR] {
        ExtBuilder::default().build_and_execute(|| {
            let id = unaccepted();
            end_of("2026-11-17");
            assert_ok!(close(account, id));
        });
    }
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        end_of("2026-11-17");
        assert_officers_only(id, (EXAMINER, None, AFFILIATED_EXAMINER), Disputes::close);
    });
}

#[test]
fn a_hold_that_still_stands_ends_with_the_objection_that_lapsed() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        let until = at("2026-12-24 00:00");
        assert_ok!(Disputes::propose_hold(signed(EXAMINER), id, until, digest(8)));
        assert_ok!(Disputes::confirm_hold(signed(REVIEWER), id));
        take_events();
        take_written();
        end_of("2026-11-17");
        assert!(mark(object(), 1).stands(Disputes::now()));
        assert_ok!(close(EXAMINER, id));
        assert_only_event(Event::ObjectionClosed {
            objection: id,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
        });
        let by = Some(officer(EXAMINER));
        let entry = basis(id, None, by, None);
        assert_eq!(
            written(),
            [Written::MarkEnded(object(), 1, MarkEnd::Lapsed, entry, by)]
        );
        assert_eq!(mark(object(), 1).ended, Some((Disputes::now(), MarkEnd::Lapsed)));
    });
}
