//! Pledges and reservations in the assembled runtime: entered by the last signature, told of what organs order, and the consent of a
//! pledgee to one case and one licence.

use super::{
    chain,
    disputes::{by, entries, import, party, DIGEST, HOME},
    encumbrances::{check, deed, paper, pledge, seizure, stamp},
    licences::{filing, terms, OPERATING},
};
use crate::{Encumbrances, Licences, Registry, Runtime, RuntimeCall, RuntimeEvent, System};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{
    capacity::Capacity,
    collateral::{Deed, DeedMatter, PledgeStatus, ReservationTerms, Sum},
    dealing::{Cause, Remover},
    marks::{Effect, MarkKind, MarkSource, Operation, OrganKind, RightSet},
    v1::{Encumbrance, EntryBasis, EntryContent},
    DeedId, ObjectId, PartyId, RightId,
};
use sp_genesis_builder::DEV_RUNTIME_PRESET;

const OWN: Capacity = Capacity::Own;
const RIGHT: RightSet = RightSet(1 << OPERATING);

/// Proposed by the enterprise and signed by the financier.
fn signed(object: ObjectId, deed: Deed) -> DeedId {
    assert_ok!(Encumbrances::propose(by("//Enterprise"), OWN, Box::new(deed)));
    let (id, _) = Encumbrances::deeds_on(object)[0];
    assert_ok!(Encumbrances::sign(by("//Financier"), OWN, id, DIGEST));
    id
}

fn pledged(object: ObjectId) -> DeedId {
    signed(object, pledge(object, RIGHT, "//Financier"))
}

/// A pledge to the financier of which one call is left, and who makes it.
pub(super) fn last_of_pledge(name: &str, object: ObjectId, rights: RightSet) -> (RuntimeCall, &'static str) {
    let deed = Box::new(pledge(object, rights, "//Financier"));
    if name != "Encumbrances::sign" {
        let propose = pallet_encumbrances::Call::propose { capacity: OWN, deed };
        return (propose.into(), "//Enterprise");
    }
    assert_ok!(Encumbrances::propose(by("//Enterprise"), OWN, deed));
    let (deed, _) = Encumbrances::deeds_on(object)[0];
    let sign = pallet_encumbrances::Call::sign {
        capacity: OWN,
        deed,
        document: DIGEST,
    };
    (sign.into(), "//Financier")
}

/// The marks that the last entry tells of.
fn told() -> Vec<(u32, Option<PartyId>)> {
    let told = System::events()
        .into_iter()
        .rev()
        .find_map(|record| match record.event {
            RuntimeEvent::Registry(pallet_registry::Event::Entered { travelling, .. }) => Some(travelling),
            _ => None,
        });
    told.unwrap().to_vec()
}

#[test]
fn a_pledge_is_one_entry_of_the_object_and_readers_know_who_can_remove_it() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        entries();
        let id = pledged(object);
        let [entry] = &entries()[..] else {
            panic!("one entry")
        };
        let EntryContent::Encumbered {
            number: 0,
            mark,
            encumbrance: Encumbrance::Pledge(record),
        } = &entry.content
        else {
            panic!("{entry:?}")
        };
        assert_eq!((mark.kind, mark.source), (MarkKind::Pledge, MarkSource::Deed(id)));
        assert!(matches!(&entry.basis, EntryBasis::Signatures(signed) if signed.parties.len() == 2));
        let (stored, status) = Encumbrances::pledge_of(id).unwrap();
        assert_eq!((&stored, status), (&**record, PledgeStatus::Live));
        let right = RightId {
            object,
            index: OPERATING,
        };
        let found = Registry::can_deal(right, Operation::Transfer, None).unwrap();
        let [hindrance] = &found[..] else {
            panic!("{found:?}")
        };
        assert!(matches!(hindrance.cause, Cause::Mark { mark: 0, .. }));
        assert_eq!(
            (hindrance.effect, hindrance.remover),
            (Effect::NeedsConsent, Remover::Party(party("//Financier")))
        );
        check();
    });
}

#[test]
fn who_reserved_is_told_of_a_seizure() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        let terms = ReservationTerms {
            object,
            rights: RIGHT,
            financier: party("//Financier"),
            maximum: Sum::of_cny(1),
        };
        signed(object, deed(DeedMatter::Reservation(terms)));
        stamp(object, seizure(RIGHT), paper(OrganKind::Court));
        assert_eq!(told(), [(0, Some(party("//Financier")))]);
        check();
    });
}

#[test]
fn a_pledgee_consents_to_one_licence() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(HOME, "//Lingnan//Registrar");
        pledged(object);
        let licence = filing(OPERATING, "//ServiceInstitution", terms(1_000, 60, 0));
        assert_ok!(Licences::offer(by("//Enterprise"), OWN, object, licence));
        let accept = || Licences::accept(by("//ServiceInstitution"), OWN, object, 1, DIGEST);
        assert_noop!(accept(), pallet_licences::Error::<Runtime>::MarkHolderMustConsent);
        assert_ok!(Licences::consent_to_offer(by("//Financier"), OWN, object, 1, 0));
        assert_ok!(accept());
        assert_ok!(pallet_licences::Pallet::<Runtime>::do_try_state());
        check();
    });
}
