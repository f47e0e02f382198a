//! Licences where the regime registers them: through a case, as every registration.

use super::{licences::licence, *};
use crate::{entering::RIGHTS_MAX, CertificateByNumber};
use quanji_primitives::{
    directory::HoldingRegister,
    marks::MarkKind,
    rights::RightKinds,
    terms::{LicenceFiling, LicenceKind},
    v1::{EntryContent, LicenceRecord, RightRecord, RightStatus},
    RightId,
};
use sp_runtime::DispatchError;
use RightKind::{Holding, ProcessingUse};

const BOTH: [u64; 2] = [ENTERPRISE, SECOND_ENTERPRISE];

/// Registered under the Shenzhen regime: one right to hold.
fn registered() -> ObjectId {
    let case = accepted(ENTERPRISE, shenzhen_resource(ENTERPRISE));
    reported(case);
    enter(case)
}

/// From examination to the end of the notice, with the report that the regime asks for.
fn reported(case: CaseId) {
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
}

fn filing(parent: u32) -> LicenceFiling {
    let licence = licence();
    LicenceFiling {
        parent,
        licensee: party(SECOND_ENTERPRISE),
        terms: licence.terms,
        policy: licence.policy,
        contract: licence.contract,
        root_signs: false,
        subject_to: Default::default(),
        open_until: at("2027-01-15 00:00"),
    }
}

fn licensing(object: ObjectId, filing: LicenceFiling) -> Dealing {
    Dealing {
        regime: SHENZHEN_2023,
        ..dealing(object, &[ProcessingUse], Matter::Licence(Box::new(filing)))
    }
}

/// All steps of a licence that is signed.
fn granted(accounts: &[u64], wanted: Dealing) -> Entry {
    let case = signed_by(accounts, wanted);
    accept(case);
    reported(case);
    entry_of(case)
}

#[test]
fn a_right_that_a_successor_licenses_keeps_the_name_of_its_holder() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        succeed(ENTERPRISE, NATURAL_PERSON);
        granted(&[NATURAL_PERSON, SECOND_ENTERPRISE], licensing(object, filing(0)));
        assert_eq!(right(object, 0).licences, 1);
        assert_eq!(right(object, 0).holders, Holders::Sole(party(ENTERPRISE)));
    });
}

#[test]
fn a_registered_licence_is_a_right_under_a_certificate_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let entry = granted(&BOTH, licensing(object, filing(0)));
        let expected = RightRecord {
            version: 1,
            kind: ProcessingUse,
            holders: Holders::Sole(party(SECOND_ENTERPRISE)),
            parent: Some(RightId { object, index: 0 }),
            valid_until: licence().terms.valid_until,
            certificate: 1,
            entry: 2,
            status: RightStatus::Live,
            licences: 0,
        };
        assert_eq!(right(object, 1), expected);
        assert_eq!(right(object, 0).licences, 1);
        let own = certificate(object, 1);
        let month = quanji_primitives::certificate_number::NumberingMonth::of(entry.at.day());
        let first = certificate(object, 0).number;
        let serial = if first.to_string().contains("202611") && entry.at < at("2026-12-01 00:00") {
            2
        } else {
            1
        };
        let number = quanji_primitives::certificate_number::CertificateNumber::new(44, 1, month, serial);
        assert_eq!(Some(own.number), number);
        assert_eq!((own.rights.as_slice(), own.issue, own.entry), (&[1][..], 1, 2));
        assert_eq!(CertificateByNumber::<Test>::get(own.number), Some((object, 1)));
        let held = Registry::holdings(party(SECOND_ENTERPRISE), 0);
        assert_eq!(held, [(object, own.clone())]);
        let recorded = LicenceRecord::granted(&filing(0));
        assert_eq!(world(|world| world.licences[&(object, 1)].clone()), recorded);
        let content = EntryContent::Licensed {
            number: 1,
            right: expected,
            licence: Box::new(recorded),
            voucher: own,
            signatures: vec![
                (party(ENTERPRISE), Via::Own),
                (party(SECOND_ENTERPRISE), Via::Own),
            ]
            .try_into()
            .unwrap(),
        };
        assert_eq!(entry.content, content);
        assert!(matches!(entry.basis, EntryBasis::Case(basis) if basis.act == quanji_primitives::regime::Act::Licence));
    });
}

#[test]
fn a_licensee_licenses_on_through_a_case() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        granted(&BOTH, licensing(object, filing(0)));
        let below = LicenceFiling {
            parent: 1,
            licensee: party(NATURAL_PERSON),
            open_until: at("2027-03-01 00:00"),
            ..filing(0)
        };
        let wanted = |certificate| Dealing {
            certificate,
            ..licensing(object, below.clone())
        };
        // The right to license from stands on the certificate that is named, and its holder applies.
        dealing_fails(SECOND_ENTERPRISE, wanted(0), Error::NotOnCertificate);
        dealing_fails(ENTERPRISE, wanted(1), Error::ApplicantWithoutRight);
        granted(&[SECOND_ENTERPRISE, NATURAL_PERSON], wanted(1));
        assert_eq!(right(object, 2).parent, Some(RightId { object, index: 1 }));
        assert_eq!((right(object, 0).licences, right(object, 1).licences), (1, 1));
    });
}

#[test]
fn where_a_licence_is_a_filing_with_voucher_no_case_takes_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let wanted = dealing(object, &[ProcessingUse], Matter::Licence(Box::new(filing(2))));
        dealing_fails(ENTERPRISE, wanted, Error::ActNotInRegime);
    });
}

#[test]
fn one_right_is_decided_on_the_one_that_the_licence_gives() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let all = RightKinds::ALL;
        let none = RightKinds::NONE;
        for kinds in [all, none, none.with(Holding)] {
            let wanted = Dealing {
                kinds,
                ..licensing(object, filing(0))
            };
            dealing_fails(ENTERPRISE, wanted, Error::KindsUnfit);
        }
    });
}

#[test]
fn the_terms_are_judged_at_the_filing_and_again_at_the_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let refusal = DispatchError::Other("not to be licensed");
        let file = || Registry::file_dealing(signed(ENTERPRISE), OWN, Box::new(licensing(object, filing(0))));
        world(|world| world.not_licensable.insert((object, 0)));
        assert_noop!(file(), refusal);
        world(|world| world.not_licensable.clear());
        let case = signed_by(&BOTH, licensing(object, filing(0)));
        accept(case);
        reported(case);
        world(|world| world.not_licensable.insert((object, 0)));
        assert_noop!(Registry::enter(signed(REVIEWER), case, None, None, None), refusal);
    });
}

#[test]
fn a_licence_is_signed_before_the_moment_that_its_filing_names() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let open_until = at("2026-12-20 00:00");
        let wanted = LicenceFiling {
            open_until,
            ..filing(0)
        };
        let case = file_dealing(ENTERPRISE, licensing(object, wanted.clone()));
        world(|world| world.now = open_until);
        assert_noop!(
            Registry::sign(signed(SECOND_ENTERPRISE), OWN, case),
            Error::<Test>::SignatureTooLate
        );
        let again = Registry::file_dealing(signed(ENTERPRISE), OWN, Box::new(licensing(object, wanted)));
        assert_eq!(again, Err(DispatchError::Other("not open")));
        world(|world| world.now = Moment(open_until.0 - 1));
        sign(SECOND_ENTERPRISE, case);
        // What was signed in time is completed and entered later.
        world(|world| world.now = open_until);
        accept(case);
        reported(case);
        entry_of(case);
    });
}

#[test]
fn a_mark_on_a_right_above_bars_a_licence_by_the_row_of_its_kind() {
    for kind in [
        LicenceKind::NonExclusive,
        LicenceKind::Sole,
        LicenceKind::Exclusive,
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let object = registered();
            granted(&BOTH, licensing(object, filing(0)));
            let mut below = LicenceFiling {
                parent: 1,
                licensee: party(NATURAL_PERSON),
                open_until: at("2027-03-01 00:00"),
                ..filing(0)
            };
            below.terms.kind = kind;
            let wanted = || Dealing {
                certificate: 1,
                ..licensing(object, below.clone())
            };
            let reserved = set_mark_for(AGENT, object, MarkKind::Reservation, &[0]);
            let case = signed_by(&[SECOND_ENTERPRISE, NATURAL_PERSON], wanted());
            accept(case);
            reported(case);
            if kind != LicenceKind::NonExclusive {
                assert_noop!(
                    Registry::enter(signed(REVIEWER), case, None, None, None),
                    Error::<Test>::MarkConsentMissing
                );
                assert_ok!(Registry::consent_to_case(signed(AGENT), OWN, case, reserved));
            }
            set_mark_for(AGENT, object, MarkKind::SeizureFirst, &[0]);
            assert_noop!(
                Registry::enter(signed(REVIEWER), case, None, None, None),
                Error::<Test>::BarredByMark
            );
            dealing_fails(SECOND_ENTERPRISE, wanted(), Error::BarredByMark);
            end_mark(object, 1);
            entry_of(case);
        });
    }
}

#[test]
fn a_licence_finds_room_in_the_object() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&BOTH, licensing(object, filing(0)));
        accept(case);
        reported(case);
        for _ in 0..63 {
            license(object, 0, NATURAL_PERSON, "2028-01-01 00:00");
        }
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::TooManyRights
        );
        dealing_fails(ENTERPRISE, licensing(object, filing(0)), Error::TooManyRights);
    });
}

#[test]
fn numbers_of_ended_rights_are_not_given_again_to_a_licence() {
    ExtBuilder::default().build().execute_with(|| {
        let object = registered();
        let case = signed_by(&BOTH, licensing(object, filing(0)));
        accept(case);
        reported(case);
        let counted = |rights: u32| {
            Objects::<Test>::mutate(object, |record| record.as_mut().unwrap().rights = rights);
        };
        counted(RIGHTS_MAX);
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::TooManyRights
        );
        counted(RIGHTS_MAX - 1);
        entry_of(case);
        let licensee = Holders::Sole(party(SECOND_ENTERPRISE));
        assert_eq!(right(object, RIGHTS_MAX - 1).holders, licensee);
    });
}

#[test]
fn a_licence_case_of_a_merged_licensee_goes_on_to_its_entry() {
    for signed_before in [false, true] {
        ExtBuilder::default().build_and_execute(|| {
            let object = registered();
            let case = file_dealing(ENTERPRISE, licensing(object, filing(0)));
            if signed_before {
                sign(SECOND_ENTERPRISE, case);
            }
            succeed(SECOND_ENTERPRISE, NATURAL_PERSON);
            if !signed_before {
                sign(NATURAL_PERSON, case);
            }
            accept(case);
            reported(case);
            entry_of(case);
            assert_eq!(right(object, 1).holders, Holders::Sole(party(NATURAL_PERSON)));
            let held = Registry::holdings(party(NATURAL_PERSON), 0);
            assert_eq!(held, [(object, certificate(object, 1))]);
        });
    }
}

#[test]
fn a_licence_case_passes_to_the_successor_of_the_licensee() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&BOTH, licensing(object, filing(0)));
        let passed = Registry::pass_case(case, party(SECOND_ENTERPRISE), party(NATURAL_PERSON));
        assert_eq!(passed, Ok(()));
        assert_eq!(stored(case).filing.parties(), [party(NATURAL_PERSON)]);
        accept(case);
        reported(case);
        entry_of(case);
        assert_eq!(right(object, 1).holders, Holders::Sole(party(NATURAL_PERSON)));
    });
}

#[test]
fn marks_that_travel_with_a_licence_are_told_with_its_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&BOTH, licensing(object, filing(0)));
        accept(case);
        reported(case);
        let notice = set_mark_for(NATURAL_PERSON, object, MarkKind::ObjectionNotice, &[0]);
        assert_ok!(Registry::enter(signed(REVIEWER), case, None, None, None));
        let told = take_events().into_iter().find_map(|event| match event {
            Event::Entered { travelling, .. } => Some(travelling.to_vec()),
            _ => None,
        });
        assert_eq!(told, Some(vec![(notice, Some(party(NATURAL_PERSON)))]));
    });
}
