//! A chain with this pallet alone. The register keeps its records in storage; rules, authorities and parties are a small
//! world in memory.

mod registry;
mod world;

pub use registry::*;
pub use world::*;

use crate as pallet_disputes;
use frame_support::{construct_runtime, derive_impl};
use quanji_primitives::{
    clock::Moment,
    directory::Register,
    marks::RightSet,
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    regime::RegimeId,
    regimes::{public_data_2025, NATIONAL_2026},
    rights::{Holders, RightKind},
    v1::{ObjectRecord, Outcome, Publication, RightRecord, RightStatus, VERSION},
    AuthorityId, CaseId, Digest, ObjectId,
};
use sp_runtime::BuildStorage;

type Block = frame_system::mocking::MockBlock<Test>;

construct_runtime!(
    pub enum Test {
        System: frame_system,
        Disputes: pallet_disputes,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
}

/// The department as origin, with its account.
pub struct ByDepartment;

impl frame_support::traits::EnsureOrigin<RuntimeOrigin> for ByDepartment {
    type Success = u64;
    fn try_origin(origin: RuntimeOrigin) -> Result<u64, RuntimeOrigin> {
        match origin.clone().into() {
            Ok(frame_system::RawOrigin::Signed(DEPARTMENT)) => Ok(DEPARTMENT),
            _ => Err(origin),
        }
    }
    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        Ok(signed(DEPARTMENT))
    }
}

impl pallet_disputes::Config for Test {
    type Rules = Rules;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    type DepartmentOrigin = ByDepartment;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
}

pub const DEPARTMENT: u64 = 99;
/// The authority that keeps the object.
pub const AUTHORITY: AuthorityId = AuthorityId(1);
pub const OTHER_AUTHORITY: AuthorityId = AuthorityId(2);

// Accounts of officers of `AUTHORITY`.
pub const EXAMINER: u64 = 1;
pub const REVIEWER: u64 = 2;
/// One person with the roles of examiner and reviewer, and that person's second account.
pub const BOTH_CHAIRS: u64 = 4;
pub const BOTH_CHAIRS_SECOND_ACCOUNT: u64 = 5;
pub const REGISTRAR: u64 = 6;
/// Officers affiliated with the registrant.
pub const AFFILIATED_EXAMINER: u64 = 7;
pub const AFFILIATED_REVIEWER: u64 = 8;
/// An examiner who is the natural person.
pub const EXAMINER_WHO_IS_THE_NATURAL_PERSON: u64 = 9;
pub const FORMER_EXAMINER: u64 = 10;
/// An examiner affiliated with the agent.
pub const EXAMINER_OF_THE_AGENT: u64 = 11;
/// Further officers with every role.
pub const OFFICERS: std::ops::Range<u64> = 30..60;
// Accounts of officers of `OTHER_AUTHORITY`.
pub const OTHER_EXAMINER: u64 = 20;
pub const OTHER_REVIEWER: u64 = 21;

// Accounts of parties.
pub const REGISTRANT: u64 = 100;
pub const OBJECTOR: u64 = 101;
/// A natural person, who holds rights together with `CO_HOLDER`.
pub const NATURAL_PERSON: u64 = 102;
pub const CO_HOLDER: u64 = 103;
pub const AGENT: u64 = 104;
pub const SUSPENDED_PARTY: u64 = 105;
/// A declared affiliate of `AUTHORITY`.
pub const AFFILIATE: u64 = 106;
/// The legal person that is `AUTHORITY`.
pub const AUTHORITY_ITSELF: u64 = 107;
/// A party that signs on paper only.
pub const WITHOUT_ACCOUNT: u64 = 108;
pub const BYSTANDER: u64 = 109;
/// An account that belongs to nobody.
pub const STRANGER: u64 = 999;

/// The object of most tests: rights 0 and 1 are the registrant's, 2 and 3 are held jointly by the natural person and the
/// co-holder, 4 of the registrant has ended.
pub fn object() -> ObjectId {
    ObjectId::new(AUTHORITY, 1).unwrap()
}

/// An object at the other authority, with one right of the bystander.
pub fn other_object() -> ObjectId {
    ObjectId::new(OTHER_AUTHORITY, 1).unwrap()
}

/// A registration of public data, without rights.
pub fn public_object() -> ObjectId {
    ObjectId::new(AUTHORITY, 2).unwrap()
}

/// A case at the other authority.
pub fn other_case() -> CaseId {
    CaseId::new(OTHER_AUTHORITY, 7).unwrap()
}

/// A case at `AUTHORITY`.
pub fn own_case() -> CaseId {
    CaseId::new(AUTHORITY, 7).unwrap()
}

pub fn rights(numbers: &[u32]) -> RightSet {
    numbers.iter().copied().collect()
}

pub fn record(id: ObjectId, rights: u32, regime: RegimeId) -> ObjectRecord {
    ObjectRecord {
        version: VERSION,
        facts: ObjectFacts {
            kind: ObjectKind::Resource,
            category: DataCategory::Enterprise,
            level: DataLevel::General,
            source: SourceKind::Collected,
            public_class: PublicClass::None,
            industry: 55,
            form: None,
            personal_information: None,
            description: Digest::Sha2_256([1; 32]),
            lineage: Default::default(),
        },
        authority: id.authority(),
        regime,
        publication: Publication::Full,
        outcome: Outcome::Live,
        entered_at: ADMITTED,
        imported: None,
        rights,
        certificates: 2,
        entries: 1,
        fingerprints: 0,
        derived: 0,
        marks: 0,
        open_cases: Default::default(),
        open_objections: Default::default(),
        history: [0; 32],
    }
}

pub fn right(holders: Holders, certificate: u32) -> RightRecord {
    RightRecord {
        version: VERSION,
        kind: RightKind::Holding,
        holders,
        parent: None,
        valid_until: at("2031-11-02 00:00"),
        certificate,
        entry: 1,
        status: RightStatus::Live,
        licences: 0,
    }
}

fn write_register() {
    let sole = |account| Holders::Sole(party(account));
    let joint = Holders::Joint(vec![party(NATURAL_PERSON), party(CO_HOLDER)].try_into().unwrap());
    Registry::put_object(object(), &record(object(), 5, NATIONAL_2026));
    for (number, holders, certificate) in [
        (0, sole(REGISTRANT), 0),
        (1, sole(REGISTRANT), 0),
        (2, joint.clone(), 1),
        (3, joint, 1),
        (4, sole(REGISTRANT), 0),
    ] {
        Registry::put_right(object(), number, &right(holders, certificate));
    }
    end_right(4);
    Registry::put_object(other_object(), &record(other_object(), 1, NATIONAL_2026));
    Registry::put_right(other_object(), 0, &right(sole(BYSTANDER), 0));
    let regime = public_data_2025().id;
    Registry::put_object(public_object(), &record(public_object(), 1, regime));
    Registry::put_right(public_object(), 0, &right(sole(REGISTRANT), 0));
    for case in [own_case(), other_case()] {
        Registry::put_case(
            case,
            &OpenCase {
                regime: NATIONAL_2026,
                stopped_by: None,
                yields: false,
            },
        );
    }
}

/// Ends a right of the object.
pub fn end_right(number: u32) {
    let right = Registry::right(object(), number).unwrap();
    let status = RightStatus::Ended(1);
    Registry::put_right(object(), number, &RightRecord { status, ..right });
}

/// Builds the world and the storage of a test.
pub struct ExtBuilder {
    now: Moment,
}

impl Default for ExtBuilder {
    /// Monday 2026-11-02, 09:00.
    fn default() -> Self {
        Self::at("2026-11-02 09:00")
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
        ext.execute_with(|| {
            // Events are not kept in block 0.
            System::set_block_number(1);
            write_register();
        });
        ext
    }

    /// Runs a test, after which every invariant holds.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Disputes::do_try_state().unwrap();
        });
    }
}

pub fn signed(account: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

/// Prepares the world for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<u64> for Helper {
    fn prepare() -> crate::benchmarking::Scene<u64> {
        let accounts: Vec<u64> = (200..216).collect();
        world(|world| {
            for account in &accounts {
                let person = quanji_primitives::person::Person::LegalPerson(credit_code(*account));
                world.add_party(*account, person);
            }
        });
        let registrants: Vec<_> = accounts
            .iter()
            .map(|account| (*account, party(*account)))
            .collect();
        let holders: Vec<_> = registrants.iter().map(|(_, party)| *party).collect();
        let holders = Holders::Joint(holders.try_into().unwrap());
        for id in [object(), other_object()] {
            Registry::put_object(id, &record(id, 64, NATIONAL_2026));
            for number in 0..64 {
                Registry::put_right(id, number, &right(holders.clone(), number / 16));
            }
        }
        crate::benchmarking::Scene {
            examiner: EXAMINER,
            reviewer: REVIEWER,
            objector: OBJECTOR,
            registrants,
            objects: [object(), other_object()],
            rights: (0..16).collect(),
        }
    }

    fn advance(days: u32) {
        world(|world| world.now.0 += u64::from(days) * quanji_primitives::clock::DAY_MILLIS);
    }
}
