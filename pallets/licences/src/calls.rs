//! The calls, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The calls.
#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Offers a licence from a right, and signs it. It is entered when all concerned have signed.
        ///
        /// `filing`: everything the signatures cover. `capacity`: for whom; `object`: the object of the right. Who: a holder
        /// of the right, its agent, or an officer at the counter of the object's authority. Event: `LicenceOffered`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::offer())]
        pub fn offer(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            filing: Box<LicenceFiling>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_offer(&account, capacity, object, *filing)?)
        }

        /// Signs an offer. The last signature enters the licence at once and gives its voucher 许可凭证.
        ///
        /// `policy`: digest of the policy, as the signatory has read it. `capacity`: for whom; `object`: the object; `offer`:
        /// number of the offer on the object. Who: the licensee, a co-holder of the right, or, where the offer says so, a
        /// holder of the right of first registration; its agent, or an officer at the counter. Events: `OfferSigned`; or
        /// `LicenceGranted`, and the registry's `Entered`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::accept())]
        pub fn accept(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            offer: u32,
            policy: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_accept(&account, capacity, (object, offer), policy)?)
        }

        /// Withdraws an offer, or declines it.
        ///
        /// `capacity`: for whom; `object`: the object; `offer`: number of the offer on the object. Who: a party whose
        /// signature it needs, its agent, or an officer at the counter. Event: `OfferWithdrawn`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::withdraw_offer())]
        pub fn withdraw_offer(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            offer: u32,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_withdraw_offer(&account, capacity, (object, offer))?)
        }

        /// Proposes to end a licence by agreement, or for breach, and signs it. For breach the signatures of the licensors are
        /// enough. A new proposal takes the place of an earlier one of its kind.
        ///
        /// `capacity`: for whom; `object`: the object; `licence`: number of the licence in the object; `cause`: by agreement,
        /// or for breach with its notice. Who: by agreement, a party of either side; for breach, a licensor; its agent, or an
        /// officer at the counter. Events: `EndProposed`; or `LicenceEnded`, and the registry's `Entered`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::propose_end())]
        pub fn propose_end(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            licence: u32,
            cause: EndCause,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_propose_end(
                &account,
                capacity,
                (object, licence),
                cause,
            )?)
        }

        /// Signs a proposed end. `cause`: as the signatory has read it. The last signature ends the licence, for the future.
        ///
        /// `capacity`: for whom; `object`: the object; `licence`: number of the licence in the object. Who: a party whose
        /// signature it needs, its agent, or an officer at the counter. Events: `EndSigned`; or `LicenceEnded`, and the
        /// registry's `Entered`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::sign_end())]
        pub fn sign_end(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            licence: u32,
            cause: EndCause,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_sign_end(&account, capacity, (object, licence), cause)?)
        }

        /// Withdraws a proposed end, or declines it.
        ///
        /// `capacity`: for whom; `object`: the object; `licence`: number of the licence in the object; `kind`: which of the
        /// proposed ends. Who: a party whose signature it needs, its agent, or an officer at the counter. Event:
        /// `EndWithdrawn`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::withdraw_end())]
        pub fn withdraw_end(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            licence: u32,
            kind: EndKind,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_withdraw_end(
                &account,
                capacity,
                (object, licence),
                kind,
            )?)
        }

        /// Reports the use of a licence (S062).
        ///
        /// `total`: uses in all since the licence was entered, a reading and not an increase; sub-licences report for
        /// themselves. More than is allowed is recorded all the same, and noticed. `capacity`: for whom; `object`: the object;
        /// `licence`: number of the licence in the object; `report`: digest of the report. Who: a party of either side, its
        /// agent, or an officer at the counter. Events: `UseReported` or `OveruseNoticed`, and the registry's `Entered`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::report_use())]
        pub fn report_use(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            licence: u32,
            total: u64,
            report: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_report_use(
                &account,
                capacity,
                (object, licence),
                total,
                report,
            )?)
        }

        /// Proposes to end a licence because a consent was withdrawn, by order, or by judgment (S027).
        ///
        /// `object`: the object; `licence`: number of the licence in the object; `cause`: on what it rests, with its document.
        /// Who: an examiner or reviewer of the object's authority. Event: `EndOrdered`.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::order_end())]
        pub fn order_end(
            origin: OriginFor<T>,
            object: ObjectId,
            licence: u32,
            cause: EndCause,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_order_end(&account, (object, licence), cause)?)
        }

        /// Confirms such an end: the licence ends, for the future.
        ///
        /// `object`: the object; `licence`: number of the licence in the object. Who: another examiner or reviewer of the
        /// object's authority. Events: `LicenceEnded`, and the registry's `Entered`.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::confirm_end())]
        pub fn confirm_end(origin: OriginFor<T>, object: ObjectId, licence: u32) -> DispatchResult {
            Ok(Self::do_confirm_end(&ensure_signed(origin)?, (object, licence))?)
        }

        /// Consents to one offer, for whom a mark stands: a pledgee, or who reserved. The licence that it grants uses the
        /// consent; no other does.
        ///
        /// `capacity`: for whom; `object`: the object; `offer`: number of the offer on the object; `mark`: number of the mark on
        /// the object. Who: the holder of the mark, its agent, or an officer at the counter. Event: `OfferConsented`.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::consent_to_offer())]
        pub fn consent_to_offer(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            offer: u32,
            mark: u32,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_consent_to_offer(
                &account,
                capacity,
                (object, offer),
                mark,
            )?)
        }

        /// Revokes such a consent before its use.
        ///
        /// `capacity`: for whom; `object`: the object; `offer`: number of the offer on the object; `mark`: number of the mark on
        /// the object. Who: the party that gave it, its agent, or an officer at the counter. Event: `OfferConsentRevoked`.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::revoke_offer_consent())]
        pub fn revoke_offer_consent(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            offer: u32,
            mark: u32,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_revoke_offer_consent(
                &account,
                capacity,
                (object, offer),
                mark,
            )?)
        }
    }
}
