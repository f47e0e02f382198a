//! A chain with this pallet alone. The register keeps its records in storage; rules, authorities and parties are a small
//! world in memory.

mod registry;
mod world;

pub use registry::*;
pub use world::*;

use crate as pallet_encumbrances;
use frame_support::{construct_runtime, derive_impl};
use quanji_primitives::{
    clock::Moment,
    directory::Register,
    marks::RightSet,
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    regime::RegimeId,
    regimes::NATIONAL_2026,
    rights::{Holders, RightKind},
    v1::{ObjectRecord, Outcome, Publication, RightRecord, RightStatus, VERSION},
    AuthorityId, Digest, ObjectId,
};
use sp_runtime::BuildStorage;

type Block = frame_system::mocking::MockBlock<Test>;

construct_runtime!(
    pub enum Test {
        System: frame_system,
        Encumbrances: pallet_encumbrances,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
}

impl pallet_encumbrances::Config for Test {
    type Rules = Rules;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
}

/// The authority that keeps the object.
pub const AUTHORITY: AuthorityId = AuthorityId(1);
pub const OTHER_AUTHORITY: AuthorityId = AuthorityId(2);

// Accounts of officers of `AUTHORITY`.
pub const REGISTRAR: u64 = 1;
pub const EXAMINER: u64 = 2;
pub const KEEPER: u64 = 3;
pub const REVIEWER: u64 = 4;
/// One person with the roles of examiner and reviewer, and that person's second account.
pub const BOTH_CHAIRS: u64 = 5;
pub const BOTH_CHAIRS_SECOND_ACCOUNT: u64 = 6;
pub const AFFILIATED_REVIEWER: u64 = 7;
/// A reviewer who is the natural person that holds right 2.
pub const REVIEWER_WHO_HOLDS: u64 = 8;
pub const FORMER_REVIEWER: u64 = 9;
/// Of `OTHER_AUTHORITY`, with every role.
pub const OTHER_OFFICER: u64 = 20;
/// An account that belongs to nobody.
pub const STRANGER: u64 = 999;

// Parties.
pub const HOLDER: u64 = 100;
pub const CO_HOLDER: u64 = 101;
// Financiers.
pub const BANK_P: u64 = 110;
pub const BANK_Q: u64 = 111;
pub const BANK_R: u64 = 112;
/// No financier.
pub const BUYER: u64 = 120;
pub const FOREIGN_BODY: u64 = 121;
pub const AGENT: u64 = 130;
/// A party that signs on paper.
pub const WITHOUT_ACCOUNT: u64 = 131;

/// The object of most tests: rights 0 and 1 are the holder's, 2 is the natural person's, 3 of the holder has ended.
pub fn object() -> ObjectId {
    ObjectId::new(AUTHORITY, 1).unwrap()
}

/// A registration without rights.
pub fn without_rights() -> ObjectId {
    ObjectId::new(AUTHORITY, 2).unwrap()
}

/// An object whose rights give security: 0 to hold and 1 to operate are the holder's, on one certificate; 2 to operate is both
/// holders', 3 to hold is the co-holder's alone, without a right to operate beside it, 4 to operate has lapsed.
pub fn product() -> ObjectId {
    ObjectId::new(AUTHORITY, 3).unwrap()
}

/// Another one: right 0 to operate is the holder's.
pub fn other_product() -> ObjectId {
    ObjectId::new(AUTHORITY, 4).unwrap()
}

/// An object of the other authority.
pub fn elsewhere() -> ObjectId {
    ObjectId::new(OTHER_AUTHORITY, 1).unwrap()
}

pub fn rights(numbers: &[u32]) -> RightSet {
    numbers.iter().copied().collect()
}

pub fn record(id: ObjectId, rights: u32) -> ObjectRecord {
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
        regime: NATIONAL_2026,
        publication: Publication::Full,
        outcome: Outcome::Live,
        entered_at: Moment(0),
        imported: None,
        rights,
        certificates: 1,
        entries: 1,
        fingerprints: 0,
        derived: 0,
        marks: 0,
        open_cases: Default::default(),
        open_objections: Default::default(),
        history: [0; 32],
    }
}

pub fn right(holder: u64) -> RightRecord {
    RightRecord {
        version: VERSION,
        kind: RightKind::Holding,
        holders: Holders::Sole(party(holder)),
        parent: None,
        valid_until: at("2031-11-02 00:00"),
        certificate: 0,
        entry: 1,
        status: RightStatus::Live,
        licences: 0,
    }
}

/// Ends a right of the object by something else.
pub fn end_right(number: u32) {
    let right = Registry::right(object(), number).unwrap();
    let status = RightStatus::Ended(1);
    Registry::put_right(object(), number, &RightRecord { status, ..right });
}

fn write_register() {
    Registry::put_object(object(), &record(object(), 4));
    for (number, holder) in [(0, HOLDER), (1, HOLDER), (2, CO_HOLDER), (3, HOLDER)] {
        Registry::put_right(object(), number, &right(holder));
    }
    end_right(3);
    write_products();
    Registry::put_object(without_rights(), &record(without_rights(), 0));
    Registry::put_object(elsewhere(), &record(elsewhere(), 1));
    Registry::put_right(elsewhere(), 0, &right(HOLDER));
}

fn write_products() {
    let both = vec![party(HOLDER), party(CO_HOLDER)];
    let rights = [
        (RightKind::Holding, Holders::Sole(party(HOLDER)), 0),
        (RightKind::Operating, Holders::Sole(party(HOLDER)), 0),
        (RightKind::Operating, Holders::Joint(both.try_into().unwrap()), 1),
        (RightKind::Holding, Holders::Sole(party(CO_HOLDER)), 2),
        (RightKind::Operating, Holders::Sole(party(HOLDER)), 3),
    ];
    Registry::put_object(product(), &record(product(), 5));
    for (number, (kind, holders, certificate)) in (0..).zip(rights) {
        let valid_until = if number == 4 {
            Moment(1)
        } else {
            right(HOLDER).valid_until
        };
        let of_product = RightRecord {
            kind,
            holders,
            certificate,
            valid_until,
            ..right(HOLDER)
        };
        Registry::put_right(product(), number, &of_product);
    }
    let operating = RightRecord {
        kind: RightKind::Operating,
        ..right(HOLDER)
    };
    Registry::put_object(other_product(), &record(other_product(), 1));
    Registry::put_right(other_product(), 0, &operating);
}

/// Builds the world and the storage of a test.
pub struct ExtBuilder {
    now: Moment,
}

impl Default for ExtBuilder {
    /// Tuesday 2026-12-01, 09:00.
    fn default() -> Self {
        Self::at("2026-12-01 09:00")
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
            Encumbrances::do_try_state().unwrap();
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
        world(|world| world.marks_max = 320);
        Registry::put_object(object(), &record(object(), 64));
        for number in 0..64 {
            Registry::put_right(object(), number, &right(HOLDER));
        }
        crate::benchmarking::Scene {
            keeper: KEEPER,
            reviewer: REVIEWER,
            object: object(),
            rights: (0..64).collect(),
        }
    }

    fn prepare_collateral() -> crate::benchmarking::collateral::Scene<u64> {
        world(|world| world.marks_max = 320);
        let givers: Vec<u64> = (200..216).collect();
        for account in &givers {
            let person = quanji_primitives::person::Person::LegalPerson(credit_code(*account));
            world(|world| world.add_party(*account, person));
        }
        let with_party = |account: &u64| (*account, party(*account));
        let joint: Vec<_> = givers.iter().map(|account| party(*account)).collect();
        let right = RightRecord {
            kind: RightKind::Operating,
            holders: Holders::Joint(joint.try_into().unwrap()),
            ..right(HOLDER)
        };
        let objects: Vec<_> = (10..18)
            .map(|serial| ObjectId::new(AUTHORITY, serial).unwrap())
            .collect();
        for object in &objects {
            Registry::put_object(*object, &record(*object, 1));
            Registry::put_right(*object, 0, &right);
        }
        crate::benchmarking::collateral::Scene {
            givers: givers.iter().map(with_party).collect(),
            bank: (BANK_P, party(BANK_P)),
            objects,
        }
    }

    fn put_marks(object: ObjectId, marks: &[quanji_primitives::marks::Mark]) {
        for (number, mark) in (0..).zip(marks) {
            Registry::put_mark(object, number, mark);
        }
        let mut record = Registry::object(object).unwrap();
        record.marks = marks.len() as u32;
        Registry::put_object(object, &record);
    }
}
