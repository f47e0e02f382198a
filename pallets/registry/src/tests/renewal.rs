//! Renewal and revival (NG 36).

use super::*;
use crate::Line;
use quanji_primitives::{
    directory::{LicenceRegister, Register},
    marks::{MarkKind, RightSet},
    v1::{CertificateRecord, EntryContent, RightRecord},
};
use RightKind::{Holding, Operating};

/// All three rights of the enterprise, valid to 2031-11-09 24:00.
fn registered() -> ObjectId {
    registered_by(resource(ENTERPRISE))
}

fn registered_by(filing: FirstRegistration) -> ObjectId {
    let case = ready_to_enter(ENTERPRISE, filing);
    set_now("2026-11-09 10:00");
    let object = enter(case);
    assert_eq!(right(object, 0).valid_until, at("2031-11-10 00:00"));
    object
}

fn in_force(object: ObjectId) -> Vec<u32> {
    let lines = Registry::lines_in_force(object);
    lines.iter().filter_map(Line::number).collect()
}

#[test]
fn a_new_term_follows_the_old_one_under_the_same_number() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        let (old, old_rights) = (
            certificate(object, 0),
            [0, 1, 2].map(|number| right(object, number)),
        );
        set_now("2031-06-02 10:00");
        let wanted = Dealing {
            kinds: RightKinds::HOLDING.with(Operating),
            ..renewal(object, 4)
        };
        let case = file_dealing(ENTERPRISE, wanted);
        assert_eq!(stored(case).stage, Stage::Filed);
        let not_needed = Concerned {
            party: party(ENTERPRISE),
            signing: Signing::NotNeeded,
        };
        assert_eq!(stored(case).concerned.to_vec(), [not_needed]);
        pass_notice(case);
        let entry = entry_of(case);
        let renewed = |number: usize| RightRecord {
            valid_until: at("2035-11-10 00:00"),
            ..old_rights[number].clone()
        };
        assert_eq!(
            [0, 1, 2].map(|number| right(object, number)),
            [renewed(0), old_rights[1].clone(), renewed(2)]
        );
        let raised = CertificateRecord {
            issue: 2,
            entry: 2,
            issued_at: world(|world| world.now),
            ..old
        };
        assert_eq!(certificate(object, 0), raised);
        assert_eq!(
            entry.content,
            EntryContent::Renewed {
                rights: vec![(0, renewed(0)), (2, renewed(2))].try_into().unwrap(),
                number: 0,
                certificate: raised,
                revived: false,
            }
        );
    });
}

#[test]
fn a_renewal_is_filed_from_six_months_to_one_day_before_expiry() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        set_now("2031-05-08 23:59:59");
        dealing_fails(ENTERPRISE, renewal(object, 5), Error::RenewalOutOfWindow);
        let may = || Registry::can_file_dealing(party(ENTERPRISE), Box::new(renewal(object, 5)));
        set_now("2031-05-09 00:00");
        assert_eq!(may(), Ok(()));
        set_now("2031-11-08 23:59:59");
        assert_eq!(may(), Ok(()));
        set_now("2031-11-09 00:00");
        dealing_fails(ENTERPRISE, renewal(object, 5), Error::RenewalOutOfWindow);
        // What the counter received in time, of a party without a key, is in time.
        let holder = party(ENTERPRISE);
        world(|world| world.party_of.remove(&ENTERPRISE));
        let paper = Capacity::Counter(CounterFiling {
            party: holder,
            document: digest(9),
            received_at: at("2031-11-08 16:00"),
        });
        assert_ok!(Registry::file_dealing(
            signed(REGISTRAR),
            paper,
            Box::new(renewal(object, 5))
        ));
    });
}

#[test]
fn a_renewal_names_what_it_renews_and_years_within_the_limit() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        set_now("2031-06-02 10:00");
        for years in [0, 6] {
            dealing_fails(ENTERPRISE, renewal(object, years), Error::ValidityOutOfRange);
        }
        let of_nothing = Dealing {
            kinds: RightKinds::NONE,
            ..renewal(object, 5)
        };
        dealing_fails(ENTERPRISE, of_nothing, Error::ClaimMissing);
    });
}

#[test]
fn what_is_being_renewed_stays_in_force_until_it_is_decided() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        set_now("2031-11-07 10:00");
        let wanted = Dealing {
            kinds: RightKinds::OPERATING,
            ..renewal(object, 5)
        };
        let case = file_dealing(ENTERPRISE, wanted);
        set_now("2031-11-12 10:00");
        // The others have lapsed by themselves.
        assert_eq!(in_force(object), [2]);
        let kept = <Registry as LicenceRegister>::kept_in_force(object);
        assert_eq!(kept, RightSet::NONE.with(2));
        let case_now = stored(case);
        let kept = case_now.timely_renewal(at("2031-11-12 10:00"));
        assert!(kept.is_some_and(|dealing| dealing.covers(&right(object, 2))));
        // It can be dealt with, and is not registered anew.
        let sale = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let answer = Registry::can_file_dealing(party(ENTERPRISE), Box::new(sale.clone()));
        assert_eq!(answer, Ok(()));
        let again = further(ENTERPRISE, object, &[Operating]);
        file::filing_fails(again, Error::RepeatedRegistration);
        pass_notice(case);
        entry_of(case);
        assert_eq!(right(object, 2).valid_until, at("2036-11-10 00:00"));
    });
}

#[test]
fn a_refused_or_withdrawn_renewal_keeps_nothing_in_force() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        set_now("2031-11-07 10:00");
        let case = file_dealing(ENTERPRISE, renewal(object, 5));
        accept(case);
        examine(case, denying(case, RefusalGround::OtherLaw));
        set_now("2031-11-12 10:00");
        assert_eq!(in_force(object), [0, 1, 2]);
        refuse(case);
        assert_eq!(in_force(object), [0; 0]);
        // A re-assessment does not put it back; an examination anew does.
        appeal(ENTERPRISE, case);
        assert_eq!(in_force(object), [0; 0]);
        assert_ok!(Registry::decide_appeal(
            signed(SECOND_REVIEWER),
            case,
            quanji_primitives::case::Reassessment::ExaminedAnew,
            digest(5)
        ));
        assert_eq!(in_force(object), [0, 1, 2]);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_eq!(in_force(object), [0; 0]);
    });
}

#[test]
fn what_is_being_renewed_is_not_renewed_twice() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        set_now("2031-06-02 10:00");
        let only = |kinds| Dealing {
            kinds,
            ..renewal(object, 5)
        };
        let case = file_dealing(ENTERPRISE, only(RightKinds::HOLDING));
        dealing_fails(ENTERPRISE, renewal(object, 5), Error::RenewalPending);
        file_dealing(ENTERPRISE, only(RightKinds::OPERATING));
        // Refused, renewed by another case, and examined anew: the term is not extended twice.
        accept(case);
        examine(case, denying(case, RefusalGround::OtherLaw));
        refuse(case);
        carried_out(&[ENTERPRISE], only(RightKinds::HOLDING));
        let until = right(object, 0).valid_until;
        appeal(ENTERPRISE, case);
        assert_ok!(Registry::decide_appeal(
            signed(SECOND_REVIEWER),
            case,
            quanji_primitives::case::Reassessment::ExaminedAnew,
            digest(5)
        ));
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        entry_fails(case, Error::RenewalOutOfWindow);
        assert_eq!(right(object, 0).valid_until, until);
    });
}

#[test]
fn no_mark_bars_a_renewal() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        for kind in MarkKind::ALL {
            set_mark_for(NATURAL_PERSON, object, kind, &[0, 1, 2]);
        }
        set_now("2031-06-02 10:00");
        carried_out(&[ENTERPRISE], renewal(object, 5));
        assert_eq!(right(object, 2).valid_until, at("2036-11-10 00:00"));
    });
}

#[test]
fn a_co_holder_alone_a_pledgee_or_a_seizing_party_renews() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered_by(FirstRegistration {
            holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
            ..resource(ENTERPRISE)
        });
        set_mark_for(NATURAL_PERSON, object, MarkKind::Pledge, &[0]);
        set_mark_for(AGENT, object, MarkKind::SeizureWaiting, &[1]);
        let notice = set_mark_for(SECOND_AGENT, object, MarkKind::ObjectionNotice, &[2]);
        set_now("2031-06-02 10:00");
        let only = |kinds| Dealing {
            kinds,
            ..renewal(object, 5)
        };
        let may = |account, kinds| Registry::can_file_dealing(party(account), Box::new(only(kinds)));
        assert_eq!(may(NATURAL_PERSON, RightKinds::HOLDING), Ok(()));
        assert_eq!(may(AGENT, RightKinds::USE), Ok(()));
        let refused = Err(Error::<Test>::ApplicantWithoutRight.into());
        // An objection secures nothing; a mark against another right gives no say in this one.
        assert_eq!(may(SECOND_AGENT, RightKinds::OPERATING), refused);
        assert_eq!(may(NATURAL_PERSON, RightKinds::OPERATING), refused);
        end_mark(object, notice);
        let case = file_dealing(SECOND_ENTERPRISE, only(RightKinds::OPERATING));
        assert_eq!(stored(case).stage, Stage::Filed);
        let case = file_dealing(NATURAL_PERSON, only(RightKinds::HOLDING));
        assert!(stored(case).concerns(party(ENTERPRISE)) && stored(case).concerns(party(NATURAL_PERSON)));
        // Who renews what another holds is a party all the same.
        let parties = [ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON].map(party);
        assert_eq!(Registry::parties_of_case(case), Some(parties.to_vec()));
        pass_notice(case);
        entry_of(case);
        assert_eq!(right(object, 0).holders, joint(&[ENTERPRISE, SECOND_ENTERPRISE]));
    });
}

#[test]
fn what_has_lapsed_revives_with_its_marks_and_licences() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        let pledge = set_mark_for(NATURAL_PERSON, object, MarkKind::Pledge, &[2]);
        let licence = license(object, 2, SECOND_ENTERPRISE, "2034-01-01 00:00");
        set_now("2031-11-09 23:59:59");
        dealing_fails(ENTERPRISE, revival(object, 5), Error::NotLapsed);
        set_now("2032-03-01 10:00");
        assert_eq!(in_force(object), [licence]);
        dealing_fails(ENTERPRISE, renewal(object, 5), Error::RenewalOutOfWindow);
        let before = right(object, 2);
        let case = file_dealing(ENTERPRISE, revival(object, 5));
        // It is out of force until it is entered.
        assert_eq!(in_force(object), [licence]);
        pass_notice(case);
        let entry = entry_of(case);
        let today = world(|world| world.now).day();
        let revived = RightRecord {
            valid_until: today.plus_years(5).end(),
            ..before
        };
        assert_eq!(right(object, 2), revived);
        let EntryContent::Renewed { revived, .. } = entry.content else {
            panic!("it revived")
        };
        assert!(revived);
        assert!(crate::Marks::<Test>::get(object, pledge)
            .unwrap()
            .rights
            .contains(2));
        assert_eq!(right(object, licence).parent.map(|parent| parent.index), Some(2));
        // The pledge stands as it stood.
        let sale = signed_by(
            &[ENTERPRISE, SECOND_ENTERPRISE],
            transfer_with(object, &[Operating], SECOND_ENTERPRISE, |transfer| {
                transfer.survivors = vec![licence].try_into().unwrap()
            }),
        );
        pass_notice(sale);
        entry_fails(sale, Error::MarkConsentMissing);
    });
}

#[test]
fn what_revived_meanwhile_does_not_revive_again() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = registered();
        set_now("2032-03-01 10:00");
        let only = Dealing {
            kinds: RightKinds::HOLDING,
            ..revival(object, 5)
        };
        let case = file_dealing(ENTERPRISE, only.clone());
        dealing_fails(ENTERPRISE, only, Error::RenewalPending);
        pass_notice(case);
        // The same kind was registered anew.
        let other = file(ENTERPRISE, further(ENTERPRISE, object, &[Holding]));
        pass_notice(other);
        assert_ok!(Registry::enter(signed(REVIEWER), other, None, None, None));
        entry_fails(case, Error::NotLapsed);
    });
}

#[test]
fn a_registration_without_rights_is_renewed_as_a_whole() {
    ExtBuilder::at("2026-10-30 09:00").build_and_execute(|| {
        let object = public_object();
        let until = certificate(object, 0).without_rights.unwrap().valid_until;
        let last = quanji_primitives::renewal::last_day(until);
        let wanted = Dealing {
            regime: PUBLIC_DATA_2025,
            kinds: RightKinds::NONE,
            ..renewal(object, 3)
        };
        world(|world| world.now = Moment(last.minus(60).start().0 - 1));
        dealing_fails(ENTERPRISE, wanted.clone(), Error::RenewalOutOfWindow);
        world(|world| world.now = last.minus(60).start());
        let of_kinds = Dealing {
            kinds: RightKinds::HOLDING,
            ..wanted.clone()
        };
        dealing_fails(ENTERPRISE, of_kinds, Error::NotOnCertificate);
        let case = file_dealing(ENTERPRISE, wanted);
        accept(case);
        // Until it is decided the registration is in force, and nobody registers the same data.
        world(|world| world.now = until);
        let again = FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..public_data(ENTERPRISE)
        };
        file::filing_fails(again, Error::RepeatedRegistration);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        entry_of(case);
        let renewed = certificate(object, 0);
        assert_eq!(
            renewed.without_rights.unwrap().valid_until,
            last.plus_years(3).end()
        );
        assert_eq!(renewed.issue, 2);
    });
}
