//! Renewals that were filed in time and are not decided: until then they keep in force what they cover, though its term is
//! over (NG 36).

use quanji_client::{
    chain::{ChainError, View},
    language::Language,
};
use quanji_primitives::{clock::Moment, filing::Dealing, marks::RightSet, v1::RightRecord, CaseId};
use quanji_verifier::{
    report::{Shown, ShownRight},
    title::RightState,
    Title,
};

use super::words::moment;

/// The renewals of an object that keep something in force now.
async fn undecided(view: &View, title: &Title, now: Moment) -> Result<Vec<(CaseId, Dealing)>, ChainError> {
    let mut found = Vec::new();
    for id in &title.object.open_cases {
        let case = view.case(*id).await?;
        let renewal = case.as_ref().and_then(|case| case.timely_renewal(now));
        found.extend(renewal.map(|renewal| (*id, renewal.clone())));
    }
    Ok(found)
}

/// The rights of first registration that renewals keep in force at `now` though their term is over. The proof of a title has
/// the numbers of its open cases and not what they ask for, so who only holds a proof does not know.
pub async fn kept(view: &View, title: &Title, now: Moment) -> Result<RightSet, ChainError> {
    let over = |right: &RightRecord| right.parent.is_none() && right.valid_until <= now;
    if !title.rights.iter().any(over) {
        return Ok(RightSet::NONE);
    }
    let renewals = undecided(view, title, now).await?;
    let covered = |right: &RightRecord| renewals.iter().any(|(_, renewal)| renewal.covers(right));
    let rights = (0..).zip(&title.rights);
    let kept = rights.filter(|(_, right)| over(right) && covered(right));
    Ok(kept.map(|(number, _)| number).collect())
}

/// Notes, of each right whose term is over, the renewal that keeps it in force.
pub async fn note(view: &View, title: &Title, shown: &mut Shown) -> Result<(), ChainError> {
    let expired = |right: &&mut ShownRight| right.state == RightState::Expired;
    let mut rights = shown.rights.iter_mut().filter(expired).peekable();
    if rights.peek().is_none() {
        return Ok(());
    }
    let renewals = undecided(view, title, view.register_time().await?).await?;
    for right in rights {
        let place = usize::try_from(right.id.index).ok();
        let record = place.and_then(|place| title.rights.get(place));
        let kept = renewals
            .iter()
            .find(|(_, renewal)| record.is_some_and(|record| renewal.covers(record)));
        right.renewal = kept.map(|(case, _)| *case);
    }
    Ok(())
}

/// That a right is kept in force by a renewal, in words.
pub fn text(case: CaseId, until: Moment, language: Language) -> String {
    let until = moment(until);
    language.pick(
        format!("期限已于 {until} 届满，续期申请 {case} 按期提出，决定前继续有效"),
        format!("in force until {case} is decided, its renewal filed in time; its term was over at {until}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::case::sample;
    use quanji_primitives::{
        case::{Case, Stage},
        filing::{Matter, Renewal},
        AuthorityId, ObjectId, RightId,
    };
    use serde_json::{json, Value};

    fn object() -> ObjectId {
        ObjectId::new(AuthorityId(1), 1).unwrap()
    }

    fn case(revives: bool) -> Case {
        let matter = Matter::Renewal(Renewal { years: 1, revives });
        Case {
            filing: Dealing {
                matter,
                ..sample::renewal(object())
            }
            .into(),
            ..sample::in_notice()
        }
    }

    #[test]
    fn a_renewal_keeps_in_force_until_it_is_decided_and_a_revival_keeps_nothing() {
        let now = sample::at("2026-11-05");
        assert!(case(false).timely_renewal(now).is_some());
        assert!(
            case(true).timely_renewal(now).is_none(),
            "what has lapsed has lapsed"
        );
        assert!(sample::in_notice().timely_renewal(now).is_none(), "no dealing");
        for stage in [Stage::Withdrawn, Stage::Terminated, Stage::UnderAppeal] {
            let decided = Case { stage, ..case(false) };
            assert!(decided.timely_renewal(now).is_none(), "{stage:?}");
        }
    }

    #[test]
    fn what_is_kept_in_force_says_by_which_case() {
        let right = |renewal| ShownRight {
            id: RightId {
                object: object(),
                index: 0,
            },
            label: String::new(),
            state: RightState::Expired,
            renewal,
            until: sample::at("2027-11-11"),
            marks: 0,
            licences: 0,
        };
        assert_eq!(right(None).state_json(), ("expired", Value::Null));
        let kept = right(Some(sample::CASE)).state_json();
        assert_eq!(kept, ("in_force", json!({ "renewal": "C1-1-T" })));
        for language in [Language::English, Language::Chinese] {
            let text = text(sample::CASE, sample::at("2027-11-11"), language);
            assert!(text.contains("C1-1-T") && text.contains("2027-11-11"), "{text}");
        }
    }
}
