//! Licences, their offers and ends, up to the call that is tried.

use super::{
    scenes::{CO_HOLDER, EXAMINER, HOLDER, LICENSEE, OWN, RECEIVER},
    table::Scene,
};
use crate::{
    tests::{
        disputes::{by, DIGEST},
        licences::{filing, terms, OPERATING},
    },
    Licences, Runtime, RuntimeCall,
};
use frame_support::assert_ok;
use quanji_primitives::{
    capacity::Capacity,
    terms::{EndCause, LicenceKind, LicenceTerms},
    ObjectId,
};

fn offer(object: ObjectId, kind: LicenceKind) -> pallet_licences::Call<Runtime> {
    let terms = LicenceTerms {
        kind,
        ..terms(1_000, 60, 1)
    };
    let filing = filing(OPERATING, LICENSEE, terms);
    pallet_licences::Call::offer {
        capacity: OWN,
        object,
        filing,
    }
}

/// An offer that both holders have signed.
fn offered(object: ObjectId, kind: LicenceKind) -> u32 {
    let pallet_licences::Call::offer { filing, .. } = offer(object, kind) else {
        panic!("an offer")
    };
    assert_ok!(Licences::offer(by(HOLDER), OWN, object, filing));
    let number = pallet_licences::LastOffer::<Runtime>::get(object);
    assert_ok!(Licences::accept(by(CO_HOLDER), OWN, object, number, DIGEST));
    number
}

/// The number of the licence, and of the licence below it.
pub const LICENCE: u32 = 3;
pub const BELOW: u32 = 4;

/// A licence with a sub-licence below it.
fn licensed(object: ObjectId) {
    let number = offered(object, LicenceKind::NonExclusive);
    assert_ok!(Licences::accept(by(LICENSEE), OWN, object, number, DIGEST));
    let terms = LicenceTerms {
        kind: LicenceKind::NonExclusive,
        ..terms(10, 30, 0)
    };
    assert_ok!(Licences::offer(
        by(LICENSEE),
        OWN,
        object,
        filing(LICENCE, RECEIVER, terms)
    ));
    let number = pallet_licences::LastOffer::<Runtime>::get(object);
    assert_ok!(Licences::accept(by(RECEIVER), OWN, object, number, DIGEST));
}

pub fn of_licence(scene: Scene, object: ObjectId) -> Box<dyn Fn(Capacity) -> RuntimeCall> {
    let kind = match scene {
        Scene::OfferSole | Scene::AcceptSole => LicenceKind::Sole,
        _ => LicenceKind::NonExclusive,
    };
    let breach = EndCause::Breach { notice: DIGEST };
    let agreement = EndCause::Agreement { document: DIGEST };
    let order = EndCause::Order { document: DIGEST };
    let licence = LICENCE;
    match scene {
        Scene::OfferSole | Scene::OfferNonExclusive => Box::new(move |as_whom| match offer(object, kind) {
            pallet_licences::Call::offer { object, filing, .. } => {
                let capacity = as_whom;
                pallet_licences::Call::offer {
                    capacity,
                    object,
                    filing,
                }
                .into()
            }
            _ => panic!("an offer"),
        }),
        Scene::AcceptSole | Scene::AcceptNonExclusive => {
            let (offer, policy) = (offered(object, kind), DIGEST);
            Box::new(move |capacity| {
                pallet_licences::Call::accept {
                    capacity,
                    object,
                    offer,
                    policy,
                }
                .into()
            })
        }
        Scene::ProposeEnd => {
            licensed(object);
            Box::new(move |capacity| {
                let cause = breach;
                pallet_licences::Call::propose_end {
                    capacity,
                    object,
                    licence,
                    cause,
                }
                .into()
            })
        }
        Scene::SignEnd => {
            licensed(object);
            assert_ok!(Licences::propose_end(by(HOLDER), OWN, object, licence, agreement));
            assert_ok!(Licences::sign_end(by(CO_HOLDER), OWN, object, licence, agreement));
            Box::new(move |capacity| {
                let cause = agreement;
                pallet_licences::Call::sign_end {
                    capacity,
                    object,
                    licence,
                    cause,
                }
                .into()
            })
        }
        _ => {
            licensed(object);
            if scene == Scene::OrderEnd {
                return Box::new(move |_| {
                    let cause = order;
                    pallet_licences::Call::order_end {
                        object,
                        licence,
                        cause,
                    }
                    .into()
                });
            }
            assert_ok!(Licences::order_end(by(EXAMINER), object, licence, order));
            Box::new(move |_| pallet_licences::Call::confirm_end { object, licence }.into())
        }
    }
}
