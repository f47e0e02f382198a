//! Objecting, completing, withdrawing; and the end of what has lapsed.

use crate::{
    who::{Acting, ActingParty},
    Config, Error, Event, HeardFacts, Objections, OpenObjections, Pallet,
};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    authority::OfficerRole,
    capacity::Capacity,
    clock::Moment,
    directory::{PartyRegister, Register},
    filing::Evidence,
    marks::{MarkEnd, RightSet},
    objection::{Objection, ObjectionGround, ObjectionStage, ObjectionStatus, Side},
    regime::Regime,
    v1::{ObjectRecord, Outcome, RightRecord, RightStatus, VERSION},
    Bounded, Digest, ObjectId, ObjectionId, PartyId,
};

/// Every role of an officer.
pub(crate) const ANY_ROLE: [OfficerRole; 4] = [
    OfficerRole::Registrar,
    OfficerRole::Examiner,
    OfficerRole::Reviewer,
    OfficerRole::DayBookKeeper,
];

impl<T: Config> Pallet<T> {
    /// What is true of an objection at `at`.
    pub(crate) fn status_at(objection: &Objection, regime: &Regime, at: Moment) -> ObjectionStatus {
        objection.status(at, regime, &T::Rules::default())
    }

    /// A live object.
    pub(crate) fn live_object(object: ObjectId) -> Result<ObjectRecord, Error<T>> {
        T::Register::object(object)
            .filter(|record| record.outcome == Outcome::Live)
            .ok_or(Error::<T>::ObjectUnfit)
    }

    /// Live rights of `registrant` that stand on one certificate, so that all have the same holders.
    fn ensure_rights_of(
        object: ObjectId,
        rights: RightSet,
        registrant: PartyId,
    ) -> Result<Vec<PartyId>, Error<T>> {
        let read = |number| T::Register::right(object, number).ok_or(Error::<T>::RightsUnfit);
        let found = rights
            .numbers()
            .map(read)
            .collect::<Result<Vec<RightRecord>, _>>()?;
        let first = found.first().ok_or(Error::<T>::RightsUnfit)?;
        let holders = Self::parties_now(first.holders.parties());
        let fit =
            |right: &RightRecord| right.status == RightStatus::Live && right.certificate == first.certificate;
        ensure!(
            found.iter().all(fit) && holders.contains(&T::Parties::current(registrant)),
            Error::<T>::RightsUnfit
        );
        Ok(holders)
    }

    /// Whether the party may object, and the holders of the contested rights.
    pub(crate) fn ensure_can_object(
        acting: &ActingParty,
        record: &ObjectRecord,
        regime: &Regime,
        (object, rights, registrant): (ObjectId, RightSet, PartyId),
        facts: Digest,
    ) -> Result<(), Error<T>> {
        // Where the regime hears objections in the public notice only, an entry is not contested here (PD 12).
        ensure!(regime.objection_after_entry, Error::<T>::NotHeardAfterEntry);
        let mut sides = Self::ensure_rights_of(object, rights, registrant)?;
        // Nobody objects to what it holds itself.
        ensure!(!sides.contains(&acting.party), Error::<T>::OwnObjection);
        // Repetition on the same facts is refused for ever.
        let mut names = T::Parties::former(acting.party);
        names.push(acting.party);
        let heard = |party: &PartyId| HeardFacts::<T>::contains_key(object, (*party, facts));
        ensure!(!names.iter().any(heard), Error::<T>::AlreadyHeard);
        sides.push(acting.party);
        Self::ensure_not_own_case(record.authority, &sides)
    }

    /// Objects to registered rights.
    pub(crate) fn do_object(
        account: &T::AccountId,
        capacity: Capacity,
        contested: (ObjectId, RightSet, PartyId),
        ground: ObjectionGround,
        facts: Digest,
        evidence: Bounded<Evidence, 16>,
    ) -> Result<ObjectionId, Error<T>> {
        let (object, rights, registrant) = contested;
        let record = Self::live_object(object)?;
        let regime = Self::regime(record.regime)?;
        let acting = Self::acting_party(account, capacity, record.authority, object)?;
        Self::ensure_can_object(&acting, &record, &regime, contested, facts)?;
        let id = T::Register::next_serial(record.authority)
            .and_then(|serial| ObjectionId::new(record.authority, serial))
            .ok_or(Error::<T>::SerialsExhausted)?;
        let mut objection = Objection {
            version: VERSION,
            object,
            rights,
            registrant,
            objector: acting.party,
            via: acting.via,
            authority: record.authority,
            regime: record.regime,
            ground,
            facts,
            evidence,
            received_at: acting.at,
            stage: ObjectionStage::Filed,
            returned: None,
            notified: None,
            explanation: None,
            agreed: None,
            representatives: Bounded::default(),
            handled: None,
            conclusion: None,
            court_proof: None,
            decided: None,
            notice_mark: None,
            proposed_hold: None,
            hold_mark: None,
        };
        Self::represent(&mut objection, Side::Objector, &acting)?;
        T::Register::open_objection(object, id)?;
        OpenObjections::<T>::insert(record.authority, id, ());
        HeardFacts::<T>::insert(object, (acting.party, facts), id);
        Objections::<T>::insert(id, &objection);
        Self::deposit_event(Event::ObjectionFiled {
            objection: id,
            object,
            rights,
            registrant,
            objector: acting.party,
            via: acting.via,
            ground,
            facts,
            due: objection.notice_due(&regime, &T::Rules::default()),
            evidence: objection.evidence,
        });
        Ok(id)
    }

    /// Whether the objection may be completed with `evidence`.
    pub(crate) fn ensure_can_complete(
        objection: &Objection,
        regime: &Regime,
        acting: &ActingParty,
        evidence: &[Evidence],
    ) -> Result<(), Error<T>> {
        ensure!(
            acting.party == T::Parties::current(objection.objector),
            Error::<T>::NotTheObjector
        );
        let returned = objection
            .returned
            .filter(|_| objection.stage == ObjectionStage::Returned);
        let returned = returned.ok_or(Error::<T>::WrongStage)?;
        Self::ensure_received_after(acting, returned.sent_at)?;
        // In time until the last second of the last day.
        let status = Self::status_at(objection, regime, acting.at);
        ensure!(status.is_open(), Error::<T>::CompletionTooLate);
        // What was missing is there now.
        let new = evidence
            .iter()
            .any(|document| !objection.evidence.contains(document));
        ensure!(new, Error::<T>::EvidenceMissing);
        Ok(())
    }

    /// Completes a returned objection.
    pub(crate) fn do_complete(
        account: &T::AccountId,
        capacity: Capacity,
        id: ObjectionId,
        evidence: Bounded<Evidence, 16>,
    ) -> Result<(), Error<T>> {
        let (mut objection, regime) = Self::stored(id)?;
        let acting = Self::party_in(account, capacity, &objection)?;
        Self::ensure_can_complete(&objection, &regime, &acting, &evidence)?;
        Self::represent(&mut objection, Side::Objector, &acting)?;
        objection.evidence = evidence.clone();
        objection.received_at = acting.at;
        objection.stage = ObjectionStage::Filed;
        Objections::<T>::insert(id, &objection);
        Self::deposit_event(Event::ObjectionCompleted {
            objection: id,
            objector: acting.party,
            via: acting.via,
            evidence,
            due: objection.notice_due(&regime, &T::Rules::default()),
        });
        Ok(())
    }

    /// Whether the party may withdraw the objection.
    pub(crate) fn ensure_can_withdraw(objection: &Objection, acting: &ActingParty) -> Result<(), Error<T>> {
        ensure!(
            acting.party == T::Parties::current(objection.objector),
            Error::<T>::NotTheObjector
        );
        // What is decided is carried out.
        let open = objection.stage.is_open() && objection.stage != ObjectionStage::Decided;
        ensure!(open, Error::<T>::WrongStage);
        Ok(())
    }

    /// Withdraws an objection.
    pub(crate) fn do_withdraw(
        account: &T::AccountId,
        capacity: Capacity,
        id: ObjectionId,
    ) -> Result<(), Error<T>> {
        let (mut objection, _) = Self::stored(id)?;
        let acting = Self::party_in(account, capacity, &objection)?;
        Self::ensure_can_withdraw(&objection, &acting)?;
        Self::represent(&mut objection, Side::Objector, &acting)?;
        // An officer at the counter typed it in; otherwise nobody of the authority acted.
        let officer = acting.via.counter_officer();
        Self::end_marks(id, &objection, MarkEnd::Dismissed, officer)?;
        Self::finish(id, objection, ObjectionStage::Withdrawn);
        Self::deposit_event(Event::ObjectionWithdrawn {
            objection: id,
            objector: acting.party,
            via: acting.via,
        });
        Ok(())
    }

    /// Closes a lapsed objection.
    pub(crate) fn do_close(account: &T::AccountId, id: ObjectionId) -> Result<(), Error<T>> {
        let (objection, regime) = Self::stored(id)?;
        let Acting {
            officer,
            authority,
            now,
        } = Self::ensure_clerk(account, &objection, &ANY_ROLE)?;
        let lapsed = matches!(
            Self::status_at(&objection, &regime, now),
            ObjectionStatus::Lapsed { .. }
        );
        ensure!(lapsed && objection.stage.is_open(), Error::<T>::NotLapsed);
        Self::end_marks(id, &objection, MarkEnd::Lapsed, Some(officer))?;
        Self::finish(id, objection, ObjectionStage::Lapsed);
        Self::deposit_event(Event::ObjectionClosed {
            objection: id,
            authority,
            officer,
        });
        Ok(())
    }

    /// Writes an objection that has ended and takes it off the object's list.
    pub(crate) fn finish(id: ObjectionId, mut objection: Objection, stage: ObjectionStage) {
        objection.stage = stage;
        objection.proposed_hold = None;
        T::Register::close_objection(objection.object, id);
        OpenObjections::<T>::remove(objection.authority, id);
        Objections::<T>::insert(id, objection);
    }
}
