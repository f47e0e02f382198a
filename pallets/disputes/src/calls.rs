//! The calls, as a part of the pallet's module.

use frame_support::pallet_macros::pallet_section;

/// The calls.
#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Objects to registered rights 异议 (NG 29, S048), at any time after their entry.
        ///
        /// `rights`: live rights of `registrant` that stand on one certificate. `facts`: digest of the statement of facts.
        /// `capacity`: for whom; `object`: the object that they are in; `ground`: on what it rests; `evidence`: the documents,
        /// by digest. Who: any party in good standing that does not hold them, its agent, or an officer at the counter. Event:
        /// `ObjectionFiled`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::object())]
        #[allow(
            clippy::too_many_arguments,
            reason = "what an objection form has, each by itself"
        )]
        pub fn object(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            rights: RightSet,
            registrant: PartyId,
            ground: ObjectionGround,
            facts: Digest,
            evidence: Bounded<Evidence, 16>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            let contested = (object, rights, registrant);
            Ok(Self::do_object(&account, capacity, contested, ground, facts, evidence).map(|_| ())?)
        }

        /// Returns an incomplete objection once; the letter says what is missing.
        ///
        /// `objection`: the objection; `channel`: how the notice goes; `letter`: digest of the notice. Who: an examiner of the
        /// object's authority. Event: `ObjectionReturned`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::return_objection())]
        pub fn return_objection(
            origin: OriginFor<T>,
            objection: ObjectionId,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            Ok(Self::do_return(
                &ensure_signed(origin)?,
                objection,
                channel,
                letter,
            )?)
        }

        /// Completes a returned objection in time. `evidence`: all documents again, with what was missing.
        ///
        /// `capacity`: for whom; `objection`: the objection. Who: the objector, its agent, or an officer at the counter.
        /// Event: `ObjectionCompleted`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::complete_objection())]
        pub fn complete_objection(
            origin: OriginFor<T>,
            capacity: Capacity,
            objection: ObjectionId,
            evidence: Bounded<Evidence, 16>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_complete(&account, capacity, objection, evidence)?)
        }

        /// Finds an objection complete, tells the registrant in writing (NG 29: within five working days), and sets its notice
        /// on the contested rights.
        ///
        /// `objection`: the objection; `channel`: how the notice goes; `letter`: digest of the notice. Who: an examiner of the
        /// object's authority. Events: `RegistrantNotified`, and the registry's `Entered`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::notify_registrant())]
        pub fn notify_registrant(
            origin: OriginFor<T>,
            objection: ObjectionId,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            Ok(Self::do_notify(
                &ensure_signed(origin)?,
                objection,
                channel,
                letter,
            )?)
        }

        /// Records the delivery of the written notice that waits for it; time limits run from its day.
        ///
        /// `objection`: the objection; `delivered_at`: when it was delivered. Who: an examiner or registrar of the object's
        /// authority. Event: `NoticeDelivered`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::record_delivery())]
        pub fn record_delivery(
            origin: OriginFor<T>,
            objection: ObjectionId,
            delivered_at: Moment,
        ) -> DispatchResult {
            Ok(Self::do_record_delivery(
                &ensure_signed(origin)?,
                objection,
                delivered_at,
            )?)
        }

        /// Answers an objection: agrees to a cancellation or a change, or contests it (`agrees`: nothing) with an
        /// explanation. Co-holders agree all together; each may contest alone.
        ///
        /// `capacity`: for whom; `objection`: the objection; `explanation`: its digest. Who: a holder of the contested rights,
        /// its agent, or an officer at the counter. Event: `ObjectionAnswered`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::answer_objection())]
        pub fn answer_objection(
            origin: OriginFor<T>,
            capacity: Capacity,
            objection: ObjectionId,
            agrees: Option<Disposition>,
            explanation: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_answer(
                &account,
                capacity,
                objection,
                agrees,
                explanation,
            )?)
        }

        /// Proposes a conclusion on a contested objection, or on one that was not answered in time, and sends it to both
        /// sides; their time to answer runs from the delivery to the later of them.
        ///
        /// `objection`: the objection; `disposition`: what becomes of the contested rights; `record`: digest of the
        /// conclusion; `channel`: how the notice goes. Who: an examiner of the object's authority. Event:
        /// `ObjectionConcluded`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::conclude())]
        pub fn conclude(
            origin: OriginFor<T>,
            objection: ObjectionId,
            disposition: Disposition,
            record: Digest,
            channel: Channel,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_conclude(
                &account,
                objection,
                disposition,
                record,
                channel,
            )?)
        }

        /// Accepts the conclusion or not, each side once. What one side does not accept changes nothing.
        ///
        /// `capacity`: for whom; `objection`: the objection; `accepts`: whether it does. Who: the objector or a holder of the
        /// contested rights, its agent, or an officer at the counter. Event: `ConclusionAnswered`.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::answer_conclusion())]
        pub fn answer_conclusion(
            origin: OriginFor<T>,
            capacity: Capacity,
            objection: ObjectionId,
            accepts: bool,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_answer_conclusion(
                &account, capacity, objection, accepts,
            )?)
        }

        /// Proves in time that a court or arbitral body took the matter.
        ///
        /// `capacity`: for whom; `objection`: the objection; `document`: digest of the proof. Who: the objector or a holder of
        /// the contested rights, its agent, or an officer at the counter. Event: `CourtProven`.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::prove_court())]
        pub fn prove_court(
            origin: OriginFor<T>,
            capacity: Capacity,
            objection: ObjectionId,
            document: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_prove_court(&account, capacity, objection, document)?)
        }

        /// Decides an open objection as a binding judgment or award says.
        ///
        /// `objection`: the objection; `disposition`: what becomes of the contested rights; `document`: digest of the judgment
        /// or award. Who: a reviewer of the object's authority. Event: `DecidedByInstrument`.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::decide_by_instrument())]
        pub fn decide_by_instrument(
            origin: OriginFor<T>,
            objection: ObjectionId,
            disposition: Disposition,
            document: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_decide_by_instrument(
                &account,
                objection,
                disposition,
                document,
            )?)
        }

        /// Carries out what was decided: ends the notice, and the contested rights where they are cancelled.
        ///
        /// `objection`: the objection. Who: a reviewer of the object's authority, another person than who last found something
        /// in it. Events: `ObjectionExecuted`, and the registry's `Entered`.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::execute())]
        pub fn execute(origin: OriginFor<T>, objection: ObjectionId) -> DispatchResult {
            Ok(Self::do_execute(&ensure_signed(origin)?, objection)?)
        }

        /// Withdraws an objection that is not decided: its notice ends.
        ///
        /// `capacity`: for whom; `objection`: the objection. Who: the objector, its agent, or an officer at the counter.
        /// Events: `ObjectionWithdrawn`, and the registry's `Entered`.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::withdraw_objection())]
        pub fn withdraw_objection(
            origin: OriginFor<T>,
            capacity: Capacity,
            objection: ObjectionId,
        ) -> DispatchResult {
            Ok(Self::do_withdraw(&ensure_signed(origin)?, capacity, objection)?)
        }

        /// Closes a lapsed objection: its notice ends.
        ///
        /// `objection`: the objection. Who: any officer of the object's authority. Events: `ObjectionClosed`, and the
        /// registry's `Entered`.
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::close())]
        pub fn close(origin: OriginFor<T>, objection: ObjectionId) -> DispatchResult {
            Ok(Self::do_close(&ensure_signed(origin)?, objection)?)
        }

        /// Proposes to hold the contested rights until a moment (S050), with reasons.
        ///
        /// `objection`: the objection; `until`: the first moment at which it no longer stands; `reason`: digest of the
        /// reasons. Who: an examiner or reviewer of the object's authority. Event: `HoldProposed`.
        #[pallet::call_index(13)]
        #[pallet::weight(T::WeightInfo::propose_hold())]
        pub fn propose_hold(
            origin: OriginFor<T>,
            objection: ObjectionId,
            until: Moment,
            reason: Digest,
        ) -> DispatchResult {
            Ok(Self::do_propose_hold(
                &ensure_signed(origin)?,
                objection,
                until,
                reason,
            )?)
        }

        /// Confirms a proposed hold, which so stands.
        ///
        /// `objection`: the objection. Who: another examiner or reviewer of the object's authority. Events: `HoldConfirmed`,
        /// and the registry's `Entered`.
        #[pallet::call_index(14)]
        #[pallet::weight(T::WeightInfo::confirm_hold())]
        pub fn confirm_hold(origin: OriginFor<T>, objection: ObjectionId) -> DispatchResult {
            Ok(Self::do_confirm_hold(&ensure_signed(origin)?, objection)?)
        }

        /// Lifts a hold before its end, or gives its proposal up.
        ///
        /// `objection`: the objection; `reason`: digest of the reasons. Who: an examiner or reviewer of the object's
        /// authority. Events: `HoldLifted`, and the registry's `Entered`.
        #[pallet::call_index(15)]
        #[pallet::weight(T::WeightInfo::lift_hold())]
        pub fn lift_hold(origin: OriginFor<T>, objection: ObjectionId, reason: Digest) -> DispatchResult {
            Ok(Self::do_lift_hold(&ensure_signed(origin)?, objection, reason)?)
        }

        /// Reports a conflict with another authority to the competent department: cases stop, objects show it.
        ///
        /// `other`: the case or object of the other authority; `report`: digest of the report. Who: an examiner or reviewer of
        /// the authority of `own`. Events: `ConflictRaised`, and the registry's `Entered`.
        #[pallet::call_index(16)]
        #[pallet::weight(T::WeightInfo::raise_conflict())]
        pub fn raise_conflict(
            origin: OriginFor<T>,
            own: ConflictSide,
            other: ConflictSide,
            report: Digest,
        ) -> DispatchResult {
            Ok(Self::do_raise_conflict(
                &ensure_signed(origin)?,
                own,
                other,
                report,
            )?)
        }

        /// Decides a conflict for both sides: cases go on or are to be refused, entries stand or are to be corrected.
        ///
        /// `conflict`: the conflict; `rulings`: for the own side of who reported it, then for the other; `document`: digest of
        /// the decision. Who: the competent department. Events: `ConflictDecided`, and the registry's `Entered`.
        #[pallet::call_index(17)]
        #[pallet::weight(T::WeightInfo::decide_conflict())]
        pub fn decide_conflict(
            origin: OriginFor<T>,
            conflict: ConflictId,
            rulings: [Ruling; 2],
            document: Digest,
        ) -> DispatchResult {
            let by = T::DepartmentOrigin::ensure_origin(origin)?;
            Ok(Self::do_decide_conflict(by, conflict, rulings, document)?)
        }

        /// Carries out a change of the content that was decided: corrects facts of the object, keeps before and after, raises
        /// every certificate, and ends the notice (NG 29). Never a holder, never the source.
        ///
        /// `text`: the corrected description, published to the extent that it was before; judged at the door as well.
        /// `objection`: the objection; `facts`: the facts as corrected, each with what it was. Who: a reviewer of the object's
        /// authority, another person than who last found something in it. Events: `ObjectionExecuted`, and the registry's
        /// `Entered`.
        #[pallet::call_index(18)]
        #[pallet::weight(T::WeightInfo::execute_change(text.as_ref().map_or(0, |text| text.len() as u32)).saturating_mul(2))]
        pub fn execute_change(
            origin: OriginFor<T>,
            objection: ObjectionId,
            facts: Box<Correction>,
            text: Option<Bounded<u8, TEXT_BYTES_MAX>>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            let text = text.as_ref().map(|text| text.as_slice());
            Ok(Self::do_execute_change(&account, objection, &facts, text)?)
        }
    }
}
