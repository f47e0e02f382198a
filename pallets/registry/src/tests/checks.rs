//! Checks that many calls share.

use super::*;

/// A call of an officer is refused to everyone but an officer in office, of the case's authority, with one of the roles,
/// without interest in the case, while the authority is listed. The case is one of `ENTERPRISE`.
pub(super) fn assert_officers_only(
    call: impl Fn(RuntimeOrigin, CaseId) -> sp_runtime::DispatchResult,
    case: CaseId,
    officer_of_other_authority: u64,
    without_role: u64,
    affiliated: u64,
) {
    assert_noop!(
        call(RuntimeOrigin::none(), case),
        sp_runtime::DispatchError::BadOrigin
    );
    assert_noop!(call(signed(STRANGER), case), Error::<Test>::NotAnOfficer);
    assert_noop!(call(signed(ENTERPRISE), case), Error::<Test>::NotAnOfficer);
    assert_noop!(call(signed(FORMER_EXAMINER), case), Error::<Test>::NotAnOfficer);
    assert_noop!(
        call(signed(officer_of_other_authority), case),
        Error::<Test>::WrongAuthority
    );
    if without_role != affiliated {
        assert_noop!(call(signed(without_role), case), Error::<Test>::RoleMissing);
    }
    assert_noop!(call(signed(affiliated), case), Error::<Test>::OfficerConcerned);
    let nowhere = CaseId::new(AUTHORITY, 999_999).unwrap();
    assert_noop!(call(signed(EXAMINER), nowhere), Error::<Test>::CaseNotFound);

    let affiliates = world(|world| {
        let record = world.authorities.get_mut(&AUTHORITY).unwrap();
        core::mem::replace(
            &mut record.affiliates,
            vec![party(ENTERPRISE)].try_into().unwrap(),
        )
    });
    let seat = if without_role == REVIEWER {
        EXAMINER
    } else {
        REVIEWER
    };
    assert_noop!(call(signed(seat), case), Error::<Test>::OwnCase);
    world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().affiliates = affiliates);

    let listed = world(|world| world.authorities[&AUTHORITY].status);
    suspend_authority(AUTHORITY);
    assert_noop!(call(signed(seat), case), Error::<Test>::AuthorityNotListed);
    world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().status = listed);
}

/// A case at each step, with its name.
pub(super) fn at_every_stage() -> Vec<(Stage, CaseId)> {
    let returned = file(ENTERPRISE, resource(ENTERPRISE));
    return_case(returned, 10);
    let refused = examined(ENTERPRISE, resource(ENTERPRISE));
    refuse(refused);
    let withdrawn = file(ENTERPRISE, resource(ENTERPRISE));
    assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, withdrawn));
    let terminated = unverifiable(ENTERPRISE, resource(ENTERPRISE));
    terminate(terminated);
    let under_appeal = examined(ENTERPRISE, resource(ENTERPRISE));
    refuse(under_appeal);
    appeal(ENTERPRISE, under_appeal);
    let partly_refused = partly_refused_before();
    let cases = vec![
        (Stage::Filed, file(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::Returned, returned),
        (Stage::Accepted, accepted(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::Examined, examined(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::Approved, approved(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::InNotice, in_notice(ENTERPRISE, resource(ENTERPRISE))),
        (Stage::Refused, refused),
        (Stage::Withdrawn, withdrawn),
        (Stage::Terminated, terminated),
        (Stage::UnderAppeal, under_appeal),
        (Stage::PartlyRefused, partly_refused),
    ];
    take_events();
    cases
}

/// Entered two weeks ago without one of the kinds; the time to appeal still runs.
fn partly_refused_before() -> CaseId {
    let now = world(|world| world.now);
    let earlier = now.day().plus(14).start().0 - now.day().start().0;
    world(|world| world.now.0 -= earlier);
    let (case, _) = partly_refused(ENTERPRISE, resource(ENTERPRISE), &[1]);
    world(|world| world.now = now);
    case
}

/// A call is refused at every step but `allowed`.
pub(super) fn assert_only_at(
    allowed: &[Stage],
    error: Error<Test>,
    call: impl Fn(CaseId) -> sp_runtime::DispatchResult,
) {
    let expected = sp_runtime::DispatchError::from(error);
    for (stage, case) in at_every_stage() {
        assert_eq!(stored(case).stage, stage);
        if allowed.contains(&stage) {
            assert_ok!(call(case));
        } else {
            let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
            assert_eq!(call(case), Err(expected), "{stage:?}");
            assert_eq!(
                before,
                sp_io::storage::root(sp_runtime::StateVersion::V1),
                "{stage:?}"
            );
        }
    }
}
