//! Each invariant is seen to fail when state is damaged.

use super::*;
use crate::{
    CertificateByNumber, Consent, Consents, Derived, Fingerprints, HoldingCount, Holdings, LastSerial,
    LiveMarks, Marks, ObjectByFingerprint, Rolls, LIVE_OF_PARTIES_MAX,
};
use quanji_primitives::{
    case::Signed,
    marks::{LiveMark, Mark, MarkEnd, MarkKind, MarkSource},
    v1::{CertificateRecord, Outcome, RightStatus, NO_HISTORY},
    OfficerId, RightId,
};

/// Two objects, one made from the other, with two holders, and a case at approval. `damage` then breaks something.
fn broken_by(sentence: &str, damage: impl FnOnce(ObjectId, CaseId)) {
    ExtBuilder::default().build().execute_with(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1, 2]));
        let source = Source::Right(RightId { object, index: 0 });
        entered(ENTERPRISE, product(ENTERPRISE, &[source]));
        let case = approved(ENTERPRISE, resource(ENTERPRISE));
        assert_ok!(Registry::do_try_state());
        damage(object, case);
        let error = Registry::do_try_state().unwrap_err();
        assert_eq!(
            error,
            sp_runtime::TryRuntimeError::Other(Box::leak(sentence.to_owned().into_boxed_str()))
        );
    });
}

fn change_object(object: ObjectId, change: impl FnOnce(&mut quanji_primitives::v1::ObjectRecord)) {
    Objects::<Test>::mutate(object, |record| change(record.as_mut().unwrap()));
}

fn change_case(case: CaseId, change: impl FnOnce(&mut Case)) {
    Cases::<Test>::mutate(case, |record| change(record.as_mut().unwrap()));
}

/// Keeps consents of the first account to the second of each pair.
fn keep_consents(object: ObjectId, pairs: &[[u64; 2]]) {
    let consents = pairs.iter().map(|pair| Consent {
        from: party(pair[0]),
        to: party(pair[1]),
        at: at("2026-11-02 9"),
        typed_in: None,
    });
    Consents::<Test>::insert(object, Bounded::truncate_from(consents.collect()));
}

#[test]
fn the_roll_lists_what_is_live() {
    let sentence = "the roll of an object lists what is live in it, and nothing else";
    broken_by(sentence, |object, _| Rolls::<Test>::remove(object));
    broken_by(sentence, |object, _| {
        Rolls::<Test>::mutate(object, |roll| roll[0].valid_until = at("2020-01-01 9"))
    });
    broken_by(sentence, |object, _| {
        Rolls::<Test>::mutate(object, |roll| roll.try_push(roll[0].clone()).unwrap())
    });
    broken_by("every roll belongs to an object", |object, _| {
        Rolls::<Test>::insert(ObjectId(1), Rolls::<Test>::get(object))
    });
}

#[test]
fn objects_exist_by_entries() {
    broken_by("an object exists by an entry", |object, _| {
        change_object(object, |record| record.history = NO_HISTORY)
    });
    broken_by("an object exists by an entry", |object, _| {
        change_object(object, |record| record.entries = 0)
    });
}

#[test]
fn counts_are_those_of_the_records() {
    broken_by("rights are as many as counted", |object, _| {
        change_object(object, |record| record.rights -= 1)
    });
    broken_by("certificates are as many as counted", |object, _| {
        change_object(object, |record| record.certificates += 1)
    });
    broken_by("fingerprints are as many as counted", |object, _| {
        Fingerprints::<Test>::remove(object, 0)
    });
    broken_by("derived objects are as many as counted", |object, _| {
        Derived::<Test>::remove(object, 0)
    });
    broken_by("holdings are as many as counted", |_, _| {
        HoldingCount::<Test>::insert(party(NATURAL_PERSON), 1)
    });
    broken_by("an object has no more rights than it can hold", |object, _| {
        change_object(object, |record| record.rights = 65)
    });
}

#[test]
fn numbers_are_dense() {
    broken_by("rights are numbered densely", |object, _| {
        let right = Rights::<Test>::take(object, 1).unwrap();
        Rights::<Test>::insert(object, 6, right);
    });
    broken_by("certificates are numbered densely", |object, _| {
        let first = Certificates::<Test>::take(object, 0).unwrap();
        Certificates::<Test>::insert(object, 5, first);
        for number in 0..3 {
            Rights::<Test>::mutate(object, number, |right| right.as_mut().unwrap().certificate = 5);
        }
    });
    broken_by("every holding is counted", |object, _| {
        Holdings::<Test>::insert(party(NATURAL_PERSON), 0, (object, 0))
    });
}

#[test]
fn rights_have_holders_entry_and_certificate() {
    let change = |object, change: fn(&mut quanji_primitives::v1::RightRecord)| {
        Rights::<Test>::mutate(object, 0, |right| change(right.as_mut().unwrap()));
    };
    broken_by("holders of a right are in order and whole", |object, _| {
        change(object, |right| right.holders = joint(&[ENTERPRISE]))
    });
    broken_by("every right belongs to parties that exist", |object, _| {
        change(object, |right| right.holders = Holders::Sole(PartyId(0)))
    });
    broken_by("a right was made by an entry of its object", |object, _| {
        change(object, |right| right.entry = 3)
    });
    broken_by("a right stands on a certificate of its object", |object, _| {
        change(object, |right| right.certificate = 2)
    });
    broken_by("a live right is listed on its live certificate", |object, _| {
        change(object, |right| right.certificate = 1)
    });
    broken_by(
        "every holder finds the certificate of the right among its holdings",
        |object, _| {
            change(object, |right| {
                right.holders = joint(&[ENTERPRISE, NATURAL_PERSON])
            })
        },
    );
}

#[test]
fn indices_lead_where_they_say() {
    broken_by("issues count from one", |object, _| {
        Certificates::<Test>::mutate(object, 0, |record| record.as_mut().unwrap().issue = 0)
    });
    broken_by("a certificate is found by its number", |object, _| {
        CertificateByNumber::<Test>::remove(Certificates::<Test>::get(object, 0).unwrap().number)
    });
    broken_by("numbers are unique and lead to their certificate", |object, _| {
        CertificateByNumber::<Test>::insert("SJ4412026110099".parse::<Number>().unwrap(), (object, 0))
    });
    broken_by("a fingerprint leads to an object that has it", |object, _| {
        ObjectByFingerprint::<Test>::insert(digest(77), object)
    });
    broken_by("every fingerprint of an object leads to it", |_, _| {
        ObjectByFingerprint::<Test>::remove(fingerprint(1).digest)
    });
    broken_by("objects are made from objects", |object, _| {
        Derived::<Test>::insert(object, 0, ObjectId(1));
    });
    broken_by(
        "a source of which something is to be told waits once",
        |object, _| {
            crate::SourceQueue::<Test>::insert(0, object);
        },
    );
    broken_by("a notice about a source is a mark of that kind", |object, _| {
        crate::SourceNotices::<Test>::insert(object, quanji_primitives::RightId { object, index: 0 }, 0);
    });
    broken_by("a holding leads to a certificate", |object, _| {
        Holdings::<Test>::insert(party(ENTERPRISE), 2, (object, 7));
        HoldingCount::<Test>::insert(party(ENTERPRISE), 3);
    });
}

type Number = quanji_primitives::certificate_number::CertificateNumber;

#[test]
fn rights_and_certificates_belong_to_objects() {
    broken_by("every right belongs to an object", |object, _| {
        Rights::<Test>::insert(ObjectId(1), 0, Rights::<Test>::get(object, 0).unwrap())
    });
    broken_by("particulars were entered in an object", |_, _| {
        let nowhere = ObjectId::new(AUTHORITY, 99).unwrap();
        crate::Particulars::<Test>::insert(nowhere, party(ENTERPRISE), digest(5))
    });
    broken_by("every certificate belongs to an object", |object, _| {
        Certificates::<Test>::insert(ObjectId(1), 0, Certificates::<Test>::get(object, 0).unwrap())
    });
}

#[test]
fn serial_numbers_and_regimes_are_known() {
    broken_by("serial numbers are given in order", |_, _| {
        LastSerial::<Test>::insert(AUTHORITY, 0)
    });
    broken_by("a case has a serial its authority gave", |_, case| {
        LastSerial::<Test>::insert(AUTHORITY, case.serial() - 1)
    });
    let unknown = RegimeId {
        system: 9,
        version: 9,
    };
    broken_by("an object names a known regime version", |object, _| {
        change_object(object, |record| record.regime = unknown)
    });
    broken_by("a case names a known regime version", |_, case| {
        change_case(case, |record| record.regime = unknown)
    });
}

#[test]
fn cases_are_whole() {
    let own = "a case for new data concerns the object of its own serial number";
    broken_by(own, |object, case| {
        change_case(case, |record| record.object = object)
    });
    broken_by("examiner and approver are different persons", |_, case| {
        change_case(case, |record| {
            record.approval = Some(Signed {
                officer: officer(EXAMINER),
                at: at("2026-11-02 9"),
            })
        })
    });
    broken_by("examiner and approver are different persons", |_, case| {
        change_case(case, |record| {
            record.examination = None;
            record.approval = Some(Signed {
                officer: OfficerId(1),
                at: at("2026-11-02 9"),
            });
        })
    });
    broken_by("a case in notice was published", |_, case| {
        change_case(case, |record| record.stage = Stage::InNotice)
    });
    broken_by("a refused case has its refusal", |_, case| {
        change_case(case, |record| record.stage = Stage::Refused)
    });
}

fn change_certificate(object: ObjectId, change: impl FnOnce(&mut CertificateRecord)) {
    Certificates::<Test>::mutate(object, 0, |record| change(record.as_mut().unwrap()));
}

#[test]
fn certificates_list_what_stands() {
    broken_by("an issue was made by an entry of its object", |object, _| {
        change_certificate(object, |record| record.entry = 9)
    });
    let sentence = "a certificate lists live rights and ends with the last of them";
    broken_by(sentence, |object, _| {
        Rights::<Test>::mutate(object, 0, |right| {
            right.as_mut().unwrap().status = RightStatus::Ended(1)
        });
    });
    broken_by("a live right is listed on its live certificate", |object, _| {
        change_certificate(object, |record| record.outcome = Outcome::Ended(1))
    });
    let sentence = "a certificate lists rights, or is one of a registration without rights";
    broken_by(sentence, |object, _| {
        change_certificate(object, |record| {
            record.without_rights = Some(quanji_primitives::v1::WithoutRights {
                subject: Holders::Sole(party(ENTERPRISE)),
                valid_until: at("2030-01-01 0"),
            })
        })
    });
}

#[test]
fn marks_stand_against_rights() {
    let mark = || Mark {
        version: 1,
        kind: MarkKind::Hold,
        rights: [0].into_iter().collect(),
        source: MarkSource::TitleDispute(digest(1)),
        authority: AUTHORITY,
        since: at("2026-11-02 9"),
        until: None,
        ended: None,
        order: None,
    };
    let set = |object, number, mark| {
        Marks::<Test>::insert(object, number, mark);
        change_object(object, |record| record.marks = 1);
    };
    broken_by("marks are as many as counted", |object, _| {
        Marks::<Test>::insert(object, 0, mark())
    });
    broken_by("marks are numbered densely", |object, _| set(object, 1, mark()));
    broken_by("a mark stands against rights of its object", |object, _| {
        let rights = [60].into_iter().collect();
        set(object, 0, Mark { rights, ..mark() })
    });
    broken_by("a mark ends after it began", |object, _| {
        let ended = Some((at("2026-11-01 9"), MarkEnd::Lapsed));
        set(object, 0, Mark { ended, ..mark() })
    });
    broken_by("every mark belongs to an object", |_, _| {
        Marks::<Test>::insert(ObjectId(1), 0, mark())
    });
}

#[test]
fn the_list_of_live_marks_says_what_the_marks_say() {
    let mark = |rights: &[u32]| Mark {
        version: 1,
        kind: MarkKind::Hold,
        rights: rights.iter().copied().collect(),
        source: MarkSource::TitleDispute(digest(1)),
        authority: AUTHORITY,
        since: world(|world| world.now),
        until: None,
        ended: None,
        order: None,
    };
    let set = |object, number, mark| {
        let list = Registry::ensure_mark_fits(object, number, mark).unwrap();
        Registry::write_mark(object, number, mark, list);
        change_object(object, |record| record.marks = number + 1);
    };
    let sentence = "the list of live marks says what the marks say";
    broken_by(sentence, |object, _| {
        set(object, 0, mark(&[0]));
        LiveMarks::<Test>::remove(object);
    });
    broken_by(sentence, |object, _| {
        set(object, 0, mark(&[0]));
        LiveMarks::<Test>::mutate(object, |list| list[0].mark.rights = [1].into_iter().collect());
    });
    // A mark that has ended is listed no more.
    broken_by(sentence, |object, _| {
        set(object, 0, mark(&[0]));
        let ended = Some((world(|world| world.now), MarkEnd::Released));
        Marks::<Test>::insert(object, 0, Mark { ended, ..mark(&[0]) });
    });
    broken_by(
        "an object has no more live marks of a kind than it has places",
        |object, _| {
            let many = LIVE_OF_PARTIES_MAX + 1;
            let list = (0..many).map(|number| LiveMark::new(number, mark(&[0])));
            LiveMarks::<Test>::insert(object, Bounded::truncate_from(list.collect()));
            (0..many).for_each(|number| Marks::<Test>::insert(object, number, mark(&[0])));
            change_object(object, |record| record.marks = many);
        },
    );
    broken_by("every list of live marks belongs to an object", |object, _| {
        set(object, 0, mark(&[0]));
        LiveMarks::<Test>::insert(ObjectId(1), LiveMarks::<Test>::get(object));
    });
}

#[test]
fn open_matters_are_listed() {
    let sentence = "an open case of an object is in state and names the object";
    broken_by(sentence, |object, case| {
        change_object(object, |record| record.open_cases.try_push(case).unwrap())
    });
    let sentence = "a case about a registered object is listed by it until it ends";
    broken_by(sentence, |object, case| {
        change_case(case, |record| {
            record.object = object;
            record.filing = further(ENTERPRISE, object, &[RightKind::Operating]).into();
        })
    });
    let sentence = "a consent belongs to an object or a case that would register it";
    broken_by(sentence, |_, _| {
        keep_consents(ObjectId(1), &[[ENTERPRISE, SECOND_ENTERPRISE]])
    });
    broken_by(sentence, |object, _| {
        keep_consents(object, &[[ENTERPRISE, ENTERPRISE]])
    });
    let sentence = "a consent stands once, and no list is kept empty";
    broken_by(sentence, |object, _| {
        keep_consents(object, &[[ENTERPRISE, SECOND_ENTERPRISE]; 2])
    });
    broken_by(sentence, |object, _| keep_consents(object, &[]));
    broken_by("an import is reviewed by another officer", |object, _| {
        let signed = Signed {
            officer: officer(REGISTRAR),
            at: at("2026-11-02 9"),
        };
        let earlier = earlier(ENTERPRISE, "GD-1");
        change_object(object, |record| {
            record.imported = Some(quanji_primitives::imported::Imported {
                scheme: earlier.scheme,
                registered_on: earlier.registered_on,
                checks: earlier.checks,
                file: earlier.file,
                imported: signed,
                reviewed: Some(signed),
            })
        })
    });
}

#[test]
fn cases_have_the_papers_of_their_stage() {
    let at_stage = |stage| move |_, case| change_case(case, |record| record.stage = stage);
    broken_by(
        "a terminated case has its termination",
        at_stage(Stage::Terminated),
    );
    broken_by("a returned case has its return", at_stage(Stage::Returned));
    let sentence = "a case is filed when all have signed";
    broken_by(sentence, at_stage(Stage::AwaitingSignatures));
    broken_by(sentence, |_, case| {
        let awaited = Concerned {
            party: party(ENTERPRISE),
            signing: Signing::Awaited,
        };
        change_case(case, |record| record.concerned.try_push(awaited).unwrap())
    });
    broken_by("the holder of a mark consents to a case once", |_, case| {
        let consent = quanji_primitives::case::MarkConsent {
            mark: 3,
            party: party(ENTERPRISE),
            via: Via::Own,
            at: at("2026-11-02 9"),
        };
        change_case(case, |record| {
            record.consents = vec![consent, consent].try_into().unwrap()
        })
    });
    broken_by("an accepted case has its clock", |_, case| {
        change_case(case, |record| record.clock = None)
    });
    broken_by("a refused case has its refusal", at_stage(Stage::UnderAppeal));
}

const ENTERED: &str = "an entered case is in state only while kinds of it were refused";

#[test]
fn an_entered_case_stays_with_what_refused_its_kinds() {
    let broken = |sentence, change: fn(&mut Case)| {
        ExtBuilder::default().build().execute_with(|| {
            let (case, _) = partly_refused(ENTERPRISE, resource(ENTERPRISE), &[1]);
            assert_ok!(Registry::do_try_state());
            change_case(case, change);
            let error = sp_runtime::TryRuntimeError::Other(sentence);
            assert_eq!(Registry::do_try_state(), Err(error));
        });
    };
    broken(ENTERED, |record| record.stage = Stage::Refused);
    broken("a refused case has its refusal", |record| record.refusal = None);
    let in_part = "a partly refused case was examined and approved, some kinds granted and others refused";
    broken(in_part, |record| record.approval = None);
    broken(in_part, |record| {
        let (examination, _) = record.examination.as_mut().unwrap();
        examination.decisions[1].refused = None;
    });
}

#[test]
fn subjects_of_registrations_without_rights_find_them() {
    let sentence = "every subject finds the certificate of its registration among its holdings";
    ExtBuilder::default().build().execute_with(|| {
        let case = ready_to_enter(ENTERPRISE, public_data(ENTERPRISE));
        let code = Some("44010020260001".parse().unwrap());
        assert_ok!(Registry::enter(signed(REVIEWER), case, None, code, None));
        assert_ok!(Registry::do_try_state());
        let object = last_entry().no.object;
        change_certificate(object, |record| {
            let subject = Holders::Sole(party(NATURAL_PERSON));
            record.without_rights.as_mut().unwrap().subject = subject;
        });
        assert_eq!(
            Registry::do_try_state(),
            Err(sp_runtime::TryRuntimeError::Other(sentence))
        );
    });
}

#[test]
fn cases_are_listed_with_entries_in_earlier_objects_only() {
    let listed = |case, number: u32, object| {
        let entry = quanji_primitives::EntryNo { object, number };
        crate::EntryOfCase::<Test>::insert(case, entry);
    };
    let gone = CaseId::new(AUTHORITY, 900).unwrap();
    broken_by(ENTERED, |object, case| listed(case, 2, object));
    let sentence = "a case that is listed with its entry was entered in an earlier object";
    broken_by(sentence, |object, _| listed(gone, 1, object));
    broken_by(sentence, |object, _| listed(gone, 3, object));
    broken_by(sentence, |_, _| listed(gone, 2, ObjectId(0)));
}
