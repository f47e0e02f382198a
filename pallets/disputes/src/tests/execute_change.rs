//! `execute_change`: a change of the content that was decided.

use super::*;
use quanji_primitives::{ending::Correction, marks::MarkSource, ConflictId};

/// The industry is another one.
const INDUSTRY: Correction = Correction {
    description: None,
    industry: Some(56),
    form: None,
    level: None,
};

fn execute_change(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::execute_change(signed(account), id, Box::new(INDUSTRY), None)
}

#[test]
fn a_change_that_was_decided_corrects_the_facts_and_ends_the_notice() {
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Change);
        let holders = Registry::right(object(), 0).unwrap().holders;
        set_now("2026-11-04 09:00");
        assert_ok!(execute_change(REVIEWER, id));
        assert_only_event(Event::ObjectionExecuted {
            objection: id,
            authority: AUTHORITY,
            officer: officer(REVIEWER),
            disposition: Disposition::Change,
        });
        let (by, second) = (Some(officer(REVIEWER)), Some(officer(EXAMINER)));
        let entry = basis(id, Some(Decided::BothAccepted), by, second);
        assert_eq!(
            written(),
            [
                Written::Corrected(object(), INDUSTRY, entry.clone(), by),
                Written::MarkEnded(object(), 0, MarkEnd::CarriedOut, entry, by)
            ]
        );
        assert_eq!(Registry::object(object()).unwrap().facts.industry, 56);
        // Never a holder.
        assert_eq!(Registry::right(object(), 0).unwrap().holders, holders);
        assert_eq!(stored(id).stage, ObjectionStage::Closed);
        assert_noop!(execute_change(REVIEWER, id), Error::<Test>::WrongStage);
    });
}

#[test]
fn what_was_not_decided_as_a_change_is_not_carried_out_as_one() {
    for disposition in [Disposition::Dismiss, Disposition::Cancel] {
        ExtBuilder::default().build_and_execute(|| {
            let id = decided(disposition);
            assert_noop!(execute_change(REVIEWER, id), Error::<Test>::NoChangeDecided);
            assert_ok!(execute(REVIEWER, id));
        });
    }
}

#[test]
fn a_change_that_changes_nothing_or_has_another_text_is_refused() {
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Change);
        let same = Registry::object(object()).unwrap().facts.industry;
        let text = || Some(b"text".to_vec().try_into().unwrap());
        let described = Correction {
            description: Some(Digest::sha2_256(b"other text")),
            ..INDUSTRY
        };
        for (facts, text) in [
            (
                Correction {
                    industry: Some(same),
                    ..INDUSTRY
                },
                None,
            ),
            (INDUSTRY, text()),
            (described, text()),
            (described, None),
        ] {
            assert_noop!(
                Disputes::execute_change(signed(REVIEWER), id, Box::new(facts), text),
                Error::<Test>::CorrectionUnfit
            );
        }
        let facts = Correction {
            description: Some(Digest::sha2_256(b"text")),
            ..INDUSTRY
        };
        let ask = |account, facts| Disputes::can_execute_change(account, id, facts, Some(b"text".to_vec()));
        assert_eq!(ask(EXAMINER, facts), Err(Error::<Test>::RoleMissing.into()));
        // Who asks before the text is sent to anybody is told the same.
        let unfit = Error::<Test>::CorrectionUnfit;
        assert_eq!(ask(REVIEWER, described), Err(unfit.into()));
        assert_eq!(ask(REVIEWER, facts), Ok(()));
        assert_ok!(Disputes::execute_change(
            signed(REVIEWER),
            id,
            Box::new(facts),
            text()
        ));
    });
}

#[test]
fn another_person_than_who_concluded_carries_out_a_change() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        conclude_as(BOTH_CHAIRS, id, Disposition::Change);
        for account in [OBJECTOR, REGISTRANT] {
            assert_ok!(answer_conclusion(account, id, true));
        }
        assert_noop!(execute_change(BOTH_CHAIRS, id), Error::<Test>::SamePerson);
        assert_ok!(execute_change(REVIEWER, id));
    });
}

/// What the sides agree on is voluntary, as a change is that a holder asks for: control bars it. A judgment passes.
#[test]
fn control_bars_a_change_that_was_agreed_and_none_that_a_judgment_orders() {
    let control = || {
        let mark = quanji_primitives::marks::Mark {
            version: 1,
            kind: MarkKind::Control,
            rights: rights(&[1]),
            source: MarkSource::Conflict(ConflictId(9)),
            authority: AUTHORITY,
            since: world(|world| world.now),
            until: None,
            ended: None,
            order: None,
        };
        let basis = EntryBasis::Conflict(ConflictId(9));
        Registry::set_mark(object(), mark, basis, None).unwrap()
    };
    ExtBuilder::default().build_and_execute(|| {
        let id = decided(Disposition::Change);
        let number = control();
        assert_noop!(execute_change(REVIEWER, id), Error::<Test>::BarredByMark);
        let basis = EntryBasis::Conflict(ConflictId(9));
        Registry::end_mark(object(), number, MarkEnd::Released, basis, None).unwrap();
        assert_ok!(execute_change(REVIEWER, id));
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = in_court();
        control();
        assert_ok!(Disputes::decide_by_instrument(
            signed(BOTH_CHAIRS),
            id,
            Disposition::Change,
            digest(7)
        ));
        assert_ok!(execute_change(REVIEWER, id));
    });
}

#[test]
fn only_a_decided_objection_is_carried_out_as_a_change() {
    ExtBuilder::default().build_and_execute(|| {
        let id = contested();
        assert_noop!(execute_change(REVIEWER, id), Error::<Test>::WrongStage);
    });
    ExtBuilder::default().build_and_execute(|| {
        let seats = (REVIEWER, Some(EXAMINER), AFFILIATED_REVIEWER);
        assert_officers_only(decided(Disposition::Change), seats, |origin, id| {
            Disputes::execute_change(origin, id, Box::new(INDUSTRY), None)
        });
    });
}
