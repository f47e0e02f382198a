//! Title reports from a node that answers from a constructed state: what is complete, what a node cannot leave out, what the
//! public sees, and how few questions it takes.

#[allow(dead_code, reason = "each test program uses a part of it")]
#[path = "../../../verifier/tests/evidence/register.rs"]
mod register;

// The verifier's rehearsed chain, with real headers and votes.
#[allow(dead_code, reason = "each test program uses a part of it")]
#[path = "../../../verifier/tests/evidence/chain.rs"]
mod chain;
#[path = "../support/mod.rs"]
mod support;

mod beside;
mod collateral;
mod deeds;
mod figures;
mod node;
mod opened;
mod proof;

use std::collections::BTreeMap;

use codec::Encode;
use futures::executor::block_on;
use quanji_client::{
    evidence::{batch::Batch, EvidenceError},
    title::{
        build::{report, Order},
        gather::{self, PartyName},
        material::Material,
        model::{AsOf, ConsentUsed, Extent, Proven, Relation, Subject},
        TitleReport,
    },
};
use quanji_primitives::{
    clock::Day,
    marks::MarkKind,
    person::Person,
    rights::{Holders, RightKind},
    storage_keys,
    terms::LicenceKind,
    v1::{RightRecord, RightStatus},
    PartyId, RightId,
};
use quanji_verifier::H256;
use register::{licence, mark, object_id, party_id, right, Register, State, AS_OF};

type Values = BTreeMap<Vec<u8>, Vec<u8>>;

/// The register with one licence from the operating right of party 1, to party 2, and the lists of both.
fn licensed() -> Register {
    let mut register = Register::new([1; 32], [2; 32], [3; 32]);
    register.rights[2].holders = Holders::Sole(party_id(1));
    let parent = Some(RightId {
        object: object_id(),
        index: 2,
    });
    let held = right(RightKind::ProcessingUse, Holders::Sole(party_id(2)), 1);
    register.rights.push(RightRecord { parent, ..held });
    register.licences.insert(3, licence());
    register.object.rights = 4;
    register
}

fn holdings(values: &mut Values, serial: u64, certificates: &[u32]) {
    let party = party_id(serial);
    let count = u32::try_from(certificates.len()).unwrap();
    values.insert(storage_keys::holding_count(party), count.encode());
    for (number, certificate) in (0..).zip(certificates) {
        values.insert(
            storage_keys::holding(party, number),
            (object_id(), *certificate).encode(),
        );
    }
}

fn values(register: &Register) -> Values {
    let mut values = register.values();
    holdings(&mut values, 1, &[0]);
    holdings(&mut values, 2, &[1]);
    for (party, record) in &register.parties {
        values.insert(storage_keys::person(&record.person), party.encode());
    }
    values
}

fn code_of(register: &Register, serial: u64) -> PartyName {
    match &register.parties[&party_id(serial)].person {
        Person::LegalPerson(code) | Person::UnincorporatedOrganisation(code) => PartyName::Code(*code),
        other => panic!("{other:?}"),
    }
}

/// What is read of a party, in one batch.
async fn party_of(batch: &mut Batch<'_>, name: PartyName) -> Result<Option<Material>, EvidenceError> {
    let Some(party) = gather::find_party(batch, name).await? else {
        return Ok(None);
    };
    Material::read(batch, Subject::Party(party)).await
}

/// What is read of the object, in one batch.
fn object_of(batch: &mut Batch<'_>) -> Material {
    let read = block_on(Material::read(batch, Subject::Object(object_id())));
    read.unwrap().unwrap()
}

/// The report of what was read.
fn made(read: &Material, extent: Extent, signed_by: Vec<PartyId>) -> TitleReport {
    let consent = ConsentUsed {
        digest: "sha2-256:00".into(),
        signed_by,
        to: party_id(9),
        purpose: "loan".into(),
        until: Day(30_000),
    };
    let order = Order {
        as_of: AsOf {
            genesis: "0x00".into(),
            block: 20,
            block_hash: "0x01".into(),
            state_root: "0x02".into(),
            time: read.time,
            real_time: None,
            finality_proven: true,
            set_changes: 0,
        },
        subject: read.subject,
        extent,
        maturity: None,
        consent: (extent == Extent::Full).then_some(consent),
        descriptions: BTreeMap::new(),
        entries: BTreeMap::new(),
        made_at: BTreeMap::new(),
        book: read.book.clone(),
        received: read.received.clone(),
        cases: read.cases.clone(),
        searches: Vec::new(),
    };
    report(order, &read.gathered, read.of_party.as_ref()).unwrap()
}

fn root(values: &Values) -> H256 {
    State::new(values.clone()).root()
}

/// The report of a party from a node with this state.
fn party_report(values: &Values, name: PartyName, extent: Extent) -> TitleReport {
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(values));
    let read = block_on(party_of(&mut batch, name)).unwrap().unwrap();
    let Subject::Party(party) = read.subject else {
        panic!("{:?}", read.subject)
    };
    made(&read, extent, vec![party])
}

fn relations(report: &TitleReport) -> Vec<(Relation, u32)> {
    let rights = report.objects.iter().flat_map(|object| &object.rights);
    rights
        .map(|right| (right.relation, right.right.map_or(99, |id| id.index)))
        .collect()
}

#[test]
fn everything_of_a_party_is_found_by_its_code_and_proven_complete() {
    let register = licensed();
    let report = party_report(&values(&register), code_of(&register, 1), Extent::Full);
    assert_eq!(report.subject, Subject::Party(party_id(1)));
    assert_eq!(
        relations(&report),
        [
            (Relation::Held, 0),
            (Relation::Held, 1),
            (Relation::Held, 2),
            (Relation::LicensedOut, 3)
        ]
    );
    assert_eq!(
        report.completeness.proven,
        [
            Proven::Holdings,
            Proven::Titles,
            Proven::Securities,
            Proven::Cases,
            Proven::Received
        ]
    );
    assert_eq!(report.completeness.certificates_listed, 1);
    let of_licensee = party_report(&values(&register), code_of(&register, 2), Extent::Full);
    assert_eq!(relations(&of_licensee), [(Relation::LicensedIn, 3)]);
}

#[test]
fn what_lapsed_within_24_months_is_shown_and_older_is_counted() {
    let mut register = licensed();
    let months = |months: u32| AS_OF.day().minus_months(months).start();
    register.rights[0].valid_until = months(23);
    register.rights[1].valid_until = months(25);
    register.rights[2].status = RightStatus::Ended(2);
    let report = party_report(&values(&register), code_of(&register, 1), Extent::Full);
    // The right that ended at a time the node does not tell is shown rather than left out.
    assert_eq!(
        relations(&report)[..2],
        [(Relation::Held, 0), (Relation::Held, 2)]
    );
    assert_eq!(report.completeness.older_left_out, 1);
}

#[test]
fn what_a_succeeded_party_held_is_found_under_its_name() {
    let mut register = licensed();
    register.succeed(1, 7);
    let mut values = values(&register);
    let (former, heir) = (party_id(1), party_id(7));
    values.insert(storage_keys::predecessor_count(heir), 1_u32.encode());
    values.insert(storage_keys::predecessor(heir, 0), former.encode());
    for name in [former, heir] {
        let report = party_report(&values, PartyName::Id(name), Extent::Full);
        assert_eq!(report.subject, Subject::Party(heir));
        assert_eq!(report.completeness.names, [heir, former]);
        assert_eq!(relations(&report)[0], (Relation::Held, 0));
    }
}

#[test]
fn a_certificate_under_which_nothing_is_held_any_more_has_been_passed_on() {
    let mut register = licensed();
    for right in &mut register.rights[..3] {
        right.holders = Holders::Sole(party_id(2));
    }
    let report = party_report(&values(&register), code_of(&register, 1), Extent::Full);
    assert_eq!(relations(&report), [(Relation::PassedOn, 99)]);
}

#[test]
fn that_there_is_no_party_of_a_code_is_proven() {
    let register = licensed();
    let values = values(&register);
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    let stranger = PartyName::Code("91440101MA0000101E".parse().unwrap());
    assert!(block_on(party_of(&mut batch, stranger)).unwrap().is_none());
}

#[test]
fn a_node_cannot_leave_out_a_holding_a_right_or_a_mark() {
    let mut register = licensed();
    register.add_mark(mark(MarkKind::SeizureFirst, &[2]));
    let values = values(&register);
    let hidden = [
        storage_keys::holding_count(party_id(1)),
        storage_keys::holding(party_id(1), 0),
        storage_keys::right(object_id(), 2),
        storage_keys::mark(object_id(), 2),
        storage_keys::licence(object_id(), 3),
    ];
    for key in hidden {
        let (node, _) = node::node(values.clone(), vec![key.clone()]);
        let mut batch = Batch::new(&node, H256::zero(), root(&values));
        let read = block_on(party_of(&mut batch, code_of(&register, 1)));
        assert!(
            matches!(read, Err(EvidenceError::BadAnswer { .. })),
            "{}",
            hex::encode(key)
        );
    }
}

#[test]
fn a_key_below_a_prefix_cannot_be_left_out() {
    let mut values = values(&licensed());
    let prefix = storage_keys::cases();
    let keys: Vec<_> = (1..40_u64)
        .map(|id| [prefix.clone(), sp_key(id)].concat())
        .collect();
    for key in &keys {
        values.insert(key.clone(), vec![7; 40]);
    }
    let read = |hidden: Vec<Vec<u8>>| {
        let (node, _) = node::node(values.clone(), hidden);
        let mut batch = Batch::new(&node, H256::zero(), root(&values));
        let listed = block_on(node.keys_under(&prefix, 100, H256::zero())).unwrap();
        block_on(batch.fetch(listed.into_iter().chain([prefix.clone()]))).unwrap();
        batch.all_under(&prefix).map(|pairs| pairs.len())
    };
    assert_eq!(read(Vec::new()).unwrap(), keys.len());
    for hidden in keys {
        assert!(read(vec![hidden]).is_err());
    }
}

/// A key as a map with `Blake2_128Concat` has it.
fn sp_key(id: u64) -> Vec<u8> {
    let id = id.encode();
    [sp_crypto_hashing::blake2_128(&id).to_vec(), id].concat()
}

#[test]
fn that_no_case_is_there_is_proven_too() {
    let values = values(&licensed());
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    let cases = block_on(gather::cases(&mut batch)).unwrap();
    assert!(cases.is_some_and(|cases| cases.is_empty()));
}

#[test]
fn the_public_sees_no_licensee_and_no_amount() {
    let mut register = licensed();
    register.licences.get_mut(&3).unwrap().terms.kind = LicenceKind::Exclusive;
    let values = values(&register);
    let extract = party_report(&values, code_of(&register, 1), Extent::Extract);
    assert!(relations(&extract)
        .iter()
        .all(|(relation, _)| *relation == Relation::Held));
    assert_eq!(extract.objects[0].licences_in_force, 1);
    let licensee = party_id(2).to_string();
    assert!(!extract.to_json().unwrap().to_string().contains(&licensee));
    let full = party_report(&values, code_of(&register, 1), Extent::Full);
    assert!(full.to_json().unwrap().to_string().contains(&licensee));
}

#[test]
fn a_consent_opens_the_licences_of_who_gave_it_alone() {
    let mut register = licensed();
    // Party 2 holds a right of its own too, from which it has licensed party 3.
    register.rights[1].holders = Holders::Sole(party_id(2));
    register.rights[1].certificate = 1;
    register.rights[2].certificate = 0;
    register.certificates[0].rights = vec![0, 2].try_into().unwrap();
    register.certificates[1].rights = vec![1].try_into().unwrap();
    let parent = Some(RightId {
        object: object_id(),
        index: 1,
    });
    let held = right(RightKind::ProcessingUse, Holders::Sole(party_id(3)), 1);
    register.rights.push(RightRecord { parent, ..held });
    register.licences.insert(4, licence());
    register.object.rights = 5;
    let values = values(&register);
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    let read = object_of(&mut batch);
    let told = |signed_by| relations(&made(&read, Extent::Full, signed_by));
    let of_1 = told(vec![party_id(1)]);
    assert!(of_1.contains(&(Relation::LicensedOut, 3)) && !of_1.iter().any(|(_, right)| *right == 4));
    assert!(of_1.contains(&(Relation::OfOthers, 1)));
    let of_2 = told(vec![party_id(2)]);
    assert!(of_2.contains(&(Relation::LicensedIn, 3)) && of_2.contains(&(Relation::LicensedOut, 4)));
}
