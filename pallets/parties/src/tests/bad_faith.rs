//! Facts of bad faith that another pallet records on a party (S047).

use super::*;
use crate::{BadFaithCount, BarredUntil, Event};
use quanji_primitives::{
    bad_faith::{BadFaith, BadFaithFinding},
    directory::PartyRegister,
    CaseId,
};

fn fact(at: u64, barred_until: Option<u64>) -> BadFaith {
    BadFaith {
        version: 1,
        finding: BadFaithFinding::FalseMaterial,
        case: CaseId(7),
        authority: AuthorityId(1),
        at: Moment(at),
        record: ATTORNEY,
        barred_until: barred_until.map(Moment),
    }
}

#[test]
fn facts_of_bad_faith_are_counted_and_listed() {
    Chain::default().build_and_execute(|| {
        let party = party(1);
        System::reset_events();
        let facts = [fact(1, None), fact(2, None)];
        for fact in facts {
            <Parties as PartyRegister<u64>>::record_bad_faith(party, fact);
        }
        let event = |number: u32| {
            Event::BadFaithRecorded {
                party,
                number,
                fact: facts[number as usize],
            }
            .into()
        };
        let events: Vec<RuntimeEvent> = System::events().into_iter().map(|record| record.event).collect();
        assert_eq!(events, [event(0), event(1)]);
        assert_eq!(BadFaithCount::<Test>::get(party), 2);
        assert_eq!(Parties::bad_faith(party, 0), facts);
        assert_eq!(Parties::bad_faith(party, 1), facts[1..]);
        assert!(!<Parties as PartyRegister<u64>>::is_barred(party, Moment(0)));
    });
}

#[test]
fn the_longest_bar_counts() {
    Chain::default().build_and_execute(|| {
        let party = party(1);
        for until in [Some(200), Some(100), None] {
            <Parties as PartyRegister<u64>>::record_bad_faith(party, fact(1, until));
        }
        let barred = |at| <Parties as PartyRegister<u64>>::is_barred(party, Moment(at));
        assert_eq!([199, 200, 201].map(barred), [true, false, false]);
        assert_eq!(BarredUntil::<Test>::get(party), Moment(200));
    });
}

#[test]
fn nothing_is_recorded_on_who_is_no_party() {
    Chain::default().build_and_execute(|| {
        let nobody = party(99);
        <Parties as PartyRegister<u64>>::record_bad_faith(nobody, fact(1, Some(9)));
        assert_eq!(BadFaithCount::<Test>::get(nobody), 0);
        assert!(!<Parties as PartyRegister<u64>>::is_barred(nobody, Moment(0)));
    });
}
