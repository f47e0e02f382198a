//! Whether the register of the chain is the one of the model.

use super::{
    acts::Operation as Asked,
    chain::{name, Chain},
    compare_collateral::same_collateral,
    marks::Kind,
    sources::Grave,
    state::{self, Standing},
    time::Moment,
    words::{level, text},
};
use crate::{AccountId, Licences, Registry, Runtime};
use quanji_primitives::{
    case::Stage,
    clock,
    dealing::{Cause, Hindrance},
    directory::{HoldingRegister, PartyRegister, Register},
    marks::{standings, Effect, MarkKind, MarkSource, Operation, SourceState},
    rights::RightKind,
    succession::current_holders,
    v1::{history_after, Outcome, PartyStanding, RightStatus, NO_HISTORY},
    CaseId, Digest, PartyId, RightId,
};
use std::collections::BTreeSet;

/// A right: kind, holders, parent, end of its term, certificate, whether it has ended, licences granted from it.
type RightSeen = (
    RightKind,
    quanji_primitives::rights::Holders,
    Option<u32>,
    Moment,
    u32,
    bool,
    u32,
);
/// A certificate: issue, whether it has ended, what it lists.
type CertificateSeen = (u16, bool, Vec<u32>);
/// A mark that stands: kind by rank, rights, since, until, since when in first rank, what it tells of a source.
type MarkSeen = (
    MarkKind,
    Vec<u32>,
    Moment,
    Option<Moment>,
    Option<Moment>,
    Option<SourceState>,
);

/// What anyone sees of an object.
#[derive(PartialEq, Debug)]
struct Seen {
    rights: Vec<RightSeen>,
    in_force: Vec<u32>,
    certificates: Vec<CertificateSeen>,
    marks: Vec<Option<MarkSeen>>,
    entries: Vec<&'static str>,
    facts: (u8, quanji_primitives::object::DataLevel, Digest),
    cases: Vec<(u64, Option<Stage>)>,
    /// Whether something is proposed of the authority's own motion.
    motion: bool,
    objections: Vec<u64>,
}

/// What was ended long ago is remembered for a while only: since when is not compared.
fn since_known(told: Option<SourceState>, since: Moment) -> Moment {
    if told == Some(SourceState::Ended) {
        0
    } else {
        since
    }
}

fn seen_on_chain(chain: &Chain, place: usize) -> Seen {
    let object = chain.objects[place];
    let title = Registry::title(object).unwrap();
    let rights = title.rights.iter().map(|right| {
        let parent = right.parent.map(|parent| parent.index);
        let ended = right.status != RightStatus::Live;
        let until = right.valid_until.0;
        (
            right.kind,
            current_holders(&right.holders, today),
            parent,
            until,
            right.certificate,
            ended,
            right.licences,
        )
    });
    let certificates = title.certificates.iter().map(|certificate| {
        let ended = certificate.outcome != Outcome::Live;
        // What an ended certificate listed last is not compared.
        let listed = if ended {
            Vec::new()
        } else {
            certificate.rights.to_vec()
        };
        (certificate.issue, ended, listed)
    });
    let of_marks = title.marks.iter().zip(standings(&title.marks, title.now));
    let marks = of_marks.map(|(mark, standing)| {
        standing.stands().then(|| {
            let first_since = standing.first_since.map(|moment| moment.0);
            let until = standing.until.map(|moment| moment.0);
            let told = match mark.source {
                MarkSource::SourceRight { state, .. } => Some(state),
                _ => None,
            };
            (
                standing.kind,
                mark.rights.numbers().collect(),
                since_known(told, mark.since.0),
                until,
                first_since,
                told,
            )
        })
    });
    let facts = &title.record.facts;
    Seen {
        rights: rights.collect(),
        in_force: Registry::in_force(object),
        certificates: certificates.collect(),
        marks: marks.collect(),
        entries: chain.entries[place].iter().map(name).collect(),
        facts: (facts.industry, facts.level, facts.description),
        cases: title
            .record
            .open_cases
            .iter()
            .map(|case| (case.0, stage(*case)))
            .collect(),
        motion: pallet_registry::Motions::<Runtime>::contains_key(object),
        objections: title
            .record
            .open_objections
            .iter()
            .map(|objection| objection.0)
            .collect(),
    }
}

fn seen_in_model(chain: &Chain, register: &state::Register, place: usize) -> Seen {
    let object = &register.objects[place];
    let licences = |number: usize| {
        let from = |right: &&state::Right| right.parent.map(|parent| parent as usize) == Some(number);
        u32::try_from(object.rights.iter().filter(from).count()).unwrap()
    };
    let rights = object.rights.iter().enumerate().map(|(number, right)| {
        let (kind, holders) = (RightKind::ALL[right.kind], chain.holders(&right.holders));
        (
            kind,
            holders,
            right.parent,
            right.until,
            right.certificate,
            right.ended,
            licences(number),
        )
    });
    let certificates = object.certificates.iter().map(|certificate| {
        let listed = if certificate.ended {
            Vec::new()
        } else {
            certificate.rights.clone()
        };
        (certificate.issue, certificate.ended, listed)
    });
    let marks = object.marks.iter().map(|mark| {
        mark.stands().then(|| {
            let kind = match mark.kind {
                Kind::Notice => MarkKind::ObjectionNotice,
                Kind::Hold => MarkKind::Hold,
                Kind::Seizure if mark.is_waiting() => MarkKind::SeizureWaiting,
                Kind::Seizure => MarkKind::SeizureFirst,
                Kind::Control => MarkKind::Control,
                Kind::Pledge => MarkKind::Pledge,
                Kind::Reservation => MarkKind::Reservation,
                Kind::Source(_) => MarkKind::SourceNotice,
            };
            let rights = mark.rights.iter().copied().collect();
            let told = match mark.kind {
                Kind::Source(Grave::Disputed) => Some(SourceState::Disputed),
                Kind::Source(Grave::Seized) => Some(SourceState::Seized),
                Kind::Source(Grave::Ended) => Some(SourceState::Ended),
                _ => None,
            };
            let since = since_known(told, mark.since);
            (kind, rights, since, mark.ends(), mark.first_since, told)
        })
    });
    let in_force = object.roots().map(|(number, _)| number);
    Seen {
        rights: rights.collect(),
        in_force: in_force
            .filter(|number| register.in_force(place, *number))
            .collect(),
        certificates: certificates.collect(),
        marks: marks.collect(),
        entries: object.entries.clone(),
        facts: (
            object.industry,
            level(object.level),
            Digest::sha2_256(&text(object.description)),
        ),
        cases: object
            .cases
            .iter()
            .map(|case| (chain.cases[*case].0, stage_in_model(&register.cases[*case])))
            .collect(),
        motion: object.motion.is_some(),
        objections: object
            .objections
            .iter()
            .map(|objection| chain.objections[*objection].0)
            .collect(),
    }
}

/// Who stands in the place of a party.
pub fn today(party: PartyId) -> PartyId {
    <pallet_parties::Pallet<Runtime> as PartyRegister<AccountId>>::current(party)
}

/// Every party stands where it stands; what was given to it is counted, unless others live on in it.
pub fn same_parties(chain: &Chain, register: &state::Register) {
    for (number, (id, person)) in chain.parties.iter().zip(&register.parties).enumerate() {
        let standing = match person.standing {
            Standing::Good => PartyStanding::Good,
            Standing::Locked { .. } => PartyStanding::InSuccession,
            Standing::Gone => PartyStanding::Succeeded,
        };
        let theirs = pallet_parties::Parties::<Runtime>::get(id).map(|record| record.standing);
        assert_eq!(theirs, Some(standing), "party {number}");
        assert_eq!(today(*id), chain.parties[person.current], "party {number}");
        if person.standing == Standing::Gone || register.lives_on_in(number) {
            continue;
        }
        let count = <Registry as HoldingRegister>::holding_count(*id) as usize;
        assert_eq!(count, person.holdings.len(), "holdings of party {number}");
    }
}

fn stage(case: CaseId) -> Option<Stage> {
    pallet_registry::Cases::<Runtime>::get(case).map(|case| case.stage)
}

fn stage_in_model(case: &state::Case) -> Option<Stage> {
    Some(match case.stage {
        state::Stage::AwaitingSignatures => Stage::AwaitingSignatures,
        state::Stage::Filed => Stage::Filed,
        state::Stage::Accepted => Stage::Accepted,
        state::Stage::Examined => Stage::Examined,
        state::Stage::Approved => Stage::Approved,
        state::Stage::InNotice(_) => Stage::InNotice,
        state::Stage::Withdrawn => Stage::Withdrawn,
        state::Stage::Refused => Stage::Refused,
        state::Stage::UnderAppeal => Stage::UnderAppeal,
        state::Stage::PartlyRefused => Stage::PartlyRefused,
        state::Stage::Entered | state::Stage::Closed => return None,
    })
}

/// Every case stands where it stands, those that no object lists any more included.
pub fn same_cases(chain: &Chain, register: &state::Register) {
    assert_eq!(chain.cases.len(), register.cases.len());
    for (id, case) in chain.cases.iter().zip(&register.cases) {
        assert_eq!(stage(*id), stage_in_model(case), "{case:?}");
    }
}

/// The object looks the same to anyone.
pub fn same_object(chain: &Chain, register: &state::Register, place: usize) {
    let (theirs, ours) = (seen_on_chain(chain, place), seen_in_model(chain, register, place));
    assert_eq!(theirs, ours, "the chain and the model differ in object {place}");
}

/// A licence is in force in both, and as much is left of it.
pub fn same_licence(chain: &Chain, register: &state::Register, place: usize, number: u32) {
    let object = &register.objects[place];
    if object.right(number).is_none_or(|right| right.licence.is_none()) {
        return;
    }
    let (standing, left, falling) = Licences::licence_standing(chain.objects[place], number);
    let in_force = standing == quanji_primitives::terms::Standing::InForce;
    assert_eq!(
        in_force,
        object.is_in_force(number, register.now),
        "licence {number}"
    );
    let left = left.map(|quantity| quantity.number);
    assert_eq!(left, object.left(number, register.now), "licence {number}");
    assert_eq!(
        falling,
        object.falling_with(number, register.now),
        "licence {number}"
    );
}

/// The answer to what may be dealt with, before anybody tries.
pub fn same_answer(chain: &Chain, register: &state::Register, place: usize, number: u32, asked: Asked) {
    let object = &register.objects[place];
    let operation = match asked {
        Asked::Transfer => Operation::Transfer,
        Asked::ExclusiveLicence => Operation::ExclusiveLicence,
        Asked::NonExclusiveLicence => Operation::NonExclusiveLicence,
        Asked::NewPledge => Operation::NewPledge,
        Asked::Change => Operation::Change,
        Asked::Cancellation => Operation::VoluntaryCancellation,
        Asked::Renewal => Operation::Renewal,
    };
    let right = RightId {
        object: chain.objects[place],
        index: number,
    };
    let answer = Registry::can_deal(right, operation, None);
    let live = object.right(number).is_some_and(|right| !right.ended);
    if !live {
        let ended = |found: &Hindrance| matches!(found.cause, Cause::Ended { .. });
        let told = answer.is_ok_and(|found| found.iter().any(ended));
        let known = object.right(number).is_some();
        assert_eq!(told, known, "{asked:?} on right {number}, which has ended");
        return;
    }
    let obstacles = answer.unwrap();
    let theirs: Vec<(u32, char)> = obstacles
        .iter()
        .filter_map(|obstacle| Some((obstacle.mark()?.0, obstacle.effect)))
        .map(|(mark, effect)| (mark, if effect == Effect::Refused { 'X' } else { 'C' }))
        .collect();
    let ours = object.in_the_way(asked, &object.met_by(asked, number, register.now), None);
    assert_eq!(theirs, ours, "{asked:?} on right {number}");
    for party in 0..chain.parties.len() {
        let holds = object.holders_of(number).contains(&party);
        let may_ask = holds || asked == Asked::Renewal;
        let answer = Registry::can_deal(right, operation, Some(chain.parties[party]));
        let not_theirs = |found: &Hindrance| matches!(found.cause, Cause::NotAHolder(_));
        assert_eq!(
            !answer.unwrap().iter().any(not_theirs),
            may_ask,
            "{asked:?} on right {number} by party {party}"
        );
    }
}

/// The history proves that no entry is missing, and the roll lists what is live and nothing else.
pub fn complete(chain: &Chain, register: &state::Register, place: usize) {
    let object = chain.objects[place];
    let record = pallet_registry::Objects::<Runtime>::get(object).unwrap();
    let history = (1..)
        .zip(&chain.entries[place])
        .fold(NO_HISTORY, |history, (number, entry)| {
            assert_eq!((entry.no.number, entry.previous), (number, history));
            history_after(entry)
        });
    assert_eq!(history, record.history);
    assert_eq!(record.entries as usize, register.objects[place].entries.len());
    let listed: BTreeSet<u32> = <Registry as Register>::live_rights(object).numbers().collect();
    assert_eq!(listed, register.objects[place].live());
}

/// Everything about every object.
pub fn same_register(chain: &Chain, register: &state::Register) {
    assert_eq!(chain.objects.len(), register.objects.len());
    assert_eq!(super::chain::now(), clock::Moment(register.now).0);
    same_cases(chain, register);
    same_parties(chain, register);
    for (place, object) in register.objects.iter().enumerate() {
        same_object(chain, register, place);
        same_collateral(chain, register, place);
        for number in 0..u32::try_from(object.rights.len()).unwrap() {
            same_licence(chain, register, place, number);
            for asked in [
                Asked::Transfer,
                Asked::ExclusiveLicence,
                Asked::NonExclusiveLicence,
                Asked::NewPledge,
                Asked::Change,
                Asked::Cancellation,
                Asked::Renewal,
            ] {
                same_answer(chain, register, place, number, asked);
            }
        }
        complete(chain, register, place);
    }
}
