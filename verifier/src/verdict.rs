//! What a verified package says, and nothing beyond it.

use crate::{
    conclusion::Since,
    integrity::IssuerKey,
    marks::{is_encumbered, ShownMark},
    timestamp,
    title::{RightState, Title},
};
use alloc::{collections::BTreeSet, vec::Vec};
use core::fmt;
use quanji_primitives::{
    certificate_number::CertificateNumber,
    clock::Moment,
    marks::MarkKind,
    rights::Holders,
    v1::{CertificateRecord, WithoutRights},
    CaseId, ObjectionId, PartyId, RightId,
};
use sp_core::H256;

/// How a certificate stood at the proven block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// The current issue; every right it lists was in force.
    InForce,
    /// The current issue; some of its rights were in force, others not.
    PartlyInForce,
    /// The current issue; none of its rights was in force, at least one because its term was over.
    Expired,
    /// A later issue had taken its place, and stood. What the later issue says is in [`Verdict::title`].
    Superseded {
        /// The current issue.
        by_issue: u16,
    },
    /// The certificate, its object, or all its rights had been ended: of an earlier issue too, and there is none to ask for.
    Ended {
        /// The entry that did so.
        by_entry: u32,
    },
}

/// Whether the package is recent enough for the caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Freshness {
    /// Within the age allowed.
    Recent {
        /// Milliseconds from the proven block to the caller's time.
        age_millis: u64,
    },
    /// The caller allows every age.
    NotLimited {
        /// Milliseconds from the proven block to the caller's time.
        age_millis: u64,
    },
    /// Older than allowed: what happened since is unknown.
    LaterFactsUnknown {
        /// Milliseconds from the proven block to the caller's time.
        age_millis: u64,
    },
    /// The proven block is later than the caller's time: the caller's clock is wrong.
    AheadOfCaller {
        /// By how many milliseconds.
        by_millis: u64,
    },
}

/// A right on the certificate and how it stood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct CertifiedRight {
    /// Its number in the object.
    pub number: u32,
    /// How it stood at the proven block.
    pub state: RightState,
    /// End of its term.
    pub valid_until: Moment,
    /// How many marks stand against it; [`Verdict::marks`] has them.
    pub marks: u32,
    /// Licences ever granted from it, ended ones included.
    pub licences: u32,
}

/// The result of a verification. Only [`crate::verify()`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Verdict {
    /// How the certificate stood.
    pub status: Status,
    /// Number of the proven block.
    pub block: u32,
    /// Hash of the proven block.
    pub block_hash: H256,
    /// Register time at the proven block.
    pub as_of: Moment,
    /// Register time for which the caller asked.
    pub asked_at: Moment,
    /// Whether the package is recent enough.
    pub freshness: Freshness,
    /// The number of the certificate.
    pub number: CertificateNumber,
    /// The issue that was verified.
    pub issue: u16,
    /// The rights it lists, as its current issue has them.
    pub rights: Vec<CertifiedRight>,
    /// Every mark that stood on the object, on rights of other certificates too: all of them are proven.
    pub marks: Vec<ShownMark>,
    /// Pledges of the object whose registration has lapsed: it locks nothing, and that is not the end of the pledge.
    pub lapsed_pledges: Vec<ShownMark>,
    /// Objections that were open on the object; before its notice an objection has no mark.
    pub open_objections: Vec<ObjectionId>,
    /// Cases that were open on the object after its first registration.
    pub open_cases: Vec<CaseId>,
    /// The key that signed the credential.
    pub key: IssuerKey,
    /// Every proven record of the object's title.
    pub title: Title,
}

impl Verdict {
    /// Whether a right that was in force at the proven block has, by its proven term, run out at the time asked about.
    pub fn has_lapsed(&self) -> bool {
        self.has_lapsed_by(self.asked_at)
    }

    /// Whether a right that was in force at the proven block has, by its proven term, run out at register time `now`.
    pub fn has_lapsed_by(&self, now: Moment) -> bool {
        let without_rights = self
            .registration()
            .is_some_and(|registration| self.status == Status::InForce && registration.valid_until <= now);
        without_rights
            || self
                .rights
                .iter()
                .any(|right| right.state == RightState::InForce && right.valid_until <= now)
    }

    /// Whether an open case may be a renewal that was filed in time and keeps in force what is over by its term (NG 36): the
    /// proof has the cases of the object, not what they ask for.
    pub fn may_be_renewed(&self) -> bool {
        let at = self.latest();
        let over = |right: &CertifiedRight| self.title.is_over_by_term(right.number, at);
        let of_registration = self.registration().filter(|own| own.valid_until <= at);
        let is_over = of_registration.is_some() || self.rights.iter().any(over);
        is_over && !self.open_cases.is_empty()
    }

    /// The present issue, where the verified one is an earlier.
    pub fn superseded_by(&self) -> Option<u16> {
        let present = self.certificate()?.issue;
        (present > self.issue).then_some(present)
    }

    /// The rights that the object was made from and that are not in force, each with how it stands: the end of a source by its
    /// term, or by an entry that no mark tells.
    pub fn troubled_sources(&self) -> Vec<(RightId, RightState)> {
        let sources = self.title.source_states(self.latest());
        let troubled = sources.into_iter();
        troubled
            .filter(|(_, state)| *state != RightState::InForce)
            .collect()
    }

    /// The moment up to which terms are reckoned: by its proven term a right ends after the proof too.
    fn latest(&self) -> Moment {
        self.as_of.max(self.asked_at)
    }

    /// The certificate's record.
    fn certificate(&self) -> Option<&CertificateRecord> {
        self.title.certificate(self.number)
    }

    /// Of a registration that creates no rights: whose it is, and for how long.
    fn registration(&self) -> Option<&WithoutRights> {
        self.certificate()?.without_rights.as_ref()
    }

    /// Holders of the certificate who were succeeded, each with the party in its place. The certificate names the former;
    /// whoever stands in its place holds the rights (S023).
    pub fn succeeded_holders(&self) -> Vec<(PartyId, PartyId)> {
        let certificate = self.certificate();
        let stored = certificate.and_then(|certificate| self.title.holders_of(certificate).ok().flatten());
        stored
            .map_or_else(Vec::new, Holders::parties)
            .into_iter()
            .map(|party| (party, self.title.current(party)))
            .filter(|(stored, current)| stored != current)
            .collect()
    }

    /// What has come upon the certificate since it was issued, as far as the proof and the proven terms reach; each once.
    pub fn since(&self) -> Vec<Since> {
        let mut since = BTreeSet::new();
        since.extend(self.since_entries());
        since.extend(self.since_rights());
        since.extend(self.since_marks());
        if !self.troubled_sources().is_empty() {
            since.insert(Since::SourceTroubled);
        }
        if !self.open_objections.is_empty() {
            since.insert(Since::Objected);
        }
        if !self.succeeded_holders().is_empty() {
            since.insert(Since::Succeeded);
        }
        since.into_iter().collect()
    }

    /// What entries did to the certificate as a whole.
    fn since_entries(&self) -> impl Iterator<Item = Since> {
        let certificate = self.certificate();
        let changed = certificate.filter(|certificate| self.title.object.entries > certificate.entry);
        let ended = certificate.and_then(|certificate| self.title.ended_by(certificate));
        [
            changed.map(|_| Since::Changed),
            self.superseded_by().map(|_| Since::Superseded),
            ended.map(|_| Since::Cancelled),
        ]
        .into_iter()
        .flatten()
    }

    /// What became of the rights that it lists, or of the registration where it lists none.
    fn since_rights(&self) -> Vec<Since> {
        let mut since = Vec::new();
        let expired = |right: &CertifiedRight| right.state == RightState::Expired;
        if self.status == Status::Expired || self.has_lapsed() || self.rights.iter().any(expired) {
            since.push(Since::Expired);
        }
        let ended = |right: &CertifiedRight| matches!(right.state, RightState::Ended { .. });
        if self.rights.iter().any(ended) {
            since.push(Since::Cancelled);
        }
        since
    }

    /// What marks say of it.
    fn since_marks(&self) -> impl Iterator<Item = Since> + '_ {
        let standing = self.marks.iter().filter(|mark| mark.on_certificate);
        let lapsed = self.lapsed_pledges.iter().filter(|mark| mark.on_certificate);
        let standing = standing.map(|mark| Since::of_mark(mark.kind));
        standing.chain(lapsed.map(|_| Since::PledgeLapsed))
    }

    /// Whether a mark stands against the certificate or an objection to its object is open: shown with every verdict
    /// (S049).
    pub fn is_encumbered(&self) -> bool {
        self.certificate()
            .is_some_and(|certificate| is_encumbered(&self.title, certificate, self.as_of))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "certificate {}/{} ", self.number, self.issue)?;
        match self.status {
            Status::InForce => formatter.write_str("in force")?,
            Status::PartlyInForce => formatter.write_str("partly in force")?,
            Status::Expired => formatter.write_str("expired")?,
            Status::Superseded { by_issue } => write!(formatter, "superseded by issue {by_issue}")?,
            Status::Ended { by_entry } => write!(formatter, "ended by entry {by_entry}")?,
        }
        write!(
            formatter,
            " as of block {}, {}",
            self.block,
            timestamp::text(self.as_of)
        )?;
        for (stored, current) in self.succeeded_holders() {
            write!(formatter, "; {current} is the successor of {stored}")?;
        }
        for mark in self.marks.iter().filter(|mark| mark.on_certificate) {
            write!(
                formatter,
                "; {} since {}",
                kind(mark.kind),
                timestamp::text(mark.since)
            )?;
            if let Some(range) = mark.order.and_then(|order| order.entered_between) {
                let (first, last) = (range.first, range.last);
                write!(
                    formatter,
                    ", entries {first} to {last} made between receipt and stamp of its instrument"
                )?;
            }
        }
        for objection in &self.open_objections {
            write!(formatter, "; objection {objection} open")?;
        }
        match self.freshness {
            Freshness::Recent { .. } | Freshness::NotLimited { .. } => Ok(()),
            Freshness::LaterFactsUnknown { .. } => formatter.write_str("; later facts unknown"),
            Freshness::AheadOfCaller { .. } => formatter.write_str("; that is later than your clock says"),
        }
    }
}

/// What a mark is called.
fn kind(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::ObjectionNotice => "under objection",
        MarkKind::Hold => "held",
        MarkKind::SeizureFirst => "seized",
        MarkKind::SeizureWaiting => "seizure waiting",
        MarkKind::Control => "under administrative control",
        MarkKind::Pledge => "pledged",
        MarkKind::Reservation => "priority reserved",
        MarkKind::SourceNotice => "with a notice about a source",
    }
}
