//! The steps of a case, each done by the right person.

use super::*;

/// Examiner and reviewer of the authority of a case.
pub(super) fn seats(case: CaseId) -> (u64, u64) {
    if case.authority() == AUTHORITY {
        (EXAMINER, REVIEWER)
    } else {
        (OTHER_AUTHORITY_EXAMINER, OTHER_AUTHORITY_REVIEWER)
    }
}

#[track_caller]
pub(super) fn file(account: u64, filing: FirstRegistration) -> CaseId {
    System::reset_events();
    assert_ok!(Registry::file(signed(account), OWN, Box::new(filing)));
    let Some(Event::CaseFiled { case, .. }) = take_events().pop() else {
        panic!("nothing was filed")
    };
    case
}

#[track_caller]
pub(super) fn accept(case: CaseId) {
    assert_ok!(Registry::accept(signed(seats(case).0), case));
    take_events();
}

/// The examination that grants everything; a match is found to be a co-existing holder.
pub(super) fn granting(case: CaseId) -> Examination {
    let case = stored(case);
    let matched = case
        .first()
        .is_some_and(|filing| !Registry::matches(&filing.fingerprints, filing.object).is_empty());
    let decisions: Vec<_> = case
        .filing
        .claimed()
        .into_iter()
        .map(|kind| Decision { kind, refused: None })
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
pub(super) fn denying(case: CaseId, ground: RefusalGround) -> Examination {
    let mut examination = granting(case);
    examination
        .decisions
        .iter_mut()
        .for_each(|decision| decision.refused = Some(ground));
    examination
}

#[track_caller]
pub(super) fn examine(case: CaseId, examination: Examination) {
    assert_ok!(Registry::examine(
        signed(seats(case).0),
        case,
        Box::new(examination)
    ));
    take_events();
}

#[track_caller]
pub(super) fn approve(case: CaseId) {
    assert_ok!(Registry::approve(signed(seats(case).1), case));
    take_events();
}

/// What is to be published of a case: nothing where the description stays as it is.
pub(super) fn text_of(
    case: CaseId,
) -> Option<Bounded<u8, { quanji_primitives::text_rules::TEXT_BYTES_MAX }>> {
    let stays = stored(case)
        .dealing()
        .is_some_and(|dealing| dealing.new_description().is_none());
    (!stays).then(|| TEXT.to_vec().try_into().unwrap())
}

#[track_caller]
pub(super) fn publish(case: CaseId) {
    assert_ok!(Registry::publish(
        signed(seats(case).0),
        case,
        text_of(case),
        None
    ));
    take_events();
}

/// Moves the clock to the end of the notice.
pub(super) fn end_notice(case: CaseId) {
    world(|world| world.now = stored(case).notice.unwrap().due.day.end());
}

#[track_caller]
pub(super) fn enter(case: CaseId) -> ObjectId {
    let letter = refusal_letter(case);
    assert_ok!(Registry::enter(signed(seats(case).1), case, None, None, letter));
    last_entry().no.object
}

/// The written notice that goes with the entry of a case: through the ledger, exactly if claimed kinds were refused.
pub(super) fn refusal_letter(case: CaseId) -> Option<RefusalLetter> {
    let (examination, _) = Registry::case(case)?.examination?;
    let letter = RefusalLetter {
        channel: Channel::Ledger,
        letter: LETTER,
    };
    let refused = examination.grounds().next().is_some();
    refused.then_some(letter)
}

pub(super) fn accepted(account: u64, filing: FirstRegistration) -> CaseId {
    let case = file(account, filing);
    accept(case);
    case
}

pub(super) fn examined(account: u64, filing: FirstRegistration) -> CaseId {
    let case = accepted(account, filing);
    examine(case, granting(case));
    case
}

pub(super) fn approved(account: u64, filing: FirstRegistration) -> CaseId {
    let case = examined(account, filing);
    approve(case);
    case
}

pub(super) fn in_notice(account: u64, filing: FirstRegistration) -> CaseId {
    let case = approved(account, filing);
    publish(case);
    case
}

pub(super) fn ready_to_enter(account: u64, filing: FirstRegistration) -> CaseId {
    let case = in_notice(account, filing);
    end_notice(case);
    case
}

pub(super) fn entered(account: u64, filing: FirstRegistration) -> ObjectId {
    enter(ready_to_enter(account, filing))
}

/// Takes an accepted case to the end of its notice, decided in this way.
#[track_caller]
pub(super) fn ready_with(case: CaseId, examination: Examination) {
    examine(case, examination);
    approve(case);
    publish(case);
    end_notice(case);
}

/// A case whose notice has ended and in which the claims at `places` were refused.
pub(super) fn ready_without(account: u64, filing: FirstRegistration, places: &[usize]) -> CaseId {
    let case = accepted(account, filing);
    let mut examination = granting(case);
    for place in places {
        examination.decisions[*place].refused = Some(RefusalGround::UnclearAuthorisation);
    }
    ready_with(case, examination);
    case
}

/// A case entered without the claims at `places`, of which the ledger gave notice, and its object.
pub(super) fn partly_refused(
    account: u64,
    filing: FirstRegistration,
    places: &[usize],
) -> (CaseId, ObjectId) {
    let case = ready_without(account, filing, places);
    (case, enter(case))
}

/// Returned for the collection contract; the notice is delivered at once.
pub(super) fn return_case(case: CaseId, working_days: u16) {
    let missing = vec![Deficiency::Evidence(EvidenceKind::Contract)]
        .try_into()
        .unwrap();
    assert_ok!(Registry::return_for_completion(
        signed(seats(case).0),
        case,
        missing,
        working_days,
        Channel::Ledger,
        LETTER
    ));
    take_events();
}

pub(super) fn refuse(case: CaseId) {
    assert_ok!(Registry::refuse(
        signed(seats(case).1),
        case,
        RefusalGround::UnlawfulSource,
        Channel::Ledger,
        LETTER
    ));
    take_events();
}

/// The last entry since the last call of this function.
#[track_caller]
pub(super) fn last_entry() -> Entry {
    let Some(Event::Entered { entry, .. }) = take_events().pop() else {
        panic!("nothing was entered")
    };
    *entry
}

/// The entry made last, and those of the licences that fell with it.
#[track_caller]
pub(super) fn last_entry_and_fallen() -> (Entry, Vec<Entry>) {
    let entered = take_events().into_iter().filter_map(|event| match event {
        Event::Entered { entry, .. } => Some(*entry),
        _ => None,
    });
    let mut entries: Vec<Entry> = entered.collect();
    let fell = |entry: &Entry| {
        matches!(
            entry.content,
            quanji_primitives::v1::EntryContent::LicenceFell { .. }
        )
    };
    let last = entries
        .iter()
        .rposition(|entry| !fell(entry))
        .expect("something was entered");
    let fallen = entries.split_off(last + 1);
    (entries.pop().unwrap(), fallen)
}

/// What was asked for in review was given, and a third party could not verify it.
pub(super) fn unverifiable(account: u64, filing: FirstRegistration) -> CaseId {
    let case = accepted(account, filing);
    let (examiner, items) = (signed(seats(case).0), vec![EvidenceKind::Contract]);
    let items = items.try_into().unwrap();
    assert_ok!(Registry::request_supplement(
        examiner.clone(),
        case,
        items,
        5,
        Channel::Ledger,
        LETTER
    ));
    let contract = Evidence {
        kind: EvidenceKind::Contract,
        digest: digest(0xab),
    };
    let answer = vec![contract].try_into().unwrap();
    assert_ok!(Registry::answer_supplement(
        signed(account),
        OWN,
        case,
        answer,
        None
    ));
    assert_ok!(Registry::inquire(
        examiner.clone(),
        case,
        Inquired::PublicBody,
        LETTER
    ));
    let answer = Answer::NotVerifiable;
    assert_ok!(Registry::record_inquiry_answer(
        examiner,
        case,
        0,
        answer,
        digest(2)
    ));
    take_events();
    case
}

pub(super) fn terminate(case: CaseId) {
    let reviewer = signed(seats(case).1);
    assert_ok!(Registry::terminate(
        reviewer,
        case,
        digest(3),
        Channel::Ledger,
        LETTER
    ));
    take_events();
}

pub(super) fn appeal(account: u64, case: CaseId) {
    assert_ok!(Registry::appeal(signed(account), OWN, case, digest(4)));
    take_events();
}

/// The case on which an entry rests.
pub(super) fn basis_of(entry: &Entry) -> CaseBasis {
    let EntryBasis::Case(basis) = &entry.basis else {
        panic!("the entry rests on a case")
    };
    (**basis).clone()
}
