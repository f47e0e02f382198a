//! Corrections of an authority's own motion: facts, before and after, and what of a text is published.

use super::{
    motions::{
        carried, correction, execute, extinction, industry_is, parties, propose, proposed, registered, told,
        NOTHING,
    },
    *,
};
use crate::{Line, Rolls};
use quanji_primitives::{
    directory::{Register, RegisterError},
    ending::Correction,
    marks::MarkKind,
    v1::{ChangedFacts, EntryContent, Publication},
    ConflictId,
};

#[test]
fn a_correction_keeps_before_and_after_raises_every_certificate_and_tells_the_holders() {
    ExtBuilder::default().build_and_execute(|| {
        let object = entered(ENTERPRISE, resource_with(ENTERPRISE, &[1]));
        entered(SECOND_ENTERPRISE, resource_with(SECOND_ENTERPRISE, &[1]));
        for kind in MarkKind::ALL {
            set_mark_for(NATURAL_PERSON, object, kind, &[2]);
        }
        let before = Objects::<Test>::get(object).unwrap();
        let (entry, event) = carried(object, industry_is(56));
        let after = Objects::<Test>::get(object).unwrap();
        let expected = ObjectFacts {
            industry: 56,
            ..before.facts.clone()
        };
        assert_eq!(after.facts, expected);
        let raised = [0, 1].map(|number| (number, certificate(object, number)));
        assert!(raised.iter().all(|(_, certificate)| certificate.issue == 2));
        assert_eq!(
            entry.content,
            EntryContent::Changed {
                before: ChangedFacts::of(&before.facts),
                after: ChangedFacts::of(&expected),
                assessment: None,
                publication: before.publication,
                certificates: raised.to_vec().try_into().unwrap(),
                signatures: Default::default(),
            }
        );
        assert_eq!(
            told(&event),
            parties(&[ENTERPRISE, SECOND_ENTERPRISE, NATURAL_PERSON])
        );
        let Event::MotionExecuted { travelling, .. } = event else {
            panic!("it was executed")
        };
        assert_eq!(travelling.len(), MarkKind::ALL.len());
    });
}

#[test]
fn a_correction_differs_and_may_be_registered() {
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        let same = Objects::<Test>::get(object).unwrap().facts;
        let level = |level| Correction {
            level: Some(level),
            ..NOTHING
        };
        let refused = [
            (correction(NOTHING), Error::<Test>::NothingChanges),
            (industry_is(same.industry), Error::<Test>::NothingChanges),
            (industry_is(0), Error::<Test>::IndustryUnknown),
            (
                industry_is(NEGATIVE_LISTED_INDUSTRY),
                Error::<Test>::NegativeListed,
            ),
            (correction(level(DataLevel::Core)), Error::<Test>::CoreData),
            (
                correction(Correction {
                    form: Some(1),
                    ..NOTHING
                }),
                Error::<Test>::ProductFormUnfit,
            ),
            (
                correction(Correction {
                    description: Some(Digest::Blake3_256([1; 32])),
                    ..NOTHING
                }),
                Error::<Test>::DescriptionNotSha256,
            ),
        ];
        for (matter, error) in refused {
            assert_noop!(propose(EXAMINER, object, matter), error);
        }
        // Unlike a change, it also raises a level.
        carried(object, correction(level(DataLevel::Important)));
    });
}

/// Another description, to be published as `TEXT` is.
const OTHER_TEXT: &[u8] = "2024年广东省港口业集装箱作业表格数据（更正）".as_bytes();

#[test]
fn a_corrected_description_is_published_to_the_extent_that_it_was() {
    let described = |text: &[u8]| {
        correction(Correction {
            description: Some(Digest::sha2_256(text)),
            ..NOTHING
        })
    };
    let with = |object, text: Option<&[u8]>| {
        let text = text.map(|text| text.to_vec().try_into().unwrap());
        Registry::execute_motion(signed(REVIEWER), object, text)
    };
    ExtBuilder::default().build_and_execute(|| {
        let object = registered();
        proposed(object, described(OTHER_TEXT));
        assert_noop!(with(object, None), Error::<Test>::TextUnfit);
        assert_noop!(with(object, Some(TEXT)), Error::<Test>::TextNotAsFiled);
        assert_ok!(with(object, Some(OTHER_TEXT)));
        let record = Objects::<Test>::get(object).unwrap();
        assert_eq!(
            (record.publication, record.facts.description),
            (Publication::Full, Digest::sha2_256(OTHER_TEXT))
        );
        let number: &[u8] = "联系电话13800138000".as_bytes();
        proposed(object, described(number));
        assert_noop!(with(object, Some(number)), Error::<Test>::TextNotPublishable);
    });
    for (publication, text) in [
        (Publication::Withheld, None),
        (Publication::Part(digest(1)), Some(OTHER_TEXT)),
    ] {
        ExtBuilder::default().build_and_execute(|| {
            let object = registered();
            Objects::<Test>::mutate(object, |record| {
                record.as_mut().unwrap().publication = publication
            });
            proposed(object, described(b"the whole of it"));
            let other: Option<&[u8]> = text.map_or(Some(OTHER_TEXT), |_| None);
            assert_noop!(with(object, other), Error::<Test>::TextUnfit);
            assert_ok!(with(object, text));
            let after = Objects::<Test>::get(object).unwrap().publication;
            let expected = text.map_or(Publication::Withheld, |text| {
                Publication::Part(Digest::sha2_256(text))
            });
            assert_eq!(after, expected);
        });
    }
}

#[test]
fn a_text_belongs_to_a_corrected_description_only() {
    ExtBuilder::default().build_and_execute(|| {
        for matter in [industry_is(56), extinction(&[0])] {
            let object = registered();
            proposed(object, matter);
            let text = Some(TEXT.to_vec().try_into().unwrap());
            assert_noop!(
                Registry::execute_motion(signed(REVIEWER), object, text),
                Error::<Test>::TextUnfit
            );
            let ask = |text| Registry::can_execute_motion(REVIEWER, object, text);
            assert_eq!(ask(Some(TEXT.to_vec())), Err(Error::<Test>::TextUnfit.into()));
            assert_eq!(ask(None), Ok(()));
            assert_ok!(execute(REVIEWER, object));
        }
    });
}

#[test]
fn a_correction_raises_no_more_certificates_than_an_entry_can() {
    ExtBuilder::default().build().execute_with(|| {
        let object = registered();
        Rolls::<Test>::mutate(object, |roll| {
            let first = roll[0].clone();
            for number in 1..33 {
                let line = Line {
                    certificate: number,
                    ..first.clone()
                };
                roll.try_push(line).unwrap();
            }
        });
        assert_noop!(
            propose(EXAMINER, object, industry_is(56)),
            Error::<Test>::EntryTooLarge
        );
        // Nor by whom an objection is decided.
        let facts = Correction {
            industry: Some(56),
            ..NOTHING
        };
        let correct = || {
            let basis = EntryBasis::Conflict(ConflictId(5));
            <Registry as Register>::correct(object, &facts, None, basis, None)
        };
        assert_noop!(correct(), RegisterError::Full);
        // Rights 0 to 2 and the lines that were added show 32 certificates.
        Rolls::<Test>::mutate(object, |roll| roll.truncate(3 + 31));
        assert_ok!(propose(EXAMINER, object, industry_is(56)));
        assert_eq!(correct(), Ok(()));
        assert_eq!(Objects::<Test>::get(object).unwrap().facts.industry, 56);
    });
}
