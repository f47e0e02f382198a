//! Change of a holder's particulars (NG 35(1)).

use super::*;
use quanji_primitives::{
    filing::Particulars,
    marks::MarkKind,
    v1::{CertificateRecord, EntryContent},
};

/// What the enterprise and another enterprise each registered of the same data.
fn two_holders() -> ObjectId {
    let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
    entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
    object
}

/// New particulars of who holds the first certificate.
fn particulars(object: ObjectId, holder: u64, to: u8) -> Dealing {
    let matter = Matter::Particulars(Particulars {
        holder: party(holder),
        to: digest(to),
    });
    Dealing {
        evidence: evidence(&[EvidenceKind::ChangeProof]),
        ..dealing(object, &[], matter)
    }
}

#[test]
fn new_particulars_keep_before_and_after_and_raise_the_holder_s_certificate_alone() {
    ExtBuilder::default().build_and_execute(|| {
        let object = two_holders();
        let (first, second) = (certificate(object, 0), certificate(object, 1));
        let (rights, holder) = (Registry::title(object).unwrap().rights, party(ENTERPRISE));
        assert_eq!(Registry::particulars(object, holder), None);
        let entry = carried_out(&[ENTERPRISE], particulars(object, ENTERPRISE, 5));
        let now = certificate(object, 0);
        let raised = CertificateRecord {
            issue: 2,
            entry: 3,
            issued_at: entry.at,
            ..first
        };
        assert_eq!((&now, certificate(object, 1)), (&raised, second));
        // Never the holder: rights and party are what they were.
        assert_eq!(Registry::title(object).unwrap().rights, rights);
        let changed = |before, after, certificate| EntryContent::ParticularsChanged {
            holder,
            before,
            after,
            number: 0,
            certificate,
            signatures: vec![(holder, Via::Own)].try_into().unwrap(),
        };
        assert_eq!(entry.content, changed(None, digest(5), now));
        assert_eq!(Registry::particulars(object, holder), Some(digest(5)));
        assert_eq!(Registry::particulars(object, party(SECOND_ENTERPRISE)), None);
        let entry = carried_out(&[ENTERPRISE], particulars(object, ENTERPRISE, 6));
        let before = Some(digest(5));
        assert_eq!(entry.content, changed(before, digest(6), certificate(object, 0)));
    });
}

#[test]
fn each_holder_changes_its_own_particulars_and_nobody_else_s() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
            ..resource(ENTERPRISE)
        };
        let object = entered(ENTERPRISE, filing);
        let of = |holder| particulars(object, holder, 5);
        dealing_fails(ENTERPRISE, of(SECOND_ENTERPRISE), Error::ParticularsOfAnother);
        dealing_fails(NATURAL_PERSON, of(NATURAL_PERSON), Error::ParticularsOfAnother);
        // No co-holder has to agree to where another one lives.
        let case = file_dealing(SECOND_ENTERPRISE, of(SECOND_ENTERPRISE));
        assert_eq!(stored(case).stage, Stage::Filed);
    });
}

#[test]
fn new_particulars_are_proven_differ_and_name_no_kind_of_right() {
    ExtBuilder::default().build_and_execute(|| {
        let object = two_holders();
        let wanted = particulars(object, ENTERPRISE, 5);
        let fails = |changed: Dealing, error| dealing_fails(ENTERPRISE, changed, error);
        let of_a_kind = Dealing {
            kinds: RightKinds::HOLDING,
            ..wanted.clone()
        };
        fails(of_a_kind, Error::KindsUnfit);
        let unproven = Dealing {
            evidence: Default::default(),
            ..wanted.clone()
        };
        fails(unproven, Error::ChangeProofMissing);
        carried_out(&[ENTERPRISE], wanted.clone());
        fails(wanted.clone(), Error::NothingChanges);
        world(|world| world.now = right(object, 0).valid_until);
        fails(wanted, Error::RightNotInForce);
    });
}

#[test]
fn who_took_the_place_of_a_holder_does_not_get_its_particulars() {
    ExtBuilder::default().build_and_execute(|| {
        let object = two_holders();
        let case = signed_by(&[ENTERPRISE], particulars(object, ENTERPRISE, 5));
        pass_notice(case);
        succeed(ENTERPRISE, NATURAL_PERSON);
        entry_fails(case, Error::ParticularsOfAnother);
        assert_eq!(Registry::particulars(object, party(ENTERPRISE)), None);
    });
}

/// The matrix, row of a change.
#[test]
fn a_control_bars_new_particulars_and_a_seizure_travels() {
    ExtBuilder::default().build_and_execute(|| {
        let object = two_holders();
        set_mark_for(NATURAL_PERSON, object, MarkKind::Control, &[0]);
        let wanted = particulars(object, ENTERPRISE, 5);
        let case = signed_by(&[ENTERPRISE], wanted);
        pass_notice(case);
        entry_fails(case, Error::MarkConsentMissing);
        // What stands against another holder's right stands in nobody's way here.
        let theirs = Dealing {
            certificate: 1,
            ..particulars(object, SECOND_ENTERPRISE, 6)
        };
        set_mark_for(NATURAL_PERSON, object, MarkKind::SeizureFirst, &[3]);
        carried_out(&[SECOND_ENTERPRISE], theirs);
        assert_eq!(
            Registry::particulars(object, party(SECOND_ENTERPRISE)),
            Some(digest(6))
        );
    });
}
