//! What a transfer must be, when it is filed.

use super::*;
use crate::{Line, Live, Rolls, HOLDERS_MAX};
use quanji_primitives::{
    person::{ForeignRegister, PartyRole, Person},
    terms::{DepartmentConsent, ExportRoute, ExportRouteKind},
};
use RightKind::{Holding, Operating, ProcessingUse};

fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

/// Story 2.3: "for three years" is refused, with the advice to register a licence.
#[test]
fn what_is_limited_does_not_pass() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let limits = [
            (
                TransferLimit::Time(day("2029-11-01")),
                Error::TransferLimitedInTime,
            ),
            (TransferLimit::Territory, Error::TransferLimitedInTerritory),
            (TransferLimit::Purpose, Error::TransferLimitedInPurpose),
        ];
        for (limit, error) in limits {
            let wanted = transfer_with(object, &[Operating], NATURAL_PERSON, |transfer| {
                transfer.limit = Some(limit)
            });
            dealing_fails(ENTERPRISE, wanted, error);
        }
    });
}

/// Story 2.4: without the operating right there is no power to dispose (NG 3).
#[test]
fn who_transfers_holds_the_operating_right_nationally() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            claims: claims(&[Holding, ProcessingUse]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let wanted = transfer(object, &[Holding], NATURAL_PERSON);
        dealing_fails(ENTERPRISE, wanted, Error::OperatingRightNeeded);
        // Who has passed it on has it no more.
        let object = registered();
        let sale = transfer(object, &[Operating], SECOND_ENTERPRISE);
        carried_out(&[ENTERPRISE, SECOND_ENTERPRISE], sale);
        let wanted = transfer(object, &[Holding], NATURAL_PERSON);
        dealing_fails(ENTERPRISE, wanted, Error::OperatingRightNeeded);
        // A regime may ask for it in no act.
        let mut filing = FirstRegistration {
            regime: SHENZHEN_2023,
            claims: claims(&[Holding]),
            ..resource(ENTERPRISE)
        };
        filing.claims[0].years = 3;
        let case = accepted(ENTERPRISE, filing);
        assert_ok!(Registry::report(
            signed(SERVICE_INSTITUTION),
            case,
            Conclusion::Favourable,
            digest(1)
        ));
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        let object = enter(case);
        let wanted = Dealing {
            regime: SHENZHEN_2023,
            ..transfer(object, &[Holding], NATURAL_PERSON)
        };
        file_dealing(ENTERPRISE, wanted);
    });
}

#[test]
fn what_has_lapsed_does_not_pass() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let until = right(object, 2).valid_until;
        let wanted = transfer(object, &[Operating], NATURAL_PERSON);
        world(|world| world.now = Moment(until.0 - 1));
        let answer = Registry::can_file_dealing(party(ENTERPRISE), Box::new(wanted.clone()));
        assert_eq!(answer, Ok(()));
        world(|world| world.now = until);
        dealing_fails(ENTERPRISE, wanted, Error::RightNotInForce);
    });
}

#[test]
fn a_transfer_names_a_right_and_has_its_paper() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        dealing_fails(
            ENTERPRISE,
            transfer(object, &[], NATURAL_PERSON),
            Error::ClaimMissing,
        );
        let reasons = [
            (TransferReason::Sale, EvidenceKind::Contract),
            (TransferReason::ContributionInKind, EvidenceKind::Contract),
            (TransferReason::Trust, EvidenceKind::Contract),
            (TransferReason::Succession, EvidenceKind::LawfulAcquisition),
            (TransferReason::Ruling, EvidenceKind::LawfulAcquisition),
        ];
        for (reason, paper) in reasons {
            let wanted = transfer_with(object, &[Operating], NATURAL_PERSON, |transfer| {
                transfer.reason = reason
            });
            let with = |kind| Dealing {
                evidence: evidence(&[EvidenceKind::Identity, kind]),
                ..wanted.clone()
            };
            let other = match paper {
                EvidenceKind::Contract => EvidenceKind::LawfulAcquisition,
                _ => EvidenceKind::Contract,
            };
            dealing_fails(ENTERPRISE, with(other), Error::TransferPaperMissing);
            let answer = Registry::can_file_dealing(party(ENTERPRISE), Box::new(with(paper)));
            assert_eq!(answer, Ok(()), "{reason:?}");
        }
    });
}

#[test]
fn who_transfers_keeps_nothing_of_what_passes() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let to = |holders: Holders| {
            transfer_with(object, &[Operating], ENTERPRISE, |transfer| transfer.to = holders)
        };
        let keeping = [
            Holders::Sole(party(ENTERPRISE)),
            joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
            shares(&[(ENTERPRISE, 1), (SECOND_ENTERPRISE, 999_999)]),
        ];
        for holders in keeping {
            dealing_fails(ENTERPRISE, to(holders), Error::TransferorKeeps);
        }
        let disordered = Holders::Joint(
            vec![party(NATURAL_PERSON), party(SECOND_ENTERPRISE)]
                .try_into()
                .unwrap(),
        );
        dealing_fails(ENTERPRISE, to(disordered), Error::HoldersUnfit);
    });
}

#[test]
fn a_share_passes_from_a_co_holder_who_has_as_much() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: shares(&[(ENTERPRISE, 250_000), (SECOND_ENTERPRISE, 750_000)]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let pass = |from, to: Holders, parts| {
            transfer_with(object, &[Operating], from, |transfer| {
                transfer.to = to;
                transfer.share = Some(PassingShare {
                    from: party(from),
                    parts,
                });
            })
        };
        let person = || Holders::Sole(party(NATURAL_PERSON));
        let unfit = [
            pass(ENTERPRISE, person(), 250_001),
            pass(ENTERPRISE, person(), 0),
            pass(NATURAL_PERSON, Holders::Sole(party(ENTERPRISE)), 1),
            pass(ENTERPRISE, Holders::Sole(party(ENTERPRISE)), 1),
            pass(ENTERPRISE, joint(&[NATURAL_PERSON, AGENT]), 1),
        ];
        for wanted in unfit {
            dealing_fails(ENTERPRISE, wanted, Error::ShareUnfit);
        }
        // A right of one holder, or of joint holders, has no shares.
        for holders in [
            Holders::Sole(party(ENTERPRISE)),
            joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
        ] {
            let object = entered(
                ENTERPRISE,
                FirstRegistration {
                    holders,
                    ..resource(ENTERPRISE)
                },
            );
            let wanted = Dealing {
                object,
                ..pass(ENTERPRISE, person(), 1)
            };
            dealing_fails(ENTERPRISE, wanted, Error::ShareUnfit);
        }
    });
}

#[test]
fn who_receives_is_admitted_and_in_good_standing_until_the_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        for account in [STRANGER, SUSPENDED_ENTERPRISE] {
            let wanted = transfer(object, &[Operating], account);
            dealing_fails(ENTERPRISE, wanted, Error::HolderNotAdmitted);
        }
        let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted);
        pass_notice(case);
        suspend_party(SECOND_ENTERPRISE);
        entry_fails(case, Error::HolderNotAdmitted);
    });
}

#[test]
fn an_object_has_no_more_certificates_than_it_can_hold() {
    ExtBuilder::default().build().execute_with(|| {
        let object = registered();
        let wanted = transfer(object, &[Operating], SECOND_ENTERPRISE);
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], wanted);
        pass_notice(case);
        let hold = |certificates| {
            Objects::<Test>::mutate(object, |record| {
                record.as_mut().unwrap().certificates = certificates
            })
        };
        hold(crate::entering::RIGHTS_MAX);
        entry_fails(case, Error::TooManyCertificates);
        hold(crate::entering::RIGHTS_MAX - 1);
        assert_ok!(Registry::enter(signed(REVIEWER), case, None, None, None));
    });
}

const FOREIGN_BODY: u64 = 990;

fn admit_foreign_body() {
    let extract = ForeignRegister::Register {
        country: *b"SG",
        extract: digest(3),
    };
    let roles = [PartyRole::Registrant];
    world(|world| world.add_party(FOREIGN_BODY, Person::ForeignBody(extract), &roles));
}

/// S093.
#[test]
fn a_foreign_body_receives_on_an_export_route_that_covers_the_term() {
    ExtBuilder::default().build_and_execute(|| {
        admit_foreign_body();
        let object = registered();
        let until = right(object, 2).valid_until;
        let wanted = |to: u64, export: Option<Moment>| {
            transfer_with(object, &[Operating], to, |transfer| {
                transfer.export = export.map(|until| ExportRoute {
                    kind: ExportRouteKind::StandardContract,
                    document: digest(4),
                    until,
                })
            })
        };
        dealing_fails(ENTERPRISE, wanted(FOREIGN_BODY, None), Error::ExportRouteMissing);
        let short = Some(Moment(until.0 - 1));
        dealing_fails(
            ENTERPRISE,
            wanted(FOREIGN_BODY, short),
            Error::ExportRouteExceeded,
        );
        dealing_fails(
            ENTERPRISE,
            wanted(NATURAL_PERSON, short),
            Error::ExportRouteExceeded,
        );
        let case = file_dealing(ENTERPRISE, wanted(FOREIGN_BODY, Some(until)));
        let recorded = stored(case).dealing().map(|dealing| dealing.matter.clone());
        assert_eq!(recorded, Some(wanted(FOREIGN_BODY, Some(until)).matter));
    });
}

/// S093: one of several who receive is enough.
#[test]
fn a_foreign_body_among_those_who_receive_needs_the_route() {
    ExtBuilder::default().build_and_execute(|| {
        admit_foreign_body();
        let object = registered();
        let together = transfer_with(object, &[Operating], NATURAL_PERSON, |transfer| {
            transfer.to = joint(&[NATURAL_PERSON, FOREIGN_BODY])
        });
        dealing_fails(ENTERPRISE, together, Error::ExportRouteMissing);
    });
}

/// S092.
#[test]
fn important_data_passes_with_the_number_of_the_departments_consent() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.facts.level = DataLevel::Important;
        let object = entered(ENTERPRISE, filing);
        let wanted = |number: Option<&str>| {
            transfer_with(object, &[Operating], NATURAL_PERSON, |transfer| {
                transfer.department_consent = number.map(|number| DepartmentConsent {
                    number: number.parse().unwrap(),
                    document: digest(5),
                })
            })
        };
        dealing_fails(ENTERPRISE, wanted(None), Error::DepartmentConsentMissing);
        carried_out(&[ENTERPRISE, NATURAL_PERSON], wanted(Some("GX-2027-012")));
        assert_eq!(right(object, 2).holders, Holders::Sole(party(NATURAL_PERSON)));
    });
}

#[test]
fn the_number_of_a_consent_is_a_number() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let nothing = codec::Decode::decode(&mut &[0; 32][..]).unwrap();
        let wanted = transfer_with(object, &[Operating], NATURAL_PERSON, |transfer| {
            transfer.department_consent = Some(DepartmentConsent {
                number: nothing,
                document: digest(5),
            })
        });
        dealing_fails(ENTERPRISE, wanted, Error::ConsentNumberUnfit);
    });
}

#[test]
fn an_object_has_no_more_holders_than_its_roll_can_list_once_a_right_has_passed() {
    ExtBuilder::default().build().execute_with(|| {
        let object = registered();
        let line = |number: u32, holders: u32| Line {
            live: Live::Right {
                number,
                kind: Holding,
            },
            certificate: number,
            valid_until: at("2030-01-01 00:00"),
            holders: Holders::Joint(
                (0..u64::from(holders))
                    .map(PartyId)
                    .collect::<Vec<_>>()
                    .try_into()
                    .unwrap(),
            ),
        };
        // Two rights that stay, 14 lines of sixteen, sixteen who receive the third right, and one more line.
        let filled = |last| {
            Rolls::<Test>::mutate(object, |roll| {
                roll.truncate(3);
                (3..17).for_each(|number| roll.try_push(line(number, 16)).unwrap());
                roll.try_push(line(17, last)).unwrap();
            });
        };
        let places = 2 + 14 * 16 + 16;
        let receiving: Vec<u64> = ENTERPRISES.take(16).collect();
        let wanted = transfer_with(object, &[Operating], SECOND_ENTERPRISE, |transfer| {
            transfer.to = joint(&receiving);
        });
        filled(HOLDERS_MAX - places + 1);
        dealing_fails(ENTERPRISE, wanted.clone(), Error::TooManyHolders);
        filled(HOLDERS_MAX - places);
        let answer = Registry::can_file_dealing(party(ENTERPRISE), Box::new(wanted));
        assert_eq!(answer, Ok(()));
    });
}
