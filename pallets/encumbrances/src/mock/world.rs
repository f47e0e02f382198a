//! Rules, authorities and parties, as this pallet sees them: a small world in memory.

use super::*;
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, Officer, OfficerRole, SuspensionGround},
    bad_faith::BadFaith,
    capacity::Power,
    clock::{Calendar, Day, Year, YearCalendar},
    codes::CodeTable,
    collateral::CollateralRules,
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    person::{CreditCode, ForeignRegister, PartyRole, Person},
    regime::Regime,
    regimes::{calendar_2026, national_2026},
    succession,
    v1::{AuthorityRecord, PartyRecord, PartyStanding},
    OfficerId, PartyId, PowerId,
};
use std::{cell::RefCell, collections::BTreeMap};

/// Everything that pallets other than the registry hold on a real chain.
#[derive(Default)]
pub struct World {
    pub now: Moment,
    pub listed: bool,
    pub officers: BTreeMap<OfficerId, Officer>,
    pub officer_of: BTreeMap<u64, OfficerId>,
    pub parties: BTreeMap<PartyId, PartyRecord>,
    /// How many marks an object can hold.
    pub marks_max: u32,
    /// The party that stands in the place of another.
    pub successor_of: BTreeMap<PartyId, PartyId>,
    /// Registered powers of agents.
    pub powers: BTreeMap<PowerId, Power>,
    /// What the regime says of collateral, where it is not the preset.
    pub collateral: Option<CollateralRules>,
    /// The last serial number that the register gives.
    pub serials_max: u64,
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
        (id == NATIONAL_2026).then(national_2026)
    }
    fn collateral(&self, id: RegimeId) -> CollateralRules {
        world(|world| world.collateral).unwrap_or(CollateralRules::of(id))
    }
    fn has_code(&self, _: CodeTable, _: u8) -> bool {
        false
    }
    fn is_negative_listed(&self, _: u8) -> bool {
        false
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
        let status = match world(|world| world.listed) {
            true => AuthorityStatus::Listed,
            false => AuthorityStatus::Suspended(SuspensionGround::ConditionsLost),
        };
        Some(AuthorityRecord {
            version: VERSION,
            profile: AuthorityProfile {
                name: b"registration centre".to_vec().try_into().unwrap(),
                credit_code: credit_code(0),
                region: 44,
                digit: id.0 as u8,
            },
            status,
            affiliates: Default::default(),
            credential_keys: 0,
            officers: 0,
            admitted_at: Moment(0),
        })
    }
    fn is_listed(_: AuthorityId) -> bool {
        world(|world| world.listed)
    }
    fn is_taken(account: &u64) -> bool {
        world(|world| world.officer_of.contains_key(account))
    }
}

/// The parties pallet of the world.
pub struct Parties;

impl PartyRegister<u64> for Parties {
    fn party_of(account: &u64) -> Option<PartyId> {
        world(|world| {
            world
                .parties
                .contains_key(&party(*account))
                .then(|| party(*account))
        })
        .filter(|_| *account != WITHOUT_ACCOUNT)
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
        id != party(WITHOUT_ACCOUNT)
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
}

/// Another party takes the place of one.
pub fn succeed(predecessor: u64, successor: u64) {
    world(|world| {
        world.parties.get_mut(&party(predecessor)).unwrap().standing = PartyStanding::Succeeded;
        world.successor_of.insert(party(predecessor), party(successor));
    });
}

/// The party with a number.
pub fn party(number: u64) -> PartyId {
    PartyId::new(AUTHORITY, number).unwrap()
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

/// A unified social credit code with its check character.
pub fn credit_code(number: u64) -> CreditCode {
    let text = format!("11440000MB{number:07}");
    let fits = |check: char| format!("{text}{check}").parse::<CreditCode>().ok();
    "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().find_map(fits).unwrap()
}

fn commitment(number: u64) -> [u8; 32] {
    let mut person = [0; 32];
    person[..8].copy_from_slice(&number.to_le_bytes());
    person
}

impl World {
    /// The world in which every test begins.
    pub fn new(now: Moment) -> Self {
        use OfficerRole::{DayBookKeeper, Examiner, Registrar, Reviewer};
        let mut world = Self {
            now,
            listed: true,
            marks_max: 64,
            serials_max: u64::MAX,
            ..Self::default()
        };
        let both = [Examiner, Reviewer];
        world.add_officer(AUTHORITY, &[REGISTRAR], &[Registrar], &[]);
        world.add_officer(AUTHORITY, &[EXAMINER], &[Examiner], &[]);
        world.add_officer(AUTHORITY, &[KEEPER], &[DayBookKeeper], &[]);
        world.add_officer(AUTHORITY, &[REVIEWER], &[Reviewer], &[]);
        world.add_officer(AUTHORITY, &[BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT], &both, &[]);
        world.add_officer(AUTHORITY, &[AFFILIATED_REVIEWER], &[Reviewer], &[party(HOLDER)]);
        world.add_officer(AUTHORITY, &[REVIEWER_WHO_HOLDS], &[Reviewer], &[]);
        world.add_officer(AUTHORITY, &[FORMER_REVIEWER], &both, &[]);
        let former = OfficerId::new(AUTHORITY, FORMER_REVIEWER).unwrap();
        world.officers.get_mut(&former).unwrap().in_office = false;
        world.add_officer(OTHER_AUTHORITY, &[OTHER_OFFICER], &both, &[]);
        world.add_party(HOLDER, Person::LegalPerson(credit_code(HOLDER)));
        for number in [BANK_P, BANK_Q, BANK_R] {
            world.add_party(number, Person::LegalPerson(credit_code(number)));
            world.parties.get_mut(&party(number)).unwrap().roles =
                vec![PartyRole::Financier].try_into().unwrap();
        }
        for number in [BUYER, AGENT, WITHOUT_ACCOUNT] {
            world.add_party(number, Person::LegalPerson(credit_code(number)));
        }
        let register = ForeignRegister::Register {
            country: *b"SG",
            extract: quanji_primitives::Digest::Sha2_256([9; 32]),
        };
        world.add_party(FOREIGN_BODY, Person::ForeignBody(register));
        world.add_party(CO_HOLDER, Person::NaturalPerson(commitment(REVIEWER_WHO_HOLDS)));
        world
    }

    fn add_officer(
        &mut self,
        authority: AuthorityId,
        accounts: &[u64],
        roles: &[OfficerRole],
        of: &[PartyId],
    ) {
        let id = OfficerId::new(authority, accounts[0]).unwrap();
        let officer = Officer {
            authority,
            person: commitment(accounts[0]),
            roles: roles.to_vec().try_into().unwrap(),
            affiliates: of.to_vec().try_into().unwrap(),
            in_office: true,
        };
        self.officers.insert(id, officer);
        self.officer_of
            .extend(accounts.iter().map(|account| (*account, id)));
    }

    pub fn add_party(&mut self, number: u64, person: Person) {
        let record = PartyRecord {
            version: VERSION,
            person,
            roles: Default::default(),
            admitted_by: AUTHORITY,
            admitted_at: Moment(0),
            standing: PartyStanding::Good,
        };
        self.parties.insert(party(number), record);
    }
}
