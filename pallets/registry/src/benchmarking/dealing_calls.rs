//! Dealings with what is registered.

/// Adds these benchmarks to `$before`.
macro_rules! dealing_calls_benchmarks {
    ($hash:tt $attribute:tt $($before:tt)*) => {
        motions_benchmarks! {
            $hash $attribute
            $($before)*

            /// Of a transfer from sixteen co-holders to sixteen others, of an object with as much as it can hold.
            #[benchmark]
            fn file_dealing() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.filed(0)?;
                dealings.made_about(case, dealings.renewal(), 1)?;
                dealings.list(None, &stored::<T>(case)?);
                let worst = &dealings.worst;

                #[extrinsic_call]
                _(worst.agent(), worst.capacity(), Box::new(dealings.transfer()));

                assert_eq!(stored::<T>(worst.last_case())?.stage, Stage::AwaitingSignatures);
                Ok(())
            }

            /// The last of thirty-two signatures.
            #[benchmark]
            fn sign() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.filed(0)?;
                dealings.made_about(case, dealings.transfer(), 1)?;
                let (origin, capacity) = (dealings.worst.agent(), dealings.capacity_of_receiver());
                Cases::<T>::mutate(case, |case| {
                    let concerned = case.iter_mut().flat_map(|case| &mut case.concerned);
                    for one in concerned {
                        if let Signing::Given { via, .. } = &mut one.signing {
                            *via = Via::Own;
                        }
                    }
                });

                #[extrinsic_call]
                _(origin, capacity, case);

                assert_eq!(stored::<T>(case)?.stage, Stage::Filed);
                Ok(())
            }

            #[benchmark]
            fn resubmit_dealing() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.returned(0)?;
                dealings.made_about(case, dealings.transfer(), 0)?;
                let completed = Dealing {
                    evidence: evidence(9),
                    ..dealings.transfer()
                };

                #[extrinsic_call]
                _(
                    dealings.worst.agent(),
                    dealings.worst.capacity(),
                    case,
                    Box::new(completed),
                );

                assert_eq!(stored::<T>(case)?.stage, Stage::Accepted);
                Ok(())
            }

            /// Up to the last question, for whom the mark stands: no pallet that answers it can be assumed here.
            #[benchmark]
            fn consent_to_case() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.ready_to_enter()?;
                dealings.made_about(case, dealings.transfer(), 0)?;
                let (origin, capacity) = (dealings.worst.agent(), dealings.worst.capacity());
                let result;

                #[block]
                {
                    result =
                        Pallet::<T>::consent_to_case(origin.into(), capacity, case, LIVE_MARKS_MAX - 1);
                }

                assert_eq!(result, Err(crate::Error::<T>::MarkConsentUnfit.into()));
                Ok(())
            }

            #[benchmark]
            fn revoke_case_consent() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.ready_to_enter()?;
                dealings.made_about(case, dealings.transfer(), 0)?;

                #[extrinsic_call]
                _(dealings.worst.agent(), dealings.worst.capacity(), case, 15);

                assert_eq!(stored::<T>(case)?.consents.len(), 15);
                Ok(())
            }

            /// Of a transfer of all rights on a certificate, which ends; a new one is drawn.
            #[benchmark]
            fn enter_transfer() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.ready_to_enter()?;
                dealings.made_about(case, dealings.transfer(), 0)?;

                #[extrinsic_call]
                enter(dealings.worst.reviewer(), case, None, None, None);

                let certificates = Objects::<T>::get(dealings.object).map(|record| record.certificates);
                assert_eq!(certificates, Some(RIGHTS_MAX));
                Ok(())
            }

            /// Of a change that as many certificates show as one entry can raise.
            #[benchmark]
            fn enter_change() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.ready_to_enter()?;
                dealings.made_about(case, dealings.change(), 0)?;
                dealings.show_on_many();

                #[extrinsic_call]
                enter(dealings.worst.reviewer(), case, None, None, None);

                let industry = Objects::<T>::get(dealings.object).map(|record| record.facts.industry);
                assert_eq!(industry, Some(96));
                Ok(())
            }

            /// Of an object of sixteen co-holders, of which one part with four fingerprints leaves: as much as one entry can
            /// hold.
            #[benchmark]
            fn enter_split() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.ready_to_enter()?;
                dealings.made_about(case, dealings.split(Digest::sha2_256(&[2])), 0)?;
                dealings.let_split();

                #[extrinsic_call]
                enter(dealings.worst.reviewer(), case, None, None, None);

                assert_eq!(SplitFrom::<T>::iter_values().count(), 1);
                Ok(())
            }

            #[benchmark]
            fn enter_renewal() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.ready_to_enter()?;
                dealings.made_about(case, dealings.renewal(), 0)?;

                #[extrinsic_call]
                enter(dealings.worst.reviewer(), case, None, None, None);

                assert!(!Cases::<T>::contains_key(case));
                Ok(())
            }
        }
    };
}
