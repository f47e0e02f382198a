//! An objection after entry in the assembled runtime: what one pallet decides, another writes as entries.

use super::chain;
use crate::{AccountId, Disputes, Registry, Runtime, RuntimeEvent, RuntimeOrigin, System};
use frame_support::assert_ok;
use quanji_primitives::{
    capacity::Capacity,
    conflict::{ConflictSide, Ruling},
    ending::RightsEndCause,
    imported::{EarlierChecks, EarlierRegistration},
    marks::{MarkEnd, MarkKind, RightSet},
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    objection::{Decided, Disposition, ObjectionGround, ObjectionStatus},
    regimes::NATIONAL_2026,
    rights::{Holders, RightKinds},
    v1::{Entry, EntryBasis, EntryContent, Outcome, RightStatus},
    written_notice::Channel,
    AuthorityId, ConflictId, Digest, ObjectId, ObjectionId, PartyId,
};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};

pub(super) const HOME: AuthorityId = AuthorityId(1);
pub(super) const DIGEST: Digest = Digest::Sha2_256([1; 32]);

pub(super) fn by(path: &str) -> RuntimeOrigin {
    let key = crate::development_keys::public(path).unwrap();
    RuntimeOrigin::signed(AccountId::new(key))
}

pub(super) fn party(path: &str) -> PartyId {
    let key = crate::development_keys::public(path).unwrap();
    pallet_parties::PartyOf::<Runtime>::get(AccountId::new(key)).unwrap()
}

/// The entries since the last call of this function.
pub(super) fn entries() -> Vec<Entry> {
    let records = System::events();
    System::reset_events();
    let entered = records.into_iter().filter_map(|record| match record.event {
        RuntimeEvent::Registry(pallet_registry::Event::Entered { entry, .. }) => Some(*entry),
        _ => None,
    });
    entered.collect()
}

/// Imports an earlier registration of the enterprise with all three rights.
pub(super) fn import(authority: AuthorityId, registrar: &str) -> ObjectId {
    let today = System::block_number();
    let now =
        <pallet_rules::Book<Runtime> as quanji_primitives::directory::RuleBook>::now(&pallet_rules::Book::<
            Runtime,
        >::default());
    let earlier = EarlierRegistration {
        authority,
        regime: NATIONAL_2026,
        scheme: "OLD".parse().unwrap(),
        number: format!("OLD-{}-{today}", authority.0).parse().unwrap(),
        registered_on: quanji_primitives::clock::Day(now.day().0 - 100),
        valid_through: now.day().plus(300),
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: DIGEST,
            lineage: Default::default(),
        },
        holders: Holders::Sole(party("//Enterprise")),
        kinds: RightKinds::ALL,
        fingerprints: Default::default(),
        checks: EarlierChecks {
            source: true,
            content: true,
            authorisation: true,
        },
        file: DIGEST,
    };
    assert_ok!(Registry::import(by(registrar), Box::new(earlier)));
    entries().pop().unwrap().no.object
}

/// The financier objects to rights of the enterprise; the examiner tells the enterprise.
pub(super) fn notified(object: ObjectId, rights: RightSet) -> ObjectionId {
    assert_ok!(Disputes::object(
        by("//Financier"),
        Capacity::Own,
        object,
        rights,
        party("//Enterprise"),
        ObjectionGround::Title,
        DIGEST,
        Default::default(),
    ));
    let record = Registry::title(object).unwrap().record;
    let id = record.open_objections[0];
    assert_ok!(Disputes::notify_registrant(
        by("//Lingnan//Examiner"),
        id,
        Channel::Ledger,
        DIGEST
    ));
    id
}

fn check() {
    assert_ok!(pallet_registry::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_disputes::Pallet::<Runtime>::do_try_state());
}

#[test]
fn an_agreed_cancellation_ends_rights_and_notice_and_raises_the_issue() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        let id = notified(object, RightSet(0b011));
        let [notice]: [Entry; 1] = entries().try_into().unwrap();
        let EntryContent::Mark { number: 0, mark } = notice.content else {
            panic!("the notice is an entry")
        };
        assert_eq!(
            (mark.kind, mark.rights),
            (MarkKind::ObjectionNotice, RightSet(0b011))
        );
        check();
        let cancel = Some(Disposition::Cancel);
        assert_ok!(Disputes::answer_objection(
            by("//Enterprise"),
            Capacity::Own,
            id,
            cancel,
            DIGEST
        ));
        assert_ok!(Disputes::execute(by("//Lingnan//Reviewer"), id));
        let [ended]: [Entry; 1] = entries().try_into().unwrap();
        let EntryBasis::Objection { decided, second, .. } = ended.basis else {
            panic!("the entry rests on the objection")
        };
        assert_eq!(decided, Some(Decided::RegistrantAgreed));
        assert!(second.is_some());
        let EntryContent::RightsEnded {
            rights,
            certificates,
            mark,
            cause,
            fallen,
            signatures,
        } = ended.content
        else {
            panic!("the rights are ended")
        };
        assert_eq!(rights.into_inner(), [0, 1]);
        assert_eq!(cause, RightsEndCause::Objection);
        assert!(fallen.is_empty() && signatures.is_empty());
        assert!(matches!(mark, Some((0, mark)) if matches!(mark.ended, Some((_, MarkEnd::CarriedOut)))));
        let (_, certificate) = &certificates[0];
        assert_eq!((certificate.issue, certificate.rights.as_slice()), (2, &[2][..]));
        let title = Registry::title(object).unwrap();
        let status = |number: usize| title.rights[number].status;
        assert!(matches!(status(0), RightStatus::Ended(_)));
        assert_eq!(status(2), RightStatus::Live);
        assert_eq!(title.record.outcome, Outcome::Live);
        assert!(title.record.open_objections.is_empty());
        let closed = Disputes::objection_status(id).unwrap().status;
        assert_eq!(closed, ObjectionStatus::Closed);
        check();
    });
}

#[test]
fn two_entries_in_conflict_show_it_until_the_department_has_decided() {
    chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
        let now = quanji_primitives::clock::Day::from_date(2026, 11, 2).unwrap();
        pallet_timestamp::Now::<Runtime>::put(now.start().0);
        let own = import(HOME, "//Lingnan//Registrar");
        let other = import(AuthorityId(2), "//Jingbei//Registrar");
        assert_ok!(Disputes::raise_conflict(
            by("//Lingnan//Examiner"),
            ConflictSide::Object(own),
            ConflictSide::Object(other),
            DIGEST
        ));
        let marked: Vec<_> = entries().into_iter().map(|entry| entry.no.object).collect();
        assert_eq!(marked, [own, other]);
        check();
        assert_ok!(Disputes::decide_conflict(
            by("//Department"),
            ConflictId(1),
            [Ruling::Stands, Ruling::Yields],
            DIGEST
        ));
        let [released]: [Entry; 1] = entries().try_into().unwrap();
        assert_eq!(released.no.object, own);
        let stands = |object| {
            let mark = pallet_registry::Marks::<Runtime>::get(object, 0).unwrap();
            mark.ended.is_none()
        };
        assert_eq!([own, other].map(stands), [false, true]);
        check();
    });
}

/// What the benchmarks find is as the register writes it: the heaviest calls pass there.
#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_scene_of_the_benchmarks_lets_the_heaviest_calls_pass() {
    use pallet_disputes::benchmarking::BenchmarkHelper;

    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let scene = crate::benchmarks::Prepared::prepare();
        let [object, other] = scene.objects;
        let signed = |account: &AccountId| RuntimeOrigin::signed(account.clone());
        let (_, registrant) = scene.registrants[0];
        assert_ok!(Disputes::object(
            signed(&scene.objector),
            Capacity::Own,
            object,
            scene.rights,
            registrant,
            ObjectionGround::Title,
            DIGEST,
            Default::default(),
        ));
        let id = Registry::title(object).unwrap().record.open_objections[0];
        let examiner = || signed(&scene.examiner);
        assert_ok!(Disputes::notify_registrant(
            examiner(),
            id,
            Channel::Ledger,
            DIGEST
        ));
        for (account, _) in &scene.registrants {
            let cancel = Some(Disposition::Cancel);
            assert_ok!(Disputes::answer_objection(
                signed(account),
                Capacity::Own,
                id,
                cancel,
                DIGEST
            ));
        }
        assert_ok!(Disputes::execute(signed(&scene.reviewer), id));
        let [own, other] = [object, other].map(ConflictSide::Object);
        assert_ok!(Disputes::raise_conflict(examiner(), own, other, DIGEST));
        let title = Registry::title(object).unwrap();
        let ended = title
            .rights
            .iter()
            .filter(|right| right.status != RightStatus::Live);
        assert_eq!(ended.count(), scene.rights.numbers().count());
        assert!(matches!(title.certificates[0].outcome, Outcome::Ended(_)));
    });
}
