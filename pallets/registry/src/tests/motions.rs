//! `propose_motion`, `execute_motion`, `drop_motion`: what an authority does of its own motion.

use super::*;
use crate::{Line, LiveMarks, Motions, Objects, Rights, Rolls, LIVE_OF_PARTIES_MAX};
use quanji_primitives::{
    bad_faith::{BadFaith, BadFaithFinding},
    case::Signed,
    directory::LicenceRegister,
    ending::{
        Correction, CorrectionGround, Extinction, Motion, MotionMatter, RevocationGround, RightsEndCause,
    },
    marks::{MarkEnd, MarkKind, RightSet},
    terms::EndCause,
    v1::{EntryContent, Outcome, RightStatus},
    ConflictId,
};
use RightKind::Operating;

pub(super) fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

fn set_of(rights: &[u32]) -> RightSet {
    rights.iter().copied().collect()
}

pub(super) fn extinction(rights: &[u32]) -> MotionMatter {
    MotionMatter::Extinction {
        rights: set_of(rights),
        ground: Extinction::DataDestroyed,
    }
}

fn cancellation(rights: &[u32]) -> MotionMatter {
    let rights = set_of(rights);
    MotionMatter::Cancellation { rights }
}

fn revocation(object: ObjectId, rights: &[u32], of: u64) -> MotionMatter {
    MotionMatter::Revocation {
        rights: set_of(rights),
        ground: RevocationGround::FalseMaterial,
        party: party(of),
        case: CaseId(object.0),
    }
}

pub(super) const NOTHING: Correction = Correction {
    description: None,
    industry: None,
    form: None,
    level: None,
};

pub(super) fn correction(facts: Correction) -> MotionMatter {
    MotionMatter::Correction {
        ground: CorrectionGround::ProvenError,
        facts,
    }
}

pub(super) fn industry_is(industry: u8) -> MotionMatter {
    correction(Correction {
        industry: Some(industry),
        ..NOTHING
    })
}

fn end_licence(object: ObjectId, number: u32) {
    let cause = EndCause::Agreement { document: LETTER };
    let basis = EntryBasis::Conflict(ConflictId(5));
    Registry::end_licence(object, number, cause, Vec::new(), basis, None).unwrap();
}

fn proof() -> Bounded<Evidence, 16> {
    evidence(&[EvidenceKind::Other])
}

pub(super) fn propose(account: u64, object: ObjectId, matter: MotionMatter) -> sp_runtime::DispatchResult {
    Registry::propose_motion(signed(account), object, matter, proof(), LETTER)
}

pub(super) fn execute(account: u64, object: ObjectId) -> sp_runtime::DispatchResult {
    Registry::execute_motion(signed(account), object, None)
}

#[track_caller]
pub(super) fn proposed(object: ObjectId, matter: MotionMatter) {
    System::reset_events();
    assert_ok!(propose(EXAMINER, object, matter));
}

/// Proposes and executes; gives the last entry, and the event after it.
#[track_caller]
pub(super) fn carried(object: ObjectId, matter: MotionMatter) -> (Entry, Event<Test>) {
    proposed(object, matter);
    take_events();
    assert_ok!(execute(REVIEWER, object));
    let mut events = take_events();
    let told = events.pop().unwrap();
    let fell = |event: &Event<Test>| matches!(event, Event::Entered { officer: None, .. });
    events.retain(|event| !fell(event));
    let Some(Event::Entered {
        entry, officer: by, ..
    }) = events.pop()
    else {
        panic!("an entry comes before the notice")
    };
    assert_eq!(by, Some(officer(REVIEWER)));
    assert!(!Motions::<Test>::contains_key(object));
    (*entry, told)
}

pub(super) fn told(event: &Event<Test>) -> Vec<PartyId> {
    match event {
        Event::MotionProposed { told, .. }
        | Event::MotionExecuted { told, .. }
        | Event::MotionDropped { told, .. } => told.to_vec(),
        other => panic!("{other:?}"),
    }
}

pub(super) fn parties(accounts: &[u64]) -> Vec<PartyId> {
    accounts.iter().map(|account| party(*account)).collect()
}

#[test]
fn an_extinction_ends_rights_and_licences_whatever_stands_against_them_and_tells_everybody() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, SECOND_ENTERPRISE, "2028-01-01 00:00");
        let pledge = set_mark_for(NATURAL_PERSON, object, MarkKind::Pledge, &[2]);
        let seizure = set_mark_for(AGENT, object, MarkKind::SeizureFirst, &[1, 2]);
        let reservation = set_mark_for(SECOND_AGENT, object, MarkKind::Reservation, &[2]);
        let of_both = set_mark_for(SECOND_AGENT, object, MarkKind::Reservation, &[0, 2]);
        let all = [ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON, AGENT, SECOND_AGENT];
        proposed(object, extinction(&[2]));
        let motion = Motion {
            version: 1,
            matter: extinction(&[2]),
            evidence: proof(),
            record: LETTER,
            by: Signed {
                officer: officer(EXAMINER),
                at: world(|world| world.now),
            },
        };
        assert_eq!(Registry::motion(object), Some(motion.clone()));
        assert_only_event(Event::MotionProposed {
            object,
            authority: AUTHORITY,
            motion: Box::new(motion.clone()),
            told: parties(&all).try_into().unwrap(),
        });
        assert_ok!(execute(REVIEWER, object));
        let events = take_events();
        let [Event::Entered { entry: of_mark, .. }, Event::Entered { entry, .. }, Event::Entered { entry: fell, .. }, last] =
            &events[..]
        else {
            panic!("{events:?}")
        };
        assert_eq!(fell.basis, EntryBasis::RightAbove(entry.no));
        assert_eq!(right(object, licence).status, RightStatus::Ended(fell.no.number));
        assert!(matches!(of_mark.content, EntryContent::Mark { number, .. } if number == reservation));
        let ended = crate::Marks::<Test>::get(object, reservation).unwrap().ended;
        assert_eq!(ended.map(|(_, end)| end), Some(MarkEnd::CarriedOut));
        assert_eq!(
            entry.content,
            EntryContent::RightsEnded {
                rights: vec![2].try_into().unwrap(),
                certificates: vec![(0, certificate(object, 0))].try_into().unwrap(),
                mark: None,
                cause: RightsEndCause::Extinguished(Extinction::DataDestroyed),
                fallen: vec![licence].try_into().unwrap(),
                signatures: Default::default(),
            }
        );
        let basis = EntryBasis::OwnMotion(Box::new(motion), officer(REVIEWER));
        assert_eq!(entry.basis, basis);
        assert_eq!(
            *last,
            Event::MotionExecuted {
                object,
                authority: AUTHORITY,
                officer: officer(REVIEWER),
                travelling: vec![pledge, seizure, of_both].try_into().unwrap(),
                ended: vec![reservation].try_into().unwrap(),
                told: parties(&all).try_into().unwrap(),
            }
        );
        assert_eq!(right(object, 2).status, RightStatus::Ended(entry.no.number));
        assert_eq!(certificate(object, 0).rights.to_vec(), [0, 1]);
    });
}

#[test]
fn all_marks_that_parties_can_have_end_with_a_motion() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        for _ in 0..LIVE_OF_PARTIES_MAX {
            set_mark_for(NATURAL_PERSON, object, MarkKind::Reservation, &[2]);
        }
        let (_, event) = carried(object, extinction(&[2]));
        let Event::MotionExecuted {
            travelling, ended, ..
        } = event
        else {
            panic!("it was executed")
        };
        assert_eq!(ended.to_vec(), (0..LIVE_OF_PARTIES_MAX).collect::<Vec<_>>());
        assert!(travelling.is_empty());
        assert!(!LiveMarks::<Test>::contains_key(object));
    });
}

#[test]
fn a_motion_ends_no_more_rights_and_marks_than_one_call_can_write() {
    ExtBuilder::default().build().execute_with(|| {
        let object = registered();
        let all: Vec<u32> = (0..48).collect();
        for number in 3..48 {
            let more = right(object, 2);
            let line = Line::of_right(number, &more).unwrap();
            Rights::<Test>::insert(object, number, more);
            Rolls::<Test>::mutate(object, |roll| roll.try_push(line).unwrap());
        }
        Objects::<Test>::mutate(object, |record| record.as_mut().unwrap().rights = 48);
        proposed(object, extinction(&all));
        assert_ok!(Registry::drop_motion(signed(EXAMINER), object, LETTER));
        set_mark_for(NATURAL_PERSON, object, MarkKind::Reservation, &[0]);
        let too_many = propose(EXAMINER, object, extinction(&all));
        assert_eq!(too_many, Err(Error::<Test>::EntryTooLarge.into()));
        // What the mark stands against is left out, and so does not count.
        proposed(object, extinction(&all[1..]));
    });
}

#[test]
fn an_extinction_takes_down_a_licence_that_outlived_the_one_above_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let above = license(object, 2, SECOND_ENTERPRISE, "2028-01-01 00:00");
        let below = license(object, above, NATURAL_PERSON, "2028-01-01 00:00");
        world(|world| world.signed_by_first.insert((object, below)));
        end_licence(object, above);
        let (entry, _) = carried(object, extinction(&[2]));
        let EntryContent::RightsEnded { fallen, .. } = entry.content else {
            panic!("rights ended")
        };
        assert_eq!(fallen.to_vec(), [below]);
    });
}

#[test]
fn a_registration_without_rights_is_extinguished_as_a_whole() {
    ExtBuilder::default().build_and_execute(|| {
        let object = public_object();
        let (entry, event) = carried(object, extinction(&[]));
        assert_eq!(certificate(object, 0).outcome, Outcome::Ended(2));
        assert!(matches!(entry.content, EntryContent::RightsEnded { .. }));
        assert_eq!(told(&event), parties(&[ENTERPRISE]));
        let again = propose(EXAMINER, object, extinction(&[]));
        assert_eq!(again, Err(Error::<Test>::MotionRightsUnfit.into()));
    });
}

#[test]
fn only_live_rights_of_first_registration_end_so() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let licence = license(object, 2, SECOND_ENTERPRISE, "2028-01-01 00:00");
        let refused = |rights: &[u32]| {
            for matter in [
                extinction(rights),
                cancellation(rights),
                revocation(object, rights, ENTERPRISE),
            ] {
                assert_noop!(
                    propose(EXAMINER, object, matter),
                    Error::<Test>::MotionRightsUnfit
                );
            }
        };
        for rights in [&[][..], &[7], &[licence], &[2, licence]] {
            refused(rights);
        }
        carried(object, extinction(&[2]));
        refused(&[2]);
    });
}

#[test]
fn what_an_authority_finds_of_itself_is_barred_by_what_stands_against_the_right() {
    for kind in MarkKind::ALL {
        ExtBuilder::default().build_and_execute(|| {
            let object = registered();
            set_mark_for(NATURAL_PERSON, object, kind, &[2]);
            let error = match kind {
                MarkKind::Pledge | MarkKind::Reservation => Error::<Test>::MarkConsentMissing,
                _ => Error::<Test>::BarredByMark,
            };
            assert_noop!(propose(EXAMINER, object, cancellation(&[2])), error);
        });
    }
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        license(object, 2, SECOND_ENTERPRISE, "2028-01-01 00:00");
        assert_noop!(
            propose(EXAMINER, object, cancellation(&[2])),
            Error::<Test>::LicenceStands
        );
        let sale = file_dealing(
            ENTERPRISE,
            transfer(object, &[RightKind::Holding], NATURAL_PERSON),
        );
        assert_eq!(stored(sale).stage, Stage::AwaitingSignatures);
        assert_noop!(
            propose(EXAMINER, object, cancellation(&[0])),
            Error::<Test>::CaseStands
        );
        let (entry, _) = carried(object, cancellation(&[1]));
        let EntryContent::RightsEnded { cause, .. } = entry.content else {
            panic!("a right ended")
        };
        assert_eq!(cause, RightsEndCause::OwnMotion);
    });
}

#[test]
fn what_stands_meanwhile_bars_the_execution() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        proposed(object, cancellation(&[2]));
        let mark = set_mark_for(NATURAL_PERSON, object, MarkKind::SeizureFirst, &[2]);
        assert_noop!(execute(REVIEWER, object), Error::<Test>::BarredByMark);
        end_mark(object, mark);
        assert_ok!(execute(REVIEWER, object));
    });
}

#[test]
fn a_revocation_leaves_a_fact_of_bad_faith_that_bars_for_the_term_of_the_regime() {
    ExtBuilder::default().build_and_execute(|| {
        change_regime(NATIONAL_2026, |regime| {
            regime.limits.bad_faith_bar_days.number = 90
        });
        let object = registered();
        let licence = license(object, 2, SECOND_ENTERPRISE, "2028-01-01 00:00");
        let pledge = set_mark_for(NATURAL_PERSON, object, MarkKind::Pledge, &[2]);
        let (entry, event) = carried(object, revocation(object, &[0, 1, 2], ENTERPRISE));
        let EntryContent::RightsEnded { cause, fallen, .. } = entry.content else {
            panic!("rights ended")
        };
        assert_eq!(cause, RightsEndCause::Revoked(RevocationGround::FalseMaterial));
        assert_eq!(fallen.to_vec(), [licence]);
        assert_eq!(
            told(&event),
            parties(&[ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON])
        );
        assert!(crate::Marks::<Test>::get(object, pledge).unwrap().ended.is_none());
        let now = world(|world| world.now);
        let fact = BadFaith {
            version: 1,
            finding: BadFaithFinding::Revoked(RevocationGround::FalseMaterial),
            case: CaseId(object.0),
            authority: AUTHORITY,
            at: now,
            record: LETTER,
            barred_until: Some(now.day().plus(90).end()),
        };
        assert_eq!(
            world(|world| world.bad_faith.clone()),
            [(party(ENTERPRISE), fact)]
        );
        assert_noop!(
            Registry::file(signed(ENTERPRISE), OWN, Box::new(resource(ENTERPRISE))),
            Error::<Test>::BarredFromFiling
        );
    });
}

#[test]
fn what_another_has_acquired_in_good_faith_stands_and_its_holder_is_told() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        carried_out(
            &[ENTERPRISE, SECOND_ENTERPRISE],
            transfer(object, &[Operating], SECOND_ENTERPRISE),
        );
        for rights in [&[2][..], &[0, 2]] {
            assert_noop!(
                propose(EXAMINER, object, revocation(object, rights, ENTERPRISE)),
                Error::<Test>::HeldInGoodFaith
            );
        }
        let (_, event) = carried(object, revocation(object, &[0, 1], ENTERPRISE));
        assert_eq!(right(object, 2).status, RightStatus::Live);
        assert_eq!(told(&event), parties(&[ENTERPRISE, SECOND_ENTERPRISE]));
    });
}

#[test]
fn who_has_taken_the_place_of_who_obtained_it_has_not_acquired_it_in_good_faith() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        succeed(ENTERPRISE, SECOND_ENTERPRISE);
        for named in [ENTERPRISE, SECOND_ENTERPRISE] {
            assert_ok!(propose(EXAMINER, object, revocation(object, &[0], named)));
            assert_ok!(Registry::drop_motion(signed(EXAMINER), object, LETTER));
        }
        carried(object, revocation(object, &[0], ENTERPRISE));
        assert_ne!(right(object, 0).status, RightStatus::Live);
    });
}

#[test]
fn a_revocation_names_the_case_in_which_the_registration_was_obtained() {
    ExtBuilder::default().build_and_execute(|| {
        let (object, other) = (registered(), registered_by_another());
        let of = |case: u64| MotionMatter::Revocation {
            rights: set_of(&[0]),
            ground: RevocationGround::Altered,
            party: party(ENTERPRISE),
            case: CaseId(case),
        };
        for case in [other.0, object.0 + 1_000] {
            assert_noop!(
                propose(EXAMINER, object, of(case)),
                Error::<Test>::MotionCaseUnfit
            );
        }
        // What was imported was obtained in no case: its own number stands for it.
        let imported = import::imported(ENTERPRISE, "GD-2024-0017");
        assert_noop!(
            propose(EXAMINER, imported, of(object.0)),
            Error::<Test>::MotionCaseUnfit
        );
        assert_ok!(propose(EXAMINER, imported, of(imported.0)));
        // One that was entered in it later.
        let case = signed_by(&[ENTERPRISE], change(object, industry(56)));
        pass_notice(case);
        entry_of(case);
        carried(object, of(case.0));
    });
}

fn registered_by_another() -> ObjectId {
    entered(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE))
}

#[test]
fn what_is_no_slip_of_the_authority_is_proven() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let bare = |matter: MotionMatter| {
            Registry::propose_motion(signed(EXAMINER), object, matter, Default::default(), LETTER)
        };
        for matter in [
            extinction(&[0]),
            cancellation(&[0]),
            revocation(object, &[0], ENTERPRISE),
            industry_is(56),
        ] {
            assert_noop!(bare(matter), Error::<Test>::MotionUnproven);
        }
        let facts = Correction {
            industry: Some(56),
            ..NOTHING
        };
        let ground = CorrectionGround::Slip;
        assert_ok!(bare(MotionMatter::Correction { ground, facts }));
    });
}

#[test]
fn two_persons_answer_for_a_motion() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        assert_ok!(propose(BOTH_CHAIRS, object, industry_is(56)));
        for account in [BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT] {
            assert_noop!(execute(account, object), Error::<Test>::SamePerson);
        }
        assert_noop!(execute(EXAMINER, object), Error::<Test>::RoleMissing);
        assert_ok!(execute(REVIEWER, object));
        assert_noop!(execute(REVIEWER, object), Error::<Test>::MotionNotFound);
    });
}

#[test]
fn one_motion_at_a_time_is_proposed_for_an_object_and_may_be_dropped() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let drop = |account| Registry::drop_motion(signed(account), object, digest(3));
        assert_noop!(drop(EXAMINER), Error::<Test>::MotionNotFound);
        proposed(object, industry_is(56));
        assert_noop!(
            propose(EXAMINER, object, industry_is(57)),
            Error::<Test>::MotionPending
        );
        take_events();
        assert_ok!(drop(EXAMINER));
        assert_only_event(Event::MotionDropped {
            object,
            authority: AUTHORITY,
            officer: officer(EXAMINER),
            reason: digest(3),
            told: parties(&[ENTERPRISE]).try_into().unwrap(),
        });
        assert_noop!(execute(REVIEWER, object), Error::<Test>::MotionNotFound);
        proposed(object, industry_is(57));
    });
}

#[test]
fn only_officers_of_the_keeping_authority_without_interest_act_of_its_motion() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let unknown = ObjectId::new(AUTHORITY, 999_999).unwrap();
        assert_noop!(
            propose(EXAMINER, unknown, industry_is(56)),
            Error::<Test>::ObjectUnfit
        );
        let refused = |call: &dyn Fn(u64) -> sp_runtime::DispatchResult, seat, affiliated| {
            for (account, error) in [
                (STRANGER, Error::<Test>::NotAnOfficer),
                (ENTERPRISE, Error::<Test>::NotAnOfficer),
                (FORMER_EXAMINER, Error::<Test>::NotAnOfficer),
                (OTHER_AUTHORITY_REVIEWER, Error::<Test>::WrongAuthority),
                (REGISTRAR, Error::<Test>::RoleMissing),
                (affiliated, Error::<Test>::OfficerConcerned),
            ] {
                assert_noop!(call(account), error);
            }
            let status = world(|world| world.authorities[&AUTHORITY].status);
            suspend_authority(AUTHORITY);
            assert_noop!(call(seat), Error::<Test>::AuthorityNotListed);
            world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().status = status);
            let affiliates = world(|world| {
                let record = world.authorities.get_mut(&AUTHORITY).unwrap();
                let own = vec![party(ENTERPRISE)].try_into().unwrap();
                core::mem::replace(&mut record.affiliates, own)
            });
            assert_noop!(call(seat), Error::<Test>::OwnCase);
            world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().affiliates = affiliates);
        };
        refused(
            &|account| propose(account, object, industry_is(56)),
            EXAMINER,
            AFFILIATED_EXAMINER,
        );
        proposed(object, industry_is(56));
        refused(&|account| execute(account, object), REVIEWER, AFFILIATED_REVIEWER);
        refused(
            &|account| Registry::drop_motion(signed(account), object, digest(3)),
            REVIEWER,
            AFFILIATED_REVIEWER,
        );
    });
}
