//! The one answer to readers: what besides marks stands in the way of an operation. Each is what a call then meets.

use super::*;
use quanji_primitives::{
    bad_faith::{BadFaith, BadFaithFinding},
    dealing::{Cause, Hindrance, Remover},
    directory::Register,
    ending::{CancellationReason, RightsEndCause},
    filing::Cancellation,
    marks::{Effect, Operation, RightSet},
    v1::PartyStanding,
    RightId,
};
use RightKind::{Holding, ProcessingUse};

fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

/// With two of the three kinds: none to dispose by.
fn without_operating() -> ObjectId {
    let filing = FirstRegistration {
        claims: claims(&[Holding, ProcessingUse]),
        ..resource(ENTERPRISE)
    };
    entered(ENTERPRISE, filing)
}

fn told(object: ObjectId, index: u32, operation: Operation, account: u64) -> Vec<Hindrance> {
    let right = RightId { object, index };
    Registry::can_deal(right, operation, Some(party(account))).unwrap()
}

fn anybody(object: ObjectId, index: u32, operation: Operation) -> Vec<Hindrance> {
    Registry::can_deal(RightId { object, index }, operation, None).unwrap()
}

fn refused(cause: Cause, remover: Remover) -> Hindrance {
    Hindrance::lasting(cause, remover)
}

fn cancellation(object: ObjectId) -> Dealing {
    let matter = Cancellation {
        reason: CancellationReason::GivenUp,
        licences: Default::default(),
    };
    Dealing {
        evidence: Default::default(),
        ..dealing(object, &RightKind::ALL, Matter::Cancellation(matter))
    }
}

#[test]
fn without_the_operating_right_the_regime_gives_no_power_to_dispose() {
    ExtBuilder::default().build_and_execute(|| {
        let object = without_operating();
        let no_power = refused(Cause::NoPowerToDispose, Remover::Nobody);
        for operation in [Operation::Transfer, Operation::NewPledge] {
            assert_eq!(
                told(object, 0, operation, ENTERPRISE),
                [no_power],
                "{operation:?}"
            );
        }
        assert_eq!(told(object, 0, Operation::Change, ENTERPRISE), []);
        let sale = transfer(object, &[Holding], SECOND_ENTERPRISE);
        dealing_fails(ENTERPRISE, sale, Error::OperatingRightNeeded);
    });
}

#[test]
fn a_regime_without_the_act_is_in_the_way() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        change_regime(NATIONAL_2026, |regime| {
            regime
                .acts
                .retain(|row| row.act != quanji_primitives::regime::Act::Change)
        });
        let answer = told(object, 0, Operation::Change, ENTERPRISE);
        assert_eq!(answer, [refused(Cause::NotInRegime, Remover::Nobody)]);
        dealing_fails(ENTERPRISE, change(object, industry(1)), Error::ActNotInRegime);
    });
}

#[test]
fn a_right_that_has_ended_is_dealt_with_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let (basis, cause) = (dealing::basis(), RightsEndCause::Objection);
        Registry::end_rights(object, RightSet(1), None, cause, basis, None).unwrap();
        let ended = refused(Cause::Ended { right: 0, entry: 2 }, Remover::Nobody);
        for operation in Operation::ALL {
            assert_eq!(anybody(object, 0, operation), [ended], "{operation:?}");
        }
    });
}

#[test]
fn a_lapsed_right_passes_when_its_holder_has_renewed_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let over = right(object, 0).valid_until;
        world(|world| world.now = over);
        let lapsed = |right| Hindrance {
            since: Some(over),
            ..refused(Cause::Lapsed { right }, Remover::Party(party(ENTERPRISE)))
        };
        assert_eq!(
            told(object, 0, Operation::Transfer, ENTERPRISE),
            [refused(Cause::NoPowerToDispose, Remover::Nobody), lapsed(0)]
        );
        assert_eq!(told(object, 0, Operation::Change, ENTERPRISE), [lapsed(0)]);
        // It is given up or revived all the same.
        assert_eq!(told(object, 0, Operation::VoluntaryCancellation, ENTERPRISE), []);
        assert_eq!(told(object, 0, Operation::Renewal, ENTERPRISE), []);
        let sale = transfer(object, &RightKind::ALL, SECOND_ENTERPRISE);
        dealing_fails(ENTERPRISE, sale, Error::RightNotInForce);
    });
}

#[test]
fn a_renewal_waits_for_its_window_and_for_no_other_renewal() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let until = right(object, 0).valid_until;
        let window =
            quanji_primitives::renewal::window(&world(|world| world.regimes[&NATIONAL_2026].clone()), until);
        let early = Hindrance {
            until: Some(window.0.start()),
            ..refused(Cause::OutOfWindow, Remover::Time)
        };
        assert_eq!(told(object, 0, Operation::Renewal, ENTERPRISE), [early]);
        dealing_fails(ENTERPRISE, renewal(object, 3), Error::RenewalOutOfWindow);
        world(|world| world.now = window.0.start());
        assert_eq!(anybody(object, 0, Operation::Renewal), []);
        let case = file_dealing(ENTERPRISE, renewal(object, 3));
        let pending = Hindrance {
            since: Some(stored(case).received_at),
            ..refused(Cause::Case(case), Remover::Party(party(ENTERPRISE)))
        };
        assert_eq!(anybody(object, 0, Operation::Renewal), [pending]);
        dealing_fails(ENTERPRISE, renewal(object, 3), Error::RenewalPending);
        // On its last day it is too late, and too early to revive it.
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        world(|world| world.now = window.1.plus(1).start());
        let late = Hindrance {
            until: Some(until),
            ..early
        };
        assert_eq!(anybody(object, 0, Operation::Renewal), [late]);
    });
}

#[test]
fn a_licence_in_force_bars_the_cancellation_until_its_licensee_signs() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        let licensee = party(NATURAL_PERSON);
        let stands = Hindrance {
            effect: Effect::NeedsConsent,
            since: Some(certificate(object, right(object, licence).certificate).issued_at),
            until: Some(at("2028-01-01 00:00")),
            ..refused(
                Cause::Licence {
                    right: licence,
                    licensee,
                },
                Remover::Party(licensee),
            )
        };
        assert_eq!(
            told(object, 2, Operation::VoluntaryCancellation, ENTERPRISE),
            [stands]
        );
        assert_eq!(told(object, 0, Operation::VoluntaryCancellation, ENTERPRISE), []);
        dealing_fails(ENTERPRISE, cancellation(object), Error::LicenceStands);
        // A licence itself is no certificate to transfer, change or renew.
        for operation in [Operation::Transfer, Operation::Change, Operation::Renewal] {
            let answer = told(object, licence, operation, NATURAL_PERSON);
            assert_eq!(
                answer,
                [refused(Cause::OfALicence, Remover::Nobody)],
                "{operation:?}"
            );
        }
    });
}

#[test]
fn what_the_licences_answer_is_told_with_since_when_and_who() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        let licensee = party(NATURAL_PERSON);
        let causes = vec![Cause::Licence {
            right: licence,
            licensee,
        }];
        world(|world| world.in_the_way.insert((object, 2), causes));
        for operation in [Operation::ExclusiveLicence, Operation::NonExclusiveLicence] {
            let [bars] = told(object, 2, operation, ENTERPRISE)[..] else {
                panic!("{operation:?}")
            };
            assert_eq!(
                (bars.effect, bars.remover),
                (Effect::Refused, Remover::Party(licensee))
            );
            assert!(bars.since.is_some());
            assert_eq!(bars.until, Some(at("2028-01-01 00:00")));
        }
        world(|world| {
            world
                .in_the_way
                .insert((object, 0), vec![Cause::NoPowerToDispose])
        });
        let answer = told(object, 0, Operation::NonExclusiveLicence, ENTERPRISE);
        assert_eq!(answer, [refused(Cause::NoPowerToDispose, Remover::Nobody)]);
    });
}

#[test]
fn another_open_case_bars_the_cancellation() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = file_dealing(ENTERPRISE, transfer(object, &[Holding], SECOND_ENTERPRISE));
        let open = Hindrance {
            since: Some(stored(case).received_at),
            ..refused(Cause::Case(case), Remover::Party(party(ENTERPRISE)))
        };
        assert_eq!(
            told(object, 0, Operation::VoluntaryCancellation, ENTERPRISE),
            [open]
        );
        assert_eq!(told(object, 1, Operation::VoluntaryCancellation, ENTERPRISE), []);
        dealing_fails(ENTERPRISE, cancellation(object), Error::CaseStands);
    });
}

#[test]
fn a_holder_who_may_not_act_is_in_the_way_of_what_all_sign() {
    type NamingParty = fn(PartyId) -> Cause;
    let standings: [(PartyStanding, NamingParty, Remover); 3] = [
        (
            PartyStanding::InSuccession,
            Cause::InSuccession,
            Remover::Authority(AUTHORITY),
        ),
        (
            PartyStanding::Suspended(quanji_primitives::v1::SuspensionReason::FalseMaterial),
            Cause::Suspended,
            Remover::Authority(AUTHORITY),
        ),
        (PartyStanding::Erased, Cause::Erased, Remover::Nobody),
    ];
    for (standing, cause, remover) in standings {
        ExtBuilder::default().build_and_execute(|| {
            let filing = FirstRegistration {
                holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
                ..resource(ENTERPRISE)
            };
            let object = entered(ENTERPRISE, filing);
            let second = party(SECOND_ENTERPRISE);
            world(|world| world.parties.get_mut(&second).unwrap().standing = standing);
            let locked = refused(cause(second), remover);
            for operation in [
                Operation::Transfer,
                Operation::Change,
                Operation::ExclusiveLicence,
            ] {
                assert_eq!(told(object, 2, operation, ENTERPRISE), [locked], "{operation:?}");
            }
            // A renewal each files alone.
            world(|world| world.now = right(object, 0).valid_until);
            assert_eq!(told(object, 0, Operation::Renewal, ENTERPRISE), []);
            assert_eq!(told(object, 0, Operation::Renewal, SECOND_ENTERPRISE), [locked]);
            assert_eq!(told(object, 0, Operation::ByInstrument, SECOND_ENTERPRISE), []);
        });
    }
}

#[test]
fn bad_faith_bars_its_party_from_filing_for_its_term() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let until = at("2027-06-01 00:00");
        let fact = BadFaith {
            version: 1,
            finding: BadFaithFinding::FalseMaterial,
            case: CaseId::new(AUTHORITY, 1).unwrap(),
            authority: AUTHORITY,
            at: Moment(0),
            record: LETTER,
            barred_until: Some(until),
        };
        world(|world| world.bad_faith.push((party(ENTERPRISE), fact)));
        let barred = Hindrance {
            until: Some(until),
            ..refused(Cause::Barred(party(ENTERPRISE)), Remover::Time)
        };
        assert_eq!(told(object, 0, Operation::Transfer, ENTERPRISE), [barred]);
        assert_eq!(anybody(object, 0, Operation::Transfer), [barred]);
        // A licence that both sides sign needs no filing with the authority.
        assert_eq!(told(object, 2, Operation::NonExclusiveLicence, ENTERPRISE), []);
        let sale = || transfer(object, &RightKind::ALL, SECOND_ENTERPRISE);
        dealing_fails(ENTERPRISE, sale(), Error::BarredFromFiling);
        world(|world| world.now = until);
        assert_eq!(told(object, 0, Operation::Transfer, ENTERPRISE), []);
        file_dealing(ENTERPRISE, sale());
    });
}

#[test]
fn only_who_holds_a_right_deals_in_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let stranger = party(SECOND_ENTERPRISE);
        let not_theirs = refused(Cause::NotAHolder(stranger), Remover::Nobody);
        for operation in Operation::ALL {
            let answer = told(object, 0, operation, SECOND_ENTERPRISE);
            let says_so = answer.contains(&not_theirs);
            assert_eq!(says_so, operation.is_of_the_holder(), "{operation:?}");
        }
        let holders = [party(ENTERPRISE)].into();
        let rule = Registry::ensure_holds(stranger, &holders);
        assert!(matches!(rule, Err(Error::<Test>::NotAHolder)));
        let sale = transfer(object, &RightKind::ALL, NATURAL_PERSON);
        dealing_fails(SECOND_ENTERPRISE, sale, Error::ApplicantWithoutRight);
    });
}
