//! Entry of a transfer: what passes, and what the register shows of it.

use super::*;
use quanji_primitives::{
    marks::MarkKind,
    v1::{history_after, EntryContent, Outcome, RightRecord},
};
use RightKind::{Holding, Operating, ProcessingUse};

fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

const BOTH: [u64; 2] = [ENTERPRISE, SECOND_ENTERPRISE];

/// The numbers of the certificates of a party in an object, and the rights that each lists.
fn listed(account: u64, object: ObjectId) -> Vec<Vec<u32>> {
    let holdings = Registry::holdings(party(account), 0);
    holdings
        .into_iter()
        .filter(|(held, _)| *held == object)
        .map(|(_, certificate)| certificate.rights.to_vec())
        .collect()
}

/// Story 2.3: the operating right passes whole; the transferor's certificate raises its issue.
#[test]
fn a_right_passes_with_its_number_and_who_gives_keeps_nothing_of_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let before = Objects::<Test>::get(object).unwrap();
        let (old, old_right) = (certificate(object, 0), right(object, 2));
        let entry = carried_out(&BOTH, transfer(object, &[Operating], SECOND_ENTERPRISE));
        let now = world(|world| world.now);

        let passed = RightRecord {
            holders: Holders::Sole(party(SECOND_ENTERPRISE)),
            certificate: 1,
            ..old_right
        };
        assert_eq!(right(object, 2), passed);
        let reduced = quanji_primitives::v1::CertificateRecord {
            issue: 2,
            rights: vec![0, 1].try_into().unwrap(),
            entry: 2,
            issued_at: now,
            ..old.clone()
        };
        let new = quanji_primitives::v1::CertificateRecord {
            number: "SJ4412026110002".parse().unwrap(),
            issue: 1,
            rights: vec![2].try_into().unwrap(),
            entry: 2,
            issued_at: now,
            ..old
        };
        assert_eq!(
            (certificate(object, 0), certificate(object, 1)),
            (reduced.clone(), new.clone())
        );
        let both = [
            (party(ENTERPRISE), Via::Own),
            (party(SECOND_ENTERPRISE), Via::Own),
        ];
        assert_eq!(
            entry.content,
            EntryContent::Transferred {
                rights: vec![(2, passed)].try_into().unwrap(),
                certificates: vec![(0, reduced), (1, new.clone())].try_into().unwrap(),
                reason: TransferReason::Sale,
                share: None,
                survivors: Default::default(),
                back: None,
                signatures: both.to_vec().try_into().unwrap(),
            }
        );
        assert_eq!(basis_of(&entry).act, quanji_primitives::regime::Act::Transfer);
        assert_eq!((entry.no.number, entry.previous), (2, before.history));
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.rights, record.certificates, record.entries), (3, 2, 2));
        assert_eq!(record.history, history_after(&entry));
        assert_eq!(listed(SECOND_ENTERPRISE, object), [vec![2]]);
        assert_eq!(listed(ENTERPRISE, object), [vec![0, 1]]);
        let found = Registry::certificate_by_number(new.number).unwrap();
        assert_eq!(found, (object, new));
    });
}

#[test]
fn a_certificate_ends_when_all_its_rights_have_passed() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let old = certificate(object, 0);
        carried_out(&BOTH, transfer(object, &RightKind::ALL, SECOND_ENTERPRISE));
        let ended = quanji_primitives::v1::CertificateRecord {
            rights: Default::default(),
            outcome: Outcome::Ended(2),
            ..old
        };
        assert_eq!(certificate(object, 0), ended);
        assert_eq!(certificate(object, 1).rights.to_vec(), [0, 1, 2]);
        // The ended one stays among the holdings of who had it, and is dealt with no more.
        assert_eq!(listed(ENTERPRISE, object), [Vec::<u32>::new()]);
        let again = transfer(object, &[Operating], NATURAL_PERSON);
        dealing_fails(ENTERPRISE, again, Error::NotOnCertificate);
    });
}

#[test]
fn who_receives_a_further_right_gets_a_higher_issue() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        carried_out(&BOTH, transfer(object, &[Holding], SECOND_ENTERPRISE));
        let before = certificate(object, 1);
        let entry = carried_out(&BOTH, transfer(object, &[Operating], SECOND_ENTERPRISE));
        let raised = certificate(object, 1);
        assert_eq!((raised.number, raised.issue), (before.number, 2));
        assert_eq!((raised.rights.to_vec(), raised.entry), (vec![0, 2], 3));
        assert_eq!(Objects::<Test>::get(object).unwrap().certificates, 2);
        assert_eq!(Registry::holdings(party(SECOND_ENTERPRISE), 0).len(), 1);
        let EntryContent::Transferred { certificates, .. } = &entry.content else {
            panic!("a right passed")
        };
        assert_eq!(certificates[1], (1, raised));
    });
}

/// Independent rights of one kind stay apart: each is dealt with by its certificate.
#[test]
fn a_second_right_of_one_kind_comes_under_a_certificate_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        carried_out(&BOTH, transfer(object, &[Operating], SECOND_ENTERPRISE));
        assert_eq!(certificate(object, 1).rights.to_vec(), [3, 4, 5]);
        assert_eq!(certificate(object, 2).rights.to_vec(), [2]);
        let wanted = transfer(object, &[Operating], NATURAL_PERSON);
        let wanted = Dealing {
            certificate: 2,
            ..wanted
        };
        carried_out(&[SECOND_ENTERPRISE, NATURAL_PERSON], wanted);
        assert_eq!(right(object, 2).holders, Holders::Sole(party(NATURAL_PERSON)));
        assert_eq!(right(object, 5).holders, Holders::Sole(party(SECOND_ENTERPRISE)));
    });
}

#[test]
fn marks_stay_on_the_right_that_passes() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let notice = set_mark_for(NATURAL_PERSON, object, MarkKind::ObjectionNotice, &[2]);
        carried_out(&BOTH, transfer(object, &[Operating], SECOND_ENTERPRISE));
        let mark = crate::Marks::<Test>::get(object, notice).unwrap();
        assert!(mark.rights.contains(2) && mark.ended.is_none());
    });
}

/// What the entry of a case tells of the marks that travel with it.
fn told_of_marks(case: CaseId) -> Vec<(u32, Option<PartyId>)> {
    assert_ok!(Registry::enter(signed(REVIEWER), case, None, None, None));
    let told = take_events().into_iter().find_map(|event| match event {
        Event::Entered { travelling, .. } => Some(travelling.to_vec()),
        _ => None,
    });
    told.unwrap()
}

#[test]
fn marks_that_travel_with_a_transfer_are_told_with_its_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&BOTH, transfer(object, &[Operating], SECOND_ENTERPRISE));
        pass_notice(case);
        let notice = set_mark_for(NATURAL_PERSON, object, MarkKind::ObjectionNotice, &[2]);
        let of_nobody = set_mark_for(AGENT, object, MarkKind::ObjectionNotice, &[2]);
        world(|world| world.mark_holders.remove(&(object, of_nobody)));
        set_mark_for(SECOND_AGENT, object, MarkKind::ObjectionNotice, &[0]);
        succeed(NATURAL_PERSON, SERVICE_INSTITUTION);
        let told = [(notice, Some(party(SERVICE_INSTITUTION))), (of_nobody, None)];
        assert_eq!(told_of_marks(case), told);
    });
}

#[test]
fn marks_that_travel_with_a_change_are_told_with_its_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let seizure = set_mark_for(NATURAL_PERSON, object, MarkKind::SeizureFirst, &[1]);
        let case = file_dealing(ENTERPRISE, change(object, industry(62)));
        pass_notice(case);
        let told = [(seizure, Some(party(NATURAL_PERSON)))];
        assert_eq!(told_of_marks(case), told);
    });
}

#[test]
fn a_transfer_passes_as_a_whole_or_not_at_all() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&BOTH, transfer(object, &RightKind::ALL, SECOND_ENTERPRISE));
        accept(case);
        for refused in 0..3 {
            let mut examination = granting(case);
            examination.decisions[refused].refused = Some(RefusalGround::UnclearAuthorisation);
            assert_noop!(
                Registry::examine(signed(EXAMINER), case, Box::new(examination)),
                Error::<Test>::SignedInPart
            );
        }
        examine(case, denying(case, RefusalGround::UnclearAuthorisation));
        assert_eq!(stored(case).stage, Stage::Examined);
    });
}

/// The notice of a transfer publishes nothing anew: what is published of the object stays.
#[test]
fn the_notice_of_a_transfer_runs_without_a_text() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = signed_by(&BOTH, transfer(object, &[Operating], SECOND_ENTERPRISE));
        accept(case);
        examine(case, granting(case));
        approve(case);
        let text = Some(TEXT.to_vec().try_into().unwrap());
        assert_noop!(
            Registry::publish(signed(EXAMINER), case, text, None),
            Error::<Test>::TextUnfit
        );
        assert_ok!(Registry::publish(signed(EXAMINER), case, None, None));
        let Some(Event::NoticePublished { text, told, .. }) = take_events().pop() else {
            panic!("it was published")
        };
        assert_eq!((text, told.to_vec()), (None, vec![object]));
        let published = Objects::<Test>::get(object).unwrap().publication;
        end_notice(case);
        entry_of(case);
        assert_eq!(Objects::<Test>::get(object).unwrap().publication, published);
    });
}

#[test]
fn a_share_passes_and_the_others_keep_theirs() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: shares(&[(ENTERPRISE, 250_000), (SECOND_ENTERPRISE, 750_000)]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let pass = |kinds: &[RightKind], to, parts| {
            transfer_with(object, kinds, to, |transfer| {
                transfer.share = Some(PassingShare {
                    from: party(SECOND_ENTERPRISE),
                    parts,
                })
            })
        };
        // To a stranger: the right comes under a certificate of the new group.
        let third = pass(&[Operating], NATURAL_PERSON, 500_000);
        let entry = carried_out(&[ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON], third);
        let parts = [
            (ENTERPRISE, 250_000),
            (SECOND_ENTERPRISE, 250_000),
            (NATURAL_PERSON, 500_000),
        ];
        assert_eq!(right(object, 2).holders, shares(&parts));
        assert_eq!(certificate(object, 0).rights.to_vec(), [0, 1]);
        assert_eq!(certificate(object, 1).rights.to_vec(), [2]);
        let EntryContent::Transferred { share, .. } = &entry.content else {
            panic!("a share passed")
        };
        assert_eq!(share.map(|share| share.parts), Some(500_000));
        for account in [ENTERPRISE, SECOND_ENTERPRISE] {
            assert_eq!(listed(account, object), [vec![0, 1], vec![2]]);
        }
        // Within the group, of all that its certificate lists: the certificate keeps its number.
        let (number, own) = (
            certificate(object, 0).number,
            pass(&[Holding, ProcessingUse], ENTERPRISE, 1),
        );
        dealing_fails(ENTERPRISE, own.clone(), Error::OperatingRightNeeded);
        change_regime(NATIONAL_2026, |regime| {
            regime
                .acts
                .iter_mut()
                .for_each(|row| row.needs_operating_right = false)
        });
        carried_out(&BOTH, own);
        let kept = certificate(object, 0);
        assert_eq!((kept.number, kept.rights.to_vec()), (number, vec![0, 1]));
        assert_eq!(
            right(object, 0).holders,
            shares(&[(ENTERPRISE, 250_001), (SECOND_ENTERPRISE, 749_999)])
        );
        // The last share: who is left holds alone.
        carried_out(&BOTH, pass(&[Holding], ENTERPRISE, 749_999));
        assert_eq!(right(object, 0).holders, Holders::Sole(party(ENTERPRISE)));
    });
}

#[test]
fn a_co_holder_leaves_the_right_to_the_other() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        carried_out(&BOTH, transfer(object, &RightKind::ALL, ENTERPRISE));
        assert_eq!(right(object, 0).holders, Holders::Sole(party(ENTERPRISE)));
        assert_eq!(certificate(object, 0).outcome, Outcome::Ended(2));
    });
}

#[test]
fn licences_in_force_stay_in_force_against_who_receives() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        let below = license(object, licence, AGENT, "2027-01-01 00:00");
        license(object, 0, AGENT, "2027-01-01 00:00");
        let wanted = |survivors: &[u32]| {
            transfer_with(object, &[Operating], SECOND_ENTERPRISE, |transfer| {
                transfer.survivors = survivors.to_vec().try_into().unwrap()
            })
        };
        for other in [
            &[][..],
            &[licence],
            &[licence, below, below + 1],
            &[below, licence],
        ] {
            dealing_fails(ENTERPRISE, wanted(other), Error::SurvivorsUnfit);
        }
        let case = signed_by(&BOTH, wanted(&[licence, below]));
        pass_notice(case);
        let late = license(object, 2, AGENT, "2027-01-01 00:00");
        entry_fails(case, Error::SurvivorsUnfit);
        // What has ended since then needs no other signature.
        set_now("2027-02-01 10:00");
        assert!(right(object, late).valid_until < world(|world| world.now));
        entry_of(case);
        assert_eq!(right(object, licence).parent, right(object, licence).parent);
        assert_eq!(
            right(object, licence).holders,
            Holders::Sole(party(NATURAL_PERSON))
        );
    });
}

#[test]
fn what_passed_meanwhile_does_not_pass_twice() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let first = signed_by(&BOTH, transfer(object, &[Operating], SECOND_ENTERPRISE));
        let second = signed_by(
            &[ENTERPRISE, NATURAL_PERSON],
            transfer(object, &[Operating], NATURAL_PERSON),
        );
        make_public(first);
        make_public(second);
        end_notice(second);
        entry_of(first);
        entry_fails(second, Error::NotOnCertificate);
    });
}

/// A licence that the holders of the first right signed too outlives the licence between, and who receives signs for it.
#[test]
fn a_licence_that_the_first_holders_signed_survives_without_its_parent() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, NATURAL_PERSON, "2028-01-01 00:00");
        let below = license(object, licence, AGENT, "2027-01-01 00:00");
        let lower = license(object, below, SERVICE_INSTITUTION, "2027-01-01 00:00");
        let fallen = license(object, licence, AGENT, "2027-01-01 00:00");
        world(|world| world.signed_by_first.insert((object, below)));
        let wanted = |survivors: &[u32]| {
            transfer_with(object, &[Operating], SECOND_ENTERPRISE, |transfer| {
                transfer.survivors = survivors.to_vec().try_into().unwrap()
            })
        };
        let all = [licence, below, lower, fallen];
        dealing_fails(ENTERPRISE, wanted(&all[..3]), Error::SurvivorsUnfit);
        let cause = quanji_primitives::terms::EndCause::Breach { notice: LETTER };
        let parties = quanji_primitives::terms::Signatures {
            parties: Default::default(),
            officers: Default::default(),
        };
        let basis = EntryBasis::Signatures(Box::new(parties));
        let end = <Registry as quanji_primitives::directory::LicenceRegister>::end_licence;
        end(object, licence, cause, vec![fallen], basis, None).unwrap();
        for other in [&[][..], &[below], &all[..3]] {
            dealing_fails(ENTERPRISE, wanted(other), Error::SurvivorsUnfit);
        }
        signed_by(&BOTH, wanted(&[below, lower]));
    });
}
