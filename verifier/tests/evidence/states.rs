//! Named states of the register, each with a package that proves it: what may have come upon a certificate since its issue. The
//! example `rehearse` writes them for the test of the page of `quanji verify-page`.

use crate::{
    chain::{first_issue, Chain},
    register::{
        mark, number, objection_id, other_object_id, party_id, right, Register, AS_OF, ISSUED_AT, VALID_UNTIL,
    },
};
use quanji_primitives::{
    authority::{AuthorityStatus, SuspensionGround},
    clock::{Moment, DAY_MILLIS},
    marks::{Mark, MarkKind},
    object::Source,
    rights::{Holders, RightKind},
    v1::{CertificateRecord, Outcome, RightStatus},
    RightId,
};
use quanji_verifier::{EvidencePackage, Request};

/// A state of the register, and who reads of it.
pub struct NamedState {
    pub name: &'static str,
    pub package: EvidencePackage,
    /// The oldest proof that its reader accepts, in days.
    pub max_age_days: u64,
}

impl NamedState {
    fn new(name: &'static str, package: EvidencePackage) -> Self {
        Self {
            name,
            package,
            max_age_days: 30,
        }
    }

    /// What its reader asks: about a moment of the register, so that no clock of a computer matters.
    pub fn request(&self) -> Request {
        let request = Chain::default().request();
        Request {
            at: Some(request.now),
            max_age_millis: Some(self.max_age_days * DAY_MILLIS),
            ..request
        }
    }
}

/// Every named state.
pub fn all() -> Vec<NamedState> {
    let stale = NamedState {
        max_age_days: 0,
        ..NamedState::new("stale", unchanged())
    };
    vec![
        NamedState::new("in-force", unchanged()),
        stale,
        NamedState::new("superseded", first_issue().package()),
        NamedState::new("transferred", transferred()),
        NamedState::new("pledged", pledged()),
        NamedState::new("pledge-lapsed", pledge_lapsed()),
        NamedState::new("objected", objected()),
        NamedState::new("seized", seized()),
        NamedState::new("source-ended", source_ended()),
        NamedState::new("authority-suspended", authority_suspended()),
        NamedState::new("renewal-open", renewal_open()),
    ]
}

/// A register in which nothing was entered after the certificate, but for this change.
fn changed(change: impl FnOnce(&mut Register)) -> EvidencePackage {
    let mut chain = Chain::default();
    chain.register.object.entries = 1;
    change(&mut chain.register);
    chain.package()
}

fn unchanged() -> EvidencePackage {
    changed(|_| ())
}

/// Issue 1, after issue 2 took its place and its rights were then transferred as a whole, onto a certificate of others.
fn transferred() -> EvidencePackage {
    let mut later = Chain::default();
    let register = &mut later.register;
    let former = &mut register.certificates[0];
    let given = CertificateRecord {
        number: number(3),
        issue: 1,
        entry: 3,
        ..former.clone()
    };
    (former.outcome, former.rights) = (Outcome::Ended(3), Default::default());
    for right in &mut register.rights[..2] {
        (right.holders, right.certificate, right.entry) = (Holders::Sole(party_id(2)), 2, 3);
    }
    register.certificates.push(given);
    (register.object.certificates, register.object.entries) = (3, 3);
    later.package_with(first_issue().credential())
}

/// A right of the certificate is pledged for its term, and one of others is too.
fn pledged() -> EvidencePackage {
    changed(|register| {
        register.add_mark(Mark {
            until: Some(VALID_UNTIL),
            ..mark(MarkKind::Pledge, &[0])
        });
        register.add_mark(mark(MarkKind::Pledge, &[2]));
    })
}

fn pledge_lapsed() -> EvidencePackage {
    changed(|register| {
        register.add_mark(Mark {
            since: Moment(ISSUED_AT.0 - 30 * DAY_MILLIS),
            until: Some(ISSUED_AT),
            ..mark(MarkKind::Pledge, &[0])
        });
    })
}

/// With its notice, and a hold.
fn objected() -> EvidencePackage {
    changed(|register| {
        register.add_mark(mark(MarkKind::ObjectionNotice, &[0, 1]));
        register.add_mark(mark(MarkKind::Hold, &[0]));
        let open = &mut register.object.open_objections;
        open.try_push(objection_id()).unwrap();
    })
}

fn seized() -> EvidencePackage {
    changed(|register| register.add_mark(mark(MarkKind::SeizureFirst, &[0])))
}

/// A right that the object was made from was ended by an entry of its own object, which no mark tells.
fn source_ended() -> EvidencePackage {
    changed(|register| {
        let source = RightId {
            object: other_object_id(),
            index: 2,
        };
        let mut ended = right(RightKind::Holding, Holders::Sole(party_id(1)), 0);
        ended.status = RightStatus::Ended(4);
        register.object.facts.lineage = vec![Source::Right(source)].try_into().unwrap();
        register.sources = vec![(source, ended, None)];
    })
}

fn authority_suspended() -> EvidencePackage {
    changed(|register| register.authority.status = AuthorityStatus::Suspended(SuspensionGround::Leak))
}

/// The term is over, and a case is open that may be its renewal.
fn renewal_open() -> EvidencePackage {
    changed(|register| {
        for right in &mut register.rights {
            right.valid_until = AS_OF;
        }
        register.open_case();
    })
}
