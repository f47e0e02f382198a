//! What a split needs and what bars it.

use super::*;
use crate::{split::GENERATIONS_MAX, SplitFrom};
use motions::{extinction, proposed};
use quanji_primitives::{
    filing::{Part, PARTS_MAX},
    marks::{Effect, MarkKind, Operation},
    EntryNo, RightId,
};
use split::{
    carried, entries_of, into_parts, part, pass_split_notice, record, registered, split, text_of_part, REST,
};

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
        // Nor with rights that another has beside it.
        let with_rights = resource_with(SECOND_ENTERPRISE, &[1]);
        assert_eq!(entered(SECOND_ENTERPRISE, with_rights), object);
        let wanted = Dealing {
            regime: PUBLIC_DATA_2025,
            certificate: 1,
            ..split(object)
        };
        dealing_fails(SECOND_ENTERPRISE, wanted, Error::SplitWithoutRights);
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
