use super::*;

fn decide(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::decide_by_instrument(signed(account), id, Disposition::Cancel, digest(7))
}

#[test]
fn a_judgment_after_the_court_was_proven_is_recorded_and_carried_out_by_another() {
    ExtBuilder::default().build_and_execute(|| {
        let id = in_court();
        take_written();
        assert_ok!(decide(REVIEWER, id));
        assert_only_event(Event::DecidedByInstrument {
            objection: id,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            disposition: Disposition::Cancel,
            document: digest(7),
        });
        let objection = stored(id);
        let decided = Some((Disposition::Cancel, Decided::Instrument(digest(7))));
        assert_eq!(
            (objection.stage, objection.decided),
            (ObjectionStage::Decided, decided)
        );
        assert_eq!(objection.handled.unwrap().officer, officer(REVIEWER));
        assert_eq!(written(), []);
        assert_ok!(execute(BOTH_CHAIRS, id));
    });
}

#[test]
fn a_binding_document_decides_at_any_open_step() {
    let open: Vec<_> = STAGES
        .into_iter()
        .map(|(stage, _)| stage)
        .filter(|stage| stage.is_open())
        .collect();
    assert_eq!(open.len(), 8);
    assert_only_at(&open, |id| decide(REVIEWER, id));
}

#[test]
fn a_binding_document_takes_the_place_of_an_agreement() {
    ExtBuilder::default().build_and_execute(|| {
        let id = agreed(Disposition::Change);
        assert_ok!(decide(REVIEWER, id));
        let decided = Some((Disposition::Cancel, Decided::Instrument(digest(7))));
        assert_eq!(stored(id).decided, decided);
    });
}

#[test]
fn a_binding_document_does_not_revive_what_has_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let id = unaccepted();
        end_of("2026-11-17");
        // Lapsed, and not closed yet: the judgment is a new fact.
        assert_noop!(decide(REVIEWER, id), Error::<Test>::WrongStage);
        assert_ok!(object_as(OBJECTOR, Capacity::Own, 77));
        assert_ok!(decide(REVIEWER, last_filed()));
    });
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_decides_by_instrument() {
    ExtBuilder::default().build_and_execute(|| {
        let seats = (REVIEWER, Some(EXAMINER), AFFILIATED_REVIEWER);
        assert_officers_only(in_court(), seats, |origin, id| {
            Disputes::decide_by_instrument(origin, id, Disposition::Cancel, digest(7))
        });
    });
}
