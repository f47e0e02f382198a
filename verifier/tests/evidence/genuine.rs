//! Packages that verify, and what their verdicts say.

use crate::{
    chain::{first_issue, header, justify, keys, vote, Chain, ROUND},
    register::{licence, mark, objection_id, party_id, right, AS_OF, AUTHORITY, ISSUED_AT, VALID_UNTIL},
};
use quanji_primitives::{
    clock::{DevelopmentClock, Moment},
    marks::{EntryRange, Mark, MarkKind, MarkSource, Order, OrderTerm, Organ, OrganKind, RightSet},
    rights::{Holders, RightKind},
    terms::{Region, Use, UseAnswer, UseBar},
    v1::{LicenceRecord, Outcome, RightStatus, WithoutRights},
    Digest, RightId, StampId,
};
use quanji_verifier::{title::RightState, Freshness, Since, Status, Title, TrustAnchor, H256};

#[test]
fn a_genuine_package_verifies_from_genesis() {
    let chain = Chain::default();
    let verdict = chain.verdict();
    assert_eq!(verdict.status, Status::InForce);
    assert_eq!((verdict.block, verdict.block_hash), (20, chain.block().hash()));
    assert_eq!((verdict.as_of, verdict.issue), (AS_OF, 2));
    assert_eq!(verdict.freshness, Freshness::Recent { age_millis: 60_000 });
    assert_eq!(verdict.title.rights, chain.register.rights);
    assert_eq!(verdict.title.certificates, chain.register.certificates);
    let states: Vec<_> = verdict
        .rights
        .iter()
        .map(|right| (right.number, right.state))
        .collect();
    assert_eq!(states, [(0, RightState::InForce), (1, RightState::InForce)]);
    assert_eq!(
        verdict.to_string(),
        "certificate SJ4412026110001/2 in force as of block 20, 2026-11-09T01:00:00.000+08:00"
    );
}

#[test]
fn the_certificate_of_co_holders_verifies_too() {
    let verdict = Chain {
        certificate: 1,
        ..Chain::default()
    }
    .verdict();
    assert_eq!(verdict.number, crate::register::number(2));
    let holder = &Chain {
        certificate: 1,
        ..Chain::default()
    }
    .credential()["credentialSubject"]["holders"];
    assert_eq!(holder["form"], "shares");
    assert_eq!(holder["parties"][1]["partsPerMillion"], 600_000);
    assert_eq!(holder["parties"][1]["identification"], "c0".repeat(32));
}

#[test]
fn a_checkpoint_needs_neither_genesis_nor_earlier_links() {
    let mut chain = Chain::default();
    let mut request = chain.request();
    request.trust = TrustAnchor::Checkpoint(chain.checkpoint());
    let whole = chain.ask(&request).unwrap();
    chain.package = Box::new(|package| {
        package.proof.genesis = None;
        package.proof.links.clear();
        package.proof.first_set = 1;
    });
    assert_eq!(chain.ask(&request), Ok(whole));
}

#[test]
fn a_checkpoint_that_is_the_proven_block_needs_no_votes() {
    let mut chain = Chain::default();
    let mut checkpoint = chain.checkpoint();
    (checkpoint.number, checkpoint.hash) = (20, chain.block().hash());
    chain.package = Box::new(|package| package.proof.block.justification = Default::default());
    let mut request = chain.request();
    request.trust = TrustAnchor::Checkpoint(checkpoint);
    assert_eq!(
        chain.ask(&request).map(|verdict| verdict.status),
        Ok(Status::InForce)
    );
}

#[test]
fn three_of_four_votes_suffice() {
    let block_ballot = Box::new(|header: &_| justify(header, &keys(11..14), 1));
    assert_eq!(
        Chain {
            block_ballot,
            ..Chain::default()
        }
        .verdict()
        .status,
        Status::InForce
    );
}

#[test]
fn votes_for_a_later_block_count_with_the_headers_between() {
    let chain = Chain {
        block_ballot: Box::new(|target| {
            let between = header(21, target.hash(), H256::zero(), Vec::new());
            let later = header(22, between.hash(), H256::zero(), Vec::new());
            let mut justification = justify(target, &keys(11..13), 1);
            let votes = keys(13..15)
                .iter()
                .map(|key| vote(key, (later.hash(), 22), ROUND, 1))
                .collect::<Vec<_>>();
            justification.commit.precommits.extend(votes);
            justification.votes_ancestries = vec![later, between];
            justification
        }),
        ..Chain::default()
    };
    assert_eq!(chain.verdict().status, Status::InForce);
}

#[test]
fn two_votes_of_one_authority_count_as_grandpa_counts_them() {
    let chain = Chain {
        block_ballot: Box::new(|target| {
            let later = header(21, target.hash(), H256::zero(), Vec::new());
            let mut justification = justify(target, &keys(11..14), 1);
            justification
                .commit
                .precommits
                .push(vote(&keys(13..14)[0], (later.hash(), 21), ROUND, 1));
            justification.votes_ancestries = vec![later];
            justification
        }),
        ..Chain::default()
    };
    assert_eq!(chain.verdict().status, Status::InForce);
}

#[test]
fn an_old_package_says_that_later_facts_are_unknown() {
    let chain = Chain::default();
    let mut request = chain.request();
    request.now = Moment(AS_OF.0 + 86_400_001);
    let verdict = chain.ask(&request).unwrap();
    assert_eq!(
        verdict.freshness,
        Freshness::LaterFactsUnknown {
            age_millis: 86_400_001
        }
    );
    assert!(verdict.to_string().ends_with("later facts unknown"));
    assert!(!verdict.has_lapsed_by(request.now));
    assert!(verdict.has_lapsed_by(VALID_UNTIL));
    request.max_age_millis = None;
    let verdict = chain.ask(&request).unwrap();
    assert_eq!(
        verdict.freshness,
        Freshness::NotLimited {
            age_millis: 86_400_001
        }
    );
    assert!(!verdict.to_string().contains("later facts"));
    request.now = Moment(AS_OF.0 - 5);
    assert_eq!(
        chain.ask(&request).unwrap().freshness,
        Freshness::AheadOfCaller { by_millis: 5 }
    );
}

#[test]
fn an_earlier_issue_is_superseded() {
    let verdict = first_issue().verdict();
    assert_eq!(verdict.status, Status::Superseded { by_issue: 2 });
    assert_eq!((verdict.issue, verdict.superseded_by()), (1, Some(2)));
    assert_eq!(Chain::default().verdict().superseded_by(), None);
}

#[test]
fn a_package_proven_again_after_an_entry_says_so() {
    let chain = Chain::default();
    let credential = chain.credential();
    let mut later = Chain::default();
    later.register.certificates[0].outcome = Outcome::Ended(3);
    let ended = |later: &Chain| {
        let package = later.package_with(credential.clone());
        quanji_verifier::verify_package(&package, &later.request())
            .unwrap()
            .status
    };
    assert_eq!(ended(&later), Status::Ended { by_entry: 3 });
    later.register.certificates[0].outcome = Outcome::Live;
    later.register.object.outcome = Outcome::Ended(4);
    assert_eq!(ended(&later), Status::Ended { by_entry: 4 });
}

#[test]
fn rights_end_one_by_one() {
    let mut chain = Chain::default();
    chain.register.rights[1].status = RightStatus::Ended(2);
    assert_eq!(chain.verdict().status, Status::PartlyInForce);
    chain.register.rights[0].status = RightStatus::Ended(3);
    assert_eq!(chain.verdict().status, Status::Ended { by_entry: 3 });
    chain.register.rights[0].status = RightStatus::Live;
    chain.register.rights[0].valid_until = AS_OF;
    let verdict = chain.verdict();
    assert_eq!(verdict.status, Status::Expired);
    assert_eq!(verdict.rights[0].state, RightState::Expired);
    assert_eq!(verdict.rights[1].state, RightState::Ended { entry: 2 });
}

#[test]
fn a_licence_is_in_force_only_while_its_parent_is() {
    let mut chain = Chain::default();
    let parent = RightId {
        object: crate::register::object_id(),
        index: 2,
    };
    chain.register.rights[0].parent = Some(parent);
    chain.register.licences.insert(0, licence());
    assert_eq!(chain.verdict().status, Status::InForce);
    chain.register.rights[2].valid_until = AS_OF;
    let verdict = chain.verdict();
    assert_eq!(verdict.status, Status::PartlyInForce);
    assert_eq!(
        verdict.rights[0].state,
        RightState::ParentNotInForce { parent: 2 }
    );
}

/// Licences 1 and 2, each from the one before; right 0 is of first registration.
fn licensed(root_signed: bool) -> Chain {
    let mut chain = Chain::default();
    chain.register.rights[2].holders = Holders::Sole(party_id(2));
    for (number, parent) in [(1, 0), (2, 1)] {
        let object = crate::register::object_id();
        chain.register.rights[number].parent = Some(RightId {
            object,
            index: parent,
        });
        chain.register.rights[number].kind = RightKind::ProcessingUse;
    }
    let signed = LicenceRecord {
        root_signed,
        ..licence()
    };
    chain.register.licences = [(1, licence()), (2, signed)].into();
    chain.register.rights[1].status = RightStatus::Ended(2);
    chain
}

#[test]
fn a_licence_that_the_first_holder_signed_outlives_the_one_between() {
    for (root_signed, expected) in [
        (false, RightState::ParentNotInForce { parent: 1 }),
        (true, RightState::InForce),
    ] {
        assert_eq!(title(&licensed(root_signed)).right_state(2, AS_OF), Ok(expected));
    }
    let mut chain = licensed(true);
    chain.register.rights[0].valid_until = AS_OF;
    let by_the_root = RightState::ParentNotInForce { parent: 0 };
    assert_eq!(title(&chain).right_state(2, AS_OF), Ok(by_the_root));
}

/// The title as its proof gives it.
fn title(chain: &Chain) -> Title {
    chain.verdict().title
}

#[test]
fn a_proven_title_answers_whether_a_use_is_covered() {
    let asked = |purpose| Use {
        purpose,
        region: Region(44),
        medium: None,
    };
    let title = title(&licensed(true));
    let may = |party, purpose| title.may_use(2, party, asked(purpose), AS_OF);
    assert!(matches!(may(party_id(2), 1), UseAnswer::Yes { .. }));
    let purpose = |bar: &UseBar| matches!(bar, UseBar::Purpose { asked: 2, .. });
    assert!(matches!(may(party_id(2), 2), UseAnswer::No { ref bar, .. } if purpose(bar)));
    assert!(matches!(
        may(party_id(1), 1),
        UseAnswer::No {
            bar: UseBar::NotTheHolder,
            ..
        }
    ));
}

#[test]
fn register_time_follows_the_development_clock() {
    let mut chain = Chain::default();
    chain.register.block_time = Some(Moment(50_000));
    let clock = DevelopmentClock {
        epoch: ISSUED_AT,
        anchor: Some(Moment(40_000)),
        speed: 100,
    };
    chain.register.clock = Some(clock);
    chain.created = Moment(ISSUED_AT.0 + 1_000_000);
    let mut request = chain.request();
    request.now = Moment(50_007);
    let verdict = chain.ask(&request).unwrap();
    assert_eq!(verdict.as_of, Moment(ISSUED_AT.0 + 1_000_000));
    assert_eq!(verdict.freshness, Freshness::Recent { age_millis: 7 });
}

#[test]
fn a_further_holder_leaves_the_first_certificate_as_it_is() {
    let credential = Chain::default().credential();
    let mut later = Chain::default();
    later
        .register
        .rights
        .push(right(RightKind::Holding, Holders::Sole(party_id(2)), 2));
    later.register.object.rights = 4;
    let package = later.package_with(credential);
    let verdict = quanji_verifier::verify_package(&package, &later.request()).unwrap();
    assert_eq!((verdict.status, verdict.title.rights.len()), (Status::InForce, 4));
}

#[test]
fn marks_that_have_ended_are_proven_and_stand_no_longer() {
    let verdict = Chain::default().verdict();
    assert_eq!(verdict.title.marks.len(), 2);
    assert_eq!((verdict.marks, verdict.rights[0].marks), (vec![], 0));
    assert_eq!(verdict.open_objections, []);
}

#[test]
fn marks_that_stand_are_told_with_kind_source_and_time() {
    let mut chain = Chain::default();
    let until = Some(Moment(AS_OF.0 + 1));
    chain.register.add_mark(mark(MarkKind::ObjectionNotice, &[0, 1]));
    chain.register.add_mark(Mark {
        until,
        ..mark(MarkKind::Hold, &[1, 2])
    });
    // Against the right of others in the same object.
    chain.register.add_mark(mark(MarkKind::Pledge, &[2]));
    // Not yet.
    chain.register.add_mark(Mark {
        since: Moment(AS_OF.0 + 1),
        ..mark(MarkKind::Hold, &[0])
    });
    let verdict = chain.verdict();
    // A mark ends no right.
    assert_eq!(verdict.status, Status::InForce);
    assert!(verdict.is_encumbered());
    let found: Vec<_> = verdict
        .marks
        .iter()
        .map(|mark| (mark.number, mark.kind, mark.on_certificate))
        .collect();
    assert_eq!(
        found,
        [
            (2, MarkKind::ObjectionNotice, true),
            (3, MarkKind::Hold, true),
            (4, MarkKind::Pledge, false),
        ]
    );
    let hold = verdict.marks[1];
    assert_eq!(hold.source, MarkSource::Objection(objection_id()));
    assert_eq!((hold.since, hold.until), (Moment(AS_OF.0 - 3_600_000), until));
    assert_eq!(hold.rights, [1, 2].into_iter().collect::<RightSet>());
    let counts: Vec<_> = verdict.rights.iter().map(|right| right.marks).collect();
    assert_eq!(counts, [1, 2]);
    assert!(
        verdict
            .to_string()
            .contains("; under objection since 2026-11-09T00:00:00"),
        "{verdict}"
    );
}

/// A seizure of right 0 in the day book, in force for a day.
pub fn seizure(number: u64, since: Moment) -> Mark {
    Mark {
        source: MarkSource::DayBook(StampId::new(AUTHORITY, number).unwrap()),
        since,
        order: Some(Order {
            organ: Organ {
                kind: OrganKind::Court,
                code: "12440000MB0000001C".parse().unwrap(),
            },
            instrument: Digest::Sha2_256([7; 32]),
            received_at: since,
            confirm_by: None,
            term: OrderTerm::Days(1),
            entered_between: Some(EntryRange { first: 2, last: 3 }),
        }),
        ..mark(MarkKind::SeizureFirst, &[0])
    }
}

#[test]
fn a_waiting_seizure_has_risen_without_any_transaction() {
    let days = |days: u64| Moment(AS_OF.0 - days * 86_400_000);
    for (first, kind) in [
        (days(0), MarkKind::SeizureWaiting),
        (days(4), MarkKind::SeizureFirst),
    ] {
        let mut chain = Chain::default();
        // As written at its stamp: the first stood then.
        chain.register.add_mark(seizure(1, first));
        chain.register.add_mark(Mark {
            kind: MarkKind::SeizureWaiting,
            ..seizure(2, days(0))
        });
        let verdict = chain.verdict();
        let last = *verdict.marks.last().unwrap();
        assert_eq!((last.number, last.kind), (3, kind));
        assert_eq!(
            verdict.marks.len(),
            if kind == MarkKind::SeizureFirst { 1 } else { 2 }
        );
        assert_eq!(last.until.is_some(), kind == MarkKind::SeizureFirst);
        let told = verdict.to_string();
        assert!(
            told.contains("entries 2 to 3 made between receipt and stamp"),
            "{told}"
        );
    }
}

#[test]
fn a_stamp_that_nobody_confirmed_in_time_has_fallen() {
    for (confirm_by, stands) in [(AS_OF.0, false), (AS_OF.0 + 1, true)] {
        let mut chain = Chain::default();
        let mut mark = seizure(1, Moment(AS_OF.0 - 1_000));
        if let Some(order) = mark.order.as_mut() {
            order.confirm_by = Some(Moment(confirm_by));
        }
        chain.register.add_mark(mark);
        assert_eq!(chain.verdict().is_encumbered(), stands);
    }
}

#[test]
fn a_hold_stands_to_its_last_moment() {
    for (until, stands) in [(AS_OF.0, false), (AS_OF.0 + 1, true)] {
        let mut chain = Chain::default();
        chain.register.add_mark(Mark {
            until: Some(Moment(until)),
            ..mark(MarkKind::Hold, &[0])
        });
        assert_eq!(chain.verdict().is_encumbered(), stands);
    }
}

#[test]
fn open_objections_and_cases_are_told_before_any_mark() {
    let mut chain = Chain::default();
    let case = chain.register.open_case();
    chain
        .register
        .object
        .open_objections
        .try_push(objection_id())
        .unwrap();
    let verdict = chain.verdict();
    assert_eq!(verdict.marks, []);
    assert_eq!(verdict.open_objections, [objection_id()]);
    assert_eq!(verdict.open_cases, [case]);
    assert!(verdict.is_encumbered());
    let told = format!("objection {} open", objection_id());
    assert!(verdict.to_string().contains(&told));
}

#[test]
fn an_objection_whose_notice_has_ended_by_itself_is_told_no_more() {
    for (until, open) in [(1, true), (0, false)] {
        let mut chain = Chain::default();
        let listed = &mut chain.register.object.open_objections;
        listed.try_push(objection_id()).unwrap();
        let as_of = AS_OF;
        chain.register.add_mark(Mark {
            until: Some(Moment(as_of.0 + until)),
            ..mark(MarkKind::ObjectionNotice, &[0])
        });
        let verdict = chain.verdict();
        assert_eq!(verdict.open_objections.len(), usize::from(open));
        assert_eq!(verdict.is_encumbered(), open);
    }
}

/// The first certificate without rights, as under the regime for public data.
fn without_rights(valid_until: Moment) -> Chain {
    let mut chain = Chain::default();
    let certificate = &mut chain.register.certificates[0];
    certificate.rights = Default::default();
    certificate.without_rights = Some(WithoutRights {
        subject: Holders::Sole(party_id(4)),
        valid_until,
    });
    certificate.number = "query-code:GD-2026-0001".parse().unwrap();
    let subject = chain.register.parties[&party_id(1)].clone();
    chain.register.parties.insert(party_id(4), subject);
    chain
}

#[test]
fn a_registration_without_rights_is_in_force_for_its_term() {
    let chain = without_rights(VALID_UNTIL);
    let verdict = chain.verdict();
    assert_eq!(verdict.status, Status::InForce);
    assert_eq!(verdict.number.to_string(), "query-code:GD-2026-0001");
    assert!(verdict.rights.is_empty());
    assert!(verdict.has_lapsed_by(VALID_UNTIL) && !verdict.has_lapsed_by(AS_OF));
    let subject = &chain.credential()["credentialSubject"];
    assert_eq!(subject["holders"]["parties"][0]["party"], party_id(4).to_string());
    let expired = without_rights(AS_OF).verdict();
    assert_eq!(expired.status, Status::Expired);
    assert_eq!(expired.since(), [Since::Changed, Since::Expired]);
}

#[test]
fn a_registration_without_rights_may_be_renewed_too_when_its_term_is_over() {
    let asked_at = Chain::default().request().now;
    for (until, may) in [(asked_at.0, true), (asked_at.0 + 1, false)] {
        let mut chain = without_rights(Moment(until));
        assert!(!chain.verdict().may_be_renewed(), "no case is open");
        chain.register.open_case();
        assert_eq!(chain.verdict().may_be_renewed(), may);
    }
}

#[test]
fn a_mark_without_rights_stands_against_the_registration_itself_and_every_right() {
    let mut chain = without_rights(VALID_UNTIL);
    chain.register.add_mark(mark(MarkKind::ObjectionNotice, &[]));
    assert!(chain.verdict().marks[0].on_certificate);
    let mut chain = Chain::default();
    chain.register.add_mark(mark(MarkKind::Hold, &[]));
    let verdict = chain.verdict();
    assert!(verdict.marks[0].on_certificate);
    let counts: Vec<_> = verdict.rights.iter().map(|right| right.marks).collect();
    assert_eq!(counts, [1, 1]);
}
