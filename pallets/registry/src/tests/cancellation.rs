//! Cancellation that a holder asks for (NG 37(1)).

use super::*;
use partial_reassessment::{carried_through, reopened};
use quanji_primitives::{
    ending::{CancellationReason, RightsEndCause, StandsOn},
    filing::Cancellation,
    marks::MarkKind,
    v1::{EntryContent, Outcome, RightStatus},
    RightId,
};
use RightKind::{Holding, Operating, ProcessingUse};

fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

/// A cancellation of kinds on the first certificate, with the licences that end with them.
fn cancellation(object: ObjectId, kinds: &[RightKind], licences: &[u32]) -> Dealing {
    let matter = Cancellation {
        reason: CancellationReason::GivenUp,
        licences: licences.to_vec().try_into().unwrap(),
    };
    Dealing {
        evidence: Default::default(),
        ..dealing(object, kinds, Matter::Cancellation(matter))
    }
}

fn status_of(object: ObjectId, number: u32) -> RightStatus {
    right(object, number).status
}

#[test]
fn kinds_are_cancelled_and_the_certificate_is_issued_anew_without_them() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let before = certificate(object, 0);
        let entry = carried_out(
            &[ENTERPRISE],
            cancellation(object, &[ProcessingUse, Operating], &[]),
        );
        let after = certificate(object, 0);
        assert_eq!((after.number, after.issue), (before.number, 2));
        assert_eq!((after.rights.to_vec(), after.entry), (vec![0], 2));
        assert_eq!(
            [0, 1, 2].map(|number| status_of(object, number)),
            [RightStatus::Live, RightStatus::Ended(2), RightStatus::Ended(2)]
        );
        assert_eq!(
            entry.content,
            EntryContent::RightsEnded {
                rights: vec![1, 2].try_into().unwrap(),
                certificates: vec![(0, after)].try_into().unwrap(),
                mark: None,
                cause: RightsEndCause::Requested(CancellationReason::GivenUp),
                fallen: Default::default(),
                signatures: vec![(party(ENTERPRISE), Via::Own)].try_into().unwrap(),
            }
        );
        // What is cancelled is dealt with no more.
        let again = cancellation(object, &[Operating], &[]);
        dealing_fails(ENTERPRISE, again, Error::NotOnCertificate);
    });
}

#[test]
fn a_certificate_ends_with_its_last_cancelled_right_and_its_history_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        carried_out(&[ENTERPRISE], cancellation(object, &RightKind::ALL, &[]));
        let ended = certificate(object, 0);
        assert_eq!(
            (ended.outcome, ended.rights.to_vec()),
            (Outcome::Ended(2), vec![0, 1, 2])
        );
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.rights, record.certificates, record.entries), (3, 1, 2));
        assert!(Registry::in_force(object).is_empty());
    });
}

#[test]
fn all_co_holders_sign_a_cancellation_and_nobody_else_asks_for_it() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let wanted = cancellation(object, &[Holding], &[]);
        dealing_fails(NATURAL_PERSON, wanted.clone(), Error::ApplicantWithoutRight);
        let case = file_dealing(SECOND_ENTERPRISE, wanted);
        assert_eq!(stored(case).stage, Stage::AwaitingSignatures);
        sign(ENTERPRISE, case);
        assert_eq!(stored(case).stage, Stage::Filed);
    });
}

#[test]
fn a_cancellation_names_a_right() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        dealing_fails(ENTERPRISE, cancellation(object, &[], &[]), Error::ClaimMissing);
    });
}

#[test]
fn what_the_examiner_refuses_is_not_cancelled() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&[ENTERPRISE], cancellation(object, &RightKind::ALL, &[]));
        accept(case);
        let mut examination = granting(case);
        examination.decisions[0].refused = Some(RefusalGround::UnclearAuthorisation);
        examine(case, examination);
        approve(case);
        publish(case);
        end_notice(case);
        entry_of(case);
        assert_eq!(certificate(object, 0).rights.to_vec(), [0]);
        assert_eq!(status_of(object, 0), RightStatus::Live);
        // S046: asked for anew, it is examined anew.
        appeal(ENTERPRISE, case);
        let opened = reopened(case);
        let [(anew, _)] = opened[..] else {
            panic!("one case was opened")
        };
        assert_eq!(
            stored(anew).dealing(),
            Some(&cancellation(object, &[Holding], &[]))
        );
        carried_through(anew);
        assert!(matches!(certificate(object, 0).outcome, Outcome::Ended(_)));
    });
}

#[test]
fn what_its_licensee_has_signed_is_cancelled_as_a_whole() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        let wanted = cancellation(object, &[Holding, Operating], &[licence]);
        let case = signed_by(&[ENTERPRISE, NATURAL_PERSON], wanted);
        accept(case);
        let mut examination = granting(case);
        examination.decisions[0].refused = Some(RefusalGround::UnclearAuthorisation);
        assert_noop!(
            Registry::examine(signed(EXAMINER), case, Box::new(examination)),
            Error::<Test>::SignedInPart
        );
    });
}

#[test]
fn a_licence_in_force_bars_a_cancellation_unless_its_licensee_signs() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        let below = license(object, licence, SECOND_ENTERPRISE, "2027-06-01 00:00");
        let stands = Registry::stands_on(RightId { object, index: 2 });
        assert_eq!(
            stands,
            Some(StandsOn {
                licences: vec![licence, below].try_into().unwrap(),
                cases: Default::default(),
            })
        );
        for other in [&[][..], &[licence], &[below, licence]] {
            let wanted = cancellation(object, &[Operating], other);
            dealing_fails(ENTERPRISE, wanted, Error::LicenceStands);
        }
        // Other kinds of right have no licence.
        file_dealing(ENTERPRISE, cancellation(object, &[Holding], &[]));

        let case = file_dealing(ENTERPRISE, cancellation(object, &[Operating], &[licence, below]));
        sign(NATURAL_PERSON, case);
        assert_eq!(stored(case).stage, Stage::AwaitingSignatures);
        sign(SECOND_ENTERPRISE, case);
        pass_notice(case);
        let EntryContent::RightsEnded {
            fallen, signatures, ..
        } = entry_of(case).content
        else {
            panic!("a right ended")
        };
        assert_eq!(fallen.to_vec(), [licence, below]);
        let signed: Vec<_> = signatures.iter().map(|(party, _)| *party).collect();
        assert_eq!(signed, [ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON].map(party));
    });
}

#[test]
fn a_licence_granted_meanwhile_bars_the_entry_of_a_cancellation() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&[ENTERPRISE], cancellation(object, &[Operating], &[]));
        pass_notice(case);
        license(object, 2, NATURAL_PERSON, "2027-06-01 00:00");
        entry_fails(case, Error::LicenceStands);
        // What has ended since then bars nothing.
        set_now("2027-06-01 00:00");
        entry_of(case);
    });
}

#[test]
fn one_agent_signs_for_holder_and_licensee_only_if_both_powers_say_so() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        let powers = [ENTERPRISE, NATURAL_PERSON].map(|account| grant_power(account, AGENT));
        for power in powers {
            change_power(power, |power| power.acts = power.acts.with(CANCELLATION));
        }
        let wanted = Box::new(cancellation(object, &[Operating], &[licence]));
        assert_ok!(Registry::file_dealing(
            signed(AGENT),
            Capacity::Agent(powers[0]),
            wanted
        ));
        let Some(Event::DealingFiled { case, .. }) = take_events().pop() else {
            panic!("it was filed")
        };
        let call = || Registry::sign(signed(AGENT), Capacity::Agent(powers[1]), case);
        assert_noop!(call(), Error::<Test>::AgentOfBothSides);
        for power in powers {
            change_power(power, |power| power.both_sides = true);
        }
        assert_ok!(call());
    });
}

const CANCELLATION: quanji_primitives::regime::Act = quanji_primitives::regime::Act::Cancellation;

#[test]
fn another_open_case_about_the_right_bars_its_cancellation() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let sale = file_dealing(ENTERPRISE, transfer(object, &[Operating], SECOND_ENTERPRISE));
        let wanted = cancellation(object, &[Operating], &[]);
        dealing_fails(ENTERPRISE, wanted.clone(), Error::CaseStands);
        let stands = Registry::stands_on(RightId { object, index: 2 }).unwrap();
        assert_eq!(stands.cases.to_vec(), [sale]);
        // A change is about the whole object; a case about another kind does not stand in the way.
        file_dealing(ENTERPRISE, cancellation(object, &[Holding], &[]));
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, sale));
        let case = file_dealing(ENTERPRISE, wanted);
        pass_notice(case);
        let meanwhile = file_dealing(ENTERPRISE, change(object, industry(56)));
        entry_fails(case, Error::CaseStands);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, meanwhile));
        entry_of(case);
        assert_eq!(Registry::stands_on(RightId { object, index: 2 }), None);
        assert_eq!(Registry::stands_on(RightId { object, index: 9 }), None);
    });
}

/// The matrix: never by signature against an objection, a hold, a seizure or control; with the consent of a pledgee.
#[test]
fn marks_bar_a_cancellation_and_only_a_pledgee_or_who_reserved_consents() {
    for kind in MarkKind::ALL {
        ExtBuilder::default().build_and_execute(|| {
            let object = registered();
            let mark = set_mark_for(NATURAL_PERSON, object, kind, &[2]);
            let wanted = cancellation(object, &[Operating], &[]);
            if !matches!(kind, MarkKind::Pledge | MarkKind::Reservation) {
                return dealing_fails(ENTERPRISE, wanted, Error::BarredByMark);
            }
            let case = file_dealing(ENTERPRISE, wanted);
            pass_notice(case);
            entry_fails(case, Error::MarkConsentMissing);
            assert_ok!(Registry::consent_to_case(signed(NATURAL_PERSON), OWN, case, mark));
            take_events();
            entry_of(case);
            assert_eq!(status_of(object, 2), RightStatus::Ended(3));
        });
    }
}

#[test]
fn a_seizure_of_a_licence_bars_the_cancellation_of_the_right_above_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        set_mark_for(SECOND_ENTERPRISE, object, MarkKind::SeizureFirst, &[licence]);
        let wanted = cancellation(object, &[Operating], &[licence]);
        dealing_fails(ENTERPRISE, wanted, Error::BarredByMark);
    });
}

#[test]
fn a_mark_set_meanwhile_bars_the_entry_of_a_cancellation() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&[ENTERPRISE], cancellation(object, &[Operating], &[]));
        pass_notice(case);
        set_mark_for(NATURAL_PERSON, object, MarkKind::SeizureFirst, &[2]);
        entry_fails(case, Error::BarredByMark);
    });
}

#[test]
fn a_registration_without_rights_is_cancelled_as_a_whole() {
    ExtBuilder::default().build_and_execute(|| {
        let object = public_object();
        let wanted = Dealing {
            regime: PUBLIC_DATA_2025,
            ..cancellation(object, &[], &[])
        };
        let entry = carried_out(&[ENTERPRISE], wanted.clone());
        assert_eq!(certificate(object, 0).outcome, Outcome::Ended(2));
        let EntryContent::RightsEnded {
            rights, certificates, ..
        } = entry.content
        else {
            panic!("it ended")
        };
        assert!(rights.is_empty());
        assert_eq!(certificates.to_vec(), [(0, certificate(object, 0))]);
        dealing_fails(ENTERPRISE, wanted, Error::NotOnCertificate);
    });
}

/// PD 9(4), to the day; the regime's twenty working days are for what else it decides.
#[test]
fn public_data_is_cancelled_within_ten_working_days_of_acceptance() {
    ExtBuilder::default().build_and_execute(|| {
        let wanted = Dealing {
            regime: PUBLIC_DATA_2025,
            ..cancellation(public_object(), &[], &[])
        };
        // A Monday.
        set_now("2026-11-23 10:00");
        let case = signed_by(&[ENTERPRISE], wanted);
        accept(case);
        let standing = || Registry::case_standing(case).unwrap();
        set_now("2026-12-07 23:59:59");
        assert_eq!((standing().review, standing().overdue), (Some((10, 10)), 0));
        assert_eq!(standing().due, Some(due("2026-12-07")));
        set_now("2026-12-08 00:00");
        assert_eq!((standing().review, standing().overdue), (Some((11, 10)), 1));
        let first = accepted(ENTERPRISE, public_data(ENTERPRISE));
        assert_eq!(Registry::case_standing(first).unwrap().review, Some((0, 20)));
    });
}

#[test]
fn what_is_lapsed_may_be_cancelled() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        world(|world| world.now = right(object, 2).valid_until);
        carried_out(&[ENTERPRISE], cancellation(object, &[Operating], &[]));
        assert_eq!(status_of(object, 2), RightStatus::Ended(2));
    });
}
