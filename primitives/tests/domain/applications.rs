//! Applications: who applies for what, what remedies a deficiency, what was found and granted.

use quanji_primitives::{
    case::{Decision, Examination, Finding, Findings, RefusalGround},
    filing::{Declaration, Deficiency, Evidence, EvidenceKind, FirstRegistration, Participant},
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    regimes::NATIONAL_2026,
    rights::{Claim, Holders, RightKind, Share},
    AuthorityId, Digest, PartyId,
};

fn digest(number: u8) -> Digest {
    Digest::Sha2_256([number; 32])
}

fn claims(kinds: &[RightKind]) -> Vec<Claim> {
    kinds
        .iter()
        .map(|kind| Claim {
            kind: *kind,
            years: 5,
        })
        .collect()
}

pub fn facts() -> ObjectFacts {
    ObjectFacts {
        kind: ObjectKind::Resource,
        category: DataCategory::Enterprise,
        level: DataLevel::General,
        source: SourceKind::JointFusion,
        public_class: PublicClass::None,
        industry: 55,
        form: None,
        personal_information: None,
        description: digest(1),
        lineage: Default::default(),
    }
}

/// Party 1 with parties 2 and 3 beside it, who hold jointly and by shares.
fn joint() -> FirstRegistration {
    let participant = |holders, kinds: &[RightKind]| Participant {
        holders,
        claims: claims(kinds).try_into().unwrap(),
    };
    let share = |party, parts| Share {
        party: PartyId(party),
        parts,
    };
    FirstRegistration {
        authority: AuthorityId(1),
        regime: NATIONAL_2026,
        object: None,
        facts: facts(),
        holders: Holders::Sole(PartyId(1)),
        claims: claims(&[RightKind::Holding, RightKind::Operating])
            .try_into()
            .unwrap(),
        participants: vec![
            participant(
                Holders::Joint(vec![PartyId(2), PartyId(3)].try_into().unwrap()),
                &[RightKind::ProcessingUse],
            ),
            participant(
                Holders::Shares(vec![share(4, 400_000), share(5, 600_000)].try_into().unwrap()),
                &[RightKind::Holding],
            ),
        ]
        .try_into()
        .unwrap(),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: vec![
            evidence(EvidenceKind::Identity, 2),
            evidence(EvidenceKind::Contract, 3),
        ]
        .try_into()
        .unwrap(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: digest(4),
        },
        withholding: None,
    }
}

fn evidence(kind: EvidenceKind, number: u8) -> Evidence {
    Evidence {
        kind,
        digest: digest(number),
    }
}

#[test]
fn all_who_apply_stand_in_the_order_of_the_application_with_their_claims() {
    let filing = joint();
    let shares: Vec<_> = filing
        .shares()
        .map(|(holders, claims)| (holders.parties(), claims.len()))
        .collect();
    let expected = [(vec![1], 2), (vec![2, 3], 1), (vec![4, 5], 1)]
        .map(|(parties, claims)| (parties.into_iter().map(PartyId).collect::<Vec<_>>(), claims));
    assert_eq!(shares, expected);
    assert_eq!(filing.parties(), [1, 2, 3, 4, 5].map(PartyId));
    let claimed: Vec<_> = filing.claimed().collect();
    assert_eq!(
        claimed,
        [
            RightKind::Holding,
            RightKind::Operating,
            RightKind::ProcessingUse,
            RightKind::Holding
        ]
    );
}

#[test]
fn holders_are_found_however_they_hold() {
    let filing = joint();
    let found = |number: u64| {
        filing
            .shares()
            .any(|(holders, _)| holders.contains(PartyId(number)))
    };
    assert_eq!(
        [0, 1, 2, 3, 4, 5, 6].map(found),
        [false, true, true, true, true, true, false]
    );
}

/// An application in which one thing is changed.
fn changed(change: impl FnOnce(&mut FirstRegistration)) -> FirstRegistration {
    let mut filing = joint();
    change(&mut filing);
    filing
}

#[test]
fn what_is_listed_as_missing_is_remedied_by_a_change_of_it_and_by_nothing_else() {
    let contract = Deficiency::Evidence(EvidenceKind::Contract);
    let all = [
        contract,
        Deficiency::Description,
        Deficiency::CodedFact,
        Deficiency::Holders,
        Deficiency::PublicQueryCode,
        Deficiency::Declaration,
    ];
    let remedied = |filing: &FirstRegistration| -> Vec<_> {
        all.into_iter()
            .filter(|missing| filing.remedies(&joint(), *missing))
            .collect()
    };
    assert_eq!(remedied(&joint()), []);
    let described = changed(|filing| filing.facts.description = digest(9));
    assert_eq!(
        remedied(&described),
        [Deficiency::Description, Deficiency::CodedFact]
    );
    let classed = changed(|filing| filing.facts.public_class = PublicClass::Utility);
    assert_eq!(remedied(&classed), [Deficiency::CodedFact]);
    let operated = |query_code: &[u8]| PublicClass::AuthorisedOperation {
        query_code: query_code.to_vec().try_into().unwrap(),
    };
    let without_code = changed(|filing| filing.facts.public_class = operated(b""));
    assert_eq!(remedied(&without_code), [Deficiency::CodedFact]);
    let with_code = changed(|filing| filing.facts.public_class = operated(b"GD-1"));
    assert_eq!(
        remedied(&with_code),
        [Deficiency::CodedFact, Deficiency::PublicQueryCode]
    );
    let coded = changed(|filing| filing.facts.industry = 56);
    assert_eq!(remedied(&coded), [Deficiency::CodedFact]);
    let declared = changed(|filing| filing.declaration.document = digest(9));
    assert_eq!(remedied(&declared), [Deficiency::Declaration]);
    let given = changed(|filing| filing.evidence[1] = evidence(EvidenceKind::Contract, 9));
    assert_eq!(remedied(&given), [contract, Deficiency::Holders]);
    // A document of another kind explains the holders, but is no contract.
    let explained = changed(|filing| filing.evidence[0] = evidence(EvidenceKind::Identity, 9));
    assert_eq!(remedied(&explained), [Deficiency::Holders]);
    // The same contract under another name is none that was not there before.
    let renamed = changed(|filing| filing.evidence[1] = evidence(EvidenceKind::Other, 3));
    assert_eq!(remedied(&renamed), [Deficiency::Holders]);
}

#[test]
fn a_condition_that_is_not_met_leaves_not_all_of_them_met() {
    let met = Findings {
        lawful_source: Finding::Met,
        compliant_content: Finding::Met,
        clear_authorisation: Finding::Met,
    };
    assert!(met.all_met());
    let mut source = met;
    source.lawful_source = Finding::NotMet;
    let mut content = met;
    content.compliant_content = Finding::NotMet;
    let mut authorisation = met;
    authorisation.clear_authorisation = Finding::NotMet;
    assert!(![source, content, authorisation].iter().any(Findings::all_met));
}

#[test]
fn only_what_is_not_refused_is_granted() {
    let decision = |kind, refused| Decision { kind, refused };
    let examination = Examination {
        findings: Findings {
            lawful_source: Finding::Met,
            compliant_content: Finding::Met,
            clear_authorisation: Finding::NotMet,
        },
        decisions: vec![
            decision(RightKind::Holding, None),
            decision(
                RightKind::ProcessingUse,
                Some(RefusalGround::UnclearAuthorisation),
            ),
            decision(RightKind::Operating, None),
        ]
        .try_into()
        .unwrap(),
        match_finding: None,
        record: digest(1),
    };
    let granted: Vec<_> = examination.granted().collect();
    assert_eq!(granted, [RightKind::Holding, RightKind::Operating]);
}
