//! What happens to a case between its filing and its end, and imports.

/// Adds these benchmarks to `$before`.
macro_rules! steps_between_benchmarks {
    ($hash:tt $attribute:tt $($before:tt)*) => {
        dealing_calls_benchmarks! {
            $hash $attribute
            $($before)*

            /// Of a joint application in which all have consented.
            #[benchmark]
            fn withdraw() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::NewData);
                let case = worst.in_notice(0)?;

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), case);

                assert_eq!(Consents::<T>::iter().count(), 0);
                assert_eq!(stored::<T>(case)?.stage, Stage::Withdrawn);
                Ok(())
            }

            /// Of a refused joint application in which all have consented, when its appeal window has ended.
            #[benchmark]
            fn close() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::NewData);
                let case = worst.in_notice(0)?;
                let (ground, channel) = (RefusalGround::OtherLaw, Channel::Ledger);
                Pallet::<T>::refuse(worst.reviewer().into(), case, ground, channel, LETTER)?;
                T::BenchmarkHelper::set_time(much_later());

                #[extrinsic_call]
                _(worst.examiner(), case);

                assert_eq!(Consents::<T>::iter().count(), 0);
                assert!(!Cases::<T>::contains_key(case));
                Ok(())
            }

            /// Of a request for further proof, from which the clock pauses.
            #[benchmark]
            fn record_delivery() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.reviewed(2, 0)?;
                worst.request_supplement(case, Channel::Post)?;

                #[extrinsic_call]
                _(worst.examiner(), case, first_day());

                let supplement = stored::<T>(case)?.supplement;
                assert!(supplement.is_some_and(|asked| asked.due.is_some()));
                Ok(())
            }

            /// Of a request for further proof, from which the clock pauses.
            #[benchmark]
            fn acknowledge() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.reviewed(2, 0)?;
                worst.request_supplement(case, Channel::Post)?;

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), case);

                let supplement = stored::<T>(case)?.supplement;
                assert!(supplement.is_some_and(|asked| asked.due.is_some()));
                Ok(())
            }

            #[benchmark]
            fn request_supplement() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.reviewed(2, 0)?;

                #[extrinsic_call]
                _(worst.examiner(), case, items(), 20, Channel::Ledger, LETTER);

                assert!(stored::<T>(case)?.open_supplement().is_some());
                Ok(())
            }

            #[benchmark]
            fn answer_supplement() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.reviewed(1, 0)?;
                worst.request_supplement(case, Channel::Ledger)?;

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), case, evidence(30), None);

                assert!(stored::<T>(case)?.further_evidence.is_full());
                Ok(())
            }

            #[benchmark]
            fn inquire() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.reviewed(2, 1)?;
                let inquired = Inquired::Party(worst.earlier[15]);

                #[extrinsic_call]
                _(worst.examiner(), case, inquired, LETTER);

                assert!(stored::<T>(case)?.inquiries.is_full());
                Ok(())
            }

            #[benchmark]
            fn record_inquiry_answer() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.reviewed(2, 1)?;
                Pallet::<T>::inquire(worst.examiner().into(), case, Inquired::PublicBody, LETTER)?;

                #[extrinsic_call]
                _(worst.examiner(), case, 7, Answer::Confirmed, LETTER);

                assert!(stored::<T>(case)?.inquiries[7].answer.is_some());
                Ok(())
            }

            #[benchmark]
            fn extend() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.examined(true)?;

                #[extrinsic_call]
                _(worst.examiner(), case, 10, LETTER);

                assert_eq!(stored::<T>(case)?.extended, 10);
                Ok(())
            }

            /// Of a joint application in which all have consented.
            #[benchmark]
            fn terminate() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::NewData);
                let case = worst.examined(true)?;

                #[extrinsic_call]
                _(worst.second_reviewer(), case, LETTER, Channel::Ledger, LETTER);

                assert_eq!(Consents::<T>::iter().count(), 0);
                assert_eq!(stored::<T>(case)?.stage, Stage::Terminated);
                Ok(())
            }

            #[benchmark]
            fn decide_publication() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.examined(true)?;

                #[extrinsic_call]
                _(worst.examiner(), case, Some(Withholding::Part), LETTER);

                assert!(stored::<T>(case)?.publication.is_some());
                Ok(())
            }

            #[benchmark]
            fn object_to_notice() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.in_notice(1)?;
                let (account, power) = worst.objectors[worst.objectors.len() - 1].clone();
                let capacity = Capacity::Agent(power);

                #[extrinsic_call]
                _(
                    RawOrigin::Signed(account),
                    capacity,
                    case,
                    ObjectionGround::Error,
                    LETTER,
                );

                assert!(stored::<T>(case)?.objections.is_full());
                Ok(())
            }

            #[benchmark]
            fn decide_notice_objection() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.in_notice(0)?;
                worst.dismiss(case, 1)?;

                #[extrinsic_call]
                _(worst.reviewer(), case, 7, ObjectionResult::Dismissed, LETTER);

                assert!(!stored::<T>(case)?.has_open_objection());
                Ok(())
            }

            #[benchmark]
            fn appeal() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.refused()?;

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), case, LETTER);

                assert_eq!(stored::<T>(case)?.stage, Stage::UnderAppeal);
                Ok(())
            }

            /// Of a joint application in which a kind was refused to each of eight participants: eight cases are opened,
            /// which is far more than the end of the notice of a dispute, the other thing that can come with it.
            #[benchmark]
            fn decide_appeal() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::NewData);
                let case = worst.appealed_in_part()?;
                let before = Cases::<T>::iter_keys().count();

                #[extrinsic_call]
                _(worst.second_reviewer(), case, Reassessment::ExaminedAnew, LETTER);

                assert_eq!(Cases::<T>::iter_keys().count(), before + 8);
                assert_eq!(stored::<T>(worst.last_case())?.stage, Stage::Accepted);
                Ok(())
            }

            /// The last that an object with as many rights as it can hold has room for.
            #[benchmark]
            fn consent_to_operating() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FurtherRights);
                let object = worst.filing.object.ok_or("the application names an object")?;
                let to = worst.earlier[0];
                worst.fill_consents(object);

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), object, to);

                assert!(worst.consented(object, to));
                Ok(())
            }

            #[benchmark]
            fn revoke_consent() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FurtherRights);
                let object = worst.filing.object.ok_or("the application names an object")?;
                let to = worst.earlier[0];
                worst.fill_consents(object);
                Pallet::<T>::consent_to_operating(worst.agent().into(), worst.capacity(), object, to)?;

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), object, to);

                assert!(!worst.consented(object, to));
                Ok(())
            }

            #[benchmark]
            fn review_import() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::NewData);
                let earlier = Box::new(worst.largest_earlier_registration());
                Pallet::<T>::import(worst.registrar().into(), earlier)?;
                let object = ObjectId(worst.last_case().0);

                #[extrinsic_call]
                _(worst.reviewer(), object);

                let imported = Objects::<T>::get(object).and_then(|record| record.imported);
                assert!(imported.is_some_and(|imported| imported.reviewed.is_some()));
                Ok(())
            }
        }
    };
}
