//! Rules, persons and time, as the benchmarks of the register's pallets need them.

use crate::{AccountId, Runtime};
use alloc::vec::Vec;
use frame_support::traits::Get;
use pallet_registry::benchmarking::Seats;
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, Officer, OfficerRole},
    capacity::{Acts, Power, PowerScope},
    clock::{DevelopmentClock, Moment},
    codes::{industry_divisions, CodeTable, PRODUCT_FORMS, PURPOSES},
    person::{CreditCode, PartyRole, Person},
    regime::Regime,
    regimes::calendar_2026,
    v1::{AuthorityRecord, PartyRecord, PartyStanding, VERSION},
    AuthorityId, Bounded, CaseId, Digest, OfficerId, PartyId, PowerId,
};

/// Prepares what benchmarks need, by writing it.
pub struct Prepared;

/// The authority of the benchmarks.
const AUTHORITY: AuthorityId = AuthorityId(1_000);

/// Affiliates of the worst case: parties that no benchmark uses.
const FIRST_AFFILIATE: u64 = 1 << 40;

fn account_of(kind: u8, number: u64) -> AccountId {
    let mut bytes = [kind; 32];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    AccountId::new(bytes)
}

fn affiliates() -> Bounded<PartyId, 16> {
    (0..16)
        .map(|number| PartyId(FIRST_AFFILIATE + number))
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

fn write_authority() {
    let record = AuthorityRecord {
        version: VERSION,
        profile: AuthorityProfile {
            name: Bounded::truncate_from(alloc::vec![b'a'; 128]),
            credit_code: CreditCode(*b"12440000MB0000001C"),
            region: 98,
            digit: 9,
        },
        status: AuthorityStatus::Listed,
        affiliates: affiliates(),
        credential_keys: 0,
        officers: 2,
        admitted_at: Moment(0),
    };
    pallet_authorities::Authorities::<Runtime>::insert(AUTHORITY, record);
}

fn write_officer(serial: u64, role: OfficerRole) -> AccountId {
    let account = account_of(0xf0, serial);
    let id = OfficerId::new(AUTHORITY, serial).unwrap();
    let officer = Officer {
        authority: AUTHORITY,
        person: [serial as u8; 32],
        roles: Bounded::truncate_from(alloc::vec![role]),
        affiliates: affiliates(),
        in_office: true,
    };
    pallet_authorities::Officers::<Runtime>::insert(id, officer);
    pallet_authorities::OfficerOf::<Runtime>::insert(&account, id);
    account
}

fn write_party(number: u64, authority: AuthorityId, roles: &[PartyRole]) -> (AccountId, PartyId) {
    let party = PartyId::new(authority, number).unwrap();
    let mut code = *b"91440000MA0000005H";
    code[8..16].copy_from_slice(alloc::format!("{number:08}").as_bytes());
    let record = PartyRecord {
        version: VERSION,
        person: Person::LegalPerson(CreditCode(code)),
        roles: Bounded::truncate_from(roles.to_vec()),
        admitted_by: authority,
        admitted_at: Moment(0),
        standing: PartyStanding::Good,
    };
    let account = account_of(0xe0, number);
    pallet_parties::Parties::<Runtime>::insert(party, record);
    pallet_parties::PartyOf::<Runtime>::insert(&account, party);
    let accounts = Bounded::truncate_from(alloc::vec![account.clone()]);
    pallet_parties::AccountsOf::<Runtime>::insert(party, accounts);
    (account, party)
}

impl pallet_registry::benchmarking::Helper<AccountId> for Prepared {
    fn install_rules(regime: Regime) {
        pallet_rules::Regimes::<Runtime>::insert(regime.id, regime);
        pallet_rules::Calendars::<Runtime>::insert(2026, calendar_2026());
        industry_divisions()
            .for_each(|code| pallet_rules::Codes::<Runtime>::insert(CodeTable::Industry, code, ()));
        for (code, ..) in PRODUCT_FORMS {
            pallet_rules::Codes::<Runtime>::insert(CodeTable::ProductForm, code, ());
        }
        for (code, ..) in PURPOSES {
            pallet_rules::Codes::<Runtime>::insert(CodeTable::Purpose, code, ());
        }
        let listed: Vec<u8> = pallet_rules::NegativeList::<Runtime>::iter_keys().collect();
        listed
            .into_iter()
            .for_each(pallet_rules::NegativeList::<Runtime>::remove);
    }

    fn set_time(now: Moment) {
        let anchor = Some(Moment(pallet_timestamp::Now::<Runtime>::get()));
        pallet_rules::DevelopmentClock::<Runtime>::put(DevelopmentClock {
            epoch: now,
            anchor,
            speed: 1,
        });
    }

    fn admit_authority() -> Seats<AccountId> {
        write_authority();
        Seats {
            authority: AUTHORITY,
            examiner: write_officer(1, OfficerRole::Examiner),
            reviewer: write_officer(2, OfficerRole::Reviewer),
            second_reviewer: write_officer(3, OfficerRole::Reviewer),
            registrar: write_officer(4, OfficerRole::Registrar),
        }
    }

    fn admit_parties(authority: AuthorityId, number: u32, roles: &[PartyRole]) -> Vec<(AccountId, PartyId)> {
        let first = pallet_parties::LastSerial::<Runtime>::get(authority) + 1;
        let after = first + u64::from(number);
        pallet_parties::LastSerial::<Runtime>::insert(authority, after - 1);
        (first..after)
            .map(|serial| write_party(serial, authority, roles))
            .collect()
    }

    fn grant_power(principal: PartyId, agent: PartyId) -> PowerId {
        let serial = pallet_parties::LastPower::<Runtime>::get(principal.authority()) + 1;
        pallet_parties::LastPower::<Runtime>::insert(principal.authority(), serial);
        let id = PowerId::new(principal.authority(), serial).unwrap();
        let power = Power {
            version: VERSION,
            principal,
            agent,
            acts: Acts(u16::MAX),
            scope: PowerScope::All,
            valid_from: Moment(0),
            valid_until: Moment(u64::MAX),
            both_sides: false,
            document: Digest::Sha2_256([0; 32]),
            revoked_at: None,
        };
        pallet_parties::Powers::<Runtime>::insert(id, power);
        id
    }
}

impl pallet_authorities::BenchmarkHelper for Prepared {
    fn parties(count: u32) -> Vec<PartyId> {
        (1..=count.into())
            .map(|serial| write_party(serial, AUTHORITY, &[PartyRole::Registrant]).1)
            .collect()
    }
}

impl pallet_parties::BenchmarkHelper<AccountId> for Prepared {
    fn registrars() -> [AccountId; 2] {
        write_authority();
        [
            write_officer(1, OfficerRole::Registrar),
            write_officer(2, OfficerRole::Registrar),
        ]
    }

    fn advance(millis: u64) {
        use quanji_primitives::directory::RuleBook;
        let now = pallet_rules::Book::<Runtime>::default().now();
        <Self as pallet_registry::benchmarking::Helper<AccountId>>::set_time(Moment(now.0 + millis));
    }

    fn hold(party: PartyId, count: u32, moved: u32) {
        super::successions::hold(party, count, moved);
    }

    fn open_case(party: PartyId) -> CaseId {
        super::successions::open_case(party)
    }
}

/// The department's account, which is a sender the meter knows.
impl Get<AccountId> for Prepared {
    fn get() -> AccountId {
        let account = account_of(0xd0, 0);
        pallet_authorities::Department::<Runtime>::put(&account);
        account
    }
}
