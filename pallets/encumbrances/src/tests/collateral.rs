//! What the tests of pledges, reservations and deeds share.

pub(super) use super::*;
pub use quanji_primitives::{
    capacity::{Acts, Capacity, CounterFiling, Power, PowerScope, Via},
    collateral::{
        Amount, Currency, Deed, DeedMatter, Offered, OpenDeed, PledgeForm, PledgeStatus, PledgeTerms,
        ReservationStatus, ReservationTerms, Statutory, StatutoryRegister, Sum,
    },
    terms::{PartySignature, Signatures},
    v1::{Collateral, Encumbrance, PledgeRecord, ReservationRecord},
    DeedId, PowerId,
};

pub const OWN: Capacity = Capacity::Own;
pub const MILLION: u64 = 100_000_000;

pub fn now() -> Moment {
    world(|world| world.now)
}

pub fn deed(matter: DeedMatter) -> Deed {
    Deed {
        matter,
        document: digest(0x0d),
        open_until: Moment(now().0 + 7 * 86_400_000),
    }
}

pub fn propose(account: u64, deed: Deed) -> DispatchResult {
    Encumbrances::propose(signed(account), OWN, Box::new(deed))
}

pub fn sign(account: u64, id: DeedId) -> DispatchResult {
    Encumbrances::sign(signed(account), OWN, id, digest(0x0d))
}

/// The deed that was proposed last.
pub fn last_deed() -> DeedId {
    let serial = Registry::next_serial(AUTHORITY).unwrap() - 1;
    Registry::give_back_serial(AUTHORITY);
    DeedId::new(AUTHORITY, serial).unwrap()
}

/// A pledge to a bank of these rights, object by object.
pub fn pledge_of(bank: u64, offered: &[(ObjectId, &[u32])]) -> DeedMatter {
    let offered = offered.iter().map(|(object, numbers)| Offered {
        object: *object,
        rights: rights(numbers),
        reservation: None,
    });
    DeedMatter::Pledge(PledgeTerms {
        offered: offered.collect::<Vec<_>>().try_into().unwrap(),
        ..terms(bank, 1, None)
    })
}

/// A deed with all its signatures; forgets events and entries.
#[track_caller]
pub fn done(accounts: &[u64], matter: DeedMatter) -> DeedId {
    assert_ok!(propose(accounts[0], deed(matter)));
    let id = last_deed();
    for account in &accounts[1..] {
        assert_ok!(sign(*account, id));
    }
    assert!(!crate::Deeds::<Test>::contains_key(id), "all have signed");
    forget();
    id
}

/// What it is refused for, whoever proposes it first.
#[track_caller]
pub fn assert_refused(account: u64, matter: DeedMatter, error: Error<Test>) {
    assert_noop!(propose(account, deed(matter)), error);
}

pub fn reservation(object: ObjectId, numbers: &[u32], financier: u64, millions: u64) -> DeedMatter {
    DeedMatter::Reservation(ReservationTerms {
        object,
        rights: rights(numbers),
        financier: party(financier),
        maximum: Sum::of_cny(millions * MILLION),
    })
}

/// A place for a bank on the right to operate.
#[track_caller]
pub fn reserved(bank: u64, millions: u64) -> DeedId {
    done(&[HOLDER, bank], reservation(product(), &[1], bank, millions))
}

pub fn terms(bank: u64, millions: u64, using: Option<DeedId>) -> PledgeTerms {
    PledgeTerms {
        form: PledgeForm::Pledge,
        pledgee: party(bank),
        offered: vec![Offered {
            object: product(),
            rights: rights(&[1]),
            reservation: using,
        }]
        .try_into()
        .unwrap(),
        secured: Sum::of_cny(millions * MILLION),
        through: "2028-12-18".parse().unwrap(),
    }
}

pub fn pledge(bank: u64, millions: u64, using: Option<DeedId>) -> DeedMatter {
    DeedMatter::Pledge(terms(bank, millions, using))
}

/// The right to operate, pledged to a bank.
#[track_caller]
pub fn pledged(bank: u64, millions: u64) -> DeedId {
    done(&[HOLDER, bank], pledge(bank, millions, None))
}

pub fn stored_pledge(id: DeedId) -> PledgeRecord {
    crate::Pledges::<Test>::get(id).unwrap()
}

pub fn stored_reservation(id: DeedId) -> ReservationRecord {
    crate::Reservations::<Test>::get(id).unwrap()
}

pub fn pledge_status(id: DeedId) -> PledgeStatus {
    Encumbrances::pledge_of(id).unwrap().1
}

pub fn reservation_status(id: DeedId) -> ReservationStatus {
    Encumbrances::reservation_of(id).unwrap().1
}

/// Deed, ledger rank and statutory rank of each on the right to operate.
pub fn ranks() -> Vec<(DeedId, u32, Option<u32>)> {
    let ranks = Encumbrances::ranks(product(), 1).into_iter();
    ranks
        .map(|rank| (rank.deed, rank.ledger, rank.statutory))
        .collect()
}

pub fn mark_on(object: ObjectId, number: u32) -> Mark {
    Registry::mark(object, number).unwrap()
}

/// The signatures of parties themselves, given at one moment.
pub fn signatures(accounts: &[u64]) -> EntryBasis {
    let sign = |account: &u64| PartySignature {
        party: party(*account),
        via: Via::Own,
        at: now(),
    };
    EntryBasis::Signatures(Box::new(Signatures {
        parties: accounts.iter().map(sign).collect::<Vec<_>>().try_into().unwrap(),
        officers: Default::default(),
    }))
}

/// The entry of a pledge as it now is, on an object.
pub fn entry_of_pledge(id: DeedId, object: ObjectId, by: &[u64]) -> Written {
    let record = stored_pledge(id);
    let number = record.on(object).unwrap().mark;
    let mark = mark_on(object, number);
    Written::Encumbered(
        object,
        number,
        mark,
        Encumbrance::Pledge(Box::new(record)),
        signatures(by),
    )
}

/// A seizure of the right to operate.
#[track_caller]
pub fn seize_product() {
    let seizure = seizure(&[1], 12);
    assert_ok!(Encumbrances::stamp(
        signed(REGISTRAR),
        product(),
        seizure,
        paper(court(X))
    ));
    forget();
}

/// A power of a principal for the agent.
pub fn power(number: u64, principal: u64, acts: Acts, both_sides: bool) -> PowerId {
    let id = PowerId::new(AUTHORITY, number).unwrap();
    let power = Power {
        version: 1,
        principal: party(principal),
        agent: party(AGENT),
        acts,
        scope: PowerScope::All,
        valid_from: Moment(0),
        valid_until: at("2027-12-31 00:00"),
        both_sides,
        document: digest(7),
        revoked_at: None,
    };
    world(|world| world.powers.insert(id, power));
    id
}
