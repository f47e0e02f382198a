//! Sums, rights and documents, as the command line gives them.

use clap::Args;
use quanji_client::chain::View;
use quanji_primitives::{
    clock::{Day, Moment},
    collateral::{Amount, Currency, Deed, DeedMatter, Sum},
    marks::RightSet,
    Digest, ObjectId, RightId,
};

use super::super::{
    context::Context,
    exit::Failure,
    node::{arguments, bad_value, digest},
};

/// A deed can be signed for so many days unless said otherwise.
const OPEN_DAYS: u32 = 30;

/// A sum: an amount in clear or committed to, and its currency.
#[derive(Debug, Args)]
pub struct Money {
    /// How much, in units of the currency with at most two decimals: 28000000.00
    #[arg(long, value_name = "AMOUNT", conflicts_with = "commitment")]
    amount: Option<String>,
    /// Instead of the amount: a salted digest to which the parties commit
    #[arg(long, value_name = "DIGEST")]
    commitment: Option<Digest>,
    /// The currency, three letters: CNY
    #[arg(long, value_name = "CODE", default_value = "CNY")]
    currency: Currency,
}

impl Money {
    /// The sum, where one is given.
    pub fn sum(&self) -> Result<Option<Sum>, Failure> {
        let amount = match (self.amount.as_deref(), self.commitment) {
            (Some(text), None) => {
                Amount::InClear(hundredths(text).ok_or_else(|| bad_value("--amount", text, "28000000.00"))?)
            }
            (None, Some(digest)) => Amount::Committed(digest),
            _ => return Ok(None),
        };
        let currency = self.currency;
        Ok(Some(Sum { amount, currency }))
    }

    /// The sum, which must be given.
    pub fn needed(&self) -> Result<Sum, Failure> {
        self.sum()?.ok_or_else(|| arguments("--amount | --commitment"))
    }
}

/// Hundredths of an amount with at most two decimals.
fn hundredths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    let part: u64 = format!("{part:0<2}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(part)
}

/// The document of a deed, and until when it can be signed.
#[derive(Debug, Args)]
pub struct Paper {
    /// The contract or other document: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    contract: String,
    /// The last day on which it can be signed, at most 90 days ahead [default: in 30 days]
    #[arg(long, value_name = "DATE")]
    open_until: Option<Day>,
}

impl Paper {
    /// The deed that does this.
    pub async fn deed(&self, context: &Context, view: &View, matter: DeedMatter) -> Result<Deed, Failure> {
        let now: Moment = view.register_time().await?;
        let last = self.open_until.unwrap_or_else(|| now.day().plus(OPEN_DAYS));
        Ok(Deed {
            matter,
            document: digest(context, &self.contract)?,
            open_until: last.end(),
        })
    }
}

/// Rights, by their objects in rising order.
pub fn by_object(rights: &[RightId]) -> Vec<(ObjectId, RightSet)> {
    let mut rights = rights.to_vec();
    rights.sort_unstable();
    let mut found: Vec<(ObjectId, RightSet)> = Vec::new();
    for right in rights {
        match found.last_mut().filter(|(object, _)| *object == right.object) {
            Some((_, set)) => *set = set.with(right.index),
            None => found.push((right.object, RightSet::NONE.with(right.index))),
        }
    }
    found
}

/// Rights of one object.
pub fn of_one_object(rights: &[RightId]) -> Result<(ObjectId, RightSet), Failure> {
    match by_object(rights).as_slice() {
        [one] => Ok(*one),
        _ => Err(arguments("RIGHT")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_two_decimals_at_most() {
        for (text, fen) in [
            ("28000000", 2_800_000_000),
            ("28000000.5", 2_800_000_050),
            ("0.01", 1),
            ("7.", 700),
        ] {
            assert_eq!(hundredths(text), Some(fen), "{text}");
        }
        for text in ["", ".5", "1.234", "1e3", "-1", "1,000", "999999999999999999999"] {
            assert_eq!(hundredths(text), None, "{text}");
        }
    }

    #[test]
    fn rights_are_sorted_by_their_objects() {
        let right = |object, index| RightId {
            object: ObjectId(object),
            index,
        };
        let given = [right(9, 1), right(3, 2), right(9, 0)];
        let set = |numbers: &[u32]| numbers.iter().copied().collect::<RightSet>();
        assert_eq!(
            by_object(&given),
            [(ObjectId(3), set(&[2])), (ObjectId(9), set(&[0, 1]))]
        );
        assert!(of_one_object(&given).is_err());
        assert!(of_one_object(&given[..1]).is_ok());
    }
}
