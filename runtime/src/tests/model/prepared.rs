//! Where every walk begins: a register with parties, one object registered through a whole case and three that were imported,
//! one of them under the other regime, made once and copied.

use super::{
    acts::{Application, Matter, Officer},
    chain::{self, Chain, Form, PATHS, SECOND_REVIEWER},
    regimes::Regime,
    sources::Source,
    state::{Admitted, Case, Certificate, Holders, Object, Refusal, Register, Right, Stage},
    time::{day_of, end_of, plus_years, working_days_after},
    words::{declaration, evidence, kinds, level, regime, text},
};
use crate::{
    tests::{
        chain as genesis,
        disputes::{DIGEST, HOME},
    },
    AccountId,
};
use quanji_primitives::{
    authority::OfficerRole,
    clock::Day,
    filing::FirstRegistration,
    imported::{EarlierChecks, EarlierRegistration},
    object::{self, DataCategory, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    person::{PartyRole, Person},
    regimes::NATIONAL_2026,
    rights::{Claim, Holders as Held, RightKind},
    Digest, RightId,
};
use sp_core::H256;
use sp_genesis_builder::DEV_RUNTIME_PRESET;
use sp_io::TestExternalities;
use sp_runtime::StateVersion;
use std::sync::OnceLock;

const ALL: [usize; 3] = [0, 1, 2];

/// A snapshot of a state: keys and values, as they are stored.
type Raw = Vec<(Vec<u8>, (Vec<u8>, i32))>;

/// The state of the chain, and what the model and the numbering know of it.
struct Beginning {
    raw: Raw,
    root: H256,
    chain: Chain,
    register: Register,
}

/// A copy of the beginning.
pub fn beginning() -> (TestExternalities, Chain, Register) {
    static BEGINNING: OnceLock<Beginning> = OnceLock::new();
    let made = BEGINNING.get_or_init(make);
    let state = TestExternalities::from_raw_snapshot(made.raw.clone(), made.root, StateVersion::V1);
    (state, made.chain.clone(), made.register.clone())
}

fn make() -> Beginning {
    let mut state = genesis(DEV_RUNTIME_PRESET);
    let (chain, register) = state.execute_with(|| {
        admit("//Eve", &[PartyRole::Registrant, PartyRole::Financier]);
        admit("//Ferdie", &[PartyRole::Registrant, PartyRole::Financier]);
        admit("//Dave", &[PartyRole::ServiceInstitution]);
        take_into_office();
        let mut chain = Chain {
            parties: Chain::admitted(),
            ..Chain::default()
        };
        assert!(
            chain.parties.is_sorted(),
            "the model orders parties as the chain does"
        );
        let mut register = Register {
            now: chain::now(),
            parties: (0..PATHS.len()).map(Admitted::new).collect(),
            ..Register::default()
        };
        register_first(&mut chain, &mut register, 0, 2, &[]);
        let by_shares = vec![(0, 600_000), (1, 400_000)];
        import(&mut chain, &mut register, Regime::National, by_shares, 200, 1);
        let jointly = vec![(2, 0), (3, 0)];
        import(&mut chain, &mut register, Regime::National, jointly, 500, 0);
        let alone = vec![(3, 0)];
        import(&mut chain, &mut register, Regime::Shenzhen, alone, 400, 0);
        // Made from a right of the second, and from the third as such.
        let from = [(1, Some(2)), (2, None)];
        derive(&mut chain, &mut register, vec![(4, 0)], &from);
        chain.take_events();
        chain::try_state();
        (chain, register)
    });
    state.commit_all().unwrap();
    let (raw, root) = state.into_raw_snapshot();
    Beginning {
        raw,
        root,
        chain,
        register,
    }
}

fn admit(path: &str, roles: &[PartyRole]) {
    let account = AccountId::new(crate::development_keys::public(path).unwrap());
    let call = pallet_parties::Call::admit {
        person: Person::NaturalPerson(sp_crypto_hashing::blake2_256(path.as_bytes())),
        roles: roles.to_vec().try_into().unwrap(),
        account: Some(account),
    };
    assert_eq!(
        chain::call(call.into(), "//Lingnan//Registrar", Form::Single),
        Ok(())
    );
}

/// A second reviewer, for re-assessments.
fn take_into_office() {
    let account = AccountId::new(crate::development_keys::public(SECOND_REVIEWER).unwrap());
    let call = pallet_authorities::Call::add_officer {
        person: sp_crypto_hashing::blake2_256(SECOND_REVIEWER.as_bytes()),
        roles: vec![OfficerRole::Reviewer].try_into().unwrap(),
        account,
    };
    let authority = "//Lingnan//Authority";
    assert_eq!(chain::call(call.into(), authority, Form::Single), Ok(()));
}

/// Registers an object for a party, but for the kinds that are refused: on the chain and in the model.
pub fn register_first(chain: &mut Chain, register: &mut Register, by: usize, years: u8, refused: &[usize]) {
    chain.register(by, years, refused, register.now);
    let notice = end_of(working_days_after(register.today(), 5));
    let received = register.now;
    register.wait(notice - register.now);
    let until = end_of(plus_years(register.today(), years.into()));
    let granted: Vec<usize> = ALL.into_iter().filter(|kind| !refused.contains(kind)).collect();
    let (by_alone, in_part) = (vec![(by, 0)], !refused.is_empty());
    let filed = Application {
        by,
        under: Regime::National,
        object: register.objects.len(),
        certificate: 0,
        kinds: ALL.to_vec(),
        matter: Matter::Further { years: years.into() },
    };
    register.cases.push(Case {
        filed,
        stage: if in_part {
            Stage::PartlyRefused
        } else {
            Stage::Entered
        },
        received,
        concerned: Vec::new(),
        granted: granted.clone(),
        refusal: in_part.then_some(Refusal {
            by: Officer::Reviewer,
            delivered: Some(notice),
        }),
        appeal: None,
        reports: Default::default(),
        consents: Default::default(),
        parts_published: 0,
        entered: Some(1),
    });
    let registered = registered(by_alone, &granted, until, 0);
    let number = register.objects.len();
    register.objects.push(Object {
        published: true,
        ..registered
    });
    register.note_holdings(number, 0);
}

fn registered(holders: Holders, kinds: &[usize], until: u64, level: u8) -> Object {
    let right = |kind: &usize| Right::first(*kind, &holders, until, 0);
    Object {
        rights: kinds.iter().map(right).collect(),
        certificates: vec![Certificate {
            issue: 1,
            rights: (0..).take(kinds.len()).collect(),
            ended: false,
        }],
        entries: vec!["registered"],
        industry: 55,
        level,
        ..Object::default()
    }
}

fn import(
    chain: &mut Chain,
    register: &mut Register,
    under: Regime,
    holders: Holders,
    days: u64,
    of_level: u8,
) {
    let known = facts(of_level);
    let today = register.today();
    sent(chain, register, under, &holders, (today + days, known));
    let number = register.objects.len();
    register.objects.push(Object {
        regime: under,
        imported: true,
        ..registered(holders, &ALL, end_of(today + days), of_level)
    });
    register.note_holdings(number, 0);
}

/// An object that was made from others.
fn derive(chain: &mut Chain, register: &mut Register, holders: Holders, from: &[Source]) {
    let lineage = from.iter().map(|(source, right)| {
        let object = chain.objects[*source];
        match right {
            Some(index) => object::Source::Right(RightId {
                object,
                index: *index,
            }),
            None => object::Source::Object(object),
        }
    });
    let known = ObjectFacts {
        kind: ObjectKind::Product,
        form: Some(1),
        source: SourceKind::Derived,
        lineage: lineage.collect::<Vec<_>>().try_into().unwrap(),
        ..facts(0)
    };
    let last = register.today() + 600;
    sent(chain, register, Regime::National, &holders, (last, known));
    let number = register.objects.len();
    register.objects.push(Object {
        imported: true,
        lineage: from.iter().copied().collect(),
        ..registered(holders, &ALL, end_of(last), 0)
    });
    register.note_holdings(number, 0);
}

fn sent(
    chain: &mut Chain,
    register: &Register,
    under: Regime,
    holders: &Holders,
    (last, facts): (u64, ObjectFacts),
) {
    let day = |day: u64| Day(i32::try_from(day).unwrap());
    let number = register.objects.len();
    let earlier = EarlierRegistration {
        authority: HOME,
        regime: regime(under),
        scheme: "OLD".parse().unwrap(),
        number: format!("OLD-{number}").parse().unwrap(),
        registered_on: day(register.today() - 100),
        valid_through: day(last),
        facts,
        holders: chain.holders(holders),
        kinds: kinds(&ALL),
        fingerprints: Default::default(),
        checks: EarlierChecks {
            source: true,
            content: true,
            authorisation: true,
        },
        file: DIGEST,
    };
    let call = pallet_registry::Call::import {
        earlier: Box::new(earlier),
    };
    assert_eq!(
        chain::call(call.into(), "//Lingnan//Registrar", Form::Single),
        Ok(())
    );
    chain.take_events();
}

fn facts(of_level: u8) -> ObjectFacts {
    ObjectFacts {
        kind: ObjectKind::Resource,
        category: DataCategory::Enterprise,
        level: level(of_level),
        source: SourceKind::Collected,
        public_class: PublicClass::None,
        industry: 55,
        form: None,
        personal_information: None,
        description: Digest::sha2_256(&text(0)),
        lineage: Default::default(),
    }
}

/// An application for all three rights.
pub fn first_registration(chain: &Chain, by: usize, years: u8) -> FirstRegistration {
    let claims = RightKind::ALL.map(|kind| Claim { kind, years });
    debug_assert!(by < PATHS.len() && day_of(chain::now()) > 0);
    FirstRegistration {
        authority: HOME,
        regime: NATIONAL_2026,
        object: None,
        facts: facts(0),
        holders: Held::Sole(chain.parties[by]),
        claims: claims.to_vec().try_into().unwrap(),
        participants: Default::default(),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: evidence().try_into().unwrap(),
        declaration: declaration(),
        withholding: None,
    }
}
