//! Certificate numbers, drawn per authority and month (NG annex 6).

use crate::{Config, Error, LastNumber, Pallet};
use alloc::vec::Vec;
use quanji_primitives::{
    authority::AuthorityProfile,
    certificate_number::{CertificateNumber, NumberingMonth},
    clock::Moment,
    directory::RuleBook,
    AuthorityId,
};

/// The month in which an authority last gave a number, and the serial of it.
pub(crate) type LastGiven = (NumberingMonth, u16);

impl<T: Config> Pallet<T> {
    /// The next `count` numbers of `authority` in the month of `at`, and what `LastNumber` is after them; nothing is
    /// drawn yet. Numbers of a month start again at 1; a month that lies before the last one drawn never comes back, so
    /// no number is ever reused. Where a receipt lies in a month whose numbers are used up, the number is one of the
    /// present month, in which it is given.
    pub(crate) fn next_numbers(
        authority: AuthorityId,
        profile: &AuthorityProfile,
        at: Moment,
        count: u16,
    ) -> Result<(Vec<CertificateNumber>, LastGiven), Error<T>> {
        let current = NumberingMonth::of(at.day());
        let (month, last) = LastNumber::<T>::get(authority)
            .filter(|(month, _)| *month >= current)
            .unwrap_or((current, 0));
        let present = NumberingMonth::of(T::Rules::default().now().day());
        drawn(profile, month, last, count)
            .or_else(|| (present > month).then(|| drawn(profile, present, 0, count))?)
            .ok_or(Error::<T>::NumbersOfMonthUsed)
    }
}

/// The `count` numbers of a month after serial `last`; nothing when it has not as many.
fn drawn(
    profile: &AuthorityProfile,
    month: NumberingMonth,
    last: u16,
    count: u16,
) -> Option<(Vec<CertificateNumber>, LastGiven)> {
    let until = last.saturating_add(count);
    let numbers = (last.saturating_add(1)..=until)
        .map(|serial| CertificateNumber::new(profile.region, profile.digit, month, serial))
        .collect::<Option<Vec<_>>>()?;
    Some((numbers, (month, until)))
}
