//! Whether a use is covered.

use super::*;

fn asked(purpose: u8, region: u8) -> Use {
    Use {
        purpose,
        region: Region(region),
        medium: None,
    }
}

fn answer(rights: Vec<LicensedRight>, number: u32, party: u64, asked: Use) -> Option<UseBar> {
    match may_use(&RightsTree::new(rights), number, PartyId(party), asked, NOW) {
        UseAnswer::Yes { .. } => None,
        UseAnswer::No { bar, .. } => Some(bar),
    }
}

#[test]
fn a_use_within_the_terms_is_covered_with_its_chain() {
    let tree = RightsTree::new(story());
    let chain = vec![3, 2, 0].try_into().unwrap();
    assert_eq!(
        may_use(&tree, 3, PartyId(4), asked(1, 44), NOW),
        UseAnswer::Yes { chain }
    );
}

#[test]
fn a_use_outside_the_terms_is_not_covered_and_says_why() {
    let purpose = UseBar::Purpose {
        asked: 2,
        allowed: purposes(&[1]),
    };
    assert_eq!(answer(story(), 3, 4, asked(2, 44)), Some(purpose));
    let region = UseBar::Region {
        asked: Region(45),
        allowed: territory(&[44]),
    };
    assert_eq!(answer(story(), 3, 4, asked(1, 45)), Some(region));
    assert_eq!(answer(story(), 3, 3, asked(1, 44)), Some(UseBar::NotTheHolder));
    assert_eq!(answer(story(), 9, 3, asked(1, 44)), Some(UseBar::NoSuchRight));
    let mut rights = story();
    rights[0].right.kind = RightKind::Holding;
    assert_eq!(answer(rights, 0, 1, asked(1, 44)), Some(UseBar::NoRightToUse));
    let mut rights = story();
    rights[3].licence.as_mut().unwrap().terms.media = vec![Medium::Interface].try_into().unwrap();
    let on_site = Use {
        medium: Some(Medium::OnSite),
        ..asked(1, 44)
    };
    assert_eq!(
        answer(rights.clone(), 3, 4, on_site),
        Some(UseBar::Medium {
            asked: Medium::OnSite
        })
    );
    assert_eq!(answer(rights, 3, 4, asked(1, 44)), None);
}

#[test]
fn use_ends_with_the_parent_the_quantity_and_the_export_route() {
    let mut rights = story();
    end(&mut rights, 2);
    let ended = UseBar::NotInForce(Standing::Ended { right: 2, entry: 9 });
    assert_eq!(answer(rights, 3, 4, asked(1, 44)), Some(ended));
    let mut rights = story();
    report(&mut rights, 3, 4_000);
    let used = UseBar::QuantityUsed {
        used: 4_000,
        allowed: 4_000,
    };
    assert_eq!(answer(rights, 3, 4, asked(1, 44)), Some(used));
    let mut rights = story();
    let route = ExportRoute {
        kind: ExportRouteKind::Certification,
        document: DIGEST,
        until: NOW,
    };
    rights[3].licence.as_mut().unwrap().terms.export = Some(route);
    assert_eq!(
        answer(rights, 3, 4, asked(1, 44)),
        Some(UseBar::RouteEnded { since: NOW })
    );
}

#[test]
fn use_in_another_scene_is_not_covered() {
    let mut rights = story();
    let scene = authorised(AuthorisationMode::Scene {
        scene: 1,
        list: DIGEST,
        approval: DIGEST,
    });
    rights[2].licence.as_mut().unwrap().terms.authorisation = Some(scene);
    assert_eq!(
        answer(rights.clone(), 2, 3, asked(2, 44)),
        Some(UseBar::Scene { asked: 2, allowed: 1 })
    );
    assert_eq!(answer(rights, 2, 3, asked(1, 44)), None);
}

#[test]
fn an_exclusive_licence_bars_its_licensor_and_a_sole_one_does_not() {
    assert_eq!(answer(story(), 0, 1, asked(1, 44)), None);
    let mut rights = story();
    rights[2].licence.as_mut().unwrap().terms.kind = LicenceKind::Exclusive;
    assert_eq!(
        answer(rights.clone(), 0, 1, asked(1, 44)),
        Some(UseBar::GivenExclusively { licence: 2 })
    );
    assert_eq!(answer(rights.clone(), 0, 1, asked(1, 31)), None);
    assert_eq!(answer(rights, 2, 3, asked(1, 44)), None);
}
