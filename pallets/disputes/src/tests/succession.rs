//! Succession (S023): the sides of an objection are those who stand in their place today.

use super::*;

const HEIR: u64 = BYSTANDER;

#[test]
fn the_successor_of_the_objector_goes_on_and_the_old_key_is_dead() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        let withdraw = |account| Disputes::withdraw_objection(signed(account), Capacity::Own, id);
        assert_noop!(withdraw(HEIR), Error::<Test>::NotTheObjector);
        succeed(OBJECTOR, HEIR);
        assert_noop!(withdraw(OBJECTOR), Error::<Test>::NotAParty);
        assert_ok!(withdraw(HEIR));
        assert_eq!(stored(id).stage, ObjectionStage::Withdrawn);
    });
}

#[test]
fn the_successor_of_the_objector_completes_in_time() {
    ExtBuilder::default().build_and_execute(|| {
        let id = returned();
        succeed(OBJECTOR, HEIR);
        assert_ok!(Disputes::complete_objection(
            signed(HEIR),
            Capacity::Own,
            id,
            documents(&[1, 2])
        ));
        assert_eq!(stored(id).stage, ObjectionStage::Filed);
    });
}

#[test]
fn the_successor_of_the_registrant_is_told_and_answers() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        succeed(REGISTRANT, HEIR);
        notify_as(EXAMINER, id, Channel::Ledger);
        assert!(stored(id).notified.unwrap().delivered_at.is_some());
        assert_ok!(answer(HEIR, id, None));
        assert_eq!(stored(id).stage, ObjectionStage::Contested);
    });
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        succeed(REGISTRANT, WITHOUT_ACCOUNT);
        let by_ledger = Disputes::notify_registrant(signed(EXAMINER), id, Channel::Ledger, digest(3));
        assert_noop!(by_ledger, Error::<Test>::ChannelUnfit);
    });
}

#[test]
fn what_a_co_holder_agreed_to_binds_its_successor() {
    ExtBuilder::default().build_and_execute(|| {
        let id = notified_jointly();
        let cancel = Some(Disposition::Cancel);
        assert_ok!(answer(CO_HOLDER, id, cancel));
        succeed(CO_HOLDER, HEIR);
        assert_noop!(answer(HEIR, id, cancel), Error::<Test>::AlreadyAnswered);
        assert_ok!(answer(NATURAL_PERSON, id, cancel));
        assert_eq!(
            stored(id).decided,
            Some((Disposition::Cancel, Decided::RegistrantAgreed))
        );
    });
    // One holder is left, who has agreed.
    ExtBuilder::default().build_and_execute(|| {
        let id = notified_jointly();
        succeed(CO_HOLDER, NATURAL_PERSON);
        assert_ok!(answer(NATURAL_PERSON, id, Some(Disposition::Cancel)));
        assert_eq!(stored(id).stage, ObjectionStage::Decided);
    });
}

#[test]
fn what_was_heard_is_not_heard_again_from_the_successor() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        assert_ok!(Disputes::withdraw_objection(signed(OBJECTOR), Capacity::Own, id));
        succeed(OBJECTOR, HEIR);
        assert_noop!(object_as(HEIR, Capacity::Own, 1), Error::<Test>::AlreadyHeard);
        assert_ok!(object_as(HEIR, Capacity::Own, 2));
    });
}

#[test]
fn nobody_objects_to_what_its_predecessor_holds() {
    ExtBuilder::default().build_and_execute(|| {
        succeed(REGISTRANT, HEIR);
        assert_noop!(object_as(HEIR, Capacity::Own, 1), Error::<Test>::OwnObjection);
        // Others may name the registrant by either name.
        assert_ok!(object_as(OBJECTOR, Capacity::Own, 1));
        assert_ok!(Disputes::object(
            signed(OBJECTOR),
            Capacity::Own,
            object(),
            rights(&[0]),
            party(HEIR),
            ObjectionGround::Title,
            digest(2),
            documents(&[1]),
        ));
    });
}

#[test]
fn an_officer_linked_with_predecessor_or_successor_decides_nothing() {
    // Affiliated with the registrant, in whose place another stands, or who stands in the place of the objector.
    for (from, to) in [(REGISTRANT, HEIR), (OBJECTOR, REGISTRANT)] {
        ExtBuilder::default().build_and_execute(|| {
            let id = filed_to_joint();
            let objection = stored(id);
            if from == REGISTRANT {
                succeed(REGISTRANT, NATURAL_PERSON);
            } else {
                succeed(from, to);
            }
            let notify =
                Disputes::notify_registrant(signed(AFFILIATED_EXAMINER), id, Channel::Post, digest(3));
            assert_noop!(notify, Error::<Test>::OfficerConcerned);
            assert_eq!(stored(id), objection);
        });
    }
    // An affiliate of the authority took the objector's place.
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        succeed(OBJECTOR, AFFILIATE);
        let notify = Disputes::notify_registrant(signed(EXAMINER), id, Channel::Post, digest(3));
        assert_noop!(notify, Error::<Test>::OwnCase);
    });
}

#[test]
fn the_power_of_a_succeeded_principal_is_dead() {
    ExtBuilder::default().build_and_execute(|| {
        let power = register_power(1, power_of(OBJECTOR));
        succeed(OBJECTOR, HEIR);
        assert_noop!(
            object_as(AGENT, Capacity::Agent(power), 1),
            Error::<Test>::PartySuspended
        );
    });
}
