//! The one gate that every dealing passes, when it is filed and again when it is entered: what stands against the rights,
//! and the consents of those for whom it stands (design section 4, rule 4).

use crate::{
    dealing::{operation, rights_touched},
    Cases, Config, Error, Event, Marks, Pallet,
};
use quanji_primitives::{
    capacity::{Capacity, Via},
    case::{Case, MarkConsent},
    directory::{MarkHolders, RuleBook},
    marks::{effect, Effect, Mark, Operation, RightSet},
    regime::Regime,
    v1::ObjectRecord,
    CaseId, ObjectId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// No mark against `rights` bars `operation`. `consents` are those of the case; nothing while they may still be given.
    pub(crate) fn ensure_can_deal(
        object: ObjectId,
        record: &ObjectRecord,
        rights: RightSet,
        operation: Operation,
        regime: &Regime,
        consents: Option<&[MarkConsent]>,
    ) -> Result<(), Error<T>> {
        for (number, mark) in Self::standing_marks(object, record, rights) {
            match effect(&regime.effects, operation, mark.kind) {
                Effect::Refused => return Err(Error::<T>::BarredByMark),
                Effect::NeedsConsent => {
                    let given = |consents: &[MarkConsent]| consents.iter().any(|one| one.mark == number);
                    if consents.is_some_and(|consents| !given(consents)) {
                        return Err(Error::<T>::MarkConsentMissing);
                    }
                }
                Effect::Passes | Effect::Travels | Effect::Ends | Effect::AsRuled | Effect::Queues => {}
            }
        }
        Ok(())
    }

    /// The marks that stand now against one of `rights`, or against the registration where it has none, with their numbers.
    pub(crate) fn standing_marks(
        object: ObjectId,
        record: &ObjectRecord,
        rights: RightSet,
    ) -> impl Iterator<Item = (u32, Mark)> {
        let now = T::Rules::default().now();
        (0..record.marks)
            .filter_map(move |number| Some((number, Marks::<T>::get(object, number)?)))
            .filter(move |(_, mark)| mark.rights == RightSet::NONE || mark.rights.meets(rights))
            .filter(move |(_, mark)| mark.stands(now))
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
        let (rights, operation) = (rights_touched(dealing, &dealt), operation(&dealing.matter));
        let (_, mark) = Self::standing_marks(dealing.object, &dealt.record, rights)
            .find(|(standing, _)| *standing == number)
            .ok_or(Error::<T>::MarkConsentUnfit)?;
        let needed = effect(&regime.effects, operation, mark.kind) == Effect::NeedsConsent;
        let own = T::MarkHolders::holder(dealing.object, number, &mark) == Some(party);
        let given = case.consents.iter().any(|given| given.mark == number);
        (needed && own && !given)
            .then_some((party, via))
            .ok_or(Error::<T>::MarkConsentUnfit)
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
            .retain(|given| given.mark != mark || given.party != party);
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
