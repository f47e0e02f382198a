//! Split of an object, so that a range of its data can be transferred by itself (NG 34, 35).

use super::*;
use crate::{Derived, Fingerprints, HoldingCount, ObjectByFingerprint};
use motions::propose;
use quanji_primitives::{
    ending::{MotionMatter, RevocationGround},
    filing::{Part, Split},
    v1::{
        history_after, CertificateRecord, ChangedFacts, EntryContent, Outcome, Publication, SplitPart,
        NO_HISTORY,
    },
};

/// What stays.
pub(super) const REST: &[u8] = "2024年广东省港口业集装箱作业表格数据（深圳港以外）".as_bytes();

/// The description of part `number`.
pub(super) fn text_of_part(number: u8) -> Vec<u8> {
    format!("2024年广东省港口业集装箱作业表格数据（范围{number}）").into_bytes()
}

pub(super) fn part(number: u8, prints: &[u8]) -> Part {
    Part {
        description: Digest::sha2_256(&text_of_part(number)),
        fingerprints: fingerprints(prints),
    }
}

/// A split into what stays and `parts`.
pub(super) fn into_parts(parts: Vec<Part>) -> Change {
    Change {
        description: Some(DescriptionChange {
            to: Digest::sha2_256(REST),
            withholding: None,
        }),
        split: Some(Box::new(Split {
            fingerprints: Bounded::default(),
            parts: parts.try_into().unwrap(),
        })),
        ..NO_CHANGE
    }
}

/// The split that most tests ask for: one part leaves.
pub(super) fn split(object: ObjectId) -> Dealing {
    change(object, into_parts(vec![part(1, &[])]))
}

pub(super) fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

pub(super) fn bounded<const N: u32>(text: &[u8]) -> Bounded<u8, N> {
    text.to_vec().try_into().unwrap()
}

/// From acceptance to the end of the notice: what leaves is published before what stays.
#[track_caller]
pub(super) fn pass_split_notice(case: CaseId) {
    accept(case);
    examine(case, granting(case));
    approve(case);
    for part in stored(case).filing.parts() {
        let mut texts = (1..=4).map(text_of_part);
        let text = texts.find(|text| Digest::sha2_256(text) == part.description);
        let text = bounded(&text.expect("the text of a part"));
        assert_ok!(Registry::publish_part(signed(EXAMINER), case, text));
    }
    assert_ok!(Registry::publish(
        signed(EXAMINER),
        case,
        Some(bounded(REST)),
        None
    ));
    end_notice(case);
    take_events();
}

/// Enters a split; gives the entries, that of the whole first.
#[track_caller]
pub(super) fn entries_of(case: CaseId) -> Vec<Entry> {
    assert_ok!(Registry::enter(signed(REVIEWER), case, None, None, None));
    let entries = take_events().into_iter().map(|event| match event {
        Event::Entered {
            officer: by, entry, ..
        } => {
            assert_eq!(by, Some(officer(REVIEWER)));
            *entry
        }
        other => panic!("{other:?}"),
    });
    assert!(!Cases::<Test>::contains_key(case));
    entries.collect()
}

/// Splits an object whose holders are these; gives what left.
pub(super) fn carried(accounts: &[u64], dealing: Dealing) -> Vec<ObjectId> {
    let case = signed_by(accounts, dealing);
    pass_split_notice(case);
    entries_of(case)
        .iter()
        .skip(1)
        .map(|entry| entry.no.object)
        .collect()
}

pub(super) fn record(object: ObjectId) -> quanji_primitives::v1::ObjectRecord {
    Objects::<Test>::get(object).unwrap()
}

#[test]
fn a_part_becomes_an_object_with_the_rights_that_the_whole_has() {
    ExtBuilder::default().build_and_execute(|| {
        let source = entered(SECOND_ENTERPRISE, resource(SECOND_ENTERPRISE));
        let mut filing = product(ENTERPRISE, &[Source::Object(source)]);
        filing.holders = shares(&[(ENTERPRISE, 250_000), (SECOND_ENTERPRISE, 750_000)]);
        filing.fingerprints = fingerprints(&[1]);
        let whole = entered(ENTERPRISE, filing);
        let before = record(whole);
        let held = HoldingCount::<Test>::get(party(SECOND_ENTERPRISE));

        let mut wanted = into_parts(vec![part(1, &[11]), part(2, &[])]);
        wanted.split.as_mut().unwrap().fingerprints = fingerprints(&[10]);
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], change(whole, wanted));
        pass_split_notice(case);
        let entries = entries_of(case);
        let [of_whole, of_first, of_second] = &entries[..] else {
            panic!("{entries:?}")
        };
        let (first, second) = (of_first.no.object, of_second.no.object);

        // What stays: a new version, before and after, under the same number.
        let after = record(whole);
        let expected = ObjectFacts {
            description: Digest::sha2_256(REST),
            ..before.facts.clone()
        };
        assert_eq!(after.facts, expected);
        let raised = certificate(whole, 0);
        assert_eq!(
            (raised.issue, raised.entry, raised.issued_at),
            (2, 2, of_whole.at)
        );
        let named = [(first, 1), (second, 2)].map(|(object, number)| SplitPart {
            object,
            description: Digest::sha2_256(&text_of_part(number)),
        });
        let both = [ENTERPRISE, SECOND_ENTERPRISE].map(|account| (party(account), Via::Own));
        assert_eq!(
            of_whole.content,
            EntryContent::Split {
                before: ChangedFacts::of(&before.facts),
                after: ChangedFacts::of(&expected),
                publication: Publication::Full,
                fingerprints: fingerprints(&[10]),
                parts: named.to_vec().try_into().unwrap(),
                certificates: vec![(0, raised)].try_into().unwrap(),
                signatures: both.to_vec().try_into().unwrap(),
            }
        );

        // What left.
        for (entry, number, prints) in [(of_first, 1, &[11][..]), (of_second, 2, &[])] {
            let object = entry.no.object;
            let own = record(object);
            let facts = ObjectFacts {
                description: Digest::sha2_256(&text_of_part(number)),
                ..before.facts.clone()
            };
            assert_eq!((own.facts.clone(), own.regime), (facts.clone(), before.regime));
            assert_eq!((own.authority, own.entered_at), (AUTHORITY, of_whole.at));
            assert_eq!((own.rights, own.certificates, own.entries), (3, 1, 1));
            let rights = [0, 1, 2].map(|number| right(object, number));
            for (own, of_whole) in rights.iter().zip(0..) {
                let of_whole = right(whole, of_whole);
                assert_eq!((own.kind, &own.holders), (of_whole.kind, &of_whole.holders));
                assert_eq!(own.valid_until, of_whole.valid_until);
                assert_eq!((own.certificate, own.entry, own.licences), (0, 1, 0));
            }
            let issued = certificate(object, 0);
            assert_eq!((issued.issue, issued.rights.to_vec()), (1, vec![0, 1, 2]));
            assert_eq!(
                entry.content,
                EntryContent::SplitOff {
                    from: of_whole.no,
                    facts,
                    publication: Publication::Full,
                    rights: rights.to_vec().try_into().unwrap(),
                    certificates: vec![issued].try_into().unwrap(),
                    fingerprints: fingerprints(prints),
                }
            );
            assert_eq!(entry.basis, of_whole.basis);
            assert_eq!(Registry::split_from(object), Some(of_whole.no));
        }
        let EntryBasis::Case(basis) = &of_whole.basis else {
            panic!("a case was decided")
        };
        assert_eq!(basis.case, case);
        assert_eq!(Registry::entry_of_case(case), Some(of_whole.no));

        // Every history chains what was entered, and every index leads to it.
        assert_eq!(of_whole.previous, before.history);
        assert_eq!(after.history, history_after(of_whole));
        for entry in [of_first, of_second] {
            assert_eq!(entry.previous, NO_HISTORY);
            assert_eq!(record(entry.no.object).history, history_after(entry));
        }
        let leads_to = |byte| ObjectByFingerprint::<Test>::get(fingerprint(byte).digest);
        assert_eq!([1, 10, 11].map(leads_to), [whole, whole, first].map(Some));
        assert_eq!(Fingerprints::<Test>::iter_prefix(second).count(), 0);
        let made: Vec<_> = (0..3)
            .filter_map(|number| Derived::<Test>::get(source, number))
            .collect();
        assert_eq!(made, [whole, first, second]);
        assert_eq!(HoldingCount::<Test>::get(party(SECOND_ENTERPRISE)), held + 2);
    });
}

#[test]
fn each_part_has_certificate_numbers_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let wanted = change(whole, into_parts(vec![part(1, &[]), part(2, &[])]));
        let parts = carried(&[ENTERPRISE, SECOND_ENTERPRISE], wanted);
        let all = [whole, parts[0], parts[1]];
        let serials: Vec<_> = all
            .iter()
            .flat_map(|object| [0, 1].map(|number| certificate(*object, number)))
            .map(|certificate: CertificateRecord| certificate.number.to_string())
            .collect();
        let mut rising = serials.clone();
        rising.sort_unstable();
        rising.dedup();
        assert_eq!((serials.len(), &serials), (6, &rising));
        for object in parts {
            let holders = [0, 3].map(|number| right(object, number).holders);
            assert_eq!(
                holders,
                [ENTERPRISE, SECOND_ENTERPRISE].map(|account| Holders::Sole(party(account)))
            );
            assert_eq!(
                [0, 1].map(|number| certificate(object, number).rights.len()),
                [3, 3]
            );
        }
    });
}

/// Design section 3: what a transfer passes is whole kinds, or a share, or a data range after the object was split.
#[test]
fn after_a_split_the_range_passes_whole_and_the_rest_stays() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        let [range] = carried(&[ENTERPRISE], split(whole))[..] else {
            panic!("one part left")
        };
        let sold = transfer(range, &RightKind::ALL, SECOND_ENTERPRISE);
        carried_out(&[ENTERPRISE, SECOND_ENTERPRISE], sold);
        for number in 0..3 {
            assert_eq!(
                right(range, number).holders,
                Holders::Sole(party(SECOND_ENTERPRISE))
            );
            assert_eq!(right(whole, number).holders, Holders::Sole(party(ENTERPRISE)));
        }
        assert_eq!(certificate(range, 0).outcome, Outcome::Ended(2));
        assert_eq!(certificate(whole, 0).outcome, Outcome::Live);
    });
}

#[test]
fn a_part_of_an_imported_object_is_imported_as_well() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = import::imported(ENTERPRISE, "GD-2024-0017");
        let [range] = carried(&[ENTERPRISE], split(whole))[..] else {
            panic!("one part left")
        };
        let of_whole = record(whole).imported;
        assert!(of_whole.is_some_and(|imported| imported.reviewed.is_none()));
        assert_eq!(record(range).imported, of_whole);
        assert_eq!(right(range, 1).valid_until, right(whole, 1).valid_until);
        assert_ne!(certificate(range, 0).number, certificate(whole, 0).number);
    });
}

/// Bad faith does not get away with a split: the case by which the whole was obtained is one of every part.
#[test]
fn a_registration_obtained_by_false_material_is_revoked_in_every_part() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        let obtained_in = CaseId(whole.0);
        let [range] = carried(&[ENTERPRISE], split(whole))[..] else {
            panic!("one part left")
        };
        let [further] = carried(&[ENTERPRISE], split_again(range))[..] else {
            panic!("one part left")
        };
        let revocation = |case| MotionMatter::Revocation {
            rights: [0].into_iter().collect(),
            ground: RevocationGround::FalseMaterial,
            party: party(ENTERPRISE),
            case,
        };
        for object in [whole, range, further] {
            assert_ok!(propose(EXAMINER, object, revocation(obtained_in)));
        }
        // The serial of a part is no case.
        assert_eq!(Registry::entry_of_case(CaseId(range.0)), None);
        let other = registered();
        let unfit = propose(EXAMINER, other, revocation(obtained_in));
        assert_eq!(unfit, Err(Error::<Test>::MotionCaseUnfit.into()));
        // What was entered in the whole after the split is not of the part.
        assert_ok!(Registry::drop_motion(signed(EXAMINER), whole, LETTER));
        assert_ok!(Registry::drop_motion(signed(EXAMINER), range, LETTER));
        let case = signed_by(&[ENTERPRISE], change(whole, industry(56)));
        accept(case);
        examine(case, granting(case));
        approve(case);
        assert_ok!(Registry::publish(signed(EXAMINER), case, None, None));
        end_notice(case);
        entry_of(case);
        let unfit = propose(EXAMINER, range, revocation(case));
        assert_eq!(unfit, Err(Error::<Test>::MotionCaseUnfit.into()));
        // The case of the split itself is one of the part too.
        let case = signed_by(&[ENTERPRISE], split(other));
        pass_split_notice(case);
        let entries = entries_of(case);
        assert_ok!(propose(EXAMINER, entries[1].no.object, revocation(case)));
    });
}

/// A split of what was split off: `REST` and the text of part 1 are not its own description.
fn split_again(object: ObjectId) -> Dealing {
    change(object, into_parts(vec![part(2, &[])]))
}
