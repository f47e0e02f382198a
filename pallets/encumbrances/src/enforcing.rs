//! Enforcement of a pledge by agreement: the pledged rights pass to who receives them. Only an agreement made after the default
//! notice does so; earlier ranks and licences survive. A ruling passes rights, and enforces a pledge, by the day book.

use crate::{
    deeds::{signed_by, Carried},
    ranks::{Standing, Told},
    signing::Signatories,
    Config, Error, Event, Pallet, Pledges, Reservations,
};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    clock::Day,
    collateral::{DeedMatter, LaterPledges},
    dealing::Deal,
    directory::{CollateralRegister, PartyRegister, Register, RuleBook, RulingRegister, SecurityGap},
    filing::TransferReason,
    marks::{Mark, MarkEnd, Operation, RightSet},
    person::Person,
    terms::{needs_department_consent, PartySignature},
    v1::{Collateral, PledgeRecord},
    Bounded, DeedId, ObjectId, PartyId,
};

/// What an enforcement passes.
pub(crate) struct Enforcing {
    pledge: DeedId,
    record: PledgeRecord,
    item: Collateral,
    mark: Mark,
    rights: RightSet,
    to: PartyId,
    surplus: quanji_primitives::Digest,
}

impl<T: Config> Pallet<T> {
    /// Whether the pledge may be enforced so now.
    pub(crate) fn ensure_can_enforce(matter: &DeedMatter) -> Result<(Signatories, Enforcing), Error<T>> {
        let DeedMatter::Enforcement {
            pledge,
            object,
            rights,
            to,
            agreed_on,
            surplus,
        } = *matter
        else {
            return Err(Error::<T>::DeedNotFound);
        };
        let record = Self::standing_pledge(pledge)?;
        let (item, mark) = Self::standing_item(&record, object)?;
        ensure!(
            rights != RightSet::NONE && rights.is_within(mark.rights),
            Error::<T>::NotPledged
        );
        Self::ensure_agreed_after_default(&record, agreed_on)?;
        let holders = Self::holders_of(object, rights);
        let to = T::Parties::current(to);
        Self::ensure_may_get(object, to, &holders)?;
        Self::ensure_passes_on_one_certificate(object, rights)?;
        Self::ensure_in_force(object, rights)?;
        let secured = Self::standing_on(object);
        // Earlier pledges stay on the right, and so do later ones: only what else stands against it bars it.
        let numbers: Vec<u32> = secured.iter().map(|one| one.number).collect();
        let deal = Deal {
            consents: &numbers,
            ..Deal::of_party(Operation::Transfer, rights)
        };
        T::Register::ensure_can_deal(object, &deal)?;
        let mut others = alloc::vec![T::Parties::current(record.pledgee), to];
        // An earlier place is worth nothing on a right that has passed: who reserved it signs, as for any transfer.
        let earlier = |one: &&Standing| one.place < item.place && one.mark.rights.meets(rights);
        let reserved = secured.iter().filter(|one| one.is_reservation());
        others.extend(reserved.filter(earlier).map(|one| one.holder));
        let signatories = Signatories {
            givers: holders,
            others,
        };
        let enforcing = Enforcing {
            pledge,
            record,
            item,
            mark,
            rights,
            to,
            surplus,
        };
        Ok((signatories, enforcing))
    }

    /// Civil Code 401, 428: before the default nobody agrees that the pledgee gets what is pledged.
    fn ensure_agreed_after_default(record: &PledgeRecord, agreed_on: Day) -> Result<(), Error<T>> {
        let notice = record.default.ok_or(Error::<T>::NoDefaultNotice)?;
        ensure!(notice.given_on < agreed_on, Error::<T>::AgreementBeforeDefault);
        ensure!(agreed_on <= Self::now().day(), Error::<T>::AgreementInFuture);
        Ok(())
    }

    /// Nobody signs before the day of the agreement: a paper that was received earlier is none about it. Who signs after the first
    /// signs no earlier.
    pub(crate) fn ensure_signed_when_agreed(
        matter: &DeedMatter,
        first: &PartySignature,
    ) -> Result<(), Error<T>> {
        let DeedMatter::Enforcement { agreed_on, .. } = matter else {
            return Ok(());
        };
        ensure!(*agreed_on <= first.at.day(), Error::<T>::AgreementInFuture);
        Ok(())
    }

    /// NG 34: what passes is in force, in its term or by a renewal in time (NG 36).
    fn ensure_in_force(object: ObjectId, rights: RightSet) -> Result<(), Error<T>> {
        // Each is asked about alone: of several the register names the first gap, whichever it is.
        let has_lapsed = |number| {
            let right = RightSet::NONE.with(number);
            T::Register::ensure_can_secure(object, right) == Err(SecurityGap::Lapsed)
        };
        ensure!(!rights.numbers().any(has_lapsed), Error::<T>::RightsLapsed);
        Ok(())
    }

    /// Who receives is an admitted party and not one of who holds. What needs an export route or the department's consent
    /// passes by a case or a ruling, where these are examined (S092, S093).
    fn ensure_may_get(object: ObjectId, to: PartyId, holders: &[PartyId]) -> Result<(), Error<T>> {
        Self::ensure_may_receive(to)?;
        ensure!(!holders.contains(&to), Error::<T>::ReceiverUnfit);
        let foreign =
            T::Parties::party(to).is_some_and(|record| matches!(record.person, Person::ForeignBody(_)));
        let level = T::Register::object(object).map(|record| record.facts.level);
        let important = level.is_some_and(needs_department_consent);
        ensure!(!foreign && !important, Error::<T>::ExaminationNeeded);
        Ok(())
    }

    /// What passes is of first registration and stands on one certificate.
    pub(crate) fn ensure_passes_on_one_certificate(
        object: ObjectId,
        rights: RightSet,
    ) -> Result<(), Error<T>> {
        Self::ensure_rights_fit(object, rights)?;
        let named: Vec<_> = rights
            .numbers()
            .filter_map(|number| T::Register::right(object, number))
            .collect();
        let first = named.first().map(|right| right.certificate);
        let fits = named
            .iter()
            .all(|right| right.parent.is_none() && Some(right.certificate) == first);
        ensure!(fits, Error::<T>::RightsUnfit);
        Ok(())
    }

    /// Passes the rights, ends the pledge on them and what cannot go on, and tells all others.
    pub(crate) fn enforce(carried: &Carried, matter: &DeedMatter) -> Result<(), Error<T>> {
        let (_, enforcing) = Self::ensure_can_enforce(matter)?;
        let Enforcing {
            pledge,
            record,
            item,
            mark,
            rights,
            to,
            surplus,
        } = enforcing;
        let object = item.object;
        let basis = || signed_by(carried.signatures.clone());
        // The transfer first: where it cannot be written, nothing is.
        let survivors = T::Register::pass_rights(object, rights, to, TransferReason::Sale, basis(), None)?;
        let others = Self::standing_on(object)
            .into_iter()
            .filter(|one| one.deed != pledge && one.mark.rights.meets(rights));
        let (mut travelling, mut ended) = (Vec::new(), Vec::new());
        for other in others {
            let told = (object, other.deed, other.holder);
            let ends = Self::ends_with(&other, &item, rights)?;
            if ends {
                Self::end_with(carried, object, other, rights)?;
            }
            let list = if ends { &mut ended } else { &mut travelling };
            list.push(told);
        }
        let (record, mark) = Self::ended_on(record, (item, mark), rights, (carried.now, MarkEnd::CarriedOut));
        Self::enter_change(&item, mark, &record, basis())?;
        Pledges::<T>::insert(pledge, &record);
        Self::tell_enforced(
            carried,
            (pledge, object, rights),
            (to, surplus),
            survivors,
            (travelling, ended),
        );
        Ok(())
    }

    /// A reservation ends with the rights, for it serves only who held them. Of later pledges the regime decides.
    pub(crate) fn ends_with(other: &Standing, item: &Collateral, rights: RightSet) -> Result<bool, Error<T>> {
        let within = other.mark.rights.is_within(rights);
        if other.is_reservation() {
            return Ok(within);
        }
        let rules = T::Rules::default().collateral(Self::regime_of(item.object)?);
        Ok(rules.later_pledges == LaterPledges::End && item.place < other.place)
    }

    fn end_with(
        carried: &Carried,
        object: ObjectId,
        other: Standing,
        rights: RightSet,
    ) -> Result<(), Error<T>> {
        let basis = signed_by(carried.signatures.clone());
        if other.is_reservation() {
            let record = Reservations::<T>::get(other.deed).ok_or(Error::<T>::ReservationNotFound)?;
            return Self::end_reservation(other.deed, record, other.mark, MarkEnd::CarriedOut, basis);
        }
        Self::end_pledge_on(
            other.deed,
            object,
            rights,
            (carried.now, MarkEnd::CarriedOut),
            basis,
        )
    }

    fn tell_enforced(
        carried: &Carried,
        (pledge, object, rights): (DeedId, ObjectId, RightSet),
        (to, surplus): (PartyId, quanji_primitives::Digest),
        survivors: Vec<u32>,
        (travelling, ended): (Vec<Told>, Vec<Told>),
    ) {
        Self::deposit_event(Event::PledgeEnforced {
            pledge,
            deed: carried.id,
            object,
            rights,
            to,
            surplus,
            survivors: Bounded::truncate_from(survivors),
            travelling: Bounded::truncate_from(travelling),
            ended: Bounded::truncate_from(ended),
            by: carried.last.party,
            via: carried.last.via,
        });
    }
}
