//! What the pool says to a transaction.

use subxt_rpcs::UserError;

use super::super::{ChainError, Refusal, SubmitError};

/// The pool's codes, as every Substrate node gives them.
const INVALID: i32 = 1010;
const BANNED: i32 = 1012;
const ALREADY_THERE: i32 = 1013;
const PRIORITY_TOO_LOW: i32 = 1014;
const POOL_FULL: i32 = 1016;

/// The numbers of refusals at the door that concern the sender, not the call.
const NOT_ADMITTED: u8 = 1;
const SUSPENDED: u8 = 2;
/// The numbers of those that time removes.
const QUOTA_USED: u8 = 3;
const TOO_MANY_PENDING: u8 = 4;

/// What to do after the pool's answer.
#[derive(Debug)]
pub(super) enum Answer {
    /// It has the transaction.
    Taken,
    /// Send it again later.
    Later(Refusal),
    /// The nonce is used: the same key signs elsewhere too.
    NonceUsed,
    /// It takes this call at no time.
    Refused(Refusal),
}

/// Reads the pool's error; one that concerns every call is given back as error.
pub(super) fn read(error: &UserError) -> Result<Answer, SubmitError> {
    let words = error
        .data
        .as_ref()
        .map_or(error.message.as_str(), |data| data.get().trim_matches('"'));
    let custom = words
        .split_once("Custom error: ")
        .and_then(|(_, number)| number.trim().parse::<u8>().ok());
    match (error.code, custom) {
        (INVALID, Some(number @ (NOT_ADMITTED | SUSPENDED))) => Err(Refusal::of_admission(number).into()),
        (INVALID, Some(number @ (QUOTA_USED | TOO_MANY_PENDING))) => {
            Ok(Answer::Later(Refusal::of_admission(number)))
        }
        (INVALID, Some(number)) => Ok(Answer::Refused(Refusal::of_admission(number))),
        (INVALID, None) if words.contains("outdated") => Ok(Answer::NonceUsed),
        (PRIORITY_TOO_LOW, _) => Ok(Answer::NonceUsed),
        (ALREADY_THERE, _) => Ok(Answer::Taken),
        (BANNED | POOL_FULL, _) => Ok(Answer::Later(Refusal::of_admission(TOO_MANY_PENDING))),
        (INVALID, None) if words.contains("not expected") => Ok(Answer::Refused(Refusal::unnamed(words))),
        _ => Err(ChainError::NotIncluded {
            reason: words.to_owned(),
        }
        .into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(code: i32, data: &str) -> Result<Answer, SubmitError> {
        let data = serde_json::value::RawValue::from_string(format!("{data:?}")).unwrap();
        read(&UserError {
            code,
            message: "Invalid Transaction".into(),
            data: Some(data),
        })
    }

    #[test]
    fn a_used_quota_waits_and_an_oversized_call_does_not() {
        for number in [QUOTA_USED, TOO_MANY_PENDING] {
            let answer = said(INVALID, &format!("Custom error: {number}"));
            assert!(matches!(answer, Ok(Answer::Later(_))), "{answer:?}");
        }
        assert!(
            matches!(said(INVALID, "Custom error: 5"), Ok(Answer::Refused(refusal)) if refusal.error == "LargerThanQuota")
        );
    }

    #[test]
    fn a_sender_who_is_not_admitted_stops_everything() {
        for number in [NOT_ADMITTED, SUSPENDED] {
            let answer = said(INVALID, &format!("Custom error: {number}"));
            assert!(matches!(answer, Err(SubmitError::Refused(_))), "{answer:?}");
        }
        assert!(said(INVALID, "Transaction has a bad signature").is_err());
    }

    #[test]
    fn a_nonce_that_is_used_is_told_from_a_call_that_is_there() {
        assert!(matches!(
            said(INVALID, "Transaction is outdated"),
            Ok(Answer::NonceUsed)
        ));
        assert!(matches!(
            said(PRIORITY_TOO_LOW, "The transaction has too low priority"),
            Ok(Answer::NonceUsed)
        ));
        assert!(matches!(said(ALREADY_THERE, ""), Ok(Answer::Taken)));
    }
}
