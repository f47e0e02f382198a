//! Which officer acts, and whether that person may act in this matter.

use crate::{Config, Error, Pallet, Pledges, Stamps};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    authority::{Officer, OfficerRole},
    clock::Moment,
    day_book::{Measure, PledgesUnderRuling, Stamp, StampStatus},
    directory::{AuthorityDirectory, PartyRegister, Register, RuleBook},
    marks::RightSet,
    person::Person,
    v1::RightStatus,
    AuthorityId, ObjectId, OfficerId, PartyId, StampId,
};

/// Who stamps the day book.
const KEEPERS: [OfficerRole; 3] = [
    OfficerRole::Registrar,
    OfficerRole::Examiner,
    OfficerRole::DayBookKeeper,
];

/// An officer who may act in a matter now.
#[derive(Clone, Copy)]
pub(crate) struct Acting {
    pub officer: OfficerId,
    pub authority: AuthorityId,
    pub now: Moment,
}

impl<T: Config> Pallet<T> {
    /// Register time.
    pub(crate) fn now() -> Moment {
        T::Rules::default().now()
    }

    /// A stamp in the day book.
    pub(crate) fn stored(id: StampId) -> Result<Stamp, Error<T>> {
        Stamps::<T>::get(id).ok_or(Error::<T>::StampNotFound)
    }

    /// An officer who may stamp for `authority`. It decides nothing: whoever is concerned, the instrument is taken in.
    pub(crate) fn ensure_keeper(account: &T::AccountId, authority: AuthorityId) -> Result<Acting, Error<T>> {
        Self::ensure_officer(account, authority, &KEEPERS).map(|(acting, _)| acting)
    }

    /// The second person for a stamp that waits for one.
    pub(crate) fn ensure_second(
        account: &T::AccountId,
        id: StampId,
        stamp: &Stamp,
    ) -> Result<Acting, Error<T>> {
        let (acting, officer) = Self::ensure_officer(account, id.authority(), &[OfficerRole::Reviewer])?;
        // Two persons answer for it.
        ensure!(stamp.stamped.officer != acting.officer, Error::<T>::SamePerson);
        // No officer decides in a matter of his own or of a declared affiliate (NG 10(7)).
        Self::ensure_not_concerned(&officer, &Self::holders(stamp))?;
        match stamp.status(acting.now) {
            StampStatus::Provisional => Ok(acting),
            StampStatus::Confirmed | StampStatus::Rejected => Err(Error::<T>::AlreadyDecided),
            StampStatus::Fallen => Err(Error::<T>::ConfirmationTooLate),
        }
    }

    /// A suspended authority takes instruments in, but releases and ends nothing (NG 38).
    pub(crate) fn ensure_listed(authority: AuthorityId) -> Result<(), Error<T>> {
        ensure!(
            T::Authorities::is_listed(authority),
            Error::<T>::AuthorityNotListed
        );
        Ok(())
    }

    fn ensure_officer(
        account: &T::AccountId,
        authority: AuthorityId,
        roles: &[OfficerRole],
    ) -> Result<(Acting, Officer), Error<T>> {
        let (id, officer) = T::Authorities::officer_of(account).ok_or(Error::<T>::NotAnOfficer)?;
        // The day book is kept by officers of its own authority.
        ensure!(officer.authority == authority, Error::<T>::WrongAuthority);
        ensure!(
            roles.iter().any(|role| officer.may(*role)),
            Error::<T>::RoleMissing
        );
        let acting = Acting {
            officer: id,
            authority,
            now: Self::now(),
        };
        Ok((acting, officer))
    }

    /// The rights that a stamp concerns: those it names, or those of its mark.
    fn rights_of(stamp: &Stamp) -> RightSet {
        let of_mark = || T::Register::mark(stamp.object, stamp.mark?).map(|mark| mark.rights);
        stamp.measure.rights().or_else(of_mark).unwrap_or_default()
    }

    /// Who holds the rights that a stamp concerns, receives them, has them seized, or has the pledge that is enforced, today (S023).
    fn holders(stamp: &Stamp) -> BTreeSet<PartyId> {
        let (receives, enforces) = match stamp.measure {
            Measure::Transfer { to, pledges, .. } => (Some(to), Self::enforces(pledges)),
            _ => (None, None),
        };
        Self::rights_of(stamp)
            .numbers()
            .filter_map(|number| T::Register::right(stamp.object, number))
            .flat_map(|right| right.holders.parties())
            .chain(receives)
            .chain(enforces)
            .chain(Self::applicant(stamp))
            .map(T::Parties::current)
            .collect()
    }

    /// For whom a ruling enforces a pledge.
    fn enforces(pledges: PledgesUnderRuling) -> Option<PartyId> {
        match pledges {
            PledgesUnderRuling::Enforced { pledge, .. } => {
                Pledges::<T>::get(pledge).map(|record| record.pledgee)
            }
            PledgesUnderRuling::Travel | PledgesUnderRuling::End => None,
        }
    }

    fn ensure_not_concerned(officer: &Officer, holders: &BTreeSet<PartyId>) -> Result<(), Error<T>> {
        let is_the_officer = |party: PartyId| {
            T::Parties::party(party)
                .is_some_and(|record| record.person == Person::NaturalPerson(officer.person))
        };
        let himself = holders.iter().any(|party| is_the_officer(*party));
        let parties: Vec<PartyId> = holders.iter().copied().collect();
        let concerned = himself || T::Parties::are_linked(&officer.affiliates, &parties);
        ensure!(!concerned, Error::<T>::OfficerConcerned);
        Ok(())
    }

    /// Those of `rights` that have not ended.
    pub(crate) fn live_rights(object: ObjectId, rights: RightSet) -> RightSet {
        let live = |number: &u32| {
            T::Register::right(object, *number).is_some_and(|right| right.status == RightStatus::Live)
        };
        rights.numbers().filter(live).collect()
    }
}
