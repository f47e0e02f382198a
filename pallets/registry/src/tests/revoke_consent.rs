//! `revoke_consent`: before its use.

use super::*;
use crate::Consents;
use consent_to_operating::consent;

fn revoke(from: u64, object: ObjectId, to: u64) -> sp_runtime::DispatchResult {
    Registry::revoke_consent(signed(from), OWN, object, party(to))
}

#[test]
fn a_consent_is_revoked_by_who_gave_it() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        consent(ENTERPRISE, object, SECOND_ENTERPRISE);
        assert_noop!(
            revoke(SECOND_ENTERPRISE, object, ENTERPRISE),
            Error::<Test>::ConsentNotFound
        );
        assert_noop!(
            revoke(STRANGER, object, SECOND_ENTERPRISE),
            Error::<Test>::NotAParty
        );
        assert_ok!(revoke(ENTERPRISE, object, SECOND_ENTERPRISE));
        assert_only_event(Event::ConsentRevoked {
            object,
            from: party(ENTERPRISE),
            via: Via::Own,
            to: party(SECOND_ENTERPRISE),
        });
        assert_eq!(Consents::<Test>::iter_values().flatten().count(), 0);
        assert_noop!(
            revoke(ENTERPRISE, object, SECOND_ENTERPRISE),
            Error::<Test>::ConsentNotFound
        );
    });
}

#[test]
fn a_used_consent_is_not_revoked() {
    ExtBuilder::default().build_and_execute(|| {
        let case = accepted(ENTERPRISE, fused(&[ENTERPRISE, SECOND_ENTERPRISE], &[ENTERPRISE]));
        let object = stored(case).object;
        consent(SECOND_ENTERPRISE, object, ENTERPRISE);
        examine(case, granting(case));
        approve(case);
        publish(case);
        end_notice(case);
        enter(case);
        assert_noop!(
            revoke(SECOND_ENTERPRISE, object, ENTERPRISE),
            Error::<Test>::ConsentNotFound
        );
    });
}
