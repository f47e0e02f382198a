//! The register as the pallet of licences uses it: licences, their vouchers, ends and reports, and what marks bar.

use super::*;
use crate::{entering::RIGHTS_MAX, CertificateByNumber, Falling, WeightInfo};
use frame_support::{traits::Hooks, weights::Weight};
use quanji_primitives::{
    directory::{LicenceRegister, Register, RegisterError},
    marks::{Effect, Mark, MarkKind, MarkSource, Operation, RightSet},
    terms::{
        EndCause, LicenceKind, LicenceTerms, PartySignature, Quantity, QuantityUnit, Region, Side,
        Signatures, UseReport,
    },
    v1::{history_after, EntryContent, LicenceRecord, Outcome, Reported, RightRecord, RightStatus, VERSION},
    ConflictId, RightId,
};

const OPERATING: u32 = 2;

pub(super) fn licence() -> LicenceRecord {
    LicenceRecord {
        version: VERSION,
        terms: LicenceTerms {
            kind: LicenceKind::NonExclusive,
            gives: RightKind::ProcessingUse,
            purposes: vec![1].try_into().unwrap(),
            territory: vec![Region(44)].try_into().unwrap(),
            media: Default::default(),
            quantity: Some(Quantity {
                unit: QuantityUnit::Calls,
                number: 10,
            }),
            valid_until: day("2028-12-31").end(),
            sublicensing: 1,
            export: None,
            department_consent: None,
            authorisation: None,
            in_return_for: None,
        },
        policy: LETTER,
        contract: LETTER,
        root_signed: false,
        subject_to: Default::default(),
        reported: Reported::default(),
    }
}

fn basis(accounts: &[u64]) -> EntryBasis {
    let parties: Vec<_> = accounts
        .iter()
        .map(|account| PartySignature {
            party: party(*account),
            via: Via::Own,
            at: world(|world| world.now),
        })
        .collect();
    EntryBasis::Signatures(Box::new(Signatures {
        parties: parties.try_into().unwrap(),
        officers: Default::default(),
    }))
}

pub(super) fn add(object: ObjectId, parent: u32) -> Result<u32, RegisterError> {
    let signed = basis(&[ENTERPRISE, SECOND_ENTERPRISE]);
    Registry::add_licence(object, parent, party(SECOND_ENTERPRISE), &licence(), signed)
}

fn end(object: ObjectId, number: u32, fallen: &[u32]) -> Result<(), RegisterError> {
    let cause = EndCause::Breach { notice: LETTER };
    Registry::end_licence(object, number, cause, fallen.to_vec(), basis(&[ENTERPRISE]), None)
}

fn registered() -> ObjectId {
    let object = entered(ENTERPRISE, resource(ENTERPRISE));
    take_events();
    object
}

/// Nothing changed.
#[track_caller]
fn refused<R: std::fmt::Debug + PartialEq>(
    call: impl FnOnce() -> Result<R, RegisterError>,
    error: RegisterError,
) {
    let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
    assert_eq!(call(), Err(error));
    assert_eq!(before, sp_io::storage::root(sp_runtime::StateVersion::V1));
}

#[test]
fn a_licence_is_a_right_with_a_parent_and_a_voucher_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let before = Objects::<Test>::get(object).unwrap();
        assert_eq!(add(object, OPERATING), Ok(3));
        let right = Rights::<Test>::get(object, 3).unwrap();
        let expected = RightRecord {
            version: VERSION,
            kind: RightKind::ProcessingUse,
            holders: Holders::Sole(party(SECOND_ENTERPRISE)),
            parent: Some(RightId {
                object,
                index: OPERATING,
            }),
            valid_until: day("2028-12-31").end(),
            certificate: 1,
            entry: 2,
            status: RightStatus::Live,
            licences: 0,
        };
        assert_eq!(right, expected);
        assert_eq!(Rights::<Test>::get(object, OPERATING).unwrap().licences, 1);
        let voucher = Certificates::<Test>::get(object, 1).unwrap();
        let of_root = Certificates::<Test>::get(object, 0).unwrap().number;
        assert_eq!(voucher.number.to_string(), format!("{of_root}-L3"));
        assert_eq!((voucher.rights.as_slice(), voucher.issue), (&[3][..], 1));
        assert_eq!(
            CertificateByNumber::<Test>::get(voucher.number),
            Some((object, 1))
        );
        assert_eq!(
            Registry::holdings(party(SECOND_ENTERPRISE), 0),
            [(object, voucher.clone())]
        );
        let entry = last_entry();
        assert_eq!(entry.basis, basis(&[ENTERPRISE, SECOND_ENTERPRISE]));
        let content = EntryContent::Licensed {
            number: 3,
            right,
            licence: Box::new(licence()),
            voucher,
            signatures: Default::default(),
        };
        assert_eq!(entry.content, content);
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.rights, record.certificates, record.entries), (4, 2, 2));
        assert_eq!(
            (entry.previous, record.history),
            (before.history, history_after(&entry))
        );
    });
}

#[test]
fn a_sub_licence_is_numbered_under_the_same_certificate() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        assert_eq!(add(object, OPERATING), Ok(3));
        assert_eq!(add(object, 3), Ok(4));
        let of_root = Certificates::<Test>::get(object, 0).unwrap().number;
        let voucher = Certificates::<Test>::get(object, 2).unwrap();
        assert_eq!(voucher.number.to_string(), format!("{of_root}-L4"));
    });
}

#[test]
fn a_licence_that_falls_has_an_entry_of_its_own_after_that_of_the_right_above() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        assert_eq!(add(object, OPERATING), Ok(3));
        assert_eq!(add(object, 3), Ok(4));
        take_events();
        assert_eq!(end(object, 3, &[4]), Ok(()));
        assert_eq!(
            Rights::<Test>::get(object, 3).unwrap().status,
            RightStatus::Ended(4)
        );
        let voucher = Certificates::<Test>::get(object, 1).unwrap();
        assert_eq!(voucher.outcome, Outcome::Ended(4));
        let content = EntryContent::LicenceEnded {
            number: 3,
            cause: EndCause::Breach { notice: LETTER },
            fallen: vec![4].try_into().unwrap(),
            voucher,
        };
        let (entry, fallen) = last_entry_and_fallen();
        assert_eq!((entry.no.number, entry.content), (4, content));
        let voucher = Certificates::<Test>::get(object, 2).unwrap();
        assert_eq!(voucher.outcome, Outcome::Ended(5));
        let right = Rights::<Test>::get(object, 4).unwrap();
        assert_eq!(right.status, RightStatus::Ended(5));
        assert_eq!(
            Rights::<Test>::get(object, OPERATING).unwrap().status,
            RightStatus::Live
        );
        let [own] = &fallen[..] else { panic!("{fallen:?}") };
        assert_eq!(own.basis, EntryBasis::RightAbove(entry.no));
        assert_eq!((own.no.number, own.at), (5, entry.at));
        assert_eq!(own.content, EntryContent::LicenceFell { number: 4, voucher });
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!((record.entries, record.history), (5, history_after(own)));
        refused(|| end(object, 3, &[]), RegisterError::NotFound);
        refused(|| end(object, 77, &[]), RegisterError::NotFound);
        refused(|| end(ObjectId(1), 0, &[]), RegisterError::NotFound);
        refused(|| add(object, 3), RegisterError::NotFound);
    });
}

#[test]
fn a_report_of_use_is_an_entry() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        assert_eq!(add(object, OPERATING), Ok(3));
        let report = UseReport {
            side: Side::Licensee,
            total: 11,
            report: LETTER,
        };
        let enter = |object, number| {
            let signed = basis(&[SECOND_ENTERPRISE]);
            Registry::enter_use(object, number, report, Some(1), signed)
        };
        assert_eq!(enter(object, 3), Ok(()));
        let over = Some(1);
        assert_eq!(
            last_entry().content,
            EntryContent::UseReported {
                number: 3,
                report,
                over
            }
        );
        refused(|| enter(object, 77), RegisterError::NotFound);
        refused(|| enter(ObjectId(1), 3), RegisterError::NotFound);
    });
}

#[test]
fn an_object_holds_its_rights_and_licences_and_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        for number in 3..RIGHTS_MAX {
            assert_eq!(add(object, OPERATING), Ok(number));
        }
        refused(|| add(object, OPERATING), RegisterError::Full);
        refused(|| add(object, 77), RegisterError::NotFound);
    });
}

/// Who has a licence only has registered nothing: its own registration of the same data is no repetition.
#[test]
fn a_licensee_is_no_holder_of_a_first_registration() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        assert_eq!(add(object, OPERATING), Ok(3));
        assert_eq!(Registry::in_force(object), [0, 1, 2]);
        assert!(!Registry::holders_of_live_rights(object).contains(&party(SECOND_ENTERPRISE)));
    });
}

#[test]
fn marks_that_stand_on_a_right_bar_as_the_matrix_says() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let on = |kind, until| Mark {
            version: 1,
            kind,
            rights: RightSet::NONE.with(OPERATING),
            source: MarkSource::Conflict(ConflictId(1)),
            authority: AUTHORITY,
            since: world(|world| world.now),
            until,
            ended: None,
            order: None,
        };
        let ended = Some(at("2026-12-01 00:00"));
        for (kind, until) in [
            (MarkKind::ObjectionNotice, None),
            (MarkKind::Hold, ended),
            (MarkKind::Pledge, None),
            (MarkKind::Reservation, None),
        ] {
            let signed = basis(&[ENTERPRISE]);
            assert!(Registry::set_mark(object, on(kind, until), signed, None).is_ok());
        }
        let obstacles = |right, operation| -> Vec<_> {
            let found =
                <Registry as LicenceRegister>::obstacles(object, RightSet::NONE.with(right), operation);
            found.into_iter().map(|one| (one.mark, one.effect)).collect()
        };
        let consent = Effect::NeedsConsent;
        set_now("2026-12-01 00:00");
        assert_eq!(
            obstacles(OPERATING, Operation::NonExclusiveLicence),
            [(2, consent)]
        );
        assert_eq!(
            obstacles(OPERATING, Operation::ExclusiveLicence),
            [(2, consent), (3, consent)]
        );
        assert_eq!(obstacles(0, Operation::ExclusiveLicence), []);
        let refused = obstacles(OPERATING, Operation::VoluntaryCancellation);
        assert_eq!(refused, [(0, Effect::Refused), (2, consent), (3, consent)]);
        assert_eq!(
            <Registry as LicenceRegister>::obstacles(ObjectId(1), RightSet(1), Operation::Transfer),
            []
        );
    });
}

#[test]
fn what_a_call_has_no_room_to_let_fall_falls_where_the_block_has() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        assert_eq!(add(object, OPERATING), Ok(3));
        let fallen: Vec<u32> = (4..24).collect();
        for number in &fallen {
            assert_eq!(add(object, 3), Ok(*number));
        }
        take_events();
        assert_eq!(end(object, 3, &fallen), Ok(()));
        let (parent, at_once) = last_entry_and_fallen();
        // Three records each, as many as one call ends.
        assert_eq!(at_once.len(), 15);
        let status = |number: u32| Rights::<Test>::get(object, number).unwrap().status;
        assert_eq!(status(18), RightStatus::Ended(parent.no.number + 15));
        assert_eq!(status(19), RightStatus::Live);
        assert_eq!(Falling::<Test>::get(object).len(), 5);
        Registry::do_try_state().unwrap();
        let one = <() as WeightInfo>::let_fall();
        let look = <() as WeightInfo>::look_for_descendants();
        assert_eq!(Registry::on_idle(1, one + one), one + one);
        assert_eq!(Falling::<Test>::get(object).len(), 3);
        assert_eq!(Registry::on_idle(1, Weight::MAX), one * 3 + look);
        assert!(!Falling::<Test>::contains_key(object));
        let last = last_entry();
        assert_eq!(last.basis, EntryBasis::RightAbove(parent.no));
        assert_eq!(status(23), RightStatus::Ended(last.no.number));
        assert_eq!(Registry::live_rights(object).numbers().count(), 3);
    });
}

#[test]
fn numbers_of_ended_rights_and_certificates_leave_no_room_for_another() {
    ExtBuilder::default().build().execute_with(|| {
        let object = registered();
        let counted = |rights: u32, certificates: u32| {
            Objects::<Test>::mutate(object, |record| {
                let record = record.as_mut().unwrap();
                (record.rights, record.certificates) = (rights, certificates);
            });
        };
        for (rights, certificates) in [(RIGHTS_MAX, 1), (3, RIGHTS_MAX)] {
            counted(rights, certificates);
            refused(|| add(object, OPERATING), RegisterError::Full);
        }
        counted(RIGHTS_MAX - 1, RIGHTS_MAX - 1);
        assert_eq!(add(object, OPERATING), Ok(RIGHTS_MAX - 1));
    });
}

#[test]
fn a_licence_that_ends_while_it_waits_to_fall_does_not_fall_as_well() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        assert_eq!(add(object, OPERATING), Ok(3));
        let fallen: Vec<u32> = (4..24).collect();
        for number in &fallen {
            assert_eq!(add(object, 3), Ok(*number));
        }
        assert_eq!(end(object, 3, &fallen), Ok(()));
        assert_eq!(Falling::<Test>::get(object).len(), 5);
        assert_eq!(end(object, 20, &[]), Ok(()));
        let ended = last_entry().no.number;
        Registry::on_idle(1, Weight::MAX);
        // The other four.
        assert_eq!(take_events().len(), 4);
        assert!(!Falling::<Test>::contains_key(object));
        assert_eq!(right(object, 20).status, RightStatus::Ended(ended));
    });
}
