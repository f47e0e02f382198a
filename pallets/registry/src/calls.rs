//! The calls, as a part of the pallet's module. FRAME takes them all from one block, hence the length of this file.

use frame_support::pallet_macros::pallet_section;

/// The calls.
#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Files an application for first registration 首次登记 (NG 16, 33; S018).
        ///
        /// `capacity`: for whom; `filing`: the whole application. Who: a party in good standing that is one of the holders,
        /// its agent, or an examiner or registrar at the counter. Event: `CaseFiled`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::file())]
        pub fn file(
            origin: OriginFor<T>,
            capacity: Capacity,
            filing: Box<FirstRegistration>,
        ) -> DispatchResult {
            Ok(Self::do_file(&ensure_signed(origin)?, capacity, *filing).map(|_| ())?)
        }

        /// Accepts the filed application of a `case` (NG 17). The days of review run from today.
        ///
        /// Who: an examiner of the case's authority. Event: `CaseAccepted`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::accept())]
        pub fn accept(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            Ok(Self::do_accept(&ensure_signed(origin)?, case)?)
        }

        /// Returns an application once, naming everything that is missing (NG 17, S043).
        ///
        /// `working_days`: the time to complete it from delivery of the notice, at most the regime's limit. `case`: the case;
        /// `deficiencies`: everything that is missing; `channel`: how the notice goes; `letter`: its digest. Who: an examiner
        /// of the case's authority. Event: `CaseReturned`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::return_for_completion())]
        pub fn return_for_completion(
            origin: OriginFor<T>,
            case: CaseId,
            deficiencies: Bounded<Deficiency, 16>,
            working_days: u16,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_return(
                &account,
                case,
                deficiencies,
                working_days,
                channel,
                letter,
            )?)
        }

        /// Completes a returned application in time (NG 17): the whole application again, with every listed item. It is
        /// accepted by that.
        ///
        /// `capacity`: for whom; `case`; `filing`: the application again. Who: the applicant, its agent, or an officer at the
        /// counter. Event: `CaseResubmitted`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::resubmit())]
        pub fn resubmit(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            filing: Box<FirstRegistration>,
        ) -> DispatchResult {
            Ok(Self::do_resubmit(
                &ensure_signed(origin)?,
                capacity,
                case,
                *filing,
            )?)
        }

        /// Records a report on truth and compliance for a `case` (S038).
        ///
        /// A later report of the same institution takes the place of its earlier one. `conclusion`: what the report concludes;
        /// `digest`: digest of the report. Who: a service institution that is neither applicant nor holder nor affiliated with
        /// the authority. Event: `ReportRecorded`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::report())]
        pub fn report(
            origin: OriginFor<T>,
            case: CaseId,
            conclusion: Conclusion,
            digest: Digest,
        ) -> DispatchResult {
            let institution = Self::party(&ensure_signed(origin)?)?;
            Ok(Self::do_report(institution, case, conclusion, digest)?)
        }

        /// Records the `examination` of a `case`: three findings, and a decision for each claimed right (NG 18-22).
        ///
        /// Once more when another object was registered with a fingerprint of the case meanwhile: approval and notice are then
        /// needed anew. Who: an examiner of the case's authority without interest in the case. Event: `CaseExamined`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::examine())]
        pub fn examine(origin: OriginFor<T>, case: CaseId, examination: Box<Examination>) -> DispatchResult {
            Ok(Self::do_examine(&ensure_signed(origin)?, case, *examination)?)
        }

        /// Approves the examination of a `case` that grants at least one right.
        ///
        /// Who: a reviewer of the case's authority, another person than the examiner. Event: `CaseApproved`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::approve())]
        pub fn approve(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            Ok(Self::do_approve(&ensure_signed(origin)?, case)?)
        }

        /// Publishes the examined description of a `case` and starts the public notice (NG 24).
        ///
        /// `text`: the canonical description, whose SHA-256 the application holds; a part of it or nothing where that was
        /// decided. `national`: the notice on the national system, where the regime says so: the days run from it. Who: an
        /// examiner of the case's authority. Event: `NoticePublished`. It is judged twice: at the door, as a text that may not
        /// be published gets into no block, and here.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::publish(text.as_ref().map_or(0, |text| text.len() as u32)).saturating_mul(2))]
        pub fn publish(
            origin: OriginFor<T>,
            case: CaseId,
            text: Option<Bounded<u8, TEXT_BYTES_MAX>>,
            national: Option<Reference>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_publish(
                &account,
                case,
                text.as_ref().map(|text| text.as_slice()),
                national,
            )?)
        }

        /// Enters a `case` whose notice has ended: what it brings into being or changes, and the entry (NG 26, 27).
        ///
        /// `receipt`: the evidencing receipt of the national system, where the regime says so: validity runs from it.
        /// `result_code`: the query code, where the regime gives one (PD 13). `refusal`: the written notice of the claimed
        /// kinds that were refused, exactly if there are any (NG 22): the case then stays for their re-assessment (S046). Who:
        /// a reviewer of the case's authority. Event: `Entered`; of a split one more for each part, its first entry.
        #[pallet::call_index(8)]
        #[pallet::weight(Pallet::<T>::weight_of_entry())]
        pub fn enter(
            origin: OriginFor<T>,
            case: CaseId,
            receipt: Option<Reference>,
            result_code: Option<ExternalNumber>,
            refusal: Option<RefusalLetter>,
        ) -> DispatchResult {
            Self::do_enter(&ensure_signed(origin)?, case, receipt, result_code, refusal)
        }

        /// Refuses an examined `case` with its `ground` (NG 22), in writing.
        ///
        /// `channel`: how the notice goes; `letter`: its digest. Who: a reviewer of the case's authority, another person than
        /// the examiner. Event: `CaseRefused`.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::refuse())]
        pub fn refuse(
            origin: OriginFor<T>,
            case: CaseId,
            ground: RefusalGround,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_refuse(&account, case, ground, channel, letter)?)
        }

        /// Withdraws the application of a `case` that is not yet decided or entered.
        ///
        /// `capacity`: for whom. Who: the applicant, its agent, or an officer at the counter. Event: `CaseWithdrawn`.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(origin: OriginFor<T>, capacity: Capacity, case: CaseId) -> DispatchResult {
            Ok(Self::do_withdraw(&ensure_signed(origin)?, capacity, case)?)
        }

        /// Removes an ended `case` from state: withdrawn, never filed, terminated, or refused, in whole or in part, with its
        /// appeal window over.
        ///
        /// Who: an officer of the case's authority. Event: `CaseClosed`.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::close())]
        pub fn close(origin: OriginFor<T>, case: CaseId) -> DispatchResult {
            Ok(Self::do_close(&ensure_signed(origin)?, case)?)
        }

        /// Records the delivery of the written notice of a `case` that waits for it; time limits run from its day.
        ///
        /// `delivered_at`: when. Who: an examiner or registrar of the case's authority. Event: `NoticeDelivered`.
        #[pallet::call_index(12)]
        #[pallet::weight(T::WeightInfo::record_delivery())]
        pub fn record_delivery(origin: OriginFor<T>, case: CaseId, delivered_at: Moment) -> DispatchResult {
            Ok(Self::do_record_delivery(
                &ensure_signed(origin)?,
                case,
                delivered_at,
            )?)
        }

        /// Acknowledges the written notice of a `case` that waits for its delivery: it is delivered now.
        ///
        /// `capacity`: for whom. Who: the applicant, its agent, or an officer at the counter. Event: `NoticeDelivered`.
        #[pallet::call_index(13)]
        #[pallet::weight(T::WeightInfo::acknowledge())]
        pub fn acknowledge(origin: OriginFor<T>, capacity: Capacity, case: CaseId) -> DispatchResult {
            Ok(Self::do_acknowledge(&ensure_signed(origin)?, capacity, case)?)
        }

        /// Asks the applicant for further proof in review (NG 18), any number of times, one at a time. The clock pauses from
        /// delivery to the answer (NG 28).
        ///
        /// `case`; `items`: kinds of documents; `working_days`: the time to give them, from delivery; `channel`: how the
        /// notice goes; `letter`: its digest. Who: an examiner of the case's authority. Event: `SupplementRequested`.
        #[pallet::call_index(14)]
        #[pallet::weight(T::WeightInfo::request_supplement())]
        pub fn request_supplement(
            origin: OriginFor<T>,
            case: CaseId,
            items: Bounded<EvidenceKind, 16>,
            working_days: u16,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_request_supplement(
                &account,
                case,
                items,
                working_days,
                channel,
                letter,
            )?)
        }

        /// Gives the further proof that was asked for, all of it; the clock runs again.
        ///
        /// `query_code`: of a product of authorised operation that was accepted by silence without one (NG 15(2)). `capacity`:
        /// for whom it is done; `case`; `evidence`: the documents asked for, by digest. Who: the applicant, its agent, or an
        /// officer at the counter. Event: `SupplementAnswered`.
        #[pallet::call_index(15)]
        #[pallet::weight(T::WeightInfo::answer_supplement())]
        pub fn answer_supplement(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            evidence: Bounded<Evidence, 16>,
            query_code: Option<QueryCode>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_answer_supplement(
                &account, capacity, case, evidence, query_code,
            )?)
        }

        /// Asks a third party, `inquired`, in order to verify what a `case` says (NG 18). The clock runs on.
        ///
        /// `letter`: its digest. Who: an examiner of the case's authority. Event: `InquirySent`.
        #[pallet::call_index(16)]
        #[pallet::weight(T::WeightInfo::inquire())]
        pub fn inquire(
            origin: OriginFor<T>,
            case: CaseId,
            inquired: Inquired,
            letter: Digest,
        ) -> DispatchResult {
            Ok(Self::do_inquire(&ensure_signed(origin)?, case, inquired, letter)?)
        }

        /// Records the `answer` to inquiry `number` of the `case`, counted from 0.
        ///
        /// `record`: its digest. Who: an examiner of the case's authority. Event: `InquiryAnswered`.
        #[pallet::call_index(17)]
        #[pallet::weight(T::WeightInfo::record_inquiry_answer())]
        pub fn record_inquiry_answer(
            origin: OriginFor<T>,
            case: CaseId,
            number: u8,
            answer: Answer,
            record: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_record_inquiry_answer(
                &account, case, number, answer, record,
            )?)
        }

        /// Extends the review of a `case` with a `reason`: any number of times, in all at most the regime's limit (NG 28).
        ///
        /// `working_days`: how many. Who: an examiner of the case's authority. Event: `ReviewExtended`.
        #[pallet::call_index(18)]
        #[pallet::weight(T::WeightInfo::extend())]
        pub fn extend(
            origin: OriginFor<T>,
            case: CaseId,
            working_days: u16,
            reason: Digest,
        ) -> DispatchResult {
            Ok(Self::do_extend(
                &ensure_signed(origin)?,
                case,
                working_days,
                reason,
            )?)
        }

        /// Terminates the registration, which is no refusal: the applicant did not prove it when asked and an inquiry could
        /// not verify it (NG 18), or an objection in the public notice was upheld and the regime says so (PD 12).
        ///
        /// `case`; `record`: digest of the decision; `channel`: how the notice goes; `letter`: its digest. Who: a reviewer of
        /// the case's authority, another person than who handled it. Event: `CaseTerminated`.
        #[pallet::call_index(19)]
        #[pallet::weight(T::WeightInfo::terminate())]
        pub fn terminate(
            origin: OriginFor<T>,
            case: CaseId,
            record: Digest,
            channel: Channel,
            letter: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_terminate(&account, case, record, channel, letter)?)
        }

        /// Decides the request of a `case` not to be published, with reasons (NG 24). `withheld`: nothing refuses the request.
        ///
        /// `record`: digest of the decision. Who: an examiner of the case's authority. Event: `PublicationDecided`.
        #[pallet::call_index(20)]
        #[pallet::weight(T::WeightInfo::decide_publication())]
        pub fn decide_publication(
            origin: OriginFor<T>,
            case: CaseId,
            withheld: Option<Withholding>,
            record: Digest,
        ) -> DispatchResult {
            Ok(Self::do_decide_publication(
                &ensure_signed(origin)?,
                case,
                withheld,
                record,
            )?)
        }

        /// Objects in the public notice of a `case`, until its last second (NG 25).
        ///
        /// `capacity`: for whom; `ground`: on what it rests; `materials`: their digest. Who: any party in good standing but
        /// the applicants, its agent, or an officer at the counter. Event: `ObjectedToNotice`.
        #[pallet::call_index(21)]
        #[pallet::weight(T::WeightInfo::object_to_notice())]
        pub fn object_to_notice(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            ground: ObjectionGround,
            materials: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_object_to_notice(
                &account, capacity, case, ground, materials,
            )?)
        }

        /// Decides objection `number` of the `case`, counted from 0, after its investigation (NG 25).
        ///
        /// `result`: whether it is upheld; `record`: digest of the decision. Who: a reviewer of the case's authority, another
        /// person than the examiner. Event: `NoticeObjectionDecided`.
        #[pallet::call_index(22)]
        #[pallet::weight(T::WeightInfo::decide_notice_objection())]
        pub fn decide_notice_objection(
            origin: OriginFor<T>,
            case: CaseId,
            number: u8,
            result: ObjectionResult,
            record: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_decide_notice_objection(
                &account, case, number, result, record,
            )?)
        }

        /// Asks once for re-assessment of a refusal, be it of some claimed kinds only, within the regime's days from its
        /// delivery (S046).
        ///
        /// `capacity`: for whom; `case`; `statement`: its digest. Who: the applicant, its agent, or an officer at the counter.
        /// Event: `CaseAppealed`.
        #[pallet::call_index(23)]
        #[pallet::weight(T::WeightInfo::appeal())]
        pub fn appeal(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            statement: Digest,
        ) -> DispatchResult {
            Ok(Self::do_appeal(
                &ensure_signed(origin)?,
                capacity,
                case,
                statement,
            )?)
        }

        /// Decides a re-assessment (S046): the refusal stands finally, or the case is examined anew. Of an entered case the
        /// refused kinds are examined anew, in new cases that this opens.
        ///
        /// `case`; `result`: which of the two; `record`: digest of the decision. Who: a reviewer of the case's authority who
        /// neither examined nor refused, nor approved the refusal of some kinds. Event: `AppealDecided`.
        #[pallet::call_index(24)]
        #[pallet::weight(T::WeightInfo::decide_appeal())]
        pub fn decide_appeal(
            origin: OriginFor<T>,
            case: CaseId,
            result: Reassessment,
            record: Digest,
        ) -> DispatchResult {
            Self::do_decide_appeal(&ensure_signed(origin)?, case, result, record)
        }

        /// Consents that `to` gets the operating right in data fused with it (NG 21(5)); for one registration, revocable until
        /// it is entered. `object`: a registered object, or the one that a pending case would register.
        ///
        /// `capacity`: for whom. Who: another participant of the case or holder in the object, or its agent. Event:
        /// `OperatingConsented`.
        #[pallet::call_index(25)]
        #[pallet::weight(T::WeightInfo::consent_to_operating())]
        pub fn consent_to_operating(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            to: PartyId,
        ) -> DispatchResult {
            Ok(Self::do_consent(&ensure_signed(origin)?, capacity, object, to)?)
        }

        /// Revokes such a consent, to `to` for `object`, before its use.
        ///
        /// `capacity`: for whom. Who: who gave it, or its agent. Event: `ConsentRevoked`.
        #[pallet::call_index(26)]
        #[pallet::weight(T::WeightInfo::revoke_consent())]
        pub fn revoke_consent(
            origin: OriginFor<T>,
            capacity: Capacity,
            object: ObjectId,
            to: PartyId,
        ) -> DispatchResult {
            Ok(Self::do_revoke_consent(
                &ensure_signed(origin)?,
                capacity,
                object,
                to,
            )?)
        }

        /// Imports an earlier registration of another system (NG 41): object, rights and a certificate with the earlier
        /// number. It is shown as imported until another officer has reviewed it.
        ///
        /// `earlier`: what is known of it. Who: a registrar of the authority. Event: `Entered`.
        #[pallet::call_index(27)]
        #[pallet::weight(Pallet::<T>::weight_of_import(earlier))]
        pub fn import(origin: OriginFor<T>, earlier: Box<EarlierRegistration>) -> DispatchResult {
            Ok(Self::do_import(&ensure_signed(origin)?, *earlier)?)
        }

        /// Records that the imported registration of an `object` was reviewed (NG 41).
        ///
        /// Who: a reviewer of the object's authority, another person than who imported it. Event: `Entered`.
        #[pallet::call_index(28)]
        #[pallet::weight(T::WeightInfo::review_import())]
        pub fn review_import(origin: OriginFor<T>, object: ObjectId) -> DispatchResult {
            Ok(Self::do_review_import(&ensure_signed(origin)?, object)?)
        }

        /// Files a dealing with what is registered: a transfer 转移, a change 变更, a renewal 续期 or a cancellation 注销 (NG 33-37;
        /// S020-S022). What several apply for together is received when all have signed.
        ///
        /// `capacity`: for whom; `dealing`: the whole application. Who: a holder on the certificate, for a renewal also for
        /// whom a pledge or seizure stands; its agent, or an examiner or registrar at the counter. Event: `DealingFiled`.
        #[pallet::call_index(29)]
        #[pallet::weight(T::WeightInfo::file_dealing())]
        pub fn file_dealing(
            origin: OriginFor<T>,
            capacity: Capacity,
            dealing: Box<Dealing>,
        ) -> DispatchResult {
            Self::do_file_dealing(&ensure_signed(origin)?, capacity, *dealing).map(|_| ())
        }

        /// Signs the dealing of a `case` for which several apply together (NG 34). With the last signature it is filed.
        ///
        /// `capacity`: for whom. Who: whose signature is awaited, its agent, or an officer at the counter. Event:
        /// `CaseSigned`.
        #[pallet::call_index(30)]
        #[pallet::weight(T::WeightInfo::sign())]
        pub fn sign(origin: OriginFor<T>, capacity: Capacity, case: CaseId) -> DispatchResult {
            Ok(Self::do_sign(&ensure_signed(origin)?, capacity, case)?)
        }

        /// Completes a returned dealing in time (NG 17): the whole application again, with every listed item. It is accepted
        /// by that. What others have signed stays as it is.
        ///
        /// `capacity`: for whom; `case`; `dealing`: the whole application again. Who: the applicant, its agent, or an officer
        /// at the counter. Event: `DealingResubmitted`.
        #[pallet::call_index(31)]
        #[pallet::weight(T::WeightInfo::resubmit_dealing())]
        pub fn resubmit_dealing(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            dealing: Box<Dealing>,
        ) -> DispatchResult {
            Self::do_resubmit_dealing(&ensure_signed(origin)?, capacity, case, *dealing)
        }

        /// Consents, for whom a mark stands that needs it, to what one case does with the right. It is used by the entry of
        /// that case and revocable until then.
        ///
        /// `mark`: number of the mark in the object. `capacity`: for whom; `case`: the case. Who: the holder of the mark, its
        /// agent, or an officer at the counter. Event: `CaseConsented`.
        #[pallet::call_index(32)]
        #[pallet::weight(T::WeightInfo::consent_to_case())]
        pub fn consent_to_case(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            mark: u32,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_consent_to_case(&account, capacity, case, mark)?)
        }

        /// Revokes such a consent before its use.
        ///
        /// `capacity`: for whom; `case`; `mark`: number of the mark in the object. Who: who gave it, its agent, or an officer
        /// at the counter. Event: `CaseConsentRevoked`.
        #[pallet::call_index(33)]
        #[pallet::weight(T::WeightInfo::revoke_case_consent())]
        pub fn revoke_case_consent(
            origin: OriginFor<T>,
            capacity: Capacity,
            case: CaseId,
            mark: u32,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_revoke_case_consent(&account, capacity, case, mark)?)
        }

        /// Proposes, of the authority's own motion 依职权, that rights are extinguished, cancelled or revoked, or that facts are
        /// corrected (NG 37, 39; PD 9, 20). Another officer executes it; everybody concerned is told by the event.
        ///
        /// `record`: digest of the reasoned decision, which is the written notice. `object`; `matter`: what is done, and why;
        /// `evidence`. Who: an examiner or reviewer of the object's authority. Event: `MotionProposed`.
        #[pallet::call_index(34)]
        #[pallet::weight(T::WeightInfo::propose_motion())]
        pub fn propose_motion(
            origin: OriginFor<T>,
            object: ObjectId,
            matter: MotionMatter,
            evidence: Bounded<Evidence, 16>,
            record: Digest,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            Ok(Self::do_propose_motion(
                &account, object, matter, evidence, record,
            )?)
        }

        /// Carries out what was proposed of the authority's own motion: one entry ends the rights with their certificate, or
        /// corrects the facts. Licences fall with their right; marks travel or end as the effect matrix says. A revocation
        /// leaves a fact of bad faith on who obtained the registration (S047).
        ///
        /// `text`: the corrected description, published to the extent that it was before. It is judged twice: at the door, as
        /// a text that may not be published gets into no block, and here. `object`: the object. Who: a reviewer of the
        /// object's authority, another person than who proposed it. Events: `Entered` for each entry, then `MotionExecuted`.
        #[pallet::call_index(35)]
        #[pallet::weight(Pallet::<T>::weight_of_motion(text.as_ref().map_or(0, |text| text.len() as u32)))]
        pub fn execute_motion(
            origin: OriginFor<T>,
            object: ObjectId,
            text: Option<Bounded<u8, TEXT_BYTES_MAX>>,
        ) -> DispatchResult {
            let account = ensure_signed(origin)?;
            let text = text.as_ref().map(|text| text.as_slice());
            Ok(Self::do_execute_motion(&account, object, text)?)
        }

        /// Drops what was proposed of the authority's own motion. `reason`: digest of the reason.
        ///
        /// `object`: the object. Who: an examiner or reviewer of the object's authority. Event: `MotionDropped`.
        #[pallet::call_index(36)]
        #[pallet::weight(T::WeightInfo::drop_motion())]
        pub fn drop_motion(origin: OriginFor<T>, object: ObjectId, reason: Digest) -> DispatchResult {
            Ok(Self::do_drop_motion(&ensure_signed(origin)?, object, reason)?)
        }

        /// Publishes the description of a part that leaves an object by a split 拆分 (NG 24, 35): of the first part in the order
        /// of the application that has none yet. All are published before `publish` starts the notice with what stays; none is
        /// where the whole is withheld.
        ///
        /// `case`: the case. `text`: the canonical description, whose SHA-256 the application holds; a part of it where that
        /// was decided. It is judged twice: at the door, as a text that may not be published gets into no block, and here.
        /// Who: an examiner of the case's authority. Event: `PartPublished`.
        #[pallet::call_index(37)]
        #[pallet::weight(T::WeightInfo::publish_part(text.len() as u32).saturating_mul(2))]
        pub fn publish_part(
            origin: OriginFor<T>,
            case: CaseId,
            text: Bounded<u8, TEXT_BYTES_MAX>,
        ) -> DispatchResult {
            Ok(Self::do_publish_part(&ensure_signed(origin)?, case, &text)?)
        }
    }
}
