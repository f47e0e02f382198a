//! The transaction extension: nonce, admission and meter in one, under the name and encoding of `CheckNonce`.

use crate::{meter::Cost, Config, Pallet, Refusal, Sender, Senders, Used, WeightInfo};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{dispatch::DispatchInfo, pallet_prelude::Weight};
use frame_system::CheckNonce;
use scale_info::TypeInfo;
use sp_runtime::{
    traits::{
        AsSystemOriginSigner, DispatchInfoOf, Dispatchable, PostDispatchInfoOf, Saturating,
        TransactionExtension, UniqueSaturatedInto, ValidateResult,
    },
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
    },
    DispatchResult,
};

/// Blocks after which the pool forgets a transaction that was not included.
const LONGEVITY_BLOCKS: u64 = 200;

/// Admits the transactions of known senders within their quota, in the order of their nonces.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, Eq, PartialEq, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct AdmitSender<T: Config>(#[codec(compact)] pub T::Nonce);

impl<T: Config> core::fmt::Debug for AdmitSender<T> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(formatter, "AdmitSender({:?})", self.0)
    }
}

/// What validation learnt: the signer and whom it acts for, or nothing for an unsigned transaction.
pub type Signer<AccountId> = Option<(AccountId, Sender)>;

fn refused(refusal: Refusal) -> TransactionValidityError {
    InvalidTransaction::Custom(refusal as u8).into()
}

fn cost(info: &DispatchInfo, length: usize) -> Cost {
    Cost {
        weight: info.total_weight().ref_time(),
        bytes: u32::try_from(length).unwrap_or(u32::MAX),
    }
}

impl<T: Config> AdmitSender<T> {
    /// Whether `account` may send this now, and the priority of the transaction.
    fn ensure_can_send(
        &self,
        account: &T::AccountId,
        call: &T::RuntimeCall,
        cost: Cost,
    ) -> Result<(Sender, u64), Refusal> {
        let (sender, accounts) = T::Senders::sender_of(account, call)?;
        let next = frame_system::Account::<T>::get(account).nonce;
        let ahead: u32 = self.0.saturating_sub(next).unique_saturated_into();
        // Each account of a sender has its part of what may wait in the pool.
        let pending_max = Pallet::<T>::quota_of_sender(sender)
            .pending
            .checked_div(accounts.max(1))
            .unwrap_or(0)
            .max(1);
        if ahead >= pending_max {
            return Err(Refusal::TooManyPending);
        }
        let usage = Pallet::<T>::ensure_within_quota(sender, cost, ahead)?;
        Ok((sender, Pallet::<T>::priority(sender, &usage)))
    }
}

impl<T: Config> TransactionExtension<T::RuntimeCall> for AdmitSender<T>
where
    T::RuntimeCall: Dispatchable<Info = DispatchInfo>,
    <T::RuntimeCall as Dispatchable>::RuntimeOrigin: AsSystemOriginSigner<T::AccountId> + Clone,
{
    const IDENTIFIER: &'static str = "CheckNonce";
    type Implicit = ();
    type Val = Signer<T::AccountId>;
    type Pre = Option<()>;

    fn weight(&self, _: &T::RuntimeCall) -> Weight {
        <T as Config>::WeightInfo::admit_sender()
    }

    fn validate(
        &self,
        origin: T::RuntimeOrigin,
        call: &T::RuntimeCall,
        info: &DispatchInfoOf<T::RuntimeCall>,
        length: usize,
        _implicit: (),
        _implication: &impl Encode,
        _source: TransactionSource,
    ) -> ValidateResult<Self::Val, T::RuntimeCall> {
        let Some(account) = origin.as_system_origin_signer().cloned() else {
            return Ok((ValidTransaction::default(), None, origin));
        };
        // Admission first: the nonce check calls an unknown account unable to pay.
        let (sender, priority) = self
            .ensure_can_send(&account, call, cost(info, length))
            .map_err(refused)?;
        let nonce = CheckNonce::<T>::validate_nonce_for_account(&account, self.0)?;
        let validity = ValidTransaction {
            priority,
            requires: nonce.requires,
            provides: nonce.provides,
            longevity: LONGEVITY_BLOCKS,
            propagate: true,
        };
        Ok((validity, Some((account, sender)), origin))
    }

    fn prepare(
        self,
        signer: Self::Val,
        _origin: &T::RuntimeOrigin,
        _call: &T::RuntimeCall,
        info: &DispatchInfoOf<T::RuntimeCall>,
        length: usize,
    ) -> Result<Self::Pre, TransactionValidityError> {
        let Some((account, sender)) = signer else {
            return Ok(None);
        };
        CheckNonce::<T>::prepare_nonce_for_account(&account, self.0)?;
        let usage = Pallet::<T>::ensure_within_quota(sender, cost(info, length), 0).map_err(refused)?;
        Used::<T>::insert(sender, usage);
        Ok(Some(()))
    }

    fn post_dispatch_details(
        metered: Self::Pre,
        _info: &DispatchInfoOf<T::RuntimeCall>,
        _post_info: &PostDispatchInfoOf<T::RuntimeCall>,
        _length: usize,
        _result: &DispatchResult,
    ) -> Result<Weight, TransactionValidityError> {
        // An unsigned transaction was not looked up.
        Ok(metered.map_or_else(<T as Config>::WeightInfo::admit_sender, |()| Weight::zero()))
    }
}
