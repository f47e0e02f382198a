//! Certificate numbers, drawn per authority and month (NG annex 6).

use crate::{Config, Error, LastNumber, Pallet};
use quanji_primitives::{
    authority::AuthorityProfile,
    certificate_number::{CertificateNumber, NumberingMonth},
    clock::Moment,
    AuthorityId,
};

impl<T: Config> Pallet<T> {
    /// The next number of `authority` in the month of `now`, not yet drawn. Numbers of a month start again at 1; a month
    /// that lies before the last one drawn never comes back, so no number is ever reused.
    pub(crate) fn next_number(
        authority: AuthorityId,
        profile: &AuthorityProfile,
        now: Moment,
    ) -> Result<(CertificateNumber, NumberingMonth, u16), Error<T>> {
        let current = NumberingMonth::of(now.day());
        let (month, serial) = match LastNumber::<T>::get(authority) {
            Some((last_month, last)) if last_month >= current => (last_month, last.saturating_add(1)),
            _ => (current, 1),
        };
        let number = CertificateNumber::new(profile.region, profile.digit, month, serial)
            .ok_or(Error::<T>::NumbersOfMonthUsed)?;
        Ok((number, month, serial))
    }
}
