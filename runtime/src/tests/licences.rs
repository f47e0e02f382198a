//! Licences in the assembled runtime: what one pallet judges, another writes as entries, and a mark of a third bars.

use super::{
    chain,
    disputes::{by, entries, import, notified, party, DIGEST},
};
use crate::{Disputes, Licences, Registry, Runtime};
use frame_support::{assert_noop, assert_ok};
use quanji_primitives::{
    capacity::Capacity,
    clock::Moment,
    directory::RuleBook,
    marks::RightSet,
    rights::RightKind,
    terms::{
        EndCause, LicenceFiling, LicenceKind, LicenceTerms, Quantity, QuantityUnit, Region, Standing, Use,
        UseAnswer, UseBar,
    },
    v1::{EntryContent, Outcome},
    AuthorityId, Bounded, ObjectId,
};
use sp_genesis_builder::DEV_RUNTIME_PRESET;

pub(super) const OPERATING: u32 = 2;
const LICENCE: u32 = 3;
const SUB_LICENCE: u32 = 4;

fn now() -> Moment {
    pallet_rules::Book::<Runtime>::default().now()
}

pub(super) fn terms(quantity: u64, days: u32, sublicensing: u8) -> LicenceTerms {
    LicenceTerms {
        kind: LicenceKind::Sole,
        gives: RightKind::ProcessingUse,
        purposes: vec![1].try_into().unwrap(),
        territory: vec![Region(44), Region(45)].try_into().unwrap(),
        media: Default::default(),
        quantity: Some(Quantity {
            unit: QuantityUnit::Calls,
            number: quantity,
        }),
        valid_until: now().day().plus(days).end(),
        sublicensing,
        export: None,
        department_consent: None,
        authorisation: None,
        in_return_for: None,
    }
}

pub(super) fn filing(parent: u32, licensee: &str, terms: LicenceTerms) -> Box<LicenceFiling> {
    Box::new(LicenceFiling {
        parent,
        licensee: party(licensee),
        terms,
        policy: DIGEST,
        contract: DIGEST,
        root_signs: false,
        subject_to: Bounded::default(),
        open_until: now().day().plus(10).end(),
    })
}

fn offer(
    licensor: &str,
    object: ObjectId,
    filing: Box<LicenceFiling>,
) -> frame_support::dispatch::DispatchResult {
    Licences::offer(by(licensor), Capacity::Own, object, filing)
}

fn accept(licensee: &str, object: ObjectId) -> frame_support::dispatch::DispatchResult {
    let number = pallet_licences::LastOffer::<Runtime>::get(object);
    Licences::accept(by(licensee), Capacity::Own, object, number, DIGEST)
}

fn check() {
    assert_ok!(pallet_registry::Pallet::<Runtime>::do_try_state());
    assert_ok!(pallet_licences::Pallet::<Runtime>::do_try_state());
}

/// The enterprise licenses the financier, who licenses the service institution.
fn licensed() -> ObjectId {
    let object = import(AuthorityId(1), "//Lingnan//Registrar");
    assert_ok!(offer(
        "//Enterprise",
        object,
        filing(OPERATING, "//Financier", terms(10_000, 200, 1))
    ));
    assert_ok!(accept("//Financier", object));
    let sub = LicenceTerms {
        kind: LicenceKind::NonExclusive,
        ..terms(4_000, 100, 0)
    };
    assert_ok!(offer(
        "//Financier",
        object,
        filing(LICENCE, "//ServiceInstitution", sub)
    ));
    assert_ok!(accept("//ServiceInstitution", object));
    check();
    object
}

#[test]
fn a_licence_and_its_sub_licence_are_entered_and_end_together() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = licensed();
        let [first, second] = &entries()[..] else {
            panic!("each licence is one entry")
        };
        let (EntryContent::Licensed { number, voucher, .. }, EntryContent::Licensed { right, .. }) =
            (&first.content, &second.content)
        else {
            panic!("both entries are of licences")
        };
        assert_eq!(
            (*number, right.parent.map(|parent| parent.index)),
            (LICENCE, Some(LICENCE))
        );
        let number = voucher.number;
        assert!(
            number.to_string().starts_with("voucher:earlier:OLD-1-"),
            "{number}"
        );
        assert_eq!(
            Registry::certificate_by_number(number).map(|(object, _)| object),
            Some(object)
        );
        let breach = EndCause::Breach { notice: DIGEST };
        assert_ok!(Licences::propose_end(
            by("//Enterprise"),
            Capacity::Own,
            object,
            LICENCE,
            breach
        ));
        let ends = entries();
        let [EntryContent::LicenceEnded { fallen, voucher, .. }, EntryContent::LicenceFell { number, .. }] =
            [&ends[0].content, &ends[1].content]
        else {
            panic!("each end is an entry")
        };
        assert_eq!(*number, SUB_LICENCE);
        assert_eq!(fallen.as_slice(), [SUB_LICENCE]);
        assert_eq!(voucher.outcome, Outcome::Ended(4));
        let (standing, ..) = Licences::licence_standing(object, SUB_LICENCE);
        assert_eq!(
            standing,
            Standing::Ended {
                right: SUB_LICENCE,
                entry: 5
            }
        );
        check();
    });
}

#[test]
fn use_is_reported_and_asked_about() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = licensed();
        let asked = |purpose| Use {
            purpose,
            region: Region(44),
            medium: None,
        };
        let may =
            |purpose| Licences::may_use(object, SUB_LICENCE, party("//ServiceInstitution"), asked(purpose));
        assert!(matches!(may(1), UseAnswer::Yes { .. }));
        assert!(matches!(
            may(2),
            UseAnswer::No {
                bar: UseBar::Purpose { .. },
                ..
            }
        ));
        entries();
        let report = |total| {
            let institution = by("//ServiceInstitution");
            Licences::report_use(institution, Capacity::Own, object, SUB_LICENCE, total, DIGEST)
        };
        assert_ok!(report(4_001));
        assert!(matches!(
            entries()[0].content,
            EntryContent::UseReported { over: Some(1), .. }
        ));
        assert!(matches!(
            may(1),
            UseAnswer::No {
                bar: UseBar::QuantityUsed { .. },
                ..
            }
        ));
        check();
    });
}

/// A hold by two officers bars what the licensor and the licensee would sign.
#[test]
fn a_hold_on_the_right_bars_a_licence_that_was_offered_before() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let object = import(AuthorityId(1), "//Lingnan//Registrar");
        assert_ok!(offer(
            "//Enterprise",
            object,
            filing(OPERATING, "//ServiceInstitution", terms(1, 10, 0))
        ));
        let objection = notified(object, RightSet::NONE.with(OPERATING));
        let until = now().day().plus(30).end();
        assert_ok!(Disputes::propose_hold(
            by("//Lingnan//Examiner"),
            objection,
            until,
            DIGEST
        ));
        assert_ok!(Disputes::confirm_hold(by("//Lingnan//Reviewer"), objection));
        assert_noop!(
            accept("//ServiceInstitution", object),
            pallet_licences::Error::<Runtime>::MarkInTheWay
        );
        assert_ok!(Disputes::lift_hold(by("//Lingnan//Examiner"), objection, DIGEST));
        assert_ok!(accept("//ServiceInstitution", object));
        check();
    });
}

/// What the benchmarks find is as the register writes it: a heavy call passes there.
#[cfg(feature = "runtime-benchmarks")]
#[test]
fn licences_of_the_benchmarks_end_like_any_others() {
    chain(DEV_RUNTIME_PRESET).execute_with(|| {
        let scene = pallet_licences::benchmarking::scene::<Runtime>();
        let (account, _) = &scene.licensees[0];
        let breach = EndCause::Breach { notice: DIGEST };
        let origin = crate::RuntimeOrigin::signed(account.clone());
        assert_ok!(Licences::propose_end(
            origin,
            Capacity::Own,
            scene.object,
            2,
            breach
        ));
        let EntryContent::LicenceEnded { fallen, .. } = &entries()[0].content else {
            panic!("its end is an entry")
        };
        assert_eq!(fallen.len(), 60);
        let (standing, ..) = Licences::licence_standing(scene.object, 1);
        assert_eq!(standing, Standing::InForce);
    });
}
