//! The small world of the tests: rules, authorities, officers and parties.

use super::party;
use quanji_primitives::{
    authority::{AuthorityProfile, AuthorityStatus, Officer, OfficerRole},
    bad_faith::BadFaith,
    capacity::Power,
    clock::{Moment, Year, YearCalendar},
    dealing::Cause,
    person::{CreditCode, PartyRole, Person},
    regime::{Regime, RegimeId},
    regimes::{calendar_2026, national_2026, public_data_2025, shenzhen_2023},
    v1::{AuthorityRecord, LicenceRecord, PartyRecord, PartyStanding, SuspensionReason, VERSION},
    AuthorityId, ObjectId, OfficerId, PartyId, PowerId,
};
use std::collections::{BTreeMap, BTreeSet};

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
pub const SECOND_EXAMINER: u64 = 12;
/// One person with the roles of registrar and reviewer.
pub const REGISTRAR_AND_REVIEWER: u64 = 13;
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
/// A natural person who signs on paper: the party has no account.
pub const PAPER_PERSON: u64 = 107;
/// Enterprises that act as agents.
pub const AGENT: u64 = 108;
pub const SECOND_AGENT: u64 = 109;
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
    pub powers: BTreeMap<PowerId, Power>,
    pub bad_faith: Vec<(PartyId, BadFaith)>,
    /// For whom marks stand, by object and number.
    pub mark_holders: BTreeMap<(ObjectId, u32), PartyId>,
    /// The party that stands in the place of another.
    pub successor_of: BTreeMap<PartyId, PartyId>,
    /// Licences that the holders of the right of first registration signed too, by object and number.
    pub signed_by_first: BTreeSet<(ObjectId, u32)>,
    /// What the pallet of licences says of rights that cannot be licensed from.
    pub in_the_way: BTreeMap<(ObjectId, u32), Vec<Cause>>,
    /// Rights that the pallet of licences does not let be licensed.
    pub not_licensable: BTreeSet<(ObjectId, u32)>,
    /// What licences that a case granted have beside their rights.
    pub licences: BTreeMap<(ObjectId, u32), LicenceRecord>,
}

pub fn credit_code(number: u64) -> CreditCode {
    CreditCode(format!("9144{number:014}").into_bytes().try_into().unwrap())
}

fn commitment(number: u64) -> [u8; 32] {
    let mut person = [0; 32];
    person[..8].copy_from_slice(&number.to_le_bytes());
    person
}

/// The day on which everything was admitted.
pub const ADMITTED: Moment = Moment(1_780_000_000_000);

impl World {
    /// The world in which every test begins.
    pub fn new(now: Moment) -> Self {
        let mut world = Self {
            now,
            ..Self::default()
        };
        for regime in [national_2026(), shenzhen_2023(), public_data_2025()] {
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
        self.add_officer(AUTHORITY, &[SECOND_EXAMINER], &[Examiner], &[]);
        self.add_officer(AUTHORITY, &[REGISTRAR_AND_REVIEWER], &[Registrar, Reviewer], &[]);
        self.add_officer(OTHER_AUTHORITY, &[OTHER_AUTHORITY_EXAMINER], &[Examiner], &[]);
        self.add_officer(OTHER_AUTHORITY, &[OTHER_AUTHORITY_REVIEWER], &[Reviewer], &[]);
    }

    pub fn add_party(&mut self, account: u64, person: Person, roles: &[PartyRole]) {
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
            AGENT,
            SECOND_AGENT,
        ];
        for account in enterprises.into_iter().chain(ENTERPRISES) {
            self.add_party(account, enterprise(account), &[Registrant]);
        }
        for account in [SERVICE_INSTITUTION, AFFILIATE].into_iter().chain(INSTITUTIONS) {
            self.add_party(account, enterprise(account), &[Registrant, ServiceInstitution]);
        }
        let person = Person::NaturalPerson(commitment(EXAMINER_WHO_IS_THE_NATURAL_PERSON));
        self.add_party(NATURAL_PERSON, person, &[Registrant]);
        self.add_party(
            PAPER_PERSON,
            Person::NaturalPerson(commitment(PAPER_PERSON)),
            &[Registrant],
        );
        self.party_of.remove(&PAPER_PERSON);
        let suspended = PartyStanding::Suspended(SuspensionReason::IdentityInDoubt);
        self.parties
            .get_mut(&party(SUSPENDED_ENTERPRISE))
            .unwrap()
            .standing = suspended;
    }
}
