//! Cases, offers of licences and motions that may change what is registered, and renewals that keep a right in force.

use super::*;
use crate::title::register::AUTHORITY;
use quanji_primitives::{
    capacity::Via,
    case::{Case, Signed, Stage},
    ending::{Extinction, Motion, MotionMatter},
    filing::{Dealing, Declaration, Matter, Renewal},
    marks::RightSet,
    regimes::NATIONAL_2026,
    rights::RightKinds,
    terms::{LicenceFiling, LicenceTerms, Offer},
    OfficerId,
};

const DIGEST: Digest = Digest::Sha2_256([1; 32]);

fn case_id() -> CaseId {
    CaseId::new(AUTHORITY, 3).unwrap()
}

/// A renewal of the right to operate, filed before its term was over.
fn renewal(stage: Stage, revives: bool) -> Case {
    let dealing = Dealing {
        authority: AUTHORITY,
        regime: NATIONAL_2026,
        object: object_id(),
        certificate: 1,
        kinds: RightKinds::OPERATING,
        evidence: Default::default(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: DIGEST,
        },
        matter: Matter::Renewal(Renewal { years: 1, revives }),
    };
    let filed_at = Moment(AS_OF.0 - 1_000);
    Case {
        stage,
        ..Case::filed(case_id(), party_id(1), Via::Own, filed_at, dealing.into())
    }
}

/// What is judged, with a case in the list of the object.
fn with_case(case: Option<Case>, change: impl FnOnce(&mut Register)) -> Given {
    let given = given(|register| {
        register.object.open_cases = vec![case_id()].try_into().unwrap();
        change(register);
    });
    let cases = case.map(|case| (case_id(), case)).into_iter().collect();
    let under_way = UnderWay {
        cases,
        ..UnderWay::default()
    };
    Given {
        under_way: BTreeMap::from([(object_id(), under_way)]),
        ..given
    }
}

fn offer(kind: LicenceKind, parent: u32, open_until: Moment) -> Offer {
    Offer {
        version: 1,
        filing: LicenceFiling {
            parent,
            licensee: party_id(2),
            terms: LicenceTerms {
                kind,
                ..licence().terms
            },
            policy: DIGEST,
            contract: DIGEST,
            root_signs: false,
            subject_to: Default::default(),
            open_until,
        },
        signatures: Default::default(),
    }
}

fn with_offer(offer: Offer) -> Given {
    let under_way = UnderWay {
        offers: BTreeMap::from([(4, offer)]),
        ..UnderWay::default()
    };
    Given {
        under_way: BTreeMap::from([(object_id(), under_way)]),
        ..given(|_| ())
    }
}

#[test]
fn a_listed_case_is_warned_of_until_it_has_ended() {
    for stage in [Stage::Filed, Stage::Examined, Stage::UnderAppeal] {
        let open = with_case(Some(renewal(stage, false)), |_| ());
        assert_eq!(open.codes(), ["pending_case"], "{stage:?}");
    }
    for stage in [Stage::Refused, Stage::Withdrawn, Stage::Terminated] {
        let over = with_case(Some(renewal(stage, false)), |_| ());
        assert_eq!(over.codes(), [""; 0], "{stage:?}");
    }
    let unknown = with_case(None, |_| ());
    assert_eq!(unknown.codes(), ["pending_case"], "what is not read is not over");
}

#[test]
fn a_renewal_filed_in_time_keeps_a_right_in_force_until_it_is_decided() {
    let lapse = |register: &mut Register| register.rights[2].valid_until = AS_OF;
    let kept = with_case(Some(renewal(Stage::Accepted, false)), lapse);
    assert_eq!(kept.codes(), ["kept_by_renewal", "pending_case"]);
    let revival = with_case(Some(renewal(Stage::Accepted, true)), lapse);
    assert_eq!(revival.codes(), ["lapsed", "no_operating_right", "pending_case"]);
    let refused = with_case(Some(renewal(Stage::Refused, false)), lapse);
    assert_eq!(refused.codes(), ["lapsed", "no_operating_right"]);
    let in_term = with_case(Some(renewal(Stage::Accepted, false)), |_| ());
    assert_eq!(in_term.codes(), ["pending_case"], "nothing needs to be kept");
}

#[test]
fn an_offer_of_a_licence_is_warned_of_until_it_lapses_the_graver_where_it_excludes_others() {
    let later = Moment(AS_OF.0 + 1);
    let kinds = [
        (LicenceKind::NonExclusive, "offer_waits", Weight::Mind),
        (LicenceKind::Sole, "exclusive_offer_waits", Weight::Grave),
        (LicenceKind::Exclusive, "exclusive_offer_waits", Weight::Grave),
    ];
    for (kind, code, weight) in kinds {
        let open = with_offer(offer(kind, 2, later));
        assert_eq!(open.codes(), [code]);
        assert_eq!(open.only().weight, weight);
        assert_eq!(with_offer(offer(kind, 2, AS_OF)).codes(), [""; 0], "lapsed");
        assert_eq!(
            with_offer(offer(kind, 0, later)).codes(),
            [""; 0],
            "on another right"
        );
    }
}

#[test]
fn what_an_authority_is_about_to_do_of_its_own_motion_is_warned_of() {
    let motion = Motion {
        version: 1,
        matter: MotionMatter::Extinction {
            rights: RightSet::NONE.with(2),
            ground: Extinction::DataDestroyed,
        },
        evidence: Default::default(),
        record: DIGEST,
        by: Signed {
            officer: OfficerId(1),
            at: AS_OF,
        },
    };
    let under_way = UnderWay {
        motion: Some(motion),
        ..UnderWay::default()
    };
    let given = Given {
        under_way: BTreeMap::from([(object_id(), under_way)]),
        ..given(|_| ())
    };
    assert_eq!(given.codes(), ["motion_waits"]);
}
