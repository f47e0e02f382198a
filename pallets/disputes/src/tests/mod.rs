//! One file for each call, and one for each of capacity, queries, invariants, a random walk, and completeness of tests.

mod answer_conclusion;
mod answer_objection;
mod capacity;
mod close;
mod complete_objection;
mod conclude;
mod coverage;
mod decide_by_instrument;
mod decide_conflict;
mod execute;
mod execute_change;
mod holds;
mod notify_registrant;
mod object;
mod prove_court;
mod queries;
mod raise_conflict;
mod record_delivery;
mod return_objection;
mod succession;
mod try_state;
mod walk;
mod withdraw_objection;

use crate::{mock::*, Error, Event, Objections};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use quanji_primitives::{
    capacity::{Capacity, CounterFiling, Via},
    clock::{Day, Due, Moment},
    directory::Register,
    filing::{Evidence, EvidenceKind},
    marks::{Mark, MarkEnd, MarkKind, RightSet},
    objection::{Decided, Disposition, Objection, ObjectionGround, ObjectionStage, ObjectionStatus},
    v1::EntryBasis,
    written_notice::{Channel, WrittenNotice},
    Bounded, Digest, ObjectId, ObjectionId, OfficerId,
};

fn digest(byte: u8) -> Digest {
    Digest::Sha2_256([byte; 32])
}

fn documents(bytes: &[u8]) -> Bounded<Evidence, 16> {
    let documents: Vec<_> = bytes
        .iter()
        .map(|byte| Evidence {
            kind: EvidenceKind::Other,
            digest: digest(*byte),
        })
        .collect();
    documents.try_into().unwrap()
}

/// The events of this pallet since the last call of this function.
fn take_events() -> Vec<Event<Test>> {
    let records = System::events();
    System::reset_events();
    let events = records.into_iter().map(|record| record.event);
    events
        .filter_map(|event| match event {
            RuntimeEvent::Disputes(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// Exactly one event since the last call, and it is this one.
#[track_caller]
fn assert_only_event(expected: Event<Test>) {
    assert_eq!(take_events(), [expected]);
}

fn stored(id: ObjectionId) -> Objection {
    Objections::<Test>::get(id).unwrap()
}

fn status(id: ObjectionId) -> ObjectionStatus {
    Disputes::objection_status(id).unwrap().status
}

fn due(day: &str) -> Due {
    Due {
        day: day.parse().unwrap(),
        provisional: false,
    }
}

/// Moves the clock to the end of a day.
fn end_of(day: &str) {
    let end = day.parse::<Day>().unwrap().end();
    world(|world| world.now = end);
}

/// Moves the clock to the last second of a day.
fn last_second_of(day: &str) {
    let end = day.parse::<Day>().unwrap().end();
    world(|world| world.now = Moment(end.0 - 1_000));
}

fn mark(object: ObjectId, number: u32) -> Mark {
    Registry::mark(object, number).unwrap()
}

fn basis(
    objection: ObjectionId,
    decided: Option<Decided>,
    officer: Option<OfficerId>,
    second: Option<OfficerId>,
) -> EntryBasis {
    EntryBasis::Objection {
        objection,
        decided,
        officer,
        second,
    }
}

fn counter(account: u64, received_at: &str) -> Capacity {
    Capacity::Counter(CounterFiling {
        party: party(account),
        document: digest(0xc0),
        received_at: at(received_at),
    })
}

/// Objects to rights 0 and 1 of the registrant, on facts named by `facts`.
fn object_as(account: u64, capacity: Capacity, facts: u8) -> DispatchResult {
    Disputes::object(
        signed(account),
        capacity,
        object(),
        rights(&[0, 1]),
        party(REGISTRANT),
        ObjectionGround::Title,
        digest(facts),
        documents(&[1]),
    )
}

/// The same against rights 2 and 3, which are held jointly.
fn object_to_joint(account: u64, facts: u8) -> DispatchResult {
    Disputes::object(
        signed(account),
        Capacity::Own,
        object(),
        rights(&[2, 3]),
        party(NATURAL_PERSON),
        ObjectionGround::Title,
        digest(facts),
        documents(&[1]),
    )
}

/// The objection of the last event.
#[track_caller]
fn last_filed() -> ObjectionId {
    let Some(Event::ObjectionFiled { objection, .. }) = take_events().pop() else {
        panic!("nothing was filed")
    };
    objection
}

#[track_caller]
fn filed_on(facts: u8) -> ObjectionId {
    assert_ok!(object_as(OBJECTOR, Capacity::Own, facts));
    last_filed()
}

fn filed() -> ObjectionId {
    filed_on(1)
}

#[track_caller]
fn filed_to_joint() -> ObjectionId {
    assert_ok!(object_to_joint(OBJECTOR, 1));
    last_filed()
}

#[track_caller]
fn return_to(id: ObjectionId) {
    assert_ok!(Disputes::return_objection(
        signed(EXAMINER),
        id,
        Channel::Ledger,
        digest(2)
    ));
    take_events();
}

fn returned() -> ObjectionId {
    let id = filed();
    return_to(id);
    id
}

#[track_caller]
fn notify_as(account: u64, id: ObjectionId, channel: Channel) {
    assert_ok!(Disputes::notify_registrant(
        signed(account),
        id,
        channel,
        digest(3)
    ));
    take_events();
    take_written();
}

fn notified() -> ObjectionId {
    let id = filed();
    notify_as(EXAMINER, id, Channel::Ledger);
    id
}

fn notified_jointly() -> ObjectionId {
    let id = filed_to_joint();
    notify_as(EXAMINER, id, Channel::Ledger);
    id
}

fn answer(account: u64, id: ObjectionId, agrees: Option<Disposition>) -> DispatchResult {
    Disputes::answer_objection(signed(account), Capacity::Own, id, agrees, digest(4))
}

#[track_caller]
fn contest(account: u64, id: ObjectionId) {
    assert_ok!(answer(account, id, None));
    take_events();
}

fn contested() -> ObjectionId {
    let id = notified();
    contest(REGISTRANT, id);
    id
}

#[track_caller]
fn conclude_as(account: u64, id: ObjectionId, disposition: Disposition) {
    assert_ok!(Disputes::conclude(
        signed(account),
        id,
        disposition,
        digest(5),
        Channel::Ledger
    ));
    take_events();
}

/// The conclusion goes by post and is not delivered.
fn concluded_by_post() -> ObjectionId {
    let id = contested();
    let conclude = Disputes::conclude(
        signed(EXAMINER),
        id,
        Disposition::Cancel,
        digest(5),
        Channel::Post,
    );
    assert_ok!(conclude);
    take_events();
    id
}

fn concluded(disposition: Disposition) -> ObjectionId {
    let id = contested();
    conclude_as(EXAMINER, id, disposition);
    take_written();
    id
}

fn answer_conclusion(account: u64, id: ObjectionId, accepts: bool) -> DispatchResult {
    Disputes::answer_conclusion(signed(account), Capacity::Own, id, accepts)
}

#[track_caller]
fn unaccepted() -> ObjectionId {
    let id = concluded(Disposition::Cancel);
    assert_ok!(answer_conclusion(REGISTRANT, id, false));
    take_events();
    id
}

#[track_caller]
fn in_court() -> ObjectionId {
    let id = unaccepted();
    assert_ok!(Disputes::prove_court(
        signed(OBJECTOR),
        Capacity::Own,
        id,
        digest(6)
    ));
    take_events();
    id
}

/// Both sides accepted.
#[track_caller]
fn decided(disposition: Disposition) -> ObjectionId {
    let id = concluded(disposition);
    assert_ok!(answer_conclusion(OBJECTOR, id, true));
    assert_ok!(answer_conclusion(REGISTRANT, id, true));
    take_events();
    take_written();
    id
}

/// The registrant agreed.
#[track_caller]
fn agreed(disposition: Disposition) -> ObjectionId {
    let id = notified();
    assert_ok!(answer(REGISTRANT, id, Some(disposition)));
    take_events();
    id
}

fn execute(account: u64, id: ObjectionId) -> DispatchResult {
    Disputes::execute(signed(account), id)
}

#[track_caller]
fn closed() -> ObjectionId {
    let id = decided(Disposition::Dismiss);
    assert_ok!(execute(REVIEWER, id));
    take_events();
    take_written();
    id
}

fn withdrawn() -> ObjectionId {
    withdrawn_on(1)
}

#[track_caller]
fn withdrawn_on(facts: u8) -> ObjectionId {
    let id = filed_on(facts);
    assert_ok!(Disputes::withdraw_objection(signed(OBJECTOR), Capacity::Own, id));
    take_events();
    id
}

/// A lapsed objection that was closed. Moves the clock.
#[track_caller]
fn lapsed() -> ObjectionId {
    let id = unaccepted();
    world(|world| world.now = Moment(world.now.0 + 40 * quanji_primitives::clock::DAY_MILLIS));
    assert_ok!(Disputes::close(signed(REGISTRAR), id));
    take_events();
    take_written();
    id
}

/// An objection brought to one stage.
type Maker = fn() -> ObjectionId;

/// Ways to every stage, each on a chain of its own.
const STAGES: [(ObjectionStage, Maker); 11] = [
    (ObjectionStage::Filed, filed),
    (ObjectionStage::Returned, returned),
    (ObjectionStage::Notified, notified),
    (ObjectionStage::Contested, contested),
    (ObjectionStage::Concluded, || concluded(Disposition::Cancel)),
    (ObjectionStage::Unaccepted, unaccepted),
    (ObjectionStage::InCourt, in_court),
    (ObjectionStage::Decided, || decided(Disposition::Cancel)),
    (ObjectionStage::Closed, closed),
    (ObjectionStage::Withdrawn, withdrawn),
    (ObjectionStage::Lapsed, lapsed),
];

/// A call is taken at `allowed` and refused with `WrongStage` at every other stage.
fn assert_only_at(allowed: &[ObjectionStage], call: impl Fn(ObjectionId) -> DispatchResult) {
    for (stage, make) in STAGES {
        ExtBuilder::default().build_and_execute(|| {
            let id = make();
            assert_eq!(stored(id).stage, stage);
            if allowed.contains(&stage) {
                assert_eq!(call(id), Ok(()), "{stage:?}");
            } else {
                let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
                assert_eq!(call(id), Err(Error::<Test>::WrongStage.into()), "{stage:?}");
                assert_eq!(
                    before,
                    sp_io::storage::root(sp_runtime::StateVersion::V1),
                    "{stage:?}"
                );
            }
        });
    }
}

/// A call of an officer is refused to everyone but an officer in office of the object's authority, with one of the roles
/// and without interest in the objection, while the authority is listed. `without_role`: nobody where every role will do.
fn assert_officers_only(
    id: ObjectionId,
    (seat, without_role, affiliated): (u64, Option<u64>, u64),
    call: impl Fn(RuntimeOrigin, ObjectionId) -> DispatchResult,
) {
    assert_noop!(
        call(RuntimeOrigin::none(), id),
        sp_runtime::DispatchError::BadOrigin
    );
    for account in [STRANGER, OBJECTOR, FORMER_EXAMINER, DEPARTMENT] {
        assert_noop!(call(signed(account), id), Error::<Test>::NotAnOfficer);
    }
    for account in [OTHER_EXAMINER, OTHER_REVIEWER] {
        assert_noop!(call(signed(account), id), Error::<Test>::WrongAuthority);
    }
    if let Some(account) = without_role {
        assert_noop!(call(signed(account), id), Error::<Test>::RoleMissing);
    }
    assert_noop!(call(signed(affiliated), id), Error::<Test>::OfficerConcerned);

    let affiliates = vec![party(OBJECTOR)].try_into().unwrap();
    let former = world(|world| {
        let record = world.authorities.get_mut(&AUTHORITY).unwrap();
        core::mem::replace(&mut record.affiliates, affiliates)
    });
    assert_noop!(call(signed(seat), id), Error::<Test>::OwnCase);
    world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().affiliates = former);

    set_listed(false);
    assert_noop!(call(signed(seat), id), Error::<Test>::AuthorityNotListed);
    set_listed(true);

    let unknown = ObjectionId::new(AUTHORITY, 999_999).unwrap();
    assert_noop!(call(signed(seat), unknown), Error::<Test>::ObjectionNotFound);
}
