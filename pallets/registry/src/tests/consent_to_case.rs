//! `consent_to_case`, `revoke_case_consent`: those for whom marks stand.

use super::*;
use quanji_primitives::{directory::HoldingRegister, marks::MarkKind};
use RightKind::Operating;

/// A sale of a pledged operating right, signed by both; the pledgee is the natural person. Gives case and mark.
fn pledged_sale() -> (CaseId, u32) {
    let object = entered(ENTERPRISE, resource(ENTERPRISE));
    let mark = set_mark_for(NATURAL_PERSON, object, MarkKind::Pledge, &[2]);
    set_now("2026-11-10 10:00");
    let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
    (signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted), mark)
}

fn consent(account: u64, case: CaseId, mark: u32) -> sp_runtime::DispatchResult {
    Registry::consent_to_case(signed(account), OWN, case, mark)
}

fn revoke(account: u64, case: CaseId, mark: u32) -> sp_runtime::DispatchResult {
    Registry::revoke_case_consent(signed(account), OWN, case, mark)
}

#[test]
fn a_pledge_needs_the_consent_of_its_holder_to_the_one_case() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, mark) = pledged_sale();
        pass_notice(case);
        entry_fails(case, Error::MarkConsentMissing);
        assert_ok!(consent(NATURAL_PERSON, case, mark));
        assert_only_event(Event::CaseConsented {
            case,
            mark,
            party: party(NATURAL_PERSON),
            via: Via::Own,
        });
        let given = stored(case).consents[0];
        assert_eq!(
            (given.mark, given.party, given.via),
            (mark, party(NATURAL_PERSON), Via::Own)
        );
        assert_eq!(given.at, world(|world| world.now));
        entry_of(case);
    });
}

#[test]
fn a_consent_to_one_case_does_not_count_in_another() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, mark) = pledged_sale();
        assert_ok!(consent(NATURAL_PERSON, case, mark));
        let wanted = transfer(stored(case).object, &[Operating], SECOND_ENTERPRISE);
        let other = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted);
        pass_notice(other);
        entry_fails(other, Error::MarkConsentMissing);
    });
}

/// Who receives has the pledge too: with the case another heir goes on than with the pledge.
#[test]
fn a_consent_stays_with_who_has_the_mark_when_the_case_passes() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let mark = set_mark_for(SECOND_ENTERPRISE, object, MarkKind::Pledge, &[2]);
        set_now("2026-11-10 10:00");
        let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted);
        assert_ok!(consent(SECOND_ENTERPRISE, case, mark));
        let passed = Registry::pass_case(case, party(SECOND_ENTERPRISE), party(NATURAL_PERSON));
        assert_eq!(passed, Ok(()));
        assert_eq!(stored(case).consents[0].party, party(SECOND_ENTERPRISE));
        pass_notice(case);
        entry_of(case);
    });
}

#[test]
fn the_holder_of_a_mark_that_needs_it_consents_once() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, mark) = pledged_sale();
        let object = stored(case).object;
        let unfit = Error::<Test>::MarkConsentUnfit;
        assert_noop!(consent(SECOND_ENTERPRISE, case, mark), unfit);
        // There is no such mark; an objection needs no consent; one against another right does not concern the case.
        assert_noop!(consent(NATURAL_PERSON, case, 7), Error::<Test>::MarkConsentUnfit);
        let notice = set_mark_for(NATURAL_PERSON, object, MarkKind::ObjectionNotice, &[2]);
        let elsewhere = set_mark_for(NATURAL_PERSON, object, MarkKind::Pledge, &[0]);
        for other in [notice, elsewhere] {
            assert_noop!(
                consent(NATURAL_PERSON, case, other),
                Error::<Test>::MarkConsentUnfit
            );
        }
        assert_ok!(consent(NATURAL_PERSON, case, mark));
        assert_noop!(
            consent(NATURAL_PERSON, case, mark),
            Error::<Test>::MarkConsentUnfit
        );
        // A first registration meets no mark.
        let first = file(ENTERPRISE, resource(ENTERPRISE));
        assert_noop!(consent(NATURAL_PERSON, first, 0), Error::<Test>::MarkConsentUnfit);
        // A mark that has ended needs nobody's consent.
        let other = set_mark_for(NATURAL_PERSON, object, MarkKind::Pledge, &[2]);
        end_mark(object, other);
        assert_noop!(
            consent(NATURAL_PERSON, case, other),
            Error::<Test>::MarkConsentUnfit
        );
    });
}

#[test]
fn an_agent_or_the_counter_consents_for_the_holder_of_a_mark() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, mark) = pledged_sale();
        let power = grant_power(NATURAL_PERSON, AGENT);
        let through = Capacity::Agent(power);
        assert_ok!(Registry::consent_to_case(signed(AGENT), through, case, mark));
        assert_ok!(revoke(NATURAL_PERSON, case, mark));
        // The counter acts for who has no key.
        let holder = party(NATURAL_PERSON);
        world(|world| world.party_of.remove(&NATURAL_PERSON));
        let paper = Capacity::Counter(CounterFiling {
            party: holder,
            document: digest(9),
            received_at: at("2026-11-10 09:00"),
        });
        assert_ok!(Registry::consent_to_case(signed(EXAMINER), paper, case, mark));
        assert_noop!(
            Registry::accept(signed(EXAMINER), case),
            Error::<Test>::FiledAtCounterBySamePerson
        );
    });
}

#[test]
fn a_consent_to_a_case_is_revoked_before_its_use() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, mark) = pledged_sale();
        assert_noop!(
            revoke(NATURAL_PERSON, case, mark),
            Error::<Test>::MarkConsentNotFound
        );
        assert_ok!(consent(NATURAL_PERSON, case, mark));
        assert_noop!(
            revoke(SECOND_ENTERPRISE, case, mark),
            Error::<Test>::MarkConsentNotFound
        );
        pass_notice(case);
        assert_ok!(revoke(NATURAL_PERSON, case, mark));
        assert_only_event(Event::CaseConsentRevoked {
            case,
            mark,
            party: party(NATURAL_PERSON),
            via: Via::Own,
        });
        entry_fails(case, Error::MarkConsentMissing);
        assert_ok!(consent(NATURAL_PERSON, case, mark));
        entry_of(case);
        assert_noop!(revoke(NATURAL_PERSON, case, mark), Error::<Test>::CaseNotFound);
    });
}

#[test]
fn who_gets_a_mark_consents_after_a_consent_of_who_had_it() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, mark) = pledged_sale();
        assert_ok!(consent(NATURAL_PERSON, case, mark));
        // The pledge is assigned.
        let (object, assignee) = (stored(case).object, party(AGENT));
        world(|world| world.mark_holders.insert((object, mark), assignee));
        pass_notice(case);
        entry_fails(case, Error::MarkConsentMissing);
        assert_noop!(
            consent(NATURAL_PERSON, case, mark),
            Error::<Test>::MarkConsentUnfit
        );
        assert_ok!(consent(AGENT, case, mark));
        let given = stored(case).consents;
        assert_eq!(
            given.iter().map(|given| given.party).collect::<Vec<_>>(),
            [assignee]
        );
        entry_of(case);
    });
}

#[test]
fn nobody_consents_to_a_case_that_has_ended() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, mark) = pledged_sale();
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_noop!(consent(NATURAL_PERSON, case, mark), Error::<Test>::WrongStage);
    });
}

#[test]
fn who_types_in_that_a_consent_is_revoked_decides_nothing_in_the_case() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, mark) = pledged_sale();
        assert_ok!(consent(NATURAL_PERSON, case, mark));
        close_account(NATURAL_PERSON);
        let received = at_counter(NATURAL_PERSON, "2026-11-10 09:00");
        let revoke_through = |account| Registry::revoke_case_consent(signed(account), received, case, mark);
        assert_ok!(revoke_through(EXAMINER));
        assert!(stored(case).consents.is_empty());
        let typed_in = [officer(EXAMINER)];
        assert_eq!(stored(case).counter_officers.to_vec(), typed_in);
        assert_noop!(
            Registry::accept(signed(EXAMINER), case),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(Registry::accept(signed(SECOND_EXAMINER), case));
        // Nor does who decided in it type in another one.
        assert_noop!(
            revoke_through(SECOND_EXAMINER),
            Error::<Test>::FiledAtCounterBySamePerson
        );
    });
}
