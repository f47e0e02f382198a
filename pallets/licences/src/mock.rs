//! A chain with this pallet alone. The register keeps its records in storage; rules, authorities and parties are a small
//! world in memory.

mod registry;
mod world;

pub use registry::*;
pub use world::*;

use crate as pallet_licences;
use frame_support::{construct_runtime, derive_impl};
use quanji_primitives::{
    clock::{Day, Moment},
    directory::{MarkHolders, Register, RuleBook},
    marks::{Mark, MarkKind, MarkSource, RightSet},
    object::{
        DataCategory, DataLevel, LawfulGround, ObjectFacts, ObjectKind, PersonalInformation, PublicClass,
        SourceKind,
    },
    regime::RegimeId,
    regimes::{public_data_2025, NATIONAL_2026, SHENZHEN_2023},
    rights::{Holders, RightKind},
    v1::{ObjectRecord, Outcome, Publication, RightRecord, RightStatus, VERSION},
    AuthorityId, ConflictId, Digest, ObjectId, PartyId,
};
use sp_runtime::BuildStorage;

type Block = frame_system::mocking::MockBlock<Test>;

construct_runtime!(
    pub enum Test {
        System: frame_system,
        Licences: pallet_licences,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
}

impl pallet_licences::Config for Test {
    type Rules = Rules;
    type Authorities = Authorities;
    type Parties = Parties;
    type Register = Registry;
    type MarkHolders = Holding;
    type WeightInfo = ();
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Helper;
}

/// The authority that keeps the objects.
pub const AUTHORITY: AuthorityId = AuthorityId(1);
pub const OTHER_AUTHORITY: AuthorityId = AuthorityId(2);

// Accounts of officers of `AUTHORITY`.
pub const EXAMINER: u64 = 1;
pub const REVIEWER: u64 = 2;
/// One person with the role of examiner, and that person's second account.
pub const EXAMINER_SECOND_ACCOUNT: u64 = 3;
pub const REGISTRAR: u64 = 6;
/// An examiner affiliated with the licensor.
pub const AFFILIATED_EXAMINER: u64 = 7;
pub const FORMER_EXAMINER: u64 = 10;
/// An examiner of `OTHER_AUTHORITY`.
pub const OTHER_EXAMINER: u64 = 20;

// Accounts of parties.
pub const PORT: u64 = 100;
pub const FREIGHT: u64 = 101;
pub const SUB: u64 = 102;
pub const THIRD: u64 = 103;
/// An independent holder of the same kind of right in the same object.
pub const SHIP: u64 = 104;
/// A foreign body.
pub const SING: u64 = 105;
pub const AGENT: u64 = 106;
/// Co-holders.
pub const MEI: u64 = 107;
pub const CO_HOLDER: u64 = 108;
pub const SUSPENDED_PARTY: u64 = 109;
/// An account that belongs to nobody.
pub const STRANGER: u64 = 999;

/// The numbers of the rights in most objects.
pub const OPERATING: u32 = 0;
pub const HOLDING: u32 = 1;
/// Of an independent holder.
pub const INDEPENDENT: u32 = 2;
/// Of two co-holders.
pub const JOINT: u32 = 3;
pub const ENDED: u32 = 4;
/// The number that the first licence gets.
pub const FIRST_LICENCE: u32 = 5;

/// The product of most tests.
pub fn object() -> ObjectId {
    ObjectId::new(AUTHORITY, 1).unwrap()
}

/// Further objects with the same rights, which differ in one fact.
pub fn other(serial: u64) -> ObjectId {
    ObjectId::new(AUTHORITY, serial).unwrap()
}

pub fn facts() -> ObjectFacts {
    ObjectFacts {
        kind: ObjectKind::Product,
        category: DataCategory::Enterprise,
        level: DataLevel::General,
        source: SourceKind::Collected,
        public_class: PublicClass::None,
        industry: 55,
        form: Some(1),
        personal_information: None,
        description: Digest::Sha2_256([1; 32]),
        lineage: Default::default(),
    }
}

/// Important data.
pub const IMPORTANT: u64 = 2;
/// A product of public data.
pub const PUBLIC_PRODUCT: u64 = 3;
/// Raw public data that was not opened.
pub const RAW_PUBLIC: u64 = 4;
/// Raw public data that a utility produced.
pub const UTILITY: u64 = 5;
/// Data with personal information, authorised until the end of 2027.
pub const PERSONAL: u64 = 6;
/// Of a negative-listed industry.
pub const LISTED: u64 = 7;
/// Registered under `shenzhen-2023`.
pub const SHENZHEN: u64 = 8;
/// Registered under `public-data-2025`.
pub const WITHOUT_RIGHTS: u64 = 9;
/// Of an unknown regime.
pub const UNKNOWN_REGIME: u64 = 10;
/// The negative-listed industry.
pub const LISTED_INDUSTRY: u8 = 66;

fn special_objects() -> Vec<(u64, ObjectFacts, RegimeId)> {
    let public = ObjectFacts {
        category: DataCategory::Public,
        ..facts()
    };
    let raw = ObjectFacts {
        kind: ObjectKind::Resource,
        form: None,
        ..public.clone()
    };
    let with = |change: fn(&mut ObjectFacts)| {
        let mut facts = facts();
        change(&mut facts);
        facts
    };
    let utility = ObjectFacts {
        public_class: PublicClass::Utility,
        ..raw.clone()
    };
    let personal = |facts: &mut ObjectFacts| {
        facts.personal_information = Some(PersonalInformation {
            ground: LawfulGround::Consent,
            authorisation: Digest::Sha2_256([2; 32]),
            until: Some("2027-12-31".parse::<Day>().unwrap()),
        })
    };
    let unknown = RegimeId {
        system: 9,
        version: 9,
    };
    vec![
        (
            IMPORTANT,
            with(|facts| facts.level = DataLevel::Important),
            NATIONAL_2026,
        ),
        (PUBLIC_PRODUCT, public, NATIONAL_2026),
        (RAW_PUBLIC, raw, NATIONAL_2026),
        (UTILITY, utility, NATIONAL_2026),
        (PERSONAL, with(personal), NATIONAL_2026),
        (
            LISTED,
            with(|facts| facts.industry = LISTED_INDUSTRY),
            NATIONAL_2026,
        ),
        (SHENZHEN, facts(), SHENZHEN_2023),
        (WITHOUT_RIGHTS, facts(), public_data_2025().id),
        (UNKNOWN_REGIME, facts(), unknown),
    ]
}

pub fn record(facts: ObjectFacts, regime: RegimeId) -> ObjectRecord {
    ObjectRecord {
        version: VERSION,
        facts,
        authority: AUTHORITY,
        regime,
        publication: Publication::Full,
        outcome: Outcome::Live,
        entered_at: ADMITTED,
        imported: None,
        rights: FIRST_LICENCE,
        certificates: 4,
        entries: 1,
        fingerprints: 0,
        derived: 0,
        marks: 0,
        open_cases: Default::default(),
        open_objections: Default::default(),
        history: [0; 32],
    }
}

pub fn right(kind: RightKind, holders: Holders) -> RightRecord {
    RightRecord {
        version: VERSION,
        kind,
        holders,
        parent: None,
        valid_until: at("2031-11-02 00:00"),
        certificate: 0,
        entry: 1,
        status: RightStatus::Live,
        licences: 0,
    }
}

fn write_register() {
    let sole = |account| Holders::Sole(party(account));
    let joint = Holders::Joint(vec![party(MEI), party(CO_HOLDER)].try_into().unwrap());
    let objects = [(1, facts(), NATIONAL_2026)].into_iter().chain(special_objects());
    for (serial, facts, regime) in objects {
        let id = other(serial);
        Registry::put_object(id, &record(facts, regime));
        Registry::put_right(id, OPERATING, &right(RightKind::Operating, sole(PORT)));
        Registry::put_right(id, HOLDING, &right(RightKind::Holding, sole(PORT)));
        Registry::put_right(id, INDEPENDENT, &right(RightKind::Operating, sole(SHIP)));
        Registry::put_right(id, JOINT, &right(RightKind::Operating, joint.clone()));
        let ended = RightStatus::Ended(1);
        let of_ended = right(RightKind::Operating, sole(PORT));
        Registry::put_right(
            id,
            ENDED,
            &RightRecord {
                status: ended,
                ..of_ended
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

/// Sets a mark on a right of the object.
pub fn put_mark(kind: MarkKind, number: u32) {
    let mark = Mark {
        version: VERSION,
        kind,
        rights: RightSet::NONE.with(number),
        source: MarkSource::Conflict(ConflictId(1)),
        authority: AUTHORITY,
        since: ADMITTED,
        until: None,
        ended: None,
        order: None,
    };
    Registry::put_mark(object(), mark);
}

/// Pledges and reservations stand for one party of the world.
pub struct Holding;

impl MarkHolders for Holding {
    fn holder(_: ObjectId, _: u32, mark: &Mark) -> Option<PartyId> {
        matches!(mark.kind, MarkKind::Pledge | MarkKind::Reservation)
            .then(|| world(|world| world.mark_holder))
            .flatten()
    }
}

/// Builds the world and the storage of a test.
pub struct ExtBuilder {
    now: Moment,
}

impl Default for ExtBuilder {
    /// Monday 2026-11-02, 09:00.
    fn default() -> Self {
        let now = at("2026-11-02 09:00");
        Self { now }
    }
}

impl ExtBuilder {
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
            Licences::do_try_state().unwrap();
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
    fn put_pledge(_: ObjectId, pledgee: PartyId) {
        put_mark(MarkKind::Pledge, 0);
        world(|world| world.mark_holder = Some(pledgee));
    }

    fn prepare() -> crate::benchmarking::Scene<u64> {
        use crate::benchmarking::{parent_of, Scene, RIGHTS};
        let accounts: Vec<u64> = (200..220).collect();
        for account in &accounts {
            let person = quanji_primitives::person::Person::LegalPerson(credit_code(*account));
            world(|world| world.add_party(*account, person));
        }
        let with_party = |account: &u64| (*account, party(*account));
        let parties: Vec<_> = accounts.iter().map(with_party).collect();
        let (holders, licensees) = parties.split_at(16);
        let joint: Vec<_> = holders.iter().map(|(_, party)| *party).collect();
        let joint = Holders::Joint(joint.try_into().unwrap());
        let id = object();
        let until = Rules.now().day().plus(365).end();
        Registry::put_right(id, 0, &right(RightKind::Operating, joint));
        for number in 1..RIGHTS {
            let (_, licensee) = licensees[number.min(3) as usize - 1];
            let given = RightRecord {
                parent: parent_of(number).map(|index| quanji_primitives::RightId { object: id, index }),
                valid_until: until,
                ..right(RightKind::ProcessingUse, Holders::Sole(licensee))
            };
            Registry::put_right(id, number, &given);
        }
        let of_object = Registry::object(id).unwrap();
        Registry::put_object(
            id,
            &ObjectRecord {
                rights: RIGHTS,
                ..of_object
            },
        );
        Scene {
            examiner: EXAMINER,
            reviewer: REVIEWER,
            holders: holders.to_vec(),
            licensees: licensees.to_vec().try_into().unwrap(),
            object: id,
        }
    }
}
