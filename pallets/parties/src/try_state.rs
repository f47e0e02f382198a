//! Invariants of the parties, each with its sentence.

#![cfg(any(feature = "try-runtime", test))]

use crate::{
    powers::{is_fit, latest_end},
    AccountsOf, Assignments, BadFaithCount, BadFaithOf, BarredUntil, Config, Erasures, LastPower, LastSerial,
    Pallet, Parties, PartyOf, PersonIndex, PowerCount, Powers, PowersOf, PredecessorCount, Predecessors,
    Recoveries, RecoveryDelay, Requests, SuccessionDepth, Successions, SuccessorOf,
};
use frame_support::ensure;
use quanji_primitives::{
    directory::{AuthorityDirectory, HoldingRegister},
    person::{PartyRole, PersonKind},
    v1::PartyStanding,
};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
    /// Checks every invariant of this pallet.
    pub fn do_try_state() -> Checked {
        Self::check_parties()?;
        Self::check_accounts()?;
        Self::check_recoveries()?;
        Self::check_erasures()?;
        Self::check_powers()?;
        Self::check_lists_of_powers()?;
        Self::check_bad_faith()?;
        Self::check_succeeded()?;
        Self::check_successions()?;
        Self::check_predecessors()
    }

    fn check_bad_faith() -> Checked {
        for (party, count) in BadFaithCount::<T>::iter() {
            ensure!(
                Parties::<T>::contains_key(party)
                    && BadFaithOf::<T>::iter_prefix(party).count() as u32 == count,
                "facts of bad faith stand on parties and are as many as counted"
            );
        }
        for (party, number, fact) in BadFaithOf::<T>::iter() {
            ensure!(
                number < BadFaithCount::<T>::get(party),
                "facts of bad faith are numbered densely"
            );
            ensure!(
                fact.barred_until
                    .is_none_or(|until| until <= BarredUntil::<T>::get(party)),
                "the longest bar counts"
            );
        }
        Ok(())
    }

    fn check_parties() -> Checked {
        for (id, record) in Parties::<T>::iter() {
            ensure!(record.person.check().is_ok(), "every party has a valid number");
            ensure!(
                PersonIndex::<T>::get(Self::person_key(&record.person)) == Some(id),
                "one person is one party"
            );
            ensure!(
                id.authority() == record.admitted_by
                    && (1..=LastSerial::<T>::get(record.admitted_by)).contains(&id.serial()),
                "a party has a serial number that its authority gave"
            );
            ensure!(
                T::Authorities::authority(record.admitted_by).is_some(),
                "every party was admitted by an authority"
            );
            ensure!(
                record.roles.contains(&PartyRole::Registrant),
                "every party is a registrant"
            );
        }
        let count = Parties::<T>::iter_keys().count();
        let given = LastSerial::<T>::iter_values().fold(0u64, u64::saturating_add);
        ensure!(
            u64::try_from(count) == Ok(given),
            "parties are numbered densely from 1 below their authority"
        );
        ensure!(
            PersonIndex::<T>::iter().count() == count,
            "the index of persons holds parties only"
        );
        Ok(())
    }

    fn check_erasures() -> Checked {
        let mut done = 0usize;
        for (id, erasure) in Erasures::<T>::iter() {
            let Some(record) = Parties::<T>::get(id) else {
                return Err("erasure is asked for a party".into());
            };
            ensure!(
                record.person.kind() == PersonKind::NaturalPerson,
                "only natural persons are erased"
            );
            ensure!(
                record.is_erased() == erasure.done.is_some(),
                "a person is erased when the request is carried out"
            );
            if record.is_erased() {
                done = done.saturating_add(1);
                ensure!(
                    !AccountsOf::<T>::contains_key(id),
                    "an erased person has no account"
                );
                ensure!(
                    !Recoveries::<T>::contains_key(id) && !Requests::<T>::contains_key(id),
                    "an erased person gets no account"
                );
            }
        }
        let erased = Parties::<T>::iter_values().filter(|record| record.is_erased());
        ensure!(erased.count() == done, "nobody is erased without a request");
        Ok(())
    }

    fn check_accounts() -> Checked {
        let mut bound = 0usize;
        for (party, accounts) in AccountsOf::<T>::iter() {
            bound = bound.saturating_add(accounts.len());
            ensure!(
                Parties::<T>::contains_key(party),
                "accounts belong to a party that exists"
            );
            for account in accounts {
                ensure!(
                    PartyOf::<T>::get(&account) == Some(party),
                    "the accounts of a party lead back to it"
                );
                ensure!(
                    !T::Authorities::is_taken(&account),
                    "no account of a party belongs to the directory"
                );
                ensure!(
                    frame_system::Pallet::<T>::providers(&account) > 0,
                    "every account of a party can send transactions"
                );
            }
        }
        ensure!(
            PartyOf::<T>::iter().count() == bound,
            "an account belongs to one party only"
        );
        ensure!(
            Requests::<T>::iter_keys().all(Parties::<T>::contains_key),
            "only parties ask for accounts"
        );
        Ok(())
    }

    fn check_recoveries() -> Checked {
        for (party, recovery) in Recoveries::<T>::iter() {
            ensure!(
                PartyOf::<T>::get(&recovery.lost) == Some(party),
                "a lost account is still bound to its party"
            );
            ensure!(
                recovery
                    .confirmed
                    .is_none_or(|confirmation| confirmation.officer != recovery.proposed_by),
                "two persons answer for a recovery"
            );
            ensure!(
                recovery.authority == party.authority()
                    && recovery.proposed_by.authority() == recovery.authority,
                "a recovery is the work of the authority that admitted the party"
            );
        }
        ensure!(
            Self::ensure_delay_in_range(RecoveryDelay::<T>::get()).is_ok(),
            "the delay of recovery is in its range"
        );
        Ok(())
    }

    fn check_powers() -> Checked {
        for (id, power) in Powers::<T>::iter() {
            ensure!(
                Parties::<T>::contains_key(power.principal) && Parties::<T>::contains_key(power.agent),
                "principal and agent of a power are parties"
            );
            ensure!(power.principal != power.agent, "nobody is the own agent");
            ensure!(
                power.acts.names_acts() && is_fit(&power.scope),
                "a power names acts and objects"
            );
            ensure!(
                power.valid_from < power.valid_until && power.valid_until <= latest_end(power.valid_from),
                "a power has an end, at most ten years after it begins"
            );
            ensure!(
                id.authority() == power.principal.authority()
                    && (1..=LastPower::<T>::get(id.authority())).contains(&id.serial()),
                "a power has a serial number of the authority that admitted its principal"
            );
        }
        let given = LastPower::<T>::iter_values().fold(0u64, u64::saturating_add);
        ensure!(
            u64::try_from(Powers::<T>::iter_keys().count()) == Ok(given),
            "powers are numbered densely from 1 below their authority"
        );
        Ok(())
    }

    fn check_lists_of_powers() -> Checked {
        let mut listed = 0usize;
        for (party, number, id) in PowersOf::<T>::iter() {
            listed = listed.saturating_add(1);
            ensure!(
                number < PowerCount::<T>::get(party),
                "the powers of a party are numbered densely from 0"
            );
            ensure!(
                Powers::<T>::get(id).is_some_and(|power| [power.principal, power.agent].contains(&party)),
                "a power is listed under its principal and its agent only"
            );
        }
        let counted = PowerCount::<T>::iter_values().fold(0u32, u32::saturating_add);
        ensure!(
            usize::try_from(counted) == Ok(listed)
                && listed == Powers::<T>::iter_keys().count().saturating_mul(2),
            "every power is listed twice"
        );
        Ok(())
    }

    /// Chains of successors have no cycle and a bounded length, and end at a party whose place nobody has taken.
    fn check_succeeded() -> Checked {
        for (party, successor) in SuccessorOf::<T>::iter() {
            ensure!(
                Parties::<T>::get(party).is_some_and(|record| record.standing == PartyStanding::Succeeded),
                "whose place another stands in is succeeded"
            );
            let listed = (0..PredecessorCount::<T>::get(successor))
                .any(|number| Predecessors::<T>::get(successor, number) == Some(party));
            ensure!(listed, "a successor lists whose place it took");
            let current = Self::current_party(party);
            ensure!(
                Parties::<T>::get(current).is_some_and(|record| record.standing != PartyStanding::Succeeded),
                "every chain of successors ends, within eight steps, at a party that stands itself"
            );
            let mut steps = 0u8;
            let mut reached = party;
            while let Some(next) = SuccessorOf::<T>::get(reached) {
                steps = steps.saturating_add(1);
                reached = next;
            }
            ensure!(
                steps <= SuccessionDepth::<T>::get(current),
                "no chain is longer than its end knows"
            );
        }
        for (party, record) in Parties::<T>::iter() {
            let succeeded = record.standing == PartyStanding::Succeeded;
            ensure!(
                succeeded == SuccessorOf::<T>::contains_key(party),
                "in the place of a succeeded party stands another"
            );
            let locked = Successions::<T>::get(party)
                .is_some_and(|filed| filed.confirmed.is_some() && filed.finished_at.is_none());
            ensure!(
                locked == (record.standing == PartyStanding::InSuccession),
                "a party is locked while its holdings pass, and no longer"
            );
            let gone = Successions::<T>::get(party).is_some_and(|filed| filed.gone_since(party).is_some());
            ensure!(
                !gone || (!AccountsOf::<T>::contains_key(party) || AccountsOf::<T>::get(party).is_empty()),
                "the keys of a party that is gone are dead"
            );
        }
        Ok(())
    }

    fn check_successions() -> Checked {
        for (party, filed) in Successions::<T>::iter() {
            let record = Parties::<T>::get(party).ok_or("only parties are succeeded")?;
            ensure!(
                filed.terms.check(party, &record.person).is_ok(),
                "event and successors of a succession fit the party"
            );
            ensure!(
                filed.terms.successors.iter().all(Parties::<T>::contains_key),
                "successors are parties"
            );
            ensure!(
                filed
                    .confirmed
                    .is_none_or(|second| filed.first.is_some_and(|first| first != second.officer)),
                "two persons answer for a succession"
            );
            let count = T::Holdings::holding_count(party);
            let mut assigned = 0u32;
            for (holding, of_holding) in Assignments::<T>::iter_prefix(party) {
                ensure!(
                    holding < count && of_holding.round <= filed.round,
                    "what is assigned is a holding of the party"
                );
                if of_holding.round == filed.round {
                    assigned = assigned.saturating_add(1);
                    ensure!(
                        usize::from(of_holding.successor) < filed.terms.successors.len(),
                        "what is assigned goes to a successor that is named"
                    );
                }
            }
            ensure!(
                assigned == filed.assigned,
                "as many holdings were assigned as counted"
            );
            let by_several = filed.terms.only_successor().is_none();
            let gone = filed.gone_since(party).is_some();
            ensure!(
                !(by_several && gone && filed.finished_at.is_some()) || filed.assigned == count,
                "a succession by several is finished when no holding is left"
            );
        }
        ensure!(
            Assignments::<T>::iter_keys().all(|(party, _)| Successions::<T>::contains_key(party)),
            "holdings are assigned in a succession"
        );
        Ok(())
    }

    fn check_predecessors() -> Checked {
        let mut listed = 0u32;
        for (party, number, former) in Predecessors::<T>::iter() {
            listed = listed.saturating_add(1);
            ensure!(
                number < PredecessorCount::<T>::get(party),
                "predecessors are numbered densely from 0"
            );
            ensure!(
                former != party && Parties::<T>::contains_key(former) && Parties::<T>::contains_key(party),
                "predecessors are other parties"
            );
        }
        let counted = PredecessorCount::<T>::iter_values().fold(0u32, u32::saturating_add);
        ensure!(listed == counted, "every predecessor is counted");
        Ok(())
    }
}
