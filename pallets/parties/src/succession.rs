//! Succession 承继 (S023): filing, the second officer's word, and what becomes of the party at that moment. A single
//! successor takes its place by one alias: no object is touched, and none ever shows two holders or none.

use crate::{
    who::Acting, AccountsOf, Config, Error, Event, Pallet, Parties, PartyOf, PredecessorCount, Predecessors,
    Recoveries, Requests, SuccessionDepth, Successions, SuccessorOf,
};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    capacity::Power,
    case::Signed,
    directory::{AuthorityDirectory, PartyRegister, FORMER_MAX},
    person::Person,
    succession::{self, Succession, SuccessionFiler, SuccessionTerms, TermsFlaw, SUCCESSION_DEPTH_MAX},
    v1::{PartyRecord, PartyStanding, VERSION},
    AuthorityId, PartyId,
};

/// The most parties whose alias is shortened when the party in their place is itself succeeded. Those of a party with more
/// lead through it, one step longer.
pub const SHORTENED_MAX: u32 = 32;

/// The most predecessors one answer lists.
const PREDECESSORS_PER_ANSWER: u32 = 100;

impl<T: Config> Pallet<T> {
    /// The party that stands in the place of `party` today.
    pub(crate) fn current_party(party: PartyId) -> PartyId {
        succession::current(party, SuccessorOf::<T>::get)
    }

    /// The party, the one in its place, and all who took a part of it.
    pub(crate) fn all_successors(party: PartyId) -> Vec<PartyId> {
        let Some(of_party) = Successions::<T>::get(party).filter(|known| known.confirmed.is_some()) else {
            return alloc::vec![party];
        };
        let named = of_party.terms.successors.iter().copied();
        let mut all: Vec<PartyId> = named.map(Self::current_party).collect();
        all.push(party);
        all
    }

    /// The latest parties whose place `party` took, wholly or in part.
    pub(crate) fn former_parties(party: PartyId) -> Vec<PartyId> {
        let count = PredecessorCount::<T>::get(party);
        (count.saturating_sub(FORMER_MAX)..count)
            .rev()
            .filter_map(|number| Predecessors::<T>::get(party, number))
            .collect()
    }

    /// The parties whose place `party` took, from the given number on.
    pub(crate) fn listed_predecessors(party: PartyId, from: u32) -> Vec<PartyId> {
        let until = PredecessorCount::<T>::get(party).min(from.saturating_add(PREDECESSORS_PER_ANSWER));
        (from..until)
            .filter_map(|number| Predecessors::<T>::get(party, number))
            .collect()
    }

    /// A power as it stands: it dies with its principal and with its agent.
    pub(crate) fn as_it_stands(power: Power) -> Power {
        let gone = |party| Successions::<T>::get(party)?.gone_since(party);
        let ends = [gone(power.principal), gone(power.agent), power.revoked_at];
        Power {
            revoked_at: ends.into_iter().flatten().min(),
            ..power
        }
    }

    /// An officer who handles successions.
    pub(crate) fn ensure_succession_officer(account: &T::AccountId) -> Result<Acting, Error<T>> {
        Self::ensure_acting(account, &[OfficerRole::Registrar, OfficerRole::Reviewer])
    }

    /// The predecessor and all successors.
    fn concerned(predecessor: PartyId, terms: &SuccessionTerms) -> Vec<PartyId> {
        let mut concerned = terms.successors.to_vec();
        concerned.push(predecessor);
        concerned
    }

    /// NG 10(7): whether the authority is one of the parties, or one of them is an affiliate of it.
    fn is_concerned(authority: AuthorityId, parties: &[PartyId]) -> bool {
        let Some(record) = T::Authorities::authority(authority) else {
            return false;
        };
        let is_itself = |party: &PartyId| {
            Parties::<T>::get(party).is_some_and(|of_party| {
                matches!(of_party.person,
                    Person::LegalPerson(code) | Person::UnincorporatedOrganisation(code)
                        if code == record.profile.credit_code)
            })
        };
        parties.iter().any(is_itself)
            || <Self as PartyRegister<T::AccountId>>::are_linked(&record.affiliates, parties)
    }

    /// NG 10(7): the officer is none of the parties and is affiliated with none, and neither is the authority.
    pub(crate) fn ensure_without_interest(
        acting: Acting,
        predecessor: PartyId,
        terms: &SuccessionTerms,
    ) -> Result<(), Error<T>> {
        let parties = Self::concerned(predecessor, terms);
        ensure!(
            !Self::is_concerned(acting.authority, &parties),
            Error::<T>::AuthorityConcerned
        );
        let officer = T::Authorities::officer(acting.officer).ok_or(Error::<T>::NotOfficer)?;
        let is_the_officer = |party: &PartyId| {
            Parties::<T>::get(party)
                .is_some_and(|record| record.person == Person::NaturalPerson(officer.person))
        };
        let concerned = parties.iter().any(is_the_officer)
            || <Self as PartyRegister<T::AccountId>>::are_linked(&officer.affiliates, &parties);
        ensure!(!concerned, Error::<T>::OfficerConcerned);
        Ok(())
    }

    /// The authority that handles a succession: the one that admitted the party. Another one does so only where that one is
    /// concerned itself (NG 10(7)) or no longer listed, so that nobody's place stays empty.
    fn ensure_competent(
        authority: AuthorityId,
        predecessor: PartyId,
        terms: &SuccessionTerms,
    ) -> Result<(), Error<T>> {
        let home = predecessor.authority();
        let competent = authority == home
            || !T::Authorities::is_listed(home)
            || Self::is_concerned(home, &Self::concerned(predecessor, terms));
        ensure!(competent, Error::<T>::WrongAuthority);
        Ok(())
    }

    /// An officer of the authority that handles the succession, or of any where that one is no longer listed.
    pub(crate) fn ensure_handles(
        acting: Acting,
        predecessor: PartyId,
        filed: &Succession,
    ) -> Result<(), Error<T>> {
        let handles = acting.authority == filed.authority || !T::Authorities::is_listed(filed.authority);
        ensure!(handles, Error::<T>::WrongAuthority);
        Self::ensure_without_interest(acting, predecessor, &filed.terms)
    }

    /// A succession that was filed and not given up.
    pub(crate) fn filed(predecessor: PartyId) -> Result<Succession, Error<T>> {
        let given_up = |filed: &Succession| filed.confirmed.is_none() && filed.finished_at.is_some();
        Successions::<T>::get(predecessor)
            .filter(|filed| !given_up(filed))
            .ok_or(Error::<T>::SuccessionNotFound)
    }

    /// Whether the terms fit the party and its successors.
    pub(crate) fn ensure_terms_fit(
        predecessor: PartyId,
        terms: &SuccessionTerms,
    ) -> Result<PartyRecord, Error<T>> {
        let record = Parties::<T>::get(predecessor).ok_or(Error::<T>::PartyNotFound)?;
        ensure!(!record.is_succeeded(), Error::<T>::PartySucceeded);
        terms
            .check(predecessor, &record.person)
            .map_err(|flaw| match flaw {
                TermsFlaw::Event => Error::<T>::EventUnfit,
                TermsFlaw::Successors => Error::<T>::SuccessorsUnfit,
                TermsFlaw::OwnSuccessor => Error::<T>::OwnSuccessor,
            })?;
        for successor in &terms.successors {
            let of_successor = Parties::<T>::get(successor).ok_or(Error::<T>::SuccessorNotFound)?;
            // A suspended party inherits like any other; one whose place is taken does not.
            match of_successor.standing {
                PartyStanding::Succeeded => return Err(Error::<T>::SuccessorSucceeded),
                PartyStanding::InSuccession => return Err(Error::<T>::SuccessorInSuccession),
                _ => {}
            }
        }
        Ok(record)
    }

    /// Whether this may be filed.
    pub(crate) fn ensure_can_file_succession(
        predecessor: PartyId,
        terms: &SuccessionTerms,
        by_officer: bool,
    ) -> Result<(), Error<T>> {
        Self::ensure_terms_fit(predecessor, terms)?;
        // A divided party that survived may be divided again, or end. What somebody filed who calls itself a successor, and no
        // officer has examined, keeps nobody from filing what is true.
        let stands =
            |known: &Succession| known.finished_at.is_none() && !(by_officer && known.first.is_none());
        let open = Successions::<T>::get(predecessor).is_some_and(|known| stands(&known));
        ensure!(!open, Error::<T>::SuccessionOpen);
        Ok(())
    }

    /// A party that survived a division may be divided again: what was assigned then does not count now.
    fn next_round(predecessor: PartyId) -> u32 {
        Successions::<T>::get(predecessor).map_or(1, |earlier| earlier.round.saturating_add(1))
    }

    /// Files a succession: an officer, or one of the successors.
    pub(crate) fn do_file_succession(
        by: &T::AccountId,
        predecessor: PartyId,
        terms: SuccessionTerms,
    ) -> Result<(), Error<T>> {
        let (filer, authority, first) = match PartyOf::<T>::get(by) {
            Some(_) => {
                let successor = Self::ensure_party(by)?;
                ensure!(terms.successors.contains(&successor), Error::<T>::NotASuccessor);
                let filer = SuccessionFiler::Successor(successor);
                (filer, predecessor.authority(), None)
            }
            None => {
                let Acting { authority, officer } = Self::ensure_registrar(by)?;
                (SuccessionFiler::Officer(officer), authority, Some(officer))
            }
        };
        Self::ensure_can_file_succession(predecessor, &terms, first.is_some())?;
        if let Some(officer) = first {
            Self::ensure_competent(authority, predecessor, &terms)?;
            Self::ensure_without_interest(Acting { authority, officer }, predecessor, &terms)?;
        }
        let filed = Succession {
            version: VERSION,
            round: Self::next_round(predecessor),
            terms: terms.clone(),
            authority,
            filed_by: filer,
            filed_at: Self::now(),
            first,
            confirmed: None,
            before: PartyStanding::Good,
            assigned: 0,
            finished_at: None,
        };
        Successions::<T>::insert(predecessor, filed);
        Self::deposit_event(Event::SuccessionFiled {
            predecessor,
            terms,
            authority,
            filer,
        });
        Ok(())
    }

    /// Whether the officer may answer for the succession, as the first or as the second.
    pub(crate) fn ensure_can_confirm_succession(
        acting: Acting,
        predecessor: PartyId,
        filed: &Succession,
    ) -> Result<PartyRecord, Error<T>> {
        ensure!(filed.confirmed.is_none(), Error::<T>::SuccessionConfirmed);
        match filed.first {
            // What a successor filed is examined as an officer would file it.
            None => Self::ensure_competent(acting.authority, predecessor, &filed.terms)?,
            Some(_) => ensure!(acting.authority == filed.authority, Error::<T>::WrongAuthority),
        }
        Self::ensure_without_interest(acting, predecessor, &filed.terms)?;
        // Two persons answer for it.
        ensure!(
            filed.first != Some(acting.officer),
            Error::<T>::SuccessionBySamePerson
        );
        // Parties may have ended since it was filed.
        let record = Self::ensure_terms_fit(predecessor, &filed.terms)?;
        ensure!(
            Self::now() >= filed.terms.effective.start(),
            Error::<T>::SuccessionNotEffective
        );
        Ok(record)
    }

    /// Answers for a succession. With the second officer's word the party's keys and powers end, and its place is taken.
    pub(crate) fn do_confirm_succession(acting: Acting, predecessor: PartyId) -> Result<(), Error<T>> {
        let mut filed = Self::filed(predecessor)?;
        let record = Self::ensure_can_confirm_succession(acting, predecessor, &filed)?;
        let Acting { authority, officer } = acting;
        if filed.first.is_none() {
            filed.first = Some(officer);
            filed.authority = authority;
            Successions::<T>::insert(predecessor, filed);
            Self::deposit_event(Event::SuccessionExamined {
                predecessor,
                authority,
                officer,
            });
            return Ok(());
        }
        let at = Self::now();
        filed.confirmed = Some(Signed { officer, at });
        filed.before = record.standing;
        Self::end_actions(predecessor, &filed);
        let only = filed.terms.only_successor();
        match only {
            Some(successor) => {
                Self::take_place(predecessor, successor)?;
                filed.finished_at = Some(at);
            }
            None => {
                Self::set_standing(predecessor, PartyStanding::InSuccession);
                for successor in &filed.terms.successors {
                    if *successor != predecessor {
                        Self::note_predecessor(*successor, predecessor);
                    }
                }
            }
        }
        let terms = filed.terms.clone();
        Successions::<T>::insert(predecessor, filed);
        Self::deposit_event(Event::SuccessionConfirmed {
            predecessor,
            terms,
            current: only,
            authority,
            officer,
        });
        Ok(())
    }

    /// The party's keys are dead at once: each account is unbound, nothing that would bring another one goes on. A party
    /// that survives its division keeps them; while it is locked they open nothing.
    fn end_actions(predecessor: PartyId, filed: &Succession) {
        Recoveries::<T>::remove(predecessor);
        Requests::<T>::remove(predecessor);
        if filed.terms.survives(predecessor) {
            return;
        }
        let accounts = AccountsOf::<T>::get(predecessor);
        accounts
            .iter()
            .for_each(|account| Self::detach(predecessor, account));
    }

    /// Writes the standing of a party.
    pub(crate) fn set_standing(party: PartyId, standing: PartyStanding) {
        Parties::<T>::mutate(party, |record| {
            if let Some(record) = record {
                record.standing = standing;
            }
        });
    }

    /// Lists a predecessor.
    fn note_predecessor(successor: PartyId, predecessor: PartyId) {
        let number = PredecessorCount::<T>::get(successor);
        Predecessors::<T>::insert(successor, number, predecessor);
        PredecessorCount::<T>::insert(successor, number.saturating_add(1));
    }

    /// Puts `successor` in the place of `predecessor` by one alias. Aliases that led to the predecessor are shortened, if
    /// they are few, so that chains stay short.
    pub(crate) fn take_place(predecessor: PartyId, successor: PartyId) -> Result<(), Error<T>> {
        let successor = Self::current_party(successor);
        ensure!(successor != predecessor, Error::<T>::OwnSuccessor);
        let led_here = PredecessorCount::<T>::get(predecessor);
        let depth_below = SuccessionDepth::<T>::get(predecessor);
        let shortened = led_here <= SHORTENED_MAX;
        let depth = match (shortened, depth_below) {
            (true, 0) => 1,
            (true, below) => below,
            (false, below) => below.saturating_add(1),
        }
        .max(SuccessionDepth::<T>::get(successor));
        ensure!(depth <= SUCCESSION_DEPTH_MAX, Error::<T>::ChainTooLong);
        if shortened {
            for former in (0..led_here).filter_map(|number| Predecessors::<T>::get(predecessor, number)) {
                if SuccessorOf::<T>::get(former) == Some(predecessor) {
                    SuccessorOf::<T>::insert(former, successor);
                }
                // Who gave a part of its place away and gets it back is no predecessor of itself.
                if former != successor {
                    Self::note_predecessor(successor, former);
                }
            }
        }
        SuccessorOf::<T>::insert(predecessor, successor);
        SuccessionDepth::<T>::insert(successor, depth);
        Self::note_predecessor(successor, predecessor);
        Self::set_standing(predecessor, PartyStanding::Succeeded);
        Ok(())
    }

    /// Whether the account may give the filing up: the successor who filed it, or a registrar of its authority.
    pub(crate) fn ensure_can_give_up_succession(
        by: &T::AccountId,
        filed: &Succession,
    ) -> Result<(), Error<T>> {
        ensure!(filed.confirmed.is_none(), Error::<T>::SuccessionConfirmed);
        if PartyOf::<T>::contains_key(by) {
            let party = Self::ensure_party(by)?;
            ensure!(
                filed.filed_by == SuccessionFiler::Successor(party),
                Error::<T>::NotTheFiler
            );
            return Ok(());
        }
        let registrar = Self::ensure_registrar(by)?;
        let handles = registrar.authority == filed.authority || !T::Authorities::is_listed(filed.authority);
        ensure!(handles, Error::<T>::WrongAuthority);
        Ok(())
    }

    /// Gives up a succession that is not confirmed.
    pub(crate) fn do_give_up_succession(by: T::AccountId, predecessor: PartyId) -> Result<(), Error<T>> {
        let filed = Self::filed(predecessor)?;
        Self::ensure_can_give_up_succession(&by, &filed)?;
        let (authority, finished_at) = (filed.authority, Some(Self::now()));
        Successions::<T>::insert(predecessor, Succession { finished_at, ..filed });
        Self::deposit_event(Event::SuccessionGivenUp {
            predecessor,
            authority,
            by,
        });
        Ok(())
    }
}
