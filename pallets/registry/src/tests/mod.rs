//! One file for each call; here what they share.

mod accept;
mod acknowledge;
mod answer_supplement;
mod appeal;
mod approve;
mod cancellation;
mod capacity;
mod change;
mod checks;
mod close;
mod collateral;
mod consent_to_case;
mod consent_to_operating;
mod corrections;
mod coverage;
mod dealing;
mod dealings;
mod decide_appeal;
mod decide_notice_objection;
mod decide_publication;
mod enter;
mod enter_joint;
mod enter_nationally;
mod entered_meanwhile;
mod examine;
mod examine_conditions;
mod extend;
mod file;
mod file_claims;
mod file_dealing;
mod filings;
mod further_holders;
mod further_rights;
mod hindrances;
mod import;
mod inquire;
mod licence_back;
mod licence_by_case;
mod licences;
mod lineage;
mod live_marks;
mod marks;
mod matches;
mod motions;
mod numbers;
mod object_to_notice;
mod partial_reassessment;
mod partial_refusal;
mod partial_renewal;
mod particulars;
mod public_data;
mod publish;
mod queries;
mod record_delivery;
mod record_inquiry_answer;
mod refuse;
mod renewal;
mod report;
mod request_supplement;
mod resubmit;
mod resubmit_dealing;
mod return_for_completion;
mod review_import;
mod review_steps;
mod revoke_consent;
mod sign;
mod size;
mod sources;
mod split;
mod split_publication;
mod split_rules;
mod steps;
mod storage_keys;
mod stored_names;
mod story_golden_week;
mod story_not_published;
mod succession;
mod terminate;
mod transfer;
mod transfer_rules;
mod try_state;
mod walk;
mod walk_calls;
mod withdraw;
mod workload;

use crate::{mock::*, Cases, Certificates, Error, Event, Objects, Rights};
use checks::*;
use dealings::*;
use filings::*;
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{
    capacity::{Capacity, CounterFiling, Via},
    case::{
        Answer, Case, Concerned, Conclusion, Decision, Examination, Finding, Findings, Inquired,
        MatchFinding, Reference, RefusalGround, Signing, Stage, Status,
    },
    clock::{Day, Due, Moment},
    filing::{
        Change, Dealing, Declaration, Deficiency, DescriptionChange, Evidence, EvidenceKind,
        FirstRegistration, LevelChange, Matter, Participant, PassingShare, Renewal, Transfer, TransferLimit,
        TransferReason,
    },
    imported::{EarlierChecks, EarlierRegistration},
    object::{
        DataCategory, DataLevel, Fingerprint, FingerprintKind, ObjectFacts, ObjectKind, PublicClass, Source,
        SourceKind,
    },
    regime::{Completion, RegimeId},
    regimes::{NATIONAL_2026, PUBLIC_DATA_2025, SHENZHEN_2023},
    rights::{Claim, Holders, RightKind, RightKinds, Share},
    v1::{CaseBasis, Entry, EntryBasis},
    written_notice::{Channel, RefusalLetter},
    Bounded, CaseId, Digest, ObjectId, PartyId,
};
use review_steps::*;
use steps::*;

/// A party acts for itself.
const OWN: Capacity = Capacity::Own;

/// The digest of every letter.
const LETTER: Digest = Digest::Sha2_256([1; 32]);

fn signed(account: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account)
}

/// The events of this pallet since the last call of this function.
fn take_events() -> Vec<Event<Test>> {
    let records = System::events();
    System::reset_events();
    let events = records.into_iter().map(|record| record.event);
    events
        .filter_map(|event| {
            if let RuntimeEvent::Registry(event) = event {
                Some(event)
            } else {
                None
            }
        })
        .collect()
}

/// Exactly one event since the last call, and it is this one.
#[track_caller]
fn assert_only_event(expected: Event<Test>) {
    assert_eq!(take_events(), [expected]);
}

fn stored(case: CaseId) -> Case {
    Cases::<Test>::get(case).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn due(text: &str) -> Due {
    Due {
        day: day(text),
        provisional: false,
    }
}

fn status(case: CaseId) -> Status {
    Registry::case_standing(case).unwrap().status
}
