//! `acknowledge`: the applicant has the notice.

use super::*;
use sp_runtime::DispatchResult;

fn call(account: u64, case: CaseId) -> DispatchResult {
    Registry::acknowledge(signed(account), OWN, case)
}

fn asked_by_post() -> CaseId {
    let case = accepted(ENTERPRISE, resource(ENTERPRISE));
    ask(case, Channel::Post);
    case
}

#[test]
fn what_the_applicant_acknowledges_is_delivered_now() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked_by_post();
        set_now("2026-11-04 15:00");
        assert_ok!(call(ENTERPRISE, case));
        assert_only_event(Event::NoticeDelivered {
            case,
            officer: None,
            delivered_at: at("2026-11-04 15:00"),
            due: Some(due("2026-11-11")),
        });
        let asked = stored(case).supplement.unwrap();
        assert_eq!(asked.notice.delivered_at, Some(at("2026-11-04 15:00")));
        assert_eq!(review(case), (2, 10, None));
        assert_noop!(call(ENTERPRISE, case), Error::<Test>::NothingToDeliver);
    });
}

#[test]
fn an_acknowledgement_at_the_counter_counts_from_its_receipt() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked_by_post();
        set_now("2026-11-06 15:00");
        close_account(ENTERPRISE);
        let acknowledge =
            |moment| Registry::acknowledge(signed(REGISTRAR), at_counter(ENTERPRISE, moment), case);
        assert_noop!(
            acknowledge("2026-11-02 08:59:59"),
            Error::<Test>::DeliveryTimeUnfit
        );
        assert_ok!(acknowledge("2026-11-04 15:00"));
        assert_only_event(Event::NoticeDelivered {
            case,
            officer: Some(officer(REGISTRAR)),
            delivered_at: at("2026-11-04 15:00"),
            due: Some(due("2026-11-11")),
        });
        assert_eq!(stored(case).counter_officers.to_vec(), [officer(REGISTRAR)]);
    });
}

#[test]
fn only_the_applicant_or_its_agent_acknowledges() {
    ExtBuilder::default().build_and_execute(|| {
        let case = asked_by_post();
        assert_noop!(call(SECOND_ENTERPRISE, case), Error::<Test>::NotTheApplicant);
        assert_noop!(call(EXAMINER, case), Error::<Test>::NotAParty);
        let nowhere = CaseId::new(AUTHORITY, 999).unwrap();
        assert_noop!(call(ENTERPRISE, nowhere), Error::<Test>::CaseNotFound);
        let power = grant_power(ENTERPRISE, AGENT);
        assert_ok!(Registry::acknowledge(signed(AGENT), as_agent(power), case));
    });
}
