//! Holders and their shares.

use quanji_primitives::{
    rights::{Holders, Share, SHARES_WHOLE},
    PartyId,
};

use super::{bounded, ApplicationError, Holder, Text};

/// Holders in text form.
pub fn holders_of(holders: &Holders) -> Vec<Holder> {
    match holders {
        Holders::Shares(shares) => shares
            .iter()
            .map(|share| Holder {
                party: Text(share.party),
                parts: Some(share.parts),
            })
            .collect(),
        Holders::Sole(_) | Holders::Joint(_) => holders
            .parties()
            .into_iter()
            .map(|party| Holder {
                party: Text(party),
                parts: None,
            })
            .collect(),
    }
}

/// Holders as the register takes them: in rising order.
pub fn from_text(given: &[Holder]) -> Result<Holders, ApplicationError> {
    let mut given = given.to_vec();
    given.sort_by_key(|holder| holder.party.0);
    let with_share = given.iter().filter(|holder| holder.parts.is_some()).count();
    match (given.as_slice(), with_share) {
        ([], _) => Err(ApplicationError::NoHolder),
        ([only], 0) => Ok(Holders::Sole(only.party.0)),
        (all, 0) => Ok(Holders::Joint(bounded(
            "holders",
            all.iter().map(|holder| holder.party.0).collect(),
        )?)),
        (all, some) if some < all.len() => Err(ApplicationError::SharesMixed),
        (all, _) => {
            let shares = all.iter().map(|holder| Share {
                party: holder.party.0,
                parts: holder.parts.unwrap_or(0),
            });
            let shares = Holders::Shares(bounded("holders", shares.collect())?);
            shares.check().map_err(|_| ApplicationError::SharesNotWhole)?;
            Ok(shares)
        }
    }
}

/// Shares given as fractions, in millionths that add up to one whole: what rounding leaves goes to the first holders.
pub fn shares(fractions: &[(PartyId, u32, u32)]) -> Result<Vec<Holder>, ApplicationError> {
    let not_whole = || ApplicationError::SharesNotWhole;
    let whole = u64::from(SHARES_WHOLE);
    let mut common: u128 = 1;
    for (_, _, denominator) in fractions {
        if *denominator == 0 {
            return Err(not_whole());
        }
        common = common
            .checked_mul(u128::from(*denominator))
            .ok_or_else(not_whole)?;
    }
    let sum = fractions
        .iter()
        .try_fold(0u128, |sum, (_, numerator, denominator)| {
            sum.checked_add((common / u128::from(*denominator)).checked_mul(u128::from(*numerator))?)
        });
    if sum != Some(common) {
        return Err(not_whole());
    }
    let floors: Vec<u64> = fractions
        .iter()
        .map(|(_, numerator, denominator)| u64::from(*numerator) * whole / u64::from(*denominator))
        .collect();
    let mut left = whole.saturating_sub(floors.iter().sum());
    let mut holders = Vec::new();
    for ((party, ..), floor) in fractions.iter().zip(floors) {
        let more = u64::from(left > 0);
        left -= more;
        holders.push(Holder {
            party: Text(*party),
            parts: u32::try_from(floor + more).ok(),
        });
    }
    Ok(holders)
}

#[cfg(test)]
mod tests {
    use quanji_primitives::AuthorityId;

    use super::*;

    fn party(serial: u64) -> PartyId {
        PartyId::new(AuthorityId(1), serial).unwrap()
    }

    #[test]
    fn thirds_make_one_whole() {
        let parts = shares(&[(party(1), 1, 3), (party(2), 1, 3), (party(3), 1, 3)]).unwrap();
        let sum: u32 = parts.iter().map(|holder| holder.parts.unwrap()).sum();
        assert_eq!(sum, SHARES_WHOLE);
        assert_eq!(
            shares(&[(party(1), 1, 3), (party(2), 1, 3)]),
            Err(ApplicationError::SharesNotWhole)
        );
        assert_eq!(shares(&[(party(1), 1, 0)]), Err(ApplicationError::SharesNotWhole));
    }

    #[test]
    fn holders_are_put_in_order_and_not_mixed() {
        let plain = |serial| Holder {
            party: Text(party(serial)),
            parts: None,
        };
        assert_eq!(from_text(&[]), Err(ApplicationError::NoHolder));
        assert_eq!(from_text(&[plain(1)]), Ok(Holders::Sole(party(1))));
        assert!(from_text(&[plain(2), plain(1)]).unwrap().check().is_ok());
        let shared = Holder {
            party: Text(party(2)),
            parts: Some(SHARES_WHOLE),
        };
        assert_eq!(from_text(&[plain(1), shared]), Err(ApplicationError::SharesMixed));
    }
}
