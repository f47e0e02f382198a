//! Change of facts (NG 35).

use super::*;
use crate::{Line, Rolls};
use quanji_primitives::{
    filing::Withholding,
    filing::WithholdingRequest,
    marks::MarkKind,
    v1::{ChangedFacts, EntryContent, Publication},
};

fn registered() -> ObjectId {
    entered(ENTERPRISE, resource(ENTERPRISE))
}

/// Another description, to be published as `TEXT` is.
const OTHER_TEXT: &[u8] = "2024年广东省港口业集装箱作业表格数据（修订）".as_bytes();

fn description(text: &[u8], withholding: Option<WithholdingRequest>) -> Change {
    Change {
        description: Some(DescriptionChange {
            to: Digest::sha2_256(text),
            withholding,
        }),
        ..NO_CHANGE
    }
}

fn publish_text(case: CaseId, text: Option<&[u8]>) -> sp_runtime::DispatchResult {
    let text = text.map(|text| text.to_vec().try_into().unwrap());
    Registry::publish(signed(EXAMINER), case, text, None)
}

#[test]
fn a_change_keeps_before_and_after_and_raises_every_certificate() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        let before = Objects::<Test>::get(object).unwrap();
        let wanted = Change {
            industry: Some(56),
            ..description(OTHER_TEXT, None)
        };
        let case = signed_by(&[ENTERPRISE, SECOND_ENTERPRISE], change(object, wanted));
        accept(case);
        examine(case, granting(case));
        approve(case);
        assert_noop!(publish_text(case, None), Error::<Test>::TextUnfit);
        assert_noop!(publish_text(case, Some(TEXT)), Error::<Test>::TextNotAsFiled);
        assert_ok!(publish_text(case, Some(OTHER_TEXT)));
        end_notice(case);
        let entry = entry_of(case);
        let after = Objects::<Test>::get(object).unwrap();
        // Never holder, never source: nothing but what article 35 lists.
        let expected = ObjectFacts {
            industry: 56,
            description: Digest::sha2_256(OTHER_TEXT),
            ..before.facts.clone()
        };
        assert_eq!(after.facts, expected);
        let raised = [0, 1].map(|number| (number, certificate(object, number)));
        for (_, certificate) in &raised {
            assert_eq!((certificate.issue, certificate.entry), (2, 3));
            assert_eq!(certificate.issued_at, world(|world| world.now));
        }
        let both = [
            (party(ENTERPRISE), Via::Own),
            (party(SECOND_ENTERPRISE), Via::Own),
        ];
        assert_eq!(
            entry.content,
            EntryContent::Changed {
                before: ChangedFacts::of(&before.facts),
                after: ChangedFacts::of(&expected),
                assessment: None,
                publication: Publication::Full,
                certificates: raised.to_vec().try_into().unwrap(),
                signatures: both.to_vec().try_into().unwrap(),
            }
        );
        assert_eq!(
            (after.rights, after.certificates),
            (before.rights, before.certificates)
        );
    });
}

#[test]
fn a_change_leaves_the_vouchers_of_licences() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        super::licences::add(object, 2).unwrap();
        let case = file_dealing(ENTERPRISE, change(object, industry(56)));
        accept(case);
        examine(case, granting(case));
        approve(case);
        assert_ok!(publish_text(case, None));
        end_notice(case);
        entry_of(case);
        let issues = [0, 1].map(|number| certificate(object, number).issue);
        assert_eq!(issues, [2, 1]);
    });
}

#[test]
fn a_change_raises_no_more_certificates_than_an_entry_can() {
    ExtBuilder::default().build().execute_with(|| {
        let object = registered();
        let listed = |certificates: u32| {
            Rolls::<Test>::mutate(object, |roll| {
                let first = roll[0].clone();
                for number in 1..certificates {
                    let line = Line {
                        certificate: number,
                        ..first.clone()
                    };
                    roll.try_push(line).unwrap();
                }
            });
            Registry::can_file_dealing(party(ENTERPRISE), Box::new(change(object, industry(56))))
        };
        let before = Rolls::<Test>::get(object);
        assert_eq!(listed(32), Ok(()));
        Rolls::<Test>::insert(object, before);
        assert_eq!(listed(33), Err(Error::<Test>::EntryTooLarge.into()));
    });
}

#[test]
fn a_change_that_leaves_the_description_publishes_nothing_anew() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let before = Objects::<Test>::get(object).unwrap().publication;
        let case = file_dealing(ENTERPRISE, change(object, industry(56)));
        // Who holds alone has signed with the application.
        assert_eq!(stored(case).stage, Stage::Filed);
        accept(case);
        examine(case, granting(case));
        approve(case);
        assert_noop!(publish_text(case, Some(TEXT)), Error::<Test>::TextUnfit);
        assert_ok!(publish_text(case, None));
        end_notice(case);
        entry_of(case);
        let after = Objects::<Test>::get(object).unwrap();
        assert_eq!((after.publication, after.facts.industry), (before, 56));
    });
}

#[test]
fn a_new_description_may_be_withheld_as_decided() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let request = WithholdingRequest {
            extent: Withholding::Whole,
            reason: Some(digest(7)),
        };
        let wanted = change(object, description(OTHER_TEXT, Some(request)));
        let case = file_dealing(ENTERPRISE, wanted);
        accept(case);
        examine(case, granting(case));
        approve(case);
        assert_noop!(publish_text(case, None), Error::<Test>::PublicationUndecided);
        assert_ok!(Registry::decide_publication(
            signed(EXAMINER),
            case,
            Some(Withholding::Whole),
            digest(8)
        ));
        assert_ok!(publish_text(case, None));
        end_notice(case);
        entry_of(case);
        let after = Objects::<Test>::get(object).unwrap().publication;
        assert_eq!(after, Publication::Withheld);
    });
}

#[test]
fn a_change_without_findings_is_not_approved() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let case = file_dealing(ENTERPRISE, change(object, industry(56)));
        accept(case);
        let mut examination = granting(case);
        assert!(examination.decisions.is_empty());
        examination.findings.compliant_content = Finding::NotMet;
        examine(case, examination);
        assert_noop!(
            Registry::approve(signed(REVIEWER), case),
            Error::<Test>::NothingGranted
        );
        refuse(case);
    });
}

#[test]
fn a_change_names_something_and_each_of_it_differs() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let same = Objects::<Test>::get(object).unwrap().facts;
        let nothing = [
            NO_CHANGE,
            industry(same.industry),
            description(TEXT, None),
            Change {
                industry: Some(56),
                ..description(TEXT, None)
            },
        ];
        for wanted in nothing {
            dealing_fails(ENTERPRISE, change(object, wanted), Error::NothingChanges);
        }
    });
}

#[test]
fn a_level_is_lowered_with_the_assessment_that_says_so() {
    ExtBuilder::default().build_and_execute(|| {
        let mut filing = resource(ENTERPRISE);
        filing.facts.level = DataLevel::Important;
        let object = entered(ENTERPRISE, filing);
        let level = |to| Change {
            level: Some(LevelChange {
                to,
                assessment: digest(0x77),
            }),
            ..NO_CHANGE
        };
        dealing_fails(
            ENTERPRISE,
            change(object, level(DataLevel::Core)),
            Error::LevelNotLower,
        );
        let entry = carried_out(&[ENTERPRISE], change(object, level(DataLevel::General)));
        let facts = Objects::<Test>::get(object).unwrap().facts;
        assert_eq!(facts.level, DataLevel::General);
        let EntryContent::Changed { assessment, .. } = entry.content else {
            panic!("a fact changed")
        };
        assert_eq!(assessment, Some(digest(0x77)));
        dealing_fails(
            ENTERPRISE,
            change(object, level(DataLevel::Important)),
            Error::LevelNotLower,
        );
    });
}

#[test]
fn changed_facts_are_coded_and_may_be_registered() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let refused = [
            (industry(0), Error::IndustryUnknown),
            (industry(NEGATIVE_LISTED_INDUSTRY), Error::NegativeListed),
            (
                Change {
                    form: Some(1),
                    ..NO_CHANGE
                },
                Error::ProductFormUnfit,
            ),
            (
                Change {
                    description: Some(DescriptionChange {
                        to: Digest::Blake3_256([1; 32]),
                        withholding: None,
                    }),
                    ..NO_CHANGE
                },
                Error::DescriptionNotSha256,
            ),
        ];
        for (wanted, error) in refused {
            dealing_fails(ENTERPRISE, change(object, wanted), error);
        }
    });
}

#[test]
fn a_change_is_proven_and_names_no_kind_of_right() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let sound = change(object, industry(56));
        let unproven = Dealing {
            evidence: evidence(&[EvidenceKind::Contract]),
            ..sound.clone()
        };
        dealing_fails(ENTERPRISE, unproven, Error::ChangeProofMissing);
        let of_kinds = Dealing {
            kinds: RightKinds::HOLDING,
            ..sound
        };
        dealing_fails(ENTERPRISE, of_kinds, Error::KindsUnfit);
    });
}

#[test]
fn who_has_nothing_in_force_changes_nothing() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        world(|world| world.now = right(object, 0).valid_until);
        dealing_fails(ENTERPRISE, change(object, industry(56)), Error::RightNotInForce);
    });
}

/// The matrix: control needs the consent of whose order it is; a seizure travels on.
#[test]
fn a_change_under_control_needs_consent() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let control = set_mark_for(NATURAL_PERSON, object, MarkKind::Control, &[1]);
        set_mark_for(NATURAL_PERSON, object, MarkKind::SeizureFirst, &[1]);
        let case = file_dealing(ENTERPRISE, change(object, industry(56)));
        pass_notice(case);
        entry_fails(case, Error::MarkConsentMissing);
        assert_ok!(Registry::consent_to_case(
            signed(NATURAL_PERSON),
            OWN,
            case,
            control
        ));
        take_events();
        entry_of(case);
    });
}

#[test]
fn a_registration_without_rights_is_changed_by_its_subject() {
    ExtBuilder::default().build_and_execute(|| {
        let object = public_object();
        let wanted = Dealing {
            regime: PUBLIC_DATA_2025,
            ..change(object, industry(56))
        };
        dealing_fails(SECOND_ENTERPRISE, wanted.clone(), Error::ApplicantWithoutRight);
        carried_out(&[ENTERPRISE], wanted.clone());
        assert_eq!(Objects::<Test>::get(object).unwrap().facts.industry, 56);
        assert_eq!(certificate(object, 0).issue, 2);
        let ends = certificate(object, 0).without_rights.unwrap().valid_until;
        world(|world| world.now = ends);
        let wanted = Dealing {
            matter: Matter::Change(industry(57)),
            ..wanted
        };
        dealing_fails(ENTERPRISE, wanted, Error::RightNotInForce);
    });
}
