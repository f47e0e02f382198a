//! `file_dealing`: what may be asked of what is registered, and by whom.

use super::*;
use quanji_primitives::{
    bad_faith::{BadFaith, BadFaithFinding},
    capacity::Acts,
    marks::{MarkKind, Operation},
    regime::Act,
};
use sp_runtime::DispatchError;
use RightKind::{Holding, Operating, ProcessingUse};

fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

fn awaited(account: u64) -> Concerned {
    Concerned {
        party: party(account),
        signing: Signing::Awaited,
    }
}

#[test]
fn a_dealing_is_a_case_in_state_that_waits_for_all_who_apply_together() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        set_now("2026-11-10 10:00");
        let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
        assert_eq!(
            Registry::can_file_dealing(party(ENTERPRISE), Box::new(wanted.clone())),
            Ok(())
        );
        assert_ok!(Registry::file_dealing(
            signed(ENTERPRISE),
            OWN,
            Box::new(wanted.clone())
        ));
        let given = Signing::Given {
            via: Via::Own,
            at: at("2026-11-10 10:00"),
        };
        let own = Concerned {
            party: party(ENTERPRISE),
            signing: given,
        };
        let concerned: Bounded<_, 32> = vec![own, awaited(SECOND_ENTERPRISE)].try_into().unwrap();
        let case = CaseId::new(AUTHORITY, 2).unwrap();
        assert_only_event(Event::DealingFiled {
            case,
            applicant: party(ENTERPRISE),
            via: Via::Own,
            dealing: Box::new(wanted.clone()),
            concerned: concerned.clone(),
        });
        let record = stored(case);
        assert_eq!(
            (record.act, record.object, record.stage),
            (Act::Transfer, object, Stage::AwaitingSignatures)
        );
        assert_eq!((record.concerned, record.filing), (concerned, wanted.into()));
        assert_eq!(status(case), Status::AwaitingSignatures);
        assert_eq!(Objects::<Test>::get(object).unwrap().open_cases.to_vec(), [case]);
    });
}

#[test]
fn silence_accepts_nothing_that_is_not_signed() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = file_dealing(ENTERPRISE, transfer(object, &[Operating], SECOND_ENTERPRISE));
        set_now("2026-12-20 10:00");
        assert_eq!(status(case), Status::AwaitingSignatures);
        let standing = Registry::case_standing(case).unwrap();
        assert_eq!((standing.due, standing.overdue, standing.review), (None, 0, None));
        assert_noop!(
            Registry::accept(signed(EXAMINER), case),
            Error::<Test>::WrongStage
        );
        assert_noop!(
            Registry::examine(signed(EXAMINER), case, Box::new(granting(case))),
            Error::<Test>::WrongStage
        );
        // What waits for the parties does not wait for the authority.
        assert_eq!(Registry::workload(AUTHORITY).total.waiting, 0);
    });
}

#[test]
fn a_dealing_names_a_regime_that_takes_it_and_a_listed_authority() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let sound = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let unknown = Dealing {
            regime: RegimeId {
                system: 1,
                version: 9,
            },
            ..sound.clone()
        };
        dealing_fails(ENTERPRISE, unknown, Error::RegimeNotFound);
        let nowhere = Dealing {
            authority: quanji_primitives::AuthorityId(9),
            ..sound.clone()
        };
        dealing_fails(ENTERPRISE, nowhere, Error::AuthorityNotListed);
        change_regime(NATIONAL_2026, |regime| {
            regime.effective_until = Some(at("2026-11-02 00:00"))
        });
        dealing_fails(ENTERPRISE, sound, Error::RegimeNotEffective);
    });
}

#[test]
fn an_act_that_the_regime_does_not_know_is_not_filed() {
    ExtBuilder::default().build_and_execute(|| {
        let object = public_object();
        let wanted = Dealing {
            regime: PUBLIC_DATA_2025,
            ..transfer(object, &[], SECOND_ENTERPRISE)
        };
        dealing_fails(ENTERPRISE, wanted, Error::ActNotInRegime);
        // What the regime takes as a filing with a voucher needs no case.
        let object = registered();
        change_regime(NATIONAL_2026, |regime| {
            for row in &mut regime.acts {
                if row.act == Act::Transfer {
                    row.form = quanji_primitives::regime::ActForm::FilingWithVoucher;
                }
            }
        });
        let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
        dealing_fails(ENTERPRISE, wanted, Error::ActNotInRegime);
    });
}

#[test]
fn a_dealing_is_filed_at_the_authority_that_keeps_the_object() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let sound = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let elsewhere = Dealing {
            authority: OTHER_AUTHORITY,
            ..sound.clone()
        };
        dealing_fails(ENTERPRISE, elsewhere, Error::ObjectUnfit);
        let other_system = Dealing {
            regime: SHENZHEN_2023,
            ..sound.clone()
        };
        dealing_fails(ENTERPRISE, other_system, Error::ObjectUnfit);
        let unknown = Dealing {
            object: ObjectId(7),
            ..sound
        };
        dealing_fails(ENTERPRISE, unknown, Error::ObjectUnfit);
    });
}

#[test]
fn a_dealing_names_a_live_certificate_and_kinds_that_it_lists() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            claims: claims(&[Holding, Operating]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let missing = transfer(object, &[Operating, ProcessingUse], SECOND_ENTERPRISE);
        dealing_fails(ENTERPRISE, missing, Error::NotOnCertificate);
        let sound = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let unknown = Dealing {
            certificate: 1,
            ..sound.clone()
        };
        dealing_fails(ENTERPRISE, unknown, Error::NotOnCertificate);
        // A licence is dealt with nowhere here.
        let licence = license(object, 1, SECOND_ENTERPRISE, "2028-01-01 00:00");
        let voucher = right(object, licence).certificate;
        let of_licence = Dealing {
            certificate: voucher,
            ..sound
        };
        dealing_fails(SECOND_ENTERPRISE, of_licence, Error::NotOnCertificate);
    });
}

#[test]
fn a_holder_on_the_certificate_applies() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let sound = transfer(object, &[Operating], NATURAL_PERSON);
        // Neither who receives nor who holds an independent right in the same object.
        for account in [NATURAL_PERSON, SECOND_ENTERPRISE] {
            dealing_fails(account, sound.clone(), Error::ApplicantWithoutRight);
        }
        let untrue = Dealing {
            declaration: Declaration {
                truthful: false,
                ..sound.declaration
            },
            ..sound
        };
        dealing_fails(ENTERPRISE, untrue, Error::DeclarationMissing);
    });
}

#[test]
fn an_object_takes_no_more_dealings_than_open_cases_it_can_hold() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let wanted = || transfer(object, &[Operating], SECOND_ENTERPRISE);
        for _ in 0..8 {
            file_dealing(ENTERPRISE, wanted());
        }
        dealing_fails(ENTERPRISE, wanted(), Error::TooManyOpenCases);
    });
}

#[test]
fn an_authority_takes_no_dealing_of_its_own_or_of_an_affiliate() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        for account in [AFFILIATE, AUTHORITY_ITSELF] {
            let wanted = transfer(object, &[Operating], account);
            dealing_fails(ENTERPRISE, wanted, Error::OwnCase);
        }
        // Nor does an officer decide for whom he is affiliated with, though it only receives.
        let case = signed_by(
            &[ENTERPRISE, SERVICE_INSTITUTION],
            transfer(object, &[Operating], SERVICE_INSTITUTION),
        );
        assert_noop!(
            Registry::accept(signed(EXAMINER_OF_THE_INSTITUTION), case),
            Error::<Test>::OfficerConcerned
        );
        // Nor does who receives report on the case.
        let report = Registry::report(
            signed(SERVICE_INSTITUTION),
            case,
            Conclusion::Favourable,
            digest(1),
        );
        assert_eq!(report, Err(Error::<Test>::OwnReport.into()));
    });
}

#[test]
fn a_case_concerns_no_more_than_thirty_two_parties() {
    ExtBuilder::default().build_and_execute(|| {
        let accounts: Vec<u64> = ENTERPRISES.collect();
        let groups = [
            &accounts[..15],
            &accounts[15..],
            &[ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON][..],
        ];
        for (number, group) in groups.into_iter().enumerate() {
            let filing = FirstRegistration {
                holders: joint(group),
                ..resource_with(group[0], &[1])
            };
            let case = ready_to_enter(group[0], filing);
            assert_ok!(Registry::enter(signed(REVIEWER), case, None, None, None));
            let object = last_entry().no.object;
            let wanted = change(object, industry(56));
            let wanted = Dealing {
                certificate: number as u32,
                ..wanted
            };
            if number < 2 {
                let answer = Registry::can_file_dealing(party(group[0]), Box::new(wanted));
                assert_eq!(answer, Ok(()));
            } else {
                dealing_fails(group[0], wanted, Error::TooManyConcerned);
            }
        }
    });
}

#[test]
fn a_power_covers_the_act_of_a_dealing() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let power = grant_power(ENTERPRISE, AGENT);
        let wanted = || Box::new(transfer(object, &[Operating], SECOND_ENTERPRISE));
        let through = Capacity::Agent(power);
        change_power(power, |power| power.acts = Acts::NONE.with(Act::First));
        assert_noop!(
            Registry::file_dealing(signed(AGENT), through, wanted()),
            Error::<Test>::PowerWithoutAct
        );
        change_power(power, |power| power.acts = Acts::NONE.with(Act::Transfer));
        assert_ok!(Registry::file_dealing(signed(AGENT), through, wanted()));
        let Some(Event::DealingFiled { case, applicant, .. }) = take_events().pop() else {
            panic!("it was filed")
        };
        assert_eq!(applicant, party(ENTERPRISE));
        assert!(stored(case).concerns(party(AGENT)));
    });
}

/// The rows of the matrix that a dealing of each act passes.
fn dealings(object: ObjectId) -> [(Operation, Dealing); 3] {
    [
        (
            Operation::Transfer,
            transfer(object, &[Operating], SECOND_ENTERPRISE),
        ),
        (Operation::Change, change(object, industry(56))),
        (Operation::Renewal, renewal(object, 5)),
    ]
}

#[test]
fn the_matrix_decides_which_mark_bars_which_dealing() {
    use quanji_primitives::{marks::Effect, regimes::national_2026};
    let mut asked = 0;
    for kind in MarkKind::ALL {
        for act in 0..3 {
            ExtBuilder::default().build_and_execute(|| {
                let object = registered();
                set_now("2031-06-01 10:00");
                set_mark_for(NATURAL_PERSON, object, kind, &[2]);
                let (operation, wanted) = dealings(object)[act].clone();
                let effect = quanji_primitives::marks::effect(&national_2026().effects, operation, kind);
                let expected = match effect {
                    Effect::Refused => Err(DispatchError::from(Error::<Test>::BarredByMark)),
                    _ => Ok(()),
                };
                let answer = Registry::can_file_dealing(party(ENTERPRISE), Box::new(wanted));
                assert_eq!(answer, expected, "{operation:?} {kind:?}");
                asked += 1;
            });
        }
    }
    assert_eq!(asked, 21);
}

#[test]
fn a_mark_against_another_right_bars_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        set_mark_for(NATURAL_PERSON, object, MarkKind::SeizureFirst, &[0]);
        file_dealing(ENTERPRISE, transfer(object, &[Operating], SECOND_ENTERPRISE));
        let wanted = transfer(object, &[Holding], SECOND_ENTERPRISE);
        dealing_fails(ENTERPRISE, wanted, Error::BarredByMark);
    });
}

#[test]
fn a_mark_set_since_the_filing_bars_the_entry_until_it_ends() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted);
        pass_notice(case);
        let mark = set_mark_for(NATURAL_PERSON, object, MarkKind::SeizureFirst, &[2]);
        entry_fails(case, Error::BarredByMark);
        end_mark(object, mark);
        entry_of(case);
    });
}

#[test]
fn an_object_with_a_dealing_is_entered_with_no_query_code() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted);
        pass_notice(case);
        let code = Some("44010020260001".parse().unwrap());
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, code, None),
            Error::<Test>::ResultCodeUnfit
        );
    });
}

#[test]
fn bad_faith_bars_from_filing_and_from_receiving() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let sound = transfer(object, &[Operating], SECOND_ENTERPRISE);
        for barred in [ENTERPRISE, SECOND_ENTERPRISE] {
            let fact = BadFaith {
                version: 1,
                finding: BadFaithFinding::FalseMaterial,
                case: CaseId(1),
                authority: AUTHORITY,
                at: world(|world| world.now),
                record: LETTER,
                barred_until: Some(at("2027-11-10 00:00")),
            };
            world(|world| world.bad_faith = vec![(party(barred), fact)]);
            dealing_fails(ENTERPRISE, sound.clone(), Error::BarredFromFiling);
        }
        world(|world| world.bad_faith.clear());
        file_dealing(ENTERPRISE, sound);
    });
}

#[test]
fn who_files_a_dealing_at_the_counter_decides_nothing_in_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        set_now("2026-11-10 10:00");
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-10 09:00");
        let wanted = Box::new(change(object, industry(56)));
        assert_ok!(Registry::file_dealing(signed(SECOND_EXAMINER), received, wanted));
        let Some(Event::DealingFiled { case, .. }) = take_events().pop() else {
            panic!("it was filed")
        };
        let typed_in = [officer(SECOND_EXAMINER)];
        assert_eq!(stored(case).counter_officers.to_vec(), typed_in);
        assert_noop!(
            Registry::accept(signed(SECOND_EXAMINER), case),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(Registry::accept(signed(EXAMINER), case));
    });
}
