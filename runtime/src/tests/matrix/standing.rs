//! Sets what stands against a right, or near it.

use super::{
    collateral::{pledging, reservation, signed_by_all, BANK},
    scenes::{control, objected, Prepared, EXAMINER, HOLDER, OWN, REVIEWER, STRANGER},
    table::Standing,
};
use crate::{
    tests::{
        disputes::{by, party, DIGEST, HOME},
        encumbrances::{now, paper, seizure, stamp},
    },
    Disputes, Encumbrances, Registry,
};
use frame_support::assert_ok;
use quanji_primitives::{
    clock::{Moment, DAY_MILLIS},
    directory::Register,
    marks::{Mark, MarkKind, MarkSource, OrganKind, RightSet},
    v1::{EntryBasis, VERSION},
    CaseId, ObjectId, OfficerId,
};

/// A mark as a refused case with a title dispute leaves it.
fn dispute_title(object: ObjectId, rights: RightSet) {
    let mark = Mark {
        version: VERSION,
        kind: MarkKind::ObjectionNotice,
        rights,
        source: MarkSource::TitleDispute(DIGEST),
        authority: HOME,
        since: now(),
        until: None,
        ended: None,
        order: None,
    };
    let officer = OfficerId::new(HOME, 3).unwrap();
    let case = CaseId::new(HOME, 999).unwrap();
    let basis = EntryBasis::TitleDispute { case, officer };
    <Registry as Register>::set_mark(object, mark, basis, Some(officer)).unwrap();
}

/// Lets a bank have a pledge or a place on rights, if that is what stands there.
pub fn secure(object: ObjectId, rights: RightSet, standing: Standing) {
    match standing {
        Standing::Pledge => {
            signed_by_all(pledging(object, rights, BANK), BANK);
        }
        Standing::Reservation => {
            signed_by_all(reservation(object, rights, BANK), BANK);
        }
        _ => {}
    }
}

impl Prepared {
    /// Sets what stands against the right, or near it.
    pub fn set(&self, standing: Standing) {
        let (object, rights) = (self.object, self.rights);
        let notice = || objected(object, rights, self.registrant, STRANGER);
        let seize = |rights, organ| stamp(object, seizure(rights), paper(organ));
        match standing {
            Standing::Nothing => {}
            Standing::ObjectionNotice => {
                notice();
            }
            Standing::TitleDispute => dispute_title(object, rights),
            Standing::Hold => {
                let objection = notice();
                let until = Moment(now().0 + 30 * DAY_MILLIS);
                assert_ok!(Disputes::propose_hold(by(EXAMINER), objection, until, DIGEST));
                assert_ok!(Disputes::confirm_hold(by(REVIEWER), objection));
            }
            Standing::SeizureFirst => {
                seize(rights, OrganKind::Police);
            }
            Standing::SeizureWaiting => {
                seize(rights, OrganKind::Police);
                seize(rights, OrganKind::Procuratorate);
            }
            Standing::Control => {
                stamp(object, control(rights), paper(OrganKind::Administration));
            }
            Standing::ControlElsewhere => {
                stamp(object, control(self.elsewhere), paper(OrganKind::Administration));
            }
            Standing::SeizureRejected => {
                let stamp = seize(rights, OrganKind::Police);
                assert_ok!(Encumbrances::reject(by(REVIEWER), stamp, DIGEST));
            }
            Standing::SeizureBelow => {
                seize(self.below, OrganKind::Police);
            }
            Standing::FurtherRightConsent => {
                let consent = Registry::consent_to_operating(by(HOLDER), OWN, object, party(STRANGER));
                assert_ok!(consent);
            }
            Standing::Pledge | Standing::Reservation => secure(object, rights, standing),
        }
    }
}
