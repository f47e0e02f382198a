//! A chain with this pallet alone. Rules, authorities and parties are a small world in memory.

use crate as pallet_registry;
use frame_support::{construct_runtime, derive_impl};
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, Officer, OfficerRole, SuspensionGround},
    clock::{Calendar, Day, Moment, Year, YearCalendar},
    codes::{industry_divisions, CodeTable, PRODUCT_FORMS},
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    person::{CreditCode, PartyRole, Person},
    regime::{Regime, RegimeId},
    regimes::{calendar_2026, national_2026, shenzhen_2023},
    v1::{AuthorityRecord, PartyRecord, PartyStanding, SuspensionReason, VERSION},
    AuthorityId, OfficerId, PartyId,
};
use sp_runtime::BuildStorage;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

type Block = frame_system::mocking::MockBlock<Test>;

construct_runtime!(
    pub enum Test {
        System: frame_system,
        Registry: pallet_registry,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
}

impl pallet_registry::Config for Test {
    type Rules = Rules;
    type Authorities = Authorities;
    type Parties = Parties;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
}

/// The authority of region 44, digit 1, at which cases are filed unless said otherwise.
pub const AUTHORITY: AuthorityId = AuthorityId(1);
/// The authority of region 11, digit 1.
pub const OTHER_AUTHORITY: AuthorityId = AuthorityId(2);

// Accounts of officers of `AUTHORITY`.
pub const EXAMINER: u64 = 1;
pub const REVIEWER: u64 = 2;
pub const SECOND_REVIEWER: u64 = 3;
/// One person with the roles of examiner and reviewer, and that person's second account.
pub const BOTH_CHAIRS: u64 = 4;
pub const BOTH_CHAIRS_SECOND_ACCOUNT: u64 = 5;
pub const REGISTRAR: u64 = 6;
/// Officers affiliated with the enterprise.
pub const AFFILIATED_EXAMINER: u64 = 7;
pub const AFFILIATED_REVIEWER: u64 = 8;
/// An examiner who is the natural person.
pub const EXAMINER_WHO_IS_THE_NATURAL_PERSON: u64 = 9;
pub const FORMER_EXAMINER: u64 = 10;
/// An examiner affiliated with the service institution.
pub const EXAMINER_OF_THE_INSTITUTION: u64 = 11;
// Accounts of officers of `OTHER_AUTHORITY`.
pub const OTHER_AUTHORITY_EXAMINER: u64 = 20;
pub const OTHER_AUTHORITY_REVIEWER: u64 = 21;

// Accounts of parties.
pub const ENTERPRISE: u64 = 100;
pub const SECOND_ENTERPRISE: u64 = 101;
pub const NATURAL_PERSON: u64 = 102;
pub const SERVICE_INSTITUTION: u64 = 103;
pub const SUSPENDED_ENTERPRISE: u64 = 104;
/// A declared affiliate of `AUTHORITY`, also a service institution.
pub const AFFILIATE: u64 = 105;
/// The legal person that is `AUTHORITY`.
pub const AUTHORITY_ITSELF: u64 = 106;
/// Nine further service institutions.
pub const INSTITUTIONS: std::ops::Range<u64> = 110..119;
/// Further enterprises.
pub const ENTERPRISES: std::ops::Range<u64> = 130..160;
/// An account that belongs to nobody.
pub const STRANGER: u64 = 999;

/// An industry on the negative list.
pub const NEGATIVE_LISTED_INDUSTRY: u8 = 89;

/// Everything that other pallets hold on a real chain.
#[derive(Default)]
pub struct World {
    pub now: Moment,
    pub regimes: BTreeMap<RegimeId, Regime>,
    pub years: BTreeMap<Year, YearCalendar>,
    pub negative_list: BTreeSet<u8>,
    pub authorities: BTreeMap<AuthorityId, AuthorityRecord>,
    pub officers: BTreeMap<OfficerId, Officer>,
    pub officer_of: BTreeMap<u64, OfficerId>,
    pub parties: BTreeMap<PartyId, PartyRecord>,
    pub party_of: BTreeMap<u64, PartyId>,
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
        world(|world| world.years.get(&year).cloned())
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
        match table {
            CodeTable::Industry => industry_divisions().any(|division| division == code),
            CodeTable::ProductForm => PRODUCT_FORMS.iter().any(|(form, ..)| *form == code),
        }
    }

    fn is_negative_listed(&self, industry: u8) -> bool {
        world(|world| world.negative_list.contains(&industry))
    }
}

/// The authorities pallet of the world.
pub struct Authorities;

impl AuthorityDirectory<u64> for Authorities {
    fn officer_of(account: &u64) -> Option<(OfficerId, Officer)> {
        world(|world| {
            let id = *world.officer_of.get(account)?;
            world
                .officers
                .get(&id)
                .filter(|officer| officer.in_office)
                .map(|officer| (id, officer.clone()))
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

/// Suspends a party that has an account.
pub fn suspend_party(account: u64) {
    let suspended = PartyStanding::Suspended(SuspensionReason::FalseMaterial);
    world(|world| world.parties.get_mut(&party(account)).unwrap().standing = suspended);
}

/// Suspends an authority.
pub fn suspend_authority(authority: AuthorityId) {
    let suspended = AuthorityStatus::Suspended(SuspensionGround::ConditionsLost);
    world(|world| world.authorities.get_mut(&authority).unwrap().status = suspended);
}

fn credit_code(number: u64) -> CreditCode {
    CreditCode(format!("9144{number:014}").into_bytes().try_into().unwrap())
}

fn commitment(number: u64) -> [u8; 32] {
    let mut person = [0; 32];
    person[..8].copy_from_slice(&number.to_le_bytes());
    person
}

/// The day on which everything was admitted.
const ADMITTED: Moment = Moment(1_780_000_000_000);

impl World {
    /// The world in which every test begins.
    fn new(now: Moment) -> Self {
        let mut world = Self {
            now,
            ..Self::default()
        };
        for regime in [national_2026(), shenzhen_2023()] {
            world.regimes.insert(regime.id, regime);
        }
        world.years.insert(2026, calendar_2026());
        world.negative_list.insert(NEGATIVE_LISTED_INDUSTRY);
        world.add_authority(AUTHORITY, 44, AUTHORITY_ITSELF, &[AFFILIATE]);
        world.add_authority(OTHER_AUTHORITY, 11, 0, &[]);
        world.add_officers();
        world.add_parties();
        world
    }

    fn add_authority(&mut self, id: AuthorityId, region: u8, code: u64, affiliates: &[u64]) {
        let profile = AuthorityProfile {
            name: b"registration centre".to_vec().try_into().unwrap(),
            credit_code: credit_code(code),
            region,
            digit: 1,
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

    fn add_officer(
        &mut self,
        authority: AuthorityId,
        accounts: &[u64],
        roles: &[OfficerRole],
        affiliates: &[PartyId],
    ) {
        let id = OfficerId::new(authority, accounts[0]).unwrap();
        let officer = Officer {
            authority,
            person: commitment(accounts[0]),
            roles: roles.to_vec().try_into().unwrap(),
            affiliates: affiliates.to_vec().try_into().unwrap(),
            in_office: true,
        };
        self.officers.insert(id, officer);
        self.officer_of
            .extend(accounts.iter().map(|account| (*account, id)));
    }

    fn add_officers(&mut self) {
        use OfficerRole::{Examiner, Registrar, Reviewer};
        let enterprise = [party(ENTERPRISE)];
        self.add_officer(AUTHORITY, &[EXAMINER], &[Examiner], &[]);
        self.add_officer(AUTHORITY, &[REVIEWER], &[Reviewer], &[]);
        self.add_officer(AUTHORITY, &[SECOND_REVIEWER], &[Reviewer], &[]);
        let both = [BOTH_CHAIRS, BOTH_CHAIRS_SECOND_ACCOUNT];
        self.add_officer(AUTHORITY, &both, &[Examiner, Reviewer], &[]);
        self.add_officer(AUTHORITY, &[REGISTRAR], &[Registrar], &[]);
        self.add_officer(AUTHORITY, &[AFFILIATED_EXAMINER], &[Examiner], &enterprise);
        self.add_officer(AUTHORITY, &[AFFILIATED_REVIEWER], &[Reviewer], &enterprise);
        self.add_officer(AUTHORITY, &[EXAMINER_WHO_IS_THE_NATURAL_PERSON], &[Examiner], &[]);
        self.add_officer(AUTHORITY, &[FORMER_EXAMINER], &[Examiner], &[]);
        let former = OfficerId::new(AUTHORITY, FORMER_EXAMINER).unwrap();
        self.officers.get_mut(&former).unwrap().in_office = false;
        let institution = [party(SERVICE_INSTITUTION)];
        self.add_officer(
            AUTHORITY,
            &[EXAMINER_OF_THE_INSTITUTION],
            &[Examiner],
            &institution,
        );
        self.add_officer(OTHER_AUTHORITY, &[OTHER_AUTHORITY_EXAMINER], &[Examiner], &[]);
        self.add_officer(OTHER_AUTHORITY, &[OTHER_AUTHORITY_REVIEWER], &[Reviewer], &[]);
    }

    fn add_party(&mut self, account: u64, person: Person, roles: &[PartyRole]) {
        let record = PartyRecord {
            version: VERSION,
            person,
            roles: roles.to_vec().try_into().unwrap(),
            admitted_by: AUTHORITY,
            admitted_at: ADMITTED,
            standing: PartyStanding::Good,
        };
        self.parties.insert(party(account), record);
        self.party_of.insert(account, party(account));
    }

    fn add_parties(&mut self) {
        use PartyRole::{Registrant, ServiceInstitution};
        let enterprise = |account| Person::LegalPerson(credit_code(account));
        let enterprises = [
            ENTERPRISE,
            SECOND_ENTERPRISE,
            SUSPENDED_ENTERPRISE,
            AUTHORITY_ITSELF,
        ];
        for account in enterprises.into_iter().chain(ENTERPRISES) {
            self.add_party(account, enterprise(account), &[Registrant]);
        }
        for account in [SERVICE_INSTITUTION, AFFILIATE].into_iter().chain(INSTITUTIONS) {
            self.add_party(account, enterprise(account), &[Registrant, ServiceInstitution]);
        }
        let person = Person::NaturalPerson(commitment(EXAMINER_WHO_IS_THE_NATURAL_PERSON));
        self.add_party(NATURAL_PERSON, person, &[Registrant]);
        let suspended = PartyStanding::Suspended(SuspensionReason::IdentityInDoubt);
        self.parties
            .get_mut(&party(SUSPENDED_ENTERPRISE))
            .unwrap()
            .standing = suspended;
    }
}

/// Builds the world and the storage of a test.
pub struct ExtBuilder {
    now: Moment,
}

impl Default for ExtBuilder {
    /// Monday 2026-11-02, 09:00.
    fn default() -> Self {
        Self {
            now: at("2026-11-02 09:00"),
        }
    }
}

impl ExtBuilder {
    /// Begins at another moment.
    pub fn at(now: &str) -> Self {
        Self { now: at(now) }
    }

    pub fn build(self) -> sp_io::TestExternalities {
        world(|world| *world = World::new(self.now));
        let storage = frame_system::GenesisConfig::<Test>::default()
            .build_storage()
            .unwrap();
        let mut ext = sp_io::TestExternalities::new(storage);
        // Events are not kept in block 0.
        ext.execute_with(|| System::set_block_number(1));
        ext
    }

    /// Runs a test, after which every invariant holds.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Registry::do_try_state().unwrap();
        });
    }
}

/// Prepares the world for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_registry::benchmarking::Helper<u64> for Helper {
    fn install_rules(regime: Regime) {
        world(|world| {
            world.regimes.insert(regime.id, regime);
            world.negative_list.clear();
        });
    }

    fn set_time(now: Moment) {
        world(|world| world.now = now);
    }

    fn admit_authority() -> pallet_registry::benchmarking::Seats<u64> {
        let affiliates: Vec<_> = (500..516).map(party).collect();
        let affiliates: quanji_primitives::Bounded<_, 16> = affiliates.try_into().unwrap();
        world(|world| {
            world.authorities.get_mut(&AUTHORITY).unwrap().affiliates = affiliates.clone();
            for officer in world.officers.values_mut() {
                officer.affiliates = affiliates.clone();
            }
        });
        pallet_registry::benchmarking::Seats {
            authority: AUTHORITY,
            examiner: EXAMINER,
            reviewer: REVIEWER,
        }
    }

    fn admit_parties(_: AuthorityId, number: u32, roles: &[PartyRole]) -> Vec<(u64, PartyId)> {
        let first = 1_000 + world(|world| world.parties.len() as u64);
        let accounts = first..first + u64::from(number);
        accounts
            .map(|account| {
                world(|world| world.add_party(account, Person::LegalPerson(credit_code(account)), roles));
                (account, party(account))
            })
            .collect()
    }
}
