//! A case for tests of what is shown.

use quanji_primitives::{
    capacity::Via,
    case::{Case, Notice, Signed, Stage},
    clock::{Day, Due, Moment},
    filing::{Dealing, Declaration, FirstRegistration, Matter, Renewal},
    object::{DataCategory, DataLevel, ObjectFacts, ObjectKind, PublicClass, SourceKind},
    regimes::NATIONAL_2026,
    rights::{Claim, Holders, RightKind, RightKinds},
    AuthorityId, CaseId, Digest, ObjectId, OfficerId, PartyId,
};

/// C1-1-T, whose object will be O1-1-5.
pub const CASE: CaseId = CaseId((1 << 48) | 1);

/// The digest of the description.
pub const DIGEST: Digest = Digest::Sha2_256([1; 32]);

/// The beginning of a day.
pub fn at(day: &str) -> Moment {
    day.parse::<Day>().unwrap().start()
}

/// An officer's act on a day.
pub fn signed(day: &str) -> Signed {
    Signed {
        officer: OfficerId(1),
        at: at(day),
    }
}

/// In public notice from 2026-11-03 to the 10th, filed by party 1.
pub fn in_notice() -> Case {
    let day: Day = "2026-11-10".parse().unwrap();
    let notice = Notice {
        published_at: at("2026-11-03"),
        due: Due {
            day,
            provisional: false,
        },
        text: Some(DIGEST),
        national: None,
    };
    Case {
        stage: Stage::InNotice,
        accepted_at: Some(at("2026-11-02")),
        approval: Some(signed("2026-11-02")),
        notice: Some(notice),
        ..Case::filed(CASE, PartyId(1), Via::Own, at("2026-11-02"), filing().into())
    }
}

fn filing() -> FirstRegistration {
    let facts = ObjectFacts {
        kind: ObjectKind::Resource,
        category: DataCategory::Enterprise,
        level: DataLevel::General,
        source: SourceKind::Collected,
        public_class: PublicClass::None,
        industry: 55,
        form: None,
        personal_information: None,
        description: DIGEST,
        lineage: Default::default(),
    };
    let claim = Claim {
        kind: RightKind::Holding,
        years: 5,
    };
    FirstRegistration {
        authority: AuthorityId(1),
        regime: NATIONAL_2026,
        object: None,
        facts,
        holders: Holders::Sole(PartyId(1)),
        claims: vec![claim].try_into().unwrap(),
        participants: Default::default(),
        conditions: Default::default(),
        fingerprints: Default::default(),
        evidence: Default::default(),
        declaration: Declaration {
            truthful: true,
            touches_public_interest: false,
            document: DIGEST,
        },
        withholding: None,
    }
}

/// A renewal of a holding right.
pub fn renewal(object: ObjectId) -> Dealing {
    Dealing {
        authority: AuthorityId(1),
        regime: NATIONAL_2026,
        object,
        certificate: 0,
        kinds: RightKinds::HOLDING,
        evidence: Default::default(),
        declaration: filing().declaration,
        matter: Matter::Renewal(Renewal {
            years: 5,
            revives: false,
        }),
    }
}
