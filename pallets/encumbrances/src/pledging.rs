//! Reservations and pledges: whether they may be made now, and their entries.

use crate::{
    deeds::{signed_by, Carried},
    ranks::Standing,
    signing::Signatories,
    Config, Error, Event, Pallet, Pledges, Reservations,
};
use alloc::{boxed::Box, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    clock::{add_working_days, Day, Moment},
    collateral::{
        Offered, PledgeTerms, ReservationTerms, Sum, COLLATERAL_MAX, REGISTRATION_MONTHS_MAX,
        REGISTRATION_MONTHS_MIN,
    },
    dealing::Deal,
    directory::{CollateralRegister, PartyRegister, Register, RuleBook, SecurityGap},
    marks::{Mark, MarkEnd, MarkKind, MarkSource, Operation, RightSet},
    person::PartyRole,
    regime::RegimeId,
    v1::{Collateral, Encumbrance, PledgeRecord, ReservationRecord, VERSION},
    Bounded, DeedId, ObjectId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// The regime version of an object.
    pub(crate) fn regime_of(object: ObjectId) -> Result<RegimeId, Error<T>> {
        T::Register::object(object)
            .map(|record| record.regime)
            .ok_or(Error::<T>::ObjectUnfit)
    }

    /// Who holds these rights today, each once.
    pub(crate) fn holders_of(object: ObjectId, rights: RightSet) -> Vec<PartyId> {
        let held = rights
            .numbers()
            .filter_map(|number| T::Register::right(object, number));
        let mut holders: Vec<_> = held
            .flat_map(|right| right.holders.parties())
            .map(T::Parties::current)
            .collect();
        holders.sort_unstable();
        holders.dedup();
        holders
    }

    /// Rights that can give security, which no mark bars now.
    pub(crate) fn ensure_can_secure(object: ObjectId, rights: RightSet) -> Result<(), Error<T>> {
        T::Register::ensure_can_secure(object, rights).map_err(|gap| match gap {
            SecurityGap::Object => Error::<T>::ObjectUnfit,
            SecurityGap::Regime => Error::<T>::NoRightsToPledge,
            SecurityGap::Rights => Error::<T>::RightsUnfit,
            SecurityGap::Lapsed => Error::<T>::RightsLapsed,
            // NG 3: to give security belongs to the right to operate.
            SecurityGap::Power => Error::<T>::OperatingRightNeeded,
        })?;
        Self::ensure_no_mark(object, rights)
    }

    /// Design section 4, rule 4: while a mark bars it, nothing new is secured on the rights.
    pub(crate) fn ensure_no_mark(object: ObjectId, rights: RightSet) -> Result<(), Error<T>> {
        T::Register::ensure_can_deal(object, &Deal::of_party(Operation::NewPledge, rights))?;
        Ok(())
    }

    /// Who is secured is an admitted party, a financier where the regime asks for one, and holds nothing of what is pledged.
    pub(crate) fn ensure_can_be_secured(
        party: PartyId,
        regime: RegimeId,
        holders: &[PartyId],
    ) -> Result<(), Error<T>> {
        let record = T::Parties::party(party).ok_or(Error::<T>::PledgeeUnknown)?;
        let needed = T::Rules::default().collateral(regime).financier_role_needed;
        ensure!(
            !needed || record.roles.contains(&PartyRole::Financier),
            Error::<T>::NotAFinancier
        );
        ensure!(!holders.contains(&party), Error::<T>::OwnPledge);
        Ok(())
    }

    fn ensure_sum_fits(sum: &Sum) -> Result<(), Error<T>> {
        ensure!(sum.currency.is_valid(), Error::<T>::CurrencyUnfit);
        Ok(())
    }

    /// Whether the place may be reserved now.
    pub(crate) fn ensure_can_reserve(terms: &ReservationTerms) -> Result<Signatories, Error<T>> {
        let (object, rights) = (terms.object, terms.rights);
        Self::ensure_can_secure(object, rights)?;
        Self::ensure_sum_fits(&terms.maximum)?;
        let givers = Self::holders_of(object, rights);
        let financier = T::Parties::current(terms.financier);
        Self::ensure_can_be_secured(financier, Self::regime_of(object)?, &givers)?;
        // One for each financier and right.
        let reserved = Self::standing_on(object).into_iter().any(|other| {
            other.is_reservation() && other.holder == financier && other.mark.rights.meets(rights)
        });
        ensure!(!reserved, Error::<T>::AlreadyReserved);
        Ok(Signatories {
            givers,
            others: alloc::vec![financier],
        })
    }

    /// The last moment of a reservation made now: its working days begin with the next one.
    fn reserved_until(object: ObjectId, now: Moment) -> Result<Moment, Error<T>> {
        let rules = T::Rules::default();
        let days = rules
            .collateral(Self::regime_of(object)?)
            .reservation_working_days;
        Ok(add_working_days(&rules, now.day(), days.number).day.end())
    }

    /// The mark of a deed, as it begins.
    fn mark_of(id: DeedId, object: ObjectId, rights: RightSet, kind: MarkKind, now: Moment) -> Mark {
        Mark {
            version: VERSION,
            kind,
            rights,
            source: MarkSource::Deed(id),
            authority: object.authority(),
            since: now,
            until: None,
            ended: None,
            order: None,
        }
    }

    /// The number that the next mark of an object gets.
    fn next_mark(object: ObjectId) -> Result<u32, Error<T>> {
        T::Register::object(object)
            .map(|record| record.marks)
            .ok_or(Error::<T>::ObjectUnfit)
    }

    /// Enters a reservation.
    pub(crate) fn reserve(carried: &Carried, terms: &ReservationTerms) -> Result<(), Error<T>> {
        let (id, object, now) = (carried.id, terms.object, carried.now);
        let until = Self::reserved_until(object, now)?;
        let behind = Self::told_on(object, terms.rights, |_| true);
        let number = Self::next_mark(object)?;
        let record = ReservationRecord {
            version: VERSION,
            financier: T::Parties::current(terms.financier),
            holders: Bounded::truncate_from(Self::holders_of(object, terms.rights)),
            object,
            rights: terms.rights,
            mark: number,
            maximum: terms.maximum,
            document: carried.document,
            entered_at: now,
            until,
            used_by: None,
        };
        let mark = Mark {
            until: Some(until),
            ..Self::mark_of(id, object, terms.rights, MarkKind::Reservation, now)
        };
        let encumbrance = Encumbrance::Reservation(Box::new(record.clone()));
        let basis = signed_by(carried.signatures.clone());
        T::Register::enter_encumbrance(object, mark, encumbrance, basis)?;
        Reservations::<T>::insert(id, &record);
        Self::deposit_event(Event::Reserved {
            reservation: id,
            financier: record.financier,
            object,
            rights: terms.rights,
            mark: number,
            until,
            behind: Bounded::truncate_from(behind),
            by: carried.last.party,
            via: carried.last.via,
        });
        Ok(())
    }

    /// The registration of a pledge lasts a month to thirty years from now.
    fn ensure_term_of_pledge(through: Day, now: Moment) -> Result<(), Error<T>> {
        let first = now.day().plus_months(REGISTRATION_MONTHS_MIN);
        ensure!(first <= through, Error::<T>::RegistrationUnfit);
        Self::ensure_within_thirty_years(through, now)
    }

    /// No registration lasts longer than thirty years from its entry or extension.
    pub(crate) fn ensure_within_thirty_years(through: Day, now: Moment) -> Result<(), Error<T>> {
        let last = now.day().plus_months(REGISTRATION_MONTHS_MAX);
        ensure!(through <= last, Error::<T>::RegistrationUnfit);
        Ok(())
    }

    /// Whether the pledge may be made now.
    pub(crate) fn ensure_can_pledge(terms: &PledgeTerms) -> Result<Signatories, Error<T>> {
        let offered = terms.offered.as_slice();
        let objects: Vec<_> = offered.iter().map(|one| one.object).collect();
        let rising = objects
            .windows(2)
            .all(|pair| matches!(pair, [first, second] if first < second));
        ensure!(rising && !objects.is_empty(), Error::<T>::RightsUnfit);
        Self::ensure_sum_fits(&terms.secured)?;
        Self::ensure_term_of_pledge(terms.through, Self::now())?;
        let pledgee = T::Parties::current(terms.pledgee);
        let mut givers = Vec::new();
        for one in offered {
            Self::ensure_can_secure(one.object, one.rights)?;
            let holders = Self::holders_of(one.object, one.rights);
            Self::ensure_can_be_secured(pledgee, Self::regime_of(one.object)?, &holders)?;
            if let Some(reservation) = one.reservation {
                Self::ensure_can_use(reservation, one, pledgee, &holders, &terms.secured)?;
            }
            givers.extend(holders);
        }
        Ok(Signatories {
            givers,
            others: alloc::vec![pledgee],
        })
    }

    /// Only the same financier uses a reservation, for the same holders and rights, up to its maximum.
    fn ensure_can_use(
        id: DeedId,
        offered: &Offered,
        pledgee: PartyId,
        holders: &[PartyId],
        secured: &Sum,
    ) -> Result<(ReservationRecord, Mark), Error<T>> {
        let (record, mark) = Self::standing_reservation(id)?;
        ensure!(
            T::Parties::current(record.financier) == pledgee,
            Error::<T>::ReservedForAnother
        );
        let mut reserved: Vec<_> = record
            .holders
            .iter()
            .map(|party| T::Parties::current(*party))
            .collect();
        reserved.sort_unstable();
        reserved.dedup();
        let same = record.object == offered.object && offered.rights.is_within(mark.rights);
        ensure!(same && reserved == holders, Error::<T>::ReservedForOther);
        ensure!(secured.is_within(&record.maximum), Error::<T>::OverReserved);
        Ok((record, mark))
    }

    /// Enters a pledge: one entry for each object, and one for each reservation whose place it takes.
    pub(crate) fn pledge(carried: &Carried, terms: &PledgeTerms) -> Result<(), Error<T>> {
        let (id, now) = (carried.id, carried.now);
        let mut collateral: Bounded<Collateral, COLLATERAL_MAX> = Bounded::default();
        let mut pledgors = Vec::new();
        let mut behind = Vec::new();
        for one in &terms.offered {
            let number = Self::next_mark(one.object)?;
            let reserved = one.reservation.map(Self::standing_reservation).transpose()?;
            let place = reserved.map_or(number, |(record, _)| record.mark);
            behind.extend(Self::told_on(one.object, one.rights, |other: &Standing| {
                other.place < place
            }));
            pledgors.extend(Self::holders_of(one.object, one.rights));
            let _ = collateral.try_push(Collateral {
                object: one.object,
                rights: one.rights,
                mark: number,
                place,
            });
        }
        pledgors.sort_unstable();
        pledgors.dedup();
        let record = PledgeRecord {
            version: VERSION,
            form: terms.form,
            pledgors: Bounded::truncate_from(pledgors),
            pledgee: T::Parties::current(terms.pledgee),
            collateral,
            secured: terms.secured,
            contract: carried.document,
            through: terms.through,
            entered_at: now,
            statutory: None,
            demanded: None,
            default: None,
        };
        for reservation in terms.offered.iter().filter_map(|one| one.reservation) {
            Self::use_up(carried, reservation)?;
        }
        for one in &record.collateral {
            let mark = Mark {
                until: Some(record.through.end()),
                ..Self::mark_of(id, one.object, one.rights, MarkKind::Pledge, now)
            };
            let encumbrance = Encumbrance::Pledge(Box::new(record.clone()));
            let basis = signed_by(carried.signatures.clone());
            T::Register::enter_encumbrance(one.object, mark, encumbrance, basis)?;
        }
        Pledges::<T>::insert(id, &record);
        Self::deposit_event(Event::Pledged {
            pledge: id,
            pledgee: record.pledgee,
            collateral: record.collateral,
            behind: Bounded::truncate_from(behind),
            by: carried.last.party,
            via: carried.last.via,
        });
        Ok(())
    }

    /// A pledge takes the place of a reservation, which ends.
    fn use_up(carried: &Carried, reservation: DeedId) -> Result<(), Error<T>> {
        let (record, mark) = Self::standing_reservation(reservation)?;
        let record = ReservationRecord {
            used_by: Some(carried.id),
            ..record
        };
        let basis = signed_by(carried.signatures.clone());
        Self::end_reservation(reservation, record, mark, MarkEnd::Used, basis)
    }
}
