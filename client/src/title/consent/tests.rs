use super::*;
use crate::keys::LocalKey;
use quanji_primitives::ObjectId;

const OBJECT: ObjectId = ObjectId((1 << 48) | 5);
const HOLDER: PartyId = PartyId((1 << 48) | 7);
const READER: PartyId = PartyId((1 << 48) | 8);

fn consent(signer: &LocalKey) -> Consent {
    let mut consent = Consent {
        consent: Terms {
            format: FORMAT.into(),
            chain: "0x01".into(),
            about: OBJECT.to_string(),
            to: READER.to_string(),
            purpose: "loan 2026-17".into(),
            given_at: "2026-11-09T09:00:00+08:00".into(),
            until: "2026-11-20".into(),
        },
        signatures: Vec::new(),
    };
    consent.sign(HOLDER, signer).unwrap();
    consent
}

fn asked() -> Asked {
    Asked {
        chain: "0x01".into(),
        subject: Subject::Object(OBJECT),
        reader: READER,
        purpose: "loan 2026-17".into(),
        now: moment("2026-11-09T10:00").unwrap(),
        latest: moment("2026-11-09T10:00").unwrap(),
    }
}

/// The check of a consent of HOLDER, whose key is in force and who holds the object.
fn check(consent: &Consent, key: &LocalKey, asked: &Asked) -> Result<BTreeSet<PartyId>, ConsentError> {
    let public = key.public();
    consent.check(
        asked,
        |account| (*account == public).then_some(HOLDER),
        |party| party == HOLDER,
    )
}

#[test]
fn a_consent_opens_what_it_names_to_whom_it_names() {
    let (key, _) = LocalKey::generate();
    let text = consent(&key).to_text().unwrap();
    let read = Consent::read(&text).unwrap();
    assert_eq!(check(&read, &key, &asked()), Ok(BTreeSet::from([HOLDER])));
    let last = Asked {
        now: Moment("2026-11-20".parse::<Day>().unwrap().end().0 - 1),
        ..asked()
    };
    assert!(check(&read, &key, &last).is_ok());
}

#[test]
fn an_expired_consent_is_refused() {
    let (key, _) = LocalKey::generate();
    let late = Asked {
        now: "2026-11-20".parse::<Day>().unwrap().end(),
        ..asked()
    };
    let error = check(&consent(&key), &key, &late).unwrap_err();
    assert!(matches!(error, ConsentError::Expired { .. }), "{error}");
    let early = Asked {
        now: moment("2026-11-09T08:59").unwrap(),
        ..asked()
    };
    let error = check(&consent(&key), &key, &early).unwrap_err();
    assert!(matches!(error, ConsentError::NotYet { .. }), "{error}");
}

#[test]
fn an_earlier_block_does_not_open_an_expired_consent_again() {
    let (key, _) = LocalKey::generate();
    let end = "2026-11-20".parse::<Day>().unwrap().end();
    let at_latest = |latest| check(&consent(&key), &key, &Asked { latest, ..asked() });
    assert!(at_latest(Moment(end.0 - 1)).is_ok());
    let error = at_latest(end).unwrap_err();
    assert!(matches!(error, ConsentError::Expired { .. }), "{error}");
    // A consent of today still opens no block from before it.
    let early = Asked {
        now: moment("2026-11-09T08:59").unwrap(),
        ..asked()
    };
    let error = check(&consent(&key), &key, &early).unwrap_err();
    assert!(matches!(error, ConsentError::NotYet { .. }), "{error}");
}

#[test]
fn a_consent_that_could_never_be_used_is_not_given() {
    let until: Day = "2026-11-20".parse().unwrap();
    assert_eq!(check_until(until, Moment(until.end().0 - 1)), Ok(()));
    let error = check_until(until, until.end()).unwrap_err();
    assert!(matches!(error, ConsentError::AlreadyOver { .. }), "{error}");
}

#[test]
fn what_a_party_has_is_opened_by_the_party_itself() {
    let ((own, _), (other, _)) = (LocalKey::generate(), LocalKey::generate());
    let mut of_party = Consent {
        consent: Terms {
            about: HOLDER.to_string(),
            ..consent(&own).consent
        },
        signatures: Vec::new(),
    };
    let asked = Asked {
        subject: Subject::Party(HOLDER),
        ..asked()
    };
    let keys = [(own.public(), HOLDER), (other.public(), READER)];
    let bound = |account: &[u8; 32]| {
        let key = keys.iter().find(|(key, _)| key == account);
        key.map(|(_, party)| *party)
    };
    of_party.sign(READER, &other).unwrap();
    let alone = of_party.check(&asked, bound, |_| true).unwrap_err();
    assert!(matches!(alone, ConsentError::PartyNotSigned { .. }), "{alone}");
    of_party.sign(HOLDER, &own).unwrap();
    let both = of_party.check(&asked, bound, |_| true);
    assert_eq!(both, Ok(BTreeSet::from([HOLDER, READER])));
    let stranger = of_party.check(&asked, bound, |party| party == HOLDER);
    assert!(matches!(stranger, Err(ConsentError::NotACoHolder { .. })));
}

#[test]
fn another_reader_object_purpose_or_chain_is_refused() {
    let (key, _) = LocalKey::generate();
    let consent = consent(&key);
    let refused = |asked: Asked| check(&consent, &key, &asked).unwrap_err();
    let reader = refused(Asked {
        reader: HOLDER,
        ..asked()
    });
    assert!(matches!(reader, ConsentError::OtherReader { .. }));
    let object = Subject::Object(ObjectId(OBJECT.0 + 1));
    let object = refused(Asked {
        subject: object,
        ..asked()
    });
    assert!(matches!(object, ConsentError::OtherSubject { .. }));
    let party = Subject::Party(HOLDER);
    let party = refused(Asked {
        subject: party,
        ..asked()
    });
    assert!(matches!(party, ConsentError::OtherSubject { .. }));
    let purpose = refused(Asked {
        purpose: "loan 2026-18".into(),
        ..asked()
    });
    assert!(matches!(purpose, ConsentError::OtherPurpose { .. }));
    let chain = refused(Asked {
        chain: "0x02".into(),
        ..asked()
    });
    assert!(matches!(chain, ConsentError::OtherChain { .. }));
}

#[test]
fn a_key_that_is_not_in_force_is_refused() {
    let (key, _) = LocalKey::generate();
    let error = consent(&key).check(&asked(), |_| None, |_| true).unwrap_err();
    assert!(matches!(error, ConsentError::KeyNotInForce { .. }), "{error}");
    let of_another = consent(&key).check(&asked(), |_| Some(READER), |_| true);
    assert!(matches!(of_another, Err(ConsentError::KeyNotInForce { .. })));
}

#[test]
fn who_holds_nothing_cannot_consent() {
    let (key, _) = LocalKey::generate();
    let error = consent(&key)
        .check(&asked(), |_| Some(HOLDER), |_| false)
        .unwrap_err();
    assert!(matches!(error, ConsentError::NotAHolder { .. }), "{error}");
}

#[test]
fn what_was_changed_after_signing_is_refused() {
    let (key, _) = LocalKey::generate();
    let mut changed = consent(&key);
    changed.consent.until = "2027-11-20".into();
    let error = check(&changed, &key, &asked()).unwrap_err();
    assert!(matches!(error, ConsentError::BadSignature { .. }), "{error}");
    let mut unsigned = consent(&key);
    unsigned.signatures.clear();
    assert_eq!(check(&unsigned, &key, &asked()), Err(ConsentError::NotSigned));
    let mut garbled = consent(&key);
    garbled.signatures[0].signature = "zz".into();
    assert!(matches!(
        check(&garbled, &key, &asked()),
        Err(ConsentError::BadSignature { .. })
    ));
}

#[test]
fn co_holders_sign_the_same_document() {
    let ((one, _), (other, _)) = (LocalKey::generate(), LocalKey::generate());
    let mut both = consent(&one);
    both.sign(READER, &other).unwrap();
    let keys = [(one.public(), HOLDER), (other.public(), READER)];
    let bound = |account: &[u8; 32]| {
        keys.iter()
            .find(|(key, _)| key == account)
            .map(|(_, party)| *party)
    };
    assert_eq!(
        both.check(&asked(), bound, |_| true),
        Ok(BTreeSet::from([HOLDER, READER]))
    );
    both.sign(READER, &other).unwrap();
    assert_eq!(both.signatures.len(), 2);
}

#[test]
fn a_document_that_is_none_is_refused() {
    let (key, _) = LocalKey::generate();
    let sound = consent(&key);
    let mut other_format = sound.clone();
    other_format.consent.format = "other/1".into();
    let mut no_purpose = sound.clone();
    no_purpose.consent.purpose = String::new();
    let mut no_day = sound;
    no_day.consent.until = "tomorrow".into();
    for document in [other_format, no_purpose, no_day] {
        assert!(Consent::read(&document.to_text().unwrap()).is_err());
    }
    assert!(Consent::read("{}").is_err());
}
