//! What the sides answer: to the objection, and to the conclusion.

use crate::{who::ActingParty, Config, Error, Event, Objections, Pallet};
use frame_support::ensure;
use quanji_primitives::{
    capacity::Capacity,
    objection::{Conclusion, Decided, Disposition, Objection, ObjectionStage, ObjectionStatus, Side},
    regime::Regime,
    Digest, ObjectionId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// Whether the party may answer the objection.
    pub(crate) fn ensure_can_answer(
        objection: &Objection,
        acting: &ActingParty,
        agrees: Option<Disposition>,
    ) -> Result<(), Error<T>> {
        ensure!(
            Self::side_of(objection, acting.party) == Some(Side::Registrant),
            Error::<T>::NotTheRegistrant
        );
        let notified = objection
            .notified
            .filter(|_| objection.stage == ObjectionStage::Notified);
        let notified = notified.ok_or(Error::<T>::WrongStage)?;
        Self::ensure_received_after(acting, notified.sent_at)?;
        // To agree is to let the registration be cancelled or changed.
        ensure!(agrees != Some(Disposition::Dismiss), Error::<T>::DispositionUnfit);
        Ok(())
    }

    /// Answers an objection.
    pub(crate) fn do_answer(
        account: &T::AccountId,
        capacity: Capacity,
        id: ObjectionId,
        agrees: Option<Disposition>,
        explanation: Digest,
    ) -> Result<(), Error<T>> {
        let (mut objection, _) = Self::stored(id)?;
        let acting = Self::party_in(account, capacity, &objection)?;
        Self::ensure_can_answer(&objection, &acting, agrees)?;
        Self::represent(&mut objection, Side::Registrant, &acting)?;
        objection.explanation = Some(explanation);
        match agrees {
            // Each co-holder may defend alone.
            None => {
                objection.agreed = None;
                objection.stage = ObjectionStage::Contested;
            }
            Some(disposition) => {
                if Self::agree(&mut objection, disposition, acting.party)? {
                    objection.decided = Some((disposition, Decided::RegistrantAgreed));
                    objection.stage = ObjectionStage::Decided;
                }
            }
        }
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::ObjectionAnswered {
            objection: id,
            party: acting.party,
            via: acting.via,
            agrees,
            explanation,
        });
        Ok(())
    }

    /// Notes that a holder agrees to `disposition`. Gives whether all holders of the contested rights do.
    fn agree(objection: &mut Objection, disposition: Disposition, party: PartyId) -> Result<bool, Error<T>> {
        let agreed = objection.agreed.take();
        let (agreed_to, mut parties) = agreed.unwrap_or_else(|| (disposition, Default::default()));
        // Co-holders dispose together, of one and the same thing.
        ensure!(agreed_to == disposition, Error::<T>::DispositionUnfit);
        let known = Self::parties_now(parties.to_vec());
        ensure!(!known.contains(&party), Error::<T>::AlreadyAnswered);
        parties.try_push(party).map_err(|_| Error::<T>::AlreadyAnswered)?;
        let agreeing = Self::parties_now(parties.to_vec());
        let all = Self::registrants(objection)
            .iter()
            .all(|holder| agreeing.contains(holder));
        objection.agreed = Some((disposition, parties));
        Ok(all)
    }

    /// Whether the party may answer to the conclusion, and for which side.
    pub(crate) fn ensure_can_answer_conclusion(
        objection: &Objection,
        regime: &Regime,
        acting: &ActingParty,
    ) -> Result<(Side, Conclusion), Error<T>> {
        let side = Self::side_of(objection, acting.party).ok_or(Error::<T>::NotASide)?;
        let conclusion = objection.conclusion.ok_or(Error::<T>::WrongStage)?;
        Self::ensure_received_after(acting, conclusion.by.at)?;
        // What nobody answers in time is not accepted.
        let waits = matches!(
            Self::status_at(objection, regime, acting.at),
            ObjectionStatus::Concluded { .. }
        );
        ensure!(waits, Error::<T>::WrongStage);
        let answered = match side {
            Side::Objector => conclusion.objector_accepts,
            Side::Registrant => conclusion.registrant_accepts,
        };
        ensure!(answered.is_none(), Error::<T>::AlreadyAnswered);
        Ok((side, conclusion))
    }

    /// Answers to the conclusion for a side.
    pub(crate) fn do_answer_conclusion(
        account: &T::AccountId,
        capacity: Capacity,
        id: ObjectionId,
        accepts: bool,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let acting = Self::party_in(account, capacity, &objection)?;
        let (side, mut conclusion) = Self::ensure_can_answer_conclusion(&objection, &regime, &acting)?;
        Self::represent(&mut objection, side, &acting)?;
        let answer = match side {
            Side::Objector => Some(accepts),
            Side::Registrant => Self::answer_of_holders(&mut objection, &conclusion, acting.party, accepts)?,
        };
        match side {
            Side::Objector => conclusion.objector_accepts = answer,
            Side::Registrant => conclusion.registrant_accepts = answer,
        }
        conclusion.answered_at = Some(
            conclusion
                .answered_at
                .map_or(acting.at, |last| last.max(acting.at)),
        );
        objection.conclusion = Some(conclusion);
        if conclusion.is_refused() {
            objection.stage = ObjectionStage::Unaccepted;
        } else if conclusion.is_accepted() {
            objection.decided = Some((conclusion.disposition, Decided::BothAccepted));
            objection.stage = ObjectionStage::Decided;
        }
        let due = conclusion
            .is_refused()
            .then(|| objection.court_due(&regime, &T::Rules::default()))
            .flatten();
        Self::limit_notice(id, &objection, &regime, acting.via.counter_officer())?;
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::ConclusionAnswered {
            objection: id,
            side,
            party: acting.party,
            via: acting.via,
            accepts,
            due,
        });
        Ok(())
    }

    /// The answer of the registrant's side once one co-holder has answered: each may refuse alone, and accept alone what
    /// leaves the rights as they are; otherwise all must accept.
    fn answer_of_holders(
        objection: &mut Objection,
        conclusion: &Conclusion,
        party: PartyId,
        accepts: bool,
    ) -> Result<Option<bool>, Error<T>> {
        if !accepts {
            return Ok(Some(false));
        }
        let all = Self::agree(objection, conclusion.disposition, party)?;
        Ok((all || conclusion.disposition == Disposition::Dismiss).then_some(true))
    }

    /// Whether the party may prove that a court or arbitral body took the matter, and for which side.
    pub(crate) fn ensure_can_prove_court(
        objection: &Objection,
        regime: &Regime,
        acting: &ActingParty,
    ) -> Result<Side, Error<T>> {
        let side = Self::side_of(objection, acting.party).ok_or(Error::<T>::NotASide)?;
        let conclusion = objection.conclusion.ok_or(Error::<T>::WrongStage)?;
        Self::ensure_received_after(acting, conclusion.by.at)?;
        match Self::status_at(objection, regime, acting.at) {
            ObjectionStatus::Unaccepted { .. } => Ok(side),
            // In time until the last second of the last day.
            ObjectionStatus::Lapsed { .. } => Err(Error::<T>::CourtProofTooLate),
            _ => Err(Error::<T>::WrongStage),
        }
    }

    /// Records the proof that a court or arbitral body took the matter.
    pub(crate) fn do_prove_court(
        account: &T::AccountId,
        capacity: Capacity,
        id: ObjectionId,
        document: Digest,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let acting = Self::party_in(account, capacity, &objection)?;
        let side = Self::ensure_can_prove_court(&objection, &regime, &acting)?;
        Self::represent(&mut objection, side, &acting)?;
        objection.court_proof = Some((document, acting.at));
        objection.stage = ObjectionStage::InCourt;
        Self::limit_notice(id, &objection, &regime, acting.via.counter_officer())?;
        Objections::<T>::insert(id, objection);
        Self::deposit_event(Event::CourtProven {
            objection: id,
            party: acting.party,
            via: acting.via,
            document,
        });
        Ok(())
    }
}
