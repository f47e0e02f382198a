//! `import`: earlier registrations of other systems (NG 41).

use super::*;
use crate::{Fingerprints, HoldingCount, LastSerial};
use quanji_primitives::{
    case::Signed,
    certificate_number::CertificateNumber,
    imported::Imported,
    v1::{
        history_after, CertificateRecord, EntryContent, ObjectRecord, Outcome, Publication, RightRecord,
        RightStatus, NO_HISTORY,
    },
    EntryNo, RightId,
};
use sp_runtime::DispatchResult;

pub(super) fn call(account: u64, earlier: EarlierRegistration) -> DispatchResult {
    Registry::import(signed(account), Box::new(earlier))
}

#[track_caller]
pub(super) fn imported(account: u64, number: &str) -> ObjectId {
    assert_ok!(call(REGISTRAR, earlier(account, number)));
    last_entry().no.object
}

#[track_caller]
fn fails(change: impl FnOnce(&mut EarlierRegistration), error: Error<Test>) {
    let mut changed = earlier(ENTERPRISE, "GD-2024-0017");
    change(&mut changed);
    assert_noop!(call(REGISTRAR, changed), error);
}

fn right(number: u32) -> RightRecord {
    RightRecord {
        version: 1,
        kind: RightKind::ALL[number as usize],
        holders: Holders::Sole(party(ENTERPRISE)),
        parent: None,
        valid_until: at("2027-06-03 00:00"),
        certificate: 0,
        entry: 1,
        status: RightStatus::Live,
        licences: 0,
    }
}

#[test]
fn an_import_keeps_number_days_and_scheme() {
    ExtBuilder::default().build_and_execute(|| {
        let with_print = EarlierRegistration {
            fingerprints: fingerprints(&[1]),
            ..earlier(ENTERPRISE, "GD-2024-0017")
        };
        assert_ok!(call(REGISTRAR, with_print.clone()));
        let object = ObjectId::new(AUTHORITY, 1).unwrap();
        let now = at("2026-11-02 09:00");
        let certificate = CertificateRecord {
            version: 1,
            number: CertificateNumber::Earlier(with_print.number),
            issue: 1,
            rights: vec![0, 1].try_into().unwrap(),
            entry: 1,
            issued_at: now,
            outcome: Outcome::Live,
            without_rights: None,
        };
        let entry = Entry {
            version: 1,
            no: EntryNo { object, number: 1 },
            authority: AUTHORITY,
            regime: NATIONAL_2026,
            at: now,
            previous: NO_HISTORY,
            basis: EntryBasis::Import(officer(REGISTRAR)),
            content: EntryContent::Imported {
                earlier: Box::new(with_print.clone()),
                rights: vec![right(0), right(1)].try_into().unwrap(),
                certificate: certificate.clone(),
            },
        };
        assert_only_event(Event::Entered {
            officer: Some(officer(REGISTRAR)),
            entry: Box::new(entry.clone()),
            refusal: None,
            travelling: Default::default(),
        });
        let imported = Imported {
            scheme: with_print.scheme,
            registered_on: day("2024-06-03"),
            checks: with_print.checks,
            file: with_print.file,
            imported: Signed {
                officer: officer(REGISTRAR),
                at: now,
            },
            reviewed: None,
        };
        let record = ObjectRecord {
            version: 1,
            facts: with_print.facts,
            authority: AUTHORITY,
            regime: NATIONAL_2026,
            publication: Publication::Withheld,
            outcome: Outcome::Live,
            entered_at: now,
            imported: Some(imported),
            rights: 2,
            certificates: 1,
            entries: 1,
            fingerprints: 1,
            derived: 0,
            marks: 0,
            open_cases: Default::default(),
            open_objections: Default::default(),
            history: history_after(&entry),
        };
        assert_eq!(Objects::<Test>::get(object), Some(record));
        for number in [0, 1] {
            assert_eq!(Rights::<Test>::get(object, number), Some(right(number)));
        }
        assert_eq!(Certificates::<Test>::get(object, 0), Some(certificate.clone()));
        assert_eq!(
            Registry::certificate_by_number("earlier:GD-2024-0017".parse().unwrap()),
            Some((object, certificate))
        );
        assert_eq!(HoldingCount::<Test>::get(party(ENTERPRISE)), 1);
        assert_eq!(Fingerprints::<Test>::get(object, 0), Some(fingerprint(1)));
        assert_eq!(LastSerial::<Test>::get(AUTHORITY), 1);
    });
}

#[test]
fn only_a_registrar_of_the_authority_without_interest_imports() {
    ExtBuilder::default().build_and_execute(|| {
        let call = |account| call(account, earlier(ENTERPRISE, "GD-2024-0017"));
        assert_noop!(call(STRANGER), Error::<Test>::NotAnOfficer);
        assert_noop!(call(OTHER_AUTHORITY_EXAMINER), Error::<Test>::WrongAuthority);
        assert_noop!(call(EXAMINER), Error::<Test>::RoleMissing);
        let registrar = officer(REGISTRAR);
        let affiliate_with = |parties: Vec<PartyId>| {
            world(|world| {
                world.officers.get_mut(&registrar).unwrap().affiliates = parties.try_into().unwrap()
            })
        };
        affiliate_with(vec![party(ENTERPRISE)]);
        assert_noop!(call(REGISTRAR), Error::<Test>::OfficerConcerned);
        affiliate_with(vec![]);
        suspend_authority(AUTHORITY);
        assert_noop!(call(REGISTRAR), Error::<Test>::AuthorityNotListed);
    });
    ExtBuilder::default().build_and_execute(|| {
        let own = earlier(AFFILIATE, "GD-2024-0017");
        assert_noop!(call(REGISTRAR, own), Error::<Test>::OwnCase);
    });
}

#[test]
fn an_earlier_number_is_imported_once() {
    ExtBuilder::default().build_and_execute(|| {
        imported(ENTERPRISE, "GD-2024-0017");
        assert_noop!(
            call(REGISTRAR, earlier(SECOND_ENTERPRISE, "GD-2024-0017")),
            Error::<Test>::AlreadyImported
        );
        imported(SECOND_ENTERPRISE, "GD-2024-0018");
        let unfit = || codec::Decode::decode(&mut &[0; 32][..]).unwrap();
        fails(|earlier| earlier.number = unfit(), Error::EarlierNumberUnfit);
        fails(|earlier| earlier.scheme = unfit(), Error::EarlierNumberUnfit);
    });
}

#[test]
fn what_is_imported_was_registered_before_today_and_is_still_valid() {
    ExtBuilder::default().build_and_execute(|| {
        let today = day("2026-11-02");
        fails(|earlier| earlier.registered_on = today, Error::EarlierDaysUnfit);
        let yesterday = day("2026-11-01");
        fails(
            |earlier| earlier.valid_through = yesterday,
            Error::EarlierDaysUnfit,
        );
        let mut narrow = earlier(ENTERPRISE, "GD-2024-0017");
        narrow.registered_on = day("2026-11-01");
        narrow.valid_through = today;
        assert_ok!(call(REGISTRAR, narrow));
        let right = Rights::<Test>::get(ObjectId::new(AUTHORITY, 1).unwrap(), 0).unwrap();
        assert_eq!(right.valid_until, at("2026-11-03 00:00"));
    });
}

#[test]
fn the_number_of_an_import_is_no_number_of_a_person() {
    ExtBuilder::default().build_and_execute(|| {
        for text in ["13800138000", "GD-13800138000"] {
            fails(
                |earlier| earlier.number = text.parse().unwrap(),
                Error::EarlierNumberUnfit,
            );
            fails(
                |earlier| earlier.scheme = text.parse().unwrap(),
                Error::EarlierNumberUnfit,
            );
        }
    });
}

#[test]
fn two_schemes_may_have_given_the_same_number() {
    ExtBuilder::default().build_and_execute(|| {
        let first = imported(ENTERPRISE, "GD-2024-0017");
        let of_another_scheme = || EarlierRegistration {
            scheme: "SZ-DATA-2023".parse().unwrap(),
            ..earlier(SECOND_ENTERPRISE, "GD-2024-0017")
        };
        assert_ok!(call(REGISTRAR, of_another_scheme()));
        let second = last_entry().no.object;
        assert_noop!(
            call(REGISTRAR, of_another_scheme()),
            Error::<Test>::AlreadyImported
        );
        let number = "GD-2024-0017".parse().unwrap();
        let found = |scheme: &str| {
            Registry::certificate_of_earlier(scheme.parse().unwrap(), number).map(|(object, _)| object)
        };
        assert_eq!(found("GD-DATA-2023"), Some(first));
        assert_eq!(found("SZ-DATA-2023"), Some(second));
        assert_eq!(found("BJ-DATA-2023"), None);
        let by_number = Registry::certificate_by_number("earlier:GD-2024-0017".parse().unwrap());
        assert_eq!(by_number.map(|(object, _)| object), Some(first));
    });
}

#[test]
fn an_import_comes_under_a_regime_that_creates_rights() {
    ExtBuilder::default().build_and_execute(|| {
        let unknown = RegimeId {
            system: 9,
            version: 1,
        };
        fails(|earlier| earlier.regime = unknown, Error::RegimeNotFound);
        fails(
            |earlier| earlier.regime = PUBLIC_DATA_2025,
            Error::NoRightsCreated,
        );
        change_regime(NATIONAL_2026, |regime| {
            regime.effective_until = Some(at("2026-11-02 09:00"))
        });
        fails(|_| (), Error::RegimeNotEffective);
    });
}

#[test]
fn what_is_never_registered_is_not_imported() {
    ExtBuilder::default().build_and_execute(|| {
        fails(|earlier| earlier.facts.level = DataLevel::Core, Error::CoreData);
        fails(
            |earlier| {
                earlier.facts.category = DataCategory::Public;
                earlier.facts.public_class = PublicClass::OrganData;
            },
            Error::OrganData,
        );
        fails(
            |earlier| earlier.facts.industry = NEGATIVE_LISTED_INDUSTRY,
            Error::NegativeListed,
        );
        fails(|earlier| earlier.facts.industry = 0, Error::IndustryUnknown);
        fails(
            |earlier| earlier.facts.category = DataCategory::Personal,
            Error::PersonalBasisMissing,
        );
        fails(
            |earlier| earlier.fingerprints = fingerprints(&[1, 1]),
            Error::FingerprintRepeated,
        );
        fails(|earlier| earlier.kinds = RightKinds::NONE, Error::ClaimMissing);
        fails(|earlier| earlier.kinds = RightKinds(8), Error::ClaimMissing);
        fails(
            |earlier| earlier.holders = joint(&[ENTERPRISE]),
            Error::HoldersUnfit,
        );
        fails(
            |earlier| earlier.holders = Holders::Sole(party(SUSPENDED_ENTERPRISE)),
            Error::HolderNotAdmitted,
        );
    });
}

#[test]
fn an_imported_product_may_be_without_lineage_and_names_only_what_is_registered() {
    ExtBuilder::default().build_and_execute(|| {
        let source = imported(ENTERPRISE, "GD-2024-0017");
        let product = |lineage: &[Source]| EarlierRegistration {
            facts: product(ENTERPRISE, lineage).facts,
            ..earlier(ENTERPRISE, "GD-2024-0018")
        };
        let nowhere = Source::Right(RightId {
            object: source,
            index: 9,
        });
        assert_noop!(
            call(REGISTRAR, product(&[nowhere])),
            Error::<Test>::LineageUnknown
        );
        assert_ok!(call(REGISTRAR, product(&[Source::Object(source)])));
        assert_eq!(Objects::<Test>::get(source).unwrap().derived, 1);
        let without = EarlierRegistration {
            number: "GD-2024-0019".parse().unwrap(),
            ..product(&[])
        };
        assert_ok!(call(REGISTRAR, without));
    });
}

#[test]
fn what_matches_an_earlier_object_is_filed_and_not_imported() {
    ExtBuilder::default().build_and_execute(|| {
        entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let with_print = |account| EarlierRegistration {
            fingerprints: fingerprints(&[2, 1]),
            ..earlier(account, "GD-2024-0017")
        };
        assert_noop!(
            call(REGISTRAR, with_print(ENTERPRISE)),
            Error::<Test>::RepeatedRegistration
        );
        assert_noop!(
            call(REGISTRAR, with_print(SECOND_ENTERPRISE)),
            Error::<Test>::MatchFindingMissing
        );
        let mut public = with_print(SECOND_ENTERPRISE);
        public.facts.category = DataCategory::Public;
        public.facts.public_class = PublicClass::Utility;
        assert_noop!(
            call(REGISTRAR, public),
            Error::<Test>::PublicDataAlreadyRegistered
        );
    });
}

#[test]
fn the_last_serial_number_may_be_an_import_s() {
    ExtBuilder::default().build_and_execute(|| {
        LastSerial::<Test>::insert(AUTHORITY, quanji_primitives::ids::SERIAL_MAX);
        fails(|_| (), Error::SerialsExhausted);
    });
}

#[test]
fn the_holders_of_an_import_are_holders_like_others() {
    ExtBuilder::default().build_and_execute(|| {
        let object = imported(ENTERPRISE, "GD-2024-0017");
        // Further rights come under the earlier number.
        let filing = further(ENTERPRISE, object, &[RightKind::Operating]);
        assert_eq!(entered(ENTERPRISE, filing), object);
        let certificate = Certificates::<Test>::get(object, 0).unwrap();
        assert_eq!(certificate.number.to_string(), "earlier:GD-2024-0017");
        assert_eq!((certificate.issue, certificate.rights.len()), (2, 3));
    });
}
