//! One file for each call; here the steps of a case, and the checks that no rule is left without a test.

mod accept;
mod approve;
mod close;
mod coverage;
mod enter;
mod examine;
mod file;
mod further_holders;
mod matches;
mod numbers;
mod publish;
mod queries;
mod refuse;
mod report;
mod resubmit;
mod return_for_completion;
mod storage_keys;
mod try_state;
mod walk;
mod withdraw;

use crate::{mock::*, Cases, Certificates, Error, Event, Objects, Rights};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{
    case::{
        Case, Conclusion, Decision, Examination, Finding, Findings, MatchFinding, RefusalGround, Stage,
        Status,
    },
    clock::{Day, Due},
    filing::{Declaration, Deficiency, Evidence, EvidenceKind, FirstRegistration},
    object::{
        DataCategory, DataLevel, Fingerprint, FingerprintKind, ObjectFacts, ObjectKind, PublicClass, Source,
        SourceKind,
    },
    regime::RegimeId,
    regimes::{NATIONAL_2026, SHENZHEN_2023},
    rights::{Claim, Holders, RightKind, Share},
    Bounded, CaseId, Digest, ObjectId, PartyId,
};

/// The description of every object of the tests.
const TEXT: &[u8] = "2024年广东省港口业集装箱作业表格数据".as_bytes();

fn signed(account: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

fn digest(byte: u8) -> Digest {
    Digest::Sha2_256([byte; 32])
}

fn fingerprint(byte: u8) -> Fingerprint {
    Fingerprint {
        kind: FingerprintKind::Snapshot,
        day: day("2026-09-01"),
        digest: Digest::Blake3_256([byte; 32]),
    }
}

fn fingerprints(bytes: &[u8]) -> Bounded<Fingerprint, 4> {
    bytes
        .iter()
        .map(|byte| fingerprint(*byte))
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

fn evidence(kinds: &[EvidenceKind]) -> Bounded<Evidence, 16> {
    let documents: Vec<_> = kinds
        .iter()
        .map(|kind| Evidence {
            kind: *kind,
            digest: digest(0xee),
        })
        .collect();
    documents.try_into().unwrap()
}

fn claims(kinds: &[RightKind]) -> Bounded<Claim, 3> {
    kinds
        .iter()
        .map(|kind| Claim {
            kind: *kind,
            years: 5,
        })
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

fn joint(accounts: &[u64]) -> Holders {
    Holders::Joint(
        accounts
            .iter()
            .map(|account| party(*account))
            .collect::<Vec<_>>()
            .try_into()
            .unwrap(),
    )
}

fn shares(parts: &[(u64, u32)]) -> Holders {
    let shares = parts.iter().map(|(account, parts)| Share {
        party: party(*account),
        parts: *parts,
    });
    Holders::Shares(shares.collect::<Vec<_>>().try_into().unwrap())
}

/// An application of `account` for all three rights in a resource that it collected.
fn resource(account: u64) -> FirstRegistration {
    FirstRegistration {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: Digest::sha2_256(TEXT),
            lineage: Default::default(),
        },
        holders: Holders::Sole(party(account)),
        claims: claims(&RightKind::ALL),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: evidence(&[EvidenceKind::Identity, EvidenceKind::LawfulAcquisition]),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: digest(0xdd),
        },
    }
}

/// The same with the fingerprints named by `bytes`.
fn resource_with(account: u64, bytes: &[u8]) -> FirstRegistration {
    FirstRegistration {
        fingerprints: fingerprints(bytes),
        ..resource(account)
    }
}

/// An application of `account` for a product made from `lineage`.
fn product(account: u64, lineage: &[Source]) -> FirstRegistration {
    let mut filing = resource(account);
    filing.facts.kind = ObjectKind::Product;
    filing.facts.source = SourceKind::Derived;
    filing.facts.form = Some(1);
    filing.facts.lineage = lineage.to_vec().try_into().unwrap();
    filing
}

/// An application under the Shenzhen regime.
fn shenzhen_resource(account: u64) -> FirstRegistration {
    let claims = vec![Claim {
        kind: RightKind::Holding,
        years: 3,
    }]
    .try_into()
    .unwrap();
    FirstRegistration {
        regime: SHENZHEN_2023,
        claims,
        ..resource(account)
    }
}

/// The events of this pallet since the last call of this function.
fn take_events() -> Vec<Event<Test>> {
    let records = System::events();
    System::reset_events();
    let events = records.into_iter().map(|record| record.event);
    events
        .filter_map(|event| {
            if let RuntimeEvent::Registry(event) = event {
                Some(event)
            } else {
                None
            }
        })
        .collect()
}

/// Exactly one event since the last call, and it is this one.
#[track_caller]
fn assert_only_event(expected: Event<Test>) {
    assert_eq!(take_events(), [expected]);
}

fn stored(case: CaseId) -> Case {
    Cases::<Test>::get(case).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn due(text: &str) -> Due {
    Due {
        day: day(text),
        provisional: false,
    }
}

fn status(case: CaseId) -> Status {
    Registry::case_status(case).unwrap()
}

/// Examiner and reviewer of the authority of a case.
fn seats(case: CaseId) -> (u64, u64) {
    if case.authority() == AUTHORITY {
        (EXAMINER, REVIEWER)
    } else {
        (OTHER_AUTHORITY_EXAMINER, OTHER_AUTHORITY_REVIEWER)
    }
}

#[track_caller]
fn file(account: u64, filing: FirstRegistration) -> CaseId {
    System::reset_events();
    assert_ok!(Registry::file(signed(account), Box::new(filing)));
    let Some(Event::CaseFiled { case, .. }) = take_events().pop() else {
        panic!("nothing was filed")
    };
    case
}

#[track_caller]
fn accept(case: CaseId) {
    assert_ok!(Registry::accept(signed(seats(case).0), case));
    take_events();
}

/// The examination that grants everything; a match is found to be a co-existing holder.
fn granting(case: CaseId) -> Examination {
    let filing = stored(case).filing;
    let matched = Registry::first_match(&filing).is_some();
    let decisions: Vec<_> = filing
        .claims
        .iter()
        .map(|claim| Decision {
            kind: claim.kind,
            refused: None,
        })
        .collect();
    Examination {
        findings: Findings {
            lawful_source: Finding::Met,
            compliant_content: Finding::Met,
            clear_authorisation: Finding::Met,
        },
        decisions: decisions.try_into().unwrap(),
        match_finding: matched.then_some(MatchFinding::CoexistingHolder),
        record: digest(0xcc),
    }
}

/// The examination that refuses everything on `ground`.
fn denying(case: CaseId, ground: RefusalGround) -> Examination {
    let mut examination = granting(case);
    examination
        .decisions
        .iter_mut()
        .for_each(|decision| decision.refused = Some(ground));
    examination
}

#[track_caller]
fn examine(case: CaseId, examination: Examination) {
    assert_ok!(Registry::examine(
        signed(seats(case).0),
        case,
        Box::new(examination)
    ));
    take_events();
}

#[track_caller]
fn approve(case: CaseId) {
    assert_ok!(Registry::approve(signed(seats(case).1), case));
    take_events();
}

#[track_caller]
fn publish(case: CaseId) {
    assert_ok!(Registry::publish(
        signed(seats(case).0),
        case,
        TEXT.to_vec().try_into().unwrap()
    ));
    take_events();
}

/// Moves the clock to the end of the notice.
fn end_notice(case: CaseId) {
    world(|world| world.now = stored(case).notice.unwrap().due.day.end());
}

#[track_caller]
fn enter(case: CaseId) -> ObjectId {
    assert_ok!(Registry::enter(signed(seats(case).1), case));
    let Some(Event::Entered { entry, .. }) = take_events().pop() else {
        panic!("nothing was entered")
    };
    entry.no.object
}

fn accepted(account: u64, filing: FirstRegistration) -> CaseId {
    let case = file(account, filing);
    accept(case);
    case
}

fn examined(account: u64, filing: FirstRegistration) -> CaseId {
    let case = accepted(account, filing);
    examine(case, granting(case));
    case
}

fn approved(account: u64, filing: FirstRegistration) -> CaseId {
    let case = examined(account, filing);
    approve(case);
    case
}

fn in_notice(account: u64, filing: FirstRegistration) -> CaseId {
    let case = approved(account, filing);
    publish(case);
    case
}

fn ready_to_enter(account: u64, filing: FirstRegistration) -> CaseId {
    let case = in_notice(account, filing);
    end_notice(case);
    case
}

fn entered(account: u64, filing: FirstRegistration) -> ObjectId {
    enter(ready_to_enter(account, filing))
}

fn return_case(case: CaseId, working_days: u16) {
    let missing = vec![Deficiency::Description].try_into().unwrap();
    assert_ok!(Registry::return_for_completion(
        signed(seats(case).0),
        case,
        missing,
        working_days
    ));
    take_events();
}

fn refuse(case: CaseId) {
    assert_ok!(Registry::refuse(
        signed(seats(case).1),
        case,
        RefusalGround::UnlawfulSource,
        digest(1)
    ));
    take_events();
}

/// A call of an officer is refused to everyone but an officer in office, of the case's authority, with one of the roles,
/// without interest in the case, while the authority is listed. The case is one of `ENTERPRISE`.
fn assert_officers_only(
    call: impl Fn(RuntimeOrigin, CaseId) -> sp_runtime::DispatchResult,
    case: CaseId,
    officer_of_other_authority: u64,
    without_role: u64,
    affiliated: u64,
) {
    assert_noop!(
        call(RuntimeOrigin::none(), case),
        sp_runtime::DispatchError::BadOrigin
    );
    assert_noop!(call(signed(STRANGER), case), Error::<Test>::NotAnOfficer);
    assert_noop!(call(signed(ENTERPRISE), case), Error::<Test>::NotAnOfficer);
    assert_noop!(call(signed(FORMER_EXAMINER), case), Error::<Test>::NotAnOfficer);
    assert_noop!(
        call(signed(officer_of_other_authority), case),
        Error::<Test>::WrongAuthority
    );
    if without_role != affiliated {
        assert_noop!(call(signed(without_role), case), Error::<Test>::RoleMissing);
    }
    assert_noop!(call(signed(affiliated), case), Error::<Test>::OfficerConcerned);
    let nowhere = CaseId::new(AUTHORITY, 999_999).unwrap();
    assert_noop!(call(signed(EXAMINER), nowhere), Error::<Test>::CaseNotFound);

    let affiliates = world(|world| {
        let record = world.authorities.get_mut(&AUTHORITY).unwrap();
        core::mem::replace(
            &mut record.affiliates,
            vec![party(ENTERPRISE)].try_into().unwrap(),
        )
    });
    let seat = if without_role == REVIEWER {
        EXAMINER
    } else {
        REVIEWER
    };
    assert_noop!(call(signed(seat), case), Error::<Test>::OwnCase);
    world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().affiliates = affiliates);

    let listed = world(|world| world.authorities[&AUTHORITY].status);
    suspend_authority(AUTHORITY);
    assert_noop!(call(signed(seat), case), Error::<Test>::AuthorityNotListed);
    world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().status = listed);
}

/// A case at each step, with its name.
fn at_every_stage() -> Vec<(Stage, CaseId)> {
    let returned = file(ENTERPRISE, resource(ENTERPRISE));
    return_case(returned, 10);
    let refused = examined(ENTERPRISE, resource(ENTERPRISE));
    refuse(refused);
    let withdrawn = file(ENTERPRISE, resource(ENTERPRISE));
    assert_ok!(Registry::withdraw(signed(ENTERPRISE), withdrawn));
    let cases = vec![
        (Stage::Filed, file(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::Returned, returned),
        (Stage::Accepted, accepted(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::Examined, examined(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::Approved, approved(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::InNotice, in_notice(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::Refused, refused),
        (Stage::Withdrawn, withdrawn),
    ];
    take_events();
    cases
}

/// A call is refused at every step but `allowed`.
fn assert_only_at(
    allowed: &[Stage],
    error: Error<Test>,
    call: impl Fn(CaseId) -> sp_runtime::DispatchResult,
) {
    let expected = sp_runtime::DispatchError::from(error);
    for (stage, case) in at_every_stage() {
        assert_eq!(stored(case).stage, stage);
        if allowed.contains(&stage) {
            assert_ok!(call(case));
        } else {
            let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
            assert_eq!(call(case), Err(expected), "{stage:?}");
            assert_eq!(
                before,
                sp_io::storage::root(sp_runtime::StateVersion::V1),
                "{stage:?}"
            );
        }
    }
}
