//! Benchmarks of the calls, each in its worst case: as large an application as one entry can hold, as many documents,
//! inquiries, reports and objections as a case holds, consents of all, and four fingerprints that match an object with as
//! many rights and holders as an object can have. Parties act through agents.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark that cannot be prepared must stop; none of this runs on a chain"
)]
#![allow(
    unused_imports,
    reason = "the attribute of the benchmarks passes on what is public in their module: nothing"
)]

#[macro_use]
mod applications;
mod dealings;
#[macro_use]
mod dealing_calls;
mod filings;
#[macro_use]
mod motions;
#[macro_use]
mod sources;
mod steps;
#[macro_use]
mod steps_between;
pub mod successions;
mod worst_case;

use crate::{
    entering::RIGHTS_MAX, live_marks::LIVE_MARKS_MAX, register::MARKS_MAX, Call, Cases, Config, Consents,
    Derived, LiveMarks, Motions, Objects, Pallet, SourceNotices, SplitFrom, WeightInfo, LIVE_OF_SOURCES_MAX,
};
use alloc::{boxed::Box, vec::Vec};
use dealings::Dealings;
use filings::{evidence, text};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use quanji_primitives::{
    capacity::{Capacity, Via},
    case::{Answer, Conclusion, Inquired, Reassessment, RefusalGround, Signing, Stage},
    clock::Moment,
    filing::{Dealing, Withholding},
    objection::{ObjectionGround, ObjectionResult},
    person::PartyRole,
    regime::Regime,
    written_notice::Channel,
    AuthorityId, Bounded, Digest, ObjectId, PartyId, PowerId,
};
use sp_runtime::DispatchError;
use steps::{deficiencies, items, LETTER, REFUSAL};
pub use worst_case::put_marks;
use worst_case::{first_day, much_later, stored, About, Worst};

/// An authority and the accounts of its officers, who are different persons.
pub struct Seats<AccountId> {
    /// The authority.
    pub authority: AuthorityId,
    /// The account of an officer with the role of registrar.
    pub registrar: AccountId,
    /// The account of an officer with the role of examiner.
    pub examiner: AccountId,
    /// The account of an officer with the role of reviewer.
    pub reviewer: AccountId,
    /// The account of another reviewer.
    pub second_reviewer: AccountId,
}

/// What the runtime prepares for benchmarks: rules, persons and time.
pub trait Helper<AccountId> {
    /// Stores `regime` under its id, in place of what is there, with the calendar of 2026 and the code tables as at
    /// genesis and an empty negative list.
    fn install_rules(regime: Regime);

    /// Sets register time, forwards or backwards.
    fn set_time(now: Moment);

    /// Admits a listed authority with its officers. For the worst case each of them and the authority has as many
    /// affiliates as it can hold, none of them a party that [`Self::admit_parties`] returns.
    fn admit_authority() -> Seats<AccountId>;

    /// Admits `number` legal persons in good standing with `roles` at `authority`; each has one account. A later call
    /// gives other parties. They come back in rising order of their ids.
    fn admit_parties(authority: AuthorityId, number: u32, roles: &[PartyRole]) -> Vec<(AccountId, PartyId)>;

    /// Registers a power of `agent` to do every act for `principal` on every object, in force at all times.
    fn grant_power(principal: PartyId, agent: PartyId) -> PowerId;
}

/// All benchmarks of the pallet: they belong into one module, to which each file adds its own.
macro_rules! all_benchmarks {
    ($hash:tt $attribute:tt $($benchmarks:tt)*) => {
        $hash $attribute
        mod calls {
            use super::*;

            $($benchmarks)*

            impl_benchmark_test_suite!(
                Pallet,
                crate::mock::ExtBuilder::default().build(),
                crate::mock::Test
            );
        }
    };
}

// Those with components stand here, beside the attribute that brings the components in.
applications_benchmarks! {
    #[benchmarks]

    /// Of a text of `t` bytes.
    #[benchmark]
    fn publish(t: Linear<0, 16_384>) -> Result<(), BenchmarkError> {
        let mut worst = Worst::<T>::prepare(About::FullMatch);
        worst.filing.facts.description = Digest::sha2_256(&text(t));
        let case = worst.approved()?;

        #[extrinsic_call]
        _(
            worst.examiner(),
            case,
            Some(Bounded::truncate_from(text(t))),
            None,
        );

        assert_eq!(stored::<T>(case)?.stage, Stage::InNotice);
        Ok(())
    }

    /// Of `h` co-holders, made from `s` registered sources, with `f` fingerprints: together more than an entry can hold, so
    /// that each counts for itself.
    #[benchmark]
    fn import(h: Linear<1, 16>, s: Linear<0, 16>, f: Linear<0, 4>) -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(About::NewData);
        let earlier = worst.earlier_registration(h, s, f);

        #[block]
        {
            Pallet::<T>::import_of_any_size(&worst.seats.registrar, earlier).map_err(DispatchError::from)?;
        }

        let object = ObjectId(worst.last_case().0);
        assert!(Objects::<T>::get(object).is_some_and(|record| record.imported.is_some()));
        Ok(())
    }

    /// Of a text of `t` bytes.
    #[benchmark]
    fn publish_part(t: Linear<0, 16_384>) -> Result<(), BenchmarkError> {
        let dealings = Dealings::<T>::prepare();
        let case = dealings.worst.approved()?;
        dealings.made_about(case, dealings.split(Digest::sha2_256(&text(t))), 0)?;

        #[extrinsic_call]
        _(
            dealings.worst.examiner(),
            case,
            Bounded::truncate_from(text(t)),
        );

        assert_eq!(stored::<T>(case)?.part_texts.len(), 1);
        Ok(())
    }

    /// Of a correction that as many certificates show as one entry can raise, with a text of `t` bytes.
    #[benchmark]
    fn execute_motion(t: Linear<0, 16_384>) -> Result<(), BenchmarkError> {
        let dealings = Dealings::<T>::prepare();
        dealings.show_on_many();
        let mut corrected = text(t);
        // The longest text is the registered one, but for this.
        if let Some(first) = corrected.first_mut() {
            *first = b'2';
        }
        dealings.propose(dealings.correction(&corrected))?;

        #[extrinsic_call]
        _(
            dealings.worst.reviewer(),
            dealings.object,
            Some(Bounded::truncate_from(corrected)),
        );

        assert!(!Motions::<T>::contains_key(dealings.object));
        Ok(())
    }
}
