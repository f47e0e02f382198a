//! A chain with this pallet alone. Rules, authorities and parties are a small world in memory.

mod world;

pub use world::*;

use crate as pallet_registry;
use frame_support::{construct_runtime, derive_impl};
#[cfg(feature = "runtime-benchmarks")]
use quanji_primitives::person::PartyRole;
use quanji_primitives::{
    authority::{AuthorityStatus, Officer, SuspensionGround},
    bad_faith::BadFaith,
    capacity::{Acts, Power, PowerScope},
    clock::{Calendar, Day, Moment, Year, YearCalendar},
    codes::{industry_divisions, CodeTable, PRODUCT_FORMS, PURPOSES},
    dealing::Cause,
    directory::{AuthorityDirectory, LicenceBook, LicenceTies, MarkHolders, PartyRegister, RuleBook},
    marks::Mark,
    person::Person,
    regime::{Act, Regime, RegimeId},
    succession,
    terms::LicenceFiling,
    v1::{
        AuthorityRecord, LicenceRecord, PartyRecord, PartyStanding, RightStatus, SuspensionReason, VERSION,
    },
    AuthorityId, Digest, ObjectId, OfficerId, PartyId, PowerId,
};
use sp_runtime::{BuildStorage, DispatchError};
use std::cell::RefCell;

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
    type MarkHolders = Holders;
    type Licences = LicenceTerms;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
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
            CodeTable::Purpose => PURPOSES.iter().any(|(purpose, ..)| *purpose == code),
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

    fn party_of_person(person: &Person) -> Option<PartyId> {
        let is_it = |known: &Person| match (known, person) {
            (Person::UnincorporatedOrganisation(one), Person::LegalPerson(other)) => one == other,
            _ => known == person,
        };
        world(|world| {
            let mut parties = world.parties.iter();
            parties
                .find(|(_, record)| is_it(&record.person))
                .map(|(id, _)| *id)
        })
    }

    fn power(id: PowerId) -> Option<Power> {
        world(|world| world.powers.get(&id).cloned())
    }

    fn has_account(id: PartyId) -> bool {
        world(|world| world.party_of.values().any(|party| *party == id))
    }

    fn record_bad_faith(id: PartyId, fact: BadFaith) {
        world(|world| world.bad_faith.push((id, fact)));
    }

    fn barred_until(id: PartyId) -> Option<Moment> {
        world(|world| {
            let facts = world.bad_faith.iter().filter(|(party, _)| *party == id);
            facts.filter_map(|(_, fact)| fact.barred_until).max()
        })
    }

    fn current(id: PartyId) -> PartyId {
        world(|world| succession::current(id, |party| world.successor_of.get(&party).copied()))
    }

    fn successors(id: PartyId) -> Vec<PartyId> {
        vec![id, Self::current(id)]
    }

    fn former(id: PartyId) -> Vec<PartyId> {
        let known: Vec<PartyId> = world(|world| world.successor_of.keys().copied().collect());
        known
            .into_iter()
            .filter(|party| Self::current(*party) == id)
            .collect()
    }
}

/// The pallets of the world that set marks.
pub struct Holders;

impl MarkHolders for Holders {
    fn holder(object: ObjectId, number: u32, _: &Mark) -> Option<PartyId> {
        world(|world| world.mark_holders.get(&(object, number)).copied())
    }
}

/// The licences pallet of the world: it judges by a list of parents from which nothing may be granted.
pub struct LicenceTerms;

impl LicenceTies for LicenceTerms {
    fn hangs_on_first_right(object: ObjectId, number: u32) -> bool {
        world(|world| world.signed_by_first.contains(&(object, number)))
    }
}

impl LicenceBook for LicenceTerms {
    type Refusal = DispatchError;

    fn ensure_open(filing: &LicenceFiling) -> Result<(), DispatchError> {
        let open = world(|world| world.now) < filing.open_until;
        open.then_some(()).ok_or(DispatchError::Other("not open"))
    }

    fn ensure_fits(
        object: ObjectId,
        filing: &LicenceFiling,
        licensors: Option<&[PartyId]>,
    ) -> Result<Vec<PartyId>, DispatchError> {
        if world(|world| world.not_licensable.contains(&(object, filing.parent))) {
            return Err(DispatchError::Other("not to be licensed"));
        }
        let holders = || {
            pallet_registry::Rights::<Test>::get(object, filing.parent).map(|right| right.holders.parties())
        };
        let mut needed = match licensors {
            Some(licensors) => licensors.to_vec(),
            None => holders().ok_or(DispatchError::Other("no such right"))?,
        };
        needed.push(filing.licensee);
        Ok(needed)
    }

    fn in_the_way(object: ObjectId, parent: u32) -> Vec<Cause> {
        world(|world| {
            world
                .in_the_way
                .get(&(object, parent))
                .cloned()
                .unwrap_or_default()
        })
    }

    fn ended_by(object: ObjectId, number: u32) -> Option<u32> {
        let chain = std::iter::successors(Some(number), |number| {
            Some(
                pallet_registry::Rights::<Test>::get(object, number)?
                    .parent?
                    .index,
            )
        });
        let mut rights = chain.filter_map(|number| pallet_registry::Rights::<Test>::get(object, number));
        rights.find_map(|right| match right.status {
            RightStatus::Ended(entry) => Some(entry),
            RightStatus::Live => None,
        })
    }

    fn record(object: ObjectId, number: u32, licence: LicenceRecord) {
        world(|world| world.licences.insert((object, number), licence));
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

/// A party has no account any more: it signs on paper.
pub fn close_account(account: u64) {
    world(|world| world.party_of.remove(&account));
}

/// Another party takes the place of one, whose account is dead at once.
pub fn succeed(predecessor: u64, successor: u64) {
    world(|world| {
        world.party_of.remove(&predecessor);
        world.parties.get_mut(&party(predecessor)).unwrap().standing = PartyStanding::Succeeded;
        world.successor_of.insert(party(predecessor), party(successor));
    });
}

/// Suspends an authority.
pub fn suspend_authority(authority: AuthorityId) {
    let suspended = AuthorityStatus::Suspended(SuspensionGround::ConditionsLost);
    world(|world| world.authorities.get_mut(&authority).unwrap().status = suspended);
}

/// Changes a regime.
pub fn change_regime(id: RegimeId, change: impl FnOnce(&mut Regime)) {
    world(|world| change(world.regimes.get_mut(&id).unwrap()));
}

/// A power of `agent` to act for `principal` in everything, from the day of admission for five years.
pub fn grant_power(principal: u64, agent: u64) -> PowerId {
    let acts = [
        Act::First,
        Act::Transfer,
        Act::Change,
        Act::Renewal,
        Act::Licence,
        Act::Objection,
    ]
    .into_iter()
    .fold(Acts::NONE, Acts::with);
    let power = Power {
        version: VERSION,
        principal: party(principal),
        agent: party(agent),
        acts,
        scope: PowerScope::All,
        valid_from: ADMITTED,
        valid_until: Moment(ADMITTED.0 + 5 * 365 * 24 * 3_600_000),
        both_sides: false,
        document: Digest::Sha2_256([0x90; 32]),
        revoked_at: None,
    };
    world(|world| {
        let id = PowerId::new(AUTHORITY, world.powers.len() as u64 + 1).unwrap();
        world.powers.insert(id, power);
        id
    })
}

/// Changes a power.
pub fn change_power(id: PowerId, change: impl FnOnce(&mut Power)) {
    world(|world| change(world.powers.get_mut(&id).unwrap()));
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
            registrar: REGISTRAR,
            examiner: EXAMINER,
            reviewer: REVIEWER,
            second_reviewer: SECOND_REVIEWER,
        }
    }

    fn grant_power(principal: PartyId, agent: PartyId) -> PowerId {
        grant_power(principal.serial(), agent.serial())
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
