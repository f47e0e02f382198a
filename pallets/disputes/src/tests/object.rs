use super::*;
use quanji_primitives::{regimes::NATIONAL_2026, v1::Outcome};

fn object_to(target: ObjectId, contested: RightSet, registrant: u64) -> DispatchResult {
    Disputes::object(
        signed(OBJECTOR),
        Capacity::Own,
        target,
        contested,
        party(registrant),
        ObjectionGround::Error,
        digest(1),
        documents(&[1]),
    )
}

#[test]
fn an_objection_is_listed_open_on_its_object() {
    ExtBuilder::default().build_and_execute(|| {
        assert_ok!(object_as(OBJECTOR, Capacity::Own, 1));
        let id = ObjectionId::new(AUTHORITY, 1_001).unwrap();
        assert_only_event(Event::ObjectionFiled {
            objection: id,
            object: object(),
            rights: rights(&[0, 1]),
            registrant: party(REGISTRANT),
            objector: party(OBJECTOR),
            via: Via::Own,
            ground: ObjectionGround::Title,
            facts: digest(1),
            evidence: documents(&[1]),
            due: due("2026-11-09"),
        });
        let objection = stored(id);
        assert_eq!(objection.version, 1);
        assert_eq!((objection.object, objection.rights), (object(), rights(&[0, 1])));
        assert_eq!(objection.registrant, party(REGISTRANT));
        assert_eq!((objection.objector, objection.via), (party(OBJECTOR), Via::Own));
        assert_eq!(
            (objection.authority, objection.regime),
            (AUTHORITY, NATIONAL_2026)
        );
        assert_eq!(
            (objection.ground, objection.facts),
            (ObjectionGround::Title, digest(1))
        );
        assert_eq!(objection.received_at, at("2026-11-02 09:00"));
        assert_eq!(objection.stage, ObjectionStage::Filed);
        assert_eq!(objection.notice_mark, None);
        assert_eq!(
            Registry::object(object()).unwrap().open_objections.as_slice(),
            [id]
        );
        // No mark before the objection is found complete.
        assert_eq!(written(), []);
    });
}

#[test]
fn only_a_party_in_good_standing_objects() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(object_as(STRANGER, Capacity::Own, 1), Error::<Test>::NotAParty);
        assert_noop!(object_as(EXAMINER, Capacity::Own, 1), Error::<Test>::NotAParty);
        assert_noop!(
            object_as(SUSPENDED_PARTY, Capacity::Own, 1),
            Error::<Test>::PartySuspended
        );
        assert_ok!(object_as(NATURAL_PERSON, Capacity::Own, 1));
    });
}

#[test]
fn neither_registrant_nor_co_holder_objects() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            object_as(REGISTRANT, Capacity::Own, 1),
            Error::<Test>::OwnObjection
        );
        for account in [NATURAL_PERSON, CO_HOLDER] {
            assert_noop!(object_to_joint(account, 1), Error::<Test>::OwnObjection);
        }
        // A holder of other rights in the same object does.
        assert_ok!(object_to_joint(REGISTRANT, 1));
    });
}

#[test]
fn only_a_live_object_is_contested() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = ObjectId::new(AUTHORITY, 77).unwrap();
        assert_noop!(
            object_to(unknown, rights(&[0]), REGISTRANT),
            Error::<Test>::ObjectUnfit
        );
        let mut record = Registry::object(object()).unwrap();
        record.outcome = Outcome::Ended(2);
        Registry::put_object(object(), &record);
        assert_noop!(
            object_to(object(), rights(&[0]), REGISTRANT),
            Error::<Test>::ObjectUnfit
        );
    });
}

#[test]
fn an_object_of_an_unknown_regime_is_not_contested() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.regimes.clear());
        assert_noop!(
            object_as(OBJECTOR, Capacity::Own, 1),
            Error::<Test>::RegimeNotFound
        );
    });
}

#[test]
fn live_rights_of_the_registrant_on_one_certificate_are_contested() {
    ExtBuilder::default().build_and_execute(|| {
        for (contested, registrant) in [
            (RightSet::NONE, REGISTRANT),
            // Ended.
            (rights(&[4]), REGISTRANT),
            (rights(&[0, 4]), REGISTRANT),
            // There is no such right.
            (rights(&[0, 5]), REGISTRANT),
            (rights(&[63]), REGISTRANT),
            // Of others.
            (rights(&[2, 3]), REGISTRANT),
            (rights(&[0]), CO_HOLDER),
            // On two certificates.
            (rights(&[0, 2]), REGISTRANT),
        ] {
            assert_noop!(
                object_to(object(), contested, registrant),
                Error::<Test>::RightsUnfit
            );
        }
        assert_ok!(object_to(object(), rights(&[3]), CO_HOLDER));
    });
}

#[test]
fn the_regime_for_public_data_hears_no_objection_after_entry() {
    ExtBuilder::default().build_and_execute(|| {
        assert_noop!(
            object_to(public_object(), rights(&[0]), REGISTRANT),
            Error::<Test>::NotHeardAfterEntry
        );
    });
}

#[test]
fn the_same_facts_are_heard_once_for_ever() {
    ExtBuilder::default().build_and_execute(|| {
        let id = filed();
        assert_noop!(object_as(OBJECTOR, Capacity::Own, 1), Error::<Test>::AlreadyHeard);
        // Against other rights in the object neither.
        assert_noop!(object_to_joint(OBJECTOR, 1), Error::<Test>::AlreadyHeard);
        assert_ok!(Disputes::withdraw_objection(signed(OBJECTOR), Capacity::Own, id));
        assert_noop!(object_as(OBJECTOR, Capacity::Own, 1), Error::<Test>::AlreadyHeard);
        // Other facts, and the same facts from somebody else, are heard.
        assert_ok!(object_as(OBJECTOR, Capacity::Own, 2));
        assert_ok!(object_as(BYSTANDER, Capacity::Own, 1));
    });
    ExtBuilder::default().build_and_execute(|| {
        closed();
        assert_noop!(object_as(OBJECTOR, Capacity::Own, 1), Error::<Test>::AlreadyHeard);
    });
}

#[test]
fn an_authority_hears_no_objection_of_its_own_or_of_an_affiliate() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [AFFILIATE, AUTHORITY_ITSELF] {
            assert_noop!(object_as(account, Capacity::Own, 1), Error::<Test>::OwnCase);
        }
        let affiliates = vec![party(REGISTRANT)].try_into().unwrap();
        world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().affiliates = affiliates);
        assert_noop!(object_as(OBJECTOR, Capacity::Own, 1), Error::<Test>::OwnCase);
    });
}

#[test]
fn serial_numbers_end() {
    ExtBuilder::default().build_and_execute(|| {
        world(|world| world.serial_max = 1_001);
        filed();
        assert_noop!(
            object_as(OBJECTOR, Capacity::Own, 2),
            Error::<Test>::SerialsExhausted
        );
    });
}

#[test]
fn an_object_holds_eight_open_objections() {
    ExtBuilder::default().build_and_execute(|| {
        let first = filed_on(1);
        for facts in 2..=8 {
            filed_on(facts);
        }
        assert_noop!(object_as(OBJECTOR, Capacity::Own, 9), Error::<Test>::ObjectFull);
        assert_ok!(Disputes::withdraw_objection(
            signed(OBJECTOR),
            Capacity::Own,
            first
        ));
        assert_ok!(object_as(OBJECTOR, Capacity::Own, 9));
    });
}
