//! A chain with this pallet and a small directory of authorities.

use crate::{self as pallet_parties, PartyGenesis};
use frame_support::{
    derive_impl, ord_parameter_types, parameter_types,
    traits::{ConstU16, ConstU32},
};
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, Officer, OfficerRole, SuspensionGround},
    clock::{Calendar, Moment, Year, YearCalendar},
    codes::CodeTable,
    directory::{AuthorityDirectory, HoldingRegister, PassingHolding, RegisterError, RuleBook},
    person::{CreditCode, PartyRole, Person},
    regime::{Regime, RegimeId},
    v1::AuthorityRecord,
    AuthorityId, Bounded, CaseId, OfficerId, PartyId,
};
use sp_runtime::BuildStorage;
use std::{cell::RefCell, collections::BTreeMap};

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Parties: pallet_parties,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
}

parameter_types! {
    pub static Now: Moment = START;
    /// The authority that is suspended.
    pub static SuspendedAuthority: Option<AuthorityId> = None;
    /// A declared affiliate of the officer with an account.
    pub static OfficerAffiliate: Option<(u64, PartyId)> = None;
    /// A declared affiliate of an authority.
    pub static AuthorityAffiliate: Option<(AuthorityId, PartyId)> = None;
}

ord_parameter_types! {
    pub const Department: u64 = DEPARTMENT;
}

/// The department as origin, with its account.
pub struct ByDepartment;

impl frame_support::traits::EnsureOrigin<RuntimeOrigin> for ByDepartment {
    type Success = u64;
    fn try_origin(origin: RuntimeOrigin) -> Result<u64, RuntimeOrigin> {
        frame_system::EnsureSignedBy::<Department, u64>::try_origin(origin).map(|_| DEPARTMENT)
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(signed(DEPARTMENT))
    }
}

impl pallet_parties::Config for Test {
    type Rules = Rules;
    type Authorities = Directory;
    type DepartmentOrigin = ByDepartment;
    type Holdings = Register;
    type MaxAccountsPerParty = ConstU32<8>;
    type ErasureWorkingDays = ConstU16<15>;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Directory;
}

/// Register time, as the test sets it.
#[derive(Default)]
pub struct Rules;

impl Calendar for Rules {
    fn year(&self, _: Year) -> Option<YearCalendar> {
        None
    }
}

impl RuleBook for Rules {
    fn now(&self) -> Moment {
        Now::get()
    }
    fn regime(&self, _: RegimeId) -> Option<Regime> {
        None
    }
    fn has_code(&self, _: CodeTable, _: u8) -> bool {
        false
    }
    fn is_negative_listed(&self, _: u8) -> bool {
        false
    }
}

/// Register time when a test begins.
pub const START: Moment = Moment(1_790_000_000_000);
pub const DEPARTMENT: u64 = 1;
/// Two registrars, a reviewer and an examiner of authority 1, and a registrar of authority 2.
pub const REGISTRAR: u64 = 11;
pub const SECOND_REGISTRAR: u64 = 12;
pub const REVIEWER: u64 = 13;
pub const EXAMINER: u64 = 14;
pub const OTHER_REGISTRAR: u64 = 21;
pub const OTHER_REVIEWER: u64 = 22;
/// A further account of the first registrar.
pub const REGISTRARS_OTHER_ACCOUNT: u64 = 15;
/// The account of the party that exists from the beginning.
pub const PORT: u64 = 100;
/// Accounts that belong to nobody.
pub const FREE: u64 = 800;
pub const FREE_TOO: u64 = 801;

pub const HOME: AuthorityId = AuthorityId(1);

/// Officers by account.
const OFFICERS: [(u64, u16, u64, OfficerRole); 7] = [
    (REGISTRAR, 1, 1, OfficerRole::Registrar),
    (REGISTRARS_OTHER_ACCOUNT, 1, 1, OfficerRole::Registrar),
    (SECOND_REGISTRAR, 1, 2, OfficerRole::Registrar),
    (REVIEWER, 1, 3, OfficerRole::Reviewer),
    (EXAMINER, 1, 4, OfficerRole::Examiner),
    (OTHER_REGISTRAR, 2, 1, OfficerRole::Registrar),
    (OTHER_REVIEWER, 2, 2, OfficerRole::Reviewer),
];

pub struct Directory;

impl AuthorityDirectory<u64> for Directory {
    fn officer_of(account: &u64) -> Option<(OfficerId, Officer)> {
        let (_, authority, serial, role) = OFFICERS.into_iter().find(|(known, ..)| known == account)?;
        let officer = Officer {
            authority: AuthorityId(authority),
            person: [serial as u8; 32],
            roles: Bounded::truncate_from(vec![role]),
            affiliates: Bounded::truncate_from(
                OfficerAffiliate::get()
                    .filter(|(of, _)| of == account)
                    .map(|(_, party)| party)
                    .into_iter()
                    .collect(),
            ),
            in_office: true,
        };
        Some((OfficerId::new(AuthorityId(authority), serial)?, officer))
    }

    fn officer(id: OfficerId) -> Option<Officer> {
        OFFICERS
            .into_iter()
            .filter_map(|(account, ..)| Self::officer_of(&account))
            .find(|(known, _)| *known == id)
            .map(|(_, officer)| officer)
    }

    fn authority(id: AuthorityId) -> Option<AuthorityRecord> {
        (1..=2).contains(&id.0).then(|| AuthorityRecord {
            version: 1,
            profile: AuthorityProfile {
                name: Bounded::truncate_from(b"A".to_vec()),
                credit_code: CreditCode(*b"91440300708461136T"),
                region: 44,
                digit: id.0 as u8,
            },
            status: if SuspendedAuthority::get() == Some(id) {
                AuthorityStatus::Suspended(SuspensionGround::Leak)
            } else {
                AuthorityStatus::Listed
            },
            affiliates: Bounded::truncate_from(
                AuthorityAffiliate::get()
                    .filter(|(of, _)| *of == id)
                    .map(|(_, party)| party)
                    .into_iter()
                    .collect(),
            ),
            credential_keys: 1,
            officers: 4,
            admitted_at: START,
        })
    }

    fn is_listed(id: AuthorityId) -> bool {
        Self::authority(id).is_some_and(|record| record.status == AuthorityStatus::Listed)
    }

    fn is_taken(account: &u64) -> bool {
        *account == DEPARTMENT || Self::officer_of(account).is_some()
    }
}

/// What parties hold: a small register of objects with one holder each.
#[derive(Default)]
pub struct Held {
    /// The objects that a party holds or held, in the order in which it got them.
    pub lists: BTreeMap<PartyId, Vec<u64>>,
    /// Who holds each object.
    pub holder: BTreeMap<u64, PartyId>,
    /// Cases and consents that move with an object.
    pub moved: BTreeMap<u64, u32>,
    /// Whose an open case is.
    pub cases: BTreeMap<CaseId, PartyId>,
    /// How often each object passed.
    pub passed: BTreeMap<u64, u32>,
}

thread_local! {
    static REGISTER: RefCell<Held> = RefCell::default();
}

/// Reads or changes what parties hold.
pub fn held<R>(change: impl FnOnce(&mut Held) -> R) -> R {
    REGISTER.with_borrow_mut(change)
}

/// Gives `count` further objects to a party, and returns their numbers.
pub fn hold(party: PartyId, count: u64) -> Vec<u64> {
    held(|held| {
        let first = held.holder.len() as u64;
        let objects: Vec<u64> = (first..first + count).collect();
        held.holder.extend(objects.iter().map(|object| (*object, party)));
        held.lists.entry(party).or_default().extend(&objects);
        objects
    })
}

/// Who holds an object.
pub fn holder(object: u64) -> PartyId {
    held(|held| held.holder[&object])
}

/// The registry pallet, as this one sees it.
pub struct Register;

impl HoldingRegister for Register {
    fn holding_count(party: PartyId) -> u32 {
        held(|held| held.lists.get(&party).map_or(0, |list| list.len() as u32))
    }

    fn pass_holding(passing: &PassingHolding) -> Result<u32, RegisterError> {
        let from = passing.basis.predecessor;
        held(|held| {
            let list = held.lists.get(&from).ok_or(RegisterError::NotFound)?;
            let object = *list
                .get(passing.holding as usize)
                .ok_or(RegisterError::NotFound)?;
            if held.holder[&object] != from {
                return Ok(0);
            }
            held.holder.insert(object, passing.to);
            held.lists.entry(passing.to).or_default().push(object);
            *held.passed.entry(object).or_default() += 1;
            Ok(held.moved.get(&object).copied().unwrap_or(0))
        })
    }

    fn pass_case(case: CaseId, from: PartyId, to: PartyId) -> Result<(), RegisterError> {
        held(|held| {
            let whose = held.cases.get_mut(&case).filter(|whose| **whose == from);
            *whose.ok_or(RegisterError::NotFound)? = to;
            Ok(())
        })
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_parties::BenchmarkHelper<u64> for Directory {
    fn registrars() -> [u64; 2] {
        [REGISTRAR, SECOND_REGISTRAR]
    }
    fn advance(millis: u64) {
        advance(millis);
    }
    fn hold(party: PartyId, count: u32, moved: u32) {
        let objects = hold(party, count.into());
        if let Some(first) = objects.first() {
            held(|held| held.moved.insert(*first, moved));
        }
    }
    fn open_case(party: PartyId) -> CaseId {
        let case = CaseId(1);
        held(|held| held.cases.insert(case, party));
        case
    }
}

/// Moves register time forward.
pub fn advance(millis: u64) {
    Now::mutate(|now| now.0 += millis);
}

pub fn officer(serial: u64) -> OfficerId {
    OfficerId::new(HOME, serial).unwrap()
}

pub fn party(serial: u64) -> PartyId {
    PartyId::new(HOME, serial).unwrap()
}

pub fn roles(roles: &[PartyRole]) -> Bounded<PartyRole, 4> {
    Bounded::try_from(roles.to_vec()).unwrap()
}

/// The person of the party that exists from the beginning.
pub fn port() -> Person {
    Person::LegalPerson(CreditCode(*b"9144030071526726XG"))
}

/// Another person.
pub fn mei() -> Person {
    Person::NaturalPerson([77; 32])
}

/// A chain with one party, admitted by authority 1.
#[derive(Default)]
pub struct Chain {
    /// Further accounts of the party, bound after genesis.
    pub further: Vec<u64>,
}

impl Chain {
    /// The party has these accounts too.
    pub fn with_accounts(further: &[u64]) -> Self {
        Self {
            further: further.to_vec(),
        }
    }

    pub fn genesis() -> pallet_parties::GenesisConfig<Test> {
        pallet_parties::GenesisConfig {
            parties: vec![PartyGenesis {
                person: port(),
                roles: roles(&[]),
                account: PORT,
                admitted_by: HOME,
            }],
            ..Default::default()
        }
    }

    pub fn build(self) -> sp_io::TestExternalities {
        Now::set(START);
        SuspendedAuthority::set(None);
        OfficerAffiliate::set(None);
        AuthorityAffiliate::set(None);
        REGISTER.set(Held::default());
        let mut storage = frame_system::GenesisConfig::<Test>::default()
            .build_storage()
            .unwrap();
        Self::genesis().assimilate_storage(&mut storage).unwrap();
        let mut chain = sp_io::TestExternalities::new(storage);
        chain.execute_with(|| {
            System::set_block_number(1);
            for account in self.further {
                Parties::request_account(signed(PORT), account).unwrap();
                Parties::bind_account(signed(REGISTRAR), party(1), account).unwrap();
            }
            System::reset_events();
        });
        chain
    }

    /// Runs the test, then checks every invariant.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Parties::do_try_state().unwrap();
        });
    }
}

pub fn signed(account: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

/// Asserts that this pallet deposited exactly this event since the last reset.
pub fn assert_only_event(event: pallet_parties::Event<Test>) {
    let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
    let ours: Vec<_> = events
        .into_iter()
        .filter(|event| matches!(event, RuntimeEvent::Parties(_)))
        .collect();
    assert_eq!(ours, vec![RuntimeEvent::Parties(event)]);
}
