//! What a consent opens and what it does not: who may give one, whose creditors and sums it tells, and what an extract leaves out.

use codec::Encode;
use futures::executor::block_on;
use quanji_client::{
    evidence::batch::Batch,
    keys::{LocalKey, Signer},
    title::{
        consent::{Asked, Consent, ConsentError, Terms, FORMAT},
        material::{bound_to, Material},
        model::{ConsentUsed, Extent, Relation, Subject},
        warnings::Warning,
        TitleReport,
    },
};
use quanji_primitives::{
    capacity::Via,
    case::Case,
    clock::Moment,
    collateral::{DeedMatter, Sum},
    filing::{Declaration, FirstRegistration},
    marks::RightSet,
    regimes::NATIONAL_2026,
    rights::Holders,
    storage_keys,
    v1::{CertificateRecord, Outcome, RightStatus, WithoutRights},
    CaseId, DeedId, Digest, PartyId,
};
use quanji_verifier::H256;

use super::{
    code_of,
    deeds::{deed, Secured, LENT},
    holdings, licensed, made, node, object_of, party_report,
    register::{object_id, party_id, Register, AS_OF, AUTHORITY, VALID_UNTIL},
    relations, root, values, PartyName, Values,
};

/// The object.
fn object() -> Subject {
    Subject::Object(object_id())
}

/// What a consent about `about` opens to party 9, signed by parties of these numbers.
fn opens(values: &Values, about: Subject, signers: &[u8]) -> Result<ConsentUsed, ConsentError> {
    let mut values = values.clone();
    let mut consent = Consent {
        consent: Terms {
            format: FORMAT.into(),
            chain: "0x01".into(),
            about: about.to_string(),
            to: party_id(9).to_string(),
            purpose: "loan".into(),
            given_at: Moment(AS_OF.0 - 1_000).to_string(),
            until: AS_OF.day().plus(1).to_string(),
        },
        signatures: Vec::new(),
    };
    for signer in signers {
        let (party, key) = (party_id(u64::from(*signer)), LocalKey::from_seed(&[*signer; 32]));
        values.insert(storage_keys::party_of(&key.public()), party.encode());
        consent.sign(party, &key).unwrap();
    }
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    let read = block_on(Material::read(&mut batch, about)).unwrap().unwrap();
    let bound = block_on(bound_to(&mut batch, &consent.accounts())).unwrap();
    let asked = Asked {
        chain: "0x01".into(),
        subject: read.subject,
        reader: party_id(9),
        purpose: "loan".into(),
        now: read.time,
        latest: read.time,
    };
    read.opened(&consent, &asked, &bound)
}

fn refused(values: &Values, about: Subject, signers: &[u8]) -> ConsentError {
    opens(values, about, signers).unwrap_err()
}

/// Parties 1 and 2 are independent holders: of the rights 0 and 2 and of the right 1.
fn independent() -> Register {
    let mut register = licensed();
    register.rights[1].holders = Holders::Sole(party_id(2));
    register.rights[1].certificate = 1;
    register.rights[2].certificate = 0;
    register.certificates[0].rights = vec![0, 2].try_into().unwrap();
    register.certificates[1].rights = vec![1].try_into().unwrap();
    register
}

/// A pledge on the right of each, and a deed to change each of them.
fn pledged_by_both() -> Secured {
    let mut secured = Secured::new(independent());
    secured.pledge(1, 5, |_| ());
    secured.pledge(2, 6, |record| {
        record.pledgors = vec![party_id(2)].try_into().unwrap();
        record.collateral[0].rights = RightSet::NONE.with(1);
        record.secured = Sum::of_cny(99_999_999);
    });
    for (number, pledge) in [(3, 1), (4, 2)] {
        let amendment = DeedMatter::Amendment {
            pledge: deed(pledge),
            secured: Some(Sum::of_cny(99_999_999)),
            through: None,
            with_later_ranks: false,
        };
        secured.waits(number, amendment, Moment(AS_OF.0 + 1));
    }
    secured
}

fn of_object(values: &Values, extent: Extent, signed_by: Vec<PartyId>) -> TitleReport {
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(values));
    made(&object_of(&mut batch), extent, signed_by)
}

fn deeds_of(report: &TitleReport) -> Vec<DeedId> {
    let deeds = report.objects.iter().flat_map(|object| &object.deeds);
    deeds.map(|one| one.deed).collect()
}

#[test]
fn a_pledge_on_the_right_of_an_independent_holder_is_told_without_creditor_and_sum() {
    let values = pledged_by_both().values();
    let report = of_object(&values, Extent::Full, vec![party_id(1)]);
    let [own, other] = &report.objects[0].securities[..] else {
        panic!("{:?}", report.objects[0].securities)
    };
    assert_eq!((own.deed, other.deed), (deed(1), deed(2)));
    assert_eq!(own.holder.as_ref().map(|one| one.party), Some(party_id(5)));
    assert_eq!(own.sum, Some(LENT));
    assert_eq!((&other.holder, other.sum), (&None, None));
    // Its rank and its givers are in every extract too.
    assert_eq!(other.givers, [party_id(2)]);
    let other_right = report.objects[0]
        .rights
        .iter()
        .find(|right| right.right.is_some_and(|id| id.index == 1));
    assert_eq!(other_right.map(|right| right.ranks.len()), Some(1));
    assert!(!report
        .to_json()
        .unwrap()
        .to_string()
        .contains(&party_id(6).to_string()));
    // The consent of the other opens the other one.
    let report = of_object(&values, Extent::Full, vec![party_id(2)]);
    let held: Vec<_> = report.objects[0]
        .securities
        .iter()
        .map(|one| one.sum.is_some())
        .collect();
    assert_eq!(held, [false, true]);
    // And an extract none of them.
    let report = of_object(&values, Extent::Extract, Vec::new());
    assert!(report.objects[0].securities.iter().all(|one| one.sum.is_none()));
}

#[test]
fn a_deed_about_a_pledge_of_an_independent_holder_is_told_without_sum_and_signers() {
    let values = pledged_by_both().values();
    let report = of_object(&values, Extent::Full, vec![party_id(1)]);
    let [own, other] = &report.objects[0].deeds[..] else {
        panic!("{:?}", report.objects[0].deeds)
    };
    assert_eq!((own.deed, other.deed), (deed(3), deed(4)));
    assert_eq!(own.sum, Some(Sum::of_cny(99_999_999)));
    assert_eq!(own.signed, [party_id(1)]);
    assert_eq!((other.sum, other.signed.len()), (None, 0));
}

#[test]
fn a_partys_report_has_no_deed_about_a_pledge_of_another_holder() {
    let secured = pledged_by_both();
    let values = secured.values();
    for extent in [Extent::Extract, Extent::Full] {
        let first = party_report(&values, code_of(&secured.register, 1), extent);
        assert_eq!(deeds_of(&first), [deed(3)]);
        let second = party_report(&values, code_of(&secured.register, 2), extent);
        assert_eq!(deeds_of(&second), [deed(4)]);
    }
}

#[test]
fn a_licensee_cannot_open_an_object() {
    let values = values(&licensed());
    let used = opens(&values, object(), &[1]).unwrap();
    assert_eq!(used.signed_by, [party_id(1)]);
    for signers in [&[2][..], &[1, 2]] {
        let error = refused(&values, object(), signers);
        assert!(matches!(error, ConsentError::NotAHolder { .. }), "{error}");
        assert!(error.to_string().contains("a licence is none"), "{error}");
    }
}

#[test]
fn what_has_ended_opens_no_object_and_what_has_lapsed_does() {
    let mut register = licensed();
    for right in &mut register.rights[..3] {
        right.valid_until = AS_OF;
    }
    assert!(opens(&values(&register), object(), &[1]).is_ok());
    for right in &mut register.rights[..3] {
        right.status = RightStatus::Ended(2);
    }
    let error = refused(&values(&register), object(), &[1]);
    assert!(matches!(error, ConsentError::NotAHolder { .. }), "{error}");
}

#[test]
fn a_registration_without_rights_is_opened_by_its_subject_until_it_has_ended() {
    let mut register = licensed();
    register.certificates[1].rights = Default::default();
    register.certificates[1].without_rights = Some(WithoutRights {
        subject: Holders::Sole(party_id(3)),
        valid_until: VALID_UNTIL,
    });
    assert!(opens(&values(&register), object(), &[3]).is_ok());
    register.certificates[1].outcome = Outcome::Ended(2);
    let error = refused(&values(&register), object(), &[3]);
    assert!(matches!(error, ConsentError::NotAHolder { .. }), "{error}");
}

/// Parties 1 and 2 hold the right 2 together; the right 0 is of party 1 alone, the right 1 of party 2.
fn held_together() -> (Register, Values) {
    let mut register = licensed();
    let both = vec![party_id(1), party_id(2)].try_into().unwrap();
    register.rights[2].holders = Holders::Joint(both);
    register.rights[1].holders = Holders::Sole(party_id(2));
    register.rights[1].certificate = 2;
    register.certificates[0].rights = vec![0].try_into().unwrap();
    let of_the_other = CertificateRecord {
        rights: vec![1].try_into().unwrap(),
        ..register.certificates[1].clone()
    };
    register.certificates.push(of_the_other);
    register.object.certificates = 3;
    let mut values = values(&register);
    holdings(&mut values, 1, &[0, 1]);
    holdings(&mut values, 2, &[1, 2]);
    (register, values)
}

#[test]
fn co_holders_sign_the_consent_of_a_party_with_it_and_not_in_its_place() {
    let (mut register, values) = held_together();
    let party = Subject::Party(party_id(1));
    let used = opens(&values, party, &[1, 2]).unwrap();
    assert_eq!(used.signed_by, [party_id(1), party_id(2)]);
    let error = refused(&values, party, &[2]);
    assert!(matches!(error, ConsentError::PartyNotSigned { .. }), "{error}");
    let error = refused(&values, party, &[1, 3]);
    assert!(matches!(error, ConsentError::NotACoHolder { .. }), "{error}");
    // What they held together once binds them no more.
    register.rights[2].status = RightStatus::Ended(2);
    let error = refused(&super::values(&register), party, &[1, 2]);
    assert!(matches!(error, ConsentError::NotACoHolder { .. }), "{error}");
}

#[test]
fn a_co_holder_who_signs_opens_nothing_of_its_own_in_a_report_of_the_party() {
    let (_, values) = held_together();
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    let read = block_on(Material::read(&mut batch, Subject::Party(party_id(1))));
    let read = read.unwrap().unwrap();
    let of = |signed_by| made(&read, Extent::Full, signed_by);
    let unsigned = |report: &TitleReport| {
        let is_it = |warning: &Warning| matches!(warning, Warning::CoHolderNotSigned { .. });
        report.warnings.iter().any(|noted| is_it(&noted.warning))
    };
    let alone = of(vec![party_id(1)]);
    let both = of(vec![party_id(1), party_id(2)]);
    let told = [
        (Relation::Held, 0),
        (Relation::Held, 2),
        (Relation::LicensedOut, 3),
    ];
    assert_eq!(
        (relations(&alone), relations(&both)),
        (told.to_vec(), told.to_vec())
    );
    assert!(unsigned(&alone) && !unsigned(&both));
}

#[test]
fn an_extract_lists_no_case_that_somebody_else_has_filed() {
    let filing = FirstRegistration {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        object: None,
        facts: licensed().object.facts,
        holders: Holders::Sole(party_id(2)),
        claims: Default::default(),
        participants: Default::default(),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: Default::default(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: Digest::Sha2_256([1; 32]),
        },
        withholding: None,
    };
    let id = CaseId::new(AUTHORITY, 1).unwrap();
    let case = Case::filed(id, party_id(1), Via::Own, AS_OF, filing.into());
    let mut values = values(&licensed());
    values.insert(storage_keys::case(id), case.encode());
    let listed = |party, extent| {
        let report = party_report(&values, PartyName::Id(party_id(party)), extent);
        report.cases.len()
    };
    assert_eq!((listed(1, Extent::Full), listed(2, Extent::Full)), (1, 1));
    assert_eq!((listed(1, Extent::Extract), listed(2, Extent::Extract)), (1, 0));
}
