//! A licence back in the case of a transfer, and transfers by a ruling.

use super::{licences::licence, *};
use crate::RecentEntries;
use quanji_primitives::{
    directory::{HoldingRegister, RegisterError, RulingRegister},
    terms::LicenceFiling,
    v1::{history_after, EntryContent, LicenceBack, LicenceRecord, Outcome, RightStatus},
    ConflictId, RightId,
};
use sp_runtime::DispatchError;
use RightKind::{Holding, Operating};

const BOTH: [u64; 2] = [ENTERPRISE, SECOND_ENTERPRISE];
const OPERATING: u32 = 2;

fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

fn back(parent: u32) -> LicenceFiling {
    let licence = licence();
    LicenceFiling {
        parent,
        licensee: party(ENTERPRISE),
        terms: licence.terms,
        policy: licence.policy,
        contract: licence.contract,
        root_signs: false,
        subject_to: Default::default(),
        open_until: at("2027-01-15 00:00"),
    }
}

fn with_back(object: ObjectId, kinds: &[RightKind], filing: LicenceFiling) -> Dealing {
    transfer_with(object, kinds, SECOND_ENTERPRISE, |transfer| {
        transfer.back = Some(Box::new(filing))
    })
}

#[test]
fn a_licence_back_is_entered_with_the_transfer() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let entry = carried_out(&BOTH, with_back(object, &[Operating], back(OPERATING)));
        let EntryContent::Transferred {
            rights,
            certificates,
            back: Some(entered),
            survivors,
            signatures,
            ..
        } = &entry.content
        else {
            panic!("{entry:?}")
        };
        let given = right(object, 3);
        assert_eq!(
            given.parent,
            Some(RightId {
                object,
                index: OPERATING
            })
        );
        assert_eq!(given.holders, Holders::Sole(party(ENTERPRISE)));
        let passed = right(object, OPERATING);
        assert_eq!(
            (passed.licences, &passed.holders),
            (1, &Holders::Sole(party(SECOND_ENTERPRISE)))
        );
        assert_eq!(rights.as_slice(), [(OPERATING, passed)]);
        let voucher = certificate(object, 2);
        assert_eq!(
            voucher.number.to_string(),
            format!("{}-L3", certificate(object, 1).number)
        );
        assert_eq!(certificates.len(), 2);
        let expected = LicenceBack {
            number: 3,
            right: given,
            licence: LicenceRecord::granted(&back(OPERATING)),
            voucher,
        };
        assert_eq!(**entered, expected);
        assert_eq!(
            world(|world| world.licences[&(object, 3)].clone()),
            expected.licence
        );
        assert!(survivors.is_empty());
        assert_eq!(signatures.len(), 2);
    });
}

#[test]
fn a_licence_back_goes_to_who_gives_from_what_passes() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let to_another = LicenceFiling {
            licensee: party(NATURAL_PERSON),
            ..back(OPERATING)
        };
        for filing in [back(0), back(77), to_another] {
            dealing_fails(
                ENTERPRISE,
                with_back(object, &[Operating], filing),
                Error::LicenceBackUnfit,
            );
        }
        let shared = entered(
            ENTERPRISE,
            FirstRegistration {
                holders: shares(&[(ENTERPRISE, 500_000), (NATURAL_PERSON, 500_000)]),
                ..resource(ENTERPRISE)
            },
        );
        let of_share = transfer_with(shared, &[Operating], SECOND_ENTERPRISE, |transfer| {
            transfer.share = Some(quanji_primitives::filing::PassingShare {
                from: party(ENTERPRISE),
                parts: 500_000,
            });
            transfer.back = Some(Box::new(back(OPERATING)));
        });
        dealing_fails(ENTERPRISE, of_share, Error::LicenceBackUnfit);
    });
}

#[test]
fn the_terms_of_a_licence_back_are_judged_at_the_filing_and_again_at_the_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let refusal = DispatchError::Other("not to be licensed");
        let wanted = || with_back(object, &[Operating], back(OPERATING));
        let file = || Registry::file_dealing(signed(ENTERPRISE), OWN, Box::new(wanted()));
        world(|world| world.not_licensable.insert((object, OPERATING)));
        assert_noop!(file(), refusal);
        world(|world| world.not_licensable.clear());
        let late = LicenceFiling {
            open_until: at("2026-11-02 09:00"),
            ..back(OPERATING)
        };
        let late = with_back(object, &[Operating], late);
        assert_noop!(
            Registry::file_dealing(signed(ENTERPRISE), OWN, Box::new(late)),
            DispatchError::Other("not open")
        );
        let case = signed_by(&BOTH, wanted());
        pass_notice(case);
        world(|world| world.not_licensable.insert((object, OPERATING)));
        assert_noop!(Registry::enter(signed(REVIEWER), case, None, None, None), refusal);
    });
}

#[test]
fn a_licence_back_goes_to_the_successor_of_a_merged_transferor() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&BOTH, with_back(object, &[Operating], back(OPERATING)));
        succeed(ENTERPRISE, NATURAL_PERSON);
        pass_notice(case);
        entry_of(case);
        assert_eq!(right(object, 3).holders, Holders::Sole(party(NATURAL_PERSON)));
        assert_eq!(
            right(object, OPERATING).holders,
            Holders::Sole(party(SECOND_ENTERPRISE))
        );
    });
}

#[test]
fn a_licence_back_passes_to_the_successor_of_the_transferor_with_the_case() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&BOTH, with_back(object, &[Operating], back(OPERATING)));
        let passing = succession::passing(ENTERPRISE, NATURAL_PERSON, 0);
        assert_eq!(Registry::pass_holding(&passing), Ok(1));
        let record = stored(case);
        let licensee = record
            .dealing()
            .and_then(|dealing| dealing.matter.grants())
            .map(|filing| filing.licensee);
        assert_eq!(licensee, Some(party(NATURAL_PERSON)));
        pass_notice(case);
        entry_of(case);
        assert_eq!(right(object, 3).holders, Holders::Sole(party(NATURAL_PERSON)));
    });
}

#[test]
fn an_agent_of_the_holder_signs_for_no_successor_of_who_receives() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let of_holder = Capacity::Agent(grant_power(ENTERPRISE, AGENT));
        let of_successor = Capacity::Agent(grant_power(NATURAL_PERSON, AGENT));
        System::reset_events();
        let wanted = Box::new(transfer(object, &[Operating], SECOND_ENTERPRISE));
        assert_ok!(Registry::file_dealing(signed(AGENT), of_holder, wanted));
        let Some(Event::DealingFiled { case, .. }) = take_events().pop() else {
            panic!("nothing was filed")
        };
        succeed(SECOND_ENTERPRISE, NATURAL_PERSON);
        assert_noop!(
            Registry::sign(signed(AGENT), of_successor, case),
            Error::<Test>::AgentOfBothSides
        );
        sign(NATURAL_PERSON, case);
    });
}

fn ruled(object: ObjectId, numbers: &[u32]) -> Result<Vec<u32>, RegisterError> {
    let rights = numbers.iter().copied().collect();
    let basis = EntryBasis::Conflict(ConflictId(5));
    Registry::pass_rights(
        object,
        rights,
        party(SECOND_ENTERPRISE),
        TransferReason::Ruling,
        basis,
        Some(officer(REVIEWER)),
    )
}

/// The ruling names the party that took the place of the holder: nothing leaves its certificate.
#[test]
fn a_ruling_for_who_stands_in_the_holders_place_raises_the_issue_of_its_certificate() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        succeed(ENTERPRISE, SECOND_ENTERPRISE);
        assert_eq!(ruled(object, &[0, 1, OPERATING]), Ok(vec![]));
        let kept = certificate(object, 0);
        assert_eq!((kept.outcome, kept.issue), (Outcome::Live, 2));
        assert_eq!(kept.rights.to_vec(), [0, 1, OPERATING]);
        assert_eq!(Objects::<Test>::get(object).unwrap().certificates, 1);
        // Under the name that was stored, so that the one in its place finds it there.
        assert_eq!(right(object, 0).holders, Holders::Sole(party(ENTERPRISE)));
    });
}

#[test]
fn a_ruling_passes_rights_and_their_licences_survive() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, OPERATING, NATURAL_PERSON, "2028-01-01 00:00");
        let before = Objects::<Test>::get(object).unwrap();
        take_events();
        assert_eq!(ruled(object, &[1, OPERATING]), Ok(vec![licence]));
        let entry = last_entry();
        let EntryContent::Transferred {
            reason,
            survivors,
            signatures,
            certificates,
            ..
        } = &entry.content
        else {
            panic!("{entry:?}")
        };
        assert_eq!(
            (*reason, survivors.as_slice()),
            (TransferReason::Ruling, &[licence][..])
        );
        assert!(signatures.is_empty());
        assert_eq!(certificates.len(), 2);
        for number in [1, OPERATING] {
            assert_eq!(
                right(object, number).holders,
                Holders::Sole(party(SECOND_ENTERPRISE))
            );
        }
        assert_eq!(right(object, 0).holders, Holders::Sole(party(ENTERPRISE)));
        assert_eq!(right(object, licence).status, RightStatus::Live);
        assert_eq!(certificate(object, 0).rights.as_slice(), [0]);
        assert_eq!(certificate(object, 0).outcome, Outcome::Live);
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!(
            (entry.previous, record.history),
            (before.history, history_after(&entry))
        );
        assert_eq!(RecentEntries::<Test>::get(object).len(), 1);
    });
}

#[test]
fn a_ruling_passes_rights_of_first_registration_on_one_certificate() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, OPERATING, NATURAL_PERSON, "2028-01-01 00:00");
        carried_out(&[ENTERPRISE, AGENT], transfer(object, &[Holding], AGENT));
        for numbers in [&[][..], &[licence], &[77], &[0, 1]] {
            assert_eq!(ruled(object, numbers), Err(RegisterError::NotFound));
        }
        assert_eq!(ruled(ObjectId(1), &[0]), Err(RegisterError::NotFound));
    });
}
