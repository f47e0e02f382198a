//! What is to be known of a source by those who hold what was made from it: that it has ended, is seized or is disputed. A
//! function of the source's records and time, the same on the chain and for readers.

use super::{
    live::{ends, numbered_live},
    LiveMark, MarkKind,
};
use crate::clock::Moment;

domain! {
    /// What is to be known of a source, the gravest last.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum SourceState {
        /// It is under objection or held: disputed 争议.
        #[codec(index = 0)]
        Disputed,
        /// It is seized 查封.
        #[codec(index = 1)]
        Seized,
        /// It has ended 已终止.
        #[codec(index = 2)]
        Ended,
    }

    /// A notice about a source.
    #[derive(Copy)]
    pub struct SourceNotice {
        /// What is to be known of it.
        pub state: SourceState,
        /// Since when.
        pub since: Moment,
        /// When the last that stands against it will be over by itself, as things are now; nothing while that is not known,
        /// and for what has ended.
        pub until: Option<Moment>,
    }
}

/// What is to be known at `at` of right `number` with the live `marks` of its object; `ended`: since when it has ended.
pub fn notice_of(number: u32, ended: Option<Moment>, marks: &[LiveMark], at: Moment) -> Option<SourceNotice> {
    if let Some(since) = ended {
        return Some(SourceNotice {
            state: SourceState::Ended,
            since,
            until: None,
        });
    }
    let stand = numbered_live(marks, at).zip(ends(marks));
    let against = stand.filter(|((_, mark, standing), _)| standing.stands() && mark.is_against(number));
    against
        .filter_map(|((_, mark, standing), until)| {
            let state = match standing.kind {
                MarkKind::SeizureFirst | MarkKind::SeizureWaiting => SourceState::Seized,
                MarkKind::ObjectionNotice | MarkKind::Hold => SourceState::Disputed,
                MarkKind::Control | MarkKind::Pledge | MarkKind::Reservation | MarkKind::SourceNotice => {
                    return None;
                }
            };
            let since = mark.since;
            Some(SourceNotice { state, since, until })
        })
        .reduce(|one, other| SourceNotice {
            state: one.state.max(other.state),
            since: one.since.min(other.since),
            // It stands as long as one of them does.
            until: one.until.zip(other.until).map(|(one, other)| one.max(other)),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        day_book::TERM_MONTHS_MAX,
        marks::{live::of_all, Mark, MarkEnd, MarkSource, Order, OrderTerm, Organ, OrganKind, RightSet},
        person::CreditCode,
        AuthorityId, ConflictId, Digest,
    };

    const NOW: Moment = Moment(1_790_000_000_000);

    fn mark(kind: MarkKind, since: u64) -> Mark {
        Mark {
            version: 1,
            kind,
            rights: RightSet::NONE.with(2),
            source: MarkSource::Conflict(ConflictId(1)),
            authority: AuthorityId(1),
            since: Moment(NOW.0 - since),
            until: None,
            ended: None,
            order: None,
        }
    }

    fn notice(marks: &[Mark]) -> Option<(SourceState, u64, Option<Moment>)> {
        let found = notice_of(2, None, &of_all(marks, NOW), NOW)?;
        Some((found.state, NOW.0 - found.since.0, found.until))
    }

    #[test]
    fn seizures_and_disputes_are_noticed_and_other_marks_are_not() {
        let cases = [
            (MarkKind::ObjectionNotice, Some(SourceState::Disputed)),
            (MarkKind::Hold, Some(SourceState::Disputed)),
            (MarkKind::SeizureFirst, Some(SourceState::Seized)),
            (MarkKind::SeizureWaiting, Some(SourceState::Seized)),
            (MarkKind::Control, None),
            (MarkKind::Pledge, None),
            (MarkKind::Reservation, None),
            (MarkKind::SourceNotice, None),
        ];
        for (kind, state) in cases {
            let expected = state.map(|state| (state, 5, None));
            assert_eq!(notice(&[mark(kind, 5)]), expected, "{kind:?}");
        }
        assert_eq!(
            notice_of(1, None, &of_all(&[mark(MarkKind::Hold, 5)], NOW), NOW),
            None
        );
        let ended = Mark {
            ended: Some((NOW, MarkEnd::Dismissed)),
            ..mark(MarkKind::Hold, 5)
        };
        assert_eq!(notice(&[ended]), None);
    }

    #[test]
    fn the_gravest_is_named_since_the_first_until_the_last() {
        let until = |mark, until| Mark {
            until: Some(Moment(NOW.0 + until)),
            ..mark
        };
        let objection = until(mark(MarkKind::ObjectionNotice, 9), 70);
        let seizure = until(mark(MarkKind::SeizureFirst, 5), 40);
        let last = Some(Moment(NOW.0 + 70));
        assert_eq!(
            notice(&[objection, seizure]),
            Some((SourceState::Seized, 9, last))
        );
        let endless = mark(MarkKind::Hold, 3);
        assert_eq!(
            notice(&[objection, endless]),
            Some((SourceState::Disputed, 9, None))
        );
    }

    #[test]
    fn a_waiting_seizure_is_over_after_the_one_before_it() {
        let order = Order {
            organ: Organ {
                kind: OrganKind::Court,
                code: CreditCode(*b"12440000MB0000001C"),
            },
            instrument: Digest::Sha2_256([1; 32]),
            received_at: NOW,
            confirm_by: None,
            term: OrderTerm::Days(30),
            entered_between: None,
        };
        let of_order = |kind, since, until| Mark {
            order: Some(order),
            until,
            ..mark(kind, since)
        };
        let first_end = NOW.day().plus(TERM_MONTHS_MAX).end();
        let first = of_order(MarkKind::SeizureFirst, 9, Some(first_end));
        let waiting = of_order(MarkKind::SeizureWaiting, 5, None);
        let until = OrderTerm::Days(30).end_from(first_end.day());
        assert_eq!(
            notice(&[first, waiting]),
            Some((SourceState::Seized, 9, Some(until)))
        );
    }

    #[test]
    fn what_has_ended_has_ended_whatever_stood_against_it() {
        let found = notice_of(2, Some(Moment(7)), &of_all(&[mark(MarkKind::Hold, 5)], NOW), NOW).unwrap();
        assert_eq!(
            (found.state, found.since, found.until),
            (SourceState::Ended, Moment(7), None)
        );
    }
}
