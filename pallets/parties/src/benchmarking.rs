//! Measures every call at its largest.

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use quanji_primitives::{
    capacity::{Acts, Capacity, PowerScope, PowerTerms},
    clock::DAY_MILLIS,
    directory::AuthorityDirectory,
    person::{ForeignRegister, PartyRole, Person},
    succession::{Assignment, SuccessionEvent, SuccessionTerms, BATCH_MAX},
    v1::{PartyStanding, SuspensionReason},
    Bounded, CaseId, Digest, ObjectId, PartyId, PowerId,
};

/// Prepares officers for benchmarks.
pub trait BenchmarkHelper<AccountId> {
    /// The accounts of two registrars of one listed authority.
    fn registrars() -> [AccountId; 2];

    /// Moves register time forward.
    fn advance(millis: u64);

    /// Gives a party, alone, `count` further certificates in as many objects. With the first one move `moved` open cases and
    /// consents.
    fn hold(party: PartyId, count: u32, moved: u32);

    /// Opens a case of the party, as large as a case may be.
    fn open_case(party: PartyId) -> CaseId;
}

fn registrars<T: Config>() -> [T::AccountId; 2] {
    T::BenchmarkHelper::registrars()
}

fn acting<T: Config>(account: &T::AccountId) -> who::Acting {
    let (officer, record) = T::Authorities::officer_of(account).unwrap();
    who::Acting {
        authority: record.authority,
        officer,
    }
}

/// The longest form of a person.
fn person() -> Person {
    let extract = Digest::Sha2_256([9; 32]);
    Person::ForeignBody(ForeignRegister::Register {
        country: *b"SG",
        extract,
    })
}

fn roles() -> Bounded<PartyRole, 4> {
    Bounded::truncate_from(
        [
            PartyRole::Registrant,
            PartyRole::ServiceInstitution,
            PartyRole::Financier,
        ]
        .to_vec(),
    )
}

/// A party with `count` accounts, and the first of them.
fn party<T: Config>(registrar: &T::AccountId, count: u32) -> (PartyId, T::AccountId) {
    let first: T::AccountId = account("party", 0, 0);
    let party =
        Pallet::<T>::do_admit(acting::<T>(registrar), person(), roles(), Some(first.clone())).unwrap();
    for index in 1..count {
        Pallet::<T>::attach(party, &account("party", index, 0)).unwrap();
    }
    (party, first)
}

/// A party whose recovery was proposed by the first registrar.
fn proposed<T: Config>(registrars: &[T::AccountId; 2]) -> PartyId {
    let (party, lost) = party::<T>(&registrars[0], T::MaxAccountsPerParty::get());
    let replacement = account("replacement", 0, 0);
    Pallet::<T>::do_propose_recovery(acting::<T>(&registrars[0]), party, lost, replacement).unwrap();
    party
}

/// A party that signs on paper.
fn on_paper<T: Config>(registrar: &T::AccountId, number: u8) -> PartyId {
    let person = Person::NaturalPerson([number; 32]);
    Pallet::<T>::do_admit(acting::<T>(registrar), person, roles(), None).unwrap()
}

/// A natural person and the account of its agent, who acts under a power over everything.
fn represented<T: Config>(registrar: &T::AccountId) -> (PartyId, T::AccountId, PowerId) {
    let (agent, account) = party::<T>(registrar, 1);
    let principal = on_paper::<T>(registrar, 1);
    let terms = PowerTerms {
        scope: PowerScope::All,
        ..terms::<T>(agent)
    };
    let received_at = terms.valid_from;
    let power = Pallet::<T>::do_grant_power_at_counter(acting::<T>(registrar), principal, terms, received_at);
    (principal, account, power.unwrap())
}

/// The longest terms of a power.
fn terms<T: Config>(agent: PartyId) -> PowerTerms {
    let now = Pallet::<T>::now();
    let objects = (0..16).map(ObjectId).collect::<alloc::vec::Vec<_>>();
    PowerTerms {
        agent,
        acts: Acts::ALL,
        scope: PowerScope::Objects(Bounded::truncate_from(objects)),
        valid_from: now,
        valid_until: powers::latest_end(now),
        both_sides: true,
        document: Digest::Sha2_256([8; 32]),
    }
}

/// Another legal person.
fn further<T: Config>(registrar: &T::AccountId, number: u8) -> PartyId {
    let person = Person::ForeignBody(ForeignRegister::Register {
        country: *b"FR",
        extract: Digest::Sha2_256([number; 32]),
    });
    Pallet::<T>::do_admit(acting::<T>(registrar), person, roles(), None).unwrap()
}

/// A division into sixteen.
fn division<T: Config>(registrar: &T::AccountId) -> SuccessionTerms {
    let successors: alloc::vec::Vec<_> = (0..16).map(|number| further::<T>(registrar, number)).collect();
    SuccessionTerms {
        event: SuccessionEvent::Division,
        instrument: Digest::Sha2_256([7; 32]),
        effective: Pallet::<T>::now().day(),
        successors: Bounded::truncate_from(successors),
    }
}

/// A party with as many accounts and predecessors as shorten their way, whose division was filed.
fn filed<T: Config>(registrar: &T::AccountId) -> PartyId {
    let (predecessor, _) = party::<T>(registrar, T::MaxAccountsPerParty::get());
    for number in 0..SHORTENED_MAX {
        let former = further::<T>(registrar, 100 + number as u8);
        Pallet::<T>::take_place(former, predecessor).unwrap();
    }
    let terms = division::<T>(registrar);
    Pallet::<T>::do_file_succession(registrar, predecessor, terms).unwrap();
    predecessor
}

/// The same, confirmed: the party is locked.
fn locked<T: Config>([first, second]: &[T::AccountId; 2]) -> PartyId {
    let predecessor = filed::<T>(first);
    Pallet::<T>::do_confirm_succession(acting::<T>(second), predecessor).unwrap();
    predecessor
}

fn department<T: Config>() -> OriginFor<T> {
    T::DepartmentOrigin::try_successful_origin().unwrap()
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn admit() {
        let [registrar, _] = registrars::<T>();
        let account: T::AccountId = account("party", 0, 0);

        #[extrinsic_call]
        _(
            RawOrigin::Signed(registrar),
            person(),
            roles(),
            Some(account.clone()),
        );

        assert!(PartyOf::<T>::contains_key(account));
    }

    #[benchmark]
    fn request_account() {
        let [registrar, _] = registrars::<T>();
        let (party, first) = party::<T>(&registrar, T::MaxAccountsPerParty::get() - 1);
        let further: T::AccountId = account("further", 0, 0);

        #[extrinsic_call]
        _(RawOrigin::Signed(first), further.clone());

        assert_eq!(Requests::<T>::get(party), Some(further));
    }

    #[benchmark]
    fn bind_account() {
        let [registrar, _] = registrars::<T>();
        let (party, first) = party::<T>(&registrar, T::MaxAccountsPerParty::get() - 1);
        let further: T::AccountId = account("further", 0, 0);
        Pallet::<T>::do_request_account(first, further.clone()).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), party, further.clone());

        assert_eq!(PartyOf::<T>::get(further), Some(party));
    }

    #[benchmark]
    fn unbind_account() {
        let [registrar, _] = registrars::<T>();
        let (_, first) = party::<T>(&registrar, T::MaxAccountsPerParty::get());

        #[extrinsic_call]
        _(RawOrigin::Signed(first.clone()), first.clone());

        assert!(!PartyOf::<T>::contains_key(first));
    }

    #[benchmark]
    fn set_roles() {
        let [registrar, _] = registrars::<T>();
        let (party, _) = party::<T>(&registrar, 1);

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), party, Bounded::default());

        assert_eq!(Parties::<T>::get(party).unwrap().roles.len(), 1);
    }

    #[benchmark]
    fn suspend() {
        let [registrar, _] = registrars::<T>();
        let (party, _) = party::<T>(&registrar, 1);

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), party, SuspensionReason::Order);

        assert!(!Parties::<T>::get(party).unwrap().is_in_good_standing());
    }

    #[benchmark]
    fn restore() {
        let [registrar, _] = registrars::<T>();
        let (party, _) = party::<T>(&registrar, 1);
        Pallet::<T>::do_suspend(acting::<T>(&registrar), party, SuspensionReason::Order).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), party);

        assert!(Parties::<T>::get(party).unwrap().is_in_good_standing());
    }

    #[benchmark]
    fn propose_recovery() {
        let [registrar, _] = registrars::<T>();
        let (party, lost) = party::<T>(&registrar, 1);
        let replacement: T::AccountId = account("replacement", 0, 0);

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), party, lost, replacement);

        assert!(Recoveries::<T>::contains_key(party));
    }

    #[benchmark]
    fn confirm_recovery() {
        let registrars = registrars::<T>();
        let party = proposed::<T>(&registrars);
        let [_, second] = registrars;

        #[extrinsic_call]
        _(RawOrigin::Signed(second), party);

        assert!(Recoveries::<T>::get(party).unwrap().confirmed.is_some());
    }

    #[benchmark]
    fn stop_recovery() {
        let registrars = registrars::<T>();
        let party = proposed::<T>(&registrars);
        let [first, _] = registrars;

        #[extrinsic_call]
        _(RawOrigin::Signed(first), party);

        assert!(!Recoveries::<T>::contains_key(party));
    }

    #[benchmark]
    fn complete_recovery() {
        let registrars = registrars::<T>();
        let party = proposed::<T>(&registrars);
        RecoveryDelay::<T>::put(RECOVERY_DELAY_MIN);
        Pallet::<T>::do_confirm_recovery(acting::<T>(&registrars[1]), party).unwrap();
        T::BenchmarkHelper::advance(RECOVERY_DELAY_MIN);
        let [first, _] = registrars;

        #[extrinsic_call]
        _(RawOrigin::Signed(first), party);

        assert_eq!(
            PartyOf::<T>::get(account::<T::AccountId>("replacement", 0, 0)),
            Some(party)
        );
    }

    #[benchmark]
    fn set_recovery_delay() {
        let department = department::<T>();

        #[extrinsic_call]
        _(department as OriginFor<T>, RECOVERY_DELAY_MAX);

        assert_eq!(RecoveryDelay::<T>::get(), RECOVERY_DELAY_MAX);
    }

    #[benchmark]
    fn replace_all_accounts() {
        let registrars = registrars::<T>();
        let party = proposed::<T>(&registrars);
        Pallet::<T>::do_suspend(
            acting::<T>(&registrars[0]),
            party,
            SuspensionReason::IdentityInDoubt,
        )
        .unwrap();
        let department = department::<T>();
        let replacement: T::AccountId = account("replacement", 1, 0);

        #[extrinsic_call]
        _(department as OriginFor<T>, party, replacement.clone());

        assert_eq!(AccountsOf::<T>::get(party).into_inner(), [replacement]);
    }

    #[benchmark]
    fn grant_power() {
        let [registrar, _] = registrars::<T>();
        let (_, first) = party::<T>(&registrar, 1);
        let terms = terms::<T>(on_paper::<T>(&registrar, 1));

        #[extrinsic_call]
        _(RawOrigin::Signed(first), terms);

        assert_eq!(Powers::<T>::iter().count(), 1);
    }

    #[benchmark]
    fn grant_power_at_counter() {
        let [registrar, _] = registrars::<T>();
        let principal = on_paper::<T>(&registrar, 1);
        let terms = terms::<T>(on_paper::<T>(&registrar, 2));
        T::BenchmarkHelper::advance(DAY_MILLIS);
        let received_at = terms.valid_from;

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), principal, terms, received_at);

        assert_eq!(Powers::<T>::iter().count(), 1);
    }

    #[benchmark]
    fn revoke_power() {
        let [registrar, _] = registrars::<T>();
        let (_, first) = party::<T>(&registrar, 1);
        let terms = terms::<T>(on_paper::<T>(&registrar, 1));
        let power = Pallet::<T>::do_grant_power(&first, terms).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(first), power);

        assert!(Powers::<T>::get(power).unwrap().revoked_at.is_some());
    }

    #[benchmark]
    fn revoke_power_at_counter() {
        let [registrar, _] = registrars::<T>();
        let principal = on_paper::<T>(&registrar, 1);
        let terms = terms::<T>(on_paper::<T>(&registrar, 2));
        let (document, received_at) = (terms.document, terms.valid_from);
        let by = acting::<T>(&registrar);
        let power = Pallet::<T>::do_grant_power_at_counter(by, principal, terms, received_at).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), power, document, received_at);

        assert!(Powers::<T>::get(power).unwrap().revoked_at.is_some());
    }

    #[benchmark]
    fn request_erasure() {
        let [registrar, _] = registrars::<T>();
        let (principal, agent, power) = represented::<T>(&registrar);

        #[extrinsic_call]
        _(RawOrigin::Signed(agent), Capacity::Agent(power));

        assert!(Erasures::<T>::contains_key(principal));
    }

    #[benchmark]
    fn withdraw_erasure() {
        let [registrar, _] = registrars::<T>();
        let (principal, agent, power) = represented::<T>(&registrar);
        Pallet::<T>::do_request_erasure(&agent, Capacity::Agent(power)).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(agent), Capacity::Agent(power));

        assert!(!Erasures::<T>::contains_key(principal));
    }

    #[benchmark]
    fn erase() {
        let [registrar, _] = registrars::<T>();
        let person = on_paper::<T>(&registrar, 1);
        let first: T::AccountId = account("person", 0, 0);
        for index in 0..T::MaxAccountsPerParty::get() {
            Pallet::<T>::attach(person, &account("person", index, 0)).unwrap();
        }
        Pallet::<T>::do_request_erasure(&first, Capacity::Own).unwrap();

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), person);

        assert!(Parties::<T>::get(person).unwrap().is_erased());
    }

    #[benchmark]
    fn file_succession() {
        let [registrar, _] = registrars::<T>();
        let (predecessor, _) = party::<T>(&registrar, 1);
        let terms = division::<T>(&registrar);

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), predecessor, terms);

        assert!(Successions::<T>::contains_key(predecessor));
    }

    /// Of one successor, who takes over as many predecessors as shorten their way.
    #[benchmark]
    fn confirm_succession() {
        let [registrar, second] = registrars::<T>();
        let predecessor = filed::<T>(&registrar);
        Successions::<T>::mutate(predecessor, |filed| {
            let terms = &mut filed.as_mut().unwrap().terms;
            terms.event = SuccessionEvent::Merger;
            terms.successors.truncate(1);
        });

        #[extrinsic_call]
        _(RawOrigin::Signed(second), predecessor);

        assert_eq!(
            Parties::<T>::get(predecessor).unwrap().standing,
            PartyStanding::Succeeded
        );
    }

    #[benchmark]
    fn give_up_succession() {
        let [registrar, _] = registrars::<T>();
        let predecessor = filed::<T>(&registrar);

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), predecessor);

        assert!(Successions::<T>::get(predecessor).unwrap().finished_at.is_some());
    }

    #[benchmark]
    fn assign_holdings(n: Linear<1, BATCH_MAX>) {
        let registrars = registrars::<T>();
        let predecessor = locked::<T>(&registrars);
        T::BenchmarkHelper::hold(predecessor, n, MOVED_MAX);
        let batch: alloc::vec::Vec<_> = (0..n)
            .map(|holding| Assignment {
                holding,
                successor: (holding % 16) as u8,
            })
            .collect();
        let [registrar, _] = registrars;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(registrar),
            predecessor,
            Bounded::truncate_from(batch),
        );

        assert_eq!(Successions::<T>::get(predecessor).unwrap().assigned, n);
    }

    #[benchmark]
    fn assign_case() {
        let registrars = registrars::<T>();
        let predecessor = locked::<T>(&registrars);
        let case = T::BenchmarkHelper::open_case(predecessor);
        let [registrar, _] = registrars;

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), predecessor, case, 15);

        assert_eq!(
            Parties::<T>::get(predecessor).unwrap().standing,
            PartyStanding::InSuccession
        );
    }

    #[benchmark]
    fn finish_succession() {
        let registrars = registrars::<T>();
        let predecessor = locked::<T>(&registrars);
        let [registrar, _] = registrars;

        #[extrinsic_call]
        _(RawOrigin::Signed(registrar), predecessor);

        assert!(SuccessorOf::<T>::contains_key(predecessor));
    }

    impl_benchmark_test_suite!(Pallet, crate::mock::Chain::default().build(), crate::mock::Test);
}
