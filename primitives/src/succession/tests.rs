use super::*;
use crate::{person::CreditCode, rights::SHARES_WHOLE};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn joint(ids: &[u64]) -> Holders {
    let parties: Vec<_> = ids.iter().copied().map(PartyId).collect();
    Holders::Joint(parties.try_into().unwrap())
}

fn shares(parts: &[(u64, u32)]) -> Holders {
    let shares: Vec<_> = parts
        .iter()
        .map(|(id, parts)| Share {
            party: PartyId(*id),
            parts: *parts,
        })
        .collect();
    Holders::Shares(shares.try_into().unwrap())
}

fn terms(event: SuccessionEvent, successors: &[u64]) -> SuccessionTerms {
    let successors: Vec<_> = successors.iter().copied().map(PartyId).collect();
    SuccessionTerms {
        event,
        instrument: Digest::Sha2_256([5; 32]),
        effective: Day(20_000),
        successors: successors.try_into().unwrap(),
    }
}

const PREDECESSOR: PartyId = PartyId(1);

fn company() -> Person {
    Person::LegalPerson(CreditCode(*b"9144030071526726XG"))
}

#[test]
fn a_party_is_followed_to_the_one_in_its_place_today() {
    let chain = BTreeMap::from([(1, 2), (2, 7), (5, 7)]);
    let successor_of = |party: PartyId| chain.get(&party.0).copied().map(PartyId);
    for (party, expected) in [(1, 7), (2, 7), (5, 7), (7, 7), (9, 9)] {
        assert_eq!(current(PartyId(party), successor_of), PartyId(expected));
    }
}

#[test]
fn a_chain_is_followed_to_its_longest_and_no_further() {
    let next = |party: PartyId| Some(PartyId(party.0 + 1));
    assert_eq!(
        current(PartyId(0), next),
        PartyId(u64::from(SUCCESSION_DEPTH_MAX) + 1)
    );
    let longest = |party: PartyId| (party.0 < u64::from(SUCCESSION_DEPTH_MAX)).then(|| PartyId(party.0 + 1));
    assert_eq!(
        current(PartyId(0), longest),
        PartyId(u64::from(SUCCESSION_DEPTH_MAX))
    );
}

#[test]
fn co_holders_who_became_one_are_one_holder() {
    let to_nine = |party: PartyId| if party.0 < 3 { PartyId(9) } else { party };
    assert_eq!(
        current_holders(&Holders::Sole(PartyId(1)), to_nine),
        Holders::Sole(PartyId(9))
    );
    assert_eq!(
        current_holders(&joint(&[1, 2]), to_nine),
        Holders::Sole(PartyId(9))
    );
    assert_eq!(current_holders(&joint(&[1, 2, 5]), to_nine), joint(&[5, 9]));
    assert_eq!(
        current_holders(&shares(&[(1, 400_000), (2, 600_000)]), to_nine),
        Holders::Sole(PartyId(9))
    );
}

#[test]
fn shares_of_one_and_the_same_are_added_up() {
    assert_eq!(
        replaced_holder(
            &shares(&[(1, 250_000), (2, 250_000), (3, 500_000)]),
            PartyId(1),
            PartyId(3)
        ),
        shares(&[(2, 250_000), (3, 750_000)])
    );
    // The successor stands where the order puts it.
    assert_eq!(
        replaced_holder(&shares(&[(1, 300_000), (2, 700_000)]), PartyId(1), PartyId(8)),
        shares(&[(2, 700_000), (8, 300_000)])
    );
}

#[test]
fn only_natural_persons_die_and_nothing_else_ends_them() {
    let natural = Person::NaturalPerson([4; 32]);
    for event in [
        SuccessionEvent::Merger,
        SuccessionEvent::Dissolution,
        SuccessionEvent::Bankruptcy,
    ] {
        assert_eq!(terms(event, &[2]).check(PREDECESSOR, &company()), Ok(()));
        assert_eq!(
            terms(event, &[2]).check(PREDECESSOR, &natural),
            Err(TermsFlaw::Event)
        );
    }
    assert_eq!(
        terms(SuccessionEvent::Death, &[2, 3]).check(PREDECESSOR, &natural),
        Ok(())
    );
    assert_eq!(
        terms(SuccessionEvent::Death, &[2]).check(PREDECESSOR, &company()),
        Err(TermsFlaw::Event)
    );
}

#[test]
fn a_merger_has_one_successor_and_a_division_several() {
    let check = |event, successors: &[u64]| terms(event, successors).check(PREDECESSOR, &company());
    assert_eq!(check(SuccessionEvent::Merger, &[]), Err(TermsFlaw::Successors));
    assert_eq!(
        check(SuccessionEvent::Merger, &[2, 3]),
        Err(TermsFlaw::Successors)
    );
    assert_eq!(check(SuccessionEvent::Division, &[2]), Err(TermsFlaw::Successors));
    assert_eq!(check(SuccessionEvent::Division, &[2, 3]), Ok(()));
    assert_eq!(
        check(SuccessionEvent::Division, &[2, 2]),
        Err(TermsFlaw::Successors)
    );
    assert_eq!(
        check(SuccessionEvent::Bankruptcy, &[]),
        Err(TermsFlaw::Successors)
    );
    assert_eq!(check(SuccessionEvent::Dissolution, &[3, 2]), Ok(()));
}

#[test]
fn a_divided_party_that_survives_stands_first() {
    let check = |event, successors: &[u64]| terms(event, successors).check(PREDECESSOR, &company());
    assert_eq!(check(SuccessionEvent::Division, &[1, 2]), Ok(()));
    assert_eq!(
        check(SuccessionEvent::Division, &[2, 1]),
        Err(TermsFlaw::OwnSuccessor)
    );
    assert_eq!(check(SuccessionEvent::Merger, &[1]), Err(TermsFlaw::OwnSuccessor));
    assert_eq!(
        check(SuccessionEvent::Bankruptcy, &[1, 2]),
        Err(TermsFlaw::OwnSuccessor)
    );
}

#[test]
fn a_batch_names_each_holding_once() {
    let item = |holding, successor| Assignment { holding, successor };
    let check = |batch: &[Assignment]| check_batch(batch, 10, 2, |holding| holding == 7);
    assert_eq!(check(&[item(0, 0), item(9, 1)]), Ok(()));
    assert_eq!(check(&[]), Err(BatchFlaw::Empty));
    assert_eq!(check(&[item(10, 0)]), Err(BatchFlaw::NoSuchHolding));
    assert_eq!(check(&[item(3, 0), item(3, 1)]), Err(BatchFlaw::Assigned));
    assert_eq!(check(&[item(7, 0)]), Err(BatchFlaw::Assigned));
    assert_eq!(check(&[item(3, 2)]), Err(BatchFlaw::NoSuchSuccessor));
}

fn any_holders() -> impl Strategy<Value = Holders> {
    let parties = prop::collection::btree_set(0u64..20, 2..=16);
    let by_shares =
        (parties.clone(), prop::collection::vec(1u32..60_000, 16)).prop_map(|(parties, parts)| {
            let count = parties.len();
            let mut left = SHARES_WHOLE;
            let listed: Vec<_> = parties
                .into_iter()
                .zip(parts)
                .enumerate()
                .map(|(place, (party, parts))| {
                    let parts = if place + 1 == count { left } else { parts };
                    left -= parts;
                    (party, parts)
                })
                .collect();
            shares(&listed)
        });
    prop_oneof![
        (0u64..20).prop_map(|party| Holders::Sole(PartyId(party))),
        parties.prop_map(|parties| joint(&parties.into_iter().collect::<Vec<_>>())),
        by_shares,
    ]
}

/// What each party holds of a right, in the end.
fn parts(holders: &Holders) -> BTreeMap<PartyId, u32> {
    match holders {
        Holders::Shares(shares) => shares.iter().map(|share| (share.party, share.parts)).collect(),
        Holders::Sole(party) => BTreeMap::from([(*party, SHARES_WHOLE)]),
        Holders::Joint(parties) => parties.iter().map(|party| (*party, 0)).collect(),
    }
}

proptest! {
    #[test]
    fn nothing_of_a_right_is_lost_or_doubled(holders in any_holders(), merged in prop::collection::btree_map(0u64..20, 20u64..25, 0..12)) {
        prop_assert_eq!(holders.check(), Ok(()));
        let follow = |party: PartyId| PartyId(merged.get(&party.0).copied().unwrap_or(party.0));
        let followed = current_holders(&holders, follow);
        prop_assert_eq!(followed.check(), Ok(()));
        prop_assert_eq!(&current_holders(&followed, follow), &followed);
        let expected: std::collections::BTreeSet<_> = holders.parties().into_iter().map(follow).collect();
        prop_assert_eq!(followed.parties().into_iter().collect::<std::collections::BTreeSet<_>>(), expected);
        if let Holders::Shares(_) = holders {
            let mut sums: BTreeMap<PartyId, u32> = BTreeMap::new();
            for (party, parts) in parts(&holders) {
                *sums.entry(follow(party)).or_default() += parts;
            }
            prop_assert_eq!(parts(&followed), sums);
        }
    }

    /// Whatever the batches and their order: every holding is passed once, and after the last none is left.
    #[test]
    fn any_order_of_batches_passes_every_holding_once(
        (order, sizes) in (1u32..400).prop_flat_map(|count| {
            let order = Just((0..count).collect::<Vec<_>>()).prop_shuffle();
            (order, prop::collection::vec(1usize..=BATCH_MAX as usize, 1..40))
        }),
    ) {
        let count = order.len() as u32;
        let mut assigned: BTreeMap<u32, u8> = BTreeMap::new();
        let mut rest = order.as_slice();
        for size in sizes.iter().cycle() {
            if rest.is_empty() {
                break;
            }
            let (next, later) = rest.split_at((*size).min(rest.len()));
            rest = later;
            let batch: Vec<_> = next
                .iter()
                .map(|holding| Assignment { holding: *holding, successor: (holding % 3) as u8 })
                .collect();
            prop_assert_eq!(check_batch(&batch, count, 3, |holding| assigned.contains_key(&holding)), Ok(()));
            assigned.extend(batch.iter().map(|item| (item.holding, item.successor)));
            // The same batch again passes nothing.
            prop_assert_eq!(
                check_batch(&batch, count, 3, |holding| assigned.contains_key(&holding)),
                Err(BatchFlaw::Assigned)
            );
        }
        prop_assert_eq!(assigned.keys().copied().collect::<Vec<_>>(), (0..count).collect::<Vec<_>>());
    }
}
