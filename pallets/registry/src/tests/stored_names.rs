//! Whose a right is stays as it is stored (S023): what is entered about it under a certificate that there was does not write the
//! name of a successor, who would not find that certificate among its holdings.

use super::*;
use crate::HoldingCount;
use quanji_primitives::{
    ending::CancellationReason,
    filing::{Cancellation, PassingShare},
    v1::RightStatus,
};
use RightKind::{Holding, Operating, ProcessingUse};

const HEIR: u64 = NATURAL_PERSON;

#[test]
fn a_right_that_a_successor_has_cancelled_keeps_the_name_of_its_holder() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource(ENTERPRISE));
        succeed(ENTERPRISE, HEIR);
        let matter = Cancellation {
            reason: CancellationReason::GivenUp,
            licences: Default::default(),
        };
        carried_out(&[HEIR], dealing(object, &[Holding], Matter::Cancellation(matter)));
        assert_eq!(right(object, 0).status, RightStatus::Ended(2));
        assert_eq!(right(object, 0).holders, Holders::Sole(party(ENTERPRISE)));
        assert_eq!(HoldingCount::<Test>::get(party(HEIR)), 0);
    });
}

#[test]
fn a_share_that_a_successor_gets_under_the_certificate_of_the_group_stands_under_the_stored_name() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: shares(&[(ENTERPRISE, 250_000), (SECOND_ENTERPRISE, 750_000)]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        succeed(ENTERPRISE, HEIR);
        let pass = transfer_with(object, &RightKind::ALL, HEIR, |transfer| {
            transfer.share = Some(PassingShare {
                from: party(SECOND_ENTERPRISE),
                parts: 250_000,
            });
        });
        carried_out(&[HEIR, SECOND_ENTERPRISE], pass);
        let expected = shares(&[(ENTERPRISE, 500_000), (SECOND_ENTERPRISE, 500_000)]);
        assert_eq!(
            [0, 1, 2].map(|number| right(object, number).holders),
            [(); 3].map(|()| expected.clone())
        );
        let kept = certificate(object, 0);
        assert_eq!((kept.issue, kept.rights.to_vec()), (2, vec![0, 1, 2]));
        assert_eq!(HoldingCount::<Test>::get(party(HEIR)), 0);
    });
}

#[test]
fn a_new_certificate_lists_rights_by_their_numbers_whatever_the_order_of_their_kinds() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            claims: claims(&[Holding, Operating]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let case = ready_to_enter(ENTERPRISE, further(ENTERPRISE, object, &[ProcessingUse]));
        enter(case);
        assert_eq!(right(object, 2).kind, ProcessingUse);
        carried_out(
            &[ENTERPRISE, SECOND_ENTERPRISE],
            transfer(object, &RightKind::ALL, SECOND_ENTERPRISE),
        );
        assert_eq!(certificate(object, 1).rights.to_vec(), [0, 1, 2]);
    });
}
