//! Applications from their filing to the entry or refusal.

/// Adds these benchmarks to `$before`.
macro_rules! applications_benchmarks {
    ($hash:tt $attribute:tt $($before:tt)*) => {
        steps_between_benchmarks! {
            $hash $attribute
            $($before)*

            /// Of further rights in a registered object.
            #[benchmark]
            fn file() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FurtherRights);

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), Box::new(worst.filing.clone()));

                assert!(stored::<T>(worst.last_case())?.matches.is_some());
                Ok(())
            }

            #[benchmark]
            fn accept() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.filed(0)?;

                #[extrinsic_call]
                _(worst.examiner(), case);

                assert_eq!(stored::<T>(case)?.stage, Stage::Accepted);
                Ok(())
            }

            #[benchmark]
            fn return_for_completion() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.filed(0)?;

                #[extrinsic_call]
                _(
                    worst.examiner(),
                    case,
                    deficiencies(),
                    20,
                    Channel::Ledger,
                    LETTER,
                );

                assert_eq!(stored::<T>(case)?.stage, Stage::Returned);
                Ok(())
            }

            /// Of further rights in a registered object.
            #[benchmark]
            fn resubmit() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FurtherRights);
                let case = worst.returned(0)?;
                let filing = Box::new(worst.completion());

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), case, filing);

                assert_eq!(stored::<T>(case)?.stage, Stage::Accepted);
                Ok(())
            }

            #[benchmark]
            fn report() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.completed(1)?;

                #[extrinsic_call]
                _(worst.institution(), case, Conclusion::Favourable, LETTER);

                assert_eq!(stored::<T>(case)?.reports.len(), worst.institutions.len());
                Ok(())
            }

            /// With the operating right of sixteen co-holders, to which all who hold rights in the object consented.
            #[benchmark]
            fn examine() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FurtherRights);
                let case = worst.reviewed(2, 0)?;
                let examination = Box::new(worst.examination(case, true)?);

                #[extrinsic_call]
                _(worst.examiner(), case, examination);

                assert_eq!(stored::<T>(case)?.stage, Stage::Examined);
                Ok(())
            }

            /// Under a regime that needs a favourable report; the last one is.
            #[benchmark]
            fn approve() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.examined(true)?;

                #[extrinsic_call]
                _(worst.reviewer(), case);

                assert_eq!(stored::<T>(case)?.stage, Stage::Approved);
                Ok(())
            }

            /// Of a first registration of eight participants with every kind of right, to which all have consented, but
            /// for one kind that was refused to the first.
            #[benchmark]
            fn enter() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::NewData);
                let case = worst.ready_to_enter()?;

                #[extrinsic_call]
                _(worst.reviewer(), case, None, None, Some(REFUSAL));

                let record = Objects::<T>::get(ObjectId(case.0)).ok_or("the object is registered")?;
                assert_eq!((record.rights, record.certificates), (23, 8));
                assert_eq!(Consents::<T>::iter().count(), 0);
                Ok(())
            }

            #[benchmark]
            fn enter_of_many_sources() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::ManySources);
                let case = worst.ready_to_enter()?;

                #[extrinsic_call]
                enter(worst.reviewer(), case, None, None, Some(REFUSAL));

                let made = |(_, _, made): &(ObjectId, u32, ObjectId)| made.0 == case.0;
                assert_eq!(Derived::<T>::iter().filter(made).count(), 16);
                Ok(())
            }

            /// Of sixteen further co-holders, whose fingerprints match one object.
            #[benchmark]
            fn enter_further_holder() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::Match);
                let case = worst.ready_to_enter()?;
                let rights = || Objects::<T>::get(worst.matching).map_or(0, |record| record.rights);
                let before = rights();

                #[extrinsic_call]
                enter(worst.reviewer(), case, None, None, Some(REFUSAL));

                assert_eq!(rights(), before + 2);
                Ok(())
            }

            /// Of further rights in a registered object.
            #[benchmark]
            fn enter_further_rights() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FurtherRights);
                let case = worst.ready_to_enter()?;
                let object = stored::<T>(case)?.object;
                let rights = || Objects::<T>::get(object).map_or(0, |record| record.rights);
                let before = rights();

                #[extrinsic_call]
                enter(worst.reviewer(), case, None, None, Some(REFUSAL));

                assert_eq!(rights(), before + 1);
                Ok(())
            }

            /// For a dispute of title, which is noted in an object with almost as many marks as it can hold.
            #[benchmark]
            fn refuse() -> Result<(), BenchmarkError> {
                let worst = Worst::<T>::prepare(About::FullMatch);
                let case = worst.examined(false)?;
                worst.fill_marks();

                #[extrinsic_call]
                _(
                    worst.reviewer(),
                    case,
                    RefusalGround::TitleDispute,
                    Channel::Ledger,
                    LETTER,
                );

                let marks = Objects::<T>::get(worst.matching).map(|record| record.marks);
                assert_eq!(marks, Some(MARKS_MAX));
                assert_eq!(stored::<T>(case)?.stage, Stage::Refused);
                Ok(())
            }
        }
    };
}
