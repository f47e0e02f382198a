//! `examine`: a kind of right that needs a condition is granted when it is declared and proven (NG 21(4), (7)).

use super::*;
use quanji_primitives::regime::ClaimCondition;
use sp_runtime::DispatchResult;

fn grant_all(case: CaseId) -> DispatchResult {
    Registry::examine(signed(EXAMINER), case, Box::new(granting(case)))
}

/// A product of open data, or of another source, with these conditions declared and this evidence besides the usual.
fn conditional(source: SourceKind, conditions: &[ClaimCondition], proven: bool) -> CaseId {
    let mut filing = product(ENTERPRISE, &[Source::Unregistered(digest(1))]);
    filing.facts.source = source;
    filing.conditions = conditions.to_vec().try_into().unwrap();
    if proven {
        filing.evidence = evidence(&[
            EvidenceKind::Identity,
            EvidenceKind::LawfulAcquisition,
            EvidenceKind::ConditionProof,
        ]);
    }
    accepted(ENTERPRISE, filing)
}

#[test]
fn a_condition_is_declared_and_proven_before_its_kind_is_granted() {
    for (source, condition) in [
        (SourceKind::OpenDataByProgram, ClaimCondition::NoSubstitution),
        (SourceKind::Entrusted, ClaimCondition::LawOrContract),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let undeclared = conditional(source, &[], true);
            assert_noop!(grant_all(undeclared), Error::<Test>::ConditionNotMet);
            let another = conditional(source, &[ClaimCondition::ParticipantsConsent], true);
            assert_noop!(grant_all(another), Error::<Test>::ConditionNotMet);
            let unproven = conditional(source, &[condition], false);
            assert_noop!(grant_all(unproven), Error::<Test>::ConditionUnproven);
            assert_ok!(grant_all(conditional(source, &[condition], true)));
        });
    }
}

#[test]
fn proof_given_in_review_counts() {
    ExtBuilder::default().build_and_execute(|| {
        let case = conditional(
            SourceKind::OpenDataByProgram,
            &[ClaimCondition::NoSubstitution],
            false,
        );
        let items = vec![EvidenceKind::ConditionProof].try_into().unwrap();
        let ledger = Channel::Ledger;
        assert_ok!(Registry::request_supplement(
            signed(EXAMINER),
            case,
            items,
            5,
            ledger,
            LETTER
        ));
        let proof = documents(&[(EvidenceKind::ConditionProof, 0x66)]);
        assert_ok!(Registry::answer_supplement(
            signed(ENTERPRISE),
            OWN,
            case,
            proof,
            None
        ));
        assert_ok!(grant_all(case));
    });
}

#[test]
fn the_other_kinds_are_granted_without_the_condition() {
    ExtBuilder::default().build_and_execute(|| {
        let case = conditional(SourceKind::OpenDataByProgram, &[], false);
        let mut examination = granting(case);
        examination.decisions[2].refused = Some(RefusalGround::UnclearAuthorisation);
        examine(case, examination);
    });
}

#[test]
fn a_trustee_gets_nothing_without_law_or_contract() {
    ExtBuilder::default().build_and_execute(|| {
        let case = conditional(SourceKind::Entrusted, &[], false);
        for granted in 0..3 {
            let mut examination = denying(case, RefusalGround::UnclearAuthorisation);
            examination.decisions[granted].refused = None;
            let call = Registry::examine(signed(EXAMINER), case, Box::new(examination));
            assert_noop!(call, Error::<Test>::ConditionNotMet);
        }
        examine(case, denying(case, RefusalGround::UnclearAuthorisation));
    });
}

#[test]
fn what_the_table_does_not_know_is_not_granted() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        // Under a condition, it grants the kinds that it names and no other.
        change_regime(NATIONAL_2026, |regime| {
            for row in regime.claimable.iter_mut() {
                row.kinds = RightKinds::HOLDING;
                row.conditional = RightKinds::USE;
                row.condition = Some(ClaimCondition::NoSubstitution);
            }
        });
        assert_noop!(grant_all(case), Error::<Test>::KindNotClaimable);
        change_regime(NATIONAL_2026, |regime| regime.claimable = Default::default());
        assert_noop!(grant_all(case), Error::<Test>::KindNotClaimable);
    });
}

#[test]
fn nothing_is_examined_while_further_proof_is_awaited() {
    ExtBuilder::default().build_and_execute(|| {
        for channel in [Channel::Post, Channel::Ledger] {
            let case = accepted(ENTERPRISE, resource(ENTERPRISE));
            ask(case, channel);
            assert_noop!(grant_all(case), Error::<Test>::SupplementOpen);
            let case = examined(ENTERPRISE, resource(ENTERPRISE));
            ask(case, channel);
            assert_noop!(
                Registry::approve(signed(REVIEWER), case),
                Error::<Test>::SupplementOpen
            );
        }
    });
}
