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
                    taken = Pallet::<T>::tell_descendants(frame_support::weights::Weight::MAX);
                }

                assert_eq!(taken, T::WeightInfo::look_for_descendants());
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
