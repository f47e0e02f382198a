//! Benchmarks of the calls, each in its worst case: sixteen holders, sources and documents, four fingerprints that match
//! objects with as many rights as an object can hold, eight reports.

mod worst_case;

use crate::{entering::RIGHTS_MAX, Call, Cases, Config, Derived, Objects, Pallet};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use quanji_primitives::{
    case::{Conclusion, RefusalGround, Stage},
    clock::Moment,
    person::PartyRole,
    regime::Regime,
    AuthorityId, Bounded, Digest, ObjectId, PartyId,
};
use worst_case::{deficiencies, much_later, stored, text, Matches, Worst};

/// An authority and the accounts of two of its officers, who are different persons.
pub struct Seats<AccountId> {
    /// The authority.
    pub authority: AuthorityId,
    /// The account of an officer with the role of examiner.
    pub examiner: AccountId,
    /// The account of another officer, with the role of reviewer.
    pub reviewer: AccountId,
}

/// What the runtime prepares for benchmarks: rules, persons and time.
pub trait Helper<AccountId> {
    /// Stores `regime` under its id, in place of what is there, with the calendar of 2026 and the code tables as at
    /// genesis and an empty negative list.
    fn install_rules(regime: Regime);

    /// Sets register time, forwards or backwards.
    fn set_time(now: Moment);

    /// Admits a listed authority with an examiner and a reviewer. For the worst case each of the three has as many
    /// affiliates as it can hold, none of them a party that [`Self::admit_parties`] returns.
    fn admit_authority() -> Seats<AccountId>;

    /// Admits `number` legal persons in good standing with `roles` at `authority`; each has one account. A later call
    /// gives other parties. They come back in rising order of their ids.
    fn admit_parties(authority: AuthorityId, number: u32, roles: &[PartyRole]) -> Vec<(AccountId, PartyId)>;
}

const DIGEST: Digest = Digest::Sha2_256([9; 32]);

#[benchmarks]
mod calls {
    use super::*;

    #[benchmark]
    fn file() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);

        #[extrinsic_call]
        _(worst.applicant(), Box::new(worst.filing.clone()));

        let case = stored::<T>(worst.last_case())?;
        assert!(case.matches.is_some());
        Ok(())
    }

    #[benchmark]
    fn accept() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.completed(0)?;

        #[extrinsic_call]
        _(worst.examiner(), case);

        assert_eq!(stored::<T>(case)?.stage, Stage::Accepted);
        Ok(())
    }

    #[benchmark]
    fn return_for_completion() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.filed(0)?;

        #[extrinsic_call]
        _(worst.examiner(), case, deficiencies(), 20);

        assert_eq!(stored::<T>(case)?.stage, Stage::Returned);
        Ok(())
    }

    #[benchmark]
    fn resubmit() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.filed(0)?;
        Pallet::<T>::return_for_completion(worst.examiner().into(), case, deficiencies(), 20)?;

        #[extrinsic_call]
        _(worst.applicant(), case, Box::new(worst.filing.clone()));

        assert_eq!(stored::<T>(case)?.stage, Stage::Filed);
        Ok(())
    }

    #[benchmark]
    fn report() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.completed(1)?;

        #[extrinsic_call]
        _(worst.institution(), case, Conclusion::Favourable, DIGEST);

        assert_eq!(stored::<T>(case)?.reports.len(), worst.institutions.len());
        Ok(())
    }

    /// Of a case that silence has accepted.
    #[benchmark]
    fn examine() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.completed(0)?;
        T::BenchmarkHelper::set_time(much_later());

        #[extrinsic_call]
        _(worst.examiner(), case, Box::new(worst.examination()));

        assert_eq!(stored::<T>(case)?.stage, Stage::Examined);
        Ok(())
    }

    /// Under a regime that needs a favourable report; the last one is.
    #[benchmark]
    fn approve() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.examined()?;

        #[extrinsic_call]
        _(worst.reviewer(), case);

        assert_eq!(stored::<T>(case)?.stage, Stage::Approved);
        Ok(())
    }

    /// Of a text of `t` bytes.
    #[benchmark]
    fn publish(t: Linear<0, 16_384>) -> Result<(), BenchmarkError> {
        let mut worst = Worst::<T>::prepare(Matches::Full);
        worst.filing.facts.description = Digest::sha2_256(&text(t));
        let case = worst.approved()?;

        #[extrinsic_call]
        _(worst.examiner(), case, Bounded::truncate_from(text(t)));

        assert_eq!(stored::<T>(case)?.stage, Stage::InNotice);
        Ok(())
    }

    /// Of a first registration made from sixteen registered sources.
    #[benchmark]
    fn enter() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::None);
        let case = worst.ready_to_enter()?;

        #[extrinsic_call]
        _(worst.reviewer(), case);

        let object = ObjectId(case.0);
        assert_eq!(Objects::<T>::get(object).map(|record| record.rights), Some(3));
        assert_eq!(
            Derived::<T>::iter()
                .filter(|(_, _, made)| *made == object)
                .count(),
            16
        );
        Ok(())
    }

    /// Of a further holder, whose fingerprints match four objects.
    #[benchmark]
    fn enter_further_holder() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::WithRoom);
        let case = worst.ready_to_enter()?;
        let object = stored::<T>(case)?.matches.ok_or("the case has a match")?;

        #[extrinsic_call]
        enter(worst.reviewer(), case);

        assert_eq!(
            Objects::<T>::get(object).map(|record| record.rights),
            Some(RIGHTS_MAX)
        );
        Ok(())
    }

    #[benchmark]
    fn refuse() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.in_notice()?;

        #[extrinsic_call]
        _(worst.reviewer(), case, RefusalGround::OtherLaw, DIGEST);

        assert_eq!(stored::<T>(case)?.stage, Stage::Refused);
        Ok(())
    }

    #[benchmark]
    fn withdraw() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.in_notice()?;

        #[extrinsic_call]
        _(worst.applicant(), case);

        assert_eq!(stored::<T>(case)?.stage, Stage::Withdrawn);
        Ok(())
    }

    /// Of a refused case whose appeal window has ended.
    #[benchmark]
    fn close() -> Result<(), BenchmarkError> {
        let worst = Worst::<T>::prepare(Matches::Full);
        let case = worst.refused()?;
        T::BenchmarkHelper::set_time(much_later());

        #[extrinsic_call]
        _(worst.examiner(), case);

        assert!(!Cases::<T>::contains_key(case));
        Ok(())
    }

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
