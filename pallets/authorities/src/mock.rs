//! A chain with this pallet and the real session pallet.

use crate::{self as pallet_authorities, ApprovedValidator, AuthorityGenesis, OfficerGenesis};
use frame_support::{
    derive_impl, parameter_types,
    traits::{
        fungible::{hold, Dust, Inspect, Mutate, Unbalanced},
        tokens::{DepositConsequence, Fortitude, Preservation, Provenance, WithdrawConsequence},
        ConstU128, ConstU32, OnInitialize,
    },
};
use quanji_primitives::{
    authority::{AuthorityProfile, OfficerRole},
    bad_faith::BadFaith,
    capacity::Power,
    clock::{Calendar, Moment, Year, YearCalendar},
    codes::CodeTable,
    directory::{PartyRegister, RuleBook},
    person::{CreditCode, PartyRole, Person},
    regime::{Regime, RegimeId},
    v1::{PartyRecord, PartyStanding},
    AuthorityId, Bounded, OfficerId, PartyId, PowerId,
};
use sp_runtime::{
    impl_opaque_keys, testing::UintAuthorityId, traits::OpaqueKeys, BuildStorage, DispatchError,
    DispatchResult, RuntimeAppPublic,
};

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Session: pallet_session,
        Authorities: pallet_authorities,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
}

impl_opaque_keys! {
    pub struct Keys {
        pub only: UintAuthorityId,
    }
}

parameter_types! {
    /// Sets of validators that the consensus engines were told to change to.
    pub static SetChanges: u32 = 0;
    pub static Now: Moment = START;
}

/// Stands for Aura and GRANDPA: counts the sets they would start.
pub struct Engine;

impl pallet_session::SessionHandler<u64> for Engine {
    const KEY_TYPE_IDS: &'static [sp_runtime::KeyTypeId] = &[UintAuthorityId::ID];
    fn on_genesis_session<K: OpaqueKeys>(_: &[(u64, K)]) {}
    fn on_new_session<K: OpaqueKeys>(changed: bool, _: &[(u64, K)], _: &[(u64, K)]) {
        SetChanges::mutate(|changes| *changes += u32::from(changed));
    }
    fn on_disabled(_: u32) {}
}

impl pallet_session::Config for Test {
    type RuntimeEvent = RuntimeEvent;
    type ValidatorId = u64;
    type ValidatorIdOf = ApprovedValidator<Test>;
    type ShouldEndSession = Authorities;
    type NextSessionRotation = Authorities;
    type SessionManager = Authorities;
    type SessionHandler = Engine;
    type Keys = Keys;
    type DisablingStrategy = ();
    type WeightInfo = ();
    type Currency = NoCurrency;
    type KeyDeposit = ConstU128<0>;
}

impl pallet_authorities::Config for Test {
    type Rules = Rules;
    type Parties = Parties;
    type MaxValidators = ConstU32<4>;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Parties;
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

/// Parties 1 to 20 exist; account 900 belongs to one of them.
pub struct Parties;

pub const ACCOUNT_OF_PARTY: u64 = 900;

impl PartyRegister<u64> for Parties {
    fn party_of(account: &u64) -> Option<PartyId> {
        (*account == ACCOUNT_OF_PARTY).then_some(PartyId(1))
    }
    fn party(id: PartyId) -> Option<PartyRecord> {
        (1..=20).contains(&id.0).then(|| PartyRecord {
            version: 1,
            person: Person::NaturalPerson([1; 32]),
            roles: Bounded::truncate_from(vec![PartyRole::Registrant]),
            admitted_by: AuthorityId(1),
            admitted_at: Moment(0),
            standing: PartyStanding::Good,
        })
    }
    fn party_of_person(_: &Person) -> Option<PartyId> {
        None
    }
    fn power(_: PowerId) -> Option<Power> {
        None
    }
    fn has_account(id: PartyId) -> bool {
        id == PartyId(1)
    }
    fn record_bad_faith(_: PartyId, _: BadFaith) {}
    fn barred_until(_: PartyId) -> Option<Moment> {
        None
    }
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_authorities::BenchmarkHelper for Parties {
    fn parties(count: u32) -> Vec<PartyId> {
        (1..=u64::from(count)).map(PartyId).collect()
    }
}

/// No balance, and no effect of any deposit.
pub struct NoCurrency;

impl Inspect<u64> for NoCurrency {
    type Balance = u128;
    fn total_issuance() -> u128 {
        0
    }
    fn minimum_balance() -> u128 {
        0
    }
    fn total_balance(_: &u64) -> u128 {
        0
    }
    fn balance(_: &u64) -> u128 {
        0
    }
    fn reducible_balance(_: &u64, _: Preservation, _: Fortitude) -> u128 {
        0
    }
    fn can_deposit(_: &u64, _: u128, _: Provenance) -> DepositConsequence {
        DepositConsequence::Success
    }
    fn can_withdraw(_: &u64, _: u128) -> WithdrawConsequence<u128> {
        WithdrawConsequence::Success
    }
}

impl Unbalanced<u64> for NoCurrency {
    fn handle_dust(_: Dust<u64, Self>) {}
    fn write_balance(_: &u64, _: u128) -> Result<Option<u128>, DispatchError> {
        Ok(None)
    }
    fn set_total_issuance(_: u128) {}
}

impl hold::Inspect<u64> for NoCurrency {
    type Reason = RuntimeHoldReason;
    fn total_balance_on_hold(_: &u64) -> u128 {
        0
    }
    fn balance_on_hold(_: &RuntimeHoldReason, _: &u64) -> u128 {
        0
    }
}

impl hold::Unbalanced<u64> for NoCurrency {
    fn set_balance_on_hold(_: &RuntimeHoldReason, _: &u64, _: u128) -> DispatchResult {
        Ok(())
    }
}

impl Mutate<u64> for NoCurrency {}
impl hold::Mutate<u64> for NoCurrency {}

/// Register time when a test begins.
pub const START: Moment = Moment(1_790_000_000_000);
pub const DEPARTMENT: u64 = 1;
/// An account that belongs to nobody.
pub const FREE: u64 = 800;

/// The administrating account of the authority with a number.
pub fn account_of(authority: u16) -> u64 {
    u64::from(authority) * 100
}

/// The validator of the authority with a number.
pub fn validator_of(authority: u16) -> u64 {
    account_of(authority) + 1
}

/// The account of officer `serial` of the authority with a number.
pub fn officer_account(authority: u16, serial: u64) -> u64 {
    account_of(authority) + 10 + serial
}

pub fn officer(authority: u16, serial: u64) -> OfficerId {
    OfficerId::new(AuthorityId(authority), serial).unwrap()
}

pub fn person(number: u8) -> [u8; 32] {
    [number; 32]
}

pub fn roles(roles: &[OfficerRole]) -> Bounded<OfficerRole, 4> {
    Bounded::try_from(roles.to_vec()).unwrap()
}

pub fn profile(region: u8, digit: u8) -> AuthorityProfile {
    AuthorityProfile {
        name: Bounded::truncate_from("岭南登记中心".as_bytes().to_vec()),
        credit_code: CreditCode(*b"9144030071526726XG"),
        region,
        digit,
    }
}

/// A chain with two authorities, each with a validator; the first has an examiner and a reviewer, the second an
/// officer with all roles.
pub struct Chain {
    pub authorities: u16,
    pub minimum_validators: u32,
    pub session_length: u32,
}

impl Default for Chain {
    fn default() -> Self {
        Self {
            authorities: 2,
            minimum_validators: 1,
            session_length: 5,
        }
    }
}

impl Chain {
    pub fn authorities(mut self, count: u16) -> Self {
        self.authorities = count;
        self
    }

    pub fn minimum_validators(mut self, minimum: u32) -> Self {
        self.minimum_validators = minimum;
        self
    }

    pub fn genesis(&self) -> pallet_authorities::GenesisConfig<Test> {
        let officer = |authority, serial: u64, roles_of: &[OfficerRole]| OfficerGenesis {
            person: person(authority as u8 * 10 + serial as u8),
            roles: roles(roles_of),
            account: officer_account(authority, serial),
        };
        let authority = |id: u16| AuthorityGenesis {
            profile: profile(43 + id as u8, 1),
            account: account_of(id),
            credential_key: [id as u8; 32],
            validator: Some(validator_of(id)),
            officers: if id == 1 {
                vec![
                    officer(1, 1, &[OfficerRole::Examiner]),
                    officer(1, 2, &[OfficerRole::Reviewer]),
                ]
            } else {
                vec![officer(id, 1, &[OfficerRole::Registrar, OfficerRole::Examiner])]
            },
        };
        pallet_authorities::GenesisConfig {
            department: Some(DEPARTMENT),
            authorities: (1..=self.authorities).map(authority).collect(),
            session_length: self.session_length,
            minimum_validators: self.minimum_validators,
        }
    }

    pub fn build(self) -> sp_io::TestExternalities {
        SetChanges::set(0);
        Now::set(START);
        let mut storage = frame_system::GenesisConfig::<Test>::default()
            .build_storage()
            .unwrap();
        self.genesis().assimilate_storage(&mut storage).unwrap();
        let keys = (1..=self.authorities)
            .map(validator_of)
            .map(|validator| (validator, validator, keys(validator)));
        pallet_session::GenesisConfig::<Test> {
            keys: keys.collect(),
            non_authority_keys: vec![],
        }
        .assimilate_storage(&mut storage)
        .unwrap();
        let mut chain = sp_io::TestExternalities::new(storage);
        chain.execute_with(|| System::set_block_number(1));
        chain
    }

    /// Runs the test, then checks every invariant.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Authorities::do_try_state().unwrap();
        });
    }
}

pub fn keys(validator: u64) -> Keys {
    Keys {
        only: UintAuthorityId(validator),
    }
}

pub fn signed(account: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

/// Ends `count` sessions.
pub fn run_sessions(count: u32) {
    let length = u64::from(pallet_authorities::SessionLength::<Test>::get());
    for _ in 0..u64::from(count) * length {
        let next = System::block_number() + 1;
        System::set_block_number(next);
        Session::on_initialize(next);
        System::reset_events();
    }
}

/// Asserts that exactly this event was deposited since the last call, by this pallet or another.
pub fn assert_only_event(event: pallet_authorities::Event<Test>) {
    let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
    let ours: Vec<_> = events
        .into_iter()
        .filter(|event| matches!(event, RuntimeEvent::Authorities(_)))
        .collect();
    assert_eq!(ours, vec![RuntimeEvent::Authorities(event)]);
}
