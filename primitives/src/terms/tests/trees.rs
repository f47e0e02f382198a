//! What is in force, what is left, what excludes what.

use super::*;
use crate::marks::RightSet;

#[test]
fn a_chain_leads_to_the_right_of_first_registration() {
    let tree = RightsTree::new(story());
    assert_eq!(tree.chain(3), [3, 2, 0]);
    assert_eq!(
        (tree.root(3), tree.root(1), tree.root(9)),
        (Some(0), Some(1), None)
    );
    assert_eq!((tree.level(0), tree.level(2), tree.level(3)), (0, 1, 2));
}

#[test]
fn ending_a_parent_ends_its_children_the_same_instant() {
    let mut rights = story();
    assert!(RightsTree::new(rights.clone()).is_in_force(3, NOW));
    assert_eq!(RightsTree::new(rights.clone()).falling_with(2, NOW), [3]);
    end(&mut rights, 2);
    let tree = RightsTree::new(rights);
    let ended = Standing::Ended { right: 2, entry: 9 };
    assert_eq!([2, 3].map(|number| tree.standing(number, NOW)), [ended, ended]);
    assert!(tree.is_in_force(0, NOW));
}

#[test]
fn a_licence_that_the_root_holder_signed_outlives_its_parent_and_not_the_root() {
    let mut rights = story();
    rights[3].licence.as_mut().unwrap().root_signed = true;
    assert_eq!(RightsTree::new(rights.clone()).falling_with(2, NOW), [0u32; 0]);
    assert_eq!(RightsTree::new(rights.clone()).falling_with(0, NOW), [2, 3]);
    end(&mut rights, 2);
    assert!(RightsTree::new(rights.clone()).is_in_force(3, NOW));
    end(&mut rights, 0);
    assert_eq!(
        RightsTree::new(rights).standing(3, NOW),
        Standing::Ended { right: 0, entry: 9 }
    );
}

#[test]
fn a_licence_past_its_term_is_expired_with_no_one_acting() {
    let tree = RightsTree::new(story());
    assert_eq!(tree.standing(3, Moment(499)), Standing::InForce);
    let expired = Standing::Expired {
        right: 3,
        since: Moment(500),
    };
    assert_eq!(tree.standing(3, Moment(500)), expired);
    assert_eq!(tree.standing(2, Moment(999)), Standing::InForce);
}

/// NG 36: it is in force until the renewal is decided; what was licensed from it ends by its own term all the same.
#[test]
fn a_right_that_is_being_renewed_is_in_force_past_its_term() {
    let (over, asked) = (Moment(2_000), RightSet::NONE.with(0));
    let mut rights = story();
    // A licence of more than the term of its right, as no case grants it.
    rights[2].right.valid_until = Moment(3_000);
    let lapsed = |right| Standing::Expired { right, since: over };
    let tree = RightsTree::new(rights);
    assert_eq!(
        [0, 1, 2].map(|number| tree.standing(number, over)),
        [0, 1, 0].map(lapsed)
    );
    let kept = tree.keeping(asked);
    let standing = [0, 1, 2].map(|number| kept.standing(number, over));
    assert_eq!(standing, [Standing::InForce, lapsed(1), Standing::InForce]);
    let own = Standing::Expired {
        right: 3,
        since: Moment(500),
    };
    assert_eq!(kept.standing(3, over), own);
    assert_eq!(kept.falling_with(0, over), [2]);
}

#[test]
fn records_that_do_not_fit_together_are_in_force_never() {
    let stray = licence(4, 7, 5, sub());
    let circle = licence(5, 5, 5, sub());
    let deep = (0..6).map(|level| match level {
        0 => root(10, 1),
        level => licence(10 + level, 9 + level, 5, sub()),
    });
    let rights = story().into_iter().chain([stray, circle]).chain(deep).collect();
    let tree = RightsTree::new(rights);
    for number in [4, 5, 15, 99] {
        assert_eq!(tree.standing(number, NOW), Standing::Unknown, "{number}");
    }
    assert!(tree.is_in_force(14, NOW), "four levels");
}

#[test]
fn children_take_of_the_quantity_of_their_parent() {
    let mut rights = story();
    let left = |rights: &[LicensedRight], now| RightsTree::new(rights.to_vec()).left(2, now);
    assert_eq!(left(&rights, NOW), calls(6_000));
    report(&mut rights, 2, 1_000);
    report(&mut rights, 3, 300);
    assert_eq!(left(&rights, NOW), calls(5_000));
    // What an ended sub-licence did not use comes back.
    assert_eq!(left(&rights, Moment(500)), calls(8_700));
    end(&mut rights, 3);
    assert_eq!(left(&rights, NOW), calls(8_700));
    assert_eq!(RightsTree::new(rights).left(0, NOW), None);
}

#[test]
fn an_ended_licence_between_still_takes_what_goes_on_below_it() {
    let mut rights = story();
    rights.push(licence(
        4,
        3,
        5,
        LicenceTerms {
            quantity: calls(1_500),
            ..sub()
        },
    ));
    rights[4].licence.as_mut().unwrap().root_signed = true;
    end(&mut rights, 3);
    report(&mut rights, 3, 100);
    assert_eq!(RightsTree::new(rights).left(2, NOW), calls(8_400));
}

fn excluded(
    rights: Vec<LicensedRight>,
    parent: u32,
    licensee: u64,
    terms: &LicenceTerms,
    subject_to: &[u32],
) -> Option<Excluded> {
    RightsTree::new(rights).excluded(parent, PartyId(licensee), terms, subject_to, NOW)
}

#[test]
fn a_sole_licence_excludes_third_parties_where_it_overlaps() {
    let plain = LicenceTerms {
        kind: LicenceKind::NonExclusive,
        ..freight()
    };
    let elsewhere = LicenceTerms {
        territory: territory(&[31]),
        ..plain.clone()
    };
    let otherwise = LicenceTerms {
        purposes: purposes(&[2]),
        ..plain.clone()
    };
    assert_eq!(excluded(story(), 0, 9, &plain, &[]), Some(Excluded::By(2)));
    assert_eq!(excluded(story(), 0, 9, &elsewhere, &[]), None);
    assert_eq!(excluded(story(), 0, 9, &otherwise, &[]), None);
    // Its own holder is no third party, and neither is who gets a sub-licence of it.
    assert_eq!(excluded(story(), 0, 3, &plain, &[]), None);
    assert_eq!(excluded(story(), 2, 9, &sub(), &[]), None);
}

#[test]
fn an_exclusive_licence_never_binds_an_independent_holder() {
    let exclusive = LicenceTerms {
        kind: LicenceKind::Exclusive,
        ..freight()
    };
    let mut rights = story();
    rights[2].licence.as_mut().unwrap().terms.kind = LicenceKind::Exclusive;
    assert_eq!(excluded(rights, 1, 9, &exclusive, &[]), None);
}

#[test]
fn what_has_ended_excludes_nobody() {
    let mut rights = story();
    end(&mut rights, 2);
    let plain = LicenceTerms {
        kind: LicenceKind::NonExclusive,
        ..freight()
    };
    assert_eq!(excluded(rights, 0, 9, &plain, &[]), None);
}

#[test]
fn earlier_licences_survive_an_exclusive_one_that_is_subject_to_them() {
    let plain = LicenceTerms {
        kind: LicenceKind::NonExclusive,
        sublicensing: 0,
        ..freight()
    };
    let rights = vec![root(0, 1), licence(1, 0, 3, plain)];
    let exclusive = LicenceTerms {
        kind: LicenceKind::Exclusive,
        ..freight()
    };
    assert_eq!(
        excluded(rights.clone(), 0, 9, &exclusive, &[]),
        Some(Excluded::NotSubjectTo(1))
    );
    assert_eq!(excluded(rights, 0, 9, &exclusive, &[1]), None);
}
