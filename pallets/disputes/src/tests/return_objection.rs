use super::*;

fn return_as(account: u64, id: ObjectionId, channel: Channel) -> DispatchResult {
    Disputes::return_objection(signed(account), id, channel, digest(2))
}

#[test]
fn an_incomplete_objection_is_returned_and_its_time_runs_from_delivery() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        assert_ok!(return_as(EXAMINER, id, Channel::Post));
        let event = |due| Event::ObjectionReturned {
            objection: id,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            channel: Channel::Post,
            letter: digest(2),
            due,
        };
        assert_only_event(event(None));
        assert_eq!(stored(id).stage, ObjectionStage::Returned);
        assert_eq!(status(id), ObjectionStatus::Returned { due: None });
        let told = filed_on(2);
        assert_ok!(return_as(EXAMINER, told, Channel::Ledger));
        let last = due("2026-11-30");
        assert_eq!(status(told), ObjectionStatus::Returned { due: Some(last) });
    });
}

#[test]
fn a_second_return_is_impossible() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        assert_ok!(Disputes::complete_objection(
            signed(OBJECTOR),
            Capacity::Own,
            id,
            documents(&[1, 2])
        ));
        assert_noop!(
            return_as(EXAMINER, id, Channel::Post),
            Error::<Test>::AlreadyReturned
        );
    });
}

#[test]
fn the_ledger_reaches_only_who_has_an_account() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(object_as(
            REGISTRAR,
            counter(WITHOUT_ACCOUNT, "2026-11-02 08:00"),
            1
        ));
        let id = last_filed();
        assert_noop!(
            return_as(EXAMINER, id, Channel::Ledger),
            Error::<Test>::ChannelUnfit
        );
        assert_ok!(return_as(EXAMINER, id, Channel::InPerson));
        let other = filed();
        world(|world| world.party_of.remove(&REGISTRANT));
        assert_noop!(
            Disputes::notify_registrant(signed(EXAMINER), other, Channel::Ledger, digest(3)),
            Error::<Test>::ChannelUnfit
        );
    });
}

#[test]
fn only_a_filed_objection_is_returned() {
    assert_only_at(&[ObjectionStage::Filed], |id| {
        return_as(EXAMINER, id, Channel::Post)
    });
}

#[test]
fn only_an_examiner_of_the_authority_without_interest_returns() {
    ExtBuilder::default().build_and_execute(|| {
        let seats = (EXAMINER, Some(REVIEWER), AFFILIATED_EXAMINER);
        assert_officers_only(filed(), seats, |origin, id| {
            Disputes::return_objection(origin, id, Channel::Post, digest(2))
        });
    });
}
