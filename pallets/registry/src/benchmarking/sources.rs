//! What was made from a source is told of it.

/// Adds these benchmarks to `$before`.
macro_rules! sources_benchmarks {
    ($hash:tt $attribute:tt $($before:tt)*) => {
        all_benchmarks! {
            $hash $attribute
            $($before)*

            #[benchmark]
            fn look_for_descendants() -> Result<(), BenchmarkError> {
                Dealings::<T>::prepare();
                let taken;

                #[block]
                {
                    let room = frame_support::weights::Weight::MAX;
                    taken = <Pallet<T> as frame_support::traits::Hooks<_>>::on_idle(1u32.into(), room);
                }

                assert_eq!(taken, T::WeightInfo::look_for_descendants());
                Ok(())
            }

            /// One of as many as an object can have.
            #[benchmark]
            fn let_fall() -> Result<(), BenchmarkError> {
                let dealings = Dealings::<T>::prepare();
                dealings.propose(dealings.extinction())?;
                let reviewer = dealings.worst.reviewer();
                Pallet::<T>::execute_motion(reviewer.into(), dealings.object, None)
                    .map_err(|_| BenchmarkError::Stop("the rights end"))?;
                let waiting = crate::Falling::<T>::get(dealings.object).len();

                #[block]
                {
                    Pallet::<T>::let_next_fall();
                }

                assert_eq!(crate::Falling::<T>::get(dealings.object).len().saturating_add(1), waiting);
                Ok(())
            }

            /// One that was made from sixteen rights of a source with as many live marks as it can have.
            #[benchmark]
            fn tell_descendant() -> Result<(), BenchmarkError> {
                let made = Dealings::<T>::prepare().descendant();

                #[block]
                {
                    Pallet::<T>::tell_next();
                }

                assert_eq!(SourceNotices::<T>::iter_prefix(made).count(), 16);
                Ok(())
            }
        }
    };
}
