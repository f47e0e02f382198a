//! The genesis states this runtime knows by name.
//!
//! Their keys are the well-known development keys, whose secrets everybody knows: a chain with a value at stake
//! never starts from them, and the node refuses a live chain specification that contains one.

use crate::{
    development_keys, AccountId, AuthoritiesConfig, PartiesConfig, RulesConfig, RuntimeGenesisConfig,
    SessionConfig, SessionKeys,
};
use alloc::{format, string::String, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use pallet_authorities::{AuthorityGenesis, OfficerGenesis};
use pallet_parties::PartyGenesis;
use quanji_primitives::{
    authority::{AuthorityProfile, OfficerRole},
    clock::{Day, DevelopmentClock, Moment},
    person::{CreditCode, PartyRole, Person},
    AuthorityId, Bounded,
};
use serde_json::Value;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};

/// A registration authority of the presets: the path of its keys, its name, its credit code, its region in
/// certificate numbers, and the path of its validator.
struct Place {
    path: &'static str,
    name: &'static str,
    credit_code: [u8; 18],
    region: u8,
    validator: &'static str,
}

const PLACES: [Place; 4] = [
    Place {
        path: "//Lingnan",
        name: "岭南数据登记中心",
        credit_code: *b"12440000MB0000001C",
        region: 44,
        validator: "//Alice",
    },
    Place {
        path: "//Jingbei",
        name: "京北数据登记中心",
        credit_code: *b"12110000MB0000002Y",
        region: 11,
        validator: "//Bob",
    },
    Place {
        path: "//Shenjiang",
        name: "申江数据登记中心",
        credit_code: *b"12310000MB0000003F",
        region: 31,
        validator: "//Charlie",
    },
    Place {
        path: "//Qiantang",
        name: "钱塘数据登记中心",
        credit_code: *b"12330000MB0000004T",
        region: 33,
        validator: "//Dave",
    },
];

/// The institution digit of every authority of the presets: each is the first of its region.
const DIGIT: u8 = 1;

/// On the negative list of the presets: data of international organisations (GB/T 4754 division 97). Which data the
/// departments list is theirs to say; an assumption.
const NEGATIVE_LISTED: u8 = 97;

/// Blocks in a session of a development or local chain: a minute.
const SESSION_LENGTH: u32 = 20;

/// Days of a real case pass between two commands of a demonstration, so register time begins on a Monday morning
/// and is moved by `set_clock`.
const EPOCH: (i32, u32, u32) = (2026, 11, 2);
const NINE_HOURS: u64 = 9 * 3_600_000;

/// The genesis state of the preset called `id`, as JSON, or `None` when there is none of that name.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
    let patch = match id.as_ref() {
        DEV_RUNTIME_PRESET => genesis(PLACES.get(..1)?, Some(development_clock()?))?,
        LOCAL_TESTNET_RUNTIME_PRESET => genesis(&PLACES, None)?,
        _ => return None,
    };
    serde_json::to_vec(&patch).ok()
}

/// The names of all presets.
pub fn preset_names() -> Vec<PresetId> {
    vec![
        PresetId::from(DEV_RUNTIME_PRESET),
        PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET),
    ]
}

fn development_clock() -> Option<DevelopmentClock> {
    let (year, month, day) = EPOCH;
    let morning = Day::from_date(year, month, day)?
        .start()
        .0
        .checked_add(NINE_HOURS)?;
    Some(DevelopmentClock {
        epoch: Moment(morning),
        anchor: None,
        speed: 1,
    })
}

fn genesis(places: &[Place], development_clock: Option<DevelopmentClock>) -> Option<Value> {
    let authorities = places.iter().map(authority).collect::<Option<Vec<_>>>()?;
    let keys = places
        .iter()
        .map(|place| validator(place.validator))
        .collect::<Option<Vec<_>>>()?;
    let minimum_validators = 1;
    Some(build_struct_json_patch!(RuntimeGenesisConfig {
        session: SessionConfig { keys },
        rules: RulesConfig {
            negative_list: vec![NEGATIVE_LISTED],
            development_clock
        },
        authorities: AuthoritiesConfig {
            department: Some(account("//Department")?),
            authorities,
            session_length: SESSION_LENGTH,
            minimum_validators,
        },
        parties: PartiesConfig { parties: parties()? },
    }))
}

fn account(path: &str) -> Option<AccountId> {
    development_keys::public(path).map(AccountId::new)
}

/// One authority with one officer for each role.
fn authority(place: &Place) -> Option<AuthorityGenesis<AccountId>> {
    let path = |name: &str| -> String { format!("{}//{name}", place.path) };
    let officer = |name: &str, role: OfficerRole| -> Option<OfficerGenesis<AccountId>> {
        let path = path(name);
        Some(OfficerGenesis {
            person: sp_crypto_hashing::blake2_256(path.as_bytes()),
            roles: Bounded::try_from(vec![role]).ok()?,
            account: account(&path)?,
        })
    };
    Some(AuthorityGenesis {
        profile: AuthorityProfile {
            name: place.name.as_bytes().to_vec().try_into().ok()?,
            credit_code: CreditCode(place.credit_code),
            region: place.region,
            digit: DIGIT,
        },
        account: account(&path("Authority"))?,
        credential_key: development_keys::public(&path("Credential"))?,
        validator: Some(account(place.validator)?),
        officers: vec![
            officer("Registrar", OfficerRole::Registrar)?,
            officer("Examiner", OfficerRole::Examiner)?,
            officer("Reviewer", OfficerRole::Reviewer)?,
            officer("DayBook", OfficerRole::DayBookKeeper)?,
        ],
    })
}

/// One party for each role: a registrant, a service institution and a financier.
fn parties() -> Option<Vec<PartyGenesis<AccountId>>> {
    let party =
        |path: &str, credit_code: &[u8; 18], roles: Vec<PartyRole>| -> Option<PartyGenesis<AccountId>> {
            Some(PartyGenesis {
                person: Person::LegalPerson(CreditCode(*credit_code)),
                roles: roles.try_into().ok()?,
                account: account(path)?,
                admitted_by: AuthorityId(1),
            })
        };
    Some(vec![
        party("//Enterprise", b"91440000MA0000005H", vec![PartyRole::Registrant])?,
        party(
            "//ServiceInstitution",
            b"91440000MA0000006L",
            vec![PartyRole::Registrant, PartyRole::ServiceInstitution],
        )?,
        party(
            "//Financier",
            b"91440000MA0000007P",
            vec![PartyRole::Registrant, PartyRole::Financier],
        )?,
    ])
}

/// Account, validator and session keys of a development validator: all from its one Ed25519 key.
fn validator(path: &str) -> Option<(AccountId, AccountId, SessionKeys)> {
    let public = sp_core::ed25519::Public::from_raw(development_keys::public(path)?);
    let keys = SessionKeys {
        aura: public.into(),
        grandpa: public.into(),
    };
    Some((account(path)?, account(path)?, keys))
}
