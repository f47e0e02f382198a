//! Rights that end: a cancellation that is asked for, and what an authority does of its own motion.

/// Adds these benchmarks to `$before`.
macro_rules! motions_benchmarks {
    ($hash:tt $attribute:tt $($before:tt)*) => {
        sources_benchmarks! {
            $hash $attribute
            $($before)*

            /// Of a cancellation of all rights on a certificate, with almost as many licences as an object can have and as
            /// many pledges as a case has consents.
            #[benchmark]
            fn enter_cancellation() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                let case = dealings.worst.ready_to_enter()?;
                dealings.made_about(case, dealings.cancellation(), 0)?;
                dealings.let_cancel();

                #[extrinsic_call]
                enter(dealings.worst.reviewer(), case, None, None, None);

                assert!(!Cases::<T>::contains_key(case));
                Ok(())
            }

            /// Of an extinction of all rights on a certificate.
            #[benchmark]
            fn propose_motion() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();

                #[extrinsic_call]
                _(
                    dealings.worst.examiner(),
                    dealings.object,
                    dealings.extinction(),
                    evidence(1),
                    LETTER,
                );

                assert!(Motions::<T>::contains_key(dealings.object));
                Ok(())
            }

            /// Of an extinction with which as many reservations end as can stand at once.
            #[benchmark]
            fn execute_ending_motion() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                dealings.reserve();
                dealings.propose(dealings.extinction())?;

                #[extrinsic_call]
                execute_motion(dealings.worst.reviewer(), dealings.object, None);

                let left = LiveMarks::<T>::get(dealings.object).len();
                assert_eq!(left, LIVE_OF_SOURCES_MAX as usize);
                Ok(())
            }

            #[benchmark]
            fn drop_motion() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                dealings.propose(dealings.extinction())?;

                #[extrinsic_call]
                _(dealings.worst.examiner(), dealings.object, LETTER);

                assert!(!Motions::<T>::contains_key(dealings.object));
                Ok(())
            }
        }
    };
}
