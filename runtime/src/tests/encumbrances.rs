//! Instruments of organs in the assembled runtime: a seizure blocks at once, whoever asks and however it is wrapped.

use super::{
    chain,
    disputes::{by, entries, import, party, DIGEST, HOME},
};
use crate::{Encumbrances, Registry, Runtime, RuntimeEvent, System};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{
    capacity::Capacity,
    clock::{DevelopmentClock, Moment, DAY_MILLIS},
    collateral::{Deed, DeedMatter, Offered, PledgeForm, PledgeTerms, Sum},
    day_book::{EndingGround, Measure, Paper, StampStatus},
    dealing::Remover,
    directory::RuleBook,
    filing::{Change, Dealing, Declaration, Evidence, EvidenceKind, Matter, Renewal},
    marks::{
        standings, EntryRange, Mark, MarkKind, MarkSource, Operation, OrderTerm, Organ, OrganKind, RightSet,
    },
    person::CreditCode,
    regimes::NATIONAL_2026,
    rights::RightKinds,
    v1::{EntryBasis, EntryContent, RightStatus},
    ObjectId, RightId, StampId,
};
use sp_genesis_builder::DEV_RUNTIME_PRESET;

pub(super) fn now() -> Moment {
    pallet_rules::Book::<Runtime>::default().now()
}

pub(super) fn court() -> Organ {
    Organ {
        kind: OrganKind::Court,
        code: CreditCode(*b"12440000MB0000001C"),
    }
}

pub(super) fn paper(kind: OrganKind) -> Paper {
    Paper {
        organ: Organ { kind, ..court() },
        instrument: DIGEST,
        received_at: now(),
        applicant: None,
    }
}

/// Stamps an instrument and gives its number.
pub(super) fn stamp(object: ObjectId, measure: Measure, paper: Paper) -> StampId {
    assert_ok!(Encumbrances::stamp(
        by("//Lingnan//DayBook"),
        object,
        measure,
        paper
    ));
    let last = pallet_encumbrances::LastStamp::<Runtime>::get(HOME);
    StampId::new(HOME, last).unwrap()
}

pub(super) fn seizure(rights: RightSet) -> Measure {
    Measure::Seizure {
        rights,
        term: OrderTerm::Months(12),
    }
}

pub(super) fn marks(object: ObjectId) -> Vec<Mark> {
    Registry::title(object).unwrap().marks
}

/// Days pass on the development clock.
pub(super) fn pass_days(days: u64) {
    let epoch = Moment(now().0 + days * DAY_MILLIS);
    let anchor = Some(Moment(pallet_timestamp::Now::<Runtime>::get()));
    pallet_rules::DevelopmentClock::<Runtime>::put(DevelopmentClock {
        epoch,
        anchor,
        speed: 1,
    });
}

pub(super) fn check() {
    assert_ok!(pallet_registry::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_disputes::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_encumbrances::Pallet::<Runtime>::do_try_state());
}

#[test]
fn a_stamp_blocks_at_once_is_one_entry_and_falls_by_itself() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        let right = RightId { object, index: 0 };
        let ask = || Registry::can_deal(right, Operation::Transfer, Some(party("//Enterprise"))).unwrap();
        assert_eq!(ask(), []);
        let id = stamp(object, seizure(RightSet(0b001)), paper(OrganKind::Court));
        let [entry] = &entries()[..] else {
            panic!("one entry")
        };
        assert!(matches!(
            entry.basis,
            EntryBasis::Instrument { stamp, second: None, .. } if stamp == id
        ));
        let EntryContent::Mark { number: 0, mark } = entry.content else {
            panic!("a mark was entered")
        };
        assert_eq!(mark.source, MarkSource::DayBook(id));
        let [obstacle] = ask()[..] else {
            panic!("the seizure bars")
        };
        assert_eq!(
            (obstacle.mark(), obstacle.remover),
            (Some((0, MarkKind::SeizureFirst)), Remover::Organ(court()))
        );
        check();
        // Nobody sends anything.
        pass_days(14);
        assert_eq!(ask(), []);
        let (_, status) = Encumbrances::instrument(id).unwrap();
        assert_eq!(status, StampStatus::Fallen);
        check();
    });
}

#[test]
fn a_waiting_seizure_rises_and_flags_what_was_entered_before_its_stamp() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        let received = paper(OrganKind::Court);
        let first = stamp(object, seizure(RightSet(0b111)), received);
        assert_ok!(Encumbrances::confirm(by("//Lingnan//Reviewer"), first));
        let second = stamp(object, seizure(RightSet(0b111)), received);
        assert_ok!(Encumbrances::confirm(by("//Lingnan//Reviewer"), second));
        let waiting = marks(object)[1];
        assert_eq!(waiting.kind, MarkKind::SeizureWaiting);
        // Its instrument was received before the first stamp and its confirmation were entered.
        let flagged = waiting.order.unwrap().entered_between;
        assert_eq!(flagged, Some(EntryRange { first: 1, last: 3 }));
        let release = stamp(object, Measure::Release { of: first }, received);
        assert_ok!(Encumbrances::confirm(by("//Lingnan//Reviewer"), release));
        let risen = standings(&marks(object), now())[1];
        assert_eq!(
            (risen.kind, risen.first_since),
            (MarkKind::SeizureFirst, Some(now()))
        );
        check();
    });
}

/// A dealing with the right to hold of the enterprise.
fn dealing(object: ObjectId, kinds: RightKinds, matter: Matter) -> Box<Dealing> {
    let evidence = Evidence {
        kind: EvidenceKind::ChangeProof,
        digest: DIGEST,
    };
    Box::new(Dealing {
        authority: HOME,
        regime: NATIONAL_2026,
        object,
        certificate: 0,
        kinds,
        evidence: vec![evidence].try_into().unwrap(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: DIGEST,
        },
        matter,
    })
}

/// An instrument that the financier has obtained.
fn for_the_financier(kind: OrganKind) -> Paper {
    Paper {
        applicant: Some(party("//Financier")),
        ..paper(kind)
    }
}

#[test]
fn who_has_a_right_seized_keeps_it_in_force() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        let until = Registry::title(object).unwrap().rights[0].valid_until;
        pass_days((until.0 - now().0) / DAY_MILLIS - 60);
        let renewal = Renewal {
            years: 1,
            revives: false,
        };
        let wanted = || dealing(object, RightKinds::HOLDING, Matter::Renewal(renewal));
        let file = || Registry::file_dealing(by("//Financier"), Capacity::Own, wanted());
        let refused = || pallet_registry::Error::<Runtime>::ApplicantWithoutRight;
        assert_noop!(file(), refused());
        // A seizure that names nobody helps nobody.
        stamp(object, seizure(RightSet(0b001)), paper(OrganKind::Court));
        assert_noop!(file(), refused());
        stamp(
            object,
            seizure(RightSet(0b001)),
            for_the_financier(OrganKind::Court),
        );
        assert_ok!(file());
        check();
    });
}

#[test]
fn for_whom_control_was_ordered_consents_to_a_change() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        let control = Measure::Control {
            rights: RightSet(0b111),
            term: OrderTerm::Days(30),
        };
        stamp(object, control, for_the_financier(OrganKind::Administration));
        let change = Change {
            description: None,
            industry: Some(62),
            form: None,
            level: None,
            split: None,
        };
        let wanted = dealing(object, RightKinds::NONE, Matter::Change(change));
        assert_ok!(Registry::file_dealing(by("//Enterprise"), Capacity::Own, wanted));
        let case = Registry::title(object).unwrap().record.open_cases[0];
        let consent = |path| Registry::consent_to_case(by(path), Capacity::Own, case, 0);
        let refused = pallet_registry::Error::<Runtime>::MarkConsentUnfit;
        assert_noop!(consent("//ServiceInstitution"), refused);
        assert_ok!(consent("//Financier"));
        check();
    });
}

#[test]
fn a_judgment_ends_rights_under_seizure_and_control() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        let all = RightSet(0b111);
        stamp(object, seizure(all), paper(OrganKind::Court));
        let control = Measure::Control {
            rights: all,
            term: OrderTerm::Days(30),
        };
        stamp(object, control, paper(OrganKind::Administration));
        let ending = Measure::Ending {
            rights: RightSet(0b011),
            ground: EndingGround::Judgment,
        };
        let id = stamp(object, ending, paper(OrganKind::Court));
        System::reset_events();
        assert_ok!(Encumbrances::end_by_instrument(by("//Lingnan//Reviewer"), id));
        let told = System::events()
            .into_iter()
            .find_map(|record| match record.event {
                RuntimeEvent::Encumbrances(pallet_encumbrances::Event::RightsEnded {
                    travelling, ..
                }) => Some(travelling),
                _ => None,
            });
        let told: Vec<u32> = told.unwrap().iter().map(|(number, _)| *number).collect();
        assert_eq!(told, [0, 1]);
        let [entry] = &entries()[..] else {
            panic!("one entry")
        };
        assert!(matches!(entry.content, EntryContent::RightsEnded { .. }));
        let title = Registry::title(object).unwrap();
        let live = title.rights.iter().map(|right| right.status == RightStatus::Live);
        assert_eq!(live.collect::<Vec<_>>(), [false, false, true]);
        check();
    });
}

/// What the benchmarks find is as the register writes it: the heaviest calls pass there.
#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_scene_of_the_benchmarks_lets_the_heaviest_calls_pass() {
    use crate::{AccountId, RuntimeOrigin};
    use pallet_encumbrances::benchmarking::BenchmarkHelper;

    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let scene = <crate::benchmarks::Prepared as BenchmarkHelper<AccountId>>::prepare();
        let signed = |account: &AccountId| RuntimeOrigin::signed(account.clone());
        let stamp = |measure| {
            let received = paper(OrganKind::Court);
            assert_ok!(Encumbrances::stamp(
                signed(&scene.keeper),
                scene.object,
                measure,
                received
            ));
            let authority = scene.object.authority();
            StampId::new(
                authority,
                pallet_encumbrances::LastStamp::<Runtime>::get(authority),
            )
            .unwrap()
        };
        let id = stamp(seizure(scene.rights));
        assert_ok!(Encumbrances::confirm(signed(&scene.reviewer), id));
        let id = stamp(Measure::Ending {
            rights: (16..64).collect(),
            ground: EndingGround::Revocation,
        });
        assert_ok!(Encumbrances::end_by_instrument(signed(&scene.reviewer), id));
        let title = Registry::title(scene.object).unwrap();
        let ended = title
            .rights
            .iter()
            .filter(|right| right.status != RightStatus::Live);
        assert_eq!(ended.count(), quanji_primitives::directory::ENDED_AT_ONCE_MAX);
    });
}

/// A deed by which right `rights` of an object are pledged to a party for a year.
pub fn pledge(object: ObjectId, rights: RightSet, pledgee: &str) -> Deed {
    let offered = Offered {
        object,
        rights,
        reservation: None,
    };
    deed(DeedMatter::Pledge(PledgeTerms {
        form: PledgeForm::Pledge,
        pledgee: party(pledgee),
        offered: vec![offered].try_into().unwrap(),
        secured: Sum::of_cny(100),
        through: now().day().plus(365),
    }))
}

/// A deed that can be signed for a month.
pub fn deed(matter: DeedMatter) -> Deed {
    Deed {
        matter,
        document: DIGEST,
        open_until: now().day().plus(30).end(),
    }
}
