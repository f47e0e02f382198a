//! Dealings with what is registered, and their steps.

use super::*;
use crate::{Marks, Rolls};
use quanji_primitives::{
    certificate_number::CertificateNumber,
    marks::{Mark, MarkKind, MarkSource},
    v1::{CertificateRecord, Outcome, RightRecord, RightStatus},
    ConflictId, RightId,
};

/// A dealing with rights on the first certificate of an object.
pub(super) fn dealing(object: ObjectId, kinds: &[RightKind], matter: Matter) -> Dealing {
    let kinds = kinds
        .iter()
        .fold(RightKinds::NONE, |kinds, kind| kinds.with(*kind));
    Dealing {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        object,
        certificate: 0,
        kinds,
        evidence: evidence(&[EvidenceKind::Contract]),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: digest(0xdd),
        },
        matter,
    }
}

/// A sale to the party of an account.
pub(super) fn sale(to: u64) -> Transfer {
    Transfer {
        to: Holders::Sole(party(to)),
        share: None,
        reason: TransferReason::Sale,
        limit: None,
        survivors: Default::default(),
        back: None,
        export: None,
        department_consent: None,
    }
}

pub(super) fn transfer(object: ObjectId, kinds: &[RightKind], to: u64) -> Dealing {
    dealing(object, kinds, Matter::Transfer(sale(to)))
}

/// A transfer whose terms `change` sets.
pub(super) fn transfer_with(
    object: ObjectId,
    kinds: &[RightKind],
    to: u64,
    change: impl FnOnce(&mut Transfer),
) -> Dealing {
    let mut transfer = sale(to);
    change(&mut transfer);
    dealing(object, kinds, Matter::Transfer(transfer))
}

/// A change of nothing yet.
pub(super) const NO_CHANGE: Change = Change {
    description: None,
    industry: None,
    form: None,
    level: None,
    split: None,
};

/// A proven change of the object.
pub(super) fn change(object: ObjectId, change: Change) -> Dealing {
    Dealing {
        evidence: evidence(&[EvidenceKind::ChangeProof]),
        ..dealing(object, &[], Matter::Change(change))
    }
}

pub(super) fn industry(to: u8) -> Change {
    Change {
        industry: Some(to),
        ..NO_CHANGE
    }
}

/// A renewal of all three kinds for `years`.
pub(super) fn renewal(object: ObjectId, years: u8) -> Dealing {
    let matter = Renewal {
        years,
        revives: false,
    };
    dealing(object, &RightKind::ALL, Matter::Renewal(matter))
}

/// The same of what has lapsed.
pub(super) fn revival(object: ObjectId, years: u8) -> Dealing {
    let matter = Renewal { years, revives: true };
    dealing(object, &RightKind::ALL, Matter::Renewal(matter))
}

/// Public data of the enterprise with a fingerprint, registered without rights.
pub(super) fn public_object() -> ObjectId {
    let filing = FirstRegistration {
        fingerprints: fingerprints(&[1]),
        ..public_data(ENTERPRISE)
    };
    let case = ready_to_enter(ENTERPRISE, filing);
    let code = Some("44010020260001".parse().unwrap());
    assert_ok!(Registry::enter(signed(REVIEWER), case, None, code, None));
    last_entry().no.object
}

#[track_caller]
pub(super) fn file_dealing(account: u64, dealing: Dealing) -> CaseId {
    System::reset_events();
    assert_ok!(Registry::file_dealing(signed(account), OWN, Box::new(dealing)));
    let Some(Event::DealingFiled { case, .. }) = take_events().pop() else {
        panic!("nothing was filed")
    };
    case
}

/// Filing is refused with `error`, nothing changes, and the question before filing gets the same answer.
#[track_caller]
pub(super) fn dealing_fails(account: u64, dealing: Dealing, error: Error<Test>) {
    let expected = sp_runtime::DispatchError::from(error);
    let answer = Registry::can_file_dealing(party(account), Box::new(dealing.clone()));
    assert_eq!(answer, Err(expected));
    assert_noop!(
        Registry::file_dealing(signed(account), OWN, Box::new(dealing)),
        expected
    );
}

#[track_caller]
pub(super) fn sign(account: u64, case: CaseId) {
    assert_ok!(Registry::sign(signed(account), OWN, case));
    take_events();
}

/// A dealing filed by the first account and signed by the others.
#[track_caller]
pub(super) fn signed_by(accounts: &[u64], dealing: Dealing) -> CaseId {
    let case = file_dealing(accounts[0], dealing);
    accounts[1..].iter().for_each(|account| sign(*account, case));
    case
}

/// From acceptance to publication.
#[track_caller]
pub(super) fn make_public(case: CaseId) {
    accept(case);
    examine(case, granting(case));
    approve(case);
    publish(case);
}

/// From acceptance to the end of the notice.
#[track_caller]
pub(super) fn pass_notice(case: CaseId) {
    make_public(case);
    end_notice(case);
}

/// All steps of a dealing that is signed; gives the entry.
pub(super) fn carried_out(accounts: &[u64], dealing: Dealing) -> Entry {
    let case = signed_by(accounts, dealing);
    pass_notice(case);
    entry_of(case)
}

/// Enters a case and gives the entry; the object lists the case no longer.
#[track_caller]
pub(super) fn entry_of(case: CaseId) -> Entry {
    let letter = refusal_letter(case);
    let partly_refused = letter.is_some();
    assert_ok!(Registry::enter(signed(seats(case).1), case, None, None, letter));
    let (entry, _) = last_entry_and_fallen();
    assert_eq!(Cases::<Test>::contains_key(case), partly_refused);
    let record = Objects::<Test>::get(entry.no.object).unwrap();
    assert!(!record.open_cases.contains(&case));
    entry
}

/// Entry is refused with `error` and nothing changes.
#[track_caller]
pub(super) fn entry_fails(case: CaseId, error: Error<Test>) {
    let letter = refusal_letter(case);
    assert_noop!(Registry::enter(signed(REVIEWER), case, None, None, letter), error);
}

pub(super) fn right(object: ObjectId, number: u32) -> RightRecord {
    Rights::<Test>::get(object, number).unwrap()
}

pub(super) fn certificate(object: ObjectId, number: u32) -> CertificateRecord {
    Certificates::<Test>::get(object, number).unwrap()
}

/// Sets a mark of a kind against rights, which stands for the party of an account, and gives its number.
pub(super) fn set_mark_for(holder: u64, object: ObjectId, kind: MarkKind, rights: &[u32]) -> u32 {
    let mark = Mark {
        version: 1,
        kind,
        rights: rights.iter().copied().collect(),
        source: MarkSource::Conflict(ConflictId(5)),
        authority: AUTHORITY,
        since: world(|world| world.now),
        until: None,
        ended: None,
        order: None,
    };
    let basis = EntryBasis::Conflict(ConflictId(5));
    let number = <Registry as quanji_primitives::directory::Register>::set_mark(object, mark, basis, None);
    let number = number.unwrap();
    world(|world| world.mark_holders.insert((object, number), party(holder)));
    take_events();
    number
}

/// Ends a mark by hand.
pub(super) fn end_mark(object: ObjectId, number: u32) {
    use quanji_primitives::{directory::Register, marks::MarkEnd};
    let basis = EntryBasis::Conflict(ConflictId(5));
    assert!(Marks::<Test>::contains_key(object, number));
    assert_eq!(
        Registry::end_mark(object, number, MarkEnd::Lapsed, basis, None),
        Ok(())
    );
    take_events();
}

/// A licence from right `parent` until `until`, on a voucher of its own; gives its number.
pub(super) fn license(object: ObjectId, parent: u32, to: u64, until: &str) -> u32 {
    let mut record = Objects::<Test>::get(object).unwrap();
    let (number, voucher) = (record.rights, record.certificates);
    let licence = RightRecord {
        holders: Holders::Sole(party(to)),
        parent: Some(RightId {
            object,
            index: parent,
        }),
        valid_until: at(until),
        certificate: voucher,
        entry: record.entries,
        status: RightStatus::Live,
        licences: 0,
        ..right(object, parent)
    };
    let of_voucher = CertificateRecord {
        number: CertificateNumber::Earlier(format!("LICENCE-{number}").parse().unwrap()),
        rights: vec![number].try_into().unwrap(),
        outcome: Outcome::Live,
        ..certificate(object, 0)
    };
    let issued = crate::entering::Issued {
        number: voucher,
        certificate: CertificateRecord {
            issue: 1,
            ..of_voucher
        },
        holders: vec![party(to)],
    };
    let rights = [(number, licence)];
    let lines = crate::registrations::lines(&rights, &[]);
    let roll = Registry::ensure_room(Rolls::<Test>::get(object), lines).unwrap();
    Registry::store_registration(object, roll, &rights, &[issued]);
    Rights::<Test>::mutate(object, parent, |right| right.as_mut().unwrap().licences += 1);
    record.rights += 1;
    record.certificates += 1;
    Objects::<Test>::insert(object, record);
    number
}
