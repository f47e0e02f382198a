use crate::{mock::*, AdmitSender, Refusal, Sender, Usage, Used};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchInfo, weights::Weight};
use quanji_primitives::PartyId;
use sp_runtime::{
    traits::{DispatchTransaction, TransactionExtension, TxBaseImplication},
    transaction_validity::{
        InvalidTransaction, TransactionSource::External, TransactionValidityError, ValidTransaction,
    },
};

fn call() -> RuntimeCall {
    frame_system::Call::remark { remark: vec![] }.into()
}

fn costing(weight: u64) -> DispatchInfo {
    DispatchInfo {
        call_weight: Weight::from_parts(weight, 0),
        ..Default::default()
    }
}

fn refused(refusal: Refusal) -> TransactionValidityError {
    InvalidTransaction::Custom(refusal as u8).into()
}

/// As the pool asks.
fn offer(
    account: u64,
    nonce: u32,
    weight: u64,
    length: usize,
) -> Result<ValidTransaction, TransactionValidityError> {
    let origin = RuntimeOrigin::signed(account);
    AdmitSender::<Test>(nonce)
        .validate_only(origin, &call(), &costing(weight), length, External, 0)
        .map(|(validity, ..)| validity)
}

/// As a block includes.
fn include(account: u64, nonce: u32, weight: u64, length: usize) -> Result<(), TransactionValidityError> {
    let origin = RuntimeOrigin::signed(account);
    AdmitSender::<Test>(nonce)
        .validate_and_prepare(origin, &call(), &costing(weight), length, 0)
        .map(|_| ())
}

#[test]
fn it_is_written_like_check_nonce() {
    assert_eq!(
        <AdmitSender<Test> as TransactionExtension<RuntimeCall>>::IDENTIFIER,
        "CheckNonce"
    );
    assert_eq!(
        AdmitSender::<Test>(300).encode(),
        frame_system::CheckNonce::<Test>(300).encode()
    );
}

#[test]
fn an_admitted_sender_is_let_in_and_metered() {
    build_and_execute(|| {
        assert_ok!(include(10, 0, 400, 100));
        let used = Used::<Test>::get(Sender::Party(PartyId(10)));
        assert_eq!(
            used,
            Some(Usage {
                weight: 400,
                bytes: 100,
                at: 1
            })
        );
        assert_eq!(System::account_nonce(10), 1);
    });
}

#[test]
fn an_unknown_account_and_a_suspended_party_are_told_so() {
    build_and_execute(|| {
        assert_noop!(offer(99, 0, 1, 1), refused(Refusal::NotAdmitted));
        assert_noop!(include(99, 0, 1, 1), refused(Refusal::NotAdmitted));
        assert_noop!(offer(30, 0, 1, 1), refused(Refusal::Suspended));
    });
}

#[test]
fn accounts_of_one_party_share_its_quota_and_others_are_unaffected() {
    build_and_execute(|| {
        assert_ok!(include(10, 0, 600, 1));
        assert_noop!(offer(11, 0, 401, 1), refused(Refusal::QuotaUsed));
        assert_noop!(include(11, 0, 401, 1), refused(Refusal::QuotaUsed));
        assert_ok!(offer(11, 0, 400, 1));
        assert_ok!(include(20, 0, 1_000, 1));
    });
}

#[test]
fn length_is_metered_like_weight() {
    build_and_execute(|| {
        assert_ok!(include(20, 0, 1, 450));
        assert_noop!(offer(20, 1, 1, 51), refused(Refusal::QuotaUsed));
        assert_ok!(offer(20, 1, 1, 50));
    });
}

#[test]
fn what_was_used_recovers_evenly_with_each_block() {
    build_and_execute(|| {
        assert_ok!(include(20, 0, 1_000, 1));
        assert_noop!(offer(20, 1, 100, 1), refused(Refusal::QuotaUsed));
        System::set_block_number(2);
        assert_ok!(offer(20, 1, 100, 1));
        assert_noop!(offer(20, 1, 101, 1), refused(Refusal::QuotaUsed));
        System::set_block_number(11);
        assert_eq!(
            Admission::usage_now(Sender::Party(PartyId(20))),
            Usage {
                weight: 0,
                bytes: 0,
                at: 11
            }
        );
    });
}

#[test]
fn a_transaction_larger_than_the_whole_quota_is_told_to_be_split() {
    build_and_execute(|| {
        assert_noop!(offer(20, 0, 1_001, 1), refused(Refusal::LargerThanQuota));
        assert_noop!(offer(20, 0, 1, 501), refused(Refusal::LargerThanQuota));
    });
}

#[test]
fn waiting_transactions_count_before_they_are_included() {
    build_and_execute(|| {
        assert_ok!(offer(20, 4, 200, 1));
        assert_noop!(offer(20, 5, 200, 1), refused(Refusal::QuotaUsed));
    });
}

#[test]
fn each_account_has_its_part_of_what_may_wait() {
    build_and_execute(|| {
        assert_ok!(offer(20, 5, 1, 1));
        assert_noop!(offer(20, 6, 1, 1), refused(Refusal::TooManyPending));
        assert_ok!(offer(10, 1, 1, 1));
        assert_noop!(offer(10, 2, 1, 1), refused(Refusal::TooManyPending));
    });
}

#[test]
fn priority_falls_as_the_quota_is_used() {
    build_and_execute(|| {
        let fresh = offer(20, 0, 100, 1).unwrap().priority;
        assert_ok!(include(20, 0, 500, 1));
        let later = offer(20, 1, 100, 1).unwrap().priority;
        assert!(fresh > later, "{fresh} and {later}");
        assert!(offer(10, 0, 100, 1).unwrap().priority > later);
    });
}

#[test]
fn nonces_are_checked_as_ever() {
    build_and_execute(|| {
        assert_ok!(include(20, 0, 1, 1));
        assert_noop!(
            offer(20, 0, 1, 1),
            TransactionValidityError::from(InvalidTransaction::Stale)
        );
        assert_noop!(
            include(20, 2, 1, 1),
            TransactionValidityError::from(InvalidTransaction::Future)
        );
        let waiting = offer(20, 2, 1, 1).unwrap();
        assert_eq!(waiting.provides, [(20u64, 2u32).encode()]);
        assert_eq!(waiting.requires, [(20u64, 1u32).encode()]);
    });
}

#[test]
fn a_transaction_without_signer_passes_unmetered() {
    build_and_execute(|| {
        let result = AdmitSender::<Test>(0).validate(
            RuntimeOrigin::none(),
            &call(),
            &costing(1),
            1,
            (),
            &TxBaseImplication(()),
            External,
        );
        assert_eq!(result.unwrap().1, None);
        assert_eq!(Used::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_suspended_party_is_heard_where_it_defends_itself() {
    build_and_execute(|| {
        let defence: RuntimeCall = frame_system::Call::set_heap_pages { pages: 1 }.into();
        let origin = RuntimeOrigin::signed(30);
        let heard = AdmitSender::<Test>(0).validate_only(origin, &defence, &costing(1), 1, External, 0);
        assert_ok!(heard.map(|_| ()));
        assert_noop!(offer(30, 0, 1, 1), refused(Refusal::Suspended));
    });
}

#[test]
fn an_officer_has_five_times_the_quota() {
    build_and_execute(|| {
        let of = |sender| Admission::quota_of(sender);
        assert_eq!(of(Sender::Party(PartyId(20))), LIMITS);
        assert_eq!(of(Sender::Department), LIMITS);
        let quota = of(Sender::Officer(OFFICER));
        assert_eq!((quota.weight, quota.bytes, quota.pending), (5_000, 2_500, 30));
        assert_eq!(quota.recovery_blocks, LIMITS.recovery_blocks);
        assert_noop!(offer(2, 0, 5_001, 1), refused(Refusal::LargerThanQuota));
        assert_noop!(offer(2, 0, 1, 2_501), refused(Refusal::LargerThanQuota));
        assert_ok!(offer(2, 29, 1, 1));
        assert_noop!(offer(2, 30, 1, 1), refused(Refusal::TooManyPending));
        assert_ok!(include(2, 0, 5_000, 2_500));
        assert_noop!(offer(2, 1, 501, 1), refused(Refusal::QuotaUsed));
        System::set_block_number(2);
        assert_noop!(offer(2, 1, 501, 1), refused(Refusal::QuotaUsed));
        assert_ok!(offer(2, 1, 500, 1));
    });
}

#[test]
fn an_officer_who_has_used_much_comes_after_a_party_that_has_not() {
    build_and_execute(|| {
        assert!(offer(2, 0, 100, 1).unwrap().priority > offer(20, 0, 100, 1).unwrap().priority);
        assert_ok!(include(2, 0, 1_000, 1));
        assert!(offer(2, 1, 100, 1).unwrap().priority < offer(20, 0, 100, 1).unwrap().priority);
    });
}
