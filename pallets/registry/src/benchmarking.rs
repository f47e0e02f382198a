//! Benchmarks of the calls, each in its worst case: as large an application as one entry can hold, as many documents,
//! inquiries, reports and objections as a case holds, consents of all, and four fingerprints that match an object with as
//! many rights and holders as an object can have. Parties act through agents.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark that cannot be prepared must stop; none of this runs on a chain"
)]

mod dealings;
mod filings;
mod steps;
pub mod successions;
mod worst_case;

use crate::{
    entering::RIGHTS_MAX,
    register::{MARKS_MAX, MARKS_WITH_INSTRUMENTS_MAX},
    Call, Cases, Config, Consents, Derived, Objects, Pallet,
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

#[benchmarks]
mod calls {
    use super::*;

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

    /// Of a first registration of eight participants with every kind of right, to which all have consented, but for one
    /// kind that was refused to the first.
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

    /// Of a joint application in which a kind was refused to each of eight participants: eight cases are opened, which is
    /// far more than the end of the notice of a dispute, the other thing that can come with it.
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
                Pallet::<T>::consent_to_case(origin.into(), capacity, case, MARKS_WITH_INSTRUMENTS_MAX - 1);
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

    /// Of a change that almost as many certificates show as an object can have.
    #[benchmark]
    fn enter_change() -> Result<(), BenchmarkError> {
        let dealings = Dealings::<T>::prepare();
        let case = dealings.worst.ready_to_enter()?;
        dealings.made_about(case, dealings.change(), 0)?;

        #[extrinsic_call]
        enter(dealings.worst.reviewer(), case, None, None, None);

        let industry = Objects::<T>::get(dealings.object).map(|record| record.facts.industry);
        assert_eq!(industry, Some(96));
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

    impl_benchmark_test_suite!(
        Pallet,
        crate::mock::ExtBuilder::default().build(),
        crate::mock::Test
    );
}
