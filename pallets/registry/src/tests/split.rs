//! Split of an object, so that a range of its data can be transferred by itself (NG 34, 35).

use super::*;
use crate::{split::GENERATIONS_MAX, Derived, Fingerprints, HoldingCount, ObjectByFingerprint, SplitFrom};
use motions::{extinction, propose, proposed};
use quanji_primitives::{
    ending::{MotionMatter, RevocationGround},
    filing::{Part, Split, PARTS_MAX},
    marks::{Effect, MarkKind, Operation},
    v1::{
        history_after, CertificateRecord, ChangedFacts, EntryContent, Outcome, Publication, SplitPart,
        NO_HISTORY,
    },
    EntryNo, RightId,
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

fn registered() -> ObjectId {
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
fn entries_of(case: CaseId) -> Vec<Entry> {
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
fn carried(accounts: &[u64], dealing: Dealing) -> Vec<ObjectId> {
    let case = signed_by(accounts, dealing);
    pass_split_notice(case);
    entries_of(case)
        .iter()
        .skip(1)
        .map(|entry| entry.no.object)
        .collect()
}

fn record(object: ObjectId) -> quanji_primitives::v1::ObjectRecord {
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
fn a_split_names_what_stays_and_one_part_at_least_and_changes_nothing_else() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        let sound = into_parts(vec![part(1, &[])]);
        let level = LevelChange {
            to: DataLevel::General,
            assessment: digest(7),
        };
        let mut important = resource(SECOND_ENTERPRISE);
        important.facts.level = DataLevel::Important;
        let important = entered(SECOND_ENTERPRISE, important);
        let lowered = Change {
            level: Some(level),
            ..sound.clone()
        };
        dealing_fails(
            SECOND_ENTERPRISE,
            change(important, lowered),
            Error::SplitNotDescribed,
        );
        let refused = [
            into_parts(vec![]),
            Change {
                industry: Some(56),
                ..sound.clone()
            },
            Change {
                description: None,
                industry: Some(56),
                ..sound
            },
        ];
        for wanted in refused {
            dealing_fails(ENTERPRISE, change(whole, wanted), Error::SplitNotDescribed);
        }
    });
}

/// By its type a part has a range and fingerprints; no case gives it another source, category, level, class or lineage.
#[test]
fn a_part_never_changes_its_source() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        let [range] = carried(&[ENTERPRISE], split(whole))[..] else {
            panic!("one part left")
        };
        let of_whole = ObjectFacts {
            description: Digest::sha2_256(&text_of_part(1)),
            ..record(whole).facts
        };
        assert_eq!(record(range).facts, of_whole);
        // Nor does a further case about the part alone.
        let again = change(range, industry(record(range).facts.industry));
        dealing_fails(ENTERPRISE, again, Error::NothingChanges);
    });
}

#[test]
fn each_part_has_a_range_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        let described = |description| Part {
            description,
            fingerprints: Bounded::default(),
        };
        for same in [TEXT, REST, &text_of_part(1)] {
            let parts = vec![part(1, &[]), described(Digest::sha2_256(same))];
            dealing_fails(
                ENTERPRISE,
                change(whole, into_parts(parts)),
                Error::PartNotDistinct,
            );
        }
        let parts = vec![described(Digest::Blake3_256([1; 32]))];
        dealing_fails(
            ENTERPRISE,
            change(whole, into_parts(parts)),
            Error::DescriptionNotSha256,
        );
    });
}

#[test]
fn a_range_has_fingerprints_of_its_own() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[2]));
        for known in [1, 2] {
            let wanted = change(whole, into_parts(vec![part(1, &[known])]));
            dealing_fails(ENTERPRISE, wanted, Error::PartRegistered);
        }
        let twice = change(whole, into_parts(vec![part(1, &[3]), part(2, &[3])]));
        dealing_fails(ENTERPRISE, twice, Error::FingerprintRepeated);
        // What is registered meanwhile stops the entry.
        let case = signed_by(&[ENTERPRISE], change(whole, into_parts(vec![part(1, &[3])])));
        pass_split_notice(case);
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[3]));
        entry_fails(case, Error::PartRegistered);
    });
}

#[test]
fn four_parts_leave_at_most_and_as_much_as_one_entry_can_hold() {
    ExtBuilder::default().build_and_execute(|| {
        let parts = |count: u8| (1..=count).map(|number| part(number, &[])).collect::<Vec<_>>();
        let five: Result<Bounded<Part, PARTS_MAX>, _> = parts(5).try_into();
        assert!(five.is_err());
        // Of one part: sixteen co-holders thrice, three rights, a certificate twice, four records of an object.
        let holders: Vec<_> = ENTERPRISES.take(16).collect();
        let filing = FirstRegistration {
            holders: joint(&holders),
            ..resource(holders[0])
        };
        let of_many = entered(holders[0], filing);
        let with_prints = |prints: &[u8]| change(of_many, into_parts(vec![part(1, prints)]));
        let ask = |wanted| Registry::can_file_dealing(party(holders[0]), Box::new(wanted));
        assert_eq!(ask(with_prints(&[1, 2, 3, 4])), Ok(()));
        let mut more = into_parts(vec![part(1, &[1, 2, 3, 4])]);
        more.split.as_mut().unwrap().fingerprints = fingerprints(&[5]);
        assert_eq!(
            ask(change(of_many, more)),
            Err(Error::<Test>::EntryTooLarge.into())
        );
        dealing_fails(
            holders[0],
            change(of_many, into_parts(parts(2))),
            Error::EntryTooLarge,
        );

        let whole = registered();
        let left = carried(&[ENTERPRISE], change(whole, into_parts(parts(4))));
        assert_eq!(left.len(), 4);
    });
}

#[test]
fn all_who_hold_in_the_object_sign_a_split_those_with_lapsed_rights_too() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let lapses = right(whole, 0).valid_until;
        world(|world| world.now = Moment(lapses.0 - 30 * 86_400_000));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let wanted = Dealing {
            certificate: 1,
            ..split(whole)
        };
        dealing_fails(NATURAL_PERSON, wanted.clone(), Error::ApplicantWithoutRight);
        world(|world| world.now = lapses);
        let case = file_dealing(SECOND_ENTERPRISE, wanted);
        assert_eq!(stored(case).stage, Stage::AwaitingSignatures);
        assert_noop!(
            Registry::accept(signed(EXAMINER), case),
            Error::<Test>::WrongStage
        );
        sign(ENTERPRISE, case);
        assert_eq!(stored(case).stage, Stage::Filed);
        pass_split_notice(case);
        let entries = entries_of(case);
        let part = entries[1].no.object;
        // What has lapsed is lapsed in the part as well, and may revive there.
        assert_eq!(right(part, 0).valid_until, lapses);
        assert_eq!(Registry::in_force(part), [3, 4, 5]);
    });
}

#[test]
fn a_licence_that_is_in_force_or_would_revive_bars_a_split() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        license(whole, 2, NATURAL_PERSON, "2027-06-01 00:00");
        dealing_fails(ENTERPRISE, split(whole), Error::LicenceStands);
        set_now("2027-06-01 00:00");
        let case = signed_by(&[ENTERPRISE], split(whole));
        pass_split_notice(case);
        let until = right(whole, 2).valid_until;
        world(|world| world.now = Moment(until.0 - 1));
        let later = license(whole, 2, SECOND_ENTERPRISE, "2035-01-01 00:00");
        entry_fails(case, Error::LicenceStands);
        // With its right it lapses for now; it would revive with it.
        world(|world| world.now = until);
        assert!(!Registry::licences_from(whole, [2].into_iter().collect()).contains(&later));
        let licences = Registry::licences_that_may_stand(whole);
        assert_eq!(licences, [later]);
    });
}

#[test]
fn another_open_case_about_the_object_bars_a_split() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        let sale = file_dealing(
            ENTERPRISE,
            transfer(whole, &[RightKind::Operating], SECOND_ENTERPRISE),
        );
        dealing_fails(ENTERPRISE, split(whole), Error::CaseStands);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, sale));
        let case = signed_by(&[ENTERPRISE], split(whole));
        pass_split_notice(case);
        let meanwhile = file_dealing(ENTERPRISE, change(whole, industry(56)));
        entry_fails(case, Error::CaseStands);
        assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, meanwhile));
        take_events();
        assert_eq!(entries_of(case).len(), 2);
    });
}

#[test]
fn what_an_authority_is_about_to_end_does_not_leave_before() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        proposed(whole, extinction(&[0]));
        dealing_fails(ENTERPRISE, split(whole), Error::MotionPending);
        assert_ok!(Registry::drop_motion(signed(EXAMINER), whole, LETTER));
        let case = signed_by(&[ENTERPRISE], split(whole));
        pass_split_notice(case);
        proposed(whole, extinction(&[0]));
        entry_fails(case, Error::MotionPending);
    });
}

/// The matrix: never by signature against an objection, a hold, a seizure or control.
#[test]
fn marks_bar_a_split_whatever_right_they_stand_against() {
    for kind in MarkKind::ALL {
        for number in [0, 2] {
            ExtBuilder::default().build_and_execute(|| {
                let whole = registered();
                let case = signed_by(&[ENTERPRISE], split(whole));
                pass_split_notice(case);
                let mark = set_mark_for(NATURAL_PERSON, whole, kind, &[number]);
                if !matches!(kind, MarkKind::Pledge | MarkKind::Reservation) {
                    entry_fails(case, Error::BarredByMark);
                    end_mark(whole, mark);
                    let again = set_mark_for(NATURAL_PERSON, whole, kind, &[number]);
                    assert_ok!(Registry::withdraw(signed(ENTERPRISE), OWN, case));
                    dealing_fails(ENTERPRISE, split(whole), Error::BarredByMark);
                    return end_mark(whole, again);
                }
                entry_fails(case, Error::MarkConsentMissing);
                assert_ok!(Registry::consent_to_case(signed(NATURAL_PERSON), OWN, case, mark));
                take_events();
                let entries = entries_of(case);
                // Who consents lets go of what leaves: it is free of the mark, which stays against the rest.
                let part = entries[1].no.object;
                assert_eq!((record(part).marks, record(whole).marks), (0, 1));
                let ask = |object| {
                    let right = RightId {
                        object,
                        index: number,
                    };
                    Registry::can_deal(right, Operation::Transfer, None)
                        .unwrap()
                        .len()
                };
                assert_eq!((ask(part), ask(whole)), (0, 1));
            });
        }
    }
}

/// Whatever a later version of a regime says of a cancellation: nothing leaves a mark behind that did not consent.
#[test]
fn no_mark_stays_behind_under_another_matrix_either() {
    for effect in [Effect::Passes, Effect::Travels] {
        ExtBuilder::default().build_and_execute(|| {
            world(|world| {
                let regime = world.regimes.get_mut(&NATIONAL_2026).unwrap();
                let rows = regime.effects.iter_mut();
                for row in rows.filter(|row| row.operation == Operation::VoluntaryCancellation) {
                    row.effects = [effect; 7];
                }
            });
            let whole = registered();
            set_mark_for(NATURAL_PERSON, whole, MarkKind::SeizureFirst, &[1]);
            dealing_fails(ENTERPRISE, split(whole), Error::BarredByMark);
        });
    }
}

#[test]
fn a_registration_without_rights_is_not_split() {
    ExtBuilder::default().build_and_execute(|| {
        let object = public_object();
        let wanted = Dealing {
            regime: PUBLIC_DATA_2025,
            ..split(object)
        };
        dealing_fails(ENTERPRISE, wanted, Error::SplitWithoutRights);
    });
}

#[test]
fn a_holder_who_may_not_act_gets_no_right_in_a_part() {
    ExtBuilder::default().build_and_execute(|| {
        let filing = FirstRegistration {
            holders: joint(&[ENTERPRISE, SECOND_ENTERPRISE]),
            ..resource(ENTERPRISE)
        };
        let whole = entered(ENTERPRISE, filing);
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], split(whole));
        pass_split_notice(case);
        suspend_party(SECOND_ENTERPRISE);
        entry_fails(case, Error::HolderNotAdmitted);
    });
}

/// What nobody has reviewed yet is not passed off as a registration of this register.
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

#[test]
fn who_came_to_hold_meanwhile_has_not_signed_a_split() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        let case = signed_by(&[ENTERPRISE], split(whole));
        pass_split_notice(case);
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        entry_fails(case, Error::SplitNotSigned);
    });
}

/// What one applicant alone stated may be put right; who consented for a mark consented to what was stated then.
#[test]
fn a_split_that_is_restated_needs_the_consents_anew() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        let mark = set_mark_for(NATURAL_PERSON, whole, MarkKind::Pledge, &[2]);
        set_now("2026-11-10 10:00");
        let case = signed_by(&[ENTERPRISE], split(whole));
        let consent = || Registry::consent_to_case(signed(NATURAL_PERSON), OWN, case, mark);
        assert_ok!(consent());
        let unclear = vec![Deficiency::CodedFact].try_into().unwrap();
        let (days, by) = (10, Channel::Ledger);
        assert_ok!(Registry::return_for_completion(
            signed(EXAMINER),
            case,
            unclear,
            days,
            by,
            LETTER
        ));
        let restated = change(whole, into_parts(vec![part(1, &[]), part(2, &[])]));
        assert_ok!(Registry::resubmit_dealing(
            signed(ENTERPRISE),
            OWN,
            case,
            Box::new(restated)
        ));
        assert!(stored(case).consents.is_empty());
        assert_ok!(consent());
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
    });
}

/// A split of what was split off: `REST` and the text of part 1 are not its own description.
fn split_again(object: ObjectId) -> Dealing {
    change(object, into_parts(vec![part(2, &[])]))
}

#[test]
fn what_was_split_off_eight_times_in_a_row_is_split_no_more() {
    ExtBuilder::default().build_and_execute(|| {
        let whole = registered();
        let serial = |number: usize| ObjectId::new(AUTHORITY, 900_000 + number as u64).unwrap();
        let up = |object| EntryNo { object, number: 2 };
        SplitFrom::<Test>::insert(whole, up(serial(1)));
        for number in 1..GENERATIONS_MAX - 1 {
            SplitFrom::<Test>::insert(serial(number), up(serial(number + 1)));
        }
        let ask = || Registry::can_file_dealing(party(ENTERPRISE), Box::new(split(whole)));
        assert_eq!(ask(), Ok(()));
        let last = serial(GENERATIONS_MAX - 1);
        SplitFrom::<Test>::insert(last, up(serial(GENERATIONS_MAX)));
        assert_eq!(ask(), Err(Error::<Test>::SplitTooOften.into()));
        SplitFrom::<Test>::iter_keys().for_each(SplitFrom::<Test>::remove);
    });
}
