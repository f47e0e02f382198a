//! Each warning on a register made for it, and its absence on one without.

mod claims;
mod data;
mod power;
mod under_way;

use super::*;
use crate::title::{
    register::{licence, mark, object_id, party_id, right, Register, State, AS_OF, VALID_UNTIL},
    warnings::Weight,
};
use quanji_primitives::{
    authority::{AuthorityStatus, SuspensionGround},
    object::FingerprintKind,
    rights::Holders,
    terms::LicenceKind,
    v1::{Outcome, Publication, RightStatus, SuspensionReason},
    CaseId, Digest, ObjectionId,
};
use quanji_verifier::H256;

/// What is judged: the right to operate, alone, unless a test changes it.
struct Given {
    title: Title,
    rights: Vec<u32>,
    fingerprints: Vec<Fingerprint>,
    titles: BTreeMap<ObjectId, Title>,
    under_way: BTreeMap<ObjectId, UnderWay>,
    securities: Vec<Security>,
    deeds: Vec<WaitingDeed>,
    maturity: Option<Day>,
    update_days: Option<u32>,
    signed: BTreeSet<PartyId>,
    entries: BTreeMap<u32, u32>,
}

fn title(change: impl FnOnce(&mut Register)) -> Title {
    let mut register = Register::new([1; 32], [2; 32], [3; 32]);
    register.rights[2].holders = Holders::Sole(party_id(1));
    change(&mut register);
    let state = State::new(register.values());
    let nodes = state.prove_title(object_id());
    assert_ne!(state.root(), H256::zero());
    Title::read(&state.proof(nodes), object_id()).unwrap()
}

fn given(change: impl FnOnce(&mut Register)) -> Given {
    Given {
        title: title(change),
        rights: vec![2],
        fingerprints: vec![snapshot(AS_OF.day())],
        titles: BTreeMap::new(),
        under_way: BTreeMap::from([(object_id(), UnderWay::default())]),
        securities: Vec::new(),
        deeds: Vec::new(),
        maturity: None,
        update_days: None,
        signed: BTreeSet::new(),
        entries: BTreeMap::new(),
    }
}

fn snapshot(day: Day) -> Fingerprint {
    Fingerprint {
        kind: FingerprintKind::Snapshot,
        day,
        digest: Digest::Blake3_256([4; 32]),
    }
}

impl Given {
    fn noted(&self) -> Vec<Noted> {
        let facts = Facts {
            title: &self.title,
            at: AS_OF,
            rights: &self.rights,
            fingerprints: &self.fingerprints,
            titles: &self.titles,
            under_way: &self.under_way,
            securities: &self.securities,
            deeds: &self.deeds,
            maturity: self.maturity,
            update_days: self.update_days,
            signed: &self.signed,
            entries: &self.entries,
        };
        warnings(&facts).unwrap()
    }

    fn codes(&self) -> Vec<String> {
        let code = |noted: &Noted| {
            serde_json::to_value(noted).unwrap()["code"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        self.noted().iter().map(code).collect()
    }

    /// The one warning there is.
    fn only(&self) -> Noted {
        let mut noted = self.noted();
        assert_eq!(noted.len(), 1, "{noted:?}");
        noted.remove(0)
    }
}

/// The code of the only warning.
fn code(change: impl FnOnce(&mut Register)) -> (String, Option<u32>) {
    let given = given(change);
    (given.codes().join(" "), given.only().entry)
}

#[test]
fn a_title_without_anything_against_it_gives_no_warning() {
    assert_eq!(given(|_| ()).codes(), [""; 0]);
}

#[test]
fn a_right_that_ends_within_six_months_of_maturity_is_warned_of() {
    let end = VALID_UNTIL.day();
    let enough = Given {
        maturity: Some(end.minus_months(6).minus(1)),
        ..given(|_| ())
    };
    assert_eq!(enough.codes(), [""; 0]);
    let short = Given {
        maturity: Some(end.minus_months(6).plus(1)),
        ..given(|_| ())
    };
    assert_eq!(short.codes(), ["expires_before_maturity"]);
    assert_eq!(short.only().entry, Some(2));
    assert_eq!(
        (short.only().article, short.only().weight),
        ("NG 26, 36", Weight::Grave)
    );
}

#[test]
fn a_right_may_end_on_the_very_day_six_months_after_maturity() {
    // The first moment at which it is no longer valid is the end of its last day.
    let last = VALID_UNTIL.day().minus(1);
    assert_eq!(last.end(), VALID_UNTIL);
    let of_maturity = |maturity| Given {
        maturity: Some(maturity),
        ..given(|_| ())
    };
    let very_day = last.minus_months(6);
    assert_eq!(very_day.plus_months(6), last);
    assert_eq!(of_maturity(very_day).codes(), [""; 0]);
    assert_eq!(of_maturity(very_day.plus(1)).codes(), ["expires_before_maturity"]);
}

#[test]
fn a_licence_that_ends_before_maturity_is_warned_of() {
    let licensed = |register: &mut Register| {
        let held = right(RightKind::ProcessingUse, Holders::Sole(party_id(2)), 1);
        let parent = Some(RightId {
            object: object_id(),
            index: 2,
        });
        let valid_until = Moment(VALID_UNTIL.0 - 1_000_000_000);
        register.rights.push(RightRecord {
            parent,
            valid_until,
            ..held
        });
        register.licences.insert(3, licence());
        register.object.rights = 4;
    };
    let day = VALID_UNTIL.day().minus(2);
    let given = Given {
        rights: vec![3],
        maturity: Some(day),
        ..given(licensed)
    };
    assert!(
        given.codes().contains(&"licence_ends_before_maturity".into()),
        "{:?}",
        given.codes()
    );
    let earlier = Given {
        maturity: Some(day.minus(400)),
        ..given
    };
    assert!(!earlier.codes().contains(&"licence_ends_before_maturity".into()));
}

/// The register with a licence of a kind from right 2.
fn licensing(kind: LicenceKind) -> impl FnOnce(&mut Register) {
    move |register| {
        let held = right(RightKind::ProcessingUse, Holders::Sole(party_id(2)), 1);
        let parent = Some(RightId {
            object: object_id(),
            index: 2,
        });
        register.rights.push(RightRecord {
            parent,
            entry: 7,
            ..held
        });
        let mut of_kind = licence();
        of_kind.terms.kind = kind;
        register.licences.insert(3, of_kind);
        register.object.rights = 4;
    }
}

#[test]
fn an_exclusive_or_sole_licence_is_warned_of() {
    for kind in [LicenceKind::Exclusive, LicenceKind::Sole] {
        assert_eq!(code(licensing(kind)), ("exclusive_licence".into(), Some(7)));
    }
    assert_eq!(given(licensing(LicenceKind::NonExclusive)).codes(), [""; 0]);
    let ended = given(|register| {
        licensing(LicenceKind::Exclusive)(register);
        register.rights[3].status = RightStatus::Ended(8);
    });
    assert_eq!(ended.codes(), [""; 0]);
}

#[test]
fn independent_holders_are_counted() {
    let given = given(|register| register.rights[0].holders = Holders::Sole(party_id(2)));
    assert_eq!(given.codes(), ["independent_holders"]);
    assert!(given
        .only()
        .warning
        .text(crate::language::Language::English)
        .starts_with("1 "));
}

#[test]
fn a_co_holder_who_has_not_signed_is_named() {
    let mut given = given(|register| {
        register.rights[2].holders = Holders::Joint(vec![party_id(1), party_id(2)].try_into().unwrap());
        register.rights[0].status = RightStatus::Ended(2);
        register.rights[1].status = RightStatus::Ended(2);
    });
    assert_eq!(given.codes(), ["co_holder_not_signed", "co_holder_not_signed"]);
    given.signed.insert(party_id(1));
    assert_eq!(
        given.only().warning,
        Warning::CoHolderNotSigned {
            right: RightId {
                object: object_id(),
                index: 2
            }
            .to_string(),
            party: party_id(2).to_string(),
        }
    );
    given.signed.insert(party_id(2));
    assert_eq!(given.codes(), [""; 0]);
}

#[test]
fn marks_are_warned_of_with_the_entries_that_set_them() {
    let kinds = [
        (MarkKind::ObjectionNotice, "objection_noted"),
        (MarkKind::Hold, "on_hold"),
        (MarkKind::SeizureFirst, "seized"),
        (MarkKind::Control, "controlled"),
    ];
    for (kind, expected) in kinds {
        let mut given = given(|register| register.add_mark(mark(kind, &[2])));
        given.entries.insert(2, 5);
        assert_eq!(given.codes(), [expected]);
        assert_eq!(given.only().entry, Some(5));
        let other = Given {
            rights: vec![0],
            ..given
        };
        assert!(!other.codes().contains(&expected.to_owned()), "{expected}");
    }
}

#[test]
fn a_seizure_that_waits_is_warned_of_too() {
    let given = given(|register| {
        register.add_mark(mark(MarkKind::SeizureFirst, &[2]));
        register.add_mark(mark(MarkKind::SeizureFirst, &[2]));
    });
    assert_eq!(given.codes(), ["seized", "seizure_waits"]);
}

#[test]
fn an_open_objection_is_warned_of() {
    let objection = ObjectionId::new(crate::title::register::AUTHORITY, 3).unwrap();
    let open = vec![objection].try_into().unwrap();
    assert_eq!(
        code(|register| register.object.open_objections = open).0,
        "objection_open"
    );
}

#[test]
fn a_right_that_is_not_in_force_is_told_and_gives_no_power() {
    let lapsed = given(|register| register.rights[2].valid_until = AS_OF);
    assert_eq!(lapsed.codes(), ["lapsed", "no_operating_right"]);
    let ended = given(|register| register.rights[2].status = RightStatus::Ended(6));
    assert_eq!(ended.codes(), ["ended", "no_operating_right"]);
    assert_eq!(ended.noted()[0].entry, Some(6));
    let hanging = Given {
        rights: vec![3],
        ..given(|register| {
            licensing(LicenceKind::NonExclusive)(register);
            register.rights[2].status = RightStatus::Ended(6);
        })
    };
    assert!(hanging.codes().contains(&"above_not_in_force".into()));
}

#[test]
fn a_holder_who_cannot_act_is_warned_of() {
    let standings = [
        (
            PartyStanding::Suspended(SuspensionReason::Order),
            "holder_suspended",
        ),
        (PartyStanding::InSuccession, "holder_in_succession"),
        (PartyStanding::Erased, "holder_erased"),
    ];
    for (standing, expected) in standings {
        let found = code(|register| register.parties.get_mut(&party_id(1)).unwrap().standing = standing);
        assert_eq!(found, (expected.into(), Some(2)));
    }
}

#[test]
fn a_suspended_authority_is_warned_of() {
    let status = AuthorityStatus::Suspended(SuspensionGround::Leak);
    assert_eq!(
        code(|register| register.authority.status = status).0,
        "authority_suspended"
    );
}

#[test]
fn an_object_that_has_ended_says_so_of_its_rights() {
    let ended = given(|register| {
        register.object.outcome = Outcome::Ended(9);
        for right in &mut register.rights {
            right.status = RightStatus::Ended(9);
        }
    });
    assert_eq!(ended.codes(), ["ended", "no_operating_right"]);
}

#[test]
fn every_warning_has_its_article_and_both_languages() {
    use crate::language::Language;
    assert!(Warning::CODES.len() >= 14);
    let all = [
        given(|register| register.object.publication = Publication::Withheld).noted(),
        given(|register| register.add_mark(mark(MarkKind::Hold, &[2]))).noted(),
    ];
    for noted in all.into_iter().flatten() {
        assert!(!noted.article.is_empty());
        assert_ne!(
            noted.warning.text(Language::Chinese),
            noted.warning.text(Language::English)
        );
    }
}
