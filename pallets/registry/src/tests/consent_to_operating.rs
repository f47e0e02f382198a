//! `consent_to_operating` and what it opens: the operating right in fused data (NG 21(5)).

use super::*;
use crate::{Consent, Consents};
use quanji_primitives::directory::RuleBook;
use sp_runtime::DispatchResult;

pub(super) fn call(from: u64, object: ObjectId, to: u64) -> DispatchResult {
    Registry::consent_to_operating(signed(from), OWN, object, party(to))
}

#[track_caller]
pub(super) fn consent(from: u64, object: ObjectId, to: u64) {
    assert_ok!(call(from, object, to));
    take_events();
}

/// Two participants of a pending application, the first of whom claims the operating right.
fn pending() -> (CaseId, ObjectId) {
    let case = accepted(ENTERPRISE, fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[ENTERPRISE]));
    (case, stored(case).object)
}

#[test]
fn a_participant_consents_in_a_pending_application() {
    ExtBuilder::default().build_and_execute(|| {
        let (_, object) = pending();
        assert_ok!(call(SECOND_ENTERPRISE, object, ENTERPRISE));
        let (from, to) = (party(SECOND_ENTERPRISE), party(ENTERPRISE));
        assert_only_event(Event::OperatingConsented {
            object,
            from,
            via: Via::Own,
            to,
        });
        let at = Rules.now();
        assert_eq!(
            Consents::<Test>::get(object).as_slice(),
            [Consent {
                from,
                to,
                at,
                typed_in: None
            }]
        );
    });
}

#[test]
fn consent_goes_once_from_one_participant_to_another_who_claims_the_right() {
    ExtBuilder::default().build_and_execute(|| {
        let (_, object) = pending();
        for (from, to) in [
            (ENTERPRISE, ENTERPRISE),
            (ENTERPRISE, SECOND_ENTERPRISE),
            (NATURAL_PERSON, ENTERPRISE),
            (SECOND_ENTERPRISE, NATURAL_PERSON),
        ] {
            assert_noop!(call(from, object, to), Error::<Test>::ConsentUnfit);
        }
        consent(SECOND_ENTERPRISE, object, ENTERPRISE);
        assert_noop!(
            call(SECOND_ENTERPRISE, object, ENTERPRISE),
            Error::<Test>::ConsentGiven
        );
        assert_noop!(call(STRANGER, object, ENTERPRISE), Error::<Test>::NotAParty);
    });
}

#[test]
fn consent_belongs_to_a_pending_case_or_a_registered_object() {
    ExtBuilder::default().build_and_execute(|| {
        let nowhere = ObjectId::new(AUTHORITY, 99).unwrap();
        assert_noop!(
            call(SECOND_ENTERPRISE, nowhere, ENTERPRISE),
            Error::<Test>::ConsentUnfit
        );
        let (case, object) = pending();
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_noop!(
            call(SECOND_ENTERPRISE, object, ENTERPRISE),
            Error::<Test>::ConsentUnfit
        );
    });
}

#[test]
fn a_holder_consents_to_any_other_party() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        consent(ENTERPRISE, object, SECOND_ENTERPRISE);
        assert_noop!(
            call(SECOND_ENTERPRISE, object, ENTERPRISE),
            Error::<Test>::ConsentUnfit
        );
        assert_noop!(call(ENTERPRISE, object, ENTERPRISE), Error::<Test>::ConsentUnfit);
        assert_noop!(call(ENTERPRISE, object, STRANGER), Error::<Test>::ConsentUnfit);
    });
}

#[test]
fn an_agent_or_an_officer_at_the_counter_consents_for_a_participant() {
    ExtBuilder::default().build_and_execute(|| {
        let (_, object) = pending();
        let power = grant_power(SECOND_ENTERPRISE, AGENT);
        let call = |account, capacity| {
            Registry::consent_to_operating(signed(account), capacity, object, party(ENTERPRISE))
        };
        let agent = Capacity::Agent(power);
        change_power(power, |power| {
            power.scope = quanji_primitives::capacity::PowerScope::Objects(vec![object].try_into().unwrap())
        });
        // The object is not registered yet.
        assert_noop!(call(AGENT, agent), Error::<Test>::PowerWithoutObject);
        change_power(power, |power| {
            power.scope = quanji_primitives::capacity::PowerScope::All
        });
        assert_ok!(call(AGENT, agent));
        let revoke = Registry::revoke_consent(signed(AGENT), agent, object, party(ENTERPRISE));
        assert_ok!(revoke);
        close_account(SECOND_ENTERPRISE);
        assert_ok!(call(REGISTRAR, at_counter(SECOND_ENTERPRISE, "2026-11-02 08:00")));
    });
}

#[test]
fn who_typed_in_a_consent_does_not_judge_what_rests_on_it() {
    ExtBuilder::default().build_and_execute(|| {
        let consent_through = |account, object, to| {
            let received = at_counter(PAPER_PERSON, "2026-11-02 08:00");
            Registry::consent_to_operating(signed(account), received, object, party(to))
        };
        let grant_all = |account, case| Registry::examine(signed(account), case, Box::new(granting(case)));
        let case = file(ENTERPRISE, fused(&[ENTERPRISE, PAPER_PERSON], &[ENTERPRISE]));
        let object = stored(case).object;
        assert_ok!(consent_through(SECOND_EXAMINER, object, ENTERPRISE));
        let consent = Consent {
            from: party(PAPER_PERSON),
            to: party(ENTERPRISE),
            at: Rules.now(),
            typed_in: Some(officer(SECOND_EXAMINER)),
        };
        assert_eq!(Consents::<Test>::get(object).as_slice(), [consent]);
        assert_eq!(stored(case).counter_officers.to_vec(), [officer(SECOND_EXAMINER)]);
        assert_noop!(
            Registry::accept(signed(SECOND_EXAMINER), case),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        accept(case);
        assert_noop!(
            grant_all(SECOND_EXAMINER, case),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(grant_all(EXAMINER, case));
        // Nor who decided already types in its revocation.
        let received = at_counter(PAPER_PERSON, "2026-11-02 08:00");
        let revoke = Registry::revoke_consent(signed(EXAMINER), received, object, party(ENTERPRISE));
        assert_noop!(revoke, Error::<Test>::FiledAtCounterBySamePerson);
    });
}

#[test]
fn who_typed_in_a_holder_s_consent_does_not_examine_the_case_that_uses_it() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[])
        };
        let object = entered(ENTERPRISE, filing);
        let third = ENTERPRISES.start;
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-05 09:00");
        let typed_in =
            Registry::consent_to_operating(signed(SECOND_EXAMINER), received, object, party(third));
        assert_ok!(typed_in);
        consent(SECOND_ENTERPRISE, object, third);
        let case = accepted(third, resource_with(third, &[1]));
        let grant_all = |account| Registry::examine(signed(account), case, Box::new(granting(case)));
        assert_noop!(
            grant_all(SECOND_EXAMINER),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(grant_all(EXAMINER));
    });
}

#[test]
fn who_typed_in_a_holder_s_consent_does_not_enter_the_case_that_uses_it() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[])
        };
        let object = entered(ENTERPRISE, filing);
        let third = ENTERPRISES.start;
        close_account(ENTERPRISE);
        let received = at_counter(ENTERPRISE, "2026-11-05 09:00");
        let typing = signed(REGISTRAR_AND_REVIEWER);
        let typed_in = Registry::consent_to_operating(typing, received, object, party(third));
        assert_ok!(typed_in);
        consent(SECOND_ENTERPRISE, object, third);
        let case = ready_to_enter(third, resource_with(third, &[1]));
        assert_noop!(
            enter::call(REGISTRAR_AND_REVIEWER, case),
            Error::<Test>::FiledAtCounterBySamePerson
        );
        assert_ok!(enter::call(REVIEWER, case));
    });
}

#[test]
fn the_operating_right_in_fused_data_needs_every_consent() {
    ExtBuilder::default().build_and_execute(|| {
        let accounts = [ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON];
        let case = accepted(ENTERPRISE, fused(&accounts, &[ENTERPRISE]));
        let object = stored(case).object;
        let grant_all = || Registry::examine(signed(EXAMINER), case, Box::new(granting(case)));
        assert_noop!(grant_all(), Error::<Test>::ParticipantsConsentMissing);
        consent(SECOND_ENTERPRISE, object, ENTERPRISE);
        assert_noop!(grant_all(), Error::<Test>::ParticipantsConsentMissing);
        consent(NATURAL_PERSON, object, ENTERPRISE);
        assert_ok!(grant_all());
    });
}

#[test]
fn holding_and_use_need_no_consent() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[ENTERPRISE]));
        let mut examination = granting(case);
        examination.decisions[2].refused = Some(RefusalGround::UnclearAuthorisation);
        examine(case, examination);
    });
}

#[test]
fn who_stands_alone_in_fused_data_gets_no_operating_right() {
    ExtBuilder::default().build_and_execute(|| {
        let alone = accepted(ENTERPRISE, fused(&[ENTERPRISE], &[ENTERPRISE]));
        let grant_all = |case| Registry::examine(signed(EXAMINER), case, Box::new(granting(case)));
        assert_noop!(grant_all(alone), Error::<Test>::ParticipantsConsentMissing);
        // Co-holders of one right have it together.
        let mut together = fused(&[ENTERPRISE], &[ENTERPRISE]);
        together.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        let together = accepted(ENTERPRISE, together);
        assert_ok!(grant_all(together));
    });
}

#[test]
fn a_consent_is_used_once_by_the_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let both = [ENTERPRISE, SECOND_ENTERPRISE];
        let case = accepted(ENTERPRISE, fused(&both, &both));
        let object = stored(case).object;
        consent(ENTERPRISE, object, SECOND_ENTERPRISE);
        consent(SECOND_ENTERPRISE, object, ENTERPRISE);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        assert_eq!(Consents::<Test>::iter_values().flatten().count(), 2);
        assert_eq!(enter(case), object);
        assert_eq!(Consents::<Test>::iter_values().flatten().count(), 0);
    });
}

#[test]
fn a_consent_revoked_before_the_entry_stops_it() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = pending();
        consent(SECOND_ENTERPRISE, object, ENTERPRISE);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        let revoked = Registry::revoke_consent(signed(SECOND_ENTERPRISE), OWN, object, party(ENTERPRISE));
        assert_ok!(revoked);
        assert_noop!(
            Registry::enter(signed(REVIEWER), case, None, None, None),
            Error::<Test>::ParticipantsConsentMissing
        );
    });
}

#[test]
fn an_ended_application_leaves_no_consent() {
    ExtBuilder::default().build_and_execute(|| {
        let (case, object) = pending();
        consent(SECOND_ENTERPRISE, object, ENTERPRISE);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
        assert_eq!(Consents::<Test>::iter_values().flatten().count(), 0);
    });
}

#[test]
fn every_holder_in_the_earlier_object_consents_to_a_further_one() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let mut filing = fused(&[SECOND_ENTERPRISE], &[SECOND_ENTERPRISE]);
        filing.fingerprints = fingerprints(&[1]);
        let case = accepted(SECOND_ENTERPRISE, filing);
        let grant_all = || Registry::examine(signed(EXAMINER), case, Box::new(granting(case)));
        assert_noop!(grant_all(), Error::<Test>::ParticipantsConsentMissing);
        consent(ENTERPRISE, object, SECOND_ENTERPRISE);
        assert_ok!(grant_all());
        approve(case);
        publish(case);
        end_notice(case);
        assert_eq!(enter(case), object);
        assert_eq!(Consents::<Test>::iter_values().flatten().count(), 0);
    });
}

#[test]
fn a_further_holder_of_fused_data_needs_consent_whatever_source_it_names() {
    ExtBuilder::default().build_and_execute(|| {
        let fused_data = FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..fused(&[ENTERPRISE, NATURAL_PERSON], &[])
        };
        let object = entered(ENTERPRISE, fused_data);
        let case = accepted(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        assert_eq!(stored(case).first().unwrap().facts.source, SourceKind::Collected);
        let grant_all = || Registry::examine(signed(EXAMINER), case, Box::new(granting(case)));
        assert_noop!(grant_all(), Error::<Test>::ParticipantsConsentMissing);
        consent(ENTERPRISE, object, SECOND_ENTERPRISE);
        assert_noop!(grant_all(), Error::<Test>::ParticipantsConsentMissing);
        consent(NATURAL_PERSON, object, SECOND_ENTERPRISE);
        assert_ok!(grant_all());
    });
}

#[test]
fn an_entry_rests_on_no_more_consents_than_it_can_use() {
    ExtBuilder::default().build_and_execute(|| {
        // Eight co-holders on either side, who all claim the right: 128 consents.
        let one: Vec<u64> = ENTERPRISES.take(8).collect();
        let other: Vec<u64> = ENTERPRISES.skip(8).take(8).collect();
        let mut filing = fused(&[one[0], other[0]], &[one[0], other[0]]);
        filing.holders = joint(&one);
        filing.participants[0].holders = joint(&other);
        let case = accepted(one[0], filing);
        assert_noop!(
            call(other[0], stored(case).object, one[0]),
            Error::<Test>::TooManyConsents
        );
        let grant_all = Registry::examine(signed(EXAMINER), case, Box::new(granting(case)));
        assert_noop!(grant_all, Error::<Test>::ParticipantsConsentMissing);
        // Where the others leave the right to eight of them, 64 suffice.
        let mut filing = fused(&[one[0], other[0]], &[one[0]]);
        filing.holders = joint(&one);
        filing.participants[0].holders = joint(&other);
        let case = accepted(one[0], filing);
        assert_ok!(call(other[0], stored(case).object, one[0]));
    });
}

#[test]
fn sixteen_holders_among_five_others_would_need_more_consents_than_an_entry_can_use() {
    ExtBuilder::default().build_and_execute(|| {
        let holding: Vec<u64> = ENTERPRISES.take(5).collect();
        let applying: Vec<u64> = ENTERPRISES.skip(5).take(16).collect();
        let together = |accounts: &[u64], filing| FirstRegistration {
            fingerprints: fingerprints(&[1]),
            holders: joint(accounts),
            ..filing
        };
        entered(holding[0], together(&holding, resource(holding[0])));
        let filing = fused(&applying[..1], &applying[..1]);
        let case = accepted(applying[0], together(&applying, filing));
        let grant_all = Registry::examine(signed(EXAMINER), case, Box::new(granting(case)));
        assert_noop!(grant_all, Error::<Test>::TooManyConsents);
    });
}

#[test]
fn two_who_apply_rest_together_on_no_more_consents_than_an_entry_can_use() {
    ExtBuilder::default().build_and_execute(|| {
        // Sixteen co-holders, and as many again: with the other applicant 33 consents for each of two.
        let held: Vec<u64> = ENTERPRISES.take(16).collect();
        let further: Vec<u64> = [AGENT, SECOND_AGENT]
            .into_iter()
            .chain(ENTERPRISES.skip(16))
            .collect();
        assert_eq!(further.len(), 16);
        let together = |accounts: &[u64]| FirstRegistration {
            holders: joint(accounts),
            ..resource_with(accounts[0], &[1])
        };
        let object = entered(held[0], together(&held));
        assert_eq!(entered(further[0], together(&further)), object);
        let both = [ENTERPRISE, SECOND_ENTERPRISE];
        let filing = FirstRegistration {
            fingerprints: fingerprints(&[1]),
            ..fused(&both, &both)
        };
        let case = accepted(ENTERPRISE, filing);
        let own = stored(case).object;
        consent(ENTERPRISE, own, SECOND_ENTERPRISE);
        consent(SECOND_ENTERPRISE, own, ENTERPRISE);
        for account in held.into_iter().chain(further) {
            consent(account, object, ENTERPRISE);
            consent(account, object, SECOND_ENTERPRISE);
        }
        let grant_all = Registry::examine(signed(EXAMINER), case, Box::new(granting(case)));
        assert_noop!(grant_all, Error::<Test>::TooManyConsents);
    });
}

#[test]
fn a_registered_object_keeps_no_more_consents_than_one_entry_can_use() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        let given = (0..64).map(|number| Consent {
            from: party(ENTERPRISE),
            to: PartyId(number),
            at: Rules.now(),
            typed_in: None,
        });
        Consents::<Test>::insert(object, Bounded::truncate_from(given.collect()));
        assert_noop!(
            call(ENTERPRISE, object, SECOND_ENTERPRISE),
            Error::<Test>::TooManyConsents
        );
        Consents::<Test>::mutate(object, |given| given.pop());
        assert_ok!(call(ENTERPRISE, object, SECOND_ENTERPRISE));
    });
}
