//! Which rights can be pledged, as the register judges it.

use super::*;
use quanji_primitives::regimes::{public_data_2025, shenzhen_2023, PUBLIC_DATA_2025, SHENZHEN_2023};

/// Every right lets its holder pledge there.
fn shenzhen(register: &mut Register) {
    register.regime = shenzhen_2023();
    register.object.regime = SHENZHEN_2023;
}

/// The rights with these numbers, in the register as it is changed.
fn looked_at(rights: &[u32], change: impl FnOnce(&mut Register)) -> Given {
    Given {
        rights: rights.to_vec(),
        ..given(change)
    }
}

#[test]
fn only_an_operating_right_gives_security_where_the_regime_says_so() {
    let holding = looked_at(&[0, 1], |_| ());
    assert_eq!(holding.codes(), ["no_operating_right"]);
    assert_eq!(
        (holding.only().weight, holding.only().article),
        (Weight::Grave, "NG 3")
    );
}

#[test]
fn the_operating_right_of_its_certificate_lets_another_right_be_pledged() {
    let on_one_certificate = |register: &mut Register| {
        register.rights[2].certificate = 0;
        register.certificates[0].rights = vec![0, 1, 2].try_into().unwrap();
    };
    assert_eq!(looked_at(&[0], on_one_certificate).codes(), [""; 0]);
    let lapsed = looked_at(&[0], |register| {
        on_one_certificate(register);
        register.rights[2].valid_until = AS_OF;
    });
    assert_eq!(lapsed.codes(), ["no_operating_right"]);
}

#[test]
fn any_right_of_first_registration_gives_security_where_the_regime_asks_for_no_more() {
    assert_eq!(looked_at(&[0], shenzhen).codes(), [""; 0]);
    let lapsed = looked_at(&[0], |register| {
        shenzhen(register);
        register.rights[0].valid_until = AS_OF;
    });
    assert_eq!(lapsed.codes(), ["lapsed", "nothing_to_pledge"]);
}

#[test]
fn a_licence_gives_no_security_even_of_the_operating_right() {
    let of_operating = |register: &mut Register| {
        licensing(LicenceKind::NonExclusive)(register);
        register.rights[3].kind = RightKind::Operating;
    };
    assert_eq!(looked_at(&[3], of_operating).codes(), ["no_operating_right"]);
    let elsewhere = looked_at(&[3], |register| {
        of_operating(register);
        shenzhen(register);
    });
    assert_eq!(elsewhere.codes(), ["nothing_to_pledge"]);
    // Beside a right that can be pledged it does no harm.
    assert_eq!(looked_at(&[2, 3], of_operating).codes(), [""; 0]);
}

#[test]
fn a_regime_without_rights_or_pledges_lets_nothing_be_pledged() {
    let public = looked_at(&[2], |register| {
        register.regime = public_data_2025();
        register.object.regime = PUBLIC_DATA_2025;
    });
    assert_eq!(public.codes(), ["nothing_to_pledge"]);
    let without_act = looked_at(&[2], |register| {
        register.regime.acts.retain(|row| row.act != Act::Pledge);
    });
    assert_eq!(without_act.codes(), ["nothing_to_pledge"]);
}
