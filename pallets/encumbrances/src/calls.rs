//! The calls, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The calls.
#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Stamps an instrument into the day book on receipt, with the next number of the authority (NG 23).
        ///
        /// A seizure or control stands at once, and falls by itself unless a second person confirms the stamp within one
        /// working day. A renewal keeps what it renews standing until then. A release, an ending or a transfer of rights does
        /// nothing before that. `paper`: who issued it, its digest, when it was received: not in the future, at most 30 days
        /// ago. `object`: the object that it concerns; `measure`: what the instrument orders. Who: a registrar, examiner or
        /// day-book keeper of the object's authority, suspended or not. Events: `Stamped`, and the registry's `Entered` where
        /// a mark is set or changed.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::stamp())]
        pub fn stamp(
            origin: OriginFor<T>,
            object: ObjectId,
            measure: Measure,
            paper: Paper,
        ) -> DispatchResult {
            Ok(Self::do_stamp(&ensure_signed(origin)?, object, measure, paper).map(|_| ())?)
        }

        /// Confirms a stamp in time: a seizure or control stands firm, a renewal counts, a release ends the mark.
        ///
        /// `stamp`: the stamp. Who: a reviewer of the authority, another person than who stamped it, without interest in the
        /// rights. Events: `Confirmed`, and the registry's `Entered`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::confirm())]
        pub fn confirm(origin: OriginFor<T>, stamp: StampId) -> DispatchResult {
            Ok(Self::do_confirm(&ensure_signed(origin)?, stamp)?)
        }

        /// Rejects a stamp in time, with the digest of the reason: what it set ends at once.
        ///
        /// `stamp`: the stamp; `reason`: digest of the reasons. Who: a reviewer of the authority, another person than who
        /// stamped it, without interest in the rights. Events: `Rejected`, and the registry's `Entered` where a mark ends.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::reject())]
        pub fn reject(origin: OriginFor<T>, stamp: StampId, reason: Digest) -> DispatchResult {
            Ok(Self::do_reject(&ensure_signed(origin)?, stamp, reason)?)
        }

        /// Ends the rights that a stamped instrument ends: extinction, revocation, a binding judgment or award (NG 37, 39;
        /// S052). No mark bars it; the event tells the holders of all marks that travel or end.
        ///
        /// `stamp`: the stamp. Who: a reviewer of the authority, another person than who stamped it, without interest in the
        /// rights; the authority is listed. Events: `RightsEnded`, and the registry's `Entered`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::end_by_instrument())]
        pub fn end_by_instrument(origin: OriginFor<T>, stamp: StampId) -> DispatchResult {
            Ok(Self::do_end_by_instrument(&ensure_signed(origin)?, stamp)?)
        }

        /// Transfers the rights that a stamped ruling of the court with the first-rank seizure transfers. That seizure and those
        /// behind it end, and what else the ruling ends; licences in force survive; the event tells the holders of all marks.
        ///
        /// `stamp`: the stamp. Who: a reviewer of the authority, another person than who stamped it, without interest in the
        /// rights; the authority is listed. Events: `RightsPassed`, and the registry's `Entered` for the transfer and each
        /// ended mark.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::transfer_by_ruling())]
        pub fn transfer_by_ruling(origin: OriginFor<T>, stamp: StampId) -> DispatchResult {
            Ok(Self::do_transfer_by_ruling(&ensure_signed(origin)?, stamp)?)
        }
    }
}
