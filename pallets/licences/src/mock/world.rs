//! Rules, authorities and parties, as this pallet sees them: a small world in memory.

use super::*;
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, Officer, OfficerRole, SuspensionGround},
    bad_faith::BadFaith,
    capacity::{Acts, Power, PowerScope},
    clock::{Calendar, Day, Year, YearCalendar},
    codes::{CodeTable, PURPOSES},
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    person::{CreditCode, ForeignRegister, PartyRole, Person},
    regime::{Act, Regime},
    regimes::{calendar_2026, national_2026, shenzhen_2023},
    succession,
    v1::{AuthorityRecord, PartyRecord, PartyStanding, SuspensionReason},
    OfficerId, PartyId, PowerId,
};
use std::{cell::RefCell, collections::BTreeMap};

/// Everything that pallets other than the registry hold on a real chain.
#[derive(Default)]
pub struct World {
    pub now: Moment,
    pub regimes: BTreeMap<RegimeId, Regime>,
    pub authorities: BTreeMap<AuthorityId, AuthorityRecord>,
    pub officers: BTreeMap<OfficerId, Officer>,
    pub officer_of: BTreeMap<u64, OfficerId>,
    pub parties: BTreeMap<PartyId, PartyRecord>,
    pub party_of: BTreeMap<u64, PartyId>,
    pub powers: BTreeMap<PowerId, Power>,
    /// For whom pledges and reservations stand.
    pub mark_holder: Option<PartyId>,
    /// How many rights an object can hold.
    pub rights_max: u32,
    /// The party that stands in the place of another.
    pub successor_of: BTreeMap<PartyId, PartyId>,
    pub former: BTreeMap<PartyId, Vec<PartyId>>,
}

thread_local! {
    static WORLD: RefCell<World> = RefCell::default();
}

/// Reads or changes the world.
pub fn world<R>(change: impl FnOnce(&mut World) -> R) -> R {
    WORLD.with_borrow_mut(change)
}

/// The rules pallet of the world.
#[derive(Default)]
pub struct Rules;

impl Calendar for Rules {
    fn year(&self, year: Year) -> Option<YearCalendar> {
        (year == 2026).then(calendar_2026)
    }
}

impl RuleBook for Rules {
    fn now(&self) -> Moment {
        world(|world| world.now)
    }
    fn regime(&self, id: RegimeId) -> Option<Regime> {
        world(|world| world.regimes.get(&id).cloned())
    }
    fn has_code(&self, table: CodeTable, code: u8) -> bool {
        table == CodeTable::Purpose && PURPOSES.iter().any(|(purpose, ..)| *purpose == code)
    }
    fn is_negative_listed(&self, industry: u8) -> bool {
        industry == LISTED_INDUSTRY
    }
}

/// The authorities pallet of the world.
pub struct Authorities;

impl AuthorityDirectory<u64> for Authorities {
    fn officer_of(account: &u64) -> Option<(OfficerId, Officer)> {
        world(|world| {
            let id = *world.officer_of.get(account)?;
            let officer = world.officers.get(&id).filter(|officer| officer.in_office)?;
            Some((id, officer.clone()))
        })
    }
    fn officer(id: OfficerId) -> Option<Officer> {
        world(|world| world.officers.get(&id).cloned())
    }
    fn authority(id: AuthorityId) -> Option<AuthorityRecord> {
        world(|world| world.authorities.get(&id).cloned())
    }
    fn is_listed(id: AuthorityId) -> bool {
        Self::authority(id).is_some_and(|record| record.status == AuthorityStatus::Listed)
    }
    fn is_taken(account: &u64) -> bool {
        world(|world| world.officer_of.contains_key(account))
    }
}

/// The parties pallet of the world.
pub struct Parties;

impl PartyRegister<u64> for Parties {
    fn party_of(account: &u64) -> Option<PartyId> {
        world(|world| world.party_of.get(account).copied())
    }
    fn party(id: PartyId) -> Option<PartyRecord> {
        world(|world| world.parties.get(&id).cloned())
    }
    fn party_of_person(_: &Person) -> Option<PartyId> {
        None
    }
    fn power(id: PowerId) -> Option<Power> {
        world(|world| world.powers.get(&id).cloned())
    }
    fn has_account(id: PartyId) -> bool {
        world(|world| world.party_of.values().any(|party| *party == id))
    }
    fn record_bad_faith(_: PartyId, _: BadFaith) {}
    fn barred_until(_: PartyId) -> Option<Moment> {
        None
    }

    fn current(id: PartyId) -> PartyId {
        world(|world| succession::current(id, |party| world.successor_of.get(&party).copied()))
    }

    fn successors(id: PartyId) -> Vec<PartyId> {
        vec![id, Self::current(id)]
    }

    fn former(id: PartyId) -> Vec<PartyId> {
        world(|world| world.former.get(&id).cloned().unwrap_or_default())
    }
}

/// Parties share what one had.
pub fn divide(predecessor: u64, successors: [u64; 2]) {
    world(|world| {
        for successor in successors {
            world
                .former
                .entry(party(successor))
                .or_default()
                .push(party(predecessor));
        }
    });
}

/// Another party takes the place of one, whose account is dead at once.
pub fn succeed(predecessor: u64, successor: u64) {
    world(|world| {
        world.party_of.remove(&predecessor);
        world.parties.get_mut(&party(predecessor)).unwrap().standing = PartyStanding::Succeeded;
        world.successor_of.insert(party(predecessor), party(successor));
    });
}

/// The party loses its accounts: from now on it signs on paper.
pub fn close_accounts_of(account: u64) {
    world(|world| world.party_of.retain(|_, party_of| *party_of != party(account)));
}

/// The party with an account.
pub fn party(account: u64) -> PartyId {
    PartyId::new(AUTHORITY, account).unwrap()
}

/// The officer with an account.
pub fn officer(account: u64) -> OfficerId {
    world(|world| world.officer_of[&account])
}

/// `2026-09-24 16:50:00` in China.
pub fn at(text: &str) -> Moment {
    let (day, time) = text.split_once(' ').unwrap();
    let mut parts = time.split(':').map(|part| part.parse::<u64>().unwrap());
    let [hours, minutes, seconds] = [(); 3].map(|()| parts.next().unwrap_or(0));
    let start = day.parse::<Day>().unwrap().start();
    Moment(start.0 + ((hours * 60 + minutes) * 60 + seconds) * 1000)
}

/// Moves the clock.
pub fn set_now(text: &str) {
    world(|world| world.now = at(text));
}

/// Suspends a party.
pub fn suspend_party(account: u64) {
    let suspended = PartyStanding::Suspended(SuspensionReason::FalseMaterial);
    world(|world| world.parties.get_mut(&party(account)).unwrap().standing = suspended);
}

/// Suspends or lists `AUTHORITY`.
pub fn set_listed(listed: bool) {
    let status = if listed {
        AuthorityStatus::Listed
    } else {
        AuthorityStatus::Suspended(SuspensionGround::ConditionsLost)
    };
    world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().status = status);
}

/// A power of `AGENT` for a party, for licences on everything until the end of 2026.
pub fn power_of(principal: u64) -> Power {
    Power {
        version: VERSION,
        principal: party(principal),
        agent: party(AGENT),
        acts: Acts::NONE.with(Act::Licence),
        scope: PowerScope::All,
        valid_from: Moment(0),
        valid_until: at("2026-12-31 00:00"),
        both_sides: false,
        document: Digest::Sha2_256([0xaa; 32]),
        revoked_at: None,
    }
}

/// Registers a power under a serial number.
pub fn register_power(serial: u64, power: Power) -> PowerId {
    let id = PowerId::new(AUTHORITY, serial).unwrap();
    world(|world| world.powers.insert(id, power));
    id
}

pub fn credit_code(number: u64) -> CreditCode {
    CreditCode(format!("9144{number:014}").into_bytes().try_into().unwrap())
}

fn commitment(number: u64) -> [u8; 32] {
    let mut person = [0; 32];
    person[..8].copy_from_slice(&number.to_le_bytes());
    person
}

/// The day on which everything was admitted.
pub const ADMITTED: Moment = Moment(1_780_000_000_000);

impl World {
    /// The world in which every test begins.
    pub fn new(now: Moment) -> Self {
        let mut world = Self {
            now,
            rights_max: 64,
            ..Self::default()
        };
        for regime in [national_2026(), shenzhen_2023(), public_data_2025()] {
            world.regimes.insert(regime.id, regime);
        }
        world.add_authority(AUTHORITY, 1, &[]);
        world.add_authority(OTHER_AUTHORITY, 0, &[]);
        world.add_officers();
        world.add_parties();
        world
    }

    fn add_authority(&mut self, id: AuthorityId, code: u64, affiliates: &[u64]) {
        let profile = AuthorityProfile {
            name: b"registration centre".to_vec().try_into().unwrap(),
            credit_code: credit_code(code),
            region: 44,
            digit: id.0 as u8,
        };
        let affiliates: Vec<_> = affiliates.iter().map(|account| party(*account)).collect();
        let record = AuthorityRecord {
            version: VERSION,
            profile,
            status: AuthorityStatus::Listed,
            affiliates: affiliates.try_into().unwrap(),
            credential_keys: 0,
            officers: 0,
            admitted_at: ADMITTED,
        };
        self.authorities.insert(id, record);
    }

    fn add_officer(&mut self, authority: AuthorityId, accounts: &[u64], roles: &[OfficerRole], of: &[u64]) {
        let id = OfficerId::new(authority, accounts[0]).unwrap();
        let affiliates: Vec<_> = of.iter().map(|account| party(*account)).collect();
        let officer = Officer {
            authority,
            person: commitment(accounts[0]),
            roles: roles.to_vec().try_into().unwrap(),
            affiliates: affiliates.try_into().unwrap(),
            in_office: true,
        };
        self.officers.insert(id, officer);
        self.officer_of
            .extend(accounts.iter().map(|account| (*account, id)));
    }

    fn add_officers(&mut self) {
        use OfficerRole::{Examiner, Registrar, Reviewer};
        self.add_officer(AUTHORITY, &[EXAMINER, EXAMINER_SECOND_ACCOUNT], &[Examiner], &[]);
        self.add_officer(AUTHORITY, &[REVIEWER], &[Reviewer], &[]);
        self.add_officer(AUTHORITY, &[REGISTRAR], &[Registrar], &[]);
        self.add_officer(AUTHORITY, &[AFFILIATED_EXAMINER], &[Examiner], &[PORT]);
        self.add_officer(AUTHORITY, &[FORMER_EXAMINER], &[Examiner], &[]);
        let former = OfficerId::new(AUTHORITY, FORMER_EXAMINER).unwrap();
        self.officers.get_mut(&former).unwrap().in_office = false;
        self.add_officer(OTHER_AUTHORITY, &[OTHER_EXAMINER], &[Examiner], &[]);
    }

    pub fn add_party(&mut self, account: u64, person: Person) {
        let record = PartyRecord {
            version: VERSION,
            person,
            roles: vec![PartyRole::Registrant].try_into().unwrap(),
            admitted_by: AUTHORITY,
            admitted_at: ADMITTED,
            standing: PartyStanding::Good,
        };
        self.parties.insert(party(account), record);
        self.party_of.insert(account, party(account));
    }

    fn add_parties(&mut self) {
        for account in [PORT, FREIGHT, SUB, THIRD, SHIP, AGENT, CO_HOLDER, SUSPENDED_PARTY] {
            self.add_party(account, Person::LegalPerson(credit_code(account)));
        }
        self.add_party(MEI, Person::NaturalPerson(commitment(MEI)));
        let extract = Digest::Sha2_256([3; 32]);
        let singapore = ForeignRegister::Register {
            country: *b"SG",
            extract,
        };
        self.add_party(SING, Person::ForeignBody(singapore));
        let suspended = PartyStanding::Suspended(SuspensionReason::IdentityInDoubt);
        self.parties.get_mut(&party(SUSPENDED_PARTY)).unwrap().standing = suspended;
    }
}
