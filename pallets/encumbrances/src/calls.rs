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
        /// behind it end, and what else the ruling ends: a pledge only on the rights that pass. A ruling that enforces one pledge
        /// ends it, leaves earlier ones, and ends later ones where the regime says so. Licences in force survive; the event tells
        /// the holders of all marks.
        ///
        /// `stamp`: the stamp. Who: a reviewer of the authority, another person than who stamped it, without interest in the
        /// rights; the authority is listed. Events: `RightsPassed`, and the registry's `Entered` for the transfer and each
        /// ended mark.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::transfer_by_ruling())]
        pub fn transfer_by_ruling(origin: OriginFor<T>, stamp: StampId) -> DispatchResult {
            Ok(Self::do_transfer_by_ruling(&ensure_signed(origin)?, stamp)?)
        }

        /// Proposes a deed on collateral with the first signature: a reservation, a pledge, or what becomes of a pledge. With the
        /// last signature it is carried out at once; no officer decides.
        ///
        /// `capacity`: for oneself, as agent, or at the counter. `deed`: what it does, the digest of its document, and until when
        /// it can be signed. Who: any party whose signature it needs. Events: `DeedProposed`; where no other signature is needed,
        /// what carries it out too.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::propose())]
        pub fn propose(origin: OriginFor<T>, capacity: Capacity, deed: Box<Deed>) -> DispatchResult {
            Ok(Self::do_propose(&ensure_signed(origin)?, capacity, *deed).map(|_| ())?)
        }

        /// Signs a deed. The last signature carries it out.
        ///
        /// `capacity`: for oneself, as agent, or at the counter. `deed`: the deed; `document`: the digest of its document, as the
        /// signer knows it. Who: any party whose signature it waits for. Events: `DeedSigned`, or with the last signature
        /// `Reserved`, `Pledged`, `PledgeAmended`, `PledgeAssigned`, `RanksSwapped` or `PledgeEnforced`, and the registry's
        /// `Entered`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::sign())]
        pub fn sign(
            origin: OriginFor<T>,
            capacity: Capacity,
            deed: DeedId,
            document: Digest,
        ) -> DispatchResult {
            Ok(Self::do_sign(&ensure_signed(origin)?, capacity, deed, document)?)
        }

        /// Withdraws a deed that waits for signatures.
        ///
        /// `capacity`: for oneself, as agent, or at the counter. `deed`: the deed. Who: any party that signed it or whose
        /// signature it waits for; when it can no longer be carried out, any that holds a right of which it disposes. Events:
        /// `DeedWithdrawn`.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(origin: OriginFor<T>, capacity: Capacity, deed: DeedId) -> DispatchResult {
            Ok(Self::do_withdraw(&ensure_signed(origin)?, capacity, deed)?)
        }

        /// Gives a reservation up before its end.
        ///
        /// `capacity`: for oneself, as agent, or at the counter. `reservation`: the deed that made it. Who: the financier that has
        /// it. Events: `ReservationGivenUp`, and the registry's `Entered`.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::give_up_reservation())]
        pub fn give_up_reservation(
            origin: OriginFor<T>,
            capacity: Capacity,
            reservation: DeedId,
        ) -> DispatchResult {
            Ok(Self::do_give_up_reservation(
                &ensure_signed(origin)?,
                capacity,
                reservation,
            )?)
        }

        /// Releases a pledge, or a part of what it stands on. Also one whose registration has lapsed is released.
        ///
        /// `capacity`: for oneself, as agent, or at the counter. `pledge`: the deed that made it; `part`: an object and rights of
        /// it, or nothing for all. Who: the pledgee. Events: `PledgeReleased`, and the registry's `Entered` for each object.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::release())]
        pub fn release(
            origin: OriginFor<T>,
            capacity: Capacity,
            pledge: DeedId,
            part: Option<(ObjectId, RightSet)>,
        ) -> DispatchResult {
            Ok(Self::do_release(&ensure_signed(origin)?, capacity, pledge, part)?)
        }

        /// Records under which number and since when a statutory register has a pledge: that gives its statutory rank.
        ///
        /// `capacity`: for oneself, as agent, or at the counter. `pledge`: the deed that made it; `statutory`: register, number
        /// and time. Who: the pledgee, as often as what is known changes. Events: `StatutoryRecorded`, and the registry's
        /// `Entered` for each object.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::record_statutory())]
        pub fn record_statutory(
            origin: OriginFor<T>,
            capacity: Capacity,
            pledge: DeedId,
            statutory: Statutory,
        ) -> DispatchResult {
            Ok(Self::do_record_statutory(
                &ensure_signed(origin)?,
                capacity,
                pledge,
                statutory,
            )?)
        }

        /// Demands the release of a pledge; after the working days of the regime it is shown as overdue.
        ///
        /// `capacity`: for oneself, as agent, or at the counter. `pledge`: the deed that made it; `document`: digest of the demand
        /// with the proof of payment. Who: any party that holds what is pledged, once. Events: `ReleaseDemanded`, and the
        /// registry's `Entered` for each object.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::demand_release())]
        pub fn demand_release(
            origin: OriginFor<T>,
            capacity: Capacity,
            pledge: DeedId,
            document: Digest,
        ) -> DispatchResult {
            Ok(Self::do_demand_release(
                &ensure_signed(origin)?,
                capacity,
                pledge,
                document,
            )?)
        }

        /// Records a notice that what a pledge secures was not paid. Only after it an agreement enforces the pledge.
        ///
        /// `capacity`: for oneself, as agent, or at the counter. `pledge`: the deed that made it; `given_on`: the day on which the
        /// notice was given, not before the pledge or a notice that is recorded and not in the future; `document`: its digest. Who:
        /// the pledgee. Events: `DefaultNoticed`, and the registry's `Entered` for each object.
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::give_default_notice())]
        pub fn give_default_notice(
            origin: OriginFor<T>,
            capacity: Capacity,
            pledge: DeedId,
            given_on: Day,
            document: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_give_default_notice(
                &account, capacity, pledge, given_on, document,
            )?)
        }
    }
}
