//! `enter`: object, rights, certificate and one entry.

use super::*;
use crate::{Fingerprints, HoldingCount, Holdings};
use quanji_primitives::{
    certificate_number::CertificateNumber,
    regime::Act,
    v1::{
        history_after, CertificateRecord, EntryContent, ObjectRecord, Outcome, Publication, RightRecord,
        RightStatus, NO_HISTORY,
    },
    EntryNo,
};
use sp_runtime::DispatchResult;

pub(super) fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::enter(signed(account), case, None, None, None)
}

fn number(text: &str) -> CertificateNumber {
    text.parse().unwrap()
}

/// Story 1: filed September 24, accepted by silence, published October 30, entered Monday November 9.
fn story_one() -> CaseId {
    let case = file(ENTERPRISE, resource_with(ENTERPRISE, &[1, 2]));
    set_now("2026-10-29 10:00");
    examine(case, granting(case));
    approve(case);
    set_now("2026-10-30 10:00");
    publish(case);
    set_now("2026-11-09 09:30");
    case
}

fn right_of_story_one(kind: RightKind) -> RightRecord {
    RightRecord {
        version: 1,
        kind,
        holders: Holders::Sole(party(ENTERPRISE)),
        parent: None,
        valid_until: at("2031-11-10 00:00"),
        certificate: 0,
        entry: 1,
        status: RightStatus::Live,
        licences: 0,
    }
}

#[test]
fn an_entry_writes_object_rights_certificate_and_indices() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let case = story_one();
        let filing = stored(case).first().unwrap().clone();
        let examination = granting(case);
        assert_ok!(call(REVIEWER, case));

        let (object, holder) = (ObjectId(case.0), party(ENTERPRISE));
        let rights = RightKind::ALL.map(right_of_story_one);
        let certificate = CertificateRecord {
            version: 1,
            number: number("SJ4412026110001"),
            issue: 1,
            rights: vec![0, 1, 2].try_into().unwrap(),
            entry: 1,
            issued_at: at("2026-11-09 09:30"),
            outcome: Outcome::Live,
            without_rights: None,
        };
        let entry = Entry {
            version: 1,
            no: EntryNo { object, number: 1 },
            authority: AUTHORITY,
            regime: NATIONAL_2026,
            at: at("2026-11-09 09:30"),
            previous: NO_HISTORY,
            basis: EntryBasis::Case(Box::new(CaseBasis {
                case,
                act: Act::First,
                applicant: holder,
                via: Via::Own,
                declaration: filing.declaration,
                evidence: filing.evidence.to_vec().try_into().unwrap(),
                reports: Default::default(),
                examination,
                examiner: officer(EXAMINER),
                approver: officer(REVIEWER),
                receipt: None,
            })),
            content: EntryContent::FirstRegistration {
                facts: filing.facts.clone(),
                rights: rights.to_vec().try_into().unwrap(),
                certificates: vec![certificate.clone()].try_into().unwrap(),
                fingerprints: filing.fingerprints.clone(),
            },
        };
        assert_only_event(Event::Entered {
            officer: Some(officer(REVIEWER)),
            entry: Box::new(entry.clone()),
            refusal: None,
            travelling: Default::default(),
        });

        let record = ObjectRecord {
            version: 1,
            facts: filing.facts,
            authority: AUTHORITY,
            regime: NATIONAL_2026,
            publication: Publication::Full,
            outcome: Outcome::Live,
            entered_at: at("2026-11-09 09:30"),
            imported: None,
            rights: 3,
            certificates: 1,
            entries: 1,
            fingerprints: 2,
            derived: 0,
            marks: 0,
            open_cases: Default::default(),
            open_objections: Default::default(),
            history: history_after(&entry),
        };
        assert_eq!(Objects::<Test>::get(object), Some(record));
        for (number, right) in (0..).zip(rights) {
            assert_eq!(Rights::<Test>::get(object, number), Some(right));
        }
        assert_eq!(Certificates::<Test>::get(object, 0), Some(certificate));
        assert_eq!(
            crate::CertificateByNumber::<Test>::get(number("SJ4412026110001")),
            Some((object, 0))
        );
        assert_eq!(HoldingCount::<Test>::get(holder), 1);
        assert_eq!(Holdings::<Test>::get(holder, 0), Some((object, 0)));
        for (number, byte) in [(0, 1), (1, 2)] {
            assert_eq!(Fingerprints::<Test>::get(object, number), Some(fingerprint(byte)));
            let found = crate::ObjectByFingerprint::<Test>::get(fingerprint(byte).digest);
            assert_eq!(found, Some(object));
        }
        assert_eq!(Registry::case(case), None);
    });
}

#[test]
fn a_term_of_years_ends_at_twenty_four_hours_of_the_same_date() {
    ExtBuilder::at("2026-09-24 16:50").build_and_execute(|| {
        let object = enter(story_one());
        let right = Rights::<Test>::get(object, 0).unwrap();
        assert_eq!(right.valid_until.to_string(), "2031-11-10T00:00:00+08:00");
        assert_eq!(right.valid_until, day("2031-11-09").end());
    });
}

#[test]
fn each_right_has_the_years_that_were_asked_for_it() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        for (claim, years) in filing.claims.iter_mut().zip([1, 3, 5]) {
            claim.years = years;
        }
        let object = entered(ENTERPRISE, filing);
        let ends = [0, 1, 2].map(|number| Rights::<Test>::get(object, number).unwrap().valid_until.day());
        assert_eq!(ends, ["2027-11-11", "2029-11-11", "2031-11-11"].map(day));
    });
}

#[test]
fn only_the_granted_rights_are_entered() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, resource(ENTERPRISE));
        let mut examination = granting(case);
        examination.decisions[1].refused = Some(RefusalGround::UnclearAuthorisation);
        examine(case, examination);
        approve(case);
        publish(case);
        end_notice(case);
        let object = enter(case);
        let kinds: Vec<_> = Rights::<Test>::iter_prefix_values(object)
            .map(|right| right.kind)
            .collect();
        assert_eq!(kinds.len(), 2);
        assert!(!kinds.contains(&RightKind::ProcessingUse));
        assert_eq!(
            Certificates::<Test>::get(object, 0).unwrap().rights.to_vec(),
            [0, 1]
        );
    });
}

#[test]
fn nothing_is_entered_before_the_notice_has_ended() {
    for (moment, ended) in [
        ("2026-11-09 23:59:59", false),
        ("2026-11-10 00:00:00", true),
        ("2026-11-10 00:00:01", true),
    ] {
        ExtBuilder::at("2026-11-02 09:00").build_and_execute(|| {
            let case = in_notice(ENTERPRISE, resource(ENTERPRISE));
            set_now(moment);
            if ended {
                assert_ok!(call(REVIEWER, case));
            } else {
                assert_noop!(call(REVIEWER, case), Error::<Test>::NoticeNotEnded);
            }
        });
    }
}

#[test]
fn only_a_reviewer_of_the_authority_without_interest_enters() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        assert_officers_only(
            |origin, case| Registry::enter(origin, case, None, None, None),
            case,
            OTHER_AUTHORITY_REVIEWER,
            EXAMINER,
            AFFILIATED_REVIEWER,
        );
        assert_ok!(call(SECOND_REVIEWER, case));
    });
}

#[test]
fn only_a_published_case_is_entered() {
    ExtBuilder::default().build_and_execute(|| {
        for (stage, case) in at_every_stage() {
            let expected = if stage == Stage::InNotice {
                Error::<Test>::NoticeNotEnded
            } else {
                Error::WrongStage
            };
            assert_noop!(call(REVIEWER, case), expected);
        }
    });
}

#[test]
fn a_case_without_examination_or_approval_is_never_entered() {
    ExtBuilder::default().build().execute_with(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        let whole = stored(case);
        Cases::<Test>::insert(
            case,
            Case {
                approval: None,
                ..whole.clone()
            },
        );
        assert_noop!(call(REVIEWER, case), Error::<Test>::WrongStage);
        Cases::<Test>::insert(
            case,
            Case {
                examination: None,
                ..whole
            },
        );
        assert_noop!(call(REVIEWER, case), Error::<Test>::WrongStage);
    });
}

#[test]
fn a_case_in_which_everything_was_refused_is_never_entered() {
    ExtBuilder::default().build().execute_with(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        let denied = denying(case, RefusalGround::OtherLaw);
        Cases::<Test>::mutate(case, |case| {
            case.as_mut().unwrap().examination.as_mut().unwrap().0 = denied;
        });
        let letter = refusal_letter(case);
        assert!(letter.is_some());
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, letter),
            Error::<Test>::NothingGranted
        );
    });
}

#[test]
fn an_entered_case_is_not_entered_twice() {
    ExtBuilder::default().build_and_execute(|| {
        let case = ready_to_enter(ENTERPRISE, resource(ENTERPRISE));
        enter(case);
        assert_noop!(call(REVIEWER, case), Error::<Test>::CaseNotFound);
    });
}

#[test]
fn joint_holders_share_one_certificate_and_each_finds_it() {
    ExtBuilder::default().build_and_execute(|| {
        let holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        let object = entered(
            ENTERPRISE,
            FirstRegistration {
                holders: holders.clone(),
                ..resource(ENTERPRISE)
            },
        );
        assert_eq!(Objects::<Test>::get(object).unwrap().certificates, 1);
        assert_eq!(Rights::<Test>::get(object, 0).unwrap().holders, holders);
        for account in [ENTERPRISE, SECOND_ENTERPRISE] {
            assert_eq!(HoldingCount::<Test>::get(party(account)), 1);
            assert_eq!(Holdings::<Test>::get(party(account), 0), Some((object, 0)));
        }
    });
}

#[test]
fn holders_by_shares_are_recorded_with_their_shares() {
    ExtBuilder::default().build_and_execute(|| {
        let parts: Vec<(u64, u32)> = std::iter::once(ENTERPRISE)
            .chain(ENTERPRISES.take(15))
            .map(|account| (account, 62_500))
            .collect();
        let holders = shares(&parts);
        let object = entered(
            ENTERPRISE,
            FirstRegistration {
                holders: holders.clone(),
                ..resource(ENTERPRISE)
            },
        );
        assert_eq!(Rights::<Test>::get(object, 2).unwrap().holders, holders);
        for (account, _) in parts {
            assert_eq!(Registry::holdings(party(account), 0).len(), 1);
        }
    });
}

#[test]
fn reports_are_part_of_the_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, shenzhen_resource(ENTERPRISE));
        assert_ok!(Registry::report(
            signed(SERVICE_INSTITUTION),
            case,
            Conclusion::Favourable,
            digest(7)
        ));
        examine(case, granting(case));
        approve(case);
        publish(case);
        let reports = stored(case).reports;
        // Ten working days of notice under the Shenzhen regime.
        assert_eq!(
            status(case),
            Status::InNotice {
                due: due("2026-11-16")
            }
        );
        end_notice(case);
        assert_ok!(call(REVIEWER, case));
        assert_eq!(basis_of(&last_entry()).reports, reports);
        assert_eq!(reports.len(), 1);
    });
}
