//! What stands against a certificate: the marks of its object at a moment, each with whether it concerns the certificate.

use crate::title::Title;
use alloc::vec::Vec;
use quanji_primitives::{
    clock::Moment,
    marks::{Mark, MarkKind, MarkSource, MarkStanding, Order, RightSet},
    v1::CertificateRecord,
};

/// A mark as it is shown with a certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct ShownMark {
    /// Its number on the object.
    pub number: u32,
    /// Its kind; of a seizure, by its rank at the moment.
    pub kind: MarkKind,
    /// Against which rights of the object; against none where the registration has none.
    pub rights: RightSet,
    /// Whether the certificate lists one of them, or the mark stands against the registration itself.
    pub on_certificate: bool,
    /// From what it comes.
    pub source: MarkSource,
    /// Since when it stands.
    pub since: Moment,
    /// The first moment at which it no longer stands, as far as it is known; nothing while it has no end, or waits for its
    /// term to begin.
    pub until: Option<Moment>,
    /// The instrument that ordered it, for marks of the day book: the organ, and what was entered between receipt and stamp.
    pub order: Option<Order>,
}

impl ShownMark {
    /// A mark of the object, for a certificate that lists the rights `listed`.
    fn of((number, mark, standing): (u32, &Mark, MarkStanding), listed: RightSet) -> Self {
        Self {
            number,
            kind: standing.kind,
            rights: mark.rights,
            on_certificate: mark.is_against_any(listed),
            source: mark.source,
            since: mark.since,
            until: standing.until,
            order: mark.order,
        }
    }

    /// When it falls unless a second person confirms its stamp.
    pub fn confirm_by(&self) -> Option<Moment> {
        self.order?.confirm_by
    }
}

/// Every mark that stands on the object at register time `at`, on rights of other certificates too.
pub fn standing_marks(title: &Title, certificate: &CertificateRecord, at: Moment) -> Vec<ShownMark> {
    let listed = listed(certificate);
    let standing = title.standing_marks(at);
    standing.map(|mark| ShownMark::of(mark, listed)).collect()
}

/// The pledges of the object whose registration has lapsed at register time `at`: it locks nothing any more, and that is not
/// the end of the pledge.
pub fn lapsed_pledges(title: &Title, certificate: &CertificateRecord, at: Moment) -> Vec<ShownMark> {
    let listed = listed(certificate);
    let lapsed = title.lapsed_pledges(at);
    lapsed.map(|mark| ShownMark::of(mark, listed)).collect()
}

/// How many marks stand against the right with this number at register time `at`.
pub fn marks_against(title: &Title, right: u32, at: Moment) -> u32 {
    let standing = title.standing_marks(at);
    let against = standing.filter(|(_, mark, _)| mark.is_against(right));
    u32::try_from(against.count()).unwrap_or(u32::MAX)
}

/// Whether something stands against the certificate, or an objection to its object is open.
pub fn is_encumbered(title: &Title, certificate: &CertificateRecord, at: Moment) -> bool {
    let marks = standing_marks(title, certificate, at);
    let marked = marks.iter().any(|mark| mark.on_certificate);
    marked || title.open_objections(at).next().is_some()
}

/// The rights that a certificate lists, as a set.
fn listed(certificate: &CertificateRecord) -> RightSet {
    certificate.rights.iter().copied().collect()
}
