//! `file`: which rights may be claimed, for whom, and by several who apply together.

use super::*;
use file::{changed, filing_fails};
use quanji_primitives::regime::ClaimCondition;
use RightKind::{Holding, Operating, ProcessingUse};

#[test]
fn at_least_one_right_is_claimed_and_each_kind_once() {
    ExtBuilder::default().build_and_execute(|| {
        filing_fails(changed(|filing| filing.claims = claims(&[])), Error::ClaimMissing);
        let twice = changed(|filing| filing.claims = claims(&[Holding, Holding]));
        filing_fails(twice, Error::ClaimRepeated);
        let falling = changed(|filing| filing.claims = claims(&[Operating, Holding]));
        filing_fails(falling, Error::ClaimRepeated);
        file(
            ENTERPRISE,
            changed(|filing| filing.claims = claims(&[Holding, Operating])),
        );
    });
}

#[test]
fn crawled_data_cannot_claim_the_operating_right() {
    ExtBuilder::default().build_and_execute(|| {
        let crawled = |kinds: &[RightKind]| {
            changed(|filing| {
                filing.facts.source = SourceKind::OpenDataByProgram;
                filing.claims = claims(kinds);
            })
        };
        filing_fails(crawled(&RightKind::ALL), Error::KindNotClaimable);
        file(ENTERPRISE, crawled(&[Holding, ProcessingUse]));
    });
}

#[test]
fn shenzhen_gives_holding_from_a_resource_and_operating_from_a_product() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = shenzhen_resource(ENTERPRISE);
        filing.claims = claims(&[Operating]);
        filing_fails(filing, Error::KindNotClaimable);
        file(ENTERPRISE, shenzhen_resource(ENTERPRISE));
    });
}

#[test]
fn validity_is_one_to_five_years() {
    ExtBuilder::default().build_and_execute(|| {
        let years = |years| changed(|filing| filing.claims[0].years = years);
        for (number, fits) in [(0, false), (1, true), (5, true), (6, false), (255, false)] {
            if fits {
                file(ENTERPRISE, years(number));
            } else {
                filing_fails(years(number), Error::ValidityOutOfRange);
            }
        }
    });
}

#[test]
fn holders_stand_in_order_with_shares_that_make_one_whole() {
    ExtBuilder::default().build_and_execute(|| {
        let held_by = |holders| changed(|filing| filing.holders = holders);
        for holders in [
            joint(&[ENTERPRISE]),
            joint(&[SECOND_ENTERPRISE, ENTERPRISE]),
            joint(&[ENTERPRISE, ENTERPRISE]),
            shares(&[(ENTERPRISE, 400_000), (SECOND_ENTERPRISE, 599_999)]),
            shares(&[(ENTERPRISE, 0), (SECOND_ENTERPRISE, 1_000_000)]),
        ] {
            filing_fails(held_by(holders), Error::HoldersUnfit);
        }
        file(ENTERPRISE, held_by(joint(&[ENTERPRISE, SECOND_ENTERPRISE])));
        file(
            ENTERPRISE,
            held_by(shares(&[(ENTERPRISE, 400_000), (SECOND_ENTERPRISE, 600_000)])),
        );
        let sixteen: Vec<u64> = ENTERPRISES.take(15).collect();
        file(
            ENTERPRISE,
            held_by(joint(&[&[ENTERPRISE], &sixteen[..]].concat())),
        );
    });
}

#[test]
fn every_holder_is_an_admitted_party_in_good_standing() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [SUSPENDED_ENTERPRISE, STRANGER] {
            filing_fails(
                changed(|filing| filing.holders = joint(&[ENTERPRISE, account])),
                Error::HolderNotAdmitted,
            );
        }
    });
}

#[test]
fn who_files_is_one_of_the_holders() {
    ExtBuilder::default().build_and_execute(|| {
        filing_fails(resource(SECOND_ENTERPRISE), Error::ApplicantNotHolder);
        let both = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        file(SECOND_ENTERPRISE, changed(|filing| filing.holders = both));
    });
}

#[test]
fn a_kind_that_needs_a_condition_may_be_claimed_before_it_is_met() {
    ExtBuilder::default().build_and_execute(|| {
        let of_source = |source| changed(|filing| filing.facts.source = source);
        file(ENTERPRISE, of_source(SourceKind::JointFusion));
        file(ENTERPRISE, of_source(SourceKind::Entrusted));
        // A condition of another row opens nothing.
        let mut crawled = of_source(SourceKind::OpenDataByProgram);
        crawled.conditions = vec![ClaimCondition::NoSubstitution].try_into().unwrap();
        filing_fails(crawled, Error::KindNotClaimable);
    });
}

#[test]
fn participants_of_a_joint_application_claim_for_themselves() {
    ExtBuilder::default().build_and_execute(|| {
        let with = |change: fn(&mut Participant)| {
            let mut filing = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
            change(&mut filing.participants[0]);
            filing
        };
        let claims_nothing = with(|participant| participant.claims = claims(&[]));
        filing_fails(claims_nothing, Error::ClaimMissing);
        let twice = with(|participant| participant.claims = claims(&[Holding, Holding]));
        filing_fails(twice, Error::ClaimRepeated);
        let too_long = with(|participant| participant.claims[0].years = 6);
        filing_fails(too_long, Error::ValidityOutOfRange);
        let mut crawled = with(|participant| participant.claims = claims(&RightKind::ALL));
        crawled.facts.source = SourceKind::OpenDataByProgram;
        filing_fails(crawled, Error::KindNotClaimable);
        let case = file(ENTERPRISE, fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]));
        assert_eq!(stored(case).filing.claimed().len(), 4);
    });
}

#[test]
fn each_party_applies_once_and_at_most_sixteen_together() {
    ExtBuilder::default().build_and_execute(|| {
        let mut twice = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
        twice.participants[0].holders = Holders::Sole(party(ENTERPRISE));
        filing_fails(twice, Error::HoldersUnfit);
        let mut among_others = fused(&[ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON], &[]);
        among_others.participants[1].holders = joint(&[SECOND_ENTERPRISE, NATURAL_PERSON]);
        filing_fails(among_others, Error::HoldersUnfit);
        let mut not_whole = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
        not_whole.participants[0].holders = joint(&[SECOND_ENTERPRISE]);
        filing_fails(not_whole, Error::HoldersUnfit);
        // The applicant's share and one of fifteen make sixteen; one more is too many.
        let fifteen: Vec<u64> = ENTERPRISES.take(15).collect();
        let mut most = fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[]);
        most.participants[0].holders = joint(&fifteen);
        file(ENTERPRISE, most.clone());
        most.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        filing_fails(most, Error::HoldersUnfit);
    });
}

#[test]
fn every_participant_is_an_admitted_party_in_good_standing() {
    ExtBuilder::default().build_and_execute(|| {
        for account in [SUSPENDED_ENTERPRISE, STRANGER] {
            filing_fails(fused(&[ENTERPRISE, account], &[]), Error::HolderNotAdmitted);
        }
        filing_fails(fused(&[ENTERPRISE, AFFILIATE], &[]), Error::OwnCase);
    });
}

#[test]
fn the_applicant_stands_in_the_first_share() {
    ExtBuilder::default().build_and_execute(|| {
        let others = fused(&[SECOND_ENTERPRISE, ENTERPRISE], &[]);
        filing_fails(others, Error::ApplicantNotHolder);
    });
}
