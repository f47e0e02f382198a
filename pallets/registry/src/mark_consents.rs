//! What stands against the rights of a dealing, when it is filed and again when it is entered; and the consents of those
//! for whom it stands (design section 4, rule 4).

use crate::{
    dealings::{operation, rights_touched, Dealt, Step},
    entries::Travelling,
    Cases, Config, Error, Event, Pallet,
};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    capacity::{Capacity, Via},
    case::{Case, MarkConsent},
    dealing::{Deal, Passing},
    directory::{MarkHolders, RuleBook},
    filing::Dealing,
    marks::{live::numbered_live, Effect, Mark, RightSet},
    regime::Regime,
    CaseId, ObjectId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// No mark bars the dealing; gives what becomes of the marks. Who must consent to it may still do so after it is filed,
    /// not after it is entered.
    pub(crate) fn ensure_no_mark_bars(
        dealing: &Dealing,
        dealt: &Dealt,
        step: Step,
    ) -> Result<Passing, Error<T>> {
        let consents: Vec<u32> = match step {
            Step::Filing(..) => Vec::new(),
            Step::Entry(_, case) => Self::consents_in_force(dealing.object, &case.consents),
        };
        let rights = rights_touched(dealing, dealt);
        let deal = Deal {
            consents: &consents,
            ..Deal::of_party(operation(&dealing.matter), rights)
        };
        let splits = dealing.split().is_some();
        match (Self::ensure_can_deal(dealing.object, &deal), step) {
            (Ok(_), _) if splits && Self::a_mark_would_stay_behind(dealing.object, rights, &consents) => {
                Err(Error::<T>::BarredByMark)
            }
            (Ok(passing), _) => Ok(passing),
            (Err(Error::MarkConsentMissing), Step::Filing(..)) => Ok(Passing::default()),
            (Err(error), _) => Err(error),
        }
    }

    /// The marks of which those who have them have consented: not who had them before.
    fn consents_in_force(object: ObjectId, given: &[MarkConsent]) -> Vec<u32> {
        let live = Self::live_marks_of(object);
        let own = |consent: &&MarkConsent| {
            let listed = live.iter().find(|listed| listed.number == consent.mark);
            let holder = listed.and_then(|listed| {
                T::MarkHolders::holder(object, listed.number, &listed.mark).map(Self::current)
            });
            holder.is_none_or(|holder| holder == Self::current(consent.party))
        };
        given.iter().filter(own).map(|consent| consent.mark).collect()
    }

    /// Marks that travel with what is done, each with the party for whom it stands today: it is told.
    pub(crate) fn travelling(object: ObjectId, numbers: &[u32]) -> Travelling {
        let marks = Self::live_marks_of(object);
        let listed = marks.iter().filter(|listed| numbers.contains(&listed.number));
        let told = listed.map(|listed| {
            let holder = T::MarkHolders::holder(object, listed.number, &listed.mark);
            (listed.number, holder.map(Self::current))
        });
        // No more marks are live.
        Travelling::truncate_from(told.collect())
    }

    /// The marks that stand now against one of `rights`, or against the registration where it has none, with their numbers.
    /// A seizure is of the kind that its rank now makes it.
    pub(crate) fn standing_marks(object: ObjectId, rights: RightSet) -> Vec<(u32, Mark)> {
        let marks = Self::live_marks_of(object);
        numbered_live(&marks, T::Rules::default().now())
            .filter(|(_, mark, standing)| standing.stands() && mark.is_against_any(rights))
            .map(|(number, mark, standing)| {
                let kind = standing.kind;
                (number, Mark { kind, ..*mark })
            })
            .collect()
    }

    /// A case that is still open to consents.
    fn ensure_is_open(case: &Case) -> Result<Regime, Error<T>> {
        let (rules, regime) = (T::Rules::default(), Self::regime_of(case)?);
        if case.status(rules.now(), &regime, &rules).has_ended() {
            return Err(Error::<T>::WrongStage);
        }
        Ok(regime)
    }

    /// The holder of a mark that needs the holder's consent to what the case does.
    fn ensure_can_consent_to_case(
        account: &T::AccountId,
        capacity: Capacity,
        case: &Case,
        number: u32,
    ) -> Result<(PartyId, Via), Error<T>> {
        let (party, via) = Self::consenting_to(account, capacity, case)?;
        let regime = Self::ensure_is_open(case)?;
        let dealing = case.dealing().ok_or(Error::<T>::MarkConsentUnfit)?;
        let dealt = Self::ensure_dealt_with(dealing, &regime)?;
        let rights = rights_touched(dealing, &dealt);
        let deal = Deal::of_party(operation(&dealing.matter), rights);
        let obstacles = Self::judge_deal(dealing.object, &deal)?.err().unwrap_or_default();
        let needed = obstacles
            .iter()
            .any(|obstacle| obstacle.mark == number && obstacle.effect == Effect::NeedsConsent);
        // A consent of who had the mark before takes no place.
        let given = Self::consents_in_force(dealing.object, &case.consents).contains(&number);
        ensure!(needed && !given, Error::<T>::MarkConsentUnfit);
        let own = Self::standing_marks(dealing.object, rights)
            .iter()
            .filter(|(standing, _)| *standing == number)
            .any(|(_, mark)| {
                T::MarkHolders::holder(dealing.object, number, mark).map(Self::current) == Some(party)
            });
        own.then_some((party, via)).ok_or(Error::<T>::MarkConsentUnfit)
    }

    fn consenting_to(
        account: &T::AccountId,
        capacity: Capacity,
        case: &Case,
    ) -> Result<(PartyId, Via), Error<T>> {
        let (authority, object) = (case.filing.authority(), case.filing.object());
        Self::acting_party(account, capacity, authority, case.act, object)
    }

    /// Records the consent of the holder of a mark to what one case does.
    pub(crate) fn do_consent_to_case(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
        mark: u32,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (party, via) = Self::ensure_can_consent_to_case(account, capacity, &case, mark)?;
        Self::remember_counter_officer(&mut case, &via)?;
        let at = via.received_at(T::Rules::default().now());
        case.consents.retain(|given| given.mark != mark);
        case.consents
            .try_push(MarkConsent { mark, party, via, at })
            .map_err(|_| Error::<T>::CaseFull)?;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseConsented {
            case: id,
            mark,
            party,
            via,
        });
        Ok(())
    }

    /// Revokes such a consent before its use.
    pub(crate) fn do_revoke_case_consent(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
        mark: u32,
    ) -> Result<(), Error<T>> {
        let mut case = Self::open_case(id)?;
        let (party, via) = Self::consenting_to(account, capacity, &case)?;
        Self::remember_counter_officer(&mut case, &via)?;
        let before = case.consents.len();
        case.consents
            .retain(|given| given.mark != mark || Self::current(given.party) != party);
        if case.consents.len() == before {
            return Err(Error::<T>::MarkConsentNotFound);
        }
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::CaseConsentRevoked {
            case: id,
            mark,
            party,
            via,
        });
        Ok(())
    }
}
